//! Months and years as grids of days.

use plantain_read::{Event, Mark, Planner};
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node};

use super::names::{abbreviated, initial, month_length, names, weekday};
use super::{Plan, marks};
use crate::components::diagram::{Body, Entry, Lettering, Sheet};
use crate::components::print::Zone;

/// How a month is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Boxes with room to write.
    Boxes,
    /// Numbers in the open, events listed beside.
    Open,
}

/// One month laid out: weekday of each cell.
struct Grid {
    first: u32,
    days: u32,
    sunday_first: bool,
}

impl Grid {
    fn of(planner: &Planner, year: u32, month: u32) -> Self {
        let shift = u32::from(planner.sunday_first);
        Self {
            first: (weekday(year, month) + shift) % 7,
            days: month_length(year, month),
            sunday_first: planner.sunday_first,
        }
    }

    fn rows(&self) -> u32 {
        (self.first + self.days).div_ceil(7)
    }

    /// Whether a column holds a Saturday or Sunday.
    fn rests(&self, column: u32) -> bool {
        if self.sunday_first {
            column == 0 || column == 6
        } else {
            column >= 5
        }
    }

    /// The weekday of a column, 0 is Monday.
    fn day(&self, column: u32) -> u32 {
        if self.sunday_first {
            (column + 6) % 7
        } else {
            column
        }
    }

    fn name(&self, column: u32, weekdays: &[&str; 7]) -> String {
        weekdays[self.day(column) as usize].to_owned()
    }
}

/// Draws a month over the body of a sheet.
pub fn month(sheet: &Sheet<'_>, plan: &Plan<'_>, style: Style) -> Option<Body> {
    let mut nodes = Vec::new();
    let zone = super::picture::hung(sheet, &mut nodes);
    let grid = Grid::of(plan.planner, plan.year, plan.month);
    let (_, weekdays) = names(&sheet.studio.brief.language.0);
    let listed = style == Style::Open && !plan.planner.events.is_empty();
    let (days, list) = if listed && zone.w > zone.h * 1.15 {
        let (a, b) = zone.columns(0.64, sheet.margin);
        (a, Some(b))
    } else if listed {
        let share = (0.66 - plan.planner.events.len() as f32 * 0.02).max(0.5);
        let (a, b) = zone.rows(share, sheet.margin * 0.6);
        (a, Some(b))
    } else {
        (zone, None)
    };
    let (w, rows) = (days.w / 7.0, grid.rows());
    let head = (days.h * 0.075).clamp(20.0, 44.0);
    let h = ((days.h - head) / rows as f32).min(w * 1.5);
    if h < 22.0 || w < 30.0 {
        return None;
    }
    nodes.extend(heads(
        sheet,
        &grid,
        Zone::new(days.x, days.y, days.w, head),
        weekdays,
    ));
    let place = |day: u32| {
        let at = grid.first + day - 1;
        Zone::new(
            days.x + (at % 7) as f32 * w,
            days.y + head + (at / 7) as f32 * h,
            w,
            h,
        )
    };
    let turn = |event: usize| turn(sheet, event);
    if style == Style::Boxes {
        nodes.push(board(
            sheet,
            Zone::new(days.x, days.y + head, days.w, h * rows as f32),
        ));
    }
    for day in 1..=grid.days {
        nodes.extend(numbered(sheet, plan, &grid, place(day), day, style));
    }
    if style == Style::Boxes {
        for (i, event) in plan.planner.events.iter().enumerate() {
            nodes.extend(chips(sheet, plan, event, turn(i), &place, plan.stacked(i)));
        }
        for field in lines(sheet, &grid, days, head, w, h) {
            nodes.push(field);
        }
    } else if let Some(list) = list {
        nodes.extend(agenda(sheet, plan, list, &turn));
    }
    Some(Body::new(nodes))
}

/// The colour of an event, by its place among all.
fn turn(sheet: &Sheet<'_>, event: usize) -> Rgba {
    let hues = sheet.hues(6);
    hues[event % hues.len()]
}

