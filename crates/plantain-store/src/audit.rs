//! Who did what to which, and why, as it is kept.

use plantain_core::Error;

use crate::Reply;

/// How something ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AuditOutcome {
    Done,
    /// Not let through.
    Refused,
    /// Let through, and worth a look.
    Flagged,
}

impl AuditOutcome {
    pub const ALL: [Self; 3] = [Self::Done, Self::Refused, Self::Flagged];

    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Flagged => "flagged",
        }
    }

    /// Returns the outcome, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|outcome| outcome.name() == name)
            .ok_or_else(|| {
                let remedy = "must be done, refused or flagged";
                Error::invalid("invalid_outcome", field, name, remedy)
            })
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEvent {
    /// Unix milliseconds.
    pub at_ms: i64,
    /// Id of the key, `admin` for the owner, `local` on an open server, `command` for the command line.
    pub actor: String,
    /// Kind of thing and verb ("key.create", "policy.block").
    pub action: String,
    /// What it was done to: the id of a key, the model that was asked for.
    pub object: String,
    pub outcome: AuditOutcome,
    /// Why: the rule that holds, what changed. Never a secret and never a prompt.
    pub reason: String,
}

/// An event with its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRecord {
    /// Grows with every event.
    pub number: i64,
    pub event: AuditEvent,
}

/// Which events are wanted. What is missing does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditFilter {
    pub actor: Option<String>,
    /// The whole action, or its kind with a point at the end ("key.").
    pub action: Option<String>,
    pub object: Option<String>,
    pub outcome: Option<AuditOutcome>,
    /// From this time on, Unix milliseconds.
    pub since_ms: Option<i64>,
    /// Before this time.
    pub until_ms: Option<i64>,
    /// Before this number, for the next page.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: u32,
}

/// Where events are kept.
pub trait Audit: Send + Sync {
    /// Appends an event.
    fn note<'a>(&'a self, event: &'a AuditEvent) -> Reply<'a, ()>;

    /// Returns the events that the filter asks for, latest first.
    fn events<'a>(&'a self, filter: &'a AuditFilter) -> Reply<'a, Vec<AuditRecord>>;
}
