//! Patterns of cloth and paper that have a name: plaid, polka dots, chevrons, scallops. All tile.

use plantain_scene::Rgba;
use plantain_scene::build::{ellipse, path, rect};
use plantain_scene::node::Node;

use super::Palette;
use crate::rng::Rng;

/// A pattern with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Textile {
    Dots,
    Stripes,
    Plaid,
    Gingham,
    Chevron,
    Scallops,
    Argyle,
    Terrazzo,
    Herringbone,
}

impl Textile {
    /// Returns the pattern that the words of a prompt name.
    pub(super) fn named(heard: &str) -> Option<Self> {
        const WORDS: &[(Textile, &[&str])] = &[
            (
                Textile::Dots,
                &["polka dot", "polka-dot", "dotted pattern", "dots pattern"],
            ),
            (
                Textile::Gingham,
                &[
                    "gingham",
                    "picnic blanket",
                    "vichy",
                    "checkered",
                    "chequered",
                    "checkerboard",
                ],
            ),
            (Textile::Plaid, &["plaid", "tartan"]),
            (
                Textile::Chevron,
                &["chevron", "zigzag", "zig zag", "zig-zag"],
            ),
            (
                Textile::Scallops,
                &[
                    "scallop",
                    "seigaiha",
                    "japanese wave",
                    "fish scale",
                    "mermaid scale",
                    "wave pattern",
                    "art deco fan",
                ],
            ),
            (Textile::Argyle, &["argyle", "diamond pattern", "harlequin"]),
            (Textile::Terrazzo, &["terrazzo"]),
            (Textile::Herringbone, &["herringbone", "parquet"]),
            (
                Textile::Stripes,
                &["striped pattern", "stripes", "stripe pattern", "pinstripe"],
            ),
        ];
        WORDS
            .iter()
            .find(|(_, words)| words.iter().any(|w| heard.contains(w)))
            .map(|(textile, _)| *textile)
    }
}

/// Number of cells that divide a side evenly, and the size of one.
fn cells(side: f32, wish: f32, even: bool) -> (usize, f32) {
    let mut n = (side / wish).round().max(1.0) as usize;
    if even && n % 2 == 1 {
        n += 1;
    }
    (n, side / n as f32)
}

/// Lays a named pattern over the canvas.
pub(super) fn textile(
    kind: Textile,
    palette: &Palette,
    (w, h): (f32, f32),
    rng: &mut Rng,
) -> Vec<Node> {
    let unit = w.min(h);
    let ink = |i: usize| palette.inks[i % palette.inks.len()];
    match kind {
        Textile::Dots => dots(palette, (w, h), unit),
        Textile::Stripes => {
            let (n, step) = cells(w, unit / 9.0, false);
            (0..n)
                .map(|i| {
                    rect()
                        .bounds(i as f32 * step, 0.0, step * 0.5, h)
                        .fill(ink(if palette.asked > 1 { i } else { 0 }))
                })
                .collect()
        }
        Textile::Plaid => plaid(palette, (w, h), unit),
        Textile::Gingham => {
            let wish = unit / 12.0;
            let ((nx, dx), (ny, dy)) = (cells(w, wish, true), cells(h, wish, true));
            let band = ink(0).faded(0.5);
            let upright = (0..nx)
                .step_by(2)
                .map(|i| rect().bounds(i as f32 * dx, 0.0, dx, h).fill(band));
            let across = (0..ny)
                .step_by(2)
                .map(|i| rect().bounds(0.0, i as f32 * dy, w, dy).fill(band));
            upright.chain(across).collect()
        }
        Textile::Chevron => chevrons(palette, (w, h), unit),
        Textile::Scallops => scallops(palette, (w, h), unit),
        Textile::Argyle => argyle(palette, (w, h), unit),
        Textile::Terrazzo => terrazzo(palette, (w, h), unit, rng),
        Textile::Herringbone => herringbone(palette, (w, h), unit),
    }
}

fn dots(palette: &Palette, (w, h): (f32, f32), unit: f32) -> Vec<Node> {
    let wish = unit / 7.0;
    let ((nx, dx), (ny, dy)) = (cells(w, wish, false), cells(h, wish * 0.5, true));
    let d = dx.min(dy * 2.0) * 0.44;
    let mut out = Vec::new();
    for r in 0..=ny {
        for c in 0..=nx {
            let x = (c as f32 + if r % 2 == 0 { 0.0 } else { 0.5 }) * dx;
            let y = r as f32 * dy;
            let color =
                palette.inks[if palette.asked > 1 { r / 2 + c } else { 0 } % palette.inks.len()];
            out.push(ellipse().bounds(x - d * 0.5, y - d * 0.5, d, d).fill(color));
        }
    }
    out
}

