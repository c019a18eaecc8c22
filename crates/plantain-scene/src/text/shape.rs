//! Shapes a text once at the reference size.

use std::borrow::Cow;
use std::sync::Arc;

use parley::fontique::FontStyle;
use parley::style::{FontFeatures, FontWeight, OverflowWrap, StyleProperty, WordBreak};
use parley::{
    FontContext, InlineBox, InlineBoxKind, Layout, LayoutContext, RangedBuilder, VerticalAlign,
};

use super::stretches::stretches;
use super::{EM, emoji, faces};
use crate::node::{Case, Text};
use crate::theme::Theme;

/// Width and height of an emoji in em, and how far it stands below the base line.
const EMOJI_ADVANCE: f32 = 1.22;
const EMOJI_SIZE: f32 = 1.1;
const EMOJI_DROP: f32 = 0.2;
/// Letters of the longest label or title; what is longer is running text.
const RUNNING_CHARS: usize = 72;

/// Index of the span that a glyph belongs to: 0 is the text itself, n is `spans[n - 1]`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Ink(pub u16);

/// A text shaped at [`EM`] units.
pub(super) struct Shaped {
    pub layout: Layout<Ink>,
    /// The text that was shaped, without emoji.
    pub plain: Arc<str>,
    /// Emoji clusters by inline box id.
    pub emoji: Vec<String>,
    /// Widest stretch that cannot be broken, and the whole on one line, in em.
    pub min_width: f32,
    pub max_width: f32,
    /// Height of capitals and depth of descenders in em.
    pub cap_height: f32,
    pub descent: f32,
    /// Characters that no font has.
    pub missing: Vec<char>,
    /// Lines that the text itself makes by line feeds, at least 1.
    pub hard_lines: usize,
    /// Whether lines need more room: scripts with marks above and below.
    pub tall: bool,
}

/// What decides the shape of a text; everything else is applied when it is set.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    text: String,
    family: String,
    language: String,
    weight: u16,
    italic: bool,
    tracking: u32,
    tabular: bool,
    /// Whether it may need the Chinese, Japanese and Korean faces.
    pub wide: bool,
    spans: Vec<(usize, usize, u16, bool)>,
}

impl Key {
    pub fn new(text: &Text, theme: &Theme, language: &str) -> Self {
        let font = theme.fonts.get(text.font);
        let weight = if text.weight == 0 {
            font.weight
        } else {
            text.weight
        };
        let upper = text.case == Case::Upper;
        let tracking = if text.tracking == 0.0 {
            font.tracking
        } else {
            text.tracking
        };
        let spans = text
            .spans
            .iter()
            .map(|s| (s.start, s.end, s.weight.unwrap_or(weight), s.italic))
            .collect();
        let shown = shown(text, language);
        Self {
            wide: faces::needs_wide(&shown),
            text: shown,
            family: if text.family.is_empty() {
                font.family.clone()
            } else {
                text.family.clone()
            },
            language: language.to_owned(),
            weight,
            italic: text.italic,
            tracking: tracking.to_bits(),
            tabular: text.tabular,
            // Capitals may change the byte length; spans then no longer match.
            spans: if upper { Vec::new() } else { spans },
        }
    }
}

/// Returns the text as it is set: in capitals where asked for, numbers kept together with their units.
fn shown(text: &Text, language: &str) -> String {
    let upper = text.case == Case::Upper;
    let words = if upper {
        upper_case(&text.text, language)
    } else {
        text.text.clone()
    };
    // Spans count the bytes of the text as it was given.
    if text.spans.is_empty() {
        glue(&words)
    } else {
        words
    }
}

/// Makes the spaces unbreakable between a currency and its number, and between a number and a short unit.
fn glue(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        for stretch in stretches(&hyphen_kept(word)) {
            let mut letters = stretch.chars();
            out.extend(letters.next());
            out.extend(letters.flat_map(|letter| ['\u{2060}', letter]));
        }
        let Some(next) = words.peek() else { break };
        let digits = |w: &str| w.chars().any(|c| c.is_ascii_digit());
        let money = |w: &str| {
            w.chars()
                .any(|c| matches!(c, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩'))
                && !digits(w)
        };
        let unit = |w: &str| {
            (1..=3).contains(&w.chars().count())
                && w.chars()
                    .all(|c| c.is_alphabetic() || matches!(c, '%' | '°' | '€' | '$' | '£'))
        };
        let number = |w: &str| {
            w.chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '+' | '-'))
                && digits(w)
        };
        let together = (money(word) && digits(next)) || (number(word) && unit(next));
        out.push(if together { '\u{a0}' } else { ' ' });
    }
    out
}

