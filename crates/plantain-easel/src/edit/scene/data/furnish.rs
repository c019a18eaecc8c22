//! What stands around the data of a chart: legend, values, lines, axis titles and the scale.

use plantain_engine::EngineError;
use plantain_read::{Component, Furnishing, LegendSide, Referent, Target};
use plantain_scene::chart::{ChartKind, ChartSpec, Goal, LegendPlace};
use plantain_scene::node::Content;

use super::number;
use crate::edit::scene::sheet::Sheet;

/// Furnishes the first chart that can have it so.
///
/// # Errors
/// [`EngineError::TargetNotLocated`] where there is no chart, [`EngineError::NothingChanged`] where every chart has it so
/// already or can have no such thing.
pub fn furnish(sheet: &mut Sheet<'_>, part: &Furnishing) -> Result<(), EngineError> {
    let charts = sheet.charts();
    if charts.is_empty() && matches!(part, Furnishing::Legend(None)) {
        return super::super::remove::remove(sheet, &map_legend());
    }
    if charts.is_empty() {
        return Err(EngineError::TargetNotLocated {
            target: "a chart".into(),
            found: sheet.found(),
        });
    }
    let mut why = String::new();
    for chart in charts {
        let Some(Content::Chart(spec)) = sheet.node_mut(&chart.id).map(|node| &mut node.content)
        else {
            continue;
        };
        match changed(spec, part) {
            Ok(done) => {
                sheet.same = vec![chart.id];
                sheet.touch();
                sheet.because(done);
                return Ok(());
            }
            Err(unfit) if why.is_empty() => why = unfit,
            Err(_) => {}
        }
    }
    Err(EngineError::NothingChanged { why })
}

/// The legend of a picture without charts, such as a map.
fn map_legend() -> Target {
    Target {
        what: Referent::Part {
            kind: Component::Legend,
            label: None,
        },
        words: "the legend".into(),
        ..Target::default()
    }
}

/// Furnishes one chart: what was done, or why it cannot be.
fn changed(spec: &mut ChartSpec, part: &Furnishing) -> Result<String, String> {
    let before = spec.clone();
    let done = match part {
        Furnishing::Legend(side) => legend(spec, *side)?,
        Furnishing::Values(on) => {
            spec.show_values = *on;
            told("The values", *on)
        }
        Furnishing::Grid(on) => grid(spec, *on)?,
        Furnishing::Trend(on) => trend(spec, *on)?,
        Furnishing::Smooth(on) => smooth(spec, *on)?,
        Furnishing::Goal(goal) => aim(spec, goal.as_ref())?,
        Furnishing::AxisTitle { upright, title } => axis_title(spec, *upright, title.as_deref())?,
        Furnishing::Range { low, high } => range(spec, *low, *high)?,
    };
    match *spec == before {
        true => Err("the chart is like that already".into()),
        false => Ok(done),
    }
}

fn told(what: &str, on: bool) -> String {
    match on {
        true => format!("{what} are shown in the chart now."),
        false => format!("{what} are gone from the chart."),
    }
}

fn is_round(kind: ChartKind) -> bool {
    matches!(kind, ChartKind::Pie | ChartKind::Donut)
}

/// Whether a chart stands on an upright axis of values, or a level one.
fn has_scale(kind: ChartKind) -> bool {
    use ChartKind as K;
    matches!(
        kind,
        K::Line
            | K::Area
            | K::StackedArea
            | K::Bar
            | K::GroupedBar
            | K::StackedBar
            | K::HorizontalBar
            | K::Histogram
            | K::Scatter
            | K::Bubble
            | K::BoxPlot
            | K::Candlestick
            | K::Waterfall
    )
}

fn no_scale() -> String {
    "a chart of this kind has no axes".into()
}

fn legend(spec: &mut ChartSpec, side: Option<LegendSide>) -> Result<String, String> {
    let named = spec.series.iter().filter(|s| !s.name.is_empty()).count() > 1;
    let Some(side) = side else {
        spec.legend = LegendPlace::None;
        return Ok("The legend is gone.".into());
    };
    if !named && !is_round(spec.chart) {
        return Err("the chart has one series only, which needs no legend".into());
    }
    spec.legend = match side {
        LegendSide::Anywhere if spec.legend != LegendPlace::None => {
            return Err("the chart has a legend already".into());
        }
        LegendSide::Anywhere if is_round(spec.chart) => LegendPlace::Right,
        LegendSide::Anywhere | LegendSide::Top => LegendPlace::Top,
        LegendSide::Bottom => LegendPlace::Bottom,
        LegendSide::Side => LegendPlace::Right,
    };
    Ok("The legend stands where it was asked for.".into())
}

