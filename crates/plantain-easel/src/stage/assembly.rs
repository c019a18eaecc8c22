//! Assemblies: an actor with everything attached to it, in nominal units, its base at the origin.

use std::f32::consts::TAU;

use plantain_scene::node::Half;

use super::cast::{Actor, Cast, Hold};
use super::lexicon::{Class, Slot};
use super::person::{Person, Pose};
use super::prop::{Anchors, Art};
use super::rect::Rect;

/// One actor's place in an assembly.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub actor: usize,
    pub rect: Rect,
    /// Painted in ascending order.
    pub z: i32,
    pub half: Half,
    /// Where its contact shadow lies, if it stands on something.
    pub shadow: Option<f32>,
    /// End of a string that holds it.
    pub string: Option<(f32, f32)>,
    /// How far it leans, degrees clockwise around its middle.
    pub turn: f32,
}

/// An actor with everything attached to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Assembly {
    pub pieces: Vec<Piece>,
    pub root: usize,
}

/// How far riders of one mount sit apart, in their own widths: each can be told from the next.
const RIDERS_APART: f32 = 0.86;

/// How far above itself a hanging thing is fastened, in nominal units: beyond the upper edge of any picture.
const CEILING: f32 = 40.0;

/// Things that surround another in an arc on the ground; more make a ring.
const ARC: usize = 8;

/// Stems in one arc of a vase; more make two.
const FAN: usize = 6;

/// Stems that stand side by side in a vessel; more make a dome.
const BUNCH_ROW: usize = 4;

/// Smallest scale at which a child still looks like itself beside its parent.
const KID_MIN: f32 = 0.3;

impl Assembly {
    /// Returns the smallest box around all pieces.
    pub fn bounds(&self) -> Rect {
        let mut pieces = self.pieces.iter();
        let first = pieces.next().map_or(Rect::default(), |p| p.rect);
        pieces.fold(first, |all, piece| all.union(&piece.rect))
    }

    /// Returns the box of the root actor.
    pub fn root_rect(&self) -> Rect {
        self.pieces
            .iter()
            .find(|p| p.actor == self.root)
            .map_or(Rect::default(), |p| p.rect)
    }

    /// Builds the assembly of an actor, children first.
    pub fn of(cast: &Cast, actor: usize) -> Self {
        Self::grown(cast, actor, 0)
    }

    fn grown(cast: &Cast, index: usize, depth: usize) -> Self {
        let actor = &cast.actors[index];
        let (w, h) = actor.prop.nominal();
        let rect = Rect::standing(0.0, 0.0, w * actor.grade, h * actor.grade);
        let mut assembly = Self {
            root: index,
            pieces: vec![Piece {
                actor: index,
                rect,
                z: 0,
                half: Half::Whole,
                shadow: Some(0.0),
                string: None,
                turn: 0.0,
            }],
        };
        if depth > 6 {
            return assembly;
        }
        // Everything that is attached in one way is attached together, so that it shares the room there is.
        let mut holds: Vec<(Hold, Vec<Self>)> = Vec::new();
        for tie in cast.ties.iter().filter(|tie| tie.parent == actor.phrase) {
            let kids = share(cast, tie.child, tie.parent, index)
                .into_iter()
                .map(|kid| Self::grown(cast, kid, depth + 1));
            match holds.iter_mut().find(|(hold, _)| *hold == tie.hold) {
                Some((_, list)) => list.extend(kids),
                None => holds.push((tie.hold, kids.collect())),
            }
        }
        holds.retain(|(_, kids)| !kids.is_empty());
        for (_, kids) in &mut holds {
            part(cast, kids);
        }
        for (hold, kids) in holds {
            assembly.attach(actor, hold, kids, cast);
        }
        assembly
    }

    /// Scales about the origin.
    pub fn scale(&mut self, k: f32) {
        for piece in &mut self.pieces {
            piece.rect = piece.rect.scaled(k);
            piece.shadow = piece.shadow.map(|y| y * k);
            piece.string = piece.string.map(|(x, y)| (x * k, y * k));
        }
    }

    /// Moves the assembly; `z` is added to the order of its pieces.
    pub fn shift(&mut self, dx: f32, dy: f32, z: i32) {
        for piece in &mut self.pieces {
            piece.rect = piece.rect.shifted(dx, dy);
            piece.shadow = piece.shadow.map(|y| y + dy);
            piece.string = piece.string.map(|(x, y)| (x + dx, y + dy));
            piece.z += z;
        }
    }

