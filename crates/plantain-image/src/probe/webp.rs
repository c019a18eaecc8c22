//! WebP headers: the chunks' own, without their contents.

use super::{Info, bad_header};
use crate::exif::Orientation;
use crate::riff::{Chunk, chunks, chunks_of};
use crate::{Format, ImageError, Result};

const ALPHA_FLAG: u8 = 0x10;
/// Length of what stands before the chunks in an animation frame.
const FRAME_HEADER_LEN: usize = 16;
const LOSSLESS_SIGNATURE: u8 = 0x2F;
const LOSSY_SIGNATURE: [u8; 3] = [0x9D, 0x01, 0x2A];

/// Returns what the chunks say; every bitstream must have the size that its container claims, so that no decoder
/// allocates for another.
pub(super) fn probe(file: &[u8]) -> Result<Info> {
    let bad = || bad_header(Format::Webp);
    let first = chunks(file).next().ok_or_else(bad)?;
    let (width, height, has_alpha) = match first.name {
        b"VP8X" => canvas(first.content).ok_or_else(bad)?,
        _ => bitstream(&first).ok_or_else(bad)?,
    };
    let mut info = Info {
        format: Format::Webp,
        width,
        height,
        has_alpha,
        frames: 1,
        bits: 8,
        has_profile: false,
        orientation: Orientation::default(),
    };
    let mut frames = 0;
    for chunk in chunks(file) {
        match chunk.name {
            b"VP8 " | b"VP8L" => check_bitstream(&chunk, width, height)?,
            b"ANMF" => {
                frames += 1;
                check_frame(chunk.content)?;
            }
            b"ICCP" => info.has_profile = true,
            b"EXIF" => info.orientation = Orientation::of_exif(chunk.content),
            _ => {}
        }
    }
    info.frames = frames.max(1);
    Ok(info)
}

/// Reads an extended header: width, height, whether there is alpha.
fn canvas(content: &[u8]) -> Option<(u32, u32, bool)> {
    let header = content.first_chunk::<10>()?;
    let side = |at: usize| 1 + u24(&header[at..]);
    Some((side(4), side(7), header[0] & ALPHA_FLAG != 0))
}

/// Reads the start of a lossy or lossless bitstream: width, height, whether there is alpha.
fn bitstream(chunk: &Chunk<'_>) -> Option<(u32, u32, bool)> {
    match chunk.name {
        b"VP8 " => {
            let header = chunk
                .content
                .first_chunk::<10>()
                .filter(|header| header[3..6] == LOSSY_SIGNATURE)?;
            let side =
                |at: usize| u32::from(u16::from_le_bytes([header[at], header[at + 1]]) & 0x3FFF);
            Some((side(6), side(8), false))
        }
        b"VP8L" => {
            let &[signature, b0, b1, b2, b3] = chunk.content.first_chunk::<5>()?;
            let bits = u32::from_le_bytes([b0, b1, b2, b3]);
            let sides = (1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
            (signature == LOSSLESS_SIGNATURE).then_some((sides.0, sides.1, bits >> 28 & 1 == 1))
        }
        _ => None,
    }
}

fn check_bitstream(chunk: &Chunk<'_>, width: u32, height: u32) -> Result<()> {
    let (own_width, own_height, _) = bitstream(chunk).ok_or(bad_header(Format::Webp))?;
    if (own_width, own_height) == (width, height) {
        return Ok(());
    }
    let detail =
        format!("its pixels are {own_width}x{own_height}, its container says {width}x{height}");
    Err(ImageError::damaged(Format::Webp, detail))
}

fn check_frame(content: &[u8]) -> Result<()> {
    let (header, rest) = content
        .split_at_checked(FRAME_HEADER_LEN)
        .ok_or(bad_header(Format::Webp))?;
    let (width, height) = (1 + u24(&header[6..]), 1 + u24(&header[9..]));
    chunks_of(rest)
        .filter(|chunk| matches!(chunk.name, b"VP8 " | b"VP8L"))
        .try_for_each(|chunk| check_bitstream(&chunk, width, height))
}

/// Reads three bytes, least first.
fn u24(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0])
}
