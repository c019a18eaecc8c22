//! Alarms: large times with their names and switches, under a dial that shows the next one.

use plantain_read::Role;
use plantain_scene::build::{col, ellipse, path, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::{Parts, Screen, stops};
use crate::components::ui::{Block, Entry, Form, Push, Supply, Type, Word};

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    if supply.speaks_of(&["ringing", "rings", "going off"]) {
        return ringing(scr, supply);
    }
    let kit = &scr.kit;
    let plus = kit.round_button("plus", 44.0, Push::Primary);
    let mut blocks = vec![scr.header(supply, kit.label("Alarm"), None, Some(plus))];
    let days = days(supply);
    let mut alarms: Vec<Entry> = supply.entries();
    for (alarm, word) in days {
        let named = |entry: &Entry| {
            let words = entry.name.iter().chain(&entry.figure);
            words.clone().any(|own| own.text == alarm)
        };
        if let Some(entry) = alarms.iter_mut().find(|entry| named(entry)) {
            entry.more.push(word);
        }
    }
    if alarms.is_empty() && kit.filler {
        alarms = [
            ("6:45", "Morning run"),
            ("7:30", "Weekdays"),
            ("22:15", "Sleep"),
        ]
        .map(|(time, name)| Entry {
            name: Some(kit.say(name)),
            figure: Some(Word::invented(time)),
            more: Vec::new(),
        })
        .to_vec();
    }
    // A name that is a time and a figure that is not were read the wrong way round.
    for alarm in &mut alarms {
        let timed = |w: &Option<Word>| w.as_ref().is_some_and(|w| Form::of(&w.text) == Form::Time);
        if timed(&alarm.name) && !timed(&alarm.figure) {
            std::mem::swap(&mut alarm.name, &mut alarm.figure);
        }
    }
    let next = alarms
        .iter()
        .find_map(|a| a.figure.as_ref())
        .and_then(|w| clock(&w.text));
    if kit.filler {
        let room = scr.h
            - kit.u(46.0 + 82.0 + 22.0 + 44.0 + 28.0 + 14.0)
            - alarms.len() as f32 * (card_height(scr, 0) + kit.u(14.0));
        let side = room.min(kit.u(190.0));
        if side >= kit.u(DIAL_MIN) {
            blocks.push(dial(scr, next.unwrap_or((6, 30)), side));
        }
    }
    let on_rule = scr.rng.fork("switches").below(2);
    let many = alarms.len();
    for (i, alarm) in alarms.iter().enumerate() {
        // The last one is off in every other picture, so that both states show.
        let told = [&alarm.name, &alarm.figure]
            .into_iter()
            .flatten()
            .find_map(|word| supply.brief().state_of(&word.text));
        let on = i == 0 || !(i + 1 == many && on_rule == 0 && many > 2 || i % 4 == 3);
        blocks.push(alarm_card(scr, alarm, told.unwrap_or(on)));
    }
    let stops = stops(
        kit,
        &[
            ("alarm-clock", "Alarm"),
            ("globe", "World clock"),
            ("timer", "Stopwatch"),
            ("hourglass", "Timer"),
        ],
    );
    Parts::new(blocks, "each alarm is a card whose time can be read across the room, and the dial's hands show the first one")
        .stops(stops, 0)
        .gap(14.0)
}

/// Takes the days of the alarms, each with the name or the hour that it stands behind.
fn days(supply: &mut Supply<'_>) -> Vec<(String, Word)> {
    let brief = supply.brief();
    if !brief.lists.iter().any(|list| list.kind == "alarm") {
        return Vec::new();
    }
    let told: Vec<(String, usize)> = (1..brief.literals.len())
        .filter(|at| brief.literals[*at].role == Role::Caption)
        .map(|at| (brief.literals[at - 1].text.clone(), at))
        .collect();
    told.into_iter()
        .filter_map(|(name, at)| Some((name, supply.take(at)?)))
        .collect()
}

/// One alarm that rings: its dial and its time over the whole screen, what ends it at the foot.
fn ringing(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let time = supply
        .form(Form::Time)
        .unwrap_or_else(|| Word::invented("6:45"));
    let mut buttons = supply.buttons();
    let title = supply.first(&[Role::Title, Role::Subtitle]);
    let mut rest: Vec<Word> = supply
        .entries()
        .into_iter()
        .flat_map(|entry| entry.name.into_iter().chain(entry.figure).chain(entry.more))
        .collect();
    rest.extend(supply.rest().into_iter().map(|(_, word)| word));
    if buttons.is_empty() && kit.filler {
        buttons = vec![kit.say("Snooze"), kit.say("Stop")];
    }
    let side = scr.inner() * 0.62;
    let mut blocks =
        vec![dial(scr, clock(&time.text).unwrap_or((6, 45)), side).stretch(kit.u(70.0))];
    let size = kit.u(84.0);
    let figure = kit.figure(&time, Type::Hero).size(size).weight(700);
    blocks.push(Block::must(figure.centered(), size * 1.2));
    for word in title.iter().chain(&rest) {
        let line = kit.text(word, Type::Heading).centered().max_lines(2);
        blocks.push(Block::must(line, kit.line(Type::Heading)).stretch(kit.u(20.0)));
    }
    for (n, word) in buttons.iter().enumerate() {
        let push = if n == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        let button = kit.button_sized(word, push, None, 56.0).fill_w();
        blocks.push(Block::must(button, kit.u(56.0)));
    }
    Parts::new(
        blocks,
        "the time is as large as the screen allows, and what ends it is within reach of a thumb",
    )
    .gap(14.0)
}

