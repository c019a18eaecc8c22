//! fal's input → requests.

use std::sync::Arc;

use plantain_core::{
    AspectRatio, Background, Category, Count, EditSpec, Error, ImageRequest, LookSpec, MaskReading,
    MaskSpec, ModelId, OutputFormat, PictureFile, PixelSize, PlannerChoice, Prompt, SafetyWishes,
    Seed, Severity, SizeSpec, Subject, Threshold, Tier,
};
use plantain_engine::Note;
use serde_json::Value;

use super::wire::{Input, Pixels};
use crate::body::parse_at;
use crate::pictures::{self, PictureRef};

/// Under which names the embedded engine itself is called.
const OWN: [&str; 2] = ["plantain/easel", "plantain/easel/edit"];
/// fal's names of sizes.
const SIZES: [(&str, u64, u64); 6] = [
    ("square_hd", 1024, 1024),
    ("square", 512, 512),
    ("portrait_4_3", 768, 1024),
    ("portrait_16_9", 576, 1024),
    ("landscape_4_3", 1024, 768),
    ("landscape_16_9", 1024, 576),
];

/// The pictures that an input names.
#[derive(Debug, Default)]
pub struct Pictures {
    pub images: Vec<PictureRef>,
    pub mask: Option<PictureRef>,
}

/// The same, opened.
#[derive(Debug, Default)]
pub struct Opened {
    pub images: Vec<PictureFile>,
    pub mask: Option<PictureFile>,
}

/// Returns the model that an endpoint stands for.
pub fn model(endpoint: &str) -> Result<ModelId, Error> {
    if OWN.contains(&endpoint) {
        return Ok(ModelId::easel());
    }
    ModelId::new("endpoint", endpoint)
}

/// Returns the pictures that are named, in order.
pub fn pictures(input: &Input) -> Result<Pictures, Error> {
    let images = pictures::named(&[
        ("image_url", &input.image_url),
        ("image_urls", &input.image_urls),
    ])?;
    let mask = input.mask_url.as_deref().filter(|text| !text.is_empty());
    let mask = mask.map(|text| PictureRef::parse("mask_url", text));
    Ok(Pictures {
        images,
        mask: mask.transpose()?,
    })
}

/// Returns the request of an endpoint, and what the input wishes for that nobody here fulfils.
pub fn request(
    endpoint: &str,
    input: &Input,
    opened: Opened,
) -> Result<(ImageRequest, Vec<Note>), Error> {
    let text = input.prompt.as_deref();
    let text = text.ok_or_else(|| Error::missing("prompt", "say what the picture should show"))?;
    let prompt = Prompt::new("prompt", text)?;
    let edits = endpoint.ends_with("/edit") || endpoint.ends_with("/multi");
    let subject = match opened.images.is_empty() {
        true if edits => {
            let remedy = "name the pictures to be changed, as links or data URLs";
            return Err(Error::missing("image_urls", remedy));
        }
        true => Subject::Prompt(prompt),
        false => edit(prompt, opened)?,
    };
    let request = ImageRequest {
        model: model(endpoint)?,
        subject,
        size: size(input)?,
        encoding: match &input.output_format {
            Some(name) => OutputFormat::parse("output_format", name)?.into(),
            None => OutputFormat::Png.into(),
        },
        background: Background::Auto,
        seed: input
            .seed
            .map(|seed| Seed::new("seed", seed.0))
            .transpose()?,
        count: match input.num_images {
            Some(count) => Count::new("num_images", count.clamped())?,
            None => Count::ONE,
        },
        strict: false,
        filler: true,
        look: LookSpec::default(),
        planner: PlannerChoice::Default,
        safety: safety(input.safety_tolerance.as_ref())?,
    };
    request.check("output_format")?;
    Ok((request, unmet(input)?))
}

fn edit(prompt: Prompt, opened: Opened) -> Result<Subject, Error> {
    let mask = opened.mask.map(|file| MaskSpec::File {
        file,
        reading: MaskReading::White,
    });
    let spec = EditSpec {
        instruction: prompt,
        pictures: opened.images,
        mask,
    };
    spec.check("image_urls")?;
    Ok(Subject::Edit(Arc::new(spec)))
}

