//! OpenAI's dialect.

mod chat;
mod files;
mod images;
mod responses;

use axum::body::Body;
use axum::http::Method;
use plantain_core::Pixels;
use plantain_image::{Coding, EncodeOptions, Metadata, encode};
use serde_json::Value;

use crate::house::{Answer, House, request};

/// A part of a form: name, name of the file if it is one, content.
pub type FormPart<'a> = (&'a str, Option<&'a str>, &'a [u8]);

/// Sends a form as SDKs do.
pub async fn post_form(house: &House, path: &str, parts: &[FormPart<'_>]) -> Answer {
    let mut body = Vec::new();
    for (name, filename, content) in parts {
        let file = filename.map_or(String::new(), |name| format!("; filename=\"{name}\""));
        let head = format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--X--\r\n");
    let headers = [("content-type", "multipart/form-data; boundary=X")];
    house
        .send(request(Method::POST, path, &headers, Body::from(body)))
        .await
}

/// Returns a PNG of one colour.
pub fn png(width: u32, height: u32, pixel: [u8; 4]) -> Vec<u8> {
    let pixels = Pixels {
        width,
        height,
        rgba: pixel.repeat((width * height) as usize),
        opaque: pixel[3] == 255,
    };
    let options = EncodeOptions {
        coding: Coding::Png,
        metadata: Metadata::default(),
    };
    encode(&pixels, &options).unwrap()
}

/// Returns the events of a stream as their names, empty for those without, and their data.
pub fn events(answer: &Answer) -> Vec<(String, Value)> {
    assert_eq!(answer.header("content-type"), "text/event-stream");
    let text = String::from_utf8(answer.bytes.to_vec()).unwrap();
    let frames = text.split_terminator("\n\n");
    let event = |frame: &str| {
        let (name, data) = match frame.strip_prefix("event: ") {
            Some(rest) => rest.split_once('\n').unwrap(),
            None => ("", frame),
        };
        let data = data.strip_prefix("data: ").unwrap();
        let json = serde_json::from_str(data).unwrap_or_else(|_| data.into());
        (name.to_owned(), json)
    };
    frames.map(event).collect()
}

/// Returns code, parameter and status of an error.
pub fn error(answer: &Answer) -> (u16, String, String) {
    let error = &answer.json()["error"];
    let text = |name: &str| error[name].as_str().unwrap_or_default().to_owned();
    assert!(
        error["message"].is_string() && error["type"].is_string(),
        "{error}"
    );
    (answer.status.as_u16(), text("code"), text("param"))
}
