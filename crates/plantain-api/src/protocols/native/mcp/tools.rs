//! The tools: `generate`, `edit` and `render`, with the fields of the routes of those names.

use bytes::Bytes;
use plantain_app::{Drawn, Picture};
use plantain_core::Error;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::json::base64;
use crate::rows::Row;

/// A call of a tool.
#[derive(Debug)]
pub struct Call {
    /// The request, as the native API has its fields.
    pub row: Row,
    /// Where the caller wants the pictures written; only where caller and server share a disk.
    pub save_to: Option<String>,
}

impl Call {
    /// Reads the parameters of `tools/call`.
    ///
    /// # Errors
    /// Invalid for an unknown tool and for arguments that are no object.
    pub fn read(mut params: Map<String, Value>) -> Result<Self, Error> {
        let name = params.remove("name").unwrap_or_default();
        let mut fields = match params.remove("arguments") {
            None | Some(Value::Null) => Map::new(),
            Some(Value::Object(fields)) => fields,
            Some(other) => {
                let remedy = "must be an object";
                return Err(Error::invalid(
                    "invalid_arguments",
                    "arguments",
                    other,
                    remedy,
                ));
            }
        };
        let save_to = match fields.remove("save_to") {
            Some(Value::String(path)) => Some(path),
            _ => None,
        };
        match name.as_str() {
            Some("generate" | "render") => {}
            Some("edit") => {
                let instruction = fields.remove("instruction");
                fields.extend(instruction.map(|text| ("prompt".to_owned(), text)));
            }
            _ => {
                let remedy = "must be generate, edit or render";
                return Err(Error::invalid("unknown_tool", "name", name, remedy));
            }
        }
        // What comes back is the pictures themselves.
        fields.remove("output");
        let row = Row {
            place: "arguments".to_owned(),
            id: None,
            fields,
        };
        Ok(Self { row, save_to })
    }
}

/// Returns the tools as clients list them.
pub fn list() -> Value {
    let size = json!({"type": "string", "description": "WxH in pixels such as 1200x630, a ratio such as 16:9, or 512, 1K, 2K, 4K. Left out: what fits."});
    let format = json!({"type": "string", "enum": ["png", "jpeg", "webp", "svg", "pdf"], "description": "png when left out."});
    let seed = json!({"type": "integer", "minimum": 0, "description": "Same request and seed: the same picture. Another seed: another design."});
    let save_to = json!({"type": "string", "description": "A file to write the picture to (several: NAME-1, NAME-2, …). Only over standard input and output."});
    let background = json!({"type": "string", "enum": ["auto", "opaque", "transparent"]});
    let strict = json!({"type": "boolean", "description": "Refuse what cannot be drawn as asked rather than draw the nearest thing and note it."});
    json!([
        {
            "name": "generate",
            "title": "Draw a picture",
            "description": "Draws a picture from a description. Texts in quotes stand on it letter for letter.",
            "inputSchema": {
                "type": "object",
                "properties": {
                    "prompt": {"type": "string", "description": "What the picture should show, for example: a poster for a jazz night, title \"Blue Hour\", 14 June, 8 pm."},
                    "size": size, "format": format, "seed": seed, "background": background, "strict": strict,
                    "count": {"type": "integer", "minimum": 1, "maximum": 10, "description": "How many different designs."},
                    "save_to": save_to,
                },
                "required": ["prompt"],
            },
            "annotations": {"readOnlyHint": false, "destructiveHint": false, "idempotentHint": true, "openWorldHint": false},
        },
        {
            "name": "edit",
            "title": "Change a picture",
            "description": "Changes a picture by an instruction and leaves everything else as it is. Refuses what it does not understand.",
            "inputSchema": {
                "type": "object",
                "properties": {
                    "instruction": {"type": "string", "description": "For example: make the title bigger and the background navy; remove the background."},
                    "image": {"type": "string", "description": "The picture: base64, a data URL, an https link, or a file (over standard input and output)."},
                    "images": {"type": "array", "items": {"type": "string"}, "description": "Several pictures instead: the first is changed, the instruction may speak of the others."},
                    "mask": {"type": "string", "description": "A picture of the same size whose see-through (or white) parts may change."},
                    "size": size, "format": format, "strict": strict, "save_to": save_to,
                },
                "required": ["instruction"],
            },
            "annotations": {"readOnlyHint": false, "destructiveHint": false, "idempotentHint": true, "openWorldHint": false},
        },
        {
            "name": "render",
            "title": "Draw a scene",
            "description": "Draws a scene document, as generate leaves it in its pictures.",
            "inputSchema": {
                "type": "object",
                "properties": {
                    "scene": {"type": "object", "description": "The document; its schema is at /plantain/v1/scene.schema.json."},
                    "size": size, "format": format, "save_to": save_to,
                },
                "required": ["scene"],
            },
            "annotations": {"readOnlyHint": true, "openWorldHint": false},
        },
    ])
}

/// What a call came to.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    content: Vec<Content>,
    is_error: bool,
}

#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Content {
    Text {
        text: String,
    },
    Image {
        #[serde(serialize_with = "base64")]
        data: Bytes,
        #[serde(rename = "mimeType")]
        media_type: &'static str,
    },
}

impl Outcome {
    /// What went wrong, in words that a model can act on.
    pub fn failed(error: &Error) -> Self {
        let text = error.message.to_string();
        Self {
            content: vec![Content::Text { text }],
            is_error: true,
        }
    }
}

/// Returns the pictures with what there is to say about them. Pictures that were written to files are not sent as well.
pub fn drawn(drawn: &Drawn, saved: &[String]) -> Outcome {
    let mut content = Vec::with_capacity(2 * drawn.pictures.len());
    for (index, picture) in drawn.pictures.iter().enumerate() {
        let file = saved.get(index);
        let media_type = picture.format.media_type();
        // Clients show raster images; documents would be taken for broken ones.
        let shows = media_type.starts_with("image/");
        if file.is_none() && shows {
            content.push(Content::Image {
                data: picture.bytes.clone(),
                media_type,
            });
        }
        let mut text = told(picture, file.map(String::as_str));
        if file.is_none() && !shows {
            text.push_str(" Ask for png to have it sent, or give save_to.");
        }
        content.push(Content::Text { text });
    }
    Outcome {
        content,
        is_error: false,
    }
}

fn told(picture: &Picture, file: Option<&str>) -> String {
    let mut text = match file {
        Some(file) => format!("{file}: "),
        None => String::new(),
    };
    text += &format!(
        "{} {}, seed {}. {}",
        picture.size, picture.format, picture.seed, picture.alt
    );
    for note in &picture.notes {
        text += &format!("\nNote: {}", note.message);
    }
    text
}
