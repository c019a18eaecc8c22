//! Figures of a screen in forms of their own: the hours of a day with their weather, how warm a day gets, moments with
//! their names, the last digits of a card.

mod digits;

use super::emit;
use crate::forms::FormKind;
use crate::literals::capitalized;
use crate::outline::is_time;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, List, Pair, Role};

/// Claims these figures.
pub(super) fn claim(reader: &mut Reader<'_>) {
    parallel_hours(reader);
    hours(reader);
    extremes(reader);
    digits::last_digits(reader);
    elapsed(reader);
    clocked(reader);
    distances(reader);
    due(reader);
    turns(reader);
    moments(reader);
    skies(reader);
}

/// "'Call me' yesterday": when something was said, without digits.
fn moments(reader: &mut Reader<'_>) {
    const MOMENTS: &[&str] = &[
        "yesterday",
        "today",
        "now",
        "gestern",
        "heute",
        "ayer",
        "hoy",
        "hier",
        "ieri",
        "oggi",
        "ontem",
        "hoje",
        "wczoraj",
        "dün",
        "вчера",
        "вчора",
    ];
    if !matches!(reader.brief.genre, Genre::Chat | Genre::MobileApp) {
        return;
    }
    for at in 1..reader.len() {
        let text = reader.text(at, at + 1).to_lowercase();
        let moment = MOMENTS.contains(&text.as_str()) || crate::calendar::weekday(&text).is_some();
        let ends = at + 1 >= reader.len() || reader.is_sep(at + 1);
        if moment && ends && reader.is_free(at) && reader.tokens[at - 1].quote().is_some() {
            emit(reader, at, at + 1, Role::Time);
        }
    }
}

/// "Torino 18°, nuvoloso": in an app of the weather, the sky is told in words that are shown.
fn skies(reader: &mut Reader<'_>) {
    const SKIES: &[&str] = &[
        "sunny",
        "cloudy",
        "overcast",
        "rainy",
        "rain",
        "snow",
        "snowy",
        "snowfall",
        "storm",
        "stormy",
        "thunderstorm",
        "thunderstorms",
        "fog",
        "foggy",
        "mist",
        "misty",
        "haze",
        "hazy",
        "clear",
        "windy",
        "drizzle",
        "showers",
        "sleet",
        "hail",
        "clouds",
        "sunshine",
    ];
    const HOW: &[&str] = &[
        "partly",
        "mostly",
        "light",
        "heavy",
        "scattered",
        "sky",
        "skies",
        "with",
        "and",
        "some",
        "few",
        "isolated",
        "chance",
        "of",
        "very",
        "slightly",
    ];
    let weather = (0..reader.len())
        .any(|at| matches!(reader.key(at), "weather" | "forecast" | "weather app"));
    if reader.brief.genre != Genre::MobileApp || !weather {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let words = (at..end).all(|i| {
            matches!(reader.uses[i], Use::Free | Use::Topic)
                && reader.tokens[i].is_word()
                && reader.tokens[i].quote().is_none()
                && (SKIES.contains(&reader.key(i)) || HOW.contains(&reader.key(i)))
        });
        let sky = (at..end).any(|i| SKIES.contains(&reader.key(i)));
        // "dark sky" behind the last figures is how it looks; a sky among figures is what is told.
        let among = at > 0 && reader.is_sep(at - 1) && (end - at) <= 4;
        if words && sky && among {
            let index = emit(reader, at, end, Role::Item);
            let literal = &mut reader.brief.literals[index];
            literal.text = capitalized(&literal.text);
        }
        at = end + 1;
    }
}

