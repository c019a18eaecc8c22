//! Abstract grounds of large forms: soft blobs, fine lines, plain geometry, facets.

use std::fmt::Write as _;

use plantain_scene::build::{ellipse, path, rect, shape};
use plantain_scene::node::{Node, Shape};
use plantain_scene::{Oklch, Rgba};

use super::Palette;
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::glow;

/// What an abstract ground is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// One even ramp.
    Ramp,
    /// A ramp with soft lights in it.
    Mesh,
    Waves,
    Blobs,
    Lines,
    Geometry,
    Facets,
    /// Large circles: faint on a ramp, or full ones that lie over each other.
    Circles,
    /// Rings within rings.
    Rings,
    /// Small plain forms strewn over a plain ground.
    Confetti,
    /// Large forms that come in from the corners and leave the middle free.
    Corners,
}

impl Field {
    /// Returns the field that the words of a prompt call for.
    pub(super) fn named(heard: &str) -> Option<Self> {
        if leaves_middle(heard) {
            return Some(Self::Corners);
        }
        let heard = without_denied(heard);
        let heard = heard.as_str();
        const WORDS: &[(Field, &[&str])] = &[
            (
                Field::Confetti,
                &["memphis", "squiggle", "confetti", "doodle", "terrazzo"],
            ),
            (
                Field::Waves,
                &["wave", "wavy", "flowing", "liquid", "fluid", "silk"],
            ),
            (Field::Blobs, &["blob", "organic shape", "bokeh", "bubbles"]),
            (Field::Rings, &["concentric", "tree rings"]),
            (
                Field::Circles,
                &[
                    "circle",
                    "orbs",
                    "rings",
                    "kreise",
                    "cercles",
                    "círculos",
                    "cerchi",
                ],
            ),
            (
                Field::Geometry,
                &[
                    "bauhaus",
                    "kandinsky",
                    "geometric",
                    "shapes",
                    "suprematis",
                    "mid-century",
                ],
            ),
            (
                Field::Facets,
                &[
                    "low poly",
                    "low-poly",
                    "polygon",
                    "triangles",
                    "facet",
                    "crystal",
                ],
            ),
            (
                Field::Lines,
                &[
                    "lines",
                    "contour",
                    "topograph",
                    "stripes",
                    "strokes",
                    "línea",
                    "linien",
                    "lignes",
                    "linee",
                    "linhas",
                    "lijnen",
                    "linie",
                    "линии",
                    "лінії",
                    "çizgi",
                ],
            ),
            (Field::Mesh, &["mesh", "blur", "aurora", "gradient"]),
        ];
        WORDS
            .iter()
            .find(|(_, words)| words.iter().any(|w| heard.contains(w)))
            .map(|(field, _)| *field)
    }

    /// Whether the colours of a ramp are all that it is made of.
    pub(super) fn is_ramp(self) -> bool {
        matches!(self, Self::Ramp | Self::Mesh)
    }

    /// Returns what the seed chooses where the prompt leaves it open.
    pub(super) fn any(take: usize) -> Self {
        [
            Self::Mesh,
            Self::Waves,
            Self::Blobs,
            Self::Lines,
            Self::Geometry,
            Self::Facets,
        ][take % 6]
    }
}

/// The words of a prompt without the forms that it forbids: "no shapes".
fn without_denied(heard: &str) -> String {
    ["no ", "without ", "without any "]
        .iter()
        .flat_map(|not| ["shapes", "lines", "circles", "waves"].map(|form| format!("{not}{form}")))
        .fold(heard.to_owned(), |heard, denied| heard.replace(&denied, ""))
}

/// Returns whether the middle of the sheet is to stay free.
fn leaves_middle(heard: &str) -> bool {
    let free = [
        "space", "room", "empty", "free", "blank", "clear", "open", "area",
    ];
    let middle = ["in the middle", "in the center", "in the centre"];
    let told = |words: &[&str]| words.iter().any(|word| heard.contains(word));
    told(&middle) && told(&free)
        || [
            "empty middle",
            "empty center",
            "empty centre",
            "clear center",
        ]
        .iter()
        .any(|words| heard.contains(words))
}

/// Returns a colour of the palette, steadily between its first and its last.
pub(super) fn tone(palette: &Palette, t: f32) -> Rgba {
    let last = palette.inks.len().saturating_sub(1).max(1);
    let at = t.clamp(0.0, 0.999) * last as f32;
    let i = (at as usize).min(palette.inks.len() - 1);
    palette.inks[i].mix(
        palette.inks[(i + 1).min(palette.inks.len() - 1)],
        at - i as f32,
    )
}

