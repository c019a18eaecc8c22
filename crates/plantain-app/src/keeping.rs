//! What is stored for a caller, so that it is the caller's.

use bytes::Bytes;
use plantain_core::Error;
use plantain_store::{Durability, ObjectKind, ObjectName};

use crate::{App, Caller, Link, NewClaim, Picture};

/// A file to be stored.
#[derive(Debug, Clone)]
pub struct NewFile {
    pub bytes: Bytes,
    pub kind: ObjectKind,
    pub durability: Durability,
    /// Unix milliseconds at which it goes, whatever the owner's rule says.
    pub expires_ms: Option<i64>,
}

impl App {
    /// Stores a file for its owner ([`Caller::owner`]), for as long as the owner's retention says.
    pub async fn keep(&self, owner: &str, file: NewFile) -> Result<ObjectName, Error> {
        let size_bytes = file.bytes.len() as u64;
        let name = self
            .outputs
            .keep(file.bytes, file.kind, file.durability)
            .await?;
        self.claim(owner, &name, size_bytes, file.expires_ms)
            .await?;
        Ok(name)
    }

    /// Stores a picture for its caller, for as long as the caller's retention says, and returns a link to it.
    pub async fn publish(&self, caller: &Caller, picture: &Picture) -> Result<Link, Error> {
        let file = NewFile {
            bytes: picture.bytes.clone(),
            kind: picture.format.into(),
            durability: Durability::Soon,
            expires_ms: None,
        };
        let name = self.keep(caller.owner(), file).await?;
        Ok(self.outputs.link(&name, self.world.now_ms()))
    }

    /// Notes down that a stored file is somebody's, so that it counts for them, goes with them, and stays until it expires
    /// (Unix milliseconds) or their rule says otherwise.
    pub async fn claim(
        &self,
        owner: &str,
        name: &ObjectName,
        size_bytes: u64,
        expires_ms: Option<i64>,
    ) -> Result<(), Error> {
        let claim = NewClaim {
            owner: owner.to_owned(),
            name: name.clone(),
            size_bytes,
            session: None,
            task: None,
            expires_ms,
        };
        self.retention.claim(claim).await
    }
}
