//! Limits that several processes share, counted by Redis or Valkey.
//!
//! Each check is one script on the server, so that it is atomic whoever else asks, and goes by the server's clock, so that
//! those of the processes need not agree. The keys of a caller share a hash tag and with it a slot of a cluster.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use plantain_store::{Charge, Entry, Limiter, PlaceAsk, Reply, Ruling, Standing, StoreError};
use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, Client, Script, Value};
use tokio::sync::Mutex;

use crate::clock::Clock;

/// Longest time that a request waits for the limiter.
const ANSWER_TIME_MAX: Duration = Duration::from_millis(500);
/// How long nobody tries to connect after a failure; meanwhile requests learn at once that the limiter does not answer.
const PAUSE: Duration = Duration::from_secs(1);

const ENTER: &str = include_str!("redis/enter.lua");
const RENEW: &str = include_str!("redis/renew.lua");
const REFUND: &str = include_str!("redis/refund.lua");

/// Counts in Redis.
pub struct Redis {
    client: Client,
    prefix: String,
    connection: Mutex<Option<MultiplexedConnection>>,
    /// Milliseconds since `begun` until which nobody tries to connect.
    paused_until_ms: AtomicU64,
    begun: Instant,
    /// None: the server's clock.
    clock: Option<Clock>,
    scripts: Scripts,
}

struct Scripts {
    enter: Script,
    renew: Script,
    refund: Script,
}

impl Redis {
    /// Returns a limiter for a server ("redis://user:password@host:6379/0", "rediss://…" for TLS). It connects when it is first asked, and again
    /// whenever the connection is lost. `prefix` keeps its keys from others'.
    pub fn new(url: &str, prefix: &str) -> Result<Self, StoreError> {
        // For rediss://; another part of the program may have chosen the same provider before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::open(url)
            .map_err(|error| StoreError::failed("the Redis URL is not valid", error))?;
        Ok(Self {
            client,
            prefix: prefix.to_owned(),
            connection: Mutex::default(),
            paused_until_ms: AtomicU64::new(0),
            begun: Instant::now(),
            clock: None,
            scripts: Scripts {
                enter: Script::new(ENTER),
                renew: Script::new(RENEW),
                refund: Script::new(REFUND),
            },
        })
    }

    /// Counts by `clock` in place of the server's, for tests.
    #[must_use]
    pub fn with_clock(mut self, clock: Clock) -> Self {
        self.clock = Some(clock);
        self
    }

    async fn try_ping(&self) -> Result<(), StoreError> {
        let mut connection = self.connection().await?;
        let answer: Result<String, _> = redis::cmd("PING").query_async(&mut connection).await;
        match answer {
            Ok(_) => Ok(()),
            Err(error) => Err(self.lost(error).await),
        }
    }

    fn key(&self, caller: &str, name: &str) -> String {
        format!("{}{{{caller}}}:{name}", self.prefix)
    }

    /// The time that scripts go by; empty: the server's own.
    fn now(&self) -> String {
        let now_us = self.clock.as_ref().map(|clock| clock());
        now_us.map_or_else(String::new, |now_us| now_us.to_string())
    }

