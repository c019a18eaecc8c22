//! Steps of an axis in the words of a chart: years, spans of time, counts of parts.

use crate::diagram::content::Run;
use crate::forms::{is_month, is_weekday};
use crate::reader::Reader;
use crate::tokens::{Kind, Sep, lower};

/// A plain number that names a year.
pub(super) fn is_year(reader: &Reader<'_>, at: usize) -> bool {
    reader.tokens.get(at).is_some_and(|token| {
        token.kind == Kind::Number
            && token.key.len() == 4
            && (token.key.starts_with("19") || token.key.starts_with("20"))
            && token.key.bytes().all(|b| b.is_ascii_digit())
    })
}

/// "2020 to 2024", "9 to 12,": a span that names the steps of an axis, no figures; its length in tokens.
pub(super) fn span_of_steps(reader: &Reader<'_>, at: usize, end: usize) -> Option<usize> {
    let joined = at + 2 < end
        && (matches!(reader.key(at + 1), "to" | "through" | "until" | "till")
            || matches!(
                lower(reader.text(at + 1, at + 2)).as_str(),
                "bis" | "a" | "à" | "al" | "até" | "tot" | "do" | "по" | "до"
            )
            || reader.sep(at + 1, Sep::Dash));
    if !joined {
        return None;
    }
    let plain = |at: usize| {
        reader.tokens[at].kind == Kind::Number && reader.key(at).bytes().all(|b| b.is_ascii_digit())
    };
    let years = is_year(reader, at) && is_year(reader, at + 2);
    let closed = at + 3 >= end || reader.is_sep(at + 3) && !reader.sep(at + 3, Sep::Slash);
    let worded = !reader.sep(at + 1, Sep::Dash) && plain(at) && plain(at + 2) && closed;
    (years || worded).then_some(3)
}

/// "3 segments", "4 bars": how many parts there are is no figure of the data.
pub(super) fn counts_parts(reader: &Reader<'_>, at: usize) -> bool {
    reader.tokens[at].kind == Kind::Number
        && matches!(
            reader.key(at + 1),
            "segments"
                | "slices"
                | "bars"
                | "series"
                | "categories"
                | "lines"
                | "points"
                | "parts"
                | "rings"
                | "axes"
                | "groups"
                | "stages"
                | "phases"
                | "columns"
                | "rows"
                | "colors"
                | "colours"
                | "wedges"
                | "sectors"
                | "pieces"
        )
        && (at + 2 >= reader.len()
            || reader.is_sep(at + 2)
            || matches!(reader.key(at + 2), "with" | "for" | "of" | "showing"))
}

/// "Mon to Fri", "January to June": a run that tells nothing but from which step to which the axis goes.
pub(super) fn is_stretch(reader: &Reader<'_>, run: Run) -> bool {
    let step = |at: usize| {
        let text = lower(reader.text(at, at + 1));
        is_month(&text) || is_weekday(&text) || is_year(reader, at) || is_quarter(&text)
    };
    match run.1 - run.0 {
        // "Jan-Jun" may be one token.
        1 => {
            let text = lower(reader.text(run.0, run.1));
            text.split_once(['-', '–']).is_some_and(|(from, to)| {
                let named = |word: &str| is_month(word) || is_weekday(word) || is_quarter(word);
                named(from) && named(to)
                    || from.len() == 4 && to.len() == 4 && from.parse::<u32>().is_ok()
            })
        }
        3 => {
            step(run.0)
                && step(run.0 + 2)
                && (reader.sep(run.0 + 1, Sep::Dash)
                    || matches!(
                        lower(reader.text(run.0 + 1, run.0 + 2)).as_str(),
                        "to" | "through"
                            | "until"
                            | "till"
                            | "bis"
                            | "a"
                            | "à"
                            | "al"
                            | "até"
                            | "tot"
                            | "do"
                            | "по"
                            | "до"
                    ))
        }
        _ => false,
    }
}

/// "q1".
fn is_quarter(text: &str) -> bool {
    text.len() == 2 && text.starts_with(['q', 't', 'k']) && text.ends_with(['1', '2', '3', '4'])
}