/// "6:30 起床 オン": a row of a clock whose time, name and state no mark parts.
pub(crate) fn settle(brief: &mut crate::Brief) {
    if brief.genre != Genre::MobileApp {
        return;
    }
    for at in 0..brief.literals.len() {
        let row = brief.literals[at].clone();
        let words: Vec<&str> = row.text.split(' ').collect();
        let [time, name @ .., state] = words.as_slice() else {
            continue;
        };
        let open = matches!(
            row.role,
            Role::Item | Role::Title | Role::Subtitle | Role::Body | Role::Text
        );
        let told = open
            && row.origin != crate::Origin::Quoted
            && !name.is_empty()
            && is_time(time)
            && !state.is_ascii()
            && crate::states::state(&state.to_lowercase()).is_some();
        if !told {
            continue;
        }
        let from = row.span.start + time.len() + 1;
        brief.literals.push(crate::Literal {
            text: (*time).to_owned(),
            span: row.span.start..row.span.start + time.len(),
            role: Role::Time,
            ..row.clone()
        });
        let value = brief.literals.len() - 1;
        let own = &mut brief.literals[at];
        own.role = Role::Item;
        own.text = name.join(" ");
        own.span = from..from + own.text.len();
        brief.pair(at, value);
    }
    brief.order_literals();
}

/// "arrives in 3 min", "ready in 20 min": what happens after how long.
fn due(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::MobileApp {
        return;
    }
    for at in 2..reader.len() {
        let quantity = reader.form(at) == Some(FormKind::Quantity) && reader.is_free(at);
        let ends = at + 1 >= reader.len() || reader.is_sep(at + 1);
        let verb = at - 2;
        let told = matches!(
            reader.key(verb),
            "arrives"
                | "arriving"
                | "ready"
                | "due"
                | "starts"
                | "leaves"
                | "ends"
                | "departs"
                | "begins"
        ) && reader.key(at - 1) == "in"
            && verb == reader.clause_start(verb)
            && reader.is_free(verb);
        if quantity && ends && told {
            let label_text = capitalized(reader.text(verb, at));
            reader.mark(verb, at, Use::Role);
            let value = emit(reader, at, at + 1, Role::Value);
            reader.brief.pairs.push(Pair {
                label: None,
                label_text,
                value,
            });
        }
    }
}

/// "up 3.1% today", "down 2% this week": how the figure before has changed is one line.
fn turns(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::MobileApp {
        return;
    }
    for at in 0..reader.len().saturating_sub(1) {
        let turned = matches!(reader.key(at), "up" | "down")
            && at == reader.clause_start(at)
            && reader.is_free(at)
            && reader.form(at + 1) == Some(FormKind::Percent)
            && reader.is_free(at + 1);
        let end = reader.clause_end(at);
        let since = (at + 2..end).all(|i| {
            reader.is_free(i)
                && matches!(
                    reader.key(i),
                    "today"
                        | "this"
                        | "week"
                        | "month"
                        | "year"
                        | "since"
                        | "yesterday"
                        | "last"
                        | "in"
                )
        });
        if turned && since && end > at + 1 {
            emit(reader, at, end, Role::Caption);
        }
    }
}

/// "'Turn right' in 300 m": how far away what is quoted lies.
fn distances(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::MobileApp {
        return;
    }
    for at in 2..reader.len() {
        // "300 m" is a number and a word: so short a unit is no quantity everywhere.
        let meters = reader.tokens[at].kind == Kind::Number
            && matches!(
                reader.key(at + 1),
                "m" | "ft" | "yd" | "meters" | "metres" | "feet" | "yards"
            );
        let far = (meters || reader.form(at) == Some(FormKind::Quantity))
            && matches!(reader.key(at - 1), "in" | "after")
            && reader.tokens[at - 2].quote().is_some();
        if far && reader.is_free(at) {
            emit(reader, at, at + 1 + usize::from(meters), Role::Value);
        }
    }
}

