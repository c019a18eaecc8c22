//! Tasks as they are kept, and the verbs of their queue.

use std::sync::Arc;

use plantain_core::{Id, TaskStatus, TraceContext};

use crate::money::{BudgetAlert, Micro, Subject};
use crate::outbox::NewMessage;
use crate::{Durability, Reply};

/// A task as it is kept. Bodies are JSON that only the layer above understands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRecord {
    pub id: Id,
    /// Who asked: a key's id, empty on an open server.
    pub owner: String,
    pub team: Option<String>,
    /// The dialect it came in ("gemini"); replies and webhooks are written in it.
    pub protocol: String,
    /// "generate", "edit", "render".
    pub operation: String,
    /// The model as the client named it.
    pub model: String,
    pub status: TaskStatus,
    /// Lower goes first.
    pub priority: i64,
    /// Which try is under way or comes next, from 1. Fences off workers that lost their lease.
    pub attempt: u32,
    pub created_ms: i64,
    /// Not before this time.
    pub ready_ms: i64,
    pub started_ms: Option<i64>,
    pub finished_ms: Option<i64>,
    /// Cancelled unless it runs by then.
    pub start_by_ms: Option<i64>,
    /// Most time that one attempt may run.
    pub run_ms_max: Option<i64>,
    /// Percent.
    pub progress: u32,
    pub request_json: Arc<str>,
    /// What the protocol wants to remember about the request for its replies.
    pub client_json: Option<Arc<str>>,
    pub result_json: Option<Arc<str>>,
    pub error_json: Option<Arc<str>>,
    pub reserved: Micro,
    pub charged: Micro,
    /// Sorted, without repeats.
    pub tags: Vec<String>,
    /// The conversation or the batch that it belongs to.
    pub session: Option<Id>,
    pub cancel_requested: bool,
    /// Somebody waits for it on the line it came in.
    pub waited: bool,
    /// Where the request stood in its trace.
    pub trace: Option<TraceContext>,
}

/// A task to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    pub id: Id,
    pub owner: String,
    pub team: Option<String>,
    pub protocol: String,
    pub operation: String,
    pub model: String,
    pub priority: i64,
    pub created_ms: i64,
    pub start_by_ms: Option<i64>,
    pub run_ms_max: Option<i64>,
    pub request_json: Arc<str>,
    pub client_json: Option<Arc<str>>,
    pub tags: Vec<String>,
    pub session: Option<Id>,
    /// Held until the task ends.
    pub price: Micro,
    /// Whose budgets and credit the price is held from, besides [`Subject::All`].
    pub payers: Vec<Subject>,
    pub idempotency: Option<Idempotency>,
    /// Runs at once in this process, which holds the lease; none: queued.
    pub lease: Option<Lease>,
    /// Sent when the task ends.
    pub webhook: Option<NewMessage>,
    /// Tasks of this owner that may run at once; none: any number.
    pub running_max: Option<u32>,
    /// Where word goes when the price passes an alert of a budget; none: nowhere.
    pub alerts_to: Option<Arc<str>>,
    pub trace: Option<TraceContext>,
}

impl NewTask {
    /// Returns the task as it is kept from now on.
    pub fn record(&self) -> TaskRecord {
        let begun = self.lease.is_some();
        TaskRecord {
            id: self.id.clone(),
            owner: self.owner.clone(),
            team: self.team.clone(),
            protocol: self.protocol.clone(),
            operation: self.operation.clone(),
            model: self.model.clone(),
            status: match begun {
                true => TaskStatus::Running,
                false => TaskStatus::Queued,
            },
            priority: self.priority,
            attempt: 1,
            created_ms: self.created_ms,
            ready_ms: self.created_ms,
            started_ms: begun.then_some(self.created_ms),
            finished_ms: None,
            start_by_ms: self.start_by_ms,
            run_ms_max: self.run_ms_max,
            progress: 0,
            request_json: Arc::clone(&self.request_json),
            client_json: self.client_json.clone(),
            result_json: None,
            error_json: None,
            reserved: self.price,
            charged: Micro::ZERO,
            tags: self.tags.clone(),
            session: self.session.clone(),
            cancel_requested: false,
            waited: begun,
            trace: self.trace,
        }
    }
}

/// A promise of the client that a second request like this is the same request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idempotency {
    pub key: String,
    /// SHA-256 of what was asked.
    pub request_sha256: [u8; 32],
}

/// The right to run a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// Name of the process, new at each start.
    pub worker: String,
    pub until_ms: i64,
}

/// What became of a task that was to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Submitted {
    /// Stored. Holding the price passed these shares of budgets, for the first time in their periods.
    New(Vec<BudgetAlert>),
    /// The same request was stored before.
    Same(Box<TaskRecord>),
    /// Another request was stored under this idempotency key.
    Different(Id),
    /// A budget does not allow it; nothing was stored.
    OverBudget {
        subject: Subject,
        limit: Micro,
        /// Spent and held already.
        used: Micro,
    },
    /// The prepaid credit does not cover it; nothing was stored.
    NoCredit { subject: Subject, balance: Micro },
}

