//! Data models: a card for every entity with its fields, lines with crow's feet for what belongs to what.

use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::FontRole;

use super::CUSTOM;
use crate::components::diagram::drawing::PAGE;
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

/// Largest type of a field in logical units.
const SIZE_MAX: f32 = 30.0;
/// Entities up to which all orders are tried for the shortest lines.
const PERMUTED_MAX: usize = 6;

/// One entity, ready to be set.
struct Card {
    name: Entry,
    fields: Vec<Entry>,
    parents: Vec<usize>,
}

/// Returns drafts for a data model.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let cards = cards(studio);
    let mut words = Words::of(studio.brief);
    let titled = words.title.as_ref().is_some_and(|t| {
        !cards
            .iter()
            .any(|c| c.name.span == t.span || c.fields.iter().any(|f| f.span == t.span))
    });
    if !titled {
        words.title = None;
    }
    words.sub = None;
    words.items.clear();
    words.raw.clear();
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "entities with coloured heads",
                reason: "Every entity is a card, its keys marked; lines run in the lanes between the cards.",
                suits: 0.9,
                draw: &|sheet| draw(sheet, &cards, Head::Solid),
            },
            Way {
                name: "entities with a rule",
                reason: "Plain cards with a coloured edge keep a large model calm.",
                suits: 0.86,
                draw: &|sheet| draw(sheet, &cards, Head::Edge),
            },
            Way {
                name: "tinted entities",
                reason: "Each entity has its tint, so that one finds it again.",
                suits: 0.84,
                draw: &|sheet| draw(sheet, &cards, Head::Tint),
            },
        ],
    )
}

/// How the name of an entity stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Solid,
    Edge,
    Tint,
}

fn cards(studio: &Studio<'_>) -> Vec<Card> {
    let brief = studio.brief;
    let entry = |at: usize| {
        brief.literals.get(at).map(|l| Entry {
            text: l.text.clone(),
            literal: true,
            span: l.span.clone(),
        })
    };
    brief
        .entities
        .iter()
        .filter_map(|entity| {
            Some(Card {
                name: entry(entity.name)?,
                fields: entity.fields.iter().filter_map(|at| entry(*at)).collect(),
                parents: entity.belongs_to.clone(),
            })
        })
        .collect()
}

/// Columns for `n` cards on a sheet of this ratio.
fn columns(n: usize, ratio: f32) -> usize {
    let wanted = libm::sqrtf(n as f32 * ratio * 0.9);
    let columns = (libm::roundf(wanted) as usize).clamp(1, n.max(1));
    let mut near: Vec<usize> = (columns.saturating_sub(1).max(1)..=columns + 1)
        .filter(|c| *c <= n)
        .collect();
    if ratio >= 1.0 {
        near.reverse();
    }
    // Four cards stand better two by two than three and one.
    near.into_iter()
        .min_by_key(|c| (c * n.div_ceil(*c) - n) * 3 + c.abs_diff(columns))
        .unwrap_or(columns)
}

/// The order of the cards in which linked ones stand near each other.
fn order(cards: &[Card], columns: usize) -> Vec<usize> {
    let n = cards.len();
    let mut best: Vec<usize> = (0..n).collect();
    if n > PERMUTED_MAX {
        return best;
    }
    let place = |slot: usize| ((slot % columns) as i32, (slot / columns) as i32);
    let cost = |slots: &[usize]| -> i32 {
        // `slots[card]` is where a card stands.
        cards
            .iter()
            .enumerate()
            .flat_map(|(at, card)| card.parents.iter().map(move |to| (at, *to)))
            .filter(|(_, to)| *to < n)
            .map(|(a, b)| {
                let (p, q) = (place(slots[a]), place(slots[b]));
                let (dx, dy) = ((p.0 - q.0).abs(), (p.1 - q.1).abs());
                (dx + dy - 1) * 4 + i32::from(dx > 0 && dy > 0) * 2
            })
            .sum()
    };
    let mut slots: Vec<usize> = (0..n).collect();
    let mut least = cost(&slots);
    let mut all = vec![slots.clone()];
    // Heap's way through all orders.
    let mut counters = vec![0; n];
    let mut i = 0;
    while i < n {
        if counters[i] < i {
            let j = if i % 2 == 0 { 0 } else { counters[i] };
            slots.swap(j, i);
            all.push(slots.clone());
            counters[i] += 1;
            i = 0;
        } else {
            counters[i] = 0;
            i += 1;
        }
    }
    for slots in all {
        let points = cost(&slots);
        if points < least {
            (least, best) = (points, slots);
        }
    }
    best
}

