//! Things that people stand and sit on, drawn from the side or the front as poses need them.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Panel;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, oval};
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

    /// A counter of planks under a pale top.
    pub(super) fn counter(&self, r: Rect, out: &mut Vec<Node>) {
        const PLANKS: usize = 12;
        let wood = self.paper();
        let bar =
            |x: f32, y: f32, w: f32, h: f32| rect().bounds(r.w * x, r.h * y, r.w * w, r.h * h);
        out.push(bar(0.02, 0.08, 0.96, 0.92).fill(wood));
        for i in 1..PLANKS {
            let x = 0.02 + 0.96 * i as f32 / PLANKS as f32;
            out.push(bar(x, 0.12, 0.004, 0.8).fill(lighter(wood, -0.08)));
        }
        out.push(bar(0.02, 0.9, 0.96, 0.1).fill(lighter(wood, -0.1)));
        out.push(
            bar(0.0, 0.0, 1.0, 0.12)
                .radius(r.h * 0.03)
                .fill(Rgba::hex(0xe9dcc6)),
        );
        out.push(bar(0.02, 0.12, 0.96, 0.025).fill(lighter(wood, -0.14)));
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

    /// A window with what is outside: sky by hour and weather, a hill, what falls.
    pub(super) fn window(&self, r: Rect, out: &mut Vec<Node>) {
        let outside = self.material.as_deref().unwrap_or_default();
        let says = |word: &str| outside.contains(word);
        let (night, snow, wet) = (says("night"), says("snow"), says("rain"));
        let hex = |value: u32| Rgba::hex(value);
        let sky = match (night, snow, wet) {
            (true, _, _) => [hex(0x14213f), hex(0x2e4470)],
            (_, true, _) => [hex(0xa9bcd3), hex(0xe6eef6)],
            (_, _, true) => [hex(0x7f90a3), hex(0xb9c5cf)],
            _ if says("sunset") => [hex(0xf2705b), hex(0xfbd08a)],
            _ if says("dusk") => [hex(0x47508f), hex(0xe2a58f)],
            _ => [hex(0x6fb7ee), hex(0xd3ecfb)],
        };
        let hill = match (night, snow) {
            (true, true) => hex(0x9fb0cf),
            (true, false) => hex(0x22354a),
            (false, true) => hex(0xf8fbff),
            _ if wet => hex(0x6f8f6a),
            _ if says("dusk") => hex(0x4d6a5c),
            _ => hex(0x86c46b),
        };
        let frame = self.color.unwrap_or(hex(0xffffff));
        let (k, sill) = (r.w * 0.05, r.h * 0.1);
        let (x, y, w, h) = (k * 1.6, k, r.w - k * 3.2, r.h - k - sill);
        let bar = |x: f32, y: f32, w: f32, h: f32| rect().bounds(x, y, w, h);
        out.push(bar(k * 0.6, 0.0, r.w - k * 1.2, r.h - sill * 0.5).fill(lighter(frame, -0.03)));
        out.push(bar(x, y, w, h).fill(downward(&sky)));
        if night {
            for (sx, sy) in [
                (0.2, 0.16),
                (0.42, 0.3),
                (0.66, 0.12),
                (0.86, 0.36),
                (0.12, 0.42),
            ] {
                out.push(oval(
                    Rect::around(x + w * sx, y + h * sy, k * 0.2, k * 0.2),
                    hex(0xfdf6d8),
                ));
            }
        }
        if let Some(color) = [("moon-disc", 0xfdf3cf), ("sun-disc", 0xffe08a)]
            .into_iter()
            .find_map(|(word, color)| says(word).then_some(hex(color)))
        {
            let side = w.min(h) * 0.24;
            out.push(oval(
                Rect::around(x + w * 0.74, y + h * 0.2, side, side),
                color,
            ));
        }
        let ridge = Pen::new()
            .go(x, y + h)
            .line(x, y + h * 0.76)
            .quad(x + w * 0.3, y + h * 0.6, x + w * 0.62, y + h * 0.76)
            .quad(x + w * 0.82, y + h * 0.84, x + w, y + h * 0.7)
            .line(x + w, y + h)
            .close()
            .end();
        out.push(fill(ridge, r.w, r.h, hill));
        self.falling((x, y, w, h), snow, wet, out);
        out.push(bar(x + w * 0.5 - k * 0.4, y, k * 0.8, h).fill(frame));
        out.push(bar(x, y + h * 0.42, w, k * 0.8).fill(frame));
        out.push(
            bar(0.0, r.h - sill, r.w, sill)
                .radius(sill * 0.2)
                .fill(lighter(frame, -0.06)),
        );
        out.push(bar(0.0, r.h - sill * 0.35, r.w, sill * 0.35).fill(lighter(frame, -0.14)));
        if let Some(cloth) = self.second {
            curtains(r, r.h - sill, cloth, out);
        }
    }

    /// Flakes or drops within the panes; the same in every picture, since a pane is small.
    fn falling(
        &self,
        (x, y, w, h): (f32, f32, f32, f32),
        snow: bool,
        wet: bool,
        out: &mut Vec<Node>,
    ) {
        if !snow && !wet {
            return;
        }
        let mut streaks = Pen::new();
        for n in 0..46_u32 {
            // Steps by two irrational parts spread evenly without looking like a grid.
            let fx = (n as f32 * 0.618_034).fract();
            let fy = (n as f32 * 0.754_878).fract();
            let (px, py) = (x + w * (0.02 + 0.95 * fx), y + h * (0.02 + 0.94 * fy));
            if snow {
                let side = w * (0.014 + 0.016 * ((n * 7 % 5) as f32 / 5.0));
                out.push(oval(
                    Rect::around(px, py, side, side),
                    Rgba::WHITE.faded(0.92),
                ));
            } else {
                streaks = streaks.go(px, py).line(px + w * 0.012, py + h * 0.05);
            }
        }
        if wet {
            let drop = Rgba::hex(0xeaf3fa).faded(0.8);
            out.push(crate::stage::pen::line(
                streaks.end(),
                w + x * 2.0,
                h + y * 2.0,
                drop,
                w * 0.007,
            ));
        }
    }

    /// A board of squares that recedes, with a few men on either side.
    pub(super) fn chess_board(&self, r: Rect, out: &mut Vec<Node>) {
        const FILES: usize = 8;
        const RANKS: usize = 4;
        let dark = self.paper();
        let light = Rgba::hex(0xf1dfc0);
        // Fractions of the box: the far edge is narrower.
        let (top, bottom) = (0.46_f32, 0.9_f32);
        let q = |file: f32, rank: f32| {
            let t = rank / RANKS as f32;
            let inset = 0.1 * (1.0 - t);
            let x = inset + (1.0 - 2.0 * inset) * file / FILES as f32;
            (r.w * x, r.h * (top + (bottom - top) * t))
        };
        let slab = |a: (f32, f32), b: (f32, f32), c: (f32, f32), d: (f32, f32)| {
            Pen::new()
                .go(a.0, a.1)
                .line(b.0, b.1)
                .line(c.0, c.1)
                .line(d.0, d.1)
                .close()
        };
        let edge = (r.h * 0.1, 0.0);
        let (files, ranks) = (FILES as f32, RANKS as f32);
        let (a, b, c, d) = (q(0.0, 0.0), q(files, 0.0), q(files, ranks), q(0.0, ranks));
        let side = slab(d, c, (c.0, c.1 + edge.0), (d.0, d.1 + edge.0)).end();
        out.push(fill(side, r.w, r.h, lighter(dark, -0.1)));
        out.push(fill(slab(a, b, c, d).end(), r.w, r.h, light));
        let mut squares = Pen::new();
        for rank in 0..RANKS {
            for file in (rank % 2..FILES).step_by(2) {
                let (x, y) = (file as f32, rank as f32);
                let [a, b, c, d] = [q(x, y), q(x + 1.0, y), q(x + 1.0, y + 1.0), q(x, y + 1.0)];
                squares = squares
                    .go(a.0, a.1)
                    .line(b.0, b.1)
                    .line(c.0, c.1)
                    .line(d.0, d.1)
                    .close();
            }
        }
        out.push(fill(squares.end(), r.w, r.h, dark));
        for (file, rank, white) in [
            (1.5, 0.5, false),
            (3.5, 0.5, false),
            (6.5, 0.5, false),
            (4.5, 1.5, false),
            (2.5, 2.5, true),
            (5.5, 2.5, true),
            (0.5, 3.5, true),
            (3.5, 3.5, true),
            (7.2, 3.5, true),
        ] {
            let (x, y) = q(file, rank);
            let h = r.h * (0.3 + 0.04 * rank);
            let tone = Rgba::hex(if white { 0xfaf4e6 } else { 0x33241c });
            man(r, (x, y), h, tone, out);
        }
    }
}

