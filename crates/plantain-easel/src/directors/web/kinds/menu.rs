//! A menu that opens over a page: entries in a small card beside what they are for, or in a sheet at the foot.

use plantain_read::Role;
use plantain_scene::build::{col, grid, icon, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::dialog::behind;
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Kit, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Width of the card and of a row of its entries, in points.
const CARD: f32 = 330.0;
const ROW: f32 = 52.0;
/// How much larger a menu is set than a page.
const LARGE: f32 = 1.25;
/// Entries that a sheet shows as tiles, at most, and tiles in a line.
const TILES_MAX: usize = 8;
const TILES_WIDE: usize = 4;
/// Words of entries that take something away.
const DESTROYING: &[&str] = &[
    "delete",
    "trash",
    "remove",
    "discard",
    "log out",
    "logout",
    "sign out",
    "block",
    "löschen",
    "abmelden",
    "eliminar",
    "borrar",
    "supprimer",
    "elimina",
    "excluir",
    "verwijderen",
    "usuń",
];
/// Entries that are invented where the prompt names none.
const SHARE: &[&str] = &["Copy link", "Mail", "Messages", "Notes"];
const USUAL: &[&str] = &["Open", "Rename", "Share", "Delete"];

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let shares = supply.speaks_of(&["share"]);
    let title = supply.first(&[Role::Title, Role::Brand, Role::Subtitle]);
    let mut entries: Vec<Word> = supply
        .listed(&["menu"])
        .unwrap_or_default()
        .into_iter()
        .flat_map(|entry| entry.name.into_iter().chain(entry.figure).chain(entry.more))
        .collect();
    entries.extend(supply.buttons());
    entries.extend(supply.rest().into_iter().map(|(_, word)| word));
    if entries.is_empty() && page.kit.filler {
        let usual = if shares { SHARE } else { USUAL };
        entries = usual.iter().map(|name| page.kit.say(name)).collect();
    }
    let sheet = page.tall() || supply.speaks_of(&["sheet"]);
    let kit = &page
        .kit
        .at(page.kit.k * if page.tall() { 1.0 } else { LARGE });
    let root = page.canvas().fill(Token::Canvas).child(behind(page));
    if sheet {
        let scrim = rect()
            .size_box(page.w, page.h)
            .fill(kit.shade().alpha(0.46));
        let tiles = shares && entries.len() <= TILES_MAX;
        return root
            .child(scrim)
            .child(at_foot(page, kit, title.as_ref(), &entries, tiles));
    }
    let veil = rect()
        .size_box(page.w, page.h)
        .fill(kit.shade().alpha(0.12));
    root.child(veil)
        .child(beside(page, kit, studio, title.as_ref(), &entries))
}

/// A sheet with round shoulders at the foot of the page.
fn at_foot(
    page: &Page<'_>,
    kit: &Kit<'_>,
    title: Option<&Word>,
    entries: &[Word],
    tiles: bool,
) -> Node {
    let w = page.w.min(kit.u(if page.tall() { 900.0 } else { 620.0 }));
    let pad = kit.u(22.0);
    let r = kit.radius().max(kit.u(20.0));
    let handle = rect()
        .size_box(kit.u(44.0), kit.u(5.0))
        .rigid()
        .radius(kit.u(2.5))
        .fill(Token::Line);
    let mut sheet = col()
        .role("sheet")
        .w(w)
        .rigid()
        .fill(Token::Surface)
        .pad4(kit.u(12.0), pad, kit.u(30.0), pad)
        .gap(kit.u(18.0))
        .child(row().fill_w().justify(Place::Center).child(handle));
    sheet.style.corners = Some([r, r, 0.0, 0.0]);
    if let Some(title) = title {
        sheet = sheet.child(kit.text(title, Type::Title).max_lines(2));
    }
    sheet = sheet.child(if tiles {
        grid(TILES_WIDE.min(entries.len()))
            .fill_w()
            .gap(kit.u(14.0))
            .children(
                entries
                    .iter()
                    .enumerate()
                    .map(|(n, word)| tile(kit, word, n)),
            )
    } else {
        rows(kit, entries)
    });
    col()
        .size_box(page.w, page.h)
        .align(Place::Center)
        .justify(Place::End)
        .child(kit.float(sheet))
}

