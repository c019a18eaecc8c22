//! Heads: hair behind, ears, face, hair before, hat, glasses.

mod hair;
mod hat;

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::{Age, Face, Hair, Person, Trim};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, fill, line, oval};
use crate::stage::rect::Rect;
use hair::hair_before;
use hat::draw_hat;

pub use hair::hair_behind;

/// Returns the colour that the eyes are told to have: "green eyes".
pub(super) fn eyes(attributes: &[String]) -> Option<Rgba> {
    let told = |words: &String| {
        let color = words
            .strip_suffix(" eyes")
            .or_else(|| words.strip_suffix(" eye"))?;
        plantain_read::color_of(color, "en")
    };
    let [r, g, b] = attributes.iter().find_map(told)?;
    Some(Rgba::rgb(r, g, b))
}

/// A drawing board: nodes in a frame of `w` by `h`.
struct Board<'a> {
    out: &'a mut Vec<Node>,
    w: f32,
    h: f32,
}

impl Board<'_> {
    fn fill(&mut self, d: String, color: Rgba) {
        self.out.push(fill(d, self.w, self.h, color));
    }

    fn line(&mut self, d: String, color: Rgba, width: f32) {
        self.out.push(line(d, self.w, self.h, color, width));
    }

    fn oval(&mut self, r: Rect, color: Rgba) {
        self.out.push(oval(r, color));
    }
}

/// Draws the neck from the head's middle down to `foot`.
pub fn draw_neck(person: &Person, out: &mut Vec<Node>, cx: f32, cy: f32, r: f32, foot: f32) {
    let shade = lighter(person.skin, -0.06);
    let w = r * 0.78;
    out.push(
        rect()
            .bounds(cx - w / 2.0, cy, w, (foot - cy).max(1.0))
            .radius(w * 0.4)
            .fill(shade),
    );
}

/// Draws the head around `(cx, cy)` with half width `r`.
pub fn draw_head(person: &Person, out: &mut Vec<Node>, size: (f32, f32), cx: f32, cy: f32, r: f32) {
    let mut board = Board {
        out,
        w: size.0,
        h: size.1,
    };
    if let Some(mask) = &person.mask {
        board.out.push(mask.draw((cx, cy, r)));
        worn(person, &mut board, cx, cy - r * 0.02, r * 1.14);
        return;
    }
    let shade = lighter(person.skin, -0.06);
    if person.hair != Hair::Scarf {
        for side in [-1.0_f32, 1.0] {
            board.oval(
                Rect::around(cx + side * r * 0.98, cy + r * 0.18, r * 0.4, r * 0.5),
                person.skin,
            );
            board.oval(
                Rect::around(cx + side * r * 0.98, cy + r * 0.2, r * 0.18, r * 0.26),
                shade,
            );
        }
    }
    board.fill(skull(cx, cy, r, person.age), person.skin);
    if !person.silhouette {
        face(person, &mut board, cx, cy, r);
    }
    if person.beard {
        beard(person, &mut board, cx, cy, r);
    }
    hair_before(person, &mut board, cx, cy, r);
    worn(person, &mut board, cx, cy, r);
}

/// Glasses and hat.
fn worn(person: &Person, board: &mut Board<'_>, cx: f32, cy: f32, r: f32) {
    if let Some(color) = person.glasses {
        glasses(board, color, cx, cy, r);
    }
    if let Some((hat, color)) = person.hat {
        draw_hat(board, hat, color, cx, cy, r);
    }
}

