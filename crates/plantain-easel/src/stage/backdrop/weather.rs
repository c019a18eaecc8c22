//! What falls from the sky, and fog.

use plantain_read::Weather;
use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Backdrop;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, line, oval};
use crate::stage::rect::Rect;

/// Paints rain, snow or fog in front of the scene.
pub fn fall(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    match b.light.weather {
        Weather::Rain | Weather::Storm => rain(b, out),
        Weather::Snow => flakes(b, out),
        Weather::Fog => fog(b, out),
        Weather::Sunny | Weather::Cloudy | Weather::Wind => {}
    }
}

fn rain(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let mut rng = b.rng("rain");
    let mut pen = Pen::new();
    let lean = 0.2 * b.light.side;
    for _ in 0..130 {
        let (x, y) = (rng.range(-0.05, 1.05) * b.w(), rng.unit() * b.h());
        let k = b.h() * rng.range(0.018, 0.034);
        pen = pen.go(x, y).line(x + lean * k, y + k);
    }
    out.push(line(
        pen.end(),
        b.w(),
        b.h(),
        Rgba::hex(0xe6f1fa).faded(0.55),
        1.8,
    ));
}

fn flakes(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let mut rng = b.rng("flakes");
    for _ in 0..110 {
        let r = rng.range(1.4, 4.6);
        let (x, y) = (rng.unit() * b.w(), rng.unit() * b.h());
        out.push(oval(
            Rect::around(x, y, r * 2.0, r * 2.0),
            Rgba::WHITE.faded(rng.range(0.6, 0.95)),
        ));
    }
}

fn fog(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let haze = b.light.haze;
    let y = (b.horizon() - b.h() * 0.16).max(0.0);
    let mid = b.h() * 0.24;
    out.push(rect().bounds(0.0, y, b.w(), mid).fill(downward(&[
        haze.faded(0.0),
        haze.faded(0.55),
        haze.faded(0.0),
    ])));
}

/// Leaves and petals that lie on the ground, smaller toward the horizon.
pub fn litter(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    const LEAVES: usize = 110;
    let mut rng = b.rng("litter");
    let lit: Vec<Rgba> = b.litter.iter().map(|c| b.light.lit(*c, 0.0)).collect();
    let mut leaves: Vec<(f32, f32, f32, f32, Rgba)> = (0..LEAVES)
        .map(|_| {
            let (x, y, s) = b.spot(&mut rng, 0.12, 1.0);
            let color = lighter(*rng.pick(&lit), rng.range(-0.05, 0.05));
            (x, y, s, rng.range(-1.2, 1.2), color)
        })
        .collect();
    leaves.sort_by(|a, b| a.1.total_cmp(&b.1));
    let unit = b.w().min(b.h());
    for (x, y, s, turn, color) in leaves {
        // A pointed oval that lies flat, seen aslant.
        let k = 0.029 * unit * s;
        let (dx, dy) = (libm::cosf(turn) * k, libm::sinf(turn) * k * 0.5);
        let (nx, ny) = (-libm::sinf(turn) * k * 0.55, libm::cosf(turn) * k * 0.34);
        let d = Pen::new()
            .go(x - dx, y - dy)
            .quad(x + nx, y + ny, x + dx, y + dy)
            .quad(x - nx, y - ny, x - dx, y - dy)
            .close()
            .end();
        out.push(fill(d, b.w(), b.h(), color));
    }
}

/// Leaves or petals in the air: large ones near, small ones far, each turned its own way.
pub fn drift(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    const LEAVES: usize = 34;
    let mut rng = b.rng("drift");
    let lit: Vec<Rgba> = b.litter.iter().map(|c| b.light.lit(*c, 0.0)).collect();
    let unit = b.w().min(b.h());
    for _ in 0..LEAVES {
        let (x, y) = (rng.unit() * b.w(), rng.range(0.04, 0.96) * b.h());
        let k = unit * rng.range(0.009, 0.022);
        let turn = rng.range(0.0, core::f32::consts::TAU);
        let color = lighter(*rng.pick(&lit), rng.range(-0.05, 0.05));
        let (c, s) = (libm::cosf(turn) * k, libm::sinf(turn) * k);
        // The blade, narrow where the leaf shows its edge.
        let wide = rng.range(0.35, 0.75);
        let d = Pen::new()
            .go(x - c, y - s)
            .quad(x - s * wide, y + c * wide, x + c, y + s)
            .quad(x + s * wide, y - c * wide, x - c, y - s)
            .close()
            .end();
        out.push(fill(d, b.w(), b.h(), color));
    }
}

/// Water that stands on the ground after rain.
pub fn puddles(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let mut rng = b.rng("puddles");
    let sky = b.light.sky.last().copied().unwrap_or(b.light.haze);
    let run = b.h() - b.horizon();
    for (x, t) in [
        (0.16_f32, 0.5_f32),
        (0.78, 0.42),
        (0.44, 0.86),
        (0.88, 0.8),
        (0.1, 0.9),
    ] {
        let w = b.w() * rng.range(0.13, 0.22) * (0.6 + 0.5 * t);
        let (cx, cy) = (b.w() * (x + rng.range(-0.04, 0.04)), b.horizon() + run * t);
        for (grow, drop, color) in [
            (1.06, 2.0, b.light.lit(Rgba::hex(0x5b6a58), 0.0).faded(0.5)),
            (1.0, 0.0, sky.mix(Rgba::hex(0x7fb2d6), 0.4)),
            (0.55, -2.0, Rgba::WHITE.faded(0.3)),
        ] {
            out.push(oval(
                Rect::around(cx, cy + drop, w * grow, w * 0.24 * grow),
                color,
            ));
        }
    }
}
