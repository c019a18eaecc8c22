//! Replicate's dialect: predictions, models, files, webhooks, streams, and what it shares with others under `/v1`.

use axum::body::Body;
use axum::http::Method;
use plantain_core::{Id, OutputFormat};
use plantain_engine::{EngineError, JobSubject};
use plantain_store::MessageFilter;
use plantain_testkit::Behaviour;
use serde_json::{Value, json};

use crate::house::{House, measure, path, request};
use crate::openai::{png, post_form};

const CREATE: &str = "/v1/models/google/nano-banana-2/predictions";
const SDK: (&str, &str) = ("user-agent", "replicate-python/1.0.7");

fn body(fields: &Value) -> String {
    json!({ "input": fields }).to_string()
}

async fn create(house: &House, fields: Value) -> Value {
    let answer = house.post(CREATE, &body(&fields)).await;
    assert_eq!(answer.status, 201, "{}", answer.json());
    answer.json()
}

#[tokio::test]
async fn a_prediction_is_followed_to_its_output() {
    let house = House::open().await;
    for (place, mount) in [
        (CREATE, "/v1"),
        ("/v1/v1/models/google/nano-banana-2/predictions", "/v1/v1"),
        (
            "/replicate/v1/models/google/nano-banana-2/predictions",
            "/replicate/v1",
        ),
        (
            "/replicate/models/google/nano-banana-2/predictions",
            "/replicate",
        ),
        ("/v1/deployments/google/nano-banana-2/predictions", "/v1"),
    ] {
        let answer = house
            .post(
                place,
                &body(&json!({"prompt": "a cat", "google_search": true})),
            )
            .await;
        assert_eq!(answer.status, 201, "{place}: {}", answer.json());
        let made = answer.json();
        assert_eq!(
            (&made["status"], &made["output"]),
            (&json!("starting"), &Value::Null)
        );
        assert_eq!(
            (&made["model"], &made["version"]),
            (&json!("google/nano-banana-2"), &json!("hidden"))
        );
        assert_eq!(made["input"]["prompt"], "a cat");
        for key in [
            "logs",
            "error",
            "metrics",
            "started_at",
            "completed_at",
            "data_removed",
        ] {
            assert!(made.get(key).is_some(), "{key}");
        }
        let get = path(&made["urls"]["get"]);
        assert_eq!(
            get,
            format!("{mount}/predictions/{}", made["id"].as_str().unwrap())
        );
        house.work().await;
        let answer = house.get(&get).await;
        let done = answer.json();
        assert_eq!(done["status"], "succeeded");
        assert!(
            done["logs"]
                .as_str()
                .unwrap()
                .contains("search_not_honoured"),
            "{done}"
        );
        assert!(
            answer
                .header("x-plantain-notes")
                .contains("search_not_honoured")
        );
        assert!(answer.header("x-plantain-engine").contains('/'));
        assert!(done["metrics"]["predict_time"].is_number());
        let file = house.get(&path(&done["output"])).await;
        assert_eq!(measure(&file.bytes).0, OutputFormat::Jpeg);
    }
}

#[tokio::test]
async fn clients_that_wait_get_a_start_or_an_end() {
    let house = House::open().await;
    let fields = body(&json!({"prompt": "a cat"}));
    let late = house
        .post_with(CREATE, &[("prefer", "wait=1")], &fields)
        .await;
    assert_eq!(
        (late.status.as_u16(), &late.json()["status"]),
        (202, &json!("starting"))
    );
    let headers = [("prefer", "wait"), ("idempotency-key", "k")];
    let first = house.post_with(CREATE, &headers[1..], &fields).await.json();
    house.work().await;
    let done = house.post_with(CREATE, &headers, &fields).await;
    assert_eq!(
        (done.status.as_u16(), done.header("preference-applied")),
        (201, "wait")
    );
    assert_eq!(
        (&done.json()["status"], &done.json()["id"]),
        (&json!("succeeded"), &first["id"])
    );
}

