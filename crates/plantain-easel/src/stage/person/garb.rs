//! Clothes of the trunk, and what is worn over them.

mod cut;
mod worn;

use plantain_scene::Rgba;

use super::body::Figure;
use super::pose::Joint;
use super::{Outfit, Person};
use crate::stage::light::lighter;
use crate::stage::pen::Pen;
use cut::details;

pub(super) use worn::over;

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
