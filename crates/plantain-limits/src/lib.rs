//! What callers use of their limits, counted in the memory of one process.

mod clock;
mod memory;

pub use clock::{Clock, process_clock};
pub use memory::Memory;
