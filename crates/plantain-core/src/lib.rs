//! Plain values that every part of Plantain shares. No runtime, HTTP, SQL or clock.

mod count;
mod edit;
mod error;
mod format;
mod id;
mod limit;
mod look;
mod mask;
mod model;
mod pixels;
mod prompt;
mod reframe;
mod request;
mod retouch;
mod safety;
mod seed;
mod size;
mod status;
mod trace;

pub use count::Count;
pub use edit::{
    EditSpec, MaskReading, MaskShape, MaskSpec, OUTLINE_POINTS_MAX, PICTURES_MAX, PictureFile,
    SHAPES_MAX,
};
pub use error::{Culprit, Error, ErrorKind, Refusal};
pub use format::{Background, Encoding, Letters, OutputFormat, Quality};
pub use id::Id;
pub use limit::{LimitKind, LimitStanding, LimitState};
pub use look::{BRAND_COLORS_MAX, Brand, Logo, LookSpec, Rgb, StyleSource};
pub use mask::Mask;
pub use model::ModelId;
pub use pixels::Pixels;
pub use prompt::{PROMPT_TOKENS_MAX, Prompt, count_tokens};
pub use reframe::Reframe;
pub use request::{ImageRequest, PlannerChoice, Subject};
pub use retouch::{Filter, Tone};
pub use safety::{Category, SafetyWishes, Severity, Threshold};
pub use seed::Seed;
pub use size::{
    AspectRatio, Orientation, PIXELS_MAX, PixelSize, SIDE_MAX, SIDE_MIN, SizeHint, SizeSpec, Tier,
};
pub use status::TaskStatus;
pub use trace::TraceContext;
