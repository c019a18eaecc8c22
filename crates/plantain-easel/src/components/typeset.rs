//! Lock-ups: blocks of text whose sizes are solved together so that they fill a given box.
//!
//! A [`Block`] is a list of [`Part`]s. [`Setter::set`] measures every word once, then searches the largest leading size at
//! which everything fits; the other sizes follow by their scale. The result is an ordinary node of known height.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Place};
use plantain_scene::text::stretches;
use plantain_scene::theme::Theme;

use crate::components::wording::Line;
use crate::studio::Studio;

mod bind;
mod leading;

use bind::{NO_BREAK, bind};
pub use leading::breaks_anywhere;
use leading::usual_leading;

/// Smallest text on a page, in logical units.
pub const TEXT_MIN: f32 = 12.0;
/// Smallest running text.
pub const BODY_MIN: f32 = 14.0;
/// Steps of the search for the leading size.
const STEPS: usize = 16;
/// Letters up to which every word is shaped by itself.
const SHAPED_MAX: usize = 160;

/// One element of a block.
#[derive(Debug, Clone)]
pub struct Part {
    pub kind: Kind,
    /// Space before it, as a multiple of its own size (text) or of the leading size (others).
    pub gap: f32,
}

#[derive(Debug, Clone)]
pub enum Kind {
    Text(Words),
    /// A line across: share of the width, thickness in units.
    Rule {
        share: f32,
        weight: f32,
        color: Color,
    },
    /// Anything else of fixed size.
    Fixed {
        node: Box<Node>,
        width: f32,
        height: f32,
    },
}

/// A text element.
#[derive(Debug, Clone)]
pub struct Words {
    pub line: Line,
    /// Node role ("title", "date").
    pub role: &'static str,
    pub font: FontRole,
    pub weight: u16,
    /// Size as a fraction of the leading size.
    pub scale: f32,
    pub min: f32,
    pub max: f32,
    /// 0 for any number.
    pub lines: usize,
    pub color: Color,
    pub upper: bool,
    pub tracking: f32,
    /// 0 for the usual one.
    pub leading: f32,
    pub italic: bool,
    pub strike: bool,
    pub dress: Dress,
    /// Widest measure in ems of its own size; 0 for the block's width.
    pub measure: f32,
}

/// What stands around a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dress {
    Plain,
    /// A filled chip with this corner share (0 square, 1 round).
    Chip {
        fill: Color,
        corner: f32,
    },
    /// An outlined chip.
    Outline {
        line: Color,
        corner: f32,
    },
}

impl Dress {
    /// Space beside and above the text, in ems.
    fn pad(self) -> (f32, f32) {
        match self {
            Self::Plain => (0.0, 0.0),
            Self::Chip { .. } | Self::Outline { .. } => (1.15, 0.5),
        }
    }
}

impl Part {
    /// Returns a text in the body face at a tenth of the leading size.
    pub fn text(line: &Line, role: &'static str) -> Self {
        let words = Words {
            line: line.clone(),
            role,
            font: FontRole::Body,
            weight: 0,
            scale: 0.2,
            min: TEXT_MIN,
            max: 400.0,
            lines: 0,
            color: Token::Ink.into(),
            upper: false,
            tracking: 0.0,
            leading: 0.0,
            italic: false,
            strike: false,
            dress: Dress::Plain,
            measure: 0.0,
        };
        Self {
            kind: Kind::Text(words),
            gap: 0.5,
        }
    }

    /// Returns a line across.
    pub fn rule(share: f32, weight: f32, color: impl Into<Color>) -> Self {
        Self {
            kind: Kind::Rule {
                share,
                weight,
                color: color.into(),
            },
            gap: 0.3,
        }
    }

    /// Returns an element of fixed size.
    pub fn fixed(node: Node, width: f32, height: f32) -> Self {
        Self {
            kind: Kind::Fixed {
                node: Box::new(node),
                width,
                height,
            },
            gap: 0.3,
        }
    }

    fn words(mut self, change: impl FnOnce(&mut Words)) -> Self {
        if let Kind::Text(words) = &mut self.kind {
            change(words);
        }
        self
    }

    #[must_use]
    pub fn gap(mut self, gap: f32) -> Self {
        self.gap = gap;
        self
    }

    #[must_use]
    pub fn font(self, font: FontRole, weight: u16) -> Self {
        self.words(|w| (w.font, w.weight) = (font, weight))
    }

    /// Size as a fraction of the leading size, and its bounds.
    #[must_use]
    pub fn scale(self, scale: f32, min: f32, max: f32) -> Self {
        self.words(|w| (w.scale, w.min, w.max) = (scale, min.max(TEXT_MIN), max.max(min)))
    }

    #[must_use]
    pub fn lines(self, lines: usize) -> Self {
        self.words(|w| w.lines = lines)
    }

