//! Rows: horizontal bars and progress bars.

use super::geometry::Area;
use super::goal;
use super::legend;
use super::line::extent;
use super::pen::{Anchor, LINE, Pen};
use super::scale::Scale;
use crate::build::rect;
use crate::color::{Color, Token};

/// Draws horizontal bars: names on the left, values at the ends.
pub(super) fn bars(pen: &mut Pen<'_>) {
    let area = legend::of_series(pen, pen.whole);
    let area = super::axes::titles(pen, area).cut(goal::headroom(pen), 0.0, 0.0, 0.0);
    let spec = pen.spec;
    let count = spec
        .series
        .iter()
        .map(|s| s.values.len())
        .max()
        .unwrap_or(0)
        .max(spec.labels.len());
    let Some(range) = extent(&spec.series).filter(|_| count > 0) else {
        return;
    };
    let (min, max) = goal::within(pen, range);
    let names = name_column(pen, area.w, area.h / count as f32);
    let values = if spec.show_values {
        value_column(pen)
    } else {
        0.0
    };
    let axis = if spec.axes {
        pen.size * LINE + pen.size * 0.6
    } else {
        0.0
    };
    let plot = area.cut(0.0, values, axis, names);
    let wanted = ((plot.w / (pen.size * 6.0)).round() as usize).clamp(2, 6);
    let scale = match spec.range {
        Some([low, high]) if high > low => Scale::exact(low, high, wanted),
        _ if spec.axes => Scale::nice(min.min(0.0), max, wanted, true),
        _ => Scale::exact(min.min(0.0), max.max(0.0), wanted),
    };
    if spec.axes {
        upright_grid(pen, &plot, &scale);
    }
    let band = plot.h / count as f32;
    let series = spec.series.len().max(1) as f32;
    let share = if series > 1.0 { 0.74 } else { 0.56 };
    let group = (band * share).min(pen.size * 2.8 * series);
    let gap = if series > 1.0 {
        (group * 0.05).clamp(1.0, 4.0)
    } else {
        0.0
    };
    let thick = ((group - gap * (series - 1.0)) / series).max(0.5);
    let zero = plot.x + scale.part(0.0) * plot.w;
    for i in 0..count {
        let mid = plot.y + band * (i as f32 + 0.5);
        let label = pen
            .label(pen.name_of(i))
            .weight(500)
            .color(Token::Ink)
            .role("category")
            .given(spec.given);
        let lines = ((band / (pen.size * LINE)) as usize).clamp(1, 3);
        pen.put_wrapped(
            label,
            area.x,
            mid,
            names - pen.size * 0.8,
            Anchor::Left,
            lines,
        );
        for (s, data) in spec.series.iter().enumerate() {
            let Some(&value) = data.values.get(i) else {
                continue;
            };
            let top = mid - group / 2.0 + s as f32 * (thick + gap);
            let end = plot.x + scale.part(value) * plot.w;
            let (left, width) = (zero.min(end), (end - zero).abs());
            let color = stressed(pen, s, i);
            if width > 0.05 {
                let r = super::bars::corner(pen, thick).min(width);
                let mut node = rect()
                    .bounds(left, top, width, thick)
                    .fill(color)
                    .role("bar");
                node.style.corners = Some(if value >= 0.0 {
                    [0.0, r, r, 0.0]
                } else {
                    [r, 0.0, 0.0, r]
                });
                pen.mark(node);
            }
            if spec.show_values {
                let text = pen.shown(data, i);
                let label = pen
                    .strong(&text)
                    .role("value")
                    .given(pen.value_given(data, i));
                pen.put(
                    label,
                    left + width + pen.size * 0.5,
                    top + thick / 2.0,
                    Anchor::Left,
                );
            }
        }
    }
    if let Some(goal) = &spec.goal {
        let x = plot.x + scale.part(goal.value) * plot.w;
        goal::upright(pen, &plot, x);
    }
}

fn stressed(pen: &Pen<'_>, series: usize, index: usize) -> Color {
    let own = pen.spec.series[series].colors.get(index).copied();
    match pen.spec.highlight {
        Some(which) if own.is_none() && which != index && pen.spec.series.len() == 1 => {
            Color::Fixed(
                pen.theme
                    .resolve(pen.color(series))
                    .mix(pen.ground_rgba(), 0.62),
            )
        }
        _ => pen.point_color(series, index),
    }
}

/// Returns the width of the column of names, gap included.
fn name_column(pen: &mut Pen<'_>, width: f32, band: f32) -> f32 {
    let spec = pen.spec;
    let widest = pen.widest(spec.labels.iter().map(String::as_str), 500);
    if widest <= 0.0 || spec.labels.is_empty() {
        return 0.0;
    }
    let lines = ((band / (pen.size * LINE)) as usize).clamp(1, 3) as f32;
    let most = width * 0.36;
    if widest <= most {
        return widest + pen.size;
    }
    let word = spec
        .labels
        .iter()
        .flat_map(|l| l.split_whitespace())
        .fold(0.0_f32, |w, word| {
            let label = pen.label(word).weight(500);
            w.max(pen.width(&label))
        });
    (widest / lines * 1.15).max(most).max(word).min(width * 0.5) + pen.size
}

