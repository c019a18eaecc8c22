//! What comes onto a picture.

use super::TypeSetting;
use crate::{Color, Component, ObjectPhrase, Role};

/// What is put on the picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    Things(ObjectPhrase),
    /// A text; `value` stands beside it ("Tip" "1.50").
    Text {
        text: String,
        value: Option<String>,
        role: Role,
        setting: TypeSetting,
    },
    /// A see-through text over the picture.
    Watermark(String),
    /// Words in a tilted frame, as from a rubber stamp.
    Stamp {
        text: String,
        color: Option<Color>,
    },
    /// A card, row, column, button, icon … with its texts in order.
    Part {
        kind: Component,
        texts: Vec<String>,
        color: Option<Color>,
    },
    /// A line of a list, table or receipt; its cells in order.
    Row(Vec<String>),
    /// A column of a board under its name, with the cards in it.
    Column {
        name: String,
        cards: Vec<String>,
    },
    /// One more message of a chat; `from` where the words say whose it is.
    Message {
        from: Option<String>,
        text: String,
    },
    /// A point of a chart.
    Point {
        label: String,
        value: String,
    },
    Shadow,
    Border {
        color: Option<Color>,
        width: Option<BorderWidth>,
    },
    /// Picture number n of those that were handed in, from 1.
    Picture(u32),
}

/// How wide a border is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BorderWidth {
    Pixels(u32),
    /// Of the shorter side.
    Percent(f32),
    /// Of the usual width: thin, thick.
    Times(f32),
}

impl BorderWidth {
    /// Returns the width in pixels where the usual one is `usual` and the shorter side has `side`; half the side at most.
    pub fn pixels(width: Option<Self>, usual: f32, side: f32) -> f32 {
        let pixels = match width {
            None => usual,
            Some(Self::Pixels(pixels)) => pixels as f32,
            Some(Self::Percent(percent)) => side * percent / 100.0,
            Some(Self::Times(times)) => usual * times,
        };
        pixels.clamp(1.0, (side / 2.0).max(1.0))
    }
}
