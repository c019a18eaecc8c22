//! The days of a week that a planner shows, and what is on them.

use plantain_read::weekday_number;
use plantain_scene::Node;
use plantain_scene::node::Content;

use super::sheet::{Sheet, texts};
use super::text;
use super::things::Thing;
use crate::stage::rect::Rect;

/// Days that a planner heads, at least.
const DAYS_MIN: usize = 5;

/// A day of the week and the text that heads it.
struct Day {
    number: u32,
    head: Thing,
}

/// Writes what follows the name of a weekday in `told` ("Wed Swimming") under that day of a planner, set like what stands under
/// another day; false where the picture shows no week, nothing stands under any day yet, or `told` names none.
pub fn write_on_day(sheet: &mut Sheet<'_>, told: &str) -> bool {
    let Some((name, event)) = told.trim().split_once([' ', ':']) else {
        return false;
    };
    let Some(number) = weekday_number(&name.to_lowercase()) else {
        return false;
    };
    let days = days(sheet);
    let event = event.trim_start_matches([':', '-', '–', ' ']);
    let Some(day) = days.iter().find(|day| day.number == number) else {
        return false;
    };
    let Some((model, of)) = model(sheet, &days) else {
        return false;
    };
    let (dx, dy) = (day.head.rect.x - of.x, day.head.rect.y - of.y);
    let Some(frame) = placed_above(sheet, &model.id) else {
        return false;
    };
    let cell = cell_of(sheet, &model, &of).shifted(dx, dy);
    let below = below_what_is_there(sheet, &cell, &days);
    clear_rules(sheet, &cell);
    let Some((node, (parent, _))) = sheet.node(&frame).cloned().zip(sheet.parent(&frame)) else {
        return false;
    };
    let mut copies = sheet.copies(&[node]);
    if let Some(at) = copies.first_mut().and_then(|copy| copy.layout.at.as_mut()) {
        let under = below.map_or(0.0, |bottom| (bottom - model.rect.y - dy).max(0.0));
        *at = [at[0] + dx, at[1] + dy + under];
    }
    let ids = sheet.insert(&parent, usize::MAX, copies);
    let written = ids.first().and_then(|id| sheet.node(id)).map(texts);
    let Some((id, _)) = written.and_then(|texts| texts.into_iter().next()) else {
        return false;
    };
    text::write(sheet, &id, event);
    sheet.same = vec![id];
    sheet.touch();
    sheet.because(format!("“{event}” is on {} now.", day.head.noun));
    true
}

/// Returns the heads of the days, if the picture shows a week.
fn days(sheet: &mut Sheet<'_>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for line in sheet.lines() {
        let number = weekday_number(&line.noun.to_lowercase());
        if let Some(number) = number.filter(|n| days.iter().all(|day| day.number != *n)) {
            days.push(Day { number, head: line });
        }
    }
    if days.len() < DAYS_MIN {
        days.clear();
    }
    days
}

/// Returns a text that stands under a day or beside it, and the box of that day's head.
fn model(sheet: &mut Sheet<'_>, days: &[Day]) -> Option<(Thing, Rect)> {
    let mut lines = sheet.lines();
    lines.retain(|line| days.iter().all(|day| day.head.id != line.id));
    lines.retain(|line| sheet.node(&line.id).is_some_and(|node| node.literal));
    let first = days
        .iter()
        .map(|day| day.head.rect.y)
        .fold(f32::MAX, f32::min);
    // The title stands over all of them.
    lines.retain(|line| line.rect.bottom() > first);
    let nearest = |line: &Thing| {
        let far = |head: &Rect| {
            let (dx, dy) = (line.rect.x - head.x, line.rect.y - head.y);
            // What is left of its head or over it is another day's.
            let before = dx < -head.w || dy < -head.h;
            if before {
                f32::MAX
            } else {
                dx.abs() + dy.abs()
            }
        };
        days.iter()
            .map(|day| day.head.rect)
            .min_by(|a, b| far(a).total_cmp(&far(b)))
    };
    let line = lines.into_iter().next()?;
    let head = nearest(&line)?;
    Some((line, head))
}

/// Returns the nearest node at or above a text that has a place of its own.
fn placed_above(sheet: &Sheet<'_>, id: &str) -> Option<String> {
    let mut path = sheet.ancestors(id);
    path.push(id.to_owned());
    let placed = |id: &&String| sheet.node(id).is_some_and(|node| node.layout.at.is_some());
    path.iter().rev().find(placed).cloned()
}

/// Returns the box of the plate that an entry stands on; that of the entry where it stands on none.
fn cell_of(sheet: &mut Sheet<'_>, entry: &Thing, head: &Rect) -> Rect {
    let mut plates = Vec::new();
    sheet.scene.root.visit(&mut |node: &Node| {
        if matches!(node.content, Content::Shape(_) | Content::Frame) && node.style.fill.is_some() {
            plates.push(node.id.clone());
        }
    });
    let (w, h) = sheet.size();
    let boxes = plates.iter().filter_map(|id| sheet.rect(id));
    let under: Vec<Rect> = boxes
        .filter(|r| r.overlap(&entry.rect) > 0.9 * entry.rect.area() && r.area() < 0.5 * w * h)
        .collect();
    let smallest = under.iter().min_by(|a, b| a.area().total_cmp(&b.area()));
    let mut cell = smallest.copied().unwrap_or(entry.rect);
    // A card that carries its head, too, ends below it.
    if cell.overlap(head) > 0.5 * head.area() && head.bottom() < entry.rect.y {
        cell = Rect::new(cell.x, head.bottom(), cell.w, cell.bottom() - head.bottom());
    }
    cell
}

/// Returns the lower edge of what stands in a cell already, with some air.
fn below_what_is_there(sheet: &mut Sheet<'_>, cell: &Rect, days: &[Day]) -> Option<f32> {
    let mut lines = sheet.lines();
    lines.retain(|line| days.iter().all(|day| day.head.id != line.id));
    let inside = lines
        .iter()
        .filter(|line| cell.overlap(&line.rect) > 0.8 * line.rect.area());
    let lowest = inside.map(|line| line.rect.bottom() + 0.3 * line.rect.h);
    lowest.reduce(f32::max)
}

/// Takes the lines away that an empty cell has for writing.
fn clear_rules(sheet: &mut Sheet<'_>, cell: &Rect) {
    const THIN: f32 = 4.0;
    let mut ids = Vec::new();
    sheet.scene.root.visit(&mut |node: &Node| {
        if matches!(node.content, Content::Shape(_) | Content::Path(_)) && node.children.is_empty()
        {
            ids.push(node.id.clone());
        }
    });
    ids.retain(|id| {
        sheet.rect(id).is_some_and(|r| {
            r.h < THIN && cell.grown(1.0).overlap(&r) > 0.9 * r.area() && r.w > 8.0
        })
    });
    sheet.remove(&ids);
}
