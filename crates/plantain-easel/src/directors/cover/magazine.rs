//! Magazine covers.

use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole, Node};

use super::{extras, image};
use crate::components::print::parts;
use crate::components::print::vista;
use crate::components::print::{Archetype, Page, Tone, Zone};
use crate::components::typeset::{Part, node_role};
use crate::components::wording::Line;
use crate::directors::composed;

/// A magazine: masthead, picture, cover lines.
pub(super) const MASTHEAD: Archetype = Archetype {
    name: "masthead",
    reason: "The masthead runs over the full width, cover lines stand beside the picture.",
    suits: |page| if composed::ordinary(page) { 1.0 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let words = page.words;
        let title: Vec<Part> = words
            .title
            .iter()
            .map(|t| parts::title(page, t, inks.bold).lines(1))
            .collect();
        let (top, rest) = page.live.rows(0.2, page.margin * 0.3);
        let (node, taken) =
            page.set_sized(&title, top, Align::Center, 0.0, (30.0, page.full.h * 0.24));
        let mut root = page.root(Tone::Canvas);
        let body = Zone::new(
            rest.x,
            taken.bottom() + page.margin * 0.5,
            rest.w,
            page.live.bottom() - taken.bottom() - page.margin * 0.5,
        );
        let mut lines: Vec<Line> = words.kicker.clone();
        let mut others = words.clone();
        lines.extend(others.drain_support());
        lines.extend(words.buttons.iter().cloned());
        let wide_lines = !lines.is_empty();
        let (text, picture) = if wide_lines {
            body.columns(0.4, page.margin * 0.4)
        } else {
            (body, body)
        };
        let spot = Zone::new(picture.x, body.y, picture.w, body.h);
        root = root.children(image(page, spot, &inks)).child(node);
        root = root.child(
            rect()
                .bounds(page.live.x, taken.bottom() + 8.0, page.live.w, 2.0)
                .fill(inks.ink)
                .role("rule"),
        );
        let parts: Vec<Part> = lines
            .iter()
            .enumerate()
            .map(|(i, l)| {
                Part::text(l, node_role(l.role))
                    .font(
                        if i == 0 {
                            FontRole::Heading
                        } else {
                            FontRole::Body
                        },
                        if i == 0 { 700 } else { 500 },
                    )
                    .scale(if i == 0 { 1.0 } else { 0.6 }, 15.0, 60.0)
                    .color(if i % 2 == 0 { inks.ink } else { inks.pop })
                    .gap(0.9)
                    .leading(1.2)
            })
            .collect();
        if parts.is_empty() {
            root
        } else {
            root.child(
                page.set_sized(&parts, text, page.ranged(), 0.85, (18.0, 60.0))
                    .0,
            )
        }
    },
};

/// The picture over the whole page, the masthead in its sky, the lines on its ground.
pub(super) const FULL_MASTHEAD: Archetype = Archetype {
    name: "full-page masthead",
    reason: "The picture fills the page as on a newsstand; the name stands in its sky, the stories on its ground.",
    suits: |page| {
        let shown = vista::of(page).is_some() || !page.art.is_empty();
        let asked = page.studio.brief.canvas.background.is_some();
        if shown && !asked && composed::ordinary(page) && page.ratio() < 1.2 {
            1.15
        } else {
            0.0
        }
    },
    build: |page| {
        let (w, h) = (page.full.w, page.full.h);
        let place = vista::of(page);
        let lines: Vec<Line> = page
            .words
            .sub
            .iter()
            .cloned()
            .chain(extras(page))
            .chain(page.words.by.iter().cloned())
            .collect();
        let low = (0.1 + 0.034 * lines.len() as f32).clamp(0.16, 0.4);
        let mut root = page.root(Tone::Canvas);
        let (sky, front) = match place {
            Some(place) => {
                let painted = vista::paint(page, place, (w, h * (1.0 - low) * 1.14), 0.24);
                let (sky, front) = (painted.sky, painted.front);
                root = root.child(vista::node(Zone::new(0.0, 0.0, w, h), painted.nodes));
                (sky, front)
            }
            None => {
                let ground = page.theme.token(Tone::Accent.token());
                root = root.child(page.full.hold(rect()).fill(ground).role("picture"));
                (ground, page.theme.token(Tone::Ink.token()))
            }
        };
        let art = page.art.without(page.studio, |noun| {
            place.is_some_and(|p| vista::shows(p, noun))
        });
        let stories = Zone::new(0.0, h * (1.0 - low), w, h * low);
        if !art.is_empty() {
            let side = (w * 0.86).min(h * (0.78 - low));
            let stand = Zone::new((w - side) * 0.5, stories.y - side * 0.98, side, side);
            root = root.children(art.arrange(stand, ""));
        }
        root = root.child(stories.hold(rect()).fill(front).role("band"));
        let on = crate::components::print::inks_on(page.studio, page.theme, sky);
        let mut head: Vec<Part> = page
            .words
            .title
            .iter()
            .map(|t| parts::title(page, t, on.ink).lines(1))
            .collect();
        head.extend(page.words.kicker.iter().map(|l| parts::kicker(l, &on)));
        let top = Zone::new(page.live.x, page.margin * 0.55, page.live.w, h * 0.19);
        root = root.child(
            page.set_sized(&head, top, Align::Center, 0.0, (24.0, h * 0.2))
                .0,
        );
        let under = crate::components::print::inks_on(page.studio, page.theme, front);
        let inner = stories.inset_xy(page.margin, page.margin * 0.5);
        let story = |line: &Line, i: usize| {
            let strong = i == 0;
            Part::text(line, node_role(line.role))
                .font(
                    if strong {
                        FontRole::Display
                    } else {
                        FontRole::Heading
                    },
                    0,
                )
                .scale(
                    if strong { 1.0 } else { 0.56 },
                    14.0,
                    if strong { 64.0 } else { 34.0 },
                )
                .color(if strong { under.pop } else { under.ink })
                .gap(0.42)
        };
        if lines.len() >= 4 {
            let half = lines.len().div_ceil(2);
            let (left, right) = inner.columns(0.5, page.margin);
            let column = |from: &[Line], first: usize| -> Vec<Part> {
                from.iter()
                    .enumerate()
                    .map(|(i, l)| story(l, i + first))
                    .collect()
            };
            return root
                .child(
                    page.set_sized(
                        &column(&lines[..half], 0),
                        left,
                        page.ranged(),
                        0.5,
                        (18.0, 60.0),
                    )
                    .0,
                )
                .child(
                    page.set_sized(
                        &column(&lines[half..], 1),
                        right,
                        page.ranged(),
                        0.5,
                        (30.0, 60.0),
                    )
                    .0,
                );
        }
        let all: Vec<Part> = lines.iter().enumerate().map(|(i, l)| story(l, i)).collect();
        root.child(
            page.set_sized(&all, inner, page.ranged(), 0.5, (18.0, 64.0))
                .0,
        )
    },
};

