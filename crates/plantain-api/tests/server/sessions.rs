//! `/plantain/v1/sessions`.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use plantain_testkit::Behaviour;
use serde_json::{Value, json};

use crate::house::{Answer, House, measure, path, picture, request};

const PATH: &str = "/plantain/v1/sessions";

async fn begin(house: &House) -> String {
    let answer = house.post(PATH, "").await;
    assert_eq!(answer.status, StatusCode::CREATED);
    let id = answer.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(answer.header("location"), format!("{PATH}/{id}"));
    id
}

async fn say(house: &House, session: &str, body: Value) -> Answer {
    let path = format!("{PATH}/{session}/turns");
    house.post(&path, &body.to_string()).await
}

async fn said(house: &House, session: &str, body: Value) -> Value {
    let answer = say(house, session, body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.json());
    answer.json()
}

async fn delete(house: &House, path: &str) -> Answer {
    house
        .send(request(Method::DELETE, path, &[], Body::empty()))
        .await
}

#[tokio::test]
async fn turns_go_on_from_each_other_branch_and_go_back() {
    let house = House::open().await;
    let id = begin(&house).await;
    let first = json!({"prompt": "a lamp", "size": "640x320", "seed": 7});
    let first = said(&house, &id, first).await;
    assert_eq!(
        (&first["number"], &first["action"]),
        (&json!(1), &json!("generate"))
    );
    assert_eq!(first["parent"], Value::Null);
    assert_eq!(first["head"], first["id"]);
    let image = &first["images"][0];
    assert_eq!((&image["width"], &image["seed"]), (&json!(640), &json!(7)));
    let file = house.get(&path(&image["url"])).await;
    assert_eq!(measure(&file.bytes).1, 640);
    let small = house.get(&path(&image["thumbnail_url"])).await;
    assert_eq!(small.header("content-type"), "image/webp");

    let second = said(&house, &id, json!({"prompt": "make it blue"})).await;
    assert_eq!(
        (&second["action"], &second["parent"]),
        (&json!("edit"), &first["id"])
    );
    assert_eq!(
        second["images"][0]["seed"], 7,
        "a conversation keeps its seed"
    );

    // A branch from the first turn takes the head; undo goes to its parent.
    let branch = json!({"prompt": "make it red", "parent": first["id"], "output": "b64_json"});
    let branch = said(&house, &id, branch).await;
    assert_eq!(
        (&branch["parent"], &branch["head"]),
        (&first["id"], &branch["id"])
    );
    assert_eq!(picture(&branch["images"][0]["b64_json"]).1, 1024);
    let undo = format!("{PATH}/{id}/undo");
    assert_eq!(house.post(&undo, "").await.json()["head"], first["id"]);
    let answer = house.post(&undo, "").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(answer.json()["error"]["code"], "nothing_to_undo");
    let to = json!({"to": second["id"]}).to_string();
    assert_eq!(house.post(&undo, &to).await.json()["head"], second["id"]);

    let whole = house.get(&format!("{PATH}/{id}")).await.json();
    assert_eq!(
        (&whole["turns"], &whole["head"]),
        (&json!(3), &second["id"])
    );
    let numbers: Vec<&Value> = whole["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| &t["id"])
        .collect();
    assert_eq!(numbers, [&first["id"], &second["id"], &branch["id"]]);

    let page = house
        .get(&format!("{PATH}/{id}/turns?limit=2"))
        .await
        .json();
    assert_eq!(
        (&page["next_after"], page["turns"].as_array().unwrap().len()),
        (&json!("2"), 2)
    );
    let page = house
        .get(&format!("{PATH}/{id}/turns?after=2"))
        .await
        .json();
    assert_eq!(
        (&page["turns"][0]["id"], &page["next_after"]),
        (&branch["id"], &Value::Null)
    );

    // Each turn is a task of the session.
    let tasks = house
        .get(&format!("/plantain/v1/tasks?session={id}"))
        .await
        .json();
    let ids: Vec<&Value> = tasks["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| &t["id"])
        .collect();
    assert_eq!(ids, [&branch["task"], &second["task"], &first["task"]]);
}

#[tokio::test]
async fn pictures_are_brought_kept_and_gone_on_from() {
    let house = House::open().await;
    let id = begin(&house).await;
    let drawn = said(
        &house,
        &id,
        json!({"prompt": "a cup", "output": "b64_json", "size": "32x16"}),
    )
    .await;
    let file = drawn["images"][0]["b64_json"].as_str().unwrap().to_owned();

    let other = begin(&house).await;
    let brought = said(&house, &other, json!({"image": file})).await;
    assert_eq!(
        (&brought["action"], &brought["task"]),
        (&json!("upload"), &Value::Null)
    );
    assert_eq!(brought["images"][0]["seed"], Value::Null);
    let edited = said(&house, &other, json!({"prompt": "make it blue"})).await;
    assert_eq!(edited["parent"], brought["id"]);

    // A mask as large as the picture, as shapes, and one that is too small.
    let shapes = json!([{"box": [2, 2, 8, 8]}]);
    said(
        &house,
        &other,
        json!({"prompt": "make it red", "mask_shapes": shapes}),
    )
    .await;
    let answer = say(&house, &other, json!({"prompt": "x", "parent_image": 3})).await;
    assert_eq!(answer.json()["error"]["field"], "parent_image");

    let form = "--X\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\nmake it green\r\n\
                --X\r\nContent-Disposition: form-data; name=\"output\"\r\n\r\nbinary\r\n--X--\r\n";
    let headers = [("content-type", "multipart/form-data; boundary=X")];
    let turns = format!("{PATH}/{other}/turns");
    let answer = house.post_with(&turns, &headers, form).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(measure(&answer.bytes).1, 1024);
    assert!(answer.header("x-plantain-turn").starts_with("turn_"));
}

#[tokio::test]
async fn what_is_wrong_is_said_and_changes_nothing() {
    let house = House::open().await;
    let id = begin(&house).await;
    let first = said(&house, &id, json!({"prompt": "a cup"})).await;
    for (body, status, code) in [
        (json!({}), 400, "missing_field"),
        (
            json!({"prompt": "x", "action": "dance"}),
            400,
            "invalid_action",
        ),
        (
            json!({"prompt": "x", "parent": "turn_x"}),
            404,
            "unknown_turn",
        ),
        (
            json!({"prompt": "x", "parent": "\u{0}"}),
            404,
            "unknown_turn",
        ),
        (json!({"image": "bm8gcGljdHVyZQ=="}), 400, "invalid_image"),
        (json!({"prompt": "x", "sise": 1}), 400, "unknown_field"),
        (
            json!({"prompt": "x", "action": "generate", "image": "aGk="}),
            400,
            "image_without_edit",
        ),
    ] {
        let answer = say(&house, &id, body.clone()).await;
        let json = answer.json();
        assert_eq!(answer.status.as_u16(), status, "{body}: {json}");
        assert_eq!(json["error"]["code"], code, "{body}");
    }
    let empty = begin(&house).await;
    let answer = say(
        &house,
        &empty,
        json!({"prompt": "bigger", "action": "edit"}),
    )
    .await;
    assert_eq!(answer.json()["error"]["field"], "image");
    let undo = house.post(&format!("{PATH}/{empty}/undo"), "{}").await;
    assert_eq!(undo.status, StatusCode::CONFLICT);
    let whole = house.get(&format!("{PATH}/{id}")).await.json();
    assert_eq!((&whole["turns"], &whole["head"]), (&json!(1), &first["id"]));
    for (path, code) in [
        ("/ses_x", "unknown_session"),
        ("/%00", "unknown_session"),
        ("?after=x", "invalid_after"),
    ] {
        let answer = house.get(&format!("{PATH}{path}")).await;
        assert_eq!(answer.json()["error"]["code"], code, "{path}");
    }
    let long = json!({"title": "x".repeat(201)}).to_string();
    assert_eq!(
        house.post(PATH, &long).await.json()["error"]["field"],
        "title"
    );
}

#[tokio::test]
async fn two_turns_at_once_are_both_kept() {
    let house = House::open().await;
    let id = begin(&house).await;
    let first = said(&house, &id, json!({"prompt": "a cup"})).await;
    let (a, b) = tokio::join!(
        said(&house, &id, json!({"prompt": "make it blue"})),
        said(&house, &id, json!({"prompt": "make it red"})),
    );
    assert_eq!((&a["parent"], &b["parent"]), (&first["id"], &first["id"]));
    let earlier = if a["number"] == 2 { &a } else { &b };
    let whole = house.get(&format!("{PATH}/{id}")).await.json();
    assert_eq!(
        (&whole["turns"], &whole["head"]),
        (&json!(3), &earlier["id"])
    );
}

#[tokio::test]
async fn the_same_turn_is_taken_once() {
    let house = House::open().await;
    let id = begin(&house).await;
    let turns = format!("{PATH}/{id}/turns");
    let headers = [("idempotency-key", "k1")];
    let body = json!({"prompt": "a cup", "seed": 3}).to_string();
    let once = house.post_with(&turns, &headers, &body).await.json();
    let again = house.post_with(&turns, &headers, &body).await.json();
    assert_eq!(once["id"], again["id"]);
    let other = house
        .post_with(&turns, &headers, r#"{"prompt":"a pot"}"#)
        .await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert_eq!(house.get(&format!("{PATH}/{id}")).await.json()["turns"], 1);
}

#[tokio::test]
async fn sessions_are_their_owners_and_go_with_their_pictures() {
    let house = House::with(Behaviour::Draw, false).await;
    let keys = [house.key("ann").await, house.key("bob").await];
    let ann = [("x-api-key", keys[0].as_str())];
    let bob = [("x-api-key", keys[1].as_str())];
    let made = house
        .post_with(PATH, &ann, r#"{"title":"a shop"}"#)
        .await
        .json();
    let id = made["id"].as_str().unwrap();
    let one = format!("{PATH}/{id}");
    let turns = format!("{one}/turns");
    let drawn = house.post_with(&turns, &ann, r#"{"prompt":"a cup"}"#).await;
    let url = path(&drawn.json()["images"][0]["url"]);
    let ask = |method, path: &str, who| house.send(request(method, path, who, Body::empty()));
    for (method, path) in [
        (Method::GET, &one),
        (Method::DELETE, &one),
        (Method::GET, &turns),
    ] {
        let answer = ask(method, path, &bob).await;
        assert_eq!(answer.json()["error"]["code"], "unknown_session", "{path}");
    }
    let listed = ask(Method::GET, PATH, &bob).await.json();
    assert_eq!(listed["sessions"], json!([]));
    let listed = ask(Method::GET, PATH, &ann).await.json();
    assert_eq!(listed["sessions"][0]["title"], "a shop");
    assert_eq!(house.get(&url).await.status, StatusCode::OK);

    let gone = ask(Method::DELETE, &one, &ann).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    let answer = ask(Method::GET, &one, &ann).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let claims = house
        .server
        .app
        .retention
        .forget(&made_owner(&house, &keys[0]).await, None)
        .await;
    assert_eq!(claims.unwrap().released, 0, "its claims went with it");
    let _ = delete(&house, &one).await;
}

/// Returns what a key's claims stand under.
async fn made_owner(house: &House, secret: &str) -> String {
    let keys = house.server.app.authority.keys().list().await.unwrap();
    let key = keys.iter().find(|key| secret.starts_with(&key.prefix));
    key.expect("the key was made").id.to_string()
}
