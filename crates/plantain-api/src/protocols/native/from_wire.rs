//! Wire structs → requests.

use std::sync::Arc;

use plantain_core::{
    AspectRatio, Background, Count, EditSpec, Encoding, Error, ErrorKind, ImageRequest, Letters,
    ModelId, OutputFormat, PictureFile, PlannerChoice, Prompt, Quality, SafetyWishes, Seed,
    SizeSpec, Subject, Tier,
};

use super::edit_mask;
use super::look::look;
use super::wire::{Filler, Request};

/// How pictures come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    Base64,
    Url,
    Binary,
}

/// A request with what concerns only its reply.
#[derive(Debug)]
pub struct Order {
    pub request: ImageRequest,
    /// None: as the client's `Accept` says.
    pub delivery: Option<Delivery>,
    pub include_scene: bool,
}

/// Returns the order for a prompt.
pub fn generate(body: &Request) -> Result<Order, Error> {
    let prompt = body
        .prompt
        .as_deref()
        .ok_or_else(|| Error::missing("prompt", "say what the picture should show"))?;
    if body.image.is_some() || body.images.is_some() {
        return Err(Error::new(
            ErrorKind::Invalid,
            "prompt_and_image",
            "image: a picture is changed by POST /plantain/v1/images/edit; send it there.",
        )
        .with_field("image"));
    }
    if body.scene.is_some() {
        return Err(Error::new(
            ErrorKind::Invalid,
            "prompt_and_scene",
            "scene: a scene is drawn by POST /plantain/v1/scenes/render; send it there, without a prompt.",
        )
        .with_field("scene"));
    }
    order(body, Subject::Prompt(Prompt::new("prompt", prompt)?))
}

/// Returns the order for a scene.
pub fn render(body: &Request) -> Result<Order, Error> {
    let scene = body.scene.as_ref().ok_or_else(|| {
        Error::missing(
            "scene",
            "send a scene document; its schema is at /plantain/v1/scene.schema.json",
        )
    })?;
    order(body, Subject::Scene(scene.to_string().into()))
}

/// Returns the order for an edit of pictures that have been opened.
pub fn edit(
    body: &Request,
    pictures: Vec<PictureFile>,
    mask: Option<PictureFile>,
) -> Result<Order, Error> {
    let instruction = body
        .prompt
        .as_deref()
        .ok_or_else(|| Error::missing("prompt", "say what should be changed"))?;
    let spec = EditSpec {
        instruction: Prompt::new("prompt", instruction)?,
        pictures,
        mask: edit_mask::mask(body, mask)?,
    };
    spec.check("image")?;
    order(body, Subject::Edit(Arc::new(spec)))
}

fn order(body: &Request, subject: Subject) -> Result<Order, Error> {
    let request = ImageRequest {
        model: match &body.model {
            Some(name) => ModelId::new("model", name)?,
            None => ModelId::easel(),
        },
        subject,
        size: size(body)?,
        encoding: encoding(body)?,
        background: match &body.background {
            Some(word) => Background::parse("background", word)?,
            None => Background::Auto,
        },
        seed: body
            .seed
            .map(|seed| Seed::new("seed", seed.0))
            .transpose()?,
        count: match body.count {
            Some(count) => Count::new("count", count.clamped())?,
            None => Count::ONE,
        },
        strict: body.strict.unwrap_or(false),
        filler: filler(body.filler.as_ref())?,
        look: look(body.brand.as_ref(), body.style_of.as_ref())?,
        safety: SafetyWishes::default(),
        planner: match &body.planner {
            Some(word) => PlannerChoice::parse("planner", word)?,
            None => PlannerChoice::Default,
        },
    };
    request.check("format")?;
    let delivery = delivery(body.output.as_deref())?;
    if delivery == Some(Delivery::Binary) && request.count.get() > 1 {
        return Err(Error::invalid(
            "invalid_output",
            "output",
            "binary",
            "holds one picture; ask for a count of 1, or for b64_json or url",
        ));
    }
    Ok(Order {
        request,
        delivery,
        include_scene: body.include_scene.unwrap_or(false),
    })
}

fn size(body: &Request) -> Result<SizeSpec, Error> {
    let mut spec = match &body.size {
        Some(text) => SizeSpec::parse("size", text)?,
        None => SizeSpec::default(),
    };
    if let Some(text) = &body.aspect_ratio {
        spec.aspect = Some(AspectRatio::parse("aspect_ratio", text)?);
    }
    if let Some(text) = &body.tier {
        spec.tier = Some(Tier::parse("tier", text)?);
    }
    match spec.exact {
        Some(exact) if spec.aspect.is_some() || spec.tier.is_some() => Err(Error::invalid(
            "invalid_size",
            "size",
            exact,
            "already gives pixels; leave aspect_ratio and tier out",
        )),
        _ => Ok(spec),
    }
}

fn encoding(body: &Request) -> Result<Encoding, Error> {
    let format = match &body.format {
        Some(name) => OutputFormat::parse("format", name)?,
        None => OutputFormat::default(),
    };
    let quality = body
        .quality
        .map(|quality| Quality::new("quality", quality.clamped()))
        .transpose()?;
    match quality {
        Some(quality) if !format.has_quality() => Err(Error::invalid(
            "invalid_quality",
            "quality",
            quality.get(),
            format_args!("means nothing for {format}; leave it out, or ask for jpeg or webp"),
        )),
        _ => Ok(Encoding {
            format,
            quality,
            letters: letters(body.letters.as_deref(), format)?,
        }),
    }
}

fn letters(word: Option<&str>, format: OutputFormat) -> Result<Letters, Error> {
    let letters = word.map(|word| Letters::parse("letters", word));
    match letters.transpose()? {
        Some(Letters::Text) if !format.is_vector() => Err(Error::invalid(
            "invalid_letters",
            "letters",
            "text",
            format_args!("means nothing for {format}; leave it out, or ask for svg or pdf"),
        )),
        letters => Ok(letters.unwrap_or_default()),
    }
}

fn filler(filler: Option<&Filler>) -> Result<bool, Error> {
    match filler {
        None => Ok(true),
        Some(Filler::Switch(on)) => Ok(*on),
        Some(Filler::Word(word)) if word == "none" => Ok(false),
        Some(Filler::Word(word)) => Err(Error::invalid(
            "invalid_filler",
            "filler",
            word,
            "must be true, false or \"none\"",
        )),
    }
}

fn delivery(output: Option<&str>) -> Result<Option<Delivery>, Error> {
    match output {
        None => Ok(None),
        Some("b64_json") => Ok(Some(Delivery::Base64)),
        Some("url") => Ok(Some(Delivery::Url)),
        Some("binary") => Ok(Some(Delivery::Binary)),
        Some(other) => Err(Error::invalid(
            "invalid_output",
            "output",
            other,
            "must be one of b64_json, url, binary",
        )),
    }
}
