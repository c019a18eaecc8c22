//! Responses as server-sent events: live while they are drawn, or told again from the store.

use std::sync::Arc;

use axum::response::Response as HttpResponse;
use plantain_app::{Caller, Drawn, Preview};
use plantain_core::Error;
use serde::Serialize;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::run::{self, Job};
use super::store::Stored;
use super::to_wire::{self, output_text};
use super::wire::{OutputItem, Response};
use crate::behind::{self, Deferred};
use crate::events::{self, Frames, Gone};
use crate::protocol::Protocol;
use crate::protocols::openai::drawing::{self, Step};
use crate::protocols::openai::error;
use crate::{Server, json, limit_headers};

/// Answers with every step of a response.
pub async fn live(server: &Arc<Server>, job: Job) -> Result<HttpResponse, Error> {
    let (frames, body) = Frames::channel();
    let commission = job.order.commission.clone();
    let started = drawing::start(server, &job.caller, commission, job.order.partials).await?;
    let server = Arc::clone(server);
    // A client that goes away closes the channel, which ends the task and with it the drawing.
    tokio::spawn(async move {
        let events = Events::new(frames, None);
        // Nobody is left to hear of a failure to send.
        let _ = write(&server, &job, started.steps, events).await;
    });
    let mut response = events::respond(body).await?;
    limit_headers::write(Protocol::OpenAi, &started.limits, response.headers_mut());
    Ok(response)
}

/// Answers with the steps of a stored response after number `after`, as far as they are known; one that is under way is
/// waited for.
pub async fn again(
    server: &Arc<Server>,
    caller: &Caller,
    id: &str,
    after: Option<u64>,
) -> Result<HttpResponse, Error> {
    let stored = Stored::get(server, caller, id).await?.body;
    let (frames, body) = Frames::channel();
    let (server, caller, id) = (Arc::clone(server), caller.clone(), id.to_owned());
    tokio::spawn(async move {
        let mut events = Events::new(frames, after);
        let mut begun = stored.response.clone();
        begun["status"] = "in_progress".into();
        begun["output"] = json!([]);
        for name in ["error", "usage", "tool_usage", "completed_at"] {
            begun[name] = Value::Null;
        }
        let told = async {
            events.of_response("response.created", &begun).await?;
            events.of_response("response.in_progress", &begun).await?;
            let ended = match behind::ended::<Stored>(&server, &caller, &id).await {
                Ok(stored) => stored.body.whole(&server).await,
                Err(error) => Err(error),
            };
            match ended {
                Ok(response) => tell_again(&mut events, &response).await,
                Err(error) => events.error(&error).await,
            }
        };
        let _: Result<(), Gone> = told.await;
    });
    events::respond(body).await
}

/// Numbers events, and leaves out those that the client has.
struct Events {
    frames: Frames,
    next: u64,
    after: Option<u64>,
}

#[derive(Serialize)]
struct Event<T> {
    #[serde(rename = "type")]
    kind: &'static str,
    sequence_number: u64,
    #[serde(flatten)]
    data: T,
}

#[derive(Serialize)]
struct OfResponse<'a, R> {
    response: &'a R,
}

#[derive(Serialize)]
struct OfItem<'a, I> {
    output_index: usize,
    item: &'a I,
}

#[derive(Serialize)]
struct OfCall<'a> {
    output_index: usize,
    item_id: &'a str,
}

#[derive(Serialize)]
struct Partial<'a> {
    output_index: usize,
    item_id: &'a str,
    partial_image_index: u8,
    #[serde(serialize_with = "json::base64")]
    partial_image_b64: bytes::Bytes,
    size: String,
    quality: &'static str,
    output_format: &'static str,
}

#[derive(Serialize)]
struct OfText<'a, T> {
    output_index: usize,
    item_id: &'a str,
    content_index: usize,
    #[serde(flatten)]
    text: T,
}

impl Events {
    fn new(frames: Frames, after: Option<u64>) -> Self {
        Self {
            frames,
            next: 0,
            after,
        }
    }

    async fn send<T: Serialize>(&mut self, kind: &'static str, data: T) -> Result<(), Gone> {
        let sequence_number = self.next;
        self.next += 1;
        if self.after.is_some_and(|after| sequence_number <= after) {
            return Ok(());
        }
        let event = Event {
            kind,
            sequence_number,
            data,
        };
        self.frames.event(kind, &event).await
    }

    async fn of_response<R: Serialize>(
        &mut self,
        kind: &'static str,
        response: &R,
    ) -> Result<(), Gone> {
        self.send(kind, OfResponse { response }).await
    }

    async fn of_item<I: Serialize>(
        &mut self,
        kind: &'static str,
        output_index: usize,
        item: &I,
    ) -> Result<(), Gone> {
        self.send(kind, OfItem { output_index, item }).await
    }

    /// Tells that a picture is begun.
    async fn begin_call(&mut self, output_index: usize, item_id: &str) -> Result<(), Gone> {
        let item = to_wire::call_under_way(item_id);
        self.of_item("response.output_item.added", output_index, &item)
            .await?;
        for kind in [
            "response.image_generation_call.in_progress",
            "response.image_generation_call.generating",
        ] {
            self.send(
                kind,
                OfCall {
                    output_index,
                    item_id,
                },
            )
            .await?;
        }
        Ok(())
    }

    /// Tells that a picture is finished.
    async fn end_call<I: Serialize>(
        &mut self,
        output_index: usize,
        item_id: &str,
        item: &I,
    ) -> Result<(), Gone> {
        let kind = "response.image_generation_call.completed";
        self.send(
            kind,
            OfCall {
                output_index,
                item_id,
            },
        )
        .await?;
        self.of_item("response.output_item.done", output_index, item)
            .await
    }

