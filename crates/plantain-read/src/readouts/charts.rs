//! The charts of a dashboard: what they are called, and their points.

use super::clauses::{Chunk, Clause, NAME_WORDS_MAX, Told, is_number, trimmed};
use crate::lexicon::lexicon;
use crate::literals::capitalized;
use crate::reader::Reader;
use crate::{ChartKind, Component, Span};

/// Words of a point's name where names and numbers stand by turns, at most.
const POINT_WORDS_MAX: usize = 3;
/// Points that make a chart of the word "line" alone, at least.
const LONE_POINTS_MIN: usize = 3;

/// A chart by its name in a clause.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    kind: ChartKind,
    /// First token of its words, and how many they are.
    at: usize,
    len: usize,
}

/// The chart that a clause names.
pub(super) fn named(reader: &Reader<'_>, chunk: Chunk) -> Option<Named> {
    // "line mon 6 tue 0 wed 8": a word alone with points behind it.
    let kind = match reader.key(chunk.from) {
        "line" | "curve" => Some(ChartKind::Line),
        "bar" | "bars" => Some(ChartKind::Bar),
        _ => None,
    };
    let alone = lexicon()
        .components
        .at(&reader.tokens, chunk.from)
        .is_none_or(|(len, _)| len == 1);
    // "line for week: Mon 94.6, Tue 95.1": its points stand behind the colon.
    let led = chunk.leads
        && matches!(reader.key(chunk.from + 1), "for" | "of" | "per" | "by")
        && chunk.to - chunk.from <= NAME_WORDS_MAX;
    if let Some(kind) = kind.filter(|_| led) {
        return Some(Named {
            kind,
            at: chunk.from,
            len: 1,
        });
    }
    if let Some(kind) = kind.filter(|_| alone)
        && pointed(reader, chunk.from + 1, chunk.to)
            .is_some_and(|(_, points)| points.len() >= LONE_POINTS_MIN)
    {
        return Some(Named {
            kind,
            at: chunk.from,
            len: 1,
        });
    }
    (chunk.from..chunk.to).find_map(|at| {
        let (len, component) = lexicon().components.at(&reader.tokens, at)?;
        match component {
            // A meter or a dial may be the name of a figure.
            Component::Chart(kind) if at + len <= chunk.to && is_chart(reader, at, len) => {
                Some(Named {
                    kind: *kind,
                    at,
                    len,
                })
            }
            _ => None,
        }
    })
}

/// A word alone that is no chart everywhere ("meter", "curve") needs none of a figure's look behind it.
fn is_chart(reader: &Reader<'_>, at: usize, len: usize) -> bool {
    len > 1
        || !matches!(
            reader.key(at),
            "meter" | "dial" | "funnel" | "curve" | "pie" | "bars"
        )
        || !(at + 1 < reader.len() && is_number(reader, at + 1))
}

