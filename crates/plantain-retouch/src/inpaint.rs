//! Something plausible where something is taken away.

mod membrane;
mod patches;
mod plate;

use plantain_core::{Mask, Pixels};

use crate::apply;
use crate::plane;
use crate::region;

pub use self::membrane::membrane;

/// Patches find nothing better than a bent plate in holes thinner than this, half their width in pixels.
const THIN: f32 = 5.0;
/// Surroundings whose neighbours differ by less than this (sRGB bytes) are smooth.
const SMOOTH: f32 = 1.6;

/// Why nothing was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfilled {
    /// `going` said no.
    Cancelled,
    /// The mask leaves nothing to continue from, or selects nothing.
    NoSurroundings,
}

/// Returns the picture with what `mask` covers filled from its surroundings; nothing outside the mask changes.
///
/// Thin holes are spanned by a bent plate, smooth surroundings by a membrane, others are filled with patches of the surroundings.
/// `going` is asked often whether to go on.
///
/// # Errors
///
/// When cancelled, or when there is nothing to continue from.
pub fn filled(
    pixels: &Pixels,
    mask: &Mask,
    going: &(dyn Fn() -> bool + Sync),
) -> Result<Pixels, Unfilled> {
    let [left, top, right, bottom] = region::bounds(mask).ok_or(Unfilled::NoSurroundings)?;
    let margin = ((right - left).max(bottom - top) * 3 / 2).max(48);
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    let window = [
        left.saturating_sub(margin),
        top.saturating_sub(margin),
        (right + margin).min(w),
        (bottom + margin).min(h),
    ];
    let mut canvas = Canvas::cut(pixels, mask, window);
    if canvas.hole.iter().all(|h| *h) {
        return Err(Unfilled::NoSurroundings);
    }
    let surroundings = Surroundings::of(&canvas);
    if surroundings.see_through {
        return Ok(apply::apply(
            pixels,
            &crate::compose::empty(pixels.width, pixels.height),
            mask,
        ));
    }
    if surroundings.reach <= THIN {
        span(&mut canvas, 0.0);
        plate::plate(&mut canvas);
    } else if surroundings.roughness < SMOOTH {
        span(&mut canvas, surroundings.noise);
    } else {
        patches::fill(&mut canvas, None, going)?;
    }
    if !going() {
        return Err(Unfilled::Cancelled);
    }
    Ok(apply::apply(pixels, &canvas.pasted(pixels), mask))
}

/// Returns `canvas` with everything in `mask` drawn anew from patches of the rest, starting from what is there.
///
/// # Errors
///
/// As [`filled`].
pub fn continued(
    canvas: &Pixels,
    mask: &Mask,
    going: &(dyn Fn() -> bool + Sync),
) -> Result<Pixels, Unfilled> {
    let window = [0, 0, canvas.width as usize, canvas.height as usize];
    let mut cut = Canvas::cut(canvas, mask, window);
    let start = cut.colors.clone();
    patches::fill(&mut cut, Some(start), going)?;
    Ok(apply::apply(canvas, &cut.pasted(canvas), mask))
}

/// A part of a picture with a hole in it.
#[derive(Debug, Clone)]
struct Canvas {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
    /// sRGB bytes as numbers.
    colors: Vec<[f32; 3]>,
    /// To be filled; somewhat larger than the mask, because its edge is often soft or too tight.
    hole: Vec<bool>,
    /// Whether a pixel is see-through, and so tells nothing.
    blank: Vec<bool>,
}

