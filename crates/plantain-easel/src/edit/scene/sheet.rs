//! The scene on the desk: its tree, where everything lies, and what was done to it so far.

use std::collections::BTreeSet;
use std::sync::Arc;

use plantain_engine::{EngineError, Input, Note};
use plantain_scene::layout::{Picture, layout};
use plantain_scene::{Node, Scene};

use crate::rng::Rng;
use crate::stage::rect::Rect;

/// A scene that is being edited.
pub struct Sheet<'a> {
    pub scene: Scene,
    /// Where everything lies; none after a change.
    placed: Option<Picture>,
    /// What was done, a sentence for each step.
    pub reasons: Vec<String>,
    pub notes: Vec<Note>,
    /// How sure it is that the right nodes were meant; the least of all steps.
    pub confidence: f32,
    /// Ids of nodes that must stay as they are.
    pub kept: BTreeSet<String>,
    /// Whether the things before the background must stay as they are, or the background itself.
    pub keep_front: bool,
    pub keep_background: bool,
    /// Ids of what the step before spoke of.
    pub same: Vec<String>,
    /// The point of a chart that the step before set: the chart's id and the point's label.
    pub point: Option<(String, String)>,
    /// Words that stand on the next thing that is cast.
    pub inscription: Option<String>,
    pub inputs: &'a [Arc<Input>],
    pub rng: Rng,
}

impl<'a> Sheet<'a> {
    pub fn new(mut scene: Scene, inputs: &'a [Arc<Input>], seed: u64) -> Self {
        scene.assign_ids();
        Self {
            scene,
            placed: None,
            reasons: Vec::new(),
            notes: Vec::new(),
            confidence: 1.0,
            kept: BTreeSet::new(),
            keep_front: false,
            keep_background: false,
            same: Vec::new(),
            point: None,
            inscription: None,
            inputs,
            rng: Rng::new(seed),
        }
    }

    /// Returns where everything lies now.
    pub fn picture(&mut self) -> &Picture {
        let scene = &self.scene;
        self.placed.get_or_insert_with(|| layout(scene))
    }

    /// Forgets where everything lies, because the scene changes; nodes that are new get ids.
    pub fn touch(&mut self) -> &mut Scene {
        self.placed = None;
        self.scene.assign_ids();
        &mut self.scene
    }

    /// Whether the picture is a design of one of these genres.
    pub fn is_of_genre(&self, genres: &[&str]) -> bool {
        let genre = self.scene.root.facts.get("genre");
        genre.is_some_and(|genre| genres.contains(&genre.as_str()))
    }

    /// Returns the logical size of the canvas.
    pub fn size(&self) -> (f32, f32) {
        self.scene.canvas.logical()
    }

    /// Returns the box of a node in canvas coordinates.
    pub fn rect(&mut self, id: &str) -> Option<Rect> {
        let found = self.picture().boxes.iter().find(|own| own.id == id)?;
        Some(rect_of(found.rect))
    }

    pub fn node(&self, id: &str) -> Option<&Node> {
        find(&self.scene.root, id)
    }

    pub fn node_mut(&mut self, id: &str) -> Option<&mut Node> {
        self.placed = None;
        find_mut(&mut self.scene.root, id)
    }

    /// Returns the id of a node's parent and the node's place among its siblings.
    pub fn parent(&self, id: &str) -> Option<(String, usize)> {
        let parent = find_where(&self.scene.root, &|node| {
            node.children.iter().any(|child| child.id == id)
        })?;
        let place = parent.children.iter().position(|child| child.id == id)?;
        Some((parent.id.clone(), place))
    }

    /// Returns the ids of a node's ancestors, the root first.
    pub fn ancestors(&self, id: &str) -> Vec<String> {
        let mut path = Vec::new();
        trace(&self.scene.root, id, &mut path);
        path.pop();
        path
    }

    /// Takes nodes out of the tree.
    pub fn remove(&mut self, ids: &[String]) {
        fn prune(node: &mut Node, ids: &[String]) {
            node.children.retain(|child| !ids.contains(&child.id));
            for child in &mut node.children {
                prune(child, ids);
            }
        }
        self.placed = None;
        prune(&mut self.scene.root, ids);
    }

