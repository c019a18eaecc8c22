//! The write-ahead log. What is committed stands there first and has to be copied into the file itself some time, which waits
//! for the disk. SQLite does that in the middle of whichever commit fills a thousand pages, and everybody who writes waits;
//! here a thread beside the writer copies, and the writer goes on.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::thread::{self, JoinHandle};

use rusqlite::Connection;

/// Pages (4 KiB) that may wait to be copied.
const UNCOPIED_MAX: u32 = 1_000;
/// Pages from which the writer sees to it that the log starts anew. Who writes without a pause outruns the copying, and the
/// log would grow for ever; little is left to copy by then.
const LOG_MAX: u32 = 16_384;

/// What the writer knows of its log.
pub(super) struct Log {
    path: PathBuf,
    pages: Arc<Pages>,
    /// Pages from which it is to start anew.
    max: u32,
    /// Size of the log when the writer last saw to that.
    tried: u32,
    copier: Option<Copier>,
}

#[derive(Default)]
struct Pages {
    /// In the log since it was begun.
    logged: AtomicU32,
    /// Those that stand in the file as well.
    copied: AtomicU32,
}

/// The thread that copies. It ends with this value.
struct Copier {
    bell: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Log {
    /// Takes over the care for the log of the connection that writes.
    pub fn of(path: &Path, writer: &mut Connection) -> rusqlite::Result<Self> {
        let pages = Arc::new(Pages::default());
        let seen = Arc::clone(&pages);
        // In place of SQLite's own copying, which is a hook of this kind.
        writer.wal_hook(Some(move |_: &mut rusqlite::hooks::Wal, logged: i32| {
            seen.logged.store(logged.unsigned_abs(), Ordering::Relaxed);
            Ok(())
        }))?;
        Ok(Self {
            path: path.to_owned(),
            pages,
            max: LOG_MAX,
            tried: 0,
            copier: None,
        })
    }

    /// To be called between the writer's transactions.
    pub fn tend(&mut self, writer: &Connection) {
        let logged = self.pages.logged.load(Ordering::Relaxed);
        if logged < self.pages.copied.load(Ordering::Relaxed) {
            // It was begun anew.
            self.pages.copied.store(0, Ordering::Relaxed);
            self.tried = 0;
        }
        let uncopied = logged.saturating_sub(self.pages.copied.load(Ordering::Relaxed));
        if logged >= self.max {
            // When nobody reads an older state, the next change starts the log anew. Who does may read for long; the copier
            // is soon at its end.
            if logged >= self.tried + UNCOPIED_MAX && copy(writer, &self.pages) {
                self.tried = logged;
            }
        } else if uncopied >= UNCOPIED_MAX {
            let copier = self
                .copier
                .get_or_insert_with(|| Copier::start(&self.path, &self.pages));
            if !copier.ring() {
                copy(writer, &self.pages);
            }
        }
    }
}

impl Copier {
    fn start(path: &Path, pages: &Arc<Pages>) -> Self {
        let (bell, rings) = sync_channel(1);
        let (path, pages) = (path.to_owned(), Arc::clone(pages));
        let copying = move || match super::connect(&path) {
            Ok(connection) => {
                for () in rings {
                    copy(&connection, &pages);
                }
            }
            Err(error) => tracing::warn!(%error, "the database's log is copied by its writer"),
        };
        let thread = thread::Builder::new().name("plantain-wal".into());
        Self {
            bell: Some(bell),
            thread: thread.spawn(copying).ok(),
        }
    }

    /// Asks for what was logged to be copied; false when there is nobody who could.
    fn ring(&self) -> bool {
        let bell = self.bell.as_ref();
        // One that has rung and was not heard yet is enough.
        bell.is_some_and(|bell| !matches!(bell.try_send(()), Err(TrySendError::Disconnected(()))))
    }
}

impl Drop for Copier {
    fn drop(&mut self) {
        drop(self.bell.take());
        if let Some(thread) = self.thread.take() {
            // Whatever stopped it has been said.
            let _ = thread.join();
        }
    }
}

/// Copies what nobody needs in the log alone, without waiting for readers; false when somebody else is copying.
fn copy(connection: &Connection, pages: &Pages) -> bool {
    let copied = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", (), |row| {
        let busy: bool = row.get(0)?;
        Ok(if busy { None } else { Some(row.get(2)?) })
    });
    match copied {
        Ok(Some(copied)) => pages.copied.store(copied, Ordering::Relaxed),
        Ok(None) => return false,
        // Nothing is lost: it stays in the log.
        Err(error) => tracing::warn!(%error, "the database's log cannot be copied into its file"),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A change fills a hundred pages and more.
    const CHANGE: &str = "INSERT INTO t VALUES (zeroblob(409600))";

    #[test]
    fn the_log_does_not_grow_for_ever_and_is_put_away_in_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let file = folder.path().join("a.db-wal");
        let mut writer = super::super::connect(&path).unwrap();
        writer.execute_batch("CREATE TABLE t (b BLOB)").unwrap();
        let mut log = Log::of(&path, &mut writer).unwrap();
        log.max = 2_000;
        let mut longest = 0;
        for _ in 0..200 {
            writer.execute(CHANGE, ()).unwrap();
            log.tend(&writer);
            longest = longest.max(log.pages.logged.load(Ordering::Relaxed));
        }
        // Of twenty thousand. How far it gets while a copier is at work is up to the disk.
        assert!(longest < 10_000, "{longest}");
        drop(log);
        drop(writer);
        assert!(!file.exists());
        let again = super::super::connect(&path).unwrap();
        let count = again.query_row("SELECT count(*) FROM t", (), |row| row.get(0));
        assert_eq!(count, Ok(200));
    }

    #[test]
    fn who_reads_an_old_state_keeps_the_log_and_stops_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut writer = super::super::connect(&path).unwrap();
        writer.execute_batch("CREATE TABLE t (b BLOB)").unwrap();
        let mut log = Log::of(&path, &mut writer).unwrap();
        let reader = super::super::connect(&path).unwrap();
        let count = |of: &Connection| -> i64 {
            of.query_row("SELECT count(*) FROM t", (), |row| row.get(0))
                .unwrap()
        };
        reader.execute_batch("BEGIN").unwrap();
        assert_eq!(count(&reader), 0);
        for _ in 0..20 {
            writer.execute(CHANGE, ()).unwrap();
            log.tend(&writer);
        }
        assert_eq!((count(&reader), count(&writer)), (0, 20));
        reader.execute_batch("COMMIT").unwrap();
        assert_eq!(count(&reader), 20);
    }
}
