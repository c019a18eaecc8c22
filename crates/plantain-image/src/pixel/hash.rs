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

/// Numbers without a pattern: the first digits of pi.
const KEYS: [u64; 8] = [
    0x243f_6a88_85a3_08d3,
    0x1319_8a2e_0370_7344,
    0xa409_3822_299f_31d0,
    0x082e_fa98_ec4e_6c89,
    0x4528_21e6_38d0_1377,
    0xbe54_66cf_34e9_0c6c,
    0xc0ac_29b7_c97c_50dd,
    0x3f84_d5b5_b547_0917,
];

/// Returns a fingerprint of one band's rows, [`BAND_ROWS`] of them but for the last band, as straight RGBA.
///
/// It tells changed pixels from unchanged ones and need not withstand forgers, who could as well write a fingerprint of their own:
/// the bytes are multiplied into four lanes, and only these are hashed by SHA-256.
pub fn band_hash(rgba: &[u8]) -> [u8; 32] {
    let (blocks, rest) = rgba.as_chunks::<64>();
    let mut last = [0; 64];
    last[..rest.len()].copy_from_slice(rest);
    let mut lanes = [KEYS[0], KEYS[1], KEYS[2], KEYS[3]];
    for block in blocks.iter().chain([&last]) {
        let words = block.as_chunks::<8>().0;
        for (i, lane) in lanes.iter_mut().enumerate() {
            let [a, b] = [words[2 * i], words[2 * i + 1]].map(u64::from_le_bytes);
            let product = u128::from(a ^ KEYS[i + 4]) * u128::from(b ^ *lane);
            *lane = product as u64 ^ (product >> 64) as u64 ^ a.rotate_left(32);
        }
    }
    let mut hasher = Sha256::new();
    hasher.update((rgba.len() as u64).to_be_bytes());
    lanes
        .iter()
        .for_each(|lane| hasher.update(lane.to_be_bytes()));
    hasher.finalize().into()
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
