//! What is kept elsewhere, behind links.

use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;

/// What a link leads to, later.
pub type RemoteReply<'a> = Pin<Box<dyn Future<Output = Result<Bytes, RemoteError>> + Send + 'a>>;

/// What became of a message that was posted, later.
pub type PostReply<'a> = Pin<Box<dyn Future<Output = Result<Posted, RemoteError>> + Send + 'a>>;

/// A message for a machine elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Bytes,
    /// How long the other side may take to answer.
    pub time_max: Duration,
}

/// The answer to a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// HTTP status.
    pub status: u16,
    /// The beginning of the answer.
    pub excerpt: String,
}

/// Follows links that strangers send. Whoever implements it keeps away from machines that only we can reach.
pub trait Remote: Send + Sync {
    /// Returns what stands behind an http or https link, at most `bytes_max` bytes.
    fn get<'a>(&'a self, link: &'a str, bytes_max: usize) -> RemoteReply<'a>;

    /// Posts a message to an https link. Redirects are not followed.
    fn post<'a>(&'a self, link: &'a str, letter: &'a Letter) -> PostReply<'a>;

    /// Returns an error for a link that messages may never be posted to, as far as can be told without asking anybody.
    fn check_post(&self, link: &str) -> Result<(), RemoteError>;
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