#[tokio::test]
async fn sdks_get_files_without_https() {
    let house = House::open().await;
    let made = create(
        &house,
        json!({"prompt": "a cat", "output_format": "png", "num_outputs": 2}),
    )
    .await;
    house.work().await;
    let get = path(&made["urls"]["get"]);
    let plain = house.get(&get).await.json();
    assert!(
        plain["output"][1].as_str().unwrap().starts_with("http://"),
        "{plain}"
    );
    let sdk = house.call("GET", &get, &[SDK], Body::empty()).await.json();
    let text = sdk["output"][0].as_str().unwrap();
    assert!(
        text.starts_with("data:image/png;base64,iVBOR"),
        "{}",
        &text[..60]
    );
}

#[tokio::test]
async fn versions_are_ours_or_lead_to_the_engine() {
    let house = House::open().await;
    let list = house
        .get("/v1/models/google/nano-banana-2/versions")
        .await
        .json();
    let ours = list["results"][0]["id"].as_str().unwrap().to_owned();
    let foreign = "a".repeat(64);
    for (version, model, noted) in [
        (&ours, "google/nano-banana-2", false),
        (&foreign, "plantain/easel", true),
        (
            &"google/nano-banana-2".to_owned(),
            "google/nano-banana-2",
            false,
        ),
    ] {
        let body = json!({"version": version, "input": {"prompt": "a cat"}}).to_string();
        let made = house.post("/v1/predictions", &body).await.json();
        assert_eq!(made["model"], model, "{made}");
        house.work().await;
        let done = house.get(&path(&made["urls"]["get"])).await;
        let told = done.header("x-plantain-notes").contains("version_not_here");
        assert_eq!(told, noted, "{version}");
    }
    let schema = house
        .get(&format!(
            "/v1/models/google/nano-banana-2/versions/{foreign}"
        ))
        .await
        .json();
    assert_eq!(
        schema["openapi_schema"]["components"]["schemas"]["Output"]["format"],
        "uri"
    );
}

