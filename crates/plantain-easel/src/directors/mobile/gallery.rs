//! Photographs: albums in a grid with their names.

use plantain_scene::Node;
use plantain_scene::build::{col, row};

use super::{Parts, Screen, stops};
use crate::components::ui::{Block, Entry, Push, Supply, Type, Word};

/// Albums that are invented where the prompt names none, with their numbers of photographs.
const ALBUMS: &[(&str, u32)] = &[
    ("Recents", 248),
    ("Summer", 86),
    ("City walks", 54),
    ("Mountains", 37),
    ("Family", 122),
    ("Garden", 19),
];

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let plus = kit.round_button("plus", 44.0, Push::Secondary);
    let title = if supply
        .brief()
        .lists
        .iter()
        .any(|l| l.kind.contains("album"))
    {
        kit.say("Albums")
    } else {
        kit.say("Photos")
    };
    let mut blocks = vec![scr.header(supply, title, None, Some(plus))];
    blocks.push(Block::nice(kit.search(&kit.say("Search")), kit.u(44.0), 2));
    let mut albums = supply.listed(&[""]).unwrap_or_default();
    albums.extend(supply.entries());
    let asked = !albums.is_empty();
    if !asked && kit.filler {
        albums = ALBUMS
            .iter()
            .map(|(name, n)| Entry {
                name: Some(Word::invented(*name)),
                figure: Some(Word::invented(n.to_string())),
                more: Vec::new(),
            })
            .collect();
    }
    let columns = if albums.len() <= 3 && scr.variant % 2 == 1 {
        1
    } else {
        2
    };
    let gap = kit.u(14.0);
    let w = (scr.inner() - gap * (columns - 1) as f32) / columns as f32;
    let rows = albums.len().div_ceil(columns);
    let words_h = kit.line(Type::Strong) + kit.line(Type::Caption) + kit.u(10.0);
    let room = scr.h - kit.u(46.0 + 82.0 + 22.0 + 60.0 + 58.0) - rows as f32 * gap;
    let side = (room / rows.max(1) as f32 - words_h)
        .max(kit.u(80.0))
        .min(w);
    for (line, pair) in albums.chunks(columns).enumerate() {
        let cells: Vec<Node> = pair
            .iter()
            .enumerate()
            .map(|(i, album)| cell(scr, supply, album, line * columns + i, (w, side)))
            .collect();
        let mut node = row().fill_w().gap(gap).children(cells);
        if pair.len() < columns {
            node = node.child(col().grow(1.0));
        }
        let h = side + words_h;
        blocks.push(if asked {
            Block::must(node, h)
        } else {
            Block::nice(node.filler(), h, 3 + line as u8)
        });
    }
    let stops = stops(
        kit,
        &[
            ("image", "Photos"),
            ("heart", "Favorites"),
            ("library", "Albums"),
            ("search", "Search"),
        ],
    );
    Parts::new(
        blocks,
        "every album shows its first photograph over its name",
    )
    .stops(stops, 2)
    .gap(14.0)
}

fn cell(
    scr: &Screen<'_>,
    supply: &Supply<'_>,
    album: &Entry,
    n: usize,
    (w, h): (f32, f32),
) -> Node {
    let kit = &scr.kit;
    let blank = Word::default();
    let name = album
        .name
        .as_ref()
        .or(album.figure.as_ref())
        .unwrap_or(&blank);
    let photo = match crate::components::ui::picture::known_object(&name.text) {
        Some(_) => kit.photo(&name.text, supply.brief(), n, w, h),
        None => kit.scenery(&name.text, n + scr.variant, w, h),
    };
    let count = album
        .figure
        .clone()
        .filter(|_| album.name.is_some())
        .or_else(|| {
            kit.filler
                .then(|| Word::invented((17 * (n + 3) % 140 + 12).to_string()))
        });
    let mut words = col().w(w).child(kit.text(name, Type::Strong).max_lines(1));
    if let Some(count) = &count {
        words = words.child(kit.text(count, Type::Caption).max_lines(1));
    }
    col()
        .role("album")
        .w(w)
        .gap(kit.u(8.0))
        .child(photo.radius(kit.radius()))
        .child(words)
}
