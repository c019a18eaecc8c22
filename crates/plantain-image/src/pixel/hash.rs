//! A fingerprint of pixels.

use plantain_core::Pixels;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::limits::BAND_ROWS;

/// Returns a fingerprint of a picture's size and decoded pixels: [`join_hashes`] of its bands.
///
/// It ties an embedded scene to the pixels that were drawn from it: if they were changed since, the fingerprints
/// differ. Only lossless formats keep it. Whether the picture is marked opaque makes no difference.
pub fn pixel_hash(pixels: &Pixels) -> [u8; 32] {
    let band_bytes = pixels.width as usize * 4 * BAND_ROWS as usize;
    let bands: Vec<[u8; 32]> = pixels
        .rgba
        .par_chunks(band_bytes.max(1))
        .map(band_hash)
        .collect();
    join_hashes(pixels.width, pixels.height, &bands)
}

/// Returns the SHA-256 of one band's rows, [`BAND_ROWS`] of them but for the last band, as straight RGBA.
pub fn band_hash(rgba: &[u8]) -> [u8; 32] {
    Sha256::digest(rgba).into()
}

/// Returns the fingerprint of a picture from those of all its bands in order, for renderers that hash each band in the
/// task that drew it.
pub fn join_hashes(width: u32, height: u32, bands: &[[u8; 32]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(width.to_be_bytes());
    hasher.update(height.to_be_bytes());
    bands.iter().for_each(|band| hasher.update(band));
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_and_the_size_count() {
        let (width, height) = (5, 2 * BAND_ROWS + 3);
        let rgba: Vec<u8> = (0..width * height * 4).map(|i| (i % 251) as u8).collect();
        let pixels = Pixels {
            width,
            height,
            rgba,
            opaque: false,
        };
        let hash = pixel_hash(&pixels);
        assert_eq!(
            pixel_hash(&Pixels {
                opaque: true,
                ..pixels.clone()
            }),
            hash
        );
        assert_ne!(
            pixel_hash(&Pixels {
                width: height,
                height: width,
                ..pixels.clone()
            }),
            hash
        );
        for at in (0..pixels.rgba.len()).step_by(37) {
            let mut changed = pixels.clone();
            changed.rgba[at] ^= 1;
            assert_ne!(pixel_hash(&changed), hash, "sample {at}");
        }
    }
}
