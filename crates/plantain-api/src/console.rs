//! The console at `/`: static files inside the program, which use the public API like everyone else.

use std::sync::Arc;

use axum::Router;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::response::IntoResponse;
use axum::routing::get;

use crate::Server;

/// Scripts, styles and pictures come from this server or from memory, and nothing may frame the page.
const POLICY: &str = "default-src 'self'; img-src 'self' blob: data:; object-src 'self' blob:; frame-src blob:; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// Path, media type and text of every file.
const FILES: &[(&str, &str, &str)] = &[
    (
        "/",
        "text/html; charset=utf-8",
        include_str!("console/index.html"),
    ),
    (
        "/console/console.css",
        "text/css; charset=utf-8",
        include_str!("console/console.css"),
    ),
    (
        "/console/main.js",
        "text/javascript; charset=utf-8",
        include_str!("console/main.js"),
    ),
    (
        "/console/api.js",
        "text/javascript; charset=utf-8",
        include_str!("console/api.js"),
    ),
    (
        "/console/code.js",
        "text/javascript; charset=utf-8",
        include_str!("console/code.js"),
    ),
    (
        "/console/talk.css",
        "text/css; charset=utf-8",
        include_str!("console/talk.css"),
    ),
    (
        "/console/talk.js",
        "text/javascript; charset=utf-8",
        include_str!("console/talk.js"),
    ),
    (
        "/console/mask.js",
        "text/javascript; charset=utf-8",
        include_str!("console/mask.js"),
    ),
    (
        "/console/thread.js",
        "text/javascript; charset=utf-8",
        include_str!("console/thread.js"),
    ),
    (
        "/console/embed.js",
        "text/javascript; charset=utf-8",
        include_str!("console/embed.js"),
    ),
    (
        "/console/icon.svg",
        "image/svg+xml",
        include_str!("console/icon.svg"),
    ),
];

/// Returns the routes of the console.
pub fn router() -> Router<Arc<Server>> {
    FILES
        .iter()
        .fold(Router::new(), |router, (path, media_type, text)| {
            router.route(path, get(move || async move { file(media_type, text) }))
        })
}

fn file(media_type: &'static str, text: &'static str) -> impl IntoResponse {
    let headers: [(HeaderName, &'static str); 5] = [
        (CONTENT_TYPE, media_type),
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-cache"),
    ];
    (headers, text)
}
