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
    /// The distance from the ground around a place, so that all letters are dark on light whatever their colours.
    Relief,
}

/// Side of the squares that share a ground, and of what is looked at around each, pixels of the picture; the ground is the
/// median there, which letters up to half of it cannot change.
const CELL: usize = 8;
const REACH: usize = 30;
/// Every so many pixels are looked at.
const SAMPLE: usize = 4;

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
            Surface::RingOutwards | Surface::RingInwards => {
                std::f32::consts::PI * width.min(height)
            }
            _ => width.max(height),
        };
        if longest * self.scale > SIDE_MAX {
            return Ok(None);
        }
        let (to_width, to_height) = (width * self.scale, height * self.scale);
        let mut sheet = Sheet::of(pixels, self.grey);
        if self.scale != 1.0 {
            sheet = sheet.resized(to_width as u32, to_height as u32)?;
        }
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
            Grey::Relief => 0,
        };
        if grey == Grey::Relief {
            return Self::relief(pixels);
        }
        Self {
            width: pixels.width,
            height: pixels.height,
            grey: pixels.rgba.chunks_exact(4).map(level).collect(),
        }
    }

    fn relief(pixels: &Pixels) -> Self {
        let (width, height) = (pixels.width as usize, pixels.height as usize);
        let across = width.div_ceil(CELL);
        let grounds: Vec<[u8; 3]> = (0..across * height.div_ceil(CELL))
            .map(|cell| ground(pixels, cell % across * CELL, cell / across * CELL))
            .collect();
        let level = |(n, p): (usize, &[u8])| {
            let ground = grounds[n / width / CELL * across + n % width / CELL];
            let far = (0..3).map(|c| u32::from(p[c].abs_diff(ground[c]))).max();
            255 - (far.unwrap_or(0) * 4 / 3).min(255) as u8
        };
        let pixels_in_order = pixels.rgba.chunks_exact(4).enumerate();
        Self {
            width: pixels.width,
            height: pixels.height,
            grey: pixels_in_order.map(level).collect(),
        }
    }

    fn resized(&self, width: u32, height: u32) -> Result<Self, ImageError> {
        let pixels = Pixels {
            width: self.width,
            height: self.height,
            rgba: self.grey.iter().flat_map(|&v| [v, v, v, 255]).collect(),
            opaque: true,
        };
        let large = resize(&pixels, width, height)?;
        Ok(Self {
            width,
            height,
            grey: large.rgba.chunks_exact(4).map(|p| p[0]).collect(),
        })
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

/// Returns the median of each channel around a cell.
fn ground(pixels: &Pixels, left: usize, top: usize) -> [u8; 3] {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let reach = |from: usize, end: usize| {
        let range = from.saturating_sub(REACH)..(from + CELL + REACH).min(end);
        range.step_by(SAMPLE)
    };
    let mut ground = [0; 3];
    for (c, level) in ground.iter_mut().enumerate() {
        let mut samples: Vec<u8> = reach(top, height)
            .flat_map(|y| reach(left, width).map(move |x| (y * width + x) * 4 + c))
            .map(|at| pixels.rgba[at])
            .collect();
        let middle = samples.len() / 2;
        *level = *samples.select_nth_unstable(middle).1;
    }
    ground
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
    fn in_relief_letters_are_dark_on_any_ground() {
        // White on the left and dark blue on the right, each with a small mark of the other colour.
        let (white, blue) = ([255, 255, 255, 255], [10, 20, 90, 255]);
        let side = 128;
        let rgba = (0..side * side).flat_map(|n| {
            let (x, y) = (n % side, n / side);
            let mark = (60..66).contains(&y) && x % 64 > 28 && x % 64 < 36;
            if (x < 64) == mark { blue } else { white }
        });
        let pixels = Pixels {
            width: side,
            height: side,
            rgba: rgba.collect(),
            opaque: true,
        };
        let relief = Sheet::of(&pixels, Grey::Relief);
        let at = |x: u32, y: u32| relief.grey[(y * side + x) as usize];
        for (x, y, dark) in [
            (32, 62, true),
            (96, 62, true),
            (10, 62, false),
            (118, 90, false),
        ] {
            assert_eq!(at(x, y) < 64, dark, "{x}, {y}");
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
        let grey: Vec<u8> = (0..64 * 64)
            .map(|n| if n < 64 * 32 { 255 } else { 0 })
            .collect();
        let flat = sheet(64, &grey);
        for (outwards, middle, seam) in [(true, 255, 0), (false, 0, 255)] {
            let strip = flat.unrolled(outwards);
            let row = (strip.height / 2 * strip.width) as usize;
            assert_eq!(strip.grey[row + strip.width as usize / 2], middle);
            assert_eq!(strip.grey[row + 2], seam);
        }
    }
}
