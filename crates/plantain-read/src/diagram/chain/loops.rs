//! Steps that turn back: "Idle, Filling, Done, Done goes back to Idle".

use crate::diagram::content::{Run, trim};
use crate::reader::{Reader, Use};

/// Words that lead from a step back to one before it.
const TURNS: &[&[&str]] = &[
    &["goes", "back", "to"],
    &["loops", "back", "to"],
    &["leads", "back", "to"],
    &["returns", "to"],
    &["back", "to"],
];

/// Parts the steps from what is told of their turns; returns both, the turns as places among the steps.
pub(super) fn told(reader: &mut Reader<'_>, steps: Vec<Run>) -> (Vec<Run>, Vec<(usize, usize)>) {
    let mut loops = Vec::new();
    let mut kept: Vec<Run> = Vec::new();
    for step in steps {
        let sides = turn(reader, step);
        let place = |run: Run| {
            let text = reader.text(run.0, run.1).to_lowercase();
            kept.iter()
                .position(|&(from, to)| reader.text(from, to).to_lowercase() == text)
        };
        match sides.and_then(|(from, to)| Some((place(from)?, place(to)?))) {
            Some(turn) => {
                loops.push(turn);
                reader.mark(step.0, step.1, Use::Described);
            }
            None => kept.push(step),
        }
    }
    (kept, loops)
}

/// Both sides of the words that lead back.
pub(in crate::diagram) fn turn(reader: &Reader<'_>, (from, to): Run) -> Option<(Run, Run)> {
    (from + 1..to).find_map(|at| {
        let words = TURNS.iter().find(|words| {
            words
                .iter()
                .enumerate()
                .all(|(n, word)| reader.key(at + n) == *word)
        })?;
        let behind = at + words.len();
        (behind < to).then(|| (trim(reader, (from, at)), trim(reader, (behind, to))))
    })
}
