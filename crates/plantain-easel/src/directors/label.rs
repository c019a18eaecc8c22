//! Product labels and price tags.

use plantain_read::{Background, Role};
use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{Align, FontRole, Node, Shape};

use crate::components::pitch;
use crate::components::print::ground::{self, mixed};
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts::{self, RowStyle};
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts_with};
use crate::components::typeset::Part;
use crate::components::wording::{Line, Wording};
use crate::directors::composed;
use crate::studio::{Draft, Studio};

const LABELS: &[&str] = &[
    "kraft",
    "botanical",
    "editorial",
    "minimal",
    "luxury",
    "swiss",
    "mid-century",
    "friendly",
];
const TAGS: &[&str] = &[
    "poster-bold",
    "friendly",
    "kraft",
    "minimal",
    "high-contrast",
    "botanical",
];

/// Returns drafts for a product label.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let words = words(studio);
    let mut drafts = drafts_with(
        studio,
        LABELS,
        &[
            &CENTRE_LABEL,
            &WRAP,
            &SWISS_LABEL,
            &ROUND,
            &BAND_LABEL,
            &composed::STRIP,
            &composed::TOWER,
        ],
        &words,
    );
    if words.lines().any(|l| !l.literal) {
        for draft in &mut drafts {
            draft.reasons.push("No words were given, so a plausible product was invented; its texts are marked as filler.".into());
        }
    }
    drafts
}

/// Returns drafts for a price tag.
pub fn direct_tag(studio: &Studio<'_>) -> Vec<Draft> {
    let words = Wording::of(studio);
    drafts_with(
        studio,
        TAGS,
        &[
            &SHELF,
            &HANG_TAG,
            &TAG_ROWS,
            &composed::CENTRED,
            &composed::STRIP,
            &composed::TOWER,
        ],
        &words,
    )
}

fn words(studio: &Studio<'_>) -> Wording {
    let mut words = Wording::sorted(studio.brief);
    let bare = words.is_empty() && studio.brief.headline.is_none();
    let product = (bare && pitch::may_invent(studio))
        .then(|| pitch::product(studio, &mut studio.rng("product")))
        .flatten();
    if let Some(product) = product {
        words
            .kicker
            .push(Line::invented(product.brand, Role::Brand));
        words.title = Some(Line::invented(product.name, Role::Title));
        words
            .sub
            .push(Line::invented(product.descriptor, Role::Subtitle));
        words.facts.push(Line::invented(product.detail, Role::Text));
        words
            .small
            .push(Line::invented(product.amount, Role::Small));
        words
            .small
            .push(Line::invented(product.origin, Role::Small));
        words.body.push(Line::invented(product.story, Role::Body));
    } else {
        words = Wording::of(studio);
    }
    // A name that stands alone leads; a maker above it is small.
    if words.kicker.is_empty()
        && let Some(brand) = words.brand.take()
    {
        words.kicker.push(brand);
    }
    words
}

fn title(page: &Page<'_>, inks: &Inks, max: f32) -> Vec<Part> {
    page.words
        .title
        .iter()
        .map(|t| parts::title(page, t, inks.ink).scale(1.0, 16.0, max))
        .collect()
}

fn maker(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    page.words
        .kicker
        .iter()
        .map(|l| {
            let part = Part::text(l, "brand")
                .font(FontRole::Body, 600)
                .scale(0.2, 13.0, 26.0)
                .color(inks.ink)
                .gap(0.6);
            if parts::latin_caps(&l.text) {
                part.upper(0.22)
            } else {
                part
            }
        })
        .collect()
}

fn kind(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let mut out: Vec<Part> = words
        .sub
        .iter()
        .map(|l| {
            Part::text(l, "descriptor")
                .font(FontRole::Body, 400)
                .scale(0.3, 17.0, 36.0)
                .color(inks.quiet)
                .gap(0.5)
        })
        .collect();
    out.extend(words.facts.iter().filter(|l| !amount(l)).map(|l| {
        Part::text(l, "notes")
            .font(FontRole::Body, 400)
            .scale(0.25, 16.0, 30.0)
            .color(inks.ink)
            .gap(0.9)
    }));
    out
}

