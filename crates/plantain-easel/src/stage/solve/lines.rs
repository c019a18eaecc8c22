//! Lines by depth: how blocks are parted into them, how large they are, and where they are set down.

use plantain_read::{Position, RelationKind, SizeWord};

use super::super::assembly::Assembly;
use super::super::block::Block;
use super::super::lexicon::Class;
use super::super::place::Place;
use super::super::rect::Rect;
use super::{DEPTH_STEP, Line, Solver, Stood};

/// From how many times as wide as high on a thing is long, and the share of the width that it may take.
const LONG: f32 = 2.5;
const WIDEST: f32 = 0.84;

pub(super) fn far_shrink(depth: usize) -> f32 {
    if depth == 0 { 1.0 } else { 0.94 }
}

impl Solver<'_> {
    /// Returns ways to part blocks into lines by depth, nearest first.
    pub(super) fn partitions(&self, blocks: &[Block]) -> Vec<Vec<Vec<usize>>> {
        let all: Vec<usize> = (0..blocks.len()).collect();
        let mut out = vec![vec![all.clone()]];
        // "A green pepper, a red pepper and a yellow pepper in a row" stand in one.
        let row = |b: &Block| b.arrangement == Some(plantain_read::Arrangement::Row);
        if blocks.len() < 2 || blocks.iter().all(row) {
            return out;
        }
        let far = |i: usize| {
            let phrase = blocks[i].phrases[0];
            match self.position(&blocks[i]) {
                Some(Position::Background) => return true,
                Some(
                    Position::Foreground
                    | Position::Bottom
                    | Position::BottomLeft
                    | Position::BottomRight,
                ) => return false,
                _ => {}
            }
            self.cast.prop(phrase).is_some_and(|p| {
                matches!(p.class, Class::Building | Class::Tree | Class::Land)
                    || (self.cast.place == Place::Beach && p.class == Class::Boat)
            })
        };
        let tied = |i: usize| {
            self.brief.relations.iter().any(|r| {
                matches!(
                    r.kind,
                    RelationKind::LeftOf
                        | RelationKind::RightOf
                        | RelationKind::Between
                        | RelationKind::NextTo
                        | RelationKind::Chasing
                        | RelationKind::LookingAt
                ) && !self.on_walls(r.subject, r.object)
                    && (blocks[i].phrases.contains(&self.root(r.subject))
                        || blocks[i].phrases.contains(&self.root(r.object)))
            }) || self.position(&blocks[i]).is_some_and(|p| {
                !far(i) && !matches!(p, Position::Background | Position::Foreground)
            })
        };
        let (back, front): (Vec<usize>, Vec<usize>) =
            all.iter().partition(|i| far(**i) && !tied(**i));
        if !back.is_empty() && !front.is_empty() {
            out.push(vec![front, back]);
        }
        if blocks.len() > 2 {
            let mut free: Vec<usize> = all.iter().copied().filter(|i| !tied(*i)).collect();
            // The taller ones stand behind, and nobody shorter stands behind them.
            let tall = |i: &usize| {
                self.cast
                    .prop(blocks[*i].phrases[0])
                    .map_or(0.0, |p| p.height)
            };
            free.sort_by(|a, b| tall(b).total_cmp(&tall(a)));
            let clear = |k: &usize| {
                let least = free[..*k].iter().map(tall).fold(f32::MAX, f32::min);
                let rest = all.iter().filter(|i| !free[..*k].contains(i));
                least >= rest.map(tall).fold(0.0, f32::max)
            };
            let most = free.len().min(blocks.len() / 2);
            let k = (1..=most).rev().find(clear).unwrap_or(0);
            free.truncate(k);
            let back: Vec<usize> = all.iter().copied().filter(|i| free.contains(i)).collect();
            let front: Vec<usize> = all.iter().copied().filter(|i| !free.contains(i)).collect();
            if !back.is_empty() && !front.is_empty() {
                out.push(vec![front, back]);
            }
        }
        out
    }

    /// Stands blocks on the ground in the arrangement that lets them be largest.
    pub(super) fn stand(&self, blocks: &[Block], frame: Rect, upper: bool) -> Stood {
        let mut best: Option<(f32, Vec<Line>, f32)> = None;
        for partition in self.partitions(blocks) {
            for rows in 1..=self.rows_max(blocks) {
                let lines: Vec<Line> = partition
                    .iter()
                    .enumerate()
                    .map(|(depth, line)| Line {
                        blocks: line.iter().map(|i| blocks[*i].lay(rows)).collect(),
                        depth,
                    })
                    .collect();
                let scale = self.scale(&lines, frame, upper);
                let deep_lines = partition.len() > 1;
                // One line of few reads best; more lines must earn it.
                // Near a tie the seed has its say.
                let whim = self
                    .rng
                    .fork(&format!("whim {} {rows}", partition.len()))
                    .range(0.88, 1.0);
                let taste = scale
                    * whim
                    * if deep_lines { 0.98 } else { 1.0 }
                    * (1.0 - 0.04 * (rows as f32 - 1.0));
                if best
                    .as_ref()
                    .is_none_or(|(score, _, _)| taste > *score + 1e-4)
                {
                    best = Some((taste, lines, scale));
                }
            }
        }
        match best {
            Some((_, lines, scale)) => self.set_down(lines, scale, frame),
            None => Stood::default(),
        }
    }

    /// Returns in how many rows a group may stand: as many as make it about as wide as the canvas.
    pub(super) fn rows_max(&self, blocks: &[Block]) -> usize {
        let most = blocks.iter().max_by_key(|b| b.members.len());
        let Some(block) = most else { return 1 };
        // On the edge of a sea that is cut open there is one row only.
        if self.cast.place == Place::SeaCut {
            return 1;
        }
        let n = block.members.len() as f32;
        let b = block
            .members
            .first()
            .map_or(Rect::new(0.0, 0.0, 1.0, 1.0), Assembly::bounds);
        let share = (1.0 / blocks.len() as f32).max(0.62);
        let aspect = (b.w / b.h.max(0.01)) * (self.h / (self.w * share));
        ((n * aspect * 0.5).sqrt().round() as usize).clamp(1, 5)
    }

    /// Returns the largest scale at which the lines fit.
    pub(super) fn scale(&self, lines: &[Line], frame: Rect, upper: bool) -> f32 {
        let mut scale = f32::MAX;
        for line in lines {
            let sum: f32 = line.blocks.iter().map(|b| b.bounds.w).sum();
            let gaps = 0.1 * sum * (line.blocks.len() as f32 - 1.0) / line.blocks.len() as f32;
            scale = scale.min(frame.w / (sum + gaps).max(0.01) / far_shrink(line.depth));
        }
        scale = scale.min(frame.h / self.total(lines).max(0.01));
        // A single thing leads without filling the canvas; a figure of several may take more.
        // How near the viewer stands is the seed's.
        let nearest = if self.cast.place.is_outside() {
            0.74
        } else {
            0.84
        };
        let near = self.rng.fork("distance").range(nearest, 1.08) * self.modesty();
        let lone = near
            * match self.cast.place {
                Place::Underwater => 0.26,
                // What others fly over towers itself.
                _ if upper && self.lone_tower(lines) => 0.52,
                _ if upper => 0.4,
                Place::Studio | Place::Table => 0.6,
                _ => 0.52,
            };
        let members = || {
            lines
                .iter()
                .flat_map(|l| &l.blocks)
                .flat_map(|b| &b.members)
        };
        // The smaller of what the height allows and what the width does.
        let tall = self.h.min(self.w * 1.3);
        let wide = self.w.min(self.h * 1.5);
        let room = |b: Rect, share: f32| {
            // What is long and low may run across most of the canvas.
            let across = if b.w > LONG * b.h {
                WIDEST
            } else {
                share + 0.12
            };
            (tall * share / b.h.max(0.01)).min(wide * across / b.w.max(0.01))
        };
        let pieces = members()
            .flat_map(|m| m.pieces.iter().map(move |p| (p, m.pieces.len())))
            .map(|(p, company)| {
                let class = self.cast.actors[p.actor].prop.class;
                // Figures are tall and narrow, and so is what towers over them: they lead at nearly full height.
                let upright = class == Class::Person && !upper;
                let towers = matches!(class, Class::Tree | Class::Building) && company > 1;
                room(p.rect, if upright || towers { lone + 0.22 } else { lone })
            })
            .fold(f32::MAX, f32::min);
        let wholes = members()
            .map(|m| room(m.bounds(), lone + 0.22))
            .fold(f32::MAX, f32::min);
        scale.min(pieces).min(wholes)
    }

    /// Returns whether a single building or tree is all that stands.
    fn lone_tower(&self, lines: &[Line]) -> bool {
        let mut all = lines
            .iter()
            .flat_map(|l| &l.blocks)
            .flat_map(|b| &b.members);
        let tower = |m: &Assembly| {
            let prop = &self.cast.actors[m.root].prop;
            matches!(prop.class, Class::Building | Class::Tree)
        };
        matches!((all.next(), all.next()), (Some(only), None) if tower(only))
    }

    /// Returns how much less of the picture things take that are all said to be small.
    fn modesty(&self) -> f32 {
        let sizes = self
            .cast
            .groups
            .iter()
            .enumerate()
            .filter_map(|(p, group)| {
                let root = !group.is_empty() && self.cast.parent(p).is_none();
                root.then_some(self.brief.objects[p].size)
            });
        sizes
            .map(|size| match size {
                Some(SizeWord::Tiny) => 0.6,
                Some(SizeWord::Small) => 0.82,
                _ => 1.0,
            })
            .reduce(f32::max)
            .unwrap_or(1.0)
    }

    /// Returns the height of all lines, nearer ones covering the feet of farther ones a little.
    pub(super) fn total(&self, lines: &[Line]) -> f32 {
        let above = match lines {
            [only] => height(only),
            [near, far, ..] => {
                let set_back = self.set_back(height(near), height(far));
                (set_back + far_shrink(1) * height(far)).max(height(near))
            }
            [] => 0.0,
        };
        above + self.foot(lines)
    }

    /// Returns how far the lines reach below the base of the nearest: a ring stands around its middle, also when it is far.
    fn foot(&self, lines: &[Line]) -> f32 {
        let below = |l: &Line| {
            l.blocks
                .iter()
                .map(|b| b.bounds.bottom())
                .fold(0.0, f32::max)
        };
        match lines {
            [only] => below(only),
            [near, far, ..] => {
                let set_back = self.set_back(height(near), height(far));
                below(near).max(far_shrink(1) * below(far) - set_back)
            }
            [] => 0.0,
        }
    }

    /// Returns how far behind the nearer line the farther one stands: as far as its things need to be seen over the nearer
    /// ones. Outside, what is much taller can be seen anyhow.
    pub(super) fn set_back(&self, near: f32, far: f32) -> f32 {
        let towers = self.cast.place.is_outside() && far > 1.7 * near;
        near * if towers { 0.4 } else { 0.9 }
    }

    pub(super) fn set_down(&self, lines: Vec<Line>, scale: f32, frame: Rect) -> Stood {
        let total = self.total(&lines) * scale;
        let foot = self.foot(&lines);
        // Content sits a little below the middle of its frame.
        let slack = (frame.h - total).max(0.0);
        let sit = match self.cast.place {
            Place::Studio | Place::Pitch => 0.5,
            Place::Table => 0.42,
            // What lies on the seabed lies on its sand.
            Place::Underwater => 0.0,
            _ => 0.3,
        };
        let base = frame.bottom() - slack * sit - foot * scale;
        let mut stood = Stood {
            scale,
            top: frame.bottom(),
            ..Stood::default()
        };
        let tall = |at: usize| lines.get(at).map_or(0.0, height);
        let set_back = self.set_back(tall(0), tall(1));
        let mut before: Vec<Rect> = Vec::new();
        for line in lines {
            let k = scale * far_shrink(line.depth);
            let y = base
                - if line.depth > 0 {
                    set_back * scale
                } else {
                    0.0
                };
            let mut centers = self.spread(&line, k, frame);
            if line.depth > 0 {
                self.stagger(&line, k, (frame, y), &before, &mut centers);
            }
            before.extend(
                line.blocks
                    .iter()
                    .zip(&centers)
                    .map(|(laid, cx)| laid.bounds.scaled(k).shifted(*cx, y)),
            );
            for (laid, cx) in line.blocks.into_iter().zip(centers) {
                stood.put(laid, k, cx, y, DEPTH_STEP * (10 - line.depth as i32));
            }
        }
        stood
    }

    /// Moves a farther line sideways to where the nearer one hides least of it.
    fn stagger(
        &self,
        line: &Line,
        k: f32,
        (frame, y): (Rect, f32),
        before: &[Rect],
        centers: &mut [f32],
    ) {
        const STEPS: i32 = 12;
        let placed = line
            .blocks
            .iter()
            .any(|b| self.brief.objects[b.phrases[0]].position.is_some());
        let boxes: Vec<Rect> = line
            .blocks
            .iter()
            .zip(centers.iter())
            .map(|(laid, cx)| laid.bounds.scaled(k).shifted(*cx, y))
            .collect();
        let Some(all) = boxes.iter().copied().reduce(|a, b| a.union(&b)) else {
            return;
        };
        let hidden = |by: f32| -> f32 {
            boxes
                .iter()
                .flat_map(|far| {
                    before
                        .iter()
                        .map(move |near| far.shifted(by, 0.0).overlap(near))
                })
                .sum()
        };
        let (left, right) = (
            (frame.x - all.x).min(0.0),
            (frame.right() - all.right()).max(0.0),
        );
        let mut best = (hidden(0.0), 0.0);
        for step in -STEPS..=STEPS {
            let share = step as f32 / STEPS as f32;
            let by = if share < 0.0 {
                -share * left
            } else {
                share * right
            };
            // A step to the side must be worth it.
            let cost = hidden(by) + 0.02 * all.w * all.h * share.abs();
            if cost < best.0 * 0.98 {
                best = (cost, by);
            }
        }
        if !placed {
            centers.iter_mut().for_each(|cx| *cx += best.1);
        }
    }

    /// Returns the middle of each block of a line: in order, with even gaps, at the places that were asked for.
    pub(super) fn spread(&self, line: &Line, k: f32, frame: Rect) -> Vec<f32> {
        let widths: Vec<f32> = line.blocks.iter().map(|b| b.bounds.w * k).collect();
        let sum: f32 = widths.iter().sum();
        let n = widths.len();
        let gap = if n > 1 {
            ((frame.w - sum) / (n as f32)).max(0.0).min(0.14 * self.w)
        } else {
            0.0
        };
        let run = sum + gap * (n as f32 - 1.0);
        let asked = self.brief.objects[line.blocks[0].phrases[0]].position;
        let rest = (frame.w - run).max(0.0);
        let start = match (n, asked) {
            (1, Some(Position::Left | Position::BottomLeft)) => frame.x + rest * 0.1,
            (1, Some(Position::Right | Position::BottomRight)) => frame.x + rest * 0.9,
            (1, Some(_)) => frame.x + rest / 2.0,
            // A lone thing outdoors stands off the middle, toward the light.
            (1, None) if self.off_centre(line) => {
                let out = if self.w > self.h * 1.15 { 0.22 } else { 0.16 };
                let side = if self.rng.fork("thirds").chance(0.5) {
                    0.5 - out
                } else {
                    0.5 + out
                };
                frame.x + rest * side
            }
            _ => frame.x + rest / 2.0,
        };
        let mut x = start;
        widths
            .iter()
            .map(|w| {
                let cx = x + w / 2.0;
                x += w + gap;
                cx
            })
            .collect()
    }

    pub(super) fn off_centre(&self, line: &Line) -> bool {
        line.blocks[0].members.len() == 1
            && self.cast.place.is_outside()
            && self.rng.fork("centre").chance(0.6)
    }
}

/// How far a line reaches above its base.
fn height(line: &Line) -> f32 {
    line.blocks.iter().map(|b| -b.bounds.y).fold(0.0, f32::max)
}