fn grid(spec: &mut ChartSpec, on: bool) -> Result<String, String> {
    if !has_scale(spec.chart) {
        return Err(no_scale());
    }
    spec.gridless = !on;
    if on {
        spec.axes = true;
    } else if !spec.axes && spec.chart != ChartKind::Scatter {
        return Err("the chart has no grid lines".into());
    }
    Ok(told("The grid lines", on))
}

fn trend(spec: &mut ChartSpec, on: bool) -> Result<String, String> {
    use ChartKind as K;
    let fits = matches!(
        spec.chart,
        K::Scatter | K::Line | K::Area | K::Bar | K::Histogram
    );
    if on && !fits {
        return Err("a chart of this kind has no straight trend".into());
    }
    spec.trend = on;
    Ok(match on {
        true => "A trend line runs through the chart now.".into(),
        false => "The trend line is gone.".into(),
    })
}

fn smooth(spec: &mut ChartSpec, on: bool) -> Result<String, String> {
    use ChartKind as K;
    if !matches!(
        spec.chart,
        K::Line | K::Area | K::StackedArea | K::Sparkline
    ) {
        return Err("the chart has no line".into());
    }
    spec.smooth = on;
    Ok(match on {
        true => "The line is a smooth curve now.".into(),
        false => "The line runs straight from point to point now.".into(),
    })
}

fn aim(spec: &mut ChartSpec, goal: Option<&(String, String)>) -> Result<String, String> {
    if !has_scale(spec.chart) {
        return Err(no_scale());
    }
    let Some((name, shown)) = goal else {
        spec.goal = None;
        return Ok("The line across the chart is gone.".into());
    };
    let value = number(shown).ok_or_else(|| format!("“{shown}” is no number"))?;
    spec.goal = Some(Goal {
        value,
        shown: shown.clone(),
        name: name.clone(),
    });
    Ok(format!("A line stands at {shown} now."))
}

fn axis_title(spec: &mut ChartSpec, upright: bool, title: Option<&str>) -> Result<String, String> {
    if !has_scale(spec.chart) {
        return Err(no_scale());
    }
    let slot = match upright {
        true => &mut spec.y_title,
        false => &mut spec.x_title,
    };
    *slot = title.map(str::to_owned);
    Ok(match title {
        Some(title) => format!("The axis is titled “{title}” now."),
        None => "The title of the axis is gone.".into(),
    })
}

/// The ends of the scale; what is not told stays as near to the data as it was.
fn range(spec: &mut ChartSpec, low: Option<f64>, high: Option<f64>) -> Result<String, String> {
    if !has_scale(spec.chart) {
        return Err(no_scale());
    }
    let values = || spec.series.iter().flat_map(|s| s.values.iter().copied());
    let most = values().fold(f64::MIN, f64::max);
    let least = values().fold(f64::MAX, f64::min).min(0.0);
    let low = low.or(spec.range.map(|r| r[0])).unwrap_or(least);
    let high = high
        .or(spec.range.map(|r| r[1]))
        .unwrap_or_else(|| above(most, low));
    if high <= low {
        return Err(format!("a scale from {low} to {high} has no room"));
    }
    if most > high || values().fold(f64::MAX, f64::min) < low && spec.chart != ChartKind::Line {
        return Err(format!(
            "values lie outside a scale from {low} to {high}; change them first"
        ));
    }
    spec.range = Some([low, high]);
    spec.axes = true;
    Ok(format!("The scale runs from {low} to {high} now."))
}

/// A round number over the highest value.
fn above(most: f64, low: f64) -> f64 {
    let span = (most - low).max(f64::MIN_POSITIVE);
    let step = libm::pow(10.0, libm::log10(span / 5.0).floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|k| k * step)
        .find(|step| span / step <= 6.0)
        .unwrap_or(step * 10.0);
    low + ((span * 1.08) / step).ceil() * step
}
