//! Wire structs → the conversation that Gemini's other calls speak of.

use plantain_core::Error;

use super::super::wire::{
    Content, FileData, GenerateContent, GenerationConfig, ImageConfig, ImageOutputOptions,
    InlineData, Part, SafetySetting, ThinkingConfig,
};
use super::wire::{Create, Format, Formats, Input, Item};

/// What of an interaction is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeping {
    /// Pictures are named by the URI of a file, not sent along.
    pub by_uri: bool,
    /// The whole of it, for the next turn.
    pub store: bool,
}

/// How an interaction is to be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    pub keeping: Keeping,
    pub background: bool,
    pub stream: bool,
}

/// Returns how the interaction is to be answered.
pub fn manner(body: &Create) -> Result<Manner, Error> {
    let delivery = image_format(body).and_then(|format| format.delivery.as_deref());
    let by_uri = match delivery {
        None | Some("inline") => false,
        Some("uri") => true,
        Some(other) => {
            let remedy = "must be inline or uri";
            let field = "response_format.delivery";
            return Err(Error::invalid("invalid_delivery", field, other, remedy));
        }
    };
    let store = body.store.unwrap_or(true);
    let manner = Manner {
        keeping: Keeping { by_uri, store },
        background: body.background.unwrap_or(false),
        stream: body.stream.unwrap_or(false),
    };
    if manner.background && !store {
        return Err(Error::invalid(
            "background_without_store",
            "store",
            "false",
            "must be true beside background: the result is fetched later",
        ));
    }
    Ok(manner)
}

/// Returns the request as `generateContent` would bring it, after the turns of `history`.
pub fn generate_content(
    body: &Create,
    mut history: Vec<Content>,
) -> Result<GenerateContent, Error> {
    if let Some(agent) = &body.agent {
        let remedy = "must be left out: this server has models only";
        return Err(Error::invalid("unsupported_agent", "agent", agent, remedy));
    }
    let input = body
        .input
        .as_ref()
        .ok_or_else(|| Error::missing("input", "say what the picture should show"))?;
    history.extend(turns("input", input)?);
    let instruction = body.system_instruction.as_ref();
    let instruction = instruction.map(|input| turns("system_instruction", input));
    let settings = body.safety_settings.iter().flatten();
    Ok(GenerateContent {
        contents: Some(history),
        system_instruction: instruction
            .transpose()?
            .and_then(|turns| turns.into_iter().next()),
        generation_config: Some(config(body)),
        safety_settings: Some(
            settings
                .map(|setting| SafetySetting {
                    category: setting.kind.as_deref().map(category),
                    threshold: setting.threshold.as_deref().map(str::to_ascii_uppercase),
                })
                .collect(),
        ),
        tools: body.tools.clone(),
        cached_content: body.cached_content.clone(),
    })
}

/// Gemini's other calls spell categories in capitals with a word before them.
fn category(kind: &str) -> String {
    let name = kind.to_ascii_uppercase();
    match name.starts_with("HARM_CATEGORY_") {
        true => name,
        false => format!("HARM_CATEGORY_{name}"),
    }
}

/// Returns an error of Gemini's other calls with its field as it is called here.
pub fn renamed(error: Error) -> Error {
    const NAMES: [(&str, &str); 7] = [
        (
            "generationConfig.imageConfig.aspectRatio",
            "response_format.aspect_ratio",
        ),
        (
            "generationConfig.imageConfig.imageSize",
            "response_format.image_size",
        ),
        (
            "generationConfig.imageConfig.imageOutputOptions.mimeType",
            "response_format.mime_type",
        ),
        ("generationConfig.responseModalities", "response_modalities"),
        (
            "generationConfig.thinkingConfig.thinkingLevel",
            "generation_config.thinking_level",
        ),
        ("cachedContent", "cached_content"),
        ("contents", "input"),
    ];
    let Some(field) = error.field.clone() else {
        return error;
    };
    match NAMES.iter().find(|(theirs, _)| *theirs == field) {
        Some((_, ours)) => error.at(*ours),
        None if field.starts_with("contents[") => error.at("input"),
        None => match field.strip_prefix("safetySettings") {
            Some(rest) => error.at(format!("safety_settings{rest}").replace("category", "type")),
            None => error,
        },
    }
}

fn image_format(body: &Create) -> Option<&Format> {
    let is_image = |format: &&Format| format.kind.as_deref() == Some("image");
    match body.response_format.as_ref()? {
        Formats::One(format) => Some(&**format).filter(is_image),
        Formats::Several(list) => list.iter().find(is_image),
    }
}

