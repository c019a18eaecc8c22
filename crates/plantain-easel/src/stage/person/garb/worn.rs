//! What lies over the clothes: aprons, belts, badges, bands.

use plantain_scene::Rgba;
use plantain_scene::build::shape;
use plantain_scene::node::Shape;

use super::super::body::Figure;
use super::super::pose::Joint;
use super::super::{Hair, Person, Trim};
use super::{GOLD, PALE, sash};
use crate::stage::light::lighter;
use crate::stage::rect::Rect;

/// Draws what lies over the clothes: aprons, belts, badges, bands.
pub(in crate::stage::person) fn over(f: &mut Figure, p: &Person) {
    for trim in p.trims.clone() {
        worn(f, p, trim);
    }
    if let Some(color) = p.scarf.filter(|_| p.hair != Hair::Scarf) {
        let y = f.b.shoulder_y;
        let at = f.up((0.0, y - 0.004));
        f.dot(at, f.b.head * 1.9, 0.056, color);
        let w = f.b.head * 0.42;
        f.shape(
            &[
                (0.01, y),
                (0.01 + w, y),
                (0.018 + w, y + 0.13),
                (0.008, y + 0.13),
            ],
            lighter(color, -0.06),
        );
    }
}

pub(super) fn worn(f: &mut Figure, p: &Person, trim: Trim) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    match trim {
        Trim::Apron(c) => apron(f, c),
        Trim::Belt(c) => {
            sash(f, c, hy - 0.045, 0.026);
            let at = f.up((0.0, hy - 0.045));
            f.dot(at, 0.026, 0.022, Rgba::hex(GOLD));
        }
        Trim::Badge(c) => star(f, (-s * 0.5, sy + long * 0.25), 0.03, c),
        Trim::Emblem(c) => star(f, (0.0, sy + long * 0.34), 0.085, c),
        Trim::Stripes(c) => stripes(f, c),
        Trim::Hoops(c) => {
            for i in 0..4 {
                let y = sy + long * (0.24 + 0.2 * i as f32);
                sash(f, c, y, long * 0.08);
            }
        }
        Trim::Stethoscope => stethoscope(f),
        Trim::Ermine => ermine(f),
        Trim::Fur(c) => {
            let at = f.up((0.0, sy + 0.004));
            f.dot(at, s * 1.9, 0.07, c);
        }
        Trim::Kerchief(c) => kerchief(f, c),
        Trim::BowTie(c) => bow_tie(f, c),
        Trim::Epaulettes(c) => {
            for side in [-1.0_f32, 1.0] {
                let at = f.up((side * s * 0.78, sy + 0.01));
                f.dot(at, s * 0.5, 0.026, c);
            }
        }
        Trim::Number(c) => number(f, c),
        Trim::Medal => medal(f),
        Trim::Straps(c) => straps(f, c),
        Trim::Cape(c) => {
            let at = f.up((0.0, sy - 0.004));
            f.dot(at, s * 1.3, 0.034, lighter(c, 0.03));
            f.dot(at, s * 0.7, 0.02, p.skin);
        }
        Trim::Camo(c) => camouflage(f, c),
        Trim::Necklace(c) => {
            for k in -3..=3 {
                let t = k as f32 / 3.0;
                let at = f.up((t * s * 0.4, sy + 0.03 - 0.02 * t * t));
                f.dot(at, 0.014, 0.014, c);
            }
        }
        Trim::Drape(c) => {
            let (hy, k) = (f.b.hip_y, f.b.hip);
            f.shape(
                &[
                    (-s * 0.92, sy),
                    (-s * 0.36, sy - 0.012),
                    (k * 1.05, hy - 0.02),
                    (k * 1.1, hy + 0.1),
                    (-k * 0.2, hy - 0.05),
                ],
                c,
            );
        }
        Trim::Pack(_)
        | Trim::Wings
        | Trim::Gloves(_)
        | Trim::Boots(_)
        | Trim::EyeMask(_)
        | Trim::EyePatch
        | Trim::Nose(_)
        | Trim::Veil(_)
        | Trim::Halo
        | Trim::Mustache
        | Trim::Freckles
        | Trim::Eyes(_)
        | Trim::Pipe(_)
        | Trim::Earrings(_)
        | Trim::Headphones(_)
        | Trim::FaceMask(_) => {}
    }
}

/// A bib on strings and a skirt.
pub(super) fn apron(f: &mut Figure, c: Rgba) {
    let (sy, hy, s, k) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder, f.b.hip);
    let long = hy - sy;
    let foot = (hy + f.b.leg_bone * 0.7).min(f.s.extent - 0.02);
    f.shape(
        &[
            (-k * 0.52, sy + long * 0.3),
            (k * 0.52, sy + long * 0.3),
            (k * 0.98, hy - 0.08),
            (k * 1.08, foot),
            (-k * 1.08, foot),
            (-k * 0.98, hy - 0.08),
        ],
        c,
    );
    for side in [-1.0_f32, 1.0] {
        f.seam(
            &[
                (side * k * 0.48, sy + long * 0.3),
                (side * s * 0.34, sy - 0.01),
            ],
            c,
            0.01,
        );
    }
    f.seam(
        &[(-k * 0.5, hy + 0.0), (0.0, hy + 0.05), (k * 0.5, hy + 0.0)],
        lighter(c, -0.07),
        0.006,
    );
}

