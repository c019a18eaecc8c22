//! Reads pictures with Tesseract, in many ways: enlarged, in several page modes, dark on light and light on dark.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use plantain_core::Pixels;
use plantain_image::{Coding, EncodeOptions, Metadata, encode, resize};

use crate::failure::Failure;

/// Enlargements, page modes and polarities in the order in which they are tried; each is tried only while something is
/// still missing. Modes: 3 finds blocks itself, 6 takes the page as one block, 11 and 12 look for sparse text.
const SCALES: [u32; 3] = [2, 3, 1];
const MODES: [u8; 4] = [11, 6, 3, 12];
/// Tesseract's models for the languages of prompts.
const MODELS: [(&str, &str); 17] = [
    ("es", "spa"),
    ("fr", "fra"),
    ("de", "deu"),
    ("pt", "por"),
    ("it", "ita"),
    ("nl", "nld"),
    ("pl", "pol"),
    ("tr", "tur"),
    ("ru", "rus"),
    ("uk", "ukr"),
    ("ar", "ara"),
    ("he", "heb"),
    ("hi", "hin"),
    ("zh", "chi_sim"),
    ("ja", "jpn"),
    ("ko", "kor"),
    ("en", "eng"),
];
/// Longest side of a picture that is given to it, pixels.
const SIDE_MAX: u32 = 6000;

/// The OCR program with the models that are installed.
pub struct Reader {
    models: BTreeSet<String>,
    folder: PathBuf,
    next: AtomicU32,
}

impl Reader {
    /// Looks for the program.
    pub fn find() -> Result<Self, Failure> {
        let listed = Command::new("tesseract").arg("--list-langs").output();
        let listed = listed.map_err(|error| {
            Failure::machine(
                "this needs the program tesseract (Debian: apt install tesseract-ocr)",
                error,
            )
        })?;
        let names = String::from_utf8_lossy(&listed.stdout);
        let models = names.lines().skip(1).map(|name| name.trim().to_owned());
        let folder = std::env::temp_dir().join(format!("plantain-eval-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| {
            Failure::machine(format_args!("cannot make {}", folder.display()), error)
        })?;
        Ok(Self {
            models: models.collect(),
            folder,
            next: AtomicU32::new(0),
        })
    }

    /// Returns the texts that no way of reading finds on the picture.
    pub fn unread(
        &self,
        pixels: &Pixels,
        texts: &[String],
        language: &str,
    ) -> Result<Vec<String>, Failure> {
        let models = self.models_for(language);
        let mut words = String::new();
        let mut missing: Vec<&String> = texts.iter().collect();
        for scale in SCALES {
            for inverted in [false, true] {
                let Some(view) = self.view(pixels, scale, inverted)? else {
                    continue;
                };
                for mode in MODES {
                    words.push('\n');
                    words.push_str(&read(&view, mode, &models)?);
                    let found = fold(&words);
                    missing.retain(|text| !is_found(text, &found));
                    if missing.is_empty() {
                        break;
                    }
                }
                // What cannot be removed is in the folder for temporary files.
                let _ = std::fs::remove_file(&view);
                if missing.is_empty() {
                    return Ok(Vec::new());
                }
            }
        }
        Ok(missing.into_iter().cloned().collect())
    }

    fn models_for(&self, language: &str) -> String {
        let wanted = MODELS.iter().find(|(code, _)| *code == language);
        let wanted = wanted.map(|(_, model)| *model);
        match wanted.filter(|model| *model != "eng" && self.models.contains(*model)) {
            Some(model) => format!("{model}+eng"),
            // A language that is not told may be any of them; English letters are most of them.
            None => "eng".to_owned(),
        }
    }

    /// Writes the picture in grey, enlarged; none when it would be too large.
    fn view(
        &self,
        pixels: &Pixels,
        scale: u32,
        inverted: bool,
    ) -> Result<Option<PathBuf>, Failure> {
        let (width, height) = (pixels.width * scale, pixels.height * scale);
        if width.max(height) > SIDE_MAX {
            return Ok(None);
        }
        let failed = |error: plantain_image::ImageError| Failure::machine("cannot enlarge", error);
        let mut large = if scale == 1 {
            pixels.clone()
        } else {
            resize(pixels, width, height).map_err(failed)?
        };
        to_grey(&mut large.rgba, inverted);
        let options = EncodeOptions {
            coding: Coding::Png,
            metadata: Metadata::default(),
        };
        let bytes = encode(&large, &options).map_err(failed)?;
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let path = self.folder.join(format!("{number}.png"));
        std::fs::write(&path, bytes).map_err(|error| {
            Failure::machine(format_args!("cannot write {}", path.display()), error)
        })?;
        Ok(Some(path))
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn read(view: &std::path::Path, mode: u8, models: &str) -> Result<String, Failure> {
    let output = Command::new("tesseract")
        .arg(view)
        .args([
            "-",
            "--psm",
            &mode.to_string(),
            "-l",
            models,
            "--dpi",
            "150",
        ])
        .env("OMP_THREAD_LIMIT", "1")
        .output()
        .map_err(|error| Failure::machine("cannot run tesseract", error))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Rec. 709 luma, stretched to the whole range.
fn to_grey(rgba: &mut [u8], inverted: bool) {
    let luma = |p: &[u8]| {
        let [r, g, b] = [p[0], p[1], p[2]].map(u32::from);
        (r * 54 + g * 183 + b * 19) / 256
    };
    let (low, high) = rgba
        .chunks_exact(4)
        .map(luma)
        .fold((255, 0), |(low, high), v| (low.min(v), high.max(v)));
    let span = high.saturating_sub(low).max(1);
    for pixel in rgba.chunks_exact_mut(4) {
        let grey = ((luma(pixel) - low) * 255 / span).min(255) as u8;
        let grey = if inverted { 255 - grey } else { grey };
        pixel[..3].fill(grey);
    }
}

fn is_found(text: &str, words: &str) -> bool {
    let text = fold(text);
    if words.contains(&text) {
        return true;
    }
    // Scripts without spaces: OCR puts them in anywhere.
    let spaceless = |text: &str| text.replace(' ', "");
    let unspaced = text.chars().any(|c| ('\u{3040}'..='\u{9fff}').contains(&c));
    unspaced && spaceless(words).contains(&spaceless(&text))
}

/// Returns a text without what OCR and typesetters change: case, kinds of quotes, dashes and spaces.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .filter(|c| !matches!(c, '\u{2060}' | '\u{200b}' | '\u{ad}'))
        .map(|c| match c {
            '’' | '‘' | '´' | '`' => '\'',
            '“' | '”' | '„' | '«' | '»' => '"',
            '–' | '—' | '−' | '‑' => '-',
            '…' => '.',
            c => c,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compared_without_what_typesetting_changes() {
        for (text, words, expected) in [
            ("Don't – stop", "xx don’t - STOP yy", true),
            ("3-DAY PASS", "3-\u{2060}day pass", true),
            ("周末", "周 末 去", true),
            ("Friday", "Fri day", false),
        ] {
            assert_eq!(is_found(text, &fold(words)), expected, "{text} in {words}");
        }
    }

    #[test]
    fn grey_is_stretched_and_turned() {
        let mut rgba = vec![100, 100, 100, 255, 150, 150, 150, 255];
        to_grey(&mut rgba, false);
        assert_eq!((rgba[0], rgba[4]), (0, 255));
        to_grey(&mut rgba, true);
        assert_eq!((rgba[0], rgba[4]), (255, 0));
    }
}
