//! What a printed piece asks of its readers: "meet at the corner cafe", "swipe up", "listen now"; and offers told in one
//! breath: "40% off all plants today only code GREEN40".
//!
//! They are taken before the setting is read, so that a café to meet at is no room to draw.

mod board;
mod events;
mod names;
mod offer;
mod tag;

pub(crate) use events::manners;

use super::emit;
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::{Genre, Origin, Role};
use names::named;

/// Verbs with which such a line begins.
const CALLS: &[&str] = &[
    "meet",
    "bring",
    "join",
    "call",
    "listen",
    "visit",
    "book",
    "register",
    "come",
    "save",
    "order",
    "scan",
    "swipe",
    "send",
    "apply",
    "rsvp",
    "ask",
    "try",
    "get",
    "win",
    "buy",
    "tap",
    "shop",
    "follow",
    "subscribe",
    "donate",
    "vote",
    "reserve",
    "enter",
    "find",
    "sign",
    "click",
    "read",
    "watch",
    "learn",
    "discover",
    "wear",
    "text",
    "email",
    "mail",
    "share",
    "tag",
    "dm",
    "download",
    "pay",
];

/// Whole lines that stand on buttons, the longer first.
const BUTTONS: &[&[&str]] = &[
    &["swipe", "up"],
    &["listen", "now"],
    &["shop", "now"],
    &["order", "now"],
    &["book", "now"],
    &["buy", "now"],
    &["sign", "up"],
    &["learn", "more"],
    &["read", "more"],
    &["watch", "now"],
    &["join", "us"],
    &["tap", "to", "shop"],
    &["link", "in", "bio"],
    &["get", "tickets"],
    &["register", "now"],
    &["apply", "now"],
    &["donate", "now"],
];

const WORDS_MAX: usize = 12;

/// Claims the lines that address the reader.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    let printed = matches!(
        reader.brief.genre,
        Genre::Poster
            | Genre::Sale
            | Genre::SocialCard
            | Genre::Story
            | Genre::Banner
            | Genre::Invitation
    );
    named(reader);
    names::numbers(reader);
    names::profession(reader);
    if reader.quoted.is_empty() && reader.brief.literals.is_empty() {
        match reader.brief.genre {
            Genre::Chalkboard | Genre::Sign => board::claim(reader),
            Genre::PriceTag => tag::claim(reader),
            Genre::Menu => board::sections(reader),
            _ => {}
        }
    }
    let shop = matches!(
        reader.brief.genre,
        Genre::ProductGrid | Genre::Landing | Genre::MobileApp
    );
    if shop && reader.quoted.is_empty() {
        let mut at = 0;
        while at < reader.len() {
            let end = reader.clause_end(at).max(at);
            if end > at {
                button(reader, at, end);
            }
            at = end + 1;
        }
    }
    if !printed {
        return;
    }
    let (mut at, mut looked, mut dated) = (0, 0, false);
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        if end > at {
            offer::offer(reader, at, end);
            button(reader, at, end);
            line(reader, at, end);
            dated = dated || (looked..at).any(|i| events::tells_when(reader, i));
            looked = at;
            events::fact(reader, at, end, dated);
        }
        at = end + 1;
    }
}

/// Whether a clause speaks of how the piece looks.
fn designs(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        matches!(
            reader.key(i),
            "background"
                | "style"
                | "font"
                | "fonts"
                | "colors"
                | "colours"
                | "color"
                | "colour"
                | "palette"
                | "illustration"
                | "layout"
                | "border"
                | "logo"
                | "icon"
                | "icons"
                | "drawing"
                | "picture"
                | "image"
                | "typography"
                | "letters"
                | "chalk"
                | "frame"
        )
    })
}

fn priced(reader: &Reader<'_>, at: usize) -> bool {
    reader.form(at) == Some(FormKind::Price)
}

pub(super) fn free(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|i| {
        matches!(reader.uses[i], Use::Free | Use::Topic) && reader.tokens[i].quote().is_none()
    })
}

