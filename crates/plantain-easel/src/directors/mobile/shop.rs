//! A shop: goods in two columns, or one good with its story.

use plantain_read::Role;
use plantain_scene::build::{col, icon, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen, stops};
use crate::components::ui::sample::GOODS;
use crate::components::ui::{Block, Entry, Push, Supply, Type, Word};
use crate::directors::web::goods::{Good, goods};

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let single = supply.speaks_of(&[
        "product page",
        "product detail",
        "product screen",
        "produktseite",
        "fiche produit",
    ]);
    if supply.speaks_of(&[
        "cart",
        "checkout",
        "basket",
        "warenkorb",
        "panier",
        "carrito",
    ]) {
        return super::cart::build(scr, supply);
    }
    let bag = kit.round_button("shopping-bag", 44.0, Push::Secondary);
    let title = supply.first(&[Role::Title]);
    let buttons = supply.all(&[Role::Button]);
    let mut items = goods(supply);
    if items.len() == 1 || (single && title.is_some()) {
        return one(scr, supply, title, items.pop(), buttons);
    }
    let mut blocks = Vec::new();
    let header = title.unwrap_or_else(|| kit.label("New"));
    blocks.push(Block::must(
        kit.app_header(&header, None, None, Some(bag)),
        kit.app_header_height(0),
    ));
    blocks.push(Block::nice(kit.search(&kit.say("Search")), kit.u(44.0), 1));
    let asked = !items.is_empty();
    if !asked && kit.filler {
        items = GOODS
            .iter()
            .take(4)
            .map(|(name, price)| Good::sample(name, *price))
            .collect();
    }
    let rows: Vec<&[Good]> = items.chunks(2).collect();
    for (i, pair) in rows.iter().enumerate() {
        let (node, h) = shelf(scr, pair, i);
        let block = if asked {
            Block::must(node, h)
        } else {
            Block::nice(node.filler(), h, 2)
        };
        blocks.push(block.stretch(kit.u(60.0)));
    }
    for (i, word) in buttons.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        blocks.push(Block::must(kit.button(word, push).fill_w(), kit.u(46.0)));
    }
    let stops = stops(
        kit,
        &[
            ("house", "Home"),
            ("search", "Search"),
            ("heart", "Favorites"),
            ("user", "Profile"),
        ],
    );
    Parts::new(
        blocks,
        "every good has one card with its picture, its name and its price",
    )
    .stops(stops, 0)
    .gap(14.0)
}

fn shelf(scr: &Screen<'_>, pair: &[Good], row_index: usize) -> (Node, f32) {
    let kit = &scr.kit;
    let gap = kit.u(14.0);
    let w = (scr.inner() - gap) / 2.0;
    let art = w * 0.86;
    let cards = pair.iter().enumerate().map(|(i, good)| {
        let n = row_index * 2 + i;
        let picture = stack()
            .fill_w()
            .grow(1.0)
            .min_h(art * 0.7)
            .clip()
            .radius(kit.radius())
            .justify(Place::Center)
            .align(Place::Center)
            .fill(kit.picture_ground(n))
            .child(
                kit.picture(&good.pictured(), n, w, art * 0.94, "shopping-bag")
                    .fill(plantain_scene::Rgba::TRANSPARENT),
            )
            .child(
                icon("heart", kit.u(20.0))
                    .at(w - kit.u(32.0), kit.u(12.0))
                    .color(Token::Ink),
            );
        let mut words = col()
            .fill_w()
            .gap(kit.u(2.0))
            .child(kit.text(&good.name, Type::Strong).max_lines(2));
        if let Some(note) = good.notes.first() {
            words = words.child(kit.text(note, Type::Caption).max_lines(1));
        }
        if let Some(price) = &good.price {
            let mut line = row()
                .gap(kit.u(8.0))
                .align(Place::Baseline)
                .child(kit.figure(price, Type::Strong).color(Token::AccentText));
            if let Some(old) = &good.old_price {
                line = line.child(kit.figure(old, Type::Caption).set_text(|t| t.strike = true));
            }
            words = words.child(line);
        }
        if let Some(rating) = &good.rating {
            words = words.child(kit.score(rating));
        }
        let picture = match &good.badge {
            Some(badge) => picture.child(stack().at(kit.u(10.0), kit.u(10.0)).child(kit.chip(
                badge,
                Token::AccentInk.into(),
                Token::Accent.into(),
            ))),
            None => picture,
        };
        col()
            .role("product-card")
            .grow(1.0)
            .fill_h()
            .gap(kit.u(8.0))
            .child(picture)
            .child(words)
    });
    let mut node = row()
        .fill_w()
        .gap(gap)
        .align(Place::Stretch)
        .children(cards);
    if pair.len() == 1 {
        node = node.child(col().grow(1.0));
    }
    let notes = pair.iter().any(|g| !g.notes.is_empty());
    let h = art * 0.8
        + kit.u(10.0)
        + kit.line(Type::Strong) * 2.0
        + if notes { kit.line(Type::Caption) } else { 0.0 };
    (node, h)
}

