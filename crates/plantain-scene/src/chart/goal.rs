//! The line of a goal: dashed across bars and curves, with its words beside it.

use super::axes::Plot;
use super::geometry::Area;
use super::pen::{Anchor, LINE, Pen};
use crate::color::Token;

const WIDTH: f32 = 2.0;
const DASH: [f32; 2] = [7.0, 5.0];

/// Returns the extent of the values with the goal in it.
pub(super) fn within(pen: &Pen<'_>, (min, max): (f64, f64)) -> (f64, f64) {
    match &pen.spec.goal {
        Some(goal) if goal.value.is_finite() => (min.min(goal.value), max.max(goal.value)),
        _ => (min, max),
    }
}

/// Returns what the words of the goal take at the right of a plot.
pub(super) fn room(pen: &mut Pen<'_>) -> f32 {
    let spec = pen.spec;
    let Some(goal) = &spec.goal else { return 0.0 };
    pen.widest([goal.name.as_str(), goal.shown.as_str()], 600) + pen.size * 0.8
}

/// Draws the goal level across a plot of upright values, its words at the right end. Texts in its way part the line.
pub(super) fn level(pen: &mut Pen<'_>, plot: &Plot) {
    let spec = pen.spec;
    let Some(goal) = &spec.goal else { return };
    let (area, y) = (plot.area, plot.y(goal.value));
    for (from, to) in pen.clear_of_texts(y, [area.x, area.right()]) {
        line(pen, [from, y], [to, y]);
    }
    let beside = [area.right() + pen.size * 0.8, y];
    words(pen, beside, Anchor::Left);
}

/// Draws the goal upright across bars that lie, its words over its upper end.
pub(super) fn upright(pen: &mut Pen<'_>, plot: &Area, x: f32) {
    if pen.spec.goal.is_none() {
        return;
    }
    line(pen, [x, plot.y - pen.size * 0.3], [x, plot.bottom()]);
    let over = [x, plot.y - pen.size * (0.6 + LINE)];
    words(pen, over, Anchor::Middle);
}

/// Returns the height of the words over an upright line.
pub(super) fn headroom(pen: &Pen<'_>) -> f32 {
    match &pen.spec.goal {
        Some(_) => pen.size * (2.0 * LINE + 0.8),
        None => 0.0,
    }
}

fn line(pen: &mut Pen<'_>, [x0, y0]: [f32; 2], [x1, y1]: [f32; 2]) {
    let area = Area::new(x0, y0, x1 - x0, y1 - y0);
    let d = format!("M0 0L{:.2} {:.2}", area.w, area.h);
    let ink = pen.on_ground(Token::Ink.into());
    let node = pen.path(d, area).dashed(ink, WIDTH, DASH[0], DASH[1]);
    pen.mark(node.role("goal"));
}

/// The name of the goal and its value under it, around the middle of `at`.
fn words(pen: &mut Pen<'_>, [x, y]: [f32; 2], anchor: Anchor) {
    let spec = pen.spec;
    let Some(goal) = &spec.goal else { return };
    let half = if goal.name.is_empty() {
        0.0
    } else {
        pen.size * LINE / 2.0
    };
    let name = pen.label(&goal.name).role("goal").given(spec.given);
    pen.put(name, x, y - half, anchor);
    let shown = pen.strong(&goal.shown).role("goal").given(spec.given);
    pen.put(shown, x, y + half, anchor);
}
