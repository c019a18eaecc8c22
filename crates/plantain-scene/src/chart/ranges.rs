//! Charts of ranges over upright axes: box plots and candlesticks.

use super::axes::{self, Plot, Wish};
use super::line::extent;
use super::pen::{Anchor, LINE, Pen};
use crate::build::{ellipse, rect};
use crate::color::{Color, Token};

/// Least to greatest: five series of a box plot.
const FIVE: usize = 5;
/// Opening, highest, lowest and closing: four series of a candlestick chart.
const FOUR: usize = 4;

fn plot(pen: &mut Pen<'_>, right: f32) -> Option<Plot> {
    let count = pen.spec.labels.len().max(
        pen.spec
            .series
            .iter()
            .map(|s| s.values.len())
            .max()
            .unwrap_or(0),
    );
    let (min, max) = extent(&pen.spec.series).filter(|_| count > 0)?;
    let reach = (max - min).max(1e-9) * 0.06;
    let wish = Wish {
        min: if min >= 0.0 {
            (min - reach).max(0.0)
        } else {
            min - reach
        },
        max: max + reach,
        zero: false,
        above: pen.size * 0.6,
        below: 0.0,
        right,
        bands: true,
        count,
    };
    Some(axes::draw(pen, &wish))
}

/// Draws a box from the first to the third quartile, a line at the median, whiskers to the ends; series are the five figures.
pub(super) fn boxes(pen: &mut Pen<'_>) {
    if pen.spec.series.len() < FIVE {
        return;
    }
    let Some(plot) = plot(pen, 0.0) else { return };
    let count = plot.count;
    let width = (plot.band() * 0.34).min(pen.whole.w * 0.16);
    for i in 0..count {
        let five: Vec<f64> = pen.spec.series[..FIVE]
            .iter()
            .filter_map(|s| s.values.get(i).copied())
            .collect();
        let [low, q1, median, q3, high] = five[..] else {
            continue;
        };
        let (x, color) = (plot.x(i), pen.cycled(i));
        let stroke = (pen.size * 0.14).max(1.5);
        for (from, to) in [(low, q1), (q3, high)] {
            let (a, b) = (plot.y(from).min(plot.y(to)), plot.y(from).max(plot.y(to)));
            pen.mark(
                rect()
                    .bounds(x - stroke / 2.0, a, stroke, (b - a).max(0.5))
                    .fill(color)
                    .role("whisker"),
            );
        }
        for end in [low, high] {
            let cap = width * 0.5;
            pen.mark(
                rect()
                    .bounds(x - cap / 2.0, plot.y(end) - stroke / 2.0, cap, stroke)
                    .fill(color)
                    .role("whisker"),
            );
        }
        let (top, bottom) = (plot.y(q3.max(q1)), plot.y(q1.min(q3)));
        pen.mark(
            rect()
                .bounds(x - width / 2.0, top, width, (bottom - top).max(1.0))
                .fill(color.alpha(0.28))
                .stroke(color, stroke)
                .radius((pen.theme.radius * 0.3).min(6.0))
                .role("bar"),
        );
        pen.mark(
            rect()
                .bounds(
                    x - width / 2.0,
                    plot.y(median) - stroke,
                    width,
                    stroke * 2.0,
                )
                .fill(color)
                .role("median"),
        );
        figures(pen, &plot, i, &five, x + width / 2.0 + pen.size * 0.5);
    }
}

/// Prints the five figures beside their heights, apart from each other.
fn figures(pen: &mut Pen<'_>, plot: &Plot, index: usize, five: &[f64], x: f32) {
    if !pen.spec.show_values {
        return;
    }
    let wanted: Vec<f32> = five.iter().map(|v| -plot.y(*v)).collect();
    let line = pen.size * LINE;
    let at = super::line::spread(&wanted, line, -plot.area.bottom() + line / 2.0, -line / 2.0);
    for (s, y) in at.iter().enumerate() {
        let series = &pen.spec.series[s];
        let text = pen.shown(series, index);
        let given = pen.value_given(series, index);
        let strong = s == FIVE / 2;
        let label = if strong {
            pen.strong(&text)
        } else {
            pen.label(&text)
        };
        pen.put(label.role("value").given(given), x, -y, Anchor::Left);
    }
}

