//! Reads calendars and planners: which span of time, what stands on which day, and which fields are wanted.

use crate::calendar::{month, weekday};
use crate::outline::{add, clauses, is_time, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

#[cfg(test)]
mod tests;

/// The span of time that a sheet shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Period {
    #[default]
    Month,
    Year,
    Week,
    Day,
}

/// A field of a planner besides its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Priorities,
    ToDo,
    Notes,
    Habits,
    Goals,
    Groceries,
    Water,
    Meals,
    Mood,
}

/// Something on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// First and last day: of the month from 1, of the week from 0 (Monday), or minutes of the day.
    pub from: u32,
    pub to: u32,
    /// Index into [`Brief::literals`].
    pub text: usize,
}

/// What a calendar or planner shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Planner {
    pub period: Period,
    pub year: Option<u32>,
    /// 0 is January.
    pub month: Option<u32>,
    /// First and last day of the week, 0 is Monday.
    pub days: (u32, u32),
    /// First and last hour of a day.
    pub hours: Option<(u32, u32)>,
    pub events: Vec<Event>,
    /// Rows of a week ("Breakfast", "Lunch", "Dinner"), as told or implied by the kind.
    pub rows: Vec<String>,
    pub fields: Vec<Field>,
    /// The month as written, if the prompt names it: index into [`Brief::literals`].
    pub name: Option<usize>,
    /// Index into [`Brief::literals`].
    pub title: Option<usize>,
    /// What the prompt calls the plan before its days ("gym timetable"), when it gives no title.
    pub heading: Option<String>,
    /// Whether only the days that are told are wanted.
    pub only_told: bool,
    /// Whether days are told by names of two letters ("Mo", "Di").
    pub short_days: bool,
    /// Whether weeks begin on a Sunday.
    pub sunday_first: bool,
    /// What the plan is for, as its words say ("meal", "workout").
    pub kind: String,
}

const FIELDS: &[(&str, Field)] = &[
    ("priorit", Field::Priorities),
    ("top 3", Field::Priorities),
    ("top three", Field::Priorities),
    ("to do", Field::ToDo),
    ("to-do", Field::ToDo),
    ("todo", Field::ToDo),
    ("task", Field::ToDo),
    ("checklist", Field::ToDo),
    ("note", Field::Notes),
    ("habit", Field::Habits),
    ("goal", Field::Goals),
    ("grocer", Field::Groceries),
    ("shopping list", Field::Groceries),
    ("water", Field::Water),
    ("meals", Field::Meals),
    ("mood", Field::Mood),
    ("notiz", Field::Notes),
    ("aufgabe", Field::ToDo),
    ("notas", Field::Notes),
    ("tareas", Field::ToDo),
];

