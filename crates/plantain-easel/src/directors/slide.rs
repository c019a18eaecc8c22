//! Slides that make points, show figures or quote somebody.

mod picture;
mod sides;

use plantain_read::SlideText;
use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{FontRole, Node};

use crate::components::diagram::{Body, Entry, Lettering, Sheet, Way, Words, propose};
use crate::components::pitch::capital;
use crate::components::print::Zone;
use crate::components::print::art::find_icon;
use crate::studio::{Draft, Studio};

const CUSTOM: &[&str] = &[
    "corporate",
    "swiss",
    "minimal",
    "editorial",
    "night",
    "mid-century",
    "botanical",
    "friendly",
];

/// What the slide says.
struct Deck {
    title: Option<Entry>,
    points: Vec<Entry>,
    figures: Vec<(Entry, Option<Entry>)>,
    quote: Option<Entry>,
    by: Option<Entry>,
    /// Headings with their points.
    sides: Vec<(Entry, Vec<Entry>)>,
    /// Lines that have no other place.
    rest: Vec<Entry>,
}

/// Returns whether a slide makes points, shows figures or quotes somebody.
pub fn makes_points(slide: &SlideText) -> bool {
    slide.points.len() >= 2
        || slide.sides.len() >= 2
        || !slide.figures.is_empty()
        || slide.quote.is_some()
        || slide.points_open >= 2
}

/// Returns drafts of a slide that makes points.
pub fn direct(studio: &Studio<'_>, slide: &SlideText) -> Vec<Draft> {
    let deck = deck(studio, slide);
    let full = Words {
        title: deck.title.clone(),
        ..Words::default()
    };
    let bare = Words::default();
    let (points, figures) = (deck.points.len(), deck.figures.len());
    let wide = studio.ratio() > 1.15;
    let long = deck.points.iter().any(|p| p.text.chars().count() > 60);
    let on = |when: bool, suit: f32| if when { suit } else { 0.0 };
    let listed = points >= 2 && deck.quote.is_none();
    let counted = figures > 0 && !listed && deck.quote.is_none();
    let mut drafts = propose(
        studio,
        CUSTOM,
        &full,
        &[
            Way {
                name: "sides as cards",
                reason: "Each side has a card of the same size under its heading, so that they are compared line by line.",
                suits: on(deck.sides.len() >= 2, 0.9),
                draw: &|sheet| sides::cards(sheet, &deck.sides),
            },
            Way {
                name: "sides at a line",
                reason: "A line parts the sides, which stand free on one ground.",
                suits: on(deck.sides.len() >= 2, 0.85),
                draw: &|sheet| sides::parted(sheet, &deck.sides),
            },
            Way {
                name: "points as cards",
                reason: "Few points are equals, so each gets a card of the same size with its sign.",
                suits: on(listed && points <= if wide { 5 } else { 4 } && !long, 0.9),
                draw: &|sheet| cards(sheet, &deck),
            },
            Way {
                name: "points in rows",
                reason: "The points run down the page under the heading, each numbered, parted by fine lines.",
                suits: on(listed, if long || points > 4 { 0.9 } else { 0.7 }),
                draw: &|sheet| rows(sheet, &deck),
            },
            Way {
                name: "figures",
                reason: "The figures are the message: they stand as large as the slide allows, each over its label.",
                suits: on(counted, 0.9),
                draw: &|sheet| figure_row(sheet, &deck, true),
            },
            Way {
                name: "figures on lines",
                reason: "The figures stand free, parted by a line each.",
                suits: on(counted, 0.8),
                draw: &|sheet| figure_row(sheet, &deck, false),
            },
        ],
    );
    drafts.extend(propose(
        studio,
        CUSTOM,
        &bare,
        &[
            Way {
                name: "heading beside points",
                reason: "The heading keeps a coloured panel, the points stand opposite, each with its sign.",
                suits: on(listed && wide && deck.title.is_some(), 0.9),
                draw: &|sheet| beside(sheet, &deck),
            },
            Way {
                name: "quotation",
                reason: "A quotation stands alone, large, with a mark before it and its author below.",
                suits: on(deck.quote.is_some(), 0.9),
                draw: &|sheet| quotation(sheet, &deck, false),
            },
            Way {
                name: "quotation with a bar",
                reason: "A bar at the side holds the quotation together with its author.",
                suits: on(deck.quote.is_some(), 0.85),
                draw: &|sheet| quotation(sheet, &deck, true),
            },
        ],
    ));
    drafts
}

