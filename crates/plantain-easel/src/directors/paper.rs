//! Papers: receipts, invoices, slides and calendars.

mod account;
mod calendar;
mod invoice;
mod receipt;
mod slide;

pub use calendar::calendar;
pub use invoice::invoice;
pub use receipt::receipt;
pub use slide::slide;
