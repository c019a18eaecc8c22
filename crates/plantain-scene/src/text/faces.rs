//! Font collections: the embedded faces, and installed ones for characters that no embedded face has.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, OnceLock};

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{FontContext, FontData, FontFamily, FontFamilyName};
use rayon::prelude::*;

use super::catalog::{Class, FACES, Face, Script};

/// Folders in which fonts are installed on Linux and macOS.
const INSTALLED: [&str; 4] = [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
];

/// Returns a font context with all embedded faces.
pub(super) fn embedded() -> FontContext {
    static SHARED: OnceLock<Mutex<FontContext>> = OnceLock::new();
    let shared = SHARED.get_or_init(|| {
        let options = CollectionOptions {
            shared: false,
            system_fonts: false,
        };
        let mut collection = Collection::new(options);
        register(&mut collection, |face| !is_wide(face));
        Mutex::new(FontContext {
            collection,
            source_cache: SourceCache::default(),
        })
    });
    shared
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
        .clone()
}

/// Adds the Chinese, Japanese and Korean faces: they are large, and most pictures do without.
pub(super) fn add_wide(context: &mut FontContext) {
    register(&mut context.collection, is_wide);
}

fn is_wide(face: &Face) -> bool {
    face.scripts.contains(&Script::Han)
}

/// Returns whether a text may need the Chinese, Japanese and Korean faces. It depends on nothing but the text, so that a text
/// looks the same whatever was set before it.
pub(super) fn needs_wide(text: &str) -> bool {
    let narrow = |c: char| {
        matches!(
            c,
            '\u{0}'..='\u{10ff}'
                | '\u{1e00}'..='\u{1fff}'
                | '\u{200b}'..='\u{2027}'
                | '\u{202f}'..='\u{2030}'
                | '\u{2032}'..='\u{2033}'
                | '\u{2039}'..='\u{203a}'
                | '\u{2060}'
                | '\u{20ac}'
                | '\u{2122}'
                | '\u{2190}'..='\u{2193}'
                | '\u{2212}'
        )
    };
    !text.chars().all(narrow)
}

fn register(collection: &mut Collection, wanted: impl Fn(&Face) -> bool + Sync) {
    // Unpacked on all threads.
    FACES
        .par_iter()
        .filter(|face| wanted(face))
        .for_each(|face| {
            let _ = face.data.len();
        });
    for face in FACES.iter().filter(|face| face.index == 0 && wanted(face)) {
        // The catalogue's family name is the one to ask for, whatever the file calls itself; a collection names its faces
        // itself.
        let own = FACES
            .iter()
            .filter(|other| std::ptr::eq(other.data, face.data));
        let info = FontInfoOverride {
            family_name: (own.count() == 1).then_some(face.family),
            ..FontInfoOverride::default()
        };
        let data: &'static [u8] = face.data;
        collection.register_fonts(Blob::new(Arc::new(data)), Some(info));
    }
}

/// Adds the fonts that are installed on this machine and returns the names of their families.
pub(super) fn add_installed(context: &mut FontContext) -> Vec<String> {
    let before: Vec<String> = context
        .collection
        .family_names()
        .map(str::to_owned)
        .collect();
    context.collection.load_fonts_from_paths(
        INSTALLED
            .iter()
            .filter(|path| std::path::Path::new(path).is_dir()),
    );
    let mut names: Vec<String> = context
        .collection
        .family_names()
        .filter(|name| !before.iter().any(|b| b == name))
        .map(str::to_owned)
        .collect();
    names.sort_unstable();
    names
}

/// Returns whether fonts installed on this machine may be used for characters that no embedded font has.
///
/// `PLANTAIN_INSTALLED_FONTS=off` turns them off, so that pictures are the same on every machine whatever their text.
pub fn installed_fonts_used() -> bool {
    static USED: OnceLock<bool> = OnceLock::new();
    *USED.get_or_init(|| {
        std::env::var("PLANTAIN_INSTALLED_FONTS").map_or(true, |value| value != "off")
    })
}

/// Returns the embedded face of this font; none for an installed one.
pub(crate) fn embedded_face(font: &FontData) -> Option<&'static Face> {
    FACES.iter().find(|face| {
        std::ptr::eq::<[u8]>(&**face.data, font.data.data()) && face.index == font.index
    })
}

/// Returns whether an embedded family has letters for a script.
pub fn family_covers(family: &str, script: Script) -> bool {
    FACES
        .iter()
        .any(|face| face.family == family && face.scripts.contains(&script))
}

/// Returns the families to try, in order, for text in `family` and `language`.
pub(super) fn stack(
    family: &str,
    language: &str,
    wide: bool,
    installed: &[String],
) -> FontFamily<'static> {
    let face = FACES.iter().find(|face| face.family == family);
    let mut names: Vec<Cow<'static, str>> = vec![face.map_or("Inter", |f| f.family).into()];
    names.push(neighbour(face).into());
    names.push("Inter".into());
    for name in [
        "Noto Sans Arabic",
        "Noto Sans Hebrew",
        "Noto Sans Devanagari",
        "Noto Sans Thai",
    ] {
        names.push(name.into());
    }
    if wide {
        names.extend(han(language).map(Cow::from));
    }
    for name in ["Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math"] {
        names.push(name.into());
    }
    names.extend(installed.iter().cloned().map(Cow::from));
    FontFamily::List(names.into_iter().map(FontFamilyName::Named).collect())
}

/// The family of the same kind of letter that has Greek, Cyrillic and more accents.
fn neighbour(face: Option<&Face>) -> &'static str {
    let class = face.map_or(Class::Sans, |f| f.class);
    match class {
        Class::Serif | Class::Typewriter => "Source Serif 4",
        Class::Slab => "Roboto Slab",
        Class::Mono | Class::Pixel => "JetBrains Mono",
        Class::Rounded => "Nunito",
        Class::Condensed => "Oswald",
        Class::Script | Class::Hand | Class::Chalk => "Caveat",
        Class::Sans | Class::Display | Class::Symbols => "Inter",
    }
}

fn han(language: &str) -> [&'static str; 4] {
    let (sc, tc, jp, kr) = (
        "Noto Sans CJK SC",
        "Noto Sans CJK TC",
        "Noto Sans CJK JP",
        "Noto Sans CJK KR",
    );
    match language {
        "ja" => [jp, sc, tc, kr],
        "ko" => [kr, jp, sc, tc],
        "zh-tw" | "zh-hk" | "zh-Hant" => [tc, sc, jp, kr],
        _ => [sc, jp, tc, kr],
    }
}
