//! Gemini's interactions: conversations that the server remembers.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use plantain_core::OutputFormat;
use serde_json::{Value, json};

use crate::house::{Answer, House, path, picture, request};

const BASES: [&str; 5] = [
    "/v1",
    "/v1beta",
    "/gemini/v1alpha",
    "/v1beta1/projects/p/locations/l",
    "/vertex/v1/projects/p/locations/l",
];

async fn create(house: &House, base: &str, body: Value) -> Answer {
    house
        .post(&format!("{base}/interactions"), &body.to_string())
        .await
}

async fn call(house: &House, method: Method, path: &str) -> Answer {
    house.send(request(method, path, &[], Body::empty())).await
}

fn cat() -> Value {
    json!({"model": "gemini-nano-banana-2.1", "input": "a cat",
        "response_format": {"type": "image", "aspect_ratio": "16:9", "image_size": "512"}})
}

#[tokio::test]
async fn what_was_created_is_found_again_until_it_is_forgotten() {
    for base in BASES {
        let house = House::open().await;
        let answer = create(&house, base, cat()).await;
        assert_eq!(answer.status, StatusCode::OK, "{base} {:?}", answer.bytes);
        let made = answer.json();
        assert_eq!(made["status"], "completed");
        assert_eq!(made["object"], "interaction");
        let content = &made["steps"][0]["content"][0];
        assert_eq!(made["steps"][0]["type"], "model_output");
        assert_eq!(content["type"], "image");
        assert_eq!(picture(&content["data"]), (OutputFormat::Png, 688, 384));
        assert!(made.get("outputs").is_none());
        assert_eq!(made["usage"]["total_output_tokens"], 747);

        let path = format!("{base}/interactions/{}", made["id"].as_str().unwrap());
        let mut found = call(&house, Method::GET, &path).await.json();
        assert_eq!(found, made);
        found = call(&house, Method::GET, &format!("{path}?include_input=true"))
            .await
            .json();
        assert_eq!(found["input"][0]["content"][0]["text"], "a cat");
        let cancelled = call(&house, Method::POST, &format!("{path}/cancel")).await;
        assert_eq!(cancelled.status, StatusCode::BAD_REQUEST);
        assert_eq!(call(&house, Method::DELETE, &path).await.json(), json!({}));
        let gone = call(&house, Method::GET, &path).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        assert_eq!(gone.json()["error"]["status"], "NOT_FOUND");
    }
}

#[tokio::test]
async fn the_next_turn_changes_the_picture_of_the_one_before() {
    let house = House::open().await;
    let first = create(&house, "/v1beta", cat()).await.json();
    let id = first["id"].as_str().unwrap();
    let next = json!({"model": "easel", "input": "make it blue", "previous_interaction_id": id});
    let second = create(&house, "/v1beta", next).await.json();
    assert_eq!(second["status"], "completed", "{second}");
    assert_eq!(second["previous_interaction_id"], id);
    let job = house.engine.jobs().pop().unwrap();
    let subject = format!("{:?}", job.subject);
    assert!(
        subject.contains("make it blue") && subject.contains("Pixels 688x384"),
        "{subject}"
    );
    assert_eq!(job.seed, house.engine.jobs()[0].seed, "the seed goes on");
    let unknown = json!({"input": "x", "previous_interaction_id": "v1_nothing"});
    let answer = create(&house, "/v1beta", unknown).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let field = &answer.json()["error"]["details"][1]["fieldViolations"][0]["field"];
    assert_eq!(field, "previous_interaction_id");
}

#[tokio::test]
async fn streams_tell_step_by_step_and_can_be_taken_up_again() {
    let house = House::open().await;
    let mut body = cat();
    body["stream"] = true.into();
    body["generation_config"] = json!({"thinking_summaries": "auto"});
    let answer = create(&house, "/v1", body).await;
    assert_eq!(answer.header("content-type"), "text/event-stream");
    let names = |answer: &Answer| -> Vec<String> {
        let text = String::from_utf8(answer.bytes.to_vec()).unwrap();
        let lines = text.lines().filter_map(|line| line.strip_prefix("event: "));
        lines.map(str::to_owned).collect()
    };
    let expected = [
        "interaction.created",
        "step.start",
        "step.delta",
        "step.delta",
        "step.stop",
        "step.start",
        "step.delta",
        "step.stop",
        "interaction.completed",
        "done",
    ];
    assert_eq!(names(&answer), expected);
    let text = String::from_utf8(answer.bytes.to_vec()).unwrap();
    let first = text
        .lines()
        .find_map(|line| line.strip_prefix("data: "))
        .unwrap();
    let first: Value = serde_json::from_str(first).unwrap();
    assert_eq!(first["interaction"]["status"], "in_progress");
    let id = first["interaction"]["id"].as_str().unwrap();
    for (seen, from) in [("", 0), ("4", 4), ("9", 9), ("99", 9)] {
        let path = format!("/v1/interactions/{id}?stream=true&last_event_id={seen}");
        let again = call(&house, Method::GET, &path).await;
        assert_eq!(names(&again), expected[from..], "{seen}");
    }
}

