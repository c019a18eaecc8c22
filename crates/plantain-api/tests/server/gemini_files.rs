//! Gemini's files: uploaded in pieces, listed, downloaded, forgotten, and named in contents.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use plantain_testkit::Behaviour;
use serde_json::{Value, json};

use crate::house::{ADMIN_TOKEN, Answer, House, request};

const GOOGLE: (&str, &str) = ("x-goog-api-client", "google-genai-sdk/3.4.0");

/// Starts an upload and returns its address, without scheme and host.
async fn start(house: &House, base: &str, headers: &[(&str, &str)], file: Value) -> Answer {
    let mut all = vec![
        GOOGLE,
        ("x-goog-upload-protocol", "resumable"),
        ("x-goog-upload-command", "start"),
    ];
    all.extend_from_slice(headers);
    house
        .post_with(
            &format!("{base}/files"),
            &all,
            &json!({ "file": file }).to_string(),
        )
        .await
}

fn address(answer: &Answer) -> String {
    let url = answer.header("x-goog-upload-url");
    let path = url
        .strip_prefix("http://127.0.0.1:8080")
        .expect("our own address");
    path.to_owned()
}

/// Sends a piece as Python does: without a key, as "JSON".
async fn piece(house: &House, address: &str, command: &str, offset: usize, bytes: &[u8]) -> Answer {
    let offset = offset.to_string();
    let headers = [
        ("x-goog-upload-command", command),
        ("x-goog-upload-offset", &*offset),
    ];
    house
        .send(request(
            Method::POST,
            address,
            &headers,
            Body::from(bytes.to_vec()),
        ))
        .await
}

async fn call(house: &House, method: Method, path: &str) -> Answer {
    house
        .send(request(method, path, &[GOOGLE], Body::empty()))
        .await
}

#[tokio::test]
async fn files_come_in_pieces_and_go_out_whole() {
    for (upload, base) in [
        ("/upload/v1beta", "/v1beta"),
        ("/upload/v1", "/v1"),
        ("/gemini/upload/v1alpha", "/gemini/v1alpha"),
    ] {
        let house = House::open().await;
        let started = start(
            &house,
            upload,
            &[],
            json!({"name": "files/my-notes", "display_name": "Notes", "mimeType": "text/plain"}),
        )
        .await;
        assert_eq!(started.header("x-goog-upload-status"), "active");
        let address = address(&started);
        assert!(address.starts_with(upload), "{address}");
        let first = piece(&house, &address, "upload", 0, b"<b>one ").await;
        assert_eq!(first.header("x-goog-upload-size-received"), "7");
        let asked = piece(&house, &address, "query", 0, b"").await;
        assert_eq!(asked.header("x-goog-upload-status"), "active");
        let wrong = piece(&house, &address, "upload", 3, b"x").await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
        let last = piece(&house, &address, "upload, finalize", 7, b"two").await;
        assert_eq!(last.header("x-goog-upload-status"), "final");
        let file = &last.json()["file"];
        assert_eq!(file["name"], "files/my-notes");
        assert_eq!(file["displayName"], "Notes");
        assert_eq!(file["sizeBytes"], "10");
        assert_eq!(
            file["uri"],
            format!("http://127.0.0.1:8080{base}/files/my-notes")
        );
        // Sent again, since the answer was lost: the same.
        let again = piece(&house, &address, "upload, finalize", 7, b"two").await;
        assert_eq!(&again.json()["file"], file);

        let list = call(&house, Method::GET, &format!("{base}/files"))
            .await
            .json();
        assert_eq!(&list["files"][0], file);
        assert!(list.get("nextPageToken").is_none());
        let path = format!("{base}/files/my-notes");
        assert_eq!(&call(&house, Method::GET, &path).await.json(), file);
        let bytes = call(&house, Method::GET, &format!("{path}:download?alt=media")).await;
        assert_eq!(&bytes.bytes[..], b"<b>one two");
        assert_eq!(bytes.header("content-type"), "application/octet-stream");
        assert_eq!(bytes.header("content-disposition"), "attachment");
        let taken = start(&house, upload, &[], json!({"name": "my-notes"})).await;
        assert_eq!(taken.status, StatusCode::CONFLICT);
        assert_eq!(call(&house, Method::DELETE, &path).await.json(), json!({}));
        for method in [Method::GET, Method::DELETE] {
            let gone = call(&house, method, &path).await;
            assert_eq!(gone.status, StatusCode::NOT_FOUND);
            assert_eq!(gone.json()["error"]["status"], "NOT_FOUND");
        }
    }
}

