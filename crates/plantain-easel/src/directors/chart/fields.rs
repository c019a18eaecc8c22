//! Sample data over two axes: heat maps, candles, bubbles.

use plantain_scene::chart::{self, ChartSpec, Series};

use super::spans;
use crate::filler::Filler;
use crate::studio::Studio;

/// Returns a heat map over days and hours, or over the steps that the prompt spans.
pub(super) fn heat(base: ChartSpec, studio: &Studio<'_>, filler: &mut Filler) -> ChartSpec {
    let prompt = &studio.brief.prompt;
    let rows = spans::days_told(prompt, filler).unwrap_or_else(|| filler.weekdays().to_vec());
    let columns = spans::columns_told(prompt, filler)
        .filter(|columns| columns.len() >= 2)
        .unwrap_or_else(|| (0..12).map(|h| format!("{:02}", h * 2)).collect());
    let last = (columns.len() - 1) as f64;
    let series = rows
        .into_iter()
        .enumerate()
        .map(|(day, name)| Series {
            name,
            values: (0..columns.len())
                .map(|at| {
                    let t = at as f64 / last;
                    let wave = libm::exp(-(t - 0.62) * (t - 0.62) * 14.0)
                        + 0.4 * libm::exp(-(t - 0.36) * (t - 0.36) * 40.0);
                    let week = if day >= 5 { 0.6 } else { 1.0 };
                    (wave * week * 100.0 + f64::from(filler.rng().range(0.0, 16.0))).round()
                })
                .collect(),
            ..Series::default()
        })
        .collect();
    ChartSpec {
        labels: columns,
        series,
        ..base
    }
}

/// Returns candles that wander: each opens where the one before closed.
pub(super) fn candles(base: ChartSpec, studio: &Studio<'_>, filler: &mut Filler) -> ChartSpec {
    const STEPS: usize = 12;
    let labels = spans::told(&studio.brief.prompt, filler)
        .unwrap_or_else(|| (1..=STEPS).map(|i| i.to_string()).collect());
    let falls = matches!(
        studio.brief.data.iter().find_map(|set| set.trend),
        Some(plantain_read::Trend::Falling)
    );
    let drift = if falls { -0.9 } else { 0.9 };
    let mut open = 100.0_f64;
    let mut four = [const { Vec::new() }; 4];
    for _ in &labels {
        let mut draw = |low: f32, high: f32| f64::from(filler.rng().range(low, high));
        let close = open + drift + draw(-4.2, 4.2);
        let (top, bottom) = (draw(0.4, 2.4), draw(0.4, 2.4));
        let round = |value: f64| (value * 10.0).round() / 10.0;
        for (list, value) in
            four.iter_mut()
                .zip([open, open.max(close) + top, open.min(close) - bottom, close])
        {
            list.push(round(value));
        }
        open = close;
    }
    ChartSpec {
        labels,
        series: four
            .into_iter()
            .map(|values| Series {
                values,
                ..Series::default()
            })
            .collect(),
        axes: true,
        given: false,
        ..base
    }
}

/// Returns discs of different size, one for each name.
pub(super) fn bubbles(
    base: ChartSpec,
    studio: &Studio<'_>,
    labels: Vec<String>,
    filler: &mut Filler,
) -> ChartSpec {
    const DISCS: usize = 5;
    let n = if labels.is_empty() {
        DISCS
    } else {
        labels.len()
    };
    let mut across: Vec<f64> = (0..n)
        .map(|i| 10.0 + 80.0 * (i as f64 + 0.5) / n as f64)
        .collect();
    let mut draw = |low: f32, high: f32| f64::from(filler.rng().range(low, high)).round();
    for x in &mut across {
        *x = (*x + draw(-5.0, 5.0)).round();
    }
    let falls = studio.brief.heard().contains("negative");
    let heights = across
        .iter()
        .map(|x| if falls { 100.0 - x } else { *x })
        .map(|y| (y * 0.8 + draw(0.0, 24.0)).round())
        .collect();
    let sizes = (0..n).map(|_| draw(20.0, 90.0)).collect();
    ChartSpec {
        labels,
        series: vec![
            Series {
                values: heights,
                x: across,
                ..Series::default()
            },
            Series {
                values: sizes,
                ..Series::default()
            },
        ],
        axes: true,
        ..base
    }
}