/// A coloured frame around the sheet, the name across, the picture below it, the stories at the foot.
pub(super) const FRAMED: Archetype = Archetype {
    name: "framed cover",
    reason: "A frame of one colour is the sign of the house: it holds the name, the picture and the stories together.",
    suits: |page| {
        if composed::ordinary(page) && page.ratio() < 1.2 && page.words.title.is_some() {
            1.05
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let m = page.margin;
        let sheet = page.full.inset(m * 0.5);
        let live = sheet.inset(m * 0.6);
        let lines: Vec<Line> = page
            .words
            .sub
            .iter()
            .cloned()
            .chain(extras(page))
            .chain(page.words.by.iter().cloned())
            .collect();
        let mut head: Vec<Part> = page
            .words
            .title
            .iter()
            .map(|t| parts::title(page, t, inks.bold).lines(1))
            .collect();
        head.extend(page.words.kicker.iter().map(|l| parts::kicker(l, &inks)));
        let top = Zone::new(live.x, live.y, live.w, live.h * 0.2);
        let (node, taken) =
            page.set_sized(&head, top, Align::Center, 0.0, (24.0, page.full.h * 0.2));
        let low = live.h * (0.08 + 0.034 * lines.len() as f32).clamp(0.08, 0.32);
        let foot = Zone::new(live.x, live.bottom() - low, live.w, low);
        let y = taken.bottom() + m * 0.4;
        let close = if lines.is_empty() {
            sheet.bottom()
        } else {
            foot.y - m * 0.4
        };
        let picture = Zone::new(sheet.x, y, sheet.w, close - y);
        let root = page
            .root(Tone::Canvas)
            .child(page.full.hold(rect()).fill(inks.bold).role("frame"))
            .child(sheet.hold(rect()).fill(Tone::Canvas.token()).role("sheet"))
            .children(view(page, picture))
            .child(node);
        let Some((lead, rest)) = lines.split_first() else {
            return root;
        };
        let story = |line: &Line, font: FontRole, max: f32| {
            Part::text(line, node_role(line.role))
                .font(font, 0)
                .scale(1.0, 14.0, max)
                .color(inks.ink)
                .gap(0.4)
        };
        let first = [story(lead, FontRole::Display, 52.0)];
        if rest.is_empty() {
            return root.child(
                page.set_sized(&first, foot, Align::Center, 0.5, (18.0, 52.0))
                    .0,
            );
        }
        let others: Vec<Part> = rest
            .iter()
            .map(|line| story(line, FontRole::Heading, 30.0))
            .collect();
        let (left, right) = foot.columns(0.52, m * 0.6);
        root.child(
            page.set_sized(&first, left, page.ranged(), 0.5, (18.0, 52.0))
                .0,
        )
        .child(
            page.set_sized(&others, right, page.ranged(), 0.5, (14.0, 30.0))
                .0,
        )
    },
};

/// The place that the issue is about with its things in it, or the things alone on a tint.
fn view(page: &Page<'_>, zone: Zone) -> Vec<Node> {
    let place = vista::of(page);
    let mut out = match place {
        Some(place) => {
            let painted = vista::paint(page, place, (zone.w, zone.h), 0.0);
            vec![vista::node(zone, painted.nodes)]
        }
        None if page.art.is_empty() => return image(page, zone, &page.inks(Tone::Canvas)),
        None => vec![zone.hold(rect()).fill(Tone::Soft.token()).role("picture")],
    };
    let art = page.art.without(page.studio, |noun| {
        place.is_some_and(|place| vista::shows(place, noun))
    });
    if !art.is_empty() {
        let side = zone.w.min(zone.h) * 0.8;
        let stand = Zone::new(
            zone.center().0 - side * 0.5,
            zone.bottom() - side * 1.04,
            side,
            side,
        );
        out.extend(art.arrange(stand, ""));
    }
    out
}
