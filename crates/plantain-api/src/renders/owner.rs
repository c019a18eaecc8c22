//! What those ask for who give addresses of pictures away: a signed address, the secret to sign with, the templates.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use plantain_app::Link;
use plantain_core::{Error, Id};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::signing::{RenderLink, unpadded};
use super::{EXPIRES, KEY, caller, request, secret};
use crate::Server;
use crate::body::Wire;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::json;

const HOUR_S: i64 = 3600;

/// A picture that is to have an address.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object", deny_unknown_fields)]
#[schema(as = RenderOrder)]
pub struct Order {
    /// A prompt or the name of a template, a point and the format. Required.
    #[schema(required, example = "poster \"Harvest Fair\".png")]
    pub name: Option<String>,
    /// Fields of images/generate as texts, and what fills in the template.
    #[serde(default)]
    #[schema(example = json!({"size": "1200x630"}))]
    pub with: BTreeMap<String, String>,
    /// Hours until the address ends; never when missing.
    pub hours: Option<u32>,
}

/// A signed address.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RenderAddress)]
pub struct Address {
    pub url: String,
    /// Unix seconds at which it ends; missing: never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<i64>,
}

/// A template of the server's.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RenderTemplate)]
pub struct Described<'a> {
    pub name: &'a str,
    /// What is to be filled in.
    pub places: Vec<String>,
}

/// Every template, by name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RenderTemplates)]
pub struct Templates<'a> {
    pub templates: Vec<Described<'a>>,
}

/// Signs the address of a picture, which the caller's key pays for whenever it is drawn. Nothing is drawn now; what is wrong
/// with the picture is said now, though.
#[utoipa::path(post, path = "/plantain/v1/renders/sign", tag = "plantain",
    request_body = Order,
    responses(
        (status = 200, description = "The address.", body = Address),
    ))]
pub async fn sign(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Wire(order): Wire<Order>,
) -> Result<Response, Fail> {
    let owner = payer(&visitor);
    // Says whether anybody may open what is signed.
    caller(&server, owner).await?;
    let Order {
        name,
        with: mut pairs,
        hours,
    } = order;
    let name = name.ok_or_else(|| {
        let remedy = "say what the picture shows and in which format, as in og-card.png";
        Error::missing("name", remedy)
    })?;
    request(&server, &name, pairs.clone())?;
    if !owner.is_empty() {
        pairs.insert(KEY.to_owned(), owner.to_owned());
    }
    let expires = hours.map(|hours| server.app.world.now_ms() / 1000 + i64::from(hours) * HOUR_S);
    if let Some(expires) = expires {
        pairs.insert(EXPIRES.to_owned(), expires.to_string());
    }
    let path = RenderLink { name, pairs }.signed(&secret(&server, owner));
    let link = Link {
        path,
        expires_s: expires.unwrap_or_default(),
    };
    let url = server.url(&link, &headers);
    Ok(json::reply(StatusCode::OK, &Address { url, expires }, 0)?)
}

/// Returns what the caller signs addresses of pictures with.
#[utoipa::path(get, path = "/plantain/v1/renders/secret", tag = "plantain",
    responses((status = 200, description = "The secret, as base64url, and the key that pays.", body = Object)))]
pub async fn render_secret(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
) -> Result<Response, Fail> {
    let told = serde_json::json!({
        "secret": unpadded(&secret(&server, payer(&visitor))),
        "key": visitor.caller.key_id.as_ref().map(Id::as_str),
    });
    Ok(json::reply(StatusCode::OK, &told, 0)?)
}

/// Lists the templates of the server.
#[utoipa::path(get, path = "/plantain/v1/renders/templates", tag = "plantain",
    responses((status = 200, description = "Every template, with what is to be filled in.", body = Templates<'_>)))]
pub async fn list_templates(
    State(server): State<Arc<Server>>,
    _: Visitor,
) -> Result<Response, Fail> {
    let templates = &server.config().templates;
    let described = templates.iter().map(|(name, template)| Described {
        name,
        places: Vec::from_iter(template.places()),
    });
    let templates = described.collect();
    Ok(json::reply(StatusCode::OK, &Templates { templates }, 0)?)
}

/// Returns who the address says that pays: nobody on a server without keys.
fn payer(visitor: &Visitor) -> &str {
    visitor.caller.key_id.as_ref().map_or("", Id::as_str)
}
