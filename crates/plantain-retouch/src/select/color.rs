//! Regions by their colour.

use plantain_core::{Mask, Pixels};

use super::work::Work;
use crate::light;
use crate::plane::{self, Plane};

/// Below this chroma (Oklab) a colour is a grey.
const GREY: f32 = 0.04;
/// How far the hue may be from the one that is meant, radians.
const WEDGE: f32 = 0.42;
/// Regions smaller than this share of the picture are not counted.
const AREA_MIN: f32 = 0.003;

/// A connected region of one colour.
#[derive(Debug, Clone)]
pub struct Blob {
    /// 255 inside, with an edge as soft as the picture's.
    pub mask: Mask,
    /// Share of the picture.
    pub area: f32,
    /// Share of width and height.
    pub centre: [f32; 2],
    /// Mean colour, sRGB.
    pub rgb: [u8; 3],
}

/// Returns the regions whose colour is like `rgb`, the largest first; only inside `within` when it is given.
///
/// Colours are alike when their hues are; greys when their lightness is.
pub fn blobs_like(pixels: &Pixels, rgb: [u8; 3], within: Option<&Mask>) -> Vec<Blob> {
    let wanted = Wanted::of(rgb);
    let least = wanted.least_chroma(pixels, within);
    blobs(pixels, within, |lab| {
        let enough = soft(-light::chroma(lab), -least * 0.8, -least * 1.2);
        wanted.likeness(lab) * enough
    })
}

/// Returns the region of the colour that covers most of `within`. Where `within` is soft the region is not: what shines
/// through at its rim is for whoever paints there to keep.
pub fn dominant(pixels: &Pixels, within: &Mask) -> Option<Mask> {
    let work = Work::of(pixels);
    let (w, h) = (work.width, work.height);
    let inside = mask_plane(within, w, h);
    let labs: Vec<[f32; 3]> = (0..w * h).map(|i| light::oklab(work.color(i))).collect();
    let mode = mode(&labs, &inside)?;
    let radius = 0.6 * light::chroma(mode) + 0.02;
    let like = |lab: [f32; 3]| {
        let (da, db) = (lab[1] - mode[1], lab[2] - mode[2]);
        // Deep shadow has little chroma of its own.
        let dark = (lab[0] / mode[0].max(0.05)).clamp(0.35, 1.0);
        let (da, db) = if dark < 1.0 {
            (lab[1] - mode[1] * dark, lab[2] - mode[2] * dark)
        } else {
            (da, db)
        };
        let apart = libm::sqrtf(da * da + db * db);
        let mut like = soft(apart, radius * 1.15, radius * 0.9);
        if light::chroma(mode) < GREY {
            like = like.min(soft((lab[0] - mode[0]).abs(), 0.34, 0.26));
        }
        like
    };
    let set: Vec<bool> = (0..w * h)
        .map(|i| inside.values[i] > 0.5 && like(labs[i]) > 0.5)
        .collect();
    set.iter()
        .any(|s| *s)
        .then(|| carried_to_rim(&full_size(pixels, None, &set, w, h, like), within))
}

/// Returns `mask` with its values just inside `within` carried on over the rim: there colours are mixed with what lies
/// behind, and say nothing.
fn carried_to_rim(mask: &Mask, within: &Mask) -> Mask {
    let (w, h) = (mask.width as usize, mask.height as usize);
    let solid: Vec<bool> = within.coverage.iter().map(|&c| c == 255).collect();
    let radius = (w.max(h) as f32 / 400.0).clamp(1.5, 6.0);
    let inner = plane::eroded(&solid, w, h, radius);
    let reach = (radius * 2.5) as usize + 1;
    let weight = Plane::of(w, h, |i| f32::from(u8::from(inner[i])));
    let value = Plane::of(w, h, |i| {
        if inner[i] {
            f32::from(mask.coverage[i])
        } else {
            0.0
        }
    });
    let (weight, value) = (weight.box_blurred(reach), value.box_blurred(reach));
    Mask {
        coverage: (0..w * h)
            .map(|i| {
                if within.coverage[i] == 0 {
                    return 0;
                }
                if inner[i] || weight.values[i] < 0.01 {
                    return mask.coverage[i];
                }
                let mean = value.values[i] / weight.values[i];
                // Nearly all or nearly nothing is all or nothing.
                ((mean - 16.0) * 255.0 / 223.0).clamp(0.0, 255.0) as u8
            })
            .collect(),
        ..*mask
    }
}

