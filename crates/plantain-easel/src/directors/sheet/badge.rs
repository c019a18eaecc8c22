//! Name tags, badges and cards that tell who somebody is.

use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole, Node};

use super::{Column, Look, Words, set};
use crate::components::print::ornament;
use crate::components::print::parts::latin_caps;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts};
use crate::components::ui::Kit;
use crate::components::wording::Line;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Returns drafts for a badge.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &[
            "swiss",
            "corporate",
            "minimal",
            "friendly",
            "mid-century",
            "brutalist",
        ],
        &[&LANYARD, &PHOTO, &BLOCK, &HELLO, &SPLIT],
    )
}

const LANYARD: Archetype = Archetype {
    name: "badge under a band",
    reason: "The event on a band of colour, the name as large as the badge allows.",
    suits: |page| if housed(page) { tag(page, 0.9) } else { 0.0 },
    build: lanyard,
};

const BLOCK: Archetype = Archetype {
    name: "badge on a block",
    reason: "The name ranged left on white, role and event on a block of colour below.",
    suits: |page| if housed(page) { tag(page, 0.9) } else { 0.0 },
    build: block,
};

const HELLO: Archetype = Archetype {
    name: "name tag",
    reason: "A coloured rim with the name on a white field, readable across a room.",
    suits: |page| tag(page, 0.88),
    build: hello,
};

const PHOTO: Archetype = Archetype {
    name: "card with a portrait",
    reason: "A portrait leads, then name and post, then what the door reads.",
    suits: |page| if photo(page) { 0.95 } else { 0.0 },
    build: |page| identity(page, Tone::Accent),
};

const SPLIT: Archetype = Archetype {
    name: "quiet card with a portrait",
    reason: "A portrait on tinted paper, facts in a grid.",
    suits: |page| if photo(page) { 0.93 } else { 0.0 },
    build: |page| identity(page, Tone::Soft),
};

/// How well a tag without a portrait suits: `ease` on a page of ordinary shape that asks for none.
fn tag(page: &Page<'_>, ease: f32) -> f32 {
    if !photo(page) && composed::ordinary(page) {
        ease
    } else {
        0.0
    }
}

/// Whether such a card carries a portrait: passes of companies and schools do, name tags do not.
fn photo(page: &Page<'_>) -> bool {
    let heard = page.studio.brief.heard();
    let named = [
        "id card",
        "student id",
        "employee",
        "press pass",
        "photo",
        "staff id",
        "id badge",
        "library card",
        "driver",
    ];
    named.iter().any(|word| heard.contains(word))
}

/// Whether a house or an event is named beside the person.
fn housed(page: &Page<'_>) -> bool {
    Who::of(&Words::of(page)).house.is_some()
}

/// What a badge says by rank.
struct Who {
    name: Line,
    under: Vec<Line>,
    house: Option<Line>,
    facts: Vec<(Line, Line)>,
}

impl Who {
    fn of(words: &Words<'_>) -> Self {
        let sheet = &words.sheet;
        let mut under = words.lines();
        for section in &sheet.sections {
            under.extend(section.head.map(|at| words.sentence(at)));
            under.extend(section.items.iter().map(|at| words.sentence(*at)));
        }
        let mut house = words.some(sheet.issuer);
        let title = sheet.title.map(|at| words.line(at));
        let name = match words.some(sheet.person) {
            Some(name) => {
                if house.is_none() {
                    house = title;
                } else {
                    under.extend(title);
                }
                name
            }
            None => title.unwrap_or_else(|| words.title()),
        };
        under.extend(words.some(sheet.amount));
        // Where no house is named, the last line is the event or the company.
        if house.is_none() && under.len() >= 2 {
            house = under.pop();
        }
        Self {
            name,
            under,
            house,
            facts: words.facts(),
        }
    }
}

/// Given name and surname on lines of their own, when there are two words.
fn on_lines(line: &Line) -> Line {
    let words: Vec<&str> = line.text.split_whitespace().collect();
    let text = if words.len() == 2 && line.len() > 8 {
        words.join("\n")
    } else {
        line.text.clone()
    };
    Line {
        text,
        ..line.clone()
    }
}

