//! `plantain batch`: the requests of a table or of JSON lines, drawn in process.

use std::path::Path;

use plantain_api::row_request;
use plantain_api::rows::{self, Row, RowForm};
use plantain_core::{Count, Error, ErrorKind, ImageRequest, PictureFile};

use crate::bulk::{self, Job, Run};
use crate::cli::BatchArgs;
use crate::draw;
use crate::failure::Failure;

pub fn run(args: BatchArgs) -> Result<(), Failure> {
    let rows = rows::read(&draw::read_bytes(&args.file)?, form(&args)?)?;
    let folder = args.file.parent().unwrap_or_else(|| Path::new("."));
    let open = |field: &str, text: &str| picture(folder, field, text);
    // Every row is checked before the first picture is drawn.
    let requests = rows.iter().map(|row| row_request(row, &open));
    let requests: Vec<ImageRequest> = requests.collect::<Result<_, _>>()?;
    let width = rows.len().to_string().len().max(4);
    let mut jobs = Vec::new();
    let mut single = Vec::new();
    for (index, (row, request)) in rows.iter().zip(&requests).enumerate() {
        let name = row
            .id
            .clone()
            .unwrap_or_else(|| format!("{:0width$}", index + 1));
        check_name(row, &name)?;
        let count = request.count.get();
        for part in 0..count {
            let name = match count {
                1 => name.clone(),
                _ => format!("{name}-{}", part + 1),
            };
            let extension = request.encoding.format.name();
            jobs.push(Job {
                output: args.out_dir.join(format!("{name}.{extension}")),
                name,
            });
            single.push(one_of(request, part));
        }
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let run = Run {
        verb: "drawn",
        noun: "row",
        again: args.again,
        report: args.report.as_deref(),
        json: args.json,
        at_once: args.draw_at_once.map_or(cores, usize::from),
    };
    bulk::run(&jobs, &run, |job| {
        let drawn = draw::draw(single[job].clone())?;
        let picture = drawn.pictures.first();
        let picture = picture.ok_or_else(|| Error::internal("a picture is missing"))?;
        let changed = picture.edit.as_ref().map(|edit| edit.changed);
        Ok((picture.bytes.clone(), changed))
    })
}

/// Returns the request for one of the pictures of a request; the seeds of several count up.
fn one_of(request: &ImageRequest, part: u8) -> ImageRequest {
    let mut one = request.clone();
    one.count = Count::ONE;
    one.seed = request.seed.map(|seed| seed.derive(part));
    one
}

fn form(args: &BatchArgs) -> Result<RowForm, Failure> {
    let extension = args
        .file
        .extension()
        .and_then(|extension| extension.to_str());
    match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("csv") => Ok(RowForm::Table),
        Some("jsonl" | "ndjson") => Ok(RowForm::Lines),
        _ => {
            let file = args.file.display();
            let remedy = "must end in .csv or .jsonl";
            Err(Error::invalid("unknown_form", "FILE", file, remedy).into())
        }
    }
}

/// A row's id becomes a file's name, and must stay in the folder.
fn check_name(row: &Row, name: &str) -> Result<(), Failure> {
    if name.starts_with('.') || name.contains(['/', '\\', '\0']) {
        let remedy = "names the picture's file, so it cannot begin with a point or hold a slash";
        let error = Error::invalid("invalid_id", "id", name, remedy);
        return Err(row.blame(error).into());
    }
    Ok(())
}

/// Returns the picture that stands in a field as base64 or as a data URL.
pub fn inline(field: &str, text: &str) -> Result<PictureFile, Error> {
    Ok(PictureFile {
        field: field.into(),
        file: plantain_api::inline_picture(field, text)?,
    })
}

/// Returns the picture of a field: a file beside the table, or a data URL.
pub fn picture(folder: &Path, field: &str, text: &str) -> Result<PictureFile, Error> {
    if text.starts_with("http://") || text.starts_with("https://") {
        let remedy = "is a link; give a file, or send the batch to a server";
        return Err(Error::invalid(
            "needs_server",
            field.to_owned(),
            text,
            remedy,
        ));
    }
    let file = match text.starts_with("data:") {
        true => return inline(field, text),
        false => {
            let path = folder.join(text);
            let bytes = std::fs::read(&path).map_err(|error| {
                let message = format!("{field}: cannot read {}: {error}.", path.display());
                Error::new(ErrorKind::Invalid, "cannot_read", message).with_field(field.to_owned())
            })?;
            bytes.into()
        }
    };
    Ok(PictureFile {
        field: field.into(),
        file,
    })
}