/// Returns whether a line is a weight, a volume or another small figure of a label.
fn amount(line: &Line) -> bool {
    let lower = line.text.to_lowercase();
    let unit = [
        " g", "g)", "ml", " oz", "kg", " l", "%", "fl", "net", "wt", "lb",
    ]
    .iter()
    .any(|u| lower.contains(u))
        || lower.ends_with('g');
    unit && lower.chars().any(|c| c.is_ascii_digit()) && line.len() <= 32
}

/// Returns the lines at a label's foot.
fn foot(page: &Page<'_>) -> Vec<Line> {
    let words = page.words;
    words
        .facts
        .iter()
        .filter(|l| amount(l))
        .chain(&words.price)
        .chain(&words.old_price)
        .chain(&words.brand)
        .chain(&words.by)
        .chain(&words.buttons)
        .chain(&words.badges)
        .chain(&words.small)
        .chain(&words.contact)
        .cloned()
        .collect()
}

fn foot_parts(lines: &[Line], inks: &Inks) -> Vec<Part> {
    lines
        .iter()
        .map(|l| {
            Part::text(l, "amount")
                .font(FontRole::Body, 500)
                .scale(0.24, 15.0, 28.0)
                .color(inks.ink)
                .gap(0.5)
        })
        .collect()
}

/// Sets label foot lines spread over the width, or below each other.
fn foot_strip(page: &Page<'_>, lines: &[Line], zone: Zone, inks: &Inks, align: Align) -> Vec<Node> {
    if lines.is_empty() {
        return Vec::new();
    }
    if lines.len() > 3 || zone.w < 150.0 * lines.len() as f32 || lines.len() == 1 {
        return vec![
            page.set_sized(&foot_parts(lines, inks), zone, align, 1.0, (65.0, 120.0))
                .0,
        ];
    }
    let n = lines.len() as f32;
    let w = (zone.w - 20.0 * (n - 1.0)) / n;
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let place = Zone::new(zone.x + (w + 20.0) * i as f32, zone.y, w, zone.h);
            let side = if i == 0 {
                Align::Start
            } else if i + 1 == lines.len() {
                Align::End
            } else {
                Align::Center
            };
            page.set_sized(
                &foot_parts(std::slice::from_ref(line), inks),
                place,
                side,
                1.0,
                (65.0, 105.0),
            )
            .0
        })
        .collect()
}

/// Returns the body copy and rows of a label, which only the larger layouts show in full.
fn story(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    page.words
        .body
        .iter()
        .map(|l| {
            Part::text(l, "story")
                .scale(0.17, 13.0, 19.0)
                .color(inks.quiet)
                .gap(1.0)
                .measure(30.0)
                .leading(1.5)
        })
        .collect()
}

/// Returns where a label of this ratio lies on the page, with its ground and edge.
fn sheet(page: &Page<'_>, ratio: f32) -> (Zone, Vec<Node>, Tone) {
    let white = matches!(
        &page.studio.brief.canvas.background,
        Some(Background::Color(_))
    );
    let near = page.ratio() / ratio;
    if (0.8..1.25).contains(&near) {
        return (page.full, Vec::new(), Tone::Canvas);
    }
    // The page is of another shape than the label: the label lies on it as a printed sheet.
    let h = (page.full.h * 0.9).min(page.full.w * 0.92 / ratio);
    let w = h * ratio;
    let zone = Zone::new((page.full.w - w) * 0.5, (page.full.h - h) * 0.5, w, h);
    let tone = if white { Tone::Canvas } else { Tone::Surface };
    let shade = plantain_scene::color::Color::Token(Token::Ink, 0.14);
    let paper = zone
        .hold(rect())
        .fill(tone.token())
        .stroke(plantain_scene::color::Color::Token(Token::Ink, 0.1), 1.0)
        .shadow(h * 0.012, h * 0.05, shade)
        .role("label");
    (zone, vec![paper], tone)
}

fn rows_in(page: &Page<'_>, zone: Zone, inks: &Inks) -> (Vec<Node>, Zone) {
    if page.words.rows.is_empty() {
        return (Vec::new(), zone);
    }
    let (text, list) = zone.rows(0.5, zone.h * 0.05);
    (
        parts::rows(page, &page.words.rows, list, inks, RowStyle::Lines),
        text,
    )
}

