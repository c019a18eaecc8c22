//! Figures with their names, in rows: the data of charts.

use super::content::{Content, Run, cut, spaced_dash, trim};

use super::{emit, grow_set};

use crate::forms::{is_month, is_weekday};

use crate::pairs::number_in;

use crate::reader::{Reader, Use};
use crate::tokens::Sep;

use crate::{ChartKind, Component, DataPoint, DataSet, Origin, Role};
pub(super) use axis::joins_steps;
use grid::{keyed, matrix, names_once};
pub(super) use notes::mark_manner;
use plots::{against, axes, bullets, levels, points, single, zoned};
pub(super) use quoted::{bare_axes, middle_of_ring, unit_behind_title};
use scan::{Scan, scan};
use steps::is_stretch;
pub(super) use topics::topic_before_kind;
use topics::{set_against, untold_topic};

mod ahead;
mod axis;
mod behind;
mod dates;
mod durations;
mod field;
mod grid;
mod grouped;
mod moments;
mod months;
mod notes;
mod plots;
mod quoted;
mod scan;
mod shares;
mod spans;
mod sparks;
mod stepped;
mod steps;
pub(super) mod told;
mod topics;
mod units;
mod versus;

/// Reads the figures of a chart; returns whether they form rows.
pub(super) fn read(reader: &mut Reader<'_>, content: &Content) -> bool {
    let kind = kind(reader);
    let run = (content.from, content.to);
    let run = if kind == Some(ChartKind::Gantt) {
        run
    } else {
        months::part(reader, content)
    };
    let (run, remarks) = notes::cut_off(reader, run);
    let run = notes::directions(reader, run, kind);
    // "with 4 slices: 50% Work, …": how many there are is told ahead.
    let first = trim(reader, run).0;
    let counted = first + 2 < run.1
        && steps::counts_parts(reader, first)
        && reader.sep(first + 2, Sep::Colon);
    let run = if counted { (first + 3, run.1) } else { run };
    ahead::lead_to_rows(reader, run);
    behind::hide_colors(reader, run);
    let content = &Content {
        from: run.0,
        to: run.1,
        ..content.clone()
    };
    let found = rows(reader, content, kind);
    if found {
        notes::set(reader, &remarks);
    }
    found
}

/// `"Bronze" 12 "Silver" 18`, `50% red "Work"`: whether figures outside the quotes belong to at least two texts in them.
pub(super) fn figures_join_quotes(reader: &Reader<'_>, (from, to): Run) -> bool {
    // A sign, or a word for the look, may stand between.
    const BETWEEN_MAX: usize = 2;
    let value = |at: usize| at < to && scan::is_value(reader, at);
    let gap = |at: usize| reader.is_sep(at) && !reader.sep(at, Sep::Comma);
    let joined = |quote: usize| {
        let mut next = quote + 1;
        while next < to && next <= quote + BETWEEN_MAX && gap(next) {
            next += 1;
        }
        let before = (from..quote).rev().take(BETWEEN_MAX + 1);
        let before = before
            .take_while(|&at| !reader.is_sep(at) && reader.tokens[at].quote().is_none())
            .any(value);
        value(next) || before
    };
    let quotes: Vec<usize> = (from..to)
        .filter(|&at| reader.tokens[at].quote().is_some())
        .collect();
    let names = quotes.iter().filter(|&&at| joined(at)).count();
    let figures = (from..to).filter(|&at| value(at)).count();
    // `"Site" and "App": Q1 20 12, Q2 24 18`: texts that are names of rows of figures.
    const ROWS_MIN: usize = 4;
    names >= 2 && names + 1 >= quotes.len() && figures >= names || names == 0 && figures >= ROWS_MIN
}

