//! Sidebar, rail, bar and header of a dashboard.

use plantain_scene::build::{col, icon, row, spacer, text};
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{FontRole, Node, Place};
use plantain_scene::theme::Theme;

use super::super::content::Content;
use super::{RAIL, SIDEBAR, accent_gradient};
use crate::components::data::{avatar, button, control, logo};

/// Returns the sidebar: product, navigation, an offer where there is room, the person.
pub(in crate::directors::dashboard) fn sidebar(
    content: &Content,
    theme: &Theme,
    height: f32,
) -> Node {
    let (first, second) = content.nav.split_at(content.nav.len().min(6));
    let mut node = col()
        .w(SIDEBAR)
        .rigid()
        .fill_h()
        .pad4(26.0, 14.0, 20.0, 14.0)
        .gap(6.0)
        .fill(Token::Surface)
        .role("sidebar")
        .child(
            row()
                .pad_xy(10.0, 0.0)
                .child(logo(&content.brand, content.topic.icon, theme))
                .filler(),
        )
        .child(section(&content.menu));
    for (i, (mark, word, literal)) in first.iter().enumerate() {
        node = node.child(nav_item(mark, word, *literal, i == 0, theme));
    }
    for (mark, word, literal) in second {
        node = node.child(nav_item(mark, word, *literal, false, theme));
    }
    if height >= 640.0 && second.is_empty() {
        node = node.child(section(&content.support[0]));
        for (mark, word) in ["settings", "circle-question-mark"]
            .iter()
            .zip(&content.support[1..])
        {
            node = node.child(nav_item(mark, word, false, false, theme));
        }
    }
    node = node.child(spacer());
    if height >= 900.0 {
        node = node.child(offer(content, theme));
    }
    node.child(person_line(content, theme))
}

pub(super) fn section(words: &str) -> Node {
    row()
        .pad4(22.0, 10.0, 4.0, 10.0)
        .child(
            text(words)
                .size(11.5)
                .weight(600)
                .color(Token::Muted)
                .upper()
                .tracking(0.04)
                .max_lines(1),
        )
        .filler()
}

pub(super) fn nav_item(mark: &str, word: &str, literal: bool, active: bool, theme: &Theme) -> Node {
    let ink = if active {
        Token::AccentText
    } else {
        Token::Ink
    };
    let quiet: Color = if active {
        ink.into()
    } else {
        Token::Muted.into()
    };
    let label = text(word)
        .size(14.5)
        .weight(if active { 600 } else { 500 })
        .color(ink)
        .max_lines(1)
        .shrink(11.5)
        .literal(literal);
    let mut node = row()
        .gap(12.0)
        .pad_xy(12.0, 10.0)
        .radius((theme.radius * 0.6).min(12.0))
        .role("nav-item")
        .child(icon(mark, 18.0).color(quiet))
        .child(label.grow(1.0));
    if active {
        node = node.fill(Token::AccentSoft);
    }
    if literal { node } else { node.filler() }
}

pub(super) fn offer(content: &Content, theme: &Theme) -> Node {
    let (from, to, ink) = accent_gradient(theme);
    let [title, under, act] = &content.upsell;
    col()
        .gap(8.0)
        .pad(16.0)
        .radius(theme.radius)
        .gradient(135.0, from, to)
        .rigid()
        .child(icon("sparkles", 20.0).color(ink))
        .child(text(title).size(15.0).weight(600).color(ink).max_lines(2))
        .child(text(under).size(12.5).color(ink).max_lines(2))
        .child(
            row()
                .center()
                .margin(4.0, 0.0, 0.0, 0.0)
                .pad_xy(12.0, 8.0)
                .radius((theme.radius * 0.6).min(12.0))
                .fill(Token::Surface)
                .child(
                    text(act)
                        .size(13.0)
                        .weight(600)
                        .color(Token::AccentText)
                        .max_lines(1),
                ),
        )
        .filler()
        .role("offer")
}

pub(super) fn person_line(content: &Content, theme: &Theme) -> Node {
    row()
        .gap(10.0)
        .pad4(16.0, 6.0, 0.0, 6.0)
        .rigid()
        .child(avatar(&content.person, 36.0, theme, 1))
        .child(
            col()
                .gap(1.0)
                .grow(1.0)
                .child(
                    text(&content.person)
                        .size(13.5)
                        .weight(600)
                        .max_lines(1)
                        .shrink(11.0),
                )
                .child(
                    text(&content.person_role)
                        .size(12.0)
                        .color(Token::Muted)
                        .max_lines(1)
                        .shrink(11.0),
                ),
        )
        .filler()
        .role("person")
}

/// Returns the narrow sidebar of icons.
pub(in crate::directors::dashboard) fn rail(content: &Content, theme: &Theme) -> Node {
    let mut node = col()
        .w(RAIL)
        .rigid()
        .fill_h()
        .pad4(20.0, 0.0, 18.0, 0.0)
        .gap(10.0)
        .align(Place::Center)
        .fill(Token::Surface)
        .role("rail");
    node = node.child(
        row()
            .center()
            .size_box(38.0, 38.0)
            .radius((theme.radius * 0.6).min(12.0))
            .fill(Token::Accent)
            .margin(0.0, 0.0, 14.0, 0.0)
            .rigid()
            .child(icon(content.topic.icon, 20.0).color(Token::AccentInk)),
    );
    for (i, (mark, _, _)) in content.nav.iter().take(6).enumerate() {
        let ink = if i == 0 {
            Token::AccentText
        } else {
            Token::Muted
        };
        let cell = row()
            .center()
            .size_box(42.0, 42.0)
            .radius((theme.radius * 0.6).min(12.0))
            .rigid();
        let cell = cell.child(icon(mark.as_str(), 19.0).color(ink));
        node = node.child(if i == 0 {
            cell.fill(Token::AccentSoft)
        } else {
            cell
        });
    }
    node.child(spacer())
        .child(avatar(&content.person, 36.0, theme, 1).filler())
}

