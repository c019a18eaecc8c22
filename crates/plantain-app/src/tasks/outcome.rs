//! What became of a task, as it is kept: pictures by the names of their files, or the error.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use plantain_core::{Error, ErrorKind, LimitState, ModelId, OutputFormat, PixelSize, Seed};
use plantain_engine::{EditReport, LocatedBy, Note};
use plantain_store::ObjectName;
use serde::{Deserialize, Serialize};

use super::words::word;
use crate::studio::{Drawn, EngineStamp, Picture, Timing};

/// Pictures of a task that succeeded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskResult {
    pub engine: StoredEngine,
    pub pictures: Vec<StoredPicture>,
    /// Milliseconds waiting for a place, and drawing.
    #[serde(default)]
    pub queued_ms: u64,
    #[serde(default)]
    pub run_ms: u64,
    /// Every picture had been drawn before.
    #[serde(default)]
    pub cached: bool,
}

/// Which engine drew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredEngine {
    pub name: String,
    pub version: String,
}

/// A picture without its bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredPicture {
    /// Name in the object store.
    pub object: String,
    pub bytes: u64,
    pub format: String,
    pub width: u32,
    pub height: u32,
    pub seed: u64,
    #[serde(default)]
    pub transparent: bool,
    #[serde(default)]
    pub plan: Vec<String>,
    #[serde(default)]
    pub notes: Vec<Note>,
    #[serde(default)]
    pub alt: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edit: Option<StoredEdit>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredEdit {
    pub located_by: String,
    pub confidence: f32,
    pub changed: f32,
}

impl TaskResult {
    /// Returns the result that stands for `drawn`, whose pictures are stored under `objects`, in order.
    pub fn of(drawn: &Drawn, objects: &[ObjectName]) -> Self {
        let ms = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let pictures = drawn.pictures.iter().zip(objects);
        Self {
            engine: StoredEngine {
                name: drawn.engine.name.to_owned(),
                version: drawn.engine.version.to_owned(),
            },
            pictures: pictures
                .map(|(picture, name)| store(picture, name))
                .collect(),
            queued_ms: ms(drawn.timing.queued),
            run_ms: ms(drawn.timing.run),
            cached: drawn.timing.cached,
        }
    }

    /// Reads what stands in a task's row.
    pub fn parse(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json).map_err(Error::internal)
    }

    /// Returns the names of the pictures' files.
    pub fn objects(&self) -> Result<Vec<ObjectName>, Error> {
        let names = self.pictures.iter().map(|picture| {
            ObjectName::parse(&picture.object)
                .ok_or_else(|| Error::internal(format_args!("{:?} is no file", picture.object)))
        });
        names.collect()
    }

    /// Returns the answer again; `files` holds the bytes of each picture, in order.
    pub fn drawn(&self, model: ModelId, files: Vec<Bytes>) -> Result<Drawn, Error> {
        let pictures = self.pictures.iter().zip(files);
        let pictures = pictures.map(|(stored, bytes)| load(stored, bytes).map(Arc::new));
        Ok(Drawn {
            model,
            engine: EngineStamp {
                name: word(&self.engine.name),
                version: word(&self.engine.version),
            },
            pictures: pictures.collect::<Result<_, _>>()?,
            timing: Timing {
                queued: Duration::from_millis(self.queued_ms),
                run: Duration::from_millis(self.run_ms),
                cached: self.cached,
            },
            limits: LimitState::default(),
            task: None,
        })
    }
}

fn store(picture: &Picture, name: &ObjectName) -> StoredPicture {
    StoredPicture {
        object: name.to_string(),
        bytes: picture.bytes.len() as u64,
        format: picture.format.name().to_owned(),
        width: picture.size.width(),
        height: picture.size.height(),
        seed: picture.seed.0,
        transparent: picture.transparent,
        plan: picture.plan.clone(),
        notes: picture.notes.clone(),
        alt: picture.alt.clone(),
        edit: picture.edit.as_ref().map(|edit| StoredEdit {
            located_by: edit.located_by.name().to_owned(),
            confidence: edit.confidence,
            changed: edit.changed,
        }),
    }
}

