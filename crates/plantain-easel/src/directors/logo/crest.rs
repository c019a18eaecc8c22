//! A shield with a band.

use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::Align;

use super::mark::mark;
use super::{BADGES, ROUND, name_parts, says};
use crate::components::print::art::centred;
use crate::components::print::parts;
use crate::components::print::{Archetype, Tone, Zone};
use crate::components::typeset::Part;

/// A shield with the mark, the name on a band across it.
pub(super) const CREST: Archetype = Archetype {
    name: "crest",
    reason: "A shield gives the mark the weight of a club or a house.",
    suits: |page| {
        let prompt = page.studio.brief.prompt.to_lowercase();
        let asked = [
            "badge", "crest", "shield", "emblem", "club", "team", "academy", "esports", "clan",
        ]
        .iter()
        .any(|w| prompt.contains(w));
        let short = page.words.title.as_ref().is_some_and(|t| t.len() <= 26);
        let square = (0.6..1.7).contains(&page.ratio());
        if short && square && says(page, BADGES) && !says(page, ROUND) {
            1.25
        } else if asked && short && square && !says(page, ROUND) {
            0.95
        } else {
            0.0
        }
    },
    build: |page| {
        let (paper, on) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let side = page.full.w.min(page.full.h);
        let zone = centred(page.full, side * 0.78);
        let d = "M50 0 C66 6 84 8 98 8 C98 50 92 82 50 100 C8 82 2 50 2 8 C16 8 34 6 50 0 Z";
        let shield = Zone::new(zone.x + zone.w * 0.1, zone.y, zone.w * 0.8, zone.h * 0.92);
        let mut root = page
            .root(Tone::Canvas)
            .child(
                shield
                    .hold(path(d, 100.0, 100.0))
                    .fill(Tone::Accent.token())
                    .role("tile"),
            )
            .child(
                shield
                    .inset(shield.w * 0.035)
                    .hold(path(d, 100.0, 100.0))
                    .stroke(on.ink, shield.w * 0.012)
                    .role("ornament"),
            );
        let band = Zone::new(zone.x, zone.y + zone.h * 0.56, zone.w, zone.h * 0.17);
        let core = Zone::new(
            shield.x + shield.w * 0.2,
            shield.y + shield.h * 0.13,
            shield.w * 0.6,
            band.y - shield.y - shield.h * 0.17,
        );
        // The inks of the mark are made for the paper.
        if page.art.is_empty() {
            root = root.children(mark(page, core, on.ink));
        } else {
            let disc = centred(core, core.w.min(core.h));
            root = root
                .child(disc.hold(ellipse()).fill(Token::Canvas).role("ornament"))
                .children(mark(page, disc.inset(disc.w * 0.17), on.ink));
        }
        root = root.child(
            band.hold(rect())
                .fill(page.theme.resolve(paper.ink))
                .role("plate"),
        );
        let on_band = crate::components::print::inks_on(
            page.studio,
            page.theme,
            page.theme.resolve(paper.ink),
        );
        if let Some(title) = &page.words.title {
            let part = parts::title(page, title, on_band.ink).lines(1);
            root = root.child(
                page.set_sized(
                    &[part],
                    band.inset_xy(band.w * 0.05, band.h * 0.14),
                    Align::Center,
                    0.5,
                    (14.0, band.h * 0.7),
                )
                .0,
            );
        }
        let rest: Vec<Part> = name_parts(page, &on)
            .into_iter()
            .skip(1)
            .map(|p| p.color(on.ink))
            .collect();
        if rest.is_empty() {
            return root;
        }
        let low = Zone::new(
            shield.x + shield.w * 0.28,
            band.bottom() + shield.h * 0.02,
            shield.w * 0.44,
            shield.h * 0.14,
        );
        root.child(
            page.set_sized(&rest, low, Align::Center, 0.2, (40.0, 120.0))
                .0,
        )
    },
};