    /// Tells the sentence about the pictures, all at once.
    async fn message<I: Serialize>(
        &mut self,
        output_index: usize,
        item_id: &str,
        text: &str,
        item: &I,
    ) -> Result<(), Gone> {
        let begun = json!({"id": item_id, "type": "message", "status": "in_progress", "role": "assistant", "content": []});
        self.of_item("response.output_item.added", output_index, &begun)
            .await?;
        let whole = output_text(text.to_owned());
        let part = json!({"part": output_text(String::new())});
        let done = json!({"part": whole});
        let delta = json!({"delta": text, "logprobs": []});
        let text = json!({"text": text, "logprobs": []});
        for (kind, text) in [
            ("response.content_part.added", part),
            ("response.output_text.delta", delta),
            ("response.output_text.done", text),
            ("response.content_part.done", done),
        ] {
            let data = OfText {
                output_index,
                item_id,
                content_index: 0,
                text,
            };
            self.send(kind, data).await?;
        }
        self.of_item("response.output_item.done", output_index, item)
            .await
    }

    /// Tells of a failure so that SDKs raise it.
    async fn error(&mut self, failure: &Error) -> Result<(), Gone> {
        let body = error::body(failure);
        let data =
            json!({"code": body.code, "message": body.message, "param": body.param, "error": body});
        self.send("error", data).await
    }
}

async fn write(
    server: &Server,
    job: &Job,
    mut steps: mpsc::Receiver<Step>,
    mut events: Events,
) -> Result<(), Gone> {
    let begun = job.draft.unfinished("in_progress");
    events.of_response("response.created", &begun).await?;
    events.of_response("response.in_progress", &begun).await?;
    let mut output: Vec<OutputItem> = Vec::new();
    let mut drawings: Vec<Drawn> = Vec::new();
    let count = usize::from(job.order.request().count.get());
    for index in 0..count {
        let id = run::call_id(server);
        events.begin_call(index, &id).await?;
        let drawn = loop {
            match steps.recv().await {
                Some(Step::Preview(preview)) => {
                    let partial = partial(preview, job, index, &id);
                    let kind = "response.image_generation_call.partial_image";
                    events.send(kind, partial).await?;
                }
                Some(Step::Finished(drawn)) => break Ok(drawn),
                Some(Step::Failed(error)) => break Err(error),
                None => break Err(Error::internal("the drawing ended without a picture")),
            }
        };
        match drawn {
            Ok(drawn) => {
                if let Some(picture) = drawn.pictures.first() {
                    let item = to_wire::call(id.clone(), picture, &job.order);
                    events.end_call(index, &id, &item).await?;
                    output.push(item);
                }
                drawings.push(drawn);
            }
            Err(error) => {
                let item = to_wire::failed_call(id, &error);
                events
                    .of_item("response.output_item.done", index, &item)
                    .await?;
                output.push(item);
                let response = job.draft.failed(output, &error);
                return fail(server, job, &response, &error, &mut events).await;
            }
        }
    }
    let response = run::finish(server, job, output, &drawings);
    if let Some(OutputItem::Message(message)) = response.output.last() {
        let text = message.content.first().map_or("", |part| &part.text);
        events.message(count, &message.id, text, message).await?;
    }
    match run::keep(server, job, &response, &drawings).await {
        Ok(()) => events.of_response("response.completed", &response).await,
        Err(error) => {
            let response = job.draft.failed(Vec::new(), &error);
            fail(server, job, &response, &error, &mut events).await
        }
    }
}

async fn fail(
    server: &Server,
    job: &Job,
    response: &Response,
    failure: &Error,
    events: &mut Events,
) -> Result<(), Gone> {
    tracing::debug!(
        code = failure.code,
        detail = failure.detail.as_deref(),
        "{}",
        failure.message
    );
    if let Err(error) = run::keep(server, job, response, &[]).await {
        tracing::error!(
            detail = error.detail.as_deref(),
            "a response that failed cannot be stored: {}",
            error.message
        );
    }
    events.of_response("response.failed", response).await?;
    events.error(failure).await
}

fn partial<'a>(preview: Preview, job: &Job, output_index: usize, item_id: &'a str) -> Partial<'a> {
    Partial {
        output_index,
        item_id,
        partial_image_index: preview.index,
        partial_image_b64: preview.bytes,
        size: preview.size.to_string(),
        quality: job.order.quality,
        output_format: job.order.request().encoding.format.name(),
    }
}

/// Tells the items and the end of a response that is at its end.
async fn tell_again(events: &mut Events, response: &Value) -> Result<(), Gone> {
    let items = response["output"].as_array();
    for (index, item) in items.into_iter().flatten().enumerate() {
        let id = item["id"].as_str().unwrap_or_default();
        match (item["type"].as_str(), item["status"].as_str()) {
            (Some("message"), _) => {
                let text = item["content"][0]["text"].as_str().unwrap_or_default();
                events.message(index, id, text, item).await?;
            }
            (_, Some("completed")) => {
                events.begin_call(index, id).await?;
                events.end_call(index, id, item).await?;
            }
            _ => {
                events.begin_call(index, id).await?;
                events
                    .of_item("response.output_item.done", index, item)
                    .await?;
            }
        }
    }
    let kind = match response["status"].as_str() {
        Some("completed") => "response.completed",
        Some("cancelled") => "response.cancelled",
        _ => "response.failed",
    };
    events.of_response(kind, response).await
}
