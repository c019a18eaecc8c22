//! Robots: head and shoulders, or a whole figure, of rounded metal.

use plantain_scene::Rgba;
use plantain_scene::build::{rect, stack};
use plantain_scene::node::Node;

use super::light::lighter;
use super::pen::{Pen, line, oval};
use super::rect::Rect;
use crate::rng::Rng;

/// A robot.
#[derive(Debug, Clone, PartialEq)]
pub struct Robot {
    pub shell: Rgba,
    pub glow: Rgba,
    /// Head: 0 boxy, 1 round, 2 dome.
    pub head: u8,
    /// Eyes: 0 two lamps, 1 a visor.
    pub eyes: u8,
    pub sad: bool,
    pub raised: bool,
}

const SHELLS: [u32; 6] = [0xb8c4d6, 0x8fb8d8, 0xf0a95a, 0x9fd0b4, 0xe58f8f, 0xc9b6e4];
const GLOWS: [u32; 4] = [0x4fe3ff, 0xffd34f, 0x7dff9a, 0xff7ad1];

impl Robot {
    /// Returns a robot; what the tint leaves open is the seed's.
    pub fn new(tint: Option<Rgba>, attributes: &[String], rng: &mut Rng) -> Self {
        let said = |words: &[&str]| attributes.iter().any(|a| words.contains(&a.as_str()));
        let (head, eyes) = (rng.below(3) as u8, rng.below(2) as u8);
        Self {
            shell: tint.unwrap_or_else(|| Rgba::hex(*rng.pick(&SHELLS))),
            glow: Rgba::hex(*rng.pick(&GLOWS)),
            head: match () {
                () if said(&["square head", "cubic head"]) => 0,
                () if said(&["round head", "spherical head"]) => 1,
                () => head,
            },
            eyes: if said(&["round eye", "square eye", "large eye"]) {
                0
            } else {
                eyes
            },
            sad: attributes.iter().any(|a| a == "sad" || a == "lonely"),
            raised: false,
        }
    }

    /// Width divided by height of the whole figure.
    pub const ASPECT: f32 = 0.62;

    /// Where the raised hand is, as fractions of the box.
    pub fn hand(&self) -> [f32; 2] {
        if self.raised {
            [0.94, 0.4]
        } else {
            [0.9, 0.66]
        }
    }

    /// Draws the whole robot into the box.
    pub fn draw(&self, r: Rect) -> Node {
        let mut out = Vec::new();
        let dark = lighter(self.shell, -0.14);
        let bar = |x: f32, y: f32, w: f32, h: f32, k: f32, c: Rgba| {
            rect()
                .bounds(r.w * x, r.h * y, r.w * w, r.h * h)
                .radius(r.h * k)
                .fill(c)
        };
        for x in [0.3, 0.57] {
            out.push(bar(x, 0.74, 0.13, 0.22, 0.02, dark));
            out.push(bar(
                x - 0.05,
                0.93,
                0.23,
                0.07,
                0.03,
                lighter(self.shell, -0.22),
            ));
        }
        let arm = |from: (f32, f32), by: (f32, f32), to: (f32, f32)| {
            Pen::new()
                .go(from.0 * r.w, from.1 * r.h)
                .quad(by.0 * r.w, by.1 * r.h, to.0 * r.w, to.1 * r.h)
                .end()
        };
        let [hx, hy] = self.hand();
        let left = arm((0.2, 0.5), (0.06, 0.56), (0.1, 0.66));
        let elbow = if self.raised {
            (0.98, 0.56)
        } else {
            (0.94, 0.56)
        };
        let right = arm((0.8, 0.5), elbow, (hx, hy));
        for d in [left, right] {
            out.push(line(d, r.w, r.h, dark, r.h * 0.045));
        }
        for (x, y) in [(0.1, 0.67), (hx, hy)] {
            let k = r.h * 0.075;
            out.push(oval(
                Rect::around(x * r.w, y * r.h, k, k),
                lighter(self.shell, -0.05),
            ));
        }
        out.push(bar(0.2, 0.45, 0.6, 0.33, 0.06, self.shell));
        out.push(bar(0.32, 0.52, 0.36, 0.15, 0.02, lighter(self.shell, 0.07)));
        for (i, c) in [self.glow, Rgba::hex(0xff6b6b), Rgba::hex(0xffd34f)]
            .iter()
            .enumerate()
        {
            let k = r.h * 0.028;
            out.push(oval(
                Rect::around(r.w * (0.42 + 0.08 * i as f32), r.h * 0.595, k, k),
                *c,
            ));
        }
        self.head(
            &mut out,
            Rect::new(r.w * 0.14, r.h * 0.02, r.w * 0.72, r.h * 0.42),
        );
        stack().bounds(r.x, r.y, r.w, r.h).children(out)
    }

