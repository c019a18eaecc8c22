//! One attempt at a task: run, watched, and ended once.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use plantain_core::{Error, ErrorKind, Id, ImageRequest, TaskStatus};
use plantain_store::{Durability, Ending, Micro, ObjectName};
use sha2::{Digest, Sha256};

use super::TaskService;
use super::asking::cancelled;
use super::outcome::{TaskError, TaskResult};
use super::running::StopReason;
use super::telling::{Facts, Outcome, end_trace};
use crate::NewClaim;
use crate::studio::{Drawn, Gauge, Manner, Picture, Watch};

/// How often it is noted down how far a task has come.
const NOTE_EVERY: Duration = Duration::from_millis(250);
/// Waiting times before another attempt, milliseconds; the last one again and again.
const BACKOFF_MS: [i64; 4] = [500, 2_000, 10_000, 60_000];

impl TaskService {
    /// Runs one attempt of a task of which this process holds the lease, and ends it.
    pub(super) async fn run(
        self: &Arc<Self>,
        attempt: Attempt,
        request: ImageRequest,
        watch: Option<Watch>,
        manner: Manner,
    ) -> Result<Drawn, Error> {
        let span = self.trace(&attempt);
        let done = self.run_traced(attempt, request, watch, manner).await;
        end_trace(span, &done);
        done
    }

    async fn run_traced(
        self: &Arc<Self>,
        attempt: Attempt,
        request: ImageRequest,
        watch: Option<Watch>,
        manner: Manner,
    ) -> Result<Drawn, Error> {
        let abandoned = Abandoned::guard(self, &attempt);
        let ticket = self.running.enter(&attempt.id, attempt.number);
        let gauge = manner.gauge.clone();
        let drawing = self.studio.draw_with(request, watch, manner);
        let outcome = tokio::select! {
            biased;
            reason = ticket.stopped() => Err(Stopped::Told(reason)),
            never = self.keep_noting(&attempt, &gauge) => match never {},
            drawn = drawing => drawn.map_err(Stopped::Failed),
            () = tokio::time::sleep(attempt.run_max) => Err(Stopped::Failed(too_long(attempt.run_max))),
        };
        let outcome = match outcome {
            Ok(drawn) => self.keep(&attempt, drawn).await.map_err(Stopped::Failed),
            Err(stopped) => Err(stopped),
        };
        abandoned.disarm();
        match outcome {
            Ok((drawn, objects)) => {
                self.succeed(&attempt, &drawn, &objects).await?;
                self.tell(&attempt.facts, Outcome::succeeded(&drawn, attempt.price));
                Ok(Drawn {
                    task: Some(attempt.id),
                    ..drawn
                })
            }
            Err(stopped) => Err(self.stop(&attempt, stopped).await?),
        }
    }

    /// Notes down how far an attempt has come, for whoever follows the task, as long as it is polled.
    async fn keep_noting(&self, attempt: &Attempt, gauge: &Gauge) -> Infallible {
        if attempt.durability != Durability::Disk {
            // Whoever waits on the line is answered with the pictures, and follows nothing.
            return std::future::pending().await;
        }
        let mut noted = 0;
        loop {
            tokio::time::sleep(NOTE_EVERY).await;
            let percent = gauge.percent().min(99);
            if percent <= noted {
                continue;
            }
            // How far it is, is worth no failure.
            let kept = self
                .record
                .progress(&attempt.id, attempt.number, percent)
                .await;
            if let Ok(true) = kept {
                noted = percent;
                self.waiters.tell(&attempt.id);
            }
        }
    }

    /// Stores the pictures of a task that somebody comes back for, so that it can end. Whoever waits is handed them, and
    /// nothing of theirs is left behind unless they ask for a link.
    async fn keep(
        &self,
        attempt: &Attempt,
        drawn: Drawn,
    ) -> Result<(Drawn, Vec<ObjectName>), Error> {
        let mut objects = Vec::with_capacity(drawn.pictures.len());
        for picture in &drawn.pictures {
            objects.push(match attempt.durability {
                Durability::Disk => {
                    let bytes = picture.bytes.clone();
                    let size_bytes = bytes.len() as u64;
                    let kept = self.outputs.keep(bytes, picture.format, Durability::Disk);
                    let name = kept.await?;
                    let file = (&name, size_bytes);
                    let session = attempt.session.as_ref();
                    self.claim_file(&attempt.owner, &attempt.id, session, file)
                        .await?;
                    name
                }
                Durability::Soon => name_of(picture),
            });
        }
        Ok((drawn, objects))
    }

    /// Makes a stored file its owner's, for as long as the owner's retention says.
    pub(super) async fn claim_file(
        &self,
        owner: &str,
        task: &Id,
        session: Option<&Id>,
        (name, size_bytes): (&ObjectName, u64),
    ) -> Result<(), Error> {
        let claim = NewClaim {
            owner: owner.to_owned(),
            name: name.clone(),
            size_bytes,
            session: session.cloned(),
            task: Some(task.clone()),
            expires_ms: None,
        };
        self.retention.claim(claim).await
    }

