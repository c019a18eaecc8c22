//! The first part of a landing page: the promise with its buttons, and what is shown beside it.

use plantain_read::Role;
use plantain_scene::build::{col, ellipse, icon, object, row, shape, stack};
use plantain_scene::node::{Place, Shape};
use plantain_scene::{Color, Node, Token};

use super::super::{Page, Shape3};
use super::Words;
use crate::components::ui::picture::{is_frame, subject_object};
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Kit, Push, Type, Word};
use crate::studio::Studio;

pub(super) fn hero(
    page: &Page<'_>,
    words: &Words,
    studio: &Studio<'_>,
    centred: bool,
    inner: f32,
    (alone, taken): (bool, f32),
) -> Node {
    let kit = &page.kit;
    let panel = is_panel(page, centred);
    let pad = if panel { kit.u(44.0) } else { 0.0 };
    let column = hero_words(page, words, centred, inner - 2.0 * pad);
    let art_h = if alone { page.h * 0.66 } else { page.h * 0.54 };
    if centred {
        if !alone && page.shape == Shape3::Wide {
            let side = page.h * 0.26;
            let art = art(page, studio, side * 1.6, side);
            return col()
                .fill_w()
                .align(Place::Center)
                .gap(kit.u(14.0))
                .child(art)
                .child(column);
        }
        let art = art(
            page,
            studio,
            inner.min(kit.u(860.0)),
            page.h
                * if page.tall() {
                    0.30
                } else {
                    (0.36 - taken).max(0.2)
                },
        );
        return col()
            .fill_w()
            .align(Place::Center)
            .gap(kit.u(30.0))
            .child(column)
            .child(art);
    }
    let art = art(
        page,
        studio,
        (inner - 2.0 * pad) * 0.43,
        (art_h - 2.0 * pad).max(kit.u(180.0)),
    );
    let line = row().fill_w().justify(Place::Between).gap(kit.u(30.0));
    // What is shown stands on either side of the promise.
    let line = if page.variant % 8 >= 4 {
        line.child(art).child(column)
    } else {
        line.child(column).child(art)
    };
    if !panel {
        return line;
    }
    line.role("panel")
        .pad(pad)
        .radius(kit.radius().max(kit.u(14.0)) * 1.4)
        .clip()
        .gradient(125.0, Token::Accent, kit.accent_deep())
}

/// Whether the promise stands on a panel in the accent.
fn is_panel(page: &Page<'_>, centred: bool) -> bool {
    page.shape == Shape3::Wide && !centred && page.variant % 4 == 2
}

/// The promise with its buttons.
pub(super) fn hero_words(page: &Page<'_>, words: &Words, centred: bool, inner: f32) -> Node {
    let kit = &page.kit;
    let text_w = if centred {
        inner.min(kit.u(820.0))
    } else {
        inner * 0.52
    };
    let place = if centred { Place::Center } else { Place::Start };
    let size = kit.u(match (page.tall(), centred, words.under.is_empty()) {
        (true, _, _) => 38.0,
        (false, false, true) => 70.0,
        (false, true, _) => 62.0,
        (false, false, false) => 58.0,
    });
    let align = |node: Node| if centred { node.centered() } else { node };
    let panel = is_panel(page, centred);
    let (ink, quiet) = if panel {
        (Token::AccentInk, Token::AccentInk)
    } else {
        (Token::Ink, Token::Muted)
    };
    let mut column = col().w(text_w).align(place).gap(kit.u(18.0));
    if let Some(kicker) = &words.kicker {
        column = column.child(kit.accent_chip(kicker));
    }
    column = column.child(align(
        kit.text(&words.title, Type::Display)
            .size(size)
            .color(ink)
            .leading(1.08)
            .max_lines(4)
            .balance(),
    ));
    for word in &words.under {
        column = column.child(align(
            kit.text(word, Type::Body)
                .size(kit.u(19.0))
                .leading(1.45)
                .color(quiet)
                .max_lines(5)
                .balance(),
        ));
    }
    let usual = [kit.say("Get started")];
    let buttons: &[Word] = if words.buttons.is_empty() && kit.filler {
        &usual
    } else {
        &words.buttons
    };
    let mut line = row().gap(kit.u(12.0)).pad4(kit.u(6.0), 0.0, 0.0, 0.0);
    if page.tall() {
        line = col()
            .fill_w()
            .gap(kit.u(12.0))
            .pad4(kit.u(6.0), 0.0, 0.0, 0.0);
    }
    for (i, word) in buttons.iter().enumerate() {
        let push = match (i, panel) {
            (0, true) => Push::Inverse,
            (0, false) => Push::Primary,
            _ => Push::Secondary,
        };
        line = line.child(kit.button_sized(word, push, None, 52.0));
    }
    if words.fields.is_empty() {
        column = column.child(line);
    } else {
        column = column.child(search_bar(kit, &words.fields, buttons.first(), text_w));
        if buttons.len() > 1 {
            column = column.child(line);
        }
    }
    column
}

