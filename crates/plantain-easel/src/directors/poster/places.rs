//! Pages on which a painted place fills the sheet: travel, events in the open, films, motivation.

use plantain_read::Background;
use plantain_scene::build::*;
use plantain_scene::color::Rgba;
use plantain_scene::node::{Align, Node};
use plantain_scene::scene::Direction;

use crate::components::print::ground::contact_shadow;
use crate::components::print::parts;
use crate::components::print::vista::{self, Painted, Vista};
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, inks_on};
use crate::components::typeset::Part;
use crate::directors::composed;
use crate::wardrobe::rgb;

/// How well a painted place suits: strongly where the piece is about a place, not at all where the ground is asked for.
fn calls(page: &Page<'_>, strong: f32, weak: f32) -> f32 {
    let brief = page.studio.brief;
    let plain = brief.look.styles.iter().any(|s| {
        matches!(
            s.as_str(),
            "minimal"
                | "swiss"
                | "brutalist"
                | "flat"
                | "monochrome"
                | "bauhaus"
                | "chalk"
                | "sketch"
        )
    });
    // A colour that was asked for is the sky's, where the piece is about a place; white paper stays paper.
    let tinted =
        matches!(&brief.canvas.background, Some(Background::Color(c)) if rgb(c).oklch().c > 0.04);
    let asked = brief.canvas.background.is_some() && !(tinted && brief.setting.place.is_some());
    if asked || !composed::ordinary(page) || composed::wordy(page) || page.words.rows.len() > 2 {
        return 0.0;
    }
    match vista::of(page) {
        None => 0.0,
        Some(_) if plain && !is_scenic(page) => weak * 0.6,
        Some(Vista::Stage | Vista::Skyline | Vista::Hills) if !is_scenic(page) => weak,
        // "a red fox in a snowy forest": where the things of the prompt are is a part of the picture.
        Some(_) if brief.setting.place.is_some() && brief.objects.iter().any(|o| !o.absent) => {
            strong + TOLD
        }
        Some(_) => strong,
    }
}

/// What a place that the prompt tells of its things adds to how well a painted one suits.
const TOLD: f32 = 0.12;

/// Whether the brief itself speaks of a place: a setting, travel, a season out of doors.
fn is_scenic(page: &Page<'_>) -> bool {
    let brief = page.studio.brief;
    brief.setting.place.is_some()
        || brief.setting.time.is_some()
        || brief.topic.iter().any(|t| {
            matches!(
                t.as_str(),
                "travel" | "tourism" | "trip" | "vacation" | "holiday" | "park" | "national"
            )
        })
}

/// The page's objects standing on the ground of a painted place.
fn cast(page: &Page<'_>, vista: Vista, sheet: Zone, painted: &Painted, room: f32) -> Vec<Node> {
    let art = page
        .art
        .without(page.studio, |noun| vista::shows(vista, noun));
    if art.is_empty() {
        return Vec::new();
    }
    let base = sheet.y + sheet.h * (painted.ground + 0.012);
    let high = (sheet.h * room).min(base - sheet.y);
    let wide = (high * art.ratio().max(1.0)).min(sheet.w * 0.86);
    let high = if art.len() == 1 { high.min(wide) } else { high };
    let zone = Zone::new(sheet.x + (sheet.w - wide) * 0.5, base - high, wide, high);
    let mut out = Vec::new();
    if art.len() == 1 {
        out.push(contact_shadow(zone));
    }
    out.extend(art.arrange(zone, ""));
    out
}

/// Sets a head on the sky or on the front; display type keeps the page's own colours where they can be read.
fn head_on(page: &Page<'_>, ground: Rgba) -> (Inks, Vec<Part>) {
    let inks = inks_on(page.studio, page.theme, ground);
    let mut head = parts::head(page, &inks);
    head.extend(parts::deal(page, &inks));
    (inks, head)
}

/// Facts, running text and calls to action as one block.
fn foot_on(page: &Page<'_>, ground: Rgba) -> (Inks, Vec<Part>) {
    let inks = inks_on(page.studio, page.theme, ground);
    let mut tail = parts::tail(page, &inks);
    tail.extend(parts::cta(page, &inks));
    (inks, tail)
}

