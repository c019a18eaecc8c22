//! Functions from plain arithmetic, many at once: the same on every CPU, and several times faster than the exact ones.

/// Returns e to the power of every number, to about 1e-7 of it; beyond -87 and 88 that of the limit.
#[inline(always)]
pub fn exp<const N: usize>(x: [f32; N]) -> [f32; N] {
    /// Adding this rounds to a whole number, and leaves it in the lowest bits.
    const ROUNDER: f32 = 12_582_912.0;
    /// The natural logarithm of 2 in two parts: the first has few bits, so that a whole number of it is exact.
    const LN_2: (f32, f32) = (0.693_359_4, -2.121_944_4e-4);
    x.map(|x| {
        let x = x.clamp(-87.0, 88.0);
        let twos = x * std::f32::consts::LOG2_E + ROUNDER;
        let whole = twos - ROUNDER;
        let rest = x - whole * LN_2.0 - whole * LN_2.1;
        let series = 1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0 + rest * (1.0 / 720.0)));
        let series = 1.0 + rest * (1.0 + rest * (0.5 + rest * series));
        series * f32::from_bits(twos.to_bits().wrapping_add(127) << 23)
    })
}

/// Returns the cube roots of numbers that are not negative, to about 1e-6; 0 of negative ones.
#[inline(always)]
pub fn cube_root<const N: usize>(x: [f32; N]) -> [f32; N] {
    x.map(|x| {
        // A root of nothing is worked out as that of 1: its own start cubed is subnormal, which costs a hundred times as much.
        let own = if x > 0.0 { x } else { 1.0 };
        let mut y = f32::from_bits(own.to_bits() / 3 + 0x2a51_37a0);
        for _ in 0..2 {
            let cube = y * y * y;
            y *= (cube + 2.0 * own) / (2.0 * cube + own);
        }
        if x > 0.0 { y } else { 0.0 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(got: f32, want: f64, within: f64) {
        let off = (f64::from(got) - want).abs();
        assert!(off <= within * want.abs(), "{got} {want}");
    }

    #[test]
    fn arithmetic_comes_near_the_exact_values() {
        for i in -8700..=8800 {
            let x = i as f32 / 100.0;
            check(exp([x])[0], libm::exp(f64::from(x)), 3e-7);
        }
        check(exp([-1e9])[0], libm::exp(-87.0), 3e-7);
        for i in 1..=3000 {
            let x = i as f32 / 1000.0;
            check(cube_root([x])[0], libm::cbrt(f64::from(x)), 2e-6);
        }
        check(cube_root([1e-9])[0], 1e-3, 2e-6);
        assert_eq!(cube_root([0.0, -1.0]), [0.0; 2]);
    }
}
