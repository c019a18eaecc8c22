//! The thing itself with its motif printed on it: shirt, hoodie, tote, mug, cap.

use plantain_read::Brief;
use plantain_scene::build::*;
use plantain_scene::color::Rgba;
use plantain_scene::node::Node;

use super::{lines_in, subject, texts};
use crate::components::print::art::centred;
use crate::components::print::{Archetype, Zone, inks_on};

/// What a motif is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Garment {
    Shirt,
    Hoodie,
    Tote,
    Mug,
    Cap,
}

/// Words for what motifs are printed on.
const NAMES: &[(&str, Garment)] = &[
    ("t-shirt", Garment::Shirt),
    ("tshirt", Garment::Shirt),
    ("tee", Garment::Shirt),
    ("shirt", Garment::Shirt),
    ("jersey", Garment::Shirt),
    ("hoodie", Garment::Hoodie),
    ("sweatshirt", Garment::Hoodie),
    ("tote", Garment::Tote),
    ("mug", Garment::Mug),
    ("cup", Garment::Mug),
    ("cap", Garment::Cap),
];

/// Words that ask for the motif alone, ready to be printed.
const ALONE: &[&str] = &[
    "design",
    "motif",
    "print",
    "graphic",
    "artwork",
    "vector",
    "slogan",
    "text",
    "embroidery",
    "tattoo",
];

/// Returns the thing that the prompt asks for with its motif, and the colour of its cloth.
pub(super) fn asked(brief: &Brief) -> Option<(Garment, Rgba)> {
    let heard = brief.heard();
    let words: Vec<&str> = heard
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let garment = |word: &str| {
        NAMES
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, garment)| *garment)
    };
    let found = words.iter().find_map(|word| garment(word))?;
    let alone = words
        .windows(2)
        .any(|pair| ALONE.contains(&pair[1]) && garment(pair[0]).is_some())
        || words
            .windows(2)
            .any(|pair| ALONE.contains(&pair[0]) && pair[1] == "for");
    if alone {
        return None;
    }
    // "black tee", "navy blue cotton hoodie": a colour not far before the thing.
    let cloth = words
        .iter()
        .enumerate()
        .filter(|(_, word)| garment(word).is_some())
        .find_map(|(at, _)| {
            words[at.saturating_sub(3)..at]
                .iter()
                .rev()
                .find_map(|word| plantain_read::color_of(word, "en"))
        });
    let [r, g, b] = cloth.unwrap_or([250, 249, 246]);
    Some((found, Rgba::rgb(r, g, b)))
}

/// The thing lies on a quiet ground, its motif in the middle of it.
pub(super) const WORN: Archetype = Archetype {
    name: "printed thing",
    reason: "The motif is shown where it will be worn: printed on the thing, on a quiet ground.",
    suits: |_| 1.3,
    build: |page| {
        let (garment, cloth) = asked(page.studio.brief).unwrap_or((Garment::Shirt, Rgba::WHITE));
        let side = page.full.w.min(page.full.h) * 0.9;
        let zone = centred(page.full, side);
        let ground = Rgba::hex(if cloth.is_dark() { 0xe9e5df } else { 0xc9c3ba });
        let tint = page.theme.token(plantain_scene::color::Token::Accent);
        let mut root = stack()
            .role("page")
            .fill_w()
            .fill_h()
            .fill(ground.mix(tint, 0.06));
        root = root.children(garment.draw(zone, cloth));
        let inks = inks_on(page.studio, page.theme, cloth);
        let field = garment.field(zone);
        let lines = texts(page);
        let alone = page.art.is_empty() && !lines.is_empty();
        let (art, words) = match (lines.is_empty(), alone) {
            (true, _) => (Some(field), None),
            (false, true) => (None, Some(field)),
            _ => {
                let (top, low) = field.rows(0.66, field.h * 0.03);
                (Some(top), Some(low))
            }
        };
        if let Some(art) = art {
            root = root.children(subject(page, art, &inks));
        }
        root.children(words.and_then(|zone| lines_in(page, &lines, zone, &inks, 0.5)))
    },
};

impl Garment {
    /// Where the motif is printed.
    fn field(self, zone: Zone) -> Zone {
        let (x, y, w, h) = match self {
            Self::Shirt => (0.31, 0.27, 0.38, 0.44),
            Self::Hoodie => (0.32, 0.33, 0.36, 0.28),
            Self::Tote => (0.26, 0.42, 0.48, 0.46),
            Self::Mug => (0.17, 0.28, 0.46, 0.46),
            Self::Cap => (0.34, 0.3, 0.3, 0.24),
        };
        Zone::new(
            zone.x + zone.w * x,
            zone.y + zone.h * y,
            zone.w * w,
            zone.h * h,
        )
    }

