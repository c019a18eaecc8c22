//! What sits on another thing of a printed piece: glasses on an avocado, a hat on a cat.

use plantain_read::{Brief, RelationKind};

use super::Zone;
use super::art::Piece;
use crate::stage::lexicon::{Class, Slot, look_up};
use crate::stage::prop::{Prop, garment};

/// A piece on another one: both as indices, and where on the box of the other it sits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worn {
    pub child: usize,
    pub parent: usize,
    /// Middle and width as shares of the box of the parent.
    at: [f32; 3],
}

impl Worn {
    /// Returns its place on a parent that has this zone.
    pub fn on(&self, zone: Zone) -> Zone {
        let [x, y, w] = self.at;
        let side = zone.w * w;
        Zone::new(
            zone.x + zone.w * x - side * 0.5,
            zone.y + zone.h * y - side * 0.5,
            side,
            side,
        )
    }
}

/// Returns whether a noun names a thing that is drawn without a face and may get one.
pub fn is_faceless(noun: &str) -> bool {
    matches!(
        look_up(noun).0,
        Class::Food | Class::Plant | Class::Celestial | Class::Cloud
    )
}

/// Returns what is worn on what, where both are there once.
pub fn find(brief: &Brief, pieces: &[Piece]) -> Vec<Worn> {
    let only = |phrase: usize| {
        let mut own = (0..pieces.len()).filter(|i| pieces[*i].phrase == phrase);
        own.next().filter(|_| own.next().is_none())
    };
    brief
        .relations
        .iter()
        .filter_map(|r| {
            let (wearer, thing) = match r.kind {
                RelationKind::With | RelationKind::Wearing => (r.subject, r.object),
                _ => return None,
            };
            let slot = garment(&brief.objects.get(thing)?.noun)?;
            let noun = &brief.objects.get(wearer)?.noun;
            let (class, _) = look_up(noun);
            if !(class.is_animate() || is_faceless(noun)) || class == Class::Person {
                return None;
            }
            let (child, parent) = (only(thing)?, only(wearer)?);
            Some(Worn {
                child,
                parent,
                at: spot(noun, slot)?,
            })
        })
        .collect()
}

/// Returns where a slot is on the drawing of a noun, as middle and width of a square box.
fn spot(noun: &str, slot: Slot) -> Option<[f32; 3]> {
    let a = Prop::of(noun).anchors;
    let [hx, hy, hw] = a.head;
    let [nx, ny, nw] = a.neck;
    match slot {
        Slot::Head => Some([hx, hy + 0.02 - hw * 0.3, hw * 1.1]),
        Slot::Eyes => Some([hx, a.eyes, hw * 1.02]),
        Slot::Neck => Some([nx, ny + nw * 0.2, nw * 1.1]),
        _ => None,
    }
}
