//! SVG and PDF from outside: what Plantain drew is drawn again from the scene that it carries; no other is taken.

use std::sync::Arc;

use plantain_core::{Error, ErrorKind, Letters, OutputFormat, PictureFile, Pixels, Seed, SizeSpec};
use plantain_engine::{Engine, Input, Job, JobSubject, Look, Progress, Rendered};
use plantain_image::{Limits, decode, is_our_drawing, read_metadata};

/// Returns the picture behind a document; none when the file is none.
///
/// # Errors
/// Invalid, naming the field, for documents that Plantain did not draw, or that were changed since.
pub(crate) fn open(picture: &PictureFile, engine: &dyn Engine) -> Result<Option<Input>, Error> {
    let format = match OutputFormat::sniff(&picture.file) {
        Some(format @ (OutputFormat::Svg | OutputFormat::Pdf)) => format,
        _ => return Ok(None),
    };
    // Damaged metadata tells as much as none.
    let scene = read_metadata(&picture.file).unwrap_or_default().scene_json;
    let scene: Arc<str> = match scene {
        Some(scene) if is_our_drawing(&picture.file) => scene.into(),
        Some(_) => {
            let why =
                "it was changed after Plantain drew it, so that its scene is not what it shows";
            return Err(refused(picture, format, why));
        }
        None => return Err(refused(picture, format, "Plantain did not draw it")),
    };
    Ok(Some(Input {
        pixels: draw(engine, &scene)
            .map_err(|error| error.with_field(picture.field.to_string()))?,
        scene_json: Some(scene),
    }))
}

fn draw(engine: &dyn Engine, scene: &Arc<str>) -> Result<Pixels, Error> {
    let job = Job {
        subject: JobSubject::Scene(Arc::clone(scene)),
        size: SizeSpec::default(),
        format: OutputFormat::Png,
        quality: None,
        letters: Letters::default(),
        transparent: None,
        seed: Seed(0),
        index: 0,
        strict: false,
        filler: true,
        look: Look::default(),
    };
    match engine.run(&job, &Progress::default())?.rendered {
        Rendered::Pixels(pixels) => Ok(pixels),
        Rendered::Encoded { bytes, .. } => {
            decode(&bytes, &Limits::default()).map_err(Error::internal)
        }
    }
}

fn refused(picture: &PictureFile, format: OutputFormat, why: &str) -> Error {
    let name = format.name().to_uppercase();
    let message = format!(
        "{}: this {name} cannot be edited: {why}. Send it as PNG, JPEG or WebP.",
        picture.field
    );
    Error::new(ErrorKind::Invalid, "invalid_image", message).with_field(picture.field.to_string())
}
