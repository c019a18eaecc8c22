//! From a chart to primitive nodes.

use std::borrow::Cow;

use super::geometry::Area;
use super::pen::Pen;
use super::{
    ChartKind, ChartSpec, bars, funnel, gantt, heat, layers, line, packed, paired, pie, polar,
    ranges, rows, scatter, treemap, waterfall,
};
use crate::node::Node;
use crate::text::TextMeasure;
use crate::theme::Theme;

/// Most points of a series that are drawn; what is beyond is left out.
pub const POINTS_MAX: usize = 2_000;
/// Most series that are drawn.
pub const SERIES_MAX: usize = 64;
/// Text sizes that are tried, as parts of the wanted one, until every needed text has a place.
const SHRINKS: [f32; 6] = [1.0, 0.93, 0.86, 0.8, 0.72, 0.64];
/// A box with a side below this holds no chart.
const SIDE_MIN: f32 = 4.0;

/// Returns the nodes that draw `spec` in a box of `w` by `h` logical units, placed absolutely in that box.
///
/// No text leaves the box or touches another one. Tick labels give way when space is short; texts that were asked for make
/// the chart's text smaller instead, and [`missing`] counts those for which even that was not enough.
pub fn expand(
    spec: &ChartSpec,
    w: f32,
    h: f32,
    theme: &Theme,
    measure: &mut dyn TextMeasure,
) -> Vec<Node> {
    best(spec, w, h, theme, measure).0
}

/// Returns how many of the texts that were asked for do not fit a box of `w` by `h` at the smallest text size.
pub fn missing(
    spec: &ChartSpec,
    w: f32,
    h: f32,
    theme: &Theme,
    measure: &mut dyn TextMeasure,
) -> usize {
    best(spec, w, h, theme, measure).1
}

fn best(
    spec: &ChartSpec,
    w: f32,
    h: f32,
    theme: &Theme,
    measure: &mut dyn TextMeasure,
) -> (Vec<Node>, usize) {
    if !(w.is_finite() && h.is_finite() && w >= SIDE_MIN && h >= SIDE_MIN) {
        return (Vec::new(), 0);
    }
    let spec = limited(spec);
    let mut best: Option<(Vec<Node>, usize)> = None;
    for shrink in SHRINKS {
        let mut pen = Pen::new(
            &spec,
            Area::new(0.0, 0.0, w, h),
            shrink,
            theme,
            &mut *measure,
        );
        draw(&mut pen);
        let (nodes, missing) = pen.finish();
        if missing == 0 {
            return (nodes, 0);
        }
        if best.as_ref().is_none_or(|(_, fewest)| missing < *fewest) {
            best = Some((nodes, missing));
        }
    }
    best.unwrap_or_default()
}

fn draw(pen: &mut Pen<'_>) {
    match pen.spec.chart {
        ChartKind::Line | ChartKind::Area => line::draw(pen),
        ChartKind::StackedArea => layers::draw(pen),
        ChartKind::Sparkline => line::sparkline(pen),
        ChartKind::Bar | ChartKind::GroupedBar | ChartKind::StackedBar | ChartKind::Histogram => {
            bars::draw(pen)
        }
        ChartKind::HorizontalBar => rows::bars(pen),
        ChartKind::Progress => rows::progress(pen),
        ChartKind::Pie | ChartKind::Donut => pie::draw(pen),
        ChartKind::Gauge => polar::gauge(pen),
        ChartKind::Radar => polar::radar(pen),
        ChartKind::Scatter => scatter::draw(pen),
        ChartKind::Funnel => funnel::draw(pen),
        ChartKind::HeatMap => heat::draw(pen),
        ChartKind::Waterfall => waterfall::draw(pen),
        ChartKind::Gantt => gantt::draw(pen),
        ChartKind::BoxPlot => ranges::boxes(pen),
        ChartKind::Bubble if packs(pen.spec) => packed::draw(pen),
        ChartKind::Bubble => ranges::bubbles(pen),
        ChartKind::Candlestick => ranges::candles(pen),
        ChartKind::Treemap => treemap::draw(pen),
        ChartKind::Bullet => paired::bullets(pen),
        ChartKind::Pyramid => paired::back_to_back(pen),
    }
}

/// Returns the chart with numbers that can be drawn and no more of them than the limits allow.
fn limited(spec: &ChartSpec) -> Cow<'_, ChartSpec> {
    let fits = spec.series.len() <= SERIES_MAX
        && spec.labels.len() <= POINTS_MAX
        && spec.series.iter().all(|s| {
            s.values.len() <= POINTS_MAX && s.values.iter().chain(&s.x).all(|v| v.is_finite())
        });
    if fits {
        return Cow::Borrowed(spec);
    }
    let mut spec = spec.clone();
    spec.series.truncate(SERIES_MAX);
    spec.labels.truncate(POINTS_MAX);
    for series in &mut spec.series {
        series.values.truncate(POINTS_MAX);
        series.x.truncate(POINTS_MAX);
        for value in series.values.iter_mut().chain(&mut series.x) {
            *value = super::scale::finite(*value);
        }
    }
    Cow::Owned(spec)
}

/// Whether bubbles have one figure each, and no place on axes.
fn packs(spec: &ChartSpec) -> bool {
    matches!(spec.series.as_slice(), [only] if only.x.is_empty())
}
