//! What is put on a picture, moved on it or set in the place of something.

use plantain_core::{Mask, Pixels, Reframe};
use plantain_engine::{EngineError, LocatedBy};
use plantain_read::{
    BorderWidth, Component, Item, Location, ObjectPhrase, Position, Referent, Role, Target,
    TypeSetting,
};
use plantain_retouch::{apply, compose, geometry, region, shadow};

use super::Desk;
use super::drawing::{self, Spot};
use super::locate::{Selection, anchor, spoken};
use super::stamp::everywhere;

/// Share of the shorter side that a picture put on another gets.
const STICKER: f32 = 0.28;
/// Share of the square inside a thing that a logo on it gets.
const MARK: f32 = 0.8;
/// Times the usual size of letters that are printed on the spot of a thing.
const PRINT: f32 = 3.5;
/// Share of the shorter side that a border gets.
const BORDER: f32 = 0.04;

impl Desk<'_> {
    pub fn add(&mut self, item: &Item, at: &Location, words: &str) -> Result<(), EngineError> {
        match item {
            Item::Shadow => self.add_shadow(),
            Item::Border { color, width } => {
                let side = self.pixels.width.min(self.pixels.height) as f32;
                let width = BorderWidth::pixels(*width, side * BORDER, side);
                let width = (width + 0.5) as u32;
                let rgb = color.as_ref().map_or([255; 3], |c| c.rgb);
                let framed = geometry::bordered(&self.pixels, width, rgb);
                self.done(format!("Added a border of {width} pixels."));
                self.went(Reframe::Place {
                    x: width as i32,
                    y: width as i32,
                    width: framed.width,
                    height: framed.height,
                });
                self.become_other(framed);
                self.located(LocatedBy::Whole, 1.0);
                Ok(())
            }
            Item::Text {
                text,
                value,
                role,
                setting,
            } => {
                let text = match value {
                    Some(value) => format!("{text} {value}"),
                    None => text.clone(),
                };
                self.add_text(&text, *role, setting, at)
            }
            Item::Watermark(text) => self.add_watermark(text, at),
            Item::Stamp { text, color } => {
                let texts = std::slice::from_ref(text);
                self.add_badge(Component::Badge, texts, color.as_ref(), at)
            }
            Item::Picture(number) => self.add_picture(*number, at, words),
            Item::Things(things) => self.add_things(things, words),
            Item::Part {
                kind: kind @ (Component::Badge | Component::Button),
                texts,
                color,
            } => self.add_badge(*kind, texts, color.as_ref(), at),
            Item::Part {
                kind: Component::Ribbon,
                texts,
                color,
            } => self.add_band(texts, color.as_ref(), at),
            Item::Message { text, .. } => {
                self.add_text(text, Role::Text, &TypeSetting::default(), at)
            }
            Item::Part { .. } | Item::Column { .. } | Item::Row(_) | Item::Point { .. } => {
                Err(self.not_located(words))
            }
        }
    }

    fn add_shadow(&mut self) -> Result<(), EngineError> {
        let place = self.subject(super::locate::ENOUGH, "the subject that casts the shadow")?;
        let Some(cutout) = self.cutout() else {
            return Err(self.not_located("the subject that casts the shadow"));
        };
        let after = shadow::dropped(&self.pixels, &cutout, shadow::Fall::default());
        self.done("Added a drop shadow.");
        let behind = Selection {
            mask: match &self.mask {
                Some(mask) => mask.clone(),
                None => Mask::filled(self.pixels.width, self.pixels.height, 255),
            },
            ..place
        };
        self.write(&after, behind)
    }

    /// The box of a selection, as a spot in pixels.
    fn frame_of(&self, mask: &Mask) -> Option<[u32; 4]> {
        region::bounds(mask).map(|[left, top, right, bottom]| {
            [left, top, right - left, bottom - top].map(|v| v as u32)
        })
    }

    fn add_text(
        &mut self,
        text: &str,
        role: Role,
        setting: &TypeSetting,
        at: &Location,
    ) -> Result<(), EngineError> {
        let (spot, place) = self.text_spot(at)?;
        let mut setting = setting.clone();
        // What is printed on a thing fills its spot.
        if at.relation.is_some() && place.by == LocatedBy::SalientSubject {
            setting.scale = Some(setting.scale.unwrap_or(1.0) * PRINT);
        }
        let after = drawing::lettered(&self.pixels, text, role, &setting, spot)?;
        self.done(format!("Set \"{text}\"."));
        self.write(&after, place)
    }

    /// Where a text goes: into the mask, onto a thing, or to a named edge of the picture.
    pub fn text_spot(&mut self, at: &Location) -> Result<(Spot, Selection), EngineError> {
        let point = at.position.map_or([0.5, 0.92], anchor);
        if let Some((_, target)) = &at.relation
            && self.mask.is_none()
            && !matches!(target.what, Referent::Picture | Referent::Background)
        {
            let (frame, place) = match self.spot_on_subject(target) {
                Some(found) => found,
                None => {
                    let place = self.locate(target)?;
                    let frame = self
                        .frame_of(&place.mask)
                        .ok_or_else(|| self.not_located(&spoken(target)))?;
                    let printed = place.by == LocatedBy::SalientSubject && at.position.is_none();
                    let frame = match printed {
                        true => trunk(&place.mask, frame),
                        false => frame,
                    };
                    (frame, place)
                }
            };
            let spot = Spot {
                frame,
                anchor: at.position.map_or([0.5, 0.5], anchor),
            };
            // The box may reach beyond the thing's outline; letters may too.
            return Ok((spot, everywhere(&self.pixels, place)));
        }
        let place = self.whole();
        let masked = self.mask.is_some();
        let frame =
            self.frame_of(&place.mask)
                .unwrap_or([0, 0, self.pixels.width, self.pixels.height]);
        let anchor = if masked && at.position.is_none() {
            [0.5, 0.5]
        } else {
            point
        };
        Ok((Spot { frame, anchor }, place))
    }

    /// A faint text: large across the middle, or small where it is told to stand.
    fn add_watermark(&mut self, text: &str, at: &Location) -> Result<(), EngineError> {
        const FAINT: u32 = 120;
        const CLEARER: u32 = 175;
        let corner = at.position.filter(|position| *position != Position::Center);
        let place = self.whole();
        let spot = Spot {
            frame: [0, 0, self.pixels.width, self.pixels.height],
            anchor: corner.map_or([0.5, 0.5], anchor),
        };
        let (role, cover) = match corner {
            Some(_) => (Role::Small, CLEARER),
            None => (Role::Title, FAINT),
        };
        let white = TypeSetting {
            scale: corner.is_none().then_some(1.5),
            color: Some(plantain_read::Color {
                name: "white".into(),
                rgb: [255; 3],
            }),
            ..TypeSetting::default()
        };
        let empty = compose::empty(self.pixels.width, self.pixels.height);
        // On an even dark ground the letters stand alone, without a plate.
        let dark = plantain_retouch::backdrop::even(empty.width, empty.height, [0; 3]);
        let letters = drawing::lettered(&dark, text, role, &white, spot)?;
        let mask = Mask {
            width: empty.width,
            height: empty.height,
            coverage: letters
                .rgba
                .chunks_exact(4)
                .map(|p| (u32::from(p[0]) * cover / 255) as u8)
                .collect(),
        };
        let turned = match corner {
            Some(_) => mask,
            None => turned_mask(&mask, -24.0),
        };
        let ink = if mean_luminance(&self.pixels) > 0.72 {
            [90; 3]
        } else {
            [255; 3]
        };
        let flat = plantain_retouch::backdrop::even(empty.width, empty.height, ink);
        self.done(format!("Watermark \"{text}\"."));
        let mask = region::intersection(&place.mask, &turned);
        self.write(&flat, Selection { mask, ..place })
    }

    fn add_picture(&mut self, number: u32, at: &Location, words: &str) -> Result<(), EngineError> {
        let top = self.trimmed(number)?;
        let (frame, place) = match &at.relation {
            Some((_, target))
                if self.mask.is_none()
                    && !matches!(
                        target.what,
                        Referent::Picture | Referent::Background | Referent::Input(1)
                    ) =>
            {
                if let Some((spot, place)) = self.spot_on_subject(target) {
                    (scaled(spot, 1.0, [0.5, 0.5]), place)
                } else {
                    let place = self.locate(target)?;
                    let Some([x, y, side]) = region::inner_square(&place.mask) else {
                        return Err(self.not_located(words));
                    };
                    let square = [x, y, side, side].map(|v| v as u32);
                    (scaled(square, MARK, [0.5, 0.5]), place)
                }
            }
            _ => {
                let place = self.whole();
                let all = [0, 0, self.pixels.width, self.pixels.height];
                match self.frame_of(&place.mask).filter(|_| self.mask.is_some()) {
                    Some(frame) => (frame.map(|v| v as i32), place),
                    None => {
                        let share = STICKER;
                        let point = at.position.map_or([0.5, 0.5], anchor);
                        let whole = if at.position.is_none() { 0.6 } else { share };
                        (inset(all, whole, point), place)
                    }
                }
            }
        };
        let after = compose::placed(&self.pixels, &top, frame);
        self.done(format!("Placed picture {number}."));
        let whole = match &self.mask {
            Some(mask) => mask.clone(),
            None => Mask::filled(self.pixels.width, self.pixels.height, 255),
        };
        self.write(
            &after,
            Selection {
                mask: whole,
                ..place
            },
        )
    }

    /// A picture that was handed in, cut to what is not see-through; a plain ground around it is taken off.
    fn trimmed(&self, number: u32) -> Result<Pixels, EngineError> {
        let picture = self.input(number)?;
        let alone = match plantain_retouch::select::subject(picture) {
            Some(cutout) if cutout.plain && cutout.confidence > 0.9 => cutout.foreground,
            _ => picture.clone(),
        };
        let mask = Mask {
            width: alone.width,
            height: alone.height,
            coverage: alone.rgba.chunks_exact(4).map(|p| p[3]).collect(),
        };
        let spot = self
            .frame_of(&mask)
            .unwrap_or([0, 0, alone.width, alone.height]);
        Ok(geometry::cropped(&alone, spot))
    }

    fn add_things(&mut self, things: &ObjectPhrase, words: &str) -> Result<(), EngineError> {
        let Some(mask) = self.mask.clone() else {
            // A drawn thing anywhere on a photograph is not what was asked for.
            return Err(EngineError::EditNeedsGenerativeEngine {
                what: vec![words.to_owned()],
            });
        };
        self.draw_into(things, &mask, words)
    }

    /// Draws things into the box of a mask, as large as they fit.
    fn draw_into(
        &mut self,
        things: &ObjectPhrase,
        mask: &Mask,
        words: &str,
    ) -> Result<(), EngineError> {
        let Some(frame) = self.frame_of(mask) else {
            return Err(self.not_located(words));
        };
        let prompt = if things.words.is_empty() {
            things.noun.clone()
        } else {
            things.words.clone()
        };
        let side = frame[2].max(frame[3]) * 2;
        let drawn = drawing::object(&prompt, side, self.job, words)?;
        self.notes.extend(drawn.notes);
        let after = compose::placed(&self.pixels, &drawn.pixels, frame.map(|v| v as i32));
        self.done(format!("Drew {prompt}."));
        self.write(&after, Selection::new(mask.clone(), LocatedBy::Mask, 1.0))
    }

    pub fn replace(
        &mut self,
        target: &Target,
        with: &Item,
        words: &str,
    ) -> Result<(), EngineError> {
        if target.what == Referent::Background && self.mask.is_none() {
            let scene = match with {
                Item::Things(things) => plantain_read::Fill::Scene(things.words.clone()),
                Item::Picture(number) => plantain_read::Fill::Picture(*number),
                _ => return Err(self.not_located(words)),
            };
            return self.set_background(&scene, words);
        }
        let needs = || EngineError::EditNeedsGenerativeEngine {
            what: vec![words.to_owned()],
        };
        if matches!(with, Item::Things(_)) && self.mask.is_none() {
            return Err(needs());
        }
        let place = self.locate(target)?;
        if place.by == LocatedBy::Whole {
            return Err(needs());
        }
        let Some(frame) = self.frame_of(&place.mask) else {
            return Err(self.not_located(words));
        };
        let filled = self.without(&place)?;
        let mask = filled.1.clone();
        self.write_filled(filled, place.clone())?;
        match with {
            Item::Things(things) => self.draw_into(things, &mask, words),
            Item::Picture(number) => {
                let top = self.trimmed(*number)?;
                let after = compose::placed(&self.pixels, &top, frame.map(|v| v as i32));
                self.done(format!("Placed picture {number} there."));
                self.write(&after, Selection { mask, ..place })
            }
            Item::Text {
                text,
                role,
                setting,
                ..
            } => {
                let spot = Spot {
                    frame,
                    anchor: [0.5, 0.5],
                };
                let after = drawing::lettered(&self.pixels, text, *role, setting, spot)?;
                self.done(format!("Set \"{text}\" there."));
                self.write(&after, Selection { mask, ..place })
            }
            _ => Err(needs()),
        }
    }

    /// Other words in the place of those under the mask.
    pub fn set_text(
        &mut self,
        target: &Target,
        from: Option<&str>,
        to: &str,
        words: &str,
    ) -> Result<(), EngineError> {
        if self.mask.is_none() {
            let named = from.map_or_else(|| spoken(target), |from| format!("\"{from}\""));
            return Err(self.not_located(&named));
        }
        let item = Item::Text {
            text: to.to_owned(),
            value: None,
            role: Role::Text,
            setting: TypeSetting {
                scale: Some(2.4),
                ..TypeSetting::default()
            },
        };
        self.replace(target, &item, words)
    }

    /// A picture that was handed in goes where it is told; a thing of this picture is cut out, its place filled, and put
    /// there.
    pub fn move_to(
        &mut self,
        target: &Target,
        to: &Location,
        words: &str,
    ) -> Result<(), EngineError> {
        if let Referent::Input(number) = target.what {
            return self.add_picture(number, to, words);
        }
        let Some(position) = to.position.filter(|_| self.mask.is_none()) else {
            return Err(EngineError::EditNeedsGenerativeEngine {
                what: vec![words.to_owned()],
            });
        };
        let place = self.locate(target)?;
        let Some(frame) = self.frame_of(&place.mask) else {
            return Err(self.not_located(words));
        };
        let thing = match self.cutout().filter(|c| c.mask == place.mask) {
            Some(cutout) => cutout.foreground.clone(),
            None => {
                let empty = compose::empty(self.pixels.width, self.pixels.height);
                apply::apply(&empty, &self.pixels, &place.mask)
            }
        };
        let thing = geometry::cropped(&thing, frame);
        let after = self.without(&place)?;
        self.write_filled(after, place.clone())?;
        let all = [0, 0, self.pixels.width, self.pixels.height];
        let [x, y] = landing(all, frame, anchor(position));
        let after = compose::over(&self.pixels, &thing, x, y);
        self.done(format!("Moved {}.", spoken(target)));
        let mask = Mask::filled(self.pixels.width, self.pixels.height, 255);
        self.write(&after, Selection { mask, ..place })
    }
}

