//! Lists whose cells lie loose on the page: names in one column, figures in another.

use plantain_engine::EngineError;
use plantain_scene::Node;

use super::lines::squeeze;
use super::room::make_room;
use crate::edit::scene::series;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::Thing;

/// Adds a line to a list whose cells lie loose on the page; false where there is none.
pub(super) fn loose(sheet: &mut Sheet<'_>, cells: &[String]) -> Result<bool, EngineError> {
    let Some(item) = sheet.with_roles(&["item"]).pop() else {
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
    let nodes: Vec<Node> = last
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
        rect: last.rect,
    };
    series::shift(sheet, &new, 0.0, pitch);
    make_room(sheet, &parent, last.rect.y + pitch, pitch, &ids);
    let mut slots: Vec<Thing> = sheet.lines();
    slots.retain(|line| {
        let above = sheet.ancestors(&line.id);
        ids.iter().any(|id| *id == line.id || above.contains(id))
    });
    slots.sort_by(|a, b| a.rect.x.total_cmp(&b.rect.x));
    let n = slots.len();
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