fn caps(line: &Line) -> Line {
    let mut line = line.clone();
    if latin_caps(&line.text) && line.len() < 26 {
        line.text = line.text.to_uppercase();
    }
    line
}

/// Size of a name that fills a width.
fn name_size(page: &Page<'_>, name: &Line, w: f32, h: f32) -> f32 {
    let longest = name
        .text
        .split_whitespace()
        .map(|word| {
            page.studio
                .text_width(word, FontRole::Display, 100.0, 0, page.theme)
        })
        .fold(1.0_f32, f32::max);
    (w * 96.0 / longest).min(h)
}

fn under(who: &Who, column: &mut Column<'_>, u: f32, inks: &Inks, align: Align) {
    for (n, line) in who.under.iter().enumerate() {
        column.space(u * 0.35);
        let look = Look::new(
            "subtitle",
            u * if n == 0 { 1.5 } else { 1.15 },
            if n == 0 { inks.ink } else { inks.quiet },
        );
        column.text(
            line,
            look.font(FontRole::Body, if n == 0 { 600 } else { 400 })
                .align(align),
        );
    }
    for (label, value) in &who.facts {
        column.space(u * 0.4);
        let text = format!("{} {}", label.text, value.text).trim().to_owned();
        let line = Line {
            text,
            ..value.clone()
        };
        column.text(&line, Look::new("value", u, inks.quiet).align(align));
    }
}

fn unit(page: &Page<'_>) -> f32 {
    page.full.w.min(page.full.h) * 0.04
}

/// The hole for the cord.
fn slot(page: &Page<'_>, ground: plantain_scene::color::Color) -> Node {
    let w = page.full.w.min(page.full.h) * 0.16;
    rect()
        .bounds((page.full.w - w) * 0.5, page.full.h * 0.022, w, w * 0.17)
        .radius(w * 0.09)
        .fill(ground)
        .role("slot")
}

fn lanyard(page: &Page<'_>) -> Node {
    let words = Words::of(page);
    let who = Who::of(&words);
    let (inks, band) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
    let u = unit(page);
    let head = page.full.h * if page.ratio() > 1.2 { 0.26 } else { 0.24 };
    let mut root = page
        .root(Tone::Canvas)
        .child(
            rect()
                .bounds(0.0, 0.0, page.full.w, head)
                .fill(Tone::Accent.token())
                .role("band"),
        )
        .child(slot(page, inks.ground.into()));
    if let Some(house) = &who.house {
        let zone = Zone::new(page.margin, 0.0, page.full.w - 2.0 * page.margin, head);
        let size = name_size(page, house, zone.w, u * 2.0);
        let (node, taken) = set(
            page,
            house,
            zone,
            Look::new("brand", size, band.bold)
                .font(FontRole::Heading, 700)
                .align(Align::Center),
        );
        root = root.child(node.at(zone.x, head * 0.58 - taken.h * 0.5));
    }
    let zone = Zone::new(
        page.margin,
        head,
        page.full.w - 2.0 * page.margin,
        page.full.h - head,
    );
    let name = on_lines(&who.name);
    let mut column = Column::new(page, zone);
    let size = name_size(page, &name, zone.w, zone.h * 0.24);
    column.text(
        &name,
        Look::new("person", size, inks.ink)
            .font(FontRole::Display, 0)
            .align(Align::Center),
    );
    column.space(u * 0.5);
    under(&who, &mut column, u, &inks, Align::Center);
    let lift = ((zone.h - (column.y - zone.y)) * 0.45).max(0.0);
    root.children(moved(column.nodes, lift))
}

/// Nodes lowered by a distance.
fn moved(nodes: Vec<Node>, by: f32) -> impl Iterator<Item = Node> {
    nodes.into_iter().map(move |mut node| {
        if let Some([x, y]) = node.layout.at {
            node.layout.at = Some([x, y + by]);
        }
        node
    })
}

