//! Price tags: on the shelf, on a string, as a list.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Shape};

use crate::components::print::art::centred;
use crate::components::print::ground::{self, mixed};
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts_with, inks_on};
use crate::components::typeset::Part;
use crate::components::wording::{Line, Wording};
use crate::directors::composed;
use crate::studio::{Draft, Studio};

const TAGS: &[&str] = &[
    "poster-bold",
    "friendly",
    "kraft",
    "minimal",
    "high-contrast",
    "botanical",
];

/// Returns drafts for a price tag.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let words = Wording::of(studio);
    let mut faces = vec![
        &SHELF,
        &HANG_TAG,
        &SWING_TAG,
        &BURST,
        &TAG_ROWS,
        &composed::STRIP,
        &composed::TOWER,
    ];
    // General layouts set the goods larger than their price.
    if words.price.is_none() {
        faces.push(&composed::CENTRED);
    }
    drafts_with(studio, TAGS, &faces, &words)
}

/// The paper of a tag on a page whose colour was asked for: white, with the price in that colour where it can be read.
fn paper(page: &Page<'_>, usual: Tone) -> (Rgba, Inks) {
    // A tag of kraft paper is of the paper's own colour.
    if is_kraft(page) {
        return (page.theme.token(Token::Canvas), page.inks(Tone::Canvas));
    }
    if page.studio.brief.canvas.background.is_none() {
        return (page.theme.token(usual.token()), page.inks(usual));
    }
    let inks = inks_on(page.studio, page.theme, Rgba::WHITE);
    let ground = page.theme.token(Token::Canvas);
    let bold = if ground.contrast(Rgba::WHITE) >= 3.0 {
        ground.into()
    } else {
        inks.ink
    };
    (Rgba::WHITE, Inks { bold, ..inks })
}

/// Whether the prompt tells of kraft paper and of no other colour.
fn is_kraft(page: &Page<'_>) -> bool {
    let look = &page.studio.brief.look;
    let said = look.styles.iter().any(|style| style == "kraft");
    said && look.palette.is_empty() && page.studio.brief.canvas.background.is_none()
}

/// What a tag hangs before: the colour of the page, or behind kraft paper a paler one.
fn wall(page: &Page<'_>) -> Rgba {
    const PALER: f32 = 0.72;
    let ground = page.theme.token(Token::Canvas);
    if is_kraft(page) {
        ground.mix(Rgba::WHITE, PALER)
    } else {
        ground
    }
}

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
        let mut top = named(words, &inks, (1.0, 18.0, 130.0));
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
        let (art, zone) = if page.art.is_empty() || page.ratio() < 0.7 {
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
    suits: |page| match (fits(page), hangs(page)) {
        (true, true) => 1.22,
        (true, false) => 0.62,
        _ => 0.0,
    },
    build: |page| {
        let (paper, inks) = paper(page, Tone::Accent);
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
        if is_kraft(page) {
            root = root.fill(Color::from(wall(page)));
        }
        let cut = w * *page.rng.fork("cut").pick(&[0.16, 0.28, 0.05]);
        root = root.child(
            tag.hold(shape(Shape::Bevel { cut }))
                .fill(paper)
                .role("tag"),
        );
        root = root.child(
            tag.inset(w * 0.035)
                .hold(shape(Shape::Bevel { cut: cut * 0.9 }))
                .stroke(mixed(page, inks.ink, inks.ground, 0.4), 1.5),
        );
        root = root
            .child(
                ellipse()
                    .bounds(cx - hole * 0.5, tag.y + h * 0.06, hole, hole)
                    .fill(Color::from(wall(page)))
                    .stroke(inks.ink, 2.0),
            )
            .child(string.role("ornament"));
        let zone = Zone::new(tag.x + w * 0.1, tag.y + h * 0.17, w * 0.8, h * 0.75);
        let (picture, zone) = pictured(page, zone);
        if page.words.price.is_none() || !page.words.rows.is_empty() {
            let lines = parts::everything(page, zone, &inks, Align::Center, 0.5);
            return root.children(picture).children(lines);
        }
        root.children(picture).child(
            page.set_sized(
                &priced(page, &inks),
                zone,
                Align::Center,
                0.5,
                (24.0, h * 0.2),
            )
            .0,
        )
    },
};

/// Whether a tag has room for what it says.
fn fits(page: &Page<'_>) -> bool {
    composed::ordinary(page) && page.words.rows.len() < 2 && page.words.chars() < 110
}

/// Whether a tag is asked for: a shelf has labels, a thing has a tag.
fn hangs(page: &Page<'_>) -> bool {
    let heard = page.studio.brief.heard();
    heard.contains("tag") && !heard.contains("shelf")
}

/// The goods on a disc of paper at the head of a zone, and what is left below; nothing where there is no picture or little room.
fn pictured(page: &Page<'_>, zone: Zone) -> (Vec<Node>, Zone) {
    if page.art.is_empty() || page.words.chars() > 70 {
        return (Vec::new(), zone);
    }
    let (top, rest) = zone.rows(0.4, zone.h * 0.03);
    let disc = centred(top, top.w.min(top.h));
    let mut nodes = vec![
        disc.hold(ellipse())
            .fill(Color::from(wall(page)))
            .role("ornament"),
    ];
    nodes.extend(page.art.arrange(disc.inset(disc.w * 0.17), ""));
    (nodes, rest)
}

