//! What an art director has at hand: the brief, the canvas, a theme wardrobe, seeded choice, text measures.

use std::borrow::Cow;

use plantain_read::Brief;
use plantain_scene::node::{FontRole, Text};
use plantain_scene::text::Typesetter;
use plantain_scene::{Canvas, Node, Theme};

use crate::guise::Guise;
use crate::rng::Rng;

/// The desk of an art director.
pub struct Studio<'a> {
    pub brief: &'a Brief,
    pub canvas: Canvas,
    /// Canvas in logical units.
    pub width: f32,
    pub height: f32,
    /// Whether plausible sample content may be invented.
    pub filler: bool,
    /// Seed of the picture.
    pub seed: u64,
    pub rng: Rng,
    /// What the looks of figures depend on besides the seed; several pictures with the same figures share it.
    pub cast: String,
    /// The look that was given beside the prompt.
    pub guise: Cow<'a, Guise>,
}

/// One way to lay the picture out, before it is measured and scored.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Name of the archetype ("split hero", "big number"), for the plan's sentences.
    pub archetype: &'static str,
    pub theme: Theme,
    /// The tree; its root fills the canvas.
    pub root: Node,
    /// What was decided and why, a sentence each.
    pub reasons: Vec<String>,
    /// What could not be done as asked.
    pub notes: Vec<Note>,
    /// Taste of the director for this draft, 0 to 1; the score weighs it lightly.
    pub liking: f32,
}

/// Something the caller should know about the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Snake-case word for programs ("unknown_object", "approximated", "no_glyph").
    pub code: &'static str,
    pub message: String,
}

impl Draft {
    pub fn new(archetype: &'static str, theme: Theme, root: Node) -> Self {
        Self {
            archetype,
            theme,
            root,
            reasons: Vec::new(),
            notes: Vec::new(),
            liking: 0.5,
        }
    }

    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reasons.push(reason.into());
        self
    }

    #[must_use]
    pub fn note(mut self, code: &'static str, message: impl Into<String>) -> Self {
        self.notes.push(Note {
            code,
            message: message.into(),
        });
        self
    }

    #[must_use]
    pub fn liked(mut self, liking: f32) -> Self {
        self.liking = liking;
        self
    }
}

impl<'a> Studio<'a> {
    pub fn new(brief: &'a Brief, canvas: Canvas, filler: bool, seed: u64) -> Self {
        let (width, height) = canvas.logical();
        Self {
            brief,
            canvas,
            width,
            height,
            filler,
            seed,
            rng: Rng::new(seed),
            cast: brief.prompt.clone(),
            guise: Cow::Owned(Guise::default()),
        }
    }

    /// Gives the desk a look that is to be kept.
    #[must_use]
    pub fn guised(mut self, guise: &'a Guise) -> Self {
        self.guise = Cow::Borrowed(guise);
        self
    }

    /// Returns the desk with another reading of the same prompt.
    #[must_use]
    pub fn reading<'b>(&'b self, brief: &'b Brief) -> Studio<'b> {
        Studio {
            brief,
            canvas: self.canvas,
            width: self.width,
            height: self.height,
            filler: self.filler,
            seed: self.seed,
            rng: self.rng.clone(),
            cast: self.cast.clone(),
            guise: Cow::Borrowed(&*self.guise),
        }
    }

    /// Returns the desk with a sheet of another size on it, in logical units.
    #[must_use]
    pub fn sheet(&self, width: f32, height: f32) -> Studio<'_> {
        Studio {
            width,
            height,
            ..self.reading(self.brief)
        }
    }

    /// Puts `items` in an order of this prompt's own, then begins `seed` places further on.
    ///
    /// Seeds that follow each other, as those of a batch do, so begin at different items.
    pub fn rotate<T>(&self, purpose: &str, items: &mut [T]) {
        if items.is_empty() {
            return;
        }
        Rng::new(0)
            .fork(&self.brief.prompt)
            .fork(purpose)
            .shuffle(items);
        items.rotate_left((self.seed % items.len() as u64) as usize);
    }

    /// Returns width divided by height.
    pub fn ratio(&self) -> f32 {
        self.width / self.height
    }

    /// Returns the stream of choices for a purpose.
    pub fn rng(&self, purpose: &str) -> Rng {
        self.rng.fork(purpose)
    }

    /// Returns the width of a line of text in logical units; `weight` 0 means the theme's.
    pub fn text_width(
        &self,
        text: &str,
        font: FontRole,
        size: f32,
        weight: u16,
        theme: &Theme,
    ) -> f32 {
        let text = Text {
            text: text.to_owned(),
            font,
            size,
            weight,
            ..Text::default()
        };
        Typesetter::with(|setter| {
            setter
                .content_widths(&text, theme, &self.brief.language.0)
                .1
        })
    }

    /// Returns width and height of a text at a size, wrapped at `width`.
    pub fn block_size(
        &self,
        text: &str,
        font: FontRole,
        size: f32,
        weight: u16,
        theme: &Theme,
        width: f32,
    ) -> (f32, f32) {
        let text = Text {
            text: text.to_owned(),
            font,
            size,
            weight,
            ..Text::default()
        };
        Typesetter::with(|setter| {
            setter.measure(&text, theme, &self.brief.language.0, Some(width), None)
        })
    }

    /// Returns the largest size, `max_size` down to `min_size`, at which a text fits a box in at most `max_lines` lines
    /// (0 for any number); `min_size` when it never fits.
    pub fn fit_size(
        &self,
        text: &str,
        font: FontRole,
        weight: u16,
        theme: &Theme,
        box_w: f32,
        box_h: f32,
        max_size: f32,
        min_size: f32,
        max_lines: u16,
    ) -> f32 {
        let text = Text {
            text: text.to_owned(),
            font,
            size: max_size,
            min_size,
            weight,
            max_lines,
            ..Text::default()
        };
        Typesetter::with(|setter| {
            setter
                .set(
                    &text,
                    theme,
                    &self.brief.language.0,
                    Some(box_w),
                    Some(box_h),
                )
                .size
        })
    }
}
