//! The page at `/`.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::Server;

/// Returns the routes of the console.
pub fn router() -> Router<Arc<Server>> {
    Router::new().route("/", get(index))
}

async fn index() -> &'static str {
    concat!(
        "Plantain ",
        env!("CARGO_PKG_VERSION"),
        " draws pictures. POST /plantain/v1/images/generate {\"prompt\": \"…\"}; GET /openapi.json lists every path.\n"
    )
}
