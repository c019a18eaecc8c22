//! Gift vouchers: who gives it, what it is worth, for whom and how long.

use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole, Node};

use super::{Column, Look, Words, set};
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts::latin_caps;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts};
use crate::components::wording::Line;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Returns drafts for a voucher.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &[
            "luxury",
            "editorial",
            "botanical",
            "minimal",
            "mid-century",
            "friendly",
            "art-deco",
        ],
        &[&STUB, &FRAMED, &RIBBON, &WORTH],
    )
}

const STUB: Archetype = Archetype {
    name: "voucher with a stub",
    reason: "The worth on a coloured stub behind a line of perforation, the rest on paper.",
    suits: |page| if page.ratio() > 1.3 { 0.92 } else { 0.0 },
    build: stub,
};

const FRAMED: Archetype = Archetype {
    name: "framed voucher",
    reason: "A frame and the middle axis give the gift its ceremony.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| centred(page, Tone::Canvas),
};

const WORTH: Archetype = Archetype {
    name: "voucher on colour",
    reason: "The worth is set as large as the card allows, on the colour of the house.",
    suits: |page| if composed::ordinary(page) { 0.86 } else { 0.0 },
    build: |page| centred(page, Tone::Accent),
};

const RIBBON: Archetype = Archetype {
    name: "voucher with a ribbon",
    reason: "A ribbon and bow turn the card into a present.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: ribbon,
};

/// The words of a voucher by rank.
struct Gift {
    kind: Line,
    shop: Option<Line>,
    worth: Option<Line>,
    lines: Vec<Line>,
    facts: Vec<(Line, Option<Line>)>,
}

impl Gift {
    fn of(words: &Words<'_>) -> Self {
        let sheet = &words.sheet;
        let mut lines = words.lines();
        for section in &sheet.sections {
            lines.extend(section.head.map(|at| words.sentence(at)));
            lines.extend(section.items.iter().map(|at| words.sentence(*at)));
        }
        let mut kind = words.kind();
        let mut title = sheet.title.map(|at| words.titled(at));
        if let Some(same) = title.take_if(|title| same_words(title, &kind)) {
            kind = same;
        }
        let mut worth = words.some(sheet.amount);
        // A gift without a sum is named by what it is for.
        if worth.is_none() {
            worth = title;
            if worth.is_none() && !lines.is_empty() {
                worth = Some(lines.remove(0));
            }
        } else {
            lines.extend(title);
        }
        let mut facts: Vec<(Line, Option<Line>)> = Vec::new();
        if let Some(to) = words.some(sheet.person) {
            facts.push((words.say("To"), Some(to)));
        } else if words.page.studio.filler {
            facts.push((words.say("To"), None));
            facts.push((words.say("From"), None));
        }
        facts.extend(
            words
                .facts()
                .into_iter()
                .map(|(label, value)| (label, Some(value))),
        );
        Self {
            kind,
            shop: words.some(sheet.issuer),
            worth,
            lines,
            facts,
        }
    }
}

fn same_words(one: &Line, other: &Line) -> bool {
    one.text.to_lowercase() == other.text.to_lowercase()
}

fn caps(line: &Line) -> Line {
    let mut line = line.clone();
    if latin_caps(&line.text) {
        line.text = line.text.to_uppercase();
    }
    line
}

/// The unit of type on a card.
fn unit(page: &Page<'_>) -> f32 {
    (page.full.w * 0.6).min(page.full.h) * 0.055
}

/// Facts in a row, their labels above; one without a value is a line to write on.
fn facts(page: &Page<'_>, facts: &[(Line, Option<Line>)], zone: Zone, inks: &Inks) -> Vec<Node> {
    let u = unit(page).max(11.0);
    let n = facts.len().max(1);
    let per_row = ((zone.w / (u * 7.5)) as usize).clamp(1, n);
    let rows = n.div_ceil(per_row);
    let gap = u * 1.3;
    let w = (zone.w - gap * (per_row - 1) as f32) / per_row as f32;
    let step = (zone.h / rows as f32).min(u * 3.6);
    let top = zone.bottom() - step * rows as f32;
    let mut nodes = Vec::new();
    for (at, (label, value)) in facts.iter().enumerate() {
        let cell = Zone::new(
            zone.x + (at % per_row) as f32 * (w + gap),
            top + (at / per_row) as f32 * step,
            w,
            step,
        );
        let mut column = Column::new(page, cell);
        if !label.text.is_empty() {
            column.text(label, Look::new("label", u * 0.72, inks.quiet));
        }
        match value {
            Some(value) => {
                column.text(
                    value,
                    Look::new("value", u * 0.98, inks.ink).font(FontRole::Body, 600),
                );
            }
            None => nodes.push(super::write_line(cell.x, cell.y + u * 2.5, w, inks.quiet)),
        }
        nodes.append(&mut column.nodes);
    }
    nodes
}

