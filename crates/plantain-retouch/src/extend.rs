//! More canvas around a picture.

use plantain_core::{Mask, Pixels};
use rayon::prelude::*;

use crate::apply;
use crate::backdrop;
use crate::compose;
use crate::inpaint::{self, Unfilled};
use crate::light;
use crate::plane::scramble;
use crate::select::{Surface, Work, is_plain, place};

/// Beyond this share of the picture's own size nothing is made up any more.
const GROWTH_MAX: f32 = 0.35;
/// Ground that is continued must be on the border nearly everywhere.
const FIT: f32 = 0.985;

/// How the new canvas was filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continuation {
    /// The plain background goes on.
    Ground,
    /// Patches of the picture go on.
    Patches,
    /// The picture itself, enlarged and out of focus: there was too much to make up.
    Blur,
}

/// Returns the picture with so many more pixels at the top, right, bottom and left, and how they were filled. The
/// picture itself stays as it is, byte for byte.
///
/// # Errors
///
/// When `going` says no.
pub fn extended(
    pixels: &Pixels,
    by: [u32; 4],
    going: &(dyn Fn() -> bool + Sync),
) -> Result<(Pixels, Continuation), Unfilled> {
    let [top, right, bottom, left] = by;
    let (width, height) = (pixels.width + left + right, pixels.height + top + bottom);
    let frame = Frame {
        left: left as usize,
        top: top as usize,
        width: width as usize,
        height: height as usize,
    };
    let work = Work::of(pixels);
    let surface = Surface::fitted(&work);
    let (ground, how) = if is_plain(&surface) && surface.fit > FIT && surface.sigma < 2.5 {
        (frame.ground(pixels, &surface), Continuation::Ground)
    } else if !pixels.opaque {
        (compose::empty(width, height), Continuation::Ground)
    } else if frame.growth(pixels) <= GROWTH_MAX {
        (frame.continued(pixels, going)?, Continuation::Patches)
    } else {
        (frame.blurred(pixels), Continuation::Blur)
    };
    let mut rgba = ground.rgba;
    let row = pixels.width as usize * 4;
    for (y, line) in pixels.rgba.chunks_exact(row).enumerate() {
        let at = ((frame.top + y) * frame.width + frame.left) * 4;
        rgba[at..at + row].copy_from_slice(line);
    }
    Ok((apply::pixels(width, height, rgba), how))
}

/// The new canvas, and where the picture stands on it.
struct Frame {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
}

impl Frame {
    fn growth(&self, pixels: &Pixels) -> f32 {
        let wider = self.width as f32 / pixels.width as f32;
        let higher = self.height as f32 / pixels.height as f32;
        wider.max(higher) - 1.0
    }

    /// The surface goes on, with the nearest border pixels' own deviation from it: mirrored within the border, so that
    /// grain goes on and things inside do not come back.
    fn ground(&self, pixels: &Pixels, surface: &Surface) -> Pixels {
        let (w, h) = (pixels.width as usize, pixels.height as usize);
        let depth = (w.min(h) / 32).max(1);
        let mut rgba = vec![255u8; self.width * self.height * 4];
        let canvas = rgba.par_chunks_exact_mut(4).enumerate();
        canvas.for_each(|(i, pixel)| {
            let (x, y) = (
                (i % self.width) as isize - self.left as isize,
                (i / self.width) as isize - self.top as isize,
            );
            if (0..w as isize).contains(&x) && (0..h as isize).contains(&y) {
                return;
            }
            let (sx, sy) = (mirrored(x, w, depth), mirrored(y, h, depth));
            let at = (sy * w + sx) * 4;
            let own = [0, 1, 2].map(|c| f32::from(pixels.rgba[at + c]));
            let there = shade(surface, x, y, w, h);
            let here = shade(surface, sx as isize, sy as isize, w, h);
            for c in 0..3 {
                let half = (scramble(i as u32, c as u32, 2) & 255) as f32 / 255.0;
                pixel[c] = (own[c] + there[c] - here[c] + half).clamp(0.0, 255.0) as u8;
            }
        });
        apply::pixels(self.width as u32, self.height as u32, rgba)
    }

