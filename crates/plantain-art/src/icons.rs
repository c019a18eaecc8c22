//! The line icons: 24 by 24 units, strokes two units wide with round caps and joins.

use std::sync::{LazyLock, OnceLock};

use kurbo::BezPath;

use crate::pack::{Reader, unpacked};

static DATA: LazyLock<Vec<u8>> =
    LazyLock::new(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/icons.bin"))));
/// `word`, tab, `icon name`: what an interface calls things, where the set's own tags don't say it.
static WORDS: &str = include_str!("../data/icon_words.tsv");

/// A line icon on a 24 by 24 grid.
#[derive(Clone, Debug)]
pub struct Icon {
    pub name: &'static str,
    pub tags: Vec<&'static str>,
    at: usize,
}

impl Icon {
    /// Width and height of the grid.
    pub const GRID: f64 = 24.0;
    /// Width of the strokes, in grid units; caps and joins are round.
    pub const STROKE: f64 = 2.0;

    /// Returns the paths to stroke.
    pub fn paths(&self) -> Vec<BezPath> {
        self.decode().into_iter().map(|(path, _)| path).collect()
    }

    /// Returns those of [`Icon::paths`] whose inside is filled too (dots, mostly).
    pub fn fills(&self) -> Vec<BezPath> {
        self.decode()
            .into_iter()
            .filter(|(_, filled)| *filled)
            .map(|(path, _)| path)
            .collect()
    }

    fn decode(&self) -> Vec<(BezPath, bool)> {
        let mut reader = Reader::new(&DATA, self.at);
        (0..reader.varint())
            .map(|_| {
                let filled = reader.byte() != 0;
                (reader.path(), filled)
            })
            .collect()
    }
}

/// Returns every icon, sorted by name.
pub fn icons() -> &'static [Icon] {
    static ICONS: OnceLock<Vec<Icon>> = OnceLock::new();
    ICONS.get_or_init(|| {
        let mut reader = Reader::new(&DATA, 4);
        (0..reader.varint())
            .map(|_| {
                let length = reader.varint();
                let start = reader.position();
                let name = reader.text();
                let tags = (0..reader.varint()).map(|_| reader.text()).collect();
                let at = reader.position();
                reader.skip(start + length - at);
                Icon { name, tags, at }
            })
            .collect()
    })
}

/// Returns the icon of that name (`"shopping-bag"`).
pub fn icon(name: &str) -> Option<&'static Icon> {
    let all = icons();
    all.binary_search_by(|icon| icon.name.cmp(name))
        .ok()
        .map(|at| &all[at])
}

/// Returns the icon that fits a word or short phrase (`"orders"`, `"total revenue"`, `"Sign out"`) best, if any does.
///
/// The whole phrase is tried first, then its words from last to first, since the last one is the head noun. The first match
/// in the order name, interface words, tags wins; among equals the shortest and then alphabetically first name.
pub fn find_icon(phrase: &str) -> Option<&'static Icon> {
    let words: Vec<String> = phrase
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() {
        return None;
    }
    let mut tries = vec![words.join(" ")];
    if words.len() > 1 {
        tries.extend(words.windows(2).rev().map(|pair| pair.join(" ")));
        tries.extend(words.iter().rev().cloned());
    }
    tries.iter().find_map(|text| lookup(text))
}

/// As [`find_icon`] for one word, by names and interface words alone: tags are too weak for a word out of a sentence.
pub fn find_icon_named(word: &str) -> Option<&'static Icon> {
    named(&forms(&word.to_lowercase()))
}

fn named(forms: &[String]) -> Option<&'static Icon> {
    let by_name = || forms.iter().find_map(|form| icon(&form.replace(' ', "-")));
    let by_word = || {
        forms
            .iter()
            .find_map(|form| interface_word(form))
            .and_then(icon)
    };
    by_word().or_else(by_name)
}

fn lookup(text: &str) -> Option<&'static Icon> {
    let forms = forms(text);
    let by_tag = || {
        let tagged = icons().iter().filter(|icon| {
            icon.tags
                .iter()
                .any(|tag| forms.iter().any(|form| form == tag))
        });
        tagged.min_by_key(|icon| (icon.name.matches('-').count(), icon.name.len(), icon.name))
    };
    named(&forms).or_else(by_tag)
}

/// The text as given and in the singular.
fn forms(text: &str) -> Vec<String> {
    let mut out = vec![text.to_string()];
    if let Some(stem) = text.strip_suffix("ies").filter(|s| s.len() > 2) {
        out.push(format!("{stem}y"));
    }
    if let Some(stem) = text
        .strip_suffix("es")
        .filter(|s| s.ends_with(['s', 'x', 'h', 'z']))
    {
        out.push(stem.to_string());
    }
    if let Some(stem) = text
        .strip_suffix('s')
        .filter(|s| s.len() > 2 && !s.ends_with('s'))
    {
        out.push(stem.to_string());
    }
    out
}

fn interface_word(word: &str) -> Option<&'static str> {
    static TABLE: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut rows: Vec<_> = WORDS
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .flat_map(|(name, words)| words.split(", ").map(move |word| (word, name)))
            .collect();
        rows.sort_unstable();
        rows
    });
    table
        .binary_search_by(|row| row.0.cmp(word))
        .ok()
        .map(|at| table[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_paths_within_its_grid() {
        assert!(icons().len() > 1800);
        assert!(icons().windows(2).all(|pair| pair[0].name < pair[1].name));
        for icon in icons() {
            let paths = icon.paths();
            assert!(!paths.is_empty(), "{}", icon.name);
            for path in paths {
                let bounds = kurbo::Shape::bounding_box(&path);
                assert!(
                    bounds.x0 >= 0.0 && bounds.x1 <= 24.0 && bounds.y0 >= 0.0 && bounds.y1 <= 24.0,
                    "{} {bounds:?}",
                    icon.name
                );
            }
        }
    }

    #[test]
    fn words_find_their_icon() {
        let check = |phrase: &str, name: &str| {
            assert_eq!(find_icon(phrase).map(|i| i.name), Some(name), "{phrase}")
        };
        check("shopping-bag", "shopping-bag");
        check("orders", "shopping-bag");
        check("Total revenue", "circle-dollar-sign");
        check("Sign out", "log-out");
        check("batteries", "battery");
        check("notifications", "bell");
        assert!(find_icon("").is_none() && find_icon("zzxqy").is_none());
        assert_eq!(
            find_icon_named("orders").map(|i| i.name),
            Some("shopping-bag")
        );
    }

    #[test]
    fn interface_words_name_icons_once() {
        let mut seen = std::collections::BTreeSet::new();
        for (name, words) in WORDS.lines().filter_map(|line| line.split_once('\t')) {
            assert!(icon(name).is_some(), "there is no icon {name}");
            for word in words.split(", ") {
                assert!(seen.insert(word), "{word} is listed twice");
            }
        }
    }
}
