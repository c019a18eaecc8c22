//! Sections that a landing page is asked to have, each as a card with what such a section usually holds.

use plantain_scene::build::{col, grid, icon, row};
use plantain_scene::{Node, Token};

use super::super::Page;
use crate::components::ui::supply::has_word;
use crate::components::ui::{Kit, Type, Word};
use crate::studio::Studio;

/// A section: words that ask for it, its head, its icon.
const SECTIONS: &[(&[&str], &str, &str)] = &[
    (
        &["opening hours", "open hours", "opening times"],
        "Opening hours",
        "clock",
    ),
    (
        &["menu preview", "menu section", "our menu"],
        "Menu",
        "utensils",
    ),
    (
        &["contact", "contact form", "contact section", "get in touch"],
        "Contact",
        "mail",
    ),
    (&["about us", "our story", "about section"], "About", "info"),
    (
        &["faq", "frequently asked", "questions and answers"],
        "Questions and answers",
        "circle-help",
    ),
    (&["newsletter"], "Email", "send"),
    (&["gallery", "photo gallery"], "Files", "image"),
    (
        &["team section", "our team", "meet the team"],
        "Team",
        "users",
    ),
    (&["location", "find us"], "Directions", "map-pin"),
];
/// Short lines of samples under a head.
const LINES: &[(&str, &[&str])] = &[
    (
        "Opening hours",
        &["Mon–Fri 8:00–18:00", "Sat–Sun 9:00–16:00"],
    ),
    ("Menu", &["Breakfast · Lunch · Cakes"]),
    ("Contact", &["hello@example.com", "+1 555 0142"]),
    (
        "Questions and answers",
        &["How does it work?", "Can I cancel at any time?"],
    ),
    ("Email", &["you@example.com"]),
];

/// Returns the sections that the prompt names, side by side; none where it names none.
pub fn asked(page: &Page<'_>, studio: &Studio<'_>) -> Option<Node> {
    let kit = &page.kit;
    if !kit.filler || page.tall() {
        return None;
    }
    let heard = studio.brief.heard();
    // What the prompt writes out is there already.
    let literal = |head: &str| {
        let head = head.to_lowercase();
        studio
            .brief
            .literals
            .iter()
            .any(|l| has_word(&l.text.to_lowercase(), &head))
    };
    let wanted: Vec<_> = SECTIONS
        .iter()
        .filter(|(words, head, _)| {
            let told = *head == "Questions and answers"
                && studio
                    .brief
                    .lists
                    .iter()
                    .any(|list| list.kind == "question");
            words
                .iter()
                .any(|word| has_word(&heard, word) && !literal(word))
                && !literal(head)
                && !told
        })
        .take(4)
        .collect();
    if wanted.is_empty() {
        return None;
    }
    let cells = wanted
        .iter()
        .enumerate()
        .map(|(i, (_, head, mark))| section(kit, head, mark, i));
    Some(
        grid(wanted.len())
            .role("sections")
            .fill_w()
            .gap(kit.u(18.0))
            .children(cells),
    )
}

fn section(kit: &Kit<'_>, head: &'static str, mark: &str, n: usize) -> Node {
    let lines = LINES
        .iter()
        .find(|(name, _)| *name == head)
        .map_or(&[][..], |(_, lines)| lines);
    let rows = lines
        .iter()
        .map(|text| kit.text(&kit.say(text), Type::Caption).max_lines(2));
    kit.surface(
        col()
            .role("section")
            .fill_w()
            .fill_h()
            .pad(kit.u(18.0))
            .gap(kit.u(10.0)),
    )
    .child(
        row()
            .gap(kit.u(12.0))
            .child(kit.icon_tile(mark, 38.0, n))
            .child(kit.text(&kit.label(head), Type::Heading).max_lines(2)),
    )
    .child(col().gap(kit.u(4.0)).children(rows))
}

/// Questions that the prompt writes out, each on a card to open.
pub fn questions(page: &Page<'_>, asked: &[Word]) -> Option<Node> {
    let kit = &page.kit;
    if asked.is_empty() {
        return None;
    }
    let columns = if page.tall() { 1 } else { asked.len().min(3) };
    let cells = asked.iter().map(|word| {
        kit.surface(
            row()
                .role("question")
                .fill_w()
                .fill_h()
                .pad_xy(kit.u(18.0), kit.u(14.0))
                .gap(kit.u(10.0)),
        )
        .child(kit.text(word, Type::Strong).max_lines(3).grow(1.0))
        .child(icon("chevron-down", kit.u(18.0)).color(Token::AccentText))
    });
    let cards = grid(columns)
        .role("questions")
        .fill_w()
        .gap(kit.u(if page.tall() { 10.0 } else { 16.0 }))
        .children(cells);
    let head = kit
        .text(&kit.say("Questions and answers"), Type::Heading)
        .filler();
    Some(col().fill_w().gap(kit.u(10.0)).child(head).child(cards))
}

/// Marks of those who use it, in one quiet row: asked for as "logos of customers", "trusted by".
pub fn logos(page: &Page<'_>, studio: &Studio<'_>) -> Option<Node> {
    let kit = &page.kit;
    let heard = studio.brief.heard();
    let asked = ["logos", "trusted by", "client logos", "customer logos"]
        .iter()
        .any(|words| has_word(&heard, words));
    if !asked || !kit.filler {
        return None;
    }
    let marks = ["hexagon", "triangle", "circle-dot", "command", "component"];
    let names = kit.tongue.list("companies");
    let cells = marks.iter().zip(names).map(|(mark, name)| {
        row()
            .gap(kit.u(7.0))
            .child(icon(*mark, kit.u(20.0)).color(Token::Muted))
            .child(
                kit.text(&Word::invented(name), Type::Strong)
                    .color(Token::Muted)
                    .max_lines(1),
            )
    });
    Some(
        row()
            .role("logos")
            .fill_w()
            .justify(plantain_scene::node::Place::Between)
            .gap(kit.u(20.0))
            .children(cells),
    )
}
