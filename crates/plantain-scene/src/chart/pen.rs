//! Writes marks and texts of a chart, and keeps texts inside the box and apart.

use super::geometry::Area;
use super::{ChartSpec, Series};
use crate::build::{path, rect, text};
use crate::color::{Color, Rgba, Token};
use crate::node::{Align, FontRole, Node};
use crate::text::TextMeasure;
use crate::theme::{CONTRAST_TEXT, Theme, ink_on};

/// Height of a line of text as a multiple of its size.
pub(super) const LINE: f32 = 1.25;
/// Room that a text box has beyond the measured width, so that rounding never wraps it.
const SLACK: f32 = 2.0;
/// Contrast that lines and bars keep against the ground.
const CONTRAST_MARK: f32 = 2.0;
/// Below this contrast the theme's own writing is lost on the ground of a chart.
const CONTRAST_LEAST: f32 = 3.0;
/// Above this contrast a rule is louder than the data.
const CONTRAST_RULE: f32 = 3.0;
const SIZE_DEFAULT: f32 = 12.0;

/// Which point of a text box stands at the given place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Left,
    Middle,
    Right,
}

/// A text to be placed.
#[derive(Debug, Clone)]
pub(super) struct Label<'t> {
    pub text: &'t str,
    pub role: &'static str,
    pub font: FontRole,
    pub size: f32,
    pub weight: u16,
    pub color: Color,
    pub literal: bool,
    /// Counts as missing when it finds no place.
    pub needed: bool,
    /// Text from this byte on is strong and in ink.
    pub strong_from: Option<usize>,
}

impl<'t> Label<'t> {
    pub fn role(mut self, role: &'static str) -> Self {
        self.role = role;
        self
    }

    pub fn scaled(mut self, factor: f32) -> Self {
        self.size *= factor;
        self
    }

    pub fn weight(mut self, weight: u16) -> Self {
        self.weight = weight;
        self
    }

    pub fn color(mut self, color: impl Into<Color>) -> Self {
        self.color = color.into();
        self
    }

    /// A text of the user: it must be there, letter for letter.
    pub fn given(mut self, given: bool) -> Self {
        (self.literal, self.needed) = (given, given);
        self
    }

    pub fn height(&self) -> f32 {
        self.size * LINE
    }
}

/// The hand that draws one chart.
pub(super) struct Pen<'a> {
    pub spec: &'a ChartSpec,
    pub theme: &'a Theme,
    measure: &'a mut dyn TextMeasure,
    /// The whole box.
    pub whole: Area,
    /// Text size.
    pub size: f32,
    marks: Vec<Node>,
    texts: Vec<Node>,
    taken: Vec<Area>,
    missing: usize,
}

impl<'a> Pen<'a> {
    pub fn new(
        spec: &'a ChartSpec,
        whole: Area,
        shrink: f32,
        theme: &'a Theme,
        measure: &'a mut dyn TextMeasure,
    ) -> Self {
        let size = if spec.text_size > 0.0 && spec.text_size.is_finite() {
            spec.text_size
        } else {
            SIZE_DEFAULT
        };
        Self {
            spec,
            theme,
            measure,
            whole,
            size: size * shrink,
            marks: Vec::new(),
            texts: Vec::new(),
            taken: Vec::new(),
            missing: 0,
        }
    }

    /// Returns the nodes, marks below texts, and how many needed texts found no place.
    pub fn finish(self) -> (Vec<Node>, usize) {
        let mut nodes = self.marks;
        nodes.extend(self.texts);
        (nodes, self.missing)
    }

    // Marks.

    pub fn mark(&mut self, node: Node) {
        self.marks.push(node);
    }

    /// Draws a path given in the coordinates of `area`, whose box is the node's box.
    pub fn path(&self, d: String, area: Area) -> Node {
        path(d, area.w.max(0.01), area.h.max(0.01)).bounds(
            area.x,
            area.y,
            area.w.max(0.01),
            area.h.max(0.01),
        )
    }

