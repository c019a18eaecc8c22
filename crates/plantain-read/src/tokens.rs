//! Cuts a prompt into tokens with spans.

mod lengths;
mod lexer;
mod stops;

pub(crate) use lengths::{is_currency, is_unspaced};
pub(crate) use lexer::lex;
pub(crate) use stops::is_title;

use crate::Span;
use crate::forms::FormKind;

/// One word, number, form, quoted string or separator.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token {
    pub span: Span,
    /// Lower case, and in English where the word is known in its language.
    pub key: String,
    pub kind: Kind,
    pub case: Case,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    /// Digits with what is glued to them ("4K", "70s", "8,432").
    Number,
    /// A structured value: price, date, address, …
    Form(FormKind),
    /// Index into the list of quoted strings.
    Quote(usize),
    Emoji,
    Sep(Sep),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sep {
    Comma,
    Semi,
    Colon,
    Stop,
    /// `!` and `?`: they end a sentence and belong to the text before them.
    Mark,
    Line,
    Dash,
    Arrow,
    Slash,
    Open,
    Close,
    Other,
}

/// How the letters of a word are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// No letter with case, such as digits and Han.
    None,
    Lower,
    /// First letter is a capital, or a capital stands inside ("iOS").
    Title,
    /// Two or more letters, all capitals.
    Upper,
}

impl Token {
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word)
    }

    pub fn is_sep(&self) -> bool {
        matches!(self.kind, Kind::Sep(_))
    }

    pub fn is(&self, sep: Sep) -> bool {
        self.kind == Kind::Sep(sep)
    }

    /// Whether the token may be a member of a phrase.
    pub fn is_wordlike(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number)
    }

    pub fn is_capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper)
    }

    pub fn quote(&self) -> Option<usize> {
        match self.kind {
            Kind::Quote(at) => Some(at),
            _ => None,
        }
    }

    pub fn form(&self) -> Option<FormKind> {
        match self.kind {
            Kind::Form(kind) => Some(kind),
            _ => None,
        }
    }
}

/// Returns `text` in lower case with typographic apostrophes made plain.
pub(crate) fn lower(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect::<String>()
        .replace("-o'-", "-o-")
}

fn case_of(text: &str) -> Case {
    let mut letters = 0;
    let mut capitals = 0;
    let mut first_capital = false;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if c.is_uppercase() {
            capitals += 1;
            first_capital |= letters == 0;
            letters += 1;
        } else if c.is_lowercase() {
            letters += 1;
        }
    }
    match (letters, capitals) {
        (0, _) => Case::None,
        (_, 0) => Case::Lower,
        (l, c) if l == c && l >= 2 => Case::Upper,
        _ if first_capital || capitals > 0 => Case::Title,
        _ => Case::Lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glosses::Glosses;
    use crate::quotes;

    fn texts(prompt: &str) -> Vec<&str> {
        let quoted = quotes::find(prompt, &[]);
        lex(prompt, &quoted, &[], Glosses::for_language("en"))
            .iter()
            .map(|token| &prompt[token.span.clone()])
            .collect()
    }

    #[test]
    fn cuts_words_numbers_and_separators() {
        for (prompt, want) in [
            ("a cat, 2 dogs", vec!["a", "cat", ",", "2", "dogs"]),
            ("Dave's Pipes", vec!["Dave's", "Pipes"]),
            (
                "total $5,184.00, due",
                vec!["total", "$5,184.00", ",", "due"],
            ),
            (
                "R. Whitmore, Coffee & Co.",
                vec!["R.", "Whitmore", ",", "Coffee", "&", "Co."],
            ),
            ("see ada@moor.org now", vec!["see", "ada@moor.org", "now"]),
            ("A → B -> C", vec!["A", "→", "B", "->", "C"]),
            (
                "50 ml / 1.7 fl oz",
                vec!["50", "ml", "/", "1.7", "fl", "oz"],
            ),
            ("8-6, 24/7 -€4.20", vec!["8-6", ",", "24/7", "-€4.20"]),
        ] {
            assert_eq!(texts(prompt), want, "{prompt}");
        }
    }
}
