//! Calendars and planners as people tell them.

use super::{Field, Period};
use crate::read;

#[test]
fn spans_events_and_fields() {
    type Case = (
        &'static str,
        Period,
        Option<u32>,
        Option<u32>,
        &'static [(u32, u32, &'static str)],
        &'static [Field],
    );
    const CASES: &[Case] = &[
        (
            "2027 year calendar",
            Period::Year,
            Some(2027),
            None,
            &[],
            &[],
        ),
        (
            "march 2026 calendar with events: 3 dentist, 14 pi day party, 21-25 vacation",
            Period::Month,
            Some(2026),
            Some(2),
            &[
                (3, 3, "dentist"),
                (14, 14, "pi day party"),
                (21, 25, "vacation"),
            ],
            &[],
        ),
        (
            "calendar for March 2026 with dentist on the 12th and holiday 20-22",
            Period::Month,
            Some(2026),
            Some(2),
            &[(12, 12, "dentist"), (20, 22, "holiday")],
            &[],
        ),
        (
            "march 2026 calendar with \"Dentist\" on the 12th and \"Beach trip\" on 20",
            Period::Month,
            Some(2026),
            Some(2),
            &[(12, 12, "Dentist"), (20, 20, "Beach trip")],
            &[],
        ),
        (
            "Month calendar for March 2028, week starting Monday, with 17 circled and the note \"Parade\"",
            Period::Month,
            Some(2028),
            Some(2),
            &[(17, 17, "Parade")],
            &[],
        ),
        (
            "weekly planner page Mon to Sun, 7 columns. Mon: Swim 7:00. Wed: Dentist 15:20",
            Period::Week,
            None,
            None,
            &[(0, 0, "Swim 7:00"), (2, 2, "Dentist 15:20")],
            &[],
        ),
        (
            "September 2026 calendar, Monday start, highlight the 14th, note 'Dentist'",
            Period::Month,
            Some(2026),
            Some(8),
            &[(14, 14, "Dentist")],
            &[],
        ),
        (
            "weekly planner Mon to Sun with Gym on Tue and Thu, Dinner with Ana on Fri",
            Period::Week,
            None,
            None,
            &[(1, 1, "Gym"), (3, 3, "Gym"), (4, 4, "Dinner with Ana")],
            &[],
        ),
        (
            "printable calendar November 2026, week starts on Monday, weekends in red",
            Period::Month,
            Some(2026),
            Some(10),
            &[],
            &[],
        ),
        (
            "weekly meal planner calendar Monday to Sunday",
            Period::Week,
            None,
            None,
            &[],
            &[],
        ),
        (
            "workout schedule for the week: mon chest, tue legs, sun rest",
            Period::Week,
            None,
            None,
            &[(0, 0, "chest"), (1, 1, "legs"), (6, 6, "rest")],
            &[],
        ),
        (
            "daily planner page with hourly slots from 7am to 8pm, top 3 priorities, and notes",
            Period::Day,
            None,
            None,
            &[],
            &[Field::Priorities, Field::Notes],
        ),
        (
            "monthly calendar for May 2027 with the 12th marked \"Dentist\" and the 20th \"Mum's birthday\"",
            Period::Month,
            Some(2027),
            Some(4),
            &[(12, 12, "Dentist"), (20, 20, "Mum's birthday")],
            &[],
        ),
        (
            "weekly planner Monday to Friday, Monday \"Team sync\", Wednesday \"Dentist 3pm\"",
            Period::Week,
            None,
            None,
            &[(0, 0, "Team sync"), (2, 2, "Dentist 3pm")],
            &[],
        ),
        (
            "Kalender Dezember 2026",
            Period::Month,
            Some(2026),
            Some(11),
            &[],
            &[],
        ),
    ];
    for (prompt, period, year, month, events, fields) in CASES {
        let brief = read(prompt);
        let planner = brief.planner.as_ref().expect(prompt);
        assert_eq!(
            (planner.period, planner.year, planner.month),
            (*period, *year, *month),
            "{prompt}"
        );
        let found: Vec<(u32, u32, &str)> = planner
            .events
            .iter()
            .map(|e| (e.from, e.to, brief.literals[e.text].text.as_str()))
            .collect();
        assert_eq!(found, *events, "{prompt}");
        assert_eq!(planner.fields, *fields, "{prompt}");
    }
}

