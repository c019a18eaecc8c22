//! Things to choose from and to set: chips, times, people, tiles, sliders.

use plantain_scene::build::{col, ellipse, grid, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::Screen;
use super::generic::share;
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Block, Entry, Type, Word};

/// Names over tracks, each with its knob at another place.
pub fn sliders(scr: &Screen<'_>, entries: &[Entry]) -> Block {
    let kit = &scr.kit;
    let w = scr.inner() - kit.u(32.0);
    let (h, d) = (kit.u(22.0), kit.u(20.0));
    let lines = entries.iter().enumerate().map(|(n, entry)| {
        let blank = Word::default();
        let name = entry
            .name
            .as_ref()
            .or(entry.figure.as_ref())
            .unwrap_or(&blank);
        let part = entry
            .figure
            .as_ref()
            .and_then(|figure| share(&figure.text))
            .unwrap_or([0.62, 0.44, 0.74, 0.3][n % 4]);
        let mut head = row()
            .fill_w()
            .justify(Place::Between)
            .child(kit.text(name, Type::Strong).max_lines(1));
        if let Some(figure) = entry.figure.as_ref().filter(|_| entry.name.is_some()) {
            head = head.child(kit.figure(figure, Type::Caption).rigid());
        }
        let bar = |x: f32, ink: Token| {
            rect()
                .bounds(0.0, h * 0.4, x, h * 0.2)
                .radius(h * 0.1)
                .fill(ink)
        };
        let track = stack()
            .size_box(w, h)
            .rigid()
            .child(bar(w, Token::Line))
            .child(bar(w * part, Token::Accent))
            .child(
                ellipse()
                    .bounds(w * part - d / 2.0, (h - d) / 2.0, d, d)
                    .fill(Token::Accent),
            );
        col().fill_w().gap(kit.u(8.0)).child(head).child(track)
    });
    let each = kit.line(Type::Strong) + h + kit.u(8.0 + 18.0);
    let card = kit.card().gap(kit.u(18.0)).children(lines);
    Block::must(card, entries.len() as f32 * each + kit.u(14.0))
}

/// Tiles with a mark, a name and what is said of it; the first is lit.
pub fn tiles(scr: &Screen<'_>, entries: &[Entry]) -> Block {
    let kit = &scr.kit;
    let rows = entries.len().div_ceil(2);
    let h = kit.u(122.0);
    let gap = kit.u(12.0);
    let cells = entries.iter().enumerate().map(|(n, entry)| {
        let blank = Word::default();
        let name = entry
            .name
            .as_ref()
            .or(entry.figure.as_ref())
            .unwrap_or(&blank);
        let lit = n == 0;
        let (ink, soft) = if lit {
            (Token::AccentInk, Token::AccentInk)
        } else {
            (Token::Ink, Token::Muted)
        };
        let mark = icon_for(&name.text, "circle-dot");
        let mark = if lit {
            kit.tile(&mark, 40.0, ink.into(), Color::from(ink).alpha(0.2))
        } else {
            kit.icon_tile(&mark, 40.0, n)
        };
        let mut words = col()
            .fill_w()
            .gap(kit.u(2.0))
            .child(kit.text(name, Type::Strong).color(ink).max_lines(2));
        let more = entry
            .figure
            .iter()
            .filter(|_| entry.name.is_some())
            .chain(&entry.more);
        for word in more {
            words = words.child(kit.text(word, Type::Caption).color(soft).max_lines(1));
        }
        let tile = col()
            .role("tile")
            .grow(1.0)
            .min_h(h)
            .pad(kit.u(14.0))
            .gap(kit.u(10.0))
            .justify(Place::Between)
            .child(mark)
            .child(words);
        if lit {
            tile.radius(kit.radius()).fill(Token::Accent)
        } else {
            kit.surface(tile)
        }
    });
    let node = grid(2).fill_w().gap(gap).children(cells);
    Block::must(node, rows as f32 * h + rows.saturating_sub(1) as f32 * gap).stretch(kit.u(60.0))
}

/// Chips in as many lines as they need; the first is chosen.
pub fn wrapped_chips(scr: &Screen<'_>, words: &[Word]) -> Node {
    let kit = &scr.kit;
    kit.choice_chips(words, 0).wrap().row_gap(kit.u(8.0))
}

/// Chips in as many lines as they take, those chosen that the prompt says are; the first where it says nothing.
pub fn told_chips(scr: &Screen<'_>, brief: &plantain_read::Brief, words: &[Word]) -> Node {
    let kit = &scr.kit;
    let on: Vec<bool> = words
        .iter()
        .map(|word| brief.state_of(&word.text) == Some(true))
        .collect();
    let any = on.contains(&true);
    kit.chips_chosen(words, |i| if any { on[i] } else { i == 0 })
        .wrap()
        .row_gap(kit.u(8.0))
}

/// Height of [`wrapped_chips`].
pub fn chips_height(scr: &Screen<'_>, words: &[Word]) -> f32 {
    let kit = &scr.kit;
    let mut lines = 1.0;
    let mut used = 0.0;
    for word in words {
        let w = word.text.chars().count() as f32 * kit.u(7.4) + kit.u(40.0);
        if used > 0.0 && used + w > scr.inner() {
            lines += 1.0;
            used = 0.0;
        }
        used += w;
    }
    lines * kit.u(36.0) + (lines - 1.0) * kit.u(8.0)
}

/// Times in a grid, one of them chosen.
pub fn slots(scr: &Screen<'_>, words: &[Word]) -> Block {
    let kit = &scr.kit;
    let columns = if words.len().is_multiple_of(3) || words.len() > 4 {
        3
    } else {
        2
    };
    let rows = words.len().div_ceil(columns);
    let h = kit.u(44.0);
    let cells = words.iter().enumerate().map(|(n, word)| {
        let on = n == 1 % words.len();
        let text =
            kit.figure(word, Type::Strong)
                .color(if on { Token::AccentInk } else { Token::Ink });
        let cell = row()
            .role("slot")
            .grow(1.0)
            .h(h)
            .center()
            .radius(kit.control_radius(h))
            .child(text);
        if on {
            cell.fill(Token::Accent)
        } else {
            kit.edge(cell.fill(Token::Surface))
        }
    });
    let node = grid(columns).fill_w().gap(kit.u(10.0)).children(cells);
    Block::must(node, rows as f32 * h + (rows - 1) as f32 * kit.u(10.0))
}

/// Portraits side by side with their names; the first is chosen.
pub fn people(scr: &Screen<'_>, names: &[Word]) -> Block {
    let kit = &scr.kit;
    let cells = names.iter().enumerate().map(|(n, name)| {
        let ring: Color = if n == 0 {
            Token::Accent.into()
        } else {
            Color::from(Token::Line)
        };
        col()
            .grow(1.0)
            .align(Place::Center)
            .gap(kit.u(8.0))
            .child(
                row()
                    .size_box(kit.u(78.0), kit.u(78.0))
                    .rigid()
                    .center()
                    .radius(kit.u(39.0))
                    .stroke(ring, kit.u(2.5))
                    .child(kit.avatar(&name.text, 68.0)),
            )
            .child(kit.text(name, Type::Strong).centered().max_lines(2))
    });
    let node = row().fill_w().align(Place::Start).children(cells);
    Block::must(node, kit.u(86.0) + kit.line(Type::Strong) * 1.4)
}
