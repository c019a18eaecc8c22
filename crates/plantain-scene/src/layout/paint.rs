//! Resolves paints: tokens to colours, gradients to points, patterns to forms.

use vello_cpu::kurbo::{BezPath, Point, Rect};

use super::shapes::ellipse_path;
use crate::color::Rgba;
use crate::display::Brush;
use crate::node::{Motif, Paint, Pattern};
use crate::theme::Theme;

/// Most repeats of a pattern's motif along one side.
const REPEATS_MAX: f64 = 160.0;

/// Returns the brush of a paint in a box; a pattern gives its ground.
pub(super) fn brush(paint: &Paint, rect: Rect, theme: &Theme) -> Brush {
    let resolve = |stops: &[(f32, crate::color::Color)]| -> Vec<(f32, Rgba)> {
        stops
            .iter()
            .map(|(at, color)| (at.clamp(0.0, 1.0), theme.resolve(*color)))
            .collect()
    };
    match paint {
        Paint::Color(color) => Brush::Solid(theme.resolve(*color)),
        Paint::Linear { angle, stops } if stops.len() > 1 => {
            let rad = f64::from(*angle).to_radians();
            let (sin, cos) = (libm::sin(rad), libm::cos(rad));
            // As in CSS: the line is long enough that corners get the end colours.
            let half = (rect.width() * sin.abs() + rect.height() * cos.abs()) / 2.0;
            let c = rect.center();
            Brush::Linear {
                from: Point::new(c.x - sin * half, c.y + cos * half),
                to: Point::new(c.x + sin * half, c.y - cos * half),
                stops: resolve(stops),
            }
        }
        Paint::Radial {
            center,
            radius,
            stops,
        } if stops.len() > 1 => Brush::Radial {
            center: Point::new(
                rect.x0 + rect.width() * f64::from(center[0]),
                rect.y0 + rect.height() * f64::from(center[1]),
            ),
            radius: (rect.width().max(rect.height()) as f32 * radius).max(0.01),
            stops: resolve(stops),
        },
        Paint::Linear { stops, .. } | Paint::Radial { stops, .. } => Brush::Solid(
            stops
                .first()
                .map_or(Rgba::TRANSPARENT, |(_, color)| theme.resolve(*color)),
        ),
        Paint::Pattern(pattern) => Brush::Solid(
            pattern
                .ground
                .map_or(Rgba::TRANSPARENT, |c| theme.resolve(c)),
        ),
    }
}

/// Returns all colours of a paint, for contrast checks.
pub(super) fn colors(brush: &Brush) -> Vec<Rgba> {
    match brush {
        Brush::Solid(color) => vec![*color],
        Brush::Linear { stops, .. } | Brush::Radial { stops, .. } => {
            stops.iter().map(|(_, c)| *c).collect()
        }
    }
}

