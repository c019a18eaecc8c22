//! The suite that every limiter passes.

use std::sync::Arc;

use plantain_limits::Memory;
use plantain_store::Limiter;
use plantain_testkit::limits::{HandClock, limits, limits_are_exact};

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
