//! Lost, found, wanted: notices on a lamp post.

use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole};

use super::upright;
use crate::components::print::ground::mixed;
use crate::components::print::parts;
use crate::components::print::{Archetype, Tone, Zone};
use crate::components::typeset::Part;
use crate::components::wording::Wording;

/// Whether a poster says that somebody or something is sought or was found.
pub(super) fn is_told(words: &Wording) -> bool {
    let title = words
        .title
        .as_ref()
        .map(|t| t.text.to_lowercase())
        .unwrap_or_default();
    ["lost", "missing", "wanted", "found", "reward"]
        .iter()
        .any(|w| title.split_whitespace().any(|t| t == *w))
}

/// Lost and found: a shouting band, the picture in a frame, the facts large, the number on a band at the foot.
pub(super) const NOTICE: Archetype = Archetype {
    name: "notice",
    reason: "A notice must be read across a street: a shouting band, one picture, the number at the foot.",
    suits: |page| {
        if is_told(page.words) && upright(page) {
            2.0
        } else {
            0.0
        }
    },
    build: |page| {
        let (band, paper) = (page.inks(Tone::Accent), page.inks(Tone::Canvas));
        let (top, rest) = page.full.rows(0.22, 0.0);
        let head: Vec<Part> = page
            .words
            .title
            .iter()
            .map(|t| parts::title(page, t, band.ink))
            .collect();
        let mut lines: Vec<_> = page
            .words
            .sub
            .iter()
            .chain(&page.words.facts)
            .chain(&page.words.small)
            .cloned()
            .collect();
        lines.extend(page.words.price.iter().cloned());
        lines.extend(page.words.badges.iter().cloned());
        let call = page.words.contact.first().cloned().or_else(|| {
            let at = lines
                .iter()
                .position(|l| l.text.chars().filter(char::is_ascii_digit).count() >= 5)?;
            Some(lines.remove(at))
        });
        let foot_h = if call.is_some() {
            page.full.h * 0.13
        } else {
            0.0
        };
        let middle = Zone::new(
            page.live.x,
            rest.y + page.margin * 0.6,
            page.live.w,
            page.full.h - rest.y - foot_h - page.margin * 1.2,
        );
        let (art, text) = middle.rows(
            if page.art.is_empty() { 0.02 } else { 0.64 },
            page.margin * 0.5,
        );
        let mut root = page
            .root(Tone::Canvas)
            .child(top.hold(rect()).fill(Tone::Accent.token()));
        root = root.child(
            page.set(&head, top.inset(page.margin * 0.6), Align::Center, 0.5)
                .0,
        );
        if !page.art.is_empty() {
            root = root.child(
                art.hold(rect())
                    .fill(mixed(page, paper.bold, paper.ground, 0.86))
                    .stroke(paper.ink, 4.0),
            );
            root = root.children(
                page.art
                    .arrange(art.inset(art.h * 0.07), &page.theme.manner),
            );
        }
        let parts: Vec<Part> = page
            .words
            .kicker
            .iter()
            .chain(page.words.body.iter())
            .chain(&lines)
            .map(|l| {
                Part::text(l, "fact")
                    .font(FontRole::Heading, 700)
                    .scale(1.0, 16.0, 60.0)
                    .color(paper.ink)
                    .gap(0.25)
                    .leading(1.2)
            })
            .collect();
        root = root.child(
            page.set_sized(&parts, text, Align::Center, 0.5, (16.0, 64.0))
                .0,
        );
        match call {
            None => root,
            Some(line) => {
                let foot = Zone::new(0.0, page.full.h - foot_h, page.full.w, foot_h);
                let part = Part::text(&line, "contact")
                    .font(FontRole::Heading, 800)
                    .scale(1.0, 16.0, 90.0)
                    .color(band.ink)
                    .lines(1);
                let more: Vec<Part> = page
                    .words
                    .contact
                    .iter()
                    .skip(1)
                    .map(|l| parts::contact(l, &band))
                    .collect();
                let all: Vec<Part> = std::iter::once(part).chain(more).collect();
                root.child(foot.hold(rect()).fill(Tone::Accent.token()))
                    .child(
                        page.set_sized(
                            &all,
                            foot.inset_xy(page.margin, foot_h * 0.16),
                            Align::Center,
                            0.5,
                            (16.0, foot_h * 0.6),
                        )
                        .0,
                    )
            }
        }
    },
};
