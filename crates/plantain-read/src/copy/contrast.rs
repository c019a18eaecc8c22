//! Copy and description told apart by how a prompt writes them: who sets all copy with capitals or in quotes writes the rest,
//! at the end, for the designer.

use super::evidence;
use crate::colors::color_at;
use crate::glosses::Glosses;
use crate::lexicon::lexicon;
use crate::tokens::lex;
use crate::{Brief, Genre, Literal, Origin, Role};

/// Texts with capitals or in quotes from which on the others are judged by theirs.
const NAMED_MIN: usize = 2;

/// "Brewed in Whitby, lighthouse in fog", `"Speaker", "Hall C", icy blue`: drops what stands in small letters behind all copy that
/// has capitals or quotes.
pub(crate) fn drop_small_tails(brief: &mut Brief) {
    let judged = super::is_printed(brief.genre)
        || matches!(
            brief.genre,
            Genre::Ticket | Genre::Certificate | Genre::Invitation
        );
    if !judged || brief.genre == Genre::Menu || is_accounted(brief) {
        return;
    }
    let Some(end) = end_of_named(brief) else {
        return;
    };
    let title = |l: &Literal| matches!(l.role, Role::Title | Role::Brand | Role::Button);
    let (language, genre) = (brief.language.0.clone(), brief.genre);
    brief.remove_literals(|l| {
        l.span.start >= end && !title(l) && is_plain(l) && describes(&l.text, genre, &language)
    });
}

/// Whether a form of its own was read from the texts, which points at them by index.
fn is_accounted(brief: &Brief) -> bool {
    brief.bill.is_some()
        || brief.trip.is_some()
        || brief.sheet.is_some()
        || brief.slide.is_some()
        || brief.planner.is_some()
        || brief.passage.is_some()
        || !brief.signers.is_empty()
}

/// Whether words tell what is seen: how it looks, where it stands, or a thing to draw.
fn describes(text: &str, genre: Genre, language: &str) -> bool {
    let tokens = lex(text, &[], &[], Glosses::for_language(language));
    let words = || (0..tokens.len()).map(|at| tokens[at].key.as_str());
    let thing = |at: usize| {
        let noun = lexicon().nouns.at(&tokens, at);
        noun.is_some_and(|(_, noun)| !matches!(noun.category, "food" | "drink" | "person"))
    };
    let seen = (0..tokens.len()).any(thing);
    let placed =
        words().any(|word| matches!(word, "in" | "on" | "over" | "under" | "around" | "behind"));
    let tinted = (0..tokens.len()).any(|at| color_at(&tokens, at).is_some());
    let directed = words().any(evidence::is_steering);
    // What a package says of its goods names things as well.
    let stated = matches!(genre, Genre::Label | Genre::PriceTag);
    directed || tinted && seen || seen && (placed || !stated)
}

/// Where the last text with a capital or in quotes ends, if there are several and no text before it is written small.
fn end_of_named(brief: &Brief) -> Option<usize> {
    let named = |l: &&Literal| l.origin == Origin::Quoted || l.text.starts_with(char::is_uppercase);
    let count = brief.literals.iter().filter(named).count();
    let end = brief
        .literals
        .iter()
        .filter(named)
        .map(|l| l.span.end)
        .max()?;
    let small = |l: &Literal| l.span.start < end && is_plain(l);
    (count >= NAMED_MIN && !brief.literals.iter().any(small)).then_some(end)
}

/// Words in small letters without a figure, an address or a mark, which call nobody.
fn is_plain(literal: &Literal) -> bool {
    let told = |c: char| c.is_ascii_digit() || "@#!?%$€£&".contains(c);
    literal.origin != Origin::Quoted
        && literal.text.starts_with(char::is_lowercase)
        && !literal.text.contains(told)
        && !literal.text.contains(char::is_uppercase)
        && !evidence::addresses(&literal.text)
}

/// "for a postman. Special Delivery! Gus hangs up the bag": copy in sentences of its own behind what the piece is for begins with
/// its title; what it is for is none of it.
pub(crate) fn sentences_lead(brief: &mut Brief) {
    const CHARS_MAX: usize = 40;
    let headed = super::is_printed(brief.genre) || brief.genre == Genre::Invitation;
    let headed = headed && !is_accounted(brief);
    let Some(medium) = brief.genre_span.clone().filter(|_| headed) else {
        return;
    };
    let Some(end) = brief.prompt[medium.end..].find(['.', '!', '\n']) else {
        return;
    };
    let end = medium.end + end;
    // What the sentence about the medium says in small letters.
    let about = |l: &Literal| {
        l.span.end <= end && l.origin != Origin::Quoted && l.text.starts_with(char::is_lowercase)
    };
    let titled = |l: &Literal| matches!(l.role, Role::Title | Role::Brand);
    let led = brief.literals.iter().any(|l| titled(l) && !about(l));
    let named = brief.headline.is_some() || brief.literals.iter().any(titled);
    let copy = brief.literals.iter().filter(|l| !about(l));
    let Some(first) = copy.min_by_key(|l| l.span.start).filter(|_| !led && named) else {
        return;
    };
    let between = brief.prompt.get(end + 1..first.span.start);
    let opens = between.is_some_and(|between| between.trim().is_empty());
    let told = matches!(first.role, Role::Subtitle | Role::Body | Role::Text);
    let shouts = first.text.chars().any(char::is_uppercase)
        && !first.text.starts_with(char::is_lowercase)
        && first.text.chars().count() <= CHARS_MAX;
    // "for a fete. Hollowbrook Green, Sat 14 June": a name that goes on is no sentence of its own, except on a tag.
    let closes = first.text.ends_with(['!', '?'])
        || brief.prompt[first.span.end..].starts_with(['.', '!', '?', '\n'])
        || brief.genre == Genre::PriceTag;
    if opens && told && shouts && closes {
        let start = first.span.start;
        brief.remove_literals(|l| titled(l) && about(l));
        if let Some(first) = brief.literals.iter_mut().find(|l| l.span.start == start) {
            first.role = Role::Title;
        }
        brief.headline = None;
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn small_letters_behind_all_copy_direct() {
        check_texts(&[
            (
                "beer can label, Foghorn Hazy IPA, 6.4% ABV, 440 ml, Brewed in Whitby, lighthouse in fog, pale yellow and slate",
                &[
                    (Role::Title, "Foghorn Hazy IPA"),
                    (Role::Subtitle, "6.4% ABV"),
                    (Role::Small, "440 ml"),
                    (Role::Subtitle, "Brewed in Whitby"),
                ],
            ),
            (
                "retirement party invite for a postman. Special Delivery! Gus hangs up the bag. Fri June 25, 6 PM, The Anchor. envelope theme",
                &[
                    (Role::Title, "Special Delivery!"),
                    (Role::Body, "Gus hangs up the bag"),
                    (Role::Date, "Fri June 25, 6 PM"),
                    (Role::Body, "The Anchor"),
                ],
            ),
        ]);
    }
}
