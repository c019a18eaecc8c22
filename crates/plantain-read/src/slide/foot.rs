//! The foot of a slide: what stands at its bottom, and its page number.

use crate::{Brief, Origin, Role, Span};

/// Words that say that a text stands at the foot.
const FOOT: &[&str] = &["footer", "bottom", "foot", "page number", "slide number"];

/// Gives texts at the foot their role; returns the prompt with the clauses that tell them blanked out, as long as before, so
/// that no point is read from them.
pub(super) fn settle(brief: &mut Brief, lower: &str) -> String {
    let mut blank: Vec<Span> = Vec::new();
    let quotes = crate::quotes::find(&brief.prompt, &[]);
    for quote in &quotes {
        let from = clause_start(lower, quote.outer.start);
        let lead = &lower[from..quote.outer.start];
        if !FOOT.iter().any(|word| lead.contains(word)) {
            continue;
        }
        let at = super::known(brief, quote.inner.clone(), Role::Small);
        brief.literals[at].origin = Origin::Quoted;
        let end = clause_end(lower, quote.outer.end);
        if let Some(number) = page_number(lower, quote.outer.end..end) {
            super::known(brief, number, Role::Small);
        }
        blank.push(from..end);
    }
    brief
        .literals
        .retain(|l| l.origin == Origin::Quoted || !sizes(lower, &l.span));
    let mut bytes = brief.prompt.clone().into_bytes();
    for span in blank {
        bytes[span].fill(b' ');
    }
    String::from_utf8(bytes).unwrap_or_else(|_| brief.prompt.clone())
}

/// "Big heading": whether a word only says how large the heading behind it is.
fn sizes(lower: &str, span: &Span) -> bool {
    let size = matches!(
        &lower[span.clone()],
        "big" | "large" | "huge" | "bold" | "small" | "main"
    );
    let behind = lower[span.end..].trim_start();
    size && ["heading", "title", "headline", "header", "text"]
        .iter()
        .any(|word| behind.starts_with(word))
}

/// Where the clause of `at` begins: behind the last mark, or behind "and" that leads to the foot.
fn clause_start(lower: &str, at: usize) -> usize {
    let mark = lower[..at]
        .rfind(['.', ',', ';', '\n', '"', '”'])
        .map_or(0, |mark| mark + 1);
    let mark = (mark..=at)
        .find(|&i| lower.is_char_boundary(i))
        .unwrap_or(at);
    let joined = [
        " and at the bottom",
        " and a footer",
        " and the footer",
        " and footer",
    ]
    .iter()
    .find_map(|words| lower[mark..at].find(words));
    joined.map_or(mark, |joint| mark + joint)
}

/// Where the sentence of `at` ends.
fn clause_end(lower: &str, at: usize) -> usize {
    lower[at..]
        .find(['.', ',', ';', '\n'])
        .map_or(lower.len(), |mark| at + mark)
}

/// "with page number 3"
fn page_number(lower: &str, span: Span) -> Option<Span> {
    let words = ["page number ", "slide number ", "page "];
    let at = words.iter().find_map(|words| {
        lower[span.clone()]
            .find(words)
            .map(|at| span.start + at + words.len())
    })?;
    let digits = lower[at..span.end]
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    (digits > 0).then_some(at..at + digits)
}
