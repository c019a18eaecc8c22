//! Places the glyphs of a text whose size and width are settled.

use std::sync::Arc;

use parley::layout::{Alignment, AlignmentOptions, PositionedLayoutItem};

use super::super::EM;
use super::super::shape::{Ink, Shaped};
use super::{Inline, SLACK, SetGlyph, SetLine, SetRun, SetText, leading};
use crate::node::{Align, Text};

/// How a text is set: the size, the width at which it breaks, the width of its box, and what is known about both.
pub(super) struct Setting {
    pub size: f32,
    pub wrap: Option<f32>,
    pub width: Option<f32>,
    pub overflow: bool,
    pub right_to_left: bool,
}

/// Breaks a shaped text at a width and places its glyphs.
pub(super) fn place(text: &Text, shaped: &Shaped, setting: &Setting) -> SetText {
    let Setting { size, width, .. } = *setting;
    let mut layout = shaped.layout.clone();
    let scale = size / EM;
    layout.break_all_lines(setting.wrap.map(|w| (w + SLACK) / scale));
    let start_is_right = setting.right_to_left || layout.is_rtl();
    let alignment = match text.align {
        Align::Start if start_is_right => Alignment::Right,
        Align::Start => Alignment::Left,
        Align::Center => Alignment::Center,
        Align::End if start_is_right => Alignment::Left,
        Align::End => Alignment::Right,
        Align::Justify => Alignment::Justify,
    };
    layout.align(
        alignment,
        AlignmentOptions {
            align_when_overflowing: true,
            last_line_alignment: None,
        },
    );
    // A balanced text is broken narrower than its box and then moved to its place in it.
    let inner = layout.layout_max_advance() * scale;
    let shift = shift(text.align, start_is_right, width.unwrap_or(inner), inner);
    let leading = leading(text, size, shaped.tall);
    let line_height = leading * size;
    let lines: Vec<SetLine> = layout
        .lines()
        .enumerate()
        .map(|(n, line)| {
            // Capitals stand in the optical middle of the line box.
            let y = n as f32 * line_height + (line_height + shaped.cap_height * size) * 0.5;
            place_line(shaped, &line, Spot { size, shift, y })
        })
        .collect();
    let widest = lines.iter().map(|line| line.width).fold(0.0, f32::max);
    let too_wide = width.is_some_and(|w| widest > w + 0.5);
    SetText {
        size,
        width: widest,
        height: lines.len().max(1) as f32 * line_height,
        leading,
        lines,
        overflow: setting.overflow || too_wide,
        missing: shaped.missing.clone(),
        plain: Arc::clone(&shaped.plain),
    }
}

/// Returns how far lines that were broken at `inner` move to their place in a box of `outer`.
fn shift(align: Align, start_is_right: bool, outer: f32, inner: f32) -> f32 {
    let shift = match align {
        Align::Center => (outer - inner) * 0.5,
        Align::End if !start_is_right => outer - inner,
        Align::Start | Align::Justify if start_is_right => outer - inner,
        _ => 0.0,
    };
    if inner.is_finite() && shift.is_finite() {
        shift
    } else {
        0.0
    }
}

/// Where a line is set: its size, how far it moves to the right, and its base.
#[derive(Clone, Copy)]
struct Spot {
    size: f32,
    shift: f32,
    y: f32,
}

fn place_line(shaped: &Shaped, line: &parley::layout::Line<'_, Ink>, spot: Spot) -> SetLine {
    let Spot { size, shift, y } = spot;
    let scale = size / EM;
    let metrics = line.metrics();
    let mut set = SetLine {
        x: metrics.offset * scale + shift,
        width: (metrics.advance - metrics.hanging_advance) * scale,
        y,
        ascent: shaped.cap_height * size,
        descent: shaped.descent * size,
        runs: Vec::new(),
        inlines: Vec::new(),
    };
    // Glyphs of one run may come in several parts, one after the other.
    let mut words = (None, Vec::new().into_iter());
    for item in line.items() {
        match item {
            PositionedLayoutItem::GlyphRun(run) => {
                let face = run.run();
                if words.0 != Some(face.index()) {
                    words = (Some(face.index()), clusters(face).into_iter());
                }
                set.runs.push(place_run(&run, words.1.by_ref(), spot));
            }
            PositionedLayoutItem::InlineBox(inline) => {
                let side = inline.height * scale;
                set.inlines.push(Inline {
                    cluster: shaped
                        .emoji
                        .get(inline.id as usize)
                        .cloned()
                        .unwrap_or_default(),
                    x: inline.x * scale + shift + (inline.width * scale - side) * 0.5,
                    y: y - (inline.height - 0.2 * EM) * scale,
                    size: side,
                });
            }
        }
    }
    set
}

fn place_run(
    run: &parley::layout::GlyphRun<'_, Ink>,
    words: impl Iterator<Item = (u32, u32)>,
    Spot { size, shift, y }: Spot,
) -> SetRun {
    let scale = size / EM;
    let face = run.run();
    let glyphs = run
        .positioned_glyphs()
        .zip(words)
        .map(|(g, (start, end))| SetGlyph {
            id: g.id,
            x: g.x * scale + shift,
            y: y + (g.y - run.baseline()) * scale,
            start,
            end,
        })
        .collect();
    let synthesis = face.synthesis();
    SetRun {
        font: face.font().clone(),
        coords: face
            .normalized_coords()
            .iter()
            .map(|coord| coord.to_bits())
            .collect(),
        variations: synthesis
            .variation_settings()
            .iter()
            .map(|(tag, value)| (tag.to_be_bytes(), *value))
            .collect(),
        skew: synthesis.skew().unwrap_or(0.0),
        embolden: synthesis.embolden(),
        ink: run.style().brush.0,
        glyphs,
        x: run.offset() * scale + shift,
        width: run.advance() * scale,
        rtl: face.is_rtl(),
    }
}

/// Returns the bytes of the text that each glyph of a run stands for, in the order of the eye.
fn clusters(run: &parley::layout::Run<'_, Ink>) -> Vec<(u32, u32)> {
    let mut all: Vec<(u32, u32)> = Vec::with_capacity(run.len());
    for cluster in run.visual_clusters() {
        let range = cluster.text_range();
        // The letters of a ligature after its first have no glyph; the ligature stands for them too.
        if cluster.is_ligature_continuation()
            && let Some(ligature) = all.last_mut()
        {
            ligature.1 = ligature.1.max(range.end as u32);
            continue;
        }
        let range = (range.start as u32, range.end as u32);
        all.extend(std::iter::repeat_n(range, cluster.glyphs().count()));
    }
    all
}
