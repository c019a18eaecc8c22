//! Stickers: cut along the outline, in sheets, round, and words in a bubble. Nothing stands on them that was not asked for.

use plantain_read::Background;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, Arc, FontRole, Node};

use crate::components::print::art::centred;
use crate::components::print::cutout::{cut_out, plate};
use crate::components::print::ornament;
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts_with, inks_on};
use crate::components::typeset::Part;
use crate::components::wording::{Line, Wording};
use crate::studio::{Draft, Studio};
use crate::wardrobe::rgb;

const CUSTOM: &[&str] = &[
    "playful",
    "seventies",
    "friendly",
    "pastel",
    "poster-bold",
    "pop-art",
    "memphis",
    "boho",
];

/// Returns drafts for a sticker.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts_with(
        studio,
        CUSTOM,
        &[&SHEET, &CUT_OUT, &ROUND, &BUBBLE],
        &Wording::of(studio),
    )
}

/// Every line of the sticker in one order.
fn lines(page: &Page<'_>) -> Vec<Line> {
    let mut rest = page.words.clone();
    let mut out: Vec<Line> = rest.title.take().into_iter().collect();
    out.extend(rest.kicker.iter().cloned());
    out.extend(rest.drain_support());
    out.extend(page.words.buttons.iter().cloned());
    out
}

/// The quiet ground that a sticker lies on.
fn ground(page: &Page<'_>) -> Node {
    const PALER: f32 = 0.82;
    let root = page.root(Tone::Canvas);
    if let Some(color) = own_color(page) {
        return root.fill(Color::from(color.mix(Rgba::WHITE, PALER)));
    }
    if page.studio.brief.canvas.background.is_some() {
        return root;
    }
    let canvas = page.theme.token(Token::Canvas);
    let accent = page.theme.token(Token::Accent);
    root.fill(canvas.mix(accent, 0.1))
}

/// "red clearance sticker": the colour of the sticker itself, where nobody speaks of what lies behind it.
fn own_color(page: &Page<'_>) -> Option<Rgba> {
    let brief = page.studio.brief;
    let Some(Background::Color(color)) = &brief.canvas.background else {
        return None;
    };
    let heard = brief.heard();
    let behind = ["background", "backdrop", " bg", " on "]
        .iter()
        .any(|word| heard.contains(word));
    (!behind).then(|| rgb(color))
}

fn set_lines(page: &Page<'_>, lines: &[Line], zone: Zone, inks: &Inks, max: f32) -> Node {
    let parts: Vec<Part> = lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            if i == 0 {
                parts::title(page, line, inks.ink)
            } else {
                Part::text(line, "subtitle")
                    .font(FontRole::Heading, 600)
                    .scale(0.42, 14.0, 60.0)
                    .color(inks.ink)
                    .gap(0.3)
            }
        })
        .collect();
    page.set_sized(&parts, zone, Align::Center, 0.5, (14.0, max))
        .0
}

/// One thing, or one group, cut along its outline; its words on a pill below.
const CUT_OUT: Archetype = Archetype {
    name: "cut-out sticker",
    reason: "A white rim follows the outline, so that it is a sticker before it is anything else.",
    suits: |page| if page.art.is_empty() { 0.0 } else { 0.9 },
    build: |page| {
        let side = page.full.w.min(page.full.h);
        let field = centred(page.full, side * 0.84);
        let rim = side * 0.022;
        let lines = lines(page);
        let (top, low) = if lines.is_empty() {
            (field.inset(side * 0.06), field)
        } else {
            field.rows(0.72, 0.0)
        };
        let mut root = ground(page);
        for (index, place) in page.art.spots(top) {
            root = root.children(cut_out(
                &page.art.pieces[index],
                place,
                rim,
                Rgba::WHITE,
                "",
            ));
        }
        if lines.is_empty() {
            return root;
        }
        let inks = page.inks(Tone::Accent);
        let label = Zone::new(
            low.x + low.w * 0.04,
            low.y - low.h * 0.06,
            low.w * 0.92,
            low.h * 0.72,
        );
        root.children(plate(label, rim, Rgba::WHITE, Tone::Accent.token().into()))
            .child(set_lines(
                page,
                &lines,
                label.inset_xy(label.h * 0.4, label.h * 0.14),
                &inks,
                label.h * 0.66,
            ))
    },
};

