//! The one socket into which everything that draws is plugged.
//!
//! An engine gets a [`Job`] with everything decided that the caller decides, and gives an [`Output`]. It knows no
//! database, storage, HTTP or other engine, and it may be called from many threads at once.

mod capabilities;
mod classifier;
mod edit;
mod error;
mod job;
mod output;
mod planner;
mod progress;
pub mod provenance;
mod segmenter;

pub use capabilities::Capabilities;
pub use classifier::{Classifier, Classifying, Likelihood};
pub use edit::{EditReport, EditSubject, Input, LocatedBy};
pub use error::EngineError;
pub use job::{Job, JobSubject, Look};
pub use output::{Note, Output, Planned, Rendered};
pub use planner::{Planning, SceneCheck, ScenePlanner, SceneRequest};
pub use progress::{Cancelled, Preview, Progress};
pub use provenance::provenance;
pub use segmenter::Segmenter;

/// Draws pictures.
pub trait Engine: Send + Sync {
    /// Returns what this engine can do. Asked often; answered from memory.
    fn capabilities(&self) -> &Capabilities;

    /// Draws one picture. Blocks; `progress` hears how far it is and says when to give up.
    ///
    /// A deterministic engine gives the same bytes for the same job, whatever the thread count.
    fn run(&self, job: &Job, progress: &Progress) -> Result<Output, EngineError>;

    /// Plans the picture without drawing it. Engines without scenes refuse.
    fn plan(&self, job: &Job, progress: &Progress) -> Result<Planned, EngineError> {
        let _ = (job, progress);
        Err(EngineError::unsupported(
            self.capabilities().name,
            "plan scenes",
        ))
    }

    /// Returns the model that tells this engine's edits what a subject is, if it has one.
    fn segmenter(&self) -> Option<&dyn Segmenter> {
        None
    }
}
