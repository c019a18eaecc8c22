//! What a picture's header says, before anything is decoded or allocated.

mod jpeg;
mod png;
mod webp;

pub(crate) use self::jpeg::{Components, Frame as JpegFrame, frame as jpeg_frame};
use crate::exif::Orientation;
use crate::{Format, ImageError, Limits, Result};

/// What a header says about its picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Info {
    /// The format, told by the bytes.
    pub format: Format,
    /// Pixels across as the picture is to be shown, that is, after its EXIF orientation.
    pub width: u32,
    /// Pixels down, likewise.
    pub height: u32,
    /// Whether the file can hold transparency; the pixels may still all be opaque.
    pub has_alpha: bool,
    /// Number of animation frames, 1 for a still picture. Only the first is decoded.
    pub frames: u32,
    /// Bits a sample: 8 or 16, or 1, 2 or 4 in some PNGs.
    pub bits: u8,
    /// Whether it carries an ICC profile, which decoding does not apply.
    pub has_profile: bool,
    pub(crate) orientation: Orientation,
}

/// Returns what the header says. Sides beyond [`INPUT_SIDE_MAX`](crate::INPUT_SIDE_MAX) are an error here already.
///
/// ```
/// use plantain_image::{Format, probe};
/// # let pixels = plantain_core::Pixels { width: 40, height: 30, rgba: vec![9; 4800], opaque: false };
/// # let options = plantain_image::EncodeOptions { coding: plantain_image::Coding::Png, metadata: Default::default() };
/// # let bytes = plantain_image::encode(&pixels, &options)?;
/// let info = probe(&bytes)?;
/// assert_eq!((info.format, info.width, info.height), (Format::Png, 40, 30));
/// # Ok::<(), plantain_image::ImageError>(())
/// ```
pub fn probe(bytes: &[u8]) -> Result<Info> {
    let format = Format::sniff(bytes)?;
    let stored = match format {
        Format::Png => png::probe(bytes)?,
        Format::Jpeg => jpeg::probe(bytes)?,
        Format::Webp => webp::probe(bytes)?,
    };
    if stored.width == 0 || stored.height == 0 {
        let size = format!("its header says {}x{} pixels", stored.width, stored.height);
        return Err(ImageError::damaged(format, size));
    }
    let sides_only = Limits {
        pixels_max: u64::MAX,
        ..Limits::default()
    };
    sides_only.check(stored.width, stored.height)?;
    let (width, height) = stored.orientation.size(stored.width, stored.height);
    Ok(Info {
        width,
        height,
        ..stored
    })
}

/// Returns the error for a header that ends too early or breaks its format's rules.
fn bad_header(format: Format) -> ImageError {
    ImageError::damaged(format, "its header is incomplete")
}
