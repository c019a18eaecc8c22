//! Figures with their names, in rows: the data of charts.

use super::content::{Content, Run, clauses, is_instruction, is_joint, list, spaced_dash, trim};
use super::{emit, grow_set};
use crate::forms::{FormKind, is_month, is_weekday};
use crate::pairs::number_in;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{ChartKind, Component, DataPoint, DataSet, Role};

mod spans;

/// A row of figures.
#[derive(Debug, Clone, Default)]
struct Row {
    /// The name before a colon or a bracket.
    head: Option<Run>,
    /// Labels, where there are any, and the tokens of the values.
    cells: Vec<(Option<Run>, usize)>,
}

/// Names without figures, with the word that introduced them.
#[derive(Debug, Clone)]
struct Names {
    kind: String,
    items: Vec<Run>,
}

/// What the scan of the content found.
#[derive(Debug, Default)]
struct Scan {
    rows: Vec<Row>,
    names: Vec<Names>,
    /// "($M)".
    unit: Option<Run>,
}

/// A table whose columns have names.
struct Table {
    series: Vec<Option<String>>,
    categories: Vec<String>,
    /// `values[series][category]`: token of the value.
    values: Vec<Vec<usize>>,
}

/// Reads the figures of a chart; returns whether they form rows.
pub(super) fn read(reader: &mut Reader<'_>, content: &Content) -> bool {
    let kind = kind(reader);
    let run = (content.from, content.to);
    if kind == Some(ChartKind::Gantt) {
        return spans::read(reader, run);
    }
    if matches!(kind, Some(ChartKind::Gauge | ChartKind::Progress)) && single(reader, run) {
        return true;
    }
    let scan = scan(reader, run);
    if scan.rows.iter().map(|row| row.cells.len()).sum::<usize>() < 2 {
        return false;
    }
    let sets = points(reader, &scan, kind)
        .or_else(|| bullets(reader, run, kind))
        .or_else(|| keyed(reader, &scan, kind))
        .or_else(|| matrix(reader, &scan, content, kind))
        .or_else(|| flat(reader, &scan, content));
    let Some(sets) = sets else { return false };
    if let Some(topic) = content.topic {
        for at in topic.0..topic.1 {
            if reader.is_free(at) {
                reader.uses[at] = Use::Topic;
            }
        }
    }
    if let Some(unit) = scan.unit {
        let text = reader.text(unit.0, unit.1).to_string();
        let titled = reader
            .brief
            .literals
            .iter()
            .any(|literal| literal.text.contains(&text));
        if !titled {
            emit(reader, unit, Role::Subtitle);
        }
    }
    // "men vs women": the words between names are read.
    for at in content.from..content.to {
        if reader.is_free(at) && matches!(reader.key(at), "vs" | "versus") {
            reader.uses[at] = Use::Described;
        }
    }
    reader.brief.data = sets;
    true
}

/// One figure and its name: "72% CPU usage", "CPU usage at 72%"; returns whether that is all.
fn single(reader: &mut Reader<'_>, run: Run) -> bool {
    let values: Vec<usize> = (run.0..run.1).filter(|&at| is_value(reader, at)).collect();
    // "4.2 out of 5": the second figure is the end of the scale.
    let (value, last) = match values[..] {
        [value] => (value, value),
        [value, full] if (value + 1..full).all(|at| matches!(reader.key(at), "out" | "of") || reader.sep(at, Sep::Slash)) => (value, full),
        _ => return false,
    };
    let end = reader.clause_end(value).min(run.1);
    let behind = name(reader, (last + 1, end));
    let before = name(reader, (reader.clause_start(value).max(run.0), value));
    let label = if behind.0 < behind.1 && !is_instruction(reader, behind) {
        behind
    } else {
        before
    };
    if label.0 >= label.1 || is_instruction(reader, label) {
        return false;
    }
    // One figure is no series: the pair is enough.
    let label = emit(reader, label, Role::Category);
    let value = emit(reader, (value, last + 1), Role::Value);
    let label_text = reader.brief.literals[label].text.clone();
    reader.brief.pairs.push(crate::Pair {
        label: Some(label),
        label_text,
        value,
    });
    true
}