    async fn succeed(
        &self,
        attempt: &Attempt,
        drawn: &Drawn,
        objects: &[ObjectName],
    ) -> Result<(), Error> {
        let result = TaskResult::of(drawn, objects);
        let ending = Ending {
            status: TaskStatus::Succeeded,
            result_json: Some(
                serde_json::to_string(&result)
                    .map_err(Error::internal)?
                    .into(),
            ),
            error_json: None,
            charged: attempt.price,
            pictures: drawn.pictures.len() as u32,
            engine: Some(drawn.engine.name.to_owned()),
            at_ms: self.world.now_ms(),
        };
        self.end(attempt, &ending).await
    }

    /// Ends an attempt that did not succeed, and returns what there is to say about it.
    pub(super) async fn stop(&self, attempt: &Attempt, stopped: Stopped) -> Result<Error, Error> {
        let now_ms = self.world.now_ms();
        let error = match stopped {
            Stopped::Told(StopReason::LeaseLost) => return Ok(lease_lost()),
            Stopped::Told(StopReason::Draining) => {
                self.record
                    .hand_back(&attempt.id, attempt.number, now_ms)
                    .await?;
                return Ok(lease_lost());
            }
            Stopped::Told(StopReason::Cancelled) => cancelled(),
            Stopped::Failed(error) => error,
        };
        let json = TaskError::from(&error).json();
        let followed = attempt.durability == Durability::Disk;
        if followed && may_help(&error) && attempt.number < self.config.attempts_max {
            let step = (attempt.number as usize - 1).min(BACKOFF_MS.len() - 1);
            let ready_ms = now_ms + BACKOFF_MS[step];
            self.record
                .retry(&attempt.id, attempt.number, ready_ms, &json)
                .await?;
            self.tell_retry(attempt, &error, BACKOFF_MS[step]);
            return Ok(error);
        }
        let status = match error.kind {
            ErrorKind::Cancelled => TaskStatus::Cancelled,
            _ => TaskStatus::Failed,
        };
        let ending = Ending {
            status,
            result_json: None,
            error_json: Some(json.into()),
            charged: Micro::ZERO,
            pictures: 0,
            engine: None,
            at_ms: now_ms,
        };
        self.end(attempt, &ending).await?;
        self.tell(&attempt.facts, Outcome::stopped(status, error.code));
        Ok(error)
    }

    pub(super) async fn end(&self, attempt: &Attempt, ending: &Ending) -> Result<(), Error> {
        // The pictures are safe on disk by now where somebody comes back for them; if this line is lost with the power, the
        // task is drawn again and charged for the first time.
        let ended = self
            .record
            .finish(&attempt.id, attempt.number, ending, Durability::Soon)
            .await?;
        self.waiters.tell(&attempt.id);
        if ended { Ok(()) } else { Err(lease_lost()) }
    }
}

/// One try at a task.
#[derive(Clone)]
pub(super) struct Attempt {
    pub id: Id,
    pub owner: String,
    /// What the log says of the task.
    pub facts: Facts,
    pub session: Option<Id>,
    pub number: u32,
    pub run_max: Duration,
    /// What success costs: what was held for it.
    pub price: Micro,
    /// Of the pictures: on disk before the task ends, where somebody was given its id.
    pub durability: Durability,
}

pub(super) enum Stopped {
    Told(StopReason),
    Failed(Error),
}

/// Ends the task as cancelled if whoever waited for it goes away before its end.
struct Abandoned {
    of: Option<(Arc<TaskService>, Attempt)>,
}

impl Abandoned {
    fn guard(service: &Arc<TaskService>, attempt: &Attempt) -> Self {
        Self {
            of: Some((Arc::clone(service), attempt.clone())),
        }
    }

    fn disarm(mut self) {
        self.of = None;
    }
}

impl Drop for Abandoned {
    fn drop(&mut self) {
        let Some((service, attempt)) = self.of.take() else {
            return;
        };
        // Without a runtime the process is ending, and the lease runs out.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                let stopped = Stopped::Told(StopReason::Cancelled);
                if let Err(error) = service.stop(&attempt, stopped).await {
                    tracing::warn!(task = %attempt.id, "cannot end a task that nobody waits for: {error}");
                }
            });
        }
    }
}

fn name_of(picture: &Picture) -> ObjectName {
    ObjectName::new(Sha256::digest(&picture.bytes).into(), picture.format)
}

/// Whether the same task may succeed at another time or place.
fn may_help(error: &Error) -> bool {
    matches!(
        error.kind,
        ErrorKind::Upstream | ErrorKind::Unavailable | ErrorKind::Timeout | ErrorKind::Internal
    )
}

fn lease_lost() -> Error {
    Error::new(
        ErrorKind::Unavailable,
        "moved_on",
        "Another process goes on with this task; ask for its result by its id.",
    )
}

fn too_long(run_max: Duration) -> Error {
    Error::new(
        ErrorKind::Timeout,
        "timed_out",
        format!("The picture was not ready after {run_max:?}; ask for less, or allow more time."),
    )
}
