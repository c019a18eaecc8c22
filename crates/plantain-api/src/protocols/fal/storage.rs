//! Uploads, as fal's clients make them: with a token, with a promised place, whole or in parts.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;
use plantain_app::Link;
use plantain_core::Error;
use serde_json::json;

use super::call::PutPart;
use super::headers;
use super::wire::{Complete, Initiate, Initiated};
use crate::address::Path;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::protocol::Protocol;
use crate::tickets::{self, Ticket};
use crate::time::rfc3339;
use crate::uploads::{self, NewUpload};
use crate::{Server, body, json};

/// How long uploaded files stay unless the client says otherwise, seconds.
const FILE_TTL_S: i64 = 7 * 24 * 3600;
/// How long a token for uploads works, and a place that was promised.
const TOKEN_TTL_S: i64 = 3600;
const PLACE_TTL_S: i64 = 24 * 3600;
/// What the tickets are for.
const TOKEN: &str = "fal.token";
const PLACE: &str = "fal.place";
/// Where files are sent.
const CDN: &str = "/fal/cdn";

fn ticket(server: &Server, purpose: &str, owner: &str, subject: &str, ttl_s: i64) -> (String, i64) {
    let expires_s = server.app.world.now_ms() / 1000 + ttl_s;
    let ticket = Ticket {
        owner: owner.to_owned(),
        subject: subject.to_owned(),
        expires_s,
    };
    (tickets::write(server, purpose, &ticket), expires_s)
}

fn url(server: &Server, headers: &HeaderMap, path: String) -> String {
    server.url(&Link { path, expires_s: 0 }, headers)
}

/// Gives out a token that uploads in the caller's name.
pub fn token(server: &Server, owner: &str, headers: &HeaderMap) -> Result<Response, Error> {
    let (token, expires_s) = ticket(server, TOKEN, owner, "", TOKEN_TTL_S);
    let reply = json!({
        "token": token,
        "token_type": "Bearer",
        "base_url": url(server, headers, CDN.to_owned()),
        // Older Pythons read an offset and no Z.
        "expires_at": rfc3339(expires_s * 1000).replace('Z', "+00:00"),
    });
    json::reply(StatusCode::OK, &reply, 0)
}