    #[must_use]
    pub fn color(self, color: impl Into<Color>) -> Self {
        self.words(|w| w.color = color.into())
    }

    #[must_use]
    pub fn upper(self, tracking: f32) -> Self {
        self.words(|w| (w.upper, w.tracking) = (true, tracking))
    }

    #[must_use]
    pub fn tracking(self, tracking: f32) -> Self {
        self.words(|w| w.tracking = tracking)
    }

    #[must_use]
    pub fn leading(self, leading: f32) -> Self {
        self.words(|w| w.leading = leading)
    }

    #[must_use]
    pub fn italic(self, italic: bool) -> Self {
        self.words(|w| w.italic = italic)
    }

    #[must_use]
    pub fn strike(self) -> Self {
        self.words(|w| w.strike = true)
    }

    #[must_use]
    pub fn dress(self, dress: Dress) -> Self {
        self.words(|w| w.dress = dress)
    }

    /// Widest line in ems.
    #[must_use]
    pub fn measure(self, ems: f32) -> Self {
        self.words(|w| w.measure = ems)
    }
}

/// A block after its sizes were solved.
#[derive(Debug, Clone)]
pub struct Block {
    /// A column of exactly `width`, `height` units high.
    pub node: Node,
    pub width: f32,
    pub height: f32,
    /// The leading size that was found.
    pub lead: f32,
    /// Whether everything fits at the least sizes.
    pub fits: bool,
}

/// Sets text in a theme's faces.
#[derive(Clone, Copy)]
pub struct Setter<'a> {
    pub studio: &'a Studio<'a>,
    pub theme: &'a Theme,
}

/// A measured run: words with their advance and the space after, in ems.
struct Measured {
    words: Vec<(f32, f32)>,
    /// Indices of words after which a line ends in any case.
    ends: Vec<usize>,
    longest: f32,
    leading: f32,
}

impl<'a> Setter<'a> {
    pub fn new(studio: &'a Studio<'a>, theme: &'a Theme) -> Self {
        Self { studio, theme }
    }

    /// Returns the advance of a text in ems.
    pub fn ems(&self, text: &str, font: FontRole, weight: u16, tracking: f32) -> f32 {
        const SIZE: f32 = 100.0;
        let own = self.theme.fonts.get(font).tracking;
        let extra = if tracking == 0.0 { 0.0 } else { tracking - own };
        self.studio.text_width(text, font, SIZE, weight, self.theme) / SIZE
            + extra * text.chars().count() as f32
    }

    /// Returns the largest size up to `max` at which the text fits a box in at most `lines` lines (0 for any number).
    pub fn fit(&self, words: &Words, width: f32, height: f32, max: f32) -> f32 {
        let measured = self.measure(words);
        search(words.min, max, |size| {
            let n = measured.lines(width / size);
            let fits_lines = words.lines == 0 || n <= words.lines;
            fits_lines
                && measured.longest * size <= width
                && n as f32 * measured.leading * size <= height
        })
    }

    /// Solves the sizes of `parts` in a box and returns the block. `lead` bounds the leading size.
    pub fn set(
        &self,
        parts: &[Part],
        width: f32,
        height: f32,
        lead: (f32, f32),
        align: Align,
    ) -> Block {
        let measured: Vec<Option<Measured>> = parts
            .iter()
            .map(|part| match &part.kind {
                Kind::Text(words) => Some(self.measure(words)),
                _ => None,
            })
            .collect();
        let total = |lead: f32| -> f32 {
            let mut sum = 0.0;
            for (i, part) in parts.iter().enumerate() {
                let (size, high) = extent(part, measured[i].as_ref(), lead, width);
                let gap = if i == 0 { 0.0 } else { part.gap * size };
                sum += gap + high;
            }
            sum
        };
        let wide = |lead: f32| {
            parts
                .iter()
                .zip(&measured)
                .all(|(part, m)| leads_fit(part, m.as_ref(), lead, width))
        };
        let found = search(lead.0, lead.1, |lead| wide(lead) && total(lead) <= height);
        let fits = total(found) <= height + 0.5;
        let nodes = parts
            .iter()
            .enumerate()
            .map(|(i, part)| self.node(part, measured[i].as_ref(), found, width, i == 0, align));
        let used = total(found);
        let cross = match align {
            Align::Center => Place::Center,
            Align::End => Place::End,
            _ => Place::Start,
        };
        let node = col().w(width).align(cross).children(nodes);
        Block {
            node,
            width,
            height: used,
            lead: found,
            fits,
        }
    }

