//! Parts of data screens: cards, chips, tiles, tables, lists, avatars, controls.

use plantain_scene::build::{col, icon, row, text};
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{FontRole, Node, Place};
use plantain_scene::theme::Theme;

mod controls;
mod table;
mod tile;

pub use controls::{avatar, button, control, icon_badge, logo, segmented, soft_color};
pub use table::{Cell, Table, list_row, table};
pub use tile::{Stat, delta_chip, legend_item, sparkline, stat_line, stat_tile, trend_chip};

/// Colour of soft shadows.
const SHADE: Color = Color::Fixed(plantain_scene::Rgba([15, 23, 42, 20]));
const SHADE_STRONG: Color = Color::Fixed(plantain_scene::Rgba([15, 23, 42, 40]));

/// What a chip or a change tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Good,
    Open,
    Bad,
    Quiet,
    Accent,
}

impl Tone {
    /// Returns the tone for the marks of the topic tables: + good, ~ open, - bad.
    pub fn of(mark: char) -> Self {
        match mark {
            '+' => Self::Good,
            '~' => Self::Open,
            '-' => Self::Bad,
            _ => Self::Quiet,
        }
    }

    /// Returns ink and ground.
    pub fn colors(self) -> (Token, Token) {
        match self {
            Self::Good => (Token::Positive, Token::PositiveSoft),
            Self::Open => (Token::Warning, Token::WarningSoft),
            Self::Bad => (Token::Negative, Token::NegativeSoft),
            Self::Quiet => (Token::Muted, Token::Sunken),
            Self::Accent => (Token::AccentText, Token::AccentSoft),
        }
    }
}

/// Returns an empty card in the theme's manner: corners, border, depth.
pub fn card(theme: &Theme) -> Node {
    let mut node = col().fill(Token::Surface).radius(theme.radius).role("card");
    // On a ground of the same colour a card without border or shadow could not be seen.
    let flat = theme
        .token(Token::Surface)
        .contrast(theme.token(Token::Canvas))
        < 1.04
        && theme.elevation == 0;
    if theme.border > 0.0 || flat {
        node = node.stroke(Token::Line, theme.border.max(1.0));
    }
    match theme.elevation {
        0 => node,
        3 => node.shadow(4.0, 0.0, Token::Ink),
        2 => node
            .shadow(10.0, 30.0, SHADE_STRONG)
            .shadow(2.0, 6.0, SHADE),
        _ => node.shadow(1.0, 3.0, SHADE).shadow(6.0, 18.0, SHADE),
    }
}

/// Returns the heading of a card.
pub fn heading(words: impl Into<String>) -> Node {
    text(words)
        .font(FontRole::Heading)
        .size(16.0)
        .weight(600)
        .max_lines(1)
        .shrink(12.5)
        .role("heading")
}

/// Returns a small quiet text.
pub fn caption(words: impl Into<String>) -> Node {
    text(words)
        .size(13.0)
        .color(Token::Muted)
        .max_lines(1)
        .shrink(11.5)
        .role("caption")
}

/// Returns a pill with a word in it.
pub fn chip(words: impl Into<String>, tone: Tone) -> Node {
    let (ink, ground) = tone.colors();
    row()
        .pad_xy(10.0, 4.0)
        .radius(99.0)
        .fill(ground)
        .rigid()
        .child(text(words).size(12.5).weight(600).color(ink).max_lines(1))
        .role("chip")
}

/// Returns a quiet round button with three dots.
pub fn more() -> Node {
    icon("ellipsis", 18.0).color(Token::Muted)
}

/// Returns a card's head: heading on the left, something on the right.
pub fn card_head(left: Node, right: Option<Node>) -> Node {
    let head = row().justify(Place::Between).gap(12.0).fill_w().child(left);
    match right {
        Some(right) => head.child(right),
        None => head,
    }
}

/// Returns a hairline.
pub fn hairline() -> Node {
    plantain_scene::build::rect()
        .h(1.0)
        .fill_w()
        .fill(Token::Line)
        .rigid()
        .role("rule")
}
