//! Masks from masks.

use plantain_core::Mask;

use crate::plane::{self, Plane};

/// Returns the smaller coverage of the two at every pixel.
#[must_use]
pub fn intersection(one: &Mask, other: &Mask) -> Mask {
    combined(one, other, |a, b| {
        ((u32::from(a) * u32::from(b) + 127) / 255) as u8
    })
}

/// Returns the larger coverage of the two at every pixel.
#[must_use]
pub fn union(one: &Mask, other: &Mask) -> Mask {
    combined(one, other, u8::max)
}

/// Returns `one` without `other`.
#[must_use]
pub fn without(one: &Mask, other: &Mask) -> Mask {
    intersection(one, &other.inverted())
}

fn combined(one: &Mask, other: &Mask, f: impl Fn(u8, u8) -> u8) -> Mask {
    assert_eq!(
        (one.width, one.height),
        (other.width, other.height),
        "masks differ in size"
    );
    Mask {
        width: one.width,
        height: one.height,
        coverage: one
            .coverage
            .iter()
            .zip(&other.coverage)
            .map(|(&a, &b)| f(a, b))
            .collect(),
    }
}

/// Returns the mask grown by `radius` pixels.
#[must_use]
pub fn grown(mask: &Mask, radius: f32) -> Mask {
    let (w, h) = (mask.width as usize, mask.height as usize);
    let set: Vec<bool> = mask.coverage.iter().map(|&c| c >= 128).collect();
    let grown = plane::dilated(&set, w, h, radius);
    Mask {
        width: mask.width,
        height: mask.height,
        coverage: grown
            .iter()
            .zip(&mask.coverage)
            .map(|(&inside, &cover)| if inside { 255 } else { cover })
            .collect(),
    }
}

/// Returns the mask with edges softened over about `sigma` pixels on both sides.
#[must_use]
pub fn softened(mask: &Mask, sigma: f32) -> Mask {
    from_plane(&to_plane(mask).blurred(sigma))
}

/// Returns left, top, right and bottom (the last two outside) of what has coverage, in pixels.
pub fn bounds(mask: &Mask) -> Option<[usize; 4]> {
    let w = mask.width as usize;
    let mut found: Option<[usize; 4]> = None;
    for (y, row) in mask.coverage.chunks_exact(w.max(1)).enumerate() {
        let Some(left) = row.iter().position(|&c| c > 0) else {
            continue;
        };
        let right = row.iter().rposition(|&c| c > 0).unwrap_or(left) + 1;
        let at = found.get_or_insert([left, y, right, y + 1]);
        *at = [at[0].min(left), at[1], at[2].max(right), y + 1];
    }
    found
}

/// Returns the largest square that fits inside a mask's middle, as `left, top, side` in pixels: around the pixel that is
/// furthest from all that is outside.
pub fn inner_square(mask: &Mask) -> Option<[usize; 3]> {
    let (w, h) = (mask.width as usize, mask.height as usize);
    // A rim around the picture counts as outside.
    let (pw, ph) = (w + 2, h + 2);
    let outside: Vec<bool> = (0..pw * ph)
        .map(|i| {
            let (x, y) = (i % pw, i / pw);
            x == 0 || y == 0 || x > w || y > h || mask.coverage[(y - 1) * w + x - 1] < 128
        })
        .collect();
    let depth = plane::distances(&outside, pw, ph);
    let deepest =
        (0..depth.len()).max_by(|&a, &b| depth[a].total_cmp(&depth[b]).then(b.cmp(&a)))?;
    let half = (libm::sqrtf(depth[deepest]) * std::f32::consts::FRAC_1_SQRT_2) as usize;
    let (x, y) = (deepest % pw, deepest / pw);
    (half > 0).then(|| {
        [
            (x - 1).saturating_sub(half),
            (y - 1).saturating_sub(half),
            2 * half,
        ]
    })
}

/// Returns coverage as numbers from 0 to 1.
pub fn to_plane(mask: &Mask) -> Plane {
    Plane {
        width: mask.width as usize,
        height: mask.height as usize,
        values: mask
            .coverage
            .iter()
            .map(|&c| f32::from(c) / 255.0)
            .collect(),
    }
}

/// Returns coverage from numbers from 0 to 1.
pub fn from_plane(plane: &Plane) -> Mask {
    Mask {
        width: plane.width as u32,
        height: plane.height as u32,
        coverage: plane
            .values
            .iter()
            .map(|v| (v * 255.0 + 0.5).clamp(0.0, 255.0) as u8)
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_combine() {
        let mut left = Mask::filled(10, 4, 0);
        left.coverage
            .chunks_exact_mut(10)
            .for_each(|row| row[..5].fill(255));
        assert_eq!(bounds(&left), Some([0, 0, 5, 4]));
        assert_eq!(bounds(&Mask::filled(3, 3, 0)), None);
        assert_eq!(intersection(&left, &left.inverted()).share(), 0.0);
        assert_eq!(union(&left, &left.inverted()).share(), 1.0);
        assert_eq!(without(&Mask::filled(10, 4, 255), &left), left.inverted());
        assert_eq!(grown(&left, 2.0).share(), 0.7);
        let soft = softened(&left, 1.5);
        assert!(soft.coverage[4] < 255 && soft.coverage[5] > 0);
        assert_eq!(from_plane(&to_plane(&left)), left);
        assert_eq!(inner_square(&Mask::filled(9, 9, 255)), Some([1, 1, 6]));
        assert_eq!(inner_square(&Mask::filled(9, 9, 0)), None);
    }
}
