//! Bringing tables up to date. Each migration is written once; a few words differ between the databases.

use deadpool_postgres::Pool;
use plantain_store::StoreError;
use rusqlite::Connection;

/// A step from one shape of the tables to the next. Steps are never changed once they were released.
struct Migration {
    version: i64,
    name: &'static str,
    sql: &'static str,
}

macro_rules! migrations {
    ($($version:literal $name:literal,)*) => {
        /// Every step, oldest first.
        const MIGRATIONS: &[Migration] = &[$(Migration {
            version: $version,
            name: $name,
            sql: include_str!(concat!("../migrations/", $name, ".sql")),
        }),*];
    };
}

migrations! {
    1 "0001_keys",
    2 "0002_tasks",
    3 "0003_money",
    4 "0004_outbox",
    5 "0005_documents",
    6 "0006_grants",
    7 "0007_audit",
    8 "0008_objects",
    9 "0009_sessions",
    11 "0011_operations",
    12 "0012_alerts",
    13 "0013_no_drawings",
}

/// What stands in a migration for words that differ: (word, SQLite, PostgreSQL).
const WORDS: &[(&str, &str, &str)] = &[
    ("{int}", "INTEGER", "BIGINT"),
    ("{blob}", "BLOB", "BYTEA"),
    (
        "{serial}",
        "INTEGER PRIMARY KEY AUTOINCREMENT",
        "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
    ),
    ("{strict}", " STRICT", ""),
];

/// Where it is written down which steps were taken.
const HISTORY: &str = "CREATE TABLE IF NOT EXISTS migrations (\
    version {int} PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP){strict}";
/// Any number, the same for all: one process migrates at a time.
const LOCK: i64 = 0x706c_616e;

#[derive(Clone, Copy)]
enum Dialect {
    Sqlite,
    Postgres,
}

fn render(sql: &str, dialect: Dialect) -> String {
    WORDS
        .iter()
        .fold(sql.to_owned(), |sql, (word, sqlite, postgres)| {
            let put = match dialect {
                Dialect::Sqlite => sqlite,
                Dialect::Postgres => postgres,
            };
            sql.replace(word, put)
        })
}

/// Returns the steps that are still to be taken, or why this program must not touch the database.
fn missing(applied: &[i64]) -> Result<Vec<&'static Migration>, StoreError> {
    let known = |version: &i64| MIGRATIONS.iter().any(|step| step.version == *version);
    if let Some(newer) = applied.iter().find(|version| !known(version)) {
        return Err(StoreError::failed(
            "cannot use the database",
            format_args!(
                "it was made by a newer Plantain (migration {newer} is not known here); use that version"
            ),
        ));
    }
    let steps = MIGRATIONS.iter();
    Ok(steps
        .filter(|step| !applied.contains(&step.version))
        .collect())
}

/// Migrates the file behind the connection.
pub(crate) fn sqlite(connection: &mut Connection) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| StoreError::failed("cannot migrate the database", error);
    let transaction = connection
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .map_err(failed)?;
    transaction
        .execute_batch(&render(HISTORY, Dialect::Sqlite))
        .map_err(failed)?;
    let applied = {
        let mut statement = transaction
            .prepare("SELECT version FROM migrations")
            .map_err(failed)?;
        let rows = statement.query_map([], |row| row.get(0)).map_err(failed)?;
        rows.collect::<Result<Vec<i64>, _>>().map_err(failed)?
    };
    for step in missing(&applied)? {
        let what = |error| StoreError::failed("cannot migrate the database", at(step, error));
        transaction
            .execute_batch(&render(step.sql, Dialect::Sqlite))
            .map_err(what)?;
        transaction
            .execute(
                "INSERT INTO migrations (version, name) VALUES (?1, ?2)",
                (step.version, step.name),
            )
            .map_err(failed)?;
    }
    transaction.commit().map_err(failed)
}

/// Migrates the server behind the pool; processes that start at once take turns.
pub(crate) async fn postgres(pool: &Pool) -> Result<(), StoreError> {
    let failed =
        |error: tokio_postgres::Error| StoreError::failed("cannot migrate the database", error);
    let mut client = pool
        .get()
        .await
        .map_err(|error| StoreError::unavailable("the database cannot be reached", error))?;
    let transaction = client.transaction().await.map_err(failed)?;
    transaction
        .execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK])
        .await
        .map_err(failed)?;
    transaction
        .batch_execute(&render(HISTORY, Dialect::Postgres))
        .await
        .map_err(failed)?;
    let rows = transaction
        .query("SELECT version FROM migrations", &[])
        .await
        .map_err(failed)?;
    let applied: Vec<i64> = rows.iter().map(|row| row.get(0)).collect();
    for step in missing(&applied)? {
        let what = |error| StoreError::failed("cannot migrate the database", at(step, error));
        transaction
            .batch_execute(&render(step.sql, Dialect::Postgres))
            .await
            .map_err(|error| what(crate::tx::DbError::from(error).cause.to_string()))?;
        transaction
            .execute(
                "INSERT INTO migrations (version, name) VALUES ($1, $2)",
                &[&step.version, &step.name],
            )
            .await
            .map_err(failed)?;
    }
    transaction.commit().await.map_err(failed)
}

fn at(step: &Migration, error: impl std::fmt::Display) -> String {
    format!("{}: {error}", step.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_numbered_in_order_and_named_by_number() {
        let mut last = 0;
        for step in MIGRATIONS {
            assert!(step.version > last, "{}", step.name);
            assert!(step.name.starts_with(&format!("{:04}_", step.version)));
            last = step.version;
        }
    }

    #[test]
    fn a_newer_database_is_left_alone() {
        assert!(missing(&[1]).is_ok());
        let refused = missing(&[1, 9_999]).err().expect("a step from the future");
        assert!(refused.to_string().contains("newer Plantain"));
    }
}
