//! Trackers: a box for each day, in rows of habits or as one field of numbered squares.

use plantain_read::Habits;
use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{Align, FontRole, Node};

use super::Plan;
use crate::components::diagram::{Body, Lettering, Sheet};
use crate::components::print::Zone;

/// Least side of a box.
const BOX_MIN: f32 = 14.0;

/// Draws a tracker over the body of a sheet.
pub fn tracker(sheet: &Sheet<'_>, plan: &Plan<'_>) -> Option<Body> {
    let habits = plan.planner.habits.as_ref()?;
    if habits.names.is_empty() {
        squares(sheet, habits)
    } else {
        rows(sheet, plan, habits)
    }
}

/// Numbered squares, the days that are done crossed off.
fn squares(sheet: &Sheet<'_>, habits: &Habits) -> Option<Body> {
    let zone = sheet.body;
    let n = habits.days;
    let fits = |columns: u32| {
        let rows = n.div_ceil(columns);
        (zone.w / columns as f32).min(zone.h / rows as f32)
    };
    let columns = (5..=10).max_by(|a, b| fits(*a).total_cmp(&fits(*b)))?;
    let step = fits(columns);
    if step < 2.0 * BOX_MIN {
        return None;
    }
    let rows = n.div_ceil(columns);
    let (left, top) = (
        zone.x + (zone.w - step * columns as f32) * 0.5,
        zone.y + (zone.h - step * rows as f32) * 0.5,
    );
    let side = step * 0.88;
    let size = (side * 0.3).clamp(11.0, 34.0);
    let look = Lettering::new(FontRole::Heading, size, 10.0)
        .weight(700)
        .align(Align::Center)
        .middle();
    let mut nodes = Vec::new();
    for day in 0..n {
        let (x, y) = (
            left + step * (day % columns) as f32 + (step - side) * 0.5,
            top + step * (day / columns) as f32 + (step - side) * 0.5,
        );
        let place = Zone::new(x, y, side, side);
        let done = day < habits.done;
        nodes.push(
            place
                .hold(rect())
                .fill(Token::Surface)
                .stroke(if done { Token::Accent } else { Token::Line }, 2.0)
                .radius(side * 0.14)
                .role("habit-mark"),
        );
        nodes.push(
            sheet
                .write(&(day + 1).to_string(), place, look, size, "day")
                .filler(),
        );
        if done {
            nodes.push(cross(place));
        }
    }
    Some(Body::new(nodes))
}

/// Two strokes from corner to corner.
fn cross(place: Zone) -> Node {
    let (a, b) = (place.w * 0.16, place.w * 0.84);
    path(
        format!("M{a} {a} L{b} {b} M{b} {a} L{a} {b}"),
        place.w,
        place.h,
    )
    .bounds(place.x, place.y, place.w, place.h)
    .stroke(Token::Accent, (place.w * 0.06).max(2.0))
    .role("mark")
}

/// A row of boxes for each habit under the numbers of the days; long months break into two blocks on narrow pages.
fn rows(sheet: &Sheet<'_>, plan: &Plan<'_>, habits: &Habits) -> Option<Body> {
    let zone = sheet.body;
    let names: Vec<_> = habits.names.iter().map(|&at| plan.text(at)).collect();
    let left = (zone.w * 0.2).clamp(90.0, 190.0);
    let blocks = match (zone.w - left) / habits.days as f32 {
        w if w >= BOX_MIN * 1.5 => 1,
        _ => 2,
    };
    let across = habits.days.div_ceil(blocks);
    let w = (zone.w - left) / across as f32;
    let lines = (names.len() + 1) as f32 * blocks as f32 + 0.6 * (blocks - 1) as f32;
    let h = (zone.h / lines).min(96.0);
    if w < BOX_MIN || h < BOX_MIN {
        return None;
    }
    let top = zone.y + (zone.h - h * lines) * 0.5;
    let size = sheet.fit_all(
        names.iter().map(|name| name.text.as_str()),
        Lettering::new(FontRole::Heading, 22.0, 11.0).weight(600),
        left * 0.92,
        h * 0.8,
        2,
    );
    // A colour that is asked for is that of all boxes.
    let toned = !sheet.studio.brief.look.palette.is_empty();
    let mut nodes = Vec::new();
    for block in 0..blocks {
        let y = top + h * (names.len() as f32 + 1.6) * block as f32;
        let days = block * across..((block + 1) * across).min(habits.days);
        nodes.extend(numbers(sheet, days.clone(), (zone.x + left, y), (w, h)));
        for (row, name) in names.iter().enumerate() {
            let y = y + h * (row + 1) as f32;
            let look = Lettering::new(FontRole::Heading, size, 11.0)
                .weight(600)
                .middle();
            nodes.push(sheet.set(
                name,
                Zone::new(zone.x, y, left * 0.94, h),
                look,
                size,
                "habit",
            ));
            nodes.extend(days.clone().enumerate().map(|(at, day)| {
                let d = w.min(h) * 0.76;
                let done = day < habits.done;
                rect()
                    .bounds(
                        zone.x + left + w * at as f32 + (w - d) * 0.5,
                        y + (h - d) * 0.5,
                        d,
                        d,
                    )
                    .radius(d * 0.24)
                    .fill(if done { Token::Accent } else { Token::Surface })
                    .stroke(
                        if toned {
                            sheet.rgb(Token::Accent)
                        } else {
                            sheet.series(row)
                        },
                        1.8,
                    )
                    .role("habit-mark")
            }));
        }
    }
    Some(Body::new(nodes))
}

/// The numbers of the days over their boxes.
fn numbers(
    sheet: &Sheet<'_>,
    days: std::ops::Range<u32>,
    (x, y): (f32, f32),
    (w, h): (f32, f32),
) -> Vec<Node> {
    let size = (w * 0.44).clamp(9.0, 18.0);
    days.enumerate()
        .map(|(at, day)| {
            let look = Lettering::new(FontRole::Body, size, 9.0)
                .weight(600)
                .color(Token::Muted)
                .align(Align::Center)
                .middle();
            let place = Zone::new(x + w * at as f32, y, w, h);
            sheet
                .write(&(day + 1).to_string(), place, look, size, "day")
                .filler()
        })
        .collect()
}
