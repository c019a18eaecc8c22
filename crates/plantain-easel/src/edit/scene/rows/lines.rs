//! Lines of lists, tables, menus and receipts.

use plantain_engine::EngineError;
use plantain_read::{Location, ObjectPhrase, RelationKind, SumKind, sum_kind};
use plantain_scene::Node;
use plantain_scene::node::{Content, Flow};

use super::loose::{loose, loose_charge};
use super::room::{make_room, rule_at};
use super::{again, relieve};
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::{Kind, Thing};
use crate::stage::rect::Rect;

/// A row of a list: its frame, its box, and its words.
pub(super) struct Row {
    pub id: String,
    pub rect: Rect,
    pub words: Vec<String>,
}

/// Where a new line goes: beside one that is there and is built like it.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub model: usize,
    pub before: bool,
}

/// Adds a thing that only its bare name tells as one more line of a list of such names ("add apples", "add salt to the list"); false
/// where nothing on the picture is such a list, or the words tell how the thing looks or where it stands.
pub fn named(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    at: &Location,
) -> Result<bool, EngineError> {
    let listed_at = match &at.relation {
        None => at.position.is_none(),
        Some((RelationKind::On | RelationKind::In | RelationKind::NextTo, target)) => {
            let words = target.words.to_lowercase();
            ["list", "menu", "table", "todo"]
                .iter()
                .any(|word| words.contains(word))
        }
        Some(_) => false,
    };
    let first = phrase
        .words
        .split(' ')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let led = matches!(
        first.as_str(),
        "a" | "an" | "the" | "some" | "one" | "two" | "three" | "more"
    );
    let plain = phrase.color.is_none()
        && phrase.size.is_none()
        && phrase.position.is_none()
        && phrase.count.unwrap_or(1) == 1
        && (!led || at.relation.is_some());
    if !listed_at || !plain || sheet.stage().is_some() {
        return Ok(false);
    }
    // Every line is a bare name: with figures beside them a name alone would be no line.
    let rows = rows(sheet, 1);
    let bare = |row: &Row| row.words.len() == 1 && is_asked_for(sheet, row);
    let items = sheet.scene.root.clone();
    let mut names = 0;
    let mut figures = 0;
    items.visit(&mut |node| {
        names += usize::from(node.role == "item" && node.literal && node.as_text().is_some());
        figures += usize::from(node.role == "price" && node.as_text().is_some());
    });
    let all_bare = rows.len() > 1 && rows.iter().all(bare) || names > 1 && figures == 0;
    if !all_bare {
        return Ok(false);
    }
    let words = phrase.words.trim();
    let name = match led {
        true => words.split_once(' ').map_or(words, |(_, rest)| rest),
        false => words,
    };
    let mut letters = name.chars();
    let name: String = letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default();
    row(sheet, &[name])?;
    Ok(true)
}

/// Adds a line with these cells to a receipt, a table, a list or a menu.
pub fn row(sheet: &mut Sheet<'_>, cells: &[String]) -> Result<(), EngineError> {
    let parted = parted(cells);
    let cells = parted.as_slice();
    let rows = rows(sheet, cells.len());
    let missing = EngineError::TargetNotLocated {
        target: "a list or table to add a line to".into(),
        found: sheet.found(),
    };
    if (cells.len() == 1 || in_one_text(sheet)) && fill_blank(sheet, &cells.join(" ")) {
        return Ok(());
    }
    let lone = rows.len() < 2 || rows.iter().all(|row| !is_asked_for(sheet, row));
    if lone && is_charge(cells) && loose_charge(sheet, cells) {
        return Ok(());
    }
    if lone && (loose(sheet, cells)? || super::grid::row(sheet, cells)) {
        return Ok(());
    }
    if rows.is_empty() {
        return Err(missing);
    }
    let total = match charge_place(&rows, cells) {
        Some(place) => Some(place),
        None => rows.iter().position(|row| is_total(&row.words)),
    };
    let model = match total {
        Some(0) => 0,
        Some(at) => at - 1,
        None => rows.len() - 1,
    };
    let spot = Spot {
        model,
        before: false,
    };
    insert(sheet, &rows, cells, spot)
}