    /// Returns a closed form through `points`, whose node is no larger than the form.
    pub fn polygon(&self, points: &[[f32; 2]]) -> Node {
        let edge = |axis: usize, pick: fn(f32, f32) -> f32, start: f32| {
            points.iter().map(|p| p[axis]).fold(start, pick)
        };
        let (x, y) = (edge(0, f32::min, f32::MAX), edge(1, f32::min, f32::MAX));
        let (right, bottom) = (edge(0, f32::max, f32::MIN), edge(1, f32::max, f32::MIN));
        let local: Vec<[f32; 2]> = points.iter().map(|p| [p[0] - x, p[1] - y]).collect();
        let d = format!("{}Z", super::curve::through(&local, false));
        self.path(d, Area::new(x, y, right - x, bottom - y))
    }

    /// Returns the colour of empty tracks: seen on any ground.
    pub fn track(&self) -> Color {
        let ground = self.ground_rgba();
        Color::Fixed(ground.mix(self.theme.token(Token::Ink), 0.1))
    }

    pub fn rule(&mut self, x: f32, y: f32, w: f32, color: impl Into<Color>) {
        let color = self.on_ground(color.into());
        self.marks
            .push(rect().bounds(x, y - 0.5, w, 1.0).fill(color).role("grid"));
    }

    pub fn upright(&mut self, x: f32, y: f32, h: f32, color: impl Into<Color>) {
        let color = self.on_ground(color.into());
        self.marks
            .push(rect().bounds(x - 0.5, y, 1.0, h).fill(color).role("grid"));
    }

    /// Returns the stretches of a level line from `x0` to `x1` that cross no text.
    pub fn clear_of_texts(&self, y: f32, [x0, x1]: [f32; 2]) -> Vec<(f32, f32)> {
        let space = self.size * 0.25;
        let mut crossed: Vec<(f32, f32)> = self
            .taken
            .iter()
            .filter(|area| area.y - 1.0 < y && y < area.bottom() + 1.0)
            .map(|area| (area.x - space, area.right() + space))
            .collect();
        crossed.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut from = x0;
        let mut free = Vec::new();
        for (left, right) in crossed {
            if left > from {
                free.push((from, left.min(x1)));
            }
            from = from.max(right);
        }
        if from < x1 {
            free.push((from, x1));
        }
        free.retain(|(from, to)| to > from);
        free
    }

    // Texts.

