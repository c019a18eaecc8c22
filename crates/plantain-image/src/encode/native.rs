//! Pictures of more than 8-bit sRGB: their depth where the format has it, and their profile.

use plantain_core::Pixels;
use png::{BitDepth, ColorType, Compression, Encoder};

use super::png::push_chunk;
use super::{Coding, EncodeOptions, encode};
use crate::format::PNG_SIGNATURE;
use crate::jpeg_segments::{APP2, ICC_START, segments};
use crate::limits::check_output_size;
use crate::metadata::{self, SEGMENT_MAX, deflate, push_segment};
use crate::native::{Native, Samples};
use crate::png_chunks::chunks;
use crate::{ImageError, Result, riff};

/// Name of the profile inside a PNG; readers show it, none goes by it.
const PROFILE_NAME: &[u8] = b"ICC profile\0";
/// JPEG counts a profile's pieces in a byte.
const PIECES_MAX: usize = 255;

/// Returns the picture as a file with its profile, and in PNG with its depth; JPEG and WebP hold 8 bits a sample.
///
/// The same picture and options give the same bytes on every machine and any number of threads.
pub fn encode_native(native: &Native, options: &EncodeOptions) -> Result<Vec<u8>> {
    check_output_size(native.width, native.height)?;
    let icc = native
        .profile
        .as_ref()
        .map_or(&[][..], |profile| profile.icc());
    if let (Coding::Png, Samples::Sixteen(samples)) = (options.coding, &native.samples) {
        options.metadata.check()?;
        return png_sixteen(
            native,
            samples,
            icc,
            &metadata::png_chunks(&options.metadata)?,
        );
    }
    let pixels = native.own_pixels();
    let file = encode(&pixels, options)?;
    if icc.is_empty() {
        return Ok(file);
    }
    match options.coding {
        Coding::Png => png_with(&file, icc, &[]),
        Coding::Jpeg { .. } => jpeg_with(&file, icc),
        Coding::WebpLossless | Coding::WebpLossy { .. } => webp_with(&file, &pixels, icc),
    }
}

fn png_sixteen(native: &Native, samples: &[u16], icc: &[u8], metadata: &[u8]) -> Result<Vec<u8>> {
    let opaque = samples.chunks_exact(4).all(|pixel| pixel[3] == u16::MAX);
    let channels = if opaque { 3 } else { 4 };
    let bytes: Vec<u8> = samples
        .chunks_exact(4)
        .flat_map(|pixel| &pixel[..channels])
        .flat_map(|sample| sample.to_be_bytes())
        .collect();
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, native.width, native.height);
    encoder.set_color(if opaque {
        ColorType::Rgb
    } else {
        ColorType::Rgba
    });
    encoder.set_depth(BitDepth::Sixteen);
    encoder.set_compression(Compression::Fast);
    let failed = |error| ImageError::internal("PNG encoding", error);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&bytes).map_err(failed)?;
    writer.finish().map_err(failed)?;
    png_with(&file, icc, metadata)
}

/// Returns a PNG with what says which colours it has, and further chunks, behind its header.
fn png_with(file: &[u8], icc: &[u8], further: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(file.len() + icc.len() + further.len() + 64);
    out.extend_from_slice(PNG_SIGNATURE);
    for chunk in chunks(file).filter(|chunk| &chunk.kind != b"sRGB") {
        push_chunk(&mut out, &chunk.kind, chunk.content);
        if &chunk.kind != b"IHDR" {
            continue;
        }
        if icc.is_empty() {
            push_chunk(&mut out, b"sRGB", &[1]);
        } else {
            // The name, the method of compression (zlib), the profile.
            let content = [PROFILE_NAME, &[0], &deflate(icc)?].concat();
            push_chunk(&mut out, b"iCCP", &content);
        }
        out.extend_from_slice(further);
    }
    Ok(out)
}

/// Returns a JPEG with its profile behind the first segment.
fn jpeg_with(file: &[u8], icc: &[u8]) -> Result<Vec<u8>> {
    let start = segments(file).next().map_or(2, |segment| segment.end);
    let pieces = icc.chunks(SEGMENT_MAX - ICC_START.len() - 2);
    let count = pieces.len();
    ImageError::check_limit(
        "the pieces of a JPEG's profile",
        count as u64,
        PIECES_MAX as u64,
    )?;
    let mut out = file[..start].to_vec();
    for (index, piece) in pieces.enumerate() {
        let place = [index as u8 + 1, count as u8];
        push_segment(&mut out, APP2, &[ICC_START, &place, piece]);
    }
    out.extend_from_slice(&file[start..]);
    Ok(out)
}

fn webp_with(file: &[u8], pixels: &Pixels, icc: &[u8]) -> Result<Vec<u8>> {
    let xmp = riff::chunks(file).find(|chunk| chunk.name == b"XMP ");
    let xmp = xmp.map_or(&[][..], |chunk| chunk.content);
    let size = (pixels.width, pixels.height);
    riff::extended(file, size, !pixels.opaque, icc, xmp)
        .ok_or_else(|| ImageError::internal("WebP encoding", "the container was not understood"))
}
