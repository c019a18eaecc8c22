//! Documents.

use std::collections::BTreeMap;
use std::future::ready;
use std::sync::{Mutex, MutexGuard, PoisonError};

use plantain_store::{Document, DocumentName, DocumentOrder, DocumentPage, Documents, Reply};

/// Documents that end with the process.
#[derive(Debug, Default)]
pub struct MemoryDocuments {
    documents: Mutex<BTreeMap<[String; 3], Document>>,
}

impl MemoryDocuments {
    pub fn new() -> Self {
        Self::default()
    }

    /// The map stays whole when a holder of the lock panics: each change is one call.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<[String; 3], Document>> {
        self.documents
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Documents for MemoryDocuments {
    fn put<'a>(&'a self, document: &'a Document) -> Reply<'a, ()> {
        self.lock().insert(key(document.name()), document.clone());
        Box::pin(ready(Ok(())))
    }

    fn get<'a>(&'a self, name: DocumentName<'a>, now_ms: i64) -> Reply<'a, Option<Document>> {
        let documents = self.lock();
        let found = documents.get(&key(name));
        let live = found.filter(|document| document.is_live(now_ms)).cloned();
        Box::pin(ready(Ok(live)))
    }

    fn list<'a>(&'a self, page: DocumentPage<'a>, now_ms: i64) -> Reply<'a, Vec<Document>> {
        let wanted = |document: &&Document| {
            (document.kind == page.kind && document.owner == page.owner) && document.is_live(now_ms)
        };
        let mut found: Vec<Document> = self.lock().values().filter(wanted).cloned().collect();
        found.sort_by(|a, b| place(a).cmp(&place(b)));
        if page.order == DocumentOrder::NewestFirst {
            found.reverse();
        }
        if let Some(after) = page.after {
            found.retain(|document| match page.order {
                DocumentOrder::OldestFirst => place(document) > after,
                DocumentOrder::NewestFirst => place(document) < after,
            });
        }
        found.truncate(page.limit as usize);
        Box::pin(ready(Ok(found)))
    }

    fn delete<'a>(&'a self, name: DocumentName<'a>) -> Reply<'a, bool> {
        let found = self.lock().remove(&key(name)).is_some();
        Box::pin(ready(Ok(found)))
    }

    fn sweep(&self, now_ms: i64) -> Reply<'_, u64> {
        let mut documents = self.lock();
        let before = documents.len();
        documents.retain(|_, document| document.is_live(now_ms));
        let gone = before - documents.len();
        Box::pin(ready(Ok(gone as u64)))
    }
}

fn key(name: DocumentName<'_>) -> [String; 3] {
    [name.kind, name.owner, name.id].map(str::to_owned)
}

fn place(document: &Document) -> (i64, &str) {
    (document.created_ms, document.id.as_str())
}
