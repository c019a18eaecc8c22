//! Pixels to the numbers of a network, and its answer to a mask.

use plantain_core::{Mask, Pixels};

/// How samples become numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// By the largest sample of the picture, then the mean and deviation of ImageNet.
    U2Net,
    /// From -0.5 to 0.5.
    IsNet,
    /// Mean and deviation of ImageNet.
    ImageNet,
    /// From 0 to 1.
    Unit,
}

const IMAGENET_MEAN: [f32; 3] = [0.485, 0.456, 0.406];
const IMAGENET_DEVIATION: [f32; 3] = [0.229, 0.224, 0.225];
/// See-through parts are laid on this before a network looks.
const PAPER: f32 = 255.0;

impl Scale {
    pub const ALL: [Self; 4] = [Self::U2Net, Self::IsNet, Self::ImageNet, Self::Unit];

    /// Returns the name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::U2Net => "u2net",
            Self::IsNet => "isnet",
            Self::ImageNet => "imagenet",
            Self::Unit => "unit",
        }
    }

    /// Returns the scale with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale| scale.name() == name)
    }

    /// Returns the number of a sample, `largest` being the picture's largest one; both 0 to 255.
    fn number(self, sample: f32, channel: usize, largest: f32) -> f32 {
        let normal = |v: f32| (v - IMAGENET_MEAN[channel]) / IMAGENET_DEVIATION[channel];
        match self {
            Self::U2Net => normal(sample / largest),
            Self::IsNet => sample / 255.0 - 0.5,
            Self::ImageNet => normal(sample / 255.0),
            Self::Unit => sample / 255.0,
        }
    }
}

/// Returns the picture stretched to `size`, channel by channel.
pub fn input(pixels: &Pixels, size: (usize, usize), scale: Scale) -> Vec<f32> {
    let (width, height) = size;
    let small = stretched(pixels, width, height);
    let largest = small.iter().flatten().copied().fold(1.0f32, f32::max);
    let mut values = Vec::with_capacity(3 * width * height);
    for channel in 0..3 {
        let numbers = small
            .iter()
            .map(|p| scale.number(p[channel], channel, largest));
        values.extend(numbers);
    }
    values
}

/// Returns the means of the pixels under every pixel of another size, 0 to 255.
fn stretched(pixels: &Pixels, width: usize, height: usize) -> Vec<[f32; 3]> {
    let (from_width, from_height) = (pixels.width as usize, pixels.height as usize);
    let spans = |count: usize, source: usize| -> Vec<(usize, usize)> {
        let start = |i: usize| i * source / count;
        (0..count)
            .map(|i| (start(i), start(i + 1).max(start(i) + 1)))
            .collect()
    };
    let columns = spans(width, from_width);
    let mut out = Vec::with_capacity(width * height);
    for (top, bottom) in spans(height, from_height) {
        for &(left, right) in &columns {
            let mut sum = [0.0; 3];
            for y in top..bottom {
                let row = (y * from_width + left) * 4..(y * from_width + right) * 4;
                for pixel in pixels.rgba[row].chunks_exact(4) {
                    let alpha = f32::from(pixel[3]) / 255.0;
                    for (sum, sample) in sum.iter_mut().zip(pixel) {
                        *sum += f32::from(*sample) * alpha + PAPER * (1.0 - alpha);
                    }
                }
            }
            let count = ((bottom - top) * (right - left)) as f32;
            out.push(sum.map(|sum| sum / count));
        }
    }
    out
}

/// Returns the answer of a network as a mask. Answers beyond 0 to 1 were meant to go through a sigmoid.
pub fn mask(values: &[f32], width: usize, height: usize) -> Result<Mask, String> {
    if values.len() != width * height {
        return Err(format!(
            "its output has {} numbers for {width}x{height} pixels",
            values.len()
        ));
    }
    if values.iter().any(|v| !v.is_finite()) {
        return Err("its output has numbers that are not finite".into());
    }
    let raw = values.iter().any(|v| !(-0.001..=1.001).contains(v));
    let share = |v: &f32| match raw {
        true => 1.0 / (1.0 + libm::expf(-*v)),
        false => v.clamp(0.0, 1.0),
    };
    Ok(Mask {
        width: width as u32,
        height: height as u32,
        coverage: values
            .iter()
            .map(|v| (share(v) * 255.0 + 0.5) as u8)
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_become_the_numbers_that_a_network_was_trained_on() {
        let pixels = Pixels {
            width: 2,
            height: 1,
            rgba: vec![102, 102, 102, 255, 204, 204, 204, 255],
            opaque: true,
        };
        let check = |scale: Scale, expected: [f32; 2]| {
            let got = input(&pixels, (2, 1), scale);
            assert_eq!(got.len(), 6, "{scale:?}");
            for (got, expected) in got.iter().zip(expected) {
                assert!(
                    (got - expected).abs() < 1e-4,
                    "{scale:?}: {got} for {expected}"
                );
            }
        };
        check(Scale::Unit, [0.4, 0.8]);
        check(Scale::IsNet, [-0.1, 0.3]);
        check(
            Scale::ImageNet,
            [(0.4 - 0.485) / 0.229, (0.8 - 0.485) / 0.229],
        );
        check(Scale::U2Net, [(0.5 - 0.485) / 0.229, (1.0 - 0.485) / 0.229]);
    }

    #[test]
    fn pictures_are_stretched_by_means_and_see_through_parts_are_paper() {
        let pixels = Pixels {
            width: 2,
            height: 2,
            rgba: [
                [0, 0, 0, 255],
                [100, 0, 0, 255],
                [100, 0, 0, 255],
                [9, 9, 9, 0],
            ]
            .concat(),
            opaque: false,
        };
        let small = stretched(&pixels, 1, 1);
        assert_eq!(small, vec![[113.75, 63.75, 63.75]]);
        assert_eq!(stretched(&pixels, 4, 4).len(), 16);
    }

    #[test]
    fn answers_become_masks() {
        let check = |values: &[f32], expected: Result<&[u8], &str>| {
            let got = mask(values, 2, 1).map(|mask| mask.coverage);
            assert_eq!(
                got,
                expected.map(<[u8]>::to_vec).map_err(str::to_owned),
                "{values:?}"
            );
        };
        check(&[0.0, 1.0], Ok(&[0, 255]));
        check(&[-20.0, 20.0], Ok(&[0, 255]));
        check(&[0.5, 3.0], Ok(&[159, 243]));
        check(
            &[f32::NAN, 0.0],
            Err("its output has numbers that are not finite"),
        );
        check(&[0.1], Err("its output has 1 numbers for 2x1 pixels"));
    }
}
