//! Any number of verbs in any order, against a model of the queue that fits on a page.

use std::collections::BTreeMap;

use plantain_core::{Id, TaskStatus};
use plantain_store::{
    Cancelling, Durability, Ending, Held, Lease, Micro, NewTask, Record, Subject, Submitted,
};

use super::tasks::{done, task};

const STEPS: usize = 400;
const SEEDS: [u64; 3] = [1, 2, 3];
const OWNERS: [&str; 3] = ["a", "b", "c"];
const WORKERS: [&str; 3] = ["w1", "w2", "w3"];
const ATTEMPTS_MAX: u32 = 4;

/// Checks that the queue does what the model says, whatever is asked of it in whatever order. The store is empty.
pub async fn model(record: &dyn Record) {
    let mut trial = Trial::default();
    for seed in SEEDS {
        trial.begin(seed);
        for step in 0..STEPS {
            trial.step(record, step).await;
        }
        trial.end(record).await;
    }
}

/// A task as the model knows it.
#[derive(Debug, Clone)]
struct Known {
    /// Place in the order of coming.
    seq: usize,
    owner: &'static str,
    priority: i64,
    status: TaskStatus,
    attempt: u32,
    ready_ms: i64,
    start_by_ms: Option<i64>,
    started: bool,
    lease: Option<(&'static str, i64)>,
    cancel_requested: bool,
    price: i64,
    charged: i64,
}

impl Known {
    fn is_held(&self, attempt: u32) -> bool {
        self.status == TaskStatus::Running && self.attempt == attempt
    }

    fn queue(&mut self, ready_ms: i64) {
        self.status = TaskStatus::Queued;
        self.attempt += 1;
        self.ready_ms = ready_ms;
        self.lease = None;
    }

    fn end(&mut self, status: TaskStatus, charged: i64) {
        self.status = status;
        self.charged = charged;
        self.lease = None;
    }
}

#[derive(Default)]
struct Trial {
    random: u64,
    seed: u64,
    now_ms: i64,
    tasks: BTreeMap<Id, Known>,
    last_turn_ms: BTreeMap<&'static str, i64>,
}

impl Trial {
    /// Forgets the tasks, which are all at their end; whose turn it was is remembered.
    fn begin(&mut self, seed: u64) {
        self.random = seed;
        self.seed = seed;
        self.tasks.clear();
    }

