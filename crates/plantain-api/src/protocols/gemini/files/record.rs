//! Files as they are kept, and how contents name them.

use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plantain_app::Link;
use plantain_core::{Error, ErrorKind, Id};
use plantain_store::ObjectName;
use serde::{Deserialize, Serialize};

use super::wire::File;
use crate::Server;
use crate::pictures::PictureRef;
use crate::records::{self, Record};
use crate::time::rfc3339;

pub const KIND: &str = "gemini.file";
/// How long files are kept, seconds.
pub const FILE_TTL_S: i64 = 48 * 3600;
/// Longest id that a client may choose, characters.
const ID_CHARS_MAX: usize = 40;

/// A file as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Name of the object that holds the bytes.
    object: String,
    pub display_name: Option<String>,
    pub mime_type: String,
    pub size_bytes: u64,
    /// Made here, as the results of batches are, and not uploaded.
    #[serde(default)]
    pub generated: bool,
}

impl Kept {
    pub fn new(object: &ObjectName, mime_type: String, size_bytes: u64) -> Self {
        Self {
            object: object.to_string(),
            display_name: None,
            mime_type,
            size_bytes,
            generated: false,
        }
    }

    pub fn object(&self) -> Result<ObjectName, Error> {
        ObjectName::parse(&self.object).ok_or_else(|| {
            Error::internal(format_args!("{KIND}: {:?} names no object", self.object))
        })
    }
}

/// Where clients reach files: scheme, authority and the path up to "files".
pub struct Place(String);

impl Place {
    /// Returns the place for a request to `path` ("/gemini/v1beta/files/x", "/gemini/upload/v1beta/files").
    pub fn of(server: &Server, headers: &HeaderMap, path: &str) -> Self {
        let ends = ["/files", "/interactions", "/batches", "/models"];
        let base = ends.iter().filter_map(|end| path.split_once(end)).next();
        let base = base.map_or(path, |(base, _)| base);
        let link = Link {
            path: base.replace("/upload/", "/"),
            expires_s: 0,
        };
        Self(server.url(&link, headers))
    }

    /// Returns what contents name the file by.
    pub fn file_uri(&self, id: &str) -> String {
        format!("{}/files/{id}", self.0)
    }
}

/// Keeps a file that was made here under an id of its own, and returns the id.
pub async fn generated(
    server: &Server,
    owner: &str,
    object: &ObjectName,
    size_bytes: u64,
    display_name: Option<String>,
) -> Result<Id, Error> {
    let kept = Kept {
        display_name,
        generated: true,
        ..Kept::new(object, object.kind().media_type().to_owned(), size_bytes)
    };
    let record = Record {
        id: mint(server),
        created_ms: server.app.world.now_ms(),
        body: kept,
    };
    let expires_ms = record.created_ms + FILE_TTL_S * 1000;
    let claim = server
        .app
        .claim(owner, object, size_bytes, Some(expires_ms));
    claim.await?;
    records::put(server, KIND, owner, &record, Some(FILE_TTL_S)).await?;
    Ok(record.id)
}

pub fn to_wire(record: &Record<Kept>, place: &Place) -> File {
    let id = &record.id;
    let kept = &record.body;
    let created = rfc3339(record.created_ms);
    let digest = kept.object.split('.').next().unwrap_or_default();
    let pairs = digest.as_bytes().chunks_exact(2);
    let digest = pairs.filter_map(|pair| {
        let text = std::str::from_utf8(pair).ok()?;
        u8::from_str_radix(text, 16).ok()
    });
    File {
        name: format!("files/{id}"),
        display_name: kept.display_name.clone(),
        mime_type: kept.mime_type.clone(),
        size_bytes: kept.size_bytes.to_string(),
        update_time: created.clone(),
        create_time: created,
        expiration_time: rfc3339(record.created_ms + FILE_TTL_S * 1000),
        sha256_hash: STANDARD.encode(digest.collect::<Vec<u8>>()),
        uri: place.file_uri(id.as_str()),
        download_uri: format!("{}:download?alt=media", place.file_uri(id.as_str())),
        state: "ACTIVE",
        source: if kept.generated {
            "GENERATED"
        } else {
            "UPLOADED"
        },
    }
}

