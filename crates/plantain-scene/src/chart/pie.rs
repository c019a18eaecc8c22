//! Pies and donuts.

use super::geometry::Area;
use super::legend::{self, Entry};
use super::line::spread;
use super::pen::{Anchor, LINE, Label, Pen};
use super::{ChartKind, LegendPlace};
use crate::build::shape;
use crate::color::{Color, Token};
use crate::node::{FontRole, Node, Shape};
use crate::theme::ink_on;

/// Hole of a donut as a part of its radius.
const HOLE: f32 = 0.68;
/// Slices of this part of the whole or more carry their value inside, where it fits.
const INSIDE_MIN: f32 = 0.07;

/// From where to where a slice reaches, in degrees clockwise from the top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SliceAngles {
    pub from: f32,
    pub to: f32,
}

impl SliceAngles {
    /// Returns the slices of `values`, in proportion, 360 degrees together. Negative values count as nothing.
    pub fn of(values: &[f64]) -> Vec<Self> {
        let total: f64 = values.iter().map(|v| v.max(0.0)).sum();
        let mut sum = 0.0;
        values
            .iter()
            .map(|v| {
                let from = if total > 0.0 {
                    sum / total * 360.0
                } else {
                    0.0
                };
                sum += v.max(0.0);
                let to = if total > 0.0 {
                    sum / total * 360.0
                } else {
                    0.0
                };
                Self {
                    from: from as f32,
                    to: to as f32,
                }
            })
            .collect()
    }

    fn middle(&self) -> f32 {
        (self.from + self.to) / 2.0
    }

    fn part(&self) -> f32 {
        (self.to - self.from) / 360.0
    }
}

/// Returns the direction of an angle in degrees clockwise from the top.
pub(super) fn direction(degrees: f32) -> [f32; 2] {
    let rad = degrees.to_radians();
    [libm::sinf(rad), -libm::cosf(rad)]
}

/// Draws a pie or a donut with its legend or its direct labels.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let Some(series) = spec
        .series
        .first()
        .filter(|s| s.values.iter().any(|v| *v > 0.0))
    else {
        return;
    };
    let slices = SliceAngles::of(&series.values);
    let named = spec.labels.iter().any(|l| !l.is_empty());
    match spec.legend {
        LegendPlace::None if named || spec.show_values => labelled(pen, &slices),
        LegendPlace::None => {
            let disc = disc_in(pen.whole);
            ring(pen, &slices, &disc);
            center(pen, &disc);
        }
        place => with_table(pen, &slices, place),
    }
}

/// A circle by its middle and radius.
#[derive(Debug, Clone, Copy)]
struct Disc {
    x: f32,
    y: f32,
    r: f32,
}

fn disc_in(area: Area) -> Disc {
    Disc {
        x: area.mid_x(),
        y: area.mid_y(),
        r: (area.w.min(area.h) / 2.0 - 1.0).max(1.0),
    }
}

fn hole(pen: &Pen<'_>) -> f32 {
    if pen.spec.chart == ChartKind::Donut {
        HOLE
    } else {
        0.0
    }
}

fn ring(pen: &mut Pen<'_>, slices: &[SliceAngles], disc: &Disc) {
    let alone = slices.iter().filter(|s| s.part() > 0.0).count() < 2;
    for (i, slice) in slices.iter().enumerate() {
        if slice.part() <= 0.0 {
            continue;
        }
        let form = Shape::Ring {
            from: slice.from,
            to: slice.to,
            hole: hole(pen),
        };
        let mut node: Node = shape(form)
            .bounds(disc.x - disc.r, disc.y - disc.r, 2.0 * disc.r, 2.0 * disc.r)
            .fill(pen.slice_color(i))
            .role("slice");
        if !alone {
            node = node.stroke(pen.ground(), (disc.r * 0.022).clamp(1.5, 5.0));
        }
        pen.mark(node);
    }
}

/// Fills the hole of a donut where it has a colour of its own, and writes the two lines in it, as large as it allows.
fn center(pen: &mut Pen<'_>, disc: &Disc) {
    if let Some(fill) = pen.spec.center_fill
        && pen.spec.chart == ChartKind::Donut
    {
        // Between the hole and the slices a rim stays free.
        let r = disc.r * HOLE * 0.92;
        let hole = shape(Shape::Ellipse)
            .bounds(disc.x - r, disc.y - r, 2.0 * r, 2.0 * r)
            .fill(fill)
            .role("hole");
        pen.mark(hole);
    }
    let Some([big, small]) = pen
        .spec
        .center
        .as_ref()
        .filter(|_| pen.spec.chart == ChartKind::Donut)
    else {
        return;
    };
    let inner = disc.r * HOLE;
    centered_lines(pen, [disc.x, disc.y], inner * 1.5, inner * 0.56, big, small);
}

