//! The data folder: where things are in it, and the secrets that live there.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use plantain_app::World;
use plantain_core::Error;
use plantain_db::Database;
use plantain_store::Secrets;

use crate::cli::DataArgs;
use crate::failure::Failure;

/// Bytes of the secret that signs links.
const SECRET_BYTES: usize = 32;
/// Where it is in the folder, and its name in a database that processes share.
const SECRET_FILE: &str = "link.secret";
const SHARED_SECRET: &str = "links";

/// A data folder, made on first use.
#[derive(Debug, Clone)]
pub struct DataDir {
    root: PathBuf,
    /// Where the record is when it is not in the folder.
    database_url: Option<String>,
}

impl DataDir {
    /// Returns the folder; nothing is touched yet.
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            database_url: None,
        }
    }

    /// Returns the folder and the database that the command line names; nothing is touched yet.
    pub fn of(args: &DataArgs) -> Self {
        Self {
            database_url: args.database.clone(),
            ..Self::at(&args.data_dir)
        }
    }

    /// Makes the folder, readable by its owner only, unless it is there.
    pub fn create(&self) -> Result<(), Failure> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.root).map_err(|error| {
            let what = format!("cannot make the data folder {}", self.root.display());
            Failure::machine(
                what,
                format_args!("{error}; choose another with --data-dir"),
            )
        })
    }

    pub fn exists(&self) -> bool {
        self.database_url.is_some() || self.database().exists()
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Says where the record is, without secrets.
    pub fn place(&self) -> String {
        match &self.database_url {
            Some(_) => "the database of --database".to_owned(),
            None => self.database().display().to_string(),
        }
    }

    pub fn database(&self) -> PathBuf {
        self.root.join("plantain.db")
    }

    pub fn outputs(&self) -> PathBuf {
        self.root.join("outputs")
    }

    /// Opens the database, making the folder first.
    pub async fn open_database(&self) -> Result<Database, Failure> {
        self.create()?;
        if let Some(url) = &self.database_url {
            let connected = Database::connect(url).await;
            // The URL holds a password, so it is not shown.
            return connected.map_err(|error| Failure::machine("--database", error));
        }
        let path = self.database();
        Database::open(&path)
            .await
            .map_err(|error| Failure::machine(path.display(), error))
    }

    /// Opens the database if there is one; nothing is made.
    pub async fn open_existing_database(&self) -> Result<Option<Database>, Failure> {
        match self.exists() {
            true => self.open_database().await.map(Some),
            false => Ok(None),
        }
    }

    /// Returns the secret that signs links; it is made on first use and kept, so that links survive a restart. Processes that
    /// share a PostgreSQL share the secret in it; the first of them brings the one of its folder, if there is one.
    pub async fn link_secret(
        &self,
        database: &Database,
        world: &dyn World,
    ) -> Result<[u8; SECRET_BYTES], Failure> {
        if self.database_url.is_none() {
            return self.own_secret(world);
        }
        let fresh = match self.root.join(SECRET_FILE).exists() {
            true => self.own_secret(world)?,
            false => world.random(),
        };
        let shared = database.shared(SHARED_SECRET, &fresh).await;
        Ok(shared.map_err(Error::from)?)
    }

    /// Returns the secret of the folder.
    fn own_secret(&self, world: &dyn World) -> Result<[u8; SECRET_BYTES], Failure> {
        let path = self.root.join(SECRET_FILE);
        let failed = |error| Failure::machine(path.display(), error);
        match write_new(&path, &world.random()) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(error)),
        }
        let bytes = fs::read(&path).map_err(failed)?;
        bytes.try_into().map_err(|bytes: Vec<u8>| {
            Failure::Machine(format!(
                "{} has {} bytes where {SECRET_BYTES} belong; remove it to have a new one made (links given out before stop working)",
                path.display(),
                bytes.len()
            ))
        })
    }
}

/// Writes a file that only its owner can read; an error when it is there already. It appears whole or not at all.
fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if path.exists() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let part = path.with_extension(format!("{}.part", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    // A hard link fails if the name is taken, so that two servers that start at once agree on one secret.
    let linked = written.and_then(|()| fs::hard_link(&part, path));
    let removed = fs::remove_file(&part);
    linked.and(removed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_app::SystemWorld;

    #[test]
    fn the_secret_is_made_once_and_is_private() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataDir::at(&folder.path().join("deep/data"));
        data.create().unwrap();
        let secret = data.own_secret(&SystemWorld).unwrap();
        assert_eq!(data.own_secret(&SystemWorld).unwrap(), secret);
        let path = data.root().join("link.secret");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&path), 0o600);
            assert_eq!(mode(data.root()), 0o700);
        }
        fs::write(&path, b"short").unwrap();
        assert!(
            matches!(data.own_secret(&SystemWorld), Err(Failure::Machine(text)) if text.contains("5 bytes"))
        );
        assert_eq!(
            fs::read_dir(data.root()).unwrap().count(),
            1,
            "parts were left"
        );
    }
}
