//! For load balancers and supervisors.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;

use crate::Server;

/// Says that the process answers.
#[utoipa::path(get, path = "/healthz", tag = "operations", responses((status = 200, description = "The process answers.", body = String)))]
pub async fn alive() -> &'static str {
    "ok\n"
}

/// Says whether new requests should come here.
#[utoipa::path(get, path = "/readyz", tag = "operations", responses(
    (status = 200, description = "Send requests.", body = String),
    (status = 503, description = "Draining, or the database does not answer.", body = String),
))]
pub async fn ready(State(server): State<Arc<Server>>) -> (StatusCode, &'static str) {
    if server.is_draining() {
        return (StatusCode::SERVICE_UNAVAILABLE, "draining\n");
    }
    match server.app.authority.keys().any().await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
    }
}