/// Returns the part of a frame that is `share` of it, at an anchor.
fn scaled(frame: [u32; 4], share: f32, anchor: [f32; 2]) -> [i32; 4] {
    let [x, y, w, h] = frame.map(|v| v as f32);
    let (width, height) = (w * share, h * share);
    [
        (x + (w - width) * anchor[0]) as i32,
        (y + (h - height) * anchor[1]) as i32,
        width.max(1.0) as i32,
        height.max(1.0) as i32,
    ]
}

/// Returns a square of `share` of the shorter side at an anchor, with a margin to the edge.
fn inset(frame: [u32; 4], share: f32, anchor: [f32; 2]) -> [i32; 4] {
    let [x, y, w, h] = frame.map(|v| v as f32);
    let side = w.min(h) * share;
    let margin = w.min(h) * 0.04;
    [
        (x + margin + (w - side - 2.0 * margin) * anchor[0]) as i32,
        (y + margin + (h - side - 2.0 * margin) * anchor[1]) as i32,
        side.max(1.0) as i32,
        side.max(1.0) as i32,
    ]
}

/// Returns where a frame lands at an anchor: only the direction that is named changes.
fn landing(all: [u32; 4], frame: [u32; 4], anchor: [f32; 2]) -> [i32; 2] {
    let margin = all[2].min(all[3]) as f32 * 0.04;
    let go = |start: u32, length: u32, whole: u32, anchor: f32, other: f32| {
        if anchor == 0.5 && other != 0.5 {
            return start as i32;
        }
        (margin + (whole as f32 - length as f32 - 2.0 * margin) * anchor) as i32
    };
    [
        go(frame[0], frame[2], all[2], anchor[0], anchor[1]),
        go(frame[1], frame[3], all[3], anchor[1], anchor[0]),
    ]
}

