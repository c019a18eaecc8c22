//! The cards of goods: picture, name, price, and the button that all of them have.

use plantain_scene::build::{col, grid, icon, row, spacer, stack};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::super::{Page, Shape3, best_columns};
use super::{Good, is_person};
use crate::components::ui::picture::known_object;
use crate::components::ui::{Push, Type, Word};

/// What all goods of a page share.
pub(super) struct Shelf<'a> {
    /// The button on each of them.
    pub each: Option<&'a Word>,
    /// What the shop sells: it is shown where a good has no picture of its own.
    pub thing: Option<String>,
}

pub(super) fn cards(
    page: &Page<'_>,
    items: &[Good],
    shelf: &Shelf<'_>,
    w: f32,
    h: f32,
    gap: f32,
) -> Node {
    let n = items.len();
    if n == 0 {
        return spacer();
    }
    let proportion = if page.shape == Shape3::Tall {
        0.72
    } else {
        0.74
    };
    let columns = best_columns(n, w, h, gap, proportion);
    let rows = n.div_ceil(columns);
    let cw = (w - gap * (columns - 1) as f32) / columns as f32;
    let ch = ((h - gap * (rows - 1) as f32) / rows as f32).min(cw * 2.0);
    // Prices stand in the same place on every card: beside the name where all names leave room, else under it.
    let longest = items
        .iter()
        .map(|good| good.name.text.chars().count())
        .max()
        .unwrap_or(0);
    let stacked =
        page.variant % 2 == 1 || longest as f32 * page.kit.u(10.0) + page.kit.u(104.0) > cw;
    let nodes = items.iter().enumerate().map(|(i, good)| {
        // The first button carries the word that was asked for, the others repeat it.
        let again = shelf.each.map(|word| {
            if i == 0 {
                word.clone()
            } else {
                Word::built(word.text.clone())
            }
        });
        let shared = Shelf {
            each: again.as_ref(),
            thing: shelf.thing.clone(),
        };
        card(page, good, &shared, i, (cw, ch), stacked)
    });
    grid(columns).role("grid").fill_w().gap(gap).children(nodes)
}

fn card(
    page: &Page<'_>,
    good: &Good,
    shelf: &Shelf<'_>,
    n: usize,
    (w, h): (f32, f32),
    stacked: bool,
) -> Node {
    let each = shelf.each;
    let kit = &page.kit;
    let boxed = page.variant % 3 != 1;
    let pad = if boxed { kit.u(16.0) } else { 0.0 };
    let text_w = w - 2.0 * pad;
    let rank = if w > kit.u(190.0) {
        Type::Heading
    } else {
        Type::Strong
    };
    let mut words_h = kit.line(rank)
        * page.lines(
            &good.name.text,
            kit.size(rank),
            text_w * if stacked { 1.0 } else { 0.72 },
        );
    if stacked && good.price.is_some() {
        words_h += kit.line(rank) + kit.u(4.0);
    }
    words_h += good
        .notes
        .iter()
        .map(|t| {
            kit.line(Type::Caption) * page.lines(&t.text, kit.size(Type::Caption), text_w)
                + kit.u(4.0)
        })
        .sum::<f32>();
    let rated = good.rating.is_some();
    if rated {
        words_h += kit.line(Type::Caption) + kit.u(4.0);
    }
    if each.is_some() {
        words_h += kit.u(36.0 + 10.0);
    }
    let pic_h = (h - words_h - kit.u(if boxed { 34.0 } else { 14.0 })).max(h * 0.3);
    let picture = picture(page, good, shelf, n, (w, pic_h, boxed));
    let name = kit
        .text(&good.name, rank)
        .font(plantain_scene::node::FontRole::Body)
        .weight(600);
    let price = price(page, good, rank);
    let mut words =
        col()
            .fill_w()
            .gap(kit.u(4.0))
            .pad4(kit.u(if boxed { 16.0 } else { 12.0 }), pad, pad, pad);
    words = match (price, stacked) {
        (Some(price), false) => words.child(
            row()
                .fill_w()
                .gap(kit.u(10.0))
                .align(Place::Start)
                .child(name.grow(1.0))
                .child(price),
        ),
        (Some(price), true) => words.child(name).child(price),
        (None, _) => words.child(name),
    };
    for note in &good.notes {
        words = words.child(kit.text(note, Type::Caption));
    }
    if let Some(rating) = &good.rating {
        words = words.child(kit.score(rating));
    }
    if let Some(label) = each {
        words = words.child(kit.small_button(label, Push::Soft).fill_w().margin(
            kit.u(6.0),
            0.0,
            0.0,
            0.0,
        ));
    }
    let node = col().role("product-card").fill_w();
    let node = if boxed {
        kit.surface(node.clip())
    } else {
        node
    };
    node.child(picture).child(words)
}

