//! Pictures behind signed addresses.

use axum::body::Body;
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use plantain_api::{RenderLink, render_purpose};
use plantain_engine::JobSubject;
use plantain_testkit::Behaviour;
use serde_json::{Value, json};

use crate::house::{Answer, House, request};

/// Returns the path and query of a picture, signed for whoever pays.
fn signed(house: &House, owner: &str, name: &str, pairs: &[(&str, &str)]) -> String {
    let mut link = RenderLink {
        name: name.to_owned(),
        pairs: pairs
            .iter()
            .map(|(word, value)| ((*word).to_owned(), (*value).to_owned()))
            .collect(),
    };
    if !owner.is_empty() {
        link.pairs.insert("key".into(), owner.into());
    }
    let outputs = &house.server.app.outputs;
    link.signed(&outputs.derived_secret(&render_purpose(owner)))
}

async fn get(house: &House, path: &str, headers: &[(&str, &str)]) -> Answer {
    house
        .send(request(Method::GET, path, headers, Body::empty()))
        .await
}

/// Returns what the engine was asked for first.
fn prompt(house: &House) -> String {
    match &house.engine.jobs()[0].subject {
        JobSubject::Prompt(prompt) => prompt.to_string(),
        other => panic!("the engine was asked for {other:?}"),
    }
}

#[tokio::test]
async fn a_signed_address_is_a_picture_that_caches_keep() {
    let house = House::open().await;
    let path = signed(
        &house,
        "",
        "a cake / with \"50 %\".png",
        &[("size", "32x16")],
    );
    let first = get(&house, &path, &[]).await;
    assert_eq!(first.status, 200, "{:?}", first.bytes);
    assert_eq!(first.header("content-type"), "image/png");
    assert_eq!(
        first.header("cache-control"),
        "public, max-age=2592000, immutable"
    );
    assert_eq!(prompt(&house), "a cake / with \"50 %\"");
    let etag = first.header("etag").to_owned();
    let again = get(&house, &path, &[("if-none-match", &etag)]).await;
    assert_eq!((again.status.as_u16(), again.bytes.len()), (304, 0));
    assert_eq!(house.engine.jobs().len(), 1);
}

#[tokio::test]
async fn templates_are_filled_in() {
    let house = House::open().await;
    let path = signed(
        &house,
        "",
        "og-card.webp",
        &[("title", "Say \"hi\""), ("tier", "512")],
    );
    let answer = get(&house, &path, &[]).await;
    assert_eq!(answer.status, 200, "{:?}", answer.bytes);
    assert_eq!(prompt(&house), "a social card, title \"Say “hi”\"");
}

#[tokio::test]
async fn the_key_of_the_address_pays() {
    let house = House::with(Behaviour::Draw, false).await;
    house.key("laptop").await;
    let keys = house.server.app.authority.keys();
    let key = keys.list().await.unwrap()[0].id.to_string();
    let path = signed(&house, &key, "a cake.png", &[("size", "16x16")]);
    assert_eq!(get(&house, &path, &[]).await.status, 200);
    let nobody = signed(&house, "", "a cake.png", &[]);
    assert_eq!(get(&house, &nobody, &[]).await.status, 403);
    assert!(keys.revoke(&key, 1).await.unwrap());
    let revoked = get(&house, &path, &[]).await;
    assert_eq!(revoked.json()["error"]["code"], "key_ended");
}

/// Has an address signed, and returns the path and query of it.
async fn sign(house: &House, key: &str, body: &Value) -> Answer {
    let key = format!("Bearer {key}");
    let headers = [("authorization", key.as_str())];
    let body = Body::from(body.to_string());
    let path = "/plantain/v1/renders/sign";
    house
        .send(request(Method::POST, path, &headers, body))
        .await
}

