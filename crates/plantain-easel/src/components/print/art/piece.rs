//! One drawn thing as a node.

use plantain_scene::build::*;
use plantain_scene::node::{Content, Node};

use super::{Piece, Zone, centred};
use crate::components::print::qr;
use crate::stage::rect::Rect;

impl Piece {
    /// Returns the drawing in its zone, with its face.
    pub fn held(&self, zone: Zone, manner: &str) -> Node {
        if self.code.is_some() {
            return centred(zone, zone.w.min(zone.h)).hold(self.node(manner));
        }
        let Some(mood) = self.mood.filter(|_| !self.is_icon) else {
            return zone.hold(self.node(manner));
        };
        let inner = Zone::new(0.0, 0.0, zone.w, zone.h);
        let face = mood.face(Rect::new(0.0, 0.0, zone.w, zone.h), (zone.w, zone.h));
        zone.hold(stack())
            .child(inner.hold(self.node(manner)))
            .children(face)
    }

    /// Returns the drawing, to be given its bounds.
    pub fn node(&self, manner: &str) -> Node {
        if let Some(text) = &self.code {
            return qr::node(text);
        }
        if self.is_icon {
            let mut node = icon(self.name.clone(), 24.0).role("art").icon_stroke(1.5);
            if let Some(tint) = self.tint {
                node = node.color(tint);
            }
            return node;
        }
        let mut node = object(self.name.clone()).role("art");
        if let Content::Object(object) = &mut node.content {
            object.tint = self.tint.map(Into::into);
            object.materials.clone_from(&self.materials);
            manner.clone_into(&mut object.manner);
        }
        node
    }
}
