//! A program in the abstract: a window with its parts and without words, for services that nothing else shows.

use plantain_read::Brief;
use plantain_scene::build::{col, ellipse, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::super::Page;
use crate::components::ui::Kit;
use crate::components::ui::supply::has_word;

/// Words of services that are programs.
const PROGRAMS: &[&str] = &[
    "app",
    "apps",
    "software",
    "saas",
    "platform",
    "tool",
    "startup",
    "ai",
    "crm",
    "api",
    "analytics",
    "dashboard",
    "plugin",
    "extension",
    "fintech",
    "product screenshot",
    "productivity",
    "note-taking",
    "project management",
    "developer",
    "cloud",
    "chatbot",
    "assistant",
    "invoicing",
];

/// Whether the brief is about a program, or asks for a picture of one.
pub fn is_of_program(brief: &Brief) -> bool {
    let heard = brief.heard();
    PROGRAMS.iter().any(|word| {
        heard.match_indices(word).any(|(at, _)| {
            let before = heard[..at].chars().next_back();
            let behind = heard[at + word.len()..].chars().next();
            let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            edge(before) && edge(behind)
        })
    })
}

/// Whether a picture of the program itself is asked for.
pub fn is_asked(brief: &Brief) -> bool {
    let heard = brief.heard();
    [
        "product screenshot",
        "app screenshot",
        "screenshot of",
        "mockup",
        "product preview",
    ]
    .iter()
    .any(|words| has_word(&heard, words))
}

/// Returns a window of a program: places at the left, a chart and cards at the right.
pub fn window(page: &Page<'_>, w: f32, h: f32) -> Node {
    let kit = &page.kit;
    let small = kit.at(kit.k * 0.8);
    small
        .window((w, h), None, |w, h| inside(page, kit, w, h))
        .filler()
}

/// A bar that stands for a line of words.
fn line(kit: &Kit<'_>, w: f32, ink: Color) -> Node {
    let h = kit.u(9.0);
    rect().size_box(w, h).rigid().radius(h / 2.0).fill(ink)
}

fn inside(page: &Page<'_>, kit: &Kit<'_>, w: f32, h: f32) -> Node {
    let pale = Color::from(Token::Muted).alpha(0.28);
    let ink = Color::from(Token::Ink).alpha(0.7);
    let side = w * 0.2;
    let pad = kit.u(18.0);
    let places = (0..5).map(|i| {
        row()
            .gap(kit.u(10.0))
            .child(
                rect()
                    .size_box(kit.u(14.0), kit.u(14.0))
                    .rigid()
                    .radius(kit.u(4.0))
                    .fill(if i == 0 {
                        Color::from(Token::Accent)
                    } else {
                        pale
                    }),
            )
            .child(line(
                kit,
                side * [0.42, 0.5, 0.36, 0.46, 0.4][i],
                if i == 0 { ink } else { pale },
            ))
    });
    let bar = col()
        .w(side)
        .h(h)
        .rigid()
        .fill(Token::Surface)
        .pad(pad)
        .gap(kit.u(16.0))
        .children(places);
    let main_w = w - side - 2.0 * pad;
    let cards = (0..3).map(|i| {
        kit.surface(col().grow(1.0).pad(kit.u(12.0)).gap(kit.u(9.0)))
            .child(
                rect()
                    .size_box(kit.u(26.0), kit.u(26.0))
                    .rigid()
                    .radius(kit.u(8.0))
                    .fill(kit.hue(i).1),
            )
            .child(line(kit, main_w * 0.16, ink))
            .child(line(kit, main_w * 0.22, pale))
    });
    let body = if page.even() {
        plot(kit, main_w, (h - kit.u(190.0)).max(kit.u(60.0)))
    } else {
        notes(kit, main_w, (h - kit.u(190.0)).max(kit.u(60.0)))
    };
    let main = col()
        .grow(1.0)
        .h(h)
        .pad(pad)
        .gap(kit.u(14.0))
        .child(
            row()
                .fill_w()
                .justify(Place::Between)
                .child(line(kit, main_w * 0.34, ink))
                .child(
                    rect()
                        .size_box(main_w * 0.16, kit.u(24.0))
                        .rigid()
                        .radius(kit.u(8.0))
                        .fill(Token::Accent),
                ),
        )
        .child(row().fill_w().gap(kit.u(12.0)).children(cards))
        .child(body);
    row()
        .size_box(w, h)
        .clip()
        .align(Place::Stretch)
        .child(bar)
        .child(main)
}

/// Columns of a chart that rise.
fn plot(kit: &Kit<'_>, w: f32, h: f32) -> Node {
    let n = 9;
    let gap = w * 0.025;
    let bw = (w - kit.u(24.0) - gap * (n as f32 - 1.0)) / n as f32;
    let mut node = kit.surface(stack().size_box(w, h).clip());
    for i in 0..n {
        let share = [0.34, 0.46, 0.4, 0.58, 0.52, 0.66, 0.6, 0.78, 0.9][i];
        let bh = (h - kit.u(28.0)) * share;
        let ink = Color::from(Token::Accent).alpha(if i + 1 == n { 1.0 } else { 0.38 });
        node = node.child(
            rect()
                .bounds(
                    kit.u(12.0) + i as f32 * (bw + gap),
                    h - kit.u(12.0) - bh,
                    bw,
                    bh,
                )
                .radius((bw * 0.25).min(kit.u(6.0)))
                .fill(ink),
        );
    }
    node
}

/// Lines of a list, some of them done.
fn notes(kit: &Kit<'_>, w: f32, h: f32) -> Node {
    let pale = Color::from(Token::Muted).alpha(0.28);
    let each = kit.u(30.0);
    let n = ((h - kit.u(20.0)) / each).floor().max(1.0) as usize;
    let rows = (0..n).map(|i| {
        let d = kit.u(16.0);
        let dot = ellipse().size_box(d, d).rigid();
        let dot = if i % 3 == 0 {
            dot.fill(Token::Accent)
        } else {
            dot.stroke(pale, 2.0)
        };
        row()
            .fill_w()
            .h(each)
            .gap(kit.u(12.0))
            .child(dot)
            .child(line(kit, w * [0.52, 0.38, 0.6, 0.44][i % 4], pale))
    });
    kit.surface(col().w(w).h(h).pad_xy(kit.u(16.0), kit.u(10.0)).clip())
        .children(rows)
}
