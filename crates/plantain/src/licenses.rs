//! `plantain licenses`: the terms of the program and of everything embedded in it.

use std::fmt::Write;

use crate::cli::LicensesArgs;
use crate::failure::Failure;
use crate::screen;

const APACHE: &str = include_str!("../../../LICENSE-APACHE");
const MIT: &str = include_str!("../../../LICENSE-MIT");

/// One thing and its terms.
struct Entry {
    name: String,
    version: &'static str,
    /// SPDX expression.
    licence: &'static str,
    texts: Vec<&'static str>,
}

pub fn run(args: LicensesArgs) -> Result<(), Failure> {
    let entries = entries();
    let mut text = String::new();
    for entry in &entries {
        let Entry {
            name,
            version,
            licence,
            ..
        } = entry;
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name} {version}  {licence}");
    }
    if !args.short {
        for entry in &entries {
            let _ = write!(text, "\n{}\n{}\n", "=".repeat(72), entry.name);
            for licence in &entry.texts {
                let _ = write!(text, "{}\n{licence}\n", "-".repeat(72));
            }
        }
    }
    screen::write(text.as_bytes())
}

fn entries() -> Vec<Entry> {
    let program = Entry {
        name: "Plantain".into(),
        version: env!("CARGO_PKG_VERSION"),
        licence: "Apache-2.0 OR MIT",
        texts: vec![APACHE, MIT],
    };
    let fonts = plantain_scene::text::LICENCES.iter().map(|font| Entry {
        name: format!("Font {}", font.family),
        version: font.version,
        licence: font.licence,
        texts: vec![font.text],
    });
    let art = plantain_art::licenses().iter().map(|set| Entry {
        name: set.name.to_owned(),
        version: set.version,
        licence: set.licence,
        texts: vec![set.text],
    });
    std::iter::once(program).chain(fonts).chain(art).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_embedded_without_its_text() {
        for entry in entries() {
            assert!(!entry.licence.is_empty(), "{}", entry.name);
            assert!(
                entry.texts.iter().all(|text| text.len() > 200),
                "{}",
                entry.name
            );
        }
    }
}