/// Draws a candle for each step: body from opening to closing, wick from lowest to highest.
pub(super) fn candles(pen: &mut Pen<'_>) {
    if pen.spec.series.len() < FOUR {
        return;
    }
    let Some(plot) = plot(pen, 0.0) else { return };
    let width = (plot.band() * 0.46).min(pen.whole.w * 0.07);
    for i in 0..plot.count {
        let four: Vec<f64> = pen.spec.series[..FOUR]
            .iter()
            .filter_map(|s| s.values.get(i).copied())
            .collect();
        let [open, high, low, close] = four[..] else {
            continue;
        };
        let color: Color = if close >= open {
            Token::Positive.into()
        } else {
            Token::Negative.into()
        };
        let x = plot.x(i);
        let wick = (width * 0.12).clamp(1.5, 4.0);
        let (top, bottom) = (plot.y(high.max(low)), plot.y(low.min(high)));
        pen.mark(
            rect()
                .bounds(x - wick / 2.0, top, wick, (bottom - top).max(1.0))
                .fill(color)
                .role("whisker"),
        );
        let (top, bottom) = (plot.y(open.max(close)), plot.y(open.min(close)));
        pen.mark(
            rect()
                .bounds(x - width / 2.0, top, width, (bottom - top).max(2.0))
                .fill(color)
                .radius((width * 0.08).min(3.0))
                .role("bar"),
        );
        if pen.spec.show_values {
            let series = &pen.spec.series[FOUR - 1];
            let text = pen.shown(series, i);
            let label = pen.strong(&text).role("value");
            let y = plot.y(high.max(low)) - pen.size * 0.9;
            pen.put(label, x, y, Anchor::Middle);
        }
    }
}

/// Draws discs over two axes, their areas in proportion to the second series; `labels` name them.
pub(super) fn bubbles(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let Some(series) = spec.series.first().filter(|s| !s.values.is_empty()) else {
        return;
    };
    let sizes = spec
        .series
        .get(1)
        .map_or(&[][..], |sizes| sizes.values.as_slice());
    let most = sizes.iter().copied().fold(0.0, f64::max).max(1e-9);
    let area = axes::titles(pen, pen.whole);
    let biggest = (area.w.min(area.h) * 0.12).max(8.0);
    let x_of = |i: usize| series.x.get(i).copied().unwrap_or(i as f64 + 1.0);
    let span = |values: &mut dyn Iterator<Item = f64>| {
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(v), h.max(v)));
        let reach = (high - low).max(high.abs() * 0.1).max(1e-9) * 0.22;
        (low - reach, high + reach)
    };
    let (x0, x1) = span(&mut (0..series.values.len()).map(x_of));
    let (y0, y1) = span(&mut series.values.iter().copied());
    let line = pen.size * LINE;
    let ticks = axes::wanted_ticks(pen, area.h);
    let (sy, sx) = (
        super::scale::Scale::nice(y0, y1, ticks, false),
        super::scale::Scale::nice(x0, x1, 6, false),
    );
    let texts: Vec<String> = sy
        .ticks()
        .iter()
        .map(|t| spec.format.write(*t, sy.decimals()))
        .collect();
    let gutter = pen.widest(texts.iter().map(String::as_str), 400) + pen.size * 0.9;
    let plot = area.cut(line, biggest * 0.4, line + pen.size * 0.8, gutter);
    for (text, tick) in texts.iter().zip(sy.ticks()) {
        let y = plot.bottom() - sy.part(tick) * plot.h;
        pen.rule(plot.x, y, plot.w, Token::Line);
        let label = pen.label(text).role("tick");
        pen.put(label, plot.x - pen.size * 0.6, y, Anchor::Right);
    }
    for tick in sx.ticks() {
        let x = plot.x + sx.part(tick) * plot.w;
        pen.upright(x, plot.y, plot.h, Color::Token(Token::Line, 0.6));
        let text = spec.format.write(tick, sx.decimals());
        let label = pen.label(&text).role("tick");
        pen.put(
            label,
            x,
            plot.bottom() + pen.size * 0.7 + line / 2.0,
            Anchor::Middle,
        );
    }
    // The biggest lie at the bottom, so that none is hidden.
    let mut order: Vec<usize> = (0..series.values.len()).collect();
    let size = |i: usize| sizes.get(i).copied().unwrap_or(most * 0.3).max(0.0);
    order.sort_by(|a, b| size(*b).total_cmp(&size(*a)).then(a.cmp(b)));
    for i in order {
        let r = (biggest * libm::sqrt(size(i) / most) as f32).max(5.0);
        let x = plot.x + sx.part(x_of(i)) * plot.w;
        let y = plot.bottom() - sy.part(series.values[i]) * plot.h;
        let color = pen.cycled(i);
        pen.mark(
            ellipse()
                .bounds(x - r, y - r, 2.0 * r, 2.0 * r)
                .fill(color.alpha(0.72))
                .stroke(pen.ground(), 1.5)
                .role("point"),
        );
        let given = spec.given;
        let name = pen.strong(pen.name_of(i)).role("category").given(given);
        let gap = pen.size * 0.4;
        pen.put_first(
            name,
            &[
                (x + r + gap, y, Anchor::Left),
                (x - r - gap, y, Anchor::Right),
                (x, y - r - line * 0.6, Anchor::Middle),
                (x, y + r + line * 0.6, Anchor::Middle),
            ],
        );
    }
}