/// An entry as a round sign over its name.
fn tile(kit: &Kit<'_>, word: &Word, n: usize) -> Node {
    let (ink, pale) = kit.hue(n);
    let d = kit.u(62.0);
    let sign = row()
        .size_box(d, d)
        .rigid()
        .center()
        .radius(d / 2.0)
        .fill(pale)
        .child(icon(icon_for(&word.text, "share-2"), d * 0.42).color(ink));
    col()
        .role("entry")
        .fill_w()
        .align(Place::Center)
        .gap(kit.u(8.0))
        .child(sign)
        .child(
            kit.text(word, Type::Caption)
                .color(Token::Ink)
                .centered()
                .max_lines(2),
        )
}

/// A card of entries beside what was pressed.
fn beside(
    page: &Page<'_>,
    kit: &Kit<'_>,
    studio: &Studio<'_>,
    title: Option<&Word>,
    entries: &[Word],
) -> Node {
    let w = kit.u(CARD).min(page.w * 0.8);
    let row_h = kit.u(ROW).min(page.h * 0.8 / entries.len().max(1) as f32);
    let head = title.map_or(0.0, |_| kit.line(Type::Heading) + kit.u(20.0));
    let h = row_h * entries.len() as f32 + head + kit.u(24.0);
    let mut card = kit
        .surface(col().role("menu").w(w).rigid())
        .pad_xy(kit.u(10.0), kit.u(10.0));
    if let Some(title) = title {
        let line = kit.text(title, Type::Heading).max_lines(1);
        card = card.child(row().fill_w().pad_xy(kit.u(12.0), kit.u(10.0)).child(line));
    }
    let card = kit.float(card.child(rows(kit, entries)));
    // What was pressed: a bar of the page in the accent, whose corner the menu hangs on.
    let from_right = page.variant % 3 == 1;
    let x = if from_right {
        page.w * 0.86 - w
    } else {
        page.w * 0.36
    };
    let y = (page.h - h) * 0.5;
    let side = kit.u(46.0);
    let held = if from_right { x + w - side } else { x };
    let mark = if studio.brief.prompt.to_lowercase().contains("user") {
        "user"
    } else {
        "ellipsis"
    };
    let sign = row()
        .bounds(held, (y - side - kit.u(10.0)).max(0.0), side, side)
        .center()
        .radius(side / 2.0)
        .fill(Token::Accent)
        .child(icon(mark, side * 0.5).color(Token::AccentInk));
    stack()
        .size_box(page.w, page.h)
        .child(sign)
        .child(card.at(x, y))
}

/// Entries as rows with their signs; what takes something away stands last under a line, in its colour.
fn rows(kit: &Kit<'_>, entries: &[Word]) -> Node {
    let last = entries.len().saturating_sub(1);
    let mut list = col().fill_w();
    for (n, word) in entries.iter().enumerate() {
        let lower = word.text.to_lowercase();
        let gone = DESTROYING.iter().any(|name| lower.contains(name));
        let (ink, mark) = if gone {
            (Token::Negative, Token::Negative)
        } else {
            (Token::Ink, Token::Muted)
        };
        if gone && n == last && n > 0 {
            list = list.child(kit.rule().margin(kit.u(6.0), 0.0, kit.u(6.0), 0.0));
        }
        let mut line = row()
            .role("entry")
            .fill_w()
            .h(kit.u(ROW - 6.0))
            .gap(kit.u(14.0))
            .pad_xy(kit.u(12.0), 0.0)
            .radius(kit.radius().min(kit.u(10.0)))
            .child(icon(icon_for(&word.text, "chevron-right"), kit.u(20.0)).color(mark))
            .child(kit.text(word, Type::Body).color(ink).max_lines(1).grow(1.0));
        // The first is under the pointer.
        if n == 0 {
            line = line.fill(Token::Sunken);
        }
        list = list.child(line);
    }
    list
}
