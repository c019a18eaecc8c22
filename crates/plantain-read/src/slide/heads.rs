//! What heads a slide, and the sentence that stands under it.

use super::{SlideText, is_wish, known};
use crate::outline::{clauses, trimmed};
use crate::{Brief, Origin, Role, Span};

/// "slide with three reasons to adopt solar: lower bills, …": what the list is of heads it.
pub(super) fn asked_before(brief: &mut Brief, lower: &str) -> Option<usize> {
    let quoted = |l: &crate::Literal| l.role == Role::Title && l.origin <= Origin::Introduced;
    if brief.literals.iter().any(quoted) {
        return None;
    }
    let start = brief.genre_span.as_ref()?.end;
    let colon = start + lower[start..].find(": ")?;
    let told = lower[start..colon].trim_start();
    let lead = [
        "with ",
        "showing ",
        "about ",
        "on ",
        "listing ",
        "of ",
        "explaining ",
    ]
    .iter()
    .find(|lead| told.starts_with(**lead))?;
    let from = colon - told.len() + lead.len();
    let words: Vec<&str> = lower[from..colon].split_whitespace().collect();
    let listed = [
        "reasons",
        "ways",
        "tips",
        "steps",
        "benefits",
        "facts",
        "lessons",
        "rules",
        "goals",
        "priorities",
        "principles",
        "challenges",
        "advantages",
        "habits",
    ];
    let of_what = words.iter().position(|w| listed.contains(w))?;
    let plain = !lower[from..colon].contains([',', '.', ';']);
    (plain && (3..=10).contains(&words.len()) && of_what + 1 < words.len())
        .then(|| known(brief, from..colon, Role::Title))
}

/// "with 98% uptime as the title": what the words before it name.
pub(super) fn stated_title(prompt: &str, lower: &str) -> Option<Span> {
    let at = [
        " as the title",
        " as title",
        " as the headline",
        " as headline",
        " as its title",
    ]
    .iter()
    .find_map(|words| lower.find(words))?;
    let from = ["with ", "showing ", "saying ", ": ", "use ", "put ", ", "]
        .iter()
        .filter_map(|lead| lower[..at].rfind(lead).map(|n| n + lead.len()))
        .max()?;
    trimmed(prompt, from..at).filter(|span| prompt[span.clone()].split_whitespace().count() <= 12)
}

/// "Our mission: make clean water affordable for everyone": a sentence behind the title is set whole.
pub(super) fn statement(brief: &mut Brief, slide: &SlideText, lower: &str) {
    let Some(title) = slide.title.map(|i| brief.literals[i].span.end) else {
        return;
    };
    let told = brief.prompt[title..].trim_start_matches(['"', '”', '\'', ' ']);
    if !told.starts_with(": ") || !slide.points.is_empty() || !slide.figures.is_empty() {
        return;
    }
    let from = brief.prompt.len() - told.len() + 2;
    let Some(span) = clauses(&brief.prompt, from).into_iter().next() else {
        return;
    };
    let words = brief.prompt[span.clone()].split_whitespace().count();
    let alone = clauses(&brief.prompt, from)
        .iter()
        .skip(1)
        .all(|s| is_wish(&lower[s.clone()]));
    if words >= 4 && alone {
        known(brief, span, Role::Body);
    }
}
