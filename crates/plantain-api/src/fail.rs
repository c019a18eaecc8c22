//! Errors on their way out: handlers return them, the edge writes them in the request's dialect.

use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use plantain_core::{Error, ErrorKind};

use crate::protocol::Protocol;

/// A handler's failure. Becomes an empty response that carries the error to the edge.
#[derive(Debug)]
pub struct Fail {
    error: Box<Error>,
    /// The dialect, where the handler knows it better than the path tells.
    protocol: Option<Protocol>,
}

impl Fail {
    /// Returns the failure as a dialect that the path alone does not tell.
    pub fn spoken(self, protocol: Protocol) -> Self {
        Self {
            protocol: Some(protocol),
            ..self
        }
    }
}

#[cfg(test)]
impl Fail {
    /// Returns what went wrong.
    pub fn error(&self) -> &Error {
        &self.error
    }
}

impl From<Error> for Fail {
    fn from(error: Error) -> Self {
        Self {
            error: Box::new(error),
            protocol: None,
        }
    }
}

impl IntoResponse for Fail {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        let extensions = response.extensions_mut();
        extensions.insert(Failed(*self.error));
        if let Some(protocol) = self.protocol {
            extensions.insert(protocol);
        }
        response
    }
}

/// The error that a response carries to the edge.
#[derive(Debug, Clone)]
pub struct Failed(pub Error);

/// Answers paths that do not exist.
pub async fn no_such_path(method: Method, uri: Uri) -> Fail {
    let message = format!(
        "There is no {method} {}; GET /openapi.json lists every path.",
        uri.path()
    );
    Error::new(ErrorKind::NotFound, "unknown_path", message).into()
}

/// Answers paths that exist with a method that they do not have.
pub async fn no_such_method(method: Method, uri: Uri) -> Fail {
    let message = format!(
        "{} does not take {method}; GET /openapi.json says what it takes.",
        uri.path()
    );
    Error::new(ErrorKind::Method, "method_not_allowed", message).into()
}
