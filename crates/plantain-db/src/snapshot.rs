//! Copies of an SQLite file, made while others use it.

use std::path::Path;

use plantain_store::StoreError;
use rusqlite::{Connection, OpenFlags};

/// Writes a consistent copy of the SQLite file `from` to the new file `to`. Whoever uses the file goes on using it; what they
/// commit meanwhile is not in the copy.
pub fn snapshot(from: &Path, to: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::failed("cannot copy the database", error);
    let connection = open(from).map_err(failed)?;
    let to = to
        .to_str()
        .ok_or_else(|| StoreError::failed("cannot copy the database", "its new path is no text"))?;
    connection.execute("VACUUM INTO ?1", [to]).map_err(failed)?;
    Ok(())
}

/// Reads the whole SQLite file.
///
/// # Errors
/// Damaged, with what SQLite finds wrong with it.
pub fn check(path: &Path) -> Result<(), StoreError> {
    let damaged = |why: String| StoreError::damaged("the database", why);
    let found = open(path).and_then(|connection| {
        connection.query_row("PRAGMA integrity_check(1)", [], |row| {
            row.get::<_, String>(0)
        })
    });
    match found {
        Ok(verdict) if verdict == "ok" => Ok(()),
        Ok(verdict) => Err(damaged(verdict)),
        Err(error) => Err(damaged(error.to_string())),
    }
}

/// Opens a file that is there, and leaves its tables as they are.
fn open(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.busy_timeout(crate::sqlite::BUSY_TIMEOUT)?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Database;
    use plantain_store::Keys;
    use plantain_testkit::suites;

    #[tokio::test]
    async fn a_copy_holds_what_was_committed_while_the_file_is_in_use() {
        let folder = tempfile::tempdir().unwrap();
        let [from, to] = ["a.db", "b.db"].map(|name| folder.path().join(name));
        let used = Database::open(&from).await.unwrap();
        used.insert(&suites::key("key_1", "plt_aaaaaaaa"))
            .await
            .unwrap();
        snapshot(&from, &to).unwrap();
        check(&to).unwrap();
        assert!(snapshot(&from, &to).is_err(), "a copy was written over");
        let copy = Database::open(&to).await.unwrap();
        assert_eq!(copy.list().await.unwrap(), used.list().await.unwrap());
        copy.close().await;

        let bytes = std::fs::read(&to).unwrap();
        std::fs::write(&to, &bytes[..bytes.len() / 2]).unwrap();
        assert!(matches!(check(&to), Err(StoreError::Damaged { .. })));
        std::fs::write(
            &to,
            "not a database at all, but long enough to be read as a header of one, perhaps",
        )
        .unwrap();
        assert!(check(&to).is_err());
        assert!(snapshot(&folder.path().join("none.db"), &folder.path().join("c.db")).is_err());
    }
}
