//! Covers of books, magazines and records.

mod magazine;

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole, Motif, Node, Shape};

use crate::components::print::art::centred;
use crate::components::print::ground::{self, Measure, mixed};
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts;
use crate::components::print::picture::{self, Subject};
use crate::components::print::vista;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts_with};
use crate::components::typeset::{Part, node_role};
use crate::components::wording::{Line, Wording};
use crate::directors::poster::{places, things};
use crate::directors::{composed, idiom};
use crate::rng::Rng;
use crate::studio::{Draft, Studio};

const BOOKS: &[&str] = &[
    "editorial",
    "mid-century",
    "botanical",
    "risograph",
    "swiss",
    "art-deco",
    "luxury",
    "seventies",
];
const MAGAZINES: &[&str] = &[
    "editorial",
    "swiss",
    "poster-bold",
    "minimal",
    "pastel",
    "brutalist",
];
const ALBUMS: &[&str] = &[
    "risograph",
    "seventies",
    "neon",
    "swiss",
    "brutalist",
    "mid-century",
    "night",
];

/// Returns drafts for a book cover.
pub fn book(studio: &Studio<'_>) -> Vec<Draft> {
    let words = words(studio);
    drafts_with(
        studio,
        BOOKS,
        &idiom::with(&[
            &places::WHOLE_PLACE,
            &places::PLACE_SHEET,
            &things::CROPPED,
            &things::DISC,
            &things::REPEATED,
            &PICTURE_BOOK,
            &TITLE_BLOCK,
            &PANEL,
            &PATTERN_COVER,
            &composed::FRAMED,
            &composed::STRIP,
            &composed::TOWER,
        ]),
        &words,
    )
}

/// Returns drafts for a magazine cover.
pub fn magazine(studio: &Studio<'_>) -> Vec<Draft> {
    drafts_with(
        studio,
        MAGAZINES,
        &[
            &magazine::FULL_MASTHEAD,
            &magazine::FRAMED,
            &magazine::MASTHEAD,
            &composed::STRIP,
            &composed::TOWER,
        ],
        &words(studio),
    )
}

/// Returns drafts for a record cover.
pub fn album(studio: &Studio<'_>) -> Vec<Draft> {
    drafts_with(
        studio,
        ALBUMS,
        &idiom::with(&[
            &places::WHOLE_PLACE,
            &things::CROPPED,
            &things::DISC,
            &things::REPEATED,
            &SLEEVE,
            &TITLE_BLOCK,
            &composed::GREAT_TYPE,
            &composed::HERO,
            &composed::STRIP,
            &composed::TOWER,
        ]),
        &words(studio),
    )
}

/// Returns the wording with the author found.
fn words(studio: &Studio<'_>) -> Wording {
    let mut words = Wording::of(studio);
    if words.by.is_none() {
        words.by = words.take_fact(&[Role::Person]);
    }
    if words.by.is_none()
        && words.sub.len() == 1
        && words.sub[0].role == Role::Text
        && words.sub[0].text.split_whitespace().count() <= 4
    {
        words.by = words.sub.pop();
    }
    words
}

fn author(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    page.words
        .by
        .iter()
        .map(|l| {
            let part = Part::text(l, "author")
                .font(FontRole::Heading, 600)
                .scale(0.42, 24.0, 52.0)
                .color(inks.ink)
                .gap(0.6);
            if parts::latin_caps(&l.text) {
                part.tracking(0.04)
            } else {
                part
            }
        })
        .collect()
}

/// Kicker, title and subtitles.
fn name(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let mut out = parts::name(page, inks, inks.ink);
    out.extend(words.sub.iter().map(|l| parts::sub(l, inks)));
    out
}

/// Everything that is neither title nor author.
fn extras(page: &Page<'_>) -> Vec<Line> {
    let mut rest = page.words.clone();
    rest.sub.clear();
    rest.by = None;
    let mut lines = rest.drain_support();
    lines.extend(page.words.buttons.iter().cloned());
    lines
}

fn extra_parts(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    extras(page)
        .iter()
        .map(|l| {
            Part::text(l, node_role(l.role))
                .font(FontRole::Body, 500)
                .scale(0.3, 18.0, 32.0)
                .color(inks.quiet)
                .gap(0.5)
        })
        .collect()
}

