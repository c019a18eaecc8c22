//! What is in something: piles in bowls, stems in vases, fish in tanks, faces at windows.

use plantain_scene::node::Half;

use super::super::cast::{Actor, Cast};
use super::super::lexicon::Class;
use super::super::prop::{Anchors, Art, Prop};
use super::super::rect::Rect;
use super::{Assembly, KID_MIN, Piece};

/// Stems in one arc of a vase; more make two.
const FAN: usize = 6;

/// Stems that stand side by side in a vessel; more make a dome.
const BUNCH_ROW: usize = 4;

/// Higher than this, in their widths, things stand in a jar rather than lie in it.
const LONG: f32 = 1.7;
/// How far down a jar its neck ends, in its heights.
const JAR_NECK: f32 = 0.27;

impl Assembly {
    /// Piles the kids between the back and the front of a vessel, so that each can be seen over the rim.
    pub(super) fn put_in(
        &mut self,
        parent: &Actor,
        anchors: &Anchors,
        mut kids: Vec<Self>,
        cast: &Cast,
    ) {
        let n = kids.len();
        if is_tank(parent) {
            self.put_in_tank(anchors.inside, kids);
            return;
        }
        if n > 1 && kids.iter().all(|k| is_stem(&cast.actors[k.root].prop)) && is_vase(parent) {
            self.put_in_vase(parent, anchors, kids);
            return;
        }
        // Through the glass of a jar everything in it is seen, below its neck.
        let jar = matches!(&parent.prop.art, Art::Set(name) if name == "open-jar");
        // Long things look over its rim, as stems do.
        let small = |k: &Self| {
            let b = k.bounds();
            !is_stem(&cast.actors[k.root].prop) && b.h < LONG * b.w
        };
        if jar && kids.iter().all(small) {
            let [x0, _, x1, y1] = anchors.inside;
            self.put_in_tank([x0, JAR_NECK, x1, y1], kids);
            return;
        }
        let widest = kids.iter().map(|k| k.bounds().w).fold(0.01, f32::max);
        let tallest = kids.iter().map(|k| k.bounds().h).fold(0.01, f32::max);
        let bunch =
            tallest > 1.7 * widest || kids.iter().all(|k| is_flower(&cast.actors[k.root].prop));
        // Many stems make a dome: their heads stand closely, one row over the next.
        let dome = bunch && n > BUNCH_ROW;
        // Up to three animals look out side by side.
        let litter = n <= 3
            && kids
                .iter()
                .all(|k| cast.actors[k.root].prop.class.is_animate());
        let columns = if bunch && !dome || litter {
            n
        } else {
            pyramid(n)
        };
        let (across, up) = if dome { (0.86, 0.42) } else { (1.0, 0.86) };
        let opening = |r: Rect| (anchors.inside[2] - anchors.inside[0]) * r.w;
        let wanted = widest * columns as f32 * across;
        self.grow_root((wanted * 0.7 / opening(self.root_rect()).max(0.01)).clamp(1.0, 1.6));
        let r = self.root_rect();
        let room = if bunch {
            // A bunch spreads above its opening.
            (opening(r) * 1.25).max(r.w * if dome { 1.5 } else { 1.15 })
        } else {
            opening(r) * 0.98
        };
        let k = (room / wanted)
            .clamp(KID_MIN * 0.7, 1.0)
            .min(r.h * 1.5 / tallest);
        let (w, h) = (widest * k, tallest * k);
        let middle = r.x + r.w * (anchors.inside[0] + anchors.inside[2]) / 2.0;
        let rim = r.y + r.h * (anchors.inside[1] + (anchors.inside[3] - anchors.inside[1]) * 0.55);
        let sink = if h > r.h * 0.8 { 0.3 * r.h } else { 0.38 * h };
        let split = parent.prop.splits;
        if split {
            self.pieces[0].half = Half::Back;
            let front = Piece {
                half: Half::Front,
                z: 8,
                shadow: None,
                ..self.pieces[0].clone()
            };
            self.pieces.push(front);
        }
        let (mut row, mut column, mut length) = (0, 0, columns);
        for kid in &mut kids {
            kid.scale(k);
            let x = middle + (column as f32 - (length as f32 - 1.0) / 2.0) * w * across;
            let y = rim + sink - row as f32 * h * up;
            // Later rows lie behind the first, and all behind the front of the vessel.
            let z = if split { 4 - row.min(3) } else { -2 - row };
            kid.stand(x, y, z);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
            column += 1;
            if column == length && length > 1 {
                (row, column, length) = (row + 1, 0, length - 1);
            }
        }
    }

