//! `plantain backup`.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use bytes::{Buf, Bytes};
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::StreamExt;
use plantain_app::{SystemWorld, World};
use plantain_store::{ObjectName, ObjectReader, ObjectStat, Objects, Pieces, StoreError};
use serde_json::json;
use tokio::runtime::Runtime;

use crate::archive::{self, FORMAT, Hashing, Manifest, Member, hex_sha256};
use crate::cli::BackupArgs;
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::objects::Place;
use crate::{screen, small_runtime};

/// Names that are asked for at once.
const NAMES_AT_ONCE: usize = 1_000;

pub fn run(args: BackupArgs) -> Result<(), Failure> {
    let packed = is_packed(&args.file)?;
    if args.file.exists() && !args.force {
        let file = args.file.display();
        return Err(Failure::Machine(format!(
            "{file} is there already; name another file, or say --force to write over it"
        )));
    }
    let data = DataDir::of(&args.data);
    if !args.objects_only && !data.exists() {
        return Err(Failure::Machine(format!(
            "there is no {} ; name the server's data folder with --data-dir. With PostgreSQL, say --objects-only and copy the database by pg_dump",
            data.database().display()
        )));
    }
    let part = Part::create(&args.file)?;
    let file = BufWriter::new(part.open()?);
    let report = if packed {
        let (report, packer) = write(&args, &data, GzEncoder::new(file, Compression::fast()))?;
        part.keep(packer.finish().map_err(cannot_write)?, &args.file)?;
        report
    } else {
        let (report, file) = write(&args, &data, file)?;
        part.keep(file, &args.file)?;
        report
    };
    report.show(&args)
}

/// Whether the file is to be packed, by its name.
fn is_packed(file: &Path) -> Result<bool, Failure> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if name.ends_with(".tar.gz") || name.ends_with(".tgz") {
        Ok(true)
    } else if name.ends_with(".tar") {
        Ok(false)
    } else {
        let remedy = "must end in .tar or .tar.gz";
        Err(plantain_core::Error::invalid("invalid_file", "FILE", file.display(), remedy).into())
    }
}

/// What went into the archive, and what could not.
struct Report {
    objects: u64,
    bytes: u64,
    /// Deleted since they were listed.
    gone: u64,
    damaged: Vec<ObjectName>,
}

impl Report {
    fn show(&self, args: &BackupArgs) -> Result<(), Failure> {
        let damaged: Vec<_> = self.damaged.iter().map(ToString::to_string).collect();
        if args.json {
            screen::json(&json!({
                "file": args.file.display().to_string(),
                "objects": self.objects,
                "objects_bytes": self.bytes,
                "gone": self.gone,
                "damaged": damaged,
            }))?;
        } else {
            let what = match (args.objects_only, args.without_objects) {
                (true, _) => "the files",
                (_, true) => "the database, the link secret and the list of files",
                _ => "the database, the link secret and the files",
            };
            let (file, objects, bytes) = (args.file.display(), self.objects, self.bytes);
            screen::line(format_args!(
                "{file} holds {what}: {objects} files, {bytes} bytes"
            ))?;
        }
        if damaged.is_empty() {
            return Ok(());
        }
        Err(Failure::Machine(format!(
            "{} stored files do not hold what their names say, and cannot be restored: {}",
            damaged.len(),
            damaged.join(", ")
        )))
    }
}

/// Writes all members.
fn write<W: Write>(args: &BackupArgs, data: &DataDir, out: W) -> Result<(Report, W), Failure> {
    let runtime = small_runtime()?;
    let mut writer = Writer {
        tar: tar::Builder::new(out),
        files: BTreeMap::new(),
        now_ms: SystemWorld.now_ms(),
    };
    if !args.objects_only {
        writer.database(data, &args.file)?;
        let path = data.root().join(archive::SECRET);
        // A server that never ran has no secret yet.
        if path.exists() {
            let secret =
                fs::read(&path).map_err(|error| Failure::machine(path.display(), error))?;
            writer.small(archive::SECRET, &secret)?;
        }
    }
    let store = Place::find(&args.objects, data)?.open()?;
    let listed = runtime.block_on(list(&store))?;
    let mut text = String::new();
    for (name, stat) in &listed {
        text.push_str(&format!("{name} {}\n", stat.size_bytes));
    }
    writer.small(archive::LIST, text.as_bytes())?;
    let mut report = Report {
        objects: listed.len() as u64,
        bytes: listed.iter().map(|(_, stat)| stat.size_bytes).sum(),
        gone: 0,
        damaged: Vec::new(),
    };
    if !args.without_objects {
        let bar = screen::bar(listed.len() as u64, args.json);
        for (name, _) in &listed {
            bar.inc(1);
            let reader = runtime.block_on(store.read(name, None)).map_err(stored)?;
            let Some(reader) = reader else {
                report.gone += 1;
                continue;
            };
            if !writer.object(&runtime, name, reader)? {
                report.damaged.push(name.clone());
            }
        }
        bar.finish_and_clear();
    }
    let manifest = Manifest {
        format: FORMAT,
        plantain: env!("CARGO_PKG_VERSION").to_owned(),
        created_ms: writer.now_ms,
        files: std::mem::take(&mut writer.files),
        objects: report.objects,
        objects_bytes: report.bytes,
        objects_inside: !args.without_objects,
    };
    let text = serde_json::to_vec_pretty(&manifest).map_err(plantain_core::Error::internal)?;
    writer.small(archive::MANIFEST, &text)?;
    let out = writer.tar.into_inner().map_err(cannot_write)?;
    Ok((report, out))
}

