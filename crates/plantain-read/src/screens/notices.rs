//! Reads what a notice says: the question and the sentences of a dialog or a consent banner, the kind words of a page
//! that is not there, and the answers below them ("dialog Delete this file? This can't be undone. Cancel / Delete").

use super::emit;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Genre, Role};

/// Words of one answer, at most.
const ANSWER_WORDS_MAX: usize = 4;
/// Words of a sentence that may stand as a headline over another.
const HEADLINE_WORDS_MAX: usize = 6;
/// Words of a sentence that leads alone.
const LEADING_WORDS_MAX: usize = 12;

/// What a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Notice {
    /// Asks for an answer.
    Dialog,
    /// Asks for consent in a few lines at the edge of a page.
    Consent,
    /// Stands in place of a page, or of what a page would hold.
    Missing,
}

/// Claims the sentences and the answers of a notice.
pub(super) fn claim(reader: &mut Reader<'_>) {
    if !matches!(
        reader.brief.genre,
        Genre::WebPage | Genre::MobileApp | Genre::ProductGrid
    ) {
        return;
    }
    let Some((notice, start)) = head(reader) else {
        return;
    };
    let mut said = Vec::new();
    let mut at = start;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        if speaks(reader, at, end) {
            let to = sentence_end(reader, at, end);
            said.push((at, to));
            at = to;
            // The stop behind it.
            while at < reader.len() && reader.tokens[at].is_sep() {
                at += 1;
            }
        } else if notice == Notice::Dialog && asked(reader, at, end) {
            at = end + 1;
        } else if notice != Notice::Missing && !said.is_empty() && answers(reader, at) {
            break;
        } else {
            at = end + 1;
        }
    }
    set(reader, notice, &said);
}

/// Gives the sentences their places: the one that leads, and the others under it.
fn set(reader: &mut Reader<'_>, notice: Notice, said: &[(usize, usize)]) {
    for (n, &(from, to)) in said.iter().enumerate() {
        let words = to - from;
        let alone = said.len() == 1;
        let leads = n == 0
            && match notice {
                Notice::Consent => !alone && words <= HEADLINE_WORDS_MAX,
                Notice::Dialog | Notice::Missing => words <= LEADING_WORDS_MAX,
            };
        let role = if leads { Role::Title } else { Role::Body };
        // A headline has no stop, a line of a paragraph keeps its own.
        let stop = usize::from(!leads && reader.sep(to, Sep::Stop));
        let to = to + stop;
        let index = emit(reader, from, to, role);
        let literal = &mut reader.brief.literals[index];
        literal.text = crate::literals::capitalized(&literal.text);
    }
}

/// The kind of notice that the first words name, and where its own words begin.
fn head(reader: &Reader<'_>) -> Option<(Notice, usize)> {
    /// Tokens among which the name of a notice stands.
    const NAMED_WITHIN: usize = 10;
    let first = reader.clause_end(0).min(NAMED_WITHIN);
    let named = |at: &usize| {
        Some(match reader.key(*at) {
            "dialog" | "modal" | "popup" | "pop-up" | "alert" | "permission" | "permissions" => {
                Notice::Dialog
            }
            "consent" => Notice::Consent,
            "404" | "500" | "503" | "403" | "maintenance" | "empty" => Notice::Missing,
            key if key.starts_with("cookie") => Notice::Consent,
            key if key.ends_with("dialog") || key.ends_with("modal") => Notice::Dialog,
            key if key.starts_with("error") => Notice::Missing,
            key if key.starts_with("404") => Notice::Missing,
            _ => return None,
        })
    };
    let notice = (0..first).find_map(|at| named(&at))?;
    let last = (0..first)
        .rev()
        .find(|&at| reader.uses[at] == Use::Genre || named(&at).is_some())?;
    let mut at = last + 1;
    let small = |at: usize| {
        reader.is_sep(at)
            || matches!(
                reader.key(at),
                "that" | "which" | "saying" | "says" | "asking" | "with" | "message" | "text"
            )
    };
    while at < reader.len() && small(at) {
        at += 1;
    }
    Some((notice, at))
}

