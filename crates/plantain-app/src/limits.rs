//! How much a caller may use: requests a minute, pictures a day, requests at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use plantain_core::{Error, ErrorKind, Id, LimitKind, LimitStanding, LimitState};
use plantain_store::{Charge, Entry, Limiter, PlaceAsk, Rate, Ruling, StoreError};
use tokio::sync::oneshot;

use crate::tiers::{Tier, Tiers};
use crate::world::random_bytes;
use crate::{Caller, World};

const MINUTE_S: u32 = 60;
const DAY_S: u32 = 86_400;
const SECOND_US: u64 = 1_000_000;
/// How long a place is held without a sign of life; after a crash it is free again then.
const LEASE_US: u64 = 60 * SECOND_US;
/// How often a place is renewed.
const RENEW_EVERY: Duration = Duration::from_secs(20);
/// What a caller with too many requests under way is told to wait.
const BUSY_RETRY_MS: u64 = 1_000;
/// What callers are told to wait while limits cannot be counted.
const FAILED_RETRY_S: u32 = 1;
/// The log hears of a limiter that does not answer once in this time.
const WARN_EVERY_MS: i64 = 10_000;

/// What happens while the shared limiter does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LimiterFailure {
    /// Everybody gets in.
    Open,
    /// Nobody with limits gets in.
    Closed,
    /// Each process counts for itself.
    #[default]
    Local,
}

impl LimiterFailure {
    /// Returns the choice, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        match name {
            "open" => Ok(Self::Open),
            "closed" => Ok(Self::Closed),
            "local" => Ok(Self::Local),
            _ => Err(Error::invalid(
                "invalid_choice",
                field,
                name,
                "must be open, closed or local",
            )),
        }
    }
}

/// What a request uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    pub requests: u32,
    pub images: u32,
    /// The caller waits for the answer, and so takes one of its places until then. Queued tasks take none: how many of a
    /// caller's tasks run at once is the queue's business.
    pub waits: bool,
}

/// Knows the tiers and counts what callers use.
pub struct Limits {
    tiers: Tiers,
    limiter: Arc<dyn Limiter>,
    /// Counts while `limiter` does not answer.
    local: Arc<dyn Limiter>,
    on_failure: LimiterFailure,
    world: Arc<dyn World>,
    warned_ms: AtomicI64,
    /// Tells the places of this process from those of others, and from each other.
    process: Id,
    holders: AtomicU64,
}

/// Leave to go on. Its place is given back by [`Pass::leave`], or a little later when it is dropped.
#[derive(Debug, Default)]
pub struct Pass {
    pub state: LimitState,
    paid: Option<Paid>,
    place: Option<Place>,
}

/// Pictures that were charged.
struct Paid {
    limiter: Arc<dyn Limiter>,
    caller: String,
    images: Charge,
}

impl Pass {
    /// Gives back what was charged for pictures that were not drawn.
    pub async fn refund_images(&mut self) {
        if let Some(paid) = self.paid.take() {
            let refunded = paid.limiter.refund(&paid.caller, &[paid.images]).await;
            if let Err(error) = refunded {
                tracing::debug!(%error, "pictures that were not drawn stay charged to their limit");
            }
        }
    }

    /// Gives the place back, so that the caller's next request finds it free.
    pub async fn leave(&mut self) {
        if let Some(place) = self.place.take() {
            place.leave().await;
        }
    }
}

impl std::fmt::Debug for Paid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} images of {}", self.images.cost, self.caller)
    }
}

impl Limits {
    /// `limiter` counts; `local` stands in for it while it does not answer and the owner chose so.
    pub fn new(
        tiers: Tiers,
        limiter: Arc<dyn Limiter>,
        local: Arc<dyn Limiter>,
        on_failure: LimiterFailure,
        world: Arc<dyn World>,
    ) -> Self {
        Self {
            tiers,
            limiter,
            local,
            on_failure,
            process: Id::new("place", random_bytes(&*world)),
            holders: AtomicU64::new(0),
            world,
            warned_ms: AtomicI64::new(i64::MIN),
        }
    }

    pub fn tiers(&self) -> &Tiers {
        &self.tiers
    }

    /// Returns what happens while the shared limiter does not answer.
    pub fn on_failure(&self) -> LimiterFailure {
        self.on_failure
    }

