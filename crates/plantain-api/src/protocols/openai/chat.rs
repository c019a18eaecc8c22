//! Chat completions with pictures, as gateways have them: OpenAI's own answer with words only.

mod from_wire;
pub mod routes;
mod to_wire;
pub mod wire;
