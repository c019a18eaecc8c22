//! fal's dialect: runs, the queue, uploads, webhooks, the proxy mode of its JavaScript client.

use axum::body::Body;
use axum::http::Method;
use plantain_core::{Id, OutputFormat};
use plantain_engine::{EngineError, JobSubject};
use plantain_testkit::Behaviour;
use serde_json::{Value, json};

use crate::house::{House, measure, path, request};
use crate::openai::{events, png};

const MODEL: &str = "fal-ai/nano-banana-2";
const POSTER: &str = r#"{"prompt":"poster \"HELLO\"","resolution":"0.5K"}"#;

async fn submit(house: &House, query: &str, body: &str) -> Value {
    let answer = house
        .post(&format!("/fal/queue/{MODEL}{query}"), body)
        .await;
    assert_eq!(answer.status, 200, "{}", answer.json());
    answer.json()
}

#[tokio::test]
async fn a_run_answers_with_links() {
    let house = House::open().await;
    for place in [
        "/fal/fal-ai/nano-banana-2",
        "/fal-ai/gemini-flash-image",
        "/fal/plantain/easel",
    ] {
        let answer = house.post(place, r#"{"prompt":"a cat","num_images":2,"seed":7,"enable_web_search":true,"nonsense":[1]}"#).await;
        assert_eq!(answer.status, 200, "{}", answer.json());
        let json = answer.json();
        let image = &json["images"][1];
        assert_eq!(
            (&image["width"], &image["content_type"]),
            (&json!(1024), &json!("image/png"))
        );
        assert_eq!(image["file_name"], "output_1.png");
        assert_eq!(json["seed"], 7);
        let file = house.get(&path(&image["url"])).await;
        assert_eq!(measure(&file.bytes), (OutputFormat::Png, 1024, 1024));
        assert_eq!(image["file_size"], file.bytes.len());
        assert!(answer.header("x-fal-request-id").starts_with("task_"));
        assert_eq!(answer.header("x-fal-billable-units"), "2");
        assert!(answer.header("x-plantain-engine").contains('/'));
        assert!(
            answer
                .header("x-plantain-notes")
                .contains("search_not_honoured")
        );
    }
}

#[tokio::test]
async fn sync_mode_answers_with_the_pictures_and_keeps_nothing() {
    let house = House::open().await;
    let json = house
        .post(
            "/fal/fal-ai/nano-banana-2",
            r#"{"prompt":"a cat","sync_mode":true,"output_format":"jpeg"}"#,
        )
        .await
        .json();
    let url = json["images"][0]["url"].as_str().unwrap();
    assert!(
        url.starts_with("data:image/jpeg;base64,/9j/"),
        "{}",
        &url[..40]
    );
    assert!(house.objects.is_empty());
}

#[tokio::test]
async fn a_stream_has_the_output_as_its_event() {
    let house = House::open().await;
    let answer = house.post("/fal/fal-ai/nano-banana-2/stream", POSTER).await;
    assert!(!answer.header("x-fal-request-id").is_empty());
    let events = events(&answer);
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].1["images"][0]["width"], 512);
    // What fails before the first event is an ordinary error.
    let answer = house.post("/fal/fal-ai/nano-banana-2/stream", "{}").await;
    assert_eq!(answer.status, 422);
}

