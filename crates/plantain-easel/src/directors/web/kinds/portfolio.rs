//! A portfolio or gallery on the web: pictures in a grid under a name.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, grid};

use super::{button_row, header, remains, sheet};
use crate::components::ui::{Supply, Type, Word};
use crate::directors::web::{Page, best_columns};
use crate::studio::Studio;

/// Pictures of a grid, where the prompt names none.
const PICTURES: usize = 6;

pub fn build(page: &Page<'_>, _studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let title = supply
        .first(&[Role::Title, Role::Person, Role::Brand])
        .or_else(|| supply.first(&[Role::Subtitle]))
        .unwrap_or_else(|| kit.say("Portfolio"));
    let under = supply.first(&[Role::Subtitle, Role::Body, Role::Kicker]);
    let buttons = supply.buttons();
    let top = header(page, supply, &["Work", "About", "Contact"], &[]);
    let names: Vec<Word> = supply
        .listed(&["project", "work", "photo", "album", "series", "picture", ""])
        .unwrap_or_default()
        .into_iter()
        .filter_map(|e| e.name)
        .collect();
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let size = if page.tall() { 34.0 } else { 48.0 };
    let mut head = col().fill_w().gap(kit.u(6.0)).child(
        kit.text(&title, Type::Display)
            .size(kit.u(size))
            .max_lines(2),
    );
    if let Some(under) = &under {
        head = head.child(kit.text(under, Type::Body).color(Token::Muted));
    }
    head = head.children(rest);
    if !buttons.is_empty() {
        head = head.child(button_row(kit, &buttons, false));
    }
    let n = if names.is_empty() {
        super::counted_before(
            &supply.brief().heard(),
            &["project", "work", "picture", "photo"],
        )
        .unwrap_or(PICTURES)
        .clamp(2, 12)
    } else {
        names.len()
    };
    let gap = kit.u(16.0);
    let used = kit.u(64.0 + size * 1.3 + 50.0)
        + page.margin()
        + if under.is_some() { kit.u(28.0) } else { 0.0 }
        + if buttons.is_empty() { 0.0 } else { kit.u(64.0) };
    let h = page.h - used;
    let columns = best_columns(n, inner, h, gap, 1.3).min(4);
    let rows = n.div_ceil(columns);
    let cw = (inner - gap * (columns as f32 - 1.0)) / columns as f32;
    let trade = Trade::of(supply);
    let label = if names.is_empty() {
        0.0
    } else {
        kit.line(Type::Strong) + kit.u(8.0)
    };
    let ch = (h - gap * (rows as f32 - 1.0)) / rows as f32 - label;
    let cells = (0..n).map(|i| {
        let name = names.get(i);
        let words = name.map_or("", |w| w.text.as_str());
        let photo = work(page, trade, words, i, (cw, ch.max(kit.u(60.0))));
        let mut cell = col().role("work").gap(kit.u(8.0)).child(photo);
        if let Some(name) = name {
            cell = cell.child(kit.text(name, Type::Strong).max_lines(1));
        }
        cell
    });
    root.gap(kit.u(18.0))
        .child(top)
        .child(head)
        .child(grid(columns).fill_w().gap(gap).children(cells))
}

/// Whose works are shown: it decides what they look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trade {
    Photographs,
    Buildings,
    /// Drawn or programmed: forms and colours.
    Designs,
}

impl Trade {
    fn of(supply: &Supply<'_>) -> Self {
        if supply.speaks_of(&[
            "architect",
            "interior",
            "architekt",
            "architecte",
            "arquitecto",
        ]) {
            Self::Buildings
        } else if supply.speaks_of(&[
            "designer",
            "developer",
            "illustrat",
            "ux",
            "ui",
            "brand",
            "graphic",
            "engineer",
            "programmer",
            "artist",
        ]) {
            Self::Designs
        } else {
            Self::Photographs
        }
    }
}

fn work(page: &Page<'_>, trade: Trade, words: &str, n: usize, (w, h): (f32, f32)) -> Node {
    let kit = &page.kit;
    let node = match trade {
        Trade::Buildings if words.is_empty() => {
            let places = [
                "city street",
                "house",
                "urban",
                "villa",
                "city",
                "apartment",
            ];
            kit.scenery(places[n % places.len()], page.variant + n, w, h)
        }
        Trade::Designs => {
            let side = h * 0.66;
            let cover = kit.cover(side, (page.variant + n * 7) as u64);
            plantain_scene::build::row()
                .role("picture")
                .size_box(w, h)
                .rigid()
                .center()
                .fill(kit.hue(n).1)
                .child(kit.float(cover.radius(kit.radius() * 0.5)))
        }
        _ => kit.scenery(words, page.variant + n, w, h),
    };
    node.radius(kit.radius())
}