/// Whether a clause is spoken to whoever uses the screen: it asks, calls, or tells of "you" and "us".
fn speaks(reader: &Reader<'_>, from: usize, end: usize) -> bool {
    const SPOKEN: &[&str] = &[
        "we",
        "you",
        "you're",
        "you’re",
        "your",
        "our",
        "us",
        "we're",
        "we’re",
        "we'll",
        "this",
        "it",
        "it's",
        "it’s",
        "i",
        "can't",
        "can’t",
        "cannot",
        "couldn't",
        "couldn’t",
        "don't",
        "don’t",
        "won't",
        "won’t",
        "doesn't",
        "doesn’t",
        "isn't",
        "isn’t",
        "is",
        "are",
        "was",
        "will",
        "oops",
        "whoops",
        "hmm",
        "yikes",
        "uh-oh",
        "sorry",
        "has",
        "went",
    ];
    let plain = (from..end).all(|at| {
        matches!(
            reader.uses[at],
            Use::Free | Use::Topic | Use::Carrier | Use::Genre
        ) && reader.tokens[at].quote().is_none()
            && !matches!(
                reader.key(at),
                "button" | "buttons" | "link" | "field" | "checkbox"
            )
    });
    let opens = matches!(
        reader.key(from),
        "with"
            | "button"
            | "buttons"
            | "show"
            | "use"
            | "make"
            | "in"
            | "for"
            | "and"
            | "dark"
            | "light"
    );
    let spoken = |at: usize| SPOKEN.contains(&reader.text(at, at + 1).to_lowercase().as_str());
    let told = (from..end).any(spoken) || reader.sep(end, Sep::Mark);
    // "Oops, we can't find it": a cry belongs to the sentence behind it.
    let cry = matches!(
        reader.key(from),
        "oops" | "whoops" | "sorry" | "hmm" | "yikes" | "uh-oh"
    );
    (end > from + 1 || cry) && plain && !opens && told
}

/// The end of the sentence that begins with a spoken clause: with the spoken clauses behind its commas, and its mark.
fn sentence_end(reader: &Reader<'_>, from: usize, end: usize) -> usize {
    let mut to = end;
    while reader.sep(to, Sep::Comma) || reader.sep(to, Sep::Dash) {
        let next = reader.clause_end(to + 1);
        // "page not found, we looked everywhere": a clause without a word of its own ends the sentence.
        if !speaks(reader, to + 1, next) {
            break;
        }
        to = next;
    }
    debug_assert!(to > from);
    to + usize::from(reader.sep(to, Sep::Mark))
}

/// "email field", "your email": what a box over a page asks for.
fn asked(reader: &mut Reader<'_>, from: usize, end: usize) -> bool {
    let told = end > from && matches!(reader.key(end - 1), "field" | "input" | "box");
    let to = end - usize::from(told);
    let lead = usize::from(matches!(reader.key(from), "a" | "an" | "with"));
    let start = from + lead;
    let name = reader.keys(start, to.max(start));
    let known = matches!(
        name.as_str(),
        "email"
            | "e-mail"
            | "your email"
            | "email address"
            | "your email address"
            | "name"
            | "first name"
            | "your name"
            | "phone"
            | "phone number"
    );
    let free = (from..end).all(|at| reader.is_free(at) && reader.tokens[at].quote().is_none());
    if !known || !free {
        return false;
    }
    reader.mark(from, end, Use::Role);
    let index = emit(reader, start, to, Role::Field);
    let literal = &mut reader.brief.literals[index];
    literal.text = crate::literals::capitalized(&literal.text);
    true
}

/// "Cancel / Delete", "Accept all, Reject, Manage preferences": what may be answered ends the notice.
fn answers(reader: &mut Reader<'_>, from: usize) -> bool {
    let mut found = Vec::new();
    // "Buttons Stay, Log out": what is called so may say anything.
    let named = matches!(
        reader.key(from),
        "buttons" | "button" | "answers" | "options"
    );
    let colon = usize::from(named && reader.sep(from + 1, Sep::Colon));
    let mut at = from + usize::from(named) + colon;
    if named {
        reader.mark(from, at, Use::Role);
    }
    while at < reader.len() {
        let to = (at..reader.len())
            .find(|&i| {
                reader.is_sep(i)
                    || matches!(reader.key(i), "and" | "or")
                    || next_answer(reader, at, i)
            })
            .unwrap_or(reader.len());
        let words = (at..to).all(|i| {
            matches!(reader.uses[i], Use::Free | Use::Topic | Use::Carrier)
                && reader.tokens[i].quote().is_none()
        });
        if !words
            || to == at
            || to - at > ANSWER_WORDS_MAX
            || !named && !answer(&reader.text(at, to).to_lowercase())
        {
            break;
        }
        found.push((at, to));
        at = to;
        let joint = |i: usize| {
            i < reader.len() && (reader.is_sep(i) || matches!(reader.key(i), "and" | "or"))
        };
        while joint(at) {
            at += 1;
        }
    }
    for &(from, end) in &found {
        // "No thanks link": what an answer looks like is not written on it.
        let control = matches!(reader.key(end - 1), "link" | "button") && end > from + 1;
        let to = end - usize::from(control);
        let role = if control && reader.key(to) == "link" {
            Role::Link
        } else {
            Role::Button
        };
        reader.mark(to, end, Use::Role);
        let index = emit(reader, from, to, role);
        let literal = &mut reader.brief.literals[index];
        literal.text = crate::literals::capitalized(&literal.text);
    }
    !found.is_empty()
}

