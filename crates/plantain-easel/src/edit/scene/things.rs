//! What there is on a picture: its things, each with all nodes that belong to it.

use std::collections::BTreeMap;

use plantain_scene::color::Rgba;
use plantain_scene::node::{Content, Len, Paint};
use plantain_scene::{Node, Theme};

use super::sheet::{Sheet, rect_of};
use crate::stage::memo::FRONT;
use crate::stage::rect::Rect;
use crate::treatment::BACKDROP;

/// What kind of node a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An illustrated object, a person, a sign.
    Object,
    Icon,
    Text,
    /// A card, a button, a row.
    Part,
    Chart,
    Picture,
    Background,
}

/// Something that can be pointed at.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    /// Id of its main node.
    pub id: String,
    pub kind: Kind,
    /// Singular English noun, or the words of a text.
    pub noun: String,
    /// Ids of all its nodes: shadow, halves, words on it, ripples; the main one among them.
    pub own: Vec<String>,
    pub rect: Rect,
    pub color: Option<Rgba>,
}

impl Sheet<'_> {
    /// Returns all illustrated objects and icons, in reading order.
    pub fn things(&mut self) -> Vec<Thing> {
        let mut found: Vec<(String, Kind, String, Option<Rgba>)> = Vec::new();
        let mut belongings: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let theme = self.scene.theme.clone();
        walk(&self.scene.root, &mut |node| {
            // What the place shows of itself is no thing of its own.
            if node.role == BACKDROP || node.role == FRONT {
                return false;
            }
            if let Some(of) = node.facts.get("of") {
                belongings
                    .entry(of.clone())
                    .or_default()
                    .push(node.id.clone());
            }
            for pair in node.children.windows(2) {
                if pair[0].role == "shadow" && pair[1].role == "art" {
                    let own = belongings.entry(pair[1].id.clone()).or_default();
                    own.push(pair[0].id.clone());
                }
            }
            if let Some((kind, noun)) = named(node) {
                found.push((node.id.clone(), kind, noun, color_of(node, &theme)));
                return !matches!(node.content, Content::Frame);
            }
            true
        });
        let rects: BTreeMap<String, Rect> = self
            .picture()
            .boxes
            .iter()
            .map(|own| (own.id.clone(), rect_of(own.rect)))
            .collect();
        let mut things: Vec<Thing> = found
            .into_iter()
            .filter_map(|(id, kind, noun, color)| {
                let rect = *rects.get(&id)?;
                let mut own = belongings.get(&id).cloned().unwrap_or_default();
                own.push(id.clone());
                Some(Thing {
                    id,
                    kind,
                    noun,
                    own,
                    rect,
                    color,
                })
            })
            .collect();
        read_in_order(&mut things);
        things
    }

    /// Returns all texts with their boxes, in reading order.
    pub fn lines(&mut self) -> Vec<Thing> {
        let mut things: Vec<Thing> = self
            .picture()
            .texts
            .iter()
            .filter(|text| !text.id.is_empty())
            .map(|text| Thing {
                id: text.id.clone(),
                kind: Kind::Text,
                noun: text.text.clone(),
                own: vec![text.id.clone()],
                rect: text
                    .lines
                    .iter()
                    .map(|line| rect_of(*line))
                    .reduce(|a, b| a.union(&b))
                    .unwrap_or_else(|| rect_of(text.rect)),
                color: Some(text.color),
            })
            .collect();
        // The tree has the words as they were given; the picture may have capitals.
        for thing in &mut things {
            if let Some(text) = self.node(&thing.id).and_then(Node::as_text) {
                thing.noun.clone_from(&text.text);
            }
        }
        things.retain(|thing| self.node(&thing.id).is_some_and(|n| n.as_text().is_some()));
        read_in_order(&mut things);
        things
    }

    /// Returns one thing of any node.
    pub fn thing(&mut self, id: &str, kind: Kind) -> Option<Thing> {
        if let Some(known) = self.things().into_iter().find(|thing| thing.id == id) {
            return Some(known);
        }
        let rect = self.rect(id)?;
        let node = self.node(id)?;
        let noun = node
            .as_text()
            .map_or_else(|| node.role.clone(), |text| text.text.clone());
        let color = color_of(node, &self.scene.theme);
        Some(Thing {
            id: id.to_owned(),
            kind,
            noun,
            own: vec![id.to_owned()],
            rect,
            color,
        })
    }

    /// Returns what there is on the picture, in a few words each, for those who asked for something else.
    pub fn found(&mut self) -> Vec<String> {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for thing in self.things() {
            if thing.kind != Kind::Object {
                continue;
            }
            match counts.iter_mut().find(|(noun, _)| *noun == thing.noun) {
                Some((_, n)) => *n += 1,
                None => counts.push((thing.noun, 1)),
            }
        }
        let mut found: Vec<String> = counts
            .into_iter()
            .map(|(noun, n)| {
                if n == 1 {
                    format!("a {noun}")
                } else {
                    format!("{n} × {noun}")
                }
            })
            .collect();
        if let Some(place) = self.stage_place() {
            found.push(format!("the {place} behind"));
        }
        for line in self.lines().into_iter().take(8) {
            let role = self
                .node(&line.id)
                .map_or("", |n| n.role.as_str())
                .to_owned();
            let role = if role.is_empty() {
                "text".to_owned()
            } else {
                role
            };
            found.push(format!("a {role} “{}”", short(&line.noun)));
        }
        let mut charts = 0;
        self.scene.root.visit(&mut |node| {
            charts += usize::from(matches!(node.content, Content::Chart(_)));
        });
        if charts > 0 {
            found.push("a chart".into());
        }
        found.truncate(16);
        found
    }
}

