//! Lines, areas and sparklines.

use super::axes::{self, Plot, Wish};
use super::geometry::Area;
use super::pen::{Anchor, LINE, Pen};
use super::{ChartKind, LegendPlace, Series, callout, curve, goal};
use crate::build::ellipse;
use crate::color::{Color, Token};
use crate::node::Paint;

/// A line chart shows its zero when the lowest value is below this part of the highest.
const ZERO_BELOW: f64 = 0.55;

/// Draws a line or area chart.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let Some(range) = extent(&pen.spec.series) else {
        return;
    };
    let (min, max) = goal::within(pen, range);
    let count = pen
        .spec
        .series
        .iter()
        .map(|s| s.values.len())
        .max()
        .unwrap_or(0)
        .max(pen.spec.labels.len());
    let ends = end_names(pen);
    let wish = Wish {
        min,
        max,
        zero: min < 0.0 || min < ZERO_BELOW * max || pen.spec.chart == ChartKind::Area,
        above: headroom(pen),
        below: if pen.spec.show_values {
            pen.size * 1.6
        } else {
            pen.size * 0.6
        },
        right: ends
            .as_ref()
            .map_or(0.0, |names| names.width)
            .max(goal::room(pen)),
        bands: false,
        count,
    };
    let plot = axes::draw(pen, &wish);
    let lines: Vec<Vec<[f32; 2]>> = pen.spec.series.iter().map(|s| points(s, &plot)).collect();
    highlight_rule(pen, &plot, &lines);
    // Quiet series lie behind, the first one on top.
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by_key(|&i| (!pen.spec.series[i].quiet, std::cmp::Reverse(i)));
    for &i in &order {
        draw_series(pen, &plot, i, &lines[i]);
    }
    if let Some(names) = ends {
        names.draw(pen, &plot, &lines);
    }
    if pen.spec.show_values {
        values(pen, &lines);
    }
    let first = lines.first().cloned().unwrap_or_default();
    super::trend::draw(pen, &first, lines.len() > 1);
    goal::level(pen, &plot);
    highlight(pen, &plot, &lines);
}

/// Draws a line that fills the box, with nothing beside it.
pub(super) fn sparkline(pen: &mut Pen<'_>) {
    let Some((min, max)) = extent(&pen.spec.series) else {
        return;
    };
    let whole = pen.whole;
    let dot = (whole.h * 0.07).clamp(2.0, 5.0);
    let area = whole.cut(dot, dot, dot, 1.0);
    let scale = if max > min {
        super::scale::Scale::exact(min, max, 2)
    } else {
        super::scale::Scale::exact(min - 1.0, max + 1.0, 2)
    };
    let count = pen
        .spec
        .series
        .iter()
        .map(|s| s.values.len())
        .max()
        .unwrap_or(0);
    let plot = Plot {
        area: area.cut(0.0, 0.0, area.h * 0.16, 0.0),
        scale,
        inset: 0.0,
        count,
        bands: false,
    };
    let width = (whole.h * 0.045).clamp(1.6, 4.0);
    for i in 0..pen.spec.series.len() {
        let line = points(&pen.spec.series[i], &plot);
        let color = pen.color(i);
        if !pen.spec.series[i].quiet {
            fill_under(pen, &Plot { area, ..plot }, &line, color, 0.24);
        }
        stroke(pen, &line, color, width);
        if let Some(&[x, y]) = line.last() {
            pen.mark(
                ellipse()
                    .bounds(x - dot, y - dot, 2.0 * dot, 2.0 * dot)
                    .fill(color)
                    .role("point"),
            );
        }
    }
}

/// Returns the lowest and highest value of all series.
pub(super) fn extent(series: &[Series]) -> Option<(f64, f64)> {
    let mut values = series
        .iter()
        .flat_map(|s| &s.values)
        .copied()
        .filter(|v| v.is_finite());
    let first = values.next()?;
    Some(values.fold((first, first), |(low, high), v| (low.min(v), high.max(v))))
}

fn points(series: &Series, plot: &Plot) -> Vec<[f32; 2]> {
    series
        .values
        .iter()
        .enumerate()
        .map(|(i, v)| [plot.x(i), plot.y(*v)])
        .collect()
}

fn headroom(pen: &Pen<'_>) -> f32 {
    if pen.spec.callout.is_some() {
        super::callout::headroom(pen)
    } else if pen.spec.show_values {
        pen.size * LINE + pen.size * 0.9
    } else {
        pen.size * 0.8
    }
}

