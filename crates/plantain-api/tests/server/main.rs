//! The whole server, in memory: a request goes in as a client would send it, and status, body and what was stored are
//! looked at.

mod bad_input;
mod batches;
mod bulk;
mod captures;
mod door;
mod evolink;
mod fal;
mod gateways;
mod gemini;
mod gemini_files;
mod house;
mod imagen;
mod interactions;
mod keys;
mod limits;
mod money;
mod native;
mod openai;
mod openapi;
mod operations;
mod outputs;
mod policy;
mod progress;
mod renders;
mod replicate;
mod sessions;
mod socket;
mod stored_files;
mod webhooks;