/// Several things, each with its own rim, spread over a sheet.
const SHEET: Archetype = Archetype {
    name: "sticker sheet",
    reason: "Several stickers lie apart on one sheet, each with its own rim.",
    suits: |page| {
        let text = page.studio.brief.prompt.to_lowercase();
        let asked = ["pack", "sheet", "set of", "stickers"]
            .iter()
            .any(|w| text.contains(w));
        match page.art.len() {
            0 | 1 => 0.0,
            _ if asked => 1.4,
            n if n > 3 => 1.0,
            _ => 0.0,
        }
    },
    build: |page| {
        let side = page.full.w.min(page.full.h);
        let rim = side * 0.016;
        let lines = lines(page);
        let live = page.full.inset(page.margin * 0.9);
        let (text, field) = if lines.is_empty() {
            (None, live)
        } else {
            let (t, f) = live.rows(0.16, page.margin * 0.3);
            (Some(t), f)
        };
        let mut root = ground(page);
        // Every kind once; kinds alone on a large sheet come twice at most.
        let mut seen = Vec::new();
        let kinds: Vec<_> = page
            .art
            .pieces
            .iter()
            .filter(|p| {
                let open = p.open && seen.contains(&p.phrase);
                seen.push(p.phrase);
                !open
            })
            .collect();
        let n = kinds.len();
        let columns = match n {
            1..=2 => n,
            3..=4 => 2,
            5..=9 => 3,
            _ => 4,
        };
        let rows = n.div_ceil(columns);
        let (w, h) = (field.w / columns as f32, field.h / rows as f32);
        let mut rng = page.rng.fork("sheet");
        for (i, piece) in kinds.into_iter().enumerate() {
            let (r, c) = (i / columns, i % columns);
            let left = if r + 1 == rows {
                (columns * rows - n) as f32 * w * 0.5
            } else {
                0.0
            };
            let cell = Zone::new(field.x + left + w * c as f32, field.y + h * r as f32, w, h);
            let place = centred(cell, w.min(h) * rng.range(0.66, 0.74));
            root = root.children(cut_out(piece, place, rim, Rgba::WHITE, ""));
        }
        match text {
            Some(zone) => root.child(set_lines(
                page,
                &lines,
                zone,
                &page.inks(Tone::Canvas),
                zone.h * 0.8,
            )),
            None => root,
        }
    },
};

/// A disc with a rim; a short text runs along its edge.
const ROUND: Archetype = Archetype {
    name: "round sticker",
    reason: "A disc with a white rim holds the picture; the words follow its edge.",
    suits: |page| {
        let text = page.studio.brief.prompt.to_lowercase();
        let asked = ["round", "circle", "circular", "seal", "stamp", "badge"]
            .iter()
            .any(|w| text.contains(w));
        if page.art.is_empty() && page.words.title.is_none() {
            0.5
        } else if asked {
            1.3
        } else {
            0.72
        }
    },
    build: |page| {
        let side = page.full.w.min(page.full.h);
        let d = side * 0.82;
        let zone = centred(page.full, d);
        let own = own_color(page);
        let inks = own.map_or_else(
            || page.inks(Tone::Accent),
            |color| inks_on(page.studio, page.theme, color),
        );
        let shade = Color::from(Token::Ink).alpha(0.24);
        let mut root = ground(page).child(
            zone.hold(ellipse())
                .fill(Rgba::WHITE)
                .shadow(side * 0.012, side * 0.04, shade)
                .role("rim"),
        );
        let inner = zone.inset(d * 0.03);
        root = root.child(
            inner
                .hold(ellipse())
                .fill(Color::from(inks.ground))
                .role("plate"),
        );
        root = root.child(
            inner
                .inset(d * 0.022)
                .hold(ellipse())
                .stroke(inks.ink, d * 0.006)
                .role("ornament"),
        );
        let lines = lines(page);
        let core = centred(inner, inner.w * 0.6);
        let arched = lines.len() == 1
            && (4..=26).contains(&lines[0].len())
            && parts::latin_caps(&lines[0].text)
            && !page.art.is_empty();
        if arched {
            root = root.child(arched_line(&lines[0], inner, &inks));
            return root.children(page.art.arrange(centred(inner, inner.w * 0.54), ""));
        }
        if page.art.is_empty() {
            return root.child(set_lines(
                page,
                &lines,
                centred(inner, inner.w * 0.68),
                &inks,
                d * 0.24,
            ));
        }
        if lines.is_empty() {
            return root.children(page.art.arrange(core, ""));
        }
        let (art, text) = centred(inner, inner.w * 0.7).rows(0.58, d * 0.02);
        root.children(page.art.arrange(art, "")).child(set_lines(
            page,
            &lines,
            text,
            &inks,
            text.h * 0.6,
        ))
    },
};

