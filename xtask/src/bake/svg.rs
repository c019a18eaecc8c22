//! SVG text to flat lists of paths, with usvg settling units, references and transforms.

use kurbo::{Affine, BezPath, Cap, Join, PathEl, Point, Rect, Shape, Size, Stroke, StrokeOpts};
use usvg::tiny_skia_path::PathSegment;

/// What a part is filled with. Colours are sRGB with straight alpha.
pub enum Paint {
    Solid([u8; 3]),
    Linear {
        from: Point,
        to: Point,
        stops: Vec<Stop>,
    },
    Radial {
        centre: Point,
        radius: f64,
        stops: Vec<Stop>,
    },
}

pub struct Stop {
    pub offset: f32,
    pub colour: [u8; 4],
}

pub struct Part {
    pub path: BezPath,
    pub paint: Paint,
    pub opacity: u8,
    pub even_odd: bool,
    /// The part lies behind what the object contains (a group with an id starting in `back`).
    pub back: bool,
}

/// Returns the outlines of a line icon: each path with whether it is a filled dot as well.
pub fn strokes(text: &str) -> Result<Vec<(BezPath, bool)>, String> {
    let tree = usvg::Tree::from_str(text, &usvg::Options::default()).map_err(|e| e.to_string())?;
    let mut out = Vec::new();
    walk(tree.root(), false, 1.0, &mut |path, _, _| {
        out.push((bez(path, Affine::IDENTITY), path.fill().is_some()));
    });
    Ok(out)
}

/// Returns the view box, scaled so that its longer side is `grid`, and the parts in paint order.
pub fn parts(text: &str, grid: f64) -> Result<(Size, Vec<Part>), String> {
    let tree = usvg::Tree::from_str(text, &usvg::Options::default()).map_err(|e| e.to_string())?;
    let (width, height) = (
        f64::from(tree.size().width()),
        f64::from(tree.size().height()),
    );
    let scale = grid / width.max(height);
    let affine = Affine::scale(scale);
    let mut out = Vec::new();
    walk(tree.root(), false, 1.0, &mut |path, back, opacity| {
        add(path, affine, back, opacity, &mut out)
    });
    let frame = Rect::new(0.0, 0.0, width * scale, height * scale);
    out.iter_mut()
        .for_each(|part| part.path = clip(&part.path, frame));
    // What rounds away on the grid paints nothing.
    out.retain(|part| part.path.bounding_box().size().max_side() > grid / 4096.0);
    if out.is_empty() {
        return Err("nothing is painted".into());
    }
    Ok((Size::new(width * scale, height * scale), out))
}

fn walk(
    group: &usvg::Group,
    back: bool,
    opacity: f32,
    visit: &mut dyn FnMut(&usvg::Path, bool, f32),
) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => {
                walk(
                    inner,
                    back || inner.id().starts_with("back"),
                    opacity * inner.opacity().get(),
                    visit,
                );
            }
            usvg::Node::Path(path) if path.is_visible() => {
                visit(path, back || path.id().starts_with("back"), opacity)
            }
            _ => {}
        }
    }
}

fn add(path: &usvg::Path, affine: Affine, back: bool, opacity: f32, out: &mut Vec<Part>) {
    let to_grid = affine * to_affine(path.abs_transform());
    if let Some(fill) = path.fill() {
        out.push(Part {
            path: bez(path, affine),
            paint: paint(fill.paint(), to_grid),
            opacity: alpha(opacity * fill.opacity().get()),
            even_odd: fill.rule() == usvg::FillRule::EvenOdd,
            back,
        });
    }
    if let Some(stroke) = path.stroke() {
        let style = Stroke::new(f64::from(stroke.width().get()))
            .with_caps(match stroke.linecap() {
                usvg::LineCap::Butt => Cap::Butt,
                usvg::LineCap::Round => Cap::Round,
                usvg::LineCap::Square => Cap::Square,
            })
            .with_join(match stroke.linejoin() {
                usvg::LineJoin::Round => Join::Round,
                usvg::LineJoin::Bevel => Join::Bevel,
                _ => Join::Miter,
            });
        let outline = kurbo::stroke(raw(path), &style, &StrokeOpts::default(), 0.01);
        out.push(Part {
            path: to_grid * outline,
            paint: paint(stroke.paint(), to_grid),
            opacity: alpha(opacity * stroke.opacity().get()),
            even_odd: false,
            back,
        });
    }
}

