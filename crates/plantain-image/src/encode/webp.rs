//! WebP: lossless by image-webp, lossy by libwebp, the container by ourselves.

#[expect(
    unsafe_code,
    reason = "libwebp is C; no Rust encoder writes lossy WebP"
)]
mod libwebp;

use image_webp::{ColorType, WebPEncoder};
use plantain_core::Pixels;

use crate::metadata;
use crate::riff;
use crate::{ImageError, Metadata, Result};

/// Returns the picture as an exact WebP file.
pub(super) fn encode_lossless(pixels: &Pixels, metadata: &Metadata) -> Result<Vec<u8>> {
    let mut file = Vec::new();
    let encoder = WebPEncoder::new(&mut file);
    let (width, height) = (pixels.width, pixels.height);
    let encoded = if pixels.opaque {
        let rgb: Vec<u8> = pixels
            .rgba
            .chunks_exact(4)
            .flat_map(|p| [p[0], p[1], p[2]])
            .collect();
        encoder.encode(&rgb, width, height, ColorType::Rgb8)
    } else {
        encoder.encode(&pixels.rgba, width, height, ColorType::Rgba8)
    };
    encoded.map_err(|e| ImageError::internal("WebP encoding", e))?;
    with_metadata(file, pixels, metadata)
}

/// Returns the picture as a lossy WebP file of this quality, 1 to 100; alpha is exact.
pub(super) fn encode_lossy(pixels: &Pixels, quality: u8, metadata: &Metadata) -> Result<Vec<u8>> {
    let file = libwebp::encode(pixels, quality)?;
    with_metadata(file, pixels, metadata)
}

/// Returns the file, rewritten as an extended one if there is anything to add.
fn with_metadata(file: Vec<u8>, pixels: &Pixels, metadata: &Metadata) -> Result<Vec<u8>> {
    let Some(xmp) = metadata::webp_xmp(metadata)? else {
        return Ok(file);
    };
    let size = (pixels.width, pixels.height);
    riff::extended(&file, size, !pixels.opaque, &[], &xmp).ok_or_else(|| {
        ImageError::internal(
            "WebP encoding",
            "the encoder's container was not understood",
        )
    })
}
