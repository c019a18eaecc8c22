//! Limits that several nodes share, and what becomes of them while the Redis between them is down.

use std::sync::Arc;

use plantain_app::{Caller, Cost, LimiterFailure, Limits, SystemWorld, Tier, Tiers};
use plantain_core::{ErrorKind, Id, LimitKind};
use plantain_limits::{Memory, Redis};
use plantain_testkit::redis::RedisServer;

const ONE: Cost = Cost {
    requests: 1,
    images: 1,
    waits: true,
};

fn node(server: &RedisServer, on_failure: LimiterFailure) -> Limits {
    let tier = Tier {
        requests_per_minute: Some(2),
        images_per_day: Some(100),
        concurrency: Some(2),
        policy: None,
    };
    let tiers = Tiers::new([("small".to_owned(), tier)], Some("small".into())).unwrap();
    let redis = Redis::new(&server.url(), "test:").unwrap();
    let memory = Arc::new(Memory::new());
    let world = Arc::new(SystemWorld);
    Limits::new(tiers, Arc::new(redis), memory, on_failure, world)
}

fn caller(key: &str) -> Caller {
    Caller {
        key_id: Some(Id::from_stored(key)),
        ..Caller::default()
    }
}

#[tokio::test]
async fn two_nodes_count_as_one() {
    let server = RedisServer::start();
    let nodes = [
        node(&server, LimiterFailure::Closed),
        node(&server, LimiterFailure::Closed),
    ];
    let anna = caller("key_anna");
    let mut first = nodes[0].check(&anna, ONE).await.unwrap();
    let mut second = nodes[1].check(&anna, ONE).await.unwrap();
    let standing = second.state.of(LimitKind::Requests).unwrap();
    assert_eq!((standing.limit, standing.remaining), (2, 0));
    for node in &nodes {
        let refused = node.check(&anna, ONE).await.unwrap_err();
        assert_eq!(refused.kind, ErrorKind::Limit);
        let state = refused.limits.unwrap();
        assert_eq!(state.refused_by, Some(LimitKind::Requests));
        let images = state.of(LimitKind::Images).unwrap();
        assert_eq!(images.remaining, 98, "a refused request was charged");
    }
    assert!(nodes[0].check(&caller("key_ben"), ONE).await.is_ok());
    first.leave().await;
    second.refund_images().await;
    second.leave().await;
}

#[tokio::test]
async fn while_redis_is_down_the_owner_decides() {
    let mut server = RedisServer::start();
    let open = node(&server, LimiterFailure::Open);
    let closed = node(&server, LimiterFailure::Closed);
    let local = node(&server, LimiterFailure::Local);
    let anna = caller("key_anna");
    assert!(open.check(&anna, ONE).await.is_ok());
    server.stop();
    for _ in 0..4 {
        let pass = open.check(&anna, ONE).await.unwrap();
        assert!(pass.state.standings.is_empty());
        let refused = closed.check(&anna, ONE).await.unwrap_err();
        assert_eq!(refused.kind, ErrorKind::Unavailable);
        assert_eq!(refused.code, "limits_unavailable");
        assert_eq!(refused.retry_after_s, Some(1));
    }
    let mut passes = Vec::new();
    for _ in 0..2 {
        passes.push(local.check(&anna, ONE).await.unwrap());
    }
    let refused = local.check(&anna, ONE).await.unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Limit);
    // Without a key there is nobody to count for, and nobody is asked.
    assert!(closed.check(&Caller::default(), ONE).await.is_ok());
}

#[tokio::test]
async fn places_are_given_back_when_they_are_left_or_dropped() {
    let server = RedisServer::start();
    let tier = Tier {
        concurrency: Some(1),
        ..Tier::default()
    };
    let tiers = Tiers::new([("one".to_owned(), tier)], Some("one".into())).unwrap();
    let redis = Arc::new(Redis::new(&server.url(), "test:").unwrap());
    let world = Arc::new(SystemWorld);
    let limits = Limits::new(tiers, redis.clone(), redis, LimiterFailure::Closed, world);
    let anna = caller("key_anna");
    let mut pass = limits.check(&anna, ONE).await.unwrap();
    let refused = limits.check(&anna, ONE).await.unwrap_err();
    assert_eq!(refused.code, "concurrency_limit");
    let queued = Cost {
        waits: false,
        ..ONE
    };
    assert!(
        limits.check(&anna, queued).await.is_ok(),
        "queued tasks take no place"
    );
    pass.leave().await;
    let pass = limits.check(&anna, ONE).await.unwrap();
    drop(pass);
    while limits.check(&anna, ONE).await.is_err() {
        tokio::task::yield_now().await;
    }
}
