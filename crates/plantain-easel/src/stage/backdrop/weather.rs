//! What falls from the sky, and fog.

use plantain_read::Weather;
use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Backdrop;
use crate::stage::pen::{Pen, downward, line, oval};
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
