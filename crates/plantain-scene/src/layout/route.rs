//! Routes connectors between boxes.

use vello_cpu::kurbo::{BezPath, Point, Rect, Vec2};

use crate::node::{Connector, Route, Side};

/// Gap between a line's end and the box it points at.
const GAP: f64 = 3.0;
/// Radius of the corners of an elbow.
const CORNER: f64 = 10.0;

/// A routed line: its path, and where it ends with the direction there.
pub(super) struct Routed {
    pub path: BezPath,
    pub start: (Point, Vec2),
    pub end: (Point, Vec2),
}

/// Routes a connector from one box to another.
pub(super) fn route(connector: &Connector, from: Rect, to: Rect) -> Routed {
    let (from_side, to_side) = sides(connector, from, to);
    let (a, out) = dock(from, from_side, to.center());
    let (b, back) = dock(to, to_side, from.center());
    let (a, b) = (a + out * GAP, b + back * GAP);
    let mut path = BezPath::new();
    path.move_to(a);
    match connector.route {
        Route::Straight => {
            path.line_to(b);
            let along = unit(b - a);
            Routed {
                path,
                start: (a, -along),
                end: (b, along),
            }
        }
        Route::Curve => {
            let reach = ((b - a).hypot() * 0.4).max(20.0);
            path.curve_to(a + out * reach, b + back * reach, b);
            Routed {
                path,
                start: (a, -out),
                end: (b, -back),
            }
        }
        Route::Elbow => {
            for window in rounded(&elbow(a, out, b, back)) {
                match window {
                    Turn::Line(p) => path.line_to(p),
                    Turn::Bend(c, p) => path.quad_to(c, p),
                }
            }
            Routed {
                path,
                start: (a, -out),
                end: (b, -back),
            }
        }
    }
}

fn sides(connector: &Connector, from: Rect, to: Rect) -> (Side, Side) {
    let d = to.center() - from.center();
    // The free distance decides: boxes side by side are joined at their flanks.
    let gap_x = d.x.abs() - (from.width() + to.width()) / 2.0;
    let gap_y = d.y.abs() - (from.height() + to.height()) / 2.0;
    let auto = if gap_x >= gap_y {
        if d.x >= 0.0 {
            (Side::Right, Side::Left)
        } else {
            (Side::Left, Side::Right)
        }
    } else if d.y >= 0.0 {
        (Side::Bottom, Side::Top)
    } else {
        (Side::Top, Side::Bottom)
    };
    let or = |side: Side, auto: Side| if side == Side::Auto { auto } else { side };
    (
        or(connector.from_side, auto.0),
        or(connector.to_side, auto.1),
    )
}

fn dock(rect: Rect, side: Side, toward: Point) -> (Point, Vec2) {
    let c = rect.center();
    match side {
        Side::Left => (Point::new(rect.x0, c.y), Vec2::new(-1.0, 0.0)),
        Side::Right => (Point::new(rect.x1, c.y), Vec2::new(1.0, 0.0)),
        Side::Top => (Point::new(c.x, rect.y0), Vec2::new(0.0, -1.0)),
        Side::Bottom => (Point::new(c.x, rect.y1), Vec2::new(0.0, 1.0)),
        Side::Center | Side::Auto => (c, unit(toward - c)),
    }
}

fn unit(v: Vec2) -> Vec2 {
    let long = v.hypot();
    if long > 1e-9 {
        v / long
    } else {
        Vec2::new(1.0, 0.0)
    }
}

fn elbow(a: Point, out: Vec2, b: Point, back: Vec2) -> Vec<Point> {
    let horizontal = |v: Vec2| v.x.abs() > v.y.abs();
    let mut points = vec![a];
    match (horizontal(out), horizontal(back)) {
        (true, true) => {
            let x = (a.x + b.x) / 2.0;
            points.extend([Point::new(x, a.y), Point::new(x, b.y)]);
        }
        (false, false) => {
            let y = (a.y + b.y) / 2.0;
            points.extend([Point::new(a.x, y), Point::new(b.x, y)]);
        }
        (true, false) => points.push(Point::new(b.x, a.y)),
        (false, true) => points.push(Point::new(a.x, b.y)),
    }
    points.push(b);
    points
}

enum Turn {
    Line(Point),
    Bend(Point, Point),
}

fn rounded(points: &[Point]) -> Vec<Turn> {
    let mut turns = Vec::new();
    for n in 1..points.len() {
        let Some(next) = points.get(n + 1) else {
            turns.push(Turn::Line(points[n]));
            break;
        };
        let (here, before) = (points[n], points[n - 1]);
        let r = CORNER
            .min((here - before).hypot() / 2.0)
            .min((*next - here).hypot() / 2.0);
        if r < 0.5 {
            turns.push(Turn::Line(here));
            continue;
        }
        turns.push(Turn::Line(here - unit(here - before) * r));
        turns.push(Turn::Bend(here, here + unit(*next - here) * r));
    }
    turns
}
