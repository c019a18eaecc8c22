//! For load balancers and supervisors: whether the process answers, and whether requests should come here.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use plantain_app::LimiterFailure;
use plantain_core::Error;
use plantain_store::{ObjectKind, ObjectName};
use serde::Serialize;
use tokio::sync::Mutex;

use crate::fail::Fail;
use crate::{Server, json};

/// How long a part may take to answer before it counts as failing.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(2);
/// How long a round of checks is good for, so that asking often costs nothing.
const ROUND_GOOD_FOR: Duration = Duration::from_secs(1);
/// How long the worker may be away from the queue while it has nothing to do.
const IDLE_MAX_MS: u64 = 15_000;

/// What a check found, later.
pub type ProbeReply = Pin<Box<dyn Future<Output = Finding> + Send>>;
/// Looks at one part of the server.
pub type Probe = Arc<dyn Fn() -> ProbeReply + Send + Sync>;

/// How one part of the server is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    Well,
    /// It does not work, and requests are served all the same. Says how to those who run the server.
    Limping(String),
    /// Requests that need it fail.
    Failing(String),
}

impl Finding {
    fn name(&self) -> &'static str {
        match self {
            Self::Well => "ok",
            Self::Limping(_) => "limping",
            Self::Failing(_) => "failing",
        }
    }

    fn why(&self) -> &str {
        match self {
            Self::Well => "",
            Self::Limping(why) | Self::Failing(why) => why,
        }
    }
}

impl<E: std::fmt::Display> From<Result<(), E>> for Finding {
    fn from(result: Result<(), E>) -> Self {
        match result {
            Ok(()) => Self::Well,
            Err(error) => Self::Failing(error.to_string()),
        }
    }
}

/// What was found when all parts were looked at together.
pub type Round = BTreeMap<&'static str, Finding>;

/// Checks that the program adds, and the last round.
#[derive(Default)]
pub(crate) struct Health {
    probes: Vec<(&'static str, Probe)>,
    last: Mutex<Option<(Instant, Arc<Round>)>>,
}

impl Health {
    pub fn add(&mut self, name: &'static str, probe: Probe) {
        self.probes.push((name, probe));
    }
}

/// What load balancers are told: names of parts, and no more, since anybody may ask.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Readiness {
    /// "ready", "draining" or "failing".
    pub status: &'static str,
    /// Each part of the server: "ok", "limping" (it does not work, and requests are served all the same) or "failing".
    pub checks: BTreeMap<&'static str, &'static str>,
}

/// Says that the process answers.
#[utoipa::path(get, path = "/healthz", tag = "operations", responses((status = 200, description = "The process answers.", body = String)))]
pub async fn alive() -> &'static str {
    "ok\n"
}

/// Says whether new requests should come here, and which part fails if not.
#[utoipa::path(get, path = "/readyz", tag = "operations", responses(
    (status = 200, description = "Send requests.", body = Readiness),
    (status = 503, description = "Draining, or a part that requests need does not work.", body = Readiness),
))]
pub async fn ready(State(server): State<Arc<Server>>) -> Result<Response, Fail> {
    let round = server.look().await;
    let failing = round.values().any(|f| matches!(f, Finding::Failing(_)));
    let (code, status) = match (server.is_draining(), failing) {
        (true, _) => (StatusCode::SERVICE_UNAVAILABLE, "draining"),
        (_, true) => (StatusCode::SERVICE_UNAVAILABLE, "failing"),
        _ => (StatusCode::OK, "ready"),
    };
    let checks = round.iter().map(|(name, found)| (*name, found.name()));
    let readiness = Readiness {
        status,
        checks: checks.collect(),
    };
    Ok(json::reply(code, &readiness, 0)?)
}

impl Server {
    /// Looks at every part, unless somebody did just now.
    pub(crate) async fn look(&self) -> Arc<Round> {
        let mut last = self.health.last.lock().await;
        if let Some((at, round)) = &*last
            && at.elapsed() < ROUND_GOOD_FOR
        {
            return Arc::clone(round);
        }
        let round = Arc::new(self.look_now().await);
        tell_changes(last.as_ref().map(|(_, round)| &**round), &round);
        *last = Some((Instant::now(), Arc::clone(&round)));
        round
    }

    async fn look_now(&self) -> Round {
        let (database, storage, limits) = tokio::join!(
            in_time(async { self.app.authority.keys().any().await.map(drop).into() }),
            in_time(async { self.reach_storage().await.into() }),
            in_time(self.ask_limiter()),
        );
        let mut round = Round::from([
            ("database", database),
            ("storage", storage),
            ("limits", limits),
            ("worker", self.look_at_worker()),
        ]);
        for (name, probe) in &self.health.probes {
            round.insert(name, in_time(probe()).await);
        }
        round
    }

    /// Asks for a file that is never there.
    async fn reach_storage(&self) -> Result<(), Error> {
        let nothing = ObjectName::new([0; 32], ObjectKind::Binary);
        self.app.outputs.is_kept(&nothing).await.map(drop)
    }

    async fn ask_limiter(&self) -> Finding {
        match self.app.limits.ping().await {
            Ok(()) => Finding::Well,
            Err(error) => match self.app.limits.on_failure() {
                LimiterFailure::Closed => Finding::Failing(error.to_string()),
                LimiterFailure::Open | LimiterFailure::Local => Finding::Limping(error.to_string()),
            },
        }
    }

    fn look_at_worker(&self) -> Finding {
        let idle_ms = self.app.tasks.idle_ms();
        if idle_ms <= IDLE_MAX_MS {
            return Finding::Well;
        }
        Finding::Failing(format!("it has not reached the queue for {idle_ms} ms"))
    }
}

async fn in_time(found: impl Future<Output = Finding>) -> Finding {
    let found = tokio::time::timeout(ANSWER_TIME_MAX, found).await;
    found.unwrap_or_else(|_| Finding::Failing(format!("no answer within {ANSWER_TIME_MAX:?}")))
}

/// The log hears of a part when it stops working and when it works again.
fn tell_changes(before: Option<&Round>, now: &Round) {
    for (name, found) in now {
        let before = before.and_then(|round| round.get(name));
        let before = before.unwrap_or(&Finding::Well);
        if before.name() == found.name() {
            continue;
        }
        match found {
            Finding::Well => tracing::info!(part = name, "works again"),
            _ => tracing::error!(part = name, state = found.name(), "{}", found.why()),
        }
    }
}
