//! `plantain edit`: pictures changed in process, one or a whole folder of them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use plantain_app::export::csv_line;
use plantain_core::{
    EditSpec, Error, ErrorKind, MaskReading, MaskSpec, PictureFile, Prompt, Subject,
};
use serde_json::{Value, json};

use crate::cli::EditArgs;
use crate::draw;
use crate::failure::Failure;
use crate::screen;

pub fn run(args: EditArgs) -> Result<(), Failure> {
    let (instruction, images) = split(&args.words)?;
    let shared = Shared::read(&args, instruction)?;
    match (&args.output, &args.out_dir) {
        (Some(output), None) => match images {
            [image] => one(&args, &shared, image, output),
            _ => Err(wrong(
                "--output",
                "takes one picture; give --out-dir a folder for several.",
            )),
        },
        (None, Some(folder)) => many(&args, &shared, images, folder),
        _ => Err(wrong(
            "--output",
            "say where to write: --output FILE for one picture, --out-dir DIR for several.",
        )),
    }
}

/// The last word is the instruction, those before it are pictures, as a shell expands `*.jpg`.
fn split(words: &[String]) -> Result<(&str, &[String]), Failure> {
    match words.split_last() {
        Some((instruction, images)) if !images.is_empty() => Ok((instruction, images)),
        _ => Err(wrong(
            "INSTRUCTION",
            "give at least one picture and then the instruction.",
        )),
    }
}

fn wrong(field: &'static str, remedy: &str) -> Failure {
    Error::new(
        ErrorKind::Invalid,
        "invalid_arguments",
        format!("{field}: {remedy}"),
    )
    .with_field(field)
    .into()
}

/// What every picture of a run has in common.
struct Shared {
    instruction: Prompt,
    /// Pictures that the instruction speaks of beside the one that is changed.
    others: Vec<PictureFile>,
    mask: Option<MaskSpec>,
}

impl Shared {
    fn read(args: &EditArgs, instruction: &str) -> Result<Self, Failure> {
        let others = args.with.iter().map(|path| picture("--with", path));
        let mask = args.mask.as_ref().map(|path| -> Result<_, Failure> {
            Ok(MaskSpec::File {
                file: picture("--mask", path)?,
                reading: MaskReading::parse("--mask-mode", &args.mask_mode)?,
            })
        });
        Ok(Self {
            instruction: Prompt::new("INSTRUCTION", instruction)?,
            others: others.collect::<Result<_, _>>()?,
            mask: mask.transpose()?,
        })
    }

    fn subject(&self, image: &Path) -> Result<Subject, Failure> {
        let first = picture("IMAGE", image)?;
        let spec = EditSpec {
            instruction: self.instruction.clone(),
            pictures: std::iter::once(first)
                .chain(self.others.iter().cloned())
                .collect(),
            mask: self.mask.clone(),
        };
        spec.check("IMAGE")?;
        Ok(Subject::Edit(Arc::new(spec)))
    }
}

fn picture(field: &str, path: &Path) -> Result<PictureFile, Failure> {
    Ok(PictureFile {
        field: format!("{field} {}", path.display()).into(),
        file: draw::read_bytes(path)?.into(),
    })
}

fn one(args: &EditArgs, shared: &Shared, image: &str, output: &Path) -> Result<(), Failure> {
    draw::check_standard_output(output, args.json)?;
    let mut request = draw::request(shared.subject(Path::new(image))?, output, &args.form)?;
    request.strict = args.strict;
    let drawn = draw::draw(request)?;
    if let Some(path) = &args.scene {
        draw::write_scene(path, &drawn)?;
    }
    draw::deliver(&drawn, output, args.json)
}

/// What became of one picture of a run.
enum Outcome {
    Done {
        changed: f32,
    },
    /// Its output was there already.
    Skipped,
    Failed {
        code: String,
        message: String,
    },
}

/// Edits picture by picture. One that fails does not stop the others; outputs that are there are not made again, so a run
/// that was broken off goes on where it stopped.
fn many(args: &EditArgs, shared: &Shared, images: &[String], folder: &Path) -> Result<(), Failure> {
    let outputs = outputs(args, images, folder)?;
    std::fs::create_dir_all(folder).map_err(|error| {
        Failure::machine(format_args!("cannot make {}", folder.display()), error)
    })?;
    let bar = screen::bar(images.len() as u64, args.json);
    let mut outcomes = Vec::with_capacity(images.len());
    for (image, output) in images.iter().zip(&outputs) {
        bar.set_message(image.clone());
        let outcome = match output.exists() && !args.again {
            true => Outcome::Skipped,
            false => attempt(args, shared, Path::new(image), output),
        };
        if let Outcome::Failed { message, .. } = &outcome {
            bar.suspend(|| eprintln!("{image}: {message}"));
        }
        outcomes.push(outcome);
        bar.inc(1);
    }
    bar.finish_and_clear();
    if let Some(path) = &args.report {
        draw::write_file(path, report(images, &outputs, &outcomes).as_bytes())?;
    }
    summary(args, images, &outputs, &outcomes)
}