#[tokio::test]
async fn shared_paths_know_their_clients() {
    let house = House::open().await;
    let sdk = |path: &'static str| house.call("GET", path, &[SDK], Body::empty());
    let models = sdk("/v1/models").await.json();
    let names: Vec<_> = models["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|model| model["name"].as_str().unwrap())
        .collect();
    assert!(
        names.contains(&"nano-banana-2") && names.contains(&"easel"),
        "{names:?}"
    );
    assert_eq!(
        sdk("/v1/models/google/nano-banana-2").await.json()["owner"],
        "google"
    );
    assert_eq!(
        house.get("/v1/models/google/nano-banana-2").await.json()["object"],
        "model"
    );
    assert_eq!(sdk("/v1/files").await.json()["results"], json!([]));
    assert_eq!(house.get("/v1/files").await.json()["object"], "list");
    assert_eq!(sdk("/v1/account").await.json()["type"], "user");
    let secret = house.get("/v1/webhooks/default/secret").await.json();
    let key = secret["key"].as_str().unwrap();
    assert!(
        key.starts_with("whsec_") && key.matches('_').count() == 1,
        "{key}"
    );
    let lost = sdk("/v1/models/a/b/c/d/e").await;
    assert_eq!(
        (lost.status.as_u16(), &lost.json()["title"]),
        (404, &json!("Not found"))
    );
}

#[tokio::test]
async fn files_are_named_by_their_address() {
    let house = House::open().await;
    let picture = png(64, 48, [9, 90, 200, 255]);
    let parts: [(&str, Option<&str>, &[u8]); 2] = [
        ("content", Some("upload"), &picture),
        ("metadata", Some("blob"), br#"{"a":1}"#),
    ];
    let answer = post_form(&house, "/replicate/v1/files", &parts).await;
    assert_eq!(answer.status, 201, "{}", answer.json());
    let file = answer.json();
    assert_eq!(
        (&file["content_type"], &file["size"]),
        (&json!("image/png"), &json!(picture.len()))
    );
    assert_eq!(file["metadata"], json!({"a": 1}));
    for wrong in ["7", "words", "[]"] {
        let parts: [(&str, Option<&str>, &[u8]); 2] = [
            ("content", Some("upload"), &picture),
            ("metadata", None, wrong.as_bytes()),
        ];
        let answer = post_form(&house, "/replicate/v1/files", &parts).await;
        assert_eq!(answer.status, 422, "{wrong}");
    }
    let get = path(&file["urls"]["get"]);
    assert_eq!(house.get(&get).await.json(), file);
    assert_eq!(
        house.get("/replicate/v1/files").await.json()["results"],
        json!([file])
    );
    assert_eq!(house.get(&format!("{get}/download")).await.bytes, picture);
    create(
        &house,
        json!({"prompt": "make it black and white", "image_input": [file["urls"]["get"]]}),
    )
    .await;
    house.work().await;
    let jobs = house.engine.jobs();
    assert!(matches!(jobs[0].subject, JobSubject::Edit(_)), "{jobs:?}");
    let gone = house.call("DELETE", &get, &[], Body::empty()).await;
    assert_eq!((gone.status.as_u16(), gone.bytes.len()), (204, 0));
    assert_eq!(house.get(&get).await.status, 404);
}

#[tokio::test]
async fn files_of_others_are_not_there() {
    let house = House::with(Behaviour::Draw, false).await;
    let bearer = |key: String| format!("Bearer {key}");
    let (mine, theirs) = (
        bearer(house.key("mine").await),
        bearer(house.key("theirs").await),
    );
    let form = "--X\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a\"\r\n\r\nx\r\n--X--\r\n";
    let headers = [
        ("authorization", &*mine),
        ("content-type", "multipart/form-data; boundary=X"),
        SDK,
    ];
    let file = house
        .call("POST", "/v1/files", &headers, form.into())
        .await
        .json();
    let get = path(&file["urls"]["get"]);
    for (key, status) in [(&mine, 200), (&theirs, 404)] {
        let headers = [("authorization", key.as_str()), SDK];
        let answer = house.call("GET", &get, &headers, Body::empty()).await;
        assert_eq!(answer.status.as_u16(), status);
    }
    let headers = [("authorization", theirs.as_str())];
    let stolen = body(&json!({"prompt": "make it red", "image": file["urls"]["get"]}));
    let answer = house.post_with(CREATE, &headers, &stolen).await;
    assert_eq!(answer.status, 422, "{}", answer.json());
}

#[tokio::test]
async fn predictions_are_listed_and_cancelled() {
    let house = House::open().await;
    let made = create(&house, json!({"prompt": "a cat"})).await;
    house
        .post("/plantain/v1/tasks", r#"{"prompt":"of another dialect"}"#)
        .await;
    let listed = house.get("/v1/predictions").await.json();
    assert_eq!(listed["results"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&listed["next"], &listed["results"][0]["id"]),
        (&Value::Null, &made["id"])
    );
    let cancelled = house.post(&path(&made["urls"]["cancel"]), "").await;
    assert_eq!(
        (cancelled.status.as_u16(), &cancelled.json()["status"]),
        (200, &json!("canceled"))
    );
    // Once more changes nothing.
    let again = house.post(&path(&made["urls"]["cancel"]), "").await;
    assert_eq!(again.json()["status"], "canceled");
    assert_eq!(
        house.post("/v1/predictions/nobody/cancel", "").await.status,
        404
    );
}

#[tokio::test]
async fn pages_of_predictions_join() {
    let house = House::open().await;
    for n in 0..103 {
        create(&house, json!({"prompt": format!("a cat {n}")})).await;
    }
    let first = house.get("/v1/predictions").await.json();
    let second = house.get(&path(&first["next"])).await.json();
    let count = |page: &Value| page["results"].as_array().unwrap().len();
    assert_eq!(
        (count(&first), count(&second), &second["next"]),
        (100, 3, &Value::Null)
    );
}

#[tokio::test]
async fn streams_need_no_key_but_their_ticket() {
    let house = House::with(Behaviour::Draw, false).await;
    let bearer = format!("Bearer {}", house.key("mine").await);
    let headers = [("authorization", bearer.as_str())];
    let made = house
        .post_with(CREATE, &headers, &body(&json!({"prompt": "a cat"})))
        .await
        .json();
    house.work().await;
    let stream = path(&made["urls"]["stream"]);
    let answer = house.get(&stream).await;
    assert_eq!(answer.header("content-type"), "text/event-stream");
    let text = String::from_utf8(answer.bytes.to_vec()).unwrap();
    let frames: Vec<_> = text.split_terminator("\n\n").collect();
    assert!(
        frames[0].starts_with("event: logs\nid: 1:0\ndata: drawn by"),
        "{text}"
    );
    assert!(
        frames[1].starts_with("event: output\nid: 2:0\ndata: http"),
        "{text}"
    );
    assert_eq!(frames[2], "event: done\nid: 3:0\ndata: {}");
    let forged = stream.replace("/streams/", "/streams/x");
    assert_eq!(house.get(&forged).await.status, 404);
    // The ticket opens the stream and nothing else.
    assert_eq!(house.get(&path(&made["urls"]["get"])).await.status, 401);
}

#[tokio::test]
async fn failures_are_told_in_every_way() {
    let broken = Behaviour::Fail(EngineError::NotUnderstood {
        words: vec!["flurb".to_owned()],
    });
    let house = House::with(broken, true).await;
    let made = create(&house, json!({"prompt": "a flurb"})).await;
    house.work().await;
    let failed = house.get(&path(&made["urls"]["get"])).await.json();
    assert_eq!(
        (&failed["status"], &failed["output"]),
        (&json!("failed"), &Value::Null)
    );
    assert!(
        failed["error"].as_str().unwrap().contains("flurb"),
        "{failed}"
    );
    let answer = house.get(&path(&made["urls"]["stream"])).await;
    let text = String::from_utf8(answer.bytes.to_vec()).unwrap();
    assert!(
        text.contains("event: error\n") && text.ends_with("data: {\"reason\":\"error\"}\n\n"),
        "{text}"
    );
}

#[tokio::test]
async fn webhooks_tell_what_the_filter_asks_for() {
    let house = House::open().await;
    for (filter, expected) in [
        (Value::Null, vec!["succeeded"]),
        (json!(["completed"]), vec!["succeeded"]),
        (json!(["start"]), vec!["starting"]),
        (
            json!(["start", "output", "completed"]),
            vec!["succeeded", "starting"],
        ),
    ] {
        let fields = json!({
            "input": {"prompt": "a cat"},
            "webhook": "https://example.com/hook",
            "webhook_events_filter": filter,
        });
        let made = house.post(CREATE, &fields.to_string()).await.json();
        let id = Id::from_stored(made["id"].as_str().unwrap());
        let record = house.server.app.tasks.record();
        let mut told = Vec::new();
        let wanted = MessageFilter {
            task: Some(id.clone()),
            limit: 9,
            ..MessageFilter::default()
        };
        for message in record.messages(&wanted).await.unwrap() {
            let starts = message.form_json.contains("replicate_start");
            if !starts {
                house.work().await;
            }
            let task = record.get(&id).await.unwrap().unwrap();
            let letter = house.server.letter(&message, Some(&task)).await.unwrap();
            let body: Value = serde_json::from_slice(&letter.body).unwrap();
            assert_eq!(body["id"], made["id"]);
            assert!(
                letter
                    .headers
                    .iter()
                    .any(|(name, _)| name == "webhook-signature")
            );
            told.push(
                body["status"]
                    .as_str()
                    .unwrap()
                    .replace("processing", "starting"),
            );
        }
        told.sort();
        told.reverse();
        assert_eq!(told, expected, "{filter}");
    }
}

#[tokio::test]
async fn errors_have_replicates_shape() {
    let house = House::open().await;
    let input = |fields: &str| format!(r#"{{"input":{fields}}}"#);
    let cases = [
        ("POST", CREATE, "{".to_owned(), 400, None),
        ("POST", CREATE, String::new(), 400, None),
        ("POST", CREATE, "[]".to_owned(), 422, Some("body")),
        ("POST", CREATE, "{}".to_owned(), 422, Some("input")),
        ("POST", CREATE, r#"{"input":"a cat"}"#.to_owned(), 422, Some("input")),
        ("POST", CREATE, input("{}"), 422, Some("input.prompt")),
        ("POST", CREATE, input(r#"{"prompt":["x"]}"#), 422, Some("input.prompt")),
        ("POST", CREATE, input(r#"{"prompt":"x","image_input":["http://10.0.0.1/a.png"]}"#), 422, Some("input.image_input[0]")),
        ("POST", CREATE, input(r#"{"prompt":"Explicit pornographic photo of naked adults having sex"}"#), 422, None),
        ("POST", CREATE, r#"{"input":{"prompt":"x"},"webhook":"http://10.0.0.1/"}"#.to_owned(), 422, Some("webhook")),
        ("POST", CREATE, r#"{"input":{"prompt":"x"},"webhook":"https://example.com","webhook_events_filter":["never"]}"#.to_owned(), 422, Some("webhook_events_filter")),
        ("POST", "/v1/predictions", input(r#"{"prompt":"x"}"#), 422, Some("version")),
        ("POST", "/v1/predictions", r#"{"version":"latest","input":{"prompt":"x"}}"#.to_owned(), 422, Some("version")),
        ("POST", "/v1/models/nobody/nothing/predictions", input(r#"{"prompt":"x"}"#), 404, None),
        ("GET", "/v1/predictions/nobody", String::new(), 404, None),
        ("GET", "/v1/streams/forged", String::new(), 404, None),
        ("GET", "/replicate/v1/files/nobody", String::new(), 404, None),
        ("GET", "/replicate/v1/nothing", String::new(), 404, None),
        ("POST", "/replicate/v1/files", "{}".to_owned(), 415, None),
        ("PUT", "/replicate/v1/predictions", String::new(), 405, None),
    ];
    for (method, path, body, status, field) in cases {
        let answer = house.call(method, path, &[], body.clone().into()).await;
        let json = answer.json();
        assert_eq!(
            answer.status.as_u16(),
            status,
            "{method} {path} {body}: {json}"
        );
        assert_eq!(json["status"], status);
        assert!(
            json["detail"].is_string() && json["title"].is_string(),
            "{json}"
        );
        if let Some(field) = field {
            assert_eq!(json["invalid_fields"][0]["field"], field, "{json}");
        }
    }
    let broken =
        "--X\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a\"\r\n\r\ncut";
    let headers = [("content-type", "multipart/form-data; boundary=X"), SDK];
    let answer = house
        .call("POST", "/v1/files", &headers, broken.into())
        .await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["code"]),
        (422, &json!("invalid_form"))
    );
    let answer = post_form(&house, "/replicate/v1/files", &[("other", Some("a"), b"x")]).await;
    assert_eq!(answer.json()["invalid_fields"][0]["field"], "content");
    let long = "x".repeat(101 << 20);
    let answer = house.call("POST", CREATE, &[], long.into()).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["code"]),
        (413, &json!("body_too_large"))
    );
    let closed = House::with(Behaviour::Draw, false).await;
    let answer = closed
        .send(request(
            Method::GET,
            "/v1/predictions",
            &[("authorization", "Bearer r8_wrong")],
            Body::empty(),
        ))
        .await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["title"]),
        (401, &json!("Unauthenticated"))
    );
}
