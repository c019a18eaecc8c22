//! `plantain edit`: pictures changed in process, one or a whole folder of them.

use std::path::Path;
use std::sync::Arc;

use plantain_core::{
    EditSpec, Error, ErrorKind, MaskReading, MaskSpec, PictureFile, Prompt, Subject,
};
use plantain_easel::Easel;

use crate::bulk::{self, Job, Run};
use crate::cli::EditArgs;
use crate::draw;
use crate::failure::Failure;
use crate::segmenter;

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
    engine: Arc<Easel>,
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
            engine: Arc::new(segmenter::easel(&args.segmenter)?),
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
    let drawn = draw::draw_by(Arc::clone(&shared.engine), request)?;
    if let Some(path) = &args.scene {
        draw::write_scene(path, &drawn)?;
    }
    draw::deliver(&drawn, output, args.json)
}

/// Edits picture by picture.
fn many(args: &EditArgs, shared: &Shared, images: &[String], folder: &Path) -> Result<(), Failure> {
    let extension = args.form.format.as_deref().unwrap_or("png");
    let jobs = images.iter().map(|image| {
        let stem = Path::new(image).file_stem().unwrap_or_default();
        Job {
            name: image.clone(),
            output: folder.join(format!("{}.{extension}", stem.to_string_lossy())),
        }
    });
    let jobs: Vec<_> = jobs.collect();
    let run = Run {
        verb: "edited",
        noun: "image",
        again: args.again,
        report: args.report.as_deref(),
        json: args.json,
        at_once: 1,
    };
    bulk::run(&jobs, &run, |index| {
        let job = &jobs[index];
        let subject = shared.subject(Path::new(&job.name))?;
        let mut request = draw::request(subject, &job.output, &args.form)?;
        request.strict = args.strict;
        let drawn = draw::draw_by(Arc::clone(&shared.engine), request)?;
        let first = drawn.pictures.first();
        let first = first.ok_or_else(|| Error::internal("nothing was drawn"))?;
        let changed = first.edit.as_ref().map_or(1.0, |edit| edit.changed);
        Ok((first.bytes.clone(), Some(changed)))
    })
}
