//! Many pictures in one run: side by side, with a bar and a report. What is there already is not made again, so a run that
//! was broken off goes on where it stopped.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use plantain_app::export::csv_line;
use plantain_core::{Error, ErrorKind};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::{draw, screen};

/// One picture to be made.
pub struct Job {
    /// What the user calls it: a file, or the id of a row.
    pub name: String,
    pub output: PathBuf,
}

/// How a run is made.
pub struct Run<'a> {
    /// What was done to a picture, as the report says it: "edited".
    pub verb: &'static str,
    /// What jobs are, as the report heads their column: "image".
    pub noun: &'static str,
    /// Make every picture, also those that are there already.
    pub again: bool,
    /// Where the report goes.
    pub report: Option<&'a Path>,
    pub json: bool,
    /// Jobs at once.
    pub at_once: usize,
}

/// What became of one job.
enum Outcome {
    /// With the share of the pixels that changed, for edits.
    Done(Option<f32>),
    /// Its output was there already.
    Skipped,
    Failed {
        code: String,
        message: String,
    },
}

/// Returns an error when two jobs would be written to one file.
pub fn check_outputs(jobs: &[Job]) -> Result<(), Failure> {
    let mut seen = BTreeSet::new();
    match jobs.iter().find(|job| !seen.insert(&job.output)) {
        None => Ok(()),
        Some(job) => {
            let message = format!(
                "{} would be written to {}, as another picture; rename one.",
                job.name,
                job.output.display()
            );
            Err(Error::new(ErrorKind::Invalid, "same_output", message)
                .with_field("--out-dir")
                .into())
        }
    }
}

/// Makes every picture. One that fails does not stop the others. `make` draws the job of an index and returns the picture's
/// bytes, with the share of the pixels that changed for edits.
pub fn run(
    jobs: &[Job],
    run: &Run<'_>,
    make: impl Fn(usize) -> Result<(Bytes, Option<f32>), Failure> + Sync,
) -> Result<(), Failure> {
    check_outputs(jobs)?;
    for folder in jobs.iter().filter_map(|job| job.output.parent()) {
        std::fs::create_dir_all(folder).map_err(|error| {
            Failure::machine(format_args!("cannot make {}", folder.display()), error)
        })?;
    }
    let bar = screen::bar(jobs.len() as u64, run.json);
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(Vec::with_capacity(jobs.len()));
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = jobs.get(index) else { return };
            bar.set_message(job.name.clone());
            let outcome = attempt(job, run.again, || make(index));
            if let Outcome::Failed { message, .. } = &outcome {
                bar.suspend(|| eprintln!("{}: {message}", job.name));
            }
            let mut outcomes = outcomes.lock().unwrap_or_else(PoisonError::into_inner);
            outcomes.push((index, outcome));
            bar.inc(1);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..run.at_once.clamp(1, jobs.len().max(1)) {
            scope.spawn(work);
        }
    });
    bar.finish_and_clear();
    let mut outcomes = outcomes
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    outcomes.sort_by_key(|(index, _)| *index);
    let outcomes: Vec<_> = outcomes.into_iter().map(|(_, outcome)| outcome).collect();
    if let Some(path) = run.report {
        draw::write_file(path, report(jobs, run, &outcomes).as_bytes())?;
    }
    summary(jobs, run, &outcomes)
}

fn attempt(
    job: &Job,
    again: bool,
    make: impl FnOnce() -> Result<(Bytes, Option<f32>), Failure>,
) -> Outcome {
    if !again && job.output.exists() {
        return Outcome::Skipped;
    }
    let written = make().and_then(|(bytes, changed)| {
        write(&job.output, &bytes)?;
        Ok(changed)
    });
    match written {
        Ok(changed) => Outcome::Done(changed),
        Err(failure) => Outcome::Failed {
            code: failure.code().to_owned(),
            message: failure.message(),
        },
    }
}

/// Writes beside the output and moves it there when it is whole, so that what is there is never half a picture.
fn write(output: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let part = output.with_extension("part");
    draw::write_file(&part, bytes)?;
    std::fs::rename(&part, output)
        .map_err(|error| Failure::machine(format_args!("cannot write {}", output.display()), error))
}

/// A line of CSV for each job.
fn report(jobs: &[Job], run: &Run<'_>, outcomes: &[Outcome]) -> String {
    let mut text = csv_line(&[run.noun, "output", "status", "changed", "error"]);
    for (job, outcome) in jobs.iter().zip(outcomes) {
        let (status, changed, error) = match outcome {
            Outcome::Done(changed) => (run.verb, *changed, ""),
            Outcome::Skipped => ("skipped", None, ""),
            Outcome::Failed { message, .. } => ("failed", None, message.as_str()),
        };
        let changed = changed.map(|share| format!("{share:.4}"));
        text += &csv_line(&[
            job.name.as_str(),
            &job.output.to_string_lossy(),
            status,
            changed.as_deref().unwrap_or_default(),
            error,
        ]);
    }
    text
}

fn summary(jobs: &[Job], run: &Run<'_>, outcomes: &[Outcome]) -> Result<(), Failure> {
    let count =
        |wanted: fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| wanted(outcome)).count();
    let done = count(|outcome| matches!(outcome, Outcome::Done(_)));
    let skipped = count(|outcome| matches!(outcome, Outcome::Skipped));
    let failed = count(|outcome| matches!(outcome, Outcome::Failed { .. }));
    let verb = run.verb;
    if run.json {
        let told = jobs.iter().zip(outcomes);
        let told: Vec<Value> = told
            .map(|(job, outcome)| describe(job, run, outcome))
            .collect();
        screen::json(&json!({verb: done, "skipped": skipped, "failed": failed, "images": told}))?;
    } else {
        screen::line(format_args!(
            "{done} {verb}, {skipped} there already, {failed} failed"
        ))?;
    }
    if failed == 0 {
        return Ok(());
    }
    let message = format!(
        "{failed} of {} pictures could not be {verb}; the others are written.",
        jobs.len()
    );
    Err(Error::new(ErrorKind::CannotDo, "some_failed", message).into())
}

fn describe(job: &Job, run: &Run<'_>, outcome: &Outcome) -> Value {
    let (noun, name) = (run.noun, &job.name);
    let file = job.output.to_string_lossy();
    match outcome {
        Outcome::Done(Some(changed)) => {
            json!({noun: name, "file": file, "status": run.verb, "changed_fraction": changed})
        }
        Outcome::Done(None) => json!({noun: name, "file": file, "status": run.verb}),
        Outcome::Skipped => json!({noun: name, "file": file, "status": "skipped"}),
        Outcome::Failed { code, message } => {
            json!({noun: name, "status": "failed", "error": {"code": code, "message": message}})
        }
    }
}
