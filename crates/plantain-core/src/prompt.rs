//! Prompts and how their tokens are counted.

use std::fmt;
use std::sync::Arc;

use crate::{Error, ErrorKind};

/// Most tokens in a prompt, by the rule of [`count_tokens`].
pub const PROMPT_TOKENS_MAX: usize = 32_768;

/// Characters that make a token when words are long.
const CHARS_PER_TOKEN: usize = 4;

/// The text of a request: not empty, at most [`PROMPT_TOKENS_MAX`] tokens, kept as it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Prompt(Arc<str>);

impl Prompt {
    /// Returns the prompt, or an error that names `field` when it is blank or too long.
    pub fn new(field: &'static str, text: impl Into<Arc<str>>) -> Result<Self, Error> {
        let text = text.into();
        if text.trim().is_empty() {
            let error = Error::new(
                ErrorKind::Invalid,
                "empty_prompt",
                format!("{field} is empty; say what the picture should show."),
            );
            return Err(error.with_field(field).with_value(""));
        }
        let tokens = count_tokens(&text);
        if tokens > PROMPT_TOKENS_MAX {
            let error = Error::new(
                ErrorKind::Invalid,
                "prompt_too_long",
                format!(
                    "{field} has {tokens} tokens; the most is {PROMPT_TOKENS_MAX}. Shorten it."
                ),
            );
            return Err(error
                .with_field(field)
                .with_value(format!("{tokens} tokens")));
        }
        Ok(Self(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.0)
    }

    pub fn tokens(&self) -> usize {
        count_tokens(&self.0)
    }
}

impl fmt::Display for Prompt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Returns the number of tokens in `text`.
///
/// The rule, the same for every model and protocol: the number of words, where words are what white space parts and each
/// East Asian character is a word of its own, or a quarter of the characters rounded up, whichever is more.
pub fn count_tokens(text: &str) -> usize {
    let mut words = 0_usize;
    let mut chars = 0_usize;
    let mut in_word = false;
    for c in text.chars() {
        chars += 1;
        if c.is_whitespace() {
            in_word = false;
        } else if is_east_asian(c) {
            words += 1;
            in_word = false;
        } else if !in_word {
            words += 1;
            in_word = true;
        }
    }
    words.max(chars.div_ceil(CHARS_PER_TOKEN))
}

/// Kana, CJK ideographs and Hangul syllables: scripts in which one character carries about a token.
fn is_east_asian(c: char) -> bool {
    matches!(c as u32, 0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_words_or_quarter_characters() {
        let cases = [
            ("", 0),
            ("   ", 1),
            ("a b c", 3),
            ("typography", 3),
            ("a cat on a mat", 5),
            ("東京タワー", 5),
            ("poster 東京", 3),
        ];
        for (text, expected) in cases {
            assert_eq!(count_tokens(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_limit_is_exact() {
        let most = "a ".repeat(PROMPT_TOKENS_MAX);
        assert!(Prompt::new("prompt", most.clone()).is_ok());
        let error = Prompt::new("prompt", most + "b").unwrap_err();
        assert_eq!(error.code, "prompt_too_long");
        assert!(error.message.contains("32768"), "{}", error.message);
    }

    proptest::proptest! {
        #[test]
        fn more_text_never_has_fewer_tokens(a in ".{0,40}", b in ".{0,40}") {
            let joined = count_tokens(&format!("{a}{b}"));
            proptest::prop_assert!(joined >= count_tokens(&a).max(count_tokens(&b)));
            proptest::prop_assert!(joined <= count_tokens(&a) + count_tokens(&b));
        }
    }

    #[test]
    fn blank_is_refused() {
        for text in ["", " \n\t ", "\u{3000}"] {
            let error = Prompt::new("contents", text).unwrap_err();
            assert_eq!(error.code, "empty_prompt");
            assert_eq!(error.field.as_deref(), Some("contents"));
        }
    }
}
