//! Forms with a body of their own: branches, tents, bamboo, books.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::super::light::lighter;
use super::super::pen::{Pen, fill, line, oval};
use super::super::rect::Rect;
use super::Panel;

impl Panel {
    pub(super) fn branch(&self, r: Rect, out: &mut Vec<Node>) {
        let bark = self.paper();
        let d = Pen::new()
            .go(0.0, r.h * 0.5)
            .cubic(
                (r.w * 0.3, r.h * 0.36),
                (r.w * 0.6, r.h * 0.5),
                (r.w, r.h * 0.4),
            )
            .line(r.w, r.h * 0.47)
            .cubic(
                (r.w * 0.6, r.h * 0.66),
                (r.w * 0.3, r.h * 0.6),
                (0.0, r.h * 0.82),
            )
            .close()
            .end();
        out.push(fill(d, r.w, r.h, bark));
        let twigs = Pen::new()
            .go(r.w * 0.68, r.h * 0.5)
            .quad(r.w * 0.76, r.h * 0.2, r.w * 0.86, r.h * 0.1)
            .go(r.w * 0.3, r.h * 0.58)
            .quad(r.w * 0.36, r.h * 0.8, r.w * 0.44, r.h * 0.92)
            .end();
        out.push(line(twigs, r.w, r.h, bark, r.h * 0.07));
        let leaf = Rgba::hex(0x5a9a55);
        for (x, y, turn, tone) in [
            (0.86, 0.1, -30.0, 0.0),
            (0.8, 0.22, 40.0, 0.04),
            (0.97, 0.34, -20.0, 0.0),
            (0.44, 0.92, 30.0, -0.03),
            (0.37, 0.84, -40.0, 0.03),
            (0.93, 0.52, 35.0, -0.03),
        ] {
            let (w, h) = (r.h * 0.42, r.h * 0.18);
            out.push(oval(Rect::around(r.w * x, r.h * y, w, h), lighter(leaf, tone)).rotate(turn));
        }
    }

    pub(super) fn tent(&self, r: Rect, out: &mut Vec<Node>) {
        let cloth = self.paper();
        let tri = |pts: &[(f32, f32)]| {
            let mut pen = Pen::new();
            for (i, (x, y)) in pts.iter().enumerate() {
                let (x, y) = (x * r.w, y * r.h);
                pen = if i == 0 { pen.go(x, y) } else { pen.line(x, y) };
            }
            pen.close().end()
        };
        let flank = tri(&[(0.36, 0.03), (0.78, 0.1), (1.0, 1.0), (0.66, 1.0)]);
        out.push(fill(flank, r.w, r.h, lighter(cloth, -0.1)));
        out.push(fill(
            tri(&[(0.36, 0.03), (0.68, 1.0), (0.0, 1.0)]),
            r.w,
            r.h,
            cloth,
        ));
        out.push(fill(
            tri(&[(0.355, 0.24), (0.47, 1.0), (0.22, 1.0)]),
            r.w,
            r.h,
            Rgba::hex(0x3a2d33),
        ));
        out.push(fill(
            tri(&[(0.355, 0.24), (0.29, 1.0), (0.2, 1.0)]),
            r.w,
            r.h,
            lighter(cloth, 0.07),
        ));
        let ridge = Pen::new()
            .go(0.36 * r.w, 0.05 * r.h)
            .line(0.78 * r.w, 0.11 * r.h)
            .end();
        out.push(line(ridge, r.w, r.h, lighter(cloth, 0.09), r.h * 0.025));
    }

    pub(super) fn bamboo(&self, r: Rect, out: &mut Vec<Node>) {
        let green = self.paper();
        for (x, top, w, tone) in [(0.26, 0.16, 0.17, -0.03), (0.56, 0.0, 0.2, 0.02)] {
            let (x, w) = (x * r.w, w * r.w);
            let mut y = top * r.h;
            let step = r.h * 0.25;
            while y < r.h - 1.0 {
                let k = step.min(r.h - y);
                out.push(
                    rect()
                        .bounds(x, y, w, k)
                        .radius(w * 0.2)
                        .fill(lighter(green, tone)),
                );
                out.push(
                    rect()
                        .bounds(x - w * 0.06, y + k - w * 0.12, w * 1.12, w * 0.16)
                        .radius(w * 0.08)
                        .fill(lighter(green, -0.1)),
                );
                y += step;
            }
        }
        for (x, y, turn, tone) in [
            (0.86, 0.2, -32.0, 0.0),
            (0.9, 0.34, 24.0, -0.05),
            (0.14, 0.4, 30.0, -0.02),
            (0.1, 0.52, -26.0, 0.03),
        ] {
            out.push(
                oval(
                    Rect::around(r.w * x, r.h * y, r.w * 0.34, r.w * 0.13),
                    lighter(Rgba::hex(0x4f9a4a), tone),
                )
                .rotate(turn),
            );
        }
    }

    pub(super) fn volume(&self, r: Rect, out: &mut Vec<Node>) {
        let cover = self.paper();
        let k = r.h * 0.16;
        out.push(rect().bounds(0.0, 0.0, r.w, r.h).radius(k).fill(cover));
        out.push(
            rect()
                .bounds(r.w * 0.09, k, r.w * 0.905, r.h - 2.0 * k)
                .fill(Rgba::hex(0xf8f3e6)),
        );
        for i in 1..4 {
            let y = k + (r.h - 2.0 * k) * i as f32 / 4.0;
            out.push(
                rect()
                    .bounds(r.w * 0.1, y, r.w * 0.89, 1.4)
                    .fill(Rgba::hex(0xddd3bd)),
            );
        }
        for x in [0.02, 0.062] {
            out.push(
                rect()
                    .bounds(r.w * x, 0.0, r.w * 0.012, r.h)
                    .fill(lighter(cover, 0.12)),
            );
        }
    }
}
