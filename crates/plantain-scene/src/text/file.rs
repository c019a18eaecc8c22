//! Embedded font files, unpacked when they are first read.

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

/// A font file (TTF, or TTC for CJK) that the program carries packed.
pub struct FontFile {
    packed: &'static [u8],
    bytes: OnceLock<Vec<u8>>,
}

impl FontFile {
    pub(super) const fn new(packed: &'static [u8]) -> Self {
        Self {
            packed,
            bytes: OnceLock::new(),
        }
    }
}

/// The font file of this name as the build packs it.
macro_rules! font_file {
    ($name:literal) => {
        FontFile::new(include_bytes!(concat!(env!("OUT_DIR"), "/", $name)))
    };
}
pub(super) use font_file;

/// The file as its font format has it.
impl Deref for FontFile {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bytes.get_or_init(|| {
            let mut bytes = Vec::new();
            // The program's own bytes: the tests unpack every file.
            let mut packed = self.packed;
            let read = brotli_decompressor::BrotliDecompress(&mut packed, &mut bytes);
            debug_assert!(read.is_ok(), "an embedded font is whole");
            bytes.shrink_to_fit();
            bytes
        })
    }
}

impl fmt::Debug for FontFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FontFile({} bytes packed)", self.packed.len())
    }
}
