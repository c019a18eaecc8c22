//! Weeks and days to write in.

use plantain_read::Field;
use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{Align, FontRole, Node};

use super::Plan;
use super::names::{abbreviated, initial, names};
use crate::components::diagram::{Body, Entry, Lettering, Sheet};
use crate::components::print::Zone;

/// Draws a week: days as columns with rows for meals or hours, or as boxes.
pub fn week(sheet: &Sheet<'_>, plan: &Plan<'_>, columns: bool) -> Option<Body> {
    let mut nodes = Vec::new();
    let (zone, fields) = beside(sheet, plan, sheet.body);
    for (field, place) in fields {
        nodes.extend(block(sheet, field, place));
    }
    let (_, weekdays) = names(&sheet.studio.brief.language.0);
    let (first, last) = plan.planner.days;
    let mut days: Vec<u32> = (first..=last).collect();
    if plan.planner.only_told {
        let told = |day: &u32| {
            plan.planner
                .events
                .iter()
                .any(|e| e.from <= *day && *day <= e.to)
        };
        days.retain(told);
    }
    if plan.planner.sunday_first && days.len() == 7 {
        days.rotate_right(1);
    }
    let body = if columns {
        table(sheet, plan, zone, &days, weekdays)?
    } else {
        boxes(sheet, plan, zone, &days, weekdays)?
    };
    nodes.extend(body);
    Some(Body::new(nodes))
}

/// Leaves room for the fields that are wanted beside the days.
fn beside(sheet: &Sheet<'_>, plan: &Plan<'_>, zone: Zone) -> (Zone, Vec<(Field, Zone)>) {
    let fields = &plan.planner.fields;
    if fields.is_empty() {
        return (zone, Vec::new());
    }
    let gap = (sheet.margin * 0.45).max(12.0);
    let n = fields.len() as f32;
    let tall = zone.w < zone.h * 1.15;
    let (main, side) = if tall {
        zone.rows(if n > 2.0 { 0.62 } else { 0.7 }, gap)
    } else {
        zone.columns(0.74, gap)
    };
    let across = if tall { fields.len().min(2) } else { 1 };
    let rows = fields.len().div_ceil(across);
    let (w, h) = (
        (side.w - gap * (across - 1) as f32) / across as f32,
        (side.h - gap * (rows - 1) as f32) / rows as f32,
    );
    let places = fields
        .iter()
        .enumerate()
        .map(|(i, field)| {
            let last = i + 1 == fields.len() && i % across == 0 && across > 1;
            let place = Zone::new(
                side.x + (w + gap) * (i % across) as f32,
                side.y + (h + gap) * (i / across) as f32,
                if last { side.w } else { w },
                h,
            );
            (*field, place)
        })
        .collect();
    (main, places)
}

/// What stands in the cell of a day and row; given events come first, then the kind's usual content.
fn content(sheet: &Sheet<'_>, plan: &Plan<'_>, day: u32, row: usize) -> Vec<Entry> {
    let given: Vec<Entry> = plan
        .planner
        .events
        .iter()
        .filter(|e| e.from <= day && day <= e.to)
        .map(|e| plan.text(e.text))
        .collect();
    if row == 0 && !given.is_empty() {
        return given;
    }
    let _ = sheet;
    Vec::new()
}

