//! Bytes → pixels.

mod jpeg;
mod png;
mod webp;

use std::panic::{AssertUnwindSafe, catch_unwind};

use plantain_core::Pixels;

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

/// Turns a codec's panic into an error. The decoders are meant never to panic; one that does on some hostile file must
/// not take the process down.
fn contain(format: Format, decode: impl FnOnce() -> Result<Pixels>) -> Result<Pixels> {
    catch_unwind(AssertUnwindSafe(decode)).unwrap_or_else(|_| {
        Err(ImageError::internal(
            "decoding",
            format!("the {format} decoder panicked"),
        ))
    })
}

/// Returns rows of samples as RGBA; `channels` is 1 for grey, 2 with alpha, 3 for RGB, 4 with alpha.
fn to_pixels(samples: Vec<u8>, width: u32, height: u32, channels: usize) -> Pixels {
    let rgba = match channels {
        1 => samples
            .iter()
            .flat_map(|&grey| [grey, grey, grey, 255])
            .collect(),
        2 => samples
            .chunks_exact(2)
            .flat_map(|p| [p[0], p[0], p[0], p[1]])
            .collect(),
        3 => samples
            .chunks_exact(3)
            .flat_map(|p| [p[0], p[1], p[2], 255])
            .collect(),
        _ => samples,
    };
    let opaque = channels % 2 == 1 || rgba.chunks_exact(4).all(|pixel| pixel[3] == 255);
    Pixels {
        width,
        height,
        rgba,
        opaque,
    }
}
