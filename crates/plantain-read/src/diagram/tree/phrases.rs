//! Where the statements of a hierarchy begin and end: "…, their children …", "Board at the top, Director below".

use super::is_family;
use super::posts;
use super::words::{BELOW, DOWN, PRONOUNS, UP, starts_with};
use crate::diagram::content::{Run, cut};
use crate::numbers::count_at;
use crate::reader::Reader;
use crate::tokens::Sep;

/// Cuts a clause where a comma leads to another statement: "…, their children …", "… and under him …".
pub(super) fn phrases(reader: &Reader<'_>, clause: Run) -> Vec<Run> {
    let opens = |reader: &Reader<'_>, at: usize| {
        // "Board at top, Director below": behind the words for a level the next begins.
        if at >= 2 && level_end(reader, clause, at - 1).is_some() {
            return true;
        }
        let at = at + usize::from(matches!(reader.key(at), "and" | "then"));
        let owned = (at..at + 3).any(|i| reader.key(i).ends_with("'s"))
            && (at + 1..at + 4).any(|i| BELOW.contains(&reader.key(i)));
        let theirs = PRONOUNS.contains(&reader.key(at))
            && (BELOW.contains(&reader.key(at + 1)) || starts_with(reader, at + 1, DOWN).is_some());
        let named = (at..at + 4).take_while(|&i| reader.is_capital(i)).last();
        // "Ana of Sales" opens, but "Head of Sales" is a post.
        let of = named.is_some_and(|last| {
            matches!(reader.key(last + 1), "of" | "for") && !crate::posts::is_post(reader.key(last))
        }) || (at + 1..(at + 4).min(clause.1))
            .take_while(|&i| !reader.is_sep(i))
            .any(|i| starts_with(reader, i, DOWN).is_some() && reader.key(i) != "with");
        let told = reader.key(at - 1) == "then" && reader.is_lower(at - 1)
            || BELOW.contains(&reader.key(at)) && reader.is_lower(at) && is_family(reader);
        told || posts::lead(reader, at).is_some() || owned || theirs || of
    };
    let lists = cut(reader, clause, |reader, at| {
        reader.sep(at, Sep::Comma) && opens(reader, at + 1)
    });
    lists
        .into_iter()
        .flat_map(|run| {
            cut(reader, run, |reader, at| {
                reader.key(at) == "and" && opens(reader, at + 1) && !report(reader, run, at)
            })
        })
        .collect()
}

/// "Head of Sales Jon Ek and Head of Product Mia Bo report to Ada": both sides of this "and" are told of by the verb behind
/// them.
fn report(reader: &Reader<'_>, run: Run, and: usize) -> bool {
    let verb = |from: usize, to: usize| (from..to).any(|at| starts_with(reader, at, UP).is_some());
    let down = (run.0..and).any(|at| starts_with(reader, at, DOWN).is_some());
    !down && !verb(run.0, and) && verb(and, run.1)
}

/// "CTO Raj Patel": whether a post opens what is said of a member.
pub(super) fn is_posted(reader: &Reader<'_>, at: usize) -> bool {
    const LETTERS_MAX: usize = 4;
    let token = &reader.tokens[at];
    let letters = token.case == crate::tokens::Case::Upper && token.key.len() <= LETTERS_MAX;
    reader.is_capital(at + 1) && (letters || crate::posts::is_post(&token.key))
}

/// "Board of Directors at the top", "Executive Director below": where the words for the level begin that end before `to`,
/// and whether it is the uppermost.
pub(super) fn level_end(reader: &Reader<'_>, (from, _): Run, to: usize) -> Option<(usize, bool)> {
    const LEVELS: &[(&[&str], bool)] = &[
        (&["at", "the", "very", "top"], true),
        (&["at", "the", "top"], true),
        (&["at", "top"], true),
        (&["on", "the", "top"], true),
        (&["on", "top"], true),
        (&["at", "the", "bottom"], false),
        (&["at", "bottom"], false),
        (&["below", "that"], false),
        (&["below", "them"], false),
        (&["below"], false),
        (&["underneath"], false),
        (&["beneath"], false),
    ];
    LEVELS.iter().find_map(|(words, top)| {
        let start = to.checked_sub(words.len()).filter(|&start| start > from)?;
        let told = words
            .iter()
            .enumerate()
            .all(|(n, word)| reader.key(start + n) == *word);
        told.then_some((start, *top))
    })
}

/// "At the top is the Head": where the name begins behind words that only say how high it stands.
pub(super) fn behind_top(reader: &Reader<'_>, (from, to): Run) -> usize {
    const LEADS: &[&[&str]] = &[
        &["at", "the", "top"],
        &["at", "the", "very", "top"],
        &["on", "top"],
        &["at", "top"],
    ];
    let led = LEADS.iter().find(|words| {
        words
            .iter()
            .enumerate()
            .all(|(n, word)| reader.key(from + n) == *word)
    });
    let Some(words) = led else { return from };
    let mut at = from + words.len();
    while at + 1 < to
        && (reader.sep(at, Sep::Colon)
            || reader.sep(at, Sep::Comma)
            || matches!(
                reader.key(at),
                "is" | "are"
                    | "stands"
                    | "sits"
                    | "comes"
                    | "there"
                    | "the"
                    | "our"
                    | "we"
                    | "have"
            ) && reader.is_lower(at))
    {
        at += 1;
    }
    at
}

/// "under Ella": a word that could be a pronoun is a name where it has its capital within a sentence.
pub(super) fn is_pronoun(reader: &Reader<'_>, at: usize) -> bool {
    let opens = at == reader.clause_start(at);
    PRONOUNS.contains(&reader.key(at)) && (reader.is_lower(at) || opens)
}

/// Skips "her two children:" before a list.
pub(super) fn skip_below(reader: &Reader<'_>, mut at: usize, end: usize) -> usize {
    let from = at;
    while at < end
        && at < from + 4
        && (BELOW.contains(&reader.key(at))
            || PRONOUNS.contains(&reader.key(at))
            || count_at(&reader.tokens, at).is_some()
            || reader.sep(at, Sep::Colon)
            || at > from && count_at(&reader.tokens, at - 1).is_some() && reader.is_capital(at + 1)
            || matches!(
                reader.key(at),
                "direct" | "named" | "called" | "are" | "the"
            ))
        && reader.is_sep(at) | !reader.is_capital(at)
    {
        at += 1;
    }
    if at < end { at } else { from }
}