/// Whether the lines of the list show their figures in the text of their names: "Milk 2".
fn in_one_text(sheet: &mut Sheet<'_>) -> bool {
    let items = sheet.with_roles(&["item"]);
    let figure = |item: &Thing| item.noun.bytes().any(|b| b.is_ascii_digit());
    !items.is_empty() && items.iter().all(figure)
}

/// Adds a quoted "Hosting $60" to a bill as a line of it; false where the picture is no bill, or the words have no figure.
pub fn charged(sheet: &mut Sheet<'_>, text: &str) -> Result<bool, EngineError> {
    let bill = sheet.is_of_genre(&["Invoice", "Receipt", "Menu"]);
    let cells = parted(std::slice::from_ref(&text.to_owned()));
    if !bill || cells.len() < 2 {
        return Ok(false);
    }
    row(sheet, &cells).map(|()| true)
}

/// Writes a name on the first blank line of a list that leaves some for writing; false where it has none.
pub fn fill_blank(sheet: &mut Sheet<'_>, name: &str) -> bool {
    // The rules of a bill are no lines to write on.
    if sheet.is_of_genre(&["Invoice", "Receipt"]) {
        return false;
    }
    let Some(last) = sheet.with_roles(&["item"]).pop() else {
        return false;
    };
    let Some((parent, _)) = sheet.parent(&last.id) else {
        return false;
    };
    // The words stand in a frame at a place of its own, where a blank line has a rule.
    let (frame, page) = match sheet
        .node(&last.id)
        .is_some_and(|node| node.layout.at.is_some())
    {
        true => (last.id.clone(), parent),
        false => match sheet.parent(&parent) {
            Some((page, _)) => (parent, page),
            None => return false,
        },
    };
    let Some(own) = sheet.rect(&frame) else {
        return false;
    };
    let rules: Vec<String> = sheet.node(&page).map_or_else(Vec::new, |page| {
        let rules = page
            .children
            .iter()
            .filter(|child| child.role == "rule" && child.layout.at.is_some());
        rules.map(|rule| rule.id.clone()).collect()
    });
    let mut below: Vec<(Rect, String)> = rules
        .into_iter()
        .filter_map(|id| Some((sheet.rect(&id)?, id)))
        .filter(|(rect, _)| rect.y > own.bottom() && (rect.x - own.x).abs() < 6.0 && rect.h < own.h)
        .collect();
    below.sort_by(|a, b| a.0.y.total_cmp(&b.0.y));
    // One line for writing is a rule under the list.
    let [(first, rule), (second, _), ..] = below.as_slice() else {
        return false;
    };
    let pitch = second.y - first.y;
    let Some(node) = sheet.node(&frame).cloned() else {
        return false;
    };
    let Some((parent, place)) = sheet.parent(&rule.clone()) else {
        return false;
    };
    // The box of the line lies as far below the last one as the lines lie apart.
    let down = ((first.y - own.cy()) / pitch).round().max(1.0) * pitch;
    let copies = sheet.copies(std::slice::from_ref(&node));
    let ids = sheet.insert(&parent, place + 1, copies);
    for id in &ids {
        if let Some(at) = sheet.node_mut(id).and_then(|node| node.layout.at.as_mut()) {
            at[1] += down;
        }
    }
    sheet.remove(std::slice::from_ref(rule));
    let inside: Vec<String> = ids
        .iter()
        .filter_map(|id| sheet.node(id))
        .flat_map(texts)
        .map(|(id, _)| id)
        .collect();
    for id in &inside {
        crate::edit::scene::text::write(sheet, id, name);
    }
    sheet.touch();
    sheet.same = ids;
    sheet.because(format!("A line came: {name}."));
    true
}

