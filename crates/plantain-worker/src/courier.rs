//! Sends what waits in the outbox, again and again until it arrives or its schedule ends.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use plantain_app::meters::Meters;
use plantain_app::{OpenSpan, Tracer, World};
use plantain_core::Error;
use plantain_store::{
    AfterDelivery, Delivery, Letter, MessageRecord, Posted, Record, Remote, RemoteError, Signal,
    SpanKind, SpanValue, StoreError, TaskRecord,
};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// Messages on their way at once.
const AT_ONCE: usize = 64;
/// How long a message belongs to the courier that took it: longer than any answer may take. If the courier dies, another
/// one sends it after that.
const HELD_MS: i64 = 20_000;
/// How often a courier looks without having heard of anything.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// A letter, later.
pub type LetterReply<'a> = Pin<Box<dyn Future<Output = Result<Letter, Error>> + Send + 'a>>;

/// Writes letters: the dialects know how.
pub trait Scribe: Send + Sync {
    /// Returns the letter; `task` is what the message is about, unless that is gone or no task. One that cannot be written is
    /// tried again as if it had not arrived.
    fn letter<'a>(
        &'a self,
        message: &'a MessageRecord,
        task: Option<&'a TaskRecord>,
    ) -> LetterReply<'a>;

    /// Returns the waiting times between attempts, seconds; after the last one a message is given up.
    fn schedule(&self, message: &MessageRecord) -> &'static [u32];
}

/// Takes messages out of the outbox and delivers them.
pub struct Courier {
    record: Arc<dyn Record>,
    remote: Arc<dyn Remote>,
    scribe: Arc<dyn Scribe>,
    world: Arc<dyn World>,
    meters: Arc<Meters>,
    tracer: Tracer,
}

impl Courier {
    pub fn new(
        record: Arc<dyn Record>,
        remote: Arc<dyn Remote>,
        scribe: Arc<dyn Scribe>,
        world: Arc<dyn World>,
        meters: Arc<Meters>,
        tracer: Tracer,
    ) -> Self {
        Self {
            record,
            remote,
            scribe,
            world,
            meters,
            tracer,
        }
    }

    /// Delivers for ever. Dropping the future leaves messages under way to whoever comes next.
    pub async fn run(self) {
        let courier = Arc::new(self);
        let mut signals = courier.record.signals();
        let mut under_way = JoinSet::new();
        let mut failing = false;
        loop {
            let taken = courier.take(&mut under_way).await;
            if let Err(error) = &taken
                && !failing
            {
                tracing::warn!(%error, "no message can be sent; trying again");
            }
            failing = taken.is_err();
            // A receiver that hangs keeps its own place and no other.
            tokio::select! {
                Some(done) = under_way.join_next() => {
                    if let Ok(Err(error)) = done {
                        tracing::warn!(%error, "a delivery cannot be written down; it is made again");
                    }
                }
                () = outbox(&mut signals), if under_way.len() < AT_ONCE => {}
                // Whoever hears nothing looks for itself.
                () = tokio::time::sleep(LOOK_EVERY) => {}
            }
        }
    }

    /// Sets out with what is due, as far as there are places.
    async fn take(
        self: &Arc<Self>,
        under_way: &mut JoinSet<Result<(), StoreError>>,
    ) -> Result<(), StoreError> {
        let places = AT_ONCE.saturating_sub(under_way.len());
        if places == 0 {
            return Ok(());
        }
        let now_ms = self.world.now_ms();
        let due = self
            .record
            .claim_messages(now_ms, now_ms + HELD_MS, places as u32)
            .await?;
        for message in due {
            let courier = Arc::clone(self);
            under_way.spawn(async move { courier.deliver(message).await });
        }
        Ok(())
    }

    async fn deliver(&self, message: MessageRecord) -> Result<(), StoreError> {
        let attempt = message.attempts + 1;
        let at_ms = self.world.now_ms();
        let begun = Instant::now();
        let (status, detail, arrived) = self.attempt(&message).await?;
        let took = begun.elapsed();
        let took_ms = i64::try_from(took.as_millis()).unwrap_or(i64::MAX);
        let after = if arrived {
            AfterDelivery::Delivered
        } else {
            let waits = self.scribe.schedule(&message);
            match waits.get(attempt as usize - 1) {
                Some(wait_s) => AfterDelivery::Again(at_ms + took_ms + i64::from(*wait_s) * 1000),
                None => AfterDelivery::GivenUp,
            }
        };
        self.count(after, took);
        let delivery = Delivery {
            message: message.id,
            attempt,
            at_ms,
            took_ms,
            status,
            detail,
        };
        self.record.delivered(&delivery, after).await
    }

    fn count(&self, after: AfterDelivery, took: Duration) {
        let result = match after {
            AfterDelivery::Delivered => "delivered",
            AfterDelivery::Again(_) => "again",
            AfterDelivery::GivenUp => "given_up",
        };
        self.meters.webhook_attempts.add([result.into()], 1);
        self.meters.webhook_took.observe([], took);
    }

    /// Tries once; returns the status, what there is to say, and whether the message arrived.
    async fn attempt(
        &self,
        message: &MessageRecord,
    ) -> Result<(Option<u32>, String, bool), StoreError> {
        let task = self.record.get(&message.task).await?;
        let mut letter = match self.scribe.letter(message, task.as_ref()).await {
            Ok(letter) => letter,
            Err(error) => return Ok((None, error.to_string(), false)),
        };
        let trace = task.and_then(|task| task.trace);
        let name = || "webhook".to_owned();
        let span = self.tracer.begin(trace, SpanKind::Client, name);
        let place = span.as_ref().map(OpenSpan::context).or(trace);
        if let Some(place) = place {
            letter
                .headers
                .push(("traceparent".to_owned(), place.to_string()));
        }
        let posted = self.remote.post(&message.url, &letter).await;
        end_trace(span, message, &posted);
        Ok(match posted {
            Ok(posted) => {
                let arrived = (200..300).contains(&posted.status);
                (Some(posted.status.into()), posted.excerpt, arrived)
            }
            Err(RemoteError::TooLarge) => (None, "the answer is too large".to_owned(), true),
            Err(error) => (None, error.to_string(), false),
        })
    }
}

fn end_trace(
    span: Option<OpenSpan>,
    message: &MessageRecord,
    posted: &Result<Posted, RemoteError>,
) {
    let Some(mut span) = span else {
        return;
    };
    span.note_text("plantain.task", message.task.as_str());
    span.note_text("plantain.message", message.id.as_str());
    let attempt = SpanValue::Int((message.attempts + 1).into());
    span.note("plantain.attempt", Some(attempt));
    let error = match posted {
        Ok(Posted { status, .. }) => {
            let number = SpanValue::Int((*status).into());
            span.note("http.response.status_code", Some(number));
            (!(200..300).contains(status)).then(|| status.to_string())
        }
        Err(error) => Some(error.to_string()),
    };
    span.end(error);
}

/// Waits until there may be something to send.
async fn outbox(signals: &mut Receiver<Signal>) {
    while !matches!(
        signals.recv().await,
        Ok(Signal::Outbox) | Err(RecvError::Lagged(_))
    ) {}
}
