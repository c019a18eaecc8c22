//! Colours source text by the kinds of its words.

/// Kind of a stretch of source text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Keyword,
    Text,
    Number,
    Comment,
    Call,
    Type,
    Sign,
}

const KEYWORDS: &[&str] = &[
    "abstract",
    "and",
    "as",
    "async",
    "await",
    "bool",
    "break",
    "case",
    "catch",
    "char",
    "class",
    "const",
    "continue",
    "def",
    "default",
    "defer",
    "do",
    "double",
    "done",
    "echo",
    "elif",
    "else",
    "end",
    "enum",
    "except",
    "export",
    "extends",
    "false",
    "False",
    "fi",
    "final",
    "finally",
    "float",
    "fn",
    "for",
    "foreach",
    "from",
    "fun",
    "func",
    "function",
    "go",
    "if",
    "impl",
    "import",
    "in",
    "int",
    "interface",
    "is",
    "lambda",
    "let",
    "long",
    "loop",
    "match",
    "mod",
    "mut",
    "namespace",
    "new",
    "nil",
    "None",
    "not",
    "null",
    "of",
    "or",
    "package",
    "pass",
    "private",
    "protected",
    "pub",
    "public",
    "puts",
    "raise",
    "range",
    "return",
    "self",
    "static",
    "string",
    "struct",
    "super",
    "switch",
    "then",
    "this",
    "throw",
    "trait",
    "true",
    "True",
    "try",
    "type",
    "undefined",
    "use",
    "using",
    "val",
    "var",
    "void",
    "when",
    "where",
    "while",
    "with",
    "yield",
    "i64",
    "i32",
    "u32",
    "usize",
    "f64",
    "boolean",
    "number",
];
const QUERY: &[&str] = &[
    "select", "from", "where", "group", "by", "order", "limit", "join", "on", "as", "and", "or",
    "insert", "into", "values", "update", "set", "delete", "create", "table", "desc", "asc",
    "having", "left", "right", "inner", "outer", "distinct", "not", "null", "true", "false", "in",
    "like", "between", "primary", "key", "union", "case", "when", "then", "else", "end", "count",
    "sum", "avg", "min", "max",
];

/// Returns the coloured stretches of a text as byte ranges, in order; what lies between is plain.
pub fn stretches(text: &str, language: &str) -> Vec<(usize, usize, Kind)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = match c {
            '#' if hash_comments(language) && !text[at..].starts_with("#{") => line_end(text, at),
            '/' if text[at..].starts_with("//")
                && !matches!(language, "python" | "html" | "bash" | "yaml") =>
            {
                line_end(text, at)
            }
            '-' if text[at..].starts_with("--") && language == "sql" => line_end(text, at),
            '/' if text[at..].starts_with("/*") => block_end(text, at, "*/"),
            '<' if text[at..].starts_with("<!--") => block_end(text, at, "-->"),
            '"' | '\'' | '`' => {
                let end = string_end(text, at, c);
                out.push((at, end, Kind::Text));
                at = end;
                continue;
            }
            _ if c.is_ascii_digit() => {
                let end = run(text, at, |c| {
                    c.is_alphanumeric() || c == '.' || c == '_' || c == '%'
                });
                out.push((at, end, Kind::Number));
                at = end;
                continue;
            }
            _ if c.is_alphabetic() || c == '_' || c == '$' || c == '@' => {
                let end = run(text, at, |c| {
                    c.is_alphanumeric() || c == '_' || c == '$' || c == '@' || c == '!'
                });
                if let Some(kind) = word_kind(text, at, end, language) {
                    out.push((at, end, kind));
                }
                at = end;
                continue;
            }
            _ => {
                let end = at + c.len_utf8();
                if c.is_ascii_punctuation() {
                    match out.last_mut() {
                        Some((_, last, Kind::Sign)) if *last == at => *last = end,
                        _ => out.push((at, end, Kind::Sign)),
                    }
                }
                at = end;
                continue;
            }
        };
        out.push((at, end, Kind::Comment));
        at = end;
    }
    out
}

fn hash_comments(language: &str) -> bool {
    matches!(language, "python" | "ruby" | "bash" | "yaml" | "php")
}

fn word_kind(text: &str, start: usize, end: usize, language: &str) -> Option<Kind> {
    let word = &text[start..end];
    let next = text[end..].trim_start_matches(' ').chars().next();
    let before = text[..start].chars().next_back();
    if language == "html" || language == "react" && matches!(before, Some('<' | '/')) {
        return match (before, next) {
            (Some('<' | '/'), _) => Some(Kind::Keyword),
            (_, Some('=')) => Some(Kind::Type),
            _ => None,
        };
    }
    if language == "css" {
        return match (before, next) {
            (Some('.' | '#' | ':'), _) => Some(Kind::Type),
            (_, Some(':')) => Some(Kind::Call),
            _ => None,
        };
    }
    if language == "yaml" && next == Some(':') {
        return Some(Kind::Keyword);
    }
    let query = language == "sql" && QUERY.contains(&word.to_lowercase().as_str());
    let keyword = language != "sql" && KEYWORDS.contains(&word) && before != Some('.');
    if query || keyword {
        Some(Kind::Keyword)
    } else if word.starts_with('@')
        || next == Some('(') && text[end..].starts_with('(')
        || word.ends_with('!')
    {
        Some(Kind::Call)
    } else if word.starts_with(char::is_uppercase) {
        Some(Kind::Type)
    } else {
        None
    }
}

fn run(text: &str, at: usize, inside: impl Fn(char) -> bool) -> usize {
    text[at..]
        .find(|c| !inside(c))
        .map_or(text.len(), |n| at + n)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |n| at + n)
}

fn block_end(text: &str, at: usize, close: &str) -> usize {
    text[at..]
        .find(close)
        .map_or(text.len(), |n| at + n + close.len())
}

/// End of the string that opens at `at`; an apostrophe without a partner on its line is none.
fn string_end(text: &str, at: usize, quote: char) -> usize {
    let mut escaped = false;
    for (i, c) in text[at + 1..].char_indices() {
        if c == '\n' && quote != '`' {
            break;
        }
        if c == quote && !escaped {
            return at + 1 + i + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    at + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_get_their_kind() {
        /// A language, a line of it, and words with their kinds.
        type Case = (&'static str, &'static str, &'static [(&'static str, Kind)]);
        const CASES: &[Case] = &[
            (
                "python",
                "def f(x): # hi",
                &[
                    ("def", Kind::Keyword),
                    ("f", Kind::Call),
                    ("# hi", Kind::Comment),
                ],
            ),
            (
                "javascript",
                "let s = 'it';",
                &[("let", Kind::Keyword), ("'it'", Kind::Text)],
            ),
            (
                "sql",
                "select id FROM t",
                &[("select", Kind::Keyword), ("FROM", Kind::Keyword)],
            ),
            (
                "html",
                "<h1 class=\"a\">Hi</h1>",
                &[
                    ("h1", Kind::Keyword),
                    ("class", Kind::Type),
                    ("\"a\"", Kind::Text),
                ],
            ),
            (
                "rust",
                "println!(\"{}\", 42);",
                &[("println!", Kind::Call), ("42", Kind::Number)],
            ),
        ];
        for (language, text, wanted) in CASES {
            let found = stretches(text, language);
            for (word, kind) in *wanted {
                assert!(
                    found
                        .iter()
                        .any(|(a, b, k)| &&text[*a..*b] == word && k == kind),
                    "{text}: {word} {found:?}"
                );
            }
        }
    }
}
