//! Gemini's batches: inline and by file, followed, given up, forgotten, and gone on with.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use plantain_core::OutputFormat;
use serde_json::{Value, json};

use crate::house::{Answer, House, picture, request};

const GOOGLE: (&str, &str) = ("x-goog-api-client", "google-genai-sdk/3.4.0");

async fn call(house: &House, method: Method, path: &str) -> Answer {
    house
        .send(request(method, path, &[GOOGLE], Body::empty()))
        .await
}

fn draw(text: &str) -> Value {
    json!({"contents": [{"parts": [{"text": text}]}], "generationConfig": {"imageConfig": {"imageSize": "512"}}})
}

async fn create(house: &House, base: &str, input: Value) -> Answer {
    let body = json!({"batch": {"displayName": "d", "inputConfig": input}});
    let path = format!("{base}/models/gemini-3.1-flash-image:batchGenerateContent");
    house.post_with(&path, &[GOOGLE], &body.to_string()).await
}

/// Has the batch worked through, and returns it.
async fn end(house: &House, base: &str, name: &str) -> Value {
    let path = format!("{base}/{name}");
    let before = call(house, Method::GET, &path).await.json();
    assert_ne!(before["done"], true);
    house.work().await;
    let batch = call(house, Method::GET, &path).await.json();
    assert_eq!(batch["done"], true);
    assert_eq!(call(house, Method::GET, &path).await.json(), batch);
    batch
}

#[tokio::test]
async fn inline_requests_are_answered_in_order() {
    for base in ["/v1", "/v1beta", "/gemini/v1alpha"] {
        let house = House::open().await;
        let mut bad = draw("a dog");
        bad["generationConfig"]["candidateCount"] = 99.into();
        let requests = json!({"requests": {"requests": [
            {"request": draw("a cat"), "metadata": {"key": "a"}},
            {"request": bad, "metadata": {"key": "b"}},
            {"request": draw("a cow")},
        ]}});
        let begun = create(&house, base, requests).await.json();
        let name = begun["name"].as_str().unwrap();
        assert!(name.starts_with("batches/"), "{begun}");
        assert_eq!(begun["metadata"]["state"], "BATCH_STATE_PENDING");
        assert_eq!(begun["metadata"]["displayName"], "d");
        let batch = end(&house, base, name).await;
        let metadata = &batch["metadata"];
        assert_eq!(metadata["state"], "BATCH_STATE_SUCCEEDED");
        assert_eq!(metadata["batchStats"]["successfulRequestCount"], "2");
        assert_eq!(metadata["batchStats"]["failedRequestCount"], "1");
        assert_eq!(metadata["batchStats"]["pendingRequestCount"], "0");
        let answers = &metadata["output"]["inlinedResponses"]["inlinedResponses"];
        assert_eq!(
            batch["response"]["inlinedResponses"]["inlinedResponses"],
            *answers
        );
        let data =
            &answers[0]["response"]["candidates"][0]["content"]["parts"][0]["inlineData"]["data"];
        assert_eq!(picture(data), (OutputFormat::Png, 512, 512));
        assert_eq!(answers[0]["metadata"]["key"], "a");
        assert_eq!(answers[1]["error"]["code"], 400);
        assert_eq!(answers[1]["error"]["status"], "INVALID_ARGUMENT");
        assert_eq!(answers[1]["metadata"]["key"], "b");
        assert!(answers[2]["response"].is_object());

        let list = call(&house, Method::GET, &format!("{base}/batches"))
            .await
            .json();
        assert_eq!(list["operations"][0]["name"], name);
        let path = format!("{base}/{name}");
        let cancelled = call(&house, Method::POST, &format!("{path}:cancel")).await;
        assert_eq!(cancelled.json(), json!({}), "too late, and no error");
        assert_eq!(
            call(&house, Method::GET, &path).await.json()["metadata"]["state"],
            "BATCH_STATE_SUCCEEDED"
        );
        assert_eq!(call(&house, Method::DELETE, &path).await.json(), json!({}));
        assert_eq!(
            call(&house, Method::GET, &path).await.status,
            StatusCode::NOT_FOUND
        );
    }
}

