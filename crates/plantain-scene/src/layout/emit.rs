//! Turns placed nodes into display operations and records.

use std::collections::HashMap;
use std::sync::Arc;

use vello_cpu::kurbo::{Affine, BezPath, Point, Rect, Shape as _, Vec2};

use super::shapes::outline;
use super::{Picture, effect, flow, mirror, paint, records::*, route};
use crate::chart;
use crate::color::{Rgba, Token};
use crate::display::{Brush, Fill, Glyphs, Op, Shadow, Stroke};
use crate::node::{Connector, Content, Node, Paint, PathData, Shape, Style, Text, Tip};
use crate::text::{SetText, ThemeMeasure, Typesetter};
use crate::theme::Theme;

/// Walks a placed tree once, parents before children, and paints into a [`Picture`].
pub(super) struct Emitter<'a> {
    pub theme: &'a Theme,
    pub language: &'a str,
    pub setter: &'a mut Typesetter,
    pub picture: Picture,
    /// Boxes by id, for connectors.
    pub rects: HashMap<String, Rect>,
    /// Pixels to a logical unit, for effects.
    pub unit: f32,
    /// Product of all opacities above.
    pub opacity: f32,
    pub depth: usize,
    /// Whether the next frame's fill is left out: the root's, on a transparent canvas.
    pub groundless: bool,
    /// Whether left and right are exchanged here.
    pub mirrored: bool,
}