/// Promises a place for a file. Whoever has its address may send the file: clients send no key there.
pub async fn initiate(
    server: &Server,
    owner: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Response, Error> {
    let body: Initiate = body::parse(body)?;
    let new = NewUpload {
        filename: body.file_name.unwrap_or_default(),
        content_type: body.content_type.unwrap_or_default(),
        ttl_s: headers::upload_ttl_s(headers)?.unwrap_or(FILE_TTL_S),
        ..NewUpload::default()
    };
    let record = uploads::begin(server, owner, new).await?;
    let (place, _) = ticket(server, PLACE, owner, record.id.as_str(), PLACE_TTL_S);
    let reply = Initiated {
        upload_url: url(server, headers, format!("{CDN}/put/{place}")),
        file_url: server.url(&uploads::link(server, owner, &record), headers),
    };
    json::reply(StatusCode::OK, &reply, 0)
}

/// Takes what was promised a place.
pub async fn put(
    server: &Server,
    place: &str,
    part: PutPart,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, Error> {
    let Ticket { owner, subject, .. } = tickets::read(server, PLACE, place)?;
    let bytes = body::read(headers, body).await?;
    match part {
        PutPart::Whole => {
            uploads::fill(server, &owner, &subject, bytes).await?;
            json::reply(StatusCode::OK, &json!({}), 0)
        }
        PutPart::Number(number) => take_part(server, &owner, &subject, number, bytes).await,
        PutPart::Complete => finish(server, &owner, &subject, &bytes).await,
    }
}

async fn take_part(
    server: &Server,
    owner: &str,
    id: &str,
    number: u32,
    bytes: Bytes,
) -> Result<Response, Error> {
    let etag = uploads::put_part(server, owner, id, number, bytes).await?;
    let reply = json!({"partNumber": number, "etag": etag});
    let mut response = json::reply(StatusCode::OK, &reply, 0)?;
    let etag = HeaderValue::try_from(etag).map_err(Error::internal)?;
    response.headers_mut().insert(header::ETAG, etag);
    Ok(response)
}

async fn finish(server: &Server, owner: &str, id: &str, body: &[u8]) -> Result<Response, Error> {
    let complete: Complete = body::parse(body)?;
    uploads::complete(server, owner, id, complete.parts).await?;
    json::reply(StatusCode::OK, &json!({}), 0)
}

/// Who uploads: whoever has a token, else whoever has a key.
fn uploader(
    server: &Server,
    headers: &HeaderMap,
    visitor: Result<Visitor, Fail>,
) -> Result<String, Fail> {
    let value = headers.get(header::AUTHORIZATION);
    let value = value
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let token = value.split_once(' ').map_or(value, |(_, token)| token);
    match tickets::read(server, TOKEN, token.trim()) {
        Ok(ticket) => Ok(ticket.owner),
        Err(_) => Ok(visitor?.caller.owner().to_owned()),
    }
}

/// Takes a whole file, or (`parts`) gives out the address for one that comes in parts.
pub async fn upload(
    server: &Server,
    visitor: Result<Visitor, Fail>,
    headers: &HeaderMap,
    body: Body,
    parts: bool,
) -> Result<Response, Fail> {
    let owner = uploader(server, headers, visitor)?;
    let text = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let new = NewUpload {
        filename: text("x-fal-file-name"),
        content_type: text("content-type"),
        ttl_s: headers::upload_ttl_s(headers)?.unwrap_or(FILE_TTL_S),
        ..NewUpload::default()
    };
    let record = match parts {
        true => uploads::begin(server, &owner, new).await?,
        false => {
            let bytes = body::read(headers, body).await?;
            uploads::put(server, &owner, new, bytes).await?
        }
    };
    let access_url = server.url(&uploads::link(server, &owner, &record), headers);
    let reply = match parts {
        true => json!({"access_url": access_url, "uploadId": record.id.as_str()}),
        false => json!({"access_url": access_url}),
    };
    Ok(json::reply(StatusCode::OK, &reply, 0)?)
}

/// Takes a part of a file, below the file's own address.
pub async fn put_part(
    State(server): State<Arc<Server>>,
    visitor: Result<Visitor, Fail>,
    headers: HeaderMap,
    Path((link, _, upload, number)): Path<(String, String, String, String)>,
    body: Body,
) -> Result<Response, Fail> {
    let take = async {
        let owner = owner_of(&server, &headers, visitor, (&link, &upload))?;
        let number = number.parse().map_err(|_| {
            let remedy = "must be the number of a part, from 1";
            Error::invalid("invalid_part", "part", &number, remedy)
        })?;
        let bytes = body::read(&headers, body).await?;
        Ok(take_part(&server, &owner, &upload, number, bytes).await?)
    };
    take.await.map_err(|fail: Fail| fail.spoken(Protocol::Fal))
}

/// Puts a file together, below its own address.
pub async fn complete(
    State(server): State<Arc<Server>>,
    visitor: Result<Visitor, Fail>,
    headers: HeaderMap,
    Path((link, _, upload)): Path<(String, String, String)>,
    body: Body,
) -> Result<Response, Fail> {
    let take = async {
        let owner = owner_of(&server, &headers, visitor, (&link, &upload))?;
        let bytes = body::read(&headers, body).await?;
        Ok(finish(&server, &owner, &upload, &bytes).await?)
    };
    take.await.map_err(|fail: Fail| fail.spoken(Protocol::Fal))
}

/// Returns whose file it is. Its address can be read by anybody, so it is no permission to write.
fn owner_of(
    server: &Server,
    headers: &HeaderMap,
    visitor: Result<Visitor, Fail>,
    (link, upload): (&str, &str),
) -> Result<String, Fail> {
    let ticket = uploads::read_ticket(server, link)?;
    let owner = uploader(server, headers, visitor)?;
    if owner == ticket.owner && upload == ticket.subject {
        return Ok(owner);
    }
    let message = "There is no such upload under this key; start it again.";
    Err(Error::new(
        plantain_core::ErrorKind::NotFound,
        "unknown_upload",
        message,
    )
    .into())
}
