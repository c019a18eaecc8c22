//! What an engine is asked to do.

use std::sync::Arc;

use crate::EditSubject;
use plantain_core::{Brand, Letters, OutputFormat, Quality, Seed, SizeSpec};

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
    /// For vector formats.
    pub letters: Letters,
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
    pub look: Look,
}

/// A look to keep. What the prompt says about the look goes before it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    pub brand: Option<Arc<Brand>>,
    /// The brand's mark as PNG, decoded and made small by the caller.
    pub logo: Option<Arc<[u8]>>,
    /// Scene whose theme the picture keeps, JSON, untrusted.
    pub style_of: Option<Arc<str>>,
}

/// What the picture shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobSubject {
    Prompt(Arc<str>),
    /// A scene document, JSON, untrusted.
    Scene(Arc<str>),
    Edit(Arc<EditSubject>),
}
