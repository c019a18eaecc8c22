//! What a turn wants, with everything opened that it speaks of.

use std::sync::Arc;

use plantain_app::{Turn, TurnAction, TurnPlan};
use plantain_core::{Error, PictureFile, Seed};
use plantain_store::{Idempotency, SessionRecord};

use super::wire;
use crate::Server;
use crate::anew::orders_a_picture;
use crate::pictures::{self, PictureRef};
use crate::protocols::native::from_wire::{self, Order};
use crate::protocols::native::parts::Parts;

pub struct Wish {
    pub plan: TurnPlan,
    pub what: What,
}

pub enum What {
    Upload(PictureFile),
    Draw {
        order: Box<Order>,
        /// What is drawn where the words are not understood as a change, if they read like the order for a new picture.
        anew: Option<Box<Order>>,
    },
}

impl Wish {
    /// Reads a turn of `session` that goes on from `parent`.
    pub async fn read(
        server: &Server,
        session: SessionRecord,
        parent: Option<Turn>,
        promise: Option<Idempotency>,
        parts: Parts<wire::Say>,
    ) -> Result<Self, Error> {
        let plan = |action, prompt: Option<&str>| TurnPlan {
            parent: parent.as_ref().map(|turn| turn.record.id.clone()),
            session,
            action,
            prompt: prompt.map(str::to_owned),
            promise,
        };
        let wanted = action(parts.body.action.as_deref())?;
        let prompt = parts.body.drawing.prompt.clone();
        let brings = parts.image.is_some() || !parts.images.is_empty();
        let (action, what) = match (parts.image, prompt.as_deref()) {
            (Some(image), None) => (TurnAction::Upload, What::Upload(open(server, image).await?)),
            (image, _) => {
                let edits = match wanted {
                    Some(action) => action == TurnAction::Edit,
                    None => brings || parent.is_some(),
                };
                let parts = Parts { image, ..parts };
                match edits {
                    true => {
                        let anew = wanted.is_none() && !brings;
                        let edit = edit(server, parent.as_ref(), parts, anew);
                        (TurnAction::Edit, edit.await?)
                    }
                    false => (TurnAction::Generate, generate(&parts, brings)?),
                }
            }
        };
        let plan = plan(action, prompt.as_deref());
        Ok(Self { plan, what })
    }
}

/// Returns the action that is asked for; none when the turn is to tell by itself.
fn action(name: Option<&str>) -> Result<Option<TurnAction>, Error> {
    match name {
        None | Some("auto") => Ok(None),
        Some("generate") => Ok(Some(TurnAction::Generate)),
        Some("edit") => Ok(Some(TurnAction::Edit)),
        Some(other) => {
            let remedy = "must be one of auto, generate, edit";
            Err(Error::invalid("invalid_action", "action", other, remedy))
        }
    }
}

fn generate(parts: &Parts<wire::Say>, brings: bool) -> Result<What, Error> {
    if brings {
        let remedy = "goes with an edit; leave the action out, or send the picture as style_of to keep its look";
        let code = "image_without_edit";
        return Err(Error::invalid(code, "image", "a picture", remedy));
    }
    Ok(What::Draw {
        order: Box::new(from_wire::generate(&parts.body.drawing)?),
        anew: None,
    })
}

/// `may_be_new`: words that are not understood as a change may order a new picture.
async fn edit(
    server: &Server,
    parent: Option<&Turn>,
    parts: Parts<wire::Say>,
    may_be_new: bool,
) -> Result<What, Error> {
    let mut drawing = parts.body.drawing;
    let masked = parts.mask.is_some() || drawing.mask_shapes.is_some();
    // The pictures are handed over opened.
    (drawing.image, drawing.images, drawing.mask) = (None, None, None);
    let mut files = Vec::new();
    match (parts.image, parent) {
        (Some(image), _) => files.push(open(server, image).await?),
        (None, Some(parent)) => {
            let index = parts.body.parent_image;
            let index = index.map_or(0, |index| index.clamped());
            files.push(picture_of(server, parent, index).await?);
        }
        (None, None) => {}
    }
    files.extend(pictures::open(server, parts.images).await?);
    let mask = match parts.mask {
        Some(mask) => Some(open(server, mask).await?),
        None => None,
    };
    let mut order = from_wire::edit(&drawing, files, mask)?;
    // A conversation keeps the seed of its picture unless it asks for another.
    let drawn = parent.filter(|turn| turn.body.engine.is_some());
    let seed = drawn.and_then(|turn| turn.body.pictures.first());
    let seed = seed.map(|picture| Seed(picture.picture.seed));
    order.request.seed = order.request.seed.or(seed);
    let text = drawing.prompt.as_deref().unwrap_or_default();
    let anew = match may_be_new && !masked && orders_a_picture(text) {
        true => Some(Box::new(from_wire::generate(&drawing)?)),
        false => None,
    };
    Ok(What::Draw {
        order: Box::new(order),
        anew,
    })
}

async fn open(server: &Server, picture: PictureRef) -> Result<PictureFile, Error> {
    let opened = pictures::open(server, vec![picture]).await?;
    let opened = opened.into_iter().next();
    opened.ok_or_else(|| Error::internal("a picture was lost while it was opened"))
}

/// Returns the picture that the next turn changes.
async fn picture_of(server: &Server, turn: &Turn, index: i64) -> Result<PictureFile, Error> {
    let pictures = &turn.body.pictures;
    let picture = usize::try_from(index).ok().and_then(|at| pictures.get(at));
    let picture = picture.ok_or_else(|| {
        let most = pictures.len().saturating_sub(1);
        let remedy = format!("must be 0 to {most}: the turn has {} pictures", most + 1);
        Error::invalid("invalid_parent_image", "parent_image", index, remedy)
    })?;
    let bytes = server.app.outputs.get_named(&picture.picture.object).await;
    let bytes = bytes.map_err(|error| error.with_field("parent"))?;
    Ok(PictureFile {
        field: "parent".into(),
        file: Arc::from(&bytes[..]),
    })
}
