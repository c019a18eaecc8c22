//! Cutting, turning and mirroring.

use plantain_core::Pixels;
use rayon::prelude::*;

use crate::apply;
use crate::sample::Sample;

/// Returns the box `left, top, width, height` (pixels) of a picture; what lies outside is see-through.
pub fn cropped(pixels: &Pixels, spot: [u32; 4]) -> Pixels {
    let [left, top, width, height] = spot;
    framed(
        pixels,
        -(left as i32),
        -(top as i32),
        width.max(1),
        height.max(1),
    )
}

/// Returns a see-through canvas with the picture at `x`, `y`.
pub fn framed(pixels: &Pixels, x: i32, y: i32, width: u32, height: u32) -> Pixels {
    crate::compose::over(&crate::compose::empty(width, height), pixels, x, y)
}

/// Returns the largest box of the ratio `wide : high` around a centre (shares of the picture): left, top, width, height.
pub fn ratio_box(size: (u32, u32), ratio: (u32, u32), centre: [f32; 2]) -> [u32; 4] {
    let (w, h) = (u64::from(size.0), u64::from(size.1));
    let (a, b) = (u64::from(ratio.0.max(1)), u64::from(ratio.1.max(1)));
    let (width, height) = if w * b > h * a {
        (((h * a + b / 2) / b).max(1), h)
    } else {
        (w, ((w * b + a / 2) / a).max(1))
    };
    let start = |length: u64, part: u64, centre: f32| {
        let ideal = centre * length as f32 - part as f32 / 2.0;
        ideal.clamp(0.0, (length - part.min(length)) as f32) as u32
    };
    let (width, height) = (width.min(w), height.min(h));
    [
        start(w, width, centre[0]),
        start(h, height, centre[1]),
        width as u32,
        height as u32,
    ]
}

/// Returns the picture with left and right changed.
pub fn flipped_across(pixels: &Pixels) -> Pixels {
    Sheet::of(pixels).flipped_across().pixels()
}

/// Returns the picture with top and bottom changed.
pub fn flipped_down(pixels: &Pixels) -> Pixels {
    Sheet::of(pixels).flipped_down().pixels()
}

/// Returns the picture turned clockwise by `degrees`. Quarter turns keep every byte; other angles grow the canvas by
/// see-through corners.
pub fn rotated(pixels: &Pixels, degrees: f32) -> Pixels {
    Sheet::of(pixels).rotated(degrees).pixels()
}

/// Samples of a picture: RGBA, straight alpha, rows from the top.
pub(crate) struct Sheet<S> {
    pub width: u32,
    pub height: u32,
    pub samples: Vec<S>,
}

impl Sheet<u8> {
    pub fn of(pixels: &Pixels) -> Self {
        Self {
            width: pixels.width,
            height: pixels.height,
            samples: pixels.rgba.clone(),
        }
    }

    pub fn pixels(self) -> Pixels {
        apply::pixels(self.width, self.height, self.samples)
    }
}

impl<S: Sample> Sheet<S> {
    /// Returns a see-through canvas with the picture at `x`, `y`.
    pub fn placed(&self, x: i32, y: i32, (width, height): (u32, u32)) -> Self {
        self.permuted(width, height, |px, py| {
            let inside = |at: usize, by: i32, side: u32| {
                let at = at as i64 - i64::from(by);
                (0..i64::from(side)).contains(&at).then_some(at as usize)
            };
            Some((inside(px, x, self.width)?, inside(py, y, self.height)?))
        })
    }

    pub fn flipped_across(&self) -> Self {
        let w = self.width as usize;
        self.permuted(self.width, self.height, |x, y| Some((w - 1 - x, y)))
    }

    pub fn flipped_down(&self) -> Self {
        let h = self.height as usize;
        self.permuted(self.width, self.height, |x, y| Some((x, h - 1 - y)))
    }

    pub fn rotated(&self, degrees: f32) -> Self {
        let degrees = if degrees.is_finite() {
            ((degrees % 360.0) + 360.0) % 360.0
        } else {
            0.0
        };
        let (width, height) = (self.width, self.height);
        let (w, h) = (width as usize, height as usize);
        match degrees {
            0.0 => self.permuted(width, height, |x, y| Some((x, y))),
            90.0 => self.permuted(height, width, |x, y| Some((y, h - 1 - x))),
            180.0 => self.permuted(width, height, |x, y| Some((w - 1 - x, h - 1 - y))),
            270.0 => self.permuted(height, width, |x, y| Some((w - 1 - y, x))),
            _ => self.turned(degrees),
        }
    }

