//! Hair: what falls behind the body, and what frames the face.

use plantain_scene::Rgba;
use plantain_scene::node::Node;

use super::super::{Hair, Person};
use super::Board;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, fill};
use crate::stage::rect::Rect;

/// Draws the hair that falls behind the body.
pub fn hair_behind(
    person: &Person,
    out: &mut Vec<Node>,
    (w, h): (f32, f32),
    cx: f32,
    cy: f32,
    r: f32,
) {
    let mut board = Board { out, w, h };
    let c = lighter(person.hair_color, -0.035);
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    match person.hair {
        Hair::Long | Hair::Wavy | Hair::Scarf => {
            let c = if person.hair == Hair::Scarf {
                lighter(scarf_color(person), -0.05)
            } else {
                c
            };
            let foot = if person.hair == Hair::Scarf {
                1.75
            } else {
                2.05
            };
            let d = Pen::new()
                .go(p(-1.12, -0.1).0, p(0.0, -0.1).1)
                .cubic(p(-1.3, 0.8), p(-1.25, 1.5), p(-1.02, foot))
                .quad(
                    p(0.0, foot + 0.22).0,
                    p(0.0, foot + 0.22).1,
                    p(1.02, foot).0,
                    p(0.0, foot).1,
                )
                .cubic(p(1.25, 1.5), p(1.3, 0.8), p(1.12, -0.1))
                .close()
                .end();
            board.fill(d, c);
        }
        Hair::Bob => {
            let d = Pen::new()
                .go(p(-1.12, -0.2).0, p(0.0, -0.2).1)
                .cubic(p(-1.28, 0.5), p(-1.24, 0.95), p(-1.05, 1.02))
                .line(p(1.05, 1.02).0, p(0.0, 1.02).1)
                .cubic(p(1.24, 0.95), p(1.28, 0.5), p(1.12, -0.2))
                .close()
                .end();
            board.fill(d, c);
        }
        Hair::Afro => board.oval(Rect::around(cx, cy - 0.3 * r, 3.1 * r, 2.9 * r), c),
        Hair::Curly => {
            for (x, y, k) in [
                (-0.95, -0.1, 0.9),
                (0.95, -0.1, 0.9),
                (-0.9, 0.55, 0.75),
                (0.9, 0.55, 0.75),
            ] {
                board.oval(Rect::around(cx + x * r, cy + y * r, k * r, k * r), c);
            }
        }
        Hair::Bun => board.oval(Rect::around(cx, cy - 1.28 * r, 0.95 * r, 0.85 * r), c),
        Hair::Ponytail => {
            let d = Pen::new()
                .go(p(0.5, -0.9).0, p(0.0, -0.9).1)
                .cubic(p(1.9, -0.9), p(1.75, 0.6), p(1.35, 1.5))
                .cubic(p(1.2, 0.9), p(1.1, 0.3), p(0.6, -0.2))
                .close()
                .end();
            board.fill(d, c);
        }
        Hair::Braids => {
            for side in [-1.0_f32, 1.0] {
                for i in 0..4 {
                    let t = i as f32;
                    let d = (0.5 - 0.05 * t) * r;
                    board.oval(
                        Rect::around(cx + side * 1.12 * r, cy + (0.35 + 0.4 * t) * r, d, d * 0.95),
                        c,
                    );
                }
            }
        }
        _ => {}
    }
}

pub(super) fn scarf_color(person: &Person) -> Rgba {
    person
        .scarf
        .unwrap_or_else(|| person.top.mix(Rgba::WHITE, 0.25))
}

pub(super) fn hair_before(person: &Person, board: &mut Board<'_>, cx: f32, cy: f32, r: f32) {
    if person.hat.is_some() && matches!(person.hair, Hair::Spiky | Hair::Afro | Hair::Curly) {
        // A hat lies flat on the hair.
        let tidy = Person {
            hair: Hair::Crop,
            hat: None,
            ..person.clone()
        };
        hair_before(&tidy, board, cx, cy, r);
        return;
    }
    let c = person.hair_color;
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    if let Some((fringe, puff)) = hair_line(person.hair) {
        board.fill(cap(p, fringe, puff), c);
        return;
    }
    match person.hair {
        Hair::Spiky => board.fill(spikes(p), c),
        Hair::Curly | Hair::Afro => {
            for (x, y, k) in [
                (-0.82, -0.56, 0.74),
                (-0.42, -0.94, 0.8),
                (0.1, -1.02, 0.86),
                (0.58, -0.82, 0.78),
                (0.88, -0.46, 0.68),
                (-0.06, -0.76, 0.6),
            ] {
                board.oval(Rect::around(cx + x * r, cy + y * r, k * r, k * r), c);
            }
        }
        Hair::Scarf => head_scarf(person, board, cx, cy, r),
        _ => {}
    }
}

