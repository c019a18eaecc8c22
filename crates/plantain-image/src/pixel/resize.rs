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
