//! Resampling.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{Filter, FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use plantain_core::Pixels;

use crate::limits::{check_output_size, check_pixels};
use crate::{ImageError, Result};

/// Half the width of the Lanczos window, in source pixels.
const LOBES: f64 = 3.0;

/// Returns the picture at another size, resampled with Lanczos3; colour is weighted by alpha, so that transparent
/// pixels do not bleed.
pub fn resize(pixels: &Pixels, width: u32, height: u32) -> Result<Pixels> {
    check_pixels(pixels)?;
    check_output_size(width, height)?;
    if (width, height) == (pixels.width, pixels.height) {
        return Ok(pixels.clone());
    }
    let failed = |detail: String| ImageError::internal("resizing", detail);
    let source = ImageRef::new(pixels.width, pixels.height, &pixels.rgba, PixelType::U8x4)
        .map_err(|e| failed(e.to_string()))?;
    let mut target = Image::new(width, height, PixelType::U8x4);
    let filter = Filter::new("Lanczos3", lanczos, LOBES).map_err(|e| failed(e.to_string()))?;
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Custom(filter)))
        .use_alpha(!pixels.opaque);
    Resizer::new()
        .resize(&source, &mut target, &options)
        .map_err(|e| failed(e.to_string()))?;
    Ok(Pixels {
        width,
        height,
        rgba: target.into_vec(),
        opaque: pixels.opaque,
    })
}

/// The Lanczos kernel. The library's own takes its sine from the system, which rounds differently from CPU to CPU.
fn lanczos(x: f64) -> f64 {
    if x.abs() >= LOBES {
        return 0.0;
    }
    sinc(x) * sinc(x / LOBES)
}

fn sinc(x: f64) -> f64 {
    if x == 0.0 {
        return 1.0;
    }
    let x = x * std::f64::consts::PI;
    libm::sin(x) / x
}

#[cfg(test)]
mod tests {
    use super::*;

    fn even(width: u32, height: u32, pixel: [u8; 4]) -> Pixels {
        let rgba = pixel.repeat(width as usize * height as usize);
        Pixels {
            width,
            height,
            rgba,
            opaque: pixel[3] == 255,
        }
    }

    #[test]
    fn even_colours_stay() {
        for (width, height) in [(1, 1), (3, 90), (64, 64), (200, 7)] {
            let resized = resize(&even(40, 30, [200, 100, 3, 255]), width, height).unwrap();
            assert_eq!(resized, even(width, height, [200, 100, 3, 255]));
        }
    }

    #[test]
    fn transparent_pixels_do_not_bleed() {
        // Red, and beside it green that cannot be seen.
        let mut pixels = even(40, 40, [255, 0, 0, 255]);
        pixels.opaque = false;
        let right = |at: usize| at % 40 >= 20;
        for (_, pixel) in pixels
            .rgba
            .chunks_exact_mut(4)
            .enumerate()
            .filter(|(at, _)| right(*at))
        {
            pixel.copy_from_slice(&[0, 255, 0, 0]);
        }
        let small = resize(&pixels, 10, 10).unwrap();
        assert!(
            small
                .rgba
                .chunks_exact(4)
                .all(|p| p[3] == 0 || (p[0] >= 250 && p[1] == 0)),
            "{:?}",
            &small.rgba[..40]
        );
    }

    #[test]
    fn sizes_that_cannot_be_written_are_refused() {
        let pixels = even(4, 4, [0; 4]);
        for (width, height) in [(0, 5), (20_000, 5), (7000, 7000)] {
            assert!(resize(&pixels, width, height).is_err(), "{width}x{height}");
        }
    }
}