fn draw(sheet: &Sheet<'_>, cards: &[Card], head: Head) -> Option<Body> {
    let body = sheet.body;
    let n = cards.len();
    let columns = columns(n, body.w / body.h);
    let rows = n.div_ceil(columns);
    let slots = order(cards, columns);
    let most = cards.iter().map(|c| c.fields.len()).max().unwrap_or(1) as f32;
    let lane = (body.w.min(body.h) * 0.11).min(body.w / columns as f32 * 0.3);
    let w = (body.w - lane * (columns - 1) as f32) / columns as f32;
    let h = (body.h - lane * (rows - 1) as f32) / rows as f32;
    let size = (h / (most * 1.75 + 3.0)).min(SIZE_MAX).min(w / 9.0);
    if size < SIZE_MIN {
        return None;
    }
    let w = w.min(size * 17.0);
    let wide = w * columns as f32 + lane * (columns - 1) as f32;
    let zones: Vec<Zone> = (0..n)
        .map(|at| {
            let slot = slots[at];
            let row = slot / columns;
            let in_row = if row + 1 == rows {
                n - row * columns
            } else {
                columns
            };
            // A last row that is not full stands in the middle.
            let used = w * in_row as f32 + lane * (in_row - 1) as f32;
            let x = body.x
                + (body.w - wide) * 0.5
                + (wide - used) * 0.5
                + (slot % columns) as f32 * (w + lane);
            let tall = size * (cards[at].fields.len() as f32 * 1.75 + 2.9);
            Zone::new(
                x,
                body.y + row as f32 * (h + lane) + (h - tall).max(0.0) * 0.5,
                w,
                tall,
            )
        })
        .collect();
    let mut nodes = Vec::new();
    for (at, card) in cards.iter().enumerate() {
        for &to in card.parents.iter().filter(|to| **to < n) {
            nodes.extend(link(sheet, zones[at], zones[to], lane, size));
        }
    }
    let hues = sheet.hues(n);
    for (at, card) in cards.iter().enumerate() {
        nodes.extend(entity(
            sheet,
            card,
            zones[at],
            size,
            hues[at % hues.len().max(1)],
            head,
        ));
    }
    Some(Body::new(nodes))
}

/// A card with its name and fields; keys carry a mark.
fn entity(
    sheet: &Sheet<'_>,
    card: &Card,
    zone: Zone,
    size: f32,
    hue: Rgba,
    head: Head,
) -> Vec<Node> {
    let ground = match head {
        Head::Tint => sheet.mixed(hue, Token::Surface, 0.86),
        _ => sheet.rgb(Token::Surface),
    };
    let top = Zone::new(zone.x, zone.y, zone.w, size * 2.4);
    let mut nodes = vec![sheet.card(zone, ground).stroke(
        if head == Head::Edge {
            sheet.rgb(Token::Line)
        } else {
            hue
        },
        1.5,
    )];
    let radius = sheet.theme.radius.min(size);
    let ink = match head {
        Head::Solid => {
            nodes.push(top.hold(rect()).fill(hue).radius(radius));
            nodes.push(
                Zone::new(top.x, top.bottom() - radius, top.w, radius)
                    .hold(rect())
                    .fill(hue),
            );
            sheet.ink_on(hue)
        }
        Head::Edge => {
            nodes.push(
                Zone::new(zone.x, zone.y, zone.w, size * 0.3)
                    .hold(rect())
                    .fill(hue),
            );
            sheet.rgb(Token::Ink).readable_on(ground, 4.6)
        }
        Head::Tint => {
            nodes.push(
                Zone::new(zone.x + size * 0.8, top.bottom(), zone.w - size * 1.6, 1.5)
                    .hold(rect())
                    .fill(hue),
            );
            hue.readable_on(ground, 4.6)
        }
    };
    let pad = size * 0.85;
    let look = Lettering::new(FontRole::Heading, size * 1.15, SIZE_MIN)
        .weight(700)
        .color(ink)
        .middle();
    let inner = Zone::new(top.x + pad, top.y, top.w - 2.0 * pad, top.h);
    let fitted = sheet.fit(&card.name.text, look, inner.w, inner.h, 1);
    nodes.push(sheet.set(&card.name, inner, look, fitted, "entity"));
    let text = sheet.rgb(Token::Ink).readable_on(ground, 4.6);
    for (n, field) in card.fields.iter().enumerate() {
        let y = top.bottom() + size * (0.25 + n as f32 * 1.75);
        let row = Zone::new(
            zone.x + pad + size * 1.5,
            y,
            zone.w - 2.0 * pad - size * 1.5,
            size * 1.75,
        );
        let mark = mark(&field.text);
        if let Some(name) = mark {
            let side = size * 0.95;
            nodes.push(
                icon(name, side)
                    .color(Color::from(hue.readable_on(ground, 3.2)))
                    .at(zone.x + pad, y + (size * 1.75 - side) * 0.5),
            );
        }
        let look = Lettering::new(FontRole::Body, size, SIZE_MIN)
            .weight(if mark == Some("key-round") { 600 } else { 400 })
            .color(text)
            .middle();
        let fitted = sheet.fit(&field.text, look, row.w, row.h, 1);
        nodes.push(sheet.set(field, row, look, fitted, "field"));
    }
    nodes
}

