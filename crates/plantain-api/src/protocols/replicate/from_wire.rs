//! Replicate's input → requests.

use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderMap;
use plantain_core::{
    AspectRatio, Background, Count, EditSpec, Error, ImageRequest, LookSpec, MaskReading, MaskSpec,
    ModelId, OutputFormat, PictureFile, PixelSize, PlannerChoice, Prompt, SafetyWishes, Seed,
    SizeSpec, Subject, Tier,
};
use plantain_engine::Note;
use serde_json::{Map, Value};

use super::wire::Input;
use crate::body::{Whole, parse_at};
use crate::pictures::{self, PictureRef};

/// Longest wait that a client can ask for, seconds, and what it gets when it names none.
const WAIT_S_MAX: u64 = 60;
/// Shortest deadline, seconds.
const DEADLINE_S_MIN: u64 = 5;
const DEADLINE_S_MAX: u64 = 24 * 3600;
/// Longest text of an input that is told again.
const ECHO_BYTES_MAX: usize = 4096;

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

/// Reads the object that a prediction is made from.
pub fn input(input: Option<&Map<String, Value>>) -> Result<Input, Error> {
    let input = input.ok_or_else(|| Error::missing("input", "send an object with a prompt"))?;
    parse_at("input", &Value::Object(input.clone()))
}

/// Returns the input as it is told again: files in it are left out.
pub fn echo(value: &Value) -> Value {
    match value {
        Value::String(text) if text.len() > ECHO_BYTES_MAX && text.starts_with("data:") => {
            let head = text.split(',').next().unwrap_or_default();
            let head: String = head.chars().take(80).collect();
            format!("{head},({} bytes)", text.len()).into()
        }
        Value::Array(items) => items.iter().map(echo).collect(),
        Value::Object(fields) => {
            let fields = fields.iter();
            let fields = fields.map(|(name, value)| (name.clone(), echo(value)));
            Value::Object(fields.collect())
        }
        other => other.clone(),
    }
}

/// Returns the pictures that are named, in order.
pub fn pictures(input: &Input) -> Result<Pictures, Error> {
    let images = pictures::named(&[
        ("input.image", &input.image),
        ("input.image_input", &input.image_input),
    ])?;
    let mask = input.mask.as_deref().filter(|text| !text.is_empty());
    let mask = mask.map(|text| PictureRef::parse("input.mask", text));
    Ok(Pictures {
        images,
        mask: mask.transpose()?,
    })
}

/// Returns the request, and what the input wishes for that nobody here fulfils.
pub fn request(
    model: ModelId,
    input: &Input,
    opened: Opened,
) -> Result<(ImageRequest, Vec<Note>), Error> {
    let text = input.prompt.as_deref();
    let remedy = "say what the picture should show";
    let text = text.ok_or_else(|| Error::missing("input.prompt", remedy))?;
    let prompt = Prompt::new("input.prompt", text)?;
    let subject = match opened.images.is_empty() {
        true => Subject::Prompt(prompt),
        false => edit(prompt, opened)?,
    };
    let request = ImageRequest {
        model,
        subject,
        size: size(input)?,
        encoding: match &input.output_format {
            Some(name) => OutputFormat::parse("input.output_format", name)?.into(),
            None => OutputFormat::Jpeg.into(),
        },
        background: Background::Auto,
        seed: input
            .seed
            .map(|seed| Seed::new("input.seed", seed.0))
            .transpose()?,
        count: match input.num_outputs {
            Some(count) => Count::new("input.num_outputs", count.clamped())?,
            None => Count::ONE,
        },
        strict: false,
        filler: true,
        look: LookSpec::default(),
        planner: PlannerChoice::Default,
        safety: SafetyWishes::default(),
    };
    request.check("input.output_format")?;
    let mut unmet = Vec::new();
    if input.google_search == Some(true) || input.image_search == Some(true) {
        let message = "The engine searches nothing; the picture shows what the prompt says.";
        unmet.push(Note::new("search_not_honoured", message));
    }
    Ok((request, unmet))
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
    spec.check("input.image_input")?;
    Ok(Subject::Edit(Arc::new(spec)))
}

fn size(input: &Input) -> Result<SizeSpec, Error> {
    let mut spec = SizeSpec::default();
    let named = input.aspect_ratio.as_deref();
    if let Some(text) =
        named.filter(|text| !matches!(*text, "match_input_image" | "auto" | "custom"))
    {
        spec.aspect = Some(AspectRatio::parse("input.aspect_ratio", text)?);
    }
    if let Some(text) = &input.resolution {
        spec.tier = Some(Tier::parse("input.resolution", text)?);
    }
    let side = |side: Whole| u64::try_from(side.clamped()).unwrap_or(0);
    spec.exact = match (input.width, input.height) {
        (None, None) => None,
        (Some(width), Some(height)) => {
            Some(PixelSize::new("input.width", side(width), side(height))?)
        }
        (None, Some(_)) => return Err(Error::missing("input.width", "send both sides or none")),
        (Some(_), None) => return Err(Error::missing("input.height", "send both sides or none")),
    };
    Ok(spec)
}

/// Returns how long the client wants to wait: `Prefer: wait` or `wait=SECONDS`.
pub fn wait(headers: &HeaderMap) -> Result<Option<Duration>, Error> {
    let Some(text) = text(headers, "prefer") else {
        return Ok(None);
    };
    for part in text.split([',', ';']).map(str::trim) {
        let seconds = match part.split_once('=') {
            None if part == "wait" => WAIT_S_MAX,
            Some(("wait", seconds)) => seconds.trim().parse().map_err(|_| {
                let remedy = "must be wait or wait=SECONDS, with 1 to 60 seconds";
                Error::invalid("invalid_prefer", "Prefer", part, remedy)
            })?,
            _ => continue,
        };
        return Ok(Some(Duration::from_secs(seconds.clamp(1, WAIT_S_MAX))));
    }
    Ok(None)
}