fn block(page: &Page<'_>) -> Node {
    let words = Words::of(page);
    let who = Who::of(&words);
    let (inks, band) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
    let u = unit(page);
    let live = page.full.inset(page.margin);
    let foot = page.full.h * 0.3;
    let mut root = page
        .root(Tone::Canvas)
        .child(
            rect()
                .bounds(0.0, page.full.h - foot, page.full.w, foot)
                .fill(Tone::Accent.token())
                .role("band"),
        )
        .child(slot(page, inks.line));
    let name = on_lines(&who.name);
    let mut column = Column::new(page, Zone::new(live.x, page.full.h * 0.1, live.w, 1.0));
    let size = name_size(page, &name, live.w * 0.94, (page.full.h - foot) * 0.3);
    column.text(
        &name,
        Look::new("person", size, inks.bold).font(FontRole::Display, 0),
    );
    under(&who, &mut column, u, &inks, Align::Start);
    let room = page.full.h * 0.9 - foot;
    let lift = ((room - (column.y - page.full.h * 0.1)) * 0.5).max(0.0);
    root = root.children(moved(column.nodes, lift));
    if let Some(house) = &who.house {
        let zone = Zone::new(live.x, page.full.h - foot, live.w, foot);
        let size = name_size(page, house, live.w * 0.8, u * 2.3);
        let (node, taken) = set(
            page,
            house,
            zone,
            Look::new("brand", size, band.ink).font(FontRole::Heading, 700),
        );
        root = root.child(node.at(zone.x, zone.y + (zone.h - taken.h) * 0.5));
    }
    root
}

fn hello(page: &Page<'_>) -> Node {
    let words = Words::of(page);
    let who = Who::of(&words);
    let (inks, band) = (page.inks(Tone::Surface), page.inks(Tone::Accent));
    let u = unit(page);
    let rim = page.full.w.min(page.full.h) * 0.045;
    let head = page.full.h * 0.24;
    let foot = page.full.h * 0.1;
    let field = Zone::new(
        rim,
        head,
        page.full.w - 2.0 * rim,
        page.full.h - head - foot,
    );
    let mut root = page.root(Tone::Accent).child(
        field
            .hold(rect())
            .fill(Tone::Surface.token())
            .radius(rim * 0.5)
            .role("field"),
    );
    let top = who
        .house
        .clone()
        .unwrap_or_else(|| words.say("Hello, my name is"));
    let zone = Zone::new(rim * 2.0, 0.0, page.full.w - 4.0 * rim, head);
    let size = name_size(page, &top, zone.w, u * 2.4);
    let (node, taken) = set(
        page,
        &top,
        zone,
        Look::new("brand", size, band.ink)
            .font(FontRole::Heading, 700)
            .align(Align::Center),
    );
    root = root.child(node.at(zone.x, (head - taken.h) * 0.5));
    let inner = field.inset(rim);
    let mut column = Column::new(page, inner);
    let name = if page.ratio() > 1.2 {
        who.name.clone()
    } else {
        on_lines(&who.name)
    };
    let size = name_size(page, &name, inner.w, inner.h * 0.36);
    column.text(
        &name,
        Look::new("person", size, inks.ink)
            .font(FontRole::Display, 0)
            .align(Align::Center),
    );
    under(&who, &mut column, u, &inks, Align::Center);
    let lift = ((inner.h - (column.y - inner.y)) * 0.5).max(0.0);
    root.children(moved(column.nodes, lift))
}

