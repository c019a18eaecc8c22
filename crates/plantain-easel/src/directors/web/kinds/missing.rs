//! A page that is not there: the number, a kind sentence, the way back.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, row};
use plantain_scene::node::Place;

use super::{button_row, header, remains, sheet};
use crate::components::ui::{Kit, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Numbers of errors that pages are made for.
const CODES: &[&str] = &["404", "500", "403", "503", "401", "410", "502"];

/// Words of pages that tell of no error.
const RESTS: &[&str] = &[
    "empty state",
    "empty screen",
    "maintenance",
    "no results",
    "no search results",
    "offline",
    "right back",
];

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let links = supply.all(&[Role::Link]);
    let top = header(page, supply, &[], &["search"]);
    let code = code(kit, supply);
    let title = supply
        .first(&[Role::Title])
        .or_else(|| supply.find(|role, _| matches!(role, Role::Text | Role::Quote)))
        .or_else(|| supply.first(&[Role::Subtitle]))
        .or_else(|| kit.filler.then(|| kit.say("Page not found")));
    let under = supply.all(&[Role::Subtitle, Role::Body]);
    let buttons = {
        let asked = supply.buttons();
        if asked.is_empty() && links.is_empty() && kit.filler {
            vec![kit.say("Home")]
        } else {
            asked
        }
    };
    let field = supply.first(&[Role::Field]);
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let tall = page.tall();
    let mut words = col().gap(kit.u(14.0));
    if !code.text.is_empty() {
        words = words.child(
            kit.text(&code, Type::Hero)
                .size(kit.u(if tall { 96.0 } else { 132.0 }))
                .weight(800)
                .leading(1.0)
                .color(Token::AccentText)
                .max_lines(1),
        );
    }
    if let Some(title) = &title {
        let size = if tall { 32.0 } else { 42.0 };
        let line = kit.text(title, Type::Display).size(kit.u(size));
        words = words.child(line.leading(1.12).max_lines(3));
    }
    for word in &under {
        let line = kit.text(word, Type::Body).size(kit.u(18.0)).leading(1.45);
        words = words.child(line.color(Token::Muted).max_w(kit.u(560.0)));
    }
    words = words.children(rest);
    if let Some(field) = &field {
        words = words.child(col().w(inner.min(kit.u(420.0))).child(kit.search(field)));
    }
    words = words.child(button_row(kit, &buttons, tall).margin(kit.u(10.0), 0.0, 0.0, 0.0));
    for link in &links {
        words = words.child(kit.link(link, Type::Body));
    }
    let body = if tall {
        let art = kit.subject_picture(studio.brief, page.variant, inner, page.h * 0.36);
        col()
            .fill_w()
            .gap(kit.u(28.0))
            .child(art.radius(kit.radius()))
            .child(words)
    } else {
        let (w, h) = (inner * 0.44, page.h * 0.62);
        let art = kit
            .subject_picture(studio.brief, page.variant, w, h)
            .radius(kit.radius());
        let line = row()
            .fill_w()
            .grow(1.0)
            .gap(kit.u(48.0))
            .align(Place::Center);
        let words = words.grow(1.0);
        if page.variant.is_multiple_of(2) {
            line.child(words).child(art)
        } else {
            line.child(art).child(words)
        }
    };
    root.gap(kit.u(10.0)).child(top).child(body)
}

/// The number of the error: that of the prompt, else the usual one.
fn code(kit: &Kit<'_>, supply: &mut Supply<'_>) -> Word {
    if let Some(word) = supply.find(|_, text| CODES.contains(&text)) {
        return word;
    }
    let told = CODES.iter().find(|code| supply.speaks_of(&[**code]));
    match told {
        Some(code) => Word::built((*code).to_owned()),
        // What is empty or rests for a while is no error.
        None if supply.speaks_of(RESTS) => Word::default(),
        None if kit.filler => Word::invented("404"),
        None => Word::default(),
    }
}
