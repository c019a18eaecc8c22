//! The grounds of maps: a park, a town, an island, and where places may stand on them.

use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::Rgba;

use super::{Land, Paints, point, points};
use crate::components::diagram::drawing::{Frame, closed, open, oval, polar};
use crate::components::print::Zone;
use crate::rng::Rng;

mod island;

pub(super) use island::island;

const LAKE: &[(f32, f32)] = &[
    (600.0, 540.0),
    (690.0, 500.0),
    (800.0, 520.0),
    (850.0, 600.0),
    (800.0, 690.0),
    (700.0, 700.0),
    (640.0, 660.0),
    (585.0, 620.0),
];
const WOOD: &[(f32, f32)] = &[
    (60.0, 80.0),
    (220.0, 50.0),
    (360.0, 100.0),
    (390.0, 220.0),
    (300.0, 330.0),
    (150.0, 340.0),
    (50.0, 240.0),
];

pub(super) fn park(f: &Frame, zone: Zone, paints: &Paints, flip: bool, rng: &mut Rng) -> Vec<Node> {
    let unit = zone.w.min(zone.h) / 1000.0;
    let mut nodes = Vec::new();
    for (x, y, r) in [
        (820.0, 180.0, 190.0),
        (240.0, 820.0, 230.0),
        (520.0, 360.0, 160.0),
        (920.0, 900.0, 150.0),
    ] {
        let c = point(zone, flip, x, y);
        let blob: Vec<(f32, f32)> = (0..9)
            .map(|i| polar(c, r * unit * rng.range(0.8, 1.2), 40.0 * i as f32))
            .collect();
        nodes.push(f.fill(&closed(&blob), paints.park));
    }
    let wood = closed(&points(zone, flip, WOOD));
    nodes.push(f.fill(&wood, paints.wood).role("wood"));
    let stream = open(&points(
        zone,
        flip,
        &[
            (1010.0, 300.0),
            (930.0, 380.0),
            (880.0, 450.0),
            (800.0, 540.0),
        ],
    ));
    nodes.push(f.line(&stream, paints.water, 20.0 * unit));
    let out = open(&points(
        zone,
        flip,
        &[
            (690.0, 690.0),
            (640.0, 780.0),
            (560.0, 850.0),
            (540.0, 1010.0),
        ],
    ));
    nodes.push(f.line(&out, paints.water, 22.0 * unit));
    let lake = closed(&points(zone, flip, LAKE));
    nodes.push(f.fill(&lake, paints.water).role("water"));
    nodes.push(f.line(&lake, paints.shore, 3.0));
    for (x, y) in [(680.0, 570.0), (740.0, 620.0), (780.0, 570.0)] {
        let c = point(zone, flip, x, y);
        let r = 16.0 * unit;
        nodes.push(f.line(
            &format!(
                "M{} {} Q{} {} {} {} Q{} {} {} {}",
                c.0 - 2.0 * r,
                c.1,
                c.0 - r,
                c.1 - r * 0.7,
                c.0,
                c.1,
                c.0 + r,
                c.1 + r * 0.7,
                c.0 + 2.0 * r,
                c.1
            ),
            paints.shore,
            2.5,
        ));
    }
    // Trees: thick in the wood, single ones on the meadows.
    for i in 0..26 {
        let (col, row) = (i % 6, i / 6);
        let x = 90.0
            + 52.0 * col as f32
            + rng.range(-14.0, 14.0)
            + if row % 2 == 0 { 20.0 } else { 0.0 };
        let y = 96.0 + 50.0 * row as f32 + rng.range(-12.0, 12.0);
        nodes.extend(tree(f, point(zone, flip, x, y), 27.0 * unit, paints));
    }
    for (x, y) in [
        (880.0, 120.0),
        (930.0, 210.0),
        (800.0, 90.0),
        (130.0, 760.0),
        (90.0, 900.0),
        (230.0, 930.0),
        (900.0, 780.0),
        (950.0, 860.0),
        (420.0, 930.0),
        (520.0, 120.0),
        (70.0, 480.0),
        (960.0, 560.0),
    ] {
        nodes.extend(tree(f, point(zone, flip, x, y), 25.0 * unit, paints));
    }
    nodes
}

