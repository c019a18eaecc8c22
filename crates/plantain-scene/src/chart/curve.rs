//! Paths through points.

use std::fmt::Write as _;

/// Returns SVG path data through `points`: straight pieces, or a smooth curve that never overshoots a value.
///
/// The smooth curve is the monotone cubic of Fritsch and Carlson (1980); `points` must run to the right.
pub(super) fn through(points: &[[f32; 2]], smooth: bool) -> String {
    let mut d = String::with_capacity(points.len() * 32);
    let Some([x, y]) = points.first() else {
        return d;
    };
    let _ = write!(d, "M{x:.2} {y:.2}");
    if !smooth || points.len() < 3 {
        for [x, y] in &points[1..] {
            let _ = write!(d, "L{x:.2} {y:.2}");
        }
        return d;
    }
    let tangents = tangents(points);
    for i in 1..points.len() {
        let ([x0, y0], [x1, y1]) = (points[i - 1], points[i]);
        let third = (x1 - x0) / 3.0;
        let _ = write!(
            d,
            "C{:.2} {:.2} {:.2} {:.2} {x1:.2} {y1:.2}",
            x0 + third,
            y0 + tangents[i - 1] * third,
            x1 - third,
            y1 - tangents[i] * third
        );
    }
    d
}

/// Returns the path of the area between `points` and the line `y = base`.
pub(super) fn area(points: &[[f32; 2]], smooth: bool, base: f32) -> String {
    let mut d = through(points, smooth);
    if let (Some(first), Some(last)) = (points.first(), points.last()) {
        let _ = write!(d, "L{:.2} {base:.2}L{:.2} {base:.2}Z", last[0], first[0]);
    }
    d
}

/// Returns points along the drawn line, a few between each pair, to find out what it crosses.
pub(super) fn samples(points: &[[f32; 2]]) -> Vec<[f32; 2]> {
    const BETWEEN: usize = 6;
    let mut out = Vec::with_capacity(points.len() * BETWEEN);
    for pair in points.windows(2) {
        for step in 0..BETWEEN {
            let t = step as f32 / BETWEEN as f32;
            out.push([0, 1].map(|i| pair[0][i] + (pair[1][i] - pair[0][i]) * t));
        }
    }
    out.extend(points.last());
    out
}

fn tangents(points: &[[f32; 2]]) -> Vec<f32> {
    let n = points.len();
    let slope = |i: usize| {
        let dx = points[i + 1][0] - points[i][0];
        if dx.abs() < 1e-6 {
            0.0
        } else {
            (points[i + 1][1] - points[i][1]) / dx
        }
    };
    let mut m: Vec<f32> = (0..n)
        .map(|i| match i {
            0 => slope(0),
            i if i == n - 1 => slope(n - 2),
            i => {
                let (a, b) = (slope(i - 1), slope(i));
                if a * b <= 0.0 { 0.0 } else { (a + b) / 2.0 }
            }
        })
        .collect();
    for i in 0..n - 1 {
        let s = slope(i);
        if s == 0.0 {
            (m[i], m[i + 1]) = (0.0, 0.0);
            continue;
        }
        let (a, b) = (m[i] / s, m[i + 1] / s);
        let length = a * a + b * b;
        if length > 9.0 {
            let t = 3.0 / length.sqrt();
            (m[i], m[i + 1]) = (t * a * s, t * b * s);
        }
    }
    m
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smooth_curve_stays_between_its_points() {
        let points = [
            [0.0, 10.0],
            [10.0, 10.0],
            [20.0, 0.0],
            [30.0, 40.0],
            [40.0, 41.0],
        ];
        let m = tangents(&points);
        for i in 1..points.len() {
            let ([x0, y0], [x1, y1]) = (points[i - 1], points[i]);
            for step in 0..=20 {
                let t = step as f32 / 20.0;
                let (c0, c1) = (y0 + m[i - 1] * (x1 - x0) / 3.0, y1 - m[i] * (x1 - x0) / 3.0);
                let u = 1.0 - t;
                let y =
                    u * u * u * y0 + 3.0 * u * u * t * c0 + 3.0 * u * t * t * c1 + t * t * t * y1;
                assert!(
                    y >= y0.min(y1) - 1e-3 && y <= y0.max(y1) + 1e-3,
                    "{y} between {y0} and {y1}"
                );
            }
        }
    }
}
