//! Charts of given data, values printed as written.

use plantain_read::{ChartKind, DataPoint, DataSet};
use plantain_scene::chart::{self, ChartSpec, LegendPlace, Series};
use plantain_scene::color::Token;

use super::plan;
use super::specs::is_round;
use crate::directors::inventory::{comma, drawn_kind};
use crate::directors::planner::names::{abbreviated, names, short};
use crate::filler::Figure;
use crate::studio::Studio;

/// Returns the charts of the data: one with all sets, or one for each where they do not share their labels.
pub(super) fn charts(
    sets: &[DataSet],
    kind: ChartKind,
    studio: &Studio<'_>,
) -> Vec<(Option<String>, ChartSpec)> {
    let mut own = in_language(sets, studio);
    own.iter_mut().for_each(share_unit);
    own.iter_mut().for_each(bare_slices);
    let sets = own.as_slice();
    match kind {
        ChartKind::BoxPlot => vec![(None, figures(sets, kind, &BOX, studio))],
        ChartKind::Candlestick => vec![(None, figures(sets, kind, &CANDLE, studio))],
        ChartKind::Bubble if sets.len() > 1 => vec![(None, bubbles(sets, studio))],
        ChartKind::Gantt => {
            let base = spec_of(&sets[0], kind, studio);
            vec![(None, plan::gantt(&sets[0], base, studio))]
        }
        ChartKind::Gauge if sets.len() == 1 && sets[0].points.len() > 1 => dials(&sets[0], studio),
        ChartKind::StackedBar if sets.len() == 1 && is_one_bar(studio) => {
            vec![(None, one_bar(&sets[0], studio))]
        }
        _ if is_round(drawn_kind(kind)) || !same_labels(sets) => sets
            .iter()
            .map(|set| (set.name.clone(), spec_of(set, kind, studio)))
            .collect(),
        _ => vec![(None, joined(sets, kind, studio))],
    }
}

/// Returns a gauge for each figure of a set, its name as the title.
fn dials(set: &DataSet, studio: &Studio<'_>) -> Vec<(Option<String>, ChartSpec)> {
    let differ = super::tints::differ(&studio.brief.prompt);
    let dial = |(n, point): (usize, &DataPoint)| {
        let figure = Figure::read(&point.shown, comma(studio.brief))?;
        let mut spec = super::gauges::gauge(studio, &figure, &point.shown, "");
        if let Some(series) = spec.series.first_mut().filter(|_| differ) {
            series.colors = vec![Token::Series((n % 8) as u8).into()];
        }
        Some((Some(point.label.clone()), spec))
    };
    set.points.iter().enumerate().filter_map(dial).collect()
}

/// Whether all figures are parts of one bar: "stacked bar, one bar only".
fn is_one_bar(studio: &Studio<'_>) -> bool {
    let heard = studio.brief.heard();
    [
        "one bar",
        "single bar",
        "one stacked bar",
        "single stacked bar",
        "one column",
    ]
    .iter()
    .any(|words| heard.contains(words))
}

/// Returns one bar whose parts are the points of a set, told in the legend.
fn one_bar(set: &DataSet, studio: &Studio<'_>) -> ChartSpec {
    let base = spec_of(set, ChartKind::StackedBar, studio);
    let series = set.points.iter().map(|point| Series {
        name: point.label.clone(),
        values: vec![point.value],
        shown: vec![point.shown.clone()],
        ..Series::default()
    });
    ChartSpec {
        labels: vec![String::new()],
        series: series.collect(),
        legend: LegendPlace::Top,
        highlight: None,
        ..base
    }
}

/// "slices rent 45%, food 20%": the word for all of them is no part of the first name.
fn bare_slices(set: &mut DataSet) {
    let Some(first) = set.points.first_mut() else {
        return;
    };
    let lower = first.label.to_lowercase();
    let lead = ["slices ", "segments ", "wedges "]
        .iter()
        .find(|lead| lower.starts_with(**lead));
    if let Some(lead) = lead {
        first.label = crate::components::pitch::capital(&first.label[lead.len()..]);
    }
}

