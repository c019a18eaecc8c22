//! What comes out of the studio.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use plantain_core::{Id, LimitState, ModelId, OutputFormat, PixelSize, Seed};
use plantain_engine::{Capabilities, EditReport, Note};

/// The answer to a request: as many pictures as were asked for.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// The model that was asked for.
    pub model: ModelId,
    /// The engine that drew.
    pub engine: EngineStamp,
    pub pictures: Vec<Arc<Picture>>,
    pub timing: Timing,
    /// How the caller stands against its limits; empty unless the gate fills it in.
    pub limits: LimitState,
    /// The task that it was; none where nothing is kept.
    pub task: Option<Id>,
}

/// Which engine drew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EngineStamp {
    pub name: &'static str,
    pub version: &'static str,
}

/// Where the time went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Timing {
    /// Waiting for a place.
    pub queued: Duration,
    /// Drawing and encoding; for a batch, from the first start to the last end.
    pub run: Duration,
    /// Every picture came from the cache.
    pub cached: bool,
}

/// A finished picture, encoded.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub bytes: Bytes,
    pub format: OutputFormat,
    pub size: PixelSize,
    pub seed: Seed,
    pub transparent: bool,
    pub plan: Vec<String>,
    pub notes: Vec<Note>,
    pub alt: String,
    pub scene_json: Option<Arc<str>>,
    /// What was changed, for edits.
    pub edit: Option<EditReport>,
}

impl Picture {
    /// Returns about how much memory the picture takes.
    pub(crate) fn size_bytes(&self) -> usize {
        let words: usize = self.plan.iter().map(String::len).sum();
        let notes: usize = self.notes.iter().map(|note| note.message.len()).sum();
        let scene = self.scene_json.as_ref().map_or(0, |scene| scene.len());
        size_of::<Self>() + self.bytes.len() + words + notes + self.alt.len() + scene
    }
}

impl EngineStamp {
    /// Returns the stamp of an engine that can do this.
    pub(super) fn of(capabilities: &Capabilities) -> Self {
        Self {
            name: capabilities.name,
            version: capabilities.version,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Returns a picture of so many bytes.
    pub fn picture(bytes: usize) -> Picture {
        Picture {
            bytes: Bytes::from(vec![7; bytes]),
            format: OutputFormat::Png,
            size: PixelSize::new("size", 16, 16).unwrap(),
            seed: Seed(1),
            transparent: false,
            plan: vec![],
            notes: vec![],
            alt: String::new(),
            scene_json: None,
            edit: None,
        }
    }
}
