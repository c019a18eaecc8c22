//! What is kept, and the verbs for keeping it. Databases and folders implement these traits; nothing here touches one.

mod documents;
mod error;
mod keys;
mod object_name;
mod objects;
mod remote;

use std::pin::Pin;

pub use documents::{Document, DocumentName, DocumentOrder, DocumentPage, Documents};
pub use error::StoreError;
pub use keys::{KeyRecord, Keys, Scope, Scopes};
pub use object_name::{ObjectKind, ObjectName};
pub use objects::{Durability, ObjectReader, ObjectStat, Objects, Pieces, Upload};
pub use remote::{Remote, RemoteError, RemoteReply};

/// What a store answers, later.
pub type Reply<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;
