//! What a path of fal's asks for. The same calls come under our own prefix, under host names, and through the proxy of the
//! JavaScript client, so they are told apart here and not by the router.

use axum::http::Method;
use plantain_core::{Error, ErrorKind};

/// fal's hosts, by what they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// `fal.run`
    Run,
    /// `queue.fal.run`
    Queue,
    /// `rest.fal.ai`
    Rest,
    /// `v3.fal.media`
    Cdn,
}

/// Namespaces that may stand before the owner of an endpoint.
const NAMESPACES: [&str; 2] = ["workflows", "comfy"];

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// Draw while the client waits; `stream`: as server-sent events.
    Run {
        endpoint: String,
        stream: bool,
    },
    Submit {
        endpoint: String,
    },
    Status {
        request: Followed,
    },
    StatusStream {
        request: Followed,
    },
    Result {
        request: Followed,
    },
    Cancel {
        request: Followed,
    },
    /// A token for uploads.
    UploadToken,
    /// A place for a file; `parts`: for one that comes in parts.
    Initiate {
        parts: bool,
    },
    /// The whole file, with a token.
    Upload,
    /// A file in parts, with a token.
    UploadParts,
    /// What was promised to [`Call::Initiate`], by its ticket: the file, part of it, or its end.
    Put {
        ticket: String,
        part: PutPart,
    },
    Jwks,
}

/// Which request a call is about, and the application it was sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    pub app: String,
    pub id: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutPart {
    Whole,
    Number(u32),
    Complete,
}

impl Host {
    /// Returns which of fal's hosts this is; none for any other. Older clients know some under other names.
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "fal.run" => Self::Run,
            "queue.fal.run" => Self::Queue,
            "rest.fal.ai" | "rest.alpha.fal.ai" | "rest.fal.run" => Self::Rest,
            "v3.fal.media" | "v3b.fal.media" | "fal.media" => Self::Cdn,
            _ => return None,
        })
    }
}

impl Call {
    /// Returns what a request to this host and path asks for; `path` begins with a slash.
    pub fn parse(host: Host, method: &Method, path: &str) -> Result<Self, Error> {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let found = match host {
            Host::Run | Host::Queue => endpoint(host, method, &parts)?,
            Host::Rest => rest(method, &parts),
            Host::Cdn => cdn(method, &parts),
        };
        found.ok_or_else(|| no_such(method, path))
    }
}

fn endpoint(host: Host, method: &Method, parts: &[&str]) -> Result<Option<Call>, Error> {
    if let Some(at) = parts.iter().position(|part| *part == "requests")
        && at >= 2
    {
        return Ok(followed(method, &parts[..at], &parts[at + 1..]));
    }
    let namespaced = parts.first().is_some_and(|part| NAMESPACES.contains(part));
    if parts.len() < 2 + usize::from(namespaced) {
        return Err(Error::new(
            ErrorKind::NotFound,
            "unknown_endpoint",
            format!(
                "{:?} names no endpoint; use OWNER/APP, as in fal-ai/nano-banana-2.",
                parts.join("/")
            ),
        ));
    }
    if method != Method::POST {
        return Ok(None);
    }
    let (last, before) = parts.split_last().unwrap_or((&"", &[]));
    Ok(Some(match host {
        Host::Run if *last == "stream" && before.len() >= 2 => Call::Run {
            endpoint: before.join("/"),
            stream: true,
        },
        Host::Run => Call::Run {
            endpoint: parts.join("/"),
            stream: false,
        },
        _ => Call::Submit {
            endpoint: parts.join("/"),
        },
    }))
}

/// Calls about a request name the application without the path below it.
fn followed(method: &Method, app: &[&str], rest: &[&str]) -> Option<Call> {
    let (id, verb) = rest.split_first()?;
    let request = Followed {
        app: app.join("/"),
        id: (*id).to_owned(),
    };
    match (method.as_str(), verb) {
        ("GET", [] | ["response"]) => Some(Call::Result { request }),
        ("GET", ["status"]) => Some(Call::Status { request }),
        ("GET", ["status", "stream"]) => Some(Call::StatusStream { request }),
        ("PUT", ["cancel"]) => Some(Call::Cancel { request }),
        _ => None,
    }
}

fn rest(method: &Method, parts: &[&str]) -> Option<Call> {
    match (method.as_str(), parts) {
        ("POST", ["storage", "auth", "token"]) => Some(Call::UploadToken),
        ("POST", ["storage", "upload", "initiate"]) => Some(Call::Initiate { parts: false }),
        ("POST", ["storage", "upload", "initiate-multipart"]) => {
            Some(Call::Initiate { parts: true })
        }
        ("GET", [".well-known", "jwks.json"]) => Some(Call::Jwks),
        _ => None,
    }
}

fn cdn(method: &Method, parts: &[&str]) -> Option<Call> {
    let part = match (method.as_str(), parts) {
        ("POST", ["files", "upload"]) => return Some(Call::Upload),
        ("POST", ["files", "upload", "multipart"]) => return Some(Call::UploadParts),
        ("PUT", ["put", _]) => PutPart::Whole,
        ("PUT", ["put", _, number]) => PutPart::Number(number.parse().ok()?),
        ("POST", ["put", _, "complete"]) => PutPart::Complete,
        _ => return None,
    };
    let ticket = (*parts.get(1)?).to_owned();
    Some(Call::Put { ticket, part })
}