/// The place fills the sheet; the title stands in its sky, the facts on its ground.
pub const WHOLE_PLACE: Archetype = Archetype {
    name: "whole place",
    reason: "A painted place fills the sheet: its sky carries the title and its dark ground the facts.",
    suits: |page| calls(page, 1.12, 0.72),
    build: |page| {
        let vista = vista::of(page).unwrap_or(Vista::Hills);
        let full = page.full;
        let wide = page.ratio() > 1.25;
        let (_, head) = head_on(page, vista::sky(page, vista));
        // Beside a wide head the sun has its own part of the sky.
        let head_w = page.live.w * if wide { 0.64 } else { 1.0 };
        let turned = crate::direction::of(page.studio.brief) == Direction::Rtl;
        let sky = Zone::new(
            if turned {
                page.live.right() - head_w
            } else {
                page.live.x
            },
            page.live.y,
            head_w,
            full.h * if wide { 0.42 } else { 0.3 } - page.live.y,
        );
        let align = if wide { page.ranged() } else { Align::Center };
        let (head, taken) = page.set_sized(&head, sky, align, 0.2, (20.0, full.h * 0.2));
        let painted = vista::paint_beside(
            page,
            vista,
            (full.w, full.h),
            if wide { 0.08 } else { 0.31 },
            wide.then_some(taken),
        );
        let (foot_inks, tail) = foot_on(page, painted.front);
        let ground = full.h * (painted.ground + 0.025);
        let mut root = page.root(Tone::Canvas);
        let room = if wide { 0.42 } else { 0.34 };
        let mut nodes = painted.nodes.clone();
        // Facts need more ground than the place leaves: it is drawn on.
        let need = (tail.len() as f32 * 0.042 + 0.03).clamp(0.0, 0.26) * full.h;
        let foot_y = if tail.is_empty() {
            ground
        } else {
            ground.min(full.h - need)
        };
        if foot_y < ground - 1.0 {
            nodes.push(
                rect()
                    .bounds(
                        0.0,
                        foot_y - full.h * 0.008,
                        full.w,
                        full.h - foot_y + full.h * 0.01,
                    )
                    .fill(painted.front)
                    .role("land"),
            );
        }
        root = root.child(vista::node(full, nodes));
        let raised = Painted {
            ground: (foot_y / full.h - 0.02).min(painted.ground),
            ..painted
        };
        root = root.children(cast(page, vista, full, &raised, room));
        root = root.child(head);
        if tail.is_empty() {
            return root;
        }
        let foot = Zone::new(
            page.live.x,
            foot_y,
            page.live.w,
            page.full.h - foot_y - page.margin * 0.5,
        );
        let lines = parts::foot_lines(page);
        if page.words.body.is_empty()
            && page.words.buttons.is_empty()
            && lines.len() <= 4
            && full.w > 560.0
        {
            let strip = Zone::new(foot.x, foot.y, foot.w, foot.h.min(full.h * 0.12));
            return root.children(parts::strip(page, &lines, strip, &foot_inks, Align::Center));
        }
        root.child(
            page.set_sized(&tail, foot, align, 0.5, (44.0, full.w * 0.17))
                .0,
        )
    },
};

/// A printed sheet: the place in a frame of paper, the name on the paper below it.
pub const PLACE_SHEET: Archetype = Archetype {
    name: "framed place",
    reason: "As on an old travel poster, the place stands in a frame of paper with its name below.",
    suits: |page| {
        if page.ratio() < 1.2 {
            calls(page, 1.1, 0.66)
        } else {
            0.0
        }
    },
    build: |page| {
        let vista = vista::of(page).unwrap_or(Vista::Hills);
        let full = page.full;
        let tone = page.pick_tone(&[Tone::Canvas, Tone::Canvas, Tone::Accent]);
        let inks = page.inks(tone);
        let mut all = parts::head(page, &inks);
        all.extend(parts::deal(page, &inks));
        all.extend(parts::tail(page, &inks));
        all.extend(parts::cta(page, &inks));
        let share = (0.2 + 0.035 * all.len() as f32).clamp(0.24, 0.46);
        let border = page.margin * 0.62;
        let sheet = Zone::new(
            border,
            border,
            full.w - 2.0 * border,
            full.h * (1.0 - share) - border,
        );
        let painted = vista::paint(page, vista, (sheet.w, sheet.h), 0.0);
        let mut root = page
            .root(tone)
            .child(vista::node(sheet, painted.nodes.clone()));
        root = root.children(cast(page, vista, sheet, &painted, 0.46));
        root = root.child(
            sheet
                .hold(rect())
                .stroke(inks.ink, (page.margin * 0.05).max(1.5))
                .role("frame"),
        );
        let text = Zone::new(
            page.live.x,
            sheet.bottom() + page.margin * 0.3,
            page.live.w,
            full.h - sheet.bottom() - page.margin * 0.9,
        );
        root.child(
            page.set_sized(&all, text, Align::Center, 0.45, (18.0, full.h * 0.16))
                .0,
        )
    },
};