pub(super) fn price(page: &Page<'_>, good: &Good, rank: Type) -> Option<Node> {
    let kit = &page.kit;
    let price = good.price.as_ref()?;
    let node = kit
        .figure(price, rank)
        .font(plantain_scene::node::FontRole::Body)
        .weight(600)
        .color(Token::AccentText)
        .rigid();
    let Some(old) = &good.old_price else {
        return Some(node);
    };
    let old = kit
        .figure(old, Type::Caption)
        .set_text(|t| t.strike = true)
        .rigid();
    Some(
        row()
            .gap(kit.u(8.0))
            .align(Place::Baseline)
            .child(node)
            .child(old),
    )
}

fn picture(
    page: &Page<'_>,
    good: &Good,
    shelf: &Shelf<'_>,
    n: usize,
    (w, h, boxed): (f32, f32, bool),
) -> Node {
    let kit = &page.kit;
    let own = good.pictured();
    let shown = match &shelf.thing {
        Some(thing) if !is_drawn(&own) => thing.replace('-', " "),
        _ => own,
    };
    let mut node = kit
        .picture(&shown, n, w, h, "shopping-bag")
        .w(plantain_scene::node::Len::Percent(100.0));
    if !boxed {
        node = node.radius(kit.radius());
    }
    let side = kit.u(34.0);
    let like = row()
        .bounds(w - side - kit.u(12.0), kit.u(12.0), side, side)
        .center()
        .radius(side / 2.0)
        .fill(Token::Surface)
        .child(icon("heart", side * 0.5));
    node = node.child(like);
    if let Some(badge) = &good.badge {
        node = node.child(stack().at(kit.u(12.0), kit.u(12.0)).child(kit.chip(
            badge,
            Token::AccentInk.into(),
            Token::Accent.into(),
        )));
    }
    node
}

/// What a shop sells by its name: "plant shop", "online cheese shop", "sneaker store page".
pub(super) fn sold(heard: &str) -> Option<String> {
    const FRAMES: &[&str] = &["web", "online", "book", "gift", "pop-up", "flagship", "app"];
    let first = heard.split([',', '.', ':', '\n']).next()?;
    let words: Vec<&str> = first.split_whitespace().collect();
    let at = words
        .iter()
        .position(|word| matches!(*word, "shop" | "store" | "boutique"))?;
    let what = *words.get(at.checked_sub(1)?)?;
    let found = known_object(what).filter(|_| what.len() > 2 && !FRAMES.contains(&what))?;
    (!is_person(&found)).then_some(found)
}

/// Whether a good is shown by its own name: the last of its words has a drawing of that very name ("Goat Log" has none).
fn is_drawn(name: &str) -> bool {
    known_object(name).is_some_and(|object| {
        let object = object.replace('-', " ");
        let lower = name.to_lowercase();
        let last = lower.rsplit(' ').next().unwrap_or_default();
        object.split(' ').any(|word| last.starts_with(word)) || !lower.contains(' ')
    })
}