/// Draws what the cover shows in a zone: the objects on a plate, or forms that fit the topic.
fn image(page: &Page<'_>, zone: Zone, inks: &Inks) -> Vec<Node> {
    if page.art.is_empty()
        && let Some(place) = vista::of(page)
    {
        let painted = vista::paint(page, place, (zone.w, zone.h), 0.0);
        return vec![vista::node(zone, painted.nodes)];
    }
    if page.art.is_empty() {
        let kind = match picture::subject(page) {
            Subject::Sound => Subject::Tiles,
            other => other,
        };
        return vec![picture::picture(page, zone, inks, kind)];
    }
    ground::stage(page, zone, inks)
}

const PICTURE_BOOK: Archetype = Archetype {
    name: "title over picture",
    reason: "Title above, one strong picture, the author at the foot: the plan of most novels.",
    suits: |page| {
        if composed::ordinary(page) {
            if page.art.is_empty() { 0.5 } else { 0.9 }
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.live.inset_xy(page.live.w * 0.02, page.live.h * 0.02);
        let (top, rest) = zone.rows(0.34, page.margin * 0.4);
        let mut foot = extra_parts(page, &inks);
        foot.extend(author(page, &inks));
        let (middle, low) = rest.rows(if foot.len() > 2 { 0.7 } else { 0.84 }, page.margin * 0.4);
        let mut root = page.root(Tone::Canvas);
        let glow = centred(middle, middle.w.max(middle.h) * 1.5);
        root = root.child(
            glow.hold(ellipse())
                .fill(plantain_scene::node::Paint::Radial {
                    center: [0.5, 0.5],
                    radius: 0.5,
                    stops: vec![
                        (0.0, mixed(page, inks.bold, inks.ground, 0.82)),
                        (
                            1.0,
                            page.theme
                                .resolve(inks.bold)
                                .mix(inks.ground, 0.9)
                                .faded(0.0)
                                .into(),
                        ),
                    ],
                })
                .role("ornament"),
        );
        root = root.children(image(page, middle, &inks));
        root = root.child(page.set(&name(page, &inks), top, Align::Center, 0.4).0);
        root.child(
            page.set_sized(&foot, low, Align::Center, 1.0, (50.0, 120.0))
                .0,
        )
    },
};

const TITLE_BLOCK: Archetype = Archetype {
    name: "large title",
    reason: "The title is set as large as the cover allows; the picture serves it.",
    suits: |page| {
        if composed::ordinary(page) && page.ratio() < 1.3 {
            0.7
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let (head, rest) = page.live.rows(0.5, page.margin * 0.5);
        let mut foot = author(page, &inks);
        foot.extend(extra_parts(page, &inks));
        let (picture, low) = rest.rows(0.68, page.margin * 0.4);
        let mut root = page.root(Tone::Canvas);
        let wide = Zone::new(0.0, picture.y, page.full.w, picture.h);
        root = root.children(if page.art.is_empty() {
            image(page, wide, &inks)
        } else {
            image(page, picture, &inks)
        });
        root = root.child(
            page.set_sized(
                &name(page, &inks),
                head,
                page.ranged(),
                0.0,
                (24.0, page.full.h * 0.26),
            )
            .0,
        );
        root.child(
            page.set_sized(&foot, low, page.ranged(), 1.0, (50.0, 120.0))
                .0,
        )
    },
};

const PANEL: Archetype = Archetype {
    name: "label panel",
    reason: "A panel on the picture holds title and author like a bookplate.",
    suits: |page| {
        if composed::ordinary(page) && page.ratio() < 1.3 {
            0.66
        } else {
            0.0
        }
    },
    build: |page| {
        let back = page.inks(Tone::Canvas);
        let tone = if page.theme.is_dark() || page.studio.brief.canvas.background.is_some() {
            Tone::Canvas
        } else {
            Tone::Surface
        };
        let inks = page.inks(tone);
        let (w, h) = (page.full.w, page.full.h);
        let mut root = page.root(Tone::Canvas);
        let mut panel = Zone::new(w * 0.14, h * 0.28, w * 0.72, h * 0.44);
        if page.art.is_empty() {
            let kind = match picture::subject(page) {
                Subject::Sound | Subject::Sun => Subject::Tiles,
                other => other,
            };
            root = root.child(picture::picture(page, page.full, &back, kind));
        } else {
            panel = Zone::new(w * 0.12, h * 0.08, w * 0.76, h * 0.4);
            root = root.child(ornament::rays(
                (w * 0.5, h * 0.74),
                w.max(h),
                24,
                mixed(page, back.bold, back.ground, 0.86),
            ));
            root = root.children(ground::stage(
                page,
                Zone::new(w * 0.12, h * 0.52, w * 0.76, h * 0.42),
                &back,
            ));
        }
        root = root
            .child(panel.hold(rect()).fill(tone.token()).role("panel"))
            .children(ornament::frame(
                panel.inset(10.0),
                inks.bold,
                FrameStyle::Single,
            ));
        let mut all = name(page, &inks);
        all.push(Part::rule(0.16, 2.0, inks.bold).gap(0.3));
        all.extend(author(page, &inks));
        all.extend(extra_parts(page, &inks));
        root.child(
            page.set_sized(
                &all,
                panel.inset(page.margin * 0.75),
                Align::Center,
                0.5,
                (22.0, h * 0.11),
            )
            .0,
        )
    },
};

/// What is repeated over a board, one in each cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tile {
    Leaf,
    Hexagon,
    Triangle,
    Diamond,
    Star,
    Circle,
}

/// Words that ask for a form in each cell, and for a printed pattern.
const TILES: &[(&[&str], Tile)] = &[
    (
        &["leaf", "leaves", "fern", "ferns", "foliage", "botanical"],
        Tile::Leaf,
    ),
    (
        &["hexagon", "hexagons", "honeycomb", "hexagonal"],
        Tile::Hexagon,
    ),
    (&["triangle", "triangles"], Tile::Triangle),
    (&["diamond", "diamonds", "rhombus"], Tile::Diamond),
    (&["star", "stars"], Tile::Star),
    (&["circle", "circles"], Tile::Circle),
];
const PRINTS: &[(&[&str], Motif)] = &[
    (&["dots", "dot", "polka"], Motif::Dots),
    (&["stripes", "stripe", "striped"], Motif::Stripes),
    (&["diagonal", "diagonals"], Motif::Diagonal),
    (&["grid", "squares", "graph"], Motif::Grid),
    (
        &["checks", "checkered", "checkerboard", "gingham"],
        Motif::Checks,
    ),
    (&["zigzag", "zigzags", "chevron", "chevrons"], Motif::Zigzag),
    (&["waves", "wave", "wavy"], Motif::Waves),
    (&["crosses", "plus"], Motif::Crosses),
];

/// What a prompt that speaks of a pattern says it is of.
fn asked<T: Copy>(page: &Page<'_>, table: &[(&[&str], T)]) -> Option<T> {
    let heard = page.studio.brief.heard();
    if !heard.contains("pattern") {
        return None;
    }
    let mut words = heard.split(|c: char| !c.is_alphanumeric());
    words.find_map(|word| {
        let known = table.iter().find(|(names, _)| names.contains(&word));
        known.map(|(_, value)| *value)
    })
}

/// One form or thing over and over, every second row shifted by half a cell.
fn tiles(page: &Page<'_>, unit: f32, form: Option<Tile>, back: &Inks, rng: &mut Rng) -> Vec<Node> {
    let mut out = Vec::new();
    let (told, form) = (form.is_some(), form.unwrap_or(Tile::Leaf));
    for r in 0..(page.full.h / unit) as usize + 1 {
        for c in 0..7 {
            let x = (c as f32 - if r % 2 == 0 { 0.0 } else { 0.5 }) * unit;
            let inset = unit * 0.16;
            let cell = Zone::new(
                x + inset,
                r as f32 * unit + inset,
                unit - 2.0 * inset,
                unit - 2.0 * inset,
            );
            let ink = if (r + c) % 2 == 0 {
                back.bold
            } else {
                back.mark
            };
            let color = mixed(page, ink, back.ground, 0.35);
            let shaped = |form: Shape| cell.hold(shape(form)).fill(color).role("ornament");
            out.push(match (page.art.pieces.first(), form) {
                (Some(piece), _) if !piece.is_icon && !told => {
                    cell.hold(piece.node(&page.theme.manner)).opacity(0.9)
                }
                (_, Tile::Leaf) => ornament::sprig(cell, color, rng),
                (_, Tile::Hexagon) => shaped(Shape::Polygon {
                    sides: 6,
                    turn: 0.0,
                }),
                (_, Tile::Diamond) => shaped(Shape::Polygon {
                    sides: 4,
                    turn: 0.0,
                }),
                (_, Tile::Triangle) => shaped(Shape::Triangle),
                (_, Tile::Star) => shaped(Shape::Star {
                    points: 5,
                    inner: 0.42,
                }),
                (_, Tile::Circle) => cell.hold(ellipse()).fill(color).role("ornament"),
            });
        }
    }
    out
}

const PATTERN_COVER: Archetype = Archetype {
    name: "patterned cover",
    reason: "A repeated motif covers the board, a band holds title and author: the plan of textbooks and series.",
    suits: |page| {
        let asked = page.studio.brief.heard().contains("pattern");
        let series = page.studio.brief.topic.iter().any(|t| {
            [
                "textbook", "notebook", "school", "course", "botany", "science",
            ]
            .contains(&t.as_str())
        });
        if !composed::ordinary(page) {
            0.0
        } else if asked {
            1.3
        } else if series {
            1.1
        } else {
            0.4
        }
    },
    build: |page| {
        let (back, band) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let (w, h) = (page.full.w, page.full.h);
        let mut root = page.root(Tone::Canvas);
        let zone = Zone::new(0.0, h * 0.56, w, h * 0.36);
        let mut rng = page.rng.fork("pattern");
        let unit = w / 6.0;
        let form = asked(page, TILES);
        let printed = asked(page, PRINTS);
        let leafy = page.art.is_empty() && page.theme.ornament == "leaves" && printed.is_none();
        if form.is_some() || page.art.len() == 1 || leafy {
            root = root.children(tiles(page, unit, form, &back, &mut rng));
        } else if page.art.is_empty() {
            let motif = printed.unwrap_or(*rng.pick(&[
                Motif::Waves,
                Motif::Dots,
                Motif::Zigzag,
                Motif::Checks,
                Motif::Crosses,
            ]));
            root = root.child(ornament::pattern(
                page.full,
                motif,
                mixed(page, back.bold, back.ground, 0.7),
                unit * 0.5,
            ));
        } else {
            root = root.children(page.art.arrange(
                Zone::new(page.live.x, page.live.y, page.live.w, h * 0.46),
                &page.theme.manner,
            ));
        }
        root = root.child(zone.hold(rect()).fill(Tone::Accent.token()).role("band"));
        let mut all = name(page, &band);
        all.extend(author(page, &band));
        all.extend(extra_parts(page, &band));
        root.child(
            page.set_sized(
                &all,
                zone.inset_xy(page.margin, page.margin * 0.6),
                page.ranged(),
                0.5,
                (22.0, h * 0.13),
            )
            .0,
        )
    },
};

/// A record sleeve: a square picture and two small lines.
const SLEEVE: Archetype = Archetype {
    name: "record sleeve",
    reason: "The picture owns the sleeve; artist and title stand small along its foot.",
    suits: |page| if composed::ordinary(page) { 0.95 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let low_h = page.full.h * (0.2 + 0.03 * extras(page).len().min(4) as f32);
        let zone = Zone::new(page.live.x, page.live.y, page.live.w, page.live.h - low_h);
        let mut root = page.root(Tone::Canvas);
        if page.art.is_empty() {
            let kind = match page.rng.fork("kind").below(3) {
                0 => Subject::Sun,
                1 => Subject::Tiles,
                _ => picture::subject(page),
            };
            root = root.child(picture::picture(page, zone, &inks, kind));
        } else {
            root = root
                .children(ground::dress(page, &inks, zone, Measure::Quiet))
                .children(ground::stage(page, zone, &inks));
        }
        let mut all = name(page, &inks);
        all.extend(author(page, &inks));
        all.extend(extra_parts(page, &inks));
        let low = Zone::new(
            page.live.x,
            zone.bottom() + page.margin * 0.4,
            page.live.w,
            low_h - page.margin * 0.4,
        );
        root.child(
            page.set_sized(&all, low, page.ranged(), 1.0, (20.0, page.full.h * 0.11))
                .0,
        )
    },
};