fn draw_series(pen: &mut Pen<'_>, plot: &Plot, index: usize, line: &[[f32; 2]]) {
    let (color, quiet) = (pen.color(index), pen.spec.series[index].quiet);
    let loud = pen.spec.series.iter().filter(|s| !s.quiet).count();
    let opacity = match pen.spec.chart {
        ChartKind::Area => 0.32 / (loud as f32).sqrt().max(1.0),
        _ if loud == 1 => 0.16,
        _ => 0.0,
    };
    if !quiet && opacity > 0.0 {
        fill_under(pen, plot, line, color, opacity);
    }
    let heavy = (pen.size * 0.22).clamp(2.0, 6.0);
    stroke(pen, line, color, if quiet { heavy * 0.75 } else { heavy });
    let sparse = line.len() <= 14 && plot.band() > pen.size * 2.2;
    let marked = pen.spec.show_values || (!pen.spec.smooth && sparse && !quiet);
    if marked {
        let r = heavy * 1.5;
        for &[x, y] in line {
            let dot = ellipse()
                .bounds(x - r, y - r, 2.0 * r, 2.0 * r)
                .fill(pen.ground())
                .stroke(color, heavy * 0.8);
            pen.mark(dot.role("point"));
        }
    }
}

fn fill_under(pen: &mut Pen<'_>, plot: &Plot, line: &[[f32; 2]], color: Color, opacity: f32) {
    let Some(top) = line.iter().map(|p| p[1]).reduce(f32::min) else {
        return;
    };
    let base = plot.y(plot.scale.low.max(0.0).min(plot.scale.high));
    let area = Area::new(
        plot.area.x,
        top.min(base),
        plot.area.w,
        (base - top).abs().max(1.0),
    );
    let local: Vec<[f32; 2]> = line.iter().map(|[x, y]| [x - area.x, y - area.y]).collect();
    let d = curve::area(&local, pen.spec.smooth, base - area.y);
    let paint = Paint::Linear {
        angle: 180.0,
        stops: vec![
            (0.0, color.alpha(opacity)),
            (1.0, color.alpha(opacity * 0.06)),
        ],
    };
    let node = pen.path(d, area).fill(paint).role("area");
    pen.mark(node);
}

fn stroke(pen: &mut Pen<'_>, line: &[[f32; 2]], color: Color, width: f32) {
    let d = curve::through(line, pen.spec.smooth);
    let node = pen
        .path(d, pen.whole)
        .stroke(color, width)
        .round()
        .role("line");
    pen.mark(node);
}

fn highlight_rule(pen: &mut Pen<'_>, plot: &Plot, lines: &[Vec<[f32; 2]>]) {
    let Some([x, y]) = stressed_point(pen, lines) else {
        return;
    };
    let bottom = plot.area.bottom();
    if pen.spec.axes && bottom - y > 6.0 {
        let color = pen.color(0).alpha(0.55);
        let d = format!("M0 0L0 {:.2}", bottom - y);
        let node = pen
            .path(d, Area::new(x, y, 0.01, bottom - y))
            .dashed(color, 1.5, 4.0, 4.0)
            .role("guide");
        pen.mark(node);
    }
}

fn stressed_point(pen: &Pen<'_>, lines: &[Vec<[f32; 2]>]) -> Option<[f32; 2]> {
    let index = pen.spec.highlight?;
    lines.first()?.get(index).copied()
}

fn highlight(pen: &mut Pen<'_>, plot: &Plot, lines: &[Vec<[f32; 2]>]) {
    let Some([x, y]) = stressed_point(pen, lines) else {
        return;
    };
    let color = pen.color(0);
    let r = (pen.size * 0.45).max(4.0);
    let circle = |r: f32| ellipse().bounds(x - r, y - r, 2.0 * r, 2.0 * r);
    pen.mark(circle(r * 2.0).fill(color.alpha(0.18)).role("halo"));
    pen.mark(
        circle(r)
            .fill(color)
            .stroke(pen.ground(), r * 0.5)
            .role("point"),
    );
    let crossed: Vec<[f32; 2]> = lines.iter().flat_map(|line| curve::samples(line)).collect();
    callout::draw(pen, &plot.area, [x, y], r * 2.0, &crossed);
}

