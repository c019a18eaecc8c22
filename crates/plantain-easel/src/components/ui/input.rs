//! Things to type into, tick and switch.

use plantain_scene::build::{col, ellipse, icon, rect, row, stack};
use plantain_scene::node::FontRole;
use plantain_scene::{Color, Node, Token};

use super::kit::{Kit, Type, Word};

impl Kit<'_> {
    /// Returns a labelled input with a placeholder; `focus` draws it as the one being typed into.
    pub fn field(
        &self,
        label: &Word,
        hint: Option<&Word>,
        mark: Option<&str>,
        focus: bool,
    ) -> Node {
        let head = self
            .text(label, Type::Caption)
            .weight(600)
            .color(Token::Ink)
            .max_lines(2);
        col()
            .fill_w()
            .gap(self.u(7.0))
            .role("field")
            .child(head)
            .child(self.input(hint, mark, focus))
    }

    /// Returns the height of [`Kit::field`].
    pub fn field_height(&self) -> f32 {
        self.line(Type::Caption) + self.u(7.0 + 48.0)
    }

    /// Returns an input box.
    pub fn input(&self, hint: Option<&Word>, mark: Option<&str>, focus: bool) -> Node {
        let h = self.u(48.0);
        let mut node = row()
            .fill_w()
            .h(h)
            .rigid()
            .gap(self.u(10.0))
            .pad_xy(self.u(14.0), 0.0)
            .radius(self.control_radius(h).min(self.u(18.0)))
            .fill(Token::Surface);
        node = if focus {
            node.stroke(Token::Accent, self.u(1.6).max(1.5))
        } else if self.theme.elevation == 3 {
            node.stroke(Token::Ink, 2.0)
        } else {
            node.stroke(Token::Line, 1.25)
        };
        if focus && self.theme.elevation != 3 {
            node.style.shadows.push(plantain_scene::node::Shadow {
                dx: 0.0,
                dy: 0.0,
                blur: 0.0,
                spread: self.u(3.5),
                color: Color::from(Token::Accent).alpha(0.16),
            });
        }
        if let Some(name) = mark {
            node = node.child(icon(name, self.u(18.0)).color(Token::Muted));
        }
        if let Some(hint) = hint {
            node = node.child(
                self.text(hint, Type::Body)
                    .color(Token::Muted)
                    .max_lines(1)
                    .grow(1.0),
            );
        }
        node
    }

    /// Returns a search box.
    pub fn search(&self, hint: &Word) -> Node {
        let h = self.u(44.0);
        row()
            .role("search")
            .fill_w()
            .h(h)
            .rigid()
            .gap(self.u(10.0))
            .pad_xy(self.u(14.0), 0.0)
            .radius(self.control_radius(h))
            .fill(Token::Sunken)
            .child(icon("search", self.u(18.0)).color(Token::Muted))
            .child(
                self.text(hint, Type::Body)
                    .color(Token::Muted)
                    .max_lines(1)
                    .grow(1.0),
            )
    }

    /// Returns a switch.
    pub fn toggle(&self, on: bool) -> Node {
        let (w, h) = (self.u(48.0), self.u(28.0));
        let knob = h - self.u(6.0);
        let x = if on {
            w - knob - self.u(3.0)
        } else {
            self.u(3.0)
        };
        let track: Color = if on {
            Token::Accent.into()
        } else {
            let t = self.theme;
            t.token(Token::Line).mix(t.token(Token::Ink), 0.12).into()
        };
        let face = Color::from(plantain_scene::Rgba::WHITE);
        stack()
            .role("toggle")
            .size_box(w, h)
            .rigid()
            .radius(h / 2.0)
            .fill(track)
            .child(
                ellipse()
                    .bounds(x, self.u(3.0), knob, knob)
                    .fill(face)
                    .shadow(
                        self.u(1.0),
                        self.u(3.0),
                        Color::from(plantain_scene::Rgba::BLACK).alpha(0.25),
                    ),
            )
    }

    /// Returns a tick box.
    pub fn checkbox(&self, on: bool, round: bool) -> Node {
        let side = self.u(22.0);
        let radius = if round {
            side / 2.0
        } else {
            (self.theme.radius * 0.4).min(self.u(6.0))
        };
        let node = row()
            .role("checkbox")
            .size_box(side, side)
            .rigid()
            .center()
            .radius(radius);
        if on {
            node.fill(Token::Accent).child(
                icon("check", side * 0.68)
                    .icon_stroke(3.0)
                    .color(Token::AccentInk),
            )
        } else {
            node.fill(Token::Surface)
                .stroke(Color::from(Token::Muted).alpha(0.55), self.u(1.6))
        }
    }

    /// Returns a bar that is filled to `share` (0 to 1).
    pub fn progress(&self, share: f32, points: f32, color: Color, track: Color) -> Node {
        let h = self.u(points);
        let share = share.clamp(0.0, 1.0);
        let mut bar = row().fill_w().h(h).rigid().radius(h / 2.0).fill(track);
        if share > 0.0 {
            bar = bar.child(rect().h(h).grow(share).radius(h / 2.0).fill(color));
        }
        if share < 1.0 {
            bar = bar.child(col().grow(1.0 - share));
        }
        bar
    }

    /// Returns a labelled choice: a few short words side by side, more of them as chips.
    pub fn choice_field(&self, label: &Word, words: &[Word], chosen: usize) -> Node {
        const ABREAST_MAX: usize = 4;
        const LETTERS_ABREAST: usize = 30;
        let letters: usize = words.iter().map(|word| word.text.chars().count()).sum();
        let head = self
            .text(label, Type::Caption)
            .weight(600)
            .color(Token::Ink)
            .max_lines(2);
        let choice = if words.len() <= ABREAST_MAX && letters <= LETTERS_ABREAST {
            self.segments(words, chosen).h(self.u(48.0))
        } else {
            self.choice_chips(words, chosen).wrap().row_gap(self.u(8.0))
        };
        col()
            .fill_w()
            .gap(self.u(7.0))
            .role("field")
            .child(head)
            .child(choice)
    }

    /// Returns chips to choose from, the chosen one filled.
    pub fn segments(&self, words: &[Word], chosen: usize) -> Node {
        let h = self.u(38.0);
        let radius = self.control_radius(h);
        let cells = words.iter().enumerate().map(|(i, word)| {
            let on = i == chosen;
            let label = self
                .text(word, Type::Caption)
                .font(FontRole::Body)
                .weight(600)
                .color(if on { Token::Ink } else { Token::Muted })
                .centered()
                .max_lines(1);
            let cell = row()
                .role("tab")
                .grow(1.0)
                .fill_h()
                .center()
                .pad_xy(self.u(6.0), 0.0)
                .radius((radius - self.u(3.0)).max(0.0));
            if on {
                self.lift(cell.fill(Token::Surface)).child(label)
            } else {
                cell.child(label)
            }
        });
        row()
            .fill_w()
            .h(h)
            .rigid()
            .pad(self.u(3.0))
            .gap(self.u(2.0))
            .radius(radius)
            .fill(Token::Sunken)
            .children(cells)
    }
}
