//! Conversations about pictures: turns that go on from each other, branches, and going back.
//!
//! A turn is stored once its picture is, and never changed. The session's *head* is the turn that the next one goes on from.
//! A turn that ends becomes the head, unless another one became it while this one was drawn: then both are kept, side by side.

use std::sync::Arc;

use bytes::Bytes;
use plantain_core::{Error, ErrorKind, Id, OutputFormat, PictureFile, Pixels};
use plantain_image::{Coding, EncodeOptions, Metadata, encode, resize};
use plantain_store::{
    Appended, Durability, Idempotency, NewTurn, ObjectName, SessionPage, SessionRecord, Sessions,
    TurnRecord,
};
use serde::{Deserialize, Serialize};

use crate::tasks::{StoredEngine, StoredPicture, TaskResult};
use crate::world::random_bytes;
use crate::{Drawn, NewClaim, Outputs, Retention, Studio, World};

/// Most turns of a session.
const TURNS_MAX: u32 = 1_000;
/// Longest title, characters.
const TITLE_CHARS_MAX: usize = 200;
/// Longer side of a thumbnail, pixels, and its quality.
const THUMBNAIL_SIDE: u32 = 320;
const THUMBNAIL_QUALITY: u8 = 80;

/// Keeps conversations.
pub struct Conversations {
    record: Arc<dyn Sessions>,
    studio: Arc<Studio>,
    outputs: Arc<Outputs>,
    retention: Arc<Retention>,
    world: Arc<dyn World>,
}

/// What was said and drawn in a turn, as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredTurn {
    pub action: TurnAction,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt: Option<String>,
    /// The model that was asked for; none where nothing was drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engine: Option<StoredEngine>,
    pub pictures: Vec<TurnPicture>,
}

/// What a turn does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TurnAction {
    /// The client brings a picture.
    Upload,
    /// A new picture is drawn.
    Generate,
    /// A picture is changed.
    Edit,
}

impl TurnAction {
    pub fn name(self) -> &'static str {
        match self {
            Self::Upload => "upload",
            Self::Generate => "generate",
            Self::Edit => "edit",
        }
    }
}

/// A picture with its thumbnail.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TurnPicture {
    #[serde(flatten)]
    pub picture: StoredPicture,
    /// Name of a small WebP in the object store; none for formats without pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<String>,
}

/// A turn as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    pub record: TurnRecord,
    pub body: StoredTurn,
}

/// What a turn is made of beside its pictures.
#[derive(Debug, Clone)]
pub struct TurnPlan {
    /// The session as it was when the turn began.
    pub session: SessionRecord,
    pub parent: Option<Id>,
    pub action: TurnAction,
    pub prompt: Option<String>,
    /// The client's promise that the same key means the same turn.
    pub promise: Option<Idempotency>,
}

impl Conversations {
    pub fn new(
        record: Arc<dyn Sessions>,
        studio: Arc<Studio>,
        outputs: Arc<Outputs>,
        retention: Arc<Retention>,
        world: Arc<dyn World>,
    ) -> Self {
        Self {
            record,
            studio,
            outputs,
            retention,
            world,
        }
    }

    /// Begins a conversation of `owner` ([`crate::Caller::owner`]).
    pub async fn create(&self, owner: &str, title: Option<String>) -> Result<SessionRecord, Error> {
        let title = title.map(|title| check_title(&title)).transpose()?;
        let now_ms = self.world.now_ms();
        let session = SessionRecord {
            id: Id::new("ses", random_bytes(&*self.world)),
            owner: owner.to_owned(),
            title,
            created_ms: now_ms,
            updated_ms: now_ms,
            head: None,
            turns: 0,
        };
        self.record.create(&session).await?;
        Ok(session)
    }

    /// Returns the owner's session with this id.
    pub async fn get(&self, owner: &str, id: &str) -> Result<SessionRecord, Error> {
        let found = match is_id(id) {
            true => self.record.session(owner, id).await?,
            false => None,
        };
        found.ok_or_else(|| unknown_session(id))
    }

    /// Returns the owner's sessions, the one changed last first, from behind a time of change and id.
    pub async fn list(
        &self,
        owner: &str,
        after: Option<(i64, &str)>,
        limit: u32,
    ) -> Result<Vec<SessionRecord>, Error> {
        let page = SessionPage {
            owner,
            after,
            limit,
        };
        Ok(self.record.sessions(page).await?)
    }

    /// Returns a turn of a session that the caller has.
    pub async fn turn(&self, session: &SessionRecord, id: &str) -> Result<Turn, Error> {
        let found = match is_id(id) {
            true => self.record.turn(&session.id, id).await?,
            false => None,
        };
        found.map_or_else(|| Err(unknown_turn(id)), read)
    }

    /// Returns the turn that was taken with this promise, if there is one.
    ///
    /// # Errors
    /// Conflict when the same key was used for another request.
    pub async fn promised(
        &self,
        session: &SessionRecord,
        promise: &Idempotency,
    ) -> Result<Option<Turn>, Error> {
        let found = self.record.promised(&session.id, &promise.key).await?;
        let Some(found) = found else {
            return Ok(None);
        };
        if found.promise.as_ref() != Some(promise) {
            let id = &found.id;
            let message = format!(
                "This Idempotency-Key was used for another request (turn {id}); use a new key for a new request."
            );
            let error = Error::new(ErrorKind::Conflict, "idempotency_conflict", message);
            return Err(error.with_field("Idempotency-Key"));
        }
        read(found).map(Some)
    }

