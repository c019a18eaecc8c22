//! Models, their versions, and who asks.

use std::sync::Arc;

use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use plantain_app::{Link, catalog};
use plantain_core::{Error, ErrorKind, ModelId};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::wire::{Account, Input, Model, Page, Version};
use crate::address::Path;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::time::rfc3339;
use crate::{Server, json};

/// Under which name the embedded engine itself is called.
const OWN: &str = "plantain/easel";
/// Length of a version's id.
const VERSION_CHARS: usize = 64;
const COG_VERSION: &str = "0.16.0";

/// Returns the model that `OWNER/NAME` stands for: by its whole name, else by its name alone.
pub fn named(owner: &str, name: &str) -> Result<ModelId, Error> {
    let whole = format!("{owner}/{name}");
    if whole == OWN {
        return Ok(ModelId::easel());
    }
    let whole = ModelId::new("model", &whole)?;
    match catalog::find(&whole) {
        Ok(_) => Ok(whole),
        Err(error) => {
            let alone = ModelId::new("model", name)?;
            match catalog::find(&alone) {
                Ok(_) => Ok(alone),
                Err(_) => Err(error),
            }
        }
    }
}

/// What a version names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub model: ModelId,
    /// `OWNER/NAME`.
    pub called: String,
    pub version: String,
    /// The version is one of a model that lives elsewhere.
    pub foreign: bool,
}

/// Returns what the `version` of a prediction names: `OWNER/NAME`, `OWNER/NAME:VERSION` or a version's id. Code pins versions
/// of models that live elsewhere; those are drawn by the embedded engine, and the prediction says so.
pub fn by_version(text: &str) -> Result<Named, Error> {
    let (called, version) = match text.split_once(':') {
        Some((called, version)) => (called, Some(version)),
        None if text.contains('/') => (text, None),
        None => ("", Some(text)),
    };
    if let Some(version) = version
        && !is_version(version)
    {
        let remedy =
            "must be the id of a version (64 hexadecimal digits), OWNER/NAME or OWNER/NAME:VERSION";
        return Err(Error::invalid("invalid_version", "version", text, remedy));
    }
    if let Some((owner, name)) = called.split_once('/') {
        return Ok(Named {
            model: named(owner, name).map_err(|error| error.at("version"))?,
            called: called.to_owned(),
            version: version.unwrap_or("hidden").to_owned(),
            foreign: version.is_some_and(|version| version != version_of(called)),
        });
    }
    let version = version.unwrap_or_default();
    let known = names().find(|called| version_of(called) == version);
    let called = known.clone().unwrap_or_else(|| OWN.to_owned());
    let (owner, name) = called.split_once('/').unwrap_or_default();
    Ok(Named {
        model: named(owner, name)?,
        version: version.to_owned(),
        foreign: known.is_none(),
        called,
    })
}

fn is_version(text: &str) -> bool {
    text.len() == VERSION_CHARS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Returns the id of a model's one version.
fn version_of(called: &str) -> String {
    let digest = Sha256::digest(format!("version\n{called}"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns every model that has an owner and a name.
fn names() -> impl Iterator<Item = String> {
    let gateway = catalog::all().iter().map(|model| model.id);
    let pairs = gateway.filter(|id| id.split('/').count() == 2);
    std::iter::once(OWN).chain(pairs).map(str::to_owned)
}

/// Lists models.
#[utoipa::path(get, path = "/replicate/v1/models", tag = "replicate",
    responses((status = 200, description = "Every model.", body = Object)))]
pub async fn list(
    State(server): State<Arc<Server>>,
    _visitor: Visitor,
    headers: HeaderMap,
) -> Result<Response, Fail> {
    let results = names().map(|called| describe(&server, &headers, &called));
    let page = Page {
        previous: None,
        next: None,
        results: results.collect::<Result<Vec<_>, _>>()?,
    };
    Ok(json::reply(StatusCode::OK, &page, 0)?)
}

/// Describes a model.
#[utoipa::path(get, path = "/replicate/v1/models/{owner}/{name}", tag = "replicate",
    params(("owner" = String, Path, description = "Whose it is."), ("name" = String, Path, description = "What it is called.")),
    responses(
        (status = 200, description = "The model.", body = Model),
        (status = 404, description = "No such model.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn get(
    State(server): State<Arc<Server>>,
    _visitor: Visitor,
    headers: HeaderMap,
    Path((owner, name)): Path<(String, String)>,
) -> Result<Response, Fail> {
    let model = describe(&server, &headers, &format!("{owner}/{name}"))?;
    Ok(json::reply(StatusCode::OK, &model, 0)?)
}

/// Lists a model's versions: each has one.
#[utoipa::path(get, path = "/replicate/v1/models/{owner}/{name}/versions", tag = "replicate",
    params(("owner" = String, Path, description = "Whose it is."), ("name" = String, Path, description = "What it is called.")),
    responses((status = 200, description = "The versions.", body = Object)))]
pub async fn versions(
    _visitor: Visitor,
    Path((owner, name)): Path<(String, String)>,
) -> Result<Response, Fail> {
    let called = format!("{owner}/{name}");
    let page = Page {
        previous: None,
        next: None,
        results: vec![version(&called, version_of(&called))?],
    };
    Ok(json::reply(StatusCode::OK, &page, 0)?)
}

/// Describes a version. One that lives elsewhere takes and gives what ours does.
#[utoipa::path(get, path = "/replicate/v1/models/{owner}/{name}/versions/{id}", tag = "replicate",
    params(
        ("owner" = String, Path, description = "Whose it is."),
        ("name" = String, Path, description = "What it is called."),
        ("id" = String, Path, description = "The version's id."),
    ),
    responses(
        (status = 200, description = "The version.", body = Version),
        (status = 404, description = "No such version.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn get_version(
    _visitor: Visitor,
    Path((owner, name, id)): Path<(String, String, String)>,
) -> Result<Response, Fail> {
    if !is_version(&id) {
        let message = format!("{id:?} is no version of {owner}/{name}.");
        return Err(Error::new(ErrorKind::NotFound, "unknown_version", message).into());
    }
    let version = version(&format!("{owner}/{name}"), id)?;
    Ok(json::reply(StatusCode::OK, &version, 0)?)
}

/// Answers what stands below `/v1/models`, where other dialects have paths of their own.
pub async fn below(
    server: State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    OriginalUri(uri): OriginalUri,
    path: &str,
) -> Result<Response, Fail> {
    let parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    match parts.as_slice() {
        [owner, name] => {
            get(
                server,
                visitor,
                headers,
                Path((owner.clone(), name.clone())),
            )
            .await
        }
        [owner, name, noun] if noun == "versions" => {
            versions(visitor, Path((owner.clone(), name.clone()))).await
        }
        [owner, name, noun, id] if noun == "versions" => {
            get_version(visitor, Path((owner.clone(), name.clone(), id.clone()))).await
        }
        _ => Err(crate::fail::no_such_path(axum::http::Method::GET, uri).await),
    }
}

/// Whether a path below `/v1/models` is one that only this dialect has.
pub fn is_ours(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    matches!(parts.as_slice(), [_, _, "versions"] | [_, _, "versions", _])
}

/// Tells who asks.
#[utoipa::path(get, path = "/replicate/v1/account", tag = "replicate",
    responses((status = 200, description = "Whose key it is.", body = Account)))]
