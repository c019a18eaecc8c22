//! How far a task has come, told to whoever follows it.

use std::time::Duration;

use axum::http::StatusCode;
use plantain_testkit::Behaviour;
use serde_json::{Value, json};

use crate::house::House;

#[tokio::test]
async fn a_task_says_how_far_it_is() {
    let half = Behaviour::DrawAfter(Duration::from_secs(3600));
    let house = House::with(half, true).await;
    let body = json!({"prompt": "a cat", "count": 2}).to_string();
    let begun = house.post("/plantain/v1/tasks", &body).await;
    assert_eq!(begun.status, StatusCode::ACCEPTED, "{:?}", begun.bytes);
    let path = format!(
        "/plantain/v1/tasks/{}",
        begun.json()["id"].as_str().unwrap()
    );
    let seen = async {
        loop {
            let task: Value = house.get(&path).await.json();
            if task["progress"] != 0 {
                return task;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let task = tokio::select! {
        task = seen => task,
        () = house.work() => unreachable!("it takes an hour"),
    };
    assert_eq!(task["status"], "running");
    // One picture or both are half done, as many as are drawn at once.
    assert!(
        [25, 50].contains(&task["progress"].as_i64().unwrap()),
        "{task}"
    );
}
