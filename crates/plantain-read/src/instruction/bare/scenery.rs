//! Weather, hours and places without a verb: "dark clouds", "Mars please", "night sky with a moon".

use super::one;
use crate::instruction::additions::additions_at;
use crate::instruction::predicates::{Parsed, coming_at, setting_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Fill, Item, Target};
use crate::lexicon::lexicon;

/// "dark clouds", "about to rain": weather that is told by what is seen of it.
pub(super) fn weather_told(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = at + usize::from(words.is(at, "with|like|it's|it"));
    let (end, weather) = coming_at(words, from)?;
    let change = Change::SetSetting {
        target: Target::default(),
        time: None,
        weather: Some(weather),
        season: None,
    };
    words.closes(end, to).then(|| one(end, change)).flatten()
}

/// "Mars please", "on the beach": nothing but a place.
pub(in crate::instruction) fn other_place(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const WORLDS: &str = "mars|the moon|the sea floor|the north pole";
    let from = words.one_of(at, "on|in|at|to|onto|into").unwrap_or(at);
    let start = words.one_of(from, "a|an|the").unwrap_or(from);
    let place = lexicon().places.at(&words.reader.tokens, start);
    let end = words.one_of(from, WORLDS).or_else(|| {
        let (len, place) = place?;
        (!place.thing).then_some(start + len)
    })?;
    // "no street", "the street darker": said of what is there.
    let led = at > 0 && words.is(at - 1, "no|without");
    let place = || Fill::Scene(words.text(from, end).to_string());
    (!led && words.closes(end, to) && end <= to)
        .then(|| one(end, Change::SetBackground(place())))
        .flatten()
}

/// "night sky with a moon": a setting, then what is added.
pub(super) fn night_sky(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = at + usize::from(words.is(at, "a|an|the"));
    let (end, mut changes) = setting_at(words, from, to)?;
    if words.is(end, "with|and|featuring")
        && let Some((after, mut more)) = additions_at(words, end + 1, to)
    {
        // A storm brings its clouds.
        let clouds = |change: &Change| matches!(change, Change::Add { item: Item::Things(thing), .. } if thing.noun.ends_with("cloud"));
        let weather = changes.iter().any(|change| {
            matches!(
                change,
                Change::SetSetting {
                    weather: Some(_),
                    ..
                }
            )
        });
        more.retain(|change| !(weather && clouds(change)));
        changes.extend(more);
        let after = words.one_of(after, "instead").unwrap_or(after);
        return Some((after, changes));
    }
    (words.skip_idle(end, to) >= to || words.is_sep(end)).then_some((end, changes))
}
