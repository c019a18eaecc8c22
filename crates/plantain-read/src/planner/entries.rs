//! Reads what stands on a day, in a clause of its own.

use super::{Event, Period, Planner, hour, marks, weekdays};
use crate::calendar::{leading_weekday, month, weekday};
use crate::outline::{add, is_time, trimmed};
use crate::{Brief, Literal, Role, Span};

/// Words between what stands on a day and the day behind it.
const DAY_LEADS: &[&str] = &[
    "on", "the", "from", "am", "el", "le", "il", "em", "op", "w", "dia", "día", "den", "at", "del",
    "du", "vom", "dal", "van", "od", "с", "de",
];

/// Reads a clause that stands on a day: "3 dentist", "21-25 vacation", "monday: soup", "9:00 stand-up".
pub(super) fn entry(planner: &mut Planner, desk: &mut Brief, span: Span, lower: &str, head: usize) {
    let span = behind_head_of_list(planner, span, lower);
    let span = behind_kind(span, lower, head);
    let Some(span) = trimmed(&desk.prompt, span).filter(|span| span.end > head) else {
        return;
    };
    let titled = |l: &Literal| l.meets(&span) && l.role == Role::Title;
    if desk.literals.iter().any(titled) {
        return;
    }
    let monthly = planner.period == Period::Month;
    if monthly && (mark_with_text(planner, desk, lower, &span) || told_mark(planner, lower, &span))
    {
        return;
    }
    let span = if monthly {
        behind_leads(lower, span)
    } else {
        span
    };
    let text = lower[span.clone()].to_owned();
    let weekly = planner.period == Period::Week;
    if text.trim().is_empty()
        || weekdays::tells_first_day(&text)
        || weekdays::headed(planner, desk, &span, &text)
        || weekly && weekdays::closed(planner, desk, &span, &text)
        || noted(planner, desk, &span, &text)
    {
        return;
    }
    match when(planner, &text) {
        Some(found) => place(planner, desk, &span, &text, found),
        None if monthly => place_behind(planner, desk, &span, &text),
        None => {}
    }
}

/// The span without the head of a list: "with events: 3 dentist".
fn behind_head_of_list(planner: &Planner, mut span: Span, lower: &str) -> Span {
    let led = |mark: &str| {
        let at = lower[span.clone()].rfind(mark)?;
        leading_weekday(&lower[span.start + at + mark.len()..span.end])?;
        let own = leading_weekday(&lower[span.start..span.start + at]).is_none();
        own.then_some(span.start + at + mark.len())
    };
    if let Some(start) = led("：").or_else(|| led(":")) {
        span.start = start;
    } else if let Some(at) = lower[span.clone()].rfind(": ") {
        let head = &lower[span.start..span.start + at];
        if weekday(head).is_none() && day_of(head, planner).is_none() && !is_time(head.trim()) {
            span.start += at + 2;
        }
    }
    span
}

/// The span without the kind of calendar: "March 2026 calendar with 5 dentist" has its first entry behind it without a mark.
fn behind_kind(mut span: Span, lower: &str, head: usize) -> Span {
    const JOINTS: [&str; 4] = [" with ", " mit ", " con ", " avec "];
    const LEADS: [&str; 8] = [
        "with ", "and ", "events ", "showing ", "con ", "mit ", "avec ", "com ",
    ];
    /// Bytes between the kind and the joint: room for a month and a year.
    const MONTH_MAX: usize = 24;
    if span.start >= head || head >= span.end {
        return span;
    }
    let rest = &lower[head..span.end];
    // "calendar for March 2026 with …": the month before the first entry is none.
    let joint = JOINTS
        .iter()
        .filter_map(|joint| rest.find(joint))
        .find(|at| *at < MONTH_MAX);
    let rest = joint.map_or(rest, |at| &rest[at..]);
    let entry = LEADS.iter().fold(rest.trim_start(), |rest, lead| {
        rest.strip_prefix(lead).unwrap_or(rest).trim_start()
    });
    span.start = span.end - entry.len();
    span
}

