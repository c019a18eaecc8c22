//! Cuts a phrase without marks into the cells of a record, by their form: "#1042 Mia Torres $84 shipped".

use crate::Span;
use crate::outline::{is_date, is_time};

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cell {
    /// "#1042", "INV-204", "SKU88".
    Code,
    Money,
    Date,
    Time,
    Email,
    /// "4.7", "82%", "25-35 min".
    Figure,
    /// "shipped", "in progress".
    State,
    /// What somebody is, behind the name: "Admin", "Team Lead".
    Post,
    /// Words that all begin with a capital.
    Name,
    Words,
}

/// Words for the state of a record, lower case; several words are joined by a blank.
const STATES: &[&str] = &[
    "active",
    "inactive",
    "invited",
    "pending",
    "paid",
    "unpaid",
    "open",
    "closed",
    "suspended",
    "shipped",
    "delivered",
    "cancelled",
    "canceled",
    "draft",
    "done",
    "overdue",
    "refunded",
    "returned",
    "processing",
    "failed",
    "approved",
    "rejected",
    "confirmed",
    "completed",
    "expired",
    "online",
    "offline",
    "late",
    "waiting",
    "scheduled",
    "sent",
    "in progress",
    "in review",
    "in transit",
    "in stock",
    "out of stock",
    "low stock",
    "on hold",
    "on leave",
    "past due",
    "checked in",
    "no show",
    "trial",
    "blocked",
    "banned",
    "archived",
    "resolved",
    "not done",
    "checked",
    "unchecked",
    "running",
    "stopped",
    "healthy",
    "degraded",
    "charging",
    "on",
    "off",
    "free",
    "idle",
    "queued",
    "available",
    "occupied",
    "vacant",
    "delayed",
    "boarding",
    "enabled",
    "disabled",
    "accepted",
    "declined",
    "planned",
    "published",
    "paused",
    "solved",
    "on time",
    "out of order",
    "on the way",
    "picked up",
    "in use",
    "in service",
    "out for delivery",
    "under maintenance",
    "upcoming",
];

/// Words for things that a number tells apart, lower case.
const NUMBERED: &[&str] = &[
    "van",
    "truck",
    "bus",
    "tram",
    "car",
    "bike",
    "room",
    "ward",
    "gate",
    "bay",
    "line",
    "unit",
    "desk",
    "table",
    "floor",
    "dock",
    "zone",
    "platform",
    "suite",
    "house",
    "apartment",
    "apt",
    "block",
    "building",
    "locker",
    "court",
    "route",
    "shift",
    "batch",
    "plot",
    "field",
    "cabin",
    "tank",
    "pump",
    "server",
    "node",
    "machine",
    "station",
    "hall",
    "studio",
    "lab",
    "class",
    "grade",
    "phase",
    "stage",
    "team",
    "level",
    "ep",
    "episode",
    "lesson",
    "chapter",
    "track",
    "day",
    "week",
    "module",
    "lektion",
    "folge",
    "kapitel",
    "episodio",
    "lección",
    "épisode",
    "leçon",
    "wagen",
    "zimmer",
    "raum",
    "halle",
    "camión",
    "sala",
    "mesa",
    "salle",
    "camion",
];

/// Words behind a number that belong to it.
const UNITS: &[&str] = &[
    "min", "mins", "minutes", "h", "hr", "hrs", "hours", "days", "day", "kg", "g", "lb", "lbs",
    "km", "mi", "miles", "m", "cm", "pcs", "left", "stars", "reviews", "kcal", "cal", "x", "pts",
    "points", "units", "l", "ml", "%",
];

/// Longest state, in words.
const STATE_WORDS_MAX: usize = 3;

/// Returns whether a phrase is a word for the state of a record.
pub fn is_state(text: &str) -> bool {
    STATES.contains(&text.to_lowercase().as_str())
}

/// Returns the cells of `text[span]`, in order.
pub(crate) fn cells(text: &str, span: Span) -> Vec<(Span, Cell)> {
    let words = words(text, span);
    let mut out: Vec<(Span, Cell)> = Vec::new();
    let mut plain: Option<Span> = None;
    let mut at = 0;
    while at < words.len() {
        let Some((len, cell)) = form(text, &words, at) else {
            let word = words[at].clone();
            plain = Some(plain.map_or(word.clone(), |run| run.start..word.end));
            at += 1;
            continue;
        };
        if let Some(run) = plain.take() {
            out.extend(named(text, run));
        }
        out.push((words[at].start..words[at + len - 1].end, cell));
        at += len;
    }
    if let Some(run) = plain {
        out.extend(named(text, run));
    }
    numbered(text, out)
}