fn no_such(method: &Method, path: &str) -> Error {
    Error::new(
        ErrorKind::NotFound,
        "unknown_path",
        format!("There is no {method} {path} here; docs/fal.md lists every call."),
    )
}

/// Returns the application of an endpoint: what its requests are followed under.
pub fn app_of(endpoint: &str) -> String {
    let parts: Vec<&str> = endpoint.split('/').collect();
    let namespaced = parts.first().is_some_and(|part| NAMESPACES.contains(part));
    let length = 2 + usize::from(namespaced);
    parts[..parts.len().min(length)].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn followed(app: &str, id: &str) -> Followed {
        Followed {
            app: app.to_owned(),
            id: id.to_owned(),
        }
    }

    #[test]
    fn paths_tell_the_call() {
        let request = || followed("fal-ai/nano-banana-2", "r1");
        let run = |endpoint: &str, stream| {
            let endpoint = endpoint.to_owned();
            Some(Call::Run { endpoint, stream })
        };
        let put = |part| {
            let ticket = "t".to_owned();
            Some(Call::Put { ticket, part })
        };
        let model = "fal-ai/nano-banana-2";
        let cases = [
            (
                Host::Run,
                "POST",
                "/fal-ai/nano-banana-2",
                run(model, false),
            ),
            (
                Host::Run,
                "POST",
                "/fal-ai/nano-banana-2/stream",
                run(model, true),
            ),
            (
                Host::Run,
                "POST",
                "/fal-ai/nano-banana-2/edit/stream",
                run("fal-ai/nano-banana-2/edit", true),
            ),
            (
                Host::Run,
                "POST",
                "/fal-ai/stream",
                run("fal-ai/stream", false),
            ),
            (Host::Run, "GET", "/fal-ai/nano-banana-2", None),
            (
                Host::Queue,
                "POST",
                "/fal-ai/nano-banana-2/edit",
                Some(Call::Submit {
                    endpoint: "fal-ai/nano-banana-2/edit".to_owned(),
                }),
            ),
            (
                Host::Queue,
                "GET",
                "/fal-ai/nano-banana-2/requests/r1",
                Some(Call::Result { request: request() }),
            ),
            (
                Host::Queue,
                "GET",
                "/fal-ai/nano-banana-2/requests/r1/response",
                Some(Call::Result { request: request() }),
            ),
            (
                Host::Queue,
                "GET",
                "/fal-ai/nano-banana-2/requests/r1/status",
                Some(Call::Status { request: request() }),
            ),
            (
                Host::Queue,
                "GET",
                "/fal-ai/nano-banana-2/requests/r1/status/stream",
                Some(Call::StatusStream { request: request() }),
            ),
            (
                Host::Run,
                "PUT",
                "/fal-ai/nano-banana-2/requests/r1/cancel",
                Some(Call::Cancel { request: request() }),
            ),
            (
                Host::Queue,
                "GET",
                "/workflows/o/a/requests/r1",
                Some(Call::Result {
                    request: followed("workflows/o/a", "r1"),
                }),
            ),
            (Host::Queue, "POST", "/fal-ai/x/requests/r1/cancel", None),
            (Host::Queue, "GET", "/fal-ai/x/requests", None),
            (Host::Queue, "POST", "/fal-ai", None),
            (Host::Queue, "POST", "/workflows/o", None),
            (
                Host::Rest,
                "POST",
                "/storage/auth/token",
                Some(Call::UploadToken),
            ),
            (
                Host::Rest,
                "POST",
                "/storage/upload/initiate",
                Some(Call::Initiate { parts: false }),
            ),
            (
                Host::Rest,
                "POST",
                "/storage/upload/initiate-multipart",
                Some(Call::Initiate { parts: true }),
            ),
            (
                Host::Rest,
                "GET",
                "/.well-known/jwks.json",
                Some(Call::Jwks),
            ),
            (Host::Rest, "GET", "/storage/auth/token", None),
            (Host::Cdn, "POST", "/files/upload", Some(Call::Upload)),
            (
                Host::Cdn,
                "POST",
                "/files/upload/multipart",
                Some(Call::UploadParts),
            ),
            (Host::Cdn, "PUT", "/put/t", put(PutPart::Whole)),
            (Host::Cdn, "PUT", "/put/t/3", put(PutPart::Number(3))),
            (Host::Cdn, "POST", "/put/t/complete", put(PutPart::Complete)),
            (Host::Cdn, "PUT", "/put/t/x", None),
        ];
        for (host, method, path, expected) in cases {
            let call = Call::parse(host, &method.parse().unwrap(), path);
            assert_eq!(call.ok(), expected, "{host:?} {method} {path}");
        }
    }

    #[test]
    fn requests_are_followed_under_their_application() {
        for (endpoint, expected) in [
            ("fal-ai/nano-banana-2", "fal-ai/nano-banana-2"),
            ("fal-ai/nano-banana-2/edit", "fal-ai/nano-banana-2"),
            ("workflows/me/flow/x", "workflows/me/flow"),
            ("comfy/me/flow", "comfy/me/flow"),
        ] {
            assert_eq!(app_of(endpoint), expected);
        }
    }
}
