//! `plantain eval text`: how much of what prompts ask for an OCR program finds on the pictures, and whether the rest was
//! drawn all the same.

mod edits;
mod ocr;
mod views;
mod words;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use plantain_core::{Letters, OutputFormat, PixelSize, Seed, SizeSpec};
use plantain_easel::Easel;
use plantain_engine::{Engine, Job, JobSubject, Look, Progress, Rendered};
use plantain_image::{Limits, decode};
use plantain_scene::Scene;
use plantain_scene::layout::layout;
use serde::Deserialize;
use serde_json::{Value, json};

pub use edits::edit;

use crate::cli::EvalTextArgs;
use crate::failure::Failure;
use crate::screen;
use words::{Words, fold, pieces, reads};

/// One line of a file of prompts; further fields are ignored.
#[derive(Debug, Deserialize)]
struct Case {
    id: String,
    prompt: String,
    #[serde(default = "side")]
    width: u64,
    #[serde(default = "side")]
    height: u64,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    expect: Expect,
}

#[derive(Debug, Default, Deserialize)]
struct Expect {
    #[serde(default)]
    texts: Vec<String>,
}

fn side() -> u64 {
    1024
}

/// What became of one prompt.
struct Verdict {
    id: String,
    texts: Vec<Fate>,
    /// What was read on the picture.
    words: Words,
    /// Why there is no picture, if there is none.
    failed: Option<String>,
}

/// What became of one text.
struct Fate {
    text: String,
    /// Whether OCR found it.
    read: bool,
    /// Whether its glyphs are on the picture.
    drawn: bool,
}

impl Verdict {
    /// Returns the share of the texts that OCR found.
    fn share(&self) -> f64 {
        share(&self.texts, |fate| fate.read)
    }

    fn misses(&self) -> impl Iterator<Item = &Fate> {
        let missed = self.texts.iter().filter(|fate| !fate.read || !fate.drawn);
        // Why there is no picture says it all.
        missed.filter(|_| self.failed.is_none())
    }
}

/// Returns the share of which something holds, 1 of nothing.
fn share<T>(all: &[T], holds: impl Fn(&T) -> bool) -> f64 {
    if all.is_empty() {
        return 1.0;
    }
    all.iter().filter(|one| holds(one)).count() as f64 / all.len() as f64
}

pub fn text(args: EvalTextArgs) -> Result<(), Failure> {
    let reader = ocr::Reader::find()?;
    let cases = cases(&args.prompts)?;
    let cases: Vec<Case> = cases
        .into_iter()
        .filter(|case| !case.expect.texts.is_empty())
        .take(args.limit.unwrap_or(usize::MAX))
        .collect();
    let verdicts = judge_all(&cases, &reader, args.seed)?;
    report(&verdicts, by_chance(&cases, &verdicts), args.json)
}

fn cases(path: &Path) -> Result<Vec<Case>, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::machine(format_args!("cannot read {}", path.display()), error))?;
    let lines = text.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(n, line)| {
            serde_json::from_str(line).map_err(|error| {
                Failure::machine(format_args!("{}, line {}", path.display(), n + 1), error)
            })
        })
        .collect()
}

/// Judges all prompts, one thread a core.
fn judge_all(cases: &[Case], reader: &ocr::Reader, seed: u64) -> Result<Vec<Verdict>, Failure> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut mine = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(case) = cases.get(at) else { break };
            mine.push((at, judge(case, reader, seed)));
        }
        mine
    };
    let mut all: Vec<(usize, Result<Verdict, Failure>)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .filter_map(|worker| worker.join().ok())
            .flatten()
            .collect()
    });
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, verdict)| verdict).collect()
}

fn judge(case: &Case, reader: &ocr::Reader, seed: u64) -> Result<Verdict, Failure> {
    let wanted = &case.expect.texts;
    let size = PixelSize::new("size", case.width, case.height)?;
    let job = Job {
        subject: JobSubject::Prompt(case.prompt.as_str().into()),
        size: SizeSpec::exact(size),
        format: OutputFormat::Png,
        quality: None,
        letters: Letters::default(),
        transparent: Some(false),
        seed: Seed(seed),
        index: 0,
        strict: false,
        filler: true,
        look: Look::default(),
    };
    let verdict = |words: Words, drawn: Drawn, failed| {
        let fate = |text: &String| Fate {
            read: words.hold(text),
            drawn: drawn.hold(text),
            text: text.clone(),
        };
        Verdict {
            id: case.id.clone(),
            texts: wanted.iter().map(fate).collect(),
            words,
            failed,
        }
    };
    let no_picture = |why: String| Ok(verdict(Words::default(), Drawn::default(), Some(why)));
    let output = match Easel::new().run(&job, &Progress::new()) {
        Ok(output) => output,
        Err(error) => return no_picture(error.to_string()),
    };
    let Rendered::Encoded { bytes, .. } = &output.rendered else {
        return no_picture("the engine gave no file".into());
    };
    let pixels = decode(bytes, &Limits::default())
        .map_err(|error| Failure::machine("cannot read our own picture", error))?;
    // The reader knows the texts only to stop when it has them all.
    let words = reader.read(&pixels, wanted, &case.lang)?;
    let drawn = Drawn::of(output.scene_json.as_deref().unwrap_or_default());
    Ok(verdict(words, drawn, None))
}

