//! The label of a bottle: paper on dark glass, an emblem in a ring, the name in the middle, figures at the foot.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, Shape};

use super::{foot, foot_strip, kind, maker, story, title};
use crate::components::print::art::centred;
use crate::components::print::ground::mixed;
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::{Archetype, Tone, Zone, inks_on};
use crate::components::typeset::Part;
use crate::directors::composed;

/// Width of the paper divided by its height.
const ASPECT: f32 = 0.76;

/// A tall paper label for what is poured.
pub(super) const ESTATE: Archetype = Archetype {
    name: "estate label",
    reason: "Paper on dark glass: an emblem above, the name in the middle, origin and figures in small capitals below.",
    suits: |page| {
        const POURED: &[&str] = &[
            "wine",
            "château",
            "chateau",
            "merlot",
            "chardonnay",
            "riesling",
            "vodka",
            "gin ",
            "whisky",
            "whiskey",
            "rum ",
            "bourbon",
            "beer",
            "ale ",
            "ipa",
            "lager",
            "stout",
            "cider",
            "olive oil",
            "vinegar",
            "tequila",
            "mezcal",
            "sake",
            "liqueur",
            "brandy",
            "cognac",
            "syrup",
            "honey",
            "mead",
        ];
        let heard = page.studio.brief.heard() + " ";
        let poured = POURED.iter().any(|word| heard.contains(word));
        let quiet = page.words.rows.is_empty() && page.words.chars() < 200;
        if poured && quiet && composed::ordinary(page) && page.ratio() < 1.4 {
            // Custom, and not the only way: the plans that show the fruit come into their own with other seeds.
            1.1
        } else {
            0.0
        }
    },
    build: |page| {
        let (w, h) = (page.full.w, page.full.h);
        let high = (h * 0.9).min(w * 0.9 / ASPECT);
        let paper = Zone::new(
            (w - high * ASPECT) * 0.5,
            (h - high) * 0.5,
            high * ASPECT,
            high,
        );
        let sheet = if page.theme.is_dark() {
            page.inks(Tone::Canvas).ground
        } else {
            Rgba::hex(0xfbf6ea)
        };
        let inks = inks_on(page.studio, page.theme, sheet);
        let deep = page.theme.resolve(inks.bold).mix(Rgba::BLACK, 0.42);
        let glass = if page.theme.is_dark() {
            page.theme.resolve(inks.bold).mix(sheet, 0.72)
        } else {
            deep
        };
        let asked = page.studio.brief.canvas.background.is_some();
        let mut root = page.root(Tone::Canvas);
        if !asked {
            // The bottle's glass: darker at its sides.
            root = root.child(page.full.hold(rect()).gradient(
                90.0,
                glass.mix(Rgba::BLACK, 0.22),
                glass,
            ));
        }
        root = root
            .child(
                paper
                    .hold(rect())
                    .fill(sheet)
                    .shadow(
                        high * 0.01,
                        high * 0.04,
                        Color::from(Rgba::BLACK).alpha(0.35),
                    )
                    .role("label"),
            )
            .children(ornament::frame(
                paper.inset(high * 0.028),
                mixed(page, inks.bold, inks.ground, 0.1),
                if page.rng.fork("frame").chance(0.5) {
                    FrameStyle::Double
                } else {
                    FrameStyle::Scooped
                },
            ));
        let inner = paper.inset_xy(paper.w * 0.11, high * 0.075);
        let crest = high * 0.2;
        let (mark, rest) = (
            Zone::new(inner.x, inner.y, inner.w, crest),
            Zone::new(
                inner.x,
                inner.y + crest + high * 0.03,
                inner.w,
                inner.h - crest - high * 0.03,
            ),
        );
        let ring = centred(mark, crest);
        root = root.children(ornament::double_ring(
            ring,
            crest * 0.05,
            (high * 0.0035, high * 0.0015),
            inks.bold,
        ));
        // Lines lead from the ring to the frame.
        for x in [inner.x, ring.right() + crest * 0.1] {
            root = root.child(
                rect()
                    .bounds(
                        x,
                        ring.center().1 - 0.75,
                        (inner.w - crest * 1.2) * 0.5,
                        1.5,
                    )
                    .fill(inks.line)
                    .role("rule"),
            );
        }
        root = if page.art.is_empty() {
            let mut rng = page.rng.fork("sprig");
            root.child(ornament::sprig(
                centred(ring, crest * 0.6),
                inks.bold,
                &mut rng,
            ))
        } else {
            root.children(
                page.art
                    .arrange(centred(ring, crest * 0.66), &page.theme.manner),
            )
        };
        let lines = foot(page);
        let low = if lines.is_empty() { 0.0 } else { high * 0.06 };
        let mut all = maker(page, &inks);
        all.extend(title(page, &inks, high * 0.13));
        all.push(
            Part::fixed(
                shape(Shape::Star {
                    points: 4,
                    inner: 0.36,
                })
                .size_box(high * 0.022, high * 0.022)
                .fill(inks.mark),
                high * 0.022,
                high * 0.022,
            )
            .gap(0.22),
        );
        all.extend(kind(page, &inks));
        all.extend(story(page, &inks));
        let text = Zone::new(rest.x, rest.y, rest.w, rest.h - low * 1.7);
        let strip = Zone::new(rest.x, rest.bottom() - low, rest.w, low);
        root = root.child(
            page.set_sized(&all, text, Align::Center, 0.45, (20.0, high * 0.12))
                .0,
        );
        if !lines.is_empty() {
            root = root.child(ornament::rule(strip, low * 0.35, inks.line));
        }
        root.children(foot_strip(page, &lines, strip, &inks, Align::Center))
    },
};
