//! Business cards.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::color::Color;
use plantain_scene::node::{Align, FontRole, Node};

use crate::components::pitch;
use crate::components::print::art::{self, centred};
use crate::components::print::ground::mixed;
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::surface::on_table;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts_with};
use crate::components::print::{parts, qr};
use crate::components::typeset::{Part, node_role};
use crate::components::wording::{Line, Wording};
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Width of a business card divided by its height.
const ASPECT: f32 = 1.75;

/// Returns drafts for a business card.
pub fn business(studio: &Studio<'_>) -> Vec<Draft> {
    const CUSTOM: &[&str] = &[
        "swiss",
        "minimal",
        "corporate",
        "editorial",
        "luxury",
        "botanical",
        "mid-century",
        "friendly",
    ];
    let words = business_words(studio);
    on_table(studio, ASPECT, |studio| {
        drafts_with(
            studio,
            CUSTOM,
            &[
                &CARD_LEFT,
                &CARD_PANEL,
                &CARD_CENTRE,
                &composed::STRIP,
                &composed::TOWER,
            ],
            &words,
        )
    })
}

/// Returns the wording of a business card; a name that stands alone gets invented contacts.
fn business_words(studio: &Studio<'_>) -> Wording {
    let mut words = Wording::of(studio);
    if words.support() > 0 || !pitch::may_invent(studio) {
        return words;
    }
    let name = words
        .title
        .as_ref()
        .map_or_else(|| "studio".to_owned(), |t| t.text.to_lowercase());
    let slug: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    if slug.is_empty() {
        return words;
    }
    let topic: Vec<&str> = studio
        .brief
        .topic
        .iter()
        .map(String::as_str)
        .filter(|t| !name.contains(t))
        .take(2)
        .collect();
    if !topic.is_empty() && pitch::tongue(studio) == crate::tongue::Tongue::EN {
        words.sub.push(Line::invented(
            pitch::capital(&topic.join(" ")),
            Role::Subtitle,
        ));
    }
    words
        .contact
        .push(Line::invented("+1 555 0142", Role::Contact));
    words.contact.push(Line::invented(
        format!("hello@{slug}.example"),
        Role::Contact,
    ));
    words
        .contact
        .push(Line::invented(format!("www.{slug}.example"), Role::Contact));
    words
}

/// Returns the name of an icon for a line of contact data, by its form.
fn contact_icon(text: &str) -> &'static str {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let lower = text.to_lowercase();
    if text.contains('@') && text.contains('.') {
        "mail"
    } else if lower.contains("www")
        || lower.contains("http")
        || (lower.contains('.') && !lower.contains(' ') && digits < 4)
    {
        "globe"
    } else if text.starts_with('@') {
        "at-sign"
    } else if lower.contains("24/7") || lower.contains("open") {
        "clock"
    } else if digits >= 6 && digits * 2 >= text.chars().filter(|c| c.is_alphanumeric()).count() {
        "phone"
    } else if text.starts_with(|c: char| c.is_ascii_digit())
        || (text.ends_with(|c: char| c.is_ascii_digit()) && text.contains(' '))
    {
        "map-pin"
    } else {
        ""
    }
}

/// Splits a card's lines into what belongs to the name and what is contact data.
fn name_and_contact(page: &Page<'_>) -> (Vec<Line>, Vec<Line>) {
    let lines = page.words.beside_title();
    let is_data = |l: &Line| {
        !contact_icon(&l.text).is_empty()
            || matches!(l.role, Role::Contact | Role::Link | Role::Place)
    };
    let (data, name) = lines.into_iter().partition(is_data);
    (name, data)
}

fn name_parts(page: &Page<'_>, lines: &[Line], inks: &Inks) -> Vec<Part> {
    let mut out: Vec<Part> = page
        .words
        .title
        .iter()
        .map(|t| parts::title(page, t, inks.ink))
        .collect();
    out.extend(lines.iter().map(|l| {
        Part::text(l, node_role(l.role))
            .font(FontRole::Body, 500)
            .scale(0.42, 17.0, 36.0)
            .color(inks.pop)
            .gap(0.4)
    }));
    out
}

/// Sets contact lines with their icons.
fn contact_rows(page: &Page<'_>, lines: &[Line], zone: Zone, inks: &Inks, v: f32) -> Vec<Node> {
    if lines.is_empty() {
        return Vec::new();
    }
    let setter = page.setter();
    let widest = lines
        .iter()
        .map(|l| {
            setter.ems(&l.text, FontRole::Body, 500, 0.0)
                + l.label.as_ref().map_or(0.0, |t| t.text.len() as f32 * 0.6)
        })
        .fold(1.0_f32, f32::max);
    let high = (zone.h / lines.len() as f32).min(54.0);
    let size = (zone.w * 0.95 / (widest + 2.0))
        .min(high * 0.55)
        .clamp(13.0, 30.0);
    let top = zone.y + (zone.h - high * lines.len() as f32) * v;
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let name = contact_icon(&line.text);
            let name = if name.is_empty() { "map-pin" } else { name };
            let shown = match &line.label {
                Some(tag) => format!("{} {}", tag.text, line.text),
                None => line.text.clone(),
            };
            let mut words = text(shown)
                .role("contact")
                .literal(line.literal)
                .weight(500)
                .size(size)
                .shrink(12.0)
                .color(inks.ink)
                .max_w(zone.w - size * 2.0);
            if !line.literal {
                words = words.filler();
            }
            Zone::new(zone.x, top + high * i as f32, zone.w, high).hold(
                row()
                    .gap(size * 0.7)
                    .child(icon(name, size * 1.15).color(inks.bold))
                    .child(words),
            )
        })
        .collect()
}

