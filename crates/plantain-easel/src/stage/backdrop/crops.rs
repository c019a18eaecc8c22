//! Fields under crops: rows that run to the horizon, with ears, leaves or blossoms along them.

use plantain_scene::Rgba;
use plantain_scene::node::Node;

use super::Backdrop;
use crate::stage::light::lighter;
use crate::stage::pen::Pen;

/// What grows in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crop {
    Wheat,
    Corn,
    Lavender,
    Sunflower,
    Poppy,
    Tulip,
    Vine,
    Rice,
}

/// Rows from the left to the right edge, and clumps along each.
const ROWS: usize = 13;
const CLUMPS: usize = 16;

impl Crop {
    pub const ALL: [Self; 8] = [
        Self::Wheat,
        Self::Corn,
        Self::Lavender,
        Self::Sunflower,
        Self::Poppy,
        Self::Tulip,
        Self::Vine,
        Self::Rice,
    ];

    /// Returns the crop of the field that a text speaks of: "a wheat field", "fields of lavender", "vineyards".
    pub fn told(text: &str) -> Option<Self> {
        let words = [
            (Self::Wheat, &["wheat", "barley", "rye", "grain"][..]),
            (Self::Corn, &["corn", "maize"]),
            (Self::Lavender, &["lavender"]),
            (Self::Sunflower, &["sunflower", "sunflowers"]),
            (Self::Poppy, &["poppy", "poppies"]),
            (Self::Tulip, &["tulip", "tulips"]),
            (Self::Rice, &["rice"]),
        ];
        if text.contains("vineyard") {
            return Some(Self::Vine);
        }
        words
            .into_iter()
            .find(|(_, names)| {
                names.iter().any(|name| {
                    text.contains(&format!("{name} field"))
                        || text.contains(&format!("field of {name}"))
                        || text.contains(&format!("fields of {name}"))
                })
            })
            .map(|(crop, _)| crop)
    }

    /// Returns whether it stands as dense blades.
    fn is_grass(self) -> bool {
        matches!(self, Self::Wheat | Self::Corn | Self::Rice)
    }

    /// Stalks or leaves, and what blooms or ripens on them.
    fn colors(self) -> (u32, Option<u32>) {
        match self {
            Self::Wheat => (0xdcae45, Some(0xf1cf74)),
            Self::Corn => (0x5d9440, Some(0xe8c65a)),
            Self::Lavender => (0x8267bd, Some(0xb29ae0)),
            Self::Sunflower => (0x5b8f3e, Some(0xf7c52d)),
            Self::Poppy => (0x6c9c4a, Some(0xe2402f)),
            Self::Tulip => (0x5f9c52, Some(0xe8557d)),
            Self::Vine => (0x55863c, None),
            Self::Rice => (0x9cc35a, None),
        }
    }
}

/// Lays rows of a crop over the ground from `top` on.
pub fn rows(b: &Backdrop<'_>, out: &mut Vec<Node>, crop: Crop, top: f32) {
    let mut rng = b.rng("crop");
    let (leaf, bloom) = crop.colors();
    let (w, run) = (b.w(), (b.h() - top).max(1.0));
    let soil = if crop.is_grass() { 0.12 } else { 0.34 };
    let ground = b
        .light
        .lit(Rgba::hex(leaf).mix(Rgba::hex(0x7a5f3a), soil), 0.0);
    out.push(plantain_scene::build::rect().bounds(0.0, top, w, run).fill(
        crate::stage::pen::downward(&[b.light.lit(ground, 0.3), ground]),
    ));
    for step in 0..CLUMPS {
        let t = (step as f32 + 0.35) / CLUMPS as f32;
        let depth = t * t * 0.75 + t * 0.25;
        let y = top + run * depth;
        // How wide rows are here, and how large what grows.
        let spread = 0.07 + 0.22 * depth;
        let k = w * spread * if crop.is_grass() { 0.55 } else { 0.4 };
        let far = 0.45 * (1.0 - t);
        let (mut leaves, mut blooms) = (Pen::new(), Pen::new());
        for row in 0..=ROWS * 3 {
            let x =
                w * 0.5 + (row as f32 - ROWS as f32 * 1.5) * w * spread + rng.range(-0.1, 0.1) * k;
            if x < -k || x > w + k {
                continue;
            }
            let high = k * rng.range(0.7, 0.95);
            leaves = if crop.is_grass() {
                ears(leaves, (x, y), (k, high))
            } else {
                lump(leaves, (x, y - high * 0.4), (k, high))
            };
            for _ in 0..3 {
                let (dx, dy) = (rng.range(-0.36, 0.36) * k, rng.range(0.1, 0.78) * high);
                blooms = lump(blooms, (x + dx, y - dy), (k * 0.15, k * 0.15));
            }
        }
        let tone = lighter(
            b.light.lit(Rgba::hex(leaf), far),
            if step % 2 == 0 { 0.0 } else { 0.02 },
        );
        out.push(b.layer(leaves.end(), tone));
        if let Some(bloom) = bloom {
            out.push(b.layer(blooms.end(), b.light.lit(Rgba::hex(bloom), far * 0.7)));
        }
    }
}

/// Adds a sheaf of upright blades around a foot.
fn ears(mut pen: Pen, (x, y): (f32, f32), (w, h): (f32, f32)) -> Pen {
    for i in 0..7 {
        let t = i as f32 / 6.0 - 0.5;
        let (foot, tip) = (x + t * w * 0.9, x + t * w * 1.25);
        let top = y - h * (1.25 - 0.5 * t * t);
        pen = pen
            .go(foot - w * 0.07, y + h * 0.1)
            .quad(tip - w * 0.09, top + h * 0.35, tip, top)
            .quad(tip + w * 0.09, top + h * 0.35, foot + w * 0.07, y + h * 0.1)
            .close();
    }
    pen
}

/// Adds an oval of `size` around a point.
fn lump(pen: Pen, (x, y): (f32, f32), (w, h): (f32, f32)) -> Pen {
    const K: f32 = 0.2761;
    pen.go(x - w / 2.0, y)
        .cubic(
            (x - w / 2.0, y - h * K),
            (x - w * K, y - h / 2.0),
            (x, y - h / 2.0),
        )
        .cubic(
            (x + w * K, y - h / 2.0),
            (x + w / 2.0, y - h * K),
            (x + w / 2.0, y),
        )
        .cubic(
            (x + w / 2.0, y + h * K),
            (x + w * K, y + h / 2.0),
            (x, y + h / 2.0),
        )
        .cubic(
            (x - w * K, y + h / 2.0),
            (x - w / 2.0, y + h * K),
            (x - w / 2.0, y),
        )
        .close()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crops_are_told_by_their_fields() {
        for (text, crop) in [
            ("a tractor in a wheat field", Some(Crop::Wheat)),
            ("fields of lavender at dusk", Some(Crop::Lavender)),
            ("a balloon over vineyards", Some(Crop::Vine)),
            ("a bowl of rice in a field", None),
        ] {
            assert_eq!(Crop::told(text), crop, "{text}");
        }
    }
}
