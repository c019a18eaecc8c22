//! Styles of light: the horizon of synthwave and vaporwave.

use std::fmt::Write as _;

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, Node, Paint};

use super::{drawn, named, said, words};
use crate::components::print::art::centred;
use crate::components::print::picture::striped_sun;
use crate::components::print::{Archetype, Page, Tone, Zone, inks_on};
use crate::rng::Rng;

/// A striped sun over a grid that runs to the horizon.
pub(super) const HORIZON: Archetype = Archetype {
    name: "grid horizon",
    reason: "A striped sun sinks behind peaks at the end of a glowing grid: the night drive of synthwave.",
    suits: |page| named(page, &["synthwave", "vaporwave"]),
    build: |page| {
        let pale = page
            .studio
            .brief
            .look
            .styles
            .iter()
            .any(|s| s == "vaporwave");
        let light = Light::of(pale);
        let (w, h) = (page.full.w, page.full.h);
        let mut rng = page.rng.fork("horizon");
        let horizon = h * 0.66;
        let sky: Vec<(f32, Color)> = light
            .sky
            .iter()
            .map(|(at, c)| (*at, Rgba::hex(*c).into()))
            .collect();
        let mut root = page.root(Tone::Canvas).clip().child(
            page.full
                .hold(rect())
                .fill(Paint::Linear {
                    angle: 180.0,
                    stops: sky,
                })
                .role("sky"),
        );
        if !pale {
            root = root.children(stars(page, horizon * 0.7, &mut rng));
        }
        let d = (w * 0.52).min(h * 0.44);
        let sun = centred(Zone::new(w * 0.5 - 1.0, horizon - d * 0.36, 2.0, 2.0), d);
        root = root.children(striped_sun(
            sun,
            Rgba::hex(light.sun.0).into(),
            Rgba::hex(light.sun.1).into(),
        ));
        let peaks = if pale {
            String::new()
        } else {
            ridge(w, horizon, h * 0.12, &mut rng)
        };
        if !peaks.is_empty() {
            root = root.child(
                drawn(page, peaks)
                    .fill(Rgba::hex(0x1a0b3b))
                    .stroke(Rgba::hex(light.line), (w.min(h) * 0.003).max(1.5)),
            );
        }
        root = root.children(floor(page, horizon, &light));
        root = root.children([(0.02, false), (0.98, true)].map(|(x, flip)| {
            palm(
                page,
                (w * x, horizon + h * 0.04),
                h * 0.36,
                flip,
                light.shade,
            )
        }));
        // What the place shows already is not drawn again.
        let art = page.art.without(page.studio, |noun| {
            [
                "palm", "sun", "sunset", "grid", "mountain", "road", "star", "tree",
            ]
            .iter()
            .any(|known| noun.contains(known))
        });
        if !art.is_empty() {
            let zone = Zone::new(w * 0.26, horizon - h * 0.06, w * 0.48, h * 0.24);
            root = root.children(art.arrange(zone, ""));
        }
        let low = h * 0.15;
        let zones = super::Plan {
            head: Zone::new(
                page.live.x,
                page.live.y,
                page.live.w,
                (sun.y - page.live.y).max(h * 0.16),
            ),
            picture: sun,
            foot: Zone::new(page.live.x, h - low - page.margin * 0.4, page.live.w, low),
        };
        let upper = inks_on(page.studio, page.theme, Rgba::hex(light.sky[0].1));
        let lower = inks_on(page.studio, page.theme, Rgba::hex(light.ground));
        if !said(page, &lower).1.is_empty() {
            root = root.child(
                zones
                    .foot
                    .inset(-page.margin * 0.2)
                    .hold(rect())
                    .fill(Rgba::hex(light.ground))
                    .radius(8.0)
                    .role("panel"),
            );
        }
        root.children(words(page, &zones, (&upper, &lower), Align::Center))
    },
};

/// The colours of the hour.
struct Light {
    sky: [(f32, u32); 3],
    sun: (u32, u32),
    line: u32,
    ground: u32,
    shade: u32,
}