    /// Makes the root larger without touching what hangs on it yet.
    fn grow_root(&mut self, k: f32) {
        if self.pieces.len() == 1 {
            self.scale(k);
        }
    }

    /// Raises everything off the ground.
    pub fn lift(&mut self, by: f32) {
        self.shift(0.0, -by, 0);
        for piece in &mut self.pieces {
            piece.shadow = None;
        }
    }

    fn unshadow(&mut self) {
        let root = self.root;
        for piece in self.pieces.iter_mut().filter(|p| p.actor == root) {
            piece.shadow = None;
        }
    }

    /// Scales to at most the given size and sets the root's base at `(x, y)`.
    fn fit(&mut self, w: f32, h: f32) {
        let b = self.bounds();
        let k = (w / b.w.max(0.01)).min(h / b.h.max(0.01)).min(1.0);
        self.scale(k);
    }

    fn stand(&mut self, x: f32, y: f32, z: i32) {
        let b = self.bounds();
        self.shift(x - b.cx(), y - self.root_rect().bottom(), z);
    }

    fn attach(&mut self, parent: &Actor, hold: Hold, kids: Vec<Self>, cast: &Cast) {
        let anchors = anchors(parent);
        match hold {
            Hold::On => self.put_on(parent, &anchors, kids, cast),
            Hold::In if parent.prop.is_container() || matches!(parent.prop.class, Class::Boat) => {
                self.put_in(parent, &anchors, kids, cast);
            }
            Hold::In
                if matches!(
                    parent.prop.class,
                    Class::Vehicle | Class::Building | Class::Tree
                ) =>
            {
                self.put_behind_sill(&anchors, kids);
            }
            Hold::In => self.put_on(parent, &anchors, kids, cast),
            Hold::Hung => self.put_hanging(&anchors, kids),
            Hold::Above => self.put_above(kids, cast),
            Hold::Under => self.put_under(parent, &anchors, kids),
            Hold::Before => self.put_before(parent, kids, cast),
            Hold::Behind => self.put_behind(parent, kids, cast),
            Hold::Around => self.put_around(parent, kids, cast),
            Hold::AtTable => self.put_at_table(parent, kids, cast),
            Hold::Held => self.put_in_hand(parent, &anchors, kids, cast),
            Hold::Worn(slot) => self.put_on_body(&anchors, slot, kids),
            Hold::Rides => self.put_on_back(parent, &anchors, kids, cast),
            Hold::Eaten => self.put_to_mouth(&anchors, kids),
        }
    }

