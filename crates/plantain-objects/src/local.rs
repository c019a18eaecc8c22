//! Files in a folder, two levels deep so that no folder grows too wide.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use plantain_store::{ObjectName, Objects, Reply, StoreError};

/// A folder of files, each named by its content.
#[derive(Debug)]
pub struct LocalFolder {
    root: PathBuf,
    /// Tells the unfinished files of this process apart.
    next_part: AtomicU64,
}

impl LocalFolder {
    /// Opens the folder; it is made when the first file is put.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            next_part: AtomicU64::new(0),
        }
    }

    /// "9f86…" lives in `9f/86/9f86….png`.
    fn path(&self, name: &ObjectName) -> PathBuf {
        let digest = name.digest();
        self.root
            .join(&digest[..2])
            .join(&digest[2..4])
            .join(name.to_string())
    }

    fn part_path(&self, path: &Path) -> PathBuf {
        let part = self.next_part.fetch_add(1, Ordering::Relaxed);
        path.with_extension(format!("{}-{part}.part", std::process::id()))
    }
}

impl Objects for LocalFolder {
    fn put<'a>(&'a self, name: &'a ObjectName, bytes: Bytes) -> Reply<'a, ()> {
        let path = self.path(name);
        let part = self.part_path(&path);
        Box::pin(async move {
            blocking("cannot store the output", move || {
                write_whole(&path, &part, &bytes)
            })
            .await
        })
    }

    fn get<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, Option<Bytes>> {
        let path = self.path(name);
        Box::pin(async move {
            blocking("cannot read the output", move || {
                match std::fs::read(&path) {
                    Ok(bytes) => Ok(Some(Bytes::from(bytes))),
                    Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                    Err(error) => Err(error),
                }
            })
            .await
        })
    }
}

/// Writes beside the file and renames, so that nobody ever reads half of it.
fn write_whole(path: &Path, part: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.exists() {
        return Ok(());
    }
    let folder = path.parent().expect("a file's path has a folder");
    std::fs::create_dir_all(folder)?;
    let written = std::fs::File::create(part).and_then(|mut file| file.write_all(bytes));
    let done = written.and_then(|()| std::fs::rename(part, path));
    if done.is_err() {
        // The file is of no use to anyone; the first error is the one that matters.
        let _ = std::fs::remove_file(part);
    }
    done
}

async fn blocking<T: Send + 'static>(
    what: &'static str,
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(StoreError::failed(what, error)),
        Err(error) => Err(StoreError::failed(what, error)),
    }
}
