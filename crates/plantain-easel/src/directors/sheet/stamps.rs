//! Stamp cards of shops: the offer, and a place for every stamp.

use plantain_scene::build::*;
use plantain_scene::color::Color;
use plantain_scene::node::{Align, FontRole, Node};

use super::{Column, Look, Words, columns_for};
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts};
use crate::components::wording::Line;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Stamps of a card that gives no number.
const STAMPS: u32 = 10;

/// Returns drafts for a stamp card.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &[
            "friendly",
            "mid-century",
            "kraft",
            "seventies",
            "minimal",
            "botanical",
            "playful",
        ],
        &[&BELOW, &PANEL, &CENTRED, &FLOOD],
    )
}

const BELOW: Archetype = Archetype {
    name: "stamps below",
    reason: "The shop and its offer above, the stamps in even rows below.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| stacked(page, Tone::Canvas, Align::Start, Form::Ring),
};

const FLOOD: Archetype = Archetype {
    name: "stamps on colour",
    reason: "White places for stamps on the colour of the shop.",
    suits: |page| if composed::ordinary(page) { 0.88 } else { 0.0 },
    build: |page| stacked(page, Tone::Accent, Align::Start, Form::Disc),
};

const CENTRED: Archetype = Archetype {
    name: "framed stamps",
    reason: "A frame, the shop on the middle axis, dashed places for the stamps.",
    suits: |page| if composed::ordinary(page) { 0.86 } else { 0.0 },
    build: |page| stacked(page, Tone::Canvas, Align::Center, Form::Dashed),
};

const PANEL: Archetype = Archetype {
    name: "stamps beside a panel",
    reason: "The shop on a panel of colour, the stamps beside it.",
    suits: |page| if page.ratio() > 1.25 { 0.92 } else { 0.0 },
    build: beside,
};

/// How an empty place looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Ring,
    Disc,
    Dashed,
    Square,
}

/// The name of the shop, its offer and other lines.
fn head(words: &Words<'_>) -> (Line, Vec<Line>) {
    let shop = words
        .some(words.sheet.issuer)
        .or_else(|| words.sheet.title.map(|at| words.titled(at)));
    let mut rest: Vec<Line> = Vec::new();
    if words.sheet.issuer.is_some() {
        rest.extend(words.sheet.title.map(|at| words.titled(at)));
    }
    rest.extend(words.some(words.sheet.person));
    rest.extend(words.some(words.sheet.amount));
    rest.extend(words.lines());
    for section in &words.sheet.sections {
        rest.extend(section.head.map(|at| words.sentence(at)));
        rest.extend(section.items.iter().map(|at| words.sentence(*at)));
    }
    rest.extend(words.facts().into_iter().map(|(label, value)| {
        let text = format!("{} {}", label.text, value.text).trim().to_owned();
        Line { text, ..value }
    }));
    if shop.is_some() && rest.is_empty() {
        rest.push(words.kind());
    }
    (shop.unwrap_or_else(|| words.title()), rest)
}

fn set_head(
    page: &Page<'_>,
    words: &Words<'_>,
    zone: Zone,
    inks: &Inks,
    align: Align,
    scale: f32,
) -> (Vec<Node>, f32) {
    let (shop, rest) = head(words);
    let unit = page.full.w.min(page.full.h * 1.7);
    let mut column = Column::new(page, zone);
    let size = (unit * 0.082 * scale)
        .min(zone.w * 1.75 / (shop.len() as f32).max(6.0))
        .max(16.0);
    column.text(
        &shop,
        Look::new("brand", size, inks.bold)
            .font(FontRole::Display, 0)
            .align(align),
    );
    for (n, line) in rest.iter().enumerate() {
        column.space(unit * 0.012);
        let size = if n == 0 { unit * 0.033 } else { unit * 0.027 };
        let color = if n == 0 { inks.ink } else { inks.quiet };
        column.text(
            line,
            Look::new("subtitle", size * scale.max(0.9), color)
                .font(FontRole::Body, 500)
                .align(align),
        );
    }
    (column.nodes, column.y - zone.y)
}

fn stacked(page: &Page<'_>, tone: Tone, align: Align, form: Form) -> Node {
    let words = Words::of(page);
    let inks = page.inks(tone);
    let mut root = page.root(tone);
    let mut live = page.full.inset(page.margin * 1.15);
    if align == Align::Center {
        let style = *page.rng.fork("frame").pick(&[
            FrameStyle::Double,
            FrameStyle::Scooped,
            FrameStyle::Corners,
        ]);
        root = root.children(ornament::frame(
            page.full.inset(page.margin * 0.5),
            inks.bold,
            style,
        ));
        live = page.full.inset(page.margin * 1.3);
    }
    let mark = page.full.w.min(page.full.h) * 0.17;
    let beside = align == Align::Start;
    let text = if beside {
        Zone::new(live.x, live.y, live.w - mark - page.margin * 0.5, live.h)
    } else {
        live
    };
    let (nodes, high) = set_head(page, &words, text, &inks, align, 1.0);
    if beside {
        root = root.child(
            icon(words.icon("gift"), mark)
                .color(inks.bold)
                .at(live.right() - mark, live.y)
                .role("mark"),
        );
    }
    root = root.children(nodes);
    let top = live.y + high + page.margin * 0.7;
    let zone = Zone::new(live.x, top, live.w, live.bottom() - top);
    root.children(stamps(page, &words, zone, tone, form, align))
}

