//! Charts around a middle: gauges, progress rings and radars.

use super::geometry::Area;
use super::legend;
use super::line::extent;
use super::pen::{Anchor, LINE, Pen};
use super::pie::{centered_lines, direction};
use super::rows::progress_full;
use crate::build::shape;
use crate::color::{Color, Token};
use crate::node::{Node, Shape};

/// A gauge reaches from here to there, in degrees clockwise from the top.
const GAUGE: [f32; 2] = [-120.0, 120.0];
const GAUGE_HOLE: f32 = 0.80;
const RADAR_RINGS: usize = 4;

/// Draws a gauge: a wide arc filled in proportion, the value in its middle.
///
/// A square or tall box without end labels becomes a closed progress ring when the series has exactly one value.
///
/// A second series parts the scale into zones: its values are their ends, its colours theirs, and a mark stands at the value.
pub(super) fn gauge(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let Some(series) = spec.series.first().filter(|s| !s.values.is_empty()) else {
        return;
    };
    let value = series.values[0];
    let low = spec.range.map_or(0.0, |[low, _]| low);
    let full = gauge_full(pen);
    let part = ((value - low) / (full - low).max(1e-9)).clamp(0.0, 1.0) as f32;
    let labelled = spec.axes;
    let whole = pen.whole;
    // The open arc is three quarters as high as the circle.
    let below = if labelled { pen.size * 2.8 } else { 0.0 };
    let r = (whole.w / 2.0).min((whole.h - below) / 1.58).max(2.0) - 1.0;
    let (x, y) = (whole.mid_x(), whole.mid_y() + r * 0.24 - below / 2.0);
    let sweep = GAUGE[1] - GAUGE[0];
    let hand = GAUGE[0] + sweep * part;
    match spec.series.get(1).filter(|zones| !zones.values.is_empty()) {
        Some(zones) => {
            let end = |i: usize| {
                ((zones.values[i] - low) / (full - low).max(1e-9)).clamp(0.0, 1.0) as f32
            };
            for i in (0..zones.values.len()).rev() {
                let from = if i == 0 { 0.0 } else { end(i - 1) };
                let color = zones
                    .colors
                    .get(i)
                    .copied()
                    .unwrap_or_else(|| pen.cycled(i));
                let ends = [GAUGE[0] + sweep * from, GAUGE[0] + sweep * end(i)];
                flat_arc(pen, [x, y], r, ends, color);
            }
            if !spec.needle {
                needle(pen, [x, y], r, hand);
            }
        }
        None => {
            let track = pen.track();
            arc(pen, [x, y], r, GAUGE, track);
            if part > 0.0 {
                let color = pen.point_color(0, 0);
                arc(pen, [x, y], r, [GAUGE[0], GAUGE[0] + sweep * part], color);
            }
        }
    }
    let shown = pen.shown(series, 0);
    let own = [shown, String::new()];
    let [big, small] = spec.center.as_ref().unwrap_or(&own);
    if spec.needle {
        pointer(pen, [x, y], r, hand);
        // Below the hub the arc is open, and no hand comes there.
        centered_lines(pen, [x, y + r * 0.52], r * 0.96, r * 0.26, big, small);
    } else {
        centered_lines(pen, [x, y], r * GAUGE_HOLE * 1.5, r * 0.46, big, small);
    }
    if labelled {
        let ends = [pen.spec.format.plain(low), pen.spec.format.plain(full)];
        for (text, angle) in ends.iter().zip(GAUGE) {
            let [dx, dy] = direction(angle);
            let mid = r * (1.0 + GAUGE_HOLE) / 2.0;
            let label = pen.label(text).role("tick");
            pen.put(
                label,
                x + dx * mid,
                y + dy * mid + pen.size * (LINE / 2.0 + 0.5) + r * 0.1,
                Anchor::Middle,
            );
        }
    }
}

