//! Around every request: its id, its dialect, its errors, its line in the log.

use std::any::Any;
use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use plantain_app::OpenSpan;
use plantain_app::meters::Meters;
use plantain_core::{Culprit, Error, Id};
use plantain_store::{SpanKind, SpanValue};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutBody;

use crate::body::drain;
use crate::door::Admitted;
use crate::fail::{Fail, Failed};
use crate::limit_headers;
use crate::protocol::Protocol;
use crate::report::Report;
use crate::{Server, desk, leftover};

/// Methods that are counted by name; whatever else strangers send is one.
const METHODS: [axum::http::Method; 7] = [
    axum::http::Method::GET,
    axum::http::Method::HEAD,
    axum::http::Method::POST,
    axum::http::Method::PUT,
    axum::http::Method::PATCH,
    axum::http::Method::DELETE,
    axum::http::Method::OPTIONS,
];
/// Counts paths that no route fits.
/// Routes that have no span.
const UNTRACED: [&str; 3] = ["/healthz", "/readyz", "/metrics"];
/// How long nothing may come of a body that is not whole.
const SILENCE_MAX: Duration = Duration::from_secs(30);
const UNMATCHED: &str = "none";
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Puts the edge around the routes.
pub fn wrap(routes: Router<Arc<Server>>, server: &Arc<Server>) -> Router<Arc<Server>> {
    routes
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(Arc::clone(server), attend))
}

/// What is known of a request before it is handled.
struct Visit {
    id: Id,
    protocol: Protocol,
    method: axum::http::Method,
    /// None where no route fits.
    route: Option<String>,
    path: String,
    begun: Instant,
    admitted: Admitted,
}

async fn attend(State(server): State<Arc<Server>>, mut request: Request, next: Next) -> Response {
    let random = server.app.world.random();
    let visit = Visit {
        id: Id::new("req", std::array::from_fn(|index| random[index])),
        protocol: Protocol::of(request.method(), request.uri(), request.headers()),
        method: request.method().clone(),
        route: route(&request),
        path: request.uri().path().to_owned(),
        begun: Instant::now(),
        admitted: Admitted::default(),
    };
    request.extensions_mut().insert(visit.admitted.clone());
    let span = trace(&server, &visit, request.headers_mut());
    let (parts, body) = request.into_parts();
    let body = Body::new(TimeoutBody::new(SILENCE_MAX, body));
    let body = leftover::read_to_the_end(&parts.headers, body);
    let response = match server.ballast.take(&parts.headers) {
        Ok(held) => {
            let body = server.ballast.watch(&parts.headers, &held, body);
            next.run(Request::from_parts(parts, body)).await
        }
        Err(error) => turn_away(&parts.headers, body, error).await,
    };
    let meters = server.app.tasks.meters();
    let response = shape(response, &visit, meters);
    let response = finish(response, &visit);
    end_trace(span, &response, &visit);
    count(&response, visit, meters);
    response
}

/// Begins the span of a request, and lets whoever handles it find its place in the trace where the client's stood. Monitors
/// ask too often to be told of.
fn trace(server: &Server, visit: &Visit, headers: &mut HeaderMap) -> Option<OpenSpan> {
    let route = visit.route.as_deref()?;
    if UNTRACED.contains(&route) {
        return None;
    }
    let tracer = server.app.tasks.tracer();
    let name = || format!("{} {route}", visit.method);
    let mut span = tracer.begin(desk::trace(headers), SpanKind::Server, name)?;
    span.note_text("http.request.method", visit.method.as_str());
    span.note_text("http.route", route);
    span.note_text("plantain.request", visit.id.as_str());
    if let Ok(value) = HeaderValue::try_from(span.context().to_string()) {
        headers.insert(desk::TRACEPARENT, value);
    }
    Some(span)
}

fn end_trace(span: Option<OpenSpan>, response: &Response, visit: &Visit) {
    let Some(mut span) = span else {
        return;
    };
    let status = response.status();
    let number = SpanValue::Int(status.as_u16().into());
    span.note("http.response.status_code", Some(number));
    if let Some(key) = visit.admitted.key_id() {
        span.note_text("plantain.key", key);
    }
    let code = response.extensions().get::<ErrorCode>();
    if let Some(ErrorCode(code)) = code {
        span.note_text("error.type", code);
    }
    // What the client did wrong is no error of the server.
    let error = status.is_server_error();
    let code = code.map_or_else(|| status.to_string(), |ErrorCode(code)| (*code).to_owned());
    span.end(error.then_some(code));
}