    fn measure(&self, words: &Words) -> Measured {
        let bound = bind(&words.line.text);
        let shown = if words.upper {
            bound.to_uppercase()
        } else {
            bound
        };
        let shown = match &words.line.label {
            Some(tag) => format!("{} {shown}", tag.text),
            None => shown,
        };
        let mut measured = Measured {
            words: Vec::new(),
            ends: Vec::new(),
            longest: 0.0,
            leading: usual_leading(words, &shown),
        };
        let space = self.ems("n n", words.font, words.weight, words.tracking)
            - self.ems("nn", words.font, words.weight, words.tracking);
        // Running text is shaped once as a whole; its words get their share by letters.
        let letters = shown.chars().filter(|c| !c.is_whitespace()).count();
        let per_letter = (letters > SHAPED_MAX).then(|| {
            let spaces = shown.split_whitespace().count().saturating_sub(1) as f32;
            (self.ems(&shown, words.font, words.weight, words.tracking) - spaces * space)
                / letters as f32
                * 1.02
        });
        for paragraph in shown.split('\n') {
            let blank = |c: char| c.is_whitespace() && c != NO_BREAK;
            for word in paragraph.split(blank).filter(|word| !word.is_empty()) {
                self.push(&mut measured, word, words, space, per_letter);
            }
            measured.ends.push(measured.words.len());
        }
        measured
    }

    /// Adds a word; scripts without blanks are added by the stretches between which they break.
    fn push(
        &self,
        measured: &mut Measured,
        word: &str,
        words: &Words,
        space: f32,
        per_letter: Option<f32>,
    ) {
        if word.chars().any(breaks_anywhere) {
            for stretch in stretches(word) {
                let ems = match per_letter {
                    Some(share) => share * stretch.chars().count() as f32,
                    None => self.ems(stretch, words.font, words.weight, words.tracking),
                };
                measured.words.push((ems, 0.0));
                measured.longest = measured.longest.max(ems);
            }
            if let Some(last) = measured.words.last_mut() {
                last.1 = space;
            }
        } else {
            let ems = match per_letter {
                Some(share) => share * word.chars().count() as f32,
                None => self.ems(word, words.font, words.weight, words.tracking),
            };
            measured.longest = measured.longest.max(ems);
            measured.words.push((ems, space));
        }
    }

    fn node(
        &self,
        part: &Part,
        measured: Option<&Measured>,
        lead: f32,
        width: f32,
        first: bool,
        align: Align,
    ) -> Node {
        let (size, high) = extent(part, measured, lead, width);
        let gap = if first { 0.0 } else { part.gap * size };
        let node = match &part.kind {
            Kind::Rule {
                share,
                weight,
                color,
            } => rect().fill(*color).size_box(width * share, *weight).rigid(),
            Kind::Fixed {
                node,
                width,
                height,
            } => col()
                .size_box(*width, *height)
                .rigid()
                .child((**node).clone()),
            Kind::Text(words) => {
                let lines = measured.map_or(1, |m| m.lines(inner(words, size, width) / size));
                text_node(
                    words,
                    size,
                    lines,
                    measured.map_or(1.2, |m| m.leading),
                    high,
                    width,
                    align,
                )
            }
        };
        node.margin(gap, 0.0, 0.0, 0.0)
    }
}

/// Returns the em size (or the leading size) and the height of a part.
fn extent(part: &Part, measured: Option<&Measured>, lead: f32, width: f32) -> (f32, f32) {
    match (&part.kind, measured) {
        (Kind::Text(words), Some(m)) => {
            let size = size_of(words, m, lead, width);
            let (_, pad) = words.dress.pad();
            let n = m.lines(inner(words, size, width) / size);
            (size, n as f32 * m.leading * size + 2.0 * pad * size)
        }
        (Kind::Rule { weight, .. }, _) => (lead, *weight),
        (Kind::Fixed { height, .. }, _) => (lead, *height),
        _ => (lead, 0.0),
    }
}

/// Returns the size of a text at a leading size: its scale within its bounds, less when its longest word is too wide.
fn size_of(words: &Words, measured: &Measured, lead: f32, width: f32) -> f32 {
    let wanted = (lead * words.scale).max(words.min).min(words.max);
    let (pad, _) = words.dress.pad();
    let room = width / (measured.longest + 2.0 * pad).max(0.01);
    let mut size = wanted.min(room.max(TEXT_MIN));
    if words.lines > 0 {
        // Fewer lines than the size wants: the size gives way, a step at a time.
        while size > words.min && measured.lines(inner(words, size, width) / size) > words.lines {
            size = (size * 0.94).max(words.min);
        }
    }
    size
}

/// A lead that its own longest word or line limit would hold back is too large.
fn leads_fit(part: &Part, measured: Option<&Measured>, lead: f32, width: f32) -> bool {
    match (&part.kind, measured) {
        (Kind::Text(words), Some(m)) if words.scale >= 0.999 => {
            size_of(words, m, lead, width) >= lead.min(words.max) * 0.985
        }
        _ => true,
    }
}