/// Returns an id that nobody has. SDKs read ids as lower-case letters and digits.
pub fn mint(server: &Server) -> Id {
    let id = records::mint(server, "file");
    let tail = id.as_str().rsplit('_').next().unwrap_or_default();
    Id::from_stored(tail)
}

/// Returns the id for a name that a client chose.
pub fn chosen(field: &'static str, name: &str) -> Result<Id, Error> {
    let id = name.strip_prefix("files/").unwrap_or(name);
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let dashed = id.starts_with('-') || id.ends_with('-');
    if id.is_empty() || id.len() > ID_CHARS_MAX || dashed || !id.chars().all(allowed) {
        return Err(Error::invalid(
            "invalid_file_name",
            field,
            name,
            "must be \"files/\" and 1 to 40 lower-case letters, digits and dashes, no dash first or last",
        ));
    }
    Ok(Id::from_stored(id))
}

/// Returns the file with this id, if this owner has one.
pub async fn find(server: &Server, owner: &str, id: &str) -> Result<Record<Kept>, Error> {
    let found = records::get(server, KIND, owner, id).await?;
    found.ok_or_else(|| unknown(id))
}

/// Returns the object behind a file's name, and its size in bytes; `field` is where the name stood.
pub async fn object(
    server: &Server,
    owner: &str,
    field: &'static str,
    name: &str,
) -> Result<(ObjectName, u64), Error> {
    let id = chosen(field, name)?;
    let record = find(server, owner, id.as_str()).await;
    let record = record.map_err(|error| error.with_field(field))?;
    Ok((record.body.object()?, record.body.size_bytes))
}

pub fn unknown(id: &str) -> Error {
    let message = format!("files/{id}: there is no such file, or it has expired; upload it again.");
    Error::new(ErrorKind::NotFound, "unknown_file", message).with_value(id)
}

/// Returns the picture that contents name by URI: a file of this owner, or any link.
pub async fn resolve(
    server: &Server,
    owner: &str,
    field: String,
    uri: &str,
) -> Result<PictureRef, Error> {
    let Some(id) = id_in(uri) else {
        return PictureRef::parse(field, uri);
    };
    match records::get::<Kept>(server, KIND, owner, id).await? {
        Some(record) => {
            let bytes = server.app.outputs.kept(&record.body.object()?).await?;
            let bytes = bytes.ok_or_else(|| super::gone(id).with_field(field.clone()))?;
            Ok(PictureRef::file(field, &bytes))
        }
        // Elsewhere the same path may be a picture.
        None if uri.contains("://") && !uri.contains("/v1") => PictureRef::parse(field, uri),
        None => Err(unknown(id).with_field(field)),
    }
}

/// Returns the id in "files/abc" or ".../files/abc".
fn id_in(uri: &str) -> Option<&str> {
    let path = uri.split(['?', '#']).next()?;
    let id = match path.rsplit_once("/files/") {
        Some((_, id)) => id,
        None => path.strip_prefix("files/")?,
    };
    chosen("fileUri", id).is_ok().then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_in_three_ways() {
        for (uri, expected) in [
            ("files/abc123", Some("abc123")),
            ("http://127.0.0.1:8080/v1beta/files/abc123", Some("abc123")),
            ("https://img.example/gemini/v1/files/a-b?x=1", Some("a-b")),
            ("https://img.example/files/picture.png", None),
            ("https://img.example/a.png", None),
            ("abc123", None),
            ("files/", None),
        ] {
            assert_eq!(id_in(uri), expected, "{uri}");
        }
    }

    #[test]
    fn chosen_names_are_short_and_plain() {
        for good in ["a", "files/my-cat-1", &"x".repeat(40)] {
            assert!(chosen("file.name", good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "files/",
            "A",
            "a_b",
            "-a",
            "a-",
            "a/b",
            "é",
            &"x".repeat(41),
        ] {
            assert!(chosen("file.name", bad).is_err(), "{bad}");
        }
    }
}
