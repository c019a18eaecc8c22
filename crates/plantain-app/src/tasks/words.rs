//! Words that were stored and are needed again as words of the program: error codes, names of engines.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// Words that are kept, at most. The program and its earlier versions have far fewer.
const WORDS_MAX: usize = 2_000;
/// Stands for words beyond that.
const OVERFLOW: &str = "other";

/// Returns the word for as long as the program runs.
pub fn word(text: &str) -> &'static str {
    static WORDS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.get(text) {
        return known;
    }
    if words.len() >= WORDS_MAX {
        return OVERFLOW;
    }
    let kept: &'static str = Box::leak(text.into());
    words.insert(kept);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_kept_once() {
        assert!(std::ptr::eq(
            word("some_code"),
            word(&String::from("some_code"))
        ));
    }
}
