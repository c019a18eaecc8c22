//! Furnished rooms: what makes a bedroom a bedroom. Things that the prompt names itself are left to it.

pub(in crate::stage::backdrop) mod checks;
mod halls;
mod homes;
mod trades;

use plantain_scene::Rgba;
use plantain_scene::build::{object, rect};
use plantain_scene::node::Node;

pub use self::halls::{audience, castle, gallery, stage};
pub use self::homes::{bathroom, bedroom, library, living};
pub use self::trades::{cafe, gym, hospital, lab, office, shop};
use super::Backdrop;
use super::indoors::{floor, walls_and_skirting, window};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, glow, line, oval};
use crate::stage::rect::Rect;

/// A brush for furniture: positions across and sizes are fractions of the canvas.
struct Fitter<'a, 'b> {
    b: &'a Backdrop<'b>,
    out: &'a mut Vec<Node>,
}

impl Fitter<'_, '_> {
    /// Stands an object of the set on the floor: middle, foot below the wall's foot, height.
    fn put(&mut self, nouns: &[&str], name: &str, x: f32, drop: f32, high: f32) {
        let b = self.b;
        if !nouns.iter().all(|n| b.allows(n)) {
            return;
        }
        let Some(found) = plantain_art::object(name) else {
            return;
        };
        let aspect = (found.bounds.width() / found.bounds.height().max(0.1)) as f32;
        let h = b.h() * high;
        let foot = b.horizon() + b.h() * drop;
        let r = Rect::standing(b.w() * x, foot, h * aspect, h);
        if drop > 0.0 {
            let shadow = Rect::around(r.cx(), foot - 2.0, r.w * 0.96, (r.w * 0.09).min(h * 0.2));
            self.out.push(oval(shadow, b.light.shadow.faded(0.8)));
        }
        self.out.push(object(name).bounds(r.x, r.y, r.w, r.h));
    }

    fn bar(&mut self, r: Rect, color: Rgba) {
        self.out.push(rect().bounds(r.x, r.y, r.w, r.h).fill(color));
    }

    fn lit(&self, rgb: u32) -> Rgba {
        self.b.light.lit(Rgba::hex(rgb), 0.0)
    }

    /// A rug in perspective before the wall.
    fn rug(&mut self, x: f32, wide: f32, color: u32) {
        let b = self.b;
        if !b.allows("rug") || !b.allows("carpet") {
            return;
        }
        let (y, run) = (b.horizon(), b.h() - b.horizon());
        let color = self.lit(color);
        let ring = |grow: f32| {
            let (top, foot) = (y + run * (0.3 + grow * 0.4), y + run * (0.9 - grow));
            let (near, far) = (wide * 0.5 - grow * 0.5, wide * 0.4 - grow * 0.4);
            Pen::new()
                .go(b.w() * (x - far), top)
                .line(b.w() * (x + far), top)
                .line(b.w() * (x + near), foot)
                .line(b.w() * (x - near), foot)
                .close()
                .end()
        };
        for (grow, tone) in [(0.0, 0.0), (0.035, 0.07), (0.055, -0.02)] {
            self.out.push(b.layer(ring(grow), lighter(color, tone)));
        }
        if b.rng("rug").chance(0.5) {
            self.lozenges(x, wide, color);
        }
    }

    /// A row of lozenges across the middle of the rug.
    fn lozenges(&mut self, x: f32, wide: f32, color: Rgba) {
        const ROW: usize = 7;
        let b = self.b;
        let (y, run) = (b.horizon(), b.h() - b.horizon());
        let (cy, high) = (y + run * 0.62, run * 0.1);
        let mut pen = Pen::new();
        for i in 0..ROW {
            let t = (i as f32 + 0.5) / ROW as f32 - 0.5;
            let (cx, half) = (b.w() * (x + t * wide * 0.8), b.w() * wide * 0.045);
            pen = pen
                .go(cx - half, cy)
                .line(cx, cy - high)
                .line(cx + half, cy)
                .line(cx, cy + high)
                .close();
        }
        self.out.push(b.layer(pen.end(), lighter(color, 0.06)));
    }

