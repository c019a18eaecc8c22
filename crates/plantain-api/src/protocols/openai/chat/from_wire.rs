//! Wire structs → what the last turn wants.

use plantain_core::{AspectRatio, Error, ImageRequest, Seed, SizeSpec, Tier};
use plantain_engine::Note;

use super::wire::{ChatMessage, ChatRequest, ImageConfig};
use crate::Server;
use crate::protocols::openai::conversation::{self, Action, Turn, Wish};
use crate::protocols::openai::drawing::Commission;
use crate::protocols::openai::from_wire::{self, Order};
use crate::protocols::openai::lenient::TextOr;
use crate::protocols::openai::parts::{self, instructions_ignored, tools_ignored};
use crate::protocols::openai::sources;
use crate::protocols::openai::wire::Generations;

const MESSAGES: &str = "messages";

/// What a chat wants drawn, with what concerns only its reply.
#[derive(Debug)]
pub struct Chat {
    pub order: Order,
    /// The name that the request was sent to.
    pub model: String,
    pub include_usage: bool,
    pub unmet: Vec<Note>,
}

/// Reads a request and opens its pictures.
pub async fn chat(server: &Server, owner: &str, body: ChatRequest) -> Result<Chat, Error> {
    let drawing = conversation::drawing_model("model", body.model.as_deref())?;
    check_modalities(&body)?;
    let messages = body.messages.filter(|messages| !messages.is_empty());
    let messages = messages
        .ok_or_else(|| Error::missing(MESSAGES, "send at least one turn with role user"))?;
    let mut unmet = Vec::new();
    if body.tools.is_some_and(|tools| !tools.is_empty()) {
        unmet.push(tools_ignored());
    }
    let turns = turns(messages, &mut unmet)?;
    let mut wish = Wish::read(turns, Action::Auto, MESSAGES)?;
    let anew = wish.anew(MESSAGES);
    let pictures = std::mem::take(&mut wish.pictures);
    let files = sources::open(server, owner, pictures).await?;
    let (subject, look) = wish.subject(MESSAGES, files, None)?;
    let options = Generations {
        model: Some(drawing.to_string()),
        n: body.n,
        size: body.size,
        quality: body.quality,
        background: body.background,
        output_format: body.output_format,
        output_compression: body.output_compression,
        stream: body.stream,
        ..Generations::default()
    };
    let order = from_wire::order(&options, subject)?;
    let size = order.commission.request.size;
    let request = ImageRequest {
        look,
        // Chats have seeds of 64 bits that may be negative; the bits are what counts.
        seed: body.seed.map(|seed| Seed(seed.clamped() as u64)),
        size: match &body.image_config {
            Some(config) if size == SizeSpec::default() => config_size(config)?,
            _ => size,
        },
        ..order.commission.request
    };
    unmet.extend(order.unmet.clone());
    Ok(Chat {
        order: Order {
            commission: Commission {
                anew,
                ..request.into()
            },
            ..order
        },
        model: body.model.unwrap_or_else(|| drawing.to_string()),
        include_usage: body
            .stream_options
            .is_some_and(|options| options.include_usage == Some(true)),
        unmet,
    })
}

/// A picture must be wanted: by name of the modality, or by sending the request to an image model.
fn check_modalities(body: &ChatRequest) -> Result<(), Error> {
    let Some(modalities) = &body.modalities else {
        let draws = body
            .model
            .as_deref()
            .is_none_or(conversation::is_image_model);
        return if draws {
            Ok(())
        } else {
            Err(Error::missing(
                "modalities",
                "send [\"image\", \"text\"], or name an image model: this server answers with pictures and does not hold talks",
            ))
        };
    };
    let known = |name: &String| name == "image" || name == "text";
    if modalities.iter().all(known) && modalities.iter().any(|name| name == "image") {
        return Ok(());
    }
    Err(Error::invalid(
        "invalid_modality",
        "modalities",
        modalities.join(", "),
        "must hold image, and may hold text: this server answers with pictures",
    ))
}

fn turns(messages: Vec<ChatMessage>, unmet: &mut Vec<Note>) -> Result<Vec<Turn>, Error> {
    let mut turns = Vec::with_capacity(messages.len());
    for (index, message) in messages.into_iter().enumerate() {
        let field = format!("{MESSAGES}[{index}]");
        let by_model = match message.role.as_deref() {
            Some("user") => false,
            Some("assistant") => true,
            Some("system" | "developer") => {
                if unmet.iter().all(|note| note.code != "instructions_ignored") {
                    unmet.push(instructions_ignored());
                }
                continue;
            }
            // What tools and functions gave says nothing about pictures.
            Some("tool" | "function") => continue,
            other => {
                let remedy = "must be one of user, assistant, system, developer, tool";
                let role = other.unwrap_or_default();
                return Err(Error::invalid(
                    "invalid_role",
                    format!("{field}.role"),
                    role,
                    remedy,
                ));
            }
        };
        let mut turn = Turn {
            by_model,
            ..Turn::default()
        };
        match message.content {
            Some(TextOr::Text(text)) => turn.text = text,
            Some(TextOr::List(list)) => {
                for (place, part) in list.into_iter().enumerate() {
                    parts::read(format!("{field}.content[{place}]"), part, &mut turn)?;
                }
            }
            None if by_model => {}
            None => {
                return Err(Error::missing(
                    format!("{field}.content"),
                    "send a text, or parts",
                ));
            }
        }
        for (place, part) in message.images.into_iter().flatten().enumerate() {
            parts::read(format!("{field}.images[{place}]"), part, &mut turn)?;
        }
        turns.push(turn);
    }
    Ok(turns)
}

fn config_size(config: &ImageConfig) -> Result<SizeSpec, Error> {
    let aspect = config.aspect_ratio.as_deref();
    let aspect = aspect.map(|text| AspectRatio::parse("image_config.aspect_ratio", text));
    let tier = config.image_size.as_deref();
    let tier = tier.map(|text| Tier::parse("image_config.image_size", text));
    Ok(SizeSpec {
        aspect: aspect.transpose()?,
        tier: tier.transpose()?,
        ..SizeSpec::default()
    })
}
