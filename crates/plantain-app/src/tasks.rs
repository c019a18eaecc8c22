//! Tasks: every request is one, so that nothing is lost and nothing is charged twice.
//!
//! A request that is waited for runs at once, in the process that took it, which holds the lease from the start; any other
//! waits in the queue until a worker claims it. Both are stored before they begin and settled when they end, each in one
//! transaction. If the process dies, the lease runs out and another worker goes on.

mod asking;
mod attempt;
mod fullness;
mod holding;
mod order;
mod outcome;
mod running;
mod stored;
mod telling;
mod words;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use plantain_core::{Error, Id, ImageRequest};
use plantain_store::{Durability, Lease, NewTask, Record, Submitted, TaskRecord};
use tokio::time::Instant;

use self::attempt::Attempt;
use self::fullness::Fullness;
pub use self::order::{Hook, Order, Terms};
pub use self::outcome::{StoredEdit, StoredEngine, StoredPicture, TaskError, TaskResult};
pub use self::running::StopReason;
use self::running::{Running, Waiters};
pub use self::stored::StoredRequest;
use self::telling::Facts;
use crate::export::day;
use crate::meters::Meters;
use crate::prices::PriceBook;
use crate::studio::{Drawn, Gauge, Manner, Patience, Watch};
use crate::tracer::Tracer;
use crate::world::random_bytes;
use crate::{Outputs, Retention, Studio, World};

/// How tasks are run.
#[derive(Debug, Clone)]
pub struct TaskConfig {
    /// How long a lease lasts without a heartbeat.
    pub lease: Duration,
    /// Times that a task is begun before it is given up, when it fails in a way that another attempt may mend.
    pub attempts_max: u32,
    /// Times that a task is begun before it is given up, when the process that works on it ends each time: that is hardly the
    /// task's fault, but one that brings down whoever takes it must not go round for ever.
    pub losses_max: u32,
    /// Most time that one attempt may run, unless the request says less.
    pub run_max: Duration,
    /// Tasks that may wait in the queue; further ones are refused.
    pub queued_max: i64,
    /// Where word goes when a budget's alert is passed.
    pub alerts_to: Option<Arc<str>>,
}

impl Default for TaskConfig {
    fn default() -> Self {
        Self {
            lease: Duration::from_secs(15),
            attempts_max: 5,
            losses_max: 25,
            run_max: Duration::from_secs(600),
            queued_max: 1_000_000,
            alerts_to: None,
        }
    }
}

/// Takes tasks, runs them and answers for them.
pub struct TaskService {
    studio: Arc<Studio>,
    record: Arc<dyn Record>,
    outputs: Arc<Outputs>,
    retention: Arc<Retention>,
    world: Arc<dyn World>,
    prices: PriceBook,
    config: TaskConfig,
    /// Name of this process among those who hold leases.
    worker: String,
    fullness: Fullness,
    running: Arc<Running>,
    waiters: Waiters,
    /// What we hold and do not work on, and for how many heartbeats.
    orphans: Mutex<HashMap<(Id, u32), u32>>,
    meters: Arc<Meters>,
    tracer: Tracer,
    /// When a worker here last looked into the queue, by a clock that is never set; none before the first time.
    claimed: Mutex<Option<Instant>>,
}

impl TaskService {
    pub fn new(
        studio: Arc<Studio>,
        record: Arc<dyn Record>,
        outputs: Arc<Outputs>,
        retention: Arc<Retention>,
        world: Arc<dyn World>,
        prices: PriceBook,
        config: TaskConfig,
    ) -> Self {
        let worker = Id::new("worker", random_bytes(&*world)).to_string();
        Self {
            studio,
            record,
            outputs,
            retention,
            world,
            prices,
            config,
            worker,
            fullness: Fullness::default(),
            running: Arc::default(),
            waiters: Waiters::default(),
            orphans: Mutex::default(),
            meters: Arc::default(),
            tracer: Tracer::default(),
            claimed: Mutex::default(),
        }
    }

    /// Tells of what is done.
    #[must_use]
    pub fn traced(self, tracer: Tracer) -> Self {
        Self { tracer, ..self }
    }

    pub fn tracer(&self) -> &Tracer {
        &self.tracer
    }

    /// Returns what is counted in this process.
    pub fn meters(&self) -> &Arc<Meters> {
        &self.meters
    }

