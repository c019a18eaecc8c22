//! A transaction under way, in whichever database it is. Statements are written once: `$1` stands for the first value,
//! truth is 0 or 1, and what the dialects lack in common is asked for by name.

use std::collections::HashMap;

use deadpool_postgres::ClientWrapper;
use futures_util::future::join;
use futures_util::{StreamExt, pin_mut};
use plantain_store::StoreError;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;

use crate::value::{Row, Value};

/// A transaction. Everything done in it happens or nothing.
pub(crate) struct Tx<'c> {
    inner: Inner<'c>,
}

enum Inner<'c> {
    Sqlite(&'c mut SqliteSession),
    Postgres(PostgresLink<'c>),
}

/// A connection to PostgreSQL.
struct PostgresLink<'c> {
    client: &'c ClientWrapper,
    /// The transaction begins with the next statement.
    begins: bool,
}

impl PostgresLink<'_> {
    /// Runs a statement. The first one of a transaction travels together with its begin.
    async fn run<T>(
        &mut self,
        statement: impl Future<Output = Result<T, tokio_postgres::Error>>,
    ) -> Result<T, DbError> {
        if !std::mem::take(&mut self.begins) {
            return Ok(statement.await?);
        }
        let (begun, done) = join(self.client.batch_execute("BEGIN"), statement).await;
        begun?;
        Ok(done?)
    }
}

/// A connection to SQLite with the texts of its statements.
pub(crate) struct SqliteSession {
    pub connection: rusqlite::Connection,
    /// Statement as we write it → as SQLite counts its parameters (`?1`).
    texts: HashMap<String, String>,
}

impl SqliteSession {
    pub fn new(connection: rusqlite::Connection) -> Self {
        Self {
            connection,
            texts: HashMap::new(),
        }
    }

    fn prepare(&mut self, sql: &str) -> rusqlite::Result<rusqlite::CachedStatement<'_>> {
        if !self.texts.contains_key(sql) {
            self.texts.insert(sql.to_owned(), sql.replace('$', "?"));
        }
        self.connection.prepare_cached(&self.texts[sql])
    }
}

impl<'c> Tx<'c> {
    pub fn sqlite(session: &'c mut SqliteSession) -> Self {
        Self {
            inner: Inner::Sqlite(session),
        }
    }

    /// Each statement is a transaction by itself.
    pub fn postgres(client: &'c ClientWrapper) -> Self {
        let begins = false;
        Self {
            inner: Inner::Postgres(PostgresLink { client, begins }),
        }
    }

    /// All statements are one transaction, which whoever calls this has to end if [`Tx::has_begun`].
    pub fn postgres_whole(client: &'c ClientWrapper) -> Self {
        let begins = true;
        Self {
            inner: Inner::Postgres(PostgresLink { client, begins }),
        }
    }

    /// Whether a transaction was begun that has to be ended.
    pub fn has_begun(&self) -> bool {
        match &self.inner {
            Inner::Sqlite(_) => true,
            Inner::Postgres(link) => !link.begins,
        }
    }

