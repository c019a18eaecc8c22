//! Tasks: every request is one, so that nothing is lost and nothing is charged twice.
//!
//! A request that is waited for runs at once, in the process that took it, which holds the lease from the start; any other
//! waits in the queue until a worker claims it. Both are stored before they begin and settled when they end, each in one
//! transaction. If the process dies, the lease runs out and another worker goes on.

mod fullness;
mod order;
mod outcome;
mod running;
mod stored;
mod telling;
mod words;

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use plantain_core::{Error, ErrorKind, Id, ImageRequest, TaskStatus};
use plantain_store::{
    Cancelling, Durability, Ending, Held, Lease, Micro, ObjectName, Record, Signal, StoreError,
    Submitted, Swept, Tally, TaskFilter, TaskRecord,
};
use sha2::{Digest, Sha256};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Instant;

use self::fullness::Fullness;
pub use self::order::{Hook, Order, Terms};
pub use self::outcome::{StoredEdit, StoredEngine, StoredPicture, TaskError, TaskResult};
pub use self::running::StopReason;
use self::running::{Running, Waiters};
pub use self::stored::StoredRequest;
use self::telling::{Facts, Outcome, end_trace};
use crate::export::day;
use crate::meters::Meters;
use crate::prices::PriceBook;
use crate::studio::{Drawn, Gauge, Manner, Patience, Picture, Watch};
use crate::tracer::Tracer;
use crate::world::random_bytes;
use crate::{Caller, NewClaim, Outputs, Retention, Studio, World};

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

