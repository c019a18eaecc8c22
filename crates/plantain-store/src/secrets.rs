//! Secrets that every process over one record shares.

use crate::Reply;

/// Where they are kept.
pub trait Secrets: Send + Sync {
    /// Returns the secret of this name. The first who asks stores `fresh`; everybody gets the same.
    fn shared<'a>(&'a self, name: &'a str, fresh: &'a [u8; 32]) -> Reply<'a, [u8; 32]>;
}