/// Returns a mask turned about its middle, as large as before.
fn turned_mask(mask: &Mask, degrees: f32) -> Mask {
    let rgba = mask
        .coverage
        .iter()
        .flat_map(|&c| [255, 255, 255, c])
        .collect();
    let turned = geometry::rotated(&apply::pixels(mask.width, mask.height, rgba), degrees);
    let left = (turned.width as i32 - mask.width as i32) / 2;
    let top = (turned.height as i32 - mask.height as i32) / 2;
    let cut = geometry::framed(&turned, -left, -top, mask.width, mask.height);
    Mask {
        width: mask.width,
        height: mask.height,
        coverage: cut.rgba.chunks_exact(4).map(|p| p[3]).collect(),
    }
}

fn mean_luminance(pixels: &Pixels) -> f32 {
    let values = plantain_retouch::tone::luminances(pixels).values;
    values.iter().sum::<f32>() / values.len().max(1) as f32
}

/// Returns the part of a thing's box that lies on the thing all across: a shirt without its sleeves, a mug without its handle.
/// The whole box where nothing of some width does.
fn trunk(mask: &Mask, [left, top, width, height]: [u32; 4]) -> [u32; 4] {
    /// From which coverage a pixel belongs to the thing, and which part of its height is looked at.
    const ON: u8 = 200;
    const BAND: [f32; 2] = [0.3, 0.7];
    /// Least share of the width, and what is left free at either side.
    const WIDE: f32 = 0.2;
    const FREE: f32 = 0.06;
    let row = |share: f32| top + (height as f32 * share) as u32;
    let (from, to) = (row(BAND[0]), row(BAND[1]));
    let middle = left + width / 2;
    let on = |x: u32, y: u32| mask.coverage[(y * mask.width + x) as usize] >= ON;
    let (mut start, mut end) = (left, left + width);
    for y in from..to {
        if !on(middle, y) {
            return [left, top, width, height];
        }
        start = start.max(
            (left..middle)
                .rev()
                .find(|&x| !on(x, y))
                .map_or(left, |x| x + 1),
        );
        end = end.min(
            (middle..left + width)
                .find(|&x| !on(x, y))
                .unwrap_or(left + width),
        );
    }
    let inset = ((end - start) as f32 * FREE) as u32;
    match (end - start) as f32 > WIDE * width as f32 && to > from {
        true => [start + inset, from, end - start - 2 * inset, to - from],
        false => [left, top, width, height],
    }
}
