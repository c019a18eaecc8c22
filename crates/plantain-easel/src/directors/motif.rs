//! Motifs for print on demand: T-shirts, mugs, totes. Flat colours, bold outlines, one centred composition, no scene around it;
//! or the thing itself with the motif on it.

mod garment;

use plantain_read::{Background, TimeOfDay};
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, Arc, FontRole, Node, Shape};

use crate::components::print::art::{self, centred};
use crate::components::print::badge;
use crate::components::print::ground::mixed;
use crate::components::print::ornament;
use crate::components::print::parts;
use crate::components::print::picture::{self, Subject};
use crate::components::print::vista::{self, Vista};
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts_with};
use crate::components::typeset::Part;
use crate::components::wording::{Line, Wording};
use crate::studio::{Draft, Studio};

const CUSTOM: &[&str] = &[
    "seventies",
    "risograph",
    "mid-century",
    "poster-bold",
    "playful",
    "kraft",
    "friendly",
];

/// Returns drafts for a motif.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let words = Wording::of(studio);
    if let Some((_, fabric)) = garment::asked(studio.brief) {
        let mut drafts = drafts_with(studio, CUSTOM, &[&garment::WORN], &words);
        for draft in &mut drafts {
            draft.theme = draft.theme.clone().recolored(Some(fabric), None, None);
        }
        return drafts;
    }
    let mut drafts = drafts_with(
        studio,
        CUSTOM,
        &[&EMBLEM, &SUNSET, &STACKED, &ROUNDEL],
        &words,
    );
    let free = studio.brief.canvas.background.is_none() && studio.brief.look.palette.is_empty();
    for draft in &mut drafts {
        if let Some(fabric) = dark_fabric(studio) {
            draft.theme = draft.theme.clone().recolored(Some(fabric), None, None);
        } else if free && !draft.theme.is_dark() {
            // A motif is printed on something: nothing but the motif may carry colour.
            draft.theme = draft.theme.clone().recolored(Some(Rgba::WHITE), None, None);
        }
    }
    drafts
}

/// The colour of a dark fabric that the motif is printed on, if the prompt tells of one.
fn dark_fabric(studio: &Studio<'_>) -> Option<Rgba> {
    let prompt = studio.brief.prompt.to_lowercase();
    let on = |color: &str| {
        [
            "shirt",
            "t-shirt",
            "tee",
            "hoodie",
            "fabric",
            "tote",
            "sweatshirt",
            "cap",
            "mug",
            "cotton",
            "t shirt",
        ]
        .iter()
        .any(|cloth| prompt.contains(&format!("{color} {cloth}")))
    };
    let plain = studio.brief.canvas.background.is_none();
    [
        ("black", 0x16161a),
        ("dark", 0x1b1c22),
        ("navy", 0x14213d),
        ("charcoal", 0x2a2b30),
        ("dark green", 0x17342a),
        ("maroon", 0x4a1220),
    ]
    .iter()
    .find(|(name, _)| plain && on(name))
    .map(|(_, hex)| Rgba::hex(*hex))
}

fn transparent(page: &Page<'_>) -> bool {
    matches!(
        page.studio.brief.canvas.background,
        Some(Background::Transparent)
    )
}

/// The square in which a motif stands.
fn field(page: &Page<'_>) -> Zone {
    centred(page.full, page.full.w.min(page.full.h) * 0.88)
}

fn texts(page: &Page<'_>) -> Vec<Line> {
    let words = page.words;
    let mut lines: Vec<Line> = words.title.iter().cloned().collect();
    lines.extend(words.kicker.iter().cloned());
    let mut rest = words.clone();
    lines.extend(rest.drain_support());
    lines.extend(words.buttons.iter().cloned());
    lines
}