    /// Returns a number below `end`: SplitMix64 (Steele, Lea and Flood 2014).
    fn below(&mut self, end: usize) -> usize {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.random;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    async fn step(&mut self, record: &dyn Record, step: usize) {
        self.now_ms += self.below(200) as i64;
        let why = format!("seed {}, step {step}", self.seed);
        match self.below(16) {
            0..=3 => self.submit(record, step, &why).await,
            4..=7 => self.claim(record, &why).await,
            8..=9 => self.finish(record, &why).await,
            10 => self.retry(record, &why).await,
            11 => self.hand_back(record, &why).await,
            12 => self.cancel(record, &why).await,
            13 => self.sweep(record, &why).await,
            _ => self.renew(record, &why).await,
        }
    }

    /// Picks a task, and the attempt that its worker has in mind: rarely the last but one.
    fn pick(&mut self) -> Option<(Id, u32)> {
        let place = self.below(self.tasks.len().max(1));
        let (id, known) = self.tasks.iter().nth(place)?;
        let (id, attempt) = (id.clone(), known.attempt);
        let stale = u32::from(self.below(5) == 0);
        Some((id, attempt - stale))
    }

    async fn submit(&mut self, record: &dyn Record, step: usize, why: &str) {
        let owner = OWNERS[self.below(OWNERS.len())];
        let at_once = self.below(4) == 0;
        let worker = WORKERS[self.below(WORKERS.len())];
        let until_ms = self.now_ms + 300;
        let start_by_ms = (self.below(3) == 0).then_some(self.now_ms + 150);
        let known = Known {
            seq: step,
            owner,
            priority: self.below(3) as i64 - 1,
            status: if at_once {
                TaskStatus::Running
            } else {
                TaskStatus::Queued
            },
            attempt: 1,
            ready_ms: self.now_ms,
            start_by_ms,
            started: at_once,
            lease: at_once.then_some((worker, until_ms)),
            cancel_requested: false,
            price: self.below(3) as i64 * 10,
            charged: 0,
        };
        let new = NewTask {
            priority: known.priority,
            created_ms: self.now_ms,
            start_by_ms,
            price: Micro(known.price),
            payers: vec![Subject::Key(Id::from_stored(owner))],
            lease: at_once.then(|| Lease {
                worker: worker.into(),
                until_ms,
            }),
            ..task(&format!("t{}_{step}", self.seed), owner)
        };
        let stored = record.submit(&new, Durability::Soon).await.unwrap();
        assert_eq!(stored, Submitted::New(vec![]), "{why}");
        self.tasks.insert(new.id, known);
    }

    /// Returns the task that is next: by priority, then the owner with the least running, the longest time since its turn,
    /// the first name; of that owner the one that came first.
    fn next(&self) -> Option<Id> {
        let waits = |known: &Known| {
            known.status == TaskStatus::Queued
                && (known.attempt == 1 || known.ready_ms <= self.now_ms)
        };
        let first = |owner: &str| {
            let theirs = self.tasks.iter().filter(|(_, known)| known.owner == owner);
            theirs
                .filter(|(_, known)| waits(known))
                .min_by_key(|(_, known)| (known.priority, known.seq))
        };
        let lanes = OWNERS.iter().filter_map(|owner| {
            let (id, known) = first(owner)?;
            let all = self.tasks.values();
            let running = all.filter(|known| known.owner == *owner && known.lease.is_some());
            let last_ms = self.last_turn_ms.get(owner).copied().unwrap_or(i64::MIN);
            Some(((known.priority, running.count(), last_ms, *owner), id))
        });
        lanes.min().map(|(_, id)| id.clone())
    }

    async fn claim(&mut self, record: &dyn Record, why: &str) {
        let worker = WORKERS[self.below(WORKERS.len())];
        let until_ms = self.now_ms + 300;
        let claimed = record.claim(worker, self.now_ms, until_ms).await.unwrap();
        let next = self.next();
        assert_eq!(claimed.map(|task| task.id), next, "{why}: whose turn it is");
        if let Some(id) = next {
            let known = self.tasks.get_mut(&id).unwrap();
            known.status = TaskStatus::Running;
            known.started = true;
            known.lease = Some((worker, until_ms));
            self.last_turn_ms.insert(known.owner, self.now_ms);
        }
    }

    async fn finish(&mut self, record: &dyn Record, why: &str) {
        let Some((id, attempt)) = self.pick() else {
            return;
        };
        let failed = self.below(3) == 0;
        let now_ms = self.now_ms;
        let known = self.tasks.get_mut(&id).unwrap();
        let charged = if failed { 0 } else { known.price };
        let status = if failed {
            TaskStatus::Failed
        } else {
            TaskStatus::Succeeded
        };
        let ending = Ending {
            status,
            ..done(charged, now_ms)
        };
        let ended = record.finish(&id, attempt, &ending, Durability::Soon);
        let in_time = known.lease.is_some_and(|(_, until_ms)| until_ms >= now_ms);
        let expected = known.is_held(attempt) && in_time;
        assert_eq!(
            ended.await.unwrap(),
            expected,
            "{why}: the end of {known:?}"
        );
        if expected {
            known.end(status, charged);
        }
        self.check(record, &id, why).await;
    }

    async fn retry(&mut self, record: &dyn Record, why: &str) {
        let Some((id, attempt)) = self.pick() else {
            return;
        };
        let ready_ms = self.now_ms + 100;
        let known = self.tasks.get_mut(&id).unwrap();
        let expected = known.is_held(attempt);
        let queued = record.retry(&id, attempt, ready_ms, "{}").await.unwrap();
        assert_eq!(queued, expected, "{why}: another attempt at {known:?}");
        if expected {
            known.queue(ready_ms);
        }
        self.check(record, &id, why).await;
    }

    async fn hand_back(&mut self, record: &dyn Record, why: &str) {
        let Some((id, attempt)) = self.pick() else {
            return;
        };
        let known = self.tasks.get_mut(&id).unwrap();
        let expected = known.is_held(attempt);
        let given = record.hand_back(&id, attempt, self.now_ms).await.unwrap();
        assert_eq!(given, expected, "{why}: giving back {known:?}");
        if expected {
            known.queue(self.now_ms);
        }
        self.check(record, &id, why).await;
    }

    async fn cancel(&mut self, record: &dyn Record, why: &str) {
        let Some((id, _)) = self.pick() else {
            return;
        };
        let known = self.tasks.get_mut(&id).unwrap();
        let cancelling = record.cancel(&id, Some(known.owner), self.now_ms);
        let expected = match known.status {
            TaskStatus::Queued => {
                known.end(TaskStatus::Cancelled, 0);
                Cancelling::Done
            }
            TaskStatus::Running => {
                known.cancel_requested = true;
                Cancelling::Requested
            }
            ended => Cancelling::Ended(ended),
        };
        assert_eq!(
            cancelling.await.unwrap(),
            expected,
            "{why}: cancelling {id}"
        );
        self.check(record, &id, why).await;
    }

    async fn sweep(&mut self, record: &dyn Record, why: &str) {
        let mut swept = record.sweep(self.now_ms, ATTEMPTS_MAX).await.unwrap();
        let (mut requeued, mut ended) = (Vec::new(), Vec::new());
        for (id, known) in &mut self.tasks {
            let lost = known
                .lease
                .is_some_and(|(_, until_ms)| until_ms < self.now_ms);
            let late = known.start_by_ms.is_some_and(|by_ms| by_ms < self.now_ms);
            if lost && known.cancel_requested {
                known.end(TaskStatus::Cancelled, 0);
                ended.push(id.clone());
            } else if lost && known.attempt >= ATTEMPTS_MAX {
                known.end(TaskStatus::Failed, 0);
                ended.push(id.clone());
            } else if lost {
                known.queue(self.now_ms);
                requeued.push(id.clone());
            } else if known.status == TaskStatus::Queued && late && !known.started {
                known.end(TaskStatus::Failed, 0);
                ended.push(id.clone());
            }
        }
        swept.requeued.sort();
        swept.ended.sort();
        assert_eq!((swept.requeued, swept.ended), (requeued, ended), "{why}");
    }

    async fn renew(&mut self, record: &dyn Record, why: &str) {
        let worker = WORKERS[self.below(WORKERS.len())];
        let until_ms = self.now_ms + 300;
        let mut renewed = record.renew(worker, self.now_ms, until_ms).await.unwrap();
        let mut held = Vec::new();
        for (id, known) in &mut self.tasks {
            let Some((theirs, until)) = &mut known.lease else {
                continue;
            };
            if *theirs == worker && *until >= self.now_ms {
                *until = until_ms;
                held.push(Held {
                    id: id.clone(),
                    attempt: known.attempt,
                    cancel_requested: known.cancel_requested,
                });
            }
        }
        renewed.sort_by(|one, other| one.id.cmp(&other.id));
        assert_eq!(renewed, held, "{why}: what {worker} holds");
    }

    async fn check(&self, record: &dyn Record, id: &Id, why: &str) {
        let stored = record.get(id).await.unwrap().expect("no task is lost");
        let known = &self.tasks[id];
        assert_eq!(
            (
                stored.status,
                stored.attempt,
                stored.charged,
                stored.cancel_requested
            ),
            (
                known.status,
                known.attempt,
                Micro(known.charged),
                known.cancel_requested
            ),
            "{why}: {id}"
        );
    }

    /// Every task is as the model says, and the books agree; then the queue is emptied for the next trial.
    async fn end(&self, record: &dyn Record) {
        let why = format!("seed {}, at the end", self.seed);
        for id in self.tasks.keys() {
            self.check(record, id, &why).await;
        }
        let reckoning = record.reckon().await.unwrap();
        assert!(reckoning.agrees(), "{why}: {reckoning:?}");
        let held = self.tasks.values().filter(|known| !known.status.is_final());
        let held: i64 = held.map(|known| known.price).sum();
        assert_eq!(reckoning.tasks_held, Micro(held), "{why}");
        for (id, known) in &self.tasks {
            if known.status == TaskStatus::Running {
                record
                    .hand_back(id, known.attempt, self.now_ms)
                    .await
                    .unwrap();
            }
            record.cancel(id, None, self.now_ms).await.unwrap();
        }
    }
}
