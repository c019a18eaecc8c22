//! Interactions as they are kept, and the conversation that they make up.

use bytes::Bytes;
use plantain_app::{Caller, Drawn, Picture};
use plantain_core::{Error, ErrorKind};
use plantain_store::{Durability, ObjectKind, ObjectName};
use serde::{Deserialize, Serialize};

use super::super::files;
use super::super::from_wire::Narration;
use super::super::wire::{Content, FileData, Part};
use super::super::{signature, to_wire as gemini};
use super::from_wire::Keeping;
use super::wire::{ByModality, Modality, ModalityTokens, Problem, Usage};
use crate::Server;
use crate::behind::Deferred;
use crate::records::{self, Record};

pub const KIND: &str = "gemini.interaction";
/// How long interactions are kept, seconds.
pub const INTERACTION_TTL_S: i64 = 55 * 24 * 3600;
/// Turns back that a conversation reaches.
const TURNS_MAX: usize = 100;

/// An interaction as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interaction {
    pub model: String,
    pub previous: Option<String>,
    /// What was said, turn by turn.
    pub input: Vec<Turn>,
    pub outcome: Outcome,
    pub updated_ms: i64,
    /// What it takes to finish it, while it is drawn in the background.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<Pending>,
}

/// What it takes to finish an interaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    pub task: String,
    pub narration: Narration,
    /// Pictures are named by the URI of a file.
    pub by_uri: bool,
}

impl Interaction {
    /// Notes down what became of it.
    pub fn end(&mut self, outcome: Outcome, now_ms: i64) {
        self.outcome = outcome;
        self.updated_ms = now_ms;
        self.pending = None;
    }
}

