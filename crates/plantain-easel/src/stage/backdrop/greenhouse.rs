//! The inside of a greenhouse: panes between white bars, beds of green on both sides of a path.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::sky::sky;
use super::{Backdrop, plants};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, line, oval};
use crate::stage::rect::Rect;

/// Panes across the end wall.
const PANES: usize = 6;
/// Leafy heads in one bed.
const LEAVES: usize = 9;

/// A house of glass with a path down its middle.
pub fn greenhouse(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let (w, h, y) = (b.w(), b.h(), b.horizon());
    if b.allows("tree") {
        out.push(plants::treeline(b, "treeline", y, h * 0.12, 0.5));
    }
    let haze = b.light.lit(Rgba::hex(0xeaf6f2), 0.1);
    out.push(rect().bounds(0.0, 0.0, w, y).fill(haze.faded(0.34)));
    frame(b, out);
    let soil = b.light.ground(Rgba::hex(0x7a5a3f));
    out.push(
        rect()
            .bounds(0.0, y, w, h - y)
            .fill(downward(&[lighter(soil, -0.05), soil])),
    );
    let path = Pen::new()
        .go(w * 0.36, y)
        .line(w * 0.64, y)
        .line(w * 0.98, h)
        .line(w * 0.02, h)
        .close();
    out.push(b.layer(path.end(), b.light.ground(Rgba::hex(0xcdc3b0))));
    if b.allows("plant") {
        for left in [true, false] {
            bed(b, out, left);
        }
    }
}

/// The bars of the end wall and of the roof.
fn frame(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let (w, h, y) = (b.w(), b.h(), b.horizon());
    let white = b.light.lit(Rgba::hex(0xf7faf8), 0.0);
    let eaves = y * 0.34;
    let mut bars = Pen::new();
    for i in 0..=PANES {
        let x = w * i as f32 / PANES as f32;
        // The rafters of the roof lead to its ridge.
        bars = bars
            .go(x, y)
            .line(x, eaves)
            .line(w * 0.5 + (x - w * 0.5) * 0.4, 0.0);
    }
    for k in [0.34, 0.62] {
        bars = bars.go(0.0, y * k).line(w, y * k);
    }
    bars = bars.go(0.0, eaves * 0.45).line(w, eaves * 0.45);
    out.push(line(bars.end(), w, h, white, (w * 0.009).max(2.0)));
    out.push(
        rect()
            .bounds(0.0, y * 0.93, w, y * 0.07)
            .fill(b.light.lit(Rgba::hex(0xb9b2a4), 0.05)),
    );
}

/// A bed of leafy heads along one side, larger toward the viewer.
fn bed(b: &Backdrop<'_>, out: &mut Vec<Node>, left: bool) {
    let (w, h, y) = (b.w(), b.h(), b.horizon());
    let mut rng = b.rng(if left { "left bed" } else { "right bed" });
    for i in 0..LEAVES {
        let t = i as f32 / (LEAVES - 1) as f32;
        let inward = 0.31 - 0.3 * t;
        let x = if left { w * inward } else { w * (1.0 - inward) };
        let size = w * (0.07 + 0.11 * t) * rng.range(0.85, 1.15);
        let green = Rgba::hex(*rng.pick(&[0x4f9a4a, 0x5fae52, 0x3f8748]));
        let head = Rect::around(
            x,
            y + (h - y) * (0.02 + 0.8 * t) - size * 0.3,
            size,
            size * 0.8,
        );
        out.push(oval(head, b.light.lit(green, 0.2 * (1.0 - t))));
        let shine = Rect::around(head.cx(), head.y + head.h * 0.34, size * 0.6, size * 0.36);
        out.push(oval(
            shine,
            b.light.lit(lighter(green, 0.06), 0.2 * (1.0 - t)),
        ));
    }
}
