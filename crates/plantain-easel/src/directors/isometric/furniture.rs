//! Furniture of isometric rooms, built from blocks, and where it stands along the walls and on the floor.

use plantain_scene::{Oklch, Rgba};

use super::{Block, Part, SIDE};
use crate::rng::Rng;
use crate::stage::light::lighter;

/// Where the next thing goes along the walls and on the floor.
#[derive(Default)]
pub(super) struct Shelf {
    along: f32,
    across: f32,
    floor: usize,
}

impl Shelf {
    pub(super) fn spot(&mut self, kind: Kind, w: f32, d: f32) -> [f32; 3] {
        if kind == Kind::Counter {
            return [1.5, 1.7, 0.0];
        }
        if kind.stands_free() {
            let spots = [(4.2, 4.2), (6.2, 3.6), (3.6, 6.2), (6.3, 6.2), (2.6, 4.6)];
            let (x, y) = spots[self.floor % spots.len()];
            self.floor += 1;
            return [x, y, 0.0];
        }
        // Both walls share the corner: whoever takes it first pushes the other wall's row out.
        if self.along <= self.across && self.along + w <= SIDE - 0.2 || self.across + d > SIDE - 0.2
        {
            let x = (self.along + 0.15).min(SIDE - w - 0.1);
            self.along = x + w + 0.2;
            self.across = self.across.max(if x < 1.0 { d + 0.4 } else { 0.0 });
            return [x, 0.08, 0.0];
        }
        let y = (self.across + 0.15).min(SIDE - d - 0.1);
        self.across = y + d + 0.2;
        [0.08, y, 0.0]
    }
}

/// Furniture that is built from blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Bed,
    Bunk,
    Desk,
    Table,
    Chair,
    Sofa,
    Armchair,
    Shelf,
    Wardrobe,
    Stand,
    Plant,
    Lamp,
    Fridge,
    Stove,
    Tub,
    Sink,
    Toilet,
    Screen,
    /// A counter that one stands behind.
    Counter,
}

/// Returns the furniture that a noun names.
pub(super) fn furnishing(noun: &str) -> Option<Kind> {
    const WORDS: &[(&str, Kind)] = &[
        ("bunk bed", Kind::Bunk),
        ("bunk", Kind::Bunk),
        ("bed", Kind::Bed),
        ("desk", Kind::Desk),
        ("coffee table", Kind::Table),
        ("table", Kind::Table),
        ("armchair", Kind::Armchair),
        ("chair", Kind::Chair),
        ("stool", Kind::Chair),
        ("sofa", Kind::Sofa),
        ("couch", Kind::Sofa),
        ("bookshelf", Kind::Shelf),
        ("bookcase", Kind::Shelf),
        ("shelf", Kind::Shelf),
        ("wardrobe", Kind::Wardrobe),
        ("cupboard", Kind::Wardrobe),
        ("cabinet", Kind::Stand),
        ("dresser", Kind::Stand),
        ("nightstand", Kind::Stand),
        ("counter", Kind::Counter),
        ("bar", Kind::Counter),
        ("reception", Kind::Counter),
        ("plant", Kind::Plant),
        ("lamp", Kind::Lamp),
        ("fridge", Kind::Fridge),
        ("refrigerator", Kind::Fridge),
        ("stove", Kind::Stove),
        ("oven", Kind::Stove),
        ("bathtub", Kind::Tub),
        ("tub", Kind::Tub),
        ("sink", Kind::Sink),
        ("toilet", Kind::Toilet),
        ("tv", Kind::Screen),
        ("television", Kind::Screen),
    ];
    WORDS
        .iter()
        .find(|(word, _)| noun == *word || noun.ends_with(&format!(" {word}")))
        .map(|(_, kind)| *kind)
}

impl Kind {
    /// Sides along the first and the second axis, in steps.
    pub(super) fn footprint(self) -> (f32, f32) {
        match self {
            Self::Bed => (2.4, 3.2),
            Self::Bunk => (1.9, 3.2),
            Self::Desk => (2.2, 1.1),
            Self::Table => (1.8, 1.3),
            Self::Chair => (0.75, 0.75),
            Self::Sofa => (1.2, 2.8),
            Self::Armchair => (1.2, 1.2),
            Self::Shelf | Self::Wardrobe => (1.7, 0.7),
            Self::Stand => (0.95, 0.8),
            Self::Plant | Self::Lamp => (0.6, 0.6),
            Self::Fridge => (1.0, 0.95),
            Self::Stove | Self::Sink => (1.2, 0.95),
            Self::Tub => (1.3, 2.6),
            Self::Toilet => (0.8, 1.0),
            Self::Screen => (1.9, 0.6),
            Self::Counter => (3.2, 0.9),
        }
    }