/// The hair line of those whose hair lies flat, from the left temple to the right, and how far the hair rises.
pub(super) fn hair_line(hair: Hair) -> Option<(&'static [(f32, f32)], f32)> {
    let line: (&[(f32, f32)], f32) = match hair {
        Hair::Crop => (
            &[
                (-0.98, -0.22),
                (-0.6, -0.68),
                (0.0, -0.78),
                (0.6, -0.68),
                (0.98, -0.22),
            ],
            0.0,
        ),
        Hair::Short => (
            &[
                (-0.98, -0.1),
                (-0.78, -0.52),
                (-0.2, -0.5),
                (0.4, -0.66),
                (0.86, -0.46),
                (0.98, -0.1),
            ],
            0.06,
        ),
        Hair::Parted | Hair::Ponytail => (
            &[
                (-0.98, 0.0),
                (-0.86, -0.42),
                (-0.5, -0.82),
                (0.1, -0.58),
                (0.7, -0.48),
                (0.98, -0.05),
            ],
            0.1,
        ),
        Hair::Bob | Hair::Braids => (
            &[
                (-0.94, 0.3),
                (-0.84, -0.36),
                (-0.3, -0.44),
                (0.3, -0.44),
                (0.84, -0.36),
                (0.94, 0.3),
            ],
            0.08,
        ),
        Hair::Long | Hair::Wavy => (
            &[
                (-0.94, 0.4),
                (-0.82, -0.3),
                (-0.2, -0.86),
                (0.24, -0.6),
                (0.8, -0.28),
                (0.94, 0.4),
            ],
            0.1,
        ),
        Hair::Bun => (
            &[
                (-0.98, -0.05),
                (-0.7, -0.56),
                (0.0, -0.8),
                (0.7, -0.56),
                (0.98, -0.05),
            ],
            0.03,
        ),
        _ => return None,
    };
    Some(line)
}

/// A cap of hair whose lower edge is the hair line.
pub(super) fn cap(p: impl Fn(f32, f32) -> (f32, f32), fringe: &[(f32, f32)], puff: f32) -> String {
    let mut pen = Pen::new()
        .go(p(-1.06, 0.1).0, p(0.0, 0.1).1)
        .cubic(p(-1.2, -0.8), p(-0.7, -1.18 - puff), p(0.0, -1.2 - puff))
        .cubic(p(0.7, -1.18 - puff), p(1.2, -0.8), p(1.06, 0.1));
    let line: Vec<(f32, f32)> = fringe.iter().rev().map(|(x, y)| p(*x, *y)).collect();
    pen = pen.line(line[0].0, line[0].1);
    pen.through(&line).close().end()
}

/// Hair that stands up in points.
pub(super) fn spikes(p: impl Fn(f32, f32) -> (f32, f32)) -> String {
    let mut pen = Pen::new().go(p(-1.04, 0.0).0, p(0.0, 0.0).1);
    for (x, y) in [
        (-1.28, -0.7),
        (-0.86, -0.84),
        (-0.78, -1.42),
        (-0.34, -1.12),
        (0.0, -1.62),
        (0.3, -1.14),
        (0.76, -1.46),
        (0.86, -0.86),
        (1.28, -0.72),
        (1.04, 0.0),
        (0.86, -0.5),
        (0.3, -0.62),
        (-0.3, -0.54),
        (-0.86, -0.5),
    ] {
        let (x, y) = p(x, y);
        pen = pen.line(x, y);
    }
    pen.close().end()
}

pub(super) fn head_scarf(person: &Person, board: &mut Board<'_>, cx: f32, cy: f32, r: f32) {
    let c = scarf_color(person);
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    // A ring of cloth around the face.
    let d = Pen::new()
        .go(p(-1.18, 0.1).0, p(0.0, 0.1).1)
        .cubic(p(-1.25, -0.9), p(-0.7, -1.32), p(0.0, -1.32))
        .cubic(p(0.7, -1.32), p(1.25, -0.9), p(1.18, 0.1))
        .cubic(p(1.15, 1.0), p(0.8, 1.6), p(0.0, 1.62))
        .cubic(p(-0.8, 1.6), p(-1.15, 1.0), p(-1.18, 0.1))
        .close()
        .go(p(-0.84, 0.1).0, p(0.0, 0.1).1)
        .cubic(p(-0.84, 0.7), p(-0.5, 1.12), p(0.0, 1.12))
        .cubic(p(0.5, 1.12), p(0.84, 0.7), p(0.84, 0.1))
        .cubic(p(0.84, -0.5), p(0.5, -0.78), p(0.0, -0.78))
        .cubic(p(-0.5, -0.78), p(-0.84, -0.5), p(-0.84, 0.1))
        .close()
        .end();
    let mut node = fill(d, board.w, board.h, c);
    if let plantain_scene::node::Content::Path(path) = &mut node.content {
        path.even_odd = true;
    }
    board.out.push(node);
    let fold = Pen::new()
        .go(p(-0.7, 1.05).0, p(0.0, 1.05).1)
        .quad(p(0.0, 1.5).0, p(0.0, 1.5).1, p(0.8, 0.95).0, p(0.0, 0.95).1)
        .end();
    board.line(fold, lighter(c, -0.06), r * 0.07);
}
