//! Bytes ↔ pixels, under limits.
//!
//! Pictures go out through [`encode`], or band by band through [`PngEncoder`] while they are drawn. What travels with
//! the pixels is [`Metadata`]. There is no I/O here: everything is bytes in, bytes out.
//!
//! Pictures come in through [`decode`], or [`probe`] if only the header matters. Both treat every byte as hostile.
//!
//! Encoding is a pure function: the same pixels and options give the same bytes, whatever the CPU and the number of
//! threads.

mod decode;
mod encode;
mod error;
mod exif;
mod format;
mod jpeg_segments;
mod limits;
pub mod metadata;
mod native;
mod pixel;
mod png_chunks;
mod probe;
mod riff;

pub use self::decode::decode;
pub use self::encode::{Coding, EncodeOptions, PngBand, PngEncoder, encode, encode_native};
pub use self::error::{Culprit, ImageError, Result};
pub use self::format::Format;
pub use self::limits::{BAND_ROWS, INPUT_SIDE_MAX, Limits, OUTPUT_SIDE_MAX, PIXELS_MAX};
pub use self::metadata::{Metadata, is_our_drawing, read_metadata, xmp_packet};
pub use self::native::{Native, Profile, Samples};
pub use self::pixel::{Swatch, band_hash, flatten, join_hashes, palette, pixel_hash, resize};
pub use self::probe::{Info, probe};