/// The words of a table at a place.
fn phrase(reader: &Reader<'_>, at: usize, table: &[&[&str]]) -> Option<usize> {
    table
        .iter()
        .find(|words| {
            words
                .iter()
                .enumerate()
                .all(|(n, word)| reader.key(at + n) == *word)
        })
        .map(|words| words.len())
}

/// "listen now": a clause, or the end of one, that stands on a button.
fn button(reader: &mut Reader<'_>, from: usize, to: usize) {
    let Some((at, len)) = (from..to).find_map(|i| phrase(reader, i, BUTTONS).map(|len| (i, len)))
    else {
        return;
    };
    let ends = at + len == to;
    let behind = at == from || reader.uses[at - 1] == Use::Literal;
    if ends && behind && free(reader, at, at + len) {
        emit(reader, at, at + len, Role::Button);
    }
}

/// A clause that begins with a verb which asks something of the reader.
fn line(reader: &mut Reader<'_>, from: usize, to: usize) {
    let opener = from > 0 && CALLS.contains(&reader.key(from)) && to > from + 1;
    let first = (0..from).any(|i| reader.uses[i] == Use::Genre);
    let form = (from..to).find(|&i| {
        matches!(
            reader.form(i),
            Some(FormKind::Email | FormKind::Url | FormKind::Phone | FormKind::Price)
        )
    });
    // "call 555-0142" is a label with its value.
    let labelled = form.is_some_and(|at| at < from + 3);
    let noun = matches!(
        reader.key(from),
        "book" | "park" | "watch" | "ring" | "dress" | "shop"
    ) && matches!(
        reader.key(from + 1),
        "cover" | "in" | "with" | "of" | "on" | "and" | "logo"
    );
    // "text Sail Away" tells what is printed; "text us", "text WIN to 555" asks for something.
    let told = reader.key(from) == "text"
        && !matches!(reader.key(from + 1), "us" | "me" | "the" | "to" | "for")
        && !(from..to).any(|i| reader.key(i) == "to");
    if opener
        && first
        && !labelled
        && !noun
        && !told
        && to - from <= WORDS_MAX
        && free(reader, from, to)
        && !designs(reader, from, to)
        && reader.is_lower(from)
    {
        emit(reader, from, to, Role::Body);
    }
}

/// "announcing we're hiring": the word for what the piece does is none of its text.
pub(super) fn strip_announcing(reader: &mut Reader<'_>) {
    for literal in &mut reader.brief.literals {
        if literal.origin == Origin::Quoted {
            continue;
        }
        for word in [
            "announcing that ",
            "announcing ",
            "advertising ",
            "promoting ",
        ] {
            if literal.text.to_lowercase().starts_with(word) {
                literal.text.drain(..word.len());
                literal.span.start += word.len();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn readers_are_addressed_in_whole_lines() {
        for (prompt, want) in [
            (
                "poster for a neighbourhood cleanup, saturday april 12 at 9am, meet at the corner cafe, bring gloves",
                "neighbourhood cleanup|saturday april 12 at 9am|meet at the corner cafe|bring gloves",
            ),
            (
                "story for flash sale 40% off all plants today only code GREEN40 swipe up",
                "40% off all plants|today only|code GREEN40|swipe up",
            ),
            (
                "price tag: hand-knit scarf, $32, 100% wool",
                "hand-knit scarf|$32|100% wool",
            ),
            (
                "sale banner red bg BLACK FRIDAY UP TO 70% OFF button Shop now",
                "BLACK FRIDAY|UP TO 70% OFF|Shop now",
            ),
            (
                "instagram post announcing we're hiring a pastry chef, Little Crumb bakery, send your cv to jobs@littlecrumb.co",
                "we're hiring a pastry chef|Little Crumb bakery|send your cv to jobs@littlecrumb.co",
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
            assert_eq!(found.join("|"), want, "{prompt}");
        }
    }
}
