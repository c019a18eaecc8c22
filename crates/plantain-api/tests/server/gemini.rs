//! Gemini's dialect.

use axum::http::StatusCode;
use plantain_core::OutputFormat;
use serde_json::{Value, json};

use crate::house::{House, picture};

const VERSIONS: [&str; 6] = [
    "/v1",
    "/v1beta",
    "/v1alpha",
    "/gemini/v1",
    "/gemini/v1beta",
    "/gemini/v1alpha",
];

fn body(config: Value) -> String {
    json!({
        "contents": [{"role": "user", "parts": [{"text": "a cat"}]}],
        "generationConfig": config,
    })
    .to_string()
}

fn small() -> Value {
    json!({"imageConfig": {"imageSize": "512"}})
}

#[tokio::test]
async fn every_version_draws() {
    let house = House::open().await;
    for version in VERSIONS {
        let path = format!("{version}/models/gemini-3.1-flash-image-preview:generateContent");
        let answer = house.post(&path, &body(small())).await;
        assert_eq!(answer.status, StatusCode::OK, "{version}");
        let json = answer.json();
        let candidate = &json["candidates"][0];
        assert_eq!(candidate["finishReason"], "STOP");
        assert_eq!(candidate["content"]["role"], "model");
        let parts = candidate["content"]["parts"].as_array().unwrap();
        assert_eq!(
            parts.len(),
            1,
            "without thoughts and text the picture is the only part"
        );
        let data = &parts[0]["inlineData"];
        assert_eq!(data["mimeType"], "image/png");
        assert_eq!(picture(&data["data"]), (OutputFormat::Png, 512, 512));
        assert!(parts[0]["thoughtSignature"].is_string());
        assert_eq!(json["modelVersion"], "easel-test");
        let usage = &json["usageMetadata"];
        assert_eq!(usage["promptTokenCount"], 2);
        assert_eq!(usage["candidatesTokenCount"], 747);
        assert_eq!(usage["totalTokenCount"], 749);
    }
}

#[tokio::test]
async fn thoughts_and_text_come_when_they_are_asked_for() {
    let house = House::open().await;
    let config = json!({
        "responseModalities": ["TEXT", "IMAGE"],
        "thinkingConfig": {"include_thoughts": true, "thinking_level": "HIGH"},
        "imageConfig": {"imageSize": "512"},
        "candidateCount": 2,
    });
    let path = "/v1beta/models/gemini-3.1-flash-image:generateContent";
    let json = house.post(path, &body(config)).await.json();
    assert_eq!(json["candidates"].as_array().unwrap().len(), 2);
    let parts = json["candidates"][1]["content"]["parts"]
        .as_array()
        .unwrap();
    assert_eq!(parts[0]["thought"], true);
    assert!(parts[0]["text"].as_str().unwrap().contains("canvas"));
    assert!(
        parts[1]["text"]
            .as_str()
            .unwrap()
            .contains("A picture of a cat")
    );
    assert!(parts[1].get("thought").is_none());
    assert!(parts[2]["inlineData"].is_object());
    assert!(
        json["usageMetadata"]["thoughtsTokenCount"]
            .as_u64()
            .unwrap()
            > 0
    );
}

#[tokio::test]
async fn streams_are_events_or_a_list() {
    let house = House::open().await;
    let config =
        json!({"imageConfig": {"imageSize": "512"}, "thinkingConfig": {"includeThoughts": true}});
    let path = "/v1beta/models/gemini-3.1-flash-image:streamGenerateContent";
    let answer = house
        .post(&format!("{path}?alt=sse"), &body(config.clone()))
        .await;
    assert_eq!(answer.header("content-type"), "text/event-stream");
    let text = String::from_utf8(answer.bytes.to_vec()).unwrap();
    assert!(
        !text
            .lines()
            .any(|line| line.starts_with(':') || line.starts_with("event"))
    );
    let frames: Vec<Value> = text
        .split_terminator("\n\n")
        .map(|frame| serde_json::from_str(frame.strip_prefix("data: ").unwrap()).unwrap())
        .collect();
    let list = house.post(path, &body(config)).await.json();
    for frames in [&frames, list.as_array().unwrap()] {
        assert_eq!(frames.len(), 2);
        assert_eq!(
            frames[0]["candidates"][0]["content"]["parts"][0]["thought"],
            true
        );
        assert!(frames[0]["candidates"][0].get("finishReason").is_none());
        assert_eq!(frames[1]["candidates"][0]["finishReason"], "STOP");
        assert!(frames[1]["usageMetadata"].is_object());
    }
}

#[tokio::test]
async fn tokens_are_counted() {
    let house = House::open().await;
    let path = "/v1/models/gemini-3.1-flash-image:countTokens";
    let bare = r#"{"contents":[{"parts":[{"text":"one two three"}]}]}"#;
    let wrapped = format!(r#"{{"generateContentRequest":{bare}}}"#);
    for body in [bare, &wrapped] {
        let json = house.post(path, body).await.json();
        assert_eq!(json["totalTokens"], 4, "thirteen characters");
    }
    let unknown = house.post("/v1/models/nope:countTokens", bare).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn models_come_in_pages() {
    let house = House::open().await;
    let mut names = Vec::new();
    let mut token = String::new();
    loop {
        let path = format!("/v1beta/models?pageSize=7&pageToken={token}");
        let json = house.get(&path).await.json();
        let models = json["models"].as_array().unwrap();
        assert!(models.len() <= 7);
        names.extend(
            models
                .iter()
                .map(|model| model["name"].as_str().unwrap().to_owned()),
        );
        match json["nextPageToken"].as_str() {
            Some(next) => token = next.to_owned(),
            None => break,
        }
    }
    assert!(names.contains(&"models/gemini-3.1-flash-image-preview".to_owned()));
    let unique: std::collections::BTreeSet<_> = names.iter().collect();
    assert_eq!(unique.len(), names.len());
    let bad = house.get("/v1beta/models?pageToken=900").await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
    let one = house
        .get("/v1beta/models/gemini-3.1-flash-image")
        .await
        .json();
    assert_eq!(one["name"], "models/gemini-3.1-flash-image");
}

#[tokio::test]
async fn v1_models_belong_to_google_when_its_headers_say_so() {
    let house = House::open().await;
    let ask = |path: &'static str, headers: &'static [(&str, &str)]| {
        crate::house::request(axum::http::Method::GET, path, headers, "".into())
    };
    let json = house
        .send(ask("/v1/models", &[("x-goog-api-key", "k")]))
        .await
        .json();
    assert!(json["models"].is_array());
    let json = house
        .send(ask("/v1/models/easel", &[("x-goog-api-client", "x")]))
        .await
        .json();
    assert_eq!(json["name"], "models/easel");
    let json = house
        .send(ask("/v1/models", &[("authorization", "Bearer k")]))
        .await
        .json();
    assert_eq!(json["object"], "list");
}
