//! Every route, grouped by caller.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{any, get, post, put};

use crate::metrics::MetricsAccess;
use crate::protocols::{atlas, clash, evolink, fal, gemini, native, openai, replicate};
use crate::{Server, console, edge, fail, health, metrics, openapi, outputs, renders, uploads};

type Routes = Router<Arc<Server>>;

/// Returns the whole HTTP surface.
pub fn router(server: Arc<Server>) -> Router {
    let routes = Router::new()
        .merge(operations())
        .merge(console::router())
        .merge(pictures())
        .merge(fal())
        .route("/mcp", post(native::mcp::routes::call))
        .nest("/plantain/v1", native())
        .nest("/openai/v1", openai())
        .nest("/evolink/v1", evolink())
        .nest("/atlascloud/api/v1", atlas())
        .nest("/api/v1", atlas().merge(evolink_files()))
        .nest("/evolink/api/v1", evolink_files())
        .nest("/wisgate/v1beta", gemini())
        .nest("/wisgate/v1", openai())
        .nest("/replicate", replicate())
        .nest("/replicate/v1", replicate())
        .nest("/replicate/v1/v1", replicate())
        .nest("/gemini/v1", gemini())
        .nest("/gemini/v1beta", gemini())
        .nest("/gemini/v1alpha", gemini())
        .nest("/gemini/upload", uploads())
        .nest("/upload", uploads())
        .nest("/vertex/v1", vertex())
        .nest("/vertex/v1beta1", vertex())
        .nest("/v1", shared())
        .nest("/v1beta", gemini())
        .nest("/v1alpha", gemini())
        .nest("/v1beta1", vertex())
        .fallback(fail::no_such_path)
        .method_not_allowed_fallback(fail::no_such_method)
        // Bodies are read under our own limit, which answers in the protocol's shape.
        .layer(DefaultBodyLimit::disable());
    edge::wrap(routes, &server).with_state(server)
}

/// Operators and their machines.
fn operations() -> Routes {
    Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::serve))
        .route("/openapi.json", get(openapi::serve))
}

/// Returns what monitors need and nothing else, for an address that only they reach: metrics need no key there.
pub fn operations_router(server: Arc<Server>) -> Router {
    let mut routes = Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready));
    if server.config().metrics != MetricsAccess::Off {
        routes = routes.route("/metrics", get(metrics::serve_open));
    }
    routes.with_state(server)
}

/// Whoever holds a link.
fn pictures() -> Routes {
    Router::new()
        .route("/o/{expires}/{signature}/{name}", get(outputs::fetch))
        .route("/r/{signature}/{*name}", get(renders::draw))
        .route("/u/{ticket}/{name}", get(uploads::fetch))
}

/// Clients written for Plantain.
fn native() -> Routes {
    use native::audit::list_events;
    use native::keys::*;
    use native::routes::*;
    use native::{batches, money, sessions, tasks};
    Router::new()
        .route("/images/generate", post(generate))
        .route("/images/edit", post(edit))
        .route("/scenes/plan", post(plan_scene))
        .route("/scenes/render", post(render_scene))
        .route("/scene.schema.json", get(scene_schema))
        .route("/renders/sign", post(renders::owner::sign))
        .route("/renders/secret", get(renders::owner::render_secret))
        .route("/renders/templates", get(renders::owner::list_templates))
        .route("/models", get(list_models))
        .merge(native_webhooks())
        .merge(native_files())
        .route("/tasks", get(tasks::list).post(tasks::create))
        .route("/tasks/{id}", get(tasks::get))
        .route("/tasks/{id}/events", get(tasks::follow))
        .route("/tasks/{id}/cancel", post(tasks::cancel))
        .route("/sessions", get(sessions::list).post(sessions::create))
        .route(
            "/sessions/{id}",
            get(sessions::get).delete(sessions::delete),
        )
        .route(
            "/sessions/{id}/turns",
            get(sessions::list_turns).post(sessions::take_turn),
        )
        .route("/sessions/{id}/undo", post(sessions::undo))
        .route("/batches", get(batches::list).post(batches::create))
        .route("/batches/{id}", get(batches::get))
        .route("/batches/{id}/results", get(batches::results))
        .route("/batches/{id}/cancel", post(batches::cancel))
        .route("/keys", get(list_keys).post(create_key))
        .route("/keys/{id}", axum::routing::delete(revoke_key))
        .route("/keys/{id}/rotate", post(rotate_key))
        .route("/audit", get(list_events))
        .route("/budgets", get(money::list_budgets).post(money::set_budget))
        .route("/budgets/{id}", axum::routing::delete(money::remove_budget))
        .route("/credit", get(money::credit).post(money::top_up))
        .route("/usage", get(money::usage))
        .route("/ledger", get(money::ledger))
        .route("/prices", get(money::prices))
}

