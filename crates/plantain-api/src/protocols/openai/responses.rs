//! OpenAI's Responses API, with the image tool and no other: whoever talks to it gets pictures, and a sentence about them.

pub mod from_wire;
mod pending;
pub mod routes;
mod run;
mod store;
mod stream;
mod to_wire;
pub mod wire;

pub use store::call_picture;
pub use to_wire::sentence;
