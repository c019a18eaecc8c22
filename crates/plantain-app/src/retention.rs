//! Who has a claim on stored files, and when they go.
//!
//! A file stays while anybody has a claim on it. The sweep gives up claims by age and by bytes, deletes files on which nobody has
//! one, and now and then looks for files that never had one because a process died in between.

mod rule;

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use plantain_core::{Error, Id};
use plantain_store::{
    ObjectClaim, ObjectIndex, ObjectName, ObjectStat, ObjectUse, Objects, StoreError,
};

pub use rule::{RetentionConfig, RetentionRule};

use crate::World;

/// Time between two sweeps.
pub const SWEEP_EVERY: Duration = Duration::from_secs(60);
/// A file that was put within this time is not deleted: whoever put it may be about to claim it.
const FRESH_MS: i64 = 10 * 60_000;
/// Time between two looks at every file that there is.
const LOOK_EVERY_MS: i64 = 24 * 3_600_000;
/// Time from the start to the first of them: a process that is started anew every day looks, too.
const FIRST_LOOK_MS: i64 = 5 * 60_000;
/// Uses of a file within this time are noted once.
const USE_MS: i64 = 3_600_000;
/// Files whose last use is remembered, so that it is not noted again.
const USES_MAX: usize = 10_000;
/// Claims given up by one statement.
const CLAIMS_AT_ONCE: u32 = 500;
/// Names looked at at once.
const NAMES_AT_ONCE: u32 = 500;

/// Keeps what is claimed, and removes the rest.
pub struct Retention {
    objects: Arc<dyn Objects>,
    index: Arc<dyn ObjectIndex>,
    config: RetentionConfig,
    world: Arc<dyn World>,
    /// When every file is looked at next.
    next_look_ms: AtomicI64,
    /// When the use of a file was noted last.
    used: Mutex<HashMap<ObjectName, i64>>,
}

/// A claim to be made.
#[derive(Debug, Clone)]
pub struct NewClaim {
    /// What [`crate::Caller::owner`] says.
    pub owner: String,
    pub name: ObjectName,
    pub size_bytes: u64,
    pub session: Option<Id>,
    pub task: Option<Id>,
    /// Unix milliseconds at which it goes, whatever the owner's rule says.
    pub expires_ms: Option<i64>,
}

/// What a sweep did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sweep {
    /// Claims given up.
    pub released: u64,
    pub deleted: u64,
    /// Files to be deleted that were put just now; they go with a later sweep.
    pub waiting: u64,
}

impl Retention {
    pub fn new(
        objects: Arc<dyn Objects>,
        index: Arc<dyn ObjectIndex>,
        config: RetentionConfig,
        world: Arc<dyn World>,
    ) -> Self {
        let next_look_ms = AtomicI64::new(world.now_ms() + FIRST_LOOK_MS);
        Self {
            objects,
            index,
            config,
            world,
            next_look_ms,
            used: Mutex::default(),
        }
    }

    /// Makes sure that a file stays as long as its owner's rule says. The file may be put before or after.
    pub async fn claim(&self, claim: NewClaim) -> Result<(), Error> {
        let now_ms = self.world.now_ms();
        let claim = ObjectClaim {
            owner: claim.owner,
            name: claim.name,
            session: claim.session,
            task: claim.task,
            size_bytes: claim.size_bytes,
            created_ms: now_ms,
            last_used_ms: now_ms,
            pinned: false,
            expires_ms: claim.expires_ms,
        };
        Ok(self.index.claim(&claim).await?)
    }

    /// Notes that somebody used a file, so that it is not among the first to go.
    pub async fn used(&self, name: &ObjectName) -> Result<(), Error> {
        let now_ms = self.world.now_ms();
        {
            let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
            if used.get(name).is_some_and(|at_ms| now_ms - at_ms < USE_MS) {
                return Ok(());
            }
            if used.len() >= USES_MAX {
                used.clear();
            }
            used.insert(name.clone(), now_ms);
        }
        Ok(self.index.touch(name, now_ms).await?)
    }