/// Prints each value above its point, or below where the line falls into it.
fn values(pen: &mut Pen<'_>, lines: &[Vec<[f32; 2]>]) {
    let away = pen.size * 1.25;
    let many = lines.len() > 1;
    for (s, line) in lines.iter().enumerate() {
        let series = &pen.spec.series[s];
        for (i, &[x, y]) in line.iter().enumerate() {
            let text = pen.shown(series, i);
            let given = pen.value_given(series, i);
            let before = i
                .checked_sub(1)
                .and_then(|j| line.get(j))
                .map_or(y, |p| p[1]);
            let after = line.get(i + 1).map_or(y, |p| p[1]);
            let valley = before < y && after < y;
            let mut places = [
                (x, y - away, Anchor::Middle),
                (x, y + away, Anchor::Middle),
                (x + away * 0.7, y - away * 0.4, Anchor::Left),
                (x - away * 0.7, y - away * 0.4, Anchor::Right),
            ];
            // On a steep line the free corner lies against its slope.
            let steep = |rise: f32| rise.abs() > away;
            let falls = before < y && steep(y - before) && after >= y;
            let climbs = i > 0 && after < y && steep(y - after) && before >= y;
            if valley {
                places.swap(0, 1);
            } else if falls {
                places[0] = (x + away * 0.4, y - away * 0.7, Anchor::Left);
                places[3] = (x - away * 0.5, y + away * 0.7, Anchor::Right);
            } else if climbs {
                places[0] = (x - away * 0.4, y - away * 0.7, Anchor::Right);
                places[2] = (x + away * 0.5, y + away * 0.7, Anchor::Left);
            }
            if lies_below(lines, (s, i), away) {
                let (dx, dy) = (away * 0.6, away * 0.8);
                let corners = [
                    (x + dx, y + dy, Anchor::Left),
                    (x - dx, y + dy, Anchor::Right),
                ];
                let free = if climbs {
                    corners[0]
                } else {
                    (x, y + away, Anchor::Middle)
                };
                places = [free, corners[0], corners[1], (x, y - away, Anchor::Middle)];
            }
            let mut label = pen.strong(&text).role("value").given(given);
            if many {
                label = label.color(readable(pen, s));
            }
            pen.put_first(label, &places);
        }
    }
}

/// Whether a point lies close under the line of another series, and over none: its value stands free below it.
fn lies_below(lines: &[Vec<[f32; 2]>], (series, at): (usize, usize), away: f32) -> bool {
    let Some(&[_, y]) = lines[series].get(at) else {
        return false;
    };
    let mut others = lines
        .iter()
        .enumerate()
        .filter(|(n, _)| *n != series)
        .filter_map(|(_, line)| line.get(at))
        .map(|p| p[1] - y)
        .filter(|gap| gap.abs() < away * 3.0)
        .peekable();
    others.peek().is_some() && others.all(|gap| gap < 0.0)
}

fn readable(pen: &Pen<'_>, series: usize) -> Color {
    let ground = pen.ground_rgba();
    Color::Fixed(
        pen.theme
            .resolve(pen.color(series))
            .over(ground)
            .readable_on(ground, 4.6),
    )
}

/// Names written at the ends of the lines instead of a legend.
struct EndNames {
    width: f32,
}

fn end_names(pen: &mut Pen<'_>) -> Option<EndNames> {
    let named = pen
        .spec
        .series
        .iter()
        .filter(|s| !s.name.is_empty())
        .count();
    if pen.spec.legend != LegendPlace::None || named < 2 {
        return None;
    }
    let spec = pen.spec;
    let widest = pen.widest(spec.series.iter().map(|s| s.name.as_str()), 600);
    Some(EndNames {
        width: (widest + pen.size).min(pen.whole.w * 0.35),
    })
}

impl EndNames {
    fn draw(&self, pen: &mut Pen<'_>, plot: &Plot, lines: &[Vec<[f32; 2]>]) {
        let step = pen.size * LINE;
        let mut ends: Vec<(usize, f32)> = lines
            .iter()
            .enumerate()
            .filter_map(|(i, line)| line.last().map(|p| (i, p[1])))
            .collect();
        ends.sort_by(|a, b| a.1.total_cmp(&b.1));
        let heights: Vec<f32> = ends.iter().map(|e| e.1).collect();
        let spread = spread(&heights, step, step / 2.0, pen.whole.h - step / 2.0);
        let x = plot.area.right() - plot.inset + pen.size * 0.9;
        for (&(series, _), y) in ends.iter().zip(spread) {
            let name = &pen.spec.series[series].name;
            let color = if pen.spec.series[series].quiet {
                Token::Muted.into()
            } else {
                readable(pen, series)
            };
            let label = pen
                .label(name)
                .weight(600)
                .color(color)
                .role("series")
                .given(pen.spec.given);
            pen.put(label, x, y, Anchor::Left);
        }
    }
}

/// Returns `wanted` (rising) moved as little as needed to stand `step` apart between `low` and `high`.
pub(super) fn spread(wanted: &[f32], step: f32, low: f32, high: f32) -> Vec<f32> {
    let mut out = wanted.to_vec();
    let mut floor = low;
    for y in &mut out {
        *y = y.max(floor);
        floor = *y + step;
    }
    let mut ceiling = high;
    for y in out.iter_mut().rev() {
        *y = y.min(ceiling);
        ceiling = *y - step;
    }
    out
}
