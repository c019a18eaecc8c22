//! Pictures and masks from outside, made ready for an engine: decoded and checked here, once a request.

mod masks;

use std::sync::Arc;

use plantain_core::{EditSpec, Error, ErrorKind, MaskSpec, PictureFile, Pixels};
use plantain_engine::provenance::PIXELS_SHA256;
use plantain_engine::{EditSubject, Engine, Input, Note};
use plantain_image::{
    Culprit, ImageError, Limits, Native, Profile, decode, pixel_hash, probe, read_metadata,
};

use crate::drawings;

/// Longest file, bytes.
const FILE_BYTES_MAX: usize = 50 << 20;
/// Most pixels of all pictures of a request together.
const PIXELS_IN_ALL_MAX: u64 = 72_000_000;

/// What a request brought along, ready for an engine.
#[derive(Debug)]
pub(crate) struct Opened {
    pub subject: EditSubject,
    /// The first picture as its file holds it, where that is more than the engine sees.
    pub native: Option<Arc<Native>>,
    /// What was found about the pictures.
    pub notes: Vec<Note>,
}

/// Decodes what a request brings along.
///
/// # Errors
/// Invalid or too large, naming the field.
pub(crate) fn edit(spec: &EditSpec, engine: &dyn Engine) -> Result<Opened, Error> {
    let mut notes = Vec::new();
    let mut inputs = Vec::with_capacity(spec.pictures.len());
    let mut pixels_in_all = 0;
    let mut native = None;
    for picture in &spec.pictures {
        let (input, own) = open(picture, engine, &mut notes)?;
        if inputs.is_empty() {
            native = own.map(Arc::new);
        } else if let Some(own) = own {
            converted(picture, &own, &mut notes);
        }
        pixels_in_all += u64::from(input.pixels.width) * u64::from(input.pixels.height);
        if pixels_in_all > PIXELS_IN_ALL_MAX {
            let most = PIXELS_IN_ALL_MAX / 1_000_000;
            let message = format!(
                "The pictures have more than {most} megapixels in all; send fewer or smaller ones."
            );
            return Err(
                Error::new(ErrorKind::TooLarge, "pictures_too_large", message)
                    .with_field(picture.field.to_string()),
            );
        }
        inputs.push(Arc::new(input));
    }
    let Some(first) = inputs.first().map(Arc::clone) else {
        return Err(Error::internal("an edit without a picture"));
    };
    let mask = match &spec.mask {
        Some(MaskSpec::Among) => masks::among(&mut inputs, &spec.pictures, &mut notes)?,
        Some(mask) => {
            let ground = masks::Ground {
                first: &first.pixels,
                segmenter: engine.segmenter(),
            };
            Some(ground.mask(mask, &mut notes)?)
        }
        None => None,
    };
    let subject = EditSubject {
        instruction: spec.instruction.shared(),
        mask: mask.map(Arc::new),
        inputs,
    };
    Ok(Opened {
        subject,
        native,
        notes,
    })
}

/// Returns what a picture from outside shows.
///
/// # Errors
/// Invalid or too large, naming the field.
pub(crate) fn view(picture: &PictureFile, engine: &dyn Engine) -> Result<Pixels, Error> {
    open(picture, engine, &mut Vec::new()).map(|(input, _)| input.pixels)
}

fn pixels(picture: &PictureFile) -> Result<Pixels, Error> {
    check_length(picture)?;
    decode(&picture.file, &Limits::default()).map_err(|error| refused(picture, &error))
}

/// Returns the picture with the scene that drew it, if its pixels are still the ones that were drawn; and its own samples,
/// if they are more than the engine sees.
fn open(
    picture: &PictureFile,
    engine: &dyn Engine,
    notes: &mut Vec<Note>,
) -> Result<(Input, Option<Native>), Error> {
    check_length(picture)?;
    if let Some(drawing) = drawings::open(picture, engine)? {
        return Ok((drawing, None));
    }
    let native = Native::of(&picture.file, &Limits::default());
    let native = native.map_err(|error| refused(picture, &error))?;
    let pixels = match &native {
        Some(native) => native.pixels(),
        None => self::pixels(picture)?,
    };
    lost(picture, notes);
    // What a file says about itself is a help, not a need: a picture with damaged metadata is still a picture.
    let metadata = read_metadata(&picture.file).unwrap_or_default();
    let drawn = metadata.get(PIXELS_SHA256).map(str::to_owned);
    let scene_json = metadata.scene_json.filter(|_| {
        let found: String = pixel_hash(&pixels).iter().map(|b| format!("{b:02x}")).collect();
        let same = drawn.as_deref() == Some(found.as_str());
        if !same {
            notes.push(Note::new(
                "scene_outdated",
                format!("{}: the picture was changed after it was drawn, so its pixels are edited, not its scene.", picture.field),
            ));
        }
        same
    });
    let input = Input {
        pixels,
        scene_json: scene_json.map(Arc::from),
    };
    Ok((input, native))
}

/// Says what a further picture loses when it is put into the first.
fn converted(picture: &PictureFile, own: &Native, notes: &mut Vec<Note>) {
    let field = &picture.field;
    if own.is_deep() {
        let message = format!("{field}: its samples of 16 bits were rounded to 8.");
        notes.push(Note::new("depth_reduced", message));
    }
    if own.profile.is_some() {
        let message = format!("{field}: its colours were converted from its profile to sRGB.");
        notes.push(Note::new("profile_converted", message));
    }
}

/// Says what of a file no edit keeps: frames behind the first, and a profile that cannot be followed.
fn lost(picture: &PictureFile, notes: &mut Vec<Note>) {
    let Ok(info) = probe(&picture.file) else {
        return;
    };
    let field = &picture.field;
    if info.frames > 1 {
        let message = format!(
            "{field}: only the first of its {} frames is edited.",
            info.frames
        );
        notes.push(Note::new("first_frame", message));
    }
    if info.has_profile && Profile::embedded(&picture.file).is_none() {
        let message = format!(
            "{field}: its colour profile (of grey, inks or tables) is not kept; its colours are taken as sRGB. Convert it to sRGB first where they must match."
        );
        notes.push(Note::new("profile_dropped", message));
    }
}

fn check_length(picture: &PictureFile) -> Result<(), Error> {
    if picture.file.len() <= FILE_BYTES_MAX {
        return Ok(());
    }
    let most = FILE_BYTES_MAX >> 20;
    let message = format!(
        "{}: a picture may have at most {most} MiB; send a smaller one.",
        picture.field
    );
    Err(
        Error::new(ErrorKind::TooLarge, "picture_too_large", message)
            .with_field(picture.field.to_string()),
    )
}

fn refused(picture: &PictureFile, error: &ImageError) -> Error {
    let (kind, code) = match error.culprit() {
        Culprit::Limit => (ErrorKind::TooLarge, "picture_too_large"),
        Culprit::Input => (ErrorKind::Invalid, "invalid_image"),
        Culprit::Internal => return Error::internal(error),
    };
    let message = format!("{}: {error}.", picture.field);
    Error::new(kind, code, message).with_field(picture.field.to_string())
}

#[cfg(test)]
mod tests;