/// Whether a line is a charge ("Tip", "Discount 10%") that goes before the total, and not what is bought.
fn is_charge(cells: &[String]) -> bool {
    const CHARGES: &[&str] = &[
        "tip",
        "shipping",
        "delivery",
        "service",
        "fee",
        "deposit",
        "gratuity",
        "surcharge",
    ];
    let label = cells.first().map(|cell| cell.to_lowercase());
    label.is_some_and(|label| {
        sum_kind(&label).is_some() || CHARGES.iter().any(|word| label.starts_with(word))
    })
}

/// Returns the line of the total that a charge goes before; none for what is bought.
fn charge_place(rows: &[Row], cells: &[String]) -> Option<usize> {
    let total =
        |row: &Row| row.words.first().and_then(|word| sum_kind(word)) == Some(SumKind::Total);
    rows.iter().position(total).filter(|_| is_charge(cells))
}

/// Whether a rule lies between a line and the sum below it.
fn ruled_off(sheet: &mut Sheet<'_>, parent: &str, row: &Row, total: &Row) -> bool {
    /// Highest that a rule is, logical units.
    const THIN: f32 = 6.0;
    let ids: Vec<String> = sheet.node(parent).map_or_else(Vec::new, |p| {
        p.children.iter().map(|child| child.id.clone()).collect()
    });
    let (from, to) = (row.rect.bottom(), total.rect.y);
    let between = |r: Rect| r.h < THIN && r.y > from - 1.0 && r.bottom() < to + 1.0;
    ids.iter()
        .filter_map(|id| sheet.rect(id))
        .any(|r| between(r) && r.w > 0.5 * row.rect.w)
}

/// Puts a line with these cells beside the one that it is modelled on.
pub(super) fn insert(
    sheet: &mut Sheet<'_>,
    rows: &[Row],
    cells: &[String],
    Spot { model, before }: Spot,
) -> Result<(), EngineError> {
    let missing = || EngineError::TargetNotLocated {
        target: "a list or table to add a line to".into(),
        found: Vec::new(),
    };
    let faults = sheet.faults();
    let row = &rows[model];
    let node = sheet.node(&row.id).cloned().ok_or_else(missing)?;
    let (parent, place) = sheet.parent(&row.id).ok_or_else(missing)?;
    let id = if node.layout.at.is_some() {
        let copy = sheet.copies(std::slice::from_ref(&node)).remove(0);
        let id = copy.id.clone();
        // What sums up may stand farther below than the next line would.
        let next = rows.get(model + 1).filter(|next| is_total(&next.words));
        let y = match (before, next) {
            (true, _) => row.rect.y,
            // A rule that parts it from the lines goes down with it.
            (false, Some(total)) if ruled_off(sheet, &parent, row, total) => row.rect.bottom(),
            (false, Some(total)) => total.rect.y,
            (false, None) => row.rect.bottom(),
        };
        let rule = rule_at(sheet, &parent, (row, rows), y);
        sheet.insert(&parent, place + 1, vec![copy]);
        let mut new = vec![id.clone()];
        if let Some(rule) = rule {
            new.extend(sheet.insert(&parent, place + 1, vec![rule]));
        }
        let from = sheet.rect(&id).map_or(y, |r| r.y);
        if let Some(at) = sheet.node_mut(&id).and_then(|n| n.layout.at.as_mut()) {
            at[1] += y - from;
        }
        make_room(sheet, &parent, y, row.rect.h, &new);
        id
    } else {
        let id = again(sheet, &row.id)?;
        if before {
            exchange_places(sheet, &row.id, &id);
        }
        id
    };
    untick(sheet, &id, rows);
    let turned = turned(row, cells);
    cells_into(sheet, &id, turned.as_deref().unwrap_or(cells));
    relieve(sheet, &id, &faults);
    squeeze(sheet, &faults);
    sheet.same = vec![id];
    sheet.because(format!("A line came: {}.", cells.join(" · ")));
    Ok(())
}

