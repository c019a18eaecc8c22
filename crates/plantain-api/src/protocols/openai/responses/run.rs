//! From a plan to a response: what went before is looked up, pictures are opened, drawn, told of and kept.

use plantain_app::{Caller, Drawn};
use plantain_core::{Error, ErrorKind, ImageRequest, Seed};
use plantain_engine::Note;

use super::from_wire::{CALL_PREFIX, Plan};
use super::store::{self, Memory, Stored};
use super::to_wire::{self, Draft};
use super::wire::{OutputItem, Response};
use crate::Server;
use crate::behind::Deferred;
use crate::protocols::openai::conversation::Wish;
use crate::protocols::openai::drawing::{self, Commission};
use crate::protocols::openai::from_wire::{self, Order};
use crate::protocols::openai::sources;
use crate::records;

/// Longest words of a conversation that are kept, bytes: what was said, sent and given back.
const KEPT_BYTES_MAX: usize = 4 << 20;

/// Everything that a response is made of.
#[derive(Debug)]
pub struct Job {
    pub caller: Caller,
    pub draft: Draft,
    pub created_ms: i64,
    pub order: Order,
    pub unmet: Vec<Note>,
    pub memory: Memory,
}

/// Makes a plan ready to be drawn. Everything that is wrong with the request shows here.
pub async fn prepare(server: &Server, caller: Caller, plan: Plan) -> Result<Job, Error> {
    let owner = caller.owner();
    let before = match &plan.previous {
        Some(id) => Some(previous(server, &caller, id).await?),
        None => None,
    };
    let mut texts = before
        .as_ref()
        .map_or_else(Vec::new, |before| before.texts.clone());
    let said = plan.turns.iter().filter(|turn| !turn.by_model);
    texts.extend(said.map(|turn| turn.text.clone()));
    check_length(&texts, &plan)?;
    let mut turns = before
        .as_ref()
        .map_or_else(Vec::new, |before| before.turns("previous_response_id"));
    turns.extend(plan.turns);
    let mut wish = Wish::read(turns, plan.action, "input")?;
    let anew = wish.anew("input");
    let pictures = std::mem::take(&mut wish.pictures);
    let files = sources::open(server, owner, pictures).await?;
    let mask = sources::open(server, owner, plan.mask.into_iter().collect()).await?;
    let (subject, look) = wish.subject("input", files, mask.into_iter().next())?;

    let order =
        from_wire::order(&plan.options, subject).map_err(|error| in_tool(error, &plan.tool))?;
    let seed = before.and_then(|before| before.seed).map(Seed);
    let request = ImageRequest {
        look,
        // A conversation keeps the seed of its picture unless it asks for another.
        seed: order.commission.request.seed.or(seed),
        ..order.commission.request
    };
    let mut unmet = plan.unmet;
    unmet.extend(order.unmet.clone());
    let created_ms = server.app.world.now_ms();
    Ok(Job {
        draft: Draft {
            id: records::mint(server, "resp").to_string(),
            created_at: created_ms / 1000,
            model: plan.model,
            previous: plan.previous,
            store: plan.store,
            background: plan.background,
            echo: plan.echo,
        },
        created_ms,
        order: Order {
            commission: Commission {
                anew,
                ..request.into()
            },
            ..order
        },
        unmet,
        caller,
        memory: Memory {
            input: plan.input,
            texts,
            seed: None,
        },
    })
}

/// Pictures are kept beside the conversation; its words have a limit.
fn check_length(texts: &[String], plan: &Plan) -> Result<(), Error> {
    let said: usize = texts.iter().map(String::len).sum();
    let written = |value| serde_json::to_vec(&value).map_or(0, |text| text.len());
    let echo = serde_json::to_vec(&plan.echo).map_or(0, |text| text.len());
    let sent: usize = plan.input.iter().map(written).sum();
    if said + sent + echo <= KEPT_BYTES_MAX {
        return Ok(());
    }
    let most = KEPT_BYTES_MAX >> 20;
    let message = format!(
        "input: the words of the conversation, with tools and options, have more than {most} MiB; begin a new one with the last picture."
    );
    Err(Error::new(ErrorKind::TooLarge, "conversation_too_long", message).with_field("input"))
}

/// Options stand inside the tool.
fn in_tool(error: Error, tool: &str) -> Error {
    match error.field.clone() {
        Some(field) => error.at(format!("{tool}.{field}")),
        None => error,
    }
}

async fn previous(server: &Server, caller: &Caller, id: &str) -> Result<store::Stored, Error> {
    let wrong = |code, why: &str| {
        let message = format!("previous_response_id: {why}; send earlier turns as input instead.");
        Error::new(ErrorKind::Invalid, code, message)
            .with_field("previous_response_id")
            .with_value(id)
    };
    let found = match Stored::get(server, caller, id).await {
        Ok(found) => found.body,
        Err(error) if error.kind == ErrorKind::NotFound => {
            let why = format!("there is no response {id:?}");
            return Err(wrong("previous_response_not_found", &why));
        }
        Err(error) => return Err(error),
    };
    match found.status() {
        "completed" => Ok(found),
        status => Err(wrong(
            "previous_response_unfinished",
            &format!("the response {id:?} is {status}"),
        )),
    }
}

/// Draws everything and returns the whole response, stored if it is to be.
pub async fn complete(server: &Server, job: &Job) -> Result<(Response, Drawn), Error> {
    let drawings = [drawing::all(server, &job.caller, job.order.commission.clone()).await?];
    let response = whole(server, job, &drawings);
    keep(server, job, &response, &drawings).await?;
    let [drawn] = drawings;
    Ok((response, drawn))
}

/// Returns the response with every picture.
pub fn whole(server: &Server, job: &Job, drawings: &[Drawn]) -> Response {
    let pictures = drawings.iter().flat_map(|drawn| &drawn.pictures);
    let calls = pictures.map(|picture| to_wire::call(call_id(server), picture, &job.order));
    finish(server, job, calls.collect(), drawings)
}

/// Returns the id of a new picture.
pub fn call_id(server: &Server) -> String {
    records::mint(server, CALL_PREFIX).to_string()
}

/// Returns the response for its finished pictures, with a sentence about them behind.
pub fn finish(
    server: &Server,
    job: &Job,
    mut output: Vec<OutputItem>,
    drawings: &[Drawn],
) -> Response {
    let pictures = drawings.iter().flat_map(|drawn| drawn.pictures.clone());
    let pictures: Vec<_> = pictures.collect();
    let sentence = to_wire::sentence(&pictures, &job.unmet);
    let usage = to_wire::usage(drawings, &job.order, &sentence);
    if !sentence.is_empty() {
        let id = records::mint(server, "msg").to_string();
        output.push(to_wire::message(id, sentence));
    }
    let completed_at = server.app.world.now_ms() / 1000;
    job.draft.completed(output, usage, completed_at)
}

/// Stores the response at any stage, unless the request does not want it kept.
pub async fn keep(
    server: &Server,
    job: &Job,
    response: &Response,
    drawings: &[Drawn],
) -> Result<(), Error> {
    if !job.draft.store {
        return Ok(());
    }
    let pictures = drawings.iter().flat_map(|drawn| &drawn.pictures);
    let memory = Memory {
        seed: pictures.last().map(|picture| picture.seed),
        ..job.memory.clone()
    };
    let owner = job.caller.owner();
    store::put(server, owner, response, job.created_ms, &memory, None).await?;
    Ok(())
}
