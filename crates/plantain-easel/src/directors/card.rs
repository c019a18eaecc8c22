//! Cards: business cards, invitations, certificates, social cards and stories, quotes, tickets and boarding passes.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Shape};

use crate::components::pitch;
use crate::components::print::art::{self, centred};
use crate::components::print::ground::{self, Measure, mixed};
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts;
use crate::components::print::picture;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts, drafts_with};
use crate::components::typeset::{Part, node_role};
use crate::components::wording::{Line, Wording};
use crate::directors::{banner, composed, poster};
use crate::studio::{Draft, Studio};

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

/// Returns drafts for an invitation.
pub fn invitation(studio: &Studio<'_>) -> Vec<Draft> {
    const CUSTOM: &[&str] = &[
        "botanical",
        "editorial",
        "luxury",
        "pastel",
        "playful",
        "art-deco",
        "friendly",
        "sketchbook",
    ];
    drafts(
        studio,
        CUSTOM,
        &[
            &INVITE,
            &INVITE_FRAME,
            &INVITE_PLAY,
            &composed::SPLIT,
            &composed::HERO,
            &composed::STRIP,
            &composed::TOWER,
        ],
    )
}

/// Returns drafts for a certificate.
pub fn certificate(studio: &Studio<'_>) -> Vec<Draft> {
    const CUSTOM: &[&str] = &[
        "editorial",
        "luxury",
        "art-deco",
        "corporate",
        "botanical",
        "swiss",
    ];
    drafts(
        studio,
        CUSTOM,
        &[
            &CERTIFICATE,
            &CERTIFICATE_SIDE,
            &composed::STRIP,
            &composed::TOWER,
        ],
    )
}

/// Returns drafts for a social card or a story.
pub fn social(studio: &Studio<'_>) -> Vec<Draft> {
    const CUSTOM: &[&str] = &[
        "friendly",
        "risograph",
        "pastel",
        "poster-bold",
        "editorial",
        "playful",
        "mid-century",
        "minimal",
        "seventies",
    ];
    let words = banner::words(studio);
    drafts_with(
        studio,
        CUSTOM,
        &[
            &POLL,
            &composed::HERO,
            &composed::SPLIT,
            &composed::PLATE,
            &composed::TONE_FIELD,
            &composed::GREAT_TYPE,
            &composed::RANGED,
            &poster::QUOTE,
            &poster::PICTURE_TOP,
            &composed::COLUMNS,
            &composed::STRIP,
            &composed::TOWER,
        ],
        &words,
    )
}

/// Returns drafts for a card with a quotation.
pub fn quote(studio: &Studio<'_>) -> Vec<Draft> {
    const CUSTOM: &[&str] = &[
        "editorial",
        "swiss",
        "botanical",
        "luxury",
        "mid-century",
        "friendly",
        "night",
        "risograph",
    ];
    let mut words = Wording::of(studio);
    // Who said it stands below what was said.
    if words.by.is_none() {
        words.by = words.take_fact(&[Role::Person]);
    }
    words.spoken = true;
    drafts_with(
        studio,
        CUSTOM,
        &[
            &poster::QUOTE,
            &composed::FRAMED,
            &composed::PLATE,
            &composed::TONE_FIELD,
            &composed::SPLIT,
            &composed::COLUMNS,
            &composed::STRIP,
            &composed::TOWER,
        ],
        &words,
    )
}

