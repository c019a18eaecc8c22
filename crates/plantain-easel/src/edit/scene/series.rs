//! What stands in a row with its like: the rows of a list, the cards of a grid, the stops of a timeline.
//!
//! On a page whose pieces lie at places of their own an item is made of several: a card, an edge, an icon, the words. What
//! there is as often as there are items belongs to the nearest of them.

mod list;

use plantain_scene::Node;
use plantain_scene::node::{Content, Len};

use super::sheet::Sheet;
use crate::stage::rect::Rect;

/// Pieces of one role that an item may be made of, at most.
const PIECES_MAX: usize = 3;
/// Distances that differ by less than this share are the same.
const EVEN: f32 = 0.06;

/// Width of a rule, at most, logical units.
const THIN: f32 = 4.0;

/// One item of a series.
#[derive(Debug, Clone)]
pub struct Member {
    /// The node that is repeated.
    pub id: String,
    /// All that the item is made of, that node among it, in the order it is painted.
    pub own: Vec<String>,
    /// The box of the repeated node.
    pub rect: Rect,
}

/// Items of one build under one parent.
#[derive(Debug, Clone)]
pub struct Series {
    /// Whether the items lie at places of their own; else the layout puts them in line.
    pub free: bool,
    pub members: Vec<Member>,
    /// What parts or joins the items, one between two of them: rules, pieces of a road.
    pub between: Vec<Vec<String>>,
    /// Which of them was asked for.
    pub at: usize,
}

/// Returns the series that a node is in, or a part of an item of: the innermost one.
pub fn of(sheet: &mut Sheet<'_>, id: &str) -> Option<Series> {
    let mut path = sheet.ancestors(id);
    path.push(id.to_owned());
    for pair in path.windows(2).rev() {
        let (parent, child) = (sheet.node(&pair[0])?, sheet.node(&pair[1])?);
        let free = child.layout.at.is_some();
        let kin: Vec<String> = parent
            .children
            .iter()
            .filter(|sibling| alike(sibling, child))
            .map(|sibling| sibling.id.clone())
            .collect();
        if kin.len() < 2 {
            continue;
        }
        let mut members = Vec::new();
        for own in &kin {
            let rect = sheet.rect(own)?;
            members.push(Member {
                id: own.clone(),
                own: vec![own.clone()],
                rect,
            });
        }
        let between = match free {
            true => belongings(sheet, &pair[0], &mut members),
            false => Vec::new(),
        };
        if free {
            in_line(&mut members);
        }
        let at = members.iter().position(|member| member.id == pair[1])?;
        return Some(Series {
            free,
            members,
            between,
            at,
        });
    }
    None
}

/// Puts items that stand in one column or one row into the order they are read in: an edit may have changed their places.
fn in_line(members: &mut [Member]) {
    /// Items on one line begin at most this far apart.
    const LEVEL: f32 = 3.0;
    let even = |along: fn(&Rect) -> f32| {
        members
            .windows(2)
            .all(|pair| (along(&pair[0].rect) - along(&pair[1].rect)).abs() < LEVEL)
    };
    if even(|r| r.x) {
        members.sort_by(|a, b| a.rect.y.total_cmp(&b.rect.y));
    } else if even(|r| r.y) {
        members.sort_by(|a, b| a.rect.x.total_cmp(&b.rect.x));
    }
}

/// Whether two siblings are items of one series.
fn alike(a: &Node, b: &Node) -> bool {
    fn build(node: &Node) -> Vec<(String, &'static str)> {
        let kinds = node.children.iter();
        kinds
            .map(|child| (child.role.clone(), child.content.kind()))
            .collect()
    }
    let worded = |node: &Node| {
        let mut words = false;
        node.visit(&mut |inner| words |= inner.as_text().is_some());
        words
    };
    let (x, y) = (build(a), build(b));
    let shorter = x.len().min(y.len());
    a.role == b.role
        && a.content.kind() == b.content.kind()
        && a.layout.at.is_some() == b.layout.at.is_some()
        && x.len().abs_diff(y.len()) <= 1
        && x[..shorter] == y[..shorter]
        && !(a.role.is_empty() && x.is_empty() && !matches!(a.content, Content::Text(_)))
        && worded(a)
        && worded(b)
}

