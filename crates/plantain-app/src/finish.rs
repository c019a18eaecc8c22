//! From what an engine gives to a finished file.

use bytes::Bytes;
use plantain_core::{Encoding, Error, OutputFormat, Pixels, Quality, Reframe};
use plantain_engine::{Capabilities, Job, JobSubject, Note, Output, Rendered, provenance};
use plantain_image::{
    Coding, EncodeOptions, Limits, Metadata, Native, Samples, decode, pixel_hash,
};
use plantain_retouch::reframe::{reframed, reframed_samples};

use crate::studio::Picture;

/// Encodes what is not encoded yet, with its provenance, and checks that the engine kept its word.
///
/// `native` is the edited picture as its file held it, where that was more than the engine saw.
pub(crate) fn finish(
    mut output: Output,
    job: &Job,
    native: Option<&Native>,
    encoding: Encoding,
    engine: &Capabilities,
) -> Result<Picture, Error> {
    let asked = job.size.exact;
    if asked.is_some_and(|asked| asked != output.size) {
        return Err(Error::internal(format_args!(
            "{} drew {} where {asked:?} was asked for",
            engine.name, output.size
        )));
    }
    let mut brought = Vec::new();
    let (bytes, transparent) = match &output.rendered {
        Rendered::Pixels(pixels) => {
            check_pixels(pixels, &output, engine)?;
            let kept = native.map(|native| {
                let merged = merged(native, job, output.reframes.as_deref(), pixels);
                (native, merged)
            });
            let bytes = match &kept {
                Some((_, Some(merged))) => encode_native(merged, &output, job, encoding, engine)?,
                _ => encode(pixels, &output, job, encoding, engine)?,
            };
            if let Some((native, merged)) = &kept {
                let notes = kept_notes(native, merged.is_some(), encoding.format);
                brought.extend(notes);
            }
            (bytes, !pixels.opaque && encoding.format.has_alpha())
        }
        Rendered::Encoded { format, .. } if *format != encoding.format => {
            return Err(Error::internal(format_args!(
                "{} wrote {format} where {} was asked for",
                engine.name, encoding.format
            )));
        }
        Rendered::Encoded { bytes, .. } => (Vec::new(), shows_alpha(bytes, job)),
    };
    output.notes.extend(brought);
    let bytes = match output.rendered {
        Rendered::Encoded { bytes, .. } => bytes,
        Rendered::Pixels(_) => bytes,
    };
    Ok(Picture {
        bytes: Bytes::from(bytes),
        format: encoding.format,
        size: output.size,
        seed: output.seed,
        transparent,
        plan: output.plan,
        notes: output.notes,
        alt: output.alt,
        scene_json: output.scene_json,
        edit: output.edit,
    })
}

/// Whether a whole file can be see-through. A PNG says so itself; the others were asked for it or were not.
fn shows_alpha(bytes: &[u8], job: &Job) -> bool {
    /// Where a PNG's header holds its colour type, and the type of colour with alpha.
    const COLOR_TYPE_AT: usize = 25;
    const COLOR_WITH_ALPHA: u8 = 6;
    match OutputFormat::sniff(bytes) {
        Some(OutputFormat::Png) => bytes.get(COLOR_TYPE_AT) == Some(&COLOR_WITH_ALPHA),
        _ => job.transparent == Some(true),
    }
}

fn check_pixels(pixels: &Pixels, output: &Output, engine: &Capabilities) -> Result<(), Error> {
    let size = output.size;
    if (pixels.width, pixels.height) != (size.width(), size.height()) {
        return Err(Error::internal(format_args!(
            "{} says {size} and gives {}x{} pixels",
            engine.name, pixels.width, pixels.height
        )));
    }
    Ok(())
}

fn encode(
    pixels: &Pixels,
    output: &Output,
    job: &Job,
    encoding: Encoding,
    engine: &Capabilities,
) -> Result<Vec<u8>, Error> {
    let coding = coding(encoding).ok_or_else(|| {
        Error::internal(format_args!(
            "{} gives pixels for {}",
            engine.name, encoding.format
        ))
    })?;
    let scene_json = output.scene_json.as_deref().map(str::to_owned);
    let hash = match scene_json {
        Some(_) => Some(decoded_hash(pixels, coding).map_err(Error::internal)?),
        None => None,
    };
    let metadata = Metadata {
        fields: provenance(engine, job, &output.alt, hash.as_ref()),
        scene_json,
        xmp: None,
    };
    plantain_image::encode(pixels, &EncodeOptions { coding, metadata }).map_err(Error::internal)
}

