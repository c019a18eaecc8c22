//! A table under its cloth, and the easel of a painter.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::{Motif, Node, Paint, Pattern};

use super::Panel;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, fill, line, oval};
use crate::stage::rect::Rect;

/// Folds of a cloth that hangs over the edge of a table.
const FOLDS: usize = 6;

impl Panel {
    /// A table whose cloth covers its top and hangs over the near edge.
    pub(super) fn laid(&self, r: Rect, out: &mut Vec<Node>) {
        let wood = Rgba::hex(0x8a5a3c);
        let q = |x: f32, y: f32| (r.w * x, r.h * y);
        for (x, tone) in [(0.1, -0.04), (0.84, -0.04)] {
            out.push(
                rect()
                    .bounds(r.w * x, r.h * 0.4, r.w * 0.06, r.h * 0.6)
                    .radius(r.w * 0.01)
                    .fill(lighter(wood, tone)),
            );
        }
        let cloth = self.color.unwrap_or(Rgba::hex(0xfaf6ee));
        let hem = |mut pen: Pen| {
            // From the right corner to the left one, in scallops.
            let step = 1.0 / FOLDS as f32;
            for i in (0..FOLDS).rev() {
                let (mid, end) = (step * (i as f32 + 0.5), step * i as f32);
                let (a, b) = (q(mid, 0.7), q(end, 0.62));
                pen = pen.quad(a.0, a.1, b.0, b.1);
            }
            pen
        };
        let (a, b, c, d) = (q(0.1, 0.0), q(0.9, 0.0), q(1.0, 0.16), q(1.0, 0.62));
        let front = Pen::new().go(0.0, c.1).line(c.0, c.1).line(d.0, d.1);
        let front = hem(front).close().end();
        let top = Pen::new()
            .go(a.0, a.1)
            .line(b.0, b.1)
            .line(c.0, c.1)
            .line(0.0, c.1)
            .close()
            .end();
        out.push(fill(
            front.clone(),
            r.w,
            r.h,
            self.weave(lighter(cloth, -0.03), r.w),
        ));
        out.push(fill(front, r.w, r.h, Rgba::BLACK.faded(0.07)));
        for i in 1..FOLDS {
            let x = i as f32 / FOLDS as f32;
            let (from, to) = (q(x, 0.2), q(x, 0.62));
            let fold = Pen::new().go(from.0, from.1).line(to.0, to.1).end();
            out.push(line(fold, r.w, r.h, Rgba::BLACK.faded(0.1), r.w * 0.006));
        }
        out.push(fill(top, r.w, r.h, self.weave(cloth, r.w)));
        let edge = Pen::new().go(0.0, c.1).line(c.0, c.1).end();
        out.push(line(edge, r.w, r.h, Rgba::BLACK.faded(0.12), r.h * 0.012));
    }

    /// The cloth's paint: plain, checks or stripes.
    fn weave(&self, cloth: Rgba, w: f32) -> Paint {
        let second = self.second.unwrap_or(Rgba::hex(0xc94a4a));
        let motif = match self.material.as_deref() {
            Some("checkered") => Motif::Checks,
            Some("striped") => Motif::Stripes,
            Some("spotted") => Motif::Dots,
            _ => return cloth.into(),
        };
        Paint::Pattern(Pattern {
            motif,
            color: second.into(),
            ground: Some(cloth.into()),
            step: w * 0.09,
        })
    }

    /// Three legs, a ledge, and a canvas with a landscape on it.
    pub(super) fn easel(&self, r: Rect, out: &mut Vec<Node>) {
        let wood = self.paper();
        let leg = |from: (f32, f32), to: (f32, f32), tone: f32| {
            let d = Pen::new()
                .go(r.w * from.0, r.h * from.1)
                .line(r.w * to.0, r.h * to.1)
                .end();
            line(d, r.w, r.h, lighter(wood, tone), r.w * 0.06)
        };
        out.push(leg((0.5, 0.04), (0.5, 0.94), -0.12));
        out.push(leg((0.44, 0.02), (0.16, 0.985), 0.0));
        out.push(leg((0.56, 0.02), (0.84, 0.985), 0.0));
        let canvas = Rect::new(r.w * 0.04, r.h * 0.1, r.w * 0.92, r.h * 0.56);
        let bar = |b: Rect| rect().bounds(b.x, b.y, b.w, b.h);
        out.push(bar(canvas).radius(3.0).fill(Rgba::hex(0xfdfbf5)));
        self.view(canvas.grown(-canvas.w * 0.05), 0.0, out);
        for (x, y, color) in [
            (0.2, 0.5, 0xe2574c),
            (0.28, 0.56, 0xf6c022),
            (0.68, 0.53, 0x8e44c9),
        ] {
            let k = r.w * 0.06;
            out.push(oval(Rect::around(r.w * x, r.h * y, k, k), Rgba::hex(color)));
        }
        out.push(
            bar(Rect::new(r.w * 0.1, r.h * 0.66, r.w * 0.8, r.h * 0.04))
                .radius(3.0)
                .fill(lighter(wood, 0.05)),
        );
    }
}
