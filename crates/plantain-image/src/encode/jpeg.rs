//! JPEG, encoded in bands on several threads.
//!
//! A restart marker resets the entropy coder, so what lies between two markers can be made apart: each band is encoded
//! as a JPEG of its own with the same tables, and the bands' scans are joined under the first one's header. Bands end
//! on block boundaries, so no pixel of one influences another. The cost is two bytes a band.

use jpeg_encoder::{ChromaSubsamplingMethod, Encoder, ImageBuffer, JpegColorType, SamplingFactor};
use plantain_core::Pixels;
use rayon::prelude::*;

use crate::limits::BAND_ROWS;
use crate::metadata;
use crate::pixel::flatten;
use crate::{ImageError, Metadata, Result};

/// From this quality on chroma is kept at full resolution: coloured text and thin lines show the difference.
const FULL_CHROMA_QUALITY_MIN: u8 = 90;
/// What a picture with transparency is laid on.
const BACKGROUND: [u8; 3] = [255; 3];
const SOF0: u8 = 0xC0;
const SOS: u8 = 0xDA;
const RST0: u8 = 0xD0;
const EOI: [u8; 2] = [0xFF, 0xD9];
/// Length of the two markers that every JPEG from our encoder starts with: SOI and the JFIF segment.
const START_LEN: usize = 2 + 2 + 16;

/// Returns the picture as a baseline JPEG file of this quality, 1 to 100.
pub(super) fn encode(pixels: &Pixels, quality: u8, metadata: &Metadata) -> Result<Vec<u8>> {
    let flattened;
    let rgba = if pixels.opaque {
        &pixels.rgba
    } else {
        flattened = flatten(pixels, BACKGROUND);
        &flattened.rgba
    };
    let width = pixels.width as usize;
    let bands: Vec<Vec<u8>> = rgba
        .par_chunks(width * 4 * BAND_ROWS as usize)
        .map(|rows| encode_band(rows, width, quality))
        .collect::<Result<_>>()?;
    join(&bands, pixels.height, metadata)
}

/// Returns some rows as a whole JPEG whose restart interval is one full band.
fn encode_band(rgba: &[u8], width: usize, quality: u8) -> Result<Vec<u8>> {
    let height = rgba.len() / (width * 4);
    let full_chroma = quality >= FULL_CHROMA_QUALITY_MIN;
    let (sampling, block) = if full_chroma {
        (SamplingFactor::F_1_1, 8)
    } else {
        (SamplingFactor::F_2_2, 16)
    };
    let interval = width.div_ceil(block) * (BAND_ROWS as usize / block);
    let mut bytes = Vec::with_capacity(rgba.len() / 8 + 1024);
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(sampling);
    encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
    encoder.set_restart_interval(as_u16(interval)?);
    let rows = Rows {
        rgba,
        width: as_u16(width)?,
        height: as_u16(height)?,
    };
    let encoded = encoder.encode_image(rows);
    encoded.map_err(|e| ImageError::internal("JPEG encoding", e))?;
    Ok(bytes)
}

fn as_u16(value: usize) -> Result<u16> {
    u16::try_from(value).map_err(|e| ImageError::internal("JPEG encoding", e))
}

/// Rows handed to the encoder as luma and chroma.
///
/// The encoder's `simd` feature gives other bytes on CPUs with AVX2 than on those without, so it stays off, and the
/// conversion is done here, in plain loops that the compiler can vectorise for any CPU.
struct Rows<'a> {
    rgba: &'a [u8],
    width: u16,
    height: u16,
}

impl ImageBuffer for Rows<'_> {
    fn get_jpeg_color_type(&self) -> JpegColorType {
        JpegColorType::Ycbcr
    }

    fn width(&self) -> u16 {
        self.width
    }

    fn height(&self) -> u16 {
        self.height
    }

    fn fill_buffers(&self, y: u16, buffers: &mut [Vec<u8>; 4]) {
        let row_bytes = usize::from(self.width) * 4;
        let row = &self.rgba[usize::from(y) * row_bytes..][..row_bytes];
        let [luma, blue, red, _] = buffers;
        luma.extend(row.chunks_exact(4).map(|p| weigh(p, LUMA, HALF)));
        blue.extend(row.chunks_exact(4).map(|p| weigh(p, BLUE, CHROMA_ZERO)));
        red.extend(row.chunks_exact(4).map(|p| weigh(p, RED, CHROMA_ZERO)));
    }
}

// JFIF's weights of red, green and blue, in 1/65536. Those of luma add up to one, those of chroma to zero.
const LUMA: [i32; 3] = [19_595, 38_470, 7_471];
const BLUE: [i32; 3] = [-11_059, -21_709, 32_768];
const RED: [i32; 3] = [32_768, -27_439, -5_329];
const HALF: i32 = 1 << 15;
/// Zero chroma is stored as 128. One less than a half keeps the largest value at 255.
const CHROMA_ZERO: i32 = (128 << 16) + HALF - 1;

fn weigh(pixel: &[u8], weights: [i32; 3], offset: i32) -> u8 {
    let weighed = |channel: usize| i32::from(pixel[channel]) * weights[channel];
    ((weighed(0) + weighed(1) + weighed(2) + offset) >> 16) as u8
}

/// Returns one file: the first band's header with the full height, the metadata, and every band's scan.
fn join(bands: &[Vec<u8>], height: u32, metadata: &Metadata) -> Result<Vec<u8>> {
    let segments = metadata::jpeg_segments(metadata)?;
    let total: usize = bands.iter().map(Vec::len).sum();
    let mut file = Vec::with_capacity(total + segments.len());
    for (index, band) in bands.iter().enumerate() {
        let layout = Layout::of(band).ok_or_else(|| {
            ImageError::internal("JPEG encoding", "the encoder's headers were not understood")
        })?;
        if index == 0 {
            let mut header = band[..layout.scan_start].to_vec();
            let height = as_u16(height as usize)?.to_be_bytes();
            header[layout.height_at..layout.height_at + 2].copy_from_slice(&height);
            file.extend_from_slice(&header[..START_LEN]);
            file.extend_from_slice(&segments);
            file.extend_from_slice(&header[START_LEN..]);
        } else {
            file.extend_from_slice(&[0xFF, RST0 + ((index - 1) % 8) as u8]);
        }
        file.extend_from_slice(&band[layout.scan_start..band.len() - EOI.len()]);
    }
    file.extend_from_slice(&EOI);
    Ok(file)
}

/// Where the parts of a band's JPEG lie.
struct Layout {
    /// Offset of the height in the frame header.
    height_at: usize,
    /// Offset of the first byte of entropy-coded data.
    scan_start: usize,
}

impl Layout {
    fn of(jpeg: &[u8]) -> Option<Self> {
        let mut height_at = None;
        let mut at = 2;
        loop {
            let &[0xFF, marker, high, low] = jpeg.get(at..at + 4)? else {
                return None;
            };
            let next = at + 2 + usize::from(u16::from_be_bytes([high, low]));
            match marker {
                SOF0 => height_at = Some(at + 5),
                SOS => {
                    let ends_well = next + EOI.len() <= jpeg.len() && jpeg.ends_with(&EOI);
                    let height_at = height_at?;
                    return ends_well.then_some(Self {
                        height_at,
                        scan_start: next,
                    });
                }
                _ => {}
            }
            at = next;
        }
    }
}
