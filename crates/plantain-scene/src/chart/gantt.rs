//! Gantt charts: a bar for each row over a common time axis.

use super::Goal;
use super::pen::{Anchor, LINE, Pen};
use crate::Node;
use crate::build::{path, rect};
use crate::color::{Color, Token};

/// Draws rows from `labels`; the first series holds lengths in `values` and starts in `x`.
///
/// With `ticks`, the axis has one column for each of them and runs from 0 to their number. A row without a length is a
/// milestone; the goal is the day that the plan is at.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let Some(series) = spec.series.first().filter(|s| !s.values.is_empty()) else {
        return;
    };
    let rows = series.values.len();
    let start = |i: usize| series.x.get(i).copied().unwrap_or(0.0);
    let end = (0..rows)
        .map(|i| start(i) + series.values[i].max(0.0))
        .fold(0.0, f64::max);
    let [low, high] = spec
        .range
        .unwrap_or([0.0, (spec.ticks.len() as f64).max(end).max(1e-9)]);
    let span = (high - low).max(1e-9);
    let line = pen.size * LINE;
    let names = pen
        .widest(spec.labels.iter().map(String::as_str), 500)
        .min(pen.whole.w * 0.34);
    let left = if spec.labels.is_empty() {
        0.0
    } else {
        names + pen.size * 1.2
    };
    let top = if spec.ticks.is_empty() {
        0.0
    } else {
        line + pen.size * 0.9
    };
    let foot = if spec.goal.is_some() { line } else { 0.0 };
    let plot = pen.whole.cut(top, 0.0, foot, left);
    let x = |v: f64| plot.x + ((v - low) / span).clamp(0.0, 1.0) as f32 * plot.w;
    columns(pen, plot.x, plot.y, plot.h, &x);
    let band = plot.h / rows as f32;
    let thick = (band * 0.56).min(pen.size * 2.6);
    for i in 0..rows {
        let mid = plot.y + band * (i as f32 + 0.5);
        if i > 0 {
            pen.rule(
                0.0,
                mid - band / 2.0,
                pen.whole.w,
                Color::Token(Token::Line, 0.7),
            );
        }
        let lines = ((band / line) as usize).clamp(1, 3);
        let name = pen
            .label(pen.name_of(i))
            .weight(500)
            .color(Token::Ink)
            .role("category")
            .given(spec.given);
        pen.put_wrapped(name, 0.0, mid, names.max(1.0), Anchor::Left, lines);
        let (from, to) = (x(start(i)), x(start(i) + series.values[i].max(0.0)));
        let color = series
            .colors
            .get(i)
            .copied()
            .unwrap_or_else(|| pen.cycled(i));
        let milestone = series.values[i] <= 0.0;
        let width = match milestone {
            true => thick * 0.45,
            false => (to - from).max(thick * 0.3),
        };
        let from = if milestone {
            from.min(plot.x + plot.w - width)
        } else {
            from
        };
        if milestone {
            pen.mark(diamond(from, mid, width, color));
        } else {
            let radius = (pen.theme.radius * 0.5).min(thick * 0.5);
            let bar = rect().bounds(from, mid - thick / 2.0, width, thick);
            pen.mark(bar.fill(color).radius(radius).role("bar"));
        }
        let Some(text) = series.shown.get(i).filter(|s| !s.is_empty()) else {
            continue;
        };
        let label = pen
            .label(text)
            .weight(600)
            .role("value")
            .given(pen.value_given(series, i));
        if pen.width(&label) + pen.size <= width {
            pen.put(
                label.color(pen.ink_on(color)),
                from + pen.size * 0.6,
                mid,
                Anchor::Left,
            );
        } else {
            let label = label.color(Token::Ink);
            let after = from + width + pen.size * 0.4;
            let before = from - pen.size * 0.4 - if milestone { width } else { 0.0 };
            pen.put_first(
                label,
                &[(after, mid, Anchor::Left), (before, mid, Anchor::Right)],
            );
        }
    }
    if let Some(goal) = &spec.goal {
        today(pen, goal, (plot.y, plot.h), &x);
    }
}

/// A milestone: a square on its tip around `x`.
fn diamond(x: f32, y: f32, half: f32, color: Color) -> Node {
    let side = half * 2.0;
    let d = format!("M {half} 0 L {side} {half} L {half} {side} L 0 {half} Z");
    path(d, side, side)
        .bounds(x - half, y - half, side, side)
        .fill(color)
        .role("milestone")
}

/// The line of the day that the plan is at, over all rows.
fn today(pen: &mut Pen<'_>, goal: &Goal, (top, height): (f32, f32), x: &impl Fn(f64) -> f32) {
    let at = x(goal.value);
    let line = rect().bounds(at - 1.0, top, 2.0, height);
    pen.mark(line.fill(Color::Token(Token::Negative, 1.0)).role("today"));
    let label = pen.label(&goal.name).weight(600).role("today");
    let label = label.color(Token::Negative).given(true);
    pen.put(
        label,
        at,
        top + height + pen.size * LINE / 2.0,
        Anchor::Middle,
    );
}

fn columns(pen: &mut Pen<'_>, left: f32, top: f32, height: f32, x: &impl Fn(f64) -> f32) {
    let spec = pen.spec;
    for (i, text) in spec.ticks.iter().enumerate() {
        let (a, b) = (x(i as f64), x(i as f64 + 1.0));
        pen.upright(a.max(left), top, height, Token::Line);
        if text.is_empty() {
            continue;
        }
        let label = pen.label(text).weight(500).role("tick");
        pen.put(label, (a + b) / 2.0, pen.size * LINE / 2.0, Anchor::Middle);
    }
}
