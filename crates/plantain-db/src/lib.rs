//! The record, in SQLite. SQL and migrations only: the rules live above, the forms in `plantain-store`.

mod keys;
mod sqlite;

pub use sqlite::Sqlite;
