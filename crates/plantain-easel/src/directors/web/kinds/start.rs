//! The first page of a search engine: its name, one box, two buttons.

use plantain_read::Role;
use plantain_scene::build::{col, icon, row, spacer};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::remains;
use crate::components::ui::supply::has_word;
use crate::components::ui::{Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Shortcuts under the box.
const SHORTCUTS: &[(&str, &str)] = &[
    ("mail", "Email"),
    ("map", "Directions"),
    ("calendar", "Calendar"),
    ("image", "Files"),
    ("newspaper", "Top stories"),
];

/// Whether the brief asks for such a page: "search engine homepage", "homepage with a search bar in the centre".
pub fn is_asked(brief: &plantain_read::Brief) -> bool {
    let heard = brief.heard();
    let engine = [
        "search engine",
        "google like",
        "google-like",
        "google style",
        "search homepage",
    ]
    .iter()
    .any(|words| has_word(&heard, words));
    let results = ["result", "results"]
        .iter()
        .any(|word| has_word(&heard, word));
    engine && !results
}

pub fn build(page: &Page<'_>, _studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let name = supply
        .first(&[Role::Brand, Role::Title, Role::Text])
        .unwrap_or_else(|| Word::invented("Lumen"));
    let hint = supply
        .first(&[Role::Field])
        .unwrap_or_else(|| kit.say("Search"));
    let mut buttons = supply.buttons();
    if buttons.is_empty() && kit.filler {
        buttons = vec![kit.say("Search"), kit.say("Explore")];
    }
    let places = supply.all(&[Role::Tab, Role::Link]);
    let under = supply.all(&[Role::Subtitle, Role::Body]);
    let rest = remains(kit, supply);
    let margin = page.margin();
    let w = (page.w - 2.0 * margin).min(kit.u(640.0));
    let h = kit.u(60.0);
    let bar = row()
        .role("search")
        .w(w)
        .h(h)
        .rigid()
        .gap(kit.u(14.0))
        .pad_xy(kit.u(22.0), 0.0)
        .radius(h / 2.0)
        .fill(Token::Surface)
        .child(icon("search", kit.u(22.0)).color(Token::Muted))
        .child(
            kit.text(&hint, Type::Body)
                .color(Token::Muted)
                .max_lines(1)
                .grow(1.0),
        )
        .child(icon("mic", kit.u(20.0)).color(Token::AccentText));
    let acts = buttons
        .iter()
        .map(|word| kit.button_sized(word, Push::Soft, None, 44.0));
    let mut middle = col().fill_w().align(Place::Center).gap(kit.u(26.0)).child(
        kit.text(&name, Type::Hero)
            .size(kit.u(92.0))
            .color(Token::AccentText)
            .max_lines(1)
            .centered(),
    );
    for word in &under {
        middle = middle.child(kit.text(word, Type::Body).color(Token::Muted).centered());
    }
    middle = middle
        .child(kit.float(kit.edge(bar)))
        .child(row().gap(kit.u(14.0)).children(acts));
    if kit.filler {
        let cells = SHORTCUTS.iter().enumerate().map(|(i, (mark, name))| {
            col()
                .gap(kit.u(8.0))
                .w(kit.u(92.0))
                .align(Place::Center)
                .child(kit.icon_tile(mark, 52.0, i))
                .child(
                    kit.text(&kit.say(name), Type::Caption)
                        .max_lines(1)
                        .centered(),
                )
        });
        middle = middle.child(
            row()
                .gap(kit.u(14.0))
                .pad4(kit.u(20.0), 0.0, 0.0, 0.0)
                .children(cells),
        );
    }
    let links = places
        .iter()
        .map(|word| kit.text(word, Type::Body).max_lines(1));
    let top = row()
        .fill_w()
        .h(kit.u(64.0))
        .rigid()
        .gap(kit.u(20.0))
        .justify(Place::End)
        .children(links)
        .child(icon("layout-grid", kit.u(22.0)).color(Token::Muted))
        .child(kit.avatar("Maya", 36.0));
    page.sheet()
        .pad4(0.0, margin, margin * 0.5, margin)
        .child(top)
        .child(spacer())
        .child(middle.children(rest))
        .child(spacer())
        .child(page.footer(None, &[]))
}
