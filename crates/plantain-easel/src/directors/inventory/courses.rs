//! Which figures are the course of something, and which stand each for itself.

use plantain_read::{Brief, ChartKind, DataSet, is_day_name, is_month_name};

/// Gauges and bars of progress show figures that stand each for itself.
pub(super) fn is_meter(kind: ChartKind) -> bool {
    matches!(kind, ChartKind::Gauge | ChartKind::Progress)
}

/// A line is named, but the points are figures of different things ("CPU 63%, memory 71%").
pub(super) fn is_no_curve(set: &DataSet) -> bool {
    let line = matches!(
        set.chart,
        Some(ChartKind::Line | ChartKind::Area | ChartKind::Sparkline)
    );
    let total: f64 = set.points.iter().map(|p| p.value).sum();
    let percent = set.points.iter().all(|p| p.shown.ends_with('%'));
    let parts = percent && (total - 100.0).abs() < 1.5;
    let words = set.points.iter().all(|p| {
        let label = p.label.to_lowercase();
        // Values in a row without names are a course over time.
        let timed = label.is_empty()
            || label.chars().any(|c| c.is_ascii_digit())
            || label
                .split_whitespace()
                .next()
                .is_some_and(|word| is_month_name(word) || is_day_name(word))
            || MOMENTS
                .iter()
                .any(|moment| label == *moment || moment.len() >= 3 && label.starts_with(moment));
        !timed
    });
    line && words && !parts
}

/// Beginnings of words for moments, and of short days that are common words elsewhere.
const MOMENTS: &[&str] = &[
    "week",
    "day",
    "month",
    "year",
    "q",
    "spring",
    "summer",
    "autumn",
    "winter",
    "today",
    "yesterday",
    "morning",
    "noon",
    "evening",
    "lun",
    "mar",
    "mie",
    "jue",
    "vie",
    "sab",
    "dom",
    "mo",
    "di",
    "mi",
    "do",
    "fr",
    "sa",
    "so",
    "ago",
];

/// "cards Open rate 42 %, Click rate 7 %; line chart opens per day": whether the chart is told to show the course of
/// something that has no figures here.
pub(super) fn names_other(brief: &Brief) -> bool {
    const COURSES: &[&str] = &[
        "per day",
        "per week",
        "per month",
        "per hour",
        "by day",
        "by month",
        "by week",
        "over time",
    ];
    brief.data.iter().any(|set| {
        let name = set.name.as_ref().map(|name| name.to_lowercase());
        let name = name.filter(|name| COURSES.iter().any(|course| name.contains(course)));
        set.points.is_empty()
            && name.is_some_and(|name| {
                let mut labels = brief
                    .pairs
                    .iter()
                    .map(|pair| pair.label_text.to_lowercase());
                !labels.any(|label| name.contains(&label))
            })
    })
}
