//! Boxes of diagrams: one that comes between two others, one that goes.
//!
//! A diagram lies flat on its page: forms, the words on them, and connectors that name the forms. What holds for a box
//! holds for the words on it, and the lines follow.

mod ideas;
mod radial;
mod spread;
mod tree;
mod turned;

use plantain_engine::EngineError;
use plantain_read::{Location, RelationKind, Role, Target};
use plantain_scene::Node;
use plantain_scene::node::{Connector, Content};

use super::fit::Faults;
use super::sheet::{Sheet, texts};
use super::text;
use super::things::short;
use crate::stage::rect::Rect;

pub use self::ideas::add;
pub use self::turned::turn;

/// A form of a diagram with what lies on it.
#[derive(Debug, Clone)]
pub(super) struct Station {
    /// The form that connectors name.
    pub form: String,
    /// What lies on the form, in the order it is painted.
    pub on: Vec<String>,
    pub rect: Rect,
}

impl Station {
    fn ids(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.form).chain(&self.on)
    }
}

/// Adds a box with these words beside the boxes that a place names; false where it names no box of a diagram.
pub fn insert(sheet: &mut Sheet<'_>, words: &str, at: &Location) -> Result<bool, EngineError> {
    let stations = stations(sheet);
    let links = links(sheet);
    let Some(chain) = chain(&links, &stations) else {
        return under(sheet, words, (&stations, &links), at);
    };
    let ends = match at.relation {
        Some(_) => neighbours(sheet, &stations, &links, at),
        None => chain.last().map(|last| (Some(*last), None)),
    };
    let Some(ends) = ends else {
        return Ok(false);
    };
    let place = match ends {
        (Some(before), _) => chain.iter().position(|i| *i == before).map(|i| i + 1),
        (None, Some(after)) => chain.iter().position(|i| *i == after),
        (None, None) => None,
    };
    let Some(place) = place else {
        return Ok(false);
    };
    let faults = sheet.faults();
    let near = ends.0.or(ends.1).unwrap_or_default();
    let new = built_like(sheet, &stations, near, words);
    link(sheet, &stations, ends, &new.form);
    let mut line: Vec<Station> = chain.iter().map(|i| stations[*i].clone()).collect();
    line.insert(place, new.clone());
    spread::along(sheet, &line, place);
    must_read(sheet, &new.on, &faults)?;
    sheet.because(format!(
        "“{}” came, and the lines lead through it.",
        short(words)
    ));
    Ok(true)
}

/// Ends with an error where the words of what came do not fit, or something else suffers; they are what the sheet speaks of now.
fn must_read(sheet: &mut Sheet<'_>, came: &[String], faults: &Faults) -> Result<(), EngineError> {
    let own = came.iter().filter_map(|id| sheet.node(id));
    let labels: Vec<String> = own.flat_map(texts).map(|(id, _)| id).collect();
    sheet.must_fit(&labels)?;
    if sheet.is_worse(faults) {
        return Err(EngineError::DoesNotFit { smallest: None });
    }
    sheet.same = labels;
    Ok(())
}

/// Adds a box under the head of a tree where nobody said under whom; false where the picture is no tree, or the words are no
/// name as the boxes bear.
pub fn grow(sheet: &mut Sheet<'_>, words: &str) -> Result<bool, EngineError> {
    let named = words.split_whitespace().count() > 1
        && words
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase) || matches!(word, "as" | "of" | "&"));
    let (stations, links) = (stations(sheet), links(sheet));
    if !named || chain(&links, &stations).is_some() {
        return Ok(false);
    }
    let Some(root) = tree::root(&stations, &links) else {
        // People whose boxes no lines join have no place for one more, and a name among other words would be wrong.
        return match sheet.is_of_genre(&["OrgChart"]) {
            true => Err(EngineError::TargetNotLocated {
                target: format!("a place under somebody for “{}”", short(words)),
                found: sheet.found(),
            }),
            false => Ok(false),
        };
    };
    let came = tree::insert(sheet, &stations, &links, (root, words))?;
    if came {
        sheet.because(format!("“{}” came, and the tree makes room.", short(words)));
    }
    Ok(came)
}

