//! What an engine is asked to do.

use std::sync::Arc;

use plantain_core::{OutputFormat, Quality, Seed, SizeSpec};

/// One picture to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub subject: JobSubject,
    /// The size as far as the request decides it. The engine reads the prompt's own size words into a
    /// [`plantain_core::SizeHint`] and calls [`SizeSpec::resolve`]; that size is the size of the picture, exactly.
    /// A scene with a silent spec keeps its own size.
    pub size: SizeSpec,
    pub format: OutputFormat,
    /// For engines that encode lossy formats themselves.
    pub quality: Option<Quality>,
    /// Some: as asked. None: the prompt's words decide, opaque when it has none.
    pub transparent: Option<bool>,
    /// The seed of this picture, already derived from the batch.
    pub seed: Seed,
    /// Place in the batch, from 0. For messages only: the seed alone makes pictures differ.
    pub index: u8,
    /// Refuse what cannot be drawn as asked, rather than draw the nearest thing and note it.
    pub strict: bool,
    /// Whether plausible sample content may fill what the prompt leaves open.
    pub filler: bool,
}

/// What the picture shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobSubject {
    Prompt(Arc<str>),
    /// A scene document, JSON, untrusted.
    Scene(Arc<str>),
}
