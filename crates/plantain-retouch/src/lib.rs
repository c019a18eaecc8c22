//! Changes pixels: pictures and masks in, pictures and masks out.
//!
//! There is no I/O here, and nothing is read from words. The same input gives the same bytes, whatever the CPU and the
//! number of threads.

pub mod shapes;