/// One good: a large picture, name and price, what else is said, the button.
fn one(
    scr: &Screen<'_>,
    supply: &mut Supply<'_>,
    title: Option<Word>,
    good: Option<Good>,
    buttons: Vec<Word>,
) -> Parts {
    let kit = &scr.kit;
    let good = good.unwrap_or_default();
    let name = title.unwrap_or_else(|| good.name.clone());
    let h = scr.h * 0.36;
    let art = kit
        .picture(&name.text, scr.variant, scr.inner(), h, "shopping-bag")
        .radius(kit.radius());
    let mut blocks = vec![Block::must(art, h)];
    let mut line = row()
        .fill_w()
        .gap(kit.u(12.0))
        .align(Place::Start)
        .child(kit.text(&name, Type::Title).max_lines(2).grow(1.0));
    let price = good
        .price
        .clone()
        .or_else(|| supply.first(&[Role::Price, Role::Value]));
    if let Some(price) = &price {
        line = line.child(
            kit.figure(price, Type::Title)
                .color(Token::AccentText)
                .rigid(),
        );
    }
    blocks.push(Block::must(line, kit.line(Type::Title) * 1.4));
    if name != good.name && !good.name.text.is_empty() {
        blocks.push(Block::must(
            kit.text(&good.name, Type::Strong),
            kit.line(Type::Strong),
        ));
    }
    if let Some(old) = &good.old_price {
        blocks.push(Block::must(
            kit.text(old, Type::Body)
                .set_text(|t| t.strike = true)
                .color(Token::Muted),
            kit.line(Type::Body),
        ));
    }
    for note in &good.notes {
        blocks.push(Block::must(
            kit.text(note, Type::Body).color(Token::Muted),
            kit.line(Type::Body) * (1.0 + note.text.chars().count() as f32 / 44.0).floor(),
        ));
    }
    let body = supply.all(&[Role::Subtitle, Role::Body]);
    for word in &body {
        blocks.push(Block::must(
            kit.text(word, Type::Body).color(Token::Muted),
            kit.line(Type::Body) * (1.0 + word.text.chars().count() as f32 / 44.0).floor(),
        ));
    }
    blocks.push(Block::nice(kit.stars(4.6, 18.0), kit.u(18.0), 0));
    let mut parts = Parts::new(blocks, "one good has the screen to itself");
    super::leftovers::entries(
        scr,
        supply
            .entries()
            .into_iter()
            .filter(|e: &Entry| e.name.is_some() || e.figure.is_some())
            .collect(),
        &mut parts,
    );
    let usual = [kit.say("Add to cart")];
    let shown: &[Word] = if buttons.is_empty() && kit.filler {
        &usual
    } else {
        &buttons
    };
    for (i, word) in shown.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        parts.blocks.push(Block::must(
            kit.button_sized(word, push, None, 52.0).fill_w(),
            kit.u(52.0),
        ));
    }
    parts
}