/// What clients are told of by themselves.
fn native_webhooks() -> Routes {
    use native::webhooks;
    Router::new()
        .route("/webhooks", get(webhooks::list))
        .route("/webhooks/secret", get(webhooks::secret))
        .route("/webhooks/secret/rotate", post(webhooks::rotate_secret))
        .route("/webhooks/test", post(webhooks::test))
        .route("/webhooks/{id}", get(webhooks::get))
        .route("/webhooks/{id}/replay", post(webhooks::replay))
}

/// What is stored of a caller.
fn native_files() -> Routes {
    use native::files;
    Router::new()
        .route("/files", get(files::list))
        .route("/files/{name}", axum::routing::delete(files::delete))
        .route(
            "/files/{name}/pin",
            axum::routing::put(files::pin).delete(files::unpin),
        )
        .route("/data", axum::routing::delete(files::forget_own))
        .route("/keys/{id}/data", axum::routing::delete(files::forget_key))
}

/// OpenAI's SDKs and the Vercel AI SDK.
fn openai() -> Routes {
    use openai::files::routes::*;
    use openai::models::*;
    use openai::routes::*;
    Router::new()
        .route("/images/generations", post(generations))
        .route("/images/edits", post(edits))
        .route("/images/variations", post(variations))
        .route("/models", get(list_models))
        .route("/models/{*id}", get(get_model))
        .route("/files", post(create_file).get(list_files))
        .route("/files/{name}", get(get_file).delete(delete_file))
        .route("/files/{name}/content", get(get_content))
        .merge(openai_talks())
}

/// OpenAI's conversations about pictures.
fn openai_talks() -> Routes {
    use openai::chat::routes::*;
    use openai::responses::routes::*;
    Router::new()
        .route("/chat/completions", post(complete_chat))
        .route("/responses", post(create_response))
        .route("/responses/{id}", get(get_response).delete(delete_response))
        .route("/responses/{id}/cancel", post(cancel_response))
        .route("/responses/{id}/input_items", get(list_input_items))
}

/// Google's SDKs and the Vercel AI SDK.
fn gemini() -> Routes {
    use gemini::files::*;
    use gemini::routes::*;
    Router::new()
        .route("/models", get(list_models))
        .route("/models/{*call}", get(get_model).post(call_model))
        .route("/files", get(list_files))
        .route("/files/{name}", get(get_file).delete(delete_file))
        .merge(batches())
        .merge(interactions(""))
}

/// Many requests at once, as Google's SDKs send them.
fn batches() -> Routes {
    use gemini::batches;
    Router::new().route("/batches", get(batches::list)).route(
        "/batches/{name}",
        get(batches::get)
            .post(batches::call)
            .delete(batches::delete),
    )
}

/// Conversations that the server remembers, under a base.
fn interactions(base: &str) -> Routes {
    use gemini::interactions as turns;
    Router::new()
        .route(&format!("{base}/interactions"), post(turns::create))
        .route(
            &format!("{base}/interactions/{{id}}"),
            get(turns::get).delete(turns::delete),
        )
        .route(
            &format!("{base}/interactions/{{id}}/cancel"),
            post(turns::cancel),
        )
}

/// Where Google's SDKs send files, beside their other paths.
fn uploads() -> Routes {
    ["v1", "v1beta", "v1alpha"]
        .into_iter()
        .fold(Router::new(), |routes, version| {
            let path = format!("/{version}/files");
            let upload = post(gemini::files::upload::upload).put(gemini::files::upload::upload);
            routes.route(&path, upload)
        })
}

/// Google's SDKs in Vertex mode, with a project or with a key alone.
fn vertex() -> Routes {
    use gemini::vertex::*;
    let mut routes = Router::new();
    for base in [
        "/publishers/google/models",
        "/projects/{project}/locations/{location}/publishers/google/models",
    ] {
        let one = format!("{base}/{{name}}");
        routes = routes
            .route(base, get(list_models))
            .route(&one, get(get_model).post(call_model));
    }
    routes.merge(interactions("/projects/{project}/locations/{location}"))
}

