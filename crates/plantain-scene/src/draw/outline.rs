//! Glyphs as outlines, for documents that must look the same without the fonts.

use skrifa::instance::{LocationRef, NormalizedCoord, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use vello_cpu::kurbo::{Affine, BezPath};

use crate::display::Glyphs;

/// Returns the outline of a run of glyphs in the operation's own coordinates.
pub(super) fn outline(glyphs: &Glyphs) -> BezPath {
    let run = &glyphs.run;
    let mut all = BezPath::new();
    let Ok(font) = FontRef::from_index(run.font.data.data(), run.font.index) else {
        return all;
    };
    let coords: Vec<NormalizedCoord> = run
        .coords
        .iter()
        .map(|bits| NormalizedCoord::from_bits(*bits))
        .collect();
    let outlines = font.outline_glyphs();
    let slant = libm::tan(f64::from(run.skew).to_radians());
    for glyph in &run.glyphs {
        let Some(found) = outlines.get(GlyphId::new(glyph.id)) else {
            continue;
        };
        let mut pen = Pen(BezPath::new());
        let settings = DrawSettings::unhinted(Size::new(glyphs.size), LocationRef::new(&coords));
        if found.draw(settings, &mut pen).is_err() {
            continue;
        }
        // Font outlines grow upward.
        let place = Affine::new([
            1.0,
            0.0,
            slant,
            -1.0,
            f64::from(glyph.x),
            f64::from(glyph.y),
        ]);
        all.extend((place * pen.0).elements().iter().copied());
    }
    all
}

struct Pen(BezPath);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((f64::from(x), f64::from(y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((f64::from(x), f64::from(y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0
            .quad_to((f64::from(cx), f64::from(cy)), (f64::from(x), f64::from(y)));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.curve_to(
            (f64::from(ax), f64::from(ay)),
            (f64::from(bx), f64::from(by)),
            (f64::from(x), f64::from(y)),
        );
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}
