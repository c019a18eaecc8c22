//! The part that a new one is built like, and where the new one stands.

use plantain_read::{Component, Role};
use plantain_scene::Node;
use plantain_scene::node::Content;

use super::FIGURE_TEXTS;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::Kind;

/// Returns the part that a new one is modelled on: the last of the largest group of its kind that is built for texts.
pub(super) fn model(sheet: &mut Sheet<'_>, kind: Component, words: usize) -> Option<String> {
    let mut parts = sheet.parts(kind, None);
    if kind == Component::Icon {
        parts.retain(|p| p.kind == Kind::Part);
    }
    // What was only filled in makes no part too long to be modelled on.
    let count = |sheet: &Sheet<'_>, id: &str| sheet.node(id).map_or(0, said);
    let figure = kind == Component::Card && words > 0;
    let fits = |sheet: &Sheet<'_>, id: &str| {
        !figure || (1..=FIGURE_TEXTS.max(words + 3)).contains(&count(sheet, id))
    };
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for thing in parts.iter().filter(|p| fits(sheet, &p.id)) {
        let Some((parent, _)) = sheet.parent(&thing.id) else {
            continue;
        };
        match groups.iter_mut().find(|(id, _)| *id == parent) {
            Some((_, list)) => list.push(thing.id.clone()),
            None => groups.push((parent, vec![thing.id.clone()])),
        }
    }
    let drawn = |sheet: &Sheet<'_>, id: &str| {
        let mut chart = false;
        if let Some(node) = sheet.node(id) {
            node.visit(&mut |n| chart |= matches!(n.content, Content::Chart(_)));
        }
        chart
    };
    groups.sort_by_key(|(_, list)| {
        let charted = list.iter().filter(|id| drawn(sheet, id)).count();
        (std::cmp::Reverse(list.len()), charted)
    });
    let best = groups.first().and_then(|(_, list)| {
        let plain = |id: &&String| !drawn(sheet, id);
        let usual = list
            .iter()
            .rev()
            .filter(plain)
            .find(|id| !stands_out(sheet, id, list));
        let plain = list.iter().rev().find(plain);
        usual.or(plain).or(list.last()).cloned()
    });
    if best.is_some() || !figure {
        return best;
    }
    // A figure with its label that is no card by name: what repeats around a value.
    let values = sheet.in_role(Role::Value);
    values
        .iter()
        .rev()
        .find_map(|value| sheet.repeated_above(&value.id))
}

/// Whether a part is framed as none of its like: the plan that is recommended.
fn stands_out(sheet: &Sheet<'_>, id: &str, like: &[String]) -> bool {
    let frame = |id: &String| sheet.node(id).map(|node| node.style.stroke.clone());
    let own = sheet.node(id).map(|node| node.style.stroke.clone());
    let framed = matches!(&own, Some(Some(_)));
    framed && like.iter().filter(|other| frame(other) == own).count() == 1
}

/// Returns how many texts of a part were not filled in.
fn said(node: &Node) -> usize {
    let mut n = 0;
    node.visit(&mut |inner| n += usize::from(inner.as_text().is_some() && !inner.filler));
    n
}

/// Lets a new part that the layout puts in line stand behind the last of its like.
pub(super) fn to_the_end(sheet: &mut Sheet<'_>, id: &str) {
    let (Some(node), Some((parent, place))) = (sheet.node(id).cloned(), sheet.parent(id)) else {
        return;
    };
    if node.layout.at.is_some() {
        return;
    }
    let last = sheet.node(&parent).and_then(|parent| {
        let alike = |child: &Node| child.role == node.role && !node.role.is_empty();
        parent.children.iter().rposition(alike)
    });
    if let Some(last) = last.filter(|last| *last > place) {
        sheet.remove(&[id.to_owned()]);
        sheet.insert(&parent, last, vec![node]);
        sheet.touch();
    }
}
