//! The socket for models that know what a subject looks like.

use plantain_core::{Mask, Pixels};

/// Says which part of a picture is its subject.
pub trait Segmenter: Send + Sync {
    /// Returns the name of the model, for messages.
    fn name(&self) -> &str;

    /// Returns where the subject stands, at the model's own size: 255 is surely subject, 0 surely background.
    ///
    /// # Errors
    /// The end of a sentence about the model.
    fn segment(&self, pixels: &Pixels) -> Result<Mask, String>;
}
