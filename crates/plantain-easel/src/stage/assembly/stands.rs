//! What stands on, hangs from or surrounds something.

mod crowds;
mod fences;
mod flags;
mod planks;
mod posts;
mod ranks;
mod stacks;
mod tables;

use std::f32::consts::TAU;

use super::super::cast::{Actor, Cast, Hold};
use super::super::lexicon::Class;
use super::super::person::{Person, Pose};
use super::super::place::Place;
use super::super::prop::{Anchors, Art};
use super::super::rect::Rect;
use super::{Assembly, KID_MIN};
use flags::hoisted;
use planks::end_of;
use stacks::rows_asked;

pub(in crate::stage) use stacks::stack_up;

/// Things that surround another in an arc on the ground; more make a ring.
const ARC: usize = 8;

/// Lower than this, metres, things are seen lying about rather than standing on a ground.
const STILL: f32 = 1.2;

/// How far above itself a hanging thing is fastened, in nominal units: beyond the upper edge of any picture.
const CEILING: f32 = 40.0;

/// How much a piece of land grows for those who stand on it.
pub(super) const LAND_STRETCH: f32 = 2.6;

/// How much larger a blanket under a tree is than its size in the world.
const LAID_UNDER: f32 = 2.2;
/// How much larger than beside other things one or two are who rest under a tree.
const SHADED: f32 = 1.35;
/// How far down a hanger a collar hangs, in its heights.
const HOOK: f32 = 0.4;
/// How far down a door things hang, in its heights.
const DOOR_HOOK: f32 = 0.14;
/// How far below the back a saddle reaches, in its heights.
const SADDLE: f32 = 0.62;
/// How steep a gable roof is.
const GABLE: f32 = 0.82;
/// Most that a cup before a diner may be high, in heights of the table.
const CUP_MAX: f32 = 0.34;

