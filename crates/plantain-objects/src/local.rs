//! Files in a folder, two levels deep so that no folder grows too wide.

mod part;
mod walk;

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use bytes::Bytes;
use futures_util::stream;
use plantain_store::{
    Durability, ObjectKind, ObjectName, ObjectReader, ObjectStat, Objects, Pieces, Reply,
    StoreError, Upload,
};

use crate::clock::unix_ms;
use crate::local::part::{LocalUpload, Part};

/// Bytes that are read from the disk at once.
const PIECE_BYTES: u64 = 256 << 10;
/// Folder of files that are not finished, or about to go.
const PARTS: &str = "parts";
const CANNOT_STORE: &str = "cannot store the file";
const CANNOT_READ: &str = "cannot read the file";
const CANNOT_LIST: &str = "cannot list the stored files";
const CANNOT_DELETE: &str = "cannot delete the file";

/// A folder of files, each named by its content.
#[derive(Debug, Clone)]
pub struct LocalFolder {
    shelf: Arc<Shelf>,
}

/// Where things are in the folder.
#[derive(Debug)]
struct Shelf {
    root: PathBuf,
    /// Tells the unfinished files of this process apart.
    next_part: AtomicU64,
}

impl LocalFolder {
    /// Opens the folder; it is made when the first file is put.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        let root = root.into();
        Self {
            shelf: Arc::new(Shelf {
                root,
                next_part: AtomicU64::new(0),
            }),
        }
    }

    /// Removes what writers left behind when they were killed; returns how many files. Writers at work are told by their
    /// files being younger than `touched_before_ms`.
    pub async fn remove_stale_parts(&self, touched_before_ms: i64) -> Result<usize, StoreError> {
        let folder = self.shelf.root.join(PARTS);
        blocking(CANNOT_DELETE, move || {
            part::remove_stale(&folder, touched_before_ms)
        })
        .await
    }
}

impl Shelf {
    /// "9f86…" lives in `9f/86/9f86….png`.
    fn path(&self, name: &ObjectName) -> PathBuf {
        let digest = name.digest();
        self.root
            .join(&digest[..2])
            .join(&digest[2..4])
            .join(name.to_string())
    }

    /// Returns a path that nobody else uses, in the same file system as the files.
    fn part_path(&self) -> PathBuf {
        let part = self.next_part.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}-{part}.part", std::process::id());
        self.root.join(PARTS).join(name)
    }

    fn put(&self, name: &ObjectName, bytes: &[u8], durability: Durability) -> io::Result<()> {
        let path = self.path(name);
        if renew(&path, bytes.len() as u64, durability) {
            return Ok(());
        }
        let mut part = Part::create(self.part_path())?;
        part.file.write_all(bytes)?;
        part.keep_as(&path, &self.root, durability)
    }

    fn read(
        &self,
        name: &ObjectName,
        range: Option<Range<u64>>,
    ) -> io::Result<Option<ObjectReader>> {
        let Some(mut file) = there(File::open(self.path(name)))? else {
            return Ok(None);
        };
        let stat = stat_of(&file.metadata()?)?;
        let range = range.unwrap_or(0..stat.size_bytes);
        let end = range.end.min(stat.size_bytes);
        let range = range.start.min(end)..end;
        if range.start > 0 {
            file.seek(SeekFrom::Start(range.start))?;
        }
        let left = range.end - range.start;
        let pieces = if left <= PIECE_BYTES {
            let piece = read_piece(&mut file, left)?;
            Box::pin(stream::once(async { Ok(piece) })) as Pieces
        } else {
            pieces(file, left)
        };
        Ok(Some(ObjectReader {
            stat,
            range,
            pieces,
        }))
    }

    /// Takes the file away under another name before looking at its age for good: whoever puts the same file meanwhile either
    /// renewed it before, which its age shows, or finds it gone and writes it anew.
    fn delete(&self, name: &ObjectName, stored_before_ms: i64) -> io::Result<bool> {
        let path = self.path(name);
        let is_old = |metadata: &Metadata| -> io::Result<bool> {
            Ok(stat_of(metadata)?.stored_ms < stored_before_ms)
        };
        match there(fs::metadata(&path))? {
            Some(metadata) if is_old(&metadata)? => {}
            _ => return Ok(false),
        }
        let aside = self.part_path();
        part::make_folder_of(&aside)?;
        if there(fs::rename(&path, &aside))?.is_none() {
            return Ok(false);
        }
        if is_old(&fs::metadata(&aside)?)? {
            fs::remove_file(&aside)?;
            Ok(true)
        } else {
            fs::rename(&aside, &path)?;
            Ok(false)
        }
    }
}

