//! Lock-ups: the mark above its name, beside it, and on a tile.

use plantain_scene::build::*;
use plantain_scene::node::{Align, Node};

use super::mark::{initials, mark};
use super::name_parts;
use crate::components::print::art::centred;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone};

pub(super) const MARK_ABOVE: Archetype = Archetype {
    name: "mark above name",
    reason: "The classic lock-up: the mark above the name, both on one axis.",
    suits: |page| {
        if initials(page).is_some() {
            1.3
        } else if page.ratio() < 1.6 {
            0.85
        } else {
            0.4
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = centred(page.full, page.full.w.min(page.full.h))
            .inset(page.full.w.min(page.full.h) * 0.14);
        let (top, low) = zone.rows(0.56, zone.h * 0.06);
        page.root(Tone::Canvas)
            .children(mark(page, top, inks.bold))
            .child(name_in(page, &inks, low, zone.h * 0.2))
    },
};

pub(super) const MARK_BESIDE: Archetype = Archetype {
    name: "mark beside name",
    reason: "A horizontal lock-up: mark left, name right, one height.",
    suits: |page| {
        if page.ratio() > 1.2 {
            0.9
        } else if page.words.title.as_ref().is_some_and(|t| t.len() <= 16) {
            0.5
        } else {
            0.2
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let h = (page.full.h * 0.4).min(page.full.w * 0.24);
        let zone = Zone::new(
            page.full.w * 0.09,
            (page.full.h - h) * 0.5,
            page.full.w * 0.82,
            h,
        );
        let name = Zone::new(zone.x + h * 1.2, zone.y, zone.w - h * 1.2, zone.h);
        let setter_block = page.block(
            &name_parts(page, &inks),
            name,
            page.ranged(),
            (20.0, h * 0.62),
        );
        page.root(Tone::Canvas)
            .children(mark(page, Zone::new(zone.x, zone.y, h, h), inks.bold))
            .child(
                setter_block
                    .node
                    .at(name.x, name.y + (name.h - setter_block.height) * 0.5),
            )
    },
};

pub(super) const TILE: Archetype = Archetype {
    name: "mark on a tile",
    reason: "The mark stands on a tile of colour, so that it works small as well.",
    suits: |page| {
        if page.ratio() < 1.6 && page.art.is_empty() {
            0.7
        } else {
            0.2
        }
    },
    build: |page| {
        let (inks, tile) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let side = page.full.w.min(page.full.h);
        let zone = centred(page.full, side).inset(side * 0.13);
        let (top, low) = zone.rows(0.58, zone.h * 0.07);
        let square = centred(top, top.h);
        page.root(Tone::Canvas)
            .child(
                square
                    .hold(rect())
                    .fill(Tone::Accent.token())
                    .radius(square.w * if page.theme.radius > 2.0 { 0.24 } else { 0.0 })
                    .role("tile"),
            )
            .children(mark(page, square.inset(square.w * 0.2), tile.ink))
            .child(name_in(page, &inks, low, zone.h * 0.18))
    },
};

/// The name in the middle of `zone`, its letters at most `high` units.
fn name_in(page: &Page<'_>, inks: &Inks, zone: Zone, high: f32) -> Node {
    page.set_sized(
        &name_parts(page, inks),
        zone,
        Align::Center,
        0.0,
        (20.0, high),
    )
    .0
}
