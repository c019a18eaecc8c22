//! PNG, every colour type, depth and interlacing.

use std::io::Cursor;

use plantain_core::Pixels;
use png::{BitDepth, Decoder, DecodingError, Transformations};

use super::{to_pixels, to_rgba};
use crate::{Format, ImageError, Info, Result};

/// Bytes that the decoder may hold beside the rows of pixels: palettes, profiles and its own buffers.
const SIDE_BYTES_MAX: usize = 64 << 20;

/// Samples as a PNG stores them.
struct Rows {
    width: u32,
    height: u32,
    channels: usize,
    /// Big-endian, two bytes each at 16 bits.
    samples: Vec<u8>,
    sixteen: bool,
}

/// Returns the stored pixels; `info` has passed its limits.
pub(super) fn decode(file: &[u8], info: &Info) -> Result<Pixels> {
    let rows = rows(file, info)?;
    let samples = if rows.sixteen {
        to_eight_bits(&rows.samples)
    } else {
        rows.samples
    };
    Ok(to_pixels(samples, rows.width, rows.height, rows.channels))
}

/// Returns width, height and RGBA at 16 bits of a PNG of that depth; `info` has passed its limits.
pub(super) fn decode_deep(file: &[u8], info: &Info) -> Result<(u32, u32, Vec<u16>)> {
    let rows = rows(file, info)?;
    if !rows.sixteen {
        return Err(ImageError::damaged(
            Format::Png,
            "it has two headers that differ",
        ));
    }
    let samples = rows.samples.chunks_exact(2);
    let samples = samples.map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    let rgba = to_rgba(samples.collect(), rows.channels, u16::MAX);
    Ok((rows.width, rows.height, rgba))
}

fn rows(file: &[u8], info: &Info) -> Result<Rows> {
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
    Ok(Rows {
        width,
        height,
        channels: frame.color_type.samples(),
        samples,
        sixteen: frame.bit_depth == BitDepth::Sixteen,
    })
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
