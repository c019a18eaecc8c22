//! Moods of those whose drawing has one face only: tears, stars of surprise, hearts, puffs of anger, in the manner of comics.

use plantain_scene::Rgba;
use plantain_scene::node::Node;

use super::super::assembly::anchors;
use super::super::cast::Actor;
use super::super::lexicon::Class;
use super::super::pen::{Pen, fill, line};
use super::super::prop::Facing;
use super::super::rect::Rect;

/// What a face shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Happy,
    Sad,
    Angry,
    Surprised,
    Loving,
    Sleepy,
}

const INK: u32 = 0x2b2530;
const TEAR: u32 = 0x58b7ee;

impl Mood {
    /// Returns the mood that adjectives name.
    pub fn of(attributes: &[String]) -> Option<Self> {
        let says = |words: &[&str]| attributes.iter().any(|a| words.contains(&a.as_str()));
        if says(&["sad", "crying", "unhappy", "lonely", "disappointed"]) {
            Some(Self::Sad)
        } else if says(&["angry", "mad", "furious", "grumpy"]) {
            Some(Self::Angry)
        } else if says(&["surprised", "shocked", "scared", "amazed", "frightened"]) {
            Some(Self::Surprised)
        } else if says(&["in love", "loving", "kissing"]) {
            Some(Self::Loving)
        } else if says(&["sleepy", "tired"]) {
            Some(Self::Sleepy)
        } else if says(&["happy", "smiling", "laughing", "kawaii", "cute", "cheerful"]) {
            Some(Self::Happy)
        } else {
            None
        }
    }

    /// Returns marks around the head of an animal, and a face on a thing that has none; people have faces of their own.
    pub fn marks(self, actor: &Actor, r: Rect, canvas: (f32, f32)) -> Vec<Node> {
        match actor.prop.class {
            Class::Person => Vec::new(),
            class if class.is_animate() => self.around(actor, r, canvas),
            Class::Food | Class::Plant | Class::Celestial | Class::Cloud => self.face(r, canvas),
            _ => Vec::new(),
        }
    }

    /// Marks beside an animal's head.
    fn around(self, actor: &Actor, r: Rect, (w, h): (f32, f32)) -> Vec<Node> {
        let a = anchors(actor);
        let (hx, hy) = r.at(a.head[0], a.head[1]);
        let k = (r.w * a.head[2]).max(r.h * 0.16);
        let out = match (actor.prop.facing, hx < r.cx()) {
            (Facing::Front, _) | (_, false) => 1.0,
            _ => -1.0,
        };
        let eyes = r.y + r.h * a.eyes;
        match self {
            Self::Sad => {
                let mut marks: Vec<Node> = [(0.16, 0.0), (0.3, 0.22)]
                    .into_iter()
                    .map(|(dx, dy)| {
                        drop((hx + out * k * dx, eyes + k * (0.2 + dy)), k * 0.2, (w, h))
                    })
                    .collect();
                // A dark thought over the head.
                let at = (hx - out * k * 0.1, hy - k * 0.36);
                let mut pen = Pen::new().go(at.0 - k * 0.34, at.1);
                for i in 0..6 {
                    let x = at.0 - k * 0.34 + k * 0.68 * (i as f32 + 1.0) / 6.0;
                    let y = at.1 + if i % 2 == 0 { -k * 0.16 } else { k * 0.12 };
                    pen = pen.quad(x - k * 0.12, y - k * 0.1, x, y);
                }
                marks.push(line(
                    pen.end(),
                    w,
                    h,
                    Rgba::hex(INK).faded(0.75),
                    (k * 0.045).max(2.0),
                ));
                marks
            }
            Self::Angry => vec![puffs(
                (hx + out * k * 0.5, hy - k * 0.1),
                k,
                Rgba::hex(0xd93a3a),
                (w, h),
            )],
            Self::Surprised => vec![rays((hx, hy - k * 0.08), k, Rgba::hex(INK), (w, h))],
            Self::Loving => vec![
                heart((hx + out * k * 0.5, hy - k * 0.3), k * 0.34, (w, h)),
                heart((hx + out * k * 0.86, hy - k * 0.02), k * 0.22, (w, h)),
            ],
            Self::Sleepy => vec![snores((hx + out * k * 0.4, hy - k * 0.1), k, out, (w, h))],
            Self::Happy => Vec::new(),
        }
    }