/// Keeps a line from ending after the hyphen of "3-DAY" or "T-shirt".
fn hyphen_kept(word: &str) -> Cow<'_, str> {
    match word.split_once('-') {
        Some((before, after)) if (1..=2).contains(&before.chars().count()) && !after.is_empty() => {
            Cow::Owned(format!("{before}-\u{2060}{after}"))
        }
        _ => Cow::Borrowed(word),
    }
}

/// Returns `text` in capitals; a sharp s stays, since it is spelled that way in names.
fn upper_case(text: &str, language: &str) -> String {
    let turkic = matches!(language, "tr" | "az");
    text.chars()
        .flat_map(|c| -> Box<dyn Iterator<Item = char>> {
            match c {
                'ß' => Box::new(std::iter::once('ẞ')),
                'i' if turkic => Box::new(std::iter::once('İ')),
                _ => Box::new(c.to_uppercase()),
            }
        })
        .collect()
}

pub(super) fn shape(
    key: &Key,
    fonts: &mut FontContext,
    scratch: &mut LayoutContext<Ink>,
    installed: &[String],
) -> Shaped {
    let parted = Parted::new(&key.text);
    let plain = &parted.plain;
    let mut builder = scratch.ranged_builder(fonts, plain, 1.0, false);
    set_defaults(&mut builder, key, plain, installed);
    set_spans(&mut builder, key, &parted);
    for (id, index) in parted.boxes.iter().enumerate() {
        builder.push_inline_box(InlineBox {
            id: id as u64,
            kind: InlineBoxKind::InFlow,
            index: *index,
            width: EMOJI_ADVANCE * EM,
            height: EMOJI_SIZE * EM,
            baseline: Some((EMOJI_SIZE - EMOJI_DROP) * EM),
            vertical_align: VerticalAlign::BASELINE,
        });
    }
    let mut layout = builder.build(plain);
    layout.break_all_lines(None);
    let widths = layout.calculate_content_widths();
    let (cap_height, descent) = measures(&layout);
    Shaped {
        missing: missing(&layout, plain),
        min_width: widths.min / EM,
        max_width: widths.max.max(layout.full_width()) / EM,
        emoji: parted.clusters,
        hard_lines: layout.len().max(1),
        tall: plain.chars().any(is_tall),
        plain: parted.plain.into(),
        layout,
        cap_height,
        descent,
    }
}

/// A text parted into what is shaped and the emoji that stand in it as boxes.
struct Parted {
    plain: String,
    /// Byte of `plain` where each emoji stands.
    boxes: Vec<usize>,
    clusters: Vec<String>,
    /// End of each emoji in the whole text, and its bytes.
    moved: Vec<(usize, usize)>,
}

impl Parted {
    fn new(text: &str) -> Self {
        let mut parted = Self {
            plain: String::with_capacity(text.len()),
            boxes: Vec::new(),
            clusters: Vec::new(),
            moved: Vec::new(),
        };
        let mut taken = 0;
        for range in emoji::clusters(text) {
            parted.plain.push_str(&text[taken..range.start]);
            parted.boxes.push(parted.plain.len());
            parted.clusters.push(text[range.clone()].to_owned());
            parted.moved.push((range.end, range.len()));
            taken = range.end;
        }
        parted.plain.push_str(&text[taken..]);
        parted
    }

    /// Where a byte of the whole text went.
    fn place(&self, byte: usize) -> usize {
        let cut: usize = self
            .moved
            .iter()
            .take_while(|(end, _)| *end <= byte)
            .map(|(_, len)| len)
            .sum();
        byte - cut
    }
}

fn set_defaults(
    builder: &mut RangedBuilder<'_, Ink>,
    key: &Key,
    plain: &str,
    installed: &[String],
) {
    builder.push_default(faces::stack(
        &key.family,
        &key.language,
        key.wide,
        installed,
    ));
    builder.push_default(StyleProperty::FontSize(EM));
    builder.push_default(StyleProperty::FontWeight(FontWeight::new(f32::from(
        key.weight,
    ))));
    builder.push_default(StyleProperty::LetterSpacing(
        f32::from_bits(key.tracking) * EM,
    ));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Normal));
    if breaks_at_blanks(plain) {
        builder.push_default(StyleProperty::WordBreak(WordBreak::KeepAll));
    }
    if key.italic {
        builder.push_default(StyleProperty::FontStyle(FontStyle::Italic));
    }
    if let Some(features) = figures(&key.text, key.tabular) {
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::Source(
            features.into(),
        )));
    }
    if let Ok(language) = key.language.parse() {
        builder.push_default(StyleProperty::Locale(Some(language)));
    }
}

