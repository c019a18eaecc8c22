//! AtlasCloud's fields → requests.

use std::sync::Arc;

use plantain_core::{
    AspectRatio, Background, Count, EditSpec, Error, ImageRequest, LookSpec, ModelId, OutputFormat,
    PictureFile, PlannerChoice, Prompt, SafetyWishes, Seed, SizeSpec, Subject, Tier,
};
use serde_json::Value;

use super::wire::Generate;
use crate::body::parse_at;
use crate::pictures::{self, PictureRef};

/// Returns the fields, wherever they stand: beside `model` or in `input`.
pub fn fields(body: Generate) -> Result<Generate, Error> {
    match body.input {
        Some(input) => Ok(Generate {
            model: body.model,
            ..parse_at("input", &Value::Object(input))?
        }),
        None => Ok(body),
    }
}

/// Returns the pictures that are named, in order.
pub fn pictures(body: &Generate) -> Result<Vec<PictureRef>, Error> {
    pictures::named(&[("image", &body.image), ("images", &body.images)])
}

/// Returns the request whose pictures have been opened.
pub fn request(body: &Generate, pictures: Vec<PictureFile>) -> Result<ImageRequest, Error> {
    let name = body.model.as_deref();
    let remedy = "name one, as in google/nano-banana-2/text-to-image";
    let model = name.ok_or_else(|| Error::missing("model", remedy))?;
    let text = body.prompt.as_deref();
    let text = text.ok_or_else(|| Error::missing("prompt", "say what the picture should show"))?;
    let prompt = Prompt::new("prompt", text)?;
    let edits = model.split('/').any(|part| part.starts_with("edit"));
    let subject = match pictures.is_empty() {
        true if edits => {
            let remedy = "name the pictures to be changed, as links or data URLs";
            return Err(Error::missing("images", remedy));
        }
        true => Subject::Prompt(prompt),
        false => {
            let spec = EditSpec {
                instruction: prompt,
                pictures,
                mask: None,
            };
            spec.check("images")?;
            Subject::Edit(Arc::new(spec))
        }
    };
    let request = ImageRequest {
        model: ModelId::new("model", model)?,
        subject,
        size: size(body)?,
        encoding: match &body.output_format {
            Some(name) => OutputFormat::parse("output_format", name)?.into(),
            None => OutputFormat::Png.into(),
        },
        background: Background::Auto,
        seed: match body.seed {
            // The vendor's way of leaving it open.
            Some(seed) if seed.0 == -1 => None,
            Some(seed) => Some(Seed::new("seed", seed.0)?),
            None => None,
        },
        count: match body.num_images {
            Some(count) => Count::new("num_images", count.clamped())?,
            None => Count::ONE,
        },
        strict: false,
        filler: true,
        look: LookSpec::default(),
        planner: PlannerChoice::Default,
        safety: SafetyWishes::default(),
    };
    request.check("output_format")?;
    Ok(request)
}

fn size(body: &Generate) -> Result<SizeSpec, Error> {
    let mut spec = match &body.size {
        Some(text) => SizeSpec::parse("size", text)?,
        None => SizeSpec::default(),
    };
    if let Some(text) = body.aspect_ratio.as_deref().filter(|text| *text != "auto") {
        spec.aspect = Some(AspectRatio::parse("aspect_ratio", text)?);
    }
    if let Some(text) = &body.resolution {
        spec.tier = Some(Tier::parse("resolution", &text.to_ascii_uppercase())?);
    }
    Ok(spec)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<ImageRequest, Error> {
        let body = fields(crate::body::parse(text.as_bytes())?)?;
        pictures(&body)?;
        request(&body, Vec::new())
    }

    #[test]
    fn fields_stand_in_two_places() {
        let model = r#""model":"google/nano-banana-2/text-to-image""#;
        let cases = [
            (r#""prompt":"x""#, "1024x1024"),
            (
                r#""prompt":"x","aspect_ratio":"16:9","resolution":"2k""#,
                "2752x1536",
            ),
            (r#""prompt":"x","size":"640*480""#, "640x480"),
            (r#""prompt":"x","seed":-1"#, "1024x1024"),
        ];
        for (fields, expected) in cases {
            for text in [
                format!("{{{model},{fields}}}"),
                format!("{{{model},\"input\":{{{fields}}}}}"),
            ] {
                let size = read(&text).unwrap().size.resolve(&Default::default());
                assert_eq!(size.to_string(), expected, "{text}");
            }
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let cases = [
            (r#"{"prompt":"x"}"#, "model"),
            (r#"{"model":"easel"}"#, "prompt"),
            (r#"{"model":"easel","input":{"prompt":5}}"#, "input.prompt"),
            (
                r#"{"model":"easel","prompt":"x","resolution":"9k"}"#,
                "resolution",
            ),
            (
                r#"{"model":"easel","prompt":"x","images":[5]}"#,
                "images[0]",
            ),
            (
                r#"{"model":"google/nano-banana-2/edit","prompt":"x"}"#,
                "images",
            ),
            (
                r#"{"model":"google/nano-banana-2/edit-developer","prompt":"x"}"#,
                "images",
            ),
        ];
        for (text, field) in cases {
            let error = read(text).unwrap_err();
            assert_eq!(error.field.as_deref(), Some(field), "{text}");
        }
    }
}
