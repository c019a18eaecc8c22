//! Numbers with their names, to be drawn in proportion.

use crate::forms::{is_month, is_weekday};
use crate::pairs::{is_value, number_in};
use crate::reader::Reader;
use crate::{Brief, ChartKind, Component, Constraint, DataPoint, DataSet, Genre, Role, Trend};

/// Fills `brief.data` from pairs, lists and trend words.
pub(crate) fn read(reader: &mut Reader<'_>) {
    if reader.is_scene() {
        return;
    }
    let chart = reader
        .brief
        .described
        .iter()
        .find_map(|part| match part.kind {
            Component::Chart(kind) => Some(kind),
            _ => None,
        });
    let chart = lines(reader).or(chart);
    let wanted = chart.is_some() || reader.brief.genre == Genre::Chart;
    let mut sets = std::mem::take(&mut reader.brief.data);
    if wanted && sets.is_empty() {
        sets = ratios(reader)
            .or_else(|| grouped(reader))
            .unwrap_or_default();
        if sets.is_empty() {
            sets.extend(pairs(reader));
        }
    }
    let trend = trend(reader);
    if trend.is_some() && reader.brief.genre != Genre::Chart {
        // The figures of the cards are not the curve.
        sets.clear();
    }
    if sets.is_empty() && (trend.is_some() || wanted) {
        sets.push(DataSet::default());
    }
    for set in &mut sets {
        set.chart = chart;
        set.trend = set.trend.or(trend);
    }
    if trend.is_none() && sets.iter().all(|set| set.points.is_empty()) {
        sets.clear();
    }
    reader.brief.data = sets;
}

/// "a graph with two lines": where only a chart is asked for, lines that are counted tell its form.
fn lines(reader: &mut Reader<'_>) -> Option<ChartKind> {
    let counted = reader.brief.constraints.iter().any(
        |rule| matches!(rule, Constraint::Count { of, .. } if of.trim_end_matches('s') == "line"),
    );
    let generic = |span: &crate::Span| {
        let text = reader.prompt.get(span.clone()).unwrap_or_default();
        matches!(
            text.to_lowercase().as_str(),
            "chart" | "graph" | "charts" | "graphs"
        )
    };
    let bars = Component::Chart(ChartKind::Bar);
    let at = reader
        .brief
        .described
        .iter()
        .position(|part| part.kind == bars && generic(&part.span))
        .filter(|_| counted && reader.brief.genre == Genre::Chart)?;
    reader.brief.described[at].kind = Component::Chart(ChartKind::Line);
    Some(ChartKind::Line)
}

/// Labelled values that belong to one chart: the longest run of pairs whose values have one unit.
fn pairs(reader: &Reader<'_>) -> Option<DataSet> {
    let brief = &reader.brief;
    // Each gauge has a scale of its own.
    let gauges = brief
        .described
        .iter()
        .any(|part| part.kind == Component::Chart(ChartKind::Gauge));
    let unit = |shown: &str| if gauges { String::new() } else { unit(shown) };
    let points: Vec<(String, DataPoint)> = brief
        .pairs
        .iter()
        .filter(|pair| !pair.label.is_some_and(|at| on_card(brief, at)))
        .filter_map(|pair| {
            let shown = brief.literals.get(pair.value)?.text.clone();
            let value = number_in(&shown)?;
            let label = pair
                .label
                .and_then(|at| brief.literals.get(at))
                .map_or_else(|| pair.label_text.clone(), |literal| literal.text.clone());
            Some((
                unit(&shown),
                DataPoint {
                    label,
                    value,
                    shown,
                    start: None,
                },
            ))
        })
        .collect();
    let points = if points.len() > 2 {
        after_chart(reader, points)
    } else {
        points
    };
    let mut best: &[(String, DataPoint)] = &[];
    let mut from = 0;
    for at in 1..=points.len() {
        if at == points.len() || points[at].0 != points[from].0 {
            if at - from > best.len() {
                best = &points[from..at];
            }
            from = at;
        }
    }
    (best.len() >= 2).then(|| DataSet {
        points: best.iter().map(|(_, point)| point.clone()).collect(),
        ..DataSet::default()
    })
}