/// How high the facts stand.
fn facts_high(page: &Page<'_>, gift: &Gift, w: f32) -> f32 {
    let u = unit(page).max(11.0);
    let per_row = ((w / (u * 7.5)) as usize).clamp(1, gift.facts.len().max(1));
    gift.facts.len().div_ceil(per_row) as f32 * u * 3.4
}

/// Kind, shop and lines; the worth where it stands with them.
fn words_of(
    page: &Page<'_>,
    gift: &Gift,
    zone: Zone,
    inks: &Inks,
    align: Align,
    worth: bool,
) -> (Vec<Node>, f32) {
    let u = unit(page);
    let mut column = Column::new(page, zone);
    column.text(
        &caps(&gift.kind),
        Look::new("kicker", u * 0.85, inks.pop)
            .font(FontRole::Body, 600)
            .align(align),
    );
    column.space(u * 0.4);
    if let Some(shop) = &gift.shop {
        let size =
            (u * if worth { 2.0 } else { 2.7 }).min(zone.w * 1.8 / (shop.len() as f32).max(6.0));
        column.text(
            shop,
            Look::new("brand", size, inks.ink)
                .font(FontRole::Display, 0)
                .align(align),
        );
    }
    if let (true, Some(line)) = (worth, &gift.worth) {
        let size = (u * 4.6)
            .min(zone.w * 1.5 / (line.len() as f32).max(4.0))
            .max(u * 1.6);
        column.space(u * 0.3);
        column.text(
            line,
            Look::new("price", size, inks.bold)
                .font(FontRole::Display, 0)
                .align(align),
        );
    }
    for line in &gift.lines {
        column.space(u * 0.35);
        column.text(line, Look::new("subtitle", u * 1.05, inks.ink).align(align));
    }
    (column.nodes, column.y - zone.y)
}

fn stub(page: &Page<'_>) -> Node {
    let words = Words::of(page);
    let gift = Gift::of(&words);
    let (inks, band) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
    let (left, right) = page.full.columns(0.36, 0.0);
    let u = unit(page);
    let mut root = page
        .root(Tone::Canvas)
        .child(left.hold(rect()).fill(Tone::Accent.token()).role("band"));
    let pattern = ornament::pattern(
        left,
        *page.rng.fork("motif").pick(&[
            plantain_scene::node::Motif::Dots,
            plantain_scene::node::Motif::Stripes,
        ]),
        band.line,
        u * 1.5,
    );
    root = root.child(pattern.opacity(0.35));
    if let Some(worth) = &gift.worth {
        let inner = left.inset(page.margin * 0.8);
        let size = (inner.w * 1.6 / (worth.len() as f32).max(3.4)).min(left.h * 0.36);
        let look = Look::new("price", size, band.bold)
            .font(FontRole::Display, 0)
            .align(Align::Center);
        let (node, taken) = set(page, worth, inner, look);
        let plate = Zone::new(
            inner.x,
            (left.h - taken.h) * 0.5 - u * 0.6,
            inner.w,
            taken.h + u * 1.2,
        );
        root = root
            .child(
                plate
                    .hold(rect())
                    .fill(Tone::Accent.token())
                    .radius(u * 0.4),
            )
            .child(node.at(inner.x, (left.h - taken.h) * 0.5));
    } else {
        let d = left.h * 0.34;
        root = root.child(
            icon(words.icon("gift"), d)
                .color(band.bold)
                .at(left.x + (left.w - d) * 0.5, (left.h - d) * 0.5),
        );
    }
    // Perforation between stub and card.
    root = root.child(
        path("M1 0 L1 100", 2.0, 100.0)
            .bounds(left.right() - 1.0, 0.0, 2.0, page.full.h)
            .dashed(inks.ground, 3.0, 6.0, 8.0)
            .role("perforation"),
    );
    let inner = right.inset(page.margin * 1.1);
    let low = facts_high(page, &gift, inner.w);
    let (nodes, _) = words_of(page, &gift, inner, &inks, Align::Start, false);
    root.children(nodes).children(facts(
        page,
        &gift.facts,
        Zone::new(inner.x, inner.bottom() - low, inner.w, low),
        &inks,
    ))
}

