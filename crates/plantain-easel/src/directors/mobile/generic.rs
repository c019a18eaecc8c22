//! An app screen about anything: a heading, a card for the subject, the words of the prompt in their parts.

use plantain_read::{Component, Role};
use plantain_scene::build::{col, object, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Token};

use super::{Parts, Screen, leftovers, stops};
use crate::components::ui::picture::{icon_for, known_object};
use crate::components::ui::supply::capital;
use crate::components::ui::{Block, Supply, Type, Word};

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let brief = supply.brief();
    let topic = brief.topic.first().cloned();
    let usual = topic
        .as_deref()
        .map_or_else(|| kit.label("Overview"), |t| Word::built(capital(t)));
    let avatar = kit.avatar("Elena", 44.0);
    let mut blocks = vec![scr.header(supply, usual, None, Some(avatar))];
    if brief
        .described
        .iter()
        .any(|d| d.kind == Component::SearchBox)
    {
        let hint = supply
            .first(&[Role::Field])
            .unwrap_or_else(|| kit.say("Search"));
        blocks.push(Block::must(kit.search(&hint), kit.u(44.0)));
    }
    blocks.push(hero(scr, supply, topic.as_deref()));
    let mut parts = Parts::new(
        blocks,
        "the words of the prompt stand in the parts that their roles ask for",
    )
    .gap(16.0);
    let entries = supply.entries();
    leftovers::entries(scr, entries, &mut parts);
    let stops = stops(
        kit,
        &[
            ("house", "Home"),
            ("search", "Explore"),
            ("heart", "Saved"),
            ("user", "Profile"),
        ],
    );
    parts.stops(stops, 0)
}

/// A card with the subject's picture, and the figure that leads if there is one.
fn hero(scr: &Screen<'_>, supply: &mut Supply<'_>, topic: Option<&str>) -> Block {
    let kit = &scr.kit;
    let ink = Token::AccentInk;
    let lead = supply.brief().pairs.len() > 1;
    let value = if lead { supply.valued(&[""]) } else { None };
    let side = kit.u(104.0);
    let name = topic.unwrap_or("sparkles");
    if value.is_none() {
        let h = kit.u(150.0);
        let art = kit
            .picture(name, scr.variant, scr.inner(), h, "sparkles")
            .radius(kit.radius());
        return Block::nice(art, h, 1);
    }
    let art = match known_object(name) {
        Some(found) => stack()
            .size_box(side, side)
            .rigid()
            .child(object(found).bounds(0.0, 0.0, side, side)),
        None => kit.tile(
            &icon_for(name, "sparkles"),
            84.0,
            ink.into(),
            Color::from(ink).alpha(0.18),
        ),
    };
    let mut words = col().grow(1.0).gap(kit.u(4.0));
    if let Some((label, value)) = &value {
        words = words
            .child(kit.text(label, Type::Body).color(ink).max_lines(1))
            .child(kit.figure(value, Type::Display).weight(700).color(ink));
    }
    let card = kit.accent_card().child(
        row()
            .fill_w()
            .gap(kit.u(14.0))
            .justify(Place::Between)
            .child(words)
            .child(art),
    );
    let h = side + kit.u(40.0);
    Block::must(card, h)
}
