//! Walks over a prompt and cuts off one token after the other.

use super::lengths::{
    address_len, emoji_len, is_currency, is_emoji, is_ignorable, is_unspaced, number_len,
    starts_number, word_len,
};
use super::{Kind, Sep, Token, case_of, lower};
use crate::Span;
use crate::glosses::Glosses;
use crate::quotes::Quoted;

/// Returns the tokens of `prompt`; quoted strings come out as one token each.
pub(crate) fn lex(prompt: &str, quoted: &[Quoted], skip: &[Span], glosses: &Glosses) -> Vec<Token> {
    let mut lexer = Lexer {
        prompt,
        glosses,
        tokens: Vec::with_capacity(prompt.len() / 5 + 4),
        at: 0,
    };
    let mut next_quote = 0;
    let mut skips = skip.iter().peekable();
    while lexer.at < prompt.len() {
        while skips.peek().is_some_and(|span| span.end <= lexer.at) {
            skips.next();
        }
        if let Some(span) = skips.peek().filter(|span| span.start <= lexer.at) {
            lexer.push(span.start..span.start, Kind::Sep(Sep::Line));
            lexer.at = span.end;
            continue;
        }
        while next_quote < quoted.len() && quoted[next_quote].outer.start < lexer.at {
            next_quote += 1;
        }
        if let Some(quote) = quoted.get(next_quote)
            && quote.outer.start == lexer.at
        {
            lexer.push(quote.inner.clone(), Kind::Quote(next_quote));
            lexer.at = quote.outer.end.max(lexer.at + 1);
            continue;
        }
        let limit = quoted
            .get(next_quote)
            .map_or(prompt.len(), |quote| quote.outer.start);
        let limit = skips.peek().map_or(limit, |span| limit.min(span.start));
        lexer.step(limit);
    }
    glosses.apply(prompt, lexer.tokens)
}

pub(super) struct Lexer<'a> {
    pub(super) prompt: &'a str,
    glosses: &'a Glosses,
    pub(super) tokens: Vec<Token>,
    pub(super) at: usize,
}

