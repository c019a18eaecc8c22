//! Files that end with the process.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use plantain_store::{ObjectName, Objects, Reply};

/// A real variant, for tests and for servers that keep nothing.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<BTreeMap<ObjectName, Bytes>>,
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

    /// The map stays whole when a holder of the lock panics: each change is one call.
    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<ObjectName, Bytes>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Objects for Memory {
    fn put<'a>(&'a self, name: &'a ObjectName, bytes: Bytes) -> Reply<'a, ()> {
        Box::pin(async move {
            self.lock().insert(name.clone(), bytes);
            Ok(())
        })
    }

    fn get<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, Option<Bytes>> {
        Box::pin(async move { Ok(self.lock().get(name).cloned()) })
    }
}
