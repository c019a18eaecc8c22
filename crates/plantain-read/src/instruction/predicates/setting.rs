//! Time, weather and season.

use super::{Parsed, is_whole, one};
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Referent, Target};
use crate::lexicon::lexicon;
use crate::{Season, TimeOfDay, Weather};

/// What goes without saying by night.
const LIT: &str = "with the lights on|with lights on|with its lights on|with lit windows|with the windows lit|with glowing windows|\
    with all lights on|lights on";

/// Time, weather and season by their words.
pub(in crate::instruction) fn setting_at(words: &Words<'_>, from: usize, to: usize) -> Parsed {
    let (mut time, mut weather, mut season) = (None, None, None);
    let mut at = from;
    while at < to {
        let key = words.key(at);
        let found = if let Some((end, found)) = coming_at(words, at) {
            weather = weather.or(Some(found));
            end - at
        } else if let Some(found) = time_of(words, at) {
            time = time.or(Some(found.1));
            found.0
        } else if let Some(found) = weather_of(key) {
            weather = weather.or(Some(found));
            1
        } else if let Some(found) = season_of(words, at) {
            season = season.or(Some(found));
            1
        } else if words.is(
            at,
            "with|and|in|a|the|at|during|very|of|full|under|like|more|it|is|covered|as|falling|into|its",
        ) && at + 1 < to
        {
            1
        } else {
            0
        };
        if found == 0 {
            break;
        }
        at += found;
    }
    // Trailing small words belong to what follows.
    while at > from
        && words.is(
            at - 1,
            "with|and|in|a|the|at|during|very|of|full|under|like|more|it|is|covered|as|falling|into|its",
        )
    {
        at -= 1;
    }
    if time.is_none() && weather.is_none() && season.is_none() {
        return None;
    }
    while at < to
        && words.is(
            at,
            "time|scene|sky|setting|light|lighting|weather|day|mood|atmosphere|hour|version|instead|landscape|outside|look|theme|everywhere|ground",
        )
    {
        at += 1;
    }
    // Windows are lit by night anyway.
    if matches!(time, Some(TimeOfDay::Night | TimeOfDay::Dusk)) {
        at = words.one_of(at, LIT).filter(|end| *end <= to).unwrap_or(at);
    }
    one(
        at,
        Change::SetSetting {
            target: Target::default(),
            time,
            weather,
            season,
        },
    )
}

/// "about to rain", "dark clouds": weather in several words.
pub(in crate::instruction) fn coming_at(words: &Words<'_>, at: usize) -> Option<(usize, Weather)> {
    const STORM: &str = "about to rain|going to rain|about to storm|about to pour|it's about to rain|a storm is coming|storm is coming|\
        dark clouds|stormy clouds|storm clouds|dark stormy clouds|dark sky|thunder clouds|black clouds|heavy clouds|rain clouds|dark rain clouds";
    const SNOW: &str = "about to snow|going to snow";
    const CLOUDS: &str = "gray clouds|grey clouds|gray sky|grey sky|clouds everywhere|a cloudy sky";
    [
        (STORM, Weather::Storm),
        (SNOW, Weather::Snow),
        (CLOUDS, Weather::Cloudy),
    ]
    .into_iter()
    .find_map(|(phrases, weather)| Some((words.one_of(at, phrases)?, weather)))
}

fn time_of(words: &Words<'_>, at: usize) -> Option<(usize, TimeOfDay)> {
    if words.phrase(at, "golden hour").is_some() {
        return Some((2, TimeOfDay::Sunset));
    }
    if words.phrase(at, "blue hour").is_some() {
        return Some((2, TimeOfDay::Dusk));
    }
    let time = match words.key(at) {
        "sunset" | "sundown" => TimeOfDay::Sunset,
        "sunrise" | "dawn" | "daybreak" => TimeOfDay::Dawn,
        "morning" => TimeOfDay::Morning,
        "dusk" | "twilight" | "evening" => TimeOfDay::Dusk,
        "night" | "midnight" | "nighttime" | "night-time" | "moonlit" | "starry" => {
            TimeOfDay::Night
        }
        "noon" | "midday" | "daytime" | "daylight" | "afternoon" | "day" => TimeOfDay::Day,
        _ => return None,
    };
    Some((1, time))
}

fn weather_of(key: &str) -> Option<Weather> {
    Some(match key {
        "sunny" | "sunshine" | "sunlight" => Weather::Sunny,
        "cloudy" | "overcast" => Weather::Cloudy,
        "rain" | "rainy" | "raining" | "drizzle" => Weather::Rain,
        "storm" | "stormy" | "thunderstorm" => Weather::Storm,
        "snow" | "snowing" | "snowy" | "snowfall" | "blizzard" | "snowstorm" => Weather::Snow,
        "fog" | "foggy" | "mist" | "misty" => Weather::Fog,
        "windy" | "breezy" => Weather::Wind,
        _ => return None,
    })
}

fn season_of(words: &Words<'_>, at: usize) -> Option<Season> {
    Some(match words.key(at) {
        "spring" | "springtime" => Season::Spring,
        "summer" | "summertime" => Season::Summer,
        "autumn" | "fall" | "autumnal" => Season::Autumn,
        "winter" | "wintry" | "wintertime" => Season::Winter,
        _ => return None,
    })
}

pub(super) fn in_setting(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let scenic = is_whole(target)
        || target.what == Referent::Background
        || matches!(&target.what, Referent::Thing(noun) if matches!(noun.as_str(), "sky" | "weather" | "season" | "time" | "scene" | "landscape" | "lighting") || lexicon().places.get(noun).is_some());
    let found = scenic.then(|| setting_at(words, at, to)).flatten()?;
    // "night behind the shirt": in the background alone.
    if let Some((end, _)) = words
        .is(found.0, "behind")
        .then(|| target_at(words, found.0 + 1, to, Reach::Bare))
        .flatten()
    {
        let background = Target {
            what: Referent::Background,
            ..Target::default()
        };
        return Some(setting_of(&background, (end, found.1)));
    }
    Some(setting_of(target, found))
}

/// Holds a setting to the part of the picture that the words name: the background, the sky.
pub(in crate::instruction) fn setting_of(
    target: &Target,
    (end, mut changes): (usize, Vec<Change>),
) -> (usize, Vec<Change>) {
    let part = target.what == Referent::Background
        || matches!(&target.what, Referent::Thing(noun) if noun == "sky");
    for change in &mut changes {
        if let Change::SetSetting { target: of, .. } = change
            && part
        {
            of.clone_from(target);
        }
    }
    (end, changes)
}