/// Answers without reading the body into memory.
async fn turn_away(headers: &HeaderMap, mut body: Body, error: Error) -> Response {
    // A client that waits for permission to send is simply refused it.
    if !headers.contains_key(header::EXPECT) {
        drain(&mut body).await;
    }
    Fail::from(error).into_response()
}

/// The route as it is written, so that the log and the metrics hold no names, links or keys from paths.
fn route(request: &Request) -> Option<String> {
    let matched = request.extensions().get::<MatchedPath>();
    matched.map(|path| path.as_str().to_owned())
}

fn count(response: &Response, visit: Visit, meters: &Meters) {
    let protocol = response.extensions().get::<Protocol>().copied();
    let protocol = Cow::Borrowed(protocol.unwrap_or(visit.protocol).name());
    let route = visit.route.map_or(UNMATCHED.into(), Cow::Owned);
    let elapsed = visit.begun.elapsed();
    meters
        .http_took
        .observe([protocol.clone(), Cow::clone(&route)], elapsed);
    let method = METHODS.iter().find(|known| **known == visit.method);
    let method = method.map_or("other", |known| known.as_str());
    let status = response.status().as_u16().to_string();
    let labels = [protocol, method.into(), route, status.into()];
    meters.http_requests.add(labels, 1);
}

/// Writes an error that a handler left behind in the request's dialect, and everything about it into the log.
fn shape(mut response: Response, visit: &Visit, meters: &Meters) -> Response {
    let Some(Failed(error)) = response.extensions_mut().remove::<Failed>() else {
        return response;
    };
    let protocol = response.extensions().get::<Protocol>();
    let protocol = protocol.copied().unwrap_or(visit.protocol);
    log_failure(&error, visit);
    meters.refused(&error);
    let mut rendered = protocol.render(&error, visit.id.as_str());
    if let Some(limits) = &error.limits {
        limit_headers::write(protocol, limits, rendered.headers_mut());
    }
    if let Some(seconds) = error.retry_after_s {
        rendered
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    // The router says which methods a path takes; keep that.
    if let Some(allow) = response.headers_mut().remove(header::ALLOW) {
        rendered.headers_mut().insert(header::ALLOW, allow);
    }
    rendered.extensions_mut().insert(protocol);
    rendered.extensions_mut().insert(ErrorCode(error.code));
    rendered
}

/// What went wrong, for the log line.
#[derive(Debug, Clone, Copy)]
pub struct ErrorCode(pub &'static str);

fn log_failure(error: &Error, visit: &Visit) {
    let id = visit.id.as_str();
    let detail = error.detail.as_deref();
    let message = &*error.message;
    match error.kind.culprit() {
        Culprit::World => {
            tracing::error!(request_id = id, code = error.code, detail, "{message}");
        }
        _ => tracing::debug!(request_id = id, code = error.code, detail, "{message}"),
    }
}

/// Adds what every answer has, and writes the one line.
fn finish(mut response: Response, visit: &Visit) -> Response {
    let protocol = response.extensions().get::<Protocol>().copied();
    let protocol = protocol.unwrap_or(visit.protocol);
    let report = response.extensions().get::<Report>().cloned();
    let report = report.as_ref();
    let code = response
        .extensions()
        .get::<ErrorCode>()
        .map(|ErrorCode(code)| *code);
    if let Some(report) = report {
        limit_headers::write(protocol, &report.limits, response.headers_mut());
    }
    let headers = response.headers_mut();
    protocol.dress(headers, visit.begun.elapsed());
    if let Ok(id) = HeaderValue::from_str(visit.id.as_str()) {
        headers.insert(REQUEST_ID, id);
    }
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    // Microseconds are as fine as anybody can use.
    let ms = |duration: Duration| duration.as_micros() as f64 / 1000.0;
    tracing::info!(
        request_id = visit.id.as_str(),
        protocol = protocol.name(),
        method = %visit.method,
        route = visit.route.as_deref().unwrap_or(&visit.path),
        status = response.status().as_u16(),
        code,
        key = visit.admitted.key_id(),
        task = report.and_then(|report| report.task.as_ref()).map(Id::as_str),
        total_ms = ms(visit.begun.elapsed()),
        bytes = Body::size_hint(response.body()).exact(),
        "request"
    );
    response
}

fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let text = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    let error = Error::internal(format_args!("a handler panicked: {}", text.unwrap_or("?")));
    Fail::from(error).into_response()
}