/// A chessman on its square.
fn man(r: Rect, (x, y): (f32, f32), h: f32, tone: Rgba, out: &mut Vec<Node>) {
    let shade = lighter(tone, -0.12);
    let w = h * 0.3;
    let body = Pen::new()
        .go(x - w, y)
        .quad(x - w * 0.3, y - h * 0.3, x - w * 0.34, y - h * 0.66)
        .line(x + w * 0.34, y - h * 0.66)
        .quad(x + w * 0.3, y - h * 0.3, x + w, y)
        .close()
        .end();
    out.push(fill(body, r.w, r.h, tone));
    out.push(oval(
        Rect::around(x, y - h * 0.02, w * 2.1, h * 0.16),
        shade,
    ));
    out.push(oval(Rect::around(x, y - h * 0.78, w * 1.2, w * 1.2), tone));
}

/// Two curtains at the sides of a window, drawn back at the height of the sill, under their rod.
fn curtains(r: Rect, foot: f32, cloth: Rgba, out: &mut Vec<Node>) {
    let wide = r.w * 0.27;
    for (edge, inward) in [(0.0, 1.0), (r.w, -1.0)] {
        let x = |share: f32| edge + inward * wide * share;
        let drape = Pen::new()
            .go(x(-0.2), 0.0)
            .line(x(1.0), 0.0)
            .quad(x(0.9), foot * 0.6, x(0.25), foot * 0.72)
            .line(x(0.45), foot)
            .line(x(-0.2), foot)
            .close()
            .end();
        out.push(fill(drape, r.w, r.h, cloth));
        let mut folds = Pen::new();
        for share in [0.12_f32, 0.42, 0.7] {
            folds = folds.go(x(share), 0.0).quad(
                x(share * 0.9),
                foot * 0.55,
                x(share * 0.3),
                foot * 0.7,
            );
        }
        let shade = lighter(cloth, -0.08);
        out.push(crate::stage::pen::line(
            folds.end(),
            r.w,
            r.h,
            shade,
            r.w * 0.012,
        ));
        let band = rect().bounds(
            x(0.02).min(x(0.3)) - r.w * 0.01,
            foot * 0.7,
            wide * 0.3,
            foot * 0.035,
        );
        out.push(band.fill(lighter(cloth, -0.16)));
    }
    let rod = rect().bounds(-r.w * 0.08, -r.h * 0.02, r.w * 1.16, r.h * 0.028);
    out.push(rod.radius(r.h * 0.014).fill(Rgba::hex(0x7a5a3c)));
}
