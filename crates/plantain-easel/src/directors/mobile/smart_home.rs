//! A home that is steered from the phone: its climate on a dial, its rooms, its devices as tiles with switches.

use plantain_scene::build::{col, grid, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen, choices, leftovers, stops};
use crate::components::ui::measures::number;
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Block, Entry, Push, Supply, Type, Word};

/// Rooms and devices that any home has.
const ROOMS: [&str; 3] = ["Living room", "Kitchen", "Bedroom"];
const DEVICES: [(&str, &str, bool); 4] = [
    ("Lights", "lightbulb", true),
    ("Front door", "lock", true),
    ("Camera", "cctv", true),
    ("Music", "speaker", false),
];
/// Warmest and coldest that a dial shows.
const COLD: f32 = 10.0;
const WARM: f32 = 30.0;

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let only_dial = supply.speaks_of(&[
        "thermostat screen",
        "thermostat control",
        "thermostat app",
        "dial",
    ]);
    let climate = only_dial
        || supply.speaks_of(&[
            "thermostat",
            "temperature",
            "climate",
            "heating",
            "temperatur",
            "température",
        ]);
    let degrees = supply.find(|_, text| text.contains('°'));
    let buttons = supply.buttons();
    let usual = kit.label(if only_dial { "Temperature" } else { "Home" });
    let trail = kit.avatar("Elena", 44.0);
    let mut blocks = vec![scr.header(supply, usual, None, Some(trail))];
    let scenes = supply.listed(&["scene", "szene", "mode", "routine", "scène", "escena"]);
    let rooms = supply.listed(&["room", "zimmer", "pièce", "habitaci", "raum"]);
    let mut devices: Vec<Entry> = supply.listed(&["device", "light", ""]).unwrap_or_default();
    devices.extend(
        supply
            .entries()
            .into_iter()
            .filter(|e| e.name.is_some() || e.figure.is_some()),
    );
    if climate || degrees.is_some() {
        blocks.push(dial(scr, degrees, only_dial));
    }
    if let Some(scenes) = scenes {
        blocks.push(choices::tiles(scr, &scenes));
    }
    match rooms {
        Some(rooms) => blocks.push(tiles(scr, &rooms, 0)),
        None if kit.filler && !only_dial => {
            let names: Vec<Word> = ROOMS.iter().map(|name| kit.say(name)).collect();
            let chips = kit.choice_chips(&names, 0).filler();
            blocks.insert(1, Block::nice(chips, kit.u(36.0), 2));
        }
        None => {}
    }
    if devices.is_empty() {
        let usual: Vec<Entry> = DEVICES
            .iter()
            .map(|(name, _, _)| Entry {
                name: Some(kit.say(name)),
                ..Entry::default()
            })
            .collect();
        if kit.filler {
            let block = tiles(scr, &usual, 1);
            blocks.push(Block::nice(block.node.filler(), block.h, 3).stretch(block.stretch));
        }
    } else {
        blocks.push(tiles(scr, &devices, 1));
        if kit.filler && devices.len() <= 3 {
            blocks.push(more(scr, &devices));
        }
    }
    let mut parts = Parts::new(
        blocks,
        "the climate leads on its dial, every device is one tile with its switch",
    )
    .gap(16.0);
    leftovers::buttons(scr, &buttons, &mut parts);
    let stops = stops(
        kit,
        &[
            ("house", "Home"),
            ("layout-grid", "Rooms"),
            ("activity", "Activity"),
            ("settings", "Settings"),
        ],
    );
    parts.stops(stops, 0)
}

/// The dial: the degrees in a ring, buttons for less and more beside it.
fn dial(scr: &Screen<'_>, degrees: Option<Word>, alone: bool) -> Block {
    let kit = &scr.kit;
    let word = degrees.unwrap_or_else(|| Word::invented("21°"));
    let value = number(&word.text).map_or(21.0, |v| v as f32);
    let share = ((value - COLD) / (WARM - COLD)).clamp(0.08, 0.94);
    let side = if alone { kit.u(268.0) } else { kit.u(150.0) };
    let size = if alone { Type::Hero } else { Type::Display };
    let inside = col()
        .align(Place::Center)
        .gap(kit.u(2.0))
        .child(kit.figure(&word, size).weight(700).centered())
        .child(
            kit.text(&kit.say("Temperature"), Type::Caption)
                .centered()
                .max_lines(1),
        );
    let ring = kit.ring(
        side,
        share,
        Token::Accent.into(),
        kit.accent_track(),
        inside,
    );
    let line = row()
        .fill_w()
        .justify(Place::Between)
        .align(Place::Center)
        .child(kit.round_button("minus", 52.0, Push::Soft))
        .child(ring)
        .child(kit.round_button("plus", 52.0, Push::Soft));
    if alone {
        let marks = ["flame", "snowflake", "wind", "leaf"]
            .iter()
            .enumerate()
            .map(|(i, mark)| {
                let push = if i == 0 {
                    Push::Primary
                } else {
                    Push::Secondary
                };
                kit.round_button(mark, 56.0, push)
            });
        let node = col()
            .fill_w()
            .gap(kit.u(34.0))
            .child(line.justify(Place::Center).gap(kit.u(10.0)))
            .child(
                row()
                    .fill_w()
                    .justify(Place::Between)
                    .children(marks)
                    .filler(),
            );
        return Block::must(node, side + kit.u(34.0 + 56.0)).stretch(kit.u(60.0));
    }
    let card = kit.card().pad(kit.u(18.0)).child(line);
    Block::must(card, side + kit.u(36.0)).stretch(kit.u(20.0))
}

