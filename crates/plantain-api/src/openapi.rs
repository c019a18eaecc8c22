//! The OpenAPI document, made from the code.

mod complete;
mod examples;

use std::sync::OnceLock;

use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use bytes::Bytes;
use utoipa::OpenApi;

use crate::protocols::{atlas, evolink, fal, gemini, native, openai, replicate};
use crate::{health, json, metrics, outputs, renders, uploads};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Plantain",
        description = "The image generation API that you own. Every vendor's routes are also served under the root; see each path.",
    ),
    paths(
        native::routes::generate,
        native::routes::edit,
        native::routes::plan_scene,
        native::routes::render_scene,
        native::routes::scene_schema,
        native::routes::list_models,
        native::tasks::create,
        native::tasks::list,
        native::tasks::get,
        native::tasks::cancel,
        native::tasks::follow,
        native::webhooks::list,
        native::webhooks::get,
        native::webhooks::replay,
        native::webhooks::secret,
        native::webhooks::rotate_secret,
        native::webhooks::test,
        native::files::list,
        native::files::delete,
        native::files::pin,
        native::files::unpin,
        native::files::forget_own,
        native::files::forget_key,
        native::sessions::create,
        native::sessions::list,
        native::sessions::get,
        native::sessions::delete,
        native::sessions::take_turn,
        native::sessions::list_turns,
        native::sessions::undo,
        native::batches::create,
        native::batches::list,
        native::batches::get,
        native::batches::results,
        native::batches::cancel,
        native::keys::list_keys,
        native::keys::create_key,
        native::keys::revoke_key,
        native::keys::rotate_key,
        native::audit::list_events,
        native::mcp::routes::call,
        native::money::list_budgets,
        native::money::set_budget,
        native::money::remove_budget,
        native::money::credit,
        native::money::top_up,
        native::money::usage,
        native::money::ledger,
        native::money::prices,
        openai::routes::generations,
        openai::routes::edits,
        openai::routes::variations,
        openai::responses::routes::create_response,
        openai::responses::routes::get_response,
        openai::responses::routes::cancel_response,
        openai::responses::routes::delete_response,
        openai::responses::routes::list_input_items,
        openai::chat::routes::complete_chat,
        openai::files::routes::create_file,
        openai::files::routes::list_files,
        openai::files::routes::get_file,
        openai::files::routes::get_content,
        openai::files::routes::delete_file,
        openai::models::list_models,
        openai::models::get_model,
        gemini::routes::call_model,
        gemini::routes::list_models,
        gemini::routes::get_model,
        gemini::files::list_files,
        gemini::files::get_file,
        gemini::files::delete_file,
        gemini::files::upload::upload,
        gemini::batches::list,
        gemini::batches::get,
        gemini::batches::call,
        gemini::batches::delete,
        gemini::interactions::create,
        gemini::interactions::get,
        gemini::interactions::delete,
        gemini::interactions::cancel,
        evolink::routes::generate,
        evolink::tasks::create,
        evolink::tasks::get,
        evolink::tasks::cancel,
        evolink::files::from_form,
        evolink::files::from_base64,
        evolink::files::from_link,
        evolink::files::download,
        atlas::routes::generate,
        atlas::routes::get,
        atlas::routes::upload,
        replicate::predictions::create,
        replicate::predictions::create_of_model,
        replicate::predictions::get,
        replicate::predictions::list,
        replicate::predictions::cancel,
        replicate::stream::follow,
        replicate::models::list,
        replicate::models::get,
        replicate::models::versions,
        replicate::models::get_version,
        replicate::models::account,
        replicate::files::create,
        replicate::files::list,
        replicate::files::get,
        replicate::files::download,
        replicate::files::delete,
        replicate::webhooks::secret,
        fal::routes::serve,
        fal::routes::queue_submit,
        fal::routes::queue_status,
        fal::routes::storage_initiate,
        fal::webhooks::keys,
        outputs::fetch,
        renders::draw,
        renders::owner::sign,
        renders::owner::render_secret,
        renders::owner::list_templates,
        uploads::fetch,
        health::alive,
        health::ready,
        metrics::serve,
        serve,
    ),
    components(schemas(
        atlas::wire::ErrorReply<'_>,
        evolink::wire::ErrorReply<'_>,
        fal::wire::ErrorReply,
        gemini::wire::ErrorReply<'_>,
        native::wire::ErrorReply<'_>,
        openai::wire::ErrorReply<'_>,
        replicate::wire::ErrorReply<'_>,
    ))
)]
struct Document;

/// Returns the document as pretty JSON.
pub fn document() -> Result<String, serde_json::Error> {
    let mut document = serde_json::to_value(Document::openapi())?;
    complete::complete(&mut document, &examples::Examples::shipped()?);
    serde_json::to_string_pretty(&document)
}

/// Returns this document.
#[utoipa::path(get, path = "/openapi.json", tag = "operations",
    responses((status = 200, description = "OpenAPI document.", body = Object)))]
pub async fn serve() -> Response {
    static TEXT: OnceLock<Bytes> = OnceLock::new();
    // A test writes the document, so that it can be written is known.
    let text = TEXT.get_or_init(|| document().unwrap_or_default().into());
    json::respond(StatusCode::OK, "application/json", Body::from(text.clone()))
}
