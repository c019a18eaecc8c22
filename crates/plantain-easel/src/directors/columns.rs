//! Points under heads: pros and cons, SWOT, dos and don'ts, before and after.

use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{FontRole, Node};

use super::flow::CUSTOM;
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

/// A head with its points.
struct Column {
    head: Entry,
    points: Vec<Entry>,
}

/// What the points under a head are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    Good,
    Bad,
    Plain,
}

const GOOD: &[&str] = &[
    "pro",
    "pros",
    "advantages",
    "benefits",
    "do",
    "dos",
    "do's",
    "strengths",
    "plus",
    "likes",
    "ventajas",
    "vorteile",
    "avantages",
    "vantagens",
    "vantaggi",
    "за",
    "плюсы",
];
const BAD: &[&str] = &[
    "con",
    "cons",
    "disadvantages",
    "drawbacks",
    "don't",
    "don'ts",
    "donts",
    "weaknesses",
    "minus",
    "dislikes",
    "desventajas",
    "nachteile",
    "inconvénients",
    "desvantagens",
    "svantaggi",
    "минусы",
];

/// Returns drafts for the columns that the prompt tells; none when it tells no heads with points.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let columns = columns(studio);
    let n = columns.len();
    if n < 2 {
        return Vec::new();
    }
    let mut words = Words::of(studio.brief);
    words.items.clear();
    let title = title(studio);
    words = words.or_title(title.as_deref().filter(|_| studio.filler));
    let ratio = studio.ratio();
    let grid = if n == 4 {
        0.95
    } else if n > 4 {
        0.8
    } else {
        0.0
    };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "columns",
                reason: "Each head has a column of its own, points beside points.",
                suits: if n <= 3 && ratio > 0.7 || n == 4 && ratio > 1.6 {
                    0.9
                } else {
                    0.1
                },
                draw: &|sheet| draw(sheet, &columns, n),
            },
            Way {
                name: "quadrants",
                reason: "Four fields share the page, each in its own colour.",
                suits: grid,
                draw: &|sheet| draw(sheet, &columns, if ratio > 1.9 { 3.min(n) } else { 2 }),
            },
            Way {
                name: "one below the other",
                reason: "A tall page sets the heads one below the other.",
                suits: if ratio < 0.8 { 0.9 } else { 0.05 },
                draw: &|sheet| draw(sheet, &columns, 1),
            },
        ],
    )
}

fn columns(studio: &Studio<'_>) -> Vec<Column> {
    let brief = studio.brief;
    let entry = |at: usize| {
        let branch = &brief.tree[at];
        let literal = branch.literal.and_then(|at| brief.literals.get(at));
        Entry {
            text: branch.text.clone(),
            literal: literal.is_some(),
            span: literal.map_or(0..0, |literal| literal.span.clone()),
        }
    };
    (0..brief.tree.len())
        .filter(|at| brief.tree[*at].parent.is_none())
        .map(|at| Column {
            head: entry(at),
            points: (0..brief.tree.len())
                .filter(|child| brief.tree[*child].parent == Some(at))
                .map(entry)
                .collect(),
        })
        .collect()
}

/// "pros and cons of working from home": what is weighed.
fn title(studio: &Studio<'_>) -> Option<String> {
    let subject = studio.brief.subject.as_deref()?.trim();
    (!subject.is_empty()).then(|| crate::components::pitch::capital(subject))
}

fn mood(head: &Entry) -> Mood {
    let key = head.text.to_lowercase();
    let is = |list: &[&str]| list.contains(&key.as_str());
    if is(GOOD) {
        Mood::Good
    } else if is(BAD) {
        Mood::Bad
    } else {
        Mood::Plain
    }
}

/// An icon for the head of a SWOT field or the like.
fn emblem(head: &Entry) -> Option<&'static str> {
    let key = head.text.to_lowercase();
    let name = match key.as_str() {
        "strengths" | "strength" => "muscle",
        "weaknesses" | "weakness" => "alert-triangle",
        "opportunities" | "opportunity" => "lightbulb",
        "threats" | "threat" => "shield",
        _ => return None,
    };
    plantain_art::find_icon(name).map(|found| found.name)
}