    /// Framed pictures on the wall: middle, height, width as fractions of canvas, wall and canvas.
    fn frames(&mut self, at: &[(f32, f32, f32)]) {
        let b = self.b;
        if !["painting", "picture", "poster", "frame", "picture frame"]
            .iter()
            .all(|n| b.allows(n))
        {
            return;
        }
        let mut rng = b.rng("frames");
        for (x, y, w) in at {
            let (w, h) = (b.w().min(b.h() * 1.4) * w, b.horizon() * 0.2);
            let r = Rect::around(b.w() * x, b.horizon() * y, w, h);
            let paper = self.lit(*rng.pick(&[0xf3e9d8, 0xdfe9ef, 0xf2dcd0]));
            self.out.push(
                rect()
                    .bounds(r.x, r.y, r.w, r.h)
                    .fill(paper)
                    .stroke(self.lit(0x6b4a35), 4.0)
                    .shadow(2.0, 6.0, b.light.shadow),
            );
            let hue = self.lit(*rng.pick(&[0xd9785a, 0x5f8fa8, 0xe0a84a, 0x6f9a6b]));
            match rng.below(3) {
                0 => self.view(r, hue),
                1 => self.leaves(r, hue),
                _ => self.forms(r, hue),
            }
        }
    }

    /// A picture of hills under a low sun.
    fn view(&mut self, r: Rect, hue: Rgba) {
        let inner = r.grown(-r.h * 0.09);
        let sun = inner.h * 0.3;
        self.bar(inner, lighter(hue, 0.16));
        self.out.push(oval(
            Rect::around(inner.x + inner.w * 0.64, inner.y + inner.h * 0.4, sun, sun),
            self.lit(0xfff3d6),
        ));
        for (lift, tone, lean) in [(0.5, -0.02, 0.14), (0.72, -0.12, -0.1)] {
            let y = inner.y + inner.h * lift;
            let hill = Pen::new()
                .go(inner.x, y + inner.h * lean)
                .cubic(
                    (inner.x + inner.w * 0.3, y - inner.h * 0.14),
                    (inner.x + inner.w * 0.6, y + inner.h * 0.16),
                    (inner.right(), y - inner.h * lean),
                )
                .line(inner.right(), inner.bottom())
                .line(inner.x, inner.bottom())
                .close()
                .end();
            self.out.push(self.b.layer(hill, lighter(hue, tone)));
        }
    }

    /// A picture of a twig with leaves.
    fn leaves(&mut self, r: Rect, hue: Rgba) {
        let (b, k) = (self.b, r.h * 0.34);
        let stem = Pen::new()
            .go(r.cx(), r.cy() + k)
            .quad(r.cx() + k * 0.1, r.cy(), r.cx(), r.cy() - k)
            .end();
        self.out
            .push(line(stem, b.w(), b.h(), lighter(hue, -0.12), r.h * 0.022));
        for (i, side) in [-1.0_f32, 1.0, -1.0, 1.0, -1.0].into_iter().enumerate() {
            let y = r.cy() + k * (0.62 - 0.36 * i as f32);
            let leaf = Rect::around(r.cx() + side * k * 0.34, y - k * 0.12, k * 0.62, k * 0.26);
            self.out
                .push(oval(leaf, lighter(hue, -0.06 + 0.03 * i as f32)).rotate(-28.0 * side));
        }
    }

    /// A picture of three plain forms.
    fn forms(&mut self, r: Rect, hue: Rgba) {
        let k = r.h * 0.4;
        for (dx, dy, size, tone) in [
            (-0.24, 0.12, 1.0, 0.0),
            (0.3, -0.2, 0.72, 0.12),
            (0.2, 0.3, 0.5, -0.16),
        ] {
            let spot = Rect::around(r.cx() + dx * r.h, r.cy() + dy * r.h, k * size, k * size);
            self.out.push(oval(spot, lighter(hue, tone)));
        }
    }

    /// Returns one of the colours by lot that no main thing of the scene has.
    fn accent(&self, purpose: &str, hues: &[u32]) -> u32 {
        const NEAR: f32 = 38.0;
        let clear = |hue: &u32| {
            let own = Rgba::hex(*hue).oklch();
            !self.b.subjects.iter().any(|subject| {
                let other = subject.oklch();
                let d = (own.h - other.h).abs();
                other.c > 0.05 && d.min(360.0 - d) < NEAR
            })
        };
        let free: Vec<u32> = hues.iter().copied().filter(clear).collect();
        let list = if free.is_empty() { hues } else { &free };
        *self.b.rng(purpose).pick(list)
    }

    /// A lamp that hangs from the ceiling.
    fn pendant(&mut self, x: f32, drop: f32, color: u32) {
        let b = self.b;
        if !b.allows("lamp") || !b.allows("pendant lamp") || !b.allows("chandelier") {
            return;
        }
        let (x, y) = (b.w() * x, b.horizon() * drop);
        let k = b.w().min(b.h()) * 0.05;
        let shade = self.lit(color);
        self.out
            .push(glow(x, y + k, k * 4.4, Rgba::hex(0xffe2a0), 0.6));
        self.bar(Rect::new(x - 1.5, 0.0, 3.0, y), self.lit(0x4a4a50));
        let d = Pen::new()
            .go(x - k, y + k)
            .quad(x - k * 0.8, y, x, y - k * 0.1)
            .quad(x + k * 0.8, y, x + k, y + k)
            .close()
            .end();
        self.out.push(b.layer(d, shade));
        self.out.push(oval(
            Rect::around(x, y + k, k * 1.1, k * 0.4),
            Rgba::hex(0xfff3c8),
        ));
    }

