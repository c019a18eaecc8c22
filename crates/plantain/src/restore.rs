//! `plantain restore`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use flate2::read::GzDecoder;
use plantain_store::{Durability, ObjectName, Objects};
use serde_json::json;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::archive::{self, FORMAT, Hashing, Manifest, Member};
use crate::backup::stored;
use crate::cli::RestoreArgs;
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::objects::Place;
use crate::{screen, small_runtime};

const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];
/// Bytes of a stored file that are passed on at once.
const PIECE_BYTES: usize = 256 << 10;
/// Names that are printed one by one.
const NAMES_SHOWN: usize = 20;

pub fn run(args: RestoreArgs) -> Result<(), Failure> {
    let data = DataDir::of(&args.data);
    let taken = [archive::DATABASE, archive::SECRET].map(|name| data.root().join(name));
    if let Some(taken) = taken.iter().find(|path| path.exists())
        && !args.force
    {
        return Err(Failure::Machine(format!(
            "{} is there already; name an empty folder with --data-dir, or say --force to replace it (stop the server first)",
            taken.display()
        )));
    }
    data.create()?;
    let mut restore = Restore {
        runtime: small_runtime()?,
        store: Place::find(&args.objects, &data)?.open()?,
        room: tempfile::tempdir_in(data.root()).map_err(cannot_restore)?,
        hashes: BTreeMap::new(),
        put: BTreeSet::new(),
        bytes: 0,
        damaged: Vec::new(),
    };
    let mut file = BufReader::new(open(&args.file)?);
    let packed = io::BufRead::fill_buf(&mut file)
        .map_err(cannot_read)?
        .starts_with(&GZIP_MAGIC);
    let manifest = if packed {
        restore.read(GzDecoder::new(file))?
    } else {
        restore.read(file)?
    };
    restore.verify(&manifest)?;
    restore.place(&data)?;
    let missing = restore.missing()?;
    restore.report(&args, &manifest, &missing)
}

fn open(path: &Path) -> Result<File, Failure> {
    File::open(path).map_err(|error| Failure::machine(path.display(), error))
}

struct Restore {
    runtime: Runtime,
    store: Arc<dyn Objects>,
    /// Holds files until all of them are there, in the file system where they belong.
    room: TempDir,
    /// SHA-256 of the members beside the objects.
    hashes: BTreeMap<String, String>,
    put: BTreeSet<ObjectName>,
    bytes: u64,
    /// Files that do not hold what their names say; they are left out.
    damaged: Vec<ObjectName>,
}

impl Restore {
    /// Takes all members in, and returns what the archive says about itself.
    fn read(&mut self, from: impl Read) -> Result<Manifest, Failure> {
        let mut archive = tar::Archive::new(from);
        let bar = screen::bar(0, false);
        for member in archive.entries().map_err(cannot_read)? {
            let mut member = member.map_err(cannot_read)?;
            let path = member
                .path()
                .map_err(cannot_read)?
                .to_string_lossy()
                .into_owned();
            match Member::parse(&path) {
                Some(Member::Object(name)) => self.put(&name, &mut member)?,
                Some(Member::Manifest) => {
                    bar.finish_and_clear();
                    return manifest(&mut member);
                }
                Some(_) => self.set_aside(&path, &mut member)?,
                None => {
                    return Err(Failure::Machine(format!(
                        "this is no backup of Plantain: it holds {path:?}; nothing was restored"
                    )));
                }
            }
            bar.inc(1);
        }
        Err(Failure::Machine(
            "the backup is cut off: its end is missing; the database was not restored".to_owned(),
        ))
    }

    fn set_aside(&mut self, name: &str, from: &mut impl Read) -> Result<(), Failure> {
        let path = self.room.path().join(name);
        let mut file = Hashing::new(private(&path).map_err(cannot_restore)?);
        io::copy(from, &mut file).map_err(cannot_read)?;
        self.hashes.insert(name.to_owned(), file.digest());
        Ok(())
    }

    /// Stores a file, unless it does not hold what its name says.
    fn put(&mut self, name: &ObjectName, from: &mut impl Read) -> Result<(), Failure> {
        let mut from = Hashing::new(from);
        let begun = self.store.upload(name.kind(), u64::MAX, Durability::Disk);
        let mut upload = self.runtime.block_on(begun).map_err(stored)?;
        loop {
            let mut piece = Vec::with_capacity(PIECE_BYTES);
            let read = from
                .by_ref()
                .take(PIECE_BYTES as u64)
                .read_to_end(&mut piece);
            if read.map_err(cannot_read)? == 0 {
                break;
            }
            self.bytes += piece.len() as u64;
            let written = upload.write(Bytes::from(piece));
            self.runtime.block_on(written).map_err(stored)?;
        }
        if from.digest() == name.digest() {
            self.runtime.block_on(upload.finish()).map_err(stored)?;
            self.put.insert(name.clone());
        } else {
            self.damaged.push(name.clone());
        }
        Ok(())
    }

