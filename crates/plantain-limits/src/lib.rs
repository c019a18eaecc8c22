//! What callers use of their limits: counted in the memory of one process, or in a Redis that many share.

mod clock;
mod memory;
mod redis;

pub use clock::{Clock, process_clock};
pub use memory::Memory;
pub use redis::Redis;
