//! Calendars and planners: months, years, weeks and days.

use plantain_read::{Period, Planner};

use crate::components::diagram::{Entry, Way, Words, propose};
use crate::components::pitch::capital;
use crate::studio::{Draft, Studio};

mod habits;
mod marks;
mod month;
pub mod names;
mod picture;
mod week;

const CUSTOM: &[&str] = &[
    "minimal",
    "friendly",
    "mid-century",
    "swiss",
    "botanical",
    "pastel",
    "corporate",
    "editorial",
];
/// Year of a calendar that names none; a fixed one, as the clock must not decide what is drawn.
const YEAR: u32 = 2027;

/// What is drawn: the planner with what the prompt left open.
pub struct Plan<'a> {
    pub planner: &'a Planner,
    pub year: u32,
    pub month: u32,
    texts: Vec<Entry>,
}

impl Plan<'_> {
    /// Returns the literal as an entry.
    pub fn text(&self, index: usize) -> Entry {
        self.texts.get(index).cloned().unwrap_or_default()
    }

    /// Returns the days of the month.
    pub fn length(&self) -> u32 {
        names::month_length(self.year, self.month)
    }

    /// Returns how many earlier events share a day with this one.
    pub fn stacked(&self, event: usize) -> usize {
        let this = &self.planner.events[event];
        self.planner.events[..event]
            .iter()
            .filter(|e| e.from <= this.to && this.from <= e.to)
            .count()
    }
}

/// Returns drafts of a calendar or planner.
pub fn direct(studio: &Studio<'_>, planner: &Planner) -> Vec<Draft> {
    let language = studio.brief.language.0.as_str();
    let texts = studio
        .brief
        .literals
        .iter()
        .map(|l| Entry {
            text: l.text.clone(),
            literal: true,
            span: l.span.clone(),
        })
        .collect();
    let plan = Plan {
        planner,
        year: planner.year.unwrap_or(YEAR),
        month: planner
            .month
            .unwrap_or_else(|| studio.rng("month").below(12) as u32),
        texts,
    };
    let words = words(studio, &plan, language);
    let on = |when: bool, suit: f32| if when { suit } else { 0.0 };
    if planner.habits.is_some() {
        let words = Words { sub: None, ..words };
        return propose(
            studio,
            CUSTOM,
            &words,
            &[Way {
                name: "tracker",
                reason: "Every day has its box to tick; habits are rows under the numbers of the days.",
                suits: 0.9,
                draw: &|sheet| habits::tracker(sheet, &plan),
            }],
        );
    }
    let period = planner.period;
    let tall = studio.ratio() < 0.95;
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "month with boxes",
                reason: "Every day is a box with room to write; what was given stands on its day.",
                suits: on(period == Period::Month, 0.9),
                draw: &|sheet| month::month(sheet, &plan, month::Style::Boxes),
            },
            Way {
                name: "open month",
                reason: "The numbers stand free, the days that count are marked and listed beside.",
                suits: on(period == Period::Month, 0.8),
                draw: &|sheet| month::month(sheet, &plan, month::Style::Open),
            },
            Way {
                name: "year in cards",
                reason: "Twelve equal months, each on its card.",
                suits: on(period == Period::Year, 0.85),
                draw: &|sheet| month::year(sheet, &plan, true),
            },
            Way {
                name: "open year",
                reason: "Twelve equal months on one ground.",
                suits: on(period == Period::Year, 0.8),
                draw: &|sheet| month::year(sheet, &plan, false),
            },
            Way {
                name: "week as a table",
                reason: "Days and rows cross, so that every meal or part of the day has its cell.",
                suits: on(
                    period == Period::Week && !(tall && planner.rows.is_empty()),
                    match (planner.rows.is_empty(), planner.only_told) {
                        (false, _) => 0.95,
                        // A line for each day is read faster than tall cells with a word in them.
                        (true, true) => 0.2,
                        (true, false) => 0.75,
                    },
                ),
                draw: &|sheet| week::week(sheet, &plan, true),
            },
            Way {
                name: "week in boxes",
                reason: "Every day has its own box, the name on a coloured head.",
                suits: on(
                    period == Period::Week,
                    if planner.rows.is_empty() { 0.9 } else { 0.1 },
                ),
                draw: &|sheet| week::week(sheet, &plan, false),
            },
            Way {
                name: "day by hours",
                reason: "The hours run down one side, what matters and what is open stand beside them.",
                suits: on(period == Period::Day, 0.9),
                draw: &|sheet| week::day(sheet, &plan, true),
            },
            Way {
                name: "day with fields first",
                reason: "What matters most is read first, the hours follow on the right.",
                suits: on(period == Period::Day, 0.85),
                draw: &|sheet| week::day(sheet, &plan, false),
            },
        ],
    )
}

/// Title and the line below it.
fn words(studio: &Studio<'_>, plan: &Plan<'_>, language: &str) -> Words {
    let planner = plan.planner;
    let given = planner.title.map(|i| plan.text(i));
    let dated = match planner.period {
        Period::Month => Some(month::title(plan, language, false)),
        Period::Year => Some(month::title(plan, language, true)),
        _ => planner.name.map(|_| month::title(plan, language, false)),
    };
    let english = language == "en" && studio.filler;
    let usual = match planner.period {
        Period::Week if !planner.kind.is_empty() => {
            let noun = if planner.rows.is_empty() {
                "plan"
            } else {
                "planner"
            };
            format!("Weekly {} {noun}", planner.kind)
        }
        Period::Week => "Weekly planner".to_owned(),
        _ => "Daily planner".to_owned(),
    };
    let mut words = Words::default();
    match (given, dated) {
        (Some(title), dated) => {
            // "title 2027" on the calendar of 2027 tells it already.
            words.sub = dated.filter(|date| !title.text.contains(&date.text));
            words.title = Some(title);
        }
        (None, Some(date)) => words.title = Some(date),
        (None, None) if studio.filler && planner.heading.is_some() => {
            words.title = planner.heading.clone().map(Entry::filler);
        }
        (None, None) if english => words.title = Some(Entry::filler(capital(&usual))),
        _ => {}
    }
    words
}
