//! Things at another place among their like: first, last, before another one.

use plantain_engine::EngineError;
use plantain_read::{Referent, RelationKind, Target, Which};
use plantain_scene::Node;
use plantain_scene::node::{Align, Content};

use super::series::{self, Series};
use super::sheet::{Sheet, texts};
use super::things::{Kind, Thing, short};
use super::{data, diagram, rows};
use crate::stage::rect::Rect;

/// Lets what the target means stand at a place among its like.
pub fn go(sheet: &mut Sheet<'_>, target: &Target, to: Which) -> Result<(), EngineError> {
    let label = match &target.what {
        Referent::Text(label) => Some(label.clone()),
        Referent::Thing(_) => Some(target.words.clone()),
        _ => None,
    };
    let found = match sheet.find(target) {
        Ok(found) => found,
        Err(error) => {
            return match label {
                Some(label) if data::points::rank(sheet, &label, to)? => Ok(()),
                _ => Err(error),
            };
        }
    };
    let thing = found[0].clone();
    let place = |n: usize| match to {
        Which::Nth(at) => (at as usize).min(n - 1),
        Which::Middle => n / 2,
        _ => n - 1,
    };
    if let Some((at, n)) = diagram::place_of(sheet, &thing.id) {
        diagram::arrange(sheet, &moved(n, at, place(n)));
    } else if let Some(series) = series::of(sheet, &thing.id) {
        let n = series.members.len();
        arrange(sheet, &series, &moved(n, series.at, place(n)))?;
    } else if !abreast(sheet, &thing, &place) {
        return Err(sheet.not_located(target));
    }
    sheet.same = vec![thing.id];
    sheet.because(format!(
        "“{}” stands in another place now.",
        short(&thing.noun)
    ));
    Ok(())
}

/// Puts a drawn thing at a place among those of its kind that stand beside it; false where it stands alone.
fn abreast(sheet: &mut Sheet<'_>, thing: &Thing, place: &impl Fn(usize) -> usize) -> bool {
    let mut row: Vec<Thing> = sheet.things();
    row.retain(|other| other.kind == Kind::Object && other.noun == thing.noun);
    row.sort_by(|a, b| a.rect.cx().total_cmp(&b.rect.cx()));
    let Some(at) = row.iter().position(|other| other.id == thing.id) else {
        return false;
    };
    let n = row.len();
    let spots: Vec<Rect> = row.iter().map(|other| other.rect).collect();
    for (spot, from) in moved(n, at, place(n)).into_iter().enumerate() {
        let (own, to) = (&row[from], &spots[spot]);
        sheet.shift(
            own,
            to.cx() - own.rect.cx(),
            to.bottom() - own.rect.bottom(),
        );
    }
    n > 1
}

/// Puts a thing before or behind another one of its series; false where they are in none.
pub fn beside(sheet: &mut Sheet<'_>, thing: &Thing, kind: RelationKind, other: &Thing) -> bool {
    let before = match kind {
        RelationKind::Above | RelationKind::LeftOf => true,
        RelationKind::Below
        | RelationKind::Under
        | RelationKind::RightOf
        | RelationKind::NextTo
        | RelationKind::Between => false,
        _ => return false,
    };
    let target = |at: usize, other: usize| match (before, at < other) {
        (true, true) => other - 1,
        (true, false) | (false, true) => other,
        (false, false) => other + 1,
    };
    let stations = (
        diagram::place_of(sheet, &thing.id),
        diagram::place_of(sheet, &other.id),
    );
    if let (Some((at, n)), Some((o, _))) = stations {
        diagram::arrange(sheet, &moved(n, at, target(at, o)));
        return true;
    }
    let Some(series) = series::of(sheet, &thing.id) else {
        return false;
    };
    let Some(o) = series
        .position(sheet, &other.id)
        .filter(|o| *o != series.at)
    else {
        return false;
    };
    let order = moved(series.members.len(), series.at, target(series.at, o));
    arrange(sheet, &series, &order).is_ok()
}

