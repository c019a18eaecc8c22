//! Edits of any picture, on its pixels.

use plantain_engine::{EditSubject, EngineError, Job, Progress};
use plantain_read::Instruction;

use super::PixelEdit;

/// Returns the changed picture.
pub fn edit(
    subject: &EditSubject,
    instruction: &Instruction,
    job: &Job,
    progress: &Progress,
) -> Result<PixelEdit, EngineError> {
    let _ = (subject, instruction, job, progress);
    Err(EngineError::unsupported("easel", "edit pictures"))
}