/// Fills the planner of a calendar, and of a schedule told by weekdays.
pub(crate) fn settle(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let tabled = crate::grid::rows::is_table(&brief.prompt)
        || crate::grid::rows::tells_lessons(&brief.prompt, &lower, start);
    if brief.genre == Genre::Table && tabled {
        return;
    }
    let bare = brief.genre == Genre::Table && plans_kind(&lower) && !plans_week(&lower);
    let weekly = brief.genre == Genre::Table && plans_week(&lower);
    if !(brief.genre == Genre::Calendar || weekly || bare) {
        return;
    }
    // One torn-off day, and doors to open, are told by their words alone.
    if [
        "tear-off",
        "tear off",
        "day calendar",
        "advent",
        "moon phase",
    ]
    .iter()
    .any(|w| lower.contains(w))
    {
        return;
    }
    let mut planner = Planner {
        days: (0, 6),
        ..Planner::default()
    };
    planner.period = period(&lower);
    planner.sunday_first = lower.contains("sunday to saturday")
        || lower.contains("sunday first")
        || lower.contains("start on sunday")
        || lower.contains("starting sunday");
    planner.fields = fields(&lower);
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    dated(&mut planner, &mut desk, &lower);
    if planner.period == Period::Month
        && planner.month.is_none()
        && planner.year.is_some()
        && !lower.contains("month")
    {
        planner.period = Period::Year;
    }
    let undated = planner.month.is_none() && planner.year.is_none();
    if weekly || bare || planner.period == Period::Month && undated && plans_week(&lower) {
        planner.period = Period::Week;
    }
    planner.short_days = clauses(&lower, 0)
        .into_iter()
        .filter(|clause| {
            let text = lower[clause.clone()]
                .rsplit(": ")
                .next()
                .unwrap_or_default();
            crate::grid::rows::is_short_day(text.split(' ').next().unwrap_or_default())
        })
        .count()
        >= 3;
    titled(&mut planner, &mut desk, brief);
    let start = brief.genre_span.as_ref().map_or(0, |s| s.end);
    for clause in clauses(&brief.prompt.clone(), 0) {
        for part in parted(&lower, clause) {
            entry(&mut planner, &mut desk, part, &lower, start);
        }
    }
    planner.rows = rows(&lower, &planner);
    planner.kind = kind(&lower);
    planner.only_told = tells_its_days(&planner) && !lower.contains("planner");
    if planner.period == Period::Week && planner.title.is_none() {
        planner.heading = heading(brief, &lower);
    }
    if weekly && planner.events.len() < 2 {
        return;
    }
    brief.genre = Genre::Calendar;
    brief.literals = desk.literals;
    brief.pairs.clear();
    brief.lists.clear();
    brief.planner = Some(planner);
}

/// Whether three days or more are told, and neither a span of days nor fields to fill in.
fn tells_its_days(planner: &Planner) -> bool {
    const DAYS_MIN: usize = 3;
    let mut days: Vec<u32> = planner.events.iter().map(|event| event.from).collect();
    days.sort_unstable();
    days.dedup();
    planner.period == Period::Week
        && planner.days == (0, 6)
        && planner.fields.is_empty()
        && planner.rows.is_empty()
        && days.len() >= DAYS_MIN
}

/// Most words of a heading.
const HEADING_WORDS_MAX: usize = 7;

/// "horarios del gimnasio: lunes …": the words before the first colon, without those that ask for the picture.
fn heading(brief: &Brief, lower: &str) -> Option<String> {
    let colon = lower.find([':', '：'])?;
    let told = lower[..colon]
        .split(|c: char| c.is_whitespace() || c == ',')
        .any(|word| weekday(word).is_some());
    let head = &brief.prompt[..colon];
    let glosses = crate::glosses::Glosses::for_language(&brief.language.0);
    let tokens = crate::tokens::lex(head, &[], &[], glosses);
    let mut at = 0;
    while at < tokens.len() {
        match crate::lexicon::lexicon().carriers.at(&tokens, at) {
            Some((len, ())) => at += len,
            None if matches!(tokens[at].key.as_str(), "a" | "an" | "the" | "my" | "our") => at += 1,
            None => break,
        }
    }
    let words = &tokens[at.min(tokens.len())..];
    let plain = words.iter().all(|token| token.is_wordlike());
    let start = words.first()?.span.start;
    let fits = (2..=HEADING_WORDS_MAX).contains(&words.len());
    (plain && fits && !told).then(|| crate::literals::capitalized(head[start..].trim()))
}

/// "workout plan: mon legs, tue rest": two clauses begin with weekdays.
fn plans_week(lower: &str) -> bool {
    let days = clauses(lower, 0)
        .into_iter()
        .filter(|c| {
            let text = lower[c.clone()].rsplit(": ").next().unwrap_or_default();
            let first = text.split(' ').next().unwrap_or_default();
            weekday(first).is_some()
                || weekday(
                    lower[c.clone()]
                        .split([' ', ':'])
                        .next()
                        .unwrap_or_default(),
                )
                .is_some()
        })
        .count();
    days >= 2
}