/// "14h 24 15h 25 16h 23": hours with a number each are the course of a day.
fn hours(reader: &mut Reader<'_>) {
    if !matches!(reader.brief.genre, Genre::MobileApp | Genre::WebPage) {
        return;
    }
    let free = |reader: &Reader<'_>, at: usize| reader.is_free(at) && !reader.is_sep(at);
    let hour =
        |reader: &Reader<'_>, at: usize| free(reader, at) && is_time(reader.text(at, at + 1));
    let degrees = |reader: &Reader<'_>, at: usize| {
        let text = if at < reader.len() {
            reader.text(at, at + 1)
        } else {
            ""
        };
        free(reader, at)
            && !is_time(text)
            && text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−'))
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '-' | '−' | '°' | 'C' | 'F'))
    };
    let mut at = 0;
    while at < reader.len() {
        let mut run: Vec<(usize, usize)> = Vec::new();
        let mut next = at;
        while next + 1 < reader.len() && hour(reader, next) && degrees(reader, next + 1) {
            run.push((next, next + 1));
            next += 2;
            if reader.sep(next, Sep::Comma) {
                next += 1;
            }
        }
        if run.len() < 2 {
            at += 1;
            continue;
        }
        let mut list = List {
            kind: "hour".into(),
            span: reader.span(at, next),
            ..List::default()
        };
        if at > 0
            && matches!(
                reader.key(at - 1),
                "hourly" | "hours" | "forecast" | "today"
            )
        {
            reader.mark(at - 1, at, Use::Role);
        }
        for (time, figure) in run {
            list.items.push(timed(reader, time, figure));
        }
        reader.brief.lists.push(list);
        at = next;
    }
}

/// "hourly 9 10 11 12 with 19° 21° 23° 24°": the hours of a day, and behind them as many figures.
fn parallel_hours(reader: &mut Reader<'_>) {
    const HOURS_MIN: usize = 3;
    if !matches!(
        reader.brief.genre,
        Genre::MobileApp | Genre::WebPage | Genre::Dashboard
    ) {
        return;
    }
    let Some(head) = (0..reader.len())
        .find(|&at| matches!(reader.key(at), "hourly" | "hours" | "hour") && reader.is_free(at))
    else {
        return;
    };
    let mut at = head + 1;
    while reader.sep(at, Sep::Colon)
        || matches!(
            reader.key(at),
            "forecast" | "at" | "for" | "from" | "temperatures" | "temps"
        )
    {
        at += 1;
    }
    let hour = |reader: &Reader<'_>, at: usize| {
        let text = reader.text(at, at + 1);
        reader.is_free(at)
            && (is_time(text)
                || reader.key(at) == "now"
                || text.parse::<u8>().is_ok_and(|hour| hour <= 24))
    };
    let (hours, behind) = run(reader, at, &hour);
    let mut at = behind;
    while at < reader.len()
        && (reader.is_sep(at) && !reader.ends_sentence(at)
            || matches!(
                reader.key(at),
                "with" | "temps" | "temperatures" | "temperature" | "showing" | "values" | "and"
            ))
    {
        at += 1;
    }
    let (figures, end) = run(reader, at, &|reader, at| {
        reader.is_free(at)
            && reader.text(at, at + 1).ends_with(['°', 'C', 'F', '%'])
            && reader
                .text(at, at + 1)
                .starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '−')
    });
    if hours.len() < HOURS_MIN || hours.len() != figures.len() {
        return;
    }
    let mut list = List {
        kind: "hour".into(),
        span: reader.span(head, end),
        ..List::default()
    };
    reader.mark(head, end, Use::Role);
    for (time, figure) in hours.into_iter().zip(figures) {
        list.items.push(timed(reader, time, figure));
    }
    reader.brief.lists.push(list);
}

/// The tokens from `at` on that pass the test, with commas between them, and the token behind the last.
fn run(
    reader: &Reader<'_>,
    at: usize,
    test: &dyn Fn(&Reader<'_>, usize) -> bool,
) -> (Vec<usize>, usize) {
    let (mut at, mut out) = (at, Vec::new());
    while at < reader.len() && test(reader, at) {
        out.push(at);
        at += 1;
        if reader.sep(at, Sep::Comma) && at + 1 < reader.len() && test(reader, at + 1) {
            at += 1;
        }
    }
    (out, at)
}

/// Adds an hour with its figure; returns the hour's place.
fn timed(reader: &mut Reader<'_>, time: usize, figure: usize) -> usize {
    let label = emit(reader, time, time + 1, Role::Time);
    let value = emit(reader, figure, figure + 1, Role::Value);
    reader.brief.pair(label, value);
    label
}

/// "H:26° L:17°", "High 26° Low 17°": how warm and how cold a day gets is one line under the temperature.
fn extremes(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::MobileApp {
        return;
    }
    let named = |reader: &Reader<'_>, at: usize, words: &[&str]| {
        reader.is_free(at) && words.contains(&reader.key(at))
    };
    let degrees = |reader: &Reader<'_>, at: usize| {
        at < reader.len() && reader.is_free(at) && reader.text(at, at + 1).contains('°')
    };
    let behind = |reader: &Reader<'_>, at: usize| {
        let value = at + 1 + usize::from(reader.sep(at + 1, Sep::Colon));
        degrees(reader, value).then_some(value + 1)
    };
    for at in 0..reader.len() {
        if !named(reader, at, &["h", "high", "max"]) {
            continue;
        }
        let Some(end) = behind(reader, at) else {
            continue;
        };
        let low = end + usize::from(reader.is_sep(end) && !reader.ends_sentence(end));
        let low = named(reader, low, &["l", "low", "min"])
            .then(|| behind(reader, low))
            .flatten();
        if let Some(end) = low {
            emit(reader, at, end, Role::Caption);
            return;
        }
    }
}

