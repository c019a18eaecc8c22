//! Lays a scene out: node tree in, [`Picture`] out (display list, and a record of every box and text for checks).

mod art;
mod effect;
mod emit;
mod flow;
mod mirror;
mod paint;
mod records;
mod route;
mod shapes;
mod surface;
mod warp;

pub use records::{BoxRecord, TextRecord};
pub use shapes::{ellipse_path, rounded_rect_path};
pub use warp::{form_aspect, girth};

use std::collections::HashMap;

pub use vello_cpu::kurbo::Rect;
use vello_cpu::kurbo::{Affine, Point};

use crate::display::DisplayList;
use crate::node::Node;
use crate::scene::{Direction, Scene};
use crate::text::Typesetter;

/// A scene whose every box, line and glyph has its place.
#[derive(Debug, Clone, Default)]
pub struct Picture {
    /// Logical size.
    pub width: f32,
    pub height: f32,
    /// Logical coordinates of the top-left corner of what is drawn; the canvas's own unless a part is drawn alone.
    pub origin: Point,
    pub display: DisplayList,
    /// Every node with its box, in paint order.
    pub boxes: Vec<BoxRecord>,
    /// Every text with its lines, in paint order.
    pub texts: Vec<TextRecord>,
}

impl Picture {
    /// Returns the characters that no font has, sorted.
    pub fn missing_glyphs(&self) -> Vec<char> {
        let mut all: Vec<char> = self
            .texts
            .iter()
            .flat_map(|text| text.missing.iter().copied())
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Lays out and resolves a scene.
pub fn layout(scene: &Scene) -> Picture {
    Typesetter::with(|setter| layout_with(scene, setter))
}

fn layout_with(scene: &Scene, setter: &mut Typesetter) -> Picture {
    let (width, height) = scene.canvas.logical();
    let mut boxes = flow::solve(
        &scene.root,
        width,
        height,
        &scene.theme,
        &scene.language,
        setter,
    );
    let mirrored = scene.direction == Direction::Rtl;
    if mirrored {
        mirror::boxes(&scene.root, &mut boxes);
    }
    setter.right_to_left = mirrored;
    let mut emitter = emit::Emitter {
        theme: &scene.theme,
        language: &scene.language,
        setter,
        picture: Picture {
            width,
            height,
            ..Picture::default()
        },
        rects: absolute(&scene.root, &boxes),
        unit: scene.canvas.unit,
        opacity: 1.0,
        depth: 0,
        groundless: false,
        mirrored,
    };
    if !scene.canvas.transparent {
        emitter.ground(width, height);
    }
    emitter.tree(
        &scene.root,
        &boxes,
        Affine::IDENTITY,
        scene.canvas.transparent,
    );
    emitter.setter.right_to_left = false;
    emitter.picture
}

/// Returns the boxes of all nodes with ids in canvas coordinates, turns left aside.
fn absolute(root: &Node, boxes: &flow::Boxes) -> HashMap<String, Rect> {
    fn walk(
        node: &Node,
        boxes: &flow::Boxes,
        next: &mut usize,
        x: f64,
        y: f64,
        out: &mut HashMap<String, Rect>,
    ) {
        let [dx, dy, w, h] = boxes[*next].map(f64::from);
        *next += 1;
        let (x, y) = (x + dx, y + dy);
        if !node.id.is_empty() {
            out.insert(node.id.clone(), Rect::new(x, y, x + w, y + h));
        }
        for child in &node.children {
            walk(child, boxes, next, x, y, out);
        }
    }
    let mut out = HashMap::new();
    walk(root, boxes, &mut 0, 0.0, 0.0, &mut out);
    out
}