impl Lexer<'_> {
    /// Reads one token that ends at `limit` at the latest.
    fn step(&mut self, limit: usize) {
        let rest = &self.prompt[self.at..limit];
        let Some(first) = rest.chars().next() else {
            self.at = limit.max(self.at + 1);
            return;
        };
        if first == '\n' {
            self.single(first, Sep::Line);
        } else if first.is_whitespace() || is_ignorable(first) {
            self.at += first.len_utf8();
        } else if let Some(len) = address_len(rest) {
            self.take(len, Kind::Word);
        } else if let Some((len, kind)) = self.local(rest) {
            self.take(len, kind);
        } else if starts_number(rest, self.tokens.last(), self.at) {
            let len = number_len(rest);
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(len);
            // "3마리": the measure word is a word of its own.
            let measured = digits > 0 && digits < len && self.glosses.measures(&rest[digits..]);
            self.take(if measured { digits } else { len }, Kind::Number);
        } else if is_unspaced(first) {
            self.unspaced(rest);
        } else if let Some(len) = with_slash(rest) {
            self.take(len, Kind::Word);
        } else if first.is_alphanumeric() {
            self.take(word_len(rest), Kind::Word);
        } else if is_emoji(first) {
            self.take(emoji_len(rest), Kind::Emoji);
        } else {
            self.punctuation(rest, first);
        }
    }

    /// A value in the way of its language.
    fn local(&self, rest: &str) -> Option<(usize, Kind)> {
        let glued = self
            .tokens
            .last()
            .is_some_and(|token| token.span.end == self.at && token.kind == Kind::Number);
        if glued {
            return None;
        }
        let phone = self
            .tokens
            .last()
            .is_some_and(|token| token.key.starts_with('+') && token.kind == Kind::Number);
        crate::local::form_len(rest).or_else(|| {
            let grouped = self.glosses.groups_by_blanks() && !phone;
            let len = grouped.then(|| crate::local::grouped_len(rest)).flatten()?;
            Some((len, Kind::Number))
        })
    }

    fn take(&mut self, len: usize, kind: Kind) {
        let len = len.max(1);
        self.push(self.at..self.at + len, kind);
        self.at += len;
    }

    fn push(&mut self, span: Span, kind: Kind) {
        let text = &self.prompt[span.clone()];
        let key = if matches!(kind, Kind::Quote(_) | Kind::Sep(_)) {
            String::new()
        } else {
            let key = lower(text);
            if with_slash(text) == Some(text.len()) {
                if text.len() > 2 { "without" } else { "with" }.to_owned()
            } else if kind == Kind::Number {
                key.replace([' ', '\u{a0}', '\u{202f}'], "")
            } else {
                key
            }
        };
        self.tokens.push(Token {
            case: case_of(text),
            span,
            key,
            kind,
        });
    }

    fn single(&mut self, c: char, sep: Sep) {
        self.push(self.at..self.at + c.len_utf8(), Kind::Sep(sep));
        self.at += c.len_utf8();
    }

    /// Scripts without spaces are cut into known words; unknown stretches stay whole.
    fn unspaced(&mut self, rest: &str) {
        let run_len: usize = rest
            .chars()
            .take_while(|&c| is_unspaced(c))
            .map(char::len_utf8)
            .sum();
        let run = &rest[..run_len];
        let mut start = 0;
        for end in self.glosses.pieces(run) {
            self.push(self.at + start..self.at + end, Kind::Word);
            start = end;
        }
        self.at += run_len;
    }

    fn punctuation(&mut self, rest: &str, first: char) {
        if rest.starts_with("->") || rest.starts_with("=>") || rest.starts_with("-->") {
            let len = rest.find('>').map_or(2, |at| at + 1);
            self.push(self.at..self.at + len, Kind::Sep(Sep::Arrow));
            self.at += len;
            return;
        }
        if first == '.' && self.closes_abbreviation(rest) {
            if let Some(last) = self.tokens.last_mut() {
                last.span.end = self.at + 1;
            }
            self.at += 1;
            return;
        }
        let sep = match first {
            ',' | '，' | '、' | '،' => Sep::Comma,
            ';' | '；' | '؛' => Sep::Semi,
            ':' | '：' => Sep::Colon,
            '.' | '。' | '…' | '।' | '．' => Sep::Stop,
            '!' | '?' | '！' | '？' | '؟' => Sep::Mark,
            '–' | '—' | '―' | '-' | '~' => Sep::Dash,
            '→' | '➔' | '➜' | '⇒' | '➡' | '⟶' | '>' => Sep::Arrow,
            '/' | '|' | '\\' => Sep::Slash,
            // "attempts < 3" compares.
            '<' if rest[1..]
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit()) =>
            {
                self.take(1, Kind::Word);
                return;
            }
            '(' | '[' | '{' | '（' | '【' | '<' => Sep::Open,
            ')' | ']' | '}' | '）' | '】' => Sep::Close,
            // "5 °C" is one unit.
            '°' if rest['°'.len_utf8()..].starts_with(['C', 'F', 'K'])
                && !rest[1 + '°'.len_utf8()..].starts_with(char::is_alphanumeric) =>
            {
                self.take('°'.len_utf8() + 1, Kind::Word);
                return;
            }
            _ if matches!(first, '&' | '+' | '%' | '°' | '℃') || is_currency(first) => {
                self.take(first.len_utf8(), Kind::Word);
                return;
            }
            '•' | '·' | '▪' | '*' => Sep::Comma,
            _ => Sep::Other,
        };
        self.single(first, sep);
    }
}

/// "stopwatch w/ laps", "w/o sugar": length of a small word that is shortened by a slash.
fn with_slash(rest: &str) -> Option<usize> {
    let short = ["w/o", "w/"].iter().find(|short| {
        rest.get(..short.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(short))
    })?;
    rest[short.len()..]
        .chars()
        .next()
        .is_none_or(char::is_whitespace)
        .then_some(short.len())
}
