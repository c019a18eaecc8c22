//! Months before their figures: "Paris, Oslo, Rome. Jan 5 -4 8, Apr 12 5 14" tells three figures a month, and no dates.

use super::scan::{is_value, scan};
use crate::diagram::content::Run;
use crate::forms::{FormKind, is_month};
use crate::reader::Reader;
use crate::tokens::Kind;

/// Parts the month from the figure in what reads like dates, where each has one figure less behind it than there are names;
/// returns the run with its new end.
pub(super) fn part(reader: &mut Reader<'_>, run: Run) -> Run {
    let dates: Vec<usize> = (run.0..run.1).filter(|&at| is_date(reader, at)).collect();
    let behind = |at: usize| (at + 1..run.1).take_while(|&i| is_value(reader, i)).count();
    let Some(width) = dates.first().map(|&at| behind(at)) else {
        return run;
    };
    let even = dates.len() >= 2 && width >= 1 && dates.iter().all(|&at| behind(at) == width);
    let named = even
        && scan(reader, run)
            .names
            .iter()
            .any(|names| names.kind != "title" && names.items.len() == width + 1);
    if !named {
        return run;
    }
    for &at in dates.iter().rev() {
        reader.part(at);
    }
    (run.0, run.1 + dates.len())
}

/// "Jan 5": a month with a number, nothing else.
fn is_date(reader: &Reader<'_>, at: usize) -> bool {
    let text = crate::tokens::lower(reader.text(at, at + 1));
    reader.tokens[at].kind == Kind::Form(FormKind::Date)
        && text.split_once(' ').is_some_and(|(month, day)| {
            is_month(month.trim_end_matches('.')) && day.bytes().all(|b| b.is_ascii_digit())
        })
}
