//! JPEG headers: the segments before the first scan.

use super::{Info, bad_header};
use crate::exif::Orientation;
use crate::jpeg_segments::{APP1, APP2, ICC_START, segments};
use crate::{Format, ImageError, Result};

const APP14: u8 = 0xEE;
const EXIF_START: &[u8] = b"Exif\0\0";
const ADOBE_START: &[u8] = b"Adobe";
/// Where the Adobe segment tells how its components are transformed.
const ADOBE_TRANSFORM_AT: usize = 11;

/// What the components of a JPEG mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Components {
    Grey,
    /// Luma and chroma, what almost every JPEG holds.
    Ycc,
    Rgb,
    /// Inks as Adobe stores them: 255 is no ink.
    AdobeCmyk,
    /// Inks as the standard has them: 0 is no ink.
    PlainCmyk,
    /// Inks as luma, chroma and black.
    Ycck,
}

/// What the frame header and the segments around it say.
pub(crate) struct Frame {
    pub width: u16,
    pub height: u16,
    pub components: Components,
    pub orientation: Orientation,
    pub has_profile: bool,
}

pub(super) fn probe(file: &[u8]) -> Result<Info> {
    let frame = frame(file)?;
    Ok(Info {
        format: Format::Jpeg,
        width: frame.width.into(),
        height: frame.height.into(),
        has_alpha: false,
        frames: 1,
        bits: 8,
        has_profile: frame.has_profile,
        orientation: frame.orientation,
    })
}

/// Reads the segments before the first scan.
pub(crate) fn frame(file: &[u8]) -> Result<Frame> {
    let mut adobe_transform = None;
    let mut orientation = None;
    let mut has_profile = false;
    let mut found = None;
    for segment in segments(file) {
        let content = segment.content;
        match segment.marker {
            APP1 if content.starts_with(EXIF_START) && orientation.is_none() => {
                orientation = Some(Orientation::of_exif(&content[EXIF_START.len()..]));
            }
            APP2 if content.starts_with(ICC_START) => has_profile = true,
            APP14 if content.starts_with(ADOBE_START) => {
                adobe_transform = content.get(ADOBE_TRANSFORM_AT).copied()
            }
            // The frame headers, but not the tables and extensions numbered among them.
            0xC0..=0xCF if !matches!(segment.marker, 0xC4 | 0xC8 | 0xCC) => {
                found = Some((segment.marker, content));
            }
            _ => {}
        }
    }
    let (marker, content) = found.ok_or(bad_header(Format::Jpeg))?;
    let &[precision, h1, h0, w1, w0, count] =
        content.first_chunk::<6>().ok_or(bad_header(Format::Jpeg))?;
    check_supported(marker, precision, u16::from_be_bytes([h1, h0]))?;
    Ok(Frame {
        width: u16::from_be_bytes([w1, w0]),
        height: u16::from_be_bytes([h1, h0]),
        components: components(count, adobe_transform)?,
        orientation: orientation.unwrap_or_default(),
        has_profile,
    })
}

/// Returns an error that names the feature if this kind of JPEG is not decoded.
fn check_supported(marker: u8, precision: u8, height: u16) -> Result<()> {
    let detail = match (marker, precision) {
        (0xC0..=0xC2, 8) if height == 0 => "its height is only given after its pixels".to_owned(),
        (0xC0..=0xC2, 8) => return Ok(()),
        (0xC0..=0xC2, bits) => format!("it has {bits} bits a sample, not 8"),
        (0xC3 | 0xC7 | 0xCB | 0xCF, _) => "it is lossless JPEG".to_owned(),
        (0xC9.., _) => "it uses arithmetic coding".to_owned(),
        _ => "it is hierarchical".to_owned(),
    };
    Err(ImageError::UnsupportedFeature {
        format: Format::Jpeg,
        detail,
    })
}

fn components(count: u8, adobe_transform: Option<u8>) -> Result<Components> {
    match (count, adobe_transform) {
        (1, _) => Ok(Components::Grey),
        (3, Some(0)) => Ok(Components::Rgb),
        (3, _) => Ok(Components::Ycc),
        (4, Some(2)) => Ok(Components::Ycck),
        (4, Some(_)) => Ok(Components::AdobeCmyk),
        (4, None) => Ok(Components::PlainCmyk),
        _ => Err(ImageError::UnsupportedFeature {
            format: Format::Jpeg,
            detail: format!("it has {count} components"),
        }),
    }
}