/// Adds a box under one of a tree; false where the place names no such box.
fn under(
    sheet: &mut Sheet<'_>,
    words: &str,
    (stations, links): (&[Station], &[(String, Connector)]),
    at: &Location,
) -> Result<bool, EngineError> {
    let Some((RelationKind::Under | RelationKind::Below, target)) = &at.relation else {
        return Ok(false);
    };
    let Some(above) = meant(sheet, stations, target) else {
        return Ok(false);
    };
    let came = tree::insert(sheet, stations, links, (above, words))?;
    if came {
        sheet.because(format!("“{}” came, and the tree makes room.", short(words)));
    }
    Ok(came)
}

/// Returns the boxes before and behind a place: "between A and B", "after A", "before B". None where it names no box.
fn neighbours(
    sheet: &mut Sheet<'_>,
    stations: &[Station],
    links: &[(String, Connector)],
    at: &Location,
) -> Option<(Option<usize>, Option<usize>)> {
    let (kind, target) = at.relation.as_ref()?;
    let anchor = meant(sheet, stations, target)?;
    let other = match &target.by {
        Some((RelationKind::Between, other)) => meant(sheet, stations, other),
        _ => None,
    };
    match (kind, other) {
        (RelationKind::Between, Some(other)) if next(links, stations, other) == Some(anchor) => {
            Some((Some(other), Some(anchor)))
        }
        (RelationKind::Between, Some(other)) => Some((Some(anchor), Some(other))),
        (RelationKind::Above | RelationKind::LeftOf, _) => {
            Some((previous(links, stations, anchor), Some(anchor)))
        }
        (
            RelationKind::Below
            | RelationKind::Under
            | RelationKind::RightOf
            | RelationKind::NextTo,
            _,
        ) => Some((Some(anchor), next(links, stations, anchor))),
        _ => None,
    }
}

/// Returns the box that a target means, by itself or by the words on it.
fn meant(sheet: &mut Sheet<'_>, stations: &[Station], target: &Target) -> Option<usize> {
    let target = Target {
        by: None,
        ..target.clone()
    };
    let id = sheet.find(&target).ok()?.into_iter().next()?.id;
    let above = sheet.ancestors(&id);
    stations
        .iter()
        .position(|station| station.ids().any(|own| *own == id || above.contains(own)))
}

/// Takes the box away that a text stands on; what led to it leads on to what it led to. False where the text stands on no
/// box of a diagram.
pub fn remove(sheet: &mut Sheet<'_>, text: &str) -> bool {
    let stations = stations(sheet);
    let above = sheet.ancestors(text);
    let Some(at) = stations
        .iter()
        .position(|s| s.on.iter().any(|on| on == text || above.contains(on)))
    else {
        return false;
    };
    let links = links(sheet);
    let chain = chain(&links, &stations);
    let form = stations[at].form.clone();
    let goes_on: Vec<String> = links
        .iter()
        .filter(|(_, line)| line.from == form)
        .map(|(_, line)| line.to.clone())
        .collect();
    let mut gone: Vec<String> = stations[at].ids().cloned().collect();
    for (id, line) in &links {
        // A line that led here leads to the next box; a branch of several ends before it.
        if let ([only], true) = (goes_on.as_slice(), line.to == form) {
            if let Some(Content::Connector(own)) = sheet.node_mut(id).map(|node| &mut node.content)
            {
                own.to.clone_from(only);
            }
        } else if line.from == form || line.to == form {
            gone.push(id.clone());
        }
    }
    sheet.remove(&gone);
    if let Some(chain) = chain {
        let line: Vec<Station> = chain
            .iter()
            .filter(|i| **i != at)
            .map(|i| stations[*i].clone())
            .collect();
        let faults = sheet.faults();
        let before = sheet.scene.clone();
        let path: Vec<Rect> = chain.iter().map(|i| stations[*i].rect).collect();
        spread::closed_up(sheet, &line, &path);
        if sheet.is_worse(&faults) {
            sheet.scene = before;
        }
    }
    sheet.touch();
    true
}