/// Broad bands in both directions, with fine lines between them.
fn plaid(palette: &Palette, (w, h): (f32, f32), unit: f32) -> Vec<Node> {
    let ((nx, dx), (ny, dy)) = (cells(w, unit / 3.0, false), cells(h, unit / 3.0, false));
    let ink = |i: usize| palette.inks[i % palette.inks.len()];
    // Place and width within a repeat, and which ink.
    let bands = [
        (0.0_f32, 0.42_f32, 1_usize, 0.55_f32),
        (0.14, 0.14, 0, 0.5),
        (0.62, 0.025, 2, 0.9),
        (0.7, 0.025, 2, 0.9),
        (0.86, 0.05, 1, 0.8),
    ];
    let mut out = vec![rect().bounds(0.0, 0.0, w, h).fill(ink(0))];
    for (at, wide, which, strong) in bands {
        let color = match which {
            2 => Rgba::WHITE.mix(palette.ground, 0.4).faded(strong),
            1 => ink(1).faded(strong),
            _ => ink(0).mix(Rgba::BLACK, 0.45).faded(strong),
        };
        for i in 0..nx {
            out.push(
                rect()
                    .bounds((i as f32 + at) * dx, 0.0, wide * dx, h)
                    .fill(color),
            );
        }
        for i in 0..ny {
            out.push(
                rect()
                    .bounds(0.0, (i as f32 + at) * dy, w, wide * dy)
                    .fill(color),
            );
        }
    }
    out
}

fn chevrons(palette: &Palette, (w, h): (f32, f32), unit: f32) -> Vec<Node> {
    let ((nx, dx), (ny, dy)) = (cells(w, unit / 6.0, false), cells(h, unit / 10.0, true));
    let thick = dy * 0.5;
    (0..ny + 2)
        .map(|r| {
            let y = (r as f32 - 1.0) * dy;
            let mut upper = String::new();
            let mut lower = String::new();
            for c in 0..=nx * 2 {
                let x = c as f32 * dx * 0.5;
                let peak = if c % 2 == 0 { dy * 0.5 } else { 0.0 };
                upper.push_str(&format!(
                    "{}{x:.1} {:.1} ",
                    if c == 0 { 'M' } else { 'L' },
                    y + peak
                ));
                lower.insert_str(0, &format!("L{x:.1} {:.1} ", y + peak + thick));
            }
            let color = palette.inks[if palette.asked > 1 { r } else { 0 } % palette.inks.len()];
            path(format!("{upper}{lower}Z"), w, h)
                .bounds(0.0, 0.0, w, h)
                .fill(color)
        })
        .collect()
}

/// Rows of overlapping discs with rings in them, as on a Japanese cloth or a roof.
fn scallops(palette: &Palette, (w, h): (f32, f32), unit: f32) -> Vec<Node> {
    let (nx, d) = cells(w, unit / 6.0, false);
    let (ny, step) = cells(h, d * 0.27, true);
    let ink = |i: usize| palette.inks[i % palette.inks.len()];
    let mut out = Vec::new();
    for r in 0..ny + 5 {
        let y = (r as f32 - 1.0) * step;
        let shift = if r % 2 == 0 { 0.0 } else { 0.5 };
        for c in 0..=nx + 1 {
            let x = (c as f32 - 1.0 + shift) * d;
            for ring in 0..4 {
                let inset = d * 0.125 * ring as f32;
                let color = if ring % 2 == 0 {
                    ink(0)
                } else {
                    palette.ground
                };
                out.push(
                    ellipse()
                        .bounds(x + inset, y + inset, d - 2.0 * inset, d - 2.0 * inset)
                        .fill(if ring == 2 && palette.asked > 1 {
                            ink(1)
                        } else {
                            color
                        }),
                );
            }
        }
    }
    out
}

