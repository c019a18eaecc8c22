//! Where and when a scene plays.

use crate::reader::{Reader, Use};
use crate::{Season, TimeOfDay, Weather};

/// Marks words of time, weather and season; places are found by the phrase reader.
pub(crate) fn read(reader: &mut Reader<'_>) {
    for at in 0..reader.len() {
        if !reader.is_plain(at) {
            continue;
        }
        let key = reader.key(at).to_string();
        let next = reader.key(at + 1).to_string();
        let mut found = 0;
        if let Some(time) = time_of(&key, &next) {
            reader.brief.setting.time.get_or_insert(time);
            found = 1;
        }
        // "After the rain" it has stopped.
        let over = (1..=2).any(|n| at >= n && reader.key(at - n) == "after")
            && matches!(
                key.as_str(),
                "rain" | "storm" | "rainstorm" | "thunderstorm" | "snowfall" | "snowstorm"
            );
        if over {
            found = 1;
        } else if let Some(weather) = weather_of(&key, &next) {
            reader.brief.setting.weather.get_or_insert(weather);
            // "snow falling", "light snow": both words tell it.
            found = 1 + usize::from(matches!(key.as_str(), "snow" | "snowflakes" | "falling"));
        }
        // "The sun is setting behind palm trees": the sun stays a thing.
        let is = usize::from(next == "is");
        let hour = match (key.as_str(), reader.key(at + 1 + is)) {
            ("sun", "setting" | "sets") => Some(TimeOfDay::Sunset),
            ("sun", "rising" | "rises") => Some(TimeOfDay::Dawn),
            _ => None,
        };
        if let Some(hour) = hour {
            reader.brief.setting.time.get_or_insert(hour);
        }
        // "it rains", "while it snows": the verb tells the weather.
        if at > 0
            && reader.key(at - 1) == "it"
            && matches!(key.as_str(), "rains" | "snows" | "rain" | "snow")
        {
            let weather = if key.starts_with('r') {
                Weather::Rain
            } else {
                Weather::Snow
            };
            reader.brief.setting.weather.get_or_insert(weather);
            found = 1;
        }
        // "it starts to rain"
        if at > 1
            && reader.key(at - 1) == "to"
            && matches!(
                reader.key(at - 2),
                "starts" | "begins" | "started" | "began"
            )
            && matches!(key.as_str(), "rain" | "snow")
        {
            let weather = if key == "rain" {
                Weather::Rain
            } else {
                Weather::Snow
            };
            reader.brief.setting.weather.get_or_insert(weather);
            found = 1;
        }
        // A spring of steel and one of hot water are things.
        let coil = key == "spring"
            && (at.checked_sub(1).is_some_and(|before| {
                matches!(
                    reader.key(before),
                    "a" | "hot" | "coil" | "coiled" | "metal" | "metallic" | "steel" | "mineral"
                ) && !(reader.key(before) == "a" && follows_season(&next))
            }) || matches!(
                next.as_str(),
                "roll" | "rolls" | "onion" | "onions" | "water"
            ));
        if let Some(season) = season_of(&key).filter(|_| !coil) {
            reader.brief.setting.season.get_or_insert(season);
            found = 1;
        }
        if found > 0 && reader.is_scene() {
            // "night sky", "sunset scene": the noun after it stays.
            let tinted = time_of(&key, &next).is_some() && is_tint(reader, at);
            reader.mark(at - usize::from(tinted), at + found, Use::Setting);
        }
    }
}

/// "an orange sunset": a colour that is the name of a fruit as well.
fn is_tint(reader: &Reader<'_>, at: usize) -> bool {
    at > 0
        && reader.is_plain(at - 1)
        && crate::colors::color_at(&reader.tokens, at - 1).is_some()
        && reader.noun_at(at - 1, false).is_some()
}

