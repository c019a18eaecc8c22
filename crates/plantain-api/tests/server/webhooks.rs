//! Webhooks as their owners see them: attempts, sending again, secrets, traces.

use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plantain_core::{Id, TraceContext};
use plantain_store::{AfterDelivery, Delivery, Letter, MessageRecord};
use plantain_testkit::Behaviour;
use serde_json::Value;

use crate::house::{Answer, House, NOW_MS, request};

const ORDER: &str = r#"{"prompt":"a pear","webhook":"https://example.com/hook"}"#;

async fn ask(house: &House, key: &str, method: Method, path: &str, body: &str) -> Answer {
    let bearer = format!("Bearer {key}");
    let headers = &[("authorization", &*bearer)];
    house
        .send(request(method, path, headers, body.to_owned().into()))
        .await
}

/// Orders a picture with a webhook, draws it, and returns the webhook's id.
async fn ordered(house: &House, key: &str) -> String {
    let task = ask(house, key, Method::POST, "/plantain/v1/tasks", ORDER).await;
    assert_eq!(task.status.as_u16(), 202, "{task:?}");
    house.work().await;
    let path = format!(
        "/plantain/v1/webhooks?task={}",
        task.json()["id"].as_str().unwrap()
    );
    let page = ask(house, key, Method::GET, &path, "").await.json();
    page["webhooks"][0]["id"].as_str().unwrap().to_owned()
}

async fn attempt(house: &House, id: &str, number: u32, status: Option<u32>, after: AfterDelivery) {
    let delivery = Delivery {
        message: Id::from_stored(id),
        attempt: number,
        at_ms: NOW_MS,
        took_ms: 7,
        status,
        detail: "busy".into(),
    };
    let record = house.server.app.tasks.record();
    record.delivered(&delivery, after).await.unwrap();
}

#[tokio::test]
async fn attempts_are_listed_and_a_webhook_is_sent_again() {
    let house = House::with(Behaviour::Draw, false).await;
    let (ann, bob) = (house.key("ann").await, house.key("bob").await);
    let id = ordered(&house, &ann).await;
    attempt(&house, &id, 1, None, AfterDelivery::Again(NOW_MS + 5_000)).await;
    attempt(&house, &id, 2, Some(500), AfterDelivery::GivenUp).await;
    let path = format!("/plantain/v1/webhooks/{id}");
    let webhook = ask(&house, &ann, Method::GET, &path, "").await.json();
    assert_eq!(webhook["status"], "failed");
    assert_eq!(webhook["url"], "https://example.com/hook");
    let attempts = webhook["attempts"].as_array().unwrap();
    let statuses: Vec<_> = attempts.iter().map(|a| a["status"].as_u64()).collect();
    assert_eq!(statuses, [None, Some(500)]);
    assert_eq!(
        (&attempts[1]["answer"], &attempts[1]["took_ms"]),
        (&"busy".into(), &7.into())
    );

    let again = format!("{path}/replay");
    let replayed = ask(&house, &ann, Method::POST, &again, "").await;
    assert_eq!(replayed.status.as_u16(), 202);
    assert_eq!(replayed.json()["status"], "pending");
    let due = house.server.app.tasks.record();
    let due = due.claim_messages(NOW_MS, NOW_MS + 1, 9).await.unwrap();
    assert_eq!(due.len(), 1);

    for (key, method, path) in [
        (&bob, Method::GET, &path),
        (&bob, Method::POST, &again),
        (
            &ann,
            Method::GET,
            &"/plantain/v1/webhooks/msg_none".to_owned(),
        ),
    ] {
        let answer = ask(&house, key, method, path, "").await;
        assert_eq!(answer.json()["error"]["code"], "unknown_webhook");
    }
    let page = ask(&house, &bob, Method::GET, "/plantain/v1/webhooks", "").await;
    assert_eq!(page.json()["webhooks"].as_array().unwrap().len(), 0);
    let wrong = ask(
        &house,
        &ann,
        Method::GET,
        "/plantain/v1/webhooks?status=lost",
        "",
    )
    .await;
    assert_eq!(wrong.json()["error"]["field"], "status");
}

