//! Rows of figures with names along both sides.

use super::scan::{Names, Row, Scan, is_value, lexicon_stop, name, names_word};
use super::{headline, point, words};
use crate::diagram::content::{Content, Run, is_joint};
use crate::diagram::emit;
use crate::forms::{is_month, is_weekday};
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{ChartKind, DataSet, Role};

/// A table whose columns have names.
struct Table {
    series: Vec<Option<String>>,
    categories: Vec<String>,
    /// `values[series][category]`: token of the value.
    values: Vec<Vec<usize>>,
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
pub(super) fn keyed(
    reader: &mut Reader<'_>,
    scan: &Scan,
    kind: Option<ChartKind>,
) -> Option<Vec<DataSet>> {
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
    // The spokes of a radar are what each of the compared is measured by.
    let spokes = kind == Some(ChartKind::Radar);
    let heads_are_series = !statistical && (spokes || is_ordinal(&keys) && !is_ordinal(&heads));
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

/// "winter heating 60 lighting 20, spring 30/18, summer 10/15": the first row names the figures of all; returns the rows
/// with their names.
pub(super) fn names_once(reader: &Reader<'_>, scan: &Scan) -> Option<Scan> {
    let (first, rest) = scan.rows.split_first()?;
    let width = first.cells.len();
    let names: Option<Vec<Run>> = first.cells.iter().map(|cell| cell.0).collect();
    let mut names = names.filter(|names| names.len() >= 2)?;
    let bare = |row: &Row| {
        row.head.is_some()
            && row.cells.len() == width
            && row.cells.iter().all(|cell| cell.0.is_none())
    };
    if rest.is_empty() || !rest.iter().all(bare) {
        return None;
    }
    let head = match first.head {
        Some(head) => head,
        None => {
            let (from, to) = names[0];
            (to > from + 1).then_some(())?;
            names[0] = name(reader, (from + 1, to));
            (from, from + 1)
        }
    };
    let mut found = scan.clone();
    for row in &mut found.rows {
        for (cell, name) in row.cells.iter_mut().zip(&names) {
            cell.0 = Some(*name);
        }
    }
    found.rows[0].head = Some(head);
    Some(found)
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
pub(super) fn matrix(
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
    // "2023 vs 2024: Lyon 30/42": the prompt says which names are set against each other.
    let versus = column_names
        .as_ref()
        .is_some_and(|names| names.kind == "series");
    let heads_are_series = heads_are_series && !(versus && height > 1);
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
            if reader.uses[item.0] != Use::Literal {
                emit(reader, item, column_role);
            }
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
