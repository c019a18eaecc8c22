//! Bubbles of one figure each: discs side by side, their areas in proportion, the largest in the middle.

use super::geometry::Area;
use super::pen::{Anchor, LINE, Pen};
use crate::build::ellipse;

/// Space between two discs, as a share of the smaller side.
const GAP: f32 = 0.012;
/// Angles that are tried for a disc beside another one.
const ANGLES: usize = 48;
/// Width of the words inside a disc, at most, as a share of its radius.
const WITHIN: f32 = 1.7;
/// Radius up to which letters keep the size of the chart's, in letter heights, and how much larger they become at most.
const FULL: f32 = 4.2;
const LARGER_MAX: f32 = 2.2;

/// A disc: centre and radius.
type Disc = [f32; 3];

/// Draws the first series as discs of their own, named and valued inside.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let Some(series) = spec.series.first().filter(|s| !s.values.is_empty()) else {
        return;
    };
    let radii: Vec<f32> = series
        .values
        .iter()
        .map(|value| libm::sqrt(value.max(0.0)) as f32)
        .collect();
    let discs = fitted(&packed(&radii, &pen.whole), &pen.whole);
    for (i, &[x, y, r]) in discs.iter().enumerate() {
        let color = pen.cycled(i);
        pen.mark(
            ellipse()
                .bounds(x - r, y - r, 2.0 * r, 2.0 * r)
                .fill(color)
                .role("point"),
        );
        // Letters grow with their disc.
        let larger = (r / (pen.size * FULL)).clamp(1.0, LARGER_MAX);
        let line = pen.size * LINE * larger;
        let shown = pen.shown(series, i);
        let texts = [
            pen.strong(pen.name_of(i))
                .role("category")
                .given(spec.given),
            pen.label(&shown)
                .role("value")
                .given(pen.value_given(series, i)),
        ];
        let wide = texts.iter().map(|text| pen.width(text)).fold(0.0, f32::max);
        let inside = wide * larger < r * WITHIN;
        let (at_x, at_y) = match inside {
            true => (x, y),
            false => beside(&discs, i, (wide, 2.0 * line), &pen.whole),
        };
        for (n, text) in texts.into_iter().enumerate() {
            let text = match inside {
                true => text.color(pen.ink_on(color)).scaled(larger),
                false => text,
            };
            pen.put(text, at_x, at_y + (n as f32 - 0.5) * line, Anchor::Middle);
        }
    }
}

/// Returns the middle of a place beside a disc for words of this size: on no other disc, and within the area if it can be.
fn beside(discs: &[Disc], own: usize, (w, h): (f32, f32), area: &Area) -> (f32, f32) {
    let [x, y, r] = discs[own];
    let (dx, dy) = (r + w / 2.0 + h * 0.15, r + h / 2.0);
    let places = [
        (x, y - dy),
        (x, y + dy),
        (x - dx, y),
        (x + dx, y),
        (x - dx, y - dy),
        (x + dx, y - dy),
        (x - dx, y + dy),
        (x + dx, y + dy),
    ];
    let free = |(x, y): &(f32, f32)| {
        let within = x - w / 2.0 >= area.x
            && x + w / 2.0 <= area.x + area.w
            && y - h / 2.0 >= area.y
            && y + h / 2.0 <= area.y + area.h;
        within
            && discs.iter().all(|[cx, cy, r]| {
                let (ox, oy) = ((cx - x).abs() - w / 2.0, (cy - y).abs() - h / 2.0);
                libm::hypotf(ox.max(0.0), oy.max(0.0)) > *r
            })
    };
    places.iter().copied().find(free).unwrap_or(places[0])
}

/// Lays discs around the largest: each as near to the middle as the others let it.
fn packed(radii: &[f32], area: &Area) -> Vec<Disc> {
    let most = radii.iter().copied().fold(1e-6, f32::max);
    let gap = most * 2.0 * GAP;
    let mut order: Vec<usize> = (0..radii.len()).collect();
    order.sort_by(|a, b| radii[*b].total_cmp(&radii[*a]).then(a.cmp(b)));
    let mut out = vec![[0.0, 0.0, 0.0]; radii.len()];
    let mut laid: Vec<Disc> = Vec::new();
    for i in order {
        let r = radii[i].max(most * 0.05);
        let beside = |other: &Disc| {
            let reach = other[2] + r + gap;
            let (cx, cy) = (other[0], other[1]);
            (0..ANGLES).map(move |n| {
                let angle = n as f32 / ANGLES as f32 * core::f32::consts::TAU;
                [
                    cx + reach * libm::cosf(angle),
                    cy + reach * libm::sinf(angle),
                    r,
                ]
            })
        };
        let free = |disc: &Disc| {
            laid.iter().all(|other| {
                let d = libm::hypotf(disc[0] - other[0], disc[1] - other[1]);
                d >= disc[2] + other[2] + gap * 0.99
            })
        };
        // As wide and high as the area, more or less.
        let flat = (area.h / area.w.max(1.0)).clamp(0.5, 2.0);
        let off = |disc: &Disc| libm::hypotf(disc[0] * flat, disc[1]);
        let best = laid
            .iter()
            .flat_map(beside)
            .filter(free)
            .min_by(|a, b| off(a).total_cmp(&off(b)))
            .unwrap_or([0.0, 0.0, r]);
        laid.push(best);
        out[i] = best;
    }
    out
}

/// Scales discs to fill an area, and puts them into its middle.
fn fitted(discs: &[Disc], area: &Area) -> Vec<Disc> {
    let fold = |pick: fn(&Disc) -> f32, start: f32, by: fn(f32, f32) -> f32| {
        discs.iter().map(pick).fold(start, by)
    };
    let (x0, x1) = (
        fold(|d| d[0] - d[2], f32::MAX, f32::min),
        fold(|d| d[0] + d[2], f32::MIN, f32::max),
    );
    let (y0, y1) = (
        fold(|d| d[1] - d[2], f32::MAX, f32::min),
        fold(|d| d[1] + d[2], f32::MIN, f32::max),
    );
    let k = (area.w / (x1 - x0)).min(area.h / (y1 - y0));
    let (cx, cy) = (area.x + area.w / 2.0, area.y + area.h / 2.0);
    let onto = |d: &Disc| {
        [
            cx + (d[0] - (x0 + x1) / 2.0) * k,
            cy + (d[1] - (y0 + y1) / 2.0) * k,
            d[2] * k,
        ]
    };
    discs.iter().map(onto).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn discs_fill_the_area_and_touch_nothing() {
        let area = Area {
            x: 10.0,
            y: 20.0,
            w: 400.0,
            h: 300.0,
        };
        for values in [
            vec![1.0],
            vec![37.0, 32.0, 22.0],
            vec![120.0, 95.0, 60.0, 22.0, 9.0, 4.0, 0.0],
        ] {
            let radii: Vec<f32> = values.iter().map(|value| libm::sqrtf(*value)).collect();
            let discs = fitted(&packed(&radii, &area), &area);
            for (i, a) in discs.iter().enumerate() {
                assert!(a[0] - a[2] > area.x - 0.5 && a[0] + a[2] < area.x + area.w + 0.5);
                assert!(a[1] - a[2] > area.y - 0.5 && a[1] + a[2] < area.y + area.h + 0.5);
                for b in &discs[i + 1..] {
                    let apart = libm::hypotf(a[0] - b[0], a[1] - b[1]);
                    assert!(apart >= a[2] + b[2], "{values:?}: {a:?} {b:?}");
                }
            }
        }
    }
}
