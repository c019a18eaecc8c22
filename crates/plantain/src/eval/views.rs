//! Pictures made ready for OCR: in one grey of several, enlarged, dark on light or light on dark, turned, or with a ring
//! unrolled to a strip. Only pixels are known here; what should be on the picture is not.

use plantain_core::Pixels;
use plantain_image::{ImageError, resize};

use super::words::Area;

/// Longest side of a view, pixels.
const SIDE_MAX: f32 = 6000.0;

/// What becomes of the colours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Grey {
    /// Rec. 709 luma.
    Luma,
    /// The strongest channel: coloured letters on black.
    Strongest,
    /// The weakest channel: coloured letters on white, white letters on colour.
    Weakest,
}

/// How the picture is spread out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Surface {
    Flat,
    /// Turned by a quarter, clockwise: texts that run upwards.
    TurnedRight,
    /// Turned by a quarter, counter-clockwise: texts that run downwards.
    TurnedLeft,
    /// Unrolled around the middle; letters stand with their heads outside.
    RingOutwards,
    /// Unrolled around the middle; letters stand with their heads inside.
    RingInwards,
}

/// One way to look at a picture.
#[derive(Debug, Clone, Copy)]
pub struct View {
    pub surface: Surface,
    pub grey: Grey,
    pub inverted: bool,
    /// Enlargement.
    pub scale: f32,
}

/// A view in pixels.
pub struct Sheet {
    width: u32,
    height: u32,
    /// `width * height` levels.
    grey: Vec<u8>,
}

impl View {
    /// Draws the view; none when it would be too large.
    pub fn sheet(&self, pixels: &Pixels) -> Result<Option<Sheet>, ImageError> {
        let (width, height) = (pixels.width as f32, pixels.height as f32);
        let longest = match self.surface {
            Surface::RingOutwards | Surface::RingInwards => std::f32::consts::PI * width.min(height),
            _ => width.max(height),
        };
        if longest * self.scale > SIDE_MAX {
            return Ok(None);
        }
        let (to_width, to_height) = (width * self.scale, height * self.scale);
        let large = if self.scale == 1.0 {
            None
        } else {
            Some(resize(pixels, to_width as u32, to_height as u32)?)
        };
        let mut sheet = Sheet::of(large.as_ref().unwrap_or(pixels), self.grey);
        sheet = match self.surface {
            Surface::Flat => sheet,
            Surface::TurnedRight => sheet.turned(true),
            Surface::TurnedLeft => sheet.turned(false),
            Surface::RingOutwards => sheet.unrolled(true),
            Surface::RingInwards => sheet.unrolled(false),
        };
        sheet.stretch(self.inverted);
        Ok(Some(sheet))
    }

    /// Returns where a box of the view's pixels stands, in units of the picture's pixels.
    pub fn area(&self, left: f32, top: f32, width: f32, height: f32) -> Area {
        let unit = 1.0 / self.scale;
        Area {
            left: left * unit,
            top: top * unit,
            right: (left + width) * unit,
            bottom: (top + height) * unit,
        }
    }
}

impl Sheet {
    fn of(pixels: &Pixels, grey: Grey) -> Self {
        let level = |p: &[u8]| match grey {
            Grey::Luma => {
                let [r, g, b] = [p[0], p[1], p[2]].map(u32::from);
                ((r * 54 + g * 183 + b * 19) / 256) as u8
            }
            Grey::Strongest => p[0].max(p[1]).max(p[2]),
            Grey::Weakest => p[0].min(p[1]).min(p[2]),
        };
        Self {
            width: pixels.width,
            height: pixels.height,
            grey: pixels.rgba.chunks_exact(4).map(level).collect(),
        }
    }

    /// Stretches the levels to the whole range.
    fn stretch(&mut self, inverted: bool) {
        let low = self.grey.iter().copied().min().unwrap_or(0);
        let high = self.grey.iter().copied().max().unwrap_or(255);
        let span = u32::from(high - low).max(1);
        for level in &mut self.grey {
            let wide = (u32::from(*level - low) * 255 / span) as u8;
            *level = if inverted { 255 - wide } else { wide };
        }
    }