/// The number of a day, with its mark.
fn numbered(
    sheet: &Sheet<'_>,
    plan: &Plan<'_>,
    grid: &Grid,
    cell: Zone,
    day: u32,
    style: Style,
) -> Vec<Node> {
    let rests = grid.rests((grid.first + day - 1) % 7);
    let planner = plan.planner;
    let event = (planner.events.iter()).position(|e| (e.from..=e.to).contains(&day));
    let mark = (planner.marks.iter()).find(|m| (m.from..=m.to).contains(&day));
    match (style, mark, event) {
        // What stands on a day needs its room: the mark keeps to the number.
        (Style::Boxes, Some(mark), Some(_)) => marked(sheet, corner(cell), day, rests, mark, false),
        (_, Some(mark), _) => marked(sheet, cell, day, rests, mark, style == Style::Boxes),
        (Style::Boxes, None, _) => boxed(sheet, cell, day, rests),
        (Style::Open, None, _) => {
            let hue = event.map(|event| turn(sheet, event));
            open(sheet, cell, day, rests, hue)
        }
    }
}

fn heads(sheet: &Sheet<'_>, grid: &Grid, zone: Zone, weekdays: &[&str; 7]) -> Vec<Node> {
    let w = zone.w / 7.0;
    let size = (zone.h * 0.5).clamp(12.0, 20.0);
    (0..7)
        .map(|column| {
            let name = grid.name(column, weekdays);
            let name = if w > size * 7.5 {
                name
            } else {
                abbreviated(&sheet.studio.brief.language.0, grid.day(column)).to_owned()
            };
            let look = Lettering::new(FontRole::Heading, size, 11.0)
                .weight(700)
                .color(if grid.rests(column) {
                    Token::AccentText
                } else {
                    Token::Muted
                })
                .align(Align::Center)
                .middle();
            let cell = Zone::new(zone.x + w * column as f32, zone.y, w, zone.h);
            sheet.write(&name, cell, look, size, "weekday").filler()
        })
        .collect()
}

/// The sheet under the boxes.
fn board(sheet: &Sheet<'_>, zone: Zone) -> Node {
    zone.hold(rect())
        .fill(Token::Surface)
        .radius(sheet.theme.radius.min(12.0))
        .stroke(Token::Line, 1.5)
        .role("board")
}

/// The lines between the boxes.
fn lines(sheet: &Sheet<'_>, grid: &Grid, days: Zone, head: f32, w: f32, h: f32) -> Vec<Node> {
    let rows = grid.rows();
    let _ = sheet;
    let across =
        (1..rows).map(|r| rect().bounds(days.x, days.y + head + h * r as f32 - 0.75, days.w, 1.5));
    let down = (1..7).map(|c| {
        rect().bounds(
            days.x + w * c as f32 - 0.75,
            days.y + head,
            1.5,
            h * rows as f32,
        )
    });
    across
        .chain(down)
        .map(|line| line.fill(Token::Line).role("rule"))
        .collect()
}

fn boxed(sheet: &Sheet<'_>, cell: Zone, day: u32, rests: bool) -> Vec<Node> {
    let size = (cell.w.min(cell.h) * 0.24).clamp(12.0, 26.0);
    let pad = (cell.w * 0.07).min(10.0);
    let look = Lettering::new(FontRole::Heading, size, 11.0)
        .weight(700)
        .color(if rests { Token::AccentText } else { Token::Ink });
    vec![
        sheet
            .write(
                &day.to_string(),
                Zone::new(
                    cell.x + pad,
                    cell.y + pad * 0.7,
                    cell.w - 2.0 * pad,
                    size * 1.3,
                ),
                look,
                size,
                "day",
            )
            .filler(),
    ]
}

/// The upper left of a box, where its number stands.
fn corner(cell: Zone) -> Zone {
    let side = cell.w.min(cell.h) * 0.42;
    Zone::new(cell.x + 3.0, cell.y + 3.0, side, side)
}

/// A marked day: its number stands in the middle of its mark.
fn marked(
    sheet: &Sheet<'_>,
    cell: Zone,
    day: u32,
    rests: bool,
    mark: &Mark,
    boxed: bool,
) -> Vec<Node> {
    let size = (cell.w.min(cell.h) * 0.36).clamp(12.0, 40.0);
    let (mut nodes, ground) = marks::under(sheet, cell, mark, boxed);
    let ink: Color = match ground {
        Some(ground) => sheet.ink_on(ground).readable_on(ground, 4.5).into(),
        None if rests => Token::AccentText.into(),
        None => Token::Ink.into(),
    };
    let look = Lettering::new(FontRole::Heading, size, 11.0)
        .weight(700)
        .color(ink)
        .centred();
    nodes.push(
        sheet
            .write(&day.to_string(), cell, look, size, "day")
            .filler(),
    );
    nodes.extend(marks::over(sheet, cell, mark));
    nodes
}

