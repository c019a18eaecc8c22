//! What lenses and film do.

use plantain_core::Pixels;

use crate::light;
use crate::plane::scramble;
use crate::select::place;
use crate::tone::{mapped, mapped_with};

pub fn vignetted(pixels: &Pixels, strength: f32) -> Pixels {
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    let fall = |x: usize, y: usize| {
        let (x, y) = place(x, y, w, h);
        [1.0 / (1.0 + 0.55 * strength * (x * x + y * y)).powi(2)]
    };
    mapped_with(
        pixels,
        |_| true,
        fall,
        |light, [fall]| light.map(|v| v * fall),
    )
}

/// Grain of film: strongest in the middle tones, of two sizes, the same for the same picture.
pub fn grained(pixels: &Pixels, strength: f32) -> Pixels {
    let coarse = (super::side(pixels) as usize / 900).max(1);
    let grain = |x: usize, y: usize| {
        let noise = |x: usize, y: usize, salt: u32| {
            let sum: u32 = (0..3)
                .map(|k| scramble(x as u32, y as u32, salt + k) & 0xff)
                .sum();
            sum as f32 / 382.5 - 1.0
        };
        [0.65 * noise(x, y, 11) + 0.6 * noise(x / coarse / 2, y / coarse / 2, 23)]
    };
    mapped_with(
        pixels,
        |_| true,
        grain,
        |light, [grain]| {
            let lab = light::oklab(light);
            let l = lab[0].clamp(0.0, 1.0);
            let weight = 0.35 + 2.6 * l * (1.0 - l);
            light::from_oklab([
                (l + grain * weight * 0.055 * strength).clamp(0.0, 1.0),
                lab[1],
                lab[2],
            ])
        },
    )
}

/// Faded print: lifted blacks, creamy whites, less colour, a little grain and a darker rim.
pub fn vintage(pixels: &Pixels) -> Pixels {
    let faded = mapped(pixels, |light| {
        let lab = light::oklab(light);
        let l = 0.14 + 0.82 * lab[0].clamp(0.0, 1.0);
        // Shadows lean to blue-green, lights to yellow.
        let warm = l - 0.45;
        light::from_oklab([
            l,
            lab[1] * 0.68 + 0.012 * warm,
            lab[2] * 0.68 + 0.075 * warm + 0.012,
        ])
    });
    grained(&vignetted(&faded, 0.45), 0.5)
}