/// Returns the outline of a head: round for children, longer for adults.
fn skull(cx: f32, cy: f32, r: f32, age: Age) -> String {
    let (chin, jaw) = match age {
        Age::Baby => (1.02, 1.02),
        Age::Child => (1.08, 0.96),
        Age::Adult | Age::Old => (1.2, 0.86),
    };
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    Pen::new()
        .go(p(-1.0, -0.1).0, p(0.0, -0.1).1)
        .cubic(p(-1.0, -0.75), p(-0.55, -1.12), p(0.0, -1.12))
        .cubic(p(0.55, -1.12), p(1.0, -0.75), p(1.0, -0.1))
        .cubic(p(1.0, 0.5), p(jaw, chin), p(0.0, chin))
        .cubic(p(-jaw, chin), p(-1.0, 0.5), p(-1.0, -0.1))
        .close()
        .end()
}

fn face(person: &Person, board: &mut Board<'_>, cx: f32, cy: f32, r: f32) {
    let dark = Rgba::hex(0x2a211f);
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let cheek = person.skin.mix(Rgba::hex(0xe0564f), 0.24);
    for side in [-1.0_f32, 1.0] {
        board.oval(
            Rect::around(cx + side * 0.56 * r, cy + 0.42 * r, 0.36 * r, 0.24 * r),
            cheek,
        );
        eye(person, board, cx + side * 0.38 * r, cy + 0.1 * r, r, dark);
        let lift = match person.face {
            Face::Surprised => -0.12,
            Face::Angry => 0.08,
            _ => 0.0,
        };
        let tilt = match person.face {
            Face::Angry => 0.1,
            Face::Sad => -0.08,
            _ => 0.0,
        };
        let y = -0.24 + lift;
        let d = Pen::new()
            .go(
                p(side * 0.54, y + 0.04 - tilt * 0.4).0,
                p(0.0, y + 0.04 - tilt * 0.4).1,
            )
            .quad(
                p(side * 0.38, y - 0.07).0,
                p(0.0, y - 0.07).1,
                p(side * 0.22, y + 0.02 + tilt).0,
                p(0.0, y + 0.02 + tilt).1,
            )
            .end();
        let brow = if person.hair_color.luminance() > 0.4 {
            lighter(person.hair_color, -0.2)
        } else {
            person.hair_color
        };
        board.line(d, brow, r * 0.075);
    }
    let nose = Pen::new()
        .go(p(-0.07, 0.36).0, p(0.0, 0.36).1)
        .quad(
            p(0.0, 0.44).0,
            p(0.0, 0.44).1,
            p(0.1, 0.36).0,
            p(0.0, 0.36).1,
        )
        .end();
    board.line(nose, lighter(person.skin, -0.13), r * 0.06);
    mouth(person, board, cx, cy, r);
}

fn eye(person: &Person, board: &mut Board<'_>, x: f32, y: f32, r: f32, dark: Rgba) {
    match person.face {
        Face::Asleep => {
            let d = Pen::new()
                .go(x - 0.14 * r, y)
                .quad(x, y + 0.14 * r, x + 0.14 * r, y)
                .end();
            board.line(d, dark, r * 0.08);
        }
        Face::Laughing => {
            let d = Pen::new()
                .go(x - 0.14 * r, y + 0.04 * r)
                .quad(x, y - 0.16 * r, x + 0.14 * r, y + 0.04 * r)
                .end();
            board.line(d, dark, r * 0.08);
        }
        _ => {
            let k = if person.face == Face::Surprised {
                1.25
            } else {
                1.0
            };
            let iris = person.trims.iter().find_map(|trim| match trim {
                Trim::Eyes(color) => Some(*color),
                _ => None,
            });
            // A coloured eye is larger, so that its colour is seen around the pupil.
            match iris {
                Some(color) => {
                    board.oval(Rect::around(x, y, 0.3 * r * k, 0.3 * r * k), Rgba::WHITE);
                    board.oval(Rect::around(x, y, 0.24 * r * k, 0.26 * r * k), color);
                    board.oval(Rect::around(x, y, 0.11 * r * k, 0.12 * r * k), dark);
                }
                None => board.oval(Rect::around(x, y, 0.19 * r * k, 0.24 * r * k), dark),
            }
            board.oval(
                Rect::around(x + 0.035 * r, y - 0.055 * r, 0.07 * r, 0.08 * r),
                Rgba::WHITE.faded(0.9),
            );
        }
    }
}

