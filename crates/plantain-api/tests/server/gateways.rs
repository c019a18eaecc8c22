//! What AtlasCloud, WisGate and Evolink's file service have of their own.

use axum::body::Body;
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plantain_core::OutputFormat;
use plantain_engine::JobSubject;
use serde_json::json;

use crate::house::{Answer, House, measure, path, request};
use crate::openai::{png, post_form};

async fn edited(house: &House) -> bool {
    house.work().await;
    let jobs = house.engine.jobs();
    matches!(jobs[0].subject, JobSubject::Edit(_))
}

#[tokio::test]
async fn atlas_predictions_are_asked_after() {
    for base in ["/api/v1/model", "/atlascloud/api/v1/model"] {
        let house = House::open().await;
        let body = r#"{"model":"google/nano-banana-2/text-to-image-developer","input":{"prompt":"a cat","resolution":"1k"}}"#;
        let made = house
            .post(&format!("{base}/generateImage"), body)
            .await
            .json();
        assert_eq!(
            (&made["code"], &made["data"]["status"]),
            (&json!(200), &json!("processing"))
        );
        // Clients look in either place.
        assert_eq!(made["id"], made["data"]["id"]);
        house.work().await;
        let place = format!("{base}/prediction/{}", made["id"].as_str().unwrap());
        let answer = house.get(&place).await;
        assert!(answer.header("x-plantain-engine").contains('/'));
        let done = answer.json();
        assert_eq!(done["data"]["status"], "completed");
        let file = house.get(&path(&done["data"]["outputs"][0])).await;
        assert_eq!(measure(&file.bytes), (OutputFormat::Png, 1024, 1024));
    }
}

#[tokio::test]
async fn atlas_answers_at_once_and_inline_when_asked() {
    let house = House::open().await;
    let body = r#"{"model":"easel","prompt":"a cat","size":"64*48","enable_sync_mode":true,"enable_base64_output":true}"#;
    let answer = tokio::select! {
        answer = house.post("/api/v1/model/generateImage", body) => answer,
        () = house.work_on() => unreachable!("work has no end"),
    };
    let done = answer.json();
    let bytes = STANDARD
        .decode(done["outputs"][0].as_str().unwrap())
        .unwrap();
    assert_eq!(measure(&bytes), (OutputFormat::Png, 64, 48));
}

#[tokio::test]
async fn atlas_takes_pictures() {
    let house = House::open().await;
    let picture = png(64, 48, [9, 90, 200, 255]);
    let file = post_form(
        &house,
        "/api/v1/model/uploadMedia",
        &[("file", Some("a.png"), &picture)],
    )
    .await
    .json();
    assert_eq!(file["url"], file["data"]["download_url"]);
    assert_eq!(file["data"]["type"], "image/png");
    let body = json!({"model": "google/nano-banana-2/edit", "prompt": "make it red", "images": [file["url"]]});
    let made = house
        .post("/api/v1/model/generateImage", &body.to_string())
        .await;
    assert_eq!(made.status, 200, "{}", made.json());
    assert!(edited(&house).await);
}