#[tokio::test]
async fn pages_follow_each_other() {
    let house = House::open().await;
    for n in 0..5 {
        let started = start(
            &house,
            "/upload/v1beta",
            &[],
            json!({"name": format!("files/n{n}")}),
        )
        .await;
        piece(&house, &address(&started), "upload, finalize", 0, b"x").await;
    }
    let mut names = Vec::new();
    let mut token = String::new();
    loop {
        let page = house
            .get(&format!("/v1beta/files?pageSize=2&pageToken={token}"))
            .await
            .json();
        let files = page["files"].as_array().unwrap().clone();
        assert!((1..=2).contains(&files.len()));
        names.extend(
            files
                .iter()
                .map(|file| file["name"].as_str().unwrap().to_owned()),
        );
        match page["nextPageToken"].as_str() {
            Some(next) => token = next.to_owned(),
            None => break,
        }
    }
    names.sort();
    assert_eq!(
        names,
        ["files/n0", "files/n1", "files/n2", "files/n3", "files/n4"]
    );
}

#[tokio::test]
async fn uploads_that_go_wrong_say_why() {
    let house = House::open().await;
    let none = json!({});
    type Case = (&'static [(&'static str, &'static str)], Value, &'static str);
    let cases: [Case; 5] = [
        (
            &[("x-goog-upload-protocol", "raw")],
            none.clone(),
            "INVALID_UPLOAD_PROTOCOL",
        ),
        (
            &[("x-goog-upload-header-content-length", "many")],
            none.clone(),
            "INVALID_HEADER",
        ),
        (
            &[("x-goog-upload-header-content-length", "2147483649")],
            none.clone(),
            "FILE_TOO_LARGE",
        ),
        (&[], json!({"name": "files/A_B"}), "INVALID_FILE_NAME"),
        (
            &[],
            json!({"displayName": "x".repeat(513)}),
            "INVALID_DISPLAY_NAME",
        ),
    ];
    for (headers, file, reason) in cases {
        let mut all = vec![GOOGLE, ("x-goog-upload-command", "start")];
        all.extend_from_slice(headers);
        if !headers
            .iter()
            .any(|(name, _)| *name == "x-goog-upload-protocol")
        {
            all.push(("x-goog-upload-protocol", "resumable"));
        }
        let body = json!({ "file": file }).to_string();
        let error = house
            .post_with("/upload/v1beta/files", &all, &body)
            .await
            .json();
        assert_eq!(error["error"]["details"][0]["reason"], reason, "{error}");
    }
    let length = [("x-goog-upload-header-content-length", "9")];
    let started = start(&house, "/upload/v1beta", &length, none).await;
    let address = address(&started);
    for (command, reason) in [
        ("upload, finalize", "UPLOAD_INCOMPLETE"),
        ("dance", "INVALID_UPLOAD_COMMAND"),
    ] {
        let error = piece(&house, &address, command, 0, b"four").await.json();
        assert_eq!(error["error"]["details"][0]["reason"], reason, "{error}");
    }
    let cancelled = piece(&house, &address, "cancel", 0, b"").await;
    assert_eq!(cancelled.header("x-goog-upload-status"), "cancelled");
    let gone = piece(&house, &address, "upload", 0, b"x").await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_start_needs_a_key_and_a_piece_needs_the_address() {
    let house = House::with(Behaviour::Draw, false).await;
    let refused = start(&house, "/upload/v1beta", &[], json!({})).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    let created = house
        .post_with(
            "/plantain/v1/keys",
            &[("authorization", &format!("Bearer {ADMIN_TOKEN}"))],
            r#"{"name":"a"}"#,
        )
        .await
        .json();
    let key = created["secret"]
        .as_str()
        .or(created["key"].as_str())
        .expect("a key");
    let headers = [("x-goog-api-key", key)];
    let started = start(
        &house,
        "/upload/v1beta",
        &headers,
        json!({"name": "files/mine"}),
    )
    .await;
    let done = piece(&house, &address(&started), "upload, finalize", 0, b"x").await;
    assert_eq!(done.header("x-goog-upload-status"), "final");
    let guessed = "/upload/v1beta/files?upload_id=up_00000000000000000000000000";
    let refused = piece(&house, guessed, "upload, finalize", 0, b"x").await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn contents_name_files_or_are_told_that_there_are_none() {
    let house = House::open().await;
    for uri in [
        "files/nothing",
        "http://127.0.0.1:8080/v1beta/files/nothing",
    ] {
        let body = json!({"contents": [{"parts": [{"text": "make it blue"}, {"fileData": {"fileUri": uri}}]}]});
        let answer = house
            .post("/v1beta/models/easel:generateContent", &body.to_string())
            .await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{uri}");
        let error = &answer.json()["error"];
        let violation = &error["details"][1]["fieldViolations"][0];
        assert_eq!(violation["field"], "contents[0].parts[1].fileData.fileUri");
    }
}
