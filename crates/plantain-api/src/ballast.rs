//! How many bytes of large bodies may be in memory at once. Small requests are never held up.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use axum::BoxError;
use axum::body::{Body, HttpBody};
use axum::http::{HeaderMap, header};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use plantain_core::{Error, ErrorKind};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Bodies up to this length are not counted.
const SMALL_BYTES: u64 = 1 << 20;
/// By how much the room of a body grows that does not tell its length.
const STEP_BYTES: u64 = 1 << 20;
/// Bytes of a permit: semaphores count no further than 32 bits.
const PERMIT_BYTES: u64 = 1024;
/// What a refused client is told to wait.
const RETRY_AFTER_S: u32 = 2;

/// Room for bodies.
#[derive(Debug)]
pub struct Ballast {
    room: Arc<Semaphore>,
    bytes: u64,
}

/// The room that one body has, given back when nobody holds it any more.
#[derive(Debug, Default, Clone)]
pub struct Held(Arc<Mutex<Option<OwnedSemaphorePermit>>>);

impl Ballast {
    /// Returns room for this many bytes.
    pub fn new(bytes: u64) -> Self {
        let permits = usize::try_from(bytes / PERMIT_BYTES).unwrap_or(usize::MAX);
        Self {
            room: Arc::new(Semaphore::new(permits.min(Semaphore::MAX_PERMITS))),
            bytes,
        }
    }

    /// Takes room for the body that the headers announce, to be held as long as its bytes are.
    ///
    /// # Errors
    /// Unavailable when there is no room now.
    pub fn take(&self, headers: &HeaderMap) -> Result<Held, Error> {
        let held = Held::default();
        // One that is larger than all the room has it alone.
        match announced_bytes(headers) {
            Some(bytes) if bytes > SMALL_BYTES => held
                .grow(&self.room, bytes.min(self.bytes))
                .then_some(held)
                .ok_or_else(full),
            _ => Ok(held),
        }
    }

    /// Returns the body that the room was taken for. One that did not tell its length takes room as it comes, and reading it
    /// fails with our error when there is none.
    pub fn watch(&self, headers: &HeaderMap, held: &Held, body: Body) -> Body {
        if announced_bytes(headers).is_some() {
            return body;
        }
        Body::new(Counted {
            inner: body,
            room: Arc::clone(&self.room),
            held: held.clone(),
            seen: 0,
            paid: SMALL_BYTES,
            is_refused: false,
        })
    }
}

fn announced_bytes(headers: &HeaderMap) -> Option<u64> {
    let length = headers.get(header::CONTENT_LENGTH)?;
    length.to_str().ok()?.parse().ok()
}

impl Held {
    /// Takes room for so many bytes more; false when there is none.
    fn grow(&self, room: &Arc<Semaphore>, bytes: u64) -> bool {
        let permits = u32::try_from(bytes.div_ceil(PERMIT_BYTES)).unwrap_or(u32::MAX);
        let Ok(more) = Arc::clone(room).try_acquire_many_owned(permits) else {
            return false;
        };
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match held.as_mut() {
            Some(held) => held.merge(more),
            None => *held = Some(more),
        }
        true
    }
}

/// A body of unknown length, which takes room as it comes.
struct Counted {
    inner: Body,
    room: Arc<Semaphore>,
    held: Held,
    seen: u64,
    /// How much may come before more room is needed.
    paid: u64,
    /// Whether its reader was told that there is no room: what it still reads, it throws away.
    is_refused: bool,
}

impl Counted {
    fn count(&mut self, bytes: usize) -> Result<(), Error> {
        self.seen += bytes as u64;
        while self.seen > self.paid && !self.is_refused {
            if !self.held.grow(&self.room, STEP_BYTES) {
                self.is_refused = true;
                return Err(full());
            }
            self.paid += STEP_BYTES;
        }
        Ok(())
    }
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let frame = std::task::ready!(Pin::new(&mut self.inner).poll_frame(cx));
        Poll::Ready(frame.map(|frame| {
            let frame = frame?;
            self.count(frame.data_ref().map_or(0, Bytes::len))?;
            Ok(frame)
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

fn full() -> Error {
    let message = format!(
        "Too many large uploads are under way; try again in {RETRY_AFTER_S} seconds, or send links to the pictures."
    );
    Error::new(ErrorKind::Unavailable, "uploads_full", message).retry_after(RETRY_AFTER_S)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn announced(bytes: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::CONTENT_LENGTH, HeaderValue::from_static(bytes))])
    }

    #[test]
    fn large_bodies_share_the_room() {
        let ballast = Ballast::new(40 << 20);
        let take = |bytes| ballast.take(&announced(bytes));
        let first = take("20000000").unwrap();
        let second = take("20000000").unwrap();
        assert_eq!(take("20000000").unwrap_err().code, "uploads_full");
        for _ in 0..100 {
            assert!(take("1000000").is_ok());
        }
        drop((first, second));
        assert!(take("99000000").is_ok());
    }

    #[tokio::test]
    async fn bodies_that_do_not_tell_their_length_take_room_as_they_come() {
        let ballast = Ballast::new(4 << 20);
        let send = |mib: usize| {
            let pieces = (0..mib).map(|_| Ok::<_, BoxError>(Bytes::from(vec![0; 1 << 20])));
            let body = Body::from_stream(futures_util::stream::iter(pieces));
            let held = ballast.take(&HeaderMap::new()).unwrap();
            let body = ballast.watch(&HeaderMap::new(), &held, body);
            (held, body)
        };
        let read = async |body: Body| crate::body::read(&HeaderMap::new(), body).await;
        let mut small = Vec::new();
        for _ in 0..100 {
            let (held, body) = send(1);
            assert_eq!(read(body).await.unwrap().len(), 1 << 20);
            small.push(held);
        }
        let (held, body) = send(4);
        assert_eq!(read(body).await.unwrap().len(), 4 << 20);
        let (refused, body) = send(3);
        assert_eq!(read(body).await.unwrap_err().code, "uploads_full");
        drop((held, refused));
        read(send(3).1).await.unwrap();
    }
}