    /// Fans stems out of the neck of a vase: every flower leans away from the middle, inner ones stand lower before outer ones.
    pub(super) fn put_in_vase(&mut self, parent: &Actor, anchors: &Anchors, mut kids: Vec<Self>) {
        let n = kids.len();
        let r = self.root_rect();
        let (mx, my) = r.at(
            (anchors.inside[0] + anchors.inside[2]) / 2.0,
            anchors.inside[1].max(0.03),
        );
        let outer = if n <= FAN { n } else { n.div_ceil(2) + n / 8 };
        // Heads stand side by side along the arcs.
        let tall = r.h * 0.62;
        let widest = kids
            .iter()
            .map(|k| k.bounds().w / k.bounds().h.max(0.01))
            .fold(0.01, f32::max);
        let radius = tall.min(r.w * 1.3) * if n > FAN { 1.25 } else { 1.0 };
        let span = |count: usize| (26.0 * (count as f32 - 1.0)).min(136.0);
        let arc = span(outer).to_radians() * radius * 0.9;
        let need = widest * radius * (outer as f32 - 1.0).max(1.0) * 0.9;
        let high = radius * (arc / need).clamp(0.34, 1.0);
        if parent.prop.splits {
            self.pieces[0].half = Half::Back;
            let front = Piece {
                half: Half::Front,
                z: 30,
                shadow: None,
                ..self.pieces[0].clone()
            };
            self.pieces.push(front);
        }
        for (i, kid) in kids.iter_mut().enumerate() {
            let inner = i >= outer;
            let (at, count) = if inner {
                (i - outer, n - outer)
            } else {
                (i, outer)
            };
            let t = if count == 1 {
                0.5
            } else {
                at as f32 / (count as f32 - 1.0)
            };
            let lean = (t - 0.5) * span(count) * if inner { 1.1 } else { 1.0 };
            let (sin, cos) = (libm::sinf(lean.to_radians()), libm::cosf(lean.to_radians()));
            kid.scale(high / kid.bounds().h.max(0.01));
            let b = kid.bounds();
            // The stem begins in the neck; the middle of the flower lies up along its lean.
            let far = radius * if inner { 0.78 } else { 1.2 };
            let reach = (far - b.h / 2.0).max(b.h * 0.3);
            let (cx, cy) = (mx + sin * reach, my - cos * reach);
            kid.shift(
                cx - b.cx(),
                cy - b.cy(),
                if inner { 8 + at as i32 } else { -2 },
            );
            for piece in &mut kid.pieces {
                piece.turn = lean;
                piece.string = Some((mx, my + 0.04 * r.h));
            }
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Spreads the kids over the inside of a tank or a cage, which is seen through.
    pub(super) fn put_in_tank(&mut self, [x0, y0, x1, y1]: [f32; 4], mut kids: Vec<Self>) {
        let n = kids.len();
        let (w, h) = kids.iter().fold((0.01_f32, 0.01_f32), |(w, h), k| {
            let b = k.bounds();
            (w.max(b.w), h.max(b.h))
        });
        self.grow_root(if n > 3 { 1.5 } else { 1.2 });
        let room = self.root_rect().part([x0, y0, x1 - x0, y1 - y0]);
        // As many columns as make the cells most like the kids.
        let cells = |columns: usize| {
            let rows = n.div_ceil(columns);
            (room.w / columns as f32, room.h / rows as f32)
        };
        let scale = |columns: usize| {
            let (cw, ch) = cells(columns);
            (cw / w).min(ch / h)
        };
        let columns = (1..=n)
            .max_by(|a, b| scale(*a).total_cmp(&scale(*b)))
            .unwrap_or(1);
        let (cw, ch) = cells(columns);
        let k = (scale(columns) * 0.84).min(1.4);
        for (i, kid) in kids.iter_mut().enumerate() {
            kid.scale(k);
            let (row, column) = (i / columns, i % columns);
            let here = columns.min(n - row * columns);
            let sway = if column % 2 == 0 { 0.06 } else { -0.06 };
            let x = room.cx() + (column as f32 - (here as f32 - 1.0) / 2.0) * cw * 0.94;
            let y = room.y + (row as f32 + 0.5 + sway) * ch;
            kid.stand(x, y + kid.bounds().h / 2.0, 4);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Things in a car, a house or a tree look out of it.
    pub(super) fn put_behind_sill(&mut self, anchors: &Anchors, mut kids: Vec<Self>) {
        let r = self.root_rect();
        let [x0, y0, x1, y1] = anchors.inside;
        let n = kids.len() as f32;
        let w = (x1 - x0) * r.w / n;
        for (i, kid) in kids.iter_mut().enumerate() {
            kid.fit(w * 0.9, (y1 - y0).max(0.35) * r.h);
            kid.stand(r.x + r.w * x0 + w * (i as f32 + 0.5), r.y + r.h * y1, 3);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }
}

/// The square within a round thing seen from above, on which others are spread.
const ROUND: [f32; 4] = [0.2, 0.2, 0.8, 0.8];
/// The part of a leaf on which small animals sit.
const BLADE: [f32; 4] = [0.22, 0.26, 0.86, 0.74];
/// The part of a cloth seen from above on which cutlery lies.
const CLOTH: [f32; 4] = [0.14, 0.06, 0.86, 0.9];

/// Returns the part of a thing seen from above over which what is on it is spread.
pub(super) fn spread_on(parent: &Actor) -> Option<[f32; 4]> {
    match &parent.prop.art {
        Art::Set(name) if name.ends_with("-pizza") || name == "spider-web" => Some(ROUND),
        Art::Set(name) if name == "leaf" => Some(BLADE),
        Art::Set(name) if name == "napkin" => Some(CLOTH),
        _ => None,
    }
}

/// Returns whether one sees what is in it from the side.
fn is_tank(parent: &Actor) -> bool {
    matches!(&parent.prop.art, Art::Set(name) if ["fishbowl", "bird-cage", "snow-globe"].contains(&name.as_str()))
}

/// Returns whether it is a single flower on a stem.
fn is_stem(prop: &Prop) -> bool {
    let head = prop.noun.rsplit(' ').next().unwrap_or(&prop.noun);
    [
        "flower",
        "rose",
        "tulip",
        "daisy",
        "sunflower",
        "lily",
        "poppy",
        "carnation",
        "daffodil",
        "peony",
        "orchid",
        "iris",
        "gerbera",
        "wildflower",
    ]
    .contains(&head)
}

/// Returns whether it has a neck that holds stems.
fn is_vase(parent: &Actor) -> bool {
    let head = parent
        .prop
        .noun
        .rsplit(' ')
        .next()
        .unwrap_or(&parent.prop.noun);
    ["vase", "jug", "pitcher", "bottle", "jar", "glass"].contains(&head)
}

/// Returns whether it goes into a vase by its stem.
fn is_flower(prop: &Prop) -> bool {
    prop.class == Class::Plant
        || [
            "flower",
            "rose",
            "tulip",
            "daisy",
            "sunflower",
            "bouquet",
            "lily",
        ]
        .contains(&prop.noun.as_str())
}

/// Returns the length of the lowest row of a pyramid of `n`.
pub(super) fn pyramid(n: usize) -> usize {
    let least = (1..).find(|k| k * (k + 1) / 2 >= n).unwrap_or(1);
    // Large heaps are broader than they are high.
    if n > 10 { least + 2 } else { least }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pyramids_hold_what_they_must() {
        for (n, k) in [(1, 1), (3, 2), (6, 3), (7, 4), (30, 10)] {
            assert_eq!(pyramid(n), k);
        }
    }
}
