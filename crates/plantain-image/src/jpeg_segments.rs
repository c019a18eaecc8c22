//! JPEG's container: segments before the pixels.

pub(crate) const APP1: u8 = 0xE1;
pub(crate) const APP2: u8 = 0xE2;
/// How a segment with a piece of a colour profile starts; its number, from 1, and their count follow.
pub(crate) const ICC_START: &[u8] = b"ICC_PROFILE\0";
const SOS: u8 = 0xDA;
const EOI: u8 = 0xD9;
const TEM: u8 = 0x01;
const RST0: u8 = 0xD0;
const SOI: u8 = 0xD8;

/// One segment: its marker's second byte and its content.
pub(crate) struct Segment<'a> {
    pub marker: u8,
    pub content: &'a [u8],
    /// Offset of the first byte after it.
    pub end: usize,
}

/// Returns a JPEG file's whole segments in order, up to its first scan or to where it is cut.
pub(crate) fn segments(file: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    let mut rest = file.get(2..).unwrap_or_default();
    std::iter::from_fn(move || {
        loop {
            // Any number of 0xFF may stand before a marker as padding.
            let marker_at = rest.iter().position(|&b| b != 0xFF).filter(|&at| at > 0)?;
            let marker = rest[marker_at];
            rest = &rest[marker_at + 1..];
            match marker {
                SOS | EOI => return None,
                TEM | RST0..=SOI => continue,
                _ => {}
            }
            let length = usize::from(u16::from_be_bytes(*rest.first_chunk()?));
            let content = rest.get(2..length)?;
            rest = &rest[length..];
            let end = file.len() - rest.len();
            return Some(Segment {
                marker,
                content,
                end,
            });
        }
    })
}

/// Returns whether the end mark stands after the scans; without it the file was cut. Coded pixels never contain it.
pub(crate) fn has_end(file: &[u8]) -> bool {
    let scans_start = segments(file).last().map_or(0, |segment| segment.end);
    memchr::memmem::rfind(&file[scans_start..], &[0xFF, EOI]).is_some()
}
