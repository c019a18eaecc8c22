//! Responses that are drawn in the background. Each waits for a task, and whoever asks for the response once that has ended
//! finishes it, in whatever process.

use plantain_app::{Caller, Drawn, Terms};
use plantain_core::{Error, Id, ImageRequest, Prompt, Subject};
use plantain_engine::Note;
use plantain_store::TaskRecord;
use serde::{Deserialize, Serialize};

use super::run::{self, Job};
use super::store::{self, Memory, Stored};
use super::to_wire::Draft;
use super::wire::Response;
use crate::Server;
use crate::behind::{self, Deferred, Standing};
use crate::protocols::openai::drawing::{self, Commission};
use crate::protocols::openai::from_wire;
use crate::records::Record;

/// What it takes to finish a response.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Pending {
    task: String,
    draft: Draft,
    quality: String,
    /// Whether pictures were handed in to be looked at closely, which counts more tokens.
    fine_input: bool,
    unmet: Vec<Note>,
    /// Prompt that is drawn instead where the request is an edit whose words are not understood.
    anew: Option<String>,
}

/// Has the picture of a response drawn by whichever worker comes to it, and stores the response meanwhile.
pub async fn start(server: &Server, job: &Job) -> Result<Response, Error> {
    let order = job.order.commission.clone().order(&job.caller);
    let task = behind::submit(server, order).await?;
    let anew = job.order.commission.anew.as_ref();
    let pending = Pending {
        task,
        draft: job.draft.clone(),
        quality: job.order.quality.to_owned(),
        fine_input: job.order.fine_input,
        unmet: job.unmet.clone(),
        anew: anew.and_then(|subject| match subject {
            Subject::Prompt(prompt) => Some(prompt.as_str().to_owned()),
            Subject::Scene(_) | Subject::Edit(_) => None,
        }),
    };
    let queued = job.draft.unfinished("queued");
    let owner = job.caller.owner();
    store::put(
        server,
        owner,
        &queued,
        job.created_ms,
        &job.memory,
        Some(pending),
    )
    .await?;
    Ok(queued)
}

impl Deferred for Stored {
    fn task(&self) -> Option<&str> {
        self.pending.as_ref().map(|pending| pending.task.as_str())
    }

    async fn get(server: &Server, caller: &Caller, id: &str) -> Result<Record<Self>, Error> {
        let record = store::get(server, caller.owner(), id).await?;
        match record.body.pending.clone() {
            Some(pending) => settle(server, caller, record, pending).await,
            None => Ok(record),
        }
    }
}

async fn settle(
    server: &Server,
    caller: &Caller,
    mut record: Record<Stored>,
    mut pending: Pending,
) -> Result<Record<Stored>, Error> {
    let Some(task) = behind::task(server, caller, &pending.task).await? else {
        return fail(server, caller, &record, &pending.draft, &behind::gone()).await;
    };
    match behind::standing(server, &task).await? {
        Standing::Queued => {}
        Standing::Running => record.body.response["status"] = "in_progress".into(),
        Standing::Cancelled => {
            record.body.cancel();
            store::put_again(server, caller.owner(), &record).await?;
        }
        Standing::Failed(error) => {
            let prompt = pending.anew.take();
            let Some(prompt) = prompt.filter(|_| error.code == drawing::NOT_UNDERSTOOD) else {
                return fail(server, caller, &record, &pending.draft, &error).await;
            };
            pending.task = draw_anew(server, caller, &record.id, &task, &prompt).await?;
            record.body.pending = Some(pending);
            store::put_again(server, caller.owner(), &record).await?;
        }
        Standing::Drawn(drawn) => {
            let request = server.app.tasks.request_of(&task).await?;
            return finish(server, pending.job(caller, &record, request)?, *drawn).await;
        }
    }
    Ok(record)
}

/// Draws the prompt in place of the edit that was not understood; the same task however many ask for it.
async fn draw_anew(
    server: &Server,
    caller: &Caller,
    response: &Id,
    task: &TaskRecord,
    prompt: &str,
) -> Result<String, Error> {
    let request = ImageRequest {
        subject: Subject::Prompt(Prompt::new("input", prompt)?),
        ..server.app.tasks.request_of(task).await?
    };
    let commission = Commission {
        terms: Terms {
            idempotency_key: Some(format!("{response}/anew")),
            tags: task.tags.clone(),
            ..Terms::default()
        },
        ..Commission::from(request)
    };
    behind::submit(server, commission.order(caller)).await
}

async fn finish(server: &Server, job: Job, drawn: Drawn) -> Result<Record<Stored>, Error> {
    let response = run::whole(server, &job, std::slice::from_ref(&drawn));
    let memory = Memory {
        seed: drawn.pictures.last().map(|picture| picture.seed),
        ..job.memory
    };
    let owner = job.caller.owner();
    store::put(server, owner, &response, job.created_ms, &memory, None).await
}

async fn fail(
    server: &Server,
    caller: &Caller,
    record: &Record<Stored>,
    draft: &Draft,
    error: &Error,
) -> Result<Record<Stored>, Error> {
    let failed = draft.failed(Vec::new(), error);
    let memory = record.body.memory();
    store::put(
        server,
        caller.owner(),
        &failed,
        record.created_ms,
        &memory,
        None,
    )
    .await
}

impl Pending {
    /// Returns the job as it was when it was begun, for the request that was drawn in the end.
    fn job(
        self,
        caller: &Caller,
        record: &Record<Stored>,
        request: ImageRequest,
    ) -> Result<Job, Error> {
        Ok(Job {
            caller: caller.clone(),
            created_ms: record.created_ms,
            order: from_wire::Order {
                commission: Commission::from(request),
                quality: from_wire::quality(Some(&self.quality))?,
                fine_input: self.fine_input,
                as_url: false,
                inline: true,
                stream: false,
                partials: 0,
                unmet: Vec::new(),
            },
            draft: self.draft,
            unmet: self.unmet,
            memory: record.body.memory(),
        })
    }
}