async fn list(store: &Arc<dyn Objects>) -> Result<Vec<(ObjectName, ObjectStat)>, Failure> {
    let mut listed: Vec<(ObjectName, ObjectStat)> = Vec::new();
    loop {
        let after = listed.last().map(|(name, _)| name);
        let page = store.list(after, NAMES_AT_ONCE).await.map_err(stored)?;
        let end = page.len() < NAMES_AT_ONCE;
        listed.extend(page);
        if end {
            return Ok(listed);
        }
    }
}

/// Writes members, and remembers their hashes.
struct Writer<W: Write> {
    tar: tar::Builder<W>,
    files: BTreeMap<String, String>,
    now_ms: i64,
}

impl<W: Write> Writer<W> {
    /// Copies the database while it may be in use, beside the archive, where there has to be room for it anyway.
    fn database(&mut self, data: &DataDir, archive: &Path) -> Result<(), Failure> {
        let folder = match archive.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let room = tempfile::tempdir_in(folder).map_err(cannot_write)?;
        let copy = room.path().join(archive::DATABASE);
        plantain_db::snapshot(&data.database(), &copy).map_err(stored)?;
        let file = File::open(&copy).map_err(cannot_write)?;
        let size = file.metadata().map_err(cannot_write)?.len();
        let sha256 = self.member(archive::DATABASE, size, file)?;
        self.files.insert(archive::DATABASE.to_owned(), sha256);
        Ok(())
    }

    fn small(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.member(path, bytes.len() as u64, bytes)?;
        self.files.insert(path.to_owned(), hex_sha256(bytes));
        Ok(())
    }

    /// Writes a stored file; false when it does not hold what its name says.
    fn object(
        &mut self,
        runtime: &Runtime,
        name: &ObjectName,
        reader: ObjectReader,
    ) -> Result<bool, Failure> {
        let pieces = PieceReader {
            runtime,
            pieces: reader.pieces,
            rest: Bytes::new(),
        };
        let path = Member::object_path(name);
        let sha256 = self.member(&path, reader.stat.size_bytes, pieces)?;
        Ok(sha256 == name.digest())
    }

    /// Writes a member and returns its SHA-256.
    fn member(&mut self, path: &str, size: u64, from: impl Read) -> Result<String, Failure> {
        let mut header = tar::Header::new_gnu();
        header.set_size(size);
        header.set_mode(0o600);
        header.set_mtime((self.now_ms / 1000).unsigned_abs());
        let mut from = Hashing::new(from);
        let written = self.tar.append_data(&mut header, path, from.by_ref());
        written.map_err(cannot_write)?;
        Ok(from.digest())
    }
}

/// A stored file as something to read from, outside of the runtime.
struct PieceReader<'a> {
    runtime: &'a Runtime,
    pieces: Pieces,
    rest: Bytes,
}

impl Read for PieceReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() {
            let next = Pin::new(&mut self.pieces);
            match self.runtime.block_on(async { next.get_mut().next().await }) {
                Some(piece) => self.rest = piece.map_err(io::Error::other)?,
                None => return Ok(0),
            }
        }
        let size = into.len().min(self.rest.len());
        self.rest.copy_to_slice(&mut into[..size]);
        Ok(size)
    }
}

/// The archive before it is whole. It holds secrets, so that nobody but its owner may read it.
struct Part {
    path: PathBuf,
}

impl Part {
    fn create(file: &Path) -> Result<Self, Failure> {
        let mut name = file.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.part", std::process::id()));
        let path = file.with_file_name(name);
        Ok(Self { path })
    }

    fn open(&self) -> Result<File, Failure> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let opened = options.open(&self.path);
        opened.map_err(|error| Failure::machine(self.path.display(), error))
    }

    fn keep(&self, out: BufWriter<File>, file: &Path) -> Result<(), Failure> {
        let out = out.into_inner().map_err(cannot_write)?;
        out.sync_all().map_err(cannot_write)?;
        fs::rename(&self.path, file).map_err(cannot_write)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // After it was kept it is not there.
        let _ = fs::remove_file(&self.path);
    }
}

fn cannot_write(error: impl std::fmt::Display) -> Failure {
    Failure::machine("cannot write the backup", error)
}

pub fn stored(error: StoreError) -> Failure {
    Failure::Machine(error.to_string())
}