fn load(stored: &StoredPicture, bytes: Bytes) -> Result<Picture, Error> {
    let edit = stored.edit.as_ref().and_then(|edit| {
        Some(EditReport {
            located_by: LocatedBy::from_name(&edit.located_by)?,
            confidence: edit.confidence,
            changed: edit.changed,
        })
    });
    // The scene travels in the file.
    let metadata = plantain_image::read_metadata(&bytes).unwrap_or_default();
    Ok(Picture {
        format: OutputFormat::parse("format", &stored.format)?,
        size: PixelSize::new("size", stored.width.into(), stored.height.into())?,
        seed: Seed(stored.seed),
        transparent: stored.transparent,
        plan: stored.plan.clone(),
        notes: stored.notes.clone(),
        alt: stored.alt.clone(),
        scene_json: metadata.scene_json.map(Arc::from),
        edit,
        bytes,
    })
}

/// An error as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskError {
    /// The HTTP status that stands for its kind.
    #[serde(default)]
    pub status: u16,
    pub code: String,
    #[serde(default)]
    pub message: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl From<&Error> for TaskError {
    fn from(error: &Error) -> Self {
        Self {
            status: error.kind.status(),
            code: error.code.to_owned(),
            message: error.message.to_string(),
            field: error.field.as_ref().map(ToString::to_string),
            value: error.value.as_ref().map(ToString::to_string),
        }
    }
}

impl TaskError {
    /// Returns the error again. The queue itself writes errors that have a code only.
    pub fn error(self) -> Error {
        let (kind, message) = match (self.code.as_str(), self.message.is_empty()) {
            ("worker_lost", true) => (
                ErrorKind::Internal,
                "The workers that drew this stopped again and again; send the request again.".into(),
            ),
            ("not_started_in_time", true) => (
                ErrorKind::Timeout,
                "The task did not start in the time that the request allowed; allow more, or try when less is waiting."
                    .into(),
            ),
            _ => (ErrorKind::from_status(self.status), self.message),
        };
        let mut error = Error::new(kind, word(&self.code), message);
        error.field = self.field.map(Cow::Owned);
        error.value = self.value.map(Into::into);
        error
    }

    /// Reads what stands in a task's row.
    pub fn parse(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_else(|_| Self {
            status: 500,
            code: "internal_error".into(),
            message: "The task failed.".into(),
            field: None,
            value: None,
        })
    }

    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("plain fields become JSON")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::picture;

    #[test]
    fn results_come_back_with_their_pictures() {
        let mut one = picture(50);
        one.notes = vec![Note::new("drawn_instead", "a pear")];
        one.edit = Some(EditReport {
            located_by: LocatedBy::Mask,
            confidence: 0.5,
            changed: 0.25,
        });
        let bytes = one.bytes.clone();
        let name = ObjectName::new([3; 32], one.format);
        let drawn = Drawn {
            model: ModelId::easel(),
            engine: EngineStamp {
                name: "easel",
                version: "1",
            },
            pictures: vec![Arc::new(one)],
            timing: Timing::default(),
            limits: LimitState::default(),
            task: None,
        };
        let result = TaskResult::of(&drawn, std::slice::from_ref(&name));
        let json = serde_json::to_string(&result).unwrap();
        let again = TaskResult::parse(&json).unwrap();
        assert_eq!(again.objects().unwrap(), [name]);
        let back = again.drawn(ModelId::easel(), vec![bytes]).unwrap();
        assert_eq!(back.pictures, drawn.pictures);
        assert_eq!(back.engine, drawn.engine);
    }

    #[test]
    fn errors_come_back_whole() {
        let error = Error::invalid("invalid_seed", "seed", -1, "must be 0 or more");
        let stored = TaskError::parse(&TaskError::from(&error).json());
        assert_eq!(stored.error(), error);
        let lost = TaskError::parse(r#"{"code":"worker_lost"}"#).error();
        assert_eq!((lost.kind, lost.code), (ErrorKind::Internal, "worker_lost"));
        assert!(!lost.message.is_empty());
    }
}