#[tokio::test]
async fn a_request_is_followed_from_queue_to_result() {
    let house = House::open().await;
    let json = submit(&house, "", POSTER).await;
    assert_eq!(
        (&json["status"], &json["queue_position"]),
        (&json!("IN_QUEUE"), &json!(0))
    );
    let id = json["request_id"].as_str().unwrap();
    let base = format!("/fal/queue/{MODEL}/requests/{id}");
    assert_eq!(path(&json["response_url"]), base);
    assert_eq!(path(&json["cancel_url"]), format!("{base}/cancel"));
    let status = house.get(&format!("{base}/status?logs=1")).await.json();
    assert_eq!(
        (
            &status["status"],
            &status["queue_position"],
            &status["logs"]
        ),
        (&json!("IN_QUEUE"), &json!(0), &json!([]))
    );
    let early = house.get(&base).await;
    assert_eq!(
        (early.status.as_u16(), early.header("x-fal-error-type")),
        (400, "task_not_finished")
    );
    house.work().await;
    let status = house.get(&format!("{base}/status?logs=true")).await.json();
    assert_eq!(status["status"], "COMPLETED");
    assert!(status["metrics"]["inference_time"].is_number());
    assert!(
        status["logs"]
            .as_array()
            .unwrap()
            .iter()
            .any(|log| log["message"].as_str().unwrap().contains("drawn by")),
        "{status}"
    );
    assert_eq!(
        house.get(&format!("{base}/status")).await.json()["logs"],
        json!([])
    );
    let told = events(&house.get(&format!("{base}/status/stream?logs=0")).await);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].1["status"], "COMPLETED");
    // The id alone names it, wherever the client asks.
    for base in [
        base.clone(),
        format!("/fal-ai/anything/requests/{id}"),
        format!("{base}/response"),
    ] {
        let answer = house.get(&base).await;
        assert_eq!(answer.header("x-fal-request-id"), id);
        assert!(answer.header("x-plantain-engine").contains('/'));
        let json = answer.json();
        let file = house.get(&path(&json["images"][0]["url"])).await;
        assert_eq!(measure(&file.bytes).1, 512);
    }
    let ended = house
        .call("PUT", &format!("{base}/cancel"), &[], Body::empty())
        .await;
    assert_eq!(
        (ended.status.as_u16(), &ended.json()["status"]),
        (400, &json!("ALREADY_COMPLETED"))
    );
}

#[tokio::test]
async fn a_request_is_cancelled() {
    let house = House::open().await;
    let json = submit(&house, "", POSTER).await;
    let answer = house
        .call("PUT", &path(&json["cancel_url"]), &[], Body::empty())
        .await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["status"]),
        (202, &json!("CANCELLATION_REQUESTED"))
    );
    let status = house.get(&path(&json["status_url"])).await.json();
    assert_eq!(
        (&status["status"], &status["error_type"]),
        (&json!("COMPLETED"), &json!("cancelled"))
    );
    assert_eq!(house.get(&path(&json["response_url"])).await.status, 499);
    let unknown = house
        .call(
            "PUT",
            "/fal/queue/fal-ai/x/requests/nobody/cancel",
            &[],
            Body::empty(),
        )
        .await;
    assert_eq!(unknown.status, 404);
}

