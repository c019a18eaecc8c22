//! What stands around a table: a bar of places, a band in the accent, the counts of its states.

use plantain_scene::build::{col, icon, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::super::Page;
use super::{Words, is_status, state_colors};
use crate::components::ui::{Type, Word};

/// States that are counted, at least and at most.
const STATES: std::ops::RangeInclusive<usize> = 2..=4;

/// Points that a bar and counts take from a table.
pub(super) fn taken(page: &Page<'_>) -> f32 {
    const BAR: f32 = 52.0;
    const COUNTS: f32 = 96.0;
    match page.variant % 4 {
        2 => BAR,
        3 => BAR + COUNTS,
        _ => 0.0,
    }
}

/// The house and its places in one line; on a band in its ink.
pub(super) fn bar(page: &Page<'_>, words: &Words, band: bool) -> Node {
    let kit = &page.kit;
    let (ink, quiet) = if band {
        (Token::AccentInk, Token::AccentInk)
    } else {
        (Token::Ink, Token::Muted)
    };
    let usual = ["Overview", "Team", "Orders", "Reports"];
    let places: Vec<Word> = if words.tabs.is_empty() && kit.filler {
        usual.iter().map(|name| kit.say(name)).collect()
    } else {
        words.tabs.clone()
    };
    let mark: Node = if band {
        let side = kit.u(32.0);
        row()
            .size_box(side, side)
            .rigid()
            .center()
            .radius(side * 0.28)
            .fill(Token::AccentInk)
            .child(icon("layers", side * 0.6).color(Token::AccentText))
    } else {
        kit.logo_mark(32.0, page.variant)
    };
    let mut line = row()
        .role("nav")
        .fill_w()
        .rigid()
        .gap(kit.u(26.0))
        .child(mark);
    if let Some(brand) = &words.brand {
        line = line.child(kit.text(brand, Type::Heading).color(ink).max_lines(1));
    }
    let open = words.title.text.to_lowercase();
    for (n, place) in places.iter().enumerate() {
        let on = open.contains(&place.text.to_lowercase()) || n == 0 && words.tabs.is_empty();
        line = line.child(
            kit.text(place, Type::Caption)
                .size(kit.u(14.0))
                .weight(if on { 650 } else { 450 })
                .color(if on { ink } else { quiet })
                .max_lines(1),
        );
    }
    line.child(plantain_scene::build::spacer())
        .child(kit.avatar("Elena", 34.0))
}

/// The page with a band in the accent behind its head.
pub(super) fn over_band(page: &Page<'_>, main: Node) -> Node {
    let kit = &page.kit;
    let band = rect()
        .bounds(0.0, 0.0, page.w, (page.h * 0.36).min(kit.u(250.0)))
        .gradient(120.0, Token::Accent, kit.accent_deep());
    stack()
        .role("page")
        .size_box(page.w, page.h)
        .clip()
        .fill(Token::Canvas)
        .child(band)
        .child(main.size_box(page.w, page.h).at(0.0, 0.0))
}

/// How many rows are in each state, where the table tells states.
pub(super) fn counts(page: &Page<'_>, words: &Words) -> Option<Node> {
    let kit = &page.kit;
    let told = |column: usize| {
        let cells = words.rows.iter().filter_map(|row| row.get(column));
        cells
            .filter(|cell| plantain_read::is_state(&cell.text))
            .count()
            * 2
            > words.rows.len()
    };
    let column = (0..words.columns.len())
        .find(|at| is_status(&words.columns[*at].text) || told(*at))
        .filter(|_| kit.filler)?;
    let mut states: Vec<(String, usize)> = Vec::new();
    for cell in words.rows.iter().filter_map(|row| row.get(column)) {
        match states.iter_mut().find(|(name, _)| *name == cell.text) {
            Some((_, count)) => *count += 1,
            None => states.push((cell.text.clone(), 1)),
        }
    }
    if !STATES.contains(&states.len()) {
        return None;
    }
    let tiles = states.into_iter().map(|(name, count)| {
        let (ink, ground) = state_colors(&name);
        let name = Word::built(crate::components::ui::supply::capital(&name));
        let spot = rect()
            .size_box(kit.u(6.0), kit.u(40.0))
            .rigid()
            .radius(kit.u(3.0))
            .fill(ink);
        let words = col()
            .grow(1.0)
            .child(kit.figure(&Word::built(count.to_string()), Type::Title))
            .child(kit.text(&name, Type::Caption).max_lines(1));
        row()
            .role("count")
            .grow(1.0)
            .gap(kit.u(14.0))
            .pad_xy(kit.u(18.0), kit.u(12.0))
            .radius(kit.radius())
            .fill(ground)
            .child(spot)
            .child(words)
    });
    Some(
        row()
            .fill_w()
            .rigid()
            .gap(kit.u(16.0))
            .align(Place::Stretch)
            .children(tiles)
            .filler(),
    )
}
