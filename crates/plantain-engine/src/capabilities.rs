//! What an engine can do.

use plantain_core::OutputFormat;

/// What an engine can do; the router and the model lists read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capabilities {
    /// Lower-case word ("easel").
    pub name: &'static str,
    /// Changes whenever the same job may give other bytes.
    pub version: &'static str,
    /// Formats that [`crate::Engine::run`] can be asked for.
    pub formats: Vec<OutputFormat>,
    /// Backgrounds can be see-through.
    pub transparency: bool,
    /// Same job, same bytes: results may be cached.
    pub deterministic: bool,
    /// Scenes can be planned and drawn.
    pub scenes: bool,
    /// Most pixels in one picture.
    pub pixels_max: u64,
}
