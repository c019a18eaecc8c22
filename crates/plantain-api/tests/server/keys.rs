//! Keys and the audit log, over the native API.

use axum::body::Body;
use axum::http::Method;
use plantain_testkit::Behaviour;
use serde_json::{Value, json};

use crate::house::{ADMIN_TOKEN, Answer, House, request};

async fn admin(house: &House, method: Method, path: &str, body: Value) -> Answer {
    let bearer = format!("Bearer {ADMIN_TOKEN}");
    let body = if body.is_null() {
        Body::empty()
    } else {
        Body::from(body.to_string())
    };
    house
        .send(request(method, path, &[("authorization", &bearer)], body))
        .await
}

async fn draws(house: &House, secret: &str) -> u16 {
    let bearer = format!("Bearer {secret}");
    let body = r#"{"prompt":"a cat","size":"16x16"}"#;
    let headers = [("authorization", bearer.as_str())];
    let answer = house
        .post_with("/plantain/v1/images/generate", &headers, body)
        .await;
    answer.status.as_u16()
}

#[tokio::test]
async fn what_is_wished_is_kept_and_what_is_wrong_is_named() {
    let house = House::with(Behaviour::Draw, false).await;
    let wish = json!({"name": "laptop", "tier": "free", "team": "web", "models": ["easel"], "tags": ["cost=1"], "scopes": "images,usage"});
    let made = admin(&house, Method::POST, "/plantain/v1/keys", wish).await;
    assert_eq!(made.status, 201);
    let listed = admin(&house, Method::GET, "/plantain/v1/keys", Value::Null).await;
    let key = &listed.json()["keys"][0];
    assert_eq!(key["tier"], "free");
    assert_eq!(key["team"], "web");
    assert_eq!(key["models"], json!(["easel"]));
    assert_eq!(key["scopes"], "images,usage");
    assert!(key.get("key").is_none());
    for (field, value) in [("tier", "gold"), ("policy", "lax"), ("scopes", "root")] {
        let mut wish = json!({"name": "laptop"});
        wish[field] = value.into();
        let answer = admin(&house, Method::POST, "/plantain/v1/keys", wish).await;
        assert_eq!(answer.status, 400);
        assert_eq!(answer.json()["error"]["field"], field);
        assert_eq!(answer.json()["error"]["value"], value);
    }
}

#[tokio::test]
async fn a_rotated_key_opens_with_both_secrets_for_a_while() {
    for (grace_hours, old_opens) in [(json!(1), 200), (json!(0), 401)] {
        let house = House::with(Behaviour::Draw, false).await;
        let old = house.key("laptop").await;
        let path = format!("/plantain/v1/keys/{}/rotate", &old[..12]);
        let wish = json!({ "grace_hours": grace_hours });
        let rotated = admin(&house, Method::POST, &path, wish).await;
        assert_eq!(rotated.status, 200, "{:?}", rotated.bytes);
        let new = rotated.json()["key"].as_str().unwrap().to_owned();
        assert_ne!(new, old);
        assert_eq!(draws(&house, &new).await, 200);
        assert_eq!(draws(&house, &old).await, old_opens);
    }
    let house = House::with(Behaviour::Draw, false).await;
    let path = "/plantain/v1/keys/key_nothing/rotate";
    let lost = admin(&house, Method::POST, path, json!({})).await;
    assert_eq!(lost.status, 404);
    let path = "/plantain/v1/keys/key_nothing/rotate";
    let wish = json!({"grace_hours": 10_000});
    let wrong = admin(&house, Method::POST, path, wish).await;
    assert_eq!(wrong.json()["error"]["field"], "grace_hours");
}

