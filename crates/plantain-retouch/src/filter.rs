//! Named filters. Strength 1 is the usual one; 0 leaves the picture as it is.

mod drawn;
mod film;
mod focus;

use plantain_core::{Filter, Mask, Pixels};

use crate::apply;
use crate::light;
use crate::tone;

/// Dark and light colour of a duotone that names none.
const DUOTONE: [[u8; 3]; 2] = [[24, 22, 76], [255, 176, 138]];

/// Returns the picture through a filter, of `strength` 0 to 2. `colors` matter to the duotone only: dark, then light.
pub fn filtered(pixels: &Pixels, filter: Filter, strength: f32, colors: &[[u8; 3]]) -> Pixels {
    let strength = if strength.is_finite() {
        strength.clamp(0.0, 2.0)
    } else {
        1.0
    };
    if strength == 0.0 {
        return pixels.clone();
    }
    let full = match filter {
        Filter::Blur => return focus::blurred(pixels, strength),
        Filter::Sharpen => return focus::sharpened(pixels, strength),
        Filter::Denoise => return focus::denoised(pixels, strength),
        Filter::Pixelate => return drawn::pixelated(pixels, strength),
        Filter::Posterize => return drawn::posterized(pixels, strength),
        Filter::Vignette => return film::vignetted(pixels, strength),
        Filter::Grain => return film::grained(pixels, strength),
        Filter::Grayscale => grayscale(pixels),
        Filter::Sepia => duotone(pixels, &[[38, 22, 10], [255, 240, 205]]),
        Filter::Invert => inverted(pixels),
        Filter::Halftone => drawn::halftone(pixels),
        Filter::Pencil => drawn::pencil(pixels),
        Filter::Emboss => drawn::embossed(pixels),
        Filter::Edges => drawn::edges(pixels),
        Filter::Vintage => film::vintage(pixels),
        Filter::Duotone if colors.len() >= 2 => duotone(pixels, colors),
        Filter::Duotone => duotone(pixels, &DUOTONE),
        Filter::AutoLevels => tone::levelled(pixels),
    };
    if strength >= 1.0 {
        return full;
    }
    let cover = (strength * 255.0 + 0.5) as u8;
    apply::apply(
        pixels,
        &full,
        &Mask::filled(pixels.width, pixels.height, cover),
    )
}

fn grayscale(pixels: &Pixels) -> Pixels {
    tone::mapped(pixels, |light| [light::luminance(light); 3])
}

fn inverted(pixels: &Pixels) -> Pixels {
    let mut rgba = pixels.rgba.clone();
    for pixel in rgba.chunks_exact_mut(4) {
        for value in &mut pixel[..3] {
            *value = 255 - *value;
        }
    }
    Pixels {
        rgba,
        ..pixels.clone()
    }
}

/// Lightness chooses between the colours, mixed in Oklab.
fn duotone(pixels: &Pixels, colors: &[[u8; 3]]) -> Pixels {
    let mut ends = [colors[0], colors[1]].map(light::oklab_rgb);
    ends.sort_by(|a, b| a[0].total_cmp(&b[0]));
    tone::mapped(pixels, |light| {
        let at = light::oklab([light::luminance(light); 3])[0].clamp(0.0, 1.0);
        light::from_oklab([0, 1, 2].map(|c| ends[0][c] + (ends[1][c] - ends[0][c]) * at))
    })
}

/// Returns the longer side in pixels: what filters measure by.
fn side(pixels: &Pixels) -> f32 {
    pixels.width.max(pixels.height) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &[Filter] = &[
        Filter::Grayscale,
        Filter::Sepia,
        Filter::Invert,
        Filter::Blur,
        Filter::Sharpen,
        Filter::Denoise,
        Filter::Pixelate,
        Filter::Posterize,
        Filter::Halftone,
        Filter::Pencil,
        Filter::Emboss,
        Filter::Edges,
        Filter::Vignette,
        Filter::Grain,
        Filter::Vintage,
        Filter::Duotone,
        Filter::AutoLevels,
    ];

    #[test]
    fn every_filter_takes_every_size_and_keeps_alpha() {
        for (w, h) in [(1u32, 1u32), (1, 9), (33, 2), (60, 41)] {
            let rgba: Vec<u8> = (0..w * h)
                .flat_map(|i| [(i * 7) as u8, (i * 31) as u8, (i * 5) as u8, (i * 3) as u8])
                .collect();
            let pixels = apply::pixels(w, h, rgba);
            for &filter in ALL {
                for strength in [0.0, 0.4, 1.0, 9.0, f32::NAN] {
                    let out = filtered(&pixels, filter, strength, &[]);
                    assert_eq!((out.width, out.height), (w, h));
                    let alphas = |p: &Pixels| {
                        p.rgba
                            .iter()
                            .skip(3)
                            .step_by(4)
                            .copied()
                            .collect::<Vec<_>>()
                    };
                    assert_eq!(alphas(&out), alphas(&pixels), "{filter:?} {strength}");
                }
                if w == 60 {
                    assert_ne!(filtered(&pixels, filter, 1.0, &[]), pixels, "{filter:?}");
                }
            }
        }
    }
}