/// Pixels win; ratio and tier complete each other.
fn size(input: &Input) -> Result<SizeSpec, Error> {
    let mut spec = SizeSpec::default();
    if let Some(text) = input.aspect_ratio.as_deref().filter(|text| *text != "auto") {
        spec.aspect = Some(AspectRatio::parse("aspect_ratio", text)?);
    }
    if let Some(text) = &input.resolution {
        spec.tier = Some(Tier::parse("resolution", text)?);
    }
    spec.exact = match &input.image_size {
        None | Some(Value::Null) => None,
        Some(Value::String(name)) => {
            let known = SIZES.iter().find(|(known, ..)| known == name);
            let (_, width, height) = known.ok_or_else(|| {
                let names: Vec<_> = SIZES.iter().map(|(name, ..)| *name).collect();
                let remedy = format!(
                    "must be an object with width and height, or one of {}",
                    names.join(", ")
                );
                Error::invalid("invalid_size", "image_size", name, remedy)
            })?;
            Some(PixelSize::new("image_size", *width, *height)?)
        }
        Some(object) => {
            let pixels: Pixels = parse_at("image_size", object)?;
            let side = |side: crate::body::Whole| u64::try_from(side.clamped()).unwrap_or(0);
            let (width, height) = (side(pixels.width), side(pixels.height));
            Some(PixelSize::new("image_size", width, height)?)
        }
    };
    Ok(spec)
}

