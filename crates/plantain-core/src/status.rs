//! Where a task stands, and what may become of it.

use std::fmt;

/// Where a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TaskStatus {
    /// Waits for a worker.
    Queued,
    /// A worker holds a lease on it.
    Running,
    Succeeded,
    Failed,
    Cancelled,
}

impl TaskStatus {
    pub const ALL: [Self; 5] = [
        Self::Queued,
        Self::Running,
        Self::Succeeded,
        Self::Failed,
        Self::Cancelled,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Returns the status with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Whether nothing will happen to the task any more.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed | Self::Cancelled)
    }

    /// Whether a task may go from here to `next`. The only place that knows.
    pub fn may_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Queued, Self::Running | Self::Failed | Self::Cancelled) => true,
            // Back to the queue: another attempt.
            (Self::Running, Self::Queued | Self::Succeeded | Self::Failed | Self::Cancelled) => {
                true
            }
            _ => false,
        }
    }
}

impl fmt::Display for TaskStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::TaskStatus::{self, *};

    #[test]
    fn what_has_ended_never_changes_and_names_round_trip() {
        for from in TaskStatus::ALL {
            assert_eq!(TaskStatus::parse(from.name()), Some(from));
            assert!(!from.may_become(from));
            for to in TaskStatus::ALL {
                assert!(!(from.is_final() && from.may_become(to)), "{from} → {to}");
            }
        }
        assert!(!Queued.may_become(Succeeded), "nobody ran it");
        assert!(Running.may_become(Queued), "a retry");
    }
}
