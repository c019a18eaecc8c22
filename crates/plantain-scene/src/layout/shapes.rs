//! Outlines of the plain forms, fitted to a box.

use vello_cpu::kurbo::{BezPath, Point, Rect};

use crate::node::Shape;

/// Handle length of a cubic that draws a quarter circle of radius 1.
const KAPPA: f64 = 0.552_284_749_830_793_4;

/// Returns a rectangle with corner radii top-left, top-right, bottom-right, bottom-left.
pub fn rounded_rect_path(rect: Rect, radii: [f64; 4]) -> BezPath {
    let limit = rect.width().min(rect.height()).max(0.0) / 2.0;
    let [tl, tr, br, bl] = radii.map(|r| r.max(0.0).min(limit));
    let Rect { x0, y0, x1, y1 } = rect;
    let k = 1.0 - KAPPA;
    let mut path = BezPath::new();
    path.move_to((x0 + tl, y0));
    path.line_to((x1 - tr, y0));
    if tr > 0.0 {
        path.curve_to((x1 - tr * k, y0), (x1, y0 + tr * k), (x1, y0 + tr));
    }
    path.line_to((x1, y1 - br));
    if br > 0.0 {
        path.curve_to((x1, y1 - br * k), (x1 - br * k, y1), (x1 - br, y1));
    }
    path.line_to((x0 + bl, y1));
    if bl > 0.0 {
        path.curve_to((x0 + bl * k, y1), (x0, y1 - bl * k), (x0, y1 - bl));
    }
    path.line_to((x0, y0 + tl));
    if tl > 0.0 {
        path.curve_to((x0, y0 + tl * k), (x0 + tl * k, y0), (x0 + tl, y0));
    }
    path.close_path();
    path
}

/// Returns the ellipse that fills a box.
pub fn ellipse_path(rect: Rect) -> BezPath {
    let c = rect.center();
    let (rx, ry) = (rect.width() / 2.0, rect.height() / 2.0);
    let (kx, ky) = (rx * KAPPA, ry * KAPPA);
    let mut path = BezPath::new();
    path.move_to((c.x + rx, c.y));
    path.curve_to((c.x + rx, c.y + ky), (c.x + kx, c.y + ry), (c.x, c.y + ry));
    path.curve_to((c.x - kx, c.y + ry), (c.x - rx, c.y + ky), (c.x - rx, c.y));
    path.curve_to((c.x - rx, c.y - ky), (c.x - kx, c.y - ry), (c.x, c.y - ry));
    path.curve_to((c.x + kx, c.y - ry), (c.x + rx, c.y - ky), (c.x + rx, c.y));
    path.close_path();
    path
}

/// Returns the point at `degrees` clockwise from the top on the ellipse that fills a box, scaled by `share`.
fn on_ellipse(rect: Rect, degrees: f64, share: f64) -> Point {
    let rad = degrees.to_radians();
    let c = rect.center();
    Point::new(
        c.x + libm::sin(rad) * rect.width() / 2.0 * share,
        c.y - libm::cos(rad) * rect.height() / 2.0 * share,
    )
}

/// Adds an arc along the ellipse of a box from one angle to another, degrees clockwise from the top.
fn arc_to(path: &mut BezPath, rect: Rect, from: f64, to: f64, share: f64) {
    let steps = ((to - from).abs() / 45.0).ceil().max(1.0);
    let step = (to - from) / steps;
    let handle = 4.0 / 3.0 * libm::tan(step.to_radians() / 4.0);
    let (rx, ry) = (rect.width() / 2.0 * share, rect.height() / 2.0 * share);
    for n in 0..steps as usize {
        let (a, b) = (
            (from + step * n as f64).to_radians(),
            (from + step * (n as f64 + 1.0)).to_radians(),
        );
        let c = rect.center();
        let (sa, ca, sb, cb) = (libm::sin(a), libm::cos(a), libm::sin(b), libm::cos(b));
        path.curve_to(
            (c.x + rx * (sa + handle * ca), c.y - ry * (ca - handle * sa)),
            (c.x + rx * (sb - handle * cb), c.y - ry * (cb + handle * sb)),
            (c.x + rx * sb, c.y - ry * cb),
        );
    }
}