/// Bands that glow on a safety vest.
pub(super) fn stripes(f: &mut Figure, c: Rgba) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    for y in [0.42, 0.78] {
        sash(f, c, sy + long * y, 0.026);
    }
    for side in [-1.0_f32, 1.0] {
        f.seam(&[(side * s * 0.46, sy), (side * s * 0.44, hy)], c, 0.018);
    }
}

/// Tubes around the neck and a disc.
pub(super) fn stethoscope(f: &mut Figure) {
    let (sy, s) = (f.b.shoulder_y, f.b.shoulder);
    let c = Rgba::hex(0x39424e);
    f.seam(
        &[
            (-s * 0.3, sy - 0.02),
            (-s * 0.32, sy + 0.06),
            (-0.01, sy + 0.115),
        ],
        c,
        0.009,
    );
    f.seam(
        &[
            (s * 0.3, sy - 0.02),
            (s * 0.32, sy + 0.07),
            (s * 0.2, sy + 0.15),
        ],
        c,
        0.009,
    );
    let at = f.up((s * 0.2, sy + 0.16));
    f.dot(at, 0.026, 0.026, Rgba::hex(0xb9c4d2));
}

/// White fur with black tips.
pub(super) fn ermine(f: &mut Figure) {
    let (sy, s) = (f.b.shoulder_y, f.b.shoulder);
    let at = f.up((0.0, sy + 0.012));
    f.dot(at, s * 2.1, 0.085, Rgba::hex(PALE));
    for i in 0..5 {
        let x = s * (-0.8 + 0.4 * i as f32);
        let at = f.up((x, sy + 0.022 + 0.012 * f32::from(i % 2 == 0)));
        f.dot(at, 0.008, 0.016, Rgba::hex(0x2b2b33));
    }
}

/// A cloth knotted at the neck.
pub(super) fn kerchief(f: &mut Figure, c: Rgba) {
    let (sy, s) = (f.b.shoulder_y, f.b.shoulder);
    let at = f.up((0.0, sy - 0.004));
    f.dot(at, s * 0.84, 0.034, c);
    f.shape(
        &[
            (-0.012, sy + 0.004),
            (0.03, sy + 0.05),
            (0.0, sy + 0.012),
            (-0.032, sy + 0.048),
        ],
        c,
    );
}

/// Two wings and a knot.
pub(super) fn bow_tie(f: &mut Figure, c: Rgba) {
    let sy = f.b.shoulder_y;
    f.shape(
        &[
            (-0.034, sy - 0.02),
            (0.0, sy - 0.004),
            (0.034, sy - 0.02),
            (0.034, sy + 0.016),
            (0.0, sy + 0.002),
            (-0.034, sy + 0.016),
        ],
        c,
    );
}

/// A figure on the breast.
pub(super) fn number(f: &mut Figure, c: Rgba) {
    let (sy, hy) = (f.b.shoulder_y, f.b.hip_y);
    let long = hy - sy;
    f.seam(
        &[
            (-0.008, sy + long * 0.34),
            (0.01, sy + long * 0.28),
            (0.01, sy + long * 0.6),
        ],
        c,
        0.016,
    );
}

/// A disc on a ribbon.
pub(super) fn medal(f: &mut Figure) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    f.seam(
        &[(-s * 0.3, sy), (0.0, sy + long * 0.4), (s * 0.3, sy)],
        Rgba::hex(0x2f6fd0),
        0.016,
    );
    let at = f.up((0.0, sy + long * 0.46));
    f.dot(at, 0.045, 0.045, Rgba::hex(GOLD));
}

/// The straps of a pack.
pub(super) fn straps(f: &mut Figure, c: Rgba) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    for side in [-1.0_f32, 1.0] {
        f.seam(
            &[
                (side * s * 0.5, sy - 0.012),
                (side * s * 0.52, sy + long * 0.7),
            ],
            c,
            0.022,
        );
    }
}

/// Patches of cloth.
pub(super) fn camouflage(f: &mut Figure, c: Rgba) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    for (x, y, w) in [
        (-0.5, 0.2, 0.5),
        (0.4, 0.35, 0.6),
        (-0.2, 0.55, 0.5),
        (0.5, 0.75, 0.4),
        (-0.5, 0.8, 0.4),
    ] {
        let at = f.up((s * x, sy + long * y));
        f.dot(at, s * w, 0.035, c);
    }
}

pub(super) fn star(f: &mut Figure, at: Joint, size: f32, color: Rgba) {
    let (x, y) = f.pt(f.up(at));
    let r = Rect::around(x, y, size * f.u, size * f.u);
    f.out.push(
        shape(Shape::Star {
            points: 5,
            inner: 0.5,
        })
        .bounds(r.x, r.y, r.w, r.h)
        .fill(color),
    );
}
