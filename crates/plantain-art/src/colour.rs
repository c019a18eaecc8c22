//! sRGB and OKLCH, computed with `libm` so that every machine gets the same digits.

/// An sRGB colour.
pub type Rgb = [u8; 3];

/// A colour by perceived lightness (0 to 1), chroma (0 to about 0.37) and hue (degrees, 0 to 360).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Oklch {
    pub lightness: f64,
    pub chroma: f64,
    pub hue: f64,
}

impl Oklch {
    pub fn from_rgb(rgb: Rgb) -> Self {
        let [r, g, b] = rgb.map(|v| to_linear(f64::from(v) / 255.0));
        let l = libm::cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b);
        let m = libm::cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b);
        let s = libm::cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b);
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let c = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        let hue = libm::atan2(c, a).to_degrees();
        Self {
            lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            chroma: (a * a + c * c).sqrt(),
            hue: if hue < 0.0 { hue + 360.0 } else { hue },
        }
    }

    /// Returns the nearest colour that sRGB can show, giving up chroma before lightness or hue.
    pub fn to_rgb(self) -> Rgb {
        let lightness = self.lightness.clamp(0.0, 1.0);
        let fits = |chroma| {
            linear(lightness, chroma, self.hue)
                .iter()
                .all(|v| (-1e-4..=1.0001).contains(v))
        };
        let mut chroma = self.chroma.max(0.0);
        if !fits(chroma) {
            let (mut low, mut high) = (0.0, chroma);
            for _ in 0..20 {
                let middle = (low + high) / 2.0;
                if fits(middle) {
                    low = middle
                } else {
                    high = middle
                }
            }
            chroma = low;
        }
        linear(lightness, chroma, self.hue)
            .map(|v| (to_gamma(v.clamp(0.0, 1.0)) * 255.0 + 0.5) as u8)
    }
}

/// Returns the smaller angle between two hues, 0 to 180 degrees.
pub fn hue_distance(a: f64, b: f64) -> f64 {
    let d = (a - b).abs() % 360.0;
    if d > 180.0 { 360.0 - d } else { d }
}

fn linear(lightness: f64, chroma: f64, hue: f64) -> [f64; 3] {
    let (sin, cos) = libm::sincos(hue.to_radians());
    let (a, b) = (chroma * cos, chroma * sin);
    let l = lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b;
    let m = lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b;
    let s = lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b;
    let (l, m, s) = (l * l * l, m * m * m, s * s * s);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
}

fn to_linear(v: f64) -> f64 {
    if v <= 0.040_45 {
        v / 12.92
    } else {
        libm::pow((v + 0.055) / 1.055, 2.4)
    }
}

fn to_gamma(v: f64) -> f64 {
    if v <= 0.003_130_8 {
        v * 12.92
    } else {
        1.055 * libm::pow(v, 1.0 / 2.4) - 0.055
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_colour_survives_the_round_trip(r: u8, g: u8, b: u8) {
            let back = Oklch::from_rgb([r, g, b]).to_rgb();
            for (a, b) in back.into_iter().zip([r, g, b]) {
                prop_assert!(a.abs_diff(b) <= 1, "{back:?}");
            }
        }
    }

    #[test]
    fn known_colours() {
        let red = Oklch::from_rgb([255, 0, 0]);
        assert!(
            (red.lightness - 0.628).abs() < 0.001 && (red.hue - 29.2).abs() < 0.1,
            "{red:?}"
        );
        assert_eq!(hue_distance(350.0, 20.0), 30.0);
    }
}
