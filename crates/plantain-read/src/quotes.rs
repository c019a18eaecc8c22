//! Finds quoted strings in every common quote style.

use crate::Span;

/// A quoted string: the span with its marks and the span of its text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quoted {
    pub outer: Span,
    pub inner: Span,
}

/// Longest quoted string that is believed, in bytes; an unclosed mark must not swallow a page.
const QUOTE_BYTES_MAX: usize = 2_000;

/// Opening mark, closing mark.
const PAIRS: &[(char, char)] = &[
    ('"', '"'),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('”', '”'),
    ('«', '»'),
    ('»', '«'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('〈', '〉'),
    ('＂', '＂'),
    ('״', '״'),
    ('〝', '〞'),
    ('‹', '›'),
    ('‘', '’'),
    ('‚', '‘'),
    ('\'', '\''),
    ('`', '`'),
];

/// Returns the quoted strings from `start` on in rows: between those of one row stand only blanks, dashes, bars and the words
/// of `joints`.
pub(crate) fn rows(prompt: &str, start: usize, joints: &[&str]) -> Vec<Vec<Quoted>> {
    let mut rows: Vec<Vec<Quoted>> = Vec::new();
    let mut last: Option<usize> = None;
    for quoted in find(prompt, &[]) {
        if quoted.outer.start < start {
            continue;
        }
        let beside = last.is_some_and(|end| {
            let gap = prompt.get(end..quoted.outer.start).unwrap_or_default();
            gap.split([' ', '-', '–', '—', '|', ':'])
                .all(|word| word.is_empty() || joints.contains(&word))
        });
        last = Some(quoted.outer.end);
        match rows.last_mut().filter(|_| beside) {
            Some(row) => row.push(quoted),
            None => rows.push(vec![quoted]),
        }
    }
    rows
}

/// Returns the quoted strings of `prompt` in order, outside the spans in `skip`.
pub(crate) fn find(prompt: &str, skip: &[Span]) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut skips = skip.iter().peekable();
    while let Some(c) = prompt[at..].chars().next() {
        while skips.peek().is_some_and(|span| span.end <= at) {
            skips.next();
        }
        if let Some(span) = skips.peek()
            && span.start <= at
        {
            at = span.end;
            continue;
        }
        let limit = skips.peek().map_or(prompt.len(), |span| span.start);
        match opens(prompt, at, c)
            .then(|| close(prompt, at, c, limit))
            .flatten()
        {
            Some(quoted) => {
                at = quoted.outer.end;
                if !prompt[quoted.inner.clone()].trim().is_empty() {
                    found.push(trimmed(prompt, quoted));
                }
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

/// Whether `c` at `at` can open a quotation, as opposed to an apostrophe or an inch mark.
fn opens(prompt: &str, at: usize, c: char) -> bool {
    if !PAIRS.iter().any(|&(open, _)| open == c) {
        return false;
    }
    let before = prompt[..at].chars().next_back();
    let after = prompt[at + c.len_utf8()..].chars().next();
    let hebrew = |c: Option<char>| c.is_some_and(|c| matches!(c, 'א'..='ת'));
    match c {
        // "סה"כ": the mark of an abbreviation, before its last letter.
        '"' | '״' if hebrew(before) && abbreviates(&prompt[at + c.len_utf8()..]) => false,
        '"' => {
            !before.is_some_and(|b| b.is_ascii_digit())
                || after.is_some_and(|a| !a.is_whitespace() && a != ',' && a != '.')
        }
        '\'' | '‘' | '’' | '`' | '‚' => {
            !before.is_some_and(char::is_alphanumeric) && after.is_some_and(|a| !a.is_whitespace())
        }
        _ => true,
    }
}

/// Whether one Hebrew letter and then no letter stand at the start of `rest`.
fn abbreviates(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(|c| matches!(c, 'א'..='ת'))
        && !chars.next().is_some_and(char::is_alphabetic)
}

/// Finds the closing mark for the opening mark at `at`.
fn close(prompt: &str, at: usize, open: char, limit: usize) -> Option<Quoted> {
    let start = at + open.len_utf8();
    let end = limit.min(start + QUOTE_BYTES_MAX);
    let mut depth = 0usize;
    for (offset, c) in prompt[start..limit].char_indices() {
        let here = start + offset;
        if here >= end || (c == '\n' && prompt[here + 1..].starts_with('\n')) {
            return None;
        }
        if c == open && open != '\'' && !PAIRS.iter().any(|&(o, close)| o == open && close == c) {
            depth += 1;
        }
        if PAIRS.iter().any(|&(o, close)| o == open && close == c) && closes(prompt, start, here, c)
        {
            if depth == 0 {
                return Some(Quoted {
                    outer: at..here + c.len_utf8(),
                    inner: start..here,
                });
            }
            depth -= 1;
        }
    }
    None
}

/// Whether the mark at `here` closes, as opposed to an apostrophe inside ("don't", "Today's").
fn closes(prompt: &str, start: usize, here: usize, mark: char) -> bool {
    let after = prompt[here + mark.len_utf8()..].chars().next();
    match mark {
        '\'' | '’' => {
            // Scripts without apostrophes join particles to the mark ("'축제'라는").
            if after.is_some_and(|c| c.is_alphanumeric() && !is_far(c)) {
                return false;
            }
            let before = prompt[..here].chars().next_back();
            if here == start || before.is_some_and(char::is_whitespace) {
                return false;
            }
            // A plural possessive ("Farmers' Market'") is an apostrophe when a later mark closes before the next opening one.
            !(before == Some('s')
                && after == Some(' ')
                && closes_later(prompt, here + mark.len_utf8(), mark))
        }
        '"' => here > start || after != Some('"'),
        '‘' | '“' => true,
        _ => true,
    }
}

/// Letters of scripts that write no apostrophes.
fn is_far(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{06ff}' | '\u{0900}'..='\u{097f}' | '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Whether the next `mark` in the same clause closes a quotation without one being opened before.
fn closes_later(prompt: &str, from: usize, mark: char) -> bool {
    let mut before = Some(' ');
    for (offset, c) in prompt[from..].char_indices().take(60) {
        if matches!(c, ',' | ';' | ':' | '\n') {
            return false;
        }
        if c == mark {
            let after = prompt[from + offset + c.len_utf8()..].chars().next();
            let opening = before.is_none_or(char::is_whitespace);
            return !opening && !after.is_some_and(char::is_alphanumeric);
        }
        before = Some(c);
    }
    false
}

fn trimmed(prompt: &str, quoted: Quoted) -> Quoted {
    let text = &prompt[quoted.inner.clone()];
    let start = quoted.inner.start + (text.len() - text.trim_start().len());
    let end = start + text.trim().len();
    Quoted {
        inner: start..end,
        outer: quoted.outer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(prompt: &str, want: &[&str]) {
        let found: Vec<&str> = find(prompt, &[])
            .iter()
            .map(|quoted| &prompt[quoted.inner.clone()])
            .collect();
        assert_eq!(found, want, "{prompt}");
    }

    #[test]
    fn finds_every_style() {
        check("title \"Hello\" and “World”", &["Hello", "World"]);
        check(
            "«Bonjour» „Guten Tag“ ‘hi’",
            &["Bonjour", "Guten Tag", "hi"],
        );
        check("标题「你好」和『世界』", &["你好", "世界"]);
        check("« Bonjour »", &["Bonjour"]);
    }

    #[test]
    fn leaves_apostrophes_and_inch_marks() {
        check("Dave's dog and the cats' bowl", &[]);
        check("'Today's soup' and 'don't'", &["Today's soup", "don't"]);
        check("a 24\" monitor", &[]);
        check("'Farmers' Market' on top", &["Farmers' Market"]);
        check("cards 'Dogs' 'Cats' here", &["Dogs", "Cats"]);
        check("rock 'n' roll poster", &["n"]);
        check("an unclosed \" mark", &[]);
    }
}