/// Returns after how long a prediction is to be given up: `Cancel-After: 90s`, `15m`, `1h30m`, or a bare number of seconds.
pub fn deadline(headers: &HeaderMap) -> Result<Option<Duration>, Error> {
    const FIELD: &str = "Cancel-After";
    let Some(text) = text(headers, FIELD) else {
        return Ok(None);
    };
    let wrong = || {
        let remedy = format!(
            "must be a time such as 90s, 15m or 1h30m, from {DEADLINE_S_MIN} seconds to 24 hours"
        );
        Error::invalid("invalid_deadline", FIELD, text, remedy)
    };
    let mut seconds: u64 = 0;
    let mut digits = String::new();
    for c in text.trim().chars() {
        let unit = match c {
            '0'..='9' => {
                digits.push(c);
                continue;
            }
            's' => 1,
            'm' => 60,
            'h' => 3600,
            _ => return Err(wrong()),
        };
        let count: u64 = digits.parse().map_err(|_| wrong())?;
        digits.clear();
        seconds = seconds.saturating_add(count.saturating_mul(unit));
    }
    if !digits.is_empty() {
        let bare: u64 = digits.parse().map_err(|_| wrong())?;
        seconds = seconds.saturating_add(bare);
    }
    match (DEADLINE_S_MIN..=DEADLINE_S_MAX).contains(&seconds) {
        true => Ok(Some(Duration::from_secs(seconds))),
        false => Err(wrong()),
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(body: Value) -> Result<ImageRequest, Error> {
        let input = input(body.as_object())?;
        let named = pictures(&input)?;
        let file = |picture: PictureRef| PictureFile {
            field: picture.field.into(),
            file: Arc::from(&b"picture"[..]),
        };
        let opened = Opened {
            images: named.images.into_iter().map(file).collect(),
            mask: named.mask.map(file),
        };
        Ok(request(ModelId::easel(), &input, opened)?.0)
    }

    #[test]
    fn sizes_and_formats() {
        let cases = [
            (json!({"prompt": "x"}), "1024x1024", OutputFormat::Jpeg),
            (
                json!({"prompt": "x", "aspect_ratio": "16:9", "resolution": "2K", "output_format": "png"}),
                "2752x1536",
                OutputFormat::Png,
            ),
            (
                json!({"prompt": "x", "aspect_ratio": "match_input_image", "output_format": "jpg"}),
                "1024x1024",
                OutputFormat::Jpeg,
            ),
            (
                json!({"prompt": "x", "width": 640, "height": 480.0}),
                "640x480",
                OutputFormat::Jpeg,
            ),
        ];
        for (body, size, format) in cases {
            let request = read(body.clone()).unwrap();
            let found = request.size.resolve(&Default::default());
            assert_eq!(
                (found.to_string().as_str(), request.encoding.format),
                (size, format),
                "{body}"
            );
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let cases = [
            (json!({}), "input.prompt"),
            (json!({"prompt": 5}), "input.prompt"),
            (json!({"prompt": "x", "seed": -1}), "input.seed"),
            (
                json!({"prompt": "x", "num_outputs": 11}),
                "input.num_outputs",
            ),
            (
                json!({"prompt": "x", "aspect_ratio": "7:2"}),
                "input.aspect_ratio",
            ),
            (
                json!({"prompt": "x", "resolution": "8K"}),
                "input.resolution",
            ),
            (
                json!({"prompt": "x", "output_format": "bmp"}),
                "input.output_format",
            ),
            (json!({"prompt": "x", "width": 640}), "input.height"),
            (
                json!({"prompt": "x", "image_input": [1]}),
                "input.image_input[0]",
            ),
            (
                json!({"prompt": "x", "image_input": ["no picture"]}),
                "input.image_input[0]",
            ),
            (json!({"prompt": "x", "mask": [1]}), "input.mask"),
        ];
        for (body, field) in cases {
            let error = read(body.clone()).unwrap_err();
            assert_eq!(error.field.as_deref(), Some(field), "{body}: {error}");
        }
        assert_eq!(input(None).unwrap_err().field.as_deref(), Some("input"));
    }

    #[test]
    fn files_in_an_input_are_not_told_again() {
        let long = format!("data:image/png;base64,{}", "A".repeat(9000));
        let told = echo(&json!({"prompt": "x", "image_input": [long, "https://e/a.png"]}));
        assert_eq!(
            told,
            json!({"prompt": "x", "image_input": ["data:image/png;base64,(9022 bytes)", "https://e/a.png"]})
        );
    }

    #[test]
    fn waits_and_deadlines() {
        let headers = |name: &'static str, value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(name, value.parse().unwrap());
            headers
        };
        let seconds = |time: Option<Duration>| time.map(|time| time.as_secs());
        for (text, expected) in [
            ("wait", Some(60)),
            ("wait=5", Some(5)),
            ("respond-async, wait=5", Some(5)),
            ("wait=900", Some(60)),
            ("wait=0", Some(1)),
            ("respond-async", None),
        ] {
            assert_eq!(
                seconds(wait(&headers("prefer", text)).unwrap()),
                expected,
                "{text}"
            );
        }
        assert!(wait(&headers("prefer", "wait=x")).is_err());
        for (text, expected) in [
            ("30s", Some(30)),
            ("1m", Some(60)),
            ("1h30m", Some(5400)),
            ("90", Some(90)),
            ("1s", None),
            ("25h", None),
            ("soon", None),
            ("", None),
        ] {
            let found = deadline(&headers("cancel-after", text));
            assert_eq!(seconds(found.ok().flatten()), expected, "{text}");
        }
    }
}
