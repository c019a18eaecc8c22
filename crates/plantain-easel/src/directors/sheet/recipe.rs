//! Recipe cards: what goes in, and what is done, one after the other.

use plantain_read::SectionKind;
use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole, Node, Place};

use super::head::{Head, Style, leaf};
use super::{Column, Look, Words, fitted, panel, paper, radius, unit, write_line};
use crate::components::print::{Archetype, Page, Tone, Zone, drafts};
use crate::components::wording::Line;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Lines of a part that the prompt leaves open.
const BLANK_LINES: usize = 6;

/// Returns drafts for a recipe card.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &[
            "friendly",
            "editorial",
            "botanical",
            "kraft",
            "mid-century",
            "vintage",
        ],
        &[&PLAIN, &BAND, &FRAMED, &SIDE],
    )
}

const PLAIN: Archetype = Archetype {
    name: "recipe card",
    reason: "Ingredients in a narrow column, steps with their numbers beside them.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Plain, false),
};

const BAND: Archetype = Archetype {
    name: "recipe under a band",
    reason: "The dish on colour, what goes in on a tinted panel.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Band, true),
};

const FRAMED: Archetype = Archetype {
    name: "framed recipe",
    reason: "A frame and a middle axis, as on a card from a kitchen drawer.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Framed, false),
};

const SIDE: Archetype = Archetype {
    name: "recipe with a side column",
    reason: "On a wide card the dish and its figures stand at the side.",
    suits: |page| if page.ratio() > 1.2 { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Side, false),
};

/// A part of a recipe.
struct Group {
    head: Line,
    items: Vec<Line>,
    numbered: bool,
}

fn groups(words: &Words<'_>) -> Vec<Group> {
    let mut out: Vec<Group> = words
        .sheet
        .sections
        .iter()
        .filter(|s| !s.items.is_empty())
        .map(|section| {
            let numbered = section.kind == SectionKind::Steps;
            let usual = if numbered { "Steps" } else { "Ingredients" };
            Group {
                head: section
                    .head
                    .map_or_else(|| words.say(usual), |at| words.titled(at)),
                items: section.items.iter().map(|at| words.sentence(*at)).collect(),
                numbered,
            }
        })
        .collect();
    if words.page.studio.filler {
        for (usual, numbered) in [("Ingredients", false), ("Steps", true)] {
            if !out.iter().any(|g| g.numbered == numbered) {
                let blank = Group {
                    head: words.say(usual),
                    items: Vec::new(),
                    numbered,
                };
                if numbered {
                    out.push(blank)
                } else {
                    out.insert(0, blank)
                }
            }
        }
    }
    out
}

fn sheet(page: &Page<'_>, style: Style, tinted: bool) -> Node {
    let words = Words::of(page);
    let leaf = leaf(page, style, &Head::of(&words));
    let u = unit(page);
    let mut live = leaf.live;
    let mut root = leaf.root;
    let facts = words.facts();
    if !facts.is_empty() {
        let (nodes, high) = figures(page, &facts, live, u);
        root = root.children(nodes);
        live = Zone::new(live.x, live.y + high + u, live.w, live.h - high - u);
    }
    let groups = groups(&words);
    let beside = page.ratio() > 0.9 && groups.len() >= 2;
    let (nodes, ..) = fitted(u * 2.0, live.h, |size| {
        if beside {
            columns(page, &groups, live, size, tinted)
        } else {
            stacked(page, &groups, live, size, tinted)
        }
    });
    root.children(nodes)
}

/// Time, servings and the like in one row.
fn figures(page: &Page<'_>, facts: &[(Line, Line)], live: Zone, u: f32) -> (Vec<Node>, f32) {
    let inks = paper(page);
    let cells = facts.iter().map(|(label, value)| {
        let mut cell = col().gap(u * 0.1).align(Place::Start);
        if !label.text.is_empty() {
            cell = cell.child(super::text_node(
                label,
                Look::new("label", u * 0.72, inks.quiet),
            ));
        }
        cell.child(super::text_node(
            value,
            Look::new("value", u * 1.05, inks.ink).font(FontRole::Heading, 600),
        ))
    });
    let high = u * 2.9;
    let zone = Zone::new(live.x, live.y, live.w, high);
    (vec![zone.hold(row()).gap(u * 2.2).children(cells)], high)
}

