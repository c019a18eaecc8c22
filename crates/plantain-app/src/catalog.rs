//! The names that clients may ask for. With nothing configured every one of them is drawn by the embedded engine, and
//! replies say so.

use plantain_core::{Error, ErrorKind, ModelId};

/// A model name that this server answers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Model {
    pub id: &'static str,
    /// Whose name it is.
    pub owner: Owner,
    /// For people.
    pub title: &'static str,
    /// When the name appeared, Unix seconds.
    pub created_s: i64,
}

/// Whose name a model name is; each protocol lists its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    Plantain,
    Google,
    OpenAi,
    /// Names that gateways made up.
    Gateway,
}

impl Owner {
    pub fn name(self) -> &'static str {
        match self {
            Self::Plantain => "plantain",
            Self::Google => "google",
            Self::OpenAi => "openai",
            Self::Gateway => "gateway",
        }
    }
}

/// How many names an error suggests.
const SUGGESTIONS_MAX: usize = 3;

/// Returns the model, or a 404 that suggests names.
pub fn find(id: &ModelId) -> Result<&'static Model, Error> {
    MODELS
        .iter()
        .find(|model| model.id.eq_ignore_ascii_case(id.as_str()))
        .ok_or_else(|| unknown(id))
}

/// Returns every model, the embedded engine first.
pub fn all() -> &'static [Model] {
    MODELS
}

fn unknown(id: &ModelId) -> Error {
    let mut names: Vec<_> = near(id.as_str()).iter().map(|name| quoted(name)).collect();
    let easel = quoted(ModelId::EASEL);
    if !names.contains(&easel) {
        names.push(easel);
    }
    Error::new(
        ErrorKind::NotFound,
        "model_not_found",
        format!(
            "The model {} does not exist here. Try {}; GET /plantain/v1/models lists every name.",
            quoted(id.as_str()),
            names.join(" or ")
        ),
    )
    .with_field("model")
    .with_value(id)
}

fn quoted(name: &str) -> String {
    format!("{name:?}")
}

/// Returns the names that a slip of the fingers could have meant, nearest first.
fn near(wanted: &str) -> Vec<&'static str> {
    let wanted = wanted.to_ascii_lowercase();
    let close_enough = wanted.len() / 3 + 1;
    let mut names: Vec<_> = MODELS
        .iter()
        .map(|model| (edit_distance(&wanted, model.id), model.id))
        .filter(|(distance, _)| *distance <= close_enough)
        .collect();
    names.sort();
    names.truncate(SUGGESTIONS_MAX);
    names.into_iter().map(|(_, name)| name).collect()
}

