//! Wire structs → requests.

use std::sync::Arc;

use plantain_core::{
    Background, Count, EditSpec, Error, ImageRequest, LookSpec, MaskSpec, ModelId, PictureFile,
    PlannerChoice, Prompt, Seed, Subject,
};

use plantain_engine::Note;
use plantain_store::ObjectName;
use serde::{Deserialize, Serialize};

use super::tokens::{self, Tokens};
use super::wire::{Content, CountTokens, GenerateContent, GenerationConfig, ImageConfig, Part};
use super::{choices, safety, signature};

/// A request with what concerns only its reply.
#[derive(Debug, PartialEq)]
pub struct Order {
    pub request: ImageRequest,
    pub narration: Narration,
}

/// What a reply tells beside the pictures. It is kept with what is drawn later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Narration {
    /// Whether the plan is told, as thought parts.
    pub thoughts: bool,
    /// Whether a text part says what was drawn.
    pub text: bool,
    /// What was asked for and is not done: the codes stand in a header, the sentences in the reply's text or, without one,
    /// in its `finishMessage`.
    pub unmet: Vec<Note>,
    /// Tokens of everything that was said.
    pub tokens: Tokens,
}

/// Returns the order for a conversation whose [`pictures`] have been opened.
///
/// Without pictures the texts of the user's turns, in order, are the prompt; with them the last turn says what to change.
/// Turns of the model are history; the latest signature among them carries the seed, so that a conversation keeps the
/// look of its picture unless it asks for another seed.
pub fn generate_content(
    model: ModelId,
    body: &GenerateContent,
    pictures: Vec<PictureFile>,
) -> Result<Order, Error> {
    let contents = body
        .contents
        .as_deref()
        .ok_or_else(|| Error::missing("contents", "send the prompt as contents[].parts[].text"))?;
    let default = GenerationConfig::default();
    let config = body.generation_config.as_ref().unwrap_or(&default);
    let image = config.image_config.clone().unwrap_or_default();
    check_roles(contents)?;
    let safety = safety::wishes(body.safety_settings.as_deref().unwrap_or_default())?;
    let unmet = unmet(body, config, &image)?;
    let tokens = tokens::of_request(body, &pictures);
    let options = image.image_output_options.clone().unwrap_or_default();
    let request = ImageRequest {
        model,
        subject: subject(contents, pictures)?,
        size: choices::size(
            [
                "generationConfig.imageConfig.aspectRatio",
                "generationConfig.imageConfig.imageSize",
            ],
            image.aspect_ratio.as_deref(),
            image.image_size.as_deref(),
        )?,
        encoding: choices::encoding(
            [
                "generationConfig.imageConfig.imageOutputOptions.mimeType",
                "generationConfig.imageConfig.imageOutputOptions.compressionQuality",
            ],
            options.mime_type.as_deref(),
            options.compression_quality,
        )?,
        background: Background::Auto,
        seed: choices::seed(config.seed).or_else(|| signed_seed(contents)),
        count: match config.candidate_count {
            Some(count) => Count::new("generationConfig.candidateCount", count.clamped())?,
            None => Count::ONE,
        },
        strict: false,
        filler: true,
        look: LookSpec::default(),
        planner: PlannerChoice::Default,
        safety,
    };
    let thinking = config.thinking_config.clone().unwrap_or_default();
    check_thinking_level(thinking.thinking_level.as_deref())?;
    Ok(Order {
        request,
        narration: Narration {
            thoughts: thinking.include_thoughts.unwrap_or(false),
            text: wants_text(config.response_modalities.as_deref())?,
            unmet,
            tokens,
        },
    })
}

fn check_thinking_level(level: Option<&str>) -> Result<(), Error> {
    const LEVELS: [&str; 6] = [
        "THINKING_LEVEL_UNSPECIFIED",
        "MINIMAL",
        "LOW",
        "MEDIUM",
        "HIGH",
        "XHIGH",
    ];
    match level {
        Some(level) if !LEVELS.iter().any(|name| name.eq_ignore_ascii_case(level)) => {
            Err(Error::invalid(
                "invalid_thinking_level",
                "generationConfig.thinkingConfig.thinkingLevel",
                level,
                "must be one of MINIMAL, LOW, MEDIUM, HIGH, XHIGH",
            ))
        }
        _ => Ok(()),
    }
}

/// Returns the tokens of everything that is said.
pub fn count_all_tokens(body: &CountTokens) -> Result<Tokens, Error> {
    let whole = body.generate_content_request.as_ref();
    let contents = body.contents.as_deref();
    let contents = contents
        .or_else(|| whole.and_then(|whole| whole.contents.as_deref()))
        .ok_or_else(|| Error::missing("contents", "send the prompt as contents[].parts[].text"))?;
    let instruction = body.system_instruction.as_ref();
    let instruction =
        instruction.or_else(|| whole.and_then(|whole| whole.system_instruction.as_ref()));
    Ok(tokens::of_contents(contents, instruction, &[]))
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
    signatures.into_iter().find_map(signature::seed)
}