/// fal's one scale from strict to tolerant, for the categories that a caller may choose; the owner's policy has the last
/// word.
fn safety(tolerance: Option<&Value>) -> Result<SafetyWishes, Error> {
    let text = match tolerance {
        None | Some(Value::Null) => return Ok(SafetyWishes::default()),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    let threshold = match text.as_str() {
        "1" | "2" => Threshold::From(Severity::Low),
        "3" | "4" => return Ok(SafetyWishes::default()),
        "5" => Threshold::From(Severity::High),
        "6" => Threshold::Off,
        _ => {
            let remedy = "must be \"1\" (strict) to \"6\" (tolerant)";
            return Err(Error::invalid(
                "invalid_tolerance",
                "safety_tolerance",
                text,
                remedy,
            ));
        }
    };
    let mut wishes = SafetyWishes::default();
    for category in Category::ALL {
        // Nobody's tolerance reaches these.
        if !matches!(category, Category::Minors | Category::Deception) {
            wishes.set(category, threshold);
        }
    }
    Ok(wishes)
}

fn unmet(input: &Input) -> Result<Vec<Note>, Error> {
    let mut notes = Vec::new();
    if input.enable_web_search == Some(true) || input.enable_google_search == Some(true) {
        let message = "The engine searches nothing; the picture shows what the prompt says.";
        notes.push(Note::new("search_not_honoured", message));
    }
    match input.thinking_level.as_deref() {
        None | Some("minimal") => {}
        Some("high") => {
            let message = "The engine has one way of planning a picture, at any level.";
            notes.push(Note::new("thinking_level_not_honoured", message));
        }
        Some(other) => {
            let remedy = "must be minimal or high";
            return Err(Error::invalid(
                "invalid_value",
                "thinking_level",
                other,
                remedy,
            ));
        }
    }
    Ok(notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(endpoint: &str, body: &str) -> Result<(ImageRequest, Vec<Note>), Error> {
        let input: Input = crate::body::parse(body.as_bytes())?;
        let pictures = pictures(&input)?;
        let file = |picture: PictureRef| PictureFile {
            field: picture.field.into(),
            file: Arc::from(&b"picture"[..]),
        };
        let opened = Opened {
            images: pictures.images.into_iter().map(file).collect(),
            mask: pictures.mask.map(file),
        };
        request(endpoint, &input, opened)
    }

    const TEXT: &str = "fal-ai/nano-banana-2";
    const EDIT: &str = "fal-ai/nano-banana-2/edit";

    #[test]
    fn sizes_come_in_three_ways() {
        let cases = [
            (r#"{"prompt":"x"}"#, "1024x1024"),
            (
                r#"{"prompt":"x","aspect_ratio":"auto","resolution":"0.5K"}"#,
                "512x512",
            ),
            (
                r#"{"prompt":"x","aspect_ratio":"16:9","resolution":"2K"}"#,
                "2752x1536",
            ),
            (r#"{"prompt":"x","image_size":"landscape_4_3"}"#, "1024x768"),
            (
                r#"{"prompt":"x","image_size":{"width":640,"height":480.0},"resolution":"4K"}"#,
                "640x480",
            ),
        ];
        for (body, expected) in cases {
            let (request, _) = read(TEXT, body).unwrap();
            let size = request.size.resolve(&Default::default());
            assert_eq!(size.to_string(), expected, "{body}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let cases = [
            (TEXT, r#"{}"#, "prompt"),
            (TEXT, r#"{"prompt":5}"#, "prompt"),
            (TEXT, r#"{"prompt":"x","num_images":11}"#, "num_images"),
            (TEXT, r#"{"prompt":"x","num_images":"two"}"#, "num_images"),
            (TEXT, r#"{"prompt":"x","seed":-1}"#, "seed"),
            (
                TEXT,
                r#"{"prompt":"x","aspect_ratio":"7:2"}"#,
                "aspect_ratio",
            ),
            (TEXT, r#"{"prompt":"x","resolution":"8K"}"#, "resolution"),
            (
                TEXT,
                r#"{"prompt":"x","output_format":"bmp"}"#,
                "output_format",
            ),
            (TEXT, r#"{"prompt":"x","image_size":"huge"}"#, "image_size"),
            (
                TEXT,
                r#"{"prompt":"x","image_size":{"width":1}}"#,
                "image_size",
            ),
            (
                TEXT,
                r#"{"prompt":"x","image_size":{"width":1,"height":-5}}"#,
                "image_size",
            ),
            (
                TEXT,
                r#"{"prompt":"x","safety_tolerance":"7"}"#,
                "safety_tolerance",
            ),
            (
                TEXT,
                r#"{"prompt":"x","thinking_level":"deep"}"#,
                "thinking_level",
            ),
            (TEXT, r#"{"prompt":"x","image_urls":[1]}"#, "image_urls[0]"),
            (TEXT, r#"{"prompt":"x","image_urls":{"a":1}}"#, "image_urls"),
            (EDIT, r#"{"prompt":"x"}"#, "image_urls"),
            (EDIT, r#"{"prompt":"x","image_urls":[]}"#, "image_urls"),
            ("a b", r#"{"prompt":"x"}"#, "endpoint"),
        ];
        for (endpoint, body, field) in cases {
            let error = read(endpoint, body).unwrap_err();
            assert_eq!(error.field.as_deref(), Some(field), "{body}: {error}");
        }
    }

    #[test]
    fn pictures_make_an_edit_and_wishes_are_noted() {
        let body = r#"{"prompt":"x","image_urls":["https://e/1.png","data:image/png;base64,AAAA"],
            "mask_url":"https://e/m.png","enable_web_search":true,"thinking_level":"high","unknown":1}"#;
        let (request, notes) = read(EDIT, body).unwrap();
        let Subject::Edit(spec) = &request.subject else {
            panic!("no edit: {:?}", request.subject)
        };
        assert_eq!(spec.pictures.len(), 2);
        assert!(matches!(
            &spec.mask,
            Some(MaskSpec::File {
                reading: MaskReading::White,
                ..
            })
        ));
        let codes: Vec<&str> = notes.iter().map(|note| &*note.code).collect();
        assert_eq!(
            codes,
            ["search_not_honoured", "thinking_level_not_honoured"]
        );
        assert_eq!(model("plantain/easel/edit").unwrap(), ModelId::easel());
    }

    #[test]
    fn tolerance_is_one_scale() {
        let threshold = |text: &str| {
            let body = format!(r#"{{"prompt":"x","safety_tolerance":{text}}}"#);
            let (request, _) = read(TEXT, &body).unwrap();
            let wishes = request.safety;
            assert_eq!(wishes.get(Category::Minors), None);
            wishes.get(Category::Violence)
        };
        for (text, expected) in [
            ("\"1\"", Some(Threshold::From(Severity::Low))),
            ("4", None),
            ("null", None),
            ("\"6\"", Some(Threshold::Off)),
        ] {
            assert_eq!(threshold(text), expected, "{text}");
        }
    }
}
