//! What is said about a chart behind its figures: "Takeaway: up 43% year over year".

use super::plots::is_scale;
use crate::diagram::content::{Run, trim};
use crate::diagram::emit;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{ChartKind, Role};

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

/// "points roughly (1, 200) (2, 185)", "5 levels top to bottom": words before the figures that name nothing.
pub(in crate::diagram) fn mark_manner(reader: &mut Reader<'_>, topic: Option<Run>) -> Option<Run> {
    for at in 0..reader.len() {
        // `Put "$2,600" in the centre`
        let orders = matches!(reader.key(at), "put" | "write" | "print" | "place");
        let opens = at == 0 || reader.is_sep(at - 1);
        let quote = reader
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.quote().is_some());
        if orders && opens && quote && reader.is_free(at) {
            reader.mark(at, at + 1, Use::Role);
        }
        let about = matches!(reader.key(at), "roughly" | "approximately" | "approx");
        if about && reader.is_free(at) && reader.is_lower(at) {
            reader.mark(at, at + 1, Use::Role);
        }
        // "three gauges in a row"
        let row = ["in", "a", "row"];
        if (0..3).all(|n| reader.key(at + n) == row[n]) && reader.is_lower(at) {
            reader.mark(at, at + 3, Use::Role);
        }
    }
    let (from, to) = topic?;
    let counted = crate::numbers::count_at(&reader.tokens, from).is_some()
        && matches!(
            reader.key(from + 1),
            "levels" | "stages" | "steps" | "layers"
        );
    let way = |at: usize| {
        matches!(
            reader.key(at),
            "top" | "bottom" | "left" | "right" | "to" | "from" | "down"
        )
    };
    let told = (from..to).all(|at| reader.uses[at] == Use::Role);
    if told || counted && (from + 2..to).all(way) {
        reader.mark(from, to, Use::Role);
        return None;
    }
    topic
}

/// "Scale 0 to 10": how the chart is drawn is none of its names; returns the run without a scale at its end.
pub(super) fn directions(reader: &mut Reader<'_>, run: Run, kind: Option<ChartKind>) -> Run {
    laid_out(reader, run, kind);
    tinted_names(reader, run);
    if matches!(kind, Some(ChartKind::Gauge | ChartKind::Progress)) {
        return run;
    }
    let opens = |at: usize| {
        let scale = matches!(reader.key(at), "scale" | "range") && reader.is_free(at);
        scale && at > run.0 && reader.is_sep(at - 1) && is_scale(reader, (at, run.1))
    };
    let Some(at) = (run.0..run.1).find(|&at| opens(at)) else {
        return run;
    };
    let ends = (at..run.1)
        .find(|&i| reader.ends_sentence(i) || reader.sep(i, Sep::Comma))
        .unwrap_or(run.1);
    reader.mark(at, ends, Use::Role);
    if (ends..run.1).all(|i| reader.is_sep(i) || !reader.is_free(i)) {
        (run.0, at)
    } else {
        run
    }
}

/// "5 levels top to bottom", "left to right w percentages:": how a funnel lies names none of its stages.
fn laid_out(reader: &mut Reader<'_>, run: Run, kind: Option<ChartKind>) {
    if kind != Some(ChartKind::Funnel) {
        return;
    }
    for at in run.0..run.1 {
        let ways = [["top", "to", "bottom"], ["left", "to", "right"]];
        let way = ways
            .iter()
            .any(|way| (0..3).all(|n| reader.key(at + n) == way[n]));
        if way && reader.is_lower(at) {
            reader.mark(at, at + 3, Use::Role);
        }
        let counted = matches!(
            reader.key(at),
            "levels" | "stages" | "steps" | "percentages"
        );
        if counted && reader.is_lower(at) {
            let before = usize::from(at > run.0 && !reader.is_sep(at - 1));
            reader.mark(at - before, at + 1, Use::Role);
        }
    }
}

/// "Green electric, grey petrol": a colour before a name that was told already says how that is drawn.
fn tinted_names(reader: &mut Reader<'_>, run: Run) {
    const WORDS_MAX: usize = 2;
    for at in run.0 + 1..run.1 {
        let Some((len, _)) = crate::colors::color_at(&reader.tokens, at) else {
            continue;
        };
        let (from, to) = (at + len, reader.clause_end(at));
        let told = |word: usize| {
            reader.tokens[word].is_word() && (run.0..at).any(|i| reader.key(i) == reader.key(word))
        };
        let named = (1..=WORDS_MAX).contains(&to.saturating_sub(from)) && (from..to).all(told);
        if named && reader.is_sep(at - 1) && to <= run.1 {
            reader.mark(at, to, Use::Role);
        }
    }
}

/// Emits remarks: they stand under the title.
pub(super) fn set(reader: &mut Reader<'_>, notes: &[Run]) {
    for &note in notes {
        // The word before the colon only leads to it.
        reader.mark(note.0 - 2, note.0, crate::reader::Use::Role);
        emit(reader, note, Role::Subtitle);
    }
}
