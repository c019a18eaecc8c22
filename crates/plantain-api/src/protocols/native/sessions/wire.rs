//! What travels on `/plantain/v1/sessions`.

use bytes::Bytes;
use serde::de::Deserializer;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::body::Whole;
use crate::json;
use crate::protocols::native::tasks::wire::Picture;
use crate::protocols::native::wire::{Edit, Engine, Request, Timing, beside};

/// A session to be begun; everything may be left out.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object", deny_unknown_fields)]
#[schema(as = SessionRequest)]
pub struct Create {
    /// What you call it; 1 to 200 characters.
    pub title: Option<String>,
}

/// What is said in a turn: the fields of pictures, and those of the turn.
///
/// With a `prompt` the picture of the parent is changed, or one is drawn where there is none. `image` takes the place of the
/// parent's picture; `images` are further ones that the prompt may speak of. An `image` without a prompt is kept as a turn of
/// its own, to go on from.
#[derive(Debug, Clone, Default, ToSchema)]
#[schema(as = TurnRequest)]
pub struct Say {
    /// What is to be drawn or changed.
    #[schema(inline)]
    pub drawing: Request,
    /// The turn to go on from; the session's head when missing.
    pub parent: Option<String>,
    /// Which picture of the parent, from 0; the first when missing.
    #[schema(value_type = Option<u8>)]
    pub parent_image: Option<Whole>,
    /// auto (default), generate or edit.
    pub action: Option<String>,
}

/// The fields that are the turn's own.
const OWN: [&str; 3] = ["parent", "parent_image", "action"];

#[derive(Deserialize)]
#[serde(expecting = "a JSON object")]
struct Own {
    parent: Option<String>,
    parent_image: Option<Whole>,
    action: Option<String>,
}

impl<'de> Deserialize<'de> for Say {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (drawing, own) = beside::<Own, D>(deserializer, &OWN)?;
        Ok(Self {
            drawing,
            parent: own.parent,
            parent_image: own.parent_image,
            action: own.action,
        })
    }
}

/// Where to go back to.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object", deny_unknown_fields)]
#[schema(as = UndoRequest)]
pub struct Undo {
    /// Any turn of the session, a later one too; the head's parent when missing.
    pub to: Option<String>,
}

/// Which sessions or turns are listed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Page {
    /// `next_after` of the page before.
    pub after: Option<String>,
    /// 1 to 200; 50 when missing.
    pub limit: Option<u32>,
}

/// A conversation. Times are Unix milliseconds.
#[derive(Debug, Serialize, ToSchema)]
pub struct Session {
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    pub created_ms: i64,
    /// When it last had a turn or went back.
    pub updated_ms: i64,
    /// The turn that the next one goes on from; missing before the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<String>,
    /// How many turns it has; at most 1,000.
    pub turns: u32,
}

/// A conversation with its latest turns.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionWhole {
    #[serde(flatten)]
    pub session: Session,
    /// The latest 50 at most, oldest first; `sessions/{id}/turns` has them all.
    pub history: Vec<Turn>,
}

/// Some sessions, the one changed last first.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionPage {
    pub sessions: Vec<Session>,
    /// Send this as `after` for the next page; missing on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_after: Option<String>,
}

/// Some turns, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct TurnPage {
    pub turns: Vec<Turn>,
    /// Send this as `after` for the next page; missing on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_after: Option<String>,
}

/// A turn of a conversation. Turns are never changed; two with the same parent are branches.
#[derive(Debug, Serialize, ToSchema)]
pub struct Turn {
    pub id: String,
    pub session: String,
    /// Its place in the order in which the turns ended, from 1.
    pub number: u32,
    /// The turn that it went on from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// upload, generate or edit.
    pub action: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompt: Option<String>,
    /// Unix milliseconds.
    pub created_ms: i64,
    /// The task that drew it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    /// The model that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    pub images: Vec<TurnImage>,
}

/// A picture of a turn.
#[derive(Debug, Serialize, ToSchema)]
pub struct TurnImage {
    #[serde(flatten)]
    pub picture: Picture,
    /// A small WebP, 320 pixels at most; the picture itself where it scales, missing for PDF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail_url: Option<String>,
    /// The file, base64, where `output` asked for it.
    #[serde(
        serialize_with = "json::base64_option",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>, content_encoding = "base64")]
    pub b64_json: Option<Bytes>,
    /// What was changed, for edits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edit: Option<Edit>,
}

/// A turn that was just taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct TurnTaken {
    #[serde(flatten)]
    pub turn: Turn,
    /// The session's head now. It is another turn where one ended on the same head while this one was drawn: both are kept,
    /// side by side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<String>,
    /// The engine that drew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engine: Option<Engine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timing: Option<Timing>,
}