    /// Ends a `SELECT` whose rows are going to be changed, so that nobody else changes them first.
    /// SQLite has one writer and needs no words for it.
    pub fn for_update(&self) -> &'static str {
        match self.inner {
            Inner::Sqlite(_) => "",
            Inner::Postgres(_) => " FOR UPDATE",
        }
    }

    /// As [`Tx::for_update`], passing over rows that somebody else is changing.
    pub fn for_update_skip_locked(&self) -> &'static str {
        match self.inner {
            Inner::Sqlite(_) => "",
            Inner::Postgres(_) => " FOR UPDATE SKIP LOCKED",
        }
    }

    /// Runs a statement and returns how many rows it changed.
    pub async fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, DbError> {
        match &mut self.inner {
            Inner::Sqlite(session) => {
                let mut statement = session.prepare(sql)?;
                let changed = statement.execute(rusqlite::params_from_iter(values))?;
                Ok(changed as u64)
            }
            Inner::Postgres(link) => {
                let client = link.client;
                let running = async {
                    let statement = client.prepare_cached(sql).await?;
                    client.execute_raw(&statement, values).await
                };
                link.run(running).await
            }
        }
    }

    /// Runs a statement and returns its rows.
    pub async fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, DbError> {
        match &mut self.inner {
            Inner::Sqlite(session) => {
                let mut statement = session.prepare(sql)?;
                let columns = statement.column_count();
                let rows = statement.query_map(rusqlite::params_from_iter(values), |row| {
                    let values: rusqlite::Result<Vec<_>> = (0..columns)
                        .map(|at| Ok(from_sqlite(row.get_ref(at)?)))
                        .collect();
                    values.map(Row::new)
                })?;
                Ok(rows.collect::<Result<_, _>>()?)
            }
            Inner::Postgres(link) => {
                let client = link.client;
                let running = async {
                    let statement = client.prepare_cached(sql).await?;
                    let values = values.iter().map(|value| value as &(dyn ToSql + Sync));
                    let rows = client.query_raw(&statement, values).await?;
                    pin_mut!(rows);
                    let mut all = Vec::new();
                    while let Some(row) = rows.next().await {
                        let row = row?;
                        let values = (0..row.len()).map(|at| row.try_get(at));
                        all.push(Row::new(values.collect::<Result<_, _>>()?));
                    }
                    Ok(all)
                };
                link.run(running).await
            }
        }
    }

    /// Runs a statement and returns its first row.
    pub async fn row(&mut self, sql: &str, values: &[Value]) -> Result<Option<Row>, DbError> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }
}

fn from_sqlite(value: rusqlite::types::ValueRef<'_>) -> Value {
    use rusqlite::types::ValueRef;
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(value) => Value::Int(value),
        // No column of ours holds fractions; a damaged one is found when it is read.
        ValueRef::Real(_) => Value::Null,
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    }
}

/// Why a statement failed.
#[derive(Debug)]
pub(crate) struct DbError {
    /// The transaction lost against another one: the same again may succeed.
    pub again: bool,
    pub cause: StoreError,
}

impl DbError {
    pub fn new(again: bool, cause: impl std::fmt::Display) -> Self {
        Self {
            again,
            cause: StoreError::failed("the database", cause),
        }
    }
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        Self {
            again: false,
            cause: of_sqlite("the database", &error),
        }
    }
}

/// Returns the error of SQLite: one that can pass where somebody else holds the file, or the disk is full or away.
pub(crate) fn of_sqlite(what: &'static str, error: &rusqlite::Error) -> StoreError {
    use rusqlite::ErrorCode;
    let passing = matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
                | ErrorCode::ReadOnly
        )
    );
    match passing {
        true => StoreError::unavailable(what, error),
        false => StoreError::failed(what, error),
    }
}

impl From<tokio_postgres::Error> for DbError {
    fn from(error: tokio_postgres::Error) -> Self {
        let lost = [
            &SqlState::T_R_SERIALIZATION_FAILURE,
            &SqlState::T_R_DEADLOCK_DETECTED,
        ];
        let again = error.code().is_some_and(|code| lost.contains(&code));
        // The error alone says "db error"; the database's own words stand behind it.
        let cause = match error.as_db_error() {
            Some(db) => db.to_string(),
            None => match std::error::Error::source(&error) {
                Some(source) => format!("{error}: {source}"),
                None => error.to_string(),
            },
        };
        // A connection that broke, or a server that is going down or coming up.
        let away = error.is_closed()
            || error.as_db_error().is_none()
            || error.code().is_some_and(|code| {
                let class = code.code().get(..2);
                matches!(class, Some("08" | "53" | "57" | "58"))
            });
        Self {
            again,
            cause: match away {
                true => StoreError::unavailable("the database", cause),
                false => StoreError::failed("the database", cause),
            },
        }
    }
}

impl From<StoreError> for DbError {
    fn from(cause: StoreError) -> Self {
        Self {
            again: false,
            cause,
        }
    }
}

impl From<DbError> for StoreError {
    fn from(error: DbError) -> Self {
        error.cause
    }
}
