//! The embedded fonts: which families there are, what each is for, and where its bytes lie.
//!
//! Written by `xtask/assets/fonts.py` from `xtask/assets/fonts.tsv`; change those and run it again.

use super::file::{FontFile, font_file};

/// What kind of letter a family draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    Sans,
    Rounded,
    Condensed,
    Serif,
    Slab,
    Mono,
    Display,
    Script,
    Hand,
    Chalk,
    Pixel,
    Typewriter,
    Symbols,
}

/// A script that a face covers well enough to set running text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    Latin,
    Greek,
    Cyrillic,
    Arabic,
    Hebrew,
    Devanagari,
    Thai,
    Han,
    Kana,
    Hangul,
    Bopomofo,
    Symbols,
}

/// One embedded face.
///
/// The regional CJK families share one collection file: their faces have the same `data` and differ in `index`. Register each
/// file once (see [`files`]); the family names inside the files are the ones given here.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// Family name, as it stands in the file too.
    pub family: &'static str,
    /// The font file (TTF, or TTC for CJK).
    pub data: &'static FontFile,
    /// Which face of the file; 0 unless it is a collection.
    pub index: u32,
    /// Lightest and heaviest CSS weight; equal for a static face.
    pub weights: (u16, u16),
    pub italic: bool,
    pub class: Class,
    pub scripts: &'static [Script],
}

/// The licence under which a family is embedded.
#[derive(Clone, Copy, Debug)]
pub struct FontLicence {
    pub family: &'static str,
    pub version: &'static str,
    /// SPDX identifier.
    pub licence: &'static str,
    pub text: &'static str,
}

/// Returns every font file once, in catalogue order.
pub fn files() -> impl Iterator<Item = &'static [u8]> {
    FACES.iter().filter(|face| face.index == 0).map(|face| &**face.data)
}

