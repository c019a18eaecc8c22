//! What operators see: health and metrics.

use axum::http::Method;
use plantain_api::Finding;
use plantain_store::{Grant, Scope, Scopes};
use plantain_testkit::Behaviour;
use serde_json::json;

use crate::house::{ADMIN_TOKEN, Answer, House, request};

async fn metrics(house: &House, secret: &str) -> Answer {
    let bearer = format!("Bearer {secret}");
    let headers: &[(&str, &str)] = match secret {
        "" => &[],
        _ => &[("authorization", &bearer)],
    };
    house
        .send(request(Method::GET, "/metrics", headers, "".into()))
        .await
}

/// Returns the value of a series as it is written.
fn value(page: &str, series: &str) -> Option<String> {
    page.lines().find_map(|line| {
        let rest = line.strip_prefix(series)?.strip_prefix(' ')?;
        Some(rest.to_owned())
    })
}

#[tokio::test]
async fn what_was_done_is_counted() {
    let house = House::open().await;
    let draw = r#"{"prompt":"a pear","size":"512x512","n":2}"#;
    house.post("/openai/v1/images/generations", draw).await;
    house
        .post(
            "/openai/v1/images/generations",
            r#"{"prompt":"a pear","size":"1x1"}"#,
        )
        .await;
    house.get("/nothing/here").await;
    house.get("/nothing/there").await;
    let answer = metrics(&house, "").await;
    assert_eq!(answer.status.as_u16(), 200);
    assert!(
        answer
            .header("content-type")
            .starts_with("text/plain; version=0.0.4")
    );
    let page = String::from_utf8(answer.bytes.to_vec()).unwrap();
    let images = "protocol=\"openai\",method=\"POST\",route=\"/openai/v1/images/generations\"";
    for (series, expected) in [
        (format!("plantain_http_requests_total{{{images},status=\"200\"}}"), "1"),
        (format!("plantain_http_requests_total{{{images},status=\"400\"}}"), "1"),
        (
            "plantain_http_requests_total{protocol=\"native\",method=\"GET\",route=\"none\",status=\"404\"}".into(),
            "2",
        ),
        ("plantain_tasks_submitted_total{protocol=\"openai\",operation=\"generate\"}".into(), "1"),
        (
            "plantain_tasks_ended_total{operation=\"generate\",state=\"succeeded\",code=\"\"}".into(),
            "1",
        ),
        ("plantain_pictures_total{engine=\"easel\",cached=\"false\"}".into(), "2"),
        (
            "plantain_task_run_seconds_count{engine=\"easel\",operation=\"generate\",size=\"512\"}".into(),
            "1",
        ),
        ("plantain_queue_tasks{state=\"queued\"}".into(), "0"),
        ("plantain_queue_oldest_seconds".into(), "0"),
        ("plantain_webhooks_pending".into(), "0"),
        ("plantain_webhooks_lag_seconds".into(), "0"),
        ("plantain_ledger_lines_total{kind=\"settle\"}".into(), "1"),
        ("plantain_up{part=\"database\"}".into(), "1"),
        ("plantain_leases_lost_total".into(), "0"),
        ("plantain_draining".into(), "0"),
    ] {
        assert_eq!(value(&page, &series).as_deref(), Some(expected), "{series}\n{page}");
    }
    assert!(
        !page.contains("pear") && !page.contains("nothing"),
        "{page}"
    );
}

#[tokio::test]
async fn what_waits_is_told_and_the_ledger_is_added_up_again() {
    let house = House::open().await;
    for n in 1..=3 {
        let body = format!("{{\"prompt\":\"pear {n}\",\"size\":\"512x512\"}}");
        house.post("/plantain/v1/images/generate", &body).await;
        let page = metrics(&house, "").await;
        let page = String::from_utf8(page.bytes.to_vec()).unwrap();
        let lines = value(&page, "plantain_ledger_lines_total{kind=\"settle\"}");
        assert_eq!(lines, Some(n.to_string()), "{page}");
    }
    house
        .post("/plantain/v1/tasks", r#"{"prompt":"later"}"#)
        .await;
    let page = metrics(&house, "").await;
    let page = String::from_utf8(page.bytes.to_vec()).unwrap();
    let queued = value(&page, "plantain_queue_tasks{state=\"queued\"}");
    assert_eq!(queued.as_deref(), Some("1"));
}

#[tokio::test]
async fn metrics_need_a_key_where_drawing_does() {
    let house = House::with(Behaviour::Draw, false).await;
    let drawing = house.key("draws").await;
    let scraping = house
        .scoped("scrapes", Scopes::new([Scope::Metrics]), Grant::default())
        .await;
    for (secret, status) in [
        ("", 401),
        ("plt_wrong_wrong_wrong", 401),
        (&drawing, 403),
        (&scraping, 200),
        (ADMIN_TOKEN, 200),
    ] {
        let answer = metrics(&house, secret).await;
        assert_eq!(answer.status.as_u16(), status, "{secret}");
    }
    let bearer = format!("Bearer {scraping}");
    let draw = house
        .post_with(
            "/plantain/v1/images/generate",
            &[("authorization", &bearer)],
            r#"{"prompt":"a pear"}"#,
        )
        .await;
    assert_eq!(draw.status.as_u16(), 403, "it may read the metrics only");
}

#[tokio::test]
async fn readiness_names_the_part_that_fails() {
    let house = House::open().await;
    let answer = house.get("/readyz").await;
    let all = json!({"status": "ready", "checks": {"database": "ok", "storage": "ok", "limits": "ok", "worker": "ok"}});
    assert_eq!((answer.status.as_u16(), answer.json()), (200, all));

    let failing = House::probing("disk", Finding::Failing("9 MiB are free of 10".into())).await;
    let answer = failing.get("/readyz").await;
    assert_eq!(answer.status.as_u16(), 503);
    assert_eq!(answer.json()["status"], "failing");
    assert_eq!(answer.json()["checks"]["disk"], "failing");
    assert!(
        !String::from_utf8_lossy(&answer.bytes).contains("MiB"),
        "strangers were told details"
    );
    let page = metrics(&failing, "").await;
    let page = String::from_utf8(page.bytes.to_vec()).unwrap();
    assert_eq!(
        value(&page, "plantain_up{part=\"disk\"}").as_deref(),
        Some("0")
    );

    let limping = House::probing("extra", Finding::Limping("slow".into())).await;
    let answer = limping.get("/readyz").await;
    assert_eq!(answer.status.as_u16(), 200);
    assert_eq!(answer.json()["checks"]["extra"], "limping");
    limping.server.drain();
    let answer = limping.get("/readyz").await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["status"]),
        (503, &json!("draining"))
    );
}