    /// Draws head and shoulders into the box.
    pub fn bust(&self, r: Rect) -> Node {
        let mut out = Vec::new();
        let dark = lighter(self.shell, -0.14);
        let u = r.h;
        out.push(
            rect()
                .bounds(r.w / 2.0 - u * 0.38, u * 0.8, u * 0.76, u * 0.4)
                .radius(u * 0.14)
                .fill(lighter(self.shell, -0.05)),
        );
        out.push(
            rect()
                .bounds(r.w / 2.0 - u * 0.1, u * 0.68, u * 0.2, u * 0.16)
                .fill(dark),
        );
        self.head(
            &mut out,
            Rect::around(r.w / 2.0, u * 0.42, u * 0.66, u * 0.64),
        );
        stack().bounds(r.x, r.y, r.w, r.h).clip().children(out)
    }

    fn head(&self, out: &mut Vec<Node>, r: Rect) {
        let dark = lighter(self.shell, -0.16);
        let skull = Rect::new(r.x, r.y + r.h * 0.18, r.w, r.h * 0.82);
        let (ax, stem) = (r.cx(), r.w * 0.035);
        out.push(
            rect()
                .bounds(ax - stem / 2.0, r.y + r.h * 0.06, stem, r.h * 0.16)
                .fill(dark),
        );
        out.push(oval(
            Rect::around(ax, r.y + r.h * 0.05, r.w * 0.1, r.w * 0.1),
            self.glow,
        ));
        for side in [-1.0_f32, 1.0] {
            let ear = Rect::around(
                r.cx() + side * r.w * 0.51,
                skull.cy(),
                r.w * 0.12,
                skull.h * 0.34,
            );
            out.push(
                rect()
                    .bounds(ear.x, ear.y, ear.w, ear.h)
                    .radius(ear.w * 0.4)
                    .fill(dark),
            );
        }
        let corner = match self.head {
            0 => skull.h * 0.16,
            1 => skull.h * 0.48,
            _ => skull.h * 0.3,
        };
        out.push(
            rect()
                .bounds(skull.x, skull.y, skull.w, skull.h)
                .radius(corner)
                .fill(self.shell),
        );
        let pane = Rect::around(
            skull.cx(),
            skull.cy() - skull.h * 0.02,
            skull.w * 0.78,
            skull.h * 0.64,
        );
        out.push(
            rect()
                .bounds(pane.x, pane.y, pane.w, pane.h)
                .radius(corner * 0.7)
                .fill(Rgba::hex(0x1d2433)),
        );
        self.features(out, pane);
    }

    fn features(&self, out: &mut Vec<Node>, pane: Rect) {
        let y = pane.y + pane.h * 0.4;
        if self.eyes == 1 {
            let v = Rect::around(pane.cx(), y, pane.w * 0.72, pane.h * 0.26);
            out.push(
                rect()
                    .bounds(v.x, v.y, v.w, v.h)
                    .radius(v.h / 2.0)
                    .fill(self.glow),
            );
            for side in [-1.0_f32, 1.0] {
                out.push(oval(
                    Rect::around(pane.cx() + side * pane.w * 0.18, y, v.h * 0.5, v.h * 0.62),
                    Rgba::hex(0x1d2433),
                ));
            }
        } else {
            for side in [-1.0_f32, 1.0] {
                let k = pane.h * 0.34;
                let x = pane.cx() + side * pane.w * 0.22;
                out.push(oval(Rect::around(x, y, k, k), self.glow));
                out.push(oval(
                    Rect::around(x + k * 0.14, y - k * 0.16, k * 0.3, k * 0.3),
                    Rgba::WHITE.faded(0.9),
                ));
            }
        }
        let (w, k) = (pane.w * 0.2, if self.sad { -0.12 } else { 0.14 } * pane.h);
        let my = pane.y + pane.h * if self.sad { 0.84 } else { 0.74 };
        let smile = Pen::new()
            .go(pane.cx() - w, my)
            .quad(pane.cx(), my + k, pane.cx() + w, my)
            .end();
        let (cw, ch) = (pane.right() + pane.x, pane.bottom() + pane.y);
        out.push(line(smile, cw, ch, self.glow, pane.h * 0.055));
    }
}
