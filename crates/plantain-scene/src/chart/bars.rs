//! Upright bars: single, grouped, stacked, histograms.

use super::axes::{self, Plot, Wish};
use super::line::extent;
use super::pen::{Anchor, LINE, Pen};
use super::{ChartKind, callout, goal};
use crate::build::rect;
use crate::color::{Color, Token};
use crate::node::Node;

/// Draws bars, grouped bars, stacked bars or a histogram.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let stacked = pen.spec.chart == ChartKind::StackedBar;
    let count = pen
        .spec
        .series
        .iter()
        .map(|s| s.values.len())
        .max()
        .unwrap_or(0)
        .max(pen.spec.labels.len());
    let range = if stacked {
        stack_extent(pen, count)
    } else {
        extent(&pen.spec.series)
    };
    let Some(range) = range.filter(|_| count > 0) else {
        return;
    };
    let (min, max) = goal::within(pen, range);
    let room = if pen.spec.callout.is_some() {
        super::callout::headroom(pen)
    } else if pen.spec.show_values && !stacked {
        pen.size * LINE + pen.size * 0.5
    } else {
        0.0
    };
    let wish = Wish {
        min: min.min(0.0),
        max: max.max(0.0),
        zero: true,
        above: if max > 0.0 { room } else { 0.0 },
        below: if min < 0.0 { room } else { 0.0 },
        right: goal::room(pen),
        bands: true,
        count,
    };
    let plot = axes::draw(pen, &wish);
    if stacked {
        stacks(pen, &plot);
    } else {
        groups(pen, &plot);
    }
    let tops = |values: &[f64]| {
        let tops = values.iter().enumerate();
        tops.map(|(i, value)| [plot.x(i), plot.y(*value)]).collect()
    };
    let first: Vec<[f32; 2]> = pen
        .spec
        .series
        .first()
        .map_or_else(Vec::new, |s| tops(&s.values));
    super::trend::draw(pen, &first, false);
    goal::level(pen, &plot);
}

fn stack_extent(pen: &Pen<'_>, count: usize) -> Option<(f64, f64)> {
    (0..count)
        .map(|i| {
            pen.spec
                .series
                .iter()
                .filter_map(|s| s.values.get(i))
                .map(|v| v.max(0.0))
                .sum::<f64>()
        })
        .reduce(f64::max)
        .map(|max| (0.0, max))
}

fn groups(pen: &mut Pen<'_>, plot: &Plot) {
    let series = pen.spec.series.len().max(1) as f32;
    let histogram = pen.spec.chart == ChartKind::Histogram;
    let band = plot.band();
    // Bars of a histogram touch; others leave about a third of the band free and never become slabs.
    let share = if histogram {
        1.0
    } else {
        bar_share(plot.count, pen.spec.series.len())
    };
    let widest = if histogram {
        band
    } else {
        (pen.whole.w * 0.13).max(36.0) * series
    };
    let group = (band * share).min(widest);
    let gap = if histogram {
        0.0
    } else {
        (group * 0.05).clamp(1.0, 6.0)
    };
    let width = if histogram {
        band - 2.0_f32.min(band * 0.1)
    } else {
        ((group - gap * (series - 1.0)) / series).max(0.5)
    };
    let mut callouts = Vec::new();
    for s in 0..pen.spec.series.len() {
        for i in 0..pen.spec.series[s].values.len() {
            let left = plot.x(i) - group / 2.0 + s as f32 * (width + gap);
            let left = if histogram {
                plot.x(i) - width / 2.0
            } else {
                left
            };
            let value = pen.spec.series[s].values[i];
            let color = bar_color(pen, s, i);
            bar(pen, plot, left, width, (0.0, value), color, true);
            if s == 0 && pen.spec.highlight == Some(i) {
                callouts.push([left + width / 2.0, plot.y(value)]);
            }
        }
    }
    if pen.spec.show_values {
        let centre =
            |s: usize, i: usize| plot.x(i) - group / 2.0 + s as f32 * (width + gap) + width / 2.0;
        group_values(
            pen,
            plot,
            |s, i| if histogram { plot.x(i) } else { centre(s, i) },
        );
    }
    for point in callouts {
        callout::draw(pen, &plot.area, point, 0.0, &[]);
    }
}

fn bar_share(categories: usize, series: usize) -> f32 {
    match (categories, series) {
        (_, 2..) => 0.74,
        (0..=3, _) => 0.5,
        (4..=8, _) => 0.58,
        _ => 0.66,
    }
}

