//! One SQLite file, in write-ahead mode.

use std::path::Path;
use std::time::Duration;

use plantain_store::StoreError;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

/// How long a statement waits for another process that writes.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Connections; readers do not block each other or the writer.
const CONNECTIONS_MAX: u32 = 4;
/// Page cache of a connection, in KiB (negative is SQLite's sign for KiB).
const CACHE_KIB: &str = "-2000";

/// The database of one machine.
#[derive(Debug, Clone)]
pub struct Sqlite {
    pub(crate) pool: SqlitePool,
}

impl Sqlite {
    /// Opens the file, makes it if it is not there, and brings its tables up to date.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .busy_timeout(BUSY_TIMEOUT)
            .pragma("cache_size", CACHE_KIB)
            .foreign_keys(true);
        Self::connect(
            SqlitePoolOptions::new().max_connections(CONNECTIONS_MAX),
            options,
        )
        .await
    }

    /// Opens a database that ends with this value. A real variant, for tests and for servers that keep nothing.
    pub async fn in_memory() -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new().in_memory(true);
        // Each connection to memory is a database of its own, so there is exactly one and it is never closed.
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None);
        Self::connect(pool, options).await
    }

    async fn connect(
        pool: SqlitePoolOptions,
        options: SqliteConnectOptions,
    ) -> Result<Self, StoreError> {
        let pool = pool
            .connect_with(options)
            .await
            .map_err(|error| StoreError::failed("cannot open the database", error))?;
        sqlx::migrate!()
            .run(&pool)
            .await
            .map_err(|error| StoreError::failed("cannot migrate the database", error))?;
        Ok(Self { pool })
    }

    /// Writes everything out and closes the file.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}