impl Light {
    fn of(pale: bool) -> Self {
        if pale {
            Self {
                sky: [(0.0, 0xfbc2eb), (0.45, 0xc9a7f5), (0.68, 0x8fd3f4)],
                sun: (0xfff3b0, 0xff6fb5),
                line: 0xffffff,
                ground: 0x5b2a86,
                shade: 0x3d1a66,
            }
        } else {
            Self {
                sky: [(0.0, 0x0d0630), (0.4, 0x3a0f63), (0.68, 0xe0357f)],
                sun: (0xffe36e, 0xff2f8e),
                line: 0x2de2e6,
                ground: 0x12062e,
                shade: 0x07031c,
            }
        }
    }
}

fn stars(page: &Page<'_>, low: f32, rng: &mut Rng) -> Vec<Node> {
    let unit = page.full.w.min(page.full.h) * 0.004;
    (0..50)
        .map(|_| {
            let d = unit * rng.range(0.4, 1.2);
            let (x, y) = (rng.range(0.0, page.full.w), rng.range(0.0, low));
            ellipse()
                .bounds(x, y, d, d)
                .fill(Rgba::WHITE)
                .opacity(rng.range(0.3, 0.9))
                .role("ornament")
        })
        .collect()
}

/// Peaks along the horizon, higher at the sides.
fn ridge(w: f32, base: f32, high: f32, rng: &mut Rng) -> String {
    let n = 14;
    let mut d = format!("M0 {base:.1} ");
    for i in 0..=n {
        let t = i as f32 / n as f32;
        let side = libm::fabsf(t - 0.5) * 2.0;
        let y = base
            - high
                * (0.25 + 0.75 * side)
                * rng.range(0.5, 1.0)
                * if i % 2 == 0 { 0.45 } else { 1.0 };
        let _ = write!(d, "L{:.1} {y:.1} ", w * t);
    }
    let _ = write!(d, "L{w:.1} {base:.1} Z");
    d
}

/// The floor: lines to the vanishing point, and across them ever closer to the horizon.
fn floor(page: &Page<'_>, horizon: f32, light: &Light) -> Vec<Node> {
    let (w, h) = (page.full.w, page.full.h);
    let deep = h - horizon;
    let mut d = String::new();
    for i in -14..=14 {
        let x = w * 0.5 + w * 0.16 * i as f32;
        let _ = write!(
            d,
            "M{:.1} {horizon:.1} L{x:.1} {h:.1} ",
            w * 0.5 + w * 0.035 * i as f32
        );
    }
    for i in 0..9 {
        let t = i as f32 / 9.0;
        let y = horizon + deep * t * t;
        let _ = write!(d, "M0 {y:.1} L{w:.1} {y:.1} ");
    }
    let line = (w.min(h) * 0.0026).max(1.2);
    vec![
        Zone::new(0.0, horizon, w, deep)
            .hold(rect())
            .fill(Rgba::hex(light.ground))
            .role("ground"),
        drawn(page, d)
            .stroke(Rgba::hex(light.line), line)
            .opacity(0.75),
    ]
}

/// A palm as a shadow, leaning to the middle.
fn palm(page: &Page<'_>, (x, y): (f32, f32), high: f32, flip: bool, color: u32) -> Node {
    let k = if flip { -1.0 } else { 1.0 };
    let (tx, ty) = (x + k * high * 0.18, y - high);
    let t = high * 0.022;
    let mut d = format!(
        "M{:.1} {y:.1} Q{:.1} {:.1} {tx:.1} {ty:.1} L{:.1} {ty:.1} Q{:.1} {:.1} {:.1} {y:.1} Z ",
        x - t,
        x - t,
        y - high * 0.5,
        tx + t,
        x + t * 1.5,
        y - high * 0.5,
        x + t
    );
    for (a, b, drop) in [
        (-0.36, -0.12, 0.22),
        (-0.3, -0.26, 0.02),
        (-0.12, -0.3, -0.14),
        (0.14, -0.3, -0.14),
        (0.32, -0.24, 0.04),
        (0.36, -0.1, 0.24),
    ] {
        let (ex, ey) = (tx + high * a, ty + high * drop);
        let (cx, cy) = (tx + high * a * 0.5, ty + high * b);
        let _ = write!(
            d,
            "M{tx:.1} {ty:.1} Q{cx:.1} {cy:.1} {ex:.1} {ey:.1} Q{:.1} {:.1} {tx:.1} {:.1} Z ",
            cx,
            cy + high * 0.1,
            ty + t * 2.0
        );
    }
    drawn(page, d).fill(Rgba::hex(color))
}
