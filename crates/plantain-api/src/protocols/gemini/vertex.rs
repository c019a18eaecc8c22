//! Vertex's paths: `publishers/google/models/…`, under a project and a place or, in express mode, by themselves. Projects
//! and places are taken as they come: there is one server.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use plantain_app::catalog;
use plantain_core::ModelId;

use super::{routes, wire};
use crate::address::Path;
use crate::body::Raw;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::{Server, json};

/// The parts of a path that matter: the last of them.
#[derive(Debug, serde::Deserialize)]
pub struct Named {
    name: String,
}

/// Calls a model.
pub async fn call_model(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(Named { name }): Path<Named>,
    RawQuery(query): RawQuery,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    routes::perform(&server, &visitor, &name, query.as_deref(), &body).await
}

/// Lists every model name, in pages.
pub async fn list_models(_: Visitor, RawQuery(query): RawQuery) -> Result<Response, Fail> {
    let (page, next) = routes::page(query.as_deref())?;
    let list = wire::PublisherModelList {
        publisher_models: page.iter().map(publisher_model).collect(),
        next_page_token: next,
    };
    Ok(json::reply(StatusCode::OK, &list, 0)?)
}

/// Describes one model name.
pub async fn get_model(_: Visitor, Path(Named { name }): Path<Named>) -> Result<Response, Fail> {
    let found = catalog::find(&ModelId::new("name", &name)?)?;
    Ok(json::reply(StatusCode::OK, &publisher_model(found), 0)?)
}

fn publisher_model(model: &catalog::Model) -> wire::PublisherModel {
    wire::PublisherModel {
        name: format!("publishers/google/models/{}", model.id),
        version_id: env!("CARGO_PKG_VERSION"),
        launch_stage: "GA",
        display_name: model.title,
    }
}
