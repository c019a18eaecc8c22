//! The solver: where everything stands on the canvas, and where the horizon is.
//!
//! Assemblies are nominal; here they are grouped into blocks, blocks into lines by depth, and lines are scaled to fill
//! the canvas with air around them. Sky, wall and deep water have zones of their own.

use plantain_read::{Brief, Position, RelationKind};

use super::assembly::{Assembly, Piece};
use super::block::{Block, Laid};
use super::cast::{Cast, flies};
use super::lexicon::Class;
use super::place::{Ground, Place};
use super::rect::Rect;
use crate::rng::Rng;

/// Margin to the edges of the canvas, as a share of its sides.
const MARGIN: f32 = 0.06;
/// Smallest side of a thing, in logical units.
pub const SIDE_MIN: f32 = 24.0;

/// A solved scene.
#[derive(Debug, Clone)]
pub struct Solved {
    pub ground: Ground,
    /// In canvas coordinates, in paint order.
    pub pieces: Vec<Piece>,
}

/// Where a block belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Zone {
    Ground,
    Air,
    Wall,
    Deep,
}

/// Solves a cast on a canvas of `w` by `h`.
pub fn solve(brief: &Brief, cast: &Cast, (w, h): (f32, f32), rng: &Rng) -> Solved {
    Solver {
        brief,
        cast,
        w,
        h,
        rng,
    }
    .run()
}

struct Solver<'a> {
    brief: &'a Brief,
    cast: &'a Cast,
    w: f32,
    h: f32,
    rng: &'a Rng,
}

/// Blocks with the scale at which they are drawn.
struct Line {
    blocks: Vec<Laid>,
    /// Nearer lines come first.
    depth: usize,
}

