//! The component library: parts that several genres build with.

pub mod data;
pub mod diagram;
pub mod pitch;
pub mod print;
pub mod typeset;
pub mod ui;
pub mod wording;