/// "12 mini months in a 3 x 4 grid": how a year is laid out stands on no day.
pub(super) fn tells_months(text: &str) -> bool {
    let word = |word: &str| text.split_whitespace().any(|other| other == word);
    word("months") || word("month") && (word("names") || word("name"))
}

/// First and last day or minute that an entry begins with, and how many of its words tell them.
fn when(planner: &Planner, text: &str) -> Option<(u32, u32, usize)> {
    match planner.period {
        // "7 columns": the days of a week have names.
        Period::Week => return None,
        Period::Month | Period::Year => return day_of(text, planner),
        Period::Day => {}
    }
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let (moment, used) = match minutes(first) {
        Some(moment) => (moment, 1),
        None => (minutes(&format!("{first}{}", words.next()?))?, 2),
    };
    (text.split_whitespace().count() > used).then_some((moment, moment, used))
}

/// Puts what an entry says on its day or hour.
fn place(
    planner: &mut Planner,
    desk: &mut Brief,
    span: &Span,
    text: &str,
    (from, to, mut used): (u32, u32, usize),
) {
    let words: Vec<&str> = text.split_whitespace().collect();
    if planner.period == Period::Month {
        let ties =
            |word: &&&str| is_tie(word) || marks::tells(word) || matches!(**word, "and" | "the");
        let tied = words[used..].iter().take_while(ties).count();
        // "17 circled and the note 'Parade'": a day with words of its own may be marked as well.
        let told = words[..used + tied].join(" ");
        planner.marks.extend(marks::mark(&told, planner, span));
        used += tied;
        // "highlight the 14th, note 'Dentist'": what stands on the day is told next.
        if used == words.len() && planner.events.is_empty() {
            planner.awaiting = Some((from, to));
        }
        // "exams 3 June, 10 June": a day alone goes with what was told last.
        let last = planner.events.last().map(|event| event.text);
        if let Some(text) = last.filter(|_| used == words.len()) {
            planner.events.push(Event { from, to, text });
            return;
        }
    }
    let mut at = 0;
    for word in words.iter().take(used) {
        let Some(found) = text[at..].find(word) else {
            return;
        };
        at += found + word.len();
    }
    let rest = trimmed(&desk.prompt, span.start + at..span.end);
    if let Some(rest) = rest.filter(|rest| rest.end - rest.start >= 2) {
        let text = add(desk, rest, Role::Item);
        planner.events.push(Event { from, to, text });
    }
}

/// An entry whose day stands behind it: "dentist on the 3rd".
fn place_behind(planner: &mut Planner, desk: &mut Brief, span: &Span, text: &str) {
    if let Some((from, to, end)) = day_behind(text, planner)
        && let Some(rest) = trimmed(&desk.prompt, span.start..span.start + end)
        && month(text.split(' ').next().unwrap_or_default()).is_none()
    {
        let text = add(desk, rest, Role::Item);
        planner.events.push(Event { from, to, text });
    }
}

/// Takes a day that is only marked, and further days behind it ("highlight the 3rd, 10th and 17th").
fn told_mark(planner: &mut Planner, lower: &str, span: &Span) -> bool {
    let text = &lower[span.clone()];
    // "the 31st highlighted in orange and a pumpkin": what is joined to it stands elsewhere.
    let joined = [" and a ", " and an ", " with a ", ", a "]
        .iter()
        .filter_map(|joint| Some(span.start..span.start + text.find(joint)?));
    let spans = std::iter::once(span.clone()).chain(joined);
    let found = spans
        .into_iter()
        .find_map(|span| marks::mark(&lower[span.clone()], planner, &span));
    let mark = found.or_else(|| {
        let last = planner
            .marks
            .last()
            .filter(|_| planner.awaiting.is_some())?;
        let day = text.strip_prefix("the ").unwrap_or(text);
        let (from, to, used) = day_of(day, planner)?;
        let alone = used == day.split_whitespace().count();
        alone.then(|| marks::Mark {
            from,
            to,
            span: span.clone(),
            ..last.clone()
        })
    });
    let joined = || text.split_once(" and ").map(|(_, right)| right);
    let shared = || {
        let right = joined()?;
        let span = span.end - right.len()..span.end;
        marks::mark(right, planner, &span)
    };
    let Some(mark) = mark.or_else(shared) else {
        return false;
    };
    // "24 and 25 marked red": the day before the joint is marked alike.
    let behind = lower[span.start..]
        .find(|c: char| c.is_ascii_digit())
        .and_then(|_| day_before(&lower[..mark.span.end], mark.from));
    if let Some(day) = behind.filter(|day| planner.marks.iter().all(|m| m.from != *day)) {
        planner.marks.push(marks::Mark {
            from: day,
            to: day,
            ..mark.clone()
        });
    }
    planner.awaiting = Some((mark.from, mark.to));
    planner.marks.push(mark);
    true
}