/// "Rosa Diaz Van 12": the number belongs to the word for what it tells apart, which is a cell of its own behind a name.
fn numbered(text: &str, found: Vec<(Span, Cell)>) -> Vec<(Span, Cell)> {
    let mut out: Vec<(Span, Cell)> = Vec::new();
    for (span, cell) in found {
        let short = |span: &Span| text[span.clone()].len() <= 4;
        let number = matches!(cell, Cell::Figure | Cell::Code)
            && short(&span)
            && text[span.clone()]
                .chars()
                .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
        let thing = out.last().filter(|(_, kind)| *kind == Cell::Name);
        let word = thing.filter(|_| number).and_then(|(name, _)| {
            let at = text[name.clone()].rfind(' ').map_or(0, |at| at + 1);
            let word = name.start + at;
            NUMBERED
                .contains(&text[word..name.end].to_lowercase().as_str())
                .then_some((name.start, word))
        });
        match word {
            Some((start, word)) => {
                out.pop();
                if start < word {
                    out.push((start..word - 1, Cell::Name));
                }
                out.push((word..span.end, Cell::Name));
            }
            None => out.push((span, cell)),
        }
    }
    out
}

/// A run of plain words, parted before the post of the person that it names: "Ana Ruiz Admin", "Bo Lind Team Lead".
fn named(text: &str, run: Span) -> Vec<(Span, Cell)> {
    let kind = worded(&text[run.clone()]);
    let words: Vec<&str> = text[run.clone()].split(' ').collect();
    // A single word before a post may well belong to it ("Account Manager").
    let post = crate::posts::closing_words(&words)
        .filter(|len| words.len() >= len + 2)
        .map(|len| words[words.len() - len..].join(" ").len());
    match post.filter(|_| kind == Cell::Name) {
        Some(len) => vec![
            (run.start..run.end - len - 1, Cell::Name),
            (run.end - len..run.end, Cell::Post),
        ],
        None => vec![(run, kind)],
    }
}

