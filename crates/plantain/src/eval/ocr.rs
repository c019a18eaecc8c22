//! Reads pictures with Tesseract, in many ways; what any of them reads counts as read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use plantain_core::Pixels;

use super::views::Grey::{self, Luma, Relief, Strongest, Weakest};
use super::views::Sheet;
use super::views::Surface::{self, Flat, RingInwards, RingOutwards, TurnedLeft, TurnedRight};
use super::views::View;
use super::words::Words;
use crate::failure::Failure;
use Threshold::{Global, Local};

/// What is tried one after the other while something is still missing: first what finds most.
const PASSES: [Pass; 16] = [
    pass(Flat, Luma, DARK, 2.0, &[(11, Global), (11, Local)]),
    pass(Flat, Relief, DARK, 2.0, &[(11, Global), (3, Global)]),
    pass(Flat, Luma, LIGHT, 2.0, &[(11, Local)]),
    pass(Flat, Luma, DARK, 3.0, &[(11, Local)]),
    pass(Flat, Luma, LIGHT, 3.0, &[(11, Local)]),
    pass(Flat, Weakest, DARK, 2.0, &[(11, Local)]),
    pass(Flat, Strongest, DARK, 2.0, &[(11, Local)]),
    pass(Flat, Weakest, LIGHT, 2.0, &[(11, Local)]),
    pass(Flat, Strongest, LIGHT, 2.0, &[(11, Local)]),
    pass(Flat, Luma, DARK, 1.0, &[(11, Local), (6, Local)]),
    pass(Flat, Relief, DARK, 3.0, &[(6, Global)]),
    pass(Flat, Luma, DARK, 4.0, &[(11, Local)]),
    pass(RingOutwards, Luma, DARK, 1.0, &[(11, Local), (6, Global)]),
    pass(RingInwards, Luma, DARK, 1.0, &[(11, Local)]),
    pass(TurnedRight, Luma, DARK, 2.0, &[(11, Local)]),
    pass(TurnedLeft, Luma, DARK, 2.0, &[(11, Local)]),
];
const DARK: bool = false;
const LIGHT: bool = true;

/// A view with the ways of reading it.
struct Pass {
    view: View,
    /// Tesseract's page mode (3 finds blocks itself, 6 takes the page as one block, 11 looks for sparse text) and how it
    /// tells ink from ground.
    readings: &'static [(u8, Threshold)],
}

const fn pass(
    surface: Surface,
    grey: Grey,
    inverted: bool,
    scale: f32,
    readings: &'static [(u8, Threshold)],
) -> Pass {
    Pass {
        view: View {
            surface,
            grey,
            inverted,
            scale,
        },
        readings,
    }
}

/// How ink is told from ground.
#[derive(Clone, Copy)]
enum Threshold {
    /// One level for the whole page (Otsu), which loses white letters on a coloured button of a white page.
    Global,
    /// A level for each place (Sauvola).
    Local,
}

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

    /// Reads a picture until all texts are found or nothing is left to try; returns the words that were read.
    pub fn read(
        &self,
        pixels: &Pixels,
        texts: &[String],
        language: &str,
    ) -> Result<Words, Failure> {
        let models = self.models_for(language);
        let mut words = Words::default();
        let mut missing: Vec<&String> = texts.iter().collect();
        for pass in &PASSES {
            let failed = |error| Failure::machine("cannot enlarge a picture", error);
            let Some(sheet) = pass.view.sheet(pixels).map_err(failed)? else {
                continue;
            };
            let path = self.keep(&sheet)?;
            for &(mode, threshold) in pass.readings {
                let table = recognise(&path, mode, threshold, &models)?;
                for (text, [left, top, width, height]) in rows(&table) {
                    let area = pass.view.area(left, top, width, height);
                    words.add(text, pass.view.surface as u8, area);
                }
                let page: Vec<&str> = rows(&table).map(|(text, _)| text).collect();
                words.add_page(&page.join(" "));
                missing.retain(|text| !words.hold(text));
                if missing.is_empty() {
                    break;
                }
            }
            // What cannot be removed is in the folder for temporary files.
            let _ = std::fs::remove_file(&path);
            if missing.is_empty() {
                break;
            }
        }
        Ok(words)
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

    fn keep(&self, sheet: &Sheet) -> Result<PathBuf, Failure> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let path = self.folder.join(format!("{number}.pgm"));
        std::fs::write(&path, sheet.to_pgm()).map_err(|error| {
            Failure::machine(format_args!("cannot write {}", path.display()), error)
        })?;
        Ok(path)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Runs the program; returns its table of words.
fn recognise(
    sheet: &Path,
    mode: u8,
    threshold: Threshold,
    models: &str,
) -> Result<String, Failure> {
    let method = match threshold {
        Threshold::Global => 0,
        Threshold::Local => 2,
    };
    let output = Command::new("tesseract")
        .arg(sheet)
        .args(["-", "-l", models, "--dpi", "150"])
        .args(["--psm", &mode.to_string()])
        .args(["-c", &format!("thresholding_method={method}")])
        .args(["-c", "tessedit_create_tsv=1"])
        .env("OMP_THREAD_LIMIT", "1")
        .output()
        .map_err(|error| Failure::machine("cannot run tesseract", error))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Returns the words of a table with their boxes: left, top, width, height in pixels.
fn rows(table: &str) -> impl Iterator<Item = (&str, [f32; 4])> {
    table.lines().filter_map(|line| {
        let mut fields = line.splitn(12, '\t').skip(6);
        let mut number = || fields.next().and_then(|field| field.parse::<f32>().ok());
        let area = [number()?, number()?, number()?, number()?];
        let text = fields.nth(1)?.trim();
        (!text.is_empty()).then_some((text, area))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_give_words_with_boxes() {
        let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
            4\t1\t1\t1\t1\t0\t10\t20\t90\t12\t-1\t\n\
            5\t1\t1\t1\t1\t1\t10\t20\t40\t12\t96.1\tHello\n\
            5\t1\t1\t1\t1\t2\t60\t20\t40\t12\t80.0\t \n";
        let words: Vec<_> = rows(table).collect();
        assert_eq!(words, [("Hello", [10.0, 20.0, 40.0, 12.0])]);
    }
}