/// Puts a text that a clause wants on the day it marks there, and takes the mark.
fn mark_with_text(planner: &mut Planner, desk: &mut Brief, lower: &str, span: &Span) -> bool {
    let quotes = crate::quotes::find(&desk.prompt, &[]);
    let Some(quote) = quotes.into_iter().find(|quote| {
        span.start <= quote.outer.start
            && quote.outer.end <= span.end
            && written_there(lower, &quote.inner, planner)
    }) else {
        return false;
    };
    let head = span.start..quote.outer.start;
    let head = [
        " and write",
        ", write",
        " and note",
        " with the note",
        " and label it",
    ]
    .iter()
    .find_map(|lead| lower[head.clone()].find(lead))
    .map_or(head.clone(), |at| head.start..head.start + at);
    let Some(mark) = marks::mark(&lower[head.clone()], planner, &head) else {
        return false;
    };
    let text = add(desk, quote.inner, Role::Item);
    planner.events.push(Event {
        from: mark.from,
        to: mark.to,
        text,
    });
    planner.marks.push(mark);
    true
}

/// `circle the 18th in red and write "Mum's 60th" there`: whether a text is to be written on the day that was told before it.
pub(super) fn written_there(lower: &str, span: &Span, planner: &Planner) -> bool {
    if planner.period != Period::Month {
        return false;
    }
    let behind = lower[span.end..].trim_start_matches(['"', '\'', '”', '’', '»', ' ']);
    let there = [
        "there",
        "on it",
        "in it",
        "inside",
        "on that day",
        "in that box",
        "in the box",
    ]
    .iter()
    .any(|words| behind.starts_with(words));
    let clause = lower[..span.start]
        .rfind(['.', ';', '\n'])
        .map_or(0, |mark| mark + 1);
    let before = lower[clause..span.start].trim_end_matches(|c: char| !c.is_alphanumeric());
    let ordered = ["write", "note", "label it", "says", "saying"]
        .iter()
        .any(|verb| before.ends_with(verb));
    let dated = before.split_whitespace().any(|word| {
        day_of(&format!("{word} -"), planner).is_some() && word.ends_with(char::is_alphabetic)
    });
    dated && (there || ordered)
}

/// The day that "and" joins to this one: 24 in "24 and 25".
fn day_before(lower: &str, day: u32) -> Option<u32> {
    let words: Vec<&str> = lower.split_whitespace().collect();
    let number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let suffix = &word[digits.len()..];
        let plain = matches!(suffix, "" | "st" | "nd" | "rd" | "th" | ".");
        digits.parse::<u32>().ok().filter(|_| plain)
    };
    let at = (2..words.len()).rev().find(|&at| {
        number(words[at]) == Some(day) && matches!(words[at - 1], "and" | "&" | "und" | "et" | "y")
    })?;
    number(words[at - 2]).filter(|n| (1..=31).contains(n))
}

