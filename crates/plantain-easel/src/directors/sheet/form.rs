//! Paper forms: fields to be filled in by hand.

use plantain_scene::build::*;
use plantain_scene::node::{FontRole, Node};

use super::head::{Head, Style, leaf};
use super::{Column, Look, Words, fitted, paper, set, unit, write_line};
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts};
use crate::components::wording::Line;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Returns drafts for a paper form.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &["minimal", "swiss", "corporate", "friendly", "editorial"],
        &[&BOXES, &LINES, &WELLS, &SIDE],
    )
}

const BOXES: Archetype = Archetype {
    name: "form with boxes",
    reason: "Labels within outlined boxes, two short fields beside each other, long ones across.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Plain, Field::Box),
};

const LINES: Archetype = Archetype {
    name: "form with lines",
    reason: "Lines to write on with their labels below them, under a centred head.",
    suits: |page| if composed::ordinary(page) { 0.86 } else { 0.0 },
    build: |page| sheet(page, Style::Framed, Field::Line),
};

const WELLS: Archetype = Archetype {
    name: "form under a band",
    reason: "The head on colour, labels above tinted wells.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Band, Field::Well),
};

const SIDE: Archetype = Archetype {
    name: "form with a side column",
    reason: "On a wide sheet the head stands beside the fields.",
    suits: |page| if page.ratio() > 1.15 { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Side, Field::Well),
};

/// How a field is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Box,
    Line,
    Well,
}

/// What is written into a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Short,
    /// As wide as the page.
    Wide,
    /// Several lines.
    Text,
    /// A box to tick.
    Tick,
}

enum Entry {
    Head(Line),
    Field(Line, Kind),
    Note(Line),
}

/// Returns what is to be written under a label.
fn kind_of(label: &str) -> Kind {
    let lower = label.to_lowercase();
    let any = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    if any(&[
        "agree",
        "consent",
        "i have read",
        "permission",
        "subscribe",
        "yes, ",
        "einverstanden",
        "acepto",
        "j'accepte",
    ]) {
        Kind::Tick
    } else if any(&[
        "comment",
        "message",
        "notes",
        "description",
        "describe",
        "reason",
        "feedback",
        "details",
        "why ",
        "medical history",
        "allerg",
        "symptom",
        "bemerkung",
        "anmerkung",
        "nachricht",
        "comentario",
        "mensaje",
        "observaciones",
        "remarque",
        "commentaire",
    ]) {
        Kind::Text
    } else if any(&[
        "address",
        "signature",
        "emergency",
        "full name",
        "school",
        "adresse",
        "dirección",
        "anschrift",
        "unterschrift",
        "firma",
        "indirizzo",
        "endereço",
        "assinatura",
        "адрес",
        "подпись",
        "?",
    ]) {
        Kind::Wide
    } else {
        Kind::Short
    }
}

fn entries(words: &Words<'_>) -> Vec<Entry> {
    let mut out = Vec::new();
    let mut fields = 0;
    for section in &words.sheet.sections {
        out.extend(section.head.map(|at| Entry::Head(words.titled(at))));
        for at in &section.items {
            let line = words.sentence(*at);
            let kind = kind_of(&line.text);
            fields += 1;
            out.push(Entry::Field(line, kind));
        }
    }
    for (label, value) in words.facts() {
        let text = format!("{} {}", label.text, value.text).trim().to_owned();
        out.push(Entry::Note(Line { text, ..value }));
    }
    if fields == 0 && words.page.studio.filler {
        for name in [
            "Full name",
            "Date of birth",
            "Phone",
            "Email",
            "Address",
            "Comments",
            "Date",
            "Signature",
        ] {
            let line = words.say(name);
            out.push(Entry::Field(line, kind_of(name)));
        }
    }
    out
}

/// Rows of one wide or two short entries.
fn rows(all: Vec<Entry>, columns: usize) -> Vec<Vec<Entry>> {
    let mut out: Vec<Vec<Entry>> = Vec::new();
    for entry in all {
        let short = matches!(entry, Entry::Field(_, Kind::Short));
        let joins = short
            && out.last().is_some_and(|row| {
                row.len() < columns
                    && row
                        .iter()
                        .all(|e| matches!(e, Entry::Field(_, Kind::Short)))
            });
        match out.last_mut() {
            Some(row) if joins => row.push(entry),
            _ => out.push(vec![entry]),
        }
    }
    out
}

fn sheet(page: &Page<'_>, style: Style, field: Field) -> Node {
    let words = Words::of(page);
    let leaf = leaf(page, style, &Head::of(&words));
    let live = leaf.live;
    let u = unit(page);
    let columns = if live.w > u * 24.0 { 2 } else { 1 };
    let rows = rows(entries(&words), columns);
    let weight: f32 = rows
        .iter()
        .map(|row| row.iter().map(height).fold(0.0, f32::max))
        .sum();
    let from = (live.h / weight.max(1.0) / 1.15).clamp(u * 0.95, u * 1.5);
    let (nodes, ..) = fitted(from, live.h, |size| {
        build(page, &rows, live, size, weight, field)
    });
    leaf.root.children(nodes)
}

