//! Batches over the native API. No worker runs here, so that tasks wait as they were taken.

use axum::body::Body;
use axum::http::Method;
use plantain_app::{PriceBook, PriceWish, Unpriced};
use serde_json::{Value, json};

use crate::house::{ADMIN_TOKEN, Answer, House, request};

const PATH: &str = "/plantain/v1/batches";
const LINES: &str =
    "{\"id\": \"a\", \"prompt\": \"a cat\"}\n{\"prompt\": \"a dog\", \"seed\": 4}\n";
const TABLE: &str = "id,prompt,seed\na,a cat,\n,a dog,4\n";

async fn send(house: &House, media_type: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let mut all = vec![("content-type", media_type)];
    all.extend(headers);
    let path = format!("{PATH}?name=spring");
    house
        .send(request(
            Method::POST,
            &path,
            &all,
            Body::from(body.to_owned()),
        ))
        .await
}

async fn results(house: &House, id: &str) -> Vec<Value> {
    let answer = house.get(&format!("{PATH}/{id}/results")).await;
    let text = String::from_utf8(answer.bytes.to_vec()).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[tokio::test]
async fn rows_of_every_form_become_tasks() {
    let object = json!({"name": "spring", "requests": [{"id": "a", "prompt": "a cat"}, {"prompt": "a dog", "seed": 4}]});
    for (media_type, body) in [
        ("application/json", object.to_string()),
        ("application/jsonl", LINES.to_owned()),
        ("text/csv; charset=utf-8", TABLE.to_owned()),
    ] {
        let house = House::open().await;
        let answer = send(&house, media_type, &[], &body).await;
        assert_eq!(answer.status, 202, "{media_type}: {:?}", answer.bytes);
        let batch = answer.json();
        let id = batch["id"].as_str().unwrap();
        assert_eq!(answer.header("location"), format!("{PATH}/{id}"));
        assert_eq!(
            (&batch["name"], &batch["total"]),
            (&json!("spring"), &json!(2))
        );
        assert_eq!(
            (&batch["queued"], &batch["done"]),
            (&json!(2), &json!(false))
        );
        let rows = results(&house, id).await;
        let told: Vec<_> = rows
            .iter()
            .map(|row| {
                (
                    row["row"].clone(),
                    row["id"].clone(),
                    row["task"]["prompt"].clone(),
                )
            })
            .collect();
        let expected = [
            (json!(1), json!("a"), json!("a cat")),
            (json!(2), Value::Null, json!("a dog")),
        ];
        assert_eq!(told, expected, "{media_type}");
        let listed = house.get(PATH).await.json();
        assert_eq!(listed["batches"][0]["id"], id);
    }
}

#[tokio::test]
async fn a_batch_is_drawn_and_told_of() {
    let house = House::open().await;
    let batch = send(&house, "text/csv", &[], TABLE).await.json();
    let id = batch["id"].as_str().unwrap();
    let tasks = &house.server.app.tasks;
    while let Some(task) = tasks.claim().await.unwrap() {
        tasks.work(task).await;
    }
    let after = house.get(&format!("{PATH}/{id}")).await.json();
    assert_eq!(
        (&after["succeeded"], &after["done"]),
        (&json!(2), &json!(true))
    );
    let table = house.get(&format!("{PATH}/{id}/results?format=csv")).await;
    let text = String::from_utf8(table.bytes.to_vec()).unwrap();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], "row,id,task,status,urls,error");
    assert!(lines[1].starts_with("1,a,task_") && lines[1].contains(",succeeded,http"));
}