/// "meal plan for the week, breakfast lunch dinner": a plan to be filled in, of which no part is told.
fn plans_kind(lower: &str) -> bool {
    let plan = [
        "meal plan",
        "workout plan",
        "weekly schedule",
        "class schedule",
        "weekly timetable",
    ]
    .iter()
    .any(|words| lower.contains(words));
    plan && !lower.contains([':', ';', '\n']) && !lower.contains(|c: char| c.is_ascii_digit())
}

fn period(lower: &str) -> Period {
    let has = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    if has(&[
        "daily planner",
        "day planner",
        "hourly",
        "daily schedule",
        "planner page for a day",
        "tagesplan",
    ]) {
        Period::Day
    } else if has(&[
        "week",
        "meal plan",
        "workout plan",
        "wochen",
        "semanal",
        "semaine",
        "settiman",
        "monday to",
    ]) {
        Period::Week
    } else if has(&[
        "year calendar",
        "yearly",
        "annual",
        "12 month",
        "twelve month",
        "full year",
        "jahreskalender",
        "calendario anual",
        "whole year",
        "year at a glance",
        "year planner",
    ]) {
        Period::Year
    } else if has(&["daily"]) {
        Period::Day
    } else {
        Period::Month
    }
}

fn fields(lower: &str) -> Vec<Field> {
    let mut found: Vec<(usize, Field)> = Vec::new();
    for (word, field) in FIELDS {
        if let Some(at) = lower.find(word)
            && !found.iter().any(|(_, known)| known == field)
        {
            found.push((at, *field));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, field)| field).collect()
}

/// Month, year, range of weekdays and hours.
fn dated(planner: &mut Planner, desk: &mut Brief, lower: &str) {
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for word in lower.split_inclusive(|c: char| c.is_whitespace() || "-–".contains(c)) {
        let bare = word.trim_matches(|c: char| c.is_whitespace() || ",.:;()-–\"'".contains(c));
        if !bare.is_empty() {
            words.push((at + word.find(bare).unwrap_or(0), bare));
        }
        at += word.len();
    }
    for (i, (at, word)) in words.iter().enumerate() {
        if let Ok(year) = word.parse::<u32>()
            && (1583..=9999).contains(&year)
            && planner.year.is_none()
        {
            planner.year = Some(year);
        }
        let numbered = i > 0
            && words[i - 1]
                .1
                .trim_end_matches(['s', 't', 'n', 'd', 'r', 'h'])
                .parse::<u32>()
                .is_ok_and(|n| n <= 31)
            || words
                .get(i + 1)
                .is_some_and(|w| w.1.parse::<u32>().is_ok_and(|n| n <= 31));
        let modal = *word == "may"
            && words
                .get(i + 1)
                .is_some_and(|w| matches!(w.1, "be" | "have" | "not" | "also"));
        if planner.month.is_none()
            && !numbered
            && !modal
            && (word.len() > 3
                || *word == "may"
                || words.get(i + 1).is_some_and(|w| w.1.len() == 4))
        {
            planner.month = month(word);
            if planner.month.is_some() {
                let year = words
                    .get(i + 1)
                    .filter(|w| w.1.len() == 4 && w.1.parse::<u32>().is_ok());
                let end = year.map_or(at + word.len(), |w| w.0 + w.1.len());
                planner.name = Some(add(desk, *at..end, Role::Date));
            }
        }
        let link = words.get(i + 1).is_some_and(|w| {
            matches!(w.1, "to" | "through" | "till" | "until" | "bis" | "a" | "à")
        });
        let next = words.get(if link { i + 2 } else { i + 1 });
        if let (Some(first), Some(last)) = (weekday(word), next.and_then(|w| weekday(w.1))) {
            let dashed = lower[at + word.len()..].starts_with(['-', '–']);
            if (link || dashed) && first < last {
                planner.days = (first, last);
            }
        }
        let (from, to) = (
            hour(word),
            words
                .get(if link { i + 2 } else { i + 1 })
                .and_then(|w| hour(w.1)),
        );
        if let (Some(from), Some(to)) = (from, to)
            && (link || lower[at + word.len()..].starts_with(['-', '–']))
            && planner.hours.is_none()
        {
            let to = if to <= from && !words[i].1.contains('m') {
                to + 12
            } else {
                to
            };
            planner.hours = (to > from && to - from <= 24).then_some((from, to));
        }
    }
}

