//! Shapes of invented data.

use plantain_read::Trend;

use crate::rng::Rng;

/// Returns `n` values that run to `end`, exactly, in the manner of `trend` (rising when none is given).
///
/// All values have the sign of `end`; whole numbers stay whole.
pub fn ending_at(rng: &mut Rng, end: f64, n: usize, trend: Option<Trend>) -> Vec<f64> {
    let last = n.saturating_sub(1).max(1) as f64;
    let (start, bend) = match trend.unwrap_or(Trend::Rising) {
        Trend::Rising | Trend::PeakAt(_) => (rng.range(0.46, 0.6), rng.range(0.85, 1.3)),
        Trend::Falling | Trend::LowAt(_) => (rng.range(1.5, 1.9), rng.range(0.8, 1.2)),
        Trend::Flat => (rng.range(0.97, 1.03), 1.0),
    };
    let swing = match trend {
        Some(Trend::Flat) => 0.02,
        _ => 0.045,
    };
    let mut drift = 0.0_f32;
    let mut values: Vec<f64> = (0..n)
        .map(|i| {
            let t = (i as f64 / last) as f32;
            // A drift that returns to nothing at the end makes it look measured and not computed.
            drift = drift * 0.55 + rng.range(-swing, swing);
            let calm = 1.0 - t * t * t;
            let shape = start + (1.0 - start) * libm::powf(t, bend);
            end * f64::from((shape + drift * calm).max(0.02))
        })
        .collect();
    if let Some(Trend::PeakAt(at) | Trend::LowAt(at)) = trend {
        bend_to(
            &mut values,
            at,
            matches!(trend, Some(Trend::PeakAt(_))),
            end,
        );
    }
    let unit = if end.abs() >= 20.0 && libm::fmod(end, 1.0) == 0.0 {
        1.0
    } else {
        0.01
    };
    for value in &mut values {
        *value = (*value / unit).round() * unit;
    }
    if let Some(value) = values.last_mut() {
        *value = end;
    }
    values
}

/// Lifts or lowers the values around `at` (thousandths of the length), so that the extreme lies there.
fn bend_to(values: &mut [f64], at: u16, peak: bool, end: f64) {
    let last = values.len().saturating_sub(1).max(1) as f64;
    let place = (f64::from(at.min(1000)) / 1000.0 * last).round();
    let height = if peak { 1.55 } else { 0.4 };
    for (i, value) in values.iter_mut().enumerate() {
        let away = (i as f64 - place).abs() / last;
        let near = libm::exp(-away * away * 14.0);
        *value += (end * height - *value) * near;
    }
}

/// Returns `n` values around `mean` that go up and down as days of a week do; no two neighbours are equal.
pub fn varied(rng: &mut Rng, mean: f64, n: usize) -> Vec<f64> {
    let mut before = 0.0_f32;
    (0..n)
        .map(|_| {
            let mut factor = rng.range(0.55, 1.35);
            if (factor - before).abs() < 0.12 {
                factor = if factor > 0.95 {
                    factor - 0.3
                } else {
                    factor + 0.3
                };
            }
            before = factor;
            let value = mean * f64::from(factor);
            if mean.abs() >= 20.0 {
                value.round()
            } else {
                (value * 10.0).round() / 10.0
            }
        })
        .collect()
}

/// Returns `n` whole per cents that add up to a hundred, largest first.
pub fn shares(rng: &mut Rng, n: usize) -> Vec<u32> {
    if n == 0 {
        return Vec::new();
    }
    let weights: Vec<f32> = (0..n)
        .map(|i| libm::powf(0.62, i as f32) * rng.range(0.88, 1.12))
        .collect();
    let total: f32 = weights.iter().sum();
    let mut out: Vec<u32> = weights
        .iter()
        .map(|w| ((w / total * 100.0) as u32).max(1))
        .collect();
    out.sort_unstable_by(|a, b| b.cmp(a));
    let rest: u32 = out[1..].iter().sum();
    out[0] = 100_u32.saturating_sub(rest).max(1);
    out
}

/// Returns about `n` points that scatter around a straight line from low to high: `x` and `y`.
pub fn cloud(
    rng: &mut Rng,
    n: usize,
    x: [f64; 2],
    y: [f64; 2],
    falling: bool,
) -> (Vec<f64>, Vec<f64>) {
    let mut points: Vec<[f64; 2]> = (0..n)
        .map(|i| {
            let t = (i as f64 + f64::from(rng.range(0.1, 0.9))) / n.max(1) as f64;
            let lean = if falling { 1.0 - t } else { t };
            let noise = f64::from(rng.range(-0.13, 0.13));
            let tenth = |v: f64| (v * 10.0).round() / 10.0;
            [
                tenth(x[0] + (x[1] - x[0]) * t),
                (y[0] + (y[1] - y[0]) * (lean + noise).clamp(0.0, 1.0)).round(),
            ]
        })
        .collect();
    points.sort_by(|a, b| a[0].total_cmp(&b[0]));
    points.into_iter().map(|[x, y]| (x, y)).unzip()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_end_at_their_value() {
        let trends = [
            None,
            Some(Trend::Rising),
            Some(Trend::Falling),
            Some(Trend::Flat),
            Some(Trend::PeakAt(550)),
            Some(Trend::LowAt(300)),
        ];
        for seed in 0..40 {
            for trend in trends {
                for (end, n) in [(48_200.0, 12), (3.2, 7), (1.0, 1), (0.0, 5)] {
                    let values = ending_at(&mut Rng::new(seed), end, n, trend);
                    assert_eq!(values.len(), n);
                    assert_eq!(values.last().copied(), Some(end));
                    assert!(values.iter().all(|v| *v >= 0.0), "{values:?}");
                }
                let values = ending_at(&mut Rng::new(seed), 1000.0, 12, trend);
                let top = values.iter().copied().fold(f64::MIN, f64::max);
                match trend {
                    None | Some(Trend::Rising) => {
                        assert!(values[0] < 700.0 && top <= 1100.0, "{values:?}")
                    }
                    Some(Trend::Falling) => assert!(values[0] > 1300.0),
                    Some(Trend::PeakAt(_)) => {
                        assert_eq!(values.iter().position(|v| *v == top), Some(6), "{values:?}")
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn shares_add_up() {
        for n in 1..9 {
            for seed in 0..50 {
                let shares = shares(&mut Rng::new(seed), n);
                assert_eq!(shares.iter().sum::<u32>(), 100, "{shares:?}");
                assert!(shares.windows(2).all(|p| p[0] >= p[1]), "{shares:?}");
            }
        }
    }
}
