//! From a protocol to the task service: every request becomes a task, on the terms that its headers set.

use axum::http::HeaderMap;
use plantain_app::{Drawn, Order, Terms, Watch};
use plantain_core::{Error, ImageRequest, TraceContext};

use crate::Server;
use crate::door::Visitor;
use crate::protocol::Protocol;

/// Headers of every dialect that set terms.
const IDEMPOTENCY_KEY: &str = "idempotency-key";
const TAGS: &str = "x-plantain-tags";
/// Where the client stands in its trace (W3C Trace Context).
pub const TRACEPARENT: &str = "traceparent";

impl Server {
    /// Draws while the client waits.
    pub(crate) async fn draw(
        &self,
        visitor: &Visitor,
        protocol: Protocol,
        request: ImageRequest,
        watch: Option<Watch>,
    ) -> Result<Drawn, Error> {
        let order = Order::new(visitor.caller.clone(), protocol.name(), request);
        let order = order.on(visitor.terms.clone());
        self.app.draw(order, watch).await
    }
}

/// Returns the terms that the headers set.
pub fn terms(headers: &HeaderMap) -> Result<Terms, Error> {
    let text = |name: &'static str| {
        let value = headers.get(name);
        let text = value.map(|value| {
            let text = std::str::from_utf8(value.as_bytes());
            text.map_err(|_| Error::invalid("invalid_header", name, "bytes", "must be UTF-8 text"))
        });
        text.transpose()
    };
    let tags = text(TAGS)?.unwrap_or_default().split(',');
    let tags = tags.map(str::trim).filter(|tag| !tag.is_empty());
    Ok(Terms {
        idempotency_key: text(IDEMPOTENCY_KEY)?.map(str::to_owned),
        tags: tags.map(str::to_owned).collect(),
        trace: trace(headers),
        ..Terms::default()
    })
}

/// Returns where the request stands in its trace. What is not valid is as if it were not there, as the recommendation says.
pub fn trace(headers: &HeaderMap) -> Option<TraceContext> {
    let mut values = headers.get_all(TRACEPARENT).into_iter();
    let value = values.next().filter(|_| values.next().is_none())?;
    TraceContext::parse(value.to_str().ok()?.trim())
}
