//! Floor plans: rooms in one outline, with doors and a piece of furniture each.

use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Token};
use plantain_scene::node::FontRole;

use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet};
use crate::components::print::Zone;

/// How large a room is beside a bedroom of one.
fn weight(name: &str) -> f32 {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&[
        "living",
        "lounge",
        "salon",
        "wohnzimmer",
        "hall ",
        "open space",
        "gym",
        "auditorium",
        "exhibition",
    ]) {
        1.7
    } else if has(&[
        "bath", "toilet", "wc", "storage", "closet", "balcony", "entrance", "hallway", "corridor",
        "laundry", "pantry", "baño", "bad",
    ]) {
        0.6
    } else if has(&["kitchen", "dining", "küche", "cocina", "cuisine"]) {
        1.15
    } else {
        1.0
    }
}

/// What stands in a room.
fn furniture(name: &str) -> &'static str {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["bed", "schlaf", "dormitorio", "chambre"]) {
        "bed"
    } else if has(&["bath", "baño", "bad", "shower"]) {
        "bathtub"
    } else if has(&["toilet", "wc"]) {
        "toilet"
    } else if has(&["living", "lounge", "wohn", "salon", "sala"]) {
        "couch"
    } else if has(&["kitchen", "küche", "cocina", "cuisine"]) {
        "oven"
    } else if has(&["dining"]) {
        "dining table"
    } else if has(&["office", "study", "meeting", "desk"]) {
        "desk"
    } else if has(&["balcony", "terrace", "garden", "patio"]) {
        "potted plant"
    } else if has(&["garage", "parking"]) {
        "car"
    } else {
        ""
    }
}

pub(super) fn draw(sheet: &Sheet<'_>) -> Option<Body> {
    let rooms = &sheet.words.items;
    if rooms.is_empty() {
        return None;
    }
    let zone = sheet.body;
    let plan = zone.inset(zone.w.min(zone.h) * 0.02);
    let mut order: Vec<usize> = (0..rooms.len()).collect();
    order.sort_by(|a, b| {
        weight(&rooms[*b].text)
            .total_cmp(&weight(&rooms[*a].text))
            .then(a.cmp(b))
    });
    let mut places = vec![plan; rooms.len()];
    split(&order, rooms, plan, &mut places);
    let wall = (zone.w.min(zone.h) * 0.012).clamp(6.0, 12.0);
    let side = sheet.full.w.min(sheet.full.h);
    let look = Lettering::new(
        FontRole::Heading,
        (side * 0.032).clamp(15.0, 28.0),
        SIZE_MIN,
    )
    .weight(600)
    .centred();
    let narrow = places.iter().map(|p| p.w).fold(f32::MAX, f32::min);
    let size = sheet.fit_all(
        rooms.iter().map(|r| r.text.as_str()),
        look,
        narrow - 3.0 * wall,
        60.0,
        2,
    );
    let hues = sheet.hues(rooms.len());
    let ink: Color = Token::Ink.into();
    let mut nodes: Vec<Node> = vec![plan.inset(-wall * 0.5).hold(rect()).fill(ink).role("wall")];
    for (i, room) in rooms.iter().enumerate() {
        let inner = places[i].inset(wall * 0.5);
        let ground = sheet.mixed(hues[i], Token::Surface, 0.84);
        nodes.push(inner.hold(rect()).fill(ground).role("room"));
        let (high, low) = inner.rows(0.64, 0.0);
        let word = furniture(&room.text);
        let art = high.inset_xy(high.w * 0.16, high.h * 0.14);
        let drawn = (!word.is_empty() && high.h > 60.0 && !sheet.no_icons())
            .then(|| sheet.picture(word, art, hues[i].readable_on(ground, 3.0)))
            .flatten();
        let label = if drawn.is_some() { low } else { inner };
        nodes.extend(drawn);
        let look = look.color(sheet.rgb(Token::Ink).readable_on(ground, 4.6));
        nodes.push(sheet.set(room, label.inset_xy(wall, 2.0), look, size, "room"));
    }
    nodes.extend(doors(sheet, &places, plan, wall));
    Some(Body::new(nodes).note(
        "approximated",
        "The rooms are laid out to plausible sizes; the prompt gives no measures.",
    ))
}

/// Splits a zone among rooms, the larger half of the weight on one side, along the longer edge.
fn split(order: &[usize], rooms: &[Entry], zone: Zone, places: &mut [Zone]) {
    if let [one] = order {
        places[*one] = zone;
        return;
    }
    let total: f32 = order.iter().map(|i| weight(&rooms[*i].text)).sum();
    let mut sum = 0.0;
    let mut cut = 0;
    while cut + 1 < order.len()
        && (cut == 0 || sum + weight(&rooms[order[cut]].text) <= total * 0.56)
    {
        sum += weight(&rooms[order[cut]].text);
        cut += 1;
    }
    let share = sum / total;
    let (a, b) = if zone.w >= zone.h {
        zone.columns(share, 0.0)
    } else {
        zone.rows(share, 0.0)
    };
    split(&order[..cut], rooms, a, places);
    split(&order[cut..], rooms, b, places);
}

/// A gap in the wall between every room and a neighbour that is nearer to the first room.
fn doors(sheet: &Sheet<'_>, places: &[Zone], plan: Zone, wall: f32) -> Vec<Node> {
    let mut nodes = Vec::new();
    let floor = sheet.rgb(Token::Surface);
    let mut gap = |x: f32, y: f32, w: f32, h: f32| {
        nodes.push(rect().bounds(x, y, w, h).fill(floor).role("door"));
    };
    let wide = (plan.w.min(plan.h) * 0.09).clamp(26.0, 70.0);
    let t = wall * 1.3;
    for i in 1..places.len() {
        for j in 0..i {
            let (a, b) = (places[i], places[j]);
            let across = (a.x.max(b.x), a.right().min(b.right()));
            let down = (a.y.max(b.y), a.bottom().min(b.bottom()));
            let touch_x = (a.right() - b.x).abs() < 1.0 || (b.right() - a.x).abs() < 1.0;
            let touch_y = (a.bottom() - b.y).abs() < 1.0 || (b.bottom() - a.y).abs() < 1.0;
            if touch_x && down.1 - down.0 > wide * 1.4 {
                let x = if (a.right() - b.x).abs() < 1.0 {
                    b.x
                } else {
                    a.x
                };
                let y = down.1 - wide * 1.2;
                gap(x - t * 0.5, y, t, wide);
                break;
            }
            if touch_y && across.1 - across.0 > wide * 1.4 {
                let y = if (a.bottom() - b.y).abs() < 1.0 {
                    b.y
                } else {
                    a.y
                };
                let x = across.0 + wide * 0.3;
                gap(x, y - t * 0.5, wide, t);
                break;
            }
        }
    }
    // The entrance.
    let first = places[0];
    gap(first.x + first.w * 0.4, plan.bottom() - t * 0.5, wide, t);
    nodes
}
