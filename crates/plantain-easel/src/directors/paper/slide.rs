//! Slides.

use plantain_scene::build::*;
use plantain_scene::node::FontRole;

use crate::components::print::ground::{self, Measure};
use crate::components::print::parts;
use crate::components::print::picture;
use crate::components::print::{Archetype, Tone, Zone, drafts};
use crate::components::typeset::Part;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

use super::entries::{entries, entry_node};

/// Returns drafts for a slide.
pub fn slide(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &[
            "corporate",
            "swiss",
            "minimal",
            "editorial",
            "night",
            "mid-century",
            "botanical",
        ],
        &[
            &TITLE_SLIDE,
            &SIDE_SLIDE,
            &POINTS,
            &composed::SPLIT,
            &composed::RANGED,
            &composed::COLUMNS,
            &composed::STRIP,
            &composed::TOWER,
        ],
    )
}

const TITLE_SLIDE: Archetype = Archetype {
    name: "title slide",
    reason: "A title slide says one thing: a large title ranged left, names and date small below.",
    suits: |page| {
        if composed::ordinary(page) && page.words.rows.len() < 2 && page.words.body.is_empty() {
            if page.words.support() <= 2 { 0.9 } else { 0.45 }
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.full.inset_xy(page.margin * 1.6, page.margin * 1.4);
        let (text, art) = if page.art.is_empty() {
            (zone, None)
        } else {
            let (t, a) = zone.columns(0.58, page.margin);
            (t, Some(a))
        };
        let mut head: Vec<Part> = page
            .words
            .kicker
            .iter()
            .map(|l| parts::kicker(l, &inks))
            .collect();
        head.extend(
            page.words
                .title
                .iter()
                .map(|t| parts::title(page, t, inks.ink)),
        );
        head.push(Part::rule(0.12, 6.0, inks.bold).gap(0.3));
        let mut rest = page.words.clone();
        rest.kicker.clear();
        head.extend(
            rest.drain_support()
                .iter()
                .map(|l| parts::sub(l, &inks).scale(0.34, 16.0, 34.0).gap(0.5)),
        );
        head.extend(parts::cta(page, &inks));
        let (node, taken) =
            page.set_sized(&head, text, page.ranged(), 0.55, (24.0, page.full.h * 0.17));
        let mut root =
            page.root(Tone::Canvas)
                .children(ground::dress(page, &inks, taken, Measure::Full));
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        root.child(node)
    },
};

const SIDE_SLIDE: Archetype = Archetype {
    name: "slide with side picture",
    reason: "A strip of forms at the side gives the slide its face; the words keep the calm part.",
    suits: |page| {
        if page.ratio() > 1.1
            && composed::ordinary(page)
            && page.art.is_empty()
            && page.words.rows.len() < 2
        {
            0.72
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let (text, side) = page.full.columns(0.66, 0.0);
        let zone = text.inset_xy(page.margin * 1.4, page.margin * 1.4);
        page.root(Tone::Canvas)
            .child(picture::picture(page, side, &inks, picture::Subject::Tiles))
            .children(parts::everything(page, zone, &inks, page.ranged(), 0.5))
    },
};

/// A heading and points.
const POINTS: Archetype = Archetype {
    name: "points",
    reason: "A heading and few points, each on its own line with a marker.",
    suits: |page| {
        if composed::ordinary(page)
            && page.words.rows.len() + page.words.facts.len() + page.words.sub.len() >= 3
        {
            0.95
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.full.inset_xy(page.margin * 1.3, page.margin * 1.2);
        let mut head: Vec<Part> = page
            .words
            .kicker
            .iter()
            .map(|l| parts::kicker(l, &inks))
            .collect();
        head.extend(
            page.words
                .title
                .iter()
                .map(|t| parts::title(page, t, inks.ink)),
        );
        let lively = page.art.is_empty() && page.ratio() > 1.2;
        let (zone, side) = if lively {
            let (text, _) = zone.columns(0.7, page.margin);
            (
                text,
                Some(Zone::new(
                    text.right() + page.margin,
                    0.0,
                    page.full.w - text.right() - page.margin,
                    page.full.h,
                )),
            )
        } else {
            (zone, None)
        };
        let (top, mut low) = zone.rows(0.3, page.margin * 0.5);
        let mut root = page.root(Tone::Canvas).child(
            page.set_sized(&head, top, page.ranged(), 0.0, (22.0, page.full.h * 0.15))
                .0,
        );
        if let Some(side) = side {
            root = root.child(picture::picture(page, side, &inks, picture::Subject::Tiles));
        }
        if !page.art.is_empty() {
            let (t, a) = low.columns(0.62, page.margin);
            root = root.children(ground::stage(page, a, &inks));
            low = t;
        }
        let rows = {
            let mut rows = entries(page);
            rows.retain(|r| !page.words.kicker.contains(&r.name));
            rows
        };
        let n = rows.len().max(1) as f32;
        let h = (low.h / n).min(130.0);
        let setter = page.setter();
        let widest = rows
            .iter()
            .map(|r| {
                setter.ems(&r.name.text, FontRole::Body, 500, 0.0)
                    + r.value
                        .as_ref()
                        .map_or(0.0, |v| setter.ems(&v.text, FontRole::Body, 700, 0.0) + 2.0)
            })
            .fold(8.0_f32, f32::max);
        let size = (h * 0.4)
            .min((low.w - 40.0) / widest * 0.97)
            .clamp(15.0, 42.0);
        for (i, entry) in rows.iter().enumerate() {
            let line = Zone::new(low.x, low.y + h * i as f32, low.w, h);
            let dot = size * 0.42;
            root = root.child(
                rect()
                    .bounds(line.x, line.y + (h - dot) * 0.5, dot, dot)
                    .fill(inks.bold)
                    .radius(if page.theme.radius > 4.0 { dot } else { 0.0 })
                    .role("marker"),
            );
            root = root.child(
                Zone::new(line.x + 40.0, line.y, line.w - 40.0, h).hold(entry_node(
                    entry,
                    size,
                    FontRole::Body,
                    &inks,
                    false,
                )),
            );
        }
        root
    },
};