    /// Returns an error unless what counts answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.limiter.ping().await
    }

    /// Returns the name of the policy that the caller's tier says.
    pub fn policy_of<'a>(&'a self, caller: &'a Caller) -> Option<&'a str> {
        let tier = self.tiers.of(caller.grant.tier.as_deref());
        tier.ok().and_then(|(_, tier)| tier.policy.as_deref())
    }

    /// Returns how many tasks of the caller may run at once; none: any number.
    pub fn running_max(&self, caller: &Caller) -> Option<u32> {
        if caller.unlimited || caller.key_id.is_none() {
            return None;
        }
        let tier = self.tiers.of(caller.grant.tier.as_deref());
        tier.ok().and_then(|(_, tier)| tier.concurrency)
    }

    /// Charges the request to its caller's limits, all of them or none, or says which is used up and when to come again.
    pub async fn check(&self, caller: &Caller, cost: Cost) -> Result<Pass, Error> {
        // Without a key there is nobody to count for: an open server, or the owner.
        let Some(key) = caller.key_id.as_ref().filter(|_| !caller.unlimited) else {
            return Ok(Pass::default());
        };
        let (name, tier) = self.tiers.of(caller.grant.tier.as_deref())?;
        let lines = lines(tier, cost);
        let places_max = tier.concurrency.filter(|_| cost.waits);
        if lines.is_empty() && places_max.is_none() {
            return Ok(Pass::default());
        }
        let number = self.holders.fetch_add(1, Ordering::Relaxed);
        let holder = format!("{}_{number}", self.process);
        let charges: Vec<_> = lines.iter().map(|(_, charge)| *charge).collect();
        let entry = Entry {
            caller: key.as_str(),
            charges: &charges,
            place: places_max.map(|places_max| PlaceAsk {
                holder: &holder,
                places_max,
                lease_us: LEASE_US,
            }),
        };
        let Some((ruling, limiter)) = self.enter(entry).await? else {
            return Ok(Pass::default());
        };
        let state = state(&lines, places_max, &ruling);
        if !ruling.granted {
            return Err(refusal(state, name, cost));
        }
        let images = lines.iter().find(|(kind, _)| *kind == LimitKind::Images);
        Ok(Pass {
            state,
            paid: images.map(|(_, charge)| Paid {
                limiter: Arc::clone(limiter),
                caller: key.as_str().to_owned(),
                images: *charge,
            }),
            place: places_max.map(|_| Place::hold(limiter, key.as_str(), holder)),
        })
    }

    /// Returns the ruling and who made it; none when nobody can and everybody gets in.
    async fn enter(&self, entry: Entry<'_>) -> Result<Option<(Ruling, &Arc<dyn Limiter>)>, Error> {
        let error = match self.limiter.enter(entry).await {
            Ok(ruling) => return Ok(Some((ruling, &self.limiter))),
            Err(error) => error,
        };
        self.warn(&error);
        match self.on_failure {
            LimiterFailure::Open => Ok(None),
            LimiterFailure::Local => Ok(Some((self.local.enter(entry).await?, &self.local))),
            LimiterFailure::Closed => Err(Error::new(
                ErrorKind::Unavailable,
                "limits_unavailable",
                format!(
                    "The server cannot count requests at the moment and was told to refuse them then; try again in {FAILED_RETRY_S} second."
                ),
            )
            .with_detail(error)
            .retry_after(FAILED_RETRY_S)),
        }
    }

    fn warn(&self, error: &StoreError) {
        let now_ms = self.world.now_ms();
        let before_ms = self.warned_ms.load(Ordering::Relaxed);
        if now_ms.saturating_sub(before_ms) >= WARN_EVERY_MS {
            self.warned_ms.store(now_ms, Ordering::Relaxed);
            let then = self.on_failure;
            tracing::warn!(%error, ?then, "the limiter does not answer");
        }
    }
}

