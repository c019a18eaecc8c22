//! Reads calendars and planners: which span of time, what stands on which day, and which fields are wanted.

use crate::calendar::{leading_weekday, month, weekday};
use crate::outline::{add, clauses, lowered};
use crate::{Brief, Genre, Origin, Role};

mod entries;
mod habits;
mod marks;
mod quoted;
/// "tear-off calendar 31 October Saturday": day, month and weekday of a sheet are lines of their own.
fn day_sheet(brief: &mut Brief, lower: &str) {
    const SHEETS: &[&str] = &[
        "tear-off",
        "tear off",
        "tearoff",
        "day calendar",
        "daily calendar",
    ];
    let sheet = brief.genre == Genre::Calendar && SHEETS.iter().any(|word| lower.contains(word));
    let Some(at) = brief.literals.iter().position(|literal| {
        let words: Vec<String> = literal
            .text
            .to_lowercase()
            .split(' ')
            .map(str::to_owned)
            .collect();
        let day = |word: &String| crate::calendar::weekday(word).is_some();
        let month = |word: &String| crate::calendar::month(word).is_some();
        literal.origin != Origin::Quoted
            && literal.span.len() == literal.text.len()
            && words.len() == 3
            && words.iter().any(day)
            && words.iter().any(month)
    }) else {
        return;
    };
    if !sheet {
        return;
    }
    let literal = brief.literals[at].clone();
    brief.remove_literal(at);
    for (from, word) in crate::outline::words(&literal.text) {
        let start = literal.span.start + from;
        crate::outline::add(brief, start..start + word.len(), Role::Date);
    }
    brief.literals.sort_by_key(|l| l.span.start);
}

#[cfg(test)]
mod tests;
mod weekdays;

