//! Letters: letterhead, date and recipient, paragraphs, closing and signature.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole, Node};

use super::{Column, Look, Words, fitted, paper, unit, write_line};
use crate::components::print::ornament;
use crate::components::print::{Archetype, Page, Tone, Zone, drafts};
use crate::components::wording::Line;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Widest measure of running text, in ems.
const MEASURE: f32 = 36.0;
/// Lines to write on where the prompt gives no text.
const BLANK_LINES: usize = 12;

/// Returns drafts for a letter.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &["minimal", "editorial", "swiss", "corporate", "botanical"],
        &[&LEFT, &CENTRED, &SIDE, &BAR],
    )
}

const LEFT: Archetype = Archetype {
    name: "letter",
    reason: "The sender heads the sheet at the left, a hairline parts him from the text.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Head::Left),
};

const CENTRED: Archetype = Archetype {
    name: "letter with a centred head",
    reason: "A monogram and the sender stand on the middle axis.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Head::Centred),
};

const SIDE: Archetype = Archetype {
    name: "letter with a margin column",
    reason: "Sender, date and recipient stand in the margin, the text in one column.",
    suits: |page| if page.full.w > 560.0 { 0.88 } else { 0.0 },
    build: |page| sheet(page, Head::Side),
};

const BAR: Archetype = Archetype {
    name: "letter with a coloured edge",
    reason: "A bar of colour at the edge of the sheet and a large sender.",
    suits: |page| if composed::ordinary(page) { 0.86 } else { 0.0 },
    build: |page| sheet(page, Head::Bar),
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Left,
    Centred,
    Side,
    Bar,
}

/// The parts of a letter.
struct Letter {
    sender: Option<Line>,
    contact: Vec<Line>,
    meta: Vec<Line>,
    to: Option<Line>,
    body: Vec<Line>,
    closing: Vec<Line>,
}

impl Letter {
    fn of(words: &Words<'_>) -> Self {
        let sheet = &words.sheet;
        let (contact, rest): (Vec<Line>, Vec<Line>) = words.lines().into_iter().partition(|l| {
            l.text.contains('@') || l.text.chars().filter(char::is_ascii_digit).count() >= 4
        });
        let mut meta: Vec<Line> = words
            .facts()
            .into_iter()
            .map(|(label, value)| {
                let text = format!("{} {}", label.text, value.text).trim().to_owned();
                Line { text, ..value }
            })
            .collect();
        meta.extend(rest);
        let mut sender = words.some(sheet.issuer);
        let title = sheet.title.map(|at| words.titled(at));
        match (sender.is_some(), title) {
            (false, Some(title)) => sender = Some(title),
            (true, Some(title)) => meta.push(title),
            _ => {}
        }
        Self {
            sender,
            contact,
            meta,
            to: words.some(sheet.person),
            body: sheet.body.iter().map(|at| words.opened(*at)).collect(),
            closing: sheet.closing.iter().map(|at| words.sentence(*at)).collect(),
        }
    }
}

fn sheet(page: &Page<'_>, head: Head) -> Node {
    let words = Words::of(page);
    let letter = Letter::of(&words);
    let u = unit(page) * 0.86;
    let mut root = page.root(Tone::Canvas);
    let mut live = page.full.inset_xy(page.full.w * 0.12, page.full.h * 0.075);
    if head == Head::Bar {
        root = root.child(
            rect()
                .bounds(0.0, 0.0, page.full.w * 0.035, page.full.h)
                .fill(Tone::Accent.token())
                .role("band"),
        );
    }
    let (nodes, text) = letterhead(page, &letter, head, live, u);
    root = root.children(nodes);
    live = text;
    let room = live.h;
    let (nodes, ..) = fitted(u * 1.2, room, |size| {
        running(page, &letter, head, live, size)
    });
    root.children(nodes)
}

