//! What a sample is, at 8 and at 16 bits.

use std::sync::LazyLock;

use crate::light;

/// A sample of a picture: the same work at every depth.
pub trait Sample: Copy + Default + PartialEq + Send + Sync {
    /// Returns the share of the full value, 0 to 1.
    fn share(self) -> f32;
    /// Returns the sample that is nearest to a share; what lies outside 0 to 1 is cut.
    fn of_share(share: f32) -> Self;
    /// Returns the linear light of an sRGB sample, 0 to 1.
    fn light(self) -> f32;
    /// Returns the nearest sRGB sample of linear light; what lies outside 0 to 1 is cut.
    fn of_light(light: f32) -> Self;
}

impl Sample for u8 {
    fn share(self) -> f32 {
        f32::from(self) / 255.0
    }

    fn of_share(share: f32) -> Self {
        // A sum with 2^23 has no digits behind the point, and its last bits are the whole number.
        ((share * 255.0).clamp(0.0, 255.0) + 8_388_608.0).to_bits() as u8
    }

    fn light(self) -> f32 {
        light::linear(self)
    }

    fn of_light(light: f32) -> Self {
        light::encoded(light)
    }
}

/// Linear light of every 16-bit sample.
static LIGHT: LazyLock<Vec<f32>> = LazyLock::new(|| {
    (0..=u16::MAX)
        .map(|i| {
            let v = f32::from(i) / 65_535.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                libm::powf((v + 0.055) / 1.055, 2.4)
            }
        })
        .collect()
});

impl Sample for u16 {
    fn share(self) -> f32 {
        f32::from(self) / 65_535.0
    }

    fn of_share(share: f32) -> Self {
        (share * 65_535.0 + 0.5).clamp(0.0, 65_535.0) as u16
    }

    fn light(self) -> f32 {
        LIGHT[usize::from(self)]
    }

    fn of_light(light: f32) -> Self {
        let v = light.clamp(0.0, 1.0);
        Self::of_share(if v <= 0.003_130_8 {
            v * 12.92
        } else {
            1.055 * libm::powf(v, 1.0 / 2.4) - 0.055
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_comes_back() {
        for i in 0..=u8::MAX {
            assert_eq!((u8::of_share(i.share()), u8::of_light(i.light())), (i, i));
        }
        for i in (0..=u16::MAX).step_by(7) {
            assert_eq!(u16::of_share(i.share()), i);
            assert!(u16::of_light(i.light()).abs_diff(i) <= 1, "{i}");
        }
    }
}
