//! Shapes, paths and connectors: their shadows, fills and strokes.

use std::sync::Arc;

use vello_cpu::kurbo::{Affine, BezPath, Point, Rect, Shape as _, Vec2};

use super::{Emitter, corners};
use crate::display::{Brush, Fill, Op, Shadow, Stroke};
use crate::layout::shapes::outline;
use crate::layout::{mirror, paint, route};
use crate::node::{Connector, Paint, PathData, Shape, Style, Tip};
use crate::theme::Theme;

impl Emitter<'_> {
    pub(super) fn form(&mut self, style: &Style, shape: Shape, rect: Rect, transform: Affine) {
        if style.fill.is_none() && style.stroke.is_none() && style.shadows.is_empty() {
            return;
        }
        let path = outline(shape, rect, corners(style));
        let path = Arc::new(mirror::path(path, rect, self.mirrored));
        self.shadows(style, shape, rect, &path, transform);
        self.painted(style, &path, rect, transform, false);
    }

    pub(super) fn path(&mut self, style: &Style, data: &PathData, rect: Rect, transform: Affine) {
        let Ok(path) = BezPath::from_svg(&data.d) else {
            return;
        };
        let [vw, vh] = data.view.map(|v| f64::from(v).max(1e-3));
        let (mut sx, mut sy) = (rect.width() / vw, rect.height() / vh);
        let (mut dx, mut dy) = (0.0, 0.0);
        if data.contain {
            let s = sx.min(sy);
            (dx, dy) = (
                (rect.width() - vw * s) / 2.0,
                (rect.height() - vh * s) / 2.0,
            );
            (sx, sy) = (s, s);
        }
        let fit =
            Affine::translate((rect.x0 + dx, rect.y0 + dy)) * Affine::scale_non_uniform(sx, sy);
        let path = Arc::new(mirror::path(fit * path, rect, self.mirrored));
        self.shadows(style, Shape::Blob { seed: 0 }, rect, &path, transform);
        self.painted(style, &path, rect, transform, data.even_odd);
    }

    fn shadows(
        &mut self,
        style: &Style,
        shape: Shape,
        rect: Rect,
        path: &Arc<BezPath>,
        transform: Affine,
    ) {
        for shadow in &style.shadows {
            let color = self.theme.resolve(shadow.color);
            let offset = Vec2::new(f64::from(shadow.dx), f64::from(shadow.dy));
            let spread = f64::from(shadow.spread);
            if shadow.blur <= 0.5 {
                let moved = transform * Affine::translate(offset);
                self.fill_op(path, Brush::Solid(color), moved, false);
                continue;
            }
            let radius = match shape {
                Shape::Rect => corners(style)[0],
                _ => rect.width().min(rect.height()) / 2.0,
            };
            let base = if matches!(shape, Shape::Rect | Shape::Ellipse) {
                rect
            } else {
                path.bounding_box()
            };
            let area = (base + offset).inflate(spread, spread);
            let sigma = shadow.blur / 2.0;
            let radius = radius
                .max(0.0)
                .min(area.width().min(area.height()).max(0.0) / 2.0)
                as f32;
            let bounds = transform
                .transform_rect_bbox(area.inflate(f64::from(sigma) * 3.0, f64::from(sigma) * 3.0));
            let hidden = covered(style, shape, rect, self.theme);
            self.push(Op::Shadow(Shadow {
                rect: area,
                radius,
                sigma,
                hidden,
                color,
                transform,
                bounds,
            }));
        }
    }

    fn painted(
        &mut self,
        style: &Style,
        path: &Arc<BezPath>,
        rect: Rect,
        transform: Affine,
        even_odd: bool,
    ) {
        if let Some(fill) = &style.fill {
            self.fill_op(
                path,
                paint::brush(fill, rect, self.theme),
                transform,
                even_odd,
            );
            if let Paint::Pattern(pattern) = fill {
                let (motif, width) = paint::motif(pattern, rect);
                let brush = Brush::Solid(self.theme.resolve(pattern.color));
                let motif = Arc::new(motif);
                self.push(Op::PushClip(Arc::new(transform * (**path).clone())));
                match width {
                    None => self.fill_op(&motif, brush, transform, false),
                    Some(width) => self.stroke_op(&motif, brush, width, None, false, transform),
                }
                self.push(Op::Pop);
            }
        }
        if let Some(stroke) = &style.stroke
            && stroke.width > 0.0
        {
            let brush = Brush::Solid(self.theme.resolve(stroke.color));
            let dash = stroke.dash.map(|d| d.map(|v| f64::from(v.max(0.1))));
            self.stroke_op(
                path,
                brush,
                f64::from(stroke.width),
                dash,
                stroke.round,
                transform,
            );
        }
    }

    pub(super) fn fill_op(
        &mut self,
        path: &Arc<BezPath>,
        brush: Brush,
        transform: Affine,
        even_odd: bool,
    ) {
        if brush.is_invisible() || path.is_empty() {
            return;
        }
        let bounds = transform.transform_rect_bbox(path.bounding_box());
        self.push(Op::Fill(Fill {
            path: Arc::clone(path),
            brush,
            even_odd,
            transform,
            bounds,
        }));
    }

    fn stroke_op(
        &mut self,
        path: &Arc<BezPath>,
        brush: Brush,
        width: f64,
        dash: Option<[f64; 2]>,
        round: bool,
        transform: Affine,
    ) {
        if brush.is_invisible() || path.is_empty() {
            return;
        }
        let bounds = transform.transform_rect_bbox(path.bounding_box().inflate(width, width));
        self.push(Op::Stroke(Stroke {
            path: Arc::clone(path),
            brush,
            width,
            dash,
            round,
            transform,
            bounds,
        }));
    }

    pub(super) fn connector(&mut self, connector: &Connector, style: &Style, transform: Affine) {
        let (Some(from), Some(to)) = (
            self.rects.get(&connector.from),
            self.rects.get(&connector.to),
        ) else {
            return;
        };
        let Some(stroke) = style.stroke.clone() else {
            return;
        };
        let routed = if self.mirrored {
            route::route(&mirror::connector(connector), *from, *to)
        } else {
            route::route(connector, *from, *to)
        };
        let brush = Brush::Solid(self.theme.resolve(stroke.color));
        let width = f64::from(stroke.width);
        let dash = stroke.dash.map(|d| d.map(f64::from));
        self.stroke_op(
            &Arc::new(routed.path),
            brush.clone(),
            width,
            dash,
            true,
            transform,
        );
        for (tip, (at, along)) in [(connector.start, routed.start), (connector.end, routed.end)] {
            let size = (width * 4.0).max(8.0);
            let path = match tip {
                Tip::None => continue,
                Tip::Dot => crate::layout::ellipse_path(Rect::from_center_size(
                    at,
                    (size * 0.8, size * 0.8),
                )),
                Tip::Arrow => arrow_head(at, along, size),
            };
            self.fill_op(&Arc::new(path), brush.clone(), transform, false);
        }
    }
}

fn arrow_head(at: Point, along: Vec2, size: f64) -> BezPath {
    let side = Vec2::new(-along.y, along.x) * size * 0.5;
    let tip = at + along * size * 0.35;
    let back = tip - along * size;
    let mut path = BezPath::new();
    path.move_to(tip);
    path.line_to(back + side);
    path.line_to(back + along * size * 0.22);
    path.line_to(back - side);
    path.close_path();
    path
}

/// Returns the part of a box that its own opaque fill is sure to cover, rounded corners left out.
fn covered(style: &Style, shape: Shape, rect: Rect, theme: &Theme) -> Option<Rect> {
    let opaque = match (&style.fill, shape) {
        (Some(fill), Shape::Rect) => paint::colors(&paint::brush(fill, rect, theme))
            .iter()
            .all(|c| c.0[3] == 255),
        _ => false,
    };
    let inset = corners(style).into_iter().fold(0.0, f64::max) * 0.3 + 1.5;
    let inner = rect.inflate(-inset, -inset);
    (opaque && style.opacity >= 1.0 && inner.width() > 0.0 && inner.height() > 0.0).then_some(inner)
}
