//! Where files are kept: `--objects`.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use plantain_core::Error;
use plantain_objects::{LocalFolder, S3, S3Config};
use plantain_store::Objects;

use crate::cli::ObjectsArgs;
use crate::data_dir::DataDir;
use crate::failure::Failure;

/// Longest time in which nothing is added to a file that is being written.
const PART_MS_MAX: i64 = 24 * 3_600_000;

/// A place for files, before it is opened.
#[derive(Debug, Clone)]
pub enum Place {
    Folder(PathBuf),
    Bucket(S3Config),
}

impl Place {
    /// Returns the place that the flag names, or the one in the data folder.
    pub fn find(args: &ObjectsArgs, data: &DataDir) -> Result<Self, Failure> {
        let Some(text) = args.place.as_deref().filter(|text| !text.is_empty()) else {
            return Ok(Self::Folder(data.outputs()));
        };
        match text.split_once("://") {
            None => Ok(Self::Folder(text.into())),
            Some(("file", path)) if path.starts_with('/') => Ok(Self::Folder(path.into())),
            Some(("s3", _)) => {
                let variable = |name: &str| std::env::var(name).ok();
                Ok(Self::Bucket(S3Config::parse(text, &variable)?))
            }
            Some(_) => {
                let remedy =
                    "must be a folder or a bucket such as s3://pictures?region=eu-central-1";
                // What another program's URL holds may be a secret.
                let shown = text.split(['@', '?']).next().unwrap_or_default();
                Err(Error::invalid("invalid_objects", "--objects", shown, remedy).into())
            }
        }
    }

    /// Clears away what a process that was killed left half written.
    pub async fn remove_stale_parts(&self, now_ms: i64) {
        let Self::Folder(folder) = self else {
            return;
        };
        let store = LocalFolder::new(folder);
        let stale = store.remove_stale_parts(now_ms - PART_MS_MAX);
        // What stands in the way of it is said again, and louder, when a file cannot be stored.
        if let Err(error) = stale.await {
            tracing::warn!(%error, "unfinished files could not be cleared away");
        }
    }

    /// Opens the place; nothing is touched yet.
    pub fn open(self) -> Result<Arc<dyn Objects>, Failure> {
        match self {
            Self::Folder(folder) => Ok(Arc::new(LocalFolder::new(folder))),
            Self::Bucket(config) => {
                let store = S3::new(config);
                let store =
                    store.map_err(|why| Failure::machine("cannot set up the bucket", why))?;
                Ok(Arc::new(store))
            }
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "the folder {}", folder.display()),
            Self::Bucket(config) => write!(f, "the bucket at {config:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn places() {
        let data = DataDir::at(Path::new("d"));
        let find = |text: &str| {
            let place = (!text.is_empty()).then(|| text.to_owned());
            Place::find(&ObjectsArgs { place }, &data)
        };
        for (text, folder) in [
            ("", "d/outputs"),
            ("pictures", "pictures"),
            ("/srv/pictures", "/srv/pictures"),
            ("file:///srv/pictures", "/srv/pictures"),
        ] {
            let place = find(text).unwrap();
            assert!(
                matches!(place, Place::Folder(path) if path == Path::new(folder)),
                "{text}"
            );
        }
        for text in [
            "file://relative",
            "gs://pictures",
            "https://id:hush@s3.example",
            "s3://id:hush@pictures",
        ] {
            let message = find(text).unwrap_err().message();
            assert!(
                message.contains("--objects") && !message.contains("hush@"),
                "{message}"
            );
        }
    }
}