fn tree(f: &Frame, c: (f32, f32), r: f32, paints: &Paints) -> Vec<Node> {
    let leaf = paints.wood.mix(Rgba::hex(0x2f7a3c), 0.62);
    vec![
        f.fill(
            &oval(c.0 + r * 0.12, c.1 + r * 0.86, r * 0.7, r * 0.2),
            Rgba::BLACK.faded(0.1),
        ),
        f.fill(
            &format!(
                "M{} {} L{} {} L{} {} L{} {} Z",
                c.0 - r * 0.12,
                c.1 + r * 0.9,
                c.0 + r * 0.12,
                c.1 + r * 0.9,
                c.0 + r * 0.09,
                c.1,
                c.0 - r * 0.09,
                c.1
            ),
            Rgba::hex(0x7a5236),
        ),
        f.fill(&oval(c.0, c.1 - r * 0.25, r * 0.72, r * 0.85), leaf),
        f.fill(
            &oval(c.0 - r * 0.2, c.1 - r * 0.45, r * 0.3, r * 0.36),
            leaf.mix(Rgba::WHITE, 0.16),
        ),
    ]
}

pub(super) fn town(
    f: &Frame,
    zone: Zone,
    paints: &Paints,
    flip: bool,
    river: bool,
    rng: &mut Rng,
) -> Vec<Node> {
    let unit = zone.w.min(zone.h) / 1000.0;
    let mut nodes = Vec::new();
    // Streets are what is left between the blocks.
    nodes.push(f.fill(
        &format!("M0 0 L{} 0 L{} {} L0 {} Z", zone.w, zone.w, zone.h, zone.h),
        paints.road,
    ));
    let pitch = 150.0 * unit;
    let (columns, rows) = (
        (zone.w / pitch).ceil() as usize,
        (zone.h / pitch).ceil() as usize,
    );
    let street = 15.0 * unit;
    for row in 0..rows {
        for column in 0..columns {
            let wide = if column % 3 == 2 {
                street * 1.7
            } else {
                street
            };
            let high = if row % 3 == 1 { street * 1.7 } else { street };
            let (x, y) = (
                pitch * column as f32 + wide * 0.5,
                pitch * row as f32 + high * 0.5,
            );
            let (w, h) = (pitch - wide, pitch - high);
            let green = rng.chance(0.1);
            let color = if green { paints.park } else { paints.land };
            nodes.push(
                rect()
                    .bounds(x, y, w, h)
                    .fill(color)
                    .radius(6.0 * unit)
                    .role("block"),
            );
            if green {
                nodes.extend(tree(f, (x + w * 0.3, y + h * 0.45), 22.0 * unit, paints));
                nodes.extend(tree(f, (x + w * 0.68, y + h * 0.6), 24.0 * unit, paints));
                continue;
            }
            nodes.extend(houses((x, y, w, h), paints, rng));
        }
    }
    nodes.extend(avenues(f, zone, paints, flip, rng, street));
    if rng.chance(0.4) && !river {
        nodes.extend(shore(f, zone, paints, flip, unit));
        nodes.extend(town_park(f, zone, paints, flip, unit, pitch));
        return nodes;
    }
    nodes.extend(town_river(f, zone, paints, flip, unit, street));
    nodes.extend(town_park(f, zone, paints, flip, unit, pitch));
    nodes
}

/// Houses of a block `(x, y, w, h)`: four plots, some of them empty.
fn houses((x, y, w, h): (f32, f32, f32, f32), paints: &Paints, rng: &mut Rng) -> Vec<Node> {
    let color = paints.land.mix(paints.edge, 0.75);
    let split = rng.range(0.35, 0.6);
    let gap = w * 0.1;
    let (left, right) = (w * split - gap * 1.3, w * (1.0 - split) - gap * 1.2);
    let inner = x + w * split + gap * 0.2;
    [
        (x + gap, y + gap, left, h * 0.36),
        (inner, y + gap, right, h * 0.5),
        (x + gap, y + h * 0.54, left, h * 0.46 - gap),
        (inner, y + h * 0.68, right, h * 0.32 - gap),
    ]
    .into_iter()
    .filter(|_| rng.chance(0.86))
    .map(|(x, y, w, h)| {
        rect()
            .bounds(x, y, w, h)
            .fill(color)
            .radius(3.0)
            .role("house")
    })
    .collect()
}