/// Everything on the axis, in a frame, the foot spread to the sides.
const CENTRE_LABEL: Archetype = Archetype {
    name: "centred label",
    reason: "A label is read at arm's length: maker, name and kind on one axis, weights at the foot.",
    suits: |page| if composed::ordinary(page) { 0.8 } else { 0.0 },
    build: |page| {
        let (zone, paper, tone) = sheet(
            page,
            if page.ratio() > 1.25 {
                1.15
            } else {
                page.ratio()
            },
        );
        let inks = page.inks(tone);
        let short = zone.w.min(zone.h);
        let m = short * 0.09;
        let minimal = page.studio.brief.look.styles.iter().any(|s| s == "minimal")
            || page.theme.name == "minimal";
        let mut root = page.root(Tone::Canvas).children(paper);
        if !minimal {
            let style = *page.rng.fork("frame").pick(&[
                FrameStyle::Double,
                FrameStyle::Scooped,
                FrameStyle::Beveled,
                FrameStyle::Corners,
            ]);
            root = root.children(ornament::frame(zone.inset(m * 0.42), inks.bold, style));
        }
        let inner = zone.inset(if minimal { m } else { m * 1.25 });
        let lines = foot(page);
        let foot_h = if lines.is_empty() {
            0.0
        } else {
            (inner.h * if lines.len() > 3 { 0.2 } else { 0.07 }).max(20.0)
        };
        let main = Zone::new(inner.x, inner.y, inner.w, inner.h - foot_h * 1.7);
        let (list, main) = rows_in(page, main, &inks);
        let mut all = maker(page, &inks);
        let (art, text) = if page.art.is_empty() {
            (None, main)
        } else {
            let (a, t) = main.rows(0.46, short * 0.03);
            (Some(a), t)
        };
        if art.is_none() && !all.is_empty() {
            all.push(Part::rule(0.12, 2.0, inks.bold).gap(0.22));
        }
        let mut name = title(page, &inks, short * 0.2);
        if let Some(first) = name.first_mut() {
            first.gap = 0.35;
        }
        all.extend(name);
        all.extend(kind(page, &inks));
        if inner.h > 420.0 {
            all.extend(story(page, &inks));
        } else {
            all.extend(
                page.words
                    .body
                    .iter()
                    .filter(|l| l.literal)
                    .map(|l| parts::small(l, &inks)),
            );
        }
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        root = root
            .child(
                page.set_sized(&all, text, Align::Center, 0.46, (24.0, short * 0.17))
                    .0,
            )
            .children(list);
        let strip = Zone::new(inner.x, inner.bottom() - foot_h, inner.w, foot_h);
        if !lines.is_empty() {
            root = root.child(
                rect()
                    .bounds(strip.x, strip.y - foot_h * 0.35, strip.w, 1.5)
                    .fill(inks.line)
                    .role("rule"),
            );
        }
        root.children(foot_strip(page, &lines, strip, &inks, Align::Center))
    },
};

