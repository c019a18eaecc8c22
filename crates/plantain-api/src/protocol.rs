//! Which dialect a request speaks, told before anything is read of it.

use std::time::Duration;

use axum::http::{HeaderMap, Method, Uri, header};
use axum::response::Response;
use plantain_core::Error;

use crate::protocols::{atlas, evolink, fal, gemini, native, openai, replicate};

/// A wire dialect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    Native,
    OpenAi,
    Gemini,
    Evolink,
    Fal,
    Replicate,
    Atlas,
}

impl Protocol {
    pub fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::OpenAi => "openai",
            Self::Gemini => "gemini",
            Self::Evolink => "evolink",
            Self::Fal => "fal",
            Self::Replicate => "replicate",
            Self::Atlas => "atlascloud",
        }
    }

    /// Returns the dialect that errors on this path are written in. A handler that knows better says so in its answer.
    pub fn of(method: &Method, uri: &Uri, headers: &HeaderMap) -> Self {
        let mut parts = uri.path().split('/').skip(1);
        match (parts.next().unwrap_or_default(), parts.next(), parts.next()) {
            ("openai", _, _) => Self::OpenAi,
            ("gemini" | "v1beta" | "v1alpha" | "v1beta1" | "vertex" | "upload", _, _) => {
                Self::Gemini
            }
            ("evolink", _, _) => Self::Evolink,
            ("fal" | "fal-ai", _, _) | ("api", Some("fal"), _) => Self::Fal,
            ("replicate", _, _) => Self::Replicate,
            ("atlascloud", _, _) | ("api", Some("v1"), Some("model")) => Self::Atlas,
            ("api", Some("v1"), Some("files")) => Self::Evolink,
            ("wisgate", Some("v1beta"), _) => Self::Gemini,
            ("wisgate", _, _) => Self::OpenAi,
            ("v1", Some("predictions" | "deployments" | "account" | "streams"), _) => {
                Self::Replicate
            }
            ("v1", Some("webhooks" | "v1"), _) => Self::Replicate,
            ("v1", Some("models"), _) if replicate::models::is_ours(below_models(uri)) => {
                Self::Replicate
            }
            ("v1", Some("models"), _) if uri.path().ends_with("/predictions") => Self::Replicate,
            ("v1", Some("models" | "files"), _) if replicate::speaks(headers) => Self::Replicate,
            ("v1", Some("images"), Some("generate")) | ("v1", Some("tasks"), _) => Self::Evolink,
            ("v1", Some("models"), _) if method == Method::POST => Self::Gemini,
            ("v1", Some("projects" | "publishers" | "interactions"), _) => Self::Gemini,
            ("v1", _, _) if speaks_gemini(uri, headers) => Self::Gemini,
            ("v1", _, _) => Self::OpenAi,
            _ => Self::Native,
        }
    }

    /// Adds the headers that every answer of this dialect has. `elapsed` is since the request came.
    pub fn dress(self, headers: &mut HeaderMap, elapsed: Duration) {
        match self {
            Self::OpenAi => openai::headers::dress(headers, elapsed),
            Self::Native
            | Self::Gemini
            | Self::Evolink
            | Self::Fal
            | Self::Replicate
            | Self::Atlas => {}
        }
    }

    /// Returns the error as this dialect writes it.
    pub fn render(self, error: &Error, request_id: &str) -> Response {
        match self {
            Self::Native => native::error::to_wire(error, request_id),
            Self::OpenAi => openai::error::to_wire(error),
            Self::Gemini => gemini::error::to_wire(error),
            Self::Evolink => evolink::error::to_wire(error),
            Self::Fal => fal::error::to_wire(error, request_id),
            Self::Replicate => replicate::error::to_wire(error),
            Self::Atlas => atlas::error::to_wire(error),
        }
    }
}

/// Returns what stands below `/v1/models` in a path.
fn below_models(uri: &Uri) -> &str {
    uri.path().strip_prefix("/v1/models/").unwrap_or_default()
}

