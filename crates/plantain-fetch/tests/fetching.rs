//! What a fetcher does with real sockets.

use plantain_fetch::{Allowance, Exception, Fetcher};
use plantain_store::{Remote, RemoteError};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// Answers every connection with this, `{port}` replaced by the port; returns the port.
async fn serve(answer: &'static str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = [0; 4096];
            let _ = stream.read(&mut head).await;
            let _ = stream
                .write_all(answer.replace("{port}", &port.to_string()).as_bytes())
                .await;
        }
    });
    port
}

fn fetcher(exceptions: &[&str]) -> Fetcher {
    let exceptions = exceptions
        .iter()
        .map(|text| Exception::parse(text).unwrap());
    Fetcher::new(Allowance::new(exceptions.collect())).unwrap()
}

const PICTURE: &str = "HTTP/1.1 200 OK\r\ncontent-length: 7\r\nconnection: close\r\n\r\npicture";

#[tokio::test]
async fn local_machines_are_asked_only_by_exception() {
    let port = serve(PICTURE).await;
    for host in [
        "127.0.0.1",
        "localhost",
        "[::ffff:127.0.0.1]",
        "2130706433",
        "0x7f.1",
        "127.1",
    ] {
        let link = format!("http://{host}:{port}/a.png");
        let refused = fetcher(&[]).get(&link, 100).await.unwrap_err();
        assert!(
            matches!(refused, RemoteError::Refused(_)),
            "{host}: {refused}"
        );
    }
    for (host, exception) in [("127.0.0.1", "127.0.0.0/8"), ("localhost", "localhost")] {
        let link = format!("http://{host}:{port}/a.png");
        let bytes = fetcher(&[exception]).get(&link, 100).await.unwrap();
        assert_eq!(bytes, "picture", "{host}");
    }
}

#[tokio::test]
async fn a_redirect_leads_nowhere_new() {
    let cases = [
        (
            "HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/latest\r\ncontent-length: 0\r\n\r\n",
            "169.254.169.254",
        ),
        (
            "HTTP/1.1 302 Found\r\nlocation: file:///etc/passwd\r\ncontent-length: 0\r\n\r\n",
            "neither http nor https",
        ),
        (
            "HTTP/1.1 302 Found\r\nlocation: /again\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
            "redirects",
        ),
        (
            "HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n",
            "leads nowhere",
        ),
        ("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n", "404"),
        (
            "HTTP/1.1 200 OK\r\ncontent-length: 9999999\r\n\r\n",
            "too large",
        ),
        ("nonsense", ""),
    ];
    for (answer, part) in cases {
        let port = serve(answer).await;
        let link = format!("http://127.0.0.1:{port}/a.png");
        let error = fetcher(&["127.0.0.0/8"]).get(&link, 100).await.unwrap_err();
        assert!(error.to_string().contains(part), "{answer}: {error}");
    }
}

#[tokio::test]
async fn what_never_says_its_length_is_cut_at_the_limit() {
    let port = serve("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n0123456789").await;
    let link = format!("http://127.0.0.1:{port}/");
    let fetcher = fetcher(&["127.0.0.1"]);
    assert!(matches!(
        fetcher.get(&link, 9).await,
        Err(RemoteError::TooLarge)
    ));
    assert_eq!(fetcher.get(&link, 10).await.unwrap(), "0123456789");
}