/// Returns what the motif shows: the objects, an icon of the topic, or plain forms.
fn subject(page: &Page<'_>, zone: Zone, inks: &Inks) -> Vec<Node> {
    let manner = manner(page);
    if let Some(place) = place(page).filter(|_| manner != "line" && manner != "sketch") {
        return vec![outlook(page, zone, place)];
    }
    if !page.art.is_empty() {
        return page.art.arrange(zone, manner);
    }
    // What a motif is printed on is no motif.
    let printed_on = [
        "mug", "shirt", "t-shirt", "tee", "tote", "bag", "hoodie", "cap", "cup", "phone", "case",
        "design", "print",
    ];
    let topic = page
        .studio
        .brief
        .topic
        .iter()
        .map(String::as_str)
        .filter(move |t| !t.split(' ').any(|w| printed_on.contains(&w)));
    if let Some(name) = topic
        .clone()
        .find_map(|t| plantain_art::find_object(t).filter(|f| f.exact))
    {
        return vec![zone.hold(object(name.object.name)).role("art")];
    }
    if picture::subject(page) == Subject::Tiles
        && let Some(name) = art::find_icon(topic)
    {
        let side = zone.w.min(zone.h);
        return vec![
            centred(zone, side * 0.8)
                .hold(icon(name, side))
                .color(inks.ink)
                .icon_stroke(1.6)
                .role("art"),
        ];
    }
    let kind = match picture::subject(page) {
        Subject::Tiles | Subject::Sound => Subject::Peaks,
        other => other,
    };
    let disc = centred(zone, zone.w.min(zone.h));
    vec![picture::picture(page, disc, inks, kind).radius(disc.w * 0.5)]
}

/// The manner in which the things are drawn: one that the prompt asks for before that of the theme.
fn manner<'a>(page: &Page<'a>) -> &'a str {
    let asked = |style: &str| page.studio.brief.look.styles.iter().any(|s| s == style);
    match page.theme.manner.as_str() {
        _ if asked("line art") => "line",
        _ if asked("sketch") => "sketch",
        "riso" => "",
        own => own,
    }
}

/// The place of a motif that names the parts of one: "mountains and a sun".
fn place(page: &Page<'_>) -> Option<Vista> {
    let place = vista::of(page)?;
    let left = page
        .art
        .without(page.studio, |noun| vista::shows(place, noun));
    // What stands in the place would be small there: it makes a motif of its own.
    (left.is_empty() && !page.art.is_empty()).then_some(place)
}

/// A place in a disc.
fn outlook(page: &Page<'_>, zone: Zone, place: Vista) -> Node {
    let disc = centred(zone, zone.w.min(zone.h));
    let painted = vista::paint(page, place, (disc.w, disc.h), 0.0);
    vista::node(disc, painted.nodes).radius(disc.w * 0.5)
}

/// Sets lines below each other in a zone, the first the largest.
fn lines_in(page: &Page<'_>, lines: &[Line], zone: Zone, inks: &Inks, v: f32) -> Option<Node> {
    if lines.is_empty() {
        return None;
    }
    let parts: Vec<Part> = lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            if i == 0 {
                parts::title(page, line, inks.ink)
            } else {
                Part::text(line, "subtitle")
                    .font(FontRole::Heading, 600)
                    .scale(0.36, 16.0, 60.0)
                    .color(inks.ink)
                    .gap(0.35)
            }
        })
        .collect();
    Some(
        page.set_sized(&parts, zone, Align::Center, v, (18.0, zone.h * 0.9))
            .0,
    )
}