/// "cards Open rate 42 %, Click rate 6.8 %; line chart": whether a text names the figure of a card, which no chart is
/// drawn from: it stands behind the word for cards and before the one for a chart.
fn on_card(brief: &Brief, at: usize) -> bool {
    let Some(place) = brief.literals.get(at).map(|literal| literal.span.start) else {
        return false;
    };
    let last = brief
        .described
        .iter()
        .filter(|part| part.span.end <= place)
        .filter(|part| matches!(part.kind, Component::Card | Component::Chart(_)))
        .max_by_key(|part| part.span.end);
    let charted = brief
        .described
        .iter()
        .any(|part| matches!(part.kind, Component::Chart(_)) && part.span.start > place);
    charted && last.is_some_and(|part| part.kind == Component::Card)
}

/// The points whose values stand behind the chart's name, when there are enough of them.
fn after_chart(reader: &Reader<'_>, points: Vec<(String, DataPoint)>) -> Vec<(String, DataPoint)> {
    let brief = &reader.brief;
    let Some(chart) = brief
        .described
        .iter()
        .find(|part| matches!(part.kind, Component::Chart(_)))
        .map(|part| part.span.start)
    else {
        return points;
    };
    let behind: Vec<bool> = brief
        .pairs
        .iter()
        .filter(|pair| !pair.label.is_some_and(|at| on_card(brief, at)))
        .filter(|pair| {
            brief
                .literals
                .get(pair.value)
                .is_some_and(|literal| number_in(&literal.text).is_some())
        })
        .map(|pair| brief.literals[pair.value].span.start > chart)
        .collect();
    if behind.len() != points.len() || behind.iter().filter(|behind| **behind).count() < 2 {
        return points;
    }
    points
        .into_iter()
        .zip(behind)
        .filter(|(_, behind)| *behind)
        .map(|(point, _)| point)
        .collect()
}

/// What stands around the digits of a value.
fn unit(shown: &str) -> String {
    shown
        .chars()
        .filter(|c| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '+' | '-' | '−' | ' ' | '\''))
        .collect()
}

/// "2025 vs 2026 … Zoo 120 150 and Aquarium 90 135": names, then as many numbers for each category.
fn grouped(reader: &Reader<'_>) -> Option<Vec<DataSet>> {
    let brief = &reader.brief;
    let texts: Vec<(usize, &str)> = brief
        .literals
        .iter()
        .enumerate()
        .map(|(at, literal)| (at, literal.text.as_str()))
        .collect();
    let names: Vec<&str> = brief
        .literals
        .iter()
        .filter(|literal| literal.role == Role::Series)
        .map(|literal| literal.text.as_str())
        .collect();
    let mut rows: Vec<(&str, Vec<&str>)> = Vec::new();
    for &(at, text) in &texts {
        if brief.literals[at].role == Role::Series {
            continue;
        }
        // A field without figures may have ranges for names.
        if is_value(text) && brief.literals[at].role != Role::Category {
            rows.last_mut()?.1.push(text);
        } else {
            rows.push((text, Vec::new()));
        }
    }
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .collect();
    let width = rows.first()?.1.len();
    if width < 2 || rows.iter().any(|(_, values)| values.len() != width) {
        return None;
    }
    let set = |column: usize| DataSet {
        name: names.get(column).map(|name| (*name).to_string()),
        points: rows
            .iter()
            .filter_map(|(label, values)| {
                Some(DataPoint {
                    label: (*label).to_string(),
                    value: number_in(values[column])?,
                    shown: values[column].to_string(),
                    start: None,
                })
            })
            .collect(),
        ..DataSet::default()
    };
    Some((0..width).map(set).collect())
}

