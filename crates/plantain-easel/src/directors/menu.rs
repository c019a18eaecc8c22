//! Menus.

mod border;

use plantain_scene::build::*;

use plantain_scene::node::{Align, FontRole, Node};

use crate::components::print::ground::{self, Measure};
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts::{self, RowStyle};
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts};
use crate::components::typeset::Part;
use crate::directors::{chalkboard, composed};
use crate::studio::{Draft, Studio};

const MENUS: &[&str] = &[
    "kraft",
    "editorial",
    "chalk",
    "botanical",
    "mid-century",
    "friendly",
    "swiss",
    "luxury",
];
/// Of those, papers on which a border of coloured checks is bright.
const LIGHT: &[&str] = &["editorial", "botanical", "mid-century", "friendly", "swiss"];

/// Returns drafts for a menu.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let prompt = studio.brief.prompt.to_lowercase();
    if ["chalkboard", "blackboard", "chalk "]
        .iter()
        .any(|w| prompt.contains(w))
    {
        return chalkboard::direct(studio);
    }
    if border::checks(studio.brief).is_some() {
        return drafts(studio, LIGHT, &[&BOARD, &composed::STRIP, &composed::TOWER]);
    }
    drafts(
        studio,
        MENUS,
        &[
            &BOARD,
            &CARDS,
            &LIST_PAGE,
            &composed::BANDED,
            &composed::STRIP,
            &composed::TOWER,
        ],
    )
}

/// Title and what belongs to it; everything else of a menu but its rows.
fn split(page: &Page<'_>, inks: &Inks) -> (Vec<Part>, Vec<Part>) {
    let head = parts::head(page, inks);
    let mut tail = parts::deal(page, inks);
    tail.extend(parts::tail(page, inks));
    tail.extend(parts::cta(page, inks));
    (head, tail)
}

/// Lays out title, rows and foot of a menu in a zone.
pub(super) fn menu_in(
    page: &Page<'_>,
    zone: Zone,
    inks: &Inks,
    align: Align,
    style: RowStyle,
) -> Vec<Node> {
    let (mut head, tail) = split(page, inks);
    if align == Align::Center && !head.is_empty() && page.theme.ornament != "none" {
        let w = (zone.w * 0.34).min(260.0);
        head.push(
            Part::fixed(
                ornament::divider(w, 16.0, inks.bold, page.rng.fork("divider").below(4)),
                w,
                16.0,
            )
            .gap(0.22),
        );
    }
    let n = page.words.rows.len() as f32;
    if n < 1.0 {
        head.extend(tail);
        return vec![page.set(&head, zone, align, 0.5).0];
    }
    let top = if head.is_empty() {
        0.01
    } else {
        (2.6 / (2.6 + n)).clamp(0.2, 0.42)
    };
    let low = if tail.is_empty() {
        0.0
    } else {
        (tail.len() as f32 * 0.075).clamp(0.1, 0.24)
    };
    let gap = zone.h * 0.04;
    let (above, rest) = zone.rows(top, gap);
    let (list, below) = if low > 0.0 {
        rest.rows(1.0 - low / (1.0 - top), gap)
    } else {
        (rest, rest)
    };
    let mut nodes = parts::rows(page, &page.words.rows, list, inks, style);
    if !head.is_empty() {
        nodes.push(
            page.set_sized(&head, above, align, 0.3, (22.0, zone.h * 0.16))
                .0,
        );
    }
    if low > 0.0 {
        nodes.push(page.set_sized(&tail, below, align, 0.8, (60.0, 130.0)).0);
    }
    nodes
}

pub(super) const BOARD: Archetype = Archetype {
    name: "menu board",
    reason: "Names left, prices right, one line each: a guest finds the price without searching.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let outer = page.full.inset(page.margin * 0.5);
        let zone = page.live.inset_xy(page.margin * 0.55, page.margin * 0.4);
        let mut root = page.root(Tone::Canvas);
        let checks = border::checks(page.studio.brief);
        let zone = match checks {
            Some(_) => page.full.inset(border::width(page) * 1.7),
            None => zone,
        };
        root = if let Some(color) = checks {
            root.children(border::checkered(page, color.unwrap_or(inks.bold)))
        } else if page.theme.ornament == "brush" {
            root.children(ground::dress(page, &inks, zone, Measure::Usual))
        } else {
            let style = *page.rng.fork("frame").pick(&[
                FrameStyle::Double,
                FrameStyle::Scooped,
                FrameStyle::Single,
                FrameStyle::Beveled,
            ]);
            root.children(ornament::frame(outer, inks.bold, style))
        };
        if page.art.is_empty() {
            return root.children(menu_in(page, zone, &inks, Align::Center, RowStyle::Lines));
        }
        let (text, art) = if page.ratio() > 1.1 {
            zone.columns(0.62, page.margin * 0.6)
        } else {
            let (a, t) = zone.rows(0.2, page.margin * 0.3);
            (t, a)
        };
        root.children(page.art.arrange(art, &page.theme.manner))
            .children(menu_in(page, text, &inks, Align::Center, RowStyle::Lines))
    },
};

