//! Wire structs → requests.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plantain_core::{
    AspectRatio, Background, Count, Encoding, Error, ErrorKind, ImageRequest, LookSpec, ModelId,
    OutputFormat, PlannerChoice, Prompt, Quality, Seed, SizeSpec, Subject, Tier, count_tokens,
};

use super::wire::{Content, CountTokens, GenerateContent, ImageConfig, ImageOutputOptions, Part};

/// A request with what concerns only its reply.
#[derive(Debug, PartialEq)]
pub struct Order {
    pub request: ImageRequest,
    /// Whether the plan is told, as thought parts.
    pub thoughts: bool,
    /// Whether a text part says what was drawn.
    pub text: bool,
    /// Things that were asked for and are not done, in sentences.
    pub unmet: Vec<&'static str>,
}

/// First byte of our thought signatures.
const SIGNATURE_VERSION: u8 = 1;

/// Returns the order for a conversation: the texts of the user's turns, in order, are the prompt.
///
/// Turns of the model are history; the latest signature among them carries the seed, so that a conversation keeps the
/// look of its picture unless it asks for another seed.
pub fn generate_content(model: ModelId, body: &GenerateContent) -> Result<Order, Error> {
    let contents = body
        .contents
        .as_deref()
        .ok_or_else(|| Error::missing("contents", "send the prompt as contents[].parts[].text"))?;
    let config = body.generation_config.clone().unwrap_or_default();
    let image = config.image_config.unwrap_or_default();
    let prompt = conversation(contents)?;
    let request = ImageRequest {
        model,
        subject: Subject::Prompt(Prompt::new("contents", prompt)?),
        size: size(&image)?,
        encoding: encoding(image.image_output_options.as_ref())?,
        background: Background::Auto,
        seed: match config.seed {
            // Google's seeds are 32-bit and may be negative; the bits are what counts.
            Some(seed) => Some(Seed(seed.clamped() as u64)),
            None => signed_seed(contents),
        },
        count: match config.candidate_count {
            Some(count) => Count::new("generationConfig.candidateCount", count.clamped())?,
            None => Count::ONE,
        },
        strict: false,
        filler: true,
        look: LookSpec::default(),
        planner: PlannerChoice::Default,
    };
    let thinking = config.thinking_config.unwrap_or_default();
    Ok(Order {
        request,
        thoughts: thinking.include_thoughts.unwrap_or(false),
        text: wants_text(config.response_modalities.as_deref())?,
        unmet: unmet(body),
    })
}

/// Returns the tokens of everything that is said.
pub fn count_all_tokens(body: &CountTokens) -> Result<u64, Error> {
    let whole = body.generate_content_request.as_ref();
    let contents = body.contents.as_deref();
    let contents = contents
        .or_else(|| whole.and_then(|whole| whole.contents.as_deref()))
        .ok_or_else(|| Error::missing("contents", "send the prompt as contents[].parts[].text"))?;
    let instruction = whole.and_then(|whole| whole.system_instruction.as_ref());
    let parts = contents
        .iter()
        .chain(instruction)
        .filter_map(|content| content.parts.as_deref());
    let texts = parts.flatten().filter_map(|part| part.text.as_deref());
    Ok(texts.map(|text| count_tokens(text) as u64).sum())
}

/// Returns the signature that makes the next turn start from the same seed.
pub fn sign_seed(seed: Seed) -> String {
    let mut bytes = vec![SIGNATURE_VERSION];
    bytes.extend_from_slice(&seed.0.to_le_bytes());
    STANDARD.encode(bytes)
}

/// Returns the seed of the latest picture of the conversation, if it was ours. Foreign signatures say nothing.
fn signed_seed(contents: &[Content]) -> Option<Seed> {
    let parts = contents
        .iter()
        .filter_map(|content| content.parts.as_deref());
    let parts: Vec<&Part> = parts.flatten().collect();
    let signatures = parts
        .iter()
        .rev()
        .filter_map(|part| part.thought_signature.as_deref());
    signatures.into_iter().find_map(|signature| {
        let bytes = STANDARD.decode(signature).ok()?;
        let (version, seed) = bytes.split_first()?;
        let seed: [u8; 8] = seed.try_into().ok()?;
        (*version == SIGNATURE_VERSION).then(|| Seed(u64::from_le_bytes(seed)))
    })
}