/// Gives every item the loose pieces that there are of as many as there are items; returns those of which there is one fewer.
fn belongings(sheet: &mut Sheet<'_>, parent: &str, members: &mut [Member]) -> Vec<Vec<String>> {
    type Build = (String, &'static str, Vec<String>, bool);
    let known: Vec<String> = members.iter().map(|own| own.id.clone()).collect();
    let children = sheet
        .node(parent)
        .map_or_else(Vec::new, |node| node.children.clone());
    let mut groups: Vec<(Build, Vec<String>)> = Vec::new();
    let loose = |node: &&Node| {
        node.layout.at.is_some()
            && !known.contains(&node.id)
            && !matches!(node.content, Content::Connector(_))
    };
    for node in children.iter().filter(loose) {
        let inner = node
            .children
            .iter()
            .map(|child| child.role.clone())
            .collect();
        // A rule and a band are of one build and nothing alike.
        let thin = node.children.is_empty()
            && (matches!(node.layout.h, Len::Units(h) if h <= THIN)
                || matches!(node.layout.w, Len::Units(w) if w <= THIN));
        let build = (node.role.clone(), node.content.kind(), inner, thin);
        match groups.iter_mut().find(|(own, _)| *own == build) {
            Some((_, ids)) => ids.push(node.id.clone()),
            None => groups.push((build, vec![node.id.clone()])),
        }
    }
    let n = members.len();
    let mut between = Vec::new();
    for ((_, kind, inner, _), ids) in groups {
        if ids.len() + 1 == n && n > 2 && kind != "text" && inner.is_empty() {
            between.push(ids);
            continue;
        }
        if let Some(owners) = on_their_lines(sheet, members, &ids) {
            for (id, owner) in owners {
                members[owner].own.push(id);
            }
            continue;
        }
        let each = ids.len() / n;
        if ids.len() % n != 0 || !(1..=PIECES_MAX).contains(&each) {
            continue;
        }
        let Some(owners) = nearest(sheet, members, &ids) else {
            continue;
        };
        if (0..n).all(|i| owners.iter().filter(|own| **own == i).count() == each) {
            for (id, owner) in ids.into_iter().zip(owners) {
                members[owner].own.push(id);
            }
        }
    }
    let place = |id: &String| children.iter().position(|child| child.id == *id);
    for member in members {
        member.own.sort_by_key(place);
    }
    between
}

/// Returns the pieces that stand on the same line as the items of a list, where each has as many: the amounts of a bill,
/// but not what is added up below them. None where the items are no list, or all pieces stand on their lines.
fn on_their_lines(
    sheet: &mut Sheet<'_>,
    members: &[Member],
    ids: &[String],
) -> Option<Vec<(String, usize)>> {
    let list = members
        .windows(2)
        .all(|pair| pair[1].rect.y >= pair[0].rect.bottom() - 2.0);
    if !list || ids.len() == members.len() {
        return None;
    }
    let mut owners = Vec::new();
    for id in ids {
        let rect = sheet.rect(id)?;
        let owner = members
            .iter()
            .position(|member| (member.rect.cy() - rect.cy()).abs() < member.rect.h * 0.3);
        owners.extend(owner.map(|owner| (id.clone(), owner)));
    }
    let each = |i: usize| owners.iter().filter(|(_, owner)| *owner == i).count();
    let alike = (1..members.len()).all(|i| each(i) == each(0));
    (alike && (1..=PIECES_MAX).contains(&each(0))).then_some(owners)
}

/// Returns which item each piece lies nearest to; along the line where the items stand in one.
fn nearest(sheet: &mut Sheet<'_>, members: &[Member], ids: &[String]) -> Option<Vec<usize>> {
    // Whether no two items share any part of an axis: then that axis alone tells them apart.
    let apart = |start: fn(&Rect) -> f32, end: fn(&Rect) -> f32| {
        let mut spans: Vec<(f32, f32)> = members
            .iter()
            .map(|member| (start(&member.rect), end(&member.rect)))
            .collect();
        spans.sort_by(|a, b| a.0.total_cmp(&b.0));
        spans.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 2.0)
    };
    let (beside, below) = (apart(|r| r.x, Rect::right), apart(|r| r.y, Rect::bottom));
    let (kx, ky) = match (beside, below) {
        (true, false) => (1.0, 0.02),
        (false, true) => (0.02, 1.0),
        _ => (1.0, 1.0),
    };
    let mut owners = Vec::new();
    for id in ids {
        let rect = sheet.rect(id)?;
        let far = |member: &Member| {
            let (dx, dy) = (rect.cx() - member.rect.cx(), rect.cy() - member.rect.cy());
            libm::hypotf(dx * kx, dy * ky)
        };
        let best =
            (0..members.len()).min_by(|a, b| far(&members[*a]).total_cmp(&far(&members[*b])));
        owners.push(best?);
    }
    Some(owners)
}

impl Series {
    /// Returns the item that was asked for.
    pub fn asked(&self) -> &Member {
        &self.members[self.at]
    }

    /// Returns which item a node is, or belongs to.
    pub fn position(&self, sheet: &Sheet<'_>, id: &str) -> Option<usize> {
        let above = sheet.ancestors(id);
        self.members.iter().position(|member| {
            member
                .own
                .iter()
                .any(|own| own == id || above.contains(own))
        })
    }
}

/// Moves all that an item is made of.
pub fn shift(sheet: &mut Sheet<'_>, member: &Member, dx: f32, dy: f32) {
    for id in &member.own {
        if let Some(at) = sheet.node_mut(id).and_then(|node| node.layout.at.as_mut()) {
            *at = [at[0] + dx, at[1] + dy];
        }
    }
    sheet.touch();
}

