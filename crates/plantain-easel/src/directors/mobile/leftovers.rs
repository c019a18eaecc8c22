//! Places what a subject's screen had no place of its own for, each word in a part that fits its role.

use plantain_read::Role;
use plantain_scene::build::{col, grid, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen};
use crate::components::print::qr;
use crate::components::ui::card::RowSpec;
use crate::components::ui::form::asks;
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Block, Entry, Form, Push, Supply, Type, Word};

/// Adds blocks for every word that is left.
pub fn add(scr: &Screen<'_>, supply: &mut Supply<'_>, parts: &mut Parts) {
    let kit = &scr.kit;
    let titles = supply.all(&[Role::Title, Role::Brand, Role::Kicker, Role::Subtitle]);
    for word in titles {
        parts.blocks.push(Block::must(
            kit.text(&word, Type::Heading),
            kit.line(Type::Heading),
        ));
    }
    for (i, word) in supply.all(&[Role::Field]).into_iter().enumerate() {
        let asks = asks(&word.text);
        let node = kit.field(&word, asks.hint(kit).as_ref(), asks.icon(), i == 0);
        parts.blocks.push(Block::must(node, kit.field_height()));
    }
    chips(scr, supply, parts);
    let asked = supply.buttons();
    let links = supply.all(&[Role::Link]);
    let small = supply.all(&[Role::Small, Role::Caption]);
    entries(scr, supply.entries(), parts);
    for (_, word) in supply.rest() {
        parts.blocks.push(Block::must(
            kit.text(&word, Type::Body),
            kit.line(Type::Body),
        ));
    }
    if qr::wanted(supply.brief()) {
        let side = kit.u(170.0).min(scr.inner());
        let code = qr::node(&qr::says(supply.brief()))
            .size_box(side, side)
            .rigid();
        let node = row().fill_w().justify(Place::Center).child(code);
        parts.blocks.push(Block::must(node, side));
    }
    buttons(scr, &asked, parts);
    for word in links.iter() {
        let node = row()
            .fill_w()
            .justify(Place::Center)
            .child(kit.link(word, Type::Caption));
        parts
            .blocks
            .push(Block::must(node, kit.line(Type::Caption)));
    }
    for word in small.iter() {
        parts.blocks.push(Block::must(
            kit.text(word, Type::Caption).centered(),
            kit.line(Type::Caption),
        ));
    }
}

/// Adds buttons: two of them side by side, the first filled.
pub fn buttons(scr: &Screen<'_>, words: &[Word], parts: &mut Parts) {
    let kit = &scr.kit;
    let push = |i: usize| {
        if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        }
    };
    let short = words.iter().all(|word| word.text.chars().count() <= 14);
    if words.len() == 2 && short {
        let pair = words
            .iter()
            .enumerate()
            .map(|(i, word)| kit.button(word, push(i)).grow(1.0));
        let node = row().fill_w().gap(kit.u(12.0)).children(pair);
        parts.blocks.push(Block::must(node, kit.u(46.0)));
        return;
    }
    for (i, word) in words.iter().enumerate() {
        parts
            .blocks
            .push(Block::must(kit.button(word, push(i)).fill_w(), kit.u(46.0)));
    }
}

fn chips(scr: &Screen<'_>, supply: &mut Supply<'_>, parts: &mut Parts) {
    let words = supply.all(&[Role::Badge]);
    if words.is_empty() {
        return;
    }
    let kit = &scr.kit;
    let mut line = row().fill_w().wrap().gap(kit.u(8.0));
    for word in &words {
        line = line.child(kit.accent_chip(word));
    }
    parts.blocks.push(Block::must(line, kit.u(26.0)));
}

/// Adds rows: tiles when all are short figures with names, a list otherwise.
pub fn entries(scr: &Screen<'_>, entries: Vec<Entry>, parts: &mut Parts) {
    if entries.is_empty() {
        return;
    }
    let kit = &scr.kit;
    let short = |e: &Entry| {
        e.figure
            .as_ref()
            .is_some_and(|f| f.text.chars().count() <= 9)
            && e.name
                .as_ref()
                .is_some_and(|n| n.text.chars().count() <= 16)
            && e.more.is_empty()
    };
    if (2..=4).contains(&entries.len()) && entries.iter().all(short) {
        let columns = if entries.len() == 3 {
            3
        } else {
            entries.len().min(2)
        };
        let rows = entries.len().div_ceil(columns);
        let mut tiles = grid(columns).fill_w().gap(kit.u(12.0));
        for (i, e) in entries.iter().enumerate() {
            tiles = tiles.child(tile(scr, e, i));
        }
        let h = rows as f32 * kit.stat_tile_height() + (rows - 1) as f32 * kit.u(12.0);
        parts.blocks.push(Block::must(tiles, h));
        return;
    }
    let figures = entries.iter().any(|e| e.figure.is_some());
    let rows: Vec<Node> = entries
        .iter()
        .enumerate()
        .map(|(i, e)| entry_row(scr, e, i, figures))
        .collect();
    let h = kit.row_card_height(rows.len(), kit.row_height(40.0, false));
    parts.blocks.push(Block::must(kit.row_card(rows), h));
}

fn tile(scr: &Screen<'_>, entry: &Entry, n: usize) -> Node {
    let blank = Word::default();
    let name = entry.name.as_ref().unwrap_or(&blank);
    let value = entry.figure.as_ref().unwrap_or(&blank);
    scr.kit
        .stat_tile(&icon_for(&name.text, "activity"), n, value, name)
}

/// Returns a list row for an entry.
pub fn entry_row(scr: &Screen<'_>, entry: &Entry, n: usize, figures: bool) -> Node {
    let kit = &scr.kit;
    let (name, figure) = match (&entry.name, &entry.figure) {
        (Some(name), figure) => (name.clone(), figure.clone()),
        (None, Some(figure)) => (figure.clone(), None),
        (None, None) => (Word::default(), None),
    };
    let symbol = match Form::of(&name.text) {
        Form::Time => "clock".to_owned(),
        Form::Date => "calendar".to_owned(),
        Form::Number if name.text.contains("min") || name.text.contains(" h") => "clock".to_owned(),
        Form::Number if name.text.contains("km") || name.text.contains("mi") => "route".to_owned(),
        _ => icon_for(&name.text, "circle-dot"),
    };
    let lead = kit.icon_tile(&symbol, 40.0, n);
    let row = kit.list_row(RowSpec {
        lead: Some(lead),
        name,
        note: entry.more.first().cloned(),
        figure,
        trail: (!figures).then(|| kit.more()),
    });
    if entry.more.len() > 1 {
        let more = entry.more[1..]
            .iter()
            .map(|w| kit.text(w, Type::Caption).color(Token::Muted));
        return col().fill_w().gap(kit.u(4.0)).child(row).children(more);
    }
    row
}