/// The words of a phrase, without the marks at their ends.
fn words(text: &str, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text[span.clone()].char_indices() {
        let at = span.start + at;
        match (c.is_whitespace(), start) {
            (true, Some(from)) => {
                out.push(from..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    if let Some(from) = start {
        out.push(from..span.end);
    }
    out.into_iter()
        .flat_map(|word| reach(text, word))
        .filter_map(|word| {
            let kept = text[word.clone()].trim_end_matches([',', ';', ':']);
            let end = word.start + kept.len();
            // A dash or bar alone parts cells.
            (!kept.is_empty() && !kept.chars().all(|c| "-–—|·•/".contains(c)))
                .then_some(word.start..end)
        })
        .collect()
}

/// "06:40-11:05": from one time to another are two words.
fn reach(text: &str, word: Span) -> Vec<Span> {
    let clock = |side: &str| {
        side.split_once(':').is_some_and(|(hours, minutes)| {
            [hours, minutes]
                .iter()
                .all(|part| part.len() <= 2 && part.parse::<u8>().is_ok())
        })
    };
    let cut = text[word.clone()]
        .char_indices()
        .find(|(_, c)| matches!(c, '-' | '–' | '—'));
    match cut {
        Some((at, dash))
            if clock(&text[word.start..word.start + at])
                && clock(
                    text[word.start + at + dash.len_utf8()..word.end].trim_end_matches([',', ';']),
                ) =>
        {
            let behind = word.start + at + dash.len_utf8();
            vec![word.start..word.start + at, behind..word.end]
        }
        _ => vec![word],
    }
}

/// Length in words and kind of the form that begins at a word.
fn form(text: &str, words: &[Span], at: usize) -> Option<(usize, Cell)> {
    let run = |len: usize| -> Option<&str> {
        let last = words.get(at + len - 1)?;
        Some(&text[words[at].start..last.end])
    };
    // "2h ago", "yesterday": how long ago something was.
    if let Some(len) = long_ago(text, words, at) {
        return Some((len, Cell::Time));
    }
    if let Some(len) = duration(text, words, at) {
        return Some((len, Cell::Figure));
    }
    for len in (1..=3).rev() {
        let Some(run) = run(len) else { continue };
        // A date begins with its day or its month: "Lead 12 May" is two cells.
        let first = &text[words[at].clone()];
        let opens = first.starts_with(|c: char| c.is_ascii_digit())
            || crate::forms::is_month(&first.to_lowercase())
            || crate::forms::is_weekday(&first.to_lowercase());
        let last = &text[words[at + len - 1].clone()];
        let year = len < 3 || last.len() == 4 && last.bytes().all(|b| b.is_ascii_digit());
        let dated = opens && year && is_date(run) && run.contains(|c: char| c.is_ascii_digit());
        if dated {
            return Some((len, Cell::Date));
        }
        // "1.20" is an amount; "8.30 Uhr" is a time.
        let plain = run.contains('.') && !run.contains(char::is_alphabetic);
        if len <= 2 && is_time(run) && !plain {
            return Some((len, Cell::Time));
        }
        if len <= STATE_WORDS_MAX && is_state(run) {
            return Some((len, Cell::State));
        }
    }
    let word = run(1)?;
    if word.contains('@') && word.contains('.') {
        return Some((1, Cell::Email));
    }
    // "−1 250 ₽": groups of three digits belong together.
    let group = |text: &str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit());
    let mut groups = 1;
    while is_number(word)
        && !word.contains([',', '.', '/', '%'])
        && words
            .get(at + groups)
            .is_some_and(|next| group(&text[next.clone()]))
    {
        groups += 1;
    }
    if let Some(run) = run(groups + 1)
        && groups > 1
        && is_money(run)
    {
        return Some((groups + 1, Cell::Money));
    }
    if is_money(word) {
        return Some((1, Cell::Money));
    }
    // "1.200,50 €"
    if let Some(run) = run(2)
        && is_number(word)
        && is_money(run)
    {
        return Some((2, Cell::Money));
    }
    // "4 x 10": how often, and how many each time.
    if is_number(word)
        && let (Some(times), Some(each)) = (words.get(at + 1), words.get(at + 2))
        && matches!(&text[times.clone()], "x" | "X" | "×")
        && is_number(&text[each.clone()])
    {
        return Some((3, Cell::Figure));
    }
    if is_number(word) {
        let unit = words
            .get(at + 1)
            .is_some_and(|next| UNITS.contains(&text[next.clone()].to_lowercase().as_str()));
        let ago = unit
            && words
                .get(at + 2)
                .is_some_and(|next| matches!(&text[next.clone()], "ago" | "left" | "old"));
        return Some((1 + usize::from(unit) + usize::from(ago), Cell::Figure));
    }
    is_code(word).then_some((1, Cell::Code))
}

/// "7 h 12 min", "1 h 34": length in words of hours with the minutes behind them.
fn duration(text: &str, words: &[Span], at: usize) -> Option<usize> {
    const MINUTES_MAX: u32 = 59;
    let word = |at: usize| words.get(at).map(|word| text[word.clone()].to_lowercase());
    let hours = word(at)?.bytes().all(|b| b.is_ascii_digit())
        && matches!(word(at + 1)?.as_str(), "h" | "hr" | "hrs" | "std" | "ч");
    let minutes: u32 = word(at + 2)?.trim_end_matches(['m', '.']).parse().ok()?;
    let unit = word(at + 3)
        .is_some_and(|unit| matches!(unit.as_str(), "m" | "min" | "mins" | "minutes" | "мин"));
    (hours && minutes <= MINUTES_MAX).then_some(3 + usize::from(unit))
}

/// Length in words of a moment told from now.
fn long_ago(text: &str, words: &[Span], at: usize) -> Option<usize> {
    const DAYS: &[&str] = &[
        "yesterday",
        "today",
        "tomorrow",
        "gestern",
        "heute",
        "ayer",
        "hoy",
        "hier",
        "ieri",
        "oggi",
        "ontem",
        "hoje",
        "never",
    ];
    let word = |at: usize| words.get(at).map(|word| text[word.clone()].to_lowercase());
    let first = word(at)?;
    if DAYS.contains(&first.as_str()) && at > 0 {
        return Some(1);
    }
    if first == "just" && word(at + 1)? == "now" {
        return Some(2);
    }
    let digits = first.bytes().take_while(u8::is_ascii_digit).count();
    let unit = matches!(
        &first[digits..],
        "h" | "d" | "w" | "m" | "min" | "mo" | "y" | "s"
    );
    (digits > 0 && unit && word(at + 1)? == "ago").then_some(2)
}

fn worded(text: &str) -> Cell {
    let named = text
        .split_whitespace()
        .all(|word| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()));
    if named { Cell::Name } else { Cell::Words }
}

fn is_money(word: &str) -> bool {
    const SIGNS: &[char] = &['$', '€', '£', '¥', '₹', '₺', '₽', '₴', '₩'];
    let bare = word.trim_start_matches(['-', '+', '−', '–']);
    // "12€/month": what it is for stands behind a slash.
    let bare = bare.split_once('/').map_or(bare, |(sum, _)| sum);
    let worded = bare
        .rsplit_once(' ')
        .is_some_and(|(_, unit)| crate::forms::is_currency_word(unit));
    (bare.starts_with(SIGNS) || bare.ends_with(SIGNS) || worded)
        && bare.contains(|c: char| c.is_ascii_digit())
}

/// "4.7", "82%", "25-35", "12k", "3x".
fn is_number(word: &str) -> bool {
    let bare = word
        .trim_start_matches(['-', '+', '−', '~'])
        .trim_end_matches(['%', '°', 'k', 'K', 'M', 'x', '★']);
    bare.contains(|c: char| c.is_ascii_digit())
        && bare
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '/'))
}