fn argyle(palette: &Palette, (w, h): (f32, f32), unit: f32) -> Vec<Node> {
    let ((nx, dx), (ny, dy)) = (cells(w, unit / 5.0, false), cells(h, unit / 3.6, false));
    let mut out = Vec::new();
    let fine = (unit * 0.003).max(1.0);
    for r in 0..=ny * 2 {
        for c in 0..=nx {
            let shift = if r % 2 == 0 { 0.0 } else { 0.5 };
            let (x, y) = ((c as f32 - 0.5 + shift) * dx, (r as f32 * 0.5 - 0.5) * dy);
            let d = format!(
                "M{:.1} {y:.1} L{:.1} {:.1} L{:.1} {:.1} L{x:.1} {:.1} Z",
                x + dx * 0.5,
                x + dx,
                y + dy * 0.5,
                x + dx * 0.5,
                y + dy,
                y + dy * 0.5
            );
            let color = palette.inks[r % palette.inks.len().min(2)];
            out.push(
                path(d.clone(), w, h)
                    .bounds(0.0, 0.0, w, h)
                    .fill(color.faded(if r % 2 == 0 { 1.0 } else { 0.55 })),
            );
            let (mx, my) = (x + dx * 0.5, y + dy * 0.5);
            let cross = format!(
                "M{:.1} {:.1} L{:.1} {:.1} M{:.1} {:.1} L{:.1} {:.1}",
                mx - dx * 0.5,
                my - dy * 0.5,
                mx + dx * 0.5,
                my + dy * 0.5,
                mx + dx * 0.5,
                my - dy * 0.5,
                mx - dx * 0.5,
                my + dy * 0.5
            );
            if r % 2 == 0 {
                out.push(path(cross, w, h).bounds(0.0, 0.0, w, h).dashed(
                    palette.inks[palette.inks.len() - 1].mix(Rgba::WHITE, 0.5),
                    fine,
                    fine * 4.0,
                    fine * 3.0,
                ));
            }
        }
    }
    out
}

/// Chips of stone of several sizes, none across an edge.
fn terrazzo(palette: &Palette, (w, h): (f32, f32), unit: f32, rng: &mut Rng) -> Vec<Node> {
    let (nx, ny) = ((w / unit * 11.0) as usize, (h / unit * 11.0) as usize);
    let (dx, dy) = (w / nx as f32, h / ny as f32);
    let mut out = Vec::new();
    for r in 0..ny {
        for c in 0..nx {
            let size = dx.min(dy) * rng.range(0.2, 0.46);
            let (cx, cy) = (
                (c as f32 + rng.range(0.42, 0.58)) * dx,
                (r as f32 + rng.range(0.42, 0.58)) * dy,
            );
            let corners = 4 + rng.below(3);
            let turn = rng.range(0.0, 6.2);
            let mut d = String::new();
            for k in 0..corners {
                let way = turn + std::f32::consts::TAU * k as f32 / corners as f32;
                let reach = size * rng.range(0.7, 1.0);
                d.push_str(&format!(
                    "{}{:.1} {:.1} ",
                    if k == 0 { 'M' } else { 'L' },
                    cx + reach * libm::cosf(way),
                    cy + reach * libm::sinf(way)
                ));
            }
            let color = *rng.pick(&palette.inks);
            out.push(path(d + "Z", w, h).bounds(0.0, 0.0, w, h).fill(color));
        }
    }
    out
}

fn herringbone(palette: &Palette, (w, h): (f32, f32), unit: f32) -> Vec<Node> {
    let (nx, dx) = cells(w, unit / 8.0, true);
    let (ny, dy) = cells(h, unit / 14.0, false);
    let mut out = Vec::new();
    for c in 0..nx {
        let rising = c % 2 == 0;
        let lean = dx * 0.6;
        for r in 0..ny + 12 {
            let (x, y) = (c as f32 * dx, (r as f32 - 6.0) * dy);
            let (a, b) = if rising { (lean, 0.0) } else { (0.0, lean) };
            let gap = dy * 0.12;
            let d = format!(
                "M{x:.1} {:.1} L{:.1} {:.1} L{:.1} {:.1} L{x:.1} {:.1} Z",
                y + a,
                x + dx,
                y + b,
                x + dx,
                y + b + dy - gap,
                y + a + dy - gap
            );
            let color = palette.inks[(r + c) % palette.inks.len()];
            out.push(path(d, w, h).bounds(0.0, 0.0, w, h).fill(color));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cloth_is_known_by_name() {
        for (heard, want) in [
            ("polka dot pattern navy on white", Some(Textile::Dots)),
            ("plaid pattern red and green", Some(Textile::Plaid)),
            ("pattern of lemons", None),
        ] {
            assert_eq!(Textile::named(heard), want, "{heard}");
        }
        assert_eq!(cells(1000.0, 190.0, true).0 % 2, 0);
    }
}
