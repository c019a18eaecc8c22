//! From a noun to the object that shows it.

use std::sync::OnceLock;

use crate::kinds;
use crate::objects::{Object, object};

/// The object that was found for a noun.
#[derive(Clone, Debug)]
pub struct Match {
    pub object: Object,
    /// The object is what the noun says; otherwise it is the nearest thing there is.
    pub exact: bool,
    /// What to tell the user when the match is not exact ("cottage cheese" drawn as "cheese").
    pub note: Option<String>,
}

/// The least letters that a word keeps when an ending is taken off.
const STEM_MIN: usize = 3;

/// Plurals that no ending rule undoes.
const IRREGULAR: &[(&str, &str)] = &[
    ("children", "child"),
    ("cacti", "cactus"),
    ("dice", "die"),
    ("feet", "foot"),
    ("geese", "goose"),
    ("gentlemen", "gentleman"),
    ("halves", "half"),
    ("hooves", "hoof"),
    ("kids", "kid"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("lice", "louse"),
    ("loaves", "loaf"),
    ("men", "man"),
    ("mice", "mouse"),
    ("octopi", "octopus"),
    ("oxen", "ox"),
    ("people", "person"),
    ("policemen", "policeman"),
    ("scarves", "scarf"),
    ("shelves", "shelf"),
    ("snowmen", "snowman"),
    ("firemen", "fireman"),
    ("teeth", "tooth"),
    ("thieves", "thief"),
    ("wives", "wife"),
    ("wolves", "wolf"),
    ("women", "woman"),
];

/// Returns the object for a noun or short noun phrase in English, singular or plural.
///
/// Whole phrases are tried first, then ever fewer of their leading words ("little wooden chair" → "wooden chair" → "chair"), so
/// a match may stand for the head noun alone; then it is not exact and says so. Among equals the table's nouns come before the
/// things that merely resemble an object, and those before the objects' own names.
pub fn find_object(noun: &str) -> Option<Match> {
    find_object_among(noun, |_| None)
}

/// As [`find_object`], with a thesaurus: `kind_of` gives the kind of thing that a phrase in the singular names, if it knows it.
pub fn find_object_among(
    noun: &str,
    kind_of: impl Fn(&str) -> Option<&'static str>,
) -> Option<Match> {
    let words: Vec<String> = noun
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == 'ñ'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let words = match words.first().map(String::as_str) {
        Some("a" | "an" | "the" | "some") => &words[1..],
        _ => &words[..],
    };
    (0..words.len()).find_map(|from| {
        let phrase = words[from..].join(" ");
        let forms = forms(&phrase);
        let found = forms.iter().find_map(|form| lookup(form));
        let (name, exact) = match found {
            Some((name, true)) => (name, true),
            near => forms
                .iter()
                .find_map(|form| kind_of(form))
                .and_then(|kind| lookup(&key(kind)))
                .map(|(name, _)| (name, false))
                .or(near)?,
        };
        let object = object(name)?;
        let exact = exact && from == 0;
        let note =
            (!exact).then(|| format!("\"{}\" is drawn as \"{}\"", words.join(" "), called(name)));
        Some(Match {
            object,
            exact,
            note,
        })
    })
}

/// Returns what one calls the object of that name.
fn called(name: &str) -> String {
    let kind = kinds::Kind::of(name);
    kind.nouns
        .first()
        .map_or_else(|| name.replace('-', " "), |noun| noun.to_string())
}

/// How a word came to name an object, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Noun,
    Near,
    Name,
}

fn lookup(phrase: &str) -> Option<(&'static str, bool)> {
    static INDEX: OnceLock<Vec<(String, Source, &str)>> = OnceLock::new();
    let index = INDEX.get_or_init(|| {
        let mut rows = Vec::new();
        for (name, kind) in kinds::table() {
            rows.extend(
                kind.nouns
                    .iter()
                    .map(|noun| (key(noun), Source::Noun, *name)),
            );
            rows.extend(
                kind.near
                    .iter()
                    .map(|noun| (key(noun), Source::Near, *name)),
            );
        }
        rows.extend(
            crate::objects::object_names().map(|name| (name.replace('-', " "), Source::Name, name)),
        );
        rows.sort();
        rows.dedup_by(|later, first| later.0 == first.0);
        rows
    });
    let at = index
        .binary_search_by(|row| row.0.as_str().cmp(phrase))
        .ok()?;
    Some((index[at].2, index[at].1 != Source::Near))
}

/// Hyphens and spaces are the same to the reader.
fn key(noun: &str) -> String {
    noun.replace('-', " ")
}

/// Returns the phrase as given, then with its last word in the singular, then without blanks ("tea pot").
fn forms(phrase: &str) -> Vec<String> {
    let (lead, last) = phrase
        .rsplit_once(' ')
        .map_or(("", phrase), |(lead, last)| (lead, last));
    let mut out = vec![phrase.to_string()];
    for singular in singulars(last) {
        out.push(if lead.is_empty() {
            singular
        } else {
            format!("{lead} {singular}")
        });
    }
    if !lead.is_empty() {
        out.push(phrase.replace(' ', ""));
    }
    out
}

fn singulars(word: &str) -> Vec<String> {
    if let Some((_, singular)) = IRREGULAR.iter().find(|(plural, _)| *plural == word) {
        return vec![singular.to_string()];
    }
    let mut out = Vec::new();
    let mut ending = |suffix: &str, instead: &str| {
        if let Some(stem) = word
            .strip_suffix(suffix)
            .filter(|stem| stem.len() >= STEM_MIN - 1)
        {
            out.push(format!("{stem}{instead}"));
        }
    };
    ending("'s", "");
    ending("ies", "y");
    ending("ves", "f");
    ending("es", "");
    if !word.ends_with("ss") {
        ending("s", "");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(noun: &str, name: &str, exact: bool) {
        let found = find_object(noun).unwrap_or_else(|| panic!("nothing for {noun}"));
        assert_eq!((found.object.name, found.exact), (name, exact), "{noun}");
        assert_eq!(found.note.is_none(), exact);
    }

    #[test]
    fn nouns_find_their_object() {
        for (noun, name) in [
            ("cat", "cat"),
            ("a dog", "dog"),
            ("cats", "cat"),
            ("mice", "mouse"),
            ("apples", "red-apple"),
            ("wine glasses", "wine-glass"),
            ("Hot-Air Balloons", "hot-air-balloon"),
            ("strawberries", "strawberry"),
            ("the Moon", "crescent-moon"),
            ("tea pot", "teapot"),
            ("hyena", "sitting-wolf"),
        ] {
            check(noun, name, noun != "hyena");
        }
    }

    #[test]
    fn the_head_noun_stands_in_for_the_phrase() {
        check("fluffy wooden chair", "chair", false);
        check("labrador", "dog", false);
        let note = find_object("labrador").and_then(|found| found.note);
        assert_eq!(note.as_deref(), Some("\"labrador\" is drawn as \"dog\""));
    }

    #[test]
    fn nonsense_finds_nothing() {
        assert!(find_object("").is_none());
        assert!(find_object("the").is_none());
        assert!(find_object("qwertzuiop").is_none());
    }
}
