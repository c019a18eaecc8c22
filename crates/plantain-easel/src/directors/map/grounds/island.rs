//! An island: a coast in the sea, peaks, palms and waves.

use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::Rgba;

use crate::components::diagram::drawing::{Frame, closed};
use crate::components::print::Zone;
use crate::directors::map::{Paints, point, points};
use crate::rng::Rng;

/// The middle of the coast.
const MIDDLE: (f32, f32) = (515.0, 500.0);
const COAST: &[(f32, f32)] = &[
    (150.0, 420.0),
    (210.0, 250.0),
    (360.0, 170.0),
    (520.0, 210.0),
    (640.0, 140.0),
    (800.0, 220.0),
    (880.0, 380.0),
    (840.0, 540.0),
    (880.0, 680.0),
    (760.0, 820.0),
    (590.0, 800.0),
    (470.0, 870.0),
    (300.0, 820.0),
    (200.0, 700.0),
    (230.0, 560.0),
];

/// Feet of the peaks with half their width.
const PEAKS: &[(f32, f32, f32)] = &[
    (620.0, 330.0, 84.0),
    (540.0, 370.0, 62.0),
    (700.0, 370.0, 58.0),
];
const PALMS: &[(f32, f32)] = &[
    (330.0, 330.0),
    (300.0, 400.0),
    (400.0, 690.0),
    (470.0, 740.0),
    (700.0, 700.0),
    (770.0, 640.0),
    (780.0, 470.0),
    (360.0, 270.0),
];
const WAVES: &[(f32, f32)] = &[
    (70.0, 160.0),
    (930.0, 120.0),
    (60.0, 880.0),
    (940.0, 900.0),
    (90.0, 560.0),
    (950.0, 540.0),
    (480.0, 60.0),
    (520.0, 945.0),
];

pub(in crate::directors::map) fn island(
    f: &Frame,
    zone: Zone,
    paints: &Paints,
    flip: bool,
    rng: &mut Rng,
) -> Vec<Node> {
    let unit = zone.w.min(zone.h) / 1000.0;
    let mut nodes = coast(f, zone, paints, flip);
    for &(x, y, r) in PEAKS {
        nodes.extend(peak(f, point(zone, flip, x, y), r * unit));
    }
    for &(x, y) in PALMS {
        let (x, y) = (x + rng.range(-10.0, 10.0), y + rng.range(-10.0, 10.0));
        let c = point(zone, flip, x, y);
        let side = 84.0 * unit;
        nodes.push(
            object("palm-tree")
                .bounds(c.0 - side * 0.5, c.1 - side * 0.8, side, side)
                .role("tree"),
        );
    }
    for &(x, y) in WAVES {
        nodes.extend(wave(f, point(zone, flip, x, y), unit));
    }
    nodes
}

/// The sea, shallows, the beach and the green inside of it.
fn coast(f: &Frame, zone: Zone, paints: &Paints, flip: bool) -> Vec<Node> {
    let sea = paints.water.mix(paints.shore, 0.4);
    let mut nodes = vec![f.fill(
        &format!("M0 0 L{} 0 L{} {} L0 {} Z", zone.w, zone.w, zone.h, zone.h),
        sea,
    )];
    let grown = |k: f32| {
        let at: Vec<(f32, f32)> = COAST
            .iter()
            .map(|p| {
                (
                    MIDDLE.0 + (p.0 - MIDDLE.0) * k,
                    MIDDLE.1 + (p.1 - MIDDLE.1) * k,
                )
            })
            .collect();
        closed(&points(zone, flip, &at))
    };
    for (k, color) in [
        (1.14, paints.water.mix(sea, 0.4)),
        (1.07, paints.water.mix(Rgba::WHITE, 0.2)),
        (1.0, paints.land),
    ] {
        nodes.push(f.fill(&grown(k), color));
    }
    let sand = paints.land.mix(Rgba::hex(0x8a6a34), 0.5);
    nodes.push(f.line(&grown(1.0), sand, 3.0));
    nodes.push(f.fill(&grown(0.82), paints.park).role("green"));
    nodes
}

/// A peak with its side in the shade.
fn peak(f: &Frame, c: (f32, f32), r: f32) -> [Node; 2] {
    let body = format!(
        "M{} {} Q{} {} {} {} Q{} {} {} {} Z",
        c.0 - r,
        c.1 + r * 0.7,
        c.0 - r * 0.3,
        c.1 - r * 0.9,
        c.0,
        c.1 - r * 0.9,
        c.0 + r * 0.3,
        c.1 - r * 0.9,
        c.0 + r,
        c.1 + r * 0.7
    );
    let shade = format!(
        "M{} {} Q{} {} {} {} L{} {} Z",
        c.0,
        c.1 - r * 0.9,
        c.0 + r * 0.3,
        c.1 - r * 0.9,
        c.0 + r,
        c.1 + r * 0.7,
        c.0 + r * 0.1,
        c.1 + r * 0.7
    );
    [
        f.fill(&body, Rgba::hex(0x9a8468)),
        f.fill(&shade, Rgba::hex(0x7d6850)),
    ]
}

/// Two lines of a wave, one below the other.
fn wave(f: &Frame, c: (f32, f32), unit: f32) -> [Node; 2] {
    let r = 17.0 * unit;
    [0.0, 1.0].map(|k| {
        let (x, y) = (c.0 + 9.0 * unit * k, c.1 + 14.0 * unit * k);
        f.line(
            &format!(
                "M{} {y} Q{} {} {x} {y} Q{} {} {} {y}",
                x - 2.0 * r,
                x - r,
                y - r,
                x + r,
                y - r,
                x + 2.0 * r
            ),
            Rgba::WHITE.faded(0.55),
            3.0,
        )
    })
}