async fn upload(house: &House, text: &str) -> String {
    let headers = [
        GOOGLE,
        ("x-goog-upload-protocol", "resumable"),
        ("x-goog-upload-command", "start"),
        ("x-goog-upload-header-content-type", "application/jsonl"),
    ];
    let started = house
        .post_with("/upload/v1beta/files", &headers, "{}")
        .await;
    let url = started.header("x-goog-upload-url");
    let path = url.strip_prefix("http://127.0.0.1:8080").unwrap();
    let headers = [
        ("x-goog-upload-command", "upload, finalize"),
        ("x-goog-upload-offset", "0"),
    ];
    let done = house
        .send(request(
            Method::POST,
            path,
            &headers,
            Body::from(text.to_owned()),
        ))
        .await;
    done.json()["file"]["name"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_file_of_requests_becomes_a_file_of_answers() {
    let house = House::open().await;
    let lines = [
        json!({"key": "one", "request": draw("a cat")}).to_string(),
        String::new(),
        json!({"key": 2, "request": draw(" ")}).to_string(),
    ];
    let file = upload(&house, &lines.join("\n")).await;
    let begun = create(&house, "/v1beta", json!({"fileName": file}))
        .await
        .json();
    let batch = end(&house, "/v1beta", begun["name"].as_str().unwrap()).await;
    let answers = batch["metadata"]["output"]["responsesFile"]
        .as_str()
        .unwrap();
    let about = call(&house, Method::GET, &format!("/v1beta/{answers}"))
        .await
        .json();
    assert_eq!(about["source"], "GENERATED");
    let bytes = call(
        &house,
        Method::GET,
        &format!("/v1beta/{answers}:download?alt=media"),
    )
    .await;
    let text = String::from_utf8(bytes.bytes.to_vec()).unwrap();
    let answers: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0]["key"], "one");
    assert!(answers[0]["response"]["candidates"].is_array());
    assert_eq!(answers[1]["key"], 2);
    assert_eq!(answers[1]["error"]["status"], "INVALID_ARGUMENT");
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let house = House::open().await;
    let broken = upload(&house, "{\"request\":{}}\nno JSON").await;
    let many: Vec<Value> = (0..101).map(|_| json!({"request": draw("x")})).collect();
    for (input, status, field) in [
        (json!({}), 400, "batch.inputConfig"),
        (
            json!({"requests": {"requests": []}}),
            400,
            "batch.inputConfig",
        ),
        (
            json!({"requests": {"requests": many}}),
            400,
            "batch.inputConfig",
        ),
        (
            json!({"requests": {"requests": [{}]}}),
            400,
            "batch.inputConfig.requests.requests[0].request",
        ),
        (
            json!({"requests": {"requests": [{"request": {"contents": 5}}]}}),
            400,
            "batch.inputConfig.requests.requests[0].request",
        ),
        (
            json!({"fileName": "files/nothing"}),
            404,
            "batch.inputConfig.fileName",
        ),
        (
            json!({"fileName": broken}),
            400,
            "batch.inputConfig.fileName",
        ),
        (
            json!({"fileName": broken, "requests": {"requests": []}}),
            400,
            "batch.inputConfig",
        ),
    ] {
        let answer = create(&house, "/v1beta", input.clone()).await;
        let error = answer.json();
        assert_eq!(answer.status.as_u16(), status, "{error}");
        let violation = &error["error"]["details"][1]["fieldViolations"][0];
        assert_eq!(violation["field"], field, "{error}");
    }
    for (method, path) in [
        (Method::GET, "/v1beta/batches/nothing"),
        (Method::DELETE, "/v1beta/batches/nothing"),
        (Method::POST, "/v1beta/batches/nothing:cancel"),
        (Method::POST, "/v1beta/batches/nothing:dance"),
    ] {
        assert_eq!(
            call(&house, method, path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    let other = house.get("/v1/batches").await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    assert!(
        other.json()["error"]["type"].is_string(),
        "in the shape of whoever asks"
    );
}

#[tokio::test]
async fn what_is_drawn_before_a_batch_is_given_up_stays() {
    let house = House::open().await;
    let requests: Vec<Value> = ["a cat", "a cow"]
        .iter()
        .map(|text| json!({"request": draw(text)}))
        .collect();
    let input = json!({"requests": {"requests": requests}});
    let begun = create(&house, "/v1beta", input).await.json();
    let path = format!("/v1beta/{}", begun["name"].as_str().unwrap());
    let tasks = &house.server.app.tasks;
    let first = tasks.claim().await.unwrap().unwrap();
    tasks.work(first).await;
    let under_way = call(&house, Method::GET, &path).await.json();
    assert_eq!(under_way["metadata"]["state"], "BATCH_STATE_RUNNING");
    assert_eq!(
        under_way["metadata"]["batchStats"]["pendingRequestCount"],
        "1"
    );
    call(&house, Method::POST, &format!("{path}:cancel")).await;
    house.work().await;
    let after = call(&house, Method::GET, &path).await.json();
    assert_eq!(after["metadata"]["state"], "BATCH_STATE_CANCELLED");
    let answers = &after["metadata"]["output"]["inlinedResponses"]["inlinedResponses"];
    assert_eq!(answers.as_array().unwrap().len(), 1);
}