    /// Puts nodes before the child at `place` of a node, with ids of their own; returns these.
    pub fn insert(&mut self, parent: &str, place: usize, nodes: Vec<Node>) -> Vec<String> {
        let mut taken = self.ids();
        let nodes: Vec<Node> = nodes
            .into_iter()
            .map(|node| fresh(node, &mut taken))
            .collect();
        let ids = nodes.iter().map(|node| node.id.clone()).collect();
        if let Some(parent) = self.node_mut(parent) {
            let place = place.min(parent.children.len());
            parent.children.splice(place..place, nodes);
        }
        ids
    }

    fn ids(&self) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        self.scene.root.visit(&mut |node| {
            ids.insert(node.id.clone());
        });
        ids
    }

    /// Returns copies of nodes under new ids; what they say of each other follows.
    pub fn copies(&self, nodes: &[Node]) -> Vec<Node> {
        let mut taken = self.ids();
        let mut renamed = Vec::new();
        let mut copies: Vec<Node> = nodes
            .iter()
            .map(|node| {
                let copy = fresh(node.clone(), &mut taken);
                renamed.push((node.id.clone(), copy.id.clone()));
                copy
            })
            .collect();
        for copy in &mut copies {
            if let Some(of) = copy.facts.get_mut("of")
                && let Some((_, new)) = renamed.iter().find(|(old, _)| old == of)
            {
                of.clone_from(new);
            }
        }
        copies
    }

    pub fn because(&mut self, reason: impl Into<String>) {
        self.reasons.push(reason.into());
    }

    pub fn note(&mut self, code: &'static str, message: impl Into<String>) {
        self.notes.push(Note::new(code, message));
    }

    pub fn sure(&mut self, confidence: f32) {
        self.confidence = self.confidence.min(confidence);
    }

    /// Drops what must stay as it is from a list of ids.
    pub fn free(&self, ids: &[String]) -> Vec<String> {
        ids.iter()
            .filter(|id| !self.kept.contains(*id))
            .cloned()
            .collect()
    }
}

/// The refusal of what this engine cannot draw.
pub fn undrawable(what: impl Into<String>) -> EngineError {
    EngineError::EditNeedsGenerativeEngine {
        what: vec![what.into()],
    }
}

pub fn rect_of(rect: plantain_scene::layout::Rect) -> Rect {
    Rect::new(
        rect.x0 as f32,
        rect.y0 as f32,
        rect.width() as f32,
        rect.height() as f32,
    )
}

pub fn find<'n>(node: &'n Node, id: &str) -> Option<&'n Node> {
    find_where(node, &|node| node.id == id)
}

pub fn find_where<'n>(node: &'n Node, test: &impl Fn(&Node) -> bool) -> Option<&'n Node> {
    if test(node) {
        return Some(node);
    }
    node.children
        .iter()
        .find_map(|child| find_where(child, test))
}

fn find_mut<'n>(node: &'n mut Node, id: &str) -> Option<&'n mut Node> {
    if node.id == id {
        return Some(node);
    }
    node.children
        .iter_mut()
        .find_map(|child| find_mut(child, id))
}

fn trace(node: &Node, id: &str, path: &mut Vec<String>) -> bool {
    path.push(node.id.clone());
    if node.id == id || node.children.iter().any(|child| trace(child, id, path)) {
        return true;
    }
    path.pop();
    false
}

/// Gives a subtree ids that no other node has: the stem of the old one and the next free number.
fn fresh(mut node: Node, taken: &mut BTreeSet<String>) -> Node {
    if node.id.is_empty() || !taken.insert(node.id.clone()) {
        let old = if node.id.is_empty() {
            if node.role.is_empty() {
                node.content.kind()
            } else {
                &node.role
            }
        } else {
            &node.id
        };
        let stem = old
            .rsplit_once('-')
            .filter(|(_, n)| n.bytes().all(|b| b.is_ascii_digit()))
            .map_or(old, |(stem, _)| stem)
            .to_owned();
        let mut number = 1_u32;
        loop {
            let id = format!("{stem}-{number}");
            if taken.insert(id.clone()) {
                node.id = id;
                break;
            }
            number += 1;
        }
    }
    node.children = node
        .children
        .into_iter()
        .map(|child| fresh(child, taken))
        .collect();
    node
}

/// Returns the words of all texts in a subtree, in reading order of the tree.
pub fn texts(node: &Node) -> Vec<(String, String)> {
    let mut out = Vec::new();
    node.visit(&mut |inner| {
        if let Some(text) = inner.as_text() {
            out.push((inner.id.clone(), text.text.clone()));
        }
    });
    out
}