impl Solver<'_> {
    fn run(&self) -> Solved {
        let mut zones: [(Zone, Vec<Block>); 4] = [
            (Zone::Ground, Vec::new()),
            (Zone::Air, Vec::new()),
            (Zone::Wall, Vec::new()),
            (Zone::Deep, Vec::new()),
        ];
        for block in self.blocks() {
            let zone = self.zone(&block);
            if let Some((_, list)) = zones.iter_mut().find(|(z, _)| *z == zone) {
                list.push(block);
            }
        }
        let [(_, ground), (_, air), (_, wall), (_, deep)] = zones;
        let place = self.cast.place;
        if matches!(place, Place::Pitch | Place::Tiled) {
            return self.seen_from_above(&ground, &air);
        }
        let mut pieces = Vec::new();
        let upper = !air.is_empty() || !wall.is_empty();
        let frame = self.frame(upper, !deep.is_empty());
        let mut horizon = place.horizon() * self.h;
        let mut top = frame.bottom();
        let mut scale = 0.0;
        if !ground.is_empty() {
            let stood = self.stand(&ground, frame, upper);
            horizon = self.horizon(horizon, &stood);
            scale = stood.scale;
            top = stood.top;
            pieces.extend(stood.pieces);
        }
        let m = MARGIN * self.h;
        let sky = Rect::new(
            MARGIN * self.w,
            m,
            self.w * (1.0 - 2.0 * MARGIN),
            (top - 1.6 * m).max(self.h * 0.16),
        );
        let sky = if ground.is_empty() {
            Rect::new(
                sky.x,
                m * 1.4,
                sky.w,
                self.h
                    * (if place == Place::Sky {
                        0.78
                    } else {
                        place.horizon().max(0.5) * 0.9
                    }),
            )
        } else {
            sky
        };
        pieces.extend(self.hang(&air, sky, scale, true, &pieces));
        pieces.extend(self.hang(&wall, sky, scale, false, &pieces));
        if !deep.is_empty() {
            let y = horizon + self.h * 0.05;
            let below = Rect::new(sky.x, y, sky.w, self.h - y - m);
            pieces.extend(self.hang(&deep, below, scale, true, &pieces));
        }
        pieces.sort_by_key(|p| p.z);
        Solved {
            ground: Ground {
                w: self.w,
                h: self.h,
                horizon,
            },
            pieces,
        }
    }

    /// Sets things on a ground seen from above: pairs at the two ends, what leads in the middle, others around it.
    fn seen_from_above(&self, ground: &[Block], air: &[Block]) -> Solved {
        let blocks: Vec<&Block> = ground.iter().chain(air).collect();
        let upright = self.h >= self.w;
        let unit = self.w.min(self.h);
        let pairs = self.cast.place == Place::Pitch;
        let mut pieces = Vec::new();
        let mut spots: Vec<(f32, f32)> = vec![
            (0.5, 0.5),
            (0.26, 0.5),
            (0.74, 0.5),
            (0.5, 0.32),
            (0.5, 0.68),
        ];
        for (i, block) in blocks.iter().enumerate() {
            let reach = block
                .members
                .iter()
                .map(|m| m.bounds().h.max(m.bounds().w))
                .fold(0.01, f32::max);
            let share = if blocks.len() == 1 { 0.42 } else { 0.2 };
            let mut stood = Stood::default();
            if pairs && block.members.len() == 2 && block.arrangement.is_none() {
                for (end, member) in [0.12, 0.88].into_iter().zip(&block.members) {
                    let (fx, fy) = if upright { (0.5, end) } else { (end, 0.5) };
                    let lone = Block {
                        members: vec![member.clone()],
                        ..(*block).clone()
                    };
                    stood.put_centred(
                        lone.lay(1),
                        unit * share / reach,
                        (self.w * fx, self.h * fy),
                        200 * i as i32,
                    );
                }
            } else {
                let small = if self.cast.actors[block.members[0].root].prop.height < 0.4
                    && blocks.len() > 1
                {
                    0.09
                } else {
                    share
                };
                let laid = block.lay((block.members.len() as f32).sqrt().round() as usize);
                let k = (unit * small / reach)
                    .min(self.w * 0.8 / laid.bounds.w)
                    .min(self.h * 0.6 / laid.bounds.h);
                let k = if self.cast.place == Place::Tiled {
                    (unit * 0.34 / reach).min(self.w * 0.8 / laid.bounds.w)
                } else {
                    k
                };
                let (fx, fy) = if spots.is_empty() {
                    (0.5, 0.5)
                } else {
                    spots.remove(0)
                };
                stood.put_centred(laid, k, (self.w * fx, self.h * fy), 200 * i as i32);
            }
            pieces.extend(stood.pieces);
        }
        pieces.sort_by_key(|p| p.z);
        Solved {
            ground: Ground {
                w: self.w,
                h: self.h,
                horizon: 0.0,
            },
            pieces,
        }
    }

    /// Groups root assemblies into blocks, in order of mention.
    fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for (phrase, group) in self.cast.groups.iter().enumerate() {
            if group.is_empty() || self.cast.parent(phrase).is_some() {
                continue;
            }
            let arrangement = self.brief.objects[phrase].arrangement;
            let beside = lateral(self.brief, self.cast, phrase);
            let members = group
                .iter()
                .map(|a| {
                    let mut member = Assembly::of(self.cast, *a);
                    // What flies beside something on the ground flies at the height of its head.
                    if beside
                        && flies(&self.cast.actors[*a], self.brief)
                        && !self.cast.place.floats()
                    {
                        member.lift(0.55);
                    }
                    member
                })
                .collect();
            blocks.push(Block {
                phrases: vec![phrase],
                members,
                orderly: self.is_orderly(),
                recede: if (self.cast.place.is_outside() || self.cast.place == Place::Classroom)
                    && arrangement.is_none()
                {
                    0.9
                } else {
                    1.0
                },
                arrangement,
            });
        }
        self.merge_among(&mut blocks);
        self.split_between(&mut blocks);
        self.order(&mut blocks);
        blocks
    }

    /// Returns whether things here are set in straight rows.
    fn is_orderly(&self) -> bool {
        matches!(
            self.cast.place,
            Place::Table
                | Place::Studio
                | Place::Kitchen
                | Place::ParkingLot
                | Place::Classroom
                | Place::Room
        )
    }

    /// One thing among others stands in their middle.
    fn merge_among(&self, blocks: &mut Vec<Block>) {
        for relation in &self.brief.relations {
            if relation.kind != RelationKind::Among {
                continue;
            }
            let at = |phrase: usize, blocks: &[Block]| {
                blocks.iter().position(|b| b.phrases.contains(&phrase))
            };
            let (Some(s), Some(o)) = (at(relation.subject, blocks), at(relation.object, blocks))
            else {
                continue;
            };
            if s == o {
                continue;
            }
            let subject = blocks[s].clone();
            let host = &mut blocks[o];
            let middle = host.members.len() / 2;
            host.members.splice(middle..middle, subject.members);
            host.phrases.extend(subject.phrases);
            blocks.remove(s);
        }
    }

    /// A group of several with something between them parts in the middle.
    fn split_between(&self, blocks: &mut Vec<Block>) {
        for relation in &self.brief.relations {
            if relation.kind != RelationKind::Between {
                continue;
            }
            let Some(o) = blocks
                .iter()
                .position(|b| b.phrases.first() == Some(&relation.object) && b.members.len() > 1)
            else {
                continue;
            };
            if !blocks.iter().any(|b| b.phrases.contains(&relation.subject)) {
                continue;
            }
            let right = {
                let block = &mut blocks[o];
                let half = block.members.len().div_ceil(2);
                Block {
                    phrases: block.phrases.clone(),
                    members: block.members.split_off(half),
                    arrangement: None,
                    orderly: block.orderly,
                    recede: block.recede,
                }
            };
            let Some(s) = blocks
                .iter()
                .position(|b| b.phrases.contains(&relation.subject))
            else {
                continue;
            };
            let subject = blocks.remove(s);
            let o = blocks
                .iter()
                .position(|b| b.phrases.first() == Some(&relation.object))
                .unwrap_or(0);
            blocks.insert(o + 1, subject);
            blocks.insert(o + 2, right);
        }
    }

    /// Puts blocks in order from left to right.
    fn order(&self, blocks: &mut [Block]) {
        // Positions first, then relations, which move as little as they must.
        blocks.sort_by_key(|b| self.column(b.phrases[0]));
        for _ in 0..blocks.len() {
            for relation in &self.brief.relations {
                let (left, right) = match relation.kind {
                    RelationKind::LeftOf => (relation.subject, relation.object),
                    RelationKind::RightOf => (relation.object, relation.subject),
                    RelationKind::Chasing => (relation.subject, relation.object),
                    _ => continue,
                };
                let (left, right) = (self.root(left), self.root(right));
                let at = |phrase: usize| blocks.iter().position(|b| b.phrases.contains(&phrase));
                if let (Some(l), Some(r)) = (at(left), at(right))
                    && l > r
                {
                    blocks[r..=l].rotate_right(1);
                }
            }
            self.order_between(blocks);
        }
    }

    /// Puts a thing between two others of different phrases.
    fn order_between(&self, blocks: &mut [Block]) {
        let relations = &self.brief.relations;
        for (i, a) in relations.iter().enumerate() {
            if a.kind != RelationKind::Between {
                continue;
            }
            let Some(b) = relations[i + 1..].iter().find(|b| {
                b.kind == RelationKind::Between && b.subject == a.subject && b.object != a.object
            }) else {
                continue;
            };
            let at = |phrase: usize| blocks.iter().position(|b| b.phrases.contains(&phrase));
            let (Some(x), Some(l), Some(r)) = (
                at(self.root(a.subject)),
                at(self.root(a.object)),
                at(self.root(b.object)),
            ) else {
                continue;
            };
            let (low, high) = (l.min(r), l.max(r));
            if x < low {
                blocks[x..=low].rotate_left(1);
            } else if x > high {
                blocks[high..=x].rotate_right(1);
            }
        }
    }

    /// Returns the phrase at the root of a phrase's assembly.
    fn root(&self, phrase: usize) -> usize {
        let mut at = phrase;
        for _ in 0..self.cast.ties.len() {
            match self.cast.parent(at) {
                Some(tie) => at = tie.parent,
                None => break,
            }
        }
        at
    }

    /// Returns 0 for the left, 1 for no matter, 2 for the right.
    fn column(&self, phrase: usize) -> u8 {
        match self.brief.objects[phrase].position {
            Some(Position::Left | Position::TopLeft | Position::BottomLeft) => 0,
            Some(Position::Right | Position::TopRight | Position::BottomRight) => 2,
            _ => 1,
        }
    }

    fn position(&self, block: &Block) -> Option<Position> {
        self.brief.objects[block.phrases[0]].position
    }

    fn zone(&self, block: &Block) -> Zone {
        let place = self.cast.place;
        let Some(actor) = block.members.first().map(|m| &self.cast.actors[m.root]) else {
            return Zone::Ground;
        };
        let high = matches!(
            self.position(block),
            Some(Position::Top | Position::TopLeft | Position::TopRight)
        );
        match actor.prop.class {
            Class::Swimmer if place == Place::SeaCut => Zone::Deep,
            _ if place.floats() => Zone::Air,
            _ if self.is_lateral(block) && actor.prop.noun != "window" => Zone::Ground,
            _ if actor.prop.noun.contains("branch") => Zone::Air,
            Class::Hung | Class::Board if place.has_wall() && !is_posted(&actor.prop.noun) => {
                Zone::Wall
            }
            _ if flies(actor, self.brief) && place != Place::Pitch => Zone::Air,
            _ if high && !matches!(place, Place::Pitch) => Zone::Air,
            _ => Zone::Ground,
        }
    }

    /// Returns whether something is asked for beside another root: then both share one row.
    fn is_lateral(&self, block: &Block) -> bool {
        block
            .phrases
            .iter()
            .any(|p| lateral(self.brief, self.cast, *p))
    }

    /// Returns the part of the canvas that things on the ground may fill.
    fn frame(&self, upper: bool, deep: bool) -> Rect {
        let top = if upper { 0.36 } else { 0.12 };
        let bottom = match self.cast.place {
            _ if deep => self.cast.place.horizon() + 0.015,
            Place::Studio => 0.86,
            Place::Pitch => 0.94,
            _ => 0.91,
        };
        let top = if deep { 0.08 } else { top };
        Rect::new(
            MARGIN * self.w,
            top * self.h,
            self.w * (1.0 - 2.0 * MARGIN),
            (bottom - top) * self.h,
        )
    }

    /// Returns ways to part blocks into lines by depth, nearest first.
    fn partitions(&self, blocks: &[Block]) -> Vec<Vec<Vec<usize>>> {
        let all: Vec<usize> = (0..blocks.len()).collect();
        let mut out = vec![vec![all.clone()]];
        if blocks.len() < 2 {
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
                ) && (blocks[i].phrases.contains(&self.root(r.subject))
                    || blocks[i].phrases.contains(&self.root(r.object)))
            }) || self
                .position(&blocks[i])
                .is_some_and(|p| !matches!(p, Position::Background | Position::Foreground))
        };
        let (back, front): (Vec<usize>, Vec<usize>) =
            all.iter().partition(|i| far(**i) && !tied(**i));
        if !back.is_empty() && !front.is_empty() {
            out.push(vec![front, back]);
        }
        if blocks.len() > 2 {
            let mut free: Vec<usize> = all.iter().copied().filter(|i| !tied(*i)).collect();
            // The taller ones stand behind.
            let tall = |i: &usize| blocks[*i].members.first().map_or(0.0, |m| m.bounds().h);
            free.sort_by(|a, b| tall(b).total_cmp(&tall(a)));
            free.truncate(blocks.len() / 2);
            let back: Vec<usize> = all.iter().copied().filter(|i| free.contains(i)).collect();
            let front: Vec<usize> = all.iter().copied().filter(|i| !free.contains(i)).collect();
            if !back.is_empty() && !front.is_empty() {
                out.push(vec![front, back]);
            }
        }
        out
    }

    /// Stands blocks on the ground in the arrangement that lets them be largest.
    fn stand(&self, blocks: &[Block], frame: Rect, upper: bool) -> Stood {
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
                let taste = scale
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
    fn rows_max(&self, blocks: &[Block]) -> usize {
        let most = blocks.iter().max_by_key(|b| b.members.len());
        let Some(block) = most else { return 1 };
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
    fn scale(&self, lines: &[Line], frame: Rect, upper: bool) -> f32 {
        let mut scale = f32::MAX;
        for line in lines {
            let sum: f32 = line.blocks.iter().map(|b| b.bounds.w).sum();
            let gaps = 0.1 * sum * (line.blocks.len() as f32 - 1.0) / line.blocks.len() as f32;
            scale = scale.min(frame.w / (sum + gaps).max(0.01) / far_shrink(line.depth));
        }
        scale = scale.min(frame.h / self.total(lines).max(0.01));
        // A single thing leads without filling the canvas; a figure of several may take more.
        let lone = match self.cast.place {
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
            (tall * share / b.h.max(0.01)).min(wide * (share + 0.12) / b.w.max(0.01))
        };
        let pieces = members()
            .flat_map(|m| &m.pieces)
            .map(|p| room(p.rect, lone))
            .fold(f32::MAX, f32::min);
        let wholes = members()
            .map(|m| room(m.bounds(), lone + 0.16))
            .fold(f32::MAX, f32::min);
        scale.min(pieces).min(wholes)
    }

    /// Returns the height of all lines, nearer ones covering the feet of farther ones a little.
    fn total(&self, lines: &[Line]) -> f32 {
        let height = |l: &Line| l.blocks.iter().map(|b| -b.bounds.y).fold(0.0, f32::max);
        let foot = |l: &Line| {
            l.blocks
                .iter()
                .map(|b| b.bounds.bottom())
                .fold(0.0, f32::max)
        };
        match lines {
            [only] => height(only) + foot(only),
            [near, far, ..] => {
                (0.9 * height(near) + far_shrink(1) * height(far)).max(height(near)) + foot(near)
            }
            [] => 0.0,
        }
    }

    fn set_down(&self, lines: Vec<Line>, scale: f32, frame: Rect) -> Stood {
        let total = self.total(&lines) * scale;
        let foot = lines.first().map_or(0.0, |l| {
            l.blocks
                .iter()
                .map(|b| b.bounds.bottom())
                .fold(0.0, f32::max)
        });
        // Content sits a little below the middle of its frame.
        let slack = (frame.h - total).max(0.0);
        let sit = match self.cast.place {
            Place::Studio | Place::Pitch => 0.5,
            Place::Table => 0.42,
            _ => 0.3,
        };
        let base = frame.bottom() - slack * sit - foot * scale;
        let mut stood = Stood {
            scale,
            top: frame.bottom(),
            ..Stood::default()
        };
        let near_height = lines.first().map_or(0.0, |l| {
            l.blocks.iter().map(|b| -b.bounds.y).fold(0.0, f32::max)
        });
        for line in lines {
            let k = scale * far_shrink(line.depth);
            let y = base
                - if line.depth > 0 {
                    0.9 * near_height * scale
                } else {
                    0.0
                };
            let centers = self.spread(&line, k, frame);
            for (laid, cx) in line.blocks.into_iter().zip(centers) {
                stood.put(laid, k, cx, y, 1000 * (10 - line.depth as i32));
            }
        }
        stood
    }

    /// Returns the middle of each block of a line: in order, with even gaps, at the places that were asked for.
    fn spread(&self, line: &Line, k: f32, frame: Rect) -> Vec<f32> {
        let widths: Vec<f32> = line.blocks.iter().map(|b| b.bounds.w * k).collect();
        let sum: f32 = widths.iter().sum();
        let n = widths.len();
        let gap = if n > 1 {
            ((frame.w - sum) / (n as f32)).clamp(0.0, 0.14 * self.w)
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
                let side = if self.rng.fork("thirds").chance(0.5) {
                    0.28
                } else {
                    0.72
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

    fn off_centre(&self, line: &Line) -> bool {
        line.blocks[0].members.len() == 1
            && self.cast.place.is_outside()
            && self.w > self.h * 1.15
            && self.rng.fork("centre").chance(0.6)
    }

    /// Raises the horizon so that everything stands on the ground.
    fn horizon(&self, usual: f32, stood: &Stood) -> f32 {
        if self.cast.place.floats() || matches!(self.cast.place, Place::Pitch | Place::SeaCut) {
            return usual;
        }
        let far = if self.cast.place == Place::ParkingLot {
            0.1
        } else {
            0.045
        };
        let clear = stood.base - far * self.h;
        let clear = match self.cast.place {
            // Sand begins below the horizon; things stand on it.
            Place::Beach => {
                let s = super::backdrop::SHORE;
                (stood.base - 0.03 * self.h - s * self.h) / (1.0 - s)
            }
            Place::Lake => stood.base - 0.14 * self.h,
            _ => clear,
        };
        usual.min(clear).max(0.16 * self.h)
    }

    /// Hangs blocks into a box: sky, wall or deep water.
    fn hang(
        &self,
        blocks: &[Block],
        frame: Rect,
        scale: f32,
        loose: bool,
        others: &[Piece],
    ) -> Vec<Piece> {
        if blocks.is_empty() {
            return Vec::new();
        }
        let mut best: Option<(f32, Vec<Vec<Laid>>)> = None;
        for rows in 1..=5 {
            let laid: Vec<Laid> = blocks
                .iter()
                .map(|b| {
                    let mut b = b.clone();
                    (b.orderly, b.recede) = (!loose, 1.0);
                    b.lay(rows)
                })
                .collect();
            let single = blocks.iter().any(|b| self.is_lateral(b));
            let most = if single { 1 } else { laid.len().min(4) };
            for lines in 1..=most {
                let per = laid.len().div_ceil(lines);
                let split: Vec<Vec<Laid>> = laid.chunks(per).map(<[Laid]>::to_vec).collect();
                let wide = split
                    .iter()
                    .map(|l| l.iter().map(|b| b.bounds.w * 1.12).sum::<f32>())
                    .fold(0.01, f32::max);
                let high: f32 = split.iter().map(|l| line_height(l) * 1.1).sum();
                let k = (frame.w / wide).min(frame.h / high.max(0.01));
                if best.as_ref().is_none_or(|(s, _)| k > *s * 1.02 + 1e-4) {
                    best = Some((k, split));
                }
            }
        }
        let Some((fit, lines)) = best else {
            return Vec::new();
        };
        let k = fit.min(self.hang_cap(&lines, scale));
        let heights: Vec<f32> = lines.iter().map(|l| line_height(l) * k).collect();
        let slack = ((frame.h - heights.iter().sum::<f32>()) / lines.len() as f32).max(0.0);
        let mut y = frame.y;
        let mut out = Vec::new();
        for (line, high) in lines.into_iter().zip(heights) {
            let strip = Rect::new(frame.x, y, frame.w, high + slack);
            out.extend(self.set_up(line, k, strip, loose, others));
            y += high + slack;
        }
        out
    }

    /// Returns the largest scale at which hanging things go with what stands below them.
    fn hang_cap(&self, lines: &[Vec<Laid>], scale: f32) -> f32 {
        let extent = lines
            .iter()
            .flatten()
            .flat_map(|b| &b.members)
            .map(|m| {
                let b = m.bounds();
                (b.w * b.h).sqrt().max(b.w * 0.5)
            })
            .fold(0.01, f32::max);
        let unit = self.w.min(self.h);
        if scale > 0.0 {
            let heavenly = lines.iter().flatten().any(|b| {
                self.cast.prop(b.phrases[0]).is_some_and(|p| {
                    matches!(p.class, Class::Celestial | Class::Hung | Class::Board)
                })
            });
            let (most, ratio) = if heavenly { (0.32, 1.6) } else { (0.27, 1.15) };
            (unit * most / extent).min(scale * ratio)
        } else {
            unit * 0.46 / extent
        }
    }

    fn set_up(
        &self,
        laid: Vec<Laid>,
        k: f32,
        frame: Rect,
        loose: bool,
        others: &[Piece],
    ) -> Vec<Piece> {
        let mut rng = self.rng.fork(&format!(
            "hang {}",
            laid.first().map_or(0, |b| b.phrases[0])
        ));
        let n = laid.len();
        let sum: f32 = laid.iter().map(|b| b.bounds.w * k).sum();
        let gap = ((frame.w - sum) / (n as f32 + 1.0)).max(0.0);
        let mut x = frame.x + (frame.w - sum - gap * (n as f32 - 1.0)).max(0.0) / 2.0;
        let mut stood = Stood::default();
        for (i, block) in laid.into_iter().enumerate() {
            let b = block.bounds.scaled(k);
            let free = (frame.w - b.w).max(0.0);
            let cx = match self.wanted_x(&block, others) {
                Some(cx) if n == 1 => cx.clamp(
                    frame.x + b.w / 2.0,
                    (frame.right() - b.w / 2.0).max(frame.x + b.w / 2.0),
                ),
                None if n == 1 && loose && block.members.len() == 1 && !others.is_empty() => {
                    frame.x + b.w / 2.0 + free * if rng.chance(0.5) { 0.2 } else { 0.8 }
                }
                _ => x + b.w / 2.0,
            };
            x += b.w + gap;
            let low = self.height_share(&block, loose, &mut rng);
            let y = frame.y + (frame.h - b.h).max(0.0) * low - b.y;
            stood.put(block, k, cx, y, 200 * i as i32);
        }
        for piece in &mut stood.pieces {
            piece.shadow = None;
        }
        stood.pieces
    }

    /// Returns how far down its strip a hanging block is: 0 at the top, 1 at the bottom.
    fn height_share(&self, block: &Laid, loose: bool, rng: &mut Rng) -> f32 {
        let drawn = if loose { rng.range(0.2, 0.7) } else { 0.5 };
        match self.brief.objects[block.phrases[0]].position {
            Some(Position::Top | Position::TopLeft | Position::TopRight) => 0.05,
            Some(Position::Bottom | Position::BottomLeft | Position::BottomRight) => 0.95,
            Some(Position::Center) => 0.5,
            _ => drawn,
        }
    }

    /// Returns where a hanging block belongs beside what stands below it.
    fn wanted_x(&self, block: &Laid, others: &[Piece]) -> Option<f32> {
        let phrase = block.phrases[0];
        if let Some(position) = self.brief.objects[phrase].position {
            return Some(match position {
                Position::Left | Position::TopLeft | Position::BottomLeft => self.w * 0.2,
                Position::Right | Position::TopRight | Position::BottomRight => self.w * 0.8,
                _ => self.w * 0.5,
            });
        }
        let below = self.brief.relations.iter().find_map(|r| match r.kind {
            RelationKind::Above if r.subject == phrase => Some(r.object),
            RelationKind::Below | RelationKind::Under if r.object == phrase => Some(r.subject),
            _ => None,
        })?;
        let boxes: Vec<Rect> = others
            .iter()
            .filter(|p| self.cast.actors[p.actor].phrase == below)
            .map(|p| p.rect)
            .collect();
        let first = *boxes.first()?;
        Some(boxes.iter().fold(first, |a, b| a.union(b)).cx())
    }
}

/// Returns whether a relation puts this phrase beside another one that stands free.
pub fn lateral(brief: &Brief, cast: &Cast, phrase: usize) -> bool {
    let free = |p: usize| cast.prop(p).is_some() && cast.parent(p).is_none();
    brief.relations.iter().any(|r| {
        (r.subject == phrase || r.object == phrase)
            && r.subject != r.object
            && free(r.subject)
            && free(r.object)
            && matches!(
                r.kind,
                RelationKind::LeftOf
                    | RelationKind::RightOf
                    | RelationKind::NextTo
                    | RelationKind::Between
                    | RelationKind::Chasing
            )
    })
}

/// Things set down on the canvas.
#[derive(Debug, Clone, Default)]
struct Stood {
    pieces: Vec<Piece>,
    scale: f32,
    /// Highest point of all.
    top: f32,
    /// Farthest base line.
    base: f32,
}

impl Stood {
    /// Puts a block with its middle at a point.
    fn put_centred(&mut self, laid: Laid, k: f32, (cx, cy): (f32, f32), z: i32) {
        let b = laid.bounds.scaled(k);
        self.put(laid, k, cx, cy - b.y - b.h / 2.0, z);
    }

    fn put(&mut self, laid: Laid, k: f32, cx: f32, y: f32, z: i32) {
        for member in laid.members {
            let foot = member.root_rect().bottom();
            for piece in member.pieces {
                let rect = piece.rect.scaled(k).shifted(cx, y);
                let lift = |p: (f32, f32)| (p.0 * k + cx, p.1 * k + y);
                self.top = if self.pieces.is_empty() {
                    rect.y
                } else {
                    self.top.min(rect.y)
                };
                self.pieces.push(Piece {
                    rect,
                    z: z + piece.z,
                    shadow: piece.shadow.map(|s| s * k + y),
                    string: piece.string.map(lift),
                    ..piece
                });
            }
            let base = foot * k + y;
            self.base = if self.base == 0.0 {
                base
            } else {
                self.base.min(base)
            };
        }
    }
}

fn line_height(line: &[Laid]) -> f32 {
    line.iter().map(|b| b.bounds.h).fold(0.01, f32::max)
}

fn far_shrink(depth: usize) -> f32 {
    if depth == 0 { 1.0 } else { 0.94 }
}

/// Returns whether a board stands on its own feet.
fn is_posted(noun: &str) -> bool {
    matches!(
        noun,
        "wooden sign"
            | "road sign"
            | "street sign"
            | "stop sign"
            | "signpost"
            | "placard"
            | "billboard"
            | "easel"
    )
}
