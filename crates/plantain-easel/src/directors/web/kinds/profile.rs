//! A person's page on the web: cover, portrait, name, figures, pictures.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, row, stack};
use plantain_scene::node::Place;

use super::{button_row, header};
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Entry, Form, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

mod sections;

/// Pictures in the row under the head.
const PICTURES: usize = 4;

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let margin = page.margin();
    let inner = page.w - 2.0 * margin;
    let skills: Vec<Word> = supply
        .list(&["skill", "language", "tool", "interest", "technolog", "tag"])
        .unwrap_or_default();
    let name = supply
        .first(&[Role::Person, Role::Title, Role::Brand])
        .or_else(|| supply.find(|role, text| role == Role::Item && Form::of(text) == Form::Words))
        .unwrap_or_else(|| Word::invented(FULL_NAMES[page.variant % FULL_NAMES.len()]));
    let buttons = {
        let asked = supply.buttons();
        if asked.is_empty() && kit.filler {
            vec![kit.say("Follow"), kit.say("Message")]
        } else {
            asked
        }
    };
    let top = header(page, supply, &["Home", "Explore"], &["search", "bell"]);
    let (stats, others): (Vec<Entry>, Vec<Entry>) = supply
        .entries()
        .into_iter()
        .partition(|e| e.name.is_some() && e.figure.is_some());
    let mut lines: Vec<Word> = others
        .into_iter()
        .flat_map(|e| e.name.into_iter().chain(e.figure).chain(e.more))
        .collect();
    lines.extend(supply.rest().into_iter().map(|(_, word)| word));
    if !page.tall() && !page.even() && page.w > page.h {
        let told = sections::told(page, supply, skills, inner * 0.64);
        let head = (&name, &lines[..], &buttons[..]);
        return beside(page, studio, top, head, (&stats, told));
    }
    let cover_h = page.h * 0.26;
    let side = kit.u(132.0);
    let cover = kit.scenery("", page.variant, page.w, cover_h);
    let ring = row()
        .size_box(side, side)
        .rigid()
        .center()
        .radius(side / 2.0)
        .fill(Token::Canvas)
        .child(kit.avatar(&name.text, 122.0));
    let banner = stack()
        .size_box(page.w, cover_h + side * 0.5)
        .rigid()
        .child(cover.at(0.0, 0.0))
        .child(ring.at(margin, cover_h - side * 0.5));
    let mut words = col().grow(1.0).gap(kit.u(4.0)).child(
        kit.text(&name, Type::Display)
            .size(kit.u(34.0))
            .max_lines(2),
    );
    for line in &lines {
        words = words.child(kit.text(line, Type::Body).color(Token::Muted).max_lines(2));
    }
    let head = row()
        .fill_w()
        .gap(kit.u(24.0))
        .align(Place::Start)
        .child(words)
        .child(button_row(kit, &buttons, false).rigid());
    let mut body = col()
        .fill_w()
        .grow(1.0)
        .pad4(kit.u(12.0), margin, margin * 0.7, margin)
        .gap(kit.u(20.0))
        .child(head)
        .children(figures(page, &stats));
    let told = sections::told(page, supply, skills, inner);
    if !told.is_empty() {
        let room = plantain_scene::build::spacer();
        let foot = (kit.filler && !page.tall()).then(|| page.footer(None, &[]));
        body = body.children(told).child(room).children(foot);
        return page
            .sheet()
            .child(col().fill_w().pad_xy(margin, 0.0).rigid().child(top))
            .child(banner)
            .child(body);
    }
    let used = kit.u(64.0 + 150.0)
        + cover_h
        + side * 0.5
        + if stats.is_empty() { 0.0 } else { kit.u(70.0) };
    let left = page.h - used - margin * 0.7;
    let body = body.children(pictures(page, studio, inner, left));
    page.sheet()
        .child(col().fill_w().pad_xy(margin, 0.0).rigid().child(top))
        .child(banner)
        .child(body)
}

