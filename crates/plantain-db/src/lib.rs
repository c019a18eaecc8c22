//! The record, in SQLite or PostgreSQL. SQL and migrations only: the rules live above, the forms in `plantain-store`.
//!
//! Each verb of the store is one operation in one transaction, written once for both databases (`verbs/`). [`Database`]
//! runs it: SQLite in the one thread that writes, PostgreSQL on a connection of a pool.

mod migrate;
mod postgres;
mod snapshot;
mod sqlite;
mod tx;
mod value;
mod verbs;

use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;

use plantain_store::{Durability, Signal, StoreError};
use tokio::sync::broadcast;

use crate::postgres::Postgres;
use crate::sqlite::Sqlite;
use crate::tx::{DbError, Tx};

pub use crate::snapshot::{check, snapshot};

/// News that may wait unheard in a process; who falls behind looks for itself.
const SIGNALS_MAX: usize = 1024;

/// What is done in one transaction. It may be run again when it lost against another one.
pub(crate) type Op<T> =
    Arc<dyn for<'t, 'c> Fn(&'t mut Tx<'c>) -> OpFuture<'t, T> + Send + Sync + 'static>;
pub(crate) type OpFuture<'t, T> =
    Pin<Box<dyn Future<Output = Result<Done<T>, DbError>> + Send + 't>>;

/// How an operation ended.
pub(crate) enum Done<T> {
    /// Its changes stay.
    Keep(T),
    /// It has an answer, but nothing is changed.
    Undo(T),
}

/// The record of one machine or of many.
#[derive(Clone)]
pub struct Database {
    backend: Arc<Backend>,
    signals: broadcast::Sender<Signal>,
}

enum Backend {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Database {
    /// Opens the SQLite file, makes it if it is not there, and brings its tables up to date.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let path = path.to_owned();
        let opened = tokio::task::spawn_blocking(move || Sqlite::open(&path));
        let sqlite = opened
            .await
            .map_err(|error| StoreError::failed("cannot open the database", error))??;
        Ok(Self::over(Backend::Sqlite(sqlite)))
    }

    /// Opens a database that ends with this value. A real variant, for tests and for servers that keep nothing.
    pub async fn in_memory() -> Result<Self, StoreError> {
        Ok(Self::over(Backend::Sqlite(Sqlite::in_memory()?)))
    }

    /// Connects to PostgreSQL ("postgres://user:password@host/database") and brings its tables up to date.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        let (signals, _) = broadcast::channel(SIGNALS_MAX);
        let postgres = Postgres::open(url, signals.clone()).await?;
        Ok(Self {
            backend: Arc::new(Backend::Postgres(postgres)),
            signals,
        })
    }

    fn over(backend: Backend) -> Self {
        Self {
            backend: Arc::new(backend),
            signals: broadcast::channel(SIGNALS_MAX).0,
        }
    }

    /// Returns the name of the database in use.
    pub fn kind(&self) -> &'static str {
        match &*self.backend {
            Backend::Sqlite(_) => "sqlite",
            Backend::Postgres(_) => "postgres",
        }
    }

    /// Returns where the SQLite file is; none in memory and for PostgreSQL.
    pub fn path(&self) -> Option<&Path> {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.path(),
            Backend::Postgres(_) => None,
        }
    }

    /// Writes everything out and closes.
    pub async fn close(&self) {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.close().await,
            Backend::Postgres(postgres) => postgres.close(),
        }
    }

    /// Runs an operation that changes something.
    pub(crate) async fn write<T, F>(&self, durability: Durability, op: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'t, 'c> Fn(&'t mut Tx<'c>) -> OpFuture<'t, T> + Send + Sync + 'static,
    {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.write(durability, Arc::new(op)).await,
            Backend::Postgres(postgres) => postgres.write(durability, Arc::new(op)).await,
        }
    }

    /// Runs an operation that only looks.
    pub(crate) async fn read<T, F>(&self, op: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'t, 'c> Fn(&'t mut Tx<'c>) -> OpFuture<'t, T> + Send + Sync + 'static,
    {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.read(Arc::new(op)).await,
            Backend::Postgres(postgres) => postgres.read(Arc::new(op)).await,
        }
    }

    /// Runs an operation of one statement that finds a row by its key. It is over before handing it to another thread would
    /// be.
    pub(crate) async fn look_up<T, F>(&self, op: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'t, 'c> Fn(&'t mut Tx<'c>) -> OpFuture<'t, T> + Send + Sync + 'static,
    {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.look_up(Arc::new(op)).await,
            Backend::Postgres(postgres) => postgres.look_up(Arc::new(op)).await,
        }
    }

    /// Tells everybody who listens, in other processes too where the database carries news.
    pub(crate) fn announce(&self, signal: Signal) {
        match &*self.backend {
            // Nobody listening is no fault.
            Backend::Sqlite(_) => drop(self.signals.send(signal)),
            Backend::Postgres(postgres) => postgres.announce(signal),
        }
    }

    /// Returns the news from now on.
    pub(crate) fn listen(&self) -> broadcast::Receiver<Signal> {
        self.signals.subscribe()
    }
}
