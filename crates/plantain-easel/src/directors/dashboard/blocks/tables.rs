//! Tables and lists of rows on a dashboard.

use plantain_scene::build::{col, icon, row, text};
use plantain_scene::color::Token;
use plantain_scene::node::{Node, Place};
use plantain_scene::theme::Theme;

use super::super::content::Content;
use crate::components::data::{Stat, Table, card_head, heading, list_row, more, sparkline, table};

/// Height of a table's head and of its rows.
pub(super) const TABLE_HEAD: f32 = 34.0;

pub(super) const TABLE_ROW: f32 = 40.0;

/// Returns the card of the table, with as many rows as fit `height`.
pub(in crate::directors::dashboard) fn table_card(
    content: &Content,
    theme: &Theme,
    width: f32,
    height: f32,
) -> Node {
    let (title, data) = &content.table;
    let rows = (((height - 22.0 - 14.0 - 30.0 - TABLE_HEAD) / TABLE_ROW) as usize)
        .max(2)
        .min(data.rows.len().max(2));
    let mut shown: Table = data.clone();
    shown.rows.truncate(rows);
    let columns = if width < 380.0 { 3 } else { usize::MAX };
    if shown.heads.len() > columns && !shown.heads_literal {
        // The first and the last columns say most.
        let keep: Vec<usize> = (0..shown.heads.len())
            .filter(|i| *i != 0 || shown.heads.len() <= columns)
            .collect();
        let pick = |i: usize| keep.contains(&i);
        shown.heads = filtered(&shown.heads, pick);
        shown.shares = filtered(&shown.shares, pick);
        shown.rows = shown.rows.iter().map(|r| filtered(r, pick)).collect();
    }
    let view = text(&content.view_all)
        .size(13.0)
        .weight(600)
        .color(Token::AccentText)
        .max_lines(1);
    let head = row()
        .fill_w()
        .pad_xy(12.0, 0.0)
        .justify(Place::Between)
        .rigid()
        .child(heading(title))
        .child(view.filler());
    let head = if content.wants_table {
        head
    } else {
        head.filler()
    };
    let node = super::panel(content, theme)
        .pad4(20.0, 12.0, 12.0, 12.0)
        .gap(12.0)
        .child(head)
        .child(table(&shown, theme, width >= 560.0));
    if shown.heads_literal {
        node
    } else {
        node.filler()
    }
}

pub(super) fn filtered<T: Clone>(items: &[T], pick: impl Fn(usize) -> bool) -> Vec<T> {
    items
        .iter()
        .enumerate()
        .filter(|(i, _)| pick(*i))
        .map(|(_, t)| t.clone())
        .collect()
}

/// Returns the card with the given rows of a list: mark, name, course, amount and change.
pub(in crate::directors::dashboard) fn holdings(
    content: &Content,
    theme: &Theme,
    width: f32,
    height: f32,
) -> Option<Node> {
    let (title, rows) = content.holdings.as_ref()?;
    // Amounts of money have a course; what is counted is only listed.
    let money = rows.iter().any(|stat| {
        stat.delta.is_some()
            || stat
                .value
                .contains(['$', '€', '£', '¥', '₹', '₺', '₽', '₴', '₩'])
    }) || content.topic.name == "crypto";
    let tall = height / rows.len().max(1) as f32 > 58.0;
    let lines = rows.iter().map(|stat| {
        let name = text(&stat.label)
            .size(15.0)
            .weight(600)
            .max_lines(1)
            .shrink(11.5)
            .literal(true)
            .role("label");
        let value = text(&stat.value)
            .size(15.0)
            .weight(600)
            .tabular()
            .max_lines(1)
            .shrink(11.5)
            .literal(true)
            .role("value");
        let change = stat.delta.as_ref().map(|(words, good)| {
            let ink = if *good {
                Token::Positive
            } else {
                Token::Negative
            };
            text(words)
                .size(12.5)
                .weight(600)
                .color(ink)
                .tabular()
                .max_lines(1)
                .filler()
        });
        let mut line = list_row(
            if money {
                disc(&stat.label, theme, stat.index)
            } else {
                place(rows, stat, theme)
            },
            name,
            None,
            [Some(value), change].into_iter().flatten().collect(),
        );
        if width >= 330.0 && tall && money {
            let tint = stat.delta.as_ref().map_or(Token::Series(0), |(_, good)| {
                if *good {
                    Token::Positive
                } else {
                    Token::Negative
                }
            });
            let course = sparkline(&stat.spark, tint)
                .size_box(84.0, 34.0)
                .rigid()
                .filler();
            line.children.insert(2, course);
        }
        line.grow(1.0)
    });
    Some(
        super::panel(content, theme)
            .pad(22.0)
            .gap(10.0)
            .child(card_head(heading(title), Some(more().filler())))
            .child(col().fill_w().grow(1.0).gap(4.0).children(lines))
            .role("holdings"),
    )
}

/// The place of a row in its list, as a number on a disc; an icon where its name has one.
fn place(rows: &[Stat], stat: &Stat, theme: &Theme) -> Node {
    let (ground, _) = crate::components::data::soft_color(theme, stat.index);
    let ink = theme
        .token(Token::Series((stat.index % 8) as u8))
        .readable_on(theme.resolve(ground), 4.6);
    let at = rows
        .iter()
        .position(|row| row.label == stat.label)
        .unwrap_or(0)
        + 1;
    row()
        .center()
        .size_box(38.0, 38.0)
        .radius(19.0)
        .fill(ground)
        .rigid()
        .child(
            text(at.to_string())
                .size(15.0)
                .weight(700)
                .color(ink)
                .max_lines(1)
                .filler(),
        )
}

pub(super) fn disc(name: &str, theme: &Theme, index: usize) -> Node {
    let (ground, _) = crate::components::data::soft_color(theme, index);
    let ink = theme
        .token(Token::Series((index % 8) as u8))
        .readable_on(theme.resolve(ground), 4.6);
    row()
        .center()
        .size_box(38.0, 38.0)
        .radius(19.0)
        .fill(ground)
        .rigid()
        .child(icon(mark_for(name), 19.0).color(ink))
}

/// An icon for an asset; letters would repeat its name.
pub(super) fn mark_for(name: &str) -> &'static str {
    let named = |known: &[&str]| known.iter().any(|one| one.eq_ignore_ascii_case(name));
    if named(&["BTC", "Bitcoin"]) {
        "bitcoin"
    } else if named(&["ETH", "Ether", "Ethereum"]) {
        "gem"
    } else if named(&["SOL", "Solana"]) {
        "sun"
    } else {
        "circle-dollar-sign"
    }
}
