//! A planner behind any chat endpoint that speaks OpenAI's `chat/completions`: a model writes the scene.
//!
//! It gets the plan of the rules as a draft, the JSON Schema of scenes, and the prompt. What it answers is untrusted: the
//! caller validates it as it validates every scene from outside, and keeps to the rules where it does not hold.

mod brief;
mod client;

pub use client::{ChatConfig, ChatPlanner};
