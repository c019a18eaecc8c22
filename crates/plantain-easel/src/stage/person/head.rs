//! Heads: hair behind, ears, face, hair before, hat, glasses.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::{Age, Face, Hair, Hat, Person};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, fill, line, oval};
use crate::stage::rect::Rect;

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

/// Draws the head around `(cx, cy)` with half width `r`.
pub fn draw_head(person: &Person, out: &mut Vec<Node>, size: (f32, f32), cx: f32, cy: f32, r: f32) {
    let mut board = Board {
        out,
        w: size.0,
        h: size.1,
    };
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
    if let Some(color) = person.glasses {
        glasses(&mut board, color, cx, cy, r);
    }
    if let Some((hat, color)) = person.hat {
        draw_hat(&mut board, hat, color, cx, cy, r);
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
            board.oval(Rect::around(x, y, 0.19 * r * k, 0.24 * r * k), dark);
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

fn scarf_color(person: &Person) -> Rgba {
    person
        .scarf
        .unwrap_or_else(|| person.top.mix(Rgba::WHITE, 0.25))
}

fn hair_before(person: &Person, board: &mut Board<'_>, cx: f32, cy: f32, r: f32) {
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
    // A cap of hair whose lower edge is the hair line: points from the left temple to the right.
    let cap = |fringe: &[(f32, f32)], puff: f32| {
        let mut pen = Pen::new()
            .go(p(-1.06, 0.1).0, p(0.0, 0.1).1)
            .cubic(p(-1.2, -0.8), p(-0.7, -1.18 - puff), p(0.0, -1.2 - puff))
            .cubic(p(0.7, -1.18 - puff), p(1.2, -0.8), p(1.06, 0.1));
        let line: Vec<(f32, f32)> = fringe.iter().rev().map(|(x, y)| p(*x, *y)).collect();
        pen = pen.line(line[0].0, line[0].1);
        pen.through(&line).close().end()
    };
    match person.hair {
        Hair::Bald => {}
        Hair::Crop => board.fill(
            cap(
                &[
                    (-0.98, -0.22),
                    (-0.6, -0.68),
                    (0.0, -0.78),
                    (0.6, -0.68),
                    (0.98, -0.22),
                ],
                0.0,
            ),
            c,
        ),
        Hair::Short => board.fill(
            cap(
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
            c,
        ),
        Hair::Parted | Hair::Ponytail => board.fill(
            cap(
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
            c,
        ),
        Hair::Spiky => {
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
            board.fill(pen.close().end(), c);
        }
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
        Hair::Bob | Hair::Braids => board.fill(
            cap(
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
            c,
        ),
        Hair::Long | Hair::Wavy => board.fill(
            cap(
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
            c,
        ),
        Hair::Bun => board.fill(
            cap(
                &[
                    (-0.98, -0.05),
                    (-0.7, -0.56),
                    (0.0, -0.8),
                    (0.7, -0.56),
                    (0.98, -0.05),
                ],
                0.03,
            ),
            c,
        ),
        Hair::Scarf => head_scarf(person, board, cx, cy, r),
    }
}

fn head_scarf(person: &Person, board: &mut Board<'_>, cx: f32, cy: f32, r: f32) {
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

fn draw_hat(board: &mut Board<'_>, hat: Hat, color: Rgba, cx: f32, cy: f32, r: f32) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let band = lighter(color, if color.is_dark() { 0.12 } else { -0.12 });
    let dome = |lift: f32, w: f32, foot: f32| {
        Pen::new()
            .go(p(-w, foot).0, p(0.0, foot).1)
            .cubic(
                p(-w, -1.1 - lift),
                p(-w * 0.5, -1.35 - lift),
                p(0.0, -1.35 - lift),
            )
            .cubic(p(w * 0.5, -1.35 - lift), p(w, -1.1 - lift), p(w, foot))
            .quad(
                p(0.0, foot + 0.1).0,
                p(0.0, foot + 0.1).1,
                p(-w, foot).0,
                p(0.0, foot).1,
            )
            .close()
            .end()
    };
    match hat {
        Hat::Cap => {
            board.fill(dome(0.05, 1.06, -0.42), color);
            let d = Pen::new()
                .go(p(-0.2, -0.5).0, p(0.0, -0.5).1)
                .cubic(p(0.6, -0.72), p(1.5, -0.6), p(1.62, -0.34))
                .cubic(p(1.2, -0.34), p(0.5, -0.3), p(-0.2, -0.3))
                .close()
                .end();
            board.fill(d, lighter(color, -0.07));
        }
        Hat::Brim => {
            board.oval(
                Rect::around(cx, cy - 0.55 * r, 3.2 * r, 0.6 * r),
                lighter(color, -0.05),
            );
            board.fill(dome(0.12, 0.92, -0.58), color);
            board.out.push(strip(p(-0.93, -0.82), p(0.93, -0.58), band));
        }
        Hat::Top => {
            board.oval(
                Rect::around(cx, cy - 0.68 * r, 2.7 * r, 0.42 * r),
                lighter(color, 0.03),
            );
            let (x, y) = p(-0.78, -2.2);
            board.out.push(
                rect()
                    .bounds(x, y, 1.56 * r, 1.56 * r)
                    .radius(r * 0.1)
                    .fill(color),
            );
            board.out.push(strip(p(-0.78, -1.0), p(0.78, -0.74), band));
        }
        Hat::Beanie => {
            board.fill(dome(0.2, 1.08, -0.5), color);
            board.out.push(
                rect()
                    .bounds(p(-1.14, -0.72).0, p(0.0, -0.72).1, 2.28 * r, 0.36 * r)
                    .radius(0.18 * r)
                    .fill(lighter(color, 0.07)),
            );
            board.oval(
                Rect::around(cx, cy - 1.62 * r, 0.5 * r, 0.5 * r),
                lighter(color, 0.1),
            );
        }
        Hat::Helmet => {
            board.fill(dome(0.14, 1.16, -0.36), color);
            board.out.push(strip(
                p(-1.26, -0.46),
                p(1.26, -0.28),
                lighter(color, -0.09),
            ));
        }
        Hat::Crown => {
            let mut pen = Pen::new().go(p(-0.92, -0.66).0, p(0.0, -0.66).1);
            for (x, y) in [
                (-1.06, -1.6),
                (-0.5, -1.16),
                (0.0, -1.76),
                (0.5, -1.16),
                (1.06, -1.6),
                (0.92, -0.66),
            ] {
                let (x, y) = p(x, y);
                pen = pen.line(x, y);
            }
            board.fill(pen.close().end(), color);
            for (x, y) in [(-1.06, -1.64), (0.0, -1.8), (1.06, -1.64)] {
                board.oval(
                    Rect::around(cx + x * r, cy + y * r, 0.24 * r, 0.24 * r),
                    Rgba::hex(0xe2495b),
                );
            }
        }
        Hat::Chef => {
            for (x, y, k) in [(-0.6, -1.4, 1.1), (0.6, -1.4, 1.1), (0.0, -1.65, 1.3)] {
                board.oval(Rect::around(cx + x * r, cy + y * r, k * r, k * r), color);
            }
            board.out.push(
                rect()
                    .bounds(p(-0.86, -1.4).0, p(0.0, -1.4).1, 1.72 * r, 0.86 * r)
                    .radius(r * 0.08)
                    .fill(lighter(color, -0.03)),
            );
        }
        Hat::Peaked => {
            board.fill(dome(-0.12, 1.02, -0.5), lighter(color, -0.03));
            board.oval(Rect::around(cx, cy - 1.08 * r, 2.5 * r, 0.66 * r), color);
            board
                .out
                .push(strip(p(-1.04, -0.76), p(1.04, -0.5), lighter(color, -0.12)));
            let d = Pen::new()
                .go(p(-0.94, -0.52).0, p(0.0, -0.52).1)
                .cubic(p(-0.5, -0.2), p(0.5, -0.2), p(0.94, -0.52))
                .close()
                .end();
            board.fill(d, Rgba::hex(0x17181d));
            board.oval(
                Rect::around(cx, cy - 0.9 * r, 0.34 * r, 0.38 * r),
                Rgba::hex(0xf0c24b),
            );
        }
        Hat::Fire => {
            board.fill(dome(0.2, 1.08, -0.42), color);
            board.fill(
                Pen::new()
                    .go(p(-1.42, -0.3).0, p(0.0, -0.3).1)
                    .cubic(p(-0.8, -0.62), p(0.8, -0.62), p(1.42, -0.3))
                    .cubic(p(0.8, -0.2), p(-0.8, -0.2), p(-1.42, -0.3))
                    .close()
                    .end(),
                lighter(color, -0.09),
            );
            let d = Pen::new()
                .go(p(-0.32, -1.24).0, p(0.0, -1.24).1)
                .line(p(0.32, -1.24).0, p(0.0, -1.24).1)
                .line(p(0.28, -0.7).0, p(0.0, -0.7).1)
                .line(p(0.0, -0.5).0, p(0.0, -0.5).1)
                .line(p(-0.28, -0.7).0, p(0.0, -0.7).1)
                .close()
                .end();
            board.fill(d, Rgba::hex(0xf3d26a));
        }
        Hat::Knight => knight_helmet(board, color, cx, cy, r, &dome),
        Hat::Horned => {
            board.fill(dome(0.1, 1.06, -0.4), color);
            board
                .out
                .push(strip(p(-1.08, -0.6), p(1.08, -0.36), lighter(color, -0.12)));
            for side in [-1.0_f32, 1.0] {
                let q = |x: f32, y: f32| p(side * x, y);
                let d = Pen::new()
                    .go(q(0.86, -0.9).0, q(0.86, -0.9).1)
                    .cubic(q(1.5, -0.9), q(1.7, -1.3), q(1.56, -1.8))
                    .cubic(q(1.4, -1.4), q(1.2, -1.3), q(0.72, -1.24))
                    .close()
                    .end();
                board.fill(d, Rgba::hex(0xf1e6cf));
            }
        }
        Hat::Hood => {
            board.fill(dome(0.04, 1.16, 0.02), color);
            for side in [-1.0_f32, 1.0] {
                let q = |x: f32, y: f32| p(side * x, y);
                let d = Pen::new()
                    .go(q(0.74, -0.3).0, q(0.74, -0.3).1)
                    .line(q(1.16, -0.3).0, q(1.16, -0.3).1)
                    .cubic(q(1.2, 0.6), q(0.9, 1.2), q(0.2, 1.34))
                    .cubic(q(0.7, 1.0), q(0.82, 0.5), q(0.74, -0.3))
                    .close()
                    .end();
                board.fill(d, color);
            }
        }
        Hat::Tricorn => {
            let d = Pen::new()
                .go(p(-1.62, -0.86).0, p(0.0, -0.86).1)
                .cubic(p(-0.9, -1.9), p(0.9, -1.9), p(1.62, -0.86))
                .cubic(p(0.9, -0.44), p(-0.9, -0.44), p(-1.62, -0.86))
                .close()
                .end();
            board.fill(d, color);
            let trim = Pen::new()
                .go(p(-1.58, -0.88).0, p(0.0, -0.88).1)
                .cubic(p(-0.9, -0.5), p(0.9, -0.5), p(1.58, -0.88))
                .end();
            board.line(trim, Rgba::hex(0xf0c24b), r * 0.1);
            board.oval(
                Rect::around(cx, cy - 1.1 * r, 0.4 * r, 0.4 * r),
                Rgba::hex(0xf3f0e6),
            );
            for side in [-1.0_f32, 1.0] {
                board.oval(
                    Rect::around(cx + side * 0.08 * r, cy - 1.12 * r, 0.09 * r, 0.1 * r),
                    color,
                );
            }
        }
        Hat::Beret => {
            board.fill(dome(-0.3, 1.0, -0.6), lighter(color, -0.05));
            board.out.push(
                rect()
                    .bounds(p(-1.2, -1.4).0, p(0.0, -1.4).1, 2.3 * r, 0.78 * r)
                    .radius(0.39 * r)
                    .fill(color)
                    .rotate(-10.0),
            );
            board.oval(
                Rect::around(cx - 0.1 * r, cy - 1.42 * r, 0.18 * r, 0.2 * r),
                color,
            );
        }
        Hat::Mortarboard => {
            board.fill(dome(-0.3, 0.98, -0.42), lighter(color, -0.04));
            let d = Pen::new()
                .go(p(-1.5, -1.12).0, p(0.0, -1.12).1)
                .line(p(0.0, -1.58).0, p(0.0, -1.58).1)
                .line(p(1.5, -1.12).0, p(0.0, -1.12).1)
                .line(p(0.0, -0.7).0, p(0.0, -0.7).1)
                .close()
                .end();
            board.fill(d, color);
            let cord = Pen::new()
                .go(p(0.0, -1.12).0, p(0.0, -1.12).1)
                .line(p(1.16, -0.98).0, p(0.0, -0.98).1)
                .line(p(1.18, -0.4).0, p(0.0, -0.4).1)
                .end();
            board.line(cord, Rgba::hex(0xf0c24b), r * 0.09);
        }
        Hat::Party | Hat::Pointed => {
            let tall = if hat == Hat::Pointed { -2.7 } else { -2.3 };
            if hat == Hat::Pointed {
                board.oval(
                    Rect::around(cx, cy - 0.6 * r, 3.0 * r, 0.56 * r),
                    lighter(color, -0.05),
                );
            }
            let d = Pen::new()
                .go(p(-0.78, -0.66).0, p(0.0, -0.66).1)
                .line(p(0.0, tall).0, p(0.0, tall).1)
                .line(p(0.78, -0.66).0, p(0.0, -0.66).1)
                .close()
                .end();
            board.fill(d, color);
            board.oval(
                Rect::around(cx, cy + tall * r, 0.36 * r, 0.36 * r),
                lighter(color, 0.18),
            );
        }
    }
}

/// A dome with cheeks, a brow band and a plume; the face stays free.
fn knight_helmet(
    board: &mut Board<'_>,
    color: Rgba,
    cx: f32,
    cy: f32,
    r: f32,
    dome: &dyn Fn(f32, f32, f32) -> String,
) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let plume = Pen::new()
        .go(p(0.0, -1.3).0, p(0.0, -1.3).1)
        .cubic(p(0.1, -2.3), p(-1.3, -2.3), p(-1.5, -1.2))
        .cubic(p(-1.0, -1.7), p(-0.5, -1.6), p(0.0, -1.3))
        .close()
        .end();
    board.fill(plume, Rgba::hex(0xc9353f));
    board.fill(dome(0.08, 1.14, -0.24), color);
    for side in [-1.0_f32, 1.0] {
        let q = |x: f32, y: f32| p(side * x, y);
        let cheek = Pen::new()
            .go(q(1.16, -0.4).0, q(1.16, -0.4).1)
            .cubic(q(1.22, 0.5), q(1.1, 1.1), q(0.62, 1.4))
            .cubic(q(0.7, 0.9), q(0.72, 0.4), q(0.74, -0.3))
            .close()
            .end();
        board.fill(cheek, lighter(color, -0.05));
    }
    board.out.push(strip(
        p(-1.16, -0.46),
        p(1.16, -0.22),
        lighter(color, -0.12),
    ));
    board
        .out
        .push(strip(p(-0.08, -0.46), p(0.08, 0.3), lighter(color, -0.1)));
    board.line(
        Pen::new()
            .go(p(0.0, -1.42).0, p(0.0, -1.42).1)
            .line(p(0.0, -0.46).0, p(0.0, -0.46).1)
            .end(),
        lighter(color, 0.08),
        r * 0.12,
    );
}

fn strip(from: (f32, f32), to: (f32, f32), color: Rgba) -> Node {
    rect()
        .bounds(from.0, from.1, to.0 - from.0, to.1 - from.1)
        .radius(2.0)
        .fill(color)
}
