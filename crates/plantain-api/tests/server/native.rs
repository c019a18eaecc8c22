//! `/plantain/v1`.

use axum::http::{Method, StatusCode};
use plantain_core::OutputFormat;
use serde_json::json;

use crate::house::{ADMIN_TOKEN, House, measure, picture, request};

const PATH: &str = "/plantain/v1/images/generate";

#[tokio::test]
async fn a_picture_with_everything_about_it() {
    let house = House::open().await;
    let body = r#"{"prompt":"a cat","size":"64x32","seed":7,"include_scene":true}"#;
    let answer = house.post(PATH, body).await;
    assert_eq!(answer.status, StatusCode::OK);
    let json = answer.json();
    let image = &json["images"][0];
    assert_eq!(picture(&image["b64_json"]), (OutputFormat::Png, 64, 32));
    assert_eq!(json["model"], "easel");
    assert_eq!(json["engine"], json!({"name": "easel", "version": "test"}));
    assert_eq!(json["created"], crate::house::NOW_MS / 1000);
    assert_eq!(image["seed"], 7);
    assert_eq!(image["notes"][0]["code"], "drawn_instead");
    assert_eq!(image["plan"].as_array().unwrap().len(), 2);
    assert_eq!(image["scene"]["canvas"]["width"], 64);
    assert_eq!(json["timing"]["cached"], false);
    assert_eq!(answer.header("x-plantain-seed"), "7");
    assert_eq!(answer.header("x-plantain-engine"), "easel/test");
    assert_eq!(answer.header("x-plantain-notes"), "drawn_instead");
    assert!(
        house.objects.is_empty(),
        "nothing is stored unless a link is asked for"
    );

    let again = house.post(PATH, body).await.json();
    assert_eq!(again["images"][0]["b64_json"], image["b64_json"]);
    assert_eq!(again["timing"]["cached"], true);
    assert_eq!(house.engine.jobs().len(), 1);
}

#[tokio::test]
async fn every_format_and_way_of_delivery() {
    let house = House::open().await;
    for format in OutputFormat::ALL {
        let body =
            format!(r#"{{"prompt":"a cat","size":"16x16","format":"{format}","output":"binary"}}"#);
        let answer = house.post(PATH, &body).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("content-type"), format.media_type());
        assert_eq!(measure(&answer.bytes).0, format);
    }
    let accept = [("accept", "image/png")];
    let answer = house
        .post_with(PATH, &accept, r#"{"prompt":"a cat","size":"16x16"}"#)
        .await;
    assert_eq!(measure(&answer.bytes), (OutputFormat::Png, 16, 16));

    let body = r#"{"prompt":"a cat","size":"16x16","count":3,"output":"url","format":"webp"}"#;
    let json = house.post(PATH, body).await.json();
    assert_eq!(json["images"].as_array().unwrap().len(), 3);
    let url = json["images"][2]["url"].as_str().unwrap();
    assert!(
        url.starts_with("http://127.0.0.1:8080/o/") && url.ends_with(".webp"),
        "{url}"
    );
    assert!(json["images"][2].get("b64_json").is_none());
    assert_eq!(house.objects.len(), 3);
}

#[tokio::test]
async fn scenes_are_planned_and_rendered() {
    let house = House::open().await;
    let plan = house
        .post(
            "/plantain/v1/scenes/plan",
            r#"{"prompt":"a cat","size":"32x32"}"#,
        )
        .await;
    let json = plan.json();
    assert_eq!((&json["width"], &json["height"]), (&json!(32), &json!(32)));
    let body = json!({"scene": json["scene"], "size": "32x32"}).to_string();
    let answer = house.post("/plantain/v1/scenes/render", &body).await;
    assert_eq!(picture(&answer.json()["images"][0]["b64_json"]).1, 32);
    let broken = house
        .post("/plantain/v1/scenes/render", r#"{"scene":[1]}"#)
        .await;
    assert_eq!(broken.status, StatusCode::BAD_REQUEST);
    assert_eq!(broken.json()["error"]["code"], "invalid_scene");
    let schema = house.get("/plantain/v1/scene.schema.json").await;
    assert_eq!(schema.json()["title"], "Scene");
}

#[tokio::test]
async fn wishes_reach_the_engine() {
    let house = House::open().await;
    let body = r#"{"prompt":"a cat","aspect_ratio":"16:9","tier":"512","strict":true,"filler":"none","background":"transparent","model":"nano-banana-2"}"#;
    let answer = house.post(PATH, body).await;
    assert_eq!(answer.status, StatusCode::OK, "{:?}", answer.json());
    assert_eq!(answer.json()["model"], "nano-banana-2");
    let jobs = house.engine.jobs();
    let job = &jobs[0];
    assert!(job.strict && !job.filler);
    assert_eq!(job.transparent, Some(true));
    assert_eq!(job.size.resolve(&Default::default()).to_string(), "688x384");
}

#[tokio::test]
async fn models_are_listed_with_what_they_can_do() {
    let house = House::open().await;
    let json = house.get("/plantain/v1/models").await.json();
    let models = json["models"].as_array().unwrap();
    assert_eq!(models[0]["id"], "easel");
    assert!(
        models
            .iter()
            .any(|model| model["id"] == "dall-e-3" && model["engine"] == "easel")
    );
}

#[tokio::test]
async fn keys_are_made_shown_once_and_revoked() {
    let house = House::open().await;
    let admin = format!("Bearer {ADMIN_TOKEN}");
    let admin = [("authorization", admin.as_str())];
    let keys = "/plantain/v1/keys";
    assert_eq!(house.get(keys).await.status, StatusCode::UNAUTHORIZED);
    let made = house.post_with(keys, &admin, r#"{"name":"laptop"}"#).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let made = made.json();
    let secret = made["key"].as_str().unwrap();

    // The server is closed from now on.
    let body = r#"{"prompt":"a cat","size":"16x16"}"#;
    assert_eq!(
        house.post(PATH, body).await.status,
        StatusCode::UNAUTHORIZED
    );
    let with_key = [("authorization", format!("Bearer {secret}"))];
    let with_key = [(with_key[0].0, with_key[0].1.as_str())];
    assert_eq!(
        house.post_with(PATH, &with_key, body).await.status,
        StatusCode::OK
    );

    let list = house
        .send(request(Method::GET, keys, &admin, "".into()))
        .await
        .json();
    assert_eq!(list["keys"][0]["name"], "laptop");
    assert!(
        list["keys"][0].get("key").is_none(),
        "the secret is shown once"
    );
    let path = format!("{keys}/{}", made["id"].as_str().unwrap());
    let gone = house
        .send(request(Method::DELETE, &path, &admin, "".into()))
        .await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    assert_eq!(
        house.post_with(PATH, &with_key, body).await.status,
        StatusCode::UNAUTHORIZED
    );
    let again = house
        .send(request(Method::DELETE, &path, &admin, "".into()))
        .await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}
