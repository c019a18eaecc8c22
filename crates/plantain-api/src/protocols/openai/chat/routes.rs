//! `/openai/v1/chat/completions`.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use plantain_app::{Caller, Drawn};
use plantain_core::Error;
use tokio::sync::mpsc;

use super::from_wire::{self, Chat};
use super::to_wire::{self, Head};
use super::wire::{ChatRequest, Choice, Completion, Said};
use crate::body::Wire;
use crate::door::Visitor;
use crate::events::{self, Frames, Gone};
use crate::fail::Fail;
use crate::protocol::Protocol;
use crate::protocols::openai::drawing::{self, Step};
use crate::protocols::openai::wire::StreamError;
use crate::protocols::openai::{error, responses};
use crate::report::{self, Report};
use crate::{Server, json, limit_headers, records};

/// Draws or changes a picture in a chat.
#[utoipa::path(post, path = "/openai/v1/chat/completions", tag = "openai",
    request_body = ChatRequest,
    responses(
        (status = 200, description = "The completion; with stream, server-sent events.", content((Completion = "application/json"), (Object = "text/event-stream"))),
    ))]
pub async fn complete_chat(
    State(server): State<Arc<Server>>,
    Visitor { caller, terms }: Visitor,
    Wire(body): Wire<ChatRequest>,
) -> Result<Response, Fail> {
    let mut chat = from_wire::chat(&server, caller.owner(), body).await?;
    chat.order.commission.terms = terms;
    let head = Head {
        id: records::mint(&server, "chatcmpl").to_string(),
        created: server.app.world.now_ms() / 1000,
        model: chat.model.clone(),
    };
    if chat.order.stream {
        return Ok(stream(&server, &caller, chat, head).await?);
    }
    let drawn = drawing::all(&server, &caller, chat.order.commission.clone()).await?;
    let mut choices = Vec::new();
    for (index, picture) in drawn.pictures.iter().enumerate() {
        let sentence = responses::sentence(std::slice::from_ref(picture), &chat.unmet);
        choices.push(Choice {
            index,
            message: Some(to_wire::said(picture, sentence)),
            finish_reason: Some("stop"),
            ..Choice::default()
        });
    }
    let usage = to_wire::usage([&drawn], &chat.order);
    let bytes = drawn.pictures.iter().map(|picture| picture.bytes.len());
    let completion = head.completion(choices, usage);
    let mut reply = json::reply(StatusCode::OK, &completion, bytes.sum())?;
    reply
        .headers_mut()
        .extend(report::headers(&drawn, &chat.unmet));
    reply.extensions_mut().insert(Report::new(&drawn));
    Ok(reply)
}

/// Answers with pieces: each picture as soon as it is finished.
async fn stream(
    server: &Arc<Server>,
    caller: &Caller,
    chat: Chat,
    head: Head,
) -> Result<Response, Error> {
    let (frames, body) = Frames::channel();
    let commission = chat.order.commission.clone();
    let started = drawing::start(server, caller, commission, 0).await?;
    // A client that goes away closes the channel, which ends the task and with it the drawing.
    tokio::spawn(async move {
        // Nobody is left to hear of a failure to send.
        let _ = write(started.steps, &chat, &head, &frames).await;
    });
    let mut response = events::respond(body).await?;
    limit_headers::write(Protocol::OpenAi, &started.limits, response.headers_mut());
    Ok(response)
}

async fn write(
    mut steps: mpsc::Receiver<Step>,
    chat: &Chat,
    head: &Head,
    frames: &Frames,
) -> Result<(), Gone> {
    let mut drawings: Vec<Drawn> = Vec::new();
    while let Some(step) = steps.recv().await {
        match step {
            Step::Preview(_) => {}
            Step::Finished(drawn) => {
                let index = drawings.len();
                for piece in pieces(&drawn, chat, index) {
                    frames.unnamed(&head.chunk(vec![piece])).await?;
                }
                drawings.push(drawn);
            }
            Step::Failed(failure) if drawings.is_empty() => return frames.fail(failure).await,
            // Once a stream has begun its failure is a piece of its own.
            Step::Failed(failure) => {
                let failure = StreamError {
                    kind: "error",
                    error: error::body(&failure),
                };
                return frames.unnamed(&failure).await;
            }
        }
    }
    if chat.include_usage {
        let usage = to_wire::usage(&drawings, &chat.order);
        let last = Completion {
            usage: Some(usage),
            ..head.chunk(Vec::new())
        };
        frames.unnamed(&last).await?;
    }
    frames.data("[DONE]").await
}

/// The pieces of one choice: who speaks and the sentence, the picture, the end.
fn pieces(drawn: &Drawn, chat: &Chat, index: usize) -> Vec<Choice> {
    let piece = |delta: Said, finish_reason| Choice {
        index,
        delta: Some(delta),
        finish_reason,
        ..Choice::default()
    };
    let mut pieces = Vec::new();
    for picture in &drawn.pictures {
        let sentence = responses::sentence(std::slice::from_ref(picture), &chat.unmet);
        let whole = to_wire::said(picture, sentence);
        let words = Said {
            images: Vec::new(),
            ..whole
        };
        pieces.push(piece(words, None));
        let picture = Said {
            images: whole.images,
            ..Said::default()
        };
        pieces.push(piece(picture, None));
    }
    pieces.push(piece(Said::default(), Some("stop")));
    pieces
}
