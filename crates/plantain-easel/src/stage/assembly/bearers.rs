//! What is held, worn, ridden and eaten.

use super::super::cast::{Actor, Cast};
use super::super::lexicon::{Class, Slot};
use super::super::person::Pose;
use super::super::prop::{Anchors, Art, Facing};
use super::Assembly;
use super::stands::stack_up;

/// How far riders of one mount sit apart, in their own widths: each can be told from the next.
const RIDERS_APART: f32 = 0.86;

/// Paint order of prints: over the front half of a vessel.
const ON_THE_FRONT: i32 = 31;

impl Assembly {
    pub(super) fn put_in_hand(
        &mut self,
        parent: &Actor,
        anchors: &Anchors,
        kids: Vec<Self>,
        cast: &Cast,
    ) {
        if parent.prop.class == Class::Cycle {
            self.put_on_handlebars(parent, kids);
            return;
        }
        let mut kids = stack_up(kids, cast);
        let r = self.root_rect();
        let n = kids.len();
        let animate = super::super::mend::can_wear(&parent.prop.noun);
        let (hx, hy) = if animate {
            r.at(anchors.hand[0], anchors.hand[1])
        } else {
            r.at(0.5, 0.08)
        };
        let out = match (animate, hx >= r.cx()) {
            (false, _) => 0.0,
            (_, true) => 1.0,
            _ => -1.0,
        };
        // Balloons float in a bunch, the next row in the gaps of the one below.
        let columns = if n < 4 {
            n
        } else {
            ((n as f32 * 1.3).sqrt().ceil() as usize).max(3)
        };
        for (i, kid) in kids.iter_mut().enumerate() {
            let prop = &cast.actors[kid.root].prop;
            let spread = i as f32 - (n as f32 - 1.0) / 2.0;
            if prop.class == Class::Airborne && prop.noun.ends_with("lantern") && animate {
                // It hangs from the hand by its ring.
                kid.fit(r.h * 0.3, r.h * 0.26);
                let b = kid.bounds();
                kid.stand(hx + out * 0.02 * r.h, hy + 0.96 * b.h, 4);
                kid.unshadow();
            } else if prop.class == Class::Airborne {
                kid.fit(r.h * 0.42, r.h * 0.42);
                let b = kid.bounds();
                let (row, column) = (i / columns, i % columns);
                let here = columns.min(n - row * columns) as f32;
                let along = column as f32 - (here - 1.0) / 2.0;
                let x = hx + out * (0.3 * r.h + (here - 1.0) * b.w * 0.3) + along * b.w * 1.06;
                let up = 0.26 * r.h + 0.12 * b.h * (column % 2) as f32 + row as f32 * b.h * 1.02;
                kid.stand(x, hy - up, 3);
                kid.unshadow();
                for piece in kid.pieces.iter_mut().filter(|p| p.actor == kid.root) {
                    piece.string = Some((hx, hy));
                }
            } else if prop.class == Class::Board {
                // A sign is held up beside the head, so that it can be read.
                let k = (r.h * 0.44 / kid.bounds().w.max(0.01))
                    .min(r.h * 0.5 / kid.bounds().h.max(0.01));
                kid.scale(k);
                let b = kid.bounds();
                if cast.groups[parent.phrase].len() > 1 {
                    // In a crowd, signs are held over the heads.
                    kid.stand(r.cx(), r.y + 0.16 * b.h, 4);
                } else {
                    // Who is seen from the side has the face where the hand is.
                    let clear = if parent.prop.facing != Facing::Front {
                        0.62
                    } else {
                        0.34
                    };
                    kid.stand(hx + out * b.w * clear, hy + 0.1 * b.h, 4);
                }
                kid.unshadow();
            } else if animate
                && ["umbrella", "parasol"]
                    .iter()
                    .any(|w| prop.noun.ends_with(w))
            {
                // Held over the head by the shaft; its hook stays below the hand and off the face.
                let b = kid.bounds();
                kid.scale(r.h * 0.6 / b.h.max(b.w));
                let b = kid.bounds();
                kid.stand(hx + out * 0.02 * b.w, hy + b.h * 0.12, 4);
                kid.unshadow();
            } else {
                let b = kid.bounds();
                let least = if kid.pieces.len() > 1 { 0.3 } else { 0.15 };
                let k = (r.h * least / b.h.max(b.w)).clamp(1.0, 2.0);
                kid.scale(k);
                let wide = matches!(prop.class, Class::Animal | Class::Bird | Class::Person)
                    || prop.height > 0.7;
                // A tray with what is on it is to be seen, too.
                let laden = prop.class == Class::Flat && kid.pieces.len() > 1;
                let large = match (wide || laden, prop.height < 0.2) {
                    (true, _) => 0.4,
                    (_, true) => 0.16,
                    _ => 0.26,
                };
                kid.fit(r.h * large, r.h * large);
                let b = kid.bounds();
                // Long things are gripped low, others in the middle; who is carried leaves the bearer's face free.
                let living = prop.class.is_animate();
                let handled = [
                    "suitcase",
                    "briefcase",
                    "luggage",
                    "toolbox",
                    "bucket",
                    "lantern",
                ]
                .iter()
                .any(|word| prop.noun.ends_with(word));
                let grip = match (living, b.h > 1.4 * b.w) {
                    _ if handled => 0.96,
                    (true, _) => 0.72,
                    (_, true) => 0.16,
                    _ => 0.5,
                };
                let carried = matches!(&parent.prop.art, Art::Person(p) if p.carries());
                let x = hx
                    + if carried {
                        spread * b.w.max(0.26 * r.h)
                    } else {
                        spread * b.w.max(0.26 * r.h) + out * 0.1 * b.w
                    };
                kid.stand(x, hy + b.h * grip, 4);
                kid.unshadow();
            }
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Hangs baskets and bags before the handlebars of a cycle.
    fn put_on_handlebars(&mut self, parent: &Actor, mut kids: Vec<Self>) {
        let r = self.root_rect();
        let before = if parent.looks_right() { 1.0 } else { -1.0 };
        for (i, kid) in kids.iter_mut().enumerate() {
            kid.fit(r.w * 0.4, r.h * 0.62);
            let b = kid.bounds();
            let x = r.cx() + before * (0.32 * r.w + 0.4 * b.w * i as f32);
            kid.stand(x, r.y + 0.52 * r.h, 4);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Stands others so far off that their hands meet that of the root.
    pub(super) fn put_hand_in_hand(&mut self, anchors: &Anchors, mut kids: Vec<Self>, cast: &Cast) {
        let r = self.root_rect();
        let (hx, _) = r.at(anchors.hand[0], anchors.hand[1]);
        for kid in &mut kids {
            let other = super::anchors(&cast.actors[kid.root]);
            let (x, _) = kid.root_rect().at(other.hand[0], other.hand[1]);
            kid.shift(hx - x, 0.0, 1);
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Sets emblems into the middle of where a garment is printed.
    pub(super) fn put_print(&mut self, anchors: &Anchors, mut kids: Vec<Self>) {
        let [x, y, w, h] = anchors.print;
        let room = self.root_rect().part([x, y, w, h]);
        let n = kids.len() as f32;
        for (i, kid) in kids.iter_mut().enumerate() {
            kid.fit(room.w * 0.8 / n, room.h * 0.6);
            let at = room.x + room.w * (i as f32 + 0.5) / n;
            kid.stand(
                at,
                room.y + room.h * 0.3 + kid.bounds().h / 2.0,
                ON_THE_FRONT,
            );
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    pub(super) fn put_on_body(
        &mut self,
        anchors: &Anchors,
        slot: Slot,
        mut kids: Vec<Self>,
        cast: &Cast,
    ) {
        let r = self.root_rect();
        let carried = |kid: &Self| !matches!(cast.actors[kid.root].prop.class, Class::Worn(_));
        if slot == Slot::Head && kids.iter().all(carried) {
            kids = stack_up(kids, cast);
        }
        let [hx, hy, hw] = anchors.head;
        let [nx, ny, nw] = anchors.neck;
        let n = kids.len() as f32;
        for (i, kid) in kids.iter_mut().enumerate() {
            let along = (i as f32 - (n - 1.0) / 2.0) * 0.4;
            let b = kid.bounds();
            let (x, w) = match slot {
                Slot::Head if cast.actors[kid.root].prop.noun.ends_with("bow") => (hx, hw * 0.8),
                Slot::Head => (hx, hw * 1.1),
                Slot::Eyes => (hx, hw * 0.82),
                // A bow tie is narrower than the neck, a scarf goes around it.
                Slot::Neck if cast.actors[kid.root].prop.noun.starts_with("bow") => (nx, nw * 0.75),
                Slot::Neck => (nx, nw * 1.15),
                Slot::Hand | Slot::Feet => (0.5 + along, 0.26),
                // Over the trunk of who looks at the viewer, on the side of who stands on four legs.
                _ if (hx - 0.5).abs() < 0.12 => (0.5, 0.78),
                Slot::Torso | Slot::Legs | Slot::Whole | Slot::Back => (0.55, 0.5),
            };
            kid.scale(r.w * w / b.w.max(0.01));
            if matches!(slot, Slot::Torso | Slot::Whole) {
                kid.fit(r.w, r.h * 0.4);
            }
            let b = kid.bounds();
            let y = match slot {
                // The band runs over the head, the cups beside it.
                Slot::Head if cast.actors[kid.root].prop.noun.starts_with("headphone") => {
                    hy * r.h + b.h * 0.86
                }
                // A bow is tied to the head and does not stand on it.
                Slot::Head if cast.actors[kid.root].prop.noun.ends_with("bow") => {
                    hy * r.h + b.h * 0.62
                }
                // What is carried on the head stands there and is no hat.
                Slot::Head if carried(kid) => hy * r.h,
                Slot::Head => hy * r.h + b.h * 0.2,
                Slot::Eyes => anchors.eyes * r.h + b.h / 2.0,
                // The loop of a scarf is at its top, a bow is all loop.
                Slot::Neck if b.h > 0.8 * b.w => ny * r.h + b.h * 0.8,
                Slot::Neck => ny * r.h + b.h * 0.5,
                Slot::Feet => r.h,
                // The collar of who looks at the viewer is below the chin.
                Slot::Torso | Slot::Whole if (hx - 0.5).abs() < 0.12 => (ny + 0.06) * r.h + b.h,
                _ => 0.62 * r.h + b.h / 2.0,
            };
            kid.stand(r.x + x * r.w, r.y + y, 5);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    pub(super) fn put_on_back(
        &mut self,
        parent: &Actor,
        anchors: &Anchors,
        mut kids: Vec<Self>,
        cast: &Cast,
    ) {
        let r = self.root_rect();
        let (bx, by) = r.at(anchors.back[0], anchors.back[1]);
        let n = kids.len() as f32;
        let mount = parent.prop.class;
        for (i, kid) in kids.iter_mut().enumerate() {
            let person = match &cast.actors[kid.root].prop.art {
                Art::Person(p) => Some(p),
                _ => None,
            };
            let boarded = person.is_some_and(|p| p.pose == Pose::Board);
            let b = kid.root_rect();
            match person {
                // A rider and the mount are to one scale.
                Some(p) if boarded => {
                    kid.scale(r.w * p.height() / board_length(&parent.prop.noun) / b.h)
                }
                Some(p) => {
                    let share = (p.height() / parent.prop.height.max(0.1)).clamp(0.36, 1.5);
                    kid.scale(share * r.h / b.h / n.sqrt());
                }
                // On a board animals stand as large as they would beside it.
                None if mount == Class::Cycle && r.h < 0.5 * r.w => {
                    kid.scale(r.w * 0.5 / kid.bounds().w.max(0.01));
                }
                None => kid.fit(r.w * 0.62, r.h * 1.15),
            }
            let b = kid.root_rect();
            let x = bx + (i as f32 - (n - 1.0) / 2.0) * b.w * RIDERS_APART;
            let (sink, z) = match (mount, person) {
                (Class::Cycle, Some(_)) if boarded => (0.02, 2),
                (_, Some(p)) => (p.seat(), 2),
                (Class::Cycle, None) if r.h < 0.5 * r.w => (0.04, 2),
                (Class::Cycle, None) => (0.3, 2),
                (Class::Animal | Class::Bird | Class::Swimmer, None) => (0.12, 2),
                _ => (0.38, -2),
            };
            let x = if boarded { r.cx() } else { x };
            let flat = person.is_none() && mount == Class::Cycle && r.h < 0.5 * r.w;
            let y = if boarded || flat {
                r.y + r.h * 0.34
            } else {
                by
            };
            kid.stand(x, y + sink * b.h, z);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    pub(super) fn put_to_mouth(&mut self, anchors: &Anchors, mut kids: Vec<Self>) {
        let r = self.root_rect();
        let (mx, my) = r.at(anchors.mouth[0], anchors.mouth[1]);
        let side = if mx <= r.cx() { -1.0 } else { 1.0 };
        // Who looks at the viewer holds food below the mouth, so that the face stays free.
        let facing = (anchors.mouth[0] - 0.5).abs() < 0.12;
        for (i, kid) in kids.iter_mut().enumerate() {
            if facing {
                kid.fit(r.w * 0.5, r.h * 0.28);
                let b = kid.bounds();
                kid.stand(mx + b.w * i as f32, my + 0.05 * r.h + b.h, 4);
                kid.unshadow();
                self.pieces.append(&mut kid.pieces);
                continue;
            }
            kid.fit(r.w.max(r.h * 0.6) * 0.5, r.h * 0.42);
            let b = kid.bounds();
            let x = mx + side * b.w * (0.34 + 0.9 * i as f32);
            kid.stand(x, my + b.h * 0.62, 4);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }
}

/// Returns the length in metres of what one stands on.
fn board_length(noun: &str) -> f32 {
    match noun {
        "surfboard" => 2.0,
        "snowboard" => 1.5,
        "ski" | "skis" => 1.8,
        _ => 0.9,
    }
}
