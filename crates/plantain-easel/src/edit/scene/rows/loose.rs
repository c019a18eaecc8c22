//! Lists whose cells lie loose on the page: names in one column, figures in another.

use plantain_engine::EngineError;
use plantain_read::{SumKind, sum_kind};
use plantain_scene::Node;
use plantain_scene::node::Len;

use super::lines::squeeze;
use super::room::make_room;
use crate::edit::scene::series;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::Thing;

/// Adds a line to a list whose cells lie loose on the page; false where there is none.
pub(super) fn loose(sheet: &mut Sheet<'_>, cells: &[String]) -> Result<bool, EngineError> {
    let Some(item) = sheet.with_roles(&["item", "event"]).pop() else {
        return Ok(false);
    };
    let Some(series) = series::of(sheet, &item.id).filter(|series| series.free) else {
        return Ok(false);
    };
    let (Some(last), Some(before)) = (
        series.members.last().cloned(),
        series
            .members
            .len()
            .checked_sub(2)
            .map(|i| series.members[i].rect),
    ) else {
        return Ok(false);
    };
    let pitch = last.rect.y - before.y;
    if pitch < last.rect.h * 0.5 || last.own.len() < 2 {
        return Ok(false);
    }
    let faults = sheet.faults();
    // Where the items stand on two sides by turns, the new one is built like the last but one.
    let (model, down) = match by_turns(&series) {
        Some(model) => (model, 2.0 * pitch),
        None => (last.clone(), pitch),
    };
    let nodes: Vec<Node> = model
        .own
        .iter()
        .filter_map(|id| sheet.node(id).cloned())
        .collect();
    let Some((parent, place)) = sheet.parent(&last.id) else {
        return Ok(false);
    };
    let copies = sheet.copies(&nodes);
    let ids = sheet.insert(&parent, place + 1, copies);
    let new = series::Member {
        id: ids.first().cloned().unwrap_or_default(),
        own: ids.clone(),
        rect: model.rect,
    };
    series::shift(sheet, &new, 0.0, down);
    make_room(sheet, &parent, last.rect.y + pitch, pitch, &ids);
    longer_axis(sheet, &parent, (&series.members[0].id, &new.id));
    let mut slots: Vec<Thing> = sheet.lines();
    slots.retain(|line| {
        let above = sheet.ancestors(&line.id);
        ids.iter().any(|id| *id == line.id || above.contains(id))
    });
    slots.sort_by(|a, b| a.rect.x.total_cmp(&b.rect.x));
    let n = slots.len();
    // A stop of a timeline: its day, and below it what happened.
    if let ([slot], [_, _]) = (slots.as_slice(), cells)
        && slot.noun.contains('\n')
    {
        let words = cells.join("\n");
        crate::edit::scene::text::write_headed(sheet, &slot.id, &words);
        squeeze(sheet, &faults);
        sheet.same = ids;
        sheet.because(format!("“{}” came.", cells.join(" · ")));
        by_date(sheet, &words)?;
        return Ok(true);
    }
    // "add Bread 3" to a list whose lines are one text each.
    if let [slot] = slots.as_slice() {
        crate::edit::scene::text::write(sheet, &slot.id, &cells.join(" "));
        squeeze(sheet, &faults);
        sheet.same = ids;
        sheet.because(format!("A line came: {}.", cells.join(" ")));
        return Ok(true);
    }
    for (i, slot) in slots.iter().enumerate() {
        // The first cell and the last are the name and the amount, whatever stands between.
        let cell = match i {
            _ if i + 1 == n => cells.last(),
            _ => cells.get(i).filter(|_| i + 1 < cells.len()),
        };
        let words = cell.map_or("–", String::as_str);
        crate::edit::scene::text::write(sheet, &slot.id, words);
    }
    squeeze(sheet, &faults);
    sheet.same = ids;
    sheet.because(format!("A line came: {}.", cells.join(" · ")));
    Ok(true)
}

/// Returns the last but one of items that stand left and right by turns.
fn by_turns(series: &series::Series) -> Option<series::Member> {
    const LEVEL: f32 = 3.0;
    let members = &series.members;
    let side = |a: usize, b: usize| (members[a].rect.x - members[b].rect.x).abs() < LEVEL;
    let n = members.len();
    let turns = n > 2 && (0..n - 2).all(|i| side(i, i + 2)) && !side(0, 1);
    turns.then(|| members[n - 2].clone())
}

