//! Calendars and planners: the week in a strip, the day's events under it with their times.

use plantain_read::Role;
use plantain_scene::build::{col, rect, row};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::{Parts, Screen, Stop, stops};
use crate::components::ui::{Block, Entry, Form, Kit, Push, Supply, Type, Word};
use crate::directors::web::kinds::month::{Month, day_of};
use crate::directors::web::kinds::week;

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
    // "Tuesday 9 June" heads the screen as a month does.
    let month =
        supply.find(|role, text| role == Role::Date && text.split_whitespace().count() <= 4);
    let named = month.as_ref().and_then(|date| dated(&date.text));
    if let Some(grid) = month_asked(supply, month.as_ref()) {
        return month_view(scr, supply, grid, month, plus);
    }
    let days = told_days(supply);
    if days.len() > 1 {
        return week_view(scr, supply, (month, plus), &days);
    }
    let mut blocks = vec![scr.header(supply, kit.say("Calendar"), month, Some(plus))];
    // Days that the prompt lists are the strip's own words.
    let asked_days = supply.weekdays();
    let n = if prompt.contains("to friday") || prompt.contains("mon-fri") {
        5
    } else {
        7
    };
    let chosen = named.map_or_else(|| chosen_day(&prompt), |(day, _)| day);
    let monday = named.map_or(MONDAY as i64, |(day, number)| number - day as i64);
    blocks.push(strip(scr, asked_days, n, (chosen, monday)));
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
    parts.stops(bar(kit), 0).gap(14.0)
}

