//! The limits of pictures. Every one is checked on the header, before pixels are allocated.

use plantain_core::Pixels;

use crate::{ImageError, Result};

/// Longest side of a picture that is written, in pixels.
pub const OUTPUT_SIDE_MAX: u32 = 12_288;
/// Most pixels in one picture, read or written.
pub const PIXELS_MAX: u64 = 36_000_000;
/// Longest side of a picture that is read, in pixels.
pub const INPUT_SIDE_MAX: u32 = 65_535;

/// Rows in a band, the unit that pictures are drawn, hashed and encoded in; the last band of a picture may have fewer.
///
/// It depends on nothing, least of all the number of cores, so neither do the bytes. At 1024 pixels a row a band holds
/// six deflate windows, so little is lost to starting afresh, and a 512-pixel picture still spreads over eight tasks.
/// It is a multiple of JPEG's block heights.
pub const BAND_ROWS: u32 = 64;

/// What a decoded picture may measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Longest side in pixels, at most [`INPUT_SIDE_MAX`].
    pub side_max: u32,
    /// Most pixels; a decode may use about twelve bytes for each.
    pub pixels_max: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            side_max: INPUT_SIDE_MAX,
            pixels_max: PIXELS_MAX,
        }
    }
}

impl Limits {
    /// Returns the first limit that a picture of this size breaks.
    pub fn check(&self, width: u32, height: u32) -> Result<()> {
        let side = u64::from(width.max(height));
        let side_max = self.side_max.min(INPUT_SIDE_MAX);
        ImageError::check_limit("the longest side in pixels", side, side_max.into())?;
        let pixels = u64::from(width) * u64::from(height);
        ImageError::check_limit("the number of pixels", pixels, self.pixels_max)
    }
}

/// Returns an error unless a picture of this size may be written.
pub(crate) fn check_output_size(width: u32, height: u32) -> Result<()> {
    if width == 0 || height == 0 {
        return Err(ImageError::BadValue {
            field: "size",
            value: format!("{width}x{height}"),
            expected: "both sides must be at least 1",
        });
    }
    let limits = Limits {
        side_max: OUTPUT_SIDE_MAX,
        pixels_max: PIXELS_MAX,
    };
    limits.check(width, height)
}

/// Returns an error unless `pixels` may be written and its buffer fits its size.
pub(crate) fn check_pixels(pixels: &Pixels) -> Result<()> {
    check_output_size(pixels.width, pixels.height)?;
    let expected = pixels.width as usize * pixels.height as usize * 4;
    if pixels.rgba.len() == expected {
        return Ok(());
    }
    let size = format!("{}x{}", pixels.width, pixels.height);
    Err(ImageError::internal(
        "encoding",
        format!(
            "{} bytes of pixels for {size}, expected {expected}",
            pixels.rgba.len()
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_held_to_their_limits() {
        let check = |width, height, expected: &str| {
            let got = check_output_size(width, height)
                .err()
                .map(|e| e.to_string());
            assert_eq!(got.unwrap_or_default(), expected, "{width}x{height}");
        };
        check(1, 1, "");
        check(6000, 6000, "");
        check(12_288, 2929, "");
        check(
            12_289,
            1,
            "the longest side in pixels is 12289, the limit is 12288",
        );
        check(
            6000,
            6001,
            "the number of pixels is 36006000, the limit is 36000000",
        );
        check(0, 5, "size is 0x5; both sides must be at least 1");
    }
}