/// "Cancel Delete", "Keep editing Discard": whether a new answer begins at a word with a capital, with no mark before it.
fn next_answer(reader: &Reader<'_>, from: usize, at: usize) -> bool {
    const ALONE: &[&str] = &[
        "accept", "agree", "allow", "apply", "block", "cancel", "close", "confirm", "continue",
        "decline", "delete", "deny", "discard", "dismiss", "exit", "leave", "no", "ok", "okay",
        "reject", "remove", "retry", "skip", "stay", "undo", "yes",
    ];
    at > from
        && reader.is_capital(at)
        && answer(&reader.text(at, at + 1).to_lowercase())
        && (reader.is_lower(at - 1)
            || at == from + 1 && ALONE.contains(&reader.text(from, at).to_lowercase().as_str()))
}

/// Whether words begin as the answers to a notice do.
fn answer(lower: &str) -> bool {
    const FIRST: &[&str] = &[
        "accept",
        "agree",
        "allow",
        "apply",
        "back",
        "block",
        "cancel",
        "change",
        "choose",
        "close",
        "confirm",
        "contact",
        "continue",
        "cookie",
        "customize",
        "customise",
        "decline",
        "delete",
        "deny",
        "discard",
        "dismiss",
        "don't",
        "don’t",
        "essential",
        "exit",
        "go",
        "got",
        "keep",
        "later",
        "learn",
        "leave",
        "log",
        "maybe",
        "manage",
        "more",
        "necessary",
        "no",
        "not",
        "ok",
        "okay",
        "only",
        "preferences",
        "proceed",
        "reject",
        "reload",
        "remind",
        "remove",
        "retry",
        "save",
        "settings",
        "sign",
        "skip",
        "start",
        "stay",
        "submit",
        "take",
        "try",
        "undo",
        "update",
        "upgrade",
        "yes",
    ];
    let first = lower.split(' ').next().unwrap_or_default();
    FIRST.contains(&first)
}

#[cfg(test)]
mod tests {
    use crate::Role::{Body, Button, Field, Link, Title};
    use crate::outline::check_texts;

    #[test]
    fn notices_say_sentences_and_take_answers() {
        check_texts(&[
            (
                "confirmation modal Publish now? Readers will see it. Buttons Wait, Publish",
                &[
                    (Title, "Publish now?"),
                    (Body, "Readers will see it."),
                    (Button, "Wait"),
                    (Button, "Publish"),
                ],
            ),
            (
                "modal dialog leave this page? your changes are not saved. Stay / Leave",
                &[
                    (Title, "Leave this page?"),
                    (Body, "Your changes are not saved."),
                    (Button, "Stay"),
                    (Button, "Leave"),
                ],
            ),
            (
                "remove item dialog Remove this list? You cannot undo this. Cancel Remove",
                &[
                    (Title, "Remove this list?"),
                    (Body, "You cannot undo this."),
                    (Button, "Cancel"),
                    (Button, "Remove"),
                ],
            ),
            (
                "club popup Get your free map, email field, Join button, Not now link",
                &[
                    (Title, "Get your free map"),
                    (Field, "Email"),
                    (Button, "Join"),
                    (Link, "Not now"),
                ],
            ),
            (
                "cookie banner: we use cookies to remember your basket. Allow all, Decline",
                &[
                    (Body, "We use cookies to remember your basket."),
                    (Button, "Allow all"),
                    (Button, "Decline"),
                ],
            ),
            (
                "404 page oops, we can't find that shelf, button take me home",
                &[
                    (Title, "Oops, we can't find that shelf"),
                    (Button, "take me home"),
                ],
            ),
        ]);
    }
}
