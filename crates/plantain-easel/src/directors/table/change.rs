//! Before and after, with an arrow between them.

use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{FontRole, Shape};

use super::Model;
use crate::components::diagram::{Body, Lettering, Sheet};
use crate::components::print::Zone;

pub(super) fn changed(sheet: &Sheet<'_>, model: &Model, across: bool) -> Option<Body> {
    let Model::Change(states) = model else {
        return None;
    };
    let zone = sheet.body;
    let gap = (zone.w.min(zone.h) * 0.12).clamp(44.0, 120.0);
    let (w, h) = if across {
        ((zone.w - gap) * 0.5, zone.h.min(zone.w * 0.62))
    } else {
        (zone.w, (zone.h - gap) * 0.5)
    };
    let top = if across {
        zone.y + (zone.h - h) * 0.5
    } else {
        zone.y
    };
    let name = Lettering::new(FontRole::Heading, (h * 0.12).clamp(18.0, 44.0), 16.0)
        .weight(700)
        .centred();
    let name_size = sheet.fit_all(
        states.iter().map(|s| s.0.text.as_str()),
        name,
        w * 0.8,
        h * 0.2,
        2,
    );
    let value = Lettering::new(FontRole::Display, (h * 0.3).clamp(28.0, 110.0), 18.0)
        .weight(800)
        .centred();
    let value_size = sheet.fit_all(
        states.iter().flat_map(|s| &s.1).map(|e| e.text.as_str()),
        value,
        w * 0.84,
        h * 0.4,
        1,
    );
    let mut nodes = Vec::new();
    for (i, (label, values)) in states.iter().enumerate() {
        let (strong, soft) = if i == 0 {
            (Token::Negative, Token::NegativeSoft)
        } else {
            (Token::Positive, Token::PositiveSoft)
        };
        let place = if across {
            Zone::new(zone.x + (w + gap) * i as f32, top, w, h)
        } else {
            Zone::new(zone.x, top + (h + gap) * i as f32, w, h)
        };
        nodes.push(sheet.card(place, soft));
        let radius = sheet.theme.radius.min(h * 0.5);
        let mut head = Zone::new(place.x, place.y, w, h * 0.26)
            .hold(rect())
            .fill(strong)
            .role("head");
        head.style.corners = Some([radius, radius, 0.0, 0.0]);
        nodes.push(head);
        let ink = sheet.ink_on(sheet.rgb(strong));
        nodes.push(sheet.set(
            label,
            Zone::new(place.x + w * 0.08, place.y, w * 0.84, h * 0.26),
            name.color(ink),
            name_size,
            "state",
        ));
        let room = h * 0.7 / values.len().max(1) as f32;
        for (k, entry) in values.iter().enumerate() {
            let line = Zone::new(
                place.x + w * 0.07,
                place.y + h * 0.28 + room * k as f32,
                w * 0.86,
                room,
            );
            nodes.push(sheet.set(entry, line, value.color(strong), value_size, "value"));
        }
    }
    let d = gap * 0.62;
    let (cx, cy) = if across {
        (zone.center().0, top + h * 0.5)
    } else {
        (zone.center().0, top + h + gap * 0.5)
    };
    nodes.push(
        Zone::new(cx - d * 0.5, cy - d * 0.5, d, d)
            .hold(shape(Shape::Arrow))
            .fill(Token::Muted)
            .rotate(if across { 0.0 } else { 90.0 })
            .role("arrow"),
    );
    Some(Body::new(nodes))
}
