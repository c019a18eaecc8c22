//! What is stored for a caller, so that it is the caller's.

use plantain_core::Error;
use plantain_store::Durability;

use crate::{App, Caller, Link, NewClaim, Picture};

impl App {
    /// Stores a picture for its caller, for as long as the caller's retention says, and returns a link to it.
    pub async fn publish(&self, caller: &Caller, picture: &Picture) -> Result<Link, Error> {
        let bytes = picture.bytes.clone();
        let size_bytes = bytes.len() as u64;
        let name = self
            .outputs
            .keep(bytes, picture.format, Durability::Soon)
            .await?;
        let claim = NewClaim {
            owner: caller.owner().to_owned(),
            name: name.clone(),
            size_bytes,
            session: None,
            task: None,
            expires_ms: None,
        };
        self.retention.claim(claim).await?;
        Ok(self.outputs.link(&name, self.world.now_ms()))
    }
}