/// "line chart of revenue jan 30 feb 34": the chart with its name and the points that stand in the clause itself; none when
/// the clause holds numbers that are no points.
pub(super) fn head(reader: &Reader<'_>, chunk: Chunk, named: Named) -> Option<Told> {
    let behind = named.at + named.len;
    let chunk = Chunk {
        to: without_reach(reader, behind, chunk.to),
        ..chunk
    };
    let numbered = (behind..chunk.to).any(|at| is_number(reader, at));
    let told = pointed(reader, behind, chunk.to)
        .or_else(|| unnamed(reader, behind, chunk.to))
        .or_else(|| {
            let (from, point) = last_point(reader, behind, chunk.to)?;
            Some((from, vec![point]))
        });
    if numbered && told.is_none() {
        return None;
    }
    let (named_to, points) = told.unwrap_or((chunk.to, Vec::new()));
    // "temperature last 24h": the reach is no part of the name.
    let named_to = (behind..named_to)
        .find(|&at| super::clauses::is_reach(reader, at + 1))
        .unwrap_or(named_to);
    let content = |at: usize| {
        reader.tokens[at].is_word()
            && !lexicon().stops.contains_key(reader.key(at))
            && !matches!(
                reader.key(at),
                "comparing"
                    | "compare"
                    | "displaying"
                    | "tracking"
                    | "plotting"
                    | "stacked"
                    | "grouped"
                    | "plain"
                    | "called"
                    | "titled"
                    | "labelled"
                    | "labeled"
                    | "below"
                    | "underneath"
                    | "beneath"
                    | "above"
                    | "beside"
            )
    };
    // "line chart of requests called Requests / s": its name is told last.
    let called = (behind..named_to)
        .find(|&at| matches!(reader.key(at), "called" | "titled" | "labelled" | "labeled"));
    let behind = called.map_or(behind, |at| at + 1);
    // `an area chart called "Last 24 hours"`
    let quoted = called.and_then(|at| reader.tokens.get(at + 1)?.quote());
    let name = match (behind..named_to).find(|&at| content(at)) {
        Some(from) => Some((from, named_to)),
        None => (chunk.from..named.at)
            .find(|&at| content(at) && crate::numbers::count_at(&reader.tokens, at).is_none())
            .map(|from| (from, named.at)),
    };
    let name = name
        .map(|(from, to)| trimmed(reader, from, to))
        .filter(|(from, to)| from < to && to - from <= NAME_WORDS_MAX)
        .map(|(from, to)| capitalized(reader.text(from, to)));
    let name = match quoted {
        Some(quote) => Some(reader.prompt[reader.quoted[quote].inner.clone()].to_owned()),
        None => name,
    };
    Some(Told {
        clause: reader.span(chunk.from, chunk.to),
        what: Clause::Chart {
            kind: named.kind,
            name,
            points,
        },
    })
}

/// "line chart 7 days", "chart of visits 30d": where the only number of a chart tells how far back it reaches, the clause
/// ends before it.
fn without_reach(reader: &Reader<'_>, from: usize, to: usize) -> usize {
    // "by floor 1 to 5"
    if to >= from + 3
        && is_number(reader, to - 3)
        && (matches!(reader.key(to - 2), "to" | "through") || reader.is_sep(to - 2))
        && is_number(reader, to - 1)
    {
        return to - 3;
    }
    let mut numbers = (from..to).filter(|&at| is_number(reader, at));
    let (Some(number), None) = (numbers.next(), numbers.next()) else {
        return to;
    };
    let spans = |key: &str| {
        matches!(
            key,
            "day" | "days" | "week" | "weeks" | "month" | "months" | "hours" | "years" | "quarters"
        )
    };
    let text = reader.text(number, number + 1).to_lowercase();
    let short = text.ends_with(['h', 'd', 'w', 'm', 'y'])
        && text[..text.len() - 1].bytes().all(|b| b.is_ascii_digit());
    let quantity = text.split_whitespace().next_back().is_some_and(spans);
    let last = to == number + 1;
    if (short || quantity) && last || spans(reader.key(number + 1)) && to == number + 2 {
        number
    } else {
        to
    }
}

/// "spend by channel Google 45%", "profit by quarter Q1 1.1 Q2 1.3": what something is divided by leads its parts, whether
/// or not a chart is named; none for other clauses.
pub(super) fn divided(reader: &Reader<'_>, chunk: Chunk) -> Option<Told> {
    let by = (chunk.from..chunk.to).find(|&at| reader.key(at) == "by" && reader.is_lower(at))?;
    let noun = reader.tokens.get(by + 1)?.is_word() && reader.is_lower(by + 1);
    let behind = by + 2;
    let named = (chunk.from..by).all(|at| reader.tokens[at].is_word() || reader.is_sep(at));
    let begins = behind < chunk.to && !reader.is_lower(behind) && !is_number(reader, behind);
    if !(noun && named && begins) || by - chunk.from > NAME_WORDS_MAX {
        return None;
    }
    let (from, points) = pointed(reader, behind, chunk.to).or_else(|| {
        let (from, point) = last_point(reader, behind, chunk.to)?;
        Some((from, vec![point]))
    })?;
    let percent = reader.prompt[points[0].1.clone()].ends_with('%');
    let (start, end) = trimmed(reader, chunk.from, behind);
    (from == behind).then(|| Told {
        clause: reader.span(chunk.from, chunk.to),
        what: Clause::Chart {
            kind: if percent {
                ChartKind::Donut
            } else {
                ChartKind::Bar
            },
            name: Some(capitalized(reader.text(start, end))),
            points,
        },
    })
}