/// A name and its figure in the order of the line that the new one is built like: the hour before what happens.
fn turned(row: &Row, cells: &[String]) -> Option<Vec<String>> {
    let figure = |text: &String| {
        text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£'))
    };
    let ([first, last], [name, value]) = (row.words.as_slice(), cells) else {
        return None;
    };
    let other_way = figure(first) && !figure(last) && !figure(name) && figure(value)
        || !figure(first) && figure(last) && figure(name) && !figure(value);
    other_way.then(|| vec![value.clone(), name.clone()])
}

/// A new line of tasks is not done yet: it looks like one that is not.
fn untick(sheet: &mut Sheet<'_>, id: &str, rows: &[Row]) {
    let boxed = |node: &Node| {
        node.children
            .iter()
            .find(|own| own.role == "checkbox")
            .cloned()
    };
    let done = |sheet: &Sheet<'_>, id: &str| {
        let node = sheet.node(id)?;
        boxed(node).map(|own| !own.children.is_empty())
    };
    if done(sheet, id) != Some(true) {
        return;
    }
    let Some(open) = rows.iter().find(|row| done(sheet, &row.id) == Some(false)) else {
        return;
    };
    let Some(model) = sheet.node(&open.id).cloned() else {
        return;
    };
    let mut copy = sheet.copies(std::slice::from_ref(&model)).remove(0);
    if let Some(node) = sheet.node_mut(id) {
        copy.id.clone_from(&node.id);
        copy.layout.clone_from(&node.layout);
        *node = copy;
    }
    sheet.touch();
}

/// Lets two siblings change places in the tree.
fn exchange_places(sheet: &mut Sheet<'_>, one: &str, other: &str) {
    let (Some((parent, a)), Some((_, b))) = (sheet.parent(one), sheet.parent(other)) else {
        return;
    };
    if let Some(parent) = sheet.node_mut(&parent) {
        parent.children.swap(a, b);
    }
    sheet.touch();
}

/// Parts "Tip 1.50" into a label and its figure.
pub(super) fn parted(cells: &[String]) -> Vec<String> {
    if let [only] = cells
        && let Some((label, figure)) = only.rsplit_once(' ')
        && figure.bytes().any(|b| b.is_ascii_digit())
        && !label.bytes().any(|b| b.is_ascii_digit())
    {
        return vec![label.trim_end_matches(':').to_owned(), figure.to_owned()];
    }
    cells.to_vec()
}

/// Whether a line sums up the lines above it.
pub(super) fn is_total(words: &[String]) -> bool {
    words.first().is_some_and(|word| sum_kind(word).is_some())
}

/// Returns the rows of the list that has most of them, from the top.
pub(super) fn rows(sheet: &mut Sheet<'_>, cells: usize) -> Vec<Row> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    fn collect(node: &Node, groups: &mut Vec<(String, Vec<String>)>) {
        for child in &node.children {
            let words = texts(child).len();
            let named = matches!(
                child.role.as_str(),
                "row" | "item" | "dish" | "line" | "bullet" | "task"
            );
            let lined = child.layout.flow == Flow::Row
                && (2..=7).contains(&words)
                && child.style.fill.is_none();
            if named && words >= 1 || lined {
                match groups.iter_mut().find(|(id, _)| *id == node.id) {
                    Some((_, list)) => list.push(child.id.clone()),
                    None => groups.push((node.id.clone(), vec![child.id.clone()])),
                }
            }
            collect(child, groups);
        }
    }
    collect(&sheet.scene.root, &mut groups);
    let score = |sheet: &Sheet<'_>, list: &[String]| -> i32 {
        list.iter()
            .filter_map(|id| sheet.node(id))
            .map(|node| {
                let words = texts(node);
                let mut literal = false;
                node.visit(&mut |n| literal |= n.literal);
                let near = 3 - (words.len() as i32 - cells as i32).abs().min(3);
                let figures = words
                    .iter()
                    .any(|(_, t)| t.bytes().any(|b| b.is_ascii_digit()));
                let nav = node.role.contains("nav") || node.role.contains("status");
                near + i32::from(literal) * 3 + i32::from(figures) * 2 - i32::from(nav) * 9
            })
            .sum()
    };
    groups.sort_by_key(|(_, list)| std::cmp::Reverse(score(sheet, list)));
    let Some((_, ids)) = groups.into_iter().next() else {
        return Vec::new();
    };
    let mut rows: Vec<Row> = ids
        .into_iter()
        .filter_map(|id| {
            let rect = sheet.rect(&id)?;
            let words = texts(sheet.node(&id)?)
                .into_iter()
                .map(|(_, t)| t)
                .collect();
            Some(Row { id, rect, words })
        })
        .collect();
    rows.sort_by(|a, b| a.rect.y.total_cmp(&b.rect.y));
    rows
}