    /// Height of what one puts things on, or sits on, in steps.
    pub(super) fn height(self) -> f32 {
        match self {
            Self::Bed | Self::Bunk => 0.8,
            Self::Desk => 1.22,
            Self::Table => 0.87,
            Self::Chair => 0.7,
            Self::Sofa | Self::Armchair => 0.6,
            Self::Shelf | Self::Wardrobe => 3.0,
            Self::Stand => 0.95,
            Self::Counter => 1.42,
            Self::Fridge => 2.6,
            Self::Stove => 1.13,
            Self::Sink => 1.2,
            Self::Tub => 0.75,
            Self::Toilet => 0.7,
            Self::Screen => 0.6,
            Self::Plant | Self::Lamp => 0.5,
        }
    }

    pub(super) fn stands_free(self) -> bool {
        matches!(
            self,
            Self::Table | Self::Chair | Self::Armchair | Self::Counter
        )
    }

    pub(super) fn parts(self, at: [f32; 3], tint: Option<Rgba>, rng: &mut Rng) -> Vec<Part> {
        match self {
            Self::Bunk => self.bunk(at, tint, rng),
            Self::Bed | Self::Chair | Self::Sofa | Self::Armchair => self.rest(at, tint, rng),
            Self::Fridge | Self::Stove | Self::Plant | Self::Lamp => self.cook(at, tint),
            Self::Tub | Self::Sink | Self::Toilet => self.wash(at, tint, rng),
            Self::Shelf => self.shelves(at, tint, rng),
            Self::Counter => self.bar(at, tint, rng),
            _ => self.board(at, tint, rng),
        }
    }

    /// Two beds between four posts, one over the other.
    fn bunk(self, at: [f32; 3], tint: Option<Rgba>, rng: &mut Rng) -> Vec<Part> {
        const POST: f32 = 0.16;
        const HIGH: f32 = 3.2;
        const UPPER: f32 = 1.75;
        let (w, d) = self.footprint();
        let b = placed(at);
        let (wood, _) = wooden(None, rng);
        let cloth = tint.unwrap_or_else(|| Oklch::new(0.62, 0.12, rng.range(0.0, 360.0)).rgba());
        let white = Rgba::hex(0xf4f6f8);
        let post = |x: f32, y: f32| b([x, y, 0.0], [POST, POST, HIGH], lighter(wood, -0.05));
        let mut parts = vec![post(0.0, 0.0), post(w - POST, 0.0), post(0.0, d - POST)];
        for z in [0.25, UPPER] {
            parts.extend([
                b([0.0, 0.0, z], [w, d, 0.24], wood),
                b([0.1, 0.1, z + 0.24], [w - 0.2, d - 0.2, 0.24], white),
                b([w * 0.22, 0.2, z + 0.48], [w * 0.56, 0.6, 0.14], white),
                b([0.06, 1.1, z + 0.26], [w - 0.12, d - 1.16, 0.28], cloth),
            ]);
        }
        parts.push(post(w - POST, d - POST));
        parts
    }

