//! Pictures that a request brings along: as bytes, or as links to be opened.

use std::sync::Arc;

use bytes::Bytes;
use plantain_app::{LinkParts, OUTPUT_PATH};
use plantain_core::{Error, ErrorKind, PictureFile};
use plantain_store::RemoteError;
use serde_json::Value;

use crate::inline::{self, PICTURE_BYTES_MAX};
use crate::{Server, uploads};

/// A picture as a request names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureRef {
    /// Where it stood in the request, for messages.
    pub field: String,
    source: Source,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    File(Arc<[u8]>),
    Link(String),
}

impl PictureRef {
    /// A file that was sent in a form.
    pub fn file(field: String, bytes: &Bytes) -> Self {
        Self {
            field,
            source: Source::File(Arc::from(&bytes[..])),
        }
    }

    /// Returns the link, if it is one.
    pub fn link(&self) -> Option<&str> {
        match &self.source {
            Source::Link(link) => Some(link),
            Source::File(_) => None,
        }
    }

    /// A file as base64 or as a data URL, or a link.
    ///
    /// # Errors
    /// Invalid, naming the field, for text that is none of them.
    pub fn parse(field: impl Into<String>, text: &str) -> Result<Self, Error> {
        let field = field.into();
        let source = match text.split_once("://") {
            Some(("http" | "https", _)) => Source::Link(text.to_owned()),
            _ => Source::File(inline::picture(&field, text)?),
        };
        Ok(Self { field, source })
    }
}

/// Returns the pictures that fields name, in order: text, or a list of texts. An empty text names none.
///
/// # Errors
/// Invalid, naming the field, for what is neither.
pub fn named(given: &[(&'static str, &Option<Value>)]) -> Result<Vec<PictureRef>, Error> {
    let wrong = |field: String, value: &Value| {
        let remedy = "must be a link, base64 or a data URL, or a list of those";
        Error::invalid("invalid_type", field, value, remedy)
    };
    let mut refs = Vec::new();
    for (field, value) in given {
        match value {
            None | Some(Value::Null) => {}
            Some(Value::String(text)) if text.is_empty() => {}
            Some(Value::String(text)) => refs.push(PictureRef::parse(*field, text)?),
            Some(Value::Array(list)) => {
                for (index, value) in list.iter().enumerate() {
                    let field = format!("{field}[{index}]");
                    match value.as_str() {
                        Some(text) => refs.push(PictureRef::parse(field, text)?),
                        None => return Err(wrong(field, value)),
                    }
                }
            }
            Some(value) => return Err(wrong((*field).to_owned(), value)),
        }
    }
    Ok(refs)
}

/// Returns the files behind the references, in order.
pub async fn open(server: &Server, refs: Vec<PictureRef>) -> Result<Vec<PictureFile>, Error> {
    let mut files = Vec::with_capacity(refs.len());
    for PictureRef { field, source } in refs {
        let file = match source {
            Source::File(file) => file,
            Source::Link(link) => follow(server, &field, &link).await?,
        };
        files.push(PictureFile {
            field: field.into(),
            file,
        });
    }
    Ok(files)
}

/// Opens a link. One of our own is read from the store, whatever name the server goes by.
async fn follow(server: &Server, field: &str, link: &str) -> Result<Arc<[u8]>, Error> {
    if let Some([expires, signature, name]) = own_parts(link) {
        let parts = LinkParts {
            expires,
            signature,
            name,
        };
        let now_ms = server.app.world.now_ms();
        return match server.app.outputs.open(parts, now_ms).await {
            Ok(bytes) => Ok(Arc::from(&bytes[..])),
            Err(error) => Err(error.with_field(field.to_owned())),
        };
    }
    if let Some(uploaded) = uploads::follow(server, link).await {
        return match uploaded {
            Ok(bytes) => Ok(Arc::from(&bytes[..])),
            Err(error) => Err(error.with_field(field.to_owned())),
        };
    }
    let fetched = server.app.remote.get(link, PICTURE_BYTES_MAX).await;
    fetched.map(|bytes| Arc::from(&bytes[..])).map_err(|why| {
        let kind = match why {
            RemoteError::TooLarge => ErrorKind::TooLarge,
            RemoteError::Refused(_) | RemoteError::Failed(_) => ErrorKind::Invalid,
        };
        let message = format!(
            "{field}: the picture cannot be fetched, because {why}. Send another link, or the file itself as base64 or as a data URL."
        );
        Error::new(kind, "cannot_fetch", message)
            .with_field(field.to_owned())
            .with_value(link)
    })
}

/// The parts of a link to an output: expiry, signature and name.
fn own_parts(link: &str) -> Option<[&str; 3]> {
    let (_, rest) = link.split_once("://")?;
    let path = &rest[rest.find('/')?..];
    let path = path.split(['?', '#']).next()?;
    let mut parts = path
        .strip_prefix(OUTPUT_PATH)?
        .strip_prefix('/')?
        .split('/');
    let found = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_links_are_known_by_their_path() {
        let parts = Some(["170", "sig", "a.png"]);
        for (link, expected) in [
            ("http://127.0.0.1:8080/o/170/sig/a.png", parts),
            ("https://img.example/o/170/sig/a.png?x=1", parts),
            ("https://img.example/o/170/sig", None),
            ("https://img.example/o/170/sig/a.png/b", None),
            ("https://img.example/ox/170/sig/a.png", None),
            ("https://img.example", None),
        ] {
            assert_eq!(own_parts(link), expected, "{link}");
        }
    }
}
