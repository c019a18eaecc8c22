//! Abstract grounds of plain forms: waves, circles, strewn small forms, large forms in the corners.

use plantain_scene::Rgba;
use plantain_scene::build::{ellipse, path, rect, shape};
use plantain_scene::node::{Node, Shape};

use super::Palette;
use super::course::between;
use super::fields::tone;
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, hill, line};

/// Strewn forms across the shorter side of the canvas.
const STREWN: f32 = 5.0;

/// Large circles, faint enough to leave the ramp the word; their rims cross the edges.
pub(super) fn faint_circles(palette: &Palette, (w, h): (f32, f32), rng: &mut Rng) -> Vec<Node> {
    let unit = w.min(h);
    let light = tone(palette, 0.0)
        .mix(tone(palette, 0.99), 0.5)
        .mix(Rgba::WHITE, 0.75);
    let spots = [
        (0.82, 0.2, 0.72),
        (0.14, 0.86, 0.6),
        (0.6, 0.72, 0.34),
        (0.3, 0.22, 0.26),
        (0.94, 0.8, 0.42),
    ];
    spots
        .into_iter()
        .enumerate()
        .map(|(i, (x, y, d))| {
            let d = unit * d * rng.range(0.85, 1.15);
            let (cx, cy) = (
                w * (x + rng.range(-0.06, 0.06)),
                h * (y + rng.range(-0.06, 0.06)),
            );
            let circle = ellipse().bounds(cx - d * 0.5, cy - d * 0.5, d, d);
            if i % 2 == 0 {
                circle.fill(light.faded(0.13))
            } else {
                circle.stroke(light.faded(0.34), (unit * 0.004).max(1.5))
            }
        })
        .collect()
}

