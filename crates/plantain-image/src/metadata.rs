//! What travels inside a file beside its pixels: descriptive fields and the scene that it was drawn from.
//!
//! | format | fields | scene |
//! | --- | --- | --- |
//! | PNG | an iTXt chunk each | iTXt chunk `plantain:scene`, compressed |
//! | JPEG | XMP in APP1 | our APP10 segments, compressed |
//! | WebP | XMP chunk | the same XMP, compressed, base64 |
//! | SVG | our `metadata` element, written by whoever draws it, with a hash of the drawing | in the element |
//! | PDF | an attached file | an attached file |

mod deflated;
mod jpeg;
mod pdf;
mod png;
mod svg;
mod webp;
mod xmp;

pub(crate) use self::deflated::deflate;
pub(crate) use self::jpeg::{SEGMENT_MAX, push_segment, segments as jpeg_segments};
pub(crate) use self::png::chunks as png_chunks;
pub(crate) use self::webp::xmp as webp_xmp;
pub use self::xmp::packet as xmp_packet;
use crate::{Format, ImageError, Result};

/// Key of the title.
pub const TITLE: &str = "Title";
/// Key of the description; it is the picture's alt text.
pub const DESCRIPTION: &str = "Description";
/// Key of the program that made the picture.
pub const SOFTWARE: &str = "Software";
/// Name of the scene where a format gives it one; not allowed as a key.
pub(crate) const SCENE: &str = "plantain:scene";
/// PNG's name for an XMP packet; not allowed as a key.
pub(crate) const PNG_XMP: &str = "XML:com.adobe.xmp";

/// Most fields in one file.
pub const FIELDS_MAX: usize = 256;
/// Longest value of one field, in bytes of UTF-8.
pub const FIELD_BYTES_MAX: usize = 1 << 20;
/// Longest scene, in bytes of JSON.
pub const SCENE_BYTES_MAX: usize = 16 << 20;
/// Longest XMP packet of a file that is read, in bytes.
pub const XMP_BYTES_MAX: usize = 32 << 20;
/// Longest key, in bytes: PNG's limit.
const KEY_BYTES_MAX: usize = 79;

/// What a file says about its picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Keys and values in order. Keys are 1 to 79 printable ASCII characters: [`TITLE`], [`DESCRIPTION`],
    /// [`SOFTWARE`], and our own such as `plantain:prompt`. Control characters in values are replaced.
    pub fields: Vec<(String, String)>,
    /// The scene as JSON.
    pub scene_json: Option<String>,
    /// Another program's XMP packet, kept whole; our fields are added to it where a format needs that.
    pub xmp: Option<String>,
}

impl Metadata {
    /// Returns the first value under this key.
    pub fn get(&self, key: &str) -> Option<&str> {
        let field = self.fields.iter().find(|(name, _)| name == key);
        field.map(|(_, value)| value.as_str())
    }

    /// Returns whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.scene_json.is_none() && self.xmp.is_none()
    }

    /// Returns the first key, value or size that cannot be written.
    pub(crate) fn check(&self) -> Result<()> {
        let count = self.fields.len() as u64;
        ImageError::check_limit("the number of metadata fields", count, FIELDS_MAX as u64)?;
        for (key, value) in &self.fields {
            check_key(key)?;
            let length = value.len() as u64;
            ImageError::check_limit(
                "the bytes of one metadata field",
                length,
                FIELD_BYTES_MAX as u64,
            )?;
        }
        let scene = self.scene_json.as_ref().map_or(0, String::len) as u64;
        ImageError::check_limit("the bytes of the scene", scene, SCENE_BYTES_MAX as u64)?;
        // Our own additions must still fit under the limit for reading.
        let xmp = self.xmp.as_ref().map_or(0, String::len) as u64;
        ImageError::check_limit("the bytes of the XMP packet", xmp, FIELD_BYTES_MAX as u64)?;
        match &self.xmp {
            Some(packet) if !xmp::is_extendable(packet) => Err(ImageError::BadValue {
                field: "metadata.xmp",
                value: packet.chars().take(40).collect(),
                expected: "it must be an XMP packet that ends its rdf:RDF element",
            }),
            _ => Ok(()),
        }
    }

    /// Adds a field that was read, under the limits.
    fn push_read(&mut self, key: String, value: String) -> Result<()> {
        let count = self.fields.len() as u64 + 1;
        ImageError::check_limit("the number of metadata fields", count, FIELDS_MAX as u64)?;
        self.fields.push((key, value));
        Ok(())
    }
}

fn check_key(key: &str) -> Result<()> {
    let printable = key.bytes().all(|b| (b' '..=b'~').contains(&b));
    let spaced_well = !key.starts_with(' ') && !key.ends_with(' ') && !key.contains("  ");
    let fits = (1..=KEY_BYTES_MAX).contains(&key.len());
    let free = key != SCENE && key != PNG_XMP;
    if printable && spaced_well && fits && free {
        return Ok(());
    }
    Err(ImageError::BadValue {
        field: "metadata key",
        value: format!("{key:?}"),
        expected: "it must be 1 to 79 printable ASCII characters with single spaces inside, and not a reserved name",
    })
}

/// Returns what the file says about its picture; foreign XMP and text chunks are read too.
///
/// PNG, JPEG and WebP are taken apart, and our own SVG and PDF documents; in anything else an XMP packet is found by its
/// marks, as XMP means it to be. A file without metadata gives empty metadata. Only metadata is decompressed, under the limits above.
pub fn read_metadata(bytes: &[u8]) -> Result<Metadata> {
    match Format::sniff(bytes) {
        Ok(Format::Png) => png::read(bytes),
        Ok(Format::Jpeg) => jpeg::read(bytes),
        Ok(Format::Webp) => webp::read(bytes),
        Err(_) => match svg::read(bytes).or_else(|| pdf::read(bytes)) {
            Some(ours) => ours,
            None => xmp::find(bytes).map_or(Ok(Metadata::default()), xmp::read),
        },
    }
}

/// Whether an SVG or PDF document is as we wrote it: its scene is the drawing that it shows.
pub fn is_our_drawing(bytes: &[u8]) -> bool {
    svg::is_unchanged(bytes) || pdf::is_unchanged(bytes)
}

/// Returns the text without the control characters that neither XML nor PNG text may hold.
fn clean(text: &str) -> std::borrow::Cow<'_, str> {
    let is_bad = |c: char| {
        (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    if text.contains(is_bad) {
        text.replace(is_bad, "\u{fffd}").into()
    } else {
        text.into()
    }
}
