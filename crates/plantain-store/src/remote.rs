//! What is kept elsewhere, behind links.

use std::pin::Pin;

use bytes::Bytes;

/// What a link leads to, later.
pub type RemoteReply<'a> = Pin<Box<dyn Future<Output = Result<Bytes, RemoteError>> + Send + 'a>>;

/// Follows links that strangers send. Whoever implements it keeps away from machines that only we can reach.
pub trait Remote: Send + Sync {
    /// Returns what stands behind an http or https link, at most `bytes_max` bytes.
    fn get<'a>(&'a self, link: &'a str, bytes_max: usize) -> RemoteReply<'a>;
}

/// Why a link was not followed to its end. The texts are for the client and have no full stop.
#[derive(Debug, thiserror::Error)]
pub enum RemoteError {
    /// The link may not be followed.
    #[error("{0}")]
    Refused(String),
    /// The other side did not answer as it should.
    #[error("{0}")]
    Failed(String),
    #[error("it is too large")]
    TooLarge,
}
