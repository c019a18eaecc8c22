//! Lines that were found in pieces: a clause that speaks to the readers of a piece is set whole.
//!
//! Scanners take what they know: a day, a name, a number. What stands around it in the same clause ("ends Sunday midnight",
//! "12 rue des Lilas", "bitte bis 20. Juni antworten") belongs to the same line, unless it directs the designer.

use super::{evidence, literals_in, mending, parts};
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Origin, Role};

/// Longest line that is put together, in tokens.
const LINE_TOKENS_MAX: usize = 10;

/// Puts lines together, and parts from a text what only says what it is.
pub(super) fn read(reader: &mut Reader<'_>) {
    if !takes(reader.brief.genre) {
        return;
    }
    parts::before(reader);
    join_spans(reader);
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        if end > at {
            clause(reader, at, end);
        }
        at = end + 1;
    }
    parts::after(reader);
}

fn takes(genre: Genre) -> bool {
    super::is_printed(genre)
        || matches!(
            genre,
            Genre::Invitation
                | Genre::Certificate
                | Genre::Ticket
                | Genre::BusinessCard
                | Genre::QuoteCard
        )
}

/// "7월 1일~7월 15일", "1 June – 12 July": two days with a dash between them are one span.
fn join_spans(reader: &mut Reader<'_>) {
    const DASHES: &[&str] = &["~", "–", "—", "-", "〜", "～"];
    let mut at = 0;
    while at < reader.brief.literals.len() {
        let first = reader.brief.literals[at].clone();
        let prompt = reader.prompt;
        let told = |l: &crate::Literal| {
            l.origin != Origin::Quoted && l.text.chars().any(|c| c.is_ascii_digit())
        };
        let dated = first.role == Role::Date && told(&first);
        let second = reader.brief.literals.iter().position(|l| {
            let gap = prompt.get(first.span.end..l.span.start).unwrap_or("?");
            let hour = l.role == Role::Time || crate::outline::is_time(&l.text.to_lowercase());
            dated && told(l) && DASHES.contains(&gap.trim()) && !is_priced(&l.text) && !hour
        });
        let Some(second) = second else {
            at += 1;
            continue;
        };
        let span = first.span.start..reader.brief.literals[second].span.end;
        let own = &mut reader.brief.literals[at];
        own.text = prompt[span.clone()].to_string();
        own.span = span;
        mending::remove_literal(reader, second);
        at = at.saturating_sub(usize::from(second < at));
    }
}

pub(super) fn is_priced(text: &str) -> bool {
    text.contains(['$', '€', '£', '¥', '₩', '₹', '%'])
}

/// Whether a literal is a part of something that was read whole: a pair, a list, a link.
pub(super) fn is_bound(reader: &Reader<'_>, index: usize) -> bool {
    let brief = &reader.brief;
    let literal = &brief.literals[index];
    literal.origin == Origin::Quoted
        || matches!(literal.role, Role::Price | Role::OldPrice | Role::Button)
        || brief
            .pairs
            .iter()
            .any(|p| p.value == index || p.label == Some(index))
        || matches!(brief.genre, Genre::Menu | Genre::Chalkboard)
            && brief.lists.iter().any(|list| list.items.contains(&index))
        || brief
            .links
            .iter()
            .any(|link| link.from == index || link.to == index)
}

/// Sets a clause as one line when all of it is told.
fn clause(reader: &mut Reader<'_>, from: usize, to: usize) {
    let found = literals_in(reader, from, to);
    let names_genre = (from..to).any(|at| matches!(reader.uses[at], Use::Genre | Use::Canvas));
    if found.is_empty()
        || names_genre
        || to - from > LINE_TOKENS_MAX
        || found.iter().any(|&index| is_bound(reader, index))
        || reader.sep(to, Sep::Colon)
    {
        return;
    }
    let inside = |reader: &Reader<'_>, at: usize| {
        let start = reader.tokens[at].span.start;
        found
            .iter()
            .any(|&i| reader.brief.literals[i].span.contains(&start))
    };
    let left: Vec<usize> = (from..to)
        .filter(|&at| !inside(reader, at) && !reader.sep(at, Sep::Other))
        .collect();
    if left.is_empty() && found.len() == 1 || !belongs(reader, (from, to), &found, &left) {
        return;
    }
    let role = role_of(reader, &found, left.len());
    mending::drop_objects(reader, from, to);
    // What stands first keeps its place; the others are taken into it.
    for &index in found[1..].iter().rev() {
        mending::remove_literal(reader, index);
    }
    let span = reader.span(from, to);
    reader.mark(from, to, Use::Literal);
    let index = reader
        .brief
        .literals
        .iter()
        .position(|l| span.start <= l.span.start && l.span.end <= span.end + 1);
    let Some(index) = index else { return };
    let literal = &mut reader.brief.literals[index];
    let stop = literal.span.end.max(span.end);
    literal.text = reader.prompt[span.start..stop].trim().to_string();
    literal.span = span.start..stop;
    literal.role = role;
}

