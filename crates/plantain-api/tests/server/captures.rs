//! What real SDKs send. Each case is a recorded request; its `.snap` beside it holds the jobs that the engine got and the
//! reply, pictures shortened. A change of either is seen in review; `BLESS=1` writes them anew.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use axum::body::Body;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::house::{Answer, House, request};

/// Longest text that a snapshot shows.
const TEXT_CHARS_MAX: usize = 200;
/// Headers that clients steer by.
const SHOWN_HEADERS: [&str; 3] = [
    "x-goog-upload-status",
    "x-goog-upload-url",
    "x-goog-upload-size-received",
];

/// Fields that say how long something took.
const TIMES: [&str; 3] = ["inference_time", "predict_time", "total_time"];

#[tokio::test]
async fn recorded_requests_do_what_they_did() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wire");
    let mut cases = Vec::new();
    collect(&folder, &mut cases);
    assert!(cases.len() >= 20, "the recordings are missing");
    let mut changed = Vec::new();
    for path in cases {
        let mut got = replay(&path).await;
        if path.to_string_lossy().contains("-batch-") {
            // Batches are worked through beside the request: one may have begun, or ended, by the time it is told of.
            got = got.replace("BATCH_STATE_RUNNING", "BATCH_STATE_PENDING");
            got = without_jobs(&got);
        }
        let snapshot = path.with_extension("snap");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&snapshot, &got).unwrap();
        }
        if std::fs::read_to_string(&snapshot).unwrap_or_default() != got {
            changed.push(format!("{}\n{got}", path.display()));
        }
    }
    assert!(changed.is_empty(), "changed:\n{}", changed.join("\n"));
}

/// Returns the recording without what the engine was asked for.
fn without_jobs(text: &str) -> String {
    let mut inside = false;
    let mut kept = String::new();
    for line in text.lines() {
        inside |= line == "Job {";
        if !inside {
            kept.push_str(line);
            kept.push('\n');
        }
        inside &= line != "}";
    }
    kept
}

fn collect(folder: &Path, cases: &mut Vec<PathBuf>) {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, cases);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            cases.push(path);
        }
    }
}

/// Sends the recorded request, or the `steps` of a recorded exchange one after the other.
async fn replay(path: &Path) -> String {
    let recorded: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let house = House::still().await;
    let mut text = String::new();
    let one = vec![recorded.clone()];
    let steps = recorded["steps"].as_array().unwrap_or(&one);
    let mut told = 0;
    for step in steps {
        let answer = send(&house, step).await;
        // What was queued has been drawn before the client asks for it.
        house.work().await;
        // Pictures of one request are drawn at once, in any order.
        let mut jobs = house.engine.jobs()[told..].to_vec();
        jobs.sort_by_key(|job| job.index);
        for job in &jobs {
            writeln!(text, "{job:#?}").unwrap();
        }
        told = house.engine.jobs().len();
        write_answer(&mut text, &answer);
    }
    text
}

async fn send(house: &House, recorded: &Value) -> Answer {
    let headers: Vec<(&str, &str)> = recorded["headers"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str().unwrap()))
        .collect();
    let body = match &recorded["body"] {
        Value::Null => Body::empty(),
        body if body["multipart"].is_array() => Body::from(form(&body["multipart"])),
        body if body["raw_b64"].is_string() => {
            Body::from(STANDARD.decode(body["raw_b64"].as_str().unwrap()).unwrap())
        }
        body if body["raw_bytes"].is_number() => {
            Body::from(vec![0; body["raw_bytes"].as_u64().unwrap() as usize])
        }
        body => Body::from(body.to_string()),
    };
    let method = recorded["method"].as_str().unwrap().parse().unwrap();
    let uri = recorded["path"].as_str().unwrap();
    let request = request(method, uri, &headers, body);
    if !headers.contains(&("prefer", "wait")) {
        return house.send(request).await;
    }
    // Whoever waits needs somebody who works meanwhile.
    tokio::select! {
        answer = house.send(request) => answer,
        () = house.work_on() => unreachable!("work has no end"),
    }
}

/// Writes a recorded form down again, with the boundary of its headers.
fn form(parts: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in parts.as_array().unwrap() {
        let name = &part["name"];
        let mut head = format!("--recorded\r\nContent-Disposition: form-data; name={name}");
        if let Some(filename) = part["filename"].as_str() {
            let kind = part["content_type"].as_str().unwrap();
            write!(head, "; filename={filename:?}\r\nContent-Type: {kind}").unwrap();
        }
        bytes.extend_from_slice(head.as_bytes());
        bytes.extend_from_slice(b"\r\n\r\n");
        match part["bytes_b64"].as_str() {
            Some(text) => bytes.extend(STANDARD.decode(text).unwrap()),
            None => bytes.extend_from_slice(part["value"].as_str().unwrap().as_bytes()),
        }
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"--recorded--\r\n");
    bytes
}

fn write_answer(text: &mut String, answer: &Answer) {
    writeln!(text, "{} {}", answer.status, answer.header("content-type")).unwrap();
    for name in SHOWN_HEADERS {
        let value = answer.header(name);
        if !value.is_empty() {
            writeln!(text, "{name}: {value}").unwrap();
        }
    }
    let body = String::from_utf8_lossy(&answer.bytes);
    match serde_json::from_str::<Value>(&body) {
        Ok(mut json) => {
            shorten(&mut json);
            writeln!(text, "{json:#}").unwrap();
        }
        Err(_) => {
            for line in body.lines() {
                let line: String = line.chars().take(TEXT_CHARS_MAX).collect();
                writeln!(text, "{line}").unwrap();
            }
        }
    }
}

fn shorten(json: &mut Value) {
    match json {
        Value::String(text) if text.len() > TEXT_CHARS_MAX => {
            *text = format!("… {} bytes", text.len());
        }
        Value::Array(items) => items.iter_mut().for_each(shorten),
        Value::Object(fields) => {
            for (name, value) in fields {
                match TIMES.contains(&name.as_str()) {
                    true => *value = "some time".into(),
                    false => shorten(value),
                }
            }
        }
        _ => {}
    }
}