/// Returns the outline of a form that fills a box; `radii` matter to rectangles.
pub(super) fn outline(shape: Shape, rect: Rect, radii: [f64; 4]) -> BezPath {
    let Rect { x0, y0, x1, y1 } = rect;
    let (w, h) = (rect.width(), rect.height());
    let at = |x: f64, y: f64| Point::new(x0 + w * x, y0 + h * y);
    match shape {
        Shape::Rect => rounded_rect_path(rect, radii),
        Shape::Ellipse => ellipse_path(rect),
        Shape::Polygon { sides, turn } => {
            let sides = sides.clamp(3, 64);
            polygon((0..sides).map(|n| {
                on_ellipse(
                    rect,
                    f64::from(turn) + 360.0 * f64::from(n) / f64::from(sides),
                    1.0,
                )
            }))
        }
        Shape::Star { points, inner } => {
            let points = points.clamp(3, 64);
            let inner = f64::from(inner.clamp(0.05, 1.0));
            polygon((0..points * 2).map(|n| {
                let share = if n % 2 == 0 { 1.0 } else { inner };
                on_ellipse(rect, 180.0 * f64::from(n) / f64::from(points), share)
            }))
        }
        Shape::Ring { from, to, hole } => {
            ring(rect, f64::from(from), f64::from(to), f64::from(hole))
        }
        Shape::Line { rising } => {
            let mut path = BezPath::new();
            path.move_to(if rising { (x0, y1) } else { (x0, y0) });
            path.line_to(if rising { (x1, y0) } else { (x1, y1) });
            path
        }
        Shape::Heart => curves(
            at(0.5, 0.27),
            &[
                [at(0.43, 0.06), at(0.27, 0.02), at(0.18, 0.05)],
                [at(0.03, 0.10), at(-0.02, 0.27), at(0.02, 0.41)],
                [at(0.08, 0.62), at(0.32, 0.82), at(0.5, 1.0)],
                [at(0.68, 0.82), at(0.92, 0.62), at(0.98, 0.41)],
                [at(1.02, 0.27), at(0.97, 0.10), at(0.82, 0.05)],
                [at(0.73, 0.02), at(0.57, 0.06), at(0.5, 0.27)],
            ],
        ),
        Shape::Drop => curves(
            at(0.5, 0.0),
            &[
                [at(0.56, 0.14), at(1.0, 0.46), at(1.0, 0.66)],
                [at(1.0, 0.86), at(0.78, 1.0), at(0.5, 1.0)],
                [at(0.22, 1.0), at(0.0, 0.86), at(0.0, 0.66)],
                [at(0.0, 0.46), at(0.44, 0.14), at(0.5, 0.0)],
            ],
        ),
        Shape::Blob { seed } => blob(rect, seed),
        Shape::Ribbon => polygon(
            [
                at(0.0, 0.0),
                at(1.0, 0.0),
                at(1.0 - 0.35 * h / w.max(1e-3), 0.5),
                at(1.0, 1.0),
                at(0.0, 1.0),
                at(0.35 * h / w.max(1e-3), 0.5),
            ]
            .into_iter(),
        ),
        Shape::Bubble { tail } => bubble(rect, radii, f64::from(tail.clamp(0.05, 0.95))),
        Shape::Ticket { notch } => ticket(rect, radii[0], f64::from(notch.clamp(0.0, 1.0))),
        Shape::Arrow => polygon(
            [
                at(0.0, 0.3),
                at(0.6, 0.3),
                at(0.6, 0.0),
                at(1.0, 0.5),
                at(0.6, 1.0),
                at(0.6, 0.7),
                at(0.0, 0.7),
            ]
            .into_iter(),
        ),
        Shape::Chevron => {
            let d = (0.5 * h / w.max(1e-3)).min(0.45);
            polygon(
                [
                    at(0.0, 0.0),
                    at(1.0 - d, 0.0),
                    at(1.0, 0.5),
                    at(1.0 - d, 1.0),
                    at(0.0, 1.0),
                    at(d, 0.5),
                ]
                .into_iter(),
            )
        }
        Shape::Wave => {
            let mut path = BezPath::new();
            path.move_to(at(0.0, 0.3));
            path.curve_to(at(0.17, 0.0), at(0.33, 0.0), at(0.5, 0.3));
            path.curve_to(at(0.67, 0.6), at(0.83, 0.6), at(1.0, 0.3));
            path.line_to(at(1.0, 1.0));
            path.line_to(at(0.0, 1.0));
            path.close_path();
            path
        }
        Shape::Pin => pin(rect),
        Shape::Bevel { cut } => {
            let c = f64::from(cut).max(0.0).min(w.min(h) / 2.0);
            polygon(
                [
                    (x0 + c, y0),
                    (x1 - c, y0),
                    (x1, y0 + c),
                    (x1, y1 - c),
                    (x1 - c, y1),
                    (x0 + c, y1),
                    (x0, y1 - c),
                    (x0, y0 + c),
                ]
                .map(Point::from)
                .into_iter(),
            )
        }
        Shape::Scoop { scoop } => scooped(rect, f64::from(scoop).max(0.0).min(w.min(h) / 2.0)),
        Shape::Triangle => polygon([at(0.5, 0.0), at(1.0, 1.0), at(0.0, 1.0)].into_iter()),
        Shape::Trapezoid { top } => {
            let inset = (1.0 - f64::from(top.clamp(0.0, 1.0))) / 2.0;
            polygon(
                [
                    at(inset, 0.0),
                    at(1.0 - inset, 0.0),
                    at(1.0, 1.0),
                    at(0.0, 1.0),
                ]
                .into_iter(),
            )
        }
        Shape::Cross => polygon(
            [
                at(0.35, 0.0),
                at(0.65, 0.0),
                at(0.65, 0.35),
                at(1.0, 0.35),
                at(1.0, 0.65),
                at(0.65, 0.65),
                at(0.65, 1.0),
                at(0.35, 1.0),
                at(0.35, 0.65),
                at(0.0, 0.65),
                at(0.0, 0.35),
                at(0.35, 0.35),
            ]
            .into_iter(),
        ),
    }
}

