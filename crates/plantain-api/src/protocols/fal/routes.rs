//! fal's paths: below `/fal`, at the root under `/fal-ai`, and through the proxy of the JavaScript client.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Uri, header};
use axum::response::Response;
use plantain_core::Error;

use super::call::{Call, Host};
use super::{headers, queue, run, storage, webhooks};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::protocol::Protocol;
use crate::{Server, body};

/// Prefix under which everything is served, and the places below it.
const MOUNT: &str = "/fal";
const PLACES: [(&str, Host); 3] = [
    ("/fal/queue", Host::Queue),
    ("/fal/rest", Host::Rest),
    ("/fal/cdn", Host::Cdn),
];
/// Names the address that a proxied request was meant for.
const TARGET: &str = "x-fal-target-url";

/// A request as it is understood, wherever it came in.
struct Arrival {
    host: Host,
    /// Prefix under which the client follows its requests.
    mount: &'static str,
    path: String,
    query: Option<String>,
}

/// Draws, queues, follows, uploads: every call of fal's clients. `docs/fal.md` lists them.
#[utoipa::path(post, path = "/fal/{endpoint}", tag = "fal",
    params(("endpoint" = String, Path, description = "OWNER/APP as in fal-ai/nano-banana-2/edit; with queue/ before it to be queued, with /stream behind it for events.")),
    request_body = super::wire::Input,
    responses(
        (status = 200, description = "What was drawn.", body = super::wire::Output),
        (status = 422, description = "The input is not as it should be.", body = Object),
    ))]
pub async fn serve(
    State(server): State<Arc<Server>>,
    visitor: Result<Visitor, Fail>,
    request: Request,
) -> Result<Response, Fail> {
    let arrival = arrive(request.uri(), request.headers());
    answer(server, visitor, arrival, request).await
}

/// Takes a request that a client sends through the proxy of its own server. The address it names is never fetched: it only
/// says which call is meant.
pub async fn proxy(
    State(server): State<Arc<Server>>,
    visitor: Result<Visitor, Fail>,
    request: Request,
) -> Result<Response, Fail> {
    match target(request.headers()) {
        Ok(arrival) => answer(server, visitor, arrival, request).await,
        Err(error) => Err(Fail::from(error).spoken(Protocol::Fal)),
    }
}

/// Takes a request into the queue.
#[utoipa::path(post, path = "/fal/queue/{endpoint}", tag = "fal",
    params(
        ("endpoint" = String, Path, description = "OWNER/APP as in fal-ai/nano-banana-2/edit."),
        ("fal_webhook" = Option<String>, Query, description = "Where to send the result: an https address."),
        ("fal_max_queue_length" = Option<u32>, Query, description = "Refuse when more wait."),
        ("X-Fal-Queue-Priority" = Option<String>, Header, description = "normal or low."),
        ("X-Fal-Request-Timeout" = Option<f64>, Header, description = "Seconds until drawing must have begun."),
    ),
    request_body = super::wire::Input,
    responses((status = 200, description = "The request waits.", body = super::wire::Submitted)))]
#[expect(dead_code, reason = "describes one call of `serve`")]
pub fn queue_submit() {}

/// Tells how a request stands.
#[utoipa::path(get, path = "/fal/queue/{app}/requests/{id}/status", tag = "fal",
    params(
        ("app" = String, Path, description = "OWNER/APP."),
        ("id" = String, Path, description = "The request's id."),
        ("logs" = Option<String>, Query, description = "1 or true: with logs."),
    ),
    responses((status = 200, description = "How it stands.", body = super::wire::Status)))]
#[expect(dead_code, reason = "describes one call of `serve`")]
pub fn queue_status() {}

/// Promises a place for a file.
#[utoipa::path(post, path = "/fal/rest/storage/upload/initiate", tag = "fal",
    request_body = super::wire::Initiate,
    responses((status = 200, description = "Where to PUT the file, and its link.", body = super::wire::Initiated)))]
#[expect(dead_code, reason = "describes one call of `serve`")]
pub fn storage_initiate() {}

fn arrive(uri: &Uri, headers: &HeaderMap) -> Arrival {
    let path = uri.path();
    let query = uri.query().map(str::to_owned);
    for (mount, host) in PLACES {
        if let Some(rest) = path.strip_prefix(mount)
            && rest.starts_with('/')
        {
            return Arrival {
                host,
                mount,
                path: rest.to_owned(),
                query,
            };
        }
    }
    match path
        .strip_prefix(MOUNT)
        .filter(|rest| rest.starts_with('/'))
    {
        Some(rest) => Arrival {
            host: Host::Run,
            mount: "/fal/queue",
            path: rest.to_owned(),
            query,
        },
        None => Arrival {
            host: if is_queue(uri, headers) {
                Host::Queue
            } else {
                Host::Run
            },
            mount: "",
            path: path.to_owned(),
            query,
        },
    }
}

/// Whether the server was reached under a name for its queue: clients put `queue.` before the name they are given.
fn is_queue(uri: &Uri, headers: &HeaderMap) -> bool {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let host = host.or_else(|| uri.authority().map(|authority| authority.as_str()));
    host.is_some_and(|host| host.to_ascii_lowercase().starts_with("queue."))
}