fn is_code(word: &str) -> bool {
    let digits = word.chars().any(|c| c.is_ascii_digit());
    let capitals = word
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || matches!(c, '-' | '_' | '#'));
    digits && (word.starts_with(['#', '№']) || capitals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_fall_into_cells_by_form() {
        for (text, want) in [
            (
                "#1042 Mia Torres $84 shipped",
                "#1042=Code|Mia Torres=Name|$84=Money|shipped=State",
            ),
            (
                "Burger Barn 4.7 25-35 min $2.99 delivery",
                "Burger Barn=Name|4.7=Figure|25-35 min=Figure|$2.99=Money|delivery=Words",
            ),
            (
                "INV-7 ACME 3 May 1.200,50 € in progress",
                "INV-7=Code|ACME=Name|3 May=Date|1.200,50 €=Money|in progress=State",
            ),
            (
                "№1042 Иван Петров 3 400 ₽ Оплачен",
                "№1042=Code|Иван Петров=Name|3 400 ₽=Money|Оплачен=Name",
            ),
            (
                "Ana Ruiz Admin Active",
                "Ana Ruiz=Name|Admin=Post|Active=State",
            ),
            (
                "Ana Ruiz Admin 2h ago",
                "Ana Ruiz=Name|Admin=Post|2h ago=Time",
            ),
            ("Bo Lind Team Lead", "Bo Lind=Name|Team Lead=Post"),
            ("Account Manager", "Account Manager=Name"),
            ("Team 12€/month", "Team=Name|12€/month=Money"),
            ("Кафе −1 250 ₽", "Кафе=Name|−1 250 ₽=Money"),
            (
                "Rosa Diaz Van 12 idle",
                "Rosa Diaz=Name|Van 12=Name|idle=State",
            ),
            ("Squats 4 x 10", "Squats=Name|4 x 10=Figure"),
            (
                "Ep 12 Letting go 34 min",
                "Ep 12=Name|Letting go=Words|34 min=Figure",
            ),
            (
                "TAP 06:40-11:05 direct €128",
                "TAP=Name|06:40=Time|11:05=Time|direct=Words|€128=Money",
            ),
            ("Truck 7 on the way", "Truck 7=Name|on the way=State"),
            ("Lena Lead 12 May", "Lena Lead=Name|12 May=Date"),
            (
                "lee@pod.io 8 pm - room 4",
                "lee@pod.io=Email|8 pm=Time|room=Words|4=Figure",
            ),
        ] {
            let found: Vec<String> = cells(text, 0..text.len())
                .into_iter()
                .map(|(span, cell)| format!("{}={cell:?}", &text[span]))
                .collect();
            assert_eq!(found.join("|"), want);
        }
    }
}
