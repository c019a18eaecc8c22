//! Web pages and app windows.

use plantain_scene::build::{col, ellipse, row, shape, stack};
use plantain_scene::node::{Place, Shape};
use plantain_scene::{Color, Node, Theme, Token};

use crate::components::ui::{Kit, Push, Type, Word};
use crate::studio::Studio;

pub mod auth;
pub mod chat;
pub mod foot;
pub mod form;
pub mod goods;
pub mod inbox;
pub mod kanban;
pub mod kinds;
pub mod landing;
pub mod page;
mod parts;
pub mod pricing;
pub mod settings;
pub mod table;

/// Accents for pages whose subject says nothing.
pub const ACCENTS: &[u32] = &[0x4f46e5, 0x0f766e, 0x1d4ed8, 0xe8590c, 0xbe185d, 0x15803d];
/// Presets that suit pages in general.
pub const CUSTOM: &[&str] = &["minimal", "corporate", "friendly", "minimal"];

/// How a page is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape3 {
    /// Wider than high.
    Wide,
    /// About as wide as high.
    Square,
    /// As on a phone.
    Tall,
}

/// A page being built.
pub struct Page<'a> {
    pub kit: Kit<'a>,
    pub w: f32,
    pub h: f32,
    pub shape: Shape3,
    pub variant: usize,
}

impl<'a> Page<'a> {
    /// Returns the page for the studio's whole canvas.
    pub fn new(studio: &Studio<'_>, theme: &'a Theme, variant: usize) -> Self {
        let (w, h) = (studio.width, studio.height);
        let ratio = w / h;
        let shape = if ratio > 1.2 {
            Shape3::Wide
        } else if ratio > 0.72 {
            Shape3::Square
        } else {
            Shape3::Tall
        };
        let k = match shape {
            Shape3::Wide => (w / 1240.0).min(h / 700.0).clamp(0.7, 1.4),
            Shape3::Square => (w / 960.0).clamp(0.72, 1.4),
            Shape3::Tall => (w / 430.0).clamp(0.8, 2.2),
        };
        Self {
            kit: Kit::new(studio, theme, k),
            w,
            h,
            shape,
            variant,
        }
    }

    /// Returns the page at a larger scale when it holds fewer rows than `usual`, so that they fill it.
    #[must_use]
    pub fn for_few(mut self, rows: usize, usual: usize) -> Self {
        if !self.tall() {
            let missing = usual.saturating_sub(rows) as f32 / usual.max(1) as f32;
            self.kit.k *= 1.0 + 0.55 * missing;
        }
        self
    }

    pub fn tall(&self) -> bool {
        self.shape == Shape3::Tall
    }

    /// Returns the side margin in logical units.
    pub fn margin(&self) -> f32 {
        match self.shape {
            Shape3::Wide => self.kit.u(48.0),
            Shape3::Square => self.kit.u(36.0),
            Shape3::Tall => self.kit.u(22.0),
        }
    }

    /// Returns the header of a site for this shape: links on wide pages, a menu sign on tall ones.
    pub fn header(&self, brand: Option<&Word>, places: &[Word], buttons: &[Word]) -> Node {
        let kit = &self.kit;
        if self.tall() {
            let mut left = row()
                .gap(kit.u(10.0))
                .rigid()
                .child(kit.logo_mark(30.0, self.variant));
            if let Some(brand) = brand {
                left = left.child(kit.text(brand, Type::Heading).max_lines(1));
            }
            let menu = plantain_scene::build::icon("menu", kit.u(24.0));
            let bar = row()
                .role("nav")
                .fill_w()
                .h(kit.u(56.0))
                .rigid()
                .justify(Place::Between)
                .child(left)
                .child(menu);
            let asked: Vec<Node> = places
                .iter()
                .filter(|place| place.is_asked())
                .map(|place| kit.text(place, Type::Body).weight(500).max_lines(1))
                .chain(
                    buttons
                        .iter()
                        .map(|word| kit.small_button(word, Push::Soft)),
                )
                .collect();
            if asked.is_empty() {
                return bar;
            }
            let line = row()
                .fill_w()
                .wrap()
                .gap(kit.u(18.0))
                .row_gap(kit.u(8.0))
                .children(asked);
            return col()
                .fill_w()
                .rigid()
                .gap(kit.u(4.0))
                .child(bar)
                .child(line);
        }
        let last = buttons.len().saturating_sub(1);
        let actions = buttons.iter().enumerate().map(|(i, word)| {
            kit.small_button(
                word,
                if i == last {
                    Push::Primary
                } else {
                    Push::Ghost
                },
            )
        });
        kit.site_header(brand, places, actions.collect())
    }

