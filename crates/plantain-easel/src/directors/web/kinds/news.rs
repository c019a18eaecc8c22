//! A front page of news or of a blog: one story leads with its picture, the others stand in cards.

use plantain_read::Role;
use plantain_scene::build::{col, grid, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{header, remains, sheet, subject};
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Stories that are made up.
const NEWS: &[&str] = &[
    "A quiet harbour gets its ferry back",
    "The library that opens at night",
    "Why this winter was so mild",
    "Small shops, long queues",
    "Ten years of the river path",
    "A school garden feeds a street",
];
const POSTS: &[&str] = &[
    "What we learned from a slow year",
    "A small guide to better notes",
    "Five questions before you start",
    "The quiet season",
    "Notes from a long walk",
    "How we keep it simple",
];
/// Stories beside the one that leads, where the prompt gives no number.
const OTHERS: usize = 4;

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let news = supply.speaks_of(&["news", "newspaper", "front page"]);
    let usual = if news { NEWS } else { POSTS };
    let top = header(
        page,
        supply,
        &["Home", "Explore", "About"],
        &["search", "user"],
    );
    let title = supply
        .first(&[Role::Title])
        .or_else(|| supply.first(&[Role::Text, Role::Item, Role::Subtitle]))
        .unwrap_or_else(|| {
            subject(studio.brief)
                .filter(|_| !news)
                .map_or_else(|| Word::invented(usual[0]), Word::built)
        });
    let under = supply.all(&[Role::Subtitle, Role::Body]);
    let date = supply.first(&[Role::Date]);
    let mut others: Vec<Word> = Vec::new();
    while let Some(list) = supply.listed(&[""]) {
        others.extend(list.into_iter().filter_map(|entry| entry.name));
    }
    others.extend(supply.entries().into_iter().filter_map(|entry| entry.name));
    let heard = studio.brief.heard();
    if others.is_empty() && kit.filler {
        let n =
            super::help::counted_before(&heard, &["other", "stor", "post", "article", "headline"])
                .unwrap_or(OTHERS)
                .clamp(1, usual.len());
        others = (0..n)
            .map(|i| Word::invented(usual[(i + 1) % usual.len()]))
            .collect();
    }
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let lead = lead(page, studio, &title, &under, date.as_ref(), inner);
    let room = page.h * if page.tall() { 0.36 } else { 0.42 };
    let more = cards(page, studio, &others, inner, room);
    root.gap(kit.u(20.0))
        .clip()
        .child(top)
        .child(lead)
        .child(
            kit.text(
                &kit.say(if news { "Top stories" } else { "Recent" }),
                Type::Title,
            )
            .max_lines(1),
        )
        .child(more)
        .children(rest)
}

fn lead(
    page: &Page<'_>,
    studio: &Studio<'_>,
    title: &Word,
    under: &[Word],
    date: Option<&Word>,
    inner: f32,
) -> Node {
    let kit = &page.kit;
    let side = !page.tall();
    let w = if side { inner * 0.54 } else { inner };
    let h = page.h * if side { 0.38 } else { 0.26 };
    let art = kit
        .photo(&title.text, studio.brief, page.variant, w, h)
        .radius(kit.radius());
    let by = FULL_NAMES[page.variant % FULL_NAMES.len()];
    let mut words = col()
        .grow(1.0)
        .gap(kit.u(14.0))
        .justify(Place::Center)
        .child(
            kit.text(title, Type::Display)
                .size(kit.u(if side { 40.0 } else { 32.0 }))
                .leading(1.1)
                .max_lines(5)
                .balance(),
        );
    for word in under {
        words = words.child(kit.text(word, Type::Body).color(Token::Muted).leading(1.45));
    }
    if let Some(date) = date {
        words = words.child(kit.text(date, Type::Caption).max_lines(1));
    }
    if kit.filler {
        words = words.child(
            row()
                .gap(kit.u(10.0))
                .child(kit.avatar(by, 38.0))
                .child(kit.text(&Word::invented(by), Type::Caption).max_lines(1)),
        );
    }
    if side {
        row()
            .fill_w()
            .rigid()
            .gap(kit.u(30.0))
            .align(Place::Stretch)
            .child(art)
            .child(words)
    } else {
        col().fill_w().gap(kit.u(16.0)).child(art).child(words)
    }
}

fn cards(page: &Page<'_>, studio: &Studio<'_>, names: &[Word], w: f32, room: f32) -> Node {
    let kit = &page.kit;
    let gap = kit.u(18.0);
    let columns = match names.len() {
        _ if page.tall() => 1,
        0..=4 => names.len().max(1),
        n => n.div_ceil(2).min(4),
    };
    let rows = names.len().div_ceil(columns).max(1);
    let cw = (w - gap * (columns as f32 - 1.0)) / columns as f32;
    let text_h = kit.line(Type::Strong) * 3.0 + kit.u(12.0);
    let photo =
        ((room - gap * (rows as f32 - 1.0)) / rows as f32 - text_h).clamp(kit.u(64.0), cw * 0.9);
    let cells = names.iter().enumerate().map(|(i, name)| {
        col()
            .role("story")
            .fill_w()
            .gap(kit.u(10.0))
            .child(
                kit.photo(&name.text, studio.brief, page.variant + i + 1, cw, photo)
                    .radius(kit.radius() * 0.8),
            )
            .child(kit.text(name, Type::Strong).max_lines(3))
    });
    grid(columns).fill_w().gap(gap).children(cells)
}