fn config(body: &Create) -> GenerationConfig {
    let config = body.generation_config.as_ref();
    let older = config.and_then(|config| config.image_config.as_ref());
    let format = image_format(body);
    let either = |new: Option<&String>, old: Option<&String>| new.or(old).cloned();
    let image = ImageConfig {
        aspect_ratio: either(
            format.and_then(|format| format.aspect_ratio.as_ref()),
            older.and_then(|older| older.aspect_ratio.as_ref()),
        ),
        image_size: either(
            format.and_then(|format| format.image_size.as_ref()),
            older.and_then(|older| older.image_size.as_ref()),
        ),
        image_output_options: format
            .and_then(|format| format.mime_type.clone())
            .map(|mime_type| ImageOutputOptions {
                mime_type: Some(mime_type),
                compression_quality: None,
            }),
        person_generation: None,
    };
    let thinking = ThinkingConfig {
        include_thoughts: config
            .and_then(|config| config.thinking_summaries.as_deref())
            .map(|summaries| summaries == "auto"),
        thinking_level: config.and_then(|config| config.thinking_level.clone()),
    };
    GenerationConfig {
        response_modalities: modalities(body),
        image_config: Some(image),
        thinking_config: Some(thinking),
        seed: config.and_then(|config| config.seed),
        ..GenerationConfig::default()
    }
}

/// A list of formats says the same as modalities.
fn modalities(body: &Create) -> Option<Vec<String>> {
    match (&body.response_modalities, &body.response_format) {
        (Some(modalities), _) => Some(modalities.clone()),
        (None, Some(Formats::Several(list))) => {
            let kinds = list.iter().filter_map(|format| format.kind.clone());
            Some(kinds.collect())
        }
        (None, Some(Formats::One(format))) => format.kind.clone().map(|kind| vec![kind]),
        (None, None) => None,
    }
}

/// Returns the turns that an input makes up. Pieces of content next to each other are one turn of the user.
fn turns(field: &str, input: &Input) -> Result<Vec<Content>, Error> {
    let items = match input {
        Input::Text(text) => return Ok(vec![turn("user", vec![said(text)])]),
        Input::One(item) => std::slice::from_ref(&**item),
        Input::Several(items) => items,
    };
    let mut turns = Vec::new();
    let mut loose = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let field = match input {
            Input::Several(_) => format!("{field}[{index}]"),
            _ => field.to_owned(),
        };
        if let Some(step) = step(&field, item)? {
            if !loose.is_empty() {
                turns.push(turn("user", std::mem::take(&mut loose)));
            }
            turns.push(step);
        } else {
            loose.push(part(&field, item)?);
        }
    }
    if !loose.is_empty() {
        turns.push(turn("user", loose));
    }
    Ok(turns)
}

/// Returns the turn that a step is; none for a piece of content.
fn step(field: &str, item: &Item) -> Result<Option<Content>, Error> {
    let kind = item.kind.as_deref().unwrap_or_default();
    let role = match (kind, item.role.as_deref()) {
        ("user_input", _) | (_, Some("user")) => "user",
        ("model_output", _) | (_, Some("model" | "assistant")) => "model",
        ("thought", _) => {
            let part = Part {
                thought: Some(true),
                thought_signature: item.signature.clone(),
                ..Part::default()
            };
            return Ok(Some(turn("model", vec![part])));
        }
        _ => return Ok(None),
    };
    let field = format!("{field}.content");
    let parts = match item.content.as_ref() {
        Some(Input::Text(text)) => vec![said(text)],
        Some(Input::One(item)) => vec![part(&field, item)?],
        Some(Input::Several(items)) => {
            let parts = items.iter().enumerate();
            let parts = parts.map(|(index, item)| part(&format!("{field}[{index}]"), item));
            parts.collect::<Result<_, _>>()?
        }
        None => Vec::new(),
    };
    Ok(Some(turn(role, parts)))
}

fn part(field: &str, item: &Item) -> Result<Part, Error> {
    match item.kind.as_deref() {
        Some("text") | None if item.text.is_some() => {
            Ok(said(item.text.as_deref().unwrap_or_default()))
        }
        Some("image") => match (&item.data, &item.uri) {
            (Some(data), _) => Ok(Part {
                inline_data: Some(InlineData {
                    data: Some(data.clone()),
                }),
                ..Part::default()
            }),
            (None, Some(uri)) => Ok(Part {
                file_data: Some(FileData {
                    file_uri: Some(uri.clone()),
                }),
                ..Part::default()
            }),
            (None, None) => Err(Error::missing(
                format!("{field}.data"),
                "send the picture as base64, or a uri",
            )),
        },
        Some("text") => Err(Error::missing(format!("{field}.text"), "say something")),
        other => Err(Error::invalid(
            "unsupported_content",
            format!("{field}.type"),
            other.unwrap_or_default(),
            "must be text, image, user_input, model_output or thought",
        )),
    }
}

fn said(text: &str) -> Part {
    Part {
        text: Some(text.to_owned()),
        ..Part::default()
    }
}

