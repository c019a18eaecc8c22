//! A mail that is being written: who gets it, what it is about, its text, and the button that sends it.

use plantain_read::{Brief, Role};
use plantain_scene::build::{col, icon, row, spacer};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use crate::components::ui::{Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Whether the parts of such a mail were told.
pub(super) fn is_asked(brief: &Brief) -> bool {
    brief.mails.is_empty()
        && brief.pairs.iter().any(|pair| {
            let field = |at: usize| brief.literals[at].role == Role::Field;
            pair.label.is_some_and(field) && brief.literals[pair.value].role == Role::Value
        })
}

pub(super) fn build(page: &Page<'_>, studio: &Studio<'_>) -> Node {
    let kit = &page.kit;
    let mut supply = Supply::new(studio.brief);
    let title = supply
        .first(&[Role::Title])
        .unwrap_or_else(|| kit.say("New message"));
    let parts = supply.pairs();
    let buttons = supply.buttons();
    let send = buttons.first().cloned().unwrap_or_else(|| kit.say("Send"));
    let mut said = supply.all(&[Role::Body, Role::Quote, Role::Text]);
    said.extend(supply.rest().into_iter().map(|(_, word)| word));
    // As wide and high as the page lets it be: nothing else is to be read.
    let share = if page.tall() { 0.96 } else { 0.72 };
    let (w, h) = (page.w * share, page.h * 0.86);
    let ink = if page.even() {
        Token::AccentInk
    } else {
        Token::Ink
    };
    let bar = row()
        .fill_w()
        .h(kit.u(58.0))
        .rigid()
        .pad_xy(kit.u(26.0), 0.0)
        .gap(kit.u(18.0))
        .fill(if page.even() {
            Token::Accent
        } else {
            Token::Sunken
        })
        .child(
            kit.text(&title, Type::Heading)
                .color(ink)
                .max_lines(1)
                .grow(1.0),
        )
        .children(["minus", "maximize-2", "x"].map(|name| icon(name, kit.u(18.0)).color(ink)));
    let mut window = kit
        .float(
            col()
                .role("compose")
                .size_box(w, h)
                .clip()
                .radius(kit.radius().min(kit.u(16.0)))
                .fill(Token::Surface),
        )
        .child(bar);
    for (label, value) in &parts {
        window = window.child(line(page, label, value)).child(kit.rule());
    }
    let mut text = col()
        .fill_w()
        .grow(1.0)
        .pad_xy(kit.u(26.0), kit.u(24.0))
        .gap(kit.u(14.0));
    for word in &said {
        text = text.child(
            kit.text(word, Type::Body)
                .size(kit.u(18.0))
                .color(Token::Ink),
        );
    }
    let mut foot = row()
        .fill_w()
        .h(kit.u(84.0))
        .rigid()
        .gap(kit.u(20.0))
        .pad_xy(kit.u(26.0), 0.0)
        .child(kit.button_sized(&send, Push::Primary, Some("send"), 48.0));
    for word in buttons.iter().skip(1) {
        foot = foot.child(kit.button_sized(word, Push::Secondary, None, 48.0));
    }
    let marks = ["type", "paperclip", "link", "smile", "image"];
    foot = foot
        .children(marks.map(|name| icon(name, kit.u(20.0)).color(Token::Muted)))
        .child(spacer())
        .child(icon("trash-2", kit.u(20.0)).color(Token::Muted));
    let root = page.soft_ground(page.canvas().justify(Place::Center).align(Place::Center));
    root.child(window.child(text).child(kit.rule()).child(foot))
}

/// What a part of the head is called, and what stands in it.
fn line(page: &Page<'_>, label: &Word, value: &Word) -> Node {
    let kit = &page.kit;
    let address = value.text.contains('@');
    let told = if address {
        row()
            .rigid()
            .gap(kit.u(8.0))
            .pad_xy(kit.u(10.0), kit.u(5.0))
            .radius(kit.u(18.0))
            .fill(Token::Sunken)
            .child(kit.avatar(&value.text, 24.0))
            .child(kit.text(value, Type::Body).color(Token::Ink).max_lines(1))
    } else {
        row()
            .grow(1.0)
            .child(kit.text(value, Type::Strong).max_lines(1))
    };
    row()
        .fill_w()
        .h(kit.u(60.0))
        .rigid()
        .gap(kit.u(14.0))
        .pad_xy(kit.u(26.0), 0.0)
        .child(
            row()
                .w(kit.u(76.0))
                .rigid()
                .child(kit.text(label, Type::Body).color(Token::Muted).max_lines(1)),
        )
        .child(told)
}
