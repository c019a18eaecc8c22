//! The lists of a prompt, each in the part that its kind asks for.

use plantain_read::Role;
use plantain_scene::Node;

use super::super::{Screen, choices};
use crate::components::ui::card::RowSpec;
use crate::components::ui::picture::icon_for;
use crate::components::ui::shares::shares;
use crate::components::ui::supply::capital;
use crate::components::ui::{Block, Entry, Form, Supply, Word};

/// Words of list kinds, and the part that shows such a list.
pub(super) const PARTS: &[(&[&str], Part)] = &[
    (
        &[
            "categor", "chip", "filter", "mode", "size", "color", "colour", "option", "genre",
            "tag", "mood", "topic", "interest",
        ],
        Part::Chips,
    ),
    (&["slider"], Part::Sliders),
    (&["time", "slot", "hour", "date", "day"], Part::Slots),
    (
        &["toggle", "switch", "device", "permission"],
        Part::Switches,
    ),
    (
        &[
            "task",
            "habit",
            "todo",
            "to-do",
            "goal",
            "chore",
            "item to",
            "reminder",
            "errand",
            "ingredient",
            "packing",
        ],
        Part::Ticks,
    ),
    (
        &[
            "barber", "doctor", "member", "friend", "player", "contact", "stylist", "driver",
            "people", "person", "trainer", "coach", "teacher", "sender", "user", "student",
            "employee", "guest", "speaker", "rider",
        ],
        Part::People,
    ),
    (
        &[
            "card",
            "tile",
            "widget",
            "room",
            "shortcut",
            "quick action",
            "service",
        ],
        Part::Tiles,
    ),
    (
        &[
            "lesson", "episode", "chapter", "track", "song", "video", "module", "exercise",
            "level", "step", "course",
        ],
        Part::Numbered,
    ),
];

/// How a list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Chips,
    Slots,
    Switches,
    Ticks,
    People,
    Numbered,
    /// Names over tracks with a knob.
    Sliders,
    /// Tiles in two columns.
    Tiles,
    /// Rows with pictures.
    Rows,
}

/// Takes every list of the prompt as blocks, each with its heading.
pub(super) fn lists(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let brief = supply.brief();
    for (at, list) in brief.lists.iter().enumerate() {
        let framed = list.items.iter().any(|i| {
            matches!(
                brief.literals[*i].role,
                Role::Button | Role::Tab | Role::Field | Role::Link
            )
        });
        if framed {
            continue;
        }
        let entries = supply.list_entries(at);
        if entries.is_empty() {
            continue;
        }
        let part = part_of(&list.kind, &entries);
        if !matches!(part, Part::Chips | Part::Tiles | Part::Sliders)
            && !matches!(list.kind.as_str(), "" | "item" | "row")
        {
            let kind = list.kind.trim_end_matches(" for").trim_end_matches(" of");
            let heading = Word::built(capital(&plural(kind)));
            blocks.push(scr.heading(&heading, None));
        }
        blocks.extend(list_blocks(scr, supply, part, entries, at));
    }
    blocks
}

pub(super) fn plural(kind: &str) -> String {
    if kind == "people" || kind.ends_with('s') || !kind.is_ascii() {
        kind.to_owned()
    } else if let Some(stem) = kind
        .strip_suffix('y')
        .filter(|s| !s.ends_with(['a', 'e', 'o']))
    {
        format!("{stem}ies")
    } else if kind.ends_with("ch") || kind.ends_with("sh") || kind.ends_with('x') {
        format!("{kind}es")
    } else {
        format!("{kind}s")
    }
}

pub(super) fn part_of(kind: &str, entries: &[Entry]) -> Part {
    let named = PARTS
        .iter()
        .find(|(words, _)| words.iter().any(|word| kind.contains(word)))
        .map(|(_, part)| *part);
    let timed = entries.iter().all(|e| {
        e.name
            .as_ref()
            .is_some_and(|name| Form::of(&name.text) == Form::Time)
    });
    let bare = entries.iter().all(|e| e.figure.is_none());
    match named {
        _ if timed && bare => Part::Slots,
        Some(Part::Chips | Part::Slots) if !bare => Part::Rows,
        Some(Part::Tiles) if entries.len() > 8 => Part::Rows,
        Some(part) => part,
        None => Part::Rows,
    }
}