#[tokio::test]
async fn the_audit_log_tells_who_did_what_and_why() {
    let house = House::with(Behaviour::Draw, false).await;
    let wish = json!({"name": "laptop, \"mine\""});
    let made = admin(&house, Method::POST, "/plantain/v1/keys", wish).await;
    let (id, secret) = (made.json()["id"].clone(), made.json()["key"].clone());
    let (id, secret) = (id.as_str().unwrap(), secret.as_str().unwrap());
    let bearer = format!("Bearer {secret}");
    let nude = r#"{"prompt":"a nude woman"}"#;
    let path = "/plantain/v1/images/generate";
    house
        .post_with(path, &[("authorization", &bearer)], nude)
        .await;
    let path = format!("/plantain/v1/keys/{id}");
    admin(&house, Method::DELETE, &path, Value::Null).await;

    let path = "/plantain/v1/audit";
    let all = admin(&house, Method::GET, path, Value::Null).await.json();
    let events = all["events"].as_array().unwrap();
    let actions: Vec<_> = events.iter().map(|event| &event["action"]).collect();
    assert_eq!(actions, ["key.revoke", "policy.block", "key.create"]);
    assert_eq!(events[0]["actor"], "admin");
    assert_eq!(events[1]["actor"], id);
    assert_eq!(events[1]["outcome"], "refused");
    assert_eq!(events[1]["reason"], "sexual.nudity (sexual, medium)");
    let text = all.to_string();
    assert!(!text.contains(secret) && !text.contains("nude woman"));

    let path = "/plantain/v1/audit?action=key.&limit=1";
    let page = admin(&house, Method::GET, path, Value::Null).await;
    let next = page.json()["next"].as_str().unwrap().to_owned();
    assert_eq!(page.header("x-plantain-next"), next);
    let path = format!("{path}&cursor={next}");
    let page = admin(&house, Method::GET, &path, Value::Null).await.json();
    assert_eq!(page["events"][0]["action"], "key.create");

    let path = "/plantain/v1/audit?format=csv";
    let csv = admin(&house, Method::GET, path, Value::Null).await;
    let csv = String::from_utf8(csv.bytes.to_vec()).unwrap();
    assert_eq!(csv.lines().count(), 4, "{csv}");
    assert!(
        csv.contains("\"laptop, \"\"mine\"\": scopes images"),
        "{csv}"
    );
    let path = "/plantain/v1/audit?format=jsonl";
    let lines = admin(&house, Method::GET, path, Value::Null).await;
    let lines = String::from_utf8(lines.bytes.to_vec()).unwrap();
    for line in lines.lines() {
        let _: Value = serde_json::from_str(line).unwrap();
    }
    for (query, field) in [
        ("limit=0", "limit"),
        ("since=yesterday", "since"),
        ("outcome=lost", "outcome"),
        ("cursor=x", "cursor"),
        ("format=xml", "format"),
    ] {
        let path = format!("/plantain/v1/audit?{query}");
        let wrong = admin(&house, Method::GET, &path, Value::Null).await;
        assert_eq!(wrong.status, 400, "{query}");
        assert_eq!(wrong.json()["error"]["field"], field, "{query}");
    }
    let unknown = "/plantain/v1/audit?colour=red";
    let unknown = admin(&house, Method::GET, unknown, Value::Null).await;
    assert_eq!(unknown.status, 400);
}

#[tokio::test]
async fn scopes_open_what_they_say() {
    for (scopes, audit, keys, draw) in [
        ("images", 403, 403, 200),
        ("audit", 200, 403, 403),
        ("usage", 403, 403, 403),
        ("admin", 200, 200, 403),
    ] {
        let wish = json!({"name": scopes, "scopes": scopes});
        // Chance stands still in a house, so that each has one key.
        let house = House::with(Behaviour::Draw, false).await;
        let made = admin(&house, Method::POST, "/plantain/v1/keys", wish).await;
        let secret = made.json()["key"].as_str().unwrap().to_owned();
        let bearer = format!("Bearer {secret}");
        let headers = [("authorization", bearer.as_str())];
        let get = |path: &'static str| request(Method::GET, path, &headers, Body::empty());
        let status = house.send(get("/plantain/v1/audit")).await.status;
        assert_eq!(status, audit, "{scopes}");
        let status = house.send(get("/plantain/v1/keys")).await.status;
        assert_eq!(status, keys, "{scopes}");
        assert_eq!(draws(&house, &secret).await, draw, "{scopes}");
    }
    let house = House::with(Behaviour::Draw, false).await;
    let nobody = house.get("/plantain/v1/audit").await;
    assert_eq!(nobody.status, 401);
}
