//! A page to book a time: who or what is booked, a month to choose a day from, the hours that are free.

use plantain_read::Role;
use plantain_scene::build::{col, grid, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{header, remains, subject};
use crate::components::ui::{Entry, Form, Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Free hours where the prompt names none.
const HOURS: &[&str] = &["9:00", "9:30", "10:00", "11:30", "14:00", "15:30"];
const HOURS_EVENING: &[&str] = &["18:00", "18:30", "19:00", "19:30", "20:00", "20:30"];
/// The month that is shown (May 2026), its days, and the weekday of its first (Monday is 0).
const MONTH: usize = 4;
const DAYS: usize = 31;
const FIRST: usize = 4;
/// The day that is chosen, and those that are not free.
const CHOSEN: usize = 14;
const TAKEN: &[usize] = &[3, 10, 11, 17, 24, 25];

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let table = supply.speaks_of(&["restaurant", "table", "dinner", "party size"]);
    let top = header(page, supply, &["Home", "About", "Contact"], &["user"]);
    let person = supply.first(&[Role::Person]);
    let mut buttons = supply.buttons();
    if buttons.is_empty() && kit.filler {
        buttons = vec![kit.say("Confirm")];
    }
    let title = supply
        .first(&[Role::Title, Role::Brand])
        .or_else(|| subject(studio.brief).map(Word::built))
        .unwrap_or_else(|| kit.say("Select a time"));
    let under = supply.all(&[Role::Subtitle, Role::Body, Role::Kicker]);
    let mut hours: Vec<Word> = Vec::new();
    while let Some(hour) = supply.form(Form::Time) {
        hours.push(hour);
    }
    let date = supply.first(&[Role::Date]);
    let mut facts: Vec<Entry> = supply
        .all(&[Role::Field])
        .into_iter()
        .map(|word| Entry {
            name: Some(word),
            ..Entry::default()
        })
        .collect();
    facts.extend(supply.entries());
    if hours.is_empty() && kit.filler {
        let usual = if table { HOURS_EVENING } else { HOURS };
        hours = usual.iter().map(|text| Word::invented(*text)).collect();
    }
    let rest = remains(kit, supply);
    let margin = page.margin();
    let who = who(page, person.as_ref(), &title, &under, &facts, table);
    let choose = choose(page, date.as_ref(), &hours, &buttons);
    let card = kit
        .float(kit.surface(if page.tall() {
            col().fill_w()
        } else {
            row().fill_w().grow(1.0).align(Place::Stretch)
        }))
        .clip()
        .child(who)
        .child(choose.children(rest));
    page.sheet()
        .pad4(0.0, margin, margin, margin)
        .gap(kit.u(14.0))
        .child(top)
        .child(card)
}

/// Who or what is booked, with what is known of it.
fn who(
    page: &Page<'_>,
    person: Option<&Word>,
    title: &Word,
    under: &[Word],
    facts: &[Entry],
    table: bool,
) -> Node {
    let kit = &page.kit;
    let mut node = col()
        .role("about")
        .gap(kit.u(16.0))
        .pad(kit.u(30.0))
        .fill(Token::AccentSoft);
    node = if page.tall() {
        node.fill_w()
    } else {
        node.w((page.w - 2.0 * page.margin()) * 0.36).rigid()
    };
    node = match person {
        Some(person) => node.child(kit.avatar(&person.text, 72.0)).child(
            kit.text(person, Type::Body)
                .color(Token::Muted)
                .max_lines(1),
        ),
        None => node.child(kit.icon_tile(
            if table { "utensils" } else { "calendar-check" },
            64.0,
            page.variant,
        )),
    };
    node = node.child(kit.text(title, Type::Display).leading(1.12).max_lines(4));
    for word in under {
        node = node.child(kit.text(word, Type::Body).color(Token::Muted));
    }
    for fact in facts {
        let words = fact.name.iter().chain(&fact.figure).chain(&fact.more);
        let mark = fact
            .name
            .as_ref()
            .map_or("clock", |name| mark_of(&name.text));
        let mut line = row()
            .gap(kit.u(10.0))
            .child(icon(mark, kit.u(18.0)).color(Token::AccentText));
        for word in words {
            line = line.child(kit.text(word, Type::Body).max_lines(2));
        }
        node = node.child(line);
    }
    if table && kit.filler {
        node = node
            .child(kit.text(&kit.label("Guests"), Type::Strong).max_lines(1))
            .child(kit.choice_chips(&["2", "3", "4", "5", "6"].map(Word::invented), 0));
    }
    node
}

fn mark_of(name: &str) -> &'static str {
    let lower = name.to_lowercase();
    if lower.contains("party") || lower.contains("guest") || lower.contains("people") {
        "users"
    } else if lower.contains("date") || lower.contains("day") {
        "calendar"
    } else if lower.contains("zoom") || lower.contains("video") || lower.contains("call") {
        "video"
    } else {
        "clock"
    }
}

