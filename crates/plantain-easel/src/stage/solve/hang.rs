//! What hangs in the sky, on walls or in deep water, and what is seen from above.

use plantain_read::{Position, RelationKind};

use super::super::assembly::Piece;
use super::super::block::{Block, Laid};
use super::super::lexicon::Class;
use super::super::place::{Ground, Place};
use super::super::prop::Art;
use super::super::rect::Rect;
use super::{Solved, Solver, Stood, line_height};
use crate::rng::Rng;

/// Size of sun, moon and stars beside what stands on the ground, as a share of the canvas.
const HEAVENLY: f32 = 0.19;
/// Down to where they hang there, as a share of the height of the horizon.
const DISC_FOOT: f32 = 0.74;
/// Size of what hangs alone on a wall.
const ON_WALL: f32 = 0.24;
/// Width of what is told to be in a corner, as a share of the canvas.
const CORNER: f32 = 0.34;
/// Their size over a landscape in which nothing else stands.
const LONE_DISC: f32 = 0.22;

/// From how many on those in the air are a flock.
const FLOCK: usize = 7;

impl Solver<'_> {
    /// Sets things on a ground seen from above: pairs at the two ends, what leads in the middle, others around it.
    pub(super) fn seen_from_above(&self, ground: &[Block], air: &[Block]) -> Solved {
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

    /// Hangs blocks into a box: sky, wall or deep water.
    pub(super) fn hang(
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
        let mut blocks = blocks.to_vec();
        let overhead = |b: &Block| b.phrases.iter().any(|p| self.is_overhead(*p));
        // What others are under has a line of its own above theirs.
        blocks.sort_by_key(|b| !overhead(b));
        let parted = blocks.len() > 1 && overhead(&blocks[0]) && !overhead(&blocks[1]);
        let mut best: Option<(f32, f32, Vec<Vec<Laid>>)> = None;
        let flock = loose && blocks.iter().any(|b| b.members.len() >= FLOCK);
        for rows in 1..=5 {
            let laid: Vec<Laid> = blocks
                .iter()
                .map(|b| {
                    let mut b = b.clone();
                    (b.orderly, b.recede, b.aloft) = (!loose, 1.0, loose);
                    b.lay(rows)
                })
                .collect();
            let single = blocks.iter().any(|b| self.is_lateral(b));
            let most = if single { 1 } else { laid.len().min(4) };
            let least = if parted && !single { 2 } else { 1 };
            for lines in least..=most.max(least) {
                let per = laid.len().div_ceil(lines);
                let split: Vec<Vec<Laid>> = laid.chunks(per).map(<[Laid]>::to_vec).collect();
                let wide = split
                    .iter()
                    .map(|l| l.iter().map(|b| b.bounds.w * 1.12).sum::<f32>())
                    .fold(0.01, f32::max);
                let high: f32 = split.iter().map(|l| line_height(l) * 1.1).sum();
                let k = (frame.w / wide).min(frame.h / high.max(0.01));
                // A flock is no string of beads across the sky.
                let score = if flock {
                    k.min(self.hang_cap(&split, scale)) * compactness(wide / high.max(0.01))
                } else {
                    k
                };
                if best.as_ref().is_none_or(|(s, ..)| score > *s * 1.02 + 1e-4) {
                    best = Some((score, k, split));
                }
            }
        }
        let Some((_, fit, lines)) = best else {
            return Vec::new();
        };
        let cap = self.hang_cap(&lines, scale);
        let k = fit.min(cap).min(self.corner_cap(&lines));
        // A disc over empty land stands clear of what grows at the horizon.
        let frame = if scale <= 0.0 && self.lone_disc(&lines) {
            let foot = self.cast.place.horizon() * self.h * DISC_FOOT;
            Rect::new(
                frame.x,
                frame.y,
                frame.w,
                (foot - frame.y).min(frame.h).max(0.0),
            )
        } else {
            frame
        };
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

    /// Returns whether sun or moon is said to be over something.
    fn is_overhead(&self, phrase: usize) -> bool {
        let disc = self
            .cast
            .prop(phrase)
            .is_some_and(|p| p.class == Class::Celestial);
        disc && self.brief.relations.iter().any(|r| {
            r.object == phrase && matches!(r.kind, RelationKind::Under | RelationKind::Below)
        })
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
            let any = |classes: &[Class]| {
                lines.iter().flatten().any(|b| {
                    let prop = self.cast.prop(b.phrases[0]);
                    prop.is_some_and(|p| classes.contains(&p.class))
                })
            };
            // A disc in the sky is small beside what stands near, unless it is said to be large.
            let (most, ratio) = if any(&[Class::Hung, Class::Board]) {
                (0.32, 1.6)
            } else if any(&[Class::Celestial]) {
                (HEAVENLY * self.grade(lines), 1.6)
            } else if any(&[Class::Insect]) {
                (0.13, 0.8)
            } else {
                (0.27, 1.15)
            };
            (unit * most / extent).min(scale * ratio)
        } else if self.lone_disc(lines) {
            unit * LONE_DISC * self.grade(lines) / extent
        } else {
            // On the wall of a room there is furniture below.
            // A window is as large as its view, and a shelf as what stands on it.
            let main = |b: &Laid| {
                self.is_window(b.phrases[0]) || b.members.iter().any(|m| m.pieces.len() > 1)
            };
            let leads = lines.iter().flatten().any(main);
            let share = if self.cast.place.has_wall() && !leads {
                ON_WALL
            } else {
                0.46
            };
            unit * share / extent
        }
    }

    /// Returns the largest scale at which what is told to be in a corner leaves the rest of the picture free.
    fn corner_cap(&self, lines: &[Vec<Laid>]) -> f32 {
        let corner = |b: &&Laid| {
            matches!(
                self.brief.objects[b.phrases[0]].position,
                Some(
                    Position::TopLeft
                        | Position::TopRight
                        | Position::BottomLeft
                        | Position::BottomRight
                )
            )
        };
        let widest = lines
            .iter()
            .flatten()
            .filter(corner)
            .map(|b| b.bounds.w)
            .fold(0.0, f32::max);
        if widest > 0.0 {
            CORNER * self.w / widest
        } else {
            f32::INFINITY
        }
    }

    /// Returns whether it is a window, which is as large as the view that it gives.
    fn is_window(&self, phrase: usize) -> bool {
        use crate::stage::panel::Kind;
        let art = self.cast.prop(phrase).map(|prop| &prop.art);
        matches!(art, Some(Art::Panel(panel)) if panel.kind == Kind::Window)
    }

    /// Returns whether sun or moon alone is over a landscape: then the land leads as much as the disc.
    fn lone_disc(&self, lines: &[Vec<Laid>]) -> bool {
        !self.cast.place.floats()
            && self.cast.place != Place::Studio
            && lines.iter().flatten().all(|b| {
                self.cast
                    .prop(b.phrases[0])
                    .is_some_and(|p| p.class == Class::Celestial)
            })
    }

    /// Returns how large the largest of what hangs is said to be.
    fn grade(&self, lines: &[Vec<Laid>]) -> f32 {
        let members = lines.iter().flatten().flat_map(|b| &b.members);
        members
            .map(|m| self.cast.actors[m.root].grade)
            .fold(1.0, f32::max)
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
        // What belongs above something stands in the line where that is.
        let mut laid = laid;
        if n > 1 && !loose {
            let middle = self.w * 0.5;
            let wanted = |b: &Laid| self.wanted_x(b, others).unwrap_or(middle);
            laid.sort_by(|a, b| wanted(a).total_cmp(&wanted(b)));
        }
        let sum: f32 = laid.iter().map(|b| b.bounds.w * k).sum();
        let gap = ((frame.w - sum) / (n as f32 + 1.0)).max(0.0);
        let mut x = frame.x + (frame.w - sum - gap * (n as f32 - 1.0)).max(0.0) / 2.0;
        let mut stood = Stood::default();
        for (i, block) in laid.into_iter().enumerate() {
            let b = block.bounds.scaled(k);
            let free = (frame.w - b.w).max(0.0);
            let cx = match self.wanted_x(&block, others) {
                Some(cx) if n == 1 => cx
                    .max(frame.x + b.w / 2.0)
                    .min((frame.right() - b.w / 2.0).max(frame.x + b.w / 2.0)),
                None if n == 1 && loose && block.members.len() == 1 && !others.is_empty() => {
                    frame.x + b.w / 2.0 + free * if rng.chance(0.5) { 0.2 } else { 0.8 }
                }
                _ => x + b.w / 2.0,
            };
            x += b.w + gap;
            let low = self.height_share(&block, loose, &mut rng);
            let y = frame.y + (frame.h - b.h).max(0.0) * low - b.y;
            let corded = self.cast.place.has_wall()
                && self
                    .cast
                    .prop(block.phrases[0])
                    .is_some_and(|p| hangs_by_a_cord(&p.noun));
            let from = stood.pieces.len();
            stood.put(block, k, cx, y, 200 * i as i32);
            for piece in stood.pieces[from..].iter_mut().filter(|_| corded) {
                piece.string = Some((piece.rect.cx(), -self.h));
            }
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

impl Solver<'_> {
    /// Brings the strings of balloons that are tied together to one knot below them.
    pub(super) fn tie_together(&self, pieces: &mut [Piece]) {
        let heard = self.brief.heard();
        if !heard.contains("tied") {
            return;
        }
        let loose = |p: &&mut Piece| {
            self.cast.actors[p.actor].prop.noun.ends_with("balloon") && p.string.is_none()
        };
        let mut bunch: Vec<&mut Piece> = pieces.iter_mut().filter(loose).collect();
        let boxes = bunch.iter().map(|p| p.rect);
        let Some(all) = boxes.reduce(|a, b| a.union(&b)).filter(|_| bunch.len() > 2) else {
            return;
        };
        // They gather over the knot.
        let knot = (all.cx(), (all.bottom() + 0.3 * all.h).min(0.94 * self.h));
        for piece in &mut bunch {
            let nearer = (piece.rect.cx() - knot.0) * 0.3;
            piece.rect = piece.rect.shifted(-nearer, 0.0);
            piece.string = Some(knot);
        }
    }
}

/// Returns how well a flock holds together that is so many times as wide as high.
fn compactness(aspect: f32) -> f32 {
    1.0 - 0.3 * (libm::logf(aspect.max(0.01) / 2.2).abs()).min(1.5)
}

/// Returns whether it hangs from the ceiling rather than on the wall.
fn hangs_by_a_cord(noun: &str) -> bool {
    [
        "pendant lamp",
        "pendant light",
        "hanging lamp",
        "ceiling lamp",
        "chandelier",
        "disco ball",
        "light fixture",
    ]
    .iter()
    .any(|word| noun.ends_with(word))
}
