//! The lines of a paper: what, and how much.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::node::{FontRole, Node, Place};

use crate::components::print::{Inks, Page};
use crate::components::typeset::node_role;
use crate::components::wording::{Line, Row};

/// Returns all lines besides the title as rows in the order of the prompt: a label with its value, or a line alone.
pub(super) fn entries(page: &Page<'_>) -> Vec<Row> {
    let mut rest = page.words.clone();
    let mut lines: Vec<Line> = rest
        .kicker
        .drain(..)
        .chain(rest.buttons.drain(..))
        .collect();
    // A title that is a figure or a line of the account stands among the others.
    lines.extend(rest.title.take().filter(|t| !heads(t)));
    let mut found: Vec<Row> = std::mem::take(&mut rest.rows);
    lines.append(&mut rest.drain_support());
    found.extend(lines.into_iter().map(|line| match &line.label {
        Some(tag) => Row {
            heads: false,
            name: Line {
                text: tag.text.clone(),
                role: Role::Label,
                literal: tag.literal,
                label: None,
                order: line.order,
            },
            value: Some(Line {
                label: None,
                ..line
            }),
        },
        None => Row {
            heads: false,
            name: line,
            value: None,
        },
    }));
    found.sort_by_key(|row| row.name.order);
    let mut out: Vec<Row> = Vec::new();
    for row in found {
        // A line that a bare amount follows is what the amount is for.
        let follows = row.value.is_none() && amount(&row.name.text);
        match out.last_mut() {
            Some(last) if follows && last.value.is_none() => last.value = Some(row.name),
            _ => out.push(row),
        }
    }
    out
}

/// Returns whether a title heads the paper, instead of being one of its lines.
pub(super) fn heads(title: &Line) -> bool {
    matches!(title.role, Role::Title | Role::Brand)
        && !amount(&title.text)
        && title.text.chars().filter(char::is_ascii_digit).count() < 3
}

/// Returns whether a text is nothing but an amount.
pub(super) fn amount(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 0
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || " .,-+%$€£¥'".contains(c))
        || (digits > 0
            && text.chars().count() <= 12
            && text.chars().filter(|c| c.is_alphabetic()).count() <= 3)
}

pub(super) fn is_total(row: &Row) -> bool {
    let lower = row.name.text.to_lowercase();
    ["total", "summe", "gesamt", "amount due", "balance"]
        .iter()
        .any(|w| lower.contains(w))
        && !lower.contains("sub")
}

pub(super) fn entry_node(row_: &Row, size: f32, font: FontRole, inks: &Inks, strong: bool) -> Node {
    let weight = if strong { 700 } else { 400 };
    let mark = |mut node: Node, line: &Line| {
        if !line.literal {
            node = node.filler();
        }
        node
    };
    let name = text(row_.name.text.clone())
        .role("item")
        .literal(row_.name.literal)
        .font(font)
        .weight(weight)
        .size(size)
        .shrink(11.0)
        .color(inks.ink);
    let name = mark(name, &row_.name);
    match &row_.value {
        None => row().justify(Place::Start).child(name.fill_w()),
        Some(value) => {
            let cell = text(value.text.clone())
                .role(node_role(value.role))
                .literal(value.literal)
                .font(font)
                .weight(weight.max(500))
                .size(size)
                .tabular()
                .color(inks.ink)
                .rigid();
            row()
                .justify(Place::Between)
                .gap(size)
                .child(name)
                .child(mark(cell, value))
        }
    }
}
