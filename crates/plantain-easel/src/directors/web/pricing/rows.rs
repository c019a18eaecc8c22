//! Plans below each other, each in one row: what it is called and costs, what it holds, its button.

use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, grid, row};
use plantain_scene::node::Place;

use super::{Look, Plan, USUAL, check_line, price_line};
use crate::components::ui::{Push, Type};
use crate::directors::web::Page;

/// Rows that a page holds, at most.
pub(super) const ROWS_MAX: usize = 4;

/// Whether the plans stand in rows on this page.
pub(super) fn suits(page: &Page<'_>, plans: usize) -> bool {
    page.variant % 3 == 2
        && !page.tall()
        && page.h > page.w * 0.7
        && (2..=ROWS_MAX).contains(&plans)
}

/// A plan as one row of the page, `w` wide.
pub(super) fn plan(page: &Page<'_>, plan: &Plan, look: Look<'_>, (n, w): (usize, f32)) -> Node {
    let kit = &page.kit;
    let mut name = row()
        .gap(kit.u(10.0))
        .child(kit.text(&plan.name, Type::Heading).max_lines(2));
    if let Some(badge) = &plan.badge {
        name = name.child(kit.chip(badge, Token::AccentInk.into(), Token::Accent.into()));
    }
    let mut told = col().w(w * 0.3).rigid().gap(kit.u(6.0)).child(name);
    if let Some(price) = &plan.price {
        told = told.child(price_line(kit, price, look, [Token::Ink, Token::Muted]));
    }
    let line = |text: Node| check_line(kit, text.max_lines(2).grow(1.0), false);
    let usual = USUAL[n.min(USUAL.len() - 1)];
    let lines: Vec<Node> = if plan.lines.is_empty() && kit.filler {
        let shown = usual.iter().take(look.lines);
        shown
            .map(|text| line(kit.text(&kit.say(text), Type::Body)))
            .collect()
    } else {
        let told = plan.lines.iter();
        told.map(|word| line(kit.text(word, Type::Body))).collect()
    };
    let mut node = kit
        .surface(row().role("plan").fill_w())
        .pad(kit.u(24.0))
        .gap(kit.u(20.0))
        .align(Place::Center)
        .child(told)
        .child(grid(2).grow(1.0).gap(kit.u(10.0)).children(lines));
    if look.chosen {
        node = node.stroke(Token::Accent, 2.0);
    }
    match &plan.button {
        Some(button) => {
            let push = if look.chosen {
                Push::Primary
            } else {
                Push::Secondary
            };
            node.child(kit.button(button, push).rigid())
        }
        None => node,
    }
}
