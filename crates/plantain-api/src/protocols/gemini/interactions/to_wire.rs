//! Kept interactions → wire structs.

use plantain_core::Error;
use serde_json::json;

use super::super::files::Place;
use super::kept::{Fresh, Interaction as Kept, Item, Outcome};
use super::wire::{Content, Delta, Event, Interaction, Problem, Step, Told};
use crate::Server;
use crate::records::Record;
use crate::time::rfc3339;

/// What a reply holds beside the outcome.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extras {
    /// What was said.
    pub input: bool,
    /// The model's content once more, as the first revision had it.
    pub outputs: bool,
}

/// Returns the interaction with its pictures, and how many bytes those are.
pub async fn interaction(
    server: &Server,
    record: &Record<Kept>,
    fresh: &Fresh,
    place: &Place,
    extras: Extras,
) -> Result<(Interaction, usize), Error> {
    let kept = &record.body;
    let mut wire = head(record);
    if let Outcome::Completed {
        thoughts, output, ..
    } = &kept.outcome
    {
        for thought in thoughts {
            wire.steps.push(Step::Thought {
                signature: Some(thought.signature.clone()),
                summary: vec![Content::Text {
                    text: thought.text.clone(),
                }],
            });
        }
        let content = contents(server, output, fresh, place).await?;
        wire.outputs = extras.outputs.then(|| content.clone());
        wire.steps.push(Step::ModelOutput { content });
    }
    if extras.input {
        let mut input = Vec::new();
        for turn in &kept.input {
            let content = contents(server, &turn.items, fresh, place).await?;
            input.push(match turn.by_model {
                true => Step::ModelOutput { content },
                false => Step::UserInput { content },
            });
        }
        wire.input = Some(input);
    }
    let bytes = picture_bytes(&wire);
    Ok((wire, bytes))
}

/// Returns the interaction without its steps.
pub fn head(record: &Record<Kept>) -> Interaction {
    let kept = &record.body;
    let (status, usage, errors) = match &kept.outcome {
        Outcome::InProgress => ("in_progress", None, Vec::new()),
        Outcome::Cancelled => ("cancelled", None, Vec::new()),
        Outcome::Failed { problem } => ("failed", None, vec![problem.clone()]),
        Outcome::Completed { usage, .. } => ("completed", Some(*usage), Vec::new()),
    };
    Interaction {
        id: record.id.as_str().to_owned(),
        object: "interaction",
        model: kept.model.clone(),
        status,
        created: rfc3339(record.created_ms),
        updated: rfc3339(kept.updated_ms),
        role: "model",
        previous_interaction_id: kept.previous.clone(),
        input: None,
        steps: Vec::new(),
        outputs: None,
        usage,
        errors,
    }
}

/// Returns the events that tell of a finished interaction, after the one that tells of its beginning.
pub fn events(whole: Interaction, problem: Option<&Problem>) -> Vec<Event> {
    let mut told = Vec::new();
    let Interaction { steps, .. } = &whole;
    for (index, step) in steps.iter().enumerate() {
        let kind = match step {
            Step::UserInput { .. } => "user_input",
            Step::ModelOutput { .. } => "model_output",
            Step::Thought { .. } => "thought",
        };
        let step_json = json!({ "type": kind });
        told.push((
            "step.start",
            Told::Start {
                index,
                step: step_json,
            },
        ));
        let deltas = deltas(step).into_iter();
        told.extend(deltas.map(|delta| ("step.delta", Told::Delta { index, delta })));
        told.push(("step.stop", Told::Stop { index }));
    }
    if let Some(problem) = problem {
        let error = problem.clone();
        told.push(("error", Told::Failed { error }));
    }
    let last = Interaction {
        steps: Vec::new(),
        outputs: None,
        ..whole
    };
    told.push((
        "interaction.completed",
        Told::Interaction {
            interaction: Box::new(last),
        },
    ));
    let numbered = told.into_iter().zip(2..);
    numbered
        .map(|((event_type, told), number)| event(event_type, number, told))
        .collect()
}

/// Returns the event that tells of the beginning.
pub fn created(record: &Record<Kept>) -> Event {
    let begun = Record {
        body: Kept {
            outcome: Outcome::InProgress,
            updated_ms: record.created_ms,
            ..record.body.clone()
        },
        ..record.clone()
    };
    let interaction = Box::new(head(&begun));
    event("interaction.created", 1, Told::Interaction { interaction })
}

fn event(event_type: &'static str, number: u32, told: Told) -> Event {
    Event {
        event_type,
        event_id: number.to_string(),
        told,
    }
}

fn deltas(step: &Step) -> Vec<Delta> {
    match step {
        Step::UserInput { content } | Step::ModelOutput { content } => {
            content.iter().cloned().map(delta).collect()
        }
        Step::Thought { signature, summary } => {
            let summary = summary.iter().cloned();
            let mut deltas: Vec<_> = summary
                .map(|content| Delta::ThoughtSummary { content })
                .collect();
            deltas.extend(
                signature
                    .clone()
                    .map(|signature| Delta::ThoughtSignature { signature }),
            );
            deltas
        }
    }
}

fn delta(content: Content) -> Delta {
    match content {
        Content::Text { text } => Delta::Text { text },
        Content::Image {
            mime_type,
            data,
            uri,
        } => Delta::Image {
            mime_type,
            data,
            uri,
        },
    }
}

async fn contents(
    server: &Server,
    items: &[Item],
    fresh: &Fresh,
    place: &Place,
) -> Result<Vec<Content>, Error> {
    let mut contents = Vec::with_capacity(items.len());
    for item in items {
        contents.push(match item {
            Item::Text { text } => Content::Text { text: text.clone() },
            Item::Link { uri } => Content::Image {
                mime_type: None,
                data: None,
                uri: Some(uri.clone()),
            },
            Item::Picture { object, file, .. } => {
                let (media_type, data) = match (fresh.get(object), file) {
                    (Some((media_type, bytes)), None) => (media_type, Some(bytes)),
                    (Some((media_type, _)), Some(_)) => (media_type, None),
                    (None, file) => {
                        let name = Item::object(object)?;
                        let data = match file {
                            Some(_) => None,
                            // Pictures may be kept for a shorter time than conversations.
                            None => server.app.outputs.kept(&name).await?,
                        };
                        (name.kind().media_type(), data)
                    }
                };
                Content::Image {
                    mime_type: Some(media_type),
                    data,
                    uri: file.as_deref().map(|id| place.file_uri(id)),
                }
            }
        });
    }
    Ok(contents)
}

fn picture_bytes(wire: &Interaction) -> usize {
    let steps = wire.steps.iter().chain(wire.input.iter().flatten());
    let contents = steps.flat_map(|step| match step {
        Step::UserInput { content } | Step::ModelOutput { content } => content.as_slice(),
        Step::Thought { summary, .. } => summary.as_slice(),
    });
    let contents = contents.chain(wire.outputs.iter().flatten());
    contents
        .map(|content| match content {
            Content::Image {
                data: Some(data), ..
            } => data.len(),
            Content::Image { data: None, .. } | Content::Text { .. } => 0,
        })
        .sum()
}