/// Returns a text cut to what a message can hold.
pub fn short(text: &str) -> String {
    let cut: String = text.chars().take(40).collect();
    if cut.len() < text.len() {
        format!("{cut}…")
    } else {
        cut
    }
}

/// Walks the tree as long as `f` says to go deeper.
pub fn walk<'n>(node: &'n Node, f: &mut impl FnMut(&'n Node) -> bool) {
    if f(node) {
        for child in &node.children {
            walk(child, f);
        }
    }
}

/// Returns kind and noun of a node that is a thing of its own.
fn named(node: &Node) -> Option<(Kind, String)> {
    if node.facts.contains_key("of") {
        return None;
    }
    if let Some(noun) = node.facts.get("noun") {
        return Some((Kind::Object, noun.clone()));
    }
    match &node.content {
        Content::Object(object) => Some((Kind::Object, object.name.replace('-', " "))),
        Content::Icon(icon) => Some((Kind::Icon, icon.name.replace('-', " "))),
        Content::Image(_) => Some((Kind::Picture, "picture".into())),
        _ if node.role == "object" && !node.id.is_empty() => {
            // Scenes of earlier versions say only by their ids what a person or a sign is.
            let stem = node
                .id
                .rsplit_once('-')
                .map_or(node.id.as_str(), |(s, _)| s);
            Some((Kind::Object, stem.replace('-', " ")))
        }
        _ => None,
    }
}

/// Returns the colour by which one would call a node.
pub fn color_of(node: &Node, theme: &Theme) -> Option<Rgba> {
    match &node.content {
        Content::Object(object) => object.tint.map(|tint| theme.resolve(tint)).or_else(|| {
            let [r, g, b] = plantain_art::object(&object.name)?.main_colour();
            Some(Rgba::rgb(r, g, b))
        }),
        Content::Icon(icon) => Some(theme.resolve(icon.color)),
        Content::Text(text) => Some(theme.resolve(text.color)),
        _ => match &node.style.fill {
            Some(Paint::Color(color)) => Some(theme.resolve(*color)),
            Some(Paint::Linear { stops, .. } | Paint::Radial { stops, .. }) => {
                stops.first().map(|(_, color)| theme.resolve(*color))
            }
            _ => main_fill(node, theme),
        },
    }
}

/// Returns the colour that most forms of a drawing share; large forms and strong colours weigh more.
pub fn main_fill(node: &Node, theme: &Theme) -> Option<Rgba> {
    /// What a path weighs beside shapes: its box says little of how much it fills.
    const PATH: f32 = 0.35;
    let area = |node: &Node| match (node.layout.w, node.layout.h) {
        (Len::Units(w), Len::Units(h)) => Some(w * h),
        _ => None,
    };
    let whole = area(node).filter(|whole| *whole > 0.0);
    let share = |inner: &Node| match (&inner.content, area(inner).zip(whole)) {
        (Content::Shape(_), Some((own, whole))) => (own / whole).sqrt().min(1.0),
        _ => PATH,
    };
    let mut weights: Vec<(Rgba, f32)> = Vec::new();
    for child in &node.children {
        child.visit(&mut |inner| {
            let Some(Paint::Color(color)) = &inner.style.fill else {
                return;
            };
            let color = theme.resolve(*color);
            let weight = share(inner) * (1.0 + 6.0 * color.oklch().c);
            match weights.iter_mut().find(|(known, _)| *known == color) {
                Some((_, sum)) => *sum += weight,
                None => weights.push((color, weight)),
            }
        });
    }
    let mut best: Option<(Rgba, f32)> = None;
    for (color, weight) in weights {
        if best.is_none_or(|(_, most)| weight > most) {
            best = Some((color, weight));
        }
    }
    best.map(|(color, _)| color)
}