/// "consumption by room: kitchen 30 kWh, office 17 kWh": what something is divided by, before the colon that leads its
/// parts, makes them points of one chart where the first of them is one.
pub(super) fn divided_ahead(
    reader: &Reader<'_>,
    chunk: Chunk,
    next: Option<Chunk>,
) -> Option<Told> {
    let next = next.filter(|next| chunk.leads && !chunk.bracket && !next.opens)?;
    let by = (chunk.from + 1..chunk.to).find(|&at| {
        let abroad = matches!(
            reader.text(at, at + 1),
            "nach" | "par" | "por" | "per" | "pro"
        );
        (abroad || matches!(reader.key(at), "by" | "per")) && reader.is_lower(at)
    })?;
    let words = (chunk.from..chunk.to).all(|at| reader.tokens[at].is_word() && at != chunk.to);
    let short = by - chunk.from <= NAME_WORDS_MAX && (2..=3).contains(&(chunk.to - by));
    let (from, (_, value)) = last_point(reader, next.from, next.to)?;
    let (start, end) = trimmed(reader, chunk.from, chunk.to);
    let framed = (start..end).any(|at| {
        lexicon()
            .components
            .at(&reader.tokens, at)
            .is_some_and(|(_, part)| matches!(part, Component::Table | Component::List))
    });
    (words && short && !framed && from == next.from && start < end).then(|| Told {
        clause: reader.span(chunk.from, chunk.to),
        what: Clause::Chart {
            kind: if reader.prompt[value].ends_with('%') {
                ChartKind::Donut
            } else {
                ChartKind::Bar
            },
            name: Some(capitalized(reader.text(start, end))),
            points: Vec::new(),
        },
    })
}

/// "pie chart Google 45%": the only point of a clause; returns where its name begins.
fn last_point(reader: &Reader<'_>, from: usize, to: usize) -> Option<(usize, Point)> {
    let value = to.checked_sub(1).filter(|&at| is_number(reader, at))?;
    // "deliveries per hour 8h 22": the name of a point may be a number itself.
    let before = value.checked_sub(1).filter(|&at| {
        let hour = reader.form(at) == Some(crate::forms::FormKind::Time);
        (at > from || hour && at == from) && is_number(reader, at)
    });
    if let Some(before) = before
        && (from..before).all(|at| !is_number(reader, at))
    {
        return Some((before, (reader.span(before, value), reader.span(value, to))));
    }
    let lone = (from..value).all(|at| !is_number(reader, at));
    let (start, end) = trimmed(reader, from, value);
    let start = (start..end)
        .find(|&at| reader.is_capital(at))
        .unwrap_or(start);
    (lone && start < end && end - start <= POINT_WORDS_MAX)
        .then(|| (start, (reader.span(start, end), reader.span(value, to))))
}

/// Whether a clause is a point whose name is a moment ("jan 30", "mon 6").
pub(super) fn is_moment(reader: &Reader<'_>, chunk: Chunk) -> bool {
    let key = reader.key(chunk.from);
    (crate::forms::is_month(key) || crate::forms::is_weekday(key)) && point(reader, chunk).is_some()
}

/// "donut of channels, Search 45%": behind a chart of parts, whether a clause is one of them.
pub(super) fn is_share(reader: &Reader<'_>, named: Named, chunk: Chunk) -> bool {
    let parts = matches!(named.kind, ChartKind::Donut | ChartKind::Pie);
    let share = reader.form(chunk.to - 1) == Some(crate::forms::FormKind::Percent);
    parts && share && point(reader, chunk).is_some()
}

/// A point: the span of its name and the span of its value.
type Point = (Span, Span);

/// "revenue jan 30 feb 34 mar 41": names and numbers by turns; returns where the first name begins, and the points.
fn pointed(reader: &Reader<'_>, from: usize, to: usize) -> Option<(usize, Vec<Point>)> {
    let numbers: Vec<usize> = (from..to).filter(|&at| is_number(reader, at)).collect();
    let first = *numbers.first()?;
    if let Some(points) = hourly(reader, first, to) {
        return Some((first, points));
    }
    if numbers.len() < 2 || first == from {
        return None;
    }
    let mut points = Vec::new();
    let mut start = first - 1;
    let begins = start;
    for &number in &numbers {
        let named = start < number && number - start <= POINT_WORDS_MAX;
        if !named {
            return None;
        }
        points.push((reader.span(start, number), reader.span(number, number + 1)));
        start = number + 1;
    }
    (start == to).then_some((begins, points))
}