    /// A face in the middle of a thing.
    pub fn face(self, r: Rect, (w, h): (f32, f32)) -> Vec<Node> {
        let k = r.w.min(r.h);
        let (cx, cy) = (r.cx(), r.y + r.h * 0.44);
        let ink = Rgba::hex(INK);
        let mut out = Vec::new();
        for side in [-1.0_f32, 1.0] {
            let x = cx + side * k * 0.15;
            if self == Self::Sleepy {
                let d = Pen::new()
                    .go(x - k * 0.05, cy)
                    .quad(x, cy + k * 0.05, x + k * 0.05, cy)
                    .end();
                out.push(line(d, w, h, ink, (k * 0.026).max(2.0)));
                continue;
            }
            let d = k * if self == Self::Surprised { 0.11 } else { 0.09 };
            out.push(super::oval(Rect::around(x, cy, d, d * 1.15), ink));
            out.push(super::oval(
                Rect::around(x - d * 0.16, cy - d * 0.22, d * 0.32, d * 0.32),
                Rgba::WHITE,
            ));
            out.push(super::oval(
                Rect::around(x + side * k * 0.1, cy + k * 0.09, k * 0.1, k * 0.055),
                Rgba::hex(0xf2768b).faded(0.6),
            ));
            if self == Self::Angry {
                let d = Pen::new()
                    .go(x + side * k * 0.06, cy - k * 0.13)
                    .line(x - side * k * 0.05, cy - k * 0.08)
                    .end();
                out.push(line(d, w, h, ink, (k * 0.026).max(2.0)));
            }
        }
        let (y, bend) = match self {
            Self::Sad | Self::Angry => (cy + k * 0.16, -k * 0.07),
            _ => (cy + k * 0.085, k * 0.1),
        };
        if self == Self::Surprised {
            out.push(super::oval(
                Rect::around(cx, cy + k * 0.13, k * 0.08, k * 0.1),
                ink,
            ));
        } else {
            let d = Pen::new()
                .go(cx - k * 0.075, y)
                .quad(cx, y + bend, cx + k * 0.075, y)
                .end();
            out.push(line(d, w, h, ink, (k * 0.028).max(2.0)));
        }
        if self == Self::Sad {
            out.push(drop((cx + k * 0.19, cy + k * 0.14), k * 0.1, (w, h)));
        }
        out
    }
}

/// A tear that hangs from a point.
fn drop((x, y): (f32, f32), k: f32, (w, h): (f32, f32)) -> Node {
    let d = Pen::new()
        .go(x, y - k * 0.5)
        .cubic(
            (x + k * 0.1, y - k * 0.1),
            (x + k * 0.34, y + k * 0.06),
            (x + k * 0.34, y + k * 0.28),
        )
        .cubic(
            (x + k * 0.34, y + k * 0.7),
            (x - k * 0.34, y + k * 0.7),
            (x - k * 0.34, y + k * 0.28),
        )
        .cubic(
            (x - k * 0.34, y + k * 0.06),
            (x - k * 0.1, y - k * 0.1),
            (x, y - k * 0.5),
        )
        .close()
        .end();
    fill(d, w, h, Rgba::hex(TEAR))
}

fn heart((x, y): (f32, f32), k: f32, (w, h): (f32, f32)) -> Node {
    let d = Pen::new()
        .go(x, y + k * 0.5)
        .cubic(
            (x - k * 0.8, y),
            (x - k * 0.5, y - k * 0.6),
            (x, y - k * 0.2),
        )
        .cubic(
            (x + k * 0.5, y - k * 0.6),
            (x + k * 0.8, y),
            (x, y + k * 0.5),
        )
        .close()
        .end();
    fill(d, w, h, Rgba::hex(0xe8455f))
}

/// Three lines that shoot up from a head.
fn rays((x, y): (f32, f32), k: f32, color: Rgba, (w, h): (f32, f32)) -> Node {
    let mut pen = Pen::new();
    for (dx, dy) in [(-0.45_f32, -0.32_f32), (0.0, -0.46), (0.45, -0.32)] {
        pen = pen
            .go(x + k * dx * 0.55, y + k * dy * 0.55)
            .line(x + k * dx, y + k * dy);
    }
    line(pen.end(), w, h, color, (k * 0.06).max(2.5))
}

/// The four bent lines of an angry vein.
fn puffs((x, y): (f32, f32), k: f32, color: Rgba, (w, h): (f32, f32)) -> Node {
    let mut pen = Pen::new();
    let s = k * 0.16;
    for (sx, sy) in [(1.0_f32, 1.0_f32), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)] {
        pen = pen.go(x + sx * s * 0.3, y + sy * s).quad(
            x + sx * s * 0.3,
            y + sy * s * 0.3,
            x + sx * s,
            y + sy * s * 0.3,
        );
    }
    line(pen.end(), w, h, color, (k * 0.06).max(2.5))
}

/// Zs that rise from a sleeper.
fn snores((x, y): (f32, f32), k: f32, out: f32, (w, h): (f32, f32)) -> Node {
    let mut pen = Pen::new();
    for (i, size) in [0.16_f32, 0.22, 0.28].into_iter().enumerate() {
        let s = k * size;
        let (zx, zy) = (x + out * k * 0.26 * i as f32, y - k * 0.3 * i as f32);
        pen = pen
            .go(zx - s * 0.5, zy - s * 0.5)
            .line(zx + s * 0.5, zy - s * 0.5)
            .line(zx - s * 0.5, zy + s * 0.5)
            .line(zx + s * 0.5, zy + s * 0.5);
    }
    line(pen.end(), w, h, Rgba::hex(INK), (k * 0.05).max(2.0))
}