/// Writes a big line and a small one above it around a point, in a width of `width`.
pub(super) fn centered_lines(
    pen: &mut Pen<'_>,
    [x, y]: [f32; 2],
    width: f32,
    size: f32,
    big: &str,
    small: &str,
) {
    let given = pen.spec.given;
    let fitted = |pen: &mut Pen<'_>, mut label: Label<'_>| {
        let w = pen.width(&label);
        if w > width {
            label.size *= width / w;
        }
        label.size
    };
    let start = pen.strong(big).role("center").weight(700);
    let mut big_label = Label {
        font: FontRole::Heading,
        size: size.min(pen.size * 6.0),
        ..start
    }
    .given(given);
    big_label.size = fitted(pen, big_label.clone()).max(pen.size * 0.9);
    let mut small_label = pen.label(small).role("center").given(given);
    if let Some(fill) = pen.spec.center_fill {
        let ink = ink_on(pen.theme.resolve(fill));
        (big_label, small_label) = (big_label.color(ink), small_label.color(ink));
    }
    small_label.size = fitted(pen, small_label.clone()).max(pen.size * 0.8);
    let (bh, sh) = (
        big_label.height(),
        if small.is_empty() {
            0.0
        } else {
            small_label.height()
        },
    );
    pen.put(big_label, x, y + sh * 0.5, Anchor::Middle);
    pen.put(small_label, x, y - bh * 0.5, Anchor::Middle);
}

fn entries(pen: &Pen<'_>) -> Vec<Entry> {
    let spec = pen.spec;
    let Some(series) = spec.series.first() else {
        return Vec::new();
    };
    (0..series.values.len())
        .map(|i| Entry {
            name: pen.name_of(i).to_owned(),
            value: spec.show_values.then(|| pen.shown(series, i)),
            color: pen.slice_color(i),
            name_given: spec.given,
            value_given: pen.value_given(series, i),
        })
        .collect()
}

fn with_table(pen: &mut Pen<'_>, slices: &[SliceAngles], place: LegendPlace) {
    let entries = entries(pen);
    let whole = pen.whole;
    let wanted = legend::table_width(pen, &entries);
    let disc_area = if place == LegendPlace::Right {
        let gap = pen.size * 2.2;
        // The table's words come first, the disc takes what they leave.
        let room = (whole.w - gap - wanted).max(whole.w * 0.3);
        let disc = whole.h.min((whole.w - gap) * 0.55).min(room);
        let table_w = (whole.w - disc - gap).min(wanted.max(disc * 0.9));
        let left = (whole.w - disc - gap - table_w) / 2.0;
        let h = legend::table_height(pen, entries.len(), whole.h);
        legend::table(
            pen,
            Area::new(left + disc + gap, whole.mid_y() - h / 2.0, table_w, h),
            &entries,
        );
        Area::new(left, 0.0, disc, whole.h)
    } else {
        let gap = pen.size * 1.4;
        let h = legend::table_height(pen, entries.len(), whole.h * 0.55);
        let y = if place == LegendPlace::Top {
            0.0
        } else {
            whole.h - h
        };
        // Names and values drift apart in a wide table.
        let table_w = whole.w.min(wanted.max(whole.w.min(whole.h) * 0.75));
        let left = whole.mid_x() - table_w / 2.0;
        legend::table(pen, Area::new(left, y, table_w, h), &entries);
        let rest = whole.h - h - gap;
        Area::new(
            0.0,
            if place == LegendPlace::Top {
                h + gap
            } else {
                0.0
            },
            whole.w,
            rest,
        )
    };
    let disc = disc_in(disc_area);
    ring(pen, slices, &disc);
    center(pen, &disc);
}

/// Draws slices with their names beside them: "Dogs 45%", joined to the slice by a thin line.
fn labelled(pen: &mut Pen<'_>, slices: &[SliceAngles]) {
    let texts = direct_texts(pen);
    let inside = values_inside(pen, &texts);
    let widest = texts.iter().fold(0.0_f32, |w, t| {
        let label = outside_label(pen, t, inside);
        w.max(pen.width(&label))
    });
    let line = pen.size * LINE;
    let leader = pen.size * 1.5;
    let whole = pen.whole;
    let r = (whole.w / 2.0 - widest - leader - pen.size * 0.6)
        .min(whole.h / 2.0 - line * 1.1)
        .max(whole.w.min(whole.h) * 0.12);
    let disc = Disc {
        x: whole.mid_x(),
        y: whole.mid_y(),
        r,
    };
    ring(pen, slices, &disc);
    center(pen, &disc);
    if inside {
        inside_values(pen, slices, &disc, &texts);
    }
    for right in [true, false] {
        side(pen, slices, &disc, &texts, inside, right);
    }
}