/// Without colours of their own, bars around a stressed one step back.
fn bar_color(pen: &Pen<'_>, series: usize, index: usize) -> Color {
    let own = pen.spec.series[series].colors.get(index).copied();
    let color = own.unwrap_or_else(|| pen.color(series));
    match pen.spec.highlight {
        Some(stressed) if own.is_none() && stressed != index && pen.spec.series.len() == 1 => {
            Color::Fixed(pen.theme.resolve(color).mix(pen.ground_rgba(), 0.62))
        }
        _ => color,
    }
}

/// Draws one bar between two values; its far end is rounded when `round`.
pub(super) fn bar(
    pen: &mut Pen<'_>,
    plot: &Plot,
    left: f32,
    width: f32,
    (from, to): (f64, f64),
    color: Color,
    round: bool,
) {
    let (y0, y1) = (plot.y(from), plot.y(to));
    let (top, height) = (y0.min(y1), (y0 - y1).abs());
    if height < 0.05 {
        return;
    }
    let mut node: Node = rect()
        .bounds(left, top, width, height)
        .fill(color)
        .role("bar");
    if round {
        let soft = if pen.spec.chart == ChartKind::Histogram {
            2.0
        } else {
            corner(pen, width)
        };
        let r = soft.min(height);
        node.style.corners = Some(if to >= from {
            [r, r, 0.0, 0.0]
        } else {
            [0.0, 0.0, r, r]
        });
    }
    pen.mark(node);
}

/// Returns the radius of a bar's end: what the theme's cards suggest, less on narrow bars.
pub(super) fn corner(pen: &Pen<'_>, width: f32) -> f32 {
    (pen.theme.radius * 0.55).min(width * 0.25).min(10.0)
}

fn group_values(pen: &mut Pen<'_>, plot: &Plot, centre: impl Fn(usize, usize) -> f32) {
    let away = pen.size * LINE * 0.5 + pen.size * 0.35;
    for s in 0..pen.spec.series.len() {
        let series = &pen.spec.series[s];
        for (i, &value) in series.values.iter().enumerate() {
            let text = pen.shown(series, i);
            let y = plot.y(value);
            let y = if value < 0.0 { y + away } else { y - away };
            let label = pen
                .strong(&text)
                .role("value")
                .given(pen.value_given(series, i));
            pen.put(label, centre(s, i), y, Anchor::Middle);
        }
    }
}

fn stacks(pen: &mut Pen<'_>, plot: &Plot) {
    let width = (plot.band() * 0.58).min((pen.whole.w * 0.13).max(36.0));
    for i in 0..plot.count {
        let mut below = 0.0;
        let last = pen
            .spec
            .series
            .iter()
            .rposition(|s| s.values.get(i).is_some_and(|v| *v > 0.0));
        for s in 0..pen.spec.series.len() {
            let Some(value) = pen.spec.series[s].values.get(i).map(|v| v.max(0.0)) else {
                continue;
            };
            let color = pen.point_color(s, i);
            let left = plot.x(i) - width / 2.0;
            bar(
                pen,
                plot,
                left,
                width,
                (below, below + value),
                color,
                last == Some(s),
            );
            if below > 0.0 {
                let ground = pen.ground();
                pen.mark(
                    rect()
                        .bounds(left, plot.y(below) - 0.75, width, 1.5)
                        .fill(ground)
                        .role("gap"),
                );
            }
            if pen.spec.show_values {
                segment_value(pen, plot, (s, i), (below, below + value), width, color);
            }
            below += value;
        }
    }
}

/// Prints a value in the middle of its segment, or beside it where the segment is too small.
fn segment_value(
    pen: &mut Pen<'_>,
    plot: &Plot,
    (s, i): (usize, usize),
    (from, to): (f64, f64),
    width: f32,
    color: Color,
) {
    let series = &pen.spec.series[s];
    let text = pen.shown(series, i);
    let given = pen.value_given(series, i);
    let (mid, height) = ((plot.y(from) + plot.y(to)) / 2.0, plot.y(from) - plot.y(to));
    let label = pen.strong(&text).role("value").given(given);
    let x = plot.x(i);
    if height >= label.height() && pen.width(&label) <= width {
        pen.put(label.color(pen.ink_on(color)), x, mid, Anchor::Middle);
    } else if given {
        let beside = x + width / 2.0 + pen.size * 0.4;
        pen.put_first(
            label.color(Token::Ink),
            &[
                (beside, mid, Anchor::Left),
                (x - (beside - x), mid, Anchor::Right),
            ],
        );
    }
}
