//! Parts of messages: responses and chat completions have the same ones under other names.

use plantain_core::Error;
use plantain_engine::Note;
use serde::Deserialize;

use super::conversation::Turn;
use super::lenient::ImageUrl;
use super::sources::Source;

/// A part of a message.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(expecting = "an object")]
pub struct Part {
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub text: Option<String>,
    pub image_url: Option<ImageUrl>,
    pub file_id: Option<String>,
}

/// Adds a part of a message, which stood at `field`, to the turn.
pub fn read(field: String, part: Part, turn: &mut Turn) -> Result<(), Error> {
    match part.kind.as_deref() {
        Some("input_text" | "output_text" | "text") => {
            let text = part
                .text
                .ok_or_else(|| Error::missing(format!("{field}.text"), "send the text"))?;
            if !turn.text.is_empty() {
                turn.text.push('\n');
            }
            turn.text.push_str(&text);
        }
        Some("input_image" | "image_url" | "output_image") => {
            let url = part.image_url.as_ref().map(|url| url.0.as_str());
            turn.pictures
                .push(Source::of_object(field, url, part.file_id.as_deref())?);
        }
        Some("refusal") => {}
        other => {
            return Err(Error::invalid(
                "unsupported_content",
                format!("{field}.type"),
                other.unwrap_or_default(),
                "must be a text or an image: this server takes words and pictures",
            ));
        }
    }
    Ok(())
}

/// The note about words that steer a talk.
pub fn instructions_ignored() -> Note {
    Note::new(
        "instructions_ignored",
        "Instructions and system messages were not followed: the engine that drew reads what the user says.",
    )
}

/// The note about tools beside the image tool.
pub fn tools_ignored() -> Note {
    Note::new(
        "tools_ignored",
        "Tools other than image_generation were not used: this server has no other.",
    )
}