/// "Living room lights on": the last word may tell the state.
fn state(entry: &Entry) -> Option<bool> {
    let figure = entry.figure.as_ref()?.text.to_lowercase();
    match figure.as_str() {
        "on" | "open" | "active" | "an" | "ein" | "locked" | "allumé" | "encendido" => Some(true),
        "off" | "closed" | "aus" | "unlocked" | "éteint" | "apagado" => Some(false),
        _ => None,
    }
}

/// Tiles in two columns: icon with a switch over the name and the state.
fn tiles(scr: &Screen<'_>, entries: &[Entry], start: usize) -> Block {
    let kit = &scr.kit;
    let gap = kit.u(12.0);
    let cells = entries
        .iter()
        .enumerate()
        .map(|(i, entry)| tile(scr, entry, start + i, i));
    let rows = entries.len().div_ceil(2) as f32;
    let each = kit.u(32.0 + 44.0 + 14.0) + kit.line(Type::Strong) * 1.3 + kit.line(Type::Caption);
    let node = grid(2).role("devices").fill_w().gap(gap).children(cells);
    Block::must(node, rows * each + (rows - 1.0) * gap).stretch(kit.u(16.0) * rows)
}

fn tile(scr: &Screen<'_>, entry: &Entry, n: usize, i: usize) -> Node {
    let kit = &scr.kit;
    let blank = Word::default();
    let name = entry
        .name
        .as_ref()
        .or(entry.figure.as_ref())
        .unwrap_or(&blank);
    let known = DEVICES.get(i).filter(|_| !name.is_asked());
    let mark = known.map_or_else(|| icon_of(&name.text), |(_, mark, _)| (*mark).to_owned());
    let on = state(entry).unwrap_or_else(|| known.map_or(i != 3, |(_, _, on)| *on));
    let mut words = col()
        .gap(kit.u(2.0))
        .child(kit.text(name, Type::Strong).max_lines(2));
    for word in entry
        .figure
        .iter()
        .filter(|_| entry.name.is_some())
        .chain(&entry.more)
    {
        words = words.child(kit.text(word, Type::Caption).max_lines(1));
    }
    kit.surface(
        col()
            .role("device")
            .fill_w()
            .fill_h()
            .pad(kit.u(16.0))
            .gap(kit.u(14.0))
            .justify(Place::Between),
    )
    .child(kit.ends(kit.icon_tile(&mark, 44.0, n), kit.toggle(on)))
    .child(words)
}

fn icon_of(name: &str) -> String {
    let lower = name.to_lowercase();
    let own = [
        ("light", "lightbulb"),
        ("lamp", "lamp"),
        ("door", "lock"),
        ("lock", "lock"),
        ("camera", "cctv"),
        ("thermostat", "thermometer"),
        ("heating", "thermometer"),
        ("speaker", "speaker"),
        ("tv", "tv"),
        ("vacuum", "bot"),
        ("kitchen", "utensils"),
        ("bedroom", "bed-double"),
        ("office", "laptop"),
        ("living", "sofa"),
        ("bath", "bath"),
        ("garage", "warehouse"),
        ("garden", "flower"),
    ];
    own.iter()
        .find(|(word, _)| lower.contains(word))
        .map_or_else(|| icon_for(name, "house"), |(_, mark)| (*mark).to_owned())
}

/// Devices that fill a screen whose prompt names few.
fn more(scr: &Screen<'_>, told: &[Entry]) -> Block {
    let kit = &scr.kit;
    let known = |name: &str| {
        told.iter().any(|entry| {
            entry
                .name
                .as_ref()
                .is_some_and(|word| word.text.to_lowercase().contains(&name.to_lowercase()))
        })
    };
    let others: Vec<Entry> = DEVICES
        .iter()
        .filter(|(name, _, _)| !known(name) && !known(name.trim_end_matches('s')))
        .take(2)
        .map(|(name, _, _)| Entry {
            name: Some(kit.say(name)),
            ..Entry::default()
        })
        .collect();
    let block = tiles(scr, &others, 3);
    Block::nice(block.node.filler(), block.h, 4)
}
