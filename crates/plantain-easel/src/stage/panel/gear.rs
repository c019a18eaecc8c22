//! Things that people stand and sit on, drawn from the side or the front as poses need them.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Panel;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, fill, oval};
use crate::stage::rect::Rect;

impl Panel {
    /// A board from the side: a deck with raised ends, on wheels when it rolls.
    pub(super) fn deck(&self, r: Rect, rolls: bool, out: &mut Vec<Node>) {
        let color = self.paper();
        if rolls {
            for x in [0.24, 0.76] {
                let k = r.h * 0.52;
                out.push(oval(
                    Rect::around(r.w * x, r.h - k / 2.0, k, k),
                    Rgba::hex(0xf3efe4),
                ));
                out.push(oval(
                    Rect::around(r.w * x, r.h - k / 2.0, k * 0.4, k * 0.4),
                    Rgba::hex(0x8a8f99),
                ));
            }
        }
        let (top, thick) = if rolls { (0.32, 0.2) } else { (0.3, 0.5) };
        let q = |x: f32, y: f32| (r.w * x, r.h * y);
        let (a, b) = (q(0.0, 0.08), q(1.0, 0.08));
        let (c, d) = (q(0.88, top + thick), q(0.12, top + thick));
        let pen = Pen::new()
            .go(a.0, a.1)
            .cubic(q(0.08, top), q(0.12, top), q(0.18, top))
            .line(q(0.82, top).0, q(0.82, top).1)
            .cubic(q(0.88, top), q(0.92, top), b)
            .cubic(q(0.97, top + thick * 0.8), q(0.92, top + thick), c)
            .line(d.0, d.1)
            .cubic(q(0.08, top + thick), q(0.03, top + thick * 0.8), a)
            .close()
            .end();
        out.push(fill(pen, r.w, r.h, color));
        out.push(
            rect()
                .bounds(r.w * 0.18, r.h * top, r.w * 0.64, r.h * thick * 0.34)
                .fill(lighter(color, -0.12)),
        );
    }

    /// A seat of state: a tall back with a crest, cushions, arms.
    pub(super) fn throne(&self, r: Rect, out: &mut Vec<Node>) {
        let gold = Rgba::hex(0xd9a83a);
        let cloth = self.color.unwrap_or(Rgba::hex(0x9c2638));
        let bar = |x: f32, y: f32, w: f32, h: f32, round: f32, color: Rgba| {
            rect()
                .bounds(r.w * x, r.h * y, r.w * w, r.h * h)
                .radius(r.w * round)
                .fill(color)
        };
        for x in [0.12, 0.78] {
            out.push(bar(x, 0.7, 0.1, 0.3, 0.02, lighter(gold, -0.1)));
        }
        let q = |x: f32, y: f32| (r.w * x, r.h * y);
        let arch = |inset: f32| {
            let (a, b) = (q(0.16 + inset, 0.8), q(0.16 + inset, 0.2));
            Pen::new()
                .go(a.0, a.1)
                .line(b.0, b.1)
                .cubic(
                    q(0.2 + inset, 0.06 + inset * 0.5),
                    q(0.4, 0.09 + inset * 0.5),
                    q(0.5, 0.02 + inset * 0.6),
                )
                .cubic(
                    q(0.6, 0.09 + inset * 0.5),
                    q(0.8 - inset, 0.06 + inset * 0.5),
                    q(0.84 - inset, 0.2),
                )
                .line(q(0.84 - inset, 0.8).0, q(0.84 - inset, 0.8).1)
                .close()
                .end()
        };
        out.push(fill(arch(0.0), r.w, r.h, gold));
        out.push(fill(arch(0.06), r.w, r.h, cloth));
        out.push(oval(
            Rect::around(r.w * 0.5, r.h * 0.06, r.w * 0.12, r.w * 0.12),
            Rgba::hex(0xd23b5a),
        ));
        out.push(bar(0.14, 0.6, 0.72, 0.11, 0.03, lighter(cloth, 0.05)));
        out.push(bar(0.1, 0.7, 0.8, 0.08, 0.02, gold));
        for x in [0.04, 0.82] {
            out.push(bar(x, 0.46, 0.14, 0.055, 0.03, gold));
            out.push(bar(x + 0.03, 0.5, 0.08, 0.24, 0.01, lighter(gold, -0.08)));
        }
    }
}
