//! Against a small receiver: what is sent, how, and how often.

use std::time::Duration;

use plantain_core::TraceContext;
use plantain_otlp::{Otlp, OtlpConfig};
use plantain_store::{Span, SpanKind, SpanValue, Spans};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

const WAIT_MAX: Duration = Duration::from_secs(20);

fn span(name: &str) -> Span {
    Span {
        context: TraceContext {
            trace_id: [7; 16],
            span_id: [8; 8],
            sampled: true,
        },
        parent_id: None,
        name: name.to_owned(),
        kind: SpanKind::Server,
        start_ns: 1,
        end_ns: 2,
        attributes: vec![("a", SpanValue::Int(1))],
        error: None,
    }
}

/// Answers requests with these statuses, one after the other, and passes on what came: head and body.
async fn receiver(
    statuses: &'static [u16],
) -> (String, mpsc::UnboundedReceiver<(String, Vec<u8>)>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (told, heard) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        for status in statuses {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut bytes = Vec::new();
            let request = loop {
                let mut piece = [0; 4096];
                let read = stream.read(&mut piece).await.unwrap();
                assert!(read > 0, "the request broke off");
                bytes.extend_from_slice(&piece[..read]);
                let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
                    continue;
                };
                let head = String::from_utf8(bytes[..end].to_vec())
                    .unwrap()
                    .to_lowercase();
                let length = head
                    .lines()
                    .find_map(|line| line.strip_prefix("content-length: "));
                let length: usize = length.unwrap().parse().unwrap();
                if bytes.len() == end + 4 + length {
                    break (head, bytes[end + 4..].to_vec());
                }
            };
            let answer =
                format!("HTTP/1.1 {status} x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            stream.write_all(answer.as_bytes()).await.unwrap();
            told.send(request).unwrap();
        }
    });
    (format!("http://{address}"), heard)
}

fn config(url: &str, set: &'static [(&str, &str)]) -> OtlpConfig {
    let variables = |name: &str| {
        let found = set.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    OtlpConfig::read(url, &variables).unwrap()
}

fn holds(body: &[u8], text: &str) -> bool {
    body.windows(text.len()).any(|part| part == text.as_bytes())
}

#[tokio::test]
async fn spans_go_together_and_by_themselves() {
    let (url, mut heard) = receiver(&[200, 200]).await;
    let set = &[
        ("OTEL_EXPORTER_OTLP_HEADERS", "x-token=hush"),
        ("OTEL_BSP_SCHEDULE_DELAY", "30"),
    ];
    let otlp = Otlp::start(config(&url, set)).unwrap();
    otlp.tell(span("one"));
    otlp.tell(span("two"));
    let first = tokio::time::timeout(WAIT_MAX, heard.recv()).await;
    let (head, body) = first.expect("spans within 20 s").unwrap();
    assert!(head.starts_with("post /v1/traces http/1.1"), "{head}");
    assert!(head.contains("content-type: application/x-protobuf"));
    assert!(head.contains("x-token: hush"));
    assert!(holds(&body, "one") && holds(&body, "two") && holds(&body, "service.name"));
    otlp.tell(span("three"));
    otlp.flush(WAIT_MAX).await;
    let (_, body) = heard.recv().await.unwrap();
    assert!(holds(&body, "three") && !holds(&body, "one"));
}

#[tokio::test]
async fn what_may_pass_is_sent_again_and_the_rest_is_not() {
    let (url, mut heard) = receiver(&[503, 200, 400, 200]).await;
    let otlp = Otlp::start(config(&url, &[])).unwrap();
    for (name, times) in [("passing", 2), ("refused", 1), ("after", 1)] {
        otlp.tell(span(name));
        otlp.flush(WAIT_MAX).await;
        for _ in 0..times {
            let (_, body) = heard.recv().await.unwrap();
            assert!(holds(&body, name), "{name}");
        }
    }
}

#[tokio::test]
async fn nobody_waits_for_a_collector_that_is_not_there() {
    let otlp = Otlp::start(config("http://127.0.0.1:1", &[])).unwrap();
    for _ in 0..10_000 {
        otlp.tell(span("lost"));
    }
    otlp.flush(Duration::from_millis(10)).await;
}
