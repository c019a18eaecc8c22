//! The suite that every limiter passes, in memory and on a real server.

use std::sync::Arc;

use plantain_limits::{Memory, Redis};
use plantain_store::{Charge, Entry, Limiter, Rate};
use plantain_testkit::limits::{HandClock, limits, limits_are_exact};
use plantain_testkit::redis::RedisServer;

#[tokio::test]
async fn memory() {
    let clock = HandClock::new();
    limits(&Memory::with_clock(clock.tell()), &clock).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn memory_is_exact() {
    let memory: Arc<dyn Limiter> = Arc::new(Memory::new());
    limits_are_exact(&[memory]).await;
}

#[tokio::test]
async fn redis() {
    let server = RedisServer::start();
    let clock = HandClock::new();
    let redis = Redis::new(&server.url(), "test:").unwrap();
    limits(&redis.with_clock(clock.tell()), &clock).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_share_a_redis_exactly() {
    let server = RedisServer::start();
    let node = || -> Arc<dyn Limiter> { Arc::new(Redis::new(&server.url(), "test:").unwrap()) };
    limits_are_exact(&[node(), node()]).await;
}

#[tokio::test]
async fn a_redis_that_went_away_is_told_of_and_found_again() {
    let mut server = RedisServer::start();
    let redis = Redis::new(&server.url(), "test:").unwrap();
    let charge = Charge {
        name: "requests",
        rate: Rate {
            count: 1,
            window_us: 60_000_000,
            burst: 1,
        },
        cost: 1,
    };
    let charges = [charge];
    let entry = Entry {
        caller: "a",
        charges: &charges,
        place: None,
    };
    assert!(redis.enter(entry).await.unwrap().granted);
    assert!(!redis.enter(entry).await.unwrap().granted);
    server.stop();
    for _ in 0..3 {
        assert!(redis.enter(entry).await.is_err());
    }
    server.start_again();
    // It is asked again after a pause.
    while redis.ping().await.is_err() {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(
        redis.enter(entry).await.unwrap().granted,
        "an empty server counts from the start"
    );
}
