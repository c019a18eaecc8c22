//! What is kept, and the verbs for keeping it. Databases and folders implement these traits; nothing here touches one.

mod audit;
mod documents;
mod durability;
mod error;
mod keys;
mod limits;
mod money;
mod object_index;
mod object_name;
mod objects;
mod outbox;
mod remote;
mod secrets;
mod sessions;
mod signal;
mod spans;
mod tasks;

use std::pin::Pin;

pub use audit::{Audit, AuditEvent, AuditFilter, AuditOutcome, AuditRecord};
pub use documents::{Document, DocumentName, DocumentOrder, DocumentPage, Documents};
pub use durability::Durability;
pub use error::StoreError;
pub use keys::{FormerSecret, Grant, KeyRecord, KeySecret, Keys, Scope, Scopes};
pub use limits::{Charge, Entry, Limiter, PlaceAsk, Rate, Ruling, Standing, Weighed};
pub use money::{
    Budget, BudgetAlert, BudgetState, DAY_MS, EntryKind, LedgerEntry, LedgerQuery, Micro, Money,
    Period, Reckoning, Subject, UsageBy, UsageLine, UsageQuery, civil_date, days_to,
};
pub use object_index::{ObjectClaim, ObjectIndex, ObjectUse};
pub use object_name::{ObjectKind, ObjectName};
pub use objects::{ObjectReader, ObjectStat, Objects, Pieces, Upload};
pub use outbox::{
    AfterDelivery, Delivery, HookSecret, MessageFilter, MessageRecord, MessageStatus, NewMessage,
    Outbox,
};
pub use remote::{Letter, PostReply, Posted, Remote, RemoteError, RemoteReply};
pub use secrets::Secrets;
pub use sessions::{Appended, NewTurn, SessionPage, SessionRecord, Sessions, TurnRecord};
pub use signal::Signal;
pub use spans::{Span, SpanKind, SpanValue, Spans};
pub use tasks::{
    Cancelling, Ending, Held, Idempotency, Lease, NewTask, QueueDepth, Submitted, Swept, Tally,
    TaskFilter, TaskRecord, Tasks,
};

/// Everything that changes together with a task.
pub trait Record: Tasks + Money + Outbox {}
impl<T: Tasks + Money + Outbox> Record for T {}

/// What a store answers, later.
pub type Reply<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;
