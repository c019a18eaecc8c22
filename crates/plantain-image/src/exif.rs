//! The one thing in EXIF that changes pixels: which way up the picture is.

use plantain_core::Pixels;

const ORIENTATION_TAG: u16 = 0x0112;
const TYPE_SHORT: u16 = 3;
/// Most entries of a directory that are looked at.
const ENTRIES_MAX: usize = 512;

/// How the stored pixels are turned to be shown: EXIF's values 1 to 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Orientation(u8);

impl Default for Orientation {
    fn default() -> Self {
        Self(1)
    }
}

impl Orientation {
    /// Reads it from an EXIF block, which is a TIFF file; upright if it is not there or makes no sense.
    pub fn of_exif(block: &[u8]) -> Self {
        // Some writers repeat JPEG's segment start in other formats.
        let tiff = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
        read_tag(tiff)
            .filter(|value| (1..=8).contains(value))
            .map_or(Self::default(), |value| Self(value as u8))
    }

    /// Returns the size that a picture of this stored size is shown at.
    pub fn size(self, width: u32, height: u32) -> (u32, u32) {
        if self.swaps_sides() {
            (height, width)
        } else {
            (width, height)
        }
    }

    /// Returns the picture the way it is to be shown.
    pub fn apply(self, stored: Pixels) -> Pixels {
        let (width, height) = self.size(stored.width, stored.height);
        Pixels {
            width,
            height,
            rgba: self.turned(stored.width, stored.height, stored.rgba),
            opaque: stored.opaque,
        }
    }

    /// Returns the samples, four a pixel, of a picture of this stored size the way it is to be shown.
    pub fn turned<T: Copy>(self, stored_width: u32, stored_height: u32, samples: Vec<T>) -> Vec<T> {
        if self == Self::default() {
            return samples;
        }
        let (width, height) = self.size(stored_width, stored_height);
        let (right, bottom) = (stored_width - 1, stored_height - 1);
        let mut turned = Vec::with_capacity(samples.len());
        for y in 0..height {
            for x in 0..width {
                let (from_x, from_y) = match self.0 {
                    2 => (right - x, y),
                    3 => (right - x, bottom - y),
                    4 => (x, bottom - y),
                    5 => (y, x),
                    6 => (y, bottom - x),
                    7 => (right - y, bottom - x),
                    _ => (right - y, x),
                };
                let at = (from_y as usize * stored_width as usize + from_x as usize) * 4;
                turned.extend_from_slice(&samples[at..at + 4]);
            }
        }
        turned
    }

    fn swaps_sides(self) -> bool {
        self.0 >= 5
    }
}

fn read_tag(tiff: &[u8]) -> Option<u16> {
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let u16_at = |at: usize| -> Option<u16> {
        let bytes = *tiff.get(at..)?.first_chunk()?;
        Some(if is_little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let offset = *tiff.get(4..)?.first_chunk()?;
    let directory = if is_little {
        u32::from_le_bytes(offset)
    } else {
        u32::from_be_bytes(offset)
    } as usize;
    let count = usize::from(u16_at(directory)?).min(ENTRIES_MAX);
    let mut entries = (0..count).map(|entry| directory + 2 + entry * 12);
    let entry = entries.find(|&at| u16_at(at) == Some(ORIENTATION_TAG))?;
    (u16_at(entry + 2)? == TYPE_SHORT).then(|| u16_at(entry + 8))?
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory with another tag before the orientation.
    pub(crate) fn block(value: u16, is_little: bool) -> Vec<u8> {
        let short = |v: u16| {
            if is_little {
                v.to_le_bytes()
            } else {
                v.to_be_bytes()
            }
        };
        let long = |v: u32| {
            if is_little {
                v.to_le_bytes()
            } else {
                v.to_be_bytes()
            }
        };
        let mut block = if is_little {
            b"II*\0".to_vec()
        } else {
            b"MM\0*".to_vec()
        };
        block.extend(long(8));
        block.extend(short(2));
        for (tag, content) in [(0x010F, 77), (ORIENTATION_TAG, value)] {
            block.extend([short(tag), short(TYPE_SHORT)].concat());
            block.extend(long(1));
            block.extend([short(content), short(0)].concat());
        }
        block
    }

    #[test]
    fn tag_is_read() {
        for value in 0..=9 {
            for is_little in [true, false] {
                let expected = if (1..=8).contains(&value) {
                    value as u8
                } else {
                    1
                };
                assert_eq!(
                    Orientation::of_exif(&block(value, is_little)),
                    Orientation(expected)
                );
            }
        }
        let whole = block(6, true);
        for end in 0..whole.len() - 4 {
            assert_eq!(
                Orientation::of_exif(&whole[..end]),
                Orientation::default(),
                "cut at {end}"
            );
        }
        let mut far = whole;
        far[4..8].fill(0xFF);
        assert_eq!(Orientation::of_exif(&far), Orientation::default());
    }

    #[test]
    fn pixels_are_turned() {
        // Two rows: 1 2 3 and 4 5 6.
        let rgba = (1..=6).flat_map(|n| [n; 4]).collect();
        let stored = Pixels {
            width: 3,
            height: 2,
            rgba,
            opaque: true,
        };
        let check = |value, width, expected: [u8; 6]| {
            let shown = Orientation(value).apply(stored.clone());
            let got: Vec<u8> = shown.rgba.iter().step_by(4).copied().collect();
            assert_eq!(
                (shown.width, shown.height, &got[..]),
                (width, 6 / width, &expected[..]),
                "orientation {value}"
            );
        };
        check(1, 3, [1, 2, 3, 4, 5, 6]);
        check(2, 3, [3, 2, 1, 6, 5, 4]);
        check(3, 3, [6, 5, 4, 3, 2, 1]);
        check(4, 3, [4, 5, 6, 1, 2, 3]);
        check(5, 2, [1, 4, 2, 5, 3, 6]);
        check(6, 2, [4, 1, 5, 2, 6, 3]);
        check(7, 2, [6, 3, 5, 2, 4, 1]);
        check(8, 2, [3, 6, 2, 5, 1, 4]);
    }
}
