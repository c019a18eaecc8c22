//! Charts: data, how it is shown, and [`expand`], which turns both into primitive nodes.
//!
//! One file a family of charts. All of them write through [`pen::Pen`], which keeps texts inside the box and apart from
//! each other.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::color::Color;

mod axes;
mod bars;
mod callout;
mod curve;
mod expand;
mod funnel;
mod gantt;
mod geometry;
mod goal;
mod heat;
mod layers;
mod legend;
mod line;
mod number;
mod packed;
mod paired;
mod pen;
mod pie;
mod polar;
mod ranges;
mod rows;
mod scale;
mod scatter;
#[cfg(test)]
mod tests;
mod treemap;
mod trend;
mod waterfall;

pub use expand::{POINTS_MAX, SERIES_MAX, expand, missing};
pub use pie::SliceAngles;

/// A chart with its data. It fills the node's box; titles and cards around it are ordinary nodes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ChartSpec {
    pub chart: ChartKind,
    /// Categories along the first axis, slices, spokes, rows: as printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    pub series: Vec<Series>,
    /// Number format of axis ticks and of values that carry no text of their own.
    #[serde(skip_serializing_if = "Format::is_plain")]
    pub format: Format,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub y_title: Option<String>,
    /// Print each value at its mark.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub show_values: bool,
    /// Tick labels and grid lines.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub axes: bool,
    /// No lines at the ticks.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub gridless: bool,
    #[serde(skip_serializing_if = "LegendPlace::is_none")]
    pub legend: LegendPlace,
    /// Big text in the middle of a donut or gauge, and the small line under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub center: Option<[String; 2]>,
    /// Fills the hole of a donut.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub center_fill: Option<Color>,
    /// Index of a point to be stressed: the last day, today's bar, the biggest slice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub highlight: Option<usize>,
    /// Text of a callout at the highlighted point: small line, strong line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub callout: Option<[String; 2]>,
    /// Smooth curves through the points; in a funnel, stages that narrow to the next one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub smooth: bool,
    /// Text size in logical units; 0 means 12.
    #[serde(skip_serializing_if = "is_zero")]
    pub text_size: f32,
    /// A straight trend line through dots, points or bars.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub trend: bool,
    /// Labels, names, printed values and titles were asked for word by word: none may be left out, all are literals.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub given: bool,
    /// Labels along the first axis where `labels` names rows (Gantt).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ticks: Vec<String>,
    /// Lowest and highest value of the scale, where the data shall not decide (a gauge from 0 to 5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
    /// A line across bars and curves at a value that is aimed at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<Goal>,
    /// A gauge shows its value by a hand from the middle.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub needle: bool,
    /// What the chart stands on; the surface when absent. Gaps and halos take this colour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<Color>,
}

/// A value that is aimed at, with its words as printed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Goal {
    pub value: f64,
    pub shown: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// One series of numbers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Series {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub values: Vec<f64>,
    /// First coordinates of a scatter plot, starts of a Gantt chart; same length as `values`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub x: Vec<f64>,
    /// Values as they are to be printed, where that differs from `format`; same length as `values`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,
    /// One colour a point (slices, highlighted bars).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub colors: Vec<Color>,
    /// Drawn behind and paler, for comparison.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    #[default]
    Line,
    Area,
    /// Areas one upon the other.
    StackedArea,
    Bar,
    GroupedBar,
    StackedBar,
    HorizontalBar,
    Histogram,
    Pie,
    Donut,
    Scatter,
    Gauge,
    /// Rows of labelled progress bars.
    Progress,
    Radar,
    Funnel,
    HeatMap,
    Waterfall,
    Gantt,
    Sparkline,
    /// Five series: least, first quartile, median, third quartile, greatest.
    BoxPlot,
    /// Dots as in a scatter plot; the second series holds their sizes, `labels` their names. A single series without `x` holds the
    /// sizes of bubbles that lie side by side.
    Bubble,
    /// Four series: opening, highest, lowest, closing.
    Candlestick,
    Treemap,
    /// Two series: what was reached, what was aimed at.
    Bullet,
    /// Two series back to back.
    Pyramid,
}

/// How numbers are written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Format {
    /// "$", "€".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// "%", " kWh", " €".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub suffix: String,
    /// Decimal comma and thin thousands, as on the European continent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub comma: bool,
    /// Shorten thousands to k and millions to M.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub short: bool,
    /// Group separator instead of the usual one: "." in German and Spanish, "'" in Switzerland.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// Nought of the script in which numbers are written, "٠" or "०"; western digits when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nought: Option<char>,
}

impl Format {
    fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LegendPlace {
    #[default]
    None,
    Top,
    Bottom,
    Right,
}

impl LegendPlace {
    fn is_none(&self) -> bool {
        *self == Self::None
    }
}

fn is_zero(value: &f32) -> bool {
    *value == 0.0
}
