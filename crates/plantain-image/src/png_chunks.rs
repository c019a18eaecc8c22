//! PNG's container: a signature and chunks.

use crate::format::PNG_SIGNATURE;

/// One chunk: its type and its content.
pub(crate) struct Chunk<'a> {
    pub kind: [u8; 4],
    pub content: &'a [u8],
}

/// Returns a PNG file's whole chunks in order, up to its end or to where it is cut.
pub(crate) fn chunks(file: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = file.get(PNG_SIGNATURE.len()..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (&length, after) = rest.split_first_chunk::<4>()?;
        let (&kind, after) = after.split_first_chunk::<4>()?;
        let length = u32::from_be_bytes(length) as usize;
        let content = after.get(..length)?;
        // Four bytes of checksum follow.
        rest = after.get(length + 4..).unwrap_or_default();
        Some(Chunk { kind, content })
    })
}