fn open(sheet: &Sheet<'_>, cell: Zone, day: u32, rests: bool, hue: Option<Rgba>) -> Vec<Node> {
    let size = (cell.w.min(cell.h) * 0.4).clamp(12.0, 40.0);
    let mut nodes = Vec::new();
    let mut ink: Color = if rests {
        Token::AccentText.into()
    } else {
        Token::Ink.into()
    };
    if let Some(hue) = hue {
        let d = size * 1.9;
        let (x, y) = cell.center();
        nodes.push(
            Zone::new(x - d * 0.5, y - d * 0.5, d, d)
                .hold(ellipse())
                .fill(hue)
                .role("mark"),
        );
        ink = sheet.ink_on(hue).readable_on(hue, 4.5).into();
    }
    let look = Lettering::new(FontRole::Heading, size, 11.0)
        .weight(600)
        .color(ink)
        .centred();
    nodes.push(
        sheet
            .write(&day.to_string(), cell, look, size, "day")
            .filler(),
    );
    nodes
}

/// The bars of an event, one for every week that it touches; its words stand on the first.
fn chips(
    sheet: &Sheet<'_>,
    plan: &Plan<'_>,
    event: &Event,
    hue: Rgba,
    place: &dyn Fn(u32) -> Zone,
    row: usize,
) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut day = event.from;
    let text = plan.text(event.text);
    while day <= event.to.min(plan.length()) {
        let first = place(day);
        let mut last = day;
        while last < event.to.min(plan.length()) && (place(last + 1).y - first.y).abs() < 1.0 {
            last += 1;
        }
        let end = place(last);
        let number = (first.w.min(first.h) * 0.24).clamp(12.0, 26.0) * 1.5;
        let free = first.h - number - 6.0;
        let lead = day == event.from;
        let high = if last > day {
            (free * 0.42).min(34.0)
        } else {
            (free * if row > 0 { 0.45 } else { 0.86 }).min(72.0)
        };
        let y = first.y + number + row as f32 * (free * 0.48);
        let bar = Zone::new(
            first.x + 4.0,
            y,
            end.right() - first.x - 8.0,
            high.max(16.0),
        );
        let soft = hue.mix(sheet.rgb(Token::Surface), 0.78);
        nodes.push(bar.hold(rect()).fill(soft).radius(5.0).role("event-face"));
        nodes.push(
            Zone::new(bar.x, bar.y, 4.0, bar.h)
                .hold(rect())
                .fill(hue)
                .radius(2.0)
                .role("event-mark"),
        );
        if lead {
            let look = Lettering::new(FontRole::Body, 17.0, 11.0)
                .weight(600)
                .color(sheet.rgb(Token::Ink).readable_on(soft, 4.6))
                .middle();
            let inner = Zone::new(bar.x + 9.0, bar.y, bar.w - 12.0, bar.h);
            let size = sheet.fit(&text.text, look, inner.w, inner.h, 3);
            nodes.push(sheet.set(&text, inner, look, size, "event"));
        }
        day = last + 1;
    }
    nodes
}

/// Events as a list: day, then words.
fn agenda(
    sheet: &Sheet<'_>,
    plan: &Plan<'_>,
    zone: Zone,
    turn: &dyn Fn(usize) -> Rgba,
) -> Vec<Node> {
    let events = &plan.planner.events;
    let h = (zone.h / events.len().max(1) as f32).min(88.0);
    let mut nodes = Vec::new();
    for (i, event) in events.iter().enumerate() {
        let line = Zone::new(zone.x, zone.y + h * i as f32, zone.w, h);
        let days = if event.from == event.to {
            event.from.to_string()
        } else {
            format!("{}–{}", event.from, event.to)
        };
        let hue = turn(i);
        let d = (h * 0.62).min(52.0);
        let face = Zone::new(line.x, line.y + (h - d) * 0.5, d * 1.5, d);
        nodes.push(
            face.hold(rect())
                .fill(hue)
                .radius(sheet.theme.radius.min(d * 0.3))
                .role("date-face"),
        );
        let ink = sheet.ink_on(hue).readable_on(hue, 4.5);
        let look = Lettering::new(FontRole::Heading, (d * 0.46).max(12.0), 11.0)
            .weight(700)
            .color(ink)
            .centred();
        nodes.push(
            sheet
                .write(&days, face, look, (d * 0.46).max(12.0), "date")
                .filler(),
        );
        let look = Lettering::new(FontRole::Body, (h * 0.36).clamp(14.0, 28.0), 12.0)
            .weight(600)
            .middle();
        let words = Zone::new(
            face.right() + d * 0.4,
            line.y,
            line.right() - face.right() - d * 0.4,
            h,
        );
        let text = plan.text(event.text);
        let size = sheet.fit(&text.text, look, words.w, words.h, 2);
        nodes.push(sheet.set(&text, words, look, size, "event"));
    }
    nodes
}

