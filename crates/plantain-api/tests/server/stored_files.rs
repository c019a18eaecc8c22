//! What is stored of a caller: listing, pinning, deleting, and deleting all of it.

use axum::http::Method;
use plantain_testkit::Behaviour;

use crate::house::{ADMIN_TOKEN, Answer, House, request};

async fn ask(house: &House, key: &str, method: Method, path: &str, body: &str) -> Answer {
    let bearer = format!("Bearer {key}");
    let headers = &[("authorization", &*bearer)];
    house
        .send(request(method, path, headers, body.to_owned().into()))
        .await
}

/// Has a picture drawn by a task and returns the task's id.
async fn drawn(house: &House, key: &str, prompt: &str) -> String {
    let body = format!("{{\"prompt\":{prompt:?}}}");
    let task = ask(house, key, Method::POST, "/plantain/v1/tasks", &body).await;
    house.work().await;
    task.json()["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn files_are_listed_pinned_and_let_go() {
    let house = House::with(Behaviour::Draw, false).await;
    let (ann, bob) = (house.key("ann").await, house.key("bob").await);
    let task = drawn(&house, &ann, "a pear").await;
    let list = |key: String| {
        let house = &house;
        async move {
            ask(house, &key, Method::GET, "/plantain/v1/files", "")
                .await
                .json()
        }
    };
    let page = list(ann.clone()).await;
    let file = &page["files"][0];
    assert_eq!(
        (&page["files_total"], &file["task"]),
        (&1.into(), &task.into())
    );
    assert_eq!(file["pinned"], false);
    let url = file["url"].as_str().unwrap();
    let path = &url[url.find("/o/").unwrap()..];
    assert_eq!(house.get(path).await.status.as_u16(), 200, "the link works");
    let name = file["name"].as_str().unwrap();
    let pin = format!("/plantain/v1/files/{name}/pin");
    for (key, method, status) in [
        (&bob, Method::PUT, 404),
        (&ann, Method::PUT, 204),
        (&ann, Method::PUT, 204),
    ] {
        let answer = ask(&house, key, method, &pin, "").await;
        assert_eq!(answer.status.as_u16(), status);
    }
    assert_eq!(list(ann.clone()).await["files"][0]["pinned"], true);
    assert_eq!(
        ask(&house, &ann, Method::DELETE, &pin, "")
            .await
            .status
            .as_u16(),
        204
    );
    assert_eq!(list(ann.clone()).await["files"][0]["pinned"], false);
    let gone = format!("/plantain/v1/files/{name}");
    for (key, status) in [(&bob, 404), (&ann, 204), (&ann, 404)] {
        let answer = ask(&house, key, Method::DELETE, &gone, "").await;
        assert_eq!(answer.status.as_u16(), status);
    }
    assert_eq!(list(ann.clone()).await["files_total"], 0);
    let odd = ask(
        &house,
        &ann,
        Method::DELETE,
        "/plantain/v1/files/..%2Fx",
        "",
    )
    .await;
    assert_eq!(odd.json()["error"]["code"], "invalid_name");
}

#[tokio::test]
async fn everything_of_a_key_goes_and_nothing_of_others() {
    let house = House::with(Behaviour::Draw, false).await;
    let (ann, bob) = (house.key("ann").await, house.key("bob").await);
    let hers = drawn(&house, &ann, "a secret pear").await;
    let his = drawn(&house, &bob, "a plum").await;
    let body = r#"{"prompt":"never drawn"}"#;
    let waiting = ask(&house, &ann, Method::POST, "/plantain/v1/tasks", body).await;
    let session = ask(&house, &ann, Method::POST, "/plantain/v1/sessions", "{}").await;
    assert_eq!(session.status.as_u16(), 201);

    let forgotten = ask(&house, &ann, Method::DELETE, "/plantain/v1/data", "").await;
    assert_eq!(forgotten.status.as_u16(), 200);
    let forgotten = forgotten.json();
    assert_eq!(
        (&forgotten["tasks"], &forgotten["sessions"]),
        (&2.into(), &1.into())
    );
    assert_eq!(
        (&forgotten["files"], &forgotten["tasks_running"]),
        (&1.into(), &0.into())
    );
    let waiting = waiting.json()["id"].as_str().unwrap().to_owned();
    for (key, id, status) in [(&ann, &hers, 404), (&ann, &waiting, 404), (&bob, &his, 200)] {
        let path = format!("/plantain/v1/tasks/{id}");
        let answer = ask(&house, key, Method::GET, &path, "").await;
        assert_eq!(answer.status.as_u16(), status);
    }
    let reckoning = house.server.app.tasks.record().reckon().await.unwrap();
    assert!(reckoning.agrees(), "{reckoning:?}");

    let keys = ask(&house, ADMIN_TOKEN, Method::GET, "/plantain/v1/keys", "")
        .await
        .json();
    let keys = keys["keys"].as_array().unwrap().clone();
    let id = keys.iter().find(|key| key["name"] == "bob").unwrap()["id"].clone();
    let path = format!("/plantain/v1/keys/{}/data", id.as_str().unwrap());
    assert_eq!(
        ask(&house, &ann, Method::DELETE, &path, "")
            .await
            .status
            .as_u16(),
        403
    );
    let forgotten = ask(&house, ADMIN_TOKEN, Method::DELETE, &path, "")
        .await
        .json();
    assert_eq!(forgotten["tasks"], 1);
    let audit = ask(
        &house,
        ADMIN_TOKEN,
        Method::GET,
        "/plantain/v1/audit?action=data.delete",
        "",
    )
    .await;
    assert_eq!(audit.json()["events"].as_array().unwrap().len(), 2);
}