/// Paints nodes right after another one of their siblings, so that no card of its item covers them.
pub fn paint_after(sheet: &mut Sheet<'_>, ids: &[String], other: &str) {
    if ids.iter().any(|id| id == other) {
        return;
    }
    let nodes: Vec<Node> = ids
        .iter()
        .filter_map(|id| sheet.node(id).cloned())
        .collect();
    sheet.remove(ids);
    if let Some((parent, place)) = sheet.parent(other) {
        sheet.insert(&parent, place + 1, nodes);
    }
    sheet.touch();
}

/// Takes the asked-for item away with all that it is made of; the others close up. Where the places follow no plain rule, as
/// along a winding road, the others move up from place to place, and the last place goes.
pub fn take_out(sheet: &mut Sheet<'_>, series: &Series) {
    let n = series.members.len();
    let slots: Vec<Rect> = series.members.iter().map(|member| member.rect).collect();
    let parent = sheet.parent(&series.asked().id).map(|(parent, _)| parent);
    if let Some(parent) = parent.filter(|_| series.free && list::is_list(&slots)) {
        // The rules of a list are seen to by where they lie.
        let mut own = series.asked().own.clone();
        own.retain(|id| !is_thin(sheet, id));
        sheet.remove(&own);
        list::close(sheet, series, &parent);
        return;
    }
    for pieces in &series.between {
        sheet.remove(&pieces[pieces.len() - 1..]);
    }
    if is_straight(&slots) {
        sheet.remove(&series.asked().own);
        close_up(sheet, series);
        return;
    }
    let order: Vec<usize> = (0..n)
        .filter(|i| *i != series.at)
        .chain([series.at])
        .collect();
    let numbers = super::rank::numbers(sheet, series);
    let mut gone: Vec<String> = series.asked().own.clone();
    gone.retain(|id| !numbers.contains(id));
    gone.extend(numbers.last().cloned());
    if series.at + 1 < n && super::rank::arrange(sheet, series, &order).is_err() {
        gone.clone_from(&series.asked().own);
    }
    sheet.remove(&gone);
    sheet.touch();
}

/// Whether a node is drawn as a rule.
fn is_thin(sheet: &mut Sheet<'_>, id: &str) -> bool {
    let rule = sheet
        .node(id)
        .is_some_and(|node| node.children.is_empty() && node.as_text().is_none());
    rule && sheet.rect(id).is_some_and(|rect| rect.h <= THIN)
}

/// Closes the gap that an item left which lay at a place of its own: those in a line at even distances share it, those of a
/// grid move up.
pub fn close_up(sheet: &mut Sheet<'_>, series: &Series) {
    let slots: Vec<Rect> = series.members.iter().map(|member| member.rect).collect();
    let rest: Vec<&Member> = (0..slots.len())
        .filter(|i| *i != series.at)
        .map(|i| &series.members[i])
        .collect();
    let Some(places) = places(&slots, rest.len()) else {
        return;
    };
    for (member, (x, y)) in rest.into_iter().zip(places) {
        shift(sheet, member, x - member.rect.cx(), y - member.rect.cy());
    }
}

/// Whether items stand in one line at even distances.
fn is_straight(slots: &[Rect]) -> bool {
    let step = |pair: &[Rect]| (pair[1].cx() - pair[0].cx(), pair[1].cy() - pair[0].cy());
    let Some((dx, dy)) = slots.windows(2).map(step).next() else {
        return true;
    };
    let reach = libm::hypotf(dx, dy).max(1.0);
    let even = |(x, y): (f32, f32)| libm::hypotf(x - dx, y - dy) < reach * EVEN;
    slots.windows(2).map(step).all(even)
}

/// Returns the middles of `n` items over the places of one more; none where those stand without order.
fn places(slots: &[Rect], n: usize) -> Option<Vec<(f32, f32)>> {
    let (first, last) = (slots.first()?, slots.last()?);
    let steps: Vec<(f32, f32)> = slots
        .windows(2)
        .map(|pair| (pair[1].cx() - pair[0].cx(), pair[1].cy() - pair[0].cy()))
        .collect();
    let (dx, dy) = *steps.first()?;
    let reach = libm::hypotf(dx, dy).max(1.0);
    let even = |step: &(f32, f32)| libm::hypotf(step.0 - dx, step.1 - dy) < reach * EVEN;
    if !steps.iter().all(even) {
        let grid = steps.iter().filter(|step| even(step)).count() * 2 > steps.len();
        let all = slots[..n].iter().map(|slot| (slot.cx(), slot.cy()));
        return grid.then(|| all.collect());
    }
    // A list goes on below; what stands side by side shares the width.
    if dy.abs() > dx.abs() {
        return Some(
            slots[..n]
                .iter()
                .map(|slot| (slot.cx(), slot.cy()))
                .collect(),
        );
    }
    let along = |i: usize| match n {
        1 => 0.5,
        _ => i as f32 / (n - 1) as f32,
    };
    let place = |i: usize| {
        let t = along(i);
        (
            first.cx() + (last.cx() - first.cx()) * t,
            first.cy() + (last.cy() - first.cy()) * t,
        )
    };
    Some((0..n).map(place).collect())
}