    /// Makes sure that what was set aside is what was backed up.
    fn verify(&self, manifest: &Manifest) -> Result<(), Failure> {
        if manifest.format != FORMAT {
            return Err(Failure::Machine(format!(
                "the backup was written by Plantain {} in a newer form; restore it with that version",
                manifest.plantain
            )));
        }
        if self.hashes != manifest.files {
            return Err(Failure::Machine(
                "the backup is damaged: its database, secret or list is not what was backed up; the database was not restored".to_owned(),
            ));
        }
        let database = self.room.path().join(archive::DATABASE);
        if database.exists() {
            plantain_db::check(&database).map_err(stored)?;
        }
        Ok(())
    }

    /// Moves what was set aside to where it belongs.
    fn place(&self, data: &DataDir) -> Result<(), Failure> {
        for name in [archive::DATABASE, archive::SECRET] {
            let from = self.room.path().join(name);
            if !from.exists() {
                continue;
            }
            if name == archive::DATABASE {
                // What an older database had still to write must not be written into this one.
                for tail in ["-wal", "-shm"] {
                    match fs::remove_file(data.root().join(format!("{name}{tail}"))) {
                        Err(error) if error.kind() != io::ErrorKind::NotFound => {
                            return Err(cannot_restore(error));
                        }
                        _ => {}
                    }
                }
            }
            let file = File::open(&from).map_err(cannot_restore)?;
            file.sync_all().map_err(cannot_restore)?;
            fs::rename(&from, data.root().join(name)).map_err(cannot_restore)?;
        }
        Ok(())
    }

    /// Returns the files that were there at the time of the backup and are not now.
    fn missing(&self) -> Result<Vec<ObjectName>, Failure> {
        let list =
            fs::read_to_string(self.room.path().join(archive::LIST)).map_err(cannot_restore)?;
        let names = list
            .lines()
            .filter_map(|line| ObjectName::parse(line.split(' ').next()?));
        let mut missing = Vec::new();
        for name in names.filter(|name| !self.put.contains(name)) {
            let stat = self.runtime.block_on(self.store.stat(&name));
            if stat.map_err(stored)?.is_none() {
                missing.push(name);
            }
        }
        Ok(missing)
    }

    fn report(
        &self,
        args: &RestoreArgs,
        manifest: &Manifest,
        missing: &[ObjectName],
    ) -> Result<(), Failure> {
        let texts = |names: &[ObjectName]| -> Vec<String> {
            names.iter().map(ToString::to_string).collect()
        };
        let database = manifest.files.contains_key(archive::DATABASE);
        let (count, bytes) = (self.put.len(), self.bytes);
        if args.json {
            screen::json(&json!({
                "database": database,
                "created_ms": manifest.created_ms,
                "objects": count,
                "objects_bytes": bytes,
                "missing": texts(missing),
                "damaged": texts(&self.damaged),
            }))?;
        } else {
            let what = if database {
                "the database, the link secret and "
            } else {
                ""
            };
            let folder = args.data.data_dir.display();
            screen::line(format_args!(
                "restored {what}{count} files, {bytes} bytes, for {folder}"
            ))?;
        }
        if missing.is_empty() && self.damaged.is_empty() {
            return Ok(());
        }
        let mut shown = texts(missing);
        let more = shown.len().saturating_sub(NAMES_SHOWN);
        shown.truncate(NAMES_SHOWN);
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        Err(Failure::Machine(format!(
            "{} files that were stored at the time of the backup are missing ({} of them are damaged in it): {}{more}",
            missing.len(),
            self.damaged.len(),
            shown.join(", ")
        )))
    }
}

fn manifest(from: &mut impl Read) -> Result<Manifest, Failure> {
    let mut text = String::new();
    from.read_to_string(&mut text).map_err(cannot_read)?;
    serde_json::from_str(&text).map_err(cannot_read)
}

/// Makes a file that only its owner can read.
fn private(path: &Path) -> io::Result<impl Write + use<>> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn cannot_read(error: impl std::fmt::Display) -> Failure {
    Failure::machine("cannot read the backup", error)
}

fn cannot_restore(error: impl std::fmt::Display) -> Failure {
    Failure::machine("cannot restore", error)
}
