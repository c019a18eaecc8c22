//! Areas one upon the other, whose upper edge is the sum of all series.

use std::fmt::Write as _;

use super::axes::{self, Plot, Wish};
use super::pen::{Anchor, LINE, Pen};
use crate::color::Color;

/// Draws a stacked area chart.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let longest = pen.spec.series.iter().map(|s| s.values.len()).max();
    let count = longest.unwrap_or(0).max(pen.spec.labels.len());
    let levels = levels(pen, count);
    let top = levels.last().into_iter().flatten().copied();
    let Some(max) = top.reduce(f64::max).filter(|max| *max > 0.0) else {
        return;
    };
    let wish = Wish {
        min: 0.0,
        max,
        zero: true,
        above: pen.size * 0.8,
        below: 0.0,
        right: 0.0,
        bands: false,
        count,
    };
    let plot = axes::draw(pen, &wish);
    for series in 0..pen.spec.series.len() {
        layer(pen, &plot, series, &levels);
    }
    if pen.spec.show_values {
        for series in 0..pen.spec.series.len() {
            values(pen, &plot, series, &levels);
        }
    }
}

/// Heights of the edges from the ground up, one more than there are series.
fn levels(pen: &Pen<'_>, count: usize) -> Vec<Vec<f64>> {
    let mut levels = vec![vec![0.0; count]];
    for series in &pen.spec.series {
        let below = levels.last().cloned().unwrap_or_default();
        let value = |at: usize| series.values.get(at).copied().unwrap_or(0.0).max(0.0);
        levels.push((0..count).map(|at| below[at] + value(at)).collect());
    }
    levels
}

fn layer(pen: &mut Pen<'_>, plot: &Plot, series: usize, levels: &[Vec<f64>]) {
    let edge = |level: &[f64]| -> Vec<[f32; 2]> {
        let points = level.iter().enumerate();
        points.map(|(at, v)| [plot.x(at), plot.y(*v)]).collect()
    };
    let (lower, upper) = (edge(&levels[series]), edge(&levels[series + 1]));
    let color = pen.color(series);
    let outline: Vec<[f32; 2]> = upper.iter().chain(lower.iter().rev()).copied().collect();
    let area = pen.polygon(&outline).fill(color).role("area");
    pen.mark(area);
    // A line of the ground keeps neighbours apart.
    let mut d = String::new();
    for (at, [x, y]) in upper.iter().enumerate() {
        let _ = write!(d, "{}{x:.2} {y:.2}", if at == 0 { 'M' } else { 'L' });
    }
    let width = (pen.size * 0.14).clamp(1.5, 4.0);
    let ground = pen.ground();
    let line = pen.path(d, pen.whole).stroke(ground, width).role("edge");
    pen.mark(line);
}

/// Prints each value in the middle of its layer; at both ends it stands inside.
fn values(pen: &mut Pen<'_>, plot: &Plot, series: usize, levels: &[Vec<f64>]) {
    let (lower, upper) = (&levels[series], &levels[series + 1]);
    let own = &pen.spec.series[series];
    let color = pen.color(series);
    let ink: Color = pen.ink_on(color);
    let last = own.values.len().saturating_sub(1);
    for at in 0..own.values.len() {
        let text = pen.shown(own, at);
        let given = pen.value_given(own, at);
        let (bottom, top) = (plot.y(lower[at]), plot.y(upper[at]));
        let (x, y) = (plot.x(at), (bottom + top) * 0.5);
        let side = pen.size * 0.5;
        let (x, anchor) = match at {
            0 if plot.inset < pen.size * 2.0 => (x + side, Anchor::Left),
            _ if at == last && plot.inset < pen.size * 2.0 => (x - side, Anchor::Right),
            _ => (x, Anchor::Middle),
        };
        let roomy = bottom - top >= pen.size * LINE;
        if roomy || given {
            let label = pen.strong(&text).role("value").given(given).color(ink);
            pen.put_first(label, &[(x, y, anchor)]);
        }
    }
}