/// The days of a week that appointments are told for, in their order.
fn told_days(supply: &Supply<'_>) -> Vec<u32> {
    let told = supply.brief().agenda.iter().filter_map(|own| own.day);
    let mut days: Vec<u32> = told.collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The week in a strip with a spot under every day that has something, and each of these days with what stands on it.
fn week_view(
    scr: &Screen<'_>,
    supply: &mut Supply<'_>,
    (month, plus): (Option<Word>, Node),
    days: &[u32],
) -> Parts {
    let kit = &scr.kit;
    let prompt = supply.brief().prompt.clone();
    let named = month.as_ref().and_then(|word| Month::read(&word.text));
    let monday = week::monday(&prompt, named.unwrap_or_default()) as i64;
    let mut slots = week::slots(supply);
    slots.sort_by_key(|slot| (slot.day, slot.from));
    let mut blocks = vec![scr.header(supply, kit.say("Calendar"), month, Some(plus))];
    let chosen = days.first().copied().unwrap_or(0) as usize;
    blocks.push(strip(scr, None, 7, (chosen, monday)));
    let buttons = supply.buttons();
    let room = scr.h - kit.u(46.0 + 82.0 + 22.0 + 60.0 + 96.0);
    let heads = days.len() as f32 * (kit.line(Type::Caption) + kit.u(14.0));
    let n = slots.len().max(1) as f32;
    let h = ((room - heads) / n - kit.u(14.0))
        .max(kit.u(54.0))
        .min(kit.u(92.0));
    let names = kit.tongue.weekdays();
    let mut at = None;
    for (n, slot) in slots.into_iter().enumerate() {
        if at != Some(slot.day) {
            let day = slot.day as usize;
            let text = format!("{} {}", names[day], monday + i64::from(slot.day));
            let head = kit.text(&Word::built(text), Type::Caption).weight(600);
            blocks.push(Block::must(head.max_lines(1), kit.line(Type::Caption)));
            at = Some(slot.day);
        }
        let event = Entry {
            name: Some(slot.name),
            figure: slot.hour,
            more: Vec::new(),
        };
        blocks.push(Block::must(event_row(scr, &event, n, h), h));
    }
    let mut parts = Parts::new(
        blocks,
        "the week stands in one strip, and every day that has something follows with it",
    );
    super::leftovers::buttons(scr, &buttons, &mut parts);
    parts.stops(bar(kit), 0).gap(12.0)
}

/// What the bar at the foot leads to.
fn bar(kit: &Kit<'_>) -> Vec<Stop> {
    stops(
        kit,
        &[
            ("calendar", "Calendar"),
            ("list-checks", "Tasks"),
            ("bell", "Notifications"),
            ("user", "Profile"),
        ],
    )
}

/// The month whose days a screen shows as a grid: asked for by name, with events that stand on days of it.
fn month_asked(supply: &Supply<'_>, named: Option<&Word>) -> Option<Month> {
    let brief = supply.brief();
    let asked = supply.speaks_of(&["month", "monthly", "monat", "mois", "mes", "mese", "mês"]);
    let dated = brief.lists.iter().any(|list| list.kind == "event");
    let month = named
        .and_then(|word| Month::read(&word.text))
        .or_else(|| Month::read(&brief.prompt));
    month.filter(|_| asked || dated)
}

/// The month as a grid with a spot under every day that has an event, and the events below it.
fn month_view(
    scr: &Screen<'_>,
    supply: &mut Supply<'_>,
    month: Month,
    named: Option<Word>,
    plus: Node,
) -> Parts {
    let kit = &scr.kit;
    let mut blocks = vec![scr.header(
        supply,
        named.unwrap_or_else(|| kit.say("Calendar")),
        None,
        Some(plus),
    )];
    let buttons = supply.buttons();
    let mut events = supply
        .listed(&["event", "meeting", "appointment"])
        .unwrap_or_default();
    events.extend(supply.entries());
    let days: Vec<usize> = events.iter().filter_map(day_of).collect();
    blocks.push(month_grid(scr, month, &days));
    for (i, event) in events.iter().enumerate() {
        let h = kit.u(62.0);
        blocks.push(Block::must(dated_row(scr, event, i, h), h));
    }
    let mut parts = Parts::new(
        blocks,
        "the month stands as a grid, and the events of its marked days follow",
    );
    super::leftovers::buttons(scr, &buttons, &mut parts);
    parts.stops(bar(kit), 0).gap(12.0)
}

fn month_grid(scr: &Screen<'_>, month: Month, marked: &[usize]) -> Block {
    let kit = &scr.kit;
    let first = month.first_weekday();
    let weeks = (first + month.days()).div_ceil(7);
    let side = (scr.inner() - kit.u(24.0)) / 7.0;
    let (head_h, cell_h) = (kit.u(26.0), (side * 0.92).min(kit.u(48.0)));
    let names = kit.tongue.weekdays().map(|day| {
        let word = Word::invented(day);
        let text = kit.text(&word, Type::Micro).centered().max_lines(1);
        row().grow(1.0).center().child(text)
    });
    let mut card = kit
        .surface(col().role("month").fill_w().pad(kit.u(12.0)))
        .child(row().fill_w().h(head_h).rigid().children(names));
    for week in 0..weeks {
        let cells = (0..7).map(|weekday| {
            let day = (week * 7 + weekday + 1)
                .checked_sub(first)
                .filter(|day| (1..=month.days()).contains(day));
            let cell = col()
                .role("day")
                .grow(1.0)
                .h(cell_h)
                .center()
                .gap(kit.u(2.0));
            let Some(day) = day else { return cell };
            let at = marked.iter().position(|marked| *marked == day);
            let on = at == Some(0);
            let word = Word::invented(day.to_string());
            let ink = match (on, at) {
                (true, _) => Token::AccentInk,
                (_, Some(_)) => Token::Ink,
                _ => Token::Muted,
            };
            let figure = kit.figure(&word, Type::Caption).color(ink).centered();
            let d = cell_h * 0.74;
            let spot = row().size_box(d, d).rigid().center().radius(d / 2.0);
            let spot = if on { spot.fill(Token::Accent) } else { spot };
            let dot = row()
                .size_box(kit.u(5.0), kit.u(5.0))
                .rigid()
                .radius(kit.u(2.5));
            let dot = match at {
                Some(n) => dot.fill(kit.hue(n).0),
                None => dot,
            };
            cell.child(spot.child(figure.weight(if at.is_some() { 700 } else { 400 })))
                .child(dot)
        });
        card = card.child(row().fill_w().h(cell_h).rigid().children(cells));
    }
    let h = kit.u(24.0) + head_h + weeks as f32 * cell_h;
    Block::must(card, h)
}

/// The day in a tinted box at the left, the event at its right.
fn dated_row(scr: &Screen<'_>, event: &Entry, n: usize, h: f32) -> Node {
    let kit = &scr.kit;
    let (ink, pale) = kit.hue(n);
    let side = h - kit.u(18.0);
    let mut line = kit.surface(
        row()
            .role("event")
            .fill_w()
            .h(h)
            .gap(kit.u(14.0))
            .pad_xy(kit.u(10.0), 0.0),
    );
    if let Some(day) = &event.figure {
        line = line.child(
            row()
                .size_box(side.max(kit.u(44.0)), side)
                .rigid()
                .center()
                .radius(kit.radius().min(kit.u(12.0)))
                .fill(pale)
                .child(kit.figure(day, Type::Strong).color(ink).centered()),
        );
    }
    let mut words = col().grow(1.0).gap(kit.u(2.0));
    if let Some(name) = &event.name {
        words = words.child(kit.text(name, Type::Strong).max_lines(2));
    }
    for more in &event.more {
        words = words.child(kit.text(more, Type::Caption).max_lines(1));
    }
    line.child(words)
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

/// The weekday of a date and its day, where the whole week lies within the month ("Tuesday 9 June").
fn dated(text: &str) -> Option<(usize, i64)> {
    let lower = text.to_lowercase();
    let words = || lower.split_whitespace();
    let day = words().find_map(plantain_read::weekday_number)? as usize;
    let number: i64 = words().find_map(|word| {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        digits.parse().ok()
    })?;
    let week = number - day as i64;
    (1..=22).contains(&week).then_some((day, number))
}

fn strip(
    scr: &Screen<'_>,
    asked: Option<Vec<Word>>,
    n: usize,
    (chosen, monday): (usize, i64),
) -> Block {
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
                kit.figure(
                    &Word::invented((monday + i as i64).to_string()),
                    Type::Heading,
                )
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
