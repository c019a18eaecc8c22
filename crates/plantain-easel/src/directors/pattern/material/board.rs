//! Surfaces of boards and sheets: wood, paper, metal.

use std::fmt::Write as _;

use plantain_scene::Rgba;
use plantain_scene::build::{ellipse, rect};
use plantain_scene::node::{Node, Paint};

use super::Sheet;
use crate::stage::light::lighter;

impl Sheet<'_> {
    /// Boards with grain and a knot here and there.
    pub(super) fn wood(&mut self) -> Vec<Node> {
        let boards = ((self.h / self.unit()) * 5.0).round().max(3.0) as usize;
        let high = self.h / boards as f32;
        let mut nodes = Vec::new();
        for board in 0..boards {
            let y = high * board as f32;
            let shade = self.rng.range(-0.05, 0.16);
            let color = self
                .tone(shade.max(0.0))
                .mix(Rgba::WHITE, (-shade).max(0.0));
            nodes.push(rect().bounds(0.0, y, self.w, high + 0.5).fill(color));
            let knot = (self.rng.chance(0.6)).then(|| {
                (
                    self.rng.range(0.1, 0.9) * self.w,
                    y + high * self.rng.range(0.35, 0.65),
                )
            });
            for tone in 0..3 {
                let mut d = String::new();
                for _ in 0..9 {
                    let base = y + high * self.rng.range(0.03, 0.97);
                    let (swing, phase, waves) = (
                        high * self.rng.range(0.01, 0.05),
                        self.rng.range(0.0, 6.0),
                        self.rng.range(0.6, 1.8),
                    );
                    for i in 0..=40 {
                        let t = i as f32 / 40.0;
                        let x = self.w * t;
                        let mut gy = base + swing * libm::sinf(phase + t * waves * 6.3);
                        if let Some((kx, ky)) = knot {
                            // Grain flows around a knot.
                            let near = libm::expf(-((x - kx) / (high * 0.7)).powi(2));
                            gy += near
                                * high
                                * 0.22
                                * if gy < ky { -1.0 } else { 1.0 }
                                * libm::expf(-((gy - ky) / (high * 0.4)).powi(2));
                        }
                        let _ = write!(
                            d,
                            "{}{x:.1} {:.1} ",
                            if i == 0 { "M" } else { "L" },
                            gy.clamp(y + 1.0, y + high - 1.0)
                        );
                    }
                }
                nodes.push(self.whole(d).stroke(
                    self.mark.faded(0.16 + 0.12 * tone as f32),
                    self.unit() * (0.0012 + 0.0008 * tone as f32),
                ));
            }
            if let Some((kx, ky)) = knot {
                for k in [1.0, 0.68, 0.38] {
                    let (a, b) = (high * 0.26 * k, high * 0.15 * k);
                    nodes.push(
                        ellipse()
                            .bounds(kx - a, ky - b, a * 2.0, b * 2.0)
                            .fill(self.mark.faded(0.3)),
                    );
                }
            }
            nodes.push(
                rect()
                    .bounds(
                        0.0,
                        y + high - self.unit() * 0.002,
                        self.w,
                        self.unit() * 0.004,
                    )
                    .fill(self.mark.mix(Rgba::BLACK, 0.4)),
            );
        }
        nodes
    }

    /// Fibres and a fine grain.
    pub(super) fn paper(&mut self) -> Vec<Node> {
        let mut nodes = self.clouds(8, 0.09);
        nodes.extend(self.specks(&[0.3, 0.18], 2600, 0.002));
        let unit = self.unit();
        for faint in [0.16, 0.28] {
            let mut d = String::new();
            for _ in 0..110 {
                let (x, y) = (self.rng.range(0.0, self.w), self.rng.range(0.0, self.h));
                let mut reach = || self.rng.range(-0.022, 0.022) * unit;
                let _ = write!(
                    d,
                    "M{x:.1} {y:.1} q{:.1} {:.1} {:.1} {:.1} ",
                    reach(),
                    reach(),
                    reach(),
                    reach()
                );
            }
            nodes.push(
                self.whole(d)
                    .stroke(self.mark.faded(faint), (unit * 0.0011).max(0.8))
                    .round(),
            );
        }
        nodes
    }

    /// Fine lines of the brush under a band of light.
    pub(super) fn metal(&mut self) -> Vec<Node> {
        let light = lighter(self.base, 0.14);
        let mut nodes = vec![
            rect().bounds(0.0, 0.0, self.w, self.h).fill(Paint::Linear {
                angle: 105.0,
                stops: [
                    (0.0, self.tone(0.5)),
                    (0.35, light),
                    (0.55, self.base),
                    (0.8, light),
                    (1.0, self.tone(0.6)),
                ]
                .map(|(at, c)| (at, c.into()))
                .to_vec(),
            }),
        ];
        let mut tones = [String::new(), String::new(), String::new()];
        let n = (self.h / 1.6) as usize;
        for _ in 0..n {
            let (x, y) = (
                self.rng.range(-0.3, 0.8) * self.w,
                self.rng.range(0.0, self.h),
            );
            let _ = write!(
                tones[self.rng.below(3)],
                "M{x:.1} {y:.1} h{:.1} ",
                self.rng.range(0.15, 0.7) * self.w
            );
        }
        for (i, d) in tones.into_iter().enumerate() {
            let color = if i == 0 { Rgba::WHITE } else { self.mark };
            nodes.push(self.whole(d).stroke(color.faded(0.22), 1.0));
        }
        nodes
    }
}
