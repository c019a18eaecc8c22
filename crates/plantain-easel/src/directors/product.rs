//! Product pictures: the goods on a stage, with name, tagline, price and offer set over them; a grid for several records.

use plantain_read::{Record, Role};
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node};

use crate::components::pitch;
use crate::components::print::art::{self, centred};
use crate::components::print::badge::{self, Form};
use crate::components::print::ground::{self, mixed};
use crate::components::print::ornament;
use crate::components::print::package;
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts_with};
use crate::components::typeset::Part;
use crate::components::wording::Line;
use crate::directors::{banner, composed, scene};
use crate::studio::{Draft, Studio};

const CUSTOM: &[&str] = &[
    "minimal",
    "friendly",
    "editorial",
    "botanical",
    "luxury",
    "swiss",
    "pastel",
    "poster-bold",
];
/// Most products of a grid.
const PRODUCTS_MAX: usize = 12;

/// Returns drafts for a product picture.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let brief = studio.brief;
    if brief.literals.is_empty() && brief.records.is_empty() && !brief.objects.is_empty() {
        // A picture of the goods and nothing else is a scene.
        return scene::direct(studio);
    }
    let mut words = banner::words(studio);
    if words.is_empty() && pitch::may_invent(studio) {
        words.title = Some(Line::invented(pitch::say(studio, "New in"), Role::Title));
    }
    let several = products(studio).len() >= 2;
    let archetypes: &[&Archetype] = if several {
        &[&SHELVES]
    } else {
        &[
            &PODIUM,
            &SIDE_STAGE,
            &SPOTLIGHT,
            &composed::STRIP,
            &composed::TOWER,
        ]
    };
    drafts_with(studio, CUSTOM, archetypes, &words)
}

/// Returns whether the brief brings records of several products.
pub fn several(studio: &Studio<'_>) -> bool {
    products(studio).len() >= 2
}

/// Returns the records that name a product.
fn products<'a>(studio: &Studio<'a>) -> Vec<&'a Record> {
    studio
        .brief
        .records
        .iter()
        .filter(|r| {
            field(
                r,
                &["name", "title", "product", "product_name", "productname"],
            )
            .is_some()
        })
        .take(PRODUCTS_MAX)
        .collect()
}

fn field<'r>(record: &'r Record, keys: &[&str]) -> Option<&'r str> {
    let plain = |key: &str| key.rsplit('.').next().unwrap_or(key).to_lowercase();
    record
        .fields
        .iter()
        .find(|(key, _)| keys.contains(&plain(key).as_str()))
        .map(|(_, value)| value.as_str())
}

/// Draws the goods: objects, what the product's name calls for, or a package that carries the name.
fn goods(page: &Page<'_>, zone: Zone, inks: &Inks, named: Option<&str>) -> Vec<Node> {
    if named.is_none() && !page.art.is_empty() {
        let mut nodes = vec![ground::contact_shadow(if page.art.len() == 1 {
            centred_foot(zone)
        } else {
            zone
        })];
        nodes.extend(page.art.arrange(zone, &page.theme.manner));
        return nodes;
    }
    let title = named
        .or(page.words.title.as_ref().map(|t| t.text.as_str()))
        .unwrap_or_default()
        .to_lowercase();
    let topic = page
        .studio
        .brief
        .topic
        .iter()
        .flat_map(|t| t.split(' '))
        .filter(|_| named.is_none());
    let words: Vec<&str> = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 2)
        .chain(topic)
        .collect();
    if package::form(&words).is_none()
        && let Some((name, false)) = words
            .iter()
            .rev()
            .find_map(|w| art::find(w).filter(|(_, icon)| !icon))
    {
        let side = zone.w.min(zone.h);
        let place = Zone::new(
            zone.x + (zone.w - side) * 0.5,
            zone.bottom() - side,
            side,
            side,
        );
        return vec![
            ground::contact_shadow(place),
            place.hold(object(name)).role("art"),
        ];
    }
    let form = package::form(&words).unwrap_or(package::Form::Box);
    let color = page.theme.resolve(inks.bold);
    vec![
        ground::contact_shadow(centred_foot(zone)),
        package::package(page, zone, form, color, &[]),
    ]
}

fn centred_foot(zone: Zone) -> Zone {
    let side = zone.w.min(zone.h);
    Zone::new(
        zone.x + (zone.w - side) * 0.5,
        zone.bottom() - side,
        side,
        side,
    )
}