/// A line in capitals that follows the upper edge of a disc.
fn arched_line(line: &Line, disc: Zone, inks: &Inks) -> Node {
    let d = disc.w;
    let size = (d * 0.105).min(d * 1.25 / line.len().max(9) as f32);
    let node = text(line.text.clone())
        .role("title")
        .literal(line.literal)
        .font(FontRole::Heading)
        .weight(800)
        .size(size)
        .color(inks.ink)
        .set_text(|t| {
            t.tracking = 0.06;
            t.case = plantain_scene::node::Case::Upper;
            t.arc = Some(Arc {
                radius: d * 0.5 - d * 0.06 - size,
                middle: -90.0,
                inside: false,
            });
        });
    let node = if line.literal { node } else { node.filler() };
    disc.hold(node)
}

/// Words alone, in a bubble with a rim.
const BUBBLE: Archetype = Archetype {
    name: "bubble",
    reason: "The words are the sticker: large letters in a bubble with a white rim.",
    suits: |page| {
        if page.words.title.is_none() {
            0.0
        } else if page.art.is_empty() {
            0.95
        } else {
            0.3
        }
    },
    build: |page| {
        let side = page.full.w.min(page.full.h);
        let inks = page.inks(Tone::Accent);
        let lines = lines(page);
        let rim = side * 0.024;
        let body = Zone::new(
            page.full.center().0 - side * 0.4,
            page.full.center().1 - side * 0.3,
            side * 0.8,
            side * 0.56,
        );
        let tail = |grow: f32, color: Color| {
            ornament::tight(
                &[
                    (body.x + body.w * 0.2 - grow, body.bottom() - rim),
                    (body.x + body.w * 0.42 + grow, body.bottom() - rim),
                    (
                        body.x + body.w * 0.18 - grow * 0.4,
                        body.bottom() + body.h * 0.2 + grow * 1.6,
                    ),
                ],
                color,
            )
        };
        let speaks = page.rng.fork("tail").chance(0.5);
        let outer = body.inset(-rim);
        let mut root = ground(page);
        if speaks {
            root = root.child(tail(rim, Rgba::WHITE.into()));
        }
        root = root
            .child(
                outer
                    .hold(rect())
                    .radius(outer.h * 0.36)
                    .fill(Rgba::WHITE)
                    .shadow(rim * 0.5, rim * 1.6, Color::from(Token::Ink).alpha(0.22))
                    .role("rim"),
            )
            .child(
                body.hold(rect())
                    .radius(body.h * 0.34)
                    .fill(Tone::Accent.token())
                    .role("plate"),
            );
        if speaks {
            root = root.child(tail(0.0, page.theme.token(Token::Accent).into()));
        }
        let mut zone = body.inset_xy(body.w * 0.1, body.h * 0.12);
        if !page.art.is_empty() {
            let (art, text) = zone.rows(0.42, body.h * 0.02);
            root = root.children(page.art.arrange(art, ""));
            zone = text;
        }
        root.child(set_lines(page, &lines, zone, &inks, body.h * 0.5))
    },
};
