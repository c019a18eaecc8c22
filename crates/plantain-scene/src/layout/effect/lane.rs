//! Eight pixels worked on at once, in plain arithmetic that compilers turn into vector instructions.

use std::array::from_fn;
use std::ops::{Add, Div, Mul, Sub};

use super::sheet::Tint;

/// Pixels that are worked on at once.
pub(super) const LANES: usize = 8;

/// A number for each of the pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lane(pub [f32; LANES]);

/// Red, green, blue and alpha of the pixels, each part 0 to 1, straight.
pub(super) type Colors = [Lane; 4];

impl Lane {
    #[inline(always)]
    pub fn of(f: impl FnMut(usize) -> f32) -> Self {
        Self(from_fn(f))
    }

    #[inline(always)]
    pub fn all(x: f32) -> Self {
        Self([x; LANES])
    }

    /// Reads the first [`LANES`] numbers.
    #[inline(always)]
    pub fn read(from: &[f32]) -> Self {
        Self(from.first_chunk().copied().unwrap_or([0.0; LANES]))
    }

    #[inline(always)]
    pub fn map(self, f: impl Fn(f32) -> f32) -> Self {
        Self(self.0.map(f))
    }

    #[inline(always)]
    fn with(self, other: Self, f: impl Fn(f32, f32) -> f32) -> Self {
        Self(from_fn(|i| f(self.0[i], other.0[i])))
    }

    #[inline(always)]
    pub fn min(self, other: impl Into<Self>) -> Self {
        self.with(other.into(), |a, b| if a < b { a } else { b })
    }

    #[inline(always)]
    pub fn max(self, other: impl Into<Self>) -> Self {
        self.with(other.into(), |a, b| if a > b { a } else { b })
    }

    /// Holds the numbers at 0 and 1.
    #[inline(always)]
    pub fn unit(self) -> Self {
        self.max(0.0).min(1.0)
    }

    #[inline(always)]
    pub fn abs(self) -> Self {
        self.map(f32::abs)
    }

    #[inline(always)]
    pub fn sqrt(self) -> Self {
        self.map(f32::sqrt)
    }

    #[inline(always)]
    pub fn floor(self) -> Self {
        self.map(|x| {
            let whole = x as i32 as f32;
            if whole > x { whole - 1.0 } else { whole }
        })
    }

    /// Returns what lies behind the point.
    #[inline(always)]
    pub fn part(self) -> Self {
        self - self.floor()
    }

    /// Returns 1 where the numbers are less than the others, and 0 elsewhere.
    #[inline(always)]
    pub fn less(self, than: impl Into<Self>) -> Self {
        self.with(than.into(), |a, b| if a < b { 1.0 } else { 0.0 })
    }

    /// Returns `other` where `mask` is above a half.
    #[inline(always)]
    pub fn or(self, other: impl Into<Self>, mask: Self) -> Self {
        let other = other.into();
        Self(from_fn(|i| {
            if mask.0[i] > 0.5 {
                other.0[i]
            } else {
                self.0[i]
            }
        }))
    }

    #[inline(always)]
    pub fn least(self) -> f32 {
        self.0.into_iter().fold(f32::INFINITY, f32::min)
    }

    #[inline(always)]
    pub fn most(self) -> f32 {
        self.0.into_iter().fold(f32::NEG_INFINITY, f32::max)
    }
}

impl From<f32> for Lane {
    #[inline(always)]
    fn from(x: f32) -> Self {
        Self::all(x)
    }
}

macro_rules! arithmetic {
    ($($op:ident $call:ident;)*) => {$(
        impl<T: Into<Lane>> $op<T> for Lane {
            type Output = Lane;

            #[inline(always)]
            fn $call(self, other: T) -> Lane {
                self.with(other.into(), f32::$call)
            }
        }

        impl $op<Lane> for f32 {
            type Output = Lane;

            #[inline(always)]
            fn $call(self, other: Lane) -> Lane {
                Lane::all(self).with(other, f32::$call)
            }
        }
    )*};
}

arithmetic! {
    Add add;
    Sub sub;
    Mul mul;
    Div div;
}