    fn put_on(&mut self, parent: &Actor, anchors: &Anchors, mut kids: Vec<Self>, cast: &Cast) {
        let lies = parent.prop.lies();
        // On what lies flat, many stand in two rows of one size.
        if lies && kids.len() > 4 {
            let near = kids.split_off(kids.len() / 2);
            let wide = |row: &[Self]| row.iter().map(|k| k.bounds().w * 1.12).sum::<f32>();
            let need = wide(&kids).max(wide(&near)) * 1.25;
            let line = (anchors.top[1] - anchors.top[0]) * self.root_rect().w;
            self.grow_root((need / line).clamp(1.0, 1.7));
            let line = (anchors.top[1] - anchors.top[0]) * self.root_rect().w;
            let k = (line / need).clamp(KID_MIN, 1.0);
            let mut rows = [kids, near];
            for kid in rows.iter_mut().flatten() {
                kid.scale(k);
            }
            let [far, near] = rows;
            let deep = 0.44 * near[0].bounds().h;
            self.put_row(parent, anchors, far, cast, -deep);
            self.put_row(parent, anchors, near, cast, deep);
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

    fn put_row(
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
    fn put_row_at(
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
        let stretch = if lies || parent.prop.class == Class::Table {
            1.7
        } else {
            1.25
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
        for kid in &mut kids {
            let w = kid.bounds().w * k;
            kid.scale(k);
            kid.fit(w / tight, tall);
            let seat = seated(parent, &cast.actors[kid.root]).map(Person::seat);
            let sink = match (lies, seat) {
                (true, _) => 0.0,
                // Hips on the seat, legs before it.
                (_, Some(seat)) => seat * kid.root_rect().h,
                _ => 0.015 * kid.bounds().h,
            };
            kid.stand(x + w / 2.0, y + sink + drop, z);
            if own_shadow && parent.prop.class.is_animate() {
                kid.unshadow();
            }
            x += w + gap * k;
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Piles the kids between the back and the front of a vessel, so that each can be seen over the rim.
    fn put_in(&mut self, parent: &Actor, anchors: &Anchors, mut kids: Vec<Self>, cast: &Cast) {
        let n = kids.len();
        if is_tank(parent) {
            self.put_in_tank(anchors, kids);
            return;
        }
        if n > 1 && kids.iter().all(|k| is_stem(&cast.actors[k.root].prop)) && is_vase(parent) {
            self.put_in_vase(parent, anchors, kids);
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
    fn put_in_vase(&mut self, parent: &Actor, anchors: &Anchors, mut kids: Vec<Self>) {
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
    fn put_in_tank(&mut self, anchors: &Anchors, mut kids: Vec<Self>) {
        let n = kids.len();
        let (w, h) = kids.iter().fold((0.01_f32, 0.01_f32), |(w, h), k| {
            let b = k.bounds();
            (w.max(b.w), h.max(b.h))
        });
        self.grow_root(if n > 3 { 1.5 } else { 1.2 });
        let room = {
            let [x0, y0, x1, y1] = anchors.inside;
            self.root_rect().part([x0, y0, x1 - x0, y1 - y0])
        };
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
    fn put_behind_sill(&mut self, anchors: &Anchors, mut kids: Vec<Self>) {
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

    fn put_above(&mut self, mut kids: Vec<Self>, cast: &Cast) {
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
    fn put_hanging(&mut self, anchors: &Anchors, mut kids: Vec<Self>) {
        let need = kids.iter().map(|k| k.bounds().w * 1.14).sum::<f32>();
        let line = |r: Rect| (anchors.top[1] - anchors.top[0]) * r.w;
        self.grow_root((need / line(self.root_rect()).max(0.01)).clamp(1.0, 1.7));
        let r = self.root_rect();
        let y = r.y + r.h * anchors.top[2];
        let w = line(r) / kids.len() as f32;
        // From leaves and branches things may hang lower than from a line between posts.
        let room = (r.bottom() - y) * 0.8;
        for (i, kid) in kids.iter_mut().enumerate() {
            kid.fit(w * 0.96, room.max(0.3 * r.w));
            let b = kid.bounds();
            let x = r.x + r.w * anchors.top[0] + w * (i as f32 + 0.5);
            kid.shift(x - b.cx(), y - b.y, 3);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    fn put_under(&mut self, parent: &Actor, anchors: &Anchors, mut kids: Vec<Self>) {
        let Some([x0, x1, y]) = anchors.under else {
            return;
        };
        let n = kids.len() as f32;
        let need = kids.iter().map(|k| k.bounds().w).sum::<f32>() * 1.1;
        let tall = kids.iter().map(|k| k.bounds().h).fold(0.01, f32::max);
        let r = self.root_rect();
        let (room, head) = ((x1 - x0) * r.w, (1.0 - y) * r.h);
        self.grow_root((need / room).max(tall / head * 0.8).clamp(1.0, 1.7));
        let r = self.root_rect();
        let (room, head) = ((x1 - x0) * r.w, (1.0 - y) * r.h);
        let w = room / n;
        for (i, kid) in kids.iter_mut().enumerate() {
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
    fn put_before(&mut self, parent: &Actor, mut kids: Vec<Self>, cast: &Cast) {
        let r = self.root_rect();
        // A low table stands right before the seat that it goes with.
        let low = |kid: &Self| {
            let prop = &cast.actors[kid.root].prop;
            prop.class == Class::Table && prop.height < 0.6
        };
        if parent.prop.class == Class::Seat && kids.len() == 1 && low(&kids[0]) {
            for kid in &mut kids {
                kid.fit(r.w * 0.62, r.h);
                kid.stand(r.cx(), 0.3 * r.h, 20);
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

    fn put_behind(&mut self, parent: &Actor, mut kids: Vec<Self>, cast: &Cast) {
        let r = self.bounds();
        let stall = ["stall", "stand", "booth", "kiosk"]
            .iter()
            .any(|word| parent.prop.noun.ends_with(word));
        if stall {
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
            } else {
                kid.stand(x, -0.13 * r.h.max(b.h), -20);
            }
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Sets those who sit at a table behind it, side by side.
    fn put_at_table(&mut self, parent: &Actor, mut kids: Vec<Self>, cast: &Cast) {
        let n = kids.len() as f32;
        for kid in &mut kids {
            if let Art::Person(p) = &cast.actors[kid.root].prop.art {
                // Children are sat high enough to look over the table.
                let share = (p.height() / parent.prop.height.max(0.3)).clamp(1.7, 1.9);
                let h = kid.root_rect().h;
                kid.scale(share * self.root_rect().h / h);
            }
        }
        let wide: f32 = kids.iter().map(|k| k.root_rect().w * 0.9).sum();
        self.grow_root((wide / self.root_rect().w).clamp(1.0, 1.7));
        let r = self.root_rect();
        // Boxes of neighbours hardly overlap, however many they are.
        let k = (r.w * 0.94 / wide.max(0.01)).min(1.0);
        for kid in &mut kids {
            kid.scale(k);
        }
        for (i, kid) in kids.iter_mut().enumerate() {
            let x = r.x + r.w * ((i as f32 + 0.5) / n);
            kid.stand(x, -0.02 * r.h, -4);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Sets the kids on the ground in an arc that is open at the back, so that they and what they surround are seen.
    fn put_on_ground_around(&mut self, mut kids: Vec<Self>) {
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

    fn put_around(&mut self, parent: &Actor, mut kids: Vec<Self>, cast: &Cast) {
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
        if !aloft && !food && kids.len() <= ARC {
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

    fn put_in_hand(&mut self, parent: &Actor, anchors: &Anchors, mut kids: Vec<Self>, cast: &Cast) {
        let r = self.root_rect();
        let n = kids.len();
        let animate = super::mend::can_wear(&parent.prop.noun);
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
            if prop.class == Class::Airborne {
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
                kid.stand(hx + out * b.w * 0.34, hy + 0.1 * b.h, 4);
                kid.unshadow();
            } else {
                let b = kid.bounds();
                let k = (r.h * 0.15 / b.h.max(b.w)).clamp(1.0, 2.0);
                kid.scale(k);
                let wide = matches!(prop.class, Class::Animal | Class::Bird | Class::Person)
                    || prop.height > 0.7;
                let large = match (wide, prop.height < 0.2) {
                    (true, _) => 0.4,
                    (_, true) => 0.16,
                    _ => 0.26,
                };
                kid.fit(r.h * large, r.h * large);
                let b = kid.bounds();
                // Long things are gripped low, others in the middle; who is carried leaves the bearer's face free.
                let living = prop.class.is_animate();
                let grip = match (living, b.h > 1.4 * b.w) {
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

    fn put_on_body(&mut self, anchors: &Anchors, slot: Slot, mut kids: Vec<Self>) {
        let r = self.root_rect();
        let [hx, hy, hw] = anchors.head;
        let [nx, ny, nw] = anchors.neck;
        for kid in &mut kids {
            let b = kid.bounds();
            let (x, w) = match slot {
                Slot::Head => (hx, hw * 1.1),
                Slot::Eyes => (hx, hw * 0.82),
                Slot::Neck => (nx, nw * 1.15),
                Slot::Hand | Slot::Feet => (hx, 0.25),
                Slot::Torso | Slot::Legs | Slot::Whole | Slot::Back => (0.55, 0.5),
            };
            kid.scale(r.w * w / b.w.max(0.01));
            let b = kid.bounds();
            let y = match slot {
                Slot::Head => hy * r.h + b.h * 0.2,
                Slot::Eyes => anchors.eyes * r.h + b.h / 2.0,
                // The loop of a scarf is at its top, a bow is all loop.
                Slot::Neck if b.h > 0.8 * b.w => ny * r.h + b.h * 0.8,
                Slot::Neck => ny * r.h + b.h * 0.5,
                Slot::Feet => r.h,
                _ => 0.62 * r.h + b.h / 2.0,
            };
            kid.stand(r.x + x * r.w, r.y + y, 5);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    fn put_on_back(&mut self, parent: &Actor, anchors: &Anchors, mut kids: Vec<Self>, cast: &Cast) {
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
                None => kid.fit(r.w * 0.62, r.h * 1.15),
            }
            let b = kid.root_rect();
            let x = bx + (i as f32 - (n - 1.0) / 2.0) * b.w * RIDERS_APART;
            let (sink, z) = match (mount, person) {
                (Class::Cycle, Some(_)) if boarded => (0.02, 2),
                (_, Some(p)) => (p.seat(), 2),
                (Class::Cycle, None) => (0.3, 2),
                (Class::Animal | Class::Bird | Class::Swimmer, None) => (0.12, 2),
                _ => (0.38, -2),
            };
            let x = if boarded { r.cx() } else { x };
            let y = if boarded { r.y + r.h * 0.34 } else { by };
            kid.stand(x, y + sink * b.h, z);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    fn put_to_mouth(&mut self, anchors: &Anchors, mut kids: Vec<Self>) {
        let r = self.root_rect();
        let (mx, my) = r.at(anchors.mouth[0], anchors.mouth[1]);
        let side = if mx <= r.cx() { -1.0 } else { 1.0 };
        for (i, kid) in kids.iter_mut().enumerate() {
            kid.fit(r.w.max(r.h * 0.6) * 0.5, r.h * 0.42);
            let b = kid.bounds();
            let x = mx + side * b.w * (0.34 + 0.9 * i as f32);
            kid.stand(x, my + b.h * 0.62, 4);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }
}

/// Returns in how many rows the kids are to stand, if the prompt says so.
fn rows_asked(kids: &[Assembly], cast: &Cast) -> Option<usize> {
    let first = cast.actors[kids.first()?.root].phrase;
    let same = kids.iter().all(|k| cast.actors[k.root].phrase == first);
    let rows = cast.rows.iter().find(|(phrase, _)| *phrase == first)?.1;
    (same && rows > 1 && kids.len() >= 2 * rows).then_some(rows)
}

/// Returns the person who sits on a seat.
fn seated<'a>(parent: &Actor, kid: &'a Actor) -> Option<&'a Person> {
    match &kid.prop.art {
        Art::Person(p) if parent.prop.class == Class::Seat && p.pose == Pose::Sit => Some(p),
        _ => None,
    }
}

/// Returns the length in metres of what one stands on.
fn board_length(noun: &str) -> f32 {
    match noun {
        "surfboard" => 2.0,
        "snowboard" => 1.5,
        _ => 0.9,
    }
}

/// Returns places for kids to both sides of a parent that hide at most `cover` of the smaller one.
fn beside(r: &Rect, kids: &[Assembly], cover: f32) -> Vec<f32> {
    let w = kids.iter().map(|k| k.bounds().w).fold(0.01, f32::max);
    if kids.len() == 1 {
        let small = w < 0.4 * r.w;
        let reach = if small {
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

/// Returns an actor's anchors as it stands, mirrored or not.
pub fn anchors(actor: &Actor) -> Anchors {
    if actor.flip {
        actor.prop.anchors.mirrored()
    } else {
        actor.prop.anchors
    }
}

/// Returns the part of a child phrase's actors that belongs to one parent actor: as even as can be.
fn share(cast: &Cast, child: usize, parent: usize, index: usize) -> Vec<usize> {
    let (kids, parents) = (&cast.groups[child], &cast.groups[parent]);
    let Some(at) = parents.iter().position(|p| *p == index) else {
        return Vec::new();
    };
    // On a stack or a pile, things lie on the topmost.
    if cast.stacked.contains(&parent) {
        return if at + 1 == parents.len() {
            kids.clone()
        } else {
            Vec::new()
        };
    }
    kids.iter()
        .enumerate()
        .filter(|(i, _)| i * parents.len() / kids.len().max(1) == at)
        .map(|(_, kid)| *kid)
        .collect()
}

/// Moves what stands between others into their middle.
fn part(cast: &Cast, kids: &mut Vec<Assembly>) {
    for (middle, sides) in &cast.between {
        let phrase = |kid: &Assembly| cast.actors[kid.root].phrase;
        let others: Vec<usize> = (0..kids.len())
            .filter(|i| {
                cast.between
                    .iter()
                    .any(|(m, o)| m == middle && *o == phrase(&kids[*i]))
            })
            .collect();
        let Some(own) = kids.iter().position(|kid| phrase(kid) == *middle) else {
            continue;
        };
        if others.len() < 2 || !kids.iter().any(|kid| phrase(kid) == *sides) {
            continue;
        }
        let kid = kids.remove(own);
        let after = others[(others.len() - 1) / 2];
        let at = if after > own { after } else { after + 1 };
        kids.insert(at.min(kids.len()), kid);
    }
}

/// Returns whether one sees what is in it from the side.
fn is_tank(parent: &Actor) -> bool {
    matches!(&parent.prop.art, Art::Set(name) if ["fishbowl", "bird-cage"].contains(&name.as_str()))
}

/// Returns whether it is a single flower on a stem.
fn is_stem(prop: &super::prop::Prop) -> bool {
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
fn is_flower(prop: &super::prop::Prop) -> bool {
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
fn pyramid(n: usize) -> usize {
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