/// The texts whose glyphs stand whole and uncut on a picture, folded.
#[derive(Default)]
struct Drawn {
    words: Vec<String>,
}

impl Drawn {
    fn of(scene: &str) -> Self {
        let Ok(scene) = Scene::from_json(scene) else {
            return Self::default();
        };
        let picture = layout(&scene);
        let texts = picture.texts.iter();
        let whole = texts.filter(|text| !text.overflow && text.missing.is_empty());
        Self::from_texts(whole.map(|text| text.text.as_str()))
    }

    fn from_texts<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let words = texts.flat_map(|text| pieces(&fold(text)));
        Self {
            words: words.collect(),
        }
    }

    /// Whether the words of a text stand there, in one place or, as a label and its value may, in several.
    fn hold(&self, text: &str) -> bool {
        let wanted = pieces(&fold(text));
        let stands = |piece: &String| self.words.iter().any(|word| reads(word, piece));
        wanted.iter().all(stands)
    }
}

/// Returns the share of texts that are found on the picture of the next prompt, where they do not belong: what finding
/// them by chance is worth.
fn by_chance(cases: &[Case], verdicts: &[Verdict]) -> f64 {
    let others = verdicts.iter().cycle().skip(1);
    let shares = cases.iter().zip(others).map(|(case, other)| {
        let texts = &case.expect.texts;
        share(texts, |text| other.words.hold(text))
    });
    mean(shares)
}

fn mean(shares: impl Iterator<Item = f64>) -> f64 {
    let (count, sum) = shares.fold((0, 0.0), |(count, sum), share| (count + 1, sum + share));
    sum / f64::from(count.max(1))
}

fn report(verdicts: &[Verdict], chance: f64, as_json: bool) -> Result<(), Failure> {
    let found = mean(verdicts.iter().map(Verdict::share));
    let fates: Vec<&Fate> = verdicts.iter().flat_map(|verdict| &verdict.texts).collect();
    let drawn = share(&fates, |fate| fate.drawn);
    if as_json {
        let misses: Vec<Value> = verdicts.iter().filter_map(miss_json).collect();
        return screen::json(&json!({
            "prompts": verdicts.len(),
            "texts": fates.len(),
            "found_by_ocr": found,
            "found_by_chance": chance,
            "drawn": drawn,
            "misses": misses,
        }));
    }
    for verdict in verdicts {
        if let Some(why) = &verdict.failed {
            screen::line(format_args!("{}: no picture: {why}", verdict.id))?;
        }
        for miss in verdict.misses() {
            let fate = match (miss.drawn, miss.read) {
                (true, _) => "drawn, but not read",
                (false, true) => "read, but NOT DRAWN as asked",
                (false, false) => "NOT DRAWN",
            };
            screen::line(format_args!("{}: {:?} {fate}", verdict.id, miss.text))?;
        }
    }
    screen::line(format_args!(
        "{} prompts, {} texts: OCR found {found:.3} of each prompt's texts in the mean (by chance {chance:.3}); \
         {drawn:.3} of all are drawn",
        verdicts.len(),
        fates.len()
    ))
}

fn miss_json(verdict: &Verdict) -> Option<Value> {
    let texts: Vec<Value> = verdict
        .misses()
        .map(|miss| json!({"text": miss.text, "read": miss.read, "drawn": miss.drawn}))
        .collect();
    if texts.is_empty() && verdict.failed.is_none() {
        return None;
    }
    Some(json!({"id": verdict.id, "failed": verdict.failed, "texts": texts}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_values_may_stand_apart() {
        let drawn =
            Drawn::from_texts(["Monthly Revenue\n$48,200", "Orders 312", "周末"].into_iter());
        for (text, expected) in [
            ("monthly revenue", true),
            ("Revenue $48,200", true),
            ("orders 313", false),
            ("orders 31", false),
            ("Monthly Costs", false),
            ("周末", true),
        ] {
            assert_eq!(drawn.hold(text), expected, "{text}");
        }
    }

    #[test]
    fn texts_of_a_prompt_without_a_picture_count_as_missed() {
        let fate = |read, drawn| Fate {
            text: "x".into(),
            read,
            drawn,
        };
        for (texts, found, misses) in [
            (vec![fate(true, true), fate(true, true)], 1.0, 0),
            (vec![fate(true, true), fate(false, true)], 0.5, 1),
            (vec![fate(true, false), fate(false, false)], 0.5, 2),
        ] {
            let verdict = Verdict {
                id: "a".into(),
                texts,
                words: Words::default(),
                failed: None,
            };
            assert!((verdict.share() - found).abs() < 1e-9);
            assert_eq!(verdict.misses().count(), misses);
        }
    }
}