    /// Beds, chairs and sofas.
    fn rest(self, at: [f32; 3], tint: Option<Rgba>, rng: &mut Rng) -> Vec<Part> {
        let (w, d) = self.footprint();
        let b = placed(at);
        let (wood, own) = wooden(tint, rng);
        let cloth = tint.unwrap_or_else(|| Oklch::new(0.62, 0.12, rng.range(0.0, 360.0)).rgba());
        let white = Rgba::hex(0xf4f6f8);
        match self {
            Self::Bed => vec![
                b([0.0, 0.0, 0.0], [w, 0.2, 1.5], own_wood(tint, wood)),
                b([0.0, 0.2, 0.0], [w, d - 0.2, 0.4], wood),
                b([0.08, 0.2, 0.4], [w - 0.16, d - 0.26, 0.3], white),
                b([0.2, 0.28, 0.7], [w * 0.36, 0.6, 0.18], white),
                b([w * 0.54, 0.28, 0.7], [w * 0.36, 0.6, 0.18], white),
                b([0.04, 1.15, 0.42], [w - 0.08, d - 1.15, 0.36], cloth),
                b(
                    [0.04, 1.15, 0.78],
                    [w - 0.08, 0.4, 0.03],
                    lighter(cloth, 0.1),
                ),
            ],
            Self::Chair => {
                let mut parts = vec![b([0.0, 0.0, 0.62], [0.12, w, 0.8], own)];
                for (lx, ly) in [
                    (0.0, 0.0),
                    (w - 0.12, 0.0),
                    (0.0, w - 0.12),
                    (w - 0.12, w - 0.12),
                ] {
                    parts.push(b([lx, ly, 0.0], [0.12, 0.12, 0.6], lighter(own, -0.06)));
                }
                parts.push(b([0.0, 0.0, 0.58], [w, w, 0.12], own));
                parts
            }
            Self::Sofa | Self::Armchair => vec![
                b([0.0, 0.0, 0.0], [0.36, d, 1.25], cloth),
                b(
                    [0.36, 0.0, 0.0],
                    [w - 0.36, 0.3, 0.8],
                    lighter(cloth, -0.01),
                ),
                b(
                    [0.36, 0.3, 0.0],
                    [w - 0.36, d - 0.6, 0.48],
                    lighter(cloth, 0.02),
                ),
                b(
                    [0.38, 0.34, 0.48],
                    [w - 0.42, (d - 0.68) / 2.0, 0.12],
                    lighter(cloth, 0.05),
                ),
                b(
                    [0.38, 0.34 + (d - 0.68) / 2.0, 0.48],
                    [w - 0.42, (d - 0.68) / 2.0, 0.12],
                    lighter(cloth, 0.05),
                ),
                b([0.36, d - 0.3, 0.0], [w - 0.36, 0.3, 0.8], cloth),
            ],
            _ => Vec::new(),
        }
    }

    /// Desks, tables, shelves and what stands on them.
    fn board(self, at: [f32; 3], tint: Option<Rgba>, rng: &mut Rng) -> Vec<Part> {
        let (w, d) = self.footprint();
        let b = placed(at);
        let (_, own) = wooden(tint, rng);
        match self {
            Self::Desk | Self::Table => {
                let high = if self == Self::Desk { 1.1 } else { 0.75 };
                let mut parts = Vec::new();
                for (lx, ly) in [
                    (0.06, 0.06),
                    (w - 0.2, 0.06),
                    (0.06, d - 0.2),
                    (w - 0.2, d - 0.2),
                ] {
                    parts.push(b([lx, ly, 0.0], [0.14, 0.14, high], lighter(own, -0.05)));
                }
                parts.push(b([0.0, 0.0, high], [w, d, 0.12], own));
                if self == Self::Desk {
                    parts.push(b(
                        [w * 0.3, 0.2, high + 0.12],
                        [0.5, 0.2, 0.06],
                        Rgba::hex(0x3a414d),
                    ));
                    parts.push(b(
                        [w * 0.2, 0.26, high + 0.2],
                        [1.0, 0.06, 0.62],
                        Rgba::hex(0x2b303a),
                    ));
                    parts.push(b(
                        [w * 0.2 + 0.06, 0.32, high + 0.26],
                        [0.88, 0.01, 0.5],
                        Rgba::hex(0x7fd0f0),
                    ));
                    parts.push(b(
                        [w * 0.25, 0.62, high + 0.12],
                        [0.8, 0.26, 0.03],
                        Rgba::hex(0xdfe4ea),
                    ));
                }
                parts
            }
            Self::Wardrobe => vec![
                b([0.0, 0.0, 0.0], [w, d, 3.0], own),
                b(
                    [0.08, d, 0.15],
                    [w / 2.0 - 0.12, 0.03, 2.7],
                    lighter(own, 0.03),
                ),
                b(
                    [w / 2.0 + 0.04, d, 0.15],
                    [w / 2.0 - 0.12, 0.03, 2.7],
                    lighter(own, 0.03),
                ),
            ],
            Self::Stand => vec![
                b([0.0, 0.0, 0.0], [w, d, 0.95], own),
                b([0.08, d, 0.1], [w - 0.16, 0.03, 0.36], lighter(own, 0.05)),
                b([0.08, d, 0.52], [w - 0.16, 0.03, 0.36], lighter(own, 0.05)),
            ],
            Self::Screen => vec![
                b([0.0, 0.0, 0.0], [w, d, 0.6], own),
                b([0.15, 0.2, 0.66], [w - 0.3, 0.1, 0.95], Rgba::hex(0x23272f)),
                b(
                    [0.22, 0.3, 0.74],
                    [w - 0.44, 0.01, 0.8],
                    Rgba::hex(0x5fb4dc),
                ),
            ],
            _ => Vec::new(),
        }
    }

