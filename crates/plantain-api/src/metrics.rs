//! `/metrics`, for Prometheus: what was counted in this process, and how the queue, the outbox and the books stand.

mod process;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use plantain_app::meters::Exposition;
use plantain_store::{EntryKind, QueueDepth, StoreError};
use tokio::sync::Mutex;

use crate::door::Scraper;
use crate::health::Finding;
use crate::{Server, json};

/// What is served (<https://prometheus.io/docs/instrumenting/exposition_formats/>).
const MEDIA_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";
/// How long the database may take.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(5);
/// Lines of the ledger may still be written that long after their time, by servers whose clocks differ.
const LEDGER_SETTLES_MS: i64 = 300_000;
const MICROS: f64 = 1e6;

/// Who may read `/metrics`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MetricsAccess {
    /// Keys with the scope `metrics` or `admin`; anybody on the machine of a server without keys.
    #[default]
    Key,
    /// Everybody.
    Open,
    /// Nobody.
    Off,
}

/// Reads a number that the program knows; none when it cannot be read.
pub type Gauge = Box<dyn Fn() -> Option<f64> + Send + Sync>;

/// Sums over the ledger up to a time, so that it need not be read as a whole again and again.
#[derive(Debug, Default)]
pub(crate) struct LedgerSums {
    settled: Mutex<(i64, Sums)>,
}

type Sums = BTreeMap<&'static str, (i64, i64)>;

/// Returns counters, histograms and gauges in Prometheus' text format.
#[utoipa::path(get, path = "/metrics", tag = "operations", responses(
    (status = 200, description = "Metrics in Prometheus' text format.", content_type = "text/plain", body = String),
    (status = 401, description = "A key with the scope metrics is needed."),
    (status = 404, description = "Metrics are turned off."),
))]
pub async fn serve(server: State<Arc<Server>>, _: Scraper) -> Response {
    serve_open(server).await
}

/// As [`serve`], for whoever can reach it.
pub async fn serve_open(State(server): State<Arc<Server>>) -> Response {
    let text = Body::from(server.metrics().await);
    json::respond(StatusCode::OK, MEDIA_TYPE, text)
}

impl Server {
    /// Returns the whole page.
    async fn metrics(&self) -> String {
        let mut page = Exposition::default();
        let version = env!("CARGO_PKG_VERSION");
        let engine = self.app.studio.capabilities();
        let build: &[(&str, &str)] = &[
            ("version", version),
            ("engine", engine.name),
            ("engine_version", engine.version),
        ];
        page.value(
            ("plantain_build_info", "gauge", "Which program this is."),
            &[(build, 1.0)],
        );
        self.app.tasks.meters().write(&mut page);
        self.write_health(&mut page).await;
        self.write_admission(&mut page);
        if let Err(error) = self.write_record(&mut page).await {
            // What is missing on the page says it, and so does plantain_up.
            tracing::debug!(%error, "the database does not say how it stands");
        }
        for (name, help, read) in &self.gauges {
            if let Some(value) = read() {
                page.value((name, "gauge", help), &[(&[], value)]);
            }
        }
        process::write(&mut page, self.started_ms);
        page.into_text()
    }

    async fn write_health(&self, page: &mut Exposition) {
        let round = self.look().await;
        let up = |found: &Finding| f64::from(u8::from(*found == Finding::Well));
        let names: Vec<_> = round.keys().map(|name| [("part", *name)]).collect();
        let series = names.iter().zip(round.values());
        let series: Vec<_> = series.map(|(name, f)| (&name[..], up(f))).collect();
        let help = "Whether a part of the server works, as /readyz sees it.";
        page.value(("plantain_up", "gauge", help), &series);
        let draining = f64::from(u8::from(self.is_draining()));
        let help = "Whether the server is going to stop.";
        page.value(("plantain_draining", "gauge", help), &[(&[], draining)]);
    }