fn mouth(person: &Person, board: &mut Board<'_>, cx: f32, cy: f32, r: f32) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let lip = person.skin.mix(Rgba::hex(0x8c2f2b), 0.62);
    let bow = |depth: f32, w: f32| {
        Pen::new().go(p(-w, 0.64).0, p(0.0, 0.64).1).quad(
            p(0.0, 0.64 + depth).0,
            p(0.0, 0.64 + depth).1,
            p(w, 0.64).0,
            p(0.0, 0.64).1,
        )
    };
    match person.face {
        Face::Happy => board.line(bow(0.24, 0.27).end(), lip, r * 0.085),
        Face::Calm | Face::Asleep => board.line(bow(0.06, 0.2).end(), lip, r * 0.08),
        Face::Sad => board.line(bow(-0.18, 0.22).end(), lip, r * 0.08),
        Face::Angry => board.line(bow(-0.08, 0.24).end(), lip, r * 0.085),
        Face::Surprised => board.oval(
            Rect::around(cx, cy + 0.72 * r, 0.24 * r, 0.3 * r),
            lighter(lip, -0.1),
        ),
        Face::Laughing => {
            board.fill(bow(0.52, 0.34).close().end(), lighter(lip, -0.08));
            let teeth = Pen::new()
                .go(p(-0.27, 0.645).0, p(0.0, 0.645).1)
                .quad(
                    p(0.0, 0.8).0,
                    p(0.0, 0.8).1,
                    p(0.27, 0.645).0,
                    p(0.0, 0.645).1,
                )
                .close()
                .end();
            board.fill(teeth, Rgba::WHITE);
        }
    }
}

fn beard(person: &Person, board: &mut Board<'_>, cx: f32, cy: f32, r: f32) {
    let long = if person.age == Age::Old { 1.75 } else { 1.32 };
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let d = Pen::new()
        .go(p(-0.99, 0.15).0, p(0.0, 0.15).1)
        .cubic(p(-0.86, 0.62), p(-0.5, 0.5), p(-0.3, 0.5))
        .quad(p(0.0, 0.42).0, p(0.0, 0.42).1, p(0.3, 0.5).0, p(0.0, 0.5).1)
        .cubic(p(0.5, 0.5), p(0.86, 0.62), p(0.99, 0.15))
        .cubic(p(1.0, 0.85), p(0.62, long), p(0.0, long))
        .cubic(p(-0.62, long), p(-1.0, 0.85), p(-0.99, 0.15))
        .close()
        .end();
    board.fill(d, person.hair_color);
    let lip = person.skin.mix(Rgba::hex(0x8c2f2b), 0.5);
    let m = Pen::new()
        .go(p(-0.22, 0.68).0, p(0.0, 0.68).1)
        .quad(
            p(0.0, 0.84).0,
            p(0.0, 0.84).1,
            p(0.22, 0.68).0,
            p(0.0, 0.68).1,
        )
        .end();
    board.line(m, lip, r * 0.09);
}

fn glasses(board: &mut Board<'_>, color: Rgba, cx: f32, cy: f32, r: f32) {
    for side in [-1.0_f32, 1.0] {
        let lens = Rect::around(cx + side * 0.4 * r, cy + 0.12 * r, 0.58 * r, 0.5 * r);
        board.out.push(
            rect()
                .bounds(lens.x, lens.y, lens.w, lens.h)
                .radius(lens.h * 0.45)
                .fill(Rgba::hex(0xdff1fb).faded(0.3))
                .stroke(color, r * 0.075),
        );
    }
    let bridge = Pen::new()
        .go(cx - 0.11 * r, cy + 0.08 * r)
        .quad(cx, cy, cx + 0.11 * r, cy + 0.08 * r)
        .end();
    board.line(bridge, color, r * 0.07);
}