    /// Kitchens and lamps.
    fn cook(self, [x, y, z]: [f32; 3], tint: Option<Rgba>) -> Vec<Part> {
        let (w, d) = self.footprint();
        let b = placed([x, y, z]);
        let white = Rgba::hex(0xf4f6f8);
        match self {
            Self::Fridge => vec![
                b(
                    [0.0, 0.0, 0.0],
                    [w, d, 2.6],
                    tint.unwrap_or(Rgba::hex(0xd9e2ea)),
                ),
                b([0.06, d, 1.7], [w - 0.12, 0.02, 0.84], white),
                b([0.06, d, 0.1], [w - 0.12, 0.02, 1.52], white),
                b(
                    [w - 0.24, d + 0.02, 1.0],
                    [0.06, 0.04, 0.5],
                    Rgba::hex(0x8a97a3),
                ),
            ],
            Self::Stove => vec![
                b([0.0, 0.0, 0.0], [w, d, 1.1], tint.unwrap_or(white)),
                b([0.12, d, 0.16], [w - 0.24, 0.02, 0.6], Rgba::hex(0x2b303a)),
                b([0.15, 0.15, 1.1], [0.34, 0.3, 0.03], Rgba::hex(0x3a3f4b)),
                b([0.7, 0.15, 1.1], [0.34, 0.3, 0.03], Rgba::hex(0x3a3f4b)),
                b([0.15, 0.55, 1.1], [0.34, 0.3, 0.03], Rgba::hex(0x3a3f4b)),
                b([0.7, 0.55, 1.1], [0.34, 0.3, 0.03], Rgba::hex(0x3a3f4b)),
            ],
            Self::Plant => {
                let leaf = Rgba::hex(0x4f9d4d);
                let at = [x + 0.3, y + 0.3];
                vec![
                    b(
                        [0.05, 0.05, 0.0],
                        [0.5, 0.5, 0.5],
                        tint.unwrap_or(Rgba::hex(0xd98a5a)),
                    ),
                    Part::Ball([at[0], at[1], z + 1.05], 0.42, leaf),
                    Part::Ball(
                        [at[0] - 0.2, at[1] + 0.1, z + 1.3],
                        0.3,
                        lighter(leaf, 0.05),
                    ),
                    Part::Ball(
                        [at[0] + 0.2, at[1] - 0.05, z + 1.45],
                        0.28,
                        lighter(leaf, -0.03),
                    ),
                ]
            }
            Self::Lamp => vec![
                b([0.15, 0.15, 0.0], [0.3, 0.3, 0.08], Rgba::hex(0x3a3f4b)),
                b([0.27, 0.27, 0.08], [0.06, 0.06, 2.0], Rgba::hex(0x3a3f4b)),
                Part::Glow([x + 0.3, y + 0.3, z + 2.3], 1.3),
                b(
                    [0.02, 0.02, 2.0],
                    [0.56, 0.56, 0.5],
                    tint.unwrap_or(Rgba::hex(0xf7dc9a)),
                ),
            ],
            _ => Vec::new(),
        }
    }

    /// Bathrooms.
    fn wash(self, at: [f32; 3], tint: Option<Rgba>, rng: &mut Rng) -> Vec<Part> {
        let (w, d) = self.footprint();
        let b = placed(at);
        let (_, own) = wooden(tint, rng);
        let white = Rgba::hex(0xf4f6f8);
        match self {
            Self::Tub => vec![
                b([0.0, 0.0, 0.0], [w, d, 0.75], tint.unwrap_or(white)),
                b(
                    [0.14, 0.14, 0.745],
                    [w - 0.28, d - 0.28, 0.01],
                    Rgba::hex(0x9fdcf0),
                ),
                b([w * 0.45, 0.02, 0.75], [0.1, 0.1, 0.4], Rgba::hex(0x8a97a3)),
            ],
            Self::Sink => vec![
                b([0.0, 0.0, 0.0], [w, d, 1.05], own),
                b([0.0, 0.0, 1.05], [w, d, 0.12], white),
                b(
                    [0.2, 0.2, 1.165],
                    [w - 0.4, d - 0.35, 0.01],
                    Rgba::hex(0x9fdcf0),
                ),
                b(
                    [w * 0.46, 0.06, 1.17],
                    [0.09, 0.09, 0.35],
                    Rgba::hex(0x8a97a3),
                ),
            ],
            Self::Toilet => vec![
                b([0.05, 0.0, 0.0], [0.7, 0.3, 1.3], tint.unwrap_or(white)),
                b([0.1, 0.3, 0.0], [0.6, 0.66, 0.6], tint.unwrap_or(white)),
                b([0.06, 0.28, 0.6], [0.68, 0.72, 0.1], lighter(white, -0.03)),
            ],
            _ => Vec::new(),
        }
    }

