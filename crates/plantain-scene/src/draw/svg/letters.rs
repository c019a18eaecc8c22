//! Letters in SVG as text, with the glyphs of their fonts embedded.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use base64::Engine as _;
use vello_cpu::kurbo::Affine;

use super::webfont::{is_truetype, subset};
use super::{escape, number};
use crate::display::Glyphs;
use crate::text::{Class, Face, SetRun, embedded_face};

/// A run of glyphs as a text element.
pub(super) struct TextElement {
    pub attributes: String,
    pub words: String,
    /// Leans the letters of a face without italics over their base line.
    pub lean: Affine,
}

/// Family, italic, lightest weight and place in the file: no two embedded faces share all of them.
type FaceKey = (&'static str, bool, u16, u32);

/// The faces of a document with their glyphs in use.
#[derive(Default)]
pub(super) struct Fonts(BTreeMap<FaceKey, (&'static Face, BTreeSet<u32>)>);

impl Fonts {
    /// Returns a run as a text element; none when its font cannot be embedded: fonts of the machine it is drawn on, and
    /// those without TrueType outlines (Chinese, Japanese, Korean).
    pub fn text(&mut self, glyphs: &Glyphs) -> Option<TextElement> {
        let run = &glyphs.run;
        let face = embedded_face(&run.font).filter(|face| is_truetype(face.data, face.index))?;
        let (first, words) = (run.glyphs.first()?, words(glyphs)?);
        let (_, used) = self
            .0
            .entry((face.family, face.italic, face.weights.0, face.index))
            .or_insert_with(|| (face, BTreeSet::new()));
        used.extend(run.glyphs.iter().map(|glyph| glyph.id));
        let mut attributes = format!(
            " x=\"{}\" y=\"{}\" font-family=\"{}\" font-size=\"{}\" xml:space=\"preserve\"",
            number(f64::from(first.x)),
            number(f64::from(first.y)),
            escape(&stack(face)),
            number(f64::from(glyphs.size))
        );
        if let Some(weight) = weight(run, face) {
            let _ = write!(attributes, " font-weight=\"{weight}\"");
        }
        if face.italic {
            attributes.push_str(" font-style=\"italic\"");
        }
        // The left end is given, which is where text from right to left ends.
        if run.rtl {
            attributes.push_str(" direction=\"rtl\" text-anchor=\"end\"");
        }
        let width = f64::from(run.x + run.width - first.x);
        if words.chars().count() > 1 && width > 0.0 {
            let _ = write!(attributes, " textLength=\"{}\"", number(width));
        }
        let slant = libm::tan(f64::from(run.skew).to_radians());
        let lean = if slant == 0.0 {
            Affine::IDENTITY
        } else {
            Affine::new([1.0, 0.0, -slant, 1.0, slant * f64::from(first.y), 0.0])
        };
        Some(TextElement {
            attributes,
            words,
            lean,
        })
    }

    /// Returns the style sheet that embeds the glyphs in use.
    pub fn style(&self) -> String {
        let mut rules = String::new();
        for (face, used) in self.0.values() {
            let Some(font) = subset(face.data, face.index, used) else {
                continue;
            };
            let weights = match face.weights {
                (low, high) if low == high => low.to_string(),
                (low, high) => format!("{low} {high}"),
            };
            let style = if face.italic { "italic" } else { "normal" };
            let data = base64::engine::general_purpose::STANDARD.encode(font);
            let _ = writeln!(
                rules,
                "@font-face{{font-family:\"{}\";font-weight:{weights};font-style:{style};src:url(data:font/ttf;base64,{data})}}",
                face.family
            );
        }
        if rules.is_empty() {
            return rules;
        }
        format!("<style>{rules}</style>\n")
    }
}

/// Returns the words that a run stands for, in reading order; none when it is only a part of a cluster.
fn words(glyphs: &Glyphs) -> Option<String> {
    let run = &glyphs.run;
    let start = run.glyphs.iter().map(|glyph| glyph.start).min()?;
    let end = run.glyphs.iter().map(|glyph| glyph.end).max()?;
    let words = glyphs.text.get(start as usize..end as usize)?;
    (!words.is_empty()).then(|| words.replace('\u{2060}', "").replace('\u{a0}', " "))
}

fn weight(run: &SetRun, face: &Face) -> Option<u16> {
    let axis = run.variations.iter().find(|(tag, _)| tag == b"wght");
    let weight = axis.map_or(face.weights.0, |(_, value)| *value as u16);
    (weight != 400).then_some(weight)
}

/// The family and what comes nearest to it where it is not embedded.
fn stack(face: &Face) -> String {
    let generic = match face.class {
        Class::Serif | Class::Slab => "serif",
        Class::Mono | Class::Pixel | Class::Typewriter => "monospace",
        Class::Script | Class::Hand | Class::Chalk => "cursive",
        Class::Sans | Class::Rounded | Class::Condensed | Class::Display | Class::Symbols => {
            "sans-serif"
        }
    };
    format!("'{}', {generic}", face.family)
}
