//! News between the parts of a server and between servers.

use std::fmt;

use plantain_core::Id;

/// Something that others may be waiting for. Signals can be lost; whoever waits also looks for itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signal {
    /// There may be tasks to claim.
    Queued,
    /// There may be messages to send.
    Outbox,
    /// A running task is to be stopped.
    Cancel(Id),
    /// A task has reached its end.
    Ended(Id),
    /// A task has got on.
    Progress(Id),
}

impl Signal {
    /// Returns the signal that wrote this text; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, id) = text.split_once(' ').unwrap_or((text, ""));
        let id = || (!id.is_empty()).then(|| Id::from_stored(id));
        Some(match word {
            "queued" => Self::Queued,
            "outbox" => Self::Outbox,
            "cancel" => Self::Cancel(id()?),
            "ended" => Self::Ended(id()?),
            "progress" => Self::Progress(id()?),
            _ => return None,
        })
    }
}

impl fmt::Display for Signal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Queued => f.write_str("queued"),
            Self::Outbox => f.write_str("outbox"),
            Self::Cancel(id) => write!(f, "cancel {id}"),
            Self::Ended(id) => write!(f, "ended {id}"),
            Self::Progress(id) => write!(f, "progress {id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signals_survive_the_wire() {
        let id = Id::from_stored("task_1");
        for signal in [
            Signal::Queued,
            Signal::Outbox,
            Signal::Cancel(id.clone()),
            Signal::Ended(id.clone()),
            Signal::Progress(id),
        ] {
            assert_eq!(Signal::parse(&signal.to_string()), Some(signal));
        }
        for bad in ["", "cancel", "ended ", "unheard-of x"] {
            assert_eq!(Signal::parse(bad), None, "{bad}");
        }
    }
}
