//! Surfaces of stone: marble, concrete, sand, brick.

use std::fmt::Write as _;

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Sheet;
use crate::stage::light::lighter;

impl Sheet<'_> {
    /// Veins that wander from edge to edge, branch, and fade.
    pub(super) fn marble(&mut self) -> Vec<Node> {
        let mut nodes = self.clouds(12, 0.16);
        let unit = self.unit();
        let lean = self.rng.range(0.5, 1.1);
        for vein in 0..9 {
            let weight = unit
                * if vein < 3 {
                    self.rng.range(0.004, 0.008)
                } else {
                    self.rng.range(0.001, 0.003)
                };
            let start = (self.rng.range(-0.5, 1.0) * self.w, -0.05 * self.h);
            let (main, points) = self.vein(start, lean, 26);
            let dim = if vein < 3 { 0.8 } else { 0.5 };
            // A halo in steps: the stone is stained around a vein.
            for (wide, faint) in [(12.0, 0.05), (7.0, 0.07), (3.5, 0.12)] {
                nodes.push(
                    self.whole(main.clone())
                        .stroke(self.mark.faded(faint), weight * wide)
                        .round(),
                );
            }
            nodes.push(
                self.whole(main)
                    .stroke(self.mark.faded(dim), weight)
                    .round(),
            );
            for k in [7, 12, 18] {
                if self.rng.chance(0.6) {
                    let turn = lean + self.rng.range(-1.2, 1.2);
                    let (twig, _) = self.vein(points[k], turn, 9);
                    nodes.push(
                        self.whole(twig)
                            .stroke(self.mark.faded(dim * 0.6), weight * 0.5)
                            .round(),
                    );
                }
            }
        }
        nodes
    }

    fn vein(&mut self, start: (f32, f32), lean: f32, n: usize) -> (String, Vec<(f32, f32)>) {
        let step = self.w.max(self.h) * 0.06;
        let mut at = start;
        let mut angle = lean;
        let mut d = format!("M{:.1} {:.1} ", at.0, at.1);
        let mut points = vec![at];
        for _ in 0..n {
            angle = angle * 0.82 + lean * 0.18 + self.rng.range(-0.26, 0.26);
            let next = (
                at.0 + step * libm::cosf(angle),
                at.1 + step * libm::sinf(angle),
            );
            let bend = self.rng.range(-0.16, 0.16) * step;
            let _ = write!(
                d,
                "Q{:.1} {:.1} {:.1} {:.1} ",
                (at.0 + next.0) * 0.5 + bend,
                (at.1 + next.1) * 0.5 - bend,
                next.0,
                next.1
            );
            at = next;
            points.push(at);
        }
        (d, points)
    }

    /// Stains, pores and hair cracks.
    pub(super) fn concrete(&mut self) -> Vec<Node> {
        let mut nodes = self.clouds(18, 0.2);
        nodes.extend(self.specks(&[0.5, 0.9], 1300, 0.0022));
        let unit = self.unit();
        for _ in 0..4 {
            let start = (
                self.rng.range(0.0, 1.0) * self.w,
                self.rng.range(0.0, 0.6) * self.h,
            );
            let lean = self.rng.range(0.3, 2.6);
            let (crack, _) = self.vein(start, lean, 6);
            nodes.push(self.whole(crack).stroke(
                self.mark.mix(Rgba::BLACK, 0.3).faded(0.5),
                (unit * 0.0014).max(1.0),
            ));
        }
        nodes
    }

    /// Ripples that the wind left, and grains.
    pub(super) fn sand(&mut self) -> Vec<Node> {
        let mut nodes = self.clouds(8, 0.14);
        let step = self.unit() / 22.0;
        let n = (self.h / step) as usize + 3;
        let phase = self.rng.range(0.0, 6.0);
        for i in 0..n {
            let (mut dark, mut light) = (String::new(), String::new());
            for k in 0..=40 {
                let t = k as f32 / 40.0;
                let x = self.w * t;
                let y = step * (i as f32 - 1.0)
                    + step * 0.7 * libm::sinf(phase + t * 5.0 + i as f32 * 0.18)
                    + step * 0.3 * libm::sinf(t * 13.0 + i as f32 * 0.7);
                let lead = if k == 0 { "M" } else { "L" };
                let _ = write!(dark, "{lead}{x:.1} {y:.1} ");
                let _ = write!(light, "{lead}{x:.1} {:.1} ", y - step * 0.2);
            }
            nodes.push(
                self.whole(dark)
                    .stroke(self.mark.faded(0.5), step * 0.22)
                    .round(),
            );
            nodes.push(
                self.whole(light)
                    .stroke(lighter(self.base, 0.1).faded(0.6), step * 0.16)
                    .round(),
            );
        }
        nodes.extend(self.specks(&[0.5, 0.9], 1600, 0.0016));
        nodes
    }

    /// Bricks in running bond between joints of mortar.
    pub(super) fn bricks(&mut self) -> Vec<Node> {
        let high = self.unit() / 11.0;
        let wide = high * 2.6;
        let joint = high * 0.1;
        let mut nodes = vec![rect().bounds(0.0, 0.0, self.w, self.h).fill(self.mark)];
        let rows = (self.h / high) as usize + 1;
        for r in 0..rows {
            let shift = if r % 2 == 1 { wide * 0.5 } else { 0.0 };
            for c in 0..(self.w / wide) as usize + 2 {
                let tone = self.rng.range(-0.16, 0.14);
                let color = if tone < 0.0 {
                    self.base.mix(Rgba::BLACK, -tone)
                } else {
                    self.base.mix(Rgba::WHITE, tone)
                };
                nodes.push(
                    rect()
                        .bounds(
                            c as f32 * wide - shift + joint * 0.5,
                            r as f32 * high + joint * 0.5,
                            wide - joint,
                            high - joint,
                        )
                        .radius(joint * 0.5)
                        .fill(color),
                );
            }
        }
        let mark = std::mem::replace(&mut self.mark, Rgba::hex(0x4a2012));
        nodes.extend(self.specks(&[0.5, 0.3], 1200, 0.002));
        self.mark = mark;
        nodes
    }
}
