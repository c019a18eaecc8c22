//! `plantain inspect`: what a picture says about its making.

use plantain_core::{Error, ErrorKind, OutputFormat};
use plantain_engine::provenance::{ENGINE, PIXELS_SHA256, PROMPT, SEED};
use plantain_image::metadata::DESCRIPTION;
use plantain_image::{ImageError, Metadata, probe, read_metadata};
use serde_json::{Value, json};

use crate::cli::InspectArgs;
use crate::failure::Failure;
use crate::screen;

/// Fields that are shown by name, with the words for them.
const SHOWN: [(&str, &str); 5] = [
    (PROMPT, "prompt"),
    (SEED, "seed"),
    (ENGINE, "engine"),
    (DESCRIPTION, "alt"),
    (PIXELS_SHA256, "pixels sha256"),
];

pub fn run(args: InspectArgs) -> Result<(), Failure> {
    let bytes = std::fs::read(&args.file).map_err(|error| {
        Failure::machine(format_args!("cannot read {}", args.file.display()), error)
    })?;
    let drawing = OutputFormat::sniff(&bytes).filter(|format| format.is_vector());
    // Drawings have no pixels; what they say about themselves is all there is.
    let (format, size) = match drawing {
        Some(format) => (format.name().to_uppercase(), None),
        None => {
            let info = probe(&bytes).map_err(unreadable)?;
            (info.format.to_string(), Some((info.width, info.height)))
        }
    };
    let metadata = read_metadata(&bytes).map_err(unreadable)?;
    if args.scene {
        return print_scene(&metadata);
    }
    if args.json {
        return screen::json(&json!({
            "file": args.file.to_string_lossy(),
            "format": format,
            "width": size.map(|(width, _)| width),
            "height": size.map(|(_, height)| height),
            "size_bytes": bytes.len(),
            "fields": fields(&metadata),
            "scene": scene(&metadata),
        }));
    }
    screen::line(format_args!(
        "{}  {}{format}  {} kB",
        args.file.display(),
        size.map_or_else(String::new, |(width, height)| format!("{width}x{height}  ")),
        bytes.len().div_ceil(1000)
    ))?;
    for (key, word) in SHOWN {
        if let Some(value) = metadata.get(key) {
            screen::line(format_args!("{word:>13}: {value}"))?;
        }
    }
    match &metadata.scene_json {
        Some(scene) => screen::line(format_args!(
            "{:>13}: {} kB of JSON; --scene prints it",
            "scene",
            scene.len().div_ceil(1000)
        )),
        None if metadata.is_empty() => screen::line("  the picture says nothing about its making"),
        None => Ok(()),
    }
}

fn print_scene(metadata: &Metadata) -> Result<(), Failure> {
    match scene(metadata) {
        Value::Null => {
            let message = "The picture holds no scene; only pictures drawn by easel do.";
            Err(Error::new(ErrorKind::NotFound, "no_scene", message).into())
        }
        scene => screen::json(&scene),
    }
}

/// The scene is untrusted text; what is no JSON is shown as the text that it is.
fn scene(metadata: &Metadata) -> Value {
    metadata.scene_json.as_ref().map_or(Value::Null, |text| {
        serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.clone()))
    })
}

fn fields(metadata: &Metadata) -> Value {
    let fields = metadata.fields.iter();
    Value::Object(
        fields
            .map(|(key, value)| (key.clone(), value.as_str().into()))
            .collect(),
    )
}

fn unreadable(error: ImageError) -> Failure {
    Error::new(
        ErrorKind::Invalid,
        "unreadable_picture",
        format!("{error}."),
    )
    .into()
}
