//! Clothes of the trunk, and what is worn over them.

use plantain_scene::Rgba;
use plantain_scene::build::shape;
use plantain_scene::node::Shape;

use super::body::Figure;
use super::pose::Joint;
use super::{Hair, Outfit, Person, Trim};
use crate::stage::light::lighter;
use crate::stage::pen::Pen;
use crate::stage::rect::Rect;

const PALE: u32 = 0xf7f4ee;
const GOLD: u32 = 0xf0c24b;

/// Draws the clothes of the trunk.
pub(super) fn trunk(f: &mut Figure, p: &Person) {
    let hy = f.b.hip_y;
    let long = f.s.extent - 0.03;
    let skirt = (hy + f.b.leg_bone * 0.86).min(long);
    match p.outfit {
        Outfit::Dress => bodice(f, p, skirt, 1.75, p.top),
        Outfit::Gown | Outfit::Robe if f.s.legs_first => bodice(f, p, long, 2.1, p.top),
        Outfit::Gown | Outfit::Robe => bodice(f, p, (hy + 0.06).min(long), 1.7, p.top),
        Outfit::Coat => bodice(f, p, (hy + f.b.leg_bone * 0.66).min(long), 1.26, p.top),
        Outfit::Raincoat => bodice(f, p, (hy + f.b.leg_bone * 0.74).min(long), 1.5, p.top),
        Outfit::Skirt => {
            let k = f.b.hip * 1.02;
            f.shape(
                &[
                    (-k, hy - 0.06),
                    (k, hy - 0.06),
                    (k * 1.6, skirt),
                    (-k * 1.6, skirt),
                ],
                p.bottom,
            );
            bodice(f, p, hy - 0.02, 1.02, p.top);
        }
        Outfit::Tutu => {
            bodice(f, p, hy, 1.0, p.top);
            let k = f.b.hip;
            for (w, y, tone) in [(2.7, 0.05, -0.04), (2.3, 0.025, 0.03)] {
                f.round(
                    &[
                        (-k, hy - 0.06),
                        (k, hy - 0.06),
                        (k * w, hy + y - 0.01),
                        (k * w * 0.5, hy + y + 0.02),
                        (0.0, hy + y + 0.008),
                        (-k * w * 0.5, hy + y + 0.02),
                        (-k * w, hy + y - 0.01),
                    ],
                    lighter(p.top, tone),
                );
            }
        }
        _ => bodice(f, p, hy + 0.025, 1.06, p.top),
    }
    details(f, p);
}

/// Shoulders, waist and hem as one smooth form.
fn bodice(f: &mut Figure, p: &Person, foot: f32, flare: f32, color: Rgba) {
    let (sy, s, hy) = (f.b.shoulder_y, f.b.shoulder, f.b.hip_y);
    let waist = s.min(f.b.hip * 1.12) * if p.feminine { 0.78 } else { 0.92 };
    let wy = sy + (hy - sy) * 0.62;
    let hem = f.b.hip * flare;
    let mut pen = Pen::new();
    let at = |f: &Figure, q: Joint| f.pt(f.up(q));
    let neck = s * 0.36;
    let start = at(f, (-neck, sy - 0.016));
    pen = pen.go(start.0, start.1);
    for side in [1.0_f32, -1.0] {
        let q = |x: f32, y: f32| at(f, (side * x, y));
        let outward = side > 0.0;
        let mut steps = [
            [
                q(neck, sy - 0.016),
                q(s * 0.7, sy - 0.01),
                q(s * 0.98, sy + 0.008),
            ],
            [q(s * 1.0, sy + 0.03), q(s * 0.94, sy + 0.09), q(waist, wy)],
            [
                q(waist * 0.99, wy + 0.03),
                q(f.b.hip * 1.04, hy - 0.03),
                q(hem, foot),
            ],
        ];
        if outward {
            let n = q(neck, sy - 0.016);
            pen = pen.line(n.0, n.1);
            for [a, b, c] in steps {
                pen = pen.cubic(a, b, c);
            }
        } else {
            let n = q(hem, foot);
            pen = pen.line(n.0, n.1);
            steps.reverse();
            let ends = [q(waist, wy), q(s * 0.98, sy + 0.008), q(neck, sy - 0.016)];
            for ([a, b, _], end) in steps.into_iter().zip(ends) {
                pen = pen.cubic(b, a, end);
            }
        }
    }
    f.fill(pen.close().end(), color);
}

/// An opening down the front with a shirt in it.
fn opening(f: &mut Figure, color: Rgba, wide: f32, foot: f32) {
    let (sy, s) = (f.b.shoulder_y, f.b.shoulder);
    f.shape(
        &[
            (-s * 0.38, sy - 0.016),
            (s * 0.38, sy - 0.016),
            (wide, foot),
            (-wide, foot),
        ],
        color,
    );
}

