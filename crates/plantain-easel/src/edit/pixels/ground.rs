//! Colours, tones, filters, and what lies behind the subject.

use std::sync::Arc;

use plantain_core::Pixels;
use plantain_engine::{EngineError, LocatedBy};
use plantain_read::{
    CanvasChange, Color, Fill, Filter, Outline, Referent, Season, Target, ThemeChange, TimeOfDay,
    Tone, Weather,
};
use plantain_retouch::select::{self, Cutout, Evidence};
use plantain_retouch::tone::Daylight;
use plantain_retouch::{backdrop, compose, filter, inpaint, recolor, region, shadow, tone};

use super::Desk;
use super::drawing;
use super::locate::{Selection, of_cutout, spoken};

/// By how much a picture without a theme is darkened that is to be dark.
const LESS_LIGHT: f32 = 0.3;

impl Desk<'_> {
    pub fn recolor(&mut self, target: &Target, colors: &[Color]) -> Result<(), EngineError> {
        let Some(color) = colors.first() else {
            return Err(EngineError::InstructionNotUnderstood {
                words: vec![spoken(target)],
            });
        };
        if target.what == Referent::Background && !target.inverted {
            return self.set_background(&Fill::Color(color.clone()), &spoken(target));
        }
        let whole = matches!(target.what, Referent::Picture) && self.mask.is_none();
        let mut place = if whole {
            // "Make it blue" speaks of what the picture shows.
            self.subject(super::locate::SURE, &spoken(target))?
        } else {
            self.locate(target)?
        };
        let mut after = None;
        if place.by != LocatedBy::Mask && place.by != LocatedBy::Color {
            // Of a thing its main colour changes; labels, eyes and wheels stay.
            let main = select::dominant(&self.pixels, &place.mask);
            if let (Some(main), Some(cutout)) = (main, self.cutout()) {
                let painted = recolor::recolor_cutout(&self.pixels, &cutout, &main, color.rgb);
                after = Some(painted);
                place.mask = solid(&main);
            }
        }
        let after = after.unwrap_or_else(|| recolor::recolor(&self.pixels, &place.mask, color.rgb));
        if colors.len() > 1 {
            self.note(
                "approximated",
                format!(
                    "Several colours were named for one place; it became {}.",
                    color.name
                ),
            );
        }
        self.done(format!("Recoloured {} to {}.", spoken(target), color.name));
        self.write(&after, place)
    }

    pub fn tone(&mut self, target: &Target, kind: Tone, amount: f32) -> Result<(), EngineError> {
        let (kind, target) = match (&target.what, kind) {
            // "Brighten the shadows": the dark tones, not what is cast on the floor.
            (Referent::Thing(noun), Tone::Brightness) if noun.starts_with("shadow") => {
                (Tone::Shadows, &Target::default())
            }
            (Referent::Thing(noun), Tone::Brightness) if noun.starts_with("highlight") => {
                (Tone::Highlights, &Target::default())
            }
            _ => (kind, target),
        };
        let place = self.place_or_whole(target)?;
        let after = tone::tone(&self.pixels, kind, amount);
        self.done(format!(
            "{kind:?} {:+.0} % on {}.",
            amount * 100.0,
            spoken(target)
        ));
        self.write(&after, place)
    }

    pub fn filter(
        &mut self,
        target: &Target,
        kind: Filter,
        amount: f32,
    ) -> Result<(), EngineError> {
        if kind == Filter::Blur && target.what == Referent::Background && self.mask.is_none() {
            return self.set_background(&Fill::Blur(amount), &spoken(target));
        }
        let place = self.place_or_whole(target)?;
        self.done(format!("Filter {kind:?} on {}.", spoken(target)));
        self.write_changed(place, target, |pixels| {
            filter::filtered(pixels, kind, amount, &[])
        })
    }

    /// Writes what `f` makes of the picture into a place. A background is changed as if the subject were not there, so
    /// that the subject's rim does not keep the old one.
    fn write_changed(
        &mut self,
        place: Selection,
        target: &Target,
        f: impl Fn(&Pixels) -> Pixels,
    ) -> Result<(), EngineError> {
        let behind = self.is_ground(target, &place);
        match self.cutout().filter(|_| behind) {
            Some(cutout) if cutout.confidence >= super::locate::ENOUGH => {
                let after = backdrop::changed(&self.pixels, &cutout, f);
                let mask = solid(&cutout.mask.inverted());
                let by = of_cutout(&cutout);
                let place = Selection::new(mask, by, cutout.confidence);
                self.write_ground(&after, place)
            }
            _ => {
                let after = f(&self.pixels);
                self.write(&after, place)
            }
        }
    }

    /// Whether a place is all that lies behind the subject.
    fn is_ground(&self, target: &Target, place: &Selection) -> bool {
        let ground = target.what == Referent::Background && !target.inverted
            || place.by == LocatedBy::Whole && self.keeps_subject();
        ground && self.mask.is_none()
    }

    /// Whether the instruction wants the subject, and nothing else, kept.
    fn keeps_subject(&self) -> bool {
        let mut kept = self.instruction.keep.iter();
        let subject = |t: &Target| t.what == Referent::Subject && t.color.is_none() && !t.inverted;
        kept.next().is_some_and(subject) && kept.next().is_none()
    }

    /// "It", in the first step, is the whole picture where light and manner are meant.
    fn place_or_whole(&mut self, target: &Target) -> Result<Selection, EngineError> {
        if target.what == Referent::Same && self.spoken_of.is_none() {
            return Ok(self.whole());
        }
        self.locate(target)
    }

    /// A look of the whole picture, as far as a filter has it.
    pub fn set_theme(&mut self, theme: &ThemeChange, words: &str) -> Result<(), EngineError> {
        let beyond = || EngineError::EditNeedsGenerativeEngine {
            what: vec![words.to_owned()],
        };
        let only_dark = ThemeChange {
            dark: theme.dark,
            ..ThemeChange::default()
        };
        if let (Some(dark), true) = (theme.dark, *theme == only_dark) {
            let amount = if dark { -LESS_LIGHT } else { LESS_LIGHT };
            return self.tone(&Target::default(), Tone::Brightness, amount);
        }
        let only_corners = ThemeChange {
            corners: theme.corners,
            ..ThemeChange::default()
        };
        if theme.corners.is_some_and(|times| times > 0.0) && *theme == only_corners {
            return self.reshape(&CanvasChange::Outline(Outline::Rounded), words);
        }
        let kind = match theme.styles.as_slice() {
            [style] => match style.as_str() {
                "vintage" | "retro" | "film" | "polaroid" => Filter::Vintage,
                "sketch" | "pencil" | "pencil sketch" => Filter::Pencil,
                "pixel" | "pixel art" => Filter::Pixelate,
                "halftone" | "comic" | "pop art" | "risograph" => Filter::Halftone,
                "monochrome" | "noir" => Filter::Grayscale,
                _ => return Err(beyond()),
            },
            _ => return Err(beyond()),
        };
        let rest = ThemeChange {
            styles: Vec::new(),
            ..theme.clone()
        };
        if rest != ThemeChange::default() {
            return Err(beyond());
        }
        self.note(
            "approximated",
            format!("The style was made by the filter {kind:?}; nothing was drawn anew."),
        );
        self.filter(&Target::default(), kind, 1.0)
    }

    /// The light of another hour on the whole picture, or on the part of it that is told.
    pub fn set_setting(
        &mut self,
        target: &Target,
        setting: (Option<TimeOfDay>, Option<Weather>, Option<Season>),
        words: &str,
    ) -> Result<(), EngineError> {
        let time = match setting {
            (Some(time), None | Some(Weather::Sunny), None) => time,
            (None, Some(Weather::Sunny), None) => TimeOfDay::Day,
            _ => {
                return Err(EngineError::EditNeedsGenerativeEngine {
                    what: vec![words.to_owned()],
                });
            }
        };
        let light = match time {
            TimeOfDay::Dawn | TimeOfDay::Sunset => Daylight::Golden,
            TimeOfDay::Morning | TimeOfDay::Day => Daylight::Day,
            TimeOfDay::Dusk => Daylight::Dusk,
            TimeOfDay::Night => Daylight::Night,
        };
        let place = self.place_or_whole(target)?;
        if !self.pixels.opaque && target.what == Referent::Background {
            // There is nothing behind it that could get darker: a sky of that hour is drawn.
            return self.set_background(&Fill::Scene(format!("{} sky", sky(time))), words);
        }
        self.done(format!("Lit as at {}.", sky(time)));
        let sure = |c: &Arc<Cutout>| c.confidence >= super::locate::ENOUGH;
        let foreground = self.cutout().filter(sure);
        let seen = |i: usize| {
            let hidden = |c: &Arc<Cutout>| c.foreground.rgba[i * 4 + 3] == 255;
            !foreground.as_ref().is_some_and(hidden)
        };
        let behind = self.is_ground(target, &place);
        self.write_changed(place, target, |pixels| match behind {
            // What the subject hides need not be lit.
            true => tone::daylight_where(pixels, light, seen),
            false => tone::daylight(pixels, light),
        })
    }

    pub fn set_background(&mut self, fill: &Fill, words: &str) -> Result<(), EngineError> {
        let (width, height) = (self.pixels.width, self.pixels.height);
        let cutout = match &self.mask {
            Some(mask) => masked_cutout(&self.pixels, mask),
            None => {
                self.subject(super::locate::ENOUGH, "the background")?;
                let Some(cutout) = self.cutout() else {
                    return Err(self.not_located("the background"));
                };
                cutout.as_ref().clone()
            }
        };
        let after = match fill {
            Fill::Transparent => cutout.foreground.clone(),
            Fill::Blur(strength) => {
                if self.pixels.opaque {
                    backdrop::blurred(&self.pixels, &cutout, *strength)
                } else {
                    return Err(EngineError::NothingChanged {
                        why: "the background is see-through".into(),
                    });
                }
            }
            Fill::Color(color) => {
                let behind = self.shaded(&cutout, backdrop::even(width, height, color.rgb));
                backdrop::replaced(&cutout, &behind)
            }
            Fill::Gradient(colors) => {
                let colors: Vec<[u8; 3]> = colors.iter().map(|c| c.rgb).collect();
                let behind = self.shaded(&cutout, backdrop::gradient(width, height, &colors));
                backdrop::replaced(&cutout, &behind)
            }
            Fill::Picture(number) => {
                let behind = compose::cover(self.input(*number)?, width, height);
                backdrop::replaced(&cutout, &behind)
            }
            Fill::Scene(scene) => {
                let drawn = drawing::scene(scene, (width, height), self.job, words)?;
                self.notes.extend(drawn.notes);
                backdrop::replaced(&cutout, &drawn.pixels)
            }
            Fill::Pattern(pattern, color) => {
                let name = color.as_ref().map_or("", |c| c.name.as_str());
                let prompt = format!("{name} {pattern} pattern");
                let drawn = drawing::scene(prompt.trim(), (width, height), self.job, words)?;
                backdrop::replaced(&cutout, &drawn.pixels)
            }
        };
        let by = if self.mask.is_some() {
            LocatedBy::Mask
        } else {
            of_cutout(&cutout)
        };
        // The cut-out keeps its own edge, so the whole is written; its bytes are those of before where it is solid.
        let place = Selection::new(solid(&cutout.mask.inverted()), by, cutout.confidence);
        self.done(format!("Background: {}.", described(fill)));
        self.write_ground(&after, place)
    }

    /// What comes behind a subject, in the subject's shadow where that is to be kept and can be told from the ground.
    fn shaded(&self, cutout: &Cutout, behind: Pixels) -> Pixels {
        let keeps = self.instruction.keep.iter().any(
            |target| matches!(&target.what, Referent::Thing(noun) if noun.ends_with("shadow")),
        );
        match keeps && self.pixels.opaque {
            true => shadow::carried_over(&self.pixels, cutout, &behind).unwrap_or(behind),
            false => behind,
        }
    }

    /// As `write`, but the subject is what is kept already.
    fn write_ground(&mut self, after: &Pixels, place: Selection) -> Result<(), EngineError> {
        let changed = plantain_retouch::apply::apply(&self.pixels, after, &place.mask);
        self.become_(changed);
        self.located(place.by, place.confidence);
        self.spoken_of = Some(place.clone());
        Ok(())
    }

    /// The target alone, on a see-through ground.
    pub fn extract(&mut self, target: &Target) -> Result<(), EngineError> {
        let place = self.locate(target)?;
        let whole = region::bounds(&place.mask).is_none();
        if whole {
            return Err(self.not_located(&spoken(target)));
        }
        let subject = self
            .cutout()
            .filter(|c| c.mask == place.mask)
            .map(|c| c.foreground.clone());
        let after = subject.unwrap_or_else(|| {
            let empty = compose::empty(self.pixels.width, self.pixels.height);
            plantain_retouch::apply::apply(&empty, &self.pixels, &place.mask)
        });
        self.done(format!("Cut out {}.", spoken(target)));
        self.become_(after);
        self.located(place.by, place.confidence);
        Ok(())
    }

    pub fn remove(&mut self, target: &Target) -> Result<(), EngineError> {
        if target.what == Referent::Background && self.mask.is_none() && !target.inverted {
            return self.set_background(&Fill::Transparent, "the background");
        }
        let place = self.locate(target)?;
        let after = self.without(&place)?;
        self.done(format!("Removed {} and filled the place.", spoken(target)));
        self.write_filled(after, place)
    }

    /// Returns the picture with the surroundings of a place carried on into it.
    pub fn without(
        &mut self,
        place: &Selection,
    ) -> Result<(Pixels, plantain_core::Mask), EngineError> {
        if region::bounds(&place.mask).is_none() {
            return Err(EngineError::NothingChanged {
                why: "the mask selects nothing".into(),
            });
        }
        let mask = if place.by == LocatedBy::Mask {
            place.mask.clone()
        } else {
            // The rim of what was found by colour is as soft as the picture; it has to go as well.
            let side = self.pixels.width.max(self.pixels.height) as f32;
            region::grown(&place.mask, (side * 0.006).max(2.0))
        };
        match inpaint::filled(&self.pixels, &mask, &self.going()) {
            Ok(pixels) => Ok((pixels, mask)),
            Err(inpaint::Unfilled::Cancelled) => Err(EngineError::Cancelled),
            Err(inpaint::Unfilled::NoSurroundings) => Err(EngineError::EditNeedsGenerativeEngine {
                what: vec!["filling the whole picture".into()],
            }),
        }
    }

    pub fn write_filled(
        &mut self,
        (after, mask): (Pixels, plantain_core::Mask),
        place: Selection,
    ) -> Result<(), EngineError> {
        self.write(&after, Selection { mask, ..place })
    }
}

