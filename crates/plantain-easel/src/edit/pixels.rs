//! Edits of any picture, on its pixels.
//!
//! Every step finds its place, makes a changed picture and writes it through the place's mask onto the one before, so
//! that nothing else can change. [`locate`] says where, the other files what.

mod additions;
mod canvas;
mod drawing;
mod ground;
mod locate;
mod outline;
mod parts;
mod stamp;

use std::sync::Arc;

use plantain_core::{Mask, Pixels, Reframe};
use plantain_engine::{
    EditReport, EditSubject, EngineError, Job, LocatedBy, Note, Progress, Segmenter,
};
use plantain_read::{CanvasChange, Change, Instruction, Referent, Scale, Step, Target};
use plantain_retouch::apply;
use plantain_retouch::region;
use plantain_retouch::select::{self, Cutout};

use super::{PixelEdit, SAME_BUT_FOR_SIZE, changed_share};
use locate::Selection;

/// What helps to tell a subject from its background.
pub struct Helps<'a> {
    pub segmenter: Option<&'a dyn Segmenter>,
    /// What stands before the background, where that is known.
    pub known: Option<Cutout>,
}

/// Returns the changed picture.
pub fn edit(
    subject: &EditSubject,
    instruction: &Instruction,
    helps: Helps<'_>,
    job: &Job,
    progress: &Progress,
) -> Result<PixelEdit, EngineError> {
    let Some(input) = subject.inputs.first() else {
        return Err(EngineError::unsupported("easel", "edit without a picture"));
    };
    let same_size =
        |mask: &Mask| (mask.width, mask.height) == (input.pixels.width, input.pixels.height);
    if !subject.mask.as_deref().is_none_or(same_size) {
        return Err(EngineError::unsupported(
            "easel",
            "edit with a mask of another size than the picture",
        ));
    }
    let mut desk = Desk {
        subject,
        instruction,
        segmenter: helps.segmenter,
        job,
        progress,
        pixels: input.pixels.clone(),
        mask: subject.mask.as_deref().cloned(),
        cutout: helps.known.map(|known| Some(Arc::new(known))),
        spoken_of: None,
        located_by: None,
        confidence: 1.0,
        reasons: Vec::new(),
        notes: Vec::new(),
        reframes: Some(Vec::new()),
    };
    let steps = instruction.steps.len().max(1) as u32;
    let worded = instruction.steps.iter().any(|step| !step.is_unworded());
    let mut unjudged = worded;
    for (step, done) in instruction.steps.iter().zip(1u32..) {
        progress.check()?;
        if unjudged && step.is_unworded() {
            unjudged = false;
            if desk.pixels == input.pixels {
                let why = SAME_BUT_FOR_SIZE.into();
                return Err(EngineError::NothingChanged { why });
            }
        }
        desk.carry_out(step)?;
        progress.report(900 * done / steps);
    }
    desk.finished(&input.pixels)
}

/// A picture on its way through the steps.
struct Desk<'a> {
    subject: &'a EditSubject,
    instruction: &'a Instruction,
    segmenter: Option<&'a dyn Segmenter>,
    job: &'a Job,
    progress: &'a Progress,
    pixels: Pixels,
    /// The caller's, as long as the picture has its size.
    mask: Option<Mask>,
    /// What stands before the background of `pixels`, once somebody asked.
    cutout: Option<Option<Arc<Cutout>>>,
    /// Where the step before worked.
    spoken_of: Option<Selection>,
    located_by: Option<LocatedBy>,
    confidence: f32,
    reasons: Vec<String>,
    notes: Vec<Note>,
    /// The way of the first picture to the canvas that `pixels` has.
    reframes: Option<Vec<Reframe>>,
}

