//! Enumerations within a stretch, and the part that its last string plays.

use super::{Piece, small_print};
use crate::forms::{is_month, is_weekday};
use crate::lexicon::Policy;
use crate::literals::Scanner;
use crate::tokens::Kind;
use crate::{Constraint, Genre, Role};

/// Comma-less enumerations: "Mon Tue Wed", or as many words as were asked for.
pub(super) fn enumeration(scanner: &Scanner<'_, '_>, from: usize, to: usize) -> Option<Vec<Piece>> {
    let reader = &*scanner.reader;
    let words: Vec<usize> = (from..to).collect();
    let single = words.iter().all(|&i| {
        reader.is_capital(i) || reader.tokens[i].kind == Kind::Number || reader.is_caseless(i)
    });
    let each = |words: &[usize]| Some(words.iter().map(|&i| Piece::text(i, i + 1, None)).collect());
    if !single {
        return and_list(scanner, from, to);
    }
    let calendar = words.len() >= 3
        && words.iter().all(|&i| {
            is_weekday(reader.key(i)) || is_month(reader.key(i)) || is_quarter(reader.key(i))
        });
    let letters = words.len() >= 3 && words.iter().all(|&i| reader.key(i).chars().count() == 1);
    let counted =
        words.len() >= 2
            && reader.brief.constraints.iter().any(
                |rule| matches!(rule, Constraint::Count { n, .. } if *n as usize == words.len()),
            );
    let numbers = words.len() >= 3 && words.iter().all(|&i| reader.tokens[i].kind == Kind::Number);
    let opposites = matches!(
        (words.len(), reader.key(from), reader.key(to - 1)),
        (2, "pros", "cons") | (2, "before", "after") | (2, "yes", "no") | (2, "do", "don't")
    );
    if calendar || letters || counted || numbers || opposites {
        each(&words)
    } else {
        None
    }
}

pub(super) fn is_quarter(key: &str) -> bool {
    matches!(
        key,
        "q1" | "q2" | "q3" | "q4" | "h1" | "h2" | "w1" | "w2" | "w3" | "w4"
    )
}

/// "Nucleus and Electron" after a word that introduces several texts.
pub(super) fn and_list(scanner: &Scanner<'_, '_>, from: usize, to: usize) -> Option<Vec<Piece>> {
    let reader = &*scanner.reader;
    let many = scanner
        .intro
        .as_ref()
        .is_some_and(|intro| intro.policy == Policy::Many);
    let and = (from + 1..to).find(|&i| reader.key(i) == "and" && reader.is_lower(i))?;
    let short = and - from <= 3 && to - and <= 4 && and + 1 < to;
    (many && short).then(|| vec![Piece::text(from, and, None), Piece::text(and + 1, to, None)])
}

/// Role of the last piece of a run from its own words.
pub(super) fn tail_role(
    scanner: &Scanner<'_, '_>,
    from: usize,
    to: usize,
    follows: bool,
) -> Option<Role> {
    let reader = &*scanner.reader;
    if small_print(scanner, from, from + 1).is_some() {
        return Some(Role::Small);
    }
    if from > 0 && reader.key(from - 1) == "by" && reader.is_lower(from - 1) {
        return Some(Role::Person);
    }
    let initial = to - from >= 2
        && reader.key(from).chars().count() == 1
        && reader.is_capital(from)
        && reader.is_capital(from + 1)
        && follows;
    (initial && reader.brief.genre == Genre::BookCover).then_some(Role::Person)
}
