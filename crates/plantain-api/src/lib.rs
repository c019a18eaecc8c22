//! The edge: HTTP in, HTTP out. Only this crate knows the wire.
//!
//! [`router`] is the table of contents. Each protocol has a room of its own under `protocols/` and imports no other.

mod address;
mod anew;
mod ballast;
mod behind;
mod body;
pub mod console;
mod desk;
mod door;
mod edge;
mod events;
mod fail;
mod form;
mod health;
mod inline;
mod json;
mod leftover;
mod letters;
mod limit_headers;
mod metrics;
mod openapi;
mod outputs;
mod parcel;
mod pictures;
mod protocol;
mod protocols;
mod records;
mod renders;
mod report;
mod router;
pub mod rows;
mod server;
mod tickets;
mod time;
mod uploads;

pub use health::{Finding, Probe, ProbeReply};
pub use inline::picture as inline_picture;
pub use json::text as json_text;
pub use letters::schedule as webhook_schedule;
pub use metrics::{Gauge, MetricsAccess};
pub use openapi::document as openapi_document;
pub use protocols::native::batches::row_request;
pub use protocols::native::look::{BrandKit, brand};
pub use protocols::native::mcp;
pub use renders::{RenderLink, Template, render_purpose};
pub use router::{operations_router, router};
pub use server::{BODIES_BYTES, Server, ServerConfig};
