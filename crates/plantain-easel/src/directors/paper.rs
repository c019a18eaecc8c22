//! Papers: receipts, invoices, slides and calendars.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Place};

use crate::components::pitch;
use crate::components::print::ground::{self, Measure, mixed};
use crate::components::print::ornament;
use crate::components::print::parts;
use crate::components::print::picture;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts, drafts_with};
use crate::components::typeset::{Part, node_role};
use crate::components::wording::{Line, Row, Wording};
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Returns drafts for a receipt.
pub fn receipt(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &["minimal", "friendly", "mid-century", "corporate", "kraft"],
        &[&ROLL, &composed::STRIP, &composed::TOWER],
    )
}

/// Returns drafts for an invoice.
pub fn invoice(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &["swiss", "minimal", "corporate", "editorial"],
        &[&INVOICE, &composed::STRIP, &composed::TOWER],
    )
}

/// Returns drafts for a slide.
pub fn slide(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &[
            "corporate",
            "swiss",
            "minimal",
            "editorial",
            "night",
            "mid-century",
            "botanical",
        ],
        &[
            &TITLE_SLIDE,
            &SIDE_SLIDE,
            &POINTS,
            &composed::SPLIT,
            &composed::RANGED,
            &composed::COLUMNS,
            &composed::STRIP,
            &composed::TOWER,
        ],
    )
}

/// Returns drafts for a calendar.
pub fn calendar(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Wording::of(studio);
    if words.title.is_none() {
        words.title = words.take_fact(&[Role::Date]);
    }
    drafts_with(
        studio,
        &[
            "minimal",
            "friendly",
            "mid-century",
            "swiss",
            "botanical",
            "pastel",
        ],
        &[
            &TEAR_OFF,
            &DOORS,
            &MONTH,
            &composed::STRIP,
            &composed::TOWER,
        ],
        &words,
    )
}

/// Returns all lines besides the title as rows in the order of the prompt: a label with its value, or a line alone.
fn entries(page: &Page<'_>) -> Vec<Row> {
    let mut rest = page.words.clone();
    let mut lines: Vec<Line> = rest
        .kicker
        .drain(..)
        .chain(rest.buttons.drain(..))
        .collect();
    // A title that is a figure or a line of the account stands among the others.
    lines.extend(rest.title.take().filter(|t| !heads(t)));
    let mut found: Vec<Row> = std::mem::take(&mut rest.rows);
    lines.append(&mut rest.drain_support());
    found.extend(lines.into_iter().map(|line| match &line.label {
        Some(tag) => Row {
            heads: false,
            name: Line {
                text: tag.text.clone(),
                role: Role::Label,
                literal: tag.literal,
                label: None,
                order: line.order,
            },
            value: Some(Line {
                label: None,
                ..line
            }),
        },
        None => Row {
            heads: false,
            name: line,
            value: None,
        },
    }));
    found.sort_by_key(|row| row.name.order);
    let mut out: Vec<Row> = Vec::new();
    for row in found {
        // A line that a bare amount follows is what the amount is for.
        let follows = row.value.is_none() && amount(&row.name.text);
        match out.last_mut() {
            Some(last) if follows && last.value.is_none() => last.value = Some(row.name),
            _ => out.push(row),
        }
    }
    out
}

/// Returns whether a title heads the paper, instead of being one of its lines.
fn heads(title: &Line) -> bool {
    matches!(title.role, Role::Title | Role::Brand)
        && !amount(&title.text)
        && title.text.chars().filter(char::is_ascii_digit).count() < 3
}

/// Returns whether a text is nothing but an amount.
fn amount(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 0
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || " .,-+%$€£¥'".contains(c))
        || (digits > 0
            && text.chars().count() <= 12
            && text.chars().filter(|c| c.is_alphabetic()).count() <= 3)
}

fn is_total(row: &Row) -> bool {
    let lower = row.name.text.to_lowercase();
    ["total", "summe", "gesamt", "amount due", "balance"]
        .iter()
        .any(|w| lower.contains(w))
        && !lower.contains("sub")
}

