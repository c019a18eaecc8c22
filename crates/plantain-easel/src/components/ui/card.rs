//! Cards and list rows.

use plantain_scene::build::{col, icon, row};
use plantain_scene::node::{Align, Place};
use plantain_scene::{Color, Node, Token};

use super::kit::{Kit, Type, Word};
use super::supply::Form;

/// What a list row shows.
#[derive(Debug, Clone, Default)]
pub struct RowSpec {
    pub lead: Option<Node>,
    pub name: Word,
    pub note: Option<Word>,
    pub figure: Option<Word>,
    pub trail: Option<Node>,
}

/// Space over and under a row in points: few rows breathe more.
fn row_pad(rows: usize) -> f32 {
    match rows {
        0..=4 => 16.0,
        5 | 6 => 14.0,
        _ => 12.0,
    }
}

impl Kit<'_> {
    /// Returns an empty card with padding.
    pub fn card(&self) -> Node {
        self.surface(
            col()
                .role("card")
                .fill_w()
                .pad(self.u(16.0))
                .gap(self.u(12.0)),
        )
    }

    /// Returns an accent-coloured card.
    pub fn accent_card(&self) -> Node {
        let card = col()
            .role("card")
            .fill_w()
            .pad(self.u(20.0))
            .gap(self.u(10.0))
            .radius(self.radius())
            .gradient(140.0, Token::Accent, self.accent_deep());
        if self.theme.elevation == 3 {
            self.lift(card.stroke(Token::Ink, 2.0))
        } else {
            card
        }
    }

    /// Returns the heading of a section, with something at its end.
    pub fn section(&self, title: &Word, trail: Option<Node>) -> Node {
        let head = self.text(title, Type::Heading).max_lines(1);
        match trail {
            Some(trail) => self.ends(head, trail),
            None => row().fill_w().child(head),
        }
    }

    /// Returns a list row: mark, name over note, figure, something at the end.
    pub fn list_row(&self, spec: RowSpec) -> Node {
        let mut words = col()
            .grow(1.0)
            .gap(self.u(2.0))
            .child(self.text(&spec.name, Type::Strong).max_lines(2));
        if let Some(note) = &spec.note {
            words = words.child(self.text(note, Type::Caption).max_lines(2));
        }
        let mut node = row().role("row").fill_w().gap(self.u(12.0));
        if let Some(lead) = spec.lead {
            node = node.child(lead);
        }
        node = node.child(words);
        if let Some(figure) = &spec.figure {
            node = node.child(
                self.figure(figure, Type::Strong)
                    .color(self.amount_ink(&figure.text))
                    .text_align(Align::End)
                    .rigid(),
            );
        }
        if let Some(trail) = spec.trail {
            node = node.child(trail);
        }
        node
    }

    /// Returns the height of [`Kit::list_row`] with a mark of this many points.
    pub fn row_height(&self, mark: f32, note: bool) -> f32 {
        let words = self.line(Type::Strong)
            + if note {
                self.u(2.0) + self.line(Type::Caption)
            } else {
                0.0
            };
        words.max(self.u(mark))
    }

    /// Returns rows in one card, parted by hairlines.
    pub fn row_card(&self, rows: Vec<Node>) -> Node {
        let pad = row_pad(rows.len());
        let last = rows.len().saturating_sub(1);
        let mut card = self.surface(
            col()
                .role("list")
                .fill_w()
                .pad_xy(self.u(16.0), self.u(4.0)),
        );
        for (i, node) in rows.into_iter().enumerate() {
            card = card.child(node.pad_xy(0.0, self.u(pad)));
            if i != last {
                card = card.child(self.rule());
            }
        }
        card
    }

    /// Returns the height of [`Kit::row_card`] for rows of this height.
    pub fn row_card_height(&self, rows: usize, row: f32) -> f32 {
        rows as f32 * (row + self.u(2.0 * row_pad(rows)))
            + rows.saturating_sub(1) as f32
            + self.u(8.0)
    }

    /// Returns the colour of an amount: money that comes in is positive.
    pub fn amount_ink(&self, text: &str) -> Color {
        if text.trim_start().starts_with('+') && Form::of(text).is_figure() {
            Token::Positive.into()
        } else {
            Token::Ink.into()
        }
    }

    /// Returns a chevron that says "there is more".
    pub fn more(&self) -> Node {
        icon("chevron-right", self.u(18.0)).color(Color::from(Token::Muted).alpha(0.7))
    }

    /// Returns a tile with an icon, a value and its name.
    pub fn stat_tile(&self, mark: &str, n: usize, value: &Word, name: &Word) -> Node {
        self.surface(
            col()
                .role("card")
                .grow(1.0)
                .pad(self.u(14.0))
                .gap(self.u(10.0))
                .justify(Place::Between),
        )
        .child(self.icon_tile(mark, 36.0, n))
        .child(self.stat(value, name, Type::Heading))
    }

    /// Returns the height of [`Kit::stat_tile`].
    pub fn stat_tile_height(&self) -> f32 {
        self.u(14.0 * 2.0 + 36.0 + 10.0 + 2.0) + self.line(Type::Heading) + self.line(Type::Caption)
    }
}
