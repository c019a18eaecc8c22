//! The last write of every edit.

use plantain_core::{Mask, Pixels};
use rayon::prelude::*;

/// Returns `before` where `mask` is 0, byte for byte, `after` where it is 255, and a mixture in between, weighted by
/// alpha.
///
/// Every edit of a part of a picture ends here, so that nothing outside the selection can change.
///
/// # Panics
///
/// If the three differ in size.
pub fn apply(before: &Pixels, after: &Pixels, mask: &Mask) -> Pixels {
    let size = (before.width, before.height);
    assert_eq!(size, (after.width, after.height), "pictures differ in size");
    assert_eq!(size, (mask.width, mask.height), "mask differs in size");
    let mut rgba = before.rgba.clone();
    rgba.par_chunks_mut(4 * 4096)
        .zip(after.rgba.par_chunks(4 * 4096))
        .zip(mask.coverage.par_chunks(4096))
        .for_each(|((out, after), coverage)| {
            for ((out, after), &cover) in out
                .chunks_exact_mut(4)
                .zip(after.chunks_exact(4))
                .zip(coverage)
            {
                match cover {
                    0 => {}
                    255 => out.copy_from_slice(after),
                    _ => mix(out, after, u32::from(cover)),
                }
            }
        });
    pixels(before.width, before.height, rgba)
}

/// Returns a picture of these bytes, with `opaque` as it is.
pub fn pixels(width: u32, height: u32, rgba: Vec<u8>) -> Pixels {
    let opaque = rgba
        .par_chunks(4 * 4096)
        .all(|c| c.chunks_exact(4).fold(255, |alpha, pixel| alpha & pixel[3]) == 255);
    Pixels {
        width,
        height,
        rgba,
        opaque,
    }
}

fn mix(out: &mut [u8], after: &[u8], cover: u32) {
    let (old, new) = (
        u32::from(out[3]) * (255 - cover),
        u32::from(after[3]) * cover,
    );
    let alpha = old + new;
    if alpha == 0 {
        return;
    }
    for c in 0..3 {
        let sum = u32::from(out[c]) * old + u32::from(after[c]) * new;
        out[c] = ((sum + alpha / 2) / alpha) as u8;
    }
    out[3] = ((alpha + 127) / 255) as u8;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pictures() -> impl Strategy<Value = (Pixels, Pixels, Mask)> {
        (1u32..24, 1u32..24).prop_flat_map(|(w, h)| {
            let n = (w * h) as usize;
            let bytes = move || proptest::collection::vec(any::<u8>(), n * 4);
            let cover = prop_oneof![Just(0u8), Just(255u8), any::<u8>()];
            (bytes(), bytes(), proptest::collection::vec(cover, n)).prop_map(move |(a, b, c)| {
                let mask = Mask {
                    width: w,
                    height: h,
                    coverage: c,
                };
                (pixels(w, h, a), pixels(w, h, b), mask)
            })
        })
    }

    proptest! {
        #[test]
        fn nothing_changes_outside((before, after, mask) in pictures()) {
            let out = apply(&before, &after, &mask);
            for (i, &cover) in mask.coverage.iter().enumerate() {
                let at = i * 4..i * 4 + 4;
                match cover {
                    0 => prop_assert_eq!(&out.rgba[at.clone()], &before.rgba[at]),
                    255 => prop_assert_eq!(&out.rgba[at.clone()], &after.rgba[at]),
                    _ => {
                        let (a, b) = (before.rgba[i * 4 + 3], after.rgba[i * 4 + 3]);
                        let alpha = out.rgba[i * 4 + 3];
                        prop_assert!(alpha >= a.min(b) && alpha <= a.max(b));
                    }
                }
            }
        }
    }
}
