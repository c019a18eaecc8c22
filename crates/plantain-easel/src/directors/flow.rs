//! Diagrams of boxes and lines: flow charts, sequences, org charts, timelines, mind maps, Venn diagrams.

use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{FontRole, Node, Shape};

use crate::components::diagram::{Entry, IntoColor, Lettering, SIZE_MIN, Sheet};
use crate::components::print::Zone;

mod chain;
mod entities;
mod fishbone;
pub(super) mod graph;
mod mindmap;
mod org;
mod sequence;
mod swimlane;
mod timeline;
mod venn;

pub use chain::direct as direct_flow;
pub use mindmap::direct as direct_mindmap;
pub use org::direct as direct_org;
pub use sequence::direct as direct_sequence;
pub use timeline::direct as direct_timeline;
pub use venn::direct as direct_venn;

/// Themes that suit diagrams.
pub(crate) const CUSTOM: &[&str] = &[
    "minimal",
    "corporate",
    "friendly",
    "swiss",
    "pastel",
    "editorial",
    "blueprint",
    "botanical",
    "mid-century",
    "playful",
];

/// Form of a node in a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Box,
    /// Start or end.
    Pill,
    /// A question.
    Diamond,
}

/// How nodes are painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Solid,
    Soft,
    Card,
}

impl Manner {
    /// A colour that was asked for is worn by the boxes; without one the seed chooses.
    fn of(sheet: &Sheet<'_>) -> Self {
        if !sheet.studio.brief.look.palette.is_empty() {
            return Self::Solid;
        }
        match sheet.rng.fork("manner").below(3) {
            0 => Self::Solid,
            1 => Self::Soft,
            _ => Self::Card,
        }
    }

    /// Returns ground, outline and text colour for a hue.
    fn colors(self, sheet: &Sheet<'_>, hue: Rgba) -> (Rgba, Option<Rgba>, Rgba) {
        match self {
            Self::Solid => (hue, None, sheet.ink_on(hue)),
            Self::Soft => {
                let ground = sheet.mixed(hue, Token::Surface, 0.84);
                (
                    ground,
                    Some(hue),
                    sheet.rgb(Token::Ink).readable_on(ground, 4.6),
                )
            }
            Self::Card => (
                sheet.rgb(Token::Surface),
                Some(sheet.mixed(hue, Token::Surface, 0.35)),
                sheet.rgb(Token::Ink),
            ),
        }
    }
}

/// Lettering in nodes.
fn lettering(sheet: &Sheet<'_>) -> Lettering {
    let most = (sheet.full.w.min(sheet.full.h) * 0.04).clamp(18.0, 36.0);
    Lettering::new(FontRole::Heading, most, SIZE_MIN)
        .weight(600)
        .centred()
}

/// Returns a node: its form, and its words inside.
fn node(
    sheet: &Sheet<'_>,
    entry: &Entry,
    zone: Zone,
    id: &str,
    form: Form,
    paint: (Manner, Rgba),
    size: f32,
) -> Vec<Node> {
    node_under(sheet, entry, zone, id, form, paint, size, 0.0)
}

/// As [`node`], with an icon for the words in the upper `head` units of the form.
#[expect(
    clippy::too_many_arguments,
    reason = "a node is drawn from all of them"
)]
fn node_under(
    sheet: &Sheet<'_>,
    entry: &Entry,
    zone: Zone,
    id: &str,
    form: Form,
    (manner, hue): (Manner, Rgba),
    size: f32,
    head: f32,
) -> Vec<Node> {
    let (ground, outline, ink) = manner.colors(sheet, hue);
    let stroke = sheet.theme.border.max(2.0);
    let mut body = match form {
        Form::Diamond => zone
            .hold(shape(Shape::Polygon {
                sides: 4,
                turn: 0.0,
            }))
            .fill(ground),
        Form::Pill => zone.hold(rect()).fill(ground).radius(zone.h * 0.5),
        Form::Box => sheet
            .card(zone, ground)
            .radius(sheet.theme.radius.min(zone.h * 0.3)),
    };
    if let Some(outline) = outline
        && sheet.theme.elevation < 3
    {
        body = body.stroke(outline, stroke);
    }
    let inner = match form {
        Form::Diamond => zone.inset_xy(zone.w * 0.2, zone.h * 0.22),
        Form::Pill => zone.inset_xy(zone.h * 0.28, zone.h * 0.08),
        Form::Box => zone.inset_xy(zone.w * 0.06, zone.h * 0.08),
    };
    let look = lettering(sheet).color(ink).lead(ink);
    let mut nodes = vec![body.id(id).role("node")];
    let mut inner = inner;
    if let Some(found) = plantain_art::find_icon(&entry.text).filter(|_| head > 0.0) {
        let side = head * 0.7;
        let x = inner.center().0 - side * 0.5;
        let mark = if manner == Manner::Solid {
            ink
        } else {
            hue.readable_on(ground, 3.0)
        };
        nodes.push(
            icon(found.name, side)
                .color(mark)
                .at(x, inner.y + head * 0.2)
                .role("icon"),
        );
        inner = Zone::new(inner.x, inner.y + head, inner.w, inner.h - head);
    }
    nodes.push(sheet.set(entry, inner, look, size, "label"));
    nodes
}

/// Returns words on a small plate of canvas, for the middle of a line.
pub(in crate::directors) fn on_line(
    sheet: &Sheet<'_>,
    entry: &Entry,
    center: (f32, f32),
    most: f32,
) -> Vec<Node> {
    let most_size = (sheet.full.w.min(sheet.full.h) * 0.024).clamp(20.0, 30.0);
    let look = Lettering::new(FontRole::Body, most_size, SIZE_MIN)
        .weight(600)
        .color(Token::AccentText)
        .centred();
    let size = sheet.fit(&entry.text, look, most, 60.0, 3);
    let (w, h) = sheet.measure(&entry.text, look, size, most);
    let zone = Zone::new(
        center.0 - w * 0.5 - 6.0,
        center.1 - h * 0.5 - 2.0,
        w + 12.0,
        h + 4.0,
    );
    vec![
        zone.hold(rect())
            .fill(Token::Canvas.into_color().alpha(0.94))
            .radius(4.0),
        sheet.set(entry, zone, look, size, "edge"),
    ]
}
