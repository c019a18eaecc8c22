//! The one line that the log gets about each task at its end, and what is counted with it.

use std::borrow::Cow;
use std::time::Duration;

use plantain_core::{Error, Id, PixelSize, TaskStatus, TraceContext};
use plantain_store::{Micro, NewTask, SpanKind, SpanValue, StoreError, Swept, TaskRecord};

use super::attempt::Attempt;
use super::words::word;
use super::{TaskError, TaskService};
use crate::meters::size_class;
use crate::studio::Drawn;
use crate::tracer::OpenSpan;

/// What is known of a task before it is drawn.
#[derive(Debug, Clone)]
pub struct Facts {
    pub id: Id,
    pub owner: String,
    protocol: &'static str,
    operation: &'static str,
    model: String,
    attempt: u32,
    created_ms: i64,
    /// When its first attempt began; none: never.
    started_ms: Option<i64>,
    /// Somebody waits for it on the line it came in.
    waited: bool,
    trace: Option<TraceContext>,
}

/// How a task ended.
pub struct Outcome<'a> {
    state: TaskStatus,
    drawn: Option<&'a Drawn>,
    charged: Micro,
    code: Option<&'static str>,
}

impl Facts {
    pub fn of(record: &TaskRecord) -> Self {
        Self {
            id: record.id.clone(),
            owner: record.owner.clone(),
            protocol: word(&record.protocol),
            operation: word(&record.operation),
            model: record.model.clone(),
            attempt: record.attempt,
            created_ms: record.created_ms,
            started_ms: record.started_ms,
            waited: record.waited,
            trace: record.trace,
        }
    }

    pub fn of_new(task: &NewTask) -> Self {
        Self {
            id: task.id.clone(),
            owner: task.owner.clone(),
            protocol: word(&task.protocol),
            operation: word(&task.operation),
            model: task.model.clone(),
            attempt: 1,
            created_ms: task.created_ms,
            started_ms: task.lease.is_some().then_some(task.created_ms),
            waited: task.lease.is_some(),
            trace: task.trace,
        }
    }

    /// Returns the labels under which it is counted as submitted.
    pub fn origin(&self) -> [Cow<'static, str>; 2] {
        [self.protocol.into(), self.operation.into()]
    }
}

impl<'a> Outcome<'a> {
    pub fn succeeded(drawn: &'a Drawn, charged: Micro) -> Self {
        Self {
            state: TaskStatus::Succeeded,
            drawn: Some(drawn),
            charged,
            code: None,
        }
    }

    pub fn stopped(state: TaskStatus, code: &'static str) -> Self {
        Self {
            state,
            drawn: None,
            charged: Micro::ZERO,
            code: Some(code),
        }
    }
}

impl TaskService {
    /// Begins the span of an attempt.
    pub(super) fn trace(&self, attempt: &Attempt) -> Option<OpenSpan> {
        let facts = &attempt.facts;
        let name = || format!("task {}", facts.operation);
        let mut span = self.tracer.begin(facts.trace, SpanKind::Consumer, name)?;
        for (name, text) in [
            ("plantain.task", facts.id.as_str()),
            ("plantain.key", &facts.owner),
            ("plantain.protocol", facts.protocol),
            ("plantain.operation", facts.operation),
            ("plantain.model", &facts.model),
        ] {
            span.note_text(name, text);
        }
        let number = SpanValue::Int(attempt.number.into());
        span.note("plantain.attempt", Some(number));
        Some(span)
    }

    /// Writes the line and counts.
    pub(super) fn tell(&self, facts: &Facts, outcome: Outcome<'_>) {
        let Outcome {
            state,
            drawn,
            charged,
            code,
        } = outcome;
        let total = ms_between(facts.created_ms, self.world.now_ms());
        let waiting = ms_between(
            facts.created_ms,
            facts.started_ms.unwrap_or(facts.created_ms),
        );
        let queued = waiting + drawn.map_or(Duration::ZERO, |drawn| drawn.timing.queued);
        self.count(facts, &outcome, queued);
        let size = drawn.and_then(first_size).map(|size| size.to_string());
        tracing::info!(
            task = facts.id.as_str(),
            key = facts.owner,
            protocol = facts.protocol,
            operation = facts.operation,
            model = facts.model,
            state = state.name(),
            code,
            engine = drawn.map(|drawn| drawn.engine.name),
            size,
            pictures = drawn.map(|drawn| drawn.pictures.len()),
            cached = drawn.map(|drawn| drawn.timing.cached),
            attempt = facts.attempt,
            queued_ms = ms(queued),
            run_ms = drawn.map(|drawn| ms(drawn.timing.run)),
            total_ms = ms(total),
            cost = %charged,
            trace = facts.trace.map(|trace| trace.trace()),
            "task"
        );
    }