    /// A wide window with what lies outside; fractions of canvas and wall.
    fn window(&mut self, x: f32, y: f32, w: f32, h: f32) {
        let b = self.b;
        if b.allows("window") {
            window(
                b,
                self.out,
                b.w() * x,
                b.horizon() * y,
                b.w() * w,
                b.horizon() * h,
            );
        }
    }

    /// Curtains beside a window.
    fn curtains(&mut self, x: f32, y: f32, w: f32, color: u32) {
        let b = self.b;
        if !b.allows("curtain") || !b.allows("window") {
            return;
        }
        let color = self.lit(color);
        let (top, foot) = (b.horizon() * (y - 0.05), b.horizon() * 0.93);
        let wide = b.w() * 0.055;
        self.bar(
            Rect::new(b.w() * (x - 0.05), top - 4.0, b.w() * (w + 0.1), 6.0),
            self.lit(0x6b4a35),
        );
        for left in [b.w() * (x - 0.035), b.w() * (x + w + 0.035) - wide] {
            self.bar(Rect::new(left, top, wide, foot - top), color);
            for i in 1..4 {
                let fold = left + wide * i as f32 / 4.0;
                self.bar(Rect::new(fold, top, 2.5, foot - top), lighter(color, -0.06));
            }
        }
    }

    /// Shelves with the backs of books, over the box.
    fn books(&mut self, r: Rect, rows: usize) {
        let b = self.b;
        let wood = self.lit(0x7a5236);
        self.bar(r, lighter(wood, -0.12));
        let mut rng = b.rng(&format!("books {}", r.x as i32));
        let hues = [
            0xb5483c, 0x3f6ea8, 0xd9a03c, 0x4f8a5b, 0x7a5a9a, 0xe2d5b8, 0x2f4858, 0xc9785a,
            0x8a9a5b,
        ];
        let step = r.h / rows as f32;
        let mut backs: Vec<Pen> = vec![Pen::new(); hues.len()];
        for row in 0..rows {
            let foot = r.y + step * (row as f32 + 1.0) - step * 0.1;
            let mut x = r.x + r.w * 0.03;
            while x < r.right() - r.w * 0.06 {
                let w = step * rng.range(0.1, 0.22);
                let h = step * rng.range(0.58, 0.8);
                let hue = rng.below(hues.len());
                if rng.chance(0.93) {
                    let pen = std::mem::take(&mut backs[hue]);
                    backs[hue] = pen
                        .go(x, foot)
                        .line(x, foot - h)
                        .line(x + w, foot - h)
                        .line(x + w, foot)
                        .close();
                }
                x += w + 1.5;
            }
        }
        for (pen, hue) in backs.into_iter().zip(hues) {
            let color = self.lit(hue);
            self.out.push(b.layer(pen.end(), color));
        }
        for row in 0..=rows {
            let y = r.y + step * row as f32 - step * 0.1;
            self.bar(Rect::new(r.x, y.max(r.y), r.w, step * 0.1), wood);
        }
        for x in [r.x, r.right() - r.w * 0.025] {
            self.bar(Rect::new(x, r.y, r.w * 0.025, r.h), lighter(wood, 0.03));
        }
    }

    /// Square tiles on a part of the wall or the floor.
    fn tiles(&mut self, r: Rect, step: f32, color: Rgba) {
        let b = self.b;
        let mut pen = Pen::new();
        let mut x = r.x;
        while x < r.right() {
            pen = pen.go(x, r.y).line(x, r.bottom());
            x += step;
        }
        let mut y = r.y;
        while y < r.bottom() {
            pen = pen.go(r.x, y).line(r.right(), y);
            y += step;
        }
        self.out.push(line(pen.end(), b.w(), b.h(), color, 2.0));
    }
}

fn shell(b: &Backdrop<'_>, out: &mut Vec<Node>, walls: &[u32], woods: &[u32]) {
    let mut rng = b.rng("room");
    let usual = if b.brick {
        Rgba::hex(0xa85a45)
    } else {
        Rgba::hex(*rng.pick(walls))
    };
    let wall = b.light.lit(b.plain.unwrap_or(usual), 0.0);
    walls_and_skirting(b, out, wall);
    floor(b, out, b.light.ground(Rgba::hex(*rng.pick(woods))));
}