/// How a task ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// A final status.
    pub status: TaskStatus,
    pub result_json: Option<Arc<str>>,
    pub error_json: Option<Arc<str>>,
    /// What is charged; the rest of what was held is released.
    pub charged: Micro,
    pub pictures: u32,
    /// The engine that drew.
    pub engine: Option<String>,
    pub at_ms: i64,
}

/// A task that a worker holds, as the heartbeat finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub id: Id,
    pub attempt: u32,
    pub cancel_requested: bool,
}

/// What became of a wish to cancel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelling {
    /// It was waiting and is cancelled.
    Done,
    /// It runs; its worker has been told.
    Requested,
    /// It had ended already.
    Ended(TaskStatus),
    Unknown,
}

/// What a sweep found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Swept {
    /// Leases had run out; queued again.
    pub requeued: Vec<Id>,
    /// Ended without a worker: too many attempts, or not started in time.
    pub ended: Vec<Id>,
}

/// Which tasks are listed, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskFilter {
    /// None: everybody's.
    pub owner: Option<String>,
    pub status: Option<TaskStatus>,
    pub model: Option<String>,
    pub tag: Option<String>,
    pub session: Option<Id>,
    /// Created from this time on, and before that one; Unix milliseconds.
    pub from_ms: Option<i64>,
    pub until_ms: Option<i64>,
    /// Only tasks older than this one, which was the last of a page.
    pub after: Option<Id>,
    pub limit: u32,
}

/// How the tasks of a session or batch stand together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many are in a status; those without any are left out.
    pub by_status: Vec<(TaskStatus, i64)>,
    pub charged: Micro,
}

/// How much waits and runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QueueDepth {
    pub queued: i64,
    pub running: i64,
    /// Creation of the oldest task that waits, Unix milliseconds.
    pub oldest_queued_ms: Option<i64>,
}

/// Where tasks are kept. Time comes from outside; every verb is one transaction.
pub trait Tasks: Send + Sync {
    /// Stores a task, holds its price and, if it says so, gives out its lease.
    fn submit<'a>(&'a self, task: &'a NewTask, durability: Durability) -> Reply<'a, Submitted>;

    /// Gives the next task to a worker: lowest priority number first, then the owner with the least running and the
    /// longest time since its last turn, then the oldest. `until_ms` is when the lease ends.
    fn claim<'a>(
        &'a self,
        worker: &'a str,
        now_ms: i64,
        until_ms: i64,
    ) -> Reply<'a, Option<TaskRecord>>;

    /// Renews every lease of a worker that has not run out, and returns what it still holds.
    fn renew<'a>(&'a self, worker: &'a str, now_ms: i64, until_ms: i64) -> Reply<'a, Vec<Held>>;

    /// Notes how far a task is; false when the lease was lost.
    fn progress<'a>(&'a self, id: &'a Id, attempt: u32, percent: u32) -> Reply<'a, bool>;

    /// Ends a running task, charges for it and posts its webhook; false when the lease was lost, and then nothing is changed.
    fn finish<'a>(
        &'a self,
        id: &'a Id,
        attempt: u32,
        ending: &'a Ending,
        durability: Durability,
    ) -> Reply<'a, bool>;

    /// Puts a running task back into the queue for another attempt; false when the lease was lost.
    fn retry<'a>(
        &'a self,
        id: &'a Id,
        attempt: u32,
        ready_ms: i64,
        error_json: &'a str,
    ) -> Reply<'a, bool>;

    /// Gives back what a worker holds without counting an attempt, since it is going to stop.
    fn hand_back<'a>(&'a self, id: &'a Id, attempt: u32, now_ms: i64) -> Reply<'a, bool>;

    /// Cancels a task of `owner` (none: anybody's), at once if it waits.
    fn cancel<'a>(
        &'a self,
        id: &'a Id,
        owner: Option<&'a str>,
        now_ms: i64,
    ) -> Reply<'a, Cancelling>;

    /// Returns the ids among a worker's tasks that are to be stopped.
    fn to_cancel<'a>(&'a self, worker: &'a str) -> Reply<'a, Vec<Id>>;

    /// Queues tasks again whose leases ran out, and ends those with `attempts_max` attempts behind them or not started in time.
    fn sweep(&self, now_ms: i64, attempts_max: u32) -> Reply<'_, Swept>;

    fn get<'a>(&'a self, id: &'a Id) -> Reply<'a, Option<TaskRecord>>;

    fn list<'a>(&'a self, filter: &'a TaskFilter) -> Reply<'a, Vec<TaskRecord>>;

    /// Counts the tasks of a session or batch.
    fn tally<'a>(&'a self, owner: &'a str, session: &'a Id) -> Reply<'a, Tally>;

    fn depth(&self) -> Reply<'_, QueueDepth>;

    /// Removes tasks that ended before `before_ms`, with their webhooks, at most `limit`, and returns how many. Those of a
    /// conversation that is kept stay, and so does the ledger.
    fn purge(&self, before_ms: i64, limit: u32) -> Reply<'_, u64>;

    /// Removes tasks of an owner that have ended, with their webhooks, at most `limit`, and returns how many. The ledger
    /// stays.
    fn erase<'a>(&'a self, owner: &'a str, limit: u32) -> Reply<'a, u64>;

    /// Returns the news from now on. What happens in other processes is among it where the database carries news.
    fn signals(&self) -> tokio::sync::broadcast::Receiver<crate::Signal>;
}
