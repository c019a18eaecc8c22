//! Flows without arms: in a grid, as chevrons, as a staircase.

use plantain_scene::color::Token;
use plantain_scene::node::{Route, Side};

use super::dock;
use super::rows::Row;
use crate::components::diagram::drawing::PAGE;
use crate::components::diagram::{Body, Sheet};
use crate::components::print::Zone;
use crate::directors::flow::{Form, Manner, lettering, node, node_under};

pub(super) fn columns(sheet: &Sheet<'_>, n: usize) -> usize {
    let ratio = sheet.body.w / sheet.body.h;
    let wanted = libm::sqrtf(n as f32 * ratio * 0.62).round() as usize;
    wanted.max(2).min(n.div_ceil(2).max(2))
}

pub(super) fn form(rows: &[Row], i: usize) -> Form {
    if rows[i].asks() {
        Form::Diamond
    } else if rows.len() > 2 && (i == 0 || i + 1 == rows.len()) {
        Form::Pill
    } else {
        Form::Box
    }
}

/// Steps in a grid; with several rows the path turns at the ends.
pub(super) fn in_grid(sheet: &Sheet<'_>, rows: &[Row], columns: usize) -> Option<Body> {
    let n = rows.len();
    let columns = columns.max(1).min(n.max(1));
    let lines = n.div_ceil(columns);
    let zone = sheet.body;
    let gap_x = (zone.w / columns as f32 * 0.26).clamp(26.0, 90.0);
    let gap_y = (zone.h / lines as f32 * 0.32).clamp(26.0, 90.0);
    let w = ((zone.w + gap_x) / columns as f32 - gap_x).min(sheet.full.w * 0.56);
    let room = (zone.h + gap_y) / lines as f32 - gap_y;
    // One row on a wide page has height to spare: icons over the words use it.
    let iconic = lines == 1
        && columns > 1
        && !sheet.no_icons()
        && rows
            .iter()
            .all(|r| !r.asks() && plantain_art::find_icon(&r.entry().text).is_some());
    let tall = match columns {
        1 => 0.34,
        _ if iconic => 1.0,
        _ => 0.72,
    };
    let h = room.min(w * tall).min(if iconic { 240.0 } else { 170.0 });
    let head = if iconic { h * 0.46 } else { 0.0 };
    if lines == 0 || w < 60.0 || h < 24.0 {
        return None;
    }
    let gap_y = if lines > 1 {
        ((zone.h - h * lines as f32) / (lines - 1) as f32).min(h * 1.1)
    } else {
        0.0
    };
    let top = zone.y + (zone.h - h * lines as f32 - gap_y * (lines - 1) as f32) * 0.5;
    let texts = rows.iter().map(|r| r.entry().text.as_str());
    let size = sheet.fit_all(texts, lettering(sheet), w * 0.82, (h - head) * 0.8, 4);
    let hues = sheet.hues(n);
    let manner = Manner::of(sheet);
    let many = sheet.rng.fork("hues").chance(0.4);
    let row_w = columns as f32 * (w + gap_x) - gap_x;
    let left = zone.x + (zone.w - row_w) * 0.5;
    let (mut lines_nodes, mut boxes) = (Vec::new(), Vec::new());
    for (i, row) in rows.iter().enumerate() {
        let (line, mut column) = (i / columns, i % columns);
        if line % 2 == 1 {
            column = columns - 1 - column;
        }
        let form = form(rows, i);
        let mut place = Zone::new(
            left + column as f32 * (w + gap_x),
            top + line as f32 * (h + gap_y),
            w,
            h,
        );
        if form == Form::Diamond {
            place = place.inset_xy(-w * 0.04, -h * 0.12);
        }
        let hue = if many {
            hues[i]
        } else {
            sheet.rgb(Token::Accent)
        };
        let form = if iconic { Form::Box } else { form };
        boxes.extend(node_under(
            sheet,
            row.entry(),
            place,
            &format!("step-{i}"),
            form,
            (manner, hue),
            size,
            head,
        ));
        if i > 0 {
            lines_nodes.push(sheet.join(
                &format!("step-{}", i - 1),
                &format!("step-{i}"),
                Route::Straight,
                Token::Muted,
            ));
        }
    }
    lines_nodes.extend(boxes);
    Some(Body::new(lines_nodes))
}

