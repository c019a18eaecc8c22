//! Edits of pictures that bring their scene along.

use plantain_engine::{EditSubject, EngineError, Job};
use plantain_read::Instruction;

use super::SceneEdit;

/// Returns the changed scene, or none when the picture has no scene or a step is one for pixels (filters, tones).
pub fn edit(
    subject: &EditSubject,
    instruction: &Instruction,
    job: &Job,
) -> Result<Option<SceneEdit>, EngineError> {
    let _ = (subject, instruction, job);
    Ok(None)
}
