//! Chalkboards: slates and pavement boards, lettered and ornamented by hand.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, FontRole, Node};

use crate::components::print::ground::mixed;
use crate::components::print::listing::RowStyle;
use crate::components::print::ornament;
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts};
use crate::components::typeset::Part;
use crate::directors::{composed, menu};
use crate::rng::Rng;
use crate::studio::{Draft, Studio};

/// Returns drafts for a chalkboard.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    // "happy hour" sets no mood: a board is slate unless a style is asked for.
    let mut brief = studio.brief.clone();
    brief.look.moods.clear();
    // "doodle of a bowl": all of a board is drawn by hand, on slate.
    brief.look.styles.retain(|style| style != "sketch");
    let studio = &studio.reading(&brief);
    let mut out = drafts(
        studio,
        &["chalk"],
        &[
            &SLATE,
            &PAVEMENT,
            &RIBBONED,
            &composed::STRIP,
            &composed::TOWER,
        ],
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

/// Whether the board is told to stand somewhere out of doors.
fn stands_outside(page: &Page<'_>) -> bool {
    let prompt = page.studio.brief.prompt.to_lowercase();
    [
        "outside",
        "sidewalk",
        "pavement",
        "a-frame",
        "a frame",
        "sandwich board",
        "street",
        "in front of",
        "a-board",
    ]
    .iter()
    .any(|w| prompt.contains(w))
}

/// The wooden frame of a slate and the dust on it.
fn slate(page: &Page<'_>, zone: Zone, inks: &Inks, rng: &mut Rng) -> Vec<Node> {
    let wood = Rgba::hex(0x9a6a3c);
    let width = (zone.w.min(zone.h) * 0.035).max(6.0);
    let board = page.theme.token(Tone::Canvas.token());
    let mut out = vec![
        zone.hold(rect())
            .fill(wood)
            .radius(width * 0.3)
            .role("frame"),
        zone.inset(width * 0.28)
            .hold(rect())
            .stroke(wood.mix(Rgba::BLACK, 0.22), 2.0)
            .role("ornament"),
        zone.inset(width).hold(rect()).fill(board).role("slate"),
    ];
    // Wiped chalk: pale streaks that cross the board.
    for _ in 0..7 {
        let (w, h) = (zone.w * rng.range(0.2, 0.5), zone.h * rng.range(0.05, 0.12));
        let (x, y) = (
            zone.x + width + (zone.w - w - 2.0 * width) * rng.unit(),
            zone.y + width + (zone.h - h - 2.0 * width) * rng.unit(),
        );
        // Without an edge: each layer within the last adds a little.
        let chalk = Color::from(page.theme.resolve(inks.ink).mix(board, 0.3)).alpha(0.011);
        out.extend((0..DUST_LAYERS).map(|n| {
            let far = n as f32 / DUST_LAYERS as f32 * 0.5;
            ellipse()
                .bounds(
                    x + w * far,
                    y + h * far,
                    w * (1.0 - 2.0 * far),
                    h * (1.0 - 2.0 * far),
                )
                .fill(chalk)
                .role("dust")
        }));
    }
    out
}

/// Forms of which one streak of wiped chalk is made.
const DUST_LAYERS: usize = 8;

/// Scrolls in the corners of a board.
fn corners(page: &Page<'_>, zone: Zone, color: Color) -> Vec<Node> {
    let s = zone.w.min(zone.h) * 0.13;
    let d = "M6 94 C6 40 40 6 94 6 M6 70 C10 40 40 10 70 6 M20 60 C34 60 40 50 36 42 C32 36 24 40 26 47 M60 20 C60 34 50 40 42 36";
    [
        (0.0, 0.0, 0.0),
        (1.0, 0.0, 90.0),
        (1.0, 1.0, 180.0),
        (0.0, 1.0, 270.0),
    ]
    .into_iter()
    .map(|(x, y, turn)| {
        path(d, 100.0, 100.0)
            .bounds(zone.x + x * (zone.w - s), zone.y + y * (zone.h - s), s, s)
            .stroke(color, (s * 0.026).max(1.4))
            .round()
            .rotate(turn)
            .role("ornament")
    })
    .take(if page.words.chars() > 400 { 0 } else { 4 })
    .collect()
}

/// Sets everything in a zone of a board: title in chalk script, flourishes between, rows plain.
fn lettered(page: &Page<'_>, zone: Zone, inks: &Inks) -> Vec<Node> {
    if !page.words.rows.is_empty() {
        return menu::menu_in(page, zone, inks, Align::Center, RowStyle::Plain);
    }
    let mut rng = page.rng.fork("lettering");
    let width = (zone.w * 0.5).min(320.0);
    let flourish = |kind: usize| {
        Part::fixed(ornament::divider(width, 18.0, inks.pop, kind), width, 18.0).gap(0.24)
    };
    let kind = rng.below(4);
    let mut all: Vec<Part> = page
        .words
        .kicker
        .iter()
        .map(|l| parts::kicker(l, inks))
        .collect();
    let long = page.words.title.as_ref().is_some_and(|t| t.len() > 46);
    // White chalk or coloured: whoever letters the board takes what lies in the tray.
    let mut chalks = [inks.ink, inks.pop];
    page.studio.rotate("chalk", &mut chalks);
    all.extend(page.words.title.as_ref().map(|t| {
        let part = parts::title(page, t, chalks[0]);
        if long {
            part.font(FontRole::Heading, 400)
        } else {
            part
        }
    }));
    all.push(flourish(kind));
    all.extend(
        page.words
            .sub
            .iter()
            .map(|l| parts::sub(l, inks).scale(0.45, 16.0, 64.0)),
    );
    all.extend(page.words.by.iter().map(|l| parts::by(l, inks)));
    all.extend(parts::deal(page, inks));
    all.extend(parts::louder(parts::tail(page, inks), 1.3));
    all.extend(parts::cta(page, inks));
    vec![page.set(&all, zone, Align::Center, 0.5).0]
}

/// A slate that fills the page.
const SLATE: Archetype = Archetype {
    name: "slate",
    reason: "A slate in a wooden frame, lettered by hand.",
    suits: |page| {
        if !composed::ordinary(page) {
            0.0
        } else if stands_outside(page) {
            0.5
        } else {
            0.9
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let mut rng = page.rng.fork("slate");
        let inner = page.full.inset(page.margin * 0.85);
        let root = page
            .root(Tone::Canvas)
            .children(slate(page, page.full, &inks, &mut rng))
            .children(corners(
                page,
                inner,
                mixed(page, inks.ink, inks.ground, 0.4),
            ));
        let zone = page.live.inset_xy(page.margin * 0.9, page.margin * 0.9);
        if page.art.is_empty() {
            return root.children(lettered(page, zone, &inks));
        }
        let (art, text) = zone.rows(0.3, page.margin * 0.4);
        root.children(page.art.arrange(art, "chalk"))
            .children(lettered(page, text, &inks))
    },
};

/// A board on the pavement before a wall.
const PAVEMENT: Archetype = Archetype {
    name: "pavement board",
    reason: "The board stands where people pass: on the pavement, before the house.",
    suits: |page| {
        if composed::ordinary(page) && page.ratio() < 1.9 && stands_outside(page) {
            1.25
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let mut rng = page.rng.fork("street");
        let (w, h) = (page.full.w, page.full.h);
        let mut root = page
            .root(Tone::Canvas)
            .children(street(page, w, h, &mut rng));
        let wide = (w * 0.78).min(h * 0.7);
        let board = Zone::new((w - wide) * 0.5, h * 0.07, wide, h * 0.8);
        let wood = Rgba::hex(0x7d5531);
        let leg = wide * 0.05;
        for (x, lean) in [
            (board.x + leg * 0.3, -1.0),
            (board.right() - leg * 1.3, 1.0),
        ] {
            let top = board.bottom() - leg;
            root = root.child(ornament::tight(
                &[
                    (x, top),
                    (x + leg, top),
                    (x + leg + lean * leg * 0.5, h * 0.95),
                    (x + lean * leg * 0.5, h * 0.95),
                ],
                wood.into(),
            ));
        }
        root = root
            .child(
                rect()
                    .bounds(board.x - leg, h * 0.945, board.w + 2.0 * leg, h * 0.018)
                    .radius(h * 0.009)
                    .fill(Color::Fixed(Rgba::BLACK).alpha(0.22))
                    .role("shadow"),
            )
            .children(slate(page, board, &inks, &mut rng))
            .children(corners(
                page,
                board.inset(wide * 0.055),
                mixed(page, inks.ink, inks.ground, 0.4),
            ));
        let zone = board.inset_xy(wide * 0.12, board.h * 0.09);
        if page.art.is_empty() {
            return root.children(lettered(page, zone, &inks));
        }
        let (art, text) = zone.rows(0.26, board.h * 0.03);
        root.children(page.art.arrange(art, "chalk"))
            .children(lettered(page, text, &inks))
    },
};

/// What stands behind a board on the pavement.
#[derive(Debug, Clone, Copy)]
enum Front {
    Plaster,
    Bricks,
    Shop,
}

/// The front of a house, and paving stones.
fn street(page: &Page<'_>, w: f32, h: f32, rng: &mut Rng) -> Vec<Node> {
    let mut fronts = [Front::Plaster, Front::Bricks, Front::Shop];
    page.studio.rotate("front", &mut fronts);
    let walls = [0xc9b8a0, 0xa9bcb4, 0xd8b7a2, 0xb7b3c4];
    let wall = match fronts[0] {
        Front::Plaster => Rgba::hex(walls[rng.below(walls.len())]),
        Front::Bricks => Rgba::hex(0xb5705a),
        Front::Shop => Rgba::hex([0x3f6b62, 0x8a3f45, 0x36537a][rng.below(3)]),
    };
    let mut out = vec![
        rect().bounds(0.0, 0.0, w, h * 0.82).fill(wall).role("wall"),
        rect()
            .bounds(0.0, h * 0.76, w, h * 0.06)
            .fill(wall.mix(Rgba::BLACK, 0.2))
            .role("plinth"),
    ];
    match fronts[0] {
        Front::Plaster => out.extend(plaster(w, h, wall, rng)),
        Front::Bricks => out.extend(bricks(w, h * 0.76, wall)),
        Front::Shop => out.extend(shop(w, h, wall)),
    }
    out.extend(pavement(w, h));
    out
}

/// A few bricks that show through plaster.
fn plaster(w: f32, h: f32, wall: Rgba, rng: &mut Rng) -> Vec<Node> {
    let mut out = Vec::new();
    for row in 0..9 {
        for _ in 0..2 {
            let (x, y) = (w * rng.unit(), h * (0.04 + 0.08 * row as f32));
            out.push(
                rect()
                    .bounds(x, y, w * 0.07, h * 0.024)
                    .fill(wall.mix(Rgba::BLACK, 0.06))
                    .role("brick"),
            );
        }
    }
    out
}

/// Courses of bricks in a bond, some burnt darker.
fn bricks(w: f32, h: f32, wall: Rgba) -> Vec<Node> {
    let (long, high) = (w * 0.105, w * 0.036);
    let joint = (w * 0.005).max(1.0);
    let rows = (h / high).ceil() as usize;
    let columns = (w / long).ceil() as usize + 1;
    let mut out = Vec::new();
    for row in 0..rows {
        let shift = if row % 2 == 0 { 0.0 } else { -0.5 };
        for column in 0..columns {
            // No two neighbours of one shade.
            let burnt = [0.0, 0.1, 0.04, 0.14, 0.07][(row * 2 + column * 3) % 5];
            out.push(
                rect()
                    .bounds(
                        long * (column as f32 + shift),
                        high * row as f32,
                        long - joint,
                        (high - joint).min(h - high * row as f32),
                    )
                    .fill(wall.mix(Rgba::BLACK, burnt).mix(Rgba::WHITE, 0.06))
                    .role("brick"),
            );
        }
    }
    out
}

/// A shop front of painted wood: panels at the sides and a striped awning.
fn shop(w: f32, h: f32, wall: Rgba) -> Vec<Node> {
    let mut out = Vec::new();
    let glass = Rgba::hex(0xdfe9e6);
    for x in [0.015, 0.785] {
        out.push(
            rect()
                .bounds(w * x, h * 0.16, w * 0.2, h * 0.5)
                .fill(glass)
                .stroke(wall.mix(Rgba::BLACK, 0.25), (w * 0.008).max(2.0))
                .role("window"),
        );
    }
    let stripes = 12;
    let wide = w / stripes as f32;
    for i in 0..stripes {
        let cloth = if i % 2 == 0 {
            Rgba::hex(0xf6efe2)
        } else {
            wall.mix(Rgba::WHITE, 0.18)
        };
        let high = h * 0.085;
        out.push(
            rect()
                .bounds(wide * i as f32, 0.0, wide + 0.5, high)
                .fill(cloth)
                .role("awning"),
        );
        out.push(
            ellipse()
                .bounds(wide * i as f32, high - wide * 0.4, wide, wide * 0.8)
                .fill(cloth)
                .role("awning"),
        );
    }
    out
}

/// Paving stones.
fn pavement(w: f32, h: f32) -> Vec<Node> {
    let stone = Rgba::hex(0xb9b4ac);
    let mut out = vec![
        rect()
            .bounds(0.0, h * 0.82, w, h * 0.18)
            .fill(stone)
            .role("pavement"),
    ];
    for i in 0..5 {
        let y = h * (0.82 + 0.04 * i as f32);
        out.push(
            rect()
                .bounds(0.0, y, w, 1.5)
                .fill(stone.mix(Rgba::BLACK, 0.16))
                .role("joint"),
        );
        for k in 0..6 {
            let x = w * (k as f32 + if i % 2 == 0 { 0.0 } else { 0.5 }) / 5.5;
            out.push(
                rect()
                    .bounds(x, y, 1.5, h * 0.04)
                    .fill(stone.mix(Rgba::BLACK, 0.16))
                    .role("joint"),
            );
        }
    }
    out
}

/// The headline on a chalk banner, the rest under it.
const RIBBONED: Archetype = Archetype {
    name: "chalk banner",
    reason: "A drawn banner lifts the headline from the lines below it.",
    suits: |page| {
        let short = page.words.title.as_ref().is_some_and(|t| t.len() <= 24);
        if composed::ordinary(page)
            && short
            && !stands_outside(page)
            && page.words.support() + page.words.rows.len() > 0
        {
            0.86
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let mut rng = page.rng.fork("banner");
        let mut root = page
            .root(Tone::Canvas)
            .children(slate(page, page.full, &inks, &mut rng));
        let zone = page.live.inset_xy(page.margin * 0.6, page.margin * 0.7);
        let high = (zone.h * 0.2).min(zone.w * 0.24);
        let banner = Zone::new(zone.x, zone.y, zone.w, high);
        let (w, h, notch) = (banner.w, banner.h, banner.h * 0.3);
        root = root.child(
            path(
                format!(
                    "M0 {a:.1} L{n:.1} {m:.1} L0 {b:.1} L{c:.1} {b:.1} L{c:.1} {h:.1} L{e:.1} {h:.1} L{e:.1} {b:.1} L{w:.1} {b:.1} L{f:.1} {m:.1} L{w:.1} {a:.1} L{e:.1} {a:.1} L{e:.1} 0 L{c:.1} 0 L{c:.1} {a:.1} Z",
                    a = h * 0.18,
                    m = h * 0.5,
                    b = h * 0.82,
                    n = notch,
                    c = w * 0.1,
                    e = w * 0.9,
                    f = w - notch,
                ),
                w,
                h,
            )
            .bounds(banner.x, banner.y, w, h)
            .stroke(inks.pop, (h * 0.022).max(1.6))
            .round()
            .role("ornament"),
        );
        if let Some(title) = &page.words.title {
            let text = Zone::new(banner.x + w * 0.13, banner.y + h * 0.1, w * 0.74, h * 0.8);
            root = root.child(
                page.set_sized(
                    &[parts::title(page, title, inks.ink)],
                    text,
                    Align::Center,
                    0.5,
                    (16.0, h * 0.62),
                )
                .0,
            );
        }
        let mut rest = page.words.clone();
        rest.title = None;
        let page_rest = Page::new(page.studio, page.theme, &rest, page.art, "banner rest");
        let mut below = Zone::new(
            zone.x,
            banner.bottom() + page.margin * 0.6,
            zone.w,
            zone.bottom() - banner.bottom() - page.margin * 0.6,
        );
        if !page.art.is_empty() {
            let (art, text) = below.rows(0.34, page.margin * 0.3);
            root = root.children(page.art.arrange(art, "chalk"));
            below = text;
        }
        root.children(lettered(&page_rest, below, &inks))
    },
};