    /// Returns the turns of a session behind a number, oldest first.
    pub async fn turns(
        &self,
        session: &SessionRecord,
        after: u32,
        limit: u32,
    ) -> Result<Vec<Turn>, Error> {
        let turns = self.record.turns(&session.id, after, limit).await?;
        turns.into_iter().map(read).collect()
    }

    /// Keeps what was drawn as a turn, and returns the session as it is then.
    pub async fn keep_drawn(
        &self,
        plan: TurnPlan,
        drawn: &Drawn,
    ) -> Result<(SessionRecord, Turn), Error> {
        let mut names = Vec::with_capacity(drawn.pictures.len());
        let mut thumbnails = Vec::with_capacity(drawn.pictures.len());
        for picture in &drawn.pictures {
            let kind = picture.format;
            names.push(
                self.keep(&plan.session, picture.bytes.clone(), kind)
                    .await?,
            );
            let file = PictureFile {
                field: "picture".into(),
                file: Arc::from(&picture.bytes[..]),
            };
            let small = self.studio.view(file).await.ok();
            thumbnails.push(self.thumbnail(&plan.session, small).await?);
        }
        let result = TaskResult::of(drawn, &names);
        let pictures = result.pictures.into_iter().zip(thumbnails);
        let body = StoredTurn {
            action: plan.action,
            prompt: plan.prompt.clone(),
            model: Some(drawn.model.as_str().to_owned()),
            engine: Some(result.engine),
            pictures: pictures
                .map(|(picture, thumbnail)| TurnPicture { picture, thumbnail })
                .collect(),
        };
        self.append(plan, drawn.task.clone(), body).await
    }

    /// Keeps a picture that the client brings as a turn.
    pub async fn keep_upload(
        &self,
        plan: TurnPlan,
        picture: PictureFile,
    ) -> Result<(SessionRecord, Turn), Error> {
        let bytes = Bytes::copy_from_slice(&picture.file);
        let pixels = self.studio.view(picture).await?;
        let format = OutputFormat::sniff(&bytes)
            .ok_or_else(|| Error::internal("a picture of no format was decoded"))?;
        let object = self.keep(&plan.session, bytes.clone(), format).await?;
        let picture = StoredPicture {
            object: object.to_string(),
            bytes: bytes.len() as u64,
            format: format.name().to_owned(),
            width: pixels.width,
            height: pixels.height,
            seed: 0,
            transparent: !pixels.opaque,
            plan: Vec::new(),
            notes: Vec::new(),
            alt: String::new(),
            edit: None,
        };
        let thumbnail = self.thumbnail(&plan.session, Some(pixels)).await?;
        let body = StoredTurn {
            action: plan.action,
            prompt: plan.prompt.clone(),
            model: None,
            engine: None,
            pictures: vec![TurnPicture { picture, thumbnail }],
        };
        self.append(plan, None, body).await
    }

    /// Goes back to the turn before the head, or to any turn; nothing is lost by it.
    pub async fn go_to(
        &self,
        session: &SessionRecord,
        to: Option<&str>,
    ) -> Result<SessionRecord, Error> {
        let target = match to {
            Some(id) => self.turn(session, id).await?.record.id,
            None => {
                let head = session.head.as_ref().ok_or_else(nothing_before)?;
                let head = self.turn(session, head.as_str()).await?;
                head.record.parent.ok_or_else(nothing_before)?
            }
        };
        let now_ms = self.world.now_ms();
        let id = session.id.as_str();
        let moved = self
            .record
            .move_head(&session.owner, id, Some(&target), now_ms);
        moved.await?.ok_or_else(|| unknown_session(id))
    }

    /// Forgets a session with its turns and pictures.
    pub async fn delete(&self, owner: &str, id: &str) -> Result<(), Error> {
        if !is_id(id) || !self.record.forget(owner, id).await? {
            return Err(unknown_session(id));
        }
        let id = Id::from_stored(id);
        self.retention.forget(owner, Some(&id)).await?;
        Ok(())
    }

    async fn append(
        &self,
        plan: TurnPlan,
        task: Option<Id>,
        body: StoredTurn,
    ) -> Result<(SessionRecord, Turn), Error> {
        let TurnPlan {
            session,
            parent,
            promise,
            ..
        } = plan;
        let turn = NewTurn {
            id: Id::new("turn", random_bytes(&*self.world)),
            session: session.id.clone(),
            owner: session.owner.clone(),
            parent,
            task,
            at_ms: self.world.now_ms(),
            body_json: serde_json::to_string(&body).map_err(Error::internal)?,
            promise,
            head_before: session.head,
            turns_max: TURNS_MAX,
        };
        match self.record.append(&turn).await? {
            Appended::New(session, record) => Ok((session, Turn { record, body })),
            Appended::Same(session, record) => Ok((session, read(record)?)),
            Appended::Full => Err(full()),
            Appended::Unknown => {
                // Deleted while the picture was drawn: its files go too.
                let owner = &session.owner;
                self.retention.forget(owner, Some(&session.id)).await?;
                Err(unknown_session(session.id.as_str()))
            }
        }
    }