/// Whether the words that were left over belong to what was found.
fn belongs(
    reader: &Reader<'_>,
    (from, to): (usize, usize),
    found: &[usize],
    left: &[usize],
) -> bool {
    let usable = left.iter().all(|&at| {
        reader.tokens[at].is_wordlike()
            && matches!(
                reader.uses[at],
                Use::Free | Use::Topic | Use::Carrier | Use::Setting | Use::Object
            )
    });
    if !usable || evidence::steers_by_words(reader, from, to) {
        return false;
    }
    let role = |index: usize| reader.brief.literals[index].role;
    let whens = found
        .iter()
        .filter(|&&i| matches!(role(i), Role::Date | Role::Time))
        .count();
    let venue = left
        .iter()
        .any(|&at| matches!(reader.key(at), "at" | "@" | "in"));
    if whens > 0 && left.is_empty() && whens == found.len() {
        // A day and its hour stay two facts.
        return false;
    }
    if whens > 0 {
        // A day beside a place or a name stands alone; beside small words it is a part of their line.
        let others = found.len() - whens;
        let words = left.len() + others;
        let small = left.iter().all(|&at| !reader.is_capital(at) || at == from);
        let lone = left.len() == 1 && is_lead(reader, left[0]) && others == 0;
        return small && !venue && words <= 4 && others <= 1 && !lone;
    }
    // "Le Petit Renard et la Lune": small words join two parts of a name.
    let small = left.len() <= 2
        && !left.is_empty()
        && left.iter().all(|&at| {
            reader.is_lower(at)
                && (lexicon().stops.contains_key(reader.key(at))
                    || matches!(reader.key(at), "and" | "the" | "of" | "in" | "&"))
        });
    let named = |index: usize| {
        matches!(
            role(index),
            Role::Title | Role::Subtitle | Role::Text | Role::Body
        ) && reader.brief.literals[index].origin != Origin::Introduced
    };
    if found.len() == 2 && small && !venue && found.iter().all(|&i| named(i)) {
        return true;
    }
    // "12 rue des Lilas", "ul. Długa 5": an address is whole.
    let numbered = reader.tokens[from].kind == Kind::Number
        || reader.tokens[to - 1].kind == Kind::Number
        || reader.form(from).is_some();
    let street = numbered
        && found.len() == 1
        && matches!(
            role(found[0]),
            Role::Title | Role::Subtitle | Role::Body | Role::Text | Role::Place | Role::Item
        );
    let inferred = found.iter().all(|&i| {
        reader.brief.literals[i].origin == Origin::Inferred
            && !matches!(
                role(i),
                Role::Person | Role::Brand | Role::Contact | Role::Value
            )
    });
    // "de Claire Dubois": a preposition before a name is grammar of the prompt.
    let led = left.len() == 1
        && left[0] == from
        && (matches!(reader.key(from), "by" | "of" | "from" | "for" | "@de")
            || lexicon().stops.contains_key(reader.key(from)));
    street || inferred && found.len() == 1 && left.len() <= 4 && !led
}

/// The part of a line that was put together.
fn role_of(reader: &Reader<'_>, found: &[usize], left: usize) -> Role {
    let first = reader.brief.literals[found[0]].role;
    let when = found
        .iter()
        .any(|&i| matches!(reader.brief.literals[i].role, Role::Date | Role::Time));
    if when {
        return if left <= 2 { Role::Date } else { Role::Body };
    }
    first
}

/// Small words before a day that are grammar of the prompt.
fn is_lead(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.key(at), "on" | "the" | "for" | "this")
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    const WHOLE: &[(&str, &[(Role, &str)])] = &[(
        "Black Friday sale banner, up to 70% off electronics, ends Sunday midnight",
        &[
            (Role::Title, "Black Friday sale"),
            (Role::Subtitle, "up to 70% off electronics"),
            (Role::Date, "ends Sunday midnight"),
        ],
    )];

    #[test]
    fn lines_are_set_whole() {
        check_texts(WHOLE);
    }
}
