//! Bodies that are written while the client reads: server-sent events.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, HttpBody};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;
use plantain_core::Error;
use serde::Serialize;
use tokio::sync::mpsc::Receiver;

use crate::json;

/// Frames that may wait for a slow reader; the writer waits with the next.
pub const FRAMES_WAITING_MAX: usize = 8;

/// Returns one event with its name and its data as JSON.
pub fn frame<T: Serialize>(name: &str, data: &T) -> Result<Bytes, Error> {
    let mut text = Vec::new();
    text.extend_from_slice(b"event: ");
    text.extend_from_slice(name.as_bytes());
    text.extend_from_slice(b"\ndata: ");
    json::write(&mut text, data)?;
    text.extend_from_slice(b"\n\n");
    Ok(text.into())
}

/// Answers with frames as they come. What fails before the first one is an ordinary error.
pub async fn respond(mut frames: Receiver<Result<Bytes, Error>>) -> Result<Response, Error> {
    let first = match frames.recv().await {
        Some(first) => first?,
        None => return Err(Error::internal("the stream ended before it began")),
    };
    let body = Body::new(Frames {
        first: Some(first),
        rest: frames,
    });
    let mut response = json::respond(StatusCode::OK, "text/event-stream", body);
    let no_store = HeaderValue::from_static("no-store");
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, no_store);
    Ok(response)
}

struct Frames {
    first: Option<Bytes>,
    rest: Receiver<Result<Bytes, Error>>,
}

impl HttpBody for Frames {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, Infallible>>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(http_body::Frame::data(first))));
        }
        self.rest.poll_recv(context).map(|next| {
            // Writers put errors into frames of their protocol once a stream has begun.
            let next = next.and_then(Result::ok);
            next.map(|bytes| Ok(http_body::Frame::data(bytes)))
        })
    }
}