/// Reads the figures of a chart without the remarks behind them.
fn rows(reader: &mut Reader<'_>, content: &Content, kind: Option<ChartKind>) -> bool {
    let run = (content.from, content.to);
    if kind == Some(ChartKind::Gantt) {
        let found = spans::read(reader, run);
        if let (true, Some((from, to))) = (found, content.topic) {
            for at in from..to {
                if reader.is_free(at) {
                    reader.uses[at] = Use::Topic;
                }
            }
        }
        return found;
    }
    if kind == Some(ChartKind::Sparkline) && sparks::read(reader, run) {
        return true;
    }
    if kind == Some(ChartKind::HeatMap) && field::sides(reader, run) {
        return true;
    }
    let meter = matches!(kind, Some(ChartKind::Gauge | ChartKind::Progress));
    if meter && (single(reader, run) || zoned(reader, run)) {
        return true;
    }
    let course = matches!(
        kind,
        None | Some(
            ChartKind::Line
                | ChartKind::Area
                | ChartKind::Bar
                | ChartKind::HorizontalBar
                | ChartKind::Sparkline
        )
    );
    if course && let Some(sets) = told::told(reader, content) {
        reader.brief.data = sets;
        return true;
    }
    let run = (run.0, without_stress(reader, run));
    let (run, axes) = axes(reader, run);
    let years = ahead::years(reader, run).or_else(|| ahead::counted(reader, run));
    let run = years.as_ref().map_or(run, |(colon, _)| (colon + 1, run.1));
    let behind = behind::years(reader, run);
    let run = behind.as_ref().map_or(run, |(lead, _)| (run.0, *lead));
    let mut scan = scan(reader, run);
    told_twice(reader, &mut scan);
    if let Some(first) = years.as_ref().and_then(|(_, names)| names.items.first()) {
        ahead::topic(reader, (content.from, first.0), content.topic.is_some());
    }
    scan.names.extend(years.or(behind).map(|(_, names)| names));
    if scan.rows.iter().map(|row| row.cells.len()).sum::<usize>() < 2 {
        // "2020 to 2025": without figures too, the steps stand on the axis.
        steps_are_read(reader, run);
        hours_are_read(reader, run);
        orders_are_read(reader, (content.from, content.to));
        return kind == Some(ChartKind::HeatMap) && field(reader, &scan);
    }
    let mirrored = (kind == Some(ChartKind::HeatMap))
        .then(|| field::mirrored(reader, &scan))
        .flatten();
    let course = matches!(kind, Some(ChartKind::Line | ChartKind::Area));
    let sets = mirrored
        .or_else(|| course.then(|| stepped::read(reader, run)).flatten())
        .or_else(|| levels(reader, run, kind))
        .or_else(|| points(reader, &scan, kind))
        .or_else(|| bullets(reader, run, kind))
        .or_else(|| keyed(reader, &scan, kind))
        .or_else(|| keyed(reader, &names_once(reader, &scan)?, kind))
        .or_else(|| matrix(reader, &scan, content, kind))
        .or_else(|| flat(reader, &scan, content));
    let Some(mut sets) = sets else { return false };
    shares::sign(reader, &mut sets);
    durations::even(&mut sets);
    let language = reader.brief.language.0.clone();
    grouped::thousands(&mut sets, &language);
    // "scatter plot of hours vs grade, title "Does it help?"": what is set against each other stands at the axes.
    let named = |role| {
        reader
            .brief
            .literals
            .iter()
            .any(|literal| literal.role == role)
    };
    if kind == Some(ChartKind::Scatter)
        && named(Role::Title)
        && !named(Role::Axis)
        && let Some(topic) = content.topic
    {
        against(reader, topic);
    }
    for axis in axes {
        emit(reader, axis, Role::Axis);
    }
    untold_topic(reader, &scan, content);
    set_against(reader, &scan, content);
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
    // "tea and coffee sales 2019-2023: …": the steps may close the words before the colon.
    steps_are_read(
        reader,
        (content.topic.map_or(run.0, |topic| topic.0), run.1),
    );
    orders_are_read(reader, (content.from, content.to));
    // Figures of a bubble tell where it stands and how large it is, and are not printed.
    if kind == Some(ChartKind::Bubble) && sets.len() > 1 {
        reader
            .brief
            .remove_literals(|literal| literal.role == Role::Value);
    }
    if kind == Some(ChartKind::HeatMap) {
        field::across(reader, &mut sets);
    }
    untitle_labels(reader, &sets);
    reader.brief.data = sets;
    true
}