impl Canvas {
    fn cut(pixels: &Pixels, mask: &Mask, window: [usize; 4]) -> Self {
        let [left, top, right, bottom] = window;
        let (width, height) = (right - left, bottom - top);
        let mut canvas = Self {
            left,
            top,
            width,
            height,
            colors: Vec::with_capacity(width * height),
            hole: Vec::with_capacity(width * height),
            blank: Vec::with_capacity(width * height),
        };
        for y in top..bottom {
            let line = y * pixels.width as usize;
            let line = line + left..line + right;
            for pixel in pixels.rgba[line.start * 4..line.end * 4].chunks_exact(4) {
                canvas
                    .colors
                    .push([pixel[0], pixel[1], pixel[2]].map(f32::from));
                canvas.blank.push(pixel[3] < 128);
            }
            let covered = mask.coverage[line].iter().map(|&cover| cover > 0);
            canvas.hole.extend(covered);
        }
        canvas
    }

    /// Returns the whole picture with this part in its place, opaque in the hole.
    fn pasted(&self, pixels: &Pixels) -> Pixels {
        let mut rgba = pixels.rgba.clone();
        for (i, color) in self.colors.iter().enumerate() {
            if self.hole[i] {
                let (x, y) = (self.left + i % self.width, self.top + i / self.width);
                let at = (y * pixels.width as usize + x) * 4;
                for c in 0..3 {
                    rgba[at + c] = (color[c] + 0.5).clamp(0.0, 255.0) as u8;
                }
                rgba[at + 3] = 255;
            }
        }
        apply::pixels(pixels.width, pixels.height, rgba)
    }
}

/// What lies around a hole.
struct Surroundings {
    /// The furthest that any pixel of the hole is from its edge.
    reach: f32,
    /// Mean difference of neighbours.
    roughness: f32,
    /// Standard deviation of the grain.
    noise: f32,
    see_through: bool,
}

impl Surroundings {
    fn of(canvas: &Canvas) -> Self {
        let (w, h) = (canvas.width, canvas.height);
        let known: Vec<bool> = canvas.hole.iter().map(|h| !h).collect();
        let deep = plane::distances(&known, w, h);
        let reach = libm::sqrtf(deep.iter().fold(0.0f32, |a, &b| a.max(b)));
        let width = reach.clamp(6.0, 24.0);
        let near = plane::dilated(&canvas.hole, w, h, width);
        let touching = plane::dilated(&canvas.hole, w, h, 1.0);
        let (mut steps, mut grain, mut blank, mut all) = (Vec::new(), Vec::new(), 0usize, 0usize);
        for y in 1..h.saturating_sub(1) {
            for x in 1..w.saturating_sub(1) {
                let i = y * w + x;
                if touching[i] || !near[i] {
                    continue;
                }
                all += 1;
                blank += usize::from(canvas.blank[i]);
                let around = [i - 1, i + 1, i - w, i + w];
                if around.iter().any(|&n| canvas.hole[n]) {
                    continue;
                }
                let green = |n: usize| canvas.colors[n][1];
                // Across three pixels grain averages out and edges do not.
                let slope =
                    (green(i + 1) - green(i - 1)).abs() + (green(i + w) - green(i - w)).abs();
                steps.push(slope / 2.0);
                let mean = around.iter().map(|&n| green(n)).sum::<f32>() / 4.0;
                grain.push((green(i) - mean).abs());
            }
        }
        Self {
            reach,
            // The roughest tenth decides: one edge through smooth surroundings is structure.
            roughness: plane::quantile(&mut steps, 0.94) / 2.0,
            noise: plane::quantile(&mut grain, 0.5) * 1.4826 / 1.118,
            see_through: all > 0 && blank * 2 > all,
        }
    }
}

