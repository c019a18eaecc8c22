//! Families told generation by generation: "grandparents Rosa and Luis, children Ana and Marco, grandchildren Leo, Mia".

use super::members::member;
use crate::diagram::content::{Run, cut, list, trim};
use crate::reader::Reader;
use crate::tokens::Sep;

/// Words for a generation, the oldest first; what stands in one row is one generation.
const GENERATIONS: &[&[&str]] = &[
    &["great-grandparents", "urgroßeltern", "bisabuelos"],
    &[
        "grandparents",
        "großeltern",
        "abuelos",
        "grands-parents",
        "nonni",
        "avós",
        "grootouders",
        "dziadkowie",
    ],
    &[
        "parents", "eltern", "padres", "genitori", "pais", "ouders", "rodzice",
    ],
    &[
        "children", "kids", "kinder", "hijos", "enfants", "figli", "filhos", "kinderen", "dzieci",
    ],
    &[
        "grandchildren",
        "grandkids",
        "enkel",
        "nietos",
        "petits-enfants",
        "nipoti",
        "netos",
        "kleinkinderen",
        "wnuki",
    ],
];

/// Reads at least two generations in order; false where a family is told otherwise.
pub(super) fn read(reader: &mut Reader<'_>, run: Run) -> bool {
    let Some(told) = told(reader, run) else {
        return false;
    };
    let mut above: Vec<usize> = Vec::new();
    for (n, names) in told.into_iter().enumerate() {
        let names = if n == 0 { couple(reader, names) } else { names };
        let count = names.len();
        above = names
            .into_iter()
            .enumerate()
            // Nobody says whose the younger are: each of their parents gets as many.
            .map(|(i, name)| {
                let parent = (!above.is_empty()).then(|| above[i * above.len() / count]);
                member(reader, name, parent)
            })
            .collect();
    }
    true
}

/// "Rosa and Luis": the eldest stand in one place where only a word joins them.
fn couple(reader: &Reader<'_>, names: Vec<Run>) -> Vec<Run> {
    match names.as_slice() {
        [first, second] if !(first.1..second.0).any(|at| reader.sep(at, Sep::Comma)) => {
            vec![(first.0, second.1)]
        }
        _ => names,
    }
}

/// The names of each generation, the oldest first.
fn told(reader: &Reader<'_>, run: Run) -> Option<Vec<Vec<Run>>> {
    const GENERATIONS_MIN: usize = 2;
    let parts = cut(reader, run, |reader, at| {
        [Sep::Comma, Sep::Semi, Sep::Stop, Sep::Line]
            .into_iter()
            .any(|sep| reader.sep(at, sep))
            && generation(reader, at + 1).is_some()
    });
    let mut rows: Vec<(usize, Vec<Run>)> = Vec::new();
    for part in parts {
        let part = trim(reader, part);
        let rank = generation(reader, part.0)?;
        let from = part.0 + 1 + usize::from(reader.sep(part.0 + 1, Sep::Colon));
        let names = list(reader, (from, part.1));
        if names.is_empty() {
            return None;
        }
        rows.push((rank, names));
    }
    let rising = rows.windows(2).all(|pair| pair[0].0 < pair[1].0);
    (rising && rows.len() >= GENERATIONS_MIN).then(|| rows.into_iter().map(|row| row.1).collect())
}

fn generation(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let key = reader.key(at);
    GENERATIONS.iter().position(|words| words.contains(&key))
}
