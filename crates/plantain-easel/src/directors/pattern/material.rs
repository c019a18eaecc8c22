//! Surfaces: marble, wood, paper, cloth, stone. They fill the canvas and show nothing but themselves.

mod board;
mod mineral;
mod woven;

use std::fmt::Write as _;

use plantain_scene::build::path;
use plantain_scene::node::Node;
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

/// Returns the ground and the marks of a surface that `words` name ("marble", "dark wood", "brick wall"), as large as `size`; none
/// where they name another thing.
pub fn named_surface(words: &str, size: (f32, f32), rng: &mut Rng) -> Option<(Rgba, Vec<Node>)> {
    const BESIDE: &[&str] = &[
        "a",
        "the",
        "wall",
        "surface",
        "texture",
        "textured",
        "background",
        "planks",
        "slab",
        "tabletop",
        "dark",
        "light",
        "old",
        "white",
        "real",
    ];
    let heard = format!("{} texture", words.to_lowercase());
    let kind = Material::named(&heard)?;
    let others = words
        .split_whitespace()
        .filter(|word| !BESIDE.contains(&word.to_lowercase().as_str()));
    (others.count() == 1).then(|| surface(kind, &[], &heard, size, rng))
}

/// Returns the ground of a surface that `words` name.
pub fn surface_color(words: &str) -> Option<Rgba> {
    let heard = format!("{words} texture");
    Some(Material::named(&heard)?.colors(&heard).0)
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
