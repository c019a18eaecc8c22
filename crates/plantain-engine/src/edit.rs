//! An edit: pictures and an instruction in, a report of what was changed out.

use std::sync::Arc;

use plantain_core::{Mask, Pixels};

/// A picture to change, with what is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditSubject {
    /// What to do, in words.
    pub instruction: Arc<str>,
    /// At least one. The first is changed, the others are what it speaks of ("the second image", "the logo").
    pub inputs: Vec<Arc<Input>>,
    /// Where the first may change; as large as it.
    pub mask: Option<Arc<Mask>>,
}

/// A picture that was handed in, decoded and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    pub pixels: Pixels,
    /// The scene that drew these very pixels, JSON, untrusted.
    pub scene_json: Option<Arc<str>>,
}

/// What an edit did.
#[derive(Debug, Clone, PartialEq)]
pub struct EditReport {
    /// How the place to be changed was found; the least sure of several.
    pub located_by: LocatedBy,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
    /// Share of the pixels that differ from the input, 0 to 1; of the whole when the size changed.
    pub changed: f32,
}

/// How the place to be changed was found, from surest to least sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LocatedBy {
    /// A node of the scene.
    Scene,
    /// The mask that came along.
    Mask,
    /// The whole picture was meant.
    Whole,
    /// A model of the owner's choice.
    Segmenter,
    /// Cut out from the background.
    Background,
    /// The only region of the colour that was named.
    Color,
    /// The only thing that stands out from the background.
    SalientSubject,
}

impl LocatedBy {
    pub const ALL: [Self; 7] = [
        Self::Scene,
        Self::Mask,
        Self::Whole,
        Self::Segmenter,
        Self::Background,
        Self::Color,
        Self::SalientSubject,
    ];

    /// Returns the way with this name on the wire.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }

    /// Returns the name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Scene => "scene",
            Self::Mask => "mask",
            Self::Whole => "whole",
            Self::Segmenter => "segmenter",
            Self::Background => "background",
            Self::Color => "color",
            Self::SalientSubject => "salient_subject",
        }
    }
}
