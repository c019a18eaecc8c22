//! Months before their figures: "Paris, Oslo, Rome. Jan 5 -4 8, Apr 12 5 14" tells three figures a month, and no dates.

use super::scan::{is_value, scan};
use super::versus::topic_names;
use crate::Genre;
use crate::diagram::content::{Content, Run, cut, trim};
use crate::forms::FormKind;
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};

/// Parts the month from the figure in what reads like dates, where each has one figure less behind it than there are names;
/// returns the run with its new end.
pub(super) fn part(reader: &mut Reader<'_>, content: &Content) -> Run {
    let run = (content.from, content.to);
    durations(reader, run);
    let dates: Vec<usize> = (run.0..run.1).filter(|&at| is_date(reader, at)).collect();
    if let [at] = dates[..]
        && is_name(reader, run, at)
    {
        reader.part(at);
        return (run.0, run.1 + 1);
    }
    let behind = |at: usize| (at + 1..run.1).take_while(|&i| is_value(reader, i)).count();
    let Some(width) = dates.first().map(|&at| behind(at)) else {
        return run;
    };
    // "May 10, June 20" as all that a chart shows.
    let alone = reader.brief.genre == Genre::Chart
        && dates.len() == 2
        && (dates[0]..run.1).all(|at| reader.is_sep(at) || dates.contains(&at));
    let even = dates.len() >= 2 && width >= 1 && dates.iter().all(|&at| behind(at) == width);
    let named = even
        && scan(reader, run)
            .names
            .iter()
            .chain(&topic_names(reader, content))
            .any(|names| names.kind != "title" && names.items.len() == width + 1);
    if !(named || alone) {
        return run;
    }
    for &at in dates.iter().rev() {
        reader.part(at);
    }
    (run.0, run.1 + dates.len())
}

/// "Mon 3h Tue 4h Wed 2h": several figures with a bare "h" are how long things take, not when.
fn durations(reader: &mut Reader<'_>, run: Run) {
    const HOURS_MIN: usize = 2;
    let hours = |at: &usize| {
        let figure = reader.text(*at, *at + 1).strip_suffix(['h', 'H']);
        figure.is_some_and(|figure| {
            !figure.is_empty() && figure.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        })
    };
    let found: Vec<usize> = (run.0..run.1).filter(hours).collect();
    if found.len() >= HOURS_MIN {
        for at in found {
            reader.tokens[at].kind = Kind::Form(FormKind::Quantity);
        }
    }
}

/// "Anna 24, Zofia 31, Jan 8": whether what reads like a date is a name with its figure, as all else is.
fn is_name(reader: &Reader<'_>, run: Run, date: usize) -> bool {
    const OTHERS_MIN: usize = 2;
    let pieces = cut(reader, run, |reader, at| {
        reader.sep(at, Sep::Comma) || reader.sep(at, Sep::Semi)
    });
    let mut others = 0;
    for (from, to) in pieces.into_iter().map(|piece| trim(reader, piece)) {
        if (from, to) == (date, date + 1) {
            continue;
        }
        let values = (from..to).filter(|&at| is_value(reader, at)).count();
        if values != 1 || !is_value(reader, to - 1) || from + 1 >= to {
            return false;
        }
        others += 1;
    }
    others >= OTHERS_MIN
}

/// "Jan 5": a month with a number, nothing else.
fn is_date(reader: &Reader<'_>, at: usize) -> bool {
    let text = crate::tokens::lower(reader.text(at, at + 1));
    reader.tokens[at].kind == Kind::Form(FormKind::Date)
        && text.split_once(' ').is_some_and(|(month, day)| {
            // The form is a date, so that its word is a month, in whatever language.
            month.trim_end_matches('.').chars().all(char::is_alphabetic)
                && day.bytes().all(|b| b.is_ascii_digit())
        })
}