/// "7am" → 7, "8 pm" is told by its letters, "20:00" → 20.
fn hour(word: &str) -> Option<u32> {
    let half = word.ends_with("pm");
    let marked = half || word.ends_with("am") || word.contains(':') || word.ends_with('h');
    let digits = word.split(|c: char| !c.is_ascii_digit()).next()?;
    let n = digits.parse::<u32>().ok().filter(|n| *n <= 24 && marked)?;
    Some(if half && n < 12 { n + 12 } else { n })
}

/// The quoted or introduced title.
fn titled(planner: &mut Planner, desk: &mut Brief, brief: &Brief) {
    let quoted = brief
        .literals
        .iter()
        .find(|l| l.origin == Origin::Quoted)
        .or_else(|| {
            brief.literals.iter().find(|l| {
                let before = brief.prompt[..l.span.start]
                    .trim_end_matches([' ', ':'])
                    .to_lowercase();
                ["titled", "title", "called", "named", "headline", "heading"]
                    .iter()
                    .any(|w| before.ends_with(w))
            })
        });
    if let Some(literal) = quoted {
        desk.literals.push(crate::Literal {
            role: Role::Title,
            ..literal.clone()
        });
        planner.title = Some(desk.literals.len() - 1);
    }
}

/// Reads a clause that stands on a day: "3 dentist", "21-25 vacation", "monday: soup", "9:00 stand-up".
fn entry(planner: &mut Planner, desk: &mut Brief, span: Span, lower: &str, head: usize) {
    let mut span = span;
    // The head of the list ("with events: 3 dentist").
    if let Some(at) = lower[span.clone()].rfind(": ")
        && weekday(&lower[span.start..span.start + at]).is_none()
        && day_of(&lower[span.start..span.start + at], planner).is_none()
        && !is_time(lower[span.start..span.start + at].trim())
    {
        span = span.start + at + 2..span.end;
    }
    // "March 2026 calendar with 5 dentist": the first entry may follow the kind without a mark.
    if span.start < head && head < span.end {
        let rest = &lower[head..span.end];
        // "calendar for March 2026 with …": the month before the first entry is none.
        let rest = match (
            rest.find(" with "),
            rest.find(" mit "),
            rest.find(" con "),
            rest.find(" avec "),
        ) {
            (Some(at), ..) | (_, Some(at), ..) | (_, _, Some(at), _) | (_, _, _, Some(at))
                if at < 24 =>
            {
                &rest[at..]
            }
            _ => rest,
        };
        let lead = [
            "with ", "and ", "events ", "showing ", "con ", "mit ", "avec ", "com ",
        ]
        .iter()
        .fold(rest.trim_start(), |rest, lead| {
            rest.strip_prefix(lead).unwrap_or(rest).trim_start()
        });
        span.start = span.end - lead.len();
    }
    let Some(span) = trimmed(&desk.prompt, span) else {
        return;
    };
    if span.end <= head
        || desk
            .literals
            .iter()
            .any(|l| l.span.start < span.end && span.start < l.span.end && l.role == Role::Title)
    {
        return;
    }
    let text = lower[span.clone()].to_owned();
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some(first) = words.first() else { return };
    let rest_from = |n: usize| -> Option<Span> {
        let mut at = 0;
        for word in words.iter().take(n) {
            at = text[at..].find(word)? + at + word.len();
        }
        trimmed(&desk.prompt, span.start + at..span.end)
    };
    let short = crate::grid::rows::is_short_day(first) && planner.short_days;
    let named = weekday(first.trim_end_matches(':'))
        .or_else(|| weekday(&format!("{}.", first.trim_end_matches(['.', ':']))).filter(|_| short));
    let found = if let Some(day) = named {
        (words.len() > 1 && !matches!(words[1], "to" | "through" | "-" | "and"))
            .then_some((day, day, 1))
    } else if planner.period == Period::Day {
        let moment =
            minutes(first).or_else(|| words.get(1).and_then(|w| minutes(&format!("{first}{w}"))));
        let used = if minutes(first).is_some() { 1 } else { 2 };
        moment.filter(|_| words.len() > used).map(|m| (m, m, used))
    } else {
        day_of(&text, planner)
    };
    if found.is_none()
        && planner.period == Period::Month
        && let Some((from, to, end)) = day_behind(&text, planner)
        && let Some(rest) = trimmed(&desk.prompt, span.start..span.start + end)
        && month(text.split(' ').next().unwrap_or_default()).is_none()
    {
        let text = add(desk, rest, Role::Item);
        planner.events.push(Event { from, to, text });
        return;
    }
    let Some((from, to, used)) = found else {
        return;
    };
    // "exams 3 June, 10 June": a day alone goes with what was told last.
    if used == words.len()
        && planner.period == Period::Month
        && let Some(text) = planner.events.last().map(|event| event.text)
    {
        planner.events.push(Event { from, to, text });
        return;
    }
    let Some(rest) = rest_from(used).filter(|r| r.end - r.start >= 2) else {
        return;
    };
    let text = add(desk, rest, Role::Item);
    planner.events.push(Event { from, to, text });
}