/// Returns the bar across the top: product, navigation, bell and person.
pub(in crate::directors::dashboard) fn topbar(
    content: &Content,
    theme: &Theme,
    width: f32,
) -> Node {
    let room = width - 420.0;
    let mut used = 0.0;
    let items: Vec<Node> = content
        .nav
        .iter()
        .enumerate()
        .take_while(|(_, (_, word, literal))| {
            used += word.chars().count() as f32 * 8.2 + 36.0;
            *literal || used <= room
        })
        .map(|(i, (_, word, literal))| {
            let ink = if i == 0 {
                Token::AccentText
            } else {
                Token::Muted
            };
            let label = text(word)
                .size(14.0)
                .weight(if i == 0 { 600 } else { 500 })
                .color(ink)
                .max_lines(1)
                .literal(*literal);
            let item = row()
                .pad_xy(14.0, 8.0)
                .radius(99.0)
                .rigid()
                .child(label)
                .role("nav-item");
            let item = if i == 0 {
                item.fill(Token::AccentSoft)
            } else {
                item
            };
            if *literal { item } else { item.filler() }
        })
        .collect();
    let mut bar = row()
        .fill_w()
        .h(68.0)
        .rigid()
        .gap(24.0)
        .pad_xy(if width < 820.0 { 20.0 } else { 32.0 }, 0.0)
        .fill(Token::Surface)
        .role("topbar")
        .child(
            logo(&content.brand, content.topic.icon, theme)
                .rigid()
                .filler(),
        );
    if items.is_empty() {
        bar = bar.child(spacer());
    } else {
        bar = bar.child(row().gap(2.0).grow(1.0).children(items));
    }
    bar.child(
        row()
            .gap(14.0)
            .rigid()
            .child(icon("search", 19.0).color(Token::Muted))
            .child(icon("bell", 19.0).color(Token::Muted))
            .child(avatar(&content.person, 34.0, theme, 1))
            .filler(),
    )
}

/// A given warning: a mark and its words on a tint.
pub(super) fn alert(words: &str) -> Node {
    row()
        .role("alert")
        .gap(6.0)
        .pad_xy(10.0, 4.0)
        .radius(99.0)
        .fill(Token::NegativeSoft)
        .child(icon("triangle-alert", 14.0).color(Token::Negative).rigid())
        .child(
            text(words)
                .size(12.5)
                .weight(600)
                .color(Token::Negative)
                .shrink(11.0)
                .literal(true),
        )
}

/// Returns title, subtitle, further given words, and the controls where there is room.
pub(in crate::directors::dashboard) fn header(
    content: &Content,
    theme: &Theme,
    width: f32,
) -> Node {
    let (title, title_literal) = &content.title;
    let (under, under_literal) = &content.subtitle;
    let size = if width < 520.0 { 23.0 } else { 27.0 };
    let heading = text(title)
        .font(FontRole::Heading)
        .size(size)
        .weight(700)
        .tracking(-0.01)
        .max_lines(2)
        .shrink(17.0)
        .literal(*title_literal)
        .role("title");
    let heading = if *title_literal {
        heading
    } else {
        heading.filler()
    };
    let line = text(under)
        .size(14.0)
        .color(Token::Muted)
        .max_lines(2)
        .shrink(11.5)
        .literal(*under_literal)
        .role("subtitle");
    let line = if *under_literal { line } else { line.filler() };
    let mut words = col().gap(5.0).grow(1.0).child(heading).child(line);
    if !content.rest.is_empty() || !content.alerts.is_empty() {
        let alerts = content.alerts.iter().map(|word| alert(word));
        let chips = content.rest.iter().map(|word| {
            row()
                .pad_xy(10.0, 4.0)
                .radius(99.0)
                .fill(Token::AccentSoft)
                .child(
                    text(word)
                        .size(12.5)
                        .weight(600)
                        .color(Token::AccentText)
                        .shrink(11.0)
                        .literal(true),
                )
        });
        words = words.child(
            row()
                .wrap()
                .gap(8.0)
                .margin(4.0, 0.0, 0.0, 0.0)
                .children(alerts)
                .children(chips),
        );
    }
    let mut head = row().fill_w().gap(16.0).rigid().child(words);
    let (act, act_literal) = &content.action;
    let wide = width >= 640.0;
    if wide {
        head = head.child(control(&content.range, Some("calendar"), theme).filler());
    }
    if width >= 480.0 || *act_literal {
        let node = button(act, (!act_literal).then_some("download"), theme);
        head = head.child(if *act_literal {
            mark_literal(node)
        } else {
            node.filler()
        });
    }
    head
}

pub(super) fn mark_literal(mut node: Node) -> Node {
    node.visit_mut(&mut |n| {
        if n.as_text().is_some() {
            n.literal = true;
        }
    });
    node
}
