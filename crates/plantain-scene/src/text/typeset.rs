//! Breaks shaped text into lines at a size that fits, and places its glyphs.

mod place;

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use parley::{FontContext, FontData, LayoutContext};

use super::shape::{Ink, Key, Shaped, shape};
use super::{EM, faces};
use crate::node::{FontRole, Text};
use crate::theme::Theme;

/// Shaped texts that a typesetter keeps; when there are more it starts anew. A picture has some hundreds, each several kilobytes.
const CACHE_MAX: usize = 1_000;
/// Sizes tried when a text must shrink; each halves the interval.
const SHRINK_STEPS: u32 = 8;

/// Measures text, for what must know its width before layout (charts, plans).
pub trait TextMeasure {
    /// Returns the width of a line of text in logical units; `weight` 0 means the theme's.
    fn width(&mut self, text: &str, font: FontRole, size: f32, weight: u16) -> f32;
}

/// A text set into lines. Coordinates are logical units from the top left of the text's box.
#[derive(Debug, Clone)]
pub struct SetText {
    /// Size that was used.
    pub size: f32,
    /// Width of the widest line.
    pub width: f32,
    /// All lines with their leading.
    pub height: f32,
    pub leading: f32,
    pub lines: Vec<SetLine>,
    /// Whether it is wider or higher than it was allowed to be, at its least size.
    pub overflow: bool,
    /// Characters that no font has.
    pub missing: Vec<char>,
    /// The text as it was shaped: case applied, emoji taken out. Glyphs count its bytes.
    pub plain: Arc<str>,
}

/// One line of glyphs.
#[derive(Debug, Clone)]
pub struct SetLine {
    /// Left end of the ink.
    pub x: f32,
    pub width: f32,
    /// Base line.
    pub y: f32,
    /// Height of capitals above and depth of descenders below the base line.
    pub ascent: f32,
    pub descent: f32,
    pub runs: Vec<SetRun>,
    pub inlines: Vec<Inline>,
}

/// Glyphs of one face.
#[derive(Debug, Clone)]
pub struct SetRun {
    pub font: FontData,
    pub coords: Vec<i16>,
    /// The same place in the design space by axis tag, in the axes' own units.
    pub variations: Vec<([u8; 4], f32)>,
    /// Slant for a face without italics, in degrees.
    pub skew: f32,
    /// Whether the face has no bold of its own and is thickened.
    pub embolden: bool,
    /// 0 is the text's own colour, n is span `n - 1`.
    pub ink: u16,
    pub glyphs: Vec<SetGlyph>,
    pub x: f32,
    pub width: f32,
    /// Whether it is read from right to left; its glyphs are in the order of the eye all the same.
    pub rtl: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SetGlyph {
    pub id: u32,
    pub x: f32,
    pub y: f32,
    /// Bytes of [`SetText::plain`] that the glyph's cluster stands for.
    pub start: u32,
    pub end: u32,
}

/// An emoji in a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Inline {
    pub cluster: String,
    pub x: f32,
    pub y: f32,
    pub size: f32,
}

/// Shapes, measures and sets texts; keeps what it has shaped.
pub struct Typesetter {
    fonts: FontContext,
    scratch: LayoutContext<Ink>,
    cache: HashMap<Key, Rc<Shaped>>,
    /// Whether lines begin at the right, whatever their script.
    pub(crate) right_to_left: bool,
    /// Whether the Chinese, Japanese and Korean faces were added.
    wide: bool,
    /// Families of installed fonts, once a text needed them.
    installed: Option<Vec<String>>,
}

impl Default for Typesetter {
    fn default() -> Self {
        Self {
            fonts: faces::embedded(),
            scratch: LayoutContext::new(),
            cache: HashMap::new(),
            right_to_left: false,
            wide: false,
            installed: None,
        }
    }
}

impl Typesetter {
    /// Runs `f` with this thread's typesetter.
    pub fn with<R>(f: impl FnOnce(&mut Self) -> R) -> R {
        thread_local! {
            static TYPESETTER: std::cell::RefCell<Option<Typesetter>> = const { std::cell::RefCell::new(None) };
        }
        // Taken out while in use, so that a nested call gets one of its own instead of a panic.
        let mut typesetter = TYPESETTER.with_borrow_mut(Option::take).unwrap_or_default();
        let result = f(&mut typesetter);
        TYPESETTER.with_borrow_mut(|slot| *slot = Some(typesetter));
        result
    }