/// Returns the form of a diagram that a text stands on, alone.
pub fn form_under(sheet: &mut Sheet<'_>, text: &str) -> Option<String> {
    let above = sheet.ancestors(text);
    let station = stations(sheet)
        .into_iter()
        .find(|station| station.on.iter().any(|on| on == text || above.contains(on)))?;
    let words = station.on.iter().filter_map(|id| sheet.node(id));
    (words.flat_map(texts).count() == 1).then_some(station.form)
}

/// Returns the place in its chain of the box that a text stands on, and how many there are; none where it is on no box of
/// a chain.
pub fn place_of(sheet: &mut Sheet<'_>, text: &str) -> Option<(usize, usize)> {
    let stations = stations(sheet);
    let links = links(sheet);
    let chain = chain(&links, &stations)?;
    let above = sheet.ancestors(text);
    let own = stations
        .iter()
        .position(|station| station.ids().any(|id| id == text || above.contains(id)))?;
    let place = chain.iter().position(|i| *i == own)?;
    Some((place, chain.len()))
}

/// Returns the forms of a diagram that its lines join; none where the picture is no diagram.
pub fn forms(sheet: &mut Sheet<'_>) -> Vec<String> {
    let joined = stations(sheet).into_iter();
    joined.map(|station| station.form).collect()
}

/// Lets what stands on the boxes of the chain stand in another order: `order[i]` comes to box `i`. The boxes stay.
pub fn arrange(sheet: &mut Sheet<'_>, order: &[usize]) {
    let stations = stations(sheet);
    let links = links(sheet);
    let Some(chain) = chain(&links, &stations) else {
        return;
    };
    let inside: Vec<Vec<Node>> = chain
        .iter()
        .map(|i| {
            sheet
                .node(&stations[*i].form)
                .map_or_else(Vec::new, |node| node.children.clone())
        })
        .collect();
    for (place, item) in order.iter().enumerate() {
        let (to, from) = (&stations[chain[place]], &stations[chain[*item]]);
        let (dx, dy) = (to.rect.cx() - from.rect.cx(), to.rect.cy() - from.rect.cy());
        let mut on = Vec::new();
        for id in &from.on {
            let Some(mut node) = sheet.node(id).cloned() else {
                continue;
            };
            if let Some(at) = &mut node.layout.at {
                *at = [at[0] + dx, at[1] + dy];
            }
            on.push(node);
        }
        // Painted after its new form, which would cover it.
        sheet.remove(&from.on);
        if let Some((parent, at)) = sheet.parent(&to.form) {
            sheet.insert(&parent, at + 1, on);
        }
        if let Some(node) = sheet.node_mut(&to.form)
            && !inside[*item].is_empty()
        {
            node.children.clone_from(&inside[*item]);
        }
    }
    sheet.touch();
}

/// Returns every form that a connector names, with what lies on it.
fn stations(sheet: &mut Sheet<'_>) -> Vec<Station> {
    let mut forms: Vec<String> = Vec::new();
    for (_, line) in links(sheet) {
        for end in [line.from, line.to] {
            if !forms.contains(&end) {
                forms.push(end);
            }
        }
    }
    let mut out = Vec::new();
    for form in forms {
        let lies = sheet
            .node(&form)
            .is_some_and(|node| node.layout.at.is_some());
        let Some(rect) = sheet.rect(&form).filter(|_| lies) else {
            continue;
        };
        let on = lying_on(sheet, &form, rect);
        out.push(Station { form, on, rect });
    }
    out
}

/// Returns what lies on a form of the page: loose nodes whose middle is within it, but for other forms of its kind.
fn lying_on(sheet: &mut Sheet<'_>, form: &str, rect: Rect) -> Vec<String> {
    let role = sheet.node(form).map(|node| node.role.clone());
    let loose: Vec<String> = sheet
        .scene
        .root
        .children
        .iter()
        .filter(|node| node.layout.at.is_some() && Some(&node.role) != role.as_ref())
        .filter(|node| !matches!(node.content, Content::Connector(_)) && node.role != "connector")
        .map(|node| node.id.clone())
        .collect();
    let mut on = Vec::new();
    for id in loose {
        let lies = sheet.rect(&id).is_some_and(|own| {
            let middle = Rect::around(own.cx(), own.cy(), 0.0, 0.0);
            own.area() < rect.area() * 1.5 && rect.contains(&middle, 1.0)
        });
        if lies && id != form {
            on.push(id);
        }
    }
    on
}

