//! Times of day.

use super::codes::is_aspect;
use super::dates::{date_from_number, date_from_word, is_day, is_month, is_weekday, is_year};
use super::{FormKind, key};
use crate::tokens::{Kind, Sep, Token};

/// "Sat 18 Oct, 20:00": a date with the time right behind it, when nothing follows.
pub(super) fn date_and_time(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let (len, _) = date_from_word(tokens, at).or_else(|| date_from_number(tokens, at))?;
    let comma = tokens
        .get(at + len)
        .is_some_and(|token| token.is(Sep::Comma));
    // "samedi 6 juin à 15h", "vendredi 12 mars 20h"
    let led = !comma
        && key(tokens, at + len).is_some_and(|link| {
            let hour = key(tokens, at + len + 1).is_some_and(is_hour_chunk);
            is_hour_word(link) || link == "to" && hour
        });
    let full =
        len > 1 && key(tokens, at + len - 1).is_some_and(|last| is_month(last) || is_year(last));
    let bare = !comma
        && !led
        && key(tokens, at + len)
            .is_some_and(|hour| is_hour_chunk(hour) || full && is_hour_range(hour));
    // "domenica 4 maggio, ore 11"; in "date 4 May, time 11:00" either is told on its own.
    let apart = at > 0 && key(tokens, at - 1).is_some_and(|lead| matches!(lead, "date" | "day"));
    let named = comma
        && !apart
        && matches!(
            key(tokens, at + len + 1),
            Some("ore" | "alle" | "time" | "saat" | "godz")
        );
    let from = at + len + usize::from(comma || led) + usize::from(named);
    let (more, _) = tokens
        .get(from)
        .filter(|token| token.kind == Kind::Number)
        .and_then(|token| {
            // "6 juin à 15h": behind a date hours are a time.
            let plain = named && token.key.parse::<u32>().is_ok_and(|hour| hour <= 24);
            let hour = plain || is_hour_chunk(&token.key) || bare && is_hour_range(&token.key);
            let hour = hour.then_some((1, FormKind::Time));
            time(tokens, from).or(hour)
        })?;
    // "12 juillet, 20 h"
    let sign = more == 1 && key(tokens, from + 1) == Some("h");
    let more = more + usize::from(sign);
    let closes = tokens.get(from + more).is_none_or(Token::is_sep);
    let abroad =
        key(tokens, at + len) != Some("at") || key(tokens, from).is_some_and(is_hour_chunk);
    let joined = comma && !apart || bare || led && abroad;
    (joined && closes).then_some((from + more - at, FormKind::Date))
}

/// "9:41", "7 PM", "2-4pm", "18:30 Uhr", "10:00 - 18:00".
pub(super) fn time(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let first = key(tokens, at)?;
    if key(tokens, at + 1) == Some("h") && super::amounts::is_duration(tokens, at) {
        return None;
    }
    let hours = at > 0 && key(tokens, at - 1).is_some_and(is_hour_word);
    let mut len = 1;
    let meridiem = |at: usize| {
        key(tokens, at).is_some_and(|key| {
            matches!(
                key,
                "am" | "pm"
                    | "a.m"
                    | "p.m"
                    | "a.m."
                    | "p.m."
                    | "uhr"
                    | "uur"
                    | "o'clock"
                    | "h"
                    | "noon"
            )
        })
    };
    // "в 7 вечера", "الساعة 8 مساء": the part of the day behind the hour.
    let half = key(tokens, at + 1)
        .is_some_and(|key| matches!(key, "evening" | "morning" | "afternoon" | "night"))
        && is_hour(first)
        && (hours || tokens.get(at + 2).is_none_or(Token::is_sep));
    if half {
        return Some((2, FormKind::Time));
    }
    // "20.00 uur", "saat 20.00", "18h": hours of other languages.
    let clock = is_clock(first)
        || (hours || meridiem(at + 1)) && is_clock(&first.replace('.', ":"))
        || is_hour_chunk(first) && (hours || first.contains("h") && !first.ends_with('h'))
        || is_hour_chunk(first) && follows_date(tokens, at)
        || first
            .split_once(['-', '–'])
            .is_some_and(|(from, to)| is_hour_chunk(from) && is_hour_chunk(to));
    let hour = first
        .split(['-', '–'])
        .all(|part| part.parse::<u32>().is_ok_and(|hour| hour <= 24) || is_clock(part));
    // "3 to 5 pm"
    let spanned = hour
        && key(tokens, at + 1) == Some("to")
        && tokens.get(at + 2).is_some_and(|next| {
            next.kind == Kind::Number
                && (is_meridiem_chunk(&next.key) || is_hour(&next.key) && meridiem(at + 3))
        });
    if spanned {
        let glued = is_meridiem_chunk(&tokens[at + 2].key);
        return Some((if glued { 3 } else { 4 }, FormKind::Time));
    }
    if !(clock || hour && meridiem(at + 1) || is_meridiem_chunk(first)) {
        return None;
    }
    if clock && is_aspect(first) && !meridiem(at + 1) && !time_before(tokens, at) {
        return None;
    }
    // "6am noon 6pm" are three hours.
    let told = is_meridiem_chunk(first) && key(tokens, at + 1) == Some("noon");
    if meridiem(at + 1) && !told && (key(tokens, at + 1) != Some("h") || clock || hours) {
        len = 2;
    }
    // A second time after a dash or "to" makes a span of time.
    let dash = tokens
        .get(at + len)
        .is_some_and(|token| token.is(Sep::Dash));
    let to = key(tokens, at + len).is_some_and(|key| matches!(key, "to" | "until" | "till"));
    if (dash || to)
        && let Some(next) = tokens.get(at + len + 1)
        && next.kind == Kind::Number
        && (is_clock(&next.key) || is_meridiem_chunk(&next.key) || meridiem(at + len + 2))
    {
        len += 2 + usize::from(meridiem(at + len + 2));
    }
    Some((len, FormKind::Time))
}

