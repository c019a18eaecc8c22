//! One suite for everything that counts limits.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use plantain_store::{Charge, Entry, Limiter, PlaceAsk, Rate, Ruling};

const SECOND_US: u64 = 1_000_000;
const MINUTE_US: u64 = 60 * SECOND_US;

/// A clock that moves only when it is told to.
#[derive(Clone)]
pub struct HandClock(Arc<AtomicU64>);

impl HandClock {
    /// Returns a clock that stands at a million seconds.
    pub fn new() -> Self {
        Self(Arc::new(AtomicU64::new(1_000_000 * SECOND_US)))
    }

    pub fn advance(&self, us: u64) {
        self.0.fetch_add(us, Ordering::Relaxed);
    }

    pub fn set_back(&self, us: u64) {
        self.0.fetch_sub(us, Ordering::Relaxed);
    }

    pub fn tell(&self) -> Arc<dyn Fn() -> u64 + Send + Sync> {
        let hand = Arc::clone(&self.0);
        Arc::new(move || hand.load(Ordering::Relaxed))
    }
}

impl Default for HandClock {
    fn default() -> Self {
        Self::new()
    }
}

fn requests(cost: u32) -> Charge {
    let rate = Rate {
        count: 15,
        window_us: MINUTE_US,
        burst: 15,
    };
    Charge {
        name: "requests",
        rate,
        cost,
    }
}

fn images(cost: u32) -> Charge {
    let rate = Rate {
        count: 1_500,
        window_us: 24 * 60 * MINUTE_US,
        burst: 20,
    };
    Charge {
        name: "images",
        rate,
        cost,
    }
}

fn place(holder: &str) -> PlaceAsk<'_> {
    PlaceAsk {
        holder,
        places_max: 2,
        lease_us: 10 * SECOND_US,
    }
}

async fn enter(limiter: &dyn Limiter, caller: &str, charges: &[Charge]) -> Ruling {
    let entry = Entry {
        caller,
        charges,
        place: None,
    };
    limiter.enter(entry).await.unwrap()
}

async fn enter_place(limiter: &dyn Limiter, caller: &str, holder: &str) -> Ruling {
    let entry = Entry {
        caller,
        charges: &[requests(1)],
        place: Some(place(holder)),
    };
    limiter.enter(entry).await.unwrap()
}

/// Checks a limiter that counts by `clock` and has seen nobody yet.
pub async fn limits(limiter: &dyn Limiter, clock: &HandClock) {
    a_burst_and_then_one_a_step(limiter, clock).await;
    all_or_nothing(limiter, clock).await;
    refunds(limiter, clock).await;
    places(limiter, clock).await;
    clocks_that_are_set_back(limiter, clock).await;
}

async fn a_burst_and_then_one_a_step(limiter: &dyn Limiter, clock: &HandClock) {
    for spent in 1..=15_u32 {
        let ruling = enter(limiter, "a", &[requests(1)]).await;
        assert!(ruling.granted, "request {spent}");
        assert_eq!(ruling.standings[0].remaining, 15 - spent);
        assert_eq!(
            ruling.standings[0].reset_us,
            u64::from(spent) * 4 * SECOND_US
        );
        assert_eq!(ruling.places_held, None);
    }
    let refused = enter(limiter, "a", &[requests(1)]).await;
    assert!(!refused.granted);
    assert_eq!(refused.fits, [false]);
    assert_eq!(refused.standings[0].remaining, 0);
    assert_eq!(refused.standings[0].retry_us, Some(4 * SECOND_US));
    assert!(
        enter(limiter, "b", &[requests(1)]).await.granted,
        "callers are apart"
    );

    clock.advance(4 * SECOND_US - 1);
    let early = enter(limiter, "a", &[requests(1)]).await;
    assert!(!early.granted, "a microsecond too early");
    assert_eq!(early.standings[0].retry_us, Some(1));
    clock.advance(1);
    assert!(enter(limiter, "a", &[requests(1)]).await.granted);
    assert!(!enter(limiter, "a", &[requests(1)]).await.granted);

    clock.advance(MINUTE_US);
    let standing = enter(limiter, "a", &[requests(0)]).await;
    assert_eq!(standing.standings[0].remaining, 15, "a quiet minute");
    assert_eq!(standing.standings[0].reset_us, 0);
    let too_many = enter(limiter, "a", &[requests(16)]).await;
    assert!(!too_many.granted);
    assert_eq!(too_many.standings[0].retry_us, None, "it never fits");
}

