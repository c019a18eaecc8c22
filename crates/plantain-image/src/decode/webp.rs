//! WebP, lossless and lossy, with alpha, and the first frame of animations.

use std::borrow::Cow;
use std::io::Cursor;

use image_webp::{DecodingError, WebPDecoder};
use plantain_core::Pixels;

use super::to_pixels;
use crate::{Format, ImageError, Info, Result, riff};

/// Where the flags stand in an animation frame's header.
const FRAME_FLAGS_AT: usize = 15;
const NO_BLENDING: u8 = 0x02;

/// Returns the stored pixels; the sizes in `info` and in every bitstream have passed their limits.
pub(super) fn decode(file: &[u8], info: &Info) -> Result<Pixels> {
    let is_animated = riff::content_offset(file, b"ANMF").is_some();
    let file = if is_animated {
        without_blending(file)
    } else {
        file.into()
    };
    let mut decoder = WebPDecoder::new(Cursor::new(&file)).map_err(failed)?;
    let (width, height) = decoder.dimensions();
    if info.orientation.size(width, height) != (info.width, info.height) {
        return Err(ImageError::damaged(
            Format::Webp,
            "its headers contradict each other",
        ));
    }
    let length = decoder.output_buffer_size();
    let mut samples =
        vec![
            0;
            length
                .ok_or_else(|| ImageError::internal("decoding", "the size of a WebP overflows"))?
        ];
    decoder.read_image(&mut samples).map_err(failed)?;
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    Ok(to_pixels(samples, width, height, channels))
}

/// Returns the file with its first animation frame marked as not to be blended with what is below it. Nothing is, yet
/// the decoder's blending is off by a level.
fn without_blending(file: &[u8]) -> Cow<'_, [u8]> {
    let mut file = file.to_vec();
    let flags =
        riff::content_offset(&file, b"ANMF").and_then(|at| file.get_mut(at + FRAME_FLAGS_AT));
    if let Some(flags) = flags {
        *flags |= NO_BLENDING;
    }
    file.into()
}

fn failed(error: DecodingError) -> ImageError {
    match error {
        DecodingError::IoError(_) => ImageError::damaged(Format::Webp, "it ends too early"),
        DecodingError::UnsupportedFeature(detail) => ImageError::UnsupportedFeature {
            format: Format::Webp,
            detail,
        },
        other => ImageError::damaged(Format::Webp, other),
    }
}
