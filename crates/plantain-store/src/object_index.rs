//! Whose stored files are, and how long they stay.

use plantain_core::Id;

use crate::{ObjectName, Reply};

/// One owner's claim on a stored file. The file stays while anybody has a claim on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectClaim {
    /// A key's id; empty on an open server.
    pub owner: String,
    pub name: ObjectName,
    /// The session that it belongs to, so that it can go with it.
    pub session: Option<Id>,
    /// The task that made or brought it last.
    pub task: Option<Id>,
    pub size_bytes: u64,
    /// Unix milliseconds; claiming again counts as new.
    pub created_ms: i64,
    /// Unix milliseconds.
    pub last_used_ms: i64,
    /// Stays until it is let go of, whatever its age and size.
    pub pinned: bool,
    /// Unix milliseconds at which it goes; none: when the rules for its owner say so.
    pub expires_ms: Option<i64>,
}

/// How much an owner has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ObjectUse {
    pub files: u64,
    pub bytes: u64,
}

/// Where claims on stored files are kept.
///
/// With the last claim on a file its name becomes *doomed*: the file is to be deleted. Whoever does that says so with
/// [`ObjectIndex::buried`]; until then a new claim takes the doom away.
pub trait ObjectIndex: Send + Sync {
    /// Stores a claim. Claiming the same file again makes it new and keeps its pin.
    fn claim<'a>(&'a self, claim: &'a ObjectClaim) -> Reply<'a, ()>;

    /// Whether anybody has a claim on the file.
    fn is_claimed<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, bool>;

    /// Returns those of the names on which nobody has a claim.
    fn unclaimed<'a>(&'a self, names: &'a [ObjectName]) -> Reply<'a, Vec<ObjectName>>;

    /// Notes that the file was used.
    fn touch<'a>(&'a self, name: &'a ObjectName, now_ms: i64) -> Reply<'a, ()>;

    /// Pins the owner's claims on a file or lets go of them; false when there are none.
    fn pin<'a>(&'a self, owner: &'a str, name: &'a ObjectName, pinned: bool) -> Reply<'a, bool>;

    /// Returns the owner's next claims after a name, in the order of names.
    fn list<'a>(
        &'a self,
        owner: &'a str,
        after: Option<&'a ObjectName>,
        limit: u32,
    ) -> Reply<'a, Vec<ObjectClaim>>;

    /// Returns how much the owner has; a file counts once.
    fn usage<'a>(&'a self, owner: &'a str) -> Reply<'a, ObjectUse>;

    /// Returns everybody who has a claim, in order.
    fn owners(&self) -> Reply<'_, Vec<String>>;

    /// Gives up the owner's claims that have expired, and those without an end that are older than `created_before_ms`, pinned
    /// ones excepted, `limit` at most; returns how many.
    fn release_old<'a>(
        &'a self,
        owner: &'a str,
        created_before_ms: i64,
        now_ms: i64,
        limit: u32,
    ) -> Reply<'a, u64>;

    /// Gives up the owner's claims on the files that were not used for longest, pinned ones excepted, until what the owner has
    /// fits into `bytes_max`, or `limit` files are given up; returns how many.
    fn release_over<'a>(
        &'a self,
        owner: &'a str,
        bytes_max: u64,
        now_ms: i64,
        limit: u32,
    ) -> Reply<'a, u64>;

    /// Gives up all claims of the owner, or those for one session, pinned ones too; returns how many.
    fn release_all<'a>(
        &'a self,
        owner: &'a str,
        session: Option<&'a Id>,
        now_ms: i64,
    ) -> Reply<'a, u64>;

    /// Gives up the owner's claims on one file, pinned or not; false when there are none.
    fn release<'a>(&'a self, owner: &'a str, name: &'a ObjectName, now_ms: i64) -> Reply<'a, bool>;

    /// Returns the names after one, in order, that are doomed and on which nobody has a claim.
    fn doomed<'a>(
        &'a self,
        after: Option<&'a ObjectName>,
        limit: u32,
    ) -> Reply<'a, Vec<ObjectName>>;

    /// Notes that the file is deleted.
    fn buried<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, ()>;
}