impl Desk<'_> {
    fn carry_out(&mut self, step: &Step) -> Result<(), EngineError> {
        let words = self.words(step);
        match &step.change {
            Change::Recolor { target, colors } => self.recolor(target, colors),
            Change::Tone {
                target,
                tone,
                amount,
            } => self.tone(target, *tone, *amount),
            Change::Filter {
                target,
                filter,
                amount,
            } => self.filter(target, *filter, *amount),
            Change::SetBackground(fill) => self.set_background(fill, &words),
            Change::SetSetting {
                target,
                time,
                weather,
                season,
            } => self.set_setting(target, (*time, *weather, *season), &words),
            Change::SetTheme(theme) => self.set_theme(theme, &words),
            Change::Add { item, at } => self.add(item, at, &words),
            Change::Remove(target) => self.remove(target),
            Change::Replace { target, with } => self.replace(target, with, &words),
            Change::Move { target, to } => self.move_to(target, to, &words),
            Change::Extract(target) => self.extract(target),
            Change::Reshape(change) => self.reshape(change, &words),
            Change::Compose(composition) => self.compose(*composition),
            Change::SetText {
                target, to, from, ..
            } => self.set_text(target, from.as_deref(), to, &words),
            // "flip it and resize it to 50%": nothing but the whole was spoken of.
            Change::Resize {
                target,
                to: Scale::Times(times),
            } if target.what == Referent::Same && self.speaks_of_the_whole() => {
                self.reshape(&CanvasChange::Times(*times), &words)
            }
            Change::SetType { target, .. }
            | Change::Resize { target, .. }
            | Change::Align { target, .. }
            | Change::Count { target, .. }
            | Change::Mark { target, .. }
            | Change::Rank { target, .. }
            | Change::SwapColors { one: target, .. }
            | Change::Swap { one: target, .. } => Err(self.not_in_pixels(target, &words)),
            Change::Reword { .. } => Err(self.not_located(&words)),
            Change::Respell { to } => Err(self.not_located(&format!("the text \"{to}\""))),
            Change::SetValue { .. }
            | Change::SetChart { .. }
            | Change::Furnish(_)
            | Change::Merge { .. }
            | Change::Switch { .. }
            | Change::Reckon { .. }
            | Change::Sort { .. } => Err(self.not_located(&words)),
            Change::Resurface { .. } | Change::Generate(_) => {
                Err(EngineError::EditNeedsGenerativeEngine { what: vec![words] })
            }
        }
    }

    /// Whether no step names anything but the picture itself.
    fn speaks_of_the_whole(&self) -> bool {
        let whole = |target: &&Target| matches!(target.what, Referent::Picture | Referent::Same);
        let steps = self.instruction.steps.iter();
        steps
            .flat_map(|step| step.change.targets())
            .all(|target| whole(&target))
    }

    /// Returns the words of a step, for messages.
    fn words(&self, step: &Step) -> String {
        let text = &self.instruction.text;
        // What the request asks for beside its words has none.
        let words = text
            .get(step.span.clone())
            .filter(|words| !words.is_empty());
        let words = words.unwrap_or(text);
        words
            .trim_matches(|c: char| c.is_whitespace() || c == '.' || c == ',')
            .to_owned()
    }

    /// Returns what stands before the background; found once for a picture.
    fn cutout(&mut self) -> Option<Arc<Cutout>> {
        if self.cutout.is_none() {
            let found = self.guess().map_or_else(
                || select::subject(&self.pixels),
                |guess| select::subject_by(&self.pixels, &guess),
            );
            self.cutout = Some(found.map(Arc::new));
        }
        self.cutout.clone().flatten()
    }

    /// What the segmenter takes for the subject. One that fails is told of, and the edit does without it.
    fn guess(&mut self) -> Option<Mask> {
        let segmenter = self.segmenter?;
        match segmenter.segment(&self.pixels) {
            Ok(guess) => Some(guess),
            Err(why) => {
                let name = segmenter.name();
                self.segmenter = None;
                self.note(
                    "segmenter_failed",
                    format!("The segmenter {name} did not help: {why}."),
                );
                None
            }
        }
    }

    /// Writes `after` through a selection, without what is to be kept.
    fn write(&mut self, after: &Pixels, mut place: Selection) -> Result<(), EngineError> {
        if let Some(kept) = self.kept(&place)? {
            place.mask = region::without(&place.mask, &kept);
        }
        let changed = apply::apply(&self.pixels, after, &place.mask);
        self.become_(changed);
        self.located(place.by, place.confidence);
        self.spoken_of = Some(place);
        Ok(())
    }

    /// Takes a picture of the same size as the new state.
    fn become_(&mut self, pixels: Pixels) {
        self.pixels = pixels;
        self.cutout = None;
    }

    /// Takes a picture whose pixels stand elsewhere: masks of before say nothing about it.
    fn become_other(&mut self, pixels: Pixels) {
        self.become_(pixels);
        self.mask = None;
        self.spoken_of = None;
    }

    /// Takes note of a step to another canvas.
    fn went(&mut self, step: Reframe) {
        if let Some(steps) = &mut self.reframes {
            steps.push(step);
        }
    }

    fn located(&mut self, by: LocatedBy, confidence: f32) {
        self.located_by = Some(self.located_by.map_or(by, |before| before.max(by)));
        self.confidence = self.confidence.min(confidence);
    }

    fn done(&mut self, sentence: impl Into<String>) {
        self.reasons.push(sentence.into());
    }

    fn note(&mut self, code: &'static str, message: impl Into<String>) {
        self.notes.push(Note::new(code, message));
    }

    /// Whether the run should go on.
    fn going(&self) -> impl Fn() -> bool + Sync + 'static {
        let progress = self.progress.clone();
        move || !progress.is_cancelled()
    }

    /// The whole picture, or as much of it as the mask leaves.
    fn whole(&self) -> Selection {
        match &self.mask {
            Some(mask) => Selection::new(mask.clone(), LocatedBy::Mask, 1.0),
            None => Selection::new(
                Mask::filled(self.pixels.width, self.pixels.height, 255),
                LocatedBy::Whole,
                1.0,
            ),
        }
    }

    /// Returns picture number `number` of those that were handed in, from 1.
    fn input(&self, number: u32) -> Result<&Pixels, EngineError> {
        let at = (number as usize).saturating_sub(1);
        self.subject
            .inputs
            .get(at)
            .map(|input| &input.pixels)
            .ok_or_else(|| EngineError::TargetNotLocated {
                target: format!("picture {number}"),
                found: vec![format!(
                    "{} picture(s) handed in",
                    self.subject.inputs.len()
                )],
            })
    }

    /// A thing that would have to be taken apart and drawn anew.
    fn not_in_pixels(&mut self, target: &Target, words: &str) -> EngineError {
        match target.what {
            Referent::Text(_) | Referent::Role(_) | Referent::AllText | Referent::Part { .. } => {
                self.not_located(words)
            }
            _ => EngineError::EditNeedsGenerativeEngine {
                what: vec![words.to_owned()],
            },
        }
    }

    fn finished(self, before: &Pixels) -> Result<PixelEdit, EngineError> {
        self.progress.check()?;
        let same_size = (before.width, before.height) == (self.pixels.width, self.pixels.height);
        let changed = if same_size {
            changed_share(&before.rgba, &self.pixels.rgba)
        } else {
            1.0
        };
        if changed == 0.0 {
            return Err(EngineError::NothingChanged {
                why: "the picture already looks like that".into(),
            });
        }
        let located_by = self.located_by.unwrap_or(LocatedBy::Whole);
        let mut notes = self.notes;
        if self.confidence < locate::SURE && located_by > LocatedBy::Mask {
            notes.push(Note::new(
                "unsure_selection",
                "The place was found by colours alone and may be off in parts; send a mask for an exact one.",
            ));
        }
        Ok(PixelEdit {
            pixels: self.pixels,
            reasons: self.reasons,
            notes,
            report: EditReport {
                located_by,
                confidence: self.confidence,
                changed,
            },
            reframes: self.reframes,
        })
    }
}
