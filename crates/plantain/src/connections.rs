//! Connections of clients: taken, served, and given up when nothing comes over them.

use std::pin::pin;
use std::time::Duration;

use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, sleep, timeout_at};

/// How long a client may take from one request to the end of the next one's head.
const HEAD_TIME_MAX: Duration = Duration::from_secs(60);
/// What HTTP/2 begins with (RFC 9113, section 3.4).
const HTTP2_PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// How long it is waited for the rest of it, once a part is there.
const PREFACE_WAIT: Duration = Duration::from_millis(20);
/// HTTP/2 clients that do not answer a ping in this time are gone.
const PING_EVERY: Duration = Duration::from_secs(30);
const PING_TIME_MAX: Duration = Duration::from_secs(20);
/// How long nobody is taken when there are no files left for connections.
const REST: Duration = Duration::from_millis(100);

/// Serves until `stop` is ready, then finishes the requests under way.
pub async fn serve(listener: TcpListener, routes: Router, stop: impl Future<Output = ()>) {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME_MAX);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(PING_EVERY)
        .keep_alive_timeout(PING_TIME_MAX);
    let graceful = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let stream = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(error) => {
                    tracing::warn!(%error, "a connection cannot be taken");
                    sleep(REST).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        // Replies are written whole; waiting for more only delays their end. Without it they are right, only later.
        let _ = stream.set_nodelay(true);
        let (builder, routes, watcher) = (builder.clone(), routes.clone(), graceful.watcher());
        tokio::spawn(async move {
            let Some(version) = version(&stream).await else {
                return;
            };
            let builder = match version {
                Version::Http1 => builder.http1_only(),
                Version::Http2 => builder.http2_only(),
            };
            let service = TowerToHyperService::new(routes);
            let connection = builder
                .serve_connection(TokioIo::new(stream), service)
                .into_owned();
            // Clients go away as they like.
            let _ = watcher.watch(connection).await;
        });
    }
    drop(listener);
    graceful.shutdown().await;
}

enum Version {
    Http1,
    Http2,
}

/// Tells by the first bytes what a client speaks; none when they do not come in time.
async fn version(stream: &TcpStream) -> Option<Version> {
    let until = Instant::now() + HEAD_TIME_MAX;
    let mut bytes = [0; HTTP2_PREFACE.len()];
    loop {
        let read = timeout_at(until, stream.peek(&mut bytes))
            .await
            .ok()?
            .ok()?;
        if read == 0 || Instant::now() >= until {
            return None;
        }
        if bytes[..read] != HTTP2_PREFACE[..read] {
            return Some(Version::Http1);
        }
        if read == HTTP2_PREFACE.len() {
            return Some(Version::Http2);
        }
        sleep(PREFACE_WAIT).await;
    }
}
