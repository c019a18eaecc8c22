//! Draws a placed picture: pixels, SVG and PDF, one file a backend.

mod enlarge;
mod outline;
mod pdf;
mod raster;
mod shadow;
mod svg;

pub use pdf::pdf;
pub(crate) use raster::rasterize_into;
pub use raster::{RASTER_ROWS, RasterPlan, rasterize};
pub use svg::svg;

/// How much a face without a bold of its own is thickened, in em.
const EMBOLDEN: f32 = 0.016;

/// How letters stand in a vector document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    /// As forms: the same in every program, with or without the fonts.
    #[default]
    Outlines,
    /// As text that can be selected, searched and changed, with the fonts embedded.
    Text,
}

/// What a document says about itself, beside its picture.
#[derive(Debug, Clone, Copy)]
pub struct DocumentInfo<'a> {
    pub title: &'a str,
    /// Alternative text.
    pub description: &'a str,
    pub language: &'a str,
    /// Provenance: keys and values in order.
    pub fields: &'a [(String, String)],
    /// The scene as JSON; it rides in the document.
    pub scene_json: Option<&'a str>,
}
