//! How an engine tells how far it is, and hears that it should stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Shared by an engine's run and whoever waits for it. Cloning gives another handle to the same run.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    cancelled: AtomicBool,
    permille: AtomicU32,
}

/// The run was cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled;

impl Progress {
    pub fn new() -> Self {
        Self::default()
    }

    /// Reports how much is done, in thousandths. Never goes back.
    pub fn report(&self, permille: u32) {
        self.0
            .permille
            .fetch_max(permille.min(1000), Ordering::Relaxed);
    }

    /// Returns how much is done, in thousandths.
    pub fn permille(&self) -> u32 {
        self.0.permille.load(Ordering::Relaxed)
    }

    /// Asks the run to stop at its next [`Progress::check`].
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.load(Ordering::Relaxed)
    }

    /// Returns an error once the run was cancelled. Cheap; call it between steps.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_never_goes_back_and_cancel_reaches_every_handle() {
        let progress = Progress::new();
        let other = progress.clone();
        progress.report(700);
        progress.report(300);
        progress.report(5000);
        assert_eq!(other.permille(), 1000);
        assert_eq!(progress.check(), Ok(()));
        other.cancel();
        assert_eq!(progress.check(), Err(Cancelled));
    }
}