/// `"62%"/"38%" and "29%"/"71%"`: values joined by slashes, one group for each chart, one value for each slice.
fn ratios(reader: &Reader<'_>) -> Option<Vec<DataSet>> {
    let brief = &reader.brief;
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in 1..brief.literals.len() {
        let (before, this) = (&brief.literals[at - 1], &brief.literals[at]);
        let between = reader
            .prompt
            .get(before.span.end..this.span.start)
            .unwrap_or("");
        let slash = between
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, '/' | ','))
            .eq(['/']);
        if !(slash && is_value(&before.text) && is_value(&this.text)) {
            continue;
        }
        match groups.last_mut() {
            Some(group) if group.last() == Some(&(at - 1)) => group.push(at),
            _ => groups.push(vec![at - 1, at]),
        }
    }
    let width = groups.first()?.len();
    if groups.iter().any(|group| group.len() != width) {
        return None;
    }
    let words: Vec<&str> = brief.literals[..groups[0][0]]
        .iter()
        .filter(|literal| !literal.text.ends_with('%'))
        .map(|literal| literal.text.as_str())
        .collect();
    let labels = words.len().checked_sub(width).map(|at| &words[at..])?;
    let names = words
        .len()
        .checked_sub(width + groups.len())
        .map(|at| &words[at..at + groups.len()])
        .unwrap_or_default();
    let set = |(column, group): (usize, &Vec<usize>)| DataSet {
        name: names.get(column).map(|name| (*name).to_string()),
        points: group
            .iter()
            .zip(labels)
            .filter_map(|(&at, label)| {
                let shown = brief.literals[at].text.clone();
                Some(DataPoint {
                    label: (*label).to_string(),
                    value: number_in(&shown)?,
                    shown,
                    start: None,
                })
            })
            .collect(),
        ..DataSet::default()
    };
    Some(groups.iter().enumerate().map(set).collect())
}

/// "rising", "peaks in July", "positive trend".
fn trend(reader: &Reader<'_>) -> Option<Trend> {
    for at in 0..reader.len() {
        if !reader.plain[at] && !reader.is_free(at) {
            continue;
        }
        let found = match (reader.key(at), reader.key(at + 1)) {
            (
                "rising" | "growing" | "increasing" | "climbing" | "upward" | "uptrend" | "upwards",
                _,
            ) => Trend::Rising,
            ("positive" | "up" | "growth", "trend" | "correlation" | "curve") => Trend::Rising,
            ("going" | "trending" | "goes" | "sloping", "up") => Trend::Rising,
            (
                "falling" | "declining" | "decreasing" | "dropping" | "downward" | "downtrend"
                | "shrinking" | "downwards",
                next,
            ) if next != "leaves" && next != "snow" => Trend::Falling,
            ("negative" | "down", "trend" | "correlation" | "curve") => Trend::Falling,
            ("going" | "trending" | "goes" | "sloping", "down") => Trend::Falling,
            ("flat" | "stable" | "steady", "trend" | "line" | "curve") => Trend::Flat,
            ("peak" | "peaks" | "peaking" | "highest" | "peaked" | "spike" | "spikes", _) => {
                Trend::PeakAt(place_in_series(reader, at))
            }
            (
                "dip" | "dips" | "lowest" | "bottoms" | "low" | "trough",
                "in" | "at" | "on" | "around" | "out",
            ) => Trend::LowAt(place_in_series(reader, at)),
            _ => continue,
        };
        return Some(found);
    }
    None
}

/// "peaks in July": the place of the month, weekday or quarter in its series, in thousandths.
fn place_in_series(reader: &Reader<'_>, at: usize) -> u16 {
    const MONTHS: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    const DAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let within = |index: usize, len: usize| (index * 1000 / (len - 1)) as u16;
    for next in at + 1..(at + 6).min(reader.len()) {
        let key = reader.key(next);
        let start = key.get(..3).unwrap_or(key);
        if is_month(key)
            && let Some(index) = MONTHS.iter().position(|month| *month == start)
        {
            return within(index, MONTHS.len());
        }
        if is_weekday(key)
            && let Some(index) = DAYS.iter().position(|day| *day == start)
        {
            return within(index, DAYS.len());
        }
        if let Some(quarter) = key
            .strip_prefix('q')
            .and_then(|n| n.parse::<usize>().ok())
            .filter(|n| (1..=4).contains(n))
        {
            return within(quarter - 1, 4);
        }
        match key {
            "beginning" | "start" | "morning" => return 100,
            "end" | "evening" => return 900,
            "middle" | "noon" => return 500,
            _ => {}
        }
    }
    500
}