/// "Revenue 270 of 300, Profit 22 of 26": what was reached, and what was aimed at.
fn bullets(reader: &mut Reader<'_>, run: Run, kind: Option<ChartKind>) -> Option<Vec<DataSet>> {
    if !matches!(kind, Some(ChartKind::Bullet | ChartKind::Progress)) {
        return None;
    }
    let mut rows = Vec::new();
    for clause in clauses(reader, run) {
        for item in list(reader, clause) {
            let values: Vec<usize> = (item.0..item.1)
                .filter(|&at| is_value(reader, at))
                .collect();
            let [actual, target] = values[..] else {
                return None;
            };
            let label = name(reader, (item.0, actual));
            if label.0 >= label.1 {
                return None;
            }
            rows.push((label, actual, target));
        }
    }
    if rows.len() < 2 {
        return None;
    }
    let (mut reached, mut aimed) = (Vec::new(), Vec::new());
    for (label, actual, target) in rows {
        grow_set(reader, &mut reached, label, actual);
        let text = reached
            .last()
            .map(|point| point.label.clone())
            .unwrap_or_default();
        emit(reader, (target, target + 1), Role::Value);
        aimed.push(point(reader, text, target));
    }
    Some(vec![
        DataSet {
            points: reached,
            ..DataSet::default()
        },
        DataSet {
            points: aimed,
            ..DataSet::default()
        },
    ])
}

/// The chart that the prompt names.
fn kind(reader: &Reader<'_>) -> Option<ChartKind> {
    (0..reader.len())
        .filter_map(|at| crate::lexicon::lexicon().components.at(&reader.tokens, at))
        .find_map(|(_, component)| match component {
            Component::Chart(kind) => Some(*kind),
            _ => None,
        })
}

/// Whether a token is a figure.
fn is_value(reader: &Reader<'_>, at: usize) -> bool {
    match reader.tokens[at].kind {
        Kind::Number => reader
            .key(at)
            .trim_start_matches(['-', '+', '−', '–', '~'])
            .bytes()
            .all(|b| b.is_ascii_digit()),
        Kind::Form(kind) => matches!(
            kind,
            FormKind::Price | FormKind::Percent | FormKind::Figure | FormKind::Quantity
        ),
        _ => false,
    }
}

/// Words that speak about the data and name nothing.
fn is_structure(key: &str) -> bool {
    matches!(
        key,
        "values"
            | "value"
            | "data"
            | "counts"
            | "count"
            | "numbers"
            | "points"
            | "figures"
            | "respectively"
            | "scores"
            | "using"
            | "show"
            | "with"
            | "where"
    )
}

/// Words that introduce names without figures.
fn names_word(key: &str) -> bool {
    matches!(
        key,
        "rows"
            | "row"
            | "columns"
            | "column"
            | "categories"
            | "series"
            | "bins"
            | "labels"
            | "months"
            | "days"
            | "axes"
            | "on"
            | "by"
            | "for"
            | "across"
            | "comparing"
            | "compare"
            | "between"
    )
}

/// Whether figures stand before their names everywhere ("5000 visitors, 1200 leads").
fn values_first(reader: &Reader<'_>, run: Run) -> bool {
    let mut pieces = 0;
    for clause in clauses(reader, run) {
        for item in list(reader, clause) {
            let first = item.0;
            let leads = is_value(reader, first)
                && first + 1 < item.1
                && (first + 1..item.1)
                    .all(|at| !is_value(reader, at) && !reader.sep(at, Sep::Colon));
            if !leads {
                return false;
            }
            pieces += 1;
        }
    }
    pieces >= 2
}

struct Cursor {
    scan: Scan,
    row: Row,
    /// First token of the name that waits for its figure.
    label: Option<usize>,
    /// Whether the row stands in brackets.
    inside: bool,
}

impl Cursor {
    fn close_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        if !row.cells.is_empty() {
            self.scan.rows.push(row);
        }
    }

    /// A name without a figure ends here.
    fn close_label(&mut self, reader: &Reader<'_>, at: usize) {
        if let Some(from) = self.label.take() {
            let run = name(reader, (from, at));
            // "men vs women"
            let versus = (run.0 + 1..run.1.saturating_sub(1))
                .find(|&at| matches!(reader.key(at), "vs" | "versus"));
            if let Some(versus) = versus {
                self.scan.names.push(Names {
                    kind: "series".into(),
                    items: vec![(run.0, versus), (versus + 1, run.1)],
                });
            } else if run.0 < run.1 {
                match self.scan.names.last_mut() {
                    Some(names) if names.items.last().is_some_and(|last| last.1 + 2 >= run.0) => {
                        names.items.push(run)
                    }
                    _ => self.scan.names.push(Names {
                        kind: String::new(),
                        items: vec![run],
                    }),
                }
            }
        }
    }
}

fn scan(reader: &Reader<'_>, run: Run) -> Scan {
    let first = values_first(reader, run);
    let mut cursor = Cursor {
        scan: Scan::default(),
        row: Row::default(),
        label: None,
        inside: false,
    };
    for clause in clauses(reader, run) {
        let mut at = clause.0;
        while at < clause.1 {
            at = step(reader, &mut cursor, clause, at, first);
        }
        cursor.close_label(reader, clause.1);
        cursor.close_row();
        cursor.inside = false;
    }
    cursor.scan
}

