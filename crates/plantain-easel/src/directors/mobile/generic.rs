//! An app screen about anything: a heading, a card for the subject, the words of the prompt in their parts.

use plantain_read::{Brief, Component, Role};
use plantain_scene::build::{col, object, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Token};

use super::{Parts, Screen, leftovers, stops};
use crate::components::ui::picture::{icon_for, known_object};
use crate::components::ui::supply::capital;
use crate::components::ui::{Block, Form, Supply, Type, Word};

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let brief = supply.brief();
    let money = brief
        .pairs
        .iter()
        .filter(|p| Form::of(&brief.literals[p.value].text) == Form::Money)
        .count();
    if money > 1 {
        // Things with prices are goods, whatever the app is called.
        return super::shop::build(scr, supply);
    }
    let topic = topic(brief);
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

/// Returns what the app is about: two topics when the prompt writes them together ("smart home").
fn topic(brief: &Brief) -> Option<String> {
    let first = brief.topic.first()?;
    let prompt = brief.heard();
    let both = brief.topic.get(1).map(|second| format!("{first} {second}"));
    let home = format!("{first} home");
    both.filter(|both| prompt.contains(both.as_str()))
        .or_else(|| prompt.contains(&home).then_some(home))
        .or_else(|| Some(first.clone()))
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
        let h = kit.u(if supply.left() <= 5 { 190.0 } else { 150.0 });
        let art = kit
            .subject_picture(supply.brief(), scr.variant, scr.inner(), h)
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
