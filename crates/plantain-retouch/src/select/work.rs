//! A picture made small enough to be thought about.

use plantain_core::Pixels;
use rayon::prelude::*;

use crate::light;
use crate::plane::Plane;

/// The longer side at which regions are found; edges are found at full size.
pub const SIDE_MAX: usize = 384;

/// A small copy of a picture.
#[derive(Debug, Clone)]
pub struct Work {
    pub width: usize,
    pub height: usize,
    /// Linear light, and nothing.
    light: Plane<[f32; 4]>,
    /// CIELAB.
    pub lab: Vec<[f32; 3]>,
}

impl Work {
    pub fn of(pixels: &Pixels) -> Self {
        let (width, height) = fit(pixels.width as usize, pixels.height as usize, SIDE_MAX);
        let source = (pixels.width as usize, pixels.height as usize);
        let light = Plane::sampled(source, (width, height), |i| {
            let p = &pixels.rgba[i * 4..i * 4 + 4];
            [
                light::linear(p[0]),
                light::linear(p[1]),
                light::linear(p[2]),
                0.0,
            ]
        });
        let lab = light
            .values
            .par_iter()
            .map(|&[r, g, b, _]| light::cielab([r, g, b]))
            .collect();
        Self {
            width,
            height,
            light,
            lab,
        }
    }

    /// Returns the linear light of a pixel.
    pub fn color(&self, i: usize) -> [f32; 3] {
        let [r, g, b, _] = self.light.values[i];
        [r, g, b]
    }

    /// Returns every pixel's sRGB bytes as numbers.
    pub fn srgb(&self) -> Vec<[f32; 3]> {
        self.light
            .values
            .iter()
            .map(|&[r, g, b, _]| light::encoded_rgb([r, g, b]).map(f32::from))
            .collect()
    }

    /// Returns where a pixel stands, -1 to 1 both ways.
    pub fn place(&self, i: usize) -> (f32, f32) {
        place(i % self.width, i / self.width, self.width, self.height)
    }
}

/// Returns where a pixel stands in a picture that runs from -1 to 1 both ways.
pub fn place(x: usize, y: usize, width: usize, height: usize) -> (f32, f32) {
    (
        (x as f32 + 0.5) / width as f32 * 2.0 - 1.0,
        (y as f32 + 0.5) / height as f32 * 2.0 - 1.0,
    )
}

/// Returns the size with the longer side at most `side`.
pub fn fit(width: usize, height: usize, side: usize) -> (usize, usize) {
    let longer = width.max(height);
    if longer <= side {
        return (width, height);
    }
    let scaled = |length: usize| ((length * side + longer / 2) / longer).max(1);
    (scaled(width), scaled(height))
}
