//! The kit: theme, scale and language of a screen, and how its words are set.

use plantain_read::Constraint;
use plantain_scene::build::{col, rect, row, text};
use plantain_scene::node::{FontRole, Place, Shadow};
use plantain_scene::{Color, Node, Rgba, Theme, Token};

use crate::studio::Studio;
use crate::tongue::Tongue;

/// Smallest text of a screen in logical units.
pub const TEXT_MIN: f32 = 11.5;

/// A text to be set, and where it comes from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Word {
    pub text: String,
    pub source: Source,
}

/// Where a text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Source {
    /// The prompt gives it letter for letter.
    Asked,
    /// The prompt describes it ("step count").
    Built,
    /// Nobody asked for it; it makes the screen believable.
    #[default]
    Invented,
}

impl Word {
    pub fn asked(text: &str) -> Self {
        Self {
            text: text.trim().to_owned(),
            source: Source::Asked,
        }
    }

    pub fn built(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            source: Source::Built,
        }
    }

    pub fn invented(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            source: Source::Invented,
        }
    }

    pub fn is_asked(&self) -> bool {
        self.source == Source::Asked
    }
}

/// Ranks of text on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// The one figure or line that leads.
    Hero,
    Display,
    Title,
    Heading,
    Strong,
    Body,
    Caption,
    Micro,
}

impl Type {
    /// Returns size in points, weight, face and colour.
    fn spec(self) -> (f32, u16, FontRole, Token) {
        match self {
            Self::Hero => (44.0, 0, FontRole::Display, Token::Ink),
            Self::Display => (32.0, 0, FontRole::Display, Token::Ink),
            Self::Title => (24.0, 0, FontRole::Display, Token::Ink),
            Self::Heading => (18.0, 0, FontRole::Heading, Token::Ink),
            Self::Strong => (15.0, 600, FontRole::Body, Token::Ink),
            Self::Body => (15.0, 0, FontRole::Body, Token::Ink),
            Self::Caption => (13.0, 0, FontRole::Body, Token::Muted),
            Self::Micro => (12.0, 500, FontRole::Body, Token::Muted),
        }
    }

    pub fn points(self) -> f32 {
        self.spec().0
    }
}

/// Theme, scale and language that a screen is built with.
#[derive(Debug, Clone, Copy)]
pub struct Kit<'a> {
    pub theme: &'a Theme,
    /// Logical units to a point.
    pub k: f32,
    pub tongue: Tongue,
    /// Whether sample content may be invented.
    pub filler: bool,
    /// No words but those that were asked for letter by letter.
    pub silent: bool,
}

impl<'a> Kit<'a> {
    pub fn new(studio: &Studio<'_>, theme: &'a Theme, k: f32) -> Self {
        let limits = &studio.brief.constraints;
        Self {
            theme,
            k,
            tongue: Tongue::of(&studio.brief.language.0),
            filler: studio.filler && !limits.contains(&Constraint::NoFiller),
            silent: limits.contains(&Constraint::NoText),
        }
    }

    /// Returns the same kit at another scale.
    #[must_use]
    pub fn at(self, k: f32) -> Self {
        Self { k, ..self }
    }

    /// Returns points as logical units.
    pub fn u(&self, points: f32) -> f32 {
        points * self.k
    }

    /// Returns a common phrase in the language of the prompt, as an invented word.
    pub fn say(&self, english: &'static str) -> Word {
        Word::invented(self.tongue.phrase(english))
    }

    /// Returns a common phrase in the language of the prompt that stands for something described.
    pub fn label(&self, english: &'static str) -> Word {
        Word::built(self.tongue.phrase(english))
    }

    /// Returns the text size of a rank in logical units, never below [`TEXT_MIN`].
    pub fn size(&self, rank: Type) -> f32 {
        (rank.points() * self.k).max(TEXT_MIN)
    }

    /// Returns the height of a line of this rank.
    pub fn line(&self, rank: Type) -> f32 {
        self.size(rank) * if rank.points() > 20.0 { 1.2 } else { 1.42 }
    }