#[tokio::test]
async fn addresses_are_signed_for_whoever_asks() {
    let order = json!({"name": "og-card.webp", "with": {"title": "50 % & more", "size": "32x16"}, "hours": 1});
    let open = House::open().await;
    let closed = House::with(Behaviour::Draw, false).await;
    let key = closed.key("laptop").await;
    for (house, key) in [(&open, "any"), (&closed, key.as_str())] {
        let told = sign(house, key, &order).await;
        assert_eq!(told.status, 200, "{:?}", told.bytes);
        let url = told.json()["url"].as_str().unwrap().to_owned();
        let path = &url[url.find("/r/").unwrap()..];
        let drawn = get(house, path, &[]).await;
        assert_eq!(drawn.status, 200, "{path}: {:?}", drawn.bytes);
        assert_eq!(prompt(house), "a social card, title \"50 % & more\"");
        let seconds = told.json()["expires"].to_string();
        assert!(path.contains(&format!("expires={seconds}")), "{path}");
    }
}

#[tokio::test]
async fn the_secret_that_is_told_signs() {
    let house = House::open().await;
    let told = house.get("/plantain/v1/renders/secret").await.json();
    let secret = URL_SAFE_NO_PAD.decode(told["secret"].as_str().unwrap());
    let link = RenderLink {
        name: "a cake.png".to_owned(),
        pairs: [("size".to_owned(), "16x16".to_owned())].into(),
    };
    let path = link.signed(&secret.unwrap());
    assert_eq!(get(&house, &path, &[]).await.status, 200);
}

#[tokio::test]
async fn templates_are_listed_and_bad_orders_are_not_signed() {
    let house = House::open().await;
    let told = house.get("/plantain/v1/renders/templates").await.json();
    let expected = json!({"templates": [{"name": "og-card", "places": ["title"]}]});
    assert_eq!(told, expected);
    for (order, field) in [
        (json!({"name": "og-card.png"}), "title"),
        (json!({"name": "a cake"}), "name"),
        (json!({"name": "a.png", "with": {"size": "9"}}), "size"),
        (json!({"name": "a.png", "with": {"seed": 7}}), "with.seed"),
        (json!({"name": "a.png", "expires": 7}), "expires"),
        (json!({}), "name"),
    ] {
        let refused = sign(&house, "any", &order).await;
        assert_eq!(refused.status, 400, "{order}: {:?}", refused.bytes);
        assert_eq!(refused.json()["error"]["field"], field, "{order}");
    }
    // A server with keys lets nobody open what no key pays for.
    let closed = House::with(Behaviour::Draw, false).await;
    closed.key("laptop").await;
    let stranger = sign(&closed, "unknown", &json!({"name": "a.png"})).await;
    assert_eq!(stranger.status, 401);
}

#[tokio::test]
async fn what_is_wrong_is_told() {
    let house = House::open().await;
    let good = signed(&house, "", "a cake.png", &[]);
    for (path, status, code) in [
        (good.replace("cake", "cave"), 403, "wrong_signature"),
        (format!("{good}?seed=1"), 403, "wrong_signature"),
        ("/r/x/a.png".to_owned(), 403, "wrong_signature"),
        (format!("{good}?seed=%zz"), 400, "invalid_query"),
        (signed(&house, "", "a cake", &[]), 400, "invalid_name"),
        (signed(&house, "", "a cake.gif", &[]), 400, "invalid_format"),
        (
            signed(&house, "", "a cake.png", &[("title", "x")]),
            400,
            "unknown_field",
        ),
        (
            signed(&house, "", "a cake.png", &[("size", "0x0")]),
            400,
            "invalid_size",
        ),
        (
            signed(&house, "", "a cake.png", &[("expires", "7")]),
            404,
            "expired",
        ),
        (
            signed(&house, "", "a cake.png", &[("expires", "soon")]),
            400,
            "invalid_expiry",
        ),
        (signed(&house, "", "og-card.png", &[]), 400, "missing_field"),
        (
            signed(&house, "", "og-card.png", &[("title", "x"), ("by", "y")]),
            400,
            "unknown_place",
        ),
    ] {
        let answer = get(&house, &path, &[]).await;
        assert_eq!(answer.status.as_u16(), status, "{path}: {:?}", answer.bytes);
        assert_eq!(answer.json()["error"]["code"], code, "{path}");
    }
}
