//! Layers around a middle: a globe with a wedge cut out, or rings.

use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{Node, Shape};

use super::{Kind, colors};
use crate::components::diagram::callout::{Callout, Finish, beside, column_width};
use crate::components::diagram::drawing::{Frame, closed, polar};
use crate::components::diagram::{Body, Entry, Sheet};
use crate::components::print::Zone;
use crate::directors::science::plate::ink;

/// Returns the outer radius of each layer as a share of the globe's, from the outside in.
fn radii(n: usize) -> Vec<f32> {
    // The crust is thin; what is below shares the rest.
    (0..n)
        .map(|i| {
            if i == 0 {
                1.0
            } else {
                0.92 * (1.0 - (i - 1) as f32 / (n as f32 - 0.75).max(1.0))
            }
        })
        .collect()
}

fn disc(c: (f32, f32), r: f32) -> Zone {
    Zone::new(c.0 - r, c.1 - r, 2.0 * r, 2.0 * r)
}

pub(super) fn globe(sheet: &Sheet<'_>, layers: &[Entry], kind: Kind) -> Option<Body> {
    let n = layers.len();
    let zone = sheet.body;
    let column = column_width(sheet, layers, 80.0, (zone.w * 0.34).min(340.0));
    let art = Zone::new(zone.x, zone.y, zone.w - column - 24.0, zone.h);
    let r = (art.w.min(art.h) * 0.5).min(480.0);
    let used = 2.0 * r + 24.0 + column;
    let left = zone.x + (zone.w - used).max(0.0) * 0.5;
    let c = (left + r, art.center().1);
    if n == 0 || r < 60.0 {
        return None;
    }
    let (from, to) = (18.0, 138.0);
    let colors = colors(sheet, kind, n);
    let radii = radii(n);
    let surface = if kind == Kind::Sun {
        ink(0xf2852e)
    } else {
        ink(0x3f8fcf)
    };
    let mut nodes = vec![
        disc(c, r)
            .hold(ellipse())
            .fill(plantain_scene::node::Paint::Radial {
                center: [0.32, 0.28],
                radius: 0.8,
                stops: vec![
                    (0.0, surface.mix(Rgba::WHITE, 0.3).into()),
                    (0.6, surface.into()),
                    (1.0, surface.mix(Rgba::BLACK, 0.35).into()),
                ],
            })
            .role("globe"),
    ];
    nodes.extend(continents(c, r, kind));
    for (i, share) in radii.iter().enumerate() {
        let sector = disc(c, r * share).hold(shape(Shape::Ring {
            from,
            to,
            hole: 0.0,
        }));
        nodes.push(sector.fill(colors[i]).role("layer"));
        let edge = disc(c, r * share).hold(shape(Shape::Ring {
            from,
            to,
            hole: 0.985,
        }));
        nodes.push(edge.fill(colors[i].mix(Rgba::BLACK, 0.22)));
    }
    for angle in [from, to] {
        let end = polar(c, r, angle);
        nodes.push(
            crate::components::diagram::drawing::PAGE
                .trace(&format!("M{} {} L{} {}", c.0, c.1, end.0, end.1))
                .stroke(Rgba::BLACK.faded(0.18), 3.0),
        );
    }
    // Targets step through the wedge from its upper edge downward, so that the lines keep the order of the layers.
    let callouts: Vec<Callout<'_>> = layers
        .iter()
        .enumerate()
        .map(|(i, entry)| {
            let inner = radii.get(i + 1).copied().unwrap_or(0.0);
            let share = if i + 1 == n {
                radii[i] * 0.45
            } else {
                (radii[i] + inner) * 0.5
            };
            let t = (i as f32 + 0.5) / n as f32;
            let angle = from + 16.0 + (to - from - 44.0) * t;
            Callout {
                entry,
                target: polar(c, r * share, angle),
            }
        })
        .collect();
    let right = Zone::new(
        c.0 + r + 24.0,
        c.1 - r * 0.9,
        zone.right() - c.0 - r - 24.0,
        r * 1.8,
    );
    let none = Zone::new(zone.x, zone.y, 1.0, zone.h);
    nodes.extend(beside(
        sheet,
        &callouts,
        none,
        right,
        Finish::Dot,
        Token::Ink.into(),
    ));
    Some(Body::new(nodes))
}