/// A table of days and rows; on a narrow page the days run down and the rows across.
fn table(
    sheet: &Sheet<'_>,
    plan: &Plan<'_>,
    zone: Zone,
    days: &[u32],
    weekdays: &[&str; 7],
) -> Option<Vec<Node>> {
    let rows = &plan.planner.rows;
    let turned = zone.w < zone.h * 0.95 && !rows.is_empty();
    let tag = if rows.is_empty() {
        0.0
    } else {
        (zone.w * 0.11).clamp(70.0, 150.0)
    };
    let lines = rows.len().max(1);
    let (across, down) = if turned {
        (lines, days.len())
    } else {
        (days.len(), lines)
    };
    let head = (zone.h * 0.07).clamp(28.0, 54.0);
    let w = (zone.w - tag) / across as f32;
    let h = (zone.h - head) / down as f32;
    if w < 54.0 || h < 34.0 {
        return None;
    }
    const GAP: f32 = 6.0;
    let radius = sheet.theme.radius.min(12.0);
    let day_name = |day: u32, room: f32| {
        let name = weekdays[day as usize % 7];
        if room > 104.0 {
            name.to_owned()
        } else {
            abbreviated(&sheet.studio.brief.language.0, day).to_owned()
        }
    };
    let left = |i: usize| zone.x + tag + w * i as f32 + GAP * 0.5;
    let top = |j: usize| zone.y + head + h * j as f32 + GAP * 0.5;
    let mut nodes = Vec::new();
    for i in 0..across {
        let place = Zone::new(left(i), zone.y, w - GAP, head - GAP);
        let text = if turned {
            rows[i].clone()
        } else {
            day_name(days[i], w)
        };
        let paints = (Token::Accent, Token::AccentInk);
        nodes.extend(head_cell(sheet, &text, place, paints));
    }
    for j in 0..down {
        if tag > 0.0 {
            let place = Zone::new(zone.x, top(j), tag - GAP, h - GAP);
            let text = if turned {
                day_name(days[j], tag)
            } else {
                rows[j].clone()
            };
            let paints = (Token::AccentSoft, Token::Ink);
            nodes.extend(head_cell(sheet, &text, place, paints));
        }
        for i in 0..across {
            let cell = Zone::new(left(i), top(j), w - GAP, h - GAP);
            let (day, row) = if turned { (days[j], i) } else { (days[i], j) };
            nodes.extend(day_cell(sheet, plan, cell, (day, row), radius.min(h * 0.3)));
        }
    }
    Some(nodes)
}

/// The head of a column or row.
fn head_cell(sheet: &Sheet<'_>, text: &str, place: Zone, (fill, ink): (Token, Token)) -> [Node; 2] {
    let radius = sheet.theme.radius.min(12.0).min(place.h * 0.4);
    let most = (place.h * 0.42).clamp(13.0, 22.0);
    let look = Lettering::new(FontRole::Heading, most, 11.0)
        .weight(700)
        .color(ink)
        .centred();
    let size = sheet.fit(text, look, place.w * 0.9, place.h, 1);
    let inner = place.inset_xy(place.w * 0.04, 0.0);
    [
        place.hold(rect()).fill(fill).radius(radius).role("head"),
        sheet.write(text, inner, look, size, "head-text").filler(),
    ]
}

/// A cell with what is planned there, or with writing lines.
fn day_cell(
    sheet: &Sheet<'_>,
    plan: &Plan<'_>,
    cell: Zone,
    (day, row): (u32, usize),
    radius: f32,
) -> Vec<Node> {
    let mut nodes = vec![
        cell.hold(rect())
            .fill(Token::Surface)
            .stroke(Token::Line, 1.5)
            .radius(radius)
            .role("cell"),
    ];
    let entries = content(sheet, plan, day, row);
    nodes.extend(written(sheet, cell, &entries));
    if entries.is_empty() {
        nodes.extend(ruled(cell.inset_xy(cell.w * 0.08, cell.h * 0.06), 30.0));
    }
    nodes
}

