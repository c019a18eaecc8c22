//! What is stuck on a picture at a named spot: badges, and the parts of a thing that logos and words go on.

use plantain_core::{Mask, Pixels};
use plantain_engine::{EngineError, LocatedBy};
use plantain_read::{Color, Component, Location, Position, Referent, Target};
use plantain_retouch::{compose, region};

use super::Desk;
use super::drawing::{self, Badge};
use super::locate::{SALIENT, Selection};

/// Share of the shorter side that a badge gets.
const BADGE: f32 = 0.22;
/// What a badge without a colour of its own is painted in.
const RED: [u8; 3] = [0xd6, 0x28, 0x28];

/// Parts of a thing that people put something on: the middle of the spot and its side, shares of the thing's box.
const SPOTS: &[(&str, [f32; 2], f32)] = &[
    ("chest", [0.5, 0.38], 0.34),
    ("front", [0.5, 0.5], 0.46),
    ("center", [0.5, 0.5], 0.46),
    ("centre", [0.5, 0.5], 0.46),
    ("middle", [0.5, 0.5], 0.46),
    ("side", [0.5, 0.5], 0.4),
    ("label", [0.5, 0.55], 0.4),
    ("surface", [0.5, 0.5], 0.46),
    ("back", [0.5, 0.4], 0.46),
    ("top", [0.5, 0.22], 0.3),
    ("bottom", [0.5, 0.78], 0.3),
];

impl Desk<'_> {
    /// Puts a badge or a button on the picture: at a named place, on a thing, or in the mask.
    pub fn add_badge(
        &mut self,
        kind: Component,
        texts: &[String],
        color: Option<&Color>,
        at: &Location,
    ) -> Result<(), EngineError> {
        let corner = Location {
            position: at.position.or(Some(Position::TopRight)),
            ..at.clone()
        };
        let (spot, place) = self.text_spot(&corner)?;
        let [x, y, w, h] = spot.frame.map(|v| v as f32);
        let share = if self.mask.is_some() || at.relation.is_some() {
            1.0
        } else {
            BADGE
        };
        let side = w.min(h) * share;
        let margin = if share < 1.0 { w.min(h) * 0.04 } else { 0.0 };
        let along = |from: f32, length: f32, anchor: f32| {
            from + margin + (length - side - 2.0 * margin).max(0.0) * anchor
        };
        let badge = Badge {
            words: texts.join("\n"),
            ground: color.map_or(RED, |color| color.rgb),
            round: kind == Component::Badge,
            frame: [
                along(x, w, spot.anchor[0]),
                along(y, h, spot.anchor[1]),
                side,
            ],
        };
        let drawn = drawing::badge(&self.pixels, &badge)?;
        let after = compose::over(&self.pixels, &drawn, 0, 0);
        let name = format!("{kind:?}").to_lowercase();
        self.done(match texts.first() {
            Some(text) => format!("Added a {name} \"{text}\"."),
            None => format!("Added a {name}."),
        });
        self.write(&after, place)
    }

    /// Puts words on a band from edge to edge, at the foot unless the words say at the head.
    pub fn add_band(
        &mut self,
        texts: &[String],
        color: Option<&Color>,
        at: &Location,
    ) -> Result<(), EngineError> {
        let words = texts.join(" ");
        let head = matches!(
            at.position,
            Some(Position::Top | Position::TopLeft | Position::TopRight)
        );
        let drawn = drawing::band(&self.pixels, &words, color.map(|color| color.rgb), head)?;
        let place = self.whole();
        let after = compose::over(&self.pixels, &drawn, 0, 0);
        self.done(format!("Added a band \"{words}\"."));
        self.write(&after, place)
    }

    /// Returns the spot on the only thing there is that a word names ("the chest", "the front"), in pixels.
    pub fn spot_on_subject(&mut self, target: &Target) -> Option<([u32; 4], Selection)> {
        let Referent::Thing(noun) = &target.what else {
            return None;
        };
        let last = noun.rsplit(' ').next().unwrap_or(noun);
        let (_, centre, share) = SPOTS.iter().find(|(name, ..)| *name == last)?;
        let cutout = self
            .cutout()
            .filter(|c| c.parts == 1 && c.confidence >= SALIENT && !self.job.strict)?;
        let [left, top, right, bottom] = region::bounds(&cutout.mask)?.map(|v| v as f32);
        let (w, h) = (right - left, bottom - top);
        let side = w.min(h) * share;
        let frame = [
            left + w * centre[0] - side / 2.0,
            top + h * centre[1] - side / 2.0,
            side,
            side,
        ];
        let place = Selection::new(
            cutout.mask.clone(),
            LocatedBy::SalientSubject,
            cutout.confidence * 0.9,
        );
        Some((frame.map(|v| v.max(1.0) as u32), place))
    }
}

/// Returns everything, for what may reach beyond its spot.
pub fn everywhere(pixels: &Pixels, place: Selection) -> Selection {
    Selection {
        mask: Mask::filled(pixels.width, pixels.height, 255),
        ..place
    }
}