/// "dentist on the 12th and holiday 20-22": joined entries with a day each stand apart.
fn parted(lower: &str, clause: Span) -> Vec<Span> {
    const JOINTS: &[&str] = &[
        " and ", " y ", " und ", " et ", " e ", " en ", " i ", " и ", " та ", " ve ",
    ];
    let text = &lower[clause.clone()];
    let dated = |part: &str| part.contains(|c: char| c.is_ascii_digit());
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
    const LEADS: &[&str] = &[
        "on", "the", "from", "am", "el", "le", "il", "em", "op", "w", "dia", "día", "den", "at",
        "del", "du", "vom", "dal", "van", "od", "с", "de",
    ];
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
        && LEADS.contains(&word)
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
fn day_of(text: &str, planner: &Planner) -> Option<(u32, u32, usize)> {
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

/// Rows of a week that the kind of plan implies.
fn rows(lower: &str, planner: &Planner) -> Vec<String> {
    if planner.period != Period::Week {
        return Vec::new();
    }
    const MEALS: &[&str] = &["Breakfast", "Lunch", "Dinner", "Snacks"];
    let told: Vec<String> = MEALS
        .iter()
        .filter(|m| lower.contains(m.to_lowercase().trim_end_matches('s')))
        .map(|m| (*m).to_owned())
        .collect();
    if told.len() >= 2 {
        told
    } else if lower.contains("meal") || lower.contains("menu plan") {
        MEALS[..3].iter().map(|m| (*m).to_owned()).collect()
    } else if lower.contains("morning") && lower.contains("evening") {
        ["Morning", "Afternoon", "Evening"]
            .iter()
            .map(|m| (*m).to_owned())
            .collect()
    } else {
        Vec::new()
    }
}

/// The word that says what is planned.
fn kind(lower: &str) -> String {
    [
        "meal",
        "workout",
        "fitness",
        "cleaning",
        "study",
        "class",
        "content",
        "social media",
        "budget",
        "travel",
        "school",
        "family",
        "work",
        "training",
    ]
    .iter()
    .find(|w| lower.contains(**w))
    .map_or_else(String::new, |w| (*w).to_owned())
}
