//! Rows of figures with names along both sides.

use super::ahead::names_ahead;
use super::axis::steps_of_time;
use super::scan::{Names, Row, Scan, lexicon_stop, name, names_word};
use super::steps::{is_stretch, is_year};
use super::versus::{behind_versus, topic_names};
use super::{point, told_topic, words};
use crate::diagram::content::{Content, Run, spaced_dash};
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
    if let Some(head) = scan.rows[0].head.filter(|_| heads_all(&scan.rows)) {
        told_topic(reader, head, false);
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

/// "energy by country: Norway hydro 90 wind 8; Denmark hydro 0 wind 55": whether only the first row has a head, which is that
/// of all.
fn heads_all(rows: &[Row]) -> bool {
    rows.split_first().is_some_and(|(first, rest)| {
        first.head.is_some() && rest.iter().all(|row| row.head.is_none())
    })
}

type Keyed = (Option<Run>, Vec<(Run, usize)>);

/// Rows of named figures with one set of names; heads that only stand before the first name are parted from it.
fn split_rows(reader: &Reader<'_>, rows: &[Row]) -> Option<Vec<Keyed>> {
    let mut cells = Vec::new();
    let one = heads_all(rows);
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
    let shaped = reshaped(scan);
    let scan = shaped.as_ref().unwrap_or(scan);
    let width = bare_width(scan)?;
    let height = scan.rows.len();
    let sides = sides(reader, scan, content, width)?;
    let head_words: Vec<String> = sides.heads.iter().map(|&run| words(reader, run)).collect();
    let columns = column_words(reader, content, &sides, (width, height))?;
    let heads_are_series = heads_are_series(
        kind,
        height,
        &head_words,
        &columns,
        sides.column_names.as_ref(),
    );
    let (head_role, column_role) = if heads_are_series {
        (Role::Series, Role::Category)
    } else {
        (Role::Category, Role::Series)
    };
    if let Some(about) = sides.about {
        told_topic(reader, about, content.topic.is_some());
    }
    let names = sides
        .column_names
        .as_ref()
        .map_or(&[][..], |names| &names.items);
    set_names(reader, (&sides.heads, head_role), (names, column_role));
    for row in &scan.rows {
        for cell in &row.cells {
            emit(reader, (cell.1, cell.1 + 1), Role::Value);
        }
    }
    names_are_read(reader, scan);
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

/// Figures of each row, where all rows have as many and none of them a name.
fn bare_width(scan: &Scan) -> Option<usize> {
    let width = scan.rows.first()?.cells.len();
    let bare = scan
        .rows
        .iter()
        .all(|row| row.cells.len() == width && row.cells.iter().all(|cell| cell.0.is_none()));
    (width >= 2 && bare).then_some(width)
}

/// The names along both sides of a table, and what it is about.
struct Sides {
    heads: Vec<Run>,
    column_names: Option<Names>,
    about: Option<Run>,
}

/// Finds the names along both sides; none where several rows have no names.
fn sides(reader: &Reader<'_>, scan: &Scan, content: &Content, width: usize) -> Option<Sides> {
    let height = scan.rows.len();
    let lists = lists(reader, scan, content);
    let find = |len: usize, skip: Option<&Names>| {
        lists
            .iter()
            .find(|names| {
                names.kind != "title"
                    && names.items.len() == len
                    && skip.is_none_or(|skip| skip.items != names.items)
            })
            .cloned()
    };
    // "January to June: 120, 150 …": the steps of the axis stand where a name would.
    let headed = scan
        .rows
        .iter()
        .all(|row| row.head.is_some_and(|head| !is_stretch(reader, head)));
    let row_names = (!headed && height > 1)
        .then(|| find(height, None))
        .flatten();
    let mut column_names =
        find(width, row_names.as_ref()).or_else(|| names_ahead(reader, scan, width));
    let tail = column_names
        .as_mut()
        .and_then(|names| tail_of_names(reader, &mut names.items));
    let mut heads: Vec<Run> = if headed {
        scan.rows.iter().filter_map(|row| row.head).collect()
    } else {
        row_names.map(|names| names.items).unwrap_or_default()
    };
    if height > 1 && heads.is_empty() {
        return None;
    }
    // The name of the only row is what the chart is about.
    let alone = if height == 1 { heads.pop() } else { None };
    let named = |about: &Run| {
        column_names
            .as_ref()
            .is_some_and(|names| names.items.contains(about))
    };
    // "of app users by platform: …": words of the topic are told with it.
    let topical = |about: &Run| {
        content
            .topic
            .is_some_and(|topic| topic.0 <= about.0 && about.1 <= topic.1)
    };
    let about = first_head(reader, &mut heads)
        .or(alone)
        .or(tail)
        .or_else(|| title_of(&scan.names).or_else(|| title_of(&lists)))
        .filter(|about| !named(about) && !topical(about));
    Some(Sides {
        heads,
        column_names,
        about,
    })
}

/// The names over the columns: as told, as steps of time, or counted on; none for a single short row without any.
fn column_words(
    reader: &mut Reader<'_>,
    content: &Content,
    sides: &Sides,
    (width, height): (usize, usize),
) -> Option<Vec<String>> {
    if let Some(names) = &sides.column_names {
        return Some(names.items.iter().map(|&run| words(reader, run)).collect());
    }
    let counted = || (1..=width).map(|n| n.to_string()).collect();
    steps_of_time(reader, content, width).or_else(|| (height > 1 || width >= 3).then(counted))
}

/// The lists of names that the content and its topic tell.
fn lists(reader: &Reader<'_>, scan: &Scan, content: &Content) -> Vec<Names> {
    let told = scan.names.iter().filter(|names| names.kind != "title");
    let mut lists: Vec<Names> = told.cloned().collect();
    lists.extend(topic_names(reader, content));
    lists
}

/// Sets the heads of rows and the names over columns, those that are no literals yet.
fn set_names(reader: &mut Reader<'_>, heads: (&[Run], Role), columns: (&[Run], Role)) {
    for &head in heads.0 {
        emit(reader, head, heads.1);
    }
    for &item in columns.0 {
        if reader.uses[item.0] != Use::Literal {
            emit(reader, item, columns.1);
        }
    }
}

/// Whether the heads of rows are set against each other, so that the names over the columns run along the axis.
fn heads_are_series(
    kind: Option<ChartKind>,
    height: usize,
    head_words: &[String],
    columns: &[String],
    named: Option<&Names>,
) -> bool {
    // "radar: battery 8/6, camera 9/7, screen 7/8": two figures make no form, three names do.
    if kind == Some(ChartKind::Radar) && columns.len() < 3 && height >= 3 {
        return false;
    }
    let lined = matches!(
        kind,
        Some(
            ChartKind::Line
                | ChartKind::Area
                | ChartKind::StackedArea
                | ChartKind::Radar
                | ChartKind::Sparkline
                | ChartKind::HeatMap
        )
    );
    // Quarters or months run along the axis, the years that they belong to are set side by side.
    let years = |names: &[String]| {
        names.iter().all(|name| {
            name.len() == 4 && name.starts_with(['1', '2']) && name.parse::<u32>().is_ok()
        })
    };
    let finer = years(head_words) && !years(columns) && is_ordinal(columns);
    // "Paris, Oslo. Jan 5 -4, Apr 12 5": the steps of time run along the axis wherever they are told.
    let steps = named.is_some()
        && kind != Some(ChartKind::HeatMap)
        && is_ordinal(head_words)
        && !is_ordinal(columns);
    let heads_are_series =
        lined && !steps || finer || height == 1 || is_ordinal(columns) && !is_ordinal(head_words);
    let heads_are_series = heads_are_series
        || !is_ordinal(head_words)
            && named.is_none_or(|names| {
                matches!(
                    names.kind.as_str(),
                    "categories" | "months" | "labels" | "on" | "across"
                )
            });
    // "2023 vs 2024: Lyon 30/42": the prompt says which names are set against each other.
    let versus = named.is_some_and(|names| names.kind == "series");
    heads_are_series && !(versus && height > 1)
}

/// "rows Mon Tue, columns Morning Noon Evening, values 3 5 2, 4 6 1": figures in one row that the names of rows and columns
/// part.
fn reshaped(scan: &Scan) -> Option<Scan> {
    let [row] = &scan.rows[..] else { return None };
    let names = |words: &[&str]| {
        scan.names
            .iter()
            .find(|names| words.contains(&names.kind.as_str()))
            .map(|names| names.items.as_slice())
    };
    let (rows, columns) = (names(&["rows", "row"])?, names(&["columns", "column"])?);
    let fits = row.head.is_none() && row.cells.iter().all(|cell| cell.0.is_none());
    if !fits || rows.len() < 2 || rows.len() * columns.len() != row.cells.len() {
        return None;
    }
    let mut shaped = scan.clone();
    shaped
        .names
        .retain(|names| !matches!(names.kind.as_str(), "rows" | "row"));
    shaped.rows = row
        .cells
        .chunks(columns.len())
        .zip(rows)
        .map(|(cells, head)| Row {
            head: Some(*head),
            cells: cells.to_vec(),
        })
        .collect();
    Some(shaped)
}

/// "Series: Online, Retail. Categories: North, South": names that the rows repeat are no texts of their own, nor is the word
/// that introduces them.
fn names_are_read(reader: &mut Reader<'_>, scan: &Scan) {
    for names in scan
        .names
        .iter()
        .filter(|names| names.kind != "title" && names.items.len() > 1)
    {
        for item in &names.items {
            if (item.0..item.1).all(|at| reader.uses[at] != Use::Literal) {
                reader.mark(item.0, item.1, Use::Described);
            }
        }
        let first = names.items[0].0;
        let word = (first.saturating_sub(2)..first).find(|&at| names_word(reader.key(at)));
        if let Some(word) = word.filter(|&at| reader.uses[at] != Use::Literal) {
            reader.mark(word, word + 1, Use::Described);
        }
    }
}

/// "revenue by region — EMEA: 4, 5", "sales of 2023 (10, 12) and 2024 (11, 14)": words before the first name that the other
/// names lack are what the chart is about; they are taken off it.
fn first_head(reader: &Reader<'_>, heads: &mut [Run]) -> Option<Run> {
    let (first, rest) = heads.split_first_mut()?;
    if rest.is_empty() {
        return None;
    }
    let dash = |run: Run| {
        (run.0 + 1..run.1).rfind(|&at| spaced_dash(reader, at) || reader.sep(at, Sep::Colon))
    };
    if let Some(found) = behind_versus(reader, *first, rest) {
        let (about, label) = found;
        *first = label;
        return about;
    }
    let cut = match dash(*first) {
        Some(at) if rest.iter().all(|&run| dash(run).is_none()) => (at, at + 1),
        _ => {
            let year = first.1 - 1;
            let years = is_year(reader, year) && first.1 > first.0 + 1;
            let bare = rest
                .iter()
                .all(|run| run.1 == run.0 + 1 && is_year(reader, run.0));
            let dated = (years && bare).then_some((year, year));
            dated.or_else(|| led_name(reader, *first, rest).map(|at| (at, at + 1)))?
        }
    };
    let about = name(reader, (first.0, cut.0));
    let label = name(reader, (cut.1, first.1));
    if about.0 >= about.1 || label.0 >= label.1 {
        return None;
    }
    *first = label;
    Some(about)
}

/// "visitors for Zoo 120 150, Aquarium 90 135": where the small word stands that leads from what is counted to the first of
/// names with capitals.
fn led_name(reader: &Reader<'_>, first: Run, rest: &[Run]) -> Option<usize> {
    let capital = |run: Run| (run.0..run.1).all(|at| !reader.is_lower(at));
    let at = (first.0 + 1..first.1.saturating_sub(1)).find(|&at| {
        matches!(reader.key(at), "for" | "in" | "at" | "of" | "by") && reader.is_lower(at)
    })?;
    let small = (first.0..at).all(|i| reader.is_lower(i));
    (small && capital((at + 1, first.1)) && rest.iter().all(|&run| capital(run))).then_some(at)
}

/// "Paris, Oslo, Rome monthly temps": small words behind the last of some names with capitals are what the chart is about;
/// they are taken off it.
fn tail_of_names(reader: &Reader<'_>, names: &mut [Run]) -> Option<Run> {
    let (last, others) = names.split_last_mut()?;
    let capital = |run: &Run| (run.0..run.1).all(|at| reader.is_capital(at));
    let tail = (last.0 + 1..last.1).find(|&at| reader.is_lower(at))?;
    let told = !others.is_empty()
        && others.iter().all(capital)
        && capital(&(last.0, tail))
        && (tail..last.1).all(|at| reader.is_lower(at));
    if !told {
        return None;
    }
    let about = (tail, last.1);
    last.1 = tail;
    Some(about)
}

/// The head that stood before the names of all rows.
fn title_of(names: &[Names]) -> Option<Run> {
    names
        .iter()
        .find(|names| names.kind == "title")
        .and_then(|names| names.items.first())
        .copied()
}

pub(super) fn is_breaking(reader: &Reader<'_>, at: usize) -> bool {
    lexicon_stop(reader.key(at))
        || names_word(reader.key(at))
        || matches!(reader.uses[at], Use::Genre | Use::Carrier)
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
