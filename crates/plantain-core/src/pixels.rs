//! Decoded pictures.

use std::fmt;

/// An 8-bit sRGB picture with straight (not premultiplied) alpha, rows from the top.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels, 1 to 65,535.
    pub width: u32,
    /// Pixels, 1 to 65,535.
    pub height: u32,
    /// `width * height * 4` bytes, R G B A.
    pub rgba: Vec<u8>,
    /// Whether every alpha is 255; encoders may then leave alpha out.
    pub opaque: bool,
}

impl fmt::Debug for Pixels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pixels {}x{}", self.width, self.height)
    }
}

impl Pixels {
    /// Returns the byte offset of the pixel at `x`, `y`, which must lie inside.
    pub fn offset(&self, x: u32, y: u32) -> usize {
        assert!(
            x < self.width && y < self.height,
            "pixel {x},{y} is outside"
        );
        (y as usize * self.width as usize + x as usize) * 4
    }
}