/// Returns what the user says, turn by turn.
fn conversation(contents: &[Content]) -> Result<String, Error> {
    let mut texts = Vec::new();
    for (index, content) in contents.iter().enumerate() {
        match content.role.as_deref() {
            None | Some("user" | "") => {}
            Some("model") => continue,
            Some(other) => {
                let field = format!("contents[{index}].role");
                return Err(Error::invalid(
                    "invalid_role",
                    field,
                    other,
                    "must be user or model",
                ));
            }
        }
        for (place, part) in content.parts.iter().flatten().enumerate() {
            if part.inline_data.is_some() || part.file_data.is_some() {
                return Err(refuse_input(index, place, part));
            }
            let text = part.text.as_deref().filter(|_| part.thought != Some(true));
            texts.extend(text.filter(|text| !text.trim().is_empty()));
        }
    }
    Ok(texts.join("\n"))
}

fn refuse_input(index: usize, place: usize, part: &Part) -> Error {
    let name = match part.inline_data {
        Some(_) => "inlineData",
        None => "fileData",
    };
    let field = format!("contents[{index}].parts[{place}].{name}");
    Error::new(
        ErrorKind::CannotDo,
        "editing_unavailable",
        format!("{field}: this server cannot edit pictures yet; send text only to have it drawn."),
    )
    .with_field(field)
}

fn size(config: &ImageConfig) -> Result<SizeSpec, Error> {
    const ASPECT: &str = "generationConfig.imageConfig.aspectRatio";
    const SIZE: &str = "generationConfig.imageConfig.imageSize";
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    Ok(SizeSpec {
        aspect: given(&config.aspect_ratio)
            .map(|text| AspectRatio::parse(ASPECT, &text))
            .transpose()?,
        tier: given(&config.image_size)
            .map(|text| Tier::parse(SIZE, &text))
            .transpose()?,
        ..SizeSpec::default()
    })
}

fn encoding(options: Option<&ImageOutputOptions>) -> Result<Encoding, Error> {
    const TYPE: &str = "generationConfig.imageConfig.imageOutputOptions.mimeType";
    const QUALITY: &str = "generationConfig.imageConfig.imageOutputOptions.compressionQuality";
    let Some(options) = options else {
        return Ok(Encoding::default());
    };
    let format = match &options.mime_type {
        Some(name) => OutputFormat::parse(TYPE, name)?,
        None => OutputFormat::Png,
    };
    let quality = options.compression_quality;
    let quality = quality.map(|quality| Quality::new(QUALITY, quality.clamped()));
    Ok(Encoding {
        quality: quality.transpose()?.filter(|_| format.has_quality()),
        ..format.into()
    })
}

/// Returns whether text is wanted beside the picture; an error when no picture is.
fn wants_text(modalities: Option<&[String]>) -> Result<bool, Error> {
    const FIELD: &str = "generationConfig.responseModalities";
    let modalities = modalities.unwrap_or_default();
    let has = |wanted: &str| {
        modalities
            .iter()
            .any(|name| name.eq_ignore_ascii_case(wanted))
    };
    let unknown =
        |name: &&String| !name.eq_ignore_ascii_case("TEXT") && !name.eq_ignore_ascii_case("IMAGE");
    if let Some(other) = modalities.iter().find(unknown) {
        return Err(Error::invalid(
            "invalid_modality",
            FIELD,
            other,
            "must hold IMAGE, and may hold TEXT",
        ));
    }
    if !modalities.is_empty() && !has("IMAGE") {
        return Err(Error::invalid(
            "invalid_modality",
            FIELD,
            modalities.join(", "),
            "must hold IMAGE: this server answers with pictures",
        ));
    }
    Ok(has("TEXT"))
}