/// "3", "11": an hour of half a day.
fn is_hour(chunk: &str) -> bool {
    chunk
        .parse::<u32>()
        .is_ok_and(|hour| (1..=12).contains(&hour))
}

/// "15h", "15h30": hours as they are written in French, Portuguese and Spanish.
fn is_hour_chunk(chunk: &str) -> bool {
    chunk.split_once('h').is_some_and(|(hour, minutes)| {
        let minute = minutes.len() == 2 && minutes.parse::<u32>().is_ok_and(|m| m < 60);
        hour.parse::<u32>().is_ok_and(|hour| hour <= 24) && (minutes.is_empty() || minute)
    })
}

/// "9-17".
fn is_hour_range(chunk: &str) -> bool {
    let hour = |text: &str| text.len() <= 2 && text.parse::<u32>().is_ok_and(|hour| hour <= 24);
    chunk
        .split_once(['-', '–'])
        .is_some_and(|(from, to)| hour(from) && hour(to))
}

/// Whether a date ends before the token, perhaps with a comma between.
fn follows_date(tokens: &[Token], at: usize) -> bool {
    let mut before = at;
    while before > 0 && tokens[before - 1].is(Sep::Comma) {
        before -= 1;
    }
    before > 0
        && key(tokens, before - 1).is_some_and(|last| {
            is_month(last)
                || is_weekday(last)
                || is_year(last)
                || is_day(last) && before > 1 && key(tokens, before - 2).is_some_and(is_month)
        })
}

/// Words that only hours follow.
fn is_hour_word(key: &str) -> bool {
    matches!(
        key,
        "at" | "às"
            | "à"
            | "dalle"
            | "alle"
            | "saat"
            | "godz"
            | "godzina"
            | "godzinie"
            | "ore"
            | "uur"
            | "om"
            | "um"
            | "kl"
            | "time"
    )
}

fn time_before(tokens: &[Token], at: usize) -> bool {
    at > 0
        && key(tokens, at - 1).is_some_and(|key| {
            matches!(
                key,
                "at" | "time"
                    | "clock"
                    | "reads"
                    | "shows"
                    | "showing"
                    | "from"
                    | "until"
                    | "says"
                    | "doors"
                    | "opens"
                    | "alarm"
                    | "reading"
            )
        })
}

/// "9:41", "18.30h" is left out; "18:30-20:00" counts.
fn is_clock(chunk: &str) -> bool {
    if let Some((from, to)) = chunk.split_once(['-', '–']) {
        return is_clock(from) && (is_clock(to) || is_meridiem_chunk(to));
    }
    let parts: Vec<&str> = chunk.split(':').collect();
    matches!(parts.len(), 2 | 3)
        && parts[0].len() <= 2
        && parts[0].parse::<u32>().is_ok_and(|first| first <= 99)
        && parts[1..]
            .iter()
            .all(|part| part.len() == 2 && part.parse::<u32>().is_ok_and(|minute| minute < 60))
}

/// "7pm", "2-4pm", "10:30am", "18h", "18h30".
fn is_meridiem_chunk(chunk: &str) -> bool {
    let chunk = chunk.trim_end_matches('.');
    if let Some(hours) = chunk
        .strip_suffix("am")
        .or_else(|| chunk.strip_suffix("pm"))
    {
        return !hours.is_empty()
            && hours.split(['-', '–']).all(|part| {
                part.trim_end_matches("am")
                    .trim_end_matches("pm")
                    .split([':', '.'])
                    .all(|n| n.parse::<u32>().is_ok_and(|n| n < 60))
            });
    }
    chunk.split_once('h').is_some_and(|(hour, minute)| {
        hour.len() <= 2
            && hour.parse::<u32>().is_ok_and(|hour| hour <= 24)
            && minute.len() == 2
            && minute.parse::<u32>().is_ok_and(|minute| minute < 60)
    })
}
