//! A recipe on the web: the dish and what it takes at the top, what goes in and what is done below.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, row};
use plantain_scene::node::Place;

use super::{button_row, header, remains, sheet, subject};
use crate::components::ui::{Entry, Kit, Supply, Type, Word};
use crate::directors::mobile::recipe::{INGREDIENTS, STEPS, dish_of, lines, meta};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Most of the page's height that the picture takes.
const PHOTO_SHARE: f32 = 0.42;
/// The least of it.
const PHOTO_SHARE_MIN: f32 = 0.24;

/// A list under its head.
struct Part {
    head: Word,
    list: Vec<Entry>,
    ticks: bool,
}

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let parts = parts(kit, supply);
    let title = supply
        .first(&[Role::Title])
        .or_else(|| supply.first(&[Role::Subtitle]))
        .or_else(|| subject(studio.brief).map(Word::built))
        .unwrap_or_else(|| kit.say("Recipe"));
    let chips = supply.all(&[Role::Kicker, Role::Badge, Role::Category]);
    let under = supply.all(&[Role::Subtitle, Role::Body, Role::Quote]);
    let by = supply.first(&[Role::Person, Role::Attribution]);
    let buttons = supply.buttons();
    let top = header(
        page,
        supply,
        &["Home", "Recipes", "About"],
        &["search", "heart"],
    );
    let dish = dish_of(kit, supply, &title.text);
    // "4 portions": a short line that begins with a number is a fact of the dish.
    let counted = |word: &Word| {
        word.text.starts_with(|c: char| c.is_ascii_digit()) && word.text.split(' ').count() <= 3
    };
    let (told, under): (Vec<Word>, Vec<Word>) = under.into_iter().partition(counted);
    let mut facts = supply.entries();
    facts.extend(told.into_iter().map(|word| Entry {
        name: Some(word),
        ..Entry::default()
    }));
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let gap = kit.u(36.0);
    let below = below(page, parts, inner);
    let room = page.h - kit.u(64.0 + 22.0) - page.margin() * 0.7 - below.1;
    let h = room.min(page.h * PHOTO_SHARE).max(page.h * PHOTO_SHARE_MIN);
    let w = if page.tall() { inner } else { inner * 0.46 };
    let photo = kit
        .picture(&dish, page.variant, w, h, "utensils")
        .radius(kit.radius());
    let mut words = col().gap(kit.u(14.0));
    if !chips.is_empty() {
        let chips = chips.iter().map(|chip| kit.accent_chip(chip));
        words = words.child(row().gap(kit.u(8.0)).wrap().children(chips));
    }
    let size = if page.tall() { 32.0 } else { 42.0 };
    words = words.child(
        kit.text(&title, Type::Display)
            .size(kit.u(size))
            .leading(1.12)
            .balance()
            .max_lines(3),
    );
    for word in &under {
        words = words.child(kit.text(word, Type::Body).color(Token::Muted).max_lines(4));
    }
    if let Some(by) = &by {
        let name = kit.text(by, Type::Strong).max_lines(1);
        words = words.child(
            row()
                .gap(kit.u(10.0))
                .child(kit.avatar(&by.text, 36.0))
                .child(name),
        );
    }
    words = words.child(meta(kit, facts).node).children(rest);
    if !buttons.is_empty() {
        words = words.child(button_row(kit, &buttons, page.tall()));
    }
    let head = if page.tall() {
        col().fill_w().gap(kit.u(18.0)).child(photo).child(words)
    } else {
        let (a, b) = (photo.rigid(), words.grow(1.0));
        let line = row().fill_w().gap(gap).align(Place::Center);
        if page.variant % 2 == 1 {
            line.child(b).child(a)
        } else {
            line.child(a).child(b)
        }
    };
    root.gap(kit.u(22.0)).child(top).child(head).child(below.0)
}

/// What goes in and what is done, each under the head that the prompt gives it.
fn parts(kit: &Kit<'_>, supply: &mut Supply<'_>) -> Vec<Part> {
    [("Ingredients", INGREDIENTS, true), ("Steps", STEPS, false)]
        .into_iter()
        .filter_map(|(usual, kinds, ticks)| {
            let kind = supply
                .brief()
                .lists
                .iter()
                .map(|list| list.kind.clone())
                .find(|kind| kinds.iter().any(|word| kind.contains(word)))?;
            let list = supply.listed(kinds)?;
            // "Steps 1 to 3: Whisk, Fold": the words before the colon are the head.
            let head = supply
                .find(|role, text| {
                    matches!(role, Role::Subtitle | Role::Label | Role::Text)
                        && text.to_lowercase() == kind
                })
                .unwrap_or_else(|| kit.label(usual));
            Some(Part { head, list, ticks })
        })
        .collect()
}

/// The lists side by side, or one after the other on a tall page, and their height.
fn below(page: &Page<'_>, parts: Vec<Part>, inner: f32) -> (Node, f32) {
    let kit = &page.kit;
    let gap = kit.u(26.0);
    let head_h = kit.line(Type::Heading) + kit.u(12.0);
    let alone = parts.len() == 1;
    let mut node = if page.tall() {
        col().fill_w().gap(gap)
    } else {
        row().fill_w().gap(gap).align(Place::Start)
    };
    let mut heights: Vec<f32> = Vec::new();
    for part in &parts {
        let wide = !page.tall() && (alone || part.ticks && part.list.len() > 6);
        let (list, h) = columns(kit, &part.list, part.ticks, if wide { 2 } else { 1 });
        let share = match (page.tall() || alone, part.ticks) {
            (true, _) => inner,
            (_, true) => (inner - gap) * if wide { 0.52 } else { 0.4 },
            (_, false) => 0.0,
        };
        let mut cell = col()
            .gap(kit.u(12.0))
            .child(kit.text(&part.head, Type::Heading).max_lines(1))
            .child(list);
        cell = if share > 0.0 {
            cell.w(share).rigid()
        } else {
            cell.grow(1.0)
        };
        node = node.child(cell);
        heights.push(head_h + h);
    }
    let h = if page.tall() {
        heights.iter().sum::<f32>() + gap * heights.len().saturating_sub(1) as f32
    } else {
        heights.iter().copied().fold(0.0, f32::max)
    };
    (node, h)
}

/// A list in so many columns, and its height.
fn columns(kit: &Kit<'_>, list: &[Entry], ticks: bool, n: usize) -> (Node, f32) {
    if n < 2 || list.len() < 4 {
        let block = lines(kit, list, ticks);
        return (block.node, block.h);
    }
    let half = list.len().div_ceil(n);
    let mut node = row().fill_w().gap(kit.u(16.0)).align(Place::Start);
    let mut h: f32 = 0.0;
    for part in list.chunks(half) {
        let block = lines(kit, part, ticks);
        h = h.max(block.h);
        node = node.child(block.node.grow(1.0));
    }
    (node, h)
}