    /// Returns the owner's next files after a name, and how much the owner has.
    pub async fn files(
        &self,
        owner: &str,
        after: Option<&ObjectName>,
        limit: u32,
    ) -> Result<(Vec<ObjectClaim>, ObjectUse), Error> {
        let files = self.index.list(owner, after, limit).await?;
        Ok((files, self.index.usage(owner).await?))
    }

    /// Keeps a file of the owner whatever its age and size, or no longer; false when the owner has no such file.
    pub async fn pin(&self, owner: &str, name: &ObjectName, pinned: bool) -> Result<bool, Error> {
        Ok(self.index.pin(owner, name, pinned).await?)
    }

    /// Gives up the owner's claims on a file, pinned or not; false when there are none. The next sweep deletes it, unless
    /// others have a claim on it.
    pub async fn let_go(&self, owner: &str, name: &ObjectName) -> Result<bool, Error> {
        let now_ms = self.world.now_ms();
        Ok(self.index.release(owner, name, now_ms).await?)
    }

    /// Deletes all files of an owner, or those of one session, pinned ones too. Files that others have a claim on stay theirs.
    pub async fn forget(&self, owner: &str, session: Option<&Id>) -> Result<Sweep, Error> {
        let now_ms = self.world.now_ms();
        let mut sweep = Sweep {
            released: self.index.release_all(owner, session, now_ms).await?,
            ..Sweep::default()
        };
        self.bury(now_ms, &mut sweep).await?;
        Ok(sweep)
    }

    /// Does what is due now.
    pub async fn sweep(&self) -> Result<Sweep, Error> {
        let now_ms = self.world.now_ms();
        let mut sweep = Sweep::default();
        for owner in self.index.owners().await? {
            sweep.released += self.release(&owner, now_ms).await?;
        }
        self.bury(now_ms, &mut sweep).await?;
        if self.next_look_ms.load(Ordering::Relaxed) <= now_ms {
            self.look_at_all(now_ms, &mut sweep).await?;
            let next_ms = now_ms + LOOK_EVERY_MS;
            self.next_look_ms.store(next_ms, Ordering::Relaxed);
        }
        Ok(sweep)
    }

    /// Sweeps until the future is dropped. A sweep that fails is logged, and the next one does what it left.
    pub async fn keep_sweeping(&self) {
        loop {
            match self.sweep().await {
                Ok(sweep) if sweep.released + sweep.deleted > 0 => {
                    let Sweep {
                        released, deleted, ..
                    } = sweep;
                    tracing::info!(released, deleted, "stored files were swept");
                }
                Ok(_) => {}
                Err(error) => {
                    let detail = error.detail.as_deref().unwrap_or_default();
                    tracing::warn!(%error, detail, "stored files could not be swept");
                }
            }
            tokio::time::sleep(SWEEP_EVERY).await;
        }
    }

    async fn release(&self, owner: &str, now_ms: i64) -> Result<u64, StoreError> {
        let rule = self.config.rule(owner);
        // Without an age nothing is older than the beginning; claims with an end of their own still go.
        let before_ms = rule.age_ms.map_or(i64::MIN, |age_ms| now_ms - age_ms);
        let mut released = 0;
        loop {
            let old = self
                .index
                .release_old(owner, before_ms, now_ms, CLAIMS_AT_ONCE);
            let old = old.await?;
            released += old;
            if old < u64::from(CLAIMS_AT_ONCE) {
                break;
            }
        }
        while let Some(bytes_max) = rule.bytes_max {
            let over = self
                .index
                .release_over(owner, bytes_max, now_ms, CLAIMS_AT_ONCE);
            let over = over.await?;
            released += over;
            if over < u64::from(CLAIMS_AT_ONCE) {
                break;
            }
        }
        Ok(released)
    }

