//! Funnels: centred bars that narrow, joined by pale slopes, or stages that narrow to the next one themselves.

use super::pen::{Anchor, LINE, Pen};
use crate::build::rect;
use crate::color::{Color, Token};
use crate::node::Node;

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
        let next = series.values.get(i + 1).map(|_| width(i + 1));
        let x = plot.mid_x();
        if spec.smooth {
            // The stage itself narrows to the next one.
            let (top, gap) = (plot.y + band * i as f32, (band * 0.06).min(6.0));
            let ends = [w, next.unwrap_or(w * 0.7)];
            let node = slope(pen, x, [top, top + band - gap], ends);
            pen.mark(node.fill(color).role("bar"));
        } else {
            if let Some(next) = next {
                let below = [top + bar, top + band];
                let node = slope(pen, x, below, [w, next]);
                pen.mark(node.fill(color.alpha(0.22)).role("slope"));
            }
            pen.mark(
                rect()
                    .bounds(x - w / 2.0, top, w, bar)
                    .fill(color)
                    .radius((pen.theme.radius * 0.4).min(bar * 0.2))
                    .role("bar"),
            );
        }
        // Text within a slope must fit its narrower half.
        let inner = match next {
            Some(next) if spec.smooth => (w + next) / 2.0 - pen.size,
            _ => w,
        };
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
        if values <= inner {
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

/// A band between two heights that narrows from its upper width to its lower one.
fn slope(pen: &Pen<'_>, x: f32, [top, foot]: [f32; 2], [upper, lower]: [f32; 2]) -> Node {
    let (a, b) = (upper / 2.0, lower / 2.0);
    pen.polygon(&[[x - a, top], [x + a, top], [x + b, foot], [x - b, foot]])
}

/// One hue that grows paler from stage to stage.
fn shade(pen: &Pen<'_>, index: usize, count: usize) -> Color {
    let part = 0.5 * index as f32 / count.saturating_sub(1).max(1) as f32;
    Color::Fixed(pen.theme.resolve(pen.color(0)).mix(pen.ground_rgba(), part))
}
