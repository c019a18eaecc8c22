//! Compressed text, with a bound on what comes out.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use crate::{Format, ImageError, Result};

/// Deflate level of metadata: scenes are repetitive, higher levels gain little.
const LEVEL: u32 = 5;

/// Returns the bytes as a zlib stream.
pub(crate) fn deflate(bytes: &[u8]) -> Result<Vec<u8>> {
    let failed = |e| ImageError::internal("compressing metadata", e);
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    encoder.write_all(bytes).map_err(failed)?;
    encoder.finish().map_err(failed)
}

/// Returns the text in a zlib stream; longer than `limit` bytes is an error before it is allocated.
pub(super) fn inflate(
    stream: &[u8],
    what: &'static str,
    limit: usize,
    format: Format,
) -> Result<String> {
    let mut bytes = Vec::new();
    let read = ZlibDecoder::new(stream)
        .take(limit as u64 + 1)
        .read_to_end(&mut bytes);
    read.map_err(|e| ImageError::damaged(format, format!("{what} do not decompress: {e}")))?;
    if bytes.len() > limit {
        // The true size is unknown: reading stopped at the first byte too many.
        ImageError::check_limit(what, bytes.len() as u64, limit as u64)?;
    }
    String::from_utf8(bytes)
        .map_err(|_| ImageError::damaged(format, format!("{what} are not UTF-8")))
}
