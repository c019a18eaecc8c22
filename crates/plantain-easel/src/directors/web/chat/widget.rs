//! A talk in the corner of a page: its head in the accent, what was said, a field to write in, the button that opened it.

use plantain_read::Role;
use plantain_scene::build::{col, ellipse, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use crate::components::ui::{Push, Supply, Type, Word};
use crate::directors::mobile;
use crate::directors::web::Page;
use crate::directors::web::kinds::behind;
use crate::studio::Studio;

/// Whether a prompt asks for a talk over a page.
pub(super) fn is_asked(heard: &str) -> bool {
    [
        "chat widget",
        "support widget",
        "chat bubble in the corner",
        "chat popup",
        "chat pop-up",
        "corner of a",
        "in the corner",
        "bottom right corner",
    ]
    .iter()
    .any(|word| heard.contains(word))
}

pub(super) fn build(page: &Page<'_>, studio: &Studio<'_>) -> Node {
    let kit = &page.kit;
    let mut supply = Supply::new(studio.brief);
    let title = supply.first(&[Role::Title, Role::Brand]);
    let person = mobile::chat_person(&mut supply);
    let name = title
        .or(person.clone())
        .unwrap_or_else(|| kit.say("Support"));
    let hint = supply
        .first(&[Role::Field])
        .unwrap_or_else(|| kit.say("Message"));
    let buttons = supply.buttons();
    let replies = supply.all(&[Role::Badge]);
    let mut lines = mobile::chat_lines(kit, &mut supply, person.as_ref());
    let said = lines.len();
    let rest = supply.rest().into_iter().enumerate();
    lines.extend(rest.map(|(i, (_, text))| mobile::ChatLine {
        own: (said + i) % 2 == 1,
        who: None,
        text,
        time: None,
    }));
    // Who writes to the shop stands at the right: the first line is the visitor's.
    let asks = lines
        .first()
        .is_some_and(|line| line.text.text.trim_end().ends_with('?'));
    if asks && lines.iter().all(|line| line.who.is_none()) {
        for (n, line) in lines.iter_mut().enumerate() {
            line.own = n % 2 == 0;
        }
    }
    let margin = page.margin();
    let w = kit
        .u(if page.tall() { 370.0 } else { 420.0 })
        .min(page.w - 2.0 * margin);
    let launcher = kit.u(60.0);
    let h = (page.h - margin * 1.4 - launcher - kit.u(16.0)).min(kit.u(620.0));
    let talk = col()
        .fill_w()
        .grow(1.0)
        .gap(kit.u(12.0))
        .pad(kit.u(20.0))
        .children(
            lines
                .iter()
                .map(|line| mobile::chat_bubble(kit, line, w - kit.u(40.0)).0),
        )
        .children((!replies.is_empty()).then(|| kit.choice_chips(&replies, usize::MAX).wrap()));
    let mut foot = row()
        .fill_w()
        .h(kit.u(72.0))
        .rigid()
        .gap(kit.u(10.0))
        .pad_xy(kit.u(16.0), 0.0)
        .child(col().grow(1.0).child(kit.input(Some(&hint), None, false)));
    foot = match buttons.first() {
        Some(word) => foot.child(kit.button(word, Push::Primary)),
        None => foot.child(kit.round_button("send", 44.0, Push::Primary)),
    };
    let card = kit
        .float(
            col()
                .role("widget")
                .size_box(w, h)
                .clip()
                .radius(kit.radius().clamp(kit.u(8.0), kit.u(20.0)))
                .fill(Token::Surface),
        )
        .child(head(page, &name))
        .child(talk)
        .child(kit.rule())
        .child(foot);
    let close = row()
        .size_box(launcher, launcher)
        .rigid()
        .center()
        .radius(launcher / 2.0)
        .fill(Token::Accent)
        .child(icon("x", launcher * 0.42).color(Token::AccentInk));
    let (x, y) = (page.w - margin - w, page.h - margin * 0.7 - launcher);
    page.canvas()
        .fill(Token::Canvas)
        .child(behind(page))
        .child(card.at(x, y - kit.u(16.0) - h))
        .child(kit.float(close).at(page.w - margin - launcher, y))
}

/// Who answers, and that somebody is there.
fn head(page: &Page<'_>, name: &Word) -> Node {
    let kit = &page.kit;
    let ink = Token::AccentInk;
    let dot = kit.u(9.0);
    let mut words = col()
        .grow(1.0)
        .gap(kit.u(3.0))
        .child(kit.text(name, Type::Heading).color(ink).max_lines(1));
    if kit.filler {
        let there = row()
            .gap(kit.u(6.0))
            .child(
                ellipse()
                    .size_box(dot, dot)
                    .rigid()
                    .fill(Token::Positive)
                    .stroke(ink, 1.5),
            )
            .child(
                kit.text(&kit.say("Online"), Type::Caption)
                    .color(Color::from(ink).alpha(0.86)),
            );
        words = words.child(there);
    }
    row()
        .role("header")
        .fill_w()
        .h(kit.u(82.0))
        .rigid()
        .gap(kit.u(14.0))
        .pad_xy(kit.u(20.0), 0.0)
        .fill(Token::Accent)
        .align(Place::Center)
        .child(kit.avatar(&name.text, 44.0))
        .child(words)
        .child(icon("chevron-down", kit.u(22.0)).color(ink))
}
