//! Labels that show what is inside: its colour, the thing itself, and a dark one for what is kept for the evening.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, Node};

use super::{foot, foot_strip, kind, maker, story, title};
use crate::components::print::art::centred;
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, inks_on};
use crate::directors::composed;

/// The colour of the thing inside, unless the prompt gives the label one of its own.
fn flavour(page: &Page<'_>) -> Rgba {
    let brief = page.studio.brief;
    let asked = brief.canvas.background.is_some() || !brief.look.palette.is_empty();
    let accent = page.theme.token(Tone::Accent.token());
    let own = page
        .art
        .pieces
        .first()
        .filter(|p| !p.is_icon && !asked)
        .map(|piece| {
            piece.tint.unwrap_or_else(|| {
                plantain_art::object(&piece.name).map_or(accent, |o| {
                    let [r, g, b] = o.main_colour();
                    Rgba::rgb(r, g, b)
                })
            })
        });
    let named = brief
        .look
        .styles
        .iter()
        .any(|s| s != "vector" && s != "flat");
    own.filter(|c| c.oklch().c > 0.06 && !named)
        .unwrap_or(accent)
}

/// Name, maker, kind and foot in one zone of paper.
fn copy(page: &Page<'_>, zone: Zone, inks: &Inks, max: f32) -> Vec<Node> {
    let lines = foot(page);
    let low = if lines.is_empty() {
        0.0
    } else {
        (zone.h * 0.14).clamp(18.0, 60.0)
    };
    let mut all = maker(page, inks);
    let mut name = title(page, inks, max);
    if let Some(first) = name.first_mut() {
        first.gap = 0.35;
    }
    all.extend(name);
    all.extend(kind(page, inks));
    all.extend(story(page, inks).into_iter().take(if zone.h > 300.0 {
        2
    } else {
        page.words.body.iter().filter(|l| l.literal).count()
    }));
    let text = Zone::new(zone.x, zone.y, zone.w, zone.h - low * 1.3);
    let strip = Zone::new(zone.x, zone.bottom() - low, zone.w, low);
    let mut out = vec![
        page.set_sized(&all, text, Align::Center, 0.5, (20.0, max))
            .0,
    ];
    out.extend(foot_strip(page, &lines, strip, inks, Align::Center));
    out
}

fn plain(page: &Page<'_>) -> bool {
    page.studio
        .brief
        .look
        .styles
        .iter()
        .any(|s| matches!(s.as_str(), "minimal" | "swiss" | "monochrome"))
}

/// The thing inside as a field of pattern in its own colour, the words on a panel.
pub(super) const FLAVOUR: Archetype = Archetype {
    name: "flavour field",
    reason: "The label takes the colour of what is inside and repeats it as a pattern; a panel carries the words.",
    suits: |page| {
        let brief = page.studio.brief;
        // Its paper and its tints are its own: colours that the prompt names stand on other plans.
        let asked = brief.canvas.background.is_some()
            || brief.look.palette.len() >= 2
            || brief.look.dark == Some(true);
        if asked
            || page.art.is_empty()
            || plain(page)
            || !composed::ordinary(page)
            || !page.words.rows.is_empty()
        {
            0.0
        } else {
            0.9
        }
    },
    build: |page| {
        let base = flavour(page);
        let light = base.oklch().l > 0.72;
        let ground = if light {
            base.mix(Rgba::WHITE, 0.25)
        } else {
            base.mix(Rgba::WHITE, 0.62)
        };
        let (w, h) = (page.full.w, page.full.h);
        let mut root = page
            .root(Tone::Canvas)
            .child(page.full.hold(rect()).fill(ground).role("label"));
        let mut rng = page.rng.fork("scatter");
        let step = w.min(h) / 4.2;
        let pieces = &page.art.pieces;
        let (columns, rows) = ((w / step) as i32 + 2, (h / step) as i32 + 2);
        for r in -1..rows {
            for c in -1..columns {
                let shift = if r % 2 == 0 { 0.0 } else { step * 0.5 };
                let size = step * rng.range(0.5, 0.66);
                let piece = &pieces[((r + c).unsigned_abs() as usize) % pieces.len()];
                root = root.child(
                    piece
                        .node("")
                        .bounds(
                            c as f32 * step + shift + (step - size) * 0.5,
                            r as f32 * step + (step - size) * 0.5,
                            size,
                            size,
                        )
                        .rotate(rng.range(-26.0, 26.0))
                        .role("ornament"),
                );
            }
        }
        let wide = page.ratio() > 1.25;
        let panel = if wide {
            Zone::new(w * 0.24, h * 0.1, w * 0.52, h * 0.8)
        } else {
            Zone::new(w * 0.11, h * 0.2, w * 0.78, h * 0.6)
        };
        let paper = Rgba::hex(0xfffdf6);
        let deep = base.readable_on(paper, 3.2);
        let inks = inks_on(page.studio, page.theme, paper);
        let inks = Inks {
            ink: inks.ink,
            bold: deep.into(),
            pop: base.readable_on(paper, 4.6).into(),
            ..inks
        };
        let radius = panel.w.min(panel.h)
            * if page.rng.fork("panel").chance(0.5) {
                0.06
            } else {
                0.28
            };
        root = root
            .child(panel.hold(rect()).fill(paper).radius(radius).role("panel"))
            .child(
                panel
                    .inset(page.margin * 0.2)
                    .hold(rect())
                    .stroke(deep, (page.margin * 0.05).max(1.5))
                    .radius((radius - page.margin * 0.2).max(2.0))
                    .role("frame"),
            );
        root.children(copy(
            page,
            panel.inset_xy(panel.w * 0.1, panel.h * 0.1),
            &inks,
            panel.h * 0.26,
        ))
    },
};

