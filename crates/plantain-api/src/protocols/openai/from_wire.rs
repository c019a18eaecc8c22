//! Wire structs → requests.

use std::sync::Arc;

use plantain_core::{
    Background, Count, EditSpec, Encoding, Error, ImageRequest, LookSpec, MaskReading, MaskSpec,
    ModelId, OutputFormat, PictureFile, PlannerChoice, Prompt, Quality, SafetyWishes, Seed,
    Severity, SizeSpec, Subject, Threshold,
};

use super::wire::{Generations, ImageRef};
use crate::body::Whole;
use crate::pictures::PictureRef;

/// A request with what concerns only its reply.
#[derive(Debug, PartialEq)]
pub struct Order {
    pub request: ImageRequest,
    pub quality: &'static str,
    pub as_url: bool,
    pub stream: bool,
    /// Previews of each picture that a stream shows, at most.
    pub partials: u8,
    pub events: EventNames,
}

/// Quality words with what they are called in replies. They cost tokens and mean nothing to easel, which has one finish.
const QUALITIES: [(&str, &str); 8] = [
    ("auto", "high"),
    ("low", "low"),
    ("medium", "medium"),
    ("high", "high"),
    ("xhigh", "xhigh"),
    ("max", "max"),
    ("standard", "standard"),
    ("hd", "hd"),
];

/// Most previews of a picture in a stream.
const PARTIALS_MAX: u8 = 3;

/// What a drawing or an edit is called in streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventNames {
    pub partial: &'static str,
    pub completed: &'static str,
}

const GENERATION: EventNames = EventNames {
    partial: "image_generation.partial_image",
    completed: "image_generation.completed",
};
const EDIT: EventNames = EventNames {
    partial: "image_edit.partial_image",
    completed: "image_edit.completed",
};

/// Returns the order for a drawing.
pub fn generations(body: &Generations) -> Result<Order, Error> {
    let prompt = prompt(body, "say what the picture should show")?;
    order(body, Subject::Prompt(prompt), GENERATION)
}

/// Returns the order for an edit of pictures that have been opened. By OpenAI's rule the see-through parts of a mask
/// are repainted.
pub fn edits(
    body: &Generations,
    pictures: Vec<PictureFile>,
    mask: Option<PictureFile>,
) -> Result<Order, Error> {
    let spec = EditSpec {
        instruction: prompt(body, "say what should be changed")?,
        pictures,
        mask: mask.map(|file| MaskSpec::File {
            file,
            reading: MaskReading::Alpha,
        }),
    };
    spec.check("image")?;
    one_of(
        "input_fidelity",
        body.input_fidelity.as_deref(),
        &["low", "high"],
    )?;
    order(body, Subject::Edit(Arc::new(spec)), EDIT)
}

/// Returns the pictures and the mask that stand in the JSON of an edit.
pub fn edit_pictures(body: &Generations) -> Result<(Vec<PictureRef>, Option<PictureRef>), Error> {
    let images = body.images.iter().flatten().enumerate();
    let images = images.map(|(index, image)| picture_ref(format!("images[{index}]"), image));
    let mask = body
        .mask
        .as_ref()
        .map(|mask| picture_ref("mask".to_owned(), mask));
    Ok((images.collect::<Result<_, _>>()?, mask.transpose()?))
}

fn picture_ref(field: String, image: &ImageRef) -> Result<PictureRef, Error> {
    match (&image.image_url, &image.file_id) {
        (Some(url), None) => PictureRef::parse(format!("{field}.image_url"), url),
        (None, Some(id)) => Err(Error::invalid(
            "unknown_file",
            format!("{field}.file_id"),
            id,
            "names no file on this server; send image_url with a data URL",
        )),
        _ => Err(Error::invalid(
            "invalid_image",
            field,
            "an image",
            "must have exactly one of image_url and file_id",
        )),
    }
}

fn prompt(body: &Generations, remedy: &'static str) -> Result<Prompt, Error> {
    let prompt = body.prompt.as_deref();
    let prompt = prompt.ok_or_else(|| Error::missing("prompt", remedy))?;
    Prompt::new("prompt", prompt)
}

