//! How an engine tells how far it is, and hears that it should stop.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use plantain_core::Pixels;

/// Shared by an engine's run and whoever waits for it. Cloning gives another handle to the same run.
#[derive(Clone, Default)]
pub struct Progress {
    cancelled: Arc<AtomicBool>,
    permille: Arc<AtomicU32>,
    watch: Option<Watch>,
}

/// Takes a preview: its place among the previews of the run, from 0, and its pixels.
pub type Preview = dyn Fn(u8, Pixels) + Send + Sync;

#[derive(Clone)]
struct Watch {
    count: u8,
    show: Arc<Preview>,
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress")
            .field("cancelled", &self.cancelled)
            .field("permille", &self.permille)
            .field("previews", &self.previews())
            .finish()
    }
}

/// The run was cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled;

impl Progress {
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns a handle to the same run through which the engine shows at most `count` previews.
    #[must_use]
    pub fn watched(&self, count: u8, show: Arc<Preview>) -> Self {
        Self {
            watch: Some(Watch { count, show }),
            ..self.clone()
        }
    }

    /// Returns a handle to a part of the run, which is cancelled with it and says for itself how much of it is done.
    #[must_use]
    pub fn part(&self) -> Self {
        Self {
            permille: Arc::default(),
            ..self.clone()
        }
    }

    /// Returns how many previews are wanted; an engine may show fewer.
    pub fn previews(&self) -> u8 {
        self.watch.as_ref().map_or(0, |watch| watch.count)
    }

    /// Shows a preview, the coarsest first, numbered from 0.
    pub fn show(&self, index: u8, pixels: Pixels) {
        if let Some(watch) = self.watch.as_ref().filter(|watch| index < watch.count) {
            (watch.show)(index, pixels);
        }
    }

    /// Reports how much is done, in thousandths. Never goes back.
    pub fn report(&self, permille: u32) {
        self.permille
            .fetch_max(permille.min(1000), Ordering::Relaxed);
    }

    /// Returns how much is done, in thousandths.
    pub fn permille(&self) -> u32 {
        self.permille.load(Ordering::Relaxed)
    }

    /// Asks the run to stop at its next [`Progress::check`].
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
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
        let part = progress.part();
        part.report(200);
        assert_eq!((part.permille(), progress.permille()), (200, 1000));
        other.cancel();
        assert_eq!(progress.check(), Err(Cancelled));
        assert_eq!(part.check(), Err(Cancelled));
    }

    #[test]
    fn no_more_previews_are_shown_than_were_asked_for() {
        let shown = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&shown);
        let sink = Arc::new(move |_: u8, _: Pixels| {
            count.fetch_add(1, Ordering::Relaxed);
        });
        let progress = Progress::new();
        let watched = progress.watched(2, sink);
        let pixel = Pixels {
            width: 1,
            height: 1,
            rgba: vec![0; 4],
            opaque: false,
        };
        for index in 0..4 {
            progress.show(index, pixel.clone());
            watched.show(index, pixel.clone());
        }
        assert_eq!(shown.load(Ordering::Relaxed), 2);
        assert_eq!((progress.previews(), watched.previews()), (0, 2));
        progress.cancel();
        assert!(watched.is_cancelled());
    }
}
