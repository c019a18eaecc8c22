//! Files in a bucket of a real server.

use std::io::Read;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::Path;

use plantain_objects::{S3, S3Config};
use plantain_store::{Durability, ObjectKind, Objects, StoreError};
use plantain_testkit::{S3Server, suites};

fn store(server: &S3Server, prefix: &str) -> S3 {
    S3::new(S3Config::parse(&server.url(prefix), &S3Server::variable).unwrap()).unwrap()
}

fn count_files(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, |entries| {
        entries
            .filter(|entry| entry.as_ref().is_ok_and(|e| e.path().is_file()))
            .count()
    })
}

#[tokio::test]
async fn the_suite_that_all_stores_pass() {
    let server = S3Server::start();
    for prefix in ["", "deep/er"] {
        suites::objects(&store(&server, prefix)).await;
    }
}

#[tokio::test]
async fn prefixes_are_apart_and_what_is_not_ours_is_passed_over() {
    let server = S3Server::start();
    let [one, other] = ["one", "one-more"].map(|prefix| store(&server, prefix));
    let (name, bytes) = suites::file(1, 10, ObjectKind::Png);
    one.put(&name, bytes.clone(), Durability::Soon)
        .await
        .unwrap();
    std::fs::write(server.bucket().join("one/notes & more.txt"), "stray").unwrap();
    assert_eq!(other.get(&name).await.unwrap(), None);
    assert_eq!(other.list(None, 10).await.unwrap(), []);
    let listed = one.list(None, 10).await.unwrap();
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert_eq!(
        std::fs::read(server.bucket().join(format!("one/{name}"))).unwrap(),
        bytes
    );
}

#[tokio::test]
async fn a_bucket_that_is_down_is_an_error_that_can_pass() {
    let mut server = S3Server::start();
    let store = store(&server, "");
    let (name, bytes) = suites::file(1, 100_000, ObjectKind::Png);
    let mut upload = store
        .upload(ObjectKind::Jsonl, 100, Durability::Disk)
        .await
        .unwrap();
    upload.write(bytes.slice(..100)).await.unwrap();
    server.stop();
    let failures = [
        store
            .put(&name, bytes.clone(), Durability::Disk)
            .await
            .unwrap_err(),
        store.get(&name).await.unwrap_err(),
        store.stat(&name).await.unwrap_err(),
        store.list(None, 1).await.unwrap_err(),
        store.delete(&name, i64::MAX).await.unwrap_err(),
        upload.finish().await.unwrap_err(),
    ];
    for failure in failures {
        assert!(failure.is_retryable(), "{failure:?}");
        assert!(
            failure.to_string().contains("cannot be reached"),
            "{failure}"
        );
    }
    server.start_again();
    store
        .put(&name, bytes.clone(), Durability::Disk)
        .await
        .unwrap();
    assert_eq!(store.get(&name).await.unwrap(), Some(bytes));
}

#[tokio::test]
async fn a_server_that_comes_back_in_time_is_waited_for() {
    let mut server = S3Server::start();
    let store = store(&server, "");
    let (name, bytes) = suites::file(1, 100, ObjectKind::Png);
    server.stop();
    let put = tokio::spawn(async move { store.put(&name, bytes, Durability::Disk).await });
    tokio::task::yield_now().await;
    server.start_again();
    put.await.unwrap().unwrap();
}

#[tokio::test]
async fn refusals_say_what_to_do() {
    let server = S3Server::start();
    let (name, bytes) = suites::file(1, 100, ObjectKind::Png);
    let wrong_secret = |variable: &str| match variable {
        "AWS_SECRET_ACCESS_KEY" => Some("another".to_owned()),
        _ => S3Server::variable(variable),
    };
    let config = S3Config::parse(&server.url(""), &wrong_secret).unwrap();
    let store = S3::new(config).unwrap();
    let error = store.put(&name, bytes, Durability::Soon).await.unwrap_err();
    assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
    assert!(
        error.to_string().contains("AWS_SECRET_ACCESS_KEY"),
        "{error}"
    );
    assert_eq!(count_files(&server.bucket()), 0);

    let no_bucket = server.url("").replace("s3://pictures", "s3://nowhere");
    let config = S3Config::parse(&no_bucket, &S3Server::variable).unwrap();
    let error = S3::new(config).unwrap().list(None, 1).await.unwrap_err();
    assert!(error.is_retryable(), "{error:?}");
    assert!(
        error.to_string().contains("name another with --objects"),
        "{error}"
    );
}

#[tokio::test]
async fn what_is_not_what_it_is_called_is_refused_by_the_bucket() {
    let server = S3Server::start();
    let store = store(&server, "");
    let (name, _) = suites::file(1, 100, ObjectKind::Png);
    let (_, other) = suites::file(2, 100, ObjectKind::Png);
    assert!(store.put(&name, other, Durability::Soon).await.is_err());
    assert_eq!(store.get(&name).await.unwrap(), None);
}

#[tokio::test]
async fn downloads_that_break_off_go_on_where_they_broke() {
    let server = S3Server::start();
    let (name, bytes) = suites::file(6, 2_000_000, ObjectKind::Png);
    let direct = store(&server, "");
    direct
        .put(&name, bytes.clone(), Durability::Soon)
        .await
        .unwrap();
    for (cut_after, whole) in [(700_000, true), (100_000, false)] {
        let proxy = cutting_proxy(server.address(), cut_after);
        let url = server
            .url("")
            .replace(&server.address().to_string(), &proxy.to_string());
        let store = S3::new(S3Config::parse(&url, &S3Server::variable).unwrap()).unwrap();
        let got = store.get(&name).await;
        match whole {
            true => assert!(got.unwrap() == Some(bytes.clone())),
            false => assert!(got.unwrap_err().is_retryable()),
        }
    }
}

/// Passes connections on to `to`, and breaks each one off after so many bytes of the answer.
fn cutting_proxy(to: SocketAddr, cut_after: u64) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for client in listener.incoming() {
            let (client, server) = (client.unwrap(), TcpStream::connect(to).unwrap());
            let (mut asks, mut hears) = (client.try_clone().unwrap(), server.try_clone().unwrap());
            // Either side may go first; the other notices.
            std::thread::spawn(move || std::io::copy(&mut asks, &mut hears));
            std::thread::spawn(move || {
                let _ = std::io::copy(&mut (&server).take(cut_after), &mut &client);
                let _ = client.shutdown(Shutdown::Both);
                let _ = server.shutdown(Shutdown::Both);
            });
        }
    });
    address
}