fn turn(role: &str, parts: Vec<Part>) -> Content {
    Content {
        role: Some(role.to_owned()),
        parts: Some(parts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<GenerateContent, Error> {
        generate_content(&serde_json::from_str(json).unwrap(), Vec::new())
    }

    /// Who says what, in short: "user:t i" is a turn of the user with a text and a picture.
    fn outline(body: &GenerateContent) -> Vec<String> {
        let letter = |part: &Part| match part {
            Part { text: Some(_), .. } => "t",
            Part {
                thought: Some(true),
                ..
            } => "s",
            Part {
                file_data: Some(_), ..
            } => "f",
            _ => "i",
        };
        let turns = body.contents.iter().flatten();
        let turns = turns.map(|content| {
            let parts: Vec<_> = content.parts.iter().flatten().map(letter).collect();
            format!("{}:{}", content.role.as_deref().unwrap(), parts.join(" "))
        });
        turns.collect()
    }

    #[test]
    fn input_comes_in_many_forms() {
        let image = r#"{"type":"image","data":"AAAA","mime_type":"image/png"}"#;
        let text = r#"{"type":"text","text":"a hat"}"#;
        for (input, expected) in [
            (r#""a cat""#.to_owned(), vec!["user:t"]),
            (text.to_owned(), vec!["user:t"]),
            (format!("[{text},{image}]"), vec!["user:t i"]),
            (
                format!(r#"[{{"type":"user_input","content":[{text},{image}]}}]"#),
                vec!["user:t i"],
            ),
            (
                format!(
                    r#"[{{"type":"user_input","content":"a cat"}},{{"type":"thought","signature":"AAAA"}},
                    {{"type":"model_output","content":[{image}]}},{{"type":"user_input","content":{text}}}]"#
                ),
                vec!["user:t", "model:s", "model:i", "user:t"],
            ),
            (
                format!(
                    r#"[{{"role":"user","content":"a cat"}},{{"role":"model","content":[{image}]}},{text},
                    {{"type":"image","uri":"files/x"}}]"#
                ),
                vec!["user:t", "model:i", "user:t f"],
            ),
        ] {
            let body = read(&format!(r#"{{"input":{input}}}"#)).unwrap();
            assert_eq!(outline(&body), expected, "{input}");
        }
    }

    #[test]
    fn formats_new_and_old_say_the_same() {
        for json in [
            r#"{"input":"a","response_format":{"type":"image","aspect_ratio":"16:9","image_size":"2K"}}"#,
            r#"{"input":"a","response_format":[{"type":"image","aspect_ratio":"16:9","image_size":"2K"}]}"#,
            r#"{"input":"a","response_modalities":["image"],
                "generation_config":{"image_config":{"aspect_ratio":"16:9","image_size":"2K"}}}"#,
        ] {
            let config = read(json).unwrap().generation_config.unwrap();
            let image = config.image_config.unwrap();
            assert_eq!(image.aspect_ratio.as_deref(), Some("16:9"), "{json}");
            assert_eq!(image.image_size.as_deref(), Some("2K"), "{json}");
            assert_eq!(config.response_modalities.unwrap(), ["image"], "{json}");
        }
    }

    #[test]
    fn what_is_wrong_is_named_as_it_is_called_here() {
        for (json, field) in [
            (r#"{"agent":"deep-research","input":"a"}"#, "agent"),
            ("{}", "input"),
            (
                r#"{"input":[{"type":"audio","data":"AAAA"}]}"#,
                "input[0].type",
            ),
            (r#"{"input":[{"type":"image"}]}"#, "input[0].data"),
            (
                r#"{"input":[{"type":"user_input","content":[{"type":"video"}]}]}"#,
                "input[0].content[0].type",
            ),
        ] {
            let error = read(json).unwrap_err();
            assert_eq!(error.field.as_deref(), Some(field), "{json}");
        }
        let error = Error::invalid("x", "contents", " ", "must not be empty");
        assert!(renamed(error).message.starts_with("input: "));
        let error = Error::invalid("x", "safetySettings[1].category", "?", "must be known");
        assert_eq!(renamed(error).field.unwrap(), "safety_settings[1].type");
    }

    #[test]
    fn what_runs_behind_must_be_kept() {
        let manner_of = |json: &str| manner(&serde_json::from_str(json).unwrap());
        assert!(manner_of(r#"{"background":true,"store":false}"#).is_err());
        assert!(manner_of(r#"{"response_format":{"type":"image","delivery":"post"}}"#).is_err());
        let manner = manner_of(r#"{"response_format":{"type":"image","delivery":"uri"}}"#).unwrap();
        let Keeping { by_uri, store } = manner.keeping;
        assert!(by_uri && store && !manner.background && !manner.stream);
    }
}