/// "A 3, B 5, C 8 kg": a unit that only the last value carries is that of all.
fn share_unit(set: &mut DataSet) {
    let bare = |shown: &str| {
        shown
            .chars()
            .all(|c| c.is_ascii_digit() || ".,".contains(c))
    };
    let Some((last, others)) = set.points.split_last_mut() else {
        return;
    };
    let Some(digit) = last.shown.rfind(|c: char| c.is_ascii_digit()) else {
        return;
    };
    let (figure, unit) = last.shown.split_at(digit + 1);
    if !unit.trim().is_empty() && bare(figure) && others.iter().all(|point| bare(&point.shown)) {
        others.iter_mut().for_each(|point| point.shown += unit);
    }
}

/// Steps of time that the prompt only spans ("enero a junio") are told in its own language.
fn in_language(sets: &[DataSet], studio: &Studio<'_>) -> Vec<DataSet> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let language = studio.brief.language.0.as_str();
    let (months, _) = names(language);
    let mut sets = sets.to_vec();
    if language == "en" {
        return sets;
    }
    for point in sets.iter_mut().flat_map(|set| &mut set.points) {
        let label = point.label.as_str();
        if studio
            .brief
            .literals
            .iter()
            .any(|literal| literal.text == label)
        {
            continue;
        }
        let month = MONTHS.iter().position(|name| *name == label);
        let day = DAYS.iter().position(|name| *name == label);
        let day = day.map(|at| abbreviated(language, at as u32).to_owned());
        if let Some(name) = month.map(|at| short(months[at], 3)).or(day) {
            point.label = name;
        }
    }
    sets
}

/// The five figures of a box, and words for each.
const BOX: [&[&str]; 5] = [
    &["min", "minimum", "low", "lowest"],
    &["q1", "lower", "first"],
    &["median", "med", "q2", "mid"],
    &["q3", "upper", "third"],
    &["max", "maximum", "high", "highest"],
];

/// The four figures of a candle.
const CANDLE: [&[&str]; 4] = [
    &["open", "o"],
    &["high", "h"],
    &["low", "l"],
    &["close", "c"],
];

/// Returns the chart whose series are the named figures of each set; unnamed ones count by their place.
fn figures(sets: &[DataSet], kind: ChartKind, names: &[&[&str]], studio: &Studio<'_>) -> ChartSpec {
    let base = spec_of(&sets[0], kind, studio);
    let pick = |set: &DataSet, at: usize| -> Option<DataPoint> {
        let named = set.points.iter().find(|point| {
            let label = point.label.to_lowercase();
            names[at].contains(&label.as_str())
        });
        named.or_else(|| set.points.get(at)).cloned()
    };
    let series = (0..names.len())
        .map(|at| {
            let points: Vec<DataPoint> = sets.iter().filter_map(|set| pick(set, at)).collect();
            Series {
                values: points.iter().map(|point| point.value).collect(),
                shown: points.iter().map(|point| point.shown.clone()).collect(),
                ..Series::default()
            }
        })
        .collect();
    ChartSpec {
        labels: sets
            .iter()
            .map(|set| set.name.clone().unwrap_or_default())
            .collect(),
        series,
        axes: true,
        ..base
    }
}

/// Returns dots of given size: the first figure of a set is its place across, the second its height, the third its size.
fn bubbles(sets: &[DataSet], studio: &Studio<'_>) -> ChartSpec {
    let base = spec_of(&sets[0], ChartKind::Bubble, studio);
    let figure = |at: usize| -> Vec<f64> {
        sets.iter()
            .map(|set| set.points.get(at).map_or(0.0, |point| point.value))
            .collect()
    };
    let mut series = vec![Series {
        x: figure(0),
        values: figure(1),
        ..Series::default()
    }];
    if sets.iter().all(|set| set.points.len() > 2) {
        series.push(Series {
            values: figure(2),
            ..Series::default()
        });
    }
    ChartSpec {
        labels: sets
            .iter()
            .map(|set| set.name.clone().unwrap_or_default())
            .collect(),
        series,
        axes: true,
        format: chart::Format::default(),
        ..base
    }
}