fn deck(studio: &Studio<'_>, slide: &SlideText) -> Deck {
    let brief = studio.brief;
    let entry = |i: usize| {
        let literal = &brief.literals[i];
        Entry {
            text: literal.text.clone(),
            literal: true,
            span: literal.span.clone(),
        }
    };
    let spoken = |mut e: Entry| {
        // A point begins with a capital.
        e.text = capital(&e.text);
        e
    };
    let english = studio.filler && brief.language.0 == "en";
    let subject = brief.subject.as_ref().map(|s| Entry::filler(capital(s)));
    let title = slide
        .title
        .map(entry)
        .or_else(|| {
            slide.usual.map(|t| Entry {
                literal: true,
                ..Entry::filler(t)
            })
        })
        .or(subject.filter(|_| slide.quote.is_none()));
    let mut points: Vec<Entry> = slide.points.iter().map(|i| spoken(entry(*i))).collect();
    if points.is_empty() && slide.points_open > 0 && english && slide.figures.is_empty() {
        let mut pool = OPEN.to_vec();
        studio.rng("points").shuffle(&mut pool);
        points = pool
            .into_iter()
            .take(slide.points_open as usize)
            .map(Entry::filler)
            .collect();
    }
    let used: Vec<usize> = slide
        .points
        .iter()
        .copied()
        .chain(
            slide
                .figures
                .iter()
                .flat_map(|(v, l)| std::iter::once(*v).chain(*l)),
        )
        .chain([slide.title, slide.quote, slide.by].into_iter().flatten())
        .chain(
            slide
                .sides
                .iter()
                .flat_map(|(head, points)| std::iter::once(*head).chain(points.iter().copied())),
        )
        .collect();
    Deck {
        title,
        points,
        figures: slide
            .figures
            .iter()
            .map(|(v, l)| (entry(*v), l.map(|l| spoken(entry(l)))))
            .collect(),
        sides: slide
            .sides
            .iter()
            .map(|(head, points)| {
                let points = points.iter().map(|i| spoken(entry(*i))).collect();
                (spoken(entry(*head)), points)
            })
            .collect(),
        quote: slide.quote.map(entry),
        by: slide.by.map(entry),
        rest: (0..brief.literals.len())
            .filter(|i| !used.contains(i))
            .map(entry)
            .collect(),
    }
}

/// Points that fit nearly any topic.
const OPEN: &[&str] = &[
    "Where we stand today",
    "What has changed",
    "Why it matters now",
    "What it costs and what it saves",
    "How we get there",
    "What comes next",
    "Who needs to act",
    "What we have learned",
];

/// Lines that have no other place, at the foot; returns the zone above them.
fn foot(sheet: &Sheet<'_>, deck: &Deck, zone: Zone, nodes: &mut Vec<Node>) -> Zone {
    if deck.rest.is_empty() {
        return zone;
    }
    let h = (sheet.full.h * 0.045).clamp(20.0, 40.0) * deck.rest.len().min(4) as f32;
    let (main, low) = zone.rows(1.0 - (h / zone.h).min(0.4), sheet.margin * 0.3);
    let each = low.h / deck.rest.len() as f32;
    for (i, entry) in deck.rest.iter().enumerate() {
        let look = Lettering::new(FontRole::Body, (each * 0.62).clamp(13.0, 26.0), 12.0)
            .color(Token::Muted)
            .middle();
        let place = Zone::new(low.x, low.y + each * i as f32, low.w, each);
        let size = sheet.fit(&entry.text, look, place.w, place.h, 1);
        nodes.push(sheet.set(entry, place, look, size, "note"));
    }
    main
}

