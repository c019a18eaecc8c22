//! Charts on an app screen about anything: what the prompt gives of them, else a believable course.

use plantain_read::{ChartKind as Asked, Component, DataSet};
use plantain_scene::build::chart;
use plantain_scene::chart::{ChartKind, ChartSpec, Series};

use super::Screen;
use crate::components::ui::supply::capital;
use crate::components::ui::{Block, Supply, Type, Word};

/// Points of a course that the prompt does not tell.
const POINTS_USUAL: usize = 6;
/// Height of a plot, in points.
const PLOT: f32 = 150.0;

/// A card for every chart that the prompt describes.
pub(super) fn cards(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Vec<Block> {
    let brief = supply.brief();
    let charts: Vec<(ChartKind, String)> = brief
        .described
        .iter()
        .filter_map(|part| match part.kind {
            Component::Chart(kind) => Some((drawn(kind)?, part.words.clone())),
            _ => None,
        })
        .collect();
    charts
        .into_iter()
        .enumerate()
        .filter_map(|(n, (kind, words))| card(scr, supply, kind, &words, n))
        .collect()
}

/// Whether the points are figures that stand under their names elsewhere on the screen.
fn is_paired(supply: &Supply<'_>, data: &DataSet) -> bool {
    let brief = supply.brief();
    data.points.iter().all(|point| {
        brief.pairs.iter().any(|pair| {
            brief.literals[pair.value].text == point.shown
                && pair.label_text.eq_ignore_ascii_case(&point.label)
        })
    })
}

/// The form of a chart on a narrow screen; rings and bars of progress have parts of their own.
fn drawn(kind: Asked) -> Option<ChartKind> {
    match kind {
        Asked::Line | Asked::Sparkline => Some(ChartKind::Line),
        Asked::Area | Asked::StackedArea => Some(ChartKind::Area),
        Asked::Bar | Asked::GroupedBar | Asked::StackedBar | Asked::Histogram => {
            Some(ChartKind::Bar)
        }
        Asked::HorizontalBar => Some(ChartKind::HorizontalBar),
        _ => None,
    }
}

fn card(
    scr: &Screen<'_>,
    supply: &mut Supply<'_>,
    kind: ChartKind,
    words: &str,
    n: usize,
) -> Option<Block> {
    let kit = &scr.kit;
    let data = supply
        .brief()
        .data
        .iter()
        // Figures that have names of their own beside the chart are not its course.
        .filter(|data| data.points.len() >= 2 && !is_paired(supply, data))
        .nth(n);
    let given = data.is_some();
    if !given && !kit.filler {
        return None;
    }
    let mut shown = Vec::new();
    let (labels, values): (Vec<String>, Vec<f64>) = match data {
        Some(data) => {
            shown = data.points.iter().map(|p| p.shown.clone()).collect();
            let points = data.points.clone();
            for point in &points {
                // What the chart prints is set nowhere else.
                for text in [&point.label, &point.shown] {
                    supply.find(|_, other| other == text);
                }
            }
            points.into_iter().map(|p| (p.label, p.value)).unzip()
        }
        None => sample(scr, words, (n, initials(supply))),
    };
    // Letters along the axis were asked for.
    let literal_labels = !given
        && labels
            .iter()
            .all(|label| label.chars().count() == 1 && !label.starts_with(char::is_numeric));
    let last = values.len().checked_sub(1);
    let plain = words.replace("chart", "").replace("graph", "");
    let title = plain.trim();
    let spec = ChartSpec {
        chart: kind,
        labels,
        highlight: last,
        smooth: true,
        show_values: given,
        given,
        series: vec![Series {
            values,
            shown,
            ..Series::default()
        }],
        text_size: kit.size(Type::Caption).max(11.0),
        ..ChartSpec::default()
    };
    let labelled = given || literal_labels;
    let plot = chart(spec)
        .role("chart")
        .fill_w()
        .grow(1.0)
        .min_h(kit.u(PLOT * 0.8))
        .literal(labelled);
    let mut card = kit.card().gap(kit.u(12.0));
    let mut h = kit.u(32.0 + PLOT);
    if !title.is_empty() {
        let head = Word::built(capital(title));
        card = card.child(kit.section(&head, None));
        h += kit.line(Type::Heading) + kit.u(12.0);
    }
    let card = card.child(plot);
    Some(if labelled {
        Block::must(card, h).stretch(kit.u(90.0))
    } else {
        Block::must(card.filler(), h).stretch(kit.u(90.0))
    })
}

/// Takes single letters in a row ("M T W T F S S"): they stand along the axis.
fn initials(supply: &mut Supply<'_>) -> Vec<String> {
    const LETTERS_MIN: usize = 5;
    let single = |text: &str| text.chars().count() == 1 && text.chars().all(char::is_alphabetic);
    let count = supply
        .brief()
        .literals
        .iter()
        .filter(|literal| single(&literal.text))
        .count();
    if count < LETTERS_MIN {
        return Vec::new();
    }
    std::iter::from_fn(|| supply.find(|_, text| single(text)))
        .map(|word| word.text)
        .collect()
}

/// A course with the labels that its words speak of.
fn sample(
    scr: &Screen<'_>,
    words: &str,
    (n, told): (usize, Vec<String>),
) -> (Vec<String>, Vec<f64>) {
    let says = |names: &[&str]| names.iter().any(|name| words.contains(name));
    let labels: Vec<String> = if !told.is_empty() {
        told
    } else if says(&["month", "year"]) {
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
            .map(String::from)
            .to_vec()
    } else if says(&["hour", "today"]) {
        ["6", "9", "12", "15", "18", "21"]
            .map(|hour| format!("{hour}:00"))
            .to_vec()
    } else if says(&["km", "mile", "lap", "split", "set"]) {
        (1..=POINTS_USUAL).map(|n| n.to_string()).collect()
    } else {
        scr.kit.tongue.weekdays().map(String::from).to_vec()
    };
    let mut rng = scr.rng.fork(&format!("plot {n}"));
    let shape = [0.62, 0.74, 0.69, 0.85, 0.78, 0.94, 0.9];
    let values = (0..labels.len())
        .map(|at| 100.0 * shape[at % shape.len()] + f64::from(rng.range(-6.0, 6.0)))
        .collect();
    (labels, values)
}