    /// Sets a word.
    pub fn text(&self, word: &Word, rank: Type) -> Node {
        if self.silent && !word.is_asked() {
            return col();
        }
        let (_, weight, font, color) = rank.spec();
        let size = self.size(rank);
        let mut node = text(&word.text).font(font).size(size).color(color);
        if weight > 0 {
            node = node.weight(weight);
        }
        node = match rank {
            Type::Hero | Type::Display | Type::Title => node.leading(1.15),
            _ => node.leading(1.35),
        };
        let floor = (size * 0.62).max(TEXT_MIN);
        node = node.shrink(floor);
        match word.source {
            Source::Asked => node.literal(true),
            Source::Built => node,
            Source::Invented => node.filler(),
        }
    }

    /// Sets a figure with figures of equal width.
    pub fn figure(&self, word: &Word, rank: Type) -> Node {
        self.text(word, rank).tabular().max_lines(1)
    }

    /// Returns the corner radius of cards.
    pub fn radius(&self) -> f32 {
        (self.theme.radius * self.k).min(self.u(26.0))
    }

    /// Returns the corner radius of a control of this height.
    pub fn control_radius(&self, height: f32) -> f32 {
        if self.theme.radius >= 24.0 {
            height / 2.0
        } else {
            (self.theme.radius * 0.75 * self.k).min(height / 2.0)
        }
    }

    /// Gives a node the look of a raised surface.
    pub fn surface(&self, node: Node) -> Node {
        let node = node.fill(Token::Surface).radius(self.radius());
        self.edge(self.lift(node))
    }

    /// Draws the theme's border, or a hairline where nothing else parts the surface from a flat ground.
    pub fn edge(&self, node: Node) -> Node {
        let t = self.theme;
        let faint = t.token(Token::Surface).contrast(t.token(Token::Canvas)) < 1.04;
        if t.elevation == 3 {
            node.stroke(Token::Ink, t.border.max(2.0))
        } else if t.border > 0.0 {
            node.stroke(Token::Line, t.border)
        } else if t.elevation == 0 || faint {
            node.stroke(Token::Line, 1.0)
        } else {
            node
        }
    }

    /// Lifts a node from its ground by the theme's kind of shadow.
    pub fn lift(&self, mut node: Node) -> Node {
        let shade = self.shade();
        let mut add = |dx: f32, dy: f32, blur: f32, color: Color| {
            node.style.shadows.push(Shadow {
                dx,
                dy,
                blur,
                spread: 0.0,
                color,
            });
        };
        match self.theme.elevation {
            0 => {}
            1 => {
                add(0.0, self.u(1.0), self.u(3.0), shade.alpha(0.08));
                add(0.0, self.u(6.0), self.u(20.0), shade.alpha(0.06));
            }
            2 => add(0.0, self.u(10.0), self.u(30.0), shade.alpha(0.16)),
            _ => add(self.u(4.0), self.u(4.0), 0.0, Token::Ink.into()),
        }
        node
    }

    /// Lifts a node far from its ground: phones, menus, floating cards.
    pub fn float(&self, mut node: Node) -> Node {
        let shade = self.shade();
        for (dy, blur, alpha) in [(4.0, 12.0, 0.10), (22.0, 56.0, 0.20)] {
            node.style.shadows.push(Shadow {
                dx: 0.0,
                dy: self.u(dy),
                blur: self.u(blur),
                spread: 0.0,
                color: shade.alpha(alpha),
            });
        }
        node
    }

    /// Returns the colour of shadows: the ground's hue, nearly black.
    pub fn shade(&self) -> Color {
        let ground = self.theme.token(Token::Canvas).oklch();
        let shade = plantain_scene::Oklch::new(0.18, ground.c.clamp(0.02, 0.06), ground.h).rgba();
        if self.theme.is_dark() {
            Rgba::BLACK.into()
        } else {
            shade.into()
        }
    }

    /// Returns a hairline across the flow.
    pub fn rule(&self) -> Node {
        rect().fill_w().h(1.0).rigid().fill(Token::Line)
    }

    /// Returns a row with its ends pushed apart.
    pub fn ends(&self, left: Node, right: Node) -> Node {
        row()
            .fill_w()
            .justify(Place::Between)
            .gap(self.u(12.0))
            .child(left)
            .child(right)
    }

    /// Returns the colour of a series with its pale ground, for tiles and chips.
    pub fn hue(&self, n: usize) -> (Color, Color) {
        let n = (n % 6) as u8;
        let strong = self.theme.token(Token::Series(n));
        let ground = self.theme.token(Token::Surface);
        let pale = strong.mix(ground, if ground.is_dark() { 0.80 } else { 0.87 });
        (strong.readable_on(pale, 3.1).into(), pale.into())
    }
}
