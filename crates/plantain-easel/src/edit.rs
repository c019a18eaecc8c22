//! Changes a picture by instruction: its scene when it brings one along, else its pixels.
//!
//! An edit never plans the prompt anew, and it is all or nothing: what is not understood, not located or would change
//! nothing is refused.

mod pixels;
mod scene;

use plantain_core::Pixels;
use plantain_engine::{EditReport, EditSubject, EngineError, Job, Note, Progress};
use plantain_read::{Instruction, instruct};
use plantain_scene::Scene;

/// What an edit leads to.
pub(crate) enum Edited {
    Scene(Box<SceneEdit>),
    Pixels(PixelEdit),
}

/// A scene after an edit. Nodes that were not meant keep id, place and look.
pub(crate) struct SceneEdit {
    pub scene: Scene,
    /// What was done, a sentence for each step.
    pub reasons: Vec<String>,
    pub notes: Vec<Note>,
    /// How sure it is that the right nodes were changed, 0 to 1.
    pub confidence: f32,
}

/// Pixels after an edit. Those outside the selection are the bytes of the input.
pub(crate) struct PixelEdit {
    pub pixels: Pixels,
    /// What was done, a sentence for each step.
    pub reasons: Vec<String>,
    pub notes: Vec<Note>,
    pub report: EditReport,
}

/// Carries out the instruction of `subject`.
pub(crate) fn edit(
    subject: &EditSubject,
    job: &Job,
    progress: &Progress,
) -> Result<Edited, EngineError> {
    let instruction = instruct(&subject.instruction);
    understood(&instruction)?;
    progress.check()?;
    if subject.mask.is_none()
        && let Some(edited) = scene::edit(subject, &instruction, job)?
    {
        return Ok(Edited::Scene(Box::new(edited)));
    }
    pixels::edit(subject, &instruction, job, progress).map(Edited::Pixels)
}

/// Refuses an instruction that says more than was understood, or nothing.
fn understood(instruction: &Instruction) -> Result<(), EngineError> {
    let mut words: Vec<String> = instruction
        .unread
        .iter()
        .filter_map(|span| instruction.text.get(span.clone()))
        .map(str::to_owned)
        .collect();
    if words.is_empty() && instruction.steps.is_empty() {
        words.push(instruction.text.clone());
    }
    if words.is_empty() {
        return Ok(());
    }
    Err(EngineError::InstructionNotUnderstood { words })
}

/// Returns the share of pixels that differ between two pictures of the same size, RGBA.
pub(crate) fn changed_share(before: &[u8], after: &[u8]) -> f32 {
    let differ = before
        .chunks_exact(4)
        .zip(after.chunks_exact(4))
        .filter(|(before, after)| before != after)
        .count();
    differ as f32 / (before.len() / 4).max(1) as f32
}
