//! A calculator: what is reckoned and its result over the keys.

use plantain_read::Tool;
use plantain_scene::build::{col, icon, row, text};
use plantain_scene::node::{Align, Place};
use plantain_scene::{Node, Token};

use super::{Parts, Screen};
use crate::components::ui::{Block, Supply, Type, Word};

/// Keys, four to a row; the last column reckons.
const KEYS: [[&str; 4]; 5] = [
    ["AC", "±", "%", "÷"],
    ["7", "8", "9", "×"],
    ["4", "5", "6", "−"],
    ["1", "2", "3", "+"],
    ["0", ".", "⌫", "="],
];

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let (entry, result) = match supply.brief().tool {
        Some(Tool::Calculator { entry, result }) => (entry, result),
        _ => (None, None),
    };
    let entry = entry.and_then(|at| supply.take(at));
    let mut result = result.and_then(|at| supply.take(at));
    if result.is_none() && kit.filler {
        result = Some(Word::invented("0"));
    }
    let gap = kit.u(12.0);
    let key = ((scr.inner() - 3.0 * gap) / 4.0).min((scr.h * 0.62 - 4.0 * gap) / 5.0);
    let pad = key * 5.0 + gap * 4.0;
    let room = (scr.h - pad - kit.u(46.0 + 20.0 + 14.0 + 8.0 + 40.0)).max(kit.u(90.0));
    let mut shown = col()
        .role("display")
        .fill_w()
        .h(room)
        .rigid()
        .justify(Place::End)
        .align(Place::End)
        .gap(kit.u(6.0));
    if let Some(entry) = &entry {
        shown = shown.child(
            kit.text(entry, Type::Heading)
                .color(Token::Muted)
                .text_align(Align::End)
                .fill_w(),
        );
    }
    if let Some(result) = &result {
        let size =
            (scr.inner() / (result.text.chars().count() as f32 * 0.6).max(4.2)).min(room * 0.55);
        shown = shown.child(
            kit.figure(result, Type::Display)
                .size(size)
                .text_align(Align::End)
                .fill_w(),
        );
    }
    let round = scr.variant.is_multiple_of(2);
    let keys = KEYS.iter().map(|line| {
        row()
            .fill_w()
            .justify(Place::Between)
            .children(line.iter().map(|name| key_node(scr, name, key, gap, round)))
    });
    let pad_node = col().role("keys").fill_w().gap(gap).children(keys);
    Parts::new(
        vec![Block::must(shown, room), Block::must(pad_node, pad)],
        "the result is the largest thing on the screen, the keys lie under the thumb",
    )
    .gap(18.0)
}

/// A key; wide ones fill their share of the row.
fn key_node(scr: &Screen<'_>, name: &str, side: f32, gap: f32, round: bool) -> Node {
    let kit = &scr.kit;
    let wide = ((scr.inner() - 3.0 * gap) / 4.0).max(side);
    let (fill, ink) = match name {
        "=" => (Token::Accent, Token::AccentInk),
        "÷" | "×" | "−" | "+" => (Token::AccentSoft, Token::AccentText),
        "AC" | "±" | "%" => (Token::Sunken, Token::Ink),
        _ => (Token::Surface, Token::Ink),
    };
    let w = if round { side } else { wide };
    let node = row()
        .role("key")
        .size_box(w, side)
        .rigid()
        .center()
        .radius(if round {
            side / 2.0
        } else {
            kit.control_radius(side).min(side * 0.28)
        })
        .fill(fill);
    if name == "⌫" {
        return node.child(icon("delete", side * 0.36).color(ink));
    }
    node.child(
        text(name)
            .size(
                side * if name.len() > 1 && name.is_ascii() {
                    0.3
                } else {
                    0.38
                },
            )
            .weight(500)
            .color(ink)
            .filler(),
    )
}