/// The sign of a point: an icon that its words suggest, else its number.
fn sign(sheet: &Sheet<'_>, entry: &Entry, n: usize, zone: Zone, pictured: bool) -> Vec<Node> {
    let lower = entry.text.to_lowercase();
    let hue = sheet.hues(6)[n % 6];
    let d = zone.w.min(zone.h);
    let face = Zone::new(
        zone.x + (zone.w - d) * 0.5,
        zone.y + (zone.h - d) * 0.5,
        d,
        d,
    );
    let name = find_icon(
        lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 2),
    );
    match name.filter(|_| pictured && !sheet.no_icons()) {
        Some(name) => vec![
            face.hold(rect())
                .fill(hue)
                .radius(sheet.theme.radius.min(d * 0.3))
                .role("sign-face"),
            icon(name, d * 0.56)
                .color(sheet.ink_on(hue))
                .icon_stroke(2.0)
                .at(face.x + d * 0.22, face.y + d * 0.22)
                .role("sign"),
        ],
        None => sheet.badge(&(n + 1).to_string(), face.center(), d, hue),
    }
}

/// Whether every point has a picture of its own.
fn pictured(deck: &Deck) -> bool {
    deck.points.iter().all(|p| {
        let lower = p.text.to_lowercase();
        find_icon(
            lower
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| w.len() > 2),
        )
        .is_some()
    })
}

fn cards(sheet: &Sheet<'_>, deck: &Deck) -> Option<Body> {
    let mut nodes = Vec::new();
    let zone = picture::beside(sheet, &mut nodes);
    let zone = foot(sheet, deck, zone, &mut nodes);
    let n = deck.points.len();
    let gap = (sheet.margin * 0.5).max(14.0);
    let columns = if zone.w > zone.h * 1.2 {
        n
    } else if n == 4 {
        2
    } else {
        1
    };
    let lines = n.div_ceil(columns);
    let (w, h) = (
        (zone.w - gap * (columns - 1) as f32) / columns as f32,
        ((zone.h - gap * (lines - 1) as f32) / lines as f32)
            .min(zone.w * 0.5)
            // A card with a word on it needs no more height than its sign and the word.
            .min(((zone.w - gap * (columns - 1) as f32) / columns as f32 * 1.05).max(150.0)),
    );
    if w < 120.0 || h < 90.0 {
        return None;
    }
    let flat = w > h * 2.0;
    let top = zone.y + (zone.h - h * lines as f32 - gap * (lines - 1) as f32) * 0.3;
    let pad = (w.min(h) * 0.11).clamp(12.0, 40.0);
    let d = if flat {
        h * 0.44
    } else {
        (h * 0.26).min(w * 0.4)
    };
    let look = Lettering::new(FontRole::Heading, (w * 0.14).clamp(18.0, 46.0), 14.0).weight(700);
    let room = if flat {
        (w - 3.0 * pad - d, h - 2.0 * pad)
    } else {
        (w - 2.0 * pad, h - 3.0 * pad - d)
    };
    let size = sheet.fit_all(
        deck.points.iter().map(|p| p.text.as_str()),
        look,
        room.0,
        room.1,
        4,
    );
    let pictured = pictured(deck);
    for (i, point) in deck.points.iter().enumerate() {
        let place = Zone::new(
            zone.x + (w + gap) * (i % columns) as f32,
            top + (h + gap) * (i / columns) as f32,
            w,
            h,
        );
        nodes.push(sheet.card(place, Token::Surface));
        let mark = if flat {
            Zone::new(place.x + pad, place.y + (h - d) * 0.5, d, d)
        } else {
            Zone::new(place.x + pad, place.y + pad, d, d)
        };
        nodes.extend(sign(sheet, point, i, mark, pictured));
        let words = if flat {
            Zone::new(mark.right() + pad, place.y + pad, room.0, room.1)
        } else {
            Zone::new(place.x + pad, place.bottom() - pad - room.1, room.0, room.1)
        };
        let look = if flat { look.middle() } else { look.foot() };
        nodes.push(sheet.set(point, words, look, size, "point"));
    }
    Some(Body::new(nodes))
}

fn rows(sheet: &Sheet<'_>, deck: &Deck) -> Option<Body> {
    let mut nodes = Vec::new();
    let zone = picture::beside(sheet, &mut nodes);
    let zone = foot(sheet, deck, zone, &mut nodes);
    list(sheet, deck, zone, true, &mut nodes)?;
    Some(Body::new(nodes))
}

