//! What is said about a chart behind its figures: "Takeaway: up 43% year over year".

use crate::Role;
use crate::diagram::content::{Run, trim};
use crate::diagram::emit;
use crate::reader::Reader;
use crate::tokens::Sep;

/// Words before a colon that a remark follows.
const HEADS: &[&str] = &[
    "takeaway",
    "takeaways",
    "insight",
    "note",
    "conclusion",
    "summary",
    "annotation",
    "message",
];

/// Cuts the remarks off a run; returns what is left, and the remarks without their heads.
pub(super) fn cut_off(reader: &Reader<'_>, run: Run) -> (Run, Vec<Run>) {
    let opens = |at: usize| {
        at > run.0
            && reader.is_sep(at - 1)
            && !reader.sep(at - 1, Sep::Open)
            && HEADS.contains(&reader.key(at))
            && reader.sep(at + 1, Sep::Colon)
    };
    let heads: Vec<usize> = (run.0..run.1).filter(|&at| opens(at)).collect();
    let Some(&first) = heads.first() else {
        return (run, Vec::new());
    };
    let ends = |head: usize| {
        (head + 2..run.1)
            .find(|&at| opens(at) || reader.sep(at, Sep::Stop) || reader.sep(at, Sep::Line))
            .unwrap_or(run.1)
    };
    let notes = heads
        .iter()
        .map(|&head| trim(reader, (head + 2, ends(head))))
        .filter(|note| note.0 < note.1)
        .collect();
    ((run.0, first), notes)
}

/// Emits remarks: they stand under the title.
pub(super) fn set(reader: &mut Reader<'_>, notes: &[Run]) {
    for &note in notes {
        // The word before the colon only leads to it.
        reader.mark(note.0 - 2, note.0, crate::reader::Use::Role);
        emit(reader, note, Role::Subtitle);
    }
}