/// Returns drafts for a ticket or a pass.
pub fn ticket(studio: &Studio<'_>) -> Vec<Draft> {
    const CUSTOM: &[&str] = &[
        "poster-bold",
        "seventies",
        "risograph",
        "mid-century",
        "art-deco",
        "neon",
        "swiss",
        "playful",
    ];
    drafts(
        studio,
        CUSTOM,
        &[&STUB, &PASS, &composed::STRIP, &composed::TOWER],
    )
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
    let words = page.words;
    let mut rest = words.clone();
    let lines: Vec<Line> = words
        .kicker
        .iter()
        .cloned()
        .chain(rest.drain_support())
        .chain(words.buttons.iter().cloned())
        .collect();
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
            .scale(0.36, 16.0, 34.0)
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
fn card_mark(page: &Page<'_>, zone: Zone, color: Color) -> Vec<Node> {
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
        let mark = zone.h * 0.24;
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
    suits: |page| if composed::ordinary(page) { 0.6 } else { 0.0 },
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
        let (mark, rest) = zone.rows(0.24, page.margin * 0.25);
        let mut all = name_parts(page, &name, &inks);
        all.push(Part::rule(0.1, 2.0, inks.bold).gap(0.28));
        all.extend(data.iter().map(|l| {
            Part::text(l, "contact")
                .font(FontRole::Body, 500)
                .scale(0.28, 14.0, 24.0)
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

/// Returns the largest leading size of an invitation as a share of the shorter side: the fewer lines, the larger.
fn invite_lead(page: &Page<'_>) -> f32 {
    (0.26 - 0.02 * page.words.support() as f32).clamp(0.13, 0.22)
}

/// The parts of an invitation in their order, the day set large between rules.
fn invite_parts(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let script = words.title.as_ref().is_some_and(|t| t.len() <= 28);
    let mut all: Vec<Part> = words
        .kicker
        .iter()
        .map(|l| parts::kicker(l, inks))
        .collect();
    all.extend(words.title.iter().map(|t| {
        let part = parts::title(page, t, inks.bold);
        let accent = ["Great Vibes", "Dancing Script", "Pacifico", "Caveat"]
            .contains(&page.theme.fonts.accent.family.as_str());
        if script && accent && parts::latin_caps(&t.text) && t.text.chars().any(char::is_lowercase)
        {
            part.font(FontRole::Accent, 0).leading(1.2)
        } else {
            part
        }
    }));
    all.extend(words.sub.iter().map(|l| {
        Part::text(l, node_role(l.role))
            .font(FontRole::Heading, 0)
            .scale(0.36, 16.0, 54.0)
            .color(inks.ink)
            .gap(0.45)
    }));
    all.extend(words.by.iter().map(|l| parts::by(l, inks)));
    all.extend(parts::deal(page, inks));
    all.extend(words.body.iter().map(|l| parts::body(l, inks)));
    let when: Vec<&Line> = words
        .facts
        .iter()
        .filter(|l| matches!(l.role, Role::Date | Role::Time))
        .collect();
    if !when.is_empty() {
        all.push(Part::rule(0.3, 2.0, inks.mark).gap(0.25));
        all.extend(when.iter().map(|l| {
            Part::text(l, node_role(l.role))
                .font(FontRole::Heading, 700)
                .scale(0.36, 16.0, 46.0)
                .color(inks.ink)
                .gap(0.35)
        }));
        all.push(Part::rule(0.3, 2.0, inks.mark).gap(0.12));
    }
    all.extend(
        words
            .facts
            .iter()
            .filter(|l| !matches!(l.role, Role::Date | Role::Time))
            .map(|l| parts::fact(l, inks)),
    );
    for row in &words.rows {
        all.push(parts::fact(&row.name, inks));
        all.extend(row.value.iter().map(|l| parts::fact(l, inks)));
    }
    all.extend(words.contact.iter().map(|l| parts::contact(l, inks)));
    all.extend(words.brand.iter().map(|l| parts::brand(l, inks)));
    all.extend(words.small.iter().map(|l| parts::small(l, inks)));
    all.extend(parts::cta(page, inks));
    all
}

const INVITE: Archetype = Archetype {
    name: "invitation",
    reason: "An invitation is read from top to bottom: who, what, when, where.",
    suits: |page| if composed::ordinary(page) { 0.8 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.live.inset_xy(page.live.w * 0.08, page.live.h * 0.05);
        let (art, text) = composed::art_above(page, zone);
        let (node, taken) = page.set_sized(
            &invite_parts(page, &inks),
            text,
            Align::Center,
            0.5,
            (24.0, page.full.w.min(page.full.h) * invite_lead(page)),
        );
        let clear = Zone::new(
            zone.x,
            art.map_or(taken.y, |a| a.y),
            zone.w,
            taken.bottom() - art.map_or(taken.y, |a| a.y),
        );
        let mut root =
            page.root(Tone::Canvas)
                .children(ground::dress(page, &inks, clear, Measure::Full));
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        root.child(node)
    },
};

const INVITE_FRAME: Archetype = Archetype {
    name: "framed invitation",
    reason: "A drawn frame and air around the lines make the invitation formal.",
    suits: |page| {
        if composed::ordinary(page) && page.theme.ornament != "confetti" {
            0.76
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let style = *page.rng.fork("frame").pick(&[
            FrameStyle::Double,
            FrameStyle::Scooped,
            FrameStyle::Beveled,
            FrameStyle::Corners,
        ]);
        let outer = page.full.inset(page.margin * 0.6);
        let zone = page.live.inset(page.margin * 0.9);
        let (art, text) = composed::art_above(page, zone);
        let mut root = page
            .root(Tone::Canvas)
            .children(ornament::frame(outer, inks.bold, style));
        match art {
            Some(art) => root = root.children(page.art.arrange(art, &page.theme.manner)),
            None => {
                let size = page.full.w.min(page.full.h) * 0.17;
                let mut rng = page.rng.fork("sprigs");
                let color = mixed(page, inks.bold, inks.ground, 0.35);
                for (x, y, turn) in [
                    (outer.x, outer.bottom() - size, 0.0),
                    (outer.right() - size, outer.y, 180.0),
                ] {
                    root = root.child(
                        ornament::sprig(Zone::new(x, y, size, size), color, &mut rng).rotate(turn),
                    );
                }
            }
        }
        root.child(
            page.set_sized(
                &invite_parts(page, &inks),
                text,
                Align::Center,
                0.5,
                (24.0, page.full.w.min(page.full.h) * invite_lead(page)),
            )
            .0,
        )
    },
};

const INVITE_PLAY: Archetype = Archetype {
    name: "party card",
    reason: "Paper bits and bunting around a bold centre: this is a party.",
    suits: |page| {
        let party = page.studio.brief.topic.iter().any(|t| {
            [
                "birthday",
                "party",
                "kids",
                "kid",
                "graduation",
                "baby",
                "shower",
            ]
            .contains(&t.as_str())
        });
        if !composed::ordinary(page) {
            0.0
        } else if party {
            1.0
        } else {
            0.3
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let mut rng = page.rng.fork("party");
        let flag = page.full.w / 11.0;
        let mut root = page.root(Tone::Canvas);
        for i in 0..11 {
            let t = (i as f32 + 0.5) / 11.0 - 0.5;
            let drop = flag * (0.9 - 3.2 * t * t);
            let pennant = path("M0 0 L100 0 L50 110 Z", 100.0, 110.0).bounds(
                i as f32 * flag + flag * 0.08,
                drop - flag * 0.35,
                flag * 0.84,
                flag,
            );
            root = root.child(pennant.fill(Token::Series((i % 5) as u8)).role("ornament"));
        }
        let top = flag * 1.6;
        let zone = Zone::new(
            page.live.x + page.live.w * 0.06,
            top,
            page.live.w * 0.88,
            page.live.bottom() - top,
        );
        let (art, text) = composed::art_above(page, zone);
        let (node, taken) = page.set_sized(
            &invite_parts(page, &inks),
            text,
            Align::Center,
            0.5,
            (24.0, page.full.w.min(page.full.h) * invite_lead(page)),
        );
        let clear = Zone::new(zone.x, top, zone.w, taken.bottom() - top);
        root = root.children(ornament::confetti(
            Zone::new(8.0, top, page.full.w - 16.0, page.full.h - top - 8.0),
            clear,
            46,
            &mut rng,
        ));
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        root.child(node)
    },
};

/// The lines of a certificate: what, to whom (largest after the title), for what.
fn certificate_parts(page: &Page<'_>, inks: &Inks) -> (Vec<Part>, Vec<Line>) {
    let words = page.words;
    let mut rest = words.clone();
    let person = rest.take_fact(&[Role::Person]).or_else(|| {
        if rest.sub.is_empty() {
            None
        } else {
            Some(rest.sub.remove(0))
        }
    });
    let when = rest.take_facts(&[Role::Date, Role::Time]);
    let mut all: Vec<Part> = words
        .kicker
        .iter()
        .map(|l| parts::kicker(l, inks))
        .collect();
    all.extend(words.title.iter().map(|t| parts::title(page, t, inks.bold)));
    if let Some(person) = &person {
        let tag = person.label.clone().map(|t| Line {
            text: t.text,
            role: Role::Label,
            literal: t.literal,
            label: None,
            order: 0,
        });
        let tag = tag.or_else(|| {
            pitch::may_invent(page.studio)
                .then(|| Line::invented(pitch::say(page.studio, "is awarded to"), Role::Label))
        });
        all.extend(tag.iter().map(|l| {
            Part::text(l, "label")
                .scale(0.26, 15.0, 24.0)
                .color(inks.quiet)
                .gap(1.0)
        }));
        let name = Line {
            label: None,
            ..person.clone()
        };
        all.push(
            Part::text(&name, "person")
                .font(FontRole::Display, 0)
                .scale(0.82, 22.0, 90.0)
                .color(inks.ink)
                .gap(0.3),
        );
        all.push(Part::rule(0.5, 1.5, inks.mark).gap(0.12));
    }
    for (i, line) in rest.sub.iter().chain(&rest.facts).enumerate() {
        let tag = line.label.clone().map(|t| Line {
            text: t.text,
            role: Role::Label,
            literal: t.literal,
            label: None,
            order: 0,
        });
        all.extend(tag.iter().map(|l| {
            Part::text(l, "label")
                .scale(0.24, 14.0, 22.0)
                .color(inks.quiet)
                .gap(0.7)
        }));
        let bare = Line {
            label: None,
            ..line.clone()
        };
        all.push(
            Part::text(&bare, node_role(line.role))
                .font(FontRole::Heading, 600)
                .scale(if i == 0 { 0.42 } else { 0.32 }, 16.0, 40.0)
                .color(inks.ink)
                .gap(0.4),
        );
    }
    all.extend(rest.body.iter().map(|l| parts::body(l, inks)));
    all.extend(rest.by.iter().map(|l| parts::by(l, inks)));
    all.extend(parts::deal(page, inks));
    let mut foot = when;
    foot.extend(
        rest.rows
            .into_iter()
            .flat_map(|r| std::iter::once(r.name).chain(r.value)),
    );
    foot.extend(rest.brand);
    foot.extend(rest.contact);
    foot.extend(rest.small);
    foot.extend(words.buttons.iter().cloned());
    (all, foot)
}

/// A star seal with ribbons.
fn seal(zone: Zone, color: Color, deep: Color) -> Node {
    let d = zone.w.min(zone.h);
    zone.hold(stack())
        .role("seal")
        .child(
            path(
                "M30 0 L50 0 L44 60 L32 50 L18 56 Z M50 0 L70 0 L82 56 L68 50 L56 60 Z",
                100.0,
                60.0,
            )
            .bounds(0.0, d * 0.52, d, d * 0.62)
            .fill(deep),
        )
        .child(
            shape(Shape::Star {
                points: 22,
                inner: 0.88,
            })
            .bounds(d * 0.08, 0.0, d * 0.84, d * 0.84)
            .fill(color),
        )
        .child(
            ellipse()
                .bounds(d * 0.2, d * 0.12, d * 0.6, d * 0.6)
                .stroke(deep, d * 0.02),
        )
        .child(
            shape(Shape::Star {
                points: 5,
                inner: 0.42,
            })
            .bounds(d * 0.33, d * 0.24, d * 0.34, d * 0.34)
            .fill(deep),
        )
}

/// The date left, the seal in the middle, a line for a signature right.
fn certificate_foot(page: &Page<'_>, zone: Zone, foot: &[Line], inks: &Inks) -> Vec<Node> {
    let d = zone.h.min(zone.w * 0.16);
    let deep = mixed(page, inks.bold, Rgba::BLACK, 0.3);
    let (cx, _) = zone.center();
    let mut nodes = vec![seal(
        Zone::new(cx - d * 0.5, zone.y - d * 0.1, d, d),
        inks.bold,
        deep,
    )];
    let side = (zone.w - d * 1.6) * 0.5;
    let left = Zone::new(zone.x, zone.y, side, zone.h);
    let right = Zone::new(zone.right() - side, zone.y, side, zone.h);
    let line = |z: Zone| {
        rect()
            .bounds(z.x + z.w * 0.08, z.y + z.h * 0.56, z.w * 0.84, 1.5)
            .fill(inks.line)
            .role("rule")
    };
    let (l, r): (Vec<&Line>, Vec<&Line>) =
        foot.iter()
            .enumerate()
            .fold((Vec::new(), Vec::new()), |mut acc, (i, line)| {
                if i % 2 == 0 {
                    acc.0.push(line)
                } else {
                    acc.1.push(line)
                }
                acc
            });
    let set = |lines: &[&Line], z: Zone| {
        let parts: Vec<Part> = lines
            .iter()
            .map(|l| {
                Part::text(l, node_role(l.role))
                    .font(FontRole::Body, 500)
                    .scale(1.0, 13.0, 22.0)
                    .color(inks.ink)
                    .gap(0.3)
            })
            .collect();
        // The last line stands on the rule, further lines above it.
        page.set_sized(
            &parts,
            Zone::new(z.x, z.y - z.h * 0.4, z.w, z.h * 0.9),
            Align::Center,
            1.0,
            (13.0, 22.0),
        )
        .0
    };
    let signed = pitch::may_invent(page.studio);
    for (lines, zone) in [(&l, left), (&r, right)] {
        if !lines.is_empty() || signed {
            nodes.push(line(zone));
        }
        if !lines.is_empty() {
            nodes.push(set(lines, zone));
        }
    }
    if pitch::may_invent(page.studio) {
        let caption = |word: &'static str, z: Zone| {
            let part = Part::text(
                &Line::invented(pitch::say(page.studio, word), Role::Small),
                "caption",
            )
            .scale(1.0, 12.0, 15.0)
            .color(inks.quiet);
            page.set_sized(
                &[part],
                Zone::new(z.x, z.y + z.h * 0.62, z.w, z.h * 0.38),
                Align::Center,
                0.0,
                (12.0, 15.0),
            )
            .0
        };
        if l.is_empty() || l.iter().any(|l| l.role == Role::Date) {
            nodes.push(caption("Date", left));
        }
        if r.is_empty() {
            nodes.push(caption("Signature", right));
        }
    }
    nodes
}

const CERTIFICATE: Archetype = Archetype {
    name: "certificate",
    reason: "A frame, the title, the name as the heart of the page, seal and signature at the foot.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let style = *page.rng.fork("frame").pick(&[
            FrameStyle::Double,
            FrameStyle::Scooped,
            FrameStyle::Corners,
            FrameStyle::Beveled,
        ]);
        let outer = page.full.inset(page.margin * 0.6);
        let zone = page.live.inset_xy(page.margin * 0.9, page.margin * 0.75);
        let (all, foot) = certificate_parts(page, &inks);
        let (main, low) = zone.rows(0.77, page.margin * 0.3);
        let mut root = page.root(Tone::Canvas);
        root = root.child(
            outer
                .inset(-page.margin * 0.22)
                .hold(rect())
                .stroke(inks.bold, page.margin * 0.12)
                .role("border"),
        );
        root = root.children(ornament::frame(outer, inks.bold, style));
        let mut main = main;
        if !page.art.is_empty() {
            let (art, text) = main.rows(0.22, 8.0);
            root = root.children(page.art.arrange(art, &page.theme.manner));
            main = text;
        }
        root.child(
            page.set_sized(
                &all,
                main,
                Align::Center,
                0.45,
                (24.0, page.full.w.min(page.full.h) * 0.1),
            )
            .0,
        )
        .children(certificate_foot(page, low, &foot, &inks))
    },
};

const CERTIFICATE_SIDE: Archetype = Archetype {
    name: "certificate with side band",
    reason: "A band of colour with the seal at the side keeps the certificate modern.",
    suits: |page| {
        if page.ratio() > 1.1 && composed::ordinary(page) {
            0.66
        } else {
            0.0
        }
    },
    build: |page| {
        let (inks, band) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let (left, rest) = page.full.columns(0.2, 0.0);
        let (all, foot) = certificate_parts(page, &inks);
        let d = left.w * 0.62;
        let zone = rest.inset_xy(page.margin * 1.1, page.margin * 1.1);
        let (main, low) = if foot.is_empty() {
            (zone, zone)
        } else {
            zone.rows(0.84, page.margin * 0.4)
        };
        let deep = mixed(page, band.ink, band.ground, 0.7);
        let mut root = page
            .root(Tone::Canvas)
            .child(left.hold(rect()).fill(Tone::Accent.token()));
        root = root.child(
            rect()
                .bounds(left.right() + 8.0, 0.0, 4.0, page.full.h)
                .fill(inks.mark)
                .role("ornament"),
        );
        root = root.child(
            page.full
                .inset(page.margin * 0.3)
                .hold(rect())
                .stroke(inks.bold, 2.0)
                .role("border"),
        );
        root = root.child(seal(
            Zone::new(left.x + (left.w - d) * 0.5, left.h * 0.36, d, d),
            band.ink,
            deep,
        ));
        root = root.child(
            page.set_sized(&all, main, page.ranged(), 0.4, (24.0, page.full.h * 0.1))
                .0,
        );
        root.children(parts::strip(page, &foot, low, &inks, page.ranged()))
    },
};

/// A question with answers to tap.
const POLL: Archetype = Archetype {
    name: "question and answers",
    reason: "The answers are large, equal buttons under the question.",
    suits: |page| {
        if page.words.buttons.len() >= 2 && composed::ordinary(page) {
            1.3
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = if page.studio.brief.canvas.background.is_some() {
            Tone::Canvas
        } else {
            *page.rng.fork("tone").pick(&[Tone::Canvas, Tone::Accent])
        };
        let inks = page.inks(tone);
        let words = page.words;
        let mut head = parts::head(page, &inks);
        head.extend(parts::deal(page, &inks));
        head.extend(parts::tail(page, &inks));
        let n = words.buttons.len();
        let tall = page.ratio() < 0.8;
        let (top, low) = page
            .live
            .rows(if tall { 0.56 } else { 0.6 }, page.margin * 0.6);
        let (art, text) = if page.art.is_empty() {
            (None, top)
        } else {
            let (a, t) = top.rows(0.5, page.margin * 0.4);
            (Some(a), t)
        };
        let (node, taken) = page.set(
            &head,
            text,
            Align::Center,
            if art.is_some() { 0.2 } else { 0.6 },
        );
        let mut root = page
            .root(tone)
            .children(ground::dress(page, &inks, taken, Measure::Full));
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        root = root.child(node);
        let gap = page.margin * 0.4;
        let columns = if low.w / n as f32 > 240.0 && n <= 3 {
            n
        } else {
            1
        };
        let rows = n.div_ceil(columns);
        let w = (low.w - gap * (columns - 1) as f32) / columns as f32;
        let h = ((low.h - gap * (rows - 1) as f32) / rows as f32).min(130.0);
        for (i, line) in words.buttons.iter().enumerate() {
            let cell = Zone::new(
                low.x + (i % columns) as f32 * (w + gap),
                low.y + (i / columns) as f32 * (h + gap),
                w,
                h,
            );
            let fill = if i % 2 == 0 { inks.bold } else { inks.mark };
            let ground = page.theme.resolve(fill);
            let ink = plantain_scene::theme::ink_on(ground).readable_on(ground, 4.5);
            let part = Part::text(line, "button")
                .font(FontRole::Heading, 700)
                .scale(1.0, 16.0, 48.0)
                .color(ink)
                .lines(1);
            root = root.child(
                cell.hold(rect())
                    .fill(fill)
                    .radius(h * 0.5)
                    .role("button-face"),
            );
            root = root.child(
                page.set_sized(
                    &[part],
                    cell.inset_xy(h * 0.3, h * 0.18),
                    Align::Center,
                    0.5,
                    (16.0, h * 0.42),
                )
                .0,
            );
        }
        root
    },
};

/// Facts of a ticket as labelled cells.
fn cells(page: &Page<'_>, lines: &[Line], zone: Zone, inks: &Inks) -> Vec<Node> {
    if lines.is_empty() {
        return Vec::new();
    }
    let n = lines.len();
    let columns = if zone.w > zone.h * 2.2 {
        n.min(4)
    } else {
        n.min(2)
    };
    let rows = n.div_ceil(columns);
    let gap = 18.0;
    let (w, h) = (
        (zone.w - gap * (columns - 1) as f32) / columns as f32,
        zone.h / rows as f32,
    );
    let parts_of = |line: &Line| {
        let mut parts = Vec::new();
        if let Some(tag) = &line.label {
            let tag = Line {
                text: tag.text.clone(),
                role: Role::Label,
                literal: tag.literal,
                label: None,
                order: 0,
            };
            parts.push(
                Part::text(&tag, "label")
                    .scale(0.5, 12.0, 16.0)
                    .color(inks.quiet),
            );
        }
        let bare = Line {
            label: None,
            ..line.clone()
        };
        parts.push(
            Part::text(&bare, node_role(line.role))
                .font(FontRole::Heading, 700)
                .scale(1.0, 14.0, 34.0)
                .color(inks.ink)
                .gap(0.15)
                .leading(1.15),
        );
        parts
    };
    let zone_of = |i: usize| {
        Zone::new(
            zone.x + (i % columns) as f32 * (w + gap),
            zone.y + (i / columns) as f32 * h,
            w,
            h - 6.0,
        )
    };
    let size = lines
        .iter()
        .enumerate()
        .map(|(i, l)| {
            page.block(&parts_of(l), zone_of(i), page.ranged(), (14.0, 34.0))
                .lead
        })
        .fold(34.0_f32, f32::min);
    lines
        .iter()
        .enumerate()
        .map(|(i, l)| {
            page.set_sized(
                &parts_of(l),
                zone_of(i),
                page.ranged(),
                0.5,
                (14.0_f32.min(size), size),
            )
            .0
        })
        .collect()
}

/// A ticket with a stub: name and facts left, price and bars on the stub.
const STUB: Archetype = Archetype {
    name: "ticket with stub",
    reason: "A perforation divides the ticket: the show on the large part, entry data on the stub.",
    suits: |page| {
        if page.ratio() >= 1.1 && composed::ordinary(page) {
            1.0
        } else {
            0.0
        }
    },
    build: |page| {
        let asked = page.studio.brief.canvas.background.is_some();
        let tone = if asked {
            Tone::Surface
        } else {
            *page
                .rng
                .fork("tone")
                .pick(&[Tone::Accent, Tone::Surface, Tone::Second])
        };
        let inks = page.inks(tone);
        let back = page.inks(Tone::Canvas);
        let w = page.full.w * 0.92;
        let h = (page.full.h * 0.82).min(w * 0.5);
        let body = Zone::new((page.full.w - w) * 0.5, (page.full.h - h) * 0.5, w, h);
        let notch = 0.74;
        let mut root = page.root(Tone::Canvas);
        root = root.child(ornament::pattern(
            page.full,
            plantain_scene::node::Motif::Diagonal,
            mixed(page, back.ink, back.ground, 0.95),
            22.0,
        ));
        root = root.child(
            body.hold(shape(Shape::Ticket { notch }))
                .fill(tone.token())
                .role("ticket"),
        );
        let x = body.x + w * notch;
        root = root.child(
            path("M0 0 L0 100", 1.0, 100.0)
                .bounds(x, body.y + h * 0.12, 1.0, h * 0.76)
                .dashed(inks.quiet, 2.5, 9.0, 8.0)
                .role("perforation"),
        );
        let pad = h * 0.11;
        let main = Zone::new(
            body.x + pad * 1.2,
            body.y + pad,
            w * notch - pad * 2.2,
            h - 2.0 * pad,
        );
        let stub = Zone::new(
            x + pad * 0.7,
            body.y + pad,
            w * (1.0 - notch) - pad * 1.7,
            h - 2.0 * pad,
        );
        let words = page.words;
        let mut rest = words.clone();
        let mut stub_lines: Vec<Line> = rest
            .price
            .take()
            .into_iter()
            .chain(rest.badges.drain(..))
            .chain(rest.small.drain(..))
            .collect();
        let head = {
            let mut head: Vec<Part> = words
                .kicker
                .iter()
                .map(|l| parts::kicker(l, &inks))
                .collect();
            head.extend(words.title.iter().map(|t| parts::title(page, t, inks.ink)));
            head.extend(words.sub.iter().map(|l| {
                Part::text(l, "subtitle")
                    .font(FontRole::Heading, 600)
                    .scale(0.5, 16.0, 50.0)
                    .color(inks.pop)
                    .gap(0.25)
            }));
            head.extend(words.body.iter().map(|l| parts::body(l, &inks)));
            head
        };
        rest.sub.clear();
        rest.body.clear();
        let mut lines = rest.drain_support();
        lines.extend(words.buttons.iter().cloned());
        if stub_lines.is_empty() && lines.len() > 1 {
            stub_lines.extend(lines.pop());
        }
        let share = if lines.is_empty() {
            1.0
        } else if lines.len() > 4 {
            0.5
        } else {
            0.66
        };
        let (top, low) = main.rows(share, pad * 0.4);
        let (art, top) = if page.art.is_empty() {
            (None, top)
        } else {
            let (t, a) = top.columns(0.7, pad * 0.4);
            (Some(a), t)
        };
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        root = root.child(
            page.set_sized(&head, top, page.ranged(), 0.2, (18.0, h * 0.3))
                .0,
        );
        if !lines.is_empty() {
            root = root.child(
                rect()
                    .bounds(low.x, low.y - pad * 0.2, low.w, 1.5)
                    .fill(inks.line)
                    .role("rule"),
            );
            root = root.children(cells(page, &lines, low, &inks));
        }
        let bars = Zone::new(stub.x, stub.bottom() - stub.h * 0.3, stub.w, stub.h * 0.3);
        let stub_parts: Vec<Part> = stub_lines
            .iter()
            .enumerate()
            .map(|(i, l)| {
                Part::text(l, node_role(l.role))
                    .font(FontRole::Heading, 700)
                    .scale(if i == 0 { 1.0 } else { 0.6 }, 14.0, 60.0)
                    .color(inks.ink)
                    .gap(0.3)
            })
            .collect();
        root = root.child(ornament::barcode(
            bars,
            inks.ink,
            &mut page.rng.fork("bars"),
        ));
        let upper = Zone::new(stub.x, stub.y, stub.w, stub.h * 0.62);
        if stub_parts.is_empty() {
            root.children(card_mark(
                page,
                centred(upper, upper.w.min(upper.h) * 0.7),
                inks.bold,
            ))
        } else {
            root.child(
                page.set_sized(&stub_parts, upper, Align::Center, 0.45, (14.0, 60.0))
                    .0,
            )
        }
    },
};

/// A tall pass to be hung around the neck.
const PASS: Archetype = Archetype {
    name: "hanging pass",
    reason: "A tall pass: slot at the top, the name large, the rights of entry on a band.",
    suits: |page| {
        if page.ratio() < 1.1 && composed::ordinary(page) {
            1.0
        } else {
            0.0
        }
    },
    build: |page| {
        let asked = page.studio.brief.canvas.background.is_some();
        let tone = if asked { Tone::Canvas } else { Tone::Surface };
        let (inks, band) = (page.inks(tone), page.inks(Tone::Accent));
        let h = page.full.h * 0.92;
        let w = (h * 0.68).min(page.full.w * 0.9);
        let card = Zone::new((page.full.w - w) * 0.5, (page.full.h - h) * 0.5, w, h);
        let mut root = page.root(Tone::Canvas);
        root = root.child(
            card.hold(rect())
                .fill(tone.token())
                .stroke(mixed(page, inks.bold, inks.ground, 0.2), 3.0)
                .radius(w * 0.06)
                .role("pass"),
        );
        root = root.child(
            rect()
                .bounds(
                    card.center().0 - w * 0.1,
                    card.y + h * 0.03,
                    w * 0.2,
                    h * 0.018,
                )
                .radius(h * 0.01)
                .fill(inks.quiet)
                .role("slot"),
        );
        let words = page.words;
        let pad = w * 0.09;
        let inner = Zone::new(
            card.x + pad,
            card.y + h * 0.08,
            w - 2.0 * pad,
            h * 0.87 - pad * 0.3,
        );
        let mut rest = words.clone();
        let flag = rest
            .badges
            .pop()
            .or_else(|| rest.sub.pop())
            .or_else(|| rest.facts.pop());
        let picture_h = inner.h * 0.3;
        let top = Zone::new(inner.x, inner.y, inner.w, picture_h);
        root = if page.art.is_empty() {
            root.child(picture::picture(page, top, &inks, picture::subject(page)))
        } else {
            root.children(ground::stage(page, top, &inks))
        };
        let mut head: Vec<Part> = rest
            .kicker
            .iter()
            .map(|l| parts::kicker(l, &inks))
            .collect();
        head.extend(words.title.iter().map(|t| parts::title(page, t, inks.ink)));
        rest.kicker.clear();
        head.extend(rest.drain_support().iter().map(|l| parts::fact(l, &inks)));
        head.extend(parts::cta(page, &inks));
        let band_h = if flag.is_some() { inner.h * 0.17 } else { 0.0 };
        let text = Zone::new(
            inner.x,
            top.bottom() + pad * 0.4,
            inner.w,
            inner.bottom() - band_h - top.bottom() - pad * 0.9,
        );
        root = root.child(
            page.set_sized(&head, text, Align::Center, 0.5, (18.0, h * 0.14))
                .0,
        );
        if let Some(line) = &flag {
            let zone = Zone::new(card.x, inner.bottom() - band_h, w, band_h);
            let part = Part::text(line, "badge")
                .font(FontRole::Display, 0)
                .scale(1.0, 16.0, 90.0)
                .color(band.ink)
                .lines(1);
            root = root.child(zone.hold(rect()).fill(Tone::Accent.token()));
            root = root.child(
                page.set_sized(
                    &[part],
                    zone.inset_xy(pad, band_h * 0.2),
                    Align::Center,
                    0.5,
                    (16.0, band_h * 0.5),
                )
                .0,
            );
        }
        root
    },
};