/// Puts a card at the end of the column that a text heads; false where that heads no other column of such cards.
pub fn into_column(sheet: &mut Sheet<'_>, thing: &Thing, head: &Thing) -> bool {
    let path = |sheet: &Sheet<'_>, id: &str| {
        let mut path = sheet.ancestors(id);
        path.push(id.to_owned());
        path
    };
    let (own, theirs) = (path(sheet, &thing.id), path(sheet, &head.id));
    let shared = own.iter().zip(&theirs).take_while(|(a, b)| a == b).count();
    let (Some(mine), Some(other)) = (own.get(shared).cloned(), theirs.get(shared).cloned()) else {
        return false;
    };
    let (Some(a), Some(b)) = (sheet.node(&mine).cloned(), sheet.node(&other).cloned()) else {
        return false;
    };
    // Columns of a board are built alike, and the card is one of several, or alone in its column.
    if a.role != b.role
        || a.content.kind() != b.content.kind()
        || a.children.is_empty()
        || b.children.is_empty()
    {
        return false;
    }
    let (Some((_, from)), Some((to, there))) = (cards(&a), cards(&b)) else {
        return false;
    };
    let Some(card) = from.into_iter().find(|card| own.contains(&card.id)) else {
        return false;
    };
    if there.iter().all(|other| other.role != card.role) {
        return false;
    }
    let last = there
        .last()
        .and_then(|last| sheet.parent(&last.id))
        .map_or(usize::MAX, |(_, at)| at + 1);
    sheet.remove(std::slice::from_ref(&card.id));
    sheet.insert(&to, last, vec![card]);
    for (column, by) in [(&a, -1), (&b, 1)] {
        count_anew(sheet, column, by);
    }
    sheet.touch();
    true
}

/// Returns the cards of a column, and the node that they stand in.
fn cards(column: &Node) -> Option<(String, Vec<Node>)> {
    let mut found: Option<(String, Vec<Node>)> = None;
    column.visit(&mut |node| {
        let filled: Vec<Node> = node
            .children
            .iter()
            .filter(|child| {
                child.style.fill.is_some() && !texts(child).is_empty() && child.layout.at.is_none()
            })
            .cloned()
            .collect();
        if !filled.is_empty()
            && found
                .as_ref()
                .is_none_or(|(_, most)| most.len() < filled.len())
        {
            found = Some((node.id.clone(), filled));
        }
    });
    found
}

/// Returns the columns of the board, from the first; none where the picture has no board.
pub fn columns(sheet: &Sheet<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    sheet.scene.root.visit(&mut |board| {
        let columns: Vec<&Node> = board
            .children
            .iter()
            .filter(|column| cards(column).is_some() && column.content.kind() == "frame")
            .collect();
        let alike = columns
            .windows(2)
            .all(|pair| pair[0].role == pair[1].role && pair[0].layout.flow == pair[1].layout.flow);
        if alike && columns.len() > found.len().max(1) {
            found = columns.iter().map(|column| column.id.clone()).collect();
        }
    });
    found
}

/// Leaves only the last `n` cards in a column.
pub fn keep_last_cards(sheet: &mut Sheet<'_>, column: &str, n: usize) {
    let Some((node, (_, own))) = sheet
        .node(column)
        .and_then(|node| Some((node.clone(), cards(node)?)))
    else {
        return;
    };
    let gone: Vec<String> = own
        .iter()
        .take(own.len().saturating_sub(n))
        .map(|card| card.id.clone())
        .collect();
    sheet.remove(&gone);
    count_anew(sheet, &node, -i64::try_from(gone.len()).unwrap_or_default());
    sheet.touch();
}

/// Adds a card like the last one to the column of a board that a text heads; returns its id. None where it heads no such
/// column.
pub fn one_more_in_column(sheet: &mut Sheet<'_>, head: &Thing) -> Option<String> {
    let above = sheet.ancestors(&head.id);
    // The column: one of several of its build, with cards of its own below its head.
    let (column, (to, own)) = above.windows(2).rev().find_map(|pair| {
        let (board, column) = (sheet.node(&pair[0])?, sheet.node(&pair[1])?);
        let alike = board.children.iter().filter(|other| {
            other.role == column.role
                && other.layout.flow == column.layout.flow
                && cards(other).is_some()
        });
        let found = cards(column).filter(|_| alike.count() > 1)?;
        Some((column.clone(), found))
    })?;
    let model = own.last()?.clone();
    let headed = texts(&column).first().is_some_and(|(id, _)| *id == head.id);
    if !headed || texts(&model).iter().any(|(id, _)| *id == head.id) {
        return None;
    }
    let place = sheet.parent(&model.id)?.1;
    let copies = sheet.copies(std::slice::from_ref(&model));
    let ids = sheet.insert(&to, place + 1, copies);
    count_anew(sheet, &column, 1);
    sheet.touch();
    ids.into_iter().next()
}

/// Sets the number that heads a column, where one does, to one more or fewer.
fn count_anew(sheet: &mut Sheet<'_>, column: &Node, by: i64) {
    let number = texts(column)
        .into_iter()
        .find_map(|(id, text)| Some((id, text.parse::<i64>().ok()?)));
    if let Some((id, n)) = number {
        super::text::write(sheet, &id, &(n + by).max(0).to_string());
    }
}

/// Returns the order of `n` places in which the one at `from` stands at `to`: which one comes to each place.
fn moved(n: usize, from: usize, to: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    let one = order.remove(from);
    order.insert(to.min(n - 1), one);
    order
}