/// How long whoever waits goes without looking for itself. News from other processes usually come first.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// How often it is noted down how far a task has come.
const NOTE_EVERY: Duration = Duration::from_millis(250);
/// Heartbeats for which a task is held that nobody works on, before it is given back.
const ORPHAN_BEATS: u32 = 3;
/// Waiting times before another attempt, milliseconds; the last one again and again.
const BACKOFF_MS: [i64; 4] = [500, 2_000, 10_000, 60_000];

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
        let (facts, request, price) = match self.accept(order, Start::Now(lease)).await? {
            Accepted::New(facts, request, price) => (*facts, request, price),
            Accepted::Same(record) => {
                return self.wait_drawn(*record).await;
            }
        };
        let attempt = Attempt {
            id: facts.id.clone(),
            owner: facts.owner.clone(),
            facts,
            session: None,
            number: 1,
            run_max: self.config.run_max,
            price,
            durability: Durability::Soon,
        };
        let manner = Manner {
            gauge: Gauge::default(),
            patience: Patience::Refusable,
            seed_chosen,
        };
        self.run(attempt, *request, watch, manner).await
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
        let id = match self.accept(order, Start::Later { running_max }).await? {
            Accepted::New(facts, ..) => facts.id,
            Accepted::Same(record) => return Ok((*record, false)),
        };
        let stored = self.record.get(&id).await?;
        let stored = stored.ok_or_else(|| Error::internal("a task is gone that was just stored"));
        Ok((stored?, true))
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
                let facts = Facts::of_new(&task);
                self.meters.tasks_submitted.add(facts.origin(), 1);
                Ok(Accepted::New(Box::new(facts), Box::new(request), price))
            }
            Submitted::Same(record) => Ok(Accepted::Same(record)),
            refused => Err(order::refusal(refused, price)),
        }
    }

    /// Runs one attempt of a task of which this process holds the lease, and ends it.
    async fn run(
        self: &Arc<Self>,
        attempt: Attempt,
        request: ImageRequest,
        watch: Option<Watch>,
        manner: Manner,
    ) -> Result<Drawn, Error> {
        let span = self.trace(&attempt);
        let done = self.run_traced(attempt, request, watch, manner).await;
        end_trace(span, &done);
        done
    }

    async fn run_traced(
        self: &Arc<Self>,
        attempt: Attempt,
        request: ImageRequest,
        watch: Option<Watch>,
        manner: Manner,
    ) -> Result<Drawn, Error> {
        let abandoned = Abandoned::guard(self, &attempt);
        let ticket = self.running.enter(&attempt.id, attempt.number);
        let gauge = manner.gauge.clone();
        let drawing = self.studio.draw_with(request, watch, manner);
        let outcome = tokio::select! {
            biased;
            reason = ticket.stopped() => Err(Stopped::Told(reason)),
            never = self.keep_noting(&attempt, &gauge) => match never {},
            drawn = drawing => drawn.map_err(Stopped::Failed),
            () = tokio::time::sleep(attempt.run_max) => Err(Stopped::Failed(too_long(attempt.run_max))),
        };
        let outcome = match outcome {
            Ok(drawn) => self.keep(&attempt, drawn).await.map_err(Stopped::Failed),
            Err(stopped) => Err(stopped),
        };
        abandoned.disarm();
        match outcome {
            Ok((drawn, objects)) => {
                self.succeed(&attempt, &drawn, &objects).await?;
                self.tell(&attempt.facts, Outcome::succeeded(&drawn, attempt.price));
                Ok(Drawn {
                    task: Some(attempt.id),
                    ..drawn
                })
            }
            Err(stopped) => Err(self.stop(&attempt, stopped).await?),
        }
    }

    /// Notes down how far an attempt has come, for whoever follows the task, as long as it is polled.
    async fn keep_noting(&self, attempt: &Attempt, gauge: &Gauge) -> Infallible {
        let mut noted = 0;
        loop {
            tokio::time::sleep(NOTE_EVERY).await;
            let percent = gauge.percent().min(99);
            // Whoever waits on the line is answered with the pictures, and follows nothing.
            if attempt.durability != Durability::Disk || percent <= noted {
                continue;
            }
            // How far it is, is worth no failure.
            let kept = self
                .record
                .progress(&attempt.id, attempt.number, percent)
                .await;
            if let Ok(true) = kept {
                noted = percent;
                self.waiters.tell(&attempt.id);
            }
        }
    }

    /// Stores the pictures of a task that somebody comes back for, so that it can end. Whoever waits is handed them, and
    /// nothing of theirs is left behind unless they ask for a link.
    async fn keep(
        &self,
        attempt: &Attempt,
        drawn: Drawn,
    ) -> Result<(Drawn, Vec<ObjectName>), Error> {
        let mut objects = Vec::with_capacity(drawn.pictures.len());
        for picture in &drawn.pictures {
            objects.push(match attempt.durability {
                Durability::Disk => {
                    let bytes = picture.bytes.clone();
                    let size_bytes = bytes.len() as u64;
                    let kept = self.outputs.keep(bytes, picture.format, Durability::Disk);
                    let name = kept.await?;
                    let file = (&name, size_bytes);
                    let session = attempt.session.as_ref();
                    self.claim_file(&attempt.owner, &attempt.id, session, file)
                        .await?;
                    name
                }
                Durability::Soon => name_of(picture),
            });
        }
        Ok((drawn, objects))
    }

    /// Makes a stored file its owner's, for as long as the owner's retention says.
    async fn claim_file(
        &self,
        owner: &str,
        task: &Id,
        session: Option<&Id>,
        (name, size_bytes): (&ObjectName, u64),
    ) -> Result<(), Error> {
        let claim = NewClaim {
            owner: owner.to_owned(),
            name: name.clone(),
            size_bytes,
            session: session.cloned(),
            task: Some(task.clone()),
            expires_ms: None,
        };
        self.retention.claim(claim).await
    }

    async fn succeed(
        &self,
        attempt: &Attempt,
        drawn: &Drawn,
        objects: &[ObjectName],
    ) -> Result<(), Error> {
        let result = TaskResult::of(drawn, objects);
        let ending = Ending {
            status: TaskStatus::Succeeded,
            result_json: Some(
                serde_json::to_string(&result)
                    .map_err(Error::internal)?
                    .into(),
            ),
            error_json: None,
            charged: attempt.price,
            pictures: drawn.pictures.len() as u32,
            engine: Some(drawn.engine.name.to_owned()),
            at_ms: self.world.now_ms(),
        };
        self.end(attempt, &ending).await
    }

    /// Ends an attempt that did not succeed, and returns what there is to say about it.
    async fn stop(&self, attempt: &Attempt, stopped: Stopped) -> Result<Error, Error> {
        let now_ms = self.world.now_ms();
        let error = match stopped {
            Stopped::Told(StopReason::LeaseLost) => return Ok(lease_lost()),
            Stopped::Told(StopReason::Draining) => {
                self.record
                    .hand_back(&attempt.id, attempt.number, now_ms)
                    .await?;
                return Ok(lease_lost());
            }
            Stopped::Told(StopReason::Cancelled) => cancelled(),
            Stopped::Failed(error) => error,
        };
        let json = TaskError::from(&error).json();
        let followed = attempt.durability == Durability::Disk;
        if followed && may_help(&error) && attempt.number < self.config.attempts_max {
            let step = (attempt.number as usize - 1).min(BACKOFF_MS.len() - 1);
            let ready_ms = now_ms + BACKOFF_MS[step];
            self.record
                .retry(&attempt.id, attempt.number, ready_ms, &json)
                .await?;
            self.tell_retry(attempt, &error, BACKOFF_MS[step]);
            return Ok(error);
        }
        let status = match error.kind {
            ErrorKind::Cancelled => TaskStatus::Cancelled,
            _ => TaskStatus::Failed,
        };
        let ending = Ending {
            status,
            result_json: None,
            error_json: Some(json.into()),
            charged: Micro::ZERO,
            pictures: 0,
            engine: None,
            at_ms: now_ms,
        };
        self.end(attempt, &ending).await?;
        self.tell(&attempt.facts, Outcome::stopped(status, error.code));
        Ok(error)
    }

    async fn end(&self, attempt: &Attempt, ending: &Ending) -> Result<(), Error> {
        // The pictures are safe on disk by now where somebody comes back for them; if this line is lost with the power, the
        // task is drawn again and charged for the first time.
        let ended = self
            .record
            .finish(&attempt.id, attempt.number, ending, Durability::Soon)
            .await?;
        self.waiters.tell(&attempt.id);
        if ended { Ok(()) } else { Err(lease_lost()) }
    }

    /// Claims the next task and returns the work that it is; none when nothing waits.
    pub async fn claim(self: &Arc<Self>) -> Result<Option<TaskRecord>, StoreError> {
        let now_ms = self.world.now_ms();
        let claimed = self
            .record
            .claim(&self.worker, now_ms, self.lease_end())
            .await?;
        *self.claimed.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        Ok(claimed)
    }

    /// Returns how long the worker of this process has not reached the queue, milliseconds, though nothing is worked on;
    /// 0 while something is, and where there is no worker.
    pub fn idle_ms(&self) -> u64 {
        let claimed = *self.claimed.lock().unwrap_or_else(PoisonError::into_inner);
        match claimed {
            Some(at) if self.running.is_empty() => at.elapsed().as_millis() as u64,
            _ => 0,
        }
    }

    /// Runs a task that was claimed, to its end. What fails stands in the task.
    pub async fn work(self: &Arc<Self>, record: TaskRecord) {
        let run_max = record.run_ms_max.and_then(|ms| u64::try_from(ms).ok());
        let attempt = Attempt {
            id: record.id.clone(),
            owner: record.owner.clone(),
            facts: Facts::of(&record),
            session: record.session.clone(),
            number: record.attempt,
            run_max: run_max.map_or(self.config.run_max, Duration::from_millis),
            price: record.reserved,
            durability: Durability::Disk,
        };
        // What became of it stands in the log already.
        match self.read_request(&record).await {
            Ok((request, seed_chosen)) => {
                let manner = Manner {
                    gauge: Gauge::default(),
                    patience: Patience::Endless,
                    seed_chosen,
                };
                drop(self.run(attempt, request, None, manner).await);
            }
            Err(error) => drop(self.stop(&attempt, Stopped::Failed(error)).await),
        }
    }

    /// Returns what a task is to draw.
    pub async fn request_of(&self, record: &TaskRecord) -> Result<ImageRequest, Error> {
        let (request, _) = self.read_request(record).await?;
        Ok(request)
    }

    /// Returns what a task is to draw, and whether its client chose the seed.
    async fn read_request(&self, record: &TaskRecord) -> Result<(ImageRequest, bool), Error> {
        let stored: StoredRequest =
            serde_json::from_str(&record.request_json).map_err(Error::internal)?;
        let mut files = stored::Files::new();
        for object in stored.objects() {
            let bytes = self.outputs.get_named(object).await?;
            files.insert(object.to_owned(), bytes);
        }
        let seed_chosen = stored.seed_chosen;
        Ok((stored.load(&files)?, seed_chosen))
    }

    /// Renews what this process holds, and stops what it no longer does.
    pub async fn heartbeat(&self) -> Result<(), StoreError> {
        let before = self.running.all();
        let now_ms = self.world.now_ms();
        let held = self
            .record
            .renew(&self.worker, now_ms, self.lease_end())
            .await?;
        for Held {
            id,
            attempt,
            cancel_requested,
        } in &held
        {
            if *cancel_requested {
                self.running.stop(id, StopReason::Cancelled);
            }
            let known = before
                .iter()
                .any(|(known, number)| known == id && number == attempt);
            // Claimed, and never begun or forgotten: somebody else shall have it.
            let idle = !self.running.holds(id, *attempt);
            if idle && (known || self.is_orphan(id, *attempt)) {
                self.record.hand_back(id, *attempt, now_ms).await?;
            }
        }
        self.forget_orphans(&held);
        for (id, attempt) in before {
            let still = held
                .iter()
                .any(|held| held.id == id && held.attempt == attempt);
            if !still && self.running.holds(&id, attempt) && self.is_lost(&id, attempt).await? {
                self.running.stop(&id, StopReason::LeaseLost);
            }
        }
        Ok(())
    }

    /// Whether we have held an attempt for some heartbeats and do not work on it: its end could not be stored. One that was
    /// claimed just now is not begun yet.
    fn is_orphan(&self, id: &Id, attempt: u32) -> bool {
        let mut orphans = self.orphans.lock().unwrap_or_else(PoisonError::into_inner);
        let beats = orphans.entry((id.clone(), attempt)).or_default();
        *beats += 1;
        *beats >= ORPHAN_BEATS
    }

    fn forget_orphans(&self, held: &[Held]) {
        let mut orphans = self.orphans.lock().unwrap_or_else(PoisonError::into_inner);
        orphans.retain(|(id, attempt), _| {
            let same = |held: &Held| held.id == *id && held.attempt == *attempt;
            held.iter().any(same) && !self.running.holds(id, *attempt)
        });
    }

    /// Whether an attempt of ours ended without us.
    async fn is_lost(&self, id: &Id, attempt: u32) -> Result<bool, StoreError> {
        let record = self.record.get(id).await?;
        Ok(record.is_none_or(|task| task.attempt != attempt || task.status != TaskStatus::Running))
    }

    /// Stops what others asked to be stopped, for databases that carry no news.
    pub async fn look_for_cancels(&self) -> Result<(), StoreError> {
        if self.running.is_empty() {
            return Ok(());
        }
        for id in self.record.to_cancel(&self.worker).await? {
            self.running.stop(&id, StopReason::Cancelled);
        }
        Ok(())
    }

    /// Looks after tasks that nobody looks after.
    pub async fn sweep(&self) -> Result<Swept, StoreError> {
        let now_ms = self.world.now_ms();
        let swept = self.record.sweep(now_ms, self.config.losses_max).await?;
        self.tell_swept(&swept).await?;
        Ok(swept)
    }

    /// Gives back whatever this process works on, since it is going to end.
    pub fn drain(&self) {
        for (id, _) in self.running.all() {
            self.running.stop(&id, StopReason::Draining);
        }
    }

    /// Whether nothing is worked on.
    pub fn is_idle(&self) -> bool {
        self.running.is_empty()
    }

    /// Passes news on to whoever waits for them here, until the process ends. `woken` is called when there may be work.
    pub async fn hear(&self, woken: impl Fn()) {
        let mut signals = self.record.signals();
        loop {
            match signals.recv().await {
                Ok(Signal::Queued) => woken(),
                Ok(Signal::Cancel(id)) => drop(self.running.stop(&id, StopReason::Cancelled)),
                Ok(Signal::Ended(id) | Signal::Progress(id)) => self.waiters.tell(&id),
                Ok(Signal::Outbox) => {}
                // Whoever missed news looks for itself.
                Err(RecvError::Lagged(_)) => woken(),
                Err(RecvError::Closed) => return,
            }
        }
    }

    /// Returns a task that the caller may see.
    pub async fn get(&self, caller: &Caller, id: &Id) -> Result<TaskRecord, Error> {
        let record = self.record.get(id).await?;
        record
            .filter(|task| caller.may_see(&task.owner))
            .ok_or_else(|| unknown(id))
    }

    /// Returns the caller's tasks, newest first.
    pub async fn list(
        &self,
        caller: &Caller,
        filter: TaskFilter,
    ) -> Result<Vec<TaskRecord>, Error> {
        let owner = match caller.sees_all() {
            true => filter.owner,
            false => Some(caller.owner().to_owned()),
        };
        Ok(self.record.list(&TaskFilter { owner, ..filter }).await?)
    }

    /// Counts the caller's tasks of a session or batch.
    pub async fn tally(&self, caller: &Caller, session: &Id) -> Result<Tally, Error> {
        Ok(self.record.tally(caller.owner(), session).await?)
    }

    /// Returns an error if the order could not be taken, as far as that can be known without taking it.
    pub fn check(&self, order: &Order) -> Result<(), Error> {
        self.studio.check(&order.request)?;
        let today = day(self.world.now_ms());
        self.prices.price(&order.request, &today).map(drop)
    }

    /// Cancels a task of the caller. One that runs stops within a fraction of a second.
    pub async fn cancel(&self, caller: &Caller, id: &Id) -> Result<Cancelling, Error> {
        let owner = (!caller.sees_all()).then(|| caller.owner());
        let now_ms = self.world.now_ms();
        let cancelling = self.record.cancel(id, owner, now_ms).await?;
        match cancelling {
            Cancelling::Unknown => return Err(unknown(id)),
            Cancelling::Requested => drop(self.running.stop(id, StopReason::Cancelled)),
            Cancelling::Done => self.tell_ended_elsewhere(id).await?,
            Cancelling::Ended(_) => {}
        }
        Ok(cancelling)
    }

    /// Waits for the end of a task, at most `wait_max`; returns how it stands then.
    pub async fn wait(
        &self,
        caller: &Caller,
        id: &Id,
        wait_max: Duration,
    ) -> Result<TaskRecord, Error> {
        let until = Instant::now() + wait_max;
        loop {
            let record = self
                .next_state(caller, id, |task| task.status.is_final(), until)
                .await?;
            if record.status.is_final() || Instant::now() >= until {
                return Ok(record);
            }
        }
    }

    /// Waits until a task is as `wanted`, at most until the given time; returns how it stands then.
    pub async fn next_state(
        &self,
        caller: &Caller,
        id: &Id,
        wanted: impl Fn(&TaskRecord) -> bool,
        until: Instant,
    ) -> Result<TaskRecord, Error> {
        let waiter = self.waiters.enter(id);
        loop {
            // Listening begins before looking, so that nothing falls between.
            let mut news = std::pin::pin!(waiter.news());
            news.as_mut().enable();
            let record = self.get(caller, id).await?;
            if wanted(&record) || Instant::now() >= until {
                return Ok(record);
            }
            let look_again = (Instant::now() + LOOK_AGAIN).min(until);
            tokio::select! {
                () = news => {}
                () = tokio::time::sleep_until(look_again) => {}
            }
        }
    }

    /// Waits for a task that was asked for before, and returns its pictures.
    async fn wait_drawn(&self, record: TaskRecord) -> Result<Drawn, Error> {
        let waiter = self.waiters.enter(&record.id);
        let mut record = record;
        while !record.status.is_final() {
            let mut news = std::pin::pin!(waiter.news());
            news.as_mut().enable();
            tokio::select! {
                () = news => {}
                () = tokio::time::sleep(LOOK_AGAIN) => {}
            }
            let stored = self.record.get(&record.id).await?;
            record = stored.ok_or_else(|| unknown(&record.id))?;
        }
        self.drawn(&record).await
    }

    /// Returns what a task drew, or the error it ended with. What was not kept is drawn again, the same to the byte.
    pub async fn drawn(&self, record: &TaskRecord) -> Result<Drawn, Error> {
        let result = self.result(record)?;
        let mut files = Vec::with_capacity(result.pictures.len());
        for name in result.objects()? {
            let Some(file) = self.outputs.kept(&name).await? else {
                let request = self.request_of(record).await?;
                let drawn = self.studio.draw(request).await?;
                return Ok(Drawn {
                    task: Some(record.id.clone()),
                    ..drawn
                });
            };
            files.push(file);
        }
        let model = plantain_core::ModelId::new("model", &record.model)?;
        Ok(Drawn {
            task: Some(record.id.clone()),
            ..result.drawn(model, files)?
        })
    }

    /// Returns what a task drew without the bytes of its pictures, or the error it ended with.
    pub fn result(&self, record: &TaskRecord) -> Result<TaskResult, Error> {
        match (record.status, &record.result_json, &record.error_json) {
            (TaskStatus::Succeeded, Some(result), _) => TaskResult::parse(result),
            (TaskStatus::Cancelled, ..) => Err(cancelled()),
            (TaskStatus::Failed, _, Some(error)) => Err(TaskError::parse(error).error()),
            (TaskStatus::Queued | TaskStatus::Running, ..) => Err(Error::new(
                ErrorKind::Conflict,
                "task_not_finished",
                format!(
                    "The task {} is {}; ask again when it has succeeded.",
                    record.id, record.status
                ),
            )),
            _ => Err(Error::internal("a task ended without a word")),
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
    New(Box<Facts>, Box<ImageRequest>, Micro),
    Same(Box<TaskRecord>),
}

/// One try at a task.
#[derive(Clone)]
struct Attempt {
    id: Id,
    owner: String,
    /// What the log says of the task.
    facts: Facts,
    session: Option<Id>,
    number: u32,
    run_max: Duration,
    /// What success costs: what was held for it.
    price: Micro,
    /// Of the pictures: on disk before the task ends, where somebody was given its id.
    durability: Durability,
}

enum Stopped {
    Told(StopReason),
    Failed(Error),
}

/// Ends the task as cancelled if whoever waited for it goes away before its end.
struct Abandoned {
    of: Option<(Arc<TaskService>, Attempt)>,
}

impl Abandoned {
    fn guard(service: &Arc<TaskService>, attempt: &Attempt) -> Self {
        Self {
            of: Some((Arc::clone(service), attempt.clone())),
        }
    }

    fn disarm(mut self) {
        self.of = None;
    }
}

impl Drop for Abandoned {
    fn drop(&mut self) {
        let Some((service, attempt)) = self.of.take() else {
            return;
        };
        // Without a runtime the process is ending, and the lease runs out.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                let stopped = Stopped::Told(StopReason::Cancelled);
                if let Err(error) = service.stop(&attempt, stopped).await {
                    tracing::warn!(task = %attempt.id, "cannot end a task that nobody waits for: {error}");
                }
            });
        }
    }
}

fn name_of(picture: &Picture) -> ObjectName {
    ObjectName::new(Sha256::digest(&picture.bytes).into(), picture.format)
}

/// Whether the same task may succeed at another time or place.
fn may_help(error: &Error) -> bool {
    matches!(
        error.kind,
        ErrorKind::Upstream | ErrorKind::Unavailable | ErrorKind::Timeout | ErrorKind::Internal
    )
}

fn cancelled() -> Error {
    Error::new(
        ErrorKind::Cancelled,
        "cancelled",
        "The task was cancelled; nothing was charged.",
    )
}

fn lease_lost() -> Error {
    Error::new(
        ErrorKind::Unavailable,
        "moved_on",
        "Another process goes on with this task; ask for its result by its id.",
    )
}

fn too_long(run_max: Duration) -> Error {
    Error::new(
        ErrorKind::Timeout,
        "timed_out",
        format!("The picture was not ready after {run_max:?}; ask for less, or allow more time."),
    )
}

fn unknown(id: &Id) -> Error {
    Error::new(
        ErrorKind::NotFound,
        "unknown_task",
        "There is no such task under this key; check the id.",
    )
    .with_field("id")
    .with_value(id)
}
