//! The scene: a whole picture as data.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::node::{Content, Node};
use crate::theme::Theme;

mod versions;

/// Version of the scene format that this build writes.
pub const SCENE_VERSION: u32 = 1;
/// Largest number of nodes in a scene.
pub const NODES_MAX: usize = 20_000;
/// Deepest nesting of nodes.
pub const DEPTH_MAX: usize = 64;
/// Longest text of one node, in bytes.
pub const TEXT_BYTES_MAX: usize = 200_000;
/// Most facts of one node, and the longest of them in bytes.
pub const FACTS_MAX: usize = 64;
pub const FACT_BYTES_MAX: usize = 4_000;
/// Longest side of a canvas, in pixels.
pub const SIDE_MAX: u32 = 12_288;
/// Largest canvas, in pixels.
pub const PIXELS_MAX: u64 = 36_000_000;

/// A whole picture as data: what a plan produces, an edit changes and drawing reads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    /// Format version, 1.
    pub version: u32,
    pub canvas: Canvas,
    pub theme: Theme,
    /// ISO 639-1 code of the texts; decides the form of Han characters and quotes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Which side rows, texts and charts begin at.
    #[serde(default, skip_serializing_if = "Direction::is_ltr")]
    pub direction: Direction,
    /// Short name of the picture.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What the picture shows, for people who cannot see it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alt: String,
    /// The tree; its box is the canvas.
    pub root: Node,
}

/// The side at which reading begins.
///
/// Right to left mirrors the whole layout: rows, grids, absolute places, paths, charts and the sides of texts. Texts,
/// images and objects themselves are never mirrored, nor are the insides of nodes that keep their sides and charts whose
/// horizontal axis counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    #[default]
    Ltr,
    Rtl,
}

impl Direction {
    fn is_ltr(&self) -> bool {
        *self == Self::Ltr
    }
}

/// Size and unit of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Canvas {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Pixels to one logical unit.
    #[serde(default = "one")]
    pub unit: f32,
    /// No ground is painted where nothing stands.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub transparent: bool,
}

impl Canvas {
    /// Returns a canvas whose logical size has about as much area as 1024 by 1024 units.
    ///
    /// Small pictures get fewer units, so that text does not become illegible: below 768 pixels (as the root of the
    /// area) the unit stays at three quarters of a pixel.
    pub fn new(width: u32, height: u32) -> Self {
        let side = (width as f32 * height as f32).sqrt();
        Self {
            width,
            height,
            unit: (side / 1024.0).max(0.75),
            transparent: false,
        }
    }

    /// Returns width and height in logical units.
    pub fn logical(&self) -> (f32, f32) {
        (
            self.width as f32 / self.unit,
            self.height as f32 / self.unit,
        )
    }
}

fn one() -> f32 {
    1.0
}

impl Scene {
    /// Gives every node without an id one that is made of its role and a number, in document order.
    pub fn assign_ids(&mut self) {
        let mut taken = BTreeSet::new();
        self.root.visit(&mut |node| {
            if !node.id.is_empty() {
                taken.insert(node.id.clone());
            }
        });
        let mut counters = BTreeMap::<String, u32>::new();
        self.root.visit_mut(&mut |node| {
            if !node.id.is_empty() {
                return;
            }
            let base = if node.role.is_empty() {
                node.content.kind()
            } else {
                &node.role
            }
            .to_owned();
            let counter = counters.entry(base.clone()).or_default();
            loop {
                *counter += 1;
                let id = format!("{base}-{counter}");
                if taken.insert(id.clone()) {
                    node.id = id;
                    return;
                }
            }
        });
    }

    /// Checks the limits that a scene from outside must keep.
    ///
    /// # Errors
    /// A sentence naming the field, its value and what is allowed.
    pub fn validate(&self) -> Result<(), String> {
        if self.version != SCENE_VERSION {
            return Err(format!(
                "version {}: must be {SCENE_VERSION} in memory",
                self.version
            ));
        }
        let Canvas {
            width,
            height,
            unit,
            ..
        } = self.canvas;
        if width == 0 || height == 0 || width > SIDE_MAX || height > SIDE_MAX {
            return Err(format!(
                "canvas {width}x{height}: each side must be 1 to {SIDE_MAX} pixels"
            ));
        }
        if u64::from(width) * u64::from(height) > PIXELS_MAX {
            return Err(format!(
                "canvas {width}x{height}: at most {PIXELS_MAX} pixels in all"
            ));
        }
        if !(unit.is_finite() && (0.01..=100.0).contains(&unit)) {
            return Err(format!("canvas.unit {unit}: must be 0.01 to 100"));
        }
        check_tree(&self.root)
    }
}

fn check_tree(root: &Node) -> Result<(), String> {
    let mut stack = vec![(root, 1_usize)];
    let (mut count, mut ids) = (0_usize, BTreeSet::new());
    while let Some((node, depth)) = stack.pop() {
        count += 1;
        if count > NODES_MAX {
            return Err(format!("more than {NODES_MAX} nodes"));
        }
        if depth > DEPTH_MAX {
            return Err(format!(
                "node `{}` is nested deeper than {DEPTH_MAX}",
                node.id
            ));
        }
        if !node.id.is_empty() && !ids.insert(node.id.as_str()) {
            return Err(format!("id `{}` stands on two nodes", node.id));
        }
        if let Content::Text(text) = &node.content
            && text.text.len() > TEXT_BYTES_MAX
        {
            return Err(format!(
                "text of node `{}` has {} bytes: at most {TEXT_BYTES_MAX}",
                node.id,
                text.text.len()
            ));
        }
        let long = |(key, value): (&String, &String)| key.len() + value.len() > FACT_BYTES_MAX;
        if node.facts.len() > FACTS_MAX || node.facts.iter().any(long) {
            return Err(format!(
                "facts of node `{}`: at most {FACTS_MAX}, each of at most {FACT_BYTES_MAX} bytes",
                node.id
            ));
        }
        stack.extend(node.children.iter().map(|child| (child, depth + 1)));
    }
    Ok(())
}

impl Node {
    /// Calls `f` for this node and all below it, parents first.
    pub fn visit<'a>(&'a self, f: &mut impl FnMut(&'a Self)) {
        f(self);
        for child in &self.children {
            child.visit(f);
        }
    }

    /// Calls `f` for this node and all below it, parents first.
    pub fn visit_mut(&mut self, f: &mut impl FnMut(&mut Self)) {
        f(self);
        for child in &mut self.children {
            child.visit_mut(f);
        }
    }
}

impl Content {
    /// Returns the name of the kind, as in JSON.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Frame => "frame",
            Self::Text(_) => "text",
            Self::Shape(_) => "shape",
            Self::Path(_) => "path",
            Self::Icon(_) => "icon",
            Self::Object(_) => "object",
            Self::Chart(_) => "chart",
            Self::Connector(_) => "connector",
            Self::Image(_) => "image",
        }
    }
}
