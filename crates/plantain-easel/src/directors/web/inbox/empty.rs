//! A mailbox without mails.

use plantain_read::Role;
use plantain_scene::build::col;
use plantain_scene::{Node, Token};

use super::super::Page;
use super::{Words, sidebar};
use crate::components::ui::{Push, Supply, Type, Word};
use crate::studio::Studio;

/// A mailbox without a mail: a sign and what is said of it stand where the mails would.
pub(super) fn empty(page: &Page<'_>, studio: &Studio<'_>) -> Node {
    let kit = &page.kit;
    let mut supply = Supply::new(studio.brief);
    let brand = supply.first(&[Role::Brand]);
    let folders = supply.counted(&[Role::Tab, Role::Link]);
    let buttons = supply.buttons();
    let mut lines: Vec<Word> = supply.all(&[Role::Title, Role::Quote]);
    lines.extend(supply.rest().into_iter().map(|(_, word)| word));
    if lines.is_empty() && kit.filler {
        lines.push(kit.label("Inbox"));
    }
    let mut middle = col()
        .grow(1.0)
        .fill_h()
        .center()
        .gap(kit.u(18.0))
        .pad_xy(page.margin(), 0.0)
        .child(kit.emblem("inbox", 170.0));
    for (n, word) in lines.iter().enumerate() {
        let line = match n {
            0 => kit.text(word, Type::Display),
            _ => kit.text(word, Type::Body).color(Token::Muted),
        };
        middle = middle.child(line.centered().balance().max_lines(3));
    }
    for word in &buttons {
        middle = middle.child(kit.button(word, Push::Primary));
    }
    let root = page.row_sheet();
    if page.tall() {
        return root.child(middle);
    }
    let words = Words {
        brand,
        title: kit.label("Inbox"),
        folders,
        buttons: Vec::new(),
        mails: Vec::new(),
        badge: None,
        pane: false,
        replies: Vec::new(),
    };
    root.child(sidebar(page, &words, kit.u(210.0)))
        .child(middle)
}
