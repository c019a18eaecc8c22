//! Surfaces: marble, wood, paper, cloth, stone. They fill the canvas and show nothing but themselves.

use std::fmt::Write as _;

use plantain_scene::build::{ellipse, path, rect};
use plantain_scene::node::{Node, Paint};
use plantain_scene::{Oklch, Rgba};

use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::glow;

/// What a surface is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Material {
    Marble,
    Wood,
    Paper,
    Linen,
    Denim,
    Concrete,
    Leather,
    Metal,
    Sand,
    Granite,
    Cork,
    Brick,
}

impl Material {
    /// Returns the surface that the words of a prompt ask for.
    pub(super) fn named(heard: &str) -> Option<Self> {
        const SURFACES: &[&str] = &[
            "textur",
            "surface",
            "grain",
            "background",
            "backdrop",
            "wallpaper",
        ];
        const WORDS: &[(Material, &[&str])] = &[
            (
                Material::Marble,
                &["marble", "marbled", "onyx", "travertine"],
            ),
            (Material::Brick, &["brick"]),
            (Material::Cork, &["cork"]),
            (Material::Denim, &["denim", "jeans"]),
            (
                Material::Linen,
                &[
                    "linen",
                    "canvas cloth",
                    "burlap",
                    "woven",
                    "fabric",
                    "cotton",
                    "hessian",
                    "jute",
                ],
            ),
            (Material::Leather, &["leather"]),
            (
                Material::Concrete,
                &["concrete", "cement", "plaster", "stucco", "wall texture"],
            ),
            (
                Material::Granite,
                &["granite", "stone", "slate", "asphalt", "rock", "quartz"],
            ),
            (Material::Sand, &["sand"]),
            (
                Material::Metal,
                &[
                    "metal",
                    "steel",
                    "aluminium",
                    "aluminum",
                    "brass",
                    "copper",
                    "chrome",
                    "iron",
                ],
            ),
            (
                Material::Wood,
                &["wood", "plank", "oak", "walnut", "timber", "bamboo"],
            ),
            (
                Material::Paper,
                &["paper", "parchment", "cardboard", "kraft"],
            ),
        ];
        let surface = SURFACES.iter().any(|word| heard.contains(word));
        // "wallpaper" is no paper.
        let heard = heard.replace("wallpaper", "");
        let word = |name: &str| {
            heard
                .split(|c: char| !c.is_alphanumeric())
                .any(|w| w.starts_with(name))
        };
        WORDS
            .iter()
            .find(|(_, words)| {
                words.iter().any(|name| {
                    if name.contains(' ') {
                        heard.contains(name)
                    } else {
                        word(name)
                    }
                })
            })
            .filter(|_| surface)
            .map(|(material, _)| *material)
    }

    /// The colour it has by nature, and that of its veins, grain or joints.
    fn colors(self, heard: &str) -> (Rgba, Rgba) {
        let has = |word: &str| heard.contains(word);
        let (base, mark) = match self {
            Self::Marble => (0xf4f2ee, 0x8d8a88),
            Self::Wood if has("walnut") || has("dark") => (0x5b3d28, 0x2f1d12),
            Self::Wood if has("bamboo") || has("birch") || has("pine") => (0xdcbf8d, 0xb08f57),
            Self::Wood => (0xb98452, 0x7a4f2a),
            Self::Paper if has("kraft") || has("cardboard") => (0xc9a67a, 0x6d4c28),
            Self::Paper if has("parchment") || has("old") || has("vintage") => (0xe8d6ae, 0xa98a55),
            Self::Paper => (0xf6f3ec, 0x9d9482),
            Self::Linen if has("burlap") || has("jute") || has("hessian") => (0xb99a6b, 0x7d6240),
            Self::Linen => (0xe4dccb, 0xb7ab93),
            Self::Denim => (0x2f4a78, 0x8ba4cc),
            Self::Concrete => (0xb9b8b4, 0x85837f),
            Self::Leather => (0x6b3f25, 0x3c2113),
            Self::Metal if has("copper") => (0xc07a4d, 0x8a4f2c),
            Self::Metal if has("brass") || has("gold") => (0xcaa24a, 0x8f6d23),
            Self::Metal => (0xb8bec4, 0x7f868d),
            Self::Sand => (0xe2c893, 0xc0a064),
            Self::Granite if has("slate") || has("asphalt") => (0x3f444a, 0x23272b),
            Self::Granite => (0x9a9896, 0x4b4a4c),
            Self::Cork => (0xc79a63, 0x7f5528),
            Self::Brick => (0xa5502f, 0xcfc4b4),
        };
        (Rgba::hex(base), Rgba::hex(mark))
    }
}