/// Checks who speaks. Turns without a role are the user's.
fn check_roles(contents: &[Content]) -> Result<(), Error> {
    for (index, content) in contents.iter().enumerate() {
        if let Some(other) = content.role.as_deref()
            && !matches!(other, "user" | "model" | "")
        {
            let field = format!("contents[{index}].role");
            return Err(Error::invalid(
                "invalid_role",
                field,
                other,
                "must be user or model",
            ));
        }
    }
    Ok(())
}

fn is_model(content: &Content) -> bool {
    content.role.as_deref() == Some("model")
}

/// The parts of these turns that are said aloud, each with its place.
fn spoken(contents: &[Content], from: usize) -> impl Iterator<Item = (usize, usize, &Part)> {
    let turns = contents.iter().enumerate().skip(from);
    let parts = turns.flat_map(|(turn, content)| {
        let parts = content.parts.iter().flatten().enumerate();
        parts.map(move |(place, part)| (turn, place, part))
    });
    parts.filter(|(_, _, part)| part.thought != Some(true))
}

/// Index of the first of the user's turns after the last of the model's.
fn last_turn(contents: &[Content]) -> usize {
    contents.iter().rposition(is_model).map_or(0, |at| at + 1)
}

/// Returns what the user says from this turn on, turn by turn.
fn texts(contents: &[Content], from: usize) -> String {
    let users = spoken(contents, from).filter(|(turn, _, _)| !is_model(&contents[*turn]));
    let texts = users.filter_map(|(_, _, part)| part.text.as_deref());
    let texts: Vec<&str> = texts.filter(|text| !text.trim().is_empty()).collect();
    texts.join("\n")
}

/// A picture as contents show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown<'a> {
    /// Where it stood, for messages.
    pub field: String,
    pub source: Source<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source<'a> {
    /// A file as base64.
    Inline(&'a str),
    /// A file that was uploaded, or a link.
    Uri(&'a str),
    /// A picture of an earlier interaction.
    Kept(&'a ObjectName),
}

/// Returns the pictures that the last turn speaks of, the one to be changed first; none when a picture is to be drawn.
///
/// The latest picture is changed: the first one of the user's last turn, or else the latest one of the conversation. When
/// the last turn brings pictures, the latest one of the model stands behind them.
pub fn pictures(body: &GenerateContent) -> Result<Vec<Shown<'_>>, Error> {
    let contents = body.contents.as_deref().unwrap_or_default();
    let last = last_turn(contents);
    let mut found = Vec::new();
    for (turn, place, part) in spoken(contents, last) {
        found.extend(picture(turn, place, part)?);
    }
    let before: Vec<_> = spoken(contents, 0)
        .filter(|(turn, _, _)| *turn < last)
        .collect();
    let is_picture =
        |part: &Part| part.inline_data.is_some() || part.file_data.is_some() || part.kept.is_some();
    let latest = before.iter().rev().find(|(turn, _, part)| {
        is_picture(part) && (is_model(&contents[*turn]) || found.is_empty())
    });
    if let Some((turn, place, part)) = latest {
        found.extend(picture(*turn, *place, part)?);
    }
    Ok(found)
}

fn picture(turn: usize, place: usize, part: &Part) -> Result<Option<Shown<'_>>, Error> {
    let path = format!("contents[{turn}].parts[{place}]");
    if let Some(name) = &part.kept {
        return Ok(Some(Shown {
            field: path,
            source: Source::Kept(name),
        }));
    }
    let (name, text, remedy) = match (&part.inline_data, &part.file_data) {
        (Some(blob), _) => (
            "inlineData.data",
            blob.data.as_deref(),
            "send the picture as base64",
        ),
        (None, Some(file)) => (
            "fileData.fileUri",
            file.file_uri.as_deref(),
            "send the uri of an uploaded file or a link to the picture",
        ),
        (None, None) => return Ok(None),
    };
    let field = format!("{path}.{name}");
    let text = text.ok_or_else(|| Error::missing(field.clone(), remedy))?;
    let source = match part.inline_data {
        Some(_) => Source::Inline(text),
        None => Source::Uri(text),
    };
    Ok(Some(Shown { field, source }))
}

