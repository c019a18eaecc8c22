//! A map with a route, and a sheet that says where it leads.

use plantain_read::Role;
use plantain_scene::build::{col, row, spacer};
use plantain_scene::{Node, Token};

use super::{Parts, Screen, leftovers, town};
use crate::components::ui::{Block, Push, Supply, Type, Word};

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let hint = supply
        .first(&[Role::Field])
        .unwrap_or_else(|| kit.say("Search"));
    let place = supply.first(&[Role::Title, Role::Place, Role::Brand]);
    let under = supply.first(&[Role::Subtitle, Role::Caption]);
    let (place, under) = match (place, under) {
        (None, under) => (under, None),
        both => both,
    };
    let buttons = supply.buttons();
    let chips = supply.all(&[Role::Badge]);
    let search = kit.float(kit.search(&hint).fill(Token::Surface));
    let mut blocks = vec![Block::must(search, kit.u(44.0))];
    if !chips.is_empty() {
        blocks.push(Block::must(kit.choice_chips(&chips, 0), kit.u(36.0)));
    }
    blocks.push(Block::must(spacer(), scr.h * 0.34).stretch(scr.h));
    let entries = supply.entries();
    let asked = place.is_some() || !entries.is_empty() || !buttons.is_empty();
    let (sheet, h) = sheet(scr, place, under, entries, &buttons);
    if asked || kit.filler {
        blocks.push(Block::must(sheet, h));
    }
    let mut parts = Parts::new(
        blocks,
        "the map fills the screen, and the sheet over it says where the route leads",
    )
    .gap(12.0);
    parts.backdrop = Some(town::map(kit, scr.w, scr.h, scr.variant));
    parts
}

fn sheet(
    scr: &Screen<'_>,
    place: Option<Word>,
    under: Option<Word>,
    entries: Vec<crate::components::ui::Entry>,
    buttons: &[Word],
) -> (Node, f32) {
    let kit = &scr.kit;
    let mut h = kit.u(40.0);
    let mut node = town::sheet(kit, (18.0, 12.0, 8.0));
    if let Some(place) = &place {
        let mut words = col()
            .grow(1.0)
            .gap(kit.u(2.0))
            .child(kit.text(place, Type::Heading).max_lines(2));
        if let Some(under) = &under {
            words = words.child(kit.text(under, Type::Caption).max_lines(2));
        }
        node = node.child(
            row()
                .fill_w()
                .gap(kit.u(12.0))
                .child(kit.tile(
                    "map-pin",
                    44.0,
                    Token::AccentText.into(),
                    Token::AccentSoft.into(),
                ))
                .child(words),
        );
        h += kit.u(56.0);
    }
    let figures = entries.iter().any(|e| e.figure.is_some());
    for (i, entry) in entries.iter().enumerate() {
        node = node.child(leftovers::entry_row(scr, entry, i, figures));
        h += kit.u(52.0);
    }
    if place.is_none() && entries.is_empty() && kit.filler {
        let minutes = Word::invented(format!("12 {}", kit.tongue.phrase("min")));
        node = node.child(
            kit.ends(
                kit.text(&minutes, Type::Title),
                kit.text(&Word::invented("3.4 km"), Type::Body)
                    .color(Token::Muted),
            ),
        );
        h += kit.line(Type::Title);
    }
    for (i, word) in buttons.iter().enumerate() {
        node = node.child(
            kit.button(word, if i == 0 { Push::Primary } else { Push::Soft })
                .fill_w(),
        );
        h += kit.u(58.0);
    }
    if buttons.is_empty() && kit.filler {
        node = node.child(
            kit.button_sized(
                &kit.say("Directions"),
                Push::Primary,
                Some("navigation"),
                46.0,
            )
            .fill_w(),
        );
        h += kit.u(58.0);
    }
    (node, h)
}