const LIST_PAGE: Archetype = Archetype {
    name: "menu page",
    reason: "The title stands at the side or above, the list takes the calm part of the page.",
    suits: |page| {
        if page.words.rows.len() >= 2 && composed::ordinary(page) {
            0.74
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = *page
            .rng
            .fork("tone")
            .pick(&[Tone::Accent, Tone::Ink, Tone::Second]);
        let (side, paper) = (page.inks(tone), page.inks(Tone::Canvas));
        let wide = page.ratio() > 1.05;
        let (a, b) = if wide {
            page.full.columns(0.38, 0.0)
        } else {
            page.full.rows(0.3, 0.0)
        };
        let (mut head, tail) = split(page, &side);
        head.extend(tail);
        let mut root = page
            .root(Tone::Canvas)
            .child(a.hold(rect()).fill(tone.token()));
        let inner = a.inset(page.margin * 0.9);
        let (text, art) = if page.art.is_empty() {
            (inner, None)
        } else if wide {
            let (t, z) = inner.rows(0.5, 10.0);
            (t, Some(z))
        } else {
            let (t, z) = inner.columns(0.66, 16.0);
            (t, Some(z))
        };
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        let align = if wide { page.ranged() } else { Align::Center };
        root = root.child(
            page.set_sized(
                &head,
                text,
                align,
                0.5,
                (20.0, page.full.h.min(page.full.w) * 0.15),
            )
            .0,
        );
        root.children(parts::rows(
            page,
            &page.words.rows,
            b.inset(page.margin),
            &paper,
            RowStyle::Lines,
        ))
    },
};

/// Each dish on its own card, for screens.
const CARDS: Archetype = Archetype {
    name: "menu cards",
    reason: "On a screen each dish has its own card with its price large.",
    suits: |page| {
        let n = page.words.rows.len();
        let screen = page
            .studio
            .brief
            .topic
            .iter()
            .any(|t| t == "digital" || t == "screen")
            || page.theme.is_dark();
        if !(2..=6).contains(&n) || !composed::ordinary(page) {
            0.0
        } else if screen {
            0.98
        } else {
            0.5
        }
    },
    build: |page| {
        let (inks, card) = (page.inks(Tone::Canvas), page.inks(Tone::Surface));
        let (head, tail) = split(page, &inks);
        let rows = &page.words.rows;
        let n = rows.len();
        let (top, rest) = page
            .live
            .rows(if head.is_empty() { 0.0 } else { 0.2 }, page.margin * 0.5);
        let low = if tail.is_empty() {
            0.0
        } else {
            (tail.len() as f32 * 0.08).clamp(0.11, 0.24)
        };
        let (list, foot) = rest.rows(1.0 - low, if low > 0.0 { page.margin * 0.5 } else { 0.0 });
        let columns = match n {
            _ if page.ratio() <= 1.15 => 1,
            4 => 2,
            _ => n.min(3),
        };
        let lines = n.div_ceil(columns);
        let gap = page.margin * 0.4;
        let (w, h) = (
            (list.w - gap * (columns - 1) as f32) / columns as f32,
            (list.h - gap * (lines - 1) as f32) / lines as f32,
        );
        let mut root = page.root(Tone::Canvas).child(
            page.set_sized(&head, top, Align::Center, 0.5, (20.0, page.full.h * 0.1))
                .0,
        );
        let title = |row: &crate::components::wording::Row| {
            Part::text(&row.name, "item")
                .font(FontRole::Display, 0)
                .scale(1.0, 18.0, 64.0)
                .color(card.ink)
        };
        let note = |row: &crate::components::wording::Row| {
            row.note.as_ref().map(|v| {
                Part::text(v, "note")
                    .scale(0.6, 13.0, 30.0)
                    .color(card.quiet)
                    .gap(0.15)
            })
        };
        let price = |row: &crate::components::wording::Row| {
            row.value.as_ref().map(|v| {
                Part::text(v, "price")
                    .font(FontRole::Heading, 700)
                    .scale(1.0, 18.0, 64.0)
                    .color(card.pop)
                    .gap(0.2)
            })
        };
        for (i, row) in rows.iter().enumerate() {
            let cell = Zone::new(
                list.x + (i % columns) as f32 * (w + gap),
                list.y + (i / columns) as f32 * (h + gap),
                w,
                h,
            );
            root = root.child(
                cell.hold(rect())
                    .fill(Tone::Surface.token())
                    .radius(page.theme.radius)
                    .stroke(card.line, 1.5)
                    .role("card"),
            );
            let inner = cell.inset_xy(w * 0.07, h * 0.14);
            if columns == 1 {
                let (l, r) = inner.columns(0.6, 16.0);
                root = root.child(
                    page.set_sized(
                        &std::iter::once(title(row).lines(2))
                            .chain(note(row))
                            .collect::<Vec<_>>(),
                        l,
                        page.ranged(),
                        0.5,
                        (18.0, 56.0),
                    )
                    .0,
                );
                root = root.children(price(row).map(|p| {
                    page.set_sized(&[p.lines(1)], r, Align::End, 0.5, (18.0, 56.0))
                        .0
                }));
            } else {
                let all: Vec<Part> = std::iter::once(title(row))
                    .chain(note(row))
                    .chain(price(row))
                    .collect();
                root = root.child(
                    page.set_sized(&all, inner, Align::Center, 0.5, (18.0, 64.0))
                        .0,
                );
            }
        }
        if tail.is_empty() {
            root
        } else {
            root.child(
                page.set_sized(&tail, foot, Align::Center, 0.5, (80.0, 160.0))
                    .0,
            )
        }
    },
};
