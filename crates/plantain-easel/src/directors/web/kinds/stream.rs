//! The first page of a film service: one film fills the top, the others stand in rows.

use plantain_read::Role;
use plantain_scene::build::{col, icon, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Rgba, Token};

use super::remains;
use crate::components::ui::{Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Films that are made up.
const FILMS: &[&str] = &[
    "The Salt Road",
    "Before the Thaw",
    "Island Radio",
    "Nine Rivers",
    "The Quiet Coast",
    "Paper Planes",
    "High Meadow",
    "Last Ferry",
    "Glass City",
    "Winterhouse",
];
/// Rows of films, where the prompt names none.
const ROWS: [&str; 3] = ["Trending", "Continue watching", "New"];
/// Films of one row that are seen.
const SEEN: usize = 5;

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let margin = page.margin();
    let brand = supply.first(&[Role::Brand]);
    let places = supply.all(&[Role::Tab, Role::Link]);
    let film = supply
        .first(&[Role::Title])
        .or_else(|| supply.first(&[Role::Text, Role::Subtitle, Role::Item]))
        .unwrap_or_else(|| Word::invented(FILMS[page.variant % FILMS.len()]));
    let under = supply.all(&[Role::Subtitle, Role::Body, Role::Kicker]);
    let mut buttons = supply.buttons();
    if buttons.is_empty() && kit.filler {
        buttons = vec![kit.say("Watch now"), kit.say("More")];
    }
    let mut heads: Vec<Word> = supply
        .list(&["row", "categor", "section", "genre"])
        .unwrap_or_default();
    let named: Vec<Word> = supply
        .entries()
        .into_iter()
        .filter_map(|entry| entry.name.or(entry.figure))
        .collect();
    if heads.is_empty() && kit.filler {
        heads = ROWS.iter().map(|name| kit.say(name)).collect();
    }
    let rest = remains(kit, supply);
    let hero_h = page.h * 0.48;
    let hero = hero(
        page,
        &film,
        &under,
        &buttons,
        (brand.as_ref(), places),
        hero_h,
    );
    let room = page.h - hero_h - kit.u(30.0);
    let fits = ((room / kit.u(170.0)).floor() as usize).clamp(1, 3);
    let shown = heads
        .len()
        .clamp(1, fits.max(heads.iter().filter(|w| w.is_asked()).count()));
    let each = room / shown as f32;
    let mut body =
        col()
            .fill_w()
            .grow(1.0)
            .gap(kit.u(14.0))
            .pad4(kit.u(18.0), margin, kit.u(12.0), margin);
    for r in 0..shown {
        body = body.child(shelf(page, studio, heads.get(r), &named, r, each));
    }
    page.sheet().child(hero).child(body.children(rest))
}

/// The film that fills the top, its words over a shade, the places of the service above.
fn hero(
    page: &Page<'_>,
    film: &Word,
    under: &[Word],
    buttons: &[Word],
    (brand, places): (Option<&Word>, Vec<Word>),
    hero_h: f32,
) -> Node {
    let kit = &page.kit;
    let margin = page.margin();
    let white = Color::from(Rgba::WHITE);
    let mut words = col().gap(kit.u(12.0)).w(page.w * 0.62).child(
        kit.text(film, Type::Display)
            .size(kit.u(if page.tall() { 36.0 } else { 54.0 }))
            .leading(1.06)
            .color(white)
            .max_lines(3),
    );
    for word in under {
        words = words.child(kit.text(word, Type::Body).color(white).max_lines(3));
    }
    let acts = buttons.iter().enumerate().map(|(i, word)| {
        let (push, mark) = if i == 0 {
            (Push::Primary, "play")
        } else {
            (Push::Secondary, "info")
        };
        kit.button_sized(word, push, Some(mark), 46.0)
    });
    words = words.child(row().gap(kit.u(12.0)).wrap().children(acts));
    let ink = Color::from(Rgba::BLACK);
    let mut bar = row()
        .bounds(margin, 0.0, page.w - 2.0 * margin, kit.u(64.0))
        .gap(kit.u(24.0))
        .child(kit.logo_mark(30.0, page.variant));
    if let Some(brand) = brand {
        bar = bar.child(kit.text(brand, Type::Heading).color(white).max_lines(1));
    }
    let usual: Vec<Word> = if places.is_empty() && kit.filler {
        ["Home", "Explore", "Library"]
            .map(|name| kit.say(name))
            .into()
    } else {
        places
    };
    let links = usual
        .iter()
        .map(|word| kit.text(word, Type::Body).color(white).max_lines(1));
    bar = bar
        .children(links)
        .child(plantain_scene::build::spacer())
        .child(icon("search", kit.u(20.0)).color(white))
        .child(icon("user", kit.u(20.0)).color(white));
    stack()
        .role("hero")
        .size_box(page.w, hero_h)
        .rigid()
        .clip()
        .child(
            kit.scenery(&film.text, page.variant, page.w, hero_h)
                .at(0.0, 0.0),
        )
        .child(rect().bounds(0.0, 0.0, page.w, hero_h * 0.3).gradient(
            180.0,
            ink.alpha(0.62),
            ink.alpha(0.0),
        ))
        .child(
            rect()
                .bounds(0.0, hero_h * 0.2, page.w, hero_h * 0.8)
                .gradient(180.0, ink.alpha(0.1), ink.alpha(0.9)),
        )
        .child(bar)
        .child(
            col()
                .bounds(margin, hero_h * 0.3, page.w - 2.0 * margin, hero_h * 0.62)
                .justify(Place::End)
                .child(words),
        )
}

/// One row of films under its name.
fn shelf(
    page: &Page<'_>,
    studio: &Studio<'_>,
    head: Option<&Word>,
    named: &[Word],
    r: usize,
    h: f32,
) -> Node {
    let kit = &page.kit;
    let gap = kit.u(12.0);
    let seen = if page.tall() { 3 } else { SEEN };
    let w = (page.w - 2.0 * page.margin() - gap * (seen as f32 - 1.0)) / seen as f32;
    let taken = kit.line(Type::Heading) + kit.line(Type::Caption) + kit.u(34.0);
    let photo = (h - taken).clamp(kit.u(56.0), w * 1.2);
    let cells = (0..seen).map(|i| {
        let at = r * seen + i;
        let name = named
            .get(at)
            .cloned()
            .unwrap_or_else(|| Word::invented(FILMS[(at + page.variant + 1) % FILMS.len()]));
        let art = kit
            .photo(&name.text, studio.brief, at + 3, w, photo)
            .radius(kit.radius().min(kit.u(12.0)));
        let mut cell = col().role("film").gap(kit.u(5.0)).child(art);
        if name.is_asked() || kit.filler {
            cell = cell.child(
                kit.text(&name, Type::Caption)
                    .color(Token::Ink)
                    .max_lines(1)
                    .w(w),
            );
        }
        cell
    });
    let mut node = col().fill_w().gap(kit.u(9.0));
    if let Some(head) = head {
        node = node.child(kit.text(head, Type::Heading).max_lines(1));
    }
    node.child(row().fill_w().gap(gap).children(cells))
}