    /// Deletes the files that nobody has a claim on any more.
    async fn bury(&self, now_ms: i64, sweep: &mut Sweep) -> Result<(), StoreError> {
        let mut after = None;
        loop {
            let doomed = self.index.doomed(after.as_ref(), NAMES_AT_ONCE).await?;
            for name in &doomed {
                self.delete(name, now_ms - FRESH_MS, sweep).await?;
            }
            let end = doomed.len() < NAMES_AT_ONCE as usize;
            after = doomed.into_iter().next_back();
            if end {
                return Ok(());
            }
        }
    }

    async fn delete(
        &self,
        name: &ObjectName,
        stored_before_ms: i64,
        sweep: &mut Sweep,
    ) -> Result<(), StoreError> {
        if self.objects.delete(name, stored_before_ms).await? {
            sweep.deleted += 1;
        } else if self.objects.stat(name).await?.is_some() {
            sweep.waiting += 1;
            return Ok(());
        }
        self.index.buried(name).await
    }

    /// Deletes files that nobody ever claimed, once they are older than any claim by the usual rule would be.
    async fn look_at_all(&self, now_ms: i64, sweep: &mut Sweep) -> Result<(), StoreError> {
        let Some(age_ms) = self.config.default.age_ms else {
            return Ok(());
        };
        let before_ms = now_ms - age_ms.max(LOOK_EVERY_MS);
        let mut after = None;
        loop {
            let listed = self.objects.list(after.as_ref(), NAMES_AT_ONCE as usize);
            let listed = listed.await?;
            let is_old = |(_, stat): &&(ObjectName, ObjectStat)| stat.stored_ms < before_ms;
            let old: Vec<_> = listed
                .iter()
                .filter(is_old)
                .map(|(name, _)| name.clone())
                .collect();
            for name in self.index.unclaimed(&old).await? {
                self.delete(&name, before_ms, sweep).await?;
            }
            let end = listed.len() < NAMES_AT_ONCE as usize;
            after = listed.into_iter().next_back().map(|(name, _)| name);
            if end {
                break;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_db::Database;
    use plantain_objects::Memory;
    use plantain_store::{Durability, ObjectKind};
    use plantain_testkit::suites;

    const DAY_MS: i64 = 24 * 3_600_000;
    const HOUR_MS: i64 = 3_600_000;

    /// Time that a test moves on, from now: files are stamped by the real clock.
    struct Clock(AtomicI64);

    impl World for Clock {
        fn now_ms(&self) -> i64 {
            self.0.load(Ordering::Relaxed)
        }

        fn random(&self) -> [u8; 32] {
            [7; 32]
        }
    }

    struct House {
        objects: Memory,
        index: Database,
        retention: Retention,
        clock: Arc<Clock>,
    }

    impl House {
        async fn new(config: RetentionConfig) -> Self {
            let objects = Memory::new();
            let index = Database::in_memory().await.unwrap();
            let clock = Arc::new(Clock(crate::SystemWorld.now_ms().into()));
            let retention = Retention::new(
                Arc::new(objects.clone()),
                Arc::new(index.clone()),
                config,
                clock.clone(),
            );
            Self {
                objects,
                index,
                retention,
                clock,
            }
        }

        /// Stores a file of this many bytes, claimed by the owner unless that is empty.
        async fn keep(&self, owner: &str, seed: u8, size_bytes: usize) -> ObjectName {
            let (name, bytes) = suites::file(seed, size_bytes, ObjectKind::Png);
            let size_bytes = bytes.len() as u64;
            self.objects
                .put(&name, bytes, Durability::Soon)
                .await
                .unwrap();
            if !owner.is_empty() {
                let claim = NewClaim {
                    owner: owner.to_owned(),
                    name: name.clone(),
                    size_bytes,
                    session: None,
                    task: None,
                    expires_ms: None,
                };
                self.retention.claim(claim).await.unwrap();
            }
            name
        }

        /// Moves time on and sweeps.
        async fn after(&self, ms: i64) -> Sweep {
            self.clock.0.fetch_add(ms, Ordering::Relaxed);
            self.retention.sweep().await.unwrap()
        }

        async fn has(&self, name: &ObjectName) -> bool {
            self.objects.stat(name).await.unwrap().is_some()
        }
    }

    #[tokio::test]
    async fn files_go_by_age_and_by_whose_they_are() {
        let mut config = RetentionConfig::default();
        let evolink = RetentionRule::parse("x", "evolink").unwrap();
        config.owners.insert("short".to_owned(), evolink);
        let house = House::new(config).await;
        let long = house.keep("long", 1, 100).await;
        let short = house.keep("short", 2, 100).await;
        let shared = house.keep("short", 3, 100).await;
        house.keep("long", 3, 100).await;
        let pinned = house.keep("long", 4, 100).await;
        assert!(house.index.pin("long", &pinned, true).await.unwrap());

        assert_eq!(house.after(DAY_MS - 1).await, Sweep::default());
        let sweep = house.after(HOUR_MS).await;
        assert_eq!((sweep.released, sweep.deleted), (2, 1));
        assert!(!house.has(&short).await && house.has(&shared).await);

        let sweep = house.after(29 * DAY_MS).await;
        assert_eq!((sweep.released, sweep.deleted), (2, 2));
        assert!(!house.has(&long).await && !house.has(&shared).await);
        house.after(1_000 * DAY_MS).await;
        assert!(house.has(&pinned).await);
    }

    #[tokio::test]
    async fn files_go_by_bytes_and_what_was_used_stays() {
        let rule = RetentionRule {
            age_ms: None,
            bytes_max: Some(250),
        };
        let config = RetentionConfig {
            default: rule,
            ..RetentionConfig::default()
        };
        let house = House::new(config).await;
        let mut names = Vec::new();
        for seed in 0..3 {
            names.push(house.keep("ann", seed, 100).await);
            house.clock.0.fetch_add(1, Ordering::Relaxed);
        }
        let now_ms = house.clock.now_ms();
        house.index.touch(&names[0], now_ms).await.unwrap();
        let sweep = house.after(HOUR_MS).await;
        assert_eq!((sweep.released, sweep.deleted), (1, 1));
        assert!(house.has(&names[0]).await && !house.has(&names[1]).await);
        assert!(house.has(&names[2]).await);
    }

    #[tokio::test]
    async fn what_was_put_just_now_waits_and_a_new_claim_saves_it() {
        let house = House::new(RetentionConfig::default()).await;
        let name = house.keep("ann", 1, 10).await;
        let forgotten = house.retention.forget("ann", None).await.unwrap();
        let expected = Sweep {
            released: 1,
            deleted: 0,
            waiting: 1,
        };
        assert_eq!(forgotten, expected);
        house.keep("bob", 1, 10).await;
        assert_eq!(house.after(HOUR_MS).await, Sweep::default());
        assert!(house.has(&name).await);
        house.retention.forget("bob", None).await.unwrap();
        assert!(!house.has(&name).await, "it is old by now");
    }

    #[tokio::test]
    async fn files_that_nobody_claimed_go_in_the_end() {
        let house = House::new(RetentionConfig::default()).await;
        let orphan = house.keep("", 1, 10).await;
        let owned = house.keep("ann", 2, 10).await;
        house.index.pin("ann", &owned, true).await.unwrap();
        house.after(29 * DAY_MS).await;
        assert!(house.has(&orphan).await);
        assert_eq!(house.after(2 * DAY_MS).await.deleted, 1);
        assert!(!house.has(&orphan).await && house.has(&owned).await);
    }

    #[tokio::test]
    async fn a_store_that_is_down_loses_no_work() {
        let house = House::new(RetentionConfig::default()).await;
        let name = house.keep("ann", 1, 10).await;
        let broken = Retention::new(
            Arc::new(plantain_objects::LocalFolder::new("/proc/version/nowhere")),
            Arc::new(house.index.clone()),
            RetentionConfig::default(),
            house.clock.clone(),
        );
        house.clock.0.fetch_add(40 * DAY_MS, Ordering::Relaxed);
        assert!(broken.sweep().await.is_err());
        assert_eq!(house.after(0).await.deleted, 1);
        assert!(!house.has(&name).await);
    }
}
