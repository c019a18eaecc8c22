//! Scans the content of a chart for figures and the names before, behind and around them.

use super::steps::{counts_parts, is_stretch, is_year, span_of_steps};
use crate::diagram::content::{
    Run, clauses, cut, is_instruction, is_joint, list, spaced_dash, trim,
};
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};

/// A row of figures.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// The name before a colon or a bracket.
    pub head: Option<Run>,
    /// Labels, where there are any, and the tokens of the values.
    pub cells: Vec<(Option<Run>, usize)>,
}

/// Names without figures, with the word that introduced them.
#[derive(Debug, Clone)]
pub(super) struct Names {
    pub kind: String,
    pub items: Vec<Run>,
}

/// What the scan of the content found.
#[derive(Debug, Clone, Default)]
pub(super) struct Scan {
    pub rows: Vec<Row>,
    pub names: Vec<Names>,
    /// "($M)".
    pub unit: Option<Run>,
}

/// Whether a token is a figure.
pub(super) fn is_value(reader: &Reader<'_>, at: usize) -> bool {
    // "in 5 cities: …": how many things follow is none of their values.
    if reader.uses.get(at) == Some(&crate::reader::Use::Constraint) {
        return false;
    }
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
pub(super) fn names_word(key: &str) -> bool {
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

/// Words that introduce names and nothing else.
fn lists_names(key: &str) -> bool {
    matches!(
        key,
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
    )
}

/// Whether figures stand before their names everywhere ("5000 visitors, 1200 leads", "50% organic / 30% paid").
fn values_first(reader: &Reader<'_>, run: Run) -> bool {
    let mut pieces = 0;
    let slashes = |at: usize| {
        reader.sep(at, Sep::Slash)
            && at > run.0
            && !is_value(reader, at - 1)
            && is_value(reader, at + 1)
    };
    for clause in clauses(reader, run) {
        let items = list(reader, clause)
            .into_iter()
            .flat_map(|item| cut(reader, item, |_, at| slashes(at)))
            .map(|item| trim(reader, item));
        for item in items {
            let first = item.0;
            // "3 segments", "center text 'Traffic'": no figure of the data.
            let silent = !(item.0..item.1).any(|at| is_value(reader, at));
            if silent || counts_parts(reader, first) && first + 2 >= item.1 {
                continue;
            }
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
    /// Whether slashes part the figures of the row ("Lyon 30/42"): a comma ends it.
    slashed: bool,
}

impl Cursor {
    fn close_row(&mut self) {
        self.slashed = false;
        let row = std::mem::take(&mut self.row);
        if !row.cells.is_empty() {
            self.scan.rows.push(row);
        }
    }

    /// A head before another head is what the chart is about.
    fn entitle(&mut self, reader: &Reader<'_>) {
        if let Some(head) = self
            .row
            .head
            .take()
            .filter(|&head| !is_stretch(reader, head))
        {
            self.scan.names.push(Names {
                kind: "title".into(),
                items: vec![head],
            });
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
                // "apples vs pears by farm"
                let end = (versus + 2..run.1)
                    .find(|&at| {
                        matches!(
                            reader.key(at),
                            "by" | "per"
                                | "in"
                                | "across"
                                | "over"
                                | "for"
                                | "from"
                                | "between"
                                | "during"
                                | "since"
                        ) && reader.is_lower(at)
                    })
                    .unwrap_or(run.1);
                self.scan.names.push(Names {
                    kind: "series".into(),
                    items: vec![(run.0, versus), (versus + 1, end)],
                });
            } else if run.0 < run.1 && !is_stretch(reader, run) {
                match self.scan.names.last_mut() {
                    Some(names)
                        if names.kind != "title"
                            && names.items.last().is_some_and(|last| last.1 + 2 >= run.0) =>
                    {
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

pub(super) fn scan(reader: &Reader<'_>, run: Run) -> Scan {
    let first = values_first(reader, run);
    let mut cursor = Cursor {
        scan: Scan::default(),
        row: Row::default(),
        label: None,
        inside: false,
        slashed: false,
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
    let rows = std::mem::take(&mut cursor.scan.rows);
    for mut row in rows {
        // "energy use: heating 40 38, electricity 22 23": the head of all rows is what the chart is about.
        if is_even(&row)
            && let Some(head) = row.head.take()
        {
            cursor.scan.names.push(Names {
                kind: "title".into(),
                items: vec![head],
            });
        }
        cursor.scan.rows.extend(parted(row));
    }
    cursor.scan
}

/// "Hill 30 and 20, River 25 and 40": a row in which a name is followed by as many figures each time is as many rows.
fn parted(row: Row) -> Vec<Row> {
    if row.head.is_some() || !is_even(&row) {
        return vec![row];
    }
    let width = row
        .cells
        .iter()
        .skip(1)
        .position(|cell| cell.0.is_some())
        .map_or(row.cells.len(), |at| at + 1);
    row.cells
        .chunks(width)
        .map(|cells| Row {
            head: cells[0].0,
            cells: cells.iter().map(|cell| (None, cell.1)).collect(),
        })
        .collect()
}

/// Whether each name in a row is followed by the same number of figures, two at least.
fn is_even(row: &Row) -> bool {
    let heads: Vec<usize> = (0..row.cells.len())
        .filter(|&at| row.cells[at].0.is_some())
        .collect();
    // "iOS 30, 33, 35": one name and all its figures.
    let width = match heads[..] {
        [0] if row.cells.len() >= 3 => row.cells.len(),
        _ => heads.get(1).copied().unwrap_or(0),
    };
    width >= 2
        && row.cells.len() == heads.len() * width
        && heads.iter().enumerate().all(|(n, &at)| at == n * width)
}

/// Reads one token; returns the next.
fn step(reader: &Reader<'_>, cursor: &mut Cursor, clause: Run, at: usize, first: bool) -> usize {
    if let Some(close) = unit_bracket(reader, at, clause.1) {
        cursor.scan.unit = Some((at + 1, close));
        return close + 1;
    }
    // "Oct 12 in °C": what all figures are counted in.
    if at > clause.0 && reader.key(at) == "in" && is_unit(reader, at + 1) {
        let ends = at + 2 >= clause.1 || reader.is_sep(at + 2);
        if ends && cursor.label.is_none() {
            cursor.scan.unit = Some((at + 1, at + 2));
            return at + 2;
        }
    }
    if reader.sep(at, Sep::Colon) || reader.sep(at, Sep::Open) {
        cursor.inside |= reader.sep(at, Sep::Open);
        if let Some(from) = cursor.label.take() {
            let head = name(reader, (from, at));
            cursor.close_row();
            cursor.row.head = (head.0 < head.1).then_some(head);
        } else if cursor.inside && !cursor.row.cells.is_empty() {
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
    if let Some(next) = step_of_axis(reader, cursor, clause, at) {
        return next;
    }
    // "over 4 quarters": a span of time, no figure.
    if is_value(reader, at) && at > 0 && is_span(reader, at) {
        cursor.close_label(reader, at - 1);
        return at + 2;
    }
    // "2023 vs 2024:": figures that are set against each other are the names of series.
    let versus = |at: usize| matches!(reader.key(at), "vs" | "versus" | "vs.");
    let years = is_year(reader, at) && is_joint(reader, at + 1) && is_year(reader, at + 2);
    if is_value(reader, at)
        && (versus(at + 1) || years && cursor.row.head.is_none())
        && at + 2 < clause.1
        && is_value(reader, at + 2)
        && cursor.row.cells.is_empty()
    {
        cursor.close_label(reader, at);
        cursor.scan.names.push(Names {
            kind: "series".into(),
            items: vec![(at, at + 1), (at + 2, at + 3)],
        });
        return at + 3 + usize::from(reader.sep(at + 3, Sep::Colon));
    }
    if is_value(reader, at) {
        return figure(reader, cursor, clause, at, first);
    }
    if reader.sep(at, Sep::Slash)
        && at > clause.0
        && is_value(reader, at - 1)
        && at + 1 < clause.1
        && is_value(reader, at + 1)
        && (cursor.slashed
            || cursor.row.cells.last().is_some_and(|cell| cell.0.is_some())
            || reader.tokens[at - 1].span.end == reader.tokens[at + 1].span.start - 1)
    {
        return slashed(cursor, at);
    }
    if cursor.slashed && reader.sep(at, Sep::Comma) {
        cursor.close_row();
        return at + 1;
    }
    if reader.sep(at, Sep::Slash)
        && cursor.row.head.is_none()
        && cursor.row.cells.iter().all(|cell| cell.0.is_none())
    {
        cursor.close_row();
        return at + 1;
    }
    // "apples vs pears by farm - Hill 30": a dash behind what is set against each other ends it.
    if spaced_dash(reader, at)
        && cursor.row.cells.is_empty()
        && cursor.label.is_some_and(|from| {
            (from..at).any(|i| matches!(reader.key(i), "vs" | "versus" | "vs."))
        })
    {
        cursor.close_label(reader, at);
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
    let led = reader.is_lower(at) || reader.sep(at + 1, Sep::Colon);
    let kind = names_word(key) && led && cursor.label.is_none();
    if kind && let Some(end) = name_list(reader, cursor, at, clause.1) {
        return end;
    }
    // "price +12": a word for a role that stands before a figure is its name.
    let figured = reader.uses[at] == Use::Role && at + 1 < clause.1 && is_value(reader, at + 1);
    let skipped = reader.is_sep(at)
        || matches!(reader.tokens[at].kind, Kind::Emoji)
        || is_structure(key) && reader.is_lower(at)
        || cursor.label.is_none()
            && !figured
            && matches!(
                reader.uses[at],
                Use::Look | Use::Canvas | Use::Carrier | Use::Literal | Use::Role | Use::Constraint
            );
    if skipped && cursor.label.is_none() {
        return at + 1;
    }
    if let Some(from) = cursor
        .label
        .filter(|&from| titled(reader, cursor, from, at))
    {
        cursor.scan.names.push(Names {
            kind: "title".into(),
            items: vec![(from, at)],
        });
        cursor.label = None;
    }
    cursor.label.get_or_insert(at);
    at + 1
}

/// "sales by region North 40": small words that tell what is plotted by what stand before the first name.
fn titled(reader: &Reader<'_>, cursor: &Cursor, from: usize, at: usize) -> bool {
    cursor.row.cells.is_empty()
        && cursor.scan.rows.is_empty()
        && at >= from + 3
        && matches!(reader.key(at - 2), "by" | "per")
        && (from..at).all(|i| reader.is_lower(i))
        && reader.is_capital(at)
}

/// Steps of the axis, counts of parts and years that head a row; returns the token behind them.
fn step_of_axis(reader: &Reader<'_>, cursor: &mut Cursor, clause: Run, at: usize) -> Option<usize> {
    if let Some(len) = span_of_steps(reader, at, clause.1).filter(|_| is_value(reader, at)) {
        // "energy 2019 to 2023:": the steps are no part of the name before them.
        let headed = reader.sep(at + len, Sep::Colon);
        if !headed || cursor.label.is_none() {
            cursor.close_label(reader, at);
            return Some(at + len + usize::from(headed));
        }
        return Some(at + len);
    }
    if counts_parts(reader, at) {
        cursor.close_label(reader, at);
        return Some(at + 2);
    }
    let heads =
        heads_figures(reader, cursor, clause, at) || heads_names(reader, cursor, clause, at);
    if is_year(reader, at) && heads {
        cursor.close_label(reader, at);
        cursor.close_row();
        cursor.entitle(reader);
        cursor.row.head = Some((at, at + 1));
        return Some(at + 1);
    }
    None
}

/// "2024 12, 18, 15; 2025 14, 21": whether a year begins a row, and at least two figures follow it that are no years.
fn heads_figures(reader: &Reader<'_>, cursor: &Cursor, clause: Run, at: usize) -> bool {
    let opens = at == clause.0
        || reader.is_sep(at - 1) && !reader.sep(at - 1, Sep::Comma)
        || is_joint(reader, at - 1);
    let leads = opens && cursor.label.is_none() && cursor.row.cells.is_empty()
        || cursor.label.is_none() && is_joint(reader, at.saturating_sub(1));
    let from =
        at + 1 + usize::from(reader.sep(at + 1, Sep::Open) || reader.sep(at + 1, Sep::Colon));
    let figures = (from..clause.1)
        .take_while(|&i| {
            is_value(reader, i) && !is_year(reader, i)
                || reader.sep(i, Sep::Comma)
                || reader.sep(i, Sep::Slash)
        })
        .filter(|&i| is_value(reader, i))
        .count();
    // "2024 12 2025 14": a year with one figure is its name.
    let begins = from < clause.1 && is_value(reader, from);
    leads && begins && figures >= 2
}

/// "2024 solar 20 wind 30; 2026 solar 35 wind 40": whether a year begins a row of names with a figure each.
fn heads_names(reader: &Reader<'_>, cursor: &Cursor, clause: Run, at: usize) -> bool {
    let opens = cursor.label.is_none()
        && cursor.row.cells.is_empty()
        && (at == clause.0 || reader.is_sep(at - 1));
    let mut named = 0;
    let mut from = at + 1;
    while from < clause.1 {
        let Some(value) = (from..clause.1).find(|&i| is_value(reader, i)) else {
            break;
        };
        let words = (from..value)
            .filter(|&i| reader.tokens[i].is_word())
            .count();
        if !(1..=3).contains(&words) || is_year(reader, value) {
            return false;
        }
        named += 1;
        from = value + 1;
    }
    opens && named >= 2
}

/// "Lyon 30/42": the name before the first of the figures heads their row. Returns the token behind the second figure.
fn slashed(cursor: &mut Cursor, slash: usize) -> usize {
    if let Some((Some(label), value)) = cursor.row.cells.pop_if(|cell| cell.0.is_some()) {
        cursor.close_row();
        cursor.row.head = Some(label);
        cursor.row.cells.push((None, value));
    }
    cursor.slashed = true;
    cursor.row.cells.push((None, slash + 1));
    slash + 2
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
    // "Brick 3 (battery 10, camera 5)": a number before a bracket of figures is part of the name.
    if cursor.label.is_some() && opens_figures(reader, at + 1, clause.1) {
        return at + 1;
    }
    // "week 1 82 kg": the number of a step belongs to its name.
    let stepped = cursor.label.is_some()
        && is_step(reader.key(at - 1))
        && reader.tokens[at].kind == Kind::Number
        && at + 1 < clause.1
        && is_value(reader, at + 1);
    if stepped {
        return at + 1;
    }
    if let Some(from) = cursor.label.take() {
        let label = name(reader, (from, at));
        cursor
            .row
            .cells
            .push(((label.0 < label.1).then_some(label), at));
        return at + 1;
    }
    // "Umsatz: 2021 3,2; 2022 4,1": a year with one figure behind it is its name.
    let alone = is_year(reader, at)
        && at + 1 < clause.1
        && is_value(reader, at + 1)
        && !is_year(reader, at + 1)
        && (at + 2 >= clause.1 || !is_value(reader, at + 2) || is_year(reader, at + 2))
        && (at == clause.0
            || !is_value(reader, at - 1)
            || cursor.row.cells.last().is_some_and(|cell| cell.0.is_some()));
    if alone && cursor.row.cells.iter().all(|cell| cell.0.is_some()) {
        cursor.label = Some(at);
        return at + 1;
    }
    // "2025 profit 40": a year begins a name among others.
    let dated = is_year(reader, at)
        && at + 2 < clause.1
        && reader.is_lower(at + 1)
        && reader.tokens[at + 1].is_word()
        && !is_joint(reader, at + 1)
        && is_value(reader, at + 2)
        && cursor.row.cells.iter().all(|cell| cell.0.is_some());
    if dated {
        cursor.label = Some(at);
        return at + 1;
    }
    let next_word = at + 1 < clause.1
        && !reader.is_sep(at + 1)
        && !is_joint(reader, at + 1)
        && !is_value(reader, at + 1)
        && !matches!(reader.key(at + 1), "to" | "with" | "in" | "for" | "of");
    if first {
        let end = (at + 1..clause.1)
            .find(|&i| {
                reader.sep(i, Sep::Comma)
                    || reader.sep(i, Sep::Slash)
                    || is_joint(reader, i)
                    || is_value(reader, i)
            })
            .unwrap_or(clause.1);
        let label = name(reader, (at + 1, end));
        cursor
            .row
            .cells
            .push(((label.0 < label.1).then_some(label), at));
        return end;
    }
    // "5 15 40 million": the word behind the last of some bare figures is what all are counted in.
    let bare = cursor.row.cells.last().is_some_and(|cell| cell.0.is_none());
    if next_word && bare && (at + 2 >= clause.1 || reader.is_sep(at + 2)) {
        cursor.row.cells.push((None, at));
        cursor.scan.unit.get_or_insert((at + 1, at + 2));
        return at + 2;
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

/// Words for steps that are counted: "week 1", "lap 2".
fn is_step(key: &str) -> bool {
    matches!(
        key,
        "week"
            | "day"
            | "month"
            | "year"
            | "quarter"
            | "round"
            | "lap"
            | "level"
            | "step"
            | "stage"
            | "phase"
            | "session"
            | "sprint"
            | "woche"
            | "tag"
            | "monat"
            | "jahr"
            | "semana"
            | "mes"
            | "semaine"
            | "mois"
            | "jour"
            | "settimana"
            | "mese"
            | "giorno"
    )
}

/// Whether a bracket opens here that holds two figures or more.
fn opens_figures(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    if !reader.sep(at, Sep::Open) {
        return false;
    }
    let close = (at..end)
        .find(|&i| reader.sep(i, Sep::Close))
        .unwrap_or(end);
    (at + 1..close).filter(|&i| is_value(reader, i)).count() >= 2
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

/// Whether a token is a measure that figures are told in.
fn is_unit(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.key(at),
        "°c" | "°f"
            | "c"
            | "%"
            | "percent"
            | "mm"
            | "cm"
            | "m"
            | "km"
            | "kg"
            | "g"
            | "t"
            | "l"
            | "ml"
            | "kwh"
            | "mwh"
            | "hours"
            | "minutes"
            | "days"
            | "thousands"
            | "millions"
            | "eur"
            | "usd"
            | "euros"
            | "dollars"
            | "$"
            | "€"
            | "£"
    )
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
    // "rows morning, noon: 12 18 / 40 35": bare figures behind the colon belong to all of them.
    let all = reader.sep(stop, Sep::Colon)
        && lists_names(reader.key(at))
        && stop + 1 < end
        && is_value(reader, stop + 1);
    // The name before a colon is the head of a row.
    let stop = if reader.sep(stop, Sep::Colon) && !all || stop < end && is_value(reader, stop) {
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
            .find(|&i| i + 1 < first.1 && names_word(reader.key(i)) && reader.is_lower(i))
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
        if single && lists_names(reader.key(at)) {
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

pub(super) fn lexicon_stop(key: &str) -> bool {
    crate::lexicon::lexicon().stops.contains_key(key)
}

/// Takes connecting words off a name ("in January we had").
pub(super) fn name(reader: &Reader<'_>, run: Run) -> Run {
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
                    | "comparing"
                    | "compare"
                    | "compares"
            ) && reader.is_lower(from)
                && from + 1 < to)
    {
        from += 1;
    }
    (from, to)
}