/// Days as boxes with writing lines, the weekend sharing one where the number is odd.
fn boxes(
    sheet: &Sheet<'_>,
    plan: &Plan<'_>,
    zone: Zone,
    days: &[u32],
    weekdays: &[&str; 7],
) -> Option<Vec<Node>> {
    let gap = (sheet.margin * 0.35).max(10.0);
    let n = days.len();
    let listed = !plan.planner.events.is_empty();
    let columns = if listed && zone.w < zone.h * 1.2 {
        1
    } else if zone.w > zone.h * 1.5 {
        n.div_ceil(2)
    } else {
        2
    };
    let rows = n.div_ceil(columns);
    let (w, h) = (
        (zone.w - gap * (columns - 1) as f32) / columns as f32,
        (zone.h - gap * (rows - 1) as f32) / rows as f32,
    );
    if w < 110.0 || h < 44.0 {
        return None;
    }
    let mut nodes = Vec::new();
    for (i, day) in days.iter().enumerate() {
        let last = i + 1 == n && !n.is_multiple_of(columns);
        let span = if last { columns - (n - 1) % columns } else { 1 };
        let place = Zone::new(
            zone.x + (w + gap) * (i % columns) as f32,
            zone.y + (h + gap) * (i / columns) as f32,
            w * span as f32 + gap * (span - 1) as f32,
            h,
        );
        nodes.push(sheet.card(place, Token::Surface));
        let entries = content(sheet, plan, *day, 0);
        let flat = columns == 1;
        let name = weekdays[*day as usize % 7];
        let hue = sheet.hues(7)[i % 7];
        let (tag, room) = if flat {
            place.columns(0.28, 0.0)
        } else {
            place.rows((46.0 / place.h).clamp(0.12, 0.34), 0.0)
        };
        let mut face = tag.hold(rect()).fill(hue).role("day-face");
        let r = sheet.theme.radius.min(h * 0.4);
        face.style.corners = Some(if flat {
            [r, 0.0, 0.0, r]
        } else {
            [r, r, 0.0, 0.0]
        });
        nodes.push(face);
        let most = (tag.h * 0.5).clamp(14.0, 28.0);
        let look = Lettering::new(FontRole::Heading, most, 12.0)
            .weight(700)
            .color(sheet.ink_on(hue).readable_on(hue, 4.5))
            .middle();
        let inner = tag.inset_xy((tag.w * 0.06).min(18.0), 0.0);
        let size = sheet.fit(name, look, inner.w, inner.h, 1);
        nodes.push(sheet.write(name, inner, look, size, "weekday").filler());
        let room = room.inset_xy((room.w * 0.06).min(24.0), (room.h * 0.08).min(14.0));
        if entries.is_empty() {
            nodes.extend(ruled(room, 34.0));
        } else {
            nodes.extend(written_large(sheet, room, &entries));
        }
    }
    Some(nodes)
}

fn written(sheet: &Sheet<'_>, cell: Zone, entries: &[Entry]) -> Vec<Node> {
    let h = cell.h / entries.len().max(1) as f32;
    entries
        .iter()
        .enumerate()
        .map(|(i, entry)| {
            let place = Zone::new(
                cell.x + cell.w * 0.06,
                cell.y + h * i as f32,
                cell.w * 0.88,
                h,
            );
            let look = Lettering::new(FontRole::Body, 20.0, 11.0)
                .weight(600)
                .centred();
            let size = sheet.fit(&entry.text, look, place.w, place.h * 0.9, 4);
            sheet.set(entry, place, look, size, "entry")
        })
        .collect()
}

fn written_large(sheet: &Sheet<'_>, room: Zone, entries: &[Entry]) -> Vec<Node> {
    let h = room.h / entries.len().max(1) as f32;
    entries
        .iter()
        .enumerate()
        .map(|(i, entry)| {
            let place = Zone::new(room.x, room.y + h * i as f32, room.w, h);
            let look = Lettering::new(FontRole::Body, (h * 0.5).clamp(15.0, 34.0), 12.0)
                .weight(600)
                .middle();
            let size = sheet.fit(&entry.text, look, place.w, place.h * 0.92, 3);
            sheet.set(entry, place, look, size, "entry")
        })
        .collect()
}

/// Lines to write on.
fn ruled(zone: Zone, step: f32) -> Vec<Node> {
    let n = (zone.h / step).floor().max(1.0) as usize;
    (1..=n.min(30))
        .map(|i| {
            rect()
                .bounds(
                    zone.x,
                    zone.y + zone.h * i as f32 / (n as f32 + 0.35),
                    zone.w,
                    1.0,
                )
                .fill(Token::Line)
                .role("line")
        })
        .collect()
}

fn field_name(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Priorities => ("Top priorities", "star"),
        Field::ToDo => ("To do", "list-checks"),
        Field::Notes => ("Notes", "pencil"),
        Field::Habits => ("Habits", "repeat"),
        Field::Goals => ("Goals", "target"),
        Field::Groceries => ("Groceries", "shopping-cart"),
        Field::Water => ("Water", "droplet"),
        Field::Meals => ("Meals", "utensils"),
        Field::Mood => ("Mood", "smile"),
    }
}