/// Rings within rings over the whole sheet: as many as are told, uneven and out of the middle where the words say so.
pub(super) fn rings(
    palette: &Palette,
    heard: &str,
    (w, h): (f32, f32),
    rng: &mut Rng,
) -> Vec<Node> {
    const USUAL: usize = 12;
    let says = |words: &[&str]| words.iter().any(|word| heard.contains(word));
    let count = heard
        .split(|c: char| !c.is_alphanumeric())
        .find_map(|word| word.parse::<usize>().ok().filter(|n| (3..=40).contains(n)))
        .unwrap_or(USUAL);
    let off = says(&["off center", "off-center", "off centre", "off-centre"]);
    let wild = says(&[
        "irregular",
        "uneven",
        "organic",
        "hand-drawn",
        "wobbly",
        "tree rings",
    ]);
    let shift = if off { 0.17 } else { 0.0 };
    let (cx, cy) = (w * (0.5 - shift), h * (0.5 + shift * 0.7));
    let far = (cx.max(w - cx).powi(2) + cy.max(h - cy).powi(2)).sqrt();
    let turns: Vec<f32> = (0..3)
        .map(|_| rng.range(0.0, std::f32::consts::TAU))
        .collect();
    (0..count)
        .rev()
        .map(|i| {
            let share = (i as f32 + 1.0) / count as f32;
            let r = far * share * 0.96;
            let sway = if wild { 0.05 } else { 0.0 };
            let points: Vec<(f32, f32)> = (0..48)
                .map(|k| {
                    let a = std::f32::consts::TAU * k as f32 / 48.0;
                    let bend = libm::sinf(a * 2.0 + turns[0])
                        + 0.6 * libm::sinf(a * 3.0 + turns[1] + share)
                        + 0.4 * libm::sinf(a * 5.0 + turns[2] - share);
                    let r = r * (1.0 + sway * bend);
                    (cx + r * libm::cosf(a), cy + r * libm::sinf(a))
                })
                .collect();
            let mut pen = Pen::new().go(points[0].0, points[0].1);
            for k in 0..points.len() {
                let (a, b) = (points[k], points[(k + 1) % points.len()]);
                pen = pen.quad(a.0, a.1, (a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
            }
            let color = tone(palette, share);
            let color = if i % 2 == 0 {
                color
            } else {
                lighter(color, 0.07)
            };
            fill(pen.close().end(), w, h, color)
        })
        .collect()
}

/// Full circles in the colours of the palette; one shines through where it lies over another.
pub(super) fn circles(palette: &Palette, (w, h): (f32, f32), rng: &mut Rng) -> Vec<Node> {
    let long = w.max(h);
    let columns = (w / h).clamp(0.5, 3.0).sqrt() * 3.4;
    let rows = (h / w).clamp(0.5, 3.0).sqrt() * 3.4;
    let (columns, rows) = (
        columns.round().max(2.0) as usize,
        rows.round().max(2.0) as usize,
    );
    let mut out = Vec::new();
    for r in 0..rows {
        for c in 0..columns {
            let at = |i: usize, n: usize, rng: &mut Rng| {
                (i as f32 + 0.5 + rng.range(-0.3, 0.3)) / n as f32
            };
            let (x, y) = (w * at(c, columns, rng), h * at(r, rows, rng));
            let d = long / columns.max(rows) as f32 * rng.range(0.95, 1.75);
            let ink = palette.inks[(r + c + r / 2) % palette.inks.len()];
            let circle = ellipse().bounds(x - d * 0.5, y - d * 0.5, d, d);
            out.push(circle.fill(ink.faded(0.62)));
        }
    }
    out
}

/// A small form that is strewn over a ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Small {
    Squiggle,
    Zigzag,
    Dot,
    Ring,
    Triangle,
    Square,
    Cross,
    Half,
    Star,
}

impl Small {
    const ALL: [(Self, &[&str]); 9] = [
        (Self::Squiggle, &["squiggle", "wiggle", "wavy"]),
        (Self::Triangle, &["triangle"]),
        (Self::Dot, &["dot", "circle"]),
        (Self::Zigzag, &["zigzag", "zig-zag", "lightning"]),
        (Self::Ring, &["ring"]),
        (Self::Cross, &["cross", "plus sign", "pluses"]),
        (Self::Square, &["square", "rectangle", "confetti"]),
        (Self::Half, &["half circle", "semicircle", "half-circle"]),
        (Self::Star, &["star"]),
    ];

    /// Returns the forms that a prompt names; all but stars where it names fewer than two.
    fn told(heard: &str) -> Vec<Self> {
        let named = |words: &[&str]| words.iter().any(|word| heard.contains(word));
        let told: Vec<Self> = Self::ALL
            .iter()
            .filter(|(_, words)| named(words))
            .map(|(small, _)| *small)
            .collect();
        if told.len() > 1 {
            return told;
        }
        let usual = Self::ALL.iter().map(|(small, _)| *small);
        usual
            .filter(|small| *small != Self::Star || told.contains(small))
            .collect()
    }

    /// Draws the form around a point.
    fn draw(self, (cx, cy): (f32, f32), d: f32, ink: Rgba, (w, h): (f32, f32)) -> Node {
        let x = cx - d * 0.5;
        let wide = d * 0.13;
        let along = |swing: f32, soft: bool| {
            let points: Vec<(f32, f32)> = (0..=6)
                .map(|i| {
                    let side = if i % 2 == 0 { swing } else { -swing };
                    (x + d * i as f32 / 6.0, cy + d * side)
                })
                .collect();
            let pen = Pen::new().go(points[0].0, points[0].1);
            let d = if soft {
                pen.through(&points).end()
            } else {
                let lines = |pen: Pen, p: &(f32, f32)| pen.line(p.0, p.1);
                points[1..].iter().fold(pen, lines).end()
            };
            line(d, w, h, ink, wide)
        };
        match self {
            Self::Squiggle => along(0.14, true),
            Self::Zigzag => along(0.14, false),
            Self::Dot => ellipse()
                .bounds(cx - d * 0.2, cy - d * 0.2, d * 0.4, d * 0.4)
                .fill(ink),
            Self::Ring => ellipse()
                .bounds(cx - d * 0.28, cy - d * 0.28, d * 0.56, d * 0.56)
                .stroke(ink, wide),
            Self::Triangle => shape(Shape::Triangle)
                .bounds(cx - d * 0.34, cy - d * 0.3, d * 0.68, d * 0.6)
                .fill(ink),
            Self::Square => rect()
                .bounds(cx - d * 0.25, cy - d * 0.25, d * 0.5, d * 0.5)
                .fill(ink),
            Self::Star => shape(Shape::Star {
                points: 5,
                inner: 0.45,
            })
            .bounds(cx - d * 0.34, cy - d * 0.34, d * 0.68, d * 0.68)
            .fill(ink),
            Self::Cross => {
                let arm = d * 0.26;
                let plus = format!(
                    "M{:.1} {cy:.1} L{:.1} {cy:.1} M{cx:.1} {:.1} L{cx:.1} {:.1}",
                    cx - arm,
                    cx + arm,
                    cy - arm,
                    cy + arm
                );
                path(plus, w, h).bounds(0.0, 0.0, w, h).stroke(ink, wide)
            }
            Self::Half => shape(Shape::Ring {
                from: 0.0,
                to: 180.0,
                hole: 0.0,
            })
            .bounds(cx - d * 0.34, cy - d * 0.34, d * 0.68, d * 0.68)
            .fill(ink),
        }
    }
}

/// Small forms on a loose grid, each with its neighbours in other colours and turns.
pub(super) fn confetti(
    palette: &Palette,
    heard: &str,
    (w, h): (f32, f32),
    rng: &mut Rng,
) -> Vec<Node> {
    let kinds = Small::told(heard);
    let cell = w.min(h) / STREWN;
    let (columns, rows) = ((w / cell).round() as usize, (h / cell).round() as usize);
    let (dx, dy) = (w / columns.max(1) as f32, h / rows.max(1) as f32);
    let mut out = Vec::new();
    for r in 0..rows {
        for c in 0..columns {
            let n = c + r * (columns + 1) + r;
            let small = kinds[n % kinds.len()];
            let ink = palette.inks[(c * 2 + r) % palette.inks.len()];
            let at = (
                dx * (c as f32 + 0.5 + rng.range(-0.12, 0.12)),
                dy * (r as f32 + 0.5 + rng.range(-0.12, 0.12)),
            );
            let d = cell * rng.range(0.6, 0.82);
            // The turn is about the middle of the sheet for paths, about the form's own for the rest: paths stay.
            let drawn = small.draw(at, d, ink, (w, h));
            let stays = matches!(small, Small::Squiggle | Small::Zigzag | Small::Cross);
            out.push(if stays {
                drawn
            } else {
                drawn.rotate(rng.range(-40.0, 40.0))
            });
        }
    }
    out
}

/// Large soft-cornered forms that come in from the corners, with a few fine ones beside them; the middle stays plain.
pub(super) fn corners(palette: &Palette, (w, h): (f32, f32), rng: &mut Rng) -> Vec<Node> {
    let unit = w.min(h);
    let spots = [(0.02, 0.03), (0.98, 0.02), (0.03, 0.98), (0.97, 0.97)];
    let mut out = Vec::new();
    for (i, (x, y)) in spots.into_iter().enumerate() {
        for (layer, reach) in [(0, 0.62), (1, 0.42)] {
            let d = unit * reach * rng.range(0.9, 1.12);
            let (cx, cy) = (w * x, h * y);
            let ink = palette.inks[(i + layer) % palette.inks.len()];
            let seed = rng.next_u64() as u32;
            out.push(
                shape(Shape::Blob { seed })
                    .bounds(cx - d * 0.5, cy - d * 0.5, d, d)
                    .rotate(rng.range(0.0, 90.0))
                    .fill(ink.faded(if layer == 0 { 0.75 } else { 0.95 })),
            );
        }
        let ring = unit * rng.range(0.08, 0.12);
        let inward = |at: f32, side: f32| side * (at + (0.5 - at) * 0.52) - ring * 0.5;
        let across = if i % 2 == 0 {
            (0.62, 0.03)
        } else {
            (0.05, 0.6)
        };
        let (cx, cy) = (
            inward(x, w) * across.0 + (w * x) * (1.0 - across.0),
            inward(y, h) * across.1 + (h * y) * (1.0 - across.1),
        );
        out.push(
            ellipse()
                .bounds(
                    cx.clamp(unit * 0.03, w - ring - unit * 0.03),
                    cy.clamp(unit * 0.03, h - ring - unit * 0.03),
                    ring,
                    ring,
                )
                .stroke(tone(palette, i as f32 / 4.0), unit * 0.006),
        );
    }
    out
}

/// Long waves in the steps between the colours, each with a soft crest.
pub(super) fn swells(palette: &Palette, (w, h): (f32, f32), rng: &mut Rng) -> Vec<Node> {
    let n = 7;
    let last = palette.inks.len().saturating_sub(1).max(1);
    let tone = |t: f32| {
        let at = t.clamp(0.0, 0.999) * last as f32;
        let i = at as usize;
        between(
            palette.inks[i],
            palette.inks[(i + 1).min(last)],
            at - i as f32,
        )
    };
    let swing = h * rng.range(0.06, 0.1);
    let phase = rng.range(0.0, 6.0);
    (0..n)
        .map(|i| {
            let t = (i as f32 + 1.0) / n as f32;
            let y = h * (0.08 + 0.9 * i as f32 / n as f32);
            let points: Vec<(f32, f32)> = (0..=8)
                .map(|k| {
                    let x = w * (k as f32 / 8.0 * 1.2 - 0.1);
                    let a = phase + k as f32 * 0.95 + i as f32 * 0.7;
                    (
                        x,
                        y + swing * libm::sinf(a) + swing * 0.4 * libm::sinf(a * 0.47 + 1.0),
                    )
                })
                .collect();
            let (top, foot) = (tone(t), tone((t + 0.22).min(1.0)));
            let mut wave = fill(
                hill(&points, h + 2.0),
                w,
                h,
                downward(&[lighter(top, 0.05), top, foot]),
            );
            wave.style.opacity = 0.82;
            wave
        })
        .collect()
}