fn time_of(key: &str, next: &str) -> Option<TimeOfDay> {
    Some(match key {
        "sunset" | "sundown" => TimeOfDay::Sunset,
        "sunrise" | "dawn" | "daybreak" => TimeOfDay::Dawn,
        "morning" => TimeOfDay::Morning,
        "dusk" | "twilight" | "evening" => TimeOfDay::Dusk,
        "night" | "midnight" | "nighttime" | "moonlight" | "moonlit" | "starry"
        | "nighttime-scene" | "night-time" => TimeOfDay::Night,
        "noon" | "midday" | "daytime" | "daylight" | "afternoon" => TimeOfDay::Day,
        "golden" if next == "hour" => TimeOfDay::Sunset,
        "after" if next == "dark" => TimeOfDay::Night,
        "setting" if next == "sun" => TimeOfDay::Sunset,
        "rising" if next == "sun" => TimeOfDay::Dawn,
        _ => return None,
    })
}

fn weather_of(key: &str, next: &str) -> Option<Weather> {
    Some(match key {
        "sunny" | "sunshine" | "sunlight" | "sunlit" => Weather::Sunny,
        "cloudy" | "overcast" => Weather::Cloudy,
        // Boots and coats for the rain are worn in any weather.
        "rain"
            if matches!(
                next,
                "boot" | "boots" | "coat" | "coats" | "jacket" | "hat" | "barrel" | "gauge"
            ) =>
        {
            return None;
        }
        "rain" | "rainy" | "raining" | "drizzle" | "rainstorm" => Weather::Rain,
        "storm" | "stormy" | "thunderstorm" | "thunder" => Weather::Storm,
        "snowing" | "snowfall" | "snowstorm" | "blizzard" | "snowy" => Weather::Snow,
        "fog" | "foggy" | "mist" | "misty" => Weather::Fog,
        "windy" | "breeze" | "breezy" => Weather::Wind,
        "falling" if matches!(next, "snow" | "snowflakes") => Weather::Snow,
        "snow" | "snowflakes" if matches!(next, "falling" | "falls" | "flurries" | "drifting") => {
            Weather::Snow
        }
        "flurries" => Weather::Snow,
        "heavy" | "light" | "gentle" | "soft" if next == "snow" => Weather::Snow,
        _ => return None,
    })
}

/// Whether a season goes on to its time or to what is seen in it, so that it is no thing itself.
fn follows_season(next: &str) -> bool {
    time_of(next, "").is_some()
        || matches!(
            next,
            "day"
                | "scene"
                | "landscape"
                | "meadow"
                | "garden"
                | "forest"
                | "field"
                | "sky"
                | "park"
        )
}

fn season_of(key: &str) -> Option<Season> {
    Some(match key {
        "spring" | "springtime" => Season::Spring,
        "summer" | "summertime" => Season::Summer,
        "autumn" | "autumnal" => Season::Autumn,
        "winter" | "wintry" | "wintertime" => Season::Winter,
        _ => return None,
    })
}

/// Whether a word speaks about the setting and is no thing.
pub(crate) fn is_setting_word(key: &str) -> bool {
    time_of(key, "").is_some() || weather_of(key, "").is_some() || season_of(key).is_some()
}

#[cfg(test)]
mod tests {
    use crate::{Weather, read};

    #[test]
    fn spring_is_a_season_unless_it_is_a_thing() {
        for (prompt, season) in [
            ("a spring morning in a park with two dogs", true),
            ("a cottage by a stream in spring", true),
            ("an early spring afternoon", true),
            ("a metal spring on a workbench", false),
            ("a spring on a table", false),
        ] {
            let brief = read(prompt);
            assert_eq!(
                brief.setting.season,
                season.then_some(crate::Season::Spring),
                "{prompt}"
            );
            let thing = brief.objects.iter().any(|o| o.noun == "spring");
            assert_eq!(thing, !season, "{prompt}: {:?}", brief.objects);
        }
    }

    #[test]
    fn snow_that_falls_is_weather() {
        for prompt in [
            "a fox in a forest, snow falling",
            "two owls on a branch at night, falling snowflakes",
            "a deer, light snow, pine forest",
            "a village street at night with lanterns and snow",
            "zorro en el bosque, nieve cayendo",
            "Fuchs im Wald, fallender Schnee",
        ] {
            let brief = read(prompt);
            assert_eq!(brief.setting.weather, Some(Weather::Snow), "{prompt}");
            assert!(brief.unread.is_empty(), "{prompt}");
        }
        assert_eq!(read("a cabin in the snow at night").setting.weather, None);
    }
}
