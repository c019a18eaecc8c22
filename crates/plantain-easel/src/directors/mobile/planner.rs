//! Calendars and planners: the week in a strip, the day's events under it with their times.

use plantain_read::Role;
use plantain_scene::build::{col, rect, row};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::{Parts, Screen, stops};
use crate::components::ui::{Block, Entry, Form, Push, Supply, Type, Word};

/// Events that are invented where the prompt names none.
const EVENTS: &[(&str, &str)] = &[
    ("9:00", "Team meeting"),
    ("11:30", "Dentist"),
    ("14:00", "Project review"),
    ("17:30", "Gym"),
    ("19:00", "Dinner"),
];
const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// Day of the month of the strip's Monday.
const MONDAY: usize = 12;

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let prompt = supply.brief().prompt.to_lowercase();
    let plus = kit.round_button("plus", 44.0, Push::Primary);
    let month =
        supply.find(|role, text| role == Role::Date && text.split_whitespace().count() <= 2);
    let mut blocks = vec![scr.header(supply, kit.say("Calendar"), month, Some(plus))];
    // Days that the prompt lists are the strip's own words.
    let asked_days = supply.weekdays();
    let n = if prompt.contains("to friday") || prompt.contains("mon-fri") {
        5
    } else {
        7
    };
    let chosen = chosen_day(&prompt);
    blocks.push(strip(scr, asked_days, n, chosen));
    let buttons = supply.buttons();
    let mut events = supply
        .listed(&["event", "meeting", "appointment", "task", ""])
        .unwrap_or_default();
    events.extend(supply.entries());
    let asked = !events.is_empty();
    if !asked && kit.filler {
        events = EVENTS
            .iter()
            .take(wanted(&prompt))
            .map(|(time, name)| Entry {
                name: Some(Word::invented(*name)),
                figure: Some(Word::invented(*time)),
                more: Vec::new(),
            })
            .collect();
    }
    let room = scr.h - kit.u(46.0 + 82.0 + 22.0 + 60.0 + 96.0) - kit.u(14.0) * events.len() as f32;
    let h = (room / events.len().max(1) as f32)
        .max(kit.u(66.0))
        .min(kit.u(128.0));
    for (i, event) in events.iter().enumerate() {
        let node = event_row(scr, event, i, h);
        blocks.push(if asked {
            Block::must(node, h)
        } else {
            Block::nice(node.filler(), h, 2 + i as u8)
        });
    }
    let mut parts = Parts::new(
        blocks,
        "the week stands in one strip and the day's events follow in order",
    );
    super::leftovers::buttons(scr, &buttons, &mut parts);
    let stops = stops(
        kit,
        &[
            ("calendar", "Calendar"),
            ("list-checks", "Tasks"),
            ("bell", "Notifications"),
            ("user", "Profile"),
        ],
    );
    parts.stops(stops, 0).gap(14.0)
}

/// How many events the prompt counts.
fn wanted(prompt: &str) -> usize {
    let words: Vec<&str> = prompt.split(|c: char| !c.is_alphanumeric()).collect();
    let at = words
        .iter()
        .position(|w| matches!(*w, "events" | "meetings" | "appointments"));
    let count = at.and_then(|at| {
        let word = words.get(at.checked_sub(1)?)?;
        ["one", "two", "three", "four", "five"]
            .iter()
            .position(|n| n == word)
            .map(|n| n + 1)
            .or_else(|| word.parse().ok())
    });
    count.unwrap_or(EVENTS.len()).max(1).min(EVENTS.len())
}

/// The day that the prompt speaks of last, which is not one end of a reach; else Wednesday.
fn chosen_day(prompt: &str) -> usize {
    let mut found = None;
    for (at, word) in prompt
        .split_whitespace()
        .zip(prompt.split_whitespace().skip(1))
    {
        let day = word.trim_matches(|c: char| !c.is_alphabetic());
        if at == "on"
            && let Some(n) = DAYS.iter().position(|d| *d == day)
        {
            found = Some(n);
        }
    }
    found.unwrap_or(2)
}

fn strip(scr: &Screen<'_>, asked: Option<Vec<Word>>, n: usize, chosen: usize) -> Block {
    let kit = &scr.kit;
    let names: Vec<Word> = asked.unwrap_or_else(|| {
        kit.tongue
            .weekdays()
            .iter()
            .take(n)
            .map(|day| Word::invented(*day))
            .collect()
    });
    let chosen = chosen.min(names.len().saturating_sub(1));
    let cells = names.iter().enumerate().map(|(i, day)| {
        let on = i == chosen;
        let (ink, soft) = if on {
            (Token::AccentInk, Token::AccentInk)
        } else {
            (Token::Ink, Token::Muted)
        };
        let cell = col()
            .role("day")
            .grow(1.0)
            .fill_h()
            .center()
            .gap(kit.u(6.0))
            .radius(kit.radius().min(kit.u(18.0)))
            .child(
                kit.text(day, Type::Micro)
                    .color(soft)
                    .centered()
                    .max_lines(1),
            )
            .child(
                kit.figure(&Word::invented((MONDAY + i).to_string()), Type::Heading)
                    .color(ink)
                    .centered(),
            );
        if on { cell.fill(Token::Accent) } else { cell }
    });
    let card = kit
        .surface(row().role("week").fill_w().h(kit.u(82.0)).pad(kit.u(6.0)))
        .align(Place::Stretch)
        .children(cells);
    Block::must(card, kit.u(82.0))
}

/// The time at the left, the event on a tinted card at its right.
fn event_row(scr: &Screen<'_>, event: &Entry, n: usize, h: f32) -> Node {
    let kit = &scr.kit;
    let blank = Word::default();
    let name = event
        .name
        .as_ref()
        .or(event.figure.as_ref())
        .unwrap_or(&blank);
    let figure = event.figure.as_ref().filter(|_| event.name.is_some());
    let time = figure.filter(|f| matches!(Form::of(&f.text), Form::Time | Form::Date));
    let (ink, pale) = kit.hue(n);
    let mut words = col()
        .grow(1.0)
        .gap(kit.u(4.0))
        .justify(Place::Center)
        .child(kit.text(name, Type::Strong).max_lines(2));
    for more in figure
        .filter(|_| time.is_none())
        .into_iter()
        .chain(&event.more)
    {
        words = words.child(kit.text(more, Type::Caption).color(Token::Ink).max_lines(1));
    }
    let card = row()
        .role("event")
        .grow(1.0)
        .fill_h()
        .gap(kit.u(12.0))
        .align(Place::Stretch)
        .pad(kit.u(12.0))
        .radius(kit.radius().min(kit.u(16.0)))
        .fill(pale)
        .child(rect().w(kit.u(4.0)).rigid().radius(kit.u(2.0)).fill(ink))
        .child(words);
    let mut line = row().fill_w().h(h).gap(kit.u(12.0)).align(Place::Stretch);
    if let Some(time) = time {
        line = line.child(
            kit.figure(time, Type::Caption)
                .weight(600)
                .color(Color::from(Token::Muted))
                .w(kit.u(58.0))
                .rigid(),
        );
    }
    line.child(card)
}
