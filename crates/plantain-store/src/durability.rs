//! What a change must survive.

/// When a write is safe from a loss of power. It is safe from the death of the process in either case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Before the answer: somebody holds a receipt for it.
    Disk,
    /// Soon: whoever waits asks again if it is lost.
    Soon,
}