/// A surface as large as the canvas.
struct Sheet<'r> {
    w: f32,
    h: f32,
    base: Rgba,
    mark: Rgba,
    rng: &'r mut Rng,
}

/// Lays a surface over the canvas: its ground and what is on it. Colours that were asked for come first.
pub(super) fn surface(
    kind: Material,
    asked: &[Rgba],
    heard: &str,
    (w, h): (f32, f32),
    rng: &mut Rng,
) -> (Rgba, Vec<Node>) {
    let (base, mark) = kind.colors(heard);
    let base = asked.first().copied().unwrap_or(base);
    let told = asked.get(1).copied();
    // On a ground of another colour the grain follows it.
    let mark = told.unwrap_or_else(|| {
        if asked.is_empty() {
            return mark;
        }
        let c = base.oklch();
        let l = if c.l > 0.5 { c.l - 0.2 } else { c.l + 0.22 };
        Oklch::new(l, c.c * 0.8, c.h).rgba()
    });
    let mut sheet = Sheet {
        w,
        h,
        base,
        mark,
        rng,
    };
    let nodes = match kind {
        Material::Marble => sheet.marble(),
        Material::Wood => sheet.wood(),
        Material::Paper => sheet.paper(),
        Material::Linen => sheet.weave(1.0),
        Material::Denim => sheet.denim(),
        Material::Concrete => sheet.concrete(),
        Material::Leather => sheet.leather(),
        Material::Metal => sheet.metal(),
        Material::Sand => sheet.sand(),
        Material::Granite => sheet.specks(&[0.5, 0.25, 0.8], 2600, 0.0075),
        Material::Cork => sheet.specks(&[0.35, 0.7, 0.2], 1500, 0.012),
        Material::Brick => sheet.bricks(),
    };
    (base, nodes)
}