    fn shaped(&mut self, text: &Text, theme: &Theme, language: &str) -> Rc<Shaped> {
        let key = Key::new(text, theme, language);
        if let Some(known) = self.cache.get(&key) {
            return Rc::clone(known);
        }
        if key.wide && !self.wide {
            faces::add_wide(&mut self.fonts);
            self.wide = true;
        }
        let families = self.installed.clone().unwrap_or_default();
        let mut shaped = shape(&key, &mut self.fonts, &mut self.scratch, &families);
        if !shaped.missing.is_empty() && self.installed.is_none() && faces::installed_fonts_used() {
            let families = faces::add_installed(&mut self.fonts);
            shaped = shape(&key, &mut self.fonts, &mut self.scratch, &families);
            self.installed = Some(families);
        }
        if self.cache.len() >= CACHE_MAX {
            self.cache.clear();
        }
        let shaped = Rc::new(shaped);
        self.cache.insert(key, Rc::clone(&shaped));
        shaped
    }

    /// Returns the narrowest and the widest useful width of a text: the longest word at its least size, all on one line.
    pub fn content_widths(&mut self, text: &Text, theme: &Theme, language: &str) -> (f32, f32) {
        let shaped = self.shaped(text, theme, language);
        let least = if text.min_size > 0.0 {
            text.min_size.min(text.size)
        } else {
            text.size
        };
        (shaped.min_width * least, shaped.max_width * text.size)
    }

    /// Returns width and height of a text set into a box. `None` leaves a side open.
    pub fn measure(
        &mut self,
        text: &Text,
        theme: &Theme,
        language: &str,
        width: Option<f32>,
        height: Option<f32>,
    ) -> (f32, f32) {
        let shaped = self.shaped(text, theme, language);
        let fitter = Fitter {
            text,
            shaped: &shaped,
            width,
            height,
        };
        let size = fitter.size().0;
        let lines = fitter.lines(size, width);
        let natural = shaped.max_width * size;
        (
            width.map_or(natural, |w| natural.min(w)),
            lines as f32 * leading(text, size, shaped.tall) * size,
        )
    }

    /// Sets a text into a box. `None` leaves a side open.
    pub fn set(
        &mut self,
        text: &Text,
        theme: &Theme,
        language: &str,
        width: Option<f32>,
        height: Option<f32>,
    ) -> SetText {
        let shaped = self.shaped(text, theme, language);
        let fitter = Fitter {
            text,
            shaped: &shaped,
            width,
            height,
        };
        let (size, overflow) = fitter.size();
        let wrap = fitter.wrap_width(size);
        place::place(
            text,
            &shaped,
            &place::Setting {
                size,
                wrap,
                width,
                overflow,
                right_to_left: self.right_to_left,
            },
        )
    }
}

/// A theme's typesetter as a [`TextMeasure`].
pub(crate) struct ThemeMeasure<'a> {
    pub typesetter: &'a mut Typesetter,
    pub theme: &'a Theme,
    pub language: &'a str,
}

impl TextMeasure for ThemeMeasure<'_> {
    fn width(&mut self, text: &str, font: FontRole, size: f32, weight: u16) -> f32 {
        let text = Text {
            text: text.to_owned(),
            font,
            size,
            weight,
            ..Text::default()
        };
        self.typesetter
            .content_widths(&text, self.theme, self.language)
            .1
    }
}

/// Finds the size at which a text fits its box.
struct Fitter<'a> {
    text: &'a Text,
    shaped: &'a Shaped,
    width: Option<f32>,
    height: Option<f32>,
}

/// Rounding slack: boxes that were measured for a text must hold it.
const SLACK: f32 = 0.05;

impl Fitter<'_> {
    fn fits(&self, size: f32) -> bool {
        if let Some(width) = self.width
            && self.shaped.min_width * size > width + SLACK
        {
            return false;
        }
        let limit = usize::from(self.text.max_lines);
        if limit == 0 && self.height.is_none() {
            return true;
        }
        let lines = self.lines(size, self.width);
        let high = lines as f32 * leading(self.text, size, self.shaped.tall) * size;
        (limit == 0 || lines <= limit)
            && self
                .height
                .is_none_or(|height| high <= height + SLACK + size * 0.12)
    }

    fn lines(&self, size: f32, width: Option<f32>) -> usize {
        // Most texts are one line: no need to break them again.
        if width.is_none_or(|w| self.shaped.max_width * size <= w) {
            return self.shaped.hard_lines;
        }
        let mut layout = self.shaped.layout.clone();
        layout.break_all_lines(width.map(|w| (w + SLACK) / size * EM));
        layout.len().max(1)
    }

    fn size(&self) -> (f32, bool) {
        let wanted = self.text.size.max(0.5);
        if self.fits(wanted) {
            return (wanted, false);
        }
        if self.text.min_size <= 0.0 || self.text.min_size >= wanted {
            return (wanted, true);
        }
        let (mut low, mut high) = (self.text.min_size, wanted);
        if !self.fits(low) {
            return (low, true);
        }
        for _ in 0..SHRINK_STEPS {
            let mid = (low + high) * 0.5;
            if self.fits(mid) {
                low = mid
            } else {
                high = mid
            }
        }
        // Quarter units keep sizes readable in the scene and equal among neighbours.
        let rounded = (low * 4.0).floor() / 4.0;
        (
            if rounded >= self.text.min_size {
                rounded
            } else {
                low
            },
            false,
        )
    }

    /// The width to break lines at: the box, or less to even the lines out.
    fn wrap_width(&self, size: f32) -> Option<f32> {
        let width = self.width?;
        if !self.text.balance || self.shaped.max_width * size <= width {
            return Some(width);
        }
        let lines = self.lines(size, Some(width));
        let (mut low, mut high) = (
            (self.shaped.min_width * size).max(width / (lines as f32 + 1.0)),
            width,
        );
        for _ in 0..7 {
            let mid = (low + high) * 0.5;
            if self.lines(size, Some(mid)) <= lines {
                high = mid
            } else {
                low = mid
            }
        }
        Some(high)
    }
}