/// What the one who draws is told among the rows says nothing of the data.
fn orders_are_read(reader: &mut Reader<'_>, run: Run) {
    let parts = cut(reader, run, |reader, at| {
        [Sep::Comma, Sep::Stop, Sep::Semi, Sep::Line]
            .into_iter()
            .any(|sep| reader.sep(at, sep))
    });
    for at in run.0..run.1 {
        if reader.is_free(at) && matches!(reader.key(at), "series" | "rows" | "columns") {
            reader.uses[at] = Use::Described;
        }
    }
    for part in parts {
        if super::content::is_instruction(reader, part) {
            for at in part.0..part.1 {
                if reader.is_free(at) {
                    reader.uses[at] = Use::Described;
                }
            }
        }
    }
}

/// The names along the axis are no title, even where they stand in a sentence of their own.
fn untitle_labels(reader: &mut Reader<'_>, sets: &[DataSet]) {
    let Some(set) = sets.first().filter(|set| set.points.len() > 1) else {
        return;
    };
    let labels: Vec<&str> = set
        .points
        .iter()
        .map(|point| point.label.as_str())
        .collect();
    let joined = labels.join(" ");
    reader
        .brief
        .literals
        .retain(|l| l.role != Role::Title || l.origin == Origin::Quoted || l.text != joined);
}

/// "title Boys vs Girls. … blue = boys, yellow = girls": names that were told before only get their colours.
fn told_twice(reader: &mut Reader<'_>, scan: &mut scan::Scan) {
    let bare = |reader: &Reader<'_>, (from, to): Run| {
        let tint = crate::colors::color_at(&reader.tokens, from).map_or(0, |(len, _)| len);
        let told = tint > 0 && from + tint < to;
        let sign = usize::from(told && reader.text(from + tint, from + tint + 1) == "=");
        let start = if sign > 0 { from + tint + sign } else { from };
        crate::tokens::lower(reader.text(start.min(to), to))
    };
    let mut known: Vec<Vec<String>> = Vec::new();
    let names = std::mem::take(&mut scan.names);
    for names in names {
        let texts: Vec<String> = names.items.iter().map(|&item| bare(reader, item)).collect();
        if names.items.len() >= 2 && known.contains(&texts) {
            for &(from, to) in &names.items {
                reader.mark(from, to, Use::Described);
            }
            continue;
        }
        known.push(texts);
        scan.names.push(names);
    }
}

/// "rows Mon Tue Wed, columns morning, noon": a field of which only the names along both sides are told.
fn field(reader: &mut Reader<'_>, scan: &scan::Scan) -> bool {
    let named = |words: [&str; 2]| {
        let mut lists = scan.names.iter();
        lists.find(|names| words.contains(&names.kind.as_str()) && names.items.len() >= 2)
    };
    let (Some(rows), Some(columns)) = (named(["rows", "row"]), named(["columns", "column"])) else {
        return false;
    };
    for (names, role) in [(rows, Role::Series), (columns, Role::Category)] {
        for &item in &names.items {
            emit(reader, item, role);
        }
    }
    true
}

/// "Mon to Fri, 9 to 12": steps that stand on the axis are no texts of their own.
fn steps_are_read(reader: &mut Reader<'_>, run: Run) {
    for at in run.0..run.1 {
        let long = at + 3 <= run.1 && is_stretch(reader, (at, at + 3));
        let len = if long {
            3
        } else {
            steps::span_of_steps(reader, at, run.1)
                .unwrap_or(usize::from(is_stretch(reader, (at, at + 1))))
        };
        if (at..at + len).all(|i| reader.uses[i] != Use::Literal) {
            reader.mark(at, at + len, Use::Described);
        }
    }
}

/// "Mon-Fri vs 9am-5pm": hours from and to stand on the axis, too.
fn hours_are_read(reader: &mut Reader<'_>, run: Run) {
    for at in run.0..run.1 {
        let time = reader.form(at) == Some(crate::forms::FormKind::Time);
        if time && reader.text(at, at + 1).contains(['-', '–']) {
            reader.mark(at, at + 1, Use::Described);
        }
    }
}

