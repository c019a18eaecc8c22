//! Light that things give: lamps and fires after dark, and sun and moon on the water.

use plantain_read::TimeOfDay;
use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Emit;
use crate::rng::Rng;
use crate::stage::assembly::Piece;
use crate::stage::cast::Actor;
use crate::stage::lexicon::Class;
use crate::stage::pen::{fill, glow, oval};
use crate::stage::place::Place;
use crate::stage::prop::Art;
use crate::stage::rect::Rect;

/// Things that shine by themselves: words that end their nouns, how far the light reaches in their own sizes, and how high
/// in them its source is.
const LAMPS: &[(&str, f32, f32)] = &[
    ("campfire", 2.1, 0.5),
    ("bonfire", 1.9, 0.5),
    ("fireplace", 1.25, 0.7),
    ("fire", 1.9, 0.5),
    ("candle", 2.4, 0.15),
    ("lantern", 1.7, 0.5),
    ("jack-o-lantern", 1.4, 0.55),
    ("torch", 1.5, 0.2),
    ("street lamp", 0.5, 0.08),
    ("street light", 0.5, 0.08),
    ("lamp post", 0.5, 0.08),
    ("floor lamp", 0.7, 0.15),
    ("lamp", 1.5, 0.3),
    ("light bulb", 1.6, 0.4),
    ("chandelier", 1.2, 0.6),
    ("fairy lights", 0.8, 0.5),
];
/// Lines of light that sun or moon draws on the water.
const GLEAMS: usize = 22;
/// Warm light of flames and lamps.
const WARM: u32 = 0xffc66b;

/// Colour of a window behind which a lamp burns.
const PANE: u32 = 0xffd977;

impl Emit<'_> {
    /// Paints the light around a lamp or fire after dark, behind it.
    pub(super) fn shine(&self, actor: &Actor, piece: &Piece, out: &mut Vec<Node>) {
        let dark = matches!(self.light.time, TimeOfDay::Night | TimeOfDay::Dusk);
        let noun = actor.prop.noun.as_str();
        let lamp = LAMPS.iter().find(|(word, ..)| {
            noun == *word
                || noun
                    .strip_suffix(word)
                    .is_some_and(|rest| rest.ends_with(' '))
        });
        let (true, true, Some((_, reach, height))) = (dark, self.shadows, lamp) else {
            return;
        };
        let r = piece.rect;
        let warm = actor
            .tint
            .filter(|tint| tint.oklch().l > 0.6)
            .unwrap_or(Rgba::hex(WARM));
        let far = r.w.max(r.h) * reach;
        let (x, y) = (r.cx(), r.y + r.h * height);
        out.push(glow(x, y, far * 1.7, warm, 0.34).role("lamplight"));
        out.push(glow(x, y, far, warm, 0.7).role("lamplight"));
    }

    /// Paints the panes of a building over it: somebody is at home after dark.
    pub(super) fn lit_panes(&self, actor: &Actor, piece: &Piece, out: &mut Vec<Node>) {
        let dark = matches!(self.light.time, TimeOfDay::Night | TimeOfDay::Dusk);
        let Art::Set(name) = &actor.prop.art else {
            return;
        };
        let house = actor.prop.class == Class::Building;
        if !dark || !house || !self.shadows || piece.turn != 0.0 {
            return;
        }
        let r = piece.rect;
        let panes =
            plantain_art::object(name).and_then(|art| art.panes([r.x, r.y, r.w, r.h], actor.flip));
        if let Some(panes) = panes {
            let (w, h) = self.canvas();
            out.push(
                glow(r.cx(), r.y + r.h * 0.6, r.w * 0.9, Rgba::hex(WARM), 0.2).role("lamplight"),
            );
            out.push(fill(panes, w, h, Rgba::hex(PANE)).role("lamplight"));
        }
    }

    /// Returns the path of light that sun and moon of the prompt lay on the water below them.
    pub(super) fn gleams(&self) -> Vec<Node> {
        let place = self.cast.place;
        let wet = place.has_water() && !matches!(place, Place::Underwater | Place::SeaCut);
        if !(wet || place == Place::Skyline) {
            return Vec::new();
        }
        let discs = self.solved.pieces.iter().filter(|piece| {
            let prop = &self.cast.actors[piece.actor].prop;
            prop.class == Class::Celestial && ["moon", "sun"].iter().any(|w| prop.noun.ends_with(w))
        });
        let mut out = Vec::new();
        for piece in discs {
            let actor = &self.cast.actors[piece.actor];
            self.gleam(actor, piece.rect, &mut out);
        }
        out
    }

    fn gleam(&self, actor: &Actor, disc: Rect, out: &mut Vec<Node>) {
        let ground = self.solved.ground;
        let color = actor
            .tint
            .unwrap_or_else(|| actor.prop.color())
            .mix(Rgba::WHITE, 0.45);
        // From a little below the far shore to where the near one begins.
        let (from, to) = match self.cast.place {
            Place::Lake => (0.2, 0.8),
            Place::Bank => (0.09, 0.3),
            Place::Beach => (0.02, 0.36),
            _ => (0.03, 0.8),
        };
        let run = ground.h - ground.horizon;
        let (top, bottom) = (ground.horizon + run * from, ground.horizon + run * to);
        // The image of the disc, drawn out by the waves.
        let h = (disc.h * 0.5).min((bottom - top) * 0.4);
        let image = Rect::around(disc.cx(), top + h * 0.75, disc.w * 0.82, h);
        out.push(oval(image, color.faded(0.3)).role("gleam"));
        let mut rng = Rng::new(u64::from(disc.cx().to_bits())).fork("gleam");
        for i in 0..GLEAMS {
            let t = (i as f32 + 0.5) / GLEAMS as f32;
            let y = top + (bottom - top) * t;
            let w = disc.w * rng.range(0.2, 0.62) * (0.5 + 0.7 * t);
            let cx = disc.cx() + disc.w * rng.range(-0.34, 0.34) * (0.5 + t);
            let thick = 2.0 + 3.0 * t;
            out.push(
                rect()
                    .bounds(cx - w / 2.0, y, w, thick)
                    .radius(thick / 2.0)
                    .fill(color.faded(0.62 - 0.24 * t))
                    .role("gleam"),
            );
        }
    }
}