/// The label unrolled: story left, name in the middle, figures and bars right.
const WRAP: Archetype = Archetype {
    name: "wrap-around label",
    reason: "The label is shown unrolled: the name in front, the story and the figures on the sides.",
    suits: |page| {
        if page.ratio() >= 1.25 && composed::ordinary(page) && page.words.rows.is_empty() {
            0.95
        } else {
            0.0
        }
    },
    build: |page| {
        let (zone, paper, tone) = sheet(page, page.ratio().clamp(1.6, 2.4));
        let inks = page.inks(tone);
        let m = zone.h * 0.1;
        let (left, rest) = zone.columns(0.27, 0.0);
        let (middle, right) = rest.columns(0.63, 0.0);
        let mut root = page.root(Tone::Canvas).children(paper);
        for x in [middle.x, right.x] {
            root = root.child(
                rect()
                    .bounds(x - 0.75, zone.y + m, 1.5, zone.h - 2.0 * m)
                    .fill(inks.line)
                    .role("rule"),
            );
        }
        let mut front = maker(page, &inks);
        front.push(Part::fixed(rect().size_box(28.0, 3.0).fill(inks.bold), 28.0, 3.0).gap(0.3));
        let mut name = title(page, &inks, zone.h * 0.2);
        if let Some(first) = name.first_mut() {
            first.gap = 0.3;
        }
        front.extend(name);
        front.extend(
            kind(page, &inks)
                .into_iter()
                .take(page.words.sub.len().max(1)),
        );
        let centre = middle.inset_xy(m * 0.6, m);
        let (art, text) = if page.art.is_empty() {
            (None, centre)
        } else {
            let (a, t) = centre.rows(0.42, m * 0.3);
            (Some(a), t)
        };
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        root = root.child(
            page.set_sized(&front, text, Align::Center, 0.5, (24.0, zone.h * 0.15))
                .0,
        );
        let notes: Vec<Part> = story(page, &inks)
            .into_iter()
            .chain(
                kind(page, &inks)
                    .into_iter()
                    .skip(page.words.sub.len().max(1)),
            )
            .collect();
        let l = left.inset_xy(m * 0.6, m);
        root = root.child(
            page.set_sized(&notes, l, page.ranged(), 0.0, (85.0, 110.0))
                .0,
        );
        if notes.is_empty() || page.words.body.is_empty() {
            let mark = crate::components::print::art::centred(l, l.w.min(l.h) * 0.4);
            root = root.child(emblem(page, mark, &inks));
        }
        let r = right.inset_xy(m * 0.6, m);
        let bars_h = (r.h * 0.16).min(r.w * 0.4);
        let lines = foot(page);
        let figures = Zone::new(r.x, r.y, r.w, r.h - bars_h - m * 0.4);
        root = root.child(
            page.set_sized(
                &foot_parts(&lines, &inks),
                figures,
                page.ranged(),
                0.0,
                (70.0, 95.0),
            )
            .0,
        );
        let bars = Zone::new(r.x, r.bottom() - bars_h, (bars_h * 1.9).min(r.w), bars_h);
        root.child(ornament::barcode(
            bars,
            inks.ink,
            &mut page.rng.fork("bars"),
        ))
    },
};

/// A small mark of plain forms for a label without a picture.
fn emblem(page: &Page<'_>, zone: Zone, inks: &Inks) -> Node {
    let mut rng = page.rng.fork("emblem");
    match rng.below(3) {
        0 => ornament::sprig(zone, inks.bold, &mut rng),
        1 => zone.hold(stack()).role("ornament").children([
            ellipse()
                .bounds(0.0, 0.0, zone.w, zone.h)
                .stroke(inks.bold, 2.0),
            shape(Shape::Drop)
                .bounds(zone.w * 0.3, zone.h * 0.2, zone.w * 0.4, zone.h * 0.56)
                .fill(inks.bold),
        ]),
        _ => zone
            .hold(stack())
            .role("ornament")
            .children((0..4).map(|i| {
                let inset = zone.w * 0.12 * i as f32;
                ellipse()
                    .bounds(inset, inset, zone.w - 2.0 * inset, zone.h - 2.0 * inset)
                    .stroke(inks.bold, 2.0)
            })),
    }
}

