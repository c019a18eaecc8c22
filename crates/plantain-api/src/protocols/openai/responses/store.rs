//! Responses in the store: the wire form without the bytes of pictures, which are objects of their own.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use plantain_app::NewFile;
use plantain_core::{Error, ErrorKind, Id, Seed};
use plantain_store::{Durability, ObjectKind, ObjectName};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::pending::Pending;
use super::wire::{OutputItem, Response};
use crate::Server;
use crate::protocols::openai::conversation::Turn;
use crate::protocols::openai::sources::{self, Source};
use crate::records::{self, Record};

const KIND: &str = "openai.response";
const CALL_KIND: &str = "openai.image_call";
/// Seconds that responses are kept: 30 days, as published.
const TTL_S: i64 = 30 * 86_400;

/// A response as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Stored {
    /// As it travels, without the bytes of pictures.
    pub response: Value,
    /// Names of the pictures by their place in the output.
    pub pictures: BTreeMap<usize, String>,
    /// What was sent, as it is listed.
    pub input: Vec<Value>,
    /// What the user said in all turns so far.
    pub texts: Vec<String>,
    /// The seed of the last picture, which the next turn keeps.
    pub seed: Option<u64>,
    /// What it takes to finish it, while it is drawn in the background.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<Pending>,
}

/// What is kept of a picture by the id of its call.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct StoredCall {
    object: String,
}

/// What a response leaves behind beside itself.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    pub input: Vec<Value>,
    pub texts: Vec<String>,
    pub seed: Option<Seed>,
}

/// Stores a response with its pictures, in place of the one with its id if there is one, and returns it as it is kept.
pub async fn put(
    server: &Server,
    owner: &str,
    response: &Response,
    created_ms: i64,
    memory: &Memory,
    pending: Option<Pending>,
) -> Result<Record<Stored>, Error> {
    let mut light = response.clone();
    let mut pictures = BTreeMap::new();
    for (index, item) in light.output.iter_mut().enumerate() {
        let OutputItem::Call(call) = item else {
            continue;
        };
        let Some(bytes) = call.result.take() else {
            continue;
        };
        let file = NewFile {
            kind: ObjectKind::sniff(&bytes).unwrap_or(ObjectKind::Binary),
            bytes,
            durability: Durability::Soon,
            expires_ms: Some(created_ms + TTL_S * 1000),
        };
        let object = server.app.keep(owner, file).await?.to_string();
        let record = Record {
            id: Id::from_stored(call.id.clone()),
            created_ms,
            body: StoredCall {
                object: object.clone(),
            },
        };
        records::put(server, CALL_KIND, owner, &record, Some(TTL_S)).await?;
        pictures.insert(index, object);
    }
    let record = Record {
        id: Id::from_stored(response.id.clone()),
        created_ms,
        body: Stored {
            response: serde_json::to_value(&light).map_err(Error::internal)?,
            pictures,
            input: memory.input.clone(),
            texts: memory.texts.clone(),
            seed: memory.seed.map(|seed| seed.0),
            pending,
        },
    };
    put_again(server, owner, &record).await?;
    Ok(record)
}

/// Returns the response with this id as it was stored last, or a 404.
pub async fn get(server: &Server, owner: &str, id: &str) -> Result<Record<Stored>, Error> {
    let found = records::get::<Stored>(server, KIND, owner, id).await?;
    found.ok_or_else(|| unknown(id))
}

/// Stores a changed response again.
pub async fn put_again(server: &Server, owner: &str, record: &Record<Stored>) -> Result<(), Error> {
    records::put(server, KIND, owner, record, Some(TTL_S)).await
}

/// Forgets a response and its calls.
pub async fn delete(server: &Server, owner: &str, record: &Record<Stored>) -> Result<(), Error> {
    records::delete(server, KIND, owner, record.id.as_str()).await?;
    for index in record.body.pictures.keys() {
        if let Some(call) = record.body.response["output"][index]["id"].as_str() {
            records::delete(server, CALL_KIND, owner, call).await?;
        }
    }
    Ok(())
}

impl Stored {
    pub fn status(&self) -> &str {
        self.response["status"].as_str().unwrap_or_default()
    }

    /// Ends a response that nobody wants any more.
    pub fn cancel(&mut self) {
        self.response["status"] = "cancelled".into();
        self.pending = None;
    }

    /// Returns what the response leaves behind beside itself.
    pub fn memory(&self) -> Memory {
        Memory {
            input: self.input.clone(),
            texts: self.texts.clone(),
            seed: self.seed.map(Seed),
        }
    }

    /// Returns the turns that the response stands for, to go on from.
    pub fn turns(&self, field: &str) -> Vec<Turn> {
        let said = Turn {
            text: self.texts.join("\n"),
            ..Turn::default()
        };
        let names = self.pictures.values();
        let pictures = names.filter_map(|name| ObjectName::parse(name));
        let drawn = Turn {
            by_model: true,
            pictures: pictures
                .map(|name| Source::Kept {
                    field: field.to_owned(),
                    name,
                })
                .collect(),
            ..Turn::default()
        };
        vec![said, drawn]
    }

    /// Returns the response as it travels, with its pictures. One that is not kept any more is null.
    pub async fn whole(&self, server: &Server) -> Result<Value, Error> {
        let mut response = self.response.clone();
        for (index, name) in &self.pictures {
            let name = ObjectName::parse(name);
            let name =
                name.ok_or_else(|| Error::internal("a response's record names no object"))?;
            if let Some(bytes) = server.app.outputs.kept(&name).await? {
                response["output"][index]["result"] = STANDARD.encode(&bytes).into();
            }
        }
        Ok(response)
    }
}

/// Returns the picture of an earlier call, or a 404.
pub async fn call_picture(server: &Server, owner: &str, id: &str) -> Result<Bytes, Error> {
    let found = records::get::<StoredCall>(server, CALL_KIND, owner, id).await?;
    let found = found.ok_or_else(|| {
        Error::new(
            ErrorKind::NotFound,
            "unknown_image_call",
            format!("There is no picture {id:?} here: its response was not stored, or it has expired. Send the picture along, as the result of the image_generation_call."),
        )
        .with_value(id)
    })?;
    let name = ObjectName::parse(&found.body.object);
    let name = name.ok_or_else(|| Error::internal("a call's record names no object"))?;
    let bytes = server.app.outputs.kept(&name).await?;
    bytes.ok_or_else(sources::gone)
}

fn unknown(id: &str) -> Error {
    Error::new(
        ErrorKind::NotFound,
        "unknown_response",
        format!("There is no response {id:?}: it was not stored, was deleted or has expired."),
    )
    .with_field("response_id")
    .with_value(id)
}