fn polygon(mut points: impl Iterator<Item = Point>) -> BezPath {
    let mut path = BezPath::new();
    if let Some(first) = points.next() {
        path.move_to(first);
        points.for_each(|p| path.line_to(p));
        path.close_path();
    }
    path
}

fn curves(start: Point, segments: &[[Point; 3]]) -> BezPath {
    let mut path = BezPath::new();
    path.move_to(start);
    for [a, b, c] in segments {
        path.curve_to(*a, *b, *c);
    }
    path.close_path();
    path
}

fn ring(rect: Rect, from: f64, to: f64, hole: f64) -> BezPath {
    let hole = hole.clamp(0.0, 0.99);
    let mut path = BezPath::new();
    if (to - from).abs() >= 359.99 {
        path = ellipse_path(rect);
        if hole > 0.0 {
            let inner =
                Rect::from_center_size(rect.center(), (rect.width() * hole, rect.height() * hole));
            path.extend(
                ellipse_path(inner)
                    .reverse_subpaths()
                    .elements()
                    .iter()
                    .copied(),
            );
        }
        return path;
    }
    path.move_to(on_ellipse(rect, from, 1.0));
    arc_to(&mut path, rect, from, to, 1.0);
    if hole > 0.0 {
        path.line_to(on_ellipse(rect, to, hole));
        arc_to(&mut path, rect, to, from, hole);
    } else {
        path.line_to(rect.center());
    }
    path.close_path();
    path
}

fn blob(rect: Rect, seed: u32) -> BezPath {
    const CORNERS: usize = 7;
    let mut state = u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut noise = || {
        state = state
            .wrapping_mul(0x5851_f42d_4c95_7f2d)
            .wrapping_add(0x1405_7b7e_f767_814f);
        (state >> 40) as f64 / (1_u64 << 24) as f64
    };
    let points: Vec<Point> = (0..CORNERS)
        .map(|n| {
            on_ellipse(
                rect,
                (n as f64 + 0.35 * (noise() - 0.5)) * 360.0 / CORNERS as f64,
                0.78 + 0.22 * noise(),
            )
        })
        .collect();
    let at = |n: usize| points[n % CORNERS];
    let mut path = BezPath::new();
    path.move_to(points[0]);
    for n in 0..CORNERS {
        // Catmull-Rom through the corners.
        let (p0, p1, p2, p3) = (at(n + CORNERS - 1), at(n), at(n + 1), at(n + 2));
        path.curve_to(p1 + (p2 - p0) / 5.0, p2 - (p3 - p1) / 5.0, p2);
    }
    path.close_path();
    path
}

fn bubble(rect: Rect, radii: [f64; 4], tail: f64) -> BezPath {
    let depth = (rect.height() * 0.16).min(rect.width() * 0.2);
    let body = Rect::new(rect.x0, rect.y0, rect.x1, rect.y1 - depth);
    let r = radii[0].max(body.height().min(body.width()) * 0.18);
    let mut path = rounded_rect_path(body, [r; 4]);
    let x = (body.x0 + body.width() * tail)
        .max(body.x0 + r + depth * 0.6)
        .min((body.x1 - r - depth * 0.6).max(body.x0 + r + depth * 0.6));
    path.move_to((x - depth * 0.6, body.y1 - 0.5));
    path.line_to((x - depth * 0.5, rect.y1));
    path.line_to((x + depth * 0.6, body.y1 - 0.5));
    path.close_path();
    path
}

