//! Pictures drawn by GET behind a signed address, for social cards, e-mail and pages: `/r/SIGNATURE/NAME.FORMAT?…`. The name is
//! a prompt, or a template of the owner's that the query fills in.

pub mod owner;
mod signing;
mod template;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use plantain_app::{Caller, Order};
use plantain_core::{Error, ErrorKind, ImageRequest, OutputFormat};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use self::signing::{Pairs, pairs, unpadded};
pub use self::signing::{RenderLink, purpose as render_purpose};
pub use self::template::Template;
use crate::Server;
use crate::address::Path;
use crate::body::parse_at;
use crate::fail::Fail;
use crate::outputs::SVG_POLICY;
use crate::protocol::Protocol;
use crate::protocols::native::{from_wire, wire};
use crate::report::Report;
use crate::rows::value;

/// Fields of a picture that the query may set; every other word belongs to the template.
const FIELDS: [&str; 12] = [
    "model",
    "size",
    "aspect_ratio",
    "tier",
    "seed",
    "quality",
    "letters",
    "background",
    "brand",
    "planner",
    "strict",
    "filler",
];
/// Says which key pays; missing on a server without keys.
const KEY: &str = "key";
/// Unix seconds after which the address is no longer good; missing: always.
const EXPIRES: &str = "expires";
/// Seed of an address that names none, so that it always shows the same picture.
const SEED: u64 = 0;
/// How long caches keep a picture, seconds: a month.
const CACHED_S: i64 = 30 * 86_400;

/// Draws the picture of a signed address.
#[utoipa::path(get, path = "/r/{signature}/{name}", tag = "outputs",
    params(
        ("signature" = String, Path, description = "Made by `plantain sign`, or with the secret of renders/secret."),
        ("name" = String, Path, description = "A prompt or the name of a template, and the format: og-card.png."),
        ("key" = Option<String>, Query, description = "Id of the key that pays; missing on a server without keys."),
        ("expires" = Option<i64>, Query, description = "Unix seconds after which the address is no longer good."),
        ("size" = Option<String>, Query, description = "As in images/generate, as are aspect_ratio, tier, seed, quality, letters, background, model, brand, planner, strict and filler; every other word fills in the template."),
    ),
    responses(
        (status = 200, description = "The picture.", content_type = "*/*"),
        (status = 304, description = "The client has it."),
        (status = 403, description = "The signature is not that of the address.", body = wire::ErrorReply<'_>),
        (status = 404, description = "The address has expired.", body = wire::ErrorReply<'_>),
    ))]