pub(super) fn list_blocks(
    scr: &Screen<'_>,
    supply: &Supply<'_>,
    part: Part,
    entries: Vec<Entry>,
    at: usize,
) -> Vec<Block> {
    let kit = &scr.kit;
    // "Thai 42%, Pizza 58%": answers of a poll, parts of a whole.
    if let Some(shares) = shares(&entries) {
        let h = kit.share_card_height(&entries);
        return vec![Block::must(kit.share_card(&entries, &shares), h)];
    }
    let names: Vec<Word> = entries.iter().filter_map(|e| e.name.clone()).collect();
    match part {
        Part::Chips => vec![Block::must(
            choices::told_chips(scr, supply.brief(), &names),
            choices::chips_height(scr, &names),
        )],
        Part::Slots => vec![choices::slots(scr, &names)],
        Part::Tiles => vec![choices::tiles(scr, &entries)],
        Part::Sliders => vec![choices::sliders(scr, &entries)],
        Part::People if entries.len() <= 4 && entries.iter().all(|e| e.figure.is_none()) => {
            vec![choices::people(scr, &names)]
        }
        _ => {
            let rows: Vec<Node> = entries
                .iter()
                .enumerate()
                .map(|(n, entry)| list_row(scr, supply, part, entry, n + at))
                .collect();
            let mark = match part {
                Part::Rows => 52.0,
                Part::People => 44.0,
                _ => 40.0,
            };
            let noted = entries.iter().any(|e| !e.more.is_empty());
            let h = kit.row_card_height(rows.len(), kit.row_height(mark, noted));
            vec![Block::must(kit.row_card(rows), h)]
        }
    }
}

pub(super) fn list_row(
    scr: &Screen<'_>,
    supply: &Supply<'_>,
    part: Part,
    entry: &Entry,
    n: usize,
) -> Node {
    let kit = &scr.kit;
    let (name, figure) = match (&entry.name, &entry.figure) {
        (Some(name), figure) => (name.clone(), figure.clone()),
        (None, Some(figure)) => (figure.clone(), None),
        (None, None) => (Word::default(), None),
    };
    let lead = match part {
        Part::Switches => kit.icon_tile(&icon_for(&name.text, "sliders-horizontal"), 40.0, n),
        Part::Ticks => kit.checkbox(n.is_multiple_of(3), kit.theme.radius >= 14.0),
        Part::People => kit.avatar(&name.text, 44.0),
        Part::Numbered => kit.icon_tile(if n == 0 { "play" } else { "circle-play" }, 40.0, n),
        _ => row_picture(scr, supply, entry, &name, n),
    };
    let trail = match part {
        Part::Switches => Some(kit.toggle(n % 3 != 2)),
        Part::Ticks => None,
        _ if figure.is_none() => Some(kit.more()),
        _ => None,
    };
    kit.list_row(RowSpec {
        lead: Some(lead),
        name,
        note: entry.more.first().cloned(),
        figure,
        trail,
    })
}

/// A photograph where the words name something that can be shown, else a mark.
pub(super) fn row_picture(
    scr: &Screen<'_>,
    supply: &Supply<'_>,
    entry: &Entry,
    name: &Word,
    n: usize,
) -> Node {
    let kit = &scr.kit;
    let side = kit.u(52.0);
    let edible = supply.speaks_of(&[
        "recipe",
        "food",
        "dish",
        "meal",
        "restaurant",
        "receta",
        "rezept",
        "recette",
        "menu",
    ]);
    let picture = if edible {
        Some(kit.picture(
            &super::super::food::picture_words(entry, n),
            n,
            side,
            side,
            "utensils",
        ))
    } else if kit.shows(&name.text) {
        Some(kit.photo(&name.text, supply.brief(), n, side, side))
    } else {
        None
    };
    match picture {
        Some(picture) => picture.radius(kit.radius() * 0.6),
        None => kit.icon_tile(&icon_for(&name.text, "circle-dot"), 48.0, n),
    }
}
