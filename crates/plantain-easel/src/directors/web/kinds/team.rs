//! People of a team: portrait, name and what they do, on cards of one size.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, grid, row, stack};
use plantain_scene::node::Place;

use super::{button_row, header, remains, sheet};
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Entry, Supply, Type, Word};
use crate::directors::web::{Page, best_columns};
use crate::studio::Studio;

const JOBS: &[&str] = &[
    "Design",
    "Engineering",
    "Operations",
    "Marketing",
    "Research",
    "Finance",
];

pub fn build(page: &Page<'_>, _studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let title = supply
        .first(&[Role::Title])
        .unwrap_or_else(|| kit.say("Our team"));
    let under = supply.first(&[Role::Subtitle, Role::Body]);
    let buttons = supply.buttons();
    let top = header(page, supply, &["About", "Team", "Contact"], &["search"]);
    let mut people = supply
        .listed(&[
            "member", "team", "people", "person", "speaker", "staff", "founder", "",
        ])
        .unwrap_or_default();
    people.extend(supply.all(&[Role::Person]).into_iter().map(|name| Entry {
        name: Some(name),
        ..Entry::default()
    }));
    people.extend(supply.entries());
    if people.is_empty() && kit.filler {
        people = FULL_NAMES
            .iter()
            .take(if page.tall() { 4 } else { 8 })
            .zip(JOBS.iter().cycle())
            .map(|(name, job)| Entry {
                name: Some(Word::invented(*name)),
                figure: Some(kit.say(job)),
                more: Vec::new(),
            })
            .collect();
    }
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let centred = page.even();
    let size = if page.tall() { 34.0 } else { 46.0 };
    let head = kit
        .text(&title, Type::Display)
        .size(kit.u(size))
        .max_lines(2);
    let mut words = col()
        .fill_w()
        .gap(kit.u(8.0))
        .align(if centred { Place::Center } else { Place::Start })
        .child(head);
    if let Some(under) = &under {
        words = words.child(kit.text(under, Type::Body).color(Token::Muted));
    }
    words = words.children(rest);
    let gap = kit.u(24.0);
    let h = page.h
        - kit.u(64.0 + size * 1.3 + 70.0)
        - page.margin()
        - if under.is_some() { kit.u(30.0) } else { 0.0 }
        - if buttons.is_empty() { 0.0 } else { kit.u(70.0) };
    let columns = best_columns(people.len(), inner, h, gap, 0.8)
        .min(4)
        .max(if page.tall() { 2 } else { 1 });
    let rows = people.len().div_ceil(columns);
    let cw = (inner - gap * (columns as f32 - 1.0)) / columns as f32;
    let ch = (h - gap * (rows as f32 - 1.0)) / rows.max(1) as f32;
    let cards = people
        .iter()
        .enumerate()
        .map(|(n, person)| card(page, person, n, cw, ch));
    let mut root = root
        .gap(kit.u(22.0))
        .child(top)
        .child(words)
        .child(grid(columns).fill_w().gap(gap).children(cards));
    if !buttons.is_empty() {
        let line = button_row(kit, &buttons, false);
        root = root.child(row().fill_w().justify(Place::Center).child(line));
    }
    root
}

fn card(page: &Page<'_>, person: &Entry, n: usize, w: f32, h: f32) -> Node {
    let kit = &page.kit;
    let blank = Word::default();
    let name = person
        .name
        .as_ref()
        .or(person.figure.as_ref())
        .unwrap_or(&blank);
    let notes = usize::from(person.figure.is_some()) + person.more.len();
    let below = kit.u(34.0) + kit.line(Type::Heading) + notes as f32 * kit.line(Type::Caption);
    let photo = (h - below).max(kit.u(70.0)).min(w * 1.1);
    let side = photo.min(w);
    let portrait = stack()
        .role("portrait")
        .size_box(w, photo)
        .rigid()
        .clip()
        .fill(kit.picture_ground(n))
        .child(match kit.bust(&name.text, side) {
            Some(bust) => stack()
                .bounds((w - side) / 2.0, photo - side, side, side)
                .child(bust),
            None => col(),
        });
    let mut words = col()
        .fill_w()
        .gap(kit.u(4.0))
        .pad_xy(kit.u(16.0), kit.u(14.0))
        .child(kit.text(name, Type::Heading).max_lines(2));
    let job = person.figure.as_ref().filter(|_| person.name.is_some());
    for word in job.into_iter().chain(&person.more) {
        words = words.child(
            kit.text(word, Type::Caption)
                .color(Token::AccentText)
                .max_lines(2),
        );
    }
    kit.surface(col().role("person").fill_w().clip())
        .child(portrait)
        .child(words)
}
