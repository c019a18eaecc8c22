//! Sides drawn against each other.

use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{FontRole, Node};

use super::{Model, Side, lettering};
use crate::components::diagram::{Body, Lettering, Sheet};
use crate::components::print::Zone;

/// Sides beside each other or below, each a card with its head and its points.
pub(super) fn compare(sheet: &Sheet<'_>, model: &Model, across: bool) -> Option<Body> {
    let Model::Sides(sides) = model else {
        return None;
    };
    let n = sides.len();
    let zone = sheet.body;
    let gap = (zone.w * 0.035).clamp(16.0, 48.0);
    let share = |all: f32| (all - gap * n.saturating_sub(1) as f32) / n as f32;
    let (w, h) = if across {
        (share(zone.w), zone.h)
    } else {
        (zone.w, share(zone.h))
    };
    if w < 120.0 || h < 90.0 {
        return None;
    }
    let cards = Cards::of(sheet, sides, w, h);
    let hues = sheet.hues(n);
    let mut nodes = Vec::new();
    for (i, side) in sides.iter().enumerate() {
        let place = if across {
            let used = cards.head + 2.0 * cards.pad + cards.line * cards.lines as f32;
            let top = zone.y + (h - used).max(0.0) * 0.4;
            Zone::new(zone.x + (w + gap) * i as f32, top, w, used.min(h))
        } else {
            Zone::new(zone.x, zone.y + (h + gap) * i as f32, w, h)
        };
        let (_, tone) = mark(&side.name.text, i);
        let hue = match tone {
            Token::Series(_) => hues[i],
            token => sheet.rgb(token),
        };
        nodes.extend(cards.head(sheet, side, place, hue));
        nodes.extend(cards.sections(sheet, (i, side), place, hue));
    }
    Some(Body::new(nodes))
}

/// What all cards have in common.
struct Cards {
    /// Height of the heads and of a line.
    head: f32,
    line: f32,
    /// Most lines that a card has.
    lines: usize,
    pad: f32,
    /// Side of the marks before the points.
    mark: f32,
    name: (Lettering, f32),
    point: (Lettering, f32),
}

impl Cards {
    fn of(sheet: &Sheet<'_>, sides: &[Side], w: f32, h: f32) -> Self {
        let head = (h * 0.17).clamp(48.0, 110.0);
        let pad = (w * 0.07).clamp(14.0, 36.0);
        let inner = w - 2.0 * pad;
        let count = |side: &Side| -> usize {
            side.sections
                .iter()
                .map(|(name, points)| points.len() + usize::from(!name.text.is_empty()))
                .sum()
        };
        let lines = sides.iter().map(count).max().unwrap_or(0).max(1);
        let line = ((h - head - 2.0 * pad) / lines as f32).min(96.0);
        let name = Lettering::new(FontRole::Display, (head * 0.46).min(52.0), 16.0).centred();
        let names = sides.iter().map(|s| s.name.text.as_str());
        let name_size = sheet.fit_all(names, name, inner, head * 0.84, 2);
        let point = lettering(sheet, 1.0).middle();
        let points = sides
            .iter()
            .flat_map(|s| &s.sections)
            .flat_map(|s| &s.1)
            .map(|e| e.text.as_str());
        let mark = (line * 0.46).clamp(16.0, 34.0);
        let size = sheet.fit_all(points, point, inner - mark - 14.0, line * 0.9, 3);
        Self {
            head,
            line,
            lines,
            pad,
            mark,
            name: (name, name_size),
            point: (point, size),
        }
    }

    /// The card and its head.
    fn head(&self, sheet: &Sheet<'_>, side: &Side, place: Zone, hue: Rgba) -> [Node; 3] {
        let radius = sheet.theme.radius.min(place.h * 0.5);
        let mut head = Zone::new(place.x, place.y, place.w, self.head)
            .hold(rect())
            .fill(hue)
            .role("head");
        head.style.corners = Some([radius, radius, 0.0, 0.0]);
        let inner = Zone::new(
            place.x + self.pad,
            place.y,
            place.w - 2.0 * self.pad,
            self.head,
        );
        let (look, size) = self.name;
        [
            sheet.card(place, Token::Surface),
            head,
            sheet.set(
                &side.name,
                inner,
                look.color(sheet.ink_on(hue)),
                size,
                "side",
            ),
        ]
    }

    /// The points of a side, each behind its mark, below the names of their sections.
    fn sections(
        &self,
        sheet: &Sheet<'_>,
        (i, side): (usize, &Side),
        place: Zone,
        hue: Rgba,
    ) -> Vec<Node> {
        let (look, size) = self.point;
        let (left, inner) = (place.x + self.pad, place.w - 2.0 * self.pad);
        let mut nodes = Vec::new();
        let mut y = place.y + self.head + self.pad;
        for (name, points) in &side.sections {
            let headed = !name.text.is_empty();
            let (sign, tone) = mark(if headed { &name.text } else { &side.name.text }, i);
            let tone: Rgba = match tone {
                Token::Series(_) => hue.readable_on(sheet.rgb(Token::Surface), 3.0),
                token => sheet.rgb(token),
            };
            if headed {
                let zone = Zone::new(left, y, inner, self.line);
                nodes.push(sheet.set(name, zone, look.weight(700).color(tone), size, "section"));
                y += self.line;
            }
            for point in points {
                let bullet = icon(sign, self.mark)
                    .color(tone)
                    .icon_stroke(2.6)
                    .at(left, y + (self.line - self.mark) * 0.5)
                    .role("bullet");
                let indent = self.mark + 14.0;
                let zone = Zone::new(left + indent, y, inner - indent, self.line);
                let text = sheet.set(point, zone, look, size, "point");
                nodes.extend([bullet, text].map(
                    |node| {
                        if point.literal { node } else { node.filler() }
                    },
                ));
                y += self.line;
            }
        }
        nodes
    }
}

/// Returns the mark of a section: a tick for what speaks for it, a cross for what speaks against it.
pub(super) fn mark(name: &str, n: usize) -> (&'static str, Token) {
    let name = name.to_lowercase();
    let bad = [
        "con", "disadv", "desv", "nacht", "inconv", "drawb", "risk", "before",
    ]
    .iter()
    .any(|w| name.starts_with(w));
    let good = ["pro", "advan", "venta", "vorte", "avanta", "benef", "after"]
        .iter()
        .any(|w| name.starts_with(w));
    match (good, bad) {
        (true, _) => ("check", Token::Positive),
        (_, true) => ("x", Token::Negative),
        _ => ("chevron-right", Token::Series((n % 8) as u8)),
    }
}
