//! The file that `plantain backup` writes and `plantain restore` reads: a tar, packed by gzip if its name says so.
//!
//! Its members, in this order: `plantain.db` and `link.secret` unless only objects were wanted, `objects.txt` with a line for each
//! stored file, the files themselves under `objects/`, and `manifest.json`, which tells that the archive is whole.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use plantain_store::ObjectName;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub const DATABASE: &str = "plantain.db";
pub const SECRET: &str = "link.secret";
pub const LIST: &str = "objects.txt";
pub const MANIFEST: &str = "manifest.json";
const OBJECTS: &str = "objects/";
/// Changes when older programs could not read the archive any more.
pub const FORMAT: u32 = 1;

/// What the archive holds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// Version of the program that wrote it.
    pub plantain: String,
    /// Unix milliseconds at which the database was copied.
    pub created_ms: i64,
    /// Members beside the objects, with the SHA-256 of each.
    pub files: BTreeMap<String, String>,
    /// Stored files in `objects.txt`.
    pub objects: u64,
    pub objects_bytes: u64,
    /// Whether the files themselves are inside.
    pub objects_inside: bool,
}

/// A member by its path.
#[derive(Debug, PartialEq, Eq)]
pub enum Member {
    Database,
    Secret,
    List,
    Manifest,
    Object(ObjectName),
}

impl Member {
    /// Returns the member with this path; none for paths that we never write.
    pub fn parse(path: &str) -> Option<Self> {
        match path {
            DATABASE => Some(Self::Database),
            SECRET => Some(Self::Secret),
            LIST => Some(Self::List),
            MANIFEST => Some(Self::Manifest),
            path => ObjectName::parse(path.strip_prefix(OBJECTS)?).map(Self::Object),
        }
    }

    pub fn object_path(name: &ObjectName) -> String {
        format!("{OBJECTS}{name}")
    }
}

/// Hashes what is read or written through it.
pub struct Hashing<T> {
    inner: T,
    sha256: Sha256,
}

impl<T> Hashing<T> {
    pub fn new(inner: T) -> Self {
        Self {
            inner,
            sha256: Sha256::new(),
        }
    }

    /// Returns the SHA-256 of everything so far, hexadecimal.
    pub fn digest(self) -> String {
        hex(&self.sha256.finalize())
    }
}

impl<T: Read> Read for Hashing<T> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.sha256.update(&into[..read]);
        Ok(read)
    }
}

impl<T: Write> Write for Hashing<T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.sha256.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

pub fn hex_sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_members_that_we_write_are_read() {
        let digest = "ab".repeat(32);
        let path = format!("objects/{digest}.png");
        let Some(Member::Object(name)) = Member::parse(&path) else {
            panic!("{path} is an object");
        };
        assert_eq!(Member::object_path(&name), path);
        assert_eq!(Member::parse("plantain.db"), Some(Member::Database));
        for bad in [
            "",
            "/etc/passwd",
            "../plantain.db",
            "./plantain.db",
            "objects/../x.png",
            "objects/x.png",
        ] {
            assert_eq!(Member::parse(bad), None, "{bad}");
        }
    }
}