/// Returns the connectors of the page with their ids.
fn links(sheet: &Sheet<'_>) -> Vec<(String, Connector)> {
    let mut out = Vec::new();
    for node in &sheet.scene.root.children {
        if let Content::Connector(line) = &node.content {
            out.push((node.id.clone(), line.clone()));
        }
    }
    out
}

fn next(links: &[(String, Connector)], stations: &[Station], i: usize) -> Option<usize> {
    let mut from = links
        .iter()
        .filter(|(_, line)| line.from == stations[i].form);
    let (_, line) = from.next()?;
    let only = from.next().is_none();
    stations
        .iter()
        .position(|s| s.form == line.to)
        .filter(|_| only)
}

fn previous(links: &[(String, Connector)], stations: &[Station], i: usize) -> Option<usize> {
    let mut to = links.iter().filter(|(_, line)| line.to == stations[i].form);
    let (_, line) = to.next()?;
    let only = to.next().is_none();
    stations
        .iter()
        .position(|s| s.form == line.from)
        .filter(|_| only)
}

/// Returns the boxes from the first to the last where each leads to one other; none for what branches or turns back.
fn chain(links: &[(String, Connector)], stations: &[Station]) -> Option<Vec<usize>> {
    let first = (0..stations.len())
        .find(|i| !links.iter().any(|(_, line)| line.to == stations[*i].form))?;
    let mut chain = vec![first];
    while let Some(next) = next(links, stations, *chain.last()?) {
        if chain.contains(&next) {
            return None;
        }
        chain.push(next);
    }
    (chain.len() == stations.len() && chain.len() > 1).then_some(chain)
}

/// Builds a box like the one that most are like, on the page but not yet in its place.
fn built_like(sheet: &mut Sheet<'_>, stations: &[Station], near: usize, words: &str) -> Station {
    let look = |sheet: &Sheet<'_>, s: &Station| {
        sheet
            .node(&s.form)
            .map(|node| (node.content.clone(), node.style.radius.to_bits()))
    };
    let kin = |i: usize| {
        stations
            .iter()
            .filter(|s| look(sheet, s) == look(sheet, &stations[i]))
            .count()
    };
    // The first and the last of a flow may have forms of their own.
    let model = (0..stations.len())
        .max_by_key(|i| (kin(*i), *i == near, std::cmp::Reverse(*i)))
        .unwrap_or(near);
    let model = &stations[model];
    let nodes: Vec<Node> = model
        .ids()
        .filter_map(|id| sheet.node(id).cloned())
        .collect();
    let copies = sheet.copies(&nodes);
    let root = sheet.scene.root.id.clone();
    let ids = sheet.insert(&root, usize::MAX, copies);
    let station = Station {
        form: ids[0].clone(),
        on: ids[1..].to_vec(),
        rect: model.rect,
    };
    name_copy(sheet, station, words)
}

/// Gives a copied box its own words; returns it without what said something of the model.
fn name_copy(sheet: &mut Sheet<'_>, station: Station, words: &str) -> Station {
    let labels: Vec<(String, String)> = station
        .on
        .iter()
        .filter_map(|id| sheet.node(id))
        .flat_map(texts)
        .collect();
    if let Some(((first, _), rest)) = labels.split_first() {
        text::write_headed(sheet, first, words);
        let rest: Vec<String> = rest.iter().map(|(id, _)| id.clone()).collect();
        sheet.remove(&rest);
    }
    // A small picture of the model would say something else.
    let icons: Vec<String> = station
        .on
        .iter()
        .filter(|id| {
            sheet
                .node(id)
                .is_some_and(|node| matches!(node.content, Content::Icon(_) | Content::Object(_)))
        })
        .cloned()
        .collect();
    sheet.remove(&icons);
    Station {
        on: station
            .on
            .into_iter()
            .filter(|id| !icons.contains(id))
            .collect(),
        ..station
    }
}

