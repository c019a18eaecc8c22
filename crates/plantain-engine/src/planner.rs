//! The socket for planners that are asked over the network: a prompt and a draft in, a scene out.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// What a planner is asked.
#[derive(Debug, Clone, Copy)]
pub struct SceneRequest<'a> {
    pub prompt: &'a str,
    /// The scene that the rules made of the prompt, JSON, on the canvas that the picture must have.
    pub draft: &'a str,
    /// JSON Schema of scenes.
    pub schema: &'a str,
    pub seed: u64,
}

/// Tells whether a scene can be drawn and keeps its promises, or what is wrong with it.
pub type SceneCheck<'a> = dyn Fn(&str) -> Result<(), String> + Send + Sync + 'a;

/// A scene that passed the check, JSON; or why there is none, as the end of a sentence about the planner.
pub type Planning<'a> = Pin<Box<dyn Future<Output = Result<Arc<str>, String>> + Send + 'a>>;

/// Writes scenes.
pub trait ScenePlanner: Send + Sync {
    /// Returns the name of the model.
    fn name(&self) -> &str;

    /// Writes a scene that passes `check`. Dropping the future gives up.
    fn plan<'a>(&'a self, request: SceneRequest<'a>, check: &'a SceneCheck<'a>) -> Planning<'a>;
}