    fn write_admission(&self, page: &mut Exposition) {
        let crowd = self.app.studio.crowd();
        for (name, help, value) in [
            (
                "plantain_drawing",
                "Pictures that are drawn now.",
                crowd.running,
            ),
            (
                "plantain_drawing_max",
                "Pictures that may be drawn at once.",
                crowd.running_max,
            ),
            (
                "plantain_drawing_waiting",
                "Requests that wait for a place to draw in.",
                crowd.waiting,
            ),
        ] {
            page.value((name, "gauge", help), &[(&[], value as f64)]);
        }
    }

    async fn write_record(&self, page: &mut Exposition) -> Result<(), StoreError> {
        let record = self.app.tasks.record();
        let now_ms = self.app.world.now_ms();
        let ask = async {
            Ok::<_, StoreError>((
                record.depth().await?,
                record.lag().await?,
                self.ledger(now_ms).await?,
            ))
        };
        let asked = tokio::time::timeout(ANSWER_TIME_MAX, ask).await;
        let (depth, lag, sums) =
            asked.map_err(|_| StoreError::unavailable("the database", "no answer in time"))??;
        write_queue(page, depth, now_ms);
        let (pending, due_ms) = lag;
        let help = "Webhooks that wait to be delivered.";
        page.value(
            ("plantain_webhooks_pending", "gauge", help),
            &[(&[], pending as f64)],
        );
        let help = "How long the webhook that is due first has been due.";
        page.value(
            ("plantain_webhooks_lag_seconds", "gauge", help),
            &[(&[], since_s(due_ms, now_ms))],
        );
        write_ledger(page, &sums);
        Ok(())
    }

    /// Adds the ledger up. What is old enough not to change any more is added up once.
    async fn ledger(&self, now_ms: i64) -> Result<Sums, StoreError> {
        let record = self.app.tasks.record();
        let mut settled = self.ledger.settled.lock().await;
        let (until_ms, sums) = &mut *settled;
        let next_ms = now_ms - LEDGER_SETTLES_MS;
        if next_ms > *until_ms {
            add(sums, &record.turnover(*until_ms, next_ms).await?);
            *until_ms = next_ms;
        }
        let mut all = sums.clone();
        add(&mut all, &record.turnover(*until_ms, i64::MAX).await?);
        Ok(all)
    }
}

fn add(sums: &mut Sums, lines: &[(EntryKind, i64, plantain_store::Micro)]) {
    for (kind, count, amount) in lines {
        let sum = sums.entry(kind.name()).or_default();
        sum.0 += count;
        sum.1 += amount.0;
    }
}

fn write_queue(page: &mut Exposition, depth: QueueDepth, now_ms: i64) {
    let help = "Tasks in the database that have not ended.";
    page.value(
        ("plantain_queue_tasks", "gauge", help),
        &[
            (&[("state", "queued")], depth.queued as f64),
            (&[("state", "running")], depth.running as f64),
        ],
    );
    let help = "Age of the oldest task that waits.";
    page.value(
        ("plantain_queue_oldest_seconds", "gauge", help),
        &[(&[], since_s(depth.oldest_queued_ms, now_ms))],
    );
}

fn write_ledger(page: &mut Exposition, sums: &Sums) {
    let labels: Vec<_> = EntryKind::ALL.map(|kind| [("kind", kind.name())]).into();
    let of = |label: &[(&str, &'static str); 1]| sums.get(label[0].1).copied().unwrap_or_default();
    let amounts = labels.iter().map(|l| (&l[..], of(l).1 as f64 / MICROS));
    let help = "Sums of the ledger by kind of line, in units of the currency.";
    page.value(
        ("plantain_ledger_amount_total", "counter", help),
        &amounts.collect::<Vec<_>>(),
    );
    let counts = labels.iter().map(|l| (&l[..], of(l).0 as f64));
    let help = "Lines of the ledger by kind.";
    page.value(
        ("plantain_ledger_lines_total", "counter", help),
        &counts.collect::<Vec<_>>(),
    );
}

fn since_s(then_ms: Option<i64>, now_ms: i64) -> f64 {
    then_ms.map_or(0.0, |then_ms| (now_ms - then_ms).max(0) as f64 / 1000.0)
}