/// A field of a planner: its name, and the form to fill in.
pub fn block(sheet: &Sheet<'_>, field: Field, zone: Zone) -> Vec<Node> {
    let (name, mark) = field_name(field);
    // "a box called Shopping list": the prompt's own word for a field.
    let heard = sheet.studio.brief.heard();
    let name = match field {
        Field::Groceries if heard.contains("shopping list") => "Shopping list",
        Field::Groceries if heard.contains("grocery list") => "Grocery list",
        Field::ToDo if heard.contains("tasks") => "Tasks",
        _ => name,
    };
    let mut nodes = vec![sheet.card(zone, Token::Surface)];
    let head = (zone.h * 0.2).clamp(26.0, 44.0);
    let pad = (zone.w * 0.06).clamp(10.0, 20.0);
    let size = (head * 0.46).clamp(13.0, 20.0);
    nodes.push(
        icon(mark, size * 1.15)
            .color(Token::AccentText)
            .at(zone.x + pad, zone.y + (head - size * 1.15) * 0.5 + 2.0)
            .role("icon"),
    );
    let look = Lettering::new(FontRole::Heading, size, 11.0)
        .weight(700)
        .middle();
    let place = Zone::new(
        zone.x + pad + size * 1.7,
        zone.y + 2.0,
        zone.w - 2.0 * pad - size * 1.7,
        head,
    );
    nodes.push(sheet.write(name, place, look, size, "field-name").filler());
    let room = Zone::new(
        zone.x + pad,
        zone.y + head,
        zone.w - 2.0 * pad,
        zone.h - head - pad * 0.6,
    );
    nodes.extend(match field {
        Field::Notes | Field::Goals | Field::Meals => ruled(room, 32.0),
        Field::Priorities => numbered(sheet, room),
        Field::ToDo | Field::Groceries => checks(room),
        Field::Habits => habits(sheet, room),
        Field::Water => row_of("droplet", 8, room),
        Field::Mood => row_of("smile", 5, room),
    });
    nodes
}

fn numbered(sheet: &Sheet<'_>, room: Zone) -> Vec<Node> {
    let h = room.h / 3.0;
    (0..3)
        .flat_map(|i| {
            let y = room.y + h * i as f32;
            let d = (h * 0.6).clamp(18.0, 34.0);
            let mut nodes = sheet.badge(
                &(i + 1).to_string(),
                (room.x + d * 0.5, y + h * 0.5),
                d,
                sheet.rgb(Token::Accent),
            );
            nodes.push(
                rect()
                    .bounds(
                        room.x + d * 1.4,
                        y + h * 0.5 + d * 0.4,
                        room.w - d * 1.4,
                        1.0,
                    )
                    .fill(Token::Line)
                    .role("line"),
            );
            nodes
        })
        .collect()
}

fn checks(room: Zone) -> Vec<Node> {
    let n = (room.h / 34.0).floor().clamp(2.0, 14.0) as usize;
    let h = room.h / n as f32;
    (0..n)
        .flat_map(|i| {
            let y = room.y + h * i as f32;
            let d = (h * 0.52).clamp(12.0, 20.0);
            [
                rect()
                    .bounds(room.x, y + (h - d) * 0.5, d, d)
                    .stroke(Token::Muted, 1.8)
                    .radius(4.0)
                    .role("check-box"),
                rect()
                    .bounds(
                        room.x + d * 1.6,
                        y + h * 0.5 + d * 0.45,
                        room.w - d * 1.6,
                        1.0,
                    )
                    .fill(Token::Line)
                    .role("line"),
            ]
        })
        .collect()
}

/// A grid of seven days for each habit.
fn habits(sheet: &Sheet<'_>, room: Zone) -> Vec<Node> {
    let (_, weekdays) = names(&sheet.studio.brief.language.0);
    let n = (room.h / 36.0).floor().clamp(2.0, 8.0) as usize;
    let h = room.h / (n as f32 + 0.7);
    let left = room.w * 0.38;
    let w = (room.w - left) / 7.0;
    let size = (h * 0.5).clamp(11.0, 16.0);
    let mut nodes = Vec::new();
    for (i, day) in weekdays.iter().enumerate() {
        let look = Lettering::new(FontRole::Body, size, 11.0)
            .weight(600)
            .color(Token::Muted)
            .align(Align::Center)
            .middle();
        let place = Zone::new(room.x + left + w * i as f32, room.y, w, h * 0.7);
        nodes.push(
            sheet
                .write(&initial(day), place, look, size, "weekday")
                .filler(),
        );
    }
    for row in 0..n {
        let y = room.y + h * (0.7 + row as f32);
        nodes.push(
            rect()
                .bounds(room.x, y + h * 0.78, left * 0.88, 1.0)
                .fill(Token::Line)
                .role("line"),
        );
        for i in 0..7 {
            let d = (w * 0.66).min(h * 0.66);
            let (x, top) = (
                room.x + left + w * i as f32 + (w - d) * 0.5,
                y + (h - d) * 0.5,
            );
            nodes.push(
                ellipse()
                    .bounds(x, top, d, d)
                    .stroke(Token::Accent, 1.8)
                    .role("habit-mark"),
            );
        }
    }
    nodes
}