    async fn connection(&self) -> Result<MultiplexedConnection, StoreError> {
        let mut held = self.connection.lock().await;
        if let Some(connection) = &*held {
            return Ok(connection.clone());
        }
        let now_ms = self.begun.elapsed().as_millis() as u64;
        if now_ms < self.paused_until_ms.load(Ordering::Relaxed) {
            return Err(StoreError::failed("Redis does not answer", "no connection"));
        }
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(ANSWER_TIME_MAX))
            .set_response_timeout(Some(ANSWER_TIME_MAX));
        match self
            .client
            .get_multiplexed_async_connection_with_config(&config)
            .await
        {
            Ok(connection) => {
                *held = Some(connection.clone());
                Ok(connection)
            }
            Err(error) => {
                self.pause();
                Err(StoreError::failed("cannot connect to Redis", error))
            }
        }
    }

    fn pause(&self) {
        let until = self.begun.elapsed() + PAUSE;
        self.paused_until_ms
            .store(until.as_millis() as u64, Ordering::Relaxed);
    }

    /// Gives up the connection after a failure that it may be the reason of.
    async fn lost(&self, error: redis::RedisError) -> StoreError {
        if error.is_io_error() || error.is_timeout() || error.is_connection_dropped() {
            *self.connection.lock().await = None;
            self.pause();
        }
        StoreError::failed("Redis does not answer", error)
    }

    async fn ask(&self, call: redis::ScriptInvocation<'_>) -> Result<Vec<Value>, StoreError> {
        let mut connection = self.connection().await?;
        match call.invoke_async(&mut connection).await {
            Ok(answer) => Ok(answer),
            Err(error) => Err(self.lost(error).await),
        }
    }

    async fn try_enter(&self, entry: Entry<'_>) -> Result<Ruling, StoreError> {
        let mut call = self.scripts.enter.prepare_invoke();
        for charge in entry.charges {
            call.key(self.key(entry.caller, charge.name));
        }
        call.key(self.key(entry.caller, "places"));
        call.arg(self.now());
        match entry.place {
            Some(place) => call
                .arg(place.holder)
                .arg(place.places_max)
                .arg(place.lease_us),
            None => call.arg("").arg(0).arg(0),
        };
        for charge in entry.charges {
            call.arg(charge.rate.step_us())
                .arg(charge.rate.fill_us())
                .arg(charge.cost);
        }
        let answer = numbers(self.ask(call).await?)?;
        ruling(entry, &answer)
    }

    async fn try_renew(&self, caller: &str, place: PlaceAsk<'_>) -> Result<(), StoreError> {
        let mut call = self.scripts.renew.prepare_invoke();
        call.key(self.key(caller, "places"))
            .arg(self.now())
            .arg(place.holder)
            .arg(place.lease_us);
        self.ask(call).await.map(drop)
    }

    async fn try_leave(&self, caller: &str, holder: &str) -> Result<(), StoreError> {
        let mut connection = self.connection().await?;
        let removed: Result<i64, _> = redis::cmd("ZREM")
            .arg(self.key(caller, "places"))
            .arg(holder)
            .query_async(&mut connection)
            .await;
        match removed {
            Ok(_) => Ok(()),
            Err(error) => Err(self.lost(error).await),
        }
    }

    async fn try_refund(&self, caller: &str, charges: &[Charge]) -> Result<(), StoreError> {
        let mut call = self.scripts.refund.prepare_invoke();
        for charge in charges {
            call.key(self.key(caller, charge.name))
                .arg(charge.rate.step_us() * u64::from(charge.cost));
        }
        self.ask(call).await.map(drop)
    }
}

fn numbers(answer: Vec<Value>) -> Result<Vec<i64>, StoreError> {
    let number = |value| match value {
        Value::Int(number) => Ok(number),
        other => Err(StoreError::damaged(
            "a script's answer",
            format_args!("{other:?}"),
        )),
    };
    answer.into_iter().map(number).collect()
}

/// Reads `[granted, places, (fits, remaining, reset, retry) for each charge]`; what is none comes as -1.
fn ruling(entry: Entry<'_>, answer: &[i64]) -> Result<Ruling, StoreError> {
    let count = entry.charges.len();
    let (&[granted, held], rest) = answer
        .split_first_chunk::<2>()
        .filter(|(_, rest)| rest.len() == 4 * count)
        .ok_or_else(|| StoreError::damaged("a script's answer", "it has another length"))?;
    let some = |number: i64| u64::try_from(number).ok();
    let (lines, _) = rest.as_chunks::<4>();
    Ok(Ruling {
        granted: granted == 1,
        standings: lines
            .iter()
            .map(|[_, remaining, reset, retry]| Standing {
                remaining: u32::try_from(*remaining).unwrap_or(0),
                reset_us: some(*reset).unwrap_or(0),
                retry_us: some(*retry),
            })
            .collect(),
        fits: lines.iter().map(|[fits, ..]| *fits == 1).collect(),
        places_held: entry.place.map(|_| u32::try_from(held).unwrap_or(0)),
    })
}

impl Limiter for Redis {
    fn ping(&self) -> Reply<'_, ()> {
        Box::pin(self.try_ping())
    }

    fn enter<'a>(&'a self, entry: Entry<'a>) -> Reply<'a, Ruling> {
        Box::pin(self.try_enter(entry))
    }

    fn renew<'a>(&'a self, caller: &'a str, place: PlaceAsk<'a>) -> Reply<'a, ()> {
        Box::pin(self.try_renew(caller, place))
    }

    fn leave<'a>(&'a self, caller: &'a str, holder: &'a str) -> Reply<'a, ()> {
        Box::pin(self.try_leave(caller, holder))
    }

    fn refund<'a>(&'a self, caller: &'a str, charges: &'a [Charge]) -> Reply<'a, ()> {
        Box::pin(self.try_refund(caller, charges))
    }
}
