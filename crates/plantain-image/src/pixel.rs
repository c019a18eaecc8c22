//! Plain operations on pixels.

mod flatten;
mod hash;
mod palette;
mod resize;

pub use self::flatten::flatten;
pub use self::hash::{band_hash, join_hashes, pixel_hash};
pub use self::palette::{Swatch, palette};
pub use self::resize::resize;