impl Assembly {
    /// Sets birds and small animals on the shoulders of a person.
    pub(super) fn put_on_shoulders(&mut self, anchors: &Anchors, mut kids: Vec<Self>) {
        let r = self.root_rect();
        let [nx, ny, nw] = anchors.neck;
        for (i, kid) in kids.iter_mut().enumerate() {
            let side = if i % 2 == 0 { 1.0 } else { -1.0 };
            kid.fit(r.h * 0.17, r.h * 0.17);
            let b = kid.bounds();
            kid.stand(
                r.x + r.w * (nx + side * nw * 0.8) + side * b.w * 0.42,
                r.y + r.h * (ny + 0.022),
                4,
            );
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    pub(super) fn put_on(
        &mut self,
        parent: &Actor,
        anchors: &Anchors,
        kids: Vec<Self>,
        cast: &Cast,
    ) {
        let mut kids = stack_up(kids, cast);
        let perched = kids.len() <= 2
            && parent.prop.class == Class::Person
            && kids.iter().all(|k| {
                let prop = &cast.actors[k.root].prop;
                matches!(prop.class, Class::Bird | Class::Animal) && prop.height < 0.5
            });
        if perched {
            self.put_on_shoulders(anchors, kids);
            return;
        }
        if super::is_stall(&parent.prop.noun) {
            self.put_on_counter(kids);
            return;
        }
        if let Some(room) = super::vessels::spread_on(parent) {
            self.put_in_tank(room, kids);
            return;
        }
        if parent.prop.class == Class::Land && kids.len() >= crowds::CROWD {
            self.put_crowd(anchors, kids);
            return;
        }
        if let Some(rows) = ranks::boards(parent) {
            self.put_on_rack(parent, anchors, kids, cast, rows);
        } else if let (true, Some(rows)) = (parent.prop.lies(), rows_asked(&kids, cast)) {
            self.put_rows(parent, anchors, kids, cast, rows);
        } else if ranks::in_two_rows(parent, kids.len()) {
            self.put_rows(parent, anchors, kids, cast, 2);
        } else if let Some(rows) = rows_asked(&kids, cast) {
            // Rows on a table: farther ones look over the nearer.
            let per = kids.len().div_ceil(rows);
            let high = kids.iter().map(|k| k.bounds().h).fold(0.01, f32::max);
            let mut lines: Vec<Vec<Self>> = Vec::new();
            while !kids.is_empty() {
                lines.push(kids.drain(..per.min(kids.len())).collect());
            }
            for (back, line) in lines.into_iter().rev().enumerate() {
                let k = self.root_rect().h;
                let drop = -(back as f32) * (0.8 * high).min(0.36 * k);
                self.put_row_at(parent, anchors, line, cast, (drop, 6 - 2 * back as i32));
            }
        } else {
            self.put_row(parent, anchors, kids, cast, 0.0);
        }
    }

    pub(super) fn put_row(
        &mut self,
        parent: &Actor,
        anchors: &Anchors,
        mut kids: Vec<Self>,
        cast: &Cast,
        drop: f32,
    ) {
        let z = if drop > 0.0 { 4 } else { 2 };
        self.put_row_at(parent, anchors, std::mem::take(&mut kids), cast, (drop, z));
    }

    /// Puts the kids side by side so far below the line on which things stand, in that order of paint.
    pub(super) fn put_row_at(
        &mut self,
        parent: &Actor,
        anchors: &Anchors,
        mut kids: Vec<Self>,
        cast: &Cast,
        (drop, z): (f32, i32),
    ) {
        let lies = parent.prop.lies();
        let n = kids.len();
        // Whoever sits is to one scale with the seat.
        for kid in &mut kids {
            if let Some(p) = seated(parent, &cast.actors[kid.root]) {
                let share = (p.height() / parent.prop.height.max(0.1)).clamp(0.5, 1.7);
                let h = kid.root_rect().h;
                kid.scale(share * self.root_rect().h / h);
            }
        }
        let sum: f32 = kids.iter().map(|k| k.bounds().w).sum();
        let gap = 0.12 * sum / n as f32;
        // Elbows reach over the arms of a seat and over each other.
        let tight = if kids
            .iter()
            .all(|k| seated(parent, &cast.actors[k.root]).is_some())
        {
            if n == 1 { 0.4 } else { 0.9 }
        } else {
            1.0
        };
        let need = tight * (sum + gap * (n as f32 - 1.0)) * if lies { 1.25 } else { 1.0 };
        let line = |r: Rect| (anchors.top[1] - anchors.top[0]) * r.w;
        // Among other furniture a table keeps its size, and what stands on it gives way.
        let furnished = cast.actors.iter().any(|a| {
            a.phrase != parent.phrase
                && a.prop.height > 0.5
                && matches!(a.prop.class, Class::Seat | Class::Furniture | Class::Table)
        });
        let stretch = match (lies, parent.prop.class == Class::Table) {
            (false, true) if furnished => 1.2,
            (false, false) if parent.prop.class == Class::Land => LAND_STRETCH,
            (true, _) | (_, true) => 1.7,
            _ => 1.25,
        };
        self.grow_root(
            (need / line(self.root_rect()).max(0.01))
                .max(1.0)
                .min(stretch),
        );
        let r = self.root_rect();
        let room = line(r);
        // One thing may stand over the edges a little; several may not.
        let room = if n == 1 && !lies { room * 1.2 } else { room };
        let k = (room / need).clamp(KID_MIN, 1.0);
        let tall = r.h.max(0.6) * if lies { 6.0 } else { 2.4 };
        let mut x =
            r.x + r.w * anchors.top[0] + (line(r) - (sum + gap * (n as f32 - 1.0)) * k) / 2.0;
        let y = r.y + r.h * anchors.top[2];
        let own_shadow = !lies;
        for (i, kid) in kids.iter_mut().enumerate() {
            let w = kid.bounds().w * k;
            kid.scale(k);
            let diners = cast
                .ties
                .iter()
                .any(|t| t.parent == parent.phrase && t.hold == Hold::AtTable);
            kid.fit(
                w / tight,
                if diners {
                    tall.min(CUP_MAX * r.h)
                } else {
                    tall
                },
            );
            let seat = seated(parent, &cast.actors[kid.root]).map(Person::seat);
            let sink = match (lies, seat) {
                (true, _) => 0.0,
                // Hips on the seat, legs before it.
                (_, Some(seat)) => seat * kid.root_rect().h,
                // A saddle lies over the back.
                _ if cast.actors[kid.root].prop.noun.ends_with("saddle") => SADDLE * kid.bounds().h,
                _ => 0.015 * kid.bounds().h,
            };
            // On a gable roof, what is beside the ridge stands lower.
            let eaves = if is_gabled(parent) {
                GABLE * (x + w / 2.0 - r.cx()).abs()
            } else {
                0.0
            };
            let (dx, lift) = hoisted(parent, &cast.actors[kid.root], (w, r.h), y - r.y);
            let (at, low) = end_of(parent, r, (i, n)).unwrap_or((x + w / 2.0, eaves));
            kid.stand(at + dx, y + sink + drop + low - lift, z);
            let wire = parent.prop.noun.ends_with("wire");
            if own_shadow && (parent.prop.class.is_animate() || dx > 0.0 || wire) {
                kid.unshadow();
            }
            x += w + gap * k;
            self.pieces.append(&mut kid.pieces);
        }
    }

    pub(super) fn put_above(&mut self, mut kids: Vec<Self>, cast: &Cast) {
        let b = self.bounds();
        let sum: f32 = kids.iter().map(|k| k.bounds().w * 1.12).sum();
        let gap = 0.16 * b.h.max(0.6);
        let mut x = b.cx() - sum / 2.0;
        for kid in &mut kids {
            let w = kid.bounds().w * 1.12;
            kid.stand(x + w / 2.0, b.y - gap, 1);
            kid.unshadow();
            let root = kid.root;
            if cast.hanging.contains(&cast.actors[root].phrase) {
                for piece in kid.pieces.iter_mut().filter(|p| p.actor == root) {
                    piece.string = Some((piece.rect.cx(), piece.rect.y - CEILING));
                }
            }
            x += w;
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Hangs the kids side by side below the line on which things would stand.
    pub(super) fn put_hanging(&mut self, anchors: &Anchors, mut kids: Vec<Self>, cast: &Cast) {
        let need = kids.iter().map(|k| k.bounds().w * 1.14).sum::<f32>();
        let line = |r: Rect| (anchors.top[1] - anchors.top[0]) * r.w;
        self.grow_root((need / line(self.root_rect()).max(0.01)).clamp(1.0, 1.7));
        let r = self.root_rect();
        let y = r.y + r.h * anchors.top[2];
        let w = line(r) / kids.len() as f32;
        let kids_alone = kids.len() == 1 && cast.actors[self.root].prop.noun.ends_with("hanger");
        // The hook shows over the collar.
        let y = if kids_alone { r.y + HOOK * r.h } else { y };
        let y = if cast.actors[self.root].prop.noun.ends_with("door") {
            r.y + DOOR_HOOK * r.h
        } else {
            y
        };
        // From leaves and branches things may hang lower than from a line between posts.
        let room = (r.bottom() - y) * 0.8;
        for (i, kid) in kids.iter_mut().enumerate() {
            // Clothes are a little wider than their hanger.
            if matches!(cast.actors[kid.root].prop.class, Class::Worn(_)) && kids_alone {
                let b = kid.bounds();
                kid.scale(1.04 * r.w / b.w.max(0.01));
            } else {
                kid.fit(w * 0.96, room.max(0.3 * r.w));
            }
            let b = kid.bounds();
            let x = r.x + r.w * anchors.top[0] + w * (i as f32 + 0.5);
            kid.shift(x - b.cx(), y - b.y, 3);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    pub(super) fn put_under(
        &mut self,
        parent: &Actor,
        anchors: &Anchors,
        mut kids: Vec<Self>,
        cast: &Cast,
    ) {
        let Some([x0, x1, y]) = anchors.under else {
            return;
        };
        // Trees are far larger than they are drawn: what is laid out below one must be seen.
        for kid in &mut kids {
            if parent.prop.class == Class::Tree && cast.actors[kid.root].prop.class == Class::Flat {
                kid.scale(LAID_UNDER);
            }
        }
        if posts::is_slim(parent, &self.root_rect()) {
            self.put_beside_post(kids);
            return;
        }
        let n = kids.len() as f32;
        let need = kids.iter().map(|k| k.bounds().w).sum::<f32>() * 1.1;
        let tall = kids.iter().map(|k| k.bounds().h).fold(0.01, f32::max);
        let r = self.root_rect();
        let (room, head) = ((x1 - x0) * r.w, (1.0 - y) * r.h);
        let most = if parent.prop.class == Class::Tree {
            2.6
        } else {
            1.7
        };
        self.grow_root((need / room).max(tall / head * 0.8).clamp(1.0, most));
        let r = self.root_rect();
        let (room, head) = ((x1 - x0) * r.w, (1.0 - y) * r.h);
        let w = room / n;
        for (i, kid) in kids.iter_mut().enumerate() {
            // Beside a tree drawn so much smaller than it is, people are to be seen, too.
            let living = cast.actors[kid.root].prop.class.is_animate();
            if parent.prop.class == Class::Tree && living && n < 3.0 {
                kid.scale(SHADED);
            }
            kid.fit(w * 0.94, head * 1.08);
            // Who is alone under a tree leaves its trunk to be seen.
            let aside = n < 2.0 && parent.prop.class == Class::Tree && kid.bounds().w < 0.5 * w;
            let along = if aside { 0.26 } else { i as f32 + 0.5 };
            let x = r.x + r.w * x0 + w * along;
            kid.stand(x, 0.03 * r.h, 3);
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Kids stand nearer, beside the middle, so that both can be seen.
    pub(super) fn put_before(&mut self, parent: &Actor, mut kids: Vec<Self>, cast: &Cast) {
        if parent.prop.noun.ends_with("fence") {
            self.put_along(kids, 20);
            return;
        }
        let r = self.root_rect();
        // A low table stands right before the seat that it goes with.
        let low = |kid: &Self| {
            let prop = &cast.actors[kid.root].prop;
            prop.class == Class::Table && prop.height < 0.6
        };
        if parent.prop.class == Class::Seat && kids.len() == 1 && low(&kids[0]) {
            for kid in &mut kids {
                kid.fit(r.w * 0.56, r.h);
                kid.stand(r.cx(), 0.4 * r.h, 20);
                self.pieces.append(&mut kid.pieces);
            }
            return;
        }
        for kid in &mut kids {
            let b = kid.bounds();
            if b.h > r.h * 0.85 && b.w > r.w * 0.5 {
                kid.scale(0.8);
            }
        }
        let spots = beside(&r, &kids, 0.36);
        for (kid, x) in kids.iter_mut().zip(spots) {
            let nearer = 0.16 * r.h.max(kid.bounds().h);
            kid.stand(x, nearer, 20);
            self.pieces.append(&mut kid.pieces);
        }
    }

    pub(super) fn put_behind(&mut self, parent: &Actor, mut kids: Vec<Self>, cast: &Cast) {
        let r = self.bounds();
        if super::is_stall(&parent.prop.noun) {
            // Who sells stands between the counter and the roof.
            let n = kids.len() as f32;
            let root = self.root_rect();
            for (i, kid) in kids.iter_mut().enumerate() {
                kid.fit(root.w * 0.8 / n, root.h * 0.58);
                let x = root.x + root.w * ((i as f32 + 0.5) / n * 0.8 + 0.1);
                kid.stand(x, -0.03 * root.h, -20);
                kid.unshadow();
                self.pieces.append(&mut kid.pieces);
            }
            return;
        }
        if parent.prop.noun.ends_with("counter") {
            // Who serves is seen over the counter, wares and all.
            let (root, n) = (self.root_rect(), kids.len() as f32);
            for (i, kid) in kids.iter_mut().enumerate() {
                let x = root.x + root.w * ((i as f32 + 0.5) / n * 0.8 + 0.1);
                kid.stand(x, -0.12 * root.h, -20);
                kid.unshadow();
                self.pieces.append(&mut kid.pieces);
            }
            return;
        }
        if parent.prop.noun.ends_with("fence") {
            self.put_along(kids, -20);
            return;
        }
        let spots = beside(&r, &kids, 0.34);
        for (kid, x) in kids.iter_mut().zip(spots) {
            let heavenly = cast.actors[kid.root].prop.class == Class::Celestial;
            let b = kid.bounds();
            if heavenly {
                let k = (1.15 * r.h.max(r.w) / b.h.max(0.01)).clamp(0.7, 2.0);
                kid.scale(k);
                let b = kid.bounds();
                kid.stand(r.cx() + 0.14 * b.w, r.cy() + b.h * 0.36, -20);
                kid.unshadow();
            } else if peeks(parent, kid, &r, cast) {
                // A cat behind a sofa looks over its back.
                let (x, lift) = (r.cx() + 0.22 * r.w, r.h - 0.55 * b.h);
                kid.stand(x, -lift, -20);
                kid.unshadow();
            } else {
                kid.stand(x, -0.13 * r.h.max(b.h), -20);
            }
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Sets the kids on the ground in an arc that is open at the back, so that they and what they surround are seen.
    pub(super) fn put_on_ground_around(&mut self, mut kids: Vec<Self>) {
        let r = self.root_rect();
        let n = kids.len();
        let (kw, kh) = kids.iter().fold((0.01_f32, 0.01_f32), |(w, h), k| {
            let b = k.bounds();
            (w.max(b.w), h.max(b.h))
        });
        let spot = |i: usize, rx: f32, ry: f32| {
            // Evenly from side to side, those in the middle nearest.
            let t = if n == 1 {
                0.85
            } else {
                i as f32 / (n as f32 - 1.0)
            };
            let x = 2.0 * t - 1.0;
            let y = (1.0 - x * x).max(0.0).sqrt() - 0.12;
            Rect::standing(r.cx() + rx * x, r.bottom() + ry * y, kw, kh)
        };
        let (mut rx, mut ry) = ((r.w + kw) * 0.56, kh * 0.55);
        for _ in 0..40 {
            let spots: Vec<Rect> = (0..n).map(|i| spot(i, rx, ry)).collect();
            let clear = spots
                .iter()
                .enumerate()
                .all(|(i, a)| spots[i + 1..].iter().all(|b| a.overlap_share(b) < 0.1));
            if clear {
                break;
            }
            rx *= 1.06;
            ry *= 1.03;
        }
        for (i, kid) in kids.iter_mut().enumerate() {
            let place = spot(i, rx, ry);
            let nearer = place.bottom() > r.bottom();
            kid.stand(
                place.cx(),
                place.bottom(),
                if nearer { 12 + i as i32 } else { -6 },
            );
            self.pieces.append(&mut kid.pieces);
        }
    }

    pub(super) fn put_around(&mut self, parent: &Actor, mut kids: Vec<Self>, cast: &Cast) {
        let seats = |k: &Self| cast.actors[k.root].prop.class == Class::Seat;
        if parent.prop.class == Class::Table && kids.iter().all(seats) {
            self.put_seats_around(kids);
            return;
        }
        let floats = |class: Class| {
            class.flies()
                || matches!(
                    class,
                    Class::Swimmer | Class::Hung | Class::Bird | Class::Worn(_)
                )
        };
        let aloft = cast.place.floats()
            || floats(parent.prop.class)
            || kids.iter().any(|k| floats(cast.actors[k.root].prop.class));
        let food = matches!(parent.prop.class, Class::Food | Class::Flat);
        // Before a plain backdrop, things without a front lie around what they surround as on paper.
        let still = |a: &Actor| !a.prop.class.is_animate() && a.prop.height < STILL;
        let plain = matches!(cast.place, Place::Studio | Place::Table)
            && still(parent)
            && kids.iter().all(|k| still(&cast.actors[k.root]));
        let ring = kids.len() > 2
            && (plain
                || kids
                    .iter()
                    .all(|k| cast.ringed.contains(&cast.actors[k.root].phrase)));
        if !aloft && !food && !ring && kids.len() <= ARC {
            self.put_on_ground_around(kids);
            return;
        }
        let r = self.bounds();
        let n = kids.len();
        let (kw, kh) = kids.iter().fold((0.01_f32, 0.01_f32), |(w, h), k| {
            let b = k.bounds();
            (w.max(b.w), h.max(b.h))
        });
        // Kids grow small beside a ring that must hold many of them.
        let (mut rx, mut ry) = ((r.w + kw) * 0.62, (r.h + kh) * 0.56);
        if cast.place == Place::Table {
            ry *= 0.55;
        }
        let start = if n == 2 {
            0.0
        } else if n.is_multiple_of(2) {
            TAU / (2 * n) as f32
        } else {
            -TAU / 4.0
        };
        let spot = |i: usize, rx: f32, ry: f32| {
            let a = start + TAU * i as f32 / n as f32;
            Rect::around(
                r.cx() + rx * libm::cosf(a),
                r.cy() + ry * libm::sinf(a),
                kw,
                kh,
            )
        };
        for _ in 0..24 {
            let spots: Vec<Rect> = (0..n).map(|i| spot(i, rx, ry)).collect();
            let clear = spots.iter().enumerate().all(|(i, a)| {
                a.overlap_share(&r) < 0.01
                    && spots[i + 1..].iter().all(|b| a.overlap_share(b) < 0.01)
            });
            if clear {
                break;
            }
            rx *= 1.06;
            ry *= 1.06;
        }
        for (i, kid) in kids.iter_mut().enumerate() {
            let place = spot(i, rx, ry);
            let z = if place.cy() < r.cy() - 0.01 { -6 } else { 6 };
            kid.stand(place.cx(), place.bottom(), z);
            self.pieces.append(&mut kid.pieces);
        }
    }
}

/// Returns whether a parent is drawn as a house whose gable looks at the viewer.
fn is_gabled(parent: &Actor) -> bool {
    matches!(&parent.prop.art, Art::Set(name) if name == "house")
}

/// Returns the person who sits on a seat.
fn seated<'a>(parent: &Actor, kid: &'a Actor) -> Option<&'a Person> {
    match &kid.prop.art {
        Art::Person(p) if parent.prop.class == Class::Seat && p.pose == Pose::Sit => Some(p),
        _ => None,
    }
}

/// Share of a height up to which what stands behind it is out of sight.
const LOW: f32 = 1.05;

/// Whether an animal that is lower than a seat with a back looks over it.
fn peeks(parent: &Actor, kid: &Assembly, r: &Rect, cast: &Cast) -> bool {
    let b = kid.bounds();
    let backed = parent.prop.anchors.top[2] > 0.2;
    parent.prop.class == Class::Seat
        && backed
        && cast.actors[kid.root].prop.class == Class::Animal
        && b.h <= LOW * r.h
        && b.w < 0.4 * r.w
}

/// Returns places for kids to both sides of a parent that hide at most `cover` of the smaller one.
fn beside(r: &Rect, kids: &[Assembly], cover: f32) -> Vec<f32> {
    let w = kids.iter().map(|k| k.bounds().w).fold(0.01, f32::max);
    if kids.len() == 1 {
        let small = w < 0.4 * r.w;
        // Who is lower than what it is behind looks out at its side.
        let seen = kids[0].bounds().h > LOW * r.h;
        let reach = if small && seen {
            0.22 * r.w
        } else {
            (r.w + w) / 2.0 - cover * r.w.min(w)
        };
        return vec![r.cx() + reach];
    }
    let gap = (r.w / 2.0 - cover * w.min(r.w)).max(0.0);
    (0..kids.len())
        .map(|i| {
            let side = if i % 2 == 0 { 1.0 } else { -1.0 };
            r.cx() + side * (gap + ((i / 2) as f32 + 0.53) * w * 1.06)
        })
        .collect()
}