/// Smallest dial that is worth its room, in points.
const DIAL_MIN: f32 = 104.0;

fn card_height(scr: &Screen<'_>, more: usize) -> f32 {
    let kit = &scr.kit;
    kit.u(30.0)
        + kit.line(Type::Display)
        + kit.line(Type::Body)
        + more as f32 * kit.line(Type::Caption)
}

fn alarm_card(scr: &Screen<'_>, alarm: &Entry, on: bool) -> Block {
    let kit = &scr.kit;
    let ink = if on { Token::Ink } else { Token::Muted };
    let mut words = col().grow(1.0).gap(kit.u(2.0));
    if let Some(time) = &alarm.figure {
        words = words.child(time_text(scr, time, ink));
    }
    if let Some(name) = &alarm.name {
        words = words.child(kit.text(name, Type::Body).color(Token::Muted).max_lines(1));
    }
    for more in &alarm.more {
        words = words.child(kit.text(more, Type::Caption).max_lines(1));
    }
    let side = scr.variant % 2 == 1;
    let mut card = row()
        .role("alarm")
        .fill_w()
        .pad_xy(kit.u(18.0), kit.u(14.0))
        .gap(kit.u(14.0));
    card = if side && on && kit.theme.elevation != 3 {
        card.child(
            rect()
                .w(kit.u(4.0))
                .h(kit.u(46.0))
                .rigid()
                .radius(kit.u(2.0))
                .fill(Token::Accent),
        )
    } else {
        card
    };
    let card = kit.surface(card).child(words).child(kit.toggle(on));
    let h = card_height(scr, alarm.more.len());
    Block::must(card, h).stretch(kit.u(14.0))
}

/// Sets a time; the half of the day is smaller than the figures.
fn time_text(scr: &Screen<'_>, time: &Word, ink: Token) -> Node {
    scr.kit
        .figure(time, Type::Display)
        .size(scr.kit.u(34.0))
        .weight(600)
        .color(ink)
}

/// Reads hours and minutes from a clock time.
fn clock(text: &str) -> Option<(u32, u32)> {
    let lower = text.to_lowercase();
    let digits: Vec<u32> = lower
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|p| p.parse().ok())
        .collect();
    let (hour, minute) = (*digits.first()?, digits.get(1).copied().unwrap_or(0));
    (hour < 25 && minute < 60).then_some((hour, minute))
}

/// A clock face whose hands show a time.
fn dial(scr: &Screen<'_>, (hour, minute): (u32, u32), side: f32) -> Block {
    let kit = &scr.kit;
    let c = side / 2.0;
    let hand = |turn: f32, length: f32, width: f32, ink: Token| {
        let angle = turn * std::f32::consts::TAU;
        let (x, y) = (
            c + length * libm::sinf(angle),
            c - length * libm::cosf(angle),
        );
        path(format!("M{c:.2} {c:.2} L{x:.2} {y:.2}"), side, side)
            .bounds(0.0, 0.0, side, side)
            .stroke(ink, width)
            .round()
    };
    let minute_turn = minute as f32 / 60.0;
    let hour_turn = ((hour % 12) as f32 + minute_turn) / 12.0;
    let mut face = stack()
        .role("dial")
        .size_box(side, side)
        .rigid()
        .radius(c)
        .fill(Token::Surface);
    face = kit.float(face).stroke(Token::Accent, kit.u(5.0));
    for i in 0..12 {
        let angle = i as f32 / 12.0 * std::f32::consts::TAU;
        let r = c - kit.u(17.0);
        let d = if i % 3 == 0 { kit.u(6.0) } else { kit.u(3.5) };
        let (x, y) = (c + r * libm::sinf(angle), c - r * libm::cosf(angle));
        let ink: Color = if i % 3 == 0 {
            Token::Ink.into()
        } else {
            Color::from(Token::Muted).alpha(0.6)
        };
        face = face.child(ellipse().bounds(x - d / 2.0, y - d / 2.0, d, d).fill(ink));
    }
    let face = face
        .child(hand(hour_turn, c * 0.46, kit.u(6.0), Token::Ink))
        .child(hand(minute_turn, c * 0.66, kit.u(4.0), Token::Accent))
        .child(
            ellipse()
                .bounds(c - kit.u(6.0), c - kit.u(6.0), kit.u(12.0), kit.u(12.0))
                .fill(Token::Accent),
        );
    let node = row()
        .fill_w()
        .justify(Place::Center)
        .pad_xy(0.0, kit.u(6.0))
        .child(face);
    Block::nice(node, side + kit.u(12.0), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_times_are_read() {
        for (text, want) in [
            ("6:30 AM", Some((6, 30))),
            ("10:00 PM", Some((10, 0))),
            ("7 pm", Some((7, 0))),
            ("soon", None),
            ("99:10", None),
        ] {
            assert_eq!(clock(text), want, "{text}");
        }
    }
}
