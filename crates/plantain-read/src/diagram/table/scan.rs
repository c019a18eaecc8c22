//! Scans the content of a chart for figures and the names before, behind and around them.

use super::steps::{counts_parts, is_stretch};
use crate::diagram::content::{Run, clauses, cut, is_joint, list, spaced_dash, trim};
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};

mod figures;
mod names;
mod words;

use figures::{number, slashed, step_of_axis};
pub(super) use names::name;
use names::name_list;
use words::{is_structure, is_unit, unit_bracket};
pub(super) use words::{is_value, lexicon_stop, names_word};

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

/// Whether figures stand before their names everywhere ("5000 visitors, 1200 leads", "50% organic / 30% paid").
fn values_first(reader: &Reader<'_>, run: Run) -> bool {
    let mut pieces = 0;
    let parts = |at: usize| {
        let slash = reader.sep(at, Sep::Slash) && at > run.0 && !is_value(reader, at - 1);
        (slash || reader.sep(at, Sep::Arrow)) && is_value(reader, at + 1)
    };
    for clause in clauses(reader, run) {
        let items = list(reader, clause)
            .into_iter()
            .flat_map(|item| cut(reader, item, |_, at| parts(at)))
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

/// "9am 12pm 3pm 6pm": hours that only blanks part are names along one side.
fn is_hours(reader: &Reader<'_>, run: Run) -> bool {
    run.0 + 1 < run.1 && (run.0..run.1).all(|at| reader.form(at) == Some(FormKind::Time))
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
            if is_hours(reader, run) {
                self.scan.names.push(Names {
                    kind: "columns".into(),
                    items: (run.0..run.1).map(|at| (at, at + 1)).collect(),
                });
                return;
            }
            // "men vs women"
            let versus = (run.0 + 1..run.1.saturating_sub(1))
                .find(|&at| matches!(reader.key(at), "vs" | "versus"));
            // "title Boys vs Girls club sign ups": the title names them by the words beside.
            let titled = (run.0..run.1).any(|at| reader.uses[at] == Use::Role);
            if let Some(versus) = versus.filter(|_| titled) {
                self.scan.names.push(Names {
                    kind: "series".into(),
                    items: vec![(versus - 1, versus), (versus + 1, versus + 2)],
                });
            } else if let Some(versus) = versus {
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
    measure(reader, cursor, clause, at)
        .or_else(|| bracket(reader, cursor, at))
        .or_else(|| step_of_axis(reader, cursor, clause, at))
        .or_else(|| number(reader, cursor, clause, at, first))
        .or_else(|| slash(reader, cursor, clause, at))
        .or_else(|| separator(reader, cursor, at))
        .unwrap_or_else(|| word(reader, cursor, clause, at))
}

/// What all figures are counted in: "($M)", "Oct 12 in °C".
fn measure(reader: &Reader<'_>, cursor: &mut Cursor, clause: Run, at: usize) -> Option<usize> {
    if let Some(close) = unit_bracket(reader, at, clause.1) {
        cursor.scan.unit = Some((at + 1, close));
        return Some(close + 1);
    }
    let told = at > clause.0 && reader.key(at) == "in" && is_unit(reader, at + 1);
    let ends = at + 2 >= clause.1 || reader.is_sep(at + 2);
    if told && ends && cursor.label.is_none() {
        cursor.scan.unit = Some((at + 1, at + 2));
        return Some(at + 2);
    }
    None
}

/// Colons and brackets, which make a head of the name before them.
fn bracket(reader: &Reader<'_>, cursor: &mut Cursor, at: usize) -> Option<usize> {
    if reader.sep(at, Sep::Colon) || reader.sep(at, Sep::Open) {
        cursor.inside |= reader.sep(at, Sep::Open);
        if let Some(from) = cursor.label.take() {
            let head = name(reader, (from, at));
            cursor.close_row();
            cursor.row.head = (head.0 < head.1).then_some(head);
        } else if cursor.inside && !cursor.row.cells.is_empty() {
            cursor.close_row();
        }
        return Some(at + 1);
    }
    if reader.sep(at, Sep::Close) {
        cursor.close_label(reader, at);
        if cursor.inside {
            cursor.close_row();
            cursor.inside = false;
        }
        return Some(at + 1);
    }
    None
}

fn is_versus(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.key(at), "vs" | "versus" | "vs.")
}

/// Slashes between figures and between rows.
fn slash(reader: &Reader<'_>, cursor: &mut Cursor, clause: Run, at: usize) -> Option<usize> {
    // "battery 8 vs 6" is told as "battery 8/6".
    let here = reader.sep(at, Sep::Slash) || is_versus(reader, at);
    let between = here
        && at > clause.0
        && is_value(reader, at - 1)
        && at + 1 < clause.1
        && is_value(reader, at + 1);
    if between
        && (cursor.slashed
            || cursor.row.cells.last().is_some_and(|cell| cell.0.is_some())
            || reader.tokens[at - 1].span.end == reader.tokens[at + 1].span.start - 1)
    {
        return Some(slashed(cursor, at));
    }
    if cursor.slashed && reader.sep(at, Sep::Comma) {
        cursor.close_row();
        return Some(at + 1);
    }
    if reader.sep(at, Sep::Slash)
        && cursor.row.head.is_none()
        && cursor.row.cells.iter().all(|cell| cell.0.is_none())
    {
        cursor.close_row();
        return Some(at + 1);
    }
    None
}

/// What ends a name.
fn separator(reader: &Reader<'_>, cursor: &mut Cursor, at: usize) -> Option<usize> {
    // "apples vs pears by farm - Hill 30": a dash behind what is set against each other ends it.
    if spaced_dash(reader, at)
        && cursor.row.cells.is_empty()
        && cursor
            .label
            .is_some_and(|from| (from..at).any(|i| is_versus(reader, i)))
    {
        cursor.close_label(reader, at);
        return Some(at + 1);
    }
    let ends = reader.is_sep(at)
        && !reader.sep(at, Sep::Slash)
        && !spaced_dash(reader, at)
        && !reader.sep(at, Sep::Other)
        || is_joint(reader, at);
    if !ends {
        return None;
    }
    if !reader.sep(at, Sep::Dash) {
        cursor.close_label(reader, at);
    }
    Some(at + 1)
}

/// A word that leads to names, says nothing of the data, or begins or continues a name.
fn word(reader: &Reader<'_>, cursor: &mut Cursor, clause: Run, at: usize) -> usize {
    let key = reader.key(at);
    let led = reader.is_lower(at) || reader.sep(at + 1, Sep::Colon);
    // "Series Paper 30, 34": the word before a name is none of it.
    let announced = key == "series"
        && cursor.label.is_none()
        && reader.is_capital(at + 1)
        && reader.key(at + 1).len() > 1
        && at + 2 < clause.1
        && is_value(reader, at + 2);
    if announced {
        return at + 1;
    }
    // "Rows Mon Tue Wed": a sentence may begin with the word for them.
    let opens = at == clause.0 && names::lists_sides(key) && reader.is_capital(at + 1);
    let kind = names_word(key) && (led || opens) && cursor.label.is_none();
    if kind && let Some(end) = name_list(reader, cursor, at, clause.1) {
        return end;
    }
    // "price +12": a word for a role that stands before a figure is its name.
    let figured = reader.uses[at] == Use::Role && at + 1 < clause.1 && is_value(reader, at + 1);
    let skipped = reader.is_sep(at)
        || matches!(reader.tokens[at].kind, Kind::Emoji)
        || is_structure(key) && reader.is_lower(at)
        || !figured
            && matches!(
                reader.uses[at],
                Use::Look | Use::Canvas | Use::Carrier | Use::Literal | Use::Role | Use::Constraint
            );
    if skipped && cursor.label.is_none() {
        return at + 1;
    }
    if let Some(from) = cursor
        .label
        .filter(|&from| titled(reader, cursor, clause, from, at))
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
fn titled(reader: &Reader<'_>, cursor: &Cursor, clause: Run, from: usize, at: usize) -> bool {
    let first = cursor.row.cells.is_empty() && cursor.scan.rows.is_empty();
    if !first || !reader.is_capital(at) || !(from..at).all(|i| reader.is_lower(i)) {
        return false;
    }
    // "Umsatz nach Filiale, Nord 5": before a comma it is the last word of the title, whatever its capital.
    let end = (at..clause.1).find(|&i| reader.is_sep(i) || is_value(reader, i));
    if end.is_some_and(|i| reader.sep(i, Sep::Comma)) {
        return false;
    }
    let by = at >= from + 3 && matches!(reader.key(at - 2), "by" | "per");
    by || at >= from + 2 && capitals_follow(reader, clause, at)
}

/// "election results Party A 42, Party B 31": whether all names behind the first begin with a capital.
fn capitals_follow(reader: &Reader<'_>, clause: Run, at: usize) -> bool {
    let mut names = (at + 1..clause.1)
        .filter(|&i| is_value(reader, i - 1) || reader.sep(i - 1, Sep::Comma))
        .filter(|&i| reader.tokens[i].is_word() && !is_joint(reader, i))
        .filter(|&i| (i..clause.1).any(|value| is_value(reader, value)))
        .peekable();
    names.peek().is_some() && names.all(|i| reader.is_capital(i))
}
