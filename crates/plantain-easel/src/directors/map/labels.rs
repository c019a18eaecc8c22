//! Names on a map, each where it meets no other.

use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::FontRole;

use super::Paints;
use crate::components::diagram::drawing::polar;
use crate::components::diagram::{Entry, IntoColor, Lettering, SIZE_MIN, Sheet};
use crate::components::print::Zone;

/// Puts labels where they meet no other label and nothing that must stay clear.
pub(super) struct Labels<'s> {
    sheet: &'s Sheet<'s>,
    zone: Zone,
    paints: &'s Paints,
    pub taken: Vec<Zone>,
    pub nodes: Vec<Node>,
    look: Lettering,
    size: f32,
    wide: f32,
}

impl<'s> Labels<'s> {
    pub fn new(sheet: &'s Sheet<'s>, zone: Zone, paints: &'s Paints) -> Self {
        let look = Lettering::new(
            FontRole::Heading,
            (zone.w.min(zone.h) * 0.03).clamp(14.0, 24.0),
            SIZE_MIN,
        )
        .weight(600)
        .color(paints.ink)
        .centred();
        let wide = (zone.w * 0.3).clamp(120.0, 260.0);
        let size = sheet.fit_all(sheet.words.texts(), look, wide, 70.0, 2);
        Self {
            sheet,
            zone,
            paints,
            taken: Vec::new(),
            nodes: Vec::new(),
            look,
            size,
            wide,
        }
    }

    fn free(&self, zone: Zone) -> bool {
        let page = self.zone;
        let inside = zone.x >= page.x + 10.0
            && zone.right() <= page.right() - 10.0
            && zone.y >= page.y + 10.0
            && zone.bottom() <= page.bottom() - 10.0;
        inside
            && self.taken.iter().all(|t| {
                zone.x >= t.right() + 4.0
                    || zone.right() + 4.0 <= t.x
                    || zone.y >= t.bottom() + 4.0
                    || zone.bottom() + 4.0 <= t.y
            })
    }

    /// Returns how much room a label needs.
    fn need(&self, entry: &Entry) -> (f32, f32) {
        let (w, h) = self
            .sheet
            .measure(&entry.text, self.look, self.size, self.wide);
        (w + self.size * 1.1, h + self.size * 0.55)
    }

    /// Places a label near a point: the offsets are tried in order, then ever farther around.
    pub fn put(
        &mut self,
        entry: &Entry,
        at: (f32, f32),
        offsets: &[(f32, f32)],
        hue: Option<Rgba>,
    ) {
        let (w, h) = self.need(entry);
        let near = offsets
            .iter()
            .map(|(dx, dy)| (at.0 + dx * (w * 0.5 + 24.0), at.1 + dy * (h * 0.5 + 30.0)));
        let far = (1..26).flat_map(|ring| {
            (0..12).map(move |k| {
                let (x, y) = polar((0.0, 0.0), 26.0 * ring as f32, 30.0 * k as f32 + 90.0);
                (at.0 + x * 1.5, at.1 + y)
            })
        });
        let spot = near
            .chain(far)
            .map(|(x, y)| Zone::new(x - w * 0.5, y - h * 0.5, w, h))
            .find(|zone| self.free(*zone));
        let zone = spot.unwrap_or_else(|| Zone::new(at.0 - w * 0.5, at.1 - h * 0.5, w, h));
        let plate = zone
            .hold(rect())
            .fill(self.paints.plate)
            .radius(self.sheet.theme.radius.min(h * 0.5))
            .shadow(2.0, 7.0, Token::Ink.into_color().alpha(0.2))
            .role("plate");
        let plate = match hue {
            Some(hue) => plate.stroke(hue, 2.5),
            None => plate,
        };
        self.nodes.push(plate);
        self.nodes
            .push(self.sheet.set(entry, zone, self.look, self.size, "place"));
        self.taken.push(zone);
    }
}
