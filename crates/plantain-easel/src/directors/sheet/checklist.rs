//! Checklists: things to tick, in groups when the prompt has groups.

use plantain_scene::build::*;
use plantain_scene::node::{FontRole, Node};

use super::head::{Head, Style, leaf};
use super::{CUSTOM, Column, Look, Words, fitted, paper, set, unit, write_line};
use crate::components::print::{Archetype, Page, Zone, drafts};
use crate::components::wording::Line;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Lines of an empty list.
const BLANK_LINES: usize = 12;

/// Returns drafts for a checklist.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(studio, CUSTOM, &[&PLAIN, &BAND, &FRAMED, &SIDE])
}

const PLAIN: Archetype = Archetype {
    name: "ruled checklist",
    reason: "A box before every line and a hairline under it, as one ticks it off on paper.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Plain, Mark::Box),
};

const BAND: Archetype = Archetype {
    name: "checklist under a band",
    reason: "The title on colour, the list on white paper.",
    suits: |page| if composed::ordinary(page) { 0.88 } else { 0.0 },
    build: |page| sheet(page, Style::Band, Mark::Round),
};

const FRAMED: Archetype = Archetype {
    name: "framed checklist",
    reason: "Title on the middle axis within a frame, the points in a calm column.",
    suits: |page| if composed::ordinary(page) { 0.86 } else { 0.0 },
    build: |page| sheet(page, Style::Framed, Mark::Box),
};

const SIDE: Archetype = Archetype {
    name: "checklist with a side column",
    reason: "On a wide sheet the title stands beside the list.",
    suits: |page| if page.ratio() > 0.95 { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Side, Mark::Card),
};

/// What stands before a point.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Box,
    Round,
    /// A box on a soft panel.
    Card,
}

/// A heading, or a point; an empty point is a line to write on.
enum Entry {
    Head(Line),
    Point(Line),
    Blank,
}

fn entries(words: &Words<'_>) -> Vec<Entry> {
    let mut out = Vec::new();
    for section in &words.sheet.sections {
        out.extend(section.head.map(|at| Entry::Head(words.titled(at))));
        out.extend(
            section
                .items
                .iter()
                .map(|at| Entry::Point(words.sentence(*at))),
        );
    }
    for (label, value) in words.facts() {
        out.push(Entry::Point(Line {
            text: format!("{}: {}", label.text, value.text)
                .trim_start_matches(": ")
                .to_owned(),
            ..value
        }));
    }
    if out.is_empty() && words.page.studio.filler {
        out.extend((0..BLANK_LINES).map(|_| Entry::Blank));
    }
    out
}

fn sheet(page: &Page<'_>, style: Style, mark: Mark) -> Node {
    let words = Words::of(page);
    let leaf = leaf(page, style, &Head::of(&words));
    let all = entries(&words);
    let points = all.iter().filter(|e| !matches!(e, Entry::Head(_))).count();
    let live = leaf.live;
    let columns = if points > 9 && live.w / live.h > 0.55 || points > 5 && live.w / live.h > 1.5 {
        2
    } else {
        1
    };
    // A short list is set larger, a long one smaller.
    let per = all.len().div_ceil(columns).max(1) as f32;
    let from = (live.h / per / 2.6).clamp(unit(page) * 0.9, unit(page) * 1.6);
    let mut all = all;
    // Room that is left gets lines to write on, as on a printed pad.
    let spare = (live.h / (from * 2.75)) as usize;
    if page.studio.filler && columns == 1 && words.sheet.sections.len() <= 1 && spare > all.len() {
        all.extend((all.len()..spare.min(BLANK_LINES + 2)).map(|_| Entry::Blank));
    }
    let (nodes, _, _) = fitted(from, live.h, |size| {
        build(page, &all, live, columns, size, mark)
    });
    leaf.root.children(nodes)
}

fn build(
    page: &Page<'_>,
    all: &[Entry],
    live: Zone,
    columns: usize,
    size: f32,
    mark: Mark,
) -> (Vec<Node>, f32) {
    let gap = size * 2.0;
    let w = (live.w - gap * (columns - 1) as f32) / columns as f32;
    let per = all.len().div_ceil(columns).max(1);
    // Room that is left is shared among the lines.
    let natural = size * 2.3;
    let step = (live.h / per as f32).clamp(natural, natural * 1.45);
    let mut nodes = Vec::new();
    let mut high = 0.0_f32;
    for (n, chunk) in all.chunks(per).enumerate() {
        let mut column = Column::new(
            page,
            Zone::new(live.x + n as f32 * (w + gap), live.y, w, live.h),
        );
        for (i, entry) in chunk.iter().enumerate() {
            point(page, &mut column, entry, size, step, mark, i);
        }
        high = high.max(column.y - live.y);
        nodes.append(&mut column.nodes);
    }
    (nodes, high)
}

fn point(
    page: &Page<'_>,
    column: &mut Column<'_>,
    entry: &Entry,
    size: f32,
    step: f32,
    mark: Mark,
    at: usize,
) {
    let inks = paper(page);
    let side = size * 1.1;
    let line = match entry {
        Entry::Head(head) => {
            column.space(if at == 0 { 0.0 } else { size * 0.9 });
            column.text(
                head,
                Look::new("heading", size * 1.2, inks.bold).font(FontRole::Heading, 0),
            );
            column.space(size * 0.5);
            return;
        }
        Entry::Point(line) => Some(line),
        Entry::Blank => None,
    };
    let inset = side + size * 0.85 + if mark == Mark::Card { size * 0.7 } else { 0.0 };
    let zone = Zone::new(
        column.x + inset,
        column.y,
        column.w - inset - size * 0.4,
        1.0,
    );
    let set = line.map(|line| {
        set(
            page,
            line,
            zone,
            Look::new("item", size, inks.ink).font(FontRole::Body, 500),
        )
    });
    let high = set.as_ref().map_or(0.0, |(_, zone)| zone.h);
    let step = step.max(high + size * 0.9);
    let (y, middle) = (column.y, column.y + step * 0.5);
    if mark == Mark::Card {
        let card = Zone::new(column.x, y + size * 0.15, column.w, step - size * 0.3);
        column.nodes.push(
            super::panel(card, crate::components::print::Tone::Surface, size * 0.4)
                .stroke(inks.line, 1.0),
        );
    }
    let x = column.x + if mark == Mark::Card { size * 0.7 } else { 0.0 };
    let tick = rect()
        .bounds(x, middle - side * 0.5, side, side)
        .stroke(inks.bold, (size * 0.1).max(1.5))
        .role("tick box");
    column.nodes.push(tick.radius(if mark == Mark::Round {
        side * 0.5
    } else {
        side * 0.14
    }));
    let done = line.and_then(|line| page.studio.brief.state_of(&line.text)) == Some(true);
    if done {
        let inner = side * 0.84;
        column.nodes.push(
            icon("check", inner)
                .color(inks.bold)
                .at(x + (side - inner) * 0.5, middle - inner * 0.5)
                .role("tick"),
        );
    }
    match set {
        Some((node, taken)) => column.nodes.push(node.at(taken.x, middle - taken.h * 0.5)),
        None => column
            .nodes
            .push(write_line(zone.x, middle + side * 0.5, zone.w, inks.line)),
    }
    if mark != Mark::Card && line.is_some() {
        column
            .nodes
            .push(write_line(column.x, y + step - 1.0, column.w, inks.line));
    }
    column.space(step);
}
