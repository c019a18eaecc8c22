//! Styles of wear: torn paper and splatters of grunge, the gears of steampunk.

use std::fmt::Write as _;

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, Motif, Node};

use super::{drawn, named, on_circle, plan, said, things, tint, words};
use crate::components::print::art::centred;
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::{Archetype, Page, Tone, Zone, inks_on};
use crate::rng::Rng;

/// Torn paper, tape, splatters and scratches.
pub(super) const GRUNGE: Archetype = Archetype {
    name: "torn and taped",
    reason: "Torn black paper, splatters, tape and scratches: a page that hung on a wall for a while.",
    suits: |page| named(page, &["grunge"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let (w, h) = (page.full.w, page.full.h);
        let mut rng = page.rng.fork("wear");
        let plan = plan(page, page.live, 0.36);
        let grain = ornament::pattern(
            page.full,
            Motif::Grain,
            tint(page, inks.ink, inks.ground, 0.72),
            3.0,
        );
        let mut root = page.root(Tone::Canvas).clip().child(grain);
        for _ in 0..4 {
            let at = (rng.range(0.05, 0.95) * w, rng.range(0.1, 0.9) * h);
            let color = if rng.chance(0.5) {
                inks.bold
            } else {
                tint(page, inks.ink, inks.ground, 0.45)
            };
            root = root.children(splatter(
                page,
                at,
                w.min(h) * rng.range(0.05, 0.1),
                color,
                &mut rng,
            ));
        }
        let black = Rgba::hex(0x171513);
        let dark = inks_on(page.studio, page.theme, black);
        let strip = |zone: Zone, rng: &mut Rng| {
            drawn(page, torn(zone, page.margin * 0.16, rng)).fill(black)
        };
        let head = Zone::new(
            0.0,
            plan.head.y - page.margin * 0.3,
            if page.ratio() > 1.25 {
                plan.head.right() + page.margin * 0.4
            } else {
                w
            },
            plan.head.h + page.margin * 0.6,
        );
        root = root.child(strip(head, &mut rng));
        root = if page.art.is_empty() {
            let side = plan.picture.w.min(plan.picture.h) * 0.74;
            root.child(
                drawn(page, brushed(centred(plan.picture, side), &mut rng))
                    .stroke(inks.bold, side * 0.09)
                    .round(),
            )
        } else {
            root.children(things(page, plan.picture))
        };
        if !said(page, &inks).1.is_empty() {
            let plate = plan.foot.inset_xy(-page.margin * 0.2, -page.margin * 0.1);
            root = root.child(
                drawn(page, torn(plate, page.margin * 0.08, &mut rng)).fill(tint(
                    page,
                    inks.ground.into(),
                    Rgba::WHITE,
                    0.5,
                )),
            );
            for x in [plate.x + plate.w * 0.08, plate.right() - plate.w * 0.2] {
                root = root.child(
                    rect()
                        .bounds(
                            x,
                            plate.y - page.margin * 0.14,
                            plate.w * 0.12,
                            page.margin * 0.3,
                        )
                        .fill(Rgba::hex(0xcdb98a))
                        .opacity(0.8)
                        .rotate(rng.range(-9.0, 9.0))
                        .role("ornament"),
                );
            }
        }
        root = root.child(
            drawn(page, scratches(w, h, &mut rng))
                .stroke(tint(page, inks.ground.into(), Rgba::WHITE, 0.3), 1.4)
                .opacity(0.4),
        );
        let lower = inks_on(page.studio, page.theme, inks.ground.mix(Rgba::WHITE, 0.5));
        root.children(words(page, &plan, (&dark, &lower), page.ranged()))
    },
};

/// A blot with drops around it.
fn splatter(page: &Page<'_>, at: (f32, f32), size: f32, color: Color, rng: &mut Rng) -> Vec<Node> {
    // Points on a wavering circle, joined by curves through their middles.
    const N: usize = 22;
    let points: Vec<(f32, f32)> = (0..N)
        .map(|i| {
            let reach = if rng.chance(0.25) {
                rng.range(1.2, 1.7)
            } else {
                rng.range(0.75, 1.0)
            };
            on_circle(at, size * reach, i as f32 * 360.0 / N as f32)
        })
        .collect();
    let middle = |i: usize| {
        let (a, b) = (points[i % N], points[(i + 1) % N]);
        ((a.0 + b.0) * 0.5, (a.1 + b.1) * 0.5)
    };
    let first = middle(N - 1);
    let mut d = format!("M{:.1} {:.1} ", first.0, first.1);
    for (i, p) in points.iter().enumerate() {
        let m = middle(i);
        let _ = write!(d, "Q{:.1} {:.1} {:.1} {:.1} ", p.0, p.1, m.0, m.1);
    }
    d.push('Z');
    let mut nodes = vec![drawn(page, d).fill(color)];
    for _ in 0..14 {
        let r = size * rng.range(0.04, 0.16);
        let p = on_circle(at, size * rng.range(1.3, 3.0), rng.range(0.0, 360.0));
        nodes.push(
            ellipse()
                .bounds(p.0 - r, p.1 - r, r * 2.0, r * 2.0)
                .fill(color)
                .role("ornament"),
        );
    }
    nodes
}

/// A strip whose long sides are torn.
fn torn(zone: Zone, tear: f32, rng: &mut Rng) -> String {
    let n = 36;
    let mut d = format!("M{:.1} {:.1} ", zone.x, zone.y);
    for i in 0..=n {
        let _ = write!(
            d,
            "L{:.1} {:.1} ",
            zone.x + zone.w * i as f32 / n as f32,
            zone.y + rng.range(-tear, tear)
        );
    }
    for i in (0..=n).rev() {
        let _ = write!(
            d,
            "L{:.1} {:.1} ",
            zone.x + zone.w * i as f32 / n as f32,
            zone.bottom() + rng.range(-tear, tear)
        );
    }
    d.push('Z');
    d
}

/// Two strokes of a brush across each other.
fn brushed(zone: Zone, rng: &mut Rng) -> String {
    let mut wobble = || rng.range(-0.06, 0.06) * zone.w;
    format!(
        "M{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1} M{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1}",
        zone.x,
        zone.y + wobble(),
        zone.center().0 + wobble(),
        zone.center().1 + wobble(),
        zone.right(),
        zone.bottom() + wobble(),
        zone.right() + wobble(),
        zone.y,
        zone.center().0 + wobble(),
        zone.center().1,
        zone.x + wobble(),
        zone.bottom(),
    )
}

fn scratches(w: f32, h: f32, rng: &mut Rng) -> String {
    let mut d = String::new();
    for _ in 0..26 {
        let (x, y) = (rng.range(0.0, w), rng.range(0.0, h));
        let _ = write!(
            d,
            "M{x:.1} {y:.1} l{:.1} {:.1} ",
            rng.range(-0.05, 0.05) * w,
            rng.range(0.02, 0.1) * h
        );
    }
    d
}

/// Brass gears that mesh.
pub(super) const GEARS: Archetype = Archetype {
    name: "brass gears",
    reason: "Brass gears mesh behind the words, in a riveted frame: steampunk.",
    suits: |page| named(page, &["steampunk"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let plan = plan(
            page,
            page.full.inset_xy(page.margin * 1.3, page.margin * 1.3),
            0.34,
        );
        let p = plan.picture;
        let brass = tint(page, inks.bold, inks.ground, 0.0);
        let dim = tint(page, inks.bold, inks.ground, 0.4);
        let copper = tint(page, inks.mark, inks.ground, 0.15);
        let r = (p.w * 0.3).min(p.h * 0.44);
        let c = p.center();
        let mut root = page.root(Tone::Canvas).clip();
        for (dx, dy, size, teeth, color) in [
            (-1.25, -0.5, 0.62, 14, dim),
            (1.25, 0.42, 0.7, 16, copper),
            (-1.1, 0.75, 0.44, 10, copper),
            (1.05, -0.78, 0.4, 10, dim),
            (0.0, 0.0, 1.0, 22, brass),
        ] {
            let at = (c.0 + r * dx, c.1 + r * dy);
            root = root
                .child(drawn(page, gear(at, r * size, teeth)).fill(color))
                .child(disc(at, r * size * 0.66).fill(inks.ground))
                .child(disc(at, r * size * 0.6).stroke(color, r * size * 0.05))
                .child(drawn(page, spokes(at, r * size * 0.64)).stroke(color, r * size * 0.09))
                .child(disc(at, r * size * 0.2).fill(color))
                .child(disc(at, r * size * 0.08).fill(inks.ground));
        }
        if !page.art.is_empty() {
            root = root
                .child(disc(c, r * 0.7).fill(inks.ground))
                .children(things(page, centred(p, r * 1.1)));
        }
        root = root.children(ornament::frame(
            page.full.inset(page.margin * 0.5),
            brass,
            FrameStyle::Beveled,
        ));
        let d = page.margin * 0.2;
        let edge = page.full.inset(page.margin * 0.95);
        for (x, y) in [
            (edge.x, edge.y),
            (edge.right(), edge.y),
            (edge.x, edge.bottom()),
            (edge.right(), edge.bottom()),
        ] {
            root = root
                .child(disc((x, y), d).fill(brass))
                .child(disc((x, y), d * 0.5).fill(dim));
        }
        root.children(words(page, &plan, (&inks, &inks), Align::Center))
    },
};

fn disc((x, y): (f32, f32), r: f32) -> Node {
    ellipse()
        .bounds(x - r, y - r, r * 2.0, r * 2.0)
        .role("ornament")
}

fn gear(at: (f32, f32), r: f32, teeth: usize) -> String {
    let step = 360.0 / teeth as f32;
    let mut d = String::new();
    for i in 0..teeth {
        let a = step * i as f32;
        for (k, (turn, radius)) in [(0.0, 0.86), (0.14, 1.0), (0.42, 1.0), (0.56, 0.86)]
            .into_iter()
            .enumerate()
        {
            let p = on_circle(at, r * radius, a + step * turn);
            let _ = write!(
                d,
                "{}{:.1} {:.1} ",
                if i + k == 0 { "M" } else { "L" },
                p.0,
                p.1
            );
        }
    }
    d.push('Z');
    d
}

fn spokes(at: (f32, f32), r: f32) -> String {
    (0..3).fold(String::new(), |mut d, i| {
        let (a, b) = (
            on_circle(at, r, 60.0 * i as f32),
            on_circle(at, r, 60.0 * i as f32 + 180.0),
        );
        let _ = write!(d, "M{:.1} {:.1} L{:.1} {:.1} ", a.0, a.1, b.0, b.1);
        d
    })
}
