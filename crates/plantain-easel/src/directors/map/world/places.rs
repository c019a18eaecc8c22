//! The known places of the world and what they are called.

use std::sync::OnceLock;

use super::{Point, rows};

/// Places and areas: kind, names in several languages, longitude and latitude.
pub(super) const PLACES: &str = include_str!("places.tsv");

pub(super) struct Place {
    pub names: Vec<String>,
    pub at: Point,
    pub area: bool,
}

pub(super) fn gazetteer() -> &'static [Place] {
    static ALL: OnceLock<Vec<Place>> = OnceLock::new();
    ALL.get_or_init(|| {
        rows(PLACES)
            .filter_map(|row| {
                let [kind, names, x, y] = row[..] else {
                    return None;
                };
                Some(Place {
                    names: names.split('|').map(str::to_lowercase).collect(),
                    at: (x.parse().ok()?, y.parse().ok()?),
                    area: kind == "area",
                })
            })
            .collect()
    })
}

/// Returns where a text's place lies, and whether it is an area: its longest name that stands in the text as whole words.
pub(super) fn find(text: &str) -> Option<(Point, bool)> {
    let text = text.to_lowercase();
    gazetteer()
        .iter()
        .flat_map(|place| place.names.iter().map(move |name| (name, place)))
        .filter(|(name, _)| stands_in(&text, name))
        .max_by_key(|(name, _)| name.chars().count())
        .map(|(_, place)| (place.at, place.area))
}

fn stands_in(text: &str, name: &str) -> bool {
    let unspaced = name.chars().all(|c| ('\u{3040}'..'\u{D7B0}').contains(&c));
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        let open = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        unspaced || open(before) && open(after)
    })
}
