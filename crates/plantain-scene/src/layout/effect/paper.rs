//! Cut paper: flat sheets that throw soft shadows on those below, with a grain over all.

use vello_cpu::kurbo::{Affine, Rect};

use super::grain::Grain;
use super::lane::Lane;
use super::sheet::Sheet;
use crate::color::Rgba;
use crate::display::{Brush, Op};

/// Steps of a soft shadow: distance down and to the right in logical units, opacity.
const SHADOW: [(f64, f32); 5] = [
    (1.4, 0.15),
    (3.0, 0.11),
    (5.0, 0.085),
    (7.5, 0.06),
    (10.5, 0.04),
];

/// Turns every form into a sheet of paper that lies on the ones before it.
pub(super) fn paper(ops: Vec<Op>, rect: Rect, unit: f64) -> Vec<Op> {
    let mut out = Vec::with_capacity(ops.len() * 4);
    for op in ops {
        let side = op.bounds().map_or(0.0, |b| b.width().min(b.height()));
        let whole = op.bounds().is_some_and(|b| b.area() > rect.area() * 0.94);
        match op {
            Op::Fill(mut fill) => {
                let Some(color) = sheet_color(&fill.brush) else {
                    continue;
                };
                if side > 5.0 && !whole {
                    for (by, alpha) in SHADOW.iter().take(if side > 34.0 { 5 } else { 2 }) {
                        let mut shade = fill.clone();
                        let off = Affine::translate((by * 0.62, *by));
                        shade.transform = off * fill.transform;
                        shade.bounds = off.transform_rect_bbox(fill.bounds);
                        shade.brush = Brush::Solid(Rgba::hex(0x1a1420).faded(*alpha));
                        out.push(Op::Fill(shade));
                    }
                }
                fill.brush = whole_or(&fill.brush, whole, color);
                out.push(Op::Fill(fill));
            }
            Op::Stroke(mut stroke) => {
                let Some(color) = sheet_color(&stroke.brush) else {
                    continue;
                };
                if stroke.width > 3.0 {
                    for (by, alpha) in SHADOW.iter().take(3) {
                        let mut shade = stroke.clone();
                        let off = Affine::translate((by * 0.62, *by));
                        shade.transform = off * stroke.transform;
                        shade.bounds = off.transform_rect_bbox(stroke.bounds);
                        shade.brush = Brush::Solid(Rgba::hex(0x1a1420).faded(*alpha));
                        out.push(Op::Stroke(shade));
                    }
                }
                stroke.brush = Brush::Solid(color);
                out.push(Op::Stroke(stroke));
            }
            other => out.push(other),
        }
    }
    out.push(grain(rect, unit));
    out
}

/// The lowest sheet keeps its gradient: it is the light behind all.
fn whole_or(brush: &Brush, whole: bool, color: Rgba) -> Brush {
    if whole {
        brush.clone()
    } else {
        Brush::Solid(color)
    }
}

/// Returns the one colour of a sheet; none for glows and veils, which paper cannot be.
fn sheet_color(brush: &Brush) -> Option<Rgba> {
    match brush {
        Brush::Solid(color) => (color.0[3] > 90).then_some(*color),
        Brush::Linear { stops, .. } | Brush::Radial { stops, .. } => {
            let thin = stops.iter().any(|(_, c)| c.0[3] < 90);
            let middle = stops.get(stops.len() / 2).map(|(_, c)| *c);
            middle.filter(|_| !thin)
        }
    }
}

/// A veil of light and dark specks.
fn grain(rect: Rect, unit: f64) -> Op {
    let blank = Sheet::of(Vec::new(), rect, unit.min(1.0));
    let grains = [Grain(1.6, 1.6, 151), Grain(7.0, 2.5, 152)];
    let veil = blank.work(grains, [], |_, [fine, long], []| {
        let fibre = fine * 0.6 + long * 0.4 - 0.5;
        let c = Lane::all(0.0).less(fibre);
        [c, c, c, fibre.abs() * 0.16]
    });
    veil.into_op(rect)
}
