//! Plates: drawn subjects with the places of their parts.

use plantain_scene::Node;
use plantain_scene::color::Rgba;

use crate::components::diagram::Entry;
use crate::components::diagram::drawing::Frame;

/// A part of a drawing: words that name it, in several languages, and where it is.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Lower-case beginnings of words or phrases, the most telling first.
    pub names: &'static [&'static str],
    pub at: (f32, f32),
}

/// Shorthand for a part.
pub const fn part(names: &'static [&'static str], at: (f32, f32)) -> Part {
    Part { names, at }
}

/// A drawn subject.
pub struct Plate {
    /// Words in a prompt that ask for it.
    pub names: &'static [&'static str],
    /// English title.
    pub title: &'static str,
    /// Width and height of the drawing.
    pub view: (f32, f32),
    pub draw: fn(&Frame) -> Vec<Node>,
    pub parts: &'static [Part],
}

/// Shorthand for fixed colours of drawings.
pub const fn ink(rgb: u32) -> Rgba {
    Rgba::hex(rgb)
}

/// Finds the place of each label, in the drawing's coordinates; the flag says that it was found by name.
///
/// A label takes the part whose longest name it holds. Labels that name no part take what is left, in order.
pub fn places(parts: &[Part], entries: &[Entry]) -> Vec<((f32, f32), bool)> {
    let mut taken = vec![false; parts.len()];
    let mut found: Vec<Option<usize>> = vec![None; entries.len()];
    // Longer names first, so that "outer core" is not taken for "core".
    let mut fits: Vec<(usize, usize, usize)> = Vec::new();
    for (e, entry) in entries.iter().enumerate() {
        let text = entry.text.to_lowercase();
        for (p, part) in parts.iter().enumerate() {
            let longest = part
                .names
                .iter()
                .filter(|name| text.contains(*name))
                .map(|name| name.chars().count())
                .max();
            fits.extend(longest.map(|long| (long, e, p)));
        }
    }
    fits.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (_, e, p) in fits {
        if found[e].is_none() && !taken[p] {
            (found[e], taken[p]) = (Some(p), true);
        }
    }
    let mut spare = (0..parts.len())
        .filter(|p| !taken[*p])
        .collect::<Vec<_>>()
        .into_iter();
    found
        .into_iter()
        .enumerate()
        .map(
            |(n, part)| match part.or_else(|| spare.next().filter(|_| part.is_none())) {
                Some(p) => (parts[p].at, part.is_some()),
                None => {
                    let first = parts.first().map_or((0.0, 0.0), |p| p.at);
                    (
                        (first.0 + 14.0 * n as f32, first.1 + 10.0 * n as f32),
                        false,
                    )
                }
            },
        )
        .collect()
}

/// Beginnings of words that name parts, with the English words that are printed for them.
const WHOLE: &[(&str, &str)] = &[
    ("vacuol", "vacuole"),
    ("mitochond", "mitochondrion"),
    ("golgi", "Golgi apparatus"),
    ("endoplasm", "endoplasmic reticulum"),
    ("ribosom", "ribosome"),
    ("nucleol", "nucleolus"),
    ("lysosom", "lysosome"),
    ("centriol", "centriole"),
    ("starch", "starch grain"),
    ("membrane", "cell membrane"),
    ("cement", "cementum"),
    ("blood", "blood vessels"),
    ("vitreous", "vitreous body"),
    ("ciliary", "ciliary body"),
    ("aqueous", "aqueous humour"),
    ("superior vena", "superior vena cava"),
    ("inferior vena", "inferior vena cava"),
    ("phalan", "phalanges"),
    ("carpal", "carpals"),
    ("tarsal", "tarsals"),
    ("rib", "ribs"),
    ("covalent", "covalent bond"),
    ("double", "double bond"),
    ("photosynthes", "photosynthesis"),
];

/// The parts that a prompt names in passing ("a volcano magma chamber vent crater"), in its order; all of them by their
/// English names when it names fewer than two.
pub fn told_parts(parts: &[Part], prompt: &str, english: bool) -> Vec<Entry> {
    let lower = prompt.to_lowercase();
    let mut told: Vec<(usize, &str)> = Vec::new();
    for part in parts {
        let found = part
            .names
            .iter()
            .filter_map(|name| Some((lower.find(name)?, *name)))
            .max_by_key(|(_, name)| name.chars().count());
        told.extend(found);
    }
    told.sort_unstable();
    let text = |name: &str| {
        let whole = WHOLE.iter().find(|known| known.0 == name);
        crate::components::ui::supply::capital(whole.map_or(name, |known| known.1))
    };
    if told.len() >= 2 {
        return told
            .into_iter()
            .map(|(_, name)| Entry::filler(text(name)))
            .collect();
    }
    let all = parts.iter().filter(|_| english);
    all.filter_map(|part| part.names.first())
        .map(|name| Entry::filler(text(name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_wins() {
        let parts = [
            Part {
                names: &["core"],
                at: (1.0, 1.0),
            },
            Part {
                names: &["outer core"],
                at: (2.0, 2.0),
            },
        ];
        let entries = [Entry::filler("Outer core"), Entry::filler("Core")];
        let got = places(&parts, &entries);
        assert_eq!(got[0], ((2.0, 2.0), true));
        assert_eq!(got[1], ((1.0, 1.0), true));
    }

    #[test]
    fn unknown_labels_get_a_place_of_their_own() {
        let parts = [
            Part {
                names: &["a-part"],
                at: (1.0, 1.0),
            },
            Part {
                names: &["b-part"],
                at: (2.0, 2.0),
            },
        ];
        let entries = [Entry::filler("x"), Entry::filler("y"), Entry::filler("z")];
        let got = places(&parts, &entries);
        assert!(got.iter().all(|g| !g.1));
        assert_ne!(got[0].0, got[1].0);
        assert_ne!(got[1].0, got[2].0);
    }
}