/// Takes "note 'Dentist'" behind a day that was told alone.
fn noted(planner: &mut Planner, desk: &mut Brief, span: &Span, text: &str) -> bool {
    const LEADS: &[&str] = &[
        "note", "noted", "labelled", "labeled", "label", "marked", "saying", "text",
    ];
    let Some((from, to)) = planner.awaiting.take() else {
        return false;
    };
    let lead = LEADS.iter().find(|lead| {
        text.strip_prefix(**lead)
            .is_some_and(|rest| rest.starts_with([' ', ':']))
    });
    let start = span.start + lead.map_or(0, |lead| lead.len());
    let quoted = text.starts_with(['"', '\'', '“', '‘', '«']);
    let Some(what) = trimmed(&desk.prompt, start..span.end).filter(|_| quoted || lead.is_some())
    else {
        return false;
    };
    let text = add(desk, what, Role::Item);
    planner.events.push(Event { from, to, text });
    true
}

/// "the 12th marked 'Dentist'": whether the words before a text, back to the last mark, end in a day and what ties it to it.
pub(super) fn follows_day(lower: &str, span: &Span, planner: &Planner) -> bool {
    let before = lower[..span.start].trim_end_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = before.split_whitespace().collect();
    // `Monday "Team sync"`
    if planner.period == Period::Week {
        return words.last().is_some_and(|word| weekday(word).is_some());
    }
    if planner.period != Period::Month {
        return false;
    }
    let ties = |word: &str| is_tie(word) || matches!(word, "the" | "and") || marks::tells(word);
    let tied = words.iter().rev().take_while(|word| ties(word)).count();
    let dated = |n: usize| {
        words.len() >= tied + n
            && day_of(
                &words[words.len() - tied - n..words.len() - tied].join(" "),
                planner,
            )
            .is_some_and(|(_, _, used)| used == n)
    };
    // A bare number may be a size or a year.
    let ordinal = words
        .len()
        .checked_sub(tied + 1)
        .and_then(|at| words.get(at))
        .is_some_and(|word| word.ends_with(|c: char| c.is_alphabetic()));
    dated(2) || dated(1) && (ordinal || tied > 0 || planner.month.is_some())
}

/// `"Dentist" on the 12th`: whether a text is tied to the day that stands behind it.
pub(super) fn leads_to_day(lower: &str, span: &Span, planner: &Planner) -> bool {
    if planner.period != Period::Month {
        return false;
    }
    let behind = lower[span.end..].trim_start_matches(['"', '\'', '”', '’', '»', '“', ' ']);
    let mut words = behind.split_whitespace().peekable();
    let mut led = 0;
    while words.next_if(|word| DAY_LEADS.contains(word)).is_some() {
        led += 1;
    }
    // A day alone may be a count; with another word behind it, it is read as in a clause.
    let day = words.next().map(|day| format!("{day} -"));
    led > 0 && day.is_some_and(|day| day_of(&day, planner).is_some())
}

/// "mark the 12th Dentist": an entry without the words that only lead to its day.
fn behind_leads(lower: &str, span: Span) -> Span {
    const LEADS: &[&str] = &[
        "and ",
        "mark ",
        "marking ",
        "highlight ",
        "highlighting ",
        "circle ",
        "circling ",
        "with ",
        "mit ",
        "con ",
        "avec ",
        "com ",
        "on ",
        "the ",
        "el ",
        "il ",
        "le ",
        "o ",
        "dem ",
    ];
    let rest = LEADS.iter().fold(&lower[span.clone()], |rest, lead| {
        rest.strip_prefix(lead).unwrap_or(rest)
    });
    let dated = rest.starts_with(|c: char| c.is_ascii_digit())
        || month(rest.split(' ').next().unwrap_or_default()).is_some();
    if dated {
        span.end - rest.len()..span.end
    } else {
        span
    }
}

/// Words between a day and what is marked on it.
fn is_tie(word: &str) -> bool {
    matches!(
        word.trim_end_matches(':'),
        "marked"
            | "mark"
            | "as"
            | "is"
            | "says"
            | "labelled"
            | "labeled"
            | "reading"
            | "highlighted"
            | "circled"
            | "note"
            | "noted"
            | "with"
            | "for"
            | "="
            | "-"
            | "–"
    )
}

