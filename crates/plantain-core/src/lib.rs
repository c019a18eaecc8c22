//! Plain values that every part of Plantain shares. No runtime, HTTP, SQL or clock.

mod pixels;

pub use pixels::Pixels;
