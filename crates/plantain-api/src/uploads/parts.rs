//! Files that come in parts, in any order, and are put together at the end.

use bytes::Bytes;
use plantain_app::NewFile;
use plantain_core::{Error, ErrorKind, Id};
use plantain_store::{Durability, ObjectKind, ObjectName, StoreError};
use serde::{Deserialize, Serialize};

use super::{KIND, Upload, declared_kind, find};
use crate::Server;
use crate::records::{self, Record};

const PART_KIND: &str = "upload.part";
/// How long parts wait for the others, seconds.
const PART_TTL_S: i64 = 24 * 3600;
/// Longest file, bytes.
pub const FILE_BYTES_MAX: u64 = 2 << 30;
/// Most parts of a file.
const PARTS_MAX: u32 = 10_000;

/// A part as the client lists it at the end.
#[derive(Debug, Clone, Deserialize)]
#[serde(
    expecting = "an object with partNumber and etag",
    rename_all = "camelCase"
)]
pub struct Part {
    /// From 1.
    pub part_number: u32,
    pub etag: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Stored {
    object: String,
    size_bytes: u64,
}

/// Stores a part and returns its tag.
pub async fn put_part(
    server: &Server,
    owner: &str,
    id: &str,
    number: u32,
    bytes: Bytes,
) -> Result<String, Error> {
    if !(1..=PARTS_MAX).contains(&number) {
        let remedy = format!("must be 1 to {PARTS_MAX}");
        return Err(Error::invalid("invalid_part", "part", number, remedy));
    }
    let upload = find(server, owner, id).await?;
    let now_ms = server.app.world.now_ms();
    let size_bytes = bytes.len() as u64;
    let file = NewFile {
        bytes,
        kind: ObjectKind::Binary,
        durability: Durability::Disk,
        expires_ms: Some(now_ms + PART_TTL_S * 1000),
    };
    let name = server.app.keep(owner, file).await?;
    let record = Record {
        id: part_id(&upload.id, number),
        created_ms: now_ms,
        body: Stored {
            object: name.to_string(),
            size_bytes,
        },
    };
    records::put(server, PART_KIND, owner, &record, Some(PART_TTL_S)).await?;
    Ok(tag(&name))
}

/// Puts the parts together, in the order of their numbers.
pub async fn complete(
    server: &Server,
    owner: &str,
    id: &str,
    mut parts: Vec<Part>,
) -> Result<Record<Upload>, Error> {
    let mut upload = find(server, owner, id).await?;
    parts.sort_by_key(|part| part.part_number);
    if parts.is_empty() || parts.len() > PARTS_MAX as usize {
        let remedy = format!("must be a list of 1 to {PARTS_MAX} parts");
        return Err(Error::invalid(
            "invalid_parts",
            "parts",
            parts.len(),
            remedy,
        ));
    }
    let mut names = Vec::with_capacity(parts.len());
    let mut size_bytes = 0;
    for part in &parts {
        let id = part_id(&upload.id, part.part_number);
        let stored: Option<Record<Stored>> =
            records::get(server, PART_KIND, owner, id.as_str()).await?;
        let named = stored.and_then(|stored| {
            let name = ObjectName::parse(&stored.body.object)?;
            Some((name, stored.body.size_bytes))
        });
        let found = named.filter(|(name, _)| {
            let given = part.etag.as_deref().map(|tag| tag.trim_matches('"'));
            given.is_none_or(|given| given == tag(name).trim_matches('"'))
        });
        let Some((name, size)) = found else {
            let remedy = "must be the number and the etag of a part that was sent; send it again";
            return Err(Error::invalid(
                "unknown_part",
                "parts",
                part.part_number,
                remedy,
            ));
        };
        names.push(name);
        size_bytes += size;
    }
    let object = join(server, &names, declared_kind(&upload.body)).await?;
    let expires_ms = upload.created_ms + upload.body.ttl_s * 1000;
    let claim = server
        .app
        .claim(owner, &object, size_bytes, Some(expires_ms));
    claim.await?;
    upload.body.size_bytes = size_bytes;
    upload.body.object = Some(object.to_string());
    records::put(server, KIND, owner, &upload, Some(upload.body.ttl_s)).await?;
    for part in parts {
        let id = part_id(&upload.id, part.part_number);
        records::delete(server, PART_KIND, owner, id.as_str()).await?;
    }
    Ok(upload)
}

/// Returns one object that holds what the pieces hold, in order.
pub async fn join(
    server: &Server,
    pieces: &[ObjectName],
    kind: ObjectKind,
) -> Result<ObjectName, Error> {
    let mut store = server.app.outputs.upload(kind, FILE_BYTES_MAX).await?;
    for name in pieces {
        let piece = server.app.outputs.kept(name).await?;
        let piece = piece.ok_or_else(|| {
            let message = "A piece of the upload is not kept any more; start the upload again.";
            Error::new(ErrorKind::Conflict, "piece_gone", message)
        })?;
        store.write(piece).await.map_err(refused)?;
    }
    Ok(store.finish().await.map_err(refused)?.0)
}

/// Returns what a client is told when the store did not take its file.
pub fn refused(error: StoreError) -> Error {
    match error {
        StoreError::TooLarge { .. } => too_large(),
        other => other.into(),
    }
}

/// Returns the error for a file beyond [`FILE_BYTES_MAX`].
pub fn too_large() -> Error {
    let most = FILE_BYTES_MAX >> 30;
    let message = format!("The file is larger than {most} GiB; send a smaller one.");
    Error::new(ErrorKind::TooLarge, "file_too_large", message)
}

fn part_id(upload: &Id, number: u32) -> Id {
    Id::from_stored(format!("{upload}-{number}"))
}

fn tag(name: &ObjectName) -> String {
    format!("\"{}\"", name.digest())
}
