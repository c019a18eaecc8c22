//! JPEG, baseline and progressive, grey, colour and inks.

use plantain_core::Pixels;
use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::to_pixels;
use crate::jpeg_segments::has_end;
use crate::probe::{Components, JpegFrame, jpeg_frame};
use crate::{Format, ImageError, Result};

/// Most passes of a progressive file; each costs time over every pixel, encoders write about ten.
const SCANS_MAX: usize = 64;

/// Returns the stored pixels; the size in the frame header has passed its limits.
pub(super) fn decode(file: &[u8]) -> Result<Pixels> {
    let frame = jpeg_frame(file)?;
    if !has_end(file) {
        // The decoder only notices when a whole row of blocks is missing.
        return Err(ImageError::damaged(Format::Jpeg, "it ends too early"));
    }
    let output = output_of(frame.components);
    let options = DecoderOptions::default()
        // Half a picture is an error, not a picture with a grey end.
        .set_strict_mode(true)
        // No second frame header may ask for more than the first did.
        .set_max_width(frame.width.into())
        .set_max_height(frame.height.into())
        .jpeg_set_max_scans(SCANS_MAX)
        .jpeg_set_out_colorspace(output);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    let samples = decoder.decode().map_err(failed)?;
    let (width, height) = decoder.dimensions().unwrap_or_default();
    let channels = output.num_components();
    if samples.len() != width * height * channels
        || (width, height) != (frame.width.into(), frame.height.into())
    {
        return Err(ImageError::damaged(
            Format::Jpeg,
            "its headers contradict each other",
        ));
    }
    Ok(to_rgba(samples, &frame, channels))
}

/// Returns what to ask of the decoder. What it converts wrongly, or not to RGBA, is finished here.
fn output_of(components: Components) -> ColorSpace {
    match components {
        Components::Grey => ColorSpace::Luma,
        Components::Ycc => ColorSpace::RGBA,
        Components::Rgb | Components::Ycck => ColorSpace::RGB,
        Components::AdobeCmyk | Components::PlainCmyk => ColorSpace::CMYK,
    }
}

fn to_rgba(mut samples: Vec<u8>, frame: &JpegFrame, channels: usize) -> Pixels {
    match frame.components {
        Components::AdobeCmyk => mix_inks(&mut samples, 0),
        Components::PlainCmyk => mix_inks(&mut samples, 255),
        _ => {}
    }
    to_pixels(samples, frame.width.into(), frame.height.into(), channels)
}

/// Turns four inks into opaque RGB in place: each light is what its ink and black let through. `invert` is 255 if
/// 255 stands for full ink.
fn mix_inks(samples: &mut [u8], invert: u8) {
    for pixel in samples.chunks_exact_mut(4) {
        let [cyan, magenta, yellow, black] = [0, 1, 2, 3].map(|i| u32::from(pixel[i] ^ invert));
        for (channel, ink) in pixel.iter_mut().zip([cyan, magenta, yellow]) {
            *channel = ((ink * black + 127) / 255) as u8;
        }
        pixel[3] = 255;
    }
}

fn failed(error: DecodeErrors) -> ImageError {
    let detail = match error {
        DecodeErrors::ExhaustedData => "it ends too early".to_owned(),
        DecodeErrors::FormatStatic(detail) => detail.to_owned(),
        DecodeErrors::Format(detail) => detail,
        other => format!("{other:?}"),
    };
    ImageError::damaged(Format::Jpeg, detail)
}
