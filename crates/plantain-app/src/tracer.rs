//! Traces: what was done for a request, in which order and for how long, told to whoever collects it.

use std::sync::Arc;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use plantain_core::TraceContext;
use plantain_store::{Span, SpanKind, SpanValue, Spans};

use crate::World;
use crate::world::random_bytes;

/// Begins spans. Without a place for them to go it does nothing.
#[derive(Clone, Default)]
pub struct Tracer {
    on: Option<Arc<On>>,
}

struct On {
    spans: Arc<dyn Spans>,
    world: Arc<dyn World>,
    /// Traces that begin here are recorded if the first half of their id is below this.
    below: u64,
}

/// A span that has not ended.
pub struct OpenSpan {
    on: Arc<On>,
    context: TraceContext,
    parent_id: Option<[u8; 8]>,
    name: String,
    kind: SpanKind,
    start_ns: u64,
    begun: Instant,
    attributes: Vec<(&'static str, SpanValue)>,
}

impl Tracer {
    /// `share` of the traces that begin here are recorded, from 0 to 1; of those that clients began, those that they want.
    pub fn new(spans: Arc<dyn Spans>, world: Arc<dyn World>, share: f64) -> Self {
        let below = (share.clamp(0.0, 1.0) * u64::MAX as f64) as u64;
        Self {
            on: Some(Arc::new(On {
                spans,
                world,
                below,
            })),
        }
    }

    /// Begins a span below `parent`, or a new trace; none where nothing is traced.
    pub fn begin(
        &self,
        parent: Option<TraceContext>,
        kind: SpanKind,
        name: impl FnOnce() -> String,
    ) -> Option<OpenSpan> {
        let on = self.on.as_ref()?;
        let random: [u8; 32] = random_bytes(&*on.world);
        let (trace_id, rest) = random.split_first_chunk::<16>()?;
        let (span_id, _) = rest.split_first_chunk::<8>()?;
        let context = match parent {
            Some(parent) => TraceContext {
                span_id: *span_id,
                ..parent
            },
            None => {
                let (half, _) = trace_id.split_first_chunk::<8>()?;
                TraceContext {
                    trace_id: *trace_id,
                    span_id: *span_id,
                    sampled: on.below == u64::MAX || u64::from_be_bytes(*half) < on.below,
                }
            }
        };
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Some(OpenSpan {
            on: Arc::clone(on),
            context,
            parent_id: parent.map(|parent| parent.span_id),
            name: if context.sampled {
                name()
            } else {
                String::new()
            },
            kind,
            start_ns: since.map_or(0, |since| since.as_nanos() as u64),
            begun: Instant::now(),
            attributes: Vec::new(),
        })
    }
}

impl OpenSpan {
    /// Returns what those are told who do a part of it.
    pub fn context(&self) -> TraceContext {
        self.context
    }

    /// Notes something about the span, if it is known.
    pub fn note(&mut self, name: &'static str, value: Option<SpanValue>) {
        if let Some(value) = value.filter(|_| self.context.sampled) {
            self.attributes.push((name, value));
        }
    }

    /// Notes a word about the span.
    pub fn note_text(&mut self, name: &'static str, text: &str) {
        self.note(name, Some(SpanValue::Text(text.to_owned())));
    }

    /// Ends it; `error` says why it failed.
    pub fn end(self, error: Option<String>) {
        if !self.context.sampled {
            return;
        }
        self.on.spans.tell(Span {
            context: self.context,
            parent_id: self.parent_id,
            name: self.name,
            kind: self.kind,
            start_ns: self.start_ns,
            // By a clock that is not set meanwhile.
            end_ns: self.start_ns + self.begun.elapsed().as_nanos() as u64,
            attributes: self.attributes,
            error,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemWorld;
    use std::sync::Mutex;

    #[derive(Default)]
    struct Told(Mutex<Vec<Span>>);

    impl Spans for Told {
        fn tell(&self, span: Span) {
            self.0.lock().unwrap().push(span);
        }
    }

    #[test]
    fn spans_stand_in_their_traces() {
        let told = Arc::new(Told::default());
        let tracer = |share| Tracer::new(told.clone(), Arc::new(SystemWorld), share);
        let begin = |share, parent| {
            let name = || "a".to_owned();
            tracer(share).begin(parent, SpanKind::Server, name).unwrap()
        };
        assert!(
            Tracer::default()
                .begin(None, SpanKind::Client, String::new)
                .is_none()
        );
        let root = begin(1.0, None);
        let mut child = begin(0.0, Some(root.context()));
        child.note_text("x", "y");
        child.end(Some("broken".into()));
        let unwanted = TraceContext {
            sampled: false,
            ..root.context()
        };
        let quiet = begin(1.0, Some(unwanted));
        assert!(!quiet.context().sampled);
        quiet.end(None);
        assert!(!begin(0.0, None).context().sampled);
        let root_context = root.context();
        root.end(None);
        let told = told.0.lock().unwrap();
        assert_eq!(told.len(), 2);
        assert_eq!(told[0].parent_id, Some(root_context.span_id));
        assert_eq!(told[0].context.trace_id, root_context.trace_id);
        assert_eq!(told[0].attributes, [("x", SpanValue::Text("y".into()))]);
        assert_eq!(told[0].error.as_deref(), Some("broken"));
        assert_eq!((told[1].parent_id, &told[1].error), (None, &None));
        assert!(told[1].end_ns >= told[1].start_ns);
    }
}
