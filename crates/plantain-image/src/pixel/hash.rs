//! A fingerprint of pixels.

use plantain_core::Pixels;
use sha2::{Digest, Sha256};

/// Returns the SHA-256 of a picture's size and decoded pixels.
///
/// It ties an embedded scene to the pixels that were drawn from it: if they were changed since, the hashes differ.
/// Only lossless formats keep it. Whether the buffer is marked opaque makes no difference.
pub fn pixel_hash(pixels: &Pixels) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(pixels.width.to_be_bytes());
    hasher.update(pixels.height.to_be_bytes());
    hasher.update(&pixels.rgba);
    hasher.finalize().into()
}
