//! Scatter plots.

use super::legend;
use super::pen::{Anchor, LINE, Pen};
use super::scale::Scale;
use crate::build::ellipse;
use crate::color::{Color, Token};

/// Draws dots over two axes, with a straight trend line where it is asked for.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let area = legend::of_series(pen, pen.whole);
    let area = super::axes::titles(pen, area);
    let spec = pen.spec;
    let dots: Vec<Vec<[f64; 2]>> = spec
        .series
        .iter()
        .map(|s| {
            s.values
                .iter()
                .enumerate()
                .map(|(i, y)| [s.x.get(i).copied().unwrap_or(i as f64 + 1.0), *y])
                .collect()
        })
        .collect();
    let Some([xs, ys]) = extents(&dots) else {
        return;
    };
    let line = pen.size * LINE;
    let under = line + pen.size * 0.8;
    let scale_y = axis(ys, super::axes::wanted_ticks(pen, area.h - under));
    let (x_wanted, decimals) = (
        ((area.w / (pen.size * 7.0)) as usize).clamp(3, 8),
        scale_y.decimals(),
    );
    let scale_x = axis(xs, x_wanted);
    let ticks: Vec<String> = scale_y
        .ticks()
        .into_iter()
        .map(|t| spec.format.write(t, decimals))
        .collect();
    let gutter = pen.widest(ticks.iter().map(String::as_str), 400) + pen.size * 0.9;
    let plot = area.cut(line / 2.0 + 0.5, pen.size * 1.4, under, gutter);
    for (text, tick) in ticks.iter().zip(scale_y.ticks()) {
        let y = plot.bottom() - scale_y.part(tick) * plot.h;
        if !spec.gridless {
            pen.rule(plot.x, y, plot.w, Token::Line);
        }
        let label = pen.label(text).role("tick");
        pen.put(label, area.x + gutter - pen.size * 0.9, y, Anchor::Right);
    }
    let plain = super::Format {
        comma: spec.format.comma,
        ..super::Format::default()
    };
    for tick in scale_x.ticks() {
        let x = plot.x + scale_x.part(tick) * plot.w;
        if !spec.gridless {
            pen.upright(x, plot.y, plot.h, Color::Token(Token::Line, 0.6));
        }
        let text = plain.write(tick, scale_x.decimals());
        let label = pen.label(&text).role("tick");
        pen.put(
            label,
            x,
            plot.bottom() + pen.size * 0.8 + line / 2.0,
            Anchor::Middle,
        );
    }
    let place = |[x, y]: [f64; 2]| {
        [
            plot.x + scale_x.part(x) * plot.w,
            plot.bottom() - scale_y.part(y) * plot.h,
        ]
    };
    let points: Vec<[f32; 2]> = dots.iter().flatten().map(|dot| place(*dot)).collect();
    super::trend::draw(pen, &points, dots.len() > 1);
    let count: usize = dots.iter().map(Vec::len).sum();
    let r = (pen.size * if count > 60 { 0.32 } else { 0.48 }).max(2.5);
    for (s, series) in dots.iter().enumerate() {
        let color = pen.color(s);
        for dot in series {
            let [x, y] = place(*dot);
            pen.mark(
                ellipse()
                    .bounds(x - r, y - r, 2.0 * r, 2.0 * r)
                    .fill(color.alpha(0.78))
                    .stroke(pen.ground(), 1.2)
                    .role("point"),
            );
        }
    }
}

fn axis([min, max]: [f64; 2], wanted: usize) -> Scale {
    let from_zero = min >= 0.0 && min < 0.35 * max;
    let mut scale = Scale::nice(min, max, wanted, from_zero);
    // A dot on the frame looks cut off.
    if max > scale.high - scale.step * 0.12 {
        scale.high += scale.step;
    }
    if min < scale.low + scale.step * 0.12 && (min < 0.0 || !from_zero) {
        scale.low -= scale.step;
    }
    scale
}

fn extents(dots: &[Vec<[f64; 2]>]) -> Option<[[f64; 2]; 2]> {
    let mut all = dots.iter().flatten();
    let [x, y] = *all.next()?;
    Some(all.fold([[x, x], [y, y]], |[xs, ys], [x, y]| {
        [
            [xs[0].min(*x), xs[1].max(*x)],
            [ys[0].min(*y), ys[1].max(*y)],
        ]
    }))
}