fn value_column(pen: &mut Pen<'_>) -> f32 {
    let texts: Vec<String> = pen
        .spec
        .series
        .iter()
        .flat_map(|s| (0..s.values.len()).map(|i| pen.shown(s, i)))
        .collect();
    pen.widest(texts.iter().map(String::as_str), 600) + pen.size * 0.7
}

fn upright_grid(pen: &mut Pen<'_>, plot: &Area, scale: &Scale) {
    let decimals = scale.decimals();
    for tick in scale.ticks() {
        let x = plot.x + scale.part(tick) * plot.w;
        if !pen.spec.gridless {
            pen.upright(x, plot.y, plot.h, Token::Line);
        }
        let text = pen.spec.format.write(tick, decimals);
        let label = pen.label(&text).role("tick");
        pen.put(
            label,
            x,
            plot.bottom() + pen.size * (0.6 + LINE / 2.0),
            Anchor::Middle,
        );
    }
}

/// Draws rows of name, value and a track that is filled in proportion.
pub(super) fn progress(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let Some(series) = spec.series.first().filter(|s| !s.values.is_empty()) else {
        return;
    };
    let full = progress_full(pen);
    let count = series.values.len();
    let band = pen.whole.h / count as f32;
    let line = pen.size * LINE;
    let thick = (band * 0.2)
        .max(pen.size * 0.6)
        .min(pen.size * 1.4)
        .min(band * 0.5);
    let two_lines = band >= line + thick + pen.size * 0.9;
    for (i, &value) in series.values.iter().enumerate() {
        let text = pen.shown(series, i);
        let given = pen.value_given(series, i);
        let name = pen
            .label(pen.name_of(i))
            .weight(500)
            .color(Token::Ink)
            .role("category")
            .given(spec.given);
        let number = pen.strong(&text).role("value").given(given);
        let top = pen.whole.y + band * i as f32;
        let number_w = pen.width(&number);
        let track = if two_lines {
            let block = line + pen.size * 0.45 + thick;
            let y = top + (band - block) / 2.0;
            pen.put(number, pen.whole.w, y + line / 2.0, Anchor::Right);
            pen.put_wrapped(
                name,
                0.0,
                y + line / 2.0,
                pen.whole.w - number_w - pen.size * 0.5,
                Anchor::Left,
                1,
            );
            Area::new(0.0, y + line + pen.size * 0.45, pen.whole.w, thick)
        } else {
            let names = pen
                .widest(spec.labels.iter().map(String::as_str), 500)
                .min(pen.whole.w * 0.45)
                + pen.size * 0.6;
            let mid = top + band / 2.0;
            pen.put_wrapped(name, 0.0, mid, names, Anchor::Left, 1);
            pen.put(number, pen.whole.w, mid, Anchor::Right);
            let numbers = value_column(pen);
            Area::new(
                names,
                mid - thick / 2.0,
                (pen.whole.w - names - numbers).max(1.0),
                thick,
            )
        };
        let part = (value / full).clamp(0.0, 1.0) as f32;
        let color = if series.colors.is_empty() {
            pen.color(0)
        } else {
            pen.point_color(0, i)
        };
        fill_track(pen, &track, part, color);
    }
}

/// Draws a rounded track, filled from the left.
fn fill_track(pen: &mut Pen<'_>, track: &Area, part: f32, color: Color) {
    let r = track.h / 2.0;
    pen.mark(
        rect()
            .bounds(track.x, track.y, track.w, track.h)
            .fill(pen.track())
            .radius(r)
            .role("track"),
    );
    if part > 0.0 {
        // Below its own height the fill would lose its round ends, so it keeps at least that.
        let w = (track.w * part).max(track.h.min(track.w));
        pen.mark(
            rect()
                .bounds(track.x, track.y, w, track.h)
                .fill(color)
                .radius(r)
                .role("bar"),
        );
    }
}

/// Returns the value of a full track: the range's end, 100 for percentages, or the largest value.
pub(super) fn progress_full(pen: &Pen<'_>) -> f64 {
    let Some(series) = pen.spec.series.first() else {
        return 1.0;
    };
    let max = series.values.iter().copied().fold(0.0, f64::max);
    let percent =
        pen.spec.format.suffix.contains('%') || series.shown.iter().any(|s| s.contains('%'));
    match pen.spec.range {
        Some([_, high]) if high > 0.0 => high,
        _ if percent => max.max(100.0),
        // "HTML 90, CSS 80": bare marks near a hundred are told of a hundred.
        _ if pen.spec.format.is_plain() && (50.0..=100.0).contains(&max) => 100.0,
        _ if max > 0.0 => max,
        _ => 1.0,
    }
}