    fn count(&self, facts: &Facts, outcome: &Outcome<'_>, queued: Duration) {
        let meters = &self.meters;
        let operation: Cow<'static, str> = facts.operation.into();
        meters.tasks_ended.add(
            [
                operation.clone(),
                outcome.state.name().into(),
                outcome.code.unwrap_or_default().into(),
            ],
            1,
        );
        let Some(drawn) = outcome.drawn else {
            return;
        };
        let engine: Cow<'static, str> = drawn.engine.name.into();
        let size = first_size(drawn).map_or("none", size_class);
        let waited = if facts.waited { "true" } else { "false" };
        meters
            .task_queued
            .observe([operation.clone(), waited.into()], queued);
        meters
            .task_run
            .observe([engine.clone(), operation, size.into()], drawn.timing.run);
        let cached = if drawn.timing.cached { "true" } else { "false" };
        let pictures = drawn.pictures.len() as u64;
        meters.pictures.add([engine, cached.into()], pictures);
    }

    /// Tells of an attempt that failed and is made again.
    pub(super) fn tell_retry(&self, attempt: &Attempt, error: &Error, wait_ms: i64) {
        self.meters.task_retries.add([error.code.into()], 1);
        let detail = error.detail.as_deref();
        let (code, number) = (error.code, attempt.number);
        tracing::info!(task = %attempt.id, attempt = number, code, detail, wait_ms, "the task is tried again");
    }

    /// Tells of what a sweep ended or gave to others.
    pub(super) async fn tell_swept(&self, swept: &Swept) -> Result<(), StoreError> {
        let lost = swept.requeued.len();
        if lost > 0 {
            self.meters.leases_lost.add([], lost as u64);
            tracing::warn!(
                tasks = lost,
                "workers were lost; their tasks are queued again"
            );
        }
        for id in &swept.ended {
            self.tell_ended_elsewhere(id).await?;
        }
        Ok(())
    }

    /// Tells of a task that ended without having been worked on here.
    pub(super) async fn tell_ended_elsewhere(&self, id: &Id) -> Result<(), StoreError> {
        let Some(record) = self.record.get(id).await? else {
            return Ok(());
        };
        let error = record.error_json.as_deref().map(TaskError::parse);
        let code = error.map_or("cancelled", |error| word(&error.code));
        self.tell(&Facts::of(&record), Outcome::stopped(record.status, code));
        Ok(())
    }
}

/// Ends the span of an attempt.
pub fn end_trace(span: Option<OpenSpan>, done: &Result<Drawn, Error>) {
    let Some(mut span) = span else {
        return;
    };
    let error = match done {
        Ok(drawn) => {
            span.note_text("plantain.engine", drawn.engine.name);
            let count = |count: usize| i64::try_from(count).ok().map(SpanValue::Int);
            span.note("plantain.pictures", count(drawn.pictures.len()));
            if let Some(size) = first_size(drawn) {
                span.note_text("plantain.size", &size.to_string());
            }
            let cached = SpanValue::Truth(drawn.timing.cached);
            span.note("plantain.cached", Some(cached));
            let queued = SpanValue::Float(ms(drawn.timing.queued));
            span.note("plantain.queued_ms", Some(queued));
            let run = SpanValue::Float(ms(drawn.timing.run));
            span.note("plantain.run_ms", Some(run));
            None
        }
        Err(error) => {
            span.note_text("error.type", error.code);
            Some(error.code.to_owned())
        }
    };
    span.end(error);
}

fn first_size(drawn: &Drawn) -> Option<PixelSize> {
    drawn.pictures.first().map(|picture| picture.size)
}

fn ms_between(from_ms: i64, until_ms: i64) -> Duration {
    // Clocks may have been set back in between.
    Duration::from_millis(u64::try_from(until_ms - from_ms).unwrap_or(0))
}

/// Returns milliseconds, as finely as anybody can use them.
fn ms(time: Duration) -> f64 {
    time.as_micros() as f64 / 1000.0
}