/// The mark of a key: its own, or one that points elsewhere.
fn mark(field: &str) -> Option<&'static str> {
    let lower = field.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    if first == "id" || lower.contains(" pk") || lower.contains("primary") {
        Some("key-round")
    } else if first.ends_with("_id")
        || lower.contains(" fk")
        || lower.contains("foreign")
        || field.ends_with("Id")
    {
        Some("link")
    } else {
        None
    }
}

/// A line from the card that has the key to the one it belongs to: a crow's foot where there are many, a bar where there is one.
fn link(sheet: &Sheet<'_>, child: Zone, parent: Zone, lane: f32, size: f32) -> Vec<Node> {
    let color = sheet.rgb(Token::Muted);
    let width = (size * 0.09).max(1.6);
    let f = size * 0.55;
    let level = child.y < parent.bottom() && parent.y < child.bottom();
    let beside = child.x < parent.right() && parent.x < child.right();
    let right = parent.x >= child.right();
    let (cx, px) = if right {
        (child.right(), parent.x)
    } else {
        (child.x, parent.right())
    };
    let s = if right { 1.0 } else { -1.0 };
    let mut d;
    if beside {
        // One above the other.
        let down = parent.y >= child.bottom();
        let (cy, py, s) = if down {
            (child.bottom(), parent.y, 1.0)
        } else {
            (child.y, parent.bottom(), -1.0)
        };
        let x = (child.x.max(parent.x) + child.right().min(parent.right())) * 0.5;
        d = format!("M{x} {cy} L{x} {py}");
        d.push_str(&format!(
            " M{} {cy} L{x} {} L{} {cy}",
            x - f,
            cy + s * f * 1.6,
            x + f
        ));
        d.push_str(&format!(
            " M{} {} L{} {}",
            x - f,
            py - s * f,
            x + f,
            py - s * f
        ));
        return vec![PAGE.line(&d, color, width).role("connector")];
    }
    let far = (px - cx).abs() > lane * 1.6;
    let (cy, py) = if level && !far {
        let y = (child.y.max(parent.y) + child.bottom().min(parent.bottom())) * 0.5;
        (y, y)
    } else {
        (child.y + child.h * 0.5, parent.y + parent.h * 0.5)
    };
    if level && far {
        // Around what stands between, in the lane below.
        let low = child.bottom().max(parent.bottom()) + lane * 0.35;
        let (x, z) = (child.x + child.w * 0.5, parent.x + parent.w * 0.5);
        d = format!(
            "M{x} {} L{x} {low} L{z} {low} L{z} {}",
            child.bottom(),
            parent.bottom()
        );
        let cy = child.bottom();
        d.push_str(&format!(
            " M{} {cy} L{x} {} L{} {cy}",
            x - f,
            cy + f * 1.6,
            x + f
        ));
        d.push_str(&format!(
            " M{} {} L{} {}",
            z - f,
            parent.bottom() + f,
            z + f,
            parent.bottom() + f
        ));
    } else {
        let turn = cx + s * lane * 0.5;
        d = format!("M{cx} {cy} L{turn} {cy} L{turn} {py} L{px} {py}");
        d.push_str(&format!(
            " M{cx} {} L{} {cy} L{cx} {}",
            cy - f,
            cx + s * f * 1.6,
            cy + f
        ));
        d.push_str(&format!(
            " M{} {} L{} {}",
            px - s * f,
            py - f,
            px - s * f,
            py + f
        ));
    }
    vec![PAGE.line(&d, color, width).role("connector")]
}

#[cfg(test)]
mod tests {
    use super::{columns, mark};

    #[test]
    fn cards_fill_their_rows() {
        for (n, ratio, wanted) in [
            (2, 1.6, 2),
            (3, 1.8, 3),
            (4, 1.4, 2),
            (6, 1.6, 3),
            (6, 0.7, 2),
        ] {
            assert_eq!(columns(n, ratio), wanted, "{n} at {ratio}");
        }
    }

    #[test]
    fn keys_carry_a_mark() {
        for (field, wanted) in [
            ("id", Some("key-round")),
            ("author_id", Some("link")),
            ("title", None),
            ("paid", None),
        ] {
            assert_eq!(mark(field), wanted, "{field}");
        }
    }
}