    /// Returns whether two layouts alternate to the first.
    pub fn even(&self) -> bool {
        self.variant.is_multiple_of(2)
    }

    /// Returns a soft ground: large forms in the accent's tints.
    pub fn soft_ground(&self, root: Node) -> Node {
        let theme = self.kit.theme;
        let base = theme.token(Token::Canvas);
        let accent = theme.token(Token::Accent);
        let second = theme.token(Token::Second);
        let (a, b) = if theme.is_dark() {
            (0.20, 0.12)
        } else {
            (0.13, 0.08)
        };
        let (w, h) = (self.w, self.h);
        let d = w.max(h);
        let tint = |c, t| Color::from(base.mix(c, t));
        match self.variant % 3 {
            0 => root
                .fill(Token::Canvas)
                .child(
                    ellipse()
                        .bounds(w - d * 0.42, -d * 0.30, d * 0.64, d * 0.64)
                        .fill(tint(accent, a)),
                )
                .child(
                    ellipse()
                        .bounds(-d * 0.24, h - d * 0.30, d * 0.52, d * 0.52)
                        .fill(tint(second, b)),
                ),
            1 => root
                .gradient(160.0, tint(accent, b * 0.5), tint(accent, a * 1.3))
                .child(
                    shape(Shape::Blob { seed: 7 })
                        .bounds(-d * 0.2, -d * 0.2, d * 0.62, d * 0.62)
                        .fill(tint(accent, a * 0.8)),
                ),
            _ => root.fill(tint(accent, b * 0.5)).child(
                shape(Shape::Rect)
                    .bounds(-d * 0.1, h * 0.52, d * 1.3, d)
                    .rotate(-7.0)
                    .fill(tint(accent, a)),
            ),
        }
    }

    /// Returns the whole canvas as a stack.
    pub fn canvas(&self) -> Node {
        stack().role("page").size_box(self.w, self.h).clip()
    }

    /// Returns the whole canvas as a column on the plain ground.
    pub fn sheet(&self) -> Node {
        col()
            .role("page")
            .size_box(self.w, self.h)
            .clip()
            .fill(Token::Canvas)
    }

    /// Returns the whole canvas as a row on the plain ground, whose parts are as high as the page: a bar beside the rest.
    pub fn row_sheet(&self) -> Node {
        row()
            .role("page")
            .size_box(self.w, self.h)
            .clip()
            .fill(Token::Canvas)
            .align(Place::Stretch)
    }

    /// Returns an estimate of how many lines a text takes.
    pub fn lines(&self, text: &str, size: f32, width: f32) -> f32 {
        let ems: f32 = text
            .chars()
            .map(|c| if c.is_ascii() { 0.54 } else { 0.8 })
            .sum();
        (ems * size / width.max(1.0)).ceil().max(1.0)
    }
}

/// Returns the number of columns at which `n` cards in a box come nearest to a proportion (width by height).
pub fn best_columns(n: usize, w: f32, h: f32, gap: f32, proportion: f32) -> usize {
    let score = |columns: usize| {
        let rows = n.div_ceil(columns);
        let cw = (w - gap * (columns - 1) as f32) / columns as f32;
        let ch = (h - gap * (rows - 1) as f32) / rows as f32;
        let off = (cw / ch.max(1.0) / proportion).max(ch * proportion / cw.max(1.0));
        // Empty cells in the last row look forgotten.
        off + (columns * rows - n) as f32 * 0.35
    };
    (1..=n.max(1))
        .min_by(|a, b| score(*a).total_cmp(&score(*b)))
        .unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_fill_their_box() {
        for (n, w, h, want) in [
            (4, 1240.0, 520.0, 4),
            (4, 940.0, 900.0, 2),
            (6, 1240.0, 900.0, 3),
            (1, 900.0, 500.0, 1),
            (3, 390.0, 1200.0, 1),
        ] {
            assert_eq!(best_columns(n, w, h, 20.0, 0.85), want, "{n} in {w}x{h}");
        }
    }
}