    /// Returns a quiet label in the chart's text size.
    pub fn label<'t>(&self, text: &'t str) -> Label<'t> {
        Label {
            text,
            role: "label",
            font: FontRole::Body,
            size: self.size,
            weight: 400,
            color: Token::Muted.into(),
            literal: false,
            needed: false,
            strong_from: None,
        }
    }

    /// Returns a strong label in ink.
    pub fn strong<'t>(&self, text: &'t str) -> Label<'t> {
        self.label(text).weight(600).color(Token::Ink)
    }

    pub fn width(&mut self, label: &Label<'_>) -> f32 {
        // A partly strong label is measured as if all of it were strong.
        let weight = if label.strong_from.is_some() {
            label.weight.max(600)
        } else {
            label.weight
        };
        let own = self
            .measure
            .width(label.text, label.font, label.size, weight);
        own + SLACK
    }

    /// Returns the widest of `texts` in the chart's text size.
    pub fn widest<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>, weight: u16) -> f32 {
        texts.into_iter().fold(0.0, |widest, text| {
            let label = self.label(text).weight(weight);
            widest.max(self.width(&label))
        })
    }

    /// Returns the box that `label` takes with its anchor at `x` and its middle at `y`.
    pub fn area_of(&mut self, label: &Label<'_>, x: f32, y: f32, anchor: Anchor) -> Area {
        let (w, h) = (self.width(label), label.height());
        let left = match anchor {
            Anchor::Left => x,
            Anchor::Middle => x - w / 2.0,
            Anchor::Right => x - w,
        };
        Area::new(left, y - h / 2.0, w, h)
    }

    /// Returns whether a text may stand in `area`.
    ///
    /// Lines that stand right below each other touch: what rounding adds to them is no overlap.
    pub fn is_free(&self, area: &Area) -> bool {
        const HAIR: f32 = 0.02;
        let area = &Area::new(
            area.x + HAIR,
            area.y + HAIR,
            area.w - 2.0 * HAIR,
            area.h - 2.0 * HAIR,
        );
        self.whole.holds(area) && !self.taken.iter().any(|other| other.overlaps(area))
    }

    /// Places a one-line text; returns false where it would leave the box or touch another text.
    pub fn put(&mut self, label: Label<'_>, x: f32, y: f32, anchor: Anchor) -> bool {
        self.put_first(label, &[(x, y, anchor)])
    }

    /// Places a one-line text at the first of `places` that is free.
    pub fn put_first(&mut self, label: Label<'_>, places: &[(f32, f32, Anchor)]) -> bool {
        if label.text.is_empty() {
            return true;
        }
        for &(x, y, anchor) in places {
            let area = self.area_of(&label, x, y, anchor);
            if self.is_free(&area) {
                let align = match anchor {
                    Anchor::Left => Align::Start,
                    Anchor::Middle => Align::Center,
                    Anchor::Right => Align::End,
                };
                self.write(&label, area, align, 1);
                return true;
            }
        }
        self.missing += usize::from(label.needed);
        false
    }

    /// Places a text that may run over several lines, in a box whose top middle is at `x`, `y`, or whose left or right
    /// edge is at `x` and middle at `y`.
    pub fn put_wrapped(
        &mut self,
        label: Label<'_>,
        x: f32,
        y: f32,
        max_w: f32,
        anchor: Anchor,
        lines_max: usize,
    ) -> bool {
        let Some((w, lines)) = self.wrapped(&label, max_w, lines_max) else {
            self.missing += usize::from(label.needed);
            return false;
        };
        let h = label.height() * lines as f32;
        let (area, align) = match anchor {
            Anchor::Left => (Area::new(x, y - h / 2.0, w, h), Align::Start),
            Anchor::Right => (Area::new(x - w, y - h / 2.0, w, h), Align::End),
            Anchor::Middle => (Area::new(x - w / 2.0, y, w, h), Align::Center),
        };
        if !self.is_free(&area) {
            self.missing += usize::from(label.needed);
            return false;
        }
        self.write(&label, area, align, lines as u16);
        true
    }

    /// Returns the width of the widest line and the number of lines of `label` in `max_w`, if `lines_max` suffice.
    pub fn wrapped(
        &mut self,
        label: &Label<'_>,
        max_w: f32,
        lines_max: usize,
    ) -> Option<(f32, usize)> {
        let whole = self.width(label);
        if whole <= max_w {
            return Some((whole, 1));
        }
        let (mut lines, mut widest, mut line) = (1_usize, 0.0_f32, String::new());
        for word in label.text.split_whitespace() {
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            let width = self.width(&Label {
                text: &longer,
                ..label.clone()
            });
            if width <= max_w {
                (line, widest) = (longer, widest.max(width));
                continue;
            }
            let alone = self.width(&Label {
                text: word,
                ..label.clone()
            });
            if alone > max_w || line.is_empty() {
                return None;
            }
            (lines, line, widest) = (lines + 1, word.to_owned(), widest.max(alone));
        }
        (lines <= lines_max).then_some((widest, lines))
    }

    fn write(&mut self, label: &Label<'_>, area: Area, align: Align, lines: u16) {
        self.taken.push(area);
        let strong = self.on_ground(Token::Ink.into());
        let node = text(label.text)
            .role(label.role)
            .font(label.font)
            .size(label.size)
            .weight(label.weight)
            .color(self.on_ground(label.color))
            .leading(LINE)
            .text_align(align)
            .max_lines(lines)
            .literal(label.literal)
            .bounds(area.x, area.y, area.w, area.h)
            .set_text(|t| {
                if let Some(start) = label.strong_from {
                    t.spans.push(crate::node::Span {
                        start,
                        end: label.text.len(),
                        color: Some(strong),
                        weight: Some(600),
                        italic: false,
                    });
                }
            });
        self.texts.push(node);
    }

    /// Counts a needed text for which there is no place.
    pub fn miss(&mut self, needed: bool) {
        self.missing += usize::from(needed);
    }

    // Data.

    pub fn ground(&self) -> Color {
        self.spec.ground.unwrap_or_else(|| Token::Surface.into())
    }

    /// Returns the colour of a series: its own, or the theme's, deepened where it would be lost on the ground.
    pub fn color(&self, series: usize) -> Color {
        let own = self.spec.series.get(series);
        if let Some(color) = own.and_then(|s| s.color) {
            return color;
        }
        if own.is_some_and(|s| s.quiet) {
            return self.seen(Color::Token(Token::Muted, 1.0).into_faded(self, 0.5));
        }
        self.seen(Token::Series(series.min(255) as u8).into())
    }

    /// Returns the colour of one point, slice or bar.
    pub fn point_color(&self, series: usize, point: usize) -> Color {
        self.spec
            .series
            .get(series)
            .and_then(|s| s.colors.get(point))
            .copied()
            .unwrap_or_else(|| self.color(series))
    }

    /// Returns the colour of a slice: its own, or the next of the theme's series.
    pub fn slice_color(&self, slice: usize) -> Color {
        self.spec
            .series
            .first()
            .and_then(|s| s.colors.get(slice))
            .copied()
            .unwrap_or_else(|| self.cycled(slice))
    }

    /// Returns a colour of the theme's series; beyond its end, lighter shades follow.
    pub fn cycled(&self, index: usize) -> Color {
        let count = self.theme.palette.series.len().clamp(1, 8);
        let base: Color = Token::Series((index % count) as u8).into();
        let round = index / count;
        if round == 0 {
            return self.seen(base);
        }
        let shade = (0.25 * round as f32).min(0.6);
        Color::Fixed(self.theme.resolve(base).mix(self.ground_rgba(), shade))
    }

    fn seen(&self, color: Color) -> Color {
        let (mark, ground) = (self.theme.resolve(color), self.ground_rgba());
        if mark.over(ground).contrast(ground) >= CONTRAST_MARK {
            color
        } else {
            Color::Fixed(mark.over(ground).readable_on(ground, CONTRAST_MARK))
        }
    }

    pub fn ground_rgba(&self) -> Rgba {
        self.theme
            .resolve(self.ground())
            .over(self.theme.token(Token::Canvas))
    }

    /// Returns a colour of the theme for writing and rules as it reads on a ground of the chart's own. The theme knows its
    /// own surface only.
    pub fn on_ground(&self, color: Color) -> Color {
        let (Some(_), Color::Token(token, 1.0)) = (self.spec.ground, color) else {
            return color;
        };
        let ground = self.ground_rgba();
        let contrast = self.theme.resolve(color).over(ground).contrast(ground);
        let ink = ink_on(ground);
        match token {
            Token::Ink if contrast < CONTRAST_LEAST => Color::Fixed(ink),
            Token::Muted if contrast < CONTRAST_LEAST => Color::Fixed(ink.mix(ground, 0.22)),
            Token::Line if contrast > CONTRAST_RULE => Color::Fixed(ink.mix(ground, 0.8)),
            _ => color,
        }
    }

    /// Returns the text colour that reads on a mark of `color`.
    pub fn ink_on(&self, color: Color) -> Color {
        let ground = self.theme.resolve(color).over(self.ground_rgba());
        let ink = ink_on(ground);
        if ink.contrast(ground) >= CONTRAST_TEXT {
            return Color::Fixed(ink);
        }
        // On middle tones only one of the extremes is readable.
        let (white, black) = (Rgba::WHITE, Rgba::BLACK);
        let better = white.contrast(ground) > black.contrast(ground);
        Color::Fixed(if better { white } else { black })
    }

    /// Returns a value as it is to be printed.
    pub fn shown(&self, series: &Series, index: usize) -> String {
        match series.shown.get(index) {
            Some(shown) => shown.clone(),
            None => self
                .spec
                .format
                .plain(series.values.get(index).copied().unwrap_or(0.0)),
        }
    }

    /// Returns whether the printed value of a point was asked for.
    pub fn value_given(&self, series: &Series, index: usize) -> bool {
        self.spec.given && series.shown.get(index).is_some_and(|s| !s.is_empty())
    }

    pub fn name_of(&self, index: usize) -> &'a str {
        self.spec.labels.get(index).map_or("", String::as_str)
    }
}

impl Color {
    /// Mixes the colour with the chart's ground, as an opaque colour.
    fn into_faded(self, pen: &Pen<'_>, part: f32) -> Self {
        Self::Fixed(pen.theme.resolve(self).mix(pen.ground_rgba(), part))
    }
}