/// A mask turned into a cut-out: what it does not cover is the subject.
fn masked_cutout(pixels: &Pixels, mask: &plantain_core::Mask) -> Cutout {
    let empty = compose::empty(pixels.width, pixels.height);
    Cutout {
        mask: mask.inverted(),
        foreground: plantain_retouch::apply::apply(pixels, &empty, mask),
        confidence: 1.0,
        parts: 1,
        plain: false,
        evidence: Evidence::Pixels,
    }
}

/// Returns a mask that is full wherever there is any coverage.
fn solid(mask: &plantain_core::Mask) -> plantain_core::Mask {
    plantain_core::Mask {
        coverage: mask
            .coverage
            .iter()
            .map(|&c| if c > 0 { 255 } else { 0 })
            .collect(),
        ..*mask
    }
}

fn sky(time: TimeOfDay) -> &'static str {
    match time {
        TimeOfDay::Dawn => "dawn",
        TimeOfDay::Morning => "morning",
        TimeOfDay::Day => "day",
        TimeOfDay::Sunset => "sunset",
        TimeOfDay::Dusk => "dusk",
        TimeOfDay::Night => "night",
    }
}

fn described(fill: &Fill) -> String {
    match fill {
        Fill::Transparent => "see-through".into(),
        Fill::Color(color) => color.name.clone(),
        Fill::Gradient(colors) => {
            let names: Vec<&str> = colors.iter().map(|c| c.name.as_str()).collect();
            format!("gradient of {}", names.join(" to "))
        }
        Fill::Blur(_) => "out of focus".into(),
        Fill::Picture(number) => format!("picture {number}"),
        Fill::Scene(scene) => format!("{scene}, drawn"),
        Fill::Pattern(pattern, _) => format!("pattern of {pattern}"),
    }
}
