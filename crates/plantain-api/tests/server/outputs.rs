//! Pictures behind links.

use axum::http::{Method, StatusCode};
use plantain_core::OutputFormat;
use plantain_store::Objects;

use crate::house::{Answer, House, LINK_TTL_S, NOW_MS, path, request};

async fn link(house: &House, format: OutputFormat) -> String {
    let body = format!(
        r#"{{"prompt":"a cat","size":"16x16","format":"{format}","output":"url","seed":1}}"#
    );
    let json = house
        .post("/plantain/v1/images/generate", &body)
        .await
        .json();
    let image = &json["images"][0];
    assert_eq!(image["url_expires"], NOW_MS / 1000 + LINK_TTL_S);
    path(&image["url"])
}

async fn fetch(house: &House, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    house.send(request(method, path, headers, "".into())).await
}

#[tokio::test]
async fn links_need_no_key_and_say_what_they_lead_to() {
    let house = House::with(plantain_testkit::Behaviour::Draw, true).await;
    for format in OutputFormat::ALL {
        let path = link(&house, format).await;
        let whole = fetch(&house, Method::GET, &path, &[("host", "elsewhere.example")]).await;
        assert_eq!(whole.status, StatusCode::OK);
        assert_eq!(whole.header("content-type"), format.media_type());
        assert_eq!(whole.header("accept-ranges"), "bytes");
        assert_eq!(
            whole.header("cache-control"),
            "private, max-age=3600, immutable"
        );
        assert_eq!(whole.header("x-content-type-options"), "nosniff");
        let policy = whole.header("content-security-policy");
        assert_eq!(policy.contains("sandbox"), format == OutputFormat::Svg);

        let head = fetch(&house, Method::HEAD, &path, &[]).await;
        assert_eq!(head.status, StatusCode::OK);
        assert_eq!(head.header("content-length"), whole.bytes.len().to_string());
        assert!(head.bytes.is_empty());

        let etag = whole.header("etag").to_owned();
        let same = fetch(&house, Method::GET, &path, &[("if-none-match", &etag)]).await;
        assert_eq!(same.status, StatusCode::NOT_MODIFIED);
        assert!(same.bytes.is_empty());

        let part = fetch(&house, Method::GET, &path, &[("range", "bytes=1-3")]).await;
        assert_eq!(part.status, StatusCode::PARTIAL_CONTENT);
        assert_eq!(part.bytes, whole.bytes.slice(1..4));
        let range = format!("bytes 1-3/{}", whole.bytes.len());
        assert_eq!(part.header("content-range"), range);
        let past = fetch(&house, Method::GET, &path, &[("range", "bytes=999999-")]).await;
        assert_eq!(past.status, StatusCode::RANGE_NOT_SATISFIABLE);
    }
}

#[tokio::test]
async fn changed_links_lead_nowhere() {
    let house = House::open().await;
    let path = link(&house, OutputFormat::Png).await;
    let changed = [
        path.replace(".png", ".svg"),
        path.replacen("/o/1", "/o/2", 1),
        path.replace("/o/", "/o/x"),
        format!("{path}x"),
        "/o/1/2/../../etc/passwd".to_owned(),
    ];
    for path in changed {
        let answer = fetch(&house, Method::GET, &path, &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.json()["error"]["message"].is_string());
    }
}

#[tokio::test]
async fn what_is_gone_is_not_confirmed() {
    let house = House::open().await;
    let path = link(&house, OutputFormat::Png).await;
    let whole = fetch(&house, Method::GET, &path, &[]).await;
    let etag = whole.header("etag").to_owned();
    let (name, _) = house.objects.list(None, 1).await.unwrap().remove(0);
    assert!(house.objects.delete(&name, i64::MAX).await.unwrap());
    for (method, headers) in [
        (Method::GET, vec![]),
        (Method::HEAD, vec![]),
        (Method::GET, vec![("range", "bytes=0-1")]),
        (Method::GET, vec![("if-none-match", etag.as_str())]),
    ] {
        let answer = fetch(&house, method, &path, &headers).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{headers:?}");
    }
}