/// The sender; returns where the letter begins.
fn letterhead(
    page: &Page<'_>,
    letter: &Letter,
    head: Head,
    live: Zone,
    u: f32,
) -> (Vec<Node>, Zone) {
    let inks = paper(page);
    let align = if head == Head::Centred {
        Align::Center
    } else {
        Align::Start
    };
    let narrow = head == Head::Side;
    let zone = if narrow {
        live.columns(0.27, u * 2.0).0
    } else {
        live
    };
    let mut column = Column::new(page, zone);
    let sender = letter.sender.clone().filter(|s| !s.is_empty());
    if let (Head::Centred, Some(sender)) = (head, &sender) {
        monogram(page, &mut column, sender, u);
    }
    let big = match head {
        Head::Bar => u * 2.5,
        Head::Side => u * 1.6,
        _ => u * 1.9,
    };
    if let Some(sender) = &sender {
        column.text(
            sender,
            Look::new("brand", big, inks.bold)
                .font(FontRole::Display, 0)
                .align(align),
        );
        column.space(u * 0.3);
    }
    for line in &letter.contact {
        column.text(
            line,
            Look::new("contact", u * 0.82, inks.quiet).align(align),
        );
    }
    if narrow {
        column.space(u * 2.4);
        for line in letter.meta.iter().chain(&letter.to) {
            column.text(line, Look::new("label", u * 0.9, inks.ink));
            column.space(u * 0.6);
        }
        let (_, text) = live.columns(0.27, u * 2.0);
        return (column.nodes, text);
    }
    if !column.nodes.is_empty() && head != Head::Bar {
        column.space(u * 0.7);
        column.rule(
            if head == Head::Left {
                inks.bold
            } else {
                inks.line
            },
            1.5,
        );
    }
    let top = column.y
        + if column.nodes.is_empty() {
            0.0
        } else {
            u * 2.0
        };
    (
        column.nodes,
        Zone::new(live.x, top, live.w, live.bottom() - top),
    )
}

/// The initial of the sender in a circle.
fn monogram(page: &Page<'_>, column: &mut Column<'_>, sender: &Line, u: f32) {
    let inks = paper(page);
    let initial: String = sender
        .text
        .chars()
        .find(|c| c.is_alphabetic())
        .into_iter()
        .collect();
    let d = u * 3.6;
    let x = column.x + (column.w - d) * 0.5;
    let line = Line::invented(initial.to_uppercase(), Role::Brand);
    let look = Look::new("monogram", u * 1.8, inks.bold)
        .font(FontRole::Display, 0)
        .align(Align::Center);
    column.nodes.push(
        ellipse()
            .bounds(x, column.y, d, d)
            .stroke(inks.bold, 1.5)
            .role("mark"),
    );
    if page.studio.filler {
        column.nodes.push(
            Zone::new(x, column.y, d, d)
                .hold(col())
                .center()
                .child(super::text_node(&line, look)),
        );
    }
    column.space(d + u * 0.7);
}

/// Date, recipient, text, closing.
fn running(
    page: &Page<'_>,
    letter: &Letter,
    head: Head,
    live: Zone,
    size: f32,
) -> (Vec<Node>, f32) {
    let inks = paper(page);
    let mut column = Column::new(
        page,
        Zone::new(live.x, live.y, live.w.min(size * MEASURE), live.h),
    );
    if head == Head::Centred {
        column.x = live.x + (live.w - column.w) * 0.5;
    }
    let plain = Look {
        leading: 1.55,
        ..Look::new("body", size, inks.ink)
    };
    if head != Head::Side {
        for line in &letter.meta {
            column.text(
                line,
                Look {
                    role: "label",
                    color: inks.quiet,
                    ..plain
                },
            );
        }
        if let Some(to) = &letter.to {
            column.space(if letter.meta.is_empty() {
                0.0
            } else {
                size * 1.2
            });
            column.text(
                to,
                Look {
                    role: "person",
                    ..plain
                }
                .font(FontRole::Body, 600),
            );
        }
        if !column.nodes.is_empty() {
            column.space(size * 2.0);
        }
    }
    for line in &letter.body {
        column.text(line, plain);
        column.space(size * 0.95);
    }
    if letter.body.is_empty() && page.studio.filler {
        for _ in 0..BLANK_LINES {
            column.space(size * 2.1);
            column
                .nodes
                .push(write_line(column.x, column.y, column.w, inks.line));
        }
        column.space(size * 2.0);
    }
    closing(page, letter, &mut column, size, plain);
    (column.nodes, column.y - live.y)
}

fn closing(page: &Page<'_>, letter: &Letter, column: &mut Column<'_>, size: f32, plain: Look) {
    let inks = paper(page);
    if letter.closing.is_empty() {
        return;
    }
    column.space(size * 0.9);
    for (n, line) in letter.closing.iter().enumerate() {
        let mut line = line.clone();
        if n == 0 && letter.closing.len() > 1 && line.text.is_ascii() {
            line.text.push(',');
        }
        let look = if n == 1 {
            Look {
                role: "person",
                ..plain
            }
            .font(FontRole::Body, 600)
        } else {
            plain
        };
        column.text(&line, look);
        if n == 0 && letter.closing.len() > 1 {
            column.space(size * 0.5);
            let zone = Zone::new(column.x, column.y, size * 8.0, size * 2.4);
            column.nodes.push(ornament::signature(
                zone,
                inks.bold,
                &mut page.rng.fork("signature"),
            ));
            column.space(size * 3.0);
        }
    }
}
