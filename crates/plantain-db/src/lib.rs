//! The record, in SQLite. SQL and migrations only: the rules live above, the forms in `plantain-store`.

mod documents;
mod keys;
mod sqlite;

pub use documents::MemoryDocuments;
pub use sqlite::Sqlite;
