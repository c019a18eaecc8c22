//! Small marks: avatars, chips, badges, stars, icon tiles, dots.

use plantain_scene::build::{col, ellipse, icon, path, rect, row, shape, stack, text};
use plantain_scene::node::{Place, Shape};
use plantain_scene::{Color, Node, Oklch, Token};

use super::kit::{Kit, TEXT_MIN, Type, Word};

impl Kit<'_> {
    /// Returns an icon on a tinted tile, `points` wide, in the n-th series colour.
    pub fn icon_tile(&self, name: &str, points: f32, n: usize) -> Node {
        let (strong, pale) = self.hue(n);
        self.tile(name, points, strong, pale)
    }

    /// Returns the large round sign of a page that has nothing to show yet.
    pub fn emblem(&self, name: &str, points: f32) -> Node {
        let side = self.u(points);
        row()
            .size_box(side, side)
            .rigid()
            .center()
            .radius(side / 2.0)
            .fill(Token::AccentSoft)
            .child(
                icon(name, side * 0.42)
                    .color(Token::AccentText)
                    .icon_stroke(1.6),
            )
    }

    /// Returns an icon on a tile of these colours.
    pub fn tile(&self, name: &str, points: f32, ink: Color, ground: Color) -> Node {
        let side = self.u(points);
        row()
            .size_box(side, side)
            .rigid()
            .center()
            .radius(if self.theme.radius >= 24.0 {
                side / 2.0
            } else {
                (self.theme.radius * 0.75).min(1.0) * side * 0.28
            })
            .fill(ground)
            .child(icon(name, side * 0.5).color(ink))
    }

    /// Returns the portrait of a person by name: drawn where it is large enough, of simple forms elsewhere.
    pub fn avatar(&self, name: &str, points: f32) -> Node {
        let side = self.u(points);
        let hash = name
            .bytes()
            .fold(7_u32, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b)));
        // Yellow-greens make faces look ill.
        let hue = [
            20.0, 45.0, 150.0, 180.0, 220.0, 255.0, 290.0, 330.0, 350.0, 200.0,
        ][(hash % 10) as usize];
        let dark = self.theme.is_dark();
        let (from, to) = if dark {
            (
                Oklch::new(0.58, 0.12, hue),
                Oklch::new(0.44, 0.12, hue + 30.0),
            )
        } else {
            (
                Oklch::new(0.80, 0.10, hue),
                Oklch::new(0.66, 0.13, hue + 30.0),
            )
        };
        let face = Oklch::new(if dark { 0.93 } else { 0.99 }, 0.02, hue).rgba();
        let node = stack()
            .role("avatar")
            .size_box(side, side)
            .rigid()
            .radius(side / 2.0)
            .clip()
            .gradient(160.0, from.rgba(), to.rgba());
        if let Some(bust) = self.bust(name, side) {
            return node.child(bust);
        }
        if super::photo::is_organisation(name) {
            return node.child(
                icon("building-2", side * 0.5)
                    .at(side * 0.25, side * 0.25)
                    .color(face),
            );
        }
        // Head and shoulders, so that no text is invented for a face.
        node.child(
            ellipse()
                .bounds(side * 0.32, side * 0.20, side * 0.36, side * 0.36)
                .fill(face),
        )
        .child(
            ellipse()
                .bounds(side * 0.16, side * 0.62, side * 0.68, side * 0.68)
                .fill(face),
        )
    }

    /// Returns avatars that overlap a little.
    pub fn avatars(&self, names: &[&str], points: f32) -> Node {
        let side = self.u(points);
        let step = side * 0.72;
        let mut node = stack()
            .size_box(side + step * names.len().saturating_sub(1) as f32, side)
            .rigid();
        for (i, name) in names.iter().enumerate() {
            let ring = self.u(2.0);
            node = node.child(
                row()
                    .bounds(step * i as f32, 0.0, side, side)
                    .center()
                    .radius(side / 2.0)
                    .fill(Token::Surface)
                    .child(self.avatar(name, points - 2.0 * ring / self.k)),
            );
        }
        node
    }

    /// Returns a rounded label on a tint.
    pub fn chip(&self, word: &Word, ink: Color, ground: Color) -> Node {
        let words = self
            .text(word, Type::Micro)
            .weight(600)
            .color(ink)
            .max_lines(1);
        let h = self.size(Type::Micro) * 1.85;
        row()
            .role("badge")
            .h(h)
            .rigid()
            .center()
            .pad_xy(h * 0.42, 0.0)
            .radius(if self.theme.radius < 4.0 {
                self.theme.radius
            } else {
                h / 2.0
            })
            .fill(ground)
            .child(words)
    }

    /// Returns a chip in the accent's tint.
    pub fn accent_chip(&self, word: &Word) -> Node {
        self.chip(word, Token::AccentText.into(), Token::AccentSoft.into())
    }

    /// Returns a filled round badge with a count.
    pub fn count_badge(&self, word: &Word) -> Node {
        let h = self.size(Type::Micro) * 1.6;
        let words = self
            .text(word, Type::Micro)
            .weight(700)
            .color(Token::AccentInk)
            .centered()
            .max_lines(1);
        row()
            .role("badge")
            .h(h)
            .min_w(h)
            .rigid()
            .center()
            .pad_xy(h * 0.28, 0.0)
            .radius(h / 2.0)
            .fill(Token::Accent)
            .child(words)
    }

    /// Returns selectable chips in a row, the chosen one filled.
    pub fn choice_chips(&self, words: &[Word], chosen: usize) -> Node {
        self.chips_chosen(words, |i| i == chosen)
    }

    /// Returns selectable chips in a row, those filled that `chosen` names.
    pub fn chips_chosen(&self, words: &[Word], chosen: impl Fn(usize) -> bool) -> Node {
        let h = self.u(36.0).max(TEXT_MIN * 2.2);
        let chips = words.iter().enumerate().map(|(i, word)| {
            let on = chosen(i);
            let label = self
                .text(word, Type::Caption)
                .weight(600)
                .color(if on { Token::AccentInk } else { Token::Ink })
                .max_lines(1);
            let chip = row()
                .role("chip")
                .h(h)
                .rigid()
                .center()
                .pad_xy(h * 0.44, 0.0)
                .radius(self.control_radius(h).max(h * 0.2))
                .child(label);
            if on {
                chip.fill(Token::Accent)
            } else {
                self.edge(chip.fill(Token::Surface))
            }
        });
        row().fill_w().gap(self.u(8.0)).children(chips)
    }

    /// Returns five stars, filled to `score`.
    pub fn stars(&self, score: f32, points: f32) -> Node {
        let side = self.u(points);
        let gold = Color::from(Oklch::new(0.80, 0.16, 82.0).rgba());
        let stars = (0..5).map(|i| {
            let on = score >= i as f32 + 0.5;
            shape(Shape::Star {
                points: 5,
                inner: 0.46,
            })
            .size_box(side, side)
            .rigid()
            .fill(if on { gold } else { Token::Line.into() })
        });
        row()
            .role("rating")
            .gap(side * 0.14)
            .rigid()
            .children(stars)
    }

    /// Returns a small star with a score beside it.
    pub fn score(&self, score: &Word) -> Node {
        let side = self.size(Type::Caption);
        row()
            .role("rating")
            .gap(side * 0.3)
            .rigid()
            .child(
                shape(Shape::Star {
                    points: 5,
                    inner: 0.46,
                })
                .size_box(side, side)
                .rigid()
                .fill(Oklch::new(0.80, 0.16, 82.0).rgba()),
            )
            .child(
                self.text(score, Type::Caption)
                    .weight(600)
                    .color(Token::Ink)
                    .max_lines(1),
            )
    }

    /// Returns page dots, the current one drawn out.
    pub fn page_dots(&self, count: usize, current: usize) -> Node {
        let d = self.u(7.0);
        row()
            .gap(d * 0.9)
            .rigid()
            .justify(Place::Center)
            .children((0..count).map(|i| {
                let on = i == current;
                rect()
                    .size_box(if on { d * 3.0 } else { d }, d)
                    .rigid()
                    .radius(d / 2.0)
                    .fill(if on { Token::Accent } else { Token::Line })
            }))
    }

    /// Returns an abstract mark for a brand that has no logo, `points` wide.
    pub fn logo_mark(&self, points: f32, variant: usize) -> Node {
        let side = self.u(points);
        let ink = Token::AccentInk;
        let inner = match variant % 4 {
            0 => shape(Shape::Ring {
                from: 40.0,
                to: 320.0,
                hole: 0.52,
            })
            .size_box(side * 0.56, side * 0.56)
            .fill(ink),
            1 => path("M0 24 L12 0 L24 24 L12 16 Z", 24.0, 24.0)
                .size_box(side * 0.5, side * 0.5)
                .fill(ink),
            2 => stack()
                .size_box(side * 0.56, side * 0.56)
                .child(
                    ellipse()
                        .bounds(0.0, 0.0, side * 0.36, side * 0.36)
                        .fill(ink),
                )
                .child(
                    ellipse()
                        .bounds(side * 0.20, side * 0.20, side * 0.36, side * 0.36)
                        .fill(Color::from(ink).alpha(0.55)),
                ),
            _ => row()
                .gap(side * 0.07)
                .align(Place::End)
                .size_box(side * 0.5, side * 0.48)
                .children([0.5_f32, 1.0, 0.72].map(|h| {
                    rect()
                        .grow(1.0)
                        .h(side * 0.48 * h)
                        .radius(side * 0.05)
                        .fill(ink)
                })),
        };
        row()
            .role("logo")
            .size_box(side, side)
            .rigid()
            .center()
            .radius((self.theme.radius * 0.06).min(1.0) * side * 0.3)
            .gradient(145.0, Token::Accent, self.accent_deep())
            .child(inner)
    }

    /// Returns the accent, a little deeper and turned in hue: the far end of accent gradients.
    pub fn accent_deep(&self) -> Color {
        let accent = self.theme.token(Token::Accent).oklch();
        let ink_light = !self.theme.token(Token::AccentInk).is_dark();
        let l = if ink_light {
            accent.l - 0.10
        } else {
            accent.l + 0.05
        };
        Oklch::new(l.clamp(0.12, 0.95), accent.c, accent.h + 18.0)
            .rgba()
            .into()
    }

    /// Returns a value with its name under it.
    pub fn stat(&self, value: &Word, name: &Word, rank: Type) -> Node {
        col()
            .gap(self.u(2.0))
            .child(self.figure(value, rank))
            .child(self.text(name, Type::Caption).max_lines(1))
    }

    /// Returns a line of text in the monospaced style of masked numbers ("•••• 4821").
    pub fn masked(&self, tail: &str, ink: Color) -> Node {
        text(format!("•••• {tail}"))
            .size(self.size(Type::Caption))
            .color(ink)
            .tracking(0.06)
            .filler()
    }
}
