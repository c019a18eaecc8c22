//! The names along the axis, told once before all rows: "for Mar, Jun, Sep: Oslo 50, 65, 90; Bergen 170, 130, 230".

use super::scan::{Names, Scan, is_value};
use super::steps::is_year;
use crate::diagram::content::{Run, is_joint};
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};

/// Words of one name, at most.
const WORDS_MAX: usize = 3;

/// Returns the `width` names before the colon that the first row follows; none when there are fewer.
pub(super) fn names_ahead(reader: &Reader<'_>, scan: &Scan, width: usize) -> Option<Names> {
    let first = scan.rows.first()?;
    let start = first.head.map_or(first.cells.first()?.1, |head| head.0);
    let colon = start
        .checked_sub(1)
        .filter(|&at| reader.sep(at, Sep::Colon))?;
    if let Some(items) = in_a_row(reader, colon, width) {
        return Some(Names {
            kind: "ahead".into(),
            items,
        });
    }
    let mut items: Vec<Run> = Vec::new();
    let mut end = colon;
    loop {
        let last = items.len() + 1 == width;
        let item = item_before(reader, end, last)?;
        items.push(item);
        if last {
            items.reverse();
            return Some(Names {
                kind: "ahead".into(),
                items,
            });
        }
        end = joint_before(reader, item.0)?;
    }
}

/// The name that ends at `end`. The one told first has the words of the sentence before it, and is its last word.
fn item_before(reader: &Reader<'_>, end: usize, first_told: bool) -> Option<Run> {
    let of_name = |at: usize| {
        !reader.is_sep(at)
            && reader.uses[at] != Use::Genre
            && !matches!(reader.key(at), "and" | "&")
    };
    let reach = if first_told { 1 } else { WORDS_MAX };
    let mut from = end;
    while from > 0 && end - from < reach && of_name(from - 1) {
        from -= 1;
    }
    (from < end).then_some((from, end))
}

/// Where the name before a comma or "and" ends.
fn joint_before(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    if end > 0 && matches!(reader.key(end - 1), "and" | "&") {
        end -= 1;
    }
    if end > 0 && reader.sep(end - 1, Sep::Comma) {
        end -= 1;
    }
    (end < at).then_some(end)
}

/// "Q1 Q2 Q3: Online 20 35 50": names of one word each, right before the colon, that only blanks part.
fn in_a_row(reader: &Reader<'_>, colon: usize, width: usize) -> Option<Vec<Run>> {
    let from = colon.checked_sub(width)?;
    let step = |at: usize| {
        let key = reader.key(at);
        crate::forms::is_weekday(key)
            || crate::forms::is_month(key)
            || key.len() == 2
                && key.starts_with(['q', 'h', 'w'])
                && key.ends_with(|c: char| c.is_ascii_digit())
    };
    // "… by city. Spring Summer Autumn: Oslo 5 17 6": a sentence of as many names as each row has figures.
    let opens = from == 0 || reader.ends_sentence(from - 1);
    let named =
        opens && (from..colon).all(|at| reader.is_capital(at) && reader.tokens[at].is_word());
    let told = width >= 2 && (named || (from..colon).all(step));
    told.then(|| (from..colon).map(|at| (at, at + 1)).collect())
}

/// "2024 2025 2026: Online 20 35 50", "2025 and 2026 sales: North 12 15": years side by side before the first colon, and perhaps
/// words for what is counted behind them; the token of the colon and the years, which are columns, or series where a word sets
/// them against each other.
pub(super) fn years(reader: &Reader<'_>, run: Run) -> Option<(usize, Names)> {
    const WORDS_MAX: usize = 2;
    // "2023 2024 2025. Films 10 12 13": a stop right behind the last year parts as a colon does.
    let ends = |at: usize| {
        reader.sep(at, Sep::Colon)
            || reader.sep(at, Sep::Stop) && at > run.0 && is_year(reader, at - 1)
    };
    let colon = (run.0..run.1).find(|&at| ends(at))?;
    let joint = |at: usize| matches!(reader.key(at), "and" | "vs" | "versus" | "&");
    // "Three years: 2024, 2025, 2026. Paper 30, 34, 40": behind a word for them, a sentence of years.
    let counts = colon > run.0 && matches!(reader.key(colon - 1), "years" | "year");
    if counts && let Some(end) = (colon..run.1).find(|&at| reader.ends_sentence(at)) {
        let items: Vec<Run> = (colon + 1..end)
            .filter(|&at| is_year(reader, at))
            .map(|at| (at, at + 1))
            .collect();
        let only = (colon + 1..end)
            .all(|at| is_year(reader, at) || reader.sep(at, Sep::Comma) || joint(at));
        if only && items.len() >= 2 {
            let kind = "columns".into();
            return Some((end, Names { kind, items }));
        }
    }
    let last = (run.0..colon).rfind(|&at| is_year(reader, at))?;
    let mut years = vec![(last, last + 1)];
    let mut at = last;
    let mut kind = "columns";
    while at > run.0 {
        let joined = joint(at - 1) && at > run.0 + 1;
        let comma = at > run.0 + 1 && reader.sep(at - 1, Sep::Comma);
        let before = at - 1 - usize::from(joined || comma);
        if !is_year(reader, before) {
            break;
        }
        if joined {
            kind = "series";
        }
        years.push((before, before + 1));
        at = before;
    }
    years.reverse();
    let word = |at: usize| reader.tokens[at].is_word();
    let plain = (run.0..at).all(word) && (last + 1..colon).all(|i| word(i) && reader.is_lower(i));
    let told = years.len() >= 2 && plain && colon - last <= WORDS_MAX + 1;
    told.then(|| {
        let kind = kind.into();
        (colon, Names { kind, items: years })
    })
}