/// Sets the cells of a new row: as many as there are in order; fewer go to the first and the last.
fn cells_into(sheet: &mut Sheet<'_>, id: &str, cells: &[String]) {
    let slots: Vec<(String, String)> = sheet.node(id).map_or_else(Vec::new, texts);
    let n = slots.len();
    let mut used = Vec::new();
    for (i, cell) in cells.iter().enumerate() {
        let at = if cells.len() >= n || i + 1 < cells.len() {
            i
        } else {
            n.saturating_sub(1)
        };
        if let Some((slot, _)) = slots.get(at) {
            crate::edit::scene::text::write(sheet, slot, cell);
            used.push(slot.clone());
        }
    }
    // Cells that nothing was said about stay empty, so that no other line's words are repeated.
    for (slot, _) in slots.iter().filter(|(slot, _)| !used.contains(slot)) {
        if let Some(node) = sheet.node_mut(slot)
            && let Content::Text(text) = &mut node.content
        {
            text.text = "–".into();
            node.filler = true;
            node.literal = false;
        }
    }
    if let Some(node) = sheet.node_mut(id) {
        node.filler = false;
    }
    sheet.touch();
}

/// Lets texts that do not fit any more become smaller.
pub(super) fn squeeze(sheet: &mut Sheet<'_>, faults: &crate::edit::scene::fit::Faults) {
    for _ in 0..6 {
        let worse: Vec<String> = sheet
            .faults()
            .into_iter()
            .filter(|f| !faults.contains(f))
            .map(|(_, id)| id)
            .collect();
        if worse.is_empty() {
            return;
        }
        for id in worse {
            if let Some(node) = sheet.node_mut(&id)
                && let Content::Text(text) = &mut node.content
            {
                text.size = (text.size * 0.9).max(11.0);
                text.min_size = text.min_size.min(text.size);
            }
        }
    }
}

/// Returns the lines of the list that was asked for, without what heads it or sums it up.
pub fn items(sheet: &mut Sheet<'_>) -> Vec<Thing> {
    if !listed(sheet) {
        return Vec::new();
    }
    let mut all = rows(sheet, 2);
    all.retain(|row| !is_total(&row.words));
    all.into_iter()
        .filter_map(|row| sheet.thing(&row.id, Kind::Part))
        .collect()
}

/// Whether the picture has a list of lines that were asked for.
pub fn listed(sheet: &mut Sheet<'_>) -> bool {
    let rows = rows(sheet, 2);
    rows.iter().any(|row| is_asked_for(sheet, row))
}

/// Whether a line shows words that were asked for.
fn is_asked_for(sheet: &Sheet<'_>, row: &Row) -> bool {
    let mut literal = false;
    if let Some(node) = sheet.node(&row.id) {
        node.visit(&mut |n| literal |= n.literal);
    }
    literal
}
