//! Uploads whose name is known at the end only: a bucket cannot rename, so they wait in memory or in a temporary file.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::{Bytes, BytesMut};
use plantain_store::{ObjectKind, ObjectName, Reply, StoreError, Upload};

use super::{CANNOT_STORE, S3};
use crate::digester::Digester;
use crate::local::blocking;

/// Bytes of an upload that are held in memory.
const MEMORY_BYTES: usize = 4 << 20;

/// Where the bytes of a file are.
pub(super) enum Source {
    Memory(Bytes),
    /// A temporary file without a name; the system removes it with its last user.
    File {
        file: Arc<Mutex<File>>,
        size_bytes: u64,
    },
}

impl Source {
    pub fn size_bytes(&self) -> u64 {
        match self {
            Self::Memory(bytes) => bytes.len() as u64,
            Self::File { size_bytes, .. } => *size_bytes,
        }
    }

    /// Returns the bytes of a range, which lies inside the file.
    pub async fn part(&self, range: Range<u64>) -> Result<Bytes, StoreError> {
        match self {
            Self::Memory(bytes) => Ok(bytes.slice(range.start as usize..range.end as usize)),
            Self::File { file, .. } => {
                let file = Arc::clone(file);
                blocking(CANNOT_STORE, move || {
                    let mut part = vec![0; (range.end - range.start) as usize];
                    // Where the file stands does not matter to whoever reads next.
                    let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
                    file.seek(SeekFrom::Start(range.start))?;
                    file.read_exact(&mut part)?;
                    Ok(Bytes::from(part))
                })
                .await
            }
        }
    }
}

/// An upload that waits until its name is known.
pub(super) struct SpooledUpload {
    store: S3,
    kind: ObjectKind,
    digester: Digester,
    /// What is not in the file yet.
    memory: BytesMut,
    file: Option<File>,
}

impl SpooledUpload {
    pub fn new(store: S3, kind: ObjectKind, size_bytes_max: u64) -> Self {
        Self {
            store,
            kind,
            digester: Digester::new(size_bytes_max),
            memory: BytesMut::new(),
            file: None,
        }
    }

    /// Moves what is in memory to the file, which is made when it is needed first.
    async fn spill(&mut self) -> Result<(), StoreError> {
        let file = self.file.take();
        let memory = std::mem::take(&mut self.memory);
        let written = blocking(CANNOT_STORE, move || -> io::Result<File> {
            let mut file = file.map_or_else(tempfile::tempfile, Ok)?;
            file.write_all(&memory)?;
            Ok(file)
        });
        self.file = Some(written.await?);
        Ok(())
    }
}

impl Upload for SpooledUpload {
    fn write(&mut self, piece: Bytes) -> Reply<'_, ()> {
        Box::pin(async move {
            self.digester.take(&piece)?;
            self.memory.extend_from_slice(&piece);
            if self.memory.len() > MEMORY_BYTES {
                self.spill().await?;
            }
            Ok(())
        })
    }

    fn finish(mut self: Box<Self>) -> Reply<'static, (ObjectName, u64)> {
        Box::pin(async move {
            if self.file.is_some() {
                self.spill().await?;
            }
            let (name, size_bytes) = self.digester.finish(self.kind);
            let source = match self.file {
                Some(file) => Source::File {
                    file: Arc::new(Mutex::new(file)),
                    size_bytes,
                },
                None => Source::Memory(self.memory.freeze()),
            };
            self.store.store(&name, &source).await?;
            Ok((name, size_bytes))
        })
    }
}