/// Returns the colour in the fullest cell of a grid over hue, chroma and lightness, as the mean of what is in it.
fn mode(labs: &[[f32; 3]], inside: &Plane) -> Option<[f32; 3]> {
    const CELLS: usize = 24;
    let cell = |v: f32| (((v + 0.36) / 0.72 * CELLS as f32) as usize).min(CELLS - 1);
    let mut sums = vec![[0.0f32; 4]; CELLS * CELLS];
    for (lab, &inside) in labs.iter().zip(&inside.values) {
        if inside > 0.5 {
            let sum = &mut sums[cell(lab[1]) * CELLS + cell(lab[2])];
            for c in 0..3 {
                sum[c] += lab[c];
            }
            sum[3] += 1.0;
        }
    }
    let best = sums
        .iter()
        .enumerate()
        .max_by(|(i, a), (j, b)| a[3].total_cmp(&b[3]).then(j.cmp(i)))?
        .1;
    (best[3] > 0.0).then(|| [best[0] / best[3], best[1] / best[3], best[2] / best[3]])
}

/// Returns the largest regions of a picture by their plain colour names, at most `max`: name and region.
pub fn seen(pixels: &Pixels, max: usize) -> Vec<(&'static str, Blob)> {
    const NAMES: &[(&str, [u8; 3])] = &[
        ("red", [205, 30, 40]),
        ("orange", [245, 135, 30]),
        ("yellow", [245, 215, 50]),
        ("green", [50, 150, 70]),
        ("blue", [45, 95, 205]),
        ("purple", [125, 60, 165]),
        ("pink", [240, 120, 175]),
        ("brown", [120, 75, 45]),
        ("black", [18, 18, 18]),
        ("white", [248, 248, 248]),
        ("grey", [128, 128, 128]),
    ];
    let labs: Vec<[f32; 3]> = NAMES
        .iter()
        .map(|(_, rgb)| light::oklab_rgb(*rgb))
        .collect();
    let nearest = |lab: [f32; 3]| {
        let apart = |k: &usize| {
            let at = labs[*k];
            (lab[0] - at[0]).powi(2) * 0.5 + (lab[1] - at[1]).powi(2) + (lab[2] - at[2]).powi(2)
        };
        (0..NAMES.len()).min_by(|a, b| apart(a).total_cmp(&apart(b)))
    };
    let small = Work::of(pixels);
    let (w, h) = (small.width, small.height);
    let names: Vec<Option<usize>> = (0..w * h)
        .map(|i| nearest(light::oklab(small.color(i))))
        .collect();
    let mut found = Vec::new();
    for (k, (name, _)) in NAMES.iter().enumerate() {
        let set: Vec<bool> = names.iter().map(|n| *n == Some(k)).collect();
        for (blob, _) in regions(&small, &set, 0.012) {
            found.push((*name, blob));
        }
    }
    found.sort_by(|a, b| b.1.area.total_cmp(&a.1.area));
    found.truncate(max);
    found
}

/// A colour that is looked for.
struct Wanted {
    lab: [f32; 3],
    chroma: f32,
    hue: f32,
}

impl Wanted {
    fn of(rgb: [u8; 3]) -> Self {
        let lab = light::oklab_rgb(rgb);
        Self {
            lab,
            chroma: light::chroma(lab),
            hue: light::hue(lab),
        }
    }