    fn turned(&self, right: bool) -> Self {
        let (width, height) = (self.height, self.width);
        let mut grey = Vec::with_capacity(self.grey.len());
        for y in 0..height {
            for x in 0..width {
                let (from_x, from_y) = if right {
                    (y, self.height - 1 - x)
                } else {
                    (self.width - 1 - y, x)
                };
                grey.push(self.grey[(from_y * self.width + from_x) as usize]);
            }
        }
        Self {
            width,
            height,
            grey,
        }
    }

    /// Returns the disc around the middle as a strip: angles across, radii down. The seam is where letters stand on their
    /// heads.
    fn unrolled(&self, outwards: bool) -> Self {
        let radius = self.width.min(self.height) as f32 / 2.0;
        let turn = 2.0 * std::f32::consts::PI;
        let (width, height) = ((turn * radius) as u32, radius as u32);
        let rays: Vec<(f32, f32)> = (0..width)
            .map(|x| {
                let angle = turn * x as f32 / width as f32;
                let (sin, cos) = (libm::sinf(angle), libm::cosf(angle));
                if outwards { (-sin, cos) } else { (-sin, -cos) }
            })
            .collect();
        let (middle_x, middle_y) = (self.width as f32 / 2.0, self.height as f32 / 2.0);
        let mut grey = Vec::with_capacity((width * height) as usize);
        for y in 0..height {
            let r = if outwards { height - 1 - y } else { y } as f32;
            let levels = rays.iter().map(|&(dx, dy)| {
                let (x, y) = ((middle_x + r * dx) as u32, (middle_y + r * dy) as u32);
                self.grey[(y.min(self.height - 1) * self.width + x.min(self.width - 1)) as usize]
            });
            grey.extend(levels);
        }
        Self {
            width,
            height,
            grey,
        }
    }

    /// Returns the sheet as a file of the PGM format.
    pub fn to_pgm(&self) -> Vec<u8> {
        let mut bytes = format!("P5\n{} {}\n255\n", self.width, self.height).into_bytes();
        bytes.extend_from_slice(&self.grey);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(width: u32, grey: &[u8]) -> Sheet {
        Sheet {
            width,
            height: grey.len() as u32 / width,
            grey: grey.to_vec(),
        }
    }

    #[test]
    fn greys_take_what_parts_letters_from_their_ground() {
        let pixels = Pixels {
            width: 2,
            height: 1,
            rgba: vec![200, 40, 0, 255, 255, 255, 255, 255],
            opaque: true,
        };
        for (grey, expected) in [
            (Grey::Luma, [70, 255]),
            (Grey::Strongest, [200, 255]),
            (Grey::Weakest, [0, 255]),
        ] {
            assert_eq!(Sheet::of(&pixels, grey).grey, expected, "{grey:?}");
        }
    }

    #[test]
    fn levels_are_stretched_and_inverted() {
        for (inverted, expected) in [(false, [0, 255, 127]), (true, [255, 0, 128])] {
            let mut sheet = sheet(3, &[100, 150, 125]);
            sheet.stretch(inverted);
            assert_eq!(sheet.grey, expected);
        }
    }

    #[test]
    fn turning_swaps_the_sides() {
        let flat = sheet(3, &[1, 2, 3, 4, 5, 6]);
        let right = flat.turned(true);
        assert_eq!((right.width, right.height), (2, 3));
        assert_eq!(right.grey, [4, 1, 5, 2, 6, 3]);
        assert_eq!(right.turned(false).grey, flat.grey);
    }

    #[test]
    fn a_ring_unrolls_to_a_strip_with_its_top_in_the_middle() {
        // White above the middle, black below.
        let grey: Vec<u8> = (0..64 * 64).map(|n| if n < 64 * 32 { 255 } else { 0 }).collect();
        let flat = sheet(64, &grey);
        for (outwards, middle, seam) in [(true, 255, 0), (false, 0, 255)] {
            let strip = flat.unrolled(outwards);
            let row = (strip.height / 2 * strip.width) as usize;
            assert_eq!(strip.grey[row + strip.width as usize / 2], middle);
            assert_eq!(strip.grey[row + 2], seam);
        }
    }
}