/// Marks of the scale inside the arc, and a hand from a hub in the middle to the value.
fn pointer(pen: &mut Pen<'_>, [x, y]: [f32; 2], r: f32, angle: f32) {
    const TICKS: usize = 10;
    let area = Area::new(x - r, y - r, 2.0 * r, 2.0 * r);
    let point = |angle: f32, at: f32| {
        let [dx, dy] = direction(angle);
        [r + dx * at, r + dy * at]
    };
    let quiet = pen.on_ground(Token::Muted.into());
    for i in 0..=TICKS {
        let turn = GAUGE[0] + (GAUGE[1] - GAUGE[0]) * i as f32 / TICKS as f32;
        let long = if i.is_multiple_of(5) { 0.1 } else { 0.06 };
        let ([x0, y0], [x1, y1]) = (
            point(turn, r * (GAUGE_HOLE - 0.04)),
            point(turn, r * (GAUGE_HOLE - 0.04 - long)),
        );
        let d = format!("M{x0:.2} {y0:.2}L{x1:.2} {y1:.2}");
        let node = pen.path(d, area).stroke(quiet, r * 0.014).role("tick");
        pen.mark(node);
    }
    let ink = pen.on_ground(Token::Ink.into());
    let tip = point(angle, r * (GAUGE_HOLE - 0.08));
    let (left, right) = (
        point(angle - 90.0, r * 0.035),
        point(angle + 90.0, r * 0.035),
    );
    let place = |[px, py]: [f32; 2]| [x - r + px, y - r + py];
    let node = pen.polygon(&[place(tip), place(left), place(right)]);
    pen.mark(node.fill(ink).role("needle"));
    let hub = r * 0.07;
    pen.mark(
        shape(Shape::Ellipse)
            .bounds(x - hub, y - hub, 2.0 * hub, 2.0 * hub)
            .fill(ink)
            .role("hub"),
    );
}

/// A mark across the arc at an angle: where the value stands among the zones.
fn needle(pen: &mut Pen<'_>, [x, y]: [f32; 2], r: f32, angle: f32) {
    let [dx, dy] = direction(angle);
    let (inner, outer) = (r * GAUGE_HOLE - r * 0.03, r + r * 0.03);
    let point = |at: f32| [r + dx * at, r + dy * at];
    let ([x0, y0], [x1, y1]) = (point(inner), point(outer));
    let area = Area::new(x - r, y - r, 2.0 * r, 2.0 * r);
    let d = format!("M{x0:.2} {y0:.2}L{x1:.2} {y1:.2}");
    for (color, width) in [
        (pen.ground(), r * 0.1),
        (Color::from(Token::Ink), r * 0.045),
    ] {
        let node = pen
            .path(d.clone(), area)
            .stroke(color, width)
            .round()
            .role("needle");
        pen.mark(node);
    }
}

/// Returns the value of the full gauge: the range's end, a second value, 100 for percentages, or a round number above.
fn gauge_full(pen: &Pen<'_>) -> f64 {
    let series = &pen.spec.series[0];
    if pen.spec.range.is_some() {
        return progress_full(pen);
    }
    match series.values.get(1) {
        Some(full) if *full > 0.0 => *full,
        _ => {
            let percent = pen.spec.format.suffix.contains('%')
                || series.shown.iter().any(|s| s.contains('%'));
            let value = series.values[0];
            if percent || (value > 10.0 && value <= 100.0) {
                100.0
            } else {
                super::scale::Scale::nice(0.0, value * 1.2, 4, true).high
            }
        }
    }
}

/// A round-ended arc: the track of a gauge, or what of it is reached.
fn arc(pen: &mut Pen<'_>, at: [f32; 2], r: f32, ends: [f32; 2], color: Color) {
    let node = arc_node(pen, at, r, ends, color).round();
    pen.mark(node);
}

/// An arc whose ends meet others.
fn flat_arc(pen: &mut Pen<'_>, at: [f32; 2], r: f32, ends: [f32; 2], color: Color) {
    let node = arc_node(pen, at, r, ends, color);
    pen.mark(node);
}

fn arc_node(pen: &Pen<'_>, [x, y]: [f32; 2], r: f32, [from, to]: [f32; 2], color: Color) -> Node {
    let thick = r * (1.0 - GAUGE_HOLE);
    let mid = r - thick / 2.0;
    // Drawn as a stroke so that its ends are round.
    let point = |angle: f32| {
        let [dx, dy] = direction(angle);
        [r + dx * mid, r + dy * mid]
    };
    let [x0, y0] = point(from);
    let [x1, y1] = point(to);
    let large = i32::from(to - from > 180.0);
    let d = format!("M{x0:.2} {y0:.2}A{mid:.2} {mid:.2} 0 {large} 1 {x1:.2} {y1:.2}");
    pen.path(d, Area::new(x - r, y - r, 2.0 * r, 2.0 * r))
        .stroke(color, thick)
        .role("arc")
}

