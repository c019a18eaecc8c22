//! Colour: sRGB bytes, linear light, CIELAB and Oklab.

use std::sync::LazyLock;

use crate::arith::cube_root;

/// Weights of red, green and blue in luminance.
pub const LUMA: [f32; 3] = [0.2126, 0.7152, 0.0722];

static LINEAR: LazyLock<[f32; 256]> = LazyLock::new(|| {
    std::array::from_fn(|i| {
        let v = i as f32 / 255.0;
        if v <= 0.04045 {
            v / 12.92
        } else {
            libm::powf((v + 0.055) / 1.055, 2.4)
        }
    })
});

/// Nearest sRGB byte of linear light in 65,536 steps: fine enough that every byte comes back as itself.
static ENCODED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    (0..=u16::MAX)
        .map(|i| {
            let v = f32::from(i) / 65_535.0;
            let v = if v <= 0.003_130_8 {
                v * 12.92
            } else {
                1.055 * libm::powf(v, 1.0 / 2.4) - 0.055
            };
            (v * 255.0 + 0.5) as u8
        })
        .collect()
});

/// Returns the linear light of an sRGB byte, 0 to 1.
#[inline]
pub fn linear(byte: u8) -> f32 {
    LINEAR[usize::from(byte)]
}

/// Returns the linear light of an sRGB colour.
#[inline]
pub fn linear_rgb(rgb: [u8; 3]) -> [f32; 3] {
    rgb.map(linear)
}

/// Returns the nearest sRGB byte of linear light; what lies outside 0 to 1 is cut.
#[inline]
pub fn encoded(light: f32) -> u8 {
    // A cast of NaN gives 0.
    ENCODED[(light * 65_535.0 + 0.5).clamp(0.0, 65_535.0) as usize]
}

/// Returns the nearest sRGB colour of linear light.
#[inline]
pub fn encoded_rgb(light: [f32; 3]) -> [u8; 3] {
    light.map(encoded)
}

/// Returns the luminance of linear light.
#[inline]
pub fn luminance(light: [f32; 3]) -> f32 {
    light[0] * LUMA[0] + light[1] * LUMA[1] + light[2] * LUMA[2]
}

/// Returns Oklab of linear light: lightness 0 to 1, green to red, blue to yellow.
#[inline]
pub fn oklab(light: [f32; 3]) -> [f32; 3] {
    let [r, g, b] = light;
    let [l, m, s, _] = cube_root([
        0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b,
        0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b,
        0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b,
        0.0,
    ]);
    [
        0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

/// Returns linear light of Oklab; it may lie outside 0 to 1.
#[inline]
pub fn from_oklab(lab: [f32; 3]) -> [f32; 3] {
    let [lightness, a, b] = lab;
    let l = lightness + 0.396_337_78 * a + 0.215_803_76 * b;
    let m = lightness - 0.105_561_346 * a - 0.063_854_17 * b;
    let s = lightness - 0.089_484_18 * a - 1.291_485_5 * b;
    let (l, m, s) = (l * l * l, m * m * m, s * s * s);
    [
        4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
        -1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s,
        -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s,
    ]
}

/// Returns Oklab of an sRGB colour.
pub fn oklab_rgb(rgb: [u8; 3]) -> [f32; 3] {
    oklab(linear_rgb(rgb))
}

/// Returns the chroma of Oklab.
#[inline]
pub fn chroma(lab: [f32; 3]) -> f32 {
    (lab[1] * lab[1] + lab[2] * lab[2]).sqrt()
}

/// Returns the hue of Oklab in radians, -π to π.
pub fn hue(lab: [f32; 3]) -> f32 {
    libm::atan2f(lab[2], lab[1])
}

/// Returns the distance between two hues, 0 to π.
pub fn hue_distance(one: f32, other: f32) -> f32 {
    let apart = (one - other).abs() % std::f32::consts::TAU;
    apart.min(std::f32::consts::TAU - apart)
}

/// Returns CIELAB (D65) of linear light: lightness 0 to 100.
#[inline]
pub fn cielab(light: [f32; 3]) -> [f32; 3] {
    let [r, g, b] = light;
    let light = [
        (0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47,
        0.212_672_9 * r + 0.715_152_2 * g + 0.072_175 * b,
        (0.019_333_9 * r + 0.119_192 * g + 0.950_304_1 * b) / 1.088_83,
        0.0,
    ];
    let roots = cube_root(light);
    let [x, y, z] = [0, 1, 2].map(|c| {
        if light[c] > 0.008_856_452 {
            roots[c]
        } else {
            7.787_037 * light[c] + 0.137_931_03
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// Returns linear light of CIELAB (D65); it may lie outside 0 to 1.
#[inline]
pub fn from_cielab(lab: [f32; 3]) -> [f32; 3] {
    let f = |t: f32| {
        if t > 0.206_896_55 {
            t * t * t
        } else {
            (t - 0.137_931_03) / 7.787_037
        }
    };
    let y = (lab[0] + 16.0) / 116.0;
    let x = f(y + lab[1] / 500.0) * 0.950_47;
    let z = f(y - lab[2] / 200.0) * 1.088_83;
    let y = f(y);
    [
        3.240_454_2 * x - 1.537_138_5 * y - 0.498_531_4 * z,
        -0.969_266 * x + 1.876_010_8 * y + 0.041_556 * z,
        0.055_643_4 * x - 0.204_025_9 * y + 1.057_225_2 * z,
    ]
}

/// Returns `light` drawn towards the grey of its own luminance until no channel is outside 0 to 1.
#[inline]
pub fn in_gamut(light: [f32; 3]) -> [f32; 3] {
    let (low, high) = (
        light[0].min(light[1]).min(light[2]),
        light[0].max(light[1]).max(light[2]),
    );
    let grey = luminance(light).clamp(0.0, 1.0);
    let above = (1.0 - grey) / (high - grey).max(1e-6);
    let below = grey / (grey - low).max(1e-6);
    let keep = if high > 1.0 { above.min(1.0) } else { 1.0 };
    let keep = if low < 0.0 { below.min(keep) } else { keep };
    let inside = low >= 0.0 && high <= 1.0;
    light.map(|v| {
        let drawn = (grey + (v - grey) * keep).clamp(0.0, 1.0);
        if inside { v } else { drawn }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back() {
        for byte in 0..=255 {
            assert_eq!(encoded(linear(byte)), byte);
        }
        assert_eq!(encoded(f32::NAN), 0);
        assert_eq!(encoded(7.0), 255);
    }

    #[test]
    fn oklab_comes_back() {
        for rgb in [[0, 0, 0], [255, 255, 255], [12, 200, 90], [250, 3, 77]] {
            assert_eq!(encoded_rgb(from_oklab(oklab_rgb(rgb))), rgb);
            assert_eq!(encoded_rgb(from_cielab(cielab(linear_rgb(rgb)))), rgb);
        }
        let white = cielab([1.0; 3]);
        assert!((white[0] - 100.0).abs() < 0.01 && white[1].abs() < 0.05 && white[2].abs() < 0.05);
    }

    #[test]
    fn gamut_keeps_luminance() {
        let light = in_gamut([1.4, 0.2, -0.1]);
        assert!(light.iter().all(|v| (0.0..=1.0).contains(v)));
        assert!((luminance(light) - luminance([1.4, 0.2, -0.1])).abs() < 1e-3);
    }
}