/// "roast temps 180 195 204 212": values in a row without names of their own; where they begin, and they.
fn unnamed(reader: &Reader<'_>, from: usize, to: usize) -> Option<(usize, Vec<Point>)> {
    const POINTS_MIN: usize = 3;
    let first = (from..to)
        .rev()
        .take_while(|&at| is_number(reader, at))
        .last()?;
    let named = (from..first).any(|at| is_number(reader, at));
    if to - first < POINTS_MIN || named {
        return None;
    }
    let point = |at: usize| {
        let value = reader.span(at, at + 1);
        (value.start..value.start, value)
    };
    Some((first, (first..to).map(point).collect()))
}

/// "9h 84 10h 120 11h 145": hours and numbers by turns.
fn hourly(reader: &Reader<'_>, from: usize, to: usize) -> Option<Vec<Point>> {
    const POINTS_MIN: usize = 2;
    const RISING_MIN: usize = 3;
    let hour = |at: usize| {
        let text = reader.text(at, at + 1).to_lowercase();
        let digits = text
            .trim_end_matches("am")
            .trim_end_matches("pm")
            .trim_end_matches('h');
        digits.len() < text.len() && digits.parse::<u8>().is_ok_and(|hour| hour <= 24)
    };
    let pairs: Vec<usize> = (from..to).step_by(2).collect();
    // "orders per hour 8 32 9 41 10 58": names that rise by one need no unit.
    let whole = |at: usize| reader.text(at, at + 1).parse::<u32>().ok();
    let rises = pairs.len() >= RISING_MIN
        && pairs
            .windows(2)
            .all(|pair| whole(pair[0]).is_some_and(|first| whole(pair[1]) == Some(first + 1)));
    let hour = |at: usize| hour(at) || rises && pairs.contains(&at);
    let turns = (to - from).is_multiple_of(2)
        && pairs.len() >= POINTS_MIN
        && pairs
            .iter()
            .all(|&at| hour(at) && is_number(reader, at + 1) && !hour(at + 1));
    turns.then(|| {
        pairs
            .into_iter()
            .map(|at| (reader.span(at, at + 1), reader.span(at + 1, at + 2)))
            .collect()
    })
}

/// Gives a clause to the chart before it: one point, or names and numbers by turns.
pub(super) fn take_points(reader: &Reader<'_>, chunk: Chunk, out: &mut [Told]) -> bool {
    let Some(told) = out.last_mut() else {
        return false;
    };
    let Clause::Chart { points, .. } = &mut told.what else {
        return false;
    };
    // Values in a row are whole: what has a name behind them is a figure of its own.
    if points.last().is_some_and(|(name, _)| name.is_empty()) {
        return false;
    }
    let found = match point(reader, chunk) {
        Some(point) => vec![point],
        None => match pointed(reader, chunk.from, chunk.to) {
            Some((begins, points)) if begins == chunk.from => points,
            _ => return false,
        },
    };
    points.extend(found);
    told.clause.end = reader.span(chunk.from, chunk.to).end;
    true
}

/// "Google 45 %", "5th 12", "Jan: 30".
fn point(reader: &Reader<'_>, chunk: Chunk) -> Option<Point> {
    let numbers: Vec<usize> = (chunk.from..chunk.to)
        .filter(|&at| is_number(reader, at))
        .collect();
    let value = match numbers[..] {
        [one] => one,
        // The name of a point may hold a number itself.
        [first, second] if first == chunk.from || first + 1 == second => second,
        _ => return None,
    };
    let (from, name_to) = trimmed(reader, chunk.from, value);
    let unit = chunk.to - value <= 3
        && (value + 1..chunk.to).all(|at| reader.is_lower(at) || reader.is_caseless(at));
    (from < name_to && name_to - from <= NAME_WORDS_MAX && unit)
        .then(|| (reader.span(from, name_to), reader.span(value, chunk.to)))
}
