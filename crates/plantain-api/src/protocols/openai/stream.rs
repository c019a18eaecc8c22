//! Pictures as server-sent events: previews while each is drawn, then the picture.

use std::sync::Arc;

use axum::response::Response;
use plantain_app::Caller;
use plantain_core::Error;
use tokio::sync::mpsc;

use super::drawing::{self, Step};
use super::error;
use super::from_wire::Order;
use super::to_wire;
use super::wire::StreamError;
use crate::events::{self, Frames};
use crate::protocol::Protocol;
use crate::{Server, limit_headers};

/// Answers with the pictures in order, each after its previews.
pub async fn answer(
    server: &Arc<Server>,
    caller: &Caller,
    order: Order,
) -> Result<Response, Error> {
    let (frames, body) = Frames::channel();
    let created = server.app.world.now_ms() / 1000;
    let commission = order.commission.clone();
    let started = drawing::start(server, caller, commission, order.partials).await?;
    // A client that goes away closes the channel, which ends the task and with it the drawing.
    tokio::spawn(async move {
        // Nobody is left to hear of a failure to send.
        let _ = write(started.steps, &order, created, &frames).await;
    });
    let mut response = events::respond(body).await?;
    limit_headers::write(Protocol::OpenAi, &started.limits, response.headers_mut());
    Ok(response)
}

async fn write(
    mut steps: mpsc::Receiver<Step>,
    order: &Order,
    created: i64,
    frames: &Frames,
) -> Result<(), events::Gone> {
    let mut begun = false;
    while let Some(step) = steps.recv().await {
        match step {
            Step::Preview(preview) => {
                let event = to_wire::partial(preview, order, created);
                frames.event(event.kind, &event).await?;
            }
            Step::Finished(drawn) => {
                for picture in &drawn.pictures {
                    let event = to_wire::completed(&drawn, picture, order, created);
                    frames.event(event.kind, &event).await?;
                }
            }
            // Once a stream has begun its failure is an event; before that it is an ordinary error.
            Step::Failed(error) if begun => {
                let event = StreamError {
                    kind: "error",
                    error: error::body(&error),
                };
                frames.event(event.kind, &event).await?;
            }
            Step::Failed(error) => frames.fail(error).await?,
        }
        begun = true;
    }
    Ok(())
}