/// "…, highlight May": what is to be stressed at the end is no name of its own; returns where the figures end.
fn without_stress(reader: &mut Reader<'_>, run: Run) -> usize {
    let stress = (run.0..run.1).find(|&at| {
        matches!(
            reader.key(at),
            "highlight" | "highlighting" | "emphasize" | "emphasise" | "stress" | "accent"
        ) && at > 0
            && (reader.is_sep(at - 1) || reader.key(at - 1) == "and")
    });
    match stress.filter(|&at| !(at..run.1).any(|i| scan::is_value(reader, i))) {
        Some(at) => {
            reader.mark(at, run.1, Use::Described);
            at
        }
        None => run.1,
    }
}

/// The chart that the prompt names.
pub(super) fn kind(reader: &Reader<'_>) -> Option<ChartKind> {
    (0..reader.len())
        .filter_map(|at| crate::lexicon::lexicon().components.at(&reader.tokens, at))
        .find_map(|(_, component)| match component {
            Component::Chart(kind) => Some(*kind),
            _ => None,
        })
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
    // "centre text $2,400": what stands in the middle of a ring is no part of it.
    cells.retain(|&((from, to), value)| {
        let middle = (from..to).all(|at| {
            matches!(
                reader.key(at),
                "center" | "centre" | "middle" | "text" | "in" | "the" | "label" | "inside"
            )
        });
        if middle {
            reader.mark(from, to, Use::Described);
            emit(reader, (value, value + 1), Role::Callout);
        }
        !middle
    });
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
    let prefix = calendar_head(reader, &mut cells)
        .or_else(|| dashed_head(reader, &mut cells))
        .or_else(|| blank_head(reader, &mut cells))
        .or_else(|| topic_head(reader, &mut cells));
    let heads: Vec<Run> = scan
        .rows
        .iter()
        .filter(|row| row.cells.iter().any(|cell| cell.0.is_some()))
        .filter_map(|row| row.head)
        .collect();
    let first = cells[0].0.0;
    let before = scan
        .names
        .iter()
        .flat_map(|names| &names.items)
        .find(|run| run.1 <= first)
        .copied()
        .or(prefix);
    let untold =
        content.topic.is_none() && !reader.brief.literals.iter().any(|l| l.role == Role::Title);
    if let [head] = heads[..] {
        told_topic(reader, head, content.topic.is_some());
    } else if let (Some(lone), true) = (before, untold) {
        // "showing average rainfall: …": told in passing, it is the topic; with a capital it is a title.
        told_topic(reader, lone, false);
    }
    let mut points = Vec::new();
    let counted = units::counted_in(reader, &cells);
    for &(label, value) in &cells {
        grow_set(reader, &mut points, label, value);
        if counted {
            units::append(reader, &mut points, value + 1);
        }
    }
    Some(vec![DataSet {
        points,
        ..DataSet::default()
    }])
}

/// "energy use 2019-2023", "visitors for Mar to Aug": the steps stand on the axis; returns the words before them.
pub(super) fn before_steps(reader: &Reader<'_>, mut run: Run) -> Run {
    loop {
        let long = run.1 >= run.0 + 4 && is_stretch(reader, (run.1 - 3, run.1));
        let short = run.1 > run.0 + 1
            && (is_stretch(reader, (run.1 - 1, run.1))
                || reader.is_sep(run.1 - 1) && !reader.sep(run.1 - 1, Sep::Close));
        let lead = run.1 > run.0 + 1
            && matches!(
                crate::tokens::lower(reader.text(run.1 - 1, run.1)).as_str(),
                "from"
                    | "od"
                    | "von"
                    | "vom"
                    | "desde"
                    | "dal"
                    | "van"
                    | "с"
                    | "від"
                    | "for"
                    | "between"
            );
        match (long, short || lead) {
            (true, _) => run.1 -= 3,
            (_, true) => run.1 -= 1,
            _ => break,
        }
    }
    run
}

