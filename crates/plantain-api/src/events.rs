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
use tokio::sync::mpsc::{self, Receiver, Sender};

use crate::json;

/// Frames that may wait for a slow reader; the writer waits with the next.
const FRAMES_WAITING_MAX: usize = 8;

/// Where a handler writes its frames.
#[derive(Debug, Clone)]
pub struct Frames(Sender<Result<Bytes, Error>>);

/// The client has gone.
#[derive(Debug)]
pub struct Gone;

impl Frames {
    /// Returns a place to write to, and what [`respond`] reads from.
    pub fn channel() -> (Self, Receiver<Result<Bytes, Error>>) {
        let (sender, receiver) = mpsc::channel(FRAMES_WAITING_MAX);
        (Self(sender), receiver)
    }

    /// Writes an event with its data as JSON.
    pub async fn event<T: Serialize>(&self, name: &str, data: &T) -> Result<(), Gone> {
        self.send(frame(name, data)).await
    }

    /// Writes data as JSON, without a name.
    pub async fn unnamed<T: Serialize>(&self, data: &T) -> Result<(), Gone> {
        let mut text = b"data: ".to_vec();
        let written = json::write(&mut text, data);
        text.extend_from_slice(b"\n\n");
        self.send(written.map(|()| text.into())).await
    }

    /// Writes data that is not JSON, without a name.
    pub async fn data(&self, text: &str) -> Result<(), Gone> {
        self.send(Ok(format!("data: {text}\n\n").into())).await
    }

    /// Writes the event that ends a stream, whose data is not JSON.
    pub async fn end(&self, name: &str, text: &str) -> Result<(), Gone> {
        let frame = format!("event: {name}\ndata: {text}\n\n");
        self.send(Ok(frame.into())).await
    }

    /// Writes an event with an id and text that may have several lines.
    pub async fn lines(&self, name: &str, id: &str, text: &str) -> Result<(), Gone> {
        let mut frame = format!("event: {name}\nid: {id}\n");
        for line in text.split('\n') {
            frame.push_str("data: ");
            frame.push_str(line);
            frame.push('\n');
        }
        frame.push('\n');
        self.send(Ok(frame.into())).await
    }

    /// Fails. As the first thing that is written it is an ordinary error.
    pub async fn fail(&self, error: Error) -> Result<(), Gone> {
        self.send(Err(error)).await
    }

    /// Waits until the client has gone.
    pub async fn gone(&self) {
        self.0.closed().await;
    }

    async fn send(&self, frame: Result<Bytes, Error>) -> Result<(), Gone> {
        self.0.send(frame).await.map_err(|_| Gone)
    }
}

/// Returns one event with its name and its data as JSON.
fn frame<T: Serialize>(name: &str, data: &T) -> Result<Bytes, Error> {
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
    let body = Body::new(FramesBody {
        first: Some(first),
        rest: frames,
    });
    let mut response = json::respond(StatusCode::OK, "text/event-stream", body);
    let no_store = HeaderValue::from_static("no-store");
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, no_store);
    Ok(response)
}

struct FramesBody {
    first: Option<Bytes>,
    rest: Receiver<Result<Bytes, Error>>,
}

impl HttpBody for FramesBody {
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
