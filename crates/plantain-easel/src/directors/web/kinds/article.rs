//! A blog post or news article: headline, byline, picture, text in one column, more to read beside it.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, row};
use plantain_scene::node::{FontRole, Place};

use super::{button_row, header, remains, sheet, subject};
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Entry, Kit, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Paragraphs that fit any headline.
const TEXT: &[&str] = &[
    "Most accounts of it begin with a list. This one begins with a question that we heard again and again: what is worth your time, and what can wait?",
    "We took notes as we went, spoke with the people who know it best, and checked every detail twice. What follows is the short version, in the order in which it happened.",
    "The first surprise came early. Nothing was quite as far, as hard or as expensive as we had been told, and the best hours were the ones that nobody had planned.",
    "If you take one thing from this, let it be the pace. Go slower than you think you should, stay a little longer, and write down what you would like to remember.",
];
/// Other posts, where the prompt names none.
const OTHERS: &[&str] = &[
    "What we learned from a slow year",
    "A small guide to better notes",
    "Five questions before you start",
    "The quiet season",
];

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let title = supply
        .first(&[Role::Title])
        .or_else(|| supply.first(&[Role::Subtitle]))
        .or_else(|| subject(studio.brief).map(Word::built))
        .unwrap_or_else(|| Word::invented(OTHERS[0]));
    let kickers = supply.all(&[Role::Kicker, Role::Badge, Role::Category]);
    let author = supply.first(&[Role::Person, Role::Attribution]);
    let date = supply.first(&[Role::Date]);
    let under = supply.first(&[Role::Subtitle]);
    let body = supply.all(&[Role::Body, Role::Quote]);
    let buttons = supply.buttons();
    let top = header(
        page,
        supply,
        &["Home", "Explore", "About"],
        &["search", "user"],
    );
    let others = supply
        .listed(&["post", "article", "related", "stor", ""])
        .unwrap_or_default();
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let side = !page.tall();
    let gap = kit.u(44.0);
    let w = if side { inner * 0.68 } else { inner };
    let photo_h = if page.tall() {
        page.h * 0.26
    } else {
        page.h * 0.36
    };
    let mut left = col().w(w).rigid().gap(kit.u(16.0));
    if !kickers.is_empty() {
        let chips = kickers.iter().map(|kicker| kit.accent_chip(kicker));
        left = left.child(row().gap(kit.u(8.0)).wrap().children(chips));
    }
    let size = if page.tall() { 32.0 } else { 44.0 };
    let head = kit
        .text(&title, Type::Display)
        .size(kit.u(size))
        .leading(1.12)
        .max_lines(3);
    let photo = kit
        .photo(&title.text, studio.brief, page.variant, w, photo_h)
        .radius(kit.radius());
    let by = byline(kit, author, date);
    left = if page.variant % 2 == 1 {
        left.child(photo)
            .child(head)
            .children(under.map(|u| lead(kit, &u)))
            .child(by)
    } else {
        left.child(head)
            .children(under.map(|u| lead(kit, &u)))
            .child(by)
            .child(photo)
    };
    left = left
        .children(paragraphs(page, &body, w, photo_h))
        .children(rest);
    if !buttons.is_empty() {
        left = left.child(button_row(kit, &buttons, false));
    }
    let more = beside(page, studio, others, inner - w - gap);
    let content = if side {
        row()
            .fill_w()
            .grow(1.0)
            .gap(gap)
            .align(Place::Start)
            .child(left)
            .child(more)
    } else {
        left
    };
    root.gap(kit.u(6.0)).clip().child(top).child(content)
}

fn lead(kit: &Kit<'_>, word: &Word) -> Node {
    kit.text(word, Type::Body)
        .size(kit.u(19.0))
        .color(Token::Muted)
}

fn byline(kit: &Kit<'_>, author: Option<Word>, date: Option<Word>) -> Node {
    let name = author.or_else(|| kit.filler.then(|| Word::invented(FULL_NAMES[0])));
    let mut words = col().gap(kit.u(2.0));
    let mut node = row().gap(kit.u(12.0));
    if let Some(name) = &name {
        node = node.child(kit.avatar(&name.text, 44.0));
        words = words.child(kit.text(name, Type::Strong).max_lines(1));
    }
    if let Some(date) = &date {
        words = words.child(kit.text(date, Type::Caption).max_lines(1));
    } else if kit.filler {
        words = words.child(
            kit.text(&Word::invented("6 min"), Type::Caption)
                .max_lines(1),
        );
    }
    node.child(words)
}

/// The text of the prompt, or as many sample paragraphs as the page holds.
fn paragraphs(page: &Page<'_>, body: &[Word], w: f32, photo: f32) -> Vec<Node> {
    let kit = &page.kit;
    let size = kit.u(17.0);
    let set = |word: &Word| {
        kit.text(word, Type::Body)
            .font(FontRole::Body)
            .size(size)
            .leading(1.55)
    };
    if !body.is_empty() {
        return body.iter().map(set).collect();
    }
    if !kit.filler {
        return Vec::new();
    }
    let mut room = page.h - photo - kit.u(64.0 + 60.0 + 44.0 * 1.3 + 80.0) - page.margin();
    let mut out = Vec::new();
    for text in TEXT {
        let h = page.lines(text, size, w) * size * 1.55 + kit.u(16.0);
        if h > room {
            break;
        }
        room -= h;
        out.push(set(&Word::invented(*text)));
    }
    out
}

fn beside(page: &Page<'_>, studio: &Studio<'_>, others: Vec<Entry>, w: f32) -> Node {
    let kit = &page.kit;
    let asked: Vec<Word> = others.into_iter().filter_map(|e| e.name).collect();
    let words: Vec<Word> = if asked.is_empty() && kit.filler {
        OTHERS
            .iter()
            .take(3)
            .map(|name| Word::invented(*name))
            .collect()
    } else {
        asked
    };
    let n = words.len().max(1) as f32;
    let each = ((page.h - kit.u(64.0 + 70.0) - page.margin()) / n).min(w * 1.05);
    let photo_h = (each - kit.u(70.0)).max(kit.u(60.0)).min(w * 0.62);
    let cards = words.iter().enumerate().map(|(i, word)| {
        let photo = kit
            .photo(&word.text, studio.brief, page.variant + i + 1, w, photo_h)
            .radius(kit.radius() * 0.8);
        col()
            .role("related")
            .fill_w()
            .gap(kit.u(8.0))
            .child(photo)
            .child(kit.text(word, Type::Strong).max_lines(2))
    });
    col()
        .grow(1.0)
        .gap(kit.u(16.0))
        .child(kit.text(&kit.say("Related"), Type::Heading).max_lines(1))
        .children(cards)
}
