//! Our PNG encoder: fixed bands of rows, each filtered and deflated on its own.
//!
//! A PNG's pixels are one zlib stream, cut anywhere into IDAT chunks. Each band becomes one chunk: a deflate run that
//! refers to no byte outside the band and ends on a byte boundary (a sync flush), so bands can be made in any order, on
//! any thread, while later rows are still being drawn. The stream's checksum is combined from the bands' own.

use std::ops::Range;

use plantain_core::Pixels;
use rayon::prelude::*;

use super::flat_deflate;
use super::png_filter::{self, Filtered};
use super::tone_deflate;
use crate::format::PNG_SIGNATURE;
use crate::limits::{BAND_ROWS, check_output_size};
use crate::metadata;
use crate::{ImageError, Metadata, Result};

/// Zlib's two header bytes: deflate with a 32 KiB window, "fast" level.
const ZLIB_HEADER: [u8; 2] = [0x78, 0x5E];
const COLOR_RGB: u8 = 2;
const COLOR_RGBA: u8 = 6;

/// Returns the picture as a PNG file, made on rayon's threads.
pub(super) fn encode(pixels: &Pixels, metadata: &Metadata) -> Result<Vec<u8>> {
    let encoder = PngEncoder::new(pixels.width, pixels.height, pixels.opaque)?;
    let row_bytes = pixels.width as usize * 4;
    let bands: Vec<PngBand> = pixels
        .rgba
        .par_chunks(row_bytes * BAND_ROWS as usize)
        .enumerate()
        .map(|(index, rows)| encoder.encode_band(index as u32, rows))
        .collect::<Result<_>>()?;
    encoder.finish(&bands, metadata)
}

/// Makes one PNG from bands of [`BAND_ROWS`](crate::BAND_ROWS) rows, so that a renderer can deflate each band in the
/// task that drew it.
///
/// ```
/// use plantain_image::{Metadata, PngEncoder};
/// let (width, height) = (300, 200);
/// let encoder = PngEncoder::new(width, height, true)?;
/// let bands: Result<Vec<_>, _> = (0..encoder.band_count())
///     .map(|band| {
///         let rows = encoder.band_rows(band).len();
///         let rgba = vec![255; width as usize * 4 * rows]; // draw here
///         encoder.encode_band(band, &rgba)
///     })
///     .collect();
/// let png = encoder.finish(&bands?, &Metadata::default())?;
/// # assert!(png.starts_with(b"\x89PNG"));
/// # Ok::<(), plantain_image::ImageError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct PngEncoder {
    width: u32,
    height: u32,
    opaque: bool,
}

/// One band's part of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PngBand {
    index: u32,
    /// A whole IDAT chunk.
    chunk: Vec<u8>,
    /// Adler-32 of the filtered bytes.
    adler: u32,
    /// Number of filtered bytes.
    filtered_len: u64,
}

impl PngEncoder {
    /// Starts a PNG of this size in pixels. If `opaque`, alpha is left out whatever its value.
    pub fn new(width: u32, height: u32, opaque: bool) -> Result<Self> {
        check_output_size(width, height)?;
        Ok(Self {
            width,
            height,
            opaque,
        })
    }

    /// Returns how many bands the picture has, at least one.
    pub fn band_count(&self) -> u32 {
        self.height.div_ceil(BAND_ROWS)
    }

    /// Returns the rows of the picture that the band at `index` covers; empty past the last band.
    pub fn band_rows(&self, index: u32) -> Range<u32> {
        let row = |band: u32| band.saturating_mul(BAND_ROWS).min(self.height);
        row(index)..row(index.saturating_add(1))
    }

    /// Returns the band at `index`, whose rows are `rgba`: straight alpha, four bytes a pixel, no padding.
    pub fn encode_band(&self, index: u32, rgba: &[u8]) -> Result<PngBand> {
        let rows = self.band_rows(index).len();
        let expected = self.width as usize * rows * 4;
        if rows == 0 || rgba.len() != expected {
            let got = rgba.len();
            let detail = format!("band {index} has {got} bytes, expected {expected}");
            return Err(ImageError::internal("PNG encoding", detail));
        }
        let filtered = png_filter::filter(rgba, self.width as usize, self.opaque);
        let is_last = index + 1 == self.band_count();
        let chunk = deflate_chunk(&filtered, index == 0, is_last);
        Ok(PngBand {
            index,
            chunk,
            adler: simd_adler32::adler32(&filtered.bytes.as_slice()),
            filtered_len: filtered.bytes.len() as u64,
        })
    }

