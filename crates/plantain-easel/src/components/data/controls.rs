//! Buttons, pickers, avatars, icon badges, the product's mark.

use plantain_scene::build::{col, icon, row, text};
use plantain_scene::color::{Color, Oklch, Token};
use plantain_scene::node::{FontRole, Node};
use plantain_scene::theme::{Theme, ink_on};

/// Returns a filled button.
pub fn button(words: impl Into<String>, mark: Option<&str>, theme: &Theme) -> Node {
    let mut node = row()
        .gap(8.0)
        .pad_xy(16.0, 10.0)
        .radius((theme.radius * 0.65).min(20.0))
        .fill(Token::Accent)
        .rigid()
        .role("button");
    if let Some(mark) = mark {
        node = node.child(icon(mark, 17.0).color(Token::AccentInk));
    }
    node.child(
        text(words)
            .size(14.0)
            .weight(600)
            .color(Token::AccentInk)
            .max_lines(1),
    )
}

/// Returns a picker: icon, words, in an outlined box.
pub fn control(words: impl Into<String>, mark: Option<&str>, theme: &Theme) -> Node {
    let mut node = row()
        .gap(9.0)
        .pad_xy(14.0, 10.0)
        .radius((theme.radius * 0.65).min(20.0))
        .fill(Token::Surface)
        .stroke(Token::Line, 1.0)
        .rigid()
        .role("control");
    if let Some(mark) = mark {
        node = node.child(icon(mark, 16.0).color(Token::Muted));
    }
    node.child(text(words).size(14.0).weight(500).max_lines(1))
}

/// Returns a row of short choices of which one is taken.
pub fn segmented(choices: &[&str], taken: usize, theme: &Theme) -> Node {
    let radius = (theme.radius * 0.5).min(14.0);
    row()
        .gap(2.0)
        .pad(3.0)
        .radius(radius + 3.0)
        .fill(Token::Sunken)
        .rigid()
        .role("segmented")
        .children(choices.iter().enumerate().map(|(i, choice)| {
            let label = text(*choice)
                .size(12.5)
                .weight(if i == taken { 600 } else { 500 })
                .max_lines(1);
            let label = label.color(if i == taken { Token::Ink } else { Token::Muted });
            let cell = row().pad_xy(11.0, 5.0).radius(radius).child(label);
            if i == taken {
                cell.fill(Token::Surface)
            } else {
                cell
            }
        }))
}

/// Returns a pale tint of a series colour, for badges behind icons, and the ink that reads on it.
pub fn soft_color(theme: &Theme, series: usize) -> (Color, Color) {
    let base = theme.token(Token::Series((series % 8) as u8));
    let surface = theme.token(Token::Surface);
    let ground = base.mix(surface, if surface.is_dark() { 0.76 } else { 0.86 });
    (
        Color::Fixed(ground),
        Color::Fixed(base.readable_on(ground, 3.2)),
    )
}

/// Returns an icon on a tinted square.
pub fn icon_badge(mark: &str, size: f32, theme: &Theme, series: usize) -> Node {
    let (ground, ink) = soft_color(theme, series);
    row()
        .center()
        .size_box(size, size)
        .radius((theme.radius * 0.6).min(size * 0.5))
        .fill(ground)
        .rigid()
        .child(icon(mark, size * 0.54).color(ink))
        .role("badge")
}

/// Returns a person's initials on a coloured disc.
pub fn avatar(name: &str, size: f32, theme: &Theme, index: usize) -> Node {
    let initials: String = name
        .split_whitespace()
        .filter_map(|w| w.chars().next())
        .filter(|c| c.is_alphabetic())
        .take(2)
        .collect();
    let base = theme.token(Token::Series((index % 8) as u8)).oklch();
    let from = Oklch::new(0.62, base.c.clamp(0.08, 0.16), base.h + 25.0).rgba();
    let to = Oklch::new(0.52, base.c.clamp(0.08, 0.17), base.h).rgba();
    let ink = ink_on(to);
    row()
        .center()
        .size_box(size, size)
        .radius(size / 2.0)
        .gradient(135.0, from.readable_on(ink, 4.6), to.readable_on(ink, 4.6))
        .rigid()
        .child(
            text(initials.to_uppercase())
                .size((size * 0.36).max(11.0))
                .weight(600)
                .color(ink)
                .max_lines(1),
        )
        .role("avatar")
}

/// Returns the product's mark and name.
pub fn logo(name: impl Into<String>, mark: &str, theme: &Theme) -> Node {
    let accent = theme.token(Token::Accent);
    let deep = accent.oklch();
    let to = Oklch::new((deep.l - 0.06).max(0.0), deep.c, deep.h + 14.0).rgba();
    let badge = row()
        .center()
        .size_box(34.0, 34.0)
        .radius((theme.radius * 0.6).min(12.0))
        .gradient(135.0, accent, to)
        .rigid()
        .child(icon(mark, 19.0).color(Token::AccentInk).icon_stroke(2.25));
    row().gap(10.0).child(badge).child(
        col().child(
            text(name)
                .font(FontRole::Heading)
                .size(18.0)
                .weight(700)
                .max_lines(1)
                .shrink(13.0),
        ),
    )
}