async fn all_or_nothing(limiter: &dyn Limiter, clock: &HandClock) {
    let charges = [requests(1), images(10)];
    for left in [10, 0] {
        let ruling = enter(limiter, "c", &charges).await;
        assert!(ruling.granted);
        assert_eq!(ruling.standings[1].remaining, left);
    }
    let refused = enter(limiter, "c", &charges).await;
    assert!(!refused.granted);
    assert_eq!(refused.fits, [true, false]);
    assert_eq!(
        refused.standings[0].remaining, 13,
        "a refused request was charged"
    );
    // 1,500 a day is one in 57.6 s.
    assert_eq!(refused.standings[1].retry_us, Some(576 * SECOND_US));
    clock.advance(576 * SECOND_US);
    assert!(enter(limiter, "c", &charges).await.granted);
}

async fn refunds(limiter: &dyn Limiter, _clock: &HandClock) {
    assert!(enter(limiter, "d", &[images(20)]).await.granted);
    assert!(!enter(limiter, "d", &[images(1)]).await.granted);
    limiter.refund("d", &[images(5)]).await.unwrap();
    let ruling = enter(limiter, "d", &[images(4)]).await;
    assert!(ruling.granted);
    assert_eq!(ruling.standings[0].remaining, 1);
    limiter.refund("d", &[images(5_000)]).await.unwrap();
    let ruling = enter(limiter, "d", &[images(0)]).await;
    assert_eq!(
        ruling.standings[0].remaining, 20,
        "more came back than there is"
    );
    limiter.refund("nobody", &[images(5)]).await.unwrap();
}

async fn places(limiter: &dyn Limiter, clock: &HandClock) {
    assert_eq!(enter_place(limiter, "e", "1").await.places_held, Some(1));
    assert_eq!(enter_place(limiter, "e", "2").await.places_held, Some(2));
    let refused = enter_place(limiter, "e", "3").await;
    assert!(!refused.granted);
    assert_eq!(refused.fits, [true]);
    assert_eq!(refused.places_held, Some(2));
    assert_eq!(
        refused.standings[0].remaining, 13,
        "a refused request was charged"
    );
    assert!(enter_place(limiter, "f", "3").await.granted);
    limiter.leave("e", "1").await.unwrap();
    limiter.leave("e", "nobody").await.unwrap();
    assert!(enter_place(limiter, "e", "3").await.granted);

    // Of two leases one is renewed: after it would have run out one place is free.
    clock.advance(6 * SECOND_US);
    limiter.renew("e", place("2")).await.unwrap();
    limiter.renew("e", place("1")).await.unwrap();
    clock.advance(6 * SECOND_US);
    let ruling = enter_place(limiter, "e", "4").await;
    assert!(ruling.granted);
    assert_eq!(ruling.places_held, Some(2));
    assert!(!enter_place(limiter, "e", "5").await.granted);
}

async fn clocks_that_are_set_back(limiter: &dyn Limiter, clock: &HandClock) {
    assert!(enter(limiter, "g", &[requests(15)]).await.granted);
    clock.set_back(60 * MINUTE_US);
    let refused = enter(limiter, "g", &[requests(1)]).await;
    assert_eq!(
        refused.standings[0].retry_us,
        Some(4 * SECOND_US),
        "locked out for an hour"
    );
}

/// Checks that of many requests at once, split over limiters that share their books, exactly as many get in as may.
pub async fn limits_are_exact(nodes: &[Arc<dyn Limiter>]) {
    const MOST: u32 = 100;
    let rate = Rate {
        count: MOST,
        window_us: 24 * 60 * MINUTE_US,
        burst: MOST,
    };
    let charge = Charge {
        name: "images",
        rate,
        cost: 1,
    };
    let tries = (0..4 * MOST as usize).map(|index| {
        let node = Arc::clone(&nodes[index % nodes.len()]);
        tokio::spawn(async move {
            let entry = Entry {
                caller: "crowd",
                charges: &[charge],
                place: None,
            };
            node.enter(entry).await.unwrap().granted
        })
    });
    let mut granted = 0;
    for task in tries.collect::<Vec<_>>() {
        granted += u32::from(task.await.unwrap());
    }
    assert_eq!(granted, MOST);
}