    /// Outline, shaded parts and seams, in hundredths of a square.
    fn paths(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Shirt => (
                "M33 8 L14 15 Q10 17 8 21 L0 41 L15 48 L21 38 L21 94 Q21 96 23 96 L77 96 Q79 96 79 94 L79 38 L85 48 L100 41 L92 21 Q90 17 86 15 L67 8 Q50 22 33 8 Z",
                "M21 38 Q25 56 22 96 L28 96 Q30 62 21 38 Z M79 38 Q75 56 78 96 L72 96 Q70 62 79 38 Z",
                "M30 9.4 Q50 27 70 9.4 M2.4 36 L17.6 43 M97.6 36 L82.4 43 M21 92.6 L79 92.6",
            ),
            Self::Hoodie => (
                "M35 14 Q30 2 50 2 Q70 2 65 14 L84 20 Q88 22 90 28 L99 76 L87 80 L79 48 L79 94 Q79 97 76 97 L24 97 Q21 97 21 94 L21 48 L13 80 L1 76 L10 28 Q12 22 16 20 Z",
                "M35 14 Q36 4 50 4 Q64 4 65 14 Q60 24 50 26 Q40 24 35 14 Z M31 70 L69 70 L76 88 L24 88 Z",
                "M21 92 L79 92 M2 72 L14 76 M98 72 L86 76 M45 26 L44 42 M55 26 L56 42",
            ),
            Self::Tote => (
                "M18 32 L82 32 L86 97 Q86 98 85 98 L15 98 Q14 98 14 97 Z M30 33 Q31 3 50 3 Q69 3 70 33 L65 33 Q64 8 50 8 Q36 8 35 33 Z",
                "M18 32 L82 32 L82.4 38 L17.6 38 Z",
                "M17.4 40 L82.6 40 M31 34 L31 42 M34 34 L34 42 M66 34 L66 42 M69 34 L69 42",
            ),
            Self::Mug => (
                "M10 18 L70 18 L70 82 Q70 90 62 90 L18 90 Q10 90 10 82 Z M70 30 L78 30 Q96 30 96 50 Q96 70 78 70 L70 70 L70 60 L78 60 Q86 60 86 50 Q86 40 78 40 L70 40 Z",
                "M58 18 L70 18 L70 82 Q70 90 62 90 L52 90 Q58 88 58 80 Z",
                "M10 23 L70 23",
            ),
            Self::Cap => (
                "M16 60 Q14 16 50 16 Q84 16 84 60 Z M12 60 L88 60 Q98 72 96 76 Q74 66 50 66 Q26 66 4 76 Q2 72 12 60 Z",
                "M12 60 L88 60 Q98 72 96 76 Q74 66 50 66 Q26 66 4 76 Q2 72 12 60 Z",
                "M50 16 L50 24 M32 60 Q30 30 46 18 M68 60 Q70 30 54 18",
            ),
        }
    }

    fn draw(self, zone: Zone, cloth: Rgba) -> Vec<Node> {
        let (outline, shaded, seams) = self.paths();
        let dark = cloth.mix(Rgba::BLACK, 0.16);
        let seam = if cloth.is_dark() {
            cloth.mix(Rgba::WHITE, 0.16)
        } else {
            cloth.mix(Rgba::BLACK, 0.22)
        };
        let part = |d: &str| zone.hold(path(d.to_owned(), 100.0, 100.0));
        let low = Zone::new(
            zone.x + zone.w * 0.16,
            zone.bottom() - zone.h * 0.04,
            zone.w * 0.68,
            zone.h * 0.05,
        );
        // The back of the collar is seen through the neck.
        let inside = (self == Self::Shirt).then(|| {
            part("M33 8 Q50 2 67 8 Q50 22 33 8 Z")
                .fill(cloth.mix(Rgba::BLACK, 0.38))
                .role("shade")
        });
        let mut nodes: Vec<Node> = inside.into_iter().collect();
        nodes.extend([
            low.hold(ellipse())
                .fill(Rgba::BLACK.faded(0.1))
                .role("shadow"),
            part(outline).fill(cloth).role("garment"),
            part(shaded).fill(dark).opacity(0.55).role("shade"),
            part(seams)
                .stroke(seam, (zone.w * 0.0028).max(1.0))
                .role("seam"),
        ]);
        nodes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_with_a_motif_is_shown_a_design_is_not() {
        for (prompt, want) in [
            (
                "T-shirt with a fox on a bike",
                Some((Garment::Shirt, [250, 249, 246])),
            ),
            (
                "navy hoodie with a lighthouse",
                Some((Garment::Hoodie, [0, 0, 128])),
            ),
            ("t-shirt design with a fox", None),
            ("graphic for a t-shirt, a fox", None),
            (
                "hoodie with a cactus, text STAY SHARP",
                Some((Garment::Hoodie, [250, 249, 246])),
            ),
            (
                "mug that says \"Monday\"",
                Some((Garment::Mug, [250, 249, 246])),
            ),
        ] {
            let found = asked(&plantain_read::read(prompt));
            assert_eq!(found.map(|f| f.0), want.map(|w| w.0), "{prompt}");
            if let (Some((_, cloth)), Some((garment, [r, g, b]))) = (found, want)
                && garment != Garment::Hoodie
            {
                assert_eq!(cloth, Rgba::rgb(r, g, b), "{prompt}");
            }
        }
    }
}
