//! Skin tones: the set's own variants where it has them, the same colours carried over where it has none.

use std::collections::BTreeMap;

use crate::colour::Rgb;
use crate::objects::{Object, Part, object};

/// The five tones of the Fitzpatrick scale that emoji use; an untoned person is yellow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SkinTone {
    Light,
    MediumLight,
    Medium,
    MediumDark,
    Dark,
}

/// People whose variants teach which colour becomes which.
const MODELS: [&str; 8] = [
    "man-standing",
    "woman-standing",
    "person-standing",
    "boy",
    "girl",
    "child",
    "man",
    "raised-hand",
];

impl SkinTone {
    pub const ALL: [Self; 5] = [
        Self::Light,
        Self::MediumLight,
        Self::Medium,
        Self::MediumDark,
        Self::Dark,
    ];

    fn suffix(self) -> &'static str {
        match self {
            Self::Light => "-light",
            Self::MediumLight => "-medium-light",
            Self::Medium => "-medium",
            Self::MediumDark => "-medium-dark",
            Self::Dark => "-dark",
        }
    }
}

impl Object {
    /// Returns the object with that skin tone, and the hair that goes with it in the set; things without skin stay as they are.
    pub fn toned(&self, tone: SkinTone) -> Object {
        if let Some(variant) = object(&format!("{}{}", self.name, tone.suffix())) {
            return variant;
        }
        let learnt = learn(tone);
        let change = |colour: Rgb| learnt.get(&colour).copied().unwrap_or(colour);
        let parts = self
            .parts
            .iter()
            .map(|part| Part {
                paint: part.paint.map(change),
                ..part.clone()
            })
            .collect();
        match self.has_skin() {
            true => Object {
                parts,
                ..self.clone()
            },
            false => self.clone(),
        }
    }

    /// Returns whether the object shows skin that has tones.
    pub fn has_skin(&self) -> bool {
        use crate::kinds::Category;
        matches!(
            self.kind().category,
            Category::Person | Category::Face | Category::Body
        ) && self
            .parts
            .iter()
            .any(|part| SKIN.contains(&part.paint.colour()))
    }
}

/// The yellows of an untoned person's skin.
const SKIN: [Rgb; 2] = [[0xFF, 0xC8, 0x3D], [0xFF, 0xB0, 0x2E]];

/// Returns what becomes of each colour, from the parts that differ only in colour between a model and its variant.
fn learn(tone: SkinTone) -> BTreeMap<Rgb, Rgb> {
    let mut map = BTreeMap::new();
    for name in MODELS {
        let (Some(plain), Some(toned)) =
            (object(name), object(&format!("{name}{}", tone.suffix())))
        else {
            continue;
        };
        for (a, b) in plain
            .parts
            .iter()
            .zip(&toned.parts)
            .filter(|(a, b)| a.path == b.path)
        {
            map.entry(a.paint.colour()).or_insert(b.paint.colour());
        }
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_differ_and_reach_drawn_people() {
        for name in ["woman-standing", "boy-standing", "waving-hand", "family"] {
            let plain = object(name).unwrap();
            assert!(plain.has_skin(), "{name}");
            let mut seen = vec![
                plain
                    .parts
                    .iter()
                    .map(|p| p.paint.clone())
                    .collect::<Vec<_>>(),
            ];
            for tone in SkinTone::ALL {
                let paints: Vec<_> = plain
                    .toned(tone)
                    .parts
                    .iter()
                    .map(|p| p.paint.clone())
                    .collect();
                assert!(!seen.contains(&paints), "{name} {tone:?}");
                seen.push(paints);
            }
        }
    }

    #[test]
    fn things_have_no_skin() {
        for name in ["banana", "cat", "slightly-smiling-face", "ball"] {
            let plain = object(name).unwrap();
            assert_eq!(plain.toned(SkinTone::Dark).parts, plain.parts, "{name}");
        }
    }
}
