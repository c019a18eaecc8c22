//! Forms with files (multipart/form-data), as SDKs send pictures.

use axum::http::{HeaderMap, header};
use bytes::Bytes;
use plantain_core::{Error, ErrorKind};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// Most parts of one form.
const PARTS_MAX: usize = 128;
/// Most brackets in a part's name: objects inside of objects.
const BRACKETS_MAX: usize = 4;

/// A form's parts, in order.
#[derive(Debug, Default)]
pub struct Form {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    /// Without the brackets of a list: `image[]` is `image`.
    name: String,
    /// What the client calls the file, if it is one. Which format it has, its bytes say.
    filename: Option<String>,
    content: Bytes,
}

impl Form {
    /// Returns the form's boundary if the headers announce a form.
    pub fn boundary(headers: &HeaderMap) -> Option<Result<String, Error>> {
        let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
        if !kind
            .trim_start()
            .to_ascii_lowercase()
            .starts_with("multipart/")
        {
            return None;
        }
        Some(multer::parse_boundary(kind).map_err(|error| broken(&error)))
    }

    /// Takes a body apart.
    pub async fn read(body: Bytes, boundary: String) -> Result<Self, Error> {
        let whole = std::future::ready(Ok::<_, std::io::Error>(body));
        let stream = futures_util::stream::once(whole);
        let mut multipart = multer::Multipart::new(stream, boundary);
        let mut form = Self::default();
        while let Some(field) = multipart.next_field().await.map_err(|e| broken(&e))? {
            if form.parts.len() == PARTS_MAX {
                let message = format!("The form has more than {PARTS_MAX} parts; send fewer.");
                return Err(Error::new(ErrorKind::TooLarge, "too_many_parts", message));
            }
            let name = field.name().unwrap_or_default();
            let name = name.strip_suffix("[]").unwrap_or(name).to_owned();
            let filename = field.file_name().map(str::to_owned);
            let content = field.bytes().await.map_err(|error| broken(&error))?;
            form.parts.push(Part {
                name,
                filename,
                content,
            });
        }
        Ok(form)
    }

    /// Returns the text parts as a JSON object, so that a form is read by the same rules as a JSON body. Forms know only
    /// text; the parts named here are numbers or switches, and `lists` become lists. `a[b]` is the field b of the object a.
    pub fn fields(&self, plain: &[&str], lists: &[&str]) -> Result<Value, Error> {
        let mut object = Map::new();
        for part in self.parts.iter().filter(|part| part.filename.is_none()) {
            let text = std::str::from_utf8(&part.content).map_err(|_| {
                Error::invalid(
                    "invalid_text",
                    part.name.clone(),
                    "bytes",
                    "must be UTF-8 text",
                )
            })?;
            if part.name.matches('[').count() > BRACKETS_MAX {
                let remedy = format!("must have at most {BRACKETS_MAX} brackets");
                return Err(Error::invalid(
                    "invalid_form",
                    "a part's name",
                    &part.name,
                    remedy,
                ));
            }
            let mut names = part.name.split('[').map(|name| name.trim_end_matches(']'));
            let innermost = names.next_back().unwrap_or_default();
            let value = if plain.contains(&innermost) {
                serde_json::from_str(text.trim()).unwrap_or_else(|_| text.into())
            } else {
                Value::from(text)
            };
            let mut inside = Some(&mut object);
            for name in names {
                inside = inside.and_then(|object| {
                    let empty = || Value::Object(Map::new());
                    let entry = object.entry(name.to_owned()).or_insert_with(empty);
                    entry.as_object_mut()
                });
            }
            let Some(object) = inside else {
                let remedy = "must not be sent beside a part that gives its outer name a text";
                return Err(Error::invalid(
                    "invalid_form",
                    part.name.clone(),
                    "a part",
                    remedy,
                ));
            };
            if lists.contains(&part.name.as_str()) {
                let list = object
                    .entry(part.name.clone())
                    .or_insert_with(|| Value::Array(Vec::new()));
                if let Value::Array(list) = list {
                    list.push(value);
                }
            } else {
                object.insert(innermost.to_owned(), value);
            }
        }
        Ok(Value::Object(object))
    }

