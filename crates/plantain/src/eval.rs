//! `plantain eval text`: how much of what prompts ask for an OCR program finds on the pictures, and whether the rest was
//! drawn all the same.

mod ocr;

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

use crate::cli::EvalTextArgs;
use crate::failure::Failure;
use crate::screen;

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
    wanted: usize,
    /// Texts that OCR did not find.
    missed: Vec<Miss>,
    /// Why there is no picture, if there is none.
    failed: Option<String>,
}

struct Miss {
    text: String,
    /// Whether its glyphs are on the picture all the same.
    drawn: bool,
}

impl Verdict {
    fn share(&self) -> f64 {
        if self.failed.is_some() {
            return 0.0;
        }
        1.0 - self.missed.len() as f64 / self.wanted.max(1) as f64
    }

    fn undrawn(&self) -> usize {
        if self.failed.is_some() {
            return self.wanted;
        }
        self.missed.iter().filter(|miss| !miss.drawn).count()
    }
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
    report(&verdicts, args.json)
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
    let wanted = case.expect.texts.len();
    let verdict = |missed, failed| Verdict {
        id: case.id.clone(),
        wanted,
        missed,
        failed,
    };
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
    let output = match Easel::new().run(&job, &Progress::new()) {
        Ok(output) => output,
        Err(error) => return Ok(verdict(Vec::new(), Some(error.to_string()))),
    };
    let Rendered::Encoded { bytes, .. } = &output.rendered else {
        return Ok(verdict(Vec::new(), Some("the engine gave no file".into())));
    };
    let pixels = decode(bytes, &Limits::default())
        .map_err(|error| Failure::machine("cannot read our own picture", error))?;
    let unread = reader.unread(&pixels, &case.expect.texts, &case.lang)?;
    let drawn = drawn_words(output.scene_json.as_deref().unwrap_or_default());
    let missed = unread.into_iter().map(|text| Miss {
        drawn: drawn.as_deref().is_some_and(|words| stands(&text, words)),
        text,
    });
    Ok(verdict(missed.collect(), None))
}

/// Returns the words whose glyphs stand whole and uncut on the picture of a scene, folded for comparison.
fn drawn_words(scene: &str) -> Option<String> {
    let scene = Scene::from_json(scene).ok()?;
    let picture = layout(&scene);
    let texts = picture.texts.iter();
    let whole = texts.filter(|text| !text.overflow && text.missing.is_empty());
    let words: Vec<&str> = whole.map(|text| text.text.as_str()).collect();
    Some(ocr::fold(&words.join(" ")))
}

/// Whether a text stands there, in one piece or, as a label with its value may, in two places.
fn stands(text: &str, words: &str) -> bool {
    let text = ocr::fold(text);
    words.contains(&text) || text.split(' ').all(|part| words.contains(part))
}

fn report(verdicts: &[Verdict], as_json: bool) -> Result<(), Failure> {
    let count = verdicts.len().max(1) as f64;
    let mean = verdicts.iter().map(Verdict::share).sum::<f64>() / count;
    let wanted: usize = verdicts.iter().map(|verdict| verdict.wanted).sum();
    let undrawn: usize = verdicts.iter().map(Verdict::undrawn).sum();
    let drawn = 1.0 - undrawn as f64 / wanted.max(1) as f64;
    if as_json {
        let misses: Vec<Value> = verdicts.iter().filter_map(miss_json).collect();
        return screen::json(&json!({
            "prompts": verdicts.len(),
            "texts": wanted,
            "found_by_ocr": mean,
            "drawn": drawn,
            "misses": misses,
        }));
    }
    for verdict in verdicts {
        if let Some(why) = &verdict.failed {
            screen::line(format_args!("{}: no picture: {why}", verdict.id))?;
        }
        for miss in &verdict.missed {
            let fate = if miss.drawn {
                "drawn, but not read"
            } else {
                "NOT DRAWN"
            };
            screen::line(format_args!("{}: {:?} {fate}", verdict.id, miss.text))?;
        }
    }
    screen::line(format_args!(
        "{} prompts, {wanted} texts: OCR found {mean:.3} of each prompt's texts in the mean; {drawn:.3} of all are drawn",
        verdicts.len()
    ))
}

fn miss_json(verdict: &Verdict) -> Option<Value> {
    if verdict.missed.is_empty() && verdict.failed.is_none() {
        return None;
    }
    let texts: Vec<Value> = verdict
        .missed
        .iter()
        .map(|miss| json!({"text": miss.text, "drawn": miss.drawn}))
        .collect();
    Some(json!({"id": verdict.id, "failed": verdict.failed, "texts": texts}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_values_may_stand_apart() {
        let words = ocr::fold("Monthly Revenue\n$48,200  Orders 312");
        for (text, expected) in [
            ("monthly revenue", true),
            ("Revenue $48,200", true),
            ("orders 313", false),
            ("Monthly Costs", false),
        ] {
            assert_eq!(stands(text, &words), expected, "{text}");
        }
    }

    #[test]
    fn shares_count_texts_and_failures_count_as_none() {
        let miss = |drawn| Miss {
            text: "x".into(),
            drawn,
        };
        let mut verdict = Verdict {
            id: "a".into(),
            wanted: 4,
            missed: vec![miss(true), miss(false)],
            failed: None,
        };
        assert!((verdict.share() - 0.5).abs() < 1e-9);
        assert_eq!(verdict.undrawn(), 1);
        verdict.failed = Some("no".into());
        assert!(verdict.share() < 1e-9);
        assert_eq!(verdict.undrawn(), 4);
    }
}
