//! Buttons and text links.

use plantain_scene::build::{icon, row};
use plantain_scene::node::{FontRole, Shadow};
use plantain_scene::{Node, Token};

use super::kit::{Kit, Type, Word};

/// How strongly a button calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Push {
    Primary,
    Secondary,
    /// Accent-coloured words on a pale tint.
    Soft,
    /// On a coloured ground.
    Inverse,
    Ghost,
}

impl Kit<'_> {
    /// Returns a button as wide as its words; `.fill_w()` makes it as wide as its parent.
    pub fn button(&self, label: &Word, push: Push) -> Node {
        self.button_sized(label, push, None, 46.0)
    }

    /// Returns a small button.
    pub fn small_button(&self, label: &Word, push: Push) -> Node {
        self.button_sized(label, push, None, 36.0)
    }

    /// Returns a button with an icon before its words, `height` points high.
    pub fn button_sized(&self, label: &Word, push: Push, mark: Option<&str>, height: f32) -> Node {
        let h = self.u(height).max(30.0);
        let ink = match push {
            Push::Primary => Token::AccentInk,
            Push::Secondary | Push::Ghost => Token::Ink,
            Push::Soft | Push::Inverse => Token::AccentText,
        };
        let rank = if height < 40.0 {
            Type::Caption
        } else {
            Type::Strong
        };
        let words = self
            .text(label, rank)
            .weight(600)
            .font(FontRole::Body)
            .color(ink)
            .centered()
            .max_lines(1);
        let mut node = row()
            .role("button")
            .h(h)
            .rigid()
            .center()
            .gap(self.u(8.0))
            .pad_xy(self.u(if height < 40.0 { 14.0 } else { 22.0 }), 0.0)
            .radius(self.control_radius(h));
        if let Some(name) = mark {
            node = node.child(icon(name, self.size(rank) * 1.2).color(ink));
        }
        self.dress_button(node.child(words), push)
    }

    fn dress_button(&self, node: Node, push: Push) -> Node {
        let hard = self.theme.elevation == 3;
        match push {
            Push::Primary => {
                let mut node = node.fill(Token::Accent);
                if hard {
                    return self.lift(node.stroke(Token::Ink, 2.0));
                }
                if self.theme.elevation > 0 {
                    node.style.shadows.push(Shadow {
                        dx: 0.0,
                        dy: self.u(4.0),
                        blur: self.u(14.0),
                        spread: 0.0,
                        color: plantain_scene::Color::from(Token::Accent).alpha(0.28),
                    });
                }
                node
            }
            Push::Secondary => node.fill(Token::Surface).stroke(
                if hard { Token::Ink } else { Token::Line },
                if hard { 2.0 } else { 1.25 },
            ),
            Push::Soft => node.fill(Token::AccentSoft),
            Push::Inverse => node.fill(Token::Surface),
            Push::Ghost => node,
        }
    }

    /// Returns a text link.
    pub fn link(&self, label: &Word, rank: Type) -> Node {
        self.text(label, rank)
            .color(Token::AccentText)
            .weight(600)
            .role("link")
    }

    /// Returns a round button with an icon only.
    pub fn round_button(&self, name: &str, points: f32, push: Push) -> Node {
        let side = self.u(points);
        let ink = if push == Push::Primary {
            Token::AccentInk
        } else {
            Token::Ink
        };
        let node = row()
            .size_box(side, side)
            .rigid()
            .center()
            .radius(if self.theme.radius < 4.0 {
                self.theme.radius
            } else {
                side / 2.0
            })
            .child(icon(name, side * 0.46).color(ink));
        self.dress_button(node, push)
    }
}