fn collar(f: &mut Figure, p: &Person, color: Rgba) {
    let (sy, s) = (f.b.shoulder_y, f.b.shoulder);
    let at = f.up((0.0, sy - 0.01));
    f.dot(at, s * 0.72, 0.03, p.skin);
    let _ = color;
}

fn details(f: &mut Figure, p: &Person) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    let dark = lighter(p.top, if p.top.is_dark() { 0.08 } else { -0.08 });
    match p.outfit {
        Outfit::Suit => {
            opening(f, p.shirt(), 0.006, sy + long * 0.6);
            lapels(f, dark, sy + long * 0.6);
            necktie(f, p.tie.unwrap_or(Rgba::hex(0xb5393f)), long * 0.5);
        }
        Outfit::Jacket => {
            opening(f, p.shirt(), s * 0.26, hy + 0.025);
            lapels(f, dark, hy);
        }
        Outfit::Coat => {
            opening(f, p.under.unwrap_or(Rgba::hex(PALE)), s * 0.16, hy + 0.02);
            lapels(f, dark, hy);
        }
        Outfit::Raincoat => {
            let foot = hy + f.b.leg_bone * 0.7;
            f.seam(&[(0.0, sy + long * 0.1), (0.0, foot)], dark, 0.007);
            for i in 0..4 {
                let at = f.up((s * 0.16, sy + long * (0.3 + 0.28 * i as f32)));
                f.dot(at, 0.014, 0.014, dark);
            }
            for side in [-1.0_f32, 1.0] {
                let x = side * f.b.hip * 0.72;
                f.seam(
                    &[(x - 0.018, hy + 0.035), (x + 0.018, hy + 0.035)],
                    dark,
                    0.009,
                );
            }
            // The hood lies on the shoulders.
            let at = f.up((0.0, sy - 0.004));
            f.dot(at, s * 1.24, 0.052, dark);
            f.dot(at, s * 0.7, 0.026, p.skin);
        }
        Outfit::Vest => {
            opening(f, p.shirt(), 0.004, sy + long * 0.5);
            for i in 0..3 {
                let at = f.up((0.0, sy + long * (0.58 + 0.14 * i as f32)));
                f.dot(at, 0.012, 0.012, lighter(p.top, 0.2));
            }
        }
        Outfit::Jacketed => {
            // Double breasted, with two rows of buttons.
            f.seam(&[(s * 0.22, sy), (s * 0.2, hy)], dark, 0.006);
            for i in 0..4 {
                for x in [-s * 0.24, s * 0.06] {
                    let at = f.up((x, sy + long * (0.16 + 0.2 * i as f32)));
                    f.dot(at, 0.013, 0.013, Rgba::hex(0x5b6470));
                }
            }
        }
        Outfit::Uniform => {
            opening(
                f,
                p.under.unwrap_or(lighter(p.top, 0.12)),
                0.004,
                sy + long * 0.32,
            );
            f.seam(&[(0.0, sy + long * 0.2), (0.0, hy)], dark, 0.005);
            for x in [-s * 0.5, s * 0.5] {
                f.shape(
                    &[
                        (x - s * 0.22, sy + long * 0.27),
                        (x + s * 0.22, sy + long * 0.27),
                        (x + s * 0.2, sy + long * 0.46),
                        (x - s * 0.2, sy + long * 0.46),
                    ],
                    dark,
                );
            }
        }
        Outfit::Overalls => overalls(f, p),
        Outfit::Space => {
            let c = f.up((0.0, sy + long * 0.5));
            f.limb(
                &[(c.0 - 0.04, c.1), (c.0 + 0.04, c.1)],
                &[0.075, 0.075],
                Rgba::hex(0xaab6c6),
            );
            f.dot((c.0 - 0.03, c.1 - 0.008), 0.02, 0.02, Rgba::hex(0xe2495b));
            f.dot((c.0 + 0.004, c.1 - 0.008), 0.02, 0.02, Rgba::hex(0x4aa3d6));
            f.dot((c.0 + 0.036, c.1 - 0.008), 0.02, 0.02, Rgba::hex(0xf3c64b));
            let y = hy - 0.03;
            f.seam(&[(-f.b.hip, y), (f.b.hip, y)], Rgba::hex(0x9aa8ba), 0.02);
            let ring = f.up((0.0, sy - 0.012));
            f.dot(ring, s * 1.5, 0.045, Rgba::hex(0xb9c4d2));
        }
        Outfit::Hoodie => {
            let at = f.up((0.0, sy + 0.0));
            f.dot(at, s * 1.1, 0.045, lighter(p.top, -0.07));
            let k = f.b.hip;
            f.shape(
                &[
                    (-k * 0.6, hy - 0.1),
                    (k * 0.6, hy - 0.1),
                    (k * 0.8, hy - 0.025),
                    (-k * 0.8, hy - 0.025),
                ],
                lighter(p.top, -0.05),
            );
        }
        Outfit::Armour => armour(f, p),
        Outfit::Hero => {
            let k = f.b.hip * 1.06;
            f.shape(
                &[
                    (-k, hy - 0.03),
                    (k, hy - 0.03),
                    (k * 0.86, hy + 0.05),
                    (0.0, hy + 0.085),
                    (-k * 0.86, hy + 0.05),
                ],
                p.under.unwrap_or(dark),
            );
            collar(f, p, dark);
        }
        Outfit::Wrap => {
            // Cloth crossed before the chest, with a sash.
            f.seam(
                &[(-s * 0.4, sy - 0.01), (s * 0.1, sy + long * 0.42)],
                dark,
                0.014,
            );
            f.seam(
                &[(s * 0.4, sy - 0.01), (-s * 0.1, sy + long * 0.42)],
                dark,
                0.014,
            );
            sash(f, p.under.unwrap_or(lighter(p.top, -0.2)), hy - 0.07, 0.045);
        }
        Outfit::Dress | Outfit::Gown => {
            let at = f.up((0.0, sy - 0.006));
            f.dot(at, s * 0.8, 0.034, p.skin);
            sash(f, lighter(p.top, -0.09), sy + long * 0.58, 0.018);
        }
        Outfit::Robe => sash(
            f,
            p.under.unwrap_or(lighter(p.top, -0.12)),
            sy + long * 0.7,
            0.022,
        ),
        Outfit::Plain | Outfit::Shorts | Outfit::Skirt | Outfit::Tutu => {
            collar(f, p, dark);
            if let Some(tie) = p.tie {
                necktie(f, tie, long * 0.5);
            }
        }
    }
}