/// The portrait, the name and the buttons in a card at the left; the figures and what is told, or pictures, at its right.
fn beside(
    page: &Page<'_>,
    studio: &Studio<'_>,
    top: Node,
    (name, lines, buttons): (&Word, &[Word], &[Word]),
    (stats, told): (&[Entry], Vec<Node>),
) -> Node {
    let kit = &page.kit;
    let margin = page.margin();
    let inner = page.w - 2.0 * margin;
    let gap = kit.u(28.0);
    let side_w = inner * 0.3;
    let d = (side_w * 0.62).min(kit.u(210.0));
    let points = d / kit.u(1.0);
    let mut card = kit
        .surface(col().role("card").w(side_w).rigid().fill_h())
        .align(Place::Center)
        .justify(Place::Center)
        .pad(kit.u(26.0))
        .gap(kit.u(12.0))
        .child(kit.avatar(&name.text, points))
        .child(
            kit.text(name, Type::Title)
                .centered()
                .balance()
                .max_lines(3),
        );
    for line in lines {
        let line = kit.text(line, Type::Body).color(Token::Muted);
        card = card.child(line.centered().balance().max_lines(4));
    }
    let card = card.child(button_row(kit, buttons, true).margin(kit.u(10.0), 0.0, 0.0, 0.0));
    let wide = inner - side_w - gap;
    let mut right = col().grow(1.0).gap(kit.u(20.0));
    let mut used = kit.u(64.0) + margin * 0.7;
    if let Some(figures) = figures(page, stats) {
        let strip = kit
            .surface(col().role("stats").fill_w().rigid())
            .pad(kit.u(22.0));
        right = right.child(strip.child(figures));
        used += kit.u(110.0);
    }
    right = if told.is_empty() {
        right.children(pictures(page, studio, wide, page.h - used))
    } else {
        right.children(told)
    };
    page.sheet()
        .child(col().fill_w().pad_xy(margin, 0.0).rigid().child(top))
        .child(
            row()
                .fill_w()
                .grow(1.0)
                .gap(gap)
                .align(Place::Stretch)
                .pad4(0.0, margin, margin * 0.7, margin)
                .child(card)
                .child(right),
        )
}

/// The pictures of someone who tells nothing else, in the height that is left.
fn pictures(page: &Page<'_>, studio: &Studio<'_>, inner: f32, left: f32) -> Option<Node> {
    let kit = &page.kit;
    let gap = kit.u(14.0);
    let w = (inner - gap * (PICTURES - 1) as f32) / PICTURES as f32;
    // A page with room for them shows two or three rows.
    let rows = [3, 2].into_iter().find(|&n| left > w * (0.78 * n as f32));
    let rows = rows.unwrap_or(1);
    let h = ((left - gap * (rows as f32 - 1.0)) / rows as f32).min(w * 0.95);
    if !kit.filler || h <= kit.u(60.0) || page.tall() {
        return None;
    }
    let told = kit.told_photos(studio.brief);
    let tiles = (0..PICTURES * rows).map(|n| {
        let picture = match told.get(n % told.len().max(1)) {
            Some(words) => kit.photo(words, studio.brief, n, w, h),
            None => kit.scenery("", page.variant + n + 1, w, h),
        };
        picture.radius(kit.radius() * 0.8)
    });
    Some(
        plantain_scene::build::grid(PICTURES)
            .fill_w()
            .gap(gap)
            .children(tiles)
            .filler(),
    )
}

fn figures(page: &Page<'_>, stats: &[Entry]) -> Option<Node> {
    let kit = &page.kit;
    if stats.is_empty() {
        return None;
    }
    let cells = stats.iter().map(|stat| {
        let mut cell = row().gap(kit.u(8.0)).align(Place::Baseline);
        if let Some(word) = &stat.figure {
            cell = cell.child(kit.figure(word, Type::Title));
        }
        for word in stat.name.iter().chain(&stat.more) {
            cell = cell.child(kit.text(word, Type::Body).color(Token::Muted).max_lines(1));
        }
        cell
    });
    Some(row().fill_w().gap(kit.u(40.0)).wrap().children(cells))
}
