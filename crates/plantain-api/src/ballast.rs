//! How many bytes of large bodies may be in memory at once. Small requests are never held up.

use std::sync::Arc;

use axum::http::{HeaderMap, header};
use plantain_core::{Error, ErrorKind};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Bodies up to this length are not counted.
const SMALL_BYTES: u64 = 1 << 20;
/// What a body is counted as that does not tell its length.
const UNTOLD_BYTES: u64 = 16 << 20;
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

impl Ballast {
    /// Returns room for this many bytes.
    pub fn new(bytes: u64) -> Self {
        let permits = usize::try_from(bytes / PERMIT_BYTES).unwrap_or(usize::MAX);
        Self {
            room: Arc::new(Semaphore::new(permits.min(Semaphore::MAX_PERMITS))),
            bytes,
        }
    }

    /// Takes room for the body that the headers announce, for as long as the answer lives; none for a small one.
    ///
    /// # Errors
    /// Unavailable when there is no room now.
    pub fn take(&self, headers: &HeaderMap) -> Result<Option<OwnedSemaphorePermit>, Error> {
        let bytes = announced_bytes(headers);
        if bytes <= SMALL_BYTES {
            return Ok(None);
        }
        // One that is larger than all the room has it alone.
        let permits = bytes.min(self.bytes).div_ceil(PERMIT_BYTES);
        let permits = u32::try_from(permits).unwrap_or(u32::MAX);
        let taken = Arc::clone(&self.room).try_acquire_many_owned(permits);
        taken.map(Some).map_err(|_| full())
    }
}

fn announced_bytes(headers: &HeaderMap) -> u64 {
    let length = headers.get(header::CONTENT_LENGTH);
    match length.and_then(|length| length.to_str().ok()?.parse().ok()) {
        Some(bytes) => bytes,
        None if headers.contains_key(header::TRANSFER_ENCODING) => UNTOLD_BYTES,
        None => 0,
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

    fn headers(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn large_bodies_share_the_room() {
        let large = headers(header::CONTENT_LENGTH, "20000000");
        let untold = headers(header::TRANSFER_ENCODING, "chunked");
        let small = headers(header::CONTENT_LENGTH, "1000000");
        let ballast = Ballast::new(40 << 20);
        let first = ballast.take(&large).unwrap();
        let second = ballast.take(&untold).unwrap();
        assert!(first.is_some() && second.is_some());
        assert_eq!(ballast.take(&large).unwrap_err().code, "uploads_full");
        for _ in 0..100 {
            assert!(ballast.take(&small).unwrap().is_none());
            assert!(ballast.take(&HeaderMap::new()).unwrap().is_none());
        }
        drop((first, second));
        let huge = headers(header::CONTENT_LENGTH, "99000000");
        assert!(ballast.take(&huge).unwrap().is_some());
    }
}