/// "dentist on the 12th and holiday 20-22": joined entries with a day each stand apart.
pub(super) fn parted(lower: &str, clause: Span) -> Vec<Span> {
    const JOINTS: &[&str] = &[
        " and ", " y ", " und ", " et ", " e ", " en ", " i ", " и ", " та ", " ve ",
    ];
    let text = &lower[clause.clone()];
    // A figure in quotes is part of a text, and no day.
    let dated = |part: &str| {
        let mut quoted = false;
        part.chars().any(|c| {
            quoted ^= matches!(c, '"' | '“' | '”');
            !quoted && c.is_ascii_digit()
        })
    };
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((at, len)) = JOINTS
        .iter()
        .filter_map(|joint| text[from..].find(joint).map(|at| (from + at, joint.len())))
        .min()
    {
        if !dated(&text[from..at]) || !dated(&text[at..]) {
            break;
        }
        found.push(clause.start + from..clause.start + at);
        from = at + len;
    }
    found.push(clause.start + from..clause.end);
    found
}

/// "dentist on the 12th", "holiday 20-22", "exam on March 5": a day behind its text; the days and the bytes of the text.
fn day_behind(text: &str, planner: &Planner) -> Option<(u32, u32, usize)> {
    let mut starts: Vec<usize> = vec![0];
    starts.extend(text.match_indices(' ').map(|(at, _)| at + 1));
    let whole = |at: usize| {
        let (first, last, used) = day_of(&text[at..], planner)?;
        let words: Vec<&str> = text[at..].split_whitespace().collect();
        if used == words.len() {
            return Some((first, last));
        }
        // "del 23 al 27"
        let joint = matches!(
            words[used],
            "al" | "to" | "bis" | "à" | "au" | "a" | "ao" | "tot" | "do" | "по" | "-" | "–"
        );
        let (_, end, more) = day_of(&words.get(used + 1..)?.join(" "), planner)?;
        (joint && used + 1 + more == words.len() && end >= first).then_some((first, end))
    };
    let (from, (first, last)) = starts
        .iter()
        .skip(1)
        .copied()
        .find_map(|at| Some((at, whole(at)?)))?;
    let mut end = text[..from].trim_end();
    while let Some((before, word)) = end.rsplit_once(' ')
        && DAY_LEADS.contains(&word)
    {
        end = before.trim_end();
    }
    (end.chars().filter(|c| c.is_alphabetic()).count() >= 2).then_some((first, last, end.len()))
}

fn minutes(word: &str) -> Option<u32> {
    is_time(word).then_some(())?;
    let hour = hour(word).or_else(|| word.split(['.', ':']).next()?.parse().ok())?;
    let minute = word
        .split([':', '.'])
        .nth(1)
        .and_then(|m| m.get(..2)?.parse::<u32>().ok())
        .unwrap_or(0);
    Some(hour * 60 + minute)
}

/// "14", "14th", "21-25", "march 14", "14 march" at the start of a clause: first day, last day, words used.
pub(super) fn day_of(text: &str, planner: &Planner) -> Option<(u32, u32, usize)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |word: &str| -> Option<u32> {
        let bare = word.trim_end_matches([':', ',', '.']);
        let bare = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|s| bare.strip_suffix(s))
            .unwrap_or(bare);
        bare.parse::<u32>().ok().filter(|n| (1..=31).contains(n))
    };
    let range = |word: &str| -> Option<(u32, u32)> {
        let (a, b) = word.trim_end_matches(':').split_once(['-', '–'])?;
        Some((number(a)?, number(b)?))
    };
    let first = words.first()?;
    if month(first).is_some() {
        let (from, to) = range(words.get(1)?).or_else(|| number(words[1]).map(|n| (n, n)))?;
        return Some((from, to, 2));
    }
    let (from, to) = range(first).or_else(|| number(first).map(|n| (n, n)))?;
    let named = words.get(1).is_some_and(|w| month(w).is_some());
    let counted = !named && planner.month.is_none() && planner.events.is_empty() && words.len() < 2;
    (!counted && from <= to).then_some((from, to, 1 + usize::from(named)))
}