/// A round podium with a lit wall behind it.
fn podium(page: &Page<'_>, zone: Zone, inks: &Inks) -> (Vec<Node>, Zone) {
    let w = (zone.w * 0.86).min(zone.h * 0.95);
    let top = w * 0.16;
    let high = w * 0.13;
    let x = zone.x + (zone.w - w) * 0.5;
    let y = zone.bottom() - high - top;
    let side = |t: f32| mixed(page, inks.bold, inks.ground, t);
    let body = path(
        format!(
            "M0 {a:.1} L0 {b:.1} A{r:.1} {a:.1} 0 0 0 {w:.1} {b:.1} L{w:.1} {a:.1} Z",
            a = top * 0.5,
            b = top * 0.5 + high,
            r = w * 0.5
        ),
        w,
        top + high,
    );
    let nodes = vec![
        rect()
            .bounds(x + w * 0.05, zone.bottom() - top * 0.5, w * 0.9, top * 0.3)
            .radius(top * 0.15)
            .fill(Color::Token(Token::Ink, 0.1))
            .shadow(0.0, top * 0.8, Color::Token(Token::Ink, 0.22))
            .role("shadow"),
        body.bounds(x, y, w, top + high)
            .gradient(90.0, side(0.42), side(0.66))
            .role("stage"),
        ellipse()
            .bounds(x, y, w, top)
            .fill(side(0.74))
            .role("stage"),
    ];
    (
        nodes,
        Zone::new(zone.x, zone.y, zone.w, y + top * 0.6 - zone.y),
    )
}

fn flash_of<'w>(page: &Page<'w>) -> Vec<(&'w Line, f32)> {
    let words = page.words;
    if let Some(badge) = words.badges.first() {
        return vec![(badge, 1.0)];
    }
    Vec::new()
}

/// Name, tagline, prices, button: everything but the flash.
fn copy(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let mut out: Vec<Part> = words
        .brand
        .iter()
        .chain(&words.kicker)
        .map(|l| parts::kicker(l, inks))
        .collect();
    out.extend(words.title.iter().map(|t| parts::title(page, t, inks.ink)));
    out.extend(words.sub.iter().map(|l| parts::sub(l, inks)));
    out.extend(words.by.iter().map(|l| parts::by(l, inks)));
    out.extend(words.body.iter().map(|l| parts::body(l, inks)));
    out.extend(words.facts.iter().map(|l| parts::fact(l, inks)));
    for row in &words.rows {
        out.push(parts::fact(&row.name, inks));
        out.extend(row.value.iter().map(|l| parts::fact(l, inks)));
    }
    out.extend(
        words
            .price
            .iter()
            .map(|l| parts::price(l, inks).scale(0.6, 24.0, 96.0)),
    );
    out.extend(words.old_price.iter().map(|l| parts::old_price(l, inks)));
    out.extend(words.badges.iter().skip(1).map(|l| parts::sub(l, inks)));
    out.extend(parts::cta(page, inks));
    out.extend(words.contact.iter().map(|l| parts::contact(l, inks)));
    out.extend(words.small.iter().map(|l| parts::small(l, inks)));
    out
}

fn with_flash(page: &Page<'_>, root: Node, zone: Zone, inks: &Inks) -> Node {
    let lines = flash_of(page);
    if lines.is_empty() {
        return root;
    }
    let d = (zone.w.min(zone.h) * 0.4).max(110.0).min(zone.w * 0.6);
    let fill = if page.theme.resolve(inks.mark).contrast(inks.ground) > 1.8 {
        inks.mark
    } else {
        inks.bold
    };
    let place = Zone::new(zone.right() - d, zone.y, d, d);
    root.child(badge::flash(page, place, fill, Form::Burst, &lines, -8.0))
}

fn horizontal(page: &Page<'_>) -> bool {
    page.ratio() >= 1.15
}

/// The goods on a podium, the words beside or above.
const PODIUM: Archetype = Archetype {
    name: "podium",
    reason: "The product stands on a podium in soft light; the words keep clear of it.",
    suits: |page| if composed::ordinary(page) { 0.85 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let (text, stage) = if horizontal(page) {
            page.live.columns(0.48, page.margin)
        } else {
            let (t, s) = page.live.rows(0.42, page.margin * 0.5);
            (t, s)
        };
        let mut root = page.root(Tone::Canvas);
        let glow = page.full.w.max(page.full.h) * 0.9;
        let (cx, cy) = stage.center();
        let center = [
            (cx / page.full.w).clamp(0.0, 1.0),
            (cy / page.full.h).clamp(0.0, 1.0),
        ];
        root = root.child(
            page.full
                .hold(rect())
                .fill(plantain_scene::node::Paint::Radial {
                    center,
                    radius: glow / page.full.w.max(page.full.h) * 0.7,
                    stops: vec![
                        (0.0, mixed(page, inks.bold, inks.ground, 0.86)),
                        (1.0, inks.ground.into()),
                    ],
                })
                .role("ornament"),
        );
        let (nodes, top) = podium(page, stage, &inks);
        root = root.children(nodes).children(goods(
            page,
            Zone::new(
                top.x + top.w * 0.16,
                top.y + top.h * 0.1,
                top.w * 0.68,
                top.h * 0.9,
            ),
            &inks,
            None,
        ));
        let align = if horizontal(page) {
            page.ranged()
        } else {
            Align::Center
        };
        root = root.child(
            page.set_sized(
                &copy(page, &inks),
                text,
                align,
                0.5,
                (20.0, page.full.h.min(page.full.w) * 0.2),
            )
            .0,
        );
        with_flash(page, root, stage, &inks)
    },
};

