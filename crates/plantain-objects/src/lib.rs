//! Stored files: in a local folder, or in memory.

mod clock;
mod digester;
mod local;
mod memory;

pub use local::LocalFolder;
pub use memory::Memory;
