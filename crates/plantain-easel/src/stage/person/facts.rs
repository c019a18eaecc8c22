//! What a scene tells of a drawn person, so that an edit can draw the same person otherwise.

use plantain_scene::color::Color;
use plantain_scene::node::Node;

use super::{Person, draw_bust};
use crate::stage::rect::Rect;

/// Fact that holds the whole person.
const FIGURE: &str = "figure";
/// Fact of a person who is drawn mirrored.
const MIRRORED: &str = "mirrored";
/// Fact of a portrait.
const BUST: &str = "bust";

impl Person {
    /// Draws the whole figure into a box, with the facts that [`redrawn`] needs.
    pub fn node(&self, r: Rect, flip: bool) -> Node {
        let node = self.told(self.draw(r, flip));
        match flip {
            true => node.fact(MIRRORED, "true"),
            false => node,
        }
    }

    /// Draws head and shoulders into a box, with the facts that [`redrawn`] needs.
    pub fn portrait(&self, r: Rect) -> Node {
        self.told(draw_bust(self, r)).fact(BUST, "true")
    }

    /// Writes down who is drawn.
    fn told(&self, node: Node) -> Node {
        let node = self
            .colors()
            .into_iter()
            .fold(node, |node, (key, color)| node.fact(key, color.to_string()));
        match serde_json::to_string(self) {
            Ok(figure) => node.fact(FIGURE, figure),
            Err(_) => node,
        }
    }

    /// The colours that edits name, by what has them.
    fn colors(&self) -> Vec<(&'static str, Color)> {
        let worn = [
            ("hat", self.hat.map(|(_, color)| color)),
            ("scarf", self.scarf),
        ];
        let own = [
            ("skin", self.skin),
            ("top", self.top),
            ("bottom", self.bottom),
            ("shoes", self.shoes),
            ("hair", self.hair_color),
        ];
        let worn = worn
            .into_iter()
            .filter_map(|(key, color)| Some((key, color?)));
        own.into_iter()
            .chain(worn)
            .map(|(key, color)| (key, color.into()))
            .collect()
    }

    /// Takes over the colours that an edit gave the drawing.
    fn take_colors(&mut self, node: &Node) {
        let color = |key: &str| match node.facts.get(key)?.parse().ok()? {
            Color::Fixed(rgba) => Some(rgba),
            Color::Token(..) => None,
        };
        let own = [
            ("skin", &mut self.skin),
            ("top", &mut self.top),
            ("bottom", &mut self.bottom),
            ("shoes", &mut self.shoes),
            ("hair", &mut self.hair_color),
        ];
        for (key, place) in own {
            *place = color(key).unwrap_or(*place);
        }
        if let (Some((_, place)), Some(color)) = (&mut self.hat, color("hat")) {
            *place = color;
        }
        if let (Some(place), Some(color)) = (&mut self.scarf, color("scarf")) {
            *place = color;
        }
    }
}

/// Returns the person that a node draws; none for other things, and where the node does not tell.
pub fn drawn(node: &Node) -> Option<Person> {
    let mut person: Person = serde_json::from_str(node.facts.get(FIGURE)?).ok()?;
    person.take_colors(node);
    Some(person)
}

/// Returns a node with another person in the place of the one that it draws: same id, role and box.
pub fn redrawn(node: &Node, person: &Person, (w, h): (f32, f32)) -> Node {
    let r = Rect::new(0.0, 0.0, w, h);
    let new = match node.facts.contains_key(BUST) {
        true => person.portrait(r),
        false => person.node(r, node.facts.contains_key(MIRRORED)),
    };
    let mut out = node.clone();
    for key in ["hat", "scarf"] {
        out.facts.remove(key);
    }
    out.facts.extend(new.facts);
    out.children = new.children;
    out
}