/// What is drawn or changed. With pictures the last turn is the instruction; without, all turns are the prompt.
fn subject(contents: &[Content], pictures: Vec<PictureFile>) -> Result<Subject, Error> {
    if pictures.is_empty() {
        let prompt = Prompt::new("contents", texts(contents, 0))?;
        return Ok(Subject::Prompt(prompt));
    }
    let instruction = texts(contents, last_turn(contents));
    let speaks_of_mask = instruction.to_lowercase().contains("mask");
    let spec = EditSpec {
        instruction: Prompt::new("contents", instruction)?,
        mask: (speaks_of_mask && pictures.len() > 1).then_some(MaskSpec::Among),
        pictures,
    };
    spec.check("contents")?;
    Ok(Subject::Edit(Arc::new(spec)))
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

fn unmet(
    body: &GenerateContent,
    config: &GenerationConfig,
    image: &ImageConfig,
) -> Result<Vec<Note>, Error> {
    if let Some(name) = body
        .cached_content
        .as_deref()
        .filter(|name| !name.is_empty())
    {
        return Err(Error::invalid(
            "unsupported_cache",
            "cachedContent",
            name,
            "must be left out: this server keeps no cached contents, so send them in contents",
        ));
    }
    let mut unmet = Vec::new();
    if body.tools.as_ref().is_some_and(|tools| !tools.is_empty()) {
        unmet.push(Note::new(
            "tools",
            "Tools such as search were not used: the engine that drew has none.",
        ));
    }
    if body.system_instruction.is_some() {
        unmet.push(Note::new(
            "system_instruction",
            "The system instruction was not followed: the engine that drew reads prompts only.",
        ));
    }
    if config.response_mime_type.as_deref() == Some("application/json") {
        unmet.push(Note::new(
            "response_mime_type",
            "The text is not JSON: the engine that drew writes sentences only.",
        ));
    }
    let people = choices::person_generation(
        "generationConfig.imageConfig.personGeneration",
        image.person_generation.as_deref(),
    )?;
    unmet.extend(people);
    Ok(unmet)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(text: &str) -> Result<Order, Error> {
        let body: GenerateContent = serde_json::from_str(text).unwrap();
        let refs = pictures(&body)?;
        let files = refs.into_iter().map(|picture| PictureFile {
            field: picture.field.into(),
            file: b"a picture".as_slice().into(),
        });
        generate_content(ModelId::easel(), &body, files.collect())
    }

    #[test]
    fn turns_are_joined_and_history_is_not_the_prompt() {
        let text = r#"{"contents":[
            {"role":"user","parts":[{"text":"A cat"},{"text":"on a mat"}]},
            {"role":"model","parts":[{"text":"Planning.","thought":true},{"text":"Here it is.",
                "thoughtSignature":"c2lnLW9wYXF1ZS0x"}]},
            {"parts":[{"text":"now with a hat"},{"text":"secret","thought":true},{"text":"  "}]}]}"#;
        let order = order(text).unwrap();
        assert_eq!(
            order.request.prompt().unwrap().as_str(),
            "A cat\non a mat\nnow with a hat"
        );
        assert_eq!(order.request.seed, None, "a foreign signature is no seed");
    }

    #[test]
    fn the_latest_picture_is_changed() {
        let user = |parts: &str| format!(r#"{{"role":"user","parts":[{parts}]}}"#);
        let model = |parts: &str| format!(r#"{{"role":"model","parts":[{parts}]}}"#);
        let text = |text: &str| format!(r#"{{"text":"{text}"}}"#);
        let picture = r#"{"inline_data":{"mime_type":"image/png","data":"AAAA"}}"#;
        let thought = r#"{"thought":true,"inlineData":{"mimeType":"image/png","data":"AAAA"}}"#;
        let cases = [
            (
                vec![user(&format!("{},{picture}", text("red")))],
                "red",
                vec!["contents[0].parts[1]"],
            ),
            (
                vec![
                    user(&text("a cat")),
                    model(&format!("{thought},{picture}")),
                    user(&text("now blue")),
                ],
                "now blue",
                vec!["contents[1].parts[1]"],
            ),
            (
                vec![
                    user(picture),
                    model(picture),
                    user(&text("night")),
                    model(picture),
                    user(&format!("{picture},{picture},{}", text("add the logo"))),
                ],
                "add the logo",
                vec![
                    "contents[4].parts[0]",
                    "contents[4].parts[1]",
                    "contents[3].parts[0]",
                ],
            ),
            (
                vec![
                    user(picture),
                    model(&text("Which?")),
                    user(&text("crop it")),
                ],
                "crop it",
                vec!["contents[0].parts[0]"],
            ),
        ];
        for (turns, instruction, fields) in cases {
            let order = order(&format!(r#"{{"contents":[{}]}}"#, turns.join(","))).unwrap();
            let Subject::Edit(spec) = order.request.subject else {
                panic!("no edit")
            };
            assert_eq!(spec.instruction.as_str(), instruction);
            let found: Vec<_> = spec
                .pictures
                .iter()
                .map(|p| p.field.trim_end_matches(".inlineData.data"))
                .collect();
            assert_eq!(found, fields, "{instruction}");
        }
    }

    #[test]
    fn our_signature_keeps_the_seed() {
        let signature = signature::sign(Seed(77));
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
        assert!(order.narration.thoughts && order.narration.text);
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
                "contents[0].parts[1].inlineData.data",
            ),
            (
                r#"{"contents":[{"parts":[{"fileData":{}}]}]}"#.to_owned(),
                "contents[0].parts[0].fileData.fileUri",
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