    /// Returns the chroma from which a pixel counts: beside a red car a wall with a touch of red in its noise is grey. 0 for
    /// greys, and where all that fits is faint.
    fn least_chroma(&self, pixels: &Pixels, within: Option<&Mask>) -> f32 {
        /// Share of what the most chromatic pixels have.
        const SHARE: f32 = 0.38;
        if self.chroma < GREY {
            return 0.0;
        }
        let work = Work::of(pixels);
        let (w, h) = (work.width, work.height);
        let inside = within.map(|mask| mask_plane(mask, w, h));
        let mut chromas: Vec<f32> = (0..w * h)
            .filter(|i| inside.as_ref().is_none_or(|m| m.values[*i] > 0.5))
            .map(|i| light::oklab(work.color(i)))
            .filter(|lab| self.likeness(*lab) > 0.5)
            .map(light::chroma)
            .collect();
        // A few pixels say nothing about the rest.
        if (chromas.len() as f32) < AREA_MIN * (w * h) as f32 {
            return 0.0;
        }
        plane::quantile(&mut chromas, 0.9) * SHARE
    }

    /// Returns how well a colour fits, 0 to 1; soft at the limits.
    fn likeness(&self, lab: [f32; 3]) -> f32 {
        let chroma = light::chroma(lab);
        if self.chroma < GREY {
            let grey = soft(chroma, GREY * 1.5, GREY * 0.9);
            let (low, high) = match self.lab[0] {
                l if l < 0.32 => (-1.0, 0.38),
                l if l > 0.9 => (0.84, 2.0),
                l => (l - 0.17, l + 0.17),
            };
            let outside = (low - lab[0]).max(lab[0] - high).max(0.0);
            return grey * soft(outside, 0.05, 0.0);
        }
        let off = light::hue_distance(light::hue(lab), self.hue);
        let colored = soft(-chroma, -GREY * 0.7, -GREY * 1.2);
        // Brown is dark orange and pink is light red: where lightness makes the name, it counts.
        let apart = (lab[0] - self.lab[0]).abs();
        colored * soft(off, WEDGE * 1.2, WEDGE * 0.9) * soft(apart, 0.5, 0.4)
    }
}

/// 1 up to `full`, 0 from `none` on.
fn soft(value: f32, none: f32, full: f32) -> f32 {
    ((none - value) / (none - full)).clamp(0.0, 1.0)
}

fn mask_plane(mask: &Mask, w: usize, h: usize) -> Plane {
    Plane::sampled((mask.width as usize, mask.height as usize), (w, h), |i| {
        f32::from(mask.coverage[i]) / 255.0
    })
}

fn blobs(
    pixels: &Pixels,
    within: Option<&Mask>,
    like: impl Fn([f32; 3]) -> f32 + Sync,
) -> Vec<Blob> {
    let work = Work::of(pixels);
    let (w, h) = (work.width, work.height);
    let inside = within.map(|mask| mask_plane(mask, w, h));
    let set: Vec<bool> = (0..w * h)
        .map(|i| {
            inside.as_ref().is_none_or(|m| m.values[i] > 0.5)
                && like(light::oklab(work.color(i))) > 0.5
        })
        .collect();
    // Letters and reflections cut a thing apart; it is still one.
    let joined = plane::eroded(&plane::dilated(&set, w, h, 3.0), w, h, 3.0);
    let joined: Vec<bool> = joined.iter().zip(&set).map(|(a, b)| *a || *b).collect();
    regions(&work, &joined, AREA_MIN)
        .into_iter()
        .map(|(blob, region)| {
            let own: Vec<bool> = region.iter().zip(&set).map(|(a, b)| *a && *b).collect();
            Blob {
                mask: full_size(pixels, within, &own, w, h, &like),
                ..blob
            }
        })
        .collect()
}

/// Returns the connected regions of at least `least` of the picture, the largest first, with a mask at working size.
fn regions(work: &Work, set: &[bool], least: f32) -> Vec<(Blob, Vec<bool>)> {
    let (w, h) = (work.width, work.height);
    let (labels, found) = plane::components(set, w, h);
    let mut regions: Vec<(Blob, Vec<bool>)> = Vec::new();
    for (k, component) in found.iter().enumerate() {
        let area = component.area as f32 / (w * h) as f32;
        if area < least {
            continue;
        }
        let region: Vec<bool> = labels.iter().map(|&l| l as usize == k + 1).collect();
        let (mut x, mut y, mut light) = (0.0, 0.0, [0.0f32; 3]);
        for i in (0..w * h).filter(|&i| region[i]) {
            x += (i % w) as f32 + 0.5;
            y += (i / w) as f32 + 0.5;
            for (sum, c) in light.iter_mut().zip(work.color(i)) {
                *sum += c;
            }
        }
        let n = component.area as f32;
        let blob = Blob {
            mask: Mask {
                width: w as u32,
                height: h as u32,
                coverage: region.iter().map(|&r| if r { 255 } else { 0 }).collect(),
            },
            area,
            centre: [x / n / w as f32, y / n / h as f32],
            rgb: light::encoded_rgb(light.map(|v| v / n)),
        };
        regions.push((blob, region));
    }
    regions.sort_by(|a, b| b.0.area.total_cmp(&a.0.area));
    regions
}