/// Large soft forms without an edge over a pale ground, and a few with one.
pub(super) fn blobs(
    palette: &Palette,
    (w, h): (f32, f32),
    blurred: bool,
    rng: &mut Rng,
) -> Vec<Node> {
    let reach = w.max(h);
    let spots = [
        (0.12, 0.14),
        (0.86, 0.2),
        (0.5, 0.52),
        (0.16, 0.84),
        (0.86, 0.86),
        (0.6, 0.1),
    ];
    let mut out = Vec::new();
    for (i, (x, y)) in spots.into_iter().enumerate() {
        let color = tone(palette, i as f32 / 5.0 * 0.98);
        let (cx, cy) = (
            w * (x + rng.range(-0.08, 0.08)),
            h * (y + rng.range(-0.08, 0.08)),
        );
        let d = reach * rng.range(0.34, 0.6);
        if blurred {
            out.push(glow(cx, cy, d * 0.72, color, 0.95));
        } else {
            let seed = rng.next_u64() as u32;
            out.push(
                shape(Shape::Blob { seed })
                    .bounds(cx - d * 0.5, cy - d * 0.5, d, d)
                    .fill(color.faded(0.9))
                    .rotate(rng.range(0.0, 90.0)),
            );
        }
    }
    out
}

/// Many fine curves side by side, that swell and come near each other like a silk band.
///
/// Returns the ground on which they show, too: dark, unless the colours are.
pub(super) fn lines(palette: &Palette, (w, h): (f32, f32), rng: &mut Rng) -> (Rgba, Vec<Node>) {
    let light = palette.inks.iter().map(|c| c.oklch().l).sum::<f32>() / palette.inks.len() as f32;
    let first = palette.inks[0].oklch();
    let field = if light > 0.5 {
        Oklch::new(0.2, (first.c * 0.3).min(0.05), first.h).rgba()
    } else {
        palette.ground
    };
    let n = 34;
    let (phase, lean) = (rng.range(0.0, 6.0), rng.range(-0.22, 0.22));
    let fine = (w.min(h) * 0.0022).clamp(0.8, 3.0);
    let mut out = Vec::new();
    for band in 0..2 {
        let middle = h * if band == 0 { 0.36 } else { 0.68 };
        for i in 0..n {
            let t = i as f32 / (n - 1) as f32;
            let mut d = String::new();
            for k in 0..=24 {
                let u = k as f32 / 24.0;
                let a = phase + band as f32 * 1.9 + u * 5.2;
                let spread = 0.05 + 0.15 * libm::fabsf(libm::sinf(a * 0.5 + 0.4));
                let y = middle
                    + h * 0.1 * libm::sinf(a)
                    + h * lean * (u - 0.5)
                    + h * spread * (t - 0.5) * (1.0 + 0.4 * libm::sinf(a + t * 2.4));
                let x = w * (u * 1.08 - 0.04);
                let _ = write!(d, "{}{x:.1} {y:.1} ", if k == 0 { 'M' } else { 'L' });
            }
            let glint = 1.0 - libm::fabsf(2.0 * t - 1.0);
            let color = tone(palette, t).faded(0.3 + 0.6 * glint);
            out.push(
                path(d, w, h)
                    .bounds(0.0, 0.0, w, h)
                    .stroke(color, fine * (0.8 + glint))
                    .round(),
            );
        }
    }
    (field, out)
}