/// Ranged left with much air: a maker's line, a large light name, a table of figures.
const SWISS_LABEL: Archetype = Archetype {
    name: "typographic label",
    reason: "Type alone: a large name ranged left, the figures in a quiet row below, and much air.",
    suits: |page| {
        if composed::ordinary(page) && page.art.is_empty() && page.words.rows.is_empty() {
            0.78
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.full.inset_xy(page.margin * 1.5, page.margin * 1.4);
        let top = maker(page, &inks);
        let mut root = page.root(Tone::Canvas);
        let (node, taken) = page.set_sized(
            &top,
            Zone::new(zone.x, zone.y, zone.w, zone.h * 0.1),
            page.ranged(),
            0.0,
            (80.0, 120.0),
        );
        root = root.child(node);
        let y = taken.bottom() + page.margin * 0.45;
        if !top.is_empty() {
            root = root.child(
                rect()
                    .bounds(zone.x, y, zone.w, 2.0)
                    .fill(inks.ink)
                    .role("rule"),
            );
        }
        let mut lines = foot(page);
        // Without figures the kind of goods stands at the foot, so that the label has one.
        let moved = lines.is_empty();
        if moved {
            lines = page.words.facts.clone();
        }
        let low = (zone.h * 0.13).max(44.0);
        let foot_zone = Zone::new(zone.x, zone.bottom() - low, zone.w, low);
        let mut main = title(page, &inks, zone.h * 0.26);
        main.extend(kind(page, &inks).into_iter().take(if moved {
            page.words.sub.len()
        } else {
            usize::MAX
        }));
        let wide = page.ratio() > 1.3 && !page.words.body.is_empty();
        let room = Zone::new(
            zone.x,
            y + page.margin * 0.6,
            if wide { zone.w * 0.62 } else { zone.w },
            foot_zone.y - y - page.margin * 1.2,
        );
        if !wide {
            main.extend(story(page, &inks));
        }
        root = root.child(
            page.set_sized(&main, room, page.ranged(), 0.35, (24.0, zone.h * 0.24))
                .0,
        );
        if wide {
            let side = Zone::new(zone.x + zone.w * 0.7, room.y, zone.w * 0.3, room.h);
            root = root.child(
                page.set_sized(&story(page, &inks), side, page.ranged(), 0.9, (90.0, 112.0))
                    .0,
            );
        }
        if lines.is_empty() {
            return root;
        }
        root = root.child(
            rect()
                .bounds(zone.x, foot_zone.y, zone.w, 1.0)
                .fill(inks.ink)
                .role("rule"),
        );
        root.children(foot_strip(
            page,
            &lines,
            Zone::new(foot_zone.x, foot_zone.y + low * 0.2, foot_zone.w, low * 0.8),
            &inks,
            page.ranged(),
        ))
    },
};

/// A round label.
const ROUND: Archetype = Archetype {
    name: "round label",
    reason: "A round label for the lid: the name on the middle line, the rest above and below.",
    suits: |page| {
        if (0.72..1.4).contains(&page.ratio())
            && page.words.rows.is_empty()
            && page.words.chars() < 120
        {
            0.72
        } else {
            0.0
        }
    },
    build: |page| {
        let d = page.full.w.min(page.full.h) * 0.92;
        let disc = crate::components::print::art::centred(page.full, d);
        let asked = page.studio.brief.canvas.background.is_some()
            || !page.studio.brief.look.palette.is_empty();
        let tone = if asked { Tone::Canvas } else { Tone::Accent };
        let inks = page.inks(tone);
        let mut root = page.root(Tone::Canvas);
        root = root.child(
            disc.hold(ellipse())
                .fill(tone.token())
                .stroke(inks.ink, d * 0.008)
                .role("label"),
        );
        root = root.child(
            disc.inset(d * 0.03)
                .hold(ellipse())
                .stroke(inks.ink, d * 0.003),
        );
        let inner = crate::components::print::art::centred(disc, d * 0.68);
        let mut parts = maker(page, &inks);
        let (art, text) = if page.art.is_empty() {
            (None, inner)
        } else {
            let (a, t) = inner.rows(0.4, d * 0.02);
            (Some(a), t)
        };
        parts.extend(title(page, &inks, d * 0.17));
        parts.extend(kind(page, &inks));
        parts.extend(
            page.words
                .body
                .iter()
                .filter(|l| l.literal)
                .map(|l| parts::small(l, &inks)),
        );
        let lines = foot(page);
        if !lines.is_empty() {
            parts.push(Part::rule(0.24, 2.0, inks.bold).gap(0.3));
            parts.extend(foot_parts(&lines, &inks));
        }
        if let Some(art) = art {
            root = root.children(
                page.art
                    .arrange(art.inset_xy(art.w * 0.12, 0.0), &page.theme.manner),
            );
        } else {
            let dot = d * 0.018;
            for x in [disc.x + d * 0.09, disc.right() - d * 0.09 - dot] {
                root = root.child(
                    ellipse()
                        .bounds(x, disc.center().1 - dot * 0.5, dot, dot)
                        .fill(inks.ink)
                        .role("ornament"),
                );
            }
        }
        root.child(
            page.set_sized(&parts, text, Align::Center, 0.5, (20.0, d * 0.16))
                .0,
        )
    },
};

/// A band of colour through the middle carries the name.
const BAND_LABEL: Archetype = Archetype {
    name: "banded label",
    reason: "A band of colour across the label carries the name; everything else stays off it.",
    suits: |page| {
        if composed::ordinary(page) && page.ratio() < 1.3 && page.words.rows.is_empty() {
            0.66
        } else {
            0.0
        }
    },
    build: |page| {
        let (paper, band) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let h = page.full.h;
        let m = page.margin;
        let middle = Zone::new(0.0, h * 0.4, page.full.w, h * 0.27);
        let top = Zone::new(
            page.live.x,
            page.live.y,
            page.live.w,
            middle.y - page.live.y - m * 0.6,
        );
        let low = Zone::new(
            page.live.x,
            middle.bottom() + m * 0.6,
            page.live.w,
            page.live.bottom() - middle.bottom() - m * 0.6,
        );
        let line = mixed(page, paper.bold, paper.ground, 0.3);
        let mut root = page
            .root(Tone::Canvas)
            .child(middle.hold(rect()).fill(Tone::Accent.token()));
        for y in [middle.y - 9.0, middle.bottom() + 5.0] {
            root = root.child(
                rect()
                    .bounds(0.0, y, page.full.w, 4.0)
                    .fill(line)
                    .role("ornament"),
            );
        }
        root = root.child(
            page.set_sized(
                &title(page, &band, h * 0.2),
                middle.inset_xy(m, middle.h * 0.12),
                Align::Center,
                0.5,
                (20.0, h * 0.16),
            )
            .0,
        );
        let upper = maker(page, &paper);
        if page.art.is_empty() {
            if upper.is_empty() {
                root = root.child(emblem(
                    page,
                    crate::components::print::art::centred(top, top.h * 0.56),
                    &paper,
                ));
            }
            root = root.child(
                page.set_sized(&upper, top, Align::Center, 0.5, (90.0, 170.0))
                    .0,
            );
        } else {
            let (art, text) = top.rows(if upper.is_empty() { 1.0 } else { 0.76 }, 6.0);
            root = root.children(page.art.arrange(art, &page.theme.manner));
            root = root.child(
                page.set_sized(&upper, text, Align::Center, 0.5, (60.0, 110.0))
                    .0,
            );
        }
        let mut rest = kind(page, &paper);
        rest.extend(
            page.words
                .body
                .iter()
                .filter(|l| l.literal || low.h > 200.0)
                .map(|l| parts::small(l, &paper).measure(34.0)),
        );
        rest.extend(foot_parts(&foot(page), &paper));
        root.child(
            page.set_sized(&rest, low, Align::Center, 0.4, (65.0, 130.0))
                .0,
        )
    },
};

/// A shelf label: what it is, and the price as large as it goes.
const SHELF: Archetype = Archetype {
    name: "shelf label",
    reason: "A price label has one job: the price is the largest thing, the goods stand above it.",
    suits: |page| {
        if composed::ordinary(page) && page.words.rows.len() < 2 {
            0.9
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let words = page.words;
        let mut top: Vec<Part> = words
            .kicker
            .iter()
            .map(|l| parts::kicker(l, &inks))
            .collect();
        top.extend(words.title.iter().map(|l| {
            Part::text(l, "title")
                .font(FontRole::Heading, 700)
                .scale(1.0, 18.0, 130.0)
                .color(inks.ink)
                .leading(1.1)
        }));
        top.extend(
            words
                .sub
                .iter()
                .chain(&words.body)
                .map(|l| parts::sub(l, &inks)),
        );
        let offer: Vec<&Line> = words.badges.iter().collect();
        let mut root = page.root(Tone::Canvas).child(
            page.full
                .inset(page.margin * 0.35)
                .hold(rect())
                .stroke(inks.ink, 4.0)
                .radius(page.theme.radius.min(18.0)),
        );
        let mut zone = page.live;
        if let Some(badge) = offer.first() {
            let band = Zone::new(
                page.margin * 0.35,
                page.margin * 0.35,
                page.full.w - page.margin * 0.7,
                page.full.h * 0.15,
            );
            let b = page.inks(Tone::Accent);
            let part = Part::text(badge, "badge")
                .font(FontRole::Heading, 800)
                .scale(1.0, 16.0, 80.0)
                .color(b.ink)
                .lines(1);
            root = root
                .child(band.hold(rect()).fill(Tone::Accent.token()))
                .child(
                    page.set_sized(
                        &[part],
                        band.inset_xy(page.margin, band.h * 0.16),
                        Align::Center,
                        0.5,
                        (16.0, band.h * 0.6),
                    )
                    .0,
                );
            zone = Zone::new(
                zone.x,
                band.bottom() + page.margin * 0.5,
                zone.w,
                zone.bottom() - band.bottom() - page.margin * 0.5,
            );
        }
        let (art, zone) = if page.art.is_empty() {
            (None, zone)
        } else {
            let (z, a) = zone.columns(0.64, page.margin * 0.4);
            (Some(a), z)
        };
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        let (name, rest) = zone.rows(0.32, page.margin * 0.3);
        root = root.child(
            page.set_sized(&top, name, page.ranged(), 0.0, (18.0, page.full.h * 0.14))
                .0,
        );
        let mut low: Vec<Part> = Vec::new();
        for row in &words.rows {
            low.push(
                Part::text(&row.name, "item")
                    .font(FontRole::Heading, 700)
                    .scale(0.3, 16.0, 60.0)
                    .color(inks.ink),
            );
            low.extend(
                row.value
                    .iter()
                    .map(|l| parts::price(l, &inks).scale(1.0, 24.0, 400.0)),
            );
        }
        low.extend(
            words
                .price
                .iter()
                .map(|l| parts::price(l, &inks).scale(1.0, 24.0, 400.0).lines(1)),
        );
        low.extend(words.old_price.iter().map(|l| parts::old_price(l, &inks)));
        low.extend(words.badges.iter().skip(1).map(|l| parts::sub(l, &inks)));
        low.extend(words.by.iter().map(|l| parts::by(l, &inks)));
        low.extend(parts::tail(page, &inks).into_iter().skip(words.body.len()));
        low.extend(parts::cta(page, &inks));
        root.child(
            page.set_sized(&low, rest, page.ranged(), 1.0, (24.0, page.full.h * 0.34))
                .0,
        )
    },
};

/// A tag with a hole and a string.
const HANG_TAG: Archetype = Archetype {
    name: "hang tag",
    reason: "The label is shown as a tag with its eyelet and string.",
    suits: |page| {
        if composed::ordinary(page) && page.words.rows.len() < 2 && page.words.chars() < 110 {
            0.62
        } else {
            0.0
        }
    },
    build: |page| {
        let asked = page.studio.brief.canvas.background.is_some();
        let tone = if asked { Tone::Surface } else { Tone::Accent };
        let inks = page.inks(tone);
        let ground_inks = page.inks(Tone::Canvas);
        let h = page.full.h * 0.84;
        let w = (h * 0.72).min(page.full.w * 0.86);
        let tag = Zone::new((page.full.w - w) * 0.5, page.full.h * 0.1, w, h);
        let hole = w * 0.09;
        let cx = tag.x + w * 0.5;
        let string = path("M0 100 C20 40 60 60 100 0", 100.0, 100.0)
            .bounds(
                cx,
                tag.y - page.full.h * 0.12,
                w * 0.4,
                page.full.h * 0.12 + hole,
            )
            .stroke(ground_inks.quiet, 3.0)
            .round();
        let mut root = page.root(Tone::Canvas);
        root = root.child(
            tag.hold(shape(Shape::Bevel { cut: w * 0.16 }))
                .fill(tone.token())
                .role("tag"),
        );
        root = root.child(
            tag.inset(w * 0.035)
                .hold(shape(Shape::Bevel { cut: w * 0.145 }))
                .stroke(mixed(page, inks.ink, inks.ground, 0.4), 1.5),
        );
        root = root
            .child(
                ellipse()
                    .bounds(cx - hole * 0.5, tag.y + h * 0.06, hole, hole)
                    .fill(Token::Canvas)
                    .stroke(inks.ink, 2.0),
            )
            .child(string.role("ornament"));
        let zone = Zone::new(tag.x + w * 0.1, tag.y + h * 0.17, w * 0.8, h * 0.75);
        root.children(parts::everything(page, zone, &inks, Align::Center, 0.5))
    },
};

/// Several goods on one tag.
const TAG_ROWS: Archetype = Archetype {
    name: "price list tag",
    reason: "Several goods share the label, each with its price on one line.",
    suits: |page| if page.words.rows.len() >= 2 { 1.1 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let frame = page.full.inset(page.margin * 0.5);
        page.root(Tone::Canvas)
            .children(ornament::frame(
                frame,
                inks.bold,
                FrameStyle::Rounded(page.theme.radius.max(8.0)),
            ))
            .children(parts::everything(
                page,
                page.live.inset(page.margin * 0.3),
                &inks,
                Align::Center,
                0.5,
            ))
    },
};
