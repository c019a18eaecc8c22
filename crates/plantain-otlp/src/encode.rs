//! `ExportTraceServiceRequest` as protocol buffers
//! (<https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto>). The few
//! messages that are needed are written by hand: a length, a tag and bytes.

use plantain_store::{Span, SpanKind, SpanValue};

/// Kinds of fields on the wire.
const VARINT: u32 = 0;
const FIXED64: u32 = 1;
const BYTES: u32 = 2;
const FIXED32: u32 = 5;
/// `Status.code`: STATUS_CODE_ERROR.
const STATUS_ERROR: u64 = 2;
/// `Span.flags`: those of the trace.
const FLAG_SAMPLED: u32 = 1;

/// Returns a request with these spans, all of one program.
pub fn request(resource: &[(String, SpanValue)], spans: &[Span]) -> Vec<u8> {
    let mut of_program = Message::default();
    for (name, value) in resource {
        of_program.message(1, &attribute(name, value));
    }
    let mut scope = Message::default();
    scope.text(1, "plantain");
    scope.text(2, env!("CARGO_PKG_VERSION"));
    let mut scoped = Message::default();
    scoped.message(1, &scope);
    for span in spans {
        scoped.message(2, &encode(span));
    }
    let mut resource_spans = Message::default();
    resource_spans.message(1, &of_program);
    resource_spans.message(2, &scoped);
    let mut request = Message::default();
    request.message(1, &resource_spans);
    request.0
}

fn encode(span: &Span) -> Message {
    let mut message = Message::default();
    message.bytes(1, &span.context.trace_id);
    message.bytes(2, &span.context.span_id);
    if let Some(parent) = &span.parent_id {
        message.bytes(4, parent);
    }
    message.text(5, &span.name);
    message.number(
        6,
        match span.kind {
            SpanKind::Server => 2,
            SpanKind::Client => 3,
            SpanKind::Consumer => 5,
        },
    );
    message.fixed64(7, span.start_ns);
    message.fixed64(8, span.end_ns);
    for (name, value) in &span.attributes {
        message.message(9, &attribute(name, value));
    }
    if let Some(error) = &span.error {
        let mut status = Message::default();
        status.text(2, error);
        status.number(3, STATUS_ERROR);
        message.message(15, &status);
    }
    message.fixed32(16, FLAG_SAMPLED);
    message
}

fn attribute(name: &str, value: &SpanValue) -> Message {
    let mut any = Message::default();
    match value {
        SpanValue::Text(text) => any.text(1, text),
        SpanValue::Truth(truth) => any.number(2, u64::from(*truth)),
        // Negative numbers are ten bytes, as the format says.
        SpanValue::Int(number) => any.number(3, *number as u64),
        SpanValue::Float(number) => any.fixed64(4, number.to_bits()),
    }
    let mut pair = Message::default();
    pair.text(1, name);
    pair.message(2, &any);
    pair
}

/// A message as it is written.
#[derive(Default)]
struct Message(Vec<u8>);

impl Message {
    fn message(&mut self, field: u32, message: &Self) {
        self.bytes(field, &message.0);
    }

    fn text(&mut self, field: u32, text: &str) {
        self.bytes(field, text.as_bytes());
    }

    fn bytes(&mut self, field: u32, bytes: &[u8]) {
        self.tag(field, BYTES);
        self.varint(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    fn number(&mut self, field: u32, number: u64) {
        self.tag(field, VARINT);
        self.varint(number);
    }

    fn fixed64(&mut self, field: u32, number: u64) {
        self.tag(field, FIXED64);
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    fn fixed32(&mut self, field: u32, number: u32) {
        self.tag(field, FIXED32);
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    fn tag(&mut self, field: u32, kind: u32) {
        self.varint(u64::from(field << 3 | kind));
    }

    fn varint(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_core::TraceContext;

    /// The same request as the official package of Python (opentelemetry-proto 1.45) writes it.
    const OFFICIAL: &str = "0ac1010a170a150a0c736572766963652e6e616d6512050a0361727412a5010a110a08706c616e7461696e1205302e31\
        2e30128f010a100102030405060708090a0b0c0d0e0f101208a1a2a3a4a5a6a7a8220800000000000000012a01613003\
        3901000000000000004102000000000000004a0b0a047465787412030a01784a0b0a057472757468120210014a120a03\
        696e74120b18ffffffffffffffffff014a120a05666c6f6174120921000000000000e03f7a0812046275737918028501\
        01000000";

    #[test]
    fn a_number_is_written_in_sevens() {
        for (number, bytes) in [(0, vec![0]), (127, vec![127]), (300, vec![0xac, 2])] {
            let mut message = Message::default();
            message.varint(number);
            assert_eq!(message.0, bytes);
        }
    }

    #[test]
    fn a_request_is_what_the_official_package_writes() {
        let span = Span {
            context: TraceContext {
                trace_id: std::array::from_fn(|at| at as u8 + 1),
                span_id: std::array::from_fn(|at| at as u8 + 0xa1),
                sampled: true,
            },
            parent_id: Some([0, 0, 0, 0, 0, 0, 0, 1]),
            name: "a".into(),
            kind: SpanKind::Client,
            start_ns: 1,
            end_ns: 2,
            attributes: vec![
                ("text", SpanValue::Text("x".into())),
                ("truth", SpanValue::Truth(true)),
                ("int", SpanValue::Int(-1)),
                ("float", SpanValue::Float(0.5)),
            ],
            error: Some("busy".into()),
        };
        let resource = [("service.name".to_owned(), SpanValue::Text("art".into()))];
        let bytes = request(&resource, &[span]);
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, OFFICIAL);
    }
}