fn entry_node(row_: &Row, size: f32, font: FontRole, inks: &Inks, strong: bool) -> Node {
    let weight = if strong { 700 } else { 400 };
    let mark = |mut node: Node, line: &Line| {
        if !line.literal {
            node = node.filler();
        }
        node
    };
    let name = text(row_.name.text.clone())
        .role("item")
        .literal(row_.name.literal)
        .font(font)
        .weight(weight)
        .size(size)
        .shrink(11.0)
        .color(inks.ink);
    let name = mark(name, &row_.name);
    match &row_.value {
        None => row().justify(Place::Start).child(name.fill_w()),
        Some(value) => {
            let cell = text(value.text.clone())
                .role(node_role(value.role))
                .literal(value.literal)
                .font(font)
                .weight(weight.max(500))
                .size(size)
                .tabular()
                .color(inks.ink)
                .rigid();
            row()
                .justify(Place::Between)
                .gap(size)
                .child(name)
                .child(mark(cell, value))
        }
    }
}

/// A till roll on a quiet ground.
const ROLL: Archetype = Archetype {
    name: "till roll",
    reason: "A narrow roll with torn edges, set in one fixed-width face, amounts ranged right.",
    suits: |page| if composed::ordinary(page) { 1.0 } else { 0.0 },
    build: |page| {
        let paper = Rgba::hex(0xfdfcf8);
        let inks = crate::components::print::inks_on(page.studio, page.theme, paper);
        let inks = Inks {
            ink: Rgba::hex(0x23211e).into(),
            quiet: Rgba::hex(0x5b5750).into(),
            ..inks
        };
        let rows = entries(page);
        let w = (page.full.w * 0.74)
            .min(page.full.h * 0.6)
            .max(page.full.w.min(420.0) * 0.7);
        let teeth = w * 0.025;
        let pad = w * 0.09;
        let inner_w = w - 2.0 * pad;
        let setter = page.setter();
        let widest = rows
            .iter()
            .map(|r| {
                setter.ems(&r.name.text, FontRole::Mono, 500, 0.0)
                    + r.value
                        .as_ref()
                        .map_or(0.0, |v| setter.ems(&v.text, FontRole::Mono, 500, 0.0) + 1.5)
            })
            .fold(10.0_f32, f32::max);
        let head: Vec<Part> = page
            .words
            .title
            .iter()
            .filter(|t| heads(t))
            .map(|t| {
                Part::text(t, "title")
                    .font(FontRole::Mono, 700)
                    .scale(1.0, 16.0, 44.0)
                    .color(inks.ink)
            })
            .collect();
        let size = (inner_w / widest * 0.98)
            .clamp(12.0, 34.0)
            .min(page.full.h * 0.6 / (rows.len().max(1) as f32 * 2.0))
            .max(12.0);
        let block = setter.set(
            &head,
            inner_w,
            page.full.h * 0.2,
            (16.0, 44.0),
            Align::Center,
        );
        let line_h = size * 2.0;
        let bars = w * 0.16;
        let totals = rows.iter().filter(|r| is_total(r)).count() as f32;
        let need = pad * 2.2
            + block.height
            + line_h * (rows.len() as f32 + 1.0 + totals * 0.8)
            + bars
            + 2.0 * teeth;
        let h = need.min(page.full.h * 0.96);
        let sheet = Zone::new((page.full.w - w) * 0.5, (page.full.h - h) * 0.5, w, h);
        let shade = Color::Token(Token::Ink, 0.2);
        let body = Zone::new(sheet.x, sheet.y + teeth, w, h - 2.0 * teeth);
        let mut root = page.root(Tone::Canvas);
        root = root.child(
            body.hold(rect())
                .fill(paper)
                .shadow(w * 0.02, w * 0.08, shade)
                .role("paper"),
        );
        root = root.child(ornament::zigzag(
            Zone::new(sheet.x, sheet.y, w, teeth + 0.5),
            paper.into(),
            false,
        ));
        root = root.child(ornament::zigzag(
            Zone::new(sheet.x, body.bottom() - 0.5, w, teeth),
            paper.into(),
            true,
        ));
        let mut y = body.y + pad;
        root = root.child(block.node.at(sheet.x + pad, y));
        y += block.height + line_h * 0.5;
        let dash = |y: f32| {
            path("M0 0 L100 0", 100.0, 1.0)
                .bounds(sheet.x + pad, y, inner_w, 1.0)
                .dashed(inks.quiet, 1.5, 6.0, 5.0)
                .role("rule")
        };
        if !head.is_empty() {
            root = root.child(dash(y));
            y += line_h * 0.3;
        }
        let step = ((body.bottom() - bars - pad - y - totals * line_h * 0.8)
            / rows.len().max(1) as f32)
            .min(line_h);
        for entry in &rows {
            let strong = is_total(entry);
            if strong {
                root = root.child(dash(y + line_h * 0.3));
                y += line_h * 0.6;
            }
            root = root.child(Zone::new(sheet.x + pad, y, inner_w, step).hold(entry_node(
                entry,
                if strong { size * 1.12 } else { size },
                FontRole::Mono,
                &inks,
                strong,
            )));
            y += step + if strong { line_h * 0.2 } else { 0.0 };
        }
        let place = Zone::new(
            sheet.x + pad + inner_w * 0.12,
            body.bottom() - bars - pad * 0.55,
            inner_w * 0.76,
            bars * 0.8,
        );
        root.child(ornament::barcode(
            place,
            inks.ink,
            &mut page.rng.fork("bars"),
        ))
    },
};