/// Reads one token; returns the next.
fn step(reader: &Reader<'_>, cursor: &mut Cursor, clause: Run, at: usize, first: bool) -> usize {
    if let Some(close) = unit_bracket(reader, at, clause.1) {
        cursor.scan.unit = Some((at + 1, close));
        return close + 1;
    }
    if reader.sep(at, Sep::Colon) || reader.sep(at, Sep::Open) {
        cursor.inside |= reader.sep(at, Sep::Open);
        if let Some(from) = cursor.label.take() {
            let head = name(reader, (from, at));
            cursor.close_row();
            cursor.row.head = (head.0 < head.1).then_some(head);
        } else if cursor.inside {
            cursor.close_row();
        }
        return at + 1;
    }
    if reader.sep(at, Sep::Close) {
        cursor.close_label(reader, at);
        if cursor.inside {
            cursor.close_row();
            cursor.inside = false;
        }
        return at + 1;
    }
    // "over 4 quarters": a span of time, no figure.
    if is_value(reader, at) && at > 0 && is_span(reader, at) {
        cursor.close_label(reader, at - 1);
        return at + 2;
    }
    if is_value(reader, at) {
        return figure(reader, cursor, clause, at, first);
    }
    if reader.sep(at, Sep::Slash)
        && cursor.row.head.is_none()
        && cursor.row.cells.iter().all(|cell| cell.0.is_none())
    {
        cursor.close_row();
        return at + 1;
    }
    let ends = reader.is_sep(at)
        && !reader.sep(at, Sep::Slash)
        && !spaced_dash(reader, at)
        && !reader.sep(at, Sep::Other)
        || is_joint(reader, at);
    if ends {
        let dropped = reader.sep(at, Sep::Dash);
        if !dropped {
            cursor.close_label(reader, at);
        }
        return at + 1;
    }
    let key = reader.key(at);
    let kind = names_word(key) && reader.is_lower(at) && cursor.label.is_none();
    if kind && let Some(end) = name_list(reader, cursor, at, clause.1) {
        return end;
    }
    let skipped = reader.is_sep(at)
        || matches!(reader.tokens[at].kind, Kind::Emoji)
        || is_structure(key) && reader.is_lower(at)
        || cursor.label.is_none()
            && matches!(
                reader.uses[at],
                Use::Look | Use::Canvas | Use::Carrier | Use::Literal | Use::Role | Use::Constraint
            );
    if skipped && cursor.label.is_none() {
        return at + 1;
    }
    cursor.label.get_or_insert(at);
    at + 1
}

/// "over 4 quarters", "the last 6 months".
fn is_span(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.key(at - 1),
        "over" | "last" | "past" | "next" | "first" | "for" | "in"
    ) && matches!(
        reader.key(at + 1),
        "quarters" | "months" | "years" | "weeks" | "days" | "hours"
    )
}

/// A figure with the name before it, or behind it.
fn figure(reader: &Reader<'_>, cursor: &mut Cursor, clause: Run, at: usize, first: bool) -> usize {
    // "Umsatz 2024:", "65+:": the figure belongs to the name before the colon.
    let ahead = at + usize::from(matches!(reader.key(at + 1), "+" | "and"));
    if reader.sep(ahead + 1, Sep::Colon) {
        cursor.label.get_or_insert(at);
        return ahead + 1;
    }
    if let Some(from) = cursor.label.take() {
        let label = name(reader, (from, at));
        cursor
            .row
            .cells
            .push(((label.0 < label.1).then_some(label), at));
        return at + 1;
    }
    let next_word = at + 1 < clause.1
        && !reader.is_sep(at + 1)
        && !is_joint(reader, at + 1)
        && !is_value(reader, at + 1)
        && !matches!(reader.key(at + 1), "to" | "with" | "in" | "for" | "of");
    if first {
        let end = (at + 1..clause.1)
            .find(|&i| reader.sep(i, Sep::Comma) || is_joint(reader, i) || is_value(reader, i))
            .unwrap_or(clause.1);
        let label = name(reader, (at + 1, end));
        cursor
            .row
            .cells
            .push(((label.0 < label.1).then_some(label), at));
        return end;
    }
    let headed = cursor.row.head.is_some() || cursor.inside;
    let two = at + 1 < clause.1
        && is_value(reader, at + 1)
        && !(at + 2 < clause.1 && is_value(reader, at + 2))
        && !(at > clause.0 && is_value(reader, at - 1));
    let next_value = two && !headed && cursor.row.cells.iter().all(|cell| cell.0.is_some());
    if next_word && !headed || next_value {
        // "2020 coal 40", "6h 12°": the figure is a name, or begins one.
        cursor.label = Some(at);
        return at + 1;
    }
    cursor.row.cells.push((None, at));
    at + 1
}