pub async fn account(visitor: Visitor) -> Result<Response, Fail> {
    let owner = visitor.caller.owner();
    let account = Account {
        kind: "user",
        username: owner.to_owned(),
        name: owner.to_owned(),
        github_url: None,
    };
    Ok(json::reply(StatusCode::OK, &account, 0)?)
}

fn describe(server: &Server, headers: &HeaderMap, called: &str) -> Result<Model, Error> {
    let (owner, name) = called.split_once('/').unwrap_or_default();
    let known = catalog::find(&named(owner, name)?)?;
    let home = Link {
        path: "/".to_owned(),
        expires_s: 0,
    };
    Ok(Model {
        url: server.url(&home, headers),
        owner: owner.to_owned(),
        name: name.to_owned(),
        description: known.title.to_owned(),
        visibility: "public",
        is_official: true,
        github_url: None,
        paper_url: None,
        license_url: None,
        run_count: 0,
        cover_image_url: None,
        default_example: None,
        latest_version: version(called, version_of(called))?,
    })
}

fn version(called: &str, id: String) -> Result<Version, Error> {
    let (owner, name) = called.split_once('/').unwrap_or_default();
    let known = catalog::find(&named(owner, name)?)?;
    Ok(Version {
        id,
        created_at: rfc3339(known.created_s * 1000),
        cog_version: COG_VERSION,
        openapi_schema: schema()?,
    })
}

/// What a model takes and gives.
fn schema() -> Result<Value, Error> {
    let input = <Input as utoipa::PartialSchema>::schema();
    let mut input = serde_json::to_value(input).map_err(Error::internal)?;
    input["title"] = "Input".into();
    input["required"] = json!(["prompt"]);
    let output = json!({"title": "Output", "type": "string", "format": "uri"});
    Ok(json!({
        "openapi": "3.1.0",
        "info": {"title": "Cog", "version": "0.1.0"},
        "paths": {},
        "components": {"schemas": {"Input": input, "Output": output}},
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_name_models() {
        let ours = version_of("google/nano-banana-2");
        let foreign = "a".repeat(VERSION_CHARS);
        let cases = [
            (
                "google/nano-banana-2".to_owned(),
                "google/nano-banana-2",
                "hidden",
                false,
            ),
            (
                format!("google/nano-banana-2:{ours}"),
                "google/nano-banana-2",
                &*ours,
                false,
            ),
            (
                format!("google/nano-banana-2:{foreign}"),
                "google/nano-banana-2",
                &*foreign,
                true,
            ),
            (ours.clone(), "google/nano-banana-2", &*ours, false),
            (foreign.clone(), OWN, &*foreign, true),
            (
                "openai/gpt-image-1".to_owned(),
                "openai/gpt-image-1",
                "hidden",
                false,
            ),
            (OWN.to_owned(), OWN, "hidden", false),
        ];
        for (text, called, version, foreign) in cases {
            let named = by_version(&text).unwrap();
            assert_eq!(
                (&*named.called, &*named.version),
                (called, version),
                "{text}"
            );
            assert_eq!(named.foreign, foreign, "{text}");
        }
        for bad in [
            "",
            "x",
            "google/nano-banana-2:latest",
            "nobody/nothing",
            ":",
        ] {
            let error = by_version(bad).unwrap_err();
            assert_eq!(error.field.as_deref(), Some("version"), "{bad:?}");
        }
    }

    #[test]
    fn schemas_say_what_is_taken() {
        let schema = schema().unwrap();
        let schemas = &schema["components"]["schemas"];
        assert!(
            schemas["Input"]["properties"]["image_input"].is_object(),
            "{schema}"
        );
        assert_eq!(schemas["Output"]["format"], "uri");
    }
}