/// Clients of the Evolink gateway, and the published guides.
fn evolink() -> Routes {
    use evolink::routes::*;
    use evolink::tasks;
    Router::new()
        .route("/images/generate", post(generate))
        .route("/images/generations", post(tasks::create))
        .route("/tasks/{id}", get(tasks::get))
        .route("/tasks/{id}/cancel", post(tasks::cancel))
}

/// fal's clients, whose calls `fal::call` tells apart.
fn fal() -> Routes {
    use fal::{routes, storage, webhooks};
    let part = "/u/{ticket}/{name}/multipart/{upload}";
    Router::new()
        .route("/fal/{*path}", any(routes::serve))
        .route("/fal-ai/{*path}", any(routes::serve))
        .route("/fal/proxy", any(routes::proxy))
        .route("/api/fal/proxy", any(routes::proxy))
        .route(&format!("{part}/complete"), post(storage::complete))
        .route(&format!("{part}/{{number}}"), put(storage::put_part))
        .route("/.well-known/jwks.json", get(webhooks::keys))
}

/// Evolink's file service, which has a host of its own.
fn evolink_files() -> Routes {
    use evolink::files::*;
    Router::new()
        .route("/files/upload/stream", post(from_form))
        .route("/files/upload/base64", post(from_base64))
        .route("/files/upload/url", post(from_link))
        .route("/files/download/{id}", get(download))
}

/// Clients of the AtlasCloud gateway.
fn atlas() -> Routes {
    use atlas::routes;
    Router::new()
        .route("/model/generateImage", post(routes::generate))
        .route("/model/prediction/{id}", get(routes::get))
        .route("/model/uploadMedia", post(routes::upload))
}

/// Replicate's SDKs, with the paths that no other vendor has, which the root shares.
fn replicate() -> Routes {
    use replicate::{files, models, predictions};
    Router::new()
        .merge(predictions_alone())
        .route("/models", get(models::list))
        .route("/models/{owner}/{name}", get(models::get))
        .route(
            "/models/{owner}/{name}/predictions",
            post(predictions::create_of_model),
        )
        .route("/models/{owner}/{name}/versions", get(models::versions))
        .route(
            "/models/{owner}/{name}/versions/{id}",
            get(models::get_version),
        )
        .route("/files", post(files::create).get(files::list))
        .route("/files/{id}", get(files::get).delete(files::delete))
}

fn predictions_alone() -> Routes {
    use replicate::{files, models, predictions, stream, webhooks};
    Router::new()
        .route(
            "/predictions",
            post(predictions::create).get(predictions::list),
        )
        .route("/predictions/{id}", get(predictions::get))
        .route("/predictions/{id}/cancel", post(predictions::cancel))
        .route(
            "/deployments/{owner}/{name}/predictions",
            post(predictions::create_of_model),
        )
        .route("/streams/{ticket}", get(stream::follow))
        .route("/files/{id}/download", get(files::download))
        .route("/account", get(models::account))
        .route("/webhooks/default/secret", get(webhooks::secret))
}

/// The root `/v1`, which several vendors share; `clash` tells their clients apart.
fn shared() -> Routes {
    Router::new()
        .route("/images/generate", post(evolink::routes::generate))
        .route("/tasks/{id}", get(evolink::tasks::get))
        .route("/tasks/{id}/cancel", post(evolink::tasks::cancel))
        .route("/images/generations", post(clash::generations))
        .route("/images/edits", post(openai::routes::edits))
        .route("/images/variations", post(openai::routes::variations))
        .merge(openai_talks())
        .route("/models", get(clash::list_models))
        .route(
            "/models/{*call}",
            get(clash::get_model).post(clash::call_model),
        )
        .route("/files", get(clash::list_files).post(clash::create_file))
        .route(
            "/files/{name}/content",
            get(openai::files::routes::get_content),
        )
        .route(
            "/files/{name}",
            get(clash::get_file).delete(clash::delete_file),
        )
        .merge(predictions_alone())
        .nest("/v1", replicate())
        .merge(batches().route_layer(middleware::from_fn(clash::google_only)))
        .merge(interactions(""))
        .merge(vertex())
}
