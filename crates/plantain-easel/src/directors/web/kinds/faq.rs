//! Questions and answers: one row a question, the first one open.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;

use super::{button_row, header, sheet};
use crate::components::ui::{Entry, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

const QUESTIONS: &[&str] = &[
    "How does it work?",
    "What does it cost?",
    "Can I cancel at any time?",
    "How do I reach you?",
    "Where can I find my invoices?",
    "How do I change my password?",
];
/// What is asked about a subject that the prompt names.
const ABOUT: &[(&str, &[&str])] = &[
    (
        "shipping",
        &["How long does shipping take?", "What does shipping cost?"],
    ),
    ("deliver", &["When will my order arrive?"]),
    (
        "return",
        &["How do I return something?", "When do I get my money back?"],
    ),
    ("refund", &["When do I get my money back?"]),
    (
        "payment",
        &["Which ways to pay are there?", "Is my card data safe?"],
    ),
    ("billing", &["Where can I find my invoices?"]),
    (
        "account",
        &["How do I change my password?", "How do I close my account?"],
    ),
    (
        "subscription",
        &["Can I cancel at any time?", "Can I change my plan?"],
    ),
    ("security", &["Is my data safe?"]),
    ("trial", &["Is there a free trial?"]),
];
/// An answer that contradicts nothing.
const ANSWER: &str =
    "It takes a few minutes. Write to us if anything is unclear; we answer on the same day.";

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    // A question is never the heading of its page.
    let title = supply.find(|role, text| role == Role::Title && !text.ends_with(['?', '？']));
    let title = title.unwrap_or_else(|| kit.say("Questions and answers"));
    let buttons = supply.buttons();
    let top = header(page, supply, &["Home", "About", "Contact"], &["search"]);
    let mut rows: Vec<Entry> = supply.listed(&[""]).unwrap_or_default();
    rows.extend(supply.entries());
    rows.extend(supply.rest().into_iter().map(|(_, word)| Entry {
        name: Some(word),
        ..Entry::default()
    }));
    // Questions stand in the order in which the prompt asks them.
    let place = |row: &Entry| {
        let text = row.name.as_ref().map_or("", |name| name.text.as_str());
        let literal = studio.brief.literals.iter().find(|l| l.text == text);
        literal.map_or(usize::MAX, |l| l.span.start)
    };
    rows.sort_by_key(place);
    if rows.is_empty() && kit.filler {
        let told = ABOUT
            .iter()
            .filter(|(word, _)| supply.speaks_of(&[word]))
            .flat_map(|(_, asked)| asked.iter());
        let mut texts: Vec<&'static str> = told.copied().collect();
        let more = QUESTIONS.iter().filter(|text| !texts.contains(text));
        let more: Vec<&'static str> = more.copied().collect();
        texts.extend(more);
        rows = texts
            .iter()
            .take(
                super::counted_before(&studio.brief.heard(), &["question"])
                    .unwrap_or(6)
                    .clamp(1, 9),
            )
            .map(|text| Entry {
                name: Some(kit.say(text)),
                ..Entry::default()
            })
            .collect();
    }
    let (root, inner) = sheet(page);
    let w = if page.shape == crate::directors::web::Shape3::Square {
        inner
    } else {
        inner.min(kit.u(860.0))
    };
    let head = kit
        .text(&title, Type::Display)
        .size(kit.u(if page.tall() { 34.0 } else { 46.0 }))
        .max_lines(2);
    let cards = rows
        .iter()
        .enumerate()
        .map(|(i, entry)| question(page, entry, i == 0));
    let mut body = col().w(w).gap(kit.u(14.0)).child(head).children(cards);
    if !buttons.is_empty() {
        body = body.child(button_row(kit, &buttons, false));
    }
    let place = if page.even() {
        Place::Center
    } else {
        Place::Start
    };
    let node = root
        .gap(kit.u(18.0))
        .child(top)
        .child(row().fill_w().justify(place).child(body));
    if kit.filler && !page.tall() {
        node.child(plantain_scene::build::spacer())
            .child(page.footer(None, &[]))
    } else {
        node
    }
}

fn question(page: &Page<'_>, entry: &Entry, open: bool) -> Node {
    let kit = &page.kit;
    let blank = Word::default();
    let name = entry
        .name
        .as_ref()
        .or(entry.figure.as_ref())
        .unwrap_or(&blank);
    let mark = icon(if open { "minus" } else { "plus" }, kit.u(20.0)).color(Token::AccentText);
    let line = row()
        .fill_w()
        .gap(kit.u(16.0))
        .child(kit.text(name, Type::Heading).max_lines(3).grow(1.0))
        .child(mark);
    let mut card = kit
        .surface(
            col()
                .role("question")
                .fill_w()
                .pad_xy(kit.u(22.0), kit.u(18.0))
                .gap(kit.u(10.0)),
        )
        .child(line);
    let said: Vec<&Word> = entry
        .figure
        .iter()
        .filter(|_| entry.name.is_some())
        .chain(&entry.more)
        .collect();
    for word in &said {
        card = card.child(kit.text(word, Type::Body).color(Token::Muted));
    }
    if said.is_empty() && open && kit.filler {
        card = card.child(
            kit.text(&Word::invented(ANSWER), Type::Body)
                .color(Token::Muted),
        );
    }
    card
}
