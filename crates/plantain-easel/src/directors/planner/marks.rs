//! The marks on days of a month: rings, tones, stars, hearts, crosses, dots.

use plantain_read::{Mark, MarkKind};
use plantain_scene::build::*;
use plantain_scene::color::Rgba;
use plantain_scene::node::{Node, Shape};

use crate::components::diagram::Sheet;
use crate::components::print::Zone;
use crate::components::print::art::centred;

/// Share of a cell's shorter side that a mark in its middle takes.
const SHARE: f32 = 0.74;

/// Returns the colour of a mark: as told, else the custom of its kind.
pub(super) fn hue(sheet: &Sheet<'_>, mark: &Mark) -> Rgba {
    let told = mark.color.as_ref().map(crate::wardrobe::rgb);
    told.unwrap_or_else(|| match mark.kind {
        MarkKind::Heart => Rgba::hex(0xe0314b),
        MarkKind::Star => Rgba::hex(0xf2b632),
        MarkKind::Cross => Rgba::hex(0xd62f2f),
        MarkKind::Ring | MarkKind::Tone | MarkKind::Dot => sheet.rgb(plantain_scene::Token::Accent),
    })
}

/// Returns what lies under the number of a day, and the ground that the number then stands on.
pub(super) fn under(
    sheet: &Sheet<'_>,
    cell: Zone,
    mark: &Mark,
    boxed: bool,
) -> (Vec<Node>, Option<Rgba>) {
    let hue = hue(sheet, mark);
    let side = cell.w.min(cell.h) * SHARE;
    let place = centred(cell, side);
    let solid = |node: Node| (vec![node.fill(hue).role("day-mark")], Some(hue));
    match mark.kind {
        MarkKind::Tone if boxed => solid(cell.inset(3.0).hold(rect()).radius(6.0)),
        MarkKind::Tone => solid(place.hold(ellipse())),
        MarkKind::Star => solid(centred(cell, side * 1.3).hold(shape(Shape::Star {
            points: 5,
            inner: 0.5,
        }))),
        MarkKind::Heart => solid(centred(cell, side * 1.12).hold(shape(Shape::Heart))),
        MarkKind::Ring | MarkKind::Cross | MarkKind::Dot => (Vec::new(), None),
    }
}

/// Returns what lies over the number of a day.
pub(super) fn over(sheet: &Sheet<'_>, cell: Zone, mark: &Mark) -> Vec<Node> {
    let hue = hue(sheet, mark);
    let side = cell.w.min(cell.h) * SHARE;
    let place = centred(cell, side);
    let line = (side * 0.075).max(2.5);
    match mark.kind {
        MarkKind::Ring => vec![place.hold(ellipse()).stroke(hue, line).role("day-mark")],
        MarkKind::Cross => [false, true]
            .map(|rising| {
                place
                    .hold(shape(Shape::Line { rising }))
                    .stroke(hue, line)
                    .role("day-mark")
            })
            .to_vec(),
        MarkKind::Dot => {
            let (x, _) = cell.center();
            let d = (side * 0.16).max(6.0);
            vec![
                Zone::new(x - d * 0.5, place.bottom() - d, d, d)
                    .hold(ellipse())
                    .fill(hue)
                    .role("day-mark"),
            ]
        }
        MarkKind::Tone | MarkKind::Star | MarkKind::Heart => Vec::new(),
    }
}
