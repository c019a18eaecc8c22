//! Taking transparency out.

use plantain_core::Pixels;

/// Returns the picture laid on an even colour, opaque.
///
/// Mixing happens on the stored sRGB values, as browsers do it, so that the file looks like the page did.
pub fn flatten(pixels: &Pixels, rgb: [u8; 3]) -> Pixels {
    let mut flat = pixels.clone();
    flat.opaque = true;
    if pixels.opaque {
        return flat;
    }
    for pixel in flat.rgba.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        for (channel, ground) in pixel.iter_mut().zip(rgb) {
            let mixed = u32::from(*channel) * alpha + u32::from(ground) * (255 - alpha);
            *channel = ((mixed + 127) / 255) as u8;
        }
        pixel[3] = 255;
    }
    flat
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_mixed_by_alpha() {
        let check = |pixel: [u8; 4], ground: [u8; 3], expected: [u8; 4]| {
            let pixels = Pixels {
                width: 1,
                height: 1,
                rgba: pixel.to_vec(),
                opaque: false,
            };
            assert_eq!(
                flatten(&pixels, ground).rgba,
                expected,
                "{pixel:?} on {ground:?}"
            );
        };
        check([10, 20, 30, 255], [255; 3], [10, 20, 30, 255]);
        check([10, 20, 30, 0], [1, 2, 3], [1, 2, 3, 255]);
        check([0, 0, 0, 128], [255; 3], [127, 127, 127, 255]);
        check([255, 0, 0, 51], [0, 0, 255], [51, 0, 204, 255]);
    }
}
