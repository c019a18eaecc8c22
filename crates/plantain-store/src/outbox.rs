//! Webhooks on their way: stored with the task's end, sent until they arrive.

use std::sync::Arc;

use plantain_core::Id;

use crate::Reply;

/// A message to be sent when a task ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessage {
    pub id: Id,
    pub url: String,
    /// The dialect and its choices, for whoever writes the body ("replicate", which events, …); JSON.
    pub form_json: Arc<str>,
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageStatus {
    /// Its task has not ended.
    Waiting,
    /// To be sent.
    Pending,
    Delivered,
    /// Given up after the last attempt.
    Failed,
}

impl MessageStatus {
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Pending, Self::Delivered, Self::Failed];

    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Pending => "pending",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// A message as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageRecord {
    pub id: Id,
    /// What it is about: a task, or a budget where it is an alert.
    pub task: Id,
    /// Whose task it is; empty for alerts.
    pub owner: String,
    pub url: String,
    pub form_json: Arc<str>,
    pub status: MessageStatus,
    /// Attempts made.
    pub attempts: u32,
    pub created_ms: i64,
    /// When it is tried next.
    pub next_ms: i64,
    pub delivered_ms: Option<i64>,
}

/// One attempt to deliver a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub message: Id,
    /// From 1.
    pub attempt: u32,
    pub at_ms: i64,
    pub took_ms: i64,
    /// HTTP status; none when no answer came.
    pub status: Option<u32>,
    /// What went wrong, or the beginning of the answer.
    pub detail: String,
}

/// What follows from an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterDelivery {
    Delivered,
    /// Tried again at this time, Unix milliseconds.
    Again(i64),
    GivenUp,
}

/// Which messages are listed, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MessageFilter {
    /// None: everybody's.
    pub owner: Option<String>,
    pub task: Option<Id>,
    pub status: Option<MessageStatus>,
    /// Only messages older than this one, which was the last of a page.
    pub after: Option<Id>,
    pub limit: u32,
}

/// Which secret the webhooks of an owner are signed with. The secrets themselves are made from the server's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HookSecret {
    /// How often it was changed.
    pub generation: u32,
    /// Until when messages are signed with the one before, too, Unix milliseconds.
    pub former_until_ms: i64,
}

/// Where messages are kept. Messages of one task leave in the order they were made.
pub trait Outbox: Send + Sync {
    /// Stores a message about a task that is to be sent now, while the task runs.
    fn post<'a>(&'a self, task: &'a Id, message: &'a NewMessage, now_ms: i64) -> Reply<'a, ()>;

    /// Gives messages that are due to a sender, at most `limit`; nobody else gets them until `until_ms`.
    fn claim_messages(
        &self,
        now_ms: i64,
        until_ms: i64,
        limit: u32,
    ) -> Reply<'_, Vec<MessageRecord>>;

    /// Writes down an attempt and what follows from it.
    fn delivered<'a>(&'a self, delivery: &'a Delivery, after: AfterDelivery) -> Reply<'a, ()>;

    fn message<'a>(&'a self, id: &'a Id) -> Reply<'a, Option<MessageRecord>>;

    fn messages<'a>(&'a self, filter: &'a MessageFilter) -> Reply<'a, Vec<MessageRecord>>;

    /// Returns the attempts of a message, oldest first.
    fn deliveries<'a>(&'a self, message: &'a Id) -> Reply<'a, Vec<Delivery>>;

    /// Sends a message again, whatever became of it; false when there is none.
    fn replay<'a>(&'a self, id: &'a Id, now_ms: i64) -> Reply<'a, bool>;

    fn hook_secret<'a>(&'a self, owner: &'a str) -> Reply<'a, HookSecret>;

    /// Changes the secret; messages are signed with the one before, too, until a time (Unix milliseconds).
    fn rotate_hook_secret<'a>(
        &'a self,
        owner: &'a str,
        former_until_ms: i64,
    ) -> Reply<'a, HookSecret>;

    /// Returns how many wait to be sent, and since when the oldest is due.
    fn lag(&self) -> Reply<'_, (i64, Option<i64>)>;
}