/// How far (in grid units) a path may stick out of the view box before it is cut.
const OVERHANG: f64 = 0.7;

/// Cuts polygons that stick far out of the view box; curves never do in these sets and are left alone.
fn clip(path: &BezPath, frame: Rect) -> BezPath {
    let curved = path
        .elements()
        .iter()
        .any(|el| matches!(el, PathEl::QuadTo(..) | PathEl::CurveTo(..)));
    if curved
        || frame
            .inflate(OVERHANG, OVERHANG)
            .contains_rect(path.bounding_box())
    {
        return path.clone();
    }
    let mut out = BezPath::new();
    let mut points = Vec::new();
    for element in path.elements().iter().chain([&PathEl::ClosePath]) {
        match element {
            PathEl::LineTo(p) => points.push(*p),
            _ => {
                let kept = clip_polygon(std::mem::take(&mut points), frame);
                if let Some((first, rest)) = kept.split_first() {
                    out.move_to(*first);
                    rest.iter().for_each(|p| out.line_to(*p));
                    out.close_path();
                }
                if let PathEl::MoveTo(p) = element {
                    points.push(*p);
                }
            }
        }
    }
    out
}

/// Cuts a polygon at each side of `frame` in turn (Sutherland and Hodgman).
fn clip_polygon(mut points: Vec<Point>, frame: Rect) -> Vec<Point> {
    let inside: [&dyn Fn(Point) -> f64; 4] = [
        &|p| p.x - frame.x0,
        &|p| frame.x1 - p.x,
        &|p| p.y - frame.y0,
        &|p| frame.y1 - p.y,
    ];
    for distance in inside {
        let mut kept = Vec::new();
        for (i, &b) in points.iter().enumerate() {
            let a = points[(i + points.len() - 1) % points.len()];
            let (da, db) = (distance(a), distance(b));
            if (da < 0.0) != (db < 0.0) {
                kept.push(a.lerp(b, da / (da - db)));
            }
            if db >= 0.0 {
                kept.push(b);
            }
        }
        points = kept;
    }
    points
}

fn alpha(opacity: f32) -> u8 {
    (opacity * 255.0).round() as u8
}

fn paint(paint: &usvg::Paint, affine: Affine) -> Paint {
    let stops = |stops: &[usvg::Stop]| {
        stops
            .iter()
            .map(|s| Stop {
                offset: s.offset().get(),
                colour: [
                    s.color().red,
                    s.color().green,
                    s.color().blue,
                    alpha(s.opacity().get()),
                ],
            })
            .collect()
    };
    match paint {
        usvg::Paint::Color(c) => Paint::Solid([c.red, c.green, c.blue]),
        usvg::Paint::LinearGradient(g) => {
            let affine = affine * to_affine(g.transform());
            Paint::Linear {
                from: affine * Point::new(g.x1().into(), g.y1().into()),
                to: affine * Point::new(g.x2().into(), g.y2().into()),
                stops: stops(g.stops()),
            }
        }
        usvg::Paint::RadialGradient(g) => {
            let affine = affine * to_affine(g.transform());
            let scale = affine.determinant().abs().sqrt();
            Paint::Radial {
                centre: affine * Point::new(g.cx().into(), g.cy().into()),
                radius: f64::from(g.r().get()) * scale,
                stops: stops(g.stops()),
            }
        }
        usvg::Paint::Pattern(_) => Paint::Solid([128, 128, 128]),
    }
}

fn bez(path: &usvg::Path, affine: Affine) -> BezPath {
    affine * to_affine(path.abs_transform()) * raw(path)
}

fn raw(path: &usvg::Path) -> BezPath {
    let mut out = BezPath::new();
    let p = |p: usvg::tiny_skia_path::Point| Point::new(p.x.into(), p.y.into());
    for segment in path.data().segments() {
        match segment {
            PathSegment::MoveTo(a) => out.move_to(p(a)),
            PathSegment::LineTo(a) => out.line_to(p(a)),
            PathSegment::QuadTo(a, b) => out.quad_to(p(a), p(b)),
            PathSegment::CubicTo(a, b, c) => out.curve_to(p(a), p(b), p(c)),
            PathSegment::Close => out.close_path(),
        }
    }
    out
}

fn to_affine(t: usvg::Transform) -> Affine {
    Affine::new([t.sx, t.ky, t.kx, t.sy, t.tx, t.ty].map(f64::from))
}
