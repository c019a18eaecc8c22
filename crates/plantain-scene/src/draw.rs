//! Draws a placed picture: pixels here, documents in the backends beside.

mod raster;

pub use raster::{RASTER_ROWS, RasterPlan, rasterize};