/// Points below each other over a zone, in two columns when there are many and there is width.
fn list(
    sheet: &Sheet<'_>,
    deck: &Deck,
    zone: Zone,
    ruled: bool,
    nodes: &mut Vec<Node>,
) -> Option<()> {
    let n = deck.points.len();
    let columns = if n > 6 && zone.w > 700.0 { 2 } else { 1 };
    let lines = n.div_ceil(columns);
    let gap = sheet.margin;
    let w = (zone.w - gap * (columns - 1) as f32) / columns as f32;
    let h = (zone.h / lines as f32).min(zone.h.min(zone.w) * 0.26);
    if h < 30.0 {
        return None;
    }
    let top = zone.y + (zone.h - h * lines as f32) * 0.4;
    let d = (h * 0.52).clamp(24.0, 84.0);
    let look = Lettering::new(FontRole::Heading, (h * 0.36).clamp(16.0, 48.0), 14.0)
        .weight(600)
        .middle();
    let room = w - d * 1.6;
    let size = sheet.fit_all(
        deck.points.iter().map(|p| p.text.as_str()),
        look,
        room,
        h * 0.9,
        3,
    );
    let pictured = pictured(deck);
    for (i, point) in deck.points.iter().enumerate() {
        let line = Zone::new(
            zone.x + (w + gap) * (i / lines) as f32,
            top + h * (i % lines) as f32,
            w,
            h,
        );
        if ruled && i % lines > 0 {
            nodes.push(
                rect()
                    .bounds(line.x, line.y - 0.75, line.w, 1.5)
                    .fill(Token::Line)
                    .role("rule"),
            );
        }
        nodes.extend(sign(
            sheet,
            point,
            i,
            Zone::new(line.x, line.y + (h - d) * 0.5, d, d),
            pictured,
        ));
        nodes.push(sheet.set(
            point,
            Zone::new(line.x + d * 1.6, line.y, room, h),
            look,
            size,
            "point",
        ));
    }
    Some(())
}

/// The heading on a coloured panel, the points opposite.
fn beside(sheet: &Sheet<'_>, deck: &Deck) -> Option<Body> {
    let title = deck.title.as_ref()?;
    let full = sheet.full;
    let (panel, rest) = full.columns(0.38, 0.0);
    let mut nodes = vec![panel.hold(rect()).fill(Token::Accent).role("panel")];
    let inner = panel.inset_xy(sheet.margin, sheet.margin * 1.2);
    let look = Lettering::new(FontRole::Display, (full.h * 0.12).clamp(28.0, 110.0), 20.0)
        .color(Token::AccentInk)
        .middle();
    let size = sheet.fit(&title.text, look, inner.w, inner.h * 0.8, 5);
    nodes.push(
        rect()
            .bounds(
                inner.x,
                inner.y,
                (inner.w * 0.22).min(90.0),
                (full.h * 0.009).max(4.0),
            )
            .fill(Token::AccentInk)
            .role("ornament"),
    );
    nodes.push(sheet.set(title, inner, look, size, "title"));
    let zone = rest.inset_xy(sheet.margin * 1.1, sheet.margin * 1.2);
    let zone = foot(sheet, deck, zone, &mut nodes);
    list(sheet, deck, zone, false, &mut nodes)?;
    Some(Body::new(nodes))
}

