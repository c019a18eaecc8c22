//! Words that tell who stands over whom.

use crate::reader::Reader;

/// Words that put what follows under what stands before.
pub(super) const DOWN: &[&[&str]] = &[
    &["is", "in", "charge", "of"],
    &["is", "responsible", "for"],
    &["in", "charge", "of"],
    &["responsible", "for"],
    &["looks", "after"],
    &["gave", "birth", "to"],
    &["manages"],
    &["manage"],
    &["leads"],
    &["oversees"],
    &["oversee"],
    &["supervises"],
    &["heads"],
    &["directs"],
    &["runs"],
    &["has"],
    &["have"],
    &["had"],
    &["includes"],
    &["contains"],
    &["over"],
    &["with"],
    &["dirige"],
    &["dirigent"],
    &["gère"],
    &["encadre"],
    &["leitet"],
    &["führt"],
    &["verantwortet"],
    &["gestiona"],
    &["coordina"],
    &["supervisa"],
    &["gestisce"],
    &["guida"],
    &["gerencia"],
    &["coordena"],
    &["leidt"],
    &["kieruje"],
    &["zarządza"],
    &["prowadzi"],
    &["руководит"],
    &["управляет"],
    &["возглавляет"],
    &["керує"],
    &["очолює"],
];

/// Words that put what stands before under what follows.
pub(super) const UP: &[&[&str]] = &[
    &["reporting", "to"],
    &["reports", "to"],
    &["report", "to"],
    &["are", "under"],
    &["is", "under"],
    &["works", "under"],
    &["work", "under"],
    &["works", "for"],
    &["work", "for"],
    &["belongs", "to"],
    &["belong", "to"],
    &["under"],
];

/// Words for those below: "her team", "their children".
pub(super) const BELOW: &[&str] = &[
    "children",
    "kids",
    "sons",
    "daughters",
    "son",
    "daughter",
    "child",
    "kid",
    "team",
    "reports",
    "staff",
    "departments",
    "employees",
    "offspring",
    "subpages",
    "pages",
    "grandchildren",
];

pub(super) const PRONOUNS: &[&str] = &[
    "her", "him", "them", "he", "she", "they", "it", "his", "their", "that", "this", "these",
    "whom", "elle", "lui", "eux", "ihr", "ihm", "ihnen", "ella", "él", "ellos", "lei", "loro",
    "ela", "ele", "haar", "hem", "nią", "nim", "ней", "ним", "ними", "нею",
];

/// Pronouns for several: all who were named last.
pub(super) const SEVERAL: &[&str] = &[
    "them", "they", "these", "ihnen", "eux", "ellos", "loro", "hen", "nimi", "ними", "whom",
];

/// Length of a phrase of the table that starts at `at`.
pub(super) fn starts_with(reader: &Reader<'_>, at: usize, table: &[&[&str]]) -> Option<usize> {
    table
        .iter()
        .find(|words| {
            words
                .iter()
                .enumerate()
                .all(|(n, word)| reader.key(at + n) == *word && reader.is_lower(at + n))
        })
        .map(|words| words.len())
}