/// Words in lower case that lead to the figures are the topic; with a capital they are a title.
fn told_topic(reader: &mut Reader<'_>, run: Run, topical: bool) {
    let mut run = before_steps(reader, run);
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|literal| literal.role == Role::Title);
    // "der Verkäufe": the article leads in, the noun has its capital.
    while run.0 + 1 < run.1 && reader.is_lower(run.0) && is_article(reader, run.0) {
        run.0 += 1;
    }
    let small = !reader
        .text(run.0, run.1)
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| word.starts_with(char::is_uppercase));
    if small && !topical && !titled {
        let told = words(reader, run);
        // Arabic joins "of" to the word behind it.
        let arabic = reader.brief.language.0 == "ar" && told.chars().count() > 4;
        let told = told.strip_prefix('ل').filter(|_| arabic).unwrap_or(&told);
        reader.brief.subject = Some(told.to_string());
        reader.mark(run.0, run.1, Use::Topic);
    } else {
        headline(reader, run);
    }
}

fn is_article(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        crate::tokens::lower(reader.text(at, at + 1)).as_str(),
        "the"
            | "of"
            | "der"
            | "die"
            | "das"
            | "des"
            | "den"
            | "von"
            | "vom"
            | "de"
            | "du"
            | "la"
            | "le"
            | "les"
            | "el"
            | "los"
            | "las"
            | "del"
            | "di"
            | "della"
            | "dei"
            | "do"
            | "da"
            | "dos"
            | "van"
            | "het"
            | "een"
            | "für"
            | "pour"
            | "para"
            | "per"
            | "voor"
    )
}

/// A single name before all figures is the title, when there is none yet.
fn headline(reader: &mut Reader<'_>, mut head: Run) {
    // "FY24 to FY25 ($m)": the bracket closes with its title.
    let text = reader.text(head.0, head.1);
    let open = text.contains('(') && !text.contains(')');
    head.1 += usize::from(open && reader.sep(head.1, Sep::Close));
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

/// "cost of the trip — hotel 45%, food 25%": where only the first name holds a dash, what the chart is about stands before it.
fn dashed_head(reader: &Reader<'_>, cells: &mut [(Run, usize)]) -> Option<Run> {
    let (first, rest) = cells.split_first_mut()?;
    let dash = |run: Run| (run.0 + 1..run.1).find(|&at| spaced_dash(reader, at));
    let at = dash(first.0).filter(|_| rest.iter().all(|cell| dash(cell.0).is_none()))?;
    let head = trim(reader, (first.0.0, at));
    let label = trim(reader, (at + 1, first.0.1));
    if head.0 >= head.1 || label.0 >= label.1 {
        return None;
    }
    first.0 = label;
    Some(head)
}

/// "好きなスポーツ サッカー40% 野球30%": in a script without blanks, a blank inside the first name parts what the chart is about.
fn blank_head(reader: &Reader<'_>, cells: &mut [(Run, usize)]) -> Option<Run> {
    let (first, rest) = cells.split_first_mut()?;
    let blank = |run: Run| {
        (run.0 + 1..run.1)
            .rfind(|&at| reader.tokens[at - 1].span.end < reader.tokens[at].span.start)
    };
    let unspaced = reader
        .text(first.0.0, first.0.1)
        .chars()
        .any(crate::tokens::is_unspaced);
    let at =
        blank(first.0).filter(|_| unspaced && rest.iter().all(|cell| blank(cell.0).is_none()))?;
    let head = trim(reader, (first.0.0, at));
    first.0.0 = at;
    (head.0 < head.1).then_some(head)
}

/// "how I spend my day sleep 8h work 9h": where all other names are one word, the words before the first one's last
/// are what the chart is about.
fn topic_head(reader: &Reader<'_>, cells: &mut [(Run, usize)]) -> Option<Run> {
    let (first, rest) = cells.split_first_mut()?;
    let worded = |run: Run| (run.0..run.1).all(|at| reader.tokens[at].is_wordlike());
    let single = rest.len() >= 2 && rest.iter().all(|cell| cell.0.1 == cell.0.0 + 1);
    let (from, to) = first.0;
    if !single || to - from < 3 || !worded(first.0) {
        return None;
    }
    first.0 = (to - 1, to);
    Some(trim(reader, (from, to - 1)))
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
        // "red line ACME Corp": a name begins with its capital.
        let capital = (prefix.0..prefix.1).find(|&at| reader.is_capital(at));
        let prefix = capital.map_or(prefix, |at| (at, prefix.1));
        first.0 = first.1 - 1;
        return Some(prefix);
    }
    None
}
