//! What an engine gives.

use std::borrow::Cow;
use std::sync::Arc;

use crate::EditReport;
use plantain_core::{OutputFormat, PixelSize, Pixels, Reframe, Seed};
use serde::{Deserialize, Serialize};

/// A finished picture with what there is to say about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    pub rendered: Rendered,
    /// Size that was drawn, pixels; for vectors the size of the canvas.
    pub size: PixelSize,
    pub seed: Seed,
    /// The plan, a few sentences of reasoning in reading order.
    pub plan: Vec<String>,
    pub notes: Vec<Note>,
    /// Alternative text for people who cannot see the picture.
    pub alt: String,
    /// The scene that was drawn, for engines that have scenes.
    pub scene_json: Option<Arc<str>>,
    /// What was changed, for edits.
    pub edit: Option<EditReport>,
    /// How the first picture of an edit came to stand on the canvas of the output, step by step; none where it cannot be
    /// followed, because several pictures were put together or a scene was drawn.
    pub reframes: Option<Vec<Reframe>>,
}

/// The picture itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Rendered {
    /// A whole file in the format that was asked for.
    Encoded {
        bytes: Vec<u8>,
        format: OutputFormat,
        /// SHA-256 of the decoded RGBA pixels, rows from the top, when the engine knows it.
        pixels_sha256: Option<[u8; 32]>,
    },
    /// Pixels that the caller encodes.
    Pixels(Pixels),
}

/// Something the caller should know: not understood, replaced, not honoured.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Note {
    /// Stable word for machines, snake case ("not_understood", "drawn_instead").
    pub code: Cow<'static, str>,
    pub message: String,
}

impl Note {
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code: Cow::Borrowed(code),
            message: message.into(),
        }
    }
}

/// A plan that was not drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    pub scene_json: Arc<str>,
    /// Size of the scene's canvas.
    pub size: PixelSize,
    pub plan: Vec<String>,
    pub notes: Vec<Note>,
    pub alt: String,
}