fn same_labels(sets: &[DataSet]) -> bool {
    sets.windows(2).all(|pair| {
        pair[0].points.len() == pair[1].points.len()
            && pair[0]
                .points
                .iter()
                .zip(&pair[1].points)
                .all(|(a, b)| a.label == b.label)
    })
}

/// Returns one chart with a series for each data set.
fn joined(sets: &[DataSet], kind: ChartKind, studio: &Studio<'_>) -> ChartSpec {
    let mut spec = spec_of(&sets[0], kind, studio);
    if sets.len() > 1 {
        spec.series = sets.iter().map(series_of).collect();
        spec.legend = LegendPlace::Top;
        if matches!(spec.chart, chart::ChartKind::Bullet) {
            spec.legend = LegendPlace::None;
        }
        if spec.chart == chart::ChartKind::Pyramid {
            spec.legend = LegendPlace::None;
        }
        if spec.chart == chart::ChartKind::Bar {
            spec.chart = chart::ChartKind::GroupedBar;
        }
        spec.highlight = None;
    }
    spec
}

fn series_of(set: &DataSet) -> Series {
    Series {
        name: set.name.clone().unwrap_or_default(),
        values: set.points.iter().map(|p| p.value).collect(),
        shown: set.points.iter().map(|p| p.shown.clone()).collect(),
        ..Series::default()
    }
}

/// Returns the chart of one data set, values printed as given.
fn spec_of(set: &DataSet, kind: ChartKind, studio: &Studio<'_>) -> ChartSpec {
    let mut kind = drawn_kind(kind);
    let longest = set
        .points
        .iter()
        .map(|p| p.label.chars().count())
        .max()
        .unwrap_or(0);
    // Long names stand beside bars, not under them.
    if kind == chart::ChartKind::Bar
        && (longest > 22 || longest * set.points.len() > 130 || studio.ratio() < 0.7 && longest > 8)
    {
        kind = chart::ChartKind::HorizontalBar;
    }
    let mut series = series_of(set);
    series.name.clear();
    let format = set
        .points
        .iter()
        .find_map(|p| Figure::read(&p.shown, comma(studio.brief)))
        .map(|f| f.format)
        .unwrap_or_default();
    let lined = matches!(kind, chart::ChartKind::Line | chart::ChartKind::Area);
    if set.points.iter().all(|point| point.start.is_some()) {
        series.x = set.points.iter().filter_map(|point| point.start).collect();
    } else if kind == chart::ChartKind::Gantt {
        series.x = set
            .points
            .iter()
            .scan(0.0, |sum, p| Some(std::mem::replace(sum, *sum + p.value)))
            .collect();
    }
    // "18/20": what is told of a whole is drawn as its share.
    let shares =
        kind == chart::ChartKind::Progress && set.points.iter().all(|p| p.shown.contains('/'));
    ChartSpec {
        chart: kind,
        range: shares.then_some([0.0, 100.0]),
        labels: set.points.iter().map(|p| p.label.clone()).collect(),
        series: vec![series],
        format,
        show_values: true,
        axes: lined
            || matches!(
                kind,
                chart::ChartKind::Histogram | chart::ChartKind::Scatter
            ),
        given: true,
        highlight: super::stress::stressed(set, &studio.brief.heard()),
        ..ChartSpec::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_behind_the_last_value_is_that_of_all() {
        for (shown, want) in [
            (["3", "5", "8 kg"], ["3 kg", "5 kg", "8 kg"]),
            (["40", "35", "25%"], ["40%", "35%", "25%"]),
            (["3", "5", "8"], ["3", "5", "8"]),
            (["3 h", "5", "8 kg"], ["3 h", "5", "8 kg"]),
        ] {
            let point = |shown: &str| DataPoint {
                label: String::new(),
                value: 0.0,
                shown: shown.to_owned(),
                start: None,
            };
            let mut set = DataSet {
                points: shown.iter().map(|shown| point(shown)).collect(),
                ..DataSet::default()
            };
            share_unit(&mut set);
            let got: Vec<&str> = set.points.iter().map(|p| p.shown.as_str()).collect();
            assert_eq!(got, want);
        }
    }
}