/// Returns where each picture goes; two pictures of one name would overwrite each other.
fn outputs(args: &EditArgs, images: &[String], folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let extension = args.form.format.as_deref().unwrap_or("png");
    let mut seen = BTreeSet::new();
    let mut outputs = Vec::with_capacity(images.len());
    for image in images {
        let stem = Path::new(image).file_stem().unwrap_or_default();
        let output = folder.join(format!("{}.{extension}", stem.to_string_lossy()));
        if !seen.insert(output.clone()) {
            let message = format!(
                "{image} would be written to {}, as another picture; rename one.",
                output.display()
            );
            return Err(wrong("--out-dir", &message));
        }
        outputs.push(output);
    }
    Ok(outputs)
}

fn attempt(args: &EditArgs, shared: &Shared, image: &Path, output: &Path) -> Outcome {
    match edited(args, shared, image, output) {
        Ok(changed) => Outcome::Done { changed },
        Err(failure) => Outcome::Failed {
            code: failure.code().to_owned(),
            message: failure.message(),
        },
    }
}

/// Writes beside the output and moves it there when it is whole, so that what is there is never half a picture.
fn edited(args: &EditArgs, shared: &Shared, image: &Path, output: &Path) -> Result<f32, Failure> {
    let mut request = draw::request(shared.subject(image)?, output, &args.form)?;
    request.strict = args.strict;
    let drawn = draw::draw(request)?;
    let first = drawn
        .pictures
        .first()
        .ok_or_else(|| Error::internal("nothing was drawn"))?;
    let part = output.with_extension("part");
    draw::write_file(&part, &first.bytes)?;
    std::fs::rename(&part, output).map_err(|error| {
        Failure::machine(format_args!("cannot write {}", output.display()), error)
    })?;
    Ok(first.edit.as_ref().map_or(1.0, |edit| edit.changed))
}

/// A line of CSV for each picture.
fn report(images: &[String], outputs: &[PathBuf], outcomes: &[Outcome]) -> String {
    let mut text = csv_line(&["image", "output", "status", "changed", "error"]);
    for ((image, output), outcome) in images.iter().zip(outputs).zip(outcomes) {
        let (status, changed, error) = match outcome {
            Outcome::Done { changed } => ("edited", format!("{changed:.4}"), ""),
            Outcome::Skipped => ("skipped", String::new(), ""),
            Outcome::Failed { message, .. } => ("failed", String::new(), message.as_str()),
        };
        text += &csv_line(&[
            image.as_str(),
            &output.to_string_lossy(),
            status,
            &changed,
            error,
        ]);
    }
    text
}

fn summary(
    args: &EditArgs,
    images: &[String],
    outputs: &[PathBuf],
    outcomes: &[Outcome],
) -> Result<(), Failure> {
    let count =
        |wanted: fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| wanted(outcome)).count();
    let done = count(|outcome| matches!(outcome, Outcome::Done { .. }));
    let skipped = count(|outcome| matches!(outcome, Outcome::Skipped));
    let failed = count(|outcome| matches!(outcome, Outcome::Failed { .. }));
    if args.json {
        let told = images.iter().zip(outputs).zip(outcomes);
        let told: Vec<Value> = told
            .map(|((image, output), outcome)| describe(image, output, outcome))
            .collect();
        screen::json(
            &json!({"edited": done, "skipped": skipped, "failed": failed, "images": told}),
        )?;
    } else {
        screen::line(format_args!(
            "{done} edited, {skipped} there already, {failed} failed"
        ))?;
    }
    if failed == 0 {
        return Ok(());
    }
    let message = format!(
        "{failed} of {} pictures could not be edited; the others are written.",
        images.len()
    );
    Err(Error::new(ErrorKind::CannotDo, "some_failed", message).into())
}

fn describe(image: &str, output: &Path, outcome: &Outcome) -> Value {
    let output = output.to_string_lossy();
    match outcome {
        Outcome::Done { changed } => {
            json!({"image": image, "file": output, "status": "edited", "changed_fraction": changed})
        }
        Outcome::Skipped => json!({"image": image, "file": output, "status": "skipped"}),
        Outcome::Failed { code, message } => {
            json!({"image": image, "status": "failed", "error": {"code": code, "message": message}})
        }
    }
}
