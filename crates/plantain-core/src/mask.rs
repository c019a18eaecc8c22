//! Where a picture may change.

use std::fmt;

/// Coverage of an edit, one byte a pixel, rows from the top: 255 is repainted, 0 is kept, what lies between is mixed.
///
/// Every protocol's own polarity is turned into this one where the request is read.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Mask {
    /// Pixels, as the picture it belongs to.
    pub width: u32,
    /// Pixels, as the picture it belongs to.
    pub height: u32,
    /// `width * height` bytes.
    pub coverage: Vec<u8>,
}

impl fmt::Debug for Mask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Mask {}x{}, {:.3}",
            self.width,
            self.height,
            self.share()
        )
    }
}

impl Mask {
    /// Returns a mask with the same coverage everywhere.
    pub fn filled(width: u32, height: u32, coverage: u8) -> Self {
        Self {
            width,
            height,
            coverage: vec![coverage; width as usize * height as usize],
        }
    }

    /// Returns what is kept as repainted and the other way round.
    #[must_use]
    pub fn inverted(&self) -> Self {
        Self {
            coverage: self.coverage.iter().map(|c| 255 - c).collect(),
            ..*self
        }
    }

    /// Returns the share of the picture that is repainted, 0 to 1.
    pub fn share(&self) -> f64 {
        let sum: u64 = self.coverage.iter().map(|&c| u64::from(c)).sum();
        sum as f64 / (255.0 * self.coverage.len().max(1) as f64)
    }
}