/// A coloured side for the goods, a calm side for the words.
const SIDE_STAGE: Archetype = Archetype {
    name: "coloured side",
    reason: "Half the picture is the product on its colour, half is calm ground for the words.",
    suits: |page| if composed::ordinary(page) { 0.7 } else { 0.0 },
    build: |page| {
        let (a, b) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let (text, side) = if horizontal(page) {
            page.full.columns(0.5, 0.0)
        } else {
            let (s, t) = page.full.rows(0.52, 0.0);
            (t, s)
        };
        let mut root = page
            .root(Tone::Canvas)
            .child(side.hold(rect()).fill(Tone::Accent.token()));
        let d = side.w.min(side.h) * 0.82;
        let disc = centred(side, d);
        root = root.child(
            disc.hold(ellipse())
                .fill(mixed(page, b.ink, b.ground, 0.84))
                .role("ornament"),
        );
        root = root.children(goods(page, centred(side, d * 0.72), &b, None));
        let align = if horizontal(page) {
            page.ranged()
        } else {
            Align::Center
        };
        root = root.child(
            page.set_sized(
                &copy(page, &a),
                text.inset(page.margin),
                align,
                0.5,
                (20.0, page.full.h.min(page.full.w) * 0.18),
            )
            .0,
        );
        with_flash(page, root, side.inset(page.margin * 0.6), &b)
    },
};

