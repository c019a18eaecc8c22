//! Styles of waves and bands: psychedelic ripples, the stripes of the seventies.

use std::fmt::Write as _;

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, Shape};

use super::{drawn, named, on_circle, plan, things, words};
use crate::components::print::art::centred;
use crate::components::print::{Archetype, Tone, Zone, inks_on};

/// Ripples around the picture, in colours that swear at each other.
pub(super) const RIPPLES: Archetype = Archetype {
    name: "ripples",
    reason: "Wavering rings in colours that vibrate against each other: the posters of the ballrooms.",
    suits: |page| named(page, &["psychedelic"]),
    build: |page| {
        const HUES: [u32; 5] = [0xff5a36, 0xffc21a, 0x7b2fbe, 0x12a594, 0xf2399d];
        let plan = plan(page, page.live, 0.3);
        let center = plan.picture.center();
        let reach = page.full.w.max(page.full.h) * 0.85;
        let mut rng = page.rng.fork("ripples");
        let (lobes, turn) = (5 + rng.below(4), rng.range(0.0, 360.0));
        let first = rng.below(HUES.len());
        let n = 15;
        let mut root = page.root(Tone::Canvas).clip();
        for i in 0..n {
            let r = reach * (1.0 - i as f32 / n as f32);
            let mut d = String::new();
            for step in 0..72 {
                let a = step as f32 * 5.0;
                let wave = 1.0
                    + 0.09 * libm::sinf((a * lobes as f32 + turn + i as f32 * 24.0).to_radians());
                let p = on_circle(center, r * wave, a);
                let _ = write!(
                    d,
                    "{}{:.1} {:.1} ",
                    if step == 0 { "M" } else { "L" },
                    p.0,
                    p.1
                );
            }
            d.push('Z');
            root = root.child(drawn(page, d).fill(Rgba::hex(HUES[(first + i) % HUES.len()])));
        }
        let dark = inks_on(page.studio, page.theme, Rgba::hex(0x2b0f45));
        for zone in [plan.head, plan.foot] {
            if zone.h > 8.0 {
                let plate = zone.inset_xy(-page.margin * 0.3, -page.margin * 0.2);
                root = root.child(
                    plate
                        .hold(rect())
                        .radius(plate.h * 0.3)
                        .fill(Rgba::hex(0x2b0f45))
                        .role("panel"),
                );
            }
        }
        let side = plan.picture.w.min(plan.picture.h) * 0.7;
        root = if page.art.is_empty() {
            let flower = shape(Shape::Star {
                points: 9,
                inner: 0.62,
            });
            root.child(
                centred(plan.picture, side * 0.8)
                    .hold(flower)
                    .fill(Rgba::hex(0xfff0c9))
                    .role("ornament"),
            )
            .child(
                centred(plan.picture, side * 0.34)
                    .hold(ellipse())
                    .fill(Rgba::hex(0xff5a36))
                    .role("ornament"),
            )
        } else {
            root.children(things(page, centred(plan.picture, side)))
        };
        root.children(words(page, &plan, (&dark, &dark), Align::Center))
    },
};

/// Bands in warm colours that sweep over the page and turn.
pub(super) const STRIPES: Archetype = Archetype {
    name: "sweeping stripes",
    reason: "Five warm bands sweep in from the edge and turn around the corner: the walls of the seventies.",
    suits: |page| named(page, &["seventies", "retro"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let plan = plan(page, page.live, 0.36);
        let p = plan.picture;
        let bands: [Color; 4] = [
            Rgba::hex(0x8c2f1b).into(),
            inks.bold,
            inks.mark,
            Rgba::hex(0x2f7f79).into(),
        ];
        let wide = page.ratio() > 1.25;
        let band = p.h.min(p.w) * 0.085;
        let r = p.w.min(p.h) * 0.46;
        let (left, right) = (if wide { p.x } else { 0.0 }, page.full.w);
        let mut root = page.root(Tone::Canvas).clip();
        for (i, color) in bands.into_iter().enumerate() {
            // In from the left, around, and down out of the picture.
            let inset = band * 1.12 * i as f32;
            let top = p.y + band * 0.5 + inset;
            let x = right - p.w * 0.12 - inset;
            let radius = (r - inset).max(band);
            let d = format!(
                "M{left:.1} {top:.1} L{:.1} {top:.1} A{radius:.1} {radius:.1} 0 0 1 {x:.1} {:.1} L{x:.1} {:.1}",
                x - radius,
                top + radius,
                p.bottom()
            );
            root = root.child(drawn(page, d).stroke(color, band));
        }
        let inner = Zone::new(p.x, p.y + p.h * 0.42, p.w * 0.62, p.h * 0.56);
        root = if page.art.is_empty() {
            let d = inner.w.min(inner.h);
            root.child(
                centred(inner, d * 0.92)
                    .hold(ellipse())
                    .fill(inks.bold)
                    .role("ornament"),
            )
            .child(
                centred(inner, d * 0.62)
                    .hold(ellipse())
                    .fill(inks.mark)
                    .role("ornament"),
            )
        } else {
            root.children(things(page, inner))
        };
        root.children(words(page, &plan, (&inks, &inks), page.ranged()))
    },
};
