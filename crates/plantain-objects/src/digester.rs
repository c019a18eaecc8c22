//! What a file that comes in pieces will be called.

use plantain_store::{ObjectKind, ObjectName, StoreError};
use sha2::{Digest, Sha256};

/// Counts and hashes pieces, up to a limit.
#[derive(Debug)]
pub(crate) struct Digester {
    sha256: Sha256,
    size_bytes: u64,
    size_bytes_max: u64,
}

impl Digester {
    pub fn new(size_bytes_max: u64) -> Self {
        Self {
            sha256: Sha256::new(),
            size_bytes: 0,
            size_bytes_max,
        }
    }

    pub fn take(&mut self, piece: &[u8]) -> Result<(), StoreError> {
        self.size_bytes += piece.len() as u64;
        if self.size_bytes > self.size_bytes_max {
            return Err(StoreError::TooLarge {
                what: "the file",
                bytes_max: self.size_bytes_max,
            });
        }
        self.sha256.update(piece);
        Ok(())
    }

    /// Returns the name and the size in bytes.
    pub fn finish(self, kind: ObjectKind) -> (ObjectName, u64) {
        let name = ObjectName::new(self.sha256.finalize().into(), kind);
        (name, self.size_bytes)
    }
}
