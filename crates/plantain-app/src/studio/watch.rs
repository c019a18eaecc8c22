//! Following pictures in the making: what they are going to look like, and how far they are.

use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use plantain_core::{Encoding, PixelSize, Pixels};
use plantain_engine::Progress;
use tokio::sync::mpsc;

use crate::finish;

/// Who wants to see pictures in the making, and how often.
#[derive(Debug, Clone)]
pub struct Watch {
    /// Previews of each picture, at most.
    pub previews: u8,
    pub sink: mpsc::UnboundedSender<Preview>,
}

/// What a picture is going to look like, in its format and size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Place of the picture in the batch.
    pub picture: u8,
    /// Place among the previews of the picture, from 0.
    pub index: u8,
    pub bytes: Bytes,
    pub size: PixelSize,
}

impl Watch {
    /// Returns a handle to the run of one picture that encodes its previews and sends them off.
    pub(super) fn progress(
        &self,
        progress: &Progress,
        picture: u8,
        encoding: Encoding,
    ) -> Progress {
        let sink = self.sink.clone();
        let show = move |index, pixels: Pixels| {
            let size = PixelSize::new("size", pixels.width.into(), pixels.height.into());
            // A preview that cannot be shown is no reason to fail the picture.
            if let (Ok(bytes), Ok(size)) = (finish::preview(&pixels, encoding), size) {
                let _ = sink.send(Preview {
                    picture,
                    index,
                    bytes: bytes.into(),
                    size,
                });
            }
        };
        progress.watched(self.previews, Arc::new(show))
    }
}

/// How much of a request is drawn, for whoever follows it.
#[derive(Debug, Clone, Default)]
pub struct Gauge(Arc<Mutex<Vec<Progress>>>);

impl Gauge {
    /// Returns how much is done, in percent; 0 before anything has begun.
    pub fn percent(&self) -> u32 {
        let parts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let done: u32 = parts.iter().map(Progress::permille).sum();
        done / (10 * (parts.len() as u32).max(1))
    }

    /// Makes room for so many pictures, and returns the handle to each.
    pub(super) fn begin(&self, whole: &Progress, pictures: u8) -> Vec<Progress> {
        let parts: Vec<_> = (0..pictures).map(|_| whole.part()).collect();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clone_from(&parts);
        parts
    }
}