impl Objects for LocalFolder {
    fn put<'a>(
        &'a self,
        name: &'a ObjectName,
        bytes: Bytes,
        durability: Durability,
    ) -> Reply<'a, ()> {
        let (shelf, name) = (Arc::clone(&self.shelf), name.clone());
        Box::pin(blocking(CANNOT_STORE, move || {
            shelf.put(&name, &bytes, durability)
        }))
    }

    fn upload(
        &self,
        kind: ObjectKind,
        size_bytes_max: u64,
        durability: Durability,
    ) -> Reply<'_, Box<dyn Upload>> {
        let shelf = Arc::clone(&self.shelf);
        Box::pin(async move {
            let path = shelf.part_path();
            let part = blocking(CANNOT_STORE, move || Part::create(path)).await?;
            let upload = LocalUpload::new(shelf, part, kind, size_bytes_max, durability);
            Ok(Box::new(upload) as Box<dyn Upload>)
        })
    }

    fn get<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, Option<Bytes>> {
        let path = self.shelf.path(name);
        Box::pin(blocking(CANNOT_READ, move || {
            Ok(there(fs::read(path))?.map(Bytes::from))
        }))
    }

    fn read<'a>(
        &'a self,
        name: &'a ObjectName,
        range: Option<Range<u64>>,
    ) -> Reply<'a, Option<ObjectReader>> {
        let (shelf, name) = (Arc::clone(&self.shelf), name.clone());
        Box::pin(blocking(CANNOT_READ, move || shelf.read(&name, range)))
    }

    fn stat<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, Option<ObjectStat>> {
        let path = self.shelf.path(name);
        Box::pin(blocking(CANNOT_READ, move || {
            let metadata = there(fs::metadata(path))?;
            metadata.map(|metadata| stat_of(&metadata)).transpose()
        }))
    }

    fn list<'a>(
        &'a self,
        after: Option<&'a ObjectName>,
        limit: usize,
    ) -> Reply<'a, Vec<(ObjectName, ObjectStat)>> {
        let (shelf, after) = (Arc::clone(&self.shelf), after.cloned());
        Box::pin(blocking(CANNOT_LIST, move || {
            walk::list(&shelf.root, after.as_ref(), limit)
        }))
    }

    fn delete<'a>(&'a self, name: &'a ObjectName, stored_before_ms: i64) -> Reply<'a, bool> {
        let (shelf, name) = (Arc::clone(&self.shelf), name.clone());
        Box::pin(blocking(CANNOT_DELETE, move || {
            shelf.delete(&name, stored_before_ms)
        }))
    }
}

/// Marks a file that is there as put just now; false when it has to be written. One of another size was cut off by a loss of
/// power.
fn renew(path: &Path, size_bytes: u64, durability: Durability) -> bool {
    let renewed = || -> io::Result<bool> {
        let file = File::open(path)?;
        if file.metadata()?.len() != size_bytes {
            return Ok(false);
        }
        file.set_modified(SystemTime::now())?;
        if durability == Durability::Disk {
            file.sync_all()?;
        }
        // Whoever deletes it takes it away before looking at its age, so a file that is still there has been seen as new.
        path.try_exists()
    };
    // Why it could not be renewed does not matter: writing it is the remedy, and says what is wrong if that fails too.
    renewed().unwrap_or(false)
}

/// A file that is not there is an answer, not an error.
fn there<T>(done: io::Result<T>) -> io::Result<Option<T>> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn stat_of(metadata: &Metadata) -> io::Result<ObjectStat> {
    Ok(ObjectStat {
        size_bytes: metadata.len(),
        stored_ms: unix_ms(metadata.modified()?),
    })
}

/// Returns the next `left` bytes piece by piece.
fn pieces(file: File, left: u64) -> Pieces {
    Box::pin(stream::try_unfold(
        (file, left),
        |(mut file, left)| async move {
            if left == 0 {
                return Ok(None);
            }
            let size = left.min(PIECE_BYTES);
            let (file, piece) = blocking(CANNOT_READ, move || {
                let piece = read_piece(&mut file, size)?;
                Ok((file, piece))
            })
            .await?;
            Ok(Some((piece, (file, left - size))))
        },
    ))
}

fn read_piece(file: &mut File, size_bytes: u64) -> io::Result<Bytes> {
    // At most one piece, which fits.
    let mut piece = vec![0; size_bytes as usize];
    file.read_exact(&mut piece)?;
    Ok(Bytes::from(piece))
}

/// Does what waits for the disk on a thread that may wait.
pub(crate) async fn blocking<T: Send + 'static>(
    what: &'static str,
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => Ok(done),
        // The disk is full, away or not ours; none of it is the fault of the task that needs it.
        Ok(Err(error)) => Err(StoreError::unavailable(what, error)),
        Err(error) => Err(StoreError::failed(what, error)),
    }
}
