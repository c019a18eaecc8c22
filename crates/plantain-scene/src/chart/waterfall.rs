//! Waterfalls: a start, steps up and down, an end.

use super::axes::{self, Wish};
use super::bars;
use super::pen::{Anchor, LINE, Pen};
use crate::color::{Color, Token};

/// From where to where a bar reaches, and whether it is a total.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    from: f64,
    to: f64,
    total: bool,
}

/// Returns the steps: the first value is a total, and so is an unsigned later one that equals the sum so far, or stands last.
fn steps(values: &[f64], shown: &[String]) -> Vec<Step> {
    let mut sum = 0.0;
    values
        .iter()
        .enumerate()
        .map(|(i, &value)| {
            let signed = shown.get(i).is_some_and(|s| {
                s.trim_start()
                    .starts_with(['+', '-', '\u{2212}', '\u{2013}'])
            });
            let closes = (value - sum).abs() <= 0.005 * sum.abs().max(1e-9);
            let unsigned = !signed && value >= 0.0;
            let last = i + 1 == values.len() && shown.get(i).is_some() && values.len() > 2;
            if i == 0 || unsigned && (closes || last) {
                sum = value;
                return Step {
                    from: 0.0,
                    to: value,
                    total: true,
                };
            }
            let from = sum;
            sum += value;
            Step {
                from,
                to: sum,
                total: false,
            }
        })
        .collect()
}

/// Draws the bars, joined by thin lines at their ends.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let Some(series) = spec.series.first().filter(|s| !s.values.is_empty()) else {
        return;
    };
    let steps = steps(&series.values, &series.shown);
    let ends = steps.iter().flat_map(|s| [s.from, s.to]);
    let (min, max) = ends.fold((0.0_f64, 0.0_f64), |(low, high), v| {
        (low.min(v), high.max(v))
    });
    let room = if spec.show_values {
        pen.size * (LINE + 0.5)
    } else {
        0.0
    };
    let wish = Wish {
        min,
        max,
        zero: true,
        above: room,
        below: if min < 0.0 { room } else { 0.0 },
        right: 0.0,
        bands: true,
        count: steps.len(),
    };
    let plot = axes::draw(pen, &wish);
    let width = (plot.band() * 0.6).min((pen.whole.w * 0.13).max(36.0));
    for (i, step) in steps.iter().enumerate() {
        let color = color_of(pen, i, step);
        let left = plot.x(i) - width / 2.0;
        bars::bar(
            pen,
            &plot,
            left,
            width,
            (step.from, step.to),
            color,
            step.total,
        );
        if i + 1 < steps.len() {
            let joined = plot.band() - width;
            pen.rule(
                left + width,
                plot.y(step.to),
                joined,
                Color::Token(Token::Muted, 0.6),
            );
        }
        if spec.show_values {
            let text = pen.shown(series, i);
            let label = pen
                .strong(&text)
                .role("value")
                .given(pen.value_given(series, i));
            let top = plot.y(step.from.max(step.to));
            let away = pen.size * (LINE / 2.0 + 0.3);
            let bottom = plot.y(step.from.min(step.to));
            pen.put_first(
                label,
                &[
                    (plot.x(i), top - away, Anchor::Middle),
                    (plot.x(i), bottom + away, Anchor::Middle),
                ],
            );
        }
    }
}

fn color_of(pen: &Pen<'_>, index: usize, step: &Step) -> Color {
    if let Some(own) = pen.spec.series[0].colors.get(index) {
        return *own;
    }
    match step {
        Step { total: true, .. } => pen.color(0),
        Step { from, to, .. } if to >= from => Token::Positive.into(),
        _ => Token::Negative.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_stand_on_the_ground() {
        let shown: Vec<String> = ["100", "+60", "-45", "-10", "105"]
            .map(str::to_owned)
            .into();
        let got = steps(&[100.0, 60.0, -45.0, -10.0, 105.0], &shown);
        let totals: Vec<bool> = got.iter().map(|s| s.total).collect();
        assert_eq!(totals, [true, false, false, false, true]);
        assert_eq!((got[2].from, got[2].to), (160.0, 115.0));
        assert_eq!((got[4].from, got[4].to), (0.0, 105.0));
    }
}
