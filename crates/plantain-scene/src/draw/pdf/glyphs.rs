//! Letters in PDF: real text in embedded fonts, so that it can be searched, selected and read aloud.

use std::collections::HashMap;
use std::ops::Range;

use krilla::geom::{Point, Transform};
use krilla::paint::{Fill, FillRule, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};

use super::fill_of;
use crate::display::{Brush, Glyphs};
use crate::draw::EMBOLDEN;
use crate::draw::outline::outline;
use crate::text::SetRun;

/// Identifies a font at a place in its design space: file, face, bits of the variations.
type FontKey = (u64, u32, Vec<([u8; 4], u32)>);

/// The fonts of one document.
#[derive(Default)]
pub(super) struct Fonts(HashMap<FontKey, Option<Font>>);

impl Fonts {
    fn get(&mut self, run: &SetRun) -> Option<Font> {
        let bits = |(tag, value): &([u8; 4], f32)| (*tag, value.to_bits());
        let key = (
            run.font.data.id(),
            run.font.index,
            run.variations.iter().map(bits).collect(),
        );
        let font = self.0.entry(key).or_insert_with(|| {
            let (data, _) = run.font.data.clone().into_raw_parts();
            let place: Vec<(Tag, f32)> = run
                .variations
                .iter()
                .map(|(tag, value)| (Tag::new(tag), *value))
                .collect();
            Font::new_variable(data.into(), run.font.index, &place)
        });
        font.clone()
    }
}

/// Draws a run of glyphs with the text that they stand for.
pub(super) fn draw(glyphs: &Glyphs, fonts: &mut Fonts, surface: &mut Surface<'_>) {
    let Fill { paint, opacity, .. } = fill_of(&Brush::Solid(glyphs.color), FillRule::NonZero);
    let stroke = |width: f32| Stroke {
        paint: paint.clone(),
        opacity,
        width,
        line_join: LineJoin::Round,
        ..Stroke::default()
    };
    if glyphs.outline > 0.0 {
        surface.set_fill(None);
        surface.set_stroke(Some(stroke(glyphs.outline)));
        // The same words come again as filled letters; once is enough for those who read the text.
        super::shape(surface, &outline(glyphs));
        return;
    }
    let bolder = glyphs
        .run
        .embolden
        .then(|| stroke(glyphs.size * EMBOLDEN * 2.0));
    surface.set_stroke(bolder);
    surface.set_fill(Some(Fill {
        paint,
        opacity,
        rule: FillRule::NonZero,
    }));
    match fonts.get(&glyphs.run) {
        Some(font) => text(glyphs, font, surface),
        None => super::shape(surface, &outline(glyphs)),
    }
}

fn text(glyphs: &Glyphs, font: Font, surface: &mut Surface<'_>) {
    let run = &glyphs.run;
    let Some(first) = run.glyphs.first() else {
        return;
    };
    let (words, ranges) = words(glyphs);
    let size = glyphs.size;
    let ends = run.glyphs.iter().skip(1).map(|glyph| glyph.x);
    let placed: Vec<KrillaGlyph> = run
        .glyphs
        .iter()
        .zip(ends.chain([run.x + run.width]))
        .zip(ranges)
        .map(|((glyph, end), range)| {
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                (end - glyph.x) / size,
                0.0,
                (first.y - glyph.y) / size,
                0.0,
                range,
                None,
            )
        })
        .collect();
    let start = Point::from_xy(first.x, first.y);
    let slant = libm::tan(f64::from(run.skew).to_radians()) as f32;
    // Leans the letters over their base line.
    surface.push_transform(&Transform::from_row(
        1.0,
        0.0,
        -slant,
        1.0,
        slant * first.y,
        0.0,
    ));
    surface.draw_glyphs(start, &placed, font, &words, size, false);
    surface.pop();
}

/// Returns the words of a run in reading order, and each glyph's bytes of them.
///
/// Invisible joiners that only steer line breaks are left out, and unbreakable spaces are spaces, so that a search for
/// what the reader sees finds it.
fn words(glyphs: &Glyphs) -> (String, Vec<Range<usize>>) {
    let run = &glyphs.run;
    let mut clusters: Vec<(u32, u32)> = run.glyphs.iter().map(|g| (g.start, g.end)).collect();
    clusters.sort_unstable();
    clusters.dedup();
    let mut words = String::new();
    let mut places = HashMap::with_capacity(clusters.len());
    for (start, end) in clusters {
        let from = words.len();
        let cluster = glyphs.text.get(start as usize..end as usize);
        words.extend(cluster.unwrap_or_default().chars().filter_map(|c| match c {
            '\u{2060}' => None,
            '\u{a0}' => Some(' '),
            c => Some(c),
        }));
        places.insert((start, end), from..words.len());
    }
    let ranges = run
        .glyphs
        .iter()
        .map(|g| places.get(&(g.start, g.end)).cloned().unwrap_or(0..0));
    let ranges = ranges.collect();
    (words, ranges)
}