/// A ring with rays, the subject bursting out of it, a ribbon across its foot.
const EMBLEM: Archetype = Archetype {
    name: "emblem",
    reason: "The motif is an emblem: one bold ring, the subject in front, the words on a ribbon.",
    suits: |page| {
        if page.words.title.as_ref().is_none_or(|t| t.len() <= 26) {
            0.8
        } else {
            0.3
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = field(page);
        let lines = texts(page);
        let ring = centred(
            Zone::new(
                zone.x,
                zone.y,
                zone.w,
                zone.h * if lines.is_empty() { 1.0 } else { 0.86 },
            ),
            zone.h * if lines.is_empty() { 0.92 } else { 0.8 },
        );
        let outline = zone.w * 0.012;
        let color = page.theme.resolve(inks.bold);
        let mut root = page.root(Tone::Canvas);
        let rays = ornament::rays(
            (ring.w * 0.5, ring.h * 0.5),
            ring.w * 0.6,
            20,
            color.mix(Rgba::WHITE, 0.18).into(),
        );
        let disc = ring
            .hold(stack())
            .radius(ring.w * 0.5)
            .clip()
            .fill(color)
            .child(rays)
            .role("ornament");
        root = root.child(disc).child(
            ring.hold(ellipse())
                .stroke(inks.ink, outline)
                .role("ornament"),
        );
        root = root.child(
            ring.inset(-outline * 2.2)
                .hold(ellipse())
                .stroke(inks.ink, outline * 0.4)
                .role("ornament"),
        );
        let inner = ring.inset(ring.w * 0.14);
        let subject_zone = Zone::new(
            inner.x,
            inner.y,
            inner.w,
            inner.h * if lines.is_empty() { 1.0 } else { 0.9 },
        );
        root = root.children(subject(page, subject_zone, &inks));
        let Some((first, rest)) = lines.split_first() else {
            return root;
        };
        let high = zone.h * 0.15;
        let ribbon = Zone::new(zone.x, ring.bottom() - high * 0.72, zone.w, high);
        root = root.child(badge::ribbon(page, ribbon, first, inks.ink));
        let below = Zone::new(
            zone.x,
            ribbon.bottom() + zone.h * 0.012,
            zone.w,
            zone.bottom() - ribbon.bottom() - zone.h * 0.012,
        );
        let parts: Vec<Part> = rest
            .iter()
            .map(|l| {
                Part::text(l, "subtitle")
                    .font(FontRole::Heading, 600)
                    .scale(1.0, 14.0, 44.0)
                    .color(inks.ink)
            })
            .collect();
        if parts.is_empty() {
            root
        } else {
            root.child(
                page.set_sized(&parts, below, Align::Center, 0.0, (14.0, 44.0))
                    .0,
            )
        }
    },
};

/// A striped sun behind the subject, the words below.
const SUNSET: Archetype = Archetype {
    name: "striped sun",
    reason: "A striped sun makes a bold silhouette that prints well in few colours.",
    suits: |page| {
        // A sunset on a shirt is this sun.
        let low_sun = matches!(
            page.studio.brief.setting.time,
            Some(TimeOfDay::Sunset | TimeOfDay::Dawn)
        );
        if low_sun {
            1.6
        } else if place(page).is_some() {
            // A place has a sun of its own.
            0.0
        } else {
            0.72
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = field(page);
        let lines = texts(page);
        let share = match lines.len() {
            0 => 1.0,
            1 => 0.74,
            2 => 0.66,
            _ => 0.58,
        };
        let (top, low) = zone.rows(share, zone.h * 0.03);
        let side = top.w.min(top.h);
        let sun = centred(top, side);
        let warm: Color = page
            .theme
            .resolve(inks.bold)
            .mix(Rgba::hex(0xffb703), 0.55)
            .into();
        let mut root = page.root(Tone::Canvas);
        root = root.child(
            sun.hold(stack())
                .children(picture::striped_sun(
                    Zone::new(0.0, 0.0, side, side),
                    warm,
                    inks.bold,
                ))
                .role("ornament"),
        );
        let (cx, _) = sun.center();
        let w = side * if page.art.len() > 1 { 1.05 } else { 0.78 };
        root = root.children(subject(
            page,
            Zone::new(cx - w * 0.5, sun.y + side * 0.2, w, side * 0.78),
            &inks,
        ));
        if let Some(node) = lines_in(page, &lines, low, &inks, 0.0) {
            root.child(node)
        } else {
            root
        }
    },
};

/// Words above and below the subject, stars beside.
const STACKED: Archetype = Archetype {
    name: "stacked",
    reason: "Words above and below hold the subject like a sandwich, centred for the press.",
    suits: |page| {
        if page.words.title.is_some() {
            0.66
        } else {
            0.3
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = field(page);
        let lines = texts(page);
        let (above, rest) = zone.rows(if lines.is_empty() { 0.02 } else { 0.27 }, zone.h * 0.02);
        let below = if lines.len() > 1 { 0.2 } else { 0.06 };
        let (middle, low) = rest.rows(1.0 - below, zone.h * 0.02);
        let mut root = page.root(Tone::Canvas);
        let bar = mixed(page, inks.bold, inks.ground, 0.0);
        let (cx, cy) = middle.center();
        let reach = middle.w * 0.5;
        for dx in [-1.0_f32, 1.0] {
            for (i, y) in [-0.05_f32, 0.0, 0.05].into_iter().enumerate() {
                let long = reach * if i == 1 { 0.24 } else { 0.16 };
                let x = if dx < 0.0 {
                    middle.x
                } else {
                    cx + reach - long
                };
                root = root.child(
                    rect()
                        .bounds(x, cy + y * middle.h, long, (zone.h * 0.009).max(3.0))
                        .fill(bar)
                        .role("ornament"),
                );
            }
        }
        root = root.children(subject(page, middle.inset_xy(middle.w * 0.2, 0.0), &inks));
        if let Some(first) = lines.first() {
            root = root.children(lines_in(
                page,
                std::slice::from_ref(first),
                above,
                &inks,
                1.0,
            ));
        }
        if lines.len() > 1 {
            root = root.children(lines_in(page, &lines[1..], low, &inks, 0.0));
        } else if !lines.is_empty() {
            let star = low.h.min(zone.h * 0.045);
            for i in -1..=1 {
                root = root.child(
                    shape(Shape::Star {
                        points: 5,
                        inner: 0.42,
                    })
                    .bounds(cx - star * 0.5 + i as f32 * star * 1.7, low.y, star, star)
                    .fill(bar)
                    .role("ornament"),
                );
            }
        }
        root
    },
};

/// Words on a circle around the subject.
const ROUNDEL: Archetype = Archetype {
    name: "roundel",
    reason: "The words run around the subject on a circle, as on a badge.",
    suits: |page| {
        let lines = texts(page);
        let fits = |l: &Line| (4..=22).contains(&l.len()) && parts::latin_caps(&l.text);
        if (1..=2).contains(&lines.len())
            && lines.iter().all(fits)
            && lines.iter().all(|l| l.label.is_none())
        {
            0.78
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = field(page);
        let d = zone.w;
        let outline = d * 0.012;
        let lines = texts(page);
        let fill = page.theme.resolve(inks.bold);
        let on: Color = plantain_scene::theme::ink_on(fill)
            .readable_on(fill, 4.5)
            .into();
        let inner = zone.inset(d * 0.155);
        let pale = if transparent(page) {
            Color::from(Rgba::WHITE)
        } else {
            mixed(page, inks.bold, inks.ground, 0.82)
        };
        let mut root = page.root(Tone::Canvas);
        root = root.child(
            zone.hold(ellipse())
                .fill(fill)
                .stroke(inks.ink, outline)
                .role("ornament"),
        );
        root = root.child(
            inner
                .hold(ellipse())
                .fill(pale)
                .stroke(inks.ink, outline * 0.7)
                .role("ornament"),
        );
        for (i, line) in lines.iter().enumerate() {
            let size = (d * 0.085).min(d * 1.15 / line.len().max(8) as f32);
            let band = d * 0.5 - d * 0.0775;
            let inside = i == 1;
            // The base line lies so that capitals stand in the middle of the band.
            let radius = if inside {
                band + size * 0.36
            } else {
                band - size * 0.36
            };
            let around = text(line.text.clone())
                .role(if i == 0 { "title" } else { "subtitle" })
                .literal(line.literal)
                .font(FontRole::Heading)
                .weight(800)
                .size(size)
                .color(on)
                .set_text(|t| {
                    t.tracking = 0.06;
                    t.case = plantain_scene::node::Case::Upper;
                    t.arc = Some(Arc {
                        radius,
                        middle: if inside { 90.0 } else { -90.0 },
                        inside,
                    });
                });
            root = root.child(zone.hold(if line.literal {
                around
            } else {
                around.filler()
            }));
        }
        if lines.len() == 1 {
            let star = d * 0.06;
            let y = zone.bottom() - d * 0.0775 - star * 0.5;
            for i in -1..=1 {
                let lift = if i == 0 { 0.0 } else { d * 0.018 };
                root = root.child(
                    shape(Shape::Star {
                        points: 5,
                        inner: 0.42,
                    })
                    .bounds(
                        zone.center().0 - star * 0.5 + i as f32 * star * 1.9,
                        y - lift,
                        star,
                        star,
                    )
                    .fill(on)
                    .role("ornament"),
                );
            }
        }
        root.children(subject(page, inner.inset(inner.w * 0.15), &inks))
    },
};
