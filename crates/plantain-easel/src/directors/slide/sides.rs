//! Sides that are set against each other: before and after, pros and cons, one plan and another.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{FontRole, Node};

use crate::components::diagram::{Body, Entry, Lettering, Sheet};
use crate::components::print::Zone;

/// A heading with its points.
type Side = (Entry, Vec<Entry>);

/// Each side on a card with a coloured head.
pub(super) fn cards(sheet: &Sheet<'_>, sides: &[Side]) -> Option<Body> {
    let gap = (sheet.margin * 0.6).max(16.0);
    let places = places(sheet.body, sides, gap)?;
    let mut nodes = Vec::new();
    for (place, hue) in places.iter().zip(sheet.hues(sides.len().max(2))) {
        let (head, _) = split(*place);
        nodes.push(sheet.card(*place, Token::Surface));
        nodes.push(
            head.hold(rect())
                .fill(hue)
                .radius(sheet.theme.radius.min(14.0))
                .role("side-head"),
        );
    }
    let inks: Vec<Color> = sheet
        .hues(sides.len().max(2))
        .into_iter()
        .map(|hue| sheet.ink_on(hue).readable_on(hue, 4.5).into())
        .collect();
    written(sheet, sides, &places, &inks, &mut nodes);
    Some(Body::new(nodes))
}

/// The sides on one ground, parted by a line.
pub(super) fn parted(sheet: &Sheet<'_>, sides: &[Side]) -> Option<Body> {
    let gap = sheet.margin * 1.4;
    let places = places(sheet.body, sides, gap)?;
    let mut nodes = Vec::new();
    for pair in places.windows(2) {
        let beside = (pair[1].y - pair[0].y).abs() < 1.0;
        let line = if beside {
            Zone::new(pair[1].x - gap * 0.5 - 1.0, pair[0].y, 2.0, pair[0].h)
        } else {
            Zone::new(pair[0].x, pair[1].y - gap * 0.5 - 1.0, pair[0].w, 2.0)
        };
        nodes.push(line.hold(rect()).fill(Token::Line).role("rule"));
    }
    let inks = vec![Color::from(Token::AccentText); sides.len()];
    written(sheet, sides, &places, &inks, &mut nodes);
    Some(Body::new(nodes))
}

/// Equal places beside each other, below each other on a tall page; as high as the longest side needs.
fn places(zone: Zone, sides: &[Side], gap: f32) -> Option<Vec<Zone>> {
    /// Height of a point's line, as a share of the page.
    const LINE: f32 = 0.18;
    let wide = zone.w > zone.h * 0.9;
    let n = sides.len();
    let k = n as f32;
    let most = sides.iter().map(|(_, points)| points.len()).max()?;
    let (w, h) = if wide {
        let wanted = zone.h * (LINE * most.max(2) as f32 + 0.24);
        ((zone.w - gap * (k - 1.0)) / k, zone.h.min(wanted))
    } else {
        (zone.w, (zone.h - gap * (k - 1.0)) / k)
    };
    let place = |i: usize| {
        let at = i as f32;
        if wide {
            Zone::new(zone.x + (w + gap) * at, zone.y + (zone.h - h) * 0.3, w, h)
        } else {
            Zone::new(zone.x, zone.y + (h + gap) * at, w, h)
        }
    };
    (w > 140.0 && h > 120.0).then(|| (0..n).map(place).collect())
}

/// The strip for the heading and the room below it.
fn split(place: Zone) -> (Zone, Zone) {
    place.rows((place.h * 0.2).clamp(54.0, 110.0) / place.h, 0.0)
}

/// How a side stands: for, against, or neither.
fn sign(name: &str) -> Option<&'static str> {
    const FOR: &[&str] = &[
        "pro",
        "pros",
        "do",
        "dos",
        "advantages",
        "benefits",
        "good",
        "strengths",
        "after",
        "yes",
    ];
    const AGAINST: &[&str] = &[
        "con",
        "cons",
        "don't",
        "don'ts",
        "dont",
        "donts",
        "disadvantages",
        "risks",
        "bad",
        "weaknesses",
        "before",
        "no",
    ];
    let lower = name.to_lowercase();
    if FOR.contains(&lower.as_str()) {
        Some("check")
    } else if AGAINST.contains(&lower.as_str()) {
        Some("x")
    } else {
        None
    }
}

/// Headings and points in their places, all points at one size.
fn written(
    sheet: &Sheet<'_>,
    sides: &[Side],
    places: &[Zone],
    inks: &[Color],
    nodes: &mut Vec<Node>,
) {
    let most = sides
        .iter()
        .map(|(_, points)| points.len())
        .max()
        .unwrap_or(1)
        .max(1);
    let (head, room) = split(places[0]);
    let pad = (room.w * 0.07).clamp(12.0, 44.0);
    let line = ((room.h - pad * 1.4) / most as f32).min(room.h * 0.5);
    let d = (line * 0.34).clamp(12.0, 30.0);
    let look = Lettering::new(FontRole::Body, (line * 0.4).clamp(16.0, 40.0), 13.0)
        .weight(500)
        .middle();
    let width = room.w - 2.0 * pad - d * 1.8;
    let texts = sides
        .iter()
        .flat_map(|(_, points)| points.iter().map(|p| p.text.as_str()));
    let size = sheet.fit_all(texts, look, width, line * 0.94, 3);
    let top = Lettering::new(FontRole::Heading, (head.h * 0.46).clamp(18.0, 54.0), 15.0)
        .weight(700)
        .middle();
    let names = sides.iter().map(|(name, _)| name.text.as_str());
    let large = sheet.fit_all(names, top, head.w - 2.0 * pad, head.h * 0.8, 1);
    for (((name, points), place), ink) in sides.iter().zip(places).zip(inks) {
        let (head, room) = split(*place);
        let inner = Zone::new(head.x + pad, head.y, head.w - 2.0 * pad, head.h);
        nodes.push(sheet.set(name, inner, top.color(*ink), large, "side"));
        for (i, point) in points.iter().enumerate() {
            let y = room.y + pad * 0.7 + line * i as f32;
            let mark = Zone::new(room.x + pad, y + (line - d) * 0.5, d, d);
            nodes.push(match sign(&name.text) {
                Some(icon_name) => mark
                    .hold(icon(icon_name, d))
                    .color(Token::AccentText)
                    .icon_stroke(2.6)
                    .role("sign"),
                None => mark
                    .inset(d * 0.26)
                    .hold(ellipse())
                    .fill(Token::Accent)
                    .role("sign"),
            });
            let words = Zone::new(room.x + pad + d * 1.8, y, width, line);
            nodes.push(sheet.set(point, words, look, size, "point"));
        }
    }
}
