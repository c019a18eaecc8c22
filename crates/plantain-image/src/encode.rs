//! Pixels → bytes.

mod flat_deflate;
mod jpeg;
mod native;
mod png;
mod png_filter;
mod tone_deflate;
mod webp;

use plantain_core::Pixels;

pub use self::native::encode_native;
pub(crate) use self::png::push_chunk;
pub use self::png::{PngBand, PngEncoder};
use crate::limits::check_pixels;
use crate::{Format, ImageError, Metadata, Result};

/// How a format stores the pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// PNG: exact.
    Png,
    /// JPEG: lossy and without alpha; a picture that is not opaque is laid on white.
    Jpeg {
        /// 1 to 100. From 90 on chroma keeps its full resolution.
        quality: u8,
    },
    /// WebP, exact.
    WebpLossless,
    /// WebP, lossy; alpha stays exact.
    WebpLossy {
        /// 1 to 100.
        quality: u8,
    },
}

impl Coding {
    /// Returns the format that the bytes will have.
    pub fn format(self) -> Format {
        match self {
            Self::Png => Format::Png,
            Self::Jpeg { .. } => Format::Jpeg,
            Self::WebpLossless | Self::WebpLossy { .. } => Format::Webp,
        }
    }
}

/// How to write a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodeOptions {
    /// Format and quality.
    pub coding: Coding,
    /// What travels with the pixels.
    pub metadata: Metadata,
}

/// Returns the picture as a file.
///
/// The same picture and options give the same bytes on every machine and any number of threads.
pub fn encode(pixels: &Pixels, options: &EncodeOptions) -> Result<Vec<u8>> {
    check_pixels(pixels)?;
    let metadata = &options.metadata;
    metadata.check()?;
    match options.coding {
        Coding::Png => png::encode(pixels, metadata),
        Coding::Jpeg { quality } => jpeg::encode(pixels, check_quality(quality)?, metadata),
        Coding::WebpLossless => webp::encode_lossless(pixels, metadata),
        Coding::WebpLossy { quality } => {
            webp::encode_lossy(pixels, check_quality(quality)?, metadata)
        }
    }
}

fn check_quality(quality: u8) -> Result<u8> {
    if (1..=100).contains(&quality) {
        return Ok(quality);
    }
    Err(ImageError::BadValue {
        field: "quality",
        value: quality.to_string(),
        expected: "it must be 1 to 100",
    })
}
