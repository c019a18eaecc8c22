//! Traces for collectors that speak OTLP over HTTP (<https://opentelemetry.io/docs/specs/otlp/>), in batches.
//!
//! Requests never wait for it: spans stand in a bounded queue, and what does not fit or cannot be sent is forgotten and told of
//! in the log.

mod config;
mod encode;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use plantain_store::{Span, Spans};
use reqwest::{Client, StatusCode, redirect};
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep, sleep_until};

pub use config::{OtlpConfig, Variables};

/// Spans that wait at most, and those of one message.
const QUEUE_MAX: usize = 4_096;
const BATCH_MAX: usize = 512;
/// Waiting times before a message is sent again.
const AGAIN_AFTER: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(3)];

/// Sends spans.
pub struct Otlp {
    queue: mpsc::Sender<Message>,
    /// Spans that did not fit.
    dropped: AtomicU64,
}

enum Message {
    Span(Box<Span>),
    Flush(oneshot::Sender<()>),
}

impl Otlp {
    /// Starts to send; the runtime that it is called in does the work.
    ///
    /// # Errors
    /// A sentence when the machine's TLS certificates cannot be used.
    pub fn start(config: OtlpConfig) -> Result<Self, String> {
        // Another part of the program may have chosen the same provider before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .timeout(config.timeout)
            .redirect(redirect::Policy::none())
            .user_agent(concat!("plantain/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| error.to_string())?;
        let (queue, waiting) = mpsc::channel(QUEUE_MAX);
        tokio::spawn(Sender { config, client }.run(waiting));
        Ok(Self {
            queue,
            dropped: AtomicU64::new(0),
        })
    }

    /// Sends what waits, for as long as `wait_max`.
    pub async fn flush(&self, wait_max: Duration) {
        let (flushed, done) = oneshot::channel();
        let flush = async {
            if self.queue.send(Message::Flush(flushed)).await.is_ok() {
                // A sender that is gone has nothing left.
                let _ = done.await;
            }
        };
        if tokio::time::timeout(wait_max, flush).await.is_err() {
            tracing::warn!("spans were not sent in time; they are forgotten");
        }
    }
}

impl Spans for Otlp {
    fn tell(&self, span: Span) {
        if self.queue.try_send(Message::Span(Box::new(span))).is_err() {
            let before = self.dropped.fetch_add(1, Ordering::Relaxed);
            // Once for each thousand.
            if before.is_multiple_of(1_000) {
                let dropped = before + 1;
                tracing::warn!(
                    dropped,
                    "spans come faster than they can be sent; they are forgotten"
                );
            }
        }
    }
}

struct Sender {
    config: OtlpConfig,
    client: Client,
}

impl Sender {
    async fn run(self, mut waiting: mpsc::Receiver<Message>) {
        let mut spans = Vec::new();
        let mut failing = false;
        let mut due = Instant::now() + self.config.every;
        loop {
            let mut told = None;
            let mut ended = false;
            tokio::select! {
                message = waiting.recv() => match message {
                    Some(Message::Span(span)) => spans.push(*span),
                    Some(Message::Flush(flushed)) => told = Some(flushed),
                    None => ended = true,
                },
                () = sleep_until(due) => {}
            }
            if spans.len() < BATCH_MAX && told.is_none() && !ended && Instant::now() < due {
                continue;
            }
            if !spans.is_empty() {
                let sent = self.send(&spans).await;
                if let Err(why) = &sent
                    && !failing
                {
                    tracing::warn!(
                        why,
                        spans = spans.len(),
                        "spans cannot be sent; they are forgotten"
                    );
                }
                failing = sent.is_err();
                spans.clear();
            }
            due = Instant::now() + self.config.every;
            if let Some(told) = told {
                // Who no longer waits needs no answer.
                let _ = told.send(());
            }
            if ended {
                return;
            }
        }
    }

    async fn send(&self, spans: &[Span]) -> Result<(), String> {
        let body = encode::request(&self.config.resource, spans);
        let mut again = AGAIN_AFTER.iter();
        loop {
            let mut call = self
                .client
                .post(&self.config.url)
                .header("content-type", "application/x-protobuf");
            for (name, value) in &self.config.headers {
                call = call.header(name, value);
            }
            let why = match call.body(body.clone()).send().await {
                Ok(reply) if reply.status().is_success() => return Ok(()),
                Ok(reply) if !may_pass(reply.status()) => {
                    return Err(format!("the collector answered {}", reply.status()));
                }
                Ok(reply) => format!("the collector answered {}", reply.status()),
                Err(error) => error.without_url().to_string(),
            };
            match again.next() {
                Some(wait) => sleep(*wait).await,
                None => return Err(why),
            }
        }
    }
}

/// Whether the specification says to try again.
fn may_pass(status: StatusCode) -> bool {
    matches!(status.as_u16(), 429 | 502 | 503 | 504)
}