/// A mark for a card: the objects, an icon of the topic, or a plain form.
pub(super) fn card_mark(page: &Page<'_>, zone: Zone, color: Color) -> Vec<Node> {
    if !page.art.is_empty() {
        return page.art.arrange(zone, &page.theme.manner);
    }
    let side = zone.w.min(zone.h);
    let words = page.words;
    let nearby: Vec<String> = words
        .sub
        .iter()
        .chain(&words.facts)
        .chain(&words.title)
        .map(|l| l.text.to_lowercase())
        .collect();
    let own = nearby
        .iter()
        .flat_map(|t| t.split_whitespace())
        .filter(|w| w.len() > 3);
    if let Some(name) = art::find_icon(
        page.studio
            .brief
            .topic
            .iter()
            .map(String::as_str)
            .filter(|word| !["business", "card", "name", "visiting"].contains(word))
            .chain(own),
    ) {
        return vec![
            centred(zone, side * 0.9)
                .hold(icon(name, side))
                .color(color)
                .icon_stroke(1.6)
                .role("mark"),
        ];
    }
    let s = side * 0.8;
    let z = centred(zone, s);
    vec![
        z.hold(stack())
            .role("mark")
            .child(ellipse().bounds(0.0, 0.0, s * 0.64, s * 0.64).fill(color))
            .child(
                rect()
                    .bounds(s * 0.36, s * 0.36, s * 0.64, s * 0.64)
                    .stroke(color, s * 0.05),
            ),
    ]
}

const CARD_LEFT: Archetype = Archetype {
    name: "name and contacts",
    reason: "Name above, contacts at the foot, all on one left edge with a small mark opposite.",
    suits: |page| if composed::ordinary(page) { 0.8 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let (name, data) = name_and_contact(page);
        let zone = page.full.inset_xy(page.margin * 1.5, page.margin * 1.4);
        let (top, low) = zone.rows(0.5, page.margin * 0.6);
        let mark = zone.h
            * if qr::wanted(page.studio.brief) {
                0.42
            } else {
                0.24
            };
        let text = Zone::new(top.x, top.y, top.w - mark * 1.3, top.h);
        page.root(Tone::Canvas)
            .child(
                rect()
                    .bounds(0.0, 0.0, page.margin * 0.28, page.full.h)
                    .fill(inks.bold)
                    .role("ornament"),
            )
            .children(card_mark(
                page,
                Zone::new(zone.right() - mark, zone.y, mark, mark),
                inks.bold,
            ))
            .child(
                page.set_sized(
                    &name_parts(page, &name, &inks),
                    text,
                    page.ranged(),
                    0.0,
                    (20.0, page.full.h * 0.14),
                )
                .0,
            )
            .children(contact_rows(page, &data, low, &inks, 1.0))
    },
};

const CARD_PANEL: Archetype = Archetype {
    name: "mark panel",
    reason: "A panel of colour carries the mark, the text keeps to its calm side.",
    suits: |page| {
        if page.ratio() > 1.2 && composed::ordinary(page) {
            0.85
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = *page.rng.fork("tone").pick(&[Tone::Accent, Tone::Ink]);
        let (a, b) = (page.inks(tone), page.inks(Tone::Canvas));
        let (name, data) = name_and_contact(page);
        let (left, right) = page.full.columns(0.36, 0.0);
        let zone = right.inset_xy(page.margin * 1.2, page.margin * 1.4);
        let (top, low) = if data.is_empty() {
            (zone, zone)
        } else {
            zone.rows(0.52, page.margin * 0.4)
        };
        let side = left.w.min(left.h) * 0.46;
        page.root(Tone::Canvas)
            .child(left.hold(rect()).fill(tone.token()))
            .children(card_mark(page, centred(left, side), a.ink))
            .child(
                page.set_sized(
                    &name_parts(page, &name, &b),
                    top,
                    page.ranged(),
                    if data.is_empty() { 0.5 } else { 0.8 },
                    (20.0, page.full.h * 0.13),
                )
                .0,
            )
            .children(contact_rows(page, &data, low, &b, 0.15))
    },
};

const CARD_CENTRE: Archetype = Archetype {
    name: "centred card",
    reason: "Mark, name and contacts on the middle axis give the card a formal air.",
    suits: |page| if composed::ordinary(page) { 0.84 } else { 0.0 },
    build: |page| {
        let tone =
            if page.rng.fork("tone").chance(0.4) && page.studio.brief.canvas.background.is_none() {
                Tone::Ink
            } else {
                Tone::Canvas
            };
        let inks = page.inks(tone);
        let (name, data) = name_and_contact(page);
        let zone = page.full.inset_xy(page.margin * 1.6, page.margin * 1.3);
        let coded = qr::wanted(page.studio.brief);
        let (mark, rest) = zone.rows(if coded { 0.36 } else { 0.24 }, page.margin * 0.25);
        let mut all = name_parts(page, &name, &inks);
        all.push(Part::rule(0.1, 2.0, inks.bold).gap(0.28));
        all.extend(data.iter().map(|l| {
            Part::text(l, "contact")
                .font(FontRole::Body, 500)
                .scale(0.36, 15.0, 30.0)
                .color(inks.ink)
                .gap(0.35)
        }));
        page.root(tone)
            .children(ornament::frame(
                page.full.inset(page.margin * 0.5),
                mixed(page, inks.bold, inks.ground, 0.2),
                FrameStyle::Single,
            ))
            .children(card_mark(page, mark, inks.bold))
            .child(
                page.set_sized(&all, rest, Align::Center, 0.5, (20.0, page.full.h * 0.13))
                    .0,
            )
    },
};