    /// Returns the record, for reports.
    pub fn record(&self) -> &dyn Record {
        &*self.record
    }

    pub fn config(&self) -> &TaskConfig {
        &self.config
    }

    pub fn prices(&self) -> &PriceBook {
        &self.prices
    }

    /// Draws every picture of the order while the caller waits. Dropping the future cancels the task.
    pub async fn draw(
        self: &Arc<Self>,
        order: Order,
        watch: Option<Watch>,
    ) -> Result<Drawn, Error> {
        let lease = Lease {
            worker: self.worker.clone(),
            until_ms: self.lease_end(),
        };
        let seed_chosen = order.request.seed.is_some();
        let New { task, request } = match self.accept(order, Start::Now(lease)).await? {
            Accepted::New(new) => *new,
            Accepted::Same(record) => return self.wait_drawn(*record).await,
        };
        let facts = Facts::of_new(&task);
        let attempt = Attempt {
            id: facts.id.clone(),
            owner: facts.owner.clone(),
            facts,
            session: None,
            number: 1,
            run_max: self.config.run_max,
            price: task.price,
            durability: Durability::Soon,
        };
        let manner = Manner {
            gauge: Gauge::default(),
            patience: Patience::Refusable,
            seed_chosen,
        };
        self.run(attempt, request, watch, manner).await
    }

    /// Stores the order to be drawn later and returns its task, which is on disk by then. At most `running_max` tasks of
    /// its owner run at once.
    pub async fn submit(
        &self,
        order: Order,
        running_max: Option<u32>,
    ) -> Result<TaskRecord, Error> {
        Ok(self.take(order, running_max).await?.0)
    }

    /// As [`Self::submit`]; says also whether the task is new, and not that of the same request before.
    pub(crate) async fn take(
        &self,
        order: Order,
        running_max: Option<u32>,
    ) -> Result<(TaskRecord, bool), Error> {
        let queued_max = self.config.queued_max;
        self.fullness.check(&*self.record, queued_max).await?;
        Ok(
            match self.accept(order, Start::Later { running_max }).await? {
                Accepted::New(new) => (new.task.record(), true),
                Accepted::Same(record) => (*record, false),
            },
        )
    }

    /// Checks, prices and stores an order.
    async fn accept(&self, order: Order, start: Start) -> Result<Accepted, Error> {
        self.studio.check(&order.request)?;
        let today = day(self.world.now_ms());
        let price = self.prices.price(&order.request, &today)?;
        let durability = match start {
            Start::Now(_) => Durability::Soon,
            Start::Later { .. } => Durability::Disk,
        };
        let order::Prepared {
            mut task,
            request,
            files,
        } = order.into_task(&*self.world, price, start)?;
        task.alerts_to.clone_from(&self.config.alerts_to);
        for (name, bytes) in files {
            let size_bytes = bytes.len() as u64;
            self.outputs.put_named(&name, bytes, durability).await?;
            // What a waited-on request brings is needed for as long as it runs; nobody claims it afterwards.
            if durability == Durability::Disk {
                let kept = (&name, size_bytes);
                self.claim_file(&task.owner, &task.id, task.session.as_ref(), kept)
                    .await?;
            }
        }
        match self.record.submit(&task, durability).await? {
            Submitted::New(alerts) => {
                for alert in alerts {
                    tracing::warn!(
                        budget = %alert.budget,
                        subject = %alert.subject,
                        percent = alert.percent,
                        used = %alert.used,
                        limit = %alert.limit,
                        "a budget's alert is passed"
                    );
                }
                let origin = Facts::of_new(&task).origin();
                self.meters.tasks_submitted.add(origin, 1);
                Ok(Accepted::New(Box::new(New { task, request })))
            }
            Submitted::Same(record) => Ok(Accepted::Same(record)),
            refused => Err(order::refusal(refused, price)),
        }
    }

    fn lease_end(&self) -> i64 {
        self.world.now_ms() + i64::try_from(self.config.lease.as_millis()).unwrap_or(i64::MAX / 2)
    }
}

/// When a task begins.
enum Start {
    /// At once, in this process.
    Now(Lease),
    /// When a worker claims it.
    Later { running_max: Option<u32> },
}

enum Accepted {
    New(Box<New>),
    Same(Box<TaskRecord>),
}

/// A task that was stored just now.
struct New {
    task: NewTask,
    /// With its seed settled.
    request: ImageRequest,
}
