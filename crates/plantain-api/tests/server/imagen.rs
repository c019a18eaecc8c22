//! Imagen's call in AI Studio's and Vertex's paths, and Vertex's other calls.

use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plantain_core::{OutputFormat, Pixels};
use plantain_image::{Coding, EncodeOptions, Metadata, encode};
use serde_json::{Value, json};

use crate::house::{House, picture};

const VERTEX: [&str; 8] = [
    "/v1/projects/p/locations/us-central1/publishers/google/models/",
    "/v1beta1/projects/p/locations/global/publishers/google/models/",
    "/vertex/v1/projects/p/locations/l/publishers/google/models/",
    "/vertex/v1beta1/projects/p/locations/l/publishers/google/models/",
    "/v1/publishers/google/models/",
    "/v1beta1/publishers/google/models/",
    "/vertex/v1/publishers/google/models/",
    "/vertex/v1beta1/publishers/google/models/",
];

/// A PNG of one grey, as base64.
fn png(width: u32, height: u32, grey: u8) -> String {
    let pixels = Pixels {
        width,
        height,
        rgba: [grey, grey, grey, 255].repeat((width * height) as usize),
        opaque: true,
    };
    let options = EncodeOptions {
        coding: Coding::Png,
        metadata: Metadata::default(),
    };
    STANDARD.encode(encode(&pixels, &options).unwrap())
}

#[tokio::test]
async fn vertex_paths_do_what_the_others_do() {
    let house = House::open().await;
    let content = json!({"contents": [{"role": "user", "parts": [{"text": "a cat"}]}],
        "generationConfig": {"imageConfig": {"imageSize": "512"}}});
    let imagen = json!({"instances": [{"prompt": "a cat"}], "parameters": {"aspectRatio": "16:9", "sampleCount": 2}});
    for base in VERTEX {
        let path = format!("{base}gemini-3.1-flash-image:generateContent");
        let json = house.post(&path, &content.to_string()).await.json();
        let data = &json["candidates"][0]["content"]["parts"][0]["inlineData"]["data"];
        assert_eq!(picture(data), (OutputFormat::Png, 512, 512), "{base}");

        let path = format!("{base}gemini-3.1-flash-image:streamGenerateContent?alt=sse");
        let answer = house.post(&path, &content.to_string()).await;
        assert!(answer.bytes.starts_with(b"data: {"), "{base}");

        let path = format!("{base}gemini-3.1-flash-image:countTokens");
        let json = house.post(&path, &content.to_string()).await.json();
        assert_eq!(json["totalTokens"], 2, "{base}");

        let path = format!("{base}imagen-4.0-generate-001:predict");
        let json = house.post(&path, &imagen.to_string()).await.json();
        let predictions = json["predictions"].as_array().unwrap();
        assert_eq!(predictions.len(), 2);
        let found = picture(&predictions[1]["bytesBase64Encoded"]);
        assert_eq!(found, (OutputFormat::Png, 1376, 768), "{base}");

        let list = house
            .get(&format!("{}?pageSize=2", base.trim_end_matches('/')))
            .await;
        let list = list.json();
        assert_eq!(
            list["publisherModels"].as_array().unwrap().len(),
            2,
            "{base}"
        );
        assert_eq!(list["nextPageToken"], "2");
        let one = house
            .get(&format!("{base}gemini-3.1-flash-image"))
            .await
            .json();
        assert_eq!(
            one["name"],
            "publishers/google/models/gemini-3.1-flash-image"
        );

        let path = format!("{base}gemini-nothing:generateContent");
        let missing = house.post(&path, &content.to_string()).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
        assert_eq!(missing.json()["error"]["status"], "NOT_FOUND", "{base}");
    }
}

async fn predict(house: &House, body: &Value) -> Value {
    let path = "/v1beta1/projects/p/locations/l/publishers/google/models/imagen-3.0-capability-001:predict";
    let answer = house.post(path, &body.to_string()).await;
    let mut json = answer.json();
    json["notes"] = answer.header("x-plantain-notes").into();
    json
}

#[tokio::test]
async fn edits_reach_the_engine_with_their_mask() {
    let house = House::open().await;
    let raw = json!({"referenceType": "REFERENCE_TYPE_RAW", "referenceId": 1,
        "referenceImage": {"bytesBase64Encoded": png(8, 4, 90)}});
    let mask = json!({"referenceType": "REFERENCE_TYPE_MASK", "referenceId": 2,
        "referenceImage": {"bytesBase64Encoded": png(8, 4, 1)},
        "maskImageConfig": {"maskMode": "MASK_MODE_USER_PROVIDED", "dilation": 0.1}});
    let json = predict(
        &house,
        &json!({"instances": [{"prompt": "a hat", "referenceImages": [raw, mask]}],
            "parameters": {"editMode": "EDIT_MODE_INPAINT_REMOVAL", "negativePrompt": "blur"}}),
    )
    .await;
    assert!(
        json["predictions"][0]["bytesBase64Encoded"].is_string(),
        "{json}"
    );
    assert!(
        json["notes"]
            .as_str()
            .unwrap()
            .ends_with("negative_prompt,edit_prompt")
    );
    let jobs = house.engine.jobs();
    let text = format!("{:?}", jobs.last().unwrap().subject);
    assert!(text.contains("remove the masked area"), "{text}");
    // Whatever is not black is repainted, wholly.
    assert!(text.contains("Mask 8x4, 1.000"), "{text}");
}

#[tokio::test]
async fn enlarging_says_by_how_much() {
    let house = House::open().await;
    let json = predict(
        &house,
        &json!({"instances": [{"image": {"bytesBase64Encoded": png(8, 4, 90)}}],
            "parameters": {"mode": "upscale", "upscaleConfig": {"upscaleFactor": "x4"}}}),
    )
    .await;
    assert!(
        json["predictions"][0]["bytesBase64Encoded"].is_string(),
        "{json}"
    );
    let text = format!("{:?}", house.engine.jobs().last().unwrap().subject);
    assert!(text.contains("upscale 4x"), "{text}");
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let house = House::open().await;
    for (body, field) in [
        (json!({}), "instances"),
        (
            json!({"instances": [{"prompt": "a"}], "parameters": {"storageUri": "gs://a"}}),
            "parameters.storageUri",
        ),
        (
            json!({"instances": [{"prompt": "a", "referenceImages": [{"referenceType": "REFERENCE_TYPE_MASK",
                "maskImageConfig": {"maskMode": "MASK_MODE_USER_PROVIDED"}}]}]}),
            "instances[0].referenceImages[0].referenceImage",
        ),
        (
            json!({"instances": [{"prompt": "a", "referenceImages": [{"referenceImage": {"bytesBase64Encoded": "?"}}]}]}),
            "instances[0].referenceImages[0].bytesBase64Encoded",
        ),
    ] {
        let error = predict(&house, &body).await;
        let error = &error["error"];
        assert_eq!(error["code"], 400, "{body}");
        let violation = &error["details"][1]["fieldViolations"][0];
        assert_eq!(violation["field"], field, "{error}");
    }
}