/// Sorts as one reads: line by line from the top, from left to right.
pub fn read_in_order(things: &mut Vec<Thing>) {
    things.sort_by(|a, b| a.rect.cy().total_cmp(&b.rect.cy()));
    let mut rows: Vec<Vec<Thing>> = Vec::new();
    for thing in things.drain(..) {
        let fits = |row: &Vec<Thing>| {
            let first = &row[0].rect;
            let common = first.bottom().min(thing.rect.bottom()) - first.y.max(thing.rect.y);
            common > 0.4 * first.h.min(thing.rect.h)
        };
        match rows.iter_mut().find(|row| fits(row)) {
            Some(row) => row.push(thing),
            None => rows.push(vec![thing]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.rect.cx().total_cmp(&b.rect.cx()));
    }
    things.extend(rows.into_iter().flatten());
}

/// Returns whether two nouns name the same kind of thing: by word, by kind, or because they are drawn alike.
pub fn same_noun(asked: &str, there: &str) -> bool {
    let (asked, there) = (clean(asked), clean(there));
    if asked == there {
        return true;
    }
    let last = |noun: &str| noun.rsplit(' ').next().unwrap_or("").to_owned();
    // An ice cream is what the cone holds.
    let led = asked.contains(' ')
        && there
            .strip_prefix(&asked)
            .is_some_and(|rest| rest.starts_with(' '));
    if led || last(&there) == asked || (!asked.contains(' ') && last(&asked) == there) {
        return true;
    }
    let kind = |noun: &str| crate::stage::find::kind(noun).map(str::to_owned);
    if kind(&there).is_some_and(|k| k == asked) || kind(&asked).is_some_and(|k| k == there) {
        return true;
    }
    if asked == "person" || asked == "people" || asked == "figure" {
        return crate::stage::lexicon::look_up(&there).0 == crate::stage::lexicon::Class::Person;
    }
    if is_of(&asked, &there) {
        return true;
    }
    let drawn = |noun: &str| {
        crate::stage::find::find(noun)
            .filter(|found| found.exact)
            .map(|found| found.object.name)
    };
    matches!((drawn(&asked), drawn(&there)), (Some(a), Some(b)) if a == b)
}

/// Returns whether a word for a whole class of things covers a noun: an animal, a fruit, a vehicle.
fn is_of(class: &str, noun: &str) -> bool {
    use plantain_art::Category;
    let wanted: &[Category] = match class {
        "animal" | "pet" => &[Category::Animal],
        "food" | "fruit" | "vegetable" => &[Category::Food],
        "vehicle" => &[Category::Vehicle],
        "plant" => &[Category::Plant],
        "building" => &[Category::Building],
        "furniture" => &[Category::Furniture],
        "clothes" | "clothing" => &[Category::Clothing],
        _ => return false,
    };
    crate::stage::find::find(noun)
        .is_some_and(|found| wanted.contains(&found.object.kind().category))
}

fn clean(noun: &str) -> String {
    let noun = noun.trim().to_lowercase().replace(['-', '_'], " ");
    for article in ["the ", "a ", "an "] {
        if let Some(rest) = noun.strip_prefix(article) {
            return rest.to_owned();
        }
    }
    noun
}

/// Returns the ids of the nodes that hold the background of a stage.
pub fn backdrops(root: &Node) -> Vec<String> {
    let mut ids = Vec::new();
    root.visit(&mut |node| {
        if node.role == BACKDROP {
            ids.push(node.id.clone());
        }
    });
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_meet() {
        for (asked, there, same) in [
            ("bike", "bicycle", true),
            ("tree", "palm tree", true),
            ("dog", "schnauzer", true),
            ("animal", "cat", true),
            ("fruit", "apple", true),
            ("person", "chef", true),
            ("cat", "dog", false),
            ("house", "horse", false),
            ("the Cup", "cup", true),
        ] {
            assert_eq!(same_noun(asked, there), same, "{asked} {there}");
        }
    }
}