/// Returns the rate limits of a tier, charged with `cost`.
fn lines(tier: &Tier, cost: Cost) -> Vec<(LimitKind, Charge)> {
    let line = |kind: LimitKind, most: Option<u32>, window_s: u32, cost: u32| {
        most.map(|count| {
            let charge = Charge {
                name: kind.name(),
                rate: Rate {
                    count,
                    window_us: u64::from(window_s) * SECOND_US,
                    burst: count,
                },
                cost,
            };
            (kind, charge)
        })
    };
    [
        line(
            LimitKind::Requests,
            tier.requests_per_minute,
            MINUTE_S,
            cost.requests,
        ),
        line(LimitKind::Images, tier.images_per_day, DAY_S, cost.images),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn state(lines: &[(LimitKind, Charge)], places_max: Option<u32>, ruling: &Ruling) -> LimitState {
    let mut standings = Vec::with_capacity(lines.len() + 1);
    let mut refused_by = None;
    let mut retry_after_ms = None;
    let rates = lines.iter().zip(&ruling.standings).zip(&ruling.fits);
    for (((kind, charge), standing), fits) in rates {
        standings.push(LimitStanding {
            kind: *kind,
            limit: charge.rate.burst,
            window_s: (charge.rate.window_us / SECOND_US) as u32,
            remaining: standing.remaining,
            reset_ms: standing.reset_us.div_ceil(1_000),
        });
        let retry_ms = standing.retry_us.map(|us| us.div_ceil(1_000));
        // Of several limits the one that takes longest is told; one that never lets this through takes longest of all.
        let longer = refused_by.is_none() || longer(retry_ms, retry_after_ms);
        if !fits && longer {
            refused_by = Some(*kind);
            retry_after_ms = retry_ms;
        }
    }
    if let (Some(limit), Some(held)) = (places_max, ruling.places_held) {
        standings.push(LimitStanding {
            kind: LimitKind::Concurrency,
            limit,
            window_s: 0,
            remaining: limit.saturating_sub(held),
            reset_ms: 0,
        });
    }
    if !ruling.granted && refused_by.is_none() {
        refused_by = Some(LimitKind::Concurrency);
        retry_after_ms = Some(BUSY_RETRY_MS);
    }
    LimitState {
        standings,
        refused_by,
        retry_after_ms,
    }
}

fn longer(one: Option<u64>, other: Option<u64>) -> bool {
    match (one, other) {
        (None, other) => other.is_some(),
        (Some(_), None) => false,
        (Some(one), Some(other)) => one > other,
    }
}

fn refusal(state: LimitState, tier: &str, cost: Cost) -> Error {
    let limit = state.refusal().map_or(0, |standing| standing.limit);
    let (code, over) = match state.refused_by {
        Some(LimitKind::Images) => (
            "images_limit",
            format!("its {limit} pictures a day (asked for: {})", cost.images),
        ),
        Some(LimitKind::Concurrency) => (
            "concurrency_limit",
            format!("its {limit} requests at the same time"),
        ),
        Some(LimitKind::Requests) | None => {
            ("requests_limit", format!("its {limit} requests a minute"))
        }
    };
    let seconds = state.retry_after_ms.map(|ms| ms.div_ceil(1_000));
    let remedy = match seconds {
        Some(1) => "try again in 1 second".to_owned(),
        Some(seconds) => format!("try again in {seconds} seconds"),
        None => "ask for fewer pictures at a time".to_owned(),
    };
    let message =
        format!("This key would go over {over}, the limit of its tier {tier:?}; {remedy}.");
    let mut error = Error::new(ErrorKind::Limit, code, message);
    error.retry_after_s = seconds.map(|seconds| u32::try_from(seconds).unwrap_or(u32::MAX));
    error.limits = Some(Box::new(state));
    error
}

/// A place that is held, and renewed until it is given back.
#[derive(Debug)]
struct Place {
    /// Dropped or used, it ends the holding.
    end: oneshot::Sender<()>,
    ended: oneshot::Receiver<()>,
}

impl Place {
    fn hold(limiter: &Arc<dyn Limiter>, caller: &str, holder: String) -> Self {
        let (end, mut told) = oneshot::channel();
        let (tell, ended) = oneshot::channel();
        let limiter = Arc::clone(limiter);
        let caller = caller.to_owned();
        tokio::spawn(async move {
            while tokio::time::timeout(RENEW_EVERY, &mut told).await.is_err() {
                let place = PlaceAsk {
                    holder: &holder,
                    places_max: u32::MAX,
                    lease_us: LEASE_US,
                };
                // One that is missed is made up for by the next: a lease outlasts two.
                let _ = limiter.renew(&caller, place).await;
            }
            // One that cannot be given back runs out by itself.
            let _ = limiter.leave(&caller, &holder).await;
            let _ = tell.send(());
        });
        Self { end, ended }
    }

    /// Returns once the place is free.
    async fn leave(self) {
        let _ = self.end.send(());
        let _ = self.ended.await;
    }
}