fn centred(page: &Page<'_>, tone: Tone) -> Node {
    let words = Words::of(page);
    let gift = Gift::of(&words);
    let inks = page.inks(tone);
    let mut root = page.root(tone);
    let style = *page.rng.fork("frame").pick(&[
        FrameStyle::Double,
        FrameStyle::Scooped,
        FrameStyle::Corners,
        FrameStyle::Beveled,
    ]);
    root = root.children(ornament::frame(
        page.full.inset(page.margin * 0.5),
        inks.bold,
        style,
    ));
    let inner = page.full.inset(page.margin * 1.25);
    let low = facts_high(page, &gift, inner.w);
    let room = inner.h - low - unit(page) * 0.6;
    let (nodes, high) = words_of(page, &gift, inner, &inks, Align::Center, true);
    let lift = ((room - high) * 0.45).max(0.0);
    root.children(nodes.into_iter().map(|mut node| {
        if let Some([x, y]) = node.layout.at {
            node.layout.at = Some([x, y + lift]);
        }
        node
    }))
    .children(facts(
        page,
        &gift.facts,
        Zone::new(inner.x, inner.bottom() - low, inner.w, low),
        &inks,
    ))
}

fn ribbon(page: &Page<'_>) -> Node {
    let words = Words::of(page);
    let gift = Gift::of(&words);
    let inks = page.inks(Tone::Soft);
    let wide = page.ratio() > 1.1;
    let band = page.full.w.min(page.full.h) * 0.11;
    let (full, mut root) = (page.full, page.root(Tone::Soft));
    let accent = Tone::Accent.token();
    let (x, y) = if wide {
        (full.w * 0.8, full.h * 0.5)
    } else {
        (full.w * 0.5, full.h * 0.2)
    };
    let cross = [
        Zone::new(x - band * 0.5, 0.0, band, full.h),
        Zone::new(0.0, y - band * 0.5, full.w, band),
    ];
    let shown = if wide { &cross[..1] } else { &cross[1..] };
    for zone in shown {
        root = root.child(zone.hold(rect()).fill(accent).role("ribbon"));
    }
    let d = band * 3.4;
    root = root.children(bow(
        Zone::new(x - d * 0.5, y - d * 0.36, d, d * 0.72),
        accent.into(),
        page,
    ));
    let inner = if wide {
        Zone::new(
            page.margin * 1.1,
            page.margin * 1.1,
            x - d * 0.5 - page.margin * 1.6,
            full.h - page.margin * 2.2,
        )
    } else {
        let top = y + d * 0.42;
        Zone::new(
            page.margin * 1.1,
            top,
            full.w - page.margin * 2.2,
            full.h - top - page.margin,
        )
    };
    let low = facts_high(page, &gift, inner.w);
    let (nodes, _) = words_of(page, &gift, inner, &inks, Align::Start, true);
    root.children(nodes).children(facts(
        page,
        &gift.facts,
        Zone::new(inner.x, inner.bottom() - low, inner.w, low),
        &inks,
    ))
}

/// A bow of two loops, two tails and a knot.
fn bow(zone: Zone, color: plantain_scene::color::Color, page: &Page<'_>) -> Vec<Node> {
    let deep = crate::components::print::ground::mixed(
        page,
        color,
        plantain_scene::color::Rgba::BLACK,
        0.22,
    );
    let part = |d: &str, fill| {
        path(d, 100.0, 72.0)
            .bounds(zone.x, zone.y, zone.w, zone.h)
            .fill(fill)
            .role("bow")
    };
    vec![
        part(
            "M46 38 L28 72 L36 68 L42 72 L54 40 Z M54 38 L72 72 L64 68 L58 72 L46 40 Z",
            deep,
        ),
        part(
            "M50 36 C38 8 8 2 3 14 C-1 26 8 50 22 52 C34 53 44 44 50 36 Z M50 36 C62 8 92 2 97 14 C101 26 92 50 78 52 C66 53 56 44 50 36 Z",
            color,
        ),
        part(
            "M50 36 C40 22 22 14 15 20 C11 28 18 40 28 41 C38 42 45 40 50 36 Z M50 36 C60 22 78 14 85 20 C89 28 82 40 72 41 C62 42 55 40 50 36 Z",
            deep,
        ),
        part(
            "M43 30 C46 26 54 26 57 30 C59 35 59 40 57 44 C54 47 46 47 43 44 C41 40 41 35 43 30 Z",
            color,
        ),
    ]
}
