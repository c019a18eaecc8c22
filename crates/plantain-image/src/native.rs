//! Pictures that hold more than 8-bit sRGB: 16 bits a sample, or colours by a profile.
//!
//! Edits see [`Native::pixels`], 8-bit sRGB. [`Native::merged`] writes what they changed back onto the picture's own samples,
//! in its own colours, so that whatever they left alone stays as it was to the last bit.

mod profile;

use std::sync::Arc;

use plantain_core::Pixels;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

pub use self::profile::Profile;
use crate::decode::{self, Stored};
use crate::{Format, Limits, Result, probe};

/// Steps from one 8-bit level to the next at 16 bits.
const LEVEL: u16 = 257;

/// A picture's own samples: RGBA with straight alpha, rows from the top, upright.
#[derive(Clone, PartialEq, Eq)]
pub struct Native {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// `width * height * 4` samples.
    pub samples: Samples,
    /// What the samples mean; sRGB without one.
    pub profile: Option<Arc<Profile>>,
}

/// Samples by depth.
#[derive(Clone, PartialEq, Eq)]
pub enum Samples {
    Eight(Vec<u8>),
    Sixteen(Vec<u16>),
}

impl Native {
    /// Returns the picture's own samples, if they are more than [`decode`](crate::decode) gives: deeper than 8 bits, or by a
    /// profile that is not sRGB and can be followed (RGB by matrix and curves).
    ///
    /// # Errors
    /// As [`decode`](crate::decode).
    pub fn of(bytes: &[u8], limits: &Limits) -> Result<Option<Self>> {
        let info = probe(bytes)?;
        limits.check(info.width, info.height)?;
        let profile = Profile::embedded(bytes)
            .filter(|profile| !profile.is_srgb())
            .map(Arc::new);
        let deep = info.bits > 8 && info.format == Format::Png;
        if !deep && profile.is_none() {
            return Ok(None);
        }
        let Stored {
            width,
            height,
            samples,
        } = decode::stored(bytes, limits)?;
        Ok(Some(Self {
            width,
            height,
            samples,
            profile,
        }))
    }

    /// Returns whether samples have 16 bits.
    pub fn is_deep(&self) -> bool {
        matches!(self.samples, Samples::Sixteen(_))
    }

    /// Returns the picture as 8-bit sRGB. Colours beyond it become the nearest ones, channel by channel.
    pub fn pixels(&self) -> Pixels {
        let mut rgba = self.levels();
        if let Some(profile) = &self.profile {
            let table = profile.to_srgb();
            rgba.par_chunks_mut(4 * 4096).for_each(|chunk| {
                for pixel in chunk.chunks_exact_mut(4) {
                    let [r, g, b] = table.convert([pixel[0], pixel[1], pixel[2]]);
                    pixel[..3].copy_from_slice(&[r, g, b]);
                }
            });
        }
        pixels(self.width, self.height, rgba)
    }

    /// Returns the samples rounded to 8 bits, in the picture's own colours.
    fn levels(&self) -> Vec<u8> {
        match &self.samples {
            Samples::Eight(samples) => samples.clone(),
            Samples::Sixteen(samples) => samples.iter().map(|s| level(*s)).collect(),
        }
    }

    /// Returns the samples as 8-bit pixels in the picture's own colours: what a file of them decodes to.
    pub fn own_pixels(&self) -> Pixels {
        pixels(self.width, self.height, self.levels())
    }

    /// Returns the picture with what an edit changed between `before`, which is [`Native::pixels`], and `after`. Where they
    /// are the same the samples stay; elsewhere they are those of `after`, at its 8 bits.
    ///
    /// None when the sizes differ: then nothing stands where it stood.
    pub fn merged(&self, before: &Pixels, after: &Pixels) -> Option<Self> {
        let size = (self.width, self.height);
        if (before.width, before.height) != size || (after.width, after.height) != size {
            return None;
        }
        let back = self.profile.as_ref().map(|profile| profile.from_srgb());
        let own = |pixel: &[u8]| -> [u16; 4] {
            let [r, g, b, a] = [pixel[0], pixel[1], pixel[2], pixel[3]];
            let [r, g, b] = match &back {
                Some(table) => table.convert([r, g, b]),
                None => [r, g, b].map(|v| u16::from(v) * LEVEL),
            };
            [r, g, b, u16::from(a) * LEVEL]
        };
        let mut merged = self.clone();
        let pairs = before.rgba.par_chunks(4).zip(after.rgba.par_chunks(4));
        match &mut merged.samples {
            Samples::Eight(samples) => samples
                .par_chunks_mut(4)
                .zip(pairs)
                .filter(|(_, (before, after))| before != after)
                .for_each(|(sample, (_, after))| {
                    sample.copy_from_slice(&own(after).map(level));
                }),
            Samples::Sixteen(samples) => samples
                .par_chunks_mut(4)
                .zip(pairs)
                .filter(|(_, (before, after))| before != after)
                .for_each(|(sample, (_, after))| sample.copy_from_slice(&own(after))),
        }
        Some(merged)
    }

    /// Returns a hash of everything that tells two pictures apart.
    pub fn digest(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(self.width.to_be_bytes());
        match &self.samples {
            Samples::Eight(samples) => hash.update(samples),
            Samples::Sixteen(samples) => {
                for row in samples.chunks(self.width as usize * 4) {
                    let bytes: Vec<u8> = row.iter().flat_map(|s| s.to_be_bytes()).collect();
                    hash.update(&bytes);
                }
            }
        }
        if let Some(profile) = &self.profile {
            hash.update(profile.icc());
        }
        hash.finalize().into()
    }
}

impl std::fmt::Debug for Native {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bits = if self.is_deep() { 16 } else { 8 };
        write!(f, "Native {}x{}, {bits} bits", self.width, self.height)
    }
}

/// Rounds to 8 bits.
fn level(sample: u16) -> u8 {
    ((u32::from(sample) * 255 + 32_767) / 65_535) as u8
}

fn pixels(width: u32, height: u32, rgba: Vec<u8>) -> Pixels {
    let opaque = rgba.chunks_exact(4).all(|pixel| pixel[3] == 255);
    Pixels {
        width,
        height,
        rgba,
        opaque,
    }
}