/// "($M)": a unit in brackets, without digits.
fn unit_bracket(reader: &Reader<'_>, at: usize, end: usize) -> Option<usize> {
    if !reader.sep(at, Sep::Open) {
        return None;
    }
    let close = (at + 1..end.min(at + 5)).find(|&i| reader.sep(i, Sep::Close))?;
    let text = reader.text(at + 1, close);
    (close > at + 1
        && text.chars().count() <= 14
        && !text.contains(|c: char| c.is_ascii_digit())
        && !text.contains(','))
    .then_some(close)
}

/// "rows Mon Tue Wed", "on battery, camera, screen": names behind their word; returns the token behind them.
fn name_list(reader: &Reader<'_>, cursor: &mut Cursor, at: usize, end: usize) -> Option<usize> {
    let stop = (at + 1..end)
        .find(|&i| {
            reader.sep(i, Sep::Stop)
                || reader.sep(i, Sep::Semi)
                || reader.sep(i, Sep::Colon) && i > at + 1
                || is_value(reader, i)
                || reader.sep(i, Sep::Comma)
                    && names_word(reader.key(i + 1)) | is_structure(reader.key(i + 1))
                || is_structure(reader.key(i))
        })
        .unwrap_or(end);
    // The name before a colon is the head of a row.
    let stop = if reader.sep(stop, Sep::Colon) || stop < end && is_value(reader, stop) {
        (at + 1..stop)
            .rev()
            .find(|&i| reader.sep(i, Sep::Comma) || reader.sep(i, Sep::Stop))?
    } else {
        stop
    };
    let from = at + 1 + usize::from(reader.sep(at + 1, Sep::Colon));
    let mut items = list(reader, (from, stop));
    // "comparing two phones on battery, camera": the names begin behind the last lead.
    if let Some(first) = items.first_mut()
        && let Some(lead) = (first.0..first.1)
            .rev()
            .find(|&i| names_word(reader.key(i)) && reader.is_lower(i))
    {
        first.0 = lead + 1;
    }
    if let Some(last) = items.last_mut()
        && let Some(tail) = (last.0 + 1..last.1).find(|&i| {
            matches!(
                reader.key(i),
                "by" | "per" | "over" | "across" | "from" | "in"
            ) && reader.is_lower(i)
        })
    {
        last.1 = tail;
    }
    items.retain(|item| item.0 < item.1);
    if let [one] = items[..] {
        let words: Vec<Run> = (one.0..one.1).map(|i| (i, i + 1)).collect();
        let single = words.len() >= 2 && words.iter().all(|run| !lexicon_stop(reader.key(run.0)));
        let series = matches!(
            reader.key(at),
            "rows"
                | "row"
                | "columns"
                | "column"
                | "bins"
                | "labels"
                | "months"
                | "days"
                | "categories"
                | "series"
        );
        if single && series {
            items = words;
        }
    }
    if items.len() < 2 || items.iter().any(|item| is_instruction(reader, *item)) {
        return None;
    }
    cursor.scan.names.push(Names {
        kind: reader.key(at).to_string(),
        items,
    });
    Some(stop)
}

fn lexicon_stop(key: &str) -> bool {
    crate::lexicon::lexicon().stops.contains_key(key)
}

/// Takes connecting words off a name ("in January we had").
fn name(reader: &Reader<'_>, run: Run) -> Run {
    let (mut from, mut to) = trim(reader, run);
    while to > from
        && (reader.is_sep(to - 1)
            || matches!(
                reader.key(to - 1),
                "is" | "was"
                    | "were"
                    | "are"
                    | "had"
                    | "has"
                    | "at"
                    | "of"
                    | "to"
                    | "we"
                    | "with"
                    | "about"
                    | "around"
                    | "in"
                    | "got"
                    | "it"
                    | "reached"
                    | "hit"
                    | "approx"
                    | "for"
                    | "only"
            ) && reader.is_lower(to - 1))
    {
        to -= 1;
    }
    // "purchases in orange"
    let tinted = to > from + 2
        && reader.key(to - 2) == "in"
        && crate::colors::color_at(&reader.tokens, to - 1).is_some();
    if tinted {
        to -= 2;
    }
    while from < to
        && (reader.is_sep(from)
            || matches!(
                reader.key(from),
                "in" | "on"
                    | "for"
                    | "at"
                    | "by"
                    | "is"
                    | "are"
                    | "was"
                    | "from"
                    | "while"
                    | "grew"
                    | "to"
                    | "show"
                    | "showing"
                    | "values"
            ) && reader.is_lower(from)
                && from + 1 < to)
    {
        from += 1;
    }
    (from, to)
}