const INVOICE: Archetype = Archetype {
    name: "invoice",
    reason: "Number and parties above, items as a table, the total strongest at the foot.",
    suits: |page| if composed::ordinary(page) { 1.0 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let live = page.live;
        let rows = entries(page);
        let money = |r: &Row| {
            r.value
                .as_ref()
                .is_some_and(|v| v.text.chars().any(|c| "$€£¥".contains(c)) || amount(&v.text))
        };
        let (lines, facts): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(money);
        let mut root = page.root(Tone::Canvas).child(
            rect()
                .bounds(0.0, 0.0, page.full.w, page.margin * 0.3)
                .fill(inks.bold)
                .role("ornament"),
        );
        let (top, rest) = live.rows(0.16, page.margin * 0.4);
        let own = page.words.title.iter().find(|t| heads(t)).cloned();
        let own = own.or_else(|| {
            pitch::may_invent(page.studio)
                .then(|| Line::invented(pitch::say(page.studio, "Invoice"), Role::Title))
        });
        let head: Vec<Part> = own
            .iter()
            .map(|t| parts::title(page, t, inks.ink).scale(1.0, 20.0, 64.0))
            .collect();
        root = root.child(
            page.set_sized(&head, top, page.ranged(), 0.3, (20.0, 64.0))
                .0,
        );
        let (meta, table) = rest.rows(
            if facts.is_empty() {
                0.0
            } else {
                (facts.len() as f32 * 0.07).clamp(0.12, 0.35)
            },
            page.margin * 0.6,
        );
        let n = facts.len().max(1) as f32;
        for (i, fact) in facts.iter().enumerate() {
            let h = meta.h / n;
            let node = match &fact.value {
                Some(_) => {
                    entry_node(fact, 18.0, FontRole::Body, &inks, false).justify(Place::Start)
                }
                None => entry_node(fact, 18.0, FontRole::Body, &inks, false),
            };
            root = root.child(Zone::new(meta.x, meta.y + h * i as f32, meta.w * 0.8, h).hold(node));
        }
        let h = (table.h / (lines.len() as f32 + 0.5)).min(88.0);
        for (i, entry) in lines.iter().enumerate() {
            let strong = is_total(entry);
            let zone = Zone::new(table.x, table.y + h * i as f32, table.w, h);
            if strong {
                root = root.child(
                    zone.hold(rect())
                        .fill(Tone::Soft.token())
                        .radius(page.theme.radius.min(8.0)),
                );
                let on = page.inks(Tone::Soft);
                root = root.child(zone.inset_xy(16.0, 0.0).hold(entry_node(
                    entry,
                    30.0_f32.min(h * 0.5),
                    FontRole::Heading,
                    &on,
                    true,
                )));
            } else {
                root = root.child(
                    rect()
                        .bounds(zone.x, zone.bottom() - 1.0, zone.w, 1.0)
                        .fill(inks.line)
                        .role("rule"),
                );
                root = root.child(zone.inset_xy(16.0, 0.0).hold(entry_node(
                    entry,
                    24.0_f32.min(h * 0.42),
                    FontRole::Body,
                    &inks,
                    false,
                )));
            }
        }
        root
    },
};