fn ticket(rect: Rect, radius: f64, notch: f64) -> BezPath {
    let Rect { x0, y0, x1, y1 } = rect;
    let r = (rect.height() * 0.07).max(6.0).min(rect.height() / 4.0);
    let c = radius.max(0.0).min(rect.height() / 4.0);
    let x = (x0 + rect.width() * notch).max(x0 + c + r).min(x1 - c - r);
    let top = Rect::new(x - r, y0 - r, x + r, y0 + r);
    let bottom = Rect::new(x - r, y1 - r, x + r, y1 + r);
    let k = 1.0 - KAPPA;
    let mut path = BezPath::new();
    path.move_to((x0 + c, y0));
    path.line_to((x - r, y0));
    arc_to(&mut path, top, 270.0, 90.0, 1.0);
    path.line_to((x1 - c, y0));
    path.curve_to((x1 - c * k, y0), (x1, y0 + c * k), (x1, y0 + c));
    path.line_to((x1, y1 - c));
    path.curve_to((x1, y1 - c * k), (x1 - c * k, y1), (x1 - c, y1));
    path.line_to((x + r, y1));
    arc_to(&mut path, bottom, 90.0, -90.0, 1.0);
    path.line_to((x0 + c, y1));
    path.curve_to((x0 + c * k, y1), (x0, y1 - c * k), (x0, y1 - c));
    path.line_to((x0, y0 + c));
    path.curve_to((x0, y0 + c * k), (x0 + c * k, y0), (x0 + c, y0));
    path.close_path();
    path
}

fn pin(rect: Rect) -> BezPath {
    let (w, h) = (rect.width(), rect.height());
    let at = |x: f64, y: f64| Point::new(rect.x0 + w * x, rect.y0 + h * y);
    curves(
        at(0.5, 1.0),
        &[
            [at(0.42, 0.84), at(0.0, 0.60), at(0.0, 0.36)],
            [at(0.0, 0.16), at(0.22, 0.0), at(0.5, 0.0)],
            [at(0.78, 0.0), at(1.0, 0.16), at(1.0, 0.36)],
            [at(1.0, 0.60), at(0.58, 0.84), at(0.5, 1.0)],
        ],
    )
}

fn scooped(rect: Rect, s: f64) -> BezPath {
    let Rect { x0, y0, x1, y1 } = rect;
    let corner = |x: f64, y: f64| Rect::new(x - s, y - s, x + s, y + s);
    let mut path = BezPath::new();
    path.move_to((x0 + s, y0));
    path.line_to((x1 - s, y0));
    arc_to(&mut path, corner(x1, y0), 270.0, 180.0, 1.0);
    path.line_to((x1, y1 - s));
    arc_to(&mut path, corner(x1, y1), 0.0, -90.0, 1.0);
    path.line_to((x0 + s, y1));
    arc_to(&mut path, corner(x0, y1), 90.0, 0.0, 1.0);
    path.line_to((x0, y0 + s));
    arc_to(&mut path, corner(x0, y0), 180.0, 90.0, 1.0);
    path.close_path();
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use vello_cpu::kurbo::Shape as _;

    #[test]
    fn forms_stay_in_their_box() {
        let rect = Rect::new(10.0, 20.0, 210.0, 120.0);
        let roomy = rect.inflate(2.0, 2.0);
        let forms = [
            Shape::Rect,
            Shape::Ellipse,
            Shape::Polygon {
                sides: 6,
                turn: 0.0,
            },
            Shape::Star {
                points: 5,
                inner: 0.4,
            },
            Shape::Ring {
                from: 20.0,
                to: 300.0,
                hole: 0.6,
            },
            Shape::Heart,
            Shape::Drop,
            Shape::Blob { seed: 7 },
            Shape::Ribbon,
            Shape::Bubble { tail: 0.3 },
            Shape::Ticket { notch: 0.7 },
            Shape::Arrow,
            Shape::Chevron,
            Shape::Wave,
            Shape::Pin,
            Shape::Bevel { cut: 9.0 },
            Shape::Scoop { scoop: 9.0 },
            Shape::Triangle,
            Shape::Trapezoid { top: 0.5 },
            Shape::Cross,
        ];
        for form in forms {
            let bounds = outline(form, rect, [8.0; 4]).bounding_box();
            assert!(roomy.union(bounds) == roomy, "{form:?} reaches {bounds:?}");
            assert!(
                bounds.width() > 90.0 && bounds.height() > 60.0,
                "{form:?} is only {bounds:?}"
            );
        }
    }
}