/// Levenshtein's distance in bytes.
fn edit_distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, byte_a) in a.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, byte_b) in b.bytes().enumerate() {
            let replaced = diagonal + usize::from(byte_a != byte_b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

const fn model(id: &'static str, owner: Owner, title: &'static str, created_s: i64) -> Model {
    Model {
        id,
        owner,
        title,
        created_s,
    }
}

use Owner::{Gateway, Google, OpenAi, Plantain};

/// Every name, retired ones included: much client code still sends them.
const MODELS: &[Model] = &[
    model(
        "easel",
        Plantain,
        "Easel, the embedded engine",
        1_795_132_800,
    ),
    model(
        "gemini-nano-banana-2.1",
        Google,
        "Nano Banana 2.1",
        1_791_244_800,
    ),
    model(
        "gemini-3.1-flash-image",
        Google,
        "Nano Banana 2",
        1_779_926_400,
    ),
    model(
        "gemini-3.1-flash-image-preview",
        Google,
        "Nano Banana 2 (preview)",
        1_772_064_000,
    ),
    model(
        "gemini-3.1-flash-lite-image",
        Google,
        "Nano Banana 2 Lite",
        1_782_777_600,
    ),
    model(
        "gemini-3-pro-image",
        Google,
        "Nano Banana Pro",
        1_779_926_400,
    ),
    model(
        "gemini-3-pro-image-preview",
        Google,
        "Nano Banana Pro (preview)",
        1_763_596_800,
    ),
    model(
        "gemini-2.5-flash-image",
        Google,
        "Nano Banana",
        1_759_363_200,
    ),
    model(
        "gemini-2.5-flash-image-preview",
        Google,
        "Nano Banana (preview)",
        1_756_166_400,
    ),
    model(
        "gemini-2.0-flash-preview-image-generation",
        Google,
        "Gemini 2.0 Flash image generation",
        1_746_576_000,
    ),
    model(
        "gemini-2.0-flash-exp-image-generation",
        Google,
        "Gemini 2.0 Flash image generation (experimental)",
        1_741_737_600,
    ),
    model("imagen-4.0-generate-001", Google, "Imagen 4", 1_755_129_600),
    model(
        "imagen-4.0-ultra-generate-001",
        Google,
        "Imagen 4 Ultra",
        1_755_129_600,
    ),
    model(
        "imagen-4.0-fast-generate-001",
        Google,
        "Imagen 4 Fast",
        1_755_129_600,
    ),
    model(
        "imagen-4.0-upscale-preview",
        Google,
        "Imagen 4 enlarging",
        1_755_129_600,
    ),
    model("imagen-3.0-generate-002", Google, "Imagen 3", 1_738_108_800),
    model(
        "imagen-3.0-capability-001",
        Google,
        "Imagen 3 editing",
        1_733_788_800,
    ),
    model(
        "gpt-image-2.6-sunburst",
        OpenAi,
        "GPT Image 2.6 Sunburst",
        1_793_750_400,
    ),
    model(
        "gpt-image-2.6-flare",
        OpenAi,
        "GPT Image 2.6 Flare",
        1_793_750_400,
    ),
    model(
        "gpt-image-2.5-sunburst",
        OpenAi,
        "GPT Image 2.5 Sunburst",
        1_788_825_600,
    ),
    model(
        "gpt-image-2.5-sunburst-2026-09-08",
        OpenAi,
        "GPT Image 2.5 Sunburst, 8 September 2026",
        1_788_825_600,
    ),
    model(
        "gpt-image-2.5-flare",
        OpenAi,
        "GPT Image 2.5 Flare",
        1_788_825_600,
    ),
    model(
        "gpt-image-2.5-flare-2026-09-08",
        OpenAi,
        "GPT Image 2.5 Flare, 8 September 2026",
        1_788_825_600,
    ),
    model("gpt-image-2", OpenAi, "GPT Image 2", 1_776_729_600),
    model(
        "gpt-image-2-2026-04-21",
        OpenAi,
        "GPT Image 2, 21 April 2026",
        1_776_729_600,
    ),
    model("gpt-image-1.5", OpenAi, "GPT Image 1.5", 1_765_843_200),
    model("gpt-image-1", OpenAi, "GPT Image 1", 1_745_366_400),
    model(
        "gpt-image-1-mini",
        OpenAi,
        "GPT Image 1 mini",
        1_759_708_800,
    ),
    model(
        "chatgpt-image-latest",
        OpenAi,
        "ChatGPT's current image model",
        1_765_843_200,
    ),
    model("dall-e-3", OpenAi, "DALL-E 3", 1_698_785_940),
    model("dall-e-2", OpenAi, "DALL-E 2", 1_698_798_177),
    model("nano-banana", Gateway, "Nano Banana", 1_756_166_400),
    model("nano-banana-pro", Gateway, "Nano Banana Pro", 1_763_596_800),
    model("nano-banana-2", Gateway, "Nano Banana 2", 1_772_064_000),
    model(
        "nano-banana-2-beta",
        Gateway,
        "Nano Banana 2 (beta)",
        1_772_064_000,
    ),
    model(
        "nano-banana-2-lite",
        Gateway,
        "Nano Banana 2 Lite",
        1_782_777_600,
    ),
    model("nano-banana-2.1", Gateway, "Nano Banana 2.1", 1_791_244_800),
    model("google/nano-banana", Gateway, "Nano Banana", 1_756_166_400),
    model(
        "google/nano-banana-pro",
        Gateway,
        "Nano Banana Pro",
        1_763_596_800,
    ),
    model(
        "google/nano-banana-2",
        Gateway,
        "Nano Banana 2",
        1_772_064_000,
    ),
    model(
        "google/nano-banana-2.1",
        Gateway,
        "Nano Banana 2.1",
        1_791_244_800,
    ),
    model(
        "google/nano-banana-2/text-to-image",
        Gateway,
        "Nano Banana 2, text to image",
        1_772_064_000,
    ),
    model(
        "google/nano-banana-2/text-to-image-developer",
        Gateway,
        "Nano Banana 2, text to image, developer tier",
        1_772_064_000,
    ),
    model(
        "google/nano-banana-2/edit",
        Gateway,
        "Nano Banana 2, editing",
        1_772_064_000,
    ),
    model(
        "google/nano-banana-2/edit-developer",
        Gateway,
        "Nano Banana 2, editing, developer tier",
        1_772_064_000,
    ),
    model("fal-ai/nano-banana", Gateway, "Nano Banana", 1_756_166_400),
    model(
        "fal-ai/nano-banana/edit",
        Gateway,
        "Nano Banana, editing",
        1_756_166_400,
    ),
    model(
        "fal-ai/nano-banana-pro",
        Gateway,
        "Nano Banana Pro",
        1_763_596_800,
    ),
    model(
        "fal-ai/nano-banana-pro/edit",
        Gateway,
        "Nano Banana Pro, editing",
        1_763_596_800,
    ),
    model(
        "fal-ai/nano-banana-2",
        Gateway,
        "Nano Banana 2",
        1_772_064_000,
    ),
    model(
        "fal-ai/nano-banana-2/edit",
        Gateway,
        "Nano Banana 2, editing",
        1_772_064_000,
    ),
    model(
        "fal-ai/gemini-flash-image",
        Gateway,
        "Gemini Flash image",
        1_756_166_400,
    ),
    model(
        "fal-ai/gemini-25-flash-image",
        Gateway,
        "Gemini 2.5 Flash image",
        1_756_166_400,
    ),
    model("mj-v7", Gateway, "Midjourney 7", 1_743_638_400),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> ModelId {
        ModelId::new("model", name).unwrap()
    }

    #[test]
    fn every_name_is_a_model_id_and_there_once() {
        let mut seen = std::collections::BTreeSet::new();
        for model in all() {
            assert_eq!(find(&id(model.id)).unwrap(), model);
            assert_eq!(model.id, model.id.to_ascii_lowercase());
            assert!(seen.insert(model.id), "{} is there twice", model.id);
        }
        assert_eq!(all()[0].id, ModelId::EASEL);
    }

    #[test]
    fn letter_case_and_a_leading_word_do_not_matter() {
        for name in ["DALL-E-3", "models/gemini-3.1-flash-image-preview", "Easel"] {
            assert!(find(&id(name)).is_ok(), "{name}");
        }
    }

    #[test]
    fn unknown_names_get_suggestions_and_easel() {
        let cases = [
            ("gemini-3.1-flash-imgae", "\"gemini-3.1-flash-image\""),
            ("gpt-image-3", "\"gpt-image-1\""),
            ("dalle-3", "\"dall-e-3\""),
            ("my-local-model", "\"easel\""),
            ("x", "\"easel\""),
        ];
        for (name, suggestion) in cases {
            let error = find(&id(name)).unwrap_err();
            assert_eq!(
                (error.code, error.kind),
                ("model_not_found", ErrorKind::NotFound)
            );
            for part in [suggestion, "\"easel\"", name] {
                assert!(error.message.contains(part), "{name}: {}", error.message);
            }
        }
    }

    #[test]
    fn distances() {
        for (a, b, expected) in [
            ("", "", 0),
            ("a", "", 1),
            ("kitten", "sitting", 3),
            ("same", "same", 0),
        ] {
            assert_eq!(edit_distance(a, b), expected);
            assert_eq!(edit_distance(b, a), expected);
        }
    }
}
