//! Styles of rays: the sunburst of art deco, the burst of pop art, the starbursts of mid-century.

use std::fmt::Write as _;

use plantain_scene::build::*;
use plantain_scene::color::Rgba;
use plantain_scene::node::{Align, Shape};

use super::{drawn, named, on_circle, plan, things, tint, words};
use crate::components::print::art::centred;
use crate::components::print::ornament;
use crate::components::print::{Archetype, Tone, Zone};

/// A half sun over stepped lines in a double frame.
pub(super) const DECO: Archetype = Archetype {
    name: "sunburst",
    reason: "A half sun of gilded rays over stepped lines, in a frame with fans at its corners: art deco is symmetry and light.",
    suits: |page| named(page, &["art deco", "twenties"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let short = page.full.w.min(page.full.h);
        let m = page.margin;
        let line = (short * 0.003).max(1.5);
        let mut root = page.root(Tone::Canvas);
        for inset in [0.42, 0.56] {
            let frame = page.full.inset(m * inset);
            root = root.child(frame.hold(rect()).stroke(inks.bold, line).role("ornament"));
        }
        let corners = page.full.inset(m * 0.56);
        root =
            root.children((0..4).map(|corner| ornament::fan(corners, m * 1.1, corner, inks.bold)));
        let plan = plan(page, page.full.inset_xy(m * 1.5, m * 1.7), 0.4);
        let base = plan.picture.bottom() - plan.picture.h * 0.08;
        let center = (plan.picture.center().0, base);
        let radius = (plan.picture.w * 0.5).min(plan.picture.h * 0.92);
        let gilt = |t: f32| tint(page, inks.bold, inks.ground, t);
        root = root
            .child(drawn(page, half_rays(center, radius, 17)).fill(gilt(0.45)))
            .children([0.5, 0.38, 0.26].map(|r| {
                drawn(page, half_disc(center, radius * r))
                    .fill(inks.ground)
                    .stroke(inks.bold, line * 1.4)
            }))
            .child(drawn(page, half_disc(center, radius * 0.14)).fill(inks.bold));
        for (i, share) in [1.0_f32, 0.8, 0.6].into_iter().enumerate() {
            let w = plan.picture.w * share;
            let y = base + line * 2.0 + i as f32 * line * 4.0;
            root = root.child(
                rect()
                    .bounds(center.0 - w * 0.5, y, w, line * 1.8)
                    .fill(inks.bold)
                    .role("ornament"),
            );
        }
        let stand = Zone::new(
            center.0 - radius * 0.62,
            base - radius * 0.92,
            radius * 1.24,
            radius * 0.92,
        );
        root.children(things(page, stand)).children(words(
            page,
            &plan,
            (&inks, &inks),
            Align::Center,
        ))
    },
};

/// Wedges from a point upward, as one path.
fn half_rays(center: (f32, f32), radius: f32, n: usize) -> String {
    let step = 180.0 / n as f32;
    let mut d = String::new();
    for i in (0..n).step_by(2) {
        let (a, b) = (
            on_circle(center, radius, 180.0 + step * i as f32),
            on_circle(center, radius, 180.0 + step * (i + 1) as f32),
        );
        let _ = write!(
            d,
            "M{:.1} {:.1} L{:.1} {:.1} L{:.1} {:.1} Z ",
            center.0, center.1, a.0, a.1, b.0, b.1
        );
    }
    d
}

fn half_disc((x, y): (f32, f32), r: f32) -> String {
    format!(
        "M{:.1} {y:.1} A{r:.1} {r:.1} 0 0 1 {:.1} {y:.1} Z",
        x - r,
        x + r
    )
}

/// Rays, dots and a burst behind the thing or the words: a panel of a comic.
pub(super) const BURST: Archetype = Archetype {
    name: "comic burst",
    reason: "Rays, dots and a burst with a black rim: the page shouts as a comic does.",
    suits: |page| named(page, &["pop art", "cartoon"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let short = page.full.w.min(page.full.h);
        let (w, h) = (page.full.w, page.full.h);
        let plan = plan(page, page.live, 0.36);
        let center = plan.picture.center();
        let ray = tint(page, inks.bold, inks.ground, 0.55);
        let dots = tint(page, inks.mark, inks.ground, 0.35);
        let d = (plan.picture.w.min(plan.picture.h) * 1.12).min(short * 0.98);
        let burst = centred(Zone::new(center.0 - 1.0, center.1 - 1.0, 2.0, 2.0), d);
        let star = |points: u8, inner: f32| shape(Shape::Star { points, inner });
        let mut root = page
            .root(Tone::Canvas)
            .clip()
            .child(ornament::rays(center, w.max(h) * 1.2, 22, ray))
            .child(ornament::halftone(
                Zone::new(0.0, plan.picture.y, w, h - plan.picture.y),
                (short / 40.0).clamp(8.0, 30.0),
                0,
                dots,
            ))
            .child(
                burst
                    .hold(star(16, 0.76))
                    .fill(Rgba::WHITE)
                    .stroke(Rgba::BLACK, short * 0.009)
                    .role("ornament"),
            )
            .child(
                burst
                    .inset(d * 0.08)
                    .hold(star(16, 0.76))
                    .fill(inks.bold)
                    .role("ornament"),
            );
        root = root.children(things(page, burst.inset(d * 0.24)));
        for zone in [plan.head, plan.foot] {
            if zone.h > 8.0 {
                let plate = zone.inset(-page.margin * 0.18);
                root = root.child(
                    plate
                        .hold(rect())
                        .fill(inks.ground)
                        .stroke(Rgba::BLACK, short * 0.006)
                        .role("panel"),
                );
            }
        }
        root.children(words(page, &plan, (&inks, &inks), Align::Center))
    },
};

/// Overlapping panels with starbursts and a boomerang.
pub(super) const ATOMIC: Archetype = Archetype {
    name: "atomic panels",
    reason: "Soft panels that overlap, thin starbursts and a boomerang: the furniture of the fifties.",
    suits: |page| named(page, &["mid-century", "fifties"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let plan = plan(page, page.live, 0.36);
        let p = plan.picture;
        let mut rng = page.rng.fork("atomic");
        let mustard = Rgba::hex(0xe3a72f);
        let panels = [
            (0.02, 0.1, 0.34, 0.84, inks.mark),
            (0.3, 0.0, 0.36, 0.8, mustard.into()),
            (0.6, 0.14, 0.38, 0.86, inks.bold),
        ];
        let mut root = page.root(Tone::Canvas);
        for (x, y, w, h, color) in panels {
            let zone = Zone::new(p.x + p.w * x, p.y + p.h * y, p.w * w, p.h * h);
            root = root.child(
                zone.hold(rect())
                    .radius(zone.w.min(zone.h) * 0.22)
                    .rotate(rng.range(-7.0, 7.0))
                    .fill(color)
                    .opacity(0.92)
                    .role("ornament"),
            );
        }
        root = root.children(things(page, p.inset_xy(p.w * 0.14, p.h * 0.08)));
        for (x, y, size) in [(0.1, 0.12, 0.2), (0.86, 0.06, 0.26), (0.9, 0.86, 0.16)] {
            let s = p.w.min(p.h) * size;
            let at = Zone::new(p.x + p.w * x - s * 0.5, p.y + p.h * y - s * 0.5, s, s);
            root = root.child(
                at.hold(shape(Shape::Star {
                    points: 8,
                    inner: 0.1,
                }))
                .fill(inks.ink)
                .rotate(rng.range(0.0, 40.0))
                .role("ornament"),
            );
        }
        let align = page.ranged();
        root.children(words(page, &plan, (&inks, &inks), align))
    },
};