const TITLE_SLIDE: Archetype = Archetype {
    name: "title slide",
    reason: "A title slide says one thing: a large title ranged left, names and date small below.",
    suits: |page| {
        if composed::ordinary(page) && page.words.rows.len() < 2 && page.words.body.is_empty() {
            if page.words.support() <= 2 { 0.9 } else { 0.45 }
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.full.inset_xy(page.margin * 1.6, page.margin * 1.4);
        let (text, art) = if page.art.is_empty() {
            (zone, None)
        } else {
            let (t, a) = zone.columns(0.58, page.margin);
            (t, Some(a))
        };
        let mut head: Vec<Part> = page
            .words
            .kicker
            .iter()
            .map(|l| parts::kicker(l, &inks))
            .collect();
        head.extend(
            page.words
                .title
                .iter()
                .map(|t| parts::title(page, t, inks.ink)),
        );
        head.push(Part::rule(0.12, 6.0, inks.bold).gap(0.3));
        let mut rest = page.words.clone();
        rest.kicker.clear();
        head.extend(
            rest.drain_support()
                .iter()
                .map(|l| parts::sub(l, &inks).scale(0.34, 16.0, 34.0).gap(0.5)),
        );
        head.extend(parts::cta(page, &inks));
        let (node, taken) =
            page.set_sized(&head, text, page.ranged(), 0.55, (24.0, page.full.h * 0.17));
        let mut root =
            page.root(Tone::Canvas)
                .children(ground::dress(page, &inks, taken, Measure::Full));
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        root.child(node)
    },
};

const SIDE_SLIDE: Archetype = Archetype {
    name: "slide with side picture",
    reason: "A strip of forms at the side gives the slide its face; the words keep the calm part.",
    suits: |page| {
        if page.ratio() > 1.1
            && composed::ordinary(page)
            && page.art.is_empty()
            && page.words.rows.len() < 2
        {
            0.72
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let (text, side) = page.full.columns(0.66, 0.0);
        let zone = text.inset_xy(page.margin * 1.4, page.margin * 1.4);
        page.root(Tone::Canvas)
            .child(picture::picture(page, side, &inks, picture::Subject::Tiles))
            .children(parts::everything(page, zone, &inks, page.ranged(), 0.5))
    },
};

/// A heading and points.
const POINTS: Archetype = Archetype {
    name: "points",
    reason: "A heading and few points, each on its own line with a marker.",
    suits: |page| {
        if composed::ordinary(page)
            && page.words.rows.len() + page.words.facts.len() + page.words.sub.len() >= 3
        {
            0.95
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.full.inset_xy(page.margin * 1.3, page.margin * 1.2);
        let mut head: Vec<Part> = page
            .words
            .kicker
            .iter()
            .map(|l| parts::kicker(l, &inks))
            .collect();
        head.extend(
            page.words
                .title
                .iter()
                .map(|t| parts::title(page, t, inks.ink)),
        );
        let lively = page.art.is_empty() && page.ratio() > 1.2;
        let (zone, side) = if lively {
            let (text, _) = zone.columns(0.7, page.margin);
            (
                text,
                Some(Zone::new(
                    text.right() + page.margin,
                    0.0,
                    page.full.w - text.right() - page.margin,
                    page.full.h,
                )),
            )
        } else {
            (zone, None)
        };
        let (top, mut low) = zone.rows(0.3, page.margin * 0.5);
        let mut root = page.root(Tone::Canvas).child(
            page.set_sized(&head, top, page.ranged(), 0.0, (22.0, page.full.h * 0.15))
                .0,
        );
        if let Some(side) = side {
            root = root.child(picture::picture(page, side, &inks, picture::Subject::Tiles));
        }
        if !page.art.is_empty() {
            let (t, a) = low.columns(0.62, page.margin);
            root = root.children(ground::stage(page, a, &inks));
            low = t;
        }
        let rows = {
            let mut rows = entries(page);
            rows.retain(|r| !page.words.kicker.contains(&r.name));
            rows
        };
        let n = rows.len().max(1) as f32;
        let h = (low.h / n).min(130.0);
        let setter = page.setter();
        let widest = rows
            .iter()
            .map(|r| {
                setter.ems(&r.name.text, FontRole::Body, 500, 0.0)
                    + r.value
                        .as_ref()
                        .map_or(0.0, |v| setter.ems(&v.text, FontRole::Body, 700, 0.0) + 2.0)
            })
            .fold(8.0_f32, f32::max);
        let size = (h * 0.4)
            .min((low.w - 40.0) / widest * 0.97)
            .clamp(15.0, 42.0);
        for (i, entry) in rows.iter().enumerate() {
            let line = Zone::new(low.x, low.y + h * i as f32, low.w, h);
            let dot = size * 0.42;
            root = root.child(
                rect()
                    .bounds(line.x, line.y + (h - dot) * 0.5, dot, dot)
                    .fill(inks.bold)
                    .radius(if page.theme.radius > 4.0 { dot } else { 0.0 })
                    .role("marker"),
            );
            root = root.child(
                Zone::new(line.x + 40.0, line.y, line.w - 40.0, h).hold(entry_node(
                    entry,
                    size,
                    FontRole::Body,
                    &inks,
                    false,
                )),
            );
        }
        root
    },
};

/// Returns the line that names a day of the month: "14", "14 February", "February 14".
fn day_number(page: &Page<'_>) -> Option<Line> {
    let is_day = |word: &str| {
        word.trim_end_matches(['.', ','])
            .parse::<u32>()
            .is_ok_and(|n| (1..=31).contains(&n))
    };
    let names_day = |l: &&Line| {
        let words: Vec<&str> = l.text.split_whitespace().collect();
        words.len() <= 3 && words.iter().any(|w| is_day(w))
    };
    page.words.lines().find(names_day).cloned()
}

/// One day of a tear-off calendar.
const TEAR_OFF: Archetype = Archetype {
    name: "tear-off day",
    reason: "One day, its number as large as the sheet allows, month above and weekday below.",
    suits: |page| {
        let n = page.words.lines().filter(|l| l.literal).count();
        if composed::ordinary(page) && day_number(page).is_some() && n <= 5 && !doors_asked(page) {
            1.2
        } else {
            0.0
        }
    },
    build: |page| {
        let (paper, band) = (
            page.inks(Tone::Surface),
            crate::components::print::inks_on(page.studio, page.theme, Rgba::hex(0xc92a2a)),
        );
        let red = Rgba::hex(0xc92a2a);
        let side = page.full.w.min(page.full.h) * 0.8;
        let sheet = crate::components::print::art::centred(page.full, side);
        let shade = Color::Token(Token::Ink, 0.22);
        let mut root = page.root(Tone::Canvas);
        for i in (1..4).rev() {
            let d = i as f32 * 6.0;
            root = root.child(
                Zone::new(sheet.x + d * 0.4, sheet.y + d, sheet.w - d * 0.8, sheet.h)
                    .hold(rect())
                    .fill(Rgba::WHITE)
                    .stroke(Color::Token(Token::Ink, 0.12), 1.0)
                    .radius(14.0)
                    .role("sheet"),
            );
        }
        root = root.child(
            sheet
                .hold(rect())
                .fill(Tone::Surface.token())
                .radius(14.0)
                .shadow(10.0, 36.0, shade)
                .role("sheet"),
        );
        let number = day_number(page);
        let others: Vec<Line> = {
            let mut rest = page.words.clone();
            let mut all: Vec<Line> = rest.kicker.drain(..).chain(rest.title.take()).collect();
            all.append(&mut rest.buttons);
            all.extend(rest.drain_support());
            all.retain(|l| Some(&l.text) != number.as_ref().map(|n| &n.text));
            all
        };
        let (top, rest) = sheet.rows(0.24, 0.0);
        root = root.child(
            Node {
                style: plantain_scene::node::Style {
                    corners: Some([14.0, 14.0, 0.0, 0.0]),
                    ..Default::default()
                },
                ..top.hold(rect())
            }
            .fill(red)
            .role("band"),
        );
        for x in [0.25_f32, 0.75] {
            root = root.child(
                rect()
                    .bounds(sheet.x + sheet.w * x - 9.0, sheet.y - 22.0, 18.0, 48.0)
                    .radius(9.0)
                    .fill(paper.ink)
                    .role("ring"),
            );
        }
        let month: Vec<Part> = others
            .iter()
            .take(1)
            .map(|l| {
                Part::text(l, "month")
                    .font(FontRole::Heading, 700)
                    .scale(1.0, 18.0, 90.0)
                    .color(band.ink)
                    .lines(1)
            })
            .collect();
        root = root.child(
            page.set_sized(
                &month,
                top.inset_xy(side * 0.08, side * 0.05),
                Align::Center,
                0.6,
                (18.0, side * 0.11),
            )
            .0,
        );
        let mut day: Vec<Part> = number
            .iter()
            .map(|l| {
                Part::text(l, "day")
                    .font(FontRole::Display, 0)
                    .scale(1.0, 40.0, 600.0)
                    .color(paper.ink)
                    .leading(1.05)
            })
            .collect();
        day.extend(others.iter().skip(1).map(|l| {
            Part::text(l, node_role(l.role))
                .font(FontRole::Heading, 600)
                .scale(0.2, 18.0, 64.0)
                .color(paper.quiet)
                .gap(0.2)
        }));
        root.child(
            page.set_sized(
                &day,
                rest.inset_xy(side * 0.08, side * 0.04),
                Align::Center,
                0.5,
                (40.0, side * 0.5),
            )
            .0,
        )
    },
};

fn doors_asked(page: &Page<'_>) -> bool {
    let prompt = page.studio.brief.prompt.to_lowercase();
    prompt.contains("advent") || prompt.contains("numbered")
}

/// Numbered doors, one of them open to the eye.
const DOORS: Archetype = Archetype {
    name: "numbered doors",
    reason: "Equal numbered doors in a grid, the one that counts in the accent.",
    suits: |page| {
        if composed::ordinary(page) && doors_asked(page) {
            1.4
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let stressed = page
            .words
            .lines()
            .find(|l| {
                l.literal
                    && l.text
                        .trim()
                        .parse::<u32>()
                        .is_ok_and(|n| (1..=31).contains(&n))
            })
            .cloned();
        let mut lines: Vec<Line> = page.words.kicker.clone();
        lines.extend(page.words.title.iter().cloned());
        lines.extend(page.words.clone().drain_support());
        lines.retain(|l| Some(&l.text) != stressed.as_ref().map(|s| &s.text));
        let head: Vec<Part> = lines
            .iter()
            .enumerate()
            .map(|(i, l)| {
                if i == 0 {
                    parts::title(page, l, inks.ink)
                } else {
                    parts::sub(l, &inks)
                }
            })
            .collect();
        let (top, grid) = page
            .live
            .rows(if head.is_empty() { 0.0 } else { 0.16 }, page.margin * 0.4);
        let mut root = page.root(Tone::Canvas).child(
            page.set_sized(&head, top, Align::Center, 0.3, (24.0, page.full.h * 0.12))
                .0,
        );
        let columns = if page.ratio() > 1.2 {
            8
        } else if page.ratio() < 0.7 {
            4
        } else {
            6
        };
        let rows = 24_usize.div_ceil(columns);
        let gap = page.margin * 0.22;
        let (w, h) = (
            (grid.w - gap * (columns - 1) as f32) / columns as f32,
            (grid.h - gap * (rows - 1) as f32) / rows as f32,
        );
        for i in 0..24_usize {
            let number = (i + 1).to_string();
            let hit = stressed.as_ref().is_some_and(|s| s.text.trim() == number);
            let fill: Color = if hit {
                inks.bold
            } else {
                mixed(
                    page,
                    if (i + i / columns) % 2 == 0 {
                        inks.bold
                    } else {
                        inks.mark
                    },
                    inks.ground,
                    0.8,
                )
            };
            let ground = page.theme.resolve(fill);
            let ink = plantain_scene::theme::ink_on(ground).readable_on(ground, 4.5);
            let cell = Zone::new(
                grid.x + (i % columns) as f32 * (w + gap),
                grid.y + (i / columns) as f32 * (h + gap),
                w,
                h,
            );
            let size = (w.min(h) * 0.4).max(14.0);
            let digits = text(number)
                .role("door")
                .literal(hit)
                .font(FontRole::Display)
                .size(size)
                .color(ink)
                .centered();
            root = root.child(
                cell.hold(col().center())
                    .fill(fill)
                    .radius(page.theme.radius.min(w * 0.16))
                    .role("door-face")
                    .child(if hit { digits } else { digits.filler() }),
            );
        }
        root
    },
};

/// Returns the weekday of the first (0 is Monday) and the number of days of a month that a text names with its year.
fn asked_month(page: &Page<'_>) -> Option<(usize, usize)> {
    const MONTHS: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let texts = page.words.lines().map(|l| l.text.to_lowercase());
    let prompt = page.studio.brief.prompt.to_lowercase();
    texts.chain(std::iter::once(prompt)).find_map(|text| {
        let words: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .collect();
        let at = words
            .iter()
            .position(|w| w.len() >= 3 && MONTHS.iter().any(|m| w.starts_with(m)))?;
        let month = MONTHS.iter().position(|m| words[at].starts_with(m))?;
        let year = words.iter().find_map(|w| {
            w.parse::<usize>()
                .ok()
                .filter(|y| (1583..=9999).contains(y))
        })?;
        Some((weekday(year, month), month_length(year, month)))
    })
}

fn leap(year: usize) -> bool {
    (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}

fn month_length(year: usize, month: usize) -> usize {
    match month {
        1 => 28 + usize::from(leap(year)),
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

/// Returns the weekday of the first of a month (0 January), 0 for Monday.
fn weekday(year: usize, month: usize) -> usize {
    let before = year - 1;
    let days: usize = before * 365 + before / 4 - before / 100
        + before / 400
        + (0..month).map(|m| month_length(year, m)).sum::<usize>();
    // The first of January of the year 1 was a Monday.
    days % 7
}

/// A month as a grid of days, starting on a Monday.
const MONTH: Archetype = Archetype {
    name: "month",
    reason: "A month as seven columns, with everything that was asked for beside it.",
    suits: |page| if composed::ordinary(page) { 0.6 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let wide = page.ratio() > 1.2;
        let (text_zone, grid) = if wide {
            page.live.columns(0.34, page.margin)
        } else {
            page.live.rows(0.3, page.margin * 0.6)
        };
        let mut root = page.root(Tone::Canvas).children(parts::everything(
            page,
            text_zone,
            &inks,
            page.ranged(),
            if wide { 0.5 } else { 0.2 },
        ));
        let (w, h) = (grid.w / 7.0, grid.h / 7.0);
        let size = (w.min(h) * 0.36).clamp(12.0, 30.0);
        for (c, name) in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
            .iter()
            .enumerate()
        {
            let node = text(*name)
                .role("weekday")
                .weight(600)
                .size((size * 0.72).max(12.0))
                .color(inks.quiet)
                .centered()
                .filler();
            root = root.child(
                Zone::new(grid.x + c as f32 * w, grid.y, w, h)
                    .hold(col().center())
                    .child(node),
            );
        }
        let (first, days) =
            asked_month(page).unwrap_or_else(|| (page.rng.fork("month").below(5), 30));
        for day in 1..=days {
            let at = first + day - 1;
            let cell = Zone::new(
                grid.x + (at % 7) as f32 * w,
                grid.y + (1 + at / 7) as f32 * h,
                w,
                h,
            );
            let color = if at % 7 >= 5 { inks.pop } else { inks.ink };
            let node = text(day.to_string())
                .role("day")
                .size(size)
                .color(color)
                .tabular()
                .centered()
                .filler();
            root = root.child(cell.hold(col().center()).child(node));
        }
        root.child(
            rect()
                .bounds(grid.x, grid.y + h, grid.w, 2.0)
                .fill(inks.bold)
                .role("rule"),
        )
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_start_on_their_weekday() {
        for (year, month, first, length) in [
            (2026, 10, 6, 30),
            (2027, 2, 0, 31),
            (2024, 1, 3, 29),
            (1900, 1, 3, 28),
            (2000, 0, 5, 31),
        ] {
            assert_eq!(
                (weekday(year, month), month_length(year, month)),
                (first, length),
                "{year}-{month}"
            );
        }
    }
}