/// A card with a portrait: house, person, facts, bars.
fn identity(page: &Page<'_>, tone: Tone) -> Node {
    let words = Words::of(page);
    let mut who = Who::of(&words);
    let facts = std::mem::take(&mut who.facts);
    let (inks, band) = (page.inks(Tone::Canvas), page.inks(tone));
    let wide = page.ratio() > 1.15;
    let u = unit(page);
    let head = page.full.h * if wide { 0.2 } else { 0.13 };
    let mut root = page.root(Tone::Canvas);
    let band_h = if wide {
        head
    } else {
        head + page.full.h * 0.17
    };
    root = root.child(
        rect()
            .bounds(0.0, 0.0, page.full.w, band_h)
            .fill(tone.token())
            .role("band"),
    );
    if !wide {
        root = root.child(slot(page, inks.ground.into()));
    }
    let house = who.house.clone().unwrap_or_else(|| words.kind());
    let zone = Zone::new(page.margin, 0.0, page.full.w - 2.0 * page.margin, head);
    let align = if wide { Align::Start } else { Align::Center };
    let size = name_size(page, &house, zone.w * 0.9, u * 1.7);
    let (node, taken) = set(
        page,
        &caps(&house),
        zone,
        Look::new("brand", size, band.bold)
            .font(FontRole::Heading, 700)
            .align(align),
    );
    root = root.child(node.at(zone.x, head * if wide { 0.5 } else { 0.66 } - taken.h * 0.5));
    let bars = Zone::new(
        0.0,
        page.full.h - page.margin - u * 2.0,
        page.full.w * if wide { 0.3 } else { 0.56 },
        u * 2.0,
    );
    let (text, photo) = if wide {
        let d = (page.full.h - head) * 0.66;
        let top = head + (page.full.h - head - d) * 0.5;
        let x = page.margin * 2.0 + d;
        (
            Zone::new(x, top, page.full.w - x - page.margin, d),
            Zone::new(page.margin, top, d, d),
        )
    } else {
        let d = page.full.w * 0.46;
        let top = head + page.full.h * 0.03;
        (
            Zone::new(
                page.margin,
                top + d + u * 1.2,
                page.full.w - 2.0 * page.margin,
                bars.y - top - d - u * 2.2,
            ),
            Zone::new((page.full.w - d) * 0.5, top, d, d),
        )
    };
    root = root.child(portrait(page, &who.name, photo));
    let mut column = Column::new(page, text);
    let size = name_size(page, &who.name, text.w, u * if wide { 2.4 } else { 2.7 }).max(u * 1.5);
    column.text(
        &who.name,
        Look::new("person", size, inks.ink)
            .font(FontRole::Display, 0)
            .align(align),
    );
    under(&who, &mut column, u * 0.95, &inks, align);
    column.space(u * 0.9);
    details(page, &facts, &mut column, u, &inks, wide);
    root = root.children(column.nodes);
    let x = if wide {
        page.full.w - page.margin - bars.w
    } else {
        (page.full.w - bars.w) * 0.5
    };
    root.child(ornament::barcode(
        Zone { x, ..bars },
        inks.ink,
        &mut page.rng.fork("bars"),
    ))
}

fn details(
    page: &Page<'_>,
    facts: &[(Line, Line)],
    column: &mut Column<'_>,
    u: f32,
    inks: &Inks,
    wide: bool,
) {
    for pair in facts.chunks(2) {
        let w = column.w / pair.len() as f32;
        let mut low = column.y;
        for (n, (label, value)) in pair.iter().enumerate() {
            let mut cell = Column::new(page, Zone::new(column.x + n as f32 * w, column.y, w, 1.0));
            let align = if wide { Align::Start } else { Align::Center };
            if !label.text.is_empty() {
                cell.text(label, Look::new("label", u * 0.75, inks.quiet).align(align));
            }
            cell.text(
                value,
                Look::new("value", u * 1.1, inks.ink)
                    .font(FontRole::Body, 600)
                    .align(align),
            );
            low = low.max(cell.y);
            column.nodes.append(&mut cell.nodes);
        }
        column.y = low + u * 0.5;
    }
}

/// A drawn portrait in a rounded frame.
fn portrait(page: &Page<'_>, name: &Line, zone: Zone) -> Node {
    let kit = Kit::new(page.studio, page.theme, 1.0);
    let rim = zone.w * 0.035;
    zone.hold(stack())
        .role("portrait")
        .child(
            ellipse()
                .bounds(0.0, 0.0, zone.w, zone.h)
                .fill(Tone::Canvas.token()),
        )
        .child(kit.avatar(&name.text, zone.w - 2.0 * rim).at(rim, rim))
}