pub async fn draw(
    State(server): State<Arc<Server>>,
    Path((signature, name)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Fail> {
    let pairs = pairs(query.as_deref().unwrap_or_default())?;
    let owner = pairs.get(KEY).map_or("", String::as_str);
    signing::check(&secret(&server, owner), &signature, &name, &pairs)?;
    let left_s = left_s(&server, &pairs)?;
    let version = server.app.studio.capabilities().version;
    let etag = etag(&signature, version);
    if is_known(&headers, &etag) {
        return Ok((StatusCode::NOT_MODIFIED, cache_headers(&etag, left_s)?).into_response());
    }
    let request = request(&server, &name, pairs.clone())?;
    let caller = caller(&server, owner).await?;
    let order = Order::new(caller, Protocol::Native.name(), request);
    let drawn = server.app.draw(order, None).await?;
    let picture = drawn.pictures.first();
    let picture = picture.ok_or_else(|| Error::internal("nothing was drawn"))?;
    let mut reply = cache_headers(&etag, left_s)?;
    let media_type = HeaderValue::from_static(picture.format.media_type());
    reply.insert(header::CONTENT_TYPE, media_type);
    if picture.format == OutputFormat::Svg {
        let policy = HeaderValue::from_static(SVG_POLICY);
        reply.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    let mut response = (StatusCode::OK, reply, picture.bytes.clone()).into_response();
    response.extensions_mut().insert(Report::new(&drawn));
    Ok(response)
}

fn secret(server: &Server, owner: &str) -> [u8; 32] {
    server.app.outputs.derived_secret(&signing::purpose(owner))
}

/// Returns whoever pays: the key that the address names, or the owner of a server without keys.
async fn caller(server: &Server, key: &str) -> Result<Caller, Error> {
    let authority = &server.app.authority;
    if !key.is_empty() {
        return authority.by_id(key).await;
    }
    if authority.is_open().await? {
        return Ok(Caller::default());
    }
    let message = "This server has keys now; sign the address again for one of them.";
    Err(Error::new(ErrorKind::Forbidden, "missing_key", message).with_field(KEY))
}

/// Returns for how many seconds the address is good; none: for ever.
fn left_s(server: &Server, pairs: &Pairs) -> Result<Option<i64>, Error> {
    let Some(text) = pairs.get(EXPIRES) else {
        return Ok(None);
    };
    let end: i64 = text.parse().map_err(|_| {
        let remedy = "must be Unix seconds";
        Error::invalid("invalid_expiry", EXPIRES, text, remedy)
    })?;
    match end - server.app.world.now_ms() / 1000 {
        left if left > 0 => Ok(Some(left)),
        _ => {
            let message = "This address has expired; ask whoever gave it for a new one.";
            Err(Error::new(ErrorKind::NotFound, "expired", message).with_field(EXPIRES))
        }
    }
}

/// Returns the request that an address stands for.
fn request(server: &Server, name: &str, mut pairs: Pairs) -> Result<ImageRequest, Error> {
    let (subject, format) = name.rsplit_once('.').ok_or_else(|| {
        let remedy = "must end in a point and a format, as in card.png";
        Error::invalid("invalid_name", "name", name, remedy)
    })?;
    pairs.remove(KEY);
    pairs.remove(EXPIRES);
    let mut fields = Map::new();
    for field in FIELDS {
        if let Some(text) = pairs.remove(field) {
            fields.insert(field.to_owned(), value(field, &text));
        }
    }
    let template = server.config().templates.get(subject);
    match template {
        Some(template) => template.fill(&mut fields, pairs)?,
        None => {
            if let Some(word) = pairs.keys().next() {
                let remedy = format!("use {}, {KEY} or {EXPIRES}", FIELDS.join(", "));
                let message = format!("{word}: there is no such field; {remedy}.");
                let error = Error::new(ErrorKind::Invalid, "unknown_field", message);
                return Err(error.with_field(word.clone()));
            }
            fields.insert("prompt".to_owned(), subject.into());
        }
    }
    fields.insert("format".to_owned(), format.into());
    fields.entry("seed").or_insert(SEED.into());
    let body: wire::Request = parse_at(".", &Value::Object(fields))?;
    let order = match body.scene {
        Some(_) => from_wire::render(&body)?,
        None => from_wire::generate(&body)?,
    };
    Ok(order.request)
}

/// The picture is that of its address and of the engine's version.
fn etag(signature: &str, version: &str) -> String {
    let hash = Sha256::digest(format!("{signature}\n{version}"));
    format!("\"{}\"", unpadded(&hash[..16]))
}

fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let known = headers.get(header::IF_NONE_MATCH);
    let known = known
        .and_then(|known| known.to_str().ok())
        .unwrap_or_default();
    known
        .split(',')
        .any(|one| one.trim().trim_start_matches("W/") == etag)
}

fn cache_headers(etag: &str, left_s: Option<i64>) -> Result<HeaderMap, Error> {
    let age_s = left_s.map_or(CACHED_S, |left| left.min(CACHED_S));
    let cache = format!("public, max-age={age_s}, immutable");
    let mut headers = HeaderMap::new();
    for (name, value) in [
        (header::ETAG, etag),
        (header::CACHE_CONTROL, cache.as_str()),
    ] {
        headers.insert(name, HeaderValue::try_from(value).map_err(Error::internal)?);
    }
    Ok(headers)
}
