//! Leashes, from the collar of an animal to the hand of who leads it.

use plantain_scene::Rgba;
use plantain_scene::node::{Half, Node};

use super::super::assembly::anchors;
use super::super::lexicon::Class;
use super::super::mend::{LEASHED, is_leash};
use super::super::pen::{Pen, line};
use super::Emit;
use crate::wardrobe::rgb;

/// How thick a leash is, and its colour where none is asked for.
const THICK: f32 = 4.0;
const LEATHER: u32 = 0x9c3b2e;
/// How far the collar is from the head on the way to the neck.
const COLLAR: f32 = 0.5;
/// How far a leash hangs through, in its length.
const SAG: f32 = 0.14;

impl Emit<'_> {
    /// Returns the leashes of all animals that are on one.
    pub(super) fn leashes(&self) -> Vec<Node> {
        let (w, h) = self.canvas();
        let objects = &self.brief.objects;
        let asked = objects.iter().find(|o| is_leash(&o.noun));
        let color = asked.and_then(|o| o.color.as_ref()).map(rgb);
        let color = color.unwrap_or(Rgba::hex(LEATHER));
        let led = self.solved.pieces.iter().filter(|piece| {
            let actor = &self.cast.actors[piece.actor];
            piece.half != Half::Front
                && objects[actor.phrase]
                    .attributes
                    .iter()
                    .any(|a| a == LEASHED)
        });
        led.map(|piece| {
            let actor = &self.cast.actors[piece.actor];
            // The collar is where the neck begins, close to the head.
            let a = anchors(actor);
            let (x, y) = piece.rect.at(
                a.head[0] + COLLAR * (a.neck[0] - a.head[0]),
                (a.head[1] + a.neck[1]) / 2.0,
            );
            let (hx, hy) = self
                .hand_near(x)
                .unwrap_or((x + 0.3 * piece.rect.w, piece.rect.bottom()));
            let sag = SAG * (hx - x).abs().max((hy - y).abs());
            let d = Pen::new()
                .go(hx, hy)
                .quad((hx + x) / 2.0, (hy + y) / 2.0 + sag, x, y)
                .end();
            let mut node = line(d, w, h, color, THICK).role("string");
            node.facts.insert("of".into(), actor.id.clone());
            node
        })
        .collect()
    }

    /// The hand of the person who is nearest to a place, across.
    fn hand_near(&self, x: f32) -> Option<(f32, f32)> {
        let people = self.solved.pieces.iter().filter(|piece| {
            self.cast.actors[piece.actor].prop.class == Class::Person && piece.half != Half::Front
        });
        let nearest = people.min_by(|a, b| {
            let off = |r: &super::super::rect::Rect| (r.cx() - x).abs();
            off(&a.rect).total_cmp(&off(&b.rect))
        })?;
        let actor = &self.cast.actors[nearest.actor];
        let [hx, hy] = anchors(actor).hand;
        Some(nearest.rect.at(hx, hy))
    }
}
