//! Who may come in, in each protocol's words.

use axum::http::Method;
use plantain_testkit::Behaviour;

use crate::house::{ADMIN_TOKEN, House, request};

const BODY: &str = r#"{"prompt":"a cat","size":"16x16"}"#;

#[tokio::test]
async fn an_open_server_takes_any_key_or_none_from_this_machine() {
    let house = House::open().await;
    let path = "/openai/v1/images/generations";
    let cases: [(&[(&str, &str)], u16); 9] = [
        (&[], 200),
        (&[("authorization", "Bearer anything")], 200),
        (&[("x-goog-api-key", "anything")], 200),
        (&[("host", "localhost:8080")], 200),
        (&[("host", "evil.example")], 403),
        (&[("origin", "https://evil.example")], 403),
        (&[("origin", "http://127.0.0.1:8080")], 200),
        (&[("x-forwarded-for", "10.0.0.1")], 401),
        (&[("forwarded", "for=10.0.0.1")], 401),
    ];
    for (headers, status) in cases {
        let answer = house.post_with(path, headers, BODY).await;
        assert_eq!(answer.status.as_u16(), status, "{headers:?}");
        assert!(answer.headers.get("access-control-allow-origin").is_none());
    }
}

#[tokio::test]
async fn a_closed_server_wants_a_key_wherever_clients_put_it() {
    let house = House::with(Behaviour::Draw, false).await;
    let admin = format!("Bearer {ADMIN_TOKEN}");
    let admin = [("authorization", admin.as_str())];
    let made = house
        .post_with("/plantain/v1/keys", &admin, r#"{"name":"test"}"#)
        .await;
    let secret = made.json()["key"].as_str().unwrap().to_owned();
    let bearer = format!("Bearer {secret}");
    let key = format!("Key {secret}");
    let cases: [&[(&str, &str)]; 5] = [
        &[("authorization", &bearer)],
        &[("authorization", &key)],
        &[("authorization", &secret)],
        &[("x-goog-api-key", &secret)],
        &[("x-api-key", &secret)],
    ];
    for headers in cases {
        let answer = house.post_with("/v1/images/generate", headers, BODY).await;
        assert_eq!(answer.status.as_u16(), 200, "{headers:?}");
    }
    let path = format!("/v1beta/models?key={secret}");
    assert_eq!(house.get(&path).await.status.as_u16(), 200);
}

#[tokio::test]
async fn refusals_are_in_the_protocols_words() {
    let house = House::with(Behaviour::Draw, false).await;
    let openai = house.post("/openai/v1/images/generations", BODY).await;
    assert_eq!(openai.status.as_u16(), 401);
    assert_eq!(openai.json()["error"]["code"], "invalid_api_key");

    let gemini = "/v1beta/models/easel:generateContent";
    let none = house.post(gemini, BODY).await;
    assert_eq!(none.status.as_u16(), 401);
    assert_eq!(none.json()["error"]["status"], "UNAUTHENTICATED");
    let wrong = house
        .post_with(gemini, &[("x-goog-api-key", "wrong")], BODY)
        .await;
    assert_eq!(wrong.status.as_u16(), 400);
    let error = &wrong.json()["error"];
    assert_eq!(error["status"], "INVALID_ARGUMENT");
    assert_eq!(error["details"][0]["reason"], "API_KEY_INVALID");

    let evolink = house.post("/v1/images/generate", BODY).await;
    assert_eq!(evolink.status.as_u16(), 401);
    assert_eq!(evolink.json()["error"]["code"], "unauthorized");
    assert!(house.engine.jobs().is_empty());
}

#[tokio::test]
async fn whoever_is_not_let_in_is_not_read() {
    let house = House::with(Behaviour::Draw, false).await;
    let answer = house
        .post("/openai/v1/images/generations", "not json")
        .await;
    assert_eq!(answer.status.as_u16(), 401);
}

#[tokio::test]
async fn operators_need_no_key() {
    let house = House::with(Behaviour::Draw, false).await;
    for path in [
        "/",
        "/healthz",
        "/readyz",
        "/openapi.json",
        "/plantain/v1/scene.schema.json",
    ] {
        assert_eq!(house.get(path).await.status.as_u16(), 200, "{path}");
    }
    house.server.drain();
    assert_eq!(house.get("/readyz").await.status.as_u16(), 503);
    assert_eq!(house.get("/healthz").await.status.as_u16(), 200);
    let head = house
        .send(request(Method::HEAD, "/healthz", &[], "".into()))
        .await;
    assert_eq!(head.status.as_u16(), 200);
}