/// Returns the forms of a pattern over a box, and the stroke width when they are lines.
pub(super) fn motif(pattern: &Pattern, rect: Rect) -> (BezPath, Option<f64>) {
    let least = rect.width().max(rect.height()) / REPEATS_MAX;
    let step = f64::from(pattern.step).max(least).max(0.5);
    let mut path = BezPath::new();
    let (columns, rows) = (
        (rect.width() / step).ceil() as i64 + 1,
        (rect.height() / step).ceil() as i64 + 1,
    );
    let at = |i: i64, j: i64| Point::new(rect.x0 + i as f64 * step, rect.y0 + j as f64 * step);
    match pattern.motif {
        Motif::Dots => {
            for j in 0..rows {
                for i in 0..columns {
                    let shift = if j % 2 == 0 { 0.25 } else { 0.75 };
                    let c = at(i, j) + ((shift - 0.5) * step, 0.5 * step);
                    add(
                        &mut path,
                        ellipse_path(Rect::from_center_size(c, (step * 0.3, step * 0.3))),
                    );
                }
            }
            (path, None)
        }
        Motif::Crosses => {
            for j in 0..rows {
                for i in 0..columns {
                    let c = at(i, j) + (0.5 * step, 0.5 * step);
                    line(&mut path, c - (step * 0.14, 0.0), c + (step * 0.14, 0.0));
                    line(&mut path, c - (0.0, step * 0.14), c + (0.0, step * 0.14));
                }
            }
            (path, Some(step * 0.06))
        }
        Motif::Checks => {
            for j in 0..rows {
                for i in (j % 2..columns).step_by(2) {
                    let p = at(i, j);
                    add(
                        &mut path,
                        super::shapes::rounded_rect_path(
                            Rect::new(p.x, p.y, p.x + step, p.y + step),
                            [0.0; 4],
                        ),
                    );
                }
            }
            (path, None)
        }
        Motif::Stripes => {
            for i in 0..columns {
                let p = at(i, 0);
                add(
                    &mut path,
                    super::shapes::rounded_rect_path(
                        Rect::new(p.x, rect.y0, p.x + step * 0.5, rect.y1),
                        [0.0; 4],
                    ),
                );
            }
            (path, None)
        }
        Motif::Grid => {
            for i in 0..columns {
                line(
                    &mut path,
                    Point::new(at(i, 0).x, rect.y0),
                    Point::new(at(i, 0).x, rect.y1),
                );
            }
            for j in 0..rows {
                line(
                    &mut path,
                    Point::new(rect.x0, at(0, j).y),
                    Point::new(rect.x1, at(0, j).y),
                );
            }
            (path, Some((step * 0.035).max(0.75)))
        }
        Motif::Diagonal | Motif::Hatch => {
            let high = rect.height();
            for i in -rows..columns {
                let x = rect.x0 + i as f64 * step;
                line(
                    &mut path,
                    Point::new(x, rect.y1),
                    Point::new(x + high, rect.y0),
                );
            }
            let share = if pattern.motif == Motif::Hatch {
                0.08
            } else {
                0.36
            };
            (path, Some(step * share))
        }
        Motif::Zigzag | Motif::Waves => {
            let wave = pattern.motif == Motif::Waves;
            for j in -1..rows + 1 {
                let y = at(0, j).y + step * 0.5;
                path.move_to((rect.x0 - step, y));
                for i in -1..columns + 1 {
                    let (x, up) = (at(i, 0).x, if (i & 1) == 0 { -0.22 } else { 0.22 });
                    let to = Point::new(x + step, y);
                    if wave {
                        path.curve_to(
                            (x + step * 0.35, y + up * step * 1.3),
                            (x + step * 0.65, y + up * step * 1.3),
                            (to.x, to.y),
                        );
                    } else {
                        path.line_to((x + step * 0.5, y + up * step));
                        path.line_to(to);
                    }
                }
            }
            (path, Some(step * 0.1))
        }
        Motif::Rays => {
            let c = rect.center();
            let reach = rect.width() + rect.height();
            let count = ((360.0 / step.clamp(4.0, 90.0)) as i64).max(4);
            for n in 0..count {
                let a = (n as f64 * 360.0 / count as f64).to_radians();
                let b = ((n as f64 + 0.5) * 360.0 / count as f64).to_radians();
                path.move_to(c);
                path.line_to((c.x + libm::sin(a) * reach, c.y - libm::cos(a) * reach));
                path.line_to((c.x + libm::sin(b) * reach, c.y - libm::cos(b) * reach));
                path.close_path();
            }
            (path, None)
        }
        Motif::Grain => {
            let mut state = 0x2545_f491_4f6c_dd1d_u64;
            let mut noise = || {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                (state >> 40) as f64 / (1_u64 << 24) as f64
            };
            for _ in 0..(columns * rows).min(6_000) {
                let (x, y, s) = (
                    rect.x0 + rect.width() * noise(),
                    rect.y0 + rect.height() * noise(),
                    step * (0.05 + 0.1 * noise()),
                );
                add(
                    &mut path,
                    super::shapes::rounded_rect_path(Rect::new(x, y, x + s, y + s), [0.0; 4]),
                );
            }
            (path, None)
        }
    }
}

fn add(path: &mut BezPath, more: BezPath) {
    path.extend(more.elements().iter().copied());
}

fn line(path: &mut BezPath, from: Point, to: Point) {
    path.move_to(from);
    path.line_to(to);
}