#[test]
fn days_begin_their_entries_in_every_script() {
    for (prompt, first, last) in [
        (
            "周计划:周一瑜伽,周二游泳,周三休息",
            (0, "瑜伽"),
            (2, "休息"),
        ),
        (
            "週間予定表：月曜日 ヨガ、火曜日 水泳、水曜日 休み",
            (0, "ヨガ"),
            (2, "休み"),
        ),
        (
            "תוכנית שבועית: יום שני יוגה, יום שלישי שחייה, יום רביעי מנוחה",
            (0, "יוגה"),
            (2, "מנוחה"),
        ),
        (
            "plano semanal: segunda ioga, terça natação, quarta descanso",
            (0, "ioga"),
            (2, "descanso"),
        ),
        (
            "planning de la semaine : lundi yoga, mardi piscine, mercredi repos",
            (0, "yoga"),
            (2, "repos"),
        ),
        (
            "weekschema: maandag yoga, dinsdag zwemmen, woensdag rust",
            (0, "yoga"),
            (2, "rust"),
        ),
    ] {
        let brief = read(prompt);
        let planner = brief.planner.as_ref().expect(prompt);
        let events: Vec<(u32, &str)> = planner
            .events
            .iter()
            .map(|event| (event.from, brief.literals[event.text].text.as_str()))
            .collect();
        assert_eq!(planner.period, Period::Week, "{prompt}");
        assert_eq!((events[0], events[2]), (first, last), "{prompt}");
        assert_eq!(events.len(), 3, "{prompt}");
    }
}

#[test]
fn marked_days_carry_no_words() {
    use super::MarkKind::{self, Heart, Ring, Star, Tone};
    type Marked = (u32, MarkKind, Option<&'static str>);
    const CASES: &[(&str, &[Marked])] = &[
        (
            "month calendar June 2027, week starts Monday, mark the 12th with a red circle",
            &[(12, Ring, Some("red"))],
        ),
        (
            "June 2027 calendar with a heart on the 14th",
            &[(14, Heart, None)],
        ),
        (
            "calendar page October 2026, the 31st highlighted in orange",
            &[(31, Tone, Some("orange"))],
        ),
        (
            "calendar \"May 2027\", highlight the 3rd, 10th and 17th",
            &[(3, Tone, None), (10, Tone, None), (17, Tone, None)],
        ),
        (
            "calendar page December 2026 with 24 and 25 marked red",
            &[(24, Tone, Some("red")), (25, Tone, Some("red"))],
        ),
        (
            "december 2026 calendar, 24 circled, gold star on 31",
            &[(24, Ring, None), (31, Star, Some("gold"))],
        ),
    ];
    for (prompt, marks) in CASES {
        let brief = read(prompt);
        let planner = brief.planner.as_ref().expect(prompt);
        let found: Vec<Marked> = planner
            .marks
            .iter()
            .map(|mark| {
                let color = mark.color.as_ref().map(|c| c.name.as_str());
                let known = ["red", "orange", "gold"]
                    .into_iter()
                    .find(|n| Some(*n) == color);
                (mark.from, mark.kind, known)
            })
            .collect();
        assert_eq!(found, *marks, "{prompt}");
        assert!(planner.events.is_empty(), "{prompt}");
        assert!(brief.objects.is_empty(), "{prompt}");
    }
}

#[test]
fn trackers_have_habits_and_days() {
    for (prompt, days, names, done) in [
        (
            "habit tracker for 21 days with 3 rows: Run, Journal, No phone. title \"Fresh Start\"",
            21,
            "Run, Journal, No phone",
            0,
        ),
        (
            "habit tracker for 30 days: heading Dry January, numbered squares 1 to 30, the first 8 crossed off",
            30,
            "",
            8,
        ),
    ] {
        let brief = read(prompt);
        let habits = brief.planner.as_ref().and_then(|p| p.habits.clone());
        let habits = habits.expect(prompt);
        let found: Vec<&str> = habits
            .names
            .iter()
            .map(|at| brief.literals[*at].text.as_str())
            .collect();
        assert_eq!(
            (habits.days, found.join(", ").as_str(), habits.done),
            (days, names, done),
            "{prompt}"
        );
    }
}

#[test]
fn a_text_is_written_on_the_day_that_is_marked() {
    let brief =
        read("month calendar March 2028, circle the 9th in blue and write \"Mum's 60th\" there");
    let planner = brief.planner.as_ref().expect("a planner");
    let event = planner.events.first().expect("an event");
    assert_eq!(
        (event.from, brief.literals[event.text].text.as_str()),
        (9, "Mum's 60th")
    );
}