/// A band around the waist.
fn sash(f: &mut Figure, color: Rgba, y: f32, width: f32) {
    let k = f.b.hip * 0.94;
    f.shape(
        &[
            (-k, y - width / 2.0),
            (k, y - width / 2.0),
            (k * 1.02, y + width / 2.0),
            (-k * 1.02, y + width / 2.0),
        ],
        color,
    );
}

fn lapels(f: &mut Figure, color: Rgba, foot: f32) {
    let (sy, s) = (f.b.shoulder_y, f.b.shoulder);
    for side in [-1.0_f32, 1.0] {
        f.shape(
            &[
                (side * s * 0.34, sy - 0.018),
                (side * s * 0.62, sy + 0.035),
                (side * s * 0.44, sy + 0.05),
                (side * s * 0.12, (sy + 0.16).min(foot)),
            ],
            color,
        );
    }
}

fn necktie(f: &mut Figure, color: Rgba, long: f32) {
    let sy = f.b.shoulder_y;
    f.shape(
        &[
            (-0.013, sy - 0.008),
            (0.013, sy - 0.008),
            (0.008, sy + 0.016),
            (0.02, sy + long * 0.8),
            (0.0, sy + long),
            (-0.02, sy + long * 0.8),
            (-0.008, sy + 0.016),
        ],
        color,
    );
}

fn overalls(f: &mut Figure, p: &Person) {
    let (sy, hy, s, k) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder, f.b.hip);
    let at = f.up((0.0, sy - 0.008));
    f.dot(at, s * 0.7, 0.03, p.skin);
    f.shape(
        &[
            (-k * 0.66, sy + 0.09),
            (k * 0.66, sy + 0.09),
            (k * 0.74, hy - 0.09),
            (k * 1.08, hy - 0.06),
            (k * 1.06, hy + 0.03),
            (-k * 1.06, hy + 0.03),
            (-k * 1.08, hy - 0.06),
            (-k * 0.74, hy - 0.09),
        ],
        p.bottom,
    );
    for side in [-1.0_f32, 1.0] {
        f.seam(
            &[(side * k * 0.52, sy + 0.1), (side * s * 0.5, sy - 0.012)],
            p.bottom,
            0.024,
        );
        let b = f.up((side * k * 0.52, sy + 0.105));
        f.dot(b, 0.014, 0.014, Rgba::hex(GOLD));
    }
    f.shape(
        &[
            (-k * 0.36, sy + 0.13),
            (k * 0.36, sy + 0.13),
            (k * 0.34, sy + 0.185),
            (-k * 0.34, sy + 0.185),
        ],
        lighter(p.bottom, 0.06),
    );
}

