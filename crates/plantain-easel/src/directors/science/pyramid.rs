//! Pyramids of levels: needs, food, energy.

use plantain_scene::color::Token;
use plantain_scene::node::FontRole;

use super::CUSTOM;
use crate::components::diagram::drawing::PAGE;
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

/// Returns drafts for a pyramid.
pub(super) fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let words = Words::of(studio.brief);
    let mut levels = words.items.clone();
    if from_below(studio, &levels) {
        levels.reverse();
    }
    let n = levels.len();
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "pyramid",
                reason: "Each level carries the one above; the widest stands below.",
                suits: if n >= 2 { 0.9 } else { 0.0 },
                draw: &|sheet| draw(sheet, &levels, false),
            },
            Way {
                name: "pyramid with names beside",
                reason: "Names stand beside the levels, so that the narrow ones have room too.",
                suits: if n >= 2 { 0.8 } else { 0.0 },
                draw: &|sheet| draw(sheet, &levels, true),
            },
        ],
    )
}

/// Whether the first text is the lowest level.
fn from_below(studio: &Studio<'_>, levels: &[Entry]) -> bool {
    let prompt = studio.brief.prompt.to_lowercase();
    let said = ["bottom to top", "from the bottom", "from bottom", "base to"]
        .iter()
        .any(|words| prompt.contains(words));
    let first = levels
        .first()
        .map(|e| e.text.to_lowercase())
        .unwrap_or_default();
    let base = [
        "producer",
        "physiolog",
        "basic",
        "plants",
        "grass",
        "grain",
        "base",
        "foundation",
    ]
    .iter()
    .any(|word| first.contains(word));
    said || base
}

fn draw(sheet: &Sheet<'_>, levels: &[Entry], beside: bool) -> Option<Body> {
    let n = levels.len() as f32;
    let body = sheet.body;
    let tall = body.h.min(body.w * 0.9);
    let wide = if beside {
        (body.w * 0.52).min(tall * 1.25)
    } else {
        body.w.min(tall * 1.45)
    };
    let top = body.y + (body.h - tall) * 0.5;
    let names_w = body.w - wide - body.w * 0.04;
    let left = if beside {
        body.x + (body.w - wide - names_w.min(420.0) - body.w * 0.04).max(0.0) * 0.5
    } else {
        body.x + (body.w - wide) * 0.5
    };
    let middle = left + wide * 0.5;
    let gap = (tall * 0.012).clamp(4.0, 10.0);
    let h = tall / n;
    let look = Lettering::new(
        FontRole::Heading,
        (sheet.full.w.min(sheet.full.h) * 0.042).clamp(18.0, 38.0),
        SIZE_MIN,
    )
    .weight(600);
    // The width of the words' line in a level: at its middle, on the slope.
    let room = |i: f32| wide * ((i + 0.62) / n) * 0.8;
    let size = if beside {
        sheet.fit_all(
            levels.iter().map(|e| e.text.as_str()),
            look,
            names_w.min(420.0),
            h * 0.7,
            2,
        )
    } else {
        levels
            .iter()
            .enumerate()
            .skip(1)
            .map(|(i, e)| sheet.fit(&e.text, look, room(i as f32), h * 0.62, 3))
            .fold(look.size, f32::min)
    };
    let hues = sheet.hues(levels.len());
    let mut nodes = Vec::new();
    for (i, entry) in levels.iter().enumerate() {
        let k = i as f32;
        let (y0, y1) = (top + h * k, top + h * (k + 1.0) - gap);
        let (w0, w1) = (wide * k / n, wide * (k + 1.0) / n - gap);
        let d = format!(
            "M{} {y0} L{} {y0} L{} {y1} L{} {y1} Z",
            middle - w0 * 0.5,
            middle + w0 * 0.5,
            middle + w1 * 0.5,
            middle - w1 * 0.5
        );
        let hue = hues[i];
        nodes.push(PAGE.fill(&d, hue).role("level"));
        let narrow = !beside && (room(k) < sheet.wide(&entry.text, look, size) * 0.52 || i == 0);
        if beside || narrow {
            let x = middle + (w0 + w1) * 0.25 + 10.0;
            let to = if beside {
                left + wide + body.w * 0.03
            } else {
                x + 46.0
            };
            let y = (y0 + y1) * 0.5;
            nodes.push(
                PAGE.trace(&format!("M{x} {y} L{} {y}", to - 8.0))
                    .stroke(Token::Muted, 2.0)
                    .role("leader"),
            );
            let zone = Zone::new(to, y0, (body.right() - to).max(40.0), y1 - y0);
            let at = if beside {
                size
            } else {
                sheet.fit(&entry.text, look, zone.w, zone.h, 2).min(size)
            };
            nodes.push(sheet.set(entry, zone, look.middle(), at, "level"));
        } else {
            let zone = Zone::new(
                middle - room(k) * 0.5,
                y0 + (y1 - y0) * 0.08,
                room(k),
                (y1 - y0) * 0.86,
            );
            nodes.push(sheet.set(
                entry,
                zone,
                look.centred().color(sheet.ink_on(hue)),
                size,
                "level",
            ));
        }
    }
    Some(Body::new(nodes))
}
