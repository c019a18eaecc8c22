//! What stands in the address of a request, read with errors in the request's dialect: axum's own answer in plain text.

use axum::extract::FromRequestParts;
use axum::http::Uri;
use axum::http::request::Parts;
use plantain_core::{Error, ErrorKind};
use serde::de::DeserializeOwned;

use crate::fail::Fail;

/// The parts of a path that its route names.
pub struct Path<T>(pub T);

/// The words of a query.
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fail> {
        #[expect(clippy::disallowed_types, reason = "this is its one use")]
        let read = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        match read {
            Ok(path) => Ok(Self(path.0)),
            Err(error) => Err(wrong("path", &error.body_text()).into()),
        }
    }
}

impl<T: DeserializeOwned> Query<T> {
    /// Returns the words of an address.
    pub fn of(uri: &Uri) -> Result<Self, Fail> {
        #[expect(clippy::disallowed_types, reason = "this is its one use")]
        let read = axum::extract::Query::<T>::try_from_uri(uri);
        match read {
            Ok(query) => Ok(Self(query.0)),
            Err(error) => Err(wrong("query", &error.body_text()).into()),
        }
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fail> {
        Self::of(&parts.uri)
    }
}

/// Returns the error for a part of an address, with the field that axum's `text` names.
fn wrong(part: &'static str, text: &str) -> Error {
    let why = text
        .strip_prefix("Failed to deserialize query string: ")
        .unwrap_or(text);
    let code = match part {
        "query" => "invalid_query",
        _ => "invalid_path",
    };
    let message = format!("The {part} is not valid: {why}.");
    let field = why.split_once(": ").map_or(part, |(field, _)| field);
    Error::new(ErrorKind::Invalid, code, message).with_field(field.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Page {
        limit: Option<u16>,
    }

    #[test]
    fn what_is_wrong_in_a_query_is_named() {
        let cases = [
            ("/x?limit=3", Ok(Some(3))),
            ("/x", Ok(None)),
            ("/x?limit=70000", Err("limit")),
            ("/x?limit=", Err("limit")),
            ("/x?limt=3", Err("limt")),
        ];
        for (uri, expected) in cases {
            let uri: Uri = uri.parse().unwrap();
            let read = Query::<Page>::of(&uri).map(|Query(page)| page.limit);
            match (read, expected) {
                (Ok(limit), Ok(expected)) => assert_eq!(limit, expected, "{uri}"),
                (Err(fail), Err(field)) => {
                    assert_eq!(fail.error().field.as_deref(), Some(field), "{uri}");
                }
                (read, _) => panic!("{uri}: {read:?}"),
            }
        }
    }
}
