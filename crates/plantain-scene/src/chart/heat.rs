//! Heat maps: a row for each series, a column for each label.

use super::line::extent;
use super::pen::{Anchor, LINE, Pen};
use crate::build::rect;
use crate::color::Color;

/// Palest cell: this much of the series colour.
const PALEST: f32 = 0.08;

/// Draws cells whose strength follows their value.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let columns = spec
        .series
        .iter()
        .map(|s| s.values.len())
        .max()
        .unwrap_or(0);
    let Some((min, max)) = extent(&spec.series).filter(|_| columns > 0) else {
        return;
    };
    let line = pen.size * LINE;
    let named = spec.series.iter().any(|s| !s.name.is_empty());
    let names = pen
        .widest(spec.series.iter().map(|s| s.name.as_str()), 400)
        .min(pen.whole.w * 0.3);
    let left = if named { names + pen.size * 0.8 } else { 0.0 };
    let under = if spec.labels.is_empty() {
        0.0
    } else {
        line + pen.size * 0.5
    };
    let scaled = spec.ticks.len() == 2;
    let key = if scaled { line + pen.size } else { 0.0 };
    let plot = pen.whole.cut(0.0, 0.0, under + key, left);
    let (cw, ch) = (plot.w / columns as f32, plot.h / spec.series.len() as f32);
    // Where cells are thinner than a gap is wide, the gap takes half of them.
    let gap = (cw.min(ch) * 0.08).clamp(1.0, 4.0).min(cw.min(ch) * 0.5);
    for (r, series) in spec.series.iter().enumerate() {
        let top = plot.y + ch * r as f32;
        let label = pen.label(&series.name).role("category").given(spec.given);
        pen.put_wrapped(label, 0.0, top + ch / 2.0, names.max(1.0), Anchor::Left, 2);
        for (c, &value) in series.values.iter().enumerate() {
            let x = plot.x + cw * c as f32;
            let part = if max > min {
                ((value - min) / (max - min)) as f32
            } else {
                0.5
            };
            let color = strength(pen, part);
            pen.mark(
                rect()
                    .bounds(x + gap / 2.0, top + gap / 2.0, cw - gap, ch - gap)
                    .fill(color)
                    .radius((pen.theme.radius * 0.3).min(cw.min(ch) * 0.2))
                    .role("cell"),
            );
            if spec.show_values {
                let text = pen.shown(series, c);
                let label = pen
                    .strong(&text)
                    .color(pen.ink_on(color))
                    .role("value")
                    .given(pen.value_given(series, c));
                if pen.width(&label) <= cw - gap || label.needed {
                    pen.put(label, x + cw / 2.0, top + ch / 2.0, Anchor::Middle);
                }
            }
        }
    }
    column_labels(pen, plot.x, cw, plot.bottom() + pen.size * 0.5 + line / 2.0);
    if scaled {
        scale_key(pen, plot.right(), pen.whole.bottom() - line / 2.0);
    }
}

/// Cells from the palest to the strongest between the names of both ends, its right end at `right`.
fn scale_key(pen: &mut Pen<'_>, right: f32, y: f32) {
    const STEPS: usize = 5;
    let [low, high] = &pen.spec.ticks[..] else {
        return;
    };
    let (side, gap) = (pen.size * 1.1, pen.size * 0.6);
    let (low, high) = (
        pen.label(low).role("legend"),
        pen.label(high).role("legend"),
    );
    let cells = right - pen.width(&high) - gap - side * STEPS as f32;
    for step in 0..STEPS {
        let color = strength(pen, step as f32 / (STEPS - 1) as f32);
        pen.mark(
            rect()
                .bounds(cells + side * step as f32, y - side / 2.0, side, side)
                .fill(color)
                .role("legend-mark"),
        );
    }
    pen.put(high, right, y, Anchor::Right);
    pen.put(low, cells - gap, y, Anchor::Right);
}

/// The colour of a cell: from one end of the scale to the other where the first series has both, else from pale to full.
fn strength(pen: &Pen<'_>, part: f32) -> Color {
    let ends = pen.spec.series.first().map(|series| &series.colors[..]);
    if let Some(ends @ [_, _, ..]) = ends {
        let at = part.clamp(0.0, 1.0) * (ends.len() - 1) as f32;
        let from = (at as usize).min(ends.len() - 2);
        let (low, high) = (
            pen.theme.resolve(ends[from]),
            pen.theme.resolve(ends[from + 1]),
        );
        return Color::Fixed(low.mix(high, at - from as f32));
    }
    let part = PALEST + (1.0 - PALEST) * part.clamp(0.0, 1.0);
    let full = pen
        .spec
        .series
        .first()
        .and_then(|s| s.color)
        .unwrap_or_else(|| pen.cycled(0));
    Color::Fixed(pen.ground_rgba().mix(pen.theme.resolve(full), part))
}

fn column_labels(pen: &mut Pen<'_>, left: f32, width: f32, y: f32) {
    let spec = pen.spec;
    let widest = pen.widest(spec.labels.iter().map(String::as_str), 400) + pen.size * 0.5;
    let stride = if spec.given {
        1
    } else {
        (widest / width.max(0.1)).ceil().max(1.0) as usize
    };
    for (c, text) in spec.labels.iter().enumerate().step_by(stride) {
        let label = pen.label(text).role("category").given(spec.given);
        pen.put(label, left + width * (c as f32 + 0.5), y, Anchor::Middle);
    }
}