impl Sheet<'_> {
    fn unit(&self) -> f32 {
        self.w.min(self.h)
    }

    fn whole(&self, d: String) -> Node {
        path(d, self.w, self.h).bounds(0.0, 0.0, self.w, self.h)
    }

    fn tone(&self, t: f32) -> Rgba {
        self.base.mix(self.mark, t)
    }

    /// Soft patches, lighter and darker, so that no area is flat.
    fn clouds(&mut self, n: usize, strength: f32) -> Vec<Node> {
        (0..n)
            .map(|i| {
                let (x, y) = (self.rng.range(0.0, self.w), self.rng.range(0.0, self.h));
                let r = self.w.max(self.h) * self.rng.range(0.12, 0.3);
                let color = if i % 2 == 0 {
                    self.mark
                } else {
                    lighter(self.base, 0.1)
                };
                glow(x, y, r, color, strength)
            })
            .collect()
    }

    /// Veins that wander from edge to edge, branch, and fade.
    fn marble(&mut self) -> Vec<Node> {
        let mut nodes = self.clouds(12, 0.16);
        let unit = self.unit();
        let lean = self.rng.range(0.5, 1.1);
        for vein in 0..9 {
            let weight = unit
                * if vein < 3 {
                    self.rng.range(0.004, 0.008)
                } else {
                    self.rng.range(0.001, 0.003)
                };
            let start = (self.rng.range(-0.5, 1.0) * self.w, -0.05 * self.h);
            let (main, points) = self.vein(start, lean, 26);
            let dim = if vein < 3 { 0.8 } else { 0.5 };
            // A halo in steps: the stone is stained around a vein.
            for (wide, faint) in [(12.0, 0.05), (7.0, 0.07), (3.5, 0.12)] {
                nodes.push(
                    self.whole(main.clone())
                        .stroke(self.mark.faded(faint), weight * wide)
                        .round(),
                );
            }
            nodes.push(
                self.whole(main)
                    .stroke(self.mark.faded(dim), weight)
                    .round(),
            );
            for k in [7, 12, 18] {
                if self.rng.chance(0.6) {
                    let turn = lean + self.rng.range(-1.2, 1.2);
                    let (twig, _) = self.vein(points[k], turn, 9);
                    nodes.push(
                        self.whole(twig)
                            .stroke(self.mark.faded(dim * 0.6), weight * 0.5)
                            .round(),
                    );
                }
            }
        }
        nodes
    }

    fn vein(&mut self, start: (f32, f32), lean: f32, n: usize) -> (String, Vec<(f32, f32)>) {
        let step = self.w.max(self.h) * 0.06;
        let mut at = start;
        let mut angle = lean;
        let mut d = format!("M{:.1} {:.1} ", at.0, at.1);
        let mut points = vec![at];
        for _ in 0..n {
            angle = angle * 0.82 + lean * 0.18 + self.rng.range(-0.26, 0.26);
            let next = (
                at.0 + step * libm::cosf(angle),
                at.1 + step * libm::sinf(angle),
            );
            let bend = self.rng.range(-0.16, 0.16) * step;
            let _ = write!(
                d,
                "Q{:.1} {:.1} {:.1} {:.1} ",
                (at.0 + next.0) * 0.5 + bend,
                (at.1 + next.1) * 0.5 - bend,
                next.0,
                next.1
            );
            at = next;
            points.push(at);
        }
        (d, points)
    }

    /// Boards with grain and a knot here and there.
    fn wood(&mut self) -> Vec<Node> {
        let boards = ((self.h / self.unit()) * 5.0).round().max(3.0) as usize;
        let high = self.h / boards as f32;
        let mut nodes = Vec::new();
        for board in 0..boards {
            let y = high * board as f32;
            let shade = self.rng.range(-0.05, 0.16);
            let color = self
                .tone(shade.max(0.0))
                .mix(Rgba::WHITE, (-shade).max(0.0));
            nodes.push(rect().bounds(0.0, y, self.w, high + 0.5).fill(color));
            let knot = (self.rng.chance(0.6)).then(|| {
                (
                    self.rng.range(0.1, 0.9) * self.w,
                    y + high * self.rng.range(0.35, 0.65),
                )
            });
            for tone in 0..3 {
                let mut d = String::new();
                for _ in 0..9 {
                    let base = y + high * self.rng.range(0.03, 0.97);
                    let (swing, phase, waves) = (
                        high * self.rng.range(0.01, 0.05),
                        self.rng.range(0.0, 6.0),
                        self.rng.range(0.6, 1.8),
                    );
                    for i in 0..=40 {
                        let t = i as f32 / 40.0;
                        let x = self.w * t;
                        let mut gy = base + swing * libm::sinf(phase + t * waves * 6.3);
                        if let Some((kx, ky)) = knot {
                            // Grain flows around a knot.
                            let near = libm::expf(-((x - kx) / (high * 0.7)).powi(2));
                            gy += near
                                * high
                                * 0.22
                                * if gy < ky { -1.0 } else { 1.0 }
                                * libm::expf(-((gy - ky) / (high * 0.4)).powi(2));
                        }
                        let _ = write!(
                            d,
                            "{}{x:.1} {:.1} ",
                            if i == 0 { "M" } else { "L" },
                            gy.clamp(y + 1.0, y + high - 1.0)
                        );
                    }
                }
                nodes.push(self.whole(d).stroke(
                    self.mark.faded(0.16 + 0.12 * tone as f32),
                    self.unit() * (0.0012 + 0.0008 * tone as f32),
                ));
            }
            if let Some((kx, ky)) = knot {
                for k in [1.0, 0.68, 0.38] {
                    let (a, b) = (high * 0.26 * k, high * 0.15 * k);
                    nodes.push(
                        ellipse()
                            .bounds(kx - a, ky - b, a * 2.0, b * 2.0)
                            .fill(self.mark.faded(0.3)),
                    );
                }
            }
            nodes.push(
                rect()
                    .bounds(
                        0.0,
                        y + high - self.unit() * 0.002,
                        self.w,
                        self.unit() * 0.004,
                    )
                    .fill(self.mark.mix(Rgba::BLACK, 0.4)),
            );
        }
        nodes
    }

    /// Fibres and a fine grain.
    fn paper(&mut self) -> Vec<Node> {
        let mut nodes = self.clouds(8, 0.09);
        nodes.extend(self.specks(&[0.3, 0.18], 2600, 0.002));
        let unit = self.unit();
        for faint in [0.16, 0.28] {
            let mut d = String::new();
            for _ in 0..110 {
                let (x, y) = (self.rng.range(0.0, self.w), self.rng.range(0.0, self.h));
                let mut reach = || self.rng.range(-0.022, 0.022) * unit;
                let _ = write!(
                    d,
                    "M{x:.1} {y:.1} q{:.1} {:.1} {:.1} {:.1} ",
                    reach(),
                    reach(),
                    reach(),
                    reach()
                );
            }
            nodes.push(
                self.whole(d)
                    .stroke(self.mark.faded(faint), (unit * 0.0011).max(0.8))
                    .round(),
            );
        }
        nodes
    }

    /// Threads over and under each other; `gap` spreads them.
    fn weave(&mut self, gap: f32) -> Vec<Node> {
        let step = (self.unit() / 190.0).max(2.0) * gap;
        let mut nodes = Vec::new();
        for upright in [false, true] {
            let (along, across) = if upright {
                (self.h, self.w)
            } else {
                (self.w, self.h)
            };
            let mut tones = [String::new(), String::new(), String::new(), String::new()];
            let n = (across / step) as usize + 1;
            for i in 0..n {
                let at = i as f32 * step + self.rng.range(-0.2, 0.2) * step;
                let mut from = 0.0;
                // A thread changes its tone along the way.
                while from < along {
                    let to = from + along * self.rng.range(0.08, 0.3);
                    let d = &mut tones[self.rng.below(4)];
                    let _ = if upright {
                        write!(d, "M{at:.1} {from:.1} V{:.1} ", to.min(along))
                    } else {
                        write!(d, "M{from:.1} {at:.1} H{:.1} ", to.min(along))
                    };
                    from = to;
                }
            }
            for (i, d) in tones.into_iter().enumerate() {
                let color = if i == 3 {
                    lighter(self.base, 0.08)
                } else {
                    self.mark
                };
                nodes.push(
                    self.whole(d)
                        .stroke(color.faded(0.18 + 0.1 * i as f32), step * 0.5),
                );
            }
        }
        nodes
    }

    /// A twill: pale threads in slanted rows on dark ones.
    fn denim(&mut self) -> Vec<Node> {
        let mut nodes = self.clouds(6, 0.12);
        let step = (self.unit() / 130.0).max(3.0);
        let mut tones = [String::new(), String::new(), String::new()];
        let (columns, rows) = ((self.w / step) as usize + 2, (self.h / step) as usize + 2);
        for r in 0..rows {
            for c in 0..columns {
                let (x, y) = (
                    step * (c as f32 + 0.25 * (r % 4) as f32 - 0.5),
                    step * r as f32,
                );
                let long = step * self.rng.range(0.5, 0.9);
                let _ = write!(
                    tones[self.rng.below(3)],
                    "M{x:.1} {y:.1} l{:.1} {:.1} ",
                    long * 0.5,
                    -long
                );
            }
        }
        for (i, d) in tones.into_iter().enumerate() {
            nodes.push(
                self.whole(d)
                    .stroke(self.mark.faded(0.3 + 0.2 * i as f32), step * 0.26),
            );
        }
        nodes
    }

    /// Stains, pores and hair cracks.
    fn concrete(&mut self) -> Vec<Node> {
        let mut nodes = self.clouds(18, 0.2);
        nodes.extend(self.specks(&[0.5, 0.9], 1300, 0.0022));
        let unit = self.unit();
        for _ in 0..4 {
            let start = (
                self.rng.range(0.0, 1.0) * self.w,
                self.rng.range(0.0, 0.6) * self.h,
            );
            let lean = self.rng.range(0.3, 2.6);
            let (crack, _) = self.vein(start, lean, 6);
            nodes.push(self.whole(crack).stroke(
                self.mark.mix(Rgba::BLACK, 0.3).faded(0.5),
                (unit * 0.0014).max(1.0),
            ));
        }
        nodes
    }

    /// Pebbled skin: grains of several sizes and tones over dark seams.
    fn leather(&mut self) -> Vec<Node> {
        const CORNERS: usize = 8;
        let cell = self.unit() / 60.0;
        let (columns, rows) = (
            (self.w / cell) as usize + 2,
            (self.h / (cell * 0.86)) as usize + 2,
        );
        let mut tones = [String::new(), String::new(), String::new()];
        for r in 0..rows {
            for c in 0..columns {
                let mut off = || self.rng.range(-0.3, 0.3) * cell;
                let (x, y) = (
                    cell * (c as f32 + 0.5 * (r % 2) as f32) + off(),
                    cell * 0.86 * r as f32 + off(),
                );
                let size = cell * self.rng.range(0.4, 0.6);
                let d = &mut tones[self.rng.below(3)];
                for k in 0..CORNERS {
                    let (sin, cos) =
                        libm::sincosf(k as f32 * std::f32::consts::TAU / CORNERS as f32);
                    let reach = size * self.rng.range(0.82, 1.0);
                    let _ = write!(
                        d,
                        "{}{:.1} {:.1} ",
                        if k == 0 { "M" } else { "L" },
                        x + reach * cos,
                        y + reach * sin
                    );
                }
                d.push_str("Z ");
            }
        }
        let seams = rect()
            .bounds(0.0, 0.0, self.w, self.h)
            .fill(self.tone(0.75));
        let mut nodes = vec![seams];
        for (i, d) in tones.into_iter().enumerate() {
            let color = [self.base, self.tone(0.22), lighter(self.base, 0.05)][i];
            nodes.push(self.whole(d).fill(color));
        }
        nodes.extend(self.clouds(8, 0.2));
        nodes
    }

    /// Fine lines of the brush under a band of light.
    fn metal(&mut self) -> Vec<Node> {
        let light = lighter(self.base, 0.14);
        let mut nodes = vec![
            rect().bounds(0.0, 0.0, self.w, self.h).fill(Paint::Linear {
                angle: 105.0,
                stops: [
                    (0.0, self.tone(0.5)),
                    (0.35, light),
                    (0.55, self.base),
                    (0.8, light),
                    (1.0, self.tone(0.6)),
                ]
                .map(|(at, c)| (at, c.into()))
                .to_vec(),
            }),
        ];
        let mut tones = [String::new(), String::new(), String::new()];
        let n = (self.h / 1.6) as usize;
        for _ in 0..n {
            let (x, y) = (
                self.rng.range(-0.3, 0.8) * self.w,
                self.rng.range(0.0, self.h),
            );
            let _ = write!(
                tones[self.rng.below(3)],
                "M{x:.1} {y:.1} h{:.1} ",
                self.rng.range(0.15, 0.7) * self.w
            );
        }
        for (i, d) in tones.into_iter().enumerate() {
            let color = if i == 0 { Rgba::WHITE } else { self.mark };
            nodes.push(self.whole(d).stroke(color.faded(0.22), 1.0));
        }
        nodes
    }

    /// Ripples that the wind left, and grains.
    fn sand(&mut self) -> Vec<Node> {
        let mut nodes = self.clouds(8, 0.14);
        let step = self.unit() / 22.0;
        let n = (self.h / step) as usize + 3;
        let phase = self.rng.range(0.0, 6.0);
        for i in 0..n {
            let (mut dark, mut light) = (String::new(), String::new());
            for k in 0..=40 {
                let t = k as f32 / 40.0;
                let x = self.w * t;
                let y = step * (i as f32 - 1.0)
                    + step * 0.7 * libm::sinf(phase + t * 5.0 + i as f32 * 0.18)
                    + step * 0.3 * libm::sinf(t * 13.0 + i as f32 * 0.7);
                let lead = if k == 0 { "M" } else { "L" };
                let _ = write!(dark, "{lead}{x:.1} {y:.1} ");
                let _ = write!(light, "{lead}{x:.1} {:.1} ", y - step * 0.2);
            }
            nodes.push(
                self.whole(dark)
                    .stroke(self.mark.faded(0.5), step * 0.22)
                    .round(),
            );
            nodes.push(
                self.whole(light)
                    .stroke(lighter(self.base, 0.1).faded(0.6), step * 0.16)
                    .round(),
            );
        }
        nodes.extend(self.specks(&[0.5, 0.9], 1600, 0.0016));
        nodes
    }

    /// Grains in some tones: shares of the colour of the marks.
    fn specks(&mut self, tones: &[f32], n: usize, size: f32) -> Vec<Node> {
        let unit = self.unit();
        let area = (self.w * self.h) / (unit * unit);
        let mut nodes = Vec::new();
        for (i, tone) in tones.iter().enumerate() {
            let mut d = String::new();
            for _ in 0..(n as f32 * area / tones.len() as f32) as usize {
                let (x, y) = (self.rng.range(0.0, self.w), self.rng.range(0.0, self.h));
                let s = unit * size * self.rng.range(0.3, 1.0);
                let mut k = || s * self.rng.range(0.4, 1.0);
                let _ = write!(
                    d,
                    "M{:.1} {y:.1} L{x:.1} {:.1} L{:.1} {y:.1} L{x:.1} {:.1} Z ",
                    x - k(),
                    y - k(),
                    x + k(),
                    y + k()
                );
            }
            let color = if i + 1 == tones.len() && tones.len() > 2 {
                lighter(self.base, 0.16)
            } else {
                self.tone(*tone)
            };
            nodes.push(self.whole(d).fill(color));
        }
        nodes
    }

    /// Bricks in running bond between joints of mortar.
    fn bricks(&mut self) -> Vec<Node> {
        let high = self.unit() / 11.0;
        let wide = high * 2.6;
        let joint = high * 0.1;
        let mut nodes = vec![rect().bounds(0.0, 0.0, self.w, self.h).fill(self.mark)];
        let rows = (self.h / high) as usize + 1;
        for r in 0..rows {
            let shift = if r % 2 == 1 { wide * 0.5 } else { 0.0 };
            for c in 0..(self.w / wide) as usize + 2 {
                let tone = self.rng.range(-0.16, 0.14);
                let color = if tone < 0.0 {
                    self.base.mix(Rgba::BLACK, -tone)
                } else {
                    self.base.mix(Rgba::WHITE, tone)
                };
                nodes.push(
                    rect()
                        .bounds(
                            c as f32 * wide - shift + joint * 0.5,
                            r as f32 * high + joint * 0.5,
                            wide - joint,
                            high - joint,
                        )
                        .radius(joint * 0.5)
                        .fill(color),
                );
            }
        }
        let mark = std::mem::replace(&mut self.mark, Rgba::hex(0x4a2012));
        nodes.extend(self.specks(&[0.5, 0.3], 1200, 0.002));
        self.mark = mark;
        nodes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surfaces_are_known_by_their_material() {
        for (heard, want) in [
            (
                "white marble texture with gold veins",
                Some(Material::Marble),
            ),
            ("seamless wood grain background", Some(Material::Wood)),
            ("old parchment texture", Some(Material::Paper)),
            ("floral wallpaper", None),
            ("brushed metal background", Some(Material::Metal)),
            ("pattern of paper planes", None),
        ] {
            assert_eq!(Material::named(heard), want, "{heard}");
        }
    }
}
