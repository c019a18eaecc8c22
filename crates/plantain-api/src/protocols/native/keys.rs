//! `/plantain/v1/keys`: making, listing, rotating and revoking keys.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use plantain_app::keys::{KeyWish, grace_until_ms};
use plantain_app::{mint_key, mint_secret};
use plantain_core::{Error, ErrorKind};

use super::{to_wire, wire};
use crate::address::Path;
use crate::body::Wire;
use crate::door::Admin;
use crate::fail::Fail;
use crate::{Server, json};

/// How long a secret outlives its replacement unless the caller says otherwise.
const GRACE_HOURS: i64 = 24;

/// Lists every key, without its secret.
#[utoipa::path(get, path = "/plantain/v1/keys", tag = "admin",
    responses((status = 200, description = "Every key, oldest first.", body = wire::Keys)))]
pub async fn list_keys(State(server): State<Arc<Server>>, _: Admin) -> Result<Response, Fail> {
    let keys = server.app.authority.keys();
    let records = keys.list().await.map_err(Error::from)?;
    let keys = records.into_iter().map(|record| to_wire::key(record, None));
    let keys = wire::Keys {
        keys: keys.collect(),
    };
    Ok(json::reply(StatusCode::OK, &keys, 0)?)
}

/// Makes a key. Its secret is shown in this reply and never again.
#[utoipa::path(post, path = "/plantain/v1/keys", tag = "admin",
    request_body = wire::CreateKey,
    responses((status = 201, description = "The key, with its secret.", body = wire::Key)))]
pub async fn create_key(
    State(server): State<Arc<Server>>,
    Admin { caller }: Admin,
    Wire(body): Wire<wire::CreateKey>,
) -> Result<Response, Fail> {
    let app = &server.app;
    let wish = KeyWish {
        name: body.name.unwrap_or_default(),
        scopes: body.scopes,
        expires_days: body.expires_days.map(|days| days.clamped()),
        tier: body.tier,
        team: body.team,
        policy: body.policy,
        models: body.models.unwrap_or_default(),
        tags: body.tags.unwrap_or_default(),
    };
    let new = wish.check(app.world.now_ms(), app.limits.tiers(), &app.policies)?;
    let (record, secret) = mint_key(new, &*app.world);
    let keys = app.authority.keys();
    keys.insert(&record).await.map_err(Error::from)?;
    let reason = to_wire::made(&record);
    let audit = &app.audit;
    audit
        .done(&caller, "key.create", record.id.as_str(), reason)
        .await;
    let key = to_wire::key(record, Some(secret));
    Ok(json::reply(StatusCode::CREATED, &key, 0)?)
}

/// Gives a key another secret, shown in this reply and never again. The one before it opens for a while yet.
#[utoipa::path(post, path = "/plantain/v1/keys/{id}/rotate", tag = "admin",
    params(("id" = String, Path, description = "Id or prefix of the key.")),
    request_body = wire::RotateKey,
    responses(
        (status = 200, description = "The key, with its new secret.", body = wire::Key),
        (status = 404, description = "No live key has this id.", body = wire::ErrorReply<'_>),
    ))]
pub async fn rotate_key(
    State(server): State<Arc<Server>>,
    Admin { caller }: Admin,
    Path(id): Path<String>,
    Wire(body): Wire<wire::RotateKey>,
) -> Result<Response, Fail> {
    let app = &server.app;
    let hours = body
        .grace_hours
        .map_or(GRACE_HOURS, |hours| hours.clamped());
    let until_ms = grace_until_ms(app.world.now_ms(), hours)?;
    let (kept, secret) = mint_secret(&*app.world);
    let keys = app.authority.keys();
    let rotated = keys
        .rotate(&id, &kept, until_ms)
        .await
        .map_err(Error::from)?;
    let record = rotated.ok_or_else(|| unknown_key(id))?;
    let reason = format!("the secret before it opens for {hours} h");
    let audit = &app.audit;
    audit
        .done(&caller, "key.rotate", record.id.as_str(), reason)
        .await;
    let key = to_wire::key(record, Some(secret));
    Ok(json::reply(StatusCode::OK, &key, 0)?)
}

/// Revokes a key.
#[utoipa::path(delete, path = "/plantain/v1/keys/{id}", tag = "admin",
    params(("id" = String, Path, description = "Id or prefix of the key.")),
    responses(
        (status = 204, description = "Revoked."),
        (status = 404, description = "No live key has this id.", body = wire::ErrorReply<'_>),
    ))]
pub async fn revoke_key(
    State(server): State<Arc<Server>>,
    Admin { caller }: Admin,
    Path(id): Path<String>,
) -> Result<StatusCode, Fail> {
    let app = &server.app;
    let keys = app.authority.keys();
    let now_ms = app.world.now_ms();
    if !keys.revoke(&id, now_ms).await.map_err(Error::from)? {
        return Err(unknown_key(id).into());
    }
    app.audit
        .done(&caller, "key.revoke", &id, String::new())
        .await;
    Ok(StatusCode::NO_CONTENT)
}

fn unknown_key(id: String) -> Error {
    let error = Error::new(
        ErrorKind::NotFound,
        "unknown_key",
        "No live key has this id; GET /plantain/v1/keys lists them.",
    );
    error.with_field("id").with_value(id)
}