fn figure_row(sheet: &Sheet<'_>, deck: &Deck, carded: bool) -> Option<Body> {
    let mut nodes = Vec::new();
    let zone = picture::beside(sheet, &mut nodes);
    let zone = foot(sheet, deck, zone, &mut nodes);
    let n = deck.figures.len();
    let gap = (sheet.margin * 0.6).max(16.0);
    let wide = zone.w > zone.h * 1.1;
    let columns = if wide {
        n.min(4)
    } else if n > 3 {
        2
    } else {
        1
    };
    let lines = n.div_ceil(columns);
    let (w, h) = (
        (zone.w - gap * (columns - 1) as f32) / columns as f32,
        ((zone.h - gap * (lines - 1) as f32) / lines as f32).min(w_of(zone, columns) * 0.85),
    );
    if w < 100.0 || h < 80.0 {
        return None;
    }
    let top = zone.y + (zone.h - h * lines as f32 - gap * (lines - 1) as f32) * 0.45;
    let pad = if carded {
        (w.min(h) * 0.12).clamp(12.0, 44.0)
    } else {
        0.0
    };
    let value = Lettering::new(FontRole::Display, (h * 0.42).clamp(30.0, 180.0), 20.0).foot();
    let size = sheet.fit_all(
        deck.figures.iter().map(|f| f.0.text.as_str()),
        value,
        w - 2.0 * pad - 6.0,
        h * 0.5,
        1,
    );
    let label = Lettering::new(FontRole::Body, (size * 0.34).clamp(16.0, 40.0), 13.0)
        .weight(600)
        .color(Token::Muted);
    let label_size = sheet.fit_all(
        deck.figures
            .iter()
            .filter_map(|f| f.1.as_ref())
            .map(|l| l.text.as_str()),
        label,
        w - 2.0 * pad,
        h * 0.3,
        2,
    );
    for (i, (figure, name)) in deck.figures.iter().enumerate() {
        let place = Zone::new(
            zone.x + (w + gap) * (i % columns) as f32,
            top + (h + gap) * (i / columns) as f32,
            w,
            h,
        );
        let hue = sheet.hues(6)[i % 6];
        if carded {
            nodes.push(sheet.card(place, Token::Surface));
            nodes.push(
                rect()
                    .bounds(place.x + pad, place.y + pad, (w * 0.2).min(70.0), 6.0)
                    .fill(hue)
                    .radius(3.0)
                    .role("ornament"),
            );
        } else {
            nodes.push(
                rect()
                    .bounds(place.x, place.y, place.w, 5.0)
                    .fill(hue)
                    .role("rule"),
            );
        }
        let ground = if carded {
            Token::Surface
        } else {
            Token::Canvas
        };
        let ink = hue.readable_on(sheet.rgb(ground), 3.2);
        let (upper, lower) = place.inset(pad).rows(0.62, h * 0.03);
        nodes.push(sheet.set(figure, upper, value.color(ink), size, "figure"));
        if let Some(name) = name {
            nodes.push(sheet.set(name, lower, label, label_size, "label"));
        }
    }
    Some(Body::new(nodes))
}

fn w_of(zone: Zone, columns: usize) -> f32 {
    zone.w / columns as f32
}

fn quotation(sheet: &Sheet<'_>, deck: &Deck, barred: bool) -> Option<Body> {
    let quote = deck.quote.as_ref()?;
    let full = sheet.full;
    let mut nodes = Vec::new();
    let zone = full.inset_xy(full.w * 0.1, full.h * 0.12);
    let zone = foot(sheet, deck, zone, &mut nodes);
    let (top, low) = zone.rows(if deck.by.is_some() { 0.8 } else { 1.0 }, 0.0);
    let mark = full.h * 0.14;
    let words = if barred {
        nodes.push(
            rect()
                .bounds(zone.x - full.w * 0.035, zone.y, full.w * 0.012, zone.h)
                .fill(Token::Accent)
                .role("bar"),
        );
        top
    } else {
        nodes.push(
            icon("quote", mark)
                .color(Token::Accent)
                .at(zone.x, zone.y - mark * 0.1)
                .role("quote-mark"),
        );
        Zone::new(top.x, top.y + mark * 1.05, top.w, top.h - mark * 1.05)
    };
    let mut said = quote.clone();
    if barred && !said.text.starts_with(['“', '"', '«', '„']) {
        said.text = format!("“{}”", said.text);
    }
    let look = Lettering::new(FontRole::Display, (full.h * 0.13).clamp(28.0, 120.0), 18.0).middle();
    let size = sheet.fit(&said.text, look, words.w, words.h, 6);
    nodes.push(sheet.set(&said, words, look, size, "quote"));
    if let Some(by) = &deck.by {
        let look = Lettering::new(FontRole::Body, (size * 0.38).clamp(16.0, 36.0), 13.0)
            .weight(600)
            .color(Token::AccentText)
            .middle();
        let mut line = by.clone();
        line.text = format!("— {}", line.text);
        nodes.push(sheet.set(
            &line,
            low,
            look,
            (size * 0.38).clamp(16.0, 36.0),
            "attribution",
        ));
    }
    Some(Body::new(nodes))
}
