//! WebP: an XMP chunk.

use super::{Metadata, xmp};
use crate::{Result, riff};

/// Returns the metadata as the content of an XMP chunk; none if there is nothing to write.
pub(crate) fn xmp(metadata: &Metadata) -> Result<Option<Vec<u8>>> {
    if metadata.is_empty() {
        return Ok(None);
    }
    Ok(Some(xmp::packet(metadata)?.into_bytes()))
}

/// Returns the metadata in a WebP file's XMP chunk.
pub(super) fn read(file: &[u8]) -> Result<Metadata> {
    let packet = riff::chunks(file).find(|chunk| chunk.name == b"XMP ");
    packet.map_or(Ok(Metadata::default()), |chunk| {
        xmp::read(&String::from_utf8_lossy(chunk.content))
    })
}