fn armour(f: &mut Figure, p: &Person) {
    let (sy, hy, s, k) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder, f.b.hip);
    let light = lighter(p.top, 0.1);
    let cloth = p.under.unwrap_or(Rgba::hex(0xb3303a));
    // A tabard below the belt, a breast plate above it.
    f.shape(
        &[
            (-k * 0.8, hy - 0.06),
            (k * 0.8, hy - 0.06),
            (k * 0.9, hy + 0.12),
            (0.0, hy + 0.15),
            (-k * 0.9, hy + 0.12),
        ],
        cloth,
    );
    f.round(
        &[
            (-s * 0.74, sy + 0.03),
            (0.0, sy + 0.0),
            (s * 0.74, sy + 0.03),
            (s * 0.5, sy + 0.17),
            (0.0, sy + 0.19),
            (-s * 0.5, sy + 0.17),
        ],
        light,
    );
    f.seam(
        &[(0.0, sy + 0.015), (0.0, sy + 0.18)],
        lighter(p.top, -0.08),
        0.006,
    );
    for y in [0.205, 0.235] {
        f.seam(
            &[
                (-k * 0.86, sy + y),
                (0.0, sy + y + 0.012),
                (k * 0.86, sy + y),
            ],
            lighter(p.top, -0.1),
            0.006,
        );
    }
    sash(f, Rgba::hex(0x6b4a2f), hy - 0.05, 0.026);
    for side in [-1.0_f32, 1.0] {
        let at = f.up((side * s * 0.96, sy + 0.022));
        f.dot(at, s * 0.72, 0.075, light);
        f.dot((at.0, at.1 + 0.006), s * 0.5, 0.045, p.top);
    }
}

/// Draws what lies over the clothes: aprons, belts, badges, bands.
pub(super) fn over(f: &mut Figure, p: &Person) {
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

fn worn(f: &mut Figure, p: &Person, trim: Trim) {
    let (sy, hy, s, k) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder, f.b.hip);
    let long = hy - sy;
    match trim {
        Trim::Apron(c) => {
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
        Trim::Belt(c) => {
            sash(f, c, hy - 0.045, 0.026);
            let at = f.up((0.0, hy - 0.045));
            f.dot(at, 0.026, 0.022, Rgba::hex(GOLD));
        }
        Trim::Badge(c) => star(f, (-s * 0.5, sy + long * 0.25), 0.03, c),
        Trim::Emblem(c) => star(f, (0.0, sy + long * 0.34), 0.085, c),
        Trim::Stripes(c) => {
            for y in [0.42, 0.78] {
                sash(f, c, sy + long * y, 0.026);
            }
            for side in [-1.0_f32, 1.0] {
                f.seam(&[(side * s * 0.46, sy), (side * s * 0.44, hy)], c, 0.018);
            }
        }
        Trim::Hoops(c) => {
            for i in 0..4 {
                let y = sy + long * (0.24 + 0.2 * i as f32);
                sash(f, c, y, long * 0.08);
            }
        }
        Trim::Stethoscope => {
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
        Trim::Ermine => {
            let at = f.up((0.0, sy + 0.012));
            f.dot(at, s * 2.1, 0.085, Rgba::hex(PALE));
            for i in 0..5 {
                let x = s * (-0.8 + 0.4 * i as f32);
                let at = f.up((x, sy + 0.022 + 0.012 * f32::from(i % 2 == 0)));
                f.dot(at, 0.008, 0.016, Rgba::hex(0x2b2b33));
            }
        }
        Trim::Fur(c) => {
            let at = f.up((0.0, sy + 0.004));
            f.dot(at, s * 1.9, 0.07, c);
        }
        Trim::Kerchief(c) => {
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
        Trim::BowTie(c) => f.shape(
            &[
                (-0.034, sy - 0.02),
                (0.0, sy - 0.004),
                (0.034, sy - 0.02),
                (0.034, sy + 0.016),
                (0.0, sy + 0.002),
                (-0.034, sy + 0.016),
            ],
            c,
        ),
        Trim::Epaulettes(c) => {
            for side in [-1.0_f32, 1.0] {
                let at = f.up((side * s * 0.78, sy + 0.01));
                f.dot(at, s * 0.5, 0.026, c);
            }
        }
        Trim::Number(c) => {
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
        Trim::Medal => {
            f.seam(
                &[(-s * 0.3, sy), (0.0, sy + long * 0.4), (s * 0.3, sy)],
                Rgba::hex(0x2f6fd0),
                0.016,
            );
            let at = f.up((0.0, sy + long * 0.46));
            f.dot(at, 0.045, 0.045, Rgba::hex(GOLD));
        }
        Trim::Straps(c) => {
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
        Trim::Cape(c) => {
            let at = f.up((0.0, sy - 0.004));
            f.dot(at, s * 1.3, 0.034, lighter(c, 0.03));
            f.dot(at, s * 0.7, 0.02, p.skin);
        }
        Trim::Camo(c) => {
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
        | Trim::FaceMask(_) => {}
    }
}

fn star(f: &mut Figure, at: Joint, size: f32, color: Rgba) {
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
