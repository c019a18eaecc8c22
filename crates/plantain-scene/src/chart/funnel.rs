//! Funnels: centred bars that narrow, joined by pale slopes.

use super::pen::{Anchor, LINE, Pen};
use crate::build::rect;
use crate::color::{Color, Token};

/// Draws a stage for each value; widths are in proportion to the values.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let Some(series) = spec.series.first().filter(|s| !s.values.is_empty()) else {
        return;
    };
    let max = series.values.iter().copied().fold(0.0, f64::max).max(1e-9);
    let count = series.values.len();
    let names = pen
        .widest(spec.labels.iter().map(String::as_str), 500)
        .min(pen.whole.w * 0.34);
    let names = if spec.labels.is_empty() {
        0.0
    } else {
        names + pen.size * 1.2
    };
    let texts: Vec<String> = (0..count).map(|i| pen.shown(series, i)).collect();
    let values = pen.widest(texts.iter().map(String::as_str), 600) + pen.size;
    let plot = pen.whole.cut(0.0, 0.0, 0.0, names);
    let band = plot.h / count as f32;
    let bar = band * 0.74;
    let width = |i: usize| ((series.values[i].max(0.0) / max) as f32 * (plot.w - 2.0)).max(2.0);
    for (i, text) in texts.iter().enumerate() {
        let (w, top) = (width(i), plot.y + band * i as f32 + (band - bar) / 2.0);
        let mid = top + bar / 2.0;
        let color = if series.colors.is_empty() {
            shade(pen, i, count)
        } else {
            pen.point_color(0, i)
        };
        if i + 1 < count {
            let (a, b, below) = (w / 2.0, width(i + 1) / 2.0, top + bar + (band - bar));
            let x = plot.mid_x();
            let node = pen
                .polygon(&[
                    [x - a, top + bar],
                    [x + a, top + bar],
                    [x + b, below],
                    [x - b, below],
                ])
                .fill(color.alpha(0.22))
                .role("slope");
            pen.mark(node);
        }
        pen.mark(
            rect()
                .bounds(plot.mid_x() - w / 2.0, top, w, bar)
                .fill(color)
                .radius((pen.theme.radius * 0.4).min(bar * 0.2))
                .role("bar"),
        );
        let lines = ((band / (pen.size * LINE)) as usize).clamp(1, 3);
        let name = pen
            .label(pen.name_of(i))
            .weight(500)
            .color(Token::Ink)
            .role("category")
            .given(spec.given);
        pen.put_wrapped(
            name,
            0.0,
            mid,
            (names - pen.size * 1.2).max(1.0),
            Anchor::Left,
            lines,
        );
        let value = pen
            .strong(text)
            .role("value")
            .given(pen.value_given(series, i));
        if values <= w {
            pen.put(
                value.color(pen.ink_on(color)),
                plot.mid_x(),
                mid,
                Anchor::Middle,
            );
        } else {
            pen.put(
                value,
                plot.mid_x() + w / 2.0 + pen.size * 0.5,
                mid,
                Anchor::Left,
            );
        }
    }
}

/// One hue that grows paler from stage to stage.
fn shade(pen: &Pen<'_>, index: usize, count: usize) -> Color {
    let part = 0.5 * index as f32 / count.saturating_sub(1).max(1) as f32;
    Color::Fixed(pen.theme.resolve(pen.color(0)).mix(pen.ground_rgba(), part))
}
