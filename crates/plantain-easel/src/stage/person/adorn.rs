//! What is worn behind the figure and around the head: capes, packs, wings, masks, patches, mustaches.

use plantain_scene::Rgba;
use plantain_scene::build::rect;

use super::body::Figure;
use super::{Outfit, Person, Trim};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, oval};
use crate::stage::rect::Rect;

const GOLD: u32 = 0xf0c24b;

/// Draws what hangs behind the figure: capes, packs, wings.
pub(super) fn behind(f: &mut Figure, p: &Person) {
    let (sy, s) = (f.b.shoulder_y, f.b.shoulder);
    for trim in &p.trims {
        match *trim {
            Trim::Cape(c) => {
                let foot = (f.b.hip_y + 0.34).min(f.s.extent + 0.02);
                let sway = 0.07 + f.s.lean * 0.4;
                f.round(
                    &[
                        (-s * 0.8, sy - 0.01),
                        (s * 0.8, sy - 0.01),
                        (s * 1.25, f.b.hip_y - 0.05),
                        (s * 1.5 - sway, foot - 0.03),
                        (0.0 - sway, foot),
                        (-s * 1.7 - sway, foot - 0.02),
                        (-s * 1.35, f.b.hip_y - 0.05),
                    ],
                    lighter(c, -0.05),
                );
            }
            Trim::Pack(c) => {
                let (w, h) = (s * 1.5, f.b.hip_y - sy);
                f.round(
                    &[
                        (-w, sy + 0.02),
                        (-s * 0.4, sy - 0.03),
                        (s * 0.4, sy - 0.03),
                        (w, sy + 0.02),
                        (w * 0.96, sy + h * 0.9),
                        (-w * 0.96, sy + h * 0.9),
                    ],
                    c,
                );
            }
            Trim::Wings => {
                for side in [-1.0_f32, 1.0] {
                    f.round(
                        &[
                            (side * 0.02, sy + 0.06),
                            (side * 0.12, sy - 0.09),
                            (side * 0.26, sy - 0.1),
                            (side * 0.24, sy + 0.06),
                            (side * 0.2, sy + 0.2),
                            (side * 0.06, sy + 0.17),
                        ],
                        Rgba::hex(0xe8f3ff).faded(0.92),
                    );
                }
            }
            _ => {}
        }
    }
}

/// Draws what is worn on the head beside the hat.
pub(super) fn on_head(f: &mut Figure, p: &Person, (x, y, r): (f32, f32, f32)) {
    if p.outfit == Outfit::Space {
        let k = r * if p.mask.is_some() { 3.7 } else { 2.9 };
        f.out.push(
            oval(Rect::around(x, y, k, k), Rgba::hex(0xbfe3f7).faded(0.24))
                .stroke(Rgba::hex(0xe8edf3), r * 0.18),
        );
        f.out.push(oval(
            Rect::around(x - r * 0.6, y - r * 0.66, r * 0.7, r * 0.42),
            Rgba::WHITE.faded(0.5),
        ));
    }
    adorn(&mut f.out, p, (x, y, r));
}