/// Fills with the smoothest surface through the edge of the hole, and the grain of the surroundings.
fn span(canvas: &mut Canvas, noise: f32) {
    let known: Vec<bool> = canvas
        .hole
        .iter()
        .zip(&canvas.blank)
        .map(|(hole, blank)| !hole && !blank)
        .collect();
    membrane(
        &mut canvas.colors,
        &known,
        &canvas.hole,
        canvas.width,
        canvas.height,
    );
    if noise < 0.6 {
        return;
    }
    for (i, color) in canvas.colors.iter_mut().enumerate() {
        if canvas.hole[i] {
            let (x, y) = ((i % canvas.width) as u32, (i / canvas.width) as u32);
            let sum: u32 = (0..4).map(|k| plane::scramble(x, y, k) & 0xff).sum();
            // Four even numbers make a bell of deviation 147.8.
            let grain = (sum as f32 - 510.0) / 147.8 * noise.min(12.0);
            for value in color {
                *value += grain;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_core::MaskShape;
    use proptest::prelude::*;

    fn rectangle(pixels: &Pixels, spot: [u32; 4]) -> Mask {
        let [x, y, width, height] = spot;
        let (x, y) = (x as i32, y as i32);
        crate::shapes::mask(
            pixels,
            &[MaskShape::Box {
                x,
                y,
                width,
                height,
            }],
        )
    }

    fn stripes(w: u32, h: u32) -> Pixels {
        let rgba = (0..w * h)
            .flat_map(|i| {
                let v = if (i % w / 6 + i / w / 6).is_multiple_of(2) {
                    210
                } else {
                    60
                };
                [v, v / 2 + 40, 90, 255]
            })
            .collect();
        apply::pixels(w, h, rgba)
    }

    #[test]
    fn patterns_go_on_and_the_rest_stays() {
        let whole = stripes(150, 120);
        let mask = rectangle(&whole, [60, 48, 30, 26]);
        let mut damaged = whole.clone();
        for (pixel, cover) in damaged.rgba.chunks_exact_mut(4).zip(&mask.coverage) {
            if *cover > 0 {
                pixel.copy_from_slice(&[255, 0, 255, 255]);
            }
        }
        let out = filled(&damaged, &mask, &|| true).unwrap();
        assert_eq!(out, filled(&damaged, &mask, &|| true).unwrap());
        let mut off = 0.0;
        for (i, &cover) in mask.coverage.iter().enumerate() {
            let (got, want) = (&out.rgba[i * 4..i * 4 + 4], &whole.rgba[i * 4..i * 4 + 4]);
            if cover == 0 {
                assert_eq!(got, want);
            } else {
                off += f32::from(got[0].abs_diff(want[0]));
            }
        }
        let mean = off / (mask.share() as f32 * 18_000.0);
        assert!(mean < 25.0, "{mean}");
        assert_eq!(filled(&damaged, &mask, &|| false), Err(Unfilled::Cancelled));
    }

    #[test]
    fn nothing_to_go_by_is_said() {
        let p = stripes(40, 40);
        for cover in [0, 255] {
            let mask = Mask::filled(40, 40, cover);
            assert_eq!(filled(&p, &mask, &|| true), Err(Unfilled::NoSurroundings));
        }
        let one = stripes(1, 1);
        let mask = Mask::filled(1, 1, 255);
        assert_eq!(filled(&one, &mask, &|| true), Err(Unfilled::NoSurroundings));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn any_mask_is_filled_inside_only(
            w in 1u32..60, h in 1u32..60, seed in any::<u32>(), spot in proptest::array::uniform4(0u32..50)
        ) {
            let rgba = (0..w * h * 4).map(|i| plane::scramble(i, seed, 1) as u8 | if i % 4 == 3 { 255 } else { 0 }).collect();
            let p = apply::pixels(w, h, rgba);
            let mut mask = rectangle(&p, spot);
            let noise = (0..w * h).filter(|i| plane::scramble(*i, seed, 2).is_multiple_of(97));
            noise.for_each(|i| mask.coverage[i as usize] = 200);
            if let Ok(out) = filled(&p, &mask, &|| true) {
                for (i, cover) in mask.coverage.iter().enumerate() {
                    if *cover == 0 {
                        prop_assert_eq!(&out.rgba[i * 4..i * 4 + 4], &p.rgba[i * 4..i * 4 + 4]);
                    }
                }
            }
        }
    }
}
