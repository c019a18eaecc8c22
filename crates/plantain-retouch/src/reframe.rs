//! The way from one canvas to another, for pictures of any depth.

use plantain_core::{Pixels, Reframe};

use crate::geometry::Sheet;
pub use crate::sample::Sample;
use crate::{geometry, resample};

/// Returns a picture that went through all steps.
pub fn reframed(pixels: &Pixels, steps: &[Reframe]) -> Pixels {
    let step = |pixels: Pixels, step: &Reframe| match *step {
        Reframe::Place {
            x,
            y,
            width,
            height,
        } => geometry::framed(&pixels, x, y, width, height),
        Reframe::FlipAcross => geometry::flipped_across(&pixels),
        Reframe::FlipDown => geometry::flipped_down(&pixels),
        Reframe::Turn(degrees) => geometry::rotated(&pixels, degrees),
        Reframe::Resample { width, height } => resample::sized(&pixels, width, height),
    };
    steps.iter().fold(pixels.clone(), step)
}

/// As [`reframed`], for samples of any depth: RGBA, straight alpha, rows from the top. Returns them with the new size.
pub fn reframed_samples<S: Sample>(
    samples: &[S],
    (width, height): (u32, u32),
    steps: &[Reframe],
) -> (Vec<S>, (u32, u32)) {
    let first = Sheet {
        width,
        height,
        samples: samples.to_vec(),
    };
    let step = |sheet: Sheet<S>, step: &Reframe| match *step {
        Reframe::Place {
            x,
            y,
            width,
            height,
        } => sheet.placed(x, y, (width, height)),
        Reframe::FlipAcross => sheet.flipped_across(),
        Reframe::FlipDown => sheet.flipped_down(),
        Reframe::Turn(degrees) => sheet.rotated(degrees),
        Reframe::Resample { width, height } => resample::sheet(&sheet, width, height),
    };
    let last = steps.iter().fold(first, step);
    (last.samples, (last.width, last.height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apply;

    #[test]
    fn deep_pictures_go_the_way_of_shallow_ones() {
        let deep: Vec<u16> = (0..24 * 16u32)
            .flat_map(|i| {
                let v = i.wrapping_mul(40_503);
                [v as u16, (v >> 3) as u16, (v >> 7) as u16, u16::MAX]
            })
            .collect();
        let shallow = deep
            .iter()
            .map(|v| ((u32::from(*v) * 255 + 32_767) / 65_535) as u8);
        let pixels = apply::pixels(24, 16, shallow.collect());
        let place = |x, y, width, height| Reframe::Place {
            x,
            y,
            width,
            height,
        };
        let resample = |width, height| Reframe::Resample { width, height };
        for steps in [
            vec![place(-3, -2, 10, 9)],
            vec![place(4, 5, 40, 30), Reframe::FlipAcross],
            vec![Reframe::Turn(90.0), Reframe::FlipDown],
            vec![Reframe::Turn(180.0), Reframe::Turn(-90.0)],
            vec![Reframe::Turn(33.0)],
            vec![resample(9, 31)],
            vec![resample(48, 32), place(-8, -8, 20, 12)],
            vec![resample(11, 7), Reframe::Turn(270.0)],
        ] {
            let before = reframed(&pixels, &steps);
            let (after, size) = reframed_samples(&deep, (24, 16), &steps);
            assert_eq!(size, (before.width, before.height));
            let far = after
                .chunks_exact(4)
                .zip(before.rgba.chunks_exact(4))
                .filter(|(a, b)| a[3] > 2000 && b[3] > 8)
                .flat_map(|(a, b)| a.iter().zip(b).map(|(a, b)| ((a >> 8) as u8).abs_diff(*b)))
                .max();
            assert!(far <= Some(3), "{steps:?}: {far:?}");
        }
        assert_eq!(reframed_samples(&deep, (24, 16), &[]), (deep, (24, 16)));
    }
}
