//! A mail that is being written: "compose window. To: ana@mail.com, Subject: Quote, body text: Could you send a price?".

use crate::outline::{add, trimmed};
use crate::{Brief, Role, Span};

/// Words for such a window, in lower case.
const WINDOWS: &[&str] = &[
    "compose",
    "composer",
    "new message",
    "new email",
    "new mail",
    "email draft",
    "mail draft",
    "neue nachricht",
    "nouveau message",
    "nuevo mensaje",
    "nuovo messaggio",
    "nova mensagem",
    "nieuw bericht",
    "новое письмо",
];
/// What the parts of a mail are called.
const PARTS: &[(&str, Role)] = &[
    ("to", Role::Field),
    ("cc", Role::Field),
    ("bcc", Role::Field),
    ("from", Role::Field),
    ("subject", Role::Field),
    ("an", Role::Field),
    ("betreff", Role::Field),
    ("para", Role::Field),
    ("asunto", Role::Field),
    ("objet", Role::Field),
    ("oggetto", Role::Field),
    ("assunto", Role::Field),
    ("кому", Role::Field),
    ("тема", Role::Field),
    ("body text", Role::Body),
    ("body", Role::Body),
    ("message", Role::Body),
    ("text", Role::Body),
    ("nachricht", Role::Body),
    ("mensaje", Role::Body),
    ("texte", Role::Body),
    ("testo", Role::Body),
];

/// Whether the prompt asks for a mail that is being written.
fn is_asked(lower: &str) -> bool {
    let head = lower.split(['.', ':', ',']).next().unwrap_or_default();
    WINDOWS.iter().any(|word| head.contains(word))
}

/// Reads the parts of the mail; returns whether there are any.
pub(super) fn settle(brief: &mut Brief, lower: &str) -> bool {
    if !is_asked(lower) {
        return false;
    }
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let parts = parts(lower, start);
    if parts.is_empty() {
        return false;
    }
    let ends = parts.iter().skip(1).map(|(label, _)| label.start);
    let ends: Vec<usize> = ends.chain([end(brief, lower, &parts)]).collect();
    let told: Vec<(Span, Span, Role)> = parts
        .iter()
        .zip(ends)
        .filter_map(|((label, role), end)| {
            let value = value(&brief.prompt, label.end..end)?;
            Some((label.clone(), value, *role))
        })
        .collect();
    for (label, value, role) in told {
        let within = label.start..value.end;
        brief.remove_literals(|literal| literal.meets(&within));
        if role == Role::Body {
            add(brief, value, Role::Body);
            continue;
        }
        let label = add(brief, label, Role::Field);
        let value = add(brief, value, Role::Value);
        brief.pair(label, value);
    }
    brief.order_literals();
    true
}

/// The words for the parts, each before a colon or a quote.
fn parts(lower: &str, start: usize) -> Vec<(Span, Role)> {
    let mut out: Vec<(Span, Role)> = Vec::new();
    for (word, role) in PARTS {
        for (at, _) in lower[start..].match_indices(word) {
            let span = start + at..start + at + word.len();
            let before = lower[..span.start].chars().next_back();
            let opens = before.is_none_or(|c| !c.is_alphanumeric());
            let behind = &lower[span.end..];
            let leads = behind.starts_with(':')
                || behind.starts_with(" \"")
                || behind.starts_with(" “")
                || behind.starts_with(" „");
            let known = out
                .iter()
                .any(|(other, _)| other.start < span.end && span.start < other.end);
            if opens && leads && !known {
                out.push((span, *role));
            }
        }
    }
    out.sort_by_key(|(span, _)| span.start);
    out
}

/// Where the last part ends: before the sentence or the clause that tells the buttons.
fn end(brief: &Brief, lower: &str, parts: &[(Span, Role)]) -> usize {
    let last = parts.last().map_or(0, |(label, _)| label.end);
    let button = brief
        .literals
        .iter()
        .filter(|l| l.role == Role::Button && l.span.start > last)
        .map(|l| l.span.start)
        .chain(lower[last..].find("button").map(|at| last + at))
        .min()
        .unwrap_or(lower.len());
    lower[last..button]
        .rfind(['.', '?', '!', ',', '\n', '"', '”', '“'])
        .filter(|_| button < lower.len())
        .map_or(button, |at| last + at + 1)
}

/// What a part says: the words in quotes, or all of them, with the mark that closes their sentence.
fn value(prompt: &str, within: Span) -> Option<Span> {
    let span = trimmed(prompt, within)?;
    let marked = prompt[span.end..].starts_with(['?', '!', '.']);
    Some(span.start..span.end + usize::from(marked))
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn a_mail_that_is_written_has_its_parts() {
        check_texts(&[(
            "compose window of a webmail: To: hello@pine.studio, Subject: Quote for 40 chairs, body text: Could you send a price by Thursday? Send button blue",
            &[
                (Role::Field, "To"),
                (Role::Value, "hello@pine.studio"),
                (Role::Field, "Subject"),
                (Role::Value, "Quote for 40 chairs"),
                (Role::Body, "Could you send a price by Thursday?"),
                (Role::Button, "Send"),
            ],
        )]);
    }
}
