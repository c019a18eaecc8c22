//! How a caller stands against its limits, for a protocol to put into headers and errors of its own.

use std::fmt;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LimitKind {
    /// Requests that draw, in a minute.
    Requests,
    /// Pictures asked for, in a day.
    Images,
    /// Requests under way at once.
    Concurrency,
}

impl LimitKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Requests => "requests",
            Self::Images => "images",
            Self::Concurrency => "concurrency",
        }
    }
}

impl fmt::Display for LimitKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One limit, and what is left of it after the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitStanding {
    pub kind: LimitKind,
    /// Most in a window, or most at once.
    pub limit: u32,
    /// Seconds; 0 for what is counted at once.
    pub window_s: u32,
    pub remaining: u32,
    /// Milliseconds until the whole limit is there again, if nothing more comes.
    pub reset_ms: u64,
}

/// Every limit that holds for a caller. Empty for callers without limits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LimitState {
    pub standings: Vec<LimitStanding>,
    /// The limit that refused the request.
    pub refused_by: Option<LimitKind>,
    /// Milliseconds after which the same request can pass; none when it passed, or never can.
    pub retry_after_ms: Option<u64>,
}

impl LimitState {
    pub fn of(&self, kind: LimitKind) -> Option<&LimitStanding> {
        self.standings.iter().find(|standing| standing.kind == kind)
    }

    /// Returns the standing of the limit that refused.
    pub fn refusal(&self) -> Option<&LimitStanding> {
        self.of(self.refused_by?)
    }
}