fn inner(words: &Words, size: f32, width: f32) -> f32 {
    let (pad, _) = words.dress.pad();
    let room = width - 2.0 * pad * size;
    if words.measure > 0.0 {
        room.min(words.measure * size)
    } else {
        room
    }
}

impl Measured {
    /// Returns the number of lines in a measure of `width` ems.
    fn lines(&self, width: f32) -> usize {
        let (mut lines, mut start) = (0, 0);
        for &end in &self.ends {
            let (mut used, mut space) = (0.0_f32, 0.0_f32);
            lines += 1;
            for &(word, after) in &self.words[start..end] {
                // A hair less than the width, as sums of advances and the shaper's own rounding differ.
                if used > 0.0 && used + space + word > width * 0.995 {
                    lines += 1;
                    used = 0.0;
                    space = 0.0;
                }
                used += space + word;
                space = after;
            }
            start = end;
        }
        lines.max(1)
    }
}

fn text_node(
    words: &Words,
    size: f32,
    lines: usize,
    leading: f32,
    high: f32,
    width: f32,
    align: Align,
) -> Node {
    let (pad_x, pad_y) = words.dress.pad();
    let shown = shown(words);
    let mut node = text(shown.0)
        .role(words.role)
        .literal(words.line.literal)
        .font(words.font)
        .weight(words.weight)
        .size(size)
        .shrink((size * 0.72).max(11.0).min(size))
        .leading(leading)
        .tracking(words.tracking)
        .color(words.color)
        .text_align(align);
    node = node.set_text(|t| {
        t.italic = words.italic;
        t.strike = words.strike;
        t.balance = (2..=6).contains(&lines);
        t.max_lines = if words.lines > 0 {
            u16::try_from(lines).unwrap_or(0)
        } else {
            0
        };
        t.spans = shown.1;
        if words.upper {
            t.case = plantain_scene::node::Case::Upper;
        }
    });
    if !words.line.literal {
        node = node.filler();
    }
    let room = inner(words, size, width);
    match words.dress {
        Dress::Plain => node.w(room).min_h(high * 0.9),
        Dress::Chip { fill, corner } => chip(node, size, pad_x, pad_y, room)
            .fill(fill)
            .radius(corner * high * 0.5),
        Dress::Outline { line, corner } => chip(node, size, pad_x, pad_y, room)
            .stroke(line, (size * 0.08).clamp(1.0, 4.0))
            .radius(corner * high * 0.5),
    }
}

fn chip(text: Node, size: f32, pad_x: f32, pad_y: f32, room: f32) -> Node {
    col()
        .pad_xy(pad_x * size, pad_y * size)
        .rigid()
        .center()
        .child(text.max_w(room).centered())
        .role("chip")
}

/// Returns the text with its label in front, and the span that sets the label quieter.
fn shown(words: &Words) -> (String, Vec<plantain_scene::node::Span>) {
    match &words.line.label {
        None => (bind(&words.line.text), Vec::new()),
        Some(tag) => {
            let span = plantain_scene::node::Span {
                start: 0,
                end: tag.text.len(),
                weight: Some(400),
                ..Default::default()
            };
            (format!("{} {}", tag.text, words.line.text), vec![span])
        }
    }
}

/// Finds the largest value in `low..=high` for which `fits` holds; `low` when none does.
fn search(low: f32, high: f32, fits: impl Fn(f32) -> bool) -> f32 {
    if high <= low || fits(high) {
        return high.max(low);
    }
    let (mut good, mut bad) = (low, high);
    for _ in 0..STEPS {
        let mid = (good + bad) * 0.5;
        if fits(mid) { good = mid } else { bad = mid }
    }
    good
}

/// Returns a colour's readable form on a ground: itself when it has the contrast, else the nearest that has.
pub fn readable(color: Rgba, ground: Rgba, ratio: f32) -> Color {
    Color::Fixed(color.readable_on(ground, ratio))
}

/// Returns the node role for a line's role.
pub fn node_role(role: Role) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Subtitle => "subtitle",
        Role::Kicker => "kicker",
        Role::Body | Role::Text | Role::World => "body",
        Role::Price => "price",
        Role::OldPrice => "old-price",
        Role::Date => "date",
        Role::Time => "time",
        Role::Place => "place",
        Role::Person => "person",
        Role::Brand => "brand",
        Role::Button => "button",
        Role::Link => "link",
        Role::Contact => "contact",
        Role::Quote => "quote",
        Role::Attribution => "attribution",
        Role::Badge => "badge",
        Role::Caption | Role::Small => "caption",
        Role::Item => "item",
        Role::Value => "value",
        _ => "label",
    }
}