fn row_of(mark: &str, n: usize, room: Zone) -> Vec<Node> {
    let w = room.w / n as f32;
    let d = (w * 0.66).min(room.h * 0.7).clamp(14.0, 44.0);
    (0..n)
        .map(|i| {
            icon(mark, d)
                .color(Token::Accent)
                .at(
                    room.x + w * i as f32 + (w - d) * 0.5,
                    room.y + (room.h - d) * 0.45,
                )
                .role("mark")
        })
        .collect()
}

/// Draws a day: hours down the page, fields beside.
pub fn day(sheet: &Sheet<'_>, plan: &Plan<'_>, left: bool) -> Option<Body> {
    let zone = sheet.body;
    let gap = (sheet.margin * 0.5).max(12.0);
    let usual = [Field::Priorities, Field::ToDo, Field::Notes];
    let fields: &[Field] = if plan.planner.fields.is_empty() {
        &usual
    } else {
        &plan.planner.fields
    };
    let (a, b) = zone.columns(if left { 0.54 } else { 0.46 }, gap);
    let (hours, side) = if left { (a, b) } else { (b, a) };
    let mut nodes = Vec::new();
    let weights: Vec<f32> = fields
        .iter()
        .map(|f| match f {
            Field::Water | Field::Mood => 0.5,
            Field::Priorities => 0.8,
            _ => 1.2,
        })
        .collect();
    let sum: f32 = weights.iter().sum();
    let room = side.h - gap * (fields.len() - 1) as f32;
    let mut y = side.y;
    for (field, weight) in fields.iter().zip(&weights) {
        let h = room * weight / sum;
        nodes.extend(block(sheet, *field, Zone::new(side.x, y, side.w, h)));
        y += h + gap;
    }
    let (from, to) = plan.planner.hours.unwrap_or((7, 20));
    let n = (to - from + 1).max(1);
    let h = hours.h / n as f32;
    if h < 16.0 {
        return None;
    }
    nodes.push(sheet.card(hours, Token::Surface));
    let twelve =
        sheet.studio.brief.language.0 == "en" && !sheet.studio.brief.prompt.contains(":00");
    let size = (h * 0.4).clamp(12.0, 20.0);
    for i in 0..n {
        let hour = (from + i) % 24;
        let shown = match (twelve, hour) {
            (true, 0) => "12 am".to_owned(),
            (true, 12) => "12 pm".to_owned(),
            (true, h) if h > 12 => format!("{} pm", h - 12),
            (true, h) => format!("{h} am"),
            _ => format!("{hour:02}:00"),
        };
        let line = Zone::new(hours.x, hours.y + h * i as f32, hours.w, h);
        if i > 0 {
            nodes.push(
                rect()
                    .bounds(line.x + 14.0, line.y - 0.5, line.w - 28.0, 1.0)
                    .fill(Token::Line)
                    .role("line"),
            );
        }
        let look = Lettering::new(FontRole::Heading, size, 11.0)
            .weight(600)
            .color(Token::AccentText)
            .middle();
        nodes.push(
            sheet
                .write(
                    &shown,
                    Zone::new(line.x + 18.0, line.y, size * 4.4, h),
                    look,
                    size,
                    "hour",
                )
                .filler(),
        );
        let given: Vec<Entry> = plan
            .planner
            .events
            .iter()
            .filter(|e| e.from / 60 == hour)
            .map(|e| plan.text(e.text))
            .collect();
        let place = Zone::new(
            line.x + 18.0 + size * 4.4,
            line.y,
            line.w - 36.0 - size * 4.4,
            h,
        );
        nodes.extend(written_large(sheet, place, &given));
    }
    Some(Body::new(nodes))
}