/// Returns the line height as a multiple of the size.
fn leading(text: &Text, size: f32, tall: bool) -> f32 {
    let least = if tall { 1.4 } else { 0.0 };
    if text.leading > 0.0 {
        return text.leading.max(least);
    }
    let by_size: f32 = match size {
        s if s >= 48.0 => 1.08,
        s if s >= 28.0 => 1.15,
        s if s >= 18.0 => 1.28,
        _ => 1.4,
    };
    by_size.max(least)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::PRESETS;

    fn text(words: &str) -> Text {
        Text {
            text: words.to_owned(),
            size: 40.0,
            ..Text::default()
        }
    }

    #[test]
    fn korean_breaks_between_words() {
        let theme = PRESETS[0].theme();
        let mut setter = Typesetter::default();
        let mut set = |words: &str| setter.set(&text(words), &theme, "ko", Some(190.0), None);
        let (festival, first) = (set("서울 재즈 페스티벌"), set("서울 재즈"));
        assert_eq!((festival.lines.len(), first.lines.len()), (2, 1));
        assert!((festival.lines[0].width - first.lines[0].width).abs() < 0.5);
    }

    #[test]
    fn a_size_is_found_that_fits() {
        let theme = PRESETS[0].theme();
        let mut setter = Typesetter::default();
        let long = Text {
            min_size: 8.0,
            max_lines: 2,
            ..text("An uncommonly long headline about plantains")
        };
        let set = setter.set(&long, &theme, "en", Some(200.0), None);
        assert!(
            set.lines.len() <= 2 && !set.overflow && set.size < 40.0 && set.width <= 200.5,
            "{set:?}"
        );
        let rigid = Text {
            min_size: 0.0,
            ..long
        };
        assert!(setter.set(&rigid, &theme, "en", Some(200.0), None).overflow);
    }

    #[test]
    fn balanced_lines_are_even() {
        let theme = PRESETS[0].theme();
        let mut setter = Typesetter::default();
        let words = Text {
            balance: true,
            ..text("one two three four five six seven eight")
        };
        let set = setter.set(&words, &theme, "en", Some(560.0), None);
        let (first, last) = (set.lines[0].width, set.lines[set.lines.len() - 1].width);
        assert!(
            set.lines.len() > 1 && (first - last).abs() < 180.0,
            "{first} and {last}"
        );
    }

    #[test]
    fn scripts_have_glyphs() {
        let theme = PRESETS[2].theme();
        let mut setter = Typesetter::default();
        for words in [
            "Grüße, déjà vu",
            "Ελληνικά",
            "Кириллица",
            "مرحبا",
            "שלום",
            "नमस्ते",
            "สวัสดี",
            "周末去哪儿",
            "夏の夜市",
            "안녕하세요",
            "→ ✓ ★ €",
        ] {
            assert!(
                setter
                    .set(&text(words), &theme, "", None, None)
                    .missing
                    .is_empty(),
                "{words}"
            );
        }
    }

    #[test]
    fn emoji_are_inline_pictures() {
        let theme = PRESETS[0].theme();
        let set = Typesetter::default().set(&text("Party 🎉 time 👩🏽‍🚀"), &theme, "en", None, None);
        let clusters: Vec<&str> = set.lines[0]
            .inlines
            .iter()
            .map(|i| i.cluster.as_str())
            .collect();
        assert_eq!(clusters, ["🎉", "👩🏽‍🚀"]);
        assert!(set.missing.is_empty());
    }
}
