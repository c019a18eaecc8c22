//! fal's webhooks: Ed25519 over request, user, time and the hash of the body; the key is published as a JWKS.

use std::fmt::Write;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use plantain_core::Error;
use plantain_store::{MessageRecord, TaskRecord};
use ring::signature::{Ed25519KeyPair, KeyPair};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::wire::Told;
use super::{error, queue};
use crate::fail::Fail;
use crate::{Server, json};

/// What the key is derived for.
const PURPOSE: &str = "fal webhooks";
/// How long receivers may keep the keys.
const CACHE: &str = "public, max-age=3600";

/// Publishes what webhooks are verified with.
#[utoipa::path(get, path = "/.well-known/jwks.json", tag = "fal",
    responses((status = 200, description = "The keys (JWKS) of webhooks in fal's dialect.", body = Object)))]
pub async fn keys(State(server): State<Arc<Server>>) -> Result<Response, Fail> {
    Ok(jwks(&server)?)
}

pub fn jwks(server: &Server) -> Result<Response, Error> {
    let pair = pair(server)?;
    let public = pair.public_key().as_ref();
    let key = json!({
        "kty": "OKP",
        "crv": "Ed25519",
        "use": "sig",
        "alg": "EdDSA",
        "kid": hex(&Sha256::digest(public)[..8]),
        "x": URL_SAFE_NO_PAD.encode(public),
    });
    let mut response = json::reply(StatusCode::OK, &json!({"keys": [key]}), 0)?;
    let cache = HeaderValue::from_static(CACHE);
    response.headers_mut().insert(header::CACHE_CONTROL, cache);
    Ok(response)
}

/// Returns the body that tells of a request that has ended.
pub async fn told(
    server: &Server,
    record: &TaskRecord,
    headers: &HeaderMap,
) -> Result<Vec<u8>, Error> {
    let id = record.id.as_str();
    match queue::outcome(server, record, headers).await? {
        Ok(output) => to_json(&Told {
            request_id: id,
            gateway_request_id: id,
            status: "OK",
            error: None,
            payload: output,
        }),
        Err(failure) => to_json(&Told {
            request_id: id,
            gateway_request_id: id,
            status: "ERROR",
            error: Some(format!(
                "Invalid status code: {}",
                error::status(&failure).as_u16()
            )),
            payload: error::body(&failure).0,
        }),
    }
}

fn to_json<T: serde::Serialize>(told: &Told<'_, T>) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(told).map_err(Error::internal)
}

/// Returns the headers that sign a body.
pub fn sign(
    server: &Server,
    message: &MessageRecord,
    body: &[u8],
) -> Result<[(String, String); 4], Error> {
    let (request, user) = (message.task.as_str(), message.owner.as_str());
    let now_s = server.app.world.now_ms() / 1000;
    let signature = pair(server)?.sign(signed(request, user, now_s, body).as_bytes());
    let header = |name: &str, value: String| (format!("x-fal-webhook-{name}"), value);
    Ok([
        header("request-id", request.to_owned()),
        header("user-id", user.to_owned()),
        header("timestamp", now_s.to_string()),
        header("signature", hex(signature.as_ref())),
    ])
}

/// Returns what is signed.
fn signed(request: &str, user: &str, unix_s: i64, body: &[u8]) -> String {
    format!(
        "{request}\n{user}\n{unix_s}\n{}",
        hex(&Sha256::digest(body))
    )
}

fn pair(server: &Server) -> Result<Ed25519KeyPair, Error> {
    let seed = server.app.outputs.derived_secret(PURPOSE);
    Ed25519KeyPair::from_seed_unchecked(&seed).map_err(Error::internal)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What fal signs, recorded with a key that is known.
    const VECTOR: &str = include_str!("../../../tests/wire/fal-webhook-signature-vector.json.txt");

    #[test]
    fn bodies_are_signed_as_fal_signs() {
        let vector: serde_json::Value = serde_json::from_str(VECTOR).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let headers = &vector["headers"];
        let request = text(&headers["X-Fal-Webhook-Request-Id"]);
        let user = text(&headers["X-Fal-Webhook-User-Id"]);
        let unix_s = text(&headers["X-Fal-Webhook-Timestamp"]).parse().unwrap();
        let message = signed(&request, &user, unix_s, text(&vector["body"]).as_bytes());
        assert_eq!(message, text(&vector["signed_message"]));
        let pair = Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap();
        let public = URL_SAFE_NO_PAD.encode(pair.public_key().as_ref());
        assert_eq!(public, text(&vector["jwks"]["keys"][0]["x"]));
        let signature = hex(pair.sign(message.as_bytes()).as_ref());
        assert_eq!(signature, text(&headers["X-Fal-Webhook-Signature"]));
    }
}
