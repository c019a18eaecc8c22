//! Wire structs → requests.

use std::sync::Arc;

use plantain_app::Recipe;
use plantain_core::{
    Background, Count, EditSpec, Encoding, Error, ImageRequest, LookSpec, MaskReading, MaskSpec,
    ModelId, OutputFormat, PictureFile, PlannerChoice, Prompt, Quality, SafetyWishes, Seed,
    Severity, SizeSpec, Subject, Threshold,
};
use plantain_engine::Note;

use super::drawing::Commission;
use super::sources::Source;
use super::wire::{Generations, ImageRef};
use crate::body::Whole;

/// A request with what concerns only its reply.
#[derive(Debug, PartialEq)]
pub struct Order {
    pub commission: Commission,
    pub quality: &'static str,
    /// Pictures come behind links.
    pub as_url: bool,
    /// Pictures come in the reply, beside their links if there are any.
    pub inline: bool,
    pub stream: bool,
    /// Previews of each picture that a stream shows, at most.
    pub partials: u8,
    /// Pictures that are handed in are looked at closely, which nothing here needs; it costs tokens.
    pub fine_input: bool,
    /// Wishes that change nothing here.
    pub unmet: Vec<Note>,
}

impl Order {
    pub fn request(&self) -> &ImageRequest {
        &self.commission.request
    }
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

/// Returns the order for a drawing.
pub fn generations(body: &Generations) -> Result<Order, Error> {
    let prompt = prompt(body, "say what the picture should show")?;
    order(body, Subject::Prompt(prompt))
}

/// What stands beside the pictures of an edit and says where it may change them.
#[derive(Debug)]
pub enum Where<T> {
    Anywhere,
    /// The see-through parts are repainted.
    Mask(T),
    /// What is marked, or enclosed by marks, is repainted.
    Markup(T),
}

/// Returns the order for an edit of pictures that have been opened.
pub fn edits(
    body: &Generations,
    pictures: Vec<PictureFile>,
    place: Where<PictureFile>,
) -> Result<Order, Error> {
    let mask = match place {
        Where::Anywhere => None,
        Where::Mask(file) => Some((file, MaskReading::Alpha)),
        Where::Markup(file) => Some((file, MaskReading::Marks)),
    };
    let spec = EditSpec {
        instruction: prompt(body, "say what should be changed")?,
        pictures,
        mask: mask.map(|(file, reading)| MaskSpec::File { file, reading }),
    };
    spec.check("image")?;
    order(body, Subject::Edit(Arc::new(spec)))
}

/// Returns the order for other pictures of the prompt that a picture was drawn from, as large as it unless the request says
/// otherwise.
pub fn variations(body: &Generations, recipe: Recipe, seed: Seed) -> Result<Order, Error> {
    let mut order = order(body, Subject::Prompt(recipe.prompt))?;
    let request = &mut order.commission.request;
    if request.size == SizeSpec::default() {
        request.size = SizeSpec::exact(recipe.size);
    }
    // No picture of the batch may be the one that is there.
    let taken = |seed: Seed| {
        let seeds = (0..request.count.get()).map(|index| Some(seed.derive(index)));
        seeds.into_iter().any(|other| other == recipe.seed)
    };
    let chosen = if taken(seed) {
        seed.derive(Count::MAX)
    } else {
        seed
    };
    request.seed = request.seed.or(Some(chosen));
    Ok(order)
}

/// Returns the pictures and the mask that stand in the JSON of an edit.
pub fn edit_pictures(body: &Generations) -> Result<(Vec<Source>, Option<Source>), Error> {
    let images = body.images.iter().flatten().enumerate();
    let images = images.map(|(index, image)| source(format!("images[{index}]"), image));
    let mask = body.mask.as_ref();
    let mask = mask.map(|mask| source("mask".to_owned(), mask));
    Ok((images.collect::<Result<_, _>>()?, mask.transpose()?))
}

fn source(field: String, image: &ImageRef) -> Result<Source, Error> {
    Source::of_object(field, image.image_url.as_deref(), image.file_id.as_deref())
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

/// Returns the order for anything that is drawn, with the options that all ways of ordering share.
pub fn order(body: &Generations, subject: Subject) -> Result<Order, Error> {
    check_frames(body)?;
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
    one_of(
        "input_fidelity",
        body.input_fidelity.as_deref(),
        &["low", "high"],
    )?;
    let complexity = body.complexity.as_deref();
    one_of("complexity", complexity, &["low", "medium", "high"])?;
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
    // Clients of the retired models that say nothing expect links, as those gave them.
    let links = request.model.as_str().starts_with("dall-e-");
    Ok(Order {
        unmet: unmet(body),
        commission: request.into(),
        quality: quality(body.quality.as_deref())?,
        as_url: response_format == Some("url") || (response_format.is_none() && links),
        inline: response_format != Some("url"),
        stream: body.stream.unwrap_or(false),
        fine_input: body.input_fidelity.as_deref() == Some("high"),
        partials,
    })
}

/// Frames belong to a format that is not drawn here, and to no other.
fn check_frames(body: &Generations) -> Result<(), Error> {
    if body.output_format.as_deref() == Some("gif") {
        return Err(Error::invalid(
            "unsupported_format",
            "output_format",
            "gif",
            "must be one of png, jpeg, webp, svg, pdf: the engine that draws makes still pictures",
        ));
    }
    for (field, value) in [
        ("frame_count", body.frame_count),
        ("frame_duration_ms", body.frame_duration_ms),
    ] {
        if let Some(value) = value {
            let remedy = "must be left out: only gif has frames, and the engine that draws makes still pictures";
            return Err(Error::invalid("unsupported_format", field, value.0, remedy));
        }
    }
    if body.svg.is_some() && body.output_format.as_deref() != Some("svg") {
        let remedy = "must be left out, or come with \"output_format\": \"svg\"";
        return Err(Error::invalid("invalid_svg", "svg", "an object", remedy));
    }
    Ok(())
}

/// Wishes that are understood and change nothing.
fn unmet(body: &Generations) -> Vec<Note> {
    let wishes = [
        (
            body.style.is_some(),
            "style_ignored",
            "style changed nothing: say the style in the prompt.",
        ),
        (
            body.complexity.is_some(),
            "complexity_ignored",
            "complexity changed nothing: every picture is planned with the same care.",
        ),
        (
            body.svg.is_some(),
            "svg_author_ignored",
            "svg changed nothing: the engine that drew writes vectors itself.",
        ),
    ];
    let unmet = wishes.into_iter().filter(|(wished, _, _)| *wished);
    unmet
        .map(|(_, code, message)| Note::new(code, message))
        .collect()
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

/// Returns what a quality is called in replies.
pub fn quality(word: Option<&str>) -> Result<&'static str, Error> {
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
