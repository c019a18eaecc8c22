//! A matrix of two by two: four fields, and what the axes between them mean.

use plantain_scene::color::Token;
use plantain_scene::node::{FontRole, Node};

use super::Model;
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet};
use crate::components::print::Zone;

/// Names of the columns and rows of a field of tasks, where the prompt tells none.
const URGENCY: [&str; 4] = ["Urgent", "Not urgent", "Important", "Not important"];

/// Whether a prompt asks for a matrix of two by two.
pub(super) fn asked(heard: &str) -> bool {
    const NAMES: &[&str] = &[
        "eisenhower",
        "2x2",
        "2×2",
        "two by two",
        "two-by-two",
        "priority matrix",
        "quadrant",
        "urgent important matrix",
        "impact effort matrix",
        "effort impact matrix",
        "decision matrix",
    ];
    NAMES.iter().any(|name| heard.contains(name))
}

/// Four fields, each in a colour of its own; the axes are named at the top and the left, or below and at the left.
pub(super) fn draw(sheet: &Sheet<'_>, model: &Model) -> Option<Body> {
    let Model::Quadrants { fields, axes } = model else {
        return None;
    };
    let headed = fields.iter().any(|field| field.head.is_some());
    let tasks = axes.is_empty()
        && !headed
        && sheet.may_add_words()
        && sheet.studio.brief.language.0 == "en"
        && sheet.studio.brief.heard().contains("eisenhower");
    let named = tasks || !axes.is_empty();
    let side = sheet.full.w.min(sheet.full.h);
    let band = if named {
        (side * 0.06).clamp(30.0, 64.0)
    } else {
        0.0
    };
    let zone = Zone::new(
        sheet.body.x + band,
        sheet.body.y + if tasks { band } else { 0.0 },
        sheet.body.w - band,
        sheet.body.h - band,
    );
    let gap = (side * 0.02).clamp(8.0, 22.0);
    // Two statements share the page side by side, or one below the other.
    let (across, down) = match (fields.len(), zone.w > zone.h) {
        (2, true) => (2, 1),
        (2, false) => (1, 2),
        _ => (2, 2),
    };
    let share = |all: f32, n: usize| (all - gap * (n - 1) as f32) / n as f32;
    let (w, h) = (share(zone.w, across), share(zone.h, down));
    if w < 110.0 || h < 70.0 {
        return None;
    }
    let look = Lettering::new(FontRole::Display, (side * 0.07).clamp(22.0, 72.0), SIZE_MIN)
        .weight(700)
        .centred();
    let texts = fields.iter().map(|field| field.text.text.as_str());
    let lines = if fields.len() == 2 { 6 } else { 3 };
    let share = if headed { 0.5 } else { 0.7 };
    let size = sheet.fit_all(texts, look, w * 0.84, h * share, lines);
    let name = Lettering::new(FontRole::Heading, (size * 0.7).max(SIZE_MIN), SIZE_MIN)
        .weight(600)
        .centred();
    let heads = fields.iter().flat_map(|field| &field.head);
    let name_size = sheet.fit_all(heads.map(|e| e.text.as_str()), name, w * 0.84, h * 0.2, 2);
    let hues = sheet.hues(fields.len());
    let mut nodes = Vec::new();
    for (i, field) in fields.iter().enumerate() {
        let place = Zone::new(
            zone.x + (w + gap) * (i % across) as f32,
            zone.y + (h + gap) * (i / across) as f32,
            w,
            h,
        );
        nodes.push(sheet.card(place, hues[i]).role("quadrant"));
        let ink = sheet.ink_on(hues[i]);
        let mut body = place.inset_xy(w * 0.08, h * 0.12);
        if let Some(head) = &field.head {
            let top = Zone::new(body.x, place.y + h * 0.08, body.w, h * 0.22);
            nodes.push(sheet.set(head, top, name.color(ink), name_size, "head"));
            body = Zone::new(
                body.x,
                top.bottom(),
                body.w,
                place.bottom() - top.bottom() - h * 0.08,
            );
        }
        nodes.push(sheet.set(&field.text, body, look.color(ink).lead(ink), size, "label"));
    }
    if tasks {
        nodes.extend(task_axes(sheet, zone, (w, h, gap), band));
    } else {
        nodes.extend(named_axes(sheet, axes, zone, band));
    }
    Some(Body::new(nodes))
}

fn lettering(band: f32) -> Lettering {
    Lettering::new(FontRole::Heading, band * 0.5, SIZE_MIN)
        .weight(600)
        .color(Token::Muted)
        .centred()
}

/// A text that runs upward in a band of `long` by `band` around a place.
fn upward(sheet: &Sheet<'_>, entry: &Entry, center: (f32, f32), long: f32, band: f32) -> Node {
    let look = lettering(band);
    let size = sheet.fit(&entry.text, look, long, band, 1);
    let zone = Zone::new(center.0 - long * 0.5, center.1 - band * 0.5, long, band);
    sheet.set(entry, zone, look, size, "axis").rotate(-90.0)
}

/// What is urgent stands at the left, what is important at the top.
fn task_axes(sheet: &Sheet<'_>, zone: Zone, (w, h, gap): (f32, f32, f32), band: f32) -> Vec<Node> {
    let look = lettering(band);
    let mut nodes = Vec::new();
    for (i, name) in URGENCY.iter().enumerate() {
        let entry = Entry::filler(*name);
        let k = (i % 2) as f32;
        nodes.push(if i < 2 {
            let place = Zone::new(zone.x + (w + gap) * k, zone.y - band, w, band);
            let size = sheet.fit(name, look, w, band, 1);
            sheet.set(&entry, place, look, size, "axis").filler()
        } else {
            let center = (zone.x - band * 0.5, zone.y + (h + gap) * k + h * 0.5);
            upward(sheet, &entry, center, h, band).filler()
        });
    }
    nodes
}

/// The names of the axes: across below the fields, upright at their left.
fn named_axes(sheet: &Sheet<'_>, axes: &[Entry], zone: Zone, band: f32) -> Vec<Node> {
    let look = lettering(band);
    let mut nodes = Vec::new();
    if let Some(across) = axes.first() {
        let size = sheet.fit(&across.text, look, zone.w, band, 1);
        let place = Zone::new(zone.x, zone.bottom(), zone.w, band);
        nodes.push(sheet.set(across, place, look, size, "axis"));
    }
    if let Some(up) = axes.get(1) {
        let center = (zone.x - band * 0.5, zone.center().1);
        nodes.push(upward(sheet, up, center, zone.h, band));
    }
    nodes
}