fn beside(page: &Page<'_>) -> Node {
    let words = Words::of(page);
    let (left, right) = page.full.columns(0.42, 0.0);
    let band = page.inks(Tone::Accent);
    let inner = left.inset(page.margin);
    let mark = left.w.min(left.h) * 0.26;
    let (mut nodes, high) = set_head(page, &words, inner, &band, Align::Start, 0.86);
    // The mark stands above the words, both in the middle of the panel.
    let total = mark + page.margin * 0.5 + high;
    let top = ((left.h - total) * 0.5).max(page.margin * 0.6);
    for node in &mut nodes {
        let lift = top + mark + page.margin * 0.5 - inner.y;
        if let Some((x, y)) = node.layout.at.map(|at| (at[0], at[1])) {
            node.layout.at = Some([x, y + lift]);
        }
    }
    let form = *page
        .rng
        .fork("form")
        .pick(&[Form::Ring, Form::Square, Form::Dashed]);
    page.root(Tone::Canvas)
        .child(left.hold(rect()).fill(Tone::Accent.token()).role("band"))
        .child(
            icon(words.icon("gift"), mark)
                .color(band.bold)
                .at(inner.x, top)
                .role("mark"),
        )
        .children(nodes)
        .children(stamps(
            page,
            &words,
            right.inset(page.margin),
            Tone::Canvas,
            form,
            Align::Center,
        ))
}

/// The places for stamps; the last one is the reward.
fn stamps(
    page: &Page<'_>,
    words: &Words<'_>,
    zone: Zone,
    tone: Tone,
    form: Form,
    align: Align,
) -> Vec<Node> {
    let n = words.sheet.count.unwrap_or(STAMPS).clamp(2, 40) as usize;
    let columns = columns_for(n, zone, 1.0);
    let rows = n.div_ceil(columns);
    let pitch = (zone.w / columns as f32).min(zone.h / rows as f32);
    let d = pitch * 0.84;
    // A row spreads over the width as far as the places stay a group.
    let step_x = if columns > 1 {
        ((zone.w - d) / (columns - 1) as f32).min(d * 1.5)
    } else {
        pitch
    };
    let wide = step_x * (columns - 1) as f32 + d;
    let x = if align == Align::Start {
        zone.x
    } else {
        zone.x + (zone.w - wide) * 0.5
    };
    let step_y = if rows > 1 {
        ((zone.h - d) / (rows - 1) as f32).min(d * 1.45)
    } else {
        pitch
    };
    let y = zone.y + (zone.h - step_y * (rows - 1) as f32 - d) * 0.5;
    let mark = words.icon("star");
    (0..n)
        .flat_map(|at| {
            let place = Zone::new(
                x + (at % columns) as f32 * step_x,
                y + (at / columns) as f32 * pitch,
                d,
                d,
            );
            stamp(page, place, tone, form, at + 1 == n, &mark)
        })
        .collect()
}

fn stamp(page: &Page<'_>, zone: Zone, tone: Tone, form: Form, last: bool, mark: &str) -> Vec<Node> {
    let inks = page.inks(tone);
    let d = zone.w;
    let radius = if form == Form::Square {
        d * 0.16
    } else {
        d * 0.5
    };
    let base = zone.hold(rect()).radius(radius).role("stamp");
    let line = (d * 0.03).max(1.5);
    let (fill, ink): (Option<Color>, Color) = match (last, tone, form) {
        (true, Tone::Accent, _) => (Some(Tone::Ink.token().into()), page.inks(Tone::Ink).ink),
        (true, ..) => (
            Some(Tone::Accent.token().into()),
            page.inks(Tone::Accent).ink,
        ),
        (false, _, Form::Disc) => (
            Some(Tone::Canvas.token().into()),
            page.inks(Tone::Canvas).line,
        ),
        _ => (None, inks.line),
    };
    let base = match fill {
        Some(fill) => base.fill(fill),
        None if form == Form::Dashed => base.dashed(inks.bold, line, d * 0.06, d * 0.05),
        None => base.stroke(inks.bold, line),
    };
    let side = d * 0.46;
    let name = if last { "gift" } else { mark };
    vec![
        base,
        icon(name, side)
            .color(ink)
            .at(zone.x + (d - side) * 0.5, zone.y + (d - side) * 0.5),
    ]
}
