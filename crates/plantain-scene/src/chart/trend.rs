//! The straight line that a cloud of dots, or a row of points or bars, follows.

use super::pen::Pen;
use crate::color::{Color, Token};

/// Draws the least-squares line through `points` from the first to the last, where one is asked for. Both axes are linear, so that the
/// line through the places on the plot is the one through the data.
pub(super) fn draw(pen: &mut Pen<'_>, points: &[[f32; 2]], several: bool) {
    if !pen.spec.trend || points.len() < 2 {
        return;
    }
    let n = points.len() as f32;
    let mean = |i: usize| points.iter().map(|p| p[i]).sum::<f32>() / n;
    let (mx, my) = (mean(0), mean(1));
    let spread: f32 = points.iter().map(|p| (p[0] - mx) * (p[0] - mx)).sum();
    if spread <= 0.0 {
        return;
    }
    let slope = points
        .iter()
        .map(|p| (p[0] - mx) * (p[1] - my))
        .sum::<f32>()
        / spread;
    let (low, high) = points
        .iter()
        .fold((f32::MAX, f32::MIN), |(l, h), p| (l.min(p[0]), h.max(p[0])));
    let at = |x: f32| [x, my + slope * (x - mx)];
    let d = super::curve::through(&[at(low), at(high)], false);
    let color: Color = if several {
        Token::Muted.into()
    } else {
        pen.cycled(1)
    };
    let node = pen
        .path(d, pen.whole)
        .dashed(color, 2.0, 6.0, 5.0)
        .round()
        .role("trend");
    pen.mark(node);
}
