//! OpenAI's dialect.

use axum::http::StatusCode;
use plantain_core::OutputFormat;
use serde_json::{Value, json};

use crate::house::{House, NOW_MS, picture};

const PATH: &str = "/openai/v1/images/generations";

#[tokio::test]
async fn a_list_of_base64_unless_links_are_asked_for() {
    let house = House::open().await;
    for (fields, count) in [
        ("", 1),
        (r#","n":2"#, 2),
        (r#","response_format":"b64_json""#, 1),
    ] {
        let body = format!(r#"{{"model":"gpt-image-1","prompt":"cat","size":"32x16"{fields}}}"#);
        let json = house.post(PATH, &body).await.json();
        let data = json["data"].as_array().unwrap();
        assert_eq!(data.len(), count);
        for item in data {
            assert_eq!(picture(&item["b64_json"]), (OutputFormat::Png, 32, 16));
        }
        assert_eq!(json["created"], NOW_MS / 1000);
        assert_eq!(json["size"], "32x16");
        assert_eq!(json["background"], "opaque");
        assert_eq!(json["output_format"], "png");
        let usage = &json["usage"];
        let sum =
            usage["input_tokens"].as_u64().unwrap() + usage["output_tokens"].as_u64().unwrap();
        assert_eq!(usage["total_tokens"], sum);
    }
    assert!(house.objects.is_empty());
    let body = r#"{"prompt":"cat","size":"32x16","response_format":"url"}"#;
    let json = house.post(PATH, body).await.json();
    let url = json["data"][0]["url"].as_str().unwrap();
    assert!(json["data"][0].get("b64_json").is_none());
    let path = url.strip_prefix("http://127.0.0.1:8080").unwrap();
    assert_eq!(house.get(path).await.header("content-type"), "image/png");
}

#[tokio::test]
async fn formats_qualities_and_backgrounds() {
    let house = House::open().await;
    let body = r#"{"prompt":"cat","size":"16x16","output_format":"webp","output_compression":80,"background":"transparent","quality":"low"}"#;
    let json = house.post(PATH, body).await.json();
    assert_eq!(picture(&json["data"][0]["b64_json"]).0, OutputFormat::Webp);
    assert_eq!(json["background"], "transparent");
    assert_eq!(json["quality"], "low");
    let job = &house.engine.jobs()[0];
    assert_eq!(job.quality.unwrap().get(), 80);
    for word in [
        "auto", "low", "medium", "high", "xhigh", "max", "standard", "hd",
    ] {
        let body = format!(r#"{{"prompt":"cat","size":"16x16","quality":"{word}","seed":1}}"#);
        assert_eq!(
            house.post(PATH, &body).await.status,
            StatusCode::OK,
            "{word}"
        );
    }
}

#[tokio::test]
async fn a_stream_ends_with_the_picture() {
    let house = House::open().await;
    let body = r#"{"prompt":"cat","size":"16x16","stream":true,"partial_images":2,"n":2}"#;
    let answer = house
        .post_with(PATH, &[("accept", "application/json")], body)
        .await;
    assert_eq!(answer.header("content-type"), "text/event-stream");
    let text = String::from_utf8(answer.bytes.to_vec()).unwrap();
    let frames: Vec<_> = text.split_terminator("\n\n").collect();
    assert_eq!(frames.len(), 2);
    for frame in frames {
        let (event, data) = frame.split_once('\n').unwrap();
        let data: Value = serde_json::from_str(data.strip_prefix("data: ").unwrap()).unwrap();
        assert_eq!(event.strip_prefix("event: ").unwrap(), data["type"]);
        assert_eq!(data["type"], "image_generation.completed");
        assert_eq!(picture(&data["b64_json"]).1, 16);
        assert_eq!(data["size"], "16x16");
        assert!(data["usage"]["total_tokens"].is_u64());
    }
    // What is wrong is said before the stream begins.
    let bad = house.post(PATH, r#"{"prompt":"","stream":true}"#).await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn models() {
    let house = House::open().await;
    let json = house.get("/openai/v1/models").await.json();
    assert_eq!(json["object"], "list");
    assert_eq!(json["data"][0]["id"], "easel");
    let one = house.get("/v1/models/gpt-image-1").await.json();
    assert_eq!(one["object"], "model");
    assert_eq!(one["owned_by"], "openai");
    let slashed = house.get("/v1/models/fal-ai/nano-banana-2").await.json();
    assert_eq!(slashed["id"], "fal-ai/nano-banana-2");
}

#[tokio::test]
async fn failures_that_stay_are_not_retried() {
    let house = House::open().await;
    let answer = house.post(PATH, r#"{"prompt":"cat","model":"nope"}"#).await;
    assert_eq!(answer.header("x-should-retry"), "false");
    assert_eq!(answer.json()["error"]["code"], "model_not_found");
}

#[tokio::test]
async fn where_nothing_decides_both_worlds_can_read_the_reply() {
    let house = House::open().await;
    let body = r#"{"model":"gemini-3.1-flash-image-preview","prompt":"a cat"}"#;
    let json = house.post("/v1/images/generations", body).await.json();
    assert_eq!(picture(&json["data"][0]["b64_json"]).1, 1024);
    assert_eq!(json["created"], NOW_MS / 1000);
    assert_eq!(json["object"], "image.generation.task");
    assert_eq!(
        (&json["status"], &json["progress"]),
        (&json!("completed"), &json!(100))
    );
    assert!(json["id"].as_str().unwrap().starts_with("task-unified-"));
    assert_eq!(json["results"][0], json["data"][0]["url"]);
    assert_eq!(house.objects.len(), 1);
}