/// Returns the edited picture in its own depth and colours; none where its way to the new canvas cannot be followed.
fn merged(
    native: &Native,
    job: &Job,
    reframes: Option<&[Reframe]>,
    after: &Pixels,
) -> Option<Native> {
    let JobSubject::Edit(subject) = &job.subject else {
        return None;
    };
    let before = &subject.inputs.first()?.pixels;
    match reframes? {
        [] => native.merged(before, after),
        steps => moved(native, steps).merged(&reframed(before, steps), after),
    }
}

/// Returns a picture's own samples after the steps that an edit went.
fn moved(native: &Native, steps: &[Reframe]) -> Native {
    let size = (native.width, native.height);
    let (samples, (width, height)) = match &native.samples {
        Samples::Eight(samples) => {
            let (samples, size) = reframed_samples(samples, size, steps);
            (Samples::Eight(samples), size)
        }
        Samples::Sixteen(samples) => {
            let (samples, size) = reframed_samples(samples, size, steps);
            (Samples::Sixteen(samples), size)
        }
    };
    Native {
        width,
        height,
        samples,
        profile: native.profile.clone(),
    }
}

/// Says what became of a picture's depth and profile.
fn kept_notes(native: &Native, merged: bool, format: OutputFormat) -> Vec<Note> {
    let mut notes = Vec::new();
    if native.is_deep() {
        notes.push(if merged && format == OutputFormat::Png {
            Note::new(
                "depth_kept",
                "The picture keeps its 16 bits a sample; what the edit changed was computed with 8.",
            )
        } else {
            let why = match merged {
                true => format!("{format} holds no more"),
                false => "the edit put several pictures together".to_owned(),
            };
            Note::new("depth_reduced", format!("The picture's samples of 16 bits were rounded to 8: {why}."))
        });
    }
    if native.profile.is_some() {
        notes.push(match merged {
            true => Note::new(
                "profile_kept",
                "The picture keeps its colour profile; colours that the edit brought in were converted to it from sRGB.",
            ),
            false => Note::new(
                "profile_converted",
                "The picture's colours were converted from its profile to sRGB, since the edit put several pictures together.",
            ),
        });
    }
    notes
}

fn encode_native(
    native: &Native,
    output: &Output,
    job: &Job,
    encoding: Encoding,
    engine: &Capabilities,
) -> Result<Vec<u8>, Error> {
    let coding = coding(encoding)
        .ok_or_else(|| Error::internal(format_args!("pixels for {}", encoding.format)))?;
    let metadata = Metadata {
        fields: provenance(engine, job, &output.alt, None),
        scene_json: None,
        xmp: None,
    };
    plantain_image::encode_native(native, &EncodeOptions { coding, metadata })
        .map_err(Error::internal)
}

/// Returns the hash of what a file of these pixels decodes to; a lossy file is tried out.
fn decoded_hash(pixels: &Pixels, coding: Coding) -> plantain_image::Result<[u8; 32]> {
    if matches!(coding, Coding::Png | Coding::WebpLossless) {
        return Ok(pixel_hash(pixels));
    }
    let options = EncodeOptions {
        coding,
        metadata: Metadata::default(),
    };
    let file = plantain_image::encode(pixels, &options)?;
    Ok(pixel_hash(&decode(&file, &Limits::default())?))
}

/// Encodes a preview: as the picture, without a word about its making.
pub(crate) fn preview(pixels: &Pixels, encoding: Encoding) -> Result<Vec<u8>, Error> {
    let options = EncodeOptions {
        coding: coding(encoding).unwrap_or(Coding::Png),
        metadata: Metadata::default(),
    };
    plantain_image::encode(pixels, &options).map_err(Error::internal)
}

/// Returns how pixels are stored; none for vector formats.
fn coding(encoding: Encoding) -> Option<Coding> {
    Some(match (encoding.format, encoding.quality) {
        (OutputFormat::Png, _) => Coding::Png,
        (OutputFormat::Jpeg, quality) => Coding::Jpeg {
            quality: quality.unwrap_or(Quality::JPEG_DEFAULT).get(),
        },
        (OutputFormat::Webp, None) => Coding::WebpLossless,
        (OutputFormat::Webp, Some(quality)) => Coding::WebpLossy {
            quality: quality.get(),
        },
        (OutputFormat::Svg | OutputFormat::Pdf, _) => return None,
    })
}