/// Whether a request on a path that several vendors share comes from a Google client: they send their own key header
/// or put the key into the query. A bearer token without those is OpenAI's.
pub fn speaks_gemini(uri: &Uri, headers: &HeaderMap) -> bool {
    let has = |name| headers.contains_key(name);
    if has("x-goog-api-key") || has("x-goog-api-client") {
        return true;
    }
    let query = uri.query().unwrap_or_default();
    let keyed = query.split('&').any(|pair| pair.starts_with("key="));
    keyed && !has(header::AUTHORIZATION.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_tells_the_dialect_and_headers_settle_what_vendors_share() {
        let google: &[(&str, &str)] = &[("x-goog-api-key", "k")];
        let client: &[(&str, &str)] = &[("x-goog-api-client", "gl-python/3")];
        let sdk: &[(&str, &str)] = &[("user-agent", "replicate-python/1.0.7")];
        let bearer: &[(&str, &str)] = &[("authorization", "Bearer k")];
        let cases = [
            ("GET", "/", bearer, Protocol::Native),
            (
                "POST",
                "/plantain/v1/images/generate",
                bearer,
                Protocol::Native,
            ),
            ("POST", "/v1/images/generations", bearer, Protocol::OpenAi),
            ("POST", "/v1/images/generate", bearer, Protocol::Evolink),
            ("GET", "/v1/models", bearer, Protocol::OpenAi),
            ("GET", "/v1/models", google, Protocol::Gemini),
            ("GET", "/v1/models", client, Protocol::Gemini),
            ("GET", "/v1/models?pageSize=5&key=k", &[], Protocol::Gemini),
            ("GET", "/v1/models?monkey=k", &[], Protocol::OpenAi),
            ("GET", "/v1/models/gpt-image-1", &[], Protocol::OpenAi),
            (
                "POST",
                "/v1/models/x:generateContent",
                bearer,
                Protocol::Gemini,
            ),
            (
                "POST",
                "/v1beta/models/x:generateContent",
                &[],
                Protocol::Gemini,
            ),
            ("GET", "/gemini/v1/nothing", bearer, Protocol::Gemini),
            ("POST", "/v1/projects/p/x", bearer, Protocol::Gemini),
            ("POST", "/v1beta1/publishers/x", bearer, Protocol::Gemini),
            ("GET", "/vertex/v1/x", bearer, Protocol::Gemini),
            ("POST", "/upload/v1/files", bearer, Protocol::Gemini),
            ("GET", "/openai/v1/models", google, Protocol::OpenAi),
            ("GET", "/evolink/v1/tasks/x", google, Protocol::Evolink),
            (
                "POST",
                "/api/v1/model/generateImage",
                bearer,
                Protocol::Atlas,
            ),
            ("GET", "/atlascloud/api/v1/x", bearer, Protocol::Atlas),
            (
                "POST",
                "/api/v1/files/upload/base64",
                bearer,
                Protocol::Evolink,
            ),
            ("GET", "/wisgate/v1beta/models", bearer, Protocol::Gemini),
            ("POST", "/v1/predictions", bearer, Protocol::Replicate),
            (
                "POST",
                "/v1/models/google/nano-banana-2/predictions",
                bearer,
                Protocol::Replicate,
            ),
            (
                "GET",
                "/v1/models/a/b/versions/c",
                bearer,
                Protocol::Replicate,
            ),
            ("GET", "/v1/files", sdk, Protocol::Replicate),
            ("GET", "/v1/models/a/b", sdk, Protocol::Replicate),
            ("GET", "/replicate/v1/files", bearer, Protocol::Replicate),
            ("POST", "/fal/fal-ai/x", bearer, Protocol::Fal),
            ("POST", "/fal-ai/x", bearer, Protocol::Fal),
            ("GET", "/api/fal/proxy", bearer, Protocol::Fal),
        ];
        for (method, uri, headers, expected) in cases {
            let mut map = HeaderMap::new();
            for (name, value) in headers {
                map.insert(*name, value.parse().unwrap());
            }
            let method: Method = method.parse().unwrap();
            let uri: Uri = uri.parse().unwrap();
            assert_eq!(
                Protocol::of(&method, &uri, &map),
                expected,
                "{method} {uri}"
            );
        }
    }
}
