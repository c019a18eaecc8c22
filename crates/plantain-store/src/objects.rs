//! Where files are kept, found by what they hold.

use std::fmt;
use std::ops::Range;
use std::pin::Pin;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use crate::{Durability, ObjectKind, ObjectName, Reply, StoreError};

/// What is known of a stored file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectStat {
    pub size_bytes: u64,
    /// When the file was last put, Unix milliseconds by the clock of whatever holds it.
    pub stored_ms: i64,
}

/// Where files are kept. A file's name says what it holds, so it never changes.
///
/// Whatever fails is [`StoreError::Unavailable`], since another try later can succeed, or [`StoreError::Damaged`].
pub trait Objects: Send + Sync {
    /// Stores a file. It appears whole or not at all. Storing the same name again changes nothing but `stored_ms`.
    fn put<'a>(
        &'a self,
        name: &'a ObjectName,
        bytes: Bytes,
        durability: Durability,
    ) -> Reply<'a, ()>;

    /// Begins to store a file that comes in pieces, `size_bytes_max` bytes at most; its name is known at the end.
    fn upload(
        &self,
        kind: ObjectKind,
        size_bytes_max: u64,
        durability: Durability,
    ) -> Reply<'_, Box<dyn Upload>>;

    /// Returns the whole file, if it is there.
    fn get<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, Option<Bytes>>;

    /// Opens the file, or the part in `range`, to be read piece by piece. The range's start must lie inside the file; what
    /// of it lies beyond the end is left out.
    fn read<'a>(
        &'a self,
        name: &'a ObjectName,
        range: Option<Range<u64>>,
    ) -> Reply<'a, Option<ObjectReader>>;

    fn stat<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, Option<ObjectStat>>;

    /// Returns the next files after a name, in the order of their names, `limit` at most; fewer only at the end. Whatever else
    /// lies in the store is passed over.
    fn list<'a>(
        &'a self,
        after: Option<&'a ObjectName>,
        limit: usize,
    ) -> Reply<'a, Vec<(ObjectName, ObjectStat)>>;

    /// Removes the file if it was last put before this time, and tells whether it did. A file that was put again in the
    /// meantime stays, so that whoever put it finds it.
    fn delete<'a>(&'a self, name: &'a ObjectName, stored_before_ms: i64) -> Reply<'a, bool>;
}

/// A file that is being stored piece by piece. If it is dropped before its end, nothing of it stays.
pub trait Upload: Send {
    /// Adds the next piece.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] beyond the limit that was set at the start; the upload is of no use afterwards.
    fn write(&mut self, piece: Bytes) -> Reply<'_, ()>;

    /// Stores the file under the name that its bytes give it; returns the name and the size in bytes.
    fn finish(self: Box<Self>) -> Reply<'static, (ObjectName, u64)>;
}

/// The pieces of a file, in order.
pub type Pieces = Pin<Box<dyn Stream<Item = Result<Bytes, StoreError>> + Send>>;

/// A stored file, or a part of it, while it is read.
pub struct ObjectReader {
    /// Of the whole file.
    pub stat: ObjectStat,
    /// The part that the pieces make up.
    pub range: Range<u64>,
    pub pieces: Pieces,
}

impl ObjectReader {
    /// Returns the file, or the part of it, in one piece.
    pub async fn collect(mut self) -> Result<Bytes, StoreError> {
        let size = self.range.end - self.range.start;
        let mut whole = BytesMut::with_capacity(usize::try_from(size).unwrap_or(0));
        while let Some(piece) =
            std::future::poll_fn(|context| self.pieces.as_mut().poll_next(context)).await
        {
            whole.extend_from_slice(&piece?);
        }
        Ok(whole.freeze())
    }
}

impl fmt::Debug for ObjectReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ObjectReader")
            .field("stat", &self.stat)
            .field("range", &self.range)
            .finish_non_exhaustive()
    }
}
