//! One SQLite file in write-ahead mode. A single thread writes and commits what waits in groups: one wait for the disk
//! serves everybody who stood in the queue. Readers have connections of their own and never block it.

mod log;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use plantain_store::{Durability, StoreError};
use rusqlite::{Connection, OpenFlags};
use tokio::sync::oneshot;

use self::log::Log;
use self::writer::{Message, Writer};
use crate::migrate;
use crate::tx::{DbError, SqliteSession, Tx, of_sqlite};
use crate::{Done, Op};

/// How long a statement waits for another process that writes.
pub(crate) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Statements that a connection keeps prepared.
const STATEMENTS_MAX: usize = 128;
/// Connections that are kept for readers.
const READERS_MAX: usize = 4;

/// The database of one machine.
pub(crate) struct Sqlite {
    jobs: Sender<Message>,
    readers: Option<Arc<Readers>>,
    path: Option<PathBuf>,
}

/// Connections that read; more are opened when all are busy.
struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<SqliteSession>>,
}

impl Sqlite {
    /// Opens the file, makes it if it is not there, and brings its tables up to date.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let connection = connect(path).map_err(cannot_open)?;
        let readers = Readers {
            path: path.to_owned(),
            idle: Mutex::default(),
        };
        Self::start(connection, Some(Arc::new(readers)), Some(path.to_owned()))
    }

    /// Opens a database that ends with this value.
    pub fn in_memory() -> Result<Self, StoreError> {
        let connection = Connection::open_in_memory().map_err(cannot_open)?;
        Self::start(connection, None, None)
    }

    fn start(
        connection: Connection,
        readers: Option<Arc<Readers>>,
        path: Option<PathBuf>,
    ) -> Result<Self, StoreError> {
        let mut session = session(connection);
        migrate::sqlite(&mut session.connection)?;
        let log = path
            .as_deref()
            .map(|path| Log::of(path, &mut session.connection));
        let log = log.transpose().map_err(cannot_open)?;
        let (jobs, waiting) = channel();
        std::thread::Builder::new()
            .name("plantain-db".into())
            .spawn(move || Writer::new(session, log).run(&waiting))
            .map_err(|error| StoreError::failed("cannot start the database's thread", error))?;
        Ok(Self {
            jobs,
            readers,
            path,
        })
    }

    /// Returns where the file is; none in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    pub async fn write<T: Send + 'static>(
        &self,
        durability: Durability,
        op: Op<T>,
    ) -> Result<T, StoreError> {
        let (message, answer) = Message::job(durability, op);
        self.jobs.send(message).map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }

    pub async fn read<T: Send + 'static>(&self, op: Op<T>) -> Result<T, StoreError> {
        let Some(readers) = self.readers.clone() else {
            // Memory belongs to one connection.
            return self.write(Durability::Soon, op).await;
        };
        let read = tokio::task::spawn_blocking(move || readers.read(&op));
        read.await
            .map_err(|error| StoreError::failed("the database's reader", error))?
    }

    /// Runs an operation of one statement here and now.
    pub async fn look_up<T: Send + 'static>(&self, op: Op<T>) -> Result<T, StoreError> {
        match &self.readers {
            Some(readers) => readers.look_up(&op),
            None => self.write(Durability::Soon, op).await,
        }
    }

    /// Writes everything out and closes the file.
    pub async fn close(&self) {
        let (closed, done) = oneshot::channel();
        if self.jobs.send(Message::Close(closed)).is_ok() {
            // A writer that is gone has closed already.
            let _ = done.await;
        }
    }
}

impl Readers {
    /// Runs an operation that sees one state of the database from its begin to its end.
    fn read<T>(&self, op: &Op<T>) -> Result<T, StoreError> {
        self.with(|session| within(session, "BEGIN", op))
    }

    /// Runs an operation of one statement, which is a transaction by itself.
    fn look_up<T>(&self, op: &Op<T>) -> Result<T, StoreError> {
        self.with(|session| match run(session, op) {
            Ok(Done::Keep(value) | Done::Undo(value)) => Ok(value),
            Err(error) => Err(error.cause),
        })
    }

    /// Lends a connection; one that failed is not used again.
    fn with<T>(
        &self,
        work: impl FnOnce(&mut SqliteSession) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let idle = self.idle().pop();
        let mut session = match idle {
            Some(session) => session,
            None => session(connect(&self.path).map_err(cannot_open)?),
        };
        let done = work(&mut session)?;
        let mut idle = self.idle();
        if idle.len() < READERS_MAX {
            idle.push(session);
        }
        Ok(done)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<SqliteSession>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs one operation in a transaction of its own.
fn within<T>(session: &mut SqliteSession, begin: &str, op: &Op<T>) -> Result<T, StoreError> {
    let batch = |session: &SqliteSession, sql: &str| {
        session.connection.execute_batch(sql).map_err(DbError::from)
    };
    batch(session, begin)?;
    match run(session, op) {
        Ok(Done::Keep(value)) => {
            batch(session, "COMMIT")?;
            Ok(value)
        }
        Ok(Done::Undo(value)) => {
            batch(session, "ROLLBACK")?;
            Ok(value)
        }
        Err(error) => {
            batch(session, "ROLLBACK")?;
            Err(error.cause)
        }
    }
}

/// Runs an operation to its end; nothing in it waits, since SQLite answers at once.
fn run<T>(session: &mut SqliteSession, op: &Op<T>) -> Result<Done<T>, DbError> {
    let mut tx = Tx::sqlite(session);
    op(&mut tx).now_or_never().unwrap_or_else(|| {
        Err(DbError::new(
            false,
            "an operation waited for something else",
        ))
    })
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags).and_then(|connection| {
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -2000; \
             PRAGMA temp_store = MEMORY;",
        )?;
        Ok(connection)
    })
}

fn session(connection: Connection) -> SqliteSession {
    connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    SqliteSession::new(connection)
}

fn cannot_open(error: rusqlite::Error) -> StoreError {
    of_sqlite("cannot open the database", &error)
}

fn closed() -> StoreError {
    StoreError::failed("the database", "it is closed")
}