/// Leads the lines through a new box: the one between its neighbours is cut in two.
fn link(
    sheet: &mut Sheet<'_>,
    stations: &[Station],
    (before, after): (Option<usize>, Option<usize>),
    form: &str,
) {
    let root = sheet.scene.root.id.clone();
    let name = |i: Option<usize>| i.map(|i| stations[i].form.clone());
    let (before, after) = (name(before), name(after));
    let all = links(sheet);
    let between = all
        .iter()
        .find(|(_, line)| Some(&line.from) == before.as_ref() && Some(&line.to) == after.as_ref());
    let Some((model, _)) = between.or(all.last()) else {
        return;
    };
    let model = model.clone();
    let add = |sheet: &mut Sheet<'_>, from: &str, to: &str| {
        let Some(mut node) = sheet.node(&model).cloned() else {
            return;
        };
        if let Content::Connector(line) = &mut node.content {
            line.from = from.to_owned();
            line.to = to.to_owned();
        }
        node.id = String::new();
        // Lines lie under the boxes.
        sheet.insert(&root, 0, vec![node]);
    };
    if let Some(before) = &before {
        add(sheet, before, form);
    }
    if let Some(after) = &after {
        add(sheet, form, after);
    }
    if let Some((id, _)) = between {
        sheet.remove(std::slice::from_ref(id));
    }
}

/// Roles that a step of a diagram without connectors may be built from.
const PIECES: &[&str] = &[
    "card", "edge", "stem", "dot", "tick", "badge", "plate", "marker", "number", "icon", "symbol",
    "year",
];

/// Returns what belongs to a text of a row of like steps ("event", "stage"): as many forms of each role as there are
/// texts, the same in order.
pub fn pieces(sheet: &mut Sheet<'_>, text: &str) -> Vec<String> {
    let Some(role) = sheet.node(text).map(|node| node.role.clone()) else {
        return Vec::new();
    };
    if role == "label" {
        return leaf(sheet, text);
    }
    let of = |role: &str| -> Vec<String> {
        let mut ids = Vec::new();
        sheet.scene.root.visit(&mut |node| {
            if node.role == role {
                ids.push(node.id.clone());
            }
        });
        ids
    };
    let kin = of(&role);
    let Some(at) = kin
        .iter()
        .position(|id| id == text)
        .filter(|_| kin.len() > 1)
    else {
        return Vec::new();
    };
    let listed = matches!(role.as_str(), "event" | "milestone" | "stage" | "step");
    if !listed {
        return Vec::new();
    }
    PIECES
        .iter()
        .filter_map(|piece| {
            let own = of(piece);
            (own.len() == kin.len()).then(|| own[at].clone())
        })
        .collect()
}

/// Returns the form that a label stands on and the one line that leads to it, where lines are drawn by hand.
fn leaf(sheet: &mut Sheet<'_>, text: &str) -> Vec<String> {
    const TOUCH: f32 = 4.0;
    let Some(own) = sheet.rect(text) else {
        return Vec::new();
    };
    let mut forms = sheet.with_roles(&["node", "branch", "leaf"]);
    forms.retain(|form| form.rect.contains(&own, 2.0));
    forms.sort_by(|a, b| a.rect.area().total_cmp(&b.rect.area()));
    let Some(form) = forms.into_iter().next() else {
        return Vec::new();
    };
    let around = form.rect.grown(TOUCH);
    let lines: Vec<String> = sheet
        .with_roles(&["connector"])
        .into_iter()
        .map(|line| line.id)
        .filter(|id| {
            let ends = radial::ends(sheet, id);
            ends.is_some_and(|ends| ends.iter().any(|end| around.contains(end, 0.0)))
        })
        .collect();
    match lines.as_slice() {
        [line] => vec![form.id, line.clone()],
        [] => vec![form.id],
        // What several lines meet at holds the others together.
        _ => Vec::new(),
    }
}

/// Whether words of this role can be a box of a diagram.
pub fn may_be_a_box(role: Role) -> bool {
    matches!(role, Role::Text | Role::Label | Role::Body)
}
