//! Film posters.

use plantain_scene::build::*;
use plantain_scene::node::Align;

use super::forms::title_over_strip;
use super::upright;
use crate::components::print::ground::mixed;
use crate::components::print::picture::{self, Subject};
use crate::components::print::{Archetype, Tone, Zone};
use crate::directors::composed;

/// A film poster: the picture over the whole page, the title low and wide, the small lines under it.
pub(super) const TITLE_AT_FOOT: Archetype = Archetype {
    name: "title at the foot",
    reason: "The picture owns the page; title and credits stand at its foot as on a film poster.",
    suits: |page| {
        let film = page.studio.brief.topic.iter().any(|w| {
            [
                "film",
                "movie",
                "cinema",
                "thriller",
                "theatre",
                "drama",
                "documentary",
            ]
            .contains(&w.as_str())
        });
        if !upright(page) || composed::wordy(page) || !page.words.rows.is_empty() {
            0.0
        } else if film {
            1.1
        } else if page.art.is_empty() {
            0.3
        } else {
            0.5
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let lines = page.words.support() as f32;
        let (top, low) = page.full.rows((0.68 - lines * 0.03).clamp(0.45, 0.66), 0.0);
        let mut root = page.root(Tone::Canvas);
        if page.art.is_empty() {
            let subject = match picture::subject(page) {
                Subject::Tiles | Subject::Sound => Subject::Sun,
                other => other,
            };
            let zone = if subject == Subject::Sun {
                top.inset_xy(page.margin, page.margin)
            } else {
                top
            };
            root = root.child(picture::picture(page, zone, &inks, subject));
        } else {
            let d = top.w.min(top.h) * 0.9;
            let disc = crate::components::print::art::centred(top, d);
            root = root.child(
                disc.hold(ellipse())
                    .gradient(180.0, inks.bold, mixed(page, inks.bold, inks.ground, 0.75))
                    .role("ornament"),
            );
            root = root.children(
                page.art
                    .arrange(top.inset_xy(page.margin, top.h * 0.14), &page.theme.manner),
            );
        }
        let zone = Zone::new(
            page.live.x,
            low.y + page.margin * 0.2,
            page.live.w,
            page.live.bottom() - low.y - page.margin * 0.2,
        );
        root.children(title_over_strip(page, zone, &inks, Align::Center))
    },
};
