//! Menus, chalkboards and signs.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, FontRole, Node, Shape};

use crate::components::print::ground::{self, Measure, mixed};
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts::{self, RowStyle};
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts};
use crate::components::typeset::Part;
use crate::directors::composed;
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
const SIGNS: &[&str] = &[
    "high-contrast",
    "poster-bold",
    "swiss",
    "mid-century",
    "kraft",
    "friendly",
];

/// Returns drafts for a menu.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
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

/// Returns drafts for a chalkboard.
pub fn chalkboard(studio: &Studio<'_>) -> Vec<Draft> {
    let mut out = drafts(
        studio,
        &["chalk"],
        &[&SLATE, &BOARD, &composed::STRIP, &composed::TOWER],
    );
    if studio.brief.canvas.background.is_none() && studio.brief.look.palette.is_empty() {
        out.retain(|draft| draft.theme.name == "chalk");
    }
    if out.is_empty() {
        drafts(studio, &["chalk"], &[&SLATE])
    } else {
        out
    }
}

/// Returns drafts for a sign.
pub fn sign(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        SIGNS,
        &[
            &OCTAGON,
            &PLATE_SIGN,
            &ARROW_SIGN,
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
fn menu_in(page: &Page<'_>, zone: Zone, inks: &Inks, align: Align, style: RowStyle) -> Vec<Node> {
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

const BOARD: Archetype = Archetype {
    name: "menu board",
    reason: "Names left, prices right, one line each: a guest finds the price without searching.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let outer = page.full.inset(page.margin * 0.5);
        let zone = page.live.inset_xy(page.margin * 0.55, page.margin * 0.4);
        let mut root = page.root(Tone::Canvas);
        root = if page.theme.ornament == "brush" {
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
                    page.set_sized(&[title(row).lines(2)], l, page.ranged(), 0.5, (18.0, 56.0))
                        .0,
                );
                root = root.children(price(row).map(|p| {
                    page.set_sized(&[p.lines(1)], r, Align::End, 0.5, (18.0, 56.0))
                        .0
                }));
            } else {
                let all: Vec<Part> = std::iter::once(title(row)).chain(price(row)).collect();
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

/// A slate in a wooden frame.
const SLATE: Archetype = Archetype {
    name: "slate",
    reason: "A slate in a wooden frame, lettered by hand.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let wood = Rgba::hex(0x9a6a3c);
        let width = page.margin * 0.5;
        let mut root = page.root(Tone::Canvas).child(
            page.full
                .inset(width * 0.5)
                .hold(rect())
                .stroke(wood, width)
                .role("frame"),
        );
        for (i, y) in [width * 0.28, page.full.h - width * 0.6]
            .into_iter()
            .enumerate()
        {
            let tone = Color::from(wood.mix(Rgba::BLACK, 0.22 + 0.1 * i as f32));
            root = root.child(
                rect()
                    .bounds(width, y, page.full.w - 2.0 * width, 2.0)
                    .fill(tone)
                    .role("ornament"),
            );
        }
        root = root.child(
            page.full
                .inset(width)
                .hold(rect())
                .stroke(mixed(page, inks.ink, inks.ground, 0.75), 1.5)
                .role("ornament"),
        );
        let zone = page.live.inset_xy(page.margin * 0.5, page.margin * 0.5);
        if page.art.is_empty() {
            return root.children(menu_in(page, zone, &inks, Align::Center, RowStyle::Plain));
        }
        let (art, text) = zone.rows(0.3, page.margin * 0.4);
        root.children(page.art.arrange(art, &page.theme.manner))
            .children(menu_in(page, text, &inks, Align::Center, RowStyle::Plain))
    },
};

fn wants(page: &Page<'_>, words: &[&str]) -> bool {
    let brief = page.studio.brief;
    let text = brief.prompt.to_lowercase();
    words.iter().any(|w| text.contains(w))
}

/// The eight-sided form of a stop sign.
const OCTAGON: Archetype = Archetype {
    name: "eight-sided sign",
    reason: "The eight-sided form says stop before a word is read.",
    suits: |page| {
        if !composed::ordinary(page) {
            0.0
        } else if wants(page, &["stop sign", "stop-sign", "octagon"]) {
            2.0
        } else {
            0.0
        }
    },
    build: |page| {
        let red = Rgba::hex(0xc1121f);
        let side = page.full.w.min(page.full.h) * 0.88;
        let place = crate::components::print::art::centred(page.full, side);
        let inks = crate::components::print::inks_on(page.studio, page.theme, red);
        let octagon = |z: Zone, color: Color| {
            z.hold(shape(Shape::Polygon {
                sides: 8,
                turn: 22.5,
            }))
            .fill(color)
        };
        let mut all = parts::head(
            page,
            &Inks {
                ink: Rgba::WHITE.into(),
                pop: Rgba::WHITE.into(),
                quiet: Rgba::WHITE.into(),
                ..inks
            },
        );
        all.extend(parts::deal(page, &inks));
        all.extend(parts::tail(page, &inks));
        all.extend(parts::cta(page, &inks));
        let ground = if page.studio.brief.canvas.background.is_some() {
            page.root(Tone::Canvas)
        } else {
            page.root(Tone::Canvas).fill(Rgba::hex(0xe9edf1))
        };
        ground
            .child(
                octagon(place, Rgba::WHITE.into())
                    .shadow(6.0, 24.0, Color::Fixed(Rgba::BLACK).alpha(0.2))
                    .role("sign"),
            )
            .child(octagon(place.inset(side * 0.012), Color::Fixed(red)))
            .child(octagon(place.inset(side * 0.04), Rgba::WHITE.into()))
            .child(octagon(place.inset(side * 0.055), Color::Fixed(red)))
            .child(
                page.set(
                    &all,
                    place.inset_xy(side * 0.13, side * 0.2),
                    Align::Center,
                    0.5,
                )
                .0,
            )
    },
};

/// A plate with a border and screws.
const PLATE_SIGN: Archetype = Archetype {
    name: "sign plate",
    reason: "A plate with a heavy border and large plain letters can be read from afar.",
    suits: |page| if composed::ordinary(page) { 0.8 } else { 0.0 },
    build: |page| {
        let asked = page.studio.brief.canvas.background.is_some();
        let tone = if asked {
            Tone::Canvas
        } else {
            *page
                .rng
                .fork("tone")
                .pick(&[Tone::Accent, Tone::Canvas, Tone::Ink])
        };
        let inks = page.inks(tone);
        let outer = page.full.inset(page.margin * 0.5);
        let radius = page.theme.radius.max(16.0);
        let mut root = page.root(tone).child(
            outer
                .hold(rect())
                .stroke(inks.ink, (page.margin * 0.13).max(4.0))
                .radius(radius)
                .role("border"),
        );
        let dot = page.margin * 0.2;
        for (x, y) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
            let inset = page.margin * 0.95;
            let (px, py) = (
                inset + x * (page.full.w - 2.0 * inset - dot),
                inset + y * (page.full.h - 2.0 * inset - dot),
            );
            root = root.child(
                ellipse()
                    .bounds(px, py, dot, dot)
                    .fill(mixed(page, inks.ink, inks.ground, 0.5))
                    .role("screw"),
            );
        }
        let zone = page.live.inset_xy(page.margin * 0.8, page.margin * 0.7);
        let (art, text) = if page.ratio() > 1.4 && !page.art.is_empty() {
            let (a, t) = zone.columns(0.32, page.margin * 0.6);
            (Some(a), t)
        } else {
            composed::art_above(page, zone)
        };
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        root.children(parts::everything(page, text, &inks, Align::Center, 0.5))
    },
};

/// A board that points the way.
const ARROW_SIGN: Archetype = Archetype {
    name: "arrow sign",
    reason: "The board itself points the way.",
    suits: |page| {
        if composed::ordinary(page)
            && wants(page, &["arrow", "direction", "this way", "exit", "→"])
            && page.words.rows.is_empty()
        {
            1.2
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Accent);
        let h = (page.full.h * 0.5).min(page.full.w * 0.42);
        let board = Zone::new(
            page.full.w * 0.07,
            page.full.h * 0.36 - h * 0.5,
            page.full.w * 0.86,
            h,
        );
        let wood = Rgba::hex(0x7a5433);
        let post = rect()
            .bounds(
                page.full.w * 0.47,
                board.y + h * 0.5,
                page.full.w * 0.06,
                page.full.h - board.y - h * 0.5,
            )
            .fill(wood)
            .role("post");
        let d = "M0 0 L84 0 L100 50 L84 100 L0 100 Z";
        let zone = Zone::new(
            board.x + board.w * 0.06,
            board.y + h * 0.12,
            board.w * 0.76,
            h * 0.76,
        );
        page.root(Tone::Canvas)
            .child(post)
            .child(
                board
                    .hold(path(d, 100.0, 100.0))
                    .fill(Tone::Accent.token())
                    .role("sign"),
            )
            .children(parts::everything(page, zone, &inks, Align::Center, 0.5))
    },
};