/// Adds a charge to a bill whose cells lie loose on the page: above its total, built like the sum before it. False where no sum
/// stands before a total.
pub(super) fn loose_charge(sheet: &mut Sheet<'_>, cells: &[String]) -> bool {
    let lines = sheet.lines();
    let named = |thing: &&Thing| sum_kind(&thing.noun).is_some();
    let Some(total) = lines
        .iter()
        .filter(named)
        .find(|thing| sum_kind(&thing.noun) == Some(SumKind::Total))
    else {
        return false;
    };
    let Some(model) = lines
        .iter()
        .filter(named)
        .filter(|thing| thing.rect.bottom() <= total.rect.y + 1.0)
        .max_by(|a, b| a.rect.y.total_cmp(&b.rect.y))
    else {
        return false;
    };
    let level = |thing: &&Thing| {
        (thing.rect.cy() - model.rect.cy()).abs() < 0.5 * model.rect.h.min(thing.rect.h)
            && thing.rect.x > model.rect.x
    };
    let Some(amount) = lines.iter().rfind(level) else {
        return false;
    };
    let frame = |sheet: &Sheet<'_>, id: &str| -> Option<String> {
        let mut path = sheet.ancestors(id);
        path.push(id.to_owned());
        let placed = |id: &&String| sheet.node(id).is_some_and(|n| n.layout.at.is_some());
        path.iter().rev().find(placed).cloned()
    };
    let (Some(label), Some(figure)) = (frame(sheet, &model.id), frame(sheet, &amount.id)) else {
        return false;
    };
    let (Some((parent, place)), Some(own)) = (sheet.parent(&figure), sheet.rect(&label)) else {
        return false;
    };
    let [name, .., value] = cells else {
        return false;
    };
    let faults = sheet.faults();
    let nodes: Vec<Node> = [&label, &figure]
        .into_iter()
        .filter_map(|id| sheet.node(id).cloned())
        .collect();
    let copies = sheet.copies(&nodes);
    let ids = sheet.insert(&parent, place + 1, copies);
    for id in &ids {
        if let Some(at) = sheet.node_mut(id).and_then(|node| node.layout.at.as_mut()) {
            at[1] += own.h;
        }
    }
    make_room(sheet, &parent, own.bottom(), own.h, &ids);
    for (id, words) in ids.iter().zip([name, value]) {
        let inside: Vec<String> = sheet
            .node(id)
            .map_or_else(Vec::new, texts)
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        for id in inside {
            crate::edit::scene::text::write(sheet, &id, words);
        }
    }
    squeeze(sheet, &faults);
    sheet.same = ids;
    sheet.because(format!("A line came: {}.", cells.join(" · ")));
    true
}

/// The axis that the stops of a timeline stand on reaches as far beyond the last of them as beyond the first.
fn longer_axis(sheet: &mut Sheet<'_>, parent: &str, (first, last): (&str, &str)) {
    let (Some(first), Some(last)) = (sheet.rect(first), sheet.rect(last)) else {
        return;
    };
    let axes: Vec<String> = sheet.node(parent).map_or_else(Vec::new, |parent| {
        let axes = parent.children.iter().filter(|node| node.role == "axis");
        axes.map(|axis| axis.id.clone()).collect()
    });
    for id in axes {
        let Some(own) = sheet.rect(&id).filter(|own| own.h > own.w) else {
            continue;
        };
        let h = last.bottom() + (first.y - own.y) - own.y;
        if let Some(axis) = sheet.node_mut(&id) {
            axis.layout.h = Len::Units(h.max(own.h));
        }
    }
    sheet.touch();
}

/// Puts a new stop where its year belongs among the others, where these stand in the order of theirs.
fn by_date(sheet: &mut Sheet<'_>, words: &str) -> Result<(), EngineError> {
    let year = |text: &str| -> Option<u32> {
        let first = text.split_whitespace().next()?;
        first
            .parse()
            .ok()
            .filter(|year| (1000..3000).contains(year))
    };
    let Some(own) = year(words) else {
        return Ok(());
    };
    let mut lines = sheet.lines();
    lines.retain(|line| line.noun.contains('\n') && line.noun != words);
    lines.sort_by(|a, b| a.rect.y.total_cmp(&b.rect.y));
    let years: Vec<Option<u32>> = lines.iter().map(|line| year(&line.noun)).collect();
    let ordered = years.windows(2).all(|pair| pair[0] <= pair[1]);
    if !ordered || years.iter().any(Option::is_none) {
        return Ok(());
    }
    let place = years
        .iter()
        .flatten()
        .filter(|other| **other <= own)
        .count();
    if place == years.len() {
        return Ok(());
    }
    let target = plantain_read::Target {
        what: plantain_read::Referent::Text(words.to_owned()),
        words: words.replace('\n', " "),
        ..plantain_read::Target::default()
    };
    let n = u32::try_from(place).unwrap_or(0);
    crate::edit::scene::rank::go(sheet, &target, plantain_read::Which::Nth(n))
}