    /// Returns the hash of the parts; the boundary, which clients choose anew each time, is none of them.
    pub fn sha256(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        for part in &self.parts {
            for piece in [part.name.as_bytes(), &part.content[..]] {
                hash.update((piece.len() as u64).to_be_bytes());
                hash.update(piece);
            }
        }
        hash.finalize().into()
    }

    /// Returns what the client calls the first file of this name.
    pub fn filename(&self, name: &str) -> Option<&str> {
        let part = self.parts.iter().find(|part| part.name == name)?;
        part.filename.as_deref()
    }

    /// Returns the files of this name with the names that messages call them by: `image`, or `image[0]` if there are
    /// several.
    pub fn files(&self, name: &str) -> Vec<(String, Bytes)> {
        let of_name = |part: &&Part| part.filename.is_some() && part.name == name;
        let files: Vec<&Part> = self.parts.iter().filter(of_name).collect();
        let called = |index: usize| match files.len() {
            1 => name.to_owned(),
            _ => format!("{name}[{index}]"),
        };
        let files = files.iter().enumerate();
        files
            .map(|(index, part)| (called(index), part.content.clone()))
            .collect()
    }
}

fn broken(error: &multer::Error) -> Error {
    let message = format!(
        "The form is damaged: {error}. Send multipart/form-data as an HTTP library makes it."
    );
    Error::new(ErrorKind::Invalid, "invalid_form", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(text: &str) -> Result<Form, Error> {
        let body = text.replace('\n', "\r\n");
        Form::read(body.into(), "X".to_owned()).await
    }

    #[tokio::test]
    async fn parts_come_in_any_order() {
        let form = read(
            "--X\nContent-Disposition: form-data; name=\"image[]\"; filename=\"blob\"\n\none\n\
             --X\nContent-Disposition: form-data; name=\"prompt\"\n\n12\n\
             --X\nContent-Disposition: form-data; name=\"n\"\n\n2\n\
             --X\nContent-Disposition: form-data; name=\"stream\"\n\ntrue\n\
             --X\nContent-Disposition: form-data; name=\"svg[reasoning][effort]\"\n\nlow\n\
             --X\nContent-Disposition: form-data; name=\"svg[model]\"\n\nm\n\
             --X\nContent-Disposition: form-data; name=\"image[]\"; filename=\"\"\n\ntwo\n--X--\n",
        )
        .await
        .unwrap();
        let fields = form.fields(&["n", "stream"], &[]).unwrap();
        assert_eq!(
            fields,
            serde_json::json!({"prompt": "12", "n": 2, "stream": true,
                "svg": {"reasoning": {"effort": "low"}, "model": "m"}})
        );
        assert_eq!(form.filename("image"), Some("blob"));
        assert_eq!(form.filename("prompt"), None);
        let files = form.files("image");
        let files: Vec<(&str, &[u8])> = files.iter().map(|(n, b)| (n.as_str(), &b[..])).collect();
        assert_eq!(
            files,
            [("image[0]", b"one".as_slice()), ("image[1]", b"two")]
        );
        assert!(form.files("mask").is_empty());
    }

    #[tokio::test]
    async fn names_cannot_nest_without_end() {
        let name = format!("a{}", "[b".repeat(1_000));
        let text = format!("--X\nContent-Disposition: form-data; name=\"{name}\"\n\n1\n--X--\n");
        let form = read(&text).await.unwrap();
        assert_eq!(form.fields(&[], &[]).unwrap_err().code, "invalid_form");
        let both = "--X\nContent-Disposition: form-data; name=\"a\"\n\n1\n\
                    --X\nContent-Disposition: form-data; name=\"a[b]\"\n\n2\n--X--\n";
        let form = read(both).await.unwrap();
        assert_eq!(form.fields(&[], &[]).unwrap_err().code, "invalid_form");
    }

    #[tokio::test]
    async fn damage_is_told() {
        for text in [
            "",
            "--X\nContent-Disposition: form-data; name=\"a\"\n\ncut",
            "--X\nnonsense",
        ] {
            assert_eq!(read(text).await.unwrap_err().code, "invalid_form", "{text}");
        }
    }
}
