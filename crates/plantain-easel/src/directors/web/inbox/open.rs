//! The open mail: its subject, who sent it, what it says, and the ways to answer.

use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::super::Page;
use super::Words;
use crate::components::ui::{Push, Type, Word};

/// A letter that fits any subject.
const LETTER: [&str; 3] = [
    "Thanks for the quick reply. I have added my notes to the shared page.",
    "Could you look at the last part before Thursday? Then we can decide together.",
    "Best wishes",
];

/// The open mail.
pub(super) fn reader(page: &Page<'_>, words: &Words, w: f32) -> Node {
    let kit = &page.kit;
    let mut node = col()
        .role("reader")
        .w(w)
        .rigid()
        .fill_h()
        .fill(Token::Surface)
        .pad_xy(kit.u(34.0), kit.u(26.0))
        .gap(kit.u(20.0));
    let Some(mail) = words.mails.first() else {
        return node;
    };
    let tools = ["reply", "forward", "archive", "trash-2", "ellipsis"]
        .map(|name| icon(name, kit.u(19.0)).color(Token::Muted));
    node = node.child(
        row()
            .fill_w()
            .justify(Place::End)
            .gap(kit.u(20.0))
            .children(tools),
    );
    let repeat = |word: &Word| Word {
        text: word.text.clone(),
        source: crate::components::ui::kit::Source::Built,
    };
    node = node.child(kit.text(&repeat(&mail.subject), Type::Title).max_lines(3));
    let name = mail.from.as_ref().map(repeat);
    let mut who = row().fill_w().gap(kit.u(12.0)).child(kit.avatar(
        mail.from.as_ref().map_or(&mail.subject.text, |f| &f.text),
        44.0,
    ));
    if let Some(name) = &name {
        who = who.child(kit.text(name, Type::Strong).max_lines(1).grow(1.0));
    }
    node = node.child(who).child(kit.rule());
    let mut body = col().fill_w().gap(kit.u(18.0));
    if let Some(line) = &mail.line {
        body = body.child(kit.text(&repeat(line), Type::Body));
    }
    // A message that is told needs no other sentences around it.
    let told = mail.line.as_ref().is_some_and(Word::is_asked);
    if kit.filler && !told {
        for line in LETTER {
            body = body.child(kit.text(&kit.say(line), Type::Body).leading(1.55));
        }
        if let Some(name) = &name {
            let first = name.text.split(' ').next().unwrap_or_default().to_owned();
            body = body.child(kit.text(&Word::invented(first), Type::Body));
        }
    }
    node = node.child(body);
    if words.replies.is_empty() {
        return node;
    }
    let buttons = words.replies.iter().enumerate().map(|(n, word)| {
        let push = if n == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        kit.button_sized(word, push, None, 44.0)
    });
    node.child(row().gap(kit.u(12.0)).children(buttons))
}
