//! Turns placed nodes into display operations and records.

mod forms;
mod text;

use std::collections::HashMap;
use std::sync::Arc;

use vello_cpu::kurbo::{Affine, Point, Rect, Vec2};

use super::shapes::outline;
use super::{Picture, effect, flow, mirror, paint, records::*};
use crate::chart;
use crate::color::{Rgba, Token};
use crate::display::{Brush, Op};
use crate::node::{Content, Node, Paint, Shape, Style};
use crate::text::{ThemeMeasure, Typesetter};
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
