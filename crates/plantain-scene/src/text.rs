//! Sets type: text and style in, positioned glyphs out.
//!
//! Every text is shaped once at [`EM`] units and then scaled, since outlines are unhinted: trying another size costs a
//! line break, not a shaping run. Emoji are inline pictures from the illustration set, no glyphs.

mod catalog;
mod emoji;
mod faces;
mod file;
mod shape;
mod stretches;
mod typeset;

pub use catalog::Class;
pub use catalog::{FACES, Face, FontLicence, LICENCES, files};
pub(crate) use faces::embedded_face;
pub use faces::{family_covers, installed_fonts_used};
pub use file::FontFile;
pub use stretches::stretches;
pub(crate) use typeset::ThemeMeasure;
pub use typeset::{Inline, SetGlyph, SetLine, SetRun, SetText, TextMeasure, Typesetter};

/// Size at which texts are shaped.
pub(crate) const EM: f32 = 100.0;
