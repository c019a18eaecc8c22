//! What a client wants changed on pictures of its own, free of any protocol.

use std::sync::Arc;

use crate::{Error, Prompt};

/// Most pictures in one request.
pub const PICTURES_MAX: usize = 16;
/// Most points of one outline.
pub const OUTLINE_POINTS_MAX: usize = 10_000;
/// Most shapes of a mask.
pub const SHAPES_MAX: usize = 256;

/// Pictures and what is to be done with them, checked for presence, not yet decoded.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EditSpec {
    pub instruction: Prompt,
    /// 1 to [`PICTURES_MAX`]; the first is changed, the instruction may speak of the others.
    pub pictures: Vec<PictureFile>,
    pub mask: Option<MaskSpec>,
}

impl EditSpec {
    /// Returns an error when the number of pictures is out of range; `field` is the wire's name of them.
    pub fn check(&self, field: &'static str) -> Result<(), Error> {
        match self.pictures.len() {
            0 => Err(Error::missing(
                field,
                "send the picture that is to be changed",
            )),
            1..=PICTURES_MAX => Ok(()),
            many => Err(Error::invalid(
                "too_many_pictures",
                field,
                many,
                format_args!("must be at most {PICTURES_MAX} pictures"),
            )),
        }
    }
}

/// A picture file as it was sent. Untrusted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PictureFile {
    /// Where it stood in the request, for messages ("images[1]").
    pub field: Box<str>,
    pub file: Arc<[u8]>,
}

/// Where the first picture may change.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MaskSpec {
    File {
        file: PictureFile,
        reading: MaskReading,
    },
    /// Everything inside any of them is repainted.
    Shapes(Vec<MaskShape>),
    /// One of the pictures behind the first, found by its look: as large as the first, and grey or see-through.
    Among,
    /// What stands before the background.
    Subject,
    /// Everything but what stands before it.
    Background,
    /// Another mask, grown on all sides by so many thousandths of the picture's width.
    Grown {
        mask: Box<MaskSpec>,
        thousandths: u16,
    },
}

/// What a mask file means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MaskReading {
    /// By alpha where the file has some that is not opaque, by brightness where it has none.
    #[default]
    Auto,
    /// See-through is repainted, opaque is kept.
    Alpha,
    /// White is repainted, black is kept.
    White,
    /// Black is repainted, white is kept.
    Black,
    /// Everything that is not black is repainted.
    Lit,
    /// What is marked on a see-through sheet is repainted, and what marks enclose.
    Marks,
}

impl MaskReading {
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Alpha => "alpha",
            Self::White => "white",
            Self::Black => "black",
            Self::Lit => "lit",
            Self::Marks => "marks",
        }
    }

    /// Returns the reading, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        Ok(match name {
            "auto" => Self::Auto,
            "alpha" => Self::Alpha,
            "white" => Self::White,
            "black" => Self::Black,
            "marks" => Self::Marks,
            _ => {
                return Err(Error::invalid(
                    "invalid_mask_mode",
                    field,
                    name,
                    "must be one of auto, alpha, white, black, marks: what is repainted",
                ));
            }
        })
    }
}

/// A part of a picture, in its pixels from the top left. Parts outside are cut off.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MaskShape {
    Box {
        x: i32,
        y: i32,
        width: u32,
        height: u32,
    },
    /// A closed outline, filled by the even-odd rule.
    Polygon(Vec<(i32, i32)>),
    /// The region of like colour around a point.
    Point { x: i32, y: i32 },
}