impl Emitter<'_> {
    /// Paints the theme's canvas, so that nothing shows through where a scene paints nothing.
    pub fn ground(&mut self, width: f32, height: f32) {
        let rect = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let path = Arc::new(outline(Shape::Rect, rect, [0.0; 4]));
        self.fill_op(
            &path,
            Brush::Solid(self.theme.token(Token::Canvas)),
            Affine::IDENTITY,
            false,
        );
    }

    /// Emits a solved tree; `transform` maps the root's parent coordinates to the canvas. On a `transparent` canvas the
    /// root's own ground is left out.
    pub fn tree(&mut self, root: &Node, boxes: &flow::Boxes, transform: Affine, transparent: bool) {
        self.groundless = transparent;
        self.node(
            root,
            boxes,
            &mut 0,
            Vec2::ZERO,
            transform,
            &Inherited::default(),
        );
    }

    fn node(
        &mut self,
        node: &Node,
        boxes: &flow::Boxes,
        next: &mut usize,
        origin: Vec2,
        transform: Affine,
        inherited: &Inherited<'_>,
    ) {
        let [x, y, w, h] = boxes[*next].map(f64::from);
        *next += 1;
        let rect = Rect::new(
            origin.x + x,
            origin.y + y,
            origin.x + x + w,
            origin.y + y + h,
        );
        let transform = if node.style.rotate == 0.0 {
            transform
        } else {
            let side = if self.mirrored { -1.0 } else { 1.0 };
            transform * turn(side * f64::from(node.style.rotate), rect.center())
        };
        let first = self.picture.display.ops.len();
        let before = self.opacity;
        let layered = node.style.opacity < 1.0
            && (!node.children.is_empty() || !matches!(node.content, Content::Text(_)));
        if layered {
            self.push(Op::PushOpacity(node.style.opacity.max(0.0)));
        }
        self.opacity *= node.style.opacity.clamp(0.0, 1.0);
        let own = Inherited {
            id: &node.id,
            role: &node.role,
            literal: node.literal,
            filler: node.filler || inherited.filler,
            within: if holds(node) {
                Some(transform.transform_rect_bbox(rect))
            } else {
                inherited.within
            },
        };
        self.record(node, rect, transform, &own);
        let fade = if layered {
            1.0
        } else {
            node.style.opacity.clamp(0.0, 1.0)
        };
        self.content(node, rect, transform, &own, fade);
        let clip = node.style.clip && !node.children.is_empty();
        if clip {
            let path = outline(frame_shape(node), rect, corners(&node.style));
            let path = mirror::path(path, rect, self.mirrored);
            self.push(Op::PushClip(Arc::new(transform * path)));
        }
        self.depth += 1;
        let outside = self.mirror(self.mirrored && !node.layout.keep_sides);
        for child in &node.children {
            self.node(child, boxes, next, rect.origin().to_vec2(), transform, &own);
        }
        self.mirror(outside);
        self.depth -= 1;
        if clip {
            self.push(Op::Pop);
        }
        if layered {
            self.push(Op::Pop);
        }
        if let Some(effect) = node.style.effect {
            let own = self.picture.display.ops.split_off(first);
            let area = transform.transform_rect_bbox(rect);
            self.picture
                .display
                .ops
                .extend(effect::apply(effect, own, area, self.unit));
        }
        self.opacity = before;
    }

    /// Sets whether left and right are exchanged from here on; returns whether they were.
    fn mirror(&mut self, mirrored: bool) -> bool {
        self.setter.right_to_left = mirrored;
        std::mem::replace(&mut self.mirrored, mirrored)
    }

    fn push(&mut self, op: Op) {
        self.picture.display.ops.push(op);
    }

    fn content(
        &mut self,
        node: &Node,
        rect: Rect,
        transform: Affine,
        own: &Inherited<'_>,
        fade: f32,
    ) {
        match &node.content {
            Content::Frame if std::mem::take(&mut self.groundless) => {}
            Content::Frame => self.form(&node.style, Shape::Rect, rect, transform),
            Content::Shape(shape) => self.form(&node.style, *shape, rect, transform),
            Content::Path(data) => self.path(&node.style, data, rect, transform),
            Content::Text(text) => {
                self.form(&node.style, Shape::Rect, rect, transform);
                self.text(text, rect, transform, own, fade);
            }
            Content::Icon(icon) => {
                self.form(&node.style, Shape::Rect, rect, transform);
                let color = self.theme.resolve(icon.color);
                let turned = self.mirrored && mirror::is_directional(&icon.name);
                let transform = if turned {
                    transform * mirror::flip(rect)
                } else {
                    transform
                };
                super::art::icon(icon, color, rect, transform, &mut self.picture.display.ops);
            }
            Content::Object(object) => {
                super::art::object(
                    object,
                    self.theme,
                    rect,
                    transform,
                    &mut self.picture.display.ops,
                );
            }
            Content::Chart(spec) => {
                self.form(&node.style, Shape::Rect, rect, transform);
                let mut measure = ThemeMeasure {
                    typesetter: &mut *self.setter,
                    theme: self.theme,
                    language: self.language,
                };
                let parts = chart::expand(
                    spec,
                    rect.width() as f32,
                    rect.height() as f32,
                    self.theme,
                    &mut measure,
                );
                let outside = self.mirror(self.mirrored && !mirror::counts_rightwards(spec.chart));
                self.expanded(parts, rect, transform, own);
                self.mirror(outside);
            }
            Content::Connector(connector) => self.connector(connector, &node.style, transform),
            Content::Image(image) => {
                super::art::image(image, rect, transform, &mut self.picture.display.ops);
            }
        }
    }

    /// Lays out and emits the nodes that a component was expanded to.
    fn expanded(&mut self, parts: Vec<Node>, rect: Rect, transform: Affine, own: &Inherited<'_>) {
        let root = Node {
            filler: own.filler,
            children: parts,
            ..Node::default()
        };
        let mut boxes = flow::solve(
            &root,
            rect.width() as f32,
            rect.height() as f32,
            self.theme,
            self.language,
            self.setter,
        );
        if self.mirrored {
            mirror::boxes(&root, &mut boxes);
        }
        let prefix = own.id.to_owned();
        let mut next = 0;
        let inherited = Inherited {
            id: &prefix,
            role: own.role,
            literal: own.literal,
            filler: own.filler,
            within: own.within,
        };
        self.depth += 1;
        self.node(
            &root,
            &boxes,
            &mut next,
            rect.origin().to_vec2(),
            transform,
            &inherited,
        );
        self.depth -= 1;
    }

    fn record(&mut self, node: &Node, rect: Rect, transform: Affine, own: &Inherited<'_>) {
        let ground = match &node.style.fill {
            // A part of a ring paints little of its box, and mostly not where texts stand.
            Some(fill)
                if !matches!(
                    node.content,
                    Content::Connector(_) | Content::Shape(Shape::Ring { .. })
                ) =>
            {
                let brush = paint::brush(fill, rect, self.theme);
                let mut all: Vec<Rgba> = paint::colors(&brush)
                    .into_iter()
                    .map(|c| c.faded(self.opacity))
                    .collect();
                if let Paint::Pattern(pattern) = fill {
                    all.push(self.theme.resolve(pattern.color).faded(self.opacity));
                }
                all
            }
            _ => Vec::new(),
        };
        let (name, tint) = match &node.content {
            Content::Object(object) => (
                object.name.clone(),
                object.tint.map(|t| self.theme.resolve(t)),
            ),
            Content::Icon(icon) => (icon.name.clone(), None),
            Content::Chart(spec) => (format!("{:?}", spec.chart).to_lowercase(), None),
            _ => (String::new(), None),
        };
        self.picture.boxes.push(BoxRecord {
            id: own.id.to_owned(),
            role: own.role.to_owned(),
            kind: node.content.kind(),
            name,
            tint,
            rect: transform.transform_rect_bbox(rect),
            ground,
            filler: own.filler,
            order: self.picture.display.ops.len(),
            depth: self.depth,
        });
    }

    fn form(&mut self, style: &Style, shape: Shape, rect: Rect, transform: Affine) {
        if style.fill.is_none() && style.stroke.is_none() && style.shadows.is_empty() {
            return;
        }
        let path = outline(shape, rect, corners(style));
        let path = Arc::new(mirror::path(path, rect, self.mirrored));
        self.shadows(style, shape, rect, &path, transform);
        self.painted(style, &path, rect, transform, false);
    }

    fn path(&mut self, style: &Style, data: &PathData, rect: Rect, transform: Affine) {
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

    fn fill_op(&mut self, path: &Arc<BezPath>, brush: Brush, transform: Affine, even_odd: bool) {
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

    fn text(&mut self, text: &Text, rect: Rect, transform: Affine, own: &Inherited<'_>, fade: f32) {
        if text.text.trim().is_empty() {
            return;
        }
        let shrinks = text.min_size > 0.0;
        let (width, height) = (rect.width() as f32, rect.height() as f32);
        let set = if text.arc.is_some() {
            self.setter.set(text, self.theme, self.language, None, None)
        } else {
            self.setter.set(
                text,
                self.theme,
                self.language,
                Some(width),
                shrinks.then_some(height),
            )
        };
        let color = self.theme.resolve(text.color).faded(fade);
        let shown = if text.case == crate::node::Case::Upper {
            text.text.to_uppercase()
        } else {
            text.text.clone()
        };
        // A box that is higher than its text holds it in the middle when the text had to shrink; else at the top.
        let lift = if shrinks && set.size < text.size {
            ((height - set.height) / 2.0).max(0.0)
        } else {
            0.0
        };
        let mut lines = Vec::new();
        if let Some(arc) = text.arc {
            super::art::arc_text(
                &set,
                arc,
                color,
                rect,
                transform,
                &mut self.picture.display.ops,
            );
            lines.push(transform.transform_rect_bbox(rect));
        } else {
            for line in &set.lines {
                let origin = Vec2::new(rect.x0, rect.y0 + f64::from(lift));
                let ink = Rect::new(
                    f64::from(line.x),
                    f64::from(line.y - line.ascent),
                    f64::from(line.x + line.width),
                    f64::from(line.y + line.descent),
                ) + origin;
                lines.push(transform.transform_rect_bbox(ink));
                self.line(
                    text,
                    &set,
                    line,
                    color,
                    transform * Affine::translate(origin),
                    ink,
                );
            }
        }
        self.picture.texts.push(TextRecord {
            id: own.id.to_owned(),
            role: own.role.to_owned(),
            text: shown,
            literal: own.literal,
            filler: own.filler,
            size: set.size,
            weight: if text.weight == 0 {
                self.theme.fonts.get(text.font).weight
            } else {
                text.weight
            },
            color: self.theme.resolve(text.color).faded(self.opacity),
            rect: transform.transform_rect_bbox(rect),
            lines,
            overflow: set.overflow,
            missing: set.missing.clone(),
            order: self.picture.display.ops.len(),
            within: own.within,
            turned: text.arc.is_some() || !is_upright(transform),
        });
    }

    fn line(
        &mut self,
        text: &Text,
        set: &SetText,
        line: &crate::text::SetLine,
        color: Rgba,
        transform: Affine,
        ink: Rect,
    ) {
        let bounds = transform.transform_rect_bbox(
            Rect::new(
                f64::from(line.x),
                f64::from(line.y - set.size * 1.1),
                f64::from(line.x + line.width),
                f64::from(line.y + set.size * 0.5),
            )
            .inflate(f64::from(set.size) * 0.3, 0.0),
        );
        let faded = f32::from(color.0[3]) / f32::from(self.theme.resolve(text.color).0[3].max(1));
        for run in &line.runs {
            let span = usize::from(run.ink)
                .checked_sub(1)
                .and_then(|n| text.spans.get(n))
                .and_then(|s| s.color);
            let color = span.map_or(color, |c| self.theme.resolve(c).faded(faded));
            let glyphs = |color: Rgba, outline: f32| {
                Op::Glyphs(Glyphs {
                    run: Arc::new(run.clone()),
                    size: set.size,
                    color,
                    outline,
                    transform,
                    bounds,
                    text: Arc::clone(&set.plain),
                })
            };
            if let Some((width, ink)) = text.outline {
                let op = glyphs(self.theme.resolve(ink), width * set.size);
                self.push(op);
            }
            let op = glyphs(color, 0.0);
            self.push(op);
        }
        for inline in &line.inlines {
            let at = Rect::new(
                f64::from(inline.x),
                f64::from(inline.y),
                f64::from(inline.x + inline.size),
                f64::from(inline.y + inline.size),
            );
            super::art::emoji(
                &inline.cluster,
                at,
                transform,
                &mut self.picture.display.ops,
            );
        }
        let rule = |y: f64| {
            let thick = (f64::from(set.size) * 0.06).max(1.0);
            Rect::new(ink.x0, y, ink.x1, y + thick)
        };
        let base = ink.y1 - f64::from(line.descent);
        let plain = transform
            * Affine::translate(-(Vec2::new(ink.x0 - f64::from(line.x), base - f64::from(line.y))));
        if text.underline {
            self.fill_op(
                &Arc::new(rule(base + f64::from(set.size) * 0.12).to_path(0.1)),
                Brush::Solid(color),
                plain,
                false,
            );
        }
        if text.strike {
            self.fill_op(
                &Arc::new(rule(base - f64::from(set.size) * 0.28).to_path(0.1)),
                Brush::Solid(color),
                plain,
                false,
            );
        }
    }

    fn connector(&mut self, connector: &Connector, style: &Style, transform: Affine) {
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
                Tip::Dot => {
                    super::ellipse_path(Rect::from_center_size(at, (size * 0.8, size * 0.8)))
                }
                Tip::Arrow => arrow_head(at, along, size),
            };
            self.fill_op(&Arc::new(path), brush.clone(), transform, false);
        }
    }
}

