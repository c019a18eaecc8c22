//! Conversations about pictures: sessions, and the turns that they are made of.

use plantain_core::Id;

use crate::{Idempotency, Reply};

/// A conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRecord {
    pub id: Id,
    /// A key's id, or what callers without one are called.
    pub owner: String,
    pub title: Option<String>,
    /// Unix milliseconds.
    pub created_ms: i64,
    /// Unix milliseconds of the last turn or change of head.
    pub updated_ms: i64,
    /// The turn that the next one goes on from; none before the first.
    pub head: Option<Id>,
    /// How many turns it has.
    pub turns: u32,
}

/// One turn. It is never changed once it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnRecord {
    pub id: Id,
    pub session: Id,
    /// Its place among the turns in the order in which they ended, from 1.
    pub number: u32,
    /// The turn whose picture it went on from.
    pub parent: Option<Id>,
    /// The task that drew it; none where nothing was drawn.
    pub task: Option<Id>,
    /// Unix milliseconds.
    pub created_ms: i64,
    /// What was said and drawn; an object in the form of the rules.
    pub body_json: String,
    /// The client's promise that the same key means the same turn.
    pub promise: Option<Idempotency>,
}

/// A turn to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTurn {
    pub id: Id,
    pub session: Id,
    pub owner: String,
    pub parent: Option<Id>,
    pub task: Option<Id>,
    /// Unix milliseconds.
    pub at_ms: i64,
    pub body_json: String,
    pub promise: Option<Idempotency>,
    /// The head when the turn began. If another turn has moved it meanwhile, it stays where that turn put it.
    pub head_before: Option<Id>,
    /// Most turns that the session may have.
    pub turns_max: u32,
}

/// What became of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Appended {
    /// Stored. The session as it is now tells by its head whether the next turn goes on from this one.
    New(SessionRecord, TurnRecord),
    /// The session has a turn of this task or with this key already.
    Same(SessionRecord, TurnRecord),
    /// The session has as many turns as it may have.
    Full,
    /// The owner has no such session (any more).
    Unknown,
}

/// A part of an owner's sessions, the one changed last first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionPage<'a> {
    pub owner: &'a str,
    /// Time of change (Unix milliseconds) and id of the session after which the page begins; it need not be there any more.
    pub after: Option<(i64, &'a str)>,
    pub limit: u32,
}

/// Where conversations are kept. Another owner's session is not there.
pub trait Sessions: Send + Sync {
    /// Stores a new session.
    fn create<'a>(&'a self, session: &'a SessionRecord) -> Reply<'a, ()>;

    fn session<'a>(&'a self, owner: &'a str, id: &'a str) -> Reply<'a, Option<SessionRecord>>;

    fn sessions<'a>(&'a self, page: SessionPage<'a>) -> Reply<'a, Vec<SessionRecord>>;

    /// Stores a turn behind those that are there, and makes it the head unless another one became it meanwhile.
    fn append<'a>(&'a self, turn: &'a NewTurn) -> Reply<'a, Appended>;

    /// Returns a turn of a session; whose that is, whoever asks has found out.
    fn turn<'a>(&'a self, session: &'a Id, id: &'a str) -> Reply<'a, Option<TurnRecord>>;

    /// Returns the turn of a session that was taken with this idempotency key.
    fn promised<'a>(&'a self, session: &'a Id, key: &'a str) -> Reply<'a, Option<TurnRecord>>;

    /// Returns the turns with a higher number than `after`, oldest first.
    fn turns<'a>(&'a self, session: &'a Id, after: u32, limit: u32) -> Reply<'a, Vec<TurnRecord>>;

    /// Makes a turn the head, or none; returns the session as it is then, none if the owner has none.
    fn move_head<'a>(
        &'a self,
        owner: &'a str,
        id: &'a str,
        head: Option<&'a Id>,
        at_ms: i64,
    ) -> Reply<'a, Option<SessionRecord>>;

    /// Forgets a session with its turns; false when the owner has none.
    fn forget<'a>(&'a self, owner: &'a str, id: &'a str) -> Reply<'a, bool>;

    /// Forgets all sessions of an owner; returns how many.
    fn forget_all<'a>(&'a self, owner: &'a str) -> Reply<'a, u64>;
}
