//! Rows with two figures each: bullet charts and back-to-back bars.

use super::pen::{Anchor, LINE, Pen};
use crate::build::rect;
use crate::color::{Color, Token};

/// Room behind the greater of reached and wanted, so that the end of the track says something.
const BEYOND: f64 = 1.12;

/// Draws a bar for what was reached over pale bands, and a mark at what was aimed at; every row has its own scale.
pub(super) fn bullets(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let Some(actual) = spec.series.first().filter(|s| !s.values.is_empty()) else {
        return;
    };
    let target = spec.series.get(1);
    let rows = actual.values.len();
    let names = pen
        .widest(spec.labels.iter().map(String::as_str), 600)
        .min(pen.whole.w * 0.3)
        + pen.size * 1.2;
    let line = pen.size * LINE;
    let plot = pen.whole.cut(0.0, pen.size, 0.0, names);
    let band = plot.h / rows as f32;
    let thick = (band * 0.36).min(pen.size * 3.4);
    for (i, &reached) in actual.values.iter().enumerate() {
        let aimed = target
            .and_then(|t| t.values.get(i))
            .copied()
            .unwrap_or(reached);
        let full = reached.max(aimed).max(1e-9) * BEYOND;
        let mid = plot.y + band * (i as f32 + 0.5);
        let at = |v: f64| ((v / full) as f32).clamp(0.0, 1.0) * plot.w;
        let color = pen.cycled(0);
        for (part, shade) in [(1.0, 0.14), (0.8, 0.2), (0.55, 0.28)] {
            pen.mark(
                rect()
                    .bounds(plot.x, mid - thick / 2.0, plot.w * part, thick)
                    .fill(color.alpha(shade * 0.62))
                    .role("track"),
            );
        }
        let bar = thick * 0.42;
        pen.mark(
            rect()
                .bounds(plot.x, mid - bar / 2.0, at(reached).max(1.0), bar)
                .fill(color)
                .role("bar"),
        );
        let mark = (pen.size * 0.32).max(3.0);
        pen.mark(
            rect()
                .bounds(
                    plot.x + at(aimed) - mark / 2.0,
                    mid - thick * 0.62,
                    mark,
                    thick * 1.24,
                )
                .fill(Token::Ink)
                .role("target"),
        );
        let name = pen
            .strong(pen.name_of(i))
            .role("category")
            .given(spec.given);
        let lines = ((band / line) as usize).clamp(1, 3);
        pen.put_wrapped(name, 0.0, mid, names - pen.size, Anchor::Left, lines);
        if !spec.show_values {
            continue;
        }
        let y = mid + thick * 0.62 + line * 0.6;
        let text = pen.shown(actual, i);
        let label = pen
            .strong(&text)
            .role("value")
            .given(pen.value_given(actual, i));
        let above = mid - thick * 0.62 - line * 0.6;
        pen.put_first(
            label,
            &[
                (plot.x + at(reached), above, Anchor::Right),
                (plot.x, above, Anchor::Left),
            ],
        );
        if let Some(target) = target {
            let text = pen.shown(target, i);
            let label = pen
                .label(&text)
                .role("value")
                .given(pen.value_given(target, i));
            pen.put_first(
                label,
                &[
                    (plot.x + at(aimed), y, Anchor::Middle),
                    (plot.right(), y, Anchor::Right),
                ],
            );
        }
    }
}

/// Draws the bars of two series to both sides of a column of names.
pub(super) fn back_to_back(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let [left, right] = [spec.series.first(), spec.series.get(1)];
    let (Some(left), Some(right)) = (left, right) else {
        return super::rows::bars(pen);
    };
    let rows = left.values.len().max(right.values.len());
    let most = left
        .values
        .iter()
        .chain(&right.values)
        .copied()
        .fold(0.0, f64::max)
        .max(1e-9);
    let line = pen.size * LINE;
    let names = pen
        .widest(spec.labels.iter().map(String::as_str), 600)
        .min(pen.whole.w * 0.3)
        + pen.size * 1.6;
    let named = !(left.name.is_empty() && right.name.is_empty());
    let top = if named { line + pen.size } else { 0.0 };
    let texts: Vec<String> = [left, right]
        .into_iter()
        .flat_map(|s| (0..s.values.len()).map(|i| pen.shown(s, i)))
        .collect();
    let values = pen.widest(texts.iter().map(String::as_str), 600) + pen.size;
    let plot = pen.whole.cut(top, 0.0, 0.0, 0.0);
    let side = ((plot.w - names) / 2.0 - values).max(1.0);
    let middle = plot.mid_x();
    let band = plot.h / rows.max(1) as f32;
    let thick = (band * 0.66).min(pen.size * 4.6);
    for (s, series) in [left, right].into_iter().enumerate() {
        let color: Color = pen.color(s);
        let sign = if s == 0 { -1.0 } else { 1.0 };
        let edge = middle + sign * names / 2.0;
        let anchor = if s == 0 { Anchor::Right } else { Anchor::Left };
        if named {
            let label = pen
                .strong(&series.name)
                .scaled(1.1)
                .role("series")
                .given(spec.given);
            pen.put(label, edge, line * 0.6, anchor);
        }
        for (i, &value) in series.values.iter().enumerate() {
            let mid = plot.y + band * (i as f32 + 0.5);
            let w = ((value.max(0.0) / most) as f32 * side).max(1.0);
            let x = if s == 0 { edge - w } else { edge };
            pen.mark(
                rect()
                    .bounds(x, mid - thick / 2.0, w, thick)
                    .fill(color)
                    .radius(super::bars::corner(pen, thick).min(w * 0.5))
                    .role("bar"),
            );
            if spec.show_values {
                let text = pen.shown(series, i);
                let label = pen
                    .strong(&text)
                    .role("value")
                    .given(pen.value_given(series, i));
                let x = edge + sign * (w + pen.size * 0.5);
                pen.put(label, x, mid, anchor);
            }
        }
    }
    for i in 0..rows {
        let mid = plot.y + band * (i as f32 + 0.5);
        let name = pen
            .strong(pen.name_of(i))
            .role("category")
            .given(spec.given);
        let (_, lines) = pen
            .wrapped(&name, names - pen.size * 0.8, 2)
            .unwrap_or((0.0, 1));
        let top = mid - line * lines as f32 / 2.0;
        pen.put_wrapped(name, middle, top, names - pen.size * 0.8, Anchor::Middle, 2);
    }
}