/// A river across the town, with two bridges as wide as its streets.
fn town_river(
    f: &Frame,
    zone: Zone,
    paints: &Paints,
    flip: bool,
    unit: f32,
    street: f32,
) -> Vec<Node> {
    let mut nodes = Vec::new();
    let river = points(
        zone,
        flip,
        &[
            (-20.0, 820.0),
            (160.0, 760.0),
            (330.0, 780.0),
            (480.0, 880.0),
            (640.0, 900.0),
            (800.0, 850.0),
            (1020.0, 900.0),
        ],
    );
    let wide = 74.0 * unit;
    nodes.push(
        f.line(&open(&river), paints.shore, wide + 8.0 * unit)
            .role("water"),
    );
    nodes.push(f.line(&open(&river), paints.water, wide).role("water"));
    for (x, y) in [(250.0, 764.0), (720.0, 880.0)] {
        let c = point(zone, flip, x, y);
        let (w, h) = (street * 1.7, wide * 1.35);
        nodes.push(
            rect()
                .bounds(c.0 - w * 0.5, c.1 - h * 0.5, w, h)
                .fill(paints.road)
                .stroke(paints.edge, 2.0)
                .role("bridge"),
        );
    }
    nodes
}

/// Streets that give a town its plan: none beside the grid, avenues across it, or rings about a square.
fn avenues(
    f: &Frame,
    zone: Zone,
    paints: &Paints,
    flip: bool,
    rng: &mut Rng,
    street: f32,
) -> Vec<Node> {
    let way = |from: (f32, f32), to: (f32, f32), width: f32| {
        let (a, b) = (
            point(zone, flip, from.0, from.1),
            point(zone, flip, to.0, to.1),
        );
        f.line(
            &format!("M{} {} L{} {}", a.0, a.1, b.0, b.1),
            paints.road,
            width,
        )
    };
    let disc = |c: (f32, f32), r: f32, paint: Rgba| f.fill(&oval(c.0, c.1, r, r), paint);
    match rng.below(3) {
        1 => {
            let c = point(zone, flip, 455.0, 338.0);
            let r = street * 3.0;
            vec![
                way((-20.0, 85.0), (1020.0, 640.0), street * 1.9),
                way((250.0, -20.0), (760.0, 1020.0), street * 1.9),
                disc(c, r, paints.road),
                disc(c, r * 0.62, paints.park),
            ]
        }
        2 => {
            let c = point(zone, flip, 440.0, 420.0);
            let unit = zone.w.min(zone.h) / 1000.0;
            let mut out: Vec<Node> = [340.0, 190.0]
                .iter()
                .map(|r| {
                    f.line(
                        &oval(c.0, c.1, r * unit, r * unit),
                        paints.road,
                        street * 1.6,
                    )
                })
                .collect();
            for (x, y) in [
                (-20.0, 300.0),
                (1020.0, 520.0),
                (300.0, -20.0),
                (620.0, 1020.0),
                (1020.0, 120.0),
                (-20.0, 760.0),
            ] {
                out.push(way((440.0, 420.0), (x, y), street * 1.3));
            }
            out.push(disc(c, 82.0 * unit, paints.road));
            out.push(disc(c, 62.0 * unit, paints.park));
            out.push(disc(c, 22.0 * unit, paints.water));
            out
        }
        _ => Vec::new(),
    }
}

/// The sea along one edge, with its beach.
fn shore(f: &Frame, zone: Zone, paints: &Paints, flip: bool, unit: f32) -> Vec<Node> {
    let line = points(
        zone,
        flip,
        &[
            (-20.0, 850.0),
            (140.0, 825.0),
            (320.0, 850.0),
            (500.0, 890.0),
            (680.0, 850.0),
            (840.0, 835.0),
            (1020.0, 870.0),
        ],
    );
    let edge = open(&line);
    let (first, last) = (line[0], line[line.len() - 1]);
    let sea = format!(
        "{edge} L{} {} L{} {} Z",
        last.0,
        zone.h + 20.0,
        first.0,
        zone.h + 20.0
    );
    vec![
        f.line(&edge, Rgba::hex(0xf0dcae), 64.0 * unit)
            .role("beach"),
        f.fill(&sea, paints.water).role("water"),
        f.line(&edge, paints.shore, 8.0 * unit).role("water"),
    ]
}