/// The goods in the middle in front of rays, name above, price and button below.
const SPOTLIGHT: Archetype = Archetype {
    name: "spotlight",
    reason: "The product is in the middle of the picture; name above, price and button below.",
    suits: |page| {
        if composed::ordinary(page) && page.ratio() < 1.4 {
            0.75
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let words = page.words;
        let mut head: Vec<Part> = words
            .brand
            .iter()
            .chain(&words.kicker)
            .map(|l| parts::kicker(l, &inks))
            .collect();
        head.extend(words.title.iter().map(|t| parts::title(page, t, inks.ink)));
        head.extend(words.sub.iter().map(|l| parts::sub(l, &inks)));
        let below: Vec<Part> = copy(page, &inks).into_iter().skip(head.len()).collect();
        let (top, rest) = page.live.rows(0.27, page.margin * 0.3);
        let low = if below.is_empty() {
            0.0
        } else {
            (below.len() as f32 * 0.09).clamp(0.16, 0.4)
        };
        let (stage, bottom) = rest.rows(1.0 - low, page.margin * 0.3);
        let mut root = page.root(Tone::Canvas).child(ornament::rays(
            stage.center(),
            page.full.w.max(page.full.h),
            26,
            mixed(page, inks.bold, inks.ground, 0.93),
        ));
        let disc = centred(stage, stage.h * 0.96);
        root = root.child(
            disc.hold(ellipse())
                .fill(mixed(page, inks.bold, inks.ground, 0.78))
                .role("ornament"),
        );
        root = root.children(goods(page, centred(stage, stage.h * 0.78), &inks, None));
        root = root.child(page.set(&head, top, Align::Center, 0.5).0);
        if !below.is_empty() {
            root = root.child(
                page.set_sized(&below, bottom, Align::Center, 0.5, (70.0, 130.0))
                    .0,
            );
        }
        with_flash(
            page,
            root,
            Zone::new(stage.x + stage.w * 0.5, stage.y, stage.w * 0.5, stage.h),
            &inks,
        )
    },
};

/// Several products as equal cards.
const SHELVES: Archetype = Archetype {
    name: "product shelf",
    reason: "The products share one form, so that only what differs stands out.",
    suits: |_| 1.0,
    build: |page| {
        let (inks, card) = (page.inks(Tone::Canvas), page.inks(Tone::Surface));
        let records = products(page.studio);
        let printed: Vec<&str> = page
            .studio
            .brief
            .literals
            .iter()
            .map(|l| l.text.as_str())
            .collect();
        let in_records = |text: &str| {
            records
                .iter()
                .any(|r| r.fields.iter().any(|(_, v)| v == text))
        };
        let header: Vec<Line> = page
            .words
            .lines()
            .filter(|l| l.literal && !in_records(&l.text))
            .cloned()
            .collect();
        let head: Vec<Part> = header
            .iter()
            .enumerate()
            .map(|(i, l)| {
                if i == 0 {
                    parts::title(page, l, inks.ink).scale(1.0, 20.0, 76.0)
                } else {
                    parts::sub(l, &inks)
                }
            })
            .collect();
        let mut root = page.root(Tone::Canvas);
        let mut zone = page.live;
        if !head.is_empty() {
            let (top, rest) = zone.rows(0.17, page.margin * 0.4);
            root = root.child(
                page.set_sized(&head, top, page.ranged(), 0.3, (20.0, 76.0))
                    .0,
            );
            zone = rest;
        }
        let n = records.len();
        let columns = (1..=n)
            .min_by_key(|c| {
                let (w, h) = (zone.w / *c as f32, zone.h / n.div_ceil(*c) as f32);
                ((w / h - 0.8).abs() * 100.0) as u32 + (n.div_ceil(*c) * c - n) as u32 * 30
            })
            .unwrap_or(1);
        let gap = page.margin * 0.45;
        let (w, h) = (
            (zone.w - gap * (columns - 1) as f32) / columns as f32,
            (zone.h - gap * (n.div_ceil(columns) - 1) as f32) / n.div_ceil(columns) as f32,
        );
        for (i, record) in records.iter().enumerate() {
            let cell = Zone::new(
                zone.x + (i % columns) as f32 * (w + gap),
                zone.y + (i / columns) as f32 * (h + gap),
                w,
                h,
            );
            root = root.children(card_of(page, record, &printed, cell, &card));
        }
        root
    },
};

fn card_of(
    page: &Page<'_>,
    record: &Record,
    printed: &[&str],
    cell: Zone,
    inks: &Inks,
) -> Vec<Node> {
    let mut nodes = vec![
        cell.hold(rect())
            .fill(Token::Surface)
            .radius(page.theme.radius)
            .stroke(Token::Line, 1.0)
            .role("card"),
    ];
    let (picture, text) = cell.rows(0.54, 0.0);
    let name = field(
        record,
        &["name", "title", "product", "product_name", "productname"],
    );
    let panel = picture.inset(10.0);
    nodes.push(
        panel
            .hold(rect())
            .fill(mixed(
                page,
                inks.bold,
                Rgba::WHITE.mix(inks.ground, 0.6),
                0.84,
            ))
            .radius((page.theme.radius - 6.0).max(0.0))
            .role("stage"),
    );
    nodes.extend(goods(
        page,
        centred(panel, panel.h.min(panel.w) * 0.74),
        inks,
        name,
    ));
    let mut parts = Vec::new();
    let mut late = Vec::new();
    for (key, value) in &record.fields {
        if !printed.contains(&value.as_str()) {
            continue;
        }
        let key = key.rsplit('.').next().unwrap_or(key).to_lowercase();
        let line = Line::asked(value, Role::Text);
        match key.as_str() {
            _ if Some(value.as_str()) == name => parts.insert(
                0,
                Part::text(&line, "title")
                    .font(FontRole::Heading, 700)
                    .scale(1.0, 14.0, 40.0)
                    .color(inks.ink)
                    .leading(1.15),
            ),
            "price" | "sale_price" | "saleprice" => parts.push(
                Part::text(&line, "price")
                    .font(FontRole::Heading, 700)
                    .scale(0.95, 14.0, 38.0)
                    .color(inks.pop)
                    .gap(0.35),
            ),
            "old_price" | "original_price" | "was" | "list_price" => late.push(
                Part::text(&line, "old-price")
                    .scale(0.6, 12.0, 22.0)
                    .color(inks.quiet)
                    .strike()
                    .gap(0.2),
            ),
            _ => parts.push(
                Part::text(&line, "tagline")
                    .scale(0.62, 12.0, 22.0)
                    .color(inks.quiet)
                    .gap(0.35)
                    .leading(1.3),
            ),
        }
    }
    parts.extend(late);
    let zone = Zone::new(text.x + 18.0, text.y + 4.0, text.w - 36.0, text.h - 20.0);
    nodes.push(
        page.set_sized(&parts, zone, page.ranged(), 0.3, (14.0, 38.0))
            .0,
    );
    nodes
}