use entries::{entry, follows_day, leads_to_day, parted};
pub use habits::Habits;
pub use marks::{Mark, MarkKind};

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
#[derive(Debug, Clone, PartialEq, Default)]
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
    /// Days that are marked, with or without words of their own.
    pub marks: Vec<Mark>,
    /// Rows of a week ("Breakfast", "Lunch", "Dinner"), as told or implied by the kind.
    pub rows: Vec<String>,
    pub fields: Vec<Field>,
    /// The month as written, if the prompt names it: index into [`Brief::literals`].
    pub name: Option<usize>,
    /// Index into [`Brief::literals`].
    pub title: Option<usize>,
    /// What the prompt calls the plan before its days ("gym timetable"), when it gives no title.
    pub heading: Option<String>,
    /// Days that were told without what stands on them, while the prompt is read.
    pub(crate) awaiting: Option<(u32, u32)>,
    /// Whether only the days that are told are wanted.
    pub only_told: bool,
    /// Whether days are told by names of two letters ("Mo", "Di").
    pub short_days: bool,
    /// Whether weeks begin on a Sunday.
    pub sunday_first: bool,
    /// What a tracker shows; none for other sheets.
    pub habits: Option<Habits>,
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
    ("notes", Field::Notes),
    ("note area", Field::Notes),
    ("note section", Field::Notes),
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
    day_sheet(brief, &lower);
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let tabled = crate::grid::rows::is_table(&brief.prompt)
        || crate::grid::rows::is_parted(&brief.prompt, start)
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
    planner.sunday_first = brief.language.0 == "he"
        || lower.contains("sunday to saturday")
        || lower.contains("sunday first")
        || lower.contains("start on sunday")
        || lower.contains("starts on sunday")
        || lower.contains("starts sunday")
        || lower.contains("begins on sunday")
        || lower.contains("sunday start")
        || lower.contains("starting on sunday")
        || lower.contains("starting sunday");
    planner.fields = fields(&lower);
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    dated(&mut planner, &mut desk, &lower);
    quoted::eastern(&mut planner, &lower);
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
    let length = planner.month.map(crate::calendar::days_of);
    planner.habits = habits::read(&mut desk, &lower, length);
    if planner.habits.is_some() {
        brief.planner = Some(habits::tracked(brief, planner, desk));
        return;
    }
    let start = brief.genre_span.as_ref().map_or(0, |s| s.end);
    let placed = quoted::place(&mut planner, &mut desk, brief);
    for clause in clauses(&brief.prompt.clone(), 0) {
        for part in parted(&lower, clause) {
            if placed
                .iter()
                .any(|span| span.start < part.end && part.start < span.end)
                || planner.period == Period::Year && entries::tells_months(&lower[part.clone()])
            {
                continue;
            }
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
    undrawn(brief);
}

/// "5 dentist, 12 wedding", "a heart on the 14th": what stands on a day is not drawn beside the days as well.
fn undrawn(brief: &mut Brief) {
    let meets = |a: &crate::Span, b: &crate::Span| a.start < b.end && b.start < a.end;
    let literals = &brief.literals;
    let marks = brief.planner.iter().flat_map(|p| &p.marks);
    let marks: Vec<crate::Span> = marks.map(|mark| mark.span.clone()).collect();
    let written = |object: &crate::ObjectPhrase| {
        literals
            .iter()
            .any(|l| l.role == Role::Item && l.meets(&object.span))
            || marks.iter().any(|mark| meets(mark, &object.span))
    };
    let before = brief.objects.len();
    // "year at a glance 2028 poster": the sheet itself is not drawn on it.
    let sheet =
        |object: &crate::ObjectPhrase| matches!(object.noun.as_str(), "poster" | "sheet" | "page");
    brief
        .objects
        .retain(|object| !written(object) && !sheet(object));
    if brief.objects.len() < before {
        brief.relations.clear();
    }
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
    // Scripts without blanks tell a name in one word.
    let unspaced = head[start..].starts_with(crate::tokens::is_unspaced);
    let fits = (if unspaced { 1 } else { 2 }..=HEADING_WORDS_MAX).contains(&words.len());
    let text = head[start..].trim();
    // "weekly planner printable": what it is for is no part of its name.
    let text = [" printable", " template", " sheet", " page"]
        .iter()
        .find_map(|tail| text.strip_suffix(tail))
        .unwrap_or(text);
    (plain && fits && !told).then(|| crate::literals::capitalized(text))
}

/// "workout plan: mon legs, tue rest": two clauses begin with weekdays.
fn plans_week(lower: &str) -> bool {
    let days = clauses(lower, 0)
        .into_iter()
        .filter(|c| {
            let clause = &lower[c.clone()];
            clause
                .rsplit([':', '：'])
                .next()
                .is_some_and(|text| leading_weekday(text).is_some())
                || weekday(clause.split([' ', ':']).next().unwrap_or_default()).is_some()
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
    // "week starts on Monday", "weekends in red": words about the weeks of a longer time.
    const WITHIN: &[&str] = &[
        "weeks start",
        "week starts",
        "week starting",
        "weeks starting",
        "settimana da",
        "semana de",
        "semana desde",
        "semaine du",
        "semaine de",
        "woche von",
        "week van",
        "weeks begin",
        "week begins",
        "start of the week",
        "start of week",
        "first day of the week",
        "week number",
        "weekend",
        "weekday",
        "wochenende",
        "wochentag",
        "fin de semana",
        "fines de semana",
        "fim de semana",
        "fine settimana",
    ];
    let lower = WITHIN
        .iter()
        .fold(lower.to_owned(), |text, words| text.replace(words, ""));
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
    let lower = lowered(&brief.prompt);
    let quoted = brief
        .literals
        .iter()
        .find(|l| {
            // `"14" circled`: a day is no title.
            let day = planner.period == Period::Month
                && l.text.trim().parse::<u32>().is_ok_and(|n| n <= 31);
            let weekly = planner.period == Period::Week && quoted::behind(brief, l).is_some();
            l.origin == Origin::Quoted
                && !day
                && !weekly
                && !follows_day(&lower, &l.span, planner)
                && !entries::written_there(&lower, &l.span, planner)
                && !leads_to_day(&lower, &l.span, planner)
        })
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
    } else if (lower.contains("meal") || lower.contains("menu plan")) && planner.events.is_empty() {
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
