//! What was asked for and is not done. Nothing is dropped in silence: the codes stand in a header, the sentences in the
//! reply's text or, without one, in its `finishMessage`.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use plantain_app::Drawn;

use crate::report;

const NOTES: HeaderName = HeaderName::from_static("x-plantain-notes");

/// Something that was asked for and is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unmet {
    pub code: &'static str,
    /// A sentence for people.
    pub message: &'static str,
}

/// Returns the headers that every dialect sends, with these codes among the notes.
pub fn headers(drawn: &Drawn, unmet: &[Unmet]) -> HeaderMap {
    let mut headers = report::headers(drawn);
    let told = headers.get(&NOTES).and_then(|value| value.to_str().ok());
    let codes = told.into_iter().chain(unmet.iter().map(|unmet| unmet.code));
    let codes = codes.collect::<Vec<_>>().join(",");
    if let Ok(value) = HeaderValue::try_from(codes)
        && !value.is_empty()
    {
        headers.insert(NOTES, value);
    }
    headers
}
