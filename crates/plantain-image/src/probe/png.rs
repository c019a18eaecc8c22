//! PNG headers: the chunks before the pixels.

use super::{Info, bad_header};
use crate::exif::Orientation;
use crate::png_chunks::chunks;
use crate::{Format, Result};

const COLOR_GREY_ALPHA: u8 = 4;
const COLOR_RGBA: u8 = 6;

/// Returns what the chunks before the first IDAT say.
pub(super) fn probe(file: &[u8]) -> Result<Info> {
    let mut before_pixels = chunks(file).take_while(|chunk| &chunk.kind != b"IDAT");
    let header = before_pixels.next().filter(|chunk| &chunk.kind == b"IHDR");
    let header: &[u8; 13] = header
        .and_then(|chunk| chunk.content.try_into().ok())
        .ok_or(bad_header(Format::Png))?;
    let side = |at: usize| {
        u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
    };
    let mut info = Info {
        format: Format::Png,
        width: side(0),
        height: side(4),
        has_alpha: matches!(header[9], COLOR_GREY_ALPHA | COLOR_RGBA),
        frames: 1,
        bits: header[8],
        has_profile: false,
        orientation: Orientation::default(),
    };
    for chunk in before_pixels {
        match &chunk.kind {
            b"tRNS" => info.has_alpha = true,
            b"iCCP" => info.has_profile = true,
            b"eXIf" => info.orientation = Orientation::of_exif(chunk.content),
            b"acTL" => {
                info.frames = chunk
                    .content
                    .first_chunk()
                    .map_or(1, |n| u32::from_be_bytes(*n).max(1))
            }
            _ => {}
        }
    }
    Ok(info)
}