/// Draws the twelve months of a year.
pub fn year(sheet: &Sheet<'_>, plan: &Plan<'_>, cards: bool) -> Option<Body> {
    let zone = sheet.body;
    let ratio = zone.w / zone.h;
    let columns = if ratio > 2.1 {
        6
    } else if ratio > 1.05 {
        4
    } else {
        3
    };
    let rows = 12_usize.div_ceil(columns);
    let gap = (zone.w.min(zone.h) * 0.03).clamp(10.0, 36.0);
    let (w, h) = (
        (zone.w - gap * (columns - 1) as f32) / columns as f32,
        (zone.h - gap * (rows - 1) as f32) / rows as f32,
    );
    if w < 130.0 || h < 110.0 {
        return None;
    }
    let (months, weekdays) = names(&sheet.studio.brief.language.0);
    let mut nodes = Vec::new();
    for (m, name) in months.iter().enumerate() {
        let place = Zone::new(
            zone.x + (w + gap) * (m % columns) as f32,
            zone.y + (h + gap) * (m / columns) as f32,
            w,
            h,
        );
        let inner = if cards {
            nodes.push(sheet.card(place, Token::Surface));
            place.inset((w * 0.07).min(h * 0.07))
        } else {
            place
        };
        nodes.extend(small(sheet, plan, inner, m as u32, name, weekdays));
    }
    Some(Body::new(nodes))
}

fn small(
    sheet: &Sheet<'_>,
    plan: &Plan<'_>,
    zone: Zone,
    month: u32,
    name: &str,
    weekdays: &[&str; 7],
) -> Vec<Node> {
    let grid = Grid::of(plan.planner, plan.year, month);
    let h = zone.h / 8.2;
    let w = zone.w / 7.0;
    let size = (h * 0.62).min(w * 0.5).max(11.0);
    let title = Lettering::new(FontRole::Heading, (h * 0.95).clamp(13.0, 34.0), 12.0)
        .weight(700)
        .color(Token::AccentText);
    let mut nodes = vec![
        sheet
            .write(
                name,
                Zone::new(zone.x + w * 0.2, zone.y, zone.w, h * 1.2),
                title,
                (h * 0.95).clamp(13.0, 34.0),
                "month",
            )
            .filler(),
    ];
    let cell = |column: u32, row: f32| {
        Zone::new(zone.x + w * column as f32, zone.y + h * (1.2 + row), w, h)
    };
    for column in 0..7 {
        let look = Lettering::new(FontRole::Body, size, 11.0)
            .weight(600)
            .color(Token::Muted)
            .centred();
        let letter = initial(&grid.name(column, weekdays));
        nodes.push(
            sheet
                .write(&letter, cell(column, 0.0), look, size, "weekday")
                .filler(),
        );
    }
    for day in 1..=grid.days {
        let at = grid.first + day - 1;
        let rests = grid.rests(at % 7);
        let look = Lettering::new(FontRole::Body, size, 11.0)
            .weight(500)
            .color(if rests { Token::AccentText } else { Token::Ink })
            .centred();
        nodes.push(
            sheet
                .write(
                    &day.to_string(),
                    cell(at % 7, 1.0 + (at / 7) as f32),
                    look,
                    size,
                    "day",
                )
                .filler(),
        );
    }
    nodes
}

/// The entry of a calendar's title, from the month or year.
pub fn title(plan: &Plan<'_>, language: &str, whole_year: bool) -> Entry {
    let (months, _) = names(language);
    let year = plan.planner.year.map(|y| y.to_string());
    if whole_year {
        return Entry {
            literal: plan.planner.year.is_some(),
            ..Entry::filler(year.unwrap_or_else(|| plan.year.to_string()))
        };
    }
    if let Some(index) = plan.planner.name {
        let mut entry = plan.text(index);
        // A month is written with a capital.
        entry.text = crate::components::pitch::capital(&entry.text);
        return entry;
    }
    Entry::filler(format!(
        "{} {}",
        months[plan.month as usize % 12],
        plan.year
    ))
}