/// Reads pixels.
#[inline(always)]
pub(super) fn colors(px: [[u8; 4]; LANES]) -> Colors {
    let words = px.map(u32::from_le_bytes);
    from_fn(|c| Lane(words.map(|word| ((word >> (8 * c)) & 255) as i32 as f32 * (1.0 / 255.0))))
}

/// Packs pixels; what lies outside 0 to 1 is held at the bounds.
#[inline(always)]
pub(super) fn bytes(colors: Colors) -> [[u8; 4]; LANES] {
    // A sum with 2^23 has no digits behind the point, and its last bits are the whole number.
    let parts = colors.map(|part| {
        let scaled = (part * 255.0).max(0.0).min(255.0) + 8_388_608.0;
        scaled.0.map(|x| x.to_bits() & 255)
    });
    from_fn(|i| {
        let word = parts[0][i] | parts[1][i] << 8 | parts[2][i] << 16 | parts[3][i] << 24;
        word.to_le_bytes()
    })
}

/// Returns one colour for all pixels.
#[inline(always)]
pub(super) fn even(color: Tint) -> Colors {
    color.map(Lane::all)
}

#[inline(always)]
pub(super) fn luma(p: &Colors) -> Lane {
    p[0] * 0.299 + p[1] * 0.587 + p[2] * 0.114
}

/// Returns 0 below `low`, 1 above `high`, and a smooth step between.
#[inline(always)]
pub(super) fn smooth(low: f32, high: f32, x: Lane) -> Lane {
    let t = ((x - low) * (1.0 / (high - low))).unit();
    t * t * (3.0 - t * 2.0)
}

/// As [`smooth`], between bounds of each pixel's own.
#[inline(always)]
pub(super) fn smooth_between(low: Lane, high: Lane, x: Lane) -> Lane {
    let t = ((x - low) / (high - low)).unit();
    t * t * (3.0 - t * 2.0)
}

/// Returns `a` at 0 and `b` at 1; the alpha stays `a`'s.
#[inline(always)]
pub(super) fn mix(a: Colors, b: Colors, t: impl Into<Lane>) -> Colors {
    let t = t.into();
    let part = |c: usize| a[c] + (b[c] - a[c]) * t;
    [part(0), part(1), part(2), a[3]]
}

/// Returns the colours with their distance from grey scaled.
#[inline(always)]
pub(super) fn saturated(p: Colors, k: f32) -> Colors {
    let l = luma(&p);
    let part = |c: usize| (l + (p[c] - l) * k).unit();
    [part(0), part(1), part(2), p[3]]
}

/// Changes the colours, held between 0 and 1, and keeps the alpha.
#[inline(always)]
pub(super) fn recolor(p: Colors, f: impl Fn(Lane) -> Lane) -> Colors {
    let [r, g, b, a] = p;
    [f(r).unit(), f(g).unit(), f(b).unit(), a]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_come_back_and_numbers_are_held() {
        let px: [[u8; 4]; LANES] = from_fn(|i| from_fn(|c| (i * 4 + c) as u8 * 8));
        assert_eq!(bytes(colors(px)), px);
        assert_eq!(bytes(even([-1.0, 0.5, 2.0, 1.0]))[3], [0, 128, 255, 255]);
    }

    #[test]
    fn parts_and_steps() {
        let x = Lane([-1.25, -1.0, -0.5, 0.0, 0.25, 1.0, 1.5, 7.75]);
        assert_eq!(x.floor().0, [-2.0, -1.0, -1.0, 0.0, 0.0, 1.0, 1.0, 7.0]);
        assert_eq!(x.part().0, [0.75, 0.0, 0.5, 0.0, 0.25, 0.0, 0.5, 0.75]);
        assert_eq!(smooth(0.0, 1.0, x).0[3..6], [0.0, 0.156_25, 1.0]);
        assert_eq!(x.less(0.0).0[..4], [1.0, 1.0, 1.0, 0.0]);
        assert_eq!((x.least(), x.most()), (-1.25, 7.75));
    }
}