/// A bar of fields with a button at its end.
pub(super) fn search_bar(kit: &Kit<'_>, fields: &[Word], button: Option<&Word>, w: f32) -> Node {
    let h = kit.u(64.0);
    let cells = fields.iter().map(|field| {
        row()
            .grow(1.0)
            .gap(kit.u(10.0))
            .pad_xy(kit.u(8.0), 0.0)
            .child(icon("search", kit.u(18.0)).color(Token::Muted))
            .child(kit.text(field, Type::Body).color(Token::Muted).max_lines(1))
    });
    let bar = row()
        .role("search")
        .w(w)
        .h(h)
        .rigid()
        .gap(kit.u(8.0))
        .pad_xy(kit.u(12.0), 0.0)
        .radius(kit.control_radius(h))
        .fill(Token::Surface)
        .children(cells);
    let bar = kit.float(bar);
    match button {
        Some(word) => bar.child(kit.button_sized(word, Push::Primary, None, 46.0)),
        None => bar,
    }
}

/// What the page shows beside its promise: the thing itself when it can be drawn, else an app window in the abstract.
pub(super) fn art(page: &Page<'_>, studio: &Studio<'_>, w: f32, h: f32) -> Node {
    let brief = studio.brief;
    let known = subject_object(brief).filter(|_| !super::mock::is_asked(brief));
    if known.is_none() && page.kit.filler && super::mock::is_of_program(brief) {
        return super::mock::window(page, w, h);
    }
    if let Some(name) = known {
        let side = w.min(h) * 0.98;
        let (x, y) = ((w - side) / 2.0, (h - side) / 2.0);
        // On a panel in the accent the forms behind are light.
        let panel = page.shape == Shape3::Wide && page.variant % 4 == 2;
        let ground = if panel {
            Token::AccentInk
        } else {
            Token::Accent
        };
        let tint = |a: f32| Color::from(ground).alpha(a);
        return stack()
            .role("hero-art")
            .size_box(w, h)
            .rigid()
            .child(
                shape(Shape::Blob {
                    seed: page.variant as u32 + 1,
                })
                .bounds(x, y, side, side)
                .fill(tint(0.16)),
            )
            .child(
                ellipse()
                    .bounds(x + side * 0.14, y + side * 0.14, side * 0.72, side * 0.72)
                    .fill(tint(0.14)),
            )
            .child(object(name).bounds(
                x + side * 0.13,
                y + side * 0.11,
                side * 0.74,
                side * 0.74,
            ));
    }
    photo_art(page, studio, w, h)
}

/// A photograph under two small cards: someone who is pleased, and a figure that rises.
pub(super) fn photo_art(page: &Page<'_>, studio: &Studio<'_>, w: f32, h: f32) -> Node {
    let kit = &page.kit;
    let (pw, ph) = (w * 0.9, h * 0.92);
    // Words for the page itself show nothing; what it is called may.
    let topics = studio.brief.topic.iter().map(String::as_str);
    let titles = studio.brief.literals.iter();
    let titles = titles.filter(|l| matches!(l.role, Role::Title | Role::Subtitle));
    let about: Vec<&str> = topics
        .filter(|topic| !is_frame(topic))
        .chain(titles.map(|title| title.text.as_str()))
        .collect();
    let about = about.join(" ");
    let photo = kit
        .photo(&about, studio.brief, page.variant, pw, ph)
        .radius(kit.radius().max(kit.u(10.0)));
    let mut node = stack()
        .role("hero-art")
        .size_box(w, h)
        .rigid()
        .child(photo.at(w - pw, 0.0));
    if kit.filler && h > kit.u(220.0) && w > kit.u(300.0) {
        let name = Word::invented(FULL_NAMES[page.variant % FULL_NAMES.len()]);
        let person = row()
            .gap(kit.u(10.0))
            .pad(kit.u(12.0))
            .radius(kit.radius().max(kit.u(8.0)))
            .fill(Token::Surface)
            .child(kit.avatar(&name.text, 40.0))
            .child(
                col()
                    .gap(kit.u(4.0))
                    .child(
                        kit.text(&name, Type::Caption)
                            .weight(600)
                            .color(Token::Ink)
                            .max_lines(1),
                    )
                    .child(kit.stars(5.0, 13.0)),
            );
        node = node.child(kit.float(person).at(0.0, h - kit.u(84.0)));
    }
    node.filler()
}