    /// Returns the file made of every band in order.
    pub fn finish(&self, bands: &[PngBand], metadata: &Metadata) -> Result<Vec<u8>> {
        let in_order = bands.iter().map(|band| band.index).eq(0..self.band_count());
        if !in_order {
            let detail = "the bands are not all there in order";
            return Err(ImageError::internal("PNG encoding", detail));
        }
        let metadata = metadata::png_chunks(metadata)?;
        let bands_len: usize = bands.iter().map(|band| band.chunk.len()).sum();
        let mut file = Vec::with_capacity(bands_len + metadata.len() + 128);
        file.extend_from_slice(PNG_SIGNATURE);
        push_chunk(&mut file, b"IHDR", &self.header());
        // sRGB with relative colorimetric intent: the pixels are sRGB and viewers should not guess.
        push_chunk(&mut file, b"sRGB", &[1]);
        file.extend_from_slice(&metadata);
        let mut adler = 1;
        for band in bands {
            file.extend_from_slice(&band.chunk);
            adler = combine_adler(adler, band.adler, band.filtered_len);
        }
        push_chunk(&mut file, b"IDAT", &adler.to_be_bytes());
        push_chunk(&mut file, b"IEND", &[]);
        Ok(file)
    }

    fn header(&self) -> [u8; 13] {
        let mut header = [0; 13];
        header[..4].copy_from_slice(&self.width.to_be_bytes());
        header[4..8].copy_from_slice(&self.height.to_be_bytes());
        header[8] = 8;
        header[9] = if self.opaque { COLOR_RGB } else { COLOR_RGBA };
        header
    }
}

/// Returns an IDAT chunk with the band's bytes deflated. Only the last band closes the deflate stream.
fn deflate_chunk(filtered: &Filtered, is_first: bool, is_last: bool) -> Vec<u8> {
    let share = if filtered.is_flat { 8 } else { 1 };
    let mut chunk = Vec::with_capacity(filtered.bytes.len() / share + 1024);
    chunk.extend_from_slice(&[0; 4]);
    chunk.extend_from_slice(b"IDAT");
    if is_first {
        chunk.extend_from_slice(&ZLIB_HEADER);
    }
    if filtered.is_flat {
        let (stride, channels) = (filtered.stride, filtered.channels);
        flat_deflate::deflate(&filtered.bytes, stride, channels, is_last, &mut chunk);
    } else {
        tone_deflate::deflate(&filtered.bytes, is_last, &mut chunk);
    }
    seal_chunk(&mut chunk, 0);
    chunk
}

/// Appends a chunk of this type and content.
pub(crate) fn push_chunk(out: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) {
    let start = out.len();
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(kind);
    out.extend_from_slice(content);
    seal_chunk(out, start);
}

/// Fills in the length of the chunk that starts at `start` and reaches to the end, and appends its checksum.
fn seal_chunk(out: &mut Vec<u8>, start: usize) {
    let length = (out.len() - start - 8) as u32;
    out[start..start + 4].copy_from_slice(&length.to_be_bytes());
    let crc = crc32fast::hash(&out[start + 4..]);
    out.extend_from_slice(&crc.to_be_bytes());
}

/// Returns the Adler-32 of two runs of bytes laid end to end, from the checksum of each and the length of the second.
fn combine_adler(first: u32, second: u32, second_len: u64) -> u32 {
    const MODULUS: u64 = 65_521;
    let halves = |adler: u32| (u64::from(adler & 0xFFFF), u64::from(adler >> 16));
    let ((a1, b1), (a2, b2)) = (halves(first), halves(second));
    let a = (a1 + a2 + MODULUS - 1) % MODULUS;
    let b = (b1 + b2 + (second_len % MODULUS) * (a1 + MODULUS - 1)) % MODULUS;
    (b << 16 | a) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn combined_checksum_is_the_checksum_of_the_whole(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0usize..400) {
            let cut = cut.min(bytes.len());
            let (a, b) = bytes.split_at(cut);
            let adler = |part: &[u8]| simd_adler32::adler32(&part);
            prop_assert_eq!(combine_adler(adler(a), adler(b), b.len() as u64), adler(&bytes));
        }
    }

    #[test]
    fn bands_cover_every_row_once() {
        for height in [1, 63, 64, 65, 128, 2160] {
            let encoder = PngEncoder::new(7, height, true).unwrap();
            let rows: Vec<u32> = (0..encoder.band_count())
                .flat_map(|b| encoder.band_rows(b))
                .collect();
            assert!(rows.into_iter().eq(0..height), "height {height}");
            assert!(encoder.band_rows(u32::MAX).is_empty());
        }
    }

    #[test]
    fn wrong_bands_are_refused() {
        let encoder = PngEncoder::new(2, 65, false).unwrap();
        assert!(encoder.encode_band(0, &[0; 2 * 64 * 4 - 1]).is_err());
        assert!(encoder.encode_band(2, &[]).is_err());
        let first = encoder.encode_band(0, &[0; 2 * 64 * 4]).unwrap();
        let last = encoder.encode_band(1, &[0; 2 * 4]).unwrap();
        let metadata = Metadata::default();
        assert!(
            encoder
                .finish(&[last.clone(), first.clone()], &metadata)
                .is_err()
        );
        assert!(
            encoder
                .finish(std::slice::from_ref(&first), &metadata)
                .is_err()
        );
        assert!(encoder.finish(&[first, last], &metadata).is_ok());
    }
}