/// `moderation: low` asks for less strictness, as far as the owner's policy lets callers have a say.
fn safety(body: &Generations) -> Result<SafetyWishes, Error> {
    one_of("moderation", body.moderation.as_deref(), &["auto", "low"])?;
    let mut wishes = SafetyWishes::default();
    if body.moderation.as_deref() == Some("low") {
        wishes.set_all(Threshold::From(Severity::High));
    }
    Ok(wishes)
}

fn order(body: &Generations, subject: Subject, events: EventNames) -> Result<Order, Error> {
    let request = ImageRequest {
        model: match &body.model {
            Some(name) => ModelId::new("model", name)?,
            None => ModelId::easel(),
        },
        subject,
        size: match &body.size {
            Some(text) => SizeSpec::parse("size", text)?,
            None => SizeSpec::default(),
        },
        encoding: encoding(body)?,
        background: match &body.background {
            Some(word) => Background::parse("background", word)?,
            None => Background::Auto,
        },
        seed: body
            .seed
            .map(|seed| Seed::new("seed", seed.0))
            .transpose()?,
        count: match body.n {
            Some(n) => Count::new("n", n.clamped())?,
            None => Count::ONE,
        },
        strict: false,
        filler: true,
        look: LookSpec::default(),
        planner: PlannerChoice::Default,
        safety: safety(body)?,
    };
    request.check("output_format")?;
    one_of("style", body.style.as_deref(), &["vivid", "natural"])?;
    let response_format = body.response_format.as_deref();
    one_of("response_format", response_format, &["b64_json", "url"])?;
    let partials = body.partial_images.map_or(0, Whole::clamped);
    let partials = u8::try_from(partials)
        .ok()
        .filter(|partials| *partials <= PARTIALS_MAX);
    let partials = partials.ok_or_else(|| {
        Error::invalid(
            "invalid_partial_images",
            "partial_images",
            body.partial_images.map_or(0, Whole::clamped),
            format_args!("must be a whole number from 0 to {PARTIALS_MAX}"),
        )
    })?;
    Ok(Order {
        request,
        quality: quality(body.quality.as_deref())?,
        as_url: response_format == Some("url"),
        stream: body.stream.unwrap_or(false),
        partials,
        events,
    })
}

fn encoding(body: &Generations) -> Result<Encoding, Error> {
    let format = match body.output_format.as_deref() {
        Some(name) => OutputFormat::parse("output_format", name)?,
        None => OutputFormat::Png,
    };
    let Some(compression) = body.output_compression.map(Whole::clamped) else {
        return Ok(format.into());
    };
    if !(0..=100).contains(&compression) {
        return Err(Error::invalid(
            "invalid_output_compression",
            "output_compression",
            compression,
            "must be a whole number from 0 to 100",
        ));
    }
    // 100 is the default and means "as good as it gets" in every format.
    let quality = match compression {
        100 => None,
        less if !format.has_quality() => {
            return Err(Error::invalid(
                "invalid_output_compression",
                "output_compression",
                less,
                format_args!("must be 100 or left out for {format}; ask for jpeg or webp"),
            ));
        }
        less => Some(Quality::new("output_compression", less.max(1))?),
    };
    Ok(Encoding {
        quality,
        ..format.into()
    })
}

fn quality(word: Option<&str>) -> Result<&'static str, Error> {
    let word = word.unwrap_or("auto");
    let known = QUALITIES.iter().find(|(name, _)| *name == word);
    known.map(|(_, shown)| *shown).ok_or_else(|| {
        let names: Vec<_> = QUALITIES.iter().map(|(name, _)| *name).collect();
        let remedy = format!("must be one of {}", names.join(", "));
        Error::invalid("invalid_quality", "quality", word, remedy)
    })
}

fn one_of(field: &'static str, word: Option<&str>, allowed: &[&str]) -> Result<(), Error> {
    match word {
        Some(word) if !allowed.contains(&word) => {
            let remedy = format!("must be one of {}", allowed.join(", "));
            Err(Error::invalid("invalid_value", field, word, remedy))
        }
        _ => Ok(()),
    }
}