    /// Shelves full of books.
    fn shelves(self, at: [f32; 3], tint: Option<Rgba>, rng: &mut Rng) -> Vec<Part> {
        let (w, d) = self.footprint();
        let b = placed(at);
        let (_, own) = wooden(tint, rng);
        match self {
            Self::Shelf => {
                let mut parts = vec![b([0.0, 0.0, 0.0], [w, d * 0.3, 3.0], lighter(own, -0.1))];
                for row in 0..4 {
                    let t = row as f32 * 0.74;
                    parts.push(b([0.0, 0.0, t], [w, d, 0.08], own));
                    let mut at = 0.1;
                    while at < w - 0.25 {
                        let k = rng.range(0.1, 0.2);
                        let hue = Oklch::new(0.62, 0.14, rng.range(0.0, 360.0)).rgba();
                        parts.push(b(
                            [at, d * 0.32, t + 0.08],
                            [k, d * 0.5, rng.range(0.38, 0.58)],
                            hue,
                        ));
                        at += k + 0.02;
                    }
                }
                parts.push(b([w - 0.08, 0.0, 0.0], [0.08, d, 3.0], own));
                parts.push(b([0.0, 0.0, 2.96], [w, d, 0.08], own));
                parts
            }
            _ => Vec::new(),
        }
    }

    /// A counter with a machine on it, to stand behind.
    fn bar(self, at: [f32; 3], tint: Option<Rgba>, rng: &mut Rng) -> Vec<Part> {
        let (w, d) = self.footprint();
        let b = placed(at);
        let (_, own) = wooden(tint, rng);
        let mut parts = vec![
            b([0.0, 0.0, 0.0], [w, d, 1.3], own),
            b(
                [-0.08, -0.08, 1.3],
                [w + 0.16, d + 0.16, 0.12],
                lighter(own, 0.12),
            ),
        ];
        for i in 0..3 {
            let at = 0.15 + i as f32 * (w - 0.2) / 3.0;
            parts.push(b(
                [at, d, 0.15],
                [(w - 0.5) / 3.0, 0.02, 0.95],
                lighter(own, 0.05),
            ));
        }
        parts.push(b([0.25, 0.2, 1.42], [0.6, 0.45, 0.6], Rgba::hex(0x4a5160)));
        parts.push(b([0.35, 0.65, 1.5], [0.4, 0.02, 0.3], Rgba::hex(0xdfe6ec)));
        parts
    }
}

/// Returns a maker of blocks whose corners are counted from a place.
fn placed([x, y, z]: [f32; 3]) -> impl Fn([f32; 3], [f32; 3], Rgba) -> Part {
    move |at, size, color| {
        Part::Block(Block {
            at: [x + at[0], y + at[1], z + at[2]],
            size,
            color,
        })
    }
}

/// Returns a wood, and the colour of a piece made of it: its own if it was asked for.
fn wooden(tint: Option<Rgba>, rng: &mut Rng) -> (Rgba, Rgba) {
    let wood = Rgba::hex(*rng.pick(&[0xa9713f, 0x8a5f3f, 0xc08a56]));
    (wood, tint.unwrap_or(wood))
}

fn own_wood(tint: Option<Rgba>, wood: Rgba) -> Rgba {
    tint.map_or(wood, |t| t.mix(wood, 0.5))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::rect::Rect;

    #[test]
    fn things_along_the_walls_keep_apart() {
        let mut shelf = Shelf::default();
        let kinds = [
            Kind::Bed,
            Kind::Desk,
            Kind::Shelf,
            Kind::Plant,
            Kind::Wardrobe,
            Kind::Lamp,
        ];
        let boxes: Vec<Rect> = kinds
            .iter()
            .map(|k| {
                let (w, d) = k.footprint();
                let [x, y, _] = shelf.spot(*k, w, d);
                Rect::new(x, y, w, d)
            })
            .collect();
        for (i, a) in boxes.iter().enumerate() {
            assert!(a.right() <= SIDE && a.bottom() <= SIDE, "{:?}", kinds[i]);
            assert!(
                boxes[i + 1..].iter().all(|b| a.overlap(b) < 0.01),
                "{:?} {boxes:?}",
                kinds[i]
            );
        }
    }

    #[test]
    fn furniture_is_known_by_its_last_word() {
        assert_eq!(furnishing("kitchen table"), Some(Kind::Table));
        assert_eq!(furnishing("potted plant"), Some(Kind::Plant));
        assert_eq!(furnishing("cat"), None);
    }
}
