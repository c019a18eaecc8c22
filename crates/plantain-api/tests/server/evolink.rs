//! `/v1/images/generate`, the route of the published guides.

use axum::http::StatusCode;
use plantain_core::OutputFormat;

use crate::house::{House, measure, path, picture};

#[tokio::test]
async fn the_first_guide_reads_a_list_of_base64() {
    let house = House::open().await;
    let body = r#"{"model":"gemini-3.1-flash-image-preview","prompt":"A product dashboard UI screenshot","size":"1024x1024"}"#;
    for path in ["/v1/images/generate", "/evolink/v1/images/generate"] {
        let json = house.post(path, body).await.json();
        assert_eq!(
            picture(&json["data"][0]["b64_json"]),
            (OutputFormat::Png, 1024, 1024)
        );
        assert_eq!(json["model"], "gemini-3.1-flash-image-preview");
    }
    assert!(house.objects.is_empty());
}

#[tokio::test]
async fn the_second_guide_reads_one_object_with_a_link() {
    let house = House::open().await;
    let body = r#"{"model":"gemini-3.1-flash-image-preview","prompt":"minimalist product label, 4K","resolution":"3840x2160","format":"png"}"#;
    let json = house.post("/v1/images/generate", body).await.json();
    let data = &json["data"];
    assert_eq!(
        (data["width"].as_u64(), data["height"].as_u64()),
        (Some(3840), Some(2160))
    );
    assert_eq!(data["content_type"], "image/png");
    assert!(json.get("images").is_none());
    let fetched = house.get(&path(&data["url"])).await;
    assert_eq!(measure(&fetched.bytes), (OutputFormat::Png, 3840, 2160));
}

#[tokio::test]
async fn further_pictures_stand_beside_the_object() {
    let house = House::open().await;
    let body = r#"{"prompt":"a cat","resolution":"512","n":3}"#;
    let json = house.post("/v1/images/generate", body).await.json();
    assert_eq!(json["images"].as_array().unwrap().len(), 2);
    assert_eq!(house.objects.len(), 3);
}

#[tokio::test]
async fn response_format_decides_first() {
    let house = House::open().await;
    let body = r#"{"prompt":"a cat","resolution":"512","response_format":"url"}"#;
    let json = house.post("/v1/images/generate", body).await.json();
    assert!(json["data"][0]["url"].is_string());
    let body = r#"{"prompt":"a cat","resolution":"512","response_format":"b64_json"}"#;
    let answer = house.post("/v1/images/generate", body).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(picture(&answer.json()["data"][0]["b64_json"]).1, 512);
}