#[tokio::test]
async fn a_webhook_waits_for_its_task_and_pages_follow_each_other() {
    let house = House::with(Behaviour::Draw, false).await;
    let ann = house.key("ann").await;
    for _ in 0..3 {
        ask(&house, &ann, Method::POST, "/plantain/v1/tasks", ORDER).await;
    }
    let mut seen = Vec::new();
    let mut path = "/plantain/v1/webhooks?limit=2&status=waiting".to_owned();
    loop {
        let page = ask(&house, &ann, Method::GET, &path, "").await.json();
        for webhook in page["webhooks"].as_array().unwrap() {
            seen.push(webhook["id"].as_str().unwrap().to_owned());
        }
        let Some(next) = page["next_after"].as_str() else {
            break;
        };
        path = format!("/plantain/v1/webhooks?limit=2&status=waiting&after={next}");
    }
    let mut once = seen.clone();
    once.sort();
    once.dedup();
    assert_eq!((seen.len(), once.len()), (3, 3));
    let early = format!("/plantain/v1/webhooks/{}/replay", seen[0]);
    let answer = ask(&house, &ann, Method::POST, &early, "").await;
    assert_eq!(answer.status.as_u16(), 409);
}

async fn letter(house: &House, id: &str) -> Letter {
    let record = house.server.app.tasks.record();
    let message: MessageRecord = record.message(&Id::from_stored(id)).await.unwrap().unwrap();
    let task = record.get(&message.task).await.unwrap();
    house.server.letter(&message, task.as_ref()).await.unwrap()
}

/// Whether a receiver that knows only this secret takes the letter, as the specification says.
fn verifies(letter: &Letter, secret: &str) -> bool {
    use hmac::{Hmac, KeyInit, Mac};
    let header = |name: &str| {
        let found = letter.headers.iter().find(|(known, _)| known == name);
        found.unwrap().1.clone()
    };
    let key = STANDARD
        .decode(secret.strip_prefix("whsec_").unwrap())
        .unwrap();
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(&key).unwrap();
    mac.update(format!("{}.{}.", header("webhook-id"), header("webhook-timestamp")).as_bytes());
    mac.update(&letter.body);
    let expected = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
    header("webhook-signature")
        .split(' ')
        .any(|signature| signature == expected)
}

#[tokio::test]
async fn a_secret_is_changed_without_a_gap() {
    let house = House::with(Behaviour::Draw, false).await;
    let (ann, bob) = (house.key("ann").await, house.key("bob").await);
    let id = ordered(&house, &ann).await;
    let secret = |answer: &Value| answer["secret"].as_str().unwrap().to_owned();
    let path = "/plantain/v1/webhooks/secret";
    let rotate = "/plantain/v1/webhooks/secret/rotate";
    let first = ask(&house, &ann, Method::GET, path, "").await.json();
    assert!(verifies(&letter(&house, &id).await, &secret(&first)));
    assert!(first.get("former_until_ms").is_none());

    let second = ask(&house, &ann, Method::POST, rotate, r#"{"grace_hours": 2}"#)
        .await
        .json();
    assert_eq!(second["former_until_ms"], NOW_MS + 2 * 3_600_000);
    assert_ne!(secret(&first), secret(&second));
    let both = letter(&house, &id).await;
    assert!(verifies(&both, &secret(&first)) && verifies(&both, &secret(&second)));

    let third = ask(&house, &ann, Method::POST, rotate, r#"{"grace_hours": 0}"#)
        .await
        .json();
    let now = letter(&house, &id).await;
    assert!(verifies(&now, &secret(&third)));
    assert!(!verifies(&now, &secret(&second)) && !verifies(&now, &secret(&first)));
    let shown = ask(&house, &ann, Method::GET, path, "").await.json();
    assert_eq!(secret(&shown), secret(&third));
    let other = ask(&house, &bob, Method::GET, path, "").await.json();
    assert_ne!(secret(&other), secret(&third));
    let wrong = ask(
        &house,
        &ann,
        Method::POST,
        rotate,
        r#"{"grace_hours": 9999}"#,
    )
    .await;
    assert_eq!(wrong.json()["error"]["field"], "grace_hours");
}

#[tokio::test]
async fn trials_go_only_where_webhooks_may() {
    let house = House::open().await;
    for url in [
        "http://example.com/h",
        "https://127.0.0.1/h",
        "https://169.254.169.254/",
        "x",
    ] {
        let body = format!("{{\"url\":{url:?}}}");
        let answer = house.post("/plantain/v1/webhooks/test", &body).await;
        assert_eq!(answer.json()["error"]["field"], "url", "{url}");
    }
}

#[tokio::test]
async fn the_place_in_a_trace_is_kept_with_the_task() {
    let house = House::open().await;
    let place = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    for (sent, kept) in [(place, Some(place)), ("00-nothing-good-01", None)] {
        let headers = &[("traceparent", sent)];
        let answer = house
            .post_with("/plantain/v1/tasks", headers, r#"{"prompt":"a pear"}"#)
            .await;
        let task = house.task(&answer.json()["id"]).await;
        assert_eq!(task.trace, kept.and_then(TraceContext::parse));
    }
}