/// What a node hands down for records.
#[derive(Default)]
struct Inherited<'a> {
    id: &'a str,
    role: &'a str,
    literal: bool,
    filler: bool,
    /// The nearest painted or cutting box above.
    within: Option<Rect>,
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

/// Whether what stands in a node must stay in it: cards, chips and frames that cut.
fn holds(node: &Node) -> bool {
    matches!(node.content, Content::Frame | Content::Shape(Shape::Rect))
        && (node.style.clip || node.style.fill.is_some())
}

fn frame_shape(node: &Node) -> Shape {
    match node.content {
        Content::Shape(shape) => shape,
        _ => Shape::Rect,
    }
}

fn corners(style: &Style) -> [f64; 4] {
    style.corners.unwrap_or([style.radius; 4]).map(f64::from)
}

/// Rotation around a point, with sine and cosine that do not depend on the machine.
fn turn(degrees: f64, center: Point) -> Affine {
    let rad = degrees.to_radians();
    let (sin, cos) = (libm::sin(rad), libm::cos(rad));
    let c = center.to_vec2();
    Affine::translate(c) * Affine::new([cos, sin, -sin, cos, 0.0, 0.0]) * Affine::translate(-c)
}

fn is_upright(transform: Affine) -> bool {
    let [_, b, c, ..] = transform.as_coeffs();
    b.abs() < 1e-6 && c.abs() < 1e-6
}