/// The park of a town: a lawn with a path, a pond and trees.
fn town_park(
    f: &Frame,
    zone: Zone,
    paints: &Paints,
    flip: bool,
    unit: f32,
    pitch: f32,
) -> Vec<Node> {
    let mut nodes = Vec::new();
    let c = point(zone, flip, 760.0, 300.0);
    let (w, h) = (pitch * 1.7, pitch * 1.5);
    nodes.push(
        rect()
            .bounds(c.0 - w * 0.5, c.1 - h * 0.5, w, h)
            .fill(paints.park)
            .radius(20.0 * unit)
            .role("park"),
    );
    nodes.push(f.line(
        &format!(
            "M{} {} C{} {} {} {} {} {}",
            c.0 - w * 0.5,
            c.1 + h * 0.3,
            c.0 - w * 0.1,
            c.1 - h * 0.3,
            c.0 + w * 0.1,
            c.1 + h * 0.4,
            c.0 + w * 0.5,
            c.1 - h * 0.2
        ),
        paints.road,
        7.0 * unit,
    ));
    nodes.push(f.fill(
        &oval(c.0 + w * 0.22, c.1 + h * 0.2, w * 0.14, h * 0.12),
        paints.water,
    ));
    for (dx, dy) in [(-0.34, -0.3), (-0.18, 0.28), (0.3, -0.32), (-0.05, -0.36)] {
        nodes.extend(tree(f, (c.0 + w * dx, c.1 + h * dy), 24.0 * unit, paints));
    }
    nodes
}

/// Places for pins, by ground, far enough from each other; thousandths.
pub(super) fn sites(land: Land) -> &'static [(f32, f32)] {
    match land {
        Land::Park => &[
            (480.0, 880.0),
            (170.0, 600.0),
            (830.0, 270.0),
            (500.0, 440.0),
            (320.0, 760.0),
            (860.0, 810.0),
            (560.0, 190.0),
            (110.0, 420.0),
            (690.0, 900.0),
            (400.0, 560.0),
            (680.0, 360.0),
            (140.0, 880.0),
        ],
        Land::Town => &[
            (260.0, 230.0),
            (560.0, 470.0),
            (840.0, 640.0),
            (180.0, 540.0),
            (520.0, 160.0),
            (420.0, 690.0),
            (860.0, 140.0),
            (720.0, 780.0),
            (330.0, 400.0),
            (120.0, 360.0),
            (640.0, 300.0),
            (900.0, 450.0),
        ],
        Land::Island => &[
            (290.0, 520.0),
            (480.0, 290.0),
            (780.0, 330.0),
            (560.0, 600.0),
            (660.0, 740.0),
            (380.0, 610.0),
            (780.0, 560.0),
            (420.0, 440.0),
            (620.0, 480.0),
            (330.0, 760.0),
            (700.0, 220.0),
            (260.0, 640.0),
        ],
    }
}

/// Curves for ways, by ground; thousandths.
pub(super) fn routes(land: Land) -> &'static [&'static [(f32, f32)]] {
    match land {
        Land::Park | Land::Island => &[
            &[
                (490.0, 860.0),
                (400.0, 760.0),
                (260.0, 700.0),
                (210.0, 560.0),
                (290.0, 440.0),
                (250.0, 300.0),
                (200.0, 180.0),
            ],
            &[
                (520.0, 860.0),
                (560.0, 740.0),
                (530.0, 600.0),
                (600.0, 470.0),
                (740.0, 440.0),
                (900.0, 520.0),
                (910.0, 660.0),
                (820.0, 770.0),
                (660.0, 770.0),
                (570.0, 800.0),
            ],
            &[
                (500.0, 430.0),
                (560.0, 330.0),
                (640.0, 230.0),
                (760.0, 170.0),
                (900.0, 120.0),
            ],
            &[
                (60.0, 700.0),
                (180.0, 780.0),
                (320.0, 880.0),
                (460.0, 940.0),
            ],
        ],
        Land::Town => &[
            &[
                (-10.0, 450.0),
                (300.0, 450.0),
                (640.0, 450.0),
                (1010.0, 450.0),
            ],
            &[
                (450.0, -10.0),
                (450.0, 300.0),
                (450.0, 620.0),
                (450.0, 1010.0),
            ],
            &[
                (-10.0, 610.0),
                (300.0, 590.0),
                (640.0, 600.0),
                (1010.0, 560.0),
            ],
            &[(900.0, -10.0), (900.0, 400.0), (900.0, 1010.0)],
        ],
    }
}
