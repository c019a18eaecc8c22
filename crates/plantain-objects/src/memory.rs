//! Files that end with the process.

use std::collections::BTreeMap;
use std::ops::{Bound, Range};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use bytes::{Bytes, BytesMut};
use futures_util::stream;
use plantain_store::{
    Durability, ObjectKind, ObjectName, ObjectReader, ObjectStat, Objects, Reply, StoreError,
    Upload,
};

use crate::clock::unix_ms;
use crate::digester::Digester;

/// A real variant, for tests and for servers that keep nothing.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: Arc<Mutex<Files>>,
}

type Files = BTreeMap<ObjectName, Stored>;

#[derive(Debug, Clone)]
struct Stored {
    bytes: Bytes,
    stored_ms: i64,
}

impl Memory {
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns how many files are held.
    pub fn len(&self) -> usize {
        self.lock().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn insert(&self, name: ObjectName, bytes: Bytes) {
        let stored_ms = unix_ms(SystemTime::now());
        self.lock().insert(name, Stored { bytes, stored_ms });
    }

    /// The map stays whole when a holder of the lock panics: each change is one call.
    fn lock(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stored {
    fn stat(&self) -> ObjectStat {
        ObjectStat {
            size_bytes: self.bytes.len() as u64,
            stored_ms: self.stored_ms,
        }
    }

    fn read(self, range: Option<Range<u64>>) -> ObjectReader {
        let stat = self.stat();
        let range = range.unwrap_or(0..stat.size_bytes);
        let end = range.end.min(stat.size_bytes);
        let range = range.start.min(end)..end;
        // Both ends lie within the length of a slice.
        let piece = self.bytes.slice(range.start as usize..range.end as usize);
        ObjectReader {
            stat,
            range,
            pieces: Box::pin(stream::once(async { Ok(piece) })),
        }
    }
}

impl Objects for Memory {
    fn put<'a>(&'a self, name: &'a ObjectName, bytes: Bytes, _: Durability) -> Reply<'a, ()> {
        Box::pin(async move {
            self.insert(name.clone(), bytes);
            Ok(())
        })
    }

    fn upload(
        &self,
        kind: ObjectKind,
        size_bytes_max: u64,
        _: Durability,
    ) -> Reply<'_, Box<dyn Upload>> {
        let upload = MemoryUpload {
            store: self.clone(),
            kind,
            digester: Digester::new(size_bytes_max),
            bytes: BytesMut::new(),
        };
        Box::pin(async { Ok(Box::new(upload) as Box<dyn Upload>) })
    }

    fn get<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, Option<Bytes>> {
        Box::pin(async move { Ok(self.lock().get(name).map(|stored| stored.bytes.clone())) })
    }

    fn read<'a>(
        &'a self,
        name: &'a ObjectName,
        range: Option<Range<u64>>,
    ) -> Reply<'a, Option<ObjectReader>> {
        Box::pin(async move {
            let stored = self.lock().get(name).cloned();
            Ok(stored.map(|stored| stored.read(range)))
        })
    }

    fn stat<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, Option<ObjectStat>> {
        Box::pin(async move { Ok(self.lock().get(name).map(Stored::stat)) })
    }

    fn list<'a>(
        &'a self,
        after: Option<&'a ObjectName>,
        limit: usize,
    ) -> Reply<'a, Vec<(ObjectName, ObjectStat)>> {
        Box::pin(async move {
            let start = after.map_or(Bound::Unbounded, Bound::Excluded);
            let files = self.lock();
            let next = files.range((start, Bound::Unbounded)).take(limit);
            Ok(next
                .map(|(name, stored)| (name.clone(), stored.stat()))
                .collect())
        })
    }

    fn delete<'a>(&'a self, name: &'a ObjectName, stored_before_ms: i64) -> Reply<'a, bool> {
        Box::pin(async move {
            let mut files = self.lock();
            let old = |stored: &Stored| stored.stored_ms < stored_before_ms;
            let goes = files.get(name).is_some_and(old);
            if goes {
                files.remove(name);
            }
            Ok(goes)
        })
    }
}

struct MemoryUpload {
    store: Memory,
    kind: ObjectKind,
    digester: Digester,
    bytes: BytesMut,
}

impl Upload for MemoryUpload {
    fn write(&mut self, piece: Bytes) -> Reply<'_, ()> {
        Box::pin(async move {
            self.digester.take(&piece)?;
            self.bytes.extend_from_slice(&piece);
            Ok(())
        })
    }

    fn finish(self: Box<Self>) -> Reply<'static, (ObjectName, u64)> {
        Box::pin(async move {
            let (name, size_bytes) = self.digester.finish(self.kind);
            self.store.insert(name.clone(), self.bytes.freeze());
            Ok::<_, StoreError>((name, size_bytes))
        })
    }
}