/// Name and value of a slice as they are printed beside it.
struct Direct {
    name: String,
    value: String,
    both: String,
}

fn direct_texts(pen: &Pen<'_>) -> Vec<Direct> {
    let Some(series) = pen.spec.series.first() else {
        return Vec::new();
    };
    (0..series.values.len())
        .map(|i| {
            let name = pen.name_of(i).to_owned();
            let value = if pen.spec.show_values {
                pen.shown(series, i)
            } else {
                String::new()
            };
            let both = match (name.is_empty(), value.is_empty()) {
                (false, false) => format!("{name} {value}"),
                (true, _) => value.clone(),
                (_, true) => name.clone(),
            };
            Direct { name, value, both }
        })
        .collect()
}

/// Values stand inside the slices when there are no names to stand with.
fn values_inside(pen: &Pen<'_>, texts: &[Direct]) -> bool {
    pen.spec.show_values
        && pen.spec.chart == ChartKind::Pie
        && texts.iter().all(|t| t.name.is_empty())
}

fn outside_label<'t>(pen: &Pen<'_>, text: &'t Direct, inside: bool) -> Label<'t> {
    let shown = if inside { &text.name } else { &text.both };
    let mut label = pen
        .label(shown)
        .weight(500)
        .role("slice-label")
        .given(pen.spec.given);
    if !inside && !text.value.is_empty() && !text.name.is_empty() {
        label.strong_from = Some(text.name.len() + 1);
    }
    label
}

fn inside_values(pen: &mut Pen<'_>, slices: &[SliceAngles], disc: &Disc, texts: &[Direct]) {
    for (i, slice) in slices.iter().enumerate() {
        let [dx, dy] = direction(slice.middle());
        let given = pen.spec.given;
        let big = slice.part() >= INSIDE_MIN;
        let color = if big {
            pen.ink_on(pen.slice_color(i))
        } else {
            Token::Ink.into()
        };
        let label = pen
            .strong(&texts[i].value)
            .color(color)
            .role("value")
            .given(given);
        let at = if big {
            disc.r * 0.64
        } else {
            disc.r + pen.size * 1.4
        };
        let at = if slice.part() > 0.999 { 0.0 } else { at };
        pen.put(label, disc.x + dx * at, disc.y + dy * at, Anchor::Middle);
    }
}

/// Writes the labels of one half of the disc, apart from each other, with lines to their slices.
fn side(
    pen: &mut Pen<'_>,
    slices: &[SliceAngles],
    disc: &Disc,
    texts: &[Direct],
    inside: bool,
    right: bool,
) {
    let mut own: Vec<(usize, f32)> = slices
        .iter()
        .enumerate()
        .filter(|(i, s)| {
            s.part() > 0.0
                && (direction(s.middle())[0] >= 0.0) == right
                && !texts[*i].both.is_empty()
        })
        .filter(|(i, _)| !(inside && texts[*i].name.is_empty()))
        .map(|(i, s)| {
            (
                i,
                disc.y + direction(s.middle())[1] * (disc.r + pen.size * 0.9),
            )
        })
        .collect();
    own.sort_by(|a, b| a.1.total_cmp(&b.1));
    let line = pen.size * LINE;
    let wanted: Vec<f32> = own.iter().map(|(_, y)| *y).collect();
    let heights = spread(&wanted, line * 1.15, line / 2.0, pen.whole.h - line / 2.0);
    for (&(i, _), y) in own.iter().zip(heights) {
        let [dx, dy] = direction(slices[i].middle());
        let sign = if right { 1.0 } else { -1.0 };
        let from = [disc.x + dx * disc.r * 1.03, disc.y + dy * disc.r * 1.03];
        // The knee stands outside the disc at the height of the text.
        let at_height = (disc.r * disc.r - (y - disc.y) * (y - disc.y))
            .max(0.0)
            .sqrt();
        let knee = (dx.abs() * (disc.r + pen.size * 0.7)).max(at_height + pen.size * 0.5);
        let end = disc.x + sign * (knee + pen.size * 0.5);
        let color = pen.slice_color(i);
        leader_line(pen, &[from, [disc.x + sign * knee, y], [end, y]], color);
        let label = outside_label(pen, &texts[i], inside);
        let anchor = if right { Anchor::Left } else { Anchor::Right };
        pen.put(label, end + sign * pen.size * 0.35, y, anchor);
    }
}

fn leader_line(pen: &mut Pen<'_>, points: &[[f32; 2]], color: Color) {
    let d = super::curve::through(points, false);
    let node = pen
        .path(d, pen.whole)
        .stroke(color, 1.25)
        .round()
        .role("leader");
    pen.mark(node);
}