pub(super) fn chevrons(sheet: &Sheet<'_>, rows: &[Row]) -> Option<Body> {
    let n = rows.len();
    let zone = sheet.body;
    let notch = (zone.w / n as f32 * 0.14).clamp(12.0, 40.0);
    let gap = 8.0;
    let w = (zone.w - notch + (notch - gap) * n.saturating_sub(1) as f32) / n as f32 + 0.0;
    let h = (zone.h * 0.42).min(w * 0.7).min(190.0);
    let y = zone.y + (zone.h - h) * 0.5;
    let texts = rows.iter().map(|r| r.entry().text.as_str());
    let size = sheet.fit_all(texts, lettering(sheet), w - notch * 2.4, h * 0.7, 4);
    if w - notch * 2.4 < 40.0 {
        return None;
    }
    let step = (zone.w - w) / (n.max(2) - 1) as f32;
    let base = sheet.rgb(Token::Accent);
    let mut nodes = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let x = zone.x + step * i as f32;
        let t = if n > 1 {
            i as f32 / n.saturating_sub(1) as f32
        } else {
            1.0
        };
        let ground = base.mix(sheet.rgb(Token::Canvas), 0.5 * (1.0 - t));
        let tail = if i == 0 { 0.0 } else { notch };
        let d = format!(
            "M{x} {y} L{} {y} L{} {} L{} {} L{x} {} L{} {} Z",
            x + w - notch,
            x + w,
            y + h * 0.5,
            x + w - notch,
            y + h,
            y + h,
            x + tail,
            y + h * 0.5
        );
        nodes.push(PAGE.fill(&d, ground).role("node"));
        let look = lettering(sheet).color(sheet.ink_on(ground));
        let inner = Zone::new(x + notch * 1.15, y + h * 0.1, w - notch * 2.2, h * 0.8);
        nodes.push(sheet.set(row.entry(), inner, look, size, "label"));
        let mark = (x + w * 0.5 - notch * 0.2, y - 34.0);
        if sheet.may_add_words() {
            nodes.extend(sheet.badge(&(i + 1).to_string(), mark, 34.0, sheet.rgb(Token::Second)));
        }
    }
    Some(Body::new(nodes))
}

pub(super) fn staircase(sheet: &Sheet<'_>, rows: &[Row]) -> Option<Body> {
    let n = rows.len();
    let zone = sheet.body;
    let h = (zone.h / n as f32 * 0.78).min(110.0);
    let w = (zone.w * 0.36).max(zone.w / n as f32 * 1.2).min(320.0);
    let (dx, dy) = (
        (zone.w - w) / n.saturating_sub(1).max(1) as f32,
        (zone.h - h) / n.saturating_sub(1).max(1) as f32,
    );
    // An elbow needs room under its box and beside the next one.
    if dx < 46.0 || dy < h + 8.0 {
        return None;
    }
    let texts = rows.iter().map(|r| r.entry().text.as_str());
    let size = sheet.fit_all(texts, lettering(sheet), w * 0.82, h * 0.8, 3);
    let manner = Manner::of(sheet);
    let hues = sheet.hues(n);
    let many = sheet.rng.fork("hues").chance(0.5);
    let (mut lines, mut boxes) = (Vec::new(), Vec::new());
    for (i, row) in rows.iter().enumerate() {
        let x = zone.x + dx * i as f32;
        let place = Zone::new(x, zone.y + dy * i as f32, w, h);
        let hue = if many {
            hues[i]
        } else {
            sheet.rgb(Token::Accent)
        };
        let form = form(rows, i);
        boxes.extend(node(
            sheet,
            row.entry(),
            place,
            &format!("step-{i}"),
            form,
            (manner, hue),
            size,
        ));
        if i > 0 {
            let mut line = sheet.join(
                &format!("step-{}", i - 1),
                &format!("step-{i}"),
                Route::Elbow,
                Token::Muted,
            );
            dock(
                &mut line,
                Side::Bottom,
                if dx > w * 0.5 { Side::Left } else { Side::Top },
            );
            lines.push(line);
        }
    }
    lines.extend(boxes);
    Some(Body::new(lines))
}
