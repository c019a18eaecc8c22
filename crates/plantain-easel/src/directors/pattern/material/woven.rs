//! Surfaces of cloth and skin: linen, denim, leather.

use std::fmt::Write as _;

use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Sheet;
use crate::stage::light::lighter;

impl Sheet<'_> {
    /// Threads over and under each other; `gap` spreads them.
    pub(super) fn weave(&mut self, gap: f32) -> Vec<Node> {
        let step = (self.unit() / 190.0).max(2.0) * gap;
        let mut nodes = Vec::new();
        for upright in [false, true] {
            let (along, across) = if upright {
                (self.h, self.w)
            } else {
                (self.w, self.h)
            };
            let mut tones = [String::new(), String::new(), String::new(), String::new()];
            let n = (across / step) as usize + 1;
            for i in 0..n {
                let at = i as f32 * step + self.rng.range(-0.2, 0.2) * step;
                let mut from = 0.0;
                // A thread changes its tone along the way.
                while from < along {
                    let to = from + along * self.rng.range(0.08, 0.3);
                    let d = &mut tones[self.rng.below(4)];
                    let _ = if upright {
                        write!(d, "M{at:.1} {from:.1} V{:.1} ", to.min(along))
                    } else {
                        write!(d, "M{from:.1} {at:.1} H{:.1} ", to.min(along))
                    };
                    from = to;
                }
            }
            for (i, d) in tones.into_iter().enumerate() {
                let color = if i == 3 {
                    lighter(self.base, 0.08)
                } else {
                    self.mark
                };
                nodes.push(
                    self.whole(d)
                        .stroke(color.faded(0.18 + 0.1 * i as f32), step * 0.5),
                );
            }
        }
        nodes
    }

    /// A twill: pale threads in slanted rows on dark ones.
    pub(super) fn denim(&mut self) -> Vec<Node> {
        let mut nodes = self.clouds(6, 0.12);
        let step = (self.unit() / 130.0).max(3.0);
        let mut tones = [String::new(), String::new(), String::new()];
        let (columns, rows) = ((self.w / step) as usize + 2, (self.h / step) as usize + 2);
        for r in 0..rows {
            for c in 0..columns {
                let (x, y) = (
                    step * (c as f32 + 0.25 * (r % 4) as f32 - 0.5),
                    step * r as f32,
                );
                let long = step * self.rng.range(0.5, 0.9);
                let _ = write!(
                    tones[self.rng.below(3)],
                    "M{x:.1} {y:.1} l{:.1} {:.1} ",
                    long * 0.5,
                    -long
                );
            }
        }
        for (i, d) in tones.into_iter().enumerate() {
            nodes.push(
                self.whole(d)
                    .stroke(self.mark.faded(0.3 + 0.2 * i as f32), step * 0.26),
            );
        }
        nodes
    }

    /// Pebbled skin: grains of several sizes and tones over dark seams.
    pub(super) fn leather(&mut self) -> Vec<Node> {
        const CORNERS: usize = 8;
        let cell = self.unit() / 60.0;
        let (columns, rows) = (
            (self.w / cell) as usize + 2,
            (self.h / (cell * 0.86)) as usize + 2,
        );
        let mut tones = [String::new(), String::new(), String::new()];
        for r in 0..rows {
            for c in 0..columns {
                let mut off = || self.rng.range(-0.3, 0.3) * cell;
                let (x, y) = (
                    cell * (c as f32 + 0.5 * (r % 2) as f32) + off(),
                    cell * 0.86 * r as f32 + off(),
                );
                let size = cell * self.rng.range(0.4, 0.6);
                let d = &mut tones[self.rng.below(3)];
                for k in 0..CORNERS {
                    let (sin, cos) =
                        libm::sincosf(k as f32 * std::f32::consts::TAU / CORNERS as f32);
                    let reach = size * self.rng.range(0.82, 1.0);
                    let _ = write!(
                        d,
                        "{}{:.1} {:.1} ",
                        if k == 0 { "M" } else { "L" },
                        x + reach * cos,
                        y + reach * sin
                    );
                }
                d.push_str("Z ");
            }
        }
        let seams = rect()
            .bounds(0.0, 0.0, self.w, self.h)
            .fill(self.tone(0.75));
        let mut nodes = vec![seams];
        for (i, d) in tones.into_iter().enumerate() {
            let color = [self.base, self.tone(0.22), lighter(self.base, 0.05)][i];
            nodes.push(self.whole(d).fill(color));
        }
        nodes.extend(self.clouds(8, 0.2));
        nodes
    }
}
