//! Files.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::{error, png, post_form};
use crate::house::{House, NOW_MS, request};

const PATH: &str = "/v1/files";

async fn upload(house: &House, name: &str, bytes: &[u8], purpose: &str) -> Value {
    let parts = [
        ("purpose", None, purpose.as_bytes()),
        ("file", Some(name), bytes),
    ];
    let answer = post_form(house, PATH, &parts).await;
    assert_eq!(answer.status, StatusCode::OK, "{:?}", answer.json());
    answer.json()
}

#[tokio::test]
async fn what_is_uploaded_is_found_until_it_is_deleted() {
    let house = House::open().await;
    let picture = png(8, 8, [1, 2, 3, 255]);
    let file = upload(&house, "naïve.png", &picture, "vision").await;
    let id = file["id"].as_str().unwrap();
    assert!(id.starts_with("file-"), "{id}");
    assert_eq!(file["object"], "file");
    assert_eq!(file["bytes"], picture.len());
    assert_eq!(file["created_at"], NOW_MS / 1000);
    assert_eq!(
        (&file["filename"], &file["purpose"]),
        (&json!("naïve.png"), &json!("vision"))
    );
    assert_eq!(house.objects.len(), 1);

    assert_eq!(house.get(&format!("{PATH}/{id}")).await.json(), file);
    let content = house.get(&format!("{PATH}/{id}/content")).await;
    assert_eq!(content.bytes, picture);
    assert_eq!(content.header("content-type"), "image/png");
    assert_eq!(content.header("content-disposition"), "attachment");

    let path = format!("{PATH}/{id}");
    let gone = house
        .send(request(Method::DELETE, &path, &[], Body::empty()))
        .await;
    assert_eq!(
        gone.json(),
        json!({"id": id, "object": "file", "deleted": true})
    );
    for path in [path.clone(), format!("{path}/content")] {
        let (status, code, param) = error(&house.get(&path).await);
        assert_eq!(
            (status, code.as_str(), param.as_str()),
            (404, "unknown_file", "file_id")
        );
    }
}

#[tokio::test]
async fn lists_have_pages() {
    let house = House::open().await;
    let mut ids = Vec::new();
    for n in 0..5 {
        let purpose = if n == 2 { "batch" } else { "vision" };
        let file = upload(&house, "a.jsonl", b"{}\n", purpose).await;
        assert_eq!(file["expires_at"].is_null(), n != 2);
        ids.push(file["id"].as_str().unwrap().to_owned());
    }
    // All were made at the same moment, so that their ids decide.
    ids.sort();
    let newest: Vec<_> = ids.iter().rev().cloned().collect();
    let list = |query: String| {
        let house = &house;
        async move { house.get(&format!("{PATH}{query}")).await.json() }
    };
    let found = |list: &Value| -> Vec<String> {
        let data = list["data"].as_array().unwrap();
        data.iter()
            .map(|file| file["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let all = list(String::new()).await;
    assert_eq!(found(&all), newest);
    assert_eq!(
        (&all["has_more"], &all["object"]),
        (&json!(false), &json!("list"))
    );
    let first = list("?limit=2".to_owned()).await;
    assert_eq!(
        (found(&first), &first["has_more"]),
        (newest[..2].to_vec(), &json!(true))
    );
    assert_eq!(first["last_id"], newest[1].as_str());
    let rest = list(format!("?limit=3&after={}", newest[1])).await;
    assert_eq!(
        (found(&rest), &rest["has_more"]),
        (newest[2..].to_vec(), &json!(false))
    );
    assert_eq!(
        found(&list("?order=asc&limit=1".to_owned()).await),
        ids[..1]
    );
    assert_eq!(found(&list("?purpose=batch".to_owned()).await).len(), 1);
    for (query, param) in [
        ("limit=0", "limit"),
        ("order=up", "order"),
        ("after=file-x", "after"),
    ] {
        let (status, _, found) = error(&house.get(&format!("{PATH}?{query}")).await);
        assert_eq!((status / 100, found.as_str()), (4, param), "{query}");
    }
}

#[tokio::test]
async fn bad_uploads_are_refused() {
    let house = House::open().await;
    let file = ("file", Some("a.png"), b"x".as_slice());
    let vision = ("purpose", None, b"vision".as_slice());
    let anchor = ("expires_after[anchor]", None, b"created_at".as_slice());
    let seconds = |text: &'static str| ("expires_after[seconds]", None, text.as_bytes());
    let cases = [
        (vec![file], "purpose"),
        (vec![file, ("purpose", None, b"fun")], "purpose"),
        (vec![vision], "file"),
        (vec![vision, file, file], "file"),
        (vec![vision, ("file", Some("a.png"), b"")], "file"),
        (vec![vision, file, seconds("3600")], "expires_after.anchor"),
        (
            vec![vision, file, anchor, seconds("60")],
            "expires_after.seconds",
        ),
        (
            vec![vision, file, anchor, seconds("soon")],
            "expires_after.seconds",
        ),
    ];
    for (parts, field) in cases {
        let answer = post_form(&house, PATH, &parts).await;
        let (status, _, param) = error(&answer);
        assert_eq!((status, param.as_str()), (400, field), "{parts:?}");
    }
    let short = post_form(&house, PATH, &[vision, file, anchor, seconds("3600")]).await;
    assert_eq!(short.json()["expires_at"], NOW_MS / 1000 + 3600);
    let (status, code, _) = error(&house.post(PATH, "{}").await);
    assert_eq!((status, code.as_str()), (415, "unsupported_media_type"));
}
