//! Slides.

use plantain_read::Role;

use crate::components::print::ground::{self, Measure};
use crate::components::print::parts;
use crate::components::print::picture;
use crate::components::print::{Archetype, Tone, drafts_with};
use crate::components::typeset::Part;
use crate::components::wording::{Line, Wording};
use crate::directors::{composed, slide};
use crate::studio::{Draft, Studio};

/// Returns drafts for a slide.
pub fn slide(studio: &Studio<'_>) -> Vec<Draft> {
    if let Some(text) = studio
        .brief
        .slide
        .as_ref()
        .filter(|s| slide::makes_points(s))
    {
        return slide::direct(studio, text);
    }
    let mut words = Wording::of(studio);
    let usual = studio
        .brief
        .slide
        .as_ref()
        .filter(|s| s.title.is_none())
        .and_then(|s| s.usual);
    if let Some(usual) = usual {
        words.facts.extend(words.title.take().filter(|t| t.literal));
        words.title = Some(Line::invented(usual, Role::Title));
    }
    drafts_with(
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
            &composed::SPLIT,
            &composed::RANGED,
            &composed::COLUMNS,
            &composed::STRIP,
            &composed::TOWER,
        ],
        &words,
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
            0.45
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