fn columns(
    page: &Page<'_>,
    groups: &[Group],
    live: Zone,
    size: f32,
    tinted: bool,
) -> (Vec<Node>, f32) {
    let gap = size * 2.2;
    let share = |group: &Group| if group.numbered { 1.45 } else { 1.0 };
    let total: f32 = groups.iter().map(share).sum();
    let room = live.w - gap * (groups.len() - 1) as f32;
    let (mut x, mut nodes, mut high) = (live.x, Vec::new(), 0.0_f32);
    for group in groups {
        let w = room * share(group) / total;
        let pad = if tinted && !group.numbered { size } else { 0.0 };
        let mut column = Column::new(
            page,
            Zone::new(x + pad, live.y + pad, w - 2.0 * pad, live.h),
        );
        set_group(
            page,
            &mut column,
            group,
            size,
            if pad > 0.0 { Tone::Soft } else { Tone::Canvas },
        );
        let tall = column.y - live.y + pad;
        if pad > 0.0 {
            let zone = Zone::new(x, live.y, w, tall.max(live.h.min(tall * 1.4)));
            nodes.push(panel(zone, Tone::Soft, radius(page, w * 0.5)));
        }
        high = high.max(tall);
        nodes.append(&mut column.nodes);
        x += w + gap;
    }
    (nodes, high)
}

fn stacked(
    page: &Page<'_>,
    groups: &[Group],
    live: Zone,
    size: f32,
    tinted: bool,
) -> (Vec<Node>, f32) {
    let mut y = live.y;
    let mut nodes = Vec::new();
    for group in groups {
        let pad = if tinted && !group.numbered { size } else { 0.0 };
        let mut column = Column::new(
            page,
            Zone::new(live.x + pad, y + pad, live.w - 2.0 * pad, live.h),
        );
        set_group(
            page,
            &mut column,
            group,
            size,
            if pad > 0.0 { Tone::Soft } else { Tone::Canvas },
        );
        let bottom = column.y + pad;
        if pad > 0.0 {
            nodes.push(panel(
                Zone::new(live.x, y, live.w, bottom - y),
                Tone::Soft,
                radius(page, live.w * 0.3),
            ));
        }
        nodes.append(&mut column.nodes);
        y = bottom + size * 1.8;
    }
    (nodes, y - size * 1.8 - live.y)
}

/// Heading and items of a group; steps carry their numbers.
fn set_group(page: &Page<'_>, column: &mut Column<'_>, group: &Group, size: f32, tone: Tone) {
    let inks = page.inks(tone);
    column.text(
        &group.head,
        Look::new("heading", size * 1.35, inks.bold).font(FontRole::Heading, 0),
    );
    column.space(size * 0.7);
    if group.items.is_empty() {
        for _ in 0..BLANK_LINES {
            column.space(size * 1.9);
            column
                .nodes
                .push(write_line(column.x, column.y, column.w, inks.line));
        }
        return;
    }
    let (x, w) = (column.x, column.w);
    let inset = size * if group.numbered { 2.3 } else { 1.25 };
    for (n, item) in group.items.iter().enumerate() {
        (column.x, column.w) = (x + inset, w - inset);
        let taken = column.text(item, Look::new("item", size, inks.ink));
        (column.x, column.w) = (x, w);
        let first = size * 1.4;
        if group.numbered {
            let d = size * 1.6;
            let number = Line::invented((n + 1).to_string(), plantain_read::Role::Label);
            let look = Look::new("number", size * 0.92, page.inks(Tone::Accent).ink)
                .font(FontRole::Heading, 700)
                .align(Align::Center);
            column.nodes.push(
                stack()
                    .bounds(x, taken.y + first * 0.5 - d * 0.5, d, d)
                    .child(ellipse().bounds(0.0, 0.0, d, d).fill(Tone::Accent.token()))
                    .child(
                        col()
                            .bounds(0.0, 0.0, d, d)
                            .center()
                            .child(super::text_node(&number, look)),
                    ),
            );
        } else {
            let d = size * 0.36;
            column.nodes.push(
                ellipse()
                    .bounds(x + size * 0.2, taken.y + first * 0.5 - d * 0.5, d, d)
                    .fill(inks.bold),
            );
        }
        column.space(size * if group.numbered { 0.75 } else { 0.4 });
    }
}