/// Draws masks, patches and halos around a head of half width `r`.
pub(super) fn adorn(
    out: &mut Vec<plantain_scene::node::Node>,
    p: &Person,
    (x, y, r): (f32, f32, f32),
) {
    for trim in &p.trims {
        match *trim {
            Trim::EyeMask(c) => {
                for side in [-1.0_f32, 1.0] {
                    out.push(
                        oval(
                            Rect::around(x + side * r * 0.4, y + r * 0.08, r * 0.86, r * 0.5),
                            c.faded(0.0),
                        )
                        .stroke(c, r * 0.2),
                    );
                }
            }
            Trim::EyePatch => {
                let black = Rgba::hex(0x1d1a1c);
                out.push(oval(
                    Rect::around(x - r * 0.38, y + r * 0.1, r * 0.5, r * 0.46),
                    black,
                ));
                out.push(
                    rect()
                        .bounds(x - r, y - r * 0.24, r * 2.0, r * 0.09)
                        .fill(black)
                        .rotate(8.0),
                );
            }
            Trim::Headphones(c) => {
                headphones(out, c, (x, y, r * if p.mask.is_some() { 1.2 } else { 1.0 }))
            }
            Trim::Mustache => out.extend(mustache(p.hair_color, (x, y, r))),
            Trim::Freckles => {
                let tone = p.skin.mix(Rgba::hex(0x7a3f1e), 0.5);
                for (dx, dy) in [
                    (0.42, 0.34),
                    (0.58, 0.42),
                    (0.7, 0.32),
                    (0.5, 0.5),
                    (0.2, 0.36),
                ] {
                    for side in [-1.0_f32, 1.0] {
                        let at = Rect::around(x + side * r * dx, y + r * dy, r * 0.07, r * 0.06);
                        out.push(oval(at, tone));
                    }
                }
            }
            Trim::Pipe(c) => out.extend(pipe(c, (x, y, r))),
            Trim::Earrings(c) => {
                for side in [-1.0_f32, 1.0] {
                    let at = Rect::around(x + side * r * 1.04, y + r * 0.56, r * 0.2, r * 0.22);
                    out.push(oval(at, c));
                    let light =
                        Rect::around(at.cx() - r * 0.03, at.cy() - r * 0.04, r * 0.06, r * 0.06);
                    out.push(oval(light, Rgba::WHITE.faded(0.8)));
                }
            }
            Trim::Nose(c) => out.push(oval(Rect::around(x, y + r * 0.36, r * 0.42, r * 0.42), c)),
            Trim::FaceMask(c) => out.push(
                rect()
                    .bounds(x - r * 0.86, y + r * 0.28, r * 1.72, r * 0.8)
                    .radius(r * 0.34)
                    .fill(c),
            ),
            Trim::Halo => out.push(
                oval(
                    Rect::around(x, y - r * 1.55, r * 1.7, r * 0.46),
                    Rgba::hex(GOLD).faded(0.0),
                )
                .stroke(Rgba::hex(GOLD), r * 0.14),
            ),
            Trim::Veil(c) => {
                out.push(
                    rect()
                        .bounds(x - r * 1.3, y - r * 1.1, r * 0.44, r * 3.0)
                        .radius(r * 0.2)
                        .fill(c.faded(0.75)),
                );
                out.push(
                    rect()
                        .bounds(x + r * 0.86, y - r * 1.1, r * 0.44, r * 3.0)
                        .radius(r * 0.2)
                        .fill(c.faded(0.75)),
                );
            }
            _ => {}
        }
    }
}

/// A bow over the head and a cup on either ear.
fn headphones(out: &mut Vec<plantain_scene::node::Node>, color: Rgba, (x, y, r): (f32, f32, f32)) {
    let (w, h) = (r * 2.44, r * 1.5);
    let bow = Pen::new()
        .go(0.0, h)
        .cubic((0.0, -h * 0.33), (w, -h * 0.33), (w, h))
        .end();
    let node = plantain_scene::build::path(bow, w, h)
        .bounds(x - w / 2.0, y - r * 1.34, w, h)
        .stroke(lighter(color, 0.08), r * 0.17);
    out.push(node);
    for side in [-1.0_f32, 1.0] {
        out.push(
            rect()
                .bounds(
                    x + side * r * 1.14 - r * 0.22,
                    y - r * 0.26,
                    r * 0.44,
                    r * 0.86,
                )
                .radius(r * 0.2)
                .fill(color),
        );
    }
}

/// A stem from the corner of the mouth and a bowl at its end.
fn pipe(color: Rgba, (x, y, r): (f32, f32, f32)) -> Vec<plantain_scene::node::Node> {
    let stem = rect()
        .bounds(x + r * 0.14, y + r * 0.7, r * 0.72, r * 0.11)
        .radius(r * 0.05)
        .fill(lighter(color, -0.08))
        .rotate(16.0);
    let bowl = rect()
        .bounds(x + r * 0.74, y + r * 0.56, r * 0.36, r * 0.44)
        .radius(r * 0.12)
        .fill(color);
    let rim = oval(
        Rect::around(x + r * 0.92, y + r * 0.58, r * 0.36, r * 0.12),
        lighter(color, -0.14),
    );
    vec![stem, bowl, rim]
}

/// Two curled ends below the nose.
fn mustache(hair: Rgba, (x, y, r): (f32, f32, f32)) -> Vec<plantain_scene::node::Node> {
    let color = if hair.luminance() > 0.6 {
        lighter(hair, -0.16)
    } else {
        hair
    };
    let (w, h) = (r * 1.24, r * 0.34);
    let (left, top) = (x - w / 2.0, y + r * 0.4);
    let q = |fx: f32, fy: f32| (w * fx, h * fy);
    let d = Pen::new()
        .go(q(0.5, 0.2).0, q(0.5, 0.2).1)
        .cubic(q(0.62, -0.2), q(0.8, 0.3), q(1.0, 0.26))
        .cubic(q(0.94, 0.9), q(0.66, 1.1), q(0.5, 0.62))
        .cubic(q(0.34, 1.1), q(0.06, 0.9), q(0.0, 0.26))
        .cubic(q(0.2, 0.3), q(0.38, -0.2), q(0.5, 0.2))
        .close()
        .end();
    vec![
        plantain_scene::build::path(d, w, h)
            .bounds(left, top, w, h)
            .fill(color),
    ]
}