/// A tag that lies on its side, pointed at its eyelet.
const SWING_TAG: Archetype = Archetype {
    name: "swing tag",
    reason: "A tag on its side reads like a line: the goods, then what they cost.",
    suits: |page| {
        let priced = page.words.price.is_some() && page.words.rows.is_empty();
        match (fits(page) && priced && page.ratio() > 0.9, hangs(page)) {
            (true, true) => 1.2,
            (true, false) => 0.6,
            _ => 0.0,
        }
    },
    build: |page| {
        let (paper, inks) = paper(page, Tone::Surface);
        let asked = page.studio.brief.canvas.background.is_some();
        let ground = if asked { Tone::Canvas } else { Tone::Accent };
        let edge = page.inks(ground);
        let w = page.full.w * 0.88;
        let h = (w * 0.56).min(page.full.h * 0.76);
        let tag = Zone::new((page.full.w - w) * 0.5, (page.full.h - h) * 0.54, w, h);
        let point = h * 0.3;
        let form = |by: f32| {
            let z = tag.inset(by);
            ornament::tight(
                &[
                    (z.x + point, z.y),
                    (z.right(), z.y),
                    (z.right(), z.bottom()),
                    (z.x + point, z.bottom()),
                    (z.x, z.y + z.h * 0.5),
                ],
                paper.into(),
            )
        };
        let hole = h * 0.11;
        let middle = (tag.x + point * 0.8, tag.y + h * 0.5);
        let string = path("M100 100 C40 96 60 20 0 0", 100.0, 100.0)
            .bounds(
                middle.0 - w * 0.2,
                page.full.y,
                w * 0.2,
                middle.1 - page.full.y,
            )
            .stroke(edge.quiet, 3.0)
            .round();
        let root = page
            .root(ground)
            .child(form(0.0).role("tag"))
            .child(
                form(h * 0.04)
                    .fill(Color::from(Rgba::TRANSPARENT))
                    .stroke(edge.ground, 2.0),
            )
            .child(
                ellipse()
                    .bounds(middle.0 - hole * 0.5, middle.1 - hole * 0.5, hole, hole)
                    .fill(ground.token())
                    .stroke(inks.ink, 2.0),
            )
            .child(string.role("ornament"));
        let inner = Zone::new(
            tag.x + point * 1.35,
            tag.y + h * 0.12,
            w - point * 1.35 - h * 0.14,
            h * 0.76,
        );
        let (text, picture) = if page.art.is_empty() || page.words.chars() > 70 {
            (inner, None)
        } else {
            let (text, picture) = inner.columns(0.64, h * 0.06);
            (text, Some(picture))
        };
        root.children(
            picture
                .map(|zone| page.art.arrange(zone, ""))
                .unwrap_or_default(),
        )
        .child(
            page.set_sized(
                &priced(page, &inks),
                text,
                page.ranged(),
                0.5,
                (24.0, h * 0.36),
            )
            .0,
        )
    },
};

/// A round sticker with a toothed edge.
const BURST: Archetype = Archetype {
    name: "price burst",
    reason: "A toothed disc is how a market shouts a price.",
    suits: |page| {
        let short =
            page.words.price.is_some() && page.words.rows.is_empty() && page.words.chars() < 60;
        let round = (0.7..1.4).contains(&page.ratio());
        let heard = page.studio.brief.heard();
        let tied = ["swing", "hang tag", "hole", "string", "cord", "eyelet"];
        if tied.iter().any(|word| heard.contains(word)) {
            return 0.0;
        }
        match (fits(page) && short && round, hangs(page)) {
            (true, true) => 1.14,
            (true, false) => 0.66,
            _ => 0.0,
        }
    },
    build: |page| {
        let (paper, inks) = paper(page, Tone::Accent);
        let disc = centred(page.full, page.full.w.min(page.full.h) * 0.92);
        let ring = disc.inset(disc.w * 0.085);
        let text = centred(page.full, disc.w * 0.58);
        let root = page
            .root(Tone::Canvas)
            .child(
                disc.hold(shape(Shape::Star {
                    points: 28,
                    inner: 0.9,
                }))
                .fill(paper)
                .role("tag"),
            )
            .child(
                ring.hold(ellipse())
                    .stroke(mixed(page, inks.ink, inks.ground, 0.3), 2.0)
                    .role("ornament"),
            );
        let (picture, text) = pictured(page, text);
        root.children(picture).child(
            page.set_sized(
                &priced(page, &inks),
                text,
                Align::Center,
                0.5,
                (24.0, disc.w * 0.2),
            )
            .0,
        )
    },
};

/// The goods by name, at a scale beside their price.
fn named(words: &Wording, inks: &Inks, (by, min, max): (f32, f32, f32)) -> Vec<Part> {
    let kicker = words.kicker.iter().map(|l| parts::kicker(l, inks));
    let title = words.title.iter().map(|l| {
        Part::text(l, "title")
            .font(FontRole::Heading, 700)
            .scale(by, min, max)
            .color(inks.ink)
            .leading(1.1)
    });
    kicker.chain(title).collect()
}

/// The goods small, their price as the largest line, and everything else below it.
fn priced(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let mut all = named(words, inks, (0.56, 20.0, 80.0));
    all.extend(words.sub.iter().map(|l| {
        Part::text(l, "subtitle")
            .scale(0.24, 14.0, 30.0)
            .color(inks.quiet)
            .gap(0.3)
    }));
    all.extend(
        words
            .old_price
            .iter()
            .map(|l| parts::old_price(l, inks).scale(0.36, 16.0, 60.0)),
    );
    all.extend(words.price.iter().map(|l| {
        parts::price(l, inks)
            .scale(1.0, 28.0, 260.0)
            .lines(1)
            .gap(0.26)
    }));
    all.extend(words.badges.iter().map(|l| parts::sub(l, inks)));
    all.extend(words.by.iter().map(|l| parts::by(l, inks)));
    all.extend(
        parts::tail(page, inks)
            .into_iter()
            .map(|part| part.scale(0.24, 14.0, 30.0)),
    );
    all.extend(parts::cta(page, inks));
    all
}

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
