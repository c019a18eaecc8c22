//! The line that bars or a curve are to reach: "with a goal line at 50", "target 50".

use plantain_scene::chart::{ChartKind, ChartSpec, Goal};

use crate::components::pitch::capital;
use crate::directors::inventory::{Inventory, comma};
use crate::studio::Studio;

/// Names of values that are aimed at, in the languages that are read.
const NAMES: &[&str] = &[
    "goal",
    "target",
    "threshold",
    "benchmark",
    "quota",
    "limit",
    "objetivo",
    "meta",
    "objectif",
    "seuil",
    "ziel",
    "zielwert",
    "obiettivo",
    "soglia",
    "doel",
    "cel",
    "hedef",
    "цель",
    "ціль",
    "目标",
    "目標",
    "목표",
    "الهدف",
    "יעד",
    "लक्ष्य",
];

/// Values that only their line makes a goal: "average line at 40".
const LINES: &[&str] = &[
    "average line",
    "mean line",
    "reference line",
    "dashed line",
    "baseline",
];

/// Lays the line over the chart where one is told, and takes it from the figures beside it.
pub(super) fn lay(studio: &Studio<'_>, spec: &mut ChartSpec, inventory: &mut Inventory) {
    let ruled = matches!(
        spec.chart,
        ChartKind::Bar
            | ChartKind::GroupedBar
            | ChartKind::StackedBar
            | ChartKind::HorizontalBar
            | ChartKind::Line
            | ChartKind::Area
    );
    if !ruled {
        return;
    }
    // "avg line labelled Average 4h"
    let heard = studio.brief.heard();
    let lined = ["avg line", "average line", "mean line"]
        .iter()
        .any(|line| heard.contains(line));
    let aimed = |label: &str| {
        let label = label.to_lowercase();
        label.split_whitespace().any(|word| NAMES.contains(&word))
            || LINES.iter().any(|line| label.contains(line))
            || lined && matches!(label.as_str(), "average" | "avg" | "mean")
    };
    let found = inventory
        .stats
        .iter()
        .position(|stat| aimed(&stat.label) && stat.figure(comma(studio.brief)).is_some());
    let Some(stat) = found.map(|at| inventory.stats.remove(at)) else {
        return;
    };
    spec.goal = stat.figure(comma(studio.brief)).map(|figure| Goal {
        value: figure.value,
        shown: stat.value,
        name: capital(&stat.label),
    });
}

#[cfg(test)]
mod tests {
    use plantain_read::read;
    use plantain_scene::Canvas;

    use super::super::specs::Plot;
    use crate::studio::Studio;

    #[test]
    fn goals_are_lines_and_no_bars() {
        for (prompt, want) in [
            (
                "bar chart of sales: Jan 30, Feb 45, Mar 60, target 50",
                Some(50.0),
            ),
            (
                "bar chart weekly steps: Mon 42, Tue 55, Wed 38 with a goal line at 50",
                Some(50.0),
            ),
            ("bar chart of sales: Jan 30, Feb 45, Mar 60", None),
        ] {
            let brief = read(prompt);
            let studio = Studio::new(&brief, Canvas::new(800, 600), true, 5);
            let plot = Plot::of(&studio);
            let spec = &plot.charts[0].1;
            assert_eq!(spec.goal.as_ref().map(|goal| goal.value), want, "{prompt}");
            assert!(plot.figure.is_none(), "{prompt}");
            assert_eq!(spec.labels.len(), 3, "{prompt}");
        }
    }
}