fn draw(sheet: &Sheet<'_>, columns: &[Column], across: usize) -> Option<Body> {
    let n = columns.len();
    let zone = sheet.body;
    let lines = n.div_ceil(across);
    let gap = (zone.w.min(zone.h) * 0.03).clamp(12.0, 30.0);
    let w = (zone.w - gap * (across - 1) as f32) / across as f32;
    let h = (zone.h - gap * (lines - 1) as f32) / lines as f32;
    if w < 120.0 || h < 90.0 {
        return None;
    }
    let pad = (w.min(h) * 0.07).clamp(14.0, 34.0);
    let side = sheet.full.w.min(sheet.full.h);
    let head = Lettering::new(FontRole::Heading, (side * 0.045).clamp(20.0, 44.0), 14.0)
        .weight(700)
        .middle();
    let band = (h * 0.2).clamp(44.0, 92.0);
    let head_size = sheet.fit_all(
        columns.iter().map(|c| c.head.text.as_str()),
        head,
        w - 2.0 * pad - band,
        band * 0.7,
        1,
    );
    let most = columns.iter().map(|c| c.points.len()).max()?.max(1);
    let row = ((h - band - 1.5 * pad) / most as f32).min(side * 0.13);
    let body = Lettering::new(FontRole::Body, (side * 0.036).clamp(16.0, 36.0), SIZE_MIN)
        .weight(500)
        .middle();
    let mark = (row * 0.42).clamp(14.0, 40.0);
    let size = sheet.fit_all(
        columns
            .iter()
            .flat_map(|c| c.points.iter().map(|p| p.text.as_str())),
        body,
        w - 2.0 * pad - mark * 1.5,
        row * 0.86,
        3,
    );
    let hues = sheet.hues(n.max(4));
    let solid = sheet.rng.fork("solid").chance(0.6);
    let mut nodes = Vec::new();
    for (i, column) in columns.iter().enumerate() {
        let place = Zone::new(
            zone.x + (w + gap) * (i % across) as f32,
            zone.y + (h + gap) * (i / across) as f32,
            w,
            h,
        );
        let mood = mood(&column.head);
        let weighed = n == 2;
        let hue = match mood {
            Mood::Good if weighed => sheet.rgb(Token::Positive),
            Mood::Bad if weighed => sheet.rgb(Token::Negative),
            _ => hues[i],
        };
        nodes.extend(field(
            sheet,
            column,
            place,
            band,
            hue,
            solid,
            (head, head_size),
        ));
        let ink = sheet.rgb(Token::Ink);
        let ground = field_ground(sheet, hue);
        for (k, point) in column.points.iter().enumerate() {
            let y = place.y + band + pad * 0.6 + row * k as f32;
            let icon_name = match mood {
                Mood::Good if weighed => "check",
                Mood::Bad if weighed => "x",
                _ => "",
            };
            let c = (place.x + pad + mark * 0.5, y + row * 0.5);
            if icon_name.is_empty() || plantain_art::find_icon(icon_name).is_none() {
                let d = mark * 0.36;
                nodes.push(
                    Zone::new(c.0 - d * 0.5, c.1 - d * 0.5, d, d)
                        .hold(ellipse())
                        .fill(hue.readable_on(ground, 2.4))
                        .role("bullet"),
                );
            } else {
                nodes.push(
                    icon(icon_name, mark)
                        .color(hue.readable_on(ground, 3.0))
                        .at(c.0 - mark * 0.5, c.1 - mark * 0.5)
                        .role("icon"),
                );
            }
            let words = Zone::new(
                place.x + pad + mark * 1.5,
                y,
                w - 2.0 * pad - mark * 1.5,
                row,
            );
            let look = body.color(ink.readable_on(ground, 4.6));
            nodes.push(sheet.set(point, words, look, size, "point"));
        }
    }
    Some(Body::new(nodes))
}

fn field_ground(sheet: &Sheet<'_>, hue: Rgba) -> Rgba {
    sheet.mixed(hue, Token::Surface, 0.9)
}

/// The field of a head: its ground, its band, its name.
fn field(
    sheet: &Sheet<'_>,
    column: &Column,
    place: Zone,
    band: f32,
    hue: Rgba,
    solid: bool,
    (head, size): (Lettering, f32),
) -> Vec<Node> {
    let ground = field_ground(sheet, hue);
    let top = Zone::new(place.x, place.y, place.w, band);
    let radius = sheet.theme.radius.min(24.0);
    let mut nodes = vec![sheet.card(place, ground)];
    let (band_fill, ink) = if solid {
        (hue, sheet.ink_on(hue))
    } else {
        let pale = sheet.mixed(hue, Token::Surface, 0.74);
        (pale, sheet.rgb(Token::Ink).readable_on(pale, 4.6))
    };
    let mut plate = top.hold(rect()).fill(band_fill).role("head");
    plate.style.corners = Some([radius, radius, 0.0, 0.0]);
    nodes.push(plate);
    let pad = band * 0.36;
    let mut x = top.x + pad;
    if let Some(name) = emblem(&column.head).filter(|_| !sheet.no_icons()) {
        let side = band * 0.52;
        nodes.push(
            icon(name, side)
                .color(ink)
                .at(x, top.y + (band - side) * 0.5)
                .role("icon"),
        );
        x += side + pad * 0.6;
    }
    let words = Zone::new(x, top.y, top.right() - x - pad, band);
    nodes.push(sheet.set(&column.head, words, head.color(ink), size, "head"));
    nodes
}
