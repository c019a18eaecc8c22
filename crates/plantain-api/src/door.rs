//! Who is asking: keys wherever a client puts them.

use std::sync::{Arc, OnceLock};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use plantain_app::{Approach, Caller, Terms};
use plantain_core::{Error, ErrorKind, Id};
use plantain_store::Scope;

use crate::fail::{Fail, no_such_path};
use crate::metrics::MetricsAccess;
use crate::{Server, desk};

/// Somebody who may draw.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub caller: Caller,
    /// What the headers say about the task that the request becomes.
    pub terms: Terms,
}

/// Somebody who may manage the server.
#[derive(Debug)]
pub struct Admin {
    pub caller: Caller,
}

/// Somebody who may see what was spent.
#[derive(Debug)]
pub struct Accountant {
    /// The one key whose usage may be seen; none: everybody's.
    pub own: Option<String>,
}

impl Accountant {
    /// Returns an error unless everything may be seen.
    pub fn must_see_all(&self) -> Result<(), Error> {
        match self.own {
            None => Ok(()),
            Some(_) => Err(Error::new(
                ErrorKind::Forbidden,
                "missing_scope",
                "This key lacks the scope usage; ask with one that has it.",
            )),
        }
    }
}

/// Somebody who may read the audit log.
#[derive(Debug)]
pub struct Auditor;

/// Somebody who may read the metrics.
#[derive(Debug)]
pub struct Scraper;

/// Headers by which proxies say that they forward.
const FORWARDED: [&str; 5] = [
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
];

impl FromRequestParts<Arc<Server>> for Visitor {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, server: &Arc<Server>) -> Result<Self, Fail> {
        let caller = admit(parts, server, Scope::Images).await?;
        let terms = desk::terms(&parts.headers)?;
        Ok(Self { caller, terms })
    }
}

impl FromRequestParts<Arc<Server>> for Admin {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, server: &Arc<Server>) -> Result<Self, Fail> {
        let caller = admit(parts, server, Scope::Admin).await?;
        Ok(Self { caller })
    }
}

impl FromRequestParts<Arc<Server>> for Accountant {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, server: &Arc<Server>) -> Result<Self, Fail> {
        let refused = match admit(parts, server, Scope::Usage).await {
            Ok(_) => return Ok(Self { own: None }),
            Err(error) => error,
        };
        // Whoever may draw may see what it cost.
        match admit(parts, server, Scope::Images).await {
            Ok(Caller {
                key_id: Some(key), ..
            }) => Ok(Self {
                own: Some(key.to_string()),
            }),
            Ok(_) | Err(_) => Err(refused.into()),
        }
    }
}

impl FromRequestParts<Arc<Server>> for Auditor {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, server: &Arc<Server>) -> Result<Self, Fail> {
        admit(parts, server, Scope::Audit).await?;
        Ok(Self)
    }
}

impl FromRequestParts<Arc<Server>> for Scraper {
    type Rejection = Fail;

    async fn from_request_parts(parts: &mut Parts, server: &Arc<Server>) -> Result<Self, Fail> {
        match server.config().metrics {
            MetricsAccess::Open => Ok(Self),
            MetricsAccess::Off => Err(no_such_path(parts.method.clone(), parts.uri.clone()).await),
            MetricsAccess::Key => {
                admit(parts, server, Scope::Metrics).await?;
                Ok(Self)
            }
        }
    }
}

/// Lets the request in, and remembers for the log who it was.
async fn admit(parts: &Parts, server: &Server, need: Scope) -> Result<Caller, Error> {
    let (secret, source) = secret(parts).unzip();
    let host = text(&parts.headers, header::HOST.as_str());
    let approach = Approach {
        secret: secret.as_deref(),
        // HTTP/2 has no Host header; the authority stands in the URI.
        host: host.or_else(|| parts.uri.authority().map(|authority| authority.as_str())),
        origin: text(&parts.headers, header::ORIGIN.as_str()),
        forwarded: FORWARDED
            .iter()
            .any(|name| parts.headers.contains_key(*name)),
    };
    match server.app.authority.admit(approach, need).await {
        Ok(caller) => {
            if let Some(admitted) = parts.extensions.get::<Admitted>() {
                admitted.remember(&caller);
            }
            Ok(caller)
        }
        Err(error) => Err(match source {
            Some(source) => error.with_field(source),
            None => error,
        }),
    }
}

/// Returns the key and where it stood.
fn secret(parts: &Parts) -> Option<(String, &'static str)> {
    if let Some(value) = text(&parts.headers, "authorization") {
        let bare = match value.split_once(' ') {
            Some((scheme, rest)) if is_key_scheme(scheme) => rest,
            _ => value,
        };
        return Some((bare.trim().to_owned(), "authorization"));
    }
    for name in ["x-goog-api-key", "x-api-key"] {
        if let Some(value) = text(&parts.headers, name) {
            return Some((value.trim().to_owned(), name));
        }
    }
    let pairs = parts.uri.query().unwrap_or_default().split('&');
    let key = pairs.filter_map(|pair| pair.strip_prefix("key=")).next()?;
    Some((key.to_owned(), "key"))
}

fn is_key_scheme(scheme: &str) -> bool {
    ["bearer", "key", "token"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Carries the key id from the door to the log line.
#[derive(Debug, Clone, Default)]
pub struct Admitted(Arc<OnceLock<Id>>);

impl Admitted {
    fn remember(&self, caller: &Caller) {
        if let Some(id) = &caller.key_id {
            // Admitted twice within one request it is the same key.
            let _ = self.0.set(id.clone());
        }
    }

    pub fn key_id(&self) -> Option<&str> {
        self.0.get().map(Id::as_str)
    }
}
