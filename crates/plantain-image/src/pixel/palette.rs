//! The few colours that a picture is made of.

use plantain_core::Pixels;

use super::resize;
use crate::Result;

/// Longest side at which colours are counted.
const SIDE: u32 = 128;
/// Distance in OKLab below which colours are one.
const NEAR: f32 = 0.09;
/// Least alpha of a pixel that counts.
const ALPHA_MIN: u8 = 128;

/// A colour with its share of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swatch {
    pub rgb: [u8; 3],
    /// 0 to 1; the shares of all colours make 1 together, before small ones are left out.
    pub share: f32,
    /// OKLab chroma, 0 for greys to about 0.32.
    pub chroma: f32,
}

/// Returns at most `n` colours, the largest share first. Empty for an empty or wholly see-through picture.
///
/// # Errors
/// When the picture has no size.
pub fn palette(pixels: &Pixels, n: usize) -> Result<Vec<Swatch>> {
    let longest = pixels.width.max(pixels.height);
    let small;
    let counted = if longest > SIDE {
        let side = |side: u32| (u64::from(side) * u64::from(SIDE) / u64::from(longest)).max(1);
        small = resize(
            pixels,
            side(pixels.width) as u32,
            side(pixels.height) as u32,
        )?;
        &small
    } else {
        pixels
    };
    let mut bins = bins(&counted.rgba);
    let total: f32 = bins.iter().map(|bin| bin.weight).sum();
    // The commonest colours gather what is like them.
    bins.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.code.cmp(&b.code)));
    let mut groups: Vec<Group> = Vec::new();
    for bin in bins {
        let near = groups.iter_mut().find(|group| group.is_near(bin.lab));
        match near {
            Some(group) => group.weight += bin.weight,
            None => groups.push(Group {
                lab: bin.lab,
                rgb: bin.rgb,
                weight: bin.weight,
            }),
        }
    }
    groups.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let swatch = |group: Group| Swatch {
        rgb: group.rgb,
        share: group.weight / total,
        chroma: (group.lab[1] * group.lab[1] + group.lab[2] * group.lab[2]).sqrt(),
    };
    Ok(groups.into_iter().take(n).map(swatch).collect())
}

struct Bin {
    code: usize,
    rgb: [u8; 3],
    lab: [f32; 3],
    weight: f32,
}

struct Group {
    lab: [f32; 3],
    rgb: [u8; 3],
    weight: f32,
}

impl Group {
    fn is_near(&self, lab: [f32; 3]) -> bool {
        let square = |n: usize| (self.lab[n] - lab[n]) * (self.lab[n] - lab[n]);
        square(0) + square(1) + square(2) < NEAR * NEAR
    }
}

/// Counts pixels by colour, 32 steps a channel.
fn bins(rgba: &[u8]) -> Vec<Bin> {
    let mut sums = vec![[0_u32; 4]; 1 << 15];
    for pixel in rgba.chunks_exact(4).filter(|p| p[3] >= ALPHA_MIN) {
        let [r, g, b] = [pixel[0], pixel[1], pixel[2]].map(|v| usize::from(v >> 3));
        let sum = &mut sums[r << 10 | g << 5 | b];
        for (total, value) in sum.iter_mut().zip([pixel[0], pixel[1], pixel[2], 1]) {
            *total += u32::from(value);
        }
    }
    sums.iter()
        .enumerate()
        .filter(|(_, sum)| sum[3] > 0)
        .map(|(code, [r, g, b, count])| {
            let rgb = [r, g, b].map(|sum| (sum / count) as u8);
            Bin {
                code,
                rgb,
                lab: oklab(rgb),
                weight: *count as f32,
            }
        })
        .collect()
}

/// Björn Ottosson, "A perceptual color space for image processing", 2020.
fn oklab(rgb: [u8; 3]) -> [f32; 3] {
    let [r, g, b] = rgb.map(|value| {
        let v = f32::from(value) / 255.0;
        if v <= 0.04045 {
            v / 12.92
        } else {
            libm::powf((v + 0.055) / 1.055, 2.4)
        }
    });
    let l = libm::cbrtf(0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b);
    let m = libm::cbrtf(0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b);
    let s = libm::cbrtf(0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b);
    [
        0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(parts: &[([u8; 4], usize)]) -> Pixels {
        let rgba: Vec<u8> = parts
            .iter()
            .flat_map(|(pixel, rows)| pixel.repeat(rows * 300))
            .collect();
        Pixels {
            width: 300,
            height: (rgba.len() / 1200) as u32,
            opaque: rgba.chunks_exact(4).all(|p| p[3] == 255),
            rgba,
        }
    }

    #[test]
    fn colours_come_by_share_and_unseen_ones_do_not_count() {
        let pixels = picture(&[
            ([250, 245, 240, 255], 120),
            ([251, 246, 240, 255], 20),
            ([200, 30, 40, 255], 60),
            ([20, 60, 160, 255], 30),
            ([0, 255, 0, 0], 70),
        ]);
        let found = palette(&pixels, 3).unwrap();
        let near = |a: [u8; 3], b: [u8; 3]| a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 12);
        let want = [[250, 245, 240], [200, 30, 40], [20, 60, 160]];
        assert_eq!(found.len(), 3);
        for (swatch, want) in found.iter().zip(want) {
            assert!(near(swatch.rgb, want), "{swatch:?}, wanted {want:?}");
        }
        assert!(found[0].share > 0.5 && found[0].chroma < 0.03, "{found:?}");
        assert!(found[1].chroma > 0.1, "{found:?}");
    }

    #[test]
    fn nothing_to_see_has_no_colours() {
        assert_eq!(palette(&picture(&[([9, 9, 9, 0], 10)]), 4).unwrap(), []);
    }
}
