//! Value scales with round ticks.

use super::number::decimals_of;

/// Most ticks on any scale.
const TICKS_MAX: usize = 24;

/// A straight scale from `low` to `high` with a tick every `step`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    pub low: f64,
    pub high: f64,
    pub step: f64,
}

impl Scale {
    /// Returns the scale that covers `min..=max` with about `wanted` round intervals (1, 2, 2.5 or 5 times a power of ten).
    ///
    /// With `zero`, the scale starts at zero unless values lie on both sides of it.
    pub fn nice(min: f64, max: f64, wanted: usize, zero: bool) -> Self {
        let (mut min, mut max) = (finite(min.min(max)), finite(max.max(min)));
        if zero {
            (min, max) = (min.min(0.0), max.max(0.0));
        }
        if max - min <= f64::EPSILON * max.abs().max(1.0) {
            if max > 0.0 && zero || max == 0.0 {
                max += 1.0;
            } else {
                let room = max.abs() * 0.1;
                (min, max) = (min - room, max + room);
            }
        }
        let step = nice_step((max - min) / wanted.clamp(1, TICKS_MAX) as f64);
        let low = (min / step + 1e-9).floor() * step;
        let high = (max / step - 1e-9).ceil() * step;
        Self { low, high, step }
    }

    /// Returns the scale from `low` to `high` as they are, with round steps in between.
    pub fn exact(low: f64, high: f64, wanted: usize) -> Self {
        let (low, high) = (finite(low.min(high)), finite(high.max(low)));
        let high = if high > low { high } else { low + 1.0 };
        let step = nice_step((high - low) / wanted.clamp(1, TICKS_MAX) as f64);
        Self { low, high, step }
    }

    /// Returns the tick values from low to high.
    pub fn ticks(&self) -> Vec<f64> {
        let count = ((self.high - self.low) / self.step + 1e-6).floor() as usize;
        (0..=count.min(TICKS_MAX * 2))
            .map(|i| {
                let tick = self.low + self.step * i as f64;
                // Sums of steps leave dust beside zero.
                if tick.abs() < self.step * 1e-6 {
                    0.0
                } else {
                    tick
                }
            })
            .collect()
    }

    /// Returns how many decimals the ticks need.
    pub fn decimals(&self) -> usize {
        decimals_of(self.step, 4).max(decimals_of(self.low, 4))
    }

    /// Returns where `value` lies on the scale: 0 at the low end, 1 at the high end, kept between them.
    pub fn part(&self, value: f64) -> f32 {
        let part = (finite(value) - self.low) / (self.high - self.low);
        part.clamp(0.0, 1.0) as f32
    }
}

fn nice_step(raw: f64) -> f64 {
    let raw = raw.max(1e-12);
    let power = libm::pow(10.0, libm::floor(libm::log10(raw) + 1e-9));
    let unit = raw / power;
    let nice = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .find(|n| unit <= n + 1e-6)
        .unwrap_or(10.0);
    nice * power
}

/// Returns `value`, or 0 where it is no number that can be drawn.
pub(super) fn finite(value: f64) -> f64 {
    if value.is_finite() {
        value.clamp(-1e15, 1e15)
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_round() {
        for (min, max, wanted, zero, want) in [
            (24_000.0, 48_200.0, 6, true, (0.0, 50_000.0, 10_000.0)),
            (97.0, 121.0, 5, false, (95.0, 125.0, 5.0)),
            (0.0, 6.3, 4, true, (0.0, 8.0, 2.0)),
            (-20.0, 35.0, 5, true, (-20.0, 40.0, 20.0)),
            (5.0, 5.0, 4, true, (0.0, 6.0, 2.0)),
            (0.0, 0.0, 4, true, (0.0, 1.0, 0.25)),
        ] {
            let got = Scale::nice(min, max, wanted, zero);
            assert_eq!((got.low, got.high, got.step), want, "{min}..{max}");
        }
    }

    #[test]
    fn every_value_lies_on_its_scale() {
        for max in [1e-9, 0.37, 1.0, 12.0, 99.9, 1234.0, 7.7e9] {
            for min in [0.0, -0.2 * max, 0.9 * max] {
                for wanted in 1..8 {
                    let scale = Scale::nice(min, max, wanted, false);
                    assert!(
                        scale.low <= min + scale.step * 1e-6
                            && scale.high >= max - scale.step * 1e-6
                    );
                    assert!(scale.ticks().len() <= wanted + 3, "{scale:?}");
                }
            }
        }
    }
}
