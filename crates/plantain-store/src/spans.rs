//! What is told of requests and tasks to whoever collects traces.

use plantain_core::TraceContext;

/// Which side of an exchange a span stands on, as OpenTelemetry tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// Answers a request.
    Server,
    /// Works on what was queued.
    Consumer,
    /// Asks somebody else.
    Client,
}

/// What is known about a span, under a name.
#[derive(Debug, Clone, PartialEq)]
pub enum SpanValue {
    Text(String),
    Int(i64),
    Float(f64),
    Truth(bool),
}

/// Something that was done, from its beginning to its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    pub context: TraceContext,
    /// The span that it is a part of.
    pub parent_id: Option<[u8; 8]>,
    pub name: String,
    pub kind: SpanKind,
    /// Unix nanoseconds.
    pub start_ns: u64,
    pub end_ns: u64,
    pub attributes: Vec<(&'static str, SpanValue)>,
    /// Why it failed; none: it did not.
    pub error: Option<String>,
}

/// Where spans go. Nothing waits for it: what cannot be told is forgotten.
pub trait Spans: Send + Sync {
    fn tell(&self, span: Span);
}