    /// Returns a canvas on which every pixel is the one that `source` says, see-through where it says none.
    fn permuted(
        &self,
        width: u32,
        height: u32,
        source: impl Fn(usize, usize) -> Option<(usize, usize)> + Sync,
    ) -> Self {
        let w = width as usize;
        let mut samples = vec![S::default(); w * height as usize * 4];
        samples
            .par_chunks_mut((w * 4).max(1))
            .enumerate()
            .for_each(|(y, row)| {
                for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
                    if let Some((sx, sy)) = source(x, y) {
                        let at = (sy * self.width as usize + sx) * 4;
                        pixel.copy_from_slice(&self.samples[at..at + 4]);
                    }
                }
            });
        Self {
            width,
            height,
            samples,
        }
    }

    fn turned(&self, degrees: f32) -> Self {
        let angle = degrees.to_radians();
        let (sin, cos) = (libm::sinf(angle), libm::cosf(angle));
        let (w, h) = (self.width as f32, self.height as f32);
        let width = libm::ceilf(w * cos.abs() + h * sin.abs() - 1e-3).clamp(1.0, 32_768.0);
        let height = libm::ceilf(w * sin.abs() + h * cos.abs() - 1e-3).clamp(1.0, 32_768.0);
        let mut samples = vec![S::default(); width as usize * height as usize * 4];
        samples
            .par_chunks_mut(width as usize * 4)
            .enumerate()
            .for_each(|(y, row)| {
                let dy = y as f32 + 0.5 - height / 2.0;
                for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
                    let dx = x as f32 + 0.5 - width / 2.0;
                    let (sx, sy) = (dx * cos + dy * sin + w / 2.0, dy * cos - dx * sin + h / 2.0);
                    pixel.copy_from_slice(&self.sampled(sx - 0.5, sy - 0.5));
                }
            });
        Self {
            width: width as u32,
            height: height as u32,
            samples,
        }
    }

    /// Returns the colour between pixels by Catmull and Rom's cubic, in linear light weighted by alpha; see-through outside.
    fn sampled(&self, x: f32, y: f32) -> [S; 4] {
        let (w, h) = (self.width as isize, self.height as isize);
        let (x0, y0) = (libm::floorf(x), libm::floorf(y));
        if x < -1.0 || y < -1.0 || x > w as f32 || y > h as f32 {
            return [S::default(); 4];
        }
        let (wx, wy) = (cubic(x - x0), cubic(y - y0));
        let mut sum = [0.0f32; 4];
        for (j, wy) in wy.iter().enumerate() {
            for (i, wx) in wx.iter().enumerate() {
                let (px, py) = (x0 as isize + i as isize - 1, y0 as isize + j as isize - 1);
                if px < 0 || py < 0 || px >= w || py >= h {
                    continue;
                }
                let at = (py * w + px) as usize * 4;
                let p = &self.samples[at..at + 4];
                let weight = wx * wy * p[3].share();
                for c in 0..3 {
                    sum[c] += p[c].light() * weight;
                }
                sum[3] += weight;
            }
        }
        if sum[3] <= 0.002 {
            return [S::default(); 4];
        }
        [
            S::of_light(sum[0] / sum[3]),
            S::of_light(sum[1] / sum[3]),
            S::of_light(sum[2] / sum[3]),
            S::of_share(sum[3]),
        ]
    }
}

fn cubic(t: f32) -> [f32; 4] {
    [
        ((-0.5 * t + 1.0) * t - 0.5) * t,
        (1.5 * t - 2.5) * t * t + 1.0,
        ((-1.5 * t + 2.0) * t + 0.5) * t,
        (0.5 * t - 0.5) * t * t,
    ]
}

/// Returns the picture inside a frame of `width` pixels of one colour.
pub fn bordered(pixels: &Pixels, width: u32, rgb: [u8; 3]) -> Pixels {
    let ground = crate::backdrop::even(pixels.width + 2 * width, pixels.height + 2 * width, rgb);
    crate::compose::over(&ground, pixels, width as i32, width as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(w: u32, h: u32) -> Pixels {
        let rgba = (0..w * h)
            .flat_map(|i| [(i * 7) as u8, (i * 13) as u8, (i * 29) as u8, 255])
            .collect();
        apply::pixels(w, h, rgba)
    }

    #[test]
    fn quarter_turns_and_mirrors_come_back() {
        let p = picture(7, 4);
        let mut turned = p.clone();
        for _ in 0..4 {
            turned = rotated(&turned, 90.0);
        }
        assert_eq!(turned, p);
        assert_eq!(rotated(&p, -90.0), rotated(&p, 270.0));
        assert_eq!(rotated(&rotated(&p, 90.0), 90.0), rotated(&p, 180.0));
        assert_eq!(flipped_across(&flipped_across(&p)), p);
        assert_eq!(rotated(&flipped_across(&p), 180.0), flipped_down(&p));
        // The left upper pixel goes to the right upper corner.
        assert_eq!(rotated(&p, 90.0).rgba[3 * 4..4 * 4], p.rgba[..4]);
        assert_eq!(rotated(&p, f32::NAN), p);
    }

    #[test]
    fn other_angles_grow_the_canvas() {
        let turned = rotated(&picture(100, 100), 45.0);
        assert_eq!((turned.width, turned.height), (142, 142));
        assert!(!turned.opaque && turned.rgba[3] == 0);
        assert_eq!(turned.rgba[(71 * 142 + 71) * 4 + 3], 255);
        let _ = rotated(&picture(1, 1), 33.0);
    }

    #[test]
    fn boxes_have_their_ratio() {
        assert_eq!(
            ratio_box((1000, 500), (1, 1), [0.5, 0.5]),
            [250, 0, 500, 500]
        );
        assert_eq!(
            ratio_box((1000, 500), (1, 1), [0.9, 0.5]),
            [500, 0, 500, 500]
        );
        assert_eq!(ratio_box((90, 160), (16, 9), [0.5, 0.0]), [0, 0, 90, 51]);
        assert_eq!(ratio_box((1, 1), (16, 9), [0.5, 0.5]), [0, 0, 1, 1]);
    }
}
