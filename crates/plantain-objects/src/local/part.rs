//! Files that are being written.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use plantain_store::{Durability, ObjectKind, ObjectName, Reply, StoreError, Upload};

use super::{CANNOT_STORE, Shelf, blocking, renew, stat_of, there};
use crate::digester::Digester;

/// Bytes of an upload that are gathered before they are written.
const GATHERED_BYTES: usize = 1 << 20;

/// A file under a name that nobody knows. Dropping it removes it.
#[derive(Debug)]
pub(super) struct Part {
    pub file: File,
    path: PathBuf,
}

impl Part {
    pub fn create(path: PathBuf) -> io::Result<Self> {
        make_folder_of(&path)?;
        let file = File::create(&path)?;
        Ok(Self { file, path })
    }

    /// Gives the file its name, so that nobody ever reads half of it.
    pub fn keep_as(self, path: &Path, root: &Path, durability: Durability) -> io::Result<()> {
        make_folder_of(path)?;
        if durability == Durability::Disk {
            self.file.sync_all()?;
        }
        fs::rename(&self.path, path)?;
        if durability == Durability::Disk {
            sync_folders(path, root)?;
        }
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Once it was renamed it is not there; else it is of no use to anyone, and a sweep takes it if this fails.
        let _ = fs::remove_file(&self.path);
    }
}

pub(super) fn make_folder_of(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) => fs::create_dir_all(folder),
        None => Ok(()),
    }
}

/// Makes sure that the file is found under its name after a loss of power: each folder on the way knows the next.
fn sync_folders(path: &Path, root: &Path) -> io::Result<()> {
    for folder in path.ancestors().skip(1) {
        #[cfg(unix)]
        File::open(folder)?.sync_all()?;
        if folder == root {
            break;
        }
    }
    Ok(())
}

/// Removes parts that were not written to since a time; returns how many.
pub(super) fn remove_stale(folder: &Path, touched_before_ms: i64) -> io::Result<usize> {
    let Some(entries) = there(fs::read_dir(folder))? else {
        return Ok(0);
    };
    let mut removed = 0;
    for entry in entries {
        let path = entry?.path();
        let Some(metadata) = there(fs::metadata(&path))? else {
            continue;
        };
        let stale = stat_of(&metadata)?.stored_ms < touched_before_ms;
        if metadata.is_file() && stale && there(fs::remove_file(&path))?.is_some() {
            removed += 1;
        }
    }
    Ok(removed)
}

/// An upload into a part.
pub(super) struct LocalUpload {
    shelf: Arc<Shelf>,
    kind: ObjectKind,
    durability: Durability,
    digester: Digester,
    gathered: Vec<u8>,
    /// None while it is written to; it stays none when that fails.
    part: Option<Part>,
}

impl LocalUpload {
    pub fn new(
        shelf: Arc<Shelf>,
        part: Part,
        kind: ObjectKind,
        size_bytes_max: u64,
        durability: Durability,
    ) -> Self {
        Self {
            shelf,
            kind,
            durability,
            digester: Digester::new(size_bytes_max),
            gathered: Vec::new(),
            part: Some(part),
        }
    }

    fn take_part(&mut self) -> Result<Part, StoreError> {
        let broken = || StoreError::failed(CANNOT_STORE, "the upload was broken off");
        self.part.take().ok_or_else(broken)
    }
}

impl Upload for LocalUpload {
    fn write(&mut self, piece: Bytes) -> Reply<'_, ()> {
        Box::pin(async move {
            self.digester.take(&piece)?;
            if self.gathered.len() + piece.len() < GATHERED_BYTES {
                self.gathered.extend_from_slice(&piece);
                return Ok(());
            }
            let mut part = self.take_part()?;
            let gathered = std::mem::take(&mut self.gathered);
            let written = blocking(CANNOT_STORE, move || {
                part.file.write_all(&gathered)?;
                part.file.write_all(&piece)?;
                Ok(part)
            });
            self.part = Some(written.await?);
            Ok(())
        })
    }

    fn finish(mut self: Box<Self>) -> Reply<'static, (ObjectName, u64)> {
        Box::pin(async move {
            let mut part = self.take_part()?;
            let LocalUpload {
                shelf,
                kind,
                durability,
                digester,
                gathered,
                ..
            } = *self;
            let (name, size_bytes) = digester.finish(kind);
            let path = shelf.path(&name);
            blocking(CANNOT_STORE, move || {
                if renew(&path, size_bytes, durability) {
                    return Ok(());
                }
                part.file.write_all(&gathered)?;
                part.keep_as(&path, &shelf.root, durability)
            })
            .await?;
            Ok((name, size_bytes))
        })
    }
}
