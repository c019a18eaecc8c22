//! Settings of a phone or an app: rows in cards, switches at their ends.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::build::row;

use super::{Parts, Screen};
use crate::components::ui::card::RowSpec;
use crate::components::ui::picture::icon_for;
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Block, Entry, Supply, Type, Word};
use crate::directors::web::settings::{setting, switched, told_state};

/// Most rows of one card.
const CARD_ROWS: usize = 4;

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let mut blocks = vec![scr.header(supply, kit.label("Settings"), None, None)];
    let buttons = supply.buttons();
    let person = supply.first(&[Role::Person]);
    blocks.push(account(scr, person));
    let mut rows: Vec<Entry> = Vec::new();
    while let Some(list) = supply.listed(&[""]) {
        rows.extend(list);
    }
    rows.extend(supply.entries());
    if rows.is_empty() {
        let told = crate::components::ui::told::enumerated(supply.brief(), 3);
        rows.extend(told.into_iter().map(|name| Entry {
            name: Some(name),
            ..Entry::default()
        }));
    }
    if kit.filler && rows.is_empty() {
        rows = ["Notifications", "Privacy", "Appearance", "Language"]
            .map(|name| Entry {
                name: Some(kit.say(name)),
                ..Entry::default()
            })
            .to_vec();
    }
    let size = if rows.len() <= CARD_ROWS + 1 {
        rows.len()
    } else {
        CARD_ROWS
    };
    // Where some rows tell that they are on or off, the others lead to pages of their own.
    let states = rows
        .iter()
        .any(|row| told_state(supply.brief(), row).is_some() || switch_of(row).is_some());
    for (g, group) in rows.chunks(size.max(1)).enumerate() {
        let nodes: Vec<Node> = group
            .iter()
            .enumerate()
            .map(|(i, entry)| {
                let n = g * size + i;
                let state = told_state(supply.brief(), entry);
                if states && state.is_none() && entry.figure.is_none() {
                    return leading_on(scr, entry, n);
                }
                setting(kit, entry, state, n)
            })
            .collect();
        let h = kit.row_card_height(nodes.len(), kit.row_height(40.0, false));
        blocks.push(Block::must(kit.row_card(nodes), h));
    }
    for (g, group) in usual_groups().iter().enumerate() {
        blocks.push(usual(scr, &rows, group, g));
    }
    let mut parts = Parts::new(
        blocks,
        "each setting is one row: its name at the left, its state at the right",
    )
    .gap(18.0);
    super::leftovers::buttons(scr, &buttons, &mut parts);
    parts
}

/// "on" or "off" that stands behind the name of a row.
fn switch_of(row: &Entry) -> Option<bool> {
    row.figure.as_ref().and_then(|word| switched(&word.text))
}

/// A row that leads to a page of its own.
fn leading_on(scr: &Screen<'_>, entry: &Entry, n: usize) -> Node {
    let kit = &scr.kit;
    let name = entry.name.clone().unwrap_or_default();
    kit.list_row(RowSpec {
        lead: Some(kit.icon_tile(&icon_for(&name.text, "sliders-horizontal"), 40.0, n)),
        name,
        note: entry.more.first().cloned(),
        figure: None,
        trail: Some(kit.more()),
    })
}

fn same(entry: &Entry, name: &str) -> bool {
    entry
        .name
        .as_ref()
        .is_some_and(|word| word.text.eq_ignore_ascii_case(name))
}

/// Rows that fill a screen whose prompt names few.
fn usual_groups() -> [&'static [&'static str]; 2] {
    [
        &["Account", "Privacy", "Security"],
        &["Language", "Appearance", "Help"],
    ]
}

fn usual(scr: &Screen<'_>, rows: &[Entry], names: &[&'static str], order: usize) -> Block {
    let kit = &scr.kit;
    let nodes: Vec<Node> = names
        .iter()
        .filter(|name| !rows.iter().any(|row| same(row, name)))
        .enumerate()
        .map(|(i, name)| {
            kit.list_row(RowSpec {
                lead: Some(kit.icon_tile(
                    &icon_for(name, "sliders-horizontal"),
                    40.0,
                    i + order * 3 + 1,
                )),
                name: kit.say(name),
                trail: Some(kit.more()),
                ..RowSpec::default()
            })
        })
        .collect();
    let h = kit.row_card_height(nodes.len(), kit.row_height(40.0, false));
    Block::nice(kit.row_card(nodes).filler(), h, 2 + order as u8)
}

/// Whose settings these are.
fn account(scr: &Screen<'_>, person: Option<Word>) -> Block {
    let kit = &scr.kit;
    let asked = person.is_some();
    let name = person.unwrap_or_else(|| {
        Word::invented(FULL_NAMES[scr.rng.fork("name").below(FULL_NAMES.len())])
    });
    let node = kit.list_row(RowSpec {
        lead: Some(kit.avatar(&name.text, 56.0)),
        name,
        note: kit.filler.then(|| kit.say("Account")),
        trail: Some(kit.more()),
        ..RowSpec::default()
    });
    let card = kit
        .surface(row().role("account").fill_w().pad(kit.u(16.0)))
        .child(node);
    let h = kit.u(32.0) + kit.u(56.0).max(kit.line(Type::Strong) * 2.0);
    if asked {
        Block::must(card, h)
    } else {
        Block::nice(card.filler(), h, 1)
    }
}