fn point(reader: &Reader<'_>, label: String, value: usize) -> DataPoint {
    let shown = reader.text(value, value + 1).to_string();
    DataPoint {
        label,
        value: number_in(&shown).unwrap_or(0.0),
        shown,
        start: None,
    }
}

fn words(reader: &Reader<'_>, run: Run) -> String {
    reader
        .text(run.0, run.1)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// "(150, 50), (160, 58)": places in a field.
fn points(reader: &mut Reader<'_>, scan: &Scan, kind: Option<ChartKind>) -> Option<Vec<DataSet>> {
    if let Some(points) = glued_points(reader, scan, kind) {
        return Some(points);
    }
    let pairs = scan.rows.len() >= 2
        && scan.rows.iter().all(|row| {
            row.head.is_none()
                && row.cells.len() == 2
                && row.cells.iter().all(|cell| cell.0.is_none())
        });
    if !pairs || kind.is_some_and(|kind| kind != ChartKind::Scatter) {
        return None;
    }
    let points = scan
        .rows
        .iter()
        .map(|row| {
            let mut point = point(reader, String::new(), row.cells[1].1);
            point.start = number_in(reader.text(row.cells[0].1, row.cells[0].1 + 1));
            point
        })
        .collect();
    for row in &scan.rows {
        for cell in &row.cells {
            reader.mark(cell.1, cell.1 + 1, Use::Described);
        }
    }
    Some(vec![DataSet {
        points,
        ..DataSet::default()
    }])
}

/// "(1,50) (2,55)": places whose two figures stand without a blank between them.
fn glued_points(
    reader: &mut Reader<'_>,
    scan: &Scan,
    kind: Option<ChartKind>,
) -> Option<Vec<DataSet>> {
    if kind != Some(ChartKind::Scatter) || scan.rows.len() < 2 {
        return None;
    }
    let mut points = Vec::new();
    for row in &scan.rows {
        let [(None, at)] = row.cells[..] else {
            return None;
        };
        let (x, y) = reader.text(at, at + 1).split_once(',')?;
        points.push((at, x.trim().parse::<f64>().ok()?, y.trim().parse::<f64>().ok()?));
    }
    let points = points
        .into_iter()
        .map(|(at, x, y)| {
            reader.mark(at, at + 1, Use::Described);
            DataPoint {
                value: y,
                start: Some(x),
                ..DataPoint::default()
            }
        })
        .collect();
    Some(vec![DataSet {
        points,
        ..DataSet::default()
    }])
}

/// Whether names are steps of time or ranges, which run along the axis.
fn is_ordinal(names: &[String]) -> bool {
    names.iter().all(|name| {
        let key = name.to_lowercase();
        let first = key.split(' ').next().unwrap_or("");
        let quarter = key.len() == 2
            && key.starts_with(['q', 'h', 'w'])
            && key.ends_with(|c: char| c.is_ascii_digit());
        quarter
            || is_month(first)
            || is_weekday(first)
            || key.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Rows in which each figure has a name, the same names in each: "2020 coal 40 gas 30; 2025 coal 25 gas 30".
fn keyed(reader: &mut Reader<'_>, scan: &Scan, kind: Option<ChartKind>) -> Option<Vec<DataSet>> {
    let rows = split_rows(reader, &scan.rows)?;
    // "AAPL: Mon open 180 …": the name before the first row is none of the rows.
    let single = (scan.rows.len() == 1).then(|| scan.rows[0].head).flatten();
    if let Some(head) = single {
        headline(reader, head);
    }
    let heads: Vec<String> = rows
        .iter()
        .map(|row| row.0.map_or_else(String::new, |run| words(reader, run)))
        .collect();
    let keys: Vec<String> = rows[0].1.iter().map(|cell| words(reader, cell.0)).collect();
    let statistical = matches!(
        kind,
        Some(ChartKind::BoxPlot | ChartKind::Candlestick | ChartKind::Bubble | ChartKind::Bullet)
    );
    let heads_are_series = !statistical && is_ordinal(&keys) && !is_ordinal(&heads);
    // The words of a box or a candle speak about its form; those of a bubble chart name its axes.
    let key_role = match kind {
        Some(ChartKind::BoxPlot | ChartKind::Candlestick) => None,
        Some(ChartKind::Bubble) => Some(Role::Axis),
        _ if heads_are_series => Some(Role::Category),
        _ => Some(Role::Series),
    };
    let printed = !matches!(kind, Some(ChartKind::Candlestick | ChartKind::Bubble));
    for (n, row) in rows.iter().enumerate() {
        if let Some(head) = row.0 {
            emit(
                reader,
                head,
                if heads_are_series {
                    Role::Series
                } else {
                    Role::Category
                },
            );
        }
        for (key, value) in &row.1 {
            match key_role.filter(|_| n == 0) {
                Some(role) => {
                    emit(reader, *key, role);
                }
                None => reader.mark(key.0, key.1, Use::Literal),
            }
            if printed {
                emit(reader, (*value, *value + 1), Role::Value);
            } else {
                reader.mark(*value, *value + 1, Use::Described);
            }
        }
    }
    let values: Vec<Vec<usize>> = rows
        .iter()
        .map(|row| row.1.iter().map(|cell| cell.1).collect())
        .collect();
    let table = if heads_are_series || statistical {
        Table {
            series: heads.into_iter().map(Some).collect(),
            categories: keys,
            values,
        }
    } else {
        transposed(keys, heads, &values)
    };
    Some(sets(reader, &table))
}

fn transposed(series: Vec<String>, categories: Vec<String>, values: &[Vec<usize>]) -> Table {
    let columns = series.len();
    Table {
        series: series.into_iter().map(Some).collect(),
        categories,
        values: (0..columns)
            .map(|column| values.iter().map(|row| row[column]).collect())
            .collect(),
    }
}

type Keyed = (Option<Run>, Vec<(Run, usize)>);

/// Rows of named figures with one set of names; heads that only stand before the first name are parted from it.
fn split_rows(reader: &Reader<'_>, rows: &[Row]) -> Option<Vec<Keyed>> {
    let mut cells = Vec::new();
    let one = rows.len() == 1;
    for row in rows {
        for (n, (label, value)) in row.cells.iter().enumerate() {
            cells.push((row.head.filter(|_| n == 0 && !one), (*label)?, *value));
        }
    }
    let last_word = |run: Run| reader.key(run.1 - 1).to_string();
    let whole = |run: Run| words(reader, run).to_lowercase();
    let period = (2..=cells.len() / 2).find(|&period| {
        cells.len().is_multiple_of(period)
            && (period..cells.len()).all(|n| {
                let (here, before) = (&cells[n], &cells[n - period]);
                if n % period == 0 {
                    last_word(here.1) == last_word(before.1)
                        && (whole(here.1) != whole(before.1) || here.0.is_some())
                } else {
                    whole(here.1) == whole(before.1)
                }
            })
    })?;
    Some(
        cells
            .chunks(period)
            .map(|chunk| {
                let (head, label, _) = chunk[0];
                let key = if head.is_some() {
                    label
                } else {
                    (label.1 - 1, label.1)
                };
                let head = head.or_else(|| {
                    (label.0 < label.1 - 1).then(|| name(reader, (label.0, label.1 - 1)))
                });
                let mut named: Vec<(Run, usize)> =
                    chunk.iter().map(|cell| (cell.1, cell.2)).collect();
                named[0].0 = key;
                (head, named)
            })
            .collect(),
    )
}

/// Rows of bare figures: "Oslo: -4, -3, 1"; names along the other side are told apart from them, or counted on.
fn matrix(
    reader: &mut Reader<'_>,
    scan: &Scan,
    content: &Content,
    kind: Option<ChartKind>,
) -> Option<Vec<DataSet>> {
    let width = scan.rows.first()?.cells.len();
    let bare = scan
        .rows
        .iter()
        .all(|row| row.cells.len() == width && row.cells.iter().all(|cell| cell.0.is_none()));
    if width < 2 || !bare {
        return None;
    }
    let height = scan.rows.len();
    let mut lists = scan.names.clone();
    lists.extend(topic_names(reader, content));
    let find = |len: usize, skip: Option<&Names>| {
        lists
            .iter()
            .find(|names| {
                names.items.len() == len && skip.is_none_or(|skip| skip.items != names.items)
            })
            .cloned()
    };
    let headed = scan.rows.iter().all(|row| row.head.is_some());
    let row_names = (!headed && height > 1)
        .then(|| find(height, None))
        .flatten();
    let column_names = find(width, row_names.as_ref());
    let heads: Vec<Run> = if headed {
        scan.rows.iter().filter_map(|row| row.head).collect()
    } else {
        row_names.map(|names| names.items).unwrap_or_default()
    };
    if height > 1 && heads.is_empty() {
        return None;
    }
    let head_words: Vec<String> = heads.iter().map(|&run| words(reader, run)).collect();
    let spanned = if column_names.is_none() {
        steps_of_time(reader, content, width)
    } else {
        None
    };
    let columns: Vec<String> = match (&column_names, spanned) {
        (Some(names), _) => names.items.iter().map(|&run| words(reader, run)).collect(),
        (None, Some(steps)) => steps,
        (None, None) if height == 1 => return None,
        (None, None) => (1..=width).map(|n| n.to_string()).collect(),
    };
    let lined = matches!(
        kind,
        Some(
            ChartKind::Line
                | ChartKind::Area
                | ChartKind::Radar
                | ChartKind::Sparkline
                | ChartKind::HeatMap
        )
    );
    let heads_are_series = lined || is_ordinal(&columns) && !is_ordinal(&head_words);
    let heads_are_series = heads_are_series
        || !is_ordinal(&head_words)
            && column_names.as_ref().is_none_or(|names| {
                matches!(
                    names.kind.as_str(),
                    "categories" | "months" | "labels" | "on" | "across"
                )
            });
    let (head_role, column_role) = if heads_are_series {
        (Role::Series, Role::Category)
    } else {
        (Role::Category, Role::Series)
    };
    for &head in &heads {
        emit(reader, head, head_role);
    }
    if let Some(names) = &column_names {
        for &item in &names.items {
            emit(reader, item, column_role);
        }
    }
    for row in &scan.rows {
        for cell in &row.cells {
            emit(reader, (cell.1, cell.1 + 1), Role::Value);
        }
    }
    let values: Vec<Vec<usize>> = scan
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| cell.1).collect())
        .collect();
    let table = if heads_are_series {
        let series = if head_words.is_empty() {
            vec![None]
        } else {
            head_words.into_iter().map(Some).collect()
        };
        Table {
            series,
            categories: columns,
            values,
        }
    } else {
        transposed(columns, head_words, &values)
    };
    Some(sets(reader, &table))
}

/// "of Oslo and Madrid", "comparing Men and Women by age group": the names in the words before the figures.
fn topic_names(reader: &Reader<'_>, content: &Content) -> Vec<Names> {
    let start = content.topic.map_or(content.from, |topic| topic.0);
    let end = (start..content.to)
        .find(|&at| is_value(reader, at))
        .unwrap_or(content.to);
    let mut found = Vec::new();
    for at in start..end {
        if is_joint(reader, at) || matches!(reader.key(at), "vs" | "versus") {
            let before = (start..at)
                .rev()
                .take_while(|&i| {
                    reader.is_capital(i) || !is_breaking(reader, i) && !reader.is_sep(i)
                })
                .last();
            let after = (at + 1..end)
                .take_while(|&i| {
                    reader.is_capital(i) || !is_breaking(reader, i) && !reader.is_sep(i)
                })
                .last();
            if let (Some(before), Some(after)) = (before, after) {
                found.push(Names {
                    kind: "series".into(),
                    items: vec![(before, at), (at + 1, after + 1)],
                });
            }
        }
    }
    found
}

fn is_breaking(reader: &Reader<'_>, at: usize) -> bool {
    lexicon_stop(reader.key(at))
        || names_word(reader.key(at))
        || matches!(reader.uses[at], Use::Genre | Use::Carrier)
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// "from Jan to Jun", "Monday to Friday", "2019-2024", "Q1-Q4": the steps between, when there are as many as figures.
fn steps_of_time(reader: &mut Reader<'_>, content: &Content, width: usize) -> Option<Vec<String>> {
    let start = content.topic.map_or(0, |topic| topic.0);
    let names = |table: &[&str], short: &str| {
        table.iter().position(|name| {
            short
                .get(..3)
                .is_some_and(|short| name.to_lowercase() == short)
        })
    };
    for at in start..content.to {
        let joined = matches!(reader.key(at + 1), "to" | "through" | "until" | "till")
            || reader.sep(at + 1, Sep::Dash);
        let (from, to) = if joined {
            (reader.key(at).to_string(), reader.key(at + 2).to_string())
        } else {
            let text = reader
                .tokens
                .get(at)
                .map(|token| token.key.clone())
                .unwrap_or_default();
            match text.split_once(['-', '–']) {
                Some((from, to)) => (from.to_string(), to.to_string()),
                None => continue,
            }
        };
        for table in [&MONTHS[..], &DAYS[..]] {
            if let (Some(first), Some(last)) = (names(table, &from), names(table, &to)) {
                let count = (last + table.len() - first) % table.len() + 1;
                if count == width {
                    reader.mark(at, at + if joined { 3 } else { 1 }, Use::Described);
                    return Some(
                        (0..count)
                            .map(|n| table[(first + n) % table.len()].to_string())
                            .collect(),
                    );
                }
            }
        }
        if let (Ok(first), Ok(last)) = (from.parse::<u32>(), to.parse::<u32>())
            && last > first
            && (last - first) as usize + 1 == width
        {
            return Some((first..=last).map(|year| year.to_string()).collect());
        }
    }
    if (start..content.to).any(|at| matches!(reader.key(at), "quarter" | "quarterly" | "quarters"))
        && width == 4
    {
        return Some((1..=4).map(|n| format!("Q{n}")).collect());
    }
    // "for 2022, 2023, 2024": the years before the figures.
    let years: Vec<usize> = (0..content.from)
        .filter(|&at| {
            let key = reader.key(at);
            key.len() == 4 && key.starts_with(['1', '2']) && key.bytes().all(|b| b.is_ascii_digit())
        })
        .collect();
    if years.len() == width {
        return Some(
            years
                .into_iter()
                .map(|at| {
                    let index = emit(reader, (at, at + 1), Role::Category);
                    reader.brief.literals[index].text.clone()
                })
                .collect(),
        );
    }
    if width == 12 {
        return Some(MONTHS.map(str::to_string).to_vec());
    }
    (width == 7
        && (start..content.to)
            .any(|at| matches!(reader.key(at), "week" | "weekly" | "daily" | "day")))
    .then(|| DAYS.map(str::to_string).to_vec())
}

fn sets(reader: &Reader<'_>, table: &Table) -> Vec<DataSet> {
    table
        .series
        .iter()
        .zip(&table.values)
        .map(|(name, values)| {
            let points = table
                .categories
                .iter()
                .zip(values)
                .map(|(label, &value)| point(reader, label.clone(), value))
                .collect();
            DataSet {
                name: name.clone(),
                points,
                ..DataSet::default()
            }
        })
        .collect()
}

/// One row of names with figures.
fn flat(reader: &mut Reader<'_>, scan: &Scan, content: &Content) -> Option<Vec<DataSet>> {
    let mut cells: Vec<(Run, usize)> = Vec::new();
    for row in &scan.rows {
        for (label, value) in &row.cells {
            match (label, row.head) {
                (Some(label), _) => cells.push((*label, *value)),
                (None, Some(head)) if row.cells.len() == 1 => cells.push((head, *value)),
                _ => return None,
            }
        }
    }
    // A total in other units than the rest stays a figure of its own ("last value $121").
    let unit = |at: usize| {
        reader
            .text(at, at + 1)
            .chars()
            .filter(|c| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '+' | '-' | '−' | ' '))
            .collect::<String>()
    };
    let common = cells.first().map(|cell| unit(cell.1));
    cells.retain(|cell| {
        let told = (cell.0.0..cell.0.1).any(|at| {
            matches!(
                reader.key(at),
                "last" | "latest" | "total" | "average" | "current" | "target" | "goal"
            )
        });
        !told
            || common.as_ref() == Some(&unit(cell.1))
                && !(cell.0.0..cell.0.1).any(|at| {
                    matches!(
                        reader.key(at),
                        "total" | "last" | "average" | "target" | "goal"
                    )
                })
    });
    if cells.len() < 2 {
        return None;
    }
    let prefix = calendar_head(reader, &mut cells);
    let heads: Vec<Run> = scan
        .rows
        .iter()
        .filter(|row| row.cells.iter().any(|cell| cell.0.is_some()))
        .filter_map(|row| row.head)
        .collect();
    let first = cells[0].0.0;
    let before = scan.names.iter().flat_map(|names| &names.items).find(|run| run.1 <= first)
        .copied()
        .or(prefix.filter(|run| reader.is_lower(run.0)));
    let untold = content.topic.is_none() && !reader.brief.literals.iter().any(|l| l.role == Role::Title);
    if let [head] = heads[..] {
        headline(reader, head);
    } else if let (Some(lone), true) = (before, untold) {
        // "showing average rainfall: …": told in passing, it is the topic; with a capital it is a title.
        if reader.is_lower(lone.0) {
            reader.brief.subject = Some(words(reader, lone));
            reader.mark(lone.0, lone.1, Use::Topic);
        } else {
            headline(reader, lone);
        }
    }
    let mut points = Vec::new();
    for &(label, value) in &cells {
        grow_set(reader, &mut points, label, value);
    }
    Some(vec![DataSet {
        points,
        ..DataSet::default()
    }])
}

/// A single name before all figures is the title, when there is none yet.
fn headline(reader: &mut Reader<'_>, head: Run) {
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|literal| literal.role == Role::Title);
    emit(
        reader,
        head,
        if titled { Role::Subtitle } else { Role::Title },
    );
}

/// "ACME Corp Jan 102 Feb 97": the first month begins the data, what stands before is a text of its own.
fn calendar_head(reader: &Reader<'_>, cells: &mut [(Run, usize)]) -> Option<Run> {
    let calendar = |at: usize| is_month(reader.key(at)) || is_weekday(reader.key(at));
    let rest = cells[1..]
        .iter()
        .all(|cell| cell.0.1 == cell.0.0 + 1 && calendar(cell.0.0));
    let first = &mut cells[0].0;
    if rest && first.1 > first.0 + 1 && calendar(first.1 - 1) {
        let prefix = trim(reader, (first.0, first.1 - 1));
        first.0 = first.1 - 1;
        return Some(prefix);
    }
    None
}