/// The thing itself, large, on a field of its colour; the name below a curved edge.
pub(super) const HALF: Archetype = Archetype {
    name: "shown above",
    reason: "What is inside is shown large on its own colour, and the name stands on paper below a curved edge.",
    suits: |page| {
        if page.art.is_empty()
            || plain(page)
            || !composed::ordinary(page)
            || page.ratio() > 1.3
            || !page.words.rows.is_empty()
        {
            0.0
        } else {
            0.92
        }
    },
    build: |page| {
        let base = flavour(page);
        let (w, h) = (page.full.w, page.full.h);
        let paper = page.inks(Tone::Surface);
        let field = if base.oklch().l > 0.8 {
            base
        } else {
            base.mix(Rgba::WHITE, 0.16)
        };
        let split = h * (0.54 - 0.02 * page.words.support() as f32).clamp(0.4, 0.54);
        let sag = h * 0.06;
        let mut root = page
            .root(Tone::Surface)
            .child(rect().bounds(0.0, 0.0, w, split).fill(field).role("label"));
        let rays = ornament::rays(
            (w * 0.5, split * 0.56),
            w.max(h) * 0.8,
            26,
            field.mix(Rgba::WHITE, 0.16).into(),
        );
        root = root.child(
            stack()
                .bounds(0.0, 0.0, w, split)
                .clip()
                .child(rays)
                .role("ornament"),
        );
        // Paper below the edge: rays reach farther than they show.
        root = root.child(
            rect()
                .bounds(0.0, split, w, h - split)
                .fill(page.theme.token(Tone::Surface.token()))
                .role("paper"),
        );
        root = root.child(
            ellipse()
                .bounds(-w * 0.3, split - sag, w * 1.6, sag * 2.0)
                .fill(page.theme.token(Tone::Surface.token()))
                .role("edge"),
        );
        let art = Zone::new(
            w * 0.14,
            page.margin * 0.6,
            w * 0.72,
            split - page.margin * 0.5,
        );
        root = root.children(page.art.arrange(art, ""));
        let text = Zone::new(
            page.live.x,
            split + page.margin * 0.3,
            page.live.w,
            h - split - page.margin * 1.1,
        );
        let bold: Color = base.readable_on(paper.ground, 3.2).into();
        let inks = Inks {
            bold,
            pop: base.readable_on(paper.ground, 4.6).into(),
            ..paper
        };
        root.children(copy(page, text, &inks, h * 0.16))
    },
};

/// A dark label with fine lines and a line drawing.
pub(super) const NIGHT: Archetype = Archetype {
    name: "dark label",
    reason: "Dark stock, fine lines and much air: the label whispers quality.",
    suits: |page| {
        let brief = page.studio.brief;
        let fine = brief.look.styles.iter().chain(&brief.look.moods).any(|s| {
            matches!(
                s.as_str(),
                "luxury" | "elegant" | "noir" | "gothic" | "dark" | "art deco"
            )
        }) || brief.topic.iter().any(|t| {
            matches!(
                t.as_str(),
                "wine"
                    | "whisky"
                    | "whiskey"
                    | "gin"
                    | "rum"
                    | "vodka"
                    | "perfume"
                    | "champagne"
                    | "chocolate"
                    | "cigar"
            )
        }) || brief.look.dark == Some(true);
        if !composed::ordinary(page)
            || !page.words.rows.is_empty()
            || brief.canvas.background.is_some()
        {
            0.0
        } else if fine {
            1.0
        } else {
            0.4
        }
    },
    build: |page| {
        let tone = if page.theme.is_dark() {
            Tone::Canvas
        } else {
            Tone::Ink
        };
        let inks = page.inks(tone);
        let full = page.full;
        let mut root = page.root(tone);
        let style = *page.rng.fork("frame").pick(&[
            FrameStyle::Double,
            FrameStyle::Corners,
            FrameStyle::Scooped,
        ]);
        root = root.children(ornament::frame(
            full.inset(page.margin * 0.55),
            inks.bold,
            style,
        ));
        let zone = full.inset_xy(page.margin * 1.5, page.margin * 1.5);
        let wide = page.ratio() > 1.3;
        if page.art.is_empty() {
            return root.children(copy(page, zone, &inks, zone.h * 0.22));
        }
        let (art, text) = if wide {
            zone.columns(0.34, page.margin)
        } else {
            zone.rows(0.4, page.margin * 0.4)
        };
        let mut pieces = page.art.clone();
        for piece in &mut pieces.pieces {
            piece.tint = Some(page.theme.resolve(inks.bold));
        }
        root = root.children(pieces.arrange(centred(art, art.w.min(art.h) * 0.86), "line"));
        root.children(copy(page, text, &inks, text.h * 0.3))
    },
};
