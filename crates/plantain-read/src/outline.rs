//! Cuts a prompt into clauses: the stretches between commas, semicolons, full stops and line breaks.

use crate::{Brief, Literal, Origin, Role, Span};

/// Returns the clauses of `text[from..]` as spans without their marks, in order. Marks inside quotes, figures
/// ("1,200", "14:30") and brackets do not cut.
pub(crate) fn clauses(text: &str, from: usize) -> Vec<Span> {
    /// A full stop behind a greater number makes no day of it.
    const DAYS_MAX: u8 = 31;
    let mut out = Vec::new();
    let mut start = from;
    let mut quote: Option<char> = None;
    let mut depth = 0_u32;
    let mut before = ' ';
    let mut chars = text
        .char_indices()
        .skip_while(|(at, _)| *at < from)
        .peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        match quote {
            Some(close) => {
                let apostrophe = close == '\'' && next.is_some_and(char::is_alphanumeric);
                if c == close && !apostrophe || c == '\n' {
                    quote = None;
                }
            }
            None => match c {
                '"' => quote = Some('"'),
                '“' | '„' => quote = Some('”'),
                '«' => quote = Some('»'),
                '‘' => quote = Some('’'),
                '\'' if !before.is_alphanumeric() => quote = Some('\''),
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            },
        }
        let cuts = match c {
            '\n' | ';' => true,
            // "C21，08:30": figures are written with the narrow comma.
            '،' | '、' | '，' => depth == 0,
            ',' => {
                depth == 0 && !(before.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()))
            }
            '.' | '!' | '?' | '。' => {
                let abbreviated = text[start..at]
                    .split_whitespace()
                    .next_back()
                    .is_some_and(|w| {
                        let word = w.to_lowercase();
                        crate::tokens::is_title(&word)
                            || matches!(word.as_str(), "no" | "nr" | "vs")
                            || w.len() <= 2 && w.parse::<u8>().is_ok_and(|n| n <= DAYS_MAX)
                            || is_initial(w)
                    });
                depth == 0 && next.is_none_or(char::is_whitespace) && !abbreviated
            }
            _ => false,
        };
        if cuts && quote.is_none() {
            push(text, start..at, &mut out);
            start = at + c.len_utf8();
        }
        before = c;
    }
    push(text, start..text.len(), &mut out);
    out
}

/// The words of a text with the byte where each begins.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace()
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// "J. Okafor": a capital that stands alone shortens a name.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

fn push(text: &str, span: Span, out: &mut Vec<Span>) {
    if let Some(span) = trimmed(text, span) {
        out.push(span);
    }
}

/// Returns the span without blanks, bullets, quotes and stray marks at its ends; none when nothing is left.
pub(crate) fn trimmed(text: &str, span: Span) -> Option<Span> {
    let marks = |c: char| c.is_whitespace() || "\"'“”„«»‘’•*–—-:：,;.·".contains(c);
    let words = text.get(span.clone())?;
    let start = span.start + (words.len() - words.trim_start_matches(marks).len());
    let kept = words.trim_matches(marks);
    // A closing bracket or a full stop of an abbreviation stays.
    (!kept.is_empty()).then(|| start..start + kept.len())
}

/// Returns a text in lower case with every letter at its old place: letters that change their length stay as they are.
pub(crate) fn lowered(text: &str) -> String {
    text.chars()
        .map(|c| {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(low), None) if low.len_utf8() == c.len_utf8() => low,
                _ => c,
            }
        })
        .collect()
}

/// Adds a literal to a brief and returns its index.
pub(crate) fn add(brief: &mut Brief, span: Span, role: Role) -> usize {
    brief.literals.push(Literal {
        text: brief.prompt[span.clone()].to_string(),
        span,
        role,
        origin: Origin::Introduced,
        on_object: None,
    });
    brief.literals.len() - 1
}

/// Returns whether a text is a time of day ("9:45", "8 pm", "08.30 Uhr").
pub(crate) fn is_time(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bare = lower.trim_end_matches("uhr").trim_end_matches("hrs").trim();
    let half = bare
        .trim_end_matches("am")
        .trim_end_matches("pm")
        .trim_end_matches("a.m.")
        .trim_end_matches("p.m.")
        .trim_end_matches('h')
        .trim();
    let digits = half.chars().filter(char::is_ascii_digit).count();
    // "2.60" is no hour.
    let minutes = half
        .split_once('.')
        .is_none_or(|(_, minutes)| minutes < "60");
    let marked = half.contains(':') || half.contains('.') && half.len() <= 5 && minutes;
    (1..=4).contains(&digits)
        && half.chars().all(|c| c.is_ascii_digit() || ":.".contains(c))
        && (marked && digits >= 3 || bare.len() > half.len())
        && half.matches(['.', ':']).count() <= 1
}

/// Returns whether a text names a day of the year.
pub(crate) fn is_date(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let digits = lower.chars().filter(char::is_ascii_digit).count();
    let numeric = digits >= 3
        && lower
            .chars()
            .all(|c| c.is_ascii_digit() || "./-".contains(c))
        && lower.matches(['.', '/', '-']).count() == 2;
    let named = words.iter().any(|w| crate::forms::is_month(w)) && digits > 0 && words.len() <= 5;
    numeric
        || named
        || words.len() <= 2
            && words.first().is_some_and(|w| crate::forms::is_weekday(w))
            && words.len() == 1
}

/// Asserts which texts prompts hold and in which parts, in order.
#[cfg(test)]
pub(crate) fn check_texts(cases: &[(&str, &[(Role, &str)])]) {
    for (prompt, want) in cases {
        let brief = crate::read(prompt);
        let found: Vec<(Role, &str)> = brief
            .literals
            .iter()
            .map(|literal| (literal.role, literal.text.as_str()))
            .collect();
        assert_eq!(found, *want, "{prompt}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_cut_clauses_and_figures_hold_together() {
        const CASES: &[(&str, &[&str])] = &[
            ("gate 24, seat 14A; 9:45", &["gate 24", "seat 14A", "9:45"]),
            (
                "total 1,200.50 due 3. May. 'a, b' (c, d)",
                &["total 1,200.50 due 3. May", "a, b' (c, d)"],
            ),
            ("- one\n- two\n", &["one", "two"]),
        ];
        for (text, want) in CASES {
            let found: Vec<&str> = clauses(text, 0).into_iter().map(|s| &text[s]).collect();
            assert_eq!(found, *want);
        }
    }

    #[test]
    fn times_and_dates_are_told_by_their_form() {
        for (text, time, date) in [
            ("9:45", true, false),
            ("8 pm", true, false),
            ("08.30 Uhr", true, false),
            ("14A", false, false),
            ("14 MAR", false, true),
            ("12.05.2026", false, true),
            ("BA178", false, false),
            ("Saturday", false, true),
        ] {
            assert_eq!((is_time(text), is_date(text)), (time, date), "{text}");
        }
    }
}
