//! Font collections: the embedded faces, and installed ones for characters that no embedded face has.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, OnceLock};

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{FontContext, FontData, FontFamily, FontFamilyName};

use super::catalog::{Class, FACES, Face, Script, files};

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
        for data in files() {
            // The catalogue's family name is the one to ask for, whatever the file calls itself; a collection names its
            // faces itself.
            let own = FACES.iter().filter(|face| std::ptr::eq(face.data, data));
            let name = if own.clone().count() == 1 {
                own.clone().next().map(|face| face.family)
            } else {
                None
            };
            let info = FontInfoOverride {
                family_name: name,
                ..FontInfoOverride::default()
            };
            collection.register_fonts(Blob::new(Arc::new(data)), Some(info));
        }
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
    FACES
        .iter()
        .find(|face| std::ptr::eq(face.data, font.data.data()) && face.index == font.index)
}

/// Returns whether an embedded family has letters for a script.
pub fn family_covers(family: &str, script: Script) -> bool {
    FACES
        .iter()
        .any(|face| face.family == family && face.scripts.contains(&script))
}

/// Returns the families to try, in order, for text in `family` and `language`.
pub(super) fn stack(family: &str, language: &str, installed: &[String]) -> FontFamily<'static> {
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
    names.extend(han(language).map(Cow::from));
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
