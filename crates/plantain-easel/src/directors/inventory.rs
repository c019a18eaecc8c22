//! What a data screen or a chart has to show: the brief's literals sorted into title, figures, data sets and the rest.

mod courses;
mod period;
mod sorter;

use plantain_read::{Brief, ChartKind, DataSet};
use plantain_scene::chart;

use crate::filler::Figure;
use sorter::Sorter;

pub use period::{Period, period};

/// A label with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairing {
    pub label: String,
    pub label_literal: bool,
    pub value: String,
    /// How it changed, as told right behind it ("(+12%)", "up 8% from May").
    pub change: Option<String>,
    /// What introduced the list it stands in ("holding"), or empty.
    pub list: String,
}

impl Pairing {
    /// Returns the number in the value.
    pub fn figure(&self, comma: bool) -> Option<Figure> {
        Figure::read(&self.value, comma)
    }

    /// Returns whether the value tells a change ("+3.2%").
    pub fn is_change(&self) -> bool {
        self.figure(false)
            .is_some_and(|f| f.signed && f.is_percent())
    }
}

/// The brief's content, each literal in one place.
#[derive(Debug, Clone, Default)]
pub struct Inventory {
    pub title: Option<String>,
    pub subtitle: Option<String>,
    /// Figures that are no data of a chart, in reading order.
    pub stats: Vec<Pairing>,
    /// Data to be drawn in proportion, all of it given.
    pub sets: Vec<DataSet>,
    /// Axis titles: first axis, second axis.
    pub axes: Vec<String>,
    /// Names of charts or series that stand apart from the data.
    pub names: Vec<String>,
    /// Category labels without values ("Mon", "Tue").
    pub labels: Vec<String>,
    /// The last or stressed value, when it is given beside the data ("last value $121").
    pub callout: Option<String>,
    pub columns: Vec<String>,
    pub tabs: Vec<String>,
    pub buttons: Vec<String>,
    /// Literals that found no other place.
    pub rest: Vec<String>,
    /// Kinds of chart that were asked for, in order.
    pub kinds: Vec<ChartKind>,
}

impl Inventory {
    pub fn of(brief: &Brief) -> Self {
        Sorter::new(brief).sort()
    }

    /// Returns the kind of chart that leads, if one was named.
    pub fn lead(&self) -> Option<ChartKind> {
        self.kinds.first().copied()
    }
}

/// Returns whether the brief's language writes a decimal comma.
pub fn comma(brief: &Brief) -> bool {
    matches!(
        brief.language.0.as_str(),
        "es" | "fr" | "de" | "pt" | "it" | "nl" | "ru" | "pl" | "sv" | "tr"
    )
}

/// Returns the drawn kind for a kind that was read.
pub fn drawn_kind(kind: ChartKind) -> chart::ChartKind {
    match kind {
        ChartKind::Line => chart::ChartKind::Line,
        ChartKind::Area => chart::ChartKind::Area,
        ChartKind::StackedArea => chart::ChartKind::StackedArea,
        ChartKind::Bar => chart::ChartKind::Bar,
        ChartKind::GroupedBar => chart::ChartKind::GroupedBar,
        ChartKind::StackedBar => chart::ChartKind::StackedBar,
        ChartKind::HorizontalBar => chart::ChartKind::HorizontalBar,
        ChartKind::Histogram => chart::ChartKind::Histogram,
        ChartKind::Pie => chart::ChartKind::Pie,
        ChartKind::Donut => chart::ChartKind::Donut,
        ChartKind::Scatter => chart::ChartKind::Scatter,
        ChartKind::Gauge => chart::ChartKind::Gauge,
        ChartKind::Progress => chart::ChartKind::Progress,
        ChartKind::Radar => chart::ChartKind::Radar,
        ChartKind::Funnel => chart::ChartKind::Funnel,
        ChartKind::HeatMap => chart::ChartKind::HeatMap,
        ChartKind::Waterfall => chart::ChartKind::Waterfall,
        ChartKind::Gantt => chart::ChartKind::Gantt,
        ChartKind::Sparkline => chart::ChartKind::Sparkline,
        ChartKind::BoxPlot => chart::ChartKind::BoxPlot,
        ChartKind::Bubble => chart::ChartKind::Bubble,
        ChartKind::Candlestick => chart::ChartKind::Candlestick,
        ChartKind::Treemap => chart::ChartKind::Treemap,
        ChartKind::Bullet => chart::ChartKind::Bullet,
        ChartKind::Pyramid => chart::ChartKind::Pyramid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inventory(prompt: &str) -> Inventory {
        Inventory::of(&plantain_read::read(prompt))
    }

    #[test]
    fn every_literal_has_one_place() {
        for prompt in [
            "A product dashboard UI screenshot showing monthly revenue $48,200 with a line chart, clean minimal design",
            "sales dashboard, title 'Q3 Sales Overview'. donut chart: 'North' '40%', 'South' '25%', 'East' '20%', 'West' '15%'",
            "Crypto portfolio screen. Total \"$23,910.55\". Holdings: \"BTC\" \"0.31\", \"ETH\" \"2.75\". 24h change \"+3.2%\"",
            "waterfall chart: Start 100, Sales +60, Costs -45, Tax -10, End 105",
            "two pies side by side titled \"2016\" and \"2026\", slices \"Desktop\" and \"Mobile\": \"62%\"/\"38%\" and \"29%\"/\"71%\"",
        ] {
            let brief = plantain_read::read(prompt);
            let got = inventory(prompt);
            let mut all: Vec<String> = got
                .title
                .iter()
                .chain(&got.subtitle)
                .chain(&got.callout)
                .cloned()
                .collect();
            for list in [
                &got.axes,
                &got.names,
                &got.labels,
                &got.columns,
                &got.tabs,
                &got.buttons,
                &got.rest,
            ] {
                all.extend(list.iter().cloned());
            }
            all.extend(
                got.stats
                    .iter()
                    .flat_map(|s| [s.label.clone(), s.value.clone()]),
            );
            for set in &got.sets {
                all.extend(set.name.clone());
                all.extend(
                    set.points
                        .iter()
                        .flat_map(|p| [p.label.clone(), p.shown.clone()]),
                );
            }
            for literal in &brief.literals {
                assert!(
                    all.contains(&literal.text),
                    "{prompt}: {:?} has no place in {got:?}",
                    literal.text
                );
            }
        }
    }

    #[test]
    fn a_waterfall_keeps_its_steps_as_data() {
        let got = inventory("waterfall chart: Start 100, Sales +60, Costs -45, Tax -10, End 105");
        assert_eq!(got.sets.len(), 1);
        assert_eq!(got.sets[0].points[2].value, -45.0);
        assert_eq!(got.lead(), Some(ChartKind::Waterfall));
    }
}