/// "2:10 of 4:05": how far something has played, and how long it is.
fn elapsed(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::MobileApp {
        return;
    }
    let clock = |reader: &Reader<'_>, at: usize| {
        // Either of them may look like an aspect.
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        at < reader.len()
            && reader.is_free(at)
            && reader
                .text(at, at + 1)
                .split_once(':')
                .is_some_and(|(minutes, seconds)| digits(minutes) && digits(seconds))
    };
    for at in 0..reader.len() {
        let joins = matches!(reader.key(at + 1), "of" | "/" | "von" | "de" | "sur" | "di");
        if joins && clock(reader, at) && clock(reader, at + 2) {
            reader.mark(at + 1, at + 2, Use::Role);
            emit(reader, at, at + 1, Role::Time);
            emit(reader, at + 2, at + 3, Role::Time);
        }
    }
}

/// "Time 41:07", "sunrise 6:42": in an app, a moment or a stretch of time with the word for what it is.
fn clocked(reader: &mut Reader<'_>) {
    const NAMES: &[&str] = &[
        "time",
        "duration",
        "elapsed",
        "total",
        "sunrise",
        "sunset",
        "bedtime",
        "wake",
        "asleep",
        "arrival",
        "departure",
        "eta",
        "pace",
        "start",
        "end",
        "remaining",
        "best",
        "average",
        "avg",
        "lap",
        "rest",
        "moving",
        "split",
        "arrive",
        "leave",
        "finish",
        "arriving",
        "departs",
    ];
    if !matches!(reader.brief.genre, Genre::MobileApp | Genre::Dashboard) {
        return;
    }
    for at in 1..reader.len() {
        let timed = reader.form(at) == Some(FormKind::Time) && reader.is_free(at);
        let closed = at + 1 >= reader.len() || reader.is_sep(at + 1) || reader.key(at + 1) == "and";
        if !timed || !closed {
            continue;
        }
        let start = reader.clause_start(at);
        let colon = reader.sep(at - 1, Sep::Colon);
        let end = at - usize::from(colon);
        let from = if colon {
            reader.clause_start(end - 1)
        } else {
            start
        };
        let words = from < end
            && end - from <= 2
            && (from..end).all(|i| {
                matches!(reader.uses[i], Use::Free | Use::Topic)
                    && reader.tokens[i].is_word()
                    && reader.tokens[i].quote().is_none()
            })
            && (from..end).any(|i| NAMES.contains(&reader.key(i)));
        if !words {
            continue;
        }
        let label_text = capitalized(reader.text(from, end));
        let label = reader
            .is_capital(from)
            .then(|| emit(reader, from, end, Role::Label));
        reader.mark(from, at, Use::Role);
        let value = emit(reader, at, at + 1, Role::Value);
        reader.brief.pairs.push(Pair {
            label,
            label_text,
            value,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn hours_may_stand_with_their_own_figures() {
        let brief = read("weather app Riga, hourly 9 am 12, 10 am 14, 11 am 15");
        let hours = &brief
            .lists
            .iter()
            .find(|list| list.kind == "hour")
            .expect("hours")
            .items;
        let told: Vec<&str> = hours
            .iter()
            .map(|&at| brief.literals[at].text.as_str())
            .collect();
        assert_eq!(told, ["9 am", "10 am", "11 am"]);
    }
}