/// The columns that a prompt spans beside rows that it names: "columns Mon to Sun, rows 6 am, 12 pm".
pub(super) fn columns_told(studio: &Studio<'_>, filler: &Filler) -> Vec<String> {
    let prompt = &studio.brief.prompt;
    spans::days_told(prompt, filler)
        .or_else(|| spans::columns_told(prompt, filler))
        .unwrap_or_default()
}

/// A heat map whose rows and columns are named; the row that the prompt calls the strongest is, and weekends are quiet where it
/// says so.
pub(super) fn field(
    rows: Vec<String>,
    columns: Vec<String>,
    studio: &Studio<'_>,
    filler: &mut Filler,
) -> ChartSpec {
    const STRONGEST: &[&str] = &[
        "darkest",
        "busiest",
        "highest",
        "strongest",
        "hottest",
        "peak",
    ];
    let heard = studio.brief.heard();
    let stressed = STRONGEST
        .iter()
        .find_map(|word| heard.find(word))
        .and_then(|at| {
            let clause = heard[..at]
                .rfind([';', '.', ','])
                .map_or(0, |mark| mark + 1);
            let told = &heard[clause..at];
            rows.iter()
                .position(|row| told.contains(&row.to_lowercase()))
        });
    let restful = [
        "weekends light",
        "weekends pale",
        "quiet weekends",
        "weekends quiet",
        "weekends calm",
    ];
    let cell = strongest_cell(&heard, STRONGEST, &rows, &columns);
    let weekend = |label: &str| {
        restful.iter().any(|words| heard.contains(words))
            && ["sat", "sun"]
                .iter()
                .any(|day| label.to_lowercase().starts_with(day))
    };
    let strength = |row: usize, column: usize| {
        let t = column as f64 / (columns.len() - 1) as f64;
        let wave = libm::exp(-(t - 0.55) * (t - 0.55) * 8.0);
        let level = match stressed {
            Some(stressed) if stressed == row => 82.0,
            Some(_) => 40.0 * wave,
            None => wave * 70.0,
        };
        if weekend(&columns[column]) {
            level * 0.3
        } else {
            level
        }
    };
    let series = rows
        .iter()
        .enumerate()
        .map(|(row, name)| Series {
            name: name.clone(),
            values: (0..columns.len())
                .map(|at| {
                    if cell == Some((row, at)) {
                        return FULL;
                    }
                    let spread = if stressed.is_some() { 12.0 } else { 30.0 };
                    (strength(row, at) + f64::from(filler.rng().range(0.0, spread))).round()
                })
                .collect(),
            ..Series::default()
        })
        .collect();
    ChartSpec {
        chart: chart::ChartKind::HeatMap,
        given: true,
        labels: columns.clone(),
        ticks: scale_ends(&studio.brief.prompt),
        series,
        ..ChartSpec::default()
    }
}

/// The value of the cell that a prompt calls the strongest; all others stay below it.
const FULL: f64 = 112.0;

/// "busiest cell is Mon 9am": the row and the column that are both named behind the word for the strongest.
fn strongest_cell(
    heard: &str,
    strongest: &[&str],
    rows: &[String],
    columns: &[String],
) -> Option<(usize, usize)> {
    let from = strongest.iter().find_map(|word| heard.find(word))?;
    let end = heard[from..]
        .find([';', '.', ','])
        .map_or(heard.len(), |mark| from + mark);
    let words: Vec<&str> = heard[from..end].split_whitespace().collect();
    let named = |names: &[String]| {
        names
            .iter()
            .position(|name| words.contains(&name.to_lowercase().as_str()))
    };
    Some((named(rows)?, named(columns)?))
}

/// "legend Low to High": the words at both ends of the scale.
fn scale_ends(prompt: &str) -> Vec<String> {
    const WORD_MAX: usize = 16;
    let lower = prompt.to_lowercase();
    let Some(behind) = lower
        .find("legend")
        .and_then(|at| prompt.get(at + "legend".len()..))
    else {
        return Vec::new();
    };
    let behind = behind.trim_start_matches([' ', ':', '"', '\'']);
    let behind = behind.strip_prefix("from ").unwrap_or(behind);
    let clause = behind
        .split(['.', ',', ';', '\n'])
        .next()
        .unwrap_or_default();
    let bare = |text: &str| text.trim_matches(['"', '\'', ' ']).to_owned();
    match clause.split_once(" to ") {
        Some((low, high)) if low.len() <= WORD_MAX && high.len() <= WORD_MAX => {
            vec![bare(low), bare(high)]
        }
        _ => Vec::new(),
    }
}
