//! Styles of arches: whiplash lines of art nouveau, the pointed window of the gothic, the rainbows of boho.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::Align;

use super::{drawn, named, plan, things, tint, words};
use crate::components::print::flora::{self, Bloom, Frame, Tints};
use crate::components::print::{Archetype, Tone, Zone};

/// A horseshoe arch with flowers on its shoulders.
pub(super) const NOUVEAU: Archetype = Archetype {
    name: "flowering arch",
    reason: "The picture stands in a horseshoe arch with long flowing lines, flowers grow from its foot: art nouveau.",
    suits: |page| named(page, &["art nouveau"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let plan = plan(
            page,
            page.full.inset_xy(page.margin * 1.3, page.margin * 1.3),
            0.28,
        );
        let p = plan.picture;
        let line = (page.full.w.min(page.full.h) * 0.006).max(2.0);
        let w = p.w.min(p.h * 1.05);
        let r = w * 0.46;
        let (cx, cy) = (p.center().0, p.y + r + line * 3.0);
        let arch = |grow: f32| {
            let (r, foot) = (r + grow, w * 0.36 + grow);
            // The circle is open at its foot, where lines swing outward to the ground.
            let a = libm::sqrtf((r * r - (foot * 0.86) * (foot * 0.86)).max(0.0));
            format!(
                "M{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1} A{r:.1} {r:.1} 0 1 1 {:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1} Z",
                cx - foot * 1.25,
                p.bottom(),
                cx - foot * 0.7,
                cy + a + (p.bottom() - cy - a) * 0.5,
                cx - foot * 0.86,
                cy + a,
                cx + foot * 0.86,
                cy + a,
                cx + foot * 0.7,
                cy + a + (p.bottom() - cy - a) * 0.5,
                cx + foot * 1.25,
                p.bottom()
            )
        };
        let soft = tint(page, inks.mark, inks.ground, 0.72);
        let mut root = page.root(Tone::Canvas).clip();
        for inset in [0.4, 0.62] {
            let frame = page.full.inset(page.margin * inset);
            root = root.child(
                frame
                    .hold(rect())
                    .radius(page.margin * 0.9)
                    .stroke(inks.bold, line * if inset < 0.5 { 1.0 } else { 0.5 })
                    .role("ornament"),
            );
        }
        root = root
            .child(drawn(page, arch(line * 2.4)).fill(tint(page, inks.bold, inks.ground, 0.6)))
            .child(drawn(page, arch(0.0)).fill(soft).stroke(inks.bold, line));
        let tints = Tints::of(page, &inks);
        let mut rng = page.rng.fork("flora");
        let stand = Zone::new(
            cx - r * 0.68,
            p.y + r * 0.3,
            r * 1.36,
            p.bottom() - p.y - r * 0.3,
        );
        root = if page.art.is_empty() {
            root.child(flora::wreath(
                Zone::new(cx - r * 0.7, cy - r * 0.7, r * 1.4, r * 1.4),
                &tints,
                Bloom::Some,
                &mut rng,
            ))
        } else {
            root.children(things(page, stand))
        };
        let side = w * 0.34;
        let ground = Zone::new(p.x, p.y, p.w, p.h);
        for corner in [2, 3] {
            root = root.child(flora::bouquet(
                Frame::corner(ground, side, corner),
                &tints,
                Bloom::Some,
                &mut rng,
            ));
        }
        root.children(words(page, &plan, (&inks, &inks), Align::Center))
    },
};

/// A pointed window with tracery, the picture behind it.
pub(super) const GOTHIC: Archetype = Archetype {
    name: "pointed window",
    reason: "A pointed window with tracery frames the picture, the moon behind it: gothic.",
    suits: |page| named(page, &["gothic"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let plan = plan(
            page,
            page.full.inset_xy(page.margin * 1.2, page.margin * 1.2),
            0.3,
        );
        let p = plan.picture;
        let line = (page.full.w.min(page.full.h) * 0.007).max(2.0);
        let w = p.w.min(p.h * 0.66);
        let cx = p.center().0;
        let window = |inset: f32| {
            let (l, r) = (cx - w * 0.5 + inset, cx + w * 0.5 - inset);
            let spring = p.y + w * 0.87;
            let radius = r - l;
            format!(
                "M{l:.1} {:.1} L{l:.1} {spring:.1} A{radius:.1} {radius:.1} 0 0 1 {cx:.1} {:.1} A{radius:.1} {radius:.1} 0 0 1 {r:.1} {spring:.1} L{r:.1} {:.1} Z",
                p.bottom() - inset * 0.2,
                spring - radius * 0.866,
                p.bottom() - inset * 0.2
            )
        };
        let night = tint(page, inks.mark, inks.ground, 0.72);
        let moon = w * 0.42;
        let mut root = page
            .root(Tone::Canvas)
            .child(
                page.full
                    .inset(page.margin * 0.45)
                    .hold(rect())
                    .stroke(inks.bold, line * 0.6)
                    .role("ornament"),
            )
            .child(drawn(page, window(0.0)).fill(inks.bold))
            .child(drawn(page, window(line * 2.2)).fill(night))
            .child(
                ellipse()
                    .bounds(cx - moon * 0.5, p.y + w * 0.3, moon, moon)
                    .fill(tint(page, inks.ink, inks.ground, 0.2))
                    .role("ornament"),
            );
        root = root.children(things(
            page,
            Zone::new(
                cx - w * 0.34,
                p.y + w * 0.42,
                w * 0.68,
                p.bottom() - p.y - w * 0.44,
            ),
        ));
        root = root.child(drawn(page, window(line * 1.1)).stroke(inks.bold, line));
        if page.art.is_empty() {
            let (top, spring) = (p.y + w * 0.12, p.y + w * 0.87);
            root = root.child(
                drawn(
                    page,
                    format!(
                        "M{cx:.1} {top:.1} L{cx:.1} {:.1} M{:.1} {:.1} L{:.1} {spring:.1} L{cx:.1} {:.1} L{:.1} {spring:.1} L{:.1} {:.1} M{:.1} {spring:.1} L{:.1} {spring:.1}",
                        p.bottom(),
                        cx - w * 0.25,
                        p.bottom(),
                        cx - w * 0.25,
                        spring - w * 0.3,
                        cx + w * 0.25,
                        cx + w * 0.25,
                        p.bottom(),
                        cx - w * 0.48,
                        cx + w * 0.48,
                    ),
                )
                .stroke(inks.bold, line * 0.8),
            );
        }
        root.children(words(page, &plan, (&inks, &inks), Align::Center))
    },
};

/// Arches one inside the other, a sun and a hill.
pub(super) const BOHO: Archetype = Archetype {
    name: "earthen arches",
    reason: "Arches in earth colours one inside the other and a low sun: boho.",
    suits: |page| named(page, &["boho"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let plan = plan(page, page.live, 0.36);
        let p = plan.picture;
        let colors: [Color; 5] = [
            Rgba::hex(0xb5532f).into(),
            Rgba::hex(0xd98e5f).into(),
            Rgba::hex(0xe8c39e).into(),
            Rgba::hex(0x8a9a7b).into(),
            inks.ground.into(),
        ];
        let w = (p.w * 0.8).min(p.h * 1.1);
        let cx = p.center().0;
        let mut rng = page.rng.fork("arches");
        let mut root = page.root(Tone::Canvas).clip();
        let sun = w * 0.2;
        let side = if rng.chance(0.5) { -1.0 } else { 1.0 };
        root = root.child(
            ellipse()
                .bounds(cx + side * w * 0.46 - sun * 0.5, p.y, sun, sun)
                .fill(Rgba::hex(0xd9a441))
                .role("ornament"),
        );
        for (i, color) in colors.into_iter().enumerate() {
            let k = 1.0 - 0.17 * i as f32;
            let (half, top) = (w * 0.5 * k, p.bottom() - (p.h * 0.96).min(w * 0.98) * k);
            root = root.child(
                drawn(
                    page,
                    format!(
                        "M{:.1} {:.1} L{:.1} {:.1} A{half:.1} {half:.1} 0 0 1 {:.1} {:.1} L{:.1} {:.1} Z",
                        cx - half,
                        p.bottom(),
                        cx - half,
                        top + half,
                        cx + half,
                        top + half,
                        cx + half,
                        p.bottom()
                    ),
                )
                .fill(color),
            );
        }
        let inner = w * 0.34;
        root = if page.art.is_empty() {
            let tints = Tints::of(page, &inks);
            root.child(flora::bouquet(
                Frame::corner(
                    Zone::new(cx - inner * 0.5, p.bottom() - inner, inner, inner),
                    inner,
                    3,
                ),
                &tints,
                Bloom::None,
                &mut rng,
            ))
        } else {
            root.children(things(
                page,
                Zone::new(cx - w * 0.3, p.bottom() - w * 0.56, w * 0.6, w * 0.56),
            ))
        };
        root.children(words(page, &plan, (&inks, &inks), Align::Center))
    },
};