/// A month, the free hours of the chosen day, the button.
fn choose(page: &Page<'_>, date: Option<&Word>, hours: &[Word], buttons: &[Word]) -> Node {
    let kit = &page.kit;
    let names = crate::directors::planner::names::names(kit.tongue.code());
    let head = date.cloned().or_else(|| {
        let name = crate::components::ui::supply::capital(names.0[MONTH]);
        kit.filler.then(|| Word::invented(name))
    });
    let mut top = row().fill_w().gap(kit.u(10.0)).justify(Place::Between);
    if let Some(head) = &head {
        top = top.child(kit.text(head, Type::Title).max_lines(1).grow(1.0));
    }
    top = top
        .child(icon("chevron-left", kit.u(22.0)).color(Token::Muted))
        .child(icon("chevron-right", kit.u(22.0)));
    // The month takes the height that heads, hours and buttons leave.
    let lines = hours.len().div_ceil(3) as f32;
    let left = page.h
        - 2.0 * page.margin()
        - kit.u(64.0 + 60.0 + 44.0 + 30.0 + 60.0 + 80.0)
        - lines * kit.u(56.0);
    let side = (left / 7.4).clamp(kit.u(40.0), kit.u(72.0));
    let month = month(page, side);
    let mut node = col()
        .grow(1.0)
        .gap(kit.u(18.0))
        .pad(kit.u(30.0))
        .justify(Place::Between)
        .child(col().fill_w().gap(kit.u(14.0)).child(top).child(month));
    if !hours.is_empty() {
        node = node.child(
            col()
                .fill_w()
                .gap(kit.u(12.0))
                .child(
                    kit.text(&kit.say("Select a time"), Type::Strong)
                        .max_lines(1),
                )
                .child(free_hours(page, hours)),
        );
    }
    for (i, word) in buttons.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        node = node.child(kit.button_sized(word, push, None, 50.0).fill_w());
    }
    node
}

/// The days of the month under their weekdays; one is chosen, some are not free.
fn month(page: &Page<'_>, side: f32) -> Node {
    let kit = &page.kit;
    let heads = kit.tongue.weekdays().map(|name| {
        kit.text(&Word::invented(name), Type::Micro)
            .centered()
            .max_lines(1)
    });
    let cells = heads
        .into_iter()
        .chain((0..FIRST).map(|_| col()))
        .chain((1..=DAYS).map(|day| {
            let word = Word::built(day.to_string());
            let on = day == CHOSEN;
            let free = !TAKEN.contains(&day);
            let ink = if on {
                Token::AccentInk
            } else if free {
                Token::Ink
            } else {
                Token::Muted
            };
            let number = kit
                .figure(&word, Type::Body)
                .weight(if on { 700 } else { 500 })
                .color(ink)
                .centered();
            let d = side.min(kit.u(46.0));
            let cell = row()
                .h(d)
                .w(d)
                .center()
                .radius(d / 2.0)
                .own_align(Place::Center);
            let cell = if on { cell.fill(Token::Accent) } else { cell };
            col()
                .fill_w()
                .h(side)
                .align(Place::Center)
                .justify(Place::Center)
                .child(cell.child(number))
        }));
    grid(7)
        .role("month")
        .fill_w()
        .gap(kit.u(2.0))
        .children(cells)
        .filler()
}

/// The hours that are free, one of them chosen.
fn free_hours(page: &Page<'_>, hours: &[Word]) -> Node {
    let kit = &page.kit;
    let chosen = hours.len() / 2;
    let slots = hours.iter().enumerate().map(|(i, hour)| {
        let on = i == chosen;
        let slot = row()
            .role("slot")
            .h(kit.u(46.0))
            .fill_w()
            .center()
            .radius(kit.control_radius(kit.u(46.0)));
        let slot = if on {
            slot.fill(Token::Accent)
        } else {
            slot.stroke(Token::Accent, 1.25)
        };
        let ink = if on {
            Token::AccentInk
        } else {
            Token::AccentText
        };
        slot.child(kit.figure(hour, Type::Strong).color(ink).centered())
    });
    let columns = if hours.len() > 4 {
        3
    } else {
        hours.len().max(1)
    };
    grid(columns).fill_w().gap(kit.u(10.0)).children(slots)
}
