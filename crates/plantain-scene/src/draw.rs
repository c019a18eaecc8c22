//! Draws a placed picture: pixels, SVG and PDF, one file a backend.

mod outline;
mod pdf;
mod raster;
mod svg;

pub use pdf::pdf;
pub use raster::{RASTER_ROWS, RasterPlan, rasterize};
pub use svg::svg;

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