    /// The picture mirrored outwards, then redrawn from its own patches.
    fn continued(
        &self,
        pixels: &Pixels,
        going: &(dyn Fn() -> bool + Sync),
    ) -> Result<Pixels, Unfilled> {
        let (w, h) = (pixels.width as usize, pixels.height as usize);
        let mut rgba = vec![255u8; self.width * self.height * 4];
        let mut coverage = vec![255u8; self.width * self.height];
        for (i, pixel) in rgba.chunks_exact_mut(4).enumerate() {
            let (x, y) = (
                (i % self.width) as isize - self.left as isize,
                (i / self.width) as isize - self.top as isize,
            );
            let (sx, sy) = (mirrored(x, w, w), mirrored(y, h, h));
            pixel.copy_from_slice(&pixels.rgba[(sy * w + sx) * 4..][..4]);
            if (sx as isize, sy as isize) == (x, y) {
                coverage[i] = 0;
            }
        }
        let canvas = apply::pixels(self.width as u32, self.height as u32, rgba);
        let mask = Mask {
            width: self.width as u32,
            height: self.height as u32,
            coverage,
        };
        match inpaint::continued(&canvas, &mask, going) {
            Err(Unfilled::NoSurroundings) => Ok(canvas),
            other => other,
        }
    }

    fn blurred(&self, pixels: &Pixels) -> Pixels {
        let cover = compose::cover(pixels, self.width as u32, self.height as u32);
        backdrop::out_of_focus(&cover, self.width.max(self.height) as f32 * 0.03)
    }
}

/// sRGB bytes of a surface at a pixel that may lie outside; far outside it stays as it is at twice the size.
fn shade(surface: &Surface, x: isize, y: isize, w: usize, h: usize) -> [f32; 3] {
    let at = |v: isize, length: usize| {
        let (edge, _) = place(0, 0, length, 1);
        let own = edge + 2.0 * v as f32 / length as f32;
        own.clamp(-2.0, 2.0)
    };
    let light = light::from_cielab(surface.at(at(x, w), at(y, h)));
    light::in_gamut(light).map(|v| f32::from(light::encoded(v)))
}

/// Returns the pixel that stands for `v`: itself inside, beyond an edge one of the `depth` nearest to it, to and fro.
fn mirrored(v: isize, length: usize, depth: usize) -> usize {
    let depth = depth.clamp(1, length);
    let fold = |beyond: usize| {
        let at = beyond % (2 * depth);
        at.min(2 * depth - 1 - at)
    };
    if v < 0 {
        fold(v.unsigned_abs() - 1)
    } else if v as usize >= length {
        length - 1 - fold(v as usize - length)
    } else {
        v as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pixels: &Pixels, by: [u32; 4], want: Continuation) {
        let (out, how) = extended(pixels, by, &|| true).unwrap();
        assert_eq!(how, want);
        assert_eq!(out.width, pixels.width + by[1] + by[3]);
        assert_eq!(out.height, pixels.height + by[0] + by[2]);
        for y in 0..pixels.height {
            let (a, b) = (out.offset(by[3], y + by[0]), pixels.offset(0, y));
            let row = pixels.width as usize * 4;
            assert_eq!(out.rgba[a..a + row], pixels.rgba[b..b + row]);
        }
    }

    #[test]
    fn the_picture_stays_in_the_new_canvas() {
        let even = backdrop::even(60, 40, [200, 210, 190]);
        check(&even, [10, 0, 90, 3], Continuation::Ground);
        check(
            &backdrop::even(1, 1, [9; 3]),
            [1, 2, 3, 4],
            Continuation::Ground,
        );
        let rgba = (0..60 * 40u32 * 4)
            .map(|i| {
                if i % 4 == 3 {
                    255
                } else {
                    scramble(i / 64, i % 9, 1) as u8
                }
            })
            .collect();
        let rough = apply::pixels(60, 40, rgba);
        check(&rough, [4, 6, 0, 0], Continuation::Patches);
        check(&rough, [0, 90, 0, 90], Continuation::Blur);
        assert_eq!(
            extended(&rough, [4, 6, 0, 0], &|| false),
            Err(Unfilled::Cancelled)
        );
    }
}