fn continents(c: (f32, f32), r: f32, kind: Kind) -> Vec<Node> {
    if kind == Kind::Sun {
        return Vec::new();
    }
    let frame = Frame {
        scale: r / 100.0,
        dx: c.0,
        dy: c.1,
    };
    let lands: [&[(f32, f32)]; 4] = [
        &[
            (-58.0, -66.0),
            (-30.0, -82.0),
            (0.0, -84.0),
            (10.0, -66.0),
            (-12.0, -48.0),
            (-18.0, -26.0),
            (-40.0, -18.0),
            (-58.0, -34.0),
            (-72.0, -44.0),
        ],
        &[
            (-46.0, 0.0),
            (-24.0, 6.0),
            (-10.0, 24.0),
            (-20.0, 50.0),
            (-30.0, 78.0),
            (-42.0, 60.0),
            (-48.0, 34.0),
            (-58.0, 16.0),
        ],
        &[
            (-92.0, -14.0),
            (-80.0, -10.0),
            (-78.0, 12.0),
            (-90.0, 24.0),
            (-96.0, 8.0),
        ],
        &[(24.0, 78.0), (44.0, 72.0), (52.0, 78.0), (34.0, 90.0)],
    ];
    lands
        .iter()
        .map(|points| frame.fill(&closed(points), ink(0x6cb35a)).role("land"))
        .collect()
}

/// The years of a trunk: fine rings, some nearer to each other than others.
fn growth(c: (f32, f32), r: f32) -> Vec<Node> {
    const YEARS: usize = 17;
    let wood = ink(0x5b3b22).faded(0.28);
    (1..YEARS)
        .map(|year| {
            let sway = [0.0, 0.012, -0.008, 0.006][year % 4];
            let share = year as f32 / YEARS as f32 * 0.9 + sway;
            disc(c, r * share)
                .hold(ellipse())
                .stroke(wood, 1.5)
                .role("ring")
        })
        .collect()
}

pub(super) fn rings(sheet: &Sheet<'_>, layers: &[Entry], kind: Kind) -> Option<Body> {
    let n = layers.len();
    let zone = sheet.body;
    let column = column_width(sheet, layers, 70.0, (zone.w * 0.25).min(260.0));
    let r = ((zone.w - 2.0 * column - 48.0) * 0.5).min(zone.h * 0.5);
    if n == 0 || r < 80.0 {
        return None;
    }
    let c = zone.center();
    let colors = colors(sheet, kind, n);
    let mut nodes: Vec<Node> = (0..n)
        .map(|i| {
            let share = 1.0 - i as f32 / n as f32;
            disc(c, r * share)
                .hold(ellipse())
                .fill(colors[i])
                .stroke(colors[i].mix(Rgba::BLACK, 0.2), 2.0)
                .role("layer")
        })
        .collect();
    if kind == Kind::Trunk {
        nodes.extend(growth(c, r));
    }
    let callouts: Vec<Callout<'_>> = layers
        .iter()
        .enumerate()
        .map(|(i, entry)| {
            let share = 1.0 - (i as f32 + 0.5) / n as f32;
            let angle = if i % 2 == 0 { 90.0 } else { 270.0 } + [-40.0, 34.0, 8.0, -12.0][i % 4];
            Callout {
                entry,
                target: polar(c, r * share, angle),
            }
        })
        .collect();
    let left = Zone::new(c.0 - r - 24.0 - column, zone.y, column, zone.h);
    let right = Zone::new(c.0 + r + 24.0, zone.y, column, zone.h);
    nodes.extend(beside(
        sheet,
        &callouts,
        left,
        right,
        Finish::Dot,
        Token::Ink.into(),
    ));
    Some(Body::new(nodes))
}