#[tokio::test]
async fn the_same_promise_is_the_same_batch() {
    let house = House::open().await;
    let promise = [("idempotency-key", "monday")];
    let first = send(&house, "text/csv", &promise, TABLE).await.json();
    let again = send(&house, "text/csv", &promise, TABLE).await.json();
    assert_eq!(
        (&first["id"], &first["queued"]),
        (&again["id"], &again["queued"])
    );
    let other = send(
        &house,
        "application/jsonl",
        &promise,
        "{\"prompt\": \"a cow\"}",
    )
    .await;
    assert_eq!(other.status, 409);
    // A body that begins like the first one takes nothing from it.
    let half = "{\"id\": \"a\", \"prompt\": \"a cat\"}\n{\"prompt\": \"a cow\"}\n";
    let other = send(&house, "application/jsonl", &promise, half).await;
    assert_eq!(other.status, 409);
    let path = format!("{PATH}/{}", first["id"].as_str().unwrap());
    let after = house.get(&path).await.json();
    assert_eq!(
        (&after["queued"], &after["cancelled"], &after["created_ms"]),
        (&json!(2), &json!(0), &first["created_ms"])
    );
}

#[tokio::test]
async fn what_was_not_begun_can_be_cancelled() {
    let house = House::open().await;
    let batch = send(&house, "text/csv", &[], TABLE).await.json();
    let path = format!("{PATH}/{}/cancel", batch["id"].as_str().unwrap());
    let after = house.post(&path, "").await.json();
    assert_eq!(
        (&after["cancelled"], &after["done"]),
        (&json!(2), &json!(true))
    );
    for path in [format!("{PATH}/batch_unknown"), format!("{PATH}/x/results")] {
        assert_eq!(house.get(&path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn all_rows_are_taken_or_none() {
    for (body, status, field) in [
        ("{\"prompt\": \"a cat\"}\n{\"prompt\": 7}\n", 400, "line 2"),
        (
            "{\"prompt\": \"a cat\"}\n{\"promt\": \"x\"}\n",
            400,
            "line 2",
        ),
        (
            "{\"prompt\": \"a cat\"}\n{\"prompt\": \"x\", \"size\": \"0x0\"}",
            400,
            "line 2.size",
        ),
        (
            "{\"prompt\": \"a cat\"}\n{\"prompt\": \"x\", \"model\": \"nobody\"}",
            404,
            "line 2.model",
        ),
        (
            "{\"prompt\": \"a cat\"}\n{\"prompt\": \"x\", \"webhook\": \"http://10.0.0.1/\"}",
            400,
            "line 2.webhook",
        ),
        ("", 400, "rows"),
    ] {
        let house = House::open().await;
        let answer = send(&house, "application/jsonl", &[], body).await;
        assert_eq!(answer.status, status, "{body}: {:?}", answer.bytes);
        let told = answer.json()["error"]["field"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        assert!(told.starts_with(field), "{body}: {told}");
        let tasks = house.get("/plantain/v1/tasks").await.json();
        assert_eq!(tasks["tasks"], json!([]), "{body}");
    }
    let house = House::open().await;
    assert_eq!(send(&house, "text/html", &[], "x").await.status, 400);
}

#[tokio::test]
async fn a_batch_that_does_not_fit_the_budget_is_not_taken() {
    let wish = PriceWish {
        amount: "1".into(),
        ..PriceWish::default()
    };
    let price = wish.check(&|name| name.to_owned()).unwrap();
    let house = House::priced(PriceBook::new(vec![price], Unpriced::Refuse)).await;
    let admin = format!("Bearer {ADMIN_TOKEN}");
    let budget = r#"{"subject": "all", "period": "total", "limit": "2.5"}"#;
    let set = house
        .post_with("/plantain/v1/budgets", &[("authorization", &admin)], budget)
        .await;
    assert_eq!(set.status, 200);
    let key = format!("Bearer {}", house.key("laptop").await);
    let three = "{\"prompt\": \"a cat\"}\n".repeat(3);
    let headers = [("authorization", key.as_str())];
    let refused = send(&house, "application/jsonl", &headers, &three).await;
    assert_eq!(refused.status, 402, "{:?}", refused.bytes);
    let state = &house.server.app.books.budgets().await.unwrap()[0];
    assert_eq!((state.reserved.0, state.settled.0), (0, 0));
    let two = "{\"prompt\": \"a cat\"}\n".repeat(2);
    assert_eq!(
        send(&house, "application/jsonl", &headers, &two)
            .await
            .status,
        202
    );
}