/// What has become of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Outcome {
    InProgress,
    Cancelled,
    Failed {
        problem: Problem,
    },
    Completed {
        thoughts: Vec<Thought>,
        output: Vec<Item>,
        usage: Usage,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    pub by_model: bool,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thought {
    pub signature: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Item {
    Text {
        text: String,
    },
    /// A picture whose bytes are kept.
    Picture {
        object: String,
        /// Opaque, for the next turn.
        signature: Option<String>,
        /// The file under whose URI it is given out, instead of its bytes.
        file: Option<String>,
    },
    /// A picture that the client named by a link.
    Link {
        uri: String,
    },
}

impl Item {
    /// Returns the name of the object of a kept picture.
    pub fn object(object: &str) -> Result<ObjectName, Error> {
        ObjectName::parse(object)
            .ok_or_else(|| Error::internal(format_args!("{KIND}: {object:?} names no object")))
    }
}

/// Returns the interaction with this id, if this owner has one.
pub async fn find(server: &Server, owner: &str, id: &str) -> Result<Record<Interaction>, Error> {
    let found = records::get(server, KIND, owner, id).await?;
    found.ok_or_else(|| {
        let message = format!("There is no interaction {id:?}, or it has expired.");
        Error::new(ErrorKind::NotFound, "unknown_interaction", message).with_value(id)
    })
}

pub async fn save(server: &Server, owner: &str, record: &Record<Interaction>) -> Result<(), Error> {
    records::put(server, KIND, owner, record, Some(INTERACTION_TTL_S)).await
}

/// Returns everything that was said up to and with this interaction, oldest first.
pub async fn history(server: &Server, caller: &Caller, id: &str) -> Result<Vec<Content>, Error> {
    const FIELD: &str = "previous_interaction_id";
    let mut next = Some(id.to_owned());
    let mut backwards = Vec::new();
    while let Some(id) = next.take().filter(|_| backwards.len() < 2 * TURNS_MAX) {
        let found = Interaction::get(server, caller, &id).await;
        let record = match found {
            // Interactions before the last one may have been forgotten.
            Err(error) if error.kind == ErrorKind::NotFound && !backwards.is_empty() => break,
            found => found.map_err(|error| error.with_field(FIELD))?,
        };
        let Outcome::Completed { output, .. } = &record.body.outcome else {
            return Err(Error::invalid(
                "unfinished_interaction",
                FIELD,
                id,
                "must be completed before another follows it",
            ));
        };
        backwards.push(turn(true, output)?);
        for said in record.body.input.iter().rev() {
            backwards.push(turn(said.by_model, &said.items)?);
        }
        next = record.body.previous;
    }
    backwards.reverse();
    Ok(backwards)
}

fn turn(by_model: bool, items: &[Item]) -> Result<Content, Error> {
    let parts = items.iter().map(|item| {
        Ok(match item {
            Item::Text { text } => Part {
                text: Some(text.clone()),
                ..Part::default()
            },
            Item::Picture {
                object, signature, ..
            } => Part {
                kept: Some(Item::object(object)?),
                thought_signature: signature.clone(),
                ..Part::default()
            },
            Item::Link { uri } => Part {
                file_data: Some(FileData {
                    file_uri: Some(uri.clone()),
                }),
                ..Part::default()
            },
        })
    });
    Ok(Content {
        role: Some(if by_model { "model" } else { "user" }.to_owned()),
        parts: Some(parts.collect::<Result<_, Error>>()?),
    })
}

/// Returns what is said in these turns in the form in which it is kept; pictures are stored.
pub async fn said(server: &Server, owner: &str, turns: &[Content]) -> Result<Vec<Turn>, Error> {
    let mut kept = Vec::with_capacity(turns.len());
    for content in turns {
        let mut items = Vec::new();
        for part in content.parts.iter().flatten() {
            if part.thought == Some(true) {
                continue;
            }
            if let Some(text) = &part.text {
                items.push(Item::Text { text: text.clone() });
            }
            if let Some(data) = part
                .inline_data
                .as_ref()
                .and_then(|blob| blob.data.as_ref())
            {
                let bytes = crate::inline::picture("input", data)?;
                let kind = ObjectKind::sniff(&bytes).unwrap_or(ObjectKind::Binary);
                let bytes = Bytes::copy_from_slice(&bytes);
                let name = keep(server, owner, bytes, kind).await?;
                items.push(Item::Picture {
                    object: name.to_string(),
                    signature: None,
                    file: None,
                });
            }
            if let Some(uri) = part
                .file_data
                .as_ref()
                .and_then(|file| file.file_uri.as_ref())
            {
                items.push(Item::Link { uri: uri.clone() });
            }
        }
        kept.push(Turn {
            by_model: content.role.as_deref() == Some("model"),
            items,
        });
    }
    Ok(kept)
}

/// Pictures that have just been drawn, by what stands for their objects: they need not be read again, and are stored only if
/// the interaction is.
#[derive(Debug, Default)]
pub struct Fresh(Vec<(String, &'static str, Bytes)>);

impl Fresh {
    /// Returns media type and bytes of a picture.
    pub fn get(&self, object: &str) -> Option<(&'static str, Bytes)> {
        let (_, media_type, bytes) = self.0.iter().find(|(name, _, _)| name == object)?;
        Some((media_type, bytes.clone()))
    }
}

/// Returns what was drawn in the form in which it is kept, and the pictures.
pub async fn drawn(
    server: &Server,
    owner: &str,
    drawn: &Drawn,
    narration: &Narration,
    keeping: Keeping,
) -> Result<(Outcome, Fresh), Error> {
    let (mut thoughts, mut output) = (Vec::new(), Vec::new());
    let mut fresh = Fresh::default();
    for (index, picture) in drawn.pictures.iter().enumerate() {
        if narration.thoughts && !picture.plan.is_empty() {
            thoughts.push(Thought {
                signature: signature::sign(picture.seed),
                text: picture.plan.join(" "),
            });
        }
        if narration.text {
            let text = gemini::telling(picture, narration);
            output.push(Item::Text { text });
        }
        let (object, file) = match keeping.store || keeping.by_uri {
            true => put(server, owner, picture, keeping).await?,
            false => (format!("picture {index}"), None),
        };
        let media_type = picture.format.media_type();
        fresh
            .0
            .push((object.clone(), media_type, picture.bytes.clone()));
        output.push(Item::Picture {
            object,
            signature: Some(signature::sign(picture.seed)),
            file,
        });
    }
    let usage = usage(drawn, narration);
    let outcome = Outcome::Completed {
        thoughts,
        output,
        usage,
    };
    Ok((outcome, fresh))
}

/// Stores a picture; returns the name of its object and, if it is given out by URI, the id of its file.
async fn put(
    server: &Server,
    owner: &str,
    picture: &Picture,
    keeping: Keeping,
) -> Result<(String, Option<String>), Error> {
    let bytes = picture.bytes.clone();
    let size = bytes.len() as u64;
    let name = keep(server, owner, bytes, picture.format.into()).await?;
    let file = match keeping.by_uri {
        true => Some(files::generated(server, owner, &name, size, None).await?),
        false => None,
    };
    Ok((name.to_string(), file.map(|id| id.as_str().to_owned())))
}

/// Stores a picture of a conversation for as long as the conversation.
async fn keep(
    server: &Server,
    owner: &str,
    bytes: Bytes,
    kind: ObjectKind,
) -> Result<ObjectName, Error> {
    let size = bytes.len() as u64;
    let name = server
        .app
        .outputs
        .keep(bytes, kind, Durability::Soon)
        .await?;
    let expires_ms = server.app.world.now_ms() + INTERACTION_TTL_S * 1000;
    let claim = server.app.claim(owner, &name, size, Some(expires_ms));
    claim.await?;
    Ok(name)
}

fn usage(drawn: &Drawn, narration: &Narration) -> Usage {
    let whole = gemini::usage(drawn, narration);
    let of = |modality, tokens| ModalityTokens { modality, tokens };
    Usage {
        total_input_tokens: whole.prompt_token_count,
        total_output_tokens: whole.candidates_token_count,
        total_thought_tokens: whole.thoughts_token_count.unwrap_or(0),
        total_tokens: whole.total_token_count,
        by_modality: ByModality {
            input_tokens_by_modality: [
                of(Modality::Text, narration.tokens.text),
                of(Modality::Image, narration.tokens.image),
            ],
            output_tokens_by_modality: [of(Modality::Image, whole.candidates_token_count)],
        },
    }
}
