//! What is left of a request's body when it was answered without being read.
//!
//! A client that is still sending would find its line cut, perhaps before it has read the answer; one that has sent all would
//! find it cut under its next request. So the rest is read and thrown away beside the answer.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, HttpBody};
use axum::http::{HeaderMap, header};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::runtime::Handle;

use crate::body::drain;

/// Has a body read to its end, whoever reads it.
pub fn read_to_the_end(headers: &HeaderMap, body: Body) -> Body {
    // A client that waits for permission to send is simply not given it.
    if headers.contains_key(header::EXPECT) || body.is_end_stream() {
        return body;
    }
    Body::new(Leftover(Some(body)))
}

/// A body until it has ended.
struct Leftover(Option<Body>);

impl HttpBody for Leftover {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let Some(body) = &mut self.0 else {
            return Poll::Ready(None);
        };
        let polled = Pin::new(body).poll_frame(cx);
        if matches!(polled, Poll::Ready(None | Some(Err(_)))) {
            self.0 = None;
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.0.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.0
            .as_ref()
            .map_or_else(SizeHint::default, HttpBody::size_hint)
    }
}

impl Drop for Leftover {
    fn drop(&mut self) {
        let Some(mut body) = self.0.take().filter(|body| !body.is_end_stream()) else {
            return;
        };
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(async move { drain(&mut body).await });
        }
    }
}