fn target(headers: &HeaderMap) -> Result<Arrival, Error> {
    let text = headers.get(TARGET).and_then(|value| value.to_str().ok());
    let text = text
        .ok_or_else(|| Error::missing(TARGET, "send the address that the request is meant for"))?;
    let wrong = || {
        let remedy =
            "must be an https address of fal.run, queue.fal.run, rest.fal.ai or v3.fal.media";
        Error::invalid("invalid_target", TARGET, text, remedy)
    };
    let uri: Uri = text.parse().map_err(|_| wrong())?;
    let host = uri.host().and_then(Host::of_name).ok_or_else(wrong)?;
    if uri.scheme_str() != Some("https") || uri.port().is_some() {
        return Err(wrong());
    }
    Ok(Arrival {
        host,
        mount: "/fal/queue",
        path: uri.path().to_owned(),
        query: uri.query().map(str::to_owned),
    })
}

async fn answer(
    server: Arc<Server>,
    visitor: Result<Visitor, Fail>,
    arrival: Arrival,
    request: Request,
) -> Result<Response, Fail> {
    let answered = call(server, visitor, arrival, request).await;
    answered.map_err(|fail| fail.spoken(Protocol::Fal))
}

async fn call(
    server: Arc<Server>,
    visitor: Result<Visitor, Fail>,
    arrival: Arrival,
    request: Request,
) -> Result<Response, Fail> {
    let (parts, body) = request.into_parts();
    let headers = parts.headers;
    let Arrival {
        host,
        mount,
        path,
        query,
    } = arrival;
    let query = query.as_deref();
    let with_logs = headers::switched(query, "logs");
    Ok(match Call::parse(host, &parts.method, &path)? {
        Call::Run { endpoint, stream } => {
            let visitor = visitor?;
            let wanted = wanted(&server, &visitor, &endpoint, &headers, body).await?;
            match stream {
                true => run::answer_stream(server, visitor, headers, wanted).await?,
                false => run::answer(&server, visitor, &headers, wanted).await?,
            }
        }
        Call::Submit { endpoint } => {
            let visitor = visitor?;
            let wanted = wanted(&server, &visitor, &endpoint, &headers, body).await?;
            let place = (mount, endpoint.as_str());
            queue::submit(&server, visitor, place, &headers, query, wanted).await?
        }
        Call::Status { request } => {
            let caller = visitor?.caller;
            queue::status(&server, &caller, (mount, &request), &headers, with_logs).await?
        }
        Call::StatusStream { request } => {
            let caller = visitor?.caller;
            let followed = (mount.to_owned(), request);
            queue::status_stream(server, caller, followed, headers, with_logs).await?
        }
        Call::Result { request } => {
            queue::result(&server, &visitor?.caller, &request, &headers).await?
        }
        Call::Cancel { request } => queue::cancel(&server, &visitor?.caller, &request).await?,
        Call::UploadToken => storage::token(&server, visitor?.caller.owner(), &headers)?,
        Call::Initiate { .. } => {
            let caller = visitor?.caller;
            let bytes = body::read(&headers, body).await?;
            storage::initiate(&server, caller.owner(), &headers, &bytes).await?
        }
        Call::Upload => storage::upload(&server, visitor, &headers, body, false).await?,
        Call::UploadParts => storage::upload(&server, visitor, &headers, body, true).await?,
        Call::Put { ticket, part } => storage::put(&server, &ticket, part, &headers, body).await?,
        Call::Jwks => webhooks::jwks(&server)?,
    })
}

async fn wanted(
    server: &Server,
    visitor: &Visitor,
    endpoint: &str,
    headers: &HeaderMap,
    body: Body,
) -> Result<run::Wanted, Error> {
    let bytes = body::read(headers, body).await?;
    run::read(server, endpoint, visitor.terms.clone(), headers, &bytes).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_by_prefix_by_name_and_by_target() {
        let cases = [
            (
                "localhost",
                "/fal/fal-ai/x",
                Host::Run,
                "/fal/queue",
                "/fal-ai/x",
            ),
            (
                "localhost",
                "/fal/queue/fal-ai/x",
                Host::Queue,
                "/fal/queue",
                "/fal-ai/x",
            ),
            (
                "localhost",
                "/fal/rest/storage/auth/token",
                Host::Rest,
                "/fal/rest",
                "/storage/auth/token",
            ),
            (
                "localhost",
                "/fal/cdn/files/upload",
                Host::Cdn,
                "/fal/cdn",
                "/files/upload",
            ),
            ("localhost", "/fal-ai/x", Host::Run, "", "/fal-ai/x"),
            (
                "queue.localhost:8080",
                "/fal-ai/x",
                Host::Queue,
                "",
                "/fal-ai/x",
            ),
            (
                "Queue.fal.example",
                "/fal-ai/x/requests/1",
                Host::Queue,
                "",
                "/fal-ai/x/requests/1",
            ),
        ];
        for (name, path, host, mount, rest) in cases {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, name.parse().unwrap());
            let arrival = arrive(&path.parse().unwrap(), &headers);
            assert_eq!((arrival.host, arrival.mount), (host, mount), "{name}{path}");
            assert_eq!(arrival.path, rest);
        }
        let meant = |url: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(TARGET, url.parse().unwrap());
            target(&headers)
        };
        let found = meant("https://queue.fal.run/fal-ai/x/requests/1/status?logs=1").unwrap();
        assert_eq!(
            (found.host, &*found.path),
            (Host::Queue, "/fal-ai/x/requests/1/status")
        );
        assert_eq!(found.query.as_deref(), Some("logs=1"));
        for url in [
            "http://queue.fal.run/x/y",
            "https://queue.fal.run:444/x/y",
            "https://fal.run.evil.example/x/y",
            "https://169.254.169.254/latest",
            "https://evil.example/?https://fal.run/x",
            "file:///etc/passwd",
            "",
        ] {
            let error = meant(url).err().unwrap();
            assert_eq!(error.field.as_deref(), Some(TARGET), "{url}");
        }
        assert!(target(&HeaderMap::new()).is_err());
    }
}
