//! Tables and list rows.

use plantain_scene::build::{col, row, text};
use plantain_scene::color::Token;
use plantain_scene::node::{Align, Node, Place};
use plantain_scene::theme::Theme;

use super::{Tone, avatar, chip, hairline};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    /// Quiet text: numbers of orders, dates.
    Quiet(String),
    /// A person with initials.
    Person(String),
    Status(String, Tone),
    /// A figure, right-aligned and strong.
    Figure(String),
    /// A change, coloured by whether it is good.
    Delta(String, bool),
}

/// A table's content.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub heads: Vec<String>,
    pub heads_literal: bool,
    /// Shares of the width.
    pub shares: Vec<f32>,
    pub rows: Vec<Vec<Cell>>,
    /// Rows whose texts were asked for come first; this many.
    pub literal_rows: usize,
    /// How many leading cells of these rows were asked for; the others were invented.
    pub literal_cells: usize,
}

/// Returns the table in a column that fills its parent; rows share the height.
pub fn table(data: &Table, theme: &Theme, with_avatars: bool) -> Node {
    let columns = data.rows.first().map_or(0, Vec::len).max(data.heads.len());
    let last = columns.saturating_sub(1);
    let share = |i: usize| data.shares.get(i).copied().unwrap_or(1.0);
    let head = row()
        .fill_w()
        .gap(18.0)
        .pad_xy(12.0, 8.0)
        .radius((theme.radius * 0.5).min(10.0))
        .fill(Token::Sunken)
        .rigid()
        .children(data.heads.iter().enumerate().map(|(i, words)| {
            let right = i == last || right_aligned(data, i);
            let label = text(words)
                .size(12.5)
                .weight(600)
                .color(Token::Muted)
                .max_lines(1)
                .shrink(11.0);
            let label = label.literal(data.heads_literal).text_align(if right {
                Align::End
            } else {
                Align::Start
            });
            label.grow(share(i)).role("column")
        }));
    let mut node = col().fill_w().grow(1.0);
    if !data.heads.is_empty() {
        node = node.child(if data.heads_literal {
            head
        } else {
            head.filler()
        });
    }
    for (r, cells) in data.rows.iter().enumerate() {
        if r > 0 {
            node = node.child(hairline());
        }
        let literal = r < data.literal_rows;
        let line = row()
            .fill_w()
            .gap(18.0)
            .pad_xy(12.0, 0.0)
            .grow(1.0)
            .min_h(30.0)
            .role("row")
            .children(cells.iter().enumerate().map(|(i, cell)| {
                let asked = literal && i < data.literal_cells;
                let right = i == last || right_aligned(data, i);
                let node = cell_node(cell, theme, with_avatars, r, asked);
                let held = row()
                    .grow(share(i))
                    .justify(if right { Place::End } else { Place::Start })
                    .child(node);
                if literal && !asked {
                    held.filler()
                } else {
                    held
                }
            }));
        node = node.child(if literal { line } else { line.filler() });
    }
    node
}

fn right_aligned(data: &Table, column: usize) -> bool {
    matches!(
        data.rows.first().and_then(|r| r.get(column)),
        Some(Cell::Figure(_) | Cell::Delta(..))
    )
}

fn cell_node(cell: &Cell, theme: &Theme, with_avatars: bool, index: usize, literal: bool) -> Node {
    let plain = |words: &str| {
        text(words)
            .size(13.5)
            .max_lines(1)
            .shrink(11.0)
            .literal(literal)
    };
    match cell {
        Cell::Text(words) => plain(words).weight(500),
        Cell::Quiet(words) => plain(words).color(Token::Muted).tabular(),
        Cell::Person(name) if with_avatars => row()
            .gap(10.0)
            .child(avatar(name, 28.0, theme, index))
            .child(plain(name).weight(500)),
        Cell::Person(name) => plain(name).weight(500),
        Cell::Status(words, tone) => chip(words, *tone),
        Cell::Figure(words) => plain(words).weight(600).tabular(),
        Cell::Delta(words, good) => plain(words).weight(600).tabular().color(if *good {
            Token::Positive
        } else {
            Token::Negative
        }),
    }
}

/// Returns a list row: something leading, two lines, something at the end.
pub fn list_row(lead: Node, title: Node, under: Option<Node>, end: Vec<Node>) -> Node {
    row()
        .gap(12.0)
        .fill_w()
        .child(lead)
        .child(col().gap(2.0).grow(1.0).child(title).children(under))
        .child(col().gap(2.0).align(Place::End).rigid().children(end))
        .role("item")
}
