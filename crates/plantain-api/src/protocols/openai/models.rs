//! Model names.

use axum::http::StatusCode;
use axum::response::Response;
use plantain_app::catalog;
use plantain_core::ModelId;

use super::wire;
use crate::address::Path;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::json;

/// Lists every model name.
#[utoipa::path(get, path = "/openai/v1/models", tag = "openai",
    responses((status = 200, description = "Every name, the embedded engine first.", body = wire::ModelList)))]
pub async fn list_models(_: Visitor) -> Result<Response, Fail> {
    let models = wire::ModelList {
        object: "list",
        data: catalog::all().iter().map(model).collect(),
    };
    Ok(json::reply(StatusCode::OK, &models, 0)?)
}

/// Describes one model name.
#[utoipa::path(get, path = "/openai/v1/models/{id}", tag = "openai",
    params(("id" = String, Path, description = "A model name.")),
    responses(
        (status = 200, description = "The model.", body = wire::Model),
        (status = 404, description = "No such model.", body = wire::ErrorReply<'_>),
    ))]
pub async fn get_model(_: Visitor, Path(id): Path<String>) -> Result<Response, Fail> {
    let found = catalog::find(&ModelId::new("model", &id)?)?;
    Ok(json::reply(StatusCode::OK, &model(found), 0)?)
}

fn model(model: &catalog::Model) -> wire::Model {
    wire::Model {
        id: model.id,
        object: "model",
        created: model.created_s,
        owned_by: model.owner.name(),
    }
}