/// Height of an entry in units of its type.
fn height(entry: &Entry) -> f32 {
    match entry {
        Entry::Head(_) => 2.8,
        Entry::Note(_) | Entry::Field(_, Kind::Tick) => 2.2,
        Entry::Field(_, Kind::Text) => 6.6,
        Entry::Field(..) => 3.9,
    }
}

fn build(
    page: &Page<'_>,
    rows: &[Vec<Entry>],
    live: Zone,
    size: f32,
    weight: f32,
    field: Field,
) -> (Vec<Node>, f32) {
    let gap = size * 1.1;
    // What is left of the page goes to the fields, up to a third more.
    let stretch = (live.h / (weight * size)).clamp(1.0, 1.45);
    let mut nodes = Vec::new();
    let mut y = live.y;
    for row in rows {
        let tall = row.iter().map(height).fold(0.0, f32::max) * size * stretch;
        let w = (live.w - gap * (row.len() - 1) as f32) / row.len() as f32;
        for (n, entry) in row.iter().enumerate() {
            let zone = Zone::new(live.x + n as f32 * (w + gap), y, w, tall - size * 0.9);
            nodes.extend(draw(page, entry, zone, size, field));
        }
        y += tall;
    }
    (nodes, y - live.y - size * 0.9)
}

fn draw(page: &Page<'_>, entry: &Entry, zone: Zone, size: f32, field: Field) -> Vec<Node> {
    let inks = paper(page);
    match entry {
        Entry::Head(line) => {
            let mut column =
                Column::new(page, Zone::new(zone.x, zone.y + size * 0.4, zone.w, zone.h));
            column.text(
                line,
                Look::new("heading", size * 1.15, inks.bold).font(FontRole::Heading, 0),
            );
            column.nodes
        }
        Entry::Note(line) => {
            let mut column = Column::new(page, zone);
            column.text(line, Look::new("body", size * 0.9, inks.quiet));
            column.nodes
        }
        Entry::Field(line, Kind::Tick) => tick(page, line, zone, size, &inks),
        Entry::Field(line, kind) => fill_in(page, line, *kind, zone, size, field),
    }
}

fn tick(page: &Page<'_>, line: &Line, zone: Zone, size: f32, inks: &Inks) -> Vec<Node> {
    let side = size * 1.05;
    let text = Zone::new(
        zone.x + side + size * 0.7,
        zone.y,
        zone.w - side - size * 0.7,
        1.0,
    );
    let (node, taken) = set(
        page,
        line,
        text,
        Look::new("field label", size * 0.92, inks.ink),
    );
    let tick = rect()
        .bounds(zone.x, taken.y + size * 0.12, side, side)
        .radius(side * 0.12)
        .stroke(inks.bold, (size * 0.09).max(1.5))
        .role("tick box");
    vec![tick, node]
}

fn fill_in(
    page: &Page<'_>,
    line: &Line,
    kind: Kind,
    zone: Zone,
    size: f32,
    field: Field,
) -> Vec<Node> {
    let inks = paper(page);
    let label = Look::new("field label", size * 0.84, inks.ink).font(FontRole::Body, 600);
    let mut nodes = Vec::new();
    match field {
        Field::Box => {
            let pad = size * 0.55;
            nodes.push(
                zone.hold(rect())
                    .stroke(inks.ink, 1.25)
                    .radius(super::radius(page, size * 3.0))
                    .role("field"),
            );
            let look = Look {
                color: inks.quiet,
                ..label
            };
            nodes.push(
                set(
                    page,
                    line,
                    Zone::new(zone.x + pad, zone.y + pad * 0.6, zone.w - 2.0 * pad, 1.0),
                    look,
                )
                .0,
            );
        }
        Field::Well => {
            let (node, taken) = set(page, line, zone, label);
            nodes.push(node);
            let top = taken.h + size * 0.25;
            let well = Zone::new(zone.x, zone.y + top, zone.w, zone.h - top);
            let rounded = super::radius(page, size * 3.0);
            nodes.push(
                well.hold(rect())
                    .fill(Tone::Surface.token())
                    .stroke(inks.line, 1.25)
                    .radius(rounded)
                    .role("field"),
            );
        }
        Field::Line => {
            let (_, taken) = set(page, line, zone, label);
            let lines = if kind == Kind::Text { 3 } else { 1 };
            let room = zone.h - taken.h - size * 0.2;
            for n in 1..=lines {
                nodes.push(write_line(
                    zone.x,
                    zone.y + room * n as f32 / lines as f32,
                    zone.w,
                    inks.ink,
                ));
            }
            let under = Zone::new(zone.x, zone.bottom() - taken.h, zone.w, 1.0);
            nodes.push(
                set(
                    page,
                    line,
                    under,
                    Look {
                        color: inks.quiet,
                        ..label
                    },
                )
                .0,
            );
        }
    }
    nodes
}