/// Draws a radar: a spoke for each label, a polygon for each series.
pub(super) fn radar(pen: &mut Pen<'_>) {
    let area = legend::of_series(pen, pen.whole);
    let spec = pen.spec;
    let count = spec.labels.len().max(
        spec.series
            .iter()
            .map(|s| s.values.len())
            .max()
            .unwrap_or(0),
    );
    let Some((_, max)) = extent(&spec.series).filter(|_| count >= 3) else {
        return;
    };
    let full = match spec.range {
        Some([_, high]) if high > 0.0 => high,
        _ => super::scale::Scale::nice(0.0, max.max(1e-9), RADAR_RINGS, true).high,
    };
    let line = pen.size * LINE;
    let widest = pen
        .widest(spec.labels.iter().map(String::as_str), 500)
        .min(area.w * 0.28);
    // Below its name each spoke has a figure of every series.
    let lines = if spec.show_values {
        1 + spec.series.len()
    } else {
        1
    };
    let label_h = lines as f32 * line;
    let r = radar_radius(pen, &area, count, label_h, widest);
    let middle = [area.mid_x(), area.mid_y()];
    let at = |i: usize, part: f32| {
        let [dx, dy] = direction(360.0 * i as f32 / count as f32);
        [middle[0] + dx * r * part, middle[1] + dy * r * part]
    };
    web(pen, count, &at);
    for s in 0..spec.series.len() {
        let corners: Vec<[f32; 2]> = spec.series[s]
            .values
            .iter()
            .enumerate()
            .map(|(i, v)| at(i, (v / full).clamp(0.0, 1.0) as f32))
            .collect();
        let color = pen.color(s);
        let node = pen
            .polygon(&corners)
            .fill(color.alpha(0.16))
            .stroke(color, 2.2)
            .round()
            .role("area");
        pen.mark(node);
        for [x, y] in corners {
            pen.mark(
                shape(Shape::Ellipse)
                    .bounds(x - 3.0, y - 3.0, 6.0, 6.0)
                    .fill(color)
                    .role("point"),
            );
        }
    }
    spoke_labels(pen, count, widest, &at, r);
}

/// Returns the largest radius at which every label stays beside its spoke and inside the area.
fn radar_radius(pen: &mut Pen<'_>, area: &Area, count: usize, label_h: f32, widest: f32) -> f32 {
    let mut r = area.h / 2.0 - label_h - pen.size * 0.9;
    for i in 0..count {
        let side = direction(360.0 * i as f32 / count as f32)[0].abs();
        let label = pen.label(pen.name_of(i)).weight(500);
        let w = pen.width(&label).min(widest);
        if side > 0.15 {
            r = r.min((area.w / 2.0 - w - pen.size * 0.9) / side);
        }
    }
    r.max(area.w.min(area.h) * 0.15)
}

fn web(pen: &mut Pen<'_>, count: usize, at: &impl Fn(usize, f32) -> [f32; 2]) {
    for ring in 1..=RADAR_RINGS {
        let corners: Vec<[f32; 2]> = (0..count)
            .map(|i| at(i, ring as f32 / RADAR_RINGS as f32))
            .collect();
        let node = pen
            .polygon(&corners)
            .stroke(Color::Token(Token::Muted, 0.35), 1.0)
            .role("grid");
        pen.mark(node);
    }
    for i in 0..count {
        let d = super::curve::through(&[at(i, 0.0), at(i, 1.0)], false);
        let node = pen
            .path(d, pen.whole)
            .stroke(Color::Token(Token::Muted, 0.35), 1.0)
            .role("grid");
        pen.mark(node);
    }
}

fn spoke_labels(
    pen: &mut Pen<'_>,
    count: usize,
    widest: f32,
    at: &impl Fn(usize, f32) -> [f32; 2],
    r: f32,
) {
    let spec = pen.spec;
    let line = pen.size * LINE;
    for i in 0..count {
        let [dx, dy] = direction(360.0 * i as f32 / count as f32);
        let [x, y] = at(i, 1.0 + pen.size * 0.7 / r);
        let name = pen
            .label(pen.name_of(i))
            .weight(500)
            .color(Token::Ink)
            .role("category")
            .given(spec.given);
        let anchor = match dx {
            d if d > 0.15 => Anchor::Left,
            d if d < -0.15 => Anchor::Right,
            _ => Anchor::Middle,
        };
        let values: Vec<(usize, String)> = spec
            .series
            .iter()
            .enumerate()
            .filter(|(_, s)| spec.show_values && i < s.values.len())
            .map(|(n, s)| (n, pen.shown(s, i)))
            .collect();
        let block = line * (1 + values.len()) as f32;
        let mid = y + dy * block / 2.0 - (block - line) / 2.0;
        if anchor == Anchor::Middle {
            pen.put(name, x, mid, anchor);
        } else {
            pen.put_wrapped(
                name,
                x,
                mid,
                widest.max(1.0),
                anchor,
                if values.is_empty() { 2 } else { 1 },
            );
        }
        for (k, (n, value)) in values.iter().enumerate() {
            let given = pen.value_given(&spec.series[*n], i);
            let mut label = pen.strong(value).role("value").given(given);
            if spec.series.len() > 1 {
                let ground = pen.ground_rgba();
                let own = pen.theme.resolve(pen.color(*n)).over(ground);
                label = label.color(Color::Fixed(own.readable_on(ground, 4.6)));
            }
            pen.put(label, x, mid + line * (k + 1) as f32, anchor);
        }
    }
}
