//! Over a real socket, where it makes a difference.

use std::future::IntoFuture;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::house::House;

#[tokio::test]
async fn a_client_that_sends_too_much_still_hears_why() {
    let house = House::open().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(axum::serve(listener, house.router.clone()).into_future());
    let mut stream = TcpStream::connect(address).await.unwrap();
    let length = (100 << 20) + 1000;
    let head = format!(
        "POST /v1/images/generations HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let piece = vec![b' '; 1 << 20];
    let mut left = length;
    while left > 0 {
        let now = left.min(piece.len());
        stream
            .write_all(&piece[..now])
            .await
            .expect("the server listens to the end");
        left -= now;
    }
    let mut reply = String::new();
    stream.read_to_string(&mut reply).await.unwrap();
    assert!(reply.starts_with("HTTP/1.1 413 "), "{reply}");
    assert!(reply.contains("body_too_large"), "{reply}");
    server.abort();
}

/// A client that sends its body behind its head finds the line open after an answer that did not wait for it.
#[tokio::test]
async fn an_answer_before_the_body_leaves_the_line_open() {
    let house = House::open().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(axum::serve(listener, house.router.clone()).into_future());
    let length = 3 << 20;
    for (method, path, status) in [
        ("PUT", "/openai/v1/images/generations", 405),
        ("POST", "/v1beta/nothing", 404),
        ("POST", "/plantain/v1/keys", 401),
    ] {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Length: {length}\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut first = vec![0; 4096];
        let read = stream.read(&mut first).await.unwrap();
        let first = String::from_utf8_lossy(&first[..read]);
        assert!(first.starts_with(&format!("HTTP/1.1 {status} ")), "{first}");
        stream.write_all(&vec![b' '; length]).await.unwrap();
        let next = format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(next.as_bytes()).await.unwrap();
        let mut second = String::new();
        stream.read_to_string(&mut second).await.unwrap();
        assert!(second.contains("HTTP/1.1 200 OK"), "{path}: {second}");
    }
    server.abort();
}
