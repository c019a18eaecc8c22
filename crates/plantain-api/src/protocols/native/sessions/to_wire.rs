//! Conversations → wire structs.

use axum::http::HeaderMap;
use plantain_app::{Drawn, Turn, TurnAction, TurnPicture};
use plantain_core::{Error, OutputFormat};
use plantain_store::{ObjectName, SessionRecord};

use super::wire;
use crate::Server;
use crate::protocols::native::tasks::describe_picture;
use crate::protocols::native::{to_wire, wire as native};

pub fn session(record: SessionRecord) -> wire::Session {
    wire::Session {
        id: record.id.to_string(),
        title: record.title,
        created_ms: record.created_ms,
        updated_ms: record.updated_ms,
        head: record.head.map(|head| head.to_string()),
        turns: record.turns,
    }
}

pub async fn turns(
    server: &Server,
    turns: &[Turn],
    headers: &HeaderMap,
) -> Result<Vec<wire::Turn>, Error> {
    let mut described = Vec::with_capacity(turns.len());
    for turn in turns {
        described.push(self::turn(server, turn, headers).await?);
    }
    Ok(described)
}

pub async fn turn(server: &Server, turn: &Turn, headers: &HeaderMap) -> Result<wire::Turn, Error> {
    let mut images = Vec::with_capacity(turn.body.pictures.len());
    for picture in &turn.body.pictures {
        let drawn = turn.body.action != TurnAction::Upload;
        images.push(image(server, picture, drawn, headers).await?);
    }
    let record = &turn.record;
    Ok(wire::Turn {
        id: record.id.to_string(),
        session: record.session.to_string(),
        number: record.number,
        parent: record.parent.as_ref().map(ToString::to_string),
        action: turn.body.action.name(),
        prompt: turn.body.prompt.clone(),
        created_ms: record.created_ms,
        task: record.task.as_ref().map(ToString::to_string),
        model: turn.body.model.clone(),
        images,
    })
}

async fn image(
    server: &Server,
    stored: &TurnPicture,
    drawn: bool,
    headers: &HeaderMap,
) -> Result<wire::TurnImage, Error> {
    let mut picture = describe_picture(server, &stored.picture, headers).await?;
    if !drawn {
        picture.seed = None;
    }
    let small = stored.thumbnail.as_deref().and_then(ObjectName::parse);
    let now_ms = server.app.world.now_ms();
    let thumbnail_url = match small {
        Some(name) => Some(server.url(&server.app.outputs.link(&name, now_ms), headers)),
        None if picture.format == OutputFormat::Svg.name() => picture.url.clone(),
        None => None,
    };
    let edit = stored.picture.edit.as_ref().map(|edit| native::Edit {
        located_by: edit.located_by.clone().into(),
        confidence: edit.confidence,
        changed_fraction: edit.changed,
    });
    Ok(wire::TurnImage {
        picture,
        thumbnail_url,
        b64_json: None,
        edit,
    })
}

pub fn taken(turn: wire::Turn, session: &SessionRecord, drawn: Option<&Drawn>) -> wire::TurnTaken {
    wire::TurnTaken {
        turn,
        head: session.head.as_ref().map(ToString::to_string),
        engine: drawn.map(|drawn| to_wire::engine(drawn.engine)),
        timing: drawn.map(to_wire::timing),
    }
}

/// Puts the files themselves into a turn.
pub fn put_bytes(turn: &mut wire::Turn, drawn: &Drawn) {
    for (image, picture) in turn.images.iter_mut().zip(&drawn.pictures) {
        image.b64_json = Some(picture.bytes.clone());
    }
}
