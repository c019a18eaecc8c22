//! Pictures as server-sent events: previews while they are drawn, then the pictures.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;
use plantain_app::{Caller, Drawn, Preview, Watch};
use plantain_core::Error;
use tokio::sync::mpsc;

use super::from_wire::Order;
use super::wire::StreamError;
use super::{error, to_wire};
use crate::events::{self, FRAMES_WAITING_MAX};
use crate::{Server, json};

type Frames = mpsc::Sender<Result<Bytes, Error>>;

/// Answers with previews as they come, then with the pictures.
pub async fn answer(
    server: &Arc<Server>,
    caller: &Caller,
    order: Order,
) -> Result<Response, Error> {
    let (frames, body) = mpsc::channel(FRAMES_WAITING_MAX);
    // A client that goes away closes the channel, which ends the task and with it the drawing.
    tokio::spawn(write(Arc::clone(server), caller.clone(), order, frames));
    events::respond(body).await
}

async fn write(server: Arc<Server>, caller: Caller, order: Order, frames: Frames) {
    let created = server.app.world.now_ms() / 1000;
    let (sink, mut previews) = mpsc::unbounded_channel();
    let watch = Watch {
        previews: order.partials,
        sink,
    };
    let drawing = server.app.draw(&caller, order.request.clone(), Some(watch));
    tokio::pin!(drawing);
    let mut begun = false;
    let drawn = loop {
        tokio::select! {
            biased;
            Some(preview) = previews.recv() => {
                begun = true;
                if show(preview, &order, created, &frames).await.is_err() {
                    return;
                }
            }
            drawn = &mut drawing => break drawn,
        }
    };
    while let Ok(preview) = previews.try_recv() {
        begun = true;
        if show(preview, &order, created, &frames).await.is_err() {
            return;
        }
    }
    // Nobody is left to hear of a failure to send.
    let _ = match drawn {
        Ok(drawn) => finish(&drawn, &order, created, &frames).await,
        Err(error) if begun => fail(&error, &frames).await,
        Err(error) => send(Err(error), &frames).await,
    };
}

/// The client is gone.
struct Gone;

async fn show(preview: Preview, order: &Order, created: i64, frames: &Frames) -> Result<(), Gone> {
    let event = to_wire::partial(preview, order, created);
    send(events::frame(event.kind, &event), frames).await
}

async fn finish(drawn: &Drawn, order: &Order, created: i64, frames: &Frames) -> Result<(), Gone> {
    for picture in &drawn.pictures {
        let event = to_wire::completed(drawn, picture, order, created);
        send(events::frame(event.kind, &event), frames).await?;
    }
    Ok(())
}

/// Tells of a failure once the stream has begun; before that it is an ordinary error.
async fn fail(error: &Error, frames: &Frames) -> Result<(), Gone> {
    let event = StreamError {
        kind: "error",
        error: error::body(error),
    };
    send(events::frame(event.kind, &event), frames).await
}

async fn send(frame: Result<Bytes, Error>, frames: &Frames) -> Result<(), Gone> {
    frames.send(frame).await.map_err(|_| Gone)
}

/// Answers with one event for each picture. The stream defines no index, so they come in order.
pub fn completed(drawn: &Drawn, order: &Order, created: i64) -> Result<Response, Error> {
    let mut text = Vec::new();
    for picture in &drawn.pictures {
        let event = to_wire::completed(drawn, picture, order, created);
        text.extend_from_slice(&events::frame(event.kind, &event)?);
    }
    let mut response = json::respond(StatusCode::OK, "text/event-stream", Body::from(text));
    let no_store = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    Ok(response)
}
