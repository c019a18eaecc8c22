//! Heads of sheets: what stands above the lines, boxes and lists.

use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole, Node};

use super::{Column, Look, Words, paper, unit};
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts::latin_caps;
use crate::components::print::{Page, Tone, Zone};
use crate::components::wording::Line;

/// How a sheet begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Title ranged left over a strong rule.
    Plain,
    /// Title on a band of colour.
    Band,
    /// Title on the middle axis within a frame.
    Framed,
    /// Title in a column at the side.
    Side,
}

/// The page with its head, and where the rest stands.
pub(super) struct Leaf {
    pub root: Node,
    pub live: Zone,
}

/// What a head says.
pub(super) struct Head {
    pub kicker: Option<Line>,
    pub title: Line,
    pub sub: Vec<Line>,
}

impl Head {
    /// The title with the kind of sheet above it and other lines under it.
    pub fn of(words: &Words<'_>) -> Self {
        let kind = words.kind();
        let title = words.title();
        let kicker = words.sheet.title.is_some() && !kind.text.is_empty();
        let sub = words
            .some(words.sheet.issuer)
            .into_iter()
            .chain(words.some(words.sheet.person))
            .chain(words.lines())
            .collect();
        Self {
            kicker: kicker.then_some(kind),
            title,
            sub,
        }
    }
}

/// Lays a page out with its head.
pub(super) fn leaf(page: &Page<'_>, style: Style, head: &Head) -> Leaf {
    match style {
        Style::Plain => plain(page, head),
        Style::Band => band(page, head),
        Style::Framed => framed(page, head),
        Style::Side => side(page, head),
    }
}

/// Sets the lines of a head in a zone of a tone.
fn words(
    page: &Page<'_>,
    head: &Head,
    zone: Zone,
    tone: Tone,
    align: Align,
    scale: f32,
) -> (Vec<Node>, f32) {
    let inks = page.inks(tone);
    let u = unit(page);
    let mut column = Column::new(page, zone);
    if let Some(kicker) = &head.kicker {
        let mut line = kicker.clone();
        let caps = latin_caps(&line.text);
        if caps {
            line.text = line.text.to_uppercase();
        }
        let look = Look::new("kicker", u * 0.78, inks.pop)
            .font(FontRole::Body, 600)
            .align(align);
        column.text(&line, look);
        column.space(u * 0.35);
    }
    let long = head.title.len() as f32;
    let size = (u * 3.1 * scale)
        .min(zone.w * 1.9 / long.clamp(8.0, 22.0))
        .max(u * 1.5);
    let look = Look::new("title", size, inks.bold)
        .font(FontRole::Display, 0)
        .align(align);
    column.text(&head.title, look);
    for line in &head.sub {
        column.space(u * 0.35);
        column.text(
            line,
            Look::new("subtitle", u * 1.02, inks.ink)
                .font(FontRole::Body, 500)
                .align(align),
        );
    }
    (column.nodes, column.y)
}

fn plain(page: &Page<'_>, head: &Head) -> Leaf {
    let inks = paper(page);
    let (nodes, y) = words(page, head, page.live, Tone::Canvas, Align::Start, 1.0);
    let u = unit(page);
    let rule = rect()
        .bounds(page.live.x, y + u * 0.8, page.live.w, (u * 0.16).max(2.0))
        .fill(inks.bold)
        .role("rule");
    let top = y + u * 2.0;
    Leaf {
        root: page.root(Tone::Canvas).children(nodes).child(rule),
        live: Zone::new(page.live.x, top, page.live.w, page.live.bottom() - top),
    }
}

fn band(page: &Page<'_>, head: &Head) -> Leaf {
    let u = unit(page);
    let inner = Zone::new(page.live.x, page.margin * 0.75, page.live.w, page.live.h);
    let (nodes, y) = words(page, head, inner, Tone::Accent, Align::Start, 1.0);
    let foot = y + page.margin * 0.6;
    let ground = rect()
        .bounds(0.0, 0.0, page.full.w, foot)
        .fill(Tone::Accent.token())
        .role("band");
    let top = foot + u * 1.4;
    Leaf {
        root: page.root(Tone::Canvas).child(ground).children(nodes),
        live: Zone::new(page.live.x, top, page.live.w, page.live.bottom() - top),
    }
}

fn framed(page: &Page<'_>, head: &Head) -> Leaf {
    let inks = paper(page);
    let u = unit(page);
    let style = *page.rng.fork("frame").pick(&[
        FrameStyle::Double,
        FrameStyle::Scooped,
        FrameStyle::Corners,
        FrameStyle::Beveled,
    ]);
    let outer = page.full.inset(page.margin * 0.55);
    let live = page.live.inset(page.margin * 0.35);
    let (nodes, y) = words(page, head, live, Tone::Canvas, Align::Center, 0.95);
    let w = (live.w * 0.36).min(u * 9.0);
    let divider = ornament::divider(w, u * 0.7, inks.mark, page.rng.fork("divider").below(3))
        .at(live.x + (live.w - w) * 0.5, y + u * 0.5);
    let top = y + u * 2.0;
    Leaf {
        root: page
            .root(Tone::Canvas)
            .children(ornament::frame(outer, inks.bold, style))
            .children(nodes)
            .child(divider),
        live: Zone::new(live.x, top, live.w, live.bottom() - top),
    }
}

fn side(page: &Page<'_>, head: &Head) -> Leaf {
    let (left, rest) = page
        .full
        .columns(if page.ratio() > 1.2 { 0.34 } else { 0.32 }, 0.0);
    let inner = left.inset(page.margin * 0.8);
    let (nodes, _) = words(page, head, inner, Tone::Accent, Align::Start, 0.9);
    let ground = left.hold(rect()).fill(Tone::Accent.token()).role("band");
    Leaf {
        root: page.root(Tone::Canvas).child(ground).children(nodes),
        live: rest.inset(page.margin),
    }
}
