//! Lines of text as runs of glyphs.

use std::sync::Arc;

use vello_cpu::kurbo::{Affine, Rect, Shape as _, Vec2};

use super::{Emitter, Inherited};
use crate::color::Rgba;
use crate::display::{Brush, Glyphs, Op};
use crate::layout::{TextRecord, art};
use crate::node::Text;
use crate::text::SetText;

impl Emitter<'_> {
    pub(super) fn text(
        &mut self,
        text: &Text,
        rect: Rect,
        transform: Affine,
        own: &Inherited<'_>,
        fade: f32,
    ) {
        if text.text.trim().is_empty() {
            return;
        }
        let shrinks = text.min_size > 0.0;
        let (width, height) = (rect.width() as f32, rect.height() as f32);
        let set = if text.arc.is_some() {
            self.setter.set(text, self.theme, self.language, None, None)
        } else {
            self.setter.set(
                text,
                self.theme,
                self.language,
                Some(width),
                shrinks.then_some(height),
            )
        };
        let color = self.theme.resolve(text.color).faded(fade);
        let shown = if text.case == crate::node::Case::Upper {
            text.text.to_uppercase()
        } else {
            text.text.clone()
        };
        // A box that is higher than its text holds it in the middle when the text had to shrink; else at the top.
        let lift = if shrinks && set.size < text.size {
            ((height - set.height) / 2.0).max(0.0)
        } else {
            0.0
        };
        let mut lines = Vec::new();
        if let Some(arc) = text.arc {
            art::arc_text(
                &set,
                arc,
                color,
                rect,
                transform,
                &mut self.picture.display.ops,
            );
            lines.push(transform.transform_rect_bbox(rect));
        } else {
            for line in &set.lines {
                let origin = Vec2::new(rect.x0, rect.y0 + f64::from(lift));
                let ink = Rect::new(
                    f64::from(line.x),
                    f64::from(line.y - line.ascent),
                    f64::from(line.x + line.width),
                    f64::from(line.y + line.descent),
                ) + origin;
                lines.push(transform.transform_rect_bbox(ink));
                self.line(
                    text,
                    &set,
                    line,
                    color,
                    transform * Affine::translate(origin),
                    ink,
                );
            }
        }
        self.picture.texts.push(TextRecord {
            id: own.id.to_owned(),
            role: own.role.to_owned(),
            text: shown,
            literal: own.literal,
            filler: own.filler,
            size: set.size,
            weight: if text.weight == 0 {
                self.theme.fonts.get(text.font).weight
            } else {
                text.weight
            },
            color: self.theme.resolve(text.color).faded(self.opacity),
            rect: transform.transform_rect_bbox(rect),
            lines,
            overflow: set.overflow,
            missing: set.missing.clone(),
            order: self.picture.display.ops.len(),
            within: own.within,
            turned: text.arc.is_some() || !is_upright(transform),
        });
    }

    fn line(
        &mut self,
        text: &Text,
        set: &SetText,
        line: &crate::text::SetLine,
        color: Rgba,
        transform: Affine,
        ink: Rect,
    ) {
        let bounds = transform.transform_rect_bbox(
            Rect::new(
                f64::from(line.x),
                f64::from(line.y - set.size * 1.1),
                f64::from(line.x + line.width),
                f64::from(line.y + set.size * 0.5),
            )
            .inflate(f64::from(set.size) * 0.3, 0.0),
        );
        let faded = f32::from(color.0[3]) / f32::from(self.theme.resolve(text.color).0[3].max(1));
        for run in &line.runs {
            let span = usize::from(run.ink)
                .checked_sub(1)
                .and_then(|n| text.spans.get(n))
                .and_then(|s| s.color);
            let color = span.map_or(color, |c| self.theme.resolve(c).faded(faded));
            let glyphs = |color: Rgba, outline: f32| {
                Op::Glyphs(Glyphs {
                    run: Arc::new(run.clone()),
                    size: set.size,
                    color,
                    outline,
                    transform,
                    bounds,
                    text: Arc::clone(&set.plain),
                })
            };
            if let Some((width, ink)) = text.outline {
                let op = glyphs(self.theme.resolve(ink), width * set.size);
                self.push(op);
            }
            let op = glyphs(color, 0.0);
            self.push(op);
        }
        for inline in &line.inlines {
            let at = Rect::new(
                f64::from(inline.x),
                f64::from(inline.y),
                f64::from(inline.x + inline.size),
                f64::from(inline.y + inline.size),
            );
            art::emoji(
                &inline.cluster,
                at,
                transform,
                &mut self.picture.display.ops,
            );
        }
        let rule = |y: f64| {
            let thick = (f64::from(set.size) * 0.06).max(1.0);
            Rect::new(ink.x0, y, ink.x1, y + thick)
        };
        let base = ink.y1 - f64::from(line.descent);
        let plain = transform
            * Affine::translate(-(Vec2::new(ink.x0 - f64::from(line.x), base - f64::from(line.y))));
        if text.underline {
            self.fill_op(
                &Arc::new(rule(base + f64::from(set.size) * 0.12).to_path(0.1)),
                Brush::Solid(color),
                plain,
                false,
            );
        }
        if text.strike {
            self.fill_op(
                &Arc::new(rule(base - f64::from(set.size) * 0.28).to_path(0.1)),
                Brush::Solid(color),
                plain,
                false,
            );
        }
    }
}

fn is_upright(transform: Affine) -> bool {
    let [_, b, c, ..] = transform.as_coeffs();
    b.abs() < 1e-6 && c.abs() < 1e-6
}