#[tokio::test]
async fn pictures_come_by_uri_and_in_the_older_form() {
    let house = House::open().await;
    let mut body = cat();
    body["response_format"]["delivery"] = "uri".into();
    let made = create(&house, "/v1beta", body).await.json();
    let content = &made["steps"][0]["content"][0];
    assert!(content.get("data").is_none());
    let uri = path(&content["uri"]);
    let file = call(&house, Method::GET, &uri).await.json();
    assert_eq!(file["source"], "GENERATED");
    let bytes = call(&house, Method::GET, &format!("{uri}:download?alt=media")).await;
    assert!(bytes.bytes.starts_with(b"\x89PNG"));

    let headers = [(
        "x-goog-api-client",
        "google-genai-sdk/1.75.0 gl-python/3.11",
    )];
    let older = house
        .post_with("/v1beta/interactions", &headers, &cat().to_string())
        .await
        .json();
    assert_eq!(older["outputs"], older["steps"][0]["content"]);
}

#[tokio::test]
async fn what_is_not_to_be_stored_is_not() {
    let house = House::open().await;
    let mut body = cat();
    body["store"] = false.into();
    let made = create(&house, "/v1beta", body).await.json();
    assert_eq!(made["status"], "completed");
    assert!(house.objects.is_empty(), "not even the picture");
    let path = format!("/v1beta/interactions/{}", made["id"].as_str().unwrap());
    assert_eq!(
        call(&house, Method::GET, &path).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let house = House::open().await;
    for (body, field) in [
        (json!({}), "input"),
        (json!({"input": " "}), "input"),
        (json!({"input": 5}), "input"),
        (json!({"input": "a", "agent": "x"}), "agent"),
        (
            json!({"input": "a", "background": true, "store": false}),
            "store",
        ),
        (
            json!({"input": "a", "response_format": {"type": "image", "aspect_ratio": "7:2"}}),
            "response_format.aspect_ratio",
        ),
        (
            json!({"input": "a", "response_modalities": ["audio"]}),
            "response_modalities",
        ),
        (
            json!({"input": [{"type": "image", "data": "?"}, {"type": "text", "text": "x"}]}),
            "input",
        ),
        (
            json!({"input": "a", "generation_config": {"thinking_level": "deep"}}),
            "generation_config.thinking_level",
        ),
        (
            json!({"input": "a", "safety_settings": [{"type": "rude", "threshold": "off"}]}),
            "safety_settings[0].type",
        ),
    ] {
        let answer = create(&house, "/v1beta", body.clone()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}");
        let error = answer.json();
        let violation = &error["error"]["details"][1]["fieldViolations"][0];
        assert_eq!(violation["field"], field, "{error}");
    }
}

#[tokio::test]
async fn in_the_background_any_worker_draws() {
    let house = House::open().await;
    let mut asked = cat();
    asked["background"] = true.into();
    let begin = async || {
        let begun = create(&house, "/v1beta", asked.clone()).await.json();
        assert_eq!(begun["status"], "in_progress", "{begun}");
        format!("/v1beta/interactions/{}", begun["id"].as_str().unwrap())
    };
    let path = begin().await;
    let next = json!({"input": "now at night", "previous_interaction_id": path.rsplit('/').next()});
    let early = create(&house, "/v1beta", next.clone()).await;
    assert_eq!(early.status, StatusCode::BAD_REQUEST);
    house.work().await;
    let done = call(&house, Method::GET, &path).await.json();
    assert_eq!(done["status"], "completed");
    let content = &done["steps"][0]["content"][0];
    assert_eq!(picture(&content["data"]), (OutputFormat::Png, 688, 384));
    assert_eq!(create(&house, "/v1beta", next).await.status, StatusCode::OK);

    let path = begin().await;
    let cancelled = call(&house, Method::POST, &format!("{path}/cancel")).await;
    assert_eq!(cancelled.json()["status"], "cancelled");
    house.work().await;
    let after = call(&house, Method::GET, &path).await.json();
    assert_eq!(after["status"], "cancelled");
}
