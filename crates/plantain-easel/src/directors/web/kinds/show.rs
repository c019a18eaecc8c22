//! The page of a podcast or another series: its cover and name, and every episode as one row.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;

use super::{button_row, header, remains, sheet, subject};
use crate::components::ui::picture::asked_object;
use crate::components::ui::{Entry, Kit, Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Episodes that are made up where the prompt names none.
const EPISODES: &[(&str, &str)] = &[
    ("The long way home", "42 min"),
    ("A door left open", "38 min"),
    ("What the harbour keeps", "51 min"),
    ("Small hours", "35 min"),
];

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let title = supply
        .first(&[Role::Title])
        .or_else(|| supply.first(&[Role::Brand]))
        .or_else(|| subject(studio.brief).map(Word::built))
        .unwrap_or_else(|| kit.say("Episodes"));
    let top = header(page, supply, &["Episodes", "About"], &["search", "heart"]);
    let under = supply.all(&[Role::Subtitle, Role::Body, Role::Person, Role::Kicker]);
    let badge = supply.first(&[Role::Badge]);
    let buttons = {
        let asked = supply.buttons();
        if asked.is_empty() && kit.filler {
            vec![kit.say("Subscribe")]
        } else {
            asked
        }
    };
    let mut episodes = supply
        .listed(&["episode", "track", "chapter", "show"])
        .unwrap_or_default();
    episodes.extend(supply.entries());
    if episodes.is_empty() && kit.filler {
        episodes = EPISODES
            .iter()
            .map(|(name, length)| Entry {
                name: Some(Word::invented(*name)),
                figure: Some(Word::invented(*length)),
                more: Vec::new(),
            })
            .collect();
    }
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let tall = page.tall();
    let side = if tall { inner * 0.5 } else { inner * 0.26 };
    let cover = match asked_object(studio.brief) {
        Some(noun) => kit.photo(&noun, studio.brief, page.variant, side, side),
        None => kit.cover(side, studio.rng("cover").next_u64()),
    };
    let mut words = col().gap(kit.u(12.0)).grow(1.0);
    if let Some(badge) = &badge {
        words = words.child(row().child(kit.accent_chip(badge)));
    }
    let size = if tall { 30.0 } else { 46.0 };
    let line = kit.text(&title, Type::Display).size(kit.u(size));
    words = words.child(line.leading(1.1).max_lines(3));
    for word in &under {
        let line = kit.text(word, Type::Body).size(kit.u(17.0)).leading(1.45);
        words = words.child(line.color(Token::Muted).max_w(kit.u(560.0)));
    }
    words = words
        .children(rest)
        .child(button_row(kit, &buttons, false).margin(kit.u(8.0), 0.0, 0.0, 0.0));
    let cover = kit.float(cover.radius(kit.radius()));
    let rows: Vec<Node> = episodes
        .iter()
        .enumerate()
        .map(|(n, episode)| episode_row(kit, episode, n))
        .collect();
    let list = kit.row_card(rows);
    let body = if tall {
        col()
            .fill_w()
            .gap(kit.u(22.0))
            .child(cover)
            .child(words)
            .child(list)
    } else if page.variant.is_multiple_of(2) {
        let head = row()
            .fill_w()
            .gap(kit.u(36.0))
            .align(Place::Center)
            .child(cover)
            .child(words);
        col().fill_w().gap(kit.u(26.0)).child(head).child(list)
    } else {
        let left = col()
            .w(side)
            .rigid()
            .gap(kit.u(20.0))
            .child(cover)
            .child(words);
        row()
            .fill_w()
            .grow(1.0)
            .gap(kit.u(44.0))
            .align(Place::Start)
            .child(left)
            .child(list.grow(1.0))
    };
    root.gap(kit.u(14.0)).child(top).child(body)
}

/// Play button, name, what is told of it, length.
fn episode_row(kit: &Kit<'_>, episode: &Entry, n: usize) -> Node {
    let blank = Word::default();
    let name = episode
        .name
        .as_ref()
        .or(episode.figure.as_ref())
        .unwrap_or(&blank);
    let push = if n == 0 {
        Push::Primary
    } else {
        Push::Secondary
    };
    let mut words = col()
        .grow(1.0)
        .gap(kit.u(3.0))
        .child(kit.text(name, Type::Heading).max_lines(2));
    for more in &episode.more {
        words = words.child(kit.text(more, Type::Caption).max_lines(2));
    }
    let mut line = row()
        .role("episode")
        .fill_w()
        .gap(kit.u(18.0))
        .align(Place::Center)
        .child(kit.round_button("play", 42.0, push))
        .child(words);
    if let Some(figure) = episode.figure.as_ref().filter(|_| episode.name.is_some()) {
        line = line.child(kit.figure(figure, Type::Body).color(Token::Muted).rigid());
    }
    line.child(icon("ellipsis", kit.u(20.0)).color(Token::Muted))
}
