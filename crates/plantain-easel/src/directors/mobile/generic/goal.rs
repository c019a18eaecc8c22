//! What is reached of a goal, and the rings that show it.

use plantain_scene::Token;
use plantain_scene::build::{col, row};
use plantain_scene::node::Place;

use super::super::Screen;
use crate::components::ui::measures::{number, out_of};
use crate::components::ui::{Block, Entry, Supply, Type, Word};

/// The share that a figure tells: "64%", "1,430 of 2,000".
pub fn share(text: &str) -> Option<f32> {
    if let Some((part, whole)) = out_of(text) {
        return (part <= whole).then_some((part / whole) as f32);
    }
    let percent = text.trim().strip_suffix('%')?;
    let value = number(percent)?;
    (0.0..=100.0)
        .contains(&value)
        .then_some(value as f32 / 100.0)
}

/// A figure that tells a part of a whole.
pub(super) fn is_part(text: &str) -> bool {
    out_of(text).is_some() && share(text).is_some()
}

/// What is reached of a goal, where the app counts something or is asked for a ring.
pub(super) struct Reached {
    figure: Option<Word>,
    /// The same in percent.
    percent: Option<Word>,
}

/// Takes what is reached of a goal ("1.4 L of 2 L"), with the same in percent; none where the app counts nothing.
pub(super) fn reached(supply: &mut Supply<'_>) -> Option<Reached> {
    let counts = supply.speaks_of(&[
        "tracker", "goal", "intake", "tracking", "progress", "ring", "circular", "habit", "counter",
    ]);
    if !counts {
        return None;
    }
    let brief = supply.brief();
    let paired = |text: &str| {
        let mut values = brief.pairs.iter().map(|pair| &brief.literals[pair.value]);
        values.any(|value| value.text == text)
    };
    let figure = supply.find(|_, text| is_part(text) && !paired(text));
    let part = figure.as_ref().and_then(|word| share(&word.text));
    let percent = part.and_then(|part| {
        supply.find(|_, text| {
            text.ends_with('%') && share(text).is_some_and(|p| (p - part).abs() < 0.02)
        })
    });
    Some(Reached { figure, percent })
}

/// A ring for what is reached, or for the first fact that tells a part of a whole.
pub(super) fn goal(
    scr: &Screen<'_>,
    told: Option<Reached>,
    facts: &mut Vec<Entry>,
) -> Option<Block> {
    let kit = &scr.kit;
    let told = told?;
    let (name, figure) = match told.figure {
        Some(word) => (None, word),
        None => {
            let at = facts
                .iter()
                .position(|fact| fact.figure.as_ref().is_some_and(|f| is_part(&f.text)))?;
            let fact = facts.remove(at);
            (fact.name, fact.figure?)
        }
    };
    let share = share(&figure.text)?;
    let percent = told.percent;
    let side = (scr.inner() * 0.62).min(kit.u(230.0));
    let size = (side * 0.62 / (figure.text.chars().count() as f32 * 0.54)).min(kit.u(34.0));
    let mut inside = col()
        .w(side * 0.74)
        .align(Place::Center)
        .gap(kit.u(4.0))
        .child(
            kit.figure(&figure, Type::Title)
                .size(size)
                .weight(700)
                .centered(),
        );
    for word in name.iter().chain(&percent) {
        inside = inside.child(kit.text(word, Type::Caption).centered().max_lines(1));
    }
    let ring = kit.ring(
        side,
        share,
        Token::Accent.into(),
        kit.accent_track(),
        inside,
    );
    let node = row().fill_w().justify(Place::Center).child(ring);
    Some(Block::must(node, side).stretch(kit.u(40.0)))
}
