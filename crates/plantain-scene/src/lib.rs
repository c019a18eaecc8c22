//! The scene: a picture as data, its themes, its layout and its drawing.
//!
//! `Scene` → [`layout`] → placed boxes and display list → [`draw`] → pixels, SVG or PDF. Nothing here reads prompts.

pub mod build;
pub mod chart;
pub mod color;
pub mod display;
pub mod draw;
pub mod layout;
pub mod node;
pub mod scene;
pub mod text;
pub mod theme;

pub use color::{Color, Oklch, Rgba, Token};
pub use node::Node;
pub use scene::{Canvas, Scene};
pub use theme::Theme;
/// Geometry of display lists.
pub use vello_cpu::kurbo;