/// A composition of few plain forms: a great disc, quarter discs, bars, a grid of dots, arcs. Each has its own place.
pub(super) fn geometry(palette: &Palette, (w, h): (f32, f32), rng: &mut Rng) -> Vec<Node> {
    let unit = w.min(h);
    let ink = |i: usize| palette.inks[i % palette.inks.len()];
    let dark = palette
        .inks
        .iter()
        .copied()
        .min_by(|a, b| a.oklch().l.total_cmp(&b.oklch().l))
        .unwrap_or(Rgba::BLACK);
    let flip = rng.chance(0.5);
    let at = |x: f32, d: f32| if flip { w * (1.0 - x) - d } else { w * x };
    let quarter = |to: f32, x: f32, y: f32, d: f32, color: Rgba| {
        shape(Shape::Ring {
            from: to - 90.0,
            to,
            hole: 0.0,
        })
        .bounds(x, y, d, d)
        .fill(color)
    };
    let d = unit * rng.range(0.46, 0.54);
    let mut out = vec![
        // A field of colour on one side carries the composition.
        rect()
            .bounds(at(0.0, w * 0.38), h * 0.52, w * 0.38, h * 0.48)
            .fill(ink(2)),
        ellipse().bounds(at(0.2, d), h * 0.14, d, d).fill(ink(0)),
        quarter(
            if flip { 360.0 } else { 90.0 },
            at(0.38, unit * 0.62) - if flip { 0.0 } else { unit * 0.31 },
            h * 0.52 - unit * 0.31 + unit * 0.31,
            unit * 0.62,
            ink(1),
        ),
        rect()
            .bounds(at(0.66, unit * 0.05), h * 0.06, unit * 0.05, h * 0.5)
            .fill(dark),
        rect()
            .bounds(at(0.74, unit * 0.02), h * 0.06, unit * 0.02, h * 0.5)
            .fill(dark),
        ellipse()
            .bounds(at(0.8, unit * 0.14), h * 0.64, unit * 0.14, unit * 0.14)
            .fill(ink(2)),
        shape(Shape::Triangle)
            .bounds(at(0.06, unit * 0.2), h * 0.66, unit * 0.2, unit * 0.2)
            .fill(ink(1).mix(palette.ground, 0.1)),
    ];
    for i in 0..3 {
        let inset = unit * 0.045 * i as f32;
        let d = unit * 0.3;
        out.push(
            shape(Shape::Ring {
                from: 0.0,
                to: 180.0,
                hole: 0.94,
            })
            .bounds(
                at(0.72, d) + inset,
                h * 0.1 + inset,
                d - 2.0 * inset,
                d - 2.0 * inset,
            )
            .fill(dark),
        );
    }
    let step = unit * 0.034;
    for r in 0..5 {
        for c in 0..5 {
            let dot = step * 0.42;
            out.push(
                ellipse()
                    .bounds(
                        at(0.08, step * 5.0) + c as f32 * step,
                        h * 0.09 + r as f32 * step,
                        dot,
                        dot,
                    )
                    .fill(dark),
            );
        }
    }
    out.push(
        rect()
            .bounds(w * 0.1, h * 0.9, w * 0.8, unit * 0.012)
            .fill(dark)
            .rotate(if flip { 8.0 } else { -8.0 }),
    );
    out
}

/// A sheet of triangles whose tones run across it.
pub(super) fn facets(palette: &Palette, (w, h): (f32, f32), rng: &mut Rng) -> Vec<Node> {
    let across = 6_usize;
    let cell = w.min(h) / across as f32;
    let (columns, rows) = ((w / cell) as usize + 3, (h / cell) as usize + 3);
    let mut grid = Vec::new();
    for r in 0..=rows {
        for c in 0..=columns {
            let jitter = |rng: &mut Rng| rng.range(-0.34, 0.34) * cell;
            let x = (c as f32 - 1.0) * cell + jitter(rng);
            let y = (r as f32 - 1.0) * cell + jitter(rng);
            grid.push((x, y));
        }
    }
    let at = |r: usize, c: usize| grid[r * (columns + 1) + c];
    let mut out = Vec::new();
    for r in 0..rows {
        for c in 0..columns {
            let (a, b, d, e) = (at(r, c), at(r, c + 1), at(r + 1, c), at(r + 1, c + 1));
            for (i, corner) in [[a, b, d], [b, e, d]].into_iter().enumerate() {
                let t = ((corner[0].0 + corner[2].0) * 0.5 / w
                    + (corner[0].1 + corner[2].1) * 0.5 / h)
                    * 0.5;
                let color = lighter(
                    tone(palette, t),
                    rng.range(-0.045, 0.045) + if i == 0 { 0.015 } else { -0.015 },
                );
                let d = format!(
                    "M{:.1} {:.1} L{:.1} {:.1} L{:.1} {:.1} Z",
                    corner[0].0, corner[0].1, corner[1].0, corner[1].1, corner[2].0, corner[2].1
                );
                // A stroke of its own colour closes the hairlines between facets.
                out.push(
                    path(d, w, h)
                        .bounds(0.0, 0.0, w, h)
                        .fill(color)
                        .stroke(color, 0.8),
                );
            }
        }
    }
    out
}