fn set_spans(builder: &mut RangedBuilder<'_, Ink>, key: &Key, parted: &Parted) {
    let plain = &parted.plain;
    for (n, (start, end, weight, italic)) in key.spans.iter().enumerate() {
        let (start, end) = (
            parted.place((*start).min(key.text.len())),
            parted.place((*end).min(key.text.len())),
        );
        if start >= end || !plain.is_char_boundary(start) || !plain.is_char_boundary(end) {
            continue;
        }
        builder.push(StyleProperty::Brush(Ink(n as u16 + 1)), start..end);
        builder.push(
            StyleProperty::FontWeight(FontWeight::new(f32::from(*weight))),
            start..end,
        );
        if *italic {
            builder.push(StyleProperty::FontStyle(FontStyle::Italic), start..end);
        }
    }
}

/// Height of the capitals and depth below the base line of a text's first run, in em.
fn measures(layout: &Layout<Ink>) -> (f32, f32) {
    let run = layout
        .lines()
        .flat_map(|line| line.runs().collect::<Vec<_>>())
        .next();
    let Some(run) = run else { return (0.72, 0.22) };
    let metrics = run.font_metrics();
    let cap = metrics
        .cap_height
        .unwrap_or(0.72 * EM)
        .clamp(0.45 * EM, 0.95 * EM);
    (cap / EM, (metrics.descent / EM).clamp(0.1, 0.5))
}

/// Returns the OpenType features for the figures of a text. Old-style figures, which some faces have by default, are for
/// running text; labels, prices, dates and titles take lining ones.
fn figures(text: &str, tabular: bool) -> Option<&'static str> {
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    let running = text.chars().nth(RUNNING_CHARS).is_some();
    match (tabular, digits && !running) {
        (true, _) => Some("\"lnum\" 1, \"tnum\" 1"),
        (false, true) => Some("\"lnum\" 1"),
        (false, false) => None,
    }
}

fn missing(layout: &Layout<Ink>, plain: &str) -> Vec<char> {
    let mut found = Vec::new();
    for line in layout.lines() {
        for run in line.runs() {
            for cluster in run.clusters() {
                if cluster.glyphs().any(|glyph| glyph.id == 0) {
                    let chars = plain.get(cluster.text_range()).unwrap_or_default().chars();
                    found
                        .extend(chars.filter(|c| {
                            !c.is_control() && !c.is_whitespace() && !is_invisible(*c)
                        }));
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ad}')
}

fn is_tall(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{900}'..='\u{dff}' | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}')
}

/// Syllables of a Korean word that may have to be broken for want of room.
const KOREAN_WORD_MAX: usize = 12;

/// Korean may be broken at any syllable, but reads well only where it has blanks.
fn breaks_at_blanks(text: &str) -> bool {
    let hangul = |c: char| ('\u{ac00}'..='\u{d7a3}').contains(&c);
    text.contains(hangul)
        && text
            .split_whitespace()
            .all(|word| word.chars().count() <= KOREAN_WORD_MAX)
}

#[cfg(test)]
mod tests {
    use super::{figures, glue};

    #[test]
    fn numbers_stay_with_their_units() {
        for (text, want) in [
            ("acima de R$ 199 hoje", "acima de R$\u{a0}199 hoje"),
            ("12 oz (340 g)", "12\u{a0}oz (340 g)"),
            ("14,2 kWh", "14,2\u{a0}kWh"),
            ("32 € pro Monat", "32\u{a0}€ pro Monat"),
            ("7 wonders of", "7 wonders of"),
            ("3-DAY PASS", "3-\u{2060}DAY PASS"),
            ("long-range -4", "long-range -4"),
            ("夏のセール", "夏のセ\u{2060}ー\u{2060}ル"),
            ("", ""),
        ] {
            assert_eq!(glue(text), want);
        }
    }

    #[test]
    fn figures_are_lining_but_in_running_text() {
        let long = "In 1934 she died, having won two Nobel prizes, one in 1903 and one in 1911.";
        for (text, tabular, want) in [
            ("9.50", false, Some("\"lnum\" 1")),
            ("9.50", true, Some("\"lnum\" 1, \"tnum\" 1")),
            ("Menu", false, None),
            (long, false, None),
        ] {
            assert_eq!(figures(text, tabular), want, "{text}");
        }
    }
}