/// Returns a region at full size: every pixel near it by its own colour.
fn full_size(
    pixels: &Pixels,
    within: Option<&Mask>,
    region: &[bool],
    w: usize,
    h: usize,
    like: impl Fn([f32; 3]) -> f32 + Sync,
) -> Mask {
    let near = plane::dilated(region, w, h, 2.0);
    let core = plane::eroded(region, w, h, 2.5);
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let cover = Plane::of(width, height, |i| {
        let (x, y) = (i % width * w / width, i / width * h / height);
        let small = y * w + x;
        if !near[small] {
            return 0.0;
        }
        if core[small] {
            return 1.0;
        }
        let p = &pixels.rgba[i * 4..i * 4 + 4];
        like(light::oklab_rgb([p[0], p[1], p[2]]))
    });
    // One pixel of blur smooths the grain of single pixels at the edge.
    let cover = cover.box_blurred(1);
    Mask {
        width: pixels.width,
        height: pixels.height,
        coverage: cover
            .values
            .iter()
            .enumerate()
            .map(|(i, v)| {
                let own = (v * 255.0 + 0.5).clamp(0.0, 255.0) as u8;
                within.map_or(own, |m| own.min(m.coverage[i]))
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apply;

    fn picture() -> Pixels {
        let (w, h) = (200u32, 120u32);
        let rgba = (0..w * h)
            .flat_map(|i| {
                let (x, y) = (i % w, i / w);
                let disc = |cx: u32, r: u32| x.abs_diff(cx).pow(2) + y.abs_diff(60).pow(2) < r * r;
                match () {
                    () if disc(50, 30) => [200, 30, 40, 255],
                    () if disc(150, 15) => [190, 40, 30, 255],
                    () if disc(105, 12) => [40, 80, 200, 255],
                    () => [240, 240, 236, 255],
                }
            })
            .collect();
        apply::pixels(w, h, rgba)
    }

    #[track_caller]
    fn check(rgb: [u8; 3], want: &[(f32, f32)]) {
        let found = blobs_like(&picture(), rgb, None);
        assert_eq!(found.len(), want.len());
        for (blob, (x, area)) in found.iter().zip(want) {
            assert!((blob.centre[0] - x).abs() < 0.02, "{:?}", blob.centre);
            assert!(
                (blob.mask.share() as f32 - area).abs() < 0.01,
                "{}",
                blob.area
            );
        }
    }

    #[test]
    fn colours_are_found_by_hue() {
        check([255, 0, 0], &[(0.25, 0.1178), (0.75, 0.0294)]);
        check([0, 0, 160], &[(0.525, 0.0188)]);
        check([0, 160, 0], &[]);
        check([255, 255, 255], &[(0.526, 0.834)]);
    }

    #[test]
    fn a_touch_of_a_colour_beside_the_colour_itself_is_not_meant() {
        let (w, h) = (160u32, 100u32);
        let rgba = (0..w * h)
            .flat_map(|i| match (i % w, i / w) {
                (10..=70, 10..=60) => [158, 124, 112, 255],
                (90..=140, 20..=70) => [190, 30, 36, 255],
                _ => [120, 130, 140, 255],
            })
            .collect();
        let found = blobs_like(&apply::pixels(w, h, rgba), [224, 49, 49], None);
        assert_eq!(found.len(), 1);
        assert!(found[0].centre[0] > 0.6, "{:?}", found[0].centre);
    }

    #[test]
    fn what_is_seen_is_named() {
        let names: Vec<&str> = seen(&picture(), 9).iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["white", "red", "red", "blue"]);
    }
}