/// "2024, 2025, 2026 with solar 20 30 45, wind 30 35 40": a word that leads from names to as many figures stands for a colon.
pub(super) fn lead_to_rows(reader: &mut Reader<'_>, run: Run) {
    let Some(with) = (run.0 + 1..run.1).find(|&at| reader.key(at) == "with") else {
        return;
    };
    let joint = |at: usize| reader.sep(at, Sep::Comma) || is_joint(reader, at);
    let plain = (run.0..with).all(|at| joint(at) || !reader.is_sep(at));
    let joints = (run.0 + 1..with).filter(|&at| joint(at) && !joint(at - 1));
    let names = joints.count() + 1;
    let first = (with + 1..run.1).find(|&at| reader.is_sep(at) || is_value(reader, at));
    let figures = first.map_or(0, |first| {
        let row = (first..run.1).take_while(|&at| is_value(reader, at));
        row.count()
    });
    if plain && names >= 2 && figures == names {
        reader.tokens[with].kind = Kind::Sep(Sep::Colon);
        reader.tokens[with].key.clear();
        reader.cut_clauses();
    }
}

/// "weight at 6, 12, 18 months: 7, 9, 11 kg": numbers before the first colon that a word for time counts; the token of the
/// colon and the numbers, the last with its word.
pub(super) fn counted(reader: &Reader<'_>, run: Run) -> Option<(usize, Names)> {
    let colon = (run.0..run.1).find(|&at| reader.sep(at, Sep::Colon))?;
    let unit = colon.checked_sub(1).filter(|&at| at > run.0)?;
    let counts = matches!(
        reader.key(unit),
        "seconds" | "minutes" | "hours" | "days" | "weeks" | "months" | "years"
    );
    let number = |at: usize| {
        reader.tokens[at].kind == Kind::Number && reader.key(at).bytes().all(|b| b.is_ascii_digit())
    };
    let whole = reader.form(unit) == Some(FormKind::Quantity);
    let mut first = if whole { unit } else { unit - 1 };
    if !(whole || counts && number(first)) {
        return None;
    }
    let mut items = vec![(first, unit + 1)];
    loop {
        let mut end = first;
        while end > run.0 && (reader.sep(end - 1, Sep::Comma) || is_joint(reader, end - 1)) {
            end -= 1;
        }
        if end == first || end == run.0 || !number(end - 1) {
            break;
        }
        first = end - 1;
        items.push((first, end));
    }
    items.reverse();
    let plain = (run.0..first).all(|at| reader.tokens[at].is_word());
    let figures = (colon + 1..run.1)
        .filter(|&at| is_value(reader, at))
        .count();
    (items.len() >= 2 && plain && figures.is_multiple_of(items.len())).then(|| {
        let kind = "columns".into();
        (colon, Names { kind, items })
    })
}

/// "subscribers by service 2020, 2022: …": words before the years are what the chart is about, when nothing else is.
pub(super) fn topic(reader: &mut Reader<'_>, run: Run, told: bool) {
    let small = run.0 < run.1 && (run.0..run.1).all(|at| reader.is_free(at));
    if told || !small || reader.brief.subject.is_some() {
        return;
    }
    reader.brief.subject = Some(super::words(reader, run));
    reader.mark(run.0, run.1, Use::Topic);
}
