//! What was asked for and is not done. Nothing is dropped in silence: the codes stand in a header, the sentences in the
//! reply's text or, without one, in its `finishMessage`.

use axum::http::HeaderMap;
use plantain_app::Drawn;
use plantain_engine::Note;

use crate::report;

/// Something that was asked for and is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unmet {
    pub code: &'static str,
    /// A sentence for people.
    pub message: &'static str,
}

/// Returns the headers that every dialect sends, with these codes among the notes.
pub fn headers(drawn: &Drawn, unmet: &[Unmet]) -> HeaderMap {
    let notes = unmet.iter();
    let notes: Vec<Note> = notes
        .map(|unmet| Note::new(unmet.code, unmet.message))
        .collect();
    report::headers(drawn, &notes)
}
