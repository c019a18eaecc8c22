//! Documents: what a protocol has to find again by an id that it gave out, such as responses, interactions and the
//! records of uploaded files. What stands in one is known to its protocol only.

use plantain_core::Id;

use crate::Reply;

/// A document with what it is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Whose form it has: protocol and noun, parted by a point ("openai.response").
    pub kind: String,
    /// Unique within kind and owner.
    pub id: Id,
    /// Who may find it: the id of a key, or what callers without one are called.
    pub owner: String,
    /// Unix milliseconds.
    pub created_ms: i64,
    /// Unix milliseconds from which on it is not found any more; none: it is kept.
    pub expires_ms: Option<i64>,
    /// An object in the protocol's own form.
    pub body_json: String,
}

impl Document {
    pub fn name(&self) -> DocumentName<'_> {
        DocumentName {
            kind: &self.kind,
            owner: &self.owner,
            id: self.id.as_str(),
        }
    }

    /// Whether it may still be found at `now_ms`.
    pub fn is_live(&self, now_ms: i64) -> bool {
        self.expires_ms.is_none_or(|expires| now_ms < expires)
    }
}

/// What a document is found by. Another owner's document is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentName<'a> {
    pub kind: &'a str,
    pub owner: &'a str,
    pub id: &'a str,
}

/// A part of the documents of one kind and owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentPage<'a> {
    pub kind: &'a str,
    pub owner: &'a str,
    pub order: DocumentOrder,
    /// Time of making (Unix milliseconds) and id of the document after which the page begins; it need not be there any
    /// more. None: from the start.
    pub after: Option<(i64, &'a str)>,
    /// Most documents.
    pub limit: u32,
}

/// By time of making, then by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentOrder {
    OldestFirst,
    NewestFirst,
}

/// Where documents are kept.
pub trait Documents: Send + Sync {
    /// Stores the document, in place of the one with its name if there is one.
    fn put<'a>(&'a self, document: &'a Document) -> Reply<'a, ()>;

    /// Returns the document if it is there and live at `now_ms`.
    fn get<'a>(&'a self, name: DocumentName<'a>, now_ms: i64) -> Reply<'a, Option<Document>>;

    /// Returns the documents of a page that are live at `now_ms`, in its order.
    fn list<'a>(&'a self, page: DocumentPage<'a>, now_ms: i64) -> Reply<'a, Vec<Document>>;

    /// Forgets the document; false when it was not there.
    fn delete<'a>(&'a self, name: DocumentName<'a>) -> Reply<'a, bool>;

    /// Forgets all documents of an owner; returns how many.
    fn forget<'a>(&'a self, owner: &'a str) -> Reply<'a, u64>;

    /// Forgets what is not live any more at `now_ms`; returns how many documents that were.
    fn sweep(&self, now_ms: i64) -> Reply<'_, u64>;
}