    async fn keep(
        &self,
        session: &SessionRecord,
        bytes: Bytes,
        format: OutputFormat,
    ) -> Result<ObjectName, Error> {
        let size_bytes = bytes.len() as u64;
        let name = self.outputs.keep(bytes, format, Durability::Disk).await?;
        let claim = NewClaim {
            owner: session.owner.clone(),
            name: name.clone(),
            size_bytes,
            session: Some(session.id.clone()),
            task: None,
            expires_ms: None,
        };
        self.retention.claim(claim).await?;
        Ok(name)
    }

    async fn thumbnail(
        &self,
        session: &SessionRecord,
        pixels: Option<Pixels>,
    ) -> Result<Option<String>, Error> {
        let Some(pixels) = pixels else {
            return Ok(None);
        };
        let small = off_thread(move || thumbnail(&pixels)).await?;
        let small = small.map_err(Error::internal)?;
        let kept = self.keep(session, small.into(), OutputFormat::Webp).await?;
        Ok(Some(kept.to_string()))
    }
}

/// Returns the picture as a small WebP.
fn thumbnail(pixels: &Pixels) -> Result<Vec<u8>, plantain_image::ImageError> {
    let longer = pixels.width.max(pixels.height);
    let scaled = |side: u32| {
        let scaled = u64::from(side) * u64::from(THUMBNAIL_SIDE) / u64::from(longer);
        (scaled as u32).max(1)
    };
    let options = EncodeOptions {
        coding: Coding::WebpLossy {
            quality: THUMBNAIL_QUALITY,
        },
        metadata: Metadata::default(),
    };
    match longer > THUMBNAIL_SIDE {
        true => {
            let small = resize(pixels, scaled(pixels.width), scaled(pixels.height))?;
            encode(&small, &options)
        }
        false => encode(pixels, &options),
    }
}

/// Pixels are worked on where nobody waits for the network.
async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    let handle = tokio::task::spawn_blocking(work);
    handle.await.map_err(Error::internal)
}

fn read(record: TurnRecord) -> Result<Turn, Error> {
    let body = serde_json::from_str(&record.body_json)
        .map_err(|error| Error::internal(format_args!("{}: {error}", record.id)))?;
    Ok(Turn { record, body })
}

fn check_title(title: &str) -> Result<String, Error> {
    let title = title.trim();
    let length = title.chars().count();
    match (1..=TITLE_CHARS_MAX).contains(&length) && !title.chars().any(char::is_control) {
        true => Ok(title.to_owned()),
        false => Err(Error::invalid(
            "invalid_title",
            "title",
            title,
            format_args!("must have 1 to {TITLE_CHARS_MAX} characters on one line"),
        )),
    }
}

/// Whether text from outside can be an id at all. Not every database takes every character.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn unknown_session(id: &str) -> Error {
    Error::new(
        ErrorKind::NotFound,
        "unknown_session",
        "There is no such session under this key: it was never made, or it was deleted; GET /plantain/v1/sessions lists yours.",
    )
    .with_field("id")
    .with_value(id)
}

fn unknown_turn(id: &str) -> Error {
    Error::new(
        ErrorKind::NotFound,
        "unknown_turn",
        "The session has no such turn; GET /plantain/v1/sessions/{id}/turns lists them.",
    )
    .with_field("turn")
    .with_value(id)
}

fn nothing_before() -> Error {
    Error::new(
        ErrorKind::Conflict,
        "nothing_to_undo",
        "There is no turn before this one; name one in \"to\", or begin a new session.",
    )
}

fn full() -> Error {
    let message = format!(
        "The session has {TURNS_MAX} turns, which is the most; begin a new one with the last picture."
    );
    Error::new(ErrorKind::Conflict, "session_full", message)
}

#[cfg(test)]
mod tests {
    use plantain_image::{Limits, decode};

    use super::*;

    #[test]
    fn thumbnails_keep_the_ratio_and_never_grow() {
        for (size, expected) in [
            ((1024, 1024), (320, 320)),
            ((2000, 500), (320, 80)),
            ((100, 60), (100, 60)),
            ((12_000, 16), (320, 1)),
        ] {
            let pixels = Pixels {
                width: size.0,
                height: size.1,
                rgba: vec![200; (size.0 * size.1 * 4) as usize],
                opaque: false,
            };
            let file = thumbnail(&pixels).unwrap();
            let small = decode(&file, &Limits::default()).unwrap();
            assert_eq!((small.width, small.height), expected, "{size:?}");
        }
    }

    #[test]
    fn titles_are_one_line() {
        assert_eq!(check_title("  a lamp ").unwrap(), "a lamp");
        for bad in ["", "  ", "two\nlines", &"x".repeat(201)] {
            assert_eq!(check_title(bad).unwrap_err().code, "invalid_title", "{bad}");
        }
    }
}
