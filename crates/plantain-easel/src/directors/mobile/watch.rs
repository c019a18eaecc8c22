//! Stopwatches and timers: the time as large as the dial allows, laps under it, two round buttons.

use plantain_read::{Role, Tool};
use plantain_scene::build::{col, ellipse, path, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen, stops};
use crate::components::ui::{Block, Push, Supply, Type, Word};

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let (time, laps, counts_down) = match supply.brief().tool.clone() {
        Some(Tool::Stopwatch { time, laps }) => (time, laps, false),
        Some(Tool::Timer { time }) => (time, Vec::new(), true),
        _ => (None, Vec::new(), true),
    };
    let mut time = time.and_then(|at| supply.take(at));
    if time.is_none() && kit.filler {
        time = Some(Word::invented(if counts_down {
            "25:00"
        } else {
            "00:00.00"
        }));
    }
    let laps: Vec<(Option<Word>, Word)> = laps
        .into_iter()
        .filter_map(|(name, value)| {
            let name = if name == value {
                None
            } else {
                supply.take(name)
            };
            supply.take(value).map(|value| (name, value))
        })
        .collect();
    let usual = if counts_down { "Timer" } else { "Stopwatch" };
    // A timer that has a name of its own is no page of the clock.
    let named = supply.first(&[Role::Title, Role::Brand, Role::Subtitle]);
    let own = named.is_some();
    let usual = named.unwrap_or_else(|| kit.say(usual));
    let mut blocks = vec![scr.header(supply, usual, None, None)];
    let row_h = kit.u(44.0);
    let lap_room = laps.len() as f32 * row_h;
    let room = scr.h - kit.u(46.0 + 70.0 + 90.0 + 84.0 + 90.0) - lap_room;
    let side = room.clamp(kit.u(150.0), scr.inner() * 0.82);
    let given = supply.buttons();
    let label = supply.first(&[Role::Callout, Role::Label, Role::Caption]);
    if let Some(time) = &time {
        blocks.push(dial(scr, (time, label.as_ref()), side, counts_down));
    }
    blocks.push(controls(scr, given, counts_down));
    if !laps.is_empty() {
        let rows = laps
            .iter()
            .rev()
            .map(|(name, value)| lap(scr, name.as_ref(), value, row_h));
        blocks.push(Block::must(
            col().role("laps").fill_w().children(rows),
            lap_room,
        ));
    }
    let parts = Parts::new(
        blocks,
        "the time stands in its dial, what starts and stops it within reach of the thumb",
    )
    .gap(18.0);
    if own {
        return parts;
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
    parts.stops(stops, if counts_down { 3 } else { 2 })
}

/// Seconds of a time, and the part of a turn that the ring shows.
fn share(time: &str, counts_down: bool) -> f32 {
    let numbers: Vec<f32> = time
        .split([':', '.', ','])
        .filter_map(|p| p.parse().ok())
        .collect();
    let seconds = match (numbers.as_slice(), time.contains(['.', ','])) {
        ([h, m, s], false) => h * 3600.0 + m * 60.0 + s,
        ([_, m, s, ..], true) if numbers.len() > 3 => m * 60.0 + s,
        ([m, s, ..], _) => m * 60.0 + s,
        _ => 0.0,
    };
    let turn = if counts_down {
        // A countdown runs from the next round number of minutes.
        let whole = ((seconds / 300.0).ceil() * 300.0).max(60.0);
        seconds / whole
    } else {
        (seconds % 60.0) / 60.0
    };
    turn.clamp(0.02, 0.999)
}

/// The time in its ring, over what it runs for.
fn dial(
    scr: &Screen<'_>,
    (time, label): (&Word, Option<&Word>),
    side: f32,
    counts_down: bool,
) -> Block {
    let kit = &scr.kit;
    let weight = kit.u(if scr.variant.is_multiple_of(2) {
        10.0
    } else {
        5.0
    });
    let turn = share(&time.text, counts_down);
    let size = (side * 0.86 / (time.text.chars().count() as f32 * 0.56)).min(side * 0.26);
    let face = stack()
        .role("dial")
        .size_box(side, side)
        .rigid()
        .child(
            ellipse()
                .bounds(weight / 2.0, weight / 2.0, side - weight, side - weight)
                .stroke(Token::Sunken, weight),
        )
        .child(arc(side, weight, turn))
        .child(
            col()
                .bounds(0.0, 0.0, side, side)
                .center()
                .gap(kit.u(4.0))
                .child(kit.figure(time, Type::Display).size(size).tabular())
                .children(label.map(|word| {
                    kit.text(word, Type::Body)
                        .color(Token::Muted)
                        .centered()
                        .max_lines(2)
                })),
        );
    Block::must(row().fill_w().justify(Place::Center).child(face), side)
}

/// The part of the ring that has run, from the top.
fn arc(side: f32, weight: f32, turn: f32) -> Node {
    let angle = f64::from(turn) * std::f64::consts::TAU;
    let (sin, cos) = (libm::sin(angle) as f32, libm::cos(angle) as f32);
    let r = 50.0 - 50.0 * weight / side;
    let (x, y) = (50.0 + r * sin, 50.0 - r * cos);
    let large = i32::from(turn > 0.5);
    path(
        format!(
            "M50 {:.2} A{r:.2} {r:.2} 0 {large} 1 {x:.2} {y:.2}",
            50.0 - r
        ),
        100.0,
        100.0,
    )
    .bounds(0.0, 0.0, side, side)
    .stroke(Token::Accent, weight)
    .round()
    .role("progress")
}

fn controls(scr: &Screen<'_>, given: Vec<Word>, counts_down: bool) -> Block {
    let kit = &scr.kit;
    let h = kit.u(52.0);
    if !given.is_empty() {
        let buttons = given.iter().enumerate().map(|(n, word)| {
            let push = if n == 0 {
                Push::Primary
            } else {
                Push::Secondary
            };
            kit.button(word, push).grow(1.0)
        });
        return Block::must(row().fill_w().gap(kit.u(12.0)).children(buttons), h);
    }
    let marks = if counts_down {
        ["rotate-ccw", "pause", "plus"]
    } else {
        ["flag", "pause", "rotate-ccw"]
    };
    let node = row()
        .fill_w()
        .justify(Place::Center)
        .gap(kit.u(22.0))
        .child(kit.round_button(marks[0], 52.0, Push::Soft))
        .child(kit.round_button(marks[1], 68.0, Push::Primary))
        .child(kit.round_button(marks[2], 52.0, Push::Soft));
    Block::must(node, kit.u(68.0))
}

fn lap(scr: &Screen<'_>, name: Option<&Word>, value: &Word, h: f32) -> Node {
    let kit = &scr.kit;
    let left = name.map_or_else(row, |name| kit.text(name, Type::Body).color(Token::Muted));
    col()
        .fill_w()
        .h(h)
        .rigid()
        .child(
            row()
                .fill_w()
                .grow(1.0)
                .justify(Place::Between)
                .child(left)
                .child(kit.figure(value, Type::Body).weight(600).tabular()),
        )
        .child(kit.rule())
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn rings_show_the_time() {
        for (time, down, turn) in [
            ("00:30.00", false, 0.5),
            ("12:30", true, 12.5 / 15.0),
            ("25:00", true, 0.999),
            ("0:45", false, 0.75),
        ] {
            assert!((share(time, down) - turn).abs() < 0.002, "{time}");
        }
    }
}
