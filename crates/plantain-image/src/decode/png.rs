//! PNG, every colour type, depth and interlacing.

use std::io::Cursor;

use plantain_core::Pixels;
use png::{BitDepth, Decoder, DecodingError, Transformations};

use super::to_pixels;
use crate::{Format, ImageError, Info, Result};

/// Bytes that the decoder may hold beside the rows of pixels: palettes, profiles and its own buffers.
const SIDE_BYTES_MAX: usize = 64 << 20;

/// Returns the stored pixels; `info` has passed its limits.
pub(super) fn decode(file: &[u8], info: &Info) -> Result<Pixels> {
    let mut decoder = Decoder::new_with_limits(
        Cursor::new(file),
        png::Limits {
            bytes: SIDE_BYTES_MAX,
        },
    );
    decoder.set_transformations(Transformations::EXPAND);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let mut reader = decoder.read_info().map_err(failed)?;
    let (width, height) = reader.info().size();
    let expected = info.orientation.size(width, height);
    if expected != (info.width, info.height) {
        return Err(ImageError::damaged(
            Format::Png,
            "it has two headers that differ",
        ));
    }
    let length = reader.output_buffer_size();
    let length =
        length.ok_or_else(|| ImageError::internal("decoding", "the size of a PNG overflows"))?;
    let mut samples = vec![0; length];
    let frame = reader.next_frame(&mut samples).map_err(failed)?;
    samples.truncate(frame.buffer_size());
    if frame.bit_depth == BitDepth::Sixteen {
        samples = to_eight_bits(&samples);
    }
    Ok(to_pixels(
        samples,
        width,
        height,
        frame.color_type.samples(),
    ))
}

/// Rounds 16-bit samples to the nearest of 8 bits.
fn to_eight_bits(samples: &[u8]) -> Vec<u8> {
    let round = |pair: &[u8]| {
        let sample = u32::from(u16::from_be_bytes([pair[0], pair[1]]));
        ((sample * 255 + 32_767) / 65_535) as u8
    };
    samples.chunks_exact(2).map(round).collect()
}

fn failed(error: DecodingError) -> ImageError {
    match error {
        DecodingError::IoError(_) => ImageError::damaged(Format::Png, "it ends too early"),
        DecodingError::LimitsExceeded => ImageError::OverLimit {
            what: "the bytes of a PNG's palette and profile",
            value: SIDE_BYTES_MAX as u64 + 1,
            limit: SIDE_BYTES_MAX as u64,
        },
        DecodingError::Format(detail) => ImageError::damaged(Format::Png, detail),
        DecodingError::Parameter(detail) => ImageError::internal("decoding", detail),
    }
}
