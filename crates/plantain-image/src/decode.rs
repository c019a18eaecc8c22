//! Bytes → pixels.

mod jpeg;
mod png;
mod webp;

use std::panic::{AssertUnwindSafe, catch_unwind};

use plantain_core::Pixels;

use crate::native::Samples;
use crate::{Format, ImageError, Limits, Result, probe};

/// Returns the picture's pixels, upright, as 8-bit RGBA; of an animation the first frame.
///
/// The header is checked against `limits` before anything is allocated. A file that is cut or damaged is an error, not
/// half a picture.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Pixels> {
    let info = probe(bytes)?;
    limits.check(info.width, info.height)?;
    let stored = contain(info.format, || match info.format {
        Format::Png => png::decode(bytes, &info),
        Format::Jpeg => jpeg::decode(bytes),
        Format::Webp => webp::decode(bytes, &info),
    })?;
    if info.orientation.size(stored.width, stored.height) != (info.width, info.height) {
        let detail = format!(
            "its header says {}x{} pixels and it holds others",
            info.width, info.height
        );
        return Err(ImageError::damaged(info.format, detail));
    }
    Ok(info.orientation.apply(stored))
}

/// A picture's own samples, RGBA, upright.
pub(crate) struct Stored {
    pub width: u32,
    pub height: u32,
    pub samples: Samples,
}

/// Returns the picture's samples at their own depth, which only PNG has beyond 8 bits.
pub(crate) fn stored(bytes: &[u8], limits: &Limits) -> Result<Stored> {
    let info = probe(bytes)?;
    if info.format != Format::Png || info.bits <= 8 {
        let pixels = decode(bytes, limits)?;
        return Ok(Stored {
            width: pixels.width,
            height: pixels.height,
            samples: Samples::Eight(pixels.rgba),
        });
    }
    limits.check(info.width, info.height)?;
    let (width, height, samples) = contain(Format::Png, || png::decode_deep(bytes, &info))?;
    Ok(Stored {
        width: info.width,
        height: info.height,
        samples: Samples::Sixteen(info.orientation.turned(width, height, samples)),
    })
}

/// Turns a codec's panic into an error. The decoders are meant never to panic; one that does on some hostile file must
/// not take the process down.
fn contain<T>(format: Format, decode: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(decode)).unwrap_or_else(|_| {
        Err(ImageError::internal(
            "decoding",
            format!("the {format} decoder panicked"),
        ))
    })
}

/// Returns samples of one to four channels as RGBA; `full` is an opaque alpha.
fn to_rgba<T: Copy>(samples: Vec<T>, channels: usize, full: T) -> Vec<T> {
    match channels {
        1 => samples
            .iter()
            .flat_map(|&grey| [grey, grey, grey, full])
            .collect(),
        2 => samples
            .chunks_exact(2)
            .flat_map(|p| [p[0], p[0], p[0], p[1]])
            .collect(),
        3 => samples
            .chunks_exact(3)
            .flat_map(|p| [p[0], p[1], p[2], full])
            .collect(),
        _ => samples,
    }
}

/// Returns rows of samples as RGBA; `channels` is 1 for grey, 2 with alpha, 3 for RGB, 4 with alpha.
fn to_pixels(samples: Vec<u8>, width: u32, height: u32, channels: usize) -> Pixels {
    let rgba = to_rgba(samples, channels, 255);
    let opaque = channels % 2 == 1 || rgba.chunks_exact(4).all(|pixel| pixel[3] == 255);
    Pixels {
        width,
        height,
        rgba,
        opaque,
    }
}