#[tokio::test]
async fn atlas_errors_have_a_message_in_either_spelling() {
    let house = House::open().await;
    let generate = "/api/v1/model/generateImage";
    let cases = [
        ("POST", generate, "{", 400, "invalid_json"),
        ("POST", generate, r#"{"prompt":"x"}"#, 400, "missing_field"),
        (
            "POST",
            generate,
            r#"{"model":"easel","prompt":["x"]}"#,
            400,
            "invalid_type",
        ),
        (
            "POST",
            generate,
            r#"{"model":"nobody/nothing","prompt":"x"}"#,
            404,
            "model_not_found",
        ),
        (
            "GET",
            "/api/v1/model/prediction/nobody",
            "",
            404,
            "unknown_task",
        ),
        (
            "POST",
            "/api/v1/model/uploadMedia",
            "{}",
            415,
            "unsupported_media_type",
        ),
        ("GET", "/atlascloud/api/v1/nothing", "", 404, "unknown_path"),
    ];
    for (method, path, body, status, code) in cases {
        let answer = send(&house, method, path, body).await;
        let json = answer.json();
        assert_eq!(
            answer.status.as_u16(),
            status,
            "{method} {path} {body}: {json}"
        );
        assert_eq!(
            (&json["code"], &json["error"]["code"]),
            (&json!(status), &json!(code))
        );
        assert!(
            json["message"].is_string() && json["message"] == json["msg"],
            "{json}"
        );
    }
}

async fn send(house: &House, method: &str, path: &str, body: &'static str) -> Answer {
    let method: Method = method.parse().unwrap();
    house
        .send(request(method, path, &[], Body::from(body)))
        .await
}

#[tokio::test]
async fn evolink_keeps_files() {
    let picture = png(64, 48, [9, 90, 200, 255]);
    let base64 = STANDARD.encode(&picture);
    for base in ["/api/v1/files", "/evolink/api/v1/files"] {
        let house = House::open().await;
        let form = post_form(
            &house,
            &format!("{base}/upload/stream"),
            &[
                ("file", Some("photo.png"), &picture),
                ("upload_path", None, b"mine"),
                ("fileName", None, b"a.png"),
            ],
        )
        .await;
        let data = form.json()["data"].clone();
        assert_eq!(
            (
                &data["file_name"],
                &data["original_name"],
                &data["upload_path"]
            ),
            (&json!("a.png"), &json!("photo.png"), &json!("mine"))
        );
        for body in [
            json!({"base64_data": base64}),
            json!({"base64Data": format!("data:image/png;base64,{base64}"), "file_name": "b.png"}),
        ] {
            let place = format!("{base}/upload/base64");
            let json = house.post(&place, &body.to_string()).await.json();
            assert_eq!(
                (&json["success"], &json["code"]),
                (&json!(true), &json!(200)),
                "{json}"
            );
            assert_eq!(
                (&json["data"]["mime_type"], &json["data"]["file_size"]),
                (&json!("image/png"), &json!(picture.len()))
            );
            assert_eq!(
                house.get(&path(&json["data"]["file_url"])).await.bytes,
                picture
            );
            assert_eq!(
                house.get(&path(&json["data"]["download_url"])).await.bytes,
                picture
            );
        }
        // A file that is kept here already, by its link.
        let body = json!({"file_url": data["file_url"]}).to_string();
        let again = house
            .post(&format!("{base}/upload/url"), &body)
            .await
            .json();
        assert_eq!(again["data"]["file_size"], picture.len());
        let body =
            json!({"prompt": "make it red", "image_urls": [data["file_url"]], "quality": "1K"});
        let made = house
            .post("/evolink/v1/images/generations", &body.to_string())
            .await;
        assert_eq!(made.status, 200, "{}", made.json());
        assert!(edited(&house).await);
    }
}

#[tokio::test]
async fn evolink_refuses_what_is_no_picture() {
    let house = House::open().await;
    let cases = [
        ("base64", r#"{}"#, 400, "base64_data"),
        ("base64", r#"{"base64_data":"!"}"#, 400, "base64_data"),
        ("base64", r#"{"base64_data":"AAAA"}"#, 400, "file"),
        ("base64", r#"{"base64_data":5}"#, 400, "base64_data"),
        (
            "url",
            r#"{"file_url":"http://10.0.0.1/a.png"}"#,
            400,
            "file_url",
        ),
        ("url", r#"{}"#, 400, "file_url"),
    ];
    for (way, body, status, field) in cases {
        let answer = house
            .post(&format!("/api/v1/files/upload/{way}"), body)
            .await;
        let json = answer.json();
        assert_eq!(
            (answer.status.as_u16(), &json["error"]["param"]),
            (status, &json!(field)),
            "{body}: {json}"
        );
    }
    let answer = house.post("/api/v1/files/upload/stream", "{}").await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["error"]["reason"]),
        (415, &json!("unsupported_media_type"))
    );
}

#[tokio::test]
async fn wisgate_speaks_googles_dialect_below_its_own_base() {
    let house = House::open().await;
    let body = r#"{"contents":[{"parts":[{"text":"a cat"}]}],"tools":[{"google_search":{}}],
        "generationConfig":{"responseModalities":["TEXT","IMAGE"],"imageConfig":{"aspectRatio":"1:1","imageSize":"0.5K"}}}"#;
    for base in ["/wisgate/v1beta", "/v1beta"] {
        let call = format!("{base}/models/gemini-3.1-flash-image-preview:generateContent");
        let answer = house
            .post_with(&call, &[("x-goog-api-key", "k")], body)
            .await;
        let json = answer.json();
        let parts = json["candidates"][0]["content"]["parts"]
            .as_array()
            .unwrap();
        let image = parts
            .iter()
            .find_map(|part| part["inlineData"]["data"].as_str())
            .unwrap();
        assert_eq!(measure(&STANDARD.decode(image).unwrap()).1, 512, "{base}");
    }
}
