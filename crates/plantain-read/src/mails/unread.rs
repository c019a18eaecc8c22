//! Which mails of an inbox were not read yet.

use crate::Span;

/// "12 unread", "unread 2", "unread: 2": how many mails are new.
pub(super) fn count(lower: &str) -> Option<Span> {
    let behind = lower.match_indices("unread").find_map(|(at, word)| {
        let from = at + word.len();
        let rest = lower[from..].trim_start_matches([' ', ':', '(']);
        let start = lower.len() - rest.len();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let ends = !rest[digits..].starts_with([':', '.', '/'])
            || rest[digits..].trim_start_matches('.').is_empty();
        (digits > 0 && digits <= 3 && start > from && ends).then_some(start..start + digits)
    });
    if behind.is_some() {
        return behind;
    }
    let end = lower.find(" unread")?;
    let digits = lower[..end]
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .count();
    (digits > 0).then_some(end - digits..end)
}

/// Whether the prompt says of a sender that the mail is unread.
pub(super) fn is_named(lower: &str, name: &Span) -> bool {
    let name = &lower[name.clone()];
    [
        "unread from ",
        "unread: ",
        "unread: '",
        "unread: \"",
        "unread: “",
        "unread is ",
    ]
    .iter()
    .any(|lead| lower.contains(&format!("{lead}{name}")))
        || [
            "'s is unread",
            "’s is unread",
            " is unread",
            " unread",
            " (unread",
            "'s mail is unread",
            "'s email is unread",
        ]
        .iter()
        .any(|tail| lower.contains(&format!("{name}{tail}")))
}

/// "second unread", "the first one is unread", "first two unread", "all unread": which of `n` mails were not read yet, by
/// their places.
pub(super) fn in_order(lower: &str, n: usize) -> Vec<usize> {
    const PLACES: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth"];
    const COUNTS: &[&str] = &["two", "three", "four", "five"];
    const BETWEEN: &[&str] = &[
        "one", "ones", "mail", "mails", "email", "emails", "message", "messages", "is", "are",
        "as", "and", "marked", "the", "being",
    ];
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut out = Vec::new();
    for (at, _) in words
        .iter()
        .enumerate()
        .filter(|(_, word)| **word == "unread")
    {
        for word in words[..at].iter().rev() {
            let count = COUNTS.iter().position(|count| count == word);
            match (PLACES.iter().position(|place| place == word), count) {
                (Some(place), _) => out.push(place),
                // "the first two": the places up to the count.
                (None, Some(count)) => out.extend(0..count + 2),
                (None, None) if matches!(*word, "all" | "both") => out.extend(0..n),
                (None, None) if *word == "last" => out.extend(n.checked_sub(1)),
                (None, None) if BETWEEN.contains(word) => {}
                (None, None) => break,
            }
        }
    }
    // "three unread mails" counts what is told and names no places.
    let led = PLACES
        .iter()
        .chain(&["all", "both", "last"])
        .any(|word| words.contains(word));
    out.retain(|place| led && *place < n);
    out
}
