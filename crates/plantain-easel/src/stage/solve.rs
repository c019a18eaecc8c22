//! The solver: where everything stands on the canvas, and where the horizon is.
//!
//! Assemblies are nominal; here they are grouped into blocks, blocks into lines by depth, and lines are scaled to fill
//! the canvas with air around them. Sky, wall and deep water have zones of their own.

mod ground;
mod hang;
mod order;
mod sides;

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
/// How far below the horizon the far bank of a lake lies, as a share of the ground.
const BANK: f32 = 0.1;
/// Share of the width that those on a bank take when something floats behind them.
const BESIDE: f32 = 0.6;
/// Steps of the order of paint from one line of things to the next: more than the rows of one line take.
const DEPTH_STEP: i32 = 40_000;
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

/// Things that stand on the bottom of the sea.
fn lies_on_seabed(noun: &str) -> bool {
    [
        "coral",
        "starfish",
        "crab",
        "lobster",
        "shell",
        "seashell",
        "treasure chest",
        "chest",
        "anchor",
        "shipwreck",
        "seaweed",
        "rock",
        "castle",
        "clam",
        "amphora",
        "sunken ship",
        "sea urchin",
    ]
    .contains(&noun)
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
        // Who speaks needs room for the balloon over the head.
        let speaks = self
            .cast
            .actors
            .iter()
            .any(|a| a.spoken && a.prop.class.is_animate() && !a.words.is_empty());
        let upper = !air.is_empty() || !wall.is_empty() || speaks;
        let frame = self.frame(upper, !deep.is_empty());
        let level = if place.floats() || place == Place::SeaCut {
            0.0
        } else {
            self.rng.fork("level").range(-0.05, 0.035)
        };
        let mut horizon = (place.horizon() + level) * self.h;
        let mut top = frame.bottom();
        let mut scale = 0.0;
        let (ground, rugs) = self.floor(ground);
        let (ground, afloat) = self.afloat(ground);
        let (ground, ashore) = self.ashore(ground);
        if !ashore.is_empty() {
            // Beyond the water, or before it when nothing swims.
            horizon = horizon.max(self.h * 0.4).min(self.h * 0.48);
            let bank = horizon + BANK * (self.h - horizon);
            let shore = Rect::new(frame.x, frame.y, frame.w, bank - frame.y);
            let stood = self.stand(&ashore, shore, upper || !ground.is_empty());
            (scale, top) = (stood.scale, stood.top);
            pieces.extend(stood.pieces.into_iter().map(|p| Piece {
                z: p.z - 20 * DEPTH_STEP,
                ..p
            }));
        }
        if !ground.is_empty() && !ashore.is_empty() {
            let y = horizon + (self.h - horizon) * (BANK + 0.1);
            let water = Rect::new(frame.x, y, frame.w, self.h * 0.9 - y);
            let stood = self.stand(&ground, water, upper);
            pieces.extend(stood.pieces);
        } else if !ground.is_empty() {
            // Who stands on the bank leaves a part of the water to be seen.
            let side = self.rng.fork("bank").chance(0.5);
            let frame = match (afloat.is_empty(), side) {
                (true, _) => frame,
                (_, true) => Rect::new(frame.x, frame.y, frame.w * BESIDE, frame.h),
                _ => Rect::new(
                    frame.right() - frame.w * BESIDE,
                    frame.y,
                    frame.w * BESIDE,
                    frame.h,
                ),
            };
            let stood = self.stand(&ground, frame, upper);
            horizon = self.horizon(horizon, &stood);
            scale = stood.scale;
            top = stood.top;
            pieces.extend(self.spread_out(&rugs, &stood));
            pieces.extend(stood.pieces);
        }
        pieces.extend(self.float(&afloat, horizon, &pieces));
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
        self.hold_sides(&mut pieces);
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
            _ if place == Place::Underwater && lies_on_seabed(&actor.prop.noun) => Zone::Ground,
            _ if place.floats() => Zone::Air,
            _ if place.has_wall() && self.on_wall(block) => Zone::Wall,
            Class::Board
                if place.has_wall()
                    && actor.prop.noun.ends_with("board")
                    && !is_posted(&actor.prop.noun) =>
            {
                Zone::Wall
            }
            _ if self.is_lateral(block) && actor.prop.noun != "window" => Zone::Ground,
            _ if actor.prop.noun.contains("branch") => Zone::Air,
            Class::Hung | Class::Board if place.has_wall() && !is_posted(&actor.prop.noun) => {
                Zone::Wall
            }
            // Signs of a market hang over its stalls.
            Class::Board if place == Place::Market && !is_posted(&actor.prop.noun) => Zone::Air,
            _ if flies(actor, self.brief) && place != Place::Pitch => Zone::Air,
            _ if high && !matches!(place, Place::Pitch) => Zone::Air,
            _ => Zone::Ground,
        }
    }

    /// Returns whether one of two things hangs on the wall, so that the other may stand anywhere below.
    fn on_walls(&self, a: usize, b: usize) -> bool {
        let hung = |p: usize| {
            self.cast
                .prop(p)
                .is_some_and(|prop| prop.class == Class::Hung)
        };
        self.cast.place.has_wall() && (hung(a) || hung(b))
    }

    /// Returns whether a block is said to be on the wall.
    fn on_wall(&self, block: &Block) -> bool {
        self.brief.relations.iter().any(|r| {
            block.phrases.contains(&r.subject)
                && matches!(r.kind, RelationKind::On | RelationKind::Against)
                && self.brief.objects[r.object].noun.ends_with("wall")
                && matches!(
                    self.cast.prop(r.subject).map(|p| p.class),
                    Some(
                        Class::Hung
                            | Class::Board
                            | Class::Item
                            | Class::Celestial
                            | Class::Airborne
                            | Class::Worn(_)
                            | Class::Table
                    )
                )
        })
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
        // How near the viewer stands is the seed's.
        let near = self.rng.fork("distance").range(0.84, 1.08);
        let lone = near
            * match self.cast.place {
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
            .map(|p| {
                // Figures are tall and narrow: they lead at nearly full height.
                let upright = self.cast.actors[p.actor].prop.class == Class::Person && !upper;
                room(p.rect, if upright { lone + 0.22 } else { lone })
            })
            .fold(f32::MAX, f32::min);
        let wholes = members()
            .map(|m| room(m.bounds(), lone + 0.22))
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
                let set_back = self.set_back(height(near), height(far));
                (set_back + far_shrink(1) * height(far)).max(height(near)) + foot(near)
            }
            [] => 0.0,
        }
    }

    /// Returns how far behind the nearer line the farther one stands: as far as its things need to be seen over the nearer
    /// ones. Outside, what is much taller can be seen anyhow.
    fn set_back(&self, near: f32, far: f32) -> f32 {
        let towers = self.cast.place.is_outside() && far > 1.7 * near;
        near * if towers { 0.4 } else { 0.9 }
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
        let height = |line: Option<&Line>| {
            line.map_or(0.0, |l| {
                l.blocks.iter().map(|b| -b.bounds.y).fold(0.0, f32::max)
            })
        };
        let set_back = self.set_back(height(lines.first()), height(lines.get(1)));
        for line in lines {
            let k = scale * far_shrink(line.depth);
            let y = base
                - if line.depth > 0 {
                    set_back * scale
                } else {
                    0.0
                };
            let centers = self.spread(&line, k, frame);
            for (laid, cx) in line.blocks.into_iter().zip(centers) {
                stood.put(laid, k, cx, y, DEPTH_STEP * (10 - line.depth as i32));
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
            Place::Beach | Place::Bank => {
                let s = if self.cast.place == Place::Bank {
                    super::backdrop::BANK
                } else {
                    super::backdrop::SHORE
                };
                (stood.base - 0.03 * self.h - s * self.h) / (1.0 - s)
            }
            Place::Lake => stood.base - 0.14 * self.h,
            _ => clear,
        };
        usual.min(clear).max(0.16 * self.h)
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
