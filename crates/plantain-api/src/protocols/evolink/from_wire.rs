//! Wire structs → requests.

use std::sync::Arc;

use plantain_core::{
    AspectRatio, Background, Count, EditSpec, Error, ImageRequest, LookSpec, ModelId, OutputFormat,
    PictureFile, PlannerChoice, Prompt, SafetyWishes, Seed, SizeSpec, Subject, Tier,
};

use super::wire::Generate;
use crate::pictures::{self, PictureRef};

/// What `data` is in the reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A list of pictures as base64.
    ListOfBytes,
    /// A list of links.
    ListOfLinks,
    /// One object with a link.
    Object,
}

/// Words that other vendors use for `quality`; easel has one finish.
const QUALITY_WORDS: [&str; 6] = ["auto", "low", "medium", "high", "standard", "hd"];

/// Returns the request whose [`pictures`] have been opened.
pub fn generate(
    body: &Generate,
    pictures: Vec<PictureFile>,
) -> Result<(ImageRequest, Shape), Error> {
    let prompt = body
        .prompt
        .as_deref()
        .ok_or_else(|| Error::missing("prompt", "say what the picture should show"))?;
    let request = ImageRequest {
        model: match &body.model {
            Some(name) => ModelId::new("model", name)?,
            None => ModelId::easel(),
        },
        subject: subject(Prompt::new("prompt", prompt)?, pictures)?,
        size: size(body)?,
        encoding: match &body.format {
            Some(name) => OutputFormat::parse("format", name)?.into(),
            None => OutputFormat::Png.into(),
        },
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
        safety: SafetyWishes::default(),
    };
    request.check("format")?;
    Ok((request, shape(body)?))
}

fn subject(prompt: Prompt, pictures: Vec<PictureFile>) -> Result<Subject, Error> {
    if pictures.is_empty() {
        return Ok(Subject::Prompt(prompt));
    }
    let spec = EditSpec {
        instruction: prompt,
        pictures,
        mask: None,
    };
    spec.check("image_urls")?;
    Ok(Subject::Edit(Arc::new(spec)))
}

/// The two published guides read two shapes; what they send tells them apart.
fn shape(body: &Generate) -> Result<Shape, Error> {
    match body.response_format.as_deref() {
        Some("b64_json") => return Ok(Shape::ListOfBytes),
        Some("url") => return Ok(Shape::ListOfLinks),
        Some(other) => {
            return Err(Error::invalid(
                "invalid_value",
                "response_format",
                other,
                "must be b64_json or url",
            ));
        }
        None => {}
    }
    let object = body.size.is_none() && (body.resolution.is_some() || body.format.is_some());
    Ok(if object {
        Shape::Object
    } else {
        Shape::ListOfBytes
    })
}

/// Pixels win wherever they stand; ratio and tier complete each other.
fn size(body: &Generate) -> Result<SizeSpec, Error> {
    let mut spec = SizeSpec::default();
    let fields = [("size", &body.size), ("resolution", &body.resolution)];
    for (field, text) in fields {
        let Some(text) = text else { continue };
        let given = SizeSpec::parse(field, text)?;
        spec.exact = spec.exact.or(given.exact);
        spec.tier = spec.tier.or(given.tier);
        spec.aspect = spec.aspect.or(given.aspect);
    }
    if let Some(text) = body.aspect_ratio.as_deref().filter(|text| *text != "auto") {
        let aspect = AspectRatio::parse("aspect_ratio", text)?;
        spec.aspect = spec.aspect.or(Some(aspect));
    }
    if let Some(text) = &body.quality
        && !QUALITY_WORDS.contains(&text.as_str())
    {
        let tier = Tier::parse("quality", text)?;
        spec.tier = spec.tier.or(Some(tier));
    }
    Ok(spec)
}

/// Returns the pictures to be changed; none when one is to be drawn. Clients send one or several, under three names.
pub fn pictures(body: &Generate) -> Result<Vec<PictureRef>, Error> {
    pictures::named(&[
        ("image", &body.image),
        ("image_url", &body.image_url),
        ("image_urls", &body.image_urls),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_decides_the_shape() {
        let cases = [
            (r#"{"prompt":"x"}"#, Shape::ListOfBytes),
            (r#"{"prompt":"x","size":"1024x1024"}"#, Shape::ListOfBytes),
            (
                r#"{"prompt":"x","resolution":"3840x2160","format":"png"}"#,
                Shape::Object,
            ),
            (r#"{"prompt":"x","format":"webp"}"#, Shape::Object),
            (
                r#"{"prompt":"x","size":"1:1","resolution":"2K"}"#,
                Shape::ListOfBytes,
            ),
            (
                r#"{"prompt":"x","resolution":"2K","response_format":"url"}"#,
                Shape::ListOfLinks,
            ),
            (
                r#"{"prompt":"x","resolution":"2K","response_format":"b64_json"}"#,
                Shape::ListOfBytes,
            ),
            (
                r#"{"prompt":"x","size":null,"format":"png"}"#,
                Shape::Object,
            ),
        ];
        for (text, expected) in cases {
            let body: Generate = serde_json::from_str(text).unwrap();
            assert_eq!(generate(&body, Vec::new()).unwrap().1, expected, "{text}");
        }
    }

    #[test]
    fn pixels_win_and_ratio_and_tier_complete_each_other() {
        let cases = [
            (r#"{"prompt":"x","resolution":"3840x2160"}"#, "3840x2160"),
            (
                r#"{"prompt":"x","size":"16:9","quality":"2K"}"#,
                "2752x1536",
            ),
            (
                r#"{"prompt":"x","size":"16:9","resolution":"4K"}"#,
                "5504x3072",
            ),
            (
                r#"{"prompt":"x","size":"9:16","resolution":"640x480"}"#,
                "640x480",
            ),
            (
                r#"{"prompt":"x","size":"auto","quality":"high"}"#,
                "1024x1024",
            ),
            (
                r#"{"prompt":"x","resolution":"2K","aspect_ratio":"4:3"}"#,
                "2400x1792",
            ),
        ];
        for (text, expected) in cases {
            let body: Generate = serde_json::from_str(text).unwrap();
            let size = generate(&body, Vec::new())
                .unwrap()
                .0
                .size
                .resolve(&Default::default());
            assert_eq!(size.to_string(), expected, "{text}");
        }
    }
}