/// Lets the items of a series stand in another order.
pub fn arrange(sheet: &mut Sheet<'_>, series: &Series, order: &[usize]) -> Result<(), EngineError> {
    if order.iter().enumerate().all(|(slot, item)| slot == *item) {
        return Err(EngineError::NothingChanged {
            why: "it stands there already".into(),
        });
    }
    if !series.free {
        in_line(sheet, series, order);
        return Ok(());
    }
    let numbered = numbers(sheet, series);
    let mut shifts = Vec::new();
    let mut sides = Vec::new();
    for (slot, item) in order.iter().enumerate() {
        let (member, there) = (&series.members[*item], &series.members[slot]);
        let pieces: Vec<String> = member
            .own
            .iter()
            .filter(|id| !numbered.contains(id))
            .cloned()
            .collect();
        for id in pieces {
            // Each piece goes where the same piece of the other stands: sides may alternate.
            let twin = twin(sheet, (member, there), &id);
            if let Some((_, _, other)) = &twin {
                sides.extend(side(sheet, &id, other));
            }
            let (from, to, _) = twin.unwrap_or((member.rect, there.rect, String::new()));
            shifts.push((id, to.x - from.x, to.y - from.y));
        }
    }
    for (id, dx, dy) in shifts {
        if let Some(at) = sheet.node_mut(&id).and_then(|node| node.layout.at.as_mut()) {
            *at = [at[0] + dx, at[1] + dy];
        }
    }
    for (slot, number) in numbered.iter().enumerate() {
        if let Some(last) = order
            .get(slot)
            .and_then(|item| series.members[*item].own.last())
        {
            series::paint_after(sheet, std::slice::from_ref(number), last);
        }
    }
    for (id, align) in sides {
        if let Some(node) = sheet.node_mut(&id)
            && let Content::Text(text) = &mut node.content
        {
            text.align = align;
        }
    }
    sheet.touch();
    Ok(())
}

/// Returns the side that the only text of a piece is set on in its new place, where that is another one.
fn side(sheet: &Sheet<'_>, id: &str, other: &str) -> Option<(String, Align)> {
    let only = |id: &str| match texts(sheet.node(id)?).as_slice() {
        [(text, _)] => Some((text.clone(), sheet.node(text)?.as_text()?.align)),
        _ => None,
    };
    let ((text, mine), (_, theirs)) = (only(id)?, only(other)?);
    (mine != theirs).then_some((text, theirs))
}

/// Returns the boxes of a piece and of the piece that is its like in another item, with the other's id.
fn twin(
    sheet: &mut Sheet<'_>,
    (member, there): (&series::Member, &series::Member),
    id: &str,
) -> Option<(Rect, Rect, String)> {
    let sort = |sheet: &Sheet<'_>, id: &str| {
        let node = sheet.node(id);
        node.map(|node| (node.role.clone(), node.content.kind(), node.children.len()))
    };
    let own = sort(sheet, id)?;
    let like = |sheet: &Sheet<'_>, list: &[String]| -> Vec<String> {
        let alike = list
            .iter()
            .filter(|other| sort(sheet, other).as_ref() == Some(&own));
        alike.cloned().collect()
    };
    let at = like(sheet, &member.own)
        .iter()
        .position(|other| other == id)?;
    let other = like(sheet, &there.own).get(at)?.clone();
    Some((sheet.rect(id)?, sheet.rect(&other)?, other))
}

/// Items that the layout puts in line change places in the tree; stripes and sizes belong to the places.
fn in_line(sheet: &mut Sheet<'_>, series: &Series, order: &[usize]) {
    let nodes: Vec<Option<Node>> = series
        .members
        .iter()
        .map(|member| sheet.node(&member.id).cloned())
        .collect();
    let places: Vec<Option<(String, usize)>> = series
        .members
        .iter()
        .map(|member| sheet.parent(&member.id))
        .collect();
    rows::fill(sheet, (&nodes, &places), order);
}

/// Returns the pieces that number the items: they stay where they are.
pub fn numbers(sheet: &Sheet<'_>, series: &Series) -> Vec<String> {
    let number = |member: &series::Member, n: usize| -> Option<String> {
        member.own.iter().find_map(|id| {
            let words = texts(sheet.node(id)?);
            let [(_, text)] = words.as_slice() else {
                return None;
            };
            let figure: usize = text.trim_end_matches('.').parse().ok()?;
            (figure == n + 1).then(|| id.clone())
        })
    };
    let all: Option<Vec<String>> = series
        .members
        .iter()
        .enumerate()
        .map(|(n, member)| number(member, n))
        .collect();
    all.unwrap_or_default()
}
