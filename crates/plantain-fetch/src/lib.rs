//! Fetches pictures from links that strangers send, without being led to machines that only we can reach.
//!
//! [`Allowance`] says which addresses may be asked; [`Fetcher`] asks, under limits of time and size.

mod allowance;
mod fetcher;

pub use allowance::{Allowance, Exception};
pub use fetcher::Fetcher;