#[tokio::test]
async fn terms_are_kept_with_the_task() {
    let house = House::open().await;
    let headers = [
        ("x-fal-queue-priority", "low"),
        ("x-fal-request-timeout", "30.0"),
        ("idempotency-key", "once"),
        ("x-fal-store-io", "0"),
    ];
    let path = format!("/fal/queue/{MODEL}");
    let first = house.post_with(&path, &headers, POSTER).await.json();
    let again = house.post_with(&path, &headers, POSTER).await.json();
    assert_eq!(first["request_id"], again["request_id"]);
    let other = house
        .post_with(&path, &headers, r#"{"prompt":"another"}"#)
        .await;
    assert_eq!(other.status, 409);
    let task = house.task(&first["request_id"]).await;
    assert_eq!((task.protocol.as_str(), task.priority), ("fal", 10));
    assert_eq!(task.start_by_ms, Some(task.created_ms + 30_000));
    let full = house
        .post(&format!("{path}?fal_max_queue_length=0"), POSTER)
        .await;
    assert_eq!(
        (full.status.as_u16(), full.header("x-fal-error-type")),
        (429, "rate_limit_exceeded")
    );
}

/// Returns the link to a file that was sent to a promised place, as the JavaScript client does.
async fn uploaded(house: &House, rest: &str) -> String {
    let body = r#"{"file_name":"a b.png","content_type":"image/png"}"#;
    let json = house
        .post(
            &format!("{rest}/storage/upload/initiate?storage_type=fal-cdn-v3"),
            body,
        )
        .await
        .json();
    let early = house.get(&path(&json["file_url"])).await;
    assert_eq!(early.status, 404);
    let place = path(&json["upload_url"]);
    let headers = [("content-type", "image/png")];
    let sent = house
        .call(
            "PUT",
            &place,
            &headers,
            Body::from(png(64, 48, [9, 90, 200, 255])),
        )
        .await;
    assert_eq!(sent.status, 200);
    json["file_url"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_uploaded_file_is_edited() {
    let house = House::with(Behaviour::Draw, true).await;
    let url = uploaded(&house, "/fal/rest").await;
    let file = house.get(&path(&url.as_str().into())).await;
    assert_eq!(measure(&file.bytes), (OutputFormat::Png, 64, 48));
    assert_eq!(file.header("content-disposition"), "attachment");
    let body = json!({"prompt": "make it black and white", "image_urls": [url]}).to_string();
    let answer = house.post("/fal/fal-ai/nano-banana-2/edit", &body).await;
    assert_eq!(answer.status, 200, "{}", answer.json());
    let jobs = house.engine.jobs();
    assert!(matches!(jobs[0].subject, JobSubject::Edit(_)), "{jobs:?}");
    // A link of another dialect's leads to the same file.
    let body = json!({"prompt": "make it black and white", "image": url}).to_string();
    let answer = house.post("/plantain/v1/images/edit", &body).await;
    assert_eq!(answer.status, 200, "{}", answer.json());
    let forged = url.replace("/u/", "/u/x");
    let body = json!({"prompt": "make it red", "image_urls": [forged]}).to_string();
    let answer = house.post("/fal/fal-ai/nano-banana-2/edit", &body).await;
    assert_eq!(answer.status, 404, "{}", answer.json());
}

#[tokio::test]
async fn files_come_with_a_token_and_in_parts() {
    let house = House::open().await;
    let token = house
        .post("/fal/rest/storage/auth/token", "{}")
        .await
        .json();
    assert_eq!(token["base_url"], "http://127.0.0.1:8080/fal/cdn");
    assert!(token["expires_at"].as_str().unwrap().ends_with("+00:00"));
    let bearer = format!("Bearer {}", token["token"].as_str().unwrap());
    let headers = [
        ("authorization", &*bearer),
        ("content-type", "image/png"),
        ("x-fal-file-name", "a.png"),
    ];
    let picture = png(32, 32, [1, 2, 3, 255]);
    let whole = house
        .call(
            "POST",
            "/fal/cdn/files/upload",
            &headers,
            Body::from(picture.clone()),
        )
        .await
        .json();
    assert_eq!(house.get(&path(&whole["access_url"])).await.bytes, picture);

    let begun = house
        .call(
            "POST",
            "/fal/cdn/files/upload/multipart",
            &headers,
            Body::empty(),
        )
        .await
        .json();
    let (first, second) = picture.split_at(10);
    let place = format!(
        "{}/multipart/{}",
        path(&begun["access_url"]),
        begun["uploadId"].as_str().unwrap()
    );
    let mut parts = Vec::new();
    for (number, bytes) in [(2, second), (1, first)] {
        let sent = house
            .call(
                "PUT",
                &format!("{place}/{number}"),
                &headers,
                Body::from(bytes.to_vec()),
            )
            .await;
        parts.push(json!({"partNumber": number, "etag": sent.header("etag")}));
    }
    let wrong = json!({"parts": [{"partNumber": 1, "etag": "x"}]}).to_string();
    let done = format!("{place}/complete");
    let refused = house.call("POST", &done, &headers, wrong.into()).await;
    assert_eq!(refused.status, 422);
    let answer = house
        .call(
            "POST",
            &done,
            &headers,
            json!({"parts": parts}).to_string().into(),
        )
        .await;
    assert_eq!(answer.status, 200, "{}", answer.json());
    assert_eq!(house.get(&path(&begun["access_url"])).await.bytes, picture);

    // The JavaScript client's way.
    let begun = house
        .post(
            "/fal/rest/storage/upload/initiate-multipart",
            r#"{"file_name":"a.png"}"#,
        )
        .await
        .json();
    let place = path(&begun["upload_url"]);
    let sent = house
        .call(
            "PUT",
            &format!("{place}/1"),
            &[],
            Body::from(picture.clone()),
        )
        .await
        .json();
    let list = json!({"parts": [sent]}).to_string();
    assert_eq!(
        house
            .call("POST", &format!("{place}/complete"), &[], list.into())
            .await
            .status,
        200
    );
    assert_eq!(house.get(&path(&begun["file_url"])).await.bytes, picture);
}

#[tokio::test]
async fn a_link_to_a_file_is_no_permission_to_change_it() {
    let house = House::with(Behaviour::Draw, false).await;
    let (mine, theirs) = (house.key("mine").await, house.key("theirs").await);
    let auth = |key: &str| format!("Key {key}");
    let (mine, theirs) = (auth(&mine), auth(&theirs));
    let begin = |key: String| {
        let house = &house;
        async move {
            let headers = [("authorization", &*key)];
            house
                .call(
                    "POST",
                    "/fal/cdn/files/upload/multipart",
                    &headers,
                    Body::empty(),
                )
                .await
        }
    };
    assert_eq!(begin("Key nonsense".to_owned()).await.status, 401);
    let begun = begin(mine.clone()).await.json();
    let place = format!(
        "{}/multipart/{}/1",
        path(&begun["access_url"]),
        begun["uploadId"].as_str().unwrap()
    );
    for (key, status) in [(&theirs, 404), (&mine, 200)] {
        let headers = [("authorization", key.as_str())];
        let answer = house.call("PUT", &place, &headers, Body::from("x")).await;
        assert_eq!(answer.status.as_u16(), status);
    }
    let answer = house.call("PUT", &place, &[], Body::from("x")).await;
    assert_eq!(answer.status, 401);
    // A token opens nothing but uploads.
    let headers = [("authorization", mine.as_str())];
    let token = house
        .call(
            "POST",
            "/fal/rest/storage/auth/token",
            &headers,
            "{}".into(),
        )
        .await
        .json();
    let bearer = format!("Bearer {}", token["token"].as_str().unwrap());
    let headers = [("authorization", bearer.as_str())];
    let answer = house
        .call("POST", "/fal/fal-ai/nano-banana-2", &headers, POSTER.into())
        .await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn webhooks_are_signed_for_the_published_key() {
    let broken = Behaviour::Fail(EngineError::NotUnderstood {
        words: vec!["flurb".to_owned()],
    });
    for (behaviour, status) in [(Behaviour::Draw, "OK"), (broken, "ERROR")] {
        let house = House::with(behaviour, true).await;
        let json = submit(
            &house,
            "?fal_webhook=https%3A%2F%2Fexample.com%2Fhook",
            POSTER,
        )
        .await;
        house.work().await;
        let id = Id::from_stored(json["request_id"].as_str().unwrap());
        let record = house.server.app.tasks.record();
        let task = record.get(&id).await.unwrap().unwrap();
        let message = record
            .messages(&plantain_store::MessageFilter {
                task: Some(id.clone()),
                limit: 1,
                ..Default::default()
            })
            .await
            .unwrap()
            .remove(0);
        assert_eq!(message.url, "https://example.com/hook");
        let letter = house.server.letter(&message, Some(&task)).await.unwrap();
        let header = |name: &str| {
            let found = letter.headers.iter().find(|(known, _)| known == name);
            found.unwrap().1.clone()
        };
        let body: Value = serde_json::from_slice(&letter.body).unwrap();
        assert_eq!(
            (&body["status"], &body["request_id"]),
            (&json!(status), &json["request_id"])
        );
        if status == "ERROR" {
            assert_eq!(body["error"], "Invalid status code: 422");
            assert!(body["payload"]["detail"][0]["msg"].is_string(), "{body}");
        } else {
            assert!(body["payload"]["images"][0]["url"].is_string());
        }
        verify(&house, &letter.body, header).await;
    }
}

/// Verifies a letter as fal's documentation says.
async fn verify(house: &House, body: &[u8], header: impl Fn(&str) -> String) {
    use base64::Engine as _;
    use sha2::Digest;
    let keys = house.get("/.well-known/jwks.json").await.json();
    let key = base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(keys["keys"][0]["x"].as_str().unwrap())
        .unwrap();
    let hex = |bytes: &[u8]| {
        bytes
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    let message = [
        header("x-fal-webhook-request-id"),
        header("x-fal-webhook-user-id"),
        header("x-fal-webhook-timestamp"),
        hex(&sha2::Sha256::digest(body)),
    ]
    .join("\n");
    let signature = header("x-fal-webhook-signature");
    let bytes: Vec<u8> = (0..signature.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&signature[at..at + 2], 16).unwrap())
        .collect();
    let public = ring::signature::UnparsedPublicKey::new(&ring::signature::ED25519, key);
    public.verify(message.as_bytes(), &bytes).unwrap();
}

#[tokio::test]
async fn the_proxy_understands_addresses_and_fetches_none() {
    let house = House::open().await;
    let through = |method: Method, target: &'static str, body: &'static str| {
        let headers = [("x-fal-target-url", target)];
        house.send(request(method, "/api/fal/proxy", &headers, body.into()))
    };
    let json = through(
        Method::POST,
        "https://queue.fal.run/fal-ai/nano-banana-2",
        POSTER,
    )
    .await
    .json();
    assert!(
        json["request_id"].as_str().unwrap().starts_with("task_"),
        "{json}"
    );
    let run = through(Method::POST, "https://fal.run/fal-ai/nano-banana-2", POSTER).await;
    assert_eq!(run.status, 200);
    for target in [
        "https://evil.example/fal-ai/x",
        "http://fal.run/fal-ai/x",
        "https://127.0.0.1/",
    ] {
        let answer = through(Method::POST, target, POSTER).await;
        assert_eq!(answer.status, 422, "{target}");
        assert_eq!(
            answer.json()["detail"][0]["loc"],
            json!(["header", "x-fal-target-url"])
        );
    }
}

#[tokio::test]
async fn errors_have_fals_shape() {
    let house = House::open().await;
    let run = "/fal/fal-ai/nano-banana-2";
    let cases = [
        ("POST", run, "{}", 422, "missing"),
        ("POST", run, "{", 422, "json_invalid"),
        ("POST", run, "", 422, "json_invalid"),
        ("POST", run, "[1]", 422, "type_error"),
        ("POST", run, r#"{"prompt":["a"]}"#, 422, "type_error"),
        (
            "POST",
            run,
            r#"{"prompt":"a","num_images":0}"#,
            422,
            "value_error",
        ),
        (
            "POST",
            "/fal/fal-ai/nano-banana-2/edit",
            r#"{"prompt":"a"}"#,
            422,
            "missing",
        ),
        (
            "POST",
            "/fal/fal-ai/nano-banana-2/edit",
            r#"{"prompt":"a","image_urls":["http://10.0.0.1/a.png"]}"#,
            422,
            "file_download_error",
        ),
        (
            "POST",
            run,
            r#"{"prompt":"Explicit pornographic photo of naked adults having sex"}"#,
            422,
            "content_policy_violation",
        ),
        (
            "POST",
            "/fal/queue/fal-ai/nano-banana-2",
            r#"{"prompt":"Explicit pornographic photo of naked adults having sex"}"#,
            422,
            "content_policy_violation",
        ),
        (
            "POST",
            "/fal/queue/fal-ai/nano-banana-2?fal_webhook=http%3A%2F%2F10.0.0.1",
            POSTER,
            422,
            "value_error",
        ),
        (
            "POST",
            "/fal/queue/fal-ai/nano-banana-2?fal_max_queue_length=x",
            POSTER,
            422,
            "value_error",
        ),
        (
            "POST",
            "/fal/fal-ai/no-such-model",
            POSTER,
            404,
            "model_not_found",
        ),
        ("POST", "/fal/nothing", POSTER, 404, "unknown_endpoint"),
        ("GET", run, "", 404, "unknown_path"),
        (
            "GET",
            "/fal/queue/fal-ai/x/requests/nobody",
            "",
            404,
            "unknown_task",
        ),
        (
            "GET",
            "/fal/queue/fal-ai/x/requests/nobody/status",
            "",
            404,
            "unknown_task",
        ),
        (
            "GET",
            "/fal/queue/fal-ai/x/requests/nobody/status/stream",
            "",
            404,
            "unknown_task",
        ),
        ("PUT", "/fal/cdn/put/forged", "x", 404, "unknown_link"),
        (
            "POST",
            "/fal/rest/storage/upload/initiate",
            r#"{"file_name":5}"#,
            422,
            "type_error",
        ),
    ];
    for (method, path, body, status, word) in cases {
        let answer = house.call(method, path, &[], body.into()).await;
        assert_eq!(
            answer.status.as_u16(),
            status,
            "{method} {path} {body}: {}",
            answer.json()
        );
        assert_eq!(
            answer.header("x-fal-error-type"),
            word,
            "{method} {path} {body}"
        );
        assert_eq!(answer.header("content-type"), "application/json");
        assert!(!answer.header("x-fal-request-id").is_empty());
        let detail = &answer.json()["detail"];
        match status {
            422 => assert!(
                detail[0]["msg"].is_string() && detail[0]["loc"].is_array(),
                "{detail}"
            ),
            _ => assert!(detail.is_string(), "{detail}"),
        }
    }
    let long = "x".repeat(101 << 20);
    let answer = house.call("POST", run, &[], long.into()).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("x-fal-error-type")),
        (413, "body_too_large")
    );
    let closed = House::with(Behaviour::Draw, false).await;
    let answer = closed
        .post_with(run, &[("authorization", "Key wrong")], POSTER)
        .await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("x-fal-error-type")),
        (401, "invalid_key")
    );
}