fn unmet(body: &GenerateContent) -> Vec<&'static str> {
    let mut unmet = Vec::new();
    if body.tools.as_ref().is_some_and(|tools| !tools.is_empty()) {
        unmet.push("Tools such as search were not used: the engine that drew has none.");
    }
    if body.system_instruction.is_some() {
        unmet.push(
            "The system instruction was not followed: the engine that drew reads prompts only.",
        );
    }
    unmet
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(text: &str) -> Result<Order, Error> {
        generate_content(ModelId::easel(), &serde_json::from_str(text).unwrap())
    }

    #[test]
    fn turns_are_joined_and_history_is_not_the_prompt() {
        let text = r#"{"contents":[
            {"role":"user","parts":[{"text":"A cat"},{"text":"on a mat"}]},
            {"role":"model","parts":[{"text":"Planning.","thought":true},{"text":"Here it is."},
                {"inlineData":{"mimeType":"image/png","data":"AAAA"},"thoughtSignature":"c2lnLW9wYXF1ZS0x"}]},
            {"parts":[{"text":"now with a hat"},{"text":"secret","thought":true},{"text":"  "}]}]}"#;
        let order = order(text).unwrap();
        assert_eq!(
            order.request.prompt().unwrap().as_str(),
            "A cat\non a mat\nnow with a hat"
        );
        assert_eq!(order.request.seed, None, "a foreign signature is no seed");
    }

    #[test]
    fn our_signature_keeps_the_seed() {
        let signature = sign_seed(Seed(77));
        let text = format!(
            r#"{{"contents":[{{"role":"user","parts":[{{"text":"a"}}]}},
            {{"role":"model","parts":[{{"text":"x","thoughtSignature":"{signature}"}}]}},
            {{"role":"user","parts":[{{"text":"b"}}]}}]}}"#
        );
        assert_eq!(order(&text).unwrap().request.seed, Some(Seed(77)));
        let own = text.replacen(
            "{\"contents\"",
            "{\"generationConfig\":{\"seed\":-3},\"contents\"",
            1,
        );
        assert_eq!(order(&own).unwrap().request.seed, Some(Seed(-3_i64 as u64)));
    }

    #[test]
    fn both_cases_are_read_at_every_level() {
        let camel = r#"{"contents":[{"parts":[{"text":"x"}]}],"generationConfig":{"candidateCount":2,
            "responseModalities":["TEXT","IMAGE"],"thinkingConfig":{"includeThoughts":true},
            "imageConfig":{"aspectRatio":"16:9","imageSize":"2K",
            "imageOutputOptions":{"mimeType":"image/jpeg","compressionQuality":70}}}}"#;
        let snake = r#"{"contents":[{"parts":[{"text":"x"}]}],"generation_config":{"candidate_count":2,
            "response_modalities":["TEXT","IMAGE"],"thinking_config":{"include_thoughts":true},
            "image_config":{"aspect_ratio":"16:9","image_size":"2K",
            "image_output_options":{"mime_type":"image/jpeg","compression_quality":70}}}}"#;
        let order_of = |text| order(text).unwrap();
        assert_eq!(order_of(camel), order_of(snake));
        let order = order_of(camel);
        assert!(order.thoughts && order.text);
        assert_eq!(order.request.count.get(), 2);
        let size = order.request.size.resolve(&Default::default());
        assert_eq!(size.to_string(), "2752x1536");
    }

    #[test]
    fn bad_values_name_their_path() {
        let with = |config: &str| {
            format!(r#"{{"contents":[{{"parts":[{{"text":"x"}}]}}],"generationConfig":{config}}}"#)
        };
        let cases = [
            ("{}".to_owned(), "contents"),
            (r#"{"contents":[]}"#.to_owned(), "contents"),
            (
                r#"{"contents":[{"parts":[{"text":" "}]}]}"#.to_owned(),
                "contents",
            ),
            (
                r#"{"contents":[{"role":"system","parts":[{"text":"x"}]}]}"#.to_owned(),
                "contents[0].role",
            ),
            (
                r#"{"contents":[{"parts":[{"text":"x"},{"inline_data":{}}]}]}"#.to_owned(),
                "contents[0].parts[1].inlineData",
            ),
            (
                r#"{"contents":[{"parts":[{"fileData":{}}]}]}"#.to_owned(),
                "contents[0].parts[0].fileData",
            ),
            (
                with(r#"{"imageConfig":{"aspectRatio":"7:2"}}"#),
                "generationConfig.imageConfig.aspectRatio",
            ),
            (
                with(r#"{"imageConfig":{"imageSize":"8K"}}"#),
                "generationConfig.imageConfig.imageSize",
            ),
            (
                with(r#"{"candidateCount":11}"#),
                "generationConfig.candidateCount",
            ),
            (
                with(r#"{"responseModalities":["TEXT"]}"#),
                "generationConfig.responseModalities",
            ),
            (
                with(r#"{"responseModalities":["IMAGE","AUDIO"]}"#),
                "generationConfig.responseModalities",
            ),
        ];
        for (text, field) in cases {
            let error = order(&text).unwrap_err();
            assert_eq!(error.field.as_deref(), Some(field), "{text}");
            assert!(error.message.starts_with(field), "{}", error.message);
        }
    }
}
